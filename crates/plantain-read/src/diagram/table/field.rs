//! Sides of a heat map that are told without figures: "columns Mon to Sun, rows 6 am, 12 pm, 6 pm", and matrices of figures
//! that are told pair by pair: "variables Height Weight Age, H-W 0.72".

use super::scan::{Scan, is_value};
use super::words;
use crate::diagram::content::{Run, cut, trim};
use crate::diagram::emit;
use crate::pairs::number_in;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{DataPoint, DataSet, Role};

/// Takes lists behind "columns" and "rows" as the names of both sides; returns whether both were listed.
pub(super) fn sides(reader: &mut Reader<'_>, run: Run) -> bool {
    let word = |reader: &Reader<'_>, at: usize| match reader.key(at) {
        "columns" | "column" => Some(Role::Category),
        "rows" | "row" => Some(Role::Series),
        _ => None,
    };
    let leads: Vec<(usize, Role)> = (run.0..run.1)
        .filter(|&at| reader.is_lower(at))
        .filter_map(|at| Some((at, word(reader, at)?)))
        .collect();
    let [(first, one), (second, other)] = leads[..] else {
        return false;
    };
    if one == other || first > 0 && crate::numbers::count_at(&reader.tokens, first - 1).is_some() {
        return false;
    }
    let end = (second..run.1)
        .find(|&at| reader.sep(at, Sep::Semi) || reader.ends_sentence(at))
        .unwrap_or(run.1);
    let mut found = Vec::new();
    for (lead, to, role) in [(first, second, one), (second, end, other)] {
        let from = lead + 1 + usize::from(reader.sep(lead + 1, Sep::Colon));
        let items: Vec<Run> = cut(reader, (from, to), |reader, at| {
            reader.sep(at, Sep::Comma) || reader.sep(at, Sep::Slash) || reader.key(at) == "and"
        })
        .into_iter()
        .map(|item| trim(reader, item))
        .filter(|item| item.0 < item.1)
        .collect();
        found.push((lead, items, role));
    }
    // "columns Mon to Sun" tells its steps by their ends.
    let spans = |items: &[Run]| {
        items.len() == 1
            && (items[0].0..items[0].1)
                .any(|at| matches!(reader.key(at), "to" | "through" | "-" | "–"))
    };
    if !found
        .iter()
        .all(|(_, items, _)| items.len() >= 2 || spans(items))
    {
        return false;
    }
    for (lead, items, role) in found {
        reader.mark(lead, lead + 1, Use::Described);
        match &items[..] {
            [stretch] => reader.mark(stretch.0, stretch.1, Use::Described),
            items => items.iter().for_each(|item| {
                emit(reader, *item, role);
            }),
        }
    }
    // `Legend "Quiet" to "Packed"`: the ends of the scale.
    for at in end..run.1 {
        if reader.tokens[at].quote().is_some() {
            emit(reader, (at, at + 1), Role::Small);
        }
    }
    // What is said of the cells behind the sides directs.
    if reader.sep(end, Sep::Semi) {
        let close = (end + 1..run.1)
            .find(|&at| reader.ends_sentence(at))
            .unwrap_or(run.1);
        reader.mark(end + 1, close, Use::Described);
    }
    true
}

/// "hours 6 9 12 across. Mon 22 14 18": a first row of steps is the names along the axis.
pub(super) fn across(reader: &mut Reader<'_>, sets: &mut Vec<DataSet>) {
    const STEPS: &[&str] = &[
        "hours", "hour", "days", "weeks", "months", "years", "time", "times",
    ];
    let named = |set: &DataSet| {
        let name = set.name.as_deref().unwrap_or_default().to_lowercase();
        STEPS.contains(&name.as_str())
    };
    let bare = |set: &DataSet| {
        let mut points = set.points.iter().enumerate();
        points.all(|(n, point)| point.label == (n + 1).to_string())
    };
    let width = sets.first().map_or(0, |set| set.points.len());
    let even = sets
        .iter()
        .all(|set| set.points.len() == width && bare(set));
    if sets.len() < 3 || !named(&sets[0]) || !even {
        return;
    }
    let axis = sets.remove(0);
    for set in sets.iter_mut() {
        for (point, step) in set.points.iter_mut().zip(&axis.points) {
            point.label = step.shown.clone();
        }
    }
    let name = axis.name.unwrap_or_default();
    reader
        .brief
        .literals
        .retain(|l| l.text != name || l.role != Role::Series);
    let steps = axis.points.len();
    for literal in reader
        .brief
        .literals
        .iter_mut()
        .filter(|l| l.role == Role::Value)
        .take(steps)
    {
        literal.role = Role::Category;
    }
    for at in 0..reader.len() {
        if reader.is_free(at) && matches!(reader.key(at), "across" | "down" | "along") {
            reader.mark(at, at + 1, Use::Described);
        }
    }
}

