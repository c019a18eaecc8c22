//! What an instruction points at: noun phrases with ordinals, colours, places and relations.

use super::words::{Words, is_among};
use crate::colors::color_at;
use crate::constraints::{cell_at, position_at};
use crate::instruction::{Referent, Target, Which};
use crate::lexicon::{Policy, lexicon};
use crate::numbers::count_at;
use crate::phrases::phrase_at;
use crate::tokens::Kind;
use crate::{Component, Position, RelationKind, Role};

/// Targets inside each other ("the cup next to the plate on the table"), at most.
const DEPTH_MAX: usize = 4;

/// How much of a phrase belongs to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The noun phrase alone: what follows says where something goes.
    Bare,
    /// With "on the left", "next to the cup", "with the hat".
    Full,
    /// As full, without "with": that word begins the replacement.
    UntilWith,
}

/// Reads the target that starts at `at`; returns the token behind it.
pub(super) fn target_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
) -> Option<(usize, Target)> {
    nested(words, at, to, reach, 0)
}

fn nested(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
    depth: usize,
) -> Option<(usize, Target)> {
    if at >= to || depth >= DEPTH_MAX {
        return None;
    }
    let (end, mut target) = everything_but(words, at, to, depth)
        .or_else(|| pronoun(words, at, to))
        .or_else(|| noun(words, at, to))?;
    let end = match reach {
        Reach::Bare => end,
        _ => behind(words, end, to, reach, depth, &mut target),
    };
    target.span = words.span(at, end);
    target.words = words.text(at, end).to_string();
    Some((end, target))
}

/// "everything except the chair", "all but the two dogs".
fn everything_but(
    words: &Words<'_>,
    at: usize,
    to: usize,
    depth: usize,
) -> Option<(usize, Target)> {
    if !words.is(at, "everything|all|anything|everyone|everybody") {
        return None;
    }
    let mut next = at + 1;
    while words.is(
        next,
        "else|the|things|objects|of|it|other|stuff|elements|items",
    ) {
        next += 1;
    }
    let next = words.one_of(
        next,
        "except|except for|but|besides|apart from|other than|aside from|excluding|save for|but not|without",
    )?;
    let (end, mut target) = nested(words, next, to, Reach::Full, depth + 1)?;
    target.inverted = true;
    Some((end, target))
}

/// "it", "them", "this one", and "this" alone.
fn pronoun(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let same = |end: usize| {
        let what = Referent::Same;
        Some((
            end,
            Target {
                what,
                ..Target::default()
            },
        ))
    };
    if let Some(end) = words.one_of(
        at,
        "this one|that one|the one|the latter|both of them|all of them|all of it|the same one|each of them|the thing",
    ) {
        return same(end);
    }
    if words.is(at, "it|them|itself|they|him|her|he|she") {
        let owner =
            words.is(at, "her") && at + 1 < to && words.reader.noun_at(at + 1, true).is_some();
        return if owner { None } else { same(at + 1) };
    }
    if words.is(at, "this|that|these|those|everything|all|whole") {
        let picture = words.is(at, "everything|all");
        let alone = at + 1 >= to
            || words.is_sep(at + 1)
            || lexicon().stops.contains_key(words.key(at + 1))
                && !words.is(
                    at + 1,
                    "the|of|my|his|her|its|their|other",
                )
                && !words.is_picture(at + 1)
            || color_at(&words.reader.tokens, at + 1).is_some_and(|(len, _)| at + 1 + len >= to)
            || words.is(
                at + 1,
                "bigger|smaller|larger|side|bold|brighter|darker|transparent|vertically|horizontally|left|right",
            );
        if alone {
            let what = if picture {
                Referent::Picture
            } else {
                Referent::Same
            };
            return Some((
                at + 1,
                Target {
                    what,
                    ..Target::default()
                },
            ));
        }
    }
    None
}

/// What stands before the noun.
#[derive(Debug, Default)]
struct Lead {
    which: Which,
    count: Option<u32>,
    position: Option<Position>,
    definite: bool,
}

