//! Words of other languages with their English meaning.
//!
//! The grammar of this crate is written once, over English keys. A gloss replaces the key of a token and leaves its
//! span alone, so that literals are always cut from the prompt as written.
//!
//! A table has rows of an English key and the words that mean it, parted by `|`:
//!
//! - `word` takes this word and its regular inflections, `stem*` every word that begins so.
//! - A row whose key begins with `+` holds plurals of the noun behind it.
//! - A row whose key begins with `%` holds rules of inflection, see [`crate::inflect`] and [`crate::affix`].
//! - The row `@cl` holds words that stand between a number and what is counted; elsewhere they have their other
//!   meaning, if there is one.

mod tables;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

pub(crate) use self::tables::LANGUAGES;

use self::tables::EDITS;
use crate::affix::Affixes;
use crate::fold::{fold, unaccented};
use crate::inflect::{Base, Meaning, Rules};
use crate::lexicon::{lexicon, rows};
use crate::slavic::Endings;
use crate::tokens::{Case, Kind, Token, lower};

/// Words in one phrase of a gloss table, and characters in one word of an unspaced script, at most.
const PHRASE_WORDS_MAX: usize = 5;
/// Words of a phrase whose endings are looked through, at most.
const INFLECTED_WORDS_MAX: usize = 3;
const UNSPACED_CHARS_MAX: usize = 10;

/// Key of measure words.
const CLASSIFIER: &str = "@cl";

/// The gloss table of a language; English has an empty one.
#[derive(Debug, Default)]
pub(crate) struct Glosses {
    exact: HashMap<String, &'static str>,
    /// Beginnings of inflected words, written `stem*` in the table.
    stems: HashMap<String, &'static str>,
    /// Measure words of counts.
    classifiers: HashSet<String>,
    /// First words of the phrases in `exact`.
    heads: HashSet<String>,
    rules: Rules,
    affixes: Affixes,
    endings: Endings,
    /// Meanings of nouns, and what they mean right behind another noun ("confiture maison").
    apposed: Vec<(&'static str, &'static str)>,
    /// Pronouns written behind a verb ("cámbia-lo"), with their meaning; longest first.
    enclitics: Vec<(String, &'static str)>,
}

impl Glosses {
    /// Returns the table of a language by its ISO 639-1 code.
    pub fn for_language(code: &str) -> &'static Self {
        static TABLES: OnceLock<Vec<OnceLock<Glosses>>> = OnceLock::new();
        static NONE: OnceLock<Glosses> = OnceLock::new();
        let tables = TABLES.get_or_init(|| LANGUAGES.iter().map(|_| OnceLock::new()).collect());
        match LANGUAGES.iter().position(|&(language, _)| language == code) {
            Some(at) => tables[at].get_or_init(|| Self::parse(&[LANGUAGES[at].1])),
            None => NONE.get_or_init(Self::default),
        }
    }

