//! Labels of one sheet: centred, unrolled, typographic, round, banded.

use plantain_scene::build::*;
use plantain_scene::node::{Align, Node, Shape};

use super::{foot, foot_parts, foot_strip, kind, maker, rows_in, sheet, story, title};
use crate::components::print::ground::mixed;
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone};
use crate::components::typeset::Part;
use crate::directors::composed;

/// Everything on the axis, in a frame, the foot spread to the sides.
pub(super) const CENTRE_LABEL: Archetype = Archetype {
    name: "centred label",
    reason: "A label is read at arm's length: maker, name and kind on one axis, weights at the foot.",
    suits: |page| if composed::ordinary(page) { 0.8 } else { 0.0 },
    build: |page| {
        let (zone, paper, tone) = sheet(
            page,
            if page.ratio() > 1.25 {
                1.15
            } else {
                page.ratio()
            },
        );
        let inks = page.inks(tone);
        let short = zone.w.min(zone.h);
        let m = short * 0.09;
        let minimal = page.studio.brief.look.styles.iter().any(|s| s == "minimal")
            || page.theme.name == "minimal";
        let mut root = page.root(Tone::Canvas).children(paper);
        if !minimal {
            let style = *page.rng.fork("frame").pick(&[
                FrameStyle::Double,
                FrameStyle::Scooped,
                FrameStyle::Beveled,
                FrameStyle::Corners,
            ]);
            root = root.children(ornament::frame(zone.inset(m * 0.42), inks.bold, style));
        }
        let inner = zone.inset(if minimal { m } else { m * 1.25 });
        let lines = foot(page);
        let foot_h = if lines.is_empty() {
            0.0
        } else {
            (inner.h * if lines.len() > 3 { 0.2 } else { 0.07 }).max(20.0)
        };
        let main = Zone::new(inner.x, inner.y, inner.w, inner.h - foot_h * 1.7);
        let (list, main) = rows_in(page, main, &inks);
        let mut all = maker(page, &inks);
        let (art, text) = if page.art.is_empty() {
            (None, main)
        } else {
            let (a, t) = main.rows(0.46, short * 0.03);
            (Some(a), t)
        };
        if art.is_none() && !all.is_empty() {
            all.push(Part::rule(0.12, 2.0, inks.bold).gap(0.22));
        }
        let mut name = title(page, &inks, short * 0.2);
        if let Some(first) = name.first_mut() {
            first.gap = 0.35;
        }
        all.extend(name);
        all.extend(kind(page, &inks));
        if inner.h > 420.0 {
            all.extend(story(page, &inks));
        } else {
            all.extend(
                page.words
                    .body
                    .iter()
                    .filter(|l| l.literal)
                    .map(|l| parts::small(l, &inks)),
            );
        }
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root = root
            .child(
                page.set_sized(&all, text, Align::Center, 0.46, (24.0, short * 0.17))
                    .0,
            )
            .children(list);
        let strip = Zone::new(inner.x, inner.bottom() - foot_h, inner.w, foot_h);
        if !lines.is_empty() {
            root = root.child(ornament::rule(strip, foot_h * 0.35, inks.line));
        }
        root.children(foot_strip(page, &lines, strip, &inks, Align::Center))
    },
};

