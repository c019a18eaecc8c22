//! What stands before a noun: articles, ordinals, counts, places.

use crate::Position;
use crate::constraints::cell_at;
use crate::instruction::Which;
use crate::instruction::words::Words;
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::tokens::Kind;

/// What stands before the noun.
#[derive(Debug, Default)]
pub(super) struct Lead {
    pub(super) which: Which,
    pub(super) count: Option<u32>,
    pub(super) position: Option<Position>,
    pub(super) definite: bool,
}

/// Determiners, ordinals, counts and places before a noun; returns the token behind them.
pub(super) fn lead(words: &Words<'_>, mut at: usize, to: usize, lead: &mut Lead) -> usize {
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
            // "the last one red": what was told apart, not how many.
            let told_apart = lead.which != Which::Any || lead.position.is_some();
            !(told_apart && words.is(at, "one|ones"))
                && at + len < to
                && words
                    .token(at + len)
                    .is_some_and(|token| token.kind == Kind::Word)
                && !words.is(at + len, "to|into|with|by|from|is|was|are|should|must|and|in|as|am|pm|uhr|percent|%")
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

/// What charts draw their values with: the highest of them is the largest.
const VALUES: &str = "bar|bars|column|columns|value|point|slice|peak|quarter|month";

/// The number in "22nd".
fn ordinal_figure(key: &str) -> Option<u32> {
    let digits = key.len().checked_sub(2)?;
    let (number, ending) = key.split_at_checked(digits)?;
    let number: u32 = number.parse().ok().filter(|n| (1..=99).contains(n))?;
    matches!(ending, "st" | "nd" | "rd" | "th").then_some(number)
}

/// An ordinal or what else tells one of several apart: "second", "3rd", "last", "middle", "tallest".
pub(super) fn ordinal(words: &Words<'_>, at: usize) -> Option<Which> {
    if let Some(n) = ordinal_figure(words.key(at)) {
        return Some(Which::Nth(n - 1));
    }
    Some(match words.key(at) {
        "first" => Which::Nth(0),
        "second" => Which::Nth(1),
        "third" => Which::Nth(2),
        "fourth" => Which::Nth(3),
        "fifth" => Which::Nth(4),
        "sixth" => Which::Nth(5),
        "seventh" => Which::Nth(6),
        "eighth" => Which::Nth(7),
        "ninth" => Which::Nth(8),
        "tenth" => Which::Nth(9),
        "last" | "final" => Which::Last,
        "middle" | "central" | "centre" | "center" => Which::Middle,
        "largest" | "biggest" | "tallest" | "longest" => Which::Largest,
        "smallest" | "tiniest" | "shortest" => Which::Smallest,
        "highest" if words.is(at + 1, VALUES) => Which::Largest,
        "lowest" if words.is(at + 1, VALUES) => Which::Smallest,
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
