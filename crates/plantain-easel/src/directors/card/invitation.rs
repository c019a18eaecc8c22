//! Invitations.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use super::floral;
use crate::components::print::flora;
use crate::components::print::ground::{self, Measure};
use crate::components::print::ornament::{self, FrameStyle};
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::Line;
use crate::directors::{composed, idiom};
use crate::studio::{Draft, Studio};

/// Returns drafts for an invitation.
pub fn invitation(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "botanical",
        "editorial",
        "luxury",
        "pastel",
        "playful",
        "art-deco",
        "friendly",
        "sketchbook",
    ];
    drafts(
        studio,
        CUSTOM,
        &idiom::with(&[
            &floral::BOUQUETS,
            &floral::WREATH,
            &floral::GATE,
            &INVITE,
            &INVITE_FRAME,
            &INVITE_PLAY,
            &composed::SPLIT,
            &composed::HERO,
            &composed::STRIP,
            &composed::TOWER,
        ]),
    )
}

/// Returns the largest leading size of an invitation as a share of the shorter side: the fewer lines, the larger.
pub(super) fn invite_lead(page: &Page<'_>) -> f32 {
    (0.26 - 0.02 * page.words.support() as f32).clamp(0.13, 0.22)
}

/// Two names stand below each other, the sign that joins them on a line of its own, where they are short.
fn couple(title: &Line) -> Line {
    let text = title.text.trim();
    const SIGNS: &[&str] = &[
        " & ", " + ", " and ", " und ", " et ", " y ", " e ", " ve ", " i ", " en ", " og ",
        " och ", " и ", " та ", " और ",
    ];
    let joined = SIGNS
        .iter()
        .find_map(|sign| text.split_once(sign).map(|(a, b)| (a, sign.trim(), b)));
    match joined {
        Some((a, sign, b))
            if [a, b]
                .iter()
                .all(|name| (2..=12).contains(&name.chars().count())) =>
        {
            Line {
                text: format!("{a}\n{sign}\n{b}"),
                ..title.clone()
            }
        }
        _ => title.clone(),
    }
}

/// The parts of an invitation in their order, the day set large between rules.
pub(super) fn invite_parts(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let script = words.title.as_ref().is_some_and(|t| t.len() <= 28);
    let mut all: Vec<Part> = words
        .kicker
        .iter()
        .map(|l| parts::kicker(l, inks))
        .collect();
    all.extend(words.title.iter().map(|t| {
        let part = parts::title(page, &couple(t), inks.bold);
        let accent = ["Great Vibes", "Dancing Script", "Pacifico", "Caveat"]
            .contains(&page.theme.fonts.accent.family.as_str());
        if script && accent && parts::latin_caps(&t.text) && t.text.chars().any(char::is_lowercase)
        {
            part.font(FontRole::Accent, 0).leading(1.2)
        } else {
            part
        }
    }));
    all.extend(words.sub.iter().map(|l| {
        Part::text(l, node_role(l.role))
            .font(FontRole::Heading, 0)
            .scale(0.36, 16.0, 54.0)
            .color(inks.ink)
            .gap(0.45)
    }));
    all.extend(words.by.iter().map(|l| parts::by(l, inks)));
    all.extend(parts::deal(page, inks));
    all.extend(words.body.iter().map(|l| parts::body(l, inks)));
    let when: Vec<&Line> = words
        .facts
        .iter()
        .filter(|l| matches!(l.role, Role::Date | Role::Time))
        .collect();
    if !when.is_empty() {
        all.push(Part::rule(0.3, 2.0, inks.mark).gap(0.25));
        all.extend(when.iter().map(|l| {
            Part::text(l, node_role(l.role))
                .font(FontRole::Heading, 700)
                .scale(0.36, 16.0, 46.0)
                .color(inks.ink)
                .gap(0.35)
        }));
        all.push(Part::rule(0.3, 2.0, inks.mark).gap(0.12));
    }
    all.extend(
        words
            .facts
            .iter()
            .filter(|l| !matches!(l.role, Role::Date | Role::Time))
            .map(|l| parts::fact(l, inks)),
    );
    for row in &words.rows {
        all.push(parts::fact(&row.name, inks));
        all.extend(row.value.iter().map(|l| parts::fact(l, inks)));
    }
    all.extend(words.contact.iter().map(|l| parts::contact(l, inks)));
    all.extend(words.brand.iter().map(|l| parts::brand(l, inks)));
    all.extend(words.small.iter().map(|l| parts::small(l, inks)));
    all.extend(parts::cta(page, inks));
    all
}

