//! Classes of words and tokens in the content of a chart.

use crate::forms::FormKind;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};

/// Whether a token is a figure.
pub(in crate::diagram::table) fn is_value(reader: &Reader<'_>, at: usize) -> bool {
    // "in 5 cities: …": how many things follow is none of their values.
    if reader.uses.get(at) == Some(&crate::reader::Use::Constraint) {
        return false;
    }
    match reader.tokens[at].kind {
        Kind::Number => reader
            .key(at)
            .trim_start_matches(['-', '+', '−', '–', '~'])
            .bytes()
            .all(|b| b.is_ascii_digit()),
        Kind::Form(kind) => matches!(
            kind,
            FormKind::Price | FormKind::Percent | FormKind::Figure | FormKind::Quantity
        ),
        _ => false,
    }
}

/// Words that speak about the data and name nothing.
pub(super) fn is_structure(key: &str) -> bool {
    matches!(
        key,
        "values"
            | "value"
            | "data"
            | "counts"
            | "count"
            | "numbers"
            | "points"
            | "figures"
            | "respectively"
            | "scores"
            | "using"
            | "show"
            | "with"
            | "where"
            | "slices"
            | "segments"
            | "wedges"
    )
}

/// Words that introduce names without figures.
pub(in crate::diagram::table) fn names_word(key: &str) -> bool {
    matches!(
        key,
        "rows"
            | "row"
            | "columns"
            | "column"
            | "categories"
            | "series"
            | "bins"
            | "labels"
            | "months"
            | "days"
            | "axes"
            | "on"
            | "by"
            | "for"
            | "across"
            | "comparing"
            | "compare"
            | "between"
    )
}

/// Words that introduce names and nothing else.
pub(super) fn lists_names(key: &str) -> bool {
    matches!(
        key,
        "rows"
            | "row"
            | "columns"
            | "column"
            | "bins"
            | "labels"
            | "months"
            | "days"
            | "categories"
            | "series"
    )
}

/// Words for steps that are counted: "week 1", "lap 2".
pub(super) fn is_step(key: &str) -> bool {
    matches!(
        key,
        "week"
            | "day"
            | "month"
            | "year"
            | "quarter"
            | "round"
            | "lap"
            | "level"
            | "step"
            | "stage"
            | "phase"
            | "session"
            | "sprint"
            | "woche"
            | "tag"
            | "monat"
            | "jahr"
            | "semana"
            | "mes"
            | "semaine"
            | "mois"
            | "jour"
            | "settimana"
            | "mese"
            | "giorno"
    )
}

/// "over 4 quarters", "the last 6 months".
pub(super) fn is_span(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at - 1),
        "over" | "last" | "past" | "next" | "first" | "for" | "in"
    ) && matches!(
        reader.key(at + 1),
        "quarters" | "months" | "years" | "weeks" | "days" | "hours"
    )
}

/// "($M)": a unit in brackets, without digits.
pub(super) fn unit_bracket(reader: &Reader<'_>, at: usize, end: usize) -> Option<usize> {
    if !reader.sep(at, Sep::Open) {
        return None;
    }
    let close = (at + 1..end.min(at + 5)).find(|&i| reader.sep(i, Sep::Close))?;
    let text = reader.text(at + 1, close);
    (close > at + 1
        && text.chars().count() <= 14
        && !text.contains(|c: char| c.is_ascii_digit())
        && !text.contains(','))
    .then_some(close)
}

/// Whether a token is a measure that figures are told in.
pub(super) fn is_unit(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at),
        "°c" | "°f"
            | "c"
            | "%"
            | "percent"
            | "mm"
            | "cm"
            | "m"
            | "km"
            | "kg"
            | "g"
            | "t"
            | "l"
            | "ml"
            | "kwh"
            | "mwh"
            | "hours"
            | "minutes"
            | "days"
            | "thousands"
            | "millions"
            | "eur"
            | "usd"
            | "euros"
            | "dollars"
            | "$"
            | "€"
            | "£"
    )
}

/// Whether a word only connects others.
pub(in crate::diagram::table) fn lexicon_stop(key: &str) -> bool {
    crate::lexicon::lexicon().stops.contains_key(key)
}
