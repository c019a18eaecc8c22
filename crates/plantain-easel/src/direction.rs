//! Which way a design is read.

use plantain_read::{Brief, Genre};
use plantain_scene::scene::Direction;

/// Returns the direction of the whole picture.
///
/// Designs in Arabic and Hebrew run from right to left. What shows the world (scenes, maps, anatomy) keeps its sides in
/// every language, since left and right are then facts and no habit of reading; so do code and signs of their own.
pub fn of(brief: &Brief) -> Direction {
    let pictured = matches!(
        brief.genre,
        Genre::Scene
            | Genre::Composed
            | Genre::Product
            | Genre::Pattern
            | Genre::Gradient
            | Genre::Avatar
            | Genre::Map
            | Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Atom
            | Genre::CodeShot
            | Genre::Logo
            | Genre::AppIcon
            | Genre::Sticker
            | Genre::PrintMotif
    );
    if matches!(brief.language.0.as_str(), "ar" | "he") && !pictured {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn designs_run_with_their_script() {
        for (prompt, want) in [
            ("לוח בקרה: הכנסות 48,200 ₪", Direction::Rtl),
            ("قائمة مقهى: قهوة 15 ر.س، شاي 10 ر.س", Direction::Rtl),
            ("חתול משמאל לכלב", Direction::Ltr),
            ("קוד", Direction::Ltr),
            ("dashboard with revenue $48,200", Direction::Ltr),
        ] {
            assert_eq!(of(&plantain_read::read(prompt)), want, "{prompt}");
        }
    }
}
