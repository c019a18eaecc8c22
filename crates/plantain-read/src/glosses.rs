//! Words of other languages with their English meaning.
//!
//! The grammar of this crate is written once, over English keys. A gloss replaces the key of a token and leaves its
//! span alone, so that literals are always cut from the prompt as written.
//!
//! A table has rows of an English key and the words that mean it, parted by `|`:
//!
//! - `word` takes this word and its regular inflections, `stem*` every word that begins so.
//! - A row whose key begins with `%` holds rules of inflection, see [`crate::inflect`].

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::inflect::Rules;
use crate::lexicon::rows;
use crate::tokens::{Case, Kind, Token, lower};

/// Words in one phrase of a gloss table, and characters in one word of an unspaced script, at most.
const PHRASE_WORDS_MAX: usize = 5;
const UNSPACED_CHARS_MAX: usize = 8;

/// The gloss table of a language; English has an empty one.
#[derive(Debug, Default)]
pub(crate) struct Glosses {
    exact: HashMap<String, &'static str>,
    /// Beginnings of inflected words, written `stem*` in the table.
    stems: HashMap<String, &'static str>,
    rules: Rules,
}

/// Languages with a gloss table.
pub(crate) const LANGUAGES: &[(&str, &str)] = &[
    ("es", include_str!("../lexicon/es.tsv")),
    ("pt", include_str!("../lexicon/pt.tsv")),
    ("fr", include_str!("../lexicon/fr.tsv")),
    ("de", include_str!("../lexicon/de.tsv")),
    ("it", include_str!("../lexicon/it.tsv")),
    ("nl", include_str!("../lexicon/nl.tsv")),
    ("pl", include_str!("../lexicon/pl.tsv")),
    ("tr", include_str!("../lexicon/tr.tsv")),
    ("ru", include_str!("../lexicon/ru.tsv")),
    ("uk", include_str!("../lexicon/uk.tsv")),
    ("ar", include_str!("../lexicon/ar.tsv")),
    ("he", include_str!("../lexicon/he.tsv")),
    ("hi", include_str!("../lexicon/hi.tsv")),
    ("zh", include_str!("../lexicon/zh.tsv")),
    ("ja", include_str!("../lexicon/ja.tsv")),
    ("ko", include_str!("../lexicon/ko.tsv")),
];

impl Glosses {
    /// Returns the table of a language by its ISO 639-1 code.
    pub fn for_language(code: &str) -> &'static Self {
        static TABLES: OnceLock<Vec<OnceLock<Glosses>>> = OnceLock::new();
        static NONE: OnceLock<Glosses> = OnceLock::new();
        let tables = TABLES.get_or_init(|| LANGUAGES.iter().map(|_| OnceLock::new()).collect());
        match LANGUAGES.iter().position(|&(language, _)| language == code) {
            Some(at) => tables[at].get_or_init(|| Self::parse(LANGUAGES[at].1)),
            None => NONE.get_or_init(Self::default),
        }
    }

    fn parse(text: &'static str) -> Self {
        let mut glosses = Self::default();
        for row in rows(text) {
            let [english, forms] = row[..] else { continue };
            if let Some(rule) = english.strip_prefix('%') {
                glosses.rules.add(rule, forms);
                continue;
            }
            for form in forms
                .split('|')
                .map(str::trim)
                .filter(|form| !form.is_empty())
            {
                match form.strip_suffix('*') {
                    Some(stem) => glosses.stems.entry(lower(stem)).or_insert(english),
                    None => glosses.exact.entry(lower(form)).or_insert(english),
                };
            }
        }
        glosses
    }

    /// Meaning of one lower-case word.
    pub fn word(&self, word: &str) -> Option<&'static str> {
        self.exact
            .get(word)
            .copied()
            .or_else(|| self.stem(word))
            .or_else(|| self.rules.find(word, &|base| self.base(base)))
    }

    /// Meaning of one lower-case word, and whether it stands in the table as it is written.
    pub fn surety(&self, word: &str) -> Option<(&'static str, bool)> {
        match self.exact.get(word) {
            Some(meaning) => Some((meaning, true)),
            None => self.word(word).map(|meaning| (meaning, false)),
        }
    }

    /// Meaning of a word as it stands in the table.
    fn base(&self, word: &str) -> Option<&'static str> {
        self.exact.get(word).copied().or_else(|| self.stem(word))
    }

    /// The longest known beginning of a word.
    fn stem(&self, word: &str) -> Option<&'static str> {
        if self.stems.is_empty() {
            return None;
        }
        let mut ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).collect();
        ends.push(word.len());
        ends.iter()
            .rev()
            .take(8)
            .find_map(|&end| self.stems.get(&word[..end]).copied())
    }

    /// Length in bytes of the longest known word at the start of text without spaces.
    pub fn longest_prefix(&self, run: &str) -> Option<usize> {
        let ends: Vec<usize> = run
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take(UNSPACED_CHARS_MAX)
            .collect();
        ends.iter()
            .rev()
            .copied()
            .find(|&end| self.exact.contains_key(&run[..end]))
    }

    /// Gives tokens the English keys of their words.
    pub fn apply(&self, prompt: &str, tokens: Vec<Token>) -> Vec<Token> {
        if self.exact.is_empty() {
            return tokens;
        }
        let mut out = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            match self.phrase_at(&tokens, at) {
                Some((len, english)) => {
                    let span = tokens[at].span.start..tokens[at + len - 1].span.end;
                    let case = tokens[at].case;
                    for key in english.split_whitespace() {
                        let number = key.chars().all(|c| c.is_ascii_digit());
                        let kind = if number { Kind::Number } else { Kind::Word };
                        out.push(Token {
                            span: span.clone(),
                            key: key.to_string(),
                            kind,
                            case: case_of_run(&tokens[at..at + len], case),
                        });
                    }
                    at += len;
                }
                None => {
                    out.push(tokens[at].clone());
                    at += 1;
                }
            }
        }
        debug_assert!(
            out.iter()
                .all(|token| prompt.get(token.span.clone()).is_some())
        );
        out
    }

    fn phrase_at(&self, tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
        if !tokens[at].is_word() {
            return None;
        }
        let available = (1..PHRASE_WORDS_MAX)
            .take_while(|&n| tokens.get(at + n).is_some_and(Token::is_wordlike))
            .count()
            + 1;
        for len in (2..=available).rev() {
            let phrase = tokens[at..at + len]
                .iter()
                .map(|token| token.key.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            if let Some(english) = self.exact.get(&phrase) {
                return Some((len, english));
            }
        }
        self.word(&tokens[at].key).map(|english| (1, english))
    }
}

fn case_of_run(tokens: &[Token], first: Case) -> Case {
    if tokens.iter().all(|token| token.case == Case::Upper) {
        Case::Upper
    } else {
        first
    }
}
