//! The node tree of a scene: what stands on the picture and how it is laid out and painted.
//!
//! All lengths are logical units; [`crate::Canvas::unit`] says how many pixels one is.

mod layout;
mod style;
mod text;

pub use layout::{Flow, Layout, Len, Place};
pub use style::{Effect, Motif, Paint, Pattern, Shadow, Stroke, Style};
pub use text::{Align, Arc, Case, FontRole, Span, Text};

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::chart::ChartSpec;
use crate::color::{Color, Token};

/// One thing on the picture, with its children painted on top of it in order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Node {
    /// Unique in the scene, stable across edits.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What it is for: "title", "card", "legend", "price".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What is drawn.
    #[serde(skip_serializing_if = "is_default")]
    pub content: Content,
    /// Place in the parent, and how children are placed.
    #[serde(skip_serializing_if = "is_default")]
    pub layout: Layout,
    /// How it is painted.
    #[serde(skip_serializing_if = "is_default")]
    pub style: Style,
    /// Whether the text (or the data) was asked for word by word.
    #[serde(skip_serializing_if = "is_default")]
    pub literal: bool,
    /// Whether it was invented to make the picture believable; `filler: none` removes it.
    #[serde(skip_serializing_if = "is_default")]
    pub filler: bool,
    /// What its look does not tell, for those who edit the scene: "noun" of an object, "of" the id of the object that it
    /// belongs to, "place" and "time" of a stage. Drawing takes no notice of it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Node>,
}

/// What a node draws.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(
    clippy::large_enum_variant,
    reason = "a scene has few nodes, and plain variants are easier to build and match"
)]
pub enum Content {
    /// A box that holds children.
    #[default]
    Frame,
    Text(Text),
    Shape(Shape),
    /// SVG path data in its own coordinate box, stretched to the node's box.
    Path(PathData),
    /// A line icon.
    Icon(Icon),
    /// An illustrated object.
    Object(Object),
    Chart(ChartSpec),
    /// A line between two nodes.
    Connector(Connector),
    /// A raster picture.
    Image(Image),
}

/// A plain form that fills the node's box.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Shape {
    #[default]
    Rect,
    Ellipse,
    /// A regular polygon with `sides` corners, one at the top unless turned by `turn` degrees.
    Polygon {
        sides: u8,
        #[serde(default)]
        turn: f32,
    },
    /// A star with `points` tips; `inner` is the inner radius as a fraction of the outer.
    Star {
        points: u8,
        inner: f32,
    },
    /// Part of a ring: angles in degrees clockwise from the top, `hole` as a fraction of the radius.
    Ring {
        from: f32,
        to: f32,
        hole: f32,
    },
    /// From corner to corner of the box: top left to bottom right, or bottom left to top right when `rising`.
    Line {
        #[serde(default)]
        rising: bool,
    },
    Heart,
    Drop,
    /// A soft irregular form.
    Blob {
        seed: u32,
    },
    /// A strip with notched ends.
    Ribbon,
    /// Speech bubble with its tail at the bottom; `tail` is its place along the side, 0 to 1.
    Bubble {
        tail: f32,
    },
    /// Ticket with half-round notches at `notch` (0 to 1) of its width.
    Ticket {
        notch: f32,
    },
    Arrow,
    Chevron,
    Wave,
    /// Pin of a map.
    Pin,
    /// A rectangle with its corners cut off by `cut` logical units.
    Bevel {
        cut: f32,
    },
    /// A rectangle with its corners scooped inward by `scoop` logical units.
    Scoop {
        scoop: f32,
    },
    Triangle,
    Trapezoid {
        top: f32,
    },
    Cross,
}

/// SVG path data.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathData {
    /// SVG path commands, as in the `d` attribute.
    pub d: String,
    /// Width and height of the coordinate box of `d`.
    pub view: [f32; 2],
    /// Keep the proportions of `view` and centre it, instead of stretching.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contain: bool,
    /// Fill by the even-odd rule.
    #[serde(default, skip_serializing_if = "is_default")]
    pub even_odd: bool,
}

/// A line icon on a 24-unit grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Icon {
    pub name: String,
    #[serde(default = "ink", skip_serializing_if = "is_ink")]
    pub color: Color,
    /// Stroke width on the 24-unit grid.
    #[serde(default = "two", skip_serializing_if = "is_two")]
    pub stroke: f32,
}

/// An illustrated object, drawn to fill the node's box with its proportions kept, standing on the bottom.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Object {
    /// Name in the illustration set.
    pub name: String,
    /// Colour of its main parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tint: Option<Color>,
    /// Colours of parts that have one of their own, by singular nouns: "door", "roof", "wheel", "stem", …
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, Color>,
    /// Mirrored left to right.
    #[serde(skip_serializing_if = "is_default")]
    pub flip: bool,
    /// Surface that shows: "wood", "metal", "glass", "leather", "fabric", "fluffy", "striped", …
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<String>,
    /// How it is drawn: empty for the set's own manner, "silhouette", "line", "sketch", "pixel", "watercolor", …
    #[serde(skip_serializing_if = "String::is_empty")]
    pub manner: String,
    /// Only the parts behind or in front of what stands in it.
    #[serde(skip_serializing_if = "is_default")]
    pub half: Half,
}

/// Which parts of a container are drawn, so that things can stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Half {
    #[default]
    Whole,
    Back,
    Front,
}

/// A line from one node to another, by id.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Connector {
    pub from: String,
    pub to: String,
    pub route: Route,
    /// Side of `from` and of `to` where the line meets the box; `auto` takes the nearest.
    #[serde(skip_serializing_if = "is_default")]
    pub from_side: Side,
    #[serde(skip_serializing_if = "is_default")]
    pub to_side: Side,
    #[serde(skip_serializing_if = "is_default")]
    pub start: Tip,
    #[serde(skip_serializing_if = "is_default")]
    pub end: Tip,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    #[default]
    Straight,
    /// Right-angled, with rounded corners.
    Elbow,
    Curve,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    #[default]
    Auto,
    Left,
    Right,
    Top,
    Bottom,
    Center,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tip {
    #[default]
    None,
    Arrow,
    Dot,
}

/// A raster picture inside the scene.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Image {
    /// PNG bytes in standard base64.
    pub data: String,
    /// Fill the box and cut what is over, instead of fitting inside.
    #[serde(skip_serializing_if = "is_default")]
    pub cover: bool,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn is_ink(color: &Color) -> bool {
    *color == ink()
}

fn ink() -> Color {
    Token::Ink.into()
}

fn two() -> f32 {
    2.0
}

fn is_two(value: &f32) -> bool {
    *value == 2.0
}
