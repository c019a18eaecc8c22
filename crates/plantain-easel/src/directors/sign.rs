//! Signs: warnings, prohibitions, wooden boards, enamel plates, neon, arrows.

mod arrow;
mod boards;
mod duty;
mod exit;
mod hanging;
mod ways;

use plantain_scene::color::Rgba;

use crate::components::print::{Page, drafts};
use crate::directors::composed;
use crate::studio::{Draft, Studio};

const SIGNS: &[&str] = &[
    "high-contrast",
    "poster-bold",
    "swiss",
    "mid-century",
    "kraft",
    "friendly",
];

/// Returns drafts for a sign.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let neon = studio.brief.prompt.to_lowercase().contains("neon");
    drafts(
        studio,
        if neon { &["tubes"] } else { SIGNS },
        &[
            &ways::LINES,
            &ways::POST,
            &duty::OCTAGON,
            &duty::WARNING,
            &duty::PROHIBITION,
            &boards::PLANKS,
            &hanging::HANGING,
            &boards::NEON,
            &boards::ENAMEL,
            &boards::PLATE,
            &exit::EXIT,
            &arrow::ARROW,
            &composed::BANDED,
            &composed::STRIP,
            &composed::TOWER,
        ],
    )
}

/// Whether the prompt holds one of these words.
fn wants(page: &Page<'_>, words: &[&str]) -> bool {
    let text = page.studio.brief.prompt.to_lowercase();
    words.iter().any(|w| text.contains(w))
}

/// The colour that the prompt gives to the sign, or the custom of its kind.
fn paint(page: &Page<'_>, custom: u32) -> Rgba {
    let look = &page.studio.brief.look;
    look.palette
        .first()
        .map_or(Rgba::hex(custom), crate::wardrobe::rgb)
}
