//! A comparison as cards: each column a card of its own, each row a line in it.

use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use super::Model;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

/// Most cards beside each other, and most lines in one.
const CARDS_MAX: usize = 4;
const LINES_MAX: usize = 6;

/// Whether a table can be cards: named columns behind a column of labels, every cell filled.
pub(super) fn fits(model: &Model) -> bool {
    let Model::Grid(heads, rows) = model else {
        return false;
    };
    let even = rows
        .iter()
        .all(|row| row.len() == heads.len() && row.iter().all(|cell| !cell.text.is_empty()));
    let labelled = heads.first().is_some_and(|head| head.text.is_empty());
    labelled
        && even
        && (3..=CARDS_MAX + 1).contains(&heads.len())
        && (2..=LINES_MAX).contains(&rows.len())
}

/// Cards side by side, the name of each at its head, its lines parted by fine rules.
pub(super) fn draw(sheet: &Sheet<'_>, model: &Model) -> Option<Body> {
    let Model::Grid(heads, rows) = model else {
        return None;
    };
    let n = heads.len() - 1;
    let zone = sheet.body;
    let gap = (zone.w * 0.03).clamp(14.0, 36.0);
    let w = (zone.w - gap * (n - 1) as f32) / n as f32;
    let h = zone.h.min(w * 1.5).max(zone.h * 0.72);
    if w < 150.0 || h < 60.0 * rows.len() as f32 {
        return None;
    }
    let top = zone.y + (zone.h - h) * 0.5;
    let pad = (w * 0.08).clamp(14.0, 32.0);
    let band = (h * 0.2).clamp(48.0, 110.0);
    let line = (h - band - pad * 1.4) / rows.len() as f32;
    let name = Lettering::new(FontRole::Display, (band * 0.5).min(46.0), SIZE_MIN)
        .weight(700)
        .centred();
    let names = heads[1..].iter().map(|head| head.text.as_str());
    let name_size = sheet.fit_all(names, name, w - 2.0 * pad, band * 0.8, 2);
    let small = (line * 0.3).clamp(13.0, 24.0);
    let label = Lettering::new(FontRole::Body, small, SIZE_MIN)
        .weight(500)
        .middle();
    let value = Lettering::new(FontRole::Heading, (line * 0.42).clamp(15.0, 40.0), SIZE_MIN)
        .weight(700)
        .middle()
        .align(Align::End);
    let inner = w - 2.0 * pad;
    let labels = rows.iter().map(|row| row[0].text.as_str());
    let label_size = sheet.fit_all(labels, label, inner * 0.46, line * 0.86, 2);
    let values = rows
        .iter()
        .flat_map(|row| &row[1..])
        .map(|cell| cell.text.as_str());
    let value_size = sheet.fit_all(values, value, inner * 0.5, line * 0.86, 2);
    let hues = sheet.hues(n);
    let mut nodes = Vec::new();
    for (i, head) in heads[1..].iter().enumerate() {
        let place = Zone::new(zone.x + (w + gap) * i as f32, top, w, h);
        nodes.push(sheet.card(place, Token::Surface));
        let hue = hues[i].readable_on(sheet.rgb(Token::Surface), 4.6);
        let title = Zone::new(place.x + pad, place.y + pad * 0.3, inner, band);
        nodes.push(sheet.set(head, title, name.color(hue), name_size, "column"));
        for (r, row) in rows.iter().enumerate() {
            let y = place.y + band + pad * 0.4 + line * r as f32;
            nodes.push(rule(place.x + pad, y, inner));
            // The labels are written once for each card; the first time they were asked for.
            let said = Zone::new(place.x + pad, y, inner * 0.46, line);
            let told = if i == 0 {
                row[0].clone()
            } else {
                Entry::filler(row[0].text.clone())
            };
            let node = sheet.set(&told, said, label.color(Token::Muted), label_size, "label");
            nodes.push(if i == 0 { node } else { node.filler() });
            let cell = Zone::new(place.x + pad + inner * 0.5, y, inner * 0.5, line);
            nodes.push(sheet.set(&row[i + 1], cell, value, value_size, "cell"));
        }
    }
    Some(Body::new(nodes))
}

fn rule(x: f32, y: f32, w: f32) -> Node {
    plantain_scene::build::rect()
        .bounds(x, y - 0.75, w, 1.5)
        .fill(Token::Line)
        .role("rule")
}
