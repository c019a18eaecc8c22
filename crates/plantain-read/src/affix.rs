//! Small words that are written together with their noun: prefixes of Hebrew and Arabic, particles of Korean, the
//! Arabic dual.
//!
//! Rows of a gloss table: `%prefix` and `%suffix` list `affix>key` pairs (no key: the affix says nothing here), `%dual`
//! lists `ending>base` pairs of words for two things.

use crate::lexicon::lexicon;

/// Affixes before and after one word, at most.
const PREFIXES_MAX: usize = 3;
const SUFFIXES_MAX: usize = 3;
/// Letters of the word that is left, at least, when a prefix goes.
const REST_CHARS_MIN: usize = 2;
/// Letters of an inflected word behind a prefix, at least.
const INFLECTED_CHARS_MIN: usize = 4;

/// Affixes of a language, longest first.
#[derive(Debug, Default)]
pub(crate) struct Affixes {
    prefixes: Vec<(String, &'static str)>,
    suffixes: Vec<(String, &'static str)>,
    duals: Vec<(String, String)>,
}

/// One part of a word: its bytes within the folded word and its English keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub start: usize,
    pub end: usize,
    pub keys: String,
}

/// Looks a word up.
type Table<'t> = &'t dyn Fn(&str) -> Option<&'static str>;

impl Affixes {
    /// Adds a row; false when it is of another kind.
    pub fn add(&mut self, kind: &str, text: &'static str) -> bool {
        let pairs = text.split('|').filter_map(|pair| pair.split_once('>'));
        let own =
            |list: &mut Vec<(String, &'static str)>,
             pairs: &mut dyn Iterator<Item = (&'static str, &'static str)>| {
                list.extend(pairs.map(|(affix, key)| (crate::fold::fold(affix), key)));
                list.sort_by_key(|(affix, _)| std::cmp::Reverse(affix.len()));
            };
        match kind {
            "prefix" => own(&mut self.prefixes, &mut pairs.into_iter()),
            "suffix" => own(&mut self.suffixes, &mut pairs.into_iter()),
            "dual" => self
                .duals
                .extend(pairs.map(|(end, base)| (crate::fold::fold(end), crate::fold::fold(base)))),
            _ => return false,
        }
        true
    }

    pub fn is_empty(&self) -> bool {
        self.prefixes.is_empty() && self.suffixes.is_empty() && self.duals.is_empty()
    }

    /// The parts of a folded word that stands in no table as a whole.
    pub fn parts(
        &self,
        word: &str,
        table: Table<'_>,
        exact: &dyn Fn(&str) -> bool,
    ) -> Option<Vec<Part>> {
        self.dual(word, table)
            .map(|keys| {
                vec![Part {
                    start: 0,
                    end: word.len(),
                    keys,
                }]
            })
            .or_else(|| self.without_prefix(word, 0, table, exact, PREFIXES_MAX))
            .or_else(|| self.joined(word, 0, table))
    }

    /// `word` without the affixes that say nothing ("the"), where it has one.
    pub fn bare<'w>(&self, word: &'w str) -> Option<&'w str> {
        let (affix, _) = self
            .prefixes
            .iter()
            .find(|(affix, key)| key.is_empty() && word.starts_with(affix.as_str()))?;
        word.get(affix.len()..)
            .filter(|rest| rest.chars().count() >= REST_CHARS_MIN)
    }

    /// Whether words of this language have prefixes.
    pub fn leads(&self) -> bool {
        !self.prefixes.is_empty()
    }

