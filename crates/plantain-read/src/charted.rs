//! Words about how a chart is made up, which name nothing of its data: "with a legend", "no grid lines", "January to June".

pub(crate) mod quoted;

use crate::Genre;
use crate::calendar::{english_day_name, month, weekday};
use crate::reader::{Reader, Use};

/// What may stand around the data of a chart.
const PARTS: &[&str] = &[
    "legend",
    "grid lines",
    "gridlines",
    "gridline",
    "grid",
    "data labels",
    "value labels",
    "axis labels",
    "axis titles",
    "trend line",
    "trendline",
    "tooltip",
];

/// Keeps words of this kind from being texts, titles and subjects of a chart.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::Chart | Genre::Dashboard) {
        return;
    }
    for at in 0..reader.len() {
        if let Some(end) = furnishing(reader, at) {
            reader.mark(at, end, Use::Described);
        }
        if let Some(end) = stretch(reader, at) {
            reader.mark(at, end, Use::Described);
        }
    }
}

/// What a chart is about is not what stands around it.
pub(crate) fn settle(reader: &mut Reader<'_>) {
    without_span_for_title(&mut reader.brief);
    let part = |words: &str| {
        let words = words.to_lowercase();
        PARTS.iter().any(|part| words.starts_with(part))
    };
    if reader.brief.genre == Genre::Chart && reader.brief.subject.as_deref().is_some_and(part) {
        reader.brief.subject = None;
    }
}

/// The end of "with a legend", "and no grid lines", "legend on the right".
fn furnishing(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    while matches!(
        reader.key(next),
        "with"
            | "without"
            | "and"
            | "a"
            | "an"
            | "no"
            | "the"
            | "its"
            | "light"
            | "faint"
            | "show"
            | "including"
            | "include"
    ) {
        next += 1;
    }
    let len = PARTS.iter().find_map(|part| {
        let words: Vec<&str> = part.split(' ').collect();
        let same = words
            .iter()
            .enumerate()
            .all(|(i, word)| reader.key(next + i) == *word);
        same.then_some(words.len())
    })?;
    let led = (at..next).any(|i| {
        matches!(
            reader.key(i),
            "with" | "without" | "no" | "show" | "include" | "including"
        )
    });
    let free = (at..next + len).all(|i| reader.is_free(i));
    (led && free).then_some(next + len)
}

/// Whether a word is a month or a day of the week.
fn is_step(word: &str) -> Option<&'static str> {
    if month(word).is_some() {
        return Some("month");
    }
    (weekday(word).is_some() && english_day_name(word).is_some()).then_some("day")
}

/// The end of "Jan to Jun", "Monday until Friday": the stretch that a chart runs over, where nothing gives values for it.
fn stretch(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let valued = |from: usize| {
        (from..reader.len()).any(|i| {
            reader.form(i).is_some() || reader.tokens[i].kind == crate::tokens::Kind::Number
        })
    };
    // "Mon-Sun" in one word.
    let word = reader.text(at, at + 1).to_lowercase();
    if let Some((first, last)) = word.split_once(['-', '–'])
        && is_step(first).is_some()
        && is_step(first) == is_step(last)
    {
        return (reader.is_free(at) && !valued(at + 1)).then_some(at + 1);
    }
    if at + 3 > reader.len() {
        return None;
    }
    let kind = |at: usize| {
        let word = reader.text(at, at + 1).to_lowercase();
        reader.tokens.get(at).filter(|token| token.is_word())?;
        is_step(&word)
    };
    let joint = matches!(
        reader.key(at + 1),
        "to" | "until" | "till" | "through" | "-" | "–" | "@to"
    ) || matches!(reader.text(at + 1, at + 2), "-" | "–");
    let (first, last) = (kind(at)?, kind(at + 2)?);
    let free = (at..at + 3).all(|i| reader.is_free(i));
    (joint && first == last && free && !valued(at + 3)).then_some(at + 3)
}

/// "tea and coffee sales 2019-2023: …": years that the axis runs over are no title.
fn without_span_for_title(brief: &mut crate::Brief) {
    let span = |text: &str| {
        text.split_once(['-', '–']).is_some_and(|(from, to)| {
            let year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
            year(from) && year(to)
        })
    };
    let charted = brief.genre == crate::Genre::Chart && !brief.data.is_empty();
    if charted {
        brief.remove_literals(|literal| {
            literal.role == crate::Role::Title
                && literal.origin != crate::Origin::Quoted
                && span(&literal.text)
        });
    }
}
