//! Parts of the content that steer the picture instead of being text on it.

use super::Run;
use crate::Genre;
use crate::colors::color_at;
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// Parts of a picture that only instructions name.
const DESIGN_NOUNS: &[&str] = &[
    "emoji",
    "emojis",
    "background",
    "style",
    "color",
    "colors",
    "colour",
    "colours",
    "palette",
    "font",
    "fonts",
    "typography",
    "icon",
    "icons",
    "arrow",
    "arrows",
    "theme",
    "legend",
    "gridlines",
    "layout",
    "axis",
    "labels",
    "label",
    "title",
    "illustration",
    "illustrations",
    "boxes",
    "bars",
    "lines",
    "shapes",
    "circles",
    "diagram",
    "chart",
    "graph",
    "infographic",
    "bg",
    "tones",
    "text",
    "letters",
    "pictures",
    "images",
    "look",
    "design",
    "values",
    "slices",
    "shades",
    "wedges",
    "nodes",
    "connectors",
    "borders",
    "shadows",
    "gradient",
    "gradients",
    "margins",
    "line",
    "dots",
    "top",
    "poster",
    "slide",
    "image",
    "picture",
    "branches",
    "mode",
    "names",
    "photos",
    "initials",
];

/// Words that open an instruction.
pub(super) const ORDERS: &[&str] = &[
    "please",
    "highlight",
    "highlighting",
    "emphasize",
    "emphasise",
    "stress",
    "thanks",
    "thank",
    "arrange",
    "arranged",
    "suitable",
    "designed",
    "should",
    "i'd",
    "i'm",
    "thx",
    "pls",
    "connected",
    "styled",
    "colored",
    "coloured",
    "rendered",
    "print",
    "printable",
    "a4",
    "landscape",
    "vertical",
    "horizontal",
    "simple",
    "clean",
    "flat",
    "minimal",
    "modern",
    "cute",
    "professional",
];

/// Verbs and small words with which people steer a picture; a count behind them limits something.
const LIMITS: &[&str] = &[
    "use", "using", "make", "keep", "please", "in", "with", "draw", "add", "show", "include", "no",
    "without", "each", "every", "all", "only", "at", "exactly", "max", "maximum", "it", "they",
    "put", "place", "give", "have",
];

/// Verbs and small words before which names stay what is drawn, not what is said of the drawing.
const VERBS: &[&str] = &[
    "use", "using", "make", "keep", "please", "in", "with", "draw", "add",
];

/// Words that open what is said of a part of the picture.
const OPENERS: &[&str] = &[
    "with", "in", "use", "using", "make", "keep", "show", "draw", "add", "include", "no",
    "without", "each", "every", "all", "it", "its", "they", "put", "place", "give", "have", "on",
    "set", "i", "we",
];

/// Whether a part of the content steers the picture instead of being text on it.
pub(in crate::diagram) fn is_instruction(reader: &Reader<'_>, (from, to): Run) -> bool {
    let words: Vec<usize> = (from..to).filter(|&at| !reader.is_sep(at)).collect();
    let Some(&first) = words.first() else {
        return true;
    };
    let quote = |at: &usize| reader.tokens[*at].quote().is_some();
    // `…, title "Coffee"`: what has its role already is no part of the list that it ends.
    let said = |at: &usize| matches!(reader.uses[*at], Use::Literal | Use::Role);
    if words.len() > 1 && words.iter().all(said) && words.iter().any(quote) {
        return true;
    }
    if words.iter().any(quote) {
        return false;
    }
    if directs(reader, &words) {
        return true;
    }
    if asks(reader, first, to) {
        return false;
    }
    // `…, title "India in space". Deep blue sky with stars`
    let dated = matches!(reader.brief.genre, Genre::Timeline | Genre::OrgChart);
    if dated && crate::copy::dresses(reader, first) {
        return true;
    }
    // "…, icons": a lone word for what pictures are made of is no item of a chain.
    let lone = words.len() == 1
        && reader.brief.genre == Genre::FlowChart
        && matches!(
            reader.key(first),
            "icons"
                | "icon"
                | "emoji"
                | "emojis"
                | "arrows"
                | "labels"
                | "legend"
                | "illustrations"
        )
        && reader.is_lower(first);
    if lone || is_placed(reader, &words) {
        return true;
    }
    let part = Part::new(reader, words);
    if part.asks_for_labels() {
        return true;
    }
    if part.free == 0 && part.is_name() {
        return false;
    }
    if part.free == 0 && !part.holds(|at| reader.tokens[at].kind == Kind::Number) {
        return !part.is_lone_look();
    }
    !part.counts() && !part.figures() && !part.names() && part.is_order()
}

