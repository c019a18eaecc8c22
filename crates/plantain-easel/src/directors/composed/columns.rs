//! Long texts in columns, and canvases much wider or higher than usual.

use plantain_scene::build::rect;
use plantain_scene::node::{Align, Node};

use super::pictured::rest_of;
use super::{STRIP_RATIO, wordy};
use crate::components::print::ground::Measure;
use crate::components::print::parts::RowStyle;
use crate::components::print::{Archetype, Page, Tone, Zone, ground, parts, picture};
use crate::components::typeset::Part;

/// Long text: a heading, then columns of a comfortable measure.
pub const COLUMNS: Archetype = Archetype {
    name: "columns",
    reason: "The text is long, so it is set in a measure that is comfortable to read.",
    suits: |page| if wordy(page) { 1.2 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let head = parts::head(page, &inks);
        let mut zone = page.live;
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, zone, Measure::Quiet));
        if !page.art.is_empty() {
            let (text, art) = if page.ratio() > 1.2 {
                zone.columns(0.66, page.margin * 0.6)
            } else {
                let (a, t) = zone.rows(0.26, page.margin * 0.4);
                (t, a)
            };
            root = root.children(ground::stage(page, art, &inks));
            zone = text;
        }
        let mut top_end = zone.y;
        if !head.is_empty() {
            let (node, taken) = page.set_sized(
                &head,
                Zone::new(zone.x, zone.y, zone.w, zone.h * 0.3),
                page.ranged(),
                0.0,
                (20.0, zone.h * 0.14),
            );
            root = root.child(node).child(
                rect()
                    .bounds(zone.x, taken.bottom() + 14.0, zone.w, 2.0)
                    .fill(inks.bold)
                    .role("rule"),
            );
            top_end = taken.bottom() + 32.0;
        }
        let text = Zone::new(zone.x, top_end, zone.w, (zone.bottom() - top_end).max(20.0));
        root.children(columns_of_text(page, text, &inks))
    },
};

/// Sets paragraphs in columns, filling them in order, all at one size.
pub(super) fn columns_of_text(
    page: &Page<'_>,
    zone: Zone,
    inks: &crate::components::print::Inks,
) -> Vec<Node> {
    let words = page.words;
    let mut parts: Vec<Part> = words
        .body
        .iter()
        .map(|l| {
            parts::body(l, inks)
                .measure(0.0)
                .scale(0.3, 14.0, 38.0)
                .gap(0.8)
        })
        .collect();
    let tail: Vec<Part> = parts::deal(page, inks)
        .into_iter()
        .chain(words.facts.iter().map(|l| parts::fact(l, inks)))
        .chain(words.contact.iter().map(|l| parts::contact(l, inks)))
        .chain(words.brand.iter().map(|l| parts::brand(l, inks)))
        .chain(words.small.iter().map(|l| parts::small(l, inks)))
        .chain(parts::cta(page, inks))
        .collect();
    let n = if zone.w > 620.0 {
        parts.len().clamp(1, 3)
    } else {
        1
    };
    let lead = (75.0, 125.0);
    if n == 1 || !words.rows.is_empty() {
        parts.extend(tail);
        if words.rows.is_empty() {
            return vec![
                page.set_sized(
                    &parts,
                    zone,
                    page.ranged(),
                    if words.title.is_none() { 0.42 } else { 0.0 },
                    lead,
                )
                .0,
            ];
        }
        let (text, list) = zone.rows(0.5, page.margin * 0.4);
        let mut nodes = vec![page.set_sized(&parts, text, page.ranged(), 0.0, lead).0];
        nodes.extend(parts::rows(page, &words.rows, list, inks, RowStyle::Lines));
        return nodes;
    }
    parts.extend(tail);
    let gap = page.margin * 0.7;
    let width = (zone.w - gap * (n - 1) as f32) / n as f32;
    let per = parts.len().div_ceil(n);
    let size = parts
        .chunks(per)
        .map(|chunk| {
            page.block(
                chunk,
                Zone::new(0.0, 0.0, width, zone.h),
                page.ranged(),
                lead,
            )
            .lead
        })
        .fold(lead.1, f32::min);
    parts
        .chunks(per)
        .enumerate()
        .map(|(i, chunk)| {
            let column = Zone::new(zone.x + (width + gap) * i as f32, zone.y, width, zone.h);
            page.set_sized(chunk, column, page.ranged(), 0.0, (size.min(75.0), size))
                .0
        })
        .collect()
}