/// Determiners, ordinals, counts and places before a noun; returns the token behind them.
fn lead(words: &Words<'_>, mut at: usize, to: usize, lead: &mut Lead) -> usize {
    while at < to {
        if let Some(end) = words.one_of(
            at,
            "all of the|each of the|both of the|one of the|some of the|all the",
        ) {
            if words.is(at, "one") {
                lead.count = Some(1);
            }
            at = end;
        } else if words.is(
            at,
            "the|this|that|these|those|my|our|your|his|its|their|her|all|every|each|any|a|an|some|entire|whole|existing|current|old|same|other|of|present|actual|~|@de|main-|only",
        ) && (!words.is(at, "old") || follows_role(words, at + 1))
        {
            lead.definite |= words.is(
                at,
                "the|this|that|these|those|my|our|your|existing|current",
            );
            at += 1;
        } else if let Some(which) = ordinal(words, at).filter(|_| at + 1 < to || lead.definite) {
            lead.which = which;
            at += 1;
        } else if let Some((len, n)) = count_at(&words.reader.tokens, at).filter(|&(len, _)| {
            at + len < to
                && words
                    .token(at + len)
                    .is_some_and(|token| token.kind == Kind::Word)
        }) {
            lead.count = Some(n);
            at += len;
            while words.is(at, "of|@cl|~|@de") {
                at += 1;
            }
        } else if let Some((end, position)) = place_before(words, at, to) {
            lead.position = Some(position);
            at = end;
        } else {
            break;
        }
    }
    at
}

fn follows_role(words: &Words<'_>, at: usize) -> bool {
    lexicon().roles.at(&words.reader.tokens, at).is_some()
        || words.is(at, "background|text|colour|color|one")
}

fn ordinal(words: &Words<'_>, at: usize) -> Option<Which> {
    Some(match words.key(at) {
        "first" | "1st" => Which::Nth(0),
        "second" | "2nd" => Which::Nth(1),
        "third" | "3rd" => Which::Nth(2),
        "fourth" | "4th" => Which::Nth(3),
        "fifth" | "5th" => Which::Nth(4),
        "sixth" | "6th" => Which::Nth(5),
        "seventh" | "7th" => Which::Nth(6),
        "eighth" | "8th" => Which::Nth(7),
        "ninth" | "9th" => Which::Nth(8),
        "tenth" | "10th" => Which::Nth(9),
        "last" | "final" => Which::Last,
        "middle" | "central" | "centre" | "center" => Which::Middle,
        "largest" | "biggest" | "tallest" | "longest" => Which::Largest,
        "smallest" | "tiniest" | "shortest" => Which::Smallest,
        _ => return None,
    })
}

/// "the left card", "the top right star": a place before its noun.
fn place_before(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Position)> {
    let (len, position) = match words.key(at) {
        "leftmost" | "left-most" => (1, Position::Left),
        "rightmost" | "right-most" => (1, Position::Right),
        "topmost" | "uppermost" => (1, Position::Top),
        "lowest" | "bottommost" => (1, Position::Bottom),
        "background" | "foreground" | "front" | "distance" => return None,
        _ => cell_at(&words.reader, at)?,
    };
    let mut end = at + len;
    while words.is(end, "@de|~") {
        end += 1;
    }
    if words.is(end, "hand|side|corner|most") {
        end += 1;
    }
    let noun = end < to
        && words.token(end).is_some_and(|token| token.is_word())
        && !lexicon().stops.contains_key(words.key(end))
        || words.is(end, "one|image|picture|photo");
    let other_half = words.is(at, "top|bottom") && words.is(end, "hat|half|third|shelf");
    (noun && !other_half).then_some((end, position))
}

/// A noun phrase with its determiners.
fn noun(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Target)> {
    let mut before = Lead::default();
    let at = lead(words, from, to, &mut before);
    let alone = at >= to || words.is(at, "and|on|with|to|below|above|&") || words.is_sep(at);
    if alone
        && before.definite
        && matches!(before.which, Which::Nth(_) | Which::Last | Which::Middle)
    {
        return Some((
            at,
            Target {
                what: Referent::Same,
                which: before.which,
                ..Target::default()
            },
        ));
    }
    if at >= to {
        return None;
    }
    let (end, mut target) = quoted(words, at, to)
        .or_else(|| input(words, from, at, to, &before))
        .or_else(|| scenery(words, at, to))
        .or_else(|| role(words, at, to))
        .or_else(|| part(words, at, to))
        .or_else(|| colored(words, at, to))
        .or_else(|| thing(words, at, to))
        .or_else(|| the_one(words, at, to, &before))
        .or_else(|| piece(words, at, to))
        .or_else(|| name(words, at, to))?;
    if target.which == Which::Any && !matches!(target.what, Referent::Input(_)) {
        target.which = before.which;
    }
    let end = match before.which {
        Which::Nth(_) => words
            .one_of(end, "from the left|from left|from the top|from top")
            .unwrap_or(end),
        _ => end,
    };
    target.count = target.count.or(before.count);
    target.position = target.position.or(before.position);
    Some((end, target))
}

