//! Events of a calendar on a screen by their moments: "Mon 9:00 Standup", "13:00 Lunch with Ana".

use super::emit;
use crate::outline::is_time;
use crate::reader::{Reader, Use};
use crate::{Genre, List, Role};

/// Events that make an agenda, at least.
const EVENTS_MIN: usize = 2;
/// Words of an event, at most.
const WORDS_MAX: usize = 8;

/// An event as tokens: from its moment on, where its words begin, and behind them.
type Event = (usize, usize, usize);

/// Claims the events of a calendar, each with the day and the hour before its words.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let calendar = (0..reader.len()).any(|at| matches!(reader.key(at), "calendar" | "agenda"));
    if reader.brief.genre != Genre::MobileApp || !calendar || !reader.quoted.is_empty() {
        return;
    }
    let mut events: Vec<Event> = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        events.extend(event(reader, at, end));
        at = end + 1;
    }
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return;
    };
    if events.len() < EVENTS_MIN {
        return;
    }
    let mut list = List {
        // Events stand on days of a month; these have hours.
        kind: "appointment".into(),
        span: reader.span(first.0, last.2),
        ..List::default()
    };
    for (from, words, to) in events {
        let value = emit(reader, from, words, Role::Time);
        let label = emit(reader, words, to, Role::Item);
        reader.brief.pair(label, value);
        list.items.push(label);
    }
    reader.brief.lists.push(list);
}

/// The event that a clause tells, behind the words for the calendar where these open it.
fn event(reader: &Reader<'_>, from: usize, end: usize) -> Option<Event> {
    let timed = |at: usize| is_time(reader.text(at, at + 1));
    let hour = (from..end).find(|&at| timed(at))?;
    let day = hour > from && crate::forms::is_day_name(&reader.text(hour - 1, hour).to_lowercase());
    let start = hour - usize::from(day);
    let led = (from..start).all(|at| {
        reader.uses[at] != Use::Free
            || matches!(
                reader.key(at),
                "view" | "week" | "day" | "weekly" | "events" | "with"
            )
    });
    let words = hour + 1;
    let plain = (start..end).all(|at| {
        matches!(reader.uses[at], Use::Free | Use::Topic)
            && !reader.tokens[at].is_sep()
            && reader.tokens[at].quote().is_none()
    });
    let told = (1..=WORDS_MAX).contains(&end.saturating_sub(words)) && !(words..end).any(timed);
    (led && plain && told).then_some((start, words, end))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn events_stand_with_their_moments() {
        for (prompt, want) in [
            (
                "calendar app week view Mon 9:00 Standup, Mon 11:00 Dentist, Wed 14:00 Design review",
                "Standup=Mon 9:00 Dentist=Mon 11:00 Design review=Wed 14:00",
            ),
            (
                "calendar app day view: 10:00 Dentist, 13:00 Lunch with Ana, 17:15 Pilates",
                "Dentist=10:00 Lunch with Ana=13:00 Pilates=17:15",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<String> = brief
                .pairs
                .iter()
                .map(|pair| format!("{}={}", pair.label_text, brief.literals[pair.value].text))
                .collect();
            assert_eq!(found.join(" "), want, "{prompt}");
        }
    }
}
