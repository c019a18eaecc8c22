//! Signs that order or warn.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, FontRole, Node, Shape};

use super::{paint, wants};
use crate::components::print::art::{self, centred};
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, inks_on};
use crate::directors::composed;

/// The eight-sided form of a stop sign.
pub(super) const OCTAGON: Archetype = Archetype {
    name: "eight-sided sign",
    reason: "The eight-sided form says stop before a word is read.",
    suits: |page| {
        if !composed::ordinary(page) {
            0.0
        } else if wants(page, &["stop sign", "stop-sign", "octagon"]) {
            2.0
        } else {
            0.0
        }
    },
    build: |page| {
        let told = told_color(page);
        let red = told.unwrap_or(Rgba::hex(0xc1121f));
        let side = page.full.w.min(page.full.h) * 0.88;
        let place = centred(page.full, side);
        let inks = inks_on(page.studio, page.theme, red);
        let octagon = |z: Zone, color: Color| {
            z.hold(shape(Shape::Polygon {
                sides: 8,
                turn: 22.5,
            }))
            .fill(color)
        };
        let mut all = parts::head(
            page,
            &Inks {
                ink: Rgba::WHITE.into(),
                pop: Rgba::WHITE.into(),
                quiet: Rgba::WHITE.into(),
                ..inks
            },
        );
        all.extend(parts::deal(page, &inks));
        all.extend(parts::tail(page, &inks));
        all.extend(parts::cta(page, &inks));
        let ground = if page.studio.brief.canvas.background.is_some() && told.is_none() {
            page.root(Tone::Canvas)
        } else {
            page.root(Tone::Canvas).fill(Rgba::hex(0xe9edf1))
        };
        ground
            .child(
                octagon(place, Rgba::WHITE.into())
                    .shadow(6.0, 24.0, Color::Fixed(Rgba::BLACK).alpha(0.2))
                    .role("sign"),
            )
            .child(octagon(place.inset(side * 0.012), Color::Fixed(red)))
            .child(octagon(place.inset(side * 0.04), Rgba::WHITE.into()))
            .child(octagon(place.inset(side * 0.055), Color::Fixed(red)))
            .child(
                page.set(
                    &all,
                    place.inset_xy(side * 0.13, side * 0.2),
                    Align::Center,
                    0.5,
                )
                .0,
            )
    },
};

/// Returns the colour that a stop sign is told to have: "a green stop sign", "a stop sign that is green".
fn told_color(page: &Page<'_>) -> Option<Rgba> {
    const LEADS: &[&str] = &[
        "that", "which", "is", "in", "painted", "colored", "coloured",
    ];
    let heard = page.studio.brief.heard();
    let (before, after) = heard.split_once("stop sign")?;
    let color = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let [r, g, b] = plantain_read::color_of(word, "en")?;
        Some(Rgba::rgb(r, g, b))
    };
    let behind = after
        .split_whitespace()
        .find(|word| !LEADS.contains(word))
        .filter(|_| {
            after.trim_start().starts_with("that ") || after.trim_start().starts_with("in ")
        });
    before
        .split_whitespace()
        .next_back()
        .and_then(color)
        .or_else(|| behind.and_then(color))
}

/// Everything on a sign in one block of strong letters.
fn shouted(page: &Page<'_>, inks: &Inks) -> Vec<crate::components::typeset::Part> {
    let mut all: Vec<_> = page
        .words
        .kicker
        .iter()
        .map(|l| parts::kicker(l, inks))
        .collect();
    all.extend(page.words.title.as_ref().map(|t| {
        let part = parts::title(page, t, inks.ink);
        if parts::latin_caps(&t.text) {
            part.upper(0.0)
        } else {
            part
        }
    }));
    all.extend(
        page.words
            .sub
            .iter()
            .map(|l| parts::sub(l, inks).scale(0.42, 16.0, 90.0)),
    );
    all.extend(parts::deal(page, inks));
    all.extend(parts::louder(parts::tail(page, inks), 1.5));
    all.extend(parts::cta(page, inks));
    all
}

/// Slanted stripes of danger along a strip.
fn hazard(zone: Zone, ink: Rgba) -> Node {
    let step = zone.h * 0.9;
    let n = (zone.w / step) as usize + 3;
    let stripes = (0..n).map(|i| {
        let x = step * (i as f32 - 1.0);
        ornament::tight(
            &[
                (x, zone.h),
                (x + step * 0.5, zone.h),
                (x + step * 0.5 + zone.h, 0.0),
                (x + zone.h, 0.0),
            ],
            ink.into(),
        )
    });
    zone.hold(stack()).clip().children(stripes).role("ornament")
}

