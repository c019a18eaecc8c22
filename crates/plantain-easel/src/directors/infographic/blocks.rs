//! Infographics of facts: columns, cards and rows.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::Align;

use super::{Fact, centred_cell, emblem, emblems, lettering, texts, worded};
use crate::components::diagram::{Body, Sheet};
use crate::components::print::Zone;

pub(super) fn columns(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let gap = sheet.theme.space.max(8.0) * 2.0;
    let w = (zone.w - gap * n.saturating_sub(1) as f32) / n as f32;
    let h = zone.h.min(w * 1.75);
    let top = zone.y + (zone.h - h) * 0.5;
    if w < 90.0 {
        return None;
    }
    let solid = sheet.rng.fork("solid").chance(0.5);
    let art = emblems(sheet, facts);
    let hues = sheet.hues(n);
    let pad = w * 0.1;
    let size = sheet.fit_all(texts(facts), lettering(sheet), w - 2.0 * pad, h * 0.26, 4);
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let place = Zone::new(zone.x + (w + gap) * i as f32, top, w, h);
        let ground = if solid {
            hues[i]
        } else {
            sheet.rgb(Token::Surface)
        };
        nodes.push(sheet.card(place, ground));
        if !solid {
            nodes.push(
                Zone::new(place.x, place.y, w, 8.0)
                    .hold(rect())
                    .fill(hues[i])
                    .role("edge"),
            );
        }
        let d = (w * 0.56).min(h * 0.42);
        let disc = Zone::new(place.x + (w - d) * 0.5, place.y + h * 0.1, d, d);
        nodes.extend(emblem(sheet, fact, i, disc, hues[i], art));
        let low = Zone::new(
            place.x + pad,
            disc.bottom() + h * 0.05,
            w - 2.0 * pad,
            place.bottom() - disc.bottom() - h * 0.1,
        );
        let (ink, strong) = if solid {
            (sheet.ink_on(ground), sheet.ink_on(ground))
        } else {
            (sheet.rgb(Token::Ink), hues[i].readable_on(ground, 4.6))
        };
        nodes.extend(worded(sheet, fact, low, size, ink, strong, Align::Center));
    }
    Some(Body::new(nodes))
}

pub(super) fn cards(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let ratio = zone.w / zone.h;
    let columns = (libm::sqrtf(n as f32 * ratio * 0.9).round() as usize)
        .max(1)
        .min(n);
    // One more column, if that leaves no card alone in its row.
    let columns = if !n.is_multiple_of(columns) && n.is_multiple_of(columns + 1) {
        columns + 1
    } else {
        columns
    };
    let rows = n.div_ceil(columns);
    let gap = sheet.theme.space.max(8.0) * 1.8;
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        ((zone.h - gap * (rows - 1) as f32) / rows as f32).min(460.0),
    );
    if w < 100.0 || h < 70.0 {
        return None;
    }
    let art = emblems(sheet, facts);
    let hues = sheet.hues(n);
    let beside = w > h * 1.25;
    let pad = (w.min(h) * 0.1).clamp(12.0, 30.0);
    let d = if beside {
        (h - 2.0 * pad).min(w * 0.3)
    } else {
        (h * 0.46).min(w * 0.6)
    };
    let inner_w = if beside {
        w - 3.0 * pad - d
    } else {
        w - 2.0 * pad
    };
    let inner_h = if beside {
        h - 2.0 * pad
    } else {
        h - 2.5 * pad - d
    };
    let size = sheet.fit_all(
        texts(facts),
        lettering(sheet),
        inner_w,
        inner_h
            * if facts.iter().any(|f| f.figure.is_some()) {
                0.45
            } else {
                0.94
            },
        4,
    );
    let top = zone.y + (zone.h - h * rows as f32 - gap * (rows - 1) as f32) * 0.5;
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let (row, column) = centred_cell(i, n, columns);
        let place = Zone::new(zone.x + column * (w + gap), top + row * (h + gap), w, h);
        nodes.push(sheet.card(place, Token::Surface));
        let ink = sheet.rgb(Token::Ink);
        let strong = hues[i].readable_on(sheet.rgb(Token::Surface), 4.6);
        let (disc, words, align) = if beside {
            (
                Zone::new(place.x + pad, place.y + (h - d) * 0.5, d, d),
                Zone::new(place.x + 2.0 * pad + d, place.y + pad, inner_w, inner_h),
                Align::Start,
            )
        } else {
            (
                Zone::new(place.x + (w - d) * 0.5, place.y + pad, d, d),
                Zone::new(place.x + pad, place.y + 1.5 * pad + d, inner_w, inner_h),
                Align::Center,
            )
        };
        nodes.extend(emblem(sheet, fact, i, disc, hues[i], art));
        nodes.extend(worded(sheet, fact, words, size, ink, strong, align));
    }
    Some(Body::new(nodes))
}

pub(super) fn rows(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    if n == 0 {
        return Some(Body::default());
    }
    let pitch = (zone.h / n as f32).min(zone.w * 0.42);
    let h = pitch * 0.86;
    let d = (h * 0.92).min(zone.w * 0.3);
    let gap = (zone.w * 0.05).clamp(14.0, 40.0);
    if pitch < 44.0 {
        return None;
    }
    let turn = sheet.rng.fork("turn").chance(0.6);
    let art = emblems(sheet, facts);
    let hues = sheet.hues(n);
    let w = zone.w - d - gap;
    let pad = (w * 0.07).clamp(12.0, 30.0);
    let share = if facts.iter().any(|f| f.figure.is_some()) {
        0.4
    } else {
        0.8
    };
    let size = sheet.fit_all(texts(facts), lettering(sheet), w - 2.0 * pad, h * share, 4);
    let top = zone.y + (zone.h - pitch * n as f32) * 0.5;
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let y = top + pitch * i as f32 + (pitch - h) * 0.5;
        let left = !turn || i.is_multiple_of(2);
        let (dx, x) = if left {
            (zone.x, zone.x + d + gap)
        } else {
            (zone.right() - d, zone.x)
        };
        let ground = sheet.mixed(hues[i], Token::Surface, 0.86);
        let plate = Zone::new(x, y + h * 0.06, w, h * 0.88);
        nodes.push(
            plate
                .hold(rect())
                .fill(ground)
                .radius(sheet.theme.radius.max(8.0).min(h * 0.4))
                .role("row"),
        );
        nodes.extend(emblem(
            sheet,
            fact,
            i,
            Zone::new(dx, y + (h - d) * 0.5, d, d),
            hues[i],
            art,
        ));
        let ink = sheet.rgb(Token::Ink).readable_on(ground, 4.6);
        nodes.extend(worded(
            sheet,
            fact,
            plate.inset_xy(pad, plate.h * 0.06),
            size,
            ink,
            hues[i].readable_on(ground, 4.6),
            Align::Start,
        ));
    }
    Some(Body::new(nodes))
}
