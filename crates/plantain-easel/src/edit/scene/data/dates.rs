//! Parts of dates: the year, the month or the day of a line that says more.

use plantain_engine::EngineError;
use plantain_read::is_month_name;

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
        text::write(sheet, &line.id, &new);
        text::settle(sheet, std::slice::from_ref(&line.id))?;
        sheet.same = vec![line.id];
        sheet.because(format!("“{}” reads “{}” now.", short(&old), short(&new)));
        return Ok(true);
    }
    Ok(false)
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
