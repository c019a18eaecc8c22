//! The inks of a vista, mixed from the page's theme.

use plantain_read::{Season, TimeOfDay};
use plantain_scene::color::{Oklch, Rgba, Token};

use super::super::Page;
use super::Vista;
use crate::rng::Rng;

/// The few flat colours of a painted place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tints {
    /// At the top and at the horizon.
    pub sky: [Rgba; 2],
    pub sun: Rgba,
    /// From far to near.
    pub land: [Rgba; 4],
    /// Far and near.
    pub water: [Rgba; 2],
    pub light: Rgba,
    pub dark: Rgba,
    /// Roofs, blossoms, sails.
    pub warm: Rgba,
    pub night: bool,
    /// Whether northern lights are asked for.
    pub aurora: bool,
}

impl Tints {
    pub(super) fn of(page: &Page<'_>, vista: Vista, rng: &mut Rng) -> Self {
        let token = |t| page.theme.token(t);
        let (canvas, accent, second, ink) = (
            token(Token::Canvas),
            token(Token::Accent),
            token(Token::Second),
            token(Token::Ink),
        );
        // "watercolor blue": one colour that was asked for is that of the whole place.
        let (canvas, second) = match page.studio.brief.look.palette.as_slice() {
            [only] if !canvas.is_dark() => {
                let color = crate::wardrobe::rgb(only);
                let c = color.oklch();
                (
                    Oklch::new(0.95, c.c * 0.25, c.h).rgba(),
                    if c.c > 0.04 { color } else { second },
                )
            }
            _ => (canvas, second),
        };
        let setting = &page.studio.brief.setting;
        let prompt = page.studio.brief.prompt.to_lowercase();
        let aurora = prompt.contains("northern lights") || prompt.contains("aurora");
        let late = aurora || matches!(setting.time, Some(TimeOfDay::Night));
        let dark_place = matches!(vista, Vista::Space | Vista::Stage | Vista::Haunted);
        let asked_light = page.studio.brief.look.dark == Some(false);
        let mut tints = if canvas.is_dark() || late || dark_place && !asked_light {
            Self::night(canvas, accent, second, ink)
        } else {
            let low = matches!(
                setting.time,
                Some(TimeOfDay::Sunset | TimeOfDay::Dusk | TimeOfDay::Dawn)
            );
            let scheme = if low { 1 } else { rng.below(3) };
            Self::day(canvas, accent, second, ink, scheme)
        };
        // "a red sun", "a pink sky", "blue waves": what the brief says of the sky is true of the picture.
        let told = |nouns: &[&str]| {
            page.studio
                .brief
                .objects
                .iter()
                .filter(|o| !o.absent && nouns.contains(&o.noun.as_str()))
                .find_map(|o| o.color.as_ref())
                .map(crate::wardrobe::rgb)
        };
        if let Some(sun) = told(&["sun", "moon"]) {
            tints.sun = sun;
        }
        if let Some(sky) = told(&["sky"]).or(setting.sky.as_ref().map(crate::wardrobe::rgb)) {
            tints.sky = [sky, sky.mix(tints.light, 0.35)];
        }
        if let Some(water) = told(&["wave", "sea", "water", "ocean", "lake", "river"]) {
            tints.water = [water.mix(tints.light, 0.25), water.mix(tints.dark, 0.35)];
            if vista == Vista::Sea {
                tints.land[3] = water.mix(Rgba::BLACK, 0.45);
            }
        }
        if setting.season == Some(Season::Autumn) {
            let rust = Rgba::hex(0xc4572a);
            tints.warm = rust;
            tints.land[1] = tints.land[1].mix(rust, 0.35);
            tints.land[2] = tints.land[2].mix(rust, 0.25);
        }
        tints.aurora = aurora;
        if vista == Vista::Snow && !tints.night {
            let white = Rgba::hex(0xf7fafc);
            tints.land[0] = tints.land[0].mix(white, 0.55);
            tints.land[1] = tints.land[1].mix(white, 0.75);
            tints.land[2] = white.mix(tints.land[2], 0.12);
        }
        tints
    }

    fn day(canvas: Rgba, accent: Rgba, second: Rgba, ink: Rgba, scheme: usize) -> Self {
        let light = canvas.mix(Rgba::WHITE, 0.4);
        // Land needs a hue; where the second colour has none, the accent's partner stands in.
        let base = if second.oklch().c < 0.03 {
            let a = accent.oklch();
            Oklch::new(0.5, 0.07, (a.h + 150.0) % 360.0).rgba()
        } else {
            second
        };
        let deep = base.mix(ink, 0.62);
        let (sky, sun, land) = match scheme {
            0 => (
                [canvas.mix(base, 0.2), canvas.mix(accent, 0.16)],
                accent,
                [
                    base.mix(canvas, 0.5),
                    base.mix(canvas, 0.12),
                    base.mix(ink, 0.34),
                    deep,
                ],
            ),
            1 => (
                [canvas.mix(accent, 0.42), light.mix(accent, 0.1)],
                light.mix(Rgba::hex(0xffe9b0), 0.4),
                [
                    accent.mix(base, 0.45).mix(canvas, 0.35),
                    base.mix(accent, 0.2),
                    base.mix(ink, 0.4),
                    deep.mix(ink, 0.2),
                ],
            ),
            _ => (
                [canvas, canvas.mix(accent, 0.1)],
                accent,
                [
                    accent.mix(canvas, 0.52),
                    base.mix(canvas, 0.22),
                    base.mix(ink, 0.3),
                    deep,
                ],
            ),
        };
        Self {
            sky,
            sun,
            land,
            water: [base.mix(canvas, 0.42), base.mix(ink, 0.3)],
            light,
            dark: deep,
            warm: accent,
            night: false,
            aurora: false,
        }
    }

    fn night(canvas: Rgba, accent: Rgba, second: Rgba, ink: Rgba) -> Self {
        let dark = if canvas.is_dark() {
            canvas
        } else {
            let c = second.oklch();
            Oklch::new(0.22, c.c.clamp(0.03, 0.08), c.h).rgba()
        };
        let light = if ink.is_dark() { canvas } else { ink };
        let near = dark.mix(Rgba::BLACK, 0.5);
        Self {
            sky: [dark, dark.mix(second, 0.4)],
            sun: light.mix(accent, 0.18),
            land: [
                dark.mix(second, 0.32),
                dark.mix(second, 0.18),
                dark.mix(Rgba::BLACK, 0.24),
                near,
            ],
            water: [dark.mix(second, 0.34), dark.mix(Rgba::BLACK, 0.2)],
            light,
            dark: near,
            warm: accent,
            night: true,
            aurora: false,
        }
    }
}
