//! What stands behind the names and the rows of a chart: "Rent (red) 900, 980 and Wages (blue) 2400, 2450 for 2020, 2022".

use super::scan::{Names, is_value};
use super::steps::is_year;
use crate::colors::color_at;
use crate::diagram::content::{Run, is_joint};
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};

/// Takes colours in brackets for marks: they tell how the name before them is drawn, and head no row.
pub(super) fn hide_colors(reader: &mut Reader<'_>, run: Run) {
    for open in run.0..run.1 {
        if !reader.sep(open, Sep::Open) {
            continue;
        }
        let Some((len, _)) = color_at(&reader.tokens, open + 1) else {
            continue;
        };
        let close = open + 1 + len;
        if !reader.sep(close, Sep::Close) {
            continue;
        }
        for token in &mut reader.tokens[open..=close] {
            token.kind = Kind::Sep(Sep::Other);
            token.key.clear();
        }
    }
    reader.cut_clauses();
}

/// "… for 2020, 2022, 2024": years behind all rows; the word that leads to them, and the years as names of the columns.
pub(super) fn years(reader: &Reader<'_>, run: Run) -> Option<(usize, Names)> {
    let joint = |at: usize| reader.sep(at, Sep::Comma) || is_joint(reader, at);
    let ends = |at: usize| at >= run.1 || reader.sep(at, Sep::Stop) || reader.sep(at, Sep::Line);
    (run.0 + 1..run.1).find_map(|at| {
        if !matches!(reader.key(at), "for" | "in" | "over") || !reader.is_lower(at) {
            return None;
        }
        let end = (at + 1..run.1)
            .find(|&i| !is_year(reader, i) && !joint(i))
            .unwrap_or(run.1);
        let items: Vec<Run> = (at + 1..end)
            .filter(|&i| is_year(reader, i))
            .map(|i| (i, i + 1))
            .collect();
        let last = (end..run.1).all(|i| !is_value(reader, i));
        let behind = (run.0..at).any(|i| is_value(reader, i));
        let kind = "columns".into();
        (items.len() >= 2 && ends(end) && last && behind).then_some((at, Names { kind, items }))
    })
}
