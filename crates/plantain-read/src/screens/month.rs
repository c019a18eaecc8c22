//! Events of a calendar on a page: "5 Team offsite" is a day and what stands on it.

use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Brief, Component, Genre, List, Literal, Origin, Pair, Role};

/// Events that make a month of a row of days and words, at least.
const EVENTS_MIN: usize = 2;
/// Words of an event, at most.
const WORDS_MAX: usize = 6;

/// "events on 4 Dentist, 12 Team offsite": in a calendar, days with what stands on them.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let calendar = (0..reader.len()).any(|at| reader.key(at) == "calendar")
        && (0..reader.len()).any(|at| matches!(reader.key(at), "month" | "monthly"));
    if !matches!(reader.brief.genre, Genre::WebPage | Genre::MobileApp) || !calendar {
        return;
    }
    for at in 0..reader.len() {
        let events = row(reader, at);
        if events.len() < EVENTS_MIN {
            continue;
        }
        let end = events.last().map_or(at, |event| event.1);
        let lead = |i: usize| {
            reader.sep(i, Sep::Colon)
                || matches!(
                    reader.key(i),
                    "on" | "events" | "event" | "appointments" | "meetings" | "with" | "the"
                )
        };
        let mut from = at;
        while from > 0 && reader.uses[from - 1] != Use::Genre && lead(from - 1) {
            from -= 1;
        }
        reader.mark(from, end, Use::Role);
        let mut list = List {
            kind: "event".into(),
            span: reader.span(at, end),
            ..List::default()
        };
        for (day, to) in events {
            let value = emit(reader, day, day + 1, Role::Value);
            let label = emit(reader, day + 1, to, Role::Item);
            reader.brief.pair(label, value);
            list.items.push(label);
        }
        reader.brief.lists.push(list);
        return;
    }
}

/// The days with their events from `at` on, each as its first token and the one behind its last.
fn row(reader: &Reader<'_>, mut at: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    while at + 1 < reader.len() {
        let day = reader.tokens[at].kind == Kind::Number
            && reader.is_free(at)
            && reader
                .key(at)
                .parse::<u8>()
                .is_ok_and(|day| (1..=31).contains(&day));
        let mut to = at + 1;
        while to < reader.len() && reader.is_free(to) && reader.tokens[to].is_word() {
            to += 1;
        }
        let words = to - at - 1;
        let named = reader.is_capital(at + 1) && (1..=WORDS_MAX).contains(&words);
        if !day || !named {
            break;
        }
        out.push((at, to));
        if !(reader.sep(to, Sep::Comma) || reader.sep(to, Sep::Semi)) {
            break;
        }
        at = to + 1;
    }
    out
}

/// Parts the day from each event that a page with a calendar lists.
pub(crate) fn settle(brief: &mut Brief) {
    let calendar = brief
        .described
        .iter()
        .any(|part| part.kind == Component::Calendar)
        || brief.prompt.to_lowercase().contains("calendar");
    if !matches!(brief.genre, Genre::WebPage | Genre::MobileApp) || !calendar {
        return;
    }
    quoted_events(brief);
    for at in 0..brief.literals.len() {
        let event = brief.literals[at].clone();
        let Some((day, what)) = event.text.split_once(' ') else {
            continue;
        };
        let dated = day.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        let listed = event.role == Role::Item && event.origin != Origin::Quoted;
        if !(dated && listed && what.starts_with(char::is_alphabetic)) {
            continue;
        }
        let start = event.span.start;
        brief.literals.push(Literal {
            text: day.to_owned(),
            span: start..start + day.len(),
            role: Role::Value,
            ..event.clone()
        });
        let value = brief.literals.len() - 1;
        brief.pairs.push(Pair {
            label: Some(at),
            label_text: what.to_owned(),
            value,
        });
        let event = &mut brief.literals[at];
        event.span.start += day.len() + 1;
        event.text = what.to_owned();
    }
}

/// `"Mum's birthday" on the 9th`: quotes with their day of the month right behind.
fn quoted_events(brief: &mut Brief) {
    const LEADS: &[&str] = &[" on the ", " on ", " am ", " el ", " le ", " op "];
    let found: Vec<(crate::Span, crate::Span)> = crate::quotes::find(&brief.prompt, &[])
        .into_iter()
        .filter_map(|quoted| {
            let behind = brief.prompt.get(quoted.outer.end..)?;
            let lead = LEADS.iter().find(|lead| behind.starts_with(**lead))?;
            let rest = &behind[lead.len()..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let dated = rest[..digits]
                .parse::<u32>()
                .is_ok_and(|day| (1..=31).contains(&day));
            let ends = !rest[digits..].starts_with([':', '.']) || rest[digits..].len() == 1;
            let from = quoted.outer.end + lead.len();
            (dated && ends).then_some((quoted.inner, from..from + digits))
        })
        .collect();
    if found.len() < EVENTS_MIN {
        return;
    }
    let mut list = List {
        kind: "event".into(),
        span: found[0].0.start..found[found.len() - 1].1.end,
        ..List::default()
    };
    let days: Vec<crate::Span> = found.iter().map(|(_, day)| day.clone()).collect();
    brief.remove_literals(|l| days.iter().any(|day| l.meets(day)));
    for (what, day) in found {
        let Some(event) = brief.literals.iter().position(|l| l.span == what) else {
            continue;
        };
        brief.literals[event].role = Role::Item;
        let day = crate::outline::add(brief, day, Role::Value);
        brief.pairs.retain(|pair| pair.label != Some(event));
        brief.pair(event, day);
        list.items.push(event);
    }
    brief.lists.retain(|known| known.kind != "event");
    brief.lists.push(list);
    brief.order_literals();
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn events_have_their_days() {
        let brief =
            read("web calendar october 2026 month view, events: 5 Team offsite, 14 Dentist");
        let pairs: Vec<String> = brief
            .pairs
            .iter()
            .map(|pair| format!("{}={}", pair.label_text, brief.literals[pair.value].text))
            .collect();
        assert_eq!(pairs, ["Team offsite=5", "Dentist=14"]);
        let brief = read(
            "calendar app month view with \"Birthday\" on the 9th and \"Concert\" on the 21st",
        );
        let pairs: Vec<String> = brief
            .pairs
            .iter()
            .map(|pair| format!("{}={}", pair.label_text, brief.literals[pair.value].text))
            .collect();
        assert_eq!(pairs, ["Birthday=9", "Concert=21"]);
    }
}