/// "“SALE”", "the text “SALE”", "the word SALE".
fn quoted(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let mut next = at;
    while words.is(
        next,
        "word|words|text|line|phrase|letters|writing|caption|message|string|label|sentence|wording|inscription|part|bit",
    ) {
        next += 1;
    }
    let led = next > at;
    while led
        && words.is(
            next,
            "that|which|says|saying|reading|reads|with|of|the|@says|called|@called|@de",
        )
    {
        next += 1;
    }
    if let Some(text) = words.quote(next).filter(|_| next < to) {
        let end =
            next + 1 + usize::from(words.is(next + 1, "text|word|line|label|caption|writing"));
        return Some((
            end,
            Target {
                what: Referent::Text(text),
                ..Target::default()
            },
        ));
    }
    // "remove the line This weekend": the words as written, up to the end of the clause.
    let written = led
        && next < to
        && (words.is_capital(next)
            || words
                .token(next)
                .is_some_and(|token| token.kind == Kind::Number));
    written.then(|| {
        let mut end = next;
        while end < to
            && !words.is_sep(end)
            && !(end > next && words.is(end, "from|to|with|in|at") && !words.is_capital(end))
        {
            end += 1;
        }
        let text = words.text(next, end).to_string();
        (
            end,
            Target {
                what: Referent::Text(text),
                ..Target::default()
            },
        )
    })
}

/// "the second image", "image 2", "my logo", "the attached photo".
fn input(
    words: &Words<'_>,
    from: usize,
    at: usize,
    to: usize,
    before: &Lead,
) -> Option<(usize, Target)> {
    let is_image = words.is(
        at,
        "image|picture|photo|img|pic|input|file|reference|upload",
    );
    let found = |end: usize, n: u32| {
        let what = Referent::Input(n);
        Some((
            end,
            Target {
                what,
                ..Target::default()
            },
        ))
    };
    if is_image {
        if let Which::Nth(n) = before.which {
            return found(at + 1, n + 1);
        }
        let number = at + 1;
        let n: Option<u32> = words
            .key(number)
            .trim_start_matches('#')
            .parse()
            .ok()
            .or_else(|| crate::numbers::simple(words.key(number)));
        if let Some(n) = n.filter(|n| (1..=16).contains(n) && number < to) {
            return found(at + 2, n);
        }
        if before.which == Which::Last || (from..at).any(|i| words.is(i, "other")) {
            return found(at + 1, 2);
        }
    }
    if words.is(at, "attached|uploaded|provided|given|reference")
        && words.is(at + 1, "image|picture|photo|logo|file|pic")
    {
        let logo = words.is(at + 1, "logo");
        return logo.then(|| found(at + 2, 2)).flatten();
    }
    None
}

/// What people call what the mask selects.
const MASK: &str = "masked area|masked region|selected area|selected region|selection|mask|highlighted area|\
    highlighted region|marked area|area|region|marked region|circled area|part i marked|masked part|hole|\
    spot|selected part";

/// Returns the end of words at `at` that hold a clause to the mask: "inside the mask only", "only within the masked area".
pub(super) fn within_mask(words: &Words<'_>, at: usize) -> Option<usize> {
    let only = "only|just|but only|but just";
    let start = words.one_of(at, only).unwrap_or(at);
    let end = words.one_of(start, "inside|inside of|within")?;
    let end = words.one_of(words.one_of(end, "the|this|my").unwrap_or(end), MASK)?;
    Some(words.one_of(end, only).unwrap_or(end))
}

