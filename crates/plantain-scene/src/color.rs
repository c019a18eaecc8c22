//! Colours: sRGB values, OKLCH arithmetic, contrast, and references to theme tokens.
//!
//! OKLab and OKLCH follow Björn Ottosson, "A perceptual color space for image processing" (2020).
//! Contrast is the ratio of WCAG 2.2.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An sRGB colour with straight alpha.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rgba(pub [u8; 4]);

impl Rgba {
    pub const WHITE: Self = Self([255; 4]);
    pub const BLACK: Self = Self([0, 0, 0, 255]);
    pub const TRANSPARENT: Self = Self([0; 4]);

    /// Returns an opaque colour.
    pub const fn rgb(r: u8, g: u8, b: u8) -> Self {
        Self([r, g, b, 255])
    }

    /// Returns the colour of a `0xRRGGBB` number.
    pub const fn hex(rgb: u32) -> Self {
        Self::rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// Returns this colour with alpha scaled by `alpha`, 0 to 1.
    pub fn faded(self, alpha: f32) -> Self {
        let [r, g, b, a] = self.0;
        Self([r, g, b, (f32::from(a) * alpha.clamp(0.0, 1.0) + 0.5) as u8])
    }

    /// Returns this colour painted over an opaque `ground`.
    pub fn over(self, ground: Self) -> Self {
        let a = f32::from(self.0[3]) / 255.0;
        let mix =
            |i: usize| (f32::from(self.0[i]) * a + f32::from(ground.0[i]) * (1.0 - a) + 0.5) as u8;
        Self([mix(0), mix(1), mix(2), 255])
    }

    /// Returns the mixture in OKLab: 0 is this colour, 1 is `other`.
    pub fn mix(self, other: Self, t: f32) -> Self {
        let (a, b) = (self.oklab(), other.oklab());
        let lab = [0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * t);
        let alpha = f32::from(self.0[3]) + (f32::from(other.0[3]) - f32::from(self.0[3])) * t;
        let [r, g, b, _] = Self::from_oklab(lab).0;
        Self([r, g, b, (alpha + 0.5) as u8])
    }

    /// Returns lightness (0 to 1), chroma (0 to about 0.37) and hue (degrees, 0 to 360).
    pub fn oklch(self) -> Oklch {
        let [l, a, b] = self.oklab();
        let hue = libm::atan2f(b, a).to_degrees();
        Oklch {
            l,
            c: (a * a + b * b).sqrt(),
            h: if hue < 0.0 { hue + 360.0 } else { hue },
        }
    }

    /// Returns relative luminance, 0 to 1 (WCAG).
    pub fn luminance(self) -> f32 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Returns the WCAG contrast ratio of two opaque colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Returns whether white text reads better on this colour than black text.
    pub fn is_dark(self) -> bool {
        self.contrast(Self::WHITE) > self.contrast(Self::BLACK)
    }

    /// Returns this colour, moved in lightness as little as needed to reach `ratio` against `ground`.
    ///
    /// Hue is kept; chroma shrinks only when the gamut demands it. Black or white is the last resort.
    pub fn readable_on(self, ground: Self, ratio: f32) -> Self {
        if self.over(ground).contrast(ground) >= ratio {
            return self;
        }
        let start = self.oklch();
        let toward_white = ground.is_dark();
        for step in 1..=50 {
            let t = step as f32 / 50.0;
            let l = if toward_white {
                start.l + (1.0 - start.l) * t
            } else {
                start.l * (1.0 - t)
            };
            let candidate = Oklch { l, ..start }.rgba();
            if candidate.contrast(ground) >= ratio {
                return candidate;
            }
        }
        if toward_white {
            Self::WHITE
        } else {
            Self::BLACK
        }
    }

    fn linear(self) -> [f32; 3] {
        [0, 1, 2].map(|i| srgb_to_linear(f32::from(self.0[i]) / 255.0))
    }

    fn oklab(self) -> [f32; 3] {
        let [r, g, b] = self.linear();
        let l = libm::cbrtf(0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b);
        let m = libm::cbrtf(0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b);
        let s = libm::cbrtf(0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b);
        [
            0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        ]
    }

    fn from_oklab([l, a, b]: [f32; 3]) -> Self {
        let rgb = oklab_to_linear([l, a, b])
            .map(|v| (linear_to_srgb(v.clamp(0.0, 1.0)) * 255.0 + 0.5) as u8);
        Self([rgb[0], rgb[1], rgb[2], 255])
    }
}

impl fmt::Display for Rgba {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b, a] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")?;
        if a < 255 {
            write!(f, "{a:02x}")
        } else {
            Ok(())
        }
    }
}

