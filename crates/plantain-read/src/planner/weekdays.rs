//! Entries of a week: "monday: soup", "Gym on Tue and Thu".

use super::{Event, Planner};
use crate::calendar::{leading_weekday, weekday};
use crate::outline::{add, trimmed};
use crate::{Brief, Role, Span};

/// Whether a clause only tells the first day of the weeks: "Monday start", "week starts on Sunday".
pub(super) fn tells_first_day(text: &str) -> bool {
    const WORDS_MAX: usize = 5;
    if ["日曜始まり", "月曜始まり", "日曜日始まり", "月曜日始まり"].contains(&text)
    {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let day = words.iter().any(|word| weekday(word).is_some());
    let first = words.iter().any(|word| {
        matches!(
            *word,
            "start" | "starts" | "starting" | "begin" | "begins" | "beginning" | "first"
        )
    });
    let plain = words.iter().all(|word| {
        weekday(word).is_some()
            || matches!(
                *word,
                "start"
                    | "starts"
                    | "starting"
                    | "begin"
                    | "begins"
                    | "beginning"
                    | "first"
                    | "week"
                    | "weeks"
                    | "on"
                    | "with"
                    | "the"
                    | "day"
                    | "of"
                    | "as"
            )
    });
    day && first && plain && words.len() <= WORDS_MAX
}

/// Takes a clause that begins with a weekday; false where it does not.
pub(super) fn headed(planner: &mut Planner, desk: &mut Brief, span: &Span, text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let short = crate::grid::rows::is_short_day(first) && planner.short_days;
    let named = leading_weekday(text).or_else(|| {
        weekday(&format!("{}.", first.trim_end_matches(['.', ':'])))
            .filter(|_| short)
            .map(|day| (day, first.len()))
    });
    let Some((day, len)) = named else {
        return false;
    };
    let second = text[len..].split_whitespace().next();
    if let Some(rest) = trimmed(&desk.prompt, span.start + len..span.end)
        && !matches!(second, Some("to" | "through" | "-" | "and"))
        && rest.end - rest.start >= 2
    {
        let text = add(desk, rest, Role::Item);
        planner.events.push(Event {
            from: day,
            to: day,
            text,
        });
    }
    true
}

/// Takes a clause that ends in weekdays, "Gym on Tue and Thu"; false where it does not.
pub(super) fn closed(planner: &mut Planner, desk: &mut Brief, span: &Span, text: &str) -> bool {
    let mut days = Vec::new();
    let mut end = text.len();
    while let Some(word) = text[..end].split_whitespace().next_back() {
        let start = text[..end].trim_end().len() - word.len();
        if let Some(day) = weekday(word.trim_end_matches('.')) {
            days.push(day);
        } else if !matches!(word, "and" | "&" | "+" | "on" | "every" | "each") || days.is_empty() {
            break;
        }
        end = start;
    }
    let own = text[..end].chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let Some(what) = trimmed(&desk.prompt, span.start..span.start + end).filter(|_| own) else {
        return false;
    };
    if days.is_empty()
        || matches!(
            text[..end].split_whitespace().next_back(),
            Some("to" | "through")
        )
    {
        return false;
    }
    let text = add(desk, what, Role::Item);
    let events = days.into_iter().rev().map(|day| Event {
        from: day,
        to: day,
        text,
    });
    planner.events.extend(events);
    true
}
