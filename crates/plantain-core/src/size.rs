//! Sizes: exact pixels, aspect ratios, tiers, and the table that turns ratio and tier into pixels.
//!
//! Three voices may speak about the size of a picture. The request wins; where it is silent, words in the prompt count
//! ("4K", "portrait"); where both are silent, the protocol's default holds. [`SizeSpec::resolve`] is that rule.

use std::fmt;

use crate::Error;

/// Shortest side of a picture, pixels.
pub const SIDE_MIN: u32 = 16;
/// Longest side of a picture, pixels.
pub const SIDE_MAX: u32 = 12_288;
/// Most pixels in a picture.
pub const PIXELS_MAX: u64 = 36_000_000;

/// Width and height in pixels, each [`SIDE_MIN`] to [`SIDE_MAX`], at most [`PIXELS_MAX`] together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PixelSize {
    width: u32,
    height: u32,
}

impl PixelSize {
    /// Returns the size, or an error that names `field`.
    pub fn new(field: &'static str, width: u64, height: u64) -> Result<Self, Error> {
        let side = u64::from(SIDE_MIN)..=u64::from(SIDE_MAX);
        if !side.contains(&width) || !side.contains(&height) {
            return Err(Error::invalid(
                "invalid_size",
                field,
                format_args!("{width}x{height}"),
                format_args!("must have sides of {SIDE_MIN} to {SIDE_MAX} pixels"),
            ));
        }
        if width * height > PIXELS_MAX {
            return Err(Error::invalid(
                "invalid_size",
                field,
                format_args!("{width}x{height}"),
                format_args!(
                    "must have at most {} megapixels in all",
                    PIXELS_MAX / 1_000_000
                ),
            ));
        }
        Ok(Self::unchecked(width as u32, height as u32))
    }

    /// Returns the size for `WxH` (also with `×` or `*`), or an error that names `field`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        match parse_wxh(text) {
            Some((width, height)) => Self::new(field, width, height),
            None => Err(Error::invalid(
                "invalid_size",
                field,
                text,
                "must be pixels such as \"1024x1024\"",
            )),
        }
    }

    const fn unchecked(width: u32, height: u32) -> Self {
        Self { width, height }
    }

    pub fn width(self) -> u32 {
        self.width
    }

    pub fn height(self) -> u32 {
        self.height
    }

    pub fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    fn transposed(self) -> Self {
        Self::unchecked(self.height, self.width)
    }
}

impl fmt::Display for PixelSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

/// Whether `text` looks like pixels: digits, a times sign, digits.
fn parse_wxh(text: &str) -> Option<(u64, u64)> {
    let (width, height) = text.trim().split_once(['x', 'X', '×', '*'])?;
    Some((parse_side(width)?, parse_side(height)?))
}

/// Sides too long for the number type are still numbers, and must be refused as such.
fn parse_side(text: &str) -> Option<u64> {
    let text = text.trim();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(text.parse::<u32>().map_or(u64::from(u32::MAX), u64::from))
}

/// A ratio of width to height in lowest terms, between 1:64 and 64:1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AspectRatio {
    width: u32,
    height: u32,
}

/// Most that one side may exceed the other in a ratio.
const RATIO_MAX: u32 = 64;

impl AspectRatio {
    pub const SQUARE: Self = Self {
        width: 1,
        height: 1,
    };

    /// Returns the ratio in lowest terms; none when a side is 0 or the ratio is beyond 64:1.
    pub fn new(width: u32, height: u32) -> Option<Self> {
        let (wide, tall) = (u64::from(width), u64::from(height));
        let long = u64::from(RATIO_MAX);
        if width == 0 || height == 0 || wide > tall * long || tall > wide * long {
            return None;
        }
        let divisor = gcd(width, height);
        Some(Self {
            width: width / divisor,
            height: height / divisor,
        })
    }

