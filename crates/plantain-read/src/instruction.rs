//! The [`Instruction`]: what is asked to be changed on a picture that is already there.
//!
//! It is the counterpart of the [`crate::Brief`]: words become typed steps, and nothing here knows whether a scene or
//! pixels will be changed. Every step keeps its span, and words that were not understood are listed, because an edit is
//! all or nothing: whoever carries it out refuses what it does not understand instead of guessing.

mod additions;
mod arguments;
mod bare;
mod clauses;
mod commands;
mod direction;
mod furnish;
mod item;
mod keep;
mod merging;
mod named;
mod order;
mod predicates;
mod report;
mod sorting;
mod targets;
mod told;
mod transforms;
mod variety;
mod verbs;
mod words;

use crate::glosses::Glosses;
use crate::{forms, language, quotes, tokens};
pub use furnish::{Furnishing, LegendSide};
pub use item::{BorderWidth, Item};
pub use report::instruction_report;
pub use told::closing_name;
pub(crate) use verbs::is_verb;
use words::Words;

pub use plantain_core::{Filter, Tone};

use crate::{
    ChartKind, Color, Component, Language, Position, RelationKind, Role, Season, Span, TimeOfDay,
    Weather,
};

/// What an instruction asks for, in the order of its words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Instruction {
    /// The instruction as it was given.
    pub text: String,
    /// Language of the words that are not quoted.
    pub language: Language,
    pub steps: Vec<Step>,
    /// What must stay as it is ("keep the foreground"); never a step of its own.
    pub keep: Vec<Target>,
    /// Whether any words say that something stays, even if they name nothing ("keep everything as it is").
    pub constrains: bool,
    /// Words that only say what a style is known by ("line art, no fills"): the style alone decides how far they hold.
    pub asides: Vec<Span>,
    /// Words that were not understood; function words and politeness are not listed.
    pub unread: Vec<Span>,
}

/// One change, with the words that ask for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub change: Change,
    /// Empty for what is asked for beside the words, such as another size.
    pub span: Span,
}

impl Step {
    /// Whether it is asked for beside the words.
    pub fn is_unworded(&self) -> bool {
        self.span.is_empty()
    }
}

/// What happens to what.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Other words in the place of old ones. `from` is the part that goes when it was named ("Anna not Tom"); without
    /// it the whole text of the target goes.
    SetText {
        target: Target,
        from: Option<String>,
        to: String,
    },
    /// The same words set otherwise.
    SetType {
        target: Target,
        setting: TypeSetting,
    },
    /// All texts of the picture are others, as after a translation; in the order of the picture or of their likeness.
    Reword {
        to: Vec<String>,
    },
    /// A text is misspelt: the one that is most like `to` becomes it.
    Respell {
        to: String,
    },
    /// A number beside its label, or a point of a chart ("change Q3 to 48", "set revenue to $52k").
    SetValue {
        label: Option<String>,
        to: String,
    },
    /// Figures are multiplied or raised, each by itself: all prices, all values, or those beside a text.
    Reckon {
        target: Target,
        by: Reckoning,
    },
    /// The lines of a list or the points of a chart stand in another order.
    Sort {
        by: SortKey,
        descending: bool,
    },
    Recolor {
        target: Target,
        colors: Vec<Color>,
    },
    /// Set apart from its like: highlighted, struck out, marked as something.
    Mark {
        target: Target,
        marking: Marking,
    },
    /// Another surface: "wood", "metal", "glass", "fluffy", "striped", …
    Resurface {
        target: Target,
        material: String,
    },
    SetBackground(Fill),
    /// Time, weather or season of the whole scene, or of a part of it (the background, the sky).
    SetSetting {
        target: Target,
        time: Option<TimeOfDay>,
        weather: Option<Weather>,
        season: Option<Season>,
    },
    SetTheme(ThemeChange),
    Add {
        item: Item,
        at: Location,
    },
    Remove(Target),
    Replace {
        target: Target,
        with: Item,
    },
    Count {
        target: Target,
        to: CountChange,
    },
    Move {
        target: Target,
        to: Location,
    },
    /// A switch or a box beside these words is on or off.
    Switch {
        label: String,
        on: bool,
    },
    /// Stands at this place among its like: first, third, last.
    Rank {
        target: Target,
        to: Which,
    },
    /// Two things change places.
    Swap {
        one: Target,
        other: Target,
    },
    /// Two things have each other's colour.
    SwapColors {
        one: Target,
        other: Target,
    },
    Resize {
        target: Target,
        to: Scale,
    },
    /// Side by side, in a row, on one line: things in a common order.
    Align {
        target: Target,
        to: Alignment,
    },
    /// What stands around the data of a chart comes, goes or changes.
    Furnish(Furnishing),
    /// Points of a chart become one of this name; its value is their sum where none is told.
    Merge {
        labels: Vec<String>,
        into: String,
        value: Option<String>,
    },
    /// The same data in another kind of chart.
    SetChart {
        /// The chart that is meant; any there is where it is the whole picture.
        target: Target,
        kind: ChartKind,
    },
    Reshape(CanvasChange),
    Tone {
        target: Target,
        tone: Tone,
        amount: f32,
    },
    Filter {
        target: Target,
        filter: Filter,
        amount: f32,
    },
    /// Several pictures become one.
    Compose(Composition),
    /// The target alone, on a see-through ground.
    Extract(Target),
    /// Understood as far as that it needs content which no rule can draw: poses, expressions, motion, new photographic
    /// content. The words as written.
    Generate(String),
}