/// "lines pointing to each", "label the branches Yes / No", "use a diamond for the question", "green-ish": what the one who
/// draws is told, whatever names stand in it.
fn directs(reader: &Reader<'_>, words: &[usize]) -> bool {
    const SHAPES: &[&str] = &[
        "diamond",
        "diamonds",
        "oval",
        "ovals",
        "hexagon",
        "hexagons",
        "rectangle",
        "rectangles",
        "circle",
        "circles",
        "box",
        "boxes",
        "arrow",
        "arrows",
        "line",
        "lines",
        "pill",
        "pills",
    ];
    let key = |n: usize| words.get(n).map_or("", |&at| reader.key(at));
    // A sentence begins with a capital.
    let small = words.iter().skip(1).all(|&at| reader.is_lower(at));
    let last = words.last().map_or("", |&at| reader.key(at));
    let led = matches!(
        key(1),
        "pointing"
            | "from"
            | "to"
            | "between"
            | "at"
            | "for"
            | "on"
            | "in"
            | "under"
            | "beside"
            | "next"
    );
    let whole = matches!(
        last,
        "each"
            | "part"
            | "parts"
            | "them"
            | "it"
            | "step"
            | "end"
            | "ends"
            | "steps"
            | "side"
            | "bottom"
            | "top"
            | "left"
            | "right"
            | "one"
    );
    let placed = DESIGN_NOUNS.contains(&key(0)) && led && whole && small;
    let labels = matches!(key(0), "label" | "mark" | "name")
        && matches!(key(1), "the" | "each" | "all" | "both" | "every")
        && (DESIGN_NOUNS.contains(&key(2)) || SHAPES.contains(&key(2)));
    let shape = words
        .iter()
        .take(4)
        .position(|&at| SHAPES.contains(&reader.key(at)));
    let shaped = matches!(key(0), "use" | "using" | "draw" | "make" | "put" | "with")
        && shape
            .is_some_and(|n| matches!(key(n + 1), "for" | "as" | "around" | "shape" | "shapes"));
    // "darker red = busier", "busiest cell is Mon 9am", "legend Low to High": how a field is shaded.
    let shaded = reader.brief.genre == Genre::Chart
        && (matches!(
            key(0),
            "darker"
                | "darkest"
                | "lighter"
                | "lightest"
                | "busiest"
                | "busier"
                | "hotter"
                | "brighter"
        ) || key(0) == "legend" && words.iter().any(|&at| reader.key(at) == "to"));
    // "Argon should have a leader line because the slice is tiny"
    let wished = reader.brief.genre == Genre::Chart
        && words.iter().any(|&at| reader.key(at) == "should")
        && words.iter().any(|&at| names_design(reader, (at, at + 1)));
    let text = words.first().zip(words.last());
    let text = text.map_or("", |(&from, &to)| reader.text(from, to + 1));
    let about = text.trim_end_matches("ish").trim_end_matches('-');
    let tinted = text.ends_with("ish") && crate::colors::named(about, "en").is_some();
    // "parchment look"
    let looks = small
        && (2..=4).contains(&words.len())
        && matches!(last, "look" | "style" | "vibe" | "feel" | "aesthetic");
    looks || placed || labels || shaped || shaded || wished || tinted
}

/// "sun on the left, eight planets in order with names": how a drawing is laid out names none of its parts.
fn is_placed(reader: &Reader<'_>, words: &[usize]) -> bool {
    const PLACES: &[&[&str]] = &[
        &["on", "the", "left"],
        &["on", "the", "right"],
        &["in", "order"],
        &["with", "names"],
        &["with", "their", "names"],
        &["with", "labels"],
        &["to", "scale"],
    ];
    let drawn = matches!(
        reader.brief.genre,
        Genre::LabelledDiagram | Genre::CrossSection | Genre::Atom | Genre::Cycle
    );
    let small = words
        .iter()
        .all(|&at| reader.is_lower(at) || !reader.tokens[at].is_word());
    let told = |place: &&[&str]| {
        words.windows(place.len()).any(|run| {
            run.iter()
                .zip(place.iter())
                .all(|(&at, word)| reader.key(at) == *word)
        })
    };
    drawn && small && words.len() > 2 && PLACES.iter().any(told)
}

/// Whether a run names parts of a picture that only instructions name.
pub(super) fn names_design(reader: &Reader<'_>, (from, to): Run) -> bool {
    (from..to).any(|at| DESIGN_NOUNS.contains(&reader.key(at)) && reader.is_lower(at))
}

/// "is it fun?": nobody asks for a look with a question.
fn asks(reader: &Reader<'_>, first: usize, to: usize) -> bool {
    reader.brief.genre == Genre::FlowChart
        && (first..=to.min(reader.len().saturating_sub(1)))
            .any(|at| reader.sep(at, Sep::Mark) && reader.text(at, at + 1) == "?")
}