/// A rounded triangle with a mark of exclamation or the thing that one is warned of.
fn triangle(page: &Page<'_>, zone: Zone, ink: Rgba, ground: Rgba) -> Vec<Node> {
    let side = zone.w.min(zone.h * 1.12);
    let place = centred(zone, side);
    let (w, h) = (side, side * 0.89);
    let d = "M50 3 C53 3 55 5 57 8 L98 78 C100 82 98 86 93 86 L7 86 C2 86 0 82 2 78 L43 8 C45 5 47 3 50 3 Z";
    let outer = path(d, 100.0, 88.0)
        .bounds(place.x, place.y + (side - h) * 0.5, w, h)
        .fill(ink)
        .role("sign");
    let inner = path(d, 100.0, 88.0)
        .bounds(
            place.x + w * 0.085,
            place.y + (side - h) * 0.5 + h * 0.098,
            w * 0.83,
            h * 0.83,
        )
        .fill(ground)
        .role("sign");
    let mut out = vec![outer, inner];
    let glyph = Zone::new(
        place.x + w * 0.3,
        place.y + (side - h) * 0.5 + h * 0.4,
        w * 0.4,
        h * 0.44,
    );
    // "yellow triangle": the form that the sign has anyway warns of nothing.
    let form = |noun: &str| {
        matches!(
            noun,
            "triangle" | "square" | "circle" | "diamond" | "rectangle"
        )
    };
    let formed = page.studio.brief.objects.iter().all(|o| form(&o.noun));
    if page.art.is_empty() || formed {
        let t = glyph.w * 0.26;
        let x = glyph.x + (glyph.w - t) * 0.5;
        out.push(
            rect()
                .bounds(x, glyph.y - h * 0.06, t, glyph.h * 0.72)
                .radius(t * 0.5)
                .fill(ink)
                .role("mark"),
        );
        out.push(
            ellipse()
                .bounds(x, glyph.bottom() - t * 1.05, t, t)
                .fill(ink)
                .role("mark"),
        );
    } else {
        out.extend(page.art.arrange(glyph, "silhouette"));
    }
    out
}

/// Black on yellow between stripes, with a triangle.
pub(super) const WARNING: Archetype = Archetype {
    name: "warning sign",
    reason: "Black on yellow between stripes is read as danger before a word is.",
    suits: |page| {
        let warned = wants(
            page,
            &[
                "caution",
                "warning",
                "danger",
                "wet",
                "hazard",
                "beware",
                "careful",
                "slippery",
                "mind the",
                "watch your",
                "high voltage",
                "hot surface",
            ],
        );
        if warned && composed::ordinary(page) {
            1.3
        } else {
            0.0
        }
    },
    build: |page| {
        let yellow = paint(page, 0xffcc00);
        // "red and white": the second colour that is named letters the first.
        let named = page.studio.brief.look.palette.get(1);
        let black = match named.map(crate::wardrobe::rgb) {
            Some(ink) if ink.contrast(yellow) >= 3.0 => ink,
            _ if yellow.is_dark() => Rgba::WHITE,
            _ => Rgba::hex(0x16140f),
        };
        let full = page.full;
        let inks = Inks {
            ink: black.into(),
            pop: black.into(),
            quiet: black.into(),
            bold: black.into(),
            ..inks_on(page.studio, page.theme, yellow)
        };
        let band = (full.w.min(full.h) * 0.085).max(12.0);
        let mut root = page
            .root(Tone::Canvas)
            .child(full.hold(rect()).fill(yellow).role("sign"))
            .child(hazard(Zone::new(0.0, 0.0, full.w, band), black))
            .child(hazard(Zone::new(0.0, full.h - band, full.w, band), black));
        let zone = full.inset_xy(page.margin, band + page.margin * 0.7);
        let (mark, text) = if page.ratio() > 1.25 {
            zone.columns(0.34, page.margin * 0.6)
        } else {
            zone.rows(0.42, page.margin * 0.4)
        };
        root = root.children(triangle(page, mark, black, yellow));
        let align = if page.ratio() > 1.25 {
            page.ranged()
        } else {
            Align::Center
        };
        root.child(page.set(&shouted(page, &inks), text, align, 0.5).0)
    },
};