/// The label unrolled: story left, name in the middle, figures and bars right.
pub(super) const WRAP: Archetype = Archetype {
    name: "wrap-around label",
    reason: "The label is shown unrolled: the name in front, the story and the figures on the sides.",
    suits: |page| {
        if page.ratio() >= 1.25 && composed::ordinary(page) && page.words.rows.is_empty() {
            0.95
        } else {
            0.0
        }
    },
    build: |page| {
        let (zone, paper, tone) = sheet(page, page.ratio().clamp(1.6, 2.4));
        let inks = page.inks(tone);
        let m = zone.h * 0.1;
        let (left, rest) = zone.columns(0.27, 0.0);
        let (middle, right) = rest.columns(0.63, 0.0);
        let mut root = page.root(Tone::Canvas).children(paper);
        for x in [middle.x, right.x] {
            root = root.child(
                rect()
                    .bounds(x - 0.75, zone.y + m, 1.5, zone.h - 2.0 * m)
                    .fill(inks.line)
                    .role("rule"),
            );
        }
        let mut front = maker(page, &inks);
        front.push(Part::fixed(rect().size_box(28.0, 3.0).fill(inks.bold), 28.0, 3.0).gap(0.3));
        let mut name = title(page, &inks, zone.h * 0.2);
        if let Some(first) = name.first_mut() {
            first.gap = 0.3;
        }
        front.extend(name);
        front.extend(
            kind(page, &inks)
                .into_iter()
                .take(page.words.sub.len().max(1)),
        );
        let centre = middle.inset_xy(m * 0.6, m);
        let (art, text) = if page.art.is_empty() {
            (None, centre)
        } else {
            let (a, t) = centre.rows(0.42, m * 0.3);
            (Some(a), t)
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root = root.child(
            page.set_sized(&front, text, Align::Center, 0.5, (24.0, zone.h * 0.15))
                .0,
        );
        let notes: Vec<Part> = story(page, &inks)
            .into_iter()
            .chain(
                kind(page, &inks)
                    .into_iter()
                    .skip(page.words.sub.len().max(1)),
            )
            .collect();
        let l = left.inset_xy(m * 0.6, m);
        root = root.child(
            page.set_sized(&notes, l, page.ranged(), 0.0, (85.0, 110.0))
                .0,
        );
        if notes.is_empty() || page.words.body.is_empty() {
            let mark = crate::components::print::art::centred(l, l.w.min(l.h) * 0.4);
            root = root.child(emblem(page, mark, &inks));
        }
        let r = right.inset_xy(m * 0.6, m);
        let bars_h = (r.h * 0.16).min(r.w * 0.4);
        let lines = foot(page);
        let figures = Zone::new(r.x, r.y, r.w, r.h - bars_h - m * 0.4);
        root = root.child(
            page.set_sized(
                &foot_parts(&lines, &inks),
                figures,
                page.ranged(),
                0.0,
                (70.0, 95.0),
            )
            .0,
        );
        let bars = Zone::new(r.x, r.bottom() - bars_h, (bars_h * 1.9).min(r.w), bars_h);
        root.child(ornament::barcode(
            bars,
            inks.ink,
            &mut page.rng.fork("bars"),
        ))
    },
};

/// A small mark of plain forms for a label without a picture.
fn emblem(page: &Page<'_>, zone: Zone, inks: &Inks) -> Node {
    const WET: &[&str] = &[
        "water",
        "oil",
        "serum",
        "shampoo",
        "soap",
        "lotion",
        "toner",
        "gin",
        "vodka",
        "rum",
        "syrup",
        "juice",
        "milk",
        "gel",
        "perfume",
        "cleaner",
        "detergent",
        "sanitizer",
        "vinegar",
        "essence",
    ];
    let mut rng = page.rng.fork("emblem");
    // A drop stands for what flows.
    let heard = page.studio.brief.heard();
    let wet = heard
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| WET.contains(&word));
    let forms: &[usize] = if wet { &[0, 1, 2] } else { &[0, 2] };
    match *rng.pick(forms) {
        0 => ornament::sprig(zone, inks.bold, &mut rng),
        1 => zone.hold(stack()).role("ornament").children([
            ellipse()
                .bounds(0.0, 0.0, zone.w, zone.h)
                .stroke(inks.bold, 2.0),
            shape(Shape::Drop)
                .bounds(zone.w * 0.3, zone.h * 0.2, zone.w * 0.4, zone.h * 0.56)
                .fill(inks.bold),
        ]),
        _ => zone
            .hold(stack())
            .role("ornament")
            .children((0..4).map(|i| {
                let inset = zone.w * 0.12 * i as f32;
                ellipse()
                    .bounds(inset, inset, zone.w - 2.0 * inset, zone.h - 2.0 * inset)
                    .stroke(inks.bold, 2.0)
            })),
    }
}

