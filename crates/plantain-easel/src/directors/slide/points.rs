//! Points as cards, in rows, or opposite the heading.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node};

use super::{Deck, columns, foot, picture};
use crate::components::diagram::{Body, Entry, Lettering, Sheet};
use crate::components::print::Zone;
use crate::components::print::art::find_icon;

/// The sign of a point: an icon that its words suggest, else its number.
pub(super) fn sign(
    sheet: &Sheet<'_>,
    entry: &Entry,
    n: usize,
    zone: Zone,
    pictured: bool,
) -> Vec<Node> {
    let lower = entry.text.to_lowercase();
    let hue = sheet.hues(6)[n % 6];
    let d = zone.w.min(zone.h);
    let face = Zone::new(
        zone.x + (zone.w - d) * 0.5,
        zone.y + (zone.h - d) * 0.5,
        d,
        d,
    );
    let name = find_icon(
        lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 2),
    );
    match name.filter(|_| pictured && !sheet.no_icons()) {
        Some(name) => vec![
            face.hold(rect())
                .fill(hue)
                .radius(sheet.theme.radius.min(d * 0.3))
                .role("sign-face"),
            icon(name, d * 0.56)
                .color(sheet.ink_on(hue))
                .icon_stroke(2.0)
                .at(face.x + d * 0.22, face.y + d * 0.22)
                .role("sign"),
        ],
        None => sheet.badge(&(n + 1).to_string(), face.center(), d, hue),
    }
}

/// Whether every point has a picture of its own.
pub(super) fn pictured(deck: &Deck) -> bool {
    deck.points.iter().all(|p| {
        let lower = p.text.to_lowercase();
        find_icon(
            lower
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| w.len() > 2),
        )
        .is_some()
    })
}

pub(super) fn cards(sheet: &Sheet<'_>, deck: &Deck) -> Option<Body> {
    let mut nodes = Vec::new();
    let zone = picture::beside(sheet, &mut nodes);
    let zone = foot(sheet, deck, zone, &mut nodes);
    let n = deck.points.len();
    let gap = (sheet.margin * 0.5).max(14.0);
    let columns = if zone.w > zone.h * 1.2 || columns(sheet.studio.brief) == Some(n) {
        n
    } else if n == 4 {
        2
    } else {
        1
    };
    let lines = n.div_ceil(columns);
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        ((zone.h - gap * (lines - 1) as f32) / lines as f32)
            .min(zone.w * 0.5)
            // A card with a word on it needs no more height than its sign and the word.
            .min(((zone.w - gap * (columns - 1) as f32) / columns as f32 * 1.05).max(150.0)),
    );
    if w < 120.0 || h < 90.0 {
        return None;
    }
    let flat = w > h * 2.0;
    let top = zone.y + (zone.h - h * lines as f32 - gap * (lines - 1) as f32) * 0.3;
    let pad = (w.min(h) * 0.11).clamp(12.0, 40.0);
    let d = if flat {
        h * 0.44
    } else {
        (h * 0.26).min(w * 0.4)
    };
    let look = Lettering::new(FontRole::Heading, (w * 0.14).clamp(18.0, 46.0), 14.0).weight(700);
    let room = if flat {
        (w - 3.0 * pad - d, h - 2.0 * pad)
    } else {
        (w - 2.0 * pad, h - 3.0 * pad - d)
    };
    let size = sheet.fit_all(
        deck.points.iter().map(|p| p.text.as_str()),
        look,
        room.0,
        room.1,
        4,
    );
    let pictured = pictured(deck);
    for (i, point) in deck.points.iter().enumerate() {
        let place = Zone::new(
            zone.x + (w + gap) * (i % columns) as f32,
            top + (h + gap) * (i / columns) as f32,
            w,
            h,
        );
        nodes.push(sheet.card(place, Token::Surface));
        let mark = if flat {
            Zone::new(place.x + pad, place.y + (h - d) * 0.5, d, d)
        } else {
            Zone::new(place.x + pad, place.y + pad, d, d)
        };
        nodes.extend(sign(sheet, point, i, mark, pictured));
        let words = if flat {
            Zone::new(mark.right() + pad, place.y + pad, room.0, room.1)
        } else {
            Zone::new(place.x + pad, place.bottom() - pad - room.1, room.0, room.1)
        };
        let look = if flat { look.middle() } else { look.foot() };
        nodes.push(sheet.set(point, words, look, size, "point"));
    }
    Some(Body::new(nodes))
}