/// Sets the invitation below the room for its art: that room, the words, and the zone that they take.
fn below_art(page: &Page<'_>, zone: Zone, inks: &Inks) -> (Option<Zone>, (Node, Zone)) {
    let (art, text) = composed::art_above(page, zone);
    let lead = page.full.w.min(page.full.h) * invite_lead(page);
    let parts = invite_parts(page, inks);
    let set = page.set_sized(&parts, text, Align::Center, 0.5, (24.0, lead));
    (art, set)
}

const INVITE: Archetype = Archetype {
    name: "invitation",
    reason: "An invitation is read from top to bottom: who, what, when, where.",
    suits: |page| if composed::ordinary(page) { 0.8 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let zone = page.live.inset_xy(page.live.w * 0.08, page.live.h * 0.05);
        let (art, (node, taken)) = below_art(page, zone, &inks);
        let clear = Zone::new(
            zone.x,
            art.map_or(taken.y, |a| a.y),
            zone.w,
            taken.bottom() - art.map_or(taken.y, |a| a.y),
        );
        let mut root =
            page.root(Tone::Canvas)
                .children(ground::dress(page, &inks, clear, Measure::Full));
        if let Some(art) = art {
            root = root.children(ground::stage(page, art, &inks));
        }
        root.child(node)
    },
};

const INVITE_FRAME: Archetype = Archetype {
    name: "framed invitation",
    reason: "A drawn frame and air around the lines make the invitation formal.",
    suits: |page| {
        if composed::ordinary(page) && page.theme.ornament != "confetti" {
            0.76
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let style = *page.rng.fork("frame").pick(&[
            FrameStyle::Double,
            FrameStyle::Scooped,
            FrameStyle::Beveled,
            FrameStyle::Corners,
        ]);
        let outer = page.full.inset(page.margin * 0.6);
        let zone = page.live.inset(page.margin * 0.9);
        let (art, text) = composed::art_above(page, zone);
        let mut root = page
            .root(Tone::Canvas)
            .children(ornament::frame(outer, inks.bold, style));
        match art {
            Some(art) => root = root.children(page.art.arrange(art, &page.theme.manner)),
            None => {
                let mut rng = page.rng.fork("sprigs");
                let side = page.full.w.min(page.full.h) * 0.26;
                let tints = flora::Tints::of(page, &inks);
                for corner in [1, 3] {
                    root = root.child(flora::bouquet(
                        flora::Frame::corner(outer.inset(-side * 0.06), side, corner),
                        &tints,
                        flora::Bloom::None,
                        &mut rng,
                    ));
                }
            }
        }
        root.child(
            page.set_sized(
                &invite_parts(page, &inks),
                text,
                Align::Center,
                0.5,
                (24.0, page.full.w.min(page.full.h) * invite_lead(page)),
            )
            .0,
        )
    },
};

const INVITE_PLAY: Archetype = Archetype {
    name: "party card",
    reason: "Paper bits and bunting around a bold centre: this is a party.",
    suits: |page| {
        let party = page.studio.brief.topic.iter().any(|t| {
            [
                "birthday",
                "party",
                "kids",
                "kid",
                "graduation",
                "baby",
                "shower",
            ]
            .contains(&t.as_str())
        });
        if !composed::ordinary(page) {
            0.0
        } else if party {
            1.0
        } else {
            0.3
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let mut rng = page.rng.fork("party");
        let flag = page.full.w / 11.0;
        let mut root = page.root(Tone::Canvas);
        for i in 0..11 {
            let t = (i as f32 + 0.5) / 11.0 - 0.5;
            let drop = flag * (0.9 - 3.2 * t * t);
            let pennant = path("M0 0 L100 0 L50 110 Z", 100.0, 110.0).bounds(
                i as f32 * flag + flag * 0.08,
                drop - flag * 0.35,
                flag * 0.84,
                flag,
            );
            root = root.child(pennant.fill(Token::Series((i % 5) as u8)).role("ornament"));
        }
        let top = flag * 1.6;
        let zone = Zone::new(
            page.live.x + page.live.w * 0.06,
            top,
            page.live.w * 0.88,
            page.live.bottom() - top,
        );
        let (art, (node, taken)) = below_art(page, zone, &inks);
        let clear = Zone::new(zone.x, top, zone.w, taken.bottom() - top);
        root = root.children(ornament::confetti(
            Zone::new(8.0, top, page.full.w - 16.0, page.full.h - top - 8.0),
            clear,
            46,
            &mut rng,
        ));
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root.child(node)
    },
};