/// Ranged left with much air: a maker's line, a large light name, a table of figures.
pub(super) const SWISS_LABEL: Archetype = Archetype {
    name: "typographic label",
    reason: "Type alone: a large name ranged left, the figures in a quiet row below, and much air.",
    suits: |page| {
        if composed::ordinary(page) && page.art.is_empty() && page.words.rows.is_empty() {
            0.78
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.full.inset_xy(page.margin * 1.5, page.margin * 1.4);
        let top = maker(page, &inks);
        let mut root = page.root(Tone::Canvas);
        let (node, taken) = page.set_sized(
            &top,
            Zone::new(zone.x, zone.y, zone.w, zone.h * 0.1),
            page.ranged(),
            0.0,
            (80.0, 120.0),
        );
        root = root.child(node);
        let y = taken.bottom() + page.margin * 0.45;
        if !top.is_empty() {
            root = root.child(
                rect()
                    .bounds(zone.x, y, zone.w, 2.0)
                    .fill(inks.ink)
                    .role("rule"),
            );
        }
        let mut lines = foot(page);
        // Without figures the kind of goods stands at the foot, so that the label has one.
        let moved = lines.is_empty();
        if moved {
            lines = page.words.facts.clone();
        }
        let low = (zone.h * 0.13).max(44.0);
        let foot_zone = Zone::new(zone.x, zone.bottom() - low, zone.w, low);
        let mut main = title(page, &inks, zone.h * 0.26);
        main.extend(kind(page, &inks).into_iter().take(if moved {
            page.words.sub.len()
        } else {
            usize::MAX
        }));
        let wide = page.ratio() > 1.3 && !page.words.body.is_empty();
        let room = Zone::new(
            zone.x,
            y + page.margin * 0.6,
            if wide { zone.w * 0.62 } else { zone.w },
            foot_zone.y - y - page.margin * 1.2,
        );
        if !wide {
            main.extend(story(page, &inks));
        }
        root = root.child(
            page.set_sized(&main, room, page.ranged(), 0.35, (24.0, zone.h * 0.24))
                .0,
        );
        if wide {
            let side = Zone::new(zone.x + zone.w * 0.7, room.y, zone.w * 0.3, room.h);
            root = root.child(
                page.set_sized(&story(page, &inks), side, page.ranged(), 0.9, (90.0, 112.0))
                    .0,
            );
        }
        if lines.is_empty() {
            return root;
        }
        root = root.child(
            rect()
                .bounds(zone.x, foot_zone.y, zone.w, 1.0)
                .fill(inks.ink)
                .role("rule"),
        );
        root.children(foot_strip(
            page,
            &lines,
            Zone::new(foot_zone.x, foot_zone.y + low * 0.2, foot_zone.w, low * 0.8),
            &inks,
            page.ranged(),
        ))
    },
};

/// A round label.
pub(super) const ROUND: Archetype = Archetype {
    name: "round label",
    reason: "A round label for the lid: the name on the middle line, the rest above and below.",
    suits: |page| {
        let prompt = page.studio.brief.prompt.to_lowercase();
        let asked = ["round", "circle", "circular", " lid"]
            .iter()
            .any(|w| prompt.contains(w));
        if asked && (0.6..1.6).contains(&page.ratio()) && page.words.rows.is_empty() {
            1.4
        } else if (0.72..1.4).contains(&page.ratio())
            && page.words.rows.is_empty()
            && page.words.chars() < 120
        {
            0.72
        } else {
            0.0
        }
    },
    build: |page| {
        let d = page.full.w.min(page.full.h) * 0.92;
        let disc = crate::components::print::art::centred(page.full, d);
        let asked = page.studio.brief.canvas.background.is_some()
            || !page.studio.brief.look.palette.is_empty();
        let tone = if asked { Tone::Canvas } else { Tone::Accent };
        let inks = page.inks(tone);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            disc.hold(ellipse())
                .fill(tone.token())
                .stroke(inks.ink, d * 0.008)
                .role("label"),
        );
        root = root.child(
            disc.inset(d * 0.03)
                .hold(ellipse())
                .stroke(inks.ink, d * 0.003),
        );
        let inner = crate::components::print::art::centred(disc, d * 0.68);
        let mut parts = maker(page, &inks);
        let (art, text) = if page.art.is_empty() {
            (None, inner)
        } else {
            let (a, t) = inner.rows(0.4, d * 0.02);
            (Some(a), t)
        };
        parts.extend(title(page, &inks, d * 0.17));
        parts.extend(kind(page, &inks));
        parts.extend(
            page.words
                .body
                .iter()
                .filter(|l| l.literal)
                .map(|l| parts::small(l, &inks)),
        );
        let lines = foot(page);
        if !lines.is_empty() {
            parts.push(Part::rule(0.24, 2.0, inks.bold).gap(0.3));
            parts.extend(foot_parts(&lines, &inks));
        }
        if let Some(art) = art {
            root = root.children(
                page.art
                    .arrange(art.inset_xy(art.w * 0.12, 0.0), &page.theme.manner),
            );
        } else {
            let dot = d * 0.018;
            for x in [disc.x + d * 0.09, disc.right() - d * 0.09 - dot] {
                root = root.child(
                    ellipse()
                        .bounds(x, disc.center().1 - dot * 0.5, dot, dot)
                        .fill(inks.ink)
                        .role("ornament"),
                );
            }
        }
        root.child(
            page.set_sized(&parts, text, Align::Center, 0.5, (20.0, d * 0.16))
                .0,
        )
    },
};

