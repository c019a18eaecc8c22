//! Makes one spelling of several, so that words are found however they are written.

/// Returns `word` without the marks and letter forms that writers leave out or choose freely: "ё" becomes "е", Arabic
/// hamza seats and vowel signs go, Hebrew points go, Devanagari dots below go, traditional Chinese becomes simplified.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_string();
    }
    if word.contains(' ') {
        let words: Vec<String> = word.split(' ').map(fold).collect();
        return words.join(" ");
    }
    // Three letters are too few to give one up: "علي" is a name, "على" means on.
    let short = word.chars().take(4).count() < 4;
    word.chars()
        .filter_map(|c| {
            if short && c == 'ى' {
                Some(c)
            } else {
                fold_char(c)
            }
        })
        .collect()
}

/// A word without the marks on its Latin letters.
pub(crate) fn unaccented(word: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' => 'o',
        'ú' | 'ù' | 'û' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    };
    word.chars().map(plain).collect()
}

fn fold_char(c: char) -> Option<char> {
    Some(match c {
        'ё' => 'е',
        'Ё' => 'Е',
        'ʼ' | '’' | 'ʹ' | '׳' => '\'',
        '״' | '”' => '"',
        // Vowel signs, points, the stretching stroke, the dot below, joiners.
        '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}'
        | '\u{0640}'
        | '\u{0670}'
        | '\u{0591}'..='\u{05bd}'
        | '\u{05bf}'..='\u{05c7}'
        | '\u{093c}'
        | '\u{200c}'
        | '\u{200d}' => return None,
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ँ' => 'ं',
        '\u{0958}' => 'क',
        '\u{0959}' => 'ख',
        '\u{095a}' => 'ग',
        '\u{095b}' => 'ज',
        '\u{095c}' => 'ड',
        '\u{095d}' => 'ढ',
        '\u{095e}' => 'फ',
        c => simplified(c),
    })
}

/// Traditional characters and their simplified forms, side by side.
const TRADITIONAL: &str = include_str!("../lexicon/traditional.txt");

fn simplified(c: char) -> char {
    if !('\u{4e00}'..='\u{9fff}').contains(&c) {
        return c;
    }
    static PAIRS: std::sync::OnceLock<Vec<(char, char)>> = std::sync::OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        let mut pairs: Vec<(char, char)> = TRADITIONAL
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .filter_map(|pair| {
                let mut chars = pair.chars();
                Some((chars.next()?, chars.next()?))
            })
            .collect();
        pairs.sort_unstable();
        pairs
    });
    pairs
        .binary_search_by_key(&c, |&(from, _)| from)
        .map_or(c, |at| pairs[at].1)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_meet() {
        for (a, b) in [
            ("зелёный", "зеленый"),
            ("أحمر", "احمر"),
            ("قِطّة", "قطه"),
            ("שָׁלוֹם", "שלום"),
            ("मेज़", "मेज"),
            ("पाँच", "पांच"),
            ("貓", "猫"),
            ("圖標", "图标"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }
}