    /// Returns the ratio for one of the offered `W:H`, or for the words square, portrait and landscape;
    /// an error that names `field` and every offered ratio otherwise.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        let ratio = match text.trim().to_ascii_lowercase().as_str() {
            "square" => Some(Self::SQUARE),
            "portrait" => Some(Orientation::Portrait.ratio()),
            "landscape" => Some(Orientation::Landscape.ratio()),
            other => other.split_once(':').and_then(|(width, height)| {
                let side = |text: &str| text.parse::<u32>().ok();
                Self::new(side(width)?, side(height)?)
            }),
        };
        ratio
            .filter(|ratio| table_row(*ratio).is_some())
            .ok_or_else(|| {
                let all: Vec<_> = Self::offered().map(|ratio| ratio.to_string()).collect();
                Error::invalid(
                    "invalid_aspect_ratio",
                    field,
                    text,
                    format_args!("must be one of {}", all.join(", ")),
                )
            })
    }

    /// Returns every ratio that has a row in the table, widest last.
    pub fn offered() -> impl Iterator<Item = Self> {
        let upright = TABLE.iter().rev().map(|row| row.0);
        let lying = TABLE.iter().map(|row| row.0.transposed());
        let all = upright.chain(lying.filter(|ratio| *ratio != Self::SQUARE));
        let mut all: Vec<_> = all.collect();
        all.sort_by(|a, b| (a.width * b.height).cmp(&(b.width * a.height)));
        all.into_iter()
    }

    pub fn width(self) -> u32 {
        self.width
    }

    pub fn height(self) -> u32 {
        self.height
    }

    fn transposed(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
        }
    }
}

impl fmt::Display for AspectRatio {
    /// Writes the ratio as people know it: 21:9, not 7:3.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.width, self.height) {
            (7, 3) => f.write_str("21:9"),
            (3, 7) => f.write_str("9:21"),
            (width, height) => write!(f, "{width}:{height}"),
        }
    }
}

/// A loose shape: what "portrait" means when no ratio is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Orientation {
    Square,
    Portrait,
    Landscape,
}

impl Orientation {
    pub fn ratio(self) -> AspectRatio {
        match self {
            Self::Square => AspectRatio::SQUARE,
            Self::Portrait => ratio(3, 4),
            Self::Landscape => ratio(4, 3),
        }
    }
}

/// How much detail, as Gemini's `imageSize` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    P512,
    K1,
    K2,
    K4,
}

impl Tier {
    pub const ALL: [Self; 4] = [Self::P512, Self::K1, Self::K2, Self::K4];

    pub fn name(self) -> &'static str {
        match self {
            Self::P512 => "512",
            Self::K1 => "1K",
            Self::K2 => "2K",
            Self::K4 => "4K",
        }
    }

    /// Returns the side of this tier's square, pixels.
    pub fn side(self) -> u32 {
        512 << self as u32
    }

    /// Returns the tier for its name ("512", "0.5K", "1K", …, letter case ignored).
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name.trim().to_ascii_uppercase().as_str() {
            "512" | "0.5K" | "512PX" => Self::P512,
            "1K" => Self::K1,
            "2K" => Self::K2,
            "4K" => Self::K4,
            _ => return None,
        })
    }

    /// Returns the tier, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        Self::from_name(name).ok_or_else(|| {
            Error::invalid(
                "invalid_tier",
                field,
                name,
                "must be one of 512 (or 0.5K), 1K, 2K, 4K",
            )
        })
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What the words of a prompt say about the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SizeHint {
    /// Exact pixels ("1200 x 630 banner"). Ignored where outside the limits.
    pub exact: Option<(u32, u32)>,
    pub tier: Option<Tier>,
    pub aspect: Option<AspectRatio>,
}

/// What a request says about the size. Silent by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SizeSpec {
    /// Taken as it is; ratio and tier then mean nothing.
    pub exact: Option<PixelSize>,
    pub tier: Option<Tier>,
    pub aspect: Option<AspectRatio>,
    /// What the protocol draws when request and prompt are silent about detail. None: 1K.
    pub default_tier: Option<Tier>,
}

impl SizeSpec {
    /// Returns a spec of exact pixels.
    pub fn exact(size: PixelSize) -> Self {
        Self {
            exact: Some(size),
            ..Self::default()
        }
    }