impl Change {
    /// Returns what the change points at, in the order of the words.
    pub fn targets(&self) -> Vec<&Target> {
        match self {
            Self::SetText { target, .. }
            | Self::Reckon { target, .. }
            | Self::SetType { target, .. }
            | Self::Recolor { target, .. }
            | Self::Mark { target, .. }
            | Self::Rank { target, .. }
            | Self::Resurface { target, .. }
            | Self::Replace { target, .. }
            | Self::Count { target, .. }
            | Self::Align { target, .. }
            | Self::SetSetting { target, .. }
            | Self::SetChart { target, .. }
            | Self::Tone { target, .. }
            | Self::Filter { target, .. }
            | Self::Reshape(CanvasChange::Crop(target))
            | Self::Remove(target)
            | Self::Extract(target) => vec![target],
            Self::Resize { target, to } => match to {
                Scale::Times(_) | Scale::Wide(_) | Scale::FullWidth => vec![target],
                Scale::LargerThan(other) | Scale::SmallerThan(other) | Scale::SameAs(other) => {
                    vec![target, other]
                }
            },
            Self::Move { target, to } => {
                let by = to.relation.iter().map(|(_, other)| other);
                std::iter::once(target).chain(by).collect()
            }
            Self::Add { at, .. } => at.relation.iter().map(|(_, other)| other).collect(),
            Self::Swap { one, other } | Self::SwapColors { one, other } => vec![one, other],
            Self::Respell { .. }
            | Self::Reword { .. }
            | Self::SetValue { .. }
            | Self::Sort { .. }
            | Self::Switch { .. }
            | Self::Furnish(_)
            | Self::Merge { .. }
            | Self::SetBackground(_)
            | Self::SetTheme(_)
            | Self::Reshape(_)
            | Self::Compose(_)
            | Self::Generate(_) => Vec::new(),
        }
    }
}

/// What an instruction points at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Target {
    pub what: Referent,
    /// The words as written, for messages; empty for what is understood without words.
    pub words: String,
    pub span: Span,
    /// Which of several: in reading order unless said otherwise.
    pub which: Which,
    /// How many of them; none means all that match.
    pub count: Option<u32>,
    /// The colour that it has now ("the red car").
    pub color: Option<Color>,
    /// Where it stands now ("the cup on the left").
    pub position: Option<Position>,
    /// What it stands by ("the cup next to the laptop").
    pub by: Option<(RelationKind, Box<Target>)>,
    /// Everything but this ("everything except the chair").
    pub inverted: bool,
}

