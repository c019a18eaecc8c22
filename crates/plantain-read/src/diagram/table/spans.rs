//! Tasks with their beginning and end: the bars of a Gantt chart.

mod axis;

use super::dates::{self, Date};
use super::moments;
use crate::diagram::content::{Run, cut, is_instruction, spaced_dash, trim};
use crate::diagram::emit;
use crate::forms::is_month;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep, lower};
use crate::{DataPoint, DataSet, Role};

/// A task: its name, the words of its time, and what they mean.
struct Task {
    name: Run,
    time: Run,
    span: Stand,
    /// "Release Jun (milestone)": the word for a day that is marked and takes no time.
    milestone: Option<usize>,
}

/// When a task is done.
#[derive(Debug, Clone, Copy)]
enum Stand {
    /// In steps of the chart; without a beginning it follows the task before it.
    Step { start: Option<f64>, length: f64 },
    /// At one point of the chart, in its steps.
    Moment(f64),
    /// From a day to another, both included.
    Days(Date, Date),
}

/// Days of a month in a chart of dates.
const MONTH_DAYS: f64 = 30.4;

/// Reads tasks; returns whether there are at least two.
pub(super) fn read(reader: &mut Reader<'_>, run: Run) -> bool {
    let mut tasks = Vec::new();
    let (from, mut about) = axis::behind(reader, run);
    for clause in sentences(reader, (from, run.1)) {
        // "columns W1 to W6": what stands over the bars is no task.
        let first = trim(reader, clause).0;
        if matches!(reader.key(first), "columns" | "column" | "axis" | "scale") {
            reader.mark(clause.0, clause.1, Use::Described);
            continue;
        }
        let parts = cut(reader, clause, |reader, at| {
            reader.sep(at, Sep::Comma)
                || reader.key(at) == "and" && task(reader, (clause.0, at)).is_some()
        });
        let whole = parts
            .iter()
            .filter(|part| task(reader, **part).is_some())
            .count();
        if whole == parts.len() || whole > 1 {
            // "kitchen renovation, demolition week 1": the first words, without a time, are what the chart is about.
            if tasks.is_empty() && task(reader, parts[0]).is_none() {
                about = Some(trim(reader, parts[0]));
            }
            tasks.extend(parts.into_iter().filter_map(|part| task(reader, part)));
        } else {
            tasks.extend(task(reader, clause));
        }
    }
    axis::without_today(reader, &mut tasks);
    about = about.or_else(|| axis::holding(reader, &mut tasks));
    if tasks.len() < 2 {
        return false;
    }
    // "gantt chart kitchen remodel: Demo …": the words before the colon are what the chart is about.
    let (from, to) = tasks[0].name;
    if let Some(colon) = (from + 1..to).find(|&at| reader.sep(at, Sep::Colon)) {
        about = Some(trim(reader, (from, colon)));
        tasks[0].name = trim(reader, (colon + 1, to));
    }
    if let Some(topic) = about.filter(|&(from, to)| from < to && reader.brief.subject.is_none()) {
        reader.brief.subject = Some(words(reader, topic));
        reader.mark(topic.0, topic.1, Use::Topic);
    }
    let mut points = Vec::new();
    for (task, (start, length)) in tasks.iter().zip(stretches(&tasks)) {
        if let Some(told) = task.milestone {
            reader.mark(told, told + 1, Use::Described);
        }
        emit(reader, task.name, Role::Category);
        points.push(DataPoint {
            label: words(reader, task.name),
            value: length,
            shown: shown(reader, task),
            start: Some(start),
        });
    }
    reader.brief.data = vec![DataSet {
        points,
        ..DataSet::default()
    }];
    true
}

/// The remark in brackets right behind the time of a task.
fn bracket_behind(reader: &Reader<'_>, at: usize) -> Option<Run> {
    const WORDS_MAX: usize = 4;
    let open = reader.sep(at, Sep::Open).then_some(at)?;
    let close =
        (open + 1..reader.len().min(open + 2 + WORDS_MAX)).find(|&i| reader.sep(i, Sep::Close))?;
    let plain = (open + 1..close).all(|i| reader.tokens[i].is_wordlike() && reader.is_free(i));
    (plain && close > open + 1).then_some((open, close))
}

