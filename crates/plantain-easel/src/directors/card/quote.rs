//! Cards with a quotation.

use plantain_read::Role;

use crate::components::print::drafts_with;
use crate::components::wording::Wording;
use crate::directors::{composed, poster};
use crate::studio::{Draft, Studio};

/// Returns drafts for a card with a quotation.
pub fn quote(studio: &Studio<'_>) -> Vec<Draft> {
    const CUSTOM: &[&str] = &[
        "editorial",
        "swiss",
        "botanical",
        "luxury",
        "mid-century",
        "friendly",
        "night",
        "risograph",
    ];
    let mut words = Wording::of(studio);
    // Who said it stands below what was said.
    if words.by.is_none() {
        words.by = words.take_fact(&[Role::Person]);
    }
    words.spoken = true;
    drafts_with(
        studio,
        CUSTOM,
        &[
            &poster::QUOTE,
            &composed::FRAMED,
            &composed::PLATE,
            &composed::TONE_FIELD,
            &composed::SPLIT,
            &composed::COLUMNS,
            &composed::STRIP,
            &composed::TOWER,
        ],
        &words,
    )
}
