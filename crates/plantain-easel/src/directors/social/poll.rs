//! Polls: a question and its answers.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole};

use crate::components::print::ground::{self, Measure};
use crate::components::print::parts;
use crate::components::print::{Archetype, Tone, Zone};
use crate::components::typeset::Part;
use crate::directors::composed;

/// A question with answers to tap.
pub(super) const POLL: Archetype = Archetype {
    name: "question and answers",
    reason: "The answers are large, equal buttons under the question.",
    suits: |page| {
        if page.words.buttons.len() >= 2 && composed::ordinary(page) {
            1.3
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = if page.studio.brief.canvas.background.is_some() {
            Tone::Canvas
        } else {
            *page.rng.fork("tone").pick(&[Tone::Canvas, Tone::Accent])
        };
        let inks = page.inks(tone);
        let words = page.words;
        let mut head = parts::head(page, &inks);
        head.extend(parts::deal(page, &inks));
        head.extend(parts::tail(page, &inks));
        let n = words.buttons.len();
        let tall = page.ratio() < 0.8;
        let (top, low) = page
            .live
            .rows(if tall { 0.56 } else { 0.6 }, page.margin * 0.6);
        let (art, text) = if page.art.is_empty() {
            (None, top)
        } else {
            let (a, t) = top.rows(0.5, page.margin * 0.4);
            (Some(a), t)
        };
        let (node, taken) = page.set(
            &head,
            text,
            Align::Center,
            if art.is_some() { 0.2 } else { 0.6 },
        );
        let mut root = page
            .root(tone)
            .children(ground::dress(page, &inks, taken, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root = root.child(node);
        let gap = page.margin * 0.4;
        let columns = if low.w / n as f32 > 240.0 && n <= 3 {
            n
        } else {
            1
        };
        let rows = n.div_ceil(columns);
        let w = (low.w - gap * (columns - 1) as f32) / columns as f32;
        let h = ((low.h - gap * (rows - 1) as f32) / rows as f32).min(130.0);
        for (i, line) in words.buttons.iter().enumerate() {
            let cell = Zone::new(
                low.x + (i % columns) as f32 * (w + gap),
                low.y + (i / columns) as f32 * (h + gap),
                w,
                h,
            );
            let fill = if i % 2 == 0 { inks.bold } else { inks.mark };
            let ground = page.theme.resolve(fill);
            let ink = plantain_scene::theme::ink_on(ground).readable_on(ground, 4.5);
            let part = Part::text(line, "button")
                .font(FontRole::Heading, 700)
                .scale(1.0, 16.0, 48.0)
                .color(ink)
                .lines(1);
            root = root.child(
                cell.hold(rect())
                    .fill(fill)
                    .radius(h * 0.5)
                    .role("button-face"),
            );
            root = root.child(
                page.set_sized(
                    &[part],
                    cell.inset_xy(h * 0.3, h * 0.18),
                    Align::Center,
                    0.5,
                    (16.0, h * 0.42),
                )
                .0,
            );
        }
        root
    },
};
