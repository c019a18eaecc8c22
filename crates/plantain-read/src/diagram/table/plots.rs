//! Figures of charts with a form of their own: gauges, bullets, places in a field.

use super::point;
use super::scan::{Scan, is_value, name};
use crate::diagram::content::{Run, clauses, is_instruction, list};
use crate::diagram::{emit, grow_set};
use crate::pairs::number_in;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{ChartKind, DataPoint, DataSet, Role};

/// One figure and its name: "72% CPU usage", "CPU usage at 72%"; returns whether that is all.
pub(super) fn single(reader: &mut Reader<'_>, run: Run) -> bool {
    let values: Vec<usize> = (run.0..run.1).filter(|&at| is_value(reader, at)).collect();
    // "4.2 out of 5": the second figure is the end of the scale.
    let (value, last) = match values[..] {
        [value] => (value, value),
        [value, full]
            if (value + 1..full)
                .all(|at| matches!(reader.key(at), "out" | "of") || reader.sep(at, Sep::Slash)) =>
        {
            (value, full)
        }
        _ => return false,
    };
    let end = reader.clause_end(value).min(run.1);
    let behind = name(reader, (last + 1, end));
    let before = name(reader, (reader.clause_start(value).max(run.0), value));
    let label = if behind.0 < behind.1 && !is_instruction(reader, behind) {
        behind
    } else {
        before
    };
    if label.0 >= label.1 || is_instruction(reader, label) {
        return false;
    }
    // One figure is no series: the pair is enough.
    let label = emit(reader, label, Role::Category);
    let value = emit(reader, (value, last + 1), Role::Value);
    let label_text = reader.brief.literals[label].text.clone();
    reader.brief.pairs.push(crate::Pair {
        label: Some(label),
        label_text,
        value,
    });
    true
}

/// "Revenue 270 of 300, Profit 22 of 26": what was reached, and what was aimed at.
pub(super) fn bullets(
    reader: &mut Reader<'_>,
    run: Run,
    kind: Option<ChartKind>,
) -> Option<Vec<DataSet>> {
    if !matches!(kind, Some(ChartKind::Bullet | ChartKind::Progress)) {
        return None;
    }
    let mut rows = Vec::new();
    for clause in clauses(reader, run) {
        for item in list(reader, clause) {
            let values: Vec<usize> = (item.0..item.1)
                .filter(|&at| is_value(reader, at))
                .collect();
            let [actual, target] = values[..] else {
                return None;
            };
            let label = name(reader, (item.0, actual));
            if label.0 >= label.1 {
                return None;
            }
            rows.push((label, actual, target));
        }
    }
    if rows.len() < 2 {
        return None;
    }
    let (mut reached, mut aimed) = (Vec::new(), Vec::new());
    for (label, actual, target) in rows {
        grow_set(reader, &mut reached, label, actual);
        let text = reached
            .last()
            .map(|point| point.label.clone())
            .unwrap_or_default();
        emit(reader, (target, target + 1), Role::Value);
        aimed.push(point(reader, text, target));
    }
    Some(vec![
        DataSet {
            points: reached,
            ..DataSet::default()
        },
        DataSet {
            points: aimed,
            ..DataSet::default()
        },
    ])
}

/// "(150, 50), (160, 58)": places in a field.
pub(super) fn points(
    reader: &mut Reader<'_>,
    scan: &Scan,
    kind: Option<ChartKind>,
) -> Option<Vec<DataSet>> {
    if let Some(points) = glued_points(reader, scan, kind) {
        return Some(points);
    }
    let pairs = scan.rows.len() >= 2
        && scan.rows.iter().all(|row| {
            row.head.is_none()
                && row.cells.len() == 2
                && row.cells.iter().all(|cell| cell.0.is_none())
        });
    if !pairs || kind.is_some_and(|kind| kind != ChartKind::Scatter) {
        return None;
    }
    let points = scan
        .rows
        .iter()
        .map(|row| {
            let mut point = point(reader, String::new(), row.cells[1].1);
            point.start = number_in(reader.text(row.cells[0].1, row.cells[0].1 + 1));
            point
        })
        .collect();
    for row in &scan.rows {
        for cell in &row.cells {
            reader.mark(cell.1, cell.1 + 1, Use::Described);
        }
    }
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}

/// "(1,50) (2,55)": places whose two figures stand without a blank between them.
fn glued_points(
    reader: &mut Reader<'_>,
    scan: &Scan,
    kind: Option<ChartKind>,
) -> Option<Vec<DataSet>> {
    if kind != Some(ChartKind::Scatter) || scan.rows.len() < 2 {
        return None;
    }
    let mut points = Vec::new();
    for row in &scan.rows {
        let [(None, at)] = row.cells[..] else {
            return None;
        };
        let (x, y) = reader.text(at, at + 1).split_once(',')?;
        points.push((
            at,
            x.trim().parse::<f64>().ok()?,
            y.trim().parse::<f64>().ok()?,
        ));
    }
    let points = points
        .into_iter()
        .map(|(at, x, y)| {
            reader.mark(at, at + 1, Use::Described);
            DataPoint {
                value: y,
                start: Some(x),
                ..DataPoint::default()
            }
        })
        .collect();
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}