/// A red ring with a bar over what must not be done.
pub(super) const PROHIBITION: Archetype = Archetype {
    name: "prohibition sign",
    reason: "The red ring with its bar forbids in every language; the words say what.",
    suits: |page| {
        let title = format!("{} {}", titled(page), asked_as(page));
        let forbids = [
            "no ",
            "do not",
            "don't",
            "keep out",
            "stop ",
            "not allowed",
            "forbidden",
            "verboten",
            "prohibido",
            "interdit",
            "proibido",
            "vietato",
            "yasak",
            "zakaz",
            "запрещ",
            "заборон",
            "不准",
            "ممنوع",
            "אסור",
        ]
        .iter()
        .any(|w| title.starts_with(w) || title.contains(&format!(" {w}")));
        let forbids = forbids || title.contains("禁止") || title.contains("禁煙");
        if forbids && composed::ordinary(page) {
            1.3
        } else {
            0.0
        }
    },
    build: |page| {
        let red = paint(page, 0xc8102e);
        let full = page.full;
        let white = Rgba::WHITE;
        let black = Rgba::hex(0x151515);
        let inks = Inks {
            ink: black.into(),
            pop: red.readable_on(white, 4.5).into(),
            quiet: black.into(),
            bold: red.readable_on(white, 3.0).into(),
            ..inks_on(page.studio, page.theme, white)
        };
        let edge = (full.w.min(full.h) * 0.03).max(5.0);
        let mut root = page
            .root(Tone::Canvas)
            .child(full.hold(rect()).fill(white).role("sign"))
            .child(
                full.inset(edge)
                    .hold(rect())
                    .stroke(red, edge * 0.8)
                    .radius(edge * 1.6)
                    .role("border"),
            );
        let zone = full.inset(page.margin * 1.1);
        let (mark, text) = if page.ratio() > 1.25 {
            zone.columns(0.38, page.margin * 0.6)
        } else {
            zone.rows(0.52, page.margin * 0.4)
        };
        let d = mark.w.min(mark.h);
        let disc = centred(mark, d);
        root = root.children(forbidden(page, disc, black));
        root = root.child(
            disc.inset(d * 0.055)
                .hold(ellipse())
                .stroke(red, d * 0.11)
                .role("ring"),
        );
        let (cx, cy) = disc.center();
        root = root.child(
            rect()
                .bounds(cx - d * 0.44, cy - d * 0.05, d * 0.88, d * 0.1)
                .fill(red)
                .rotate(45.0)
                .role("bar"),
        );
        let align = if page.ratio() > 1.25 {
            page.ranged()
        } else {
            Align::Center
        };
        root.child(page.set(&shouted(page, &inks), text, align, 0.5).0)
    },
};

/// The title in lower case.
fn titled(page: &Page<'_>) -> String {
    let title = page.words.title.as_ref();
    title.map(|t| t.text.to_lowercase()).unwrap_or_default()
}

/// The words that the prompt calls the sign by ("no parking sign"), in lower case.
fn asked_as(page: &Page<'_>) -> String {
    let brief = page.studio.brief;
    let span = brief.genre_span.clone();
    let words = span
        .and_then(|span| brief.prompt.get(span))
        .unwrap_or_default();
    words.to_lowercase()
}

/// What is forbidden, as a dark form under the bar: a thing of the brief, an icon of the words, or the letter P for parking.
fn forbidden(page: &Page<'_>, disc: Zone, ink: Rgba) -> Vec<Node> {
    let inner = centred(disc, disc.w * 0.5);
    if !page.art.is_empty() {
        return page.art.arrange(inner, "silhouette");
    }
    let called = asked_as(page);
    let said = if called.contains("no ") {
        called
    } else {
        // Icons have English names.
        let title = titled(page);
        let english = plantain_read::english(&title, &page.studio.brief.language.0);
        format!("{title} {english}")
    };
    if said.contains("parking") {
        let letter = text("P").role("mark").font(FontRole::Heading).weight(800);
        let letter = letter
            .size(inner.h * 1.15)
            .color(Color::Fixed(ink))
            .filler();
        return vec![inner.hold(col().center()).child(letter)];
    }
    let words: Vec<&str> = said
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| w.len() > 3)
        .collect();
    let icon_name = art::find_icon(words.iter().copied()).or_else(|| {
        art::find_icon(
            words
                .iter()
                .map(|w| w.trim_end_matches("ing").trim_end_matches('s'))
                .filter(|w| w.len() > 2),
        )
    });
    match icon_name {
        Some(name) => vec![
            inner
                .hold(icon(name, inner.w))
                .color(Color::Fixed(ink))
                .icon_stroke(2.0)
                .role("mark"),
        ],
        None => vec![
            inner
                .inset(inner.w * 0.12)
                .hold(ellipse())
                .fill(ink)
                .role("mark"),
        ],
    }
}
