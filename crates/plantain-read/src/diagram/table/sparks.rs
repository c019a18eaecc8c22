//! Rows with a course each: "Sales 4,210 up 3%", "Open rate 47% (sparkline flat)", `"Oxbow" 112.75 down 0.6%`.

use super::scan::is_value;
use super::words;
use crate::diagram::content::{Run, cut, trim};
use crate::diagram::emit;
use crate::forms::{is_month, is_weekday};
use crate::pairs::number_in;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{DataPoint, DataSet, Role, Trend};

/// A row: its name, its level, how it changed, and where it goes.
struct Spark {
    name: Run,
    level: Run,
    change: Option<Run>,
    trend: Option<Trend>,
    /// Words about the course, which are no text.
    told: Option<Run>,
}

/// Reads the rows; returns whether there are at least two, each with a figure.
pub(super) fn read(reader: &mut Reader<'_>, run: Run) -> bool {
    const ROWS_MIN: usize = 2;
    let sparks: Vec<Spark> = cut(reader, run, |reader, at| {
        let marks = [Sep::Comma, Sep::Semi, Sep::Line, Sep::Stop];
        marks.iter().any(|mark| reader.sep(at, *mark))
    })
    .into_iter()
    .filter_map(|part| spark(reader, part))
    .collect();
    // Two extremes of one course are no rows.
    let extreme = |spark: &Spark| {
        let first = reader.key(spark.name.0);
        spark.name.1 == spark.name.0 + 1
            && matches!(
                first,
                "min" | "max" | "low" | "high" | "peak" | "start" | "end"
            )
    };
    // "sparkline: Jan 3, Feb 5": steps of one course.
    let step = |spark: &Spark| {
        let key = reader.key(spark.name.0);
        is_month(key) || is_weekday(key) || key.starts_with(|c: char| c.is_ascii_digit())
    };
    if sparks.len() < ROWS_MIN || sparks.iter().all(extreme) || sparks.iter().any(step) {
        return false;
    }
    let sets = sparks.iter().map(|spark| set(reader, spark)).collect();
    reader.brief.data = sets;
    true
}

/// Figures of a level, at most: "7 h 05".
const FIGURES_MAX: usize = 2;

/// One row of the prompt, where it has a name and a figure.
fn spark(reader: &Reader<'_>, part: Run) -> Option<Spark> {
    let (from, to) = trim(reader, part);
    let value = (from..to).find(|&at| is_value(reader, at))?;
    let name = trim(reader, (from, value));
    // "stats block: Subscribers 5,870": what stands before the colon is no part of the name.
    let colon = (name.0..name.1).rfind(|&at| reader.sep(at, Sep::Colon));
    let name = colon.map_or(name, |colon| trim(reader, (colon + 1, name.1)));
    if name.0 >= name.1 {
        return None;
    }
    let open = (value..to).find(|&at| reader.sep(at, Sep::Open));
    let turn = (value + 1..to).find(|&at| trend_at(reader, at).is_some());
    let trend = turn.and_then(|at| trend_at(reader, at));
    let end = open.into_iter().chain(turn).min().unwrap_or(to);
    let level = trim(reader, (value, end));
    let change = (end..to)
        .find(|&at| is_value(reader, at))
        .map(|at| trim(reader, (at, to)))
        .or_else(|| second(reader, level));
    let level = match change {
        Some(change) if change.0 < level.1 => (level.0, change.0),
        _ => level,
    };
    // "Oslo 2 3 1 0 -1": the figures of the course itself.
    let figures = (level.0..level.1)
        .filter(|&at| is_value(reader, at))
        .count();
    if figures > FIGURES_MAX {
        return None;
    }
    let told = (end < to).then_some((end, to));
    Some(Spark {
        name,
        level: trim(reader, level),
        change,
        trend,
        told,
    })
}

/// "12.4k +8%": a change with its sign right behind the level.
fn second(reader: &Reader<'_>, (from, to): Run) -> Option<Run> {
    let signed = |at: usize| {
        reader
            .text(at, at + 1)
            .starts_with(['+', '-', '−', '▲', '▼', '↑', '↓'])
    };
    (from + 1..to)
        .find(|&at| is_value(reader, at) && signed(at))
        .map(|at| (at, to))
}

fn trend_at(reader: &Reader<'_>, at: usize) -> Option<Trend> {
    match reader.key(at) {
        "up" | "rising" | "growing" | "increasing" | "climbing" | "rises" | "gaining" => {
            Some(Trend::Rising)
        }
        "down" | "falling" | "declining" | "decreasing" | "dropping" | "falls" | "losing" => {
            Some(Trend::Falling)
        }
        "flat" | "stable" | "steady" | "unchanged" | "level" => Some(Trend::Flat),
        _ => None,
    }
}

fn set(reader: &mut Reader<'_>, spark: &Spark) -> DataSet {
    if let Some((from, to)) = spark.told {
        reader.mark(from, to, Use::Described);
    }
    let label = words(reader, spark.name);
    emit(reader, spark.name, Role::Category);
    let mut points = Vec::new();
    for run in [Some(spark.level), spark.change].into_iter().flatten() {
        emit(reader, run, Role::Value);
        let shown = words(reader, run);
        points.push(DataPoint {
            label: label.clone(),
            value: number_in(&shown).unwrap_or(0.0),
            shown,
            start: None,
        });
    }
    DataSet {
        name: Some(label),
        points,
        trend: spark.trend,
        ..DataSet::default()
    }
}
