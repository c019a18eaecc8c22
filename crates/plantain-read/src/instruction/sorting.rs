//! "sort the menu by price, highest first": the lines of a list or the points of a chart in another order.

use super::predicates::Parsed;
use super::targets::{Reach, target_at};
use super::words::Words;
use crate::colors::color_at;
use crate::instruction::{Change, Referent, SortKey, Target, Which};
use crate::tokens::Sep;

/// Words between the verb and the key: what is sorted, and small words.
const IDLE: &str = "the|all|its|our|list|items|item|rows|lines|entries|bars|slices|points|values|chart|table|menu|data|\
    columns|products|things|everything|them|it|by|in|order|on|according|to|from|with|and|of|based|an|a|graph|segments|results";

/// "reorder: blue, red, green": the order itself, one after another.
fn listed(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words
        .one_of(
            at,
            "them|it|as|them as|them like this|like this|to|the chairs|this way",
        )
        .unwrap_or(at);
    let mut next = from + usize::from(words.sep(from, Sep::Colon));
    let mut ranked = Vec::new();
    while next < to {
        let (end, target) = match color_at(&words.reader.tokens, next) {
            Some((len, color)) => {
                let end = next + len + usize::from(words.is(next + len, "one"));
                let one = Target {
                    what: Referent::Same,
                    words: format!("the {} one", color.name),
                    span: words.span(next, end),
                    color: Some(color),
                    ..Target::default()
                };
                (end, one)
            }
            None => target_at(words, next, to, Reach::Bare)?,
        };
        let to = Which::Nth(u32::try_from(ranked.len()).ok()?);
        ranked.push(Change::Rank { target, to });
        next = end;
        while words.is(next, "and|then") || words.is_sep(next) {
            next += 1;
        }
        if next == end {
            break;
        }
    }
    (ranked.len() > 1 && words.closes(next, to)).then_some((next, ranked))
}

/// Reads the key and the direction behind the verb.
pub(super) fn sorted(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = listed(words, at, to) {
        return Some(found);
    }
    let mut key = None;
    let mut descending = None;
    // What is sorted may be any noun: "the dishes by price".
    const NOUN_WORDS_MAX: usize = 5;
    let by = (at..to.min(at + NOUN_WORDS_MAX)).find(|&i| words.is(i, "by"));
    let told = (at..to.min(at + NOUN_WORDS_MAX)).find(|&i| direction(words, i).is_some());
    let mut end = by.or(told).unwrap_or(at);
    while end < to {
        if let Some((after, down)) = direction(words, end).filter(|(after, _)| *after <= to) {
            descending = descending.or(Some(down));
            end = after;
        } else if let Some(found) = key_at(words, end) {
            key = key.or(Some(found));
            end += 1;
        } else if words.is(end, IDLE) || words.is_sep(end) || words.quote(end).is_some() {
            end += 1;
        } else {
            break;
        }
    }
    // A joint before the next clause belongs to that clause.
    while end > at && (words.is_sep(end - 1) || words.is(end - 1, "and|with")) {
        end -= 1;
    }
    let told = key.is_some() || descending.is_some();
    let by = key.unwrap_or(SortKey::Value);
    // Charts show what is most first, lists what is cheapest.
    let cheapest = (at..end).any(|i| words.is(i, "price|prices|cost"));
    let descending = descending.unwrap_or(by == SortKey::Value && !cheapest);
    told.then(|| (end, vec![Change::Sort { by, descending }]))
}

fn key_at(words: &Words<'_>, at: usize) -> Option<SortKey> {
    match words.key(at) {
        "price" | "prices" | "value" | "amount" | "amounts" | "size" | "number" | "numbers"
        | "figure" | "cost" | "share" | "percentage" | "total" | "count" | "revenue" | "sales" => {
            Some(SortKey::Value)
        }
        "name" | "names" | "title" | "titles" | "label" | "labels" | "letter" | "alphabet" => {
            Some(SortKey::Name)
        }
        "alphabetically" | "alphabetical" => Some(SortKey::Name),
        "date" | "year" | "time" | "day" | "chronologically" => Some(SortKey::Date),
        _ => None,
    }
}

/// Whether it goes down, and the end of the words that say so.
fn direction(words: &Words<'_>, at: usize) -> Option<(usize, bool)> {
    const DOWN: &str = "descending|desc|highest first|largest first|biggest first|most expensive first|highest to lowest|\
        largest to smallest|biggest to smallest|high to low|big to small|z to a|z-a|latest first|newest first|decreasing|\
        from high to low|reverse|reversed|most first|longest first";
    const UP: &str = "ascending|asc|lowest first|smallest first|cheapest first|lowest to highest|smallest to largest|\
        smallest to biggest|low to high|small to big|a to z|a-z|oldest first|earliest first|increasing|shortest first|least first";
    words
        .one_of(at, DOWN)
        .map(|end| (end, true))
        .or_else(|| words.one_of(at, UP).map(|end| (end, false)))
}
