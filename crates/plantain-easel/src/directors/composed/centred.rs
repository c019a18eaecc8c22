//! Texts on one axis: centred, ranged left, framed.

use plantain_scene::node::Align;

use super::pictured::art_above;
use super::{listy, ordinary, wordy};
use crate::components::print::ground::Measure;
use crate::components::print::ornament::FrameStyle;
use crate::components::print::{Archetype, Tone, Zone, ground, ornament, parts};

/// Everything on the middle axis.
pub const CENTRED: Archetype = Archetype {
    name: "centred",
    reason: "Few lines read best on one axis, so everything is centred.",
    suits: |page| {
        if !ordinary(page) || wordy(page) {
            0.0
        } else if page.art.is_empty() || page.ratio() < 1.3 {
            0.62
        } else {
            0.2
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.live.inset_xy(page.live.w * 0.04, page.live.h * 0.03);
        let (art, text) = art_above(page, zone);
        let nodes = parts::everything(page, text, &inks, Align::Center, 0.5);
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, text, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.children(nodes)
    },
};

/// Ranged left (or right, where reading starts there): title above, facts at the foot.
pub const RANGED: Archetype = Archetype {
    name: "ranged",
    reason: "A strong left edge carries the title above and the facts at the foot.",
    suits: |page| {
        if !ordinary(page) || listy(page) || wordy(page) {
            0.0
        } else if page.ratio() > 1.3 && !page.art.is_empty() {
            0.1
        } else {
            0.6
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut top = parts::head(page, &inks);
        top.extend(parts::deal(page, &inks));
        let mut foot = parts::tail(page, &inks);
        foot.extend(parts::cta(page, &inks));
        let n = foot.len();
        let foot = parts::louder(foot, parts::loudness(n).min(1.3));
        let (upper, lower) = page
            .live
            .rows(if foot.is_empty() { 0.8 } else { 0.66 }, page.margin * 0.4);
        let (art, upper) = if page.art.is_empty() {
            (None, upper)
        } else {
            let (text, art) = upper.rows(0.46, page.margin * 0.3);
            (Some(art), text)
        };
        let (head, taken) = page.set(
            &top,
            upper,
            page.ranged(),
            if page.art.is_empty() { 0.0 } else { 0.5 },
        );
        let lead = (60.0, (page.full.w.min(page.full.h) * 0.15).max(60.0));
        let low =
            (!foot.is_empty()).then(|| page.set_sized(&foot, lower, page.ranged(), 1.0, lead));
        // Ornaments keep clear of the facts as well.
        let clear = low.as_ref().map_or(taken, |(_, low)| {
            Zone::new(taken.x, taken.y, taken.w, low.bottom() - taken.y)
        });
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, clear, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.child(head).children(low.map(|(node, _)| node))
    },
};

/// A frame, and the text centred in it.
pub const FRAMED: Archetype = Archetype {
    name: "framed",
    reason: "A drawn frame holds the words together and gives the page its formality.",
    suits: |page| {
        if !ordinary(page) || wordy(page) {
            0.0
        } else if page.art.is_empty() {
            0.45
        } else {
            0.3
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut rng = page.rng.fork("frame");
        let outer = page.full.inset(page.margin * 0.55);
        let style = *rng.pick(&[
            FrameStyle::Double,
            FrameStyle::Corners,
            FrameStyle::Scooped,
            FrameStyle::Beveled,
        ]);
        let zone = page.live.inset(page.margin * 0.5);
        let (art, text) = art_above(page, zone);
        let mut root = page
            .root(Tone::Canvas)
            .children(ornament::frame(outer, inks.bold, style));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.children(parts::everything(page, text, &inks, Align::Center, 0.5))
    },
};
