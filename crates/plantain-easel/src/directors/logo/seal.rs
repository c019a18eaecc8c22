//! A round seal.

use plantain_scene::build::*;
use plantain_scene::color::Color;
use plantain_scene::node::{Arc, FontRole, Node, Shape};

use super::mark::mark;
use super::{BADGES, ROUND, says};
use crate::components::print::art::centred;
use crate::components::print::parts;
use crate::components::print::{Archetype, Tone, Zone};
use crate::components::wording::Line;

pub(super) const SEAL: Archetype = Archetype {
    name: "seal",
    reason: "A round seal: the name runs around the mark.",
    suits: |page| {
        let words = page.words;
        let ring = words
            .title
            .as_ref()
            .is_some_and(|t| (5..=24).contains(&t.len()) && parts::latin_caps(&t.text));
        let beside = words.beside_title();
        let low = beside.len() <= 1
            && beside
                .iter()
                .all(|l| l.len() <= LOW_MAX && l.label.is_none() && parts::latin_caps(&l.text));
        if !ring || !low || !(0.6..1.7).contains(&page.ratio()) {
            return 0.0;
        }
        // A ring is what "round badge" means; a badge alone may be a shield as well.
        match (says(page, ROUND), says(page, BADGES)) {
            (true, _) => 1.5,
            (false, true) => 1.25,
            _ if beside.is_empty() => 0.72,
            _ => 0.0,
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let d = page.full.w.min(page.full.h) * 0.78;
        let zone = centred(page.full, d);
        let Some(line) = page.words.title.as_ref() else {
            return page.root(Tone::Canvas);
        };
        let size = (d * 0.092).min(d * 1.3 / line.len().max(8) as f32);
        let inner = zone.inset(d * 0.17);
        let around = text(line.text.clone())
            .role("title")
            .literal(line.literal)
            .font(FontRole::Heading)
            .weight(700)
            .size(size)
            .color(inks.bold)
            .set_text(|t| {
                t.tracking = 0.1;
                t.case = plantain_scene::node::Case::Upper;
                t.arc = Some(Arc {
                    radius: d * 0.5 - d * 0.085 - size * 0.36,
                    middle: -90.0,
                    inside: false,
                });
            });
        let around = if line.literal {
            around
        } else {
            around.filler()
        };
        let radius = d * 0.5 - d * 0.085;
        let low = page.words.beside_title();
        let root = page
            .root(Tone::Canvas)
            .child(
                zone.hold(ellipse())
                    .stroke(inks.bold, d * 0.014)
                    .role("ornament"),
            )
            .child(
                inner
                    .hold(ellipse())
                    .stroke(inks.bold, d * 0.006)
                    .role("ornament"),
            )
            .child(zone.hold(around))
            .children(low.first().map(|line| {
                let small = (d * 0.058).min(d * 0.9 / line.len().max(8) as f32);
                zone.hold(below(line, radius + small * 0.36, small, inks.bold))
            }))
            .children(stars(zone, radius, d * 0.05, low.is_empty(), inks.bold));
        root.children(mark(page, centred(zone, inner.w * 0.62), inks.bold))
    },
};

/// Longest line along the foot of a seal, in letters.
const LOW_MAX: usize = 22;

/// A line along the foot of a seal, read from left to right.
fn below(line: &Line, radius: f32, size: f32, color: Color) -> Node {
    let node = text(line.text.clone())
        .role("tagline")
        .literal(line.literal)
        .font(FontRole::Heading)
        .weight(600)
        .size(size)
        .color(color)
        .set_text(|t| {
            t.tracking = 0.1;
            t.case = plantain_scene::node::Case::Upper;
            t.arc = Some(Arc {
                radius,
                middle: 90.0,
                inside: true,
            });
        });
    if line.literal { node } else { node.filler() }
}

/// Stars on the rim of a seal: one at its foot, or one at each side of the line there.
fn stars(zone: Zone, radius: f32, size: f32, alone: bool, color: Color) -> Vec<Node> {
    let at: &[f32] = if alone { &[90.0] } else { &[4.0, 176.0] };
    let (x, y) = zone.center();
    at.iter()
        .map(|degrees| {
            let (sin, cos) = libm::sincosf(degrees.to_radians());
            shape(Shape::Star {
                points: 5,
                inner: 0.42,
            })
            .bounds(
                x + radius * cos - size * 0.5,
                y + radius * sin - size * 0.5,
                size,
                size,
            )
            .fill(color)
            .role("ornament")
        })
        .collect()
}
