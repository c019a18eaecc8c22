//! Columns of a board with the cards that come along.

use super::{add, free_text, label_before_place};
use crate::instruction::Item;
use crate::instruction::predicates::Parsed;
use crate::instruction::words::Words;

/// Words for a column of a board.
const COLUMNS: &str = "column|lane|swimlane|swim lane|board column";
/// Words for what stands in one.
const CARDS: &str = "card|cards|task|tasks|item|items|ticket|tickets|issue|issues";

/// "a column Blocked with a card Legal review", "a Review column", "a column called “On hold”".
pub(super) fn column(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, name) = headed(words, at, to)?;
    let (end, cards) = cards(words, end, to).unwrap_or((end, Vec::new()));
    add(words, end, to, Item::Column { name, cards })
}

/// Returns the name of a column, behind the word for it or before.
fn headed(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, String)> {
    let with = (at..to)
        .find(|&i| words.is(i, "with|containing|holding"))
        .unwrap_or(to);
    if let Some(next) = words.one_of(at, COLUMNS).filter(|next| *next < to) {
        let named = words
            .one_of(next, "called|named|titled|for|labelled|labeled|@called")
            .unwrap_or(next);
        let told = named > next || words.quote(named).is_some() || words.is_capital(named);
        return label_before_place(words, named, with).filter(|_| told);
    }
    let head = (at + 1..with).find(|&i| words.is(i, COLUMNS))?;
    let named = words.is_capital(at) || words.quote(at).is_some();
    let name = words
        .quote(at)
        .unwrap_or_else(|| words.text(at, head).to_string());
    named.then_some((head + 1, name))
}

/// Returns the cards that a column comes with.
fn cards(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Vec<String>)> {
    let next = words.one_of(at, "with|containing|holding")?;
    let next = words
        .one_of(next, "a|an|the|one|two|three|four|five")
        .unwrap_or(next);
    let mut next = words.one_of(next, CARDS).filter(|next| *next < to)?;
    next = words
        .one_of(next, "called|named|titled|saying|@called")
        .unwrap_or(next);
    let mut found = Vec::new();
    while next < to {
        let part = (next..to)
            .find(|&i| words.is_sep(i) || words.is(i, "and|&"))
            .unwrap_or(to);
        let (end, text) = free_text(words, next, part)?;
        found.push(text);
        next = end;
        let joint = next;
        while next < to && (words.is_sep(next) || words.is(next, "and|&")) {
            next += 1;
        }
        let more = next > joint && (words.is_capital(next) || words.quote(next).is_some());
        if !more {
            return Some((joint, found));
        }
    }
    (!found.is_empty()).then_some((next, found))
}
