//! The board that points the way itself.

use plantain_read::Background;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::Align;

use super::wants;
use crate::components::print::parts;
use crate::components::print::{Archetype, Tone, Zone, inks_on};
use crate::directors::composed;

/// The sky behind a board that is painted in a told colour.
const SKY: Rgba = Rgba::rgb(222, 235, 245);

/// A board that points the way.
pub(super) const ARROW: Archetype = Archetype {
    name: "arrow sign",
    reason: "The board itself points the way.",
    suits: |page| {
        if composed::ordinary(page)
            && wants(page, &["arrow", "direction", "this way", "exit", "→"])
            && page.words.rows.is_empty()
        {
            1.2
        } else {
            0.0
        }
    },
    build: |page| {
        // "green highway sign": the colour that is told is that of the board, which stands under the sky.
        let painted = match &page.studio.brief.canvas.background {
            Some(Background::Color(color)) => Some(crate::wardrobe::rgb(color)),
            _ => None,
        };
        let inks = painted.map_or_else(
            || page.inks(Tone::Accent),
            |paint| inks_on(page.studio, page.theme, paint),
        );
        let sky = painted.map(|_| page.full.hold(rect()).fill(SKY).role("sky"));
        let board_fill = painted.map_or_else(|| Tone::Accent.token().into(), Color::Fixed);
        let h = (page.full.h * 0.5).min(page.full.w * 0.42);
        let board = Zone::new(
            page.full.w * 0.07,
            page.full.h * 0.36 - h * 0.5,
            page.full.w * 0.86,
            h,
        );
        let wood = Rgba::hex(0x7a5433);
        let post = rect()
            .bounds(
                page.full.w * 0.47,
                board.y + h * 0.5,
                page.full.w * 0.06,
                page.full.h - board.y - h * 0.5,
            )
            .fill(wood)
            .role("post");
        let left = points_left(&page.studio.brief.heard());
        let d = if left {
            "M100 0 L16 0 L0 50 L16 100 L100 100 Z"
        } else {
            "M0 0 L84 0 L100 50 L84 100 L0 100 Z"
        };
        let zone = Zone::new(
            board.x + board.w * if left { 0.18 } else { 0.06 },
            board.y + h * 0.12,
            board.w * 0.76,
            h * 0.76,
        );
        page.root(Tone::Canvas)
            .children(sky)
            .child(post)
            .child(
                board
                    .hold(path(d, 100.0, 100.0))
                    .fill(board_fill)
                    .role("sign"),
            )
            .children(parts::everything(page, zone, &inks, Align::Center, 0.5))
    },
};

/// Whether the way that a sign points is to the left.
pub(super) fn points_left(heard: &str) -> bool {
    heard.contains('←')
        || heard
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "left")
}

#[cfg(test)]
mod tests {
    use super::points_left;

    #[test]
    fn the_way_is_told_by_its_word() {
        for (heard, left) in [
            ("restroom sign with arrow to the left", true),
            ("sign parking ←", true),
            ("exit sign, arrow", false),
            ("leftovers this way", false),
        ] {
            assert_eq!(points_left(heard), left, "{heard}");
        }
    }
}
