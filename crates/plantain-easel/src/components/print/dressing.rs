//! Themes for printed matter: colours that the prompt names become grounds, typefaces that it names are worn.

use plantain_read::Genre;
use plantain_scene::color::Rgba;
use plantain_scene::theme::{FontSpec, Theme};

use crate::studio::Studio;
use crate::wardrobe::rgb;

/// Returns themes for printed matter: a single colour that the prompt names becomes the ground, faces that it names are worn.
pub fn themes(studio: &Studio<'_>, custom: &[&str], n: usize) -> Vec<Theme> {
    let look = &studio.brief.look;
    let colors: Vec<Rgba> = look.palette.iter().map(rgb).collect();
    let thing = studio
        .brief
        .objects
        .iter()
        .find_map(|o| o.color.as_ref().filter(|_| !o.absent))
        .map(rgb)
        .filter(|c| c.oklch().c > 0.05);
    studio
        .themes(custom, n)
        .into_iter()
        .enumerate()
        .map(|(i, theme)| {
            // The colour of the thing in the picture is taken up by the page.
            let theme = match thing {
                Some(color) if colors.is_empty() => theme.recolored(None, None, Some(color)),
                _ => theme,
            };
            let theme = match (&studio.brief.canvas.background, colors.as_slice()) {
                (None, [only]) if i % 2 == 0 && takes_ground(studio) || is_black(*only) => {
                    theme.recolored(Some(*only), Some(partner(*only)), None)
                }
                (None, [first, second, ..]) if i % 3 != 2 => theme.recolored(
                    Some(*first),
                    Some(*second),
                    colors.get(2).copied().or_else(|| Some(partner(*first))),
                ),
                _ => theme,
            };
            wear(studio, theme)
        })
        .collect()
}

/// Returns whether a colour that the prompt names is the colour of the whole piece, as in "a yellow label".
fn takes_ground(studio: &Studio<'_>) -> bool {
    matches!(
        studio.brief.genre,
        Genre::Poster
            | Genre::Banner
            | Genre::Sale
            | Genre::Label
            | Genre::PriceTag
            | Genre::SocialCard
            | Genre::Story
            | Genre::Ticket
            | Genre::Sign
    )
}

/// Whether a colour is so dark and grey that it would pass for ordinary ink: who asks for it means the ground.
fn is_black(color: Rgba) -> bool {
    let c = color.oklch();
    c.l < 0.32 && c.c < 0.03
}

/// Returns a colour that stands well on a ground of this colour.
fn partner(ground: Rgba) -> Rgba {
    let g = ground.oklch();
    let (l, c) = if g.l > 0.62 {
        (0.34, 0.12)
    } else {
        (0.9, 0.12)
    };
    let h = if g.c < 0.04 {
        35.0
    } else {
        (g.h + if g.l > 0.62 { 185.0 } else { 50.0 }) % 360.0
    };
    plantain_scene::color::Oklch::new(l, c, h).rgba()
}

/// Puts the typeface that the prompt names on the theme.
fn wear(studio: &Studio<'_>, mut theme: Theme) -> Theme {
    const SERIFS: &[&str] = &[
        "Playfair Display",
        "DM Serif Display",
        "Cormorant Garamond",
        "Cinzel",
        "Abril Fatface",
        "Fraunces",
        "Zilla Slab",
        "Source Serif 4",
    ];
    const SANS: &[&str] = &[
        "Inter",
        "Poppins",
        "Archivo",
        "Josefin Sans",
        "Oswald",
        "Anton",
        "Bebas Neue",
        "Space Grotesk",
        "Archivo Black",
        "Nunito",
    ];
    const SCRIPTS: &[&str] = &[
        "Great Vibes",
        "Dancing Script",
        "Pacifico",
        "Lobster",
        "Caveat",
    ];
    const NARROW: &[&str] = &["Bebas Neue", "Anton", "Oswald", "Barlow Condensed"];
    let (family, weight, known) = match studio.brief.look.typeface.as_deref() {
        Some("serif") => ("Playfair Display", 700, SERIFS),
        Some("sans" | "sans-serif") => ("Inter", 800, SANS),
        Some("mono" | "monospace" | "typewriter") => (
            "JetBrains Mono",
            700,
            &["JetBrains Mono", "Special Elite"][..],
        ),
        Some("script" | "cursive" | "calligraphy" | "handwritten" | "hand") => {
            ("Dancing Script", 700, SCRIPTS)
        }
        Some("slab") => ("Zilla Slab", 700, &["Zilla Slab", "Roboto Slab"][..]),
        Some("condensed") => ("Bebas Neue", 400, NARROW),
        Some("thin") => ("Josefin Sans", 300, &[][..]),
        Some("rounded") => (
            "Nunito",
            800,
            &["Nunito", "Quicksand", "Fredoka", "Baloo 2"][..],
        ),
        _ => return theme,
    };
    if !known.contains(&theme.fonts.display.family.as_str()) {
        let script = known == SCRIPTS;
        theme.fonts.display = FontSpec {
            tracking: if script { 0.0 } else { -0.01 },
            ..FontSpec::new(family, weight)
        };
    }
    theme
}
