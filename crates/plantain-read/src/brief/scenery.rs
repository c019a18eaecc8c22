//! Things to be illustrated, how they stand to each other, and where and when.

use super::{Color, Span};

/// A noun phrase to be illustrated, with its own adjectives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ObjectPhrase {
    /// Singular English noun, the key into the illustration vocabulary ("palm tree", "soccer ball").
    pub noun: String,
    /// The words as written, for notes.
    pub words: String,
    pub span: Span,
    /// How many; none when the prompt leaves it open ("some", a bare plural).
    pub count: Option<u32>,
    /// Whether the noun was plural, for an open count.
    pub plural: bool,
    pub color: Option<Color>,
    /// Further colours ("a red and white tent"), or one each when [`ObjectPhrase::each_different`].
    pub more_colors: Vec<Color>,
    /// "each a different colour".
    pub each_different: bool,
    pub size: Option<SizeWord>,
    /// "round", "hexagonal", … lower case.
    pub shape: Option<String>,
    /// "wooden" → "wood", "metallic" → "metal", "fluffy", "glass", "leather", "striped", …
    pub materials: Vec<String>,
    /// "sitting", "flying", "open", "happy" and all other adjectives and states.
    pub attributes: Vec<String>,
    /// Where on the picture, when the prompt says so.
    pub position: Option<Position>,
    /// "in two rows", "in a circle", "in a grid".
    pub arrangement: Option<Arrangement>,
    /// Whether it must be absent.
    pub absent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizeWord {
    Tiny,
    Small,
    Large,
    Huge,
}

/// One of nine cells, or the whole ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    Left,
    Right,
    Top,
    Bottom,
    Center,
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
    Background,
    Foreground,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    Rows(u32),
    Columns(u32),
    Row,
    Column,
    Circle,
    Grid,
    Stack,
    Pile,
}

/// `subject` stands in `kind` to `object`; indices into [`Brief::objects`].
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    pub subject: usize,
    pub kind: RelationKind,
    pub object: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RelationKind {
    On,
    In,
    Above,
    Below,
    Under,
    LeftOf,
    RightOf,
    NextTo,
    InFrontOf,
    Behind,
    Between,
    Around,
    Against,
    Holding,
    Wearing,
    Riding,
    Eating,
    Chasing,
    LookingAt,
    With,
    Larger,
    Smaller,
    Among,
}

/// Where and when a scene plays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Setting {
    /// "beach", "forest", "desert", "sea", "room", "kitchen", "street", "field", "space", "snow", …
    pub place: Option<String>,
    pub time: Option<TimeOfDay>,
    pub weather: Option<Weather>,
    pub season: Option<Season>,
    /// Colours given to the ground or the sky ("a pink sky", "green field").
    pub sky: Option<Color>,
    pub ground: Option<Color>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeOfDay {
    Dawn,
    Morning,
    Day,
    Sunset,
    Dusk,
    Night,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    Sunny,
    Cloudy,
    Rain,
    Storm,
    Snow,
    Fog,
    Wind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}
