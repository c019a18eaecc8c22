//! Places in an order: first, third, last.

use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, targets_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Which};

/// "put Espresso first", "move the latte to the second position": its place among its like.
pub(super) fn ranked(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = targets_at(words, at, to, Reach::Bare)?;
    let [target] = &targets[..] else { return None };
    let mut next = end;
    while next < to && words.is(next, "to|at|in|as|the|on|into|right|all|way|very") {
        next += 1;
    }
    let led = next > end;
    if words.one_of(next, "top of").is_some() && words.is(next - 1, "on") {
        return None;
    }
    let (after, which) = rank_at(words, next)?;
    let noun = words.one_of(
        after,
        "place|position|spot|slot|one|item|row|of the list|in the list|on the list|in line|of all",
    );
    let end = noun.unwrap_or(after);
    let closes = end <= to
        && (words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "and|then|but"));
    (closes && (noun.is_some() || !led || words.is(next, "top|end|start|beginning"))).then(|| {
        let target = target.clone();
        (end, vec![Change::Rank { target, to: which }])
    })
}

/// A place in an order: "first", "second", "last", "the top of the list".
pub(in crate::instruction) fn rank_at(words: &Words<'_>, at: usize) -> Option<(usize, Which)> {
    let listed = "of the list|of list|of the menu|of the table|of the row|of the queue|of the line";
    let side = words.one_of(at, "top|start|beginning|front|bottom|end|back");
    if let Some(end) = side.and_then(|end| words.one_of(end, listed)) {
        let first = words.is(at, "top|start|beginning|front");
        return Some((end, if first { Which::Nth(0) } else { Which::Last }));
    }
    let which = match words.key(at) {
        "first" | "1st" => Which::Nth(0),
        "second" | "2nd" => Which::Nth(1),
        "third" | "3rd" => Which::Nth(2),
        "fourth" | "4th" => Which::Nth(3),
        "fifth" | "5th" => Which::Nth(4),
        "last" => Which::Last,
        _ => return None,
    };
    Some((at + 1, which))
}