/// A colour in OKLCH: lightness 0 to 1, chroma 0 to about 0.37, hue in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    pub l: f32,
    pub c: f32,
    pub h: f32,
}

impl Oklch {
    pub const fn new(l: f32, c: f32, h: f32) -> Self {
        Self { l, c, h }
    }

    /// Returns the nearest sRGB colour of the same lightness and hue: chroma is reduced until it fits.
    pub fn rgba(self) -> Rgba {
        let rad = self.h.to_radians();
        let (cos, sin) = (libm::cosf(rad), libm::sinf(rad));
        let fits = |c: f32| {
            oklab_to_linear([self.l, c * cos, c * sin])
                .iter()
                .all(|v| (-0.0005..=1.0005).contains(v))
        };
        let mut chroma = self.c.max(0.0);
        if !fits(chroma) {
            let (mut low, mut high) = (0.0_f32, chroma);
            for _ in 0..14 {
                let mid = (low + high) * 0.5;
                if fits(mid) { low = mid } else { high = mid }
            }
            chroma = low;
        }
        Rgba::from_oklab([self.l.clamp(0.0, 1.0), chroma * cos, chroma * sin])
    }
}

fn oklab_to_linear([l, a, b]: [f32; 3]) -> [f32; 3] {
    let cube = |v: f32| v * v * v;
    let l_ = cube(l + 0.396_337_78 * a + 0.215_803_76 * b);
    let m_ = cube(l - 0.105_561_346 * a - 0.063_854_17 * b);
    let s_ = cube(l - 0.089_484_18 * a - 1.291_485_5 * b);
    [
        4.076_741_7 * l_ - 3.307_711_6 * m_ + 0.230_969_94 * s_,
        -1.268_438 * l_ + 2.609_757_4 * m_ - 0.341_319_4 * s_,
        -0.004_196_086 * l_ - 0.703_418_6 * m_ + 1.707_614_7 * s_,
    ]
}

fn srgb_to_linear(v: f32) -> f32 {
    if v <= 0.040_45 {
        v / 12.92
    } else {
        libm::powf((v + 0.055) / 1.055, 2.4)
    }
}

fn linear_to_srgb(v: f32) -> f32 {
    if v <= 0.003_130_8 {
        v * 12.92
    } else {
        1.055 * libm::powf(v, 1.0 / 2.4) - 0.055
    }
}

/// A role in a theme's palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Token {
    /// The ground of the whole picture.
    Canvas,
    /// Cards, panels, inputs.
    Surface,
    /// A quieter panel on a surface: table heads, wells, tracks.
    Sunken,
    /// Main text on canvas or surface.
    Ink,
    /// Second-rank text, still 4.5:1 on canvas and surface.
    Muted,
    /// Hairlines and borders.
    Line,
    /// The one colour that leads the eye.
    Accent,
    /// Text and icons on [`Token::Accent`].
    AccentInk,
    /// A pale tint of the accent for chips, selected rows, soft grounds.
    AccentSoft,
    /// Accent-coloured text that is readable on canvas, surface and accent-soft.
    AccentText,
    /// The second accent.
    Second,
    /// Text on [`Token::Second`].
    SecondInk,
    Positive,
    PositiveSoft,
    Negative,
    NegativeSoft,
    Warning,
    WarningSoft,
    /// Chart series, 0 to 7.
    Series(u8),
}

impl Token {
    const NAMED: [(&'static str, Self); 18] = [
        ("canvas", Self::Canvas),
        ("surface", Self::Surface),
        ("sunken", Self::Sunken),
        ("ink", Self::Ink),
        ("muted", Self::Muted),
        ("line", Self::Line),
        ("accent", Self::Accent),
        ("accent-ink", Self::AccentInk),
        ("accent-soft", Self::AccentSoft),
        ("accent-text", Self::AccentText),
        ("second", Self::Second),
        ("second-ink", Self::SecondInk),
        ("positive", Self::Positive),
        ("positive-soft", Self::PositiveSoft),
        ("negative", Self::Negative),
        ("negative-soft", Self::NegativeSoft),
        ("warning", Self::Warning),
        ("warning-soft", Self::WarningSoft),
    ];

    fn name(self) -> Cow<'static, str> {
        match self {
            Self::Series(n) => format!("series-{}", n % 8 + 1).into(),
            _ => Self::NAMED
                .iter()
                .find(|(_, t)| *t == self)
                .map_or("ink", |(n, _)| n)
                .into(),
        }
    }
}

/// A colour in a scene: a theme token or a fixed value, written `"accent"`, `"accent/40"` (per cent) or `"#rrggbb[aa]"`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Color {
    /// Token and opacity, 0 to 1.
    Token(Token, f32),
    Fixed(Rgba),
}

