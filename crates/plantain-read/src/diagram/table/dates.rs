//! Stretches of days as people write them in plans: "Mar 10-Apr 5", "du 2 mars au 15 mars", "2025-01-06 to 2025-01-24".

use std::ops::Range;

use crate::calendar;
use crate::tokens::lower;

/// A day, or a whole month when it has no day. Months count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub year: Option<u32>,
    pub month: u32,
    pub day: Option<u32>,
}

/// The first and the last date of a stretch, and its bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub span: Range<usize>,
    pub first: Date,
    pub last: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Atom {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month, and whether its name has a capital or a sign of its own.
    Month(u32, bool),
    Whole(Date),
    /// A dash, "to", "bis".
    Joint,
    /// "de", "the": nothing that a date needs.
    Small,
    Other,
}

type Found = (Atom, Range<usize>);

/// Words between the ends of a stretch, in the languages that are read.
const JOINTS: &[&str] = &[
    "to", "until", "till", "through", "thru", "bis", "au", "al", "à", "a", "ao", "até", "tot",
    "do", "по", "до", "إلى", "الى", "حتى", "עד", "से", "तक", "から", "부터", "至", "到",
];

/// Words inside a date or before it that say nothing more.
const SMALL: &[&str] = &[
    "de", "of", "the", "di", "del", "le", "la", "du", "vom", "von", "from", "den", "der", "dal",
    "dell", "el", "do", "da", "van", "od", "с", "з", "від", "um", "am", "between",
];

/// Endings of ordinal numbers.
const ORDINALS: &[&str] = &[
    "st", "nd", "rd", "th", "er", "re", "e", "º", "ª", "го", "日", "일",
];

/// Returns the first stretch of days that a text tells; none when it names neither a month nor a whole date.
pub(super) fn stretch(text: &str) -> Option<Stretch> {
    let atoms = atoms(text);
    (0..atoms.len()).find_map(|at| stretch_at(&atoms, at))
}

fn stretch_at(atoms: &[Found], at: usize) -> Option<Stretch> {
    let made = |first: Date, last: Date, end: usize| {
        Some(Stretch {
            span: atoms[at].1.start..atoms[end - 1].1.end,
            first,
            last,
        })
    };
    // "10-14 March"
    if let Some(day) = day_of(atoms, at)
        && joint(atoms, at + 1)
        && let Some((last, end)) =
            date(atoms, small(atoms, at + 2)).filter(|found| found.0.day.is_some())
        && matches!(atoms[small(atoms, at + 2)].0, Atom::Number(..))
        && last.day >= Some(day)
    {
        let first = Date {
            day: Some(day),
            ..last
        };
        return made(first, last, end);
    }
    let (first, end) = date(atoms, at)?;
    if joint(atoms, end) {
        let next = small(atoms, end + 1);
        if let Some((last, end)) = date(atoms, next) {
            return made(first, last, end);
        }
        if let (Some(from), Some(day)) = (first.day, day_of(atoms, next))
            && day >= from
        {
            let last = Date {
                day: Some(day),
                ..first
            };
            return made(first, last, next + 1);
        }
    }
    // "start 2025-01-06, end 2025-01-24": two whole dates with words between.
    if let Some((last, to)) = (end..atoms.len()).find_map(|next| {
        matches!(atoms[next].0, Atom::Whole(_))
            .then(|| date(atoms, next))
            .flatten()
    }) && matches!(atoms[at].0, Atom::Whole(_))
    {
        return made(first, last, to);
    }
    // A month alone is told with a capital ("Launch in May").
    if first.day.is_none() && first.year.is_none() && !matches!(atoms[at].0, Atom::Month(_, true)) {
        return None;
    }
    made(first, first, end)
}

