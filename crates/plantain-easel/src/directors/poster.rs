//! Posters: concerts, events, quotes, notices, travel, films, sport.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Motif, Node};

use crate::components::print::ground::{self, Measure, mixed};
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::picture::{self, Subject};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::typeset::Part;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "poster-bold",
    "risograph",
    "mid-century",
    "swiss",
    "seventies",
    "editorial",
    "brutalist",
    "neon",
    "botanical",
    "art-deco",
];

/// Returns drafts for a poster.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(studio, CUSTOM, ALL)
}

const ALL: &[&Archetype] = &[
    &NOTICE,
    &QUOTE,
    &PICTURE_TOP,
    &GREAT_NAME,
    &RAYS,
    &DIAGONAL,
    &TITLE_AT_FOOT,
    &composed::HERO,
    &composed::GREAT_TYPE,
    &composed::SPLIT,
    &composed::BANDED,
    &composed::FRAMED,
    &composed::RANGED,
    &composed::COLUMNS,
    &composed::STRIP,
    &composed::TOWER,
];

fn is_notice(page: &Page<'_>) -> bool {
    let title = page
        .words
        .title
        .as_ref()
        .map(|t| t.text.to_lowercase())
        .unwrap_or_default();
    ["lost", "missing", "wanted", "found", "reward"]
        .iter()
        .any(|w| title.split_whitespace().any(|t| t == *w))
}

fn upright(page: &Page<'_>) -> bool {
    composed::ordinary(page) && page.ratio() < 1.25
}

/// Lost and found: a shouting band, the picture in a frame, the facts large, the number on a band at the foot.
const NOTICE: Archetype = Archetype {
    name: "notice",
    reason: "A notice must be read across a street: a shouting band, one picture, the number at the foot.",
    suits: |page| {
        if is_notice(page) && upright(page) {
            2.0
        } else {
            0.0
        }
    },
    build: |page| {
        let (band, paper) = (page.inks(Tone::Accent), page.inks(Tone::Canvas));
        let (top, rest) = page.full.rows(0.22, 0.0);
        let head: Vec<Part> = page
            .words
            .title
            .iter()
            .map(|t| parts::title(page, t, band.ink))
            .collect();
        let mut lines: Vec<_> = page
            .words
            .sub
            .iter()
            .chain(&page.words.facts)
            .chain(&page.words.small)
            .cloned()
            .collect();
        lines.extend(page.words.price.iter().cloned());
        lines.extend(page.words.badges.iter().cloned());
        let call = page.words.contact.first().cloned().or_else(|| {
            let at = lines
                .iter()
                .position(|l| l.text.chars().filter(char::is_ascii_digit).count() >= 5)?;
            Some(lines.remove(at))
        });
        let foot_h = if call.is_some() {
            page.full.h * 0.13
        } else {
            0.0
        };
        let middle = Zone::new(
            page.live.x,
            rest.y + page.margin * 0.6,
            page.live.w,
            page.full.h - rest.y - foot_h - page.margin * 1.2,
        );
        let (art, text) = middle.rows(
            if page.art.is_empty() { 0.02 } else { 0.64 },
            page.margin * 0.5,
        );
        let mut root = page
            .root(Tone::Canvas)
            .child(top.hold(rect()).fill(Tone::Accent.token()));
        root = root.child(
            page.set(&head, top.inset(page.margin * 0.6), Align::Center, 0.5)
                .0,
        );
        if !page.art.is_empty() {
            root = root.child(
                art.hold(rect())
                    .fill(mixed(page, paper.bold, paper.ground, 0.86))
                    .stroke(paper.ink, 4.0),
            );
            root = root.children(
                page.art
                    .arrange(art.inset(art.h * 0.07), &page.theme.manner),
            );
        }
        let parts: Vec<Part> = page
            .words
            .kicker
            .iter()
            .chain(page.words.body.iter())
            .chain(&lines)
            .map(|l| {
                Part::text(l, "fact")
                    .font(FontRole::Heading, 700)
                    .scale(1.0, 16.0, 60.0)
                    .color(paper.ink)
                    .gap(0.25)
                    .leading(1.2)
            })
            .collect();
        root = root.child(
            page.set_sized(&parts, text, Align::Center, 0.5, (16.0, 64.0))
                .0,
        );
        match call {
            None => root,
            Some(line) => {
                let foot = Zone::new(0.0, page.full.h - foot_h, page.full.w, foot_h);
                let part = Part::text(&line, "contact")
                    .font(FontRole::Heading, 800)
                    .scale(1.0, 16.0, 90.0)
                    .color(band.ink)
                    .lines(1);
                let more: Vec<Part> = page
                    .words
                    .contact
                    .iter()
                    .skip(1)
                    .map(|l| parts::contact(l, &band))
                    .collect();
                let all: Vec<Part> = std::iter::once(part).chain(more).collect();
                root.child(foot.hold(rect()).fill(Tone::Accent.token()))
                    .child(
                        page.set_sized(
                            &all,
                            foot.inset_xy(page.margin, foot_h * 0.16),
                            Align::Center,
                            0.5,
                            (16.0, foot_h * 0.6),
                        )
                        .0,
                    )
            }
        }
    },
};

