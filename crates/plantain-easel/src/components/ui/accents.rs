//! Accent colours by subject, so that not every app is violet.

use plantain_scene::theme::CONTRAST_TEXT;
use plantain_scene::{Oklch, Rgba, Theme};

use crate::rng::Rng;
use crate::studio::Studio;

/// Themes whose own accent is part of their character.
const SETTLED: &[&str] = &["minimal", "corporate", "friendly", "night", "high-contrast"];

/// Most lightness that an accent gives up so that white words can stand on it.
const DEEPEN_MAX: f32 = 0.11;

/// Returns `n` themes for an interface, best first. Where the prompt leaves the colours open, the accent comes from
/// `accents` (those that suit the subject) in seeded order. Accents are deepened a little where that lets white words stand
/// on them: dark words on a strong colour look dated on buttons.
pub fn themes(studio: &Studio<'_>, custom: &[&str], accents: &[u32], n: usize) -> Vec<Theme> {
    let open = studio.brief.look.palette.is_empty() && !accents.is_empty();
    let mut rng: Rng = studio.rng("accents");
    let start = rng.below(accents.len());
    let themes = studio.themes(custom, n).into_iter().enumerate();
    themes
        .map(|(i, theme)| {
            let pick = |j: usize| Rgba::hex(accents[(start + j) % accents.len()]);
            let settled = open && SETTLED.contains(&theme.name.as_str());
            let (accent, second) = if settled {
                (pick(i), pick(i + 1))
            } else {
                (theme.palette.accent.0, theme.palette.second.0)
            };
            let deep = deepened(accent);
            if deep == theme.palette.accent.0 && !settled {
                return theme;
            }
            theme.recolored(None, Some(deep), Some(second))
        })
        .collect()
}

/// Returns the colour, darkened until white words are readable on it, when that takes only a little.
fn deepened(color: Rgba) -> Rgba {
    let deep = Rgba::WHITE.contrast(color);
    if deep >= CONTRAST_TEXT {
        return color;
    }
    let from = color.oklch();
    (1..=14)
        .map(|step| {
            Oklch {
                l: from.l - DEEPEN_MAX * step as f32 / 14.0,
                ..from
            }
            .rgba()
        })
        .find(|c| Rgba::WHITE.contrast(*c) >= CONTRAST_TEXT + 0.05)
        .unwrap_or(color)
}
