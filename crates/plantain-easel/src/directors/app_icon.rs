//! App icons: one glyph on one tile.

use plantain_read::Background;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Align, FontRole, Node};

use super::logo::CUSTOM;
use super::logo::mark::mark;
use crate::components::print::art::centred;
use crate::components::print::ornament;
use crate::components::print::{Archetype, Page, Tone, drafts_with};
use crate::components::typeset::Part;
use crate::components::wording::Wording;
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;

/// Letters that stand on a tile in place of a drawing, at most.
const LETTERS_MAX: usize = 2;

/// Returns drafts for an app icon.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts_with(studio, CUSTOM, &[&TILE, &TILE_LIGHT], &Wording::of(studio))
}

fn tile(page: &Page<'_>, from: Color, to: Color, ink: Color) -> Node {
    let side = page.full.w.min(page.full.h);
    let transparent = matches!(
        page.studio.brief.canvas.background,
        Some(Background::Transparent)
    );
    let place = centred(page.full, side * if transparent { 1.0 } else { 0.78 });
    let shade = Color::from(plantain_scene::color::Token::Ink).alpha(0.22);
    // Colours that the prompt gives to an icon are the tile's: the ground stays quiet.
    let asked: Vec<Color> = match &page.studio.brief.canvas.background {
        Some(Background::Gradient(colors)) => colors.iter().map(|c| rgb(c).into()).collect(),
        Some(Background::Color(color)) => {
            let c = rgb(color);
            vec![
                c.mix(Rgba::WHITE, 0.1).into(),
                c.mix(Rgba::BLACK, 0.08).into(),
            ]
        }
        _ => page
            .studio
            .brief
            .look
            .palette
            .iter()
            .map(|c| rgb(c).into())
            .collect(),
    };
    let (from, to, ink) = match asked.as_slice() {
        [] => (from, to, ink),
        [only] => (*only, *only, icon_ink(page, *only)),
        [first, .., last] => (*first, *last, icon_ink(page, *first)),
    };
    let quiet = if page.theme.is_dark() {
        Rgba::hex(0x17181c)
    } else {
        Rgba::hex(0xf1f2f4)
    };
    let mut root = stack().role("page").fill_w().fill_h();
    if !transparent {
        root = root.fill(quiet);
    }
    let mut face = place
        .hold(stack())
        .clip()
        .gradient(150.0, from, to)
        .radius(place.w * 0.225)
        .children(dress(page, place.w, from))
        .role("tile");
    if !transparent {
        face = face.shadow(side * 0.02, side * 0.06, shade);
    }
    root = root.child(face);
    let inner = place.inset(place.w * 0.2);
    match &page.words.title {
        // A letter or two are the mark themselves, in the colour that is told beside that of the tile.
        Some(line) if line.literal && line.text.chars().count() <= LETTERS_MAX => {
            let part = Part::text(line, "title")
                .font(FontRole::Display, 0)
                .scale(1.0, 16.0, inner.h)
                .color(letter_ink(page).unwrap_or(ink));
            root.child(
                page.set_sized(&[part], inner, Align::Center, 0.5, (16.0, inner.h))
                    .0,
            )
        }
        Some(line) if page.words.title.as_ref().is_some_and(|t| t.literal) => {
            let (top, low) = inner.rows(0.7, place.h * 0.02);
            let part = Part::text(line, "title")
                .font(FontRole::Display, 0)
                .scale(1.0, 16.0, 200.0)
                .color(ink);
            root.children(mark(page, top, ink)).child(
                page.set_sized(&[part], low, Align::Center, 0.5, (16.0, low.h * 0.9))
                    .0,
            )
        }
        _ => root.children(mark(page, inner, ink)),
    }
}

/// What lies on the tile behind its glyph, in a paler or deeper shade of the tile: nothing, a disc, rings, a slope, or a hill.
fn dress(page: &Page<'_>, side: f32, tile: Color) -> Vec<Node> {
    const KINDS: usize = 5;
    let shade = page.theme.resolve(tile);
    let (pale, deep) = (
        Color::from(shade.mix(Rgba::WHITE, 0.3)),
        Color::from(shade.mix(Rgba::BLACK, 0.16)),
    );
    let disc = |share: f32, color: Color| {
        let d = side * share;
        ellipse()
            .bounds((side - d) * 0.5, (side - d) * 0.5, d, d)
            .fill(color)
            .role("ornament")
    };
    let mut kinds: [usize; KINDS] = std::array::from_fn(|n| n);
    page.studio.rotate("tile", &mut kinds);
    match kinds[0] {
        0 => Vec::new(),
        1 => vec![disc(0.78, pale)],
        2 => vec![
            disc(1.16, Color::from(shade.mix(Rgba::WHITE, 0.08))),
            disc(0.88, Color::from(shade.mix(Rgba::WHITE, 0.16))),
            disc(0.6, Color::from(shade.mix(Rgba::WHITE, 0.26))),
        ],
        3 => vec![ornament::tight(
            &[(0.0, side), (side, 0.0), (side, side)],
            deep,
        )],
        _ => vec![
            ellipse()
                .bounds(-side * 0.25, side * 0.62, side * 1.5, side * 0.9)
                .fill(deep)
                .role("ornament"),
        ],
    }
}

/// White or near black, whichever stands out on a tile.
/// The colour of a letter, where the prompt gives the tile one of its own.
fn letter_ink(page: &Page<'_>) -> Option<Color> {
    let brief = page.studio.brief;
    brief.canvas.background.as_ref()?;
    let told = brief.look.ink.as_ref().or(brief.look.palette.first())?;
    Some(rgb(told).into())
}

fn icon_ink(page: &Page<'_>, tile: Color) -> Color {
    let ground = page.theme.resolve(tile);
    if Rgba::WHITE.contrast(ground) >= 2.4 {
        Rgba::WHITE.into()
    } else {
        Rgba::hex(0x15161a).into()
    }
}

const TILE: Archetype = Archetype {
    name: "app tile",
    reason: "One glyph on one tile: an app icon must read at 16 pixels.",
    suits: |_| 0.8,
    build: |page| {
        let inks = page.inks(Tone::Accent);
        let accent = inks.ground;
        tile(
            page,
            accent.mix(Rgba::WHITE, 0.16).into(),
            accent.mix(Rgba::BLACK, 0.16).into(),
            inks.ink,
        )
    },
};

const TILE_LIGHT: Archetype = Archetype {
    name: "light app tile",
    reason: "A light tile lets a coloured glyph speak.",
    suits: |_| 0.6,
    build: |page| {
        let inks = page.inks(Tone::Surface);
        tile(
            page,
            Rgba::WHITE.into(),
            inks.ground.mix(page.theme.resolve(inks.bold), 0.12).into(),
            inks.bold,
        )
    },
};
