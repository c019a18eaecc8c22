//! Accent colours by subject, so that not every app is violet.

use plantain_scene::{Rgba, Theme};

use crate::rng::Rng;
use crate::studio::Studio;

/// Themes whose own accent is part of their character.
const SETTLED: &[&str] = &["minimal", "corporate", "friendly", "night", "high-contrast"];

/// Returns `n` themes for an interface, best first. Where the prompt leaves the colours open, the accent comes from
/// `accents` (those that suit the subject) in seeded order.
pub fn themes(studio: &Studio<'_>, custom: &[&str], accents: &[u32], n: usize) -> Vec<Theme> {
    let mut themes = studio.themes(custom, n);
    let open = studio.brief.look.palette.is_empty();
    if !open || accents.is_empty() {
        return themes;
    }
    let mut rng: Rng = studio.rng("accents");
    let start = rng.below(accents.len());
    for (i, theme) in themes.iter_mut().enumerate() {
        if !SETTLED.contains(&theme.name.as_str()) {
            continue;
        }
        let pick = |j: usize| Rgba::hex(accents[(start + j) % accents.len()]);
        let (mut accent, second) = (pick(i), pick(i + 1));
        if theme.is_dark() {
            accent = accent.readable_on(theme.palette.surface.0, 4.0);
        }
        *theme = theme.clone().recolored(None, Some(accent), Some(second));
    }
    themes
}