pub(super) fn rows(sheet: &Sheet<'_>, deck: &Deck) -> Option<Body> {
    let mut nodes = Vec::new();
    let zone = picture::beside(sheet, &mut nodes);
    let zone = foot(sheet, deck, zone, &mut nodes);
    list(sheet, deck, zone, true, &mut nodes)?;
    Some(Body::new(nodes))
}

/// Points below each other over a zone, in two columns when there are many and there is width.
pub(super) fn list(
    sheet: &Sheet<'_>,
    deck: &Deck,
    zone: Zone,
    ruled: bool,
    nodes: &mut Vec<Node>,
) -> Option<()> {
    let n = deck.points.len();
    let columns = if n > 6 && zone.w > 700.0 { 2 } else { 1 };
    let lines = n.div_ceil(columns);
    let gap = sheet.margin;
    let w = (zone.w - gap * (columns - 1) as f32) / columns as f32;
    let h = (zone.h / lines as f32).min(zone.h.min(zone.w) * 0.26);
    if h < 30.0 {
        return None;
    }
    let top = zone.y + (zone.h - h * lines as f32) * 0.4;
    let d = (h * 0.52).clamp(24.0, 84.0);
    let look = Lettering::new(FontRole::Heading, (h * 0.36).clamp(16.0, 48.0), 14.0)
        .weight(600)
        .middle();
    let room = w - d * 1.6;
    let size = sheet.fit_all(
        deck.points.iter().map(|p| p.text.as_str()),
        look,
        room,
        h * 0.9,
        3,
    );
    let pictured = pictured(deck);
    for (i, point) in deck.points.iter().enumerate() {
        let line = Zone::new(
            zone.x + (w + gap) * (i / lines) as f32,
            top + h * (i % lines) as f32,
            w,
            h,
        );
        if ruled && i % lines > 0 {
            nodes.push(
                rect()
                    .bounds(line.x, line.y - 0.75, line.w, 1.5)
                    .fill(Token::Line)
                    .role("rule"),
            );
        }
        nodes.extend(sign(
            sheet,
            point,
            i,
            Zone::new(line.x, line.y + (h - d) * 0.5, d, d),
            pictured,
        ));
        nodes.push(sheet.set(
            point,
            Zone::new(line.x + d * 1.6, line.y, room, h),
            look,
            size,
            "point",
        ));
    }
    Some(())
}

/// The heading on a coloured panel, the points opposite.
pub(super) fn beside(sheet: &Sheet<'_>, deck: &Deck) -> Option<Body> {
    let title = deck.title.as_ref()?;
    let full = sheet.full;
    let (panel, rest) = full.columns(0.38, 0.0);
    let mut nodes = vec![panel.hold(rect()).fill(Token::Accent).role("panel")];
    let inner = panel.inset_xy(sheet.margin, sheet.margin * 1.2);
    let look = Lettering::new(FontRole::Display, (full.h * 0.12).clamp(28.0, 110.0), 20.0)
        .color(Token::AccentInk)
        .middle();
    let size = sheet.fit(&title.text, look, inner.w, inner.h * 0.8, 5);
    nodes.push(
        rect()
            .bounds(
                inner.x,
                inner.y,
                (inner.w * 0.22).min(90.0),
                (full.h * 0.009).max(4.0),
            )
            .fill(Token::AccentInk)
            .role("ornament"),
    );
    nodes.push(sheet.set(title, inner, look, size, "title"));
    let zone = rest.inset_xy(sheet.margin * 1.1, sheet.margin * 1.2);
    let zone = foot(sheet, deck, zone, &mut nodes);
    list(sheet, deck, zone, false, &mut nodes)?;
    Some(Body::new(nodes))
}
