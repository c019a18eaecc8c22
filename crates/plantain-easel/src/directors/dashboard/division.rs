//! What the leading figure is divided by: zones, regions, stages; and the months that a chart is asked for.

use plantain_read::Brief;

use crate::filler::Filler;

/// Words for charts, before "by".
const CHARTS: &[&str] = &[
    "chart",
    "charts",
    "graph",
    "bars",
    "bar",
    "donut",
    "pie",
    "breakdown",
];
/// Words between a chart and "by", at most ("chart of sales by region").
const BETWEEN_MAX: usize = 4;
/// What a course is followed by; it is no division.
const TIMES: &[&str] = &[
    "hour", "hours", "day", "days", "week", "weeks", "weekday", "month", "months", "quarter",
    "year", "years", "date", "time",
];
/// Parts of what things are often divided by.
const PARTS: &[(&[&str], &[&str])] = &[
    (
        &["region", "regions"],
        &["North", "South", "East", "West", "Central"],
    ),
    (
        &["country", "countries", "market"],
        &["Germany", "France", "Spain", "Italy", "Poland"],
    ),
    (
        &["stage", "stages"],
        &["Lead", "Qualified", "Proposal", "Won"],
    ),
    (
        &["channel", "channels", "source", "sources"],
        &["Search", "Direct", "Social", "Email", "Referral"],
    ),
    (
        &["department", "departments", "team"],
        &["Sales", "Design", "Finance", "Support", "Operations"],
    ),
    (&["device", "devices"], &["Mobile", "Desktop", "Tablet"]),
    (
        &["category", "categories"],
        &["Home", "Fashion", "Sports", "Books", "Garden"],
    ),
    (&["status"], &["Open", "In progress", "Done"]),
    (&["plan", "plans"], &["Free", "Team", "Business"]),
];
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A division: what by, and perhaps from which letter to which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Division {
    noun: String,
    /// Letters or numbers that the parts are told by, in order.
    steps: Vec<String>,
}

/// Returns what a chart of the brief is divided by: "bar chart by zone A-E".
pub(super) fn of(brief: &Brief) -> Option<Division> {
    let prompt = brief.prompt.to_lowercase();
    let words: Vec<&str> = prompt
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '–'))
        .filter(|word| !word.is_empty())
        .collect();
    let by = (1..words.len()).find(|&at| {
        words[at] == "by"
            && words[at.saturating_sub(BETWEEN_MAX)..at]
                .iter()
                .any(|word| CHARTS.contains(word))
    })?;
    let noun = (*words.get(by + 1)?).to_owned();
    if TIMES.contains(&noun.as_str()) {
        return None;
    }
    Some(Division {
        noun,
        steps: letters(&words[by + 2..])
            .map(|(from, to)| {
                (from..=to)
                    .map(|c| c.to_ascii_uppercase().to_string())
                    .collect()
            })
            .or_else(|| numbers(&words[by + 2..]))
            .unwrap_or_default(),
    })
}

/// "a-e", "a to e".
fn letters(words: &[&str]) -> Option<(char, char)> {
    let one = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().filter(char::is_ascii_lowercase)?;
        chars.next().is_none().then_some(first)
    };
    let (from, to) = match words {
        [range, ..] if range.contains(['-', '–']) => {
            let (a, b) = range.split_once(['-', '–'])?;
            (one(a)?, one(b)?)
        }
        [a, "to", b, ..] => (one(a)?, one(b)?),
        _ => return None,
    };
    (from < to).then_some((from, to))
}

/// "1-5", "1 to 5".
fn numbers(words: &[&str]) -> Option<Vec<String>> {
    const PARTS_MAX: u32 = 12;
    let (from, to): (u32, u32) = match words {
        [range, ..] if range.contains(['-', '–']) => {
            let (a, b) = range.split_once(['-', '–'])?;
            (a.parse().ok()?, b.parse().ok()?)
        }
        [a, "to", b, ..] => (a.parse().ok()?, b.parse().ok()?),
        _ => return None,
    };
    (from < to && to - from < PARTS_MAX).then(|| (from..=to).map(|step| step.to_string()).collect())
}

impl Division {
    /// Returns the names of the parts: the letters told, or the usual ones in English; none where neither is known.
    pub fn labels(&self, filler: &Filler) -> Vec<String> {
        if !self.steps.is_empty() {
            let noun = crate::components::ui::supply::capital(&self.noun);
            return self
                .steps
                .iter()
                .map(|step| format!("{noun} {step}"))
                .collect();
        }
        if !filler.is_english() {
            return Vec::new();
        }
        PARTS
            .iter()
            .find(|(nouns, _)| nouns.contains(&self.noun.as_str()))
            .map_or_else(Vec::new, |(_, parts)| {
                parts.iter().map(|part| (*part).to_owned()).collect()
            })
    }
}

/// Returns the months that a chart is asked for ("Jan-Jun", "January to June"), in the brief's language.
pub(super) fn months(brief: &Brief, filler: &Filler) -> Option<Vec<String>> {
    let heard = brief.heard();
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let month = |word: &str| {
        MONTHS.iter().position(|m| {
            word.starts_with(m) && word.len() <= 9 && (word.len() == 3 || LONG.contains(&word))
        })
    };
    let (from, to) = (0..words.len()).find_map(|at| {
        let first = month(words[at])?;
        let next = match *words.get(at + 1)? {
            "to" | "through" | "until" | "bis" => at + 2,
            _ => at + 1,
        };
        let last = month(words.get(next)?)?;
        // Months that are told one by one are points, and no reach.
        let listed = words
            .get(next + 1)
            .is_some_and(|word| month(word).is_some());
        (first < last && !listed).then_some((first, last))
    })?;
    (to - from >= 2).then(|| (from..=to).map(|m| filler.month(m)).collect())
}

/// Names of months in full.
const LONG: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[cfg(test)]
mod tests {
    use plantain_read::read;

    use super::*;

    #[test]
    fn divisions_are_read_behind_charts() {
        for (prompt, want) in [
            ("dashboard, bar chart by zone A-E", Some(("zone", "ABCDE"))),
            (
                "dashboard with a chart of sales by region",
                Some(("region", "")),
            ),
            (
                "dashboard, bar chart by floor 1 to 4",
                Some(("floor", "1234")),
            ),
            ("dashboard, line chart by month", None),
            ("dashboard made by Ana", None),
        ] {
            let got = of(&read(prompt));
            let got = got.as_ref().map(|d| (d.noun.as_str(), d.steps.concat()));
            let want = want.map(|(noun, steps)| (noun, steps.to_owned()));
            assert_eq!(got, want, "{prompt}");
        }
    }
}
