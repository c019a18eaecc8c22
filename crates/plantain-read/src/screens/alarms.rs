//! Alarms with their names and days: "05:50 Bakery shift (Mon–Fri, on), 07:30 (off)".

use crate::outline::{add, clauses, is_time, lowered, trimmed};
use crate::{Brief, Genre, List, Origin, Role, Span};

/// Alarms that make a list, at least, and words of one's name, at most.
const ALARMS_MIN: usize = 2;
const NAME_WORDS_MAX: usize = 6;

/// An alarm by its stretches of the prompt.
struct Alarm {
    time: Span,
    name: Option<Span>,
    /// What is said of its days in brackets, without its state.
    days: Option<Span>,
}

/// Reads the alarms of a screen where some of them say more in brackets.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let head = lower.split([':', '.', ',']).next().unwrap_or_default();
    if brief.genre != Genre::MobileApp || !head.contains("alarm") || !lower.contains('(') {
        return;
    }
    let start = lower.find(": ").map_or(0, |colon| colon + 2);
    let alarms: Vec<Alarm> = clauses(&brief.prompt, start)
        .into_iter()
        .filter_map(|clause| alarm(&brief.prompt, &lower, clause))
        .collect();
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    if alarms.len() < ALARMS_MIN || quoted {
        return;
    }
    let end = alarms.last().map_or(0, |last| {
        let end = last.name.as_ref().map_or(last.time.end, |name| name.end);
        let bracket = lower[end..].trim_start().starts_with('(');
        let close = lower[end..].find(')').filter(|_| bracket);
        close.map_or(end, |at| end + at)
    });
    let within = alarms[0].time.start..end;
    let buttons = |literal: &crate::Literal| literal.role != Role::Button && literal.meets(&within);
    brief.remove_literals(buttons);
    brief.lists.clear();
    let mut list = List {
        kind: "alarm".into(),
        span: within.clone(),
        ..List::default()
    };
    for alarm in alarms {
        let time = add(brief, alarm.time, Role::Time);
        if let Some(name) = alarm.name {
            let name = add(brief, name, Role::Item);
            brief.pair(name, time);
            list.items.push(name);
        } else {
            list.items.push(time);
        }
        if let Some(days) = alarm.days {
            add(brief, days, Role::Caption);
        }
    }
    brief.lists.push(list);
    brief.order_literals();
}

/// An hour, the name behind it, and the days in its bracket.
fn alarm(prompt: &str, lower: &str, clause: Span) -> Option<Alarm> {
    let open = lower[clause.clone()].find('(').map(|at| clause.start + at);
    let body = trimmed(prompt, clause.start..open.unwrap_or(clause.end))?;
    let words: Vec<&str> = prompt[body.clone()].split(' ').collect();
    let len = (1..=2.min(words.len()))
        .rev()
        .find(|len| is_time(&words[..*len].join(" ")))?;
    let time = body.start..body.start + words[..len].join(" ").len();
    let name = trimmed(prompt, time.end..body.end)
        .filter(|name| prompt[name.clone()].split_whitespace().count() <= NAME_WORDS_MAX);
    let days = open.and_then(|open| {
        let close = lower[open..].find(')').map_or(clause.end, |at| open + at);
        let inside = open + 1..close;
        let comma = lower[inside.clone()]
            .rfind(',')
            .map(|at| inside.start + at)?;
        trimmed(prompt, inside.start..comma)
    });
    Some(Alarm { time, name, days })
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn alarms_keep_their_days() {
        check_texts(&[(
            "alarm list: 05:50 Bakery shift (Mon–Fri, on), 07:30 (off), 08:15 Pills (every day, on). + button",
            &[
                (Role::Time, "05:50"),
                (Role::Item, "Bakery shift"),
                (Role::Caption, "Mon–Fri"),
                (Role::Time, "07:30"),
                (Role::Time, "08:15"),
                (Role::Item, "Pills"),
                (Role::Caption, "every day"),
            ],
        )]);
    }
}
