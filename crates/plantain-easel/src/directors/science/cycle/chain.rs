//! Chains and webs: stages in rows, joined by arrows, such as those of who feeds whom.

use plantain_scene::color::Token;

use super::{Look, stage};
use crate::components::diagram::drawing::{arrow, open, straight};
use crate::components::diagram::{Body, Sheet, Way, Words, propose};
use crate::directors::flow::graph::{self, Net};
use crate::directors::science::CUSTOM;
use crate::studio::{Draft, Studio};

/// Returns drafts for a chain that does not close (a food chain).
pub fn direct_chain(studio: &Studio<'_>) -> Vec<Draft> {
    let english = studio.brief.language.0 == "en" && studio.filler;
    let words = Words::of(studio.brief).or_title(english.then_some("Food chain"));
    propose(
        studio,
        CUSTOM,
        &words,
        &[Way {
            name: "chain",
            reason: "Each link has its picture; arrows show who feeds whom.",
            suits: 0.9,
            draw: &|sheet| chain(sheet, false),
        }],
    )
}

/// Returns drafts for a web of who feeds whom.
pub fn direct_web(studio: &Studio<'_>, net: &Net) -> Vec<Draft> {
    let english = studio.brief.language.0 == "en" && studio.filler;
    let mut words = Words::of(studio.brief).or_title(english.then_some("Food web"));
    words.items.clear();
    let ratio = studio.ratio();
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "web upward",
                reason: "What is eaten stands before who eats it; arrows show the way of the energy.",
                suits: if ratio < 1.3 { 0.9 } else { 0.4 },
                draw: &|sheet| graph::draw(sheet, net, true, true),
            },
            Way {
                name: "web to the right",
                reason: "What is eaten stands at the left, who eats it at the right.",
                suits: if ratio > 1.05 { 0.9 } else { 0.3 },
                draw: &|sheet| graph::draw(sheet, net, false, true),
            },
        ],
    )
}

/// Stages in rows, read like text, or down a tall page.
pub(super) fn chain(sheet: &Sheet<'_>, closed: bool) -> Option<Body> {
    let entries = &sheet.words.items;
    let n = entries.len();
    if n == 0 {
        return None;
    }
    let zone = sheet.body;
    let ratio = zone.w / zone.h;
    let stepped = ratio > 1.5 && (4..=6).contains(&n);
    let columns = (libm::sqrtf(n as f32 * ratio * 0.95).round() as usize)
        .max(1)
        .min(n);
    let columns = if ratio > 1.5 && n <= 6 {
        n
    } else if ratio < 0.62 && n <= 5 {
        1
    } else {
        columns
    };
    let rows = n.div_ceil(columns);
    let (pitch_x, pitch_y) = (zone.w / columns as f32, zone.h / rows as f32);
    // One row on a wide page steps up and down, so that its discs may be wider than their columns.
    let (d, sway) = if stepped {
        (
            (pitch_x * 0.92).min(zone.h * 0.42).min(320.0),
            zone.h * 0.17,
        )
    } else {
        ((pitch_x * 0.66).min(pitch_y * 0.58).min(280.0), 0.0)
    };
    let look = Look::of(sheet, d, pitch_x * 0.9);
    let hues = sheet.hues(n);
    let width = (zone.w.min(zone.h) / 150.0).clamp(3.0, 6.0);
    let at = |i: usize| {
        let (row, mut column) = (i / columns, i % columns);
        if row % 2 == 1 {
            column = columns - 1 - column;
        }
        (
            zone.x + pitch_x * (column as f32 + 0.5),
            zone.y + pitch_y * (row as f32 + 0.5) - look.label_h * 0.5
                + if i.is_multiple_of(2) { sway } else { -sway },
        )
    };
    let mut nodes = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        if i + 1 < n {
            let (a, b) = (at(i), at(i + 1));
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let long = (dx * dx + dy * dy).sqrt().max(1.0);
            let down = dy > dx.abs();
            let (out, in_) = (
                d * 0.5 + 10.0 + if down { look.label_h } else { 0.0 },
                d * 0.5 + 12.0,
            );
            if long > out + in_ + 12.0 {
                let from = (a.0 + dx / long * out, a.1 + dy / long * out);
                let to = (b.0 - dx / long * in_, b.1 - dy / long * in_);
                nodes.extend(straight(
                    from,
                    to,
                    sheet.mixed(hues[i], Token::Ink, 0.25),
                    width,
                ));
            }
        }
        nodes.extend(stage(sheet, &look, entry, i, at(i), hues[i], pitch_x * 0.9));
    }
    if closed && rows == 1 {
        let (a, b) = (at(n.saturating_sub(1)), at(0));
        let y = a.1 + d * 0.5 + look.label_h + 40.0;
        let line = [
            (a.0, a.1 + d * 0.5 + look.label_h + 8.0),
            (a.0 - 30.0, y),
            (b.0 + 30.0, y),
            (b.0, b.1 + d * 0.5 + look.label_h + 14.0),
        ];
        nodes.extend(arrow(
            &open(&line),
            line[3],
            -90.0,
            sheet.rgb(Token::Muted),
            width,
        ));
    }
    Some(Body::new(nodes))
}
