//! Text of a node: runs, spans, type and fitting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{is_default, is_ink};
use crate::color::{Color, Token};

/// A run of text. It wraps at word boundaries and shrinks from `size` to `min_size` when its box asks for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Text {
    pub text: String,
    /// Which of the theme's faces.
    #[serde(skip_serializing_if = "is_default")]
    pub font: FontRole,
    /// Family of this text alone, instead of the theme's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// Wanted size in logical units (em).
    pub size: f32,
    /// Smallest size it may shrink to when it does not fit; 0 means that it never shrinks.
    #[serde(skip_serializing_if = "is_default")]
    pub min_size: f32,
    /// 100 to 900; 0 means the theme's weight for this face.
    #[serde(skip_serializing_if = "is_default")]
    pub weight: u16,
    #[serde(skip_serializing_if = "is_default")]
    pub italic: bool,
    #[serde(skip_serializing_if = "is_ink")]
    pub color: Color,
    #[serde(skip_serializing_if = "is_default")]
    pub align: Align,
    /// Line height as a multiple of the size; 0 means by the face and size.
    #[serde(skip_serializing_if = "is_default")]
    pub leading: f32,
    /// Extra letter spacing in em.
    #[serde(skip_serializing_if = "is_default")]
    pub tracking: f32,
    #[serde(skip_serializing_if = "is_default")]
    pub case: Case,
    /// At most this many lines; 0 means any number.
    #[serde(skip_serializing_if = "is_default")]
    pub max_lines: u16,
    /// Break into lines of even length.
    #[serde(skip_serializing_if = "is_default")]
    pub balance: bool,
    /// Figures of equal width.
    #[serde(skip_serializing_if = "is_default")]
    pub tabular: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub underline: bool,
    #[serde(skip_serializing_if = "is_default")]
    pub strike: bool,
    /// Set along a circle instead of a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arc: Option<Arc>,
    /// Parts in another weight or colour, as byte ranges of `text`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<Span>,
    /// Outline around the letters: width in em, and colour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outline: Option<(f32, Color)>,
}

impl Default for Text {
    fn default() -> Self {
        Self {
            text: String::new(),
            font: FontRole::Body,
            family: String::new(),
            size: 16.0,
            min_size: 0.0,
            weight: 0,
            italic: false,
            color: Color::Token(Token::Ink, 1.0),
            align: Align::Start,
            leading: 0.0,
            tracking: 0.0,
            case: Case::AsIs,
            max_lines: 0,
            balance: false,
            tabular: false,
            underline: false,
            strike: false,
            arc: None,
            spans: Vec::new(),
            outline: None,
        }
    }
}

/// A stretch of text that differs from the rest.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<u16>,
    #[serde(skip_serializing_if = "is_default")]
    pub italic: bool,
}

/// A circle that text runs along; the node's box holds the whole circle.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arc {
    /// Radius of the base line in logical units.
    pub radius: f32,
    /// Angle of the middle of the text: -90 is the top, 90 the bottom, in degrees clockwise from the right.
    pub middle: f32,
    /// Letters stand inside the circle (readable along the bottom).
    #[serde(default)]
    pub inside: bool,
}

/// The theme's faces by use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FontRole {
    /// The largest words: posters, covers, hero figures.
    Display,
    /// Titles of sections and cards.
    Heading,
    #[default]
    Body,
    Mono,
    /// A second voice: script, hand, stamp.
    Accent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    #[default]
    Start,
    Center,
    End,
    Justify,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Case {
    #[default]
    AsIs,
    Upper,
}