/// The kind of thing that is pointed at.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Referent {
    /// The whole picture.
    #[default]
    Picture,
    Background,
    /// Whatever stands before the background ("foreground", "subject", "product").
    Subject,
    /// What the mask selects ("here", "this area", "the masked region").
    Masked,
    /// A text by its words.
    Text(String),
    /// A text by its part on the picture ("the headline", "the price").
    Role(Role),
    /// All text.
    AllText,
    /// An object, singular English noun as in [`ObjectPhrase::noun`].
    Thing(String),
    /// A part of a design ("card", "button", "chart", "icon"), with its own words or label ("Camera").
    Part {
        kind: Component,
        label: Option<String>,
    },
    /// "it", "them": what the step before spoke of; in the first step what the picture is of, or the picture itself.
    Same,
    /// Picture number n of those that were handed in, from 1 ("the second image", "the logo").
    Input(u32),
}

/// How something is set apart from its like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marking {
    /// What it is marked as ("sold out", "most popular"), as written.
    pub tag: Option<String>,
    pub manner: MarkManner,
}

/// What a mark does to what it is put on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MarkManner {
    /// Nothing: the tag says it all.
    #[default]
    Plain,
    /// It comes to the fore.
    Highlighted,
    /// It is over or not to be had: its words are struck out.
    Struck,
    /// It is done: its box is ticked, or its words are struck out where there is none.
    Done,
}

/// Which of several like things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    #[default]
    Any,
    /// From 0, in reading order.
    Nth(u32),
    Middle,
    Last,
    Largest,
    Smallest,
}

/// How a text is set.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TypeSetting {
    /// Times the present size.
    pub scale: Option<f32>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub underline: Option<bool>,
    pub case: Option<LetterCase>,
    /// "serif", "sans", "mono", "script", "slab", "rounded", or the name of a family.
    pub typeface: Option<String>,
    pub color: Option<Color>,
    pub align: Option<Alignment>,
    /// Letters further apart, or as close as usual.
    pub spaced: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterCase {
    Upper,
    Lower,
    /// Each word with a capital.
    Title,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Center,
    Right,
    Top,
    Middle,
    Bottom,
    /// With even gaps.
    Even,
    /// One after the other from left to right: the way that a diagram takes.
    Across,
    /// One after the other from top to bottom.
    Down,
}

/// What lies behind the subject.
#[derive(Debug, Clone, PartialEq)]
pub enum Fill {
    Transparent,
    Color(Color),
    Gradient(Vec<Color>),
    /// The background that is there, out of focus; 1 is the usual strength.
    Blur(f32),
    /// Picture number n of those that were handed in, from 1.
    Picture(u32),
    /// A scene that is described ("a beach at sunset"): words to be read as a prompt.
    Scene(String),
    /// A pattern's word and its colour.
    Pattern(String, Option<Color>),
}

/// Colours and manner of the whole picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ThemeChange {
    pub dark: Option<bool>,
    pub palette: Vec<Color>,
    /// As in [`crate::Look::styles`]: "retro", "minimal", "sketch", "watercolor", …
    pub styles: Vec<String>,
    pub moods: Vec<String>,
    pub typeface: Option<String>,
    /// Fewer details.
    pub simpler: bool,
    /// Radius of corners times the usual one; 0 is sharp.
    pub corners: Option<f32>,
}

/// Where something goes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Location {
    /// On the other side of what it stands by, or of the picture.
    pub across: bool,
    pub position: Option<Position>,
    pub relation: Option<(RelationKind, Target)>,
}

/// How many there are afterwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CountChange {
    Set(u32),
    /// So many are to be there, also where there is none yet: "blue barn, two cows".
    There(u32),
    By(i32),
    Times(f32),
}

/// What is done to each figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reckoning {
    /// 1.1 is ten per cent more.
    Times(f64),
    /// In the unit of the figure.
    Plus(f64),
}

/// What lines and points are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortKey {
    /// The figure of the line.
    Value,
    Name,
    /// A year, a date or a time of day in the line.
    Date,
    /// Where it stands now: going down, the order is turned round.
    Place,
}

/// How large something is afterwards.
#[derive(Debug, Clone, PartialEq)]
pub enum Scale {
    /// Times its present size.
    Times(f32),
    /// Larger (or smaller) than something else.
    LargerThan(Target),
    SmallerThan(Target),
    SameAs(Target),
    /// Times its present width, as high as it is.
    Wide(f32),
    /// As wide as what holds it.
    FullWidth,
}

