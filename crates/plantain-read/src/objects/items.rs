//! Cuts the words of a scene into phrases, relation words, positions and separators.

use crate::colors::color_at;
use crate::constraints::{cell_at, negation_len, position_at};
use crate::lexicon::{Adjective, lexicon};
use crate::numbers::count_at;
use crate::phrases::{Phrase, phrase_at};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Arrangement, Color, Position, RelationKind};

/// One step of the sentence.
#[derive(Debug, Clone)]
pub(super) enum Item {
    Phrase(Box<Phrase>),
    Relation(RelationKind),
    /// "surrounded by": subject and object are swapped.
    Passive(RelationKind),
    Position(Position),
    Arrangement(Arrangement),
    /// "it", or "them" when many.
    Pronoun {
        many: bool,
    },
    /// A place word behind its noun, as in "机の上" ("desk's top").
    Post(RelationKind),
    /// A verb behind its object ("hat-wearing").
    PostVerb(RelationKind),
    /// A particle of place that does not say how ("chair-at").
    Seat,
    /// What stands before describes the noun behind it (的, の).
    Of,
    /// A count without its noun beside it.
    Count(u32),
    /// A relation that is known already, between phrases by their number in the prompt.
    Tie {
        subject: usize,
        kind: RelationKind,
        objects: Vec<usize>,
        swapped: bool,
    },
    /// What the thing of a phrase does.
    Does {
        thing: usize,
        base: &'static str,
    },
    /// The phrase before it is the subject of the sentence, as Japanese が says.
    Subject,
    Copula,
    There,
    And,
    Comma,
    End,
    /// The following phrase must be absent.
    Not,
    Verb {
        base: &'static str,
        participle: bool,
    },
    Color(Vec<Color>),
    Adjective(Adjective),
    /// "four of them".
    OfThem(u32),
    /// "three cats: one black, one white", "two of them red": the look of so many members of the group named before.
    OneOf(u32, Option<Color>, Option<crate::SizeWord>),
    /// "the others are white": the look of those that are left.
    Others(Option<Color>, Option<crate::SizeWord>),
    /// "at her feet", "on his head": the one whose body part says where, and how the thing before is there.
    Body {
        kind: RelationKind,
        /// The part's owner holds or wears the thing.
        passive: bool,
        whose: Whose,
    },
    EachDifferent,
    /// Index of a quoted text, for the thing that carries it.
    Text(usize),
}

/// Whom a possessive before a part of the body may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Person,
    Animal,
    Anyone,
}

/// Reads the whole prompt into items; in a design only known nouns count.
pub(super) fn read(reader: &mut Reader<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let taken = step(reader, at, &mut items);
        at += taken.max(1);
    }
    if super::head_final::applies(&reader.brief.language.0) {
        items = super::head_final::tie(items, &reader.brief.language.0);
    }
    items
}

fn step(reader: &mut Reader<'_>, at: usize, items: &mut Vec<Item>) -> usize {
    // "left: a sad clown, right: a happy clown"
    if let Some((len, position)) = cell_at(reader, at)
        .filter(|&(len, _)| reader.is_free(at) && reader.sep(at + len, Sep::Colon))
    {
        items.extend([Item::End, Item::Position(position)]);
        reader.mark(at, at + len, Use::Object);
        return len + 1;
    }
    if let Some(sep) = separator(reader, at) {
        items.push(sep);
        return 1;
    }
    if reader.uses[at] == Use::Literal {
        let span = reader.tokens[at].span.clone();
        if let Some(index) =
            reader.brief.literals.iter().position(|literal| {
                literal.span.start <= span.start && span.end <= literal.span.end
            })
        {
            items.push(Item::Text(index));
            return (at..reader.len())
                .take_while(|&i| {
                    reader.tokens[i].span.start < reader.brief.literals[index].span.end
                })
                .count();
        }
        return 1;
    }
    if reader.tokens[at].kind == Kind::Emoji {
        if let Some(phrase) = emoji(reader, at) {
            reader.mark(at, at + 1, Use::Object);
            items.push(Item::Comma);
            items.push(Item::Phrase(Box::new(phrase)));
        }
        return 1;
    }
    if !reader.is_free(at) {
        if reader.uses[at] == Use::Constraint && negation_len(reader, at) > 0 {
            items.push(Item::Not);
        }
        return 1;
    }
    let not = negation_len(reader, at);
    if not > 0 {
        items.push(Item::Not);
        reader.mark(at, at + not, Use::Constraint);
        return not;
    }
    if !reader.plain[at] {
        return 1;
    }
    if !reader.is_scene() && reader.key(at) == "for" {
        return audience(reader, at);
    }
    small_words(reader, at, items)
        .or_else(|| larger_words(reader, at, items))
        .unwrap_or(1)
}

