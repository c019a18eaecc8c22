//! Appointments of a calendar on a screen, by their days and hours: "Mon 9:00 Standup", "Wed yoga 18:30", "Tue: Dentist 11:00".

use crate::calendar::weekday;
use crate::outline::{add, clauses, is_time, lowered, trimmed, words};
use crate::{Brief, Genre, List, Role, Span};

/// Something in a week. Texts are stretches of the prompt.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Appointment {
    /// 0 is Monday.
    pub day: Option<u32>,
    /// Minutes of the day.
    pub from: Option<u32>,
    pub to: Option<u32>,
    pub what: Span,
}

/// An appointment with its clause, and its hour as it is written.
struct Told {
    clause: Span,
    hour: Option<Span>,
    own: Appointment,
}

/// Appointments that make an agenda, at least.
const EVENTS_MIN: usize = 2;
/// Words of an appointment, at most.
const WORDS_MAX: usize = 8;

/// Fills the agenda of a screen with a calendar.
pub(crate) fn settle(brief: &mut Brief) {
    const CALENDARS: &[&str] = &[
        "calendar",
        "agenda",
        "schedule",
        "planner",
        "timetable",
        "kalender",
        "calendario",
        "calendrier",
        "calendário",
        "kalendarz",
        "takvim",
        "календарь",
        "календар",
    ];
    let heard = brief.heard();
    let says = |words: &[&str]| {
        heard
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| words.contains(&word))
    };
    let screen = matches!(brief.genre, Genre::WebPage | Genre::MobileApp);
    if !screen || !says(CALENDARS) || !brief.records.is_empty() {
        return;
    }
    let lower = lowered(&brief.prompt);
    let head = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let told = told(&brief.prompt, &lower, head);
    let dated = told.iter().any(|told| told.own.day.is_some());
    // Days of a month are told by their numbers.
    if told.len() < EVENTS_MIN || !dated && says(&["month", "monthly"]) {
        return;
    }
    // "Blocks: "Standup" Mon 9:00": the word before the colon heads them and is no text.
    let first = &told[0].clause;
    let headed = prompt_head(&lower, first.start);
    let within = headed..told[told.len() - 1].clause.end;
    let reach = shown_hours(&lower);
    brief.remove_literals(|literal| {
        literal.meets(&within) || reach.as_ref().is_some_and(|reach| literal.meets(reach))
    });
    brief.objects.clear();
    brief.relations.clear();
    let mut list = List {
        // Events stand on days of a month; these have hours.
        kind: "appointment".into(),
        span: within,
        ..List::default()
    };
    for told in &told {
        let what = add(brief, told.own.what.clone(), Role::Item);
        if let Some(hour) = &told.hour {
            let hour = add(brief, hour.clone(), Role::Time);
            brief.pair(what, hour);
        }
        list.items.push(what);
    }
    brief.lists.push(list);
    brief.agenda = told.into_iter().map(|told| told.own).collect();
    brief.order_literals();
}

/// Where the words begin that head what stands at `at` ("Events: "): behind the mark before them.
fn prompt_head(lower: &str, at: usize) -> usize {
    const WORDS_MAX: usize = 2;
    let before = lower[..at].trim_end_matches([' ', '"', '“', '„']);
    let Some(head) = before.strip_suffix(':') else {
        return at;
    };
    let start = head.rfind(['.', ',', ';', ':', '\n']).map_or(0, |n| n + 1);
    let words = head[start..].split_whitespace().count();
    if start > 0 && (1..=WORDS_MAX).contains(&words) {
        start
    } else {
        at
    }
}

/// "hours 9 to 17": which hours the calendar shows, which is no text of it.
fn shown_hours(lower: &str) -> Option<Span> {
    let start = ["hours ", "stunden ", "horas ", "heures ", "ore "]
        .iter()
        .filter_map(|word| Some(lower.find(word)? + word.len()))
        .min()?;
    let end = lower[start..]
        .find([',', ';', '.', '\n'])
        .map_or(lower.len(), |end| start + end);
    let figures = lower[start..end]
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .count();
    (figures >= 2).then_some(start..end)
}

/// The appointments between the marks of a prompt; an hour alone goes on with the day before it.
fn told(prompt: &str, lower: &str, head: usize) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    let mut day = None;
    let clauses = clauses(prompt, 0);
    for clause in clauses
        .into_iter()
        .flat_map(|clause| by_days(lower, clause))
    {
        let Some(found) = appointment(prompt, lower, head, clause) else {
            continue;
        };
        day = found.own.day.or(day);
        let own = Appointment { day, ..found.own };
        out.push(Told { own, ..found });
    }
    out
}

