//! The [`Brief`]: everything that a prompt asks for, each claim with its span in the prompt.
//!
//! The reader fills a brief; the planner turns it into a scene. Nothing here knows how a picture looks.

mod data;
mod genre;
mod literals;
mod scenery;

pub use data::*;
pub use genre::*;
pub use scenery::*;

use std::ops::Range;

/// Byte range in [`Brief::prompt`].
pub type Span = Range<usize>;

/// What a prompt asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Brief {
    /// The prompt as it was given, with western digits: all spans and texts are those of this one.
    pub prompt: String,
    /// How the prompt writes its digits; what is printed is written so, too.
    pub numerals: crate::Numerals,
    /// Language of the carrier words (the words that are not literals).
    pub language: Language,
    /// What kind of picture is wanted.
    pub genre: Genre,
    /// The words that decided the genre, if any did.
    pub genre_span: Option<Span>,
    /// Strings that must appear letter for letter, in reading order.
    pub literals: Vec<Literal>,
    /// Labels with their values, in reading order. Every member is also in [`Brief::literals`].
    pub pairs: Vec<Pair>,
    /// Arrows between texts, as in flows and sequences.
    pub links: Vec<Link>,
    /// Texts that stand under one another: org charts, mind maps, sets with their members. Parents stand before children.
    pub tree: Vec<Branch>,
    /// Enumerations in which order matters: indices into [`Brief::literals`].
    pub lists: Vec<List>,
    /// Things that are described and must be built, not printed ("a weekly bar chart", "recent orders table").
    pub described: Vec<Described>,
    /// Numbers to be drawn, in proportion.
    pub data: Vec<DataSet>,
    /// Things to be illustrated.
    pub objects: Vec<ObjectPhrase>,
    /// How the things in [`Brief::objects`] stand to each other.
    pub relations: Vec<Relation>,
    /// Where the scene is, when, and in what weather.
    pub setting: Setting,
    /// What the piece is about, as lower-case content words ("fitness", "jazz", "honey"), most telling first.
    pub topic: Vec<String>,
    /// The words behind "for", "about" or "of", as written ("jazz night"): a title can be made of them when none was given.
    pub subject: Option<String>,
    /// Words of the prompt that can head a printed piece when no text does, as written ("bake sale", "fig jam").
    pub headline: Option<String>,
    /// Style, colours, mood.
    pub look: Look,
    /// Size, ratio and background words.
    pub canvas: CanvasHints,
    /// Negations and other limits.
    pub constraints: Vec<Constraint>,
    /// Product or other records found as JSON in the prompt.
    pub records: Vec<Record>,
    /// What a picture of code shows; none for other pictures.
    pub code: Option<crate::Code>,
    /// Panels of a comic or frames of a storyboard, in order; empty for other pictures.
    pub panels: Vec<crate::Panel>,
    /// The journey of a boarding pass or a travel ticket; none for other pictures.
    pub trip: Option<crate::Trip>,
    /// What a calendar or planner shows; none for other pictures.
    pub planner: Option<crate::Planner>,
    /// What a slide says; none for other pictures.
    pub slide: Option<crate::SlideText>,
    /// What an invoice or a receipt adds up; none for other pictures.
    pub bill: Option<crate::Bill>,
    /// Tables or classes of a data model.
    pub entities: Vec<crate::Entity>,
    /// Those who sign a certificate.
    pub signers: Vec<crate::Signer>,
    /// The tool that fills a screen; none for other pictures.
    pub tool: Option<crate::Tool>,
    /// What a small printed sheet says; none for other pictures.
    pub sheet: Option<crate::Sheet>,
    /// A table that is told group by group; none for other pictures.
    pub grid: Option<crate::Grid>,
    /// Mails of an inbox.
    pub mails: Vec<crate::Mail>,
    /// Appointments of a calendar on a screen.
    pub agenda: Vec<crate::Appointment>,
    /// Whether a post is to be shown in its feed, with who wrote it and what is counted below, not a picture to be posted.
    pub feed_post: bool,
    /// A long text to be set like a book page; none for other pictures.
    pub passage: Option<crate::Passage>,
    /// Words that were not understood, to be reported in `notes`.
    pub unread: Vec<Span>,
}

/// A string that must appear on the picture exactly as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Literal {
    /// The text to set, without its quotes.
    pub text: String,
    pub span: Span,
    pub role: Role,
    /// How sure the reader is that it is a literal and not description.
    pub origin: Origin,
    /// Object that carries the text ("a blackboard saying …"): index into [`Brief::objects`].
    pub on_object: Option<usize>,
}

/// How a literal was found, from surest to least sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// In quotes, or a JSON string value.
    Quoted,
    /// After "says", "titled", "label:" or similar words.
    Introduced,
    /// By its form: a price, date, phone number, address, hashtag, unit value.
    Form,
    /// By its place: capitals, a list after a genre word, what is left of a design prompt.
    Inferred,
}