/// The background, the subject, the whole picture, all text, the mask.
fn scenery(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    const BACKGROUND: &str = "background|backdrop|bg|back ground|backgroud|backround|background image|background scene|background part|\
    backgrounds|background area|background color";
    const SUBJECT: &str = "foreground|subject|product|main subject|main object|main product|object|item|main item|main figure|\
    foreground object|main character|foreground subject|focal point|products|foreground objects";
    const TEXT: &str = "text|texts|wording|lettering|letters|writing|words|font|fonts|typography|type|captions|copy|\
    text elements|labels|all text";
    let target = |end: usize, what: Referent| {
        Some((
            end,
            Target {
                what,
                ..Target::default()
            },
        ))
    };
    if let Some(end) = words.one_of(at, BACKGROUND) {
        // "the background color" is read with its property.
        let end = if words.is(end - 1, "color") {
            end - 1
        } else {
            end
        };
        return target(end, Referent::Background);
    }
    if let Some(end) = words.one_of(at, SUBJECT) {
        return target(end, Referent::Subject);
    }
    if let Some(end) = words.one_of(at, MASK) {
        return target(end, Referent::Masked);
    }
    if words.is(at, "here|there") {
        return target(at + 1, Referent::Masked);
    }
    if words.is(at, "scenery|environment|surroundings|backround") {
        return target(at + 1, Referent::Background);
    }
    if words.is(at, "colors|colours|tones|lighting|exposure") {
        return target(at + 1, Referent::Picture);
    }
    if let Some(end) = words
        .one_of(at, TEXT)
        .filter(|end| words.quote(*end).is_none())
    {
        return target(end, Referent::AllText);
    }
    let picture = words.is_picture(at)
        && lexicon()
            .components
            .at(&words.reader.tokens, at)
            .is_none_or(|(len, part)| len == 1 && *part == Component::Photo);
    // "poster on the wall", "page 2", "scene": only where no noun goes on.
    let compound = words
        .reader
        .noun_at(at, true)
        .is_some_and(|(len, _)| len > 1)
        || at + 1 < to
            && words.reader.noun_at(at + 1, false).is_some()
            && !words.is(at + 1, "side|color");
    if picture && !compound {
        return target(at + 1, Referent::Picture);
    }
    None
}

/// "the headline", "the price", "the total".
fn role(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let (len, word) = lexicon().roles.at(&words.reader.tokens, at)?;
    let phrase = words.reader.keys(at, at + len);
    let noun = lexicon().nouns.at(&words.reader.tokens, at).is_some();
    let firm = matches!(
        phrase.as_str(),
        "date"
            | "price"
            | "caption"
            | "name"
            | "address"
            | "title"
            | "quote"
            | "phone number"
            | "phone"
            | "email"
            | "website"
            | "url"
    );
    let used = matches!(
        word.role,
        Role::Title
            | Role::Subtitle
            | Role::Kicker
            | Role::Body
            | Role::Brand
            | Role::Person
            | Role::Date
            | Role::Time
            | Role::Place
            | Role::Price
            | Role::OldPrice
            | Role::Caption
            | Role::Attribution
            | Role::Small
            | Role::Quote
            | Role::Contact
    );
    let misleading = matches!(
        phrase.as_str(),
        "product"
            | "company"
            | "where"
            | "due"
            | "for"
            | "only"
            | "now"
            | "was"
            | "instead of"
            | "site"
            | "city"
            | "review"
            | "from"
            | "to"
            | "t"
            | "m"
            | "e"
            | "w"
            | "change"
            | "open"
            | "lines"
            | "bullet"
            | "bullets"
            | "bullet list"
            | "body"
            | "band"
            | "artist"
            | "team"
            | "studio"
            | "customer"
            | "client"
            | "patient"
            | "student"
            | "employee"
            | "teacher"
            | "guest"
            | "host"
            | "row"
            | "seat"
            | "office"
            | "street"
            | "stage"
            | "block"
            | "track"
            | "clock"
            | "dates"
            | "gate"
            | "lot"
            | "exp"
            | "facts"
            | "tips"
            | "points"
            | "copy"
            | "large text"
            | "big text"
            | "top text"
            | "speech"
            | "poem"
            | "visit"
            | "call"
            | "text us"
            | "mail"
            | "mob"
            | "cash"
            | "block letters"
            | "event"
            | "brand"
            | "topic"
            | "bullet points"
            | "credit"
            | "balance"
            | "content"
            | "issue"
            | "hour"
            | "platform"
            | "terminal"
            | "location"
    );
    if !used || misleading || noun && !firm {
        return None;
    }
    let mut end = at + len;
    let what = match word.policy {
        Policy::Label if word.role != Role::Contact => {
            Referent::Text(words.text(at, end).to_string())
        }
        _ => Referent::Role(word.role),
    };
    while end < to && words.is(end, "text|line|block|letters|words|label") {
        end += 1;
    }
    if let Some(text) = words.quote(end).filter(|_| end < to) {
        return Some((
            end + 1,
            Target {
                what: Referent::Text(text),
                ..Target::default()
            },
        ));
    }
    Some((
        end,
        Target {
            what,
            ..Target::default()
        },
    ))
}

