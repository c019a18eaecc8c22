//! The time that is left: "2 days 14 hours 36 minutes left", "countdown 5 days to go".

use crate::reader::{Reader, Use};
use crate::{Genre, List, Literal, Origin, Role, Span};

/// Kind of the list that holds the counted parts of a countdown.
const KIND: &str = "countdown";

/// Units in which time that is left is counted.
const UNITS: &[&str] = &[
    "day", "days", "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "second",
    "seconds", "sec", "secs", "week", "weeks", "month", "months", "sleeps", "d", "h", "m", "s",
];
/// What may stand behind the last part.
const ENDS: &[&str] = &["left", "to go", "remaining", "to launch"];

/// Claims each number with its unit as a part of the countdown.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let passed_by = matches!(
        reader.brief.genre,
        Genre::Story | Genre::SocialCard | Genre::Banner | Genre::Poster
    );
    if !passed_by {
        return;
    }
    let counts = (0..reader.len()).any(|at| {
        let key = reader.key(at);
        key.starts_with("countdown") || key == "count" && reader.key(at + 1) == "down"
    });
    let found = (0..reader.len())
        .filter(|&at| reader.tokens[at].quote().is_none())
        .find_map(|at| {
            let start = reader.tokens[at].span.start;
            let (parts, ended) = parts(reader.prompt, start);
            (!parts.is_empty() && (counts || ended)).then_some(parts)
        });
    let Some(parts) = found else {
        return;
    };
    let whole = parts[0].start..parts[parts.len() - 1].end;
    let within = |at: &usize| {
        let span = &reader.tokens[*at].span;
        span.start >= whole.start && span.end <= whole.end
    };
    let tokens: Vec<usize> = (0..reader.len()).filter(within).collect();
    let free = |at: &usize| matches!(reader.uses[*at], Use::Free | Use::Topic);
    if !tokens.iter().all(free) {
        return;
    }
    if let Some(&first) = tokens.first() {
        waited_for(reader, first);
    }
    for at in tokens {
        reader.mark(at, at + 1, Use::Literal);
    }
    let mut list = List {
        kind: KIND.to_owned(),
        span: whole,
        ..List::default()
    };
    for span in parts {
        list.items.push(reader.brief.literals.len());
        reader.brief.literals.push(Literal {
            text: reader.prompt[span.clone()].to_owned(),
            span,
            role: Role::Date,
            origin: Origin::Introduced,
            on_object: None,
        });
    }
    reader.brief.lists.push(list);
}

/// "countdown to launch 5 days to go": what stands before the figures in their clause is what is waited for.
fn waited_for(reader: &mut Reader<'_>, first: usize) {
    let start = reader.clause_start(first);
    let from = (start..first)
        .rev()
        .find(|&at| reader.uses[at] == Use::Genre)
        .map_or(start, |at| at + 1);
    let free = (from..first).all(|at| {
        matches!(reader.uses[at], Use::Free | Use::Topic) && reader.tokens[at].quote().is_none()
    });
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if free && from < first && !titled {
        super::emit(reader, from, first, Role::Title);
    }
}

/// The parts of a countdown that begins at a byte, and whether words for what is left end it.
fn parts(prompt: &str, start: usize) -> (Vec<Span>, bool) {
    let mut parts: Vec<Span> = Vec::new();
    let mut at = start;
    while let Some(end) = part(prompt, at) {
        parts.push(at..end);
        let rest = &prompt[end..];
        let next = rest.trim_start_matches([' ', ',', ':']);
        let next = next.strip_prefix("and ").unwrap_or(next);
        at = prompt.len() - next.len();
    }
    let Some(last) = parts.last_mut() else {
        return (parts, false);
    };
    let rest = prompt[last.end..].trim_start();
    let lower = rest.to_lowercase();
    let ends = ENDS.iter().find(|end| {
        lower
            .strip_prefix(**end)
            .is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    });
    if let Some(end) = ends {
        last.end = prompt.len() - rest.len() + end.len();
    }
    (parts, ends.is_some())
}

/// The end of a number and its unit ("14 hours", "36m") that begin at a byte.
fn part(prompt: &str, at: usize) -> Option<usize> {
    let text = &prompt[at..];
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let unit = text[digits..].trim_start_matches(' ');
    let from = text.len() - unit.len();
    let letters = unit
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(unit.len());
    let known = UNITS.contains(&unit[..letters].to_lowercase().as_str());
    // One letter stands right behind its number.
    let close = letters > 1 || from == digits;
    (digits > 0 && known && close).then_some(at + from + letters)
}

#[cfg(test)]
mod tests {
    use crate::Role::{Date, Title};
    use crate::outline::check_texts;

    #[test]
    fn time_that_is_left_is_counted_in_parts() {
        check_texts(&[
            (
                "story \"Summer sale\" 2 days 14 hours 36 minutes left",
                &[
                    (Title, "Summer sale"),
                    (Date, "2 days"),
                    (Date, "14 hours"),
                    (Date, "36 minutes left"),
                ],
            ),
            (
                "story countdown to launch 5 days to go, purple",
                &[(Title, "countdown to launch"), (Date, "5 days to go")],
            ),
            (
                "instagram story countdown \"Doors open\" 3d 4h 10m",
                &[
                    (Title, "Doors open"),
                    (Date, "3d"),
                    (Date, "4h"),
                    (Date, "10m"),
                ],
            ),
        ]);
    }
}
