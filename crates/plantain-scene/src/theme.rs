//! Design tokens: palette, faces, space, corners, depth and ornament of a picture.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::color::{Color, Oklch, Rgba, Token};
use crate::node::FontRole;

mod presets;

pub use presets::{PRESETS, Preset, preset};

/// Contrast that body text keeps against its ground (WCAG AA).
pub const CONTRAST_TEXT: f32 = 4.5;
/// Contrast that large text and marks keep against their ground (WCAG AA).
pub const CONTRAST_LARGE: f32 = 3.0;

/// The tokens that a scene's colours, faces and ornaments refer to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub name: String,
    pub palette: Palette,
    pub fonts: Fonts,
    /// Corner radius of cards in logical units; buttons and chips derive from it.
    pub radius: f32,
    /// Border width of cards and inputs; 0 for none.
    pub border: f32,
    /// How strongly surfaces are lifted by shadows: 0 flat, 1 soft, 2 strong, 3 hard offset (cut paper, brutalist).
    pub elevation: u8,
    /// Base of all distances in logical units.
    pub space: f32,
    /// Ornament set: "none", "rules", "deco", "sun", "blobs", "grid", "stamp", "leaves", "brush", "confetti", "frames".
    #[serde(default)]
    pub ornament: String,
    /// Manner of illustrations: empty, "line", "silhouette", "sketch", "chalk", "paper", "riso", "neon", …
    #[serde(default)]
    pub manner: String,
}

/// Colours by role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Palette {
    pub canvas: Hex,
    pub surface: Hex,
    pub sunken: Hex,
    pub ink: Hex,
    pub muted: Hex,
    pub line: Hex,
    pub accent: Hex,
    pub accent_ink: Hex,
    pub accent_soft: Hex,
    pub accent_text: Hex,
    pub second: Hex,
    pub second_ink: Hex,
    pub positive: Hex,
    pub positive_soft: Hex,
    pub negative: Hex,
    pub negative_soft: Hex,
    pub warning: Hex,
    pub warning_soft: Hex,
    /// Chart series in order of use, 1 to 8 colours.
    pub series: Vec<Hex>,
}

/// An opaque colour as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Color", into = "Color")]
#[schemars(with = "Color")]
pub struct Hex(pub Rgba);

impl TryFrom<Color> for Hex {
    type Error = &'static str;

    fn try_from(color: Color) -> Result<Self, Self::Error> {
        match color {
            Color::Fixed(rgba) => Ok(Self(rgba)),
            Color::Token(..) => Err("a palette colour must be #rrggbb"),
        }
    }
}

impl From<Hex> for Color {
    fn from(hex: Hex) -> Self {
        Self::Fixed(hex.0)
    }
}

/// Faces by use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    pub display: FontSpec,
    pub heading: FontSpec,
    pub body: FontSpec,
    pub mono: FontSpec,
    pub accent: FontSpec,
}

/// A face with its usual setting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FontSpec {
    pub family: String,
    /// 100 to 900.
    pub weight: u16,
    /// Letter spacing in em.
    #[serde(default)]
    pub tracking: f32,
    /// Usually set in capitals.
    #[serde(default)]
    pub upper: bool,
}

impl FontSpec {
    pub fn new(family: &str, weight: u16) -> Self {
        Self {
            family: family.to_owned(),
            weight,
            tracking: 0.0,
            upper: false,
        }
    }
}

impl Fonts {
    /// Returns the face for a use.
    pub fn get(&self, role: FontRole) -> &FontSpec {
        match role {
            FontRole::Display => &self.display,
            FontRole::Heading => &self.heading,
            FontRole::Body => &self.body,
            FontRole::Mono => &self.mono,
            FontRole::Accent => &self.accent,
        }
    }
}

impl Theme {
    /// Returns the sRGB value of a scene colour.
    pub fn resolve(&self, color: Color) -> Rgba {
        match color {
            Color::Fixed(rgba) => rgba,
            Color::Token(token, alpha) => self.token(token).faded(alpha),
        }
    }

