//! Cases of Russian, Ukrainian and Hindi that the endings alone do not tell.

use std::collections::HashMap;

use crate::fold::fold;
use crate::lexicon::lexicon;
use crate::tokens::Token;

/// Letters at the start of a phrase by which it is found.
const INDEX_CHARS: usize = 3;
/// Letters that an ending may take off a word of a phrase or add to it, and letters that stay, at least.
const ENDING_CHARS: usize = 2;
const GROWTH_CHARS: usize = 3;
const STEM_CHARS_MIN: usize = 3;

/// What a language with cases needs beside the rules of its endings.
///
/// - `%genitive` lists prepositions that take the genitive: "у лампы" is one lamp, "лампы" alone are several.
/// - `%locative` lists prepositions of the locative, where an "-i" is singular too.
/// - `%oblique` lists what may follow a noun in the oblique case: "सोफे पर" is one sofa.
/// - `%ambiguous` lists the endings of which that is true.
#[derive(Debug, Default)]
pub(crate) struct Endings {
    genitive: Vec<String>,
    locative: Vec<String>,
    oblique: Vec<String>,
    ambiguous: Vec<&'static str>,
    /// Phrases of several words as stems, by their first letters.
    phrases: HashMap<String, Vec<(Vec<String>, &'static str)>>,
}

impl Endings {
    /// Adds a row; false when it is of another kind.
    pub fn add(&mut self, kind: &str, text: &'static str) -> bool {
        match kind {
            "genitive" => self.genitive = text.split('|').map(fold).collect(),
            "oblique" => self.oblique = text.split('|').map(fold).collect(),
            "locative" => self.locative = text.split('|').map(fold).collect(),
            "ambiguous" => self.ambiguous = text.split('|').collect(),
            _ => return false,
        }
        true
    }

    /// Whether the language is Slavic.
    pub fn is_cased(&self) -> bool {
        !self.genitive.is_empty()
    }

    /// Remembers a phrase so that it is found in other cases too.
    pub fn learn(&mut self, words: &str, meaning: &'static str) {
        if self.ambiguous.is_empty() || !words.contains(' ') {
            return;
        }
        let stems: Vec<String> = words.split(' ').map(stem).collect();
        let known = self.phrases.entry(index(words)).or_default();
        known.push((stems, meaning));
        // The longer stems say more: "кулька" before "куля".
        known.sort_by_key(|(stems, _)| {
            std::cmp::Reverse(stems.iter().map(String::len).sum::<usize>())
        });
    }

    /// Meaning of a phrase in any case.
    pub fn phrase(&self, words: &[String]) -> Option<&'static str> {
        let known = self.phrases.get(&index(words.first()?))?;
        known
            .iter()
            .find(|(stems, _)| {
                stems.len() == words.len()
                    && stems
                        .iter()
                        .zip(words)
                        .all(|(stem, word)| inflects(stem, word))
            })
            .map(|&(_, meaning)| meaning)
    }

    /// Takes back the plural of a word that stands in the genitive singular.
    pub fn settle(
        &self,
        tokens: &[Token],
        at: usize,
        english: &'static str,
        before: Option<&Token>,
    ) -> &'static str {
        let word = tokens[at].key.as_str();
        if !self.ambiguous.iter().any(|ending| word.ends_with(ending)) {
            return english;
        }
        let Some(noun) = lexicon().nouns.get(english).filter(|noun| noun.plural) else {
            return english;
        };
        let oblique = tokens
            .get(at + 1)
            .is_some_and(|next| self.oblique.contains(&fold(&next.key)));
        let genitive = oblique || at > 0 && self.governs(tokens, at, before);
        if genitive && lexicon().plurals.contains_key(noun.canonical) {
            noun.canonical
        } else {
            english
        }
    }

    /// Whether a preposition of the genitive, an adjective in it, or another noun stands before.
    fn governs(&self, tokens: &[Token], at: usize, before: Option<&Token>) -> bool {
        let previous = &tokens[at - 1];
        if !previous.is_word() {
            return false;
        }
        let key = fold(&previous.key);
        if self.genitive.contains(&key) {
            return true;
        }
        let locative = |at: usize| {
            let word = tokens[at].key.as_str();
            word.ends_with(['и', 'і', 'ї'])
        };
        if self.locative.contains(&key) {
            return locative(at);
        }
        let of = |endings: &[&str]| endings.iter().any(|ending| key.ends_with(ending));
        let Some(before) = before else { return false };
        let adjective = lexicon().adjectives.get(&before.key).is_some()
            || lexicon().colors.get(&before.key).is_some();
        if adjective {
            return of(&[
                "ой", "ей", "ого", "его", "ої", "ього", "ій", "ому", "ьому", "ем", "ом",
            ]);
        }
        lexicon().nouns.get(&before.key).is_some() || lexicon().pictures.get(&before.key).is_some()
    }
}

fn index(word: &str) -> String {
    word.chars().take(INDEX_CHARS).collect()
}

fn stem(word: &str) -> String {
    let len = word.chars().count();
    word.chars()
        .take(len.saturating_sub(ENDING_CHARS).max(STEM_CHARS_MIN))
        .collect()
}

fn inflects(stem: &str, word: &str) -> bool {
    word.strip_prefix(stem)
        .is_some_and(|rest| rest.chars().count() <= ENDING_CHARS + GROWTH_CHARS)
        && (stem.chars().count() >= STEM_CHARS_MIN || word == stem)
}
