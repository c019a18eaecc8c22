//! Logos of type alone: a monogram and a wordmark.

use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole};

use super::name_parts;
use crate::components::print::art::centred;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, ornament};
use crate::components::typeset::Part;
use crate::components::wording::Line;

/// One to three letters as the mark itself, in a ring or on a plain ground.
pub(super) const LETTERS: Archetype = Archetype {
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

/// The name alone, set with care: no mark, one small accent.
pub(super) const WORDMARK: Archetype = Archetype {
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
                .any(|object| !object.absent)
                || !page.art.is_empty() =>
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
