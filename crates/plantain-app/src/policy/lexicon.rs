//! Where the words of many sets stand in a text, found in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, BuildError, MatchKind};

use crate::policy::text;

/// Which set of words a hit belongs to.
pub type SetId = u16;

/// A word or phrase of a set, found in a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub set: SetId,
    /// Bytes of the reading.
    pub start: usize,
    pub end: usize,
    /// Words before the hit's first and last; breaks don't count. Two characters of a script without spaces are a word.
    pub first_word: u32,
    pub last_word: u32,
}

impl Hit {
    /// Returns a hit whose words are not counted yet.
    fn at(set: SetId, start: usize, end: usize) -> Self {
        Self {
            set,
            start,
            end,
            first_word: 0,
            last_word: 0,
        }
    }
}

/// Words and phrases of many sets, ready to be found.
pub struct Lexicon {
    finder: AhoCorasick,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    set: SetId,
    /// Letters may stand before or behind, written as `*` in the tables.
    open_left: bool,
    open_right: bool,
}

impl Lexicon {
    /// Builds the finder for phrases with their sets. A `*` at an end stands for any letters.
    pub fn new<'a>(
        phrases: impl IntoIterator<Item = (SetId, &'a str)>,
    ) -> Result<Self, Box<BuildError>> {
        let mut entries = Vec::new();
        let mut patterns = Vec::new();
        for (set, written) in phrases {
            let bare = written.trim_matches('*');
            let pattern = text::phrase(bare);
            let (Some(first), Some(last)) = (pattern.chars().next(), pattern.chars().next_back())
            else {
                continue;
            };
            entries.push(Entry {
                set,
                open_left: written.starts_with('*') || !is_spaced(first),
                open_right: written.ends_with('*') || !is_spaced(last) || is_hangul(last),
            });
            patterns.push(pattern);
        }
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .map_err(Box::new)?;
        Ok(Self { finder, entries })
    }

    /// Returns every hit in a reading, by where it starts, with those that the caller found by itself: sets and bytes.
    pub fn hits(&self, reading: &str, found: &[(SetId, Range<usize>)]) -> Vec<Hit> {
        let mut hits: Vec<_> = found
            .iter()
            .map(|(set, at)| Hit::at(*set, at.start, at.end))
            .collect();
        for found in self.finder.find_overlapping_iter(reading) {
            let entry = self.entries[found.pattern().as_usize()];
            let before = reading[..found.start()].chars().next_back();
            let behind = reading[found.end()..].chars().next();
            let parted = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() || !is_spaced(c));
            if (entry.open_left || parted(before)) && (entry.open_right || parted(behind)) {
                hits.push(Hit::at(entry.set, found.start(), found.end()));
            }
        }
        hits.sort_by_key(|hit| (hit.start, hit.end, hit.set));
        count_words(reading, &mut hits);
        hits
    }
}

/// Fills in how many words stand before each hit.
fn count_words(reading: &str, hits: &mut [Hit]) {
    if hits.is_empty() {
        return;
    }
    // Half words before each byte.
    let mut halves = Vec::with_capacity(reading.len() + 1);
    let mut count: u32 = 0;
    for c in reading.chars() {
        match c {
            ' ' => count += 2,
            // A break stands between two spaces, and is no word.
            text::BREAK => count = count.saturating_sub(2),
            c if !is_spaced(c) => count += 1,
            _ => {}
        }
        halves.extend(std::iter::repeat_n(count, c.len_utf8()));
    }
    let word = |at: usize| halves.get(at).copied().unwrap_or(count) / 2;
    for hit in hits {
        hit.first_word = word(hit.start);
        hit.last_word = word(hit.end.saturating_sub(1));
    }
}

/// Whether words of the letter's script are parted by spaces.
fn is_spaced(c: char) -> bool {
    !matches!(c as u32, 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x9fff
        | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Korean hangs endings onto its words.
fn is_hangul(c: char) -> bool {
    matches!(c as u32, 0xac00..=0xd7a3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_stems_and_scripts_without_spaces() {
        let lexicon = Lexicon::new([
            (0, "sex"),
            (1, "porn*"),
            (2, "裸"),
            (3, "big cat"),
            (4, "나체"),
        ])
        .unwrap();
        let cases: &[(&str, &[SetId])] = &[
            ("Essex, Sussex and unisex", &[]),
            ("sex", &[0]),
            ("Sex!", &[0]),
            ("pornography", &[1]),
            ("acorn popcorn", &[]),
            ("全裸の絵", &[2]),
            ("a big cat", &[3]),
            ("big, cat", &[]),
            ("a big  cat's tail", &[3]),
            ("나체의 여자", &[4]),
        ];
        for (text, expected) in cases {
            let reading = &crate::policy::text::readings(text)[0];
            let sets: Vec<_> = lexicon
                .hits(reading, &[])
                .iter()
                .map(|hit| hit.set)
                .collect();
            assert_eq!(&sets, expected, "{text:?}");
        }
    }

    #[test]
    fn words_are_counted_without_breaks() {
        let lexicon = Lexicon::new([(0, "a"), (1, "b")]).unwrap();
        let reading = &crate::policy::text::readings("a x, y. b")[0];
        let words: Vec<_> = lexicon
            .hits(reading, &[])
            .iter()
            .map(|hit| hit.first_word)
            .collect();
        assert_eq!(words[1] - words[0], 3);
    }
}