    /// Returns the spec for one field that may hold `WxH`, a ratio or a tier; "auto" says nothing.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("auto") {
            return Ok(Self::default());
        }
        if let Some((width, height)) = parse_wxh(text) {
            return Ok(Self::exact(PixelSize::new(field, width, height)?));
        }
        if let Some(tier) = Tier::from_name(text) {
            return Ok(Self {
                tier: Some(tier),
                ..Self::default()
            });
        }
        match AspectRatio::parse(field, text) {
            Ok(aspect) => Ok(Self {
                aspect: Some(aspect),
                ..Self::default()
            }),
            Err(error) if text.contains(':') => Err(error),
            Err(_) => Err(Error::invalid(
                "invalid_size",
                field,
                text,
                "must be pixels such as \"1024x1024\", a ratio such as \"16:9\", a tier (512, 1K, 2K, 4K) or \"auto\"",
            )),
        }
    }

    /// Returns the size of the picture: the request first, then `hint`, then the default. Always within the limits.
    pub fn resolve(&self, hint: &SizeHint) -> PixelSize {
        if let Some(exact) = self.exact {
            return exact;
        }
        let silent = self.tier.is_none() && self.aspect.is_none();
        if silent
            && let Some((width, height)) = hint.exact
            && let Ok(exact) = PixelSize::new("prompt", width.into(), height.into())
        {
            return exact;
        }
        let default = self.default_tier.unwrap_or(Tier::K1);
        let tier = self.tier.or(hint.tier).unwrap_or(default);
        let aspect = self.aspect.or(hint.aspect).unwrap_or(AspectRatio::SQUARE);
        pixels_for(aspect, tier)
    }
}

/// Returns the pixels of a ratio at a tier: the published table, or the same area for ratios outside it.
fn pixels_for(aspect: AspectRatio, tier: Tier) -> PixelSize {
    match table_row(aspect) {
        Some(row) => row[tier as usize],
        None => same_area(aspect, tier.side()),
    }
}

/// Returns a size near `side`² with the ratio, both sides a multiple of 16 and within the limits.
fn same_area(aspect: AspectRatio, side: u32) -> PixelSize {
    let (w, h) = (f64::from(aspect.width), f64::from(aspect.height));
    let unit = f64::from(side) / (w * h).sqrt();
    let snap = |length: f64| ((length / 16.0).round() as u32 * 16).clamp(SIDE_MIN, SIDE_MAX);
    PixelSize::unchecked(snap(w * unit), snap(h * unit))
}

type Row = [PixelSize; 4];

/// Upright ratios at 512, 1K, 2K and 4K. Lying ratios are their transposes.
const TABLE: [(AspectRatio, Row); 8] = [
    (
        ratio(1, 1),
        row([(512, 512), (1024, 1024), (2048, 2048), (4096, 4096)]),
    ),
    (
        ratio(4, 5),
        row([(464, 576), (928, 1152), (1856, 2304), (3712, 4608)]),
    ),
    (
        ratio(3, 4),
        row([(448, 600), (896, 1200), (1792, 2400), (3584, 4800)]),
    ),
    (
        ratio(2, 3),
        row([(424, 632), (848, 1264), (1696, 2528), (3392, 5056)]),
    ),
    (
        ratio(9, 16),
        row([(384, 688), (768, 1376), (1536, 2752), (3072, 5504)]),
    ),
    // 9:21, lowest terms.
    (
        ratio(3, 7),
        row([(336, 792), (672, 1584), (1344, 3168), (2688, 6336)]),
    ),
    (
        ratio(1, 4),
        row([(256, 1024), (512, 2048), (1024, 4096), (2048, 8192)]),
    ),
    (
        ratio(1, 8),
        row([(192, 1536), (384, 3072), (768, 6144), (1536, 12288)]),
    ),
];

fn table_row(aspect: AspectRatio) -> Option<Row> {
    TABLE.iter().find_map(|(upright, row)| {
        if *upright == aspect {
            Some(*row)
        } else if upright.transposed() == aspect {
            Some(row.map(PixelSize::transposed))
        } else {
            None
        }
    })
}

const fn ratio(width: u32, height: u32) -> AspectRatio {
    AspectRatio { width, height }
}

