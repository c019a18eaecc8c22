//! Clauses without a verb that say plainly what is to be done, wherever they stand: a ratio, a shadow, a ground.

use crate::instruction::additions;
use crate::instruction::arguments::canvas_at;
use crate::instruction::predicates::Parsed;
use crate::instruction::verbs::{Verb, leading_verb_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Item, Location};
use crate::tokens::Sep;

/// Clauses without a verb that say by themselves what they are about.
pub(super) fn bare_strong(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let whole = |end: usize| {
        words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "and|with")
    };
    if let Some(found) = format(words, from, to).filter(|found| whole(found.0)) {
        return Some(found);
    }
    let shadow = words.one_of(
        from,
        "drop shadow|a drop shadow|drop-shadow|a drop-shadow|a shadow|a soft shadow|a contact shadow|soft shadow|contact shadow|a soft drop shadow|soft drop shadow|a subtle shadow|a subtle drop shadow|subtle shadow|subtle drop shadow",
    );
    if let Some(end) = shadow.filter(|end| *end <= to && whole(*end)) {
        let item = Item::Shadow;
        let at = Location::default();
        return Some((end, vec![Change::Add { item, at }]));
    }
    if let Some(found) = additions::patterned(words, from, to) {
        return Some(found);
    }
    additions::background(words, from, to)
        .filter(|found| whole(found.0))
        .or_else(|| additions::plain_behind(words, from, to))
}

/// "white background, 1:1": a ratio or a size in figures.
fn format(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let figures = words
        .text(from, from + 1)
        .starts_with(|c: char| c.is_ascii_digit());
    let (end, change) = figures.then(|| canvas_at(words, from, to)).flatten()?;
    Some((end, vec![Change::Reshape(change)]))
}

/// Whether a clause only says how many there will be of what the next one brings: "three plans: add Team", "should be five
/// tabs, add Favorites".
pub(super) fn announces(
    words: &Words<'_>,
    (from, end): (usize, usize),
    changes: &[Change],
) -> bool {
    let led = words.one_of(from, "should be|must be|make it|make that");
    let from = led.unwrap_or(from);
    let counted = crate::numbers::count_at(&words.reader.tokens, from).is_some()
        && matches!(changes, [Change::Count { .. } | Change::Add { .. }]);
    let wished = led.is_some() && matches!(changes, [Change::Count { .. }]);
    let colon =
        (from + 1..=end).find(|&i| words.sep(i, Sep::Colon) || wished && words.sep(i, Sep::Comma));
    let adds = |at: usize| matches!(leading_verb_at(words, at + 1), Some((_, Verb::Add)));
    counted && colon.is_some_and(adds)
}
