//! Countdowns: what is waited for, and the time that is left in tiles.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole};

use crate::components::print::ground::{self, Measure};
use crate::components::print::parts;
use crate::components::print::{Archetype, Page, Tone, Zone};
use crate::components::typeset::Part;
use crate::components::wording::Line;
use crate::directors::composed;

/// Most tiles that stand in one row.
const TILES_MAX: usize = 4;

/// The time that is left in tiles under what is waited for.
pub(super) const COUNTDOWN: Archetype = Archetype {
    name: "countdown",
    reason: "The time that is left stands in equal tiles, so that it is read in a second.",
    suits: |page| {
        let tiles = counted(page).0.len();
        if (1..=TILES_MAX).contains(&tiles) && composed::ordinary(page) {
            2.0
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
        let (tiles, others) = counted(page);
        let words = page.words;
        let mut tail: Vec<Part> = words.body.iter().map(|l| parts::body(l, &inks)).collect();
        tail.extend(others.iter().map(|line| parts::fact(line, &inks)));
        tail.extend(words.contact.iter().map(|l| parts::contact(l, &inks)));
        tail.extend(words.brand.as_ref().map(|l| parts::brand(l, &inks)));
        tail.extend(words.small.iter().map(|l| parts::small(l, &inks)));
        tail.extend(parts::deal(page, &inks));
        tail.extend(parts::cta(page, &inks));
        let gap = page.margin * 0.5;
        let tall = page.ratio() < 0.8;
        let n = tiles.len();
        // A lone figure stands as large as a row of them.
        let wide = (page.live.w - gap * (n.max(2) - 1) as f32) / n.max(2) as f32;
        let side = wide.min(page.live.h * if tall { 0.2 } else { 0.34 });
        let foot = if tail.is_empty() {
            0.0
        } else {
            (page.live.h * 0.2).min(side)
        };
        let low = foot + if tail.is_empty() { 0.0 } else { gap };
        let row = Zone::new(
            page.live.x,
            page.live.bottom() - low - side - if tall { page.live.h * 0.06 } else { 0.0 },
            page.live.w,
            side,
        );
        let top = Zone::new(
            page.live.x,
            page.live.y,
            page.live.w,
            row.y - page.live.y - page.margin * 0.6,
        );
        let (art, text) = if page.art.is_empty() {
            (None, top)
        } else if tall {
            let (text, art) = top.rows(0.5, page.margin * 0.4);
            (Some(art), text)
        } else {
            let (text, art) = top.columns(0.62, page.margin * 0.4);
            (Some(art), text)
        };
        let head = parts::head(page, &inks);
        let (node, taken) = page.set(&head, text, Align::Center, if tall { 0.6 } else { 0.5 });
        let mut root = page
            .root(tone)
            .children(ground::dress(page, &inks, taken, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root = root.child(node);
        let all = side * n as f32 + gap * (n - 1) as f32;
        let start = row.x + (row.w - all.min(row.w)) / 2.0;
        for (i, line) in tiles.iter().enumerate() {
            let cell = Zone::new(start + i as f32 * (side + gap), row.y, side, side);
            let fill = page.theme.resolve(inks.bold);
            let ink = plantain_scene::theme::ink_on(fill).readable_on(fill, 4.5);
            root = root.child(
                cell.hold(rect())
                    .fill(inks.bold)
                    .radius(page.theme.radius.min(side * 0.2))
                    .role("tile"),
            );
            let part = Part::text(line, "fact")
                .font(FontRole::Heading, 700)
                .scale(1.0, 16.0, side * 0.34)
                .color(ink)
                .lines(3);
            let inside = cell.inset(side * 0.12);
            root = root.child(
                page.set_sized(&[part], inside, Align::Center, 0.5, (14.0, side * 0.34))
                    .0,
            );
        }
        if !tail.is_empty() {
            let zone = Zone::new(page.live.x, page.live.bottom() - foot, page.live.w, foot);
            root = root.child(page.set(&tail, zone, Align::Center, 0.5).0);
        }
        root
    },
};

/// The parts of the countdown, and the other facts.
fn counted(page: &Page<'_>) -> (Vec<Line>, Vec<Line>) {
    let brief = page.studio.brief;
    let parts: Vec<&str> = brief
        .lists
        .iter()
        .filter(|list| list.kind == "countdown")
        .flat_map(|list| &list.items)
        .filter_map(|at| Some(brief.literals.get(*at)?.text.as_str()))
        .collect();
    page.words
        .facts
        .iter()
        .cloned()
        .partition(|line| parts.contains(&line.text.as_str()))
}
