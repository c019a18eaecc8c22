//! Texts to be set that stand in no quotation marks: "RSVP 555-0134 at the bottom", "Free entry below the date".

use super::{add, free_text, set_in};
use crate::instruction::arguments::location_at;
use crate::instruction::predicates::{Parsed, is_text};
use crate::instruction::verbs::{Verb, verb_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Item, Location, Referent, TypeSetting};
use crate::tokens::Kind;
use crate::{RelationKind, Role};

/// Words of such a text, at most: what is longer is told, not written.
const WORDS_MAX: usize = 12;

/// "Pack before Ship": whether one of a list is named behind the words.
fn named_beside(words: &Words<'_>, at: usize) -> bool {
    words.is(at, "before|after") && words.is_capital(at + 1)
}

/// Reads words that are no thing to be drawn as a text to be set: those that begin as a line does or bring figures, or any
/// that go above or below a text.
pub(super) fn unquoted(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "make it a phone screen": what is there already is nothing to write.
    let spoken = words.is(
        at,
        "it|this|that|them|these|those|him|her|he|she|they|everything|something|anything|what|all|more|less",
    );
    // Only after a verb that brings something: "summer vibes" alone is a wish, and nothing to write.
    let brought = (0..at).rev().find_map(|i| verb_at(words, i));
    if spoken || !matches!(brought, Some((_, Verb::Add | Verb::Put | Verb::Write))) {
        return None;
    }
    let (end, text) = free_text(words, at, to)?;
    let mut setting = TypeSetting::default();
    let after = set_in(words, end, to, &mut setting);
    let told = location_at(words, after, to);
    if let Some((end, mut at)) = told.clone().filter(|_| named_beside(words, after)) {
        // What stands there is known by its words, whatever else they may name.
        if let Some((_, target)) = &mut at.relation {
            target.what = Referent::Text(target.words.clone());
        }
        let item = Item::Row(vec![text]);
        return Some((end, vec![Change::Add { item, at }]));
    }
    let place = told.map_or_else(Location::default, |(_, place)| place);
    let beside_text = matches!(
        &place.relation,
        Some((RelationKind::Above | RelationKind::Below | RelationKind::Under, target)) if is_text(target)
    );
    let beside_thing = place.relation.is_some() && !beside_text;
    let figures = (at..end).filter(|i| {
        words
            .token(*i)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    });
    let n = figures.count();
    // "Apples 3 and Bread 2", "Eva, QA, Wien": lines of a list, each by itself.
    let listed = (at..end).any(|i| words.is_sep(i) || n > 1 && words.is(i, "and|&"));
    let figure = n > 0;
    // "put Pay rent first", "put Lunch at the top": what may be there already goes there.
    if matches!(brought, Some((_, Verb::Put))) && !beside_text {
        return None;
    }
    let line = words.is_capital(at) && (figure || end > at + 1);
    if listed
        || beside_thing
        || end - at > WORDS_MAX
        || !(line || figure && end > at + 1 || beside_text)
    {
        return None;
    }
    // Without a place it may be one more line of a list.
    let anywhere = place == Location::default();
    let item = match setting == TypeSetting::default() && anywhere {
        true => Item::Row(vec![text]),
        false => Item::Text {
            text,
            value: None,
            role: Role::Text,
            setting,
        },
    };
    match anywhere {
        true => add(words, after, to, item),
        false => {
            let (after, at) = location_at(words, after, to)?;
            Some((after, vec![Change::Add { item, at }]))
        }
    }
}