impl Color {
    /// Returns this colour at `alpha` (0 to 1) times its opacity.
    pub fn alpha(self, alpha: f32) -> Self {
        match self {
            Self::Token(token, a) => Self::Token(token, thousandths(a * alpha)),
            Self::Fixed(rgba) => Self::Fixed(rgba.faded(alpha)),
        }
    }
}

/// Rounds an opacity to what the text form can say.
fn thousandths(alpha: f32) -> f32 {
    (alpha * 1000.0).round() / 1000.0
}

impl From<Token> for Color {
    fn from(token: Token) -> Self {
        Self::Token(token, 1.0)
    }
}

impl From<Rgba> for Color {
    fn from(rgba: Rgba) -> Self {
        Self::Fixed(rgba)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(rgba) => rgba.fmt(f),
            Self::Token(token, alpha) if *alpha >= 0.9995 => f.write_str(&token.name()),
            Self::Token(token, alpha) => {
                let percent = (alpha * 1000.0).round() / 10.0;
                write!(f, "{}/{percent}", token.name())
            }
        }
    }
}

impl FromStr for Color {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(hex) = text.strip_prefix('#') {
            return parse_hex(hex)
                .map(Self::Fixed)
                .ok_or_else(|| format!("`{text}` is no colour: use #rgb, #rrggbb or #rrggbbaa"));
        }
        let (name, alpha) = match text.split_once('/') {
            Some((name, percent)) => match percent.parse::<f32>() {
                Ok(p) if (0.0..=100.0).contains(&p) => (name, thousandths(p / 100.0)),
                _ => return Err(format!("`{text}`: opacity must be 0 to 100 per cent")),
            },
            None => (text, 1.0),
        };
        if let Some((_, token)) = Token::NAMED.iter().find(|(n, _)| *n == name) {
            return Ok(Self::Token(*token, alpha));
        }
        match name
            .strip_prefix("series-")
            .and_then(|n| n.parse::<u8>().ok())
        {
            Some(n @ 1..=8) => Ok(Self::Token(Token::Series(n - 1), alpha)),
            _ => Err(format!(
                "`{text}` is no colour: use a theme token such as `accent`, or #rrggbb"
            )),
        }
    }
}

pub(crate) fn parse_hex(hex: &str) -> Option<Rgba> {
    if !hex.is_ascii() {
        return None;
    }
    let nibble = |i: usize| u8::from_str_radix(&hex[i..=i], 16).ok();
    let byte = |i: usize| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok();
    match hex.len() {
        3 => Some(Rgba::rgb(nibble(0)? * 17, nibble(1)? * 17, nibble(2)? * 17)),
        6 => Some(Rgba::rgb(byte(0)?, byte(2)?, byte(4)?)),
        8 => Some(Rgba([byte(0)?, byte(2)?, byte(4)?, byte(6)?])),
        _ => None,
    }
}

impl Serialize for Color {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Color {
    fn schema_name() -> Cow<'static, str> {
        "Color".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A theme token such as `accent`, with an opacity in per cent such as `accent/40`, or #rgb, #rrggbb, #rrggbbaa.",
            "pattern": "^(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-z][a-z0-9-]*(/[0-9.]+)?)$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_forms_round_trip() {
        for text in ["accent", "accent/40", "series-3", "#0a141e", "#0a141e80"] {
            assert_eq!(text.parse::<Color>().unwrap().to_string(), text);
        }
        for bad in ["", "#12", "blurple", "accent/140", "series-9", "#ééé"] {
            assert!(bad.parse::<Color>().is_err(), "{bad}");
        }
    }

    #[test]
    fn oklch_round_trips_within_a_level() {
        for rgb in [
            0x000000, 0xffffff, 0x4f46e5, 0xf59e0b, 0x10b981, 0x7f7f7f, 0xff0000, 0x0000ff,
        ] {
            let want = Rgba::hex(rgb);
            let got = want.oklch().rgba();
            for i in 0..3 {
                assert!(want.0[i].abs_diff(got.0[i]) <= 1, "{want} became {got}");
            }
        }
    }

    #[test]
    fn readable_colours_reach_their_ratio() {
        for ground in [0x000000, 0xffffff, 0x808080, 0xffd400, 0x1e3a8a] {
            for ink in [0xff0000, 0x00ff00, 0x777777, 0x4f46e5] {
                let ground = Rgba::hex(ground);
                assert!(Rgba::hex(ink).readable_on(ground, 4.5).contrast(ground) >= 4.5);
            }
        }
    }
}
