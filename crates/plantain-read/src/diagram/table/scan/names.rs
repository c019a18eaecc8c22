//! Names in the content of a chart: lists of them behind a word that introduces them, and what is no part of one.

use super::words::{is_structure, is_value, lexicon_stop, lists_names, names_word};
use super::{Cursor, Names};
use crate::diagram::content::{Run, is_instruction, list, trim};
use crate::reader::Reader;
use crate::tokens::Sep;

/// "rows Mon Tue Wed", "on battery, camera, screen": names behind their word; returns the token behind them.
pub(super) fn name_list(
    reader: &Reader<'_>,
    cursor: &mut Cursor,
    at: usize,
    end: usize,
) -> Option<usize> {
    // "columns 8h 10h 12h": hours are names there.
    let hour = |i: usize| {
        let hours = reader.text(i, i + 1).strip_suffix('h');
        lists_names(reader.key(at)) && hours.is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
    };
    let stop = (at + 1..end)
        .find(|&i| {
            reader.sep(i, Sep::Stop)
                || reader.sep(i, Sep::Semi)
                || reader.sep(i, Sep::Colon) && i > at + 1
                || is_value(reader, i) && !hour(i)
                || reader.sep(i, Sep::Comma)
                    && names_word(reader.key(i + 1)) | is_structure(reader.key(i + 1))
                || is_structure(reader.key(i))
        })
        .unwrap_or(end);
    // "rows morning, noon: 12 18 / 40 35": bare figures behind the colon belong to all of them.
    let all = reader.sep(stop, Sep::Colon)
        && lists_names(reader.key(at))
        && stop + 1 < end
        && is_value(reader, stop + 1);
    // The name before a colon is the head of a row.
    let stop = if reader.sep(stop, Sep::Colon) && !all || stop < end && is_value(reader, stop) {
        (at + 1..stop)
            .rev()
            .find(|&i| reader.sep(i, Sep::Comma) || reader.sep(i, Sep::Stop))?
    } else {
        stop
    };
    let from = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
    let mut items = list(reader, (from, stop));
    // "comparing two phones on battery, camera": the names begin behind the last lead.
    if let Some(first) = items.first_mut()
        && let Some(lead) = (first.0..first.1)
            .rev()
            .find(|&i| i + 1 < first.1 && names_word(reader.key(i)) && reader.is_lower(i))
    {
        first.0 = lead + 1;
    }
    if let Some(last) = items.last_mut()
        && let Some(tail) = (last.0 + 1..last.1).find(|&i| {
            matches!(
                reader.key(i),
                "by" | "per" | "over" | "across" | "from" | "in"
            ) && reader.is_lower(i)
        })
    {
        last.1 = tail;
    }
    items.retain(|item| item.0 < item.1);
    if let [one] = items[..] {
        let words: Vec<Run> = (one.0..one.1).map(|i| (i, i + 1)).collect();
        let single = words.len() >= 2 && words.iter().all(|run| !lexicon_stop(reader.key(run.0)));
        if single && lists_names(reader.key(at)) {
            items = words;
        }
    }
    if items.len() < 2 || items.iter().any(|item| is_instruction(reader, *item)) {
        return None;
    }
    cursor.scan.names.push(Names {
        kind: reader.key(at).to_string(),
        items,
    });
    Some(stop)
}

/// Words that introduce the names along a side of a field.
pub(super) fn lists_sides(key: &str) -> bool {
    matches!(key, "rows" | "row" | "columns" | "column")
}

/// Takes connecting words off a name ("in January we had").
pub(in crate::diagram::table) fn name(reader: &Reader<'_>, run: Run) -> Run {
    let (mut from, mut to) = trim(reader, run);
    // `50% red "Work"`: a text in quotes is the whole name.
    let mut quotes = (from..to).filter(|&at| reader.tokens[at].quote().is_some());
    if let (Some(at), None) = (quotes.next(), quotes.next()) {
        return (at, at + 1);
    }
    while to > from
        && (reader.is_sep(to - 1)
            || matches!(
                reader.key(to - 1),
                "is" | "was"
                    | "were"
                    | "are"
                    | "had"
                    | "has"
                    | "at"
                    | "of"
                    | "to"
                    | "we"
                    | "with"
                    | "about"
                    | "around"
                    | "in"
                    | "got"
                    | "it"
                    | "reached"
                    | "hit"
                    | "approx"
                    | "for"
                    | "only"
            ) && reader.is_lower(to - 1))
    {
        to -= 1;
    }
    // "purchases in orange"
    let tinted = to > from + 2
        && reader.key(to - 2) == "in"
        && crate::colors::color_at(&reader.tokens, to - 1).is_some();
    if tinted {
        to -= 2;
    }
    while from < to
        && (reader.is_sep(from)
            || matches!(
                reader.key(from),
                "in" | "on"
                    | "for"
                    | "at"
                    | "by"
                    | "is"
                    | "are"
                    | "was"
                    | "from"
                    | "while"
                    | "grew"
                    | "to"
                    | "show"
                    | "showing"
                    | "values"
                    | "comparing"
                    | "compare"
                    | "compares"
            ) && reader.is_lower(from)
                && from + 1 < to)
    {
        from += 1;
    }
    (from, to)
}