/// "Lunch at 12. Friday: Demo": a stop behind a figure ends a clause where a day follows.
fn by_days(lower: &str, clause: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = clause.start;
    for (at, _) in lower[clause.clone()].match_indices(". ") {
        let next = clause.start + at + 2;
        let word = lower[next..clause.end].split([' ', ':']).next();
        if word.is_some_and(|word| weekday(word).is_some()) {
            out.push(start..next - 2);
            start = next;
        }
    }
    out.push(start..clause.end);
    out
}

/// What a word of a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Day(u32),
    Hour,
    /// "at", "-": between a day, an hour and the words.
    Joint,
    Plain,
}

/// Reads one clause; none where it tells neither a day nor an hour, or several of a kind.
fn appointment(prompt: &str, lower: &str, head: usize, clause: Span) -> Option<Told> {
    let body = behind_head(lower, clause);
    // "Friday 6 November" tells which day is shown.
    if crate::outline::is_date(&lower[body.clone()]) {
        return None;
    }
    let told: Vec<Span> = words(&prompt[body.clone()])
        .map(|(at, word)| body.start + at..body.start + at + word.len())
        .collect();
    let parts = parts(lower, &told);
    let mut days = parts.iter().filter_map(|part| match part {
        Part::Day(day) => Some(*day),
        _ => None,
    });
    let day = days.next();
    let hours: Vec<usize> = (0..parts.len())
        .filter(|&at| parts[at] == Part::Hour)
        .collect();
    let beside = hours.windows(2).all(|pair| pair[1] - pair[0] <= 2);
    if days.next().is_some() || day.is_none() && hours.is_empty() || hours.len() > 2 || !beside {
        return None;
    }
    let hour = hours
        .first()
        .zip(hours.last())
        .and_then(|(&first, &last)| trimmed(prompt, told[first].start..told[last].end));
    let (from, to) = hour
        .as_ref()
        .map_or((None, None), |hour| reach(&lower[hour.clone()]));
    let runs = runs(&parts);
    // "week view Mon 9:00 Standup": before the first of them stand the words for the calendar.
    let heads = body.start < head;
    let run = match &runs[..] {
        [one] if !(heads && one.1 < parts.len()) => one,
        [_, other] if heads => other,
        [first, _] => first,
        _ => return None,
    };
    let what = trimmed(prompt, told[run.0].start..told[run.1 - 1].end)?;
    let said = prompt[what.clone()].contains(char::is_alphabetic);
    (said && run.1 - run.0 <= WORDS_MAX).then_some(Told {
        clause: body,
        hour,
        own: Appointment {
            day,
            from,
            to,
            what,
        },
    })
}

/// The clause behind what heads a list: "events: Mon 9:00 Standup".
fn behind_head(lower: &str, clause: Span) -> Span {
    let mut start = clause.start;
    if let Some(colon) = lower[clause.clone()].rfind(": ") {
        let head = &lower[clause.start..clause.start + colon];
        let dated = head
            .split_whitespace()
            .any(|word| weekday(word).is_some() || is_time(word));
        if !dated {
            start = clause.start + colon + 1;
        }
    }
    const LEADS: &[&str] = &[
        "with",
        "and",
        "events",
        "event",
        "appointments",
        "meetings",
        "showing",
        "then",
        "mit",
        "con",
        "avec",
        "und",
        "y",
        "et",
    ];
    for (at, word) in words(&lower[start..clause.end]) {
        if !LEADS.contains(&word) {
            return start + at..clause.end;
        }
    }
    start..clause.end
}