/// An emoji is a thing of its own.
fn emoji(reader: &Reader<'_>, at: usize) -> Option<Phrase> {
    let text = reader.text(at, at + 1);
    let noun = lexicon().emoji.get(text.trim_end_matches('\u{fe0f}'))?;
    let object = crate::ObjectPhrase {
        noun: (*noun).to_string(),
        words: text.to_string(),
        span: reader.span(at, at + 1),
        count: Some(1),
        ..crate::ObjectPhrase::default()
    };
    Some(Phrase {
        object,
        from: at,
        to: at + 1,
        place: None,
        thing: true,
        definite: true,
        headless: false,
    })
}

/// "for a shoe shop" in a design says whom it is for; nothing of it is drawn.
fn audience(reader: &mut Reader<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while end < reader.len()
        && end < at + 6
        && reader.is_plain(end)
        && reader.tokens[end].is_word()
        && !matches!(
            reader.key(end),
            "with" | "and" | "in" | "on" | "featuring" | "showing"
        )
    {
        end += 1;
    }
    for i in at + 1..end {
        let stop = lexicon().stops.contains_key(reader.key(i));
        reader.uses[i] = if stop { Use::Carrier } else { Use::Topic };
    }
    end - at
}

fn separator(reader: &Reader<'_>, at: usize) -> Option<Item> {
    let Kind::Sep(sep) = reader.tokens[at].kind else {
        return None;
    };
    Some(match sep {
        Sep::Comma | Sep::Slash | Sep::Dash | Sep::Open | Sep::Close | Sep::Other | Sep::Arrow => {
            Item::Comma
        }
        Sep::Stop | Sep::Mark | Sep::Semi | Sep::Line | Sep::Colon => Item::End,
    })
}

/// Pronouns, copulas, "each a different colour", "four of them".
fn small_words(reader: &mut Reader<'_>, at: usize, items: &mut Vec<Item>) -> Option<usize> {
    if let Some(item) = postposition(reader.key(at), &reader.brief.language.0) {
        items.push(item);
        return Some(1);
    }
    let key = |n: usize| reader.key(at + n);
    let done = |items: &mut Vec<Item>, item: Item, len: usize| {
        items.push(item);
        Some(len)
    };
    let different = |n: usize| {
        matches!(
            key(n),
            "different" | "unique" | "distinct" | "separate" | "various"
        ) && matches!(
            key(n + 1),
            "color" | "colour" | "colors" | "colours" | "colored" | "coloured"
        )
    };
    match key(0) {
        "it" | "him" | "itself" | "he" | "she" => {
            return done(items, Item::Pronoun { many: false }, 1);
        }
        "them" | "they" | "themselves" | "both" if key(0) != "both" => {
            return done(items, Item::Pronoun { many: true }, 1);
        }
        "there"
            if matches!(
                key(1),
                "is" | "are" | "was" | "were" | "stands" | "sits" | "lies"
            ) =>
        {
            return done(items, Item::There, 2);
        }
        "is" | "are" | "was" | "were" | "be" | "being" => return done(items, Item::Copula, 1),
        "and" | "&" | "plus" | "+" => {
            return done(items, Item::And, 1);
        }
        "each" | "all" | "every" => {
            let from = (1..4).find(|&n| different(n));
            if let Some(n) = from {
                reader.mark(at, at + n + 2, Use::Object);
                return done(items, Item::EachDifferent, n + 2);
            }
        }
        "in" | "of" if different(1) => {
            reader.mark(at, at + 3, Use::Object);
            return done(items, Item::EachDifferent, 3);
        }
        _ => {}
    }
    let head_final = super::head_final::applies(&reader.brief.language.0);
    if !head_final && let Some((len, item)) = member_at(reader, at) {
        reader.mark(at, at + len, Use::Object);
        return done(items, item, len);
    }
    let (len, n) = count_at(&reader.tokens, at)?;
    let mut end = at + len;
    while matches!(reader.key(end), "~" | "@cl") {
        end += 1;
    }
    if head_final {
        return loose_count(reader, at, end, n, items);
    }
    if matches!(items.last(), Some(Item::Phrase(_) | Item::Subject))
        && (end >= reader.len() || reader.is_sep(end))
        && end > at + len
    {
        reader.mark(at, end, Use::Object);
        return done(items, Item::OfThem(n), end - at);
    }
    if reader.key(at + len) == "of" && reader.key(at + len + 1) == "them" {
        reader.mark(at, at + len + 2, Use::Object);
        return done(items, Item::OfThem(n), len + 2);
    }
    None
}

