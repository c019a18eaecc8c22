//! What the fields of passes and tickets are called, and how two places are joined, in every language.

use std::sync::OnceLock;

use crate::Language;
use crate::lexicon::rows;
use crate::tokens::is_unspaced;

/// A word before the value of a field.
pub(super) struct Label {
    language: &'static str,
    /// What the field tells, as an English word ("Gate").
    pub(super) field: &'static str,
    /// What is printed over the value.
    pub(super) shown: &'static str,
    /// The word in lower case.
    pub(super) word: String,
}

impl Label {
    /// Whether the word begins `text`, with a mark, a blank or, in scripts without blanks, nothing behind it.
    pub(super) fn begins(&self, text: &str) -> bool {
        text.strip_prefix(self.word.as_str()).is_some_and(|rest| {
            let glued = self.word.ends_with(|c| is_unspaced(c) || is_hangul(c));
            rest.starts_with([' ', ':', '：', '#']) && rest.len() > 1 || glued && !rest.is_empty()
        })
    }
}

fn blanks(text: &str) -> String {
    text.replace('_', " ")
}

fn is_hangul(c: char) -> bool {
    ('\u{ac00}'..='\u{d7af}').contains(&c)
}

/// How two places are joined: what stands before the first, and between them.
pub(super) type Joint = (String, String);

#[derive(Default)]
struct Table {
    labels: Vec<Label>,
    /// Field, language, and what is printed over it.
    printed: Vec<[&'static str; 3]>,
    joints: Vec<(&'static str, Joint)>,
    /// Language, and what may stand behind the second place.
    ends: Vec<(&'static str, String)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for row in rows(include_str!("../../lexicon/journeys.tsv")) {
            let [field, language, words] = row[..] else {
                continue;
            };
            let mut words = words.split('|');
            if field == "@to" {
                let joints = words.filter_map(|joint| joint.split_once(','));
                let joints = joints.map(|(lead, link)| (blanks(lead), blanks(link)));
                table.joints.extend(joints.map(|joint| (language, joint)));
                continue;
            }
            if field == "@end" {
                table.ends.extend(words.map(|end| (language, blanks(end))));
                continue;
            }
            let Some(shown) = words.next() else { continue };
            table.printed.push([field, language, shown]);
            let all = std::iter::once(shown).chain(words);
            table.labels.extend(all.map(|word| Label {
                language,
                field,
                shown,
                word: word.to_lowercase(),
            }));
        }
        // "seat number" before "seat".
        table
            .labels
            .sort_by_key(|label| std::cmp::Reverse(label.word.len()));
        table
    })
}

/// The labels that may stand in a prompt: those of its language and of English, and those that mean nothing else elsewhere.
pub(super) fn labels(language: &Language) -> impl Iterator<Item = &'static Label> {
    /// Letters of a word that is told apart from other words without its language.
    const SURE_MIN: usize = 4;
    table().labels.iter().filter(move |label| {
        label.language == "en"
            || label.language == language.0
            || label.word.chars().count() >= SURE_MIN && !matches!(label.field, "Departs" | "Time")
    })
}

/// The words of one field, as [`labels`].
pub(super) fn words_of(
    field: &'static str,
    language: &Language,
) -> impl Iterator<Item = &'static Label> {
    labels(language).filter(move |label| label.field == field)
}

/// How places are joined in a prompt: first as its language does, then by signs.
pub(super) fn joints(language: &Language) -> Vec<Joint> {
    const SIGNS: [&str; 5] = [" → ", " -> ", "→", " – ", " - "];
    let own = |code: &str| {
        table()
            .joints
            .iter()
            .filter(move |(language, _)| *language == code)
            .map(|(_, joint)| joint.clone())
            .collect::<Vec<Joint>>()
    };
    let mut found = own(&language.0);
    if language.0 != "en" {
        found.extend(own("en"));
    }
    // Names of places alone do not tell the language.
    if language.0 == "en" {
        found.extend(own("de"));
        found.extend(own("nl"));
    }
    found.extend(SIGNS.map(|sign| (String::new(), sign.to_owned())));
    found
}

/// Returns the field ("Gate") that a printed label ("Puerta") stands for.
pub fn journey_field(label: &str) -> Option<&'static str> {
    table()
        .labels
        .iter()
        .find(|own| own.shown == label)
        .map(|label| label.field)
}

/// The part of `place` that names it: "札幌行き" goes to 札幌.
pub(super) fn without_end<'a>(place: &'a str, language: &Language) -> &'a str {
    let ends = table().ends.iter();
    ends.filter(|(code, _)| *code == language.0)
        .find_map(|(_, end)| place.strip_suffix(end.as_str()))
        .unwrap_or(place)
}

/// Returns what a pass in a language (ISO 639-1) prints over a field ("Gate"); the English word where it has none of its own.
pub fn journey_label<'a>(field: &'a str, language: &str) -> &'a str {
    table()
        .printed
        .iter()
        .find(|[own, code, _]| *own == field && *code == language)
        .map_or(field, |[_, _, shown]| shown)
}
