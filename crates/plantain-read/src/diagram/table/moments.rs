//! Hours of a day and whole years as people write them in plans: "9:30-13:30", "9 am to 11 am", "mid 2027 to end 2028".

use std::ops::Range;

use super::dates::Date;
use crate::tokens::lower;

/// Marks and words between the ends of a stretch.
const JOINTS: &[&str] = &[
    "-", "–", "—", "to", "until", "till", "through", "bis", "à", "a", "al", "até", "tot", "do",
];

/// From when to when in hours of the day, and its bytes in the text. A single hour is a moment.
pub(super) fn hours(text: &str) -> Option<(Range<usize>, f64, f64)> {
    let words = words(text);
    let at = (0..words.len()).find(|&at| hour(text, &words, at).is_some())?;
    let (mut first, end, half) = hour(text, &words, at)?;
    let joined = words
        .get(end)
        .is_some_and(|word| JOINTS.contains(&lower(&text[word.clone()]).as_str()));
    if let Some((last, stop, tail)) = hour(text, &words, end + 1).filter(|_| joined) {
        // "9-11 am": the half of the day behind the end is that of the beginning as well.
        if half.is_none() && tail == Some(12.0) && first + 12.0 < last {
            first += 12.0;
        }
        let span = words[at].start..words[stop - 1].end;
        return (last > first).then_some((span, first, last));
    }
    Some((words[at].start..words[end - 1].end, first, first))
}

/// An hour with its minutes or its half of the day, the word behind it, and the half that it tells.
fn hour(text: &str, words: &[Range<usize>], at: usize) -> Option<(f64, usize, Option<f64>)> {
    let key = lower(&text[words.get(at)?.clone()]);
    let next = words.get(at + 1).map(|word| lower(&text[word.clone()]));
    let half_of = |word: &str| match word {
        "am" | "a.m." => Some(0.0),
        "pm" | "p.m." => Some(12.0),
        _ => None,
    };
    let digits = key.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let glued = half_of(&key[digits.len()..]);
    let behind = next
        .as_deref()
        .and_then(half_of)
        .filter(|_| glued.is_none());
    let (whole, minutes) = match digits.split_once([':', 'h']) {
        Some((whole, minutes)) if minutes.len() == 2 => (whole, minutes.parse::<f64>().ok()?),
        None if glued.or(behind).is_some() => (digits, 0.0),
        _ => return None,
    };
    let whole = whole.parse::<f64>().ok().filter(|hour| *hour <= 24.0)?;
    let half = glued.or(behind);
    let base = match half {
        Some(half) => whole % 12.0 + half,
        None => whole,
    };
    let end = at + 1 + usize::from(behind.is_some());
    Some((base + minutes / 60.0, end, half))
}

/// The first and the last month of a stretch of whole years, and its bytes in the text.
pub(super) fn years(text: &str) -> Option<(Range<usize>, Date, Date)> {
    let words = words(text);
    let at = (0..words.len()).find(|&at| year(text, &words, at).is_some())?;
    let (first, end) = year(text, &words, at)?;
    let joined = words
        .get(end)
        .is_some_and(|word| JOINTS.contains(&lower(&text[word.clone()]).as_str()));
    let (last, stop) = year(text, &words, end + usize::from(joined))
        .filter(|_| joined)
        .unwrap_or((first.clone(), end));
    let date = |year: u32, month: u32| Date {
        year: Some(year),
        month,
        day: None,
    };
    let span = words[at].start..words[stop - 1].end;
    let (from, to) = (date(first.0, first.1.start), date(last.0, last.1.end - 1));
    Some((span, from, to))
}

/// A year with the months that the word before it tells of it, and the word behind it.
fn year(text: &str, words: &[Range<usize>], at: usize) -> Option<((u32, Range<u32>), usize)> {
    let key = lower(&text[words.get(at)?.clone()]);
    let part = match key.as_str() {
        "early" | "start" | "beginning" => Some(0..3),
        "mid" | "middle" => Some(5..7),
        "late" => Some(8..12),
        "end" => Some(11..12),
        _ => None,
    };
    let here = at + usize::from(part.is_some());
    let number = &text[words.get(here)?.clone()];
    let year = number
        .parse::<u32>()
        .ok()
        .filter(|year| number.len() == 4 && (1900..2200).contains(year))?;
    Some(((year, part.unwrap_or(0..12)), here + 1))
}

/// Words of a text; dashes are words of their own, other marks none.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let dash = matches!(c, '-' | '–' | '—');
        let word = c.is_alphanumeric() || matches!(c, ':' | '.');
        match (open && word, found.last_mut()) {
            (true, Some(last)) => last.end = at + c.len_utf8(),
            _ if word || dash => found.push(at..at + c.len_utf8()),
            _ => {}
        }
        open = word;
    }
    for word in &mut found {
        while text[word.clone()].ends_with([':', '.']) && !text[word.clone()].ends_with("m.") {
            word.end -= 1;
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_years_are_found_in_what_people_write() {
        for (text, want) in [
            ("Turkey 9:30-13:30", Some((9.5, 13.5))),
            ("Setup 9am to 11am", Some((9.0, 11.0))),
            ("Lunch 12 pm – 1 pm", Some((12.0, 13.0))),
            ("Eat! 14:00", Some((14.0, 14.0))),
            ("Design week 3", None),
        ] {
            let got = hours(text).map(|(_, first, last)| (first, last));
            assert_eq!(got, want, "{text}");
        }
        for (text, want) in [
            ("Analysis: mid 2027 to end 2028", Some("2027.5 2028.11")),
            ("Fieldwork 2027", Some("2027.0 2027.11")),
            ("Week 12", None),
        ] {
            let told = |date: Date| format!("{}.{}", date.year.unwrap_or(0), date.month);
            let got = years(text).map(|(_, a, b)| format!("{} {}", told(a), told(b)));
            assert_eq!(got.as_deref(), want, "{text}");
        }
    }
}
