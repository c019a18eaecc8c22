//! Line heights by script.

use plantain_scene::node::FontRole;

use super::Words;

/// Returns the line height for a text: tight for large capitals, open for running text, taller for stacked scripts.
pub(super) fn usual_leading(words: &Words, shown: &str) -> f32 {
    let floor = if shown.chars().any(is_tall) {
        1.5
    } else if shown.chars().any(breaks_anywhere) {
        1.22
    } else if shown
        .chars()
        .any(|c| is_accented(c) && (words.upper || c.is_uppercase()))
    {
        // The accent of a capital must not meet the line above it.
        1.18
    } else {
        0.0
    };
    let usual = match words.font {
        _ if words.leading > 0.0 => words.leading,
        FontRole::Display if words.upper => 1.02,
        FontRole::Display => 1.1,
        FontRole::Heading => 1.2,
        FontRole::Accent => 1.3,
        FontRole::Body | FontRole::Mono => 1.42,
    };
    usual.max(floor)
}

/// Letters whose capitals carry something above them.
fn is_accented(c: char) -> bool {
    c.to_uppercase()
        .any(|c| "ÀÁÂÃÄÅÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝĆČĎĚĞİŃŇŐŘŚŠŤŮŰŹŻŽЁЇЙ".contains(c))
}

fn is_tall(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x07ff | 0x08a0..=0x0fff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff)
}

/// Returns whether lines may break beside this letter without a space.
pub fn breaks_anywhere(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xffef | 0x20000..=0x3ffff)
}