/// The date at `at` and the atom behind it.
fn date(atoms: &[Found], at: usize) -> Option<(Date, usize)> {
    let year = |at: usize| match atoms.get(at)?.0 {
        Atom::Number(year, 4) if (1900..2200).contains(&year) => Some(year),
        _ => None,
    };
    let made = |month, day, end: usize| {
        let behind = small(atoms, end);
        let year = year(behind);
        let end = if year.is_some() { behind + 1 } else { end };
        Some((Date { year, month, day }, end))
    };
    match atoms.get(at)?.0 {
        Atom::Whole(date) => Some((date, at + 1)),
        Atom::Month(month, _) => match day_of(atoms, at + 1) {
            Some(day) => made(month, Some(day), at + 2),
            None => made(month, None, at + 1),
        },
        Atom::Number(..) => {
            let day = day_of(atoms, at)?;
            let next = small(atoms, at + 1);
            match atoms.get(next)?.0 {
                Atom::Month(month, _) => made(month, Some(day), next + 1),
                _ => None,
            }
        }
        _ => None,
    }
}

fn day_of(atoms: &[Found], at: usize) -> Option<u32> {
    match atoms.get(at)?.0 {
        Atom::Number(day, digits) if digits <= 2 && (1..=31).contains(&day) => Some(day),
        _ => None,
    }
}

fn joint(atoms: &[Found], at: usize) -> bool {
    atoms.get(at).is_some_and(|atom| atom.0 == Atom::Joint)
}

/// The first atom from `at` on that is no small word.
fn small(atoms: &[Found], at: usize) -> usize {
    (at..atoms.len())
        .find(|&at| atoms[at].0 != Atom::Small)
        .unwrap_or(atoms.len())
}

fn atoms(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let len = if c.is_ascii_digit() {
            number(text, at, &mut found)
        } else if is_letter(c) {
            word(text, at, &mut found)
        } else {
            let atom = match c {
                '-' | '–' | '—' | '−' | '~' | '〜' | '～' | '→' | '/' => {
                    Some(Atom::Joint)
                }
                '>' => None,
                c if c.is_whitespace() => None,
                _ => Some(Atom::Other),
            };
            found.extend(atom.map(|atom| (atom, at..at + c.len_utf8())));
            c.len_utf8()
        };
        at += len;
    }
    found
}

/// Letters, and the marks that continue a word in Hindi, Arabic and Hebrew.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{0900}'..='\u{097f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{0652}')
}

/// Reads a number, a whole date or a month by its number; returns its length.
fn number(text: &str, at: usize, found: &mut Vec<Found>) -> usize {
    let rest = &text[at..];
    if let Some((date, len)) = whole(rest) {
        found.push((Atom::Whole(date), at..at + len));
        return len;
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let value: u32 = rest[..digits].parse().unwrap_or(u32::MAX);
    let tail = &rest[digits..];
    if let Some(sign) = tail.chars().next().filter(|c| matches!(c, '月' | '월'))
        && (1..=12).contains(&value)
    {
        let len = digits + sign.len_utf8();
        found.push((Atom::Month(value - 1, true), at..at + len));
        return len;
    }
    let ordinal = ORDINALS.iter().find(|ending| {
        tail.strip_prefix(**ending).is_some_and(|rest| {
            !rest.starts_with(char::is_alphabetic) || matches!(**ending, "日" | "일")
        })
    });
    // "14. Februar"
    let stop = usize::from(tail.starts_with(". "));
    let len = digits + ordinal.map_or(stop, |ending| ending.len());
    found.push((Atom::Number(value, digits), at..at + len));
    len
}

/// Whether a text is one date in figures.
pub(super) fn is_whole(text: &str) -> bool {
    whole(text).is_some_and(|found| found.1 == text.len())
}

/// "2025-01-06", "06.01.2025", "6.1.", "14/3": a date in figures, and its length. Days come first, unless that cannot be.
fn whole(text: &str) -> Option<(Date, usize)> {
    let mut parts: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    let mut mark = None;
    while parts.len() < 3 {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            break;
        }
        at += digits;
        parts.push((&text[at - digits..at], at));
        let next = text[at..]
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '.' | '/'));
        if next.is_none() || mark.is_some_and(|mark| Some(mark) != next) || parts.len() == 3 {
            break;
        }
        mark = next;
        at += 1;
    }
    let value = |n: usize| parts[n].0.parse::<u32>().ok();
    let made = |year: Option<u32>, month: u32, day: u32, len: usize| {
        let sound = (1..=12).contains(&month) && (1..=31).contains(&day);
        // Only then may one be taken from the month.
        sound.then(|| {
            let date = Date {
                year,
                month: month - 1,
                day: Some(day),
            };
            (date, len)
        })
    };
    let lens: Vec<usize> = parts.iter().map(|part| part.0.len()).collect();
    match (&lens[..], mark?) {
        ([4, 1..=2, 1..=2], _) => made(value(0), value(1)?, value(2)?, parts[2].1),
        ([1..=2, 1..=2, 4], _) => {
            let (a, b) = (value(0)?, value(1)?);
            let (day, month) = if b > 12 { (b, a) } else { (a, b) };
            made(value(2), month, day, parts[2].1)
        }
        ([1..=2, 1..=2], '.') if text[parts[1].1..].starts_with('.') => {
            made(None, value(1)?, value(0)?, parts[1].1 + 1)
        }
        ([1..=2, 1..=2], '/') => {
            let (a, b) = (value(0)?, value(1)?);
            let (day, month) = if b > 12 { (b, a) } else { (a, b) };
            made(None, month, day, parts[1].1)
        }
        _ => None,
    }
}

