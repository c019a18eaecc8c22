//! Number words and digits as counts.

use crate::tokens::{Kind, Token};

/// Largest count that is believed to be a number of things.
pub(crate) const COUNT_MAX: u32 = 10_000;

/// Returns the count that starts at token `at`: its length in tokens and its value.
pub(crate) fn count_at(tokens: &[Token], at: usize) -> Option<(usize, u32)> {
    let first = tokens.get(at)?;
    let (len, value) = match first.kind {
        Kind::Number => (1, integer(&first.key)?),
        Kind::Word => word_count(tokens, at)?,
        _ => return None,
    };
    (value <= COUNT_MAX).then_some((len, value))
}

fn integer(key: &str) -> Option<u32> {
    if key.len() > 1 && key.starts_with('0') {
        return None;
    }
    key.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| key.parse().ok())
        .flatten()
}

fn word_count(tokens: &[Token], at: usize) -> Option<(usize, u32)> {
    let key = |n: usize| {
        tokens
            .get(at + n)
            .filter(|token| token.is_word())
            .map(|token| token.key.as_str())
    };
    let first = key(0)?;
    match (first, key(1), key(2), key(3)) {
        ("half", Some("a"), Some("dozen"), _) => return Some((3, 6)),
        ("a" | "one", Some("dozen"), Some("of"), _) => return Some((3, 12)),
        ("a" | "one", Some("dozen"), _, _) => return Some((2, 12)),
        ("two", Some("dozen"), _, _) => return Some((2, 24)),
        ("a", Some("pair" | "couple"), Some("of"), _) => return Some((3, 2)),
        (many, Some("pairs"), Some("of"), _) => return Some((3, 2 * simple(many)?)),
        ("a", Some("trio"), Some("of"), _) => return Some((3, 3)),
        ("a", Some("quartet"), Some("of"), _) => return Some((3, 4)),
        ("one", Some("hundred"), _, _) | ("a", Some("hundred"), _, _) => return Some((2, 100)),
        ("a", Some("single"), _, _) => return Some((2, 1)),
        _ => {}
    }
    if let Some((tens, ones)) = first.split_once('-')
        && let (Some(tens), Some(ones)) = (simple(tens), simple(ones))
        && tens >= 20
        && ones < 10
    {
        return Some((1, tens + ones));
    }
    let value = simple(first)?;
    match key(1).and_then(simple) {
        Some(ones) if (20..100).contains(&value) && ones < 10 => Some((2, value + ones)),
        _ if key(1) == Some("hundred") && value < 10 => Some((2, value * 100)),
        _ => Some((1, value)),
    }
}

/// Value of one number word.
pub(crate) fn simple(word: &str) -> Option<u32> {
    Some(match word {
        "zero" => 0,
        "one" | "single" => 1,
        "two" | "twin" | "pair" => 2,
        "three" | "triple" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" | "dozen" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        "hundred" => 100,
        _ => return None,
    })
}
