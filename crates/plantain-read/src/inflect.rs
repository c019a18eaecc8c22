//! Finds the word in the table that an inflected word comes from.
//!
//! Rules stand in the gloss tables as `ending>base` pairs: a word that ends in `ending` is looked up again with `base`
//! in its place. Endings are tried longest first, and off one word several may be taken ("evlerinde", "kwiatkami").

use crate::lexicon::lexicon;

/// Letters that a base keeps, at least, and endings taken off one word, at most.
const BASE_CHARS_MIN: usize = 2;
const ENDINGS_MAX: usize = 3;
/// Letters before the head of a compound, and letters of the head, at least.
const COMPOUND_FRONT_MIN: usize = 3;
const COMPOUND_HEAD_MIN: usize = 4;

/// What a rule says about the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// Case, gender or person: the same meaning.
    Form,
    /// The English plural of a noun.
    Plural,
}

#[derive(Debug)]
struct Ending {
    ending: &'static str,
    base: &'static str,
    sense: Sense,
}

/// Rules of inflection of a language.
///
/// - `%form` rules keep the meaning, `%plural` rules make an English plural of it.
/// - `%clitic` lists what is written before a word and joined to it ("l'", "ال").
/// - `%compound` says that words are joined into one whose last part is the head; it lists the letters between them,
///   `-` for none.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    /// Longest first.
    endings: Vec<Ending>,
    clitics: Vec<&'static str>,
    compounds: bool,
}

/// A word that was looked up: its meaning, and whether it is a plural.
type Found = (&'static str, bool);

impl Rules {
    /// Adds a row of rules; unknown kinds are ignored.
    pub fn add(&mut self, kind: &str, text: &'static str) {
        let sense = match kind {
            "form" => Sense::Form,
            "plural" => Sense::Plural,
            "clitic" => {
                self.clitics.extend(text.split('|'));
                return;
            }
            "compound" => {
                self.compounds = true;
                return;
            }
            _ => return,
        };
        let pairs = text.split('|').filter_map(|pair| pair.split_once('>'));
        self.endings.extend(pairs.map(|(ending, base)| Ending {
            ending,
            base,
            sense,
        }));
        self.endings
            .sort_by_key(|rule| std::cmp::Reverse(rule.ending.len()));
    }

    /// Meaning of an inflected word, by its bases in `table`.
    pub fn find(
        &self,
        word: &str,
        table: &dyn Fn(&str) -> Option<&'static str>,
    ) -> Option<&'static str> {
        let (meaning, plural) = self
            .inflected(word, table, ENDINGS_MAX)
            .or_else(|| self.without_clitic(word, table))
            .or_else(|| self.compound(word, table))?;
        Some(if plural { plural_of(meaning) } else { meaning })
    }

    /// Takes off one ending, then looks up what is left or takes off another.
    fn inflected(
        &self,
        word: &str,
        table: &dyn Fn(&str) -> Option<&'static str>,
        depth: usize,
    ) -> Option<Found> {
        let bases: Vec<(String, bool)> = self
            .endings
            .iter()
            .filter_map(|rule| {
                let stem = word.strip_suffix(rule.ending)?;
                (stem.chars().count() >= BASE_CHARS_MIN)
                    .then(|| (format!("{stem}{}", rule.base), rule.sense == Sense::Plural))
            })
            .collect();
        // "gatos" comes from "gato" as a form ("-os") and as a plural ("-s"): the plural says more.
        let plural_base = |base: &str| bases.iter().any(|(other, plural)| *plural && other == base);
        bases
            .iter()
            .find_map(|(base, _)| Some((table(base)?, plural_base(base))))
            .or_else(|| {
                let depth = depth.checked_sub(1).filter(|depth| *depth > 0)?;
                bases.iter().find_map(|(base, plural)| {
                    let (meaning, more) = self.inflected(base, table, depth)?;
                    Some((meaning, *plural || more))
                })
            })
    }

    fn without_clitic(
        &self,
        word: &str,
        table: &dyn Fn(&str) -> Option<&'static str>,
    ) -> Option<Found> {
        self.clitics.iter().find_map(|clitic| {
            let rest = word.strip_prefix(clitic)?;
            table(rest)
                .map(|meaning| (meaning, false))
                .or_else(|| self.inflected(rest, table, ENDINGS_MAX))
                .or_else(|| self.compound(rest, table))
        })
    }

    /// The head of a compound: its longest known ending that is a noun or a kind of picture.
    fn compound(&self, word: &str, table: &dyn Fn(&str) -> Option<&'static str>) -> Option<Found> {
        if !self.compounds {
            return None;
        }
        let starts = word
            .char_indices()
            .map(|(at, _)| at)
            .skip(COMPOUND_FRONT_MIN);
        starts
            .take_while(|at| word.len() - at >= COMPOUND_HEAD_MIN)
            .find_map(|at| {
                let head = &word[at..];
                let found = table(head)
                    .map(|meaning| (meaning, false))
                    .or_else(|| self.inflected(head, table, 1))?;
                let heads = lexicon().genres.get(found.0).is_some()
                    || lexicon().nouns.get(found.0).is_some()
                    || lexicon().roles.get(found.0).is_some();
                heads.then_some(found)
            })
    }
}

/// The English plural of a noun; other words stay as they are.
fn plural_of(meaning: &'static str) -> &'static str {
    lexicon()
        .plurals
        .get(meaning)
        .map_or(meaning, String::as_str)
}

#[cfg(test)]
mod tests {
    use crate::glosses::Glosses;

    #[test]
    fn inflected_words_are_found() {
        for (language, word, want) in [
            ("es", "gatos", "cats"),
            ("es", "azules", "blue"),
            ("it", "gatti", "cats"),
            ("fr", "l'arbre", "tree"),
            ("de", "geburtstagskarte", "greeting card"),
        ] {
            assert_eq!(
                Glosses::for_language(language).word(word),
                Some(want),
                "{word}"
            );
        }
    }
}