/// "one black", "one big", "two of them red", "the others white", or "red at the bottom" in a list of members.
fn member_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
    let (many, from) = members_at(reader, at);
    let named = many.is_some();
    let item = |color, size| match many {
        Some(Members::Others) => Item::Others(color, size),
        Some(Members::Some(n)) => Item::OneOf(n, color, size),
        None => Item::OneOf(1, color, size),
    };
    let closes = |end: usize| end >= reader.len() || reader.is_sep(end) || reader.key(end) == "and";
    if let Some((len, color)) = color_at(&reader.tokens, from).filter(|_| reader.is_free(from)) {
        let end = from + len;
        let placed = position_at(reader, end).is_some()
            || reader.key(end) == "on" && reader.key(end + 1) == "top";
        let opens = at > 0 && reader.is_sep(at - 1);
        return (named && (closes(end) || placed) || placed && opens)
            .then(|| (end - at, item(Some(color), None)));
    }
    let (len, adjective) = lexicon().adjectives.at(&reader.tokens, from)?;
    match adjective {
        Adjective::Size(size) if named && closes(from + len) => {
            Some((from + len - at, item(None, Some(*size))))
        }
        _ => None,
    }
}

/// How many members of a group are spoken of.
#[derive(Debug, Clone, Copy)]
enum Members {
    Some(u32),
    Others,
}

/// "two of them are", "the others are", "one": which members are meant, and where their look begins.
fn members_at(reader: &Reader<'_>, at: usize) -> (Option<Members>, usize) {
    if !reader.is_free(at) {
        return (None, at);
    }
    let is = |at: usize| usize::from(matches!(reader.key(at), "is" | "are" | "was" | "were"));
    if let Some((len, n)) = count_at(&reader.tokens, at)
        && reader.key(at + len) == "of"
        && matches!(
            reader.key(at + len + 1),
            "them" | "which" | "these" | "those"
        )
    {
        let next = at + len + 2;
        return (Some(Members::Some(n)), next + is(next));
    }
    let the = usize::from(matches!(reader.key(at), "the" | "all"))
        + usize::from(reader.keys(at, (at + 2).min(reader.len())) == "all the");
    let of_them =
        |at: usize| 2 * usize::from(reader.keys(at, (at + 2).min(reader.len())) == "of them");
    if matches!(reader.key(at + the), "others" | "rest") && (the > 0 || reader.key(at) == "others")
    {
        let next = at + the + 1;
        let next = next + of_them(next);
        return (Some(Members::Others), next + is(next));
    }
    let (one, from) = ordinal_at(reader, at);
    (one.then_some(Members::Some(1)), from)
}

/// "one", "another one is", "the last one is", "the middle bird's …": whether a single member is meant, and where its look begins.
fn ordinal_at(reader: &Reader<'_>, at: usize) -> (bool, usize) {
    if !reader.is_free(at) {
        return (false, at);
    }
    let is = |at: usize| usize::from(matches!(reader.key(at), "is" | "was"));
    if matches!(reader.key(at), "one" | "another") {
        return (true, at + 1 + is(at + 1));
    }
    let the = usize::from(reader.key(at) == "the");
    let ordinal = matches!(
        reader.key(at + the),
        "first"
            | "second"
            | "third"
            | "fourth"
            | "fifth"
            | "last"
            | "middle"
            | "leftmost"
            | "rightmost"
            | "remaining"
    );
    let one = usize::from(reader.key(at + the + 1) == "one");
    let next = at + the + 1 + one;
    if ordinal && (is(next) > 0 || one > 0 && the > 0) {
        return (true, next + is(next));
    }
    (false, at)
}

