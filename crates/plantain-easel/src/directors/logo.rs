//! Logos.

use plantain_read::Genre;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, Arc, FontRole, Node, Shape};

use crate::components::print::art::{self, centred};
use crate::components::print::implied;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts_with, ornament};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Wording};
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;

pub(super) const CUSTOM: &[&str] = &[
    "swiss",
    "minimal",
    "editorial",
    "friendly",
    "mid-century",
    "botanical",
    "risograph",
    "corporate",
];

/// Returns drafts for a logo.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Wording::of(studio);
    let mut drafts = drafts_with(
        studio,
        CUSTOM,
        &[
            &LETTERS,
            &WORDMARK,
            &MARK_ABOVE,
            &MARK_BESIDE,
            &SEAL,
            &MONOGRAM,
            &CREST,
        ],
        &words,
    );
    if studio.brief.canvas.background.is_none() && studio.brief.look.dark != Some(true) {
        // On white paper the colours that the prompt names are the inks; to one alone its own shade is the second.
        let mut inks = studio.brief.look.palette.iter().map(rgb);
        let (first, second) = (inks.next(), inks.next());
        let second = second.or_else(|| first.map(|ink| ink.mix(Rgba::BLACK, 0.42)));
        for draft in &mut drafts {
            draft.theme = draft
                .theme
                .clone()
                .recolored(Some(Rgba::WHITE), first, second);
        }
    }
    drafts
}

/// Letters of a monogram, at most.
const LETTERS_MAX: usize = 3;

/// Words for what the mark is put on, which are not what it stands for.
const MEDIA: &[&str] = &[
    "app",
    "application",
    "logo",
    "icon",
    "brand",
    "company",
    "startup",
    "studio",
    "shop",
    "store",
    "website",
    "business",
    "agency",
    "mobile",
    "ios",
    "android",
    "service",
    "badge",
    "style",
    "modern",
    "vintage",
    "minimal",
    "flat",
    "simple",
    "wordmark",
];

/// Draws the mark: the object in flat colours, an icon of the topic, or the initial.
pub(super) fn mark(page: &Page<'_>, zone: Zone, color: Color) -> Vec<Node> {
    let brief = page.studio.brief;
    if let Some(letters) = initials(page) {
        let part = Part::text(letters, "mark")
            .font(FontRole::Display, 0)
            .scale(1.0, 20.0, 900.0)
            .color(color)
            .lines(1);
        let most = zone.h * 0.9;
        return vec![
            page.set_sized(&[part], zone, Align::Center, 0.5, (20.0, most))
                .0,
        ];
    }
    if !page.art.is_empty() {
        let has = |words: &[&str]| {
            brief
                .look
                .styles
                .iter()
                .any(|s| words.contains(&s.as_str()))
        };
        let prompt = brief.prompt.to_lowercase();
        let full = has(&["cartoon", "kawaii", "3d", "watercolor"])
            || prompt.contains("mascot")
            || page.art.pieces.iter().any(|p| p.tint.is_some())
            || brief.genre == Genre::AppIcon;
        // A mark is printed in the inks of its house: two with their screens, unless its things have colours of their own.
        let manner = if has(&["line", "outline", "line art"]) {
            "line"
        } else if full {
            ""
        } else {
            "stamp"
        };
        return page.art.arrange(zone, manner);
    }
    let side = zone.w.min(zone.h);
    // An app's icon may show the thing in its colours.
    let emblem = (brief.genre == Genre::AppIcon)
        .then(|| implied::emblem(&brief.topic.join(" ").to_lowercase()))
        .flatten();
    if let Some(emblem) = emblem {
        return vec![centred(zone, side).hold(object(emblem)).role("mark")];
    }
    let name = page
        .words
        .title
        .as_ref()
        .map_or(String::new(), |t| t.text.to_lowercase());
    let words = brief
        .topic
        .iter()
        .map(String::as_str)
        .filter(|word| !MEDIA.contains(word))
        .chain(name.split_whitespace().filter(|w| w.len() > 3));
    if let Some(name) = art::find_icon(words) {
        return vec![
            centred(zone, side * 0.86)
                .hold(icon(name, side))
                .color(color)
                .icon_stroke(1.7)
                .role("mark"),
        ];
    }
    vec![initial(page, zone, color)]
}

