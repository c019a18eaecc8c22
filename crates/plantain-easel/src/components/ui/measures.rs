//! Numbers as people write them: read from literals, written for samples that go with them.

use crate::tongue::Tongue;

/// Splits "6 of 40" into its two figures.
pub fn out_of(text: &str) -> Option<(f64, f64)> {
    const JOINTS: &[&str] = &[
        " of ", "/", " von ", " de ", " sur ", " di ", " van ", " z ", " из ", " з ", " out of ",
    ];
    JOINTS.iter().find_map(|joint| {
        let (part, whole) = text.split_once(joint)?;
        let opens = whole
            .trim_start()
            .trim_start_matches(['$', '€', '£', '¥', '₹'])
            .starts_with(|c: char| c.is_ascii_digit());
        let (part, whole) = (number(part)?, number(whole)?);
        (opens && whole > 0.0).then_some((part, whole))
    })
}

/// The digits of the first number in a text with the marks between them; groups may be parted by blanks.
fn first_number(text: &str) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let chars: Vec<char> = text[start..].chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut body = String::new();
    let mut at = 0;
    while at < chars.len() {
        let group = digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
        match chars[at] {
            c if c.is_ascii_digit() => body.push(c),
            c @ ('.' | ',') if digit(at + 1) => body.push(c),
            ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' if group => {}
            _ => break,
        }
        at += 1;
    }
    Some(body)
}

/// Reads the first number in a text ("8,432 of 10,000", "€3.284,17", "-61.35"); none without digits.
pub fn number(text: &str) -> Option<f64> {
    let body = first_number(text)?;
    let body = body.trim_matches(['.', ',']);
    if body.is_empty() {
        return None;
    }
    let last = body.rfind(['.', ',']);
    // A single separator before three digits parts thousands; else the last one is the decimal sign.
    let decimal = last.filter(|at| {
        let tail = body.len() - at - 1;
        let same = body.matches(&body[*at..=*at]).count();
        tail != 3 && same == 1
    });
    let plain: String = body
        .char_indices()
        .filter_map(|(i, c)| match c {
            '0'..='9' => Some(c),
            _ if Some(i) == decimal => Some('.'),
            _ => None,
        })
        .collect();
    let negative = text.trim_start().starts_with(['-', '−', '–']);
    plain
        .parse::<f64>()
        .ok()
        .map(|n| if negative { -n } else { n })
}

/// Writes a whole number with the thousands sign that `like` uses, or the tongue's.
pub fn grouped(n: u64, like: &str, tongue: Tongue) -> String {
    let sign = thousands_sign(like).unwrap_or(match tongue.code() {
        "de" | "es" | "it" | "pt" | "nl" | "tr" => '.',
        "fr" | "pl" | "ru" | "uk" => '\u{202f}',
        _ => ',',
    });
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(sign);
        }
        out.push(c);
    }
    out
}

fn thousands_sign(like: &str) -> Option<char> {
    let chars: Vec<char> = like.chars().collect();
    chars.windows(4).find_map(|w| {
        let part = ".,\u{202f}\u{a0} '’".contains(w[0]) && w[1..].iter().all(char::is_ascii_digit);
        part.then_some(w[0])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_either_custom() {
        for (text, want) in [
            ("8,432", 8432.0),
            ("€3,284.17", 3284.17),
            ("3.284,17 €", 3284.17),
            ("-€61.35", -61.35),
            ("12,50 €", 12.5),
            ("512 kcal", 512.0),
            ("1.250.000", 1_250_000.0),
            ("8,432 of 10,000", 8432.0),
            ("12 400 visites", 12_400.0),
            ("1:24", 1.0),
        ] {
            assert_eq!(number(text), Some(want), "{text}");
        }
        assert_eq!(number("none"), None);
        assert_eq!(out_of("8,432 of 10,000"), Some((8432.0, 10_000.0)));
        assert_eq!(out_of("11.2/16 GB"), Some((11.2, 16.0)));
        assert_eq!(out_of("12 km/h"), None);
    }

    #[test]
    fn thousands_follow_the_example() {
        assert_eq!(grouped(10_000, "8,432", Tongue::of("de")), "10,000");
        assert_eq!(grouped(10_000, "8.432", Tongue::EN), "10.000");
        assert_eq!(grouped(950, "", Tongue::EN), "950");
    }
}
