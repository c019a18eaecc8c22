//! The time axis of a plan that its prompt tells beside the tasks: "weeks 1-8", "by month Jan–Jun:", "time axis 9:00 to 15:00".

use super::{Task, extent, is_unit, step};
use crate::diagram::content::{Run, cut, trim};
use crate::forms::is_month;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// Words that lead to the axis or join its ends.
const LEADS: &[&str] = &[
    "by", "from", "to", "the", "time", "axis", "scale", "timeline", "over", "across", "until", "a",
    "al", "à", "bis", "tot", "and", "of", "tasks", "phases", "bars", "with",
];

/// Where the tasks begin behind what only tells the axis, and what the plan is about, if that was told before it.
pub(super) fn behind(reader: &mut Reader<'_>, (from, to): Run) -> (usize, Option<Run>) {
    let marks = [Sep::Comma, Sep::Colon, Sep::Stop, Sep::Semi, Sep::Line];
    let pieces = cut(reader, (from, to), |reader, at| {
        marks.iter().any(|mark| reader.sep(at, *mark))
    });
    let axis = pieces
        .iter()
        .take(2)
        .position(|piece| is_axis(reader, *piece));
    if axis.is_none()
        && let Some((topic, start)) = topic_with_axis(reader, &pieces)
    {
        reader.mark(topic.1, start, Use::Described);
        return (start, Some(topic));
    }
    let Some(axis) = axis
        .filter(|&axis| axis == 0 || super::task(reader, pieces[0]).is_none() && pieces.len() > 3)
    else {
        return (from, None);
    };
    let about = (axis == 1).then(|| trim(reader, pieces[0]));
    reader.mark(pieces[axis].0, pieces[axis].1, Use::Described);
    (pieces.get(axis + 1).map_or(to, |next| next.0), about)
}

/// "kitchen refit weeks 1-8: strip out w1, …": an axis behind what the plan is about, before the colon; and where the tasks
/// begin.
fn topic_with_axis(reader: &Reader<'_>, pieces: &[Run]) -> Option<(Run, usize)> {
    let (&(from, to), next) = (pieces.first()?, pieces.get(1)?);
    let colon = reader.sep(to, Sep::Colon) && super::task(reader, *next).is_some();
    let unit = (from + 1..to).find(|&at| is_unit(reader.key(at)) && is_axis(reader, (at, to)));
    unit.filter(|_| colon)
        .map(|unit| (trim(reader, (from, unit)), next.0))
}

/// Whether a piece tells the ends or the steps of an axis and names no task.
fn is_axis(reader: &Reader<'_>, (from, to): Run) -> bool {
    let led = |at: usize| is_unit(reader.key(at)) || matches!(reader.key(at), "axis" | "scale");
    let stood = |at: usize| {
        let key = reader.key(at);
        matches!(reader.tokens[at].kind, Kind::Number | Kind::Form(_))
            || step(key).is_some()
            || is_month(key)
            || key
                .split(['-', '–'])
                .all(|part| is_month(part) || step(part).is_some())
    };
    let told =
        |at: usize| led(at) || stood(at) || reader.is_sep(at) || LEADS.contains(&reader.key(at));
    let ranged = |at: usize| reader.text(at, at + 1).contains(['-', '–', ' ']);
    let steps = (from..to).filter(|&at| stood(at)).count();
    let over = (from..to).any(|at| matches!(reader.key(at), "over" | "across"));
    (over || (from..to).any(led))
        && (from..to).all(told)
        && (steps >= 2 || (from..to).any(|at| stood(at) && ranged(at)))
}

/// "weeks 1-8 app redesign": a first task that begins with its time and holds all others is the axis of what it names.
pub(super) fn holding(reader: &mut Reader<'_>, tasks: &mut Vec<Task>) -> Option<Run> {
    let leads = tasks.len() > 2 && tasks[0].time.0 < tasks[0].name.0;
    let (start, end) = extent(tasks.first()?).filter(|_| leads)?;
    let inside = |task: &Task| {
        extent(task)
            .is_some_and(|(from, to)| from >= start && to <= end && (from, to) != (start, end))
    };
    if !tasks[1..].iter().all(inside) {
        return None;
    }
    let axis = tasks.remove(0);
    reader.mark(axis.time.0, axis.time.1, Use::Described);
    Some(axis.name)
}

/// "today line at week 5" is a mark on the axis and no task.
pub(super) fn without_today(reader: &mut Reader<'_>, tasks: &mut Vec<Task>) {
    let today = |task: &Task| {
        matches!(reader.key(task.name.0), "today" | "now" | "current")
            && task.name.1 - task.name.0 <= 3
    };
    if let Some(at) = tasks.iter().position(today) {
        let mark = tasks.remove(at);
        reader.mark(mark.name.0, mark.time.1, Use::Described);
    }
}
