//! Posters whose picture is made of plain forms, and of type.

use plantain_scene::build::*;
use plantain_scene::node::{Align, Motif, Node};

use super::upright;
use crate::components::print::ground::{self, mixed};
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::picture::{self, Subject};
use crate::components::print::{Archetype, Inks, Page, Tone, Zone};
use crate::directors::composed;

/// A picture of plain forms above, the words below on calm ground.
pub const PICTURE_TOP: Archetype = Archetype {
    name: "picture above",
    reason: "Without an object to show, forms that fit the topic make the picture, and the words stand calmly below.",
    suits: |page| {
        let minimal = page.studio.brief.look.styles.iter().any(|s| s == "minimal");
        if upright(page)
            && page.art.is_empty()
            && !minimal
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
pub(super) fn title_over_strip(
    page: &Page<'_>,
    zone: Zone,
    inks: &Inks,
    align: Align,
) -> Vec<Node> {
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
pub(super) const GREAT_NAME: Archetype = Archetype {
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
pub(super) const RAYS: Archetype = Archetype {
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
pub(super) const DIAGONAL: Archetype = Archetype {
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
        let accent = page.theme.token(Tone::Accent.token()).into();
        let field = Zone::new(0.0, h * 0.72, w, h * 0.28)
            .hold(rect())
            .fill(Tone::Accent.token());
        let wedge = ornament::tight(
            &[
                (0.0, h * 0.72),
                (w, h * 0.58),
                (w, h * 0.721),
                (0.0, h * 0.721),
            ],
            accent,
        );
        let stripe = |t: f32, thick: f32| {
            ornament::tight(
                &[
                    (0.0, h * (0.72 - t)),
                    (w, h * (0.58 - t)),
                    (w, h * (0.58 - t + thick)),
                    (0.0, h * (0.72 - t + thick)),
                ],
                a.mark,
            )
        };
        let mut root = page
            .root(Tone::Canvas)
            .child(field)
            .child(wedge)
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
