//! Pages built on the thing itself: cropped large, repeated as a field, held by a disc, and a title that climbs the side.

use plantain_scene::build::*;
use plantain_scene::node::{Align, Node};

use super::upright;
use crate::components::print::art::centred;
use crate::components::print::ground::mixed;
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::{Archetype, Page, Tone, Zone};
use crate::components::typeset::Part;
use crate::directors::composed;

/// Whether a single kind of thing is to be shown, in no counted number.
fn one_kind(page: &Page<'_>) -> bool {
    let pieces = &page.art.pieces;
    let objects = &page.studio.brief.objects;
    !pieces.is_empty()
        && pieces.iter().all(|p| p.phrase == pieces[0].phrase)
        && objects
            .get(pieces[0].phrase)
            .is_none_or(|o| o.count.is_none_or(|n| n == 1))
}

/// The thing, larger than the page, leaves it at a corner; the words keep the free side.
pub const CROPPED: Archetype = Archetype {
    name: "cropped large",
    reason: "Cropped by the edge the thing becomes monumental, and the words get a calm field.",
    suits: |page| {
        let single = one_kind(page) && page.art.len() <= 3;
        if single
            && composed::ordinary(page)
            && !composed::wordy(page)
            && page.words.rows.is_empty()
        {
            0.84
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = page.pick_tone(&[Tone::Canvas, Tone::Accent, Tone::Canvas, Tone::Second]);
        let inks = page.inks(tone);
        let (w, h) = (page.full.w, page.full.h);
        let wide = page.ratio() > 1.1;
        let side = if wide {
            h * 1.12
        } else {
            (w * 1.02).min(h * 0.66)
        };
        let mut rng = page.rng.fork("crop");
        let right = rng.chance(0.6);
        let x = match (wide, right) {
            (true, true) => w - side * 0.86,
            (true, false) => -side * 0.14,
            (false, true) => w - side * 0.84,
            (false, false) => -side * 0.16,
        };
        let y = if wide {
            h - side * 0.92
        } else {
            h - side * 0.88
        };
        let place = Zone::new(x, y, side, side);
        // A thing in the colours of the theme needs its own ground where the page is coloured.
        let halo = if tone == Tone::Canvas {
            mixed(page, inks.bold, inks.ground, 0.82)
        } else {
            page.inks(Tone::Canvas).ground.into()
        };
        let mut root = page.root(tone);
        root = root.child(
            centred(place, side * 0.98)
                .hold(ellipse())
                .fill(halo)
                .role("ornament"),
        );
        let tilt = rng.range(-10.0, 10.0);
        root = root.children(page.art.pieces.first().map(|piece| {
            place
                .inset(side * 0.06)
                .hold(piece.node(&page.theme.manner))
                .rotate(tilt)
        }));
        let mut head = parts::head(page, &inks);
        head.extend(parts::deal(page, &inks));
        let mut tail = parts::tail(page, &inks);
        tail.extend(parts::cta(page, &inks));
        if wide {
            let free = w - side * 0.86;
            let left = if right {
                page.live.x
            } else {
                w - free + page.margin * 0.3
            };
            let zone = Zone::new(left, page.live.y, free - page.margin * 1.3, page.live.h);
            head.extend(tail);
            return root.child(page.set(&head, zone, page.ranged(), 0.5).0);
        }
        let top = Zone::new(
            page.live.x,
            page.live.y,
            page.live.w,
            y + side * 0.01 - page.live.y - page.margin * 0.25,
        );
        head.extend(tail);
        root.child(page.set(&head, top, page.ranged(), 0.0).0)
    },
};

/// The thing repeated over the whole sheet, the words on a plate in the middle of it.
pub const REPEATED: Archetype = Archetype {
    name: "repeated field",
    reason: "Repeated over the sheet the thing becomes a pattern; a plate keeps the words calm.",
    suits: |page| {
        let few = page.words.chars() < 240 && page.words.rows.is_empty();
        if one_kind(page) && few && composed::ordinary(page) {
            0.7
        } else {
            0.0
        }
    },
    build: |page| {
        let tone = page.pick_tone(&[Tone::Accent, Tone::Canvas, Tone::Second]);
        let plate_inks = page.inks(Tone::Surface);
        let root = page.root(tone).children(lattice(page));
        let (w, h) = (page.full.w, page.full.h);
        let lines = page.words.support() as f32;
        let high = (h * (0.34 + 0.045 * lines)).min(h * 0.66);
        let wide = if page.ratio() > 1.3 {
            w * 0.56
        } else {
            w * 0.76
        };
        let plate = Zone::new((w - wide) * 0.5, (h - high) * 0.5, wide, high);
        root.child(
            plate
                .hold(rect())
                .fill(Tone::Surface.token())
                .radius(page.theme.radius)
                .role("plate"),
        )
        .child(
            plate
                .inset(page.margin * 0.24)
                .hold(rect())
                .stroke(plate_inks.bold, (page.margin * 0.04).max(1.5))
                .radius((page.theme.radius - page.margin * 0.2).max(0.0))
                .role("frame"),
        )
        .children(parts::everything(
            page,
            plate.inset(page.margin * 0.7),
            &plate_inks,
            Align::Center,
            0.5,
        ))
    },
};

/// The first thing in rows that are shifted by half a step, turned a little.
fn lattice(page: &Page<'_>) -> Vec<Node> {
    let (w, h) = (page.full.w, page.full.h);
    let mut rng = page.rng.fork("lattice");
    let step = (w.min(h) / rng.range(3.6, 4.6)).max(40.0);
    let kinds: Vec<_> = page.art.pieces.iter().take(1).collect();
    let mut out = Vec::new();
    let (columns, rows) = ((w / step) as i32 + 2, (h / step) as i32 + 2);
    for r in -1..rows {
        for c in -1..columns {
            let shift = if r % 2 == 0 { 0.0 } else { step * 0.5 };
            let (x, y) = (c as f32 * step + shift, r as f32 * step);
            let tilt = if (r + c) % 2 == 0 { -12.0 } else { 10.0 };
            let size = step * 0.66;
            out.extend(kinds.iter().map(|piece| {
                piece
                    .node(&page.theme.manner)
                    .bounds(x + (step - size) * 0.5, y + (step - size) * 0.5, size, size)
                    .rotate(tilt)
                    .role("ornament")
            }));
        }
    }
    out
}

/// A great disc holds the picture or the title; the facts stand below it.
pub const DISC: Archetype = Archetype {
    name: "disc",
    reason: "One great disc gathers everything that leads; what follows stands quietly below.",
    suits: |page| {
        let short = page.words.title.as_ref().is_some_and(|t| t.len() <= 34);
        if page.ratio() < 0.62 && short {
            0.2
        } else if upright(page) && short && !composed::wordy(page) && page.words.rows.is_empty() {
            0.66
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let on = page.inks(Tone::Accent);
        let (w, h) = (page.full.w, page.full.h);
        let mut tail = parts::tail(page, &inks);
        tail.extend(parts::cta(page, &inks));
        let low = if tail.is_empty() {
            0.0
        } else {
            (0.12 + 0.04 * tail.len() as f32).min(0.34)
        };
        let d = (w - page.margin * 1.2).min(h * (1.0 - low) - page.margin * 1.6);
        let top = if tail.is_empty() {
            (h - d) * 0.5
        } else {
            page.margin * 0.8
        };
        let disc = Zone::new((w - d) * 0.5, top, d, d);
        let mut root = page.root(Tone::Canvas).child(
            disc.hold(ellipse())
                .fill(Tone::Accent.token())
                .role("ornament"),
        );
        let mut rng = page.rng.fork("disc");
        if rng.chance(0.6) {
            root = root.child(
                disc.inset(d * 0.028)
                    .hold(ellipse())
                    .stroke(on.mark, d * 0.008)
                    .role("ornament"),
            );
        }
        let mut head = parts::head(page, &on);
        head.extend(parts::deal(page, &on));
        let (cx, cy) = disc.center();
        let text = if page.art.is_empty() {
            Zone::new(cx - d * 0.36, cy - d * 0.26, d * 0.72, d * 0.52)
        } else {
            let art = Zone::new(cx - d * 0.3, disc.y + d * 0.08, d * 0.6, d * 0.4);
            let side = art.h * 1.12;
            root = root.child(
                centred(art, side)
                    .hold(ellipse())
                    .fill(Tone::Canvas.token())
                    .role("ornament"),
            );
            root = root.children(
                page.art
                    .arrange(art.inset(art.h * 0.08), &page.theme.manner),
            );
            Zone::new(cx - d * 0.34, cy + d * 0.02, d * 0.68, d * 0.3)
        };
        root = root.child(
            page.set_sized(&head, text, Align::Center, 0.5, (16.0, d * 0.26))
                .0,
        );
        if tail.is_empty() {
            return root;
        }
        let n = tail.len();
        let tail = parts::louder(tail, parts::loudness(n).min(1.5));
        let zone = Zone::new(
            page.live.x,
            disc.bottom() + page.margin * 0.35,
            page.live.w,
            h - disc.bottom() - page.margin * 1.0,
        );
        root.child(
            page.set_sized(&tail, zone, Align::Center, 0.5, (44.0, w * 0.18))
                .0,
        )
    },
};

/// The title climbs the left edge on a band; the rest stands beside it.
pub const SPINE: Archetype = Archetype {
    name: "spine",
    reason: "Turned on its side the name runs the whole height and leaves a clear column for everything else.",
    suits: |page| {
        let short = page
            .words
            .title
            .as_ref()
            .is_some_and(|t| t.literal && t.len() <= 18);
        let plain = page
            .words
            .title
            .as_ref()
            .is_some_and(|t| parts::latin_caps(&t.text));
        if upright(page)
            && short
            && plain
            && !parts::is_parallel(page)
            && page.words.support() >= 2
            && !composed::wordy(page)
        {
            0.62
        } else {
            0.0
        }
    },
    build: |page| {
        let (band, paper) = (page.inks(Tone::Accent), page.inks(Tone::Canvas));
        let (w, h) = (page.full.w, page.full.h);
        let wide = w * 0.3;
        let mut root = page.root(Tone::Canvas).child(
            rect()
                .bounds(0.0, 0.0, wide, h)
                .fill(Tone::Accent.token())
                .role("band"),
        );
        if let Some(title) = &page.words.title {
            // Set flat, then turned about its middle.
            let part = parts::title(page, title, band.ink).lines(1);
            let flat = Zone::new(
                wide * 0.5 - (h - page.margin * 2.0) * 0.5,
                h * 0.5 - wide * 0.38,
                h - page.margin * 2.0,
                wide * 0.76,
            );
            let block = page.block(&[part], flat, Align::Center, (16.0, wide * 0.8));
            let y = flat.y + (flat.h - block.height) * 0.5;
            root = root.child(
                block
                    .node
                    .bounds(flat.x, y, flat.w, block.height)
                    .rotate(-90.0),
            );
        }
        let column = Zone::new(
            wide + page.margin * 0.8,
            page.live.y,
            w - wide - page.margin * 1.6,
            page.live.h,
        );
        let mut rest: Vec<Part> = page
            .words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &paper))
            .collect();
        rest.extend(
            page.words
                .sub
                .iter()
                .map(|l| parts::sub(l, &paper).scale(0.5, 16.0, 70.0)),
        );
        rest.extend(page.words.by.iter().map(|l| parts::by(l, &paper)));
        rest.extend(parts::deal(page, &paper));
        let mut tail = parts::tail(page, &paper);
        tail.extend(parts::cta(page, &paper));
        rest.extend(parts::louder(tail, 1.3));
        let text = if page.art.is_empty() {
            let (top, text) = column.rows(0.34, page.margin * 0.5);
            let d = top.w.min(top.h);
            let color = mixed(page, paper.bold, paper.ground, 0.12);
            root = root.children(ornament::rings(
                (top.x + d * 0.5, top.y + d * 0.5),
                d * 0.5,
                &[color, paper.ground.into(), paper.mark, paper.ground.into()],
            ));
            text
        } else {
            let (art, text) = column.rows(0.46, page.margin * 0.5);
            root = root.children(page.art.arrange(art, &page.theme.manner));
            text
        };
        root.child(
            page.set_sized(&rest, text, page.ranged(), 1.0, (40.0, w * 0.2))
                .0,
        )
    },
};