    /// Returns the value of a token.
    pub fn token(&self, token: Token) -> Rgba {
        let p = &self.palette;
        match token {
            Token::Canvas => p.canvas,
            Token::Surface => p.surface,
            Token::Sunken => p.sunken,
            Token::Ink => p.ink,
            Token::Muted => p.muted,
            Token::Line => p.line,
            Token::Accent => p.accent,
            Token::AccentInk => p.accent_ink,
            Token::AccentSoft => p.accent_soft,
            Token::AccentText => p.accent_text,
            Token::Second => p.second,
            Token::SecondInk => p.second_ink,
            Token::Positive => p.positive,
            Token::PositiveSoft => p.positive_soft,
            Token::Negative => p.negative,
            Token::NegativeSoft => p.negative_soft,
            Token::Warning => p.warning,
            Token::WarningSoft => p.warning_soft,
            Token::Series(n) if p.series.is_empty() => {
                if n == 0 {
                    p.accent
                } else {
                    p.second
                }
            }
            Token::Series(n) => p.series[usize::from(n) % p.series.len()],
        }
        .0
    }

    /// Returns whether the canvas is dark.
    pub fn is_dark(&self) -> bool {
        self.palette.canvas.0.is_dark()
    }

    /// Builds the palette anew around other main colours: ground, accent, second accent.
    #[must_use]
    pub fn recolored(
        mut self,
        canvas: Option<Rgba>,
        accent: Option<Rgba>,
        second: Option<Rgba>,
    ) -> Self {
        let old = &self.palette;
        let seeds = PaletteSeeds {
            canvas: canvas.unwrap_or(old.canvas.0),
            accent: accent.unwrap_or(old.accent.0),
            second: second.unwrap_or(old.second.0),
            surface: if canvas.is_some() {
                None
            } else {
                Some(old.surface.0)
            },
            ink: None,
        };
        self.palette = seeds.palette();
        self
    }
}

/// The few colours from which a whole palette follows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PaletteSeeds {
    pub canvas: Rgba,
    /// Colour of cards; derived from the canvas when absent.
    pub surface: Option<Rgba>,
    /// Main text; derived from the canvas when absent.
    pub ink: Option<Rgba>,
    pub accent: Rgba,
    pub second: Rgba,
}

impl PaletteSeeds {
    /// Derives every role. Text roles keep [`CONTRAST_TEXT`] against canvas and surface, marks [`CONTRAST_LARGE`].
    pub fn palette(&self) -> Palette {
        let canvas = self.canvas;
        let dark = canvas.is_dark();
        let ground = canvas.oklch();
        let surface = self.surface.unwrap_or_else(|| raise(ground, dark));
        let sunken = sink(surface, dark);
        let tint = |l: f32, c: f32| Oklch::new(l, ground.c.min(c), ground.h).rgba();
        let ink = self.ink.unwrap_or_else(|| {
            if dark {
                tint(0.97, 0.015)
            } else {
                tint(0.21, 0.04)
            }
        });
        let ink = both(both(ink, canvas, 7.0), surface, 7.0);
        let muted_start = ink.mix(canvas, 0.36);
        let muted = on_all(muted_start, &[canvas, surface, sunken]);
        let line = ink.mix(surface, if dark { 0.80 } else { 0.88 });
        let accent = self.accent.readable_on(surface, 1.6);
        let soft = |c: Rgba| c.mix(surface, if dark { 0.78 } else { 0.87 });
        let accent_soft = soft(accent);
        let state = |h: f32, c: f32| {
            let start = Oklch::new(if dark { 0.78 } else { 0.52 }, c, h).rgba();
            let pale = soft(start);
            (on_all(start, &[canvas, surface, pale]), pale)
        };
        let (positive, positive_soft) = state(155.0, 0.15);
        let (negative, negative_soft) = state(22.0, 0.19);
        let (warning, warning_soft) = state(70.0, 0.14);
        Palette {
            canvas: Hex(canvas),
            surface: Hex(surface),
            sunken: Hex(sunken),
            ink: Hex(ink),
            muted: Hex(muted),
            line: Hex(line),
            accent: Hex(accent),
            accent_ink: Hex(ink_on(accent)),
            accent_soft: Hex(accent_soft),
            accent_text: Hex(on_all(accent, &[canvas, surface, accent_soft])),
            second: Hex(self.second),
            second_ink: Hex(ink_on(self.second)),
            positive: Hex(positive),
            positive_soft: Hex(positive_soft),
            negative: Hex(negative),
            negative_soft: Hex(negative_soft),
            warning: Hex(warning),
            warning_soft: Hex(warning_soft),
            series: series(accent, self.second, surface)
                .into_iter()
                .map(Hex)
                .collect(),
        }
    }
}

/// Returns the better of near-white and near-black on `ground`.
pub fn ink_on(ground: Rgba) -> Rgba {
    let light = Rgba::WHITE;
    let dark = Oklch::new(0.2, ground.oklch().c.min(0.04), ground.oklch().h).rgba();
    // White on mid colours looks right to people a little below the formula's turning point.
    if light.contrast(ground) >= CONTRAST_TEXT || light.contrast(ground) >= dark.contrast(ground) {
        light
    } else {
        dark.readable_on(ground, CONTRAST_TEXT)
    }
}

