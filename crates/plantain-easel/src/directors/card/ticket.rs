//! Tickets and passes for events.

mod admission;

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::print::art::centred;
use crate::components::print::ground::{self, mixed};
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::picture;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

use super::business::card_mark;

/// Returns drafts for a ticket or a pass.
pub fn ticket(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "poster-bold",
        "seventies",
        "risograph",
        "mid-century",
        "art-deco",
        "neon",
        "swiss",
        "playful",
    ];
    drafts(
        studio,
        CUSTOM,
        &[
            &STUB,
            &admission::BILLET,
            &admission::FIELD,
            &PASS,
            &composed::STRIP,
            &composed::TOWER,
        ],
    )
}

/// Facts of a ticket as labelled cells.
fn cells(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks) -> Vec<Node> {
    if lines.is_empty() {
        return Vec::new();
    }
    let n = lines.len();
    let columns = if zone.w > zone.h * 2.2 {
        n.min(4)
    } else {
        n.min(2)
    };
    let rows = n.div_ceil(columns);
    let gap = 18.0;
    let size_max = (page.full.h * 0.06).clamp(34.0, 48.0);
    let h = zone.h / rows as f32;
    // A column is as wide as its longest fact asks: a seat needs less than a date.
    let letters = |column: usize| {
        let own = lines.iter().skip(column).step_by(columns);
        own.map(|l| l.len().clamp(5, 20)).max().unwrap_or(5) as f32
    };
    let all: f32 = (0..columns).map(letters).sum();
    let unit = (zone.w - gap * (columns - 1) as f32) / all;
    let parts_of = |line: &Line| {
        let mut parts = Vec::new();
        if let Some(tag) = &line.label {
            let tag = Line {
                text: tag.text.clone(),
                role: Role::Label,
                literal: tag.literal,
                label: None,
                order: 0,
            };
            parts.push(
                Part::text(&tag, "label")
                    .scale(0.5, 14.0, 22.0)
                    .color(inks.quiet),
            );
        }
        let bare = Line {
            label: None,
            ..line.clone()
        };
        parts.push(
            Part::text(&bare, node_role(line.role))
                .font(FontRole::Heading, 700)
                .scale(1.0, 14.0, size_max)
                .color(inks.ink)
                .gap(0.15)
                .leading(1.15),
        );
        parts
    };
    let zone_of = |i: usize| {
        let column = i % columns;
        let before: f32 = (0..column).map(|c| letters(c) * unit + gap).sum();
        Zone::new(
            zone.x + before,
            zone.y + (i / columns) as f32 * h,
            letters(column) * unit,
            h - 6.0,
        )
    };
    let size = lines
        .iter()
        .enumerate()
        .map(|(i, l)| {
            page.block(&parts_of(l), zone_of(i), page.ranged(), (14.0, size_max))
                .lead
        })
        .fold(size_max, f32::min);
    lines
        .iter()
        .enumerate()
        .map(|(i, l)| {
            page.set_sized(
                &parts_of(l),
                zone_of(i),
                page.ranged(),
                0.5,
                (14.0_f32.min(size), size),
            )
            .0
        })
        .collect()
}

/// Kicker, title and what stands under it, the lines below the title at this share of its size and no larger than this.
fn head(page: &Page<'_>, inks: &Inks, (share, most): (f32, f32)) -> Vec<Part> {
    let words = page.words;
    let mut out = parts::name(page, inks, inks.ink);
    out.extend(words.sub.iter().map(|l| {
        Part::text(l, "subtitle")
            .font(FontRole::Heading, 600)
            .scale(share, 16.0, most)
            .color(inks.pop)
            .gap(0.25)
    }));
    out.extend(words.body.iter().map(|l| parts::body(l, inks)));
    out
}

/// Whether the piece hangs around a neck.
fn is_pass(page: &Page<'_>) -> bool {
    let heard = page.studio.brief.heard();
    ["pass", "lanyard", "badge", "backstage", "accreditation"]
        .iter()
        .any(|word| heard.contains(word))
}

