//! Logos.

mod crest;
mod letters;
mod lockup;
pub(super) mod mark;
mod seal;

use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::FontRole;

use crate::components::print::parts;
use crate::components::print::{Inks, Page, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::Wording;
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;

use mark::initials;

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

/// Contrast with white from which a colour is an ink on white paper.
const INK_CONTRAST_MIN: f32 = 1.3;

/// Returns drafts for a logo.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Wording::of(studio);
    let mut drafts = drafts_with(
        studio,
        CUSTOM,
        &[
            &letters::LETTERS,
            &letters::WORDMARK,
            &lockup::MARK_ABOVE,
            &lockup::MARK_BESIDE,
            &seal::SEAL,
            &lockup::TILE,
            &crest::CREST,
        ],
        &words,
    );
    if studio.brief.canvas.background.is_none() && studio.brief.look.dark != Some(true) {
        // On white paper the colours that the prompt names are the inks; to one alone its own shade is the second.
        let seen = |ink: &Rgba| ink.contrast(Rgba::WHITE) >= INK_CONTRAST_MIN;
        let mut inks = studio.brief.look.palette.iter().map(rgb).filter(seen);
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

/// The ink of the name: the first of two colours that the prompt names, as the mark is printed in the other.
fn name_ink(page: &Page<'_>, inks: &Inks) -> Color {
    match page.studio.brief.look.palette.as_slice() {
        [first, _, ..] if page.studio.brief.look.ink.is_none() => {
            rgb(first).readable_on(inks.ground, 4.5).into()
        }
        // "coral on white": the only colour on a told ground is that of all.
        [only] if page.studio.brief.canvas.background.is_some() => {
            rgb(only).readable_on(inks.ground, 3.0).into()
        }
        _ => inks.ink,
    }
}
