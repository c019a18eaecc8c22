//! Arrows that draw the eye on cards that are passed by.

use plantain_read::{Component, Genre, ObjectPhrase};

use super::art::Art;
use crate::studio::Studio;

/// Adds the arrows that are told as parts: "thumbnail with a rocket and a red arrow".
pub(super) fn add(art: &mut Art, studio: &Studio<'_>) {
    let passed_by = matches!(
        studio.brief.genre,
        Genre::SocialCard | Genre::Story | Genre::Banner | Genre::Sale
    );
    let arrows = studio.brief.described.iter();
    for arrow in arrows.filter(|d| passed_by && d.kind == Component::Arrow) {
        let mut words = arrow.words.split(' ');
        let name = match words.find(|word| matches!(*word, "up" | "down" | "left" | "right")) {
            Some("up") => "arrow-big-up",
            Some("down") => "arrow-big-down",
            Some("right") => "arrow-big-right",
            Some(_) => "arrow-big-left",
            // It points at the thing beside it.
            None if art.pieces.is_empty() => "arrow-big-right",
            None => "arrow-big-left",
        };
        let language = &studio.brief.language.0;
        let color = arrow.words.split(' ').find_map(|word| {
            let rgb = plantain_read::color_of(word, language)?;
            let name = word.to_owned();
            Some(plantain_read::Color { name, rgb })
        });
        let phrase = ObjectPhrase {
            count: Some(arrow.count.unwrap_or(1)),
            color,
            ..ObjectPhrase::default()
        };
        art.add(&phrase, studio.brief.objects.len(), (name, true), false);
    }
}

#[cfg(test)]
mod tests {
    use plantain_read::read;
    use plantain_scene::Canvas;

    use super::*;

    #[test]
    fn arrows_point_at_what_they_stand_beside() {
        for (prompt, want) in [
            (
                "youtube thumbnail \"Cold Showers\" with a rocket and a red arrow",
                Some("arrow-big-left"),
            ),
            (
                "youtube thumbnail \"Ten Tricks\", red arrow",
                Some("arrow-big-right"),
            ),
            ("youtube thumbnail \"Ten Tricks\" with a rocket", None),
        ] {
            let brief = read(prompt);
            let studio = Studio::new(&brief, Canvas::new(1024, 1024), true, 1);
            let (art, _) = Art::of(&studio);
            let arrow = art.pieces.iter().find(|piece| piece.is_icon);
            assert_eq!(arrow.map(|piece| piece.name.as_str()), want, "{prompt}");
            assert!(arrow.is_none_or(|piece| piece.tint.is_some()), "{prompt}");
            let name = want.unwrap_or("arrow-big-up");
            assert!(plantain_art::icon(name).is_some(), "{name}");
        }
    }
}
