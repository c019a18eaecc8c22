//! Names that the words before the figures set against each other: "comparing Men and Women", "budget 2024 vs 2025 bar chart".

use super::grid::is_breaking;
use super::scan::{Names, is_value, name};
use super::steps::is_year;
use crate::diagram::content::{Content, Run, is_joint};
use crate::reader::{Reader, Use};

/// "of Oslo and Madrid", "comparing Men and Women by age group": the names in the words before the figures.
pub(super) fn topic_names(reader: &Reader<'_>, content: &Content) -> Vec<Names> {
    let mut found = names_before_kind(reader, content);
    let start = content.topic.map_or(content.from, |topic| topic.0);
    let end = (start..content.to)
        .find(|&at| is_value(reader, at))
        .unwrap_or(content.to);
    for at in start..end {
        if is_joint(reader, at) || matches!(reader.key(at), "vs" | "versus") {
            let before = (start..at)
                .rev()
                .take_while(|&i| {
                    reader.is_capital(i) || !is_breaking(reader, i) && !reader.is_sep(i)
                })
                .last();
            let after = (at + 1..end)
                .take_while(|&i| {
                    reader.is_capital(i) || !is_breaking(reader, i) && !reader.is_sep(i)
                })
                .last();
            if let (Some(before), Some(after)) = (before, after) {
                // "boys vs girls favourite sport Football 30 18": behind names in small letters the first row begins with
                // its capital.
                let small = (before..=at + 1).all(|i| i == at || reader.is_lower(i));
                let row = (at + 2..=after).find(|&i| small && reader.is_capital(i));
                let after = row.map_or(after, |row| row - 1);
                // "cats vs dogs adopted": what was done to both belongs to neither name.
                let done = (at + 2..=after).find(|&i| {
                    let participle = reader.key(i).ends_with("ed")
                        || matches!(reader.key(i), "sold" | "born" | "won" | "made" | "built");
                    reader.is_lower(i) && participle
                });
                let after = done.map_or(after, |done| done - 1);
                // "boys and girls favourite sports": words behind names in small letters are what they are compared in.
                let small = (before..=after).all(|i| i == at || reader.is_lower(i));
                let end = if small && after - at > at - before + 1 {
                    at + 1 + at - before
                } else {
                    after + 1
                };
                found.push(Names {
                    kind: "series".into(),
                    items: vec![(before, at), (at + 1, end)],
                });
                if end <= after {
                    found.push(Names {
                        kind: "title".into(),
                        items: vec![(end, after + 1)],
                    });
                }
            }
        }
    }
    found
}

/// "household budget 2024 vs 2025 bar chart: Rent 1200 1300": names that are set against each other before the word for the
/// chart, and what is told before them.
fn names_before_kind(reader: &Reader<'_>, content: &Content) -> Vec<Names> {
    let Some(kind) = (0..content.from).find(|&at| reader.uses[at] == Use::Genre) else {
        return Vec::new();
    };
    let start = reader.clause_start(kind);
    let versus = (start + 1..kind.saturating_sub(1))
        .find(|&at| matches!(reader.key(at), "vs" | "versus") && !is_breaking(reader, at + 1));
    let Some(at) = versus else {
        return Vec::new();
    };
    // Two years, or two names of which the second fills the words up to the kind.
    let years = is_year(reader, at - 1) && is_year(reader, at + 1);
    let alone = at == start + 1 && kind == at + 2;
    if !years && !alone {
        return Vec::new();
    }
    let mut found = vec![Names {
        kind: "series".into(),
        items: vec![(at - 1, at), (at + 1, at + 2)],
    }];
    let about = name(reader, (start, at - 1));
    if about.0 < about.1 && (about.0..about.1).all(|i| !is_breaking(reader, i)) {
        found.push(Names {
            kind: "title".into(),
            items: vec![about],
        });
    }
    found
}

/// "boys vs girls favourite sport Football": the name of the first row among names with capitals, and the small words between
/// it and what is set against each other.
pub(super) fn behind_versus(
    reader: &Reader<'_>,
    first: Run,
    rest: &[Run],
) -> Option<(Option<Run>, Run)> {
    let versus = (first.0..first.1).find(|&at| matches!(reader.key(at), "vs" | "versus"))?;
    let label = (versus + 2..first.1).find(|&at| reader.is_capital(at))?;
    let small = (first.0..label).all(|at| reader.is_lower(at));
    let capital = rest.iter().all(|run| reader.is_capital(run.0));
    let about = name(reader, (versus + 2, label));
    (small && capital).then(|| ((about.0 < about.1).then_some(about), (label, first.1)))
}
