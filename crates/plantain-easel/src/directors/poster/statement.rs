//! One sentence that carries the page.

use plantain_scene::build::*;
use plantain_scene::node::{Align, Node};

use crate::components::print::ground::{self, Measure};
use crate::components::print::parts;
use crate::components::print::{Archetype, Tone};
use crate::components::typeset::Part;
use crate::directors::composed;

/// A sentence on its own, with a large quotation mark or rule.
pub const QUOTE: Archetype = Archetype {
    name: "statement",
    reason: "One sentence carries the page, so it gets all the room and one small ornament.",
    suits: |page| {
        let long = page
            .words
            .title
            .as_ref()
            .is_some_and(|t| t.text.split_whitespace().count() >= 4);
        if long
            && !composed::wordy(page)
            && page.words.support() <= 2
            && page.art.is_empty()
            && composed::ordinary(page)
        {
            1.0
        } else {
            0.0
        }
    },
    build: |page| {
        let tone =
            if page.studio.brief.canvas.background.is_none() && page.rng.fork("tone").chance(0.3) {
                Tone::Ink
            } else {
                Tone::Canvas
            };
        let inks = page.inks(tone);
        let align = if page.rng.fork("align").chance(0.5) {
            Align::Center
        } else {
            page.ranged()
        };
        let mut rng = page.rng.fork("mark");
        let short = page.full.w.min(page.full.h);
        let mark = match rng.below(3) {
            0 => Part::fixed(
                quote_mark(short * 0.13, inks.bold),
                short * 0.13,
                short * 0.11,
            ),
            1 => Part::fixed(
                rect().size_box(short * 0.14, 8.0).fill(inks.bold),
                short * 0.14,
                8.0,
            ),
            _ => Part::fixed(
                ellipse()
                    .size_box(short * 0.07, short * 0.07)
                    .fill(inks.bold),
                short * 0.07,
                short * 0.07,
            ),
        };
        let mut all = vec![mark];
        let mut head = parts::head(page, &inks);
        if let Some(first) = head.first_mut() {
            first.gap = 0.35;
        }
        all.extend(head);
        all.extend(parts::deal(page, &inks));
        all.extend(parts::tail(page, &inks));
        all.extend(parts::cta(page, &inks));
        let zone = page.live.inset_xy(page.live.w * 0.03, page.live.h * 0.06);
        let (node, taken) = page.set_sized(&all, zone, align, 0.46, (18.0, short * 0.24));
        page.root(tone)
            .children(ground::dress(page, &inks, taken, Measure::Usual))
            .child(node)
    },
};

/// Returns a pair of quotation marks as a drawing.
fn quote_mark(size: f32, color: plantain_scene::color::Color) -> Node {
    let one = |x: f32| {
        format!(
            "M{x} 62 C{x} 28 {} 6 {} 0 L{} 12 C{} 18 {} 28 {} 38 C{} 38 {} 48 {} 60 C{} 74 {} 84 {} 84 C{} 84 {x} 76 {x} 62 Z ",
            x + 14.0,
            x + 38.0,
            x + 42.0,
            x + 30.0,
            x + 22.0,
            x + 22.0,
            x + 36.0,
            x + 44.0,
            x + 44.0,
            x + 44.0,
            x + 34.0,
            x + 22.0,
            x + 8.0
        )
    };
    path(format!("{}{}", one(0.0), one(54.0)), 100.0, 86.0)
        .size_box(size, size * 0.86)
        .fill(color)
        .role("ornament")
}
