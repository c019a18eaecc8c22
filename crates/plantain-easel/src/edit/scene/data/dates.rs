//! Parts of dates: the year, the month or the day of a line that says more.

use plantain_engine::EngineError;
use plantain_read::{is_month_name, month_number, weekday_number};

use crate::directors::planner::names::weekday;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::text;
use crate::edit::scene::things::short;

/// Sets the part of a date that `label` names ("year", "month", "day") in the text that has one; false where the label
/// names no such part, or no text has it.
pub fn set(sheet: &mut Sheet<'_>, label: &str, to: &str) -> Result<bool, EngineError> {
    let part: fn(&str) -> bool = match label.to_lowercase().as_str() {
        "year" => is_year,
        "month" => |word| is_month_name(word),
        "day" => is_day,
        _ => return Ok(false),
    };
    let mut lines = sheet.lines();
    lines.sort_by_key(|line| !sheet.node(&line.id).is_some_and(|node| node.literal));
    for line in lines {
        let Some(old) = sheet
            .node(&line.id)
            .and_then(|node| node.as_text())
            .map(|t| t.text.clone())
        else {
            continue;
        };
        let dated = old
            .split_whitespace()
            .any(|word| is_month_name(trimmed(word)) || is_year(trimmed(word)));
        let Some(word) = old
            .split_whitespace()
            .map(trimmed)
            .find(|word| dated && part(word))
        else {
            continue;
        };
        if word == to {
            return Err(EngineError::NothingChanged {
                why: format!("the {label} is {to} already"),
            });
        }
        let Some(new) = text::replaced(&old, word, to) else {
            continue;
        };
        write(sheet, &line.id, &old, &new)?;
        return Ok(true);
    }
    Ok(false)
}

/// Returns a line with another date in the place of its own, where `to` is a date and the line says more than that: "RSVP by
/// May 1" with "May 10".
pub fn within(old: &str, to: &str) -> Option<String> {
    let dated = |word: &str| {
        is_month_name(trimmed(word)) || is_day(trimmed(word)) || is_year(trimmed(word))
    };
    let is_date = |text: &str| {
        text.split_whitespace()
            .any(|word| is_month_name(trimmed(word)))
            && text.bytes().any(|b| b.is_ascii_digit())
    };
    if !is_date(to) || !to.split_whitespace().all(dated) {
        return None;
    }
    let words: Vec<&str> = old.split_whitespace().collect();
    let month = words.iter().position(|word| is_month_name(trimmed(word)))?;
    let (mut start, mut end) = (month, month + 1);
    while start > 0 && dated(words[start - 1]) {
        start -= 1;
    }
    // Behind the year, and before "pm", a figure is a time.
    let half = |word: Option<&&str>| {
        word.is_some_and(|word| matches!(trimmed(&word.to_lowercase()), "am" | "pm" | "uhr" | "h"))
    };
    while end < words.len()
        && dated(words[end])
        && !is_year(trimmed(words[end - 1]))
        && !half(words.get(end + 1))
    {
        end += 1;
    }
    if end - start == words.len() {
        return None;
    }
    // A year that was not spoken of stays.
    let year = |words: &[&str]| words.iter().any(|word| is_year(trimmed(word)));
    let given: Vec<&str> = to.split_whitespace().collect();
    if end - start > 1 && is_year(trimmed(words[end - 1])) && !year(&given) {
        end -= 1;
    }
    // The day of the week before it goes where the new date has another one.
    let named = words[..start]
        .last()
        .and_then(|word| weekday_number(&trimmed(word).to_lowercase()));
    let fixed = weekday_of(&given).or_else(|| {
        let all: Vec<&str> = given.iter().chain(&words[end..]).copied().collect();
        weekday_of(&all)
    });
    if let (Some(named), Some(fixed)) = (named, fixed)
        && named != fixed
    {
        start -= 1;
    }
    let last = words[end - 1];
    let tail = &last[last.trim_end_matches([',', '.', ';', '!']).len()..];
    let mut new = words[..start].join(" ");
    for word in given {
        if !new.is_empty() {
            new.push(' ');
        }
        new.push_str(word);
    }
    new.push_str(tail);
    for word in &words[end..] {
        new.push(' ');
        new.push_str(word);
    }
    Some(new)
}

/// Returns the day of the week of a date, 0 is Monday; none where it lacks a part.
fn weekday_of(words: &[&str]) -> Option<u32> {
    let find = |test: fn(&str) -> bool| {
        words
            .iter()
            .map(|word| trimmed(word))
            .find(|word| test(word))
    };
    let year: u32 = find(is_year)?.parse().ok()?;
    let month = words
        .iter()
        .find_map(|word| month_number(&trimmed(word).to_lowercase()))?;
    let day = find(is_day)?.trim_end_matches(char::is_alphabetic);
    let day: u32 = day.parse().ok()?;
    Some((weekday(year, month) + day - 1) % 7)
}

/// Sets a line anew in which a date changed.
pub fn write(sheet: &mut Sheet<'_>, id: &str, old: &str, new: &str) -> Result<(), EngineError> {
    text::write(sheet, id, new);
    text::settle(sheet, &[id.to_owned()])?;
    sheet.same = vec![id.to_owned()];
    sheet.because(format!("“{}” reads “{}” now.", short(old), short(new)));
    Ok(())
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    digits
        .parse::<u32>()
        .is_ok_and(|day| (1..=31).contains(&day))
        && word.len() <= 4
}
