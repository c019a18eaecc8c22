//! What a chart is called, where the prompt names or describes it.

use plantain_read::{Brief, Origin};

use crate::components::pitch::capital;

/// A title in quotes stays as it is; any other begins with a capital.
pub(super) fn titled(brief: &Brief, title: String) -> String {
    let quoted = brief
        .literals
        .iter()
        .any(|l| l.origin == Origin::Quoted && l.text == title);
    if quoted { title } else { capital(&title) }
}

/// "comparing Ada (…) and Tom (…)": whether a title would be the name of one of several series.
pub(super) fn names_series(brief: &Brief, title: &str) -> bool {
    let title = title.to_lowercase();
    brief.data.len() > 1
        && brief.data.iter().any(|set| {
            let name = set.name.as_deref().unwrap_or_default().to_lowercase();
            !name.is_empty() && name == title
        })
}

/// Returns what the chart is about, from the words after "chart of" or "showing", as a title.
pub(super) fn described_title(prompt: &str) -> Option<String> {
    const HEADS: [&str; 10] = [
        "chart",
        "graph",
        "plot",
        "histogram",
        "map",
        "pie",
        "donut",
        "radar",
        "diagram",
        "bars",
    ];
    const JOINTS: [&str; 6] = ["of", "showing", "for", "about", "on", "comparing"];
    const STOPS: [&str; 17] = [
        "on", "with", "by", "from", "in", "using", "titled", "title", "rising", "falling",
        "between", "over", "per", "and", "that", "where", "across",
    ];
    let words: Vec<&str> = prompt.split_whitespace().collect();
    let bare = |w: &str| {
        w.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let head =
        |word: &str| HEADS.contains(&bare(word).as_str()) && !word.ends_with([':', ',', '.']);
    let led = words
        .windows(2)
        .position(|pair| head(pair[0]) && JOINTS.contains(&bare(pair[1]).as_str()));
    let Some(at) = led else {
        return named_before_colon(&words, head, &STOPS);
    };
    let mut title: Vec<String> = Vec::new();
    for (n, word) in words.iter().enumerate().skip(at + 2) {
        let plain = bare(word);
        let number = plain.chars().any(|c| c.is_ascii_digit());
        let timed = is_time(&plain);
        // "comparing Tea and Coffee": two names.
        let joins = plain == "and"
            && title
                .last()
                .is_some_and(|last| last.starts_with(char::is_uppercase) || last.len() == 1)
            && words
                .get(n + 1)
                .is_some_and(|next| next.starts_with(char::is_uppercase));
        if STOPS.contains(&plain.as_str()) && !joins
            || number
            || timed
            || title.len() >= 6
            || word.starts_with(['"', '\'', '(', '“'])
        {
            break;
        }
        if !(title.is_empty() && ["a", "an", "the", "my", "our"].contains(&plain.as_str())) {
            title.push(
                word.trim_matches(|c: char| matches!(c, ':' | ',' | '.' | ';'))
                    .to_owned(),
            );
        }
        if word.ends_with([':', ',', '.', ';']) {
            break;
        }
    }
    let text = title.join(" ");
    let mut letters = text.chars();
    let first = letters.next()?;
    (text.chars().count() > 3).then(|| first.to_uppercase().chain(letters).collect())
}

/// "january", "mon-sun": a step of time, which says when and not what.
fn is_time(word: &str) -> bool {
    let step = |word: &str| {
        plantain_read::month_number(word).is_some() || plantain_read::weekday_number(word).is_some()
    };
    match word.split_once(['-', '–']) {
        Some((first, last)) => step(first) && step(last),
        None => step(word) && !matches!(word, "may" | "march" | "sun" | "sat"),
    }
}

/// "line chart temperature by month: Jan 2": a few small words between the kind and the colon.
fn named_before_colon(
    words: &[&str],
    head: impl Fn(&str) -> bool,
    stops: &[&str],
) -> Option<String> {
    const WORDS_MAX: usize = 5;
    let heads: Vec<bool> = words.iter().map(|word| head(word)).collect();
    let at = (0..words.len()).find(|&i| heads[i] && !heads.get(i + 1).copied().unwrap_or(false))?;
    let rest = words.get(at + 1..)?;
    let end = rest
        .iter()
        .take(WORDS_MAX)
        .position(|word| word.ends_with(':'))?;
    let named = &rest[..=end];
    let plain = named.iter().all(|word| {
        word.chars().all(|c| c.is_alphabetic() || c == ':') && word.starts_with(char::is_lowercase)
    });
    let opens = !stops.contains(&named[0].trim_end_matches(':')) && named.len() >= 2;
    let text = named.join(" ");
    (plain && opens).then(|| capital(text.trim_end_matches(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_come_from_the_description() {
        for (prompt, want) in [
            (
                "Line chart of website visitors Jan to Jun: 1200, 1350",
                Some("Website visitors"),
            ),
            (
                "horizontal bar chart of programming languages: Python 48",
                Some("Programming languages"),
            ),
            (
                "bar chart showing sales rising from Monday to Friday",
                Some("Sales"),
            ),
            ("pie chart: Rent 40%, Food 25%", None),
            (
                "line chart temperature by month: Jan 2, Apr 11",
                Some("Temperature by month"),
            ),
            ("bar chart with values: Jan 2, Apr 11", None),
            (
                "radar chart comparing Phone A and Phone B: camera 9/7, price 5/9",
                Some("Phone A and Phone B"),
            ),
            (
                "heat map of website traffic by weekday and hour",
                Some("Website traffic"),
            ),
        ] {
            assert_eq!(described_title(prompt).as_deref(), want, "{prompt}");
        }
    }
}
