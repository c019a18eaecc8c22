//! Kinds of characters, and how far a number, a word, an emoji or an address goes.

use super::Token;

pub(super) fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{fe0f}'
    ) || c.is_control()
}

/// Scripts that are written without spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '々' | '\u{20000}'..='\u{2fa1f}')
}

pub(super) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{2b55}' | '\u{231a}'..='\u{23ff}')
        && !matches!(c, '➔' | '➜' | '➡')
}

pub(super) fn emoji_len(rest: &str) -> usize {
    let mut len = 0;
    let mut joined = true;
    for c in rest.chars() {
        let extends = matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}');
        if !(extends || (joined && is_emoji(c))) {
            break;
        }
        joined = c == '\u{200d}';
        len += c.len_utf8();
    }
    len.max(rest.chars().next().map_or(1, char::len_utf8))
}

const CURRENCY_SIGNS: &str = "$€£¥₹₽₩₪₫฿₺₴₱₦₿¢￥";

pub(crate) fn is_currency(c: char) -> bool {
    CURRENCY_SIGNS.contains(c)
}

/// Whether a number with its sign or currency begins here.
pub(super) fn starts_number(rest: &str, last: Option<&Token>, at: usize) -> bool {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    if first.is_ascii_digit() {
        return true;
    }
    let glued = last.is_some_and(|token| token.span.end == at && !token.is_sep());
    let second = chars.next();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if is_currency(first) {
        return digit(second) || (matches!(second, Some('-' | '+' | ' ')) && digit(chars.next()));
    }
    // "-R$ 182,30"
    let real = |rest: &str| {
        rest.strip_prefix("R$").is_some_and(|amount| {
            amount
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit())
        })
    };
    if matches!(first, '+' | '-' | '−' | '–') && !glued && real(&rest[first.len_utf8()..]) {
        return true;
    }
    if matches!(first, '+' | '-' | '−' | '±' | '~' | '≈' | '#' | '–') && !glued {
        return digit(second) || second.is_some_and(is_currency) && digit(chars.next());
    }
    // Turkish writes "%40".
    matches!(first, '.' | '%') && digit(second) && !glued
}

/// Length of the number chunk that starts `rest`, with the units glued to it.
pub(super) fn number_len(rest: &str) -> usize {
    let chars: Vec<(usize, char)> = rest.char_indices().take(64).collect();
    let mut i = 0;
    while i < chars.len()
        && (matches!(
            chars[i].1,
            '+' | '-' | '−' | '±' | '~' | '≈' | '#' | '–' | '.' | '%'
        ) || is_currency(chars[i].1))
    {
        i += 1;
    }
    // "-R$ 182,30"
    if chars.get(i).is_some_and(|&(_, c)| c == 'R')
        && chars.get(i + 1).is_some_and(|&(_, c)| c == '$')
    {
        i += 2;
    }
    if i < chars.len() && chars[i].1 == ' ' {
        i += 1;
    }
    while i < chars.len() {
        let c = chars[i].1;
        let next = chars.get(i + 1).map(|&(_, c)| c);
        let previous_digit = i > 0 && chars[i - 1].1.is_ascii_digit();
        let next_digit = next.is_some_and(|c| c.is_ascii_digit());
        let joins = match c {
            _ if c.is_alphanumeric() && !is_unspaced(c) => true,
            '%' | '٪' | '‰' | '°' | '²' | '³' | '℃' | '℉' => true,
            // "12.–14. September"
            '.' if previous_digit
                && matches!(next, Some('-' | '–'))
                && chars.get(i + 2).is_some_and(|(_, c)| c.is_ascii_digit()) =>
            {
                true
            }
            ',' if opens_counted(&chars[i + 1..]) => false,
            ',' | '.' => previous_digit && next_digit,
            ':' | '\'' | '’' => previous_digit && next_digit,
            '-' | '–' | '−' => {
                next.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c))
                    || next.is_some_and(is_currency)
            }
            '/' => next.is_some_and(|c| c.is_alphanumeric()),
            '×' => next_digit,
            _ if is_currency(c) => previous_digit,
            _ => false,
        };
        if !joins {
            break;
        }
        i += 1;
    }
    chars.get(i).map_or_else(
        || chars.last().map_or(1, |&(at, c)| at + c.len_utf8()),
        |&(at, _)| at,
    )
}

/// "1月120,2月150": behind the comma a number with a sign of its own begins the next entry.
fn opens_counted(behind: &[(usize, char)]) -> bool {
    let digits = behind
        .iter()
        .take_while(|(_, c)| c.is_ascii_digit())
        .count();
    let sign = behind.get(digits).map(|&(_, c)| c);
    matches!(digits, 1 | 2 | 4)
        && sign.is_some_and(|sign| "月年日号號時时点點周週期班組组楼階月월년일주분".contains(sign))
}

pub(super) fn word_len(rest: &str) -> usize {
    let chars: Vec<(usize, char)> = rest.char_indices().take(256).collect();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i].1;
        let next = chars.get(i + 1).map(|&(_, c)| c);
        let next_letter = next.is_some_and(char::is_alphanumeric);
        let joins = match c {
            _ if is_unspaced(c) => false,
            _ if c.is_alphanumeric() || is_mark(c) => true,
            // "Jack-o'-lantern".
            '\'' | '’' => next_letter || is_elided(&chars[..=i]) && next == Some('-'),
            // The geresh of Hebrew stands within words, "צ׳אט".
            '׳' | '״' => next_letter && i > 0,
            '-' | '‐' | '‑' => next_letter,
            '&' => i > 0 && next_letter,
            // "a.m.", "U.S.", "v2.1", "node.js"
            '.' => next_letter && i > 0,
            _ => false,
        };
        if !joins {
            break;
        }
        i += 1;
    }
    chars.get(i).map_or_else(
        || chars.last().map_or(1, |&(at, c)| at + c.len_utf8()),
        |&(at, _)| at,
    )
}

/// Whether an apostrophe stands for the rest of "of".
fn is_elided(upto: &[(usize, char)]) -> bool {
    matches!(upto, [.., (_, '-'), (_, 'o' | 'O'), _])
}

/// Combining marks that continue a word, as in Devanagari and Arabic.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}'..='\u{05c2}' | '\u{05c4}'..='\u{05c5}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}' | '\u{0e31}' | '\u{0e34}'..='\u{0e4e}')
}

/// Length of a URL, e-mail address, handle or hashtag at the start of `rest`.
pub(super) fn address_len(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    if !(first.is_alphanumeric() || matches!(first, '@' | '#')) || is_unspaced(first) {
        return None;
    }
    let end = rest
        .char_indices()
        .find(|&(_, c)| !is_address_char(c))
        .map_or(rest.len(), |(at, _)| at);
    let chunk = rest[..end].trim_end_matches(['.', ',', ':', ';', '!', '?', '/', '\'', '-']);
    crate::forms::address_kind(chunk)?;
    // A trailing slash belongs to a URL with a scheme.
    let slash = chunk.contains("://") && rest[chunk.len()..].starts_with('/');
    Some(chunk.len() + usize::from(slash))
}

fn is_address_char(c: char) -> bool {
    (c.is_alphanumeric() && !is_unspaced(c))
        || matches!(
            c,
            '@' | '#' | '.' | '_' | '-' | '/' | ':' | '%' | '?' | '=' | '&' | '+' | '~' | '\''
        )
}
