//! Posters: concerts, events, quotes, notices, travel, films, sport.

mod film;
mod forms;
mod notice;
pub mod places;
mod statement;
pub mod things;

use crate::components::print::{Archetype, Page, drafts_with};
use crate::components::wording::Wording;
use crate::directors::pattern::laid;
use crate::directors::{composed, idiom};
use crate::studio::{Draft, Studio};
pub use forms::PICTURE_TOP;
pub use statement::QUOTE;

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

const NOTICES: &[&str] = &["swiss", "minimal", "high-contrast"];

/// Returns drafts for a poster.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Wording::of(studio);
    with_words(studio, &words)
}

/// As [`direct`], with the wording already sorted.
pub fn with_words(studio: &Studio<'_>, words: &Wording) -> Vec<Draft> {
    // What is copied and pinned up is printed on white.
    let custom = if notice::is_told(words) {
        NOTICES
    } else {
        CUSTOM
    };
    laid::under(
        studio,
        drafts_with(studio, custom, &idiom::with(ALL), words),
    )
}

const ALL: &[&Archetype] = &[
    &notice::NOTICE,
    &QUOTE,
    &places::WHOLE_PLACE,
    &places::PLACE_SHEET,
    &things::CROPPED,
    &things::REPEATED,
    &things::DISC,
    &things::SPINE,
    &PICTURE_TOP,
    &forms::GREAT_NAME,
    &forms::RAYS,
    &forms::DIAGONAL,
    &film::TITLE_AT_FOOT,
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

/// Whether the page is high rather than wide.
fn upright(page: &Page<'_>) -> bool {
    composed::ordinary(page) && page.ratio() < 1.25
}
