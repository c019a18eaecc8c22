//! Infographics of numbers: shares and bars.

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, Shape};

use super::{
    Fact, centred_cell, emblem, emblems, lettering, pictured_by, texts, theme_word, worded,
};
use crate::components::diagram::{Body, Entry, Sheet};
use crate::components::print::Zone;

/// Returns whether all facts have a positive amount in one unit.
pub(super) fn in_proportion(facts: &[Fact]) -> bool {
    let unit = facts
        .first()
        .and_then(|f| f.amount.as_ref())
        .map(|a| a.1.clone());
    facts.len() > 1
        && unit.is_some()
        && facts.iter().all(|f| {
            f.amount
                .as_ref()
                .is_some_and(|(n, u)| *n > 0.0 && Some(u) == unit.as_ref())
        })
        && !facts.iter().any(|f| {
            f.figure
                .as_ref()
                .is_some_and(|e| e.text.contains(['$', '€', '£', '¥']))
        })
}

/// Drops for what flows, discs for the rest, areas in proportion.
pub(super) fn proportions(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let drops = sheet.studio.brief.heard();
    let form = if [
        "drop", "water", "agua", "wasser", "eau", "gota", "tropfen", "goutte",
    ]
    .iter()
    .any(|w| drops.contains(w))
    {
        Shape::Drop
    } else {
        Shape::Ellipse
    };
    let most = facts
        .iter()
        .filter_map(|f| f.amount.as_ref())
        .map(|a| a.0)
        .fold(0.0, f64::max);
    let columns = if zone.w > zone.h * 1.2 {
        n.min(5)
    } else {
        n.min(2)
    };
    let rows = n.div_ceil(columns);
    let (w, h) = (zone.w / columns as f32, zone.h / rows as f32);
    let label_h = (h * 0.24).clamp(40.0, 96.0);
    let d_max = (w * 0.82).min(h - label_h - 14.0);
    if d_max < 60.0 {
        return None;
    }
    let hues = sheet.hues(n);
    let entries: Vec<Entry> = facts.iter().map(|f| f.text.stacked()).collect();
    let look = lettering(sheet)
        .lead(Token::AccentText)
        .align(Align::Center);
    let size = sheet.fit_all(
        entries.iter().map(|e| e.text.as_str()),
        look,
        w * 0.9,
        label_h,
        3,
    );
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let (row, column) = centred_cell(i, n, columns);
        let (x, y) = (zone.x + w * column, zone.y + h * row);
        let share = fact.amount.as_ref().map_or(1.0, |a| (a.0 / most) as f32);
        let d = (d_max * libm::sqrtf(share)).max(14.0);
        let base = y + h - label_h - 10.0;
        let place = Zone::new(x + (w - d) * 0.5, base - d, d, d);
        nodes.push(
            place
                .hold(shape(form))
                .gradient(180.0, hues[i].mix(Rgba::WHITE, 0.3), hues[i])
                .role("measure"),
        );
        // Where drops are the form, each holds the picture of its own fact.
        let word = match form {
            Shape::Drop => theme_word(fact),
            _ => pictured_by(sheet, fact),
        };
        let icon_side = d * if form == Shape::Drop { 0.36 } else { 0.46 };
        if let Some(found) =
            plantain_art::find_icon(&word).filter(|_| icon_side > 24.0 && !sheet.no_icons())
        {
            let (cx, cy) = place.center();
            let cy = if form == Shape::Drop {
                cy + d * 0.12
            } else {
                cy
            };
            nodes.push(
                icon(found.name, icon_side)
                    .color(sheet.ink_on(hues[i]))
                    .at(cx - icon_side * 0.5, cy - icon_side * 0.5)
                    .role("icon"),
            );
        }
        let label = Zone::new(x + w * 0.05, base + 8.0, w * 0.9, label_h);
        match &fact.figure {
            Some(_) => nodes.extend(worded(
                sheet,
                fact,
                label,
                size * 0.8,
                sheet.rgb(Token::Ink),
                sheet.rgb(Token::AccentText),
                Align::Center,
            )),
            None => nodes.push(sheet.set(&entries[i], label, look, size, "fact")),
        }
    }
    Some(Body::new(nodes))
}

pub(super) fn bars(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let pitch = (zone.h / n as f32).min(190.0);
    if pitch < 50.0 {
        return None;
    }
    let most = facts
        .iter()
        .filter_map(|f| f.amount.as_ref())
        .map(|a| a.0)
        .fold(0.0, f64::max);
    let percent = facts
        .iter()
        .all(|f| f.amount.as_ref().is_some_and(|a| a.1.starts_with('%')));
    let full = if percent { 100.0_f64.max(most) } else { most };
    let hues = sheet.hues(n);
    let art = emblems(sheet, facts);
    let d = (pitch * 0.66).min(110.0);
    let left = zone.x + d + 20.0;
    let wide = zone.right() - left;
    let bar_h = (pitch * 0.22).clamp(12.0, 34.0);
    let look = lettering(sheet).foot();
    let size = sheet.fit_all(texts(facts), look, wide, pitch * 0.4, 2);
    let top = zone.y + (zone.h - pitch * n as f32) * 0.5;
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let y = top + pitch * i as f32;
        let middle = y + pitch * 0.5;
        nodes.extend(emblem(
            sheet,
            fact,
            i,
            Zone::new(zone.x, middle - d * 0.5, d, d),
            hues[i],
            art,
        ));
        let track = Zone::new(left, middle + pitch * 0.06, wide, bar_h);
        nodes.push(
            track
                .hold(rect())
                .fill(sheet.mixed(hues[i], Token::Canvas, 0.86))
                .radius(bar_h * 0.5)
                .role("track"),
        );
        let share = fact
            .amount
            .as_ref()
            .map_or(0.0, |a| (a.0 / full) as f32)
            .clamp(0.0, 1.0);
        let bar = Zone::new(left, track.y, (wide * share).max(bar_h), bar_h);
        nodes.push(
            bar.hold(rect())
                .fill(hues[i])
                .radius(bar_h * 0.5)
                .role("measure"),
        );
        let line = Zone::new(left, y, wide, pitch * 0.5);
        match &fact.figure {
            Some(figure) => {
                let (a, b) = line.columns(0.7, 10.0);
                nodes.push(sheet.set(&fact.text, a, look, size, "fact"));
                nodes.push(sheet.set(
                    figure,
                    b,
                    look.align(Align::End).color(Token::AccentText),
                    size,
                    "figure",
                ));
            }
            None => nodes.push(sheet.set(&fact.text, line, look, size, "fact")),
        }
    }
    Some(Body::new(nodes))
}
