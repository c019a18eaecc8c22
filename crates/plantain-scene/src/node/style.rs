//! How a node is painted: fill, stroke, shadows and effects.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::is_default;
use crate::color::{Color, Token};

/// How a node's box, shape or path is painted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fill: Option<Paint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stroke: Option<Stroke>,
    /// Corner radius, clamped to half the shorter side.
    #[serde(skip_serializing_if = "is_default")]
    pub radius: f32,
    /// Corners top-left, top-right, bottom-right, bottom-left, when they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corners: Option<[f32; 4]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shadows: Vec<Shadow>,
    /// 0 to 1.
    #[serde(skip_serializing_if = "is_one")]
    pub opacity: f32,
    /// Children are cut at the box.
    #[serde(skip_serializing_if = "is_default")]
    pub clip: bool,
    /// Turn around the middle of the box, degrees clockwise, children included.
    #[serde(skip_serializing_if = "is_default")]
    pub rotate: f32,
    /// Works the node and its children over as one picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
}

/// A look that is no sum of forms.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Squares of `cell` logical units, 2 to 64.
    Pixel { cell: f32 },
    /// Wobbly washes with gathered edges on grained paper.
    Watercolor,
    /// Thick strokes of a brush along the forms.
    Oil,
    /// Even black lines on white, to be coloured in.
    Line,
    /// Pencil lines and hatching on paper.
    Sketch,
    /// Black ink of a block with carved lights.
    Linocut,
    /// Coloured chalk on a board.
    Chalk,
    /// White lines and a grid on blue.
    Blueprint,
    /// Glowing tubes in the dark.
    Neon,
    /// Few inks and dark key lines on washi paper.
    Woodblock,
    /// Black, teal and cream with gold lines.
    Deco,
    /// An old offset print with few worn inks.
    Vintage,
    /// Pink, violet and turquoise lights of an old screen.
    Vaporwave,
    /// Satin stitches on cloth.
    Embroidery,
    /// Loud colours, thick outlines and Ben-Day dots.
    Halftone,
    /// Coloured glass in lead.
    Glass,
    /// Triangles of one colour each.
    LowPoly,
    /// Sheets of cut paper with soft shadows.
    Paper,
    /// Forms puffed up like clay, lit from one side.
    Clay,
    /// Forms lit as bodies, as far as flat drawings allow.
    Body,
    /// Out of focus by `radius` logical units, 0 to 60, less toward the lower edge.
    Defocus { radius: f32 },
    /// Bloom, contrast, vignette and grain of a photograph.
    Film,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            fill: None,
            stroke: None,
            radius: 0.0,
            corners: None,
            shadows: Vec::new(),
            opacity: 1.0,
            clip: false,
            rotate: 0.0,
            effect: None,
        }
    }
}

/// What fills a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Paint {
    Color(Color),
    /// Angle in degrees: 0 runs upward, 90 to the right, as in CSS.
    Linear {
        angle: f32,
        stops: Vec<(f32, Color)>,
    },
    /// Centre as fractions of the box, radius as a fraction of its longer side.
    Radial {
        center: [f32; 2],
        radius: f32,
        stops: Vec<(f32, Color)>,
    },
    /// A repeated motif over a ground.
    Pattern(Pattern),
}

/// A repeated motif.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    pub motif: Motif,
    pub color: Color,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Color>,
    /// Size of one repeat in logical units.
    pub step: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Motif {
    Dots,
    Stripes,
    Diagonal,
    Grid,
    Checks,
    Zigzag,
    Waves,
    Crosses,
    Rays,
    Hatch,
    /// Fine random specks, for paper and grain.
    Grain,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stroke {
    pub color: Color,
    pub width: f32,
    /// Lengths of dash and gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dash: Option<[f32; 2]>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub round: bool,
}

/// A soft shadow of the node's rounded box.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shadow {
    pub dx: f32,
    pub dy: f32,
    /// Twice the standard deviation, as in CSS.
    pub blur: f32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub spread: f32,
    pub color: Color,
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self::Color(color)
    }
}

impl From<Token> for Paint {
    fn from(token: Token) -> Self {
        Self::Color(token.into())
    }
}

impl From<crate::color::Rgba> for Paint {
    fn from(rgba: crate::color::Rgba) -> Self {
        Self::Color(rgba.into())
    }
}

fn is_one(value: &f32) -> bool {
    *value == 1.0
}