/// The first letter of the name cut out of a plain form: as a drawing, since it is a mark and not a word.
fn initial(page: &Page<'_>, zone: Zone, color: Color) -> Node {
    let side = zone.w.min(zone.h);
    let mut rng = page.rng.fork("mark");
    let place = centred(zone, side * 0.86);
    let s = place.w;
    let form = match rng.below(4) {
        0 => vec![
            path("M0 0 A50 50 0 0 1 50 50 A50 50 0 0 1 0 0 Z M50 50 A50 50 0 0 1 100 100 A50 50 0 0 1 50 50 Z", 100.0, 100.0).bounds(0.0, 0.0, s, s).fill(color),
            ellipse().bounds(s * 0.54, 0.0, s * 0.42, s * 0.42).fill(color),
        ],
        1 => (0..3).map(|i| rect().bounds(s * (0.08 + 0.3 * i as f32), s * (0.5 - 0.2 * i as f32), s * 0.22, s * (0.42 + 0.2 * i as f32)).radius(s * 0.11).fill(color)).collect(),
        2 => vec![
            shape(Shape::Ring { from: 30.0, to: 330.0, hole: 0.58 }).bounds(0.0, 0.0, s, s).fill(color).rotate(90.0),
            ellipse().bounds(s * 0.4, s * 0.4, s * 0.2, s * 0.2).fill(color),
        ],
        _ => vec![
            shape(Shape::Polygon { sides: 6, turn: 0.0 }).bounds(0.0, 0.0, s, s).stroke(color, s * 0.07),
            shape(Shape::Triangle).bounds(s * 0.3, s * 0.3, s * 0.4, s * 0.36).fill(color),
        ],
    };
    place.hold(stack()).children(form).role("mark")
}

/// The letters that are asked for as the mark ("monogram HV").
fn initials<'a>(page: &Page<'a>) -> Option<&'a Line> {
    let logo = page.studio.brief.genre == Genre::Logo && page.words.title.is_some();
    page.words
        .badges
        .iter()
        .find(|l| logo && l.literal && l.len() <= LETTERS_MAX)
}

/// The ink of the name: the first of two colours that the prompt names, as the mark is printed in the other.
fn name_ink(page: &Page<'_>, inks: &Inks) -> Color {
    match page.studio.brief.look.palette.as_slice() {
        [first, _, ..] if page.studio.brief.look.ink.is_none() => {
            rgb(first).readable_on(inks.ground, 4.5).into()
        }
        _ => inks.ink,
    }
}

fn name_parts(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let letters = initials(page);
    let mut out: Vec<Part> = words
        .title
        .iter()
        .map(|t| parts::title(page, t, name_ink(page, inks)))
        .collect();
    let beside = words.beside_title();
    let beside = beside.iter().filter(|l| Some(*l) != letters);
    out.extend(beside.map(|l| {
        let part = Part::text(l, "tagline")
            .font(FontRole::Body, 500)
            .scale(0.26, 14.0, 34.0)
            .color(inks.quiet)
            .gap(0.6);
        if parts::latin_caps(&l.text) {
            part.upper(0.18)
        } else {
            part
        }
    }));
    out
}

