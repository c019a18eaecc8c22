//! Tasks with their beginning and end: the bars of a Gantt chart.

use crate::calendar;
use crate::diagram::content::{Run, clauses, cut, spaced_dash, trim};
use crate::diagram::emit;
use crate::forms::is_month;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{DataPoint, DataSet, Role};

/// A task: its name, the words of its time, beginning and length in the unit of the chart.
struct Task {
    name: Run,
    time: Run,
    start: Option<f64>,
    length: f64,
}

/// Days of a month in a chart of dates.
const MONTH_DAYS: f64 = 30.4;

/// Reads tasks; returns whether there are at least two.
pub(super) fn read(reader: &mut Reader<'_>, run: Run) -> bool {
    let mut tasks = Vec::new();
    for clause in clauses(reader, run) {
        let parts = cut(reader, clause, |reader, at| {
            reader.sep(at, Sep::Comma)
                || reader.key(at) == "and" && task(reader, (clause.0, at)).is_some()
        });
        let whole = parts
            .iter()
            .filter(|part| task(reader, **part).is_some())
            .count();
        if whole == parts.len() || whole > 1 {
            tasks.extend(parts.into_iter().filter_map(|part| task(reader, part)));
        } else {
            tasks.extend(task(reader, clause));
        }
    }
    if tasks.len() < 2 {
        return false;
    }
    // "gantt chart kitchen remodel: Demo …": the words before the colon are what the chart is about.
    let (from, to) = tasks[0].name;
    if let Some(colon) = (from + 1..to).find(|&at| reader.sep(at, Sep::Colon)) {
        let topic = trim(reader, (from, colon));
        tasks[0].name = trim(reader, (colon + 1, to));
        reader.brief.subject = Some(words(reader, topic));
        reader.mark(topic.0, topic.1, Use::Topic);
    }
    let mut points = Vec::new();
    let mut end = 0.0;
    for task in tasks {
        let start = task.start.unwrap_or(end);
        end = start + task.length;
        emit(reader, task.name, Role::Category);
        emit(reader, task.time, Role::Value);
        points.push(DataPoint {
            label: words(reader, task.name),
            value: task.length,
            shown: words(reader, task.time),
            start: Some(start),
        });
    }
    reader.brief.data = vec![DataSet {
        points,
        ..DataSet::default()
    }];
    true
}

fn words(reader: &Reader<'_>, run: Run) -> String {
    reader
        .text(run.0, run.1)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_unit(key: &str) -> bool {
    matches!(
        key,
        "week"
            | "weeks"
            | "day"
            | "days"
            | "month"
            | "months"
            | "sprint"
            | "sprints"
            | "year"
            | "years"
            | "wk"
            | "hour"
            | "hours"
            | "w"
            | "q"
    )
}

/// Reads "Design week 1-3", "demolition Mar 1 to Mar 5", "Planning 2 weeks".
fn task(reader: &Reader<'_>, part: Run) -> Option<Task> {
    let (from, to) = trim(reader, part);
    let at = (from + 1..to).find(|&at| {
        moment(reader, at).is_some() || range(reader, at).is_some() || bare(reader, at)
    })?;
    let mut name_end = at;
    while name_end > from + 1 && is_unit(reader.key(name_end - 1)) {
        name_end -= 1;
    }
    let time_from = name_end;
    while name_end > from + 1
        && (reader.is_sep(name_end - 1)
            || matches!(
                reader.key(name_end - 1),
                "from" | "in" | "takes" | "for" | "is" | "on" | "during" | "at" | "starts"
            ))
    {
        name_end -= 1;
    }
    let name = trim(reader, (from, name_end));
    let (start, length, end) = time(reader, at, to)?;
    // "week 1-3": the unit before the figures is part of the time.
    (name.0 < name.1).then_some(Task {
        name,
        time: trim(reader, (time_from, end)),
        start,
        length,
    })
}

/// A plain number of weeks or days.
fn bare(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens[at].kind == Kind::Number && plain(reader, at).is_some()
}

fn plain(reader: &Reader<'_>, at: usize) -> Option<f64> {
    let key = reader.tokens.get(at)?.key.trim_start_matches(['w', 'q']);
    key.parse().ok().filter(|n: &f64| *n < 3000.0)
}

/// "1-3", "w1-w3".
fn range(reader: &Reader<'_>, at: usize) -> Option<(f64, f64)> {
    let (from, to) = reader.tokens.get(at)?.key.split_once(['-', '–'])?;
    let number = |text: &str| text.trim_start_matches(['w', 'q']).parse::<f64>().ok();
    number(from).zip(number(to)).filter(|(a, b)| a <= b)
}

/// A month or a date, in days from the beginning of the year; with its length in days and in tokens ("Mar 3" may be two).
fn moment(reader: &Reader<'_>, at: usize) -> Option<(f64, f64, usize)> {
    let text = reader.tokens.get(at)?.key.clone();
    let mut month = None;
    let mut days: Vec<f64> = Vec::new();
    let day_in = |word: &str| {
        word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h'])
            .parse::<f64>()
            .ok()
            .filter(|n| (1.0..=31.0).contains(n))
    };
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if is_month(word) {
            month = calendar::month(word);
        } else if let Some(n) = day_in(word) {
            days.push(n);
        }
    }
    let mut len = 1;
    let next = reader.key(at + 1);
    if month.is_some() && days.is_empty() {
        days.extend(day_in(next));
        len += days.len();
    } else if month.is_none() && !days.is_empty() && is_month(next) {
        month = calendar::month(next);
        len = 2;
    }
    let month = f64::from(month?);
    Some(match days[..] {
        // "1-3 March"
        [first, last, ..] if last >= first => {
            (month * MONTH_DAYS + first - 1.0, last - first + 1.0, len)
        }
        [day, ..] => (month * MONTH_DAYS + day - 1.0, 1.0, len),
        [] => (month * MONTH_DAYS, MONTH_DAYS, len),
    })
}

