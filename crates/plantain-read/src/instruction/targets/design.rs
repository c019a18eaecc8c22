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
    let owner = words.text(at, at + 1).replace('’', "'");
    let of_person = [
        "author's",
        "artist's",
        "speaker's",
        "owner's",
        "winner's",
        "recipient's",
        "guest's",
        "student's",
        "person's",
        "customer's",
        "writer's",
        "teacher's",
    ];
    if of_person.contains(&owner.as_str()) && words.is(at + 1, "name|names") && at + 1 < to {
        let target = Target {
            what: Referent::Role(Role::Person),
            ..Target::default()
        };
        return Some((at + 2, target));
    }
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

/// The part of a design that a word names; a plan without its name is a card ("the third plan").
fn component_at(words: &Words<'_>, at: usize, alone: bool) -> Option<(usize, Component)> {
    let plan = alone && words.is(at, "plan|plans|tier|tiers");
    let own = lexicon().components.at(&words.reader.tokens, at);
    own.map(|(len, kind)| (len, *kind))
        .or(plan.then_some((1, Component::Card)))
}

/// The picture of a record or a song, which has names of its own.
const COVERS: &str = "cover art|album art|album cover|cover image|cover picture|artwork";

/// "the third card", "the Camera icon", "the button “Buy”".
pub(super) fn part(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    /// Words of a label before the part.
    const LABEL_MAX: usize = 4;
    let target = |kind, label, color| Target {
        what: Referent::Part { kind, label },
        color,
        ..Target::default()
    };
    if let Some(end) = words.one_of(at, COVERS).filter(|end| *end <= to) {
        return Some((end, target(Component::Photo, None, None)));
    }
    let tinted = color_at(&words.reader.tokens, at);
    let from = at + tinted.as_ref().map_or(0, |(len, _)| *len);
    let color = tinted.map(|(_, color)| color);
    if words.quote(from).is_some() && from < to {
        let (end, kind) = quoted_part(words, from, to)?;
        return Some((end, target(kind, words.quote(from), color)));
    }
    for head in from..to.min(from + LABEL_MAX) {
        // "the Card icon": a name before the part that it is the label of.
        let label = words.is_capital(head)
            && head > 0
            && words.reader.brief.language.0 != "de"
            && head + 1 < to
            && component_at(words, head + 1, false).is_some();
        if let Some((len, kind)) = component_at(words, head, head == from).filter(|_| !label) {
            if is_thing(words, (at, from), (head, len), kind) {
                return None;
            }
            let label = (head > from).then(|| words.text(from, head).to_string());
            let (end, label) = part_label(words, head + len, to, label);
            return Some((end, target(kind, label, color)));
        }
        if words.quote(head).is_some() || !may_label(words, head) {
            return None;
        }
    }
    None
}

/// "the “Buy” button", "the “payment” box": the part behind the words on it.
fn quoted_part(words: &Words<'_>, quote: usize, to: usize) -> Option<(usize, Component)> {
    let tokens = &words.reader.tokens;
    if let Some((len, kind)) = lexicon().components.at(tokens, quote + 1) {
        return Some((quote + 1 + len, *kind));
    }
    let end = words.one_of(quote + 1, HOLDERS).filter(|end| *end <= to)?;
    Some((end, Component::Card))
}

/// Whether a word for a part rather means a thing here: by itself, or in a compound noun ("price tag", "shirt button").
fn is_thing(
    words: &Words<'_>,
    (at, from): (usize, usize),
    (head, len): (usize, usize),
    kind: Component,
) -> bool {
    let noun = |at: usize| {
        let found = lexicon().nouns.at(&words.reader.tokens, at);
        found.map_or(0, |(len, _)| len)
    };
    is_among(&words.reader.keys(head, head + len), THINGS_FIRST)
        || head == from && noun(at) > len && kind != Component::Button
        || head > from && noun(from) > head - from
}

/// Whether a token may belong to the label before a part.
fn may_label(words: &Words<'_>, at: usize) -> bool {
    let Some(token) = words.token(at) else {
        return false;
    };
    let told = token.is_capital() || !lexicon().stops.contains_key(token.key.as_str());
    let tie = lexicon().relations.at(&words.reader.tokens, at).is_some();
    token.is_word() && told && (!tie || token.is_capital())
        || token.kind == Kind::Number
        || token.form().is_some()
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
