//! Other plans of tickets: a scooped billet on one axis, and a ticket led by a field of colour.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{Align, FontRole, Shape};

use super::{cells, head, is_pass};
use crate::components::print::art::centred;
use crate::components::print::parts;
use crate::components::print::{Archetype, Page, Tone, Zone, ornament};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::Line;
use crate::directors::card::business::card_mark;
use crate::directors::composed;

/// Whether a ticket lies on its side here.
fn wide(page: &Page<'_>) -> bool {
    composed::ordinary(page) && (page.ratio() >= 1.1 || page.ratio() >= 0.8 && !is_pass(page))
}

/// Where the ticket lies on the page.
fn lying(page: &Page<'_>) -> Zone {
    let w = page.full.w * 0.9;
    let h = (page.full.h * 0.8).min(w * 0.5);
    Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h)
}

/// What the head does not say, in reading order.
fn support(page: &Page<'_>) -> Vec<Line> {
    let mut rest = page.words.clone();
    rest.sub.clear();
    rest.body.clear();
    let mut lines = rest.drain_support();
    lines.append(&mut rest.buttons);
    lines
}

/// Facts of a billet, at most: more need cells of their own.
const BILLET_FACTS_MAX: usize = 5;

/// Everything on one axis between two rows of stars, as on tickets from a roll.
pub(super) const BILLET: Archetype = Archetype {
    name: "scooped billet",
    reason: "The ticket of a roll: scooped corners, a line inside the edge, everything on one axis.",
    suits: |page| {
        if wide(page) && support(page).len() <= BILLET_FACTS_MAX && page.art.is_empty() {
            1.0
        } else {
            0.0
        }
    },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let (ground, tone) = if asked {
            (Tone::Canvas, Tone::Surface)
        } else {
            *page
                .rng
                .fork("tone")
                .pick(&[(Tone::Accent, Tone::Surface), (Tone::Soft, Tone::Accent)])
        };
        let inks = page.inks(tone);
        let body = lying(page);
        let scoop = body.h * 0.11;
        let mut root = page
            .root(ground)
            .child(
                body.hold(shape(Shape::Scoop { scoop }))
                    .fill(tone.token())
                    .shadow(
                        body.h * 0.015,
                        body.h * 0.05,
                        Color::Token(Token::Ink, 0.16),
                    )
                    .role("ticket"),
            )
            .child(
                body.inset(body.h * 0.045)
                    .hold(shape(Shape::Scoop { scoop }))
                    .stroke(inks.bold, 2.5)
                    .role("ornament"),
            );
        let star = body.h * 0.05;
        for x in [body.x + body.w * 0.075, body.right() - body.w * 0.075] {
            for k in 0..3 {
                let y = body.y + body.h * (0.32 + 0.18 * k as f32);
                root = root.child(
                    shape(Shape::Star {
                        points: 5,
                        inner: 0.42,
                    })
                    .bounds(x - star * 0.5, y - star * 0.5, star, star)
                    .fill(inks.bold)
                    .role("ornament"),
                );
            }
        }
        let inner = body.inset_xy(body.w * 0.12, body.h * 0.13);
        let lines = support(page);
        let (top, low) = inner.rows(if lines.is_empty() { 1.0 } else { 0.68 }, body.h * 0.05);
        root = root.child(
            page.set_sized(
                &head(page, &inks, (0.46, 48.0)),
                top,
                Align::Center,
                0.5,
                (18.0, body.h * 0.26),
            )
            .0,
        );
        if lines.is_empty() {
            return root;
        }
        root.child(ornament::rule(low, 0.0, inks.line))
            .children(parts::strip(page, &lines, low, &inks, Align::Center))
    },
};

/// A field of colour with the mark and the price on one side of the tear, the show on the other.
pub(super) const FIELD: Archetype = Archetype {
    name: "ticket with colour field",
    reason: "A field of colour carries the mark and the price; the show has the paper for itself.",
    suits: |page| if wide(page) { 1.0 } else { 0.0 },
    build: |page| {
        const TEAR: f32 = 0.3;
        let (paper, field) = (page.inks(Tone::Surface), page.inks(Tone::Accent));
        let body = lying(page);
        let (w, h) = (body.w, body.h);
        let pad = h * 0.1;
        let x = body.x + w * TEAR;
        let asked = page.studio.brief.canvas.background.is_some();
        let face = Zone::new(body.x, body.y, w * TEAR - h * 0.06, h);
        let root = page
            .root(if asked { Tone::Canvas } else { Tone::Soft })
            .child(
                body.hold(shape(Shape::Ticket { notch: TEAR }))
                    .fill(Token::Surface)
                    .shadow(h * 0.015, h * 0.05, Color::Token(Token::Ink, 0.16))
                    .role("ticket"),
            )
            .child(face.hold(rect()).fill(Token::Accent).role("field"))
            .child(
                path("M0 0 L0 100", 1.0, 100.0)
                    .bounds(x, body.y + h * 0.12, 1.0, h * 0.76)
                    .dashed(paper.quiet, 2.5, 9.0, 8.0)
                    .role("perforation"),
            );
        let mut lines = support(page);
        let priced = page.words.price.as_ref();
        let kept: Vec<Line> = match lines.iter().position(|l| Some(l) == priced) {
            Some(at) => vec![lines.remove(at)],
            None => Vec::new(),
        };
        let inner = face.inset(pad);
        let (sign, below) = inner.rows(if kept.is_empty() { 1.0 } else { 0.66 }, pad * 0.3);
        let stub: Vec<Part> = kept
            .iter()
            .map(|l| {
                Part::text(l, node_role(l.role))
                    .font(FontRole::Heading, 700)
                    .scale(1.0, 14.0, 64.0)
                    .color(field.ink)
            })
            .collect();
        let main = Zone::new(
            x + pad * 0.9,
            body.y + pad,
            body.right() - x - pad * 1.9,
            h - 2.0 * pad,
        );
        let share = match lines.len() {
            0 => 1.0,
            1..=4 => 0.64,
            _ => 0.5,
        };
        let (top, low) = main.rows(share, pad * 0.5);
        let mut root = root
            .children(card_mark(
                page,
                centred(sign, sign.w.min(sign.h) * 0.8),
                field.ink,
            ))
            .child(
                page.set_sized(&stub, below, Align::Center, 0.5, (14.0, 64.0))
                    .0,
            )
            .child(
                page.set_sized(
                    &head(page, &paper, (0.46, 48.0)),
                    top,
                    page.ranged(),
                    0.3,
                    (18.0, h * 0.28),
                )
                .0,
            );
        if !lines.is_empty() {
            root = root.child(ornament::rule(low, pad * 0.2, paper.line));
            root = root.children(cells(page, &lines, low, &paper));
        }
        root
    },
};