/// Stretches between semicolons, lines and full stops; the stop of a shortened month ("17 janv.") ends none.
fn sentences(reader: &Reader<'_>, run: Run) -> Vec<Run> {
    cut(reader, run, |reader, at| {
        let stop = reader.sep(at, Sep::Stop)
            && reader.prompt[reader.tokens[at].span.end..].starts_with(char::is_whitespace)
            && !(at > 0 && is_month(&lower(reader.text(at - 1, at))));
        stop || reader.sep(at, Sep::Semi) || reader.sep(at, Sep::Line)
    })
    .into_iter()
    .filter(|&run| !is_instruction(reader, run))
    .collect()
}

/// Beginning and length of each task in the unit of the chart. Without years, a plan that runs on past December goes on in
/// the year after.
fn stretches(tasks: &[Task]) -> Vec<(f64, f64)> {
    const YEAR_DAYS: f64 = 12.0 * MONTH_DAYS;
    let years = tasks.iter().filter_map(|task| match task.span {
        Stand::Days(first, _) => first.year,
        Stand::Step { .. } | Stand::Moment(_) => None,
    });
    let base = years.min();
    let mut last_start: Option<f64> = None;
    let mut end = 0.0;
    let mut found = Vec::new();
    for task in tasks {
        let (start, length) = match task.span {
            Stand::Step { start, length } => (start.unwrap_or(end), length),
            Stand::Moment(at) => (at, 0.0),
            Stand::Days(first, last) => {
                let year = |date: Date| match (date.year, base) {
                    (Some(year), Some(base)) => f64::from(year - base) * YEAR_DAYS,
                    _ => 0.0,
                };
                let day = |date: Date| {
                    f64::from(date.month) * MONTH_DAYS + f64::from(date.day.unwrap_or(1)) - 1.0
                };
                let mut start = year(first) + day(first);
                while base.is_none()
                    && last_start.is_some_and(|last| start + YEAR_DAYS / 2.0 < last)
                {
                    start += YEAR_DAYS;
                }
                let span = if last.day.is_some() { 1.0 } else { MONTH_DAYS };
                let whole = Date {
                    year: last.year.or(first.year),
                    ..last
                };
                let mut stop = year(whole) + day(last) + span;
                while stop <= start {
                    stop += YEAR_DAYS;
                }
                (start, stop - start)
            }
        };
        last_start = Some(start);
        end = start + length;
        // A milestone stands in the middle of its time and takes none.
        found.push(match task.milestone {
            Some(_) => (start + length / 2.0, 0.0),
            None => (start, length),
        });
    }
    found
}

