//! Figures and quotations, each the message of its slide.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::FontRole;

use super::{Deck, foot, picture};
use crate::components::diagram::{Body, Lettering, Sheet};
use crate::components::print::Zone;

pub(super) fn figure_row(sheet: &Sheet<'_>, deck: &Deck, carded: bool) -> Option<Body> {
    let mut nodes = Vec::new();
    let zone = picture::beside(sheet, &mut nodes);
    let zone = foot(sheet, deck, zone, &mut nodes);
    let n = deck.figures.len();
    let gap = (sheet.margin * 0.6).max(16.0);
    let wide = zone.w > zone.h * 1.1;
    let columns = if wide {
        n.min(4)
    } else if n > 3 {
        2
    } else {
        1
    };
    let lines = n.div_ceil(columns);
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        ((zone.h - gap * (lines - 1) as f32) / lines as f32).min(w_of(zone, columns) * 0.85),
    );
    if w < 100.0 || h < 80.0 {
        return None;
    }
    let top = zone.y + (zone.h - h * lines as f32 - gap * (lines - 1) as f32) * 0.45;
    let pad = if carded {
        (w.min(h) * 0.12).clamp(12.0, 44.0)
    } else {
        0.0
    };
    let value = Lettering::new(FontRole::Display, (h * 0.42).clamp(30.0, 180.0), 20.0).foot();
    let size = sheet.fit_all(
        deck.figures.iter().map(|f| f.0.text.as_str()),
        value,
        w - 2.0 * pad - 6.0,
        h * 0.5,
        1,
    );
    let label = Lettering::new(FontRole::Body, (size * 0.34).clamp(16.0, 40.0), 13.0)
        .weight(600)
        .color(Token::Muted);
    let label_size = sheet.fit_all(
        deck.figures
            .iter()
            .filter_map(|f| f.1.as_ref())
            .map(|l| l.text.as_str()),
        label,
        w - 2.0 * pad,
        h * 0.3,
        2,
    );
    for (i, (figure, name)) in deck.figures.iter().enumerate() {
        let place = Zone::new(
            zone.x + (w + gap) * (i % columns) as f32,
            top + (h + gap) * (i / columns) as f32,
            w,
            h,
        );
        let hue = sheet.hues(6)[i % 6];
        if carded {
            nodes.push(sheet.card(place, Token::Surface));
            nodes.push(
                rect()
                    .bounds(place.x + pad, place.y + pad, (w * 0.2).min(70.0), 6.0)
                    .fill(hue)
                    .radius(3.0)
                    .role("ornament"),
            );
        } else {
            nodes.push(
                rect()
                    .bounds(place.x, place.y, place.w, 5.0)
                    .fill(hue)
                    .role("rule"),
            );
        }
        let ground = if carded {
            Token::Surface
        } else {
            Token::Canvas
        };
        let ink = hue.readable_on(sheet.rgb(ground), 3.2);
        let (upper, lower) = place.inset(pad).rows(0.62, h * 0.03);
        nodes.push(sheet.set(figure, upper, value.color(ink), size, "figure"));
        if let Some(name) = name {
            nodes.push(sheet.set(name, lower, label, label_size, "label"));
        }
    }
    Some(Body::new(nodes))
}

pub(super) fn w_of(zone: Zone, columns: usize) -> f32 {
    zone.w / columns as f32
}

pub(super) fn quotation(sheet: &Sheet<'_>, deck: &Deck, barred: bool) -> Option<Body> {
    let quote = deck.quote.as_ref()?;
    let full = sheet.full;
    let mut nodes = Vec::new();
    let zone = full.inset_xy(full.w * 0.1, full.h * 0.12);
    let zone = foot(sheet, deck, zone, &mut nodes);
    let (top, low) = zone.rows(if deck.by.is_some() { 0.8 } else { 1.0 }, 0.0);
    let mark = full.h * 0.14;
    let words = if barred {
        nodes.push(
            rect()
                .bounds(zone.x - full.w * 0.035, zone.y, full.w * 0.012, zone.h)
                .fill(Token::Accent)
                .role("bar"),
        );
        top
    } else {
        nodes.push(
            icon("quote", mark)
                .color(Token::Accent)
                .at(zone.x, zone.y - mark * 0.1)
                .role("quote-mark"),
        );
        Zone::new(top.x, top.y + mark * 1.05, top.w, top.h - mark * 1.05)
    };
    let mut said = quote.clone();
    if barred && !said.text.starts_with(['“', '"', '«', '„']) {
        said.text = format!("“{}”", said.text);
    }
    let look = Lettering::new(FontRole::Display, (full.h * 0.13).clamp(28.0, 120.0), 18.0).middle();
    let size = sheet.fit(&said.text, look, words.w, words.h, 6);
    nodes.push(sheet.set(&said, words, look, size, "quote"));
    if let Some(by) = &deck.by {
        let look = Lettering::new(FontRole::Body, (size * 0.38).clamp(16.0, 36.0), 13.0)
            .weight(600)
            .color(Token::AccentText)
            .middle();
        let mut line = by.clone();
        line.text = format!("— {}", line.text);
        nodes.push(sheet.set(
            &line,
            low,
            look,
            (size * 0.38).clamp(16.0, 36.0),
            "attribution",
        ));
    }
    Some(Body::new(nodes))
}