fn word(text: &str, at: usize, found: &mut Vec<Found>) -> usize {
    let rest = &text[at..];
    let mut len = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
    let key = lower(&rest[..len]);
    let capital = rest.starts_with(char::is_uppercase) || !rest.starts_with(char::is_lowercase);
    let atom = match calendar::month(&key) {
        Some(month) => {
            len += usize::from(rest[len..].starts_with('.'));
            Atom::Month(month, capital)
        }
        None if JOINTS.contains(&key.as_str()) => Atom::Joint,
        None if SMALL.contains(&key.as_str()) => Atom::Small,
        None => Atom::Other,
    };
    found.push((atom, at..at + len));
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_days_are_found_in_what_people_write() {
        // Text; month and day of both ends, or nothing.
        for (text, want) in [
            ("Design Mar 10-Apr 5", Some("2.10 3.5")),
            ("Research Mar 1-14", Some("2.1 2.14")),
            ("Launch Jun 3", Some("5.3 5.3")),
            ("Plan 3 Jan–20 Jan", Some("0.3 0.20")),
            ("Étude du 2 mars au 15 mars", Some("2.2 2.15")),
            ("Tests du 1er mai au 20 mai", Some("4.1 4.20")),
            ("Entwurf 1. April bis 5. Mai", Some("3.1 4.5")),
            ("Backend (2025-01-20 to 2025-03-07)", Some("0.20 2.7")),
            (
                "Design (start 2025-01-06, end 2025-01-24)",
                Some("0.6 0.24"),
            ),
            ("Aufbau 03.02.–14.03.", Some("1.3 2.14")),
            ("設計 4月1日〜4月25日", Some("3.1 3.25")),
            ("기획 3월 2일 ~ 15일", Some("2.2 2.15")),
            ("Розробка 20 квітня – 30 травня", Some("3.20 4.30")),
            ("Diseño del 3 de marzo al 20 de abril", Some("2.3 3.20")),
            ("Build Feb-Apr", Some("1.- 3.-")),
            ("plumbing weeks 2-3", None),
            ("gantt chart with 0/0", None),
            ("Plan 13/13 - 2025-00-10", None),
            ("Planning 2 weeks", None),
        ] {
            let told = |date: Date| {
                let day = date.day.map_or("-".to_string(), |day| day.to_string());
                format!("{}.{day}", date.month)
            };
            let got =
                stretch(text).map(|found| format!("{} {}", told(found.first), told(found.last)));
            assert_eq!(got.as_deref(), want, "{text}");
        }
    }
}
