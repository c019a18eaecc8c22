//! The director for anything: sets any text well, with whatever is to be illustrated. Also the fallback of every other genre,
//! so each archetype here takes one word or three hundred.

mod centred;
mod columns;
mod display;
mod pictured;

use crate::components::print::{Archetype, Page, drafts};
use crate::directors::product;
use crate::studio::{Draft, Studio};

pub use centred::{CENTRED, FRAMED, RANGED};
pub use columns::{COLUMNS, STRIP, TOWER};
pub use display::{GREAT_TYPE, PLATE, TONE_FIELD};
pub use pictured::{BANDED, HERO, SPLIT, art_above};

const CUSTOM: &[&str] = &[
    "editorial",
    "swiss",
    "minimal",
    "friendly",
    "mid-century",
    "botanical",
    "poster-bold",
    "risograph",
    "corporate",
    "night",
];

/// Returns drafts for any brief.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if product::several(studio) {
        return product::direct(studio);
    }
    drafts(studio, CUSTOM, ALL)
}

/// The archetypes that take any content.
pub const ALL: &[&Archetype] = &[
    &CENTRED,
    &RANGED,
    &SPLIT,
    &HERO,
    &GREAT_TYPE,
    &FRAMED,
    &BANDED,
    &COLUMNS,
    &STRIP,
    &TOWER,
    &TONE_FIELD,
    &PLATE,
];

/// From this ratio on, and below its inverse, a page is a strip or a tower.
const STRIP_RATIO: f32 = 2.5;

/// Returns whether the page is neither a strip nor a tower.
pub fn ordinary(page: &Page<'_>) -> bool {
    page.ratio() < STRIP_RATIO && page.ratio() > 1.0 / STRIP_RATIO
}

/// Returns whether the text is too long for display settings.
pub fn wordy(page: &Page<'_>) -> bool {
    page.words.chars() > 420 || page.words.body.iter().any(|b| b.len() > 260)
}

fn listy(page: &Page<'_>) -> bool {
    page.words.rows.len() >= 3
}
