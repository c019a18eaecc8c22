//! Trackers of habits over many days: "habit tracker for 30 days with 4 rows: Water, Stretch, Read, No sugar".

use super::{Period, Planner};
use crate::outline::{add, trimmed};
use crate::{Brief, Genre, Role};

/// What a tracker shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Habits {
    /// Days, a box for each.
    pub days: u32,
    /// Habits, each a row: indices into [`Brief::literals`]. Without any there is one box for a day.
    pub names: Vec<usize>,
    /// Days at the beginning that are crossed off.
    pub done: u32,
}

/// Days of a tracker that names none.
const DAYS: u32 = 30;
/// Days of one tracker, at most.
const DAYS_MAX: u32 = 31;

/// Reads a tracker; none where the prompt asks for another sheet.
pub(super) fn read(desk: &mut Brief, lower: &str, length: Option<u32>) -> Option<Habits> {
    if !lower.contains("tracker") {
        return None;
    }
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let count = |at: usize| {
        words
            .get(at)?
            .parse()
            .ok()
            .filter(|n| (2..=DAYS_MAX).contains(n))
    };
    let days = (1..words.len())
        .filter(|&at| matches!(words[at], "days" | "day"))
        .find_map(|at| count(at - 1))
        .or(length)
        .unwrap_or(DAYS);
    let done = words
        .windows(3)
        .find(|run| {
            run[0] == "first"
                && matches!(run[2], "crossed" | "done" | "checked" | "ticked" | "filled")
        })
        .and_then(|run| run[1].parse().ok())
        .unwrap_or(0)
        .min(days);
    Some(Habits {
        days,
        names: names(desk, lower),
        done,
    })
}

/// Takes a tracker for what the sheet shows, in place of days with names.
pub(super) fn tracked(brief: &mut Brief, mut planner: Planner, desk: Brief) -> Planner {
    planner.period = Period::Month;
    planner.fields.clear();
    brief.genre = Genre::Calendar;
    brief.literals = desk.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief.objects.clear();
    brief.relations.clear();
    planner
}

/// The names behind a word for the rows.
fn names(desk: &mut Brief, lower: &str) -> Vec<usize> {
    const LEADS: &[&str] = &["rows:", "rows for ", "habits:", "tracker:", "habits for "];
    const WORDS_MAX: usize = 5;
    let Some(from) = LEADS
        .iter()
        .find_map(|lead| lower.find(lead).map(|at| at + lead.len()))
    else {
        return Vec::new();
    };
    let end = lower[from..]
        .find(['.', ';', '\n'])
        .map_or(lower.len(), |at| from + at);
    let mut found = Vec::new();
    let mut start = from;
    let mut cuts: Vec<(usize, usize)> = lower[from..end]
        .match_indices(", ")
        .chain(lower[from..end].match_indices(" and "))
        .map(|(at, mark)| (from + at, from + at + mark.len()))
        .collect();
    cuts.sort_unstable();
    cuts.push((end, end));
    for (to, next) in cuts {
        let text = lower.get(start..to).unwrap_or_default();
        let plain =
            text.split_whitespace().count() <= WORDS_MAX && !crate::slide::is_wish(text.trim());
        let said = ["title", "heading", "headline"]
            .iter()
            .any(|word| text.contains(word));
        if let Some(span) = trimmed(&desk.prompt, start..to.max(start)).filter(|_| plain && !said) {
            found.push(span);
        }
        start = next;
    }
    if found.len() < 2 {
        return Vec::new();
    }
    found
        .into_iter()
        .map(|span| add(desk, span, Role::Item))
        .collect()
}
