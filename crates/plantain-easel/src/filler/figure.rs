//! Numbers read from texts: "$48,200", "14,2 kWh", "+3.2%", "48.2k".

use plantain_scene::chart::Format;

const CURRENCIES: [&str; 14] = [
    "$", "€", "£", "¥", "₹", "₩", "₽", "₺", "₪", "zł", "kr", "CHF", "USD", "EUR",
];

/// A number with the way it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub value: f64,
    /// Prefix, suffix and separators, to write other numbers alike.
    pub format: Format,
    /// Digits after the decimal sign.
    pub decimals: usize,
    /// Starts with a plus or minus sign.
    pub signed: bool,
    /// Whether its separators show a number style for certain.
    pub tells_style: bool,
}

impl Figure {
    /// Reads the first number of `text`; `comma` says whether a lone comma is a decimal sign when the digits leave it open.
    pub fn read(text: &str, comma: bool) -> Option<Self> {
        let text = text.trim();
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let body: &str = &text[start..];
        let end = number_end(body);
        let (digits, suffix) = body.split_at(end);
        let before = &text[..start];
        let sign = before
            .trim_start()
            .chars()
            .next()
            .filter(|c| matches!(c, '+' | '-' | '\u{2212}' | '–'));
        let prefix = before.replace(['+', '-', '\u{2212}', '–'], "");
        let style = Style::of(digits, comma);
        let plain: String = digits
            .char_indices()
            .filter_map(|(i, c)| match c {
                '0'..='9' => Some(c),
                _ if Some(i) == style.decimal => Some('.'),
                _ => None,
            })
            .collect();
        let mut value: f64 = plain.parse().ok()?;
        let (factor, suffix, short) = shortened(suffix);
        value *= factor;
        if matches!(sign, Some('-' | '\u{2212}' | '–')) {
            value = -value;
        }
        let decimals = style.decimal.map_or(0, |i| digits.len() - i - 1);
        Some(Self {
            value,
            format: Format {
                prefix: spaced(&prefix),
                suffix: spaced(suffix),
                comma: style.comma,
                short,
                group: style.group.to_owned(),
                nought: None,
            },
            decimals,
            signed: sign.is_some(),
            tells_style: style.certain,
        })
    }

    /// Returns whether a currency stands beside the number.
    pub fn is_money(&self) -> bool {
        let beside = |text: &str| {
            let text = text.trim();
            !text.is_empty()
                && CURRENCIES
                    .iter()
                    .any(|c| text == *c || text == format!("R{c}"))
        };
        beside(&self.format.prefix) || beside(&self.format.suffix)
    }

    pub fn is_percent(&self) -> bool {
        self.format.suffix.trim().starts_with('%')
    }
}

/// How the separators of a number are to be read.
struct Style {
    /// Byte of the decimal sign.
    decimal: Option<usize>,
    comma: bool,
    group: &'static str,
    certain: bool,
}

impl Style {
    fn of(digits: &str, comma_hint: bool) -> Self {
        let last = |c: char| digits.rfind(c);
        let count = |c: char| digits.matches(c).count();
        let spaced = digits.contains([' ', '\u{a0}', '\u{202f}']);
        let apostrophe = digits.contains(['\'', '’']);
        let after = |i: usize| digits.len() - i - 1;
        let group_dot = Self {
            decimal: None,
            comma: true,
            group: ".",
            certain: true,
        };
        let group_comma = Self {
            decimal: None,
            comma: false,
            group: "",
            certain: true,
        };
        match (last('.'), last(',')) {
            (Some(dot), Some(comma)) if dot > comma => Self {
                decimal: Some(dot),
                ..group_comma
            },
            (Some(_), Some(comma)) => Self {
                decimal: Some(comma),
                ..group_dot
            },
            (Some(_), None) if count('.') > 1 => group_dot,
            (Some(dot), None) if comma_hint && after(dot) == 3 => group_dot,
            (Some(dot), None) => Self {
                decimal: Some(dot),
                comma: false,
                group: if apostrophe { "'" } else { "" },
                certain: !comma_hint || apostrophe,
            },
            (None, Some(_)) if count(',') > 1 => group_comma,
            (None, Some(comma)) if after(comma) == 3 && !spaced => group_comma,
            (None, Some(comma)) => Self {
                decimal: Some(comma),
                comma: true,
                group: "",
                certain: false,
            },
            (None, None) if spaced => Self {
                decimal: None,
                comma: true,
                group: "",
                certain: true,
            },
            (None, None) if apostrophe => Self {
                decimal: None,
                comma: false,
                group: "'",
                certain: true,
            },
            (None, None) => Self {
                decimal: None,
                comma: comma_hint,
                group: "",
                certain: false,
            },
        }
    }
}

/// Returns where the number at the start of `body` ends; separators count only between digits, spaces only before three.
fn number_end(body: &str) -> usize {
    let chars: Vec<(usize, char)> = body.char_indices().collect();
    let digit = |k: usize| chars.get(k).is_some_and(|(_, c)| c.is_ascii_digit());
    let mut k = 0;
    while k < chars.len() {
        let (_, c) = chars[k];
        let inside = match c {
            '0'..='9' => true,
            '.' | ',' => digit(k + 1),
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' => {
                (1..=3).all(|d| digit(k + d)) && !digit(k + 4)
            }
            _ => false,
        };
        if !inside {
            return chars[k].0;
        }
        k += 1;
    }
    body.len()
}

/// Splits "k", "M" and "B" from a suffix.
fn shortened(suffix: &str) -> (f64, &str, bool) {
    let mut letters = suffix.chars();
    let factor = match letters.next() {
        Some('k' | 'K') => 1e3,
        Some('M') => 1e6,
        Some('B') => 1e9,
        _ => return (1.0, suffix, false),
    };
    let rest = letters.as_str();
    if rest.starts_with(char::is_alphabetic) {
        (1.0, suffix, false)
    } else {
        (factor, rest, true)
    }
}

/// Returns a prefix or suffix with spaces that do not break.
fn spaced(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_style() {
        for (text, comma, value, prefix, suffix, decimals) in [
            ("$48,200", false, 48_200.0, "$", "", 0),
            ("48.200 €", true, 48_200.0, "", "\u{a0}€", 0),
            ("14,2 kWh", true, 14.2, "", "\u{a0}kWh", 1),
            ("14,2 kWh", false, 14.2, "", "\u{a0}kWh", 1),
            ("+3.2%", false, 3.2, "", "%", 1),
            ("-45", false, -45.0, "", "", 0),
            ("$48.2k", false, 48_200.0, "$", "", 1),
            ("R$ 1.234,56", true, 1234.56, "R$\u{a0}", "", 2),
            ("23,910.55", false, 23_910.55, "", "", 2),
            ("12 500 €", true, 12_500.0, "", "\u{a0}€", 0),
            ("3 kg", false, 3.0, "", "\u{a0}kg", 0),
            ("5 km", false, 5.0, "", "\u{a0}km", 0),
            ("0.31", false, 0.31, "", "", 2),
        ] {
            let got = Figure::read(text, comma).unwrap_or_else(|| panic!("{text} is a number"));
            assert!((got.value - value).abs() < 1e-9, "{text}: {got:?}");
            assert_eq!(
                (
                    got.format.prefix.as_str(),
                    got.format.suffix.as_str(),
                    got.decimals
                ),
                (prefix, suffix, decimals),
                "{text}"
            );
        }
        assert_eq!(Figure::read("soon", false), None);
    }
}
