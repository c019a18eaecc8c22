//! Parts of the content that steer the picture instead of being text on it.

use super::Run;
use crate::Genre;
use crate::colors::color_at;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// Parts of a picture that only instructions name.
const DESIGN_NOUNS: &[&str] = &[
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

/// Whether a part of the content steers the picture instead of being text on it.
pub(in crate::diagram) fn is_instruction(reader: &Reader<'_>, (from, to): Run) -> bool {
    let words: Vec<usize> = (from..to).filter(|&at| !reader.is_sep(at)).collect();
    let Some(&first) = words.first() else {
        return true;
    };
    if words.iter().any(|&at| reader.tokens[at].quote().is_some()) {
        return false;
    }
    // "is it fun?": nobody asks for a look with a question.
    let asks = (first..=to.min(reader.len().saturating_sub(1)))
        .any(|at| reader.sep(at, Sep::Mark) && reader.text(at, at + 1) == "?");
    if asks && reader.brief.genre == Genre::FlowChart {
        return false;
    }
    let steers = |at: usize| {
        matches!(
            reader.uses[at],
            Use::Look | Use::Canvas | Use::Constraint | Use::Carrier | Use::Role | Use::Literal
        ) || matches!(
            reader.form(at),
            Some(crate::forms::FormKind::Canvas | crate::forms::FormKind::Hex)
        )
    };
    let free = words
        .iter()
        .filter(|&&at| {
            !steers(at)
                && !lexicon().stops.contains_key(reader.key(at))
                && !matches!(reader.tokens[at].kind, Kind::Emoji)
        })
        .count();
    let named = words.iter().any(|&at| {
        reader.is_capital(at) && reader.uses[at] == Use::Free && !ORDERS.contains(&reader.key(at))
    });
    if free == 0 && named && words.len() <= 2 {
        return false;
    }
    if free == 0
        && !words
            .iter()
            .any(|&at| reader.tokens[at].kind == Kind::Number)
    {
        // A lone colour or style word is an item when it has a capital ("Red, Green, Blue").
        return !(words.len() == 1 && reader.is_capital(first) && reader.uses[first] == Use::Look);
    }
    // "refund arrives in 5 days": a count inside a sentence of its own limits nothing.
    let key = reader.key(first);
    let orders = matches!(
        key,
        "use"
            | "using"
            | "make"
            | "keep"
            | "please"
            | "in"
            | "with"
            | "draw"
            | "add"
            | "show"
            | "include"
            | "no"
            | "without"
            | "each"
            | "every"
            | "all"
            | "only"
            | "at"
            | "exactly"
            | "max"
            | "maximum"
            | "it"
            | "they"
            | "put"
            | "place"
            | "give"
            | "have"
    );
    let told = reader.tokens[first].is_word()
        && words
            .iter()
            .skip(1)
            .any(|&at| reader.tokens[at].kind == Kind::Number);
    if free >= 2 && told && !orders {
        return false;
    }
    let figures = words
        .iter()
        .any(|&at| matches!(reader.tokens[at].kind, Kind::Number | Kind::Form(_)) && !steers(at));
    if figures {
        return false;
    }
    let key = reader.key(first);
    let capitals = words.iter().skip(1).any(|&at| {
        reader.is_capital(at) && reader.uses[at] == Use::Free && reader.key(at).len() > 1
    });
    let verb = matches!(
        key,
        "use" | "using" | "make" | "keep" | "please" | "in" | "with" | "draw" | "add"
    );
    if capitals && !verb {
        return false;
    }
    let noun = words
        .iter()
        .any(|&at| DESIGN_NOUNS.contains(&reader.key(at)) && reader.is_lower(at));
    let opener = matches!(
        key,
        "with"
            | "in"
            | "use"
            | "using"
            | "make"
            | "keep"
            | "show"
            | "draw"
            | "add"
            | "include"
            | "no"
            | "without"
            | "each"
            | "every"
            | "all"
            | "it"
            | "its"
            | "they"
            | "put"
            | "place"
            | "give"
            | "have"
            | "on"
            | "set"
            | "i"
            | "we"
    ) || lexicon().adjectives.get(key).is_some();
    let look = words
        .iter()
        .any(|&at| reader.uses[at] == Use::Look || color_at(&reader.tokens, at).is_some());
    // "clean desk" is an item, "clean look" and "please" are not.
    // To print a label may be a step.
    let step = key == "print" && reader.brief.genre == crate::Genre::FlowChart;
    let ordered = ORDERS.contains(&key)
        && !step
        && reader.is_lower(first)
        && (noun || words.len() == 1)
        || matches!(
            key,
            "please" | "pls" | "thx" | "arrange" | "arranged" | "connected" | "suitable" | "should"
        ) && reader.is_lower(first)
        || matches!(key, "please" | "thanks" | "thank");
    let told = matches!(
        (key, reader.key(first + 1)),
        ("make", "it" | "sure") | ("keep", "it") | ("it", "should") | ("i", "want" | "need")
    );
    let tint = opener
        && look
        && words.len() <= 4
        && matches!(key, "use" | "using" | "in" | "with" | "make");
    noun && (opener || look) || tint || told || ordered
}