/// A sentence on its own, with a large quotation mark or rule.
pub const QUOTE: Archetype = Archetype {
    name: "statement",
    reason: "One sentence carries the page, so it gets all the room and one small ornament.",
    suits: |page| {
        let long = page
            .words
            .title
            .as_ref()
            .is_some_and(|t| t.text.split_whitespace().count() >= 4);
        if long
            && !composed::wordy(page)
            && page.words.support() <= 2
            && page.art.is_empty()
            && composed::ordinary(page)
        {
            1.0
        } else {
            0.0
        }
    },
    build: |page| {
        let tone =
            if page.studio.brief.canvas.background.is_none() && page.rng.fork("tone").chance(0.3) {
                Tone::Ink
            } else {
                Tone::Canvas
            };
        let inks = page.inks(tone);
        let align = if page.rng.fork("align").chance(0.5) {
            Align::Center
        } else {
            page.ranged()
        };
        let mut rng = page.rng.fork("mark");
        let short = page.full.w.min(page.full.h);
        let mark = match rng.below(3) {
            0 => Part::fixed(
                quote_mark(short * 0.13, inks.bold),
                short * 0.13,
                short * 0.11,
            ),
            1 => Part::fixed(
                rect().size_box(short * 0.14, 8.0).fill(inks.bold),
                short * 0.14,
                8.0,
            ),
            _ => Part::fixed(
                ellipse()
                    .size_box(short * 0.07, short * 0.07)
                    .fill(inks.bold),
                short * 0.07,
                short * 0.07,
            ),
        };
        let mut all = vec![mark];
        let mut head = parts::head(page, &inks);
        if let Some(first) = head.first_mut() {
            first.gap = 0.35;
        }
        all.extend(head);
        all.extend(parts::deal(page, &inks));
        all.extend(parts::tail(page, &inks));
        all.extend(parts::cta(page, &inks));
        let zone = page.live.inset_xy(page.live.w * 0.03, page.live.h * 0.06);
        let (node, taken) = page.set_sized(&all, zone, align, 0.46, (18.0, short * 0.24));
        page.root(tone)
            .children(ground::dress(page, &inks, taken, Measure::Usual))
            .child(node)
    },
};

/// Returns a pair of quotation marks as a drawing.
fn quote_mark(size: f32, color: plantain_scene::color::Color) -> Node {
    let one = |x: f32| {
        format!(
            "M{x} 62 C{x} 28 {} 6 {} 0 L{} 12 C{} 18 {} 28 {} 38 C{} 38 {} 48 {} 60 C{} 74 {} 84 {} 84 C{} 84 {x} 76 {x} 62 Z ",
            x + 14.0,
            x + 38.0,
            x + 42.0,
            x + 30.0,
            x + 22.0,
            x + 22.0,
            x + 36.0,
            x + 44.0,
            x + 44.0,
            x + 44.0,
            x + 34.0,
            x + 22.0,
            x + 8.0
        )
    };
    path(format!("{}{}", one(0.0), one(54.0)), 100.0, 86.0)
        .size_box(size, size * 0.86)
        .fill(color)
        .role("ornament")
}