/// A band of colour through the middle carries the name.
pub(super) const BAND_LABEL: Archetype = Archetype {
    name: "banded label",
    reason: "A band of colour across the label carries the name; everything else stays off it.",
    suits: |page| {
        // An ink that is asked for is that of the name, which a band would take another for.
        if page.studio.brief.look.ink.is_none()
            && composed::ordinary(page)
            && page.ratio() < 1.3
            && page.words.rows.is_empty()
        {
            0.66
        } else {
            0.0
        }
    },
    build: |page| {
        let (paper, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let h = page.full.h;
        let m = page.margin;
        let middle = Zone::new(0.0, h * 0.4, page.full.w, h * 0.27);
        let top = Zone::new(
            page.live.x,
            page.live.y,
            page.live.w,
            middle.y - page.live.y - m * 0.6,
        );
        let low = Zone::new(
            page.live.x,
            middle.bottom() + m * 0.6,
            page.live.w,
            page.live.bottom() - middle.bottom() - m * 0.6,
        );
        let line = mixed(page, paper.bold, paper.ground, 0.3);
        let mut root = page
            .root(Tone::Canvas)
            .child(middle.hold(rect()).fill(Tone::Accent.token()));
        for y in [middle.y - 9.0, middle.bottom() + 5.0] {
            root = root.child(
                rect()
                    .bounds(0.0, y, page.full.w, 4.0)
                    .fill(line)
                    .role("ornament"),
            );
        }
        root = root.child(
            page.set_sized(
                &title(page, &band, h * 0.2),
                middle.inset_xy(m, middle.h * 0.12),
                Align::Center,
                0.5,
                (20.0, h * 0.16),
            )
            .0,
        );
        let upper = maker(page, &paper);
        if page.art.is_empty() {
            if upper.is_empty() {
                root = root.child(emblem(
                    page,
                    crate::components::print::art::centred(top, top.h * 0.56),
                    &paper,
                ));
            }
            root = root.child(
                page.set_sized(&upper, top, Align::Center, 0.5, (90.0, 170.0))
                    .0,
            );
        } else {
            let (art, text) = top.rows(if upper.is_empty() { 1.0 } else { 0.76 }, 6.0);
            root = root.children(page.art.arrange(art, &page.theme.manner));
            root = root.child(
                page.set_sized(&upper, text, Align::Center, 0.5, (60.0, 110.0))
                    .0,
            );
        }
        let mut rest = kind(page, &paper);
        rest.extend(
            page.words
                .body
                .iter()
                .filter(|l| l.literal || low.h > 200.0)
                .map(|l| parts::small(l, &paper).measure(34.0)),
        );
        rest.extend(foot_parts(&foot(page), &paper));
        root.child(
            page.set_sized(&rest, low, Align::Center, 0.4, (65.0, 130.0))
                .0,
        )
    },
};
