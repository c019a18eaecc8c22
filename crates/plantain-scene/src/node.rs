//! The node tree of a scene: what stands on the picture and how it is laid out and painted.
//!
//! All lengths are logical units; [`crate::Canvas::unit`] says how many pixels one is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

/// Place in the parent and placing of children; the model is CSS flexbox and grid.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Layout {
    /// Offset of the top-left corner from the parent's; takes the node out of the flow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<[f32; 2]>,
    #[serde(skip_serializing_if = "is_default")]
    pub w: Len,
    #[serde(skip_serializing_if = "is_default")]
    pub h: Len,
    #[serde(skip_serializing_if = "is_default")]
    pub min_w: f32,
    #[serde(skip_serializing_if = "is_default")]
    pub min_h: f32,
    /// 0 means no limit.
    #[serde(skip_serializing_if = "is_default")]
    pub max_w: f32,
    #[serde(skip_serializing_if = "is_default")]
    pub max_h: f32,
    /// Width divided by height; 0 means free.
    #[serde(skip_serializing_if = "is_default")]
    pub ratio: f32,
    /// Share of the free space along the parent's flow.
    #[serde(skip_serializing_if = "is_default")]
    pub grow: f32,
    /// Stays at its own size when space is short.
    #[serde(skip_serializing_if = "is_default")]
    pub rigid: bool,
    /// Columns of the parent's grid that it spans; 0 or 1 means one.
    #[serde(skip_serializing_if = "is_default")]
    pub span: u16,
    /// Outer space: top, right, bottom, left.
    #[serde(skip_serializing_if = "is_default")]
    pub margin: [f32; 4],
    /// Across the parent's flow, instead of the parent's `align`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_align: Option<Place>,
    #[serde(skip_serializing_if = "is_default")]
    pub flow: Flow,
    /// Between children.
    #[serde(skip_serializing_if = "is_default")]
    pub gap: f32,
    /// Between rows of a grid or of a wrapped row, when it differs from `gap`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row_gap: Option<f32>,
    /// Inner space: top, right, bottom, left.
    #[serde(skip_serializing_if = "is_default")]
    pub pad: [f32; 4],
    /// Along the flow.
    #[serde(skip_serializing_if = "is_default")]
    pub justify: Place,
    /// Across the flow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Place>,
    /// What it holds keeps its sides when the scene is mirrored for reading from right to left.
    #[serde(skip_serializing_if = "is_default")]
    pub keep_sides: bool,
    /// Children of a row go on in a new line.
    #[serde(skip_serializing_if = "is_default")]
    pub wrap: bool,
}

/// How children are placed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    #[default]
    Column,
    Row,
    /// On top of each other.
    Stack,
    /// Columns with these shares of the width; rows are as high as their content, or even when the height is given.
    Grid(Vec<f32>),
}

/// Where things go along or across a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    #[default]
    Start,
    Center,
    End,
    Stretch,
    /// Free space between the children.
    Between,
    /// Free space around the children.
    Around,
    Baseline,
}

/// A length: `"auto"`, a number of logical units, `"50%"` of the parent, or `"fill"` for what is free.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Len {
    #[default]
    Auto,
    Units(f32),
    Percent(f32),
    Fill,
}

impl From<f32> for Len {
    fn from(units: f32) -> Self {
        Self::Units(units)
    }
}

impl Serialize for Len {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Auto => serializer.serialize_str("auto"),
            Self::Fill => serializer.serialize_str("fill"),
            Self::Units(units) => serializer.serialize_f32(*units),
            Self::Percent(p) => serializer.collect_str(&format_args!("{p}%")),
        }
    }
}

impl<'de> Deserialize<'de> for Len {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Wire<'a> {
            Number(f32),
            #[serde(borrow)]
            Word(Cow<'a, str>),
        }
        match Wire::deserialize(deserializer)? {
            Wire::Number(n) => Ok(Self::Units(n)),
            Wire::Word(word) => match word.as_ref() {
                "auto" => Ok(Self::Auto),
                "fill" => Ok(Self::Fill),
                other => other
                    .strip_suffix('%')
                    .and_then(|n| n.parse().ok())
                    .map(Self::Percent)
                    .ok_or_else(|| {
                        serde::de::Error::custom(format!(
                            "length `{other}`: use a number, \"50%\", \"auto\" or \"fill\""
                        ))
                    }),
            },
        }
    }
}

impl JsonSchema for Len {
    fn schema_name() -> Cow<'static, str> {
        "Len".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number of logical units, a share of the parent such as \"50%\", \"auto\" or \"fill\".",
            "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^(auto|fill|-?[0-9.]+%)$" }]
        })
    }
}

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

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn is_one(value: &f32) -> bool {
    *value == 1.0
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