/// The time of a task as it is printed: as it was written, or its two dates where words stand between them.
fn shown(reader: &mut Reader<'_>, task: &Task) -> String {
    let dates: Vec<usize> = (task.time.0..task.time.1)
        .filter(|&at| dates::is_whole(reader.text(at, at + 1)))
        .collect();
    let worded = (task.time.0..task.time.1).any(|at| reader.sep(at, Sep::Comma));
    if let ([first, last], true) = (&dates[..], worded) {
        let (first, last) = (*first, *last);
        reader.mark(task.time.0, task.time.1, Use::Described);
        return format!(
            "{} – {}",
            words(reader, (first, first + 1)),
            words(reader, (last, last + 1))
        );
    }
    // "Mixing 2-20 Mar (Ada)": who does it stands with the time.
    let end = bracket_behind(reader, task.time.1).map_or(task.time.1, |(_, close)| close + 1);
    emit(reader, (task.time.0, end), Role::Value);
    words(reader, (task.time.0, end))
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

/// Words for a day that is marked on a plan.
const MILESTONES: &[&str] = &["milestone", "diamond", "marker", "deadline"];

/// Reads one task with its time; what stands in brackets or before a comma may tell that it is a milestone.
fn task(reader: &Reader<'_>, part: Run) -> Option<Task> {
    let (from, to) = trim(reader, part);
    let told = (from + 1..to).find(|&at| MILESTONES.contains(&reader.key(at)));
    let Some(told) = told else {
        return bar(reader, (from, to));
    };
    // "Defence: milestone, end 2029", "Release Jun (diamond)"
    let front = (from..told)
        .rfind(|&at| !reader.is_sep(at))
        .map_or(told, |at| at + 1);
    let name = trim(reader, (from, front));
    let behind = trim(reader, (told + 1, to));
    let task = bar(reader, name).or_else(|| {
        let mut task = bar(reader, (told, to)).filter(|_| behind.0 < behind.1)?;
        task.name = name;
        Some(task)
    })?;
    Some(Task {
        milestone: Some(told),
        ..task
    })
}

/// Reads "Design week 1-3", "demolition Mar 1 to Mar 5", "Planning 2 weeks".
fn bar(reader: &Reader<'_>, part: Run) -> Option<Task> {
    let (from, to) = trim(reader, part);
    if from >= to {
        return None;
    }
    if let Some(task) = dated(reader, (from, to)).or_else(|| clocked(reader, (from, to))) {
        return Some(task);
    }
    if let Some(task) = timed_first(reader, (from, to)) {
        return Some(task);
    }
    // "sprint 1 weeks 1-2": the range is the time, the number before it a part of the name.
    let at = (from + 1..to)
        .find(|&at| range(reader, at).is_some())
        .or_else(|| (from + 1..to).find(|&at| bare(reader, at)))?;
    let mut name_end = at;
    while name_end > from + 1 && is_unit(reader.key(name_end - 1)) {
        name_end -= 1;
    }
    let time_from = name_end;
    let name = trim(reader, (from, before_time(reader, from, name_end)));
    let (start, length, end) = time(reader, at, to)?;
    // "week 1-3": the unit before the figures is part of the time.
    (name.0 < name.1).then_some(Task {
        name,
        time: trim(reader, (time_from, end)),
        span: Stand::Step { start, length },
        milestone: None,
    })
}

/// "Week 1-2 planning": a task behind the steps that it takes.
fn timed_first(reader: &Reader<'_>, (from, to): Run) -> Option<Task> {
    if !is_unit(reader.key(from)) || from + 1 >= to {
        return None;
    }
    let (start, length, end) = time(reader, from + 1, to)?;
    let name = trim(reader, (end, to));
    let plain = (name.0..name.1).all(|at| !bare(reader, at) && range(reader, at).is_none());
    (start.is_some() && name.0 < name.1 && plain).then_some(Task {
        name,
        time: (from, end),
        span: Stand::Step { start, length },
        milestone: None,
    })
}

/// A task with its dates before or behind its name.
fn dated(reader: &Reader<'_>, run: Run) -> Option<Task> {
    let span = reader.span(run.0, run.1);
    let text = &reader.prompt[span.clone()];
    let found = dates::stretch(text).or_else(|| dates::stretch(&month_named(text)?))?;
    around(
        reader,
        run,
        found.span,
        Stand::Days(found.first, found.last),
    )
}

/// A task with its hours or its whole years.
fn clocked(reader: &Reader<'_>, run: Run) -> Option<Task> {
    let span = reader.span(run.0, run.1);
    let text = &reader.prompt[span.clone()];
    if let Some((span, first, last)) = moments::hours(text) {
        let stand = match last > first {
            true => Stand::Step {
                start: Some(first),
                length: last - first,
            },
            false => Stand::Moment(first),
        };
        return around(reader, run, span, stand);
    }
    let counted =
        (run.0..run.1).any(|at| is_unit(reader.key(at)) && !reader.key(at).starts_with("year"));
    let (span, first, last) = moments::years(text).filter(|_| !counted)?;
    around(reader, run, span, Stand::Days(first, last))
}

/// The task whose time stands at these bytes of the run, its name before or behind it.
fn around(
    reader: &Reader<'_>,
    (from, to): Run,
    time: std::ops::Range<usize>,
    stand: Stand,
) -> Option<Task> {
    let base = reader.span(from, to).start;
    let (start, stop) = (base + time.start, base + time.end);
    let first = (from..to).find(|&at| reader.tokens[at].span.end > start)?;
    let end = (from..to).rfind(|&at| reader.tokens[at].span.start < stop)? + 1;
    let name = trim(reader, (from, before_time(reader, from, first)));
    let mut name = if name.0 < name.1 {
        name
    } else {
        trim(reader, (end, to))
    };
    // "Eat! 14:00" keeps its mark.
    name.1 += usize::from(reader.sep(name.1, Sep::Mark) && name.1 < first);
    (name.0 < name.1).then_some(Task {
        name,
        time: (first, end),
        span: stand,
        milestone: None,
    })
}

/// "invitations mar": the same words with a capital on the month that ends them.
fn month_named(text: &str) -> Option<String> {
    let (name, last) = text.trim_end().rsplit_once(' ')?;
    let first = last.chars().next().filter(char::is_ascii_lowercase)?;
    is_month(last).then(|| format!("{name} {}{}", first.to_ascii_uppercase(), &last[1..]))
}

/// Where a name ends before its time: "from", "du" and brackets between them are left out.
fn before_time(reader: &Reader<'_>, from: usize, time: usize) -> usize {
    const LEADS: &[&str] = &[
        "from", "in", "takes", "for", "is", "on", "during", "at", "starts", "start", "begins",
        "du", "vom", "von", "del", "de", "dal", "van", "od", "с", "з", "від", "desde", "between",
    ];
    let mut end = time;
    while end > from + 1
        && (reader.is_sep(end - 1) || LEADS.contains(&lower(reader.text(end - 1, end)).as_str()))
    {
        end -= 1;
    }
    end
}

/// A plain number of weeks or days, or a step by its letter.
fn bare(reader: &Reader<'_>, at: usize) -> bool {
    let number = reader.tokens[at].kind == Kind::Number;
    (number || step(reader.key(at)).is_some()) && plain(reader, at).is_some()
}

fn plain(reader: &Reader<'_>, at: usize) -> Option<f64> {
    let key = reader.tokens.get(at)?.key.as_str();
    let number = step(key).or_else(|| key.parse().ok());
    number.filter(|n| *n < 3000.0)
}

/// "w3", "S2", "Q1", "kw12": the number of a step behind the letters for its unit.
fn step(key: &str) -> Option<f64> {
    const UNITS: &[&str] = &["w", "q", "s", "d", "m", "y", "wk", "kw", "sem", "h"];
    let digits = key.find(|c: char| c.is_ascii_digit())?;
    let number = key[digits..].parse().ok()?;
    UNITS.contains(&&key[..digits]).then_some(number)
}

/// "1-3", "w1-w3".
fn range(reader: &Reader<'_>, at: usize) -> Option<(f64, f64)> {
    let (from, to) = reader.tokens.get(at)?.key.split_once(['-', '–'])?;
    let number = |text: &str| step(text).or_else(|| text.parse::<f64>().ok());
    number(from).zip(number(to)).filter(|(a, b)| a <= b)
}

/// From where to where a task reaches, in steps of the chart or in months.
fn extent(task: &Task) -> Option<(f64, f64)> {
    match task.span {
        Stand::Step { start, length } => start.map(|start| (start, start + length)),
        Stand::Moment(at) => Some((at, at)),
        Stand::Days(first, last) => {
            let month = |date: Date| f64::from(date.year.unwrap_or(0) * 12 + date.month);
            Some((month(first), month(last)))
        }
    }
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
    // "Launch week 10", "Launch w10"
    let named = is_unit(reader.key(at - 1)) || step(reader.key(at)).is_some();
    named.then_some((Some(first - 1.0), 1.0, at + 1))
}