const MARK_ABOVE: Archetype = Archetype {
    name: "mark above name",
    reason: "The classic lock-up: the mark above the name, both on one axis.",
    suits: |page| {
        if initials(page).is_some() {
            1.3
        } else if page.ratio() < 1.6 {
            0.85
        } else {
            0.4
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = centred(page.full, page.full.w.min(page.full.h))
            .inset(page.full.w.min(page.full.h) * 0.14);
        let (top, low) = zone.rows(0.56, zone.h * 0.06);
        page.root(Tone::Canvas)
            .children(mark(page, top, inks.bold))
            .child(
                page.set_sized(
                    &name_parts(page, &inks),
                    low,
                    Align::Center,
                    0.0,
                    (20.0, zone.h * 0.2),
                )
                .0,
            )
    },
};

const MARK_BESIDE: Archetype = Archetype {
    name: "mark beside name",
    reason: "A horizontal lock-up: mark left, name right, one height.",
    suits: |page| {
        if page.ratio() > 1.2 {
            0.9
        } else if page.words.title.as_ref().is_some_and(|t| t.len() <= 16) {
            0.5
        } else {
            0.2
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let h = (page.full.h * 0.4).min(page.full.w * 0.24);
        let zone = Zone::new(
            page.full.w * 0.09,
            (page.full.h - h) * 0.5,
            page.full.w * 0.82,
            h,
        );
        let name = Zone::new(zone.x + h * 1.2, zone.y, zone.w - h * 1.2, zone.h);
        let setter_block = page.block(
            &name_parts(page, &inks),
            name,
            page.ranged(),
            (20.0, h * 0.62),
        );
        page.root(Tone::Canvas)
            .children(mark(page, Zone::new(zone.x, zone.y, h, h), inks.bold))
            .child(
                setter_block
                    .node
                    .at(name.x, name.y + (name.h - setter_block.height) * 0.5),
            )
    },
};

const SEAL: Archetype = Archetype {
    name: "seal",
    reason: "A round seal: the name runs around the mark.",
    suits: |page| {
        let words = page.words;
        let ring = words
            .title
            .as_ref()
            .is_some_and(|t| (5..=24).contains(&t.len()) && parts::latin_caps(&t.text));
        let beside = words.beside_title();
        let low = beside.len() <= 1
            && beside
                .iter()
                .all(|l| l.len() <= LOW_MAX && l.label.is_none() && parts::latin_caps(&l.text));
        if !ring || !low || !(0.6..1.7).contains(&page.ratio()) {
            return 0.0;
        }
        // A ring is what "round badge" means; a badge alone may be a shield as well.
        match (says(page, ROUND), says(page, BADGES)) {
            (true, _) => 1.5,
            (false, true) => 1.25,
            _ if beside.is_empty() => 0.72,
            _ => 0.0,
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let d = page.full.w.min(page.full.h) * 0.78;
        let zone = centred(page.full, d);
        let Some(line) = page.words.title.as_ref() else {
            return page.root(Tone::Canvas);
        };
        let size = (d * 0.092).min(d * 1.3 / line.len().max(8) as f32);
        let inner = zone.inset(d * 0.17);
        let around = text(line.text.clone())
            .role("title")
            .literal(line.literal)
            .font(FontRole::Heading)
            .weight(700)
            .size(size)
            .color(inks.bold)
            .set_text(|t| {
                t.tracking = 0.1;
                t.case = plantain_scene::node::Case::Upper;
                t.arc = Some(Arc {
                    radius: d * 0.5 - d * 0.085 - size * 0.36,
                    middle: -90.0,
                    inside: false,
                });
            });
        let around = if line.literal {
            around
        } else {
            around.filler()
        };
        let radius = d * 0.5 - d * 0.085;
        let low = page.words.beside_title();
        let root = page
            .root(Tone::Canvas)
            .child(
                zone.hold(ellipse())
                    .stroke(inks.bold, d * 0.014)
                    .role("ornament"),
            )
            .child(
                inner
                    .hold(ellipse())
                    .stroke(inks.bold, d * 0.006)
                    .role("ornament"),
            )
            .child(zone.hold(around))
            .children(low.first().map(|line| {
                let small = (d * 0.058).min(d * 0.9 / line.len().max(8) as f32);
                zone.hold(below(line, radius + small * 0.36, small, inks.bold))
            }))
            .children(stars(zone, radius, d * 0.05, low.is_empty(), inks.bold));
        root.children(mark(page, centred(zone, inner.w * 0.62), inks.bold))
    },
};

/// Longest line along the foot of a seal, in letters.
const LOW_MAX: usize = 22;

/// A line along the foot of a seal, read from left to right.
fn below(line: &Line, radius: f32, size: f32, color: Color) -> Node {
    let node = text(line.text.clone())
        .role("tagline")
        .literal(line.literal)
        .font(FontRole::Heading)
        .weight(600)
        .size(size)
        .color(color)
        .set_text(|t| {
            t.tracking = 0.1;
            t.case = plantain_scene::node::Case::Upper;
            t.arc = Some(Arc {
                radius,
                middle: 90.0,
                inside: true,
            });
        });
    if line.literal { node } else { node.filler() }
}

/// Stars on the rim of a seal: one at its foot, or one at each side of the line there.
fn stars(zone: Zone, radius: f32, size: f32, alone: bool, color: Color) -> Vec<Node> {
    let at: &[f32] = if alone { &[90.0] } else { &[4.0, 176.0] };
    let (x, y) = zone.center();
    at.iter()
        .map(|degrees| {
            let (sin, cos) = libm::sincosf(degrees.to_radians());
            shape(Shape::Star {
                points: 5,
                inner: 0.42,
            })
            .bounds(
                x + radius * cos - size * 0.5,
                y + radius * sin - size * 0.5,
                size,
                size,
            )
            .fill(color)
            .role("ornament")
        })
        .collect()
}

/// Words that ask for a round logo, and for one with a rim of some kind.
const ROUND: &[&str] = &[
    "round", "circle", "circular", "seal", "stamp", "rund", "redondo", "rond",
];
const BADGES: &[&str] = &["badge", "emblem", "crest", "shield", "patch", "insignia"];

/// Whether the prompt says one of these words besides the texts that it gives.
fn says(page: &Page<'_>, words: &[&str]) -> bool {
    page.studio
        .brief
        .heard()
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| words.contains(&word))
}

const MONOGRAM: Archetype = Archetype {
    name: "mark on a tile",
    reason: "The mark stands on a tile of colour, so that it works small as well.",
    suits: |page| {
        if page.ratio() < 1.6 && page.art.is_empty() {
            0.7
        } else {
            0.2
        }
    },
    build: |page| {
        let (inks, tile) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let side = page.full.w.min(page.full.h);
        let zone = centred(page.full, side).inset(side * 0.13);
        let (top, low) = zone.rows(0.58, zone.h * 0.07);
        let square = centred(top, top.h);
        page.root(Tone::Canvas)
            .child(
                square
                    .hold(rect())
                    .fill(Tone::Accent.token())
                    .radius(square.w * if page.theme.radius > 2.0 { 0.24 } else { 0.0 })
                    .role("tile"),
            )
            .children(mark(page, square.inset(square.w * 0.2), tile.ink))
            .child(
                page.set_sized(
                    &name_parts(page, &inks),
                    low,
                    Align::Center,
                    0.0,
                    (20.0, zone.h * 0.18),
                )
                .0,
            )
    },
};

/// Whether the prompt asks for letters as the mark.
fn wants_letters(page: &Page<'_>) -> bool {
    let prompt = page.studio.brief.prompt.to_lowercase();
    [
        "monogram",
        "lettermark",
        "letter logo",
        "initials",
        "letters ",
    ]
    .iter()
    .any(|w| prompt.contains(w))
}

/// One to three letters as the mark itself, in a ring or on a plain ground.
const LETTERS: Archetype = Archetype {
    name: "monogram",
    reason: "The letters themselves are the mark: set close, as one form.",
    suits: |page| {
        let short = page.words.title.as_ref().is_some_and(|t| t.len() <= 3);
        if short && (wants_letters(page) || page.art.is_empty()) {
            1.4
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let side = page.full.w.min(page.full.h);
        let d = side * 0.7;
        let zone = centred(page.full, d);
        let mut rest = page.words.clone();
        let mut letters: Vec<Line> = rest.title.take().into_iter().collect();
        let support = rest.drain_support();
        letters.extend(support.iter().filter(|l| l.len() <= 2).cloned());
        let others: Vec<Line> = support.into_iter().filter(|l| l.len() > 2).collect();
        let mut root = page.root(Tone::Canvas);
        let framed = page.rng.fork("frame").below(3);
        root = match framed {
            0 => root.children(ornament::double_ring(
                zone,
                d * 0.045,
                (d * 0.02, d * 0.006),
                inks.bold,
            )),
            1 => root.child(
                zone.inset(d * 0.08)
                    .hold(rect())
                    .stroke(inks.bold, d * 0.018)
                    .rotate(45.0)
                    .role("ornament"),
            ),
            _ => root,
        };
        let core = centred(zone, d * if framed == 2 { 0.9 } else { 0.62 });
        let n = letters.len().max(1) as f32;
        let overlap = if n > 1.0 { 0.08 } else { 0.0 };
        let w = core.w / (n - overlap * (n - 1.0));
        for (i, letter) in letters.iter().enumerate() {
            let cell = Zone::new(core.x + w * (1.0 - overlap) * i as f32, core.y, w, core.h);
            let color = if i % 2 == 0 { inks.bold } else { inks.ink };
            let part = Part::text(letter, "title")
                .font(FontRole::Display, 0)
                .scale(1.0, 20.0, 900.0)
                .color(color)
                .lines(1);
            root = root.child(
                page.set_sized(&[part], cell, Align::Center, 0.5, (20.0, core.h * 0.9))
                    .0,
            );
        }
        if others.is_empty() {
            return root;
        }
        let below = Zone::new(
            page.live.x,
            zone.bottom() + side * 0.02,
            page.live.w,
            page.live.bottom() - zone.bottom() - side * 0.02,
        );
        let parts: Vec<Part> = others
            .iter()
            .map(|l| {
                Part::text(l, "tagline")
                    .font(FontRole::Body, 500)
                    .scale(1.0, 14.0, 40.0)
                    .color(inks.ink)
            })
            .collect();
        root.child(
            page.set_sized(&parts, below, Align::Center, 0.3, (14.0, 40.0))
                .0,
        )
    },
};

/// The name alone, set with care: no mark, one small accent.
const WORDMARK: Archetype = Archetype {
    name: "wordmark",
    reason: "The name is the logo: one line of type with one small accent.",
    suits: |page| {
        let prompt = page.studio.brief.prompt.to_lowercase();
        let asked = [
            "wordmark",
            "word mark",
            "logotype",
            "text logo",
            "typographic logo",
            "type-only",
        ]
        .iter()
        .any(|w| prompt.contains(w));
        match (&page.words.title, asked) {
            // A thing that is asked for stands beside the name.
            _ if page
                .studio
                .brief
                .objects
                .iter()
                .any(|object| !object.absent) =>
            {
                0.0
            }
            (None, _) => 0.0,
            (Some(_), true) => 1.5,
            (Some(t), false) if t.len() <= 14 && page.art.is_empty() => 0.8,
            _ => 0.0,
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.live.inset_xy(page.live.w * 0.04, page.live.h * 0.2);
        // The name is all there is to wear a colour that was asked for.
        let dyed = !page.studio.brief.look.palette.is_empty();
        let ink = if dyed { inks.bold } else { inks.ink };
        let mut all = name_parts(page, &Inks { ink, ..inks });
        let accent = page.full.w * 0.08;
        let high = (page.full.h * 0.008).max(4.0);
        let at = all.len().min(1);
        match page.rng.fork("accent").below(3) {
            0 => all.insert(
                at,
                Part::fixed(rect().size_box(accent, high).fill(inks.bold), accent, high).gap(0.2),
            ),
            1 => all.insert(
                at,
                Part::fixed(
                    ellipse().size_box(high * 2.4, high * 2.4).fill(inks.bold),
                    high * 2.4,
                    high * 2.4,
                )
                .gap(0.16),
            ),
            _ => {}
        }
        page.root(Tone::Canvas).child(
            page.set_sized(&all, zone, Align::Center, 0.5, (20.0, page.full.w * 0.24))
                .0,
        )
    },
};

/// A shield with the mark, the name on a band across it.
const CREST: Archetype = Archetype {
    name: "crest",
    reason: "A shield gives the mark the weight of a club or a house.",
    suits: |page| {
        let prompt = page.studio.brief.prompt.to_lowercase();
        let asked = [
            "badge", "crest", "shield", "emblem", "club", "team", "academy", "esports", "clan",
        ]
        .iter()
        .any(|w| prompt.contains(w));
        let short = page.words.title.as_ref().is_some_and(|t| t.len() <= 26);
        let square = (0.6..1.7).contains(&page.ratio());
        if short && square && says(page, BADGES) && !says(page, ROUND) {
            1.25
        } else if asked && short && square && !says(page, ROUND) {
            0.95
        } else {
            0.0
        }
    },
    build: |page| {
        let (paper, on) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let side = page.full.w.min(page.full.h);
        let zone = centred(page.full, side * 0.78);
        let d = "M50 0 C66 6 84 8 98 8 C98 50 92 82 50 100 C8 82 2 50 2 8 C16 8 34 6 50 0 Z";
        let shield = Zone::new(zone.x + zone.w * 0.1, zone.y, zone.w * 0.8, zone.h * 0.92);
        let mut root = page
            .root(Tone::Canvas)
            .child(
                shield
                    .hold(path(d, 100.0, 100.0))
                    .fill(Tone::Accent.token())
                    .role("tile"),
            )
            .child(
                shield
                    .inset(shield.w * 0.035)
                    .hold(path(d, 100.0, 100.0))
                    .stroke(on.ink, shield.w * 0.012)
                    .role("ornament"),
            );
        let band = Zone::new(zone.x, zone.y + zone.h * 0.56, zone.w, zone.h * 0.17);
        let core = Zone::new(
            shield.x + shield.w * 0.2,
            shield.y + shield.h * 0.13,
            shield.w * 0.6,
            band.y - shield.y - shield.h * 0.17,
        );
        // The inks of the mark are made for the paper.
        if page.art.is_empty() {
            root = root.children(mark(page, core, on.ink));
        } else {
            let disc = centred(core, core.w.min(core.h));
            root = root
                .child(disc.hold(ellipse()).fill(Token::Canvas).role("ornament"))
                .children(mark(page, disc.inset(disc.w * 0.17), on.ink));
        }
        root = root.child(
            band.hold(rect())
                .fill(page.theme.resolve(paper.ink))
                .role("plate"),
        );
        let on_band = crate::components::print::inks_on(
            page.studio,
            page.theme,
            page.theme.resolve(paper.ink),
        );
        if let Some(title) = &page.words.title {
            let part = parts::title(page, title, on_band.ink).lines(1);
            root = root.child(
                page.set_sized(
                    &[part],
                    band.inset_xy(band.w * 0.05, band.h * 0.14),
                    Align::Center,
                    0.5,
                    (14.0, band.h * 0.7),
                )
                .0,
            );
        }
        let rest: Vec<Part> = name_parts(page, &on)
            .into_iter()
            .skip(1)
            .map(|p| p.color(on.ink))
            .collect();
        if rest.is_empty() {
            return root;
        }
        let low = Zone::new(
            shield.x + shield.w * 0.28,
            band.bottom() + shield.h * 0.02,
            shield.w * 0.44,
            shield.h * 0.14,
        );
        root.child(
            page.set_sized(&rest, low, Align::Center, 0.2, (40.0, 120.0))
                .0,
        )
    },
};