fn raise(ground: Oklch, dark: bool) -> Rgba {
    if dark {
        // On a ground of middle lightness a lighter card would want dark words, and the page light ones.
        let raised = Oklch::new((ground.l + 0.055).min(0.9), ground.c, ground.h).rgba();
        if raised.is_dark() {
            raised
        } else {
            Oklch::new(ground.l - 0.07, ground.c, ground.h).rgba()
        }
    } else if ground.l > 0.9 {
        Rgba::WHITE
    } else {
        Oklch::new((ground.l + 0.07).min(0.985), ground.c * 0.6, ground.h).rgba()
    }
}

fn sink(surface: Rgba, dark: bool) -> Rgba {
    let s = surface.oklch();
    Oklch::new(
        if dark { s.l + 0.04 } else { s.l - 0.03 },
        s.c.max(if dark { 0.0 } else { 0.004 }),
        s.h,
    )
    .rgba()
}

fn both(ink: Rgba, ground: Rgba, ratio: f32) -> Rgba {
    ink.readable_on(
        ground,
        ratio.min(
            Rgba::WHITE
                .contrast(ground)
                .max(Rgba::BLACK.contrast(ground)),
        ),
    )
}

fn on_all(start: Rgba, grounds: &[Rgba]) -> Rgba {
    grounds.iter().fold(start, |ink, ground| {
        ink.readable_on(*ground, CONTRAST_TEXT + 0.1)
    })
}

fn series(accent: Rgba, second: Rgba, surface: Rgba) -> Vec<Rgba> {
    let base = accent.oklch();
    let l = if surface.is_dark() { 0.72 } else { 0.62 };
    let c = base.c.clamp(0.10, 0.17);
    let hues = [55.0_f32, 170.0, 250.0, 310.0, 110.0, 20.0, 215.0];
    let mut out = vec![
        accent.readable_on(surface, CONTRAST_LARGE * 0.7),
        second.readable_on(surface, 1.8),
    ];
    for hue in hues {
        let far = |other: &Rgba| {
            let o = other.oklch();
            let d = (o.h - hue).abs();
            o.c < 0.04 || d.min(360.0 - d) > 38.0
        };
        if out.len() < 8 && out.iter().take(2).all(far) {
            out.push(Oklch::new(l, c, hue).rgba());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_on_middle_grounds_are_light_on_page_and_card() {
        for ground in [0x8a3ccc, 0x9333ea, 0x7c3aed, 0xc2410c, 0x0f766e] {
            let theme = PRESETS[0]
                .theme()
                .recolored(Some(Rgba::hex(ground)), None, None);
            let palette = &theme.palette;
            assert!(palette.canvas.0.is_dark() && palette.surface.0.is_dark());
            assert!(!palette.ink.0.is_dark(), "{ground:06x}: {}", palette.ink.0);
        }
    }

    #[test]
    fn every_preset_is_readable() {
        for preset in PRESETS {
            let theme = preset.theme();
            let t = |token| theme.token(token);
            for (ink, ground, ratio) in [
                (Token::Ink, Token::Canvas, CONTRAST_TEXT),
                (Token::Ink, Token::Surface, CONTRAST_TEXT),
                (Token::Ink, Token::Sunken, CONTRAST_TEXT),
                (Token::Muted, Token::Canvas, CONTRAST_TEXT),
                (Token::Muted, Token::Surface, CONTRAST_TEXT),
                (Token::Muted, Token::Sunken, CONTRAST_TEXT),
                (Token::AccentInk, Token::Accent, CONTRAST_LARGE),
                (Token::SecondInk, Token::Second, CONTRAST_LARGE),
                (Token::AccentText, Token::Surface, CONTRAST_TEXT),
                (Token::AccentText, Token::Canvas, CONTRAST_TEXT),
                (Token::AccentText, Token::AccentSoft, CONTRAST_TEXT),
                (Token::Positive, Token::PositiveSoft, CONTRAST_TEXT),
                (Token::Negative, Token::NegativeSoft, CONTRAST_TEXT),
                (Token::Warning, Token::WarningSoft, CONTRAST_TEXT),
            ] {
                let got = t(ink).contrast(t(ground));
                assert!(
                    got >= ratio,
                    "{}: {ink:?} on {ground:?} has {got:.2}",
                    theme.name
                );
            }
        }
    }
}