/// "H-W 0.72" between the names of both: a matrix that mirrors itself, with what its diagonal holds.
pub(super) fn mirrored(reader: &mut Reader<'_>, scan: &Scan) -> Option<Vec<DataSet>> {
    let cells: Vec<(Run, usize)> = scan
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|(label, value)| Some(((*label)?, *value)))
        .collect();
    let pairs: Vec<(String, String, usize)> = cells
        .iter()
        .filter_map(|(label, value)| pair(reader, *label).map(|(a, b)| (a, b, *value)))
        .collect();
    let names = names_before(reader, cells.first()?.0.0, &pairs)?;
    let place = |key: &str| {
        names.iter().position(|run| {
            let name = words(reader, *run).to_lowercase();
            !key.is_empty() && name.starts_with(key)
        })
    };
    let found: Option<Vec<(usize, usize, usize)>> = pairs
        .iter()
        .map(|(a, b, value)| Some((place(a)?, place(b)?, *value)))
        .collect();
    let found = found.filter(|found| found.len() >= 3)?;
    let diagonal = (0..reader.len())
        .filter(|&at| is_value(reader, at))
        .find(|&at| reader.key(at + 2) == "diagonal" || reader.key(at + 3) == "diagonal");
    if let Some(at) = diagonal {
        reader.mark(at, at + 3, Use::Described);
    }
    for run in &names {
        emit(reader, *run, Role::Category);
    }
    for (label, value) in &cells {
        reader.mark(label.0, label.1, Use::Described);
        if pair(reader, *label).is_some() {
            emit(reader, (*value, *value + 1), Role::Value);
        }
    }
    let shown = |a: usize, b: usize| {
        let told = found
            .iter()
            .find(|&&(x, y, _)| (x, y) == (a, b) || (x, y) == (b, a))
            .map(|found| found.2);
        let at = if a == b { diagonal } else { told };
        at.map_or_else(
            || {
                if a == b {
                    "1.00".to_owned()
                } else {
                    String::new()
                }
            },
            |at| words(reader, (at, at + 1)),
        )
    };
    let labels: Vec<String> = names.iter().map(|run| words(reader, *run)).collect();
    let sets = (0..labels.len()).map(|a| DataSet {
        name: Some(labels[a].clone()),
        points: (0..labels.len())
            .map(|b| DataPoint {
                label: labels[b].clone(),
                value: number_in(&shown(a, b)).unwrap_or(0.0),
                shown: shown(a, b),
                start: None,
            })
            .collect(),
        ..DataSet::default()
    });
    Some(sets.collect())
}

/// The two names in "H-W", "Height / Weight".
fn pair(reader: &Reader<'_>, run: Run) -> Option<(String, String)> {
    const JOINTS: &[&str] = &["-", "–", "/", " vs ", " x ", "×", "&"];
    let text = words(reader, run).to_lowercase();
    JOINTS.iter().find_map(|joint| {
        let (a, b) = text.split_once(joint)?;
        Some((a.trim().to_owned(), b.trim().to_owned()))
    })
}

/// The names that the pairs abbreviate: a run of words with capitals before the first figure, one for each.
fn names_before(
    reader: &Reader<'_>,
    before: usize,
    pairs: &[(String, String, usize)],
) -> Option<Vec<Run>> {
    let mut keys: Vec<&str> = Vec::new();
    for key in pairs.iter().flat_map(|(a, b, _)| [a.as_str(), b.as_str()]) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let starts = |at: usize| {
        keys.iter()
            .any(|key| !key.is_empty() && reader.key(at).starts_with(key))
    };
    let named: Vec<Run> = (0..before)
        .filter(|&at| reader.is_capital(at) && reader.tokens[at].is_word() && starts(at))
        .map(|at| (at, at + 1))
        .collect();
    (keys.len() >= 3 && named.len() == keys.len()).then_some(named)
}