/// The part that a literal plays on the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    Title,
    Subtitle,
    /// A line above the title.
    Kicker,
    Body,
    Label,
    Value,
    Price,
    /// What stood there before ("was $40").
    OldPrice,
    Date,
    Time,
    Place,
    Person,
    Brand,
    Button,
    Link,
    Field,
    Tab,
    Badge,
    Caption,
    Column,
    Category,
    Series,
    Axis,
    Callout,
    Item,
    Contact,
    Quote,
    /// Who said or wrote it.
    Attribution,
    /// Net weight, edition, licence lines.
    Small,
    /// On an object in a scene: a sign, a shirt, a screen.
    World,
    #[default]
    Text,
}

/// A label with its value; both are literals of the brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Index into [`Brief::literals`]; none when the label is described rather than to be printed exactly.
    pub label: Option<usize>,
    /// The words of the label, ready to be printed with a capital when it is no literal ("Monthly revenue").
    pub label_text: String,
    /// Index into [`Brief::literals`].
    pub value: usize,
}

/// An arrow from one text to another; indices into [`Brief::literals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    /// The text that stands at the arrow ("yes", "GET /login").
    pub label: Option<usize>,
}

/// A text in a hierarchy.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Branch {
    /// Index into [`Brief::literals`]; none when the prompt only tells what it is about.
    pub literal: Option<usize>,
    /// The words to be shown.
    pub text: String,
    /// The post or kind that stands before the name ("Principal"), ready to be printed.
    pub post: Option<String>,
    /// A second name in the same place, of a couple: index into [`Brief::literals`].
    pub partner: Option<usize>,
    /// Index into [`Brief::tree`]; none for a root.
    pub parent: Option<usize>,
    /// In a Venn diagram, whether it stands where the sets meet.
    pub shared: bool,
    /// The two sets of three or more that alone share it: indices into [`Brief::tree`].
    pub between: Option<(usize, usize)>,
}

/// An enumeration of literals.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// What introduced it ("columns", "labels", "ingredients"), lower case, singular.
    pub kind: String,
    pub items: Vec<usize>,
    pub span: Span,
}

/// Style, colours and mood, as asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Look {
    /// Style words in their canonical form ("minimal", "retro", "watercolor", "pixel", "vector", "chalk", "neon", …).
    pub styles: Vec<String>,
    /// Mood words in their canonical form ("playful", "elegant", "bold", "calm", …).
    pub moods: Vec<String>,
    /// Colours asked for, background excluded, in order of mention.
    pub palette: Vec<Color>,
    /// The text colour, if one was named ("white serif letters").
    pub ink: Option<Color>,
    /// "dark mode", "dark theme" → true; "light" → false.
    pub dark: Option<bool>,
    /// "serif", "sans", "mono", "script", "slab", "rounded".
    pub typeface: Option<String>,
    /// Text asked for in capitals.
    pub uppercase: bool,
}

/// A colour with the name it was given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Color {
    /// Canonical English name, or the hex text.
    pub name: String,
    /// sRGB.
    pub rgb: [u8; 3],
}

impl Color {
    /// Returns the colour of an English name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let (name, rgb) = crate::lexicon::lexicon().colors.get(name)?;
        Some(Self {
            name: (*name).to_owned(),
            rgb: *rgb,
        })
    }
}

/// Size, ratio and background words. They matter only where the request itself does not say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CanvasHints {
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// Lowest terms, `(16, 9)`.
    pub aspect: Option<(u32, u32)>,
    /// "4K" → 4096-class tier, as the long-side hint in pixels: 512, 1024, 2048, 4096.
    pub tier: Option<u32>,
    pub background: Option<Background>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Background {
    Color(Color),
    Gradient(Vec<Color>),
    Transparent,
    /// "polka dot background" and the like: the pattern's word and its colour.
    Pattern(String, Option<Color>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Constraint {
    NoText,
    NoPeople,
    NoFiller,
    NoIcons,
    NoBorder,
    NoShadow,
    /// "leave space for a logo at the top right".
    LeaveRoom {
        what: String,
        at: Option<Position>,
    },
    /// A negated literal or object that has no rule of its own.
    Without(String),
    /// "exactly six icons", "three columns": a count of a component, singular lower case.
    Count {
        of: String,
        n: u32,
    },
    /// "left to right", "top to bottom", "horizontal", "vertical".
    Direction(Direction),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Horizontal,
    Vertical,
}

/// A JSON object in the prompt, flattened: `("price", "$24")`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    pub fields: Vec<(String, String)>,
    pub span: Span,
}

/// Language of the carrier words, as an ISO 639-1 code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(pub String);

impl Default for Language {
    fn default() -> Self {
        Self("en".into())
    }
}

impl Brief {
    /// Returns the prompt in lower case, followed by its words in English when it is in another language: what to look
    /// for particular words in.
    pub fn heard(&self) -> String {
        let own = self.prompt.to_lowercase();
        if self.language.0 == "en" {
            return own;
        }
        let english = crate::english(&self.prompt, &self.language.0);
        format!("{own}\n{english}")
    }
}
