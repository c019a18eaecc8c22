//! Guesses the language of the carrier words.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::glosses::{Glosses, LANGUAGES};
use crate::lexicon::{lexicon, rows};
use crate::quotes::Quoted;
use crate::tokens::{is_unspaced, lower};

/// Words read for the guess, at most.
const WORDS_MAX: usize = 200;

/// Latin-script languages that are told apart by their words, with letters that speak for them.
const LATIN: &[(&str, &str)] = &[
    ("es", "ñ¿¡"),
    ("pt", "ãõ"),
    ("fr", "èêûœ"),
    ("de", "ßäöü"),
    ("it", ""),
    ("nl", "ĳ"),
    ("pl", "łąęśźżćń"),
    ("tr", "şğı"),
];

/// Weights of a small word, of another known word, of an inflected word, and of a letter that speaks for a language.
const SMALL: usize = 3;
const KNOWN: usize = 2;
const INFLECTED: usize = 1;
const LETTER: usize = 2;
/// Weight of a long first word that names a kind of picture, and letters that make it long.
const NAMED: usize = 4;
const LONG_WORD: usize = 6;

/// Returns the ISO 639-1 code of the language of `prompt` outside its quotes; English when nothing speaks against it.
pub(crate) fn detect(prompt: &str, quoted: &[Quoted]) -> &'static str {
    detect_with(
        prompt,
        quoted,
        &Lookup {
            glosses: Glosses::for_language,
            english: |_| false,
        },
    )
}

/// Letters of Japanese grammar that tell a prompt from a Chinese one, at least.
const HIRAGANA_MIN: usize = 2;

/// Characters that are written so in Japanese alone ("営業中", "駅").
const JAPANESE: &str = "営気駅図売桜対発楽広円込働峠畑辻渋沢択仏価児単厳収変実帰応悪戦拝拡検様歩歯毎済焼県竜絵継続総縁聴芸薬訳読豊転軽辺郷鉄録関険隠黒";

/// Characters that only the simplified script of Chinese writes so ("商品页", "标题").
const SIMPLIFIED: &str = "页题标绿们这说请让买卖图书车长东门时间开关红银钱设计订单发样边师应动电脑词语认识谢网贴账频听录选择级营业";

/// Where words are looked up.
#[derive(Debug)]
pub(crate) struct Lookup {
    /// The table of a language.
    pub glosses: fn(&str) -> &'static Glosses,
    /// Whether a word is English, beside those that every prompt may use.
    pub english: fn(&str) -> bool,
}

/// As [`detect`], by other tables.
pub(crate) fn detect_with(prompt: &str, quoted: &[Quoted], lookup: &Lookup) -> &'static str {
    let outside = without_addresses(&outside(prompt, quoted));
    by_script(&outside, lookup.glosses).unwrap_or_else(|| by_words(&outside, lookup))
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

/// Mail and web addresses are in Latin letters whatever the language.
fn without_addresses(text: &str) -> String {
    let of_address = |c: char| c.is_ascii_alphanumeric() || "@._-+%/:".contains(c);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let len = rest.find(|c| !of_address(c)).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(len.max(first.len_utf8()));
        let address = run.contains('@') || run.contains("://") || run.starts_with("www.");
        out.push_str(if address { " " } else { run });
        rest = behind;
    }
    out
}