/// Whether a word tells the look, the size or the kind of the picture.
fn steers(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.uses[at],
        Use::Look | Use::Canvas | Use::Constraint | Use::Carrier | Use::Role | Use::Literal
    ) || matches!(
        reader.form(at),
        Some(crate::forms::FormKind::Canvas | crate::forms::FormKind::Hex)
    )
}

/// The words of a part of the content, separators left out.
struct Part<'a, 'r> {
    reader: &'a Reader<'r>,
    words: Vec<usize>,
    first: usize,
    /// Words that neither steer nor connect.
    free: usize,
}

impl<'a, 'r> Part<'a, 'r> {
    fn new(reader: &'a Reader<'r>, words: Vec<usize>) -> Self {
        let free = words
            .iter()
            .filter(|&&at| {
                !steers(reader, at)
                    && !lexicon().stops.contains_key(reader.key(at))
                    && !matches!(reader.tokens[at].kind, Kind::Emoji)
            })
            .count();
        Self {
            reader,
            first: words[0],
            words,
            free,
        }
    }

    /// The key of the first word.
    fn key(&self) -> &str {
        self.reader.key(self.first)
    }

    fn holds(&self, test: impl Fn(usize) -> bool) -> bool {
        self.words.iter().any(|&at| test(at))
    }

    fn holds_behind(&self, test: impl Fn(usize) -> bool) -> bool {
        self.words.iter().skip(1).any(|&at| test(at))
    }

    /// "8 phases labelled", "all parts labeled": how many things shall have their names.
    fn asks_for_labels(&self) -> bool {
        let counted = self.reader.tokens[self.first].kind == Kind::Number
            || count_at(&self.reader.tokens, self.first).is_some()
            || matches!(self.key(), "all" | "each" | "every");
        let last = self.words.last().map_or("", |&at| self.reader.key(at));
        counted && self.words.len() <= 4 && matches!(last, "labelled" | "labeled" | "annotated")
    }

    /// One or two connecting words with a capital.
    fn is_name(&self) -> bool {
        let reader = self.reader;
        self.words.len() <= 2
            && self.holds(|at| {
                reader.is_capital(at)
                    && reader.uses[at] == Use::Free
                    && !ORDERS.contains(&reader.key(at))
            })
    }

    /// A lone colour or style word is an item when it has a capital ("Red, Green, Blue").
    fn is_lone_look(&self) -> bool {
        self.words.len() == 1
            && self.reader.is_capital(self.first)
            && self.reader.uses[self.first] == Use::Look
    }

    /// "refund arrives in 5 days": a count inside a sentence of its own limits nothing.
    fn counts(&self) -> bool {
        self.free >= 2
            && self.reader.tokens[self.first].is_word()
            && self.holds_behind(|at| self.reader.tokens[at].kind == Kind::Number)
            && !LIMITS.contains(&self.key())
    }

    fn figures(&self) -> bool {
        self.holds(|at| {
            matches!(self.reader.tokens[at].kind, Kind::Number | Kind::Form(_))
                && !steers(self.reader, at)
        })
    }

    /// Whether names stand behind a word that is no verb.
    fn names(&self) -> bool {
        let reader = self.reader;
        !VERBS.contains(&self.key())
            && self.holds_behind(|at| {
                reader.is_capital(at) && reader.uses[at] == Use::Free && reader.key(at).len() > 1
            })
    }

    fn is_order(&self) -> bool {
        let (reader, key) = (self.reader, self.key());
        let noun = self.holds(|at| names_design(reader, (at, at + 1)));
        let opener = OPENERS.contains(&key) || lexicon().adjectives.get(key).is_some();
        let look =
            self.holds(|at| reader.uses[at] == Use::Look || color_at(&reader.tokens, at).is_some());
        let told = matches!(
            (key, reader.key(self.first + 1)),
            ("make", "it" | "sure") | ("keep", "it") | ("it", "should") | ("i", "want" | "need")
        );
        let tint = opener
            && look
            && self.words.len() <= 4
            && matches!(key, "use" | "using" | "in" | "with" | "make");
        noun && (opener || look) || tint || told || self.is_ordered(noun)
    }

    /// "clean desk" is an item, "clean look" and "please" are not.
    fn is_ordered(&self, noun: bool) -> bool {
        let (reader, key) = (self.reader, self.key());
        // To print a label may be a step.
        let step = key == "print" && reader.brief.genre == Genre::FlowChart;
        let lower = reader.is_lower(self.first);
        let named = noun || self.words.len() == 1;
        let polite = matches!(key, "please" | "thanks" | "thank");
        let leads = matches!(
            key,
            "please" | "pls" | "thx" | "arrange" | "arranged" | "connected" | "suitable" | "should"
        );
        ORDERS.contains(&key) && !step && lower && named || leads && lower || polite
    }
}
