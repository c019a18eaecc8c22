//! Steps of an axis that a prompt only spans: "2020 to 2025", "Jan-Jun", "Mon-Fri", "9am-5pm", "10 days".

use crate::filler::Filler;

/// Steps on an axis, at most.
const STEPS_MAX: usize = 31;

/// Returns the steps from the first that is named to the last, or as many as are counted; none when the prompt tells neither.
pub(super) fn told(prompt: &str, filler: &Filler) -> Option<Vec<String>> {
    let words = words(prompt);
    years(&words)
        .or_else(|| months(&words, filler))
        .or_else(|| days(&words, filler))
        .or_else(|| counted(&words, filler))
}

/// Returns the days that the rows of a field are, when the prompt spans them.
pub(super) fn days_told(prompt: &str, filler: &Filler) -> Option<Vec<String>> {
    days(&words(prompt), filler)
}

/// Returns the columns of a field: hours, months or what else the prompt spans.
pub(super) fn columns_told(prompt: &str, filler: &Filler) -> Option<Vec<String>> {
    let words = words(prompt);
    hours(&words)
        .or_else(|| months(&words, filler))
        .or_else(|| years(&words))
        .or_else(|| counted(&words, filler))
}

/// Words in lower case; a dash between two is one of its own.
fn words(prompt: &str) -> Vec<String> {
    let spaced = prompt.to_lowercase().replace(['-', '–', '—'], " - ");
    spaced
        .split_whitespace()
        .map(|word| {
            word.trim_matches([',', '.', ':', ';', '(', ')', '"', '\''])
                .to_owned()
        })
        .collect()
}

/// The first pair of words around "to" or a dash for both of which `step` knows a place.
fn span<T>(words: &[String], step: impl Fn(&str) -> Option<T>) -> Option<(T, T)> {
    const JOINTS: &[&str] = &[
        "to", "-", "until", "through", "till", "bis", "a", "à", "al", "até", "tot", "do", "по",
        "до",
    ];
    words.windows(3).find_map(|three| {
        let joined = JOINTS.contains(&three[1].as_str());
        joined.then(|| Some((step(&three[0])?, step(&three[2])?)))?
    })
}

fn years(words: &[String]) -> Option<Vec<String>> {
    let year = |word: &str| {
        let year = word.parse::<usize>().ok()?;
        (word.len() == 4 && (1000..2200).contains(&year)).then_some(year)
    };
    let (from, to) = span(words, year)?;
    let step = (to.checked_sub(from)? / 12).max(1);
    (to > from).then(|| {
        (from..=to)
            .step_by(step)
            .map(|year| year.to_string())
            .collect()
    })
}

/// The place of a name in a list by its first three letters, in English or as the list spells it.
fn place(word: &str, names: &[String], english: &[&str]) -> Option<usize> {
    const LETTERS: usize = 3;
    let short = |text: &str| {
        text.to_lowercase()
            .chars()
            .take(LETTERS)
            .collect::<String>()
    };
    let key = short(word);
    if key.chars().count() < LETTERS || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let own = names.iter().position(|name| short(name) == key);
    own.or_else(|| english.iter().position(|name| *name == key))
}

/// A run of a round list, over its end where it must.
fn run(names: &[String], from: usize, to: usize) -> Vec<String> {
    let n = names.len();
    let len = (to + n - from) % n + 1;
    (0..len).map(|i| names[(from + i) % n].clone()).collect()
}

fn months(words: &[String], filler: &Filler) -> Option<Vec<String>> {
    const ENGLISH: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let names = filler.months();
    let (from, to) = span(words, |word| place(word, &names, ENGLISH))?;
    (from != to).then(|| run(&names, from, to))
}

fn days(words: &[String], filler: &Filler) -> Option<Vec<String>> {
    const ENGLISH: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let names = filler.weekdays();
    let (from, to) = span(words, |word| place(word, &names, ENGLISH))?;
    (from != to).then(|| run(&names, from, to))
}

/// "9am-5pm", "8:00 to 18:00".
fn hours(words: &[String]) -> Option<Vec<String>> {
    let hour = |word: &str| {
        let half = if word.ends_with("pm") { 12 } else { 0 };
        let digits = word.trim_end_matches("am").trim_end_matches("pm");
        let marked = digits.len() < word.len() || digits.contains(':');
        let hour: usize = digits.split(':').next()?.parse().ok()?;
        (marked && hour <= 24).then(|| {
            (
                hour % 12 * usize::from(digits.len() < word.len()) + half,
                hour,
                half,
            )
        })
    };
    let (from, to) = span(words, hour)?;
    let twelve = words
        .iter()
        .any(|word| word.ends_with("am") || word.ends_with("pm"));
    let at = |told: (usize, usize, usize)| if twelve { told.0 } else { told.1 };
    let name = |hour: usize| match (twelve, hour % 12) {
        (false, _) => format!("{hour:02}:00"),
        (true, 0) if hour == 12 => "12pm".to_owned(),
        (true, 0) => "12am".to_owned(),
        (true, twelfth) => format!("{twelfth}{}", if hour < 12 { "am" } else { "pm" }),
    };
    (at(to) > at(from)).then(|| (at(from)..=at(to)).map(name).collect())
}

/// "10 days", "12 months", "8 weeks": as many steps.
fn counted(words: &[String], filler: &Filler) -> Option<Vec<String>> {
    words.windows(2).find_map(|pair| {
        let n: usize = pair[0].parse().ok()?;
        if !(2..=STEPS_MAX).contains(&n) {
            return None;
        }
        let months = filler.months();
        match pair[1].as_str() {
            "days" | "weeks" | "sessions" | "rounds" => {
                Some((1..=n).map(|i| i.to_string()).collect())
            }
            "months" if n <= months.len() => Some(months[..n].to_vec()),
            "hours" if n <= 24 => Some((1..=n).map(|i| i.to_string()).collect()),
            "quarters" if n <= 4 => Some((1..=n).map(|i| format!("Q{i}")).collect()),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use plantain_scene::Canvas;

    use super::*;
    use crate::studio::Studio;

    #[test]
    fn spans_become_steps() {
        for (prompt, want) in [
            ("line chart 2020 to 2023", "2020 2021 2022 2023"),
            ("sales Jan-Apr as a line chart", "Jan Feb Mar Apr"),
            ("steps Mon to Wed line chart", "Mon Tue Wed"),
            ("candlestick chart, 3 days", "1 2 3"),
            ("line chart of sales", ""),
        ] {
            let brief = plantain_read::read(prompt);
            let studio = Studio::new(&brief, Canvas::new(800, 600), true, 3);
            let found = told(prompt, &Filler::of(&studio)).unwrap_or_default();
            assert_eq!(found.join(" "), want, "{prompt}");
        }
        let hours = hours(&words("Mon-Fri vs 9am-1pm")).unwrap_or_default();
        assert_eq!(hours.join(" "), "9am 10am 11am 12pm 1pm");
    }
}
