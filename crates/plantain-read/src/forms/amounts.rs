//! Prices and quantities: figures with a currency or a unit.

use super::codes::is_canvas;
use super::{FormKind, adjacent, key};
use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep, Token, is_currency};

/// "R$ 199", "USD 40", "Rs. 250".
pub(super) fn currency_word(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let word = key(tokens, at)?;
    if !(is_currency_code(word) && (tokens[at].is_capital() || matches!(word, "kr" | "zł")))
        && word != "r"
    {
        return None;
    }
    let number = tokens.get(at + 1)?;
    if word == "r" {
        // "R$" is cut at the sign.
        return (number.kind == Kind::Number
            && number.key.starts_with('$')
            && adjacent(tokens, at + 1))
        .then_some((2, FormKind::Price));
    }
    (number.kind == Kind::Number && is_amount(&number.key)).then_some((2, FormKind::Price))
}

fn is_currency_code(word: &str) -> bool {
    matches!(
        word,
        "usd"
            | "eur"
            | "gbp"
            | "jpy"
            | "chf"
            | "cny"
            | "rmb"
            | "inr"
            | "brl"
            | "cad"
            | "aud"
            | "nzd"
            | "sek"
            | "nok"
            | "dkk"
            | "pln"
            | "rs"
            | "kr"
            | "zł"
            | "sgd"
            | "hkd"
            | "mxn"
            | "aed"
            | "krw"
            | "zar"
            | "czk"
            | "huf"
            | "thb"
            | "php"
            | "idr"
    )
}

/// Whether a word behind an amount names its currency ("TL", "zł", "euros").
pub(crate) fn is_currency_word(word: &str) -> bool {
    is_currency_code(&word.to_lowercase())
        || matches!(
            word.to_lowercase().as_str(),
            "euros"
                | "euro"
                | "dollars"
                | "pounds"
                | "yen"
                | "руб"
                | "рублей"
                | "元"
                | "円"
                | "원"
                | "tl"
                | "lira"
                | "грн"
                | "kč"
                | "lei"
        )
}

/// Whether a chunk is a plain amount: digits with separators.
pub(super) fn is_amount(chunk: &str) -> bool {
    let digits = chunk.trim_start_matches(['+', '-', '−', '~', '≈', '–']);
    !digits.is_empty()
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\''))
        && digits.starts_with(|c: char| c.is_ascii_digit())
}

