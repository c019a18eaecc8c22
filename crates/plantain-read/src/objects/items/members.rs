//! Members of a group that was named before: "one black", "the others white", "cat three".

use super::Item;
use super::wheres::postposition;
use crate::colors::color_at;
use crate::constraints::position_at;
use crate::lexicon::{Adjective, lexicon};
use crate::numbers::count_at;
use crate::phrases::phrase_at;
use crate::reader::{Reader, Use};

/// "one black", "one big", "two of them red", "the others white", or "red at the bottom" in a list of members.
pub(super) fn member_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
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
