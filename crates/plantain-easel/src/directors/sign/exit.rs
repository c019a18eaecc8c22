//! The plate over a way out.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, FontRole};

use super::wants;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, inks_on};
use crate::directors::composed;

/// White on a green plate, with the way beside the words.
pub(super) const EXIT: Archetype = Archetype {
    name: "exit plate",
    reason: "White on a plate of green is known as the way out; an arrow stands on the side to which it leads.",
    suits: |page| {
        let titled = page.words.title.as_ref().is_some_and(|t| {
            let lower = t.text.to_lowercase();
            ["exit", "emergency exit", "fire exit"].contains(&lower.as_str())
        });
        if titled && composed::ordinary(page) && !wants(page, &["neon", "wooden", "highway"]) {
            3.0
        } else {
            0.0
        }
    },
    build: |page| {
        let green = plate(page);
        let white = Rgba::WHITE;
        let inks = Inks {
            ink: white.into(),
            pop: white.into(),
            quiet: white.into(),
            bold: white.into(),
            ..inks_on(page.studio, page.theme, green)
        };
        let w = page.full.w * 0.88;
        let h = (w * 0.46).min(page.full.h * 0.7);
        let board = Zone::new(
            page.full.x + (page.full.w - w) * 0.5,
            page.full.y + (page.full.h - h) * 0.5,
            w,
            h,
        );
        let mut root = page
            .root(Tone::Canvas)
            .child(
                page.full
                    .hold(rect())
                    .fill(Rgba::hex(0xe7eaee))
                    .role("wall"),
            )
            .child(
                board
                    .hold(rect())
                    .fill(green)
                    .radius(h * 0.07)
                    .shadow(8.0, 28.0, Color::Fixed(Rgba::BLACK).alpha(0.24))
                    .role("sign"),
            )
            .child(
                board
                    .inset(h * 0.04)
                    .hold(rect())
                    .stroke(white, (h * 0.016).max(2.0))
                    .radius(h * 0.05)
                    .role("border"),
            );
        let side = h * 0.5;
        let mut words = board.inset_xy(h * 0.14, h * 0.16);
        let heard = page.studio.brief.heard();
        if heard.contains("arrow") || heard.contains('→') || heard.contains('←') {
            let left = super::arrow::points_left(&heard);
            let x = if left { words.x } else { words.right() - side };
            let place = Zone::new(x, board.y + (h - side) * 0.5, side, side);
            let name = if left { "arrow-left" } else { "arrow-right" };
            root = root.child(
                place
                    .hold(icon(name, side))
                    .color(white)
                    .icon_stroke(3.0)
                    .role("mark"),
            );
            let x = if left { words.x + side * 1.15 } else { words.x };
            words = Zone::new(x, words.y, words.w - side * 1.15, words.h);
        }
        if !page.art.is_empty() {
            let place = Zone::new(words.x, board.y + (h - side) * 0.5, side, side);
            root = root.children(page.art.arrange(place, "silhouette"));
            words = Zone::new(words.x + side * 1.1, words.y, words.w - side * 1.1, words.h);
        }
        let mut all = Vec::new();
        all.extend(page.words.title.as_ref().map(|t| {
            let part = parts::title(page, t, inks.ink)
                .font(FontRole::Heading, 800)
                .lines(2);
            if parts::latin_caps(&t.text) {
                part.upper(0.02)
            } else {
                part
            }
        }));
        all.extend(page.words.kicker.iter().map(|l| parts::kicker(l, &inks)));
        all.extend(page.words.sub.iter().map(|l| parts::sub(l, &inks)));
        all.extend(parts::deal(page, &inks));
        all.extend(parts::tail(page, &inks));
        all.extend(parts::cta(page, &inks));
        root.child(page.set(&all, words, Align::Center, 0.5).0)
    },
};

/// The colour of the plate: the one that the prompt gives to the sign, if white is read on it.
fn plate(page: &Page<'_>) -> Rgba {
    let look = &page.studio.brief.look.palette;
    let named = look.first().map(crate::wardrobe::rgb);
    let ground = match &page.studio.brief.canvas.background {
        Some(plantain_read::Background::Color(color)) => Some(crate::wardrobe::rgb(color)),
        _ => None,
    };
    named
        .or(ground)
        .filter(|color| color.contrast(Rgba::WHITE) >= 2.6)
        .unwrap_or(Rgba::hex(0x0b7a3e))
}