/// Another canvas.
#[derive(Debug, Clone, PartialEq)]
pub enum CanvasChange {
    /// Lowest terms, `(16, 9)`. A scene is laid out anew; a picture is cut, or extended when `extend`.
    Aspect {
        ratio: (u32, u32),
        extend: bool,
    },
    /// Pixels.
    Size {
        width: u32,
        height: u32,
    },
    /// The longer side in pixels ("to 4K").
    LongSide(u32),
    Times(f32),
    /// Around the target, or the middle.
    Crop(Target),
    /// Cut by these shares of width and height: top, right, bottom, left.
    Trim([f32; 4]),
    /// Grow by these shares of width and height: top, right, bottom, left.
    Extend([f32; 4]),
    /// As [`CanvasChange::Extend`], with a plain colour.
    Pad {
        shares: [f32; 4],
        color: Color,
    },
    /// Degrees clockwise.
    Rotate(f32),
    /// Degrees clockwise, and cut to what has no empty corner.
    Straighten(f32),
    /// What lies outside becomes see-through.
    Outline(Outline),
    FlipHorizontal,
    FlipVertical,
    /// Times the present space around the content.
    Margins(f32),
    /// Columns of the main grid.
    Columns(u32),
}

/// What a picture is cut along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outline {
    /// The largest in the middle; the canvas becomes square.
    Circle,
    /// The canvas with rounded corners.
    Rounded,
}

/// How several pictures become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Composition {
    SideBySide,
    Stacked,
    Grid,
    /// The second before the first.
    Overlay,
}

/// Languages are told apart by the words of instructions, too.
const LOOKUP: language::Lookup = language::Lookup {
    glosses: Glosses::for_edits,
    english: verbs::is_verb,
};

/// Returns what `instruction` asks for.
pub fn instruct(instruction: &str) -> Instruction {
    instruct_about(instruction, &[])
}

/// As [`instruct`], for a picture that shows the texts in `said`: the instruction may name them without quotation marks
/// ("Flat White is now 4.10").
pub fn instruct_about(instruction: &str, said: &[String]) -> Instruction {
    read_with(instruction, said, &told::Said::default())
}

/// As [`instruct_about`], where a clause may only tell a value that takes the place of the one of its form on the picture:
/// "move it to Saturday" where “Friday” is the only day. `texts` are the whole texts of the picture.
pub fn instruct_told(instruction: &str, said: &[String], texts: &[String]) -> Instruction {
    read_with(instruction, said, &told::Said::new(texts))
}

fn read_with(instruction: &str, said: &[String], told: &told::Said) -> Instruction {
    let head = crate::reading::head(instruction);
    let unwrapped = wrapped(head);
    let text = unwrapped.as_deref().unwrap_or(head);
    let quoted = named::find(text, quotes::find(text, &[]), said);
    let language = language::detect_with(text, &quoted, &LOOKUP);
    let tokens = tokens::lex(text, &quoted, &[], Glosses::for_edits(language));
    let tokens = match language {
        "ko" => order::figures_without_particles(text, tokens),
        _ => tokens,
    };
    let tokens = order::ordered(text, tokens, language);
    let tokens = forms::merge(text, tokens);
    let words = Words::new(text, quoted, tokens, language);
    let mut read = clauses::read(&words, told);
    if text.len() < instruction.len() {
        read.unread.push(text.len()..instruction.len());
    }
    read.text = instruction.to_owned();
    read.language = Language(language.to_owned());
    read
}

/// The instruction inside a JSON object ("{"edit": "make it blue"}"), at the same bytes with blanks around it.
fn wrapped(text: &str) -> Option<String> {
    const NAMES: &[&str] = &[
        "instruction",
        "instructions",
        "prompt",
        "edit",
        "edits",
        "text",
        "task",
        "command",
        "request",
        "query",
        "message",
        "input",
        "description",
    ];
    if !text.trim_start().starts_with('{') {
        return None;
    }
    let value: serde_json::Value = serde_json::from_str(text.trim()).ok()?;
    let fields = value.as_object()?;
    let inner = NAMES.iter().find_map(|name| fields.get(*name)?.as_str())?;
    // The name may hold the same word.
    let start = text.rfind(inner).filter(|_| !inner.is_empty())?;
    let mut out = " ".repeat(start);
    out.push_str(inner);
    out.push_str(&" ".repeat(text.len() - start - inner.len()));
    Some(out)
}
