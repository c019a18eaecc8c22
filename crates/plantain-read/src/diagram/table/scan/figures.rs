//! Figures in the content of a chart, and whether they are values, names or steps of an axis.

use super::names::name;
use super::words::{is_span, is_step, is_value};
use super::{Cursor, Names, is_versus};
use crate::diagram::content::{Run, is_joint};
use crate::diagram::table::steps::{counts_parts, is_year, span_of_steps};
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};

/// A figure, whatever it counts.
pub(super) fn number(
    reader: &Reader<'_>,
    cursor: &mut Cursor,
    clause: Run,
    at: usize,
    first: bool,
) -> Option<usize> {
    if !is_value(reader, at) {
        return None;
    }
    // "over 4 quarters": a span of time, no figure.
    if at > 0 && is_span(reader, at) {
        cursor.close_label(reader, at - 1);
        return Some(at + 2);
    }
    // "2023 vs 2024:": figures that are set against each other are the names of series.
    let years = is_year(reader, at) && is_joint(reader, at + 1) && is_year(reader, at + 2);
    // "battery 8 vs 6" has a name of its own.
    let named = cursor.label.is_some() && !is_year(reader, at);
    if (is_versus(reader, at + 1) && !named || years && cursor.row.head.is_none())
        && at + 2 < clause.1
        && is_value(reader, at + 2)
        && cursor.row.cells.is_empty()
    {
        cursor.close_label(reader, at);
        cursor.scan.names.push(Names {
            kind: "series".into(),
            items: vec![(at, at + 1), (at + 2, at + 3)],
        });
        return Some(at + 3 + usize::from(reader.sep(at + 3, Sep::Colon)));
    }
    Some(figure(reader, cursor, clause, at, first))
}

/// A figure with the name before it, or behind it.
fn figure(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize, first: bool) -> usize {
    if let Some(next) = numbers_name(reader, cursor, clause, at) {
        return next;
    }
    if let Some(end) = told_behind(reader, cursor, clause, at) {
        let label = name(reader, (at + 2, end));
        cursor.label = None;
        cursor.row.cells.push((Some(label), at));
        return end;
    }
    if let Some(from) = cursor.label.take() {
        let label = name(reader, (from, at));
        cursor
            .row
            .cells
            .push(((label.0 < label.1).then_some(label), at));
        return at + 1;
    }
    if dates_name(reader, cursor, clause, at) {
        cursor.label = Some(at);
        return at + 1;
    }
    if first {
        return leading(reader, cursor, clause, at);
    }
    bare(reader, cursor, clause, at)
}

/// "the last 1% is argon and others": where the name ends that a figure before it tells; nothing but its place names the figure.
fn told_behind(reader: &Reader<'_>, cursor: &Cursor, clause: Run, at: usize) -> Option<usize> {
    let from = cursor.label?;
    let placed = (from..at).all(|i| {
        matches!(
            reader.key(i),
            "the" | "last" | "remaining" | "rest" | "other" | "final" | "and" | "of"
        )
    });
    let is =
        at + 1 < clause.1 && matches!(reader.key(at + 1), "is" | "are" | "was" | "were" | "goes");
    let end = (at + 2..clause.1)
        .find(|&i| reader.is_sep(i) && !reader.sep(i, Sep::Dash) || is_value(reader, i))
        .unwrap_or(clause.1);
    (placed && is && end > at + 2).then_some(end)
}

/// A figure that is part of the name in which it stands; returns the token behind it.
fn numbers_name(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize) -> Option<usize> {
    // "Umsatz 2024:", "65+:": the figure belongs to the name before the colon.
    let ahead = at + usize::from(matches!(reader.key(at + 1), "+" | "and"));
    if reader.sep(ahead + 1, Sep::Colon) {
        cursor.label.get_or_insert(at);
        return Some(ahead + 1);
    }
    // "Brick 3 (battery 10, camera 5)": a number before a bracket of figures is part of the name.
    let opens = cursor.label.is_some() && opens_figures(reader, at + 1, clause.1);
    // "week 1 82 kg": the number of a step belongs to its name.
    let stepped = cursor.label.is_some()
        && is_step(reader.key(at - 1))
        && reader.tokens[at].kind == Kind::Number
        && at + 1 < clause.1
        && is_value(reader, at + 1);
    (opens || stepped).then_some(at + 1)
}

/// Whether a year is the name of the figure behind it, or begins it.
fn dates_name(reader: &Reader<'_>, cursor: &Cursor, clause: Run, at: usize) -> bool {
    let named = cursor.row.cells.iter().all(|cell| cell.0.is_some());
    // "Umsatz: 2021 3,2; 2022 4,1": a year with one figure behind it is its name.
    let alone = is_year(reader, at)
        && at + 1 < clause.1
        && is_value(reader, at + 1)
        && !is_year(reader, at + 1)
        && (at + 2 >= clause.1 || !is_value(reader, at + 2) || is_year(reader, at + 2))
        && (at == clause.0
            || !is_value(reader, at - 1)
            || cursor.row.cells.last().is_some_and(|cell| cell.0.is_some()));
    // "2025 profit 40": a year begins a name among others.
    let dated = is_year(reader, at)
        && at + 2 < clause.1
        && reader.is_lower(at + 1)
        && reader.tokens[at + 1].is_word()
        && !is_joint(reader, at + 1)
        && is_value(reader, at + 2);
    named && (alone || dated)
}

