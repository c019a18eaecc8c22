//! The shape of a sign or a sticker before its words: "yellow triangle CAUTION".

use super::palette::push_color;
use crate::Genre;
use crate::colors::color_at;
use crate::reader::{Reader, Use};

/// Outlines that signs, badges and stickers are cut in.
const SHAPES: &[&str] = &[
    "triangle",
    "circle",
    "octagon",
    "diamond",
    "square",
    "rectangle",
    "oval",
    "hexagon",
    "shield",
    "rhombus",
    "pentagon",
    "ring",
    "disc",
];

/// Takes a shape with its colours, in lower case and before words that are not, for the look of a sign or a sticker.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    if !matches!(
        reader.brief.genre,
        Genre::Sign | Genre::Sticker | Genre::Badge
    ) {
        return;
    }
    for shape in 0..reader.len() {
        if !SHAPES.contains(&reader.key(shape)) || !reader.is_lower(shape) || !reader.is_free(shape)
        {
            continue;
        }
        let start = reader.clause_start(shape);
        let mut from = shape;
        while from > start
            && reader.is_lower(from - 1)
            && (color_at(&reader.tokens, from - 1).is_some()
                || matches!(reader.key(from - 1), "and" | "big" | "bright" | "bold"))
        {
            from -= 1;
        }
        let led = from == start || reader.uses[from - 1] == Use::Genre;
        let worded = reader.is_capital(shape + 1)
            || reader
                .tokens
                .get(shape + 1)
                .is_some_and(|token| token.quote().is_some());
        if !led || !worded {
            continue;
        }
        for at in from..shape {
            if let Some((_, color)) = color_at(&reader.tokens, at) {
                push_color(&mut reader.brief.look.palette, color);
            }
        }
        reader.mark(from, shape + 1, Use::Look);
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn the_shape_of_a_sign_is_no_text() {
        for (prompt, text, color) in [
            (
                "warning sign yellow triangle CAUTION WET FLOOR",
                "CAUTION WET FLOOR",
                "yellow",
            ),
            ("sign, red circle \"No entry\"", "No entry", "red"),
        ] {
            let brief = read(prompt);
            assert_eq!(brief.literals[0].text, text, "{prompt}");
            let seen = format!("{:?} {:?}", brief.look.palette, brief.canvas.background);
            assert!(seen.contains(color), "{prompt}: {seen}");
        }
    }
}