const fn row(cells: [(u32, u32); 4]) -> Row {
    let [a, b, c, d] = cells;
    [
        PixelSize::unchecked(a.0, a.1),
        PixelSize::unchecked(b.0, b.1),
        PixelSize::unchecked(c.0, c.1),
        PixelSize::unchecked(d.0, d.1),
    ]
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(text: &str) -> SizeSpec {
        SizeSpec::parse("size", text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn one_field_takes_pixels_ratio_tier_or_auto() {
        let cases = [
            ("1024x1024", "1024x1024"),
            ("3840×2160", "3840x2160"),
            (" 1200 X 630 ", "1200x630"),
            ("16x12288", "16x12288"),
            ("auto", "1024x1024"),
            ("2K", "2048x2048"),
            ("0.5k", "512x512"),
            ("16:9", "1376x768"),
            ("9:16", "768x1376"),
            ("21:9", "1584x672"),
            ("9:21", "672x1584"),
            ("8:1", "3072x384"),
            ("portrait", "896x1200"),
        ];
        for (text, expected) in cases {
            let size = spec(text).resolve(&SizeHint::default());
            assert_eq!(size.to_string(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_out_of_range_is_refused_with_the_limits() {
        let cases = [
            ("0x0", "16 to 12288"),
            ("1x1", "16 to 12288"),
            ("15x16", "16 to 12288"),
            ("40000x40000", "16 to 12288"),
            ("99999999999999999999x16", "16 to 12288"),
            ("12288x12288", "36 megapixels"),
            ("-5x10", "1024x1024"),
            ("x", "1024x1024"),
            ("", "1024x1024"),
            ("1024", "1024x1024"),
            ("7:2", "1:1"),
            ("0:0", "16:9"),
            ("3K", "1024x1024"),
        ];
        for (text, part) in cases {
            let error = SizeSpec::parse("size", text).unwrap_err();
            assert_eq!(error.field.as_deref(), Some("size"), "{text}");
            assert!(error.message.contains(part), "{text}: {}", error.message);
        }
    }

    #[test]
    fn request_then_prompt_then_default() {
        let hint = SizeHint {
            exact: Some((1200, 630)),
            tier: Some(Tier::K4),
            aspect: AspectRatio::new(16, 9),
        };
        let pixels = |spec: SizeSpec| spec.resolve(&hint).to_string();
        assert_eq!(pixels(SizeSpec::default()), "1200x630");
        assert_eq!(pixels(spec("640x480")), "640x480");
        assert_eq!(pixels(spec("1:1")), "4096x4096");
        assert_eq!(pixels(spec("2K")), "2752x1536");
        let evolink = SizeSpec {
            default_tier: Some(Tier::K2),
            ..SizeSpec::default()
        };
        let silent = SizeHint::default();
        assert_eq!(evolink.resolve(&silent).to_string(), "2048x2048");
    }

    #[test]
    fn a_hint_beyond_the_limits_is_passed_over() {
        let hint = SizeHint {
            exact: Some((50_000, 3)),
            ..SizeHint::default()
        };
        assert_eq!(SizeSpec::default().resolve(&hint).to_string(), "1024x1024");
    }

    #[test]
    fn every_ratio_and_tier_is_within_the_limits() {
        let shapes = (1..=70).flat_map(|w| (1..=70).filter_map(move |h| AspectRatio::new(w, h)));
        for aspect in shapes {
            for tier in Tier::ALL {
                let size = pixels_for(aspect, tier);
                let again = PixelSize::new("size", size.width().into(), size.height().into());
                assert_eq!(again.unwrap(), size, "{aspect} {tier}");
            }
        }
    }

    #[test]
    fn ratios_end_at_64_to_1() {
        for (width, height, expected) in [
            (64, 1, true),
            (65, 1, false),
            (1, 64, true),
            (1, 65, false),
            (0, 1, false),
            (u32::MAX, 1, false),
        ] {
            assert_eq!(
                AspectRatio::new(width, height).is_some(),
                expected,
                "{width}:{height}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_size_within_the_limits_or_an_error(text in ".{0,24}|[0-9]{0,12}[x:×*][0-9]{0,12}|[0-9.]{1,4}[kK]") {
            if let Ok(spec) = SizeSpec::parse("size", &text) {
                let size = spec.resolve(&SizeHint::default());
                let again = PixelSize::new("size", size.width().into(), size.height().into());
                proptest::prop_assert_eq!(again.unwrap(), size);
            }
        }

        #[test]
        fn any_hint_gives_a_size_within_the_limits(exact: Option<(u32, u32)>, w: u32, h: u32, tier in 0..4_usize) {
            let hint = SizeHint { exact, tier: Some(Tier::ALL[tier]), aspect: AspectRatio::new(w, h) };
            let size = SizeSpec::default().resolve(&hint);
            proptest::prop_assert!(PixelSize::new("size", size.width().into(), size.height().into()).is_ok());
        }
    }

    #[test]
    fn the_table_offers_fifteen_ratios() {
        let all: Vec<_> = AspectRatio::offered()
            .map(|ratio| ratio.to_string())
            .collect();
        assert_eq!(
            all.join(" "),
            "1:8 1:4 9:21 9:16 2:3 3:4 4:5 1:1 5:4 4:3 3:2 16:9 21:9 4:1 8:1"
        );
    }
}
