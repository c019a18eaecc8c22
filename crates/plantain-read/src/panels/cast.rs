//! Who is who in a story: names of its figures, and who "she" is in the middle of a panel.

use super::beats::{is_verb, words};
use super::story::lives;
use crate::lexicon::lexicon;

/// Words between a figure and its name.
const NAMED: &[&str] = &[
    "named", "called", "namens", "llamado", "llamada", "appelé", "nommé", "chiamato", "chiamata",
    "chamado",
];
/// Words before the kind of a figure.
const ARTICLES: &[&str] = &[
    "the", "a", "an", "der", "die", "das", "el", "la", "le", "il", "de", "o",
];

/// A figure's name, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub name: String,
    pub noun: String,
}

/// "Max the dog", "a fox called Ferdi", "Mia, a girl": the names that a story gives its figures. A name of which nothing is told
/// but what it does is somebody's.
pub(super) fn named(prompt: &str, heads: &[&str], language: &str) -> Vec<Named> {
    let mut out: Vec<Named> = Vec::new();
    let mut add = |name: &str, noun: &str| {
        if is_name(name) && !out.iter().any(|known| known.name == name) {
            out.push(Named {
                name: name.to_owned(),
                noun: noun.to_owned(),
            });
        }
    };
    let told: Vec<&str> = prompt.split_whitespace().map(bare).collect();
    let living = |word: &str| {
        let word = word.to_lowercase();
        lives(&word) || words(&word, language).iter().any(|word| lives(word))
    };
    for at in 0..told.len() {
        let word = |ahead: usize| told.get(at + ahead).copied().unwrap_or_default();
        if living(word(0)) && NAMED.contains(&word(1)) {
            add(word(2), &word(0).to_lowercase());
        }
        if ARTICLES.contains(&word(1)) && living(word(2)) {
            add(word(0), &word(2).to_lowercase());
        }
    }
    if language != "en" {
        return out;
    }
    for head in heads {
        let mut first = head.split_whitespace();
        let (Some(name), Some(does)) = (first.next(), first.next()) else {
            continue;
        };
        if is_verb(&bare(does).to_lowercase()) && does.ends_with('s') {
            add(bare(name), somebody(prompt, bare(name)));
        }
    }
    out
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word is written like a name and is none of the words that are known.
fn is_name(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && word.chars().count() >= 2
        && lexicon().nouns.get(&lower).is_none()
        && !lexicon().stops.contains_key(lower.as_str())
        && !is_verb(&lower)
        && !matches!(
            lower.as_str(),
            "he" | "she" | "it" | "they" | "we" | "you" | "everyone" | "nobody" | "someone"
        )
}

/// Whom a bare name is drawn as: the story's pronouns tell, else the name's ending.
pub(super) fn somebody(prompt: &str, name: &str) -> &'static str {
    let lower = prompt.to_lowercase();
    let said = |pronouns: &[&str]| {
        lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| pronouns.contains(&word))
    };
    match (said(&["she", "her"]), said(&["he", "his", "him"])) {
        (true, false) => "girl",
        (false, true) => "boy",
        _ if name.ends_with(['a', 'e', 'y', 'i']) => "girl",
        _ => "boy",
    }
}

/// "Max the dog sees a squirrel" → "the dog sees a squirrel".
pub(super) fn unnamed(text: &str, figures: &[Named], language: &str) -> String {
    let article = if language == "en" { "the " } else { "" };
    let told: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while at < told.len() {
        let word = told[at];
        let core = bare(word);
        let own = core.strip_suffix("'s").or_else(|| core.strip_suffix("’s"));
        let Some(figure) = figures.iter().find(|f| f.name == own.unwrap_or(core)) else {
            out.push(word.to_owned());
            at += 1;
            continue;
        };
        let kind = format!("{article}{}", figure.noun);
        out.push(word.replacen(&figure.name, &kind, 1));
        at += 1;
        // "… the dog" behind the name says no more.
        let same = |n: usize| {
            told.get(at + n)
                .is_some_and(|w| bare(w).to_lowercase() == figure.noun)
        };
        if told.get(at).is_some_and(|w| ARTICLES.contains(w)) && same(1) {
            at += 2;
        }
    }
    // "a fox called the fox"
    let text = out.join(" ");
    figures.iter().fold(text, |text, figure| {
        NAMED.iter().fold(text, |text, word| {
            text.replace(
                &format!("{} {word} {article}{}", figure.noun, figure.noun),
                &figure.noun,
            )
        })
    })
}

/// "a sprout appears and she claps" → "a sprout appears and a girl claps", where nobody else is named who could be meant.
pub(super) fn with_subject(text: &str, subject: &str) -> String {
    let told: Vec<&str> = text.split(' ').collect();
    let mut put = false;
    let named: Vec<&str> = told
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let meant = at > 0 && !put && matches!(*word, "she" | "he");
            put |= meant;
            if meant { subject } else { word }
        })
        .collect();
    named.join(" ")
}
