//! Days, months, years and what is written of them in figures.

use super::{FormKind, key};
use crate::tokens::{Kind, Sep, Token};

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// Month names of other languages that cannot be mistaken for other words.
const MONTHS_ABROAD: &[&str] = &[
    "ene",
    "mär",
    "mai",
    "okt",
    "dez",
    "mrt",
    "janv",
    "fév",
    "févr",
    "avr",
    "abr",
    "fev",
    "déc",
    "juil",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "janeiro",
    "fevereiro",
    "março",
    "maio",
    "junho",
    "julho",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
    "janvier",
    "février",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "januar",
    "februar",
    "märz",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "gennaio",
    "febbraio",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "settembre",
    "ottobre",
    "dicembre",
    "januari",
    "februari",
    "maart",
    "mei",
    "augustus",
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
    "şubat",
    "nisan",
    "mayıs",
    "haziran",
    "temmuz",
    "ağustos",
    "eylül",
    "ekim",
    "kasım",
    "aralık",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
];

/// Weekday names of other languages.
const WEEKDAYS_ABROAD: &[&str] = &[
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
    "segunda-feira",
    "terça-feira",
    "quarta-feira",
    "quinta-feira",
    "sexta-feira",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "poniedziałek",
    "wtorek",
    "środa",
    "czwartek",
    "piątek",
    "sobota",
    "niedziela",
    "pazartesi",
    "salı",
    "çarşamba",
    "perşembe",
    "cuma",
    "cumartesi",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
];

/// Returns whether a word names a month, in any language that is read.
pub fn is_month_name(word: &str) -> bool {
    is_month(&crate::tokens::lower(word))
}

pub(crate) fn is_month(key: &str) -> bool {
    let key = key.trim_end_matches('.');
    MONTHS.contains(&key)
        || MONTHS_ABROAD.contains(&key)
        || !key.is_ascii() && crate::local::MONTHS.contains(&crate::fold::fold(key).as_str())
}

/// Returns whether a word names a day of the week, in any language that is read.
pub fn is_day_name(word: &str) -> bool {
    is_weekday(&crate::tokens::lower(word))
}

pub(crate) fn is_weekday(key: &str) -> bool {
    let key = key.trim_end_matches('.');
    WEEKDAYS.contains(&key)
        || WEEKDAYS_ABROAD.contains(&key)
        || !key.is_ascii() && crate::local::WEEKDAYS.contains(&crate::fold::fold(key).as_str())
}

/// Whether a word in lower case is an English weekday or month, whole or shortened.
pub(crate) fn is_english_day_or_month(word: &str) -> bool {
    MONTHS.contains(&word) || WEEKDAYS.contains(&word)
}

/// "1" to "31", with an English ending or a German stop.
pub(super) fn is_day(key: &str) -> bool {
    let digits = key.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'º', 'ª', '.', 'e']);
    digits.len() <= 2
        && digits
            .parse::<u32>()
            .is_ok_and(|day| (1..=31).contains(&day))
        && key.len() <= digits.len() + 2
}

/// "2-4", "12-14": a range of days.
fn is_day_range(key: &str) -> bool {
    key.split_once(['-', '–'])
        .is_some_and(|(from, to)| is_day(from.trim_end_matches('.')) && is_day(to))
}

pub(super) fn is_year(key: &str) -> bool {
    key.len() == 4
        && key
            .parse::<u32>()
            .is_ok_and(|year| (1000..=2999).contains(&year))
        || key.starts_with("20") && key.ends_with("xx")
}

/// Length of ", 2027" or " 2027" at `at`, zero when there is none.
fn year_tail(tokens: &[Token], at: usize) -> usize {
    match tokens.get(at) {
        Some(token) if is_year(&token.key) && token.kind == Kind::Number => 1,
        Some(token) if token.is(Sep::Comma) && key(tokens, at + 1).is_some_and(is_year) => 2,
        Some(token)
            if matches!(token.key.as_str(), "of" | "de" | "del" | "from")
                && key(tokens, at + 1).is_some_and(is_year) =>
        {
            2
        }
        _ => 0,
    }
}

/// "Saturday 12 June 2027", "May 30", "Sat, 18 Oct".
pub(super) fn date_from_word(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    // "mar 1900, mer 2400": a number as high as a year is none where every day has one.
    if key(tokens, at + 1).is_some_and(is_year) && in_month_series(tokens, at) {
        return None;
    }
    // Short names in lower case may be other words ("sun", "sat"); long ones may not.
    if is_weekday(first)
        && (tokens[at].is_capital() || first.len() > 5 || WEEKDAYS_ABROAD.contains(&first))
    {
        let mut next = at + 1;
        if tokens.get(next).is_some_and(|token| token.is(Sep::Comma)) {
            next += 1;
        }
        if key(tokens, next) == Some("the") {
            next += 1;
        }
        let inner = date_from_number(tokens, next).or_else(|| month_first(tokens, next));
        return inner
            .filter(|&(_, kind)| kind == FormKind::Date)
            .map(|(len, kind)| (next - at + len, kind));
    }
    month_first(tokens, at)
}

