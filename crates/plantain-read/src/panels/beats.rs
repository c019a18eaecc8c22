//! The beats of a story: what happens, one after the other, in the languages that are read.

use super::story::without_leads;
use super::tidy;
use crate::lexicon::lexicon;

/// Words that part one beat of a story from the next.
const THEN: &[&str] = &[
    " then ",
    " luego ",
    " después ",
    " dann ",
    " puis ",
    " ensuite ",
    " poi ",
    " daarna ",
    " depois ",
    " potem ",
    " sonra ",
    " потом ",
    " затем ",
    " потім ",
    " finally ",
];

/// Words that join two beats or two things.
const AND: &[&str] = &[
    " and ", " und ", " y ", " et ", " e ", " en ", " i ", " и ", " та ", " і ", " ve ", " और ",
];

/// Words for who was named before, at the head of a beat.
pub(super) const PRONOUNS: &[&str] = &[
    "il", "elle", "ils", "elles", "er", "sie", "es", "él", "ella", "ellos", "lui", "lei", "loro",
    "ele", "ela", "eles", "hij", "zij", "ze", "on", "ona", "oni", "он", "она", "они", "воно",
    "він", "вона", "вони", "o", "onlar",
];
/// Small words for what was named before that stand before their verb: "lo entierra", "le trouve".
const CLITICS: &[&str] = &[
    "lo", "la", "los", "las", "le", "les", "l", "se", "sie", "ihn", "es", "lui", "li", "ne", "het",
    "hem", "его", "её", "их", "o", "a", "go", "ją", "je",
];

/// "a cat sees a fish, jumps, misses and looks sad": what happens, one beat after the other; none when nothing is told.
pub(super) fn beats(text: &str, language: &str) -> Vec<String> {
    let told = without_relatives(&without_leads(&tidy(text)), language);
    let mut parts: Vec<String> = told
        .split([',', ';', '.', '!', '→', '、', '，', '。', '；', '\n'])
        .map(str::to_owned)
        .collect();
    for mark in THEN {
        parts = parts
            .iter()
            .flat_map(|part| part.split(mark).map(str::to_owned))
            .collect();
    }
    let mut out: Vec<String> = Vec::new();
    for part in parts {
        let mut rest = without_joint(&tidy(&part));
        // "and" parts two beats where a doing follows, else two things.
        while let Some((at, mark)) = joint(&rest, language) {
            out.push(tidy(&rest[..at]));
            rest = tidy(&rest[at + mark..]);
        }
        out.push(without_leads(&rest));
    }
    out.retain(|part| !part.is_empty() && !part.contains(" vs "));
    let lively = out
        .iter()
        .skip(1)
        .filter(|part| acts(part, language))
        .count();
    let whole = out.iter().skip(1).all(|part| {
        acts(part, language)
            || part.split_whitespace().count() >= 2
                && !crate::read_in(part, language).objects.is_empty()
            || crate::read_in(part, language).setting.weather.is_some()
    });
    if out.len() >= 2 && whole && (lively > 0 || out.iter().all(|part| does(part, language))) {
        out
    } else {
        Vec::new()
    }
}

/// Where an "and" stands behind which somebody does something.
pub(super) fn joint(text: &str, language: &str) -> Option<(usize, usize)> {
    AND.iter()
        .flat_map(|mark| text.match_indices(mark).map(|(at, mark)| (at, mark.len())))
        .filter(|(at, len)| acts(&text[at + len..], language))
        .min()
}

/// The words of a text in English.
pub(super) fn words(text: &str, language: &str) -> Vec<String> {
    let english = if language == "en" || language.is_empty() {
        text.to_lowercase()
    } else {
        crate::english(text, language)
    };
    english
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a beat goes on with a doing of somebody who was named before: "runs after it", "he arrives", "lo entierra".
pub(super) fn acts(text: &str, language: &str) -> bool {
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    if language != "en" && PRONOUNS.contains(&first.as_str()) {
        return true;
    }
    let bare = text
        .split_once(' ')
        .filter(|(first, _)| language != "en" && CLITICS.contains(&first.to_lowercase().as_str()));
    let words = words(bare.map_or(text, |(_, rest)| rest), language);
    let verb = |at: usize| words.get(at).is_some_and(|word| is_verb(word));
    match words.first().map(String::as_str) {
        Some("she" | "he" | "it" | "they") => true,
        Some(
            "him" | "her" | "them" | "suddenly" | "finally" | "then" | "never" | "always" | "not",
        ) => verb(1),
        Some(_) => verb(0),
        None => false,
    }
}

/// Whether somebody does something in a beat.
pub(super) fn does(text: &str, language: &str) -> bool {
    words(text, language)
        .iter()
        .skip(1)
        .any(|word| is_verb(word))
}

pub(super) fn is_verb(word: &str) -> bool {
    lexicon().verbs.contains_key(word)
}

/// "a boy who plants a seed" → "a boy plants a seed".
pub(super) fn without_relatives(text: &str, language: &str) -> String {
    const WHO: &[&str] = &[
        " who ", " that ", " which ", " que ", " qui ", " che ", " die ", " der ", " który ",
        " która ",
    ];
    let mut text = text.to_owned();
    for mark in WHO {
        if let Some(at) = text.find(mark)
            && acts(&text[at + mark.len()..], language)
        {
            text.replace_range(at..at + mark.len(), " ");
        }
    }
    text
}

/// A beat without the small words that join it to the one before.
pub(super) fn without_joint(text: &str) -> String {
    const LEADS: &[&str] = &[
        "and",
        "then",
        "finally",
        "next",
        "later",
        "und",
        "dann",
        "y",
        "luego",
        "et",
        "puis",
        "e",
        "poi",
        "en",
        "i",
        "potem",
        "и",
        "потом",
        "та",
        "і",
        "ve",
        "sonra",
        "at last",
        "after that",
        "in the end",
    ];
    let mut text = text.to_owned();
    while let Some(bare) = LEADS
        .iter()
        .find_map(|lead| text.strip_prefix(lead).filter(|b| b.starts_with(' ')))
    {
        text = tidy(bare);
    }
    text
}