/// "Jan-Feb" in one token: both months, in days.
fn months_range(reader: &Reader<'_>, at: usize) -> Option<(f64, f64)> {
    let (from, to) = reader.tokens.get(at)?.key.split_once(['-', '–'])?;
    let month = |word: &str| is_month(word).then(|| calendar::month(word)).flatten();
    let (from, to) = (f64::from(month(from)?), f64::from(month(to)?));
    (to >= from).then_some((from * MONTH_DAYS, (to + 1.0) * MONTH_DAYS))
}

/// Returns start, length and the token behind the time that begins at `at`.
fn time(reader: &Reader<'_>, at: usize, to: usize) -> Option<(Option<f64>, f64, usize)> {
    let joins = |at: usize| {
        at < to
            && (spaced_dash(reader, at)
                || reader.sep(at, Sep::Dash)
                || matches!(reader.key(at), "to" | "until" | "till" | "through"))
    };
    if let Some((first, last)) = range(reader, at) {
        let end = at + 1 + usize::from(at + 1 < to && is_unit(reader.key(at + 1)));
        return Some((Some(first - 1.0), last - first + 1.0, end));
    }
    if let Some((start, end)) = months_range(reader, at) {
        return Some((Some(start), end - start, at + 1));
    }
    if let Some((start, span, len)) = moment(reader, at) {
        // "Mar 1 to Mar 5", "Jan - Mar", "Mar 1 to 5"
        let behind = at + len;
        if joins(behind)
            && let Some((end, last, more)) = moment(reader, behind + 1).or_else(|| {
                plain(reader, behind + 1).map(|day| {
                    (
                        (start / MONTH_DAYS).floor() * MONTH_DAYS + day - 1.0,
                        1.0,
                        1,
                    )
                })
            })
            && end >= start
        {
            return Some((Some(start), end - start + last, behind + 1 + more));
        }
        return Some((Some(start), span, behind));
    }
    let first = plain(reader, at)?;
    if joins(at + 1)
        && let Some(last) = plain(reader, at + 2).filter(|last| *last >= first)
    {
        let end = at + 3 + usize::from(at + 3 < to && is_unit(reader.key(at + 3)));
        return Some((Some(first - 1.0), last - first + 1.0, end));
    }
    let unit_behind = at + 1 < to && is_unit(reader.key(at + 1));
    if unit_behind {
        return Some((None, first, at + 2));
    }
    // "Launch week 10"
    is_unit(reader.key(at - 1)).then_some((Some(first - 1.0), 1.0, at + 1))
}
