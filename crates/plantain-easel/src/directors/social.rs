//! Social cards, stories, thumbnails and quotations: pictures that are passed by in a second.

mod countdown;
mod feed;
mod poll;

use plantain_read::Role;

use crate::components::print::drafts_with;
use crate::components::wording::Wording;
use crate::directors::card::floral;
use crate::directors::poster::{self, places, things};
use crate::directors::{banner, composed, idiom};
use crate::studio::{Draft, Studio};

const CARDS: &[&str] = &[
    "friendly",
    "risograph",
    "pastel",
    "poster-bold",
    "editorial",
    "playful",
    "mid-century",
    "minimal",
    "seventies",
    "memphis",
    "bauhaus",
];

const QUOTES: &[&str] = &[
    "editorial",
    "swiss",
    "botanical",
    "luxury",
    "mid-century",
    "friendly",
    "night",
    "risograph",
    "boho",
    "scandinavian",
];

/// Returns drafts for a social card or a story.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = banner::words(studio);
    drafts_with(
        studio,
        CARDS,
        &idiom::with(&[
            &feed::POST,
            &feed::POST_WHOLE,
            &countdown::COUNTDOWN,
            &poll::POLL,
            &floral::BOUQUETS,
            &floral::WREATH,
            &places::WHOLE_PLACE,
            &places::PLACE_SHEET,
            &things::CROPPED,
            &things::REPEATED,
            &things::DISC,
            &banner::BURST,
            &banner::SLANT,
            &banner::SIDE_PICTURE,
            &composed::HERO,
            &composed::SPLIT,
            &composed::PLATE,
            &composed::TONE_FIELD,
            &composed::GREAT_TYPE,
            &composed::RANGED,
            &composed::BANDED,
            &poster::QUOTE,
            &poster::PICTURE_TOP,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ]),
        &words,
    )
}

/// Returns drafts for a card with a quotation.
pub fn quote(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Wording::of(studio);
    // Who said it stands below what was said.
    if words.by.is_none() {
        words.by = words.take_fact(&[Role::Person]);
    }
    words.spoken = true;
    drafts_with(
        studio,
        QUOTES,
        &idiom::with(&[
            &poster::QUOTE,
            &places::WHOLE_PLACE,
            &places::PLACE_SHEET,
            &composed::FRAMED,
            &composed::PLATE,
            &composed::TONE_FIELD,
            &composed::SPLIT,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ]),
        &words,
    )
}
