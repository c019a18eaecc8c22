//! Words with their places on a picture, and the search for a text among them.
//!
//! Letters must agree: nothing is accepted for being similar. What may differ is what typesetting and OCR change without
//! changing a letter:
//!
//! - case, the kind of a quote, dash, space or multiplication sign, `…` for `...`, ligatures;
//! - signs that are no letters around a word (a bullet or a stroke of a drawing that was taken for one), unless they
//!   change a figure;
//! - a space that was lost within a line (`Todo`); in scripts without spaces, one too many;
//! - the break of a line.
//!
//! The words of a text must stand together: each beside the one before it, or under it as the next line. A text that holds
//! a figure may stand in parts, as a label and its value do in charts and tables; these share a row or a column.

/// Parts in which a text with a figure may stand, besides the first.
const JUMPS_MAX: u8 = 2;
/// Words that may run together to one.
const JOINED_MAX: usize = 4;
/// Steps of one search; a text whose words repeat all over a picture is given up then.
const STEPS_MAX: u32 = 20_000;

/// A box on a picture, pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    fn height(self) -> f32 {
        self.bottom - self.top
    }

    fn join(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether they share at least half the height of the lower one.
    fn shares_row(self, other: Self) -> bool {
        let shared = self.bottom.min(other.bottom) - self.top.max(other.top);
        shared >= 0.5 * self.height().min(other.height())
    }

    /// Whether they share some of their width.
    fn shares_column(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right
    }

    /// Whether `next` stands on the same line, right after this.
    fn is_beside(self, next: Self) -> bool {
        let gap = next.left - self.right;
        let size = self.height().max(next.height());
        self.shares_row(next) && next.left > self.left && (-0.5 * size..2.5 * size).contains(&gap)
    }

    /// Whether `next` can begin the line under `self`, the last word of `block`, which may itself have begun in the midst
    /// of a line.
    fn is_above(self, next: Self, block: Self) -> bool {
        let size = self.height().max(next.height());
        let gap = next.top - self.bottom;
        let wide = Self {
            left: block.left - 4.0 * size,
            right: block.right + size,
            ..block
        };
        (-0.4 * size..1.6 * size).contains(&gap) && wide.shares_column(next)
    }
}

/// A word as it was read.
#[derive(Debug, Clone)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// Which way of spreading the picture out it was read on; places on different ones do not compare.
    pub surface: u8,
    pub area: Area,
}

/// All words that were read on one picture, each place once.
#[derive(Debug, Default)]
pub struct Words {
    all: Vec<Word>,
    /// Pages of scripts without spaces.
    unspaced: Vec<String>,
}

impl Words {
    /// Takes a word as it was read.
    pub fn add(&mut self, text: &str, surface: u8, area: Area) {
        let text = fold(text);
        let known = |word: &Word| {
            let (dx, dy) = (word.area.left - area.left, word.area.top - area.top);
            let near = 0.3 * area.height().min(word.area.height());
            word.surface == surface && word.text == text && dx.abs() <= near && dy.abs() <= near
        };
        if !self.all.iter().any(known) {
            self.all.push(Word {
                text,
                surface,
                area,
            });
        }
    }

    /// Takes all that was read of a page, in the order of reading, for texts of scripts without spaces: boxes of single
    /// signs cannot be relied on.
    pub fn add_page(&mut self, text: &str) {
        if text.contains(is_unspaced) {
            self.unspaced.push(fold(text).replace(' ', ""));
        }
    }

    /// Whether a text stands there, by the rules above.
    pub fn hold(&self, text: &str) -> bool {
        if text.contains(is_unspaced) {
            let wanted = fold(text).replace(' ', "");
            return self.unspaced.iter().any(|page| page.contains(&wanted));
        }
        let wanted = pieces(&fold(text));
        let jumps = if text.chars().any(|c| c.is_ascii_digit()) {
            JUMPS_MAX
        } else {
            0
        };
        let mut search = Search {
            words: &self.all,
            wanted: &wanted,
            steps: 0,
        };
        search.begin(jumps)
    }
}

struct Search<'a> {
    words: &'a [Word],
    wanted: &'a [String],
    steps: u32,
}

/// What was found so far.
#[derive(Clone, Copy)]
struct Trail {
    surface: u8,
    block: Area,
    last: Area,
    jumps: u8,
}

impl<'a> Search<'a> {
    fn begin(&mut self, jumps: u8) -> bool {
        self.candidates(0).into_iter().any(|(word, next)| {
            let trail = Trail {
                surface: word.surface,
                block: word.area,
                last: word.area,
                jumps,
            };
            self.goes_on(trail, next)
        })
    }

    /// Whether the wanted words from `at` on follow.
    fn goes_on(&mut self, trail: Trail, at: usize) -> bool {
        if at >= self.wanted.len() {
            return true;
        }
        self.steps += 1;
        self.steps <= STEPS_MAX
            && self.candidates(at).into_iter().any(|(word, next)| {
                trail
                    .step(word)
                    .is_some_and(|trail| self.goes_on(trail, next))
            })
    }

    /// Returns the words that read as one or more of the wanted ones from `at` on, each with the number of the next.
    fn candidates(&self, at: usize) -> Vec<(&'a Word, usize)> {
        let mut found = Vec::new();
        let mut joined = String::new();
        let end = self.wanted.len().min(at + JOINED_MAX);
        for (n, part) in self.wanted[at..end].iter().enumerate() {
            joined.push_str(part);
            let same = self.words.iter().filter(|word| reads(&word.text, &joined));
            found.extend(same.map(|word| (word, at + n + 1)));
        }
        found
    }
}

