//! Whether a word of looks is a look here and not an adjective of a thing.

use super::is_carrier_of_look;
use crate::Genre;
use crate::lexicon::{LookKind, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;

/// Whether the look word is a look here and not an adjective of a thing.
pub(super) fn accepts(reader: &Reader<'_>, at: usize, end: usize, kind: LookKind) -> bool {
    let valued = reader.tokens.get(end).is_some_and(|token| {
        token.kind == crate::tokens::Kind::Number
            || token
                .form()
                .is_some_and(|form| form != crate::forms::FormKind::Canvas)
    }) && !reader.is_scene();
    if valued && end == at + 1 {
        return false;
    }
    // "an old typewriter on a desk": the machine, not its letters.
    if reader.is_scene()
        && kind == LookKind::Typeface
        && lexicon().nouns.at(&reader.tokens, at).is_some()
        && !is_carrier_of_look(reader.key(end))
    {
        return false;
    }
    // "a door with neon letters above it": light in the scene, and no look of all of it.
    let lit = matches!(
        reader.key(end),
        "letters" | "lettering" | "sign" | "signs" | "script" | "writing" | "tube" | "tubes"
    );
    if reader.is_scene() && lit && reader.key(at) == "neon" {
        return false;
    }
    // "neon style city": what is called a style is one.
    if matches!(reader.key(end - 1), "style" | "styled") {
        return true;
    }
    // "flat white 3.50": in a list of goods a word before an amount is part of the name.
    let goods = matches!(reader.brief.genre, Genre::Menu | Genre::PriceTag)
        && at == reader.clause_start(at)
        && !reader.key(end).is_empty()
        && {
            let close = reader.clause_end(at);
            close > end
                && (reader.form(close - 1).is_some()
                    || reader.tokens[close - 1].kind == crate::tokens::Kind::Number)
        };
    if goods {
        return false;
    }
    // "pencil icon": the thing, and no drawing by pencil.
    let icon = matches!(reader.key(end), "icon" | "icons" | "symbol" | "emoji");
    let named = lexicon().nouns.at(&reader.tokens, at).is_some();
    if icon && named || is_listed(reader, at, end) {
        return false;
    }
    if kind == LookKind::Mood && closes_slogan(reader, at, end) {
        return false;
    }
    let content = at > 0
        && reader.is_free(at - 1)
        && !reader.plain[at - 1]
        && reader.tokens[at - 1].case == crate::tokens::Case::Title
        && !reader.is_scene();
    if content && !is_carrier_of_look(reader.key(end)) {
        return false;
    }
    if kind == LookKind::Typeface
        || is_carrier_of_look(reader.key(end)) && reader.key(end) != "light"
    {
        return true;
    }
    let phrase = reader.keys(at, end);
    let picture = lexicon().pictures.get(&phrase).is_some();
    let next = reader.key(end);
    if picture && (next == "of" || reader.is_sep(end)) {
        return true;
    }
    let start = reader.clause_start(at);
    let stop = reader.clause_end(at);
    let whole = (start..stop)
        .all(|i| reader.uses[i] == Use::Look || (at..end).contains(&i) || is_look_word(reader, i));
    let unmistakable = reader.tokens[at].key.contains('-') && kind == LookKind::Style
        || ART_STYLES.contains(&phrase.as_str());
    let noun_next = lexicon().nouns.at(&reader.tokens, end).is_some()
        && reader.uses.get(end) != Some(&Use::Genre)
        && lexicon().pictures.at(&reader.tokens, end).is_none();
    if noun_next
        && matches!(
            phrase.as_str(),
            "black and white" | "monochrome" | "gothic" | "psychedelic"
        )
    {
        return false;
    }
    let patterned = matches!(
        reader.brief.genre,
        Genre::Pattern | Genre::Gradient | Genre::Product
    );
    if reader.is_scene() && !patterned {
        let of_style = at > 0
            && (matches!(reader.key(at - 1), "in" | "style")
                || at > 1 && reader.key(at - 1) == "of" && reader.key(at - 2) == "style")
            && reader.is_sep(end);
        return whole && at > 0
            || unmistakable
            || of_style
            || kind == LookKind::Style && leads(reader, at, end, noun_next);
    }
    // In a design, an adjective directly before a thing to be drawn belongs to the thing.
    let thing = lexicon()
        .nouns
        .at_with(&reader.tokens, end, |i| reader.is_plain(i))
        .is_some_and(|(_, noun)| !matches!(noun.category, "office" | "shape"));
    let led = at > 0 && matches!(reader.key(at - 1), "a" | "an" | "the");
    !(thing && led) || unmistakable
}

/// "pyramid: basic, safety, love, esteem", "layers of a cake: sponge, jam, cream, icing": in the list of what a diagram shows,
/// a word between others that are no looks is one of its texts.
pub(super) fn is_listed(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let diagram = matches!(
        reader.brief.genre,
        Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Cycle
            | Genre::Venn
            | Genre::MindMap
            | Genre::FlowChart
            | Genre::Timeline
    );
    let alone = at > 1 && reader.sep(at - 1, Sep::Comma) && reader.sep(end, Sep::Comma);
    let plain = |at: usize| {
        reader.tokens.get(at).is_some_and(|token| token.is_word())
            && !is_look_word(reader, at)
            && !matches!(reader.key(at), "no" | "without" | "use" | "make" | "on")
    };
    diagram && alone && plain(at - 2) && plain(end + 1)
}

/// "banner Wake up happy": a mood closes what the reader of a printed piece is called to.
fn closes_slogan(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    const CALLS: &[&str] = &[
        "wake", "stay", "feel", "get", "live", "be", "keep", "eat", "go", "come", "play", "think",
        "dream", "sleep", "travel", "grow", "look", "run", "train", "shop", "drink", "start",
        "make", "work", "move", "dress", "walk", "ride", "shine",
    ];
    if !crate::copy::is_printed(reader.brief.genre) || !reader.is_sep(end) {
        return false;
    }
    let start = reader.clause_start(at);
    let from = (start..at)
        .rfind(|&i| reader.uses[i] == Use::Genre)
        .map_or(start, |genre| genre + 1);
    from < at
        && reader.is_capital(from)
        && CALLS.contains(&reader.key(from))
        && (from..at).all(|i| reader.is_free(i))
}

/// "retro 70s sunrise", "neon flamingo": looks that open a scene before another look, or before a living thing.
pub(super) fn leads(reader: &Reader<'_>, at: usize, end: usize, noun_next: bool) -> bool {
    let opens = (reader.clause_start(at)..at).all(|i| {
        matches!(reader.key(i), "a" | "an" | "the")
            || matches!(reader.uses[i], Use::Look | Use::Carrier)
    });
    let more =
        lexicon().looks.at(&reader.tokens, end).is_some() && !is_carrier_of_look(reader.key(end));
    let after = at > 0 && reader.uses[at - 1] == Use::Look;
    let living = noun_next
        && lexicon()
            .nouns
            .at(&reader.tokens, end)
            .is_some_and(|(_, noun)| matches!(noun.category, "animal" | "person" | "plant"));
    let glows = reader.key(at) == "neon" && end == at + 1;
    // "retro living room": the room is that of the picture.
    let room = noun_next
        && lexicon()
            .places
            .at(&reader.tokens, end)
            .is_some_and(|(_, place)| !place.thing);
    opens && (more || after || glows && living || room)
}

/// Styles that are never said of a thing.
pub(super) const ART_STYLES: &[&str] = &[
    "watercolor",
    "watercolour",
    "pixel art",
    "oil painting",
    "line art",
    "anime",
    "manga",
    "cyberpunk",
    "steampunk",
    "low poly",
    "isometric",
    "photorealistic",
    "minimalist",
    "art deco",
    "art nouveau",
    "pop art",
    "3d render",
    "digital art",
    "ukiyo-e",
    "stained glass",
    "vector art",
    "pencil sketch",
    "ink sketch",
    "charcoal drawing",
    "vaporwave",
    "synthwave",
    "silhouette",
    "woodcut",
    "linocut",
    "claymation",
    "hand drawn",
    "impressionist",
    "cubist",
    "surrealist",
    "black and white",
    "monochrome",
    "grayscale",
    "hyperrealistic",
    "cinematic",
    "dslr",
    "35mm",
    "bokeh",
    "watercolor painting",
    "doodle",
    "crayon drawing",
    "kids drawing",
    "paper cut",
    "papercut",
    "risograph",
    "gothic",
    "psychedelic",
    "vector illustration",
    "vintage style",
    "retro style",
    "neon sign of",
    "flat design",
    "flat illustration",
    "coloring page",
    "film photo",
    "8-bit",
    "macro shot",
    "studio lighting",
    "depth of field",
];

pub(super) fn is_look_word(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    lexicon().looks.at(&reader.tokens, at).is_some()
        || is_carrier_of_look(key)
        || matches!(
            key,
            "and"
                | "&"
                | "very"
                | "super"
                | "highly"
                | "in"
                | "with"
                | "the"
                | "of"
                | "a"
                | "an"
                | "detailed"
                | "quality"
                | "high"
                | "ultra"
                | "hd"
                | "background"
        )
        || crate::colors::color_at(&reader.tokens, at).is_some()
}
