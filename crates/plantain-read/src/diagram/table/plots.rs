//! Figures of charts with a form of their own: gauges, bullets, places in a field.

use super::point;
use super::scan::{Row, Scan, is_value, name};
use crate::colors::color_at;
use crate::diagram::content::{Run, clauses, cut, is_instruction, is_joint, list, trim};
use crate::diagram::{emit, grow_set};
use crate::pairs::number_in;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{ChartKind, DataPoint, DataSet, Role};

/// One figure and its name: "72% CPU usage", "CPU usage at 72%"; returns whether that is all.
pub(super) fn single(reader: &mut Reader<'_>, run: Run) -> bool {
    let values: Vec<usize> = (run.0..run.1).filter(|&at| is_value(reader, at)).collect();
    // "4.2 out of 5": the second figure is the end of the scale.
    let (value, last) = match values[..] {
        [value] => (value, scale_end(reader, value).unwrap_or(value)),
        [value, full]
            if (value + 1..full)
                .all(|at| REACHED.contains(&reader.key(at)) || reader.sep(at, Sep::Slash)) =>
        {
            (value, full)
        }
        _ => return false,
    };
    let end = reader.clause_end(value).min(run.1);
    let behind = name(reader, (last + 1, end));
    let before = name(reader, (reader.clause_start(value).max(run.0), value));
    // "battery at 23% with a red low zone": what comes with the dial is not what it shows.
    let zone = before.0 < before.1 && reader.key(last + 1) == "with";
    let label = if behind.0 < behind.1 && !zone && !is_instruction(reader, behind) {
        behind
    } else {
        before
    };
    let label = if reads(reader, label) {
        (value, value)
    } else {
        label
    };
    if label.0 >= label.1 && last > value {
        // "a gauge at 120 km/h out of 220": a reading without a name.
        nameless(reader, (value, last + 1));
        return true;
    }
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

/// Words between what was reached and the end of the scale: "£7,350 raised of £10,000".
const REACHED: &[&str] = &[
    "out",
    "of",
    "raised",
    "collected",
    "saved",
    "reached",
    "used",
    "sold",
    "done",
];

/// Emits a reading that has no name.
fn nameless(reader: &mut Reader<'_>, value: Run) {
    let value = emit(reader, value, Role::Value);
    reader.brief.pairs.push(crate::Pair {
        label: None,
        label_text: String::new(),
        value,
    });
}

/// "reading 120 km/h", "needle at 40": a word for the showing names nothing.
fn reads(reader: &Reader<'_>, (from, to): Run) -> bool {
    from < to
        && (from..to).all(|at| {
            matches!(
                reader.key(at),
                "reading"
                    | "reads"
                    | "showing"
                    | "shows"
                    | "needle"
                    | "pointing"
                    | "points"
                    | "indicating"
                    | "displaying"
                    | "value"
                    | "at"
                    | "the"
                    | "with"
                    | "on"
                    | "pointer"
                    | "hand"
                    | "arrow"
                    | "speed"
            ) && reader.is_lower(at)
        })
}

/// "3.8 out of 5 stars": the token that ends a scale whose length only limits what is counted.
fn scale_end(reader: &Reader<'_>, value: usize) -> Option<usize> {
    let full = match (reader.key(value + 1), reader.key(value + 2)) {
        ("out", "of") => value + 3,
        ("of", _) => value + 2,
        _ => return None,
    };
    let number = reader.tokens.get(full)?.kind == Kind::Number;
    let counted = matches!(reader.key(full + 1), "stars" | "points" | "star");
    number.then_some(full + usize::from(counted))
}

/// "load at 73%, green under 60, amber to 85": one reading among the zones of the scale; returns whether that is all.
pub(super) fn zoned(reader: &mut Reader<'_>, run: Run) -> bool {
    let parts = cut(reader, run, |reader, at| {
        [Sep::Comma, Sep::Semi, Sep::Stop, Sep::Line]
            .into_iter()
            .any(|sep| reader.sep(at, sep))
    });
    let tinted = |part: &Run| (part.0..part.1).any(|at| color_at(&reader.tokens, at).is_some());
    let (zones, others): (Vec<Run>, Vec<Run>) = parts.into_iter().partition(tinted);
    let (scales, others): (Vec<Run>, Vec<Run>) = others
        .into_iter()
        .filter(|part| (part.0..part.1).any(|at| is_value(reader, at)))
        .partition(|part| is_scale(reader, *part));
    // "needle on 130, big digital 130 below": the same reading told again.
    let figure = |part: &Run| {
        let at = (part.0..part.1).find(|&at| is_value(reader, at))?;
        number_in(reader.text(at, at + 1))
    };
    let (first, again) = match others.split_first() {
        Some((first, again)) => (*first, again.to_vec()),
        None => return false,
    };
    if again.iter().any(|part| figure(part) != figure(&first)) {
        return false;
    }
    let reading = first;
    if zones.is_empty() && scales.is_empty() {
        return false;
    }
    if !single(reader, reading) {
        // "showing 85 km/h, max 240": beside a limit a figure alone is the reading.
        let values: Vec<usize> = (reading.0..reading.1)
            .filter(|&at| is_value(reader, at))
            .collect();
        let [value] = values[..] else {
            return false;
        };
        if !reads(reader, (reading.0, value)) && reading.0 < value || value + 1 < reading.1 {
            return false;
        }
        reader.mark(reading.0, value, Use::Role);
        nameless(reader, (value, value + 1));
    }
    for zone in zones.into_iter().chain(scales).chain(again) {
        reader.mark(zone.0, zone.1, Use::Described);
    }
    true
}

/// "range 0 to 100", "scale from 0 to 10", "0-100": the ends of the scale, no reading.
pub(super) fn is_scale(reader: &Reader<'_>, part: Run) -> bool {
    let part = trim(reader, part);
    let led = matches!(
        reader.key(part.0),
        "range" | "scale" | "from" | "min" | "max" | "minimum" | "maximum"
    );
    let values = (part.0..part.1).filter(|&at| is_value(reader, at)).count();
    let joined = |at: usize| reader.key(at) == "to" || reader.sep(at, Sep::Dash);
    // "0-240 km/h"
    let spanned = part.1 == part.0 + 1 && {
        let text = reader.text(part.0, part.1);
        let mut ends = text.splitn(2, ['-', '–']);
        let figure = |end: Option<&str>| end.and_then(number_in);
        figure(ends.next()) == Some(0.0) && figure(ends.next()).is_some()
    };
    if spanned {
        return true;
    }
    let bare =
        part.1 == part.0 + 3 && values == 2 && is_value(reader, part.0) && joined(part.0 + 1);
    values > 0 && (led || bare)
}

/// "x axis hours of sleep, y axis reaction time (ms): …": the names of the axes, across first, and the run without them.
pub(super) fn axes(reader: &Reader<'_>, run: Run) -> (Run, Vec<Run>) {
    let Some(figures) = (run.0..run.1).find(|&at| is_value(reader, at)) else {
        return (run, Vec::new());
    };
    let mut found: Vec<(bool, usize, Run)> = Vec::new();
    for at in run.0..run.1 {
        let Some((upright, from)) = axis_at(reader, at) else {
            continue;
        };
        let to = (from..run.1)
            .find(|&i| {
                reader.is_sep(i) && !reader.sep(i, Sep::Slash) && !is_unit(reader, i)
                    || is_joint(reader, i) && axis_at(reader, i + 1).is_some()
            })
            .unwrap_or(run.1);
        if from < to {
            found.push((upright, at, (from, to)));
        }
    }
    let (Some(first), Some(last)) = (
        found.iter().map(|axis| axis.1).min(),
        found.iter().map(|axis| axis.2.1).max(),
    ) else {
        return (run, Vec::new());
    };
    found.sort_by_key(|axis| axis.0);
    let names = found.iter().map(|axis| axis.2).collect();
    if last <= figures {
        ((last, run.1), names)
    } else if first > figures && !(first..run.1).any(|at| is_value(reader, at)) {
        ((run.0, first), names)
    } else {
        (run, Vec::new())
    }
}

/// Whether a bracket around a unit stands here ("reaction time (ms)").
fn is_unit(reader: &Reader<'_>, at: usize) -> bool {
    let open = match reader.sep(at, Sep::Open) {
        true => Some(at),
        false => (at.saturating_sub(3)..at).rfind(|&i| reader.sep(i, Sep::Open)),
    };
    open.is_some_and(|open| {
        (open + 1..open + 4)
            .find(|&i| reader.sep(i, Sep::Close))
            .is_some_and(|close| at <= close && (open + 1..close).all(|i| !is_value(reader, i)))
    })
}

/// "x axis", "the y-axis is": whether it stands upright, and where its name begins.
fn axis_at(reader: &Reader<'_>, at: usize) -> Option<(bool, usize)> {
    let key = reader.key(at);
    let (upright, mut from) = match key {
        "x-axis" => (false, at + 1),
        "y-axis" => (true, at + 1),
        "x" | "horizontal" | "y" | "vertical" if reader.key(at + 1) == "axis" => {
            (matches!(key, "y" | "vertical"), at + 2)
        }
        "x" | "y" if reader.sep(at + 1, Sep::Colon) => (key == "y", at + 1),
        _ => return None,
    };
    while from < reader.len()
        && (reader.sep(from, Sep::Colon)
            || reader.sep(from, Sep::Other)
            || matches!(
                reader.key(from),
                "is" | "="
                    | "shows"
                    | "labelled"
                    | "labeled"
                    | "titled"
                    | "for"
                    | "the"
                    | "with"
                    | "in"
            ))
    {
        from += 1;
    }
    Some((upright, from))
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

/// "users 12.4k +8%, churn 2.1% -0.4%": for small courses, where each stands and how it changed.
pub(super) fn levels(
    reader: &mut Reader<'_>,
    run: Run,
    kind: Option<ChartKind>,
) -> Option<Vec<DataSet>> {
    if kind != Some(ChartKind::Sparkline) {
        return None;
    }
    let mut rows = Vec::new();
    for clause in clauses(reader, run) {
        for item in list(reader, clause) {
            let values: Vec<usize> = (item.0..item.1)
                .filter(|&at| is_value(reader, at))
                .collect();
            let [level, change] = values[..] else {
                return None;
            };
            let label = name(reader, (item.0, level));
            if label.0 >= label.1 {
                return None;
            }
            rows.push((label, level, change));
        }
    }
    if rows.len() < 2 {
        return None;
    }
    let mut points = Vec::new();
    for (label, level, change) in rows {
        grow_set(reader, &mut points, label, level);
        let text = points
            .last()
            .map(|point| point.label.clone())
            .unwrap_or_default();
        emit(reader, (change, change + 1), Role::Value);
        points.push(point(reader, text, change));
    }
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
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
    let parted = by_twos(reader, scan).filter(|_| kind == Some(ChartKind::Scatter));
    let scan = parted.as_ref().unwrap_or(scan);
    let pairs = scan.rows.len() >= 2
        && scan.rows.iter().enumerate().all(|(n, row)| {
            (n == 0 || row.head.is_none())
                && row.cells.len() == 2
                && row.cells.iter().all(|cell| cell.0.is_none())
        });
    if !pairs || kind.is_some_and(|kind| kind != ChartKind::Scatter) {
        return None;
    }
    // "weight vs height of our dogs: 5/30, 12/45": what the field is about stands before the first place.
    match scan.rows[0].head {
        Some(head) if !against(reader, head) => super::headline(reader, head),
        _ => axes_told(reader, scan),
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

/// "5 340, 6 310, 7 270": one row of figures of which a comma parts every two; each two are a place in a field.
fn by_twos(reader: &Reader<'_>, scan: &Scan) -> Option<Scan> {
    const PLACES_MIN: usize = 3;
    let [row] = &scan.rows[..] else { return None };
    let twos = row.cells.chunks(2);
    let parted = twos.clone().enumerate().all(|(n, two)| {
        let [(None, x), (None, y)] = two else {
            return false;
        };
        *y == x + 1 && (2 * n + 2 == row.cells.len() || reader.sep(y + 1, Sep::Comma))
    });
    if !parted || twos.len() < PLACES_MIN {
        return None;
    }
    let mut rows: Vec<Row> = twos
        .map(|two| Row {
            head: None,
            cells: two.to_vec(),
        })
        .collect();
    rows[0].head = row.head;
    Some(Scan {
        rows,
        ..scan.clone()
    })
}

/// "hours studied vs exam score": two names that are set against each other become those of the axes.
pub(super) fn against(reader: &mut Reader<'_>, head: Run) -> bool {
    const SIDE_TOKENS_MAX: usize = 4;
    let versus = (head.0 + 1..head.1.saturating_sub(1))
        .find(|&at| matches!(reader.key(at), "vs" | "versus" | "vs." | "against"));
    let Some(versus) = versus else { return false };
    let (across, upright) = (
        name(reader, (head.0, versus)),
        name(reader, (versus + 1, head.1)),
    );
    let short = |run: Run| run.0 < run.1 && run.1 - run.0 <= SIDE_TOKENS_MAX;
    let of = (upright.0..upright.1).any(|at| matches!(reader.key(at), "of" | "for" | "in"));
    if !short(across) || !short(upright) || of {
        return false;
    }
    emit(reader, across, Role::Axis);
    emit(reader, upright, Role::Axis);
    true
}

/// "hours studied vs exam score: (1, 52)": what is set against each other before the places names the axes.
fn axes_told(reader: &mut Reader<'_>, scan: &Scan) {
    let told = scan.names.iter().find(|names| names.kind == "series");
    if let Some([across, upright]) = told.map(|names| &names.items[..]) {
        let (across, upright) = (*across, *upright);
        emit(reader, across, Role::Axis);
        emit(reader, upright, Role::Axis);
    }
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
    axes_told(reader, scan);
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