/// "cat three", or "three hat-wearing cats": a number whose noun does not follow directly.
fn loose_count(
    reader: &mut Reader<'_>,
    at: usize,
    end: usize,
    n: u32,
    items: &mut Vec<Item>,
) -> Option<usize> {
    let measured = reader.key(end - 1) == "@cl";
    let closes =
        end >= reader.len() || reader.is_sep(end) || postposition(reader.key(end), "ja").is_some();
    let noun = (0..items.len()).rev().find(|&i| {
        reader.brief.language.0 == "zh" || !matches!(items[i], Item::Subject | Item::Of)
    });
    let uncounted = noun.is_some_and(|i| {
        matches!(&items[i], Item::Phrase(phrase) if phrase.object.count.is_none_or(|count| count == 1))
    });
    if uncounted && (measured || closes) && reader.key(end) != "@de" {
        // The particle between the noun and its number stays behind both.
        let noun = noun?;
        items.insert(noun + 1, Item::Count(n));
        reader.mark(at, end, Use::Object);
        return Some(end - at);
    }
    let verb_next = lexicon().relations.at(&reader.tokens, end).is_some();
    if measured && (verb_next || phrase_at(reader, at).is_none()) {
        items.push(Item::Count(n));
        reader.mark(at, end, Use::Object);
        return Some(end - at);
    }
    None
}

/// Place words and verbs that follow their noun.
fn postposition(key: &str, language: &str) -> Option<Item> {
    Some(match key {
        "@on" => Item::Post(RelationKind::On),
        "@in" => Item::Post(RelationKind::In),
        "@under" => Item::Post(RelationKind::Under),
        "@left" => Item::Post(RelationKind::LeftOf),
        "@right" => Item::Post(RelationKind::RightOf),
        "@front" => Item::Post(RelationKind::InFrontOf),
        "@behind" => Item::Post(RelationKind::Behind),
        "@next" => Item::Post(RelationKind::NextTo),
        "@above" => Item::Post(RelationKind::Above),
        "@between" => Item::Post(RelationKind::Between),
        "@around" => Item::Post(RelationKind::Around),
        "@with" => Item::PostVerb(RelationKind::With),
        "@holding" => Item::PostVerb(RelationKind::Holding),
        "@wearing" => Item::PostVerb(RelationKind::Wearing),
        "@riding" => Item::PostVerb(RelationKind::Riding),
        "@eating" => Item::PostVerb(RelationKind::Eating),
        "@chasing" => Item::PostVerb(RelationKind::Chasing),
        "@looking" => Item::PostVerb(RelationKind::LookingAt),
        "@de" => Item::Of,
        "@at" if language != "zh" => Item::Seat,
        "@subj" | "@at" => Item::Subject,
        _ => return None,
    })
}

