//! Members of a group that was named before: "one black", "the others white", "cat three".

use super::wheres::postposition;
use super::{Item, Which};
use crate::colors::color_at;
use crate::constraints::position_at;
use crate::lexicon::{Adjective, lexicon};
use crate::numbers::count_at;
use crate::phrases::phrase_at;
use crate::reader::{Reader, Use};

/// "one black", "one big", "two of them red", "the others white", or "red at the bottom" in a list of members.
pub(super) fn member_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
    if let Some(described) = compared_one(reader, at).or_else(|| described_one(reader, at)) {
        return Some(described);
    }
    let (many, from) = members_at(reader, at);
    let named = many.is_some();
    let item = |color, size| match many {
        Some(Members::Others) => Item::Others(color, size),
        Some(Members::Nth(which)) => Item::Nth(which, color, size),
        Some(Members::Some(n)) => Item::OneOf(n, color, size),
        None => Item::OneOf(1, color, size),
    };
    let closes = |end: usize| {
        end >= reader.len() || reader.is_sep(end) || matches!(reader.key(end), "and" | "with")
    };
    if let Some((len, color)) = color_at(&reader.tokens, from).filter(|_| reader.is_free(from)) {
        let end = from + len;
        let placed = position_at(reader, end).is_some()
            || reader.key(end) == "on" && reader.key(end + 1) == "top";
        let opens = at > 0 && reader.is_sep(at - 1);
        return (named && (closes(end) || placed) || placed && opens)
            .then(|| (end - at, item(Some(color), None)));
    }
    if let Some((len, Adjective::Size(size))) = lexicon().adjectives.at(&reader.tokens, from)
        && named
        && closes(from + len)
    {
        return Some((from + len - at, item(None, Some(*size))));
    }
    // "The middle one wears a scarf": what it does or has follows.
    match many {
        Some(Members::Nth(which)) if reader.is_scene() => {
            let said = matches!(reader.key(from - 1), "is" | "was" | "are" | "were");
            Some((from - usize::from(said) - at, Item::Nth(which, None, None)))
        }
        _ => None,
    }
}

/// "a large white one": a member whose look stands before it, or another of what was named before.
fn described_one(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
    let the = reader.key(at) == "the";
    if !reader.is_free(at) || !(the || matches!(reader.key(at), "a" | "an" | "another" | "one")) {
        return None;
    }
    let (mut color, mut size) = (None, None);
    let mut next = at + 1;
    while next < at + 5 && reader.key(next) != "one" {
        if let Some((len, found)) = color_at(&reader.tokens, next) {
            color = color.or(Some(found));
            next += len;
        } else if let Some((len, adjective)) = lexicon().adjectives.at(&reader.tokens, next) {
            if let Adjective::Size(found) = adjective {
                size = size.or(Some(*found));
            }
            next += len;
        } else {
            return None;
        }
    }
    let told = color.is_some() || size.is_some();
    // "one red one blue one white": the colours of three, and not of two.
    let listed = reader.key(at) == "one" && color_at(&reader.tokens, next + 1).is_some();
    (told && !listed && reader.key(next) == "one")
        .then(|| (next + 1 - at, Item::Another(color, size, the)))
}

/// "the bigger one is brown": a member by its size beside the others, and its colour.
fn compared_one(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
    use crate::SizeWord::{Large, Small};
    if !reader.is_free(at) || reader.key(at) != "the" {
        return None;
    }
    let size = match reader.key(at + 1) {
        "bigger" | "larger" | "taller" | "biggest" | "largest" | "tallest" | "big" | "large" => {
            Large
        }
        "smaller" | "shorter" | "littler" | "smallest" | "shortest" | "small" | "little" => Small,
        _ => return None,
    };
    let one = usize::from(reader.key(at + 2) == "one");
    let is = usize::from(matches!(reader.key(at + 2 + one), "is" | "was"));
    let from = at + 2 + one + is;
    let (len, color) = color_at(&reader.tokens, from)?;
    let end = from + len;
    let closed = end >= reader.len() || reader.is_sep(end) || reader.key(end) == "and";
    closed.then_some((end - at, Item::Another(Some(color), Some(size), true)))
}

/// How many members of a group are spoken of.
#[derive(Debug, Clone, Copy)]
enum Members {
    Some(u32),
    Nth(Which),
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
    ordinal_at(reader, at)
}

/// "one", "another one is", "the last one is", "the one on the left": whether a single member is meant, and where its look
/// begins.
fn ordinal_at(reader: &Reader<'_>, at: usize) -> (Option<Members>, usize) {
    if !reader.is_free(at) {
        return (None, at);
    }
    let is = |at: usize| usize::from(matches!(reader.key(at), "is" | "was"));
    let the = usize::from(reader.key(at) == "the");
    if the > 0
        && reader.key(at + 1) == "one"
        && let Some((len, which)) = side_at(reader, at + 2)
    {
        let next = at + 2 + len;
        return (Some(Members::Nth(which)), next + is(next));
    }
    if matches!(reader.key(at), "one" | "another") {
        return (Some(Members::Some(1)), at + 1 + is(at + 1));
    }
    let one = usize::from(reader.key(at + the + 1) == "one");
    let next = at + the + 1 + one;
    if is(next) == 0 && (one == 0 || the == 0) {
        return (None, at);
    }
    let member = match reader.key(at + the) {
        "first" | "left" | "leftmost" => Members::Nth(Which::Number(1)),
        "second" => Members::Nth(Which::Number(2)),
        "third" => Members::Nth(Which::Number(3)),
        "fourth" => Members::Nth(Which::Number(4)),
        "fifth" => Members::Nth(Which::Number(5)),
        "middle" | "central" | "center" | "centre" => Members::Nth(Which::Middle),
        "last" | "right" | "rightmost" => Members::Nth(Which::Last),
        "remaining" => Members::Some(1),
        _ => return (None, at),
    };
    (Some(member), next + is(next))
}

/// "on the left", "in the middle": which member of a row stands there.
fn side_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Which)> {
    if !matches!(reader.key(at), "on" | "in" | "at" | "to") || reader.key(at + 1) != "the" {
        return None;
    }
    let far = usize::from(reader.key(at + 2) == "far");
    let which = match reader.key(at + 2 + far) {
        "left" => Which::Number(1),
        "middle" | "center" | "centre" => Which::Middle,
        "right" => Which::Last,
        _ => return None,
    };
    Some((3 + far, which))
}

/// "cat three", or "three hat-wearing cats": a number whose noun does not follow directly.
pub(super) fn loose_count(
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
