//! Recognises values by their form: prices, dates, times, phone numbers, addresses, quantities.

mod amounts;
mod codes;
mod dates;
mod times;

pub(crate) use self::amounts::is_currency_word;
use self::amounts::{currency_word, pace, price, quantity};
pub(crate) use self::codes::{ASPECTS, address_kind};
use self::codes::{bracketed_phone, chunk_kind, code_word, phone};
use self::dates::{date_from_number, date_from_word};
pub(crate) use self::dates::{in_month_series, is_english_day_or_month, is_month, is_weekday};
pub use self::dates::{is_day_name, is_month_name};
use self::times::{date_and_time, time};
use crate::tokens::{Kind, Sep, Token};

/// What a structured value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum FormKind {
    Price,
    Percent,
    Date,
    Time,
    Phone,
    Url,
    Email,
    Handle,
    Hashtag,
    Quantity,
    Range,
    /// A number that is written as a figure: "8,432", "2.50", "+60".
    Figure,
    /// "INV-2027-031", "v2.1".
    Code,
    /// "16:9", "1024x768", "4K": they speak about the canvas.
    Canvas,
    /// "#ff8800".
    Hex,
}

/// Merges tokens that make one form into one token.
pub(crate) fn merge(prompt: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if is_named_day(&tokens, at) {
            let span = tokens[at].span.start..tokens[at + 1].span.end;
            out.push(Token {
                key: crate::tokens::lower(&prompt[span.clone()]),
                span,
                ..tokens[at].clone()
            });
            at += 2;
            continue;
        }
        match form_at(prompt, &tokens, at) {
            Some((len, kind)) => {
                let span = tokens[at].span.start..tokens[at + len - 1].span.end;
                let key = crate::tokens::lower(&prompt[span.clone()]);
                out.push(Token {
                    span,
                    key,
                    kind: Kind::Form(kind),
                    case: tokens[at].case,
                });
                at += len;
            }
            None => {
                out.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    out
}

/// "Black Friday", "Cyber Monday": the name of an occasion, no day to come.
fn is_named_day(tokens: &[Token], at: usize) -> bool {
    const NAMED: &[(&str, &str)] = &[
        ("black", "friday"),
        ("cyber", "monday"),
        ("giving", "tuesday"),
        ("taco", "tuesday"),
        ("super", "tuesday"),
        ("shrove", "tuesday"),
        ("ash", "wednesday"),
        ("maundy", "thursday"),
        ("good", "friday"),
        ("casual", "friday"),
        ("freaky", "friday"),
        ("small business", "saturday"),
        ("palm", "sunday"),
        ("super bowl", "sunday"),
    ];
    let (Some(first), Some(second)) = (key(tokens, at), key(tokens, at + 1)) else {
        return false;
    };
    adjacent(tokens, at + 1) && NAMED.contains(&(first, second))
}

/// Returns the form that starts at token `at`: its length in tokens and its kind.
fn form_at(prompt: &str, tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let token = &tokens[at];
    let text = &prompt[token.span.clone()];
    match token.kind {
        Kind::Number | Kind::Sep(Sep::Open) if bracketed_phone(prompt, tokens, at).is_some() => {
            bracketed_phone(prompt, tokens, at)
        }
        Kind::Word | Kind::Number if date_and_time(tokens, at).is_some() => {
            date_and_time(tokens, at)
        }
        Kind::Word => address_kind(text)
            .map(|kind| (1, kind))
            .or_else(|| currency_word(tokens, at))
            .or_else(|| date_from_word(tokens, at))
            .or_else(|| code_word(text).map(|kind| (1, kind))),
        Kind::Number => pace(prompt, tokens, at)
            .or_else(|| date_from_number(tokens, at))
            .or_else(|| hours_and_minutes(tokens, at))
            .or_else(|| time(tokens, at))
            .or_else(|| price(prompt, tokens, at))
            .or_else(|| phone(prompt, tokens, at).filter(|_| !enumerates(tokens, at)))
            .or_else(|| quantity(tokens, at))
            .or_else(|| chunk_kind(&token.key).map(|kind| (1, kind))),
        _ => None,
    }
}

/// "sizes 39 40 41", "numbers 12 14 16": short numbers behind a plural are no phone number.
fn enumerates(tokens: &[Token], at: usize) -> bool {
    at > 0
        && key(tokens, at - 1).is_some_and(|before| {
            matches!(
                before,
                "sizes"
                    | "size"
                    | "numbers"
                    | "years"
                    | "ages"
                    | "days"
                    | "rows"
                    | "values"
                    | "seats"
                    | "dates"
            )
        })
}

/// "7h 42m", "1 h 20 min": one stretch of time.
fn hours_and_minutes(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    const HOURS: &[&str] = &["h", "hr", "hrs", "std", "ч", "год"];
    const MINUTES: &[&str] = &["m", "min", "mins", "мин", "хв"];
    let amount = |at: usize, units: &[&str]| {
        let text = key(tokens, at)?;
        let digits = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let unit = &text[digits..];
        if digits == 0 || digits > 3 {
            return None;
        }
        if unit.is_empty() {
            return key(tokens, at + 1)
                .filter(|word| units.contains(word) && adjacent(tokens, at + 1))
                .map(|_| 2);
        }
        units.contains(&unit).then_some(1)
    };
    let first = amount(at, HOURS)?;
    let second = adjacent(tokens, at + first)
        .then(|| amount(at + first, MINUTES))
        .flatten()?;
    Some((first + second, FormKind::Quantity))
}

/// Key of the token at `at` when it is a word or number.
fn key(tokens: &[Token], at: usize) -> Option<&str> {
    tokens
        .get(at)
        .filter(|token| token.is_wordlike())
        .map(|token| token.key.as_str())
}

fn adjacent(tokens: &[Token], at: usize) -> bool {
    at > 0 && at < tokens.len() && tokens[at].span.start <= tokens[at - 1].span.end + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glosses::Glosses;
    use crate::tokens::lex;

    fn forms(prompt: &str) -> Vec<(String, FormKind)> {
        let tokens = merge(prompt, lex(prompt, &[], &[], Glosses::for_language("en")));
        tokens
            .iter()
            .filter_map(|token| Some((prompt[token.span.clone()].to_string(), token.form()?)))
            .collect()
    }

    #[test]
    fn finds_forms() {
        use FormKind::*;
        let cases: &[(&str, &[(&str, FormKind)])] = &[
            (
                "slept 7h 42m, awake 1 h 20 min",
                &[("7h 42m", Quantity), ("1 h 20 min", Quantity)],
            ),
            (
                "revenue $48,200 and 32 € or R$ 199",
                &[("$48,200", Price), ("32 €", Price), ("R$ 199", Price)],
            ),
            (
                "Saturday 12 June, doors 7 PM",
                &[("Saturday 12 June", Date), ("7 PM", Time)],
            ),
            (
                "May 30, 2027 or 06.19.27 or 2027-01-12",
                &[
                    ("May 30, 2027", Date),
                    ("06.19.27", Date),
                    ("2027-01-12", Date),
                ],
            ),
            (
                "clock reads 9:41, ratio 16:9, 1024x768, 4K",
                &[
                    ("9:41", Time),
                    ("16:9", Canvas),
                    ("1024x768", Canvas),
                    ("4K", Canvas),
                ],
            ),
            (
                "tel 0161 496 0321 or 555-0147",
                &[("0161 496 0321", Phone), ("555-0147", Phone)],
            ),
            (
                "mail ada@moor.org, www.moor.org, moor.org/x",
                &[
                    ("ada@moor.org", Email),
                    ("www.moor.org", Url),
                    ("moor.org/x", Url),
                ],
            ),
            (
                "@goldencrust #bread #ff8800",
                &[
                    ("@goldencrust", Handle),
                    ("#bread", Hashtag),
                    ("#ff8800", Hex),
                ],
            ),
            (
                "512 kcal 250g 50 ml / 1.7 fl oz",
                &[
                    ("512 kcal", Quantity),
                    ("250g", Quantity),
                    ("50 ml / 1.7 fl oz", Quantity),
                ],
            ),
            ("Net wt 12 oz (340 g)", &[("12 oz (340 g)", Quantity)]),
            (
                "pace 5'01\"/km, best 4'32''",
                &[("5'01\"/km", Quantity), ("4'32''", Quantity)],
            ),
            ("up 12% or -3 %", &[("12%", Percent), ("-3 %", Percent)]),
            (
                "8,432 steps, 2.50, +60, 10k",
                &[
                    ("8,432", Figure),
                    ("2.50", Figure),
                    ("+60", Figure),
                    ("10k", Figure),
                ],
            ),
            (
                "INV-2027-031 and v2.1",
                &[("INV-2027-031", Code), ("v2.1", Code)],
            ),
            (
                "2-4pm, 18:30, 10:00 - 18:00",
                &[("2-4pm", Time), ("18:30", Time), ("10:00 - 18:00", Time)],
            ),
            // Blanks group digits where a currency follows.
            (
                "Q1 48 200 €, 1 250 000 EUR",
                &[("48 200 €", Price), ("1 250 000 EUR", Price)],
            ),
            // Months of a series are its labels, not dates.
            ("rain Jan 10 Feb 25 Mar 40 Apr 80", &[]),
            ("users Jan 1200, Feb 1800 and Mar 2600", &[]),
            ("open June 3", &[("June 3", Date)]),
            (
                "$0.04/kWh, $29/month, $4.5M",
                &[("$0.04/kWh", Price), ("$29/month", Price), ("$4.5M", Price)],
            ),
        ];
        for (prompt, want) in cases {
            let want: Vec<(String, FormKind)> = want
                .iter()
                .map(|&(text, kind)| (text.to_string(), kind))
                .collect();
            assert_eq!(forms(prompt), want, "{prompt}");
        }
    }
}