/// Words for parts of designs that rather mean things where both may be.
const THINGS_FIRST: &str = "table|tables|donut|donuts|doughnut|pie|pies|waterfall|map|calendar|ribbon|ribbons|hero|curve|switch|\
    switches|seal|stamp|photo|image|picture|photos|images|pictures|thumbnail|fields|form|portrait photo|\
    headshot|sticker|dial|meter|frame|tag|tags|bars|funnel|orders|symbols|burst|search|navigation|\
    spreadsheet|switches|slider|sliders|checkbox";

/// "the third card", "the Camera icon", "the button “Buy”".
fn part(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let tokens = &words.reader.tokens;
    let mut color = None;
    let mut from = at;
    if let Some((len, found)) = color_at(tokens, at) {
        color = Some(found);
        from = at + len;
    }
    let thing = lexicon().nouns.at(tokens, at).map_or(0, |(len, _)| len);
    for head in from..to.min(from + 4) {
        if let Some((len, kind)) = lexicon().components.at(tokens, head) {
            let phrase = words.reader.keys(head, head + len);
            if is_among(&phrase, THINGS_FIRST)
                || head == from && thing > len && *kind != Component::Button
            {
                return None;
            }
            // "price tag", "shirt button": a compound noun of the vocabulary.
            if lexicon()
                .nouns
                .at(tokens, from)
                .is_some_and(|(noun, _)| noun > head - from)
                && head > from
            {
                return None;
            }
            let label = (head > from).then(|| words.text(from, head).to_string());
            let (end, label) = part_label(words, head + len, to, label);
            let what = Referent::Part { kind: *kind, label };
            return Some((
                end,
                Target {
                    what,
                    color,
                    ..Target::default()
                },
            ));
        }
        let token = words.token(head)?;
        let quote = token.quote().is_some();
        let label = quote
            || token.is_word()
                && (token.is_capital() || !lexicon().stops.contains_key(token.key.as_str()))
                && lexicon()
                    .relations
                    .at(tokens, head)
                    .is_none_or(|_| token.is_capital())
            || token.kind == Kind::Number
            || token.form().is_some();
        if quote
            && head == from
            && let Some((len, kind)) = lexicon().components.at(tokens, head + 1)
        {
            let what = Referent::Part {
                kind: *kind,
                label: words.quote(head),
            };
            return Some((
                head + 1 + len,
                Target {
                    what,
                    color,
                    ..Target::default()
                },
            ));
        }
        if !label || quote {
            return None;
        }
    }
    None
}

/// The label behind a part: "button “Buy”", "card called “Refunds”".
fn part_label(
    words: &Words<'_>,
    at: usize,
    to: usize,
    label: Option<String>,
) -> (usize, Option<String>) {
    let mut next = at;
    while words.is(
        next,
        "called|labelled|labeled|titled|named|saying|that|says|reading|with|the|text|label|for|which|@says|@called",
    ) {
        next += 1;
    }
    match words.quote(next) {
        Some(text) if next < to => (next + 1, Some(text)),
        _ => (at, label),
    }
}

/// "the red text", "the white background": a colour before scenery.
fn colored(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let (len, color) = color_at(&words.reader.tokens, at)?;
    let (end, mut target) = scenery(words, at + len, to)
        .or_else(|| role(words, at + len, to))
        .or_else(|| quoted(words, at + len, to))?;
    target.color = Some(color);
    Some((end, target))
}

