//! Words for particular things, by the thing that each is a kind of: a schnauzer is a dog.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::lexicon::{Noun, Phrases, lexicon, regular_plural, rows};

/// The table, parsed once.
#[derive(Debug, Default)]
pub(crate) struct Kinds {
    /// Singular words with the kind of each.
    kinds: HashMap<&'static str, &'static str>,
    /// Singular and plural forms as nouns; the word itself is the canonical one.
    nouns: Phrases<Noun>,
}

/// Returns the table of kinds.
pub(crate) fn kinds() -> &'static Kinds {
    static KINDS: OnceLock<Kinds> = OnceLock::new();
    KINDS.get_or_init(Kinds::parse)
}

/// Returns the kind of thing that a word or short phrase in the singular names, if it is a particular one:
/// `"schnauzer"` gives `"dog"`, `"dog"` nothing.
pub fn kind_of(word: &str) -> Option<&'static str> {
    kinds().kinds.get(word).copied()
}

impl Kinds {
    fn parse() -> Self {
        let mut table = Self::default();
        for row in rows(include_str!("../lexicon/kinds.tsv")) {
            let [kind, words] = row[..] else { continue };
            let kindred = category(kind);
            for word in words.split(',').map(str::trim) {
                // What is nobody's kind is what its last word says: an old man is a person.
                let category = if kind.is_empty() {
                    category(word)
                } else {
                    kindred
                };
                if table.kinds.contains_key(word) {
                    continue;
                }
                // Names of drawings that are nobody's kind stand in a row of their own.
                if !kind.is_empty() {
                    table.kinds.insert(word, kind);
                }
                let noun = |plural| Noun {
                    canonical: word,
                    category,
                    plural,
                };
                table.nouns.insert(word, noun(false));
                let plural = regular_plural(word);
                if word.ends_with('s') && !word.ends_with("ss") {
                    // "chopsticks", "jeans": the table's form is all there is.
                    continue;
                }
                table.nouns.insert(&plural, noun(true));
                if let Some(stem) = word.strip_suffix("man") {
                    table.nouns.insert(&format!("{stem}men"), noun(true));
                }
            }
        }
        table
    }

    pub fn nouns(&self) -> &Phrases<Noun> {
        &self.nouns
    }
}

/// Returns the category of a kind: its own, or that of its head.
fn category(kind: &str) -> &'static str {
    let nouns = &lexicon().nouns;
    let head = kind.rsplit(' ').next().unwrap_or(kind);
    nouns
        .get(kind)
        .or_else(|| nouns.get(head))
        .map_or("thing", |noun| noun.category)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particular_things_have_a_kind() {
        for (word, kind) in [
            ("schnauzer", "dog"),
            ("chaise longue", "couch"),
            ("croquembouche", "cake"),
            ("bakery", "shop front"),
            ("dachshund", ""),
        ] {
            assert_eq!(kind_of(word).unwrap_or_default(), kind, "{word}");
        }
        assert_eq!(lexicon().category("old man"), Some("person"));
        assert!(kinds().kinds.len() > 7_000);
    }

    #[test]
    fn no_word_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for row in rows(include_str!("../lexicon/kinds.tsv")) {
            assert_eq!(row.len(), 2, "{row:?}");
            for word in row[1].split(',').map(str::trim) {
                assert!(seen.insert(word), "{word} stands twice");
                assert_ne!(word, row[0]);
            }
        }
    }
}
