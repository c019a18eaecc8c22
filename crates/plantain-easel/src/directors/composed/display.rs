//! Texts that are the picture: great type, fields of tone, a plate.

use plantain_scene::build::rect;
use plantain_scene::node::Align;

use super::pictured::art_above;
use super::{listy, ordinary, wordy};
use crate::components::print::ground::{Measure, mixed};
use crate::components::print::{Archetype, Tone, Zone, ground, ornament, parts};
use crate::components::typeset::Part;

/// The title as large as it goes; a rule; the facts in columns.
pub const GREAT_TYPE: Archetype = Archetype {
    name: "great type",
    reason: "The words themselves are the picture: the title is set as large as the page allows.",
    suits: |page| {
        let short = page.words.title.as_ref().is_some_and(|t| t.len() <= 44);
        if !ordinary(page) || !page.art.is_empty() || listy(page) || wordy(page) || !short {
            0.0
        } else {
            0.74
        }
    },
    build: |page| {
        let tone = page.pick_tone(&[Tone::Accent, Tone::Canvas, Tone::Canvas]);
        let inks = page.inks(tone);
        let mut head = parts::head(page, &inks);
        head.extend(parts::deal(page, &inks));
        let foot = parts::foot_lines(page);
        let extra: Vec<Part> = page
            .words
            .body
            .iter()
            .map(|l| parts::body(l, &inks))
            .chain(parts::cta(page, &inks))
            .collect();
        let foot_share = if foot.is_empty() && extra.is_empty() {
            0.0
        } else if extra.is_empty() {
            0.2
        } else {
            0.36
        };
        let (top, bottom) = page.live.rows(1.0 - foot_share, page.margin * 0.5);
        let block = page.block(&head, top, page.ranged(), (24.0, page.full.h * 0.5));
        let y = if foot_share > 0.0 {
            top.y
        } else {
            top.y + (top.h - block.height) * 0.5
        };
        // Facts at the foot keep the ornament out of it.
        let high = if foot_share > 0.0 {
            page.live.bottom() - y
        } else {
            block.height
        };
        let taken = Zone::new(top.x, y, top.w, high);
        let mut root = page
            .root(tone)
            .children(ground::dress(page, &inks, taken, Measure::Full))
            .child(block.node.at(top.x, y));
        if foot_share > 0.0 {
            root = root.child(
                rect()
                    .bounds(bottom.x, bottom.y, bottom.w, 2.0)
                    .fill(inks.ink)
                    .role("rule"),
            );
            let under = Zone::new(bottom.x, bottom.y + 14.0, bottom.w, bottom.h - 14.0);
            let (text, strip) = if extra.is_empty() {
                (None, under)
            } else {
                let (t, s) = under.rows(if foot.is_empty() { 1.0 } else { 0.6 }, 8.0);
                (Some(t), s)
            };
            if let Some(text) = text {
                root = root.child(
                    page.set_sized(&extra, text, page.ranged(), 0.2, (60.0, 120.0))
                        .0,
                );
            }
            root = root.children(parts::strip(page, &foot, strip, &inks, page.ranged()));
        }
        root
    },
};

/// One strong colour over the whole page.
pub const TONE_FIELD: Archetype = Archetype {
    name: "field of colour",
    reason: "One strong colour fills the page and the type stands on it alone.",
    suits: |page| {
        if !ordinary(page)
            || !page.art.is_empty()
            || wordy(page)
            || page.studio.brief.canvas.background.is_some()
        {
            0.0
        } else {
            0.5
        }
    },
    build: |page| {
        let tone = *page
            .rng
            .fork("tone")
            .pick(&[Tone::Accent, Tone::Accent, Tone::Second]);
        let inks = page.inks(tone);
        let zone = page.live.inset_xy(page.live.w * 0.02, page.live.h * 0.02);
        let align = if page.rng.fork("align").chance(0.5) {
            Align::Center
        } else {
            page.ranged()
        };
        page.root(tone)
            .children(ground::dress(page, &inks, zone, Measure::Full))
            .children(parts::everything(page, zone, &inks, align, 0.5))
    },
};

/// A light plate with the text on a patterned or coloured ground.
pub const PLATE: Archetype = Archetype {
    name: "plate",
    reason: "A calm plate keeps the words readable on a lively ground.",
    suits: |page| {
        if !ordinary(page) || wordy(page) {
            0.0
        } else {
            0.42
        }
    },
    build: |page| {
        let mut rng = page.rng.fork("plate");
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked { Tone::Canvas } else { Tone::Accent };
        let (a, b) = (page.inks(tone), page.inks(Tone::Surface));
        let motif = *rng.pick(&[
            plantain_scene::node::Motif::Dots,
            plantain_scene::node::Motif::Diagonal,
            plantain_scene::node::Motif::Waves,
            plantain_scene::node::Motif::Checks,
        ]);
        let plate = page.full.inset(page.margin * 1.1);
        let text = plate.inset(page.margin * 0.8);
        let (art, text) = if page.ratio() > 1.3 && !page.art.is_empty() {
            let (t, a) = text.columns(0.56, page.margin * 0.6);
            (Some(a), t)
        } else {
            art_above(page, text)
        };
        let mut root = page.root(tone).child(ornament::pattern(
            page.full,
            motif,
            mixed(page, a.ink, a.ground, 0.86),
            page.margin * 0.6,
        ));
        root = root.child(
            plate
                .hold(rect())
                .fill(Tone::Surface.token())
                .radius(page.theme.radius)
                .role("plate"),
        );
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &b));
        }
        let align = if page.ratio() > 1.3 && art.is_some() {
            page.ranged()
        } else {
            Align::Center
        };
        root.children(parts::everything(page, text, &b, align, 0.5))
    },
};
