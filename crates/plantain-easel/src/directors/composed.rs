//! The director for anything: sets any text well, with whatever is to be illustrated. Also the fallback of every other genre,
//! so each archetype here takes one word or three hundred.

use plantain_scene::build::*;
use plantain_scene::node::{Align, Node};

use crate::components::print::ground::{Measure, mixed};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts::{self, RowStyle};
use crate::components::print::picture;
use crate::components::print::{Archetype, Page, Tone, Zone, drafts, ground};
use crate::components::typeset::Part;
use crate::directors::product;
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "editorial",
    "swiss",
    "minimal",
    "friendly",
    "mid-century",
    "botanical",
    "poster-bold",
    "risograph",
    "corporate",
    "night",
];

/// Returns drafts for any brief.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if product::several(studio) {
        return product::direct(studio);
    }
    drafts(studio, CUSTOM, ALL)
}

/// The archetypes that take any content.
pub const ALL: &[&Archetype] = &[
    &CENTRED,
    &RANGED,
    &SPLIT,
    &HERO,
    &GREAT_TYPE,
    &FRAMED,
    &BANDED,
    &COLUMNS,
    &STRIP,
    &TOWER,
    &TONE_FIELD,
    &PLATE,
];

/// From this ratio on, and below its inverse, a page is a strip or a tower.
const STRIP_RATIO: f32 = 2.5;

/// Returns whether the page is neither a strip nor a tower.
pub fn ordinary(page: &Page<'_>) -> bool {
    page.ratio() < STRIP_RATIO && page.ratio() > 1.0 / STRIP_RATIO
}

/// Returns whether the text is too long for display settings.
pub fn wordy(page: &Page<'_>) -> bool {
    page.words.chars() > 420 || page.words.body.iter().any(|b| b.len() > 260)
}

fn listy(page: &Page<'_>) -> bool {
    page.words.rows.len() >= 3
}

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
fn rest_of(
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
fn columns_of_text(
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