/// Arrangements, relations, positions, phrases, verbs.
fn larger_words(reader: &mut Reader<'_>, at: usize, items: &mut Vec<Item>) -> Option<usize> {
    if let Some((len, item)) = member_at(reader, at) {
        items.push(item);
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    // "a bowl of oranges" holds them.
    if reader.key(at) == "of"
        && matches!(items.last(), Some(Item::Phrase(phrase)) if lexicon().has_trait(&phrase.object.noun, "container") || matches!(phrase.object.noun.as_str(), "bouquet" | "nest"))
    {
        items.push(Item::Relation(RelationKind::With));
        return Some(1);
    }
    if let Some((len, arrangement)) = arrangement_at(reader, at) {
        items.push(Item::Arrangement(arrangement));
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    if let Some((len, item)) = body_at(reader, at) {
        items.push(item);
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    if let Some((len, kind)) = passive_at(reader, at) {
        items.push(Item::Passive(kind));
        if reader.is_scene() {
            reader.mark(at, at + len, Use::Object);
        }
        return Some(len);
    }
    if let Some((len, colors)) = in_colors(reader, at) {
        items.push(Item::Color(colors));
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    let free = |i: usize| reader.is_free(i) && reader.plain[i];
    let relation = lexicon()
        .relations
        .at_with(&reader.tokens, at, free)
        .map(|(len, kind)| (len, *kind));
    let position = position_at(reader, at).or_else(|| bare_position(reader, at));
    if let Some((len, place)) = position
        && relation.is_none_or(|(other, _)| {
            len > other || len == other && bare_position(reader, at).is_some()
        })
    {
        items.push(Item::Position(place));
        reader.mark(at, at + len, Use::Object);
        return Some(len);
    }
    // "at night" is a time.
    let timed = relation.is_some_and(|(len, _)| reader.uses.get(at + len) == Some(&Use::Setting));
    if let Some((len, kind)) = relation
        && !timed
        && !noun_here(reader, at, items)
    {
        items.push(Item::Relation(kind));
        if reader.is_scene() {
            reader.mark(at, at + len, Use::Object);
        }
        return Some(len);
    }
    if let Some(base) = finite_verb(reader, at, items) {
        items.push(Item::Verb {
            base,
            participle: false,
        });
        return Some(1);
    }
    if let Some(phrase) = phrase_at(reader, at).filter(|phrase| accepts(reader, phrase)) {
        let taken = phrase.to - at;
        super::mark(
            reader,
            phrase.from,
            phrase.to,
            phrase.place.is_some() && !phrase.thing,
        );
        items.push(Item::Phrase(Box::new(phrase)));
        return Some(taken);
    }
    if let Some((len, color)) = color_at(&reader.tokens, at) {
        if after_copula(items) {
            items.push(Item::Color(vec![color]));
            reader.mark(at, at + len, Use::Object);
        }
        return Some(len);
    }
    if let Some((len, adjective)) = lexicon().adjectives.at(&reader.tokens, at) {
        if after_copula(items) {
            items.push(Item::Adjective(adjective.clone()));
            reader.mark(at, at + len, Use::Object);
        }
        return Some(len);
    }
    let key = reader.key(at);
    let base = *lexicon().verbs.get(key)?;
    items.push(Item::Verb {
        base,
        participle: key.ends_with("ing") || key.ends_with("ed") || after_copula(items),
    });
    Some(1)
}

/// "the mouse watches": right behind a thing, a verb that could also be a plural is a verb.
fn finite_verb(reader: &Reader<'_>, at: usize, items: &[Item]) -> Option<&'static str> {
    let key = reader.key(at);
    let base = *lexicon().verbs.get(key)?;
    let single = matches!(items.last(), Some(Item::Phrase(phrase)) if !phrase.object.plural);
    let acts = single && key.ends_with('s') && key != base;
    // "two seagulls fly above": behind a plural the base is the verb, when a place follows it.
    let act = matches!(items.last(), Some(Item::Phrase(phrase)) if phrase.object.plural)
        && key == base
        && reader.brief.language.0 == "en"
        && (reader.is_sep(at + 1) || lexicon().relations.at(&reader.tokens, at + 1).is_some());
    (reader.is_scene() && (acts || act)).then_some(base)
}

fn after_copula(items: &[Item]) -> bool {
    matches!(items.last(), Some(Item::Copula | Item::Verb { .. }))
        || matches!(
            items,
            [.., Item::Copula, Item::Color(_) | Item::Adjective(_)]
                | [.., Item::Color(_) | Item::Adjective(_), Item::And]
        )
}

/// Whether a word that also names a relation is a noun here ("a painting", "the play").
fn noun_here(reader: &Reader<'_>, at: usize, items: &[Item]) -> bool {
    let noun = lexicon().nouns.at(&reader.tokens, at).is_some();
    noun && matches!(items.last(), None | Some(Item::End | Item::Not))
        && !matches!(reader.key(at), "in" | "on")
}

/// In a design only things that were meant to be drawn count.
fn accepts(reader: &Reader<'_>, phrase: &Phrase) -> bool {
    // "tickets can be bought": the verb, not the tin.
    if reader.key(phrase.from) == "can" {
        return false;
    }
    if reader.is_scene() {
        return true;
    }
    if phrase.place.is_some() && !phrase.thing {
        let quoted = reader
            .tokens
            .get(phrase.to)
            .is_some_and(|token| token.quote().is_some());
        let led = phrase.from > 0
            && matches!(
                reader.key(phrase.from - 1),
                "in" | "on" | "at" | "with" | "of" | "over" | "by" | "above"
            )
            || phrase.to > phrase.from + 1;
        return led && !quoted;
    }
    if matches!(
        reader.brief.genre,
        crate::Genre::CodeShot | crate::Genre::Chart
    ) {
        return false;
    }
    let component = lexicon().components.get(&phrase.object.noun).is_some()
        || lexicon().roles.get(&phrase.object.noun).is_some();
    let first = reader.key(phrase.from);
    !component
        && !phrase.object.noun.is_empty()
        && !matches!(
            phrase.object.noun.as_str(),
            "title"
                | "letter"
                | "number"
                | "line"
                | "app"
                | "person"
                | "customer"
                | "user"
                | "symbol"
                | "shape"
                | "square"
                | "circle"
                | "dot"
                | "grid"
                | "pattern"
                | "document"
                | "block"
                | "print"
                | "switch"
                | "arrow"
        )
        && first != "for"
}

/// "in two rows", "in a circle", "arranged in a 3x3 grid", "side by side".
fn arrangement_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Arrangement)> {
    let piled = usize::from(matches!(reader.key(at), "stacked" | "piled"));
    if reader.key(at + piled) == "on"
        && reader.keys(at + piled, (at + piled + 5).min(reader.len())) == "on top of each other"
    {
        return Some((piled + 5, Arrangement::Stack));
    }
    let mut next = at;
    if matches!(
        reader.key(next),
        "arranged"
            | "lined"
            | "placed"
            | "standing"
            | "sitting"
            | "organized"
            | "set"
            | "displayed"
    ) && matches!(reader.key(next + 1), "in" | "into" | "up")
    {
        next += 1;
    }
    if reader.key(at) == "side"
        && reader.key(at + 1) == "by"
        && reader.key(at + 2) == "side"
        && reader.key(at + 3) != "with"
    {
        return Some((3, Arrangement::Row));
    }
    if matches!(reader.key(at), "stacked")
        && matches!(reader.key(at + 1), "up" | "" | "high" | "together")
    {
        return Some((
            1 + usize::from(matches!(reader.key(at + 1), "up" | "high" | "together")),
            Arrangement::Stack,
        ));
    }
    while matches!(reader.key(next), "up" | "in" | "into" | "on") && next < at + 3 {
        next += 1;
    }
    if next == at {
        return None;
    }
    let first = next + usize::from(matches!(reader.key(next), "a" | "an"));
    if count_at(&reader.tokens, first).is_some()
        && matches!(reader.key(first + 1), "by" | "x")
        && matches!(reader.key(first + 3), "grid" | "matrix")
    {
        return Some((first + 4 - at, Arrangement::Grid));
    }
    if let Some((len, n)) = count_at(&reader.tokens, next) {
        let found = match reader.key(next + len) {
            "row" | "rows" | "lines" => Arrangement::Rows(n),
            "columns" | "column" => Arrangement::Columns(n),
            _ => return None,
        };
        return Some((next + len + 1 - at, found));
    }
    while matches!(
        reader.key(next),
        "a" | "an"
            | "the"
            | "neat"
            | "straight"
            | "single"
            | "perfect"
            | "long"
            | "small"
            | "big"
            | "large"
            | "nice"
    ) || is_dimension(reader.key(next))
    {
        next += 1;
    }
    if reader.key(next + 1) == "of" {
        return None;
    }
    let found = match reader.key(next) {
        "row" | "line" | "queue" => Arrangement::Row,
        "column" => Arrangement::Column,
        "circle" | "ring"
            if reader.key(next - 1) == "a" && !matches!(reader.key(next + 1), "of") =>
        {
            Arrangement::Circle
        }
        "grid" | "matrix" => Arrangement::Grid,
        "stack" | "tower" => Arrangement::Stack,
        "pile" | "heap" => Arrangement::Pile,
        _ => return None,
    };
    Some((next + 1 - at, found))
}

fn is_dimension(key: &str) -> bool {
    key.split_once(['x', '×'])
        .is_some_and(|(a, b)| a.parse::<u32>().is_ok() && b.parse::<u32>().is_ok())
}

/// "at her feet", "on his head", "in its mouth": where a part of someone's body is, no thing of its own.
fn body_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
    if !reader.is_scene() || !reader.is_free(at) {
        return None;
    }
    let preposition = reader.key(at);
    // "in both his hands", "on top of its head"
    let top = 2 * usize::from(reader.keys(at + 1, (at + 3).min(reader.len())) == "top of");
    let both = usize::from(reader.key(at + top + 1) == "both");
    let owner = at + 1 + top + both;
    let whose = match reader.key(owner) {
        "his" | "her" => Whose::Person,
        "its" => Whose::Animal,
        "their" | "my" => Whose::Anyone,
        _ => return None,
    };
    let side = usize::from(matches!(
        reader.key(owner + 1),
        "left" | "right" | "other" | "own" | "outstretched" | "open"
    ));
    let part = reader.key(owner + 1 + side);
    let (kind, passive) = match (preposition, part) {
        (
            "in" | "between",
            "hand" | "hands" | "arm" | "arms" | "paw" | "paws" | "mouth" | "beak" | "teeth"
            | "claws" | "fist",
        ) => (RelationKind::Holding, true),
        ("under", "arm") => (RelationKind::Holding, true),
        ("around" | "round", "neck" | "waist" | "shoulders" | "wrist" | "head")
        | ("over", "shoulder" | "shoulders" | "eyes")
        | ("on", "nose" | "wrist" | "feet" | "hands") => (RelationKind::Wearing, true),
        ("at" | "by" | "near" | "beside" | "around", "feet" | "foot" | "side" | "heels") => {
            (RelationKind::NextTo, false)
        }
        (
            "on" | "in" | "upon" | "atop",
            "lap" | "knee" | "knees" | "shoulder" | "shoulders" | "back" | "head" | "hand"
            | "finger" | "arm" | "palm",
        ) => (RelationKind::On, false),
        _ => return None,
    };
    Some((
        owner + 2 + side - at,
        Item::Body {
            kind,
            passive,
            whose,
        },
    ))
}

/// Relations whose grammatical subject is the thing that is stood around, covered, filled …
fn passive_at(reader: &Reader<'_>, at: usize) -> Option<(usize, RelationKind)> {
    let (one, two, three) = (reader.key(at), reader.key(at + 1), reader.key(at + 2));
    Some(match (one, two, three) {
        ("on" | "at", "either" | "both" | "each", "side" | "sides")
            if reader.key(at + 3) == "of" =>
        {
            (4, RelationKind::Between)
        }
        ("flanking", ..) => (1, RelationKind::Between),
        ("surrounded" | "encircled" | "ringed", "by" | "with", _) => (2, RelationKind::Around),
        (
            "covered" | "topped" | "decorated" | "adorned" | "crowned" | "garnished",
            "with" | "in" | "by",
            _,
        ) => (2, RelationKind::On),
        ("filled" | "packed" | "loaded" | "stuffed" | "full", "with" | "of", _) => {
            (2, RelationKind::In)
        }
        ("containing" | "contains" | "full-of", ..) => (1, RelationKind::In),
        ("held" | "carried", "by", _) => (2, RelationKind::Holding),
        ("worn", "by", _) => (2, RelationKind::Wearing),
        ("ridden" | "driven", "by", _) => (2, RelationKind::Riding),
        ("chased" | "followed" | "pursued", "by", _) => (2, RelationKind::Chasing),
        ("supporting" | "supports", ..) => (1, RelationKind::On),
        _ => return None,
    })
}

/// "in blue and white" behind a noun.
fn in_colors(reader: &Reader<'_>, at: usize) -> Option<(usize, Vec<Color>)> {
    if !matches!(reader.key(at), "in" | "painted") {
        return None;
    }
    let (end, colors) = crate::canvas::color_list(reader, at + 1)?;
    let noun = end < reader.len()
        && reader.is_free(end)
        && reader.tokens[end].is_word()
        && !matches!(
            reader.key(end),
            "and"
                | "with"
                | "on"
                | "next"
                | "beside"
                | "behind"
                | "under"
                | "is"
                | "near"
                | "in"
                | "at"
                | "color"
                | "colour"
                | "colors"
                | "colours"
        );
    if noun {
        return None;
    }
    let word = usize::from(matches!(
        reader.key(end),
        "color" | "colour" | "colors" | "colours"
    ));
    Some((end + word - at, colors))
}

/// "cat left, dog right", "a whale below".
fn bare_position(reader: &Reader<'_>, at: usize) -> Option<(usize, Position)> {
    let closes = |end: usize| end >= reader.len() || reader.is_sep(end) || reader.key(end) == "and";
    let found = match reader.key(at) {
        "above" | "overhead" => Some((1, Position::Top)),
        "below" | "underneath" | "beneath" => Some((1, Position::Bottom)),
        _ => cell_at(reader, at),
    };
    let (len, position) = found?;
    if closes(at + len) {
        return Some((len, position));
    }
    // "three small boats above on the water": the preposition begins another phrase.
    (matches!(reader.key(at), "above" | "below")
        && matches!(reader.key(at + 1), "on" | "in" | "at"))
    .then_some((1, position))
}
