//! Words that the engine adds itself, one table a language.
//!
//! A table has rows of a kind, a key and a text: `word` (interface words), `list` (entries parted by `|`), `phrase`
//! (found by its English text) and `pitch` (kicker, title, line under it and button for a topic, parted by `|`). What a
//! language lacks comes in English, except pitches: a poster gets no sentences in a language that was not asked for.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Tables by ISO 639-1 code; English is the first.
const TABLES: [(&str, &str); 17] = [
    ("en", include_str!("tongue/en.tsv")),
    ("es", include_str!("tongue/es.tsv")),
    ("pt", include_str!("tongue/pt.tsv")),
    ("fr", include_str!("tongue/fr.tsv")),
    ("de", include_str!("tongue/de.tsv")),
    ("it", include_str!("tongue/it.tsv")),
    ("nl", include_str!("tongue/nl.tsv")),
    ("pl", include_str!("tongue/pl.tsv")),
    ("tr", include_str!("tongue/tr.tsv")),
    ("ru", include_str!("tongue/ru.tsv")),
    ("uk", include_str!("tongue/uk.tsv")),
    ("ar", include_str!("tongue/ar.tsv")),
    ("he", include_str!("tongue/he.tsv")),
    ("hi", include_str!("tongue/hi.tsv")),
    ("zh", include_str!("tongue/zh.tsv")),
    ("ja", include_str!("tongue/ja.tsv")),
    ("ko", include_str!("tongue/ko.tsv")),
];

/// Kinds of rows.
const WORD: &str = "word";
const LIST: &str = "list";
const PHRASE: &str = "phrase";
const PITCH: &str = "pitch";

/// A language that the engine has words of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongue(usize);

type Table = HashMap<(&'static str, &'static str), &'static str>;

impl Tongue {
    /// English.
    pub const EN: Self = Self(0);

    /// Returns the tongue for an ISO 639-1 code; English where there is none.
    pub fn of(code: &str) -> Self {
        let code = code.get(..2).unwrap_or("");
        Self(
            TABLES
                .iter()
                .position(|&(known, _)| known == code)
                .unwrap_or(0),
        )
    }

    /// Returns the ISO 639-1 code.
    pub fn code(self) -> &'static str {
        TABLES[self.0].0
    }

    /// Returns an interface word by its key ("overview", "view_all"), in English if the language lacks it.
    pub fn word(self, key: &str) -> Option<&'static str> {
        self.or_english(WORD, key)
    }

    /// Returns the entries of a list by its name ("tasks", "people"), in English if the language lacks it.
    pub fn list(self, name: &str) -> Vec<&'static str> {
        self.or_english(LIST, name)
            .map_or_else(Vec::new, |text| text.split('|').collect())
    }

    /// Returns the entries of a list that the language itself has.
    pub fn own_list(self, name: &str) -> Option<Vec<&'static str>> {
        Some(self.own(LIST, name)?.split('|').collect())
    }

    /// Returns a phrase by its English text, which stays if the language lacks it.
    pub fn phrase(self, english: &'static str) -> &'static str {
        self.own(PHRASE, english).unwrap_or(english)
    }

    /// Returns kicker, title, line under it and button for a topic; texts may be empty.
    pub fn pitch(self, topic: &str) -> Option<[&'static str; 4]> {
        let mut parts = self.own(PITCH, topic)?.split('|');
        Some(std::array::from_fn(|_| parts.next().unwrap_or("")))
    }

    /// Returns the short names of the weekdays, Monday first.
    pub fn weekdays(self) -> [&'static str; 7] {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|key| self.word(key).unwrap_or(key))
    }

    fn or_english(self, kind: &'static str, key: &str) -> Option<&'static str> {
        self.own(kind, key).or_else(|| Self::EN.own(kind, key))
    }

    fn own(self, kind: &'static str, key: &str) -> Option<&'static str> {
        self.table().get(&(kind, key)).copied()
    }

    fn table(self) -> &'static Table {
        static PARSED: [OnceLock<Table>; TABLES.len()] = [const { OnceLock::new() }; TABLES.len()];
        PARSED[self.0].get_or_init(|| {
            rows(TABLES[self.0].1)
                .map(|[k, n, t]| ((k, n), t))
                .collect()
        })
    }
}

fn rows(file: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some([cells.next()?, cells.next()?, cells.next()?])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Languages whose words, lists and phrases are complete.
    const COMPLETE: &[&str] = &[
        "es", "pt", "fr", "de", "it", "nl", "pl", "tr", "ru", "uk", "ar", "he", "hi", "zh", "ja",
        "ko",
    ];

    #[test]
    fn tables_are_well_formed() {
        for (code, file) in TABLES {
            let lines = file
                .lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
                .count();
            assert_eq!(rows(file).count(), lines, "{code}");
            assert_eq!(Tongue::of(code).table().len(), lines, "{code}: a key twice");
            for [kind, key, text] in rows(file) {
                assert!([WORD, LIST, PHRASE, PITCH].contains(&kind), "{code} {kind}");
                assert!(!text.is_empty(), "{code} {key}");
                if kind == PITCH {
                    assert_eq!(text.matches('|').count(), 3, "{code} {key}");
                } else {
                    assert!(text.split('|').all(|part| !part.is_empty()), "{code} {key}");
                }
                if kind == WORD || kind == LIST {
                    let english = Tongue::EN.own(kind, key);
                    assert!(english.is_some(), "{code} {key} is no English key");
                }
            }
        }
    }

    #[test]
    fn complete_languages_lack_nothing() {
        for code in COMPLETE {
            let tongue = Tongue::of(code);
            for [kind, key, _] in rows(TABLES[0].1).chain(rows(TABLES[1].1)) {
                // Sentences come language by language; company names are the same everywhere.
                let international = kind == LIST
                    && (key == "companies"
                        || key.starts_with("product_")
                        || key.starts_with("event_"));
                let found = tongue.own(kind, key).is_some();
                assert!(
                    found || international || kind == PITCH,
                    "{code} {kind} {key}"
                );
            }
        }
    }

    #[test]
    fn english_stands_in() {
        assert_eq!(Tongue::of("xx"), Tongue::EN);
        assert_eq!(Tongue::of("xx").word("overview"), Some("Overview"));
        assert_eq!(Tongue::EN.word("zzz"), None);
        assert_eq!(Tongue::of("de").phrase("Today"), "Heute");
        assert_eq!(Tongue::of("de").phrase("no such phrase"), "no such phrase");
    }
}