/// A picture of plain forms above, the words below on calm ground.
pub const PICTURE_TOP: Archetype = Archetype {
    name: "picture above",
    reason: "Without an object to show, forms that fit the topic make the picture, and the words stand calmly below.",
    suits: |page| {
        if upright(page)
            && page.art.is_empty()
            && !composed::wordy(page)
            && page.words.rows.len() < 3
        {
            0.82
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let asked = page.studio.brief.canvas.background.is_some();
        let subject = picture::subject(page);
        let share = if page.words.support() > 5 { 0.4 } else { 0.5 };
        let (top, low) = page.full.rows(share, 0.0);
        let zone = match subject {
            Subject::Sound | Subject::Sun => top.inset_xy(page.margin, page.margin * 1.2),
            Subject::Tiles if asked => top.inset(page.margin),
            _ => top,
        };
        let text = Zone::new(
            page.live.x,
            low.y + page.margin * 0.6,
            page.live.w,
            page.live.bottom() - low.y - page.margin * 0.6,
        );
        let align = if page.rng.fork("align").chance(0.4) {
            Align::Center
        } else {
            page.ranged()
        };
        page.root(Tone::Canvas)
            .child(picture::picture(page, zone, &inks, subject))
            .children(title_over_strip(page, text, &inks, align))
    },
};

/// Title block on top of a zone, facts in a strip at its foot.
fn title_over_strip(page: &Page<'_>, zone: Zone, inks: &Inks, align: Align) -> Vec<Node> {
    let mut head = parts::head(page, inks);
    head.extend(parts::deal(page, inks));
    head.extend(page.words.body.iter().map(|l| parts::body(l, inks)));
    head.extend(parts::cta(page, inks));
    let foot = parts::foot_lines(page);
    if foot.is_empty() && page.words.rows.is_empty() {
        return vec![page.set(&head, zone, align, 0.4).0];
    }
    if !page.words.rows.is_empty() {
        return parts::everything(page, zone, inks, align, 0.5);
    }
    let low = (zone.h * 0.24).clamp(44.0, 120.0).min(zone.h * 0.4);
    let (top, strip) = zone.rows((zone.h - low) / zone.h, zone.h * 0.05);
    let mut nodes = vec![page.set(&head, top, align, 0.3).0];
    nodes.push(
        rect()
            .bounds(strip.x, strip.y - 1.0, strip.w, 2.0)
            .fill(inks.ink)
            .role("rule"),
    );
    nodes.extend(parts::strip(page, &foot, strip, inks, align));
    nodes
}

/// The name fills the upper half over a broken field; facts in a grid under a bar.
const GREAT_NAME: Archetype = Archetype {
    name: "great name",
    reason: "The name is the reason to come, so it fills the page; date and place form one clear block.",
    suits: |page| {
        let short = page.words.title.as_ref().is_some_and(|t| t.len() <= 40);
        if upright(page)
            && short
            && page.words.facts.len() + page.words.contact.len() + page.words.small.len() >= 1
            && page.art.is_empty()
            && page.words.rows.is_empty()
        {
            0.85
        } else {
            0.0
        }
    },
    build: |page| {
        let (paper, band) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let lines = page.words.support() - page.words.sub.len() - page.words.kicker.len();
        let (top, low) = page
            .full
            .rows((0.82 - 0.05 * lines as f32).clamp(0.62, 0.78), 0.0);
        let zone = Zone::new(
            page.live.x,
            page.live.y,
            page.live.w,
            top.h - page.margin * 1.4,
        );
        let mut head = parts::head(page, &paper);
        head.extend(parts::deal(page, &paper));
        let mut rng = page.rng.fork("texture");
        let mut root = page.root(Tone::Canvas);
        let tint = mixed(page, paper.bold, paper.ground, 0.84);
        root = match rng.below(3) {
            0 => root.child(ornament::halftone(
                Zone::new(0.0, top.h * 0.45, page.full.w, top.h * 0.55),
                15.0,
                0,
                tint,
            )),
            1 => root.child(ornament::pattern(
                top,
                Motif::Diagonal,
                mixed(page, paper.bold, paper.ground, 0.93),
                26.0,
            )),
            _ => root.children(ornament::rings(
                (page.full.w * 0.78, top.h * 0.74),
                page.full.w * 0.46,
                &[tint, paper.ground.into(), tint, paper.ground.into()],
            )),
        };
        root = root.child(
            page.set_sized(&head, zone, page.ranged(), 0.0, (24.0, page.full.h * 0.3))
                .0,
        );
        root = root.child(low.hold(rect()).fill(Tone::Accent.token()));
        let mut tail = parts::tail(page, &band);
        tail.extend(parts::cta(page, &band));
        let n = tail.len();
        let tail = parts::louder(tail, parts::loudness(n));
        let inner = Zone::new(
            page.live.x,
            low.y + page.margin * 0.7,
            page.live.w,
            page.live.bottom() - low.y - page.margin * 0.5,
        );
        root.child(
            page.set_sized(&tail, inner, page.ranged(), 0.5, (50.0, page.full.w * 0.2))
                .0,
        )
    },
};

/// Rays from behind the picture or the title; everything on the middle axis.
const RAYS: Archetype = Archetype {
    name: "rays",
    reason: "Rays pull the eye to the middle, where the name stands.",
    suits: |page| {
        let retro = ["sun", "deco", "stamp", "confetti"].contains(&page.theme.ornament.as_str());
        if !composed::ordinary(page) || composed::wordy(page) || page.words.rows.len() > 2 {
            0.0
        } else if retro {
            0.85
        } else {
            0.5
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.live.inset_xy(page.live.w * 0.05, page.live.h * 0.02);
        let (art, text) = composed::art_above(page, zone);
        let center = art.map_or((page.full.w * 0.5, page.full.h * 0.4), Zone::center);
        let color = mixed(page, inks.mark, inks.ground, 0.8);
        let mut root = page.root(Tone::Canvas).child(ornament::rays(
            center,
            page.full.w.max(page.full.h) * 1.15,
            22,
            color,
        ));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.children(parts::everything(page, text, &inks, Align::Center, 0.5))
    },
};

/// Slanted fields, for speed.
const DIAGONAL: Archetype = Archetype {
    name: "diagonal",
    reason: "A slanted field gives the page speed.",
    suits: |page| {
        let fast = page
            .studio
            .brief
            .look
            .moods
            .iter()
            .chain(&page.studio.brief.topic)
            .any(|w| {
                [
                    "energetic",
                    "dynamic",
                    "bold",
                    "sport",
                    "sports",
                    "gym",
                    "fitness",
                    "running",
                    "race",
                    "football",
                    "basketball",
                ]
                .contains(&w.as_str())
            });
        if !composed::ordinary(page) || composed::wordy(page) || !page.words.rows.is_empty() {
            0.0
        } else if fast {
            0.9
        } else {
            0.36
        }
    },
    build: |page| {
        let (a, b) = (page.inks(Tone::Canvas), page.inks(Tone::Accent));
        let (w, h) = (page.full.w, page.full.h);
        let field = path(
            format!(
                "M0 {:.1} L{w:.1} {:.1} L{w:.1} {h:.1} L0 {h:.1} Z",
                h * 0.72,
                h * 0.58
            ),
            w,
            h,
        )
        .bounds(0.0, 0.0, w, h)
        .fill(Tone::Accent.token());
        let stripe = |t: f32, thick: f32| {
            path(
                format!(
                    "M0 {:.1} L{w:.1} {:.1} L{w:.1} {:.1} L0 {:.1} Z",
                    h * (0.72 - t),
                    h * (0.58 - t),
                    h * (0.58 - t + thick),
                    h * (0.72 - t + thick)
                ),
                w,
                h,
            )
            .bounds(0.0, 0.0, w, h)
            .fill(a.mark)
        };
        let mut root = page
            .root(Tone::Canvas)
            .child(field)
            .child(stripe(0.03, 0.014));
        let upper = Zone::new(
            page.live.x,
            page.live.y,
            page.live.w,
            h * 0.58 - page.margin * 1.2 - h * 0.03,
        );
        let lower = Zone::new(
            page.live.x,
            h * 0.72 + page.margin * 0.3,
            page.live.w,
            page.live.bottom() - h * 0.72 - page.margin * 0.3,
        );
        let mut head = parts::head(page, &a);
        head.extend(parts::deal(page, &a));
        let (text, art) = if page.art.is_empty() {
            (upper, None)
        } else {
            let (t, z) = upper.rows(0.48, page.margin * 0.3);
            (t, Some(z))
        };
        root = root.child(page.set(&head, text, page.ranged(), 0.3).0);
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        let mut tail = parts::tail(page, &b);
        tail.extend(parts::cta(page, &b));
        root.child(
            page.set_sized(&tail, lower, page.ranged(), 0.5, (50.0, w * 0.2))
                .0,
        )
    },
};

/// A film poster: the picture over the whole page, the title low and wide, the small lines under it.
const TITLE_AT_FOOT: Archetype = Archetype {
    name: "title at the foot",
    reason: "The picture owns the page; title and credits stand at its foot as on a film poster.",
    suits: |page| {
        let film = page.studio.brief.topic.iter().any(|w| {
            [
                "film",
                "movie",
                "cinema",
                "thriller",
                "theatre",
                "drama",
                "documentary",
            ]
            .contains(&w.as_str())
        });
        if !upright(page) || composed::wordy(page) || !page.words.rows.is_empty() {
            0.0
        } else if film {
            1.1
        } else if page.art.is_empty() {
            0.3
        } else {
            0.5
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let lines = page.words.support() as f32;
        let (top, low) = page.full.rows((0.68 - lines * 0.03).clamp(0.45, 0.66), 0.0);
        let mut root = page.root(Tone::Canvas);
        if page.art.is_empty() {
            let subject = match picture::subject(page) {
                Subject::Tiles | Subject::Sound => Subject::Sun,
                other => other,
            };
            let zone = if subject == Subject::Sun {
                top.inset_xy(page.margin, page.margin)
            } else {
                top
            };
            root = root.child(picture::picture(page, zone, &inks, subject));
        } else {
            let d = top.w.min(top.h) * 0.9;
            let disc = crate::components::print::art::centred(top, d);
            root = root.child(
                disc.hold(ellipse())
                    .gradient(180.0, inks.bold, mixed(page, inks.bold, inks.ground, 0.75))
                    .role("ornament"),
            );
            root = root.children(
                page.art
                    .arrange(top.inset_xy(page.margin, top.h * 0.14), &page.theme.manner),
            );
        }
        let zone = Zone::new(
            page.live.x,
            low.y + page.margin * 0.2,
            page.live.w,
            page.live.bottom() - low.y - page.margin * 0.2,
        );
        root.children(title_over_strip(page, zone, &inks, Align::Center))
    },
};