fn by_script(text: &str, glosses: fn(&str) -> &'static Glosses) -> Option<&'static str> {
    let mut counts = Scripts::default();
    for c in text.chars() {
        counts.add(c);
    }
    let language = counts.language()?;
    if language == "zh" && text.contains(|c| SIMPLIFIED.contains(c)) {
        return Some("zh");
    }
    // So is a text of Han characters alone.
    let more = || known_words(text, glosses("ja")) > known_words(text, glosses("zh"));
    if language == "zh" && (text.contains(|c| JAPANESE.contains(c)) || more()) {
        return Some("ja");
    }
    // Without a letter of its own a Cyrillic text is told by its words.
    let undecided = language == "ru" && counts.ukrainian == counts.russian;
    Some(
        if undecided && known_words(text, glosses("uk")) > known_words(text, glosses("ru")) {
            "uk"
        } else {
            language
        },
    )
}

/// How many words of a text stand in a table.
fn known_words(text: &str, glosses: &Glosses) -> usize {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | 'ʼ')))
        .filter(|word| !word.is_empty())
        .take(WORDS_MAX)
        .filter(|word| glosses.word(&lower(word)).is_some())
        .count()
}

/// Letters by script; Han and kana count double, as they say more than a letter.
#[derive(Debug, Default)]
struct Scripts {
    han: usize,
    kana: usize,
    /// Letters of the syllabary that only Japanese grammar is written in.
    hiragana: usize,
    hangul: usize,
    cyrillic: usize,
    /// Cyrillic letters that Ukrainian has and Russian lacks, and the other way round.
    ukrainian: usize,
    russian: usize,
    arabic: usize,
    hebrew: usize,
    devanagari: usize,
    latin: usize,
}

impl Scripts {
    fn add(&mut self, c: char) {
        match c {
            '\u{3040}'..='\u{30ff}' => {
                self.kana += 2;
                // Chinese borrows this one for its looks; all others are grammar.
                self.hiragana += match c {
                    'の' => 1,
                    c if c < '\u{30a0}' => HIRAGANA_MIN,
                    _ => 0,
                };
            }
            c if is_unspaced(c) => self.han += 2,
            '\u{ac00}'..='\u{d7af}' => self.hangul += 2,
            '\u{0400}'..='\u{04ff}' => {
                self.cyrillic += 1;
                self.ukrainian += usize::from("іїєґІЇЄҐ".contains(c));
                self.russian += usize::from("ыэъёЫЭЪЁ".contains(c));
            }
            '\u{0590}'..='\u{05ff}' => self.hebrew += 1,
            '\u{0600}'..='\u{06ff}' => self.arabic += 1,
            '\u{0900}'..='\u{097f}' => self.devanagari += 1,
            c if c.is_alphabetic() => self.latin += 1,
            _ => {}
        }
    }

    fn language(&self) -> Option<&'static str> {
        // Kana decides for Japanese even when most characters are Han.
        let particles = self.hiragana >= HIRAGANA_MIN;
        let japanese = if self.kana > 0 && (particles || self.kana * 6 >= self.han) {
            self.han + self.kana
        } else {
            0
        };
        let cyrillic = if self.ukrainian > self.russian {
            "uk"
        } else {
            "ru"
        };
        let counts = [
            ("ja", japanese),
            ("zh", self.han),
            ("ko", self.hangul),
            (cyrillic, self.cyrillic),
            ("ar", self.arabic),
            ("he", self.hebrew),
            ("hi", self.devanagari),
        ];
        let &(language, count) = counts.iter().max_by_key(|&&(_, count)| count)?;
        let language = if language == "zh" && japanese > 0 {
            "ja"
        } else {
            language
        };
        (count > 0 && count >= self.latin).then_some(language)
    }
}

