//! Guesses the language of the carrier words.

use crate::glosses::{Glosses, LANGUAGES};
use crate::lexicon::lexicon;
use crate::quotes::Quoted;
use crate::tokens::{is_unspaced, lower};

/// Words read for the guess, at most.
const WORDS_MAX: usize = 200;

/// Latin-script languages that are told apart by their words.
const LATIN: &[&str] = &["es", "pt", "fr", "de", "it"];

/// Returns the ISO 639-1 code of the language of `prompt` outside its quotes; English when nothing speaks against it.
pub(crate) fn detect(prompt: &str, quoted: &[Quoted]) -> &'static str {
    let outside = outside(prompt, quoted);
    by_script(&outside).unwrap_or_else(|| by_words(&outside))
}

fn outside(prompt: &str, quoted: &[Quoted]) -> String {
    let mut text = String::with_capacity(prompt.len());
    let mut at = 0;
    for quote in quoted {
        text.push_str(prompt.get(at..quote.outer.start).unwrap_or(""));
        text.push(' ');
        at = quote.outer.end;
    }
    text.push_str(prompt.get(at..).unwrap_or(""));
    text
}

fn by_script(text: &str) -> Option<&'static str> {
    let (mut han, mut kana, mut hangul, mut cyrillic, mut arabic, mut devanagari, mut latin) =
        (0, 0, 0, 0, 0, 0, 0);
    for c in text.chars() {
        match c {
            '\u{3040}'..='\u{30ff}' => kana += 2,
            c if is_unspaced(c) => han += 2,
            '\u{ac00}'..='\u{d7af}' => hangul += 2,
            '\u{0400}'..='\u{04ff}' => cyrillic += 1,
            '\u{0600}'..='\u{06ff}' => arabic += 1,
            '\u{0900}'..='\u{097f}' => devanagari += 1,
            c if c.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    // Kana decides for Japanese even when most characters are Han.
    let japanese = if kana > 0 && kana * 6 >= han {
        han + kana
    } else {
        0
    };
    let counts = [
        ("ja", japanese),
        ("zh", han),
        ("ko", hangul),
        ("ru", cyrillic),
        ("ar", arabic),
        ("hi", devanagari),
    ];
    let &(language, count) = counts.iter().max_by_key(|&&(_, count)| count)?;
    let language = if language == "zh" && japanese > 0 {
        "ja"
    } else {
        language
    };
    (count > 0 && count >= latin).then_some(language)
}

fn by_words(text: &str) -> &'static str {
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .take(WORDS_MAX)
        .map(lower)
        .collect();
    let english = words.iter().filter(|word| knows_english(word)).count();
    let mut best = ("en", english);
    for &language in LATIN {
        debug_assert!(LANGUAGES.iter().any(|&(code, _)| code == language));
        let glosses = Glosses::for_language(language);
        let score = words
            .iter()
            .filter(|word| glosses.word(word).is_some())
            .count();
        if score > best.1 {
            best = (language, score);
        }
    }
    best.0
}

fn knows_english(word: &str) -> bool {
    let lexicon = lexicon();
    lexicon.stops.contains_key(word)
        || lexicon.nouns.get(word).is_some()
        || lexicon.verbs.contains_key(word)
        || lexicon.colors.get(word).is_some()
        || lexicon.adjectives.get(word).is_some()
        || lexicon.places.get(word).is_some()
        || lexicon.roles.get(word).is_some()
        || lexicon.genres.get(word).is_some()
        || lexicon.looks.get(word).is_some()
}
