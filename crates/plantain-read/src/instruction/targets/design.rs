//! Parts of designs and the parts that texts play on them.

use crate::colors::color_at;
use crate::instruction::words::{Words, is_among};
use crate::instruction::{Referent, Target};
use crate::lexicon::{Policy, lexicon};
use crate::tokens::Kind;
use crate::{Component, RelationKind, Role};

/// "the ticket price", "the event date": whose price or date it is says nothing more.
fn whose(words: &Words<'_>, at: usize, to: usize) -> bool {
    at + 1 < to
        && words.is(
            at,
            "ticket|tickets|entry|event|start|sale|concert|party|wedding|contact|street|web",
        )
        && words.is(at + 1, "price|date|time|address|name|email|phone")
}

/// Words for roles that count as such even where they could mean a thing.
const FIRM: &str =
    "date|price|caption|name|address|title|quote|phone number|phone|email|website|url";

/// Words that prompts use for roles and instructions for something else.
const MISLEADING: &str = "product|company|where|due|for|only|now|was|instead of|site|city|review|from|to|t|m|e|w|change|open|lines|bullet|\
    bullets|bullet list|body|band|artist|team|studio|customer|client|patient|student|employee|teacher|guest|host|\
    row|seat|office|street|stage|block|track|clock|dates|gate|lot|exp|facts|tips|points|copy|large text|big text|\
    top text|speech|poem|visit|call|text us|mail|mob|cash|block letters|event|brand|topic|bullet points|credit|\
    balance|content|issue|hour|platform|terminal|location|entry";

/// Whether instructions speak of texts by this role.
fn is_spoken_of(role: Role) -> bool {
    matches!(
        role,
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
            | Role::Link
    )
}

/// "the headline", "the price", "the total".
pub(super) fn role(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let at = at + usize::from(whose(words, at, to));
    if words.is(at, "names") && at < to {
        let what = Referent::Role(Role::Person);
        let target = Target {
            what,
            ..Target::default()
        };
        return Some((at + 1, target));
    }
    // What somebody does stands below the name.
    if let Some(end) = words
        .one_of(at, "job title|job role|job position|professional title")
        .filter(|end| *end <= to)
    {
        let target = Target {
            what: Referent::Role(Role::Subtitle),
            ..Target::default()
        };
        return Some((end, target));
    }
    let (len, word) = lexicon().roles.at(&words.reader.tokens, at)?;
    let phrase = words.reader.keys(at, at + len);
    let noun = lexicon().nouns.at(&words.reader.tokens, at).is_some();
    if !is_spoken_of(word.role) || is_among(&phrase, MISLEADING) || noun && !is_among(&phrase, FIRM)
    {
        return None;
    }
    let mut end = at + len;
    let named = |what: Referent| Target {
        what,
        ..Target::default()
    };
    let what = match word.policy {
        Policy::Label if word.role != Role::Contact => {
            Referent::Text(words.text(at, end).to_string())
        }
        _ => Referent::Role(word.role),
    };
    while end < to && words.is(end, "text|line|block|letters|words|label") {
        end += 1;
    }
    match words.quote(end).filter(|_| end < to) {
        Some(text) => Some((end + 1, named(Referent::Text(text)))),
        None => Some((end, named(what))),
    }
}

/// "the chart title", "the heading of the table" without "of": the words above a part of a design.
pub(super) fn heading(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let headed =
        (at + 1..to.min(at + 4)).find(|&i| words.is(i, "title|heading|headline|header"))?;
    let (from, kind) = (at..headed)
        .find_map(|from| {
            let (len, kind) = lexicon().components.at(&words.reader.tokens, from)?;
            (from + len == headed).then_some((from, *kind))
        })
        .filter(|(_, kind)| {
            matches!(
                kind,
                Component::Chart(_)
                    | Component::Table
                    | Component::Card
                    | Component::List
                    | Component::Calendar
                    | Component::Map
                    | Component::Form
                    | Component::Legend
                    | Component::Sidebar
            )
        })?;
    let label = (from > at).then(|| words.text(at, from).to_string());
    let of = Target {
        what: Referent::Part { kind, label },
        words: words.text(at, headed).to_string(),
        span: words.span(at, headed),
        ..Target::default()
    };
    let title = Target {
        what: Referent::Role(Role::Title),
        by: Some((RelationKind::In, Box::new(of))),
        ..Target::default()
    };
    Some((headed + 1, title))
}

/// Words for parts of designs that rather mean things where both may be.
const THINGS_FIRST: &str = "table|tables|donut|donuts|doughnut|pie|pies|waterfall|map|calendar|ribbon|ribbons|hero|curve|switch|\
    switches|seal|stamp|photo|image|picture|photos|images|pictures|thumbnail|fields|form|portrait photo|\
    headshot|sticker|dial|meter|frame|tag|tags|bars|funnel|orders|symbols|burst|search|navigation|\
    spreadsheet|switches|slider|sliders|checkbox";

/// What holds words on a design without a name of its own.
pub(super) const HOLDERS: &str = "box|node|bubble|circle|tile|shape|panel|block";

/// Whether a noun is a word for what holds words.
pub(in crate::instruction) fn is_holder(noun: &str) -> bool {
    is_among(noun, HOLDERS)
}

/// "the third card", "the Camera icon", "the button “Buy”".
pub(super) fn part(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let tokens = &words.reader.tokens;
    let mut color = None;
    let mut from = at;
    if let Some((len, found)) = color_at(tokens, at) {
        color = Some(found);
        from = at + len;
    }
    let thing = lexicon().nouns.at(tokens, at).map_or(0, |(len, _)| len);
    for head in from..to.min(from + 4) {
        let label = words.is_capital(head)
            && head > 0
            && words.reader.brief.language.0 != "de"
            && head + 1 < to
            && lexicon().components.at(tokens, head + 1).is_some();
        if let Some((len, kind)) = lexicon().components.at(tokens, head).filter(|_| !label) {
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
        // "the “payment” box": what holds the words.
        if quote
            && head == from
            && let Some(end) = words.one_of(head + 1, HOLDERS).filter(|end| *end <= to)
        {
            let what = Referent::Part {
                kind: Component::Card,
                label: words.quote(head),
            };
            let target = Target {
                what,
                color,
                ..Target::default()
            };
            return Some((end, target));
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