/// "May 30, 2027", "June 2027", "Feb 14-16".
fn month_first(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    if !is_month(key(tokens, at)?) || !tokens[at].is_capital() && key(tokens, at) == Some("may") {
        return None;
    }
    let day = key(tokens, at + 1)?;
    if tokens[at + 1].kind != Kind::Number || in_month_series(tokens, at) {
        return None;
    }
    if is_day(day) || is_day_range(day) {
        return Some((2 + year_tail(tokens, at + 2), FormKind::Date));
    }
    is_year(day).then_some((2, FormKind::Date))
}

/// Months with numbers from which on they are the points of a series, not dates.
const MONTH_SERIES_MIN: usize = 3;

/// "Jan 12, Feb 18, Mar 26": whether the month at `at` is one of several that each have a number.
pub(crate) fn in_month_series(tokens: &[Token], at: usize) -> bool {
    // "lun 2100, mar 1900, mer 2400": beside figures of other words, a number as high as a year is a figure, too.
    let year = key(tokens, at + 1).is_some_and(is_year);
    let pair = |at: usize| {
        tokens.get(at).is_some_and(Token::is_word)
            && key(tokens, at).is_some_and(|key| year || is_month(key))
            && tokens
                .get(at + 1)
                .is_some_and(|token| token.kind == Kind::Number)
    };
    let joint = |at: usize| {
        tokens.get(at).is_some_and(Token::is_sep) || matches!(key(tokens, at), Some("and" | "to"))
    };
    let mut first = at;
    let mut count = 1;
    // A pair is two tokens, with at most one joint between pairs.
    while count < MONTH_SERIES_MIN {
        if first >= 2 && pair(first - 2) {
            first -= 2;
        } else if first >= 3 && joint(first - 1) && pair(first - 3) {
            first -= 3;
        } else {
            break;
        }
        count += 1;
    }
    let mut last = at;
    while count < MONTH_SERIES_MIN {
        if pair(last + 2) {
            last += 2;
        } else if joint(last + 2) && pair(last + 3) {
            last += 3;
        } else {
            break;
        }
        count += 1;
    }
    count >= MONTH_SERIES_MIN
}

/// "12 June 2027", "06.19.27", "2027-01-12", "14. Februar".
pub(super) fn date_from_number(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    if tokens[at].kind != Kind::Number {
        return None;
    }
    // "Jan 10 Feb 25 Mar 40": the number belongs to the month before it.
    if at > 0 && key(tokens, at - 1).is_some_and(is_month) && in_month_series(tokens, at - 1) {
        return None;
    }
    if is_numeric_date(first) {
        return Some((1, FormKind::Date));
    }
    if !(is_day(first) || is_day_range(first)) {
        return None;
    }
    let mut next = at + 1;
    if tokens.get(next).is_some_and(|token| token.is(Sep::Stop))
        && key(tokens, next + 1).is_some_and(is_month)
    {
        next += 1;
    }
    while matches!(key(tokens, next), Some("of" | "de" | "the")) {
        next += 1;
    }
    let month = key(tokens, next)?;
    // "5 may apples" is no date; a month in lower case must be unmistakable.
    if !is_month(month)
        || (!tokens[next].is_capital() && matches!(month, "may" | "mar" | "sun" | "dec"))
    {
        return None;
    }
    let mut len = next + 1 - at + year_tail(tokens, next + 1);
    // "9 Mayıs Cuma": the weekday may come last.
    if key(tokens, at + len).is_some_and(is_weekday) && tokens[at + len].is_capital() {
        len += 1;
    }
    Some((len, FormKind::Date))
}

fn is_numeric_date(chunk: &str) -> bool {
    let separator = if chunk.contains('/') {
        '/'
    } else if chunk.matches('.').count() == 2 {
        '.'
    } else if chunk.matches('-').count() == 2 {
        '-'
    } else {
        return false;
    };
    let parts: Vec<&str> = chunk.split(separator).collect();
    let digits = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if !digits || parts.len() < 2 || parts.len() > 3 {
        return false;
    }
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match (numbers.as_slice(), parts.as_slice()) {
        ([a, b], _) => {
            // "18/20" is so many of so many.
            let month = *a <= 12 || *b <= 12;
            let short = parts.iter().all(|part| part.len() == 2);
            short && *a <= 31 && *b <= 31 && month && separator == '/'
        }
        ([year, month, day], [first, ..]) if first.len() == 4 => {
            (1000..=2999).contains(year) && *month <= 12 && *day <= 31
        }
        ([a, b, _], [_, _, last]) => {
            *a <= 31 && *b <= 31 && matches!(last.len(), 2 | 4) && (*a <= 12 || *b <= 12)
        }
        _ => false,
    }
}
