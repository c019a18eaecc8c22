//! A picture beside, above or under the texts.

use plantain_scene::build::rect;
use plantain_scene::node::{Align, Node};

use super::{listy, ordinary, wordy};
use crate::components::print::ground::Measure;
use crate::components::print::parts::RowStyle;
use crate::components::print::{Archetype, Page, Tone, Zone, ground, parts};
use crate::components::typeset::Part;

/// Splits a zone for art above text; no art, all text.
pub fn art_above(page: &Page<'_>, zone: Zone) -> (Option<Zone>, Zone) {
    if page.art.is_empty() {
        return (None, zone);
    }
    let lines = (page.words.support() + page.words.rows.len() * 2) as f32;
    let share = if page.words.is_empty() {
        1.0
    } else {
        (0.62 - lines * 0.035).clamp(0.3, 0.6)
    };
    let (top, rest) = zone.rows(share, zone.h * 0.04);
    (Some(top), rest)
}

/// A field of colour beside or above the picture or the facts.
pub const SPLIT: Archetype = Archetype {
    name: "split field",
    reason: "The page is divided: a field of colour for the words, the rest for what they are about.",
    suits: |page| {
        if !ordinary(page) {
            0.0
        } else if !page.art.is_empty() {
            0.72
        } else if page.words.support() >= 3 {
            0.4
        } else {
            0.0
        }
    },
    build: |page| {
        let mut rng = page.rng.fork("split");
        let (words_tone, other_tone) = if page.studio.brief.canvas.background.is_some() {
            (Tone::Canvas, Tone::Soft)
        } else {
            *rng.pick(&[
                (Tone::Accent, Tone::Canvas),
                (Tone::Canvas, Tone::Soft),
                (Tone::Ink, Tone::Canvas),
                (Tone::Canvas, Tone::Accent),
            ])
        };
        let (a, b) = (page.inks(words_tone), page.inks(other_tone));
        let wide = page.ratio() > 1.1;
        let (words, other) = if wide {
            let (l, r) = page.full.columns(0.53, 0.0);
            if rng.chance(0.3) { (r, l) } else { (l, r) }
        } else {
            let (t, u) = page.full.rows(0.5, 0.0);
            if rng.chance(0.35) { (t, u) } else { (u, t) }
        };
        let align = if wide { page.ranged() } else { Align::Center };
        let mut root = page
            .root(Tone::Canvas)
            .child(words.hold(rect()).fill(words_tone.token()));
        root = root.child(other.hold(rect()).fill(other_tone.token()));
        let inner = words.inset(page.margin);
        if page.art.is_empty() {
            let mut head = parts::head(page, &a);
            head.extend(parts::deal(page, &a));
            root = root.child(page.set(&head, inner, align, 0.5).0);
            return root.children(rest_of(page, other.inset(page.margin), &b, align));
        }
        root.children(parts::everything(page, inner, &a, align, 0.5))
            .children(ground::stage(page, other.inset(page.margin * 0.8), &b))
    },
};

/// Sets rows, tail and calls to action in a zone.
pub(super) fn rest_of(
    page: &Page<'_>,
    zone: Zone,
    inks: &crate::components::print::Inks,
    align: Align,
) -> Vec<Node> {
    let mut tail = parts::tail(page, inks);
    tail.extend(parts::cta(page, inks));
    let tail = {
        let n = tail.len();
        parts::louder(tail, parts::loudness(n))
    };
    let lead = (60.0, (zone.w.min(zone.h) * 0.3).max(60.0));
    if page.words.rows.is_empty() {
        return vec![page.set_sized(&tail, zone, align, 0.5, lead).0];
    }
    if tail.is_empty() {
        return parts::rows(page, &page.words.rows, zone, inks, RowStyle::Lines);
    }
    let (list, rest) = zone.rows(0.74, zone.h * 0.04);
    let mut nodes = parts::rows(page, &page.words.rows, list, inks, RowStyle::Lines);
    nodes.push(page.set_sized(&tail, rest, align, 0.5, lead).0);
    nodes
}

/// The picture in the middle, large; title above, facts in a strip below.
pub const HERO: Archetype = Archetype {
    name: "hero picture",
    reason: "The picture leads; the title stands above it and the facts in one strip below.",
    suits: |page| {
        if page.art.is_empty()
            || !ordinary(page)
            || page.ratio() > 1.3
            || listy(page)
            || wordy(page)
        {
            0.0
        } else {
            0.8
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut head = parts::head(page, &inks);
        head.extend(parts::deal(page, &inks));
        let foot = parts::foot_lines(page);
        let body: Vec<Part> = page
            .words
            .body
            .iter()
            .map(|l| parts::body(l, &inks))
            .chain(parts::cta(page, &inks))
            .collect();
        let (top, rest) = page
            .live
            .rows(if head.len() > 2 { 0.34 } else { 0.27 }, page.margin * 0.4);
        let low = if foot.is_empty() {
            0.0
        } else if foot.len() > 3 {
            0.3
        } else {
            0.18
        } + if body.is_empty() { 0.0 } else { 0.16 };
        let (art, bottom) = rest.rows(1.0 - low, page.margin * if low > 0.0 { 0.4 } else { 0.0 });
        let (head, taken) = page.set(&head, top, Align::Center, 0.3);
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, taken, Measure::Usual));
        root = root.children(ground::stage(page, art, &inks)).child(head);
        let (text, strip) = if body.is_empty() {
            (None, bottom)
        } else {
            let (t, s) = bottom.rows(if foot.is_empty() { 1.0 } else { 0.5 }, 8.0);
            (Some(t), s)
        };
        if let Some(text) = text {
            root = root.child(
                page.set_sized(&body, text, Align::Center, 0.5, (60.0, 110.0))
                    .0,
            );
        }
        root.children(parts::strip(page, &foot, strip, &inks, Align::Center))
    },
};

/// The title on a band of colour; below it the list, the text, the facts.
pub const BANDED: Archetype = Archetype {
    name: "banded",
    reason: "A band of colour holds the title; what follows is set in order below it.",
    suits: |page| {
        if !ordinary(page) {
            0.0
        } else if listy(page) {
            0.85
        } else if page.words.support() >= 4 {
            0.5
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = *page
            .rng
            .fork("tone")
            .pick(&[Tone::Accent, Tone::Ink, Tone::Second]);
        let (a, b) = (page.inks(tone), page.inks(Tone::Canvas));
        let mut head = parts::head(page, &a);
        head.extend(parts::deal(page, &a));
        let share = if listy(page) { 0.26 } else { 0.44 };
        let (band, rest) = page.full.rows(share, 0.0);
        let align = if page.ratio() > 1.2 {
            page.ranged()
        } else {
            Align::Center
        };
        let inner = Zone::new(
            page.live.x,
            band.y + page.margin * 0.7,
            page.live.w,
            band.h - page.margin * 1.4,
        );
        let mut root = page
            .root(Tone::Canvas)
            .child(band.hold(rect()).fill(tone.token()));
        root = root.child(page.set(&head, inner, align, 0.5).0);
        let mut below = Zone::new(
            page.live.x,
            rest.y + page.margin * 0.7,
            page.live.w,
            page.live.bottom() - rest.y - page.margin * 0.7,
        );
        if !page.art.is_empty() {
            let (art, text) = if page.ratio() > 1.1 {
                let (t, a) = below.columns(0.58, page.margin);
                (a, t)
            } else {
                below.rows(0.42, page.margin * 0.4)
            };
            root = root.children(ground::stage(page, art, &b));
            below = text;
        }
        root.children(rest_of(page, below, &b, align))
    },
};