/// What each word is: days, hours ("9:00", "9-10", "9 am"), and what joins them.
fn parts(lower: &str, told: &[Span]) -> Vec<Part> {
    const JOINTS: &[&str] = &[
        "at", "on", "from", "to", "um", "am", "pm", "uhr", "h", "à", "a", "las", "alle", "om",
        "el", "le", "il", "-", "–", "—", "|", "=",
    ];
    let word = |at: usize| {
        told.get(at).map_or("", |span| {
            lower[span.clone()].trim_matches(['(', ')', ':', ',', '"', '“', '”', '\''])
        })
    };
    let number = |at: usize| word(at).parse::<u32>().is_ok();
    (0..told.len())
        .map(|at| {
            let text = word(at);
            let led = at > 0 && matches!(word(at - 1), "at" | "um" | "à" | "las" | "alle" | "om");
            let noon = matches!(word(at + 1), "am" | "pm" | "uhr" | "h");
            if let Some(day) = weekday(&lower[told[at].clone()]).or_else(|| weekday(text)) {
                Part::Day(day)
            } else if is_hour(text) || number(at) && (led || noon) {
                Part::Hour
            } else if at > 0 && number(at) && weekday(word(at - 1)).is_some() {
                // "Mon 4": the number of the day.
                Part::Joint
            } else if matches!(text, "am" | "pm" | "uhr")
                && at > 0
                && (number(at - 1) || is_hour(word(at - 1)))
            {
                Part::Hour
            } else if JOINTS.contains(&text) {
                Part::Joint
            } else {
                Part::Plain
            }
        })
        .collect()
}

/// "9:00", "9-10", "9:00–10:30".
fn is_hour(text: &str) -> bool {
    let ends = |(from, to): (&str, &str)| {
        let figure = |end: &str| is_time(end) || end.parse::<u32>().is_ok_and(|n| n <= 24);
        figure(from) && figure(to)
    };
    is_time(text) || text.split_once(['-', '–']).is_some_and(ends)
}

/// Stretches of plain words: between them stand days and hours; small words within them are theirs.
fn runs(parts: &[Part]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for at in (0..parts.len()).filter(|&at| parts[at] == Part::Plain) {
        let joined = out
            .last()
            .is_some_and(|run| parts[run.1..at].iter().all(|part| *part == Part::Joint));
        match out.last_mut().filter(|_| joined) {
            Some(run) => run.1 = at + 1,
            None => out.push((at, at + 1)),
        }
    }
    out
}

/// First and last minute of an hour or a reach of hours.
fn reach(text: &str) -> (Option<u32>, Option<u32>) {
    let parted = [" to ", " - ", " – ", "-", "–"]
        .iter()
        .find_map(|joint| text.split_once(joint));
    let (from, to) = parted.unwrap_or((text, ""));
    let late = to.contains("pm") && !from.contains('m');
    let from = minutes(from).map(|from| from + if late && from < 7 * 60 { 12 * 60 } else { 0 });
    (from, minutes(to))
}

/// "9:30", "6 pm": minutes of the day.
fn minutes(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse().ok())
        .collect();
    let hour = *digits.first().filter(|hour| **hour <= 24)?;
    let hour = match (text.contains("pm"), text.contains("am")) {
        (true, _) if hour < 12 => hour + 12,
        (_, true) if hour == 12 => 0,
        _ => hour,
    };
    Some(hour * 60 + digits.get(1).copied().filter(|m| *m < 60).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn appointments_have_their_days_and_hours() {
        for (prompt, want) in [
            (
                "calendar app week view Mon 9:00 Standup, Mon 11:00 Dentist, Wed 14:00 Design review",
                "0 540 Standup; 0 660 Dentist; 2 840 Design review",
            ),
            (
                "calendar app day view: 10:00 Dentist, 13:00 Lunch with Ana, 17:15 Pilates",
                "- 600 Dentist; - 780 Lunch with Ana; - 1035 Pilates",
            ),
            (
                "week view of a mobile calendar app, events Mon yoga 7:00, Wed parent evening 18:30",
                "0 420 yoga; 2 1110 parent evening",
            ),
            (
                "weekly calendar web app. Monday: Standup at 9am, Lunch with Ana at 12. Friday: Demo 4-5 pm",
                "0 540 Standup; 0 720 Lunch with Ana; 4 960 Demo",
            ),
            (
                "Kalender-App Wochenansicht: Dienstag 8:30 Zahnarzt, Freitag 19 Uhr Kino",
                "1 510 Zahnarzt; 4 1140 Kino",
            ),
        ] {
            let brief = read(prompt);
            let told = |n: Option<u32>| n.map_or("-".to_owned(), |n| n.to_string());
            let found: Vec<String> = brief
                .agenda
                .iter()
                .map(|own| {
                    let what = &brief.prompt[own.what.clone()];
                    format!("{} {} {what}", told(own.day), told(own.from))
                })
                .collect();
            assert_eq!(found.join("; "), want, "{prompt}");
        }
    }
}
