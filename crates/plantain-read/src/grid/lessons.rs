//! Timetables that are told lesson by lesson: "Monday to Friday. Period 1: Maths, French, PE, English, Art."

use super::Grid;
use crate::calendar::weekday;
use crate::outline::{add, trimmed};
use crate::{Brief, Role, Span};

/// Names of the days over the columns.
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Reads rows of a head and as many cells as the week has days.
pub(super) fn read(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    const ROWS_MIN: usize = 2;
    let (days, told) = days(lower)?;
    let mut rows: Vec<(Span, Vec<Span>)> = Vec::new();
    let mut start = told.end;
    for end in ends(&brief.prompt, told.end) {
        let clause = start..end;
        start = end + 1;
        let Some(colon) = lower.get(clause.clone()).and_then(|text| text.find(": ")) else {
            continue;
        };
        let head = trimmed(&brief.prompt, clause.start..clause.start + colon);
        let body = clause.start + colon + 2..clause.end;
        let mut at = body.start;
        let cells: Vec<Span> = brief.prompt[body]
            .split(',')
            .filter_map(|cell| {
                let span = at..at + cell.len();
                at += cell.len() + 1;
                trimmed(&brief.prompt, span)
            })
            .collect();
        if let Some(head) = head.filter(|_| cells.len() == days.len()) {
            rows.push((head, cells));
        }
    }
    if rows.len() < ROWS_MIN {
        return None;
    }
    let grid = super::labelled(desk, Vec::new(), rows);
    let heads = days
        .into_iter()
        .map(|day| {
            let at = add(desk, told.clone(), Role::Column);
            desk.literals[at].text = DAYS[day as usize].to_owned();
            at
        })
        .collect();
    Some(Grid { heads, ..grid })
}

/// "Monday to Friday": the days, and where they are told.
fn days(lower: &str) -> Option<(Vec<u32>, Span)> {
    [" to ", " - ", "-", "–", " through "]
        .iter()
        .find_map(|joint| {
            lower.match_indices(joint).find_map(|(at, _)| {
                let first = lower[..at].rsplit([' ', ',', '.', ':']).next()?;
                let behind = at + joint.len();
                let last = lower[behind..]
                    .split([' ', ',', '.', ':', ';', '\n'])
                    .next()?;
                let (from, to) = (weekday(first)?, weekday(last)?);
                let span = at - first.len()..behind + last.len();
                (from < to).then(|| ((from..=to).collect(), span))
            })
        })
}

/// Where sentences and lines end behind `from`.
fn ends(prompt: &str, from: usize) -> Vec<usize> {
    let mut out: Vec<usize> = prompt[from..]
        .match_indices(['.', ';', '\n'])
        .map(|(at, _)| from + at)
        .collect();
    out.push(prompt.len());
    out
}