    /// The ways to take one or two prefixes off a folded word: their keys and the rest.
    pub fn heads<'w>(&self, word: &'w str) -> Vec<(String, &'w str)> {
        let cut = |word: &'w str| {
            self.prefixes
                .iter()
                .filter_map(move |(affix, key)| Some((*key, word.strip_prefix(affix.as_str())?)))
        };
        let mut heads: Vec<(String, &str)> = Vec::new();
        for (key, rest) in cut(word) {
            heads.push((key.to_string(), rest));
            heads.extend(cut(rest).map(|(next, rest)| (format!("{key} {next}"), rest)));
        }
        heads
    }

    /// The particles that `text` is made of.
    pub fn particles_of(&self, text: &str) -> Option<Vec<Part>> {
        self.particles(text, 0, SUFFIXES_MAX)
    }

    /// "and" + "the" + noun.
    fn without_prefix(
        &self,
        word: &str,
        at: usize,
        table: Table<'_>,
        exact: &dyn Fn(&str) -> bool,
        depth: usize,
    ) -> Option<Vec<Part>> {
        let depth = depth.checked_sub(1)?;
        self.prefixes.iter().find_map(|(affix, key)| {
            let rest = word.strip_prefix(affix.as_str())?;
            if rest.chars().count() < REST_CHARS_MIN {
                return None;
            }
            // An affix that says nothing stays with its word.
            let start = if key.is_empty() { at } else { at + affix.len() };
            let end = at + word.len();
            let whole = |keys: String| vec![Part { start, end, keys }];
            // What is left of a short word may be anything: "מאיה" is a name, not "from an island".
            let known = exact(rest) || rest.chars().count() >= INFLECTED_CHARS_MIN;
            let tail = known
                .then(|| {
                    self.dual(rest, table)
                        .map(whole)
                        .or_else(|| table(rest).map(|keys| whole(keys.to_string())))
                })
                .flatten()
                .or_else(|| self.without_prefix(rest, at + affix.len(), table, exact, depth))?;
            let head = (!key.is_empty()).then(|| Part {
                start: at,
                end: at + affix.len(),
                keys: (*key).to_string(),
            });
            Some(head.into_iter().chain(tail).collect())
        })
    }

    /// "قطتان": two of a thing; of people the ending also means several.
    pub fn dual(&self, word: &str, table: Table<'_>) -> Option<String> {
        self.duals.iter().find_map(|(ending, base)| {
            let stem = word.strip_suffix(ending.as_str())?;
            let meaning = table(&format!("{stem}{base}"))?;
            let noun = lexicon().nouns.get(meaning).filter(|noun| !noun.plural)?;
            let plural = lexicon().plurals.get(meaning)?;
            Some(if noun.category == "person" {
                plural.clone()
            } else {
                format!("2 {plural}")
            })
        })
    }

    /// A known word with particles behind it, or several known words with particles behind the last.
    fn joined(&self, word: &str, at: usize, table: Table<'_>) -> Option<Vec<Part>> {
        if self.suffixes.is_empty() {
            return None;
        }
        let mut ends: Vec<usize> = word.char_indices().map(|(i, _)| i).skip(1).collect();
        ends.push(word.len());
        ends.iter().rev().find_map(|&end| {
            let keys = table(&word[..end])?;
            let head = Part {
                start: at,
                end: at + end,
                keys: keys.to_string(),
            };
            let rest = &word[end..];
            if rest.is_empty() {
                return Some(vec![head]);
            }
            if let Some(tail) = self.particles(rest, at + end, SUFFIXES_MAX) {
                return Some(with_plural(head, tail));
            }
            // A word of one syllable is too easily found inside another.
            let long = word[..end].chars().nth(1).is_some();
            let tail = long.then(|| self.joined(rest, at + end, table)).flatten()?;
            Some(std::iter::once(head).chain(tail).collect())
        })
    }

    fn particles(&self, rest: &str, at: usize, depth: usize) -> Option<Vec<Part>> {
        if rest.is_empty() {
            return Some(Vec::new());
        }
        let depth = depth.checked_sub(1)?;
        self.suffixes.iter().find_map(|(affix, key)| {
            let more = rest.strip_prefix(affix.as_str())?;
            let end = at + affix.len();
            let tail = self.particles(more, end, depth)?;
            let part = Part {
                start: at,
                end,
                keys: (*key).to_string(),
            };
            Some(std::iter::once(part).chain(tail).collect())
        })
    }
}

/// The particle for "several" makes a plural of its noun.
fn with_plural(mut head: Part, tail: Vec<Part>) -> Vec<Part> {
    if tail.iter().any(|part| part.keys == "@many")
        && let Some(plural) = lexicon().plurals.get(head.keys.as_str())
    {
        head.keys.clone_from(plural);
    }
    std::iter::once(head)
        .chain(
            tail.into_iter()
                .filter(|part| part.keys != "@many" && !part.keys.is_empty()),
        )
        .collect()
}
