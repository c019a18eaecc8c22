//! Entries in quotes whose day stands behind or within them: `"Dentist 9:15" on Tuesday`, 「11日 成人の日」; and dates as East
//! Asian scripts write them.

use super::{Event, Period, Planner};
use crate::calendar::weekday;
use crate::outline::{add, trimmed};
use crate::{Brief, Literal, Origin, Role, Span};

/// Signs behind the number of a year, a month and a day.
const YEARS: [char; 2] = ['年', '년'];
const MONTHS: [char; 2] = ['月', '월'];
const DAYS: [char; 4] = ['日', '号', '號', '일'];

/// Sets texts in quotes on the days that are told for them; returns where they stand.
pub(super) fn place(planner: &mut Planner, desk: &mut Brief, brief: &Brief) -> Vec<Span> {
    let mut placed = Vec::new();
    let quoted = brief.literals.iter().filter(|l| l.origin == Origin::Quoted);
    for literal in quoted {
        let day = match planner.period {
            Period::Week => behind(brief, literal).map(|day| (day, literal.span.clone())),
            Period::Month => within(brief, literal),
            _ => None,
        };
        let Some((day, span)) = day else { continue };
        let text = add(desk, span, Role::Item);
        desk.literals[text].origin = Origin::Quoted;
        planner.events.push(Event {
            from: day,
            to: day,
            text,
        });
        placed.push(literal.span.clone());
    }
    placed
}

/// `"Dentist 9:15" on Tuesday`: the weekday behind a text, from Monday on.
pub(super) fn behind(brief: &Brief, literal: &Literal) -> Option<u32> {
    let rest = brief.prompt.get(literal.span.end..)?;
    let rest = rest
        .trim_start_matches(['"', '\'', '”', '’', '»', '」'])
        .trim_start();
    let mut words = rest.split(|c: char| c.is_whitespace() || ",.;".contains(c));
    let lead = words.next()?;
    matches!(
        lead,
        "on" | "am" | "el" | "le" | "il" | "op" | "w" | "every"
    )
    .then_some(())?;
    weekday(&words.next()?.to_lowercase())
}

/// 「11日 成人の日」: the day that a text begins with, and the words behind it.
fn within(brief: &Brief, literal: &Literal) -> Option<(u32, Span)> {
    let at = literal.text.find(DAYS)?;
    let day = literal.text[..at]
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let sign = literal.text[at..].chars().next().map_or(0, char::len_utf8);
    let span = trimmed(
        &brief.prompt,
        literal.span.start + at + sign..literal.span.end,
    )?;
    (!span.is_empty()).then_some((day, span))
}

/// "2027年 1月", "2027년 1월": year and month by the signs behind them; "日曜始まり": the first day of the weeks.
pub(super) fn eastern(planner: &mut Planner, lower: &str) {
    let before = |signs: &[char]| -> Option<u32> {
        let at = lower.find(signs)?;
        let digits = lower[..at].rfind(|c: char| !c.is_ascii_digit());
        let from = digits.map_or(0, |at| {
            at + lower[at..].chars().next().map_or(1, char::len_utf8)
        });
        lower[from..at].parse().ok()
    };
    if let (Some(year), Some(month)) = (
        before(&YEARS),
        before(&MONTHS).filter(|m| (1..=12).contains(m)),
    ) {
        planner.year = planner.year.or(Some(year));
        // Months count from nought.
        planner.month = planner.month.or(Some(month - 1));
    }
    planner.sunday_first |= [
        "日曜始まり",
        "日曜日始まり",
        "周日开始",
        "周日开头",
        "일요일 시작",
    ]
    .iter()
    .any(|words| lower.contains(words));
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn texts_in_quotes_stand_on_their_days() {
        for (prompt, want) in [
            (
                "weekly planner, one entry: \"Vet 9:15\" on Tuesday and \"Bake\" on Saturday. title \"My Week\"",
                vec![(1, "Vet 9:15"), (5, "Bake")],
            ),
            (
                "カレンダー:「2027年 1月」、「1日 元日」と「11日 成人の日」",
                vec![(1, "元日"), (11, "成人の日")],
            ),
        ] {
            let brief = read(prompt);
            let planner = brief.planner.as_ref();
            let found: Vec<(u32, &str)> = planner
                .iter()
                .flat_map(|planner| &planner.events)
                .map(|event| (event.from, brief.literals[event.text].text.as_str()))
                .collect();
            assert_eq!(found, want, "{prompt}");
        }
    }
}