/// "$48,200", "32 €", "€45", "2.50 EUR", "$4.5M", "$0.04/kWh", "$10-$20", "1.29 / kg", "$1.99 per lb".
pub(super) fn price(prompt: &str, tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    let tail = |from: usize| {
        // "/ month"
        let per = tokens.get(from).is_some_and(|token| token.is(Sep::Slash));
        let unit = key(tokens, from + 1).is_some_and(|key| {
            lexicon().units.contains_key(key)
                || matches!(
                    key,
                    "person" | "night" | "each" | "user" | "mo" | "piece" | "seat"
                )
        });
        if per && unit {
            2
        } else {
            per_goods(prompt, tokens, from)
        }
    };
    // "80p": pence.
    let pence = |text: &str| {
        text.strip_suffix('p').is_some_and(|digits| {
            (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        })
    };
    let glued = first.split_once('/');
    if glued.is_some_and(|(amount, unit)| pence(amount) && lexicon().units.contains_key(unit)) {
        return Some((1, FormKind::Price));
    }
    if pence(first) && tail(at + 1) > 0 {
        return Some((1 + tail(at + 1), FormKind::Price));
    }
    if first.chars().any(is_currency) {
        let million = key(tokens, at + 1)
            .is_some_and(|key| matches!(key, "million" | "billion" | "mn" | "bn" | "k" | "mio"));
        let len = 1 + usize::from(million);
        return Some((len + tail(at + len), FormKind::Price));
    }
    if !is_amount(first) {
        return None;
    }
    let groups = digit_groups(tokens, at);
    let next = tokens.get(at + 1 + groups)?;
    let is_sign =
        next.is_word() && (next.key.chars().any(is_currency) || is_currency_word(&next.key));
    is_sign.then(|| (2 + groups + tail(at + 2 + groups), FormKind::Price))
}

/// "per kilo", "pro 100 g", "la pièce", "each": how many tokens behind a price tell how much of the goods it is for.
fn per_goods(prompt: &str, tokens: &[Token], from: usize) -> usize {
    const TOKENS_MAX: usize = 3;
    let ends = |at: usize| tokens.get(at).is_none_or(|token| token.is_sep());
    let said = |len: usize| {
        let last = tokens.get(from..from + len)?;
        let joined = last
            .iter()
            .all(|token| !token.is_sep() && token.quote().is_none());
        let text = prompt.get(last.first()?.span.start..last.last()?.span.end)?;
        joined.then(|| crate::tokens::lower(text))
    };
    let found = (1..=TOKENS_MAX).find(|&len| {
        said(len).is_some_and(|text| match text.split_once(' ') {
            Some((per, unit)) => PER.contains(&per) && GOODS_UNITS.contains(&unit),
            None => ends(from + len) && matches!(text.as_str(), "each" | "ea" | "apiece"),
        })
    });
    // A glossed phrase ("pro kg") is several keys of one span.
    let glossed = key(tokens, from) == Some("per")
        && key(tokens, from + 1).is_some_and(|unit| matches!(unit, "kilo" | "piece" | "slice"));
    let mut len = found.unwrap_or(if glossed { 2 } else { 0 });
    while len > 0
        && tokens
            .get(from + len)
            .is_some_and(|next| next.span == tokens[from + len - 1].span)
    {
        len += 1;
    }
    len
}

/// Words between a price and how much of the goods it is for, in the languages of the prompts.
const PER: &[&str] = &[
    "per", "pro", "je", "par", "por", "a", "al", "à", "il", "el", "le", "la", "les", "das", "die",
    "het", "de", "o", "za", "за",
];

/// How much of the goods a price is for.
#[rustfmt::skip]
const GOODS_UNITS: &[&str] = &[
    "kg", "kilo", "kilos", "kilogram", "100 g", "100g", "100 gr", "gram", "lb", "lb.", "pound", "oz", "ounce",
    "liter", "litre", "litro", "l", "piece", "pc", "each", "dozen", "bunch", "bag", "box", "tray", "punnet", "head", "loaf",
    "slice", "bottle", "jar", "stem", "stück", "bund", "schale", "stuk", "bos", "bak", "zak", "doos", "pièce", "botte",
    "barquette", "pieza", "unidad", "manojo", "docena", "pezzo", "mazzo", "unidade", "peça", "dúzia", "quilo", "sztuka", "sztukę",
    "szt", "szt.", "pęczek", "кг", "килограмм", "кілограм", "шт", "шт.", "штуку", "литр", "літр", "100 г",
];

/// "48 200": how many groups of three digits follow a number of one to three digits, parted by blanks.
fn digit_groups(tokens: &[Token], at: usize) -> usize {
    let digits = |at: usize, len: std::ops::RangeInclusive<usize>| {
        tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Number
                && len.contains(&token.key.len())
                && token.key.bytes().all(|b| b.is_ascii_digit())
        })
    };
    if !digits(at, 1..=3) {
        return 0;
    }
    (1..=3)
        .take_while(|n| digits(at + n, 3..=3) && adjacent(tokens, at + n))
        .count()
}

/// Units that may stand apart from their number, although they are short.
const SHORT_UNITS: &[&str] = &[
    "kg", "km", "cm", "mm", "ml", "cl", "dl", "mg", "lb", "oz", "kb", "gb", "mb", "tb", "kw", "mw",
    "hz", "ft", "mi", "°c", "°f", "px", "km", "l", "g", "ct", "л", "г", "кг", "км", "мл", "см",
    "nm",
];

/// "512 kcal", "250g", "2.4 km", "50 ml / 1.7 fl oz", "12 oz (340 g)", "30 %".
pub(super) fn quantity(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let (mut len, kind) = one_quantity(tokens, at)?;
    if kind != FormKind::Quantity {
        return Some((len, kind));
    }
    // A second measure after a slash, or one in brackets, belongs to the first.
    if tokens
        .get(at + len)
        .is_some_and(|token| token.is(Sep::Slash))
        && let Some((more, FormKind::Quantity)) =
            number_at(tokens, at + len + 1).and_then(|next| one_quantity(tokens, next))
    {
        len += 1 + more;
    } else if tokens
        .get(at + len)
        .is_some_and(|token| token.is(Sep::Open))
        && let Some((more, FormKind::Quantity)) =
            number_at(tokens, at + len + 1).and_then(|next| one_quantity(tokens, next))
        && tokens
            .get(at + len + 1 + more)
            .is_some_and(|token| token.is(Sep::Close))
    {
        len += 2 + more;
    }
    Some((len, FormKind::Quantity))
}

