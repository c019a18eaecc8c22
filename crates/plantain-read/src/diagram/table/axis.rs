//! The steps of an axis that a prompt tells by their first and last: "from Jan to Jun", "2019-2024", "Q1-Q4".

use crate::Role;
use crate::calendar;
use crate::diagram::content::Content;
use crate::diagram::emit;
use crate::reader::{Reader, Use};
use crate::tokens::{Sep, lower};

/// Beginnings of the words for quarters of a year and for weeks, in the languages that are read.
const QUARTERS: &[&str] = &[
    "quarter",
    "trimest",
    "quartal",
    "kwarta",
    "kwartaal",
    "çeyrek",
    "кварт",
    "ربع",
    "רבעון",
    "तिमाही",
    "四半期",
    "季度",
    "분기",
];
const WEEKS: &[&str] = &[
    "week",
    "daily",
    "per day",
    "woche",
    "täglich",
    "semaine",
    "semana",
    "settiman",
    "tydzie",
    "tygod",
    "hafta",
    "недел",
    "тижд",
    "أسبوع",
    "שבוע",
    "सप्ताह",
    "周",
    "週",
    "요일",
    "주간",
];

/// Words between the first and the last step of an axis.
const JOINTS: &[&str] = &[
    "to", "through", "until", "till", "bis", "a", "à", "al", "até", "tot", "do", "по", "до", "إلى",
    "עד", "से", "から", "至", "到",
];

/// Whether a token stands between the first and the last step of an axis.
pub(in crate::diagram) fn joins_steps(reader: &Reader<'_>, at: usize) -> bool {
    reader.sep(at, Sep::Dash) || JOINTS.contains(&lower(reader.text(at, at + 1)).as_str())
}

/// Finds the number of a name.
type Named = fn(&str) -> Option<u32>;

fn speaks_of(reader: &Reader<'_>, words: &[&str]) -> bool {
    let prompt = lower(reader.prompt);
    words.iter().any(|word| prompt.contains(word))
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// "from Jan to Jun", "Monday to Friday", "2019-2024", "Q1-Q4": the steps between, when there are as many as figures.
pub(super) fn steps_of_time(
    reader: &mut Reader<'_>,
    content: &Content,
    width: usize,
) -> Option<Vec<String>> {
    let start = content.topic.map_or(0, |topic| topic.0);
    for at in start..content.to {
        let joined = at + 2 < content.to && joins_steps(reader, at + 1);
        let text = |at: usize| lower(reader.text(at, at + 1));
        let (from, to) = if joined {
            (text(at), text(at + 2))
        } else {
            match text(at).split_once(['-', '–']) {
                Some((from, to)) => (from.to_string(), to.to_string()),
                None => continue,
            }
        };
        let tables: [(&[&str], Named); 2] =
            [(&MONTHS, calendar::month), (&DAYS, calendar::weekday)];
        for (table, place) in tables {
            let (Some(first), Some(last)) = (place(&from), place(&to)) else {
                continue;
            };
            let (first, last) = (first as usize, last as usize);
            let count = (last + table.len() - first) % table.len() + 1;
            if count == width {
                reader.mark(at, at + if joined { 3 } else { 1 }, Use::Described);
                return Some(
                    (0..count)
                        .map(|n| table[(first + n) % table.len()].to_string())
                        .collect(),
                );
            }
        }
        let number = |text: &str| {
            let quarter = text
                .strip_prefix(['q', 't', 'k'])
                .filter(|rest| rest.len() == 1);
            quarter.map_or_else(|| text.parse::<u32>().ok(), |rest| rest.parse().ok())
        };
        if let (Some(first), Some(last)) = (number(&from), number(&to))
            && last > first
            && (last - first) as usize + 1 == width
        {
            let quarters = from.starts_with(['q', 't', 'k']);
            reader.mark(at, at + if joined { 3 } else { 1 }, Use::Described);
            return Some(
                (first..=last)
                    .map(|n| {
                        if quarters {
                            format!("Q{n}")
                        } else {
                            n.to_string()
                        }
                    })
                    .collect(),
            );
        }
    }
    if width == 4 && speaks_of(reader, QUARTERS) {
        return Some((1..=4).map(|n| format!("Q{n}")).collect());
    }
    // "for 2022, 2023, 2024": the years before the figures.
    let years: Vec<usize> = (0..content.from)
        .filter(|&at| {
            let key = reader.key(at);
            key.len() == 4 && key.starts_with(['1', '2']) && key.bytes().all(|b| b.is_ascii_digit())
        })
        .collect();
    if years.len() == width {
        return Some(
            years
                .into_iter()
                .map(|at| {
                    let index = emit(reader, (at, at + 1), Role::Category);
                    reader.brief.literals[index].text.clone()
                })
                .collect(),
        );
    }
    if width == 12 {
        return Some(MONTHS.map(str::to_string).to_vec());
    }
    (width == 7 && speaks_of(reader, WEEKS)).then(|| DAYS.map(str::to_string).to_vec())
}