    /// As [`Glosses::for_language`], with the words of instructions before those of prompts.
    pub fn for_edits(code: &str) -> &'static Self {
        static TABLES: OnceLock<Vec<OnceLock<Glosses>>> = OnceLock::new();
        let tables = TABLES.get_or_init(|| LANGUAGES.iter().map(|_| OnceLock::new()).collect());
        let own = |code: &str| EDITS.iter().find(|&&(language, _)| language == code);
        match LANGUAGES.iter().position(|&(language, _)| language == code) {
            Some(at) => tables[at].get_or_init(|| {
                let edits = own(code).map_or("", |&(_, text)| text);
                Self::parse(&[edits, LANGUAGES[at].1])
            }),
            None => Self::for_language(code),
        }
    }

    fn parse(tables: &[&'static str]) -> Self {
        let mut glosses = Self::default();
        for row in tables.iter().flat_map(|text| rows(text)) {
            let [english, forms] = row[..] else { continue };
            if english == "%apposed" {
                let pairs = forms.split('|').filter_map(|pair| pair.split_once('>'));
                glosses.apposed.extend(pairs);
                continue;
            }
            if english == "%enclitic" {
                let pairs = forms.split('|').filter_map(|pair| pair.split_once('>'));
                let pairs = pairs.map(|(pronoun, key)| (fold(pronoun), key));
                glosses.enclitics.extend(pairs);
                let longest = |(pronoun, _): &(String, &str)| std::cmp::Reverse(pronoun.len());
                glosses.enclitics.sort_by_key(longest);
                continue;
            }
            if let Some(rule) = english.strip_prefix('%') {
                if !glosses.affixes.add(rule, forms) && !glosses.endings.add(rule, forms) {
                    glosses.rules.add(rule, forms);
                }
                continue;
            }
            let words = forms.split('|').map(str::trim);
            glosses.row(english, words.filter(|form| !form.is_empty()));
        }
        glosses.without_accents();
        glosses
    }

    /// "linea del tiempo": long words and phrases are known without their accents, too, where these make no other word.
    fn without_accents(&mut self) {
        const LETTERS_MIN: usize = 7;
        let mut plain: Vec<(String, &'static str)> = self
            .exact
            .iter()
            .filter(|(word, _)| word.chars().count() >= LETTERS_MIN && !word.is_ascii())
            .map(|(word, meaning)| (unaccented(word), *meaning))
            .filter(|(word, _)| word.is_ascii())
            .collect();
        plain.sort_unstable();
        for (word, meaning) in plain {
            if let Some((head, _)) = word.split_once(' ') {
                self.heads.insert(head.to_string());
            }
            self.exact.entry(word).or_insert(meaning);
        }
    }

    fn row(&mut self, english: &'static str, words: impl Iterator<Item = &'static str>) {
        let meaning = match english.strip_prefix('+') {
            Some(noun) => lexicon().plurals.get(noun).map_or(noun, String::as_str),
            None => english,
        };
        for form in words {
            if english == CLASSIFIER {
                self.classifiers.insert(fold(&lower(form)));
                continue;
            }
            match form.strip_suffix('*') {
                Some(stem) => self.stems.entry(fold(&lower(stem))).or_insert(meaning),
                None => {
                    let word = fold(&lower(form));
                    self.endings.learn(&word, meaning);
                    if let Some((head, _)) = word.split_once(' ') {
                        self.heads.insert(head.to_string());
                    }
                    self.exact.entry(word).or_insert(meaning)
                }
            };
        }
    }

    /// Meaning of one lower-case word.
    pub fn word(&self, word: &str) -> Option<&'static str> {
        self.meaning(word).map(|meaning| meaning.word)
    }

    /// Meaning of one lower-case word, with what its compound and its suffix add.
    pub fn meaning(&self, word: &str) -> Option<Meaning> {
        let folded = fold(word);
        let word = folded.as_str();
        let exact = |word: &str| self.exact.get(word).copied();
        exact(word)
            .map(Meaning::of)
            .or_else(|| self.rules.find(word, &exact))
            .or_else(|| self.stem(word).map(Meaning::of))
            .or_else(|| self.rules.find(word, &|base| self.base(base)))
    }

    /// Meaning of one lower-case word, and whether it stands in the table as it is written.
    pub fn surety(&self, word: &str) -> Option<(&'static str, bool)> {
        self.exact(word)
            .or_else(|| self.word(word).map(|meaning| (meaning, false)))
            .or_else(|| self.enclitic(&fold(word)).map(|(verb, _)| (verb, true)))
    }

    /// As [`Glosses::surety`], for words as they stand in the table.
    pub fn exact(&self, word: &str) -> Option<(&'static str, bool)> {
        self.exact.get(&fold(word)).map(|meaning| (*meaning, true))
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

    /// Words at the beginning of `words` that are one phrase naming a kind of picture, at most; nought when they are none.
    pub fn names_picture(&self, words: &[&str]) -> usize {
        let named = |n: &usize| {
            let phrase = fold(&words[..*n].join(" "));
            let meaning = self.exact.get(&phrase).copied();
            meaning.is_some_and(|meaning| lexicon().genres.get(meaning).is_some())
        };
        let most = words.len().min(PHRASE_WORDS_MAX);
        (2..=most).rev().find(named).unwrap_or(0)
    }

    /// Whether blanks part the groups of a large number.
    pub fn groups_by_blanks(&self) -> bool {
        self.endings.is_cased()
    }

    /// Whether a folded word of an unspaced script is known.
    fn knows(&self, word: &str) -> bool {
        self.exact.contains_key(word) || self.classifiers.contains(word)
    }

    /// Cuts text without spaces into known words and unknown stretches, as few of both as possible; returns the end of
    /// every piece in bytes.
    pub fn pieces(&self, run: &str) -> Vec<usize> {
        /// What a known word costs, one more when it is a single character, and an unknown character.
        const WORD: usize = 10;
        const SINGLE: usize = 13;
        const UNKNOWN: usize = 20;
        let folded = fold(run);
        let folded = if folded.len() == run.len() {
            folded.as_str()
        } else {
            run
        };
        let mut bounds: Vec<usize> = folded.char_indices().map(|(at, _)| at).collect();
        bounds.push(folded.len());
        let last = bounds.len() - 1;
        // Cheapest way to each bound: cost, where the piece before it starts, whether that piece is known.
        let mut best = vec![(usize::MAX, 0, false); last + 1];
        best[0] = (0, 0, true);
        for from in 0..last {
            let cost = best[from].0;
            for to in from + 1..=last.min(from + UNSPACED_CHARS_MAX) {
                if self.knows(&folded[bounds[from]..bounds[to]]) {
                    let step = if to == from + 1 { SINGLE } else { WORD };
                    // Of equals the longer first word wins.
                    if cost + step < best[to].0 {
                        best[to] = (cost + step, from, true);
                    }
                }
            }
            if cost + UNKNOWN < best[from + 1].0 {
                best[from + 1] = (cost + UNKNOWN, from, false);
            }
        }
        let mut ends = Vec::new();
        let mut at = last;
        let mut after_known = true;
        while at > 0 {
            let (_, from, known) = best[at];
            if known || after_known {
                ends.push(bounds[at]);
            }
            after_known = known;
            at = from;
        }
        ends.reverse();
        ends
    }

    /// Gives tokens the English keys of their words.
    pub fn apply(&self, prompt: &str, tokens: Vec<Token>) -> Vec<Token> {
        if self.exact.is_empty() {
            return tokens;
        }
        let tokens = self.rules.grouped(prompt, tokens);
        let mut out = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            let key = tokens[at].key.as_str();
            let month = crate::forms::is_month(key);
            // "feb 20, mar 15": among other months with their figures no sea is meant.
            let dated = month && crate::forms::in_month_series(&tokens, at);
            if dated || !key.is_ascii() && (month || crate::forms::is_weekday(key)) {
                out.push(tokens[at].clone());
                at += 1;
            } else if self.is_classifier(&tokens[at], out.last()) {
                out.push(keyed(&tokens[at], tokens[at].span.clone(), CLASSIFIER));
                at += 1;
            } else if let Some(parts) = self.counted(&tokens[at], out.last()) {
                out.extend(parts);
                at += 1;
            } else if let Some((len, parts)) = self.led_phrase(prompt, &tokens, at) {
                out.extend(parts);
                at += len;
            } else if let Some((len, meaning)) = self.phrase_at(&tokens, at) {
                let word = match len {
                    1 => self.endings.settle(&tokens, at, meaning.word, out.last()),
                    _ => meaning.word,
                };
                let word = self.apposed(word, out.last()).unwrap_or(word);
                let after = meaning.after.and_then(|key| settled(key, word));
                let span = tokens[at].span.start..tokens[at + len - 1].span.end;
                let case = case_of_run(&tokens[at..at + len], tokens[at].case);
                // "balon gökyüzünde": a thing and a place, no compound.
                let apart = after.is_some_and(|key| matches!(key, "@in" | "@on"))
                    && out.last().is_some_and(is_thing);
                let before = meaning.before.or(apart.then_some("~"));
                let parts = [before, Some(word), after];
                for key in parts.into_iter().flatten().flat_map(str::split_whitespace) {
                    let mut token = keyed(&tokens[at], span.clone(), key);
                    token.case = case;
                    out.push(token);
                }
                at += len;
            } else {
                let parts = self.parts(prompt, &tokens[at]);
                match parts.or_else(|| self.with_pronoun(&tokens[at])) {
                    Some(parts) => out.extend(parts),
                    None => out.push(tokens[at].clone()),
                }
                at += 1;
            }
        }
        self.rules.reorder(&mut out);
        if !self.affixes.is_empty() {
            shades_first(&mut out);
        }
        debug_assert!(
            out.iter()
                .all(|token| prompt.get(token.span.clone()).is_some())
        );
        out
    }

    /// What a noun means right behind another one, where that is something else than alone.
    fn apposed(&self, word: &str, before: Option<&Token>) -> Option<&'static str> {
        before.filter(|token| is_thing(token))?;
        let pair = self.apposed.iter().find(|(own, _)| *own == word);
        pair.map(|(_, meaning)| *meaning)
    }

    /// Whether a token is a measure word behind a number.
    fn is_classifier(&self, token: &Token, before: Option<&Token>) -> bool {
        token.is_word()
            && before.is_some_and(|before| {
                before.kind == Kind::Number
                    || before.is_word() && crate::numbers::simple(&before.key).is_some()
                    || matches!(before.key.as_str(), "several" | "many" | "each")
            })
            && self.classifiers.contains(&fold(&token.key))
    }

    /// A measure word with particles behind a number ("마리가"), or a dual.
    fn counted(&self, token: &Token, before: Option<&Token>) -> Option<Vec<Token>> {
        if self.affixes.is_empty() || !token.is_word() {
            return None;
        }
        let key = fold(&token.key);
        if !self.exact.contains_key(&key)
            && let Some(keys) = self
                .affixes
                .dual(&key, &|word| self.exact.get(word).copied())
        {
            let keys = keys.split_whitespace();
            return Some(
                keys.map(|key| keyed(token, token.span.clone(), key))
                    .collect(),
            );
        }
        let mut ends = key.char_indices().map(|(at, _)| at).skip(1);
        let (end, particles) = ends.find_map(|end| {
            let measure = Token {
                key: key[..end].to_string(),
                ..token.clone()
            };
            self.is_classifier(&measure, before)
                .then(|| self.affixes.particles_of(&key[end..]))
                .flatten()
                .map(|particles| (end, particles))
        })?;
        let start = token.span.start;
        let head = keyed(token, start..start + end, CLASSIFIER);
        let tail = particles.into_iter().filter(|part| part.keys != "@many");
        let tail = tail.map(|part| {
            keyed(
                token,
                start + end + part.start..start + end + part.end,
                &part.keys,
            )
        });
        Some(std::iter::once(head).chain(tail).collect())
    }

    /// Length in bytes of the measure word that a number runs into ("3마리가"); none when it is something else.
    pub fn measures(&self, rest: &str) -> bool {
        if self.affixes.is_empty() {
            return false;
        }
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let word = fold(&rest[..end]);
        self.classifiers.contains(&word)
            || word.char_indices().skip(1).any(|(at, _)| {
                self.classifiers.contains(&word[..at])
                    && self.affixes.particles_of(&word[at..]).is_some()
            })
    }

    /// A phrase of several words whose first is joined to a small word ("to-the bow in-the cloud").
    fn led_phrase(&self, prompt: &str, tokens: &[Token], at: usize) -> Option<(usize, Vec<Token>)> {
        let token = &tokens[at];
        if !self.affixes.leads() || !token.is_word() || self.phrase_at(tokens, at).is_some() {
            return None;
        }
        let key = fold(&token.key);
        self.affixes
            .heads(&key)
            .into_iter()
            .find_map(|(lead, rest)| {
                let mut phrase: Vec<Token> =
                    tokens[at..(at + PHRASE_WORDS_MAX).min(tokens.len())].to_vec();
                phrase[0].key = rest.to_string();
                let (len, meaning) = self.phrase_at(&phrase, 0).filter(|&(len, _)| len > 1)?;
                let span = token.span.start..tokens[at + len - 1].span.end;
                prompt.get(span.clone())?;
                let keys = lead
                    .split_whitespace()
                    .chain(meaning.word.split_whitespace());
                Some((
                    len,
                    keys.map(|key| keyed(token, span.clone(), key)).collect(),
                ))
            })
    }

    /// A verb of instructions and the pronoun that is written behind it ("muévelo", "fais-en").
    fn with_pronoun(&self, token: &Token) -> Option<Vec<Token>> {
        if !token.is_word() {
            return None;
        }
        let (verb, pronoun) = self.enclitic(&fold(&token.key))?;
        let keys = verb.split_whitespace().chain(pronoun.split_whitespace());
        Some(
            keys.map(|key| keyed(token, token.span.clone(), key))
                .collect(),
        )
    }

    /// The keys of a verb and of the pronoun that is written behind it.
    fn enclitic(&self, word: &str) -> Option<(&'static str, &'static str)> {
        self.enclitics.iter().find_map(|(pronoun, key)| {
            let stem = word.strip_suffix(pronoun.as_str())?;
            let verb = self.exact.get(stem).copied();
            // The stress is written where the pronoun makes the word longer: "muéve-lo".
            let verb = verb.or_else(|| self.exact.get(&unstressed(stem)).copied());
            // Infinitives lose a letter before it: "spostarlo", "movê-lo".
            let verb = verb.or_else(|| self.exact.get(&format!("{stem}e")).copied());
            let verb = verb.filter(|verb| crate::instruction::is_verb(verb))?;
            Some((verb, *key))
        })
    }

    /// The tokens of a word that is joined to small words.
    fn parts(&self, prompt: &str, token: &Token) -> Option<Vec<Token>> {
        if self.affixes.is_empty() || !token.is_word() {
            return None;
        }
        let written = prompt.get(token.span.clone())?;
        let key = fold(&lower(written));
        let parts = self.affixes.parts(&key, &|word| self.word(word), &|word| {
            self.exact.contains_key(word)
        })?;
        // Signs that folding left out shift the bytes: then every part spans the whole word.
        let exact = key.len() == written.len();
        let mut out = Vec::new();
        for part in parts {
            let span = if exact {
                token.span.start + part.start..token.span.start + part.end
            } else {
                token.span.clone()
            };
            let keys = part.keys.split_whitespace();
            out.extend(keys.map(|key| keyed(token, span.clone(), key)));
        }
        Some(out)
    }

    fn phrase_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Meaning)> {
        if !tokens[at].is_word() {
            return None;
        }
        let available = (1..PHRASE_WORDS_MAX)
            .take_while(|&n| tokens.get(at + n).is_some_and(Token::is_wordlike))
            .count()
            + 1;
        for len in (2..=available).rev() {
            let words: Vec<String> = tokens[at..at + len]
                .iter()
                .map(|token| fold(&token.key))
                .collect();
            if let Some(english) = self.exact.get(&words.join(" ")) {
                return Some((len, Meaning::of(english)));
            }
            if let Some(english) = self.endings.phrase(&words) {
                return Some((len, Meaning::of(english)));
            }
            // "the card of the work": articles inside a phrase.
            let bare: Vec<&str> = words
                .iter()
                .map(|word| self.affixes.bare(word).unwrap_or(word))
                .collect();
            if let Some(english) = self.exact.get(&bare.join(" ")) {
                return Some((len, Meaning::of(english)));
            }
        }
        self.inflected_phrase(&tokens[at..at + available])
            .or_else(|| self.meaning(&tokens[at].key).map(|meaning| (1, meaning)))
    }

    /// A phrase of the table whose words have other endings here: "kartkę urodzinową", "fiyat etiketinde".
    fn inflected_phrase(&self, tokens: &[Token]) -> Option<(usize, Meaning)> {
        let forms = |at: usize| {
            let mut forms = self.rules.bases(&tokens[at].key);
            forms.insert(
                0,
                Base {
                    text: tokens[at].key.clone(),
                    plural: false,
                    after: None,
                },
            );
            forms
        };
        let first: Vec<Base> = forms(0)
            .into_iter()
            .filter(|form| self.heads.contains(&form.text))
            .collect();
        if first.is_empty() {
            return None;
        }
        (2..=tokens.len().min(INFLECTED_WORDS_MAX))
            .rev()
            .find_map(|len| {
                let last = forms(len - 1);
                let middle: Vec<Vec<Base>> = (1..len - 1).map(forms).collect();
                let between: Vec<String> = match middle.first() {
                    Some(forms) => forms
                        .iter()
                        .map(|form| format!(" {} ", form.text))
                        .collect(),
                    None => vec![" ".to_string()],
                };
                first.iter().find_map(|first| {
                    between.iter().find_map(|between| {
                        last.iter().find_map(|last| {
                            let phrase = format!("{}{between}{}", first.text, last.text);
                            let english = self.exact.get(&phrase)?;
                            let plural = first.plural || last.plural;
                            let form = Base {
                                plural,
                                ..last.clone()
                            };
                            Some((len, form.meaning(english)))
                        })
                    })
                })
            })
    }
}