/// `5'01"/km`, "4'32''": minutes and seconds by their marks, with what they are for.
pub(super) fn pace(prompt: &str, tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let (minutes, seconds) = key(tokens, at)?.split_once(['\'', '′', '’'])?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let seconds = seconds.trim_end_matches(['\'', '"', '″', '”', '’']);
    if !(digits(minutes) && digits(seconds) && minutes.len() <= 3 && seconds.len() == 2) {
        return None;
    }
    let glued =
        |at: usize| at < tokens.len() && at > 0 && tokens[at].span.start == tokens[at - 1].span.end;
    let mut len = 1;
    let mark = |at: usize| {
        matches!(
            &prompt[tokens[at].span.clone()],
            "\"" | "″" | "”" | "''" | "'"
        )
    };
    while len <= 2 && glued(at + len) && mark(at + len) {
        len += 1;
    }
    let per = |at: usize| {
        glued(at)
            && tokens[at].is(Sep::Slash)
            && glued(at + 1)
            && key(tokens, at + 1).is_some_and(|unit| matches!(unit, "km" | "mi" | "mile" | "k"))
    };
    len += if per(at + len) { 2 } else { 0 };
    Some((len, FormKind::Quantity))
}

fn number_at(tokens: &[Token], at: usize) -> Option<usize> {
    tokens
        .get(at)
        .filter(|token| token.kind == Kind::Number)
        .map(|_| at)
}

fn one_quantity(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    let digits_end = first.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (digits, unit) = first.split_at(digits_end);
    if unit.is_empty() && digits.strip_prefix('%').is_some_and(is_amount) {
        return Some((1, FormKind::Percent));
    }
    if !is_amount(digits) && !digits.split(['-', '–', '/', '×', 'x']).all(is_amount) {
        return None;
    }
    if matches!(unit, "%" | "٪" | "‰") {
        return Some((1, FormKind::Percent));
    }
    if !unit.is_empty() {
        let measure = lexicon().units.contains_key(unit)
            && !matches!(unit, "s" | "d" | "k" | "a" | "t" | "v");
        let rate = unit.split_once('/').is_some_and(|(unit, per)| {
            lexicon().units.contains_key(unit) && lexicon().units.contains_key(per)
        });
        let tier = is_canvas(first);
        return (!tier && (measure || rate || unit.starts_with('°')))
            .then_some((1, FormKind::Quantity));
    }
    let next = key(tokens, at + 1)?;
    if matches!(next, "percent" | "%" | "٪" | "prozent") {
        return Some((2, FormKind::Percent));
    }
    if next == "fl" && key(tokens, at + 2) == Some("oz") {
        return Some((3, FormKind::Quantity));
    }
    // "km/h" is cut at its slash.
    let rate = tokens.get(at + 2).is_some_and(|token| token.is(Sep::Slash))
        && key(tokens, at + 3).is_some_and(|key| {
            matches!(
                key,
                // "4 м/с": the Russian sign of the second is also the word for "with".
                "h" | "s" | "day" | "week" | "month" | "kg" | "year" | "l" | "ч" | "с" | "with"
            )
        });
    // "4 м/с": a unit of one letter is one where another follows its slash.
    let apart = MEASURES.contains(&next)
        || matches!(next, "h" | "s" | "day" | "days") && is_duration(tokens, at)
        || SHORT_UNITS.contains(&next)
        || rate && lexicon().units.contains_key(next);
    (apart && tokens[at + 1].is_word())
        .then_some((2 + if rate { 2 } else { 0 }, FormKind::Quantity))
}

/// "email 4 h, chat 2 min": whether the hours or seconds at `at` end a clause in a prompt that tells times in longer words too.
pub(super) fn is_duration(tokens: &[Token], at: usize) -> bool {
    let ends = tokens.get(at + 2).is_none_or(Token::is_sep);
    let timed = |n: usize| {
        n > 0
            && tokens[n - 1].kind == Kind::Number
            && matches!(
                tokens[n].key.as_str(),
                "min" | "mins" | "minutes" | "sec" | "secs" | "hr" | "hrs" | "h" | "s"
            )
    };
    ends && (0..tokens.len())
        .filter(|&n| n != at + 1 && timed(n))
        .count()
        >= 1
}

/// Units of two words' width or more that may stand apart.
const MEASURES: &[&str] = &[
    "xp",
    "kcal",
    "kwh",
    "mwh",
    "kj",
    "bpm",
    "rpm",
    "mph",
    "kph",
    "kbps",
    "mbps",
    "gbps",
    "dpi",
    "ppi",
    "hrs",
    "hr",
    "mins",
    "min",
    "secs",
    "sec",
    "lbs",
    "litres",
    "liters",
    "litre",
    "liter",
    "gallons",
    "tons",
    "tonnes",
    "hpa",
    "psi",
    "ppm",
    "calories",
    "miles",
    "fps",
    "sqft",
    "mmhg",
    "khz",
    "mhz",
    "ghz",
    "минут",
    "мин",
    "ч",
];
