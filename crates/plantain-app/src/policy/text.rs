//! Text as the rules read it: without the tricks by which words are hidden.
//!
//! A text is read in several ways, since what hides one word is ordinary spelling in another: as it stands, with
//! punctuation inside of words removed and letters set apart pulled together, and with digits and signs read as the letters
//! that they look like. Ways that come to the same text are read once.

use unicode_normalization::UnicodeNormalization;

/// Stands for punctuation that ends a clause. Words around it do not make a phrase.
pub const BREAK: char = '|';
/// Fewest single letters in a row that are taken for a word set apart.
const APART_MIN: usize = 3;
/// Fewest equal letters in a row that are taken for one drawn out.
const DRAWN_OUT_MIN: usize = 3;

/// Returns the readings of `text`, at least one: lower case, words parted by one space, a space at each end.
pub fn readings(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut readings = vec![plain(&folded)];
    let joined: Vec<_> = chunks(&folded);
    for one in [None, Some('i'), Some('l')] {
        let reading = join(&joined, one);
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

/// Returns a phrase of a table or a list as it stands in a plain reading, without the spaces at its ends.
pub fn phrase(text: &str) -> String {
    plain(&fold(text)).trim().to_owned()
}

/// Lower case, compatibility forms resolved, marks and invisible characters dropped, look-alikes from other alphabets
/// inside of Latin words replaced.
fn fold(text: &str) -> String {
    let visible = text.nfkd().filter(|c| !is_dropped(*c));
    let text: String = visible.nfc().flat_map(char::to_lowercase).collect();
    let latin_text = is_mostly_latin(&text);
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let latin = piece.chars().any(|c| c.is_ascii_lowercase());
        let foreign = piece.chars().any(|c| look_alike(c).is_some());
        let all_alike = || {
            piece
                .chars()
                .filter(|c| c.is_alphabetic())
                .all(|c| look_alike(c).is_some())
        };
        if foreign && (latin || latin_text && all_alike()) {
            out.extend(piece.chars().map(|c| look_alike(c).unwrap_or(c)));
        } else {
            out.push_str(piece);
        }
    }
    out
}

/// Marks, and characters that are not seen.
fn is_dropped(c: char) -> bool {
    matches!(c as u32,
        0x00ad | 0x034f | 0x061c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
        | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xe0000..=0xe0fff
        | 0x0300..=0x036f | 0x0483..=0x0489 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f)
}

fn is_mostly_latin(text: &str) -> bool {
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    latin * 2 > letters
}

/// Returns the Latin letter that a Greek, Cyrillic or other letter looks like.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'β' | 'ь' => 'b',
        'с' | 'ϲ' | 'ᴄ' => 'c',
        'ԁ' | 'ɗ' => 'd',
        'е' | 'ε' | 'ҽ' | 'э' => 'e',
        'ɡ' => 'g',
        'н' | 'һ' => 'h',
        'і' | 'ι' | 'ı' | 'ӏ' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ⅼ' => 'l',
        'м' => 'm',
        'η' | 'п' | 'ո' => 'n',
        'о' | 'ο' | 'σ' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' | 'ᴦ' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' | 'ц' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ω' | 'ш' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        'ᴢ' => 'z',
        _ => return None,
    })
}

/// Punctuation that ends a clause, wherever it stands.
fn ends_clause(c: char) -> bool {
    matches!(
        c,
        ',' | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '\n'
            | '、'
            | '。'
            | '¿'
            | '¡'
            | '('
            | ')'
            | '"'
            | '['
            | ']'
    )
}

/// Words of letters and digits; everything else parts them.
fn plain(folded: &str) -> String {
    let mut out = Words::default();
    for c in folded.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if ends_clause(c) {
            out.end_clause();
        } else {
            out.end_word();
        }
    }
    out.finish()
}

/// A run of characters without white space, and whether a clause ends behind it.
struct Chunk {
    text: String,
    ends_clause: bool,
}

/// Returns the chunks of a text, those of one letter each pulled together.
fn chunks(folded: &str) -> Vec<Chunk> {
    let mut out: Vec<Chunk> = Vec::new();
    // How many chunks of one letter each the last one was pulled together from.
    let mut apart: Vec<String> = Vec::new();
    let flush = |apart: &mut Vec<String>, out: &mut Vec<Chunk>| {
        let together = apart.len() >= APART_MIN;
        let texts = if together {
            // The first may be a word of its own: "a n u d e", "I l o v e".
            vec![apart.concat(), apart[1..].concat()]
        } else {
            apart.clone()
        };
        out.extend(texts.into_iter().map(|text| Chunk {
            text,
            ends_clause: false,
        }));
        apart.clear();
    };
    for line in folded.split_inclusive('\n') {
        for word in line.split_whitespace() {
            let ends_clause = word.chars().next_back().is_some_and(ends_clause);
            let core = word.trim_matches(|c: char| !c.is_alphanumeric() && leet(c, 'i').is_none());
            let mut letters = word.chars().filter(|c| c.is_alphanumeric());
            let single = letters.next().is_some() && letters.next().is_none() && core.len() <= 4;
            if single {
                apart.push(core.to_owned());
                continue;
            }
            flush(&mut apart, &mut out);
            out.push(Chunk {
                text: word.to_owned(),
                ends_clause,
            });
        }
        flush(&mut apart, &mut out);
        if line.ends_with('\n')
            && let Some(last) = out.last_mut()
        {
            last.ends_clause = true;
        }
    }
    out
}