/// An object, by the same reader as in prompts.
fn thing(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let fits = |phrase: &crate::phrases::Phrase| phrase.to <= to;
    let phrase = phrase_at(&words.reader, at).filter(fits).or_else(|| {
        // A word that nobody knows is a noun behind its article.
        let led = at > 0
            && words.is(
                at - 1,
                "the|a|an|my|our|your|his|her|its|their|this|that|these|those",
            );
        led.then(|| phrase_at(&words.reader, at - 1))
            .flatten()
            .filter(fits)
    })?;
    let object = phrase.object;
    if object.noun.is_empty() || words.is(at, "more|less|as|so") {
        return None;
    }
    // A single capitalised word that no table knows is a name on the picture.
    let known =
        lexicon().category(&object.noun).is_some() || lexicon().places.get(&object.noun).is_some();
    let capital =
        (at..phrase.to).all(|i| words.is_capital(i)) && words.reader.brief.language.0 != "de";
    if !known && capital {
        return None;
    }
    // "the two cats orange": what ends in a colour is no compound.
    let last = phrase.to - 1;
    if last > at
        && color_at(&words.reader.tokens, last).is_some()
        && words.reader.brief.language.0 == "en"
    {
        let noun = (at..last).find_map(|i| {
            words
                .reader
                .noun_at(i, true)
                .filter(|(len, _)| i + len == last)
        });
        if let Some((_, noun)) = noun {
            let target = Target {
                what: Referent::Thing(noun.canonical.to_string()),
                color: color_at(&words.reader.tokens, at).map(|(_, color)| color),
                ..Target::default()
            };
            return Some((last, target));
        }
    }
    let counted = object.count.filter(|n| *n > 1);
    let target = Target {
        what: Referent::Thing(object.noun),
        color: object.color,
        count: counted,
        which: match object.size {
            Some(crate::SizeWord::Large | crate::SizeWord::Huge) if known => Which::Largest,
            Some(crate::SizeWord::Small | crate::SizeWord::Tiny) if known => Which::Smallest,
            _ => Which::Any,
        },
        ..Target::default()
    };
    Some((phrase.to, target))
}

/// "the red one", "the left one".
fn the_one(words: &Words<'_>, at: usize, to: usize, before: &Lead) -> Option<(usize, Target)> {
    let (len, color) =
        color_at(&words.reader.tokens, at).map_or((0, None), |(len, color)| (len, Some(color)));
    let one = words.is(at + len, "one|ones") && at + len < to;
    let meant = color.is_some() || before.position.is_some() || before.which != Which::Any;
    (one && meant).then(|| {
        let what = Referent::Same;
        (
            at + len + 1,
            Target {
                what,
                color,
                ..Target::default()
            },
        )
    })
}

/// "the last row", "the second column": pieces of a design that are drawn as nothing else.
fn piece(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let singular = match words.key(at) {
        "row" | "rows" => "row",
        "column" | "columns" => "column",
        "line" | "lines" => "line",
        "bar" => "bar",
        "slice" | "slices" => "slice",
        "point" | "points" => "point",
        "bullet" | "bullets" if words.is(at + 1, "point|points") => {
            let what = Referent::Thing("bullet".to_string());
            return (at + 1 < to).then(|| {
                (
                    at + 2,
                    Target {
                        what,
                        ..Target::default()
                    },
                )
            });
        }
        "bullet" | "bullets" => "bullet",
        "section" | "sections" => "section",
        "paragraph" | "paragraphs" => "paragraph",
        "step" | "steps" => "step",
        "entry" | "entries" => "entry",
        "tab" | "tabs" => "tab",
        "node" | "nodes" => "node",
        "panel" | "panels" => "panel",
        "corner" | "corners" => "corner",
        "axis" => "axis",
        "side" => "side",
        _ => return None,
    };
    let what = Referent::Thing(singular.to_string());
    (at < to).then(|| {
        (
            at + 1,
            Target {
                what,
                ..Target::default()
            },
        )
    })
}

/// A capitalised word is a text by its words.
fn name(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    if color_at(&words.reader.tokens, at).is_some() {
        return None;
    }
    // "$49 to $39"
    let figure = words
        .token(at)
        .is_some_and(|token| token.form().is_some() || token.kind == Kind::Number);
    if figure && at < to && words.is(at + 1, "to|with|by|into|from") {
        let text = words.text(at, at + 1).to_string();
        let what = Referent::Text(text);
        return Some((
            at + 1,
            Target {
                what,
                ..Target::default()
            },
        ));
    }
    let mut end = at;
    while end < to
        && end < at + 6
        && words.token(end).is_some_and(|token| token.is_word())
        && (words.is_capital(end) && !lexicon().stops.contains_key(words.key(end))
            || end > at && words.is(end, "of|&") && words.is_capital(end + 1))
    {
        end += 1;
    }
    (end > at).then(|| {
        let text = words.text(at, end).to_string();
        let value =
            usize::from(words.is(end, "value|bar|figure|number|point|slice|row|line") && end < to);
        (
            end + value,
            Target {
                what: Referent::Text(text),
                ..Target::default()
            },
        )
    })
}