/// A figure before its name ("5000 visitors").
fn leading(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize) -> usize {
    let end = (at + 1..clause.1)
        .find(|&i| {
            [Sep::Comma, Sep::Slash, Sep::Arrow]
                .into_iter()
                .any(|sep| reader.sep(i, sep))
                || is_joint(reader, i)
                || is_value(reader, i)
        })
        .unwrap_or(clause.1);
    let label = name(reader, (at + 1, end));
    cursor
        .row
        .cells
        .push(((label.0 < label.1).then_some(label), at));
    end
}

/// A figure before which no name waits.
fn bare(reader: &Reader<'_>, cursor: &mut Cursor, clause: Run, at: usize) -> usize {
    let next_word = at + 1 < clause.1
        && !reader.is_sep(at + 1)
        && !is_joint(reader, at + 1)
        && !is_value(reader, at + 1)
        && !matches!(reader.key(at + 1), "to" | "with" | "in" | "for" | "of");
    // "5 15 40 million": the word behind the last of some bare figures is what all are counted in.
    let bare = cursor.row.cells.last().is_some_and(|cell| cell.0.is_none());
    if next_word && bare && (at + 2 >= clause.1 || reader.is_sep(at + 2)) {
        cursor.row.cells.push((None, at));
        cursor.scan.unit.get_or_insert((at + 1, at + 2));
        return at + 2;
    }
    let headed = cursor.row.head.is_some() || cursor.inside;
    let two = at + 1 < clause.1
        && is_value(reader, at + 1)
        && !(at + 2 < clause.1 && is_value(reader, at + 2))
        && !(at > clause.0 && is_value(reader, at - 1));
    let next_value = two && !headed && cursor.row.cells.iter().all(|cell| cell.0.is_some());
    if next_word && !headed || next_value {
        // "2020 coal 40", "6h 12°": the figure is a name, or begins one.
        cursor.label = Some(at);
        return at + 1;
    }
    cursor.row.cells.push((None, at));
    at + 1
}

/// "Lyon 30/42": the name before the first of the figures heads their row. Returns the token behind the second figure.
pub(super) fn slashed(cursor: &mut Cursor, slash: usize) -> usize {
    if let Some((Some(label), value)) = cursor.row.cells.pop_if(|cell| cell.0.is_some()) {
        cursor.close_row();
        cursor.row.head = Some(label);
        cursor.row.cells.push((None, value));
    }
    cursor.slashed = true;
    cursor.row.cells.push((None, slash + 1));
    slash + 2
}

/// Steps of the axis, counts of parts and years that head a row; returns the token behind them.
pub(super) fn step_of_axis(
    reader: &Reader<'_>,
    cursor: &mut Cursor,
    clause: Run,
    at: usize,
) -> Option<usize> {
    if let Some(len) = span_of_steps(reader, at, clause.1).filter(|_| is_value(reader, at)) {
        // "energy 2019 to 2023:": the steps are no part of the name before them.
        let headed = reader.sep(at + len, Sep::Colon);
        if !headed || cursor.label.is_none() {
            cursor.close_label(reader, at);
            return Some(at + len + usize::from(headed));
        }
        return Some(at + len);
    }
    if counts_parts(reader, at) {
        cursor.close_label(reader, at);
        return Some(at + 2);
    }
    let heads =
        heads_figures(reader, cursor, clause, at) || heads_names(reader, cursor, clause, at);
    if is_year(reader, at) && heads {
        cursor.close_label(reader, at);
        cursor.close_row();
        cursor.entitle(reader);
        cursor.row.head = Some((at, at + 1));
        return Some(at + 1);
    }
    None
}

/// "2024 12, 18, 15; 2025 14, 21": whether a year begins a row, and at least two figures follow it that are no years.
fn heads_figures(reader: &Reader<'_>, cursor: &Cursor, clause: Run, at: usize) -> bool {
    let opens = at == clause.0
        || reader.is_sep(at - 1) && !reader.sep(at - 1, Sep::Comma)
        || is_joint(reader, at - 1);
    let leads = opens && cursor.label.is_none() && cursor.row.cells.is_empty()
        || cursor.label.is_none() && is_joint(reader, at.saturating_sub(1));
    let from =
        at + 1 + usize::from(reader.sep(at + 1, Sep::Open) || reader.sep(at + 1, Sep::Colon));
    let figures = (from..clause.1)
        .take_while(|&i| {
            is_value(reader, i) && !is_year(reader, i)
                || reader.sep(i, Sep::Comma)
                || reader.sep(i, Sep::Slash)
        })
        .filter(|&i| is_value(reader, i))
        .count();
    // "2024 12 2025 14": a year with one figure is its name.
    let begins = from < clause.1 && is_value(reader, from);
    leads && begins && figures >= 2
}

/// "2024 solar 20 wind 30; 2026 solar 35 wind 40": whether a year begins a row of names with a figure each.
fn heads_names(reader: &Reader<'_>, cursor: &Cursor, clause: Run, at: usize) -> bool {
    let opens = cursor.label.is_none()
        && cursor.row.cells.is_empty()
        && (at == clause.0 || reader.is_sep(at - 1));
    let mut named = 0;
    let mut from = at + 1;
    while from < clause.1 {
        let Some(value) = (from..clause.1).find(|&i| is_value(reader, i)) else {
            break;
        };
        let words = (from..value)
            .filter(|&i| reader.tokens[i].is_word())
            .count();
        if !(1..=3).contains(&words) || is_year(reader, value) {
            return false;
        }
        named += 1;
        from = value + 1;
    }
    opens && named >= 2
}

/// Whether a bracket opens here that holds two figures or more.
fn opens_figures(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    if !reader.sep(at, Sep::Open) {
        return false;
    }
    let close = (at..end)
        .find(|&i| reader.sep(i, Sep::Close))
        .unwrap_or(end);
    (at + 1..close).filter(|&i| is_value(reader, i)).count() >= 2
}