impl Trail {
    /// Returns the trail with a further word, if it may stand where it does.
    fn step(self, word: &Word) -> Option<Self> {
        if word.surface != self.surface {
            return None;
        }
        let next = word.area;
        let together = self.last.is_beside(next) || self.last.is_above(next, self.block);
        let aligned = self.block.shares_row(next) || self.block.shares_column(next);
        if !together && (self.jumps == 0 || !aligned) {
            return None;
        }
        Some(Self {
            surface: self.surface,
            block: self.block.join(next),
            last: next,
            jumps: self.jumps - u8::from(!together),
        })
    }
}

/// Whether a word that was read is the wanted one; signs around it don't matter unless they change a figure.
pub fn reads(word: &str, wanted: &str) -> bool {
    word.match_indices(wanted).any(|(at, _)| {
        let (before, after) = (&word[..at], &word[at + wanted.len()..]);
        let mute = |signs: &str| !signs.contains(|c: char| c.is_alphanumeric() && !is_unspaced(c));
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let signed = digit(wanted.chars().next()) && before.ends_with(['-', '+', '.', ',']);
        let share = digit(wanted.chars().last()) && after.starts_with('%');
        mute(before) && mute(after) && !signed && !share
    })
}

/// Returns the words of a folded text.
pub fn pieces(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// Kana and Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Returns a text without what OCR and typesetters change: case, ligatures, kinds of quotes, dashes and spaces.
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{2060}' | '\u{200b}' | '\u{ad}' => {}
            '’' | '‘' | '´' | '`' => plain.push('\''),
            '“' | '”' | '„' | '«' | '»' => plain.push('"'),
            '–' | '—' | '−' | '‑' => plain.push('-'),
            '×' => plain.push('x'),
            '…' => plain.push_str("..."),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            c => plain.push(c),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words as `(text, left, top)`, set in letters that are 10 high and 6 wide.
    fn page(words: &[(&str, f32, f32)]) -> Words {
        let mut page = Words::default();
        for &(text, left, top) in words {
            let right = left + 6.0 * text.chars().count() as f32;
            let bottom = top + 10.0;
            let area = Area {
                left,
                top,
                right,
                bottom,
            };
            page.add(text, 0, area);
        }
        page
    }

    #[test]
    fn letters_agree_and_typesetting_may_differ() {
        for (word, wanted, expected) in [
            ("DON’T", "don't", true),
            ("3–DAY", "3-day", true),
            ("“Tea”", "tea", true),
            ("|Tea", "tea", true),
            ("Teas", "tea", false),
            ("coffee", "coffee?", false),
            ("$8.99—", "$8.99", true),
            ("$8.99", "8.99", true),
            ("-45", "45", false),
            ("1.29", "29", false),
            ("24.50", "24", false),
            ("24%", "24", false),
            ("2024", "24", false),
            ("Al", "ai", false),
            ("oﬃce", "office", false),
            ("ﬁg", "fig", true),
            ("3×4", "3x4", true),
            ("周末去", "周末", true),
        ] {
            assert_eq!(reads(&fold(word), wanted), expected, "{wanted} in {word}");
        }
    }

    #[test]
    fn words_of_a_text_stand_together() {
        for (words, text, expected) in [
            // On a line, over two lines, with a lost space.
            (
                &[("Sign", 0.0, 0.0), ("in", 30.0, 0.0)][..],
                "Sign in",
                true,
            ),
            (&[("Sign", 0.0, 0.0), ("in", 8.0, 14.0)], "Sign in", true),
            (&[("Todo", 0.0, 0.0)], "To do", true),
            // Far away, in the wrong order, broken in a word.
            (&[("Sign", 0.0, 0.0), ("in", 90.0, 0.0)], "Sign in", false),
            (&[("Sign", 0.0, 0.0), ("in", 0.0, 90.0)], "Sign in", false),
            (&[("Sign", 30.0, 0.0), ("in", 0.0, 0.0)], "Sign in", false),
            (&[("Fri", 0.0, 0.0), ("day", 20.0, 0.0)], "Friday", false),
            // A figure may stand apart in the row or the column, but not just anywhere.
            (&[("Tax", 0.0, 90.0), ("-10", 2.0, 0.0)], "Tax -10", true),
            (&[("Tax", 0.0, 0.0), ("$9", 300.0, 0.0)], "Tax $9", true),
            (&[("Tax", 0.0, 0.0), ("$9", 300.0, 90.0)], "Tax $9", false),
            // The second line begins before the first word of the text.
            (&[("over", 40.0, 0.0), ("$9", 0.0, 14.0)], "over $9", true),
        ] {
            assert_eq!(page(words).hold(text), expected, "{text} in {words:?}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_sought_in_the_order_of_reading() {
        let mut words = Words::default();
        words.add_page("周 末\n去 哪儿");
        for (text, expected) in [("周末去", true), ("周去", false)] {
            assert_eq!(words.hold(text), expected, "{text}");
        }
    }

    #[test]
    fn words_of_different_surfaces_do_not_meet() {
        let mut page = page(&[("Sign", 0.0, 0.0)]);
        let area = Area {
            left: 30.0,
            top: 0.0,
            right: 42.0,
            bottom: 10.0,
        };
        page.add("in", 1, area);
        assert!(!page.hold("Sign in"));
        page.add("in", 0, area);
        assert!(page.hold("Sign in"));
    }
}