/// What follows the noun: where it stands and what it stands by.
fn behind(
    words: &Words<'_>,
    mut at: usize,
    to: usize,
    reach: Reach,
    depth: usize,
    target: &mut Target,
) -> usize {
    loop {
        let start = at;
        let at_that = if words.is(at, "that|which|who")
            && words.is(at + 1, "is|are|was|stands|sits|says|reads")
        {
            at + 2
        } else if words.is(
            at,
            "standing|sitting|located|shown|placed|visible|lying|parked",
        ) {
            at + 1
        } else {
            at
        };
        if at_that > at && words.is(at_that - 1, "says|reads") || words.is(at, "saying|reading") {
            let quote = if at_that > at { at_that } else { at + 1 };
            if let Some(text) = words.quote(quote).filter(|_| quote < to) {
                target.what = match &target.what {
                    Referent::Part { kind, .. } => Referent::Part {
                        kind: *kind,
                        label: Some(text),
                    },
                    Referent::AllText | Referent::Role(_) => Referent::Text(text),
                    other => other.clone(),
                };
                at = quote + 1;
                continue;
            }
        }
        let idle = words.skip_idle(at_that, to);
        if idle > at_that && words.is(at_that, "in|on|of|from|within|@in|@on") {
            at = idle;
            continue;
        }
        if let Some((len, position)) = placed(words, at_that, to) {
            target.position = Some(position);
            at = at_that + len;
        } else if let Some((end, kind, other)) = related(words, at_that, to, reach, depth) {
            target.by = Some((kind, Box::new(other)));
            at = end;
        }
        if at == start {
            return at;
        }
    }
}

/// "on the left", "in the middle", "in the background"; never "to the left", which is where something goes.
fn placed(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Position)> {
    let goes = words.is(at, "to") && words.reader.brief.language.0 == "en";
    if goes || words.is(at, "from|background") {
        return None;
    }
    position_at(&words.reader, at).filter(|(len, _)| at + len <= to)
}

fn related(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
    depth: usize,
) -> Option<(usize, RelationKind, Target)> {
    let tokens = &words.reader.tokens;
    if words.is(at, "with|by|to|into|as|@with") && reach == Reach::UntilWith {
        return None;
    }
    // "החתול בכלב": where one preposition means in, on and for, it begins what the target becomes.
    let another = (at + 1..to).any(|i| words.is(i, "to|with|into|@to|@with"));
    if reach == Reach::UntilWith
        && words.reader.brief.language.0 != "en"
        && words.is(at, "in|on")
        && !another
    {
        return None;
    }
    if words.is(
        at,
        "at|playing|painting|drawing|using|reading|before|past|building|cutting|cleaning",
    ) {
        return None;
    }
    let (len, kind) = if words.is(at, "of|from") {
        (1, RelationKind::On)
    } else if words.is(at, "by|close") {
        return None;
    } else {
        let (len, kind) = lexicon().relations.at(tokens, at)?;
        (len, *kind)
    };
    if matches!(kind, RelationKind::Larger | RelationKind::Smaller) || words.is(at, "up") {
        return None;
    }
    let (end, other) = nested(words, at + len, to, Reach::Bare, depth + 1)?;
    if matches!(other.what, Referent::Same | Referent::Text(_)) && words.is(at, "of|from") {
        return None;
    }
    Some((end, kind, other))
}

/// Reads targets joined by commas and "and"; returns the token behind the last.
pub(super) fn targets_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
) -> Option<(usize, Vec<Target>)> {
    let (mut end, first) = target_at(words, at, to, reach)?;
    let mut targets = vec![first];
    loop {
        let mut next = end;
        while next < to && (words.is_sep(next) || words.is(next, "and|&|+|or|plus|nor|also")) {
            next += 1;
        }
        if next == end || next >= to {
            break;
        }
        let Some((after, target)) = target_at(words, next, to, reach) else {
            break;
        };
        targets.push(target);
        end = after;
    }
    Some((end, targets))
}