/// The language whose small words, known words and letters say most; English wins ties.
fn by_words(text: &str, lookup: &Lookup) -> &'static str {
    let mut hour = false;
    let words: Vec<(String, bool)> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
        .filter(|word| !word.is_empty())
        // "10 am": behind a figure the half of the day, not the German word.
        .filter(|word| {
            let half = hour && matches!(*word, "am" | "AM");
            hour = word.bytes().all(|b| b.is_ascii_digit());
            !half
        })
        .filter(|word| word.chars().any(char::is_alphabetic))
        // "1 l", "250 g": units belong to no language.
        .filter(|word| !matches!(*word, "l" | "g" | "m" | "h" | "k"))
        // "Jan 320, Feb 290": names that most languages share.
        .filter(|word| !SHARED.contains(&lower(word).as_str()))
        .take(WORDS_MAX)
        .map(|word| {
            (
                lower(word),
                word.chars().next().is_some_and(char::is_uppercase),
            )
        })
        .collect();
    let mut best = (
        "en",
        words
            .iter()
            .map(|(word, _)| match (lookup.english)(word) {
                true => SMALL,
                false => english_weight(word),
            })
            .sum(),
    );
    let opening: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
    for &(language, letters) in LATIN {
        debug_assert!(LANGUAGES.iter().any(|&(code, _)| code == language));
        let glosses = (lookup.glosses)(language);
        let score: usize = words
            .iter()
            .map(|(word, capital)| {
                // Names keep their letters in every language; German nouns have capitals.
                let own = word.chars().any(|c| letters.contains(c));
                let letter = usize::from(own && (!capital || language == "de")) * LETTER;
                // A word that English knows is no inflected word of another language.
                let known = match knows_english(word) {
                    true => glosses.exact(word),
                    false => glosses.surety(word),
                };
                known.map_or(0, weight) + letter
            })
            .sum();
        // "Stundenplan Klasse 5b: …": who names the picture in a language speaks it.
        let named = words.first().is_some_and(|(word, _)| {
            // "Verkoopbord: …": a compound names its picture by its head.
            let meaning = glosses.surety(word).filter(|_| !knows_english(word));
            word.chars().count() > LONG_WORD
                && meaning.is_some_and(|(meaning, _)| lexicon().genres.get(meaning).is_some())
        });
        // "gráfico de pizza: …": of two languages with the word, the one that has the whole phrase.
        let phrase = glosses.names_picture(&opening);
        let score = score + usize::from(named || phrase > 0) * NAMED + phrase;
        if score > best.1 {
            best = (language, score);
        }
    }
    best.0
}

/// Weight of a word that a table knows in its own form (`true`) or inflected.
fn weight((meaning, exact): (&'static str, bool)) -> usize {
    match (exact, lexicon().stops.contains_key(meaning)) {
        (true, true) => SMALL,
        (true, false) => KNOWN,
        (false, _) => INFLECTED,
    }
}

fn english_weight(word: &str) -> usize {
    let small = lexicon()
        .stops
        .get(word)
        .is_some_and(|kind| *kind != "picture");
    match (small, knows_english(word)) {
        (true, _) => SMALL,
        (false, true) => KNOWN,
        // Words that tables only explain others by say less: many are written alike elsewhere ("mode").
        (false, false) => usize::from(is_meaning(word)) * INFLECTED,
    }
}

/// Short names of months, which are words of other languages too ("mar").
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// Of those and the like, the ones that are written alike in many languages and mean nothing else in them.
const SHARED: &[&str] = &["jan", "feb", "apr", "vs"];

/// English words by which a gloss table says what its own words mean.
fn is_meaning(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        // One table names nearly every word that the grammar of this crate is about.
        let (_, table) = LANGUAGES[3];
        rows(table)
            .filter_map(|row| row.first().copied())
            .filter(|key| !key.starts_with(['%', '@', '+']))
            .flat_map(str::split_whitespace)
            .filter(|word| word.len() > 3)
            .collect()
    });
    words.contains(word)
}

fn knows_english(word: &str) -> bool {
    let lexicon = lexicon();
    MONTHS.contains(&word)
        || lexicon.stops.contains_key(word)
        || lexicon.nouns.get(word).is_some()
        || lexicon.verbs.contains_key(word)
        || lexicon.colors.get(word).is_some()
        || lexicon.adjectives.get(word).is_some()
        || lexicon.places.get(word).is_some()
        || lexicon.roles.get(word).is_some()
        || lexicon.genres.get(word).is_some()
        || lexicon.looks.get(word).is_some()
        || lexicon.components.get(word).is_some()
}