/// A ticket with a stub: name and facts left, price and bars on the stub.
const STUB: Archetype = Archetype {
    name: "ticket with stub",
    reason: "A perforation divides the ticket: the show on the large part, entry data on the stub.",
    suits: |page| {
        if page.ratio() >= 1.1 && composed::ordinary(page) {
            1.0
        } else if page.ratio() >= 0.8 && !is_pass(page) {
            // A ticket is wide on any canvas; around it is the table.
            1.0
        } else {
            0.0
        }
    },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked {
            Tone::Surface
        } else {
            *page
                .rng
                .fork("tone")
                .pick(&[Tone::Accent, Tone::Surface, Tone::Second])
        };
        let inks = page.inks(tone);
        let back = page.inks(Tone::Canvas);
        let w = page.full.w * 0.92;
        let h = (page.full.h * 0.82).min(w * 0.5);
        let body = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
        let notch = 0.74;
        let mut root = page.root(Tone::Canvas);
        root = root.child(ornament::pattern(
            page.full,
            plantain_scene::node::Motif::Diagonal,
            mixed(page, back.ink, back.ground, 0.95),
            22.0,
        ));
        root = root.child(
            body.hold(shape(Shape::Ticket { notch }))
                .fill(tone.token())
                .role("ticket"),
        );
        let x = body.x + w * notch;
        root = root.child(
            path("M0 0 L0 100", 1.0, 100.0)
                .bounds(x, body.y + h * 0.12, 1.0, h * 0.76)
                .dashed(inks.quiet, 2.5, 9.0, 8.0)
                .role("perforation"),
        );
        let pad = h * 0.11;
        let main = Zone::new(
            body.x + pad * 1.2,
            body.y + pad,
            w * notch - pad * 2.2,
            h - 2.0 * pad,
        );
        let stub = Zone::new(
            x + pad * 0.7,
            body.y + pad,
            w * (1.0 - notch) - pad * 1.7,
            h - 2.0 * pad,
        );
        let words = page.words;
        let mut rest = words.clone();
        let mut stub_lines: Vec<Line> = rest
            .price
            .take()
            .into_iter()
            .chain(rest.badges.drain(..))
            .chain(rest.small.drain(..))
            .collect();
        let head = head(page, &inks, (0.5, 50.0));
        rest.sub.clear();
        rest.body.clear();
        let mut lines = rest.drain_support();
        lines.extend(words.buttons.iter().cloned());
        if stub_lines.is_empty() && lines.len() > 1 {
            stub_lines.extend(lines.pop());
        }
        let share = if lines.is_empty() {
            1.0
        } else if lines.len() > 4 {
            0.5
        } else {
            0.66
        };
        let (top, low) = main.rows(share, pad * 0.4);
        let (art, top) = if page.art.is_empty() {
            (None, top)
        } else {
            let (t, a) = top.columns(0.7, pad * 0.4);
            (Some(a), t)
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root = root.child(
            page.set_sized(&head, top, page.ranged(), 0.2, (18.0, h * 0.3))
                .0,
        );
        if !lines.is_empty() {
            root = root.child(ornament::rule(low, pad * 0.2, inks.line));
            root = root.children(cells(page, &lines, low, &inks));
        }
        let bars = Zone::new(stub.x, stub.bottom() - stub.h * 0.3, stub.w, stub.h * 0.3);
        let stub_parts: Vec<Part> = stub_lines
            .iter()
            .enumerate()
            .map(|(i, l)| {
                Part::text(l, node_role(l.role))
                    .font(FontRole::Heading, 700)
                    .scale(if i == 0 { 1.0 } else { 0.6 }, 14.0, 60.0)
                    .color(inks.ink)
                    .gap(0.3)
            })
            .collect();
        root = root.child(ornament::barcode(
            bars,
            inks.ink,
            &mut page.rng.fork("bars"),
        ));
        let upper = Zone::new(stub.x, stub.y, stub.w, stub.h * 0.62);
        if stub_parts.is_empty() {
            root.children(card_mark(
                page,
                centred(upper, upper.w.min(upper.h) * 0.7),
                inks.bold,
            ))
        } else {
            root.child(
                page.set_sized(&stub_parts, upper, Align::Center, 0.45, (14.0, 60.0))
                    .0,
            )
        }
    },
};

/// A tall pass to be hung around the neck.
const PASS: Archetype = Archetype {
    name: "hanging pass",
    reason: "A tall pass: slot at the top, the name large, the rights of entry on a band.",
    suits: |page| {
        if page.ratio() < 1.1 && composed::ordinary(page) {
            if is_pass(page) || page.ratio() < 0.8 {
                1.0
            } else {
                0.4
            }
        } else {
            0.0
        }
    },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked { Tone::Canvas } else { Tone::Surface };
        let (inks, band) = (page.inks(tone), page.inks(Tone::Accent));
        let h = page.full.h * 0.92;
        let w = (h * 0.68).min(page.full.w * 0.9);
        let card = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            card.hold(rect())
                .fill(tone.token())
                .stroke(mixed(page, inks.bold, inks.ground, 0.2), 3.0)
                .radius(w * 0.06)
                .role("pass"),
        );
        root = root.child(
            rect()
                .bounds(
                    card.center().0 - w * 0.1,
                    card.y + h * 0.03,
                    w * 0.2,
                    h * 0.018,
                )
                .radius(h * 0.01)
                .fill(inks.quiet)
                .role("slot"),
        );
        let words = page.words;
        let pad = w * 0.09;
        let inner = Zone::new(
            card.x + pad,
            card.y + h * 0.08,
            w - 2.0 * pad,
            h * 0.87 - pad * 0.3,
        );
        let mut rest = words.clone();
        let flag = rest
            .badges
            .pop()
            .or_else(|| rest.sub.pop())
            .or_else(|| rest.facts.pop());
        let picture_h = inner.h * 0.3;
        let top = Zone::new(inner.x, inner.y, inner.w, picture_h);
        root = if page.art.is_empty() {
            root.child(picture::picture(page, top, &inks, picture::subject(page)))
        } else {
            root.children(ground::stage(page, top, &inks))
        };
        let mut head = parts::name(page, &inks, inks.ink);
        rest.kicker.clear();
        head.extend(rest.drain_support().iter().map(|l| parts::fact(l, &inks)));
        head.extend(parts::cta(page, &inks));
        let band_h = if flag.is_some() { inner.h * 0.17 } else { 0.0 };
        let text = Zone::new(
            inner.x,
            top.bottom() + pad * 0.4,
            inner.w,
            inner.bottom() - band_h - top.bottom() - pad * 0.9,
        );
        root = root.child(
            page.set_sized(&head, text, Align::Center, 0.5, (18.0, h * 0.14))
                .0,
        );
        if let Some(line) = &flag {
            let zone = Zone::new(card.x, inner.bottom() - band_h, w, band_h);
            let part = Part::text(line, "badge")
                .font(FontRole::Display, 0)
                .scale(1.0, 16.0, 90.0)
                .color(band.ink)
                .lines(1);
            root = root.child(zone.hold(rect()).fill(Tone::Accent.token()));
            root = root.child(
                page.set_sized(
                    &[part],
                    zone.inset_xy(pad, band_h * 0.2),
                    Align::Center,
                    0.5,
                    (16.0, band_h * 0.5),
                )
                .0,
            );
        }
        root
    },
};
