//! Tables of names with one figure each, or with times.

use super::{Grid, Group};
use crate::outline::{add, is_time};
use crate::{Brief, Role, Span};

/// "Arsenal 24 points, Leeds 21 points": names with one figure each; among `prices` "3.50" is no hour.
pub(super) fn valued(
    groups: &[Group],
    desk: &mut Brief,
    lower: &str,
    prices: bool,
) -> Option<Grid> {
    let rows_min = if prices { 2 } else { 3 };
    let items: Vec<Span> = groups
        .iter()
        .flat_map(|g| g.items.iter().cloned())
        .collect();
    let mut rows = Vec::new();
    let mut hours = 0;
    for item in &items {
        let text = &lower[item.clone()];
        let at = text
            .find(|c: char| c.is_ascii_digit() || "$€£+".contains(c))
            .filter(|at| *at > 1)?;
        let whole = text[..at].ends_with(' ') && text[at..].split(' ').count() <= 3;
        whole.then_some(())?;
        let first = text[at..].split(' ').next()?;
        hours += usize::from(is_time(first) && !(prices && first.contains('.')));
        rows.push((item.start..item.start + at - 1, item.start + at..item.end));
    }
    if rows.len() < rows_min || hours > 0 {
        return None;
    }
    let rows = rows
        .into_iter()
        .map(|(name, value)| {
            let name = add(desk, name, Role::Label);
            (Some(name), vec![add(desk, value, Role::Value)])
        })
        .collect();
    Some(Grid {
        rows,
        ..Grid::default()
    })
}

/// "Central Station 7:05 7:35, Market Square 7:12 7:42", "math 8:00, art 9:00": names with times.
pub(super) fn timed(groups: &[Group], desk: &mut Brief, lower: &str) -> Option<Grid> {
    let items: Vec<Span> = groups
        .iter()
        .flat_map(|g| g.items.iter().cloned())
        .collect();
    let mut rows = Vec::new();
    let mut early = false;
    for item in &items {
        let text = &lower[item.clone()];
        let words: Vec<&str> = text.split(' ').collect();
        let tail = words
            .iter()
            .rev()
            .take_while(|w| is_time(w.split(['-', '–']).next().unwrap_or_default()))
            .count();
        let lead = words
            .iter()
            .take_while(|w| is_time(w.split(['-', '–']).next().unwrap_or_default()))
            .count();
        if tail == words.len() || tail == 0 && lead == 0 {
            return None;
        }
        let first = tail == 0;
        early |= first;
        let times = if first { lead } else { tail };
        let mut at = item.start;
        let mut spans = Vec::new();
        for word in &words {
            spans.push(at..at + word.len());
            at += word.len() + 1;
        }
        let (name, times) = if first {
            (spans[times].start..item.end, &spans[..times])
        } else {
            (
                item.start..spans[words.len() - times - 1].end,
                &spans[words.len() - times..],
            )
        };
        rows.push((name, times.to_vec()));
    }
    if rows.len() < 2 {
        return None;
    }
    let days = days(lower);
    let single = rows.iter().all(|r| r.1.len() == 1);
    let _ = early;
    let rows = rows
        .into_iter()
        .map(|(name, times)| {
            if single {
                // A schedule is read by its time.
                let time = add(desk, times[0].clone(), Role::Time);
                (Some(time), vec![add(desk, name, Role::Item)])
            } else {
                let name = add(desk, name, Role::Label);
                (
                    Some(name),
                    times
                        .into_iter()
                        .map(|t| add(desk, t, Role::Time))
                        .collect(),
                )
            }
        })
        .collect();
    Some(Grid {
        rows,
        days: days.filter(|_| single),
        ..Grid::default()
    })
}

/// "monday to friday".
fn days(lower: &str) -> Option<(u32, u32)> {
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || ",:-–".contains(c))
        .filter(|w| !w.is_empty())
        .collect();
    words.iter().enumerate().find_map(|(i, word)| {
        let first = crate::calendar::weekday(word)?;
        let link = words
            .get(i + 1)
            .is_some_and(|w| matches!(*w, "to" | "through" | "till"));
        let last = crate::calendar::weekday(words.get(if link { i + 2 } else { i + 1 })?)?;
        (first < last).then_some((first, last))
    })
}