/// "blue dark" becomes "dark blue", where adjectives follow each other in that order.
fn shades_first(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let shade = matches!(tokens[at].key.as_str(), "dark" | "pale" | "light");
        if shade && lexicon().colors.get(&tokens[at - 1].key).is_some() {
            let key = std::mem::take(&mut tokens[at].key);
            tokens[at].key = std::mem::replace(&mut tokens[at - 1].key, key);
        }
    }
}

/// A token with an English key.
/// A word without its written stress.
fn unstressed(word: &str) -> String {
    let plain = |c: char| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    };
    word.chars().map(plain).collect()
}

fn keyed(token: &Token, span: crate::Span, key: &str) -> Token {
    let number = key.chars().all(|c| c.is_ascii_digit());
    Token {
        span,
        key: key.to_string(),
        kind: if number { Kind::Number } else { Kind::Word },
        case: token.case,
    }
}

/// Whether a token names a thing and says nothing about another.
fn is_thing(token: &Token) -> bool {
    let lexicon = lexicon();
    token.is_word()
        && lexicon.nouns.get(&token.key).is_some()
        && lexicon.adjectives.get(&token.key).is_none()
        && lexicon.colors.get(&token.key).is_none()
}

/// The key of a place suffix for its noun: things lie on a table and in a garden. Words that are no places have none.
fn settled(key: &'static str, noun: &str) -> Option<&'static str> {
    let lexicon = lexicon();
    let thing = lexicon.nouns.get(noun).is_some();
    if key != "@at" {
        return thing.then_some(key);
    }
    match noun {
        noun if lexicon.has_trait(noun, "surface") => Some("@on"),
        noun => (thing || lexicon.places.get(noun).is_some()).then_some("@in"),
    }
}

fn case_of_run(tokens: &[Token], first: Case) -> Case {
    if tokens.iter().all(|token| token.case == Case::Upper) {
        Case::Upper
    } else {
        first
    }
}