/// Chunks with nothing but letters and digits in them. With `one`, signs and digits become letters where they stand
/// among letters, and 1 becomes `one`.
fn join(chunks: &[Chunk], one: Option<char>) -> String {
    let mut out = Words::default();
    for chunk in chunks {
        let letters = chunk.text.chars().filter(|c| c.is_alphabetic()).count();
        let signs = chunk
            .text
            .chars()
            .filter(|c| leet(*c, 'i').is_some())
            .count();
        let coded = letters > 0 && letters * 2 >= signs;
        let read = |c: char| match one {
            Some(one) if coded => leet(c, one).unwrap_or(c),
            _ => c,
        };
        let read = chunk.text.chars().map(read).filter(|c| c.is_alphanumeric());
        squeeze(read, &mut out);
        if chunk.ends_clause {
            out.end_clause();
        } else {
            out.end_word();
        }
    }
    out.finish()
}

/// Writes letters that are drawn out once.
fn squeeze(letters: impl Iterator<Item = char>, out: &mut Words) {
    let mut run: Option<(char, usize)> = None;
    let write = |(c, count): (char, usize), out: &mut Words| {
        let drawn_out = count >= DRAWN_OUT_MIN && c.is_alphabetic();
        for _ in 0..if drawn_out { 1 } else { count } {
            out.push(c);
        }
    };
    for c in letters {
        run = match run {
            Some((last, count)) if last == c => Some((c, count + 1)),
            Some(last) => {
                write(last, out);
                Some((c, 1))
            }
            None => Some((c, 1)),
        };
    }
    if let Some(last) = run {
        write(last, out);
    }
}

/// Returns the letter that a digit or sign stands for in a word.
fn leet(c: char, one: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' | '!' => one,
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => return None,
    })
}

/// A reading in the making.
#[derive(Default)]
struct Words {
    text: String,
    in_word: bool,
    broken: bool,
}

impl Words {
    fn push(&mut self, c: char) {
        if !self.in_word {
            self.text.push(' ');
            if std::mem::take(&mut self.broken) && self.text.len() > 1 {
                self.text.push(BREAK);
                self.text.push(' ');
            }
        }
        self.in_word = true;
        self.text.push(c);
    }

    fn end_word(&mut self) {
        self.in_word = false;
    }

    fn end_clause(&mut self) {
        self.in_word = false;
        self.broken = true;
    }

    fn finish(mut self) -> String {
        self.text.push(' ');
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_read_once() {
        let cases = [
            ("A Cat on a mat", " a cat on a mat "),
            ("no text, nude woman.", " no text | nude woman "),
            ("Café Über Straße", " cafe uber straße "),
            ("東京タワー、夜", " 東京タワー | 夜 "),
            ("", " "),
            (" , . ", " "),
        ];
        for (text, plain) in cases {
            assert_eq!(readings(text)[0], plain, "{text:?}");
        }
    }

    #[test]
    fn hidden_words_are_found_in_one_of_the_readings() {
        let word = "naked";
        for hidden in [
            "NAKED",
            "n a k e d",
            "n-a-k-e-d",
            "n.a.k.e.d",
            "n_a_k_e_d",
            "n4k3d",
            "n 4 k 3 d",
            "n@ked",
            "nаkеd",
            "ｎａｋｅｄ",
            "𝓷𝓪𝓴𝓮𝓭",
            "na\u{200b}ked",
            "na\u{ad}ked",
            "n\u{336}a\u{336}k\u{336}e\u{336}d\u{336}",
            "nákèd",
            "naaaaked",
            "na'ked",
            "N A K E D!",
            "n*a*k*e*d",
        ] {
            let text = format!("a {hidden} thing");
            let found = readings(&text);
            assert!(
                found.iter().any(|text| text.contains(word)),
                "{hidden:?}: {found:?}"
            );
        }
    }

    #[test]
    fn words_of_other_alphabets_stay() {
        assert_eq!(readings("рисунок кота")[0], " рисунок кота ");
        assert_eq!(phrase("обнажённая"), "обнаженная");
        assert_eq!(phrase("Don't stop"), "don t stop");
    }
}