/// Very wide: title, facts and call to action side by side.
pub const STRIP: Archetype = Archetype {
    name: "strip",
    reason: "On a very wide format the parts stand side by side instead of below each other.",
    suits: |page| {
        if page.ratio() >= STRIP_RATIO {
            1.2
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = page.pick_tone(&[Tone::Accent, Tone::Canvas, Tone::Canvas]);
        let inks = page.inks(tone);
        let live = page.live;
        let mut root = page
            .root(tone)
            .children(ground::dress(page, &inks, live, Measure::Quiet));
        let mut zone = live;
        if !page.art.is_empty() {
            let width = (live.h * page.art.ratio().max(1.0)).min(live.w * 0.34);
            let art_left = page.rng.fork("side").chance(0.5);
            let (art, rest) = if art_left {
                (
                    Zone::new(zone.x, zone.y, width, zone.h),
                    Zone::new(
                        zone.x + width + page.margin,
                        zone.y,
                        zone.w - width - page.margin,
                        zone.h,
                    ),
                )
            } else {
                (
                    Zone::new(zone.right() - width, zone.y, width, zone.h),
                    Zone::new(zone.x, zone.y, zone.w - width - page.margin, zone.h),
                )
            };
            root = root.children(ground::stage(page, art, &inks));
            zone = rest;
        }
        let head = parts::head(page, &inks);
        let mut rest: Vec<Part> = parts::deal(page, &inks);
        rest.extend(parts::tail(page, &inks));
        rest.extend(parts::cta(page, &inks));
        if rest.is_empty() && page.words.rows.is_empty() {
            return root.child(
                page.set_sized(&head, zone, Align::Center, 0.5, (14.0, zone.h))
                    .0,
            );
        }
        let n = rest.len();
        let rest = parts::louder(rest, parts::loudness(n).min(1.6));
        let share = if head.is_empty() { 0.0 } else { 0.56 };
        let (left, right) = zone.columns(share, page.margin);
        let gap = (page.margin * 0.5).min(20.0);
        if !head.is_empty() {
            root = root.child(
                page.set_sized(&head, left, page.ranged(), 0.5, (14.0, zone.h * 0.8))
                    .0,
            );
            root = root.child(
                rect()
                    .bounds(
                        right.x - page.margin * 0.5 - 1.0,
                        zone.y + gap,
                        2.0,
                        zone.h - 2.0 * gap,
                    )
                    .fill(inks.line)
                    .role("rule"),
            );
        }
        if page.words.rows.is_empty() {
            return root.child(
                page.set_sized(&rest, right, page.ranged(), 0.5, (40.0, zone.h * 0.6))
                    .0,
            );
        }
        root.children(rest_of(page, right, &inks, page.ranged()))
    },
};

/// Very tall: parts below each other, the picture between.
pub const TOWER: Archetype = Archetype {
    name: "tower",
    reason: "On a very tall format the parts are stacked from top to bottom.",
    suits: |page| {
        if page.ratio() <= 1.0 / STRIP_RATIO {
            1.2
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = page.pick_tone(&[Tone::Accent, Tone::Canvas, Tone::Canvas]);
        let inks = page.inks(tone);
        let live = page.live;
        let mut root = page
            .root(tone)
            .children(ground::dress(page, &inks, live, Measure::Quiet));
        let mut head = parts::head(page, &inks);
        head.extend(parts::deal(page, &inks));
        let (top, rest) = live.rows(0.36, page.margin);
        root = root.child(page.set(&head, top, Align::Center, 0.2).0);
        if page.art.is_empty() {
            let silent = page.words.rows.is_empty()
                && parts::tail(page, &inks).is_empty()
                && page.words.buttons.is_empty();
            let (forms, low) = rest.rows(
                if silent { 1.0 } else { 0.5 },
                if silent { 0.0 } else { page.margin },
            );
            return root
                .child(picture::picture(
                    page,
                    forms,
                    &inks,
                    picture::Subject::Tiles,
                ))
                .children(rest_of(page, low, &inks, Align::Center));
        }
        let (art, low) = rest.rows(0.5, page.margin);
        root.children(ground::stage(page, art, &inks))
            .children(rest_of(page, low, &inks, Align::Center))
    },
};
