//! Recognises values by their form: prices, dates, times, phone numbers, addresses, quantities.

use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep, Token, is_currency};

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

/// Kind of a URL, e-mail address, handle or hashtag.
pub(crate) fn address_kind(chunk: &str) -> Option<FormKind> {
    if let Some(rest) = chunk.strip_prefix('@') {
        return (rest.len() >= 2
            && rest
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-')))
        .then_some(FormKind::Handle);
    }
    if let Some(rest) = chunk.strip_prefix('#') {
        if matches!(rest.len(), 3 | 6)
            && rest.bytes().all(|b| b.is_ascii_hexdigit())
            && rest.bytes().any(|b| b.is_ascii_digit())
        {
            return Some(FormKind::Hex);
        }
        let letters = rest.chars().any(char::is_alphabetic);
        return (letters && rest.chars().all(|c| c.is_alphanumeric() || c == '_'))
            .then_some(FormKind::Hashtag);
    }
    if let Some((user, host)) = chunk.split_once('@') {
        let plain = |text: &str| {
            !text.is_empty()
                && text
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
        };
        return (plain(user) && plain(host) && host.contains('.')).then_some(FormKind::Email);
    }
    is_url(chunk).then_some(FormKind::Url)
}

/// Endings that make "name.ending" a web address without a scheme.
const TOP_DOMAINS: &[&str] = &[
    "com", "org", "net", "io", "co", "app", "dev", "ai", "edu", "gov", "uk", "de", "fr", "es",
    "it", "pt", "br", "jp", "cn", "ru", "in", "us", "eu", "ch", "at", "nl", "se", "no", "dk", "fi",
    "pl", "info", "biz", "shop", "store", "online", "site", "xyz", "me", "tv", "design", "studio",
    "cafe", "example", "test", "art", "club", "travel", "nz", "au", "ca", "mx", "ar", "kr", "be",
    "ie", "green", "blog", "events", "academy",
];

fn is_url(chunk: &str) -> bool {
    let lower = chunk.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return lower.len() > 10;
    }
    let host = lower.split(['/', '?']).next().unwrap_or("");
    if host.starts_with("www.") && host.len() > 6 {
        return true;
    }
    let Some((name, top)) = host.rsplit_once('.') else {
        return false;
    };
    let label = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    TOP_DOMAINS.contains(&top)
        && name.split('.').all(label)
        && name.chars().any(|c| c.is_ascii_alphabetic())
        && name.len() >= 2
        && chunk.chars().any(|c| c.is_ascii_lowercase())
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
        Kind::Word | Kind::Number if date_and_time(tokens, at).is_some() => {
            date_and_time(tokens, at)
        }
        Kind::Word => address_kind(text)
            .map(|kind| (1, kind))
            .or_else(|| currency_word(tokens, at))
            .or_else(|| date_from_word(tokens, at))
            .or_else(|| code_word(text).map(|kind| (1, kind))),
        Kind::Number => date_from_number(tokens, at)
            .or_else(|| time(tokens, at))
            .or_else(|| price(tokens, at))
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
    "févr",
    "avr",
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
fn is_day(key: &str) -> bool {
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

fn is_year(key: &str) -> bool {
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
fn date_from_word(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
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

/// "Sat 18 Oct, 20:00": a date with the time right behind it, when nothing follows.
fn date_and_time(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let (len, _) = date_from_word(tokens, at).or_else(|| date_from_number(tokens, at))?;
    let comma = tokens
        .get(at + len)
        .is_some_and(|token| token.is(Sep::Comma));
    // "samedi 6 juin à 15h", "vendredi 12 mars 20h"
    let led = !comma
        && key(tokens, at + len).is_some_and(|link| {
            let hour = key(tokens, at + len + 1).is_some_and(is_hour_chunk);
            is_hour_word(link) || link == "to" && hour
        });
    let full =
        len > 1 && key(tokens, at + len - 1).is_some_and(|last| is_month(last) || is_year(last));
    let bare = !comma
        && !led
        && key(tokens, at + len)
            .is_some_and(|hour| is_hour_chunk(hour) || full && is_hour_range(hour));
    // "domenica 4 maggio, ore 11"
    let named = comma && matches!(key(tokens, at + len + 1), Some("ore" | "alle"));
    let from = at + len + usize::from(comma || led) + usize::from(named);
    let (more, _) = tokens
        .get(from)
        .filter(|token| token.kind == Kind::Number)
        .and_then(|token| {
            // "6 juin à 15h": behind a date hours are a time.
            let plain = named && token.key.parse::<u32>().is_ok_and(|hour| hour <= 24);
            let hour = plain || is_hour_chunk(&token.key) || bare && is_hour_range(&token.key);
            let hour = hour.then_some((1, FormKind::Time));
            time(tokens, from).or(hour)
        })?;
    let closes = tokens.get(from + more).is_none_or(Token::is_sep);
    let abroad =
        key(tokens, at + len) != Some("at") || key(tokens, from).is_some_and(is_hour_chunk);
    let joined = comma || bare || led && abroad;
    (joined && closes).then_some((from + more - at, FormKind::Date))
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
fn in_month_series(tokens: &[Token], at: usize) -> bool {
    let pair = |at: usize| {
        key(tokens, at).is_some_and(is_month)
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
fn date_from_number(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
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
            parts.iter().all(|part| part.len() == 2) && *a <= 31 && *b <= 31 && separator == '/'
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

/// "9:41", "7 PM", "2-4pm", "18:30 Uhr", "10:00 - 18:00".
fn time(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    let hours = at > 0 && key(tokens, at - 1).is_some_and(is_hour_word);
    let mut len = 1;
    let meridiem = |at: usize| {
        key(tokens, at).is_some_and(|key| {
            matches!(
                key,
                "am" | "pm"
                    | "a.m"
                    | "p.m"
                    | "a.m."
                    | "p.m."
                    | "uhr"
                    | "uur"
                    | "o'clock"
                    | "h"
                    | "noon"
            )
        })
    };
    // "20.00 uur", "saat 20.00", "18h": hours of other languages.
    let clock = is_clock(first)
        || (hours || meridiem(at + 1)) && is_clock(&first.replace('.', ":"))
        || is_hour_chunk(first) && (hours || first.contains("h") && !first.ends_with('h'))
        || is_hour_chunk(first) && follows_date(tokens, at)
        || first
            .split_once(['-', '–'])
            .is_some_and(|(from, to)| is_hour_chunk(from) && is_hour_chunk(to));
    let hour = first
        .split(['-', '–'])
        .all(|part| part.parse::<u32>().is_ok_and(|hour| hour <= 24) || is_clock(part));
    // "3 to 5 pm"
    let spanned = hour
        && key(tokens, at + 1) == Some("to")
        && tokens.get(at + 2).is_some_and(|next| {
            next.kind == Kind::Number
                && (is_meridiem_chunk(&next.key) || is_hour(&next.key) && meridiem(at + 3))
        });
    if spanned {
        let glued = is_meridiem_chunk(&tokens[at + 2].key);
        return Some((if glued { 3 } else { 4 }, FormKind::Time));
    }
    if !(clock || hour && meridiem(at + 1) || is_meridiem_chunk(first)) {
        return None;
    }
    if clock && is_aspect(first) && !meridiem(at + 1) && !time_before(tokens, at) {
        return None;
    }
    // "6am noon 6pm" are three hours.
    let told = is_meridiem_chunk(first) && key(tokens, at + 1) == Some("noon");
    if meridiem(at + 1) && !told && (key(tokens, at + 1) != Some("h") || clock || hours) {
        len = 2;
    }
    // A second time after a dash or "to" makes a span of time.
    let dash = tokens
        .get(at + len)
        .is_some_and(|token| token.is(Sep::Dash));
    let to = key(tokens, at + len).is_some_and(|key| matches!(key, "to" | "until" | "till"));
    if (dash || to)
        && let Some(next) = tokens.get(at + len + 1)
        && next.kind == Kind::Number
        && (is_clock(&next.key) || is_meridiem_chunk(&next.key) || meridiem(at + len + 2))
    {
        len += 2 + usize::from(meridiem(at + len + 2));
    }
    Some((len, FormKind::Time))
}

/// "3", "11": an hour of half a day.
fn is_hour(chunk: &str) -> bool {
    chunk
        .parse::<u32>()
        .is_ok_and(|hour| (1..=12).contains(&hour))
}

/// "15h", "15h30": hours as they are written in French, Portuguese and Spanish.
fn is_hour_chunk(chunk: &str) -> bool {
    chunk.split_once('h').is_some_and(|(hour, minutes)| {
        let minute = minutes.len() == 2 && minutes.parse::<u32>().is_ok_and(|m| m < 60);
        hour.parse::<u32>().is_ok_and(|hour| hour <= 24) && (minutes.is_empty() || minute)
    })
}

/// "9-17".
fn is_hour_range(chunk: &str) -> bool {
    let hour = |text: &str| text.len() <= 2 && text.parse::<u32>().is_ok_and(|hour| hour <= 24);
    chunk
        .split_once(['-', '–'])
        .is_some_and(|(from, to)| hour(from) && hour(to))
}

/// Whether a date ends before the token, perhaps with a comma between.
fn follows_date(tokens: &[Token], at: usize) -> bool {
    let mut before = at;
    while before > 0 && tokens[before - 1].is(Sep::Comma) {
        before -= 1;
    }
    before > 0
        && key(tokens, before - 1).is_some_and(|last| {
            is_month(last)
                || is_weekday(last)
                || is_year(last)
                || is_day(last) && before > 1 && key(tokens, before - 2).is_some_and(is_month)
        })
}

/// Words that only hours follow.
fn is_hour_word(key: &str) -> bool {
    matches!(
        key,
        "at" | "às"
            | "à"
            | "dalle"
            | "alle"
            | "saat"
            | "godz"
            | "godzina"
            | "godzinie"
            | "ore"
            | "uur"
            | "om"
            | "um"
            | "kl"
            | "time"
    )
}

fn time_before(tokens: &[Token], at: usize) -> bool {
    at > 0
        && key(tokens, at - 1).is_some_and(|key| {
            matches!(
                key,
                "at" | "time"
                    | "clock"
                    | "reads"
                    | "shows"
                    | "showing"
                    | "from"
                    | "until"
                    | "says"
                    | "doors"
                    | "opens"
                    | "alarm"
                    | "reading"
            )
        })
}

/// "9:41", "18.30h" is left out; "18:30-20:00" counts.
fn is_clock(chunk: &str) -> bool {
    if let Some((from, to)) = chunk.split_once(['-', '–']) {
        return is_clock(from) && (is_clock(to) || is_meridiem_chunk(to));
    }
    let parts: Vec<&str> = chunk.split(':').collect();
    matches!(parts.len(), 2 | 3)
        && parts[0].len() <= 2
        && parts[0].parse::<u32>().is_ok_and(|first| first <= 99)
        && parts[1..]
            .iter()
            .all(|part| part.len() == 2 && part.parse::<u32>().is_ok_and(|minute| minute < 60))
}

/// "7pm", "2-4pm", "10:30am", "18h", "18h30".
fn is_meridiem_chunk(chunk: &str) -> bool {
    let chunk = chunk.trim_end_matches('.');
    if let Some(hours) = chunk
        .strip_suffix("am")
        .or_else(|| chunk.strip_suffix("pm"))
    {
        return !hours.is_empty()
            && hours.split(['-', '–']).all(|part| {
                part.trim_end_matches("am")
                    .trim_end_matches("pm")
                    .split([':', '.'])
                    .all(|n| n.parse::<u32>().is_ok_and(|n| n < 60))
            });
    }
    chunk.split_once('h').is_some_and(|(hour, minute)| {
        hour.len() <= 2
            && hour.parse::<u32>().is_ok_and(|hour| hour <= 24)
            && minute.len() == 2
            && minute.parse::<u32>().is_ok_and(|minute| minute < 60)
    })
}

/// "R$ 199", "USD 40", "Rs. 250".
fn currency_word(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
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

/// Whether a chunk is a plain amount: digits with separators.
fn is_amount(chunk: &str) -> bool {
    let digits = chunk.trim_start_matches(['+', '-', '−', '~', '≈', '–']);
    !digits.is_empty()
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\''))
        && digits.starts_with(|c: char| c.is_ascii_digit())
}

/// "$48,200", "32 €", "€45", "2.50 EUR", "$4.5M", "$0.04/kWh", "$10-$20", "1.29 / kg".
fn price(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    let tail = |from: usize| {
        // "/ month", "per kg", "a month"
        let per = tokens.get(from).is_some_and(|token| token.is(Sep::Slash));
        let unit = key(tokens, from + 1).is_some_and(|key| {
            lexicon().units.contains_key(key)
                || matches!(
                    key,
                    "person" | "night" | "each" | "user" | "mo" | "piece" | "seat"
                )
        });
        if per && unit { 2 } else { 0 }
    };
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
    let is_sign = next.is_word()
        && (next.key.chars().any(is_currency)
            || is_currency_code(&next.key)
            || matches!(
                next.key.as_str(),
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
                    | "zł"
                    | "kč"
                    | "lei"
            ));
    is_sign.then(|| (2 + groups + tail(at + 2 + groups), FormKind::Price))
}

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

/// "555-0147", "0161 496 0321", "+49 221 555013", "(212) 555-0199" without its first bracket.
fn phone(prompt: &str, tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
    let first = key(tokens, at)?;
    let grouped = |chunk: &str| {
        chunk
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | '/'))
            && chunk.chars().filter(char::is_ascii_digit).count()
                >= if chunk.starts_with('+') { 1 } else { 2 }
    };
    if !grouped(first) {
        return None;
    }
    let mut len = 1;
    while let Some(next) = tokens.get(at + len)
        && next.kind == Kind::Number
        && adjacent(tokens, at + len)
        && grouped(&next.key)
        && !next.key.starts_with('+')
    {
        len += 1;
    }
    let text = &prompt[tokens[at].span.start..tokens[at + len - 1].span.end];
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let lead = first.starts_with('0') || first.starts_with('+');
    let dashed = len == 1
        && first.split('-').count() >= 2
        && first.split('-').all(|part| part.len() >= 3)
        && first.matches('-').count() <= 3;
    let us = dashed
        && matches!(
            first.split('-').map(str::len).collect::<Vec<_>>()[..],
            [3, 4] | [3, 3, 4] | [1, 3, 3, 4] | [4, 4] | [3, 4, 4]
        );
    let spoken = at > 0
        && key(tokens, at - 1).is_some_and(|key| {
            matches!(
                key,
                "call"
                    | "tel"
                    | "phone"
                    | "telephone"
                    | "fax"
                    | "mobile"
                    | "whatsapp"
                    | "rsvp"
                    | "text"
            )
        });
    // "2019-2023": a span of years, no number.
    let years = dashed
        && len == 1
        && first
            .split('-')
            .all(|part| part.len() == 4 && part.starts_with(['1', '2']));
    let enough = (7..=15).contains(&digits) && !years;
    // "40 38 41 36 33", "120 150 170": figures of a series; the groups of a number without a lead end in a longer one.
    let last = tokens[at + len - 1].key.len();
    let grouped_by_three = (3..=4).contains(&len) && digits >= 9 && (lead || last >= 4)
        || lead && len >= 3 && digits >= 9;
    (enough && (grouped_by_three || lead && (len > 1 || digits >= 9) || us || spoken))
        .then_some((len, FormKind::Phone))
}

/// Units that may stand apart from their number, although they are short.
const SHORT_UNITS: &[&str] = &[
    "kg", "km", "cm", "mm", "ml", "cl", "dl", "mg", "lb", "oz", "kb", "gb", "mb", "tb", "kw", "mw",
    "hz", "ft", "mi", "°c", "°f", "px", "km", "l", "g", "ct", "л", "г", "кг", "км", "мл", "см",
    "nm",
];

/// "512 kcal", "250g", "2.4 km", "50 ml / 1.7 fl oz", "12 oz (340 g)", "30 %".
fn quantity(tokens: &[Token], at: usize) -> Option<(usize, FormKind)> {
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
                "h" | "s" | "day" | "week" | "month" | "kg" | "year" | "l"
            )
        });
    let apart = MEASURES.contains(&next) || SHORT_UNITS.contains(&next);
    (apart && tokens[at + 1].is_word())
        .then_some((2 + if rate { 2 } else { 0 }, FormKind::Quantity))
}

/// Units of two words' width or more that may stand apart.
const MEASURES: &[&str] = &[
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

/// Kind of a chunk that stands alone.
fn chunk_kind(chunk: &str) -> Option<FormKind> {
    if is_canvas(chunk) {
        return Some(FormKind::Canvas);
    }
    let digits = chunk.trim_start_matches(['+', '-', '−', '~', '≈', '–', '±']);
    let signed = digits.len() < chunk.len();
    if is_amount(chunk) && (signed || chunk.contains(['.', ',', '\''])) {
        return Some(FormKind::Figure);
    }
    if let Some((from, to)) = chunk.split_once(['-', '–'])
        && is_amount(from)
        && is_amount(to.trim_end_matches('%'))
    {
        return Some(FormKind::Range);
    }
    if let Some((from, to)) = chunk.split_once('/')
        && is_amount(from)
        && is_amount(to)
    {
        return Some(FormKind::Range);
    }
    let suffix = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    if matches!(
        suffix,
        "k" | "m" | "bn" | "b" | "mn" | "+" | "x" | "k+" | "m+"
    ) && digits.len() > suffix.len()
    {
        return Some(FormKind::Figure);
    }
    if chunk.starts_with('#') && digits_only(&chunk[1..]) {
        return Some(FormKind::Code);
    }
    (chunk.len() >= 5
        && chunk.contains('-')
        && chunk.chars().any(|c| c.is_ascii_digit())
        && chunk.chars().filter(|c| c.is_alphabetic()).count() < 3)
        .then_some(FormKind::Code)
}

fn digits_only(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Ratios that pictures have; "9:41" is no ratio.
pub(crate) const ASPECTS: &[(u32, u32)] = &[
    (1, 1),
    (16, 9),
    (9, 16),
    (4, 3),
    (3, 4),
    (3, 2),
    (2, 3),
    (4, 5),
    (5, 4),
    (21, 9),
    (9, 21),
    (1, 4),
    (4, 1),
    (1, 8),
    (8, 1),
    (2, 1),
    (1, 2),
    (16, 10),
];

fn is_aspect(chunk: &str) -> bool {
    chunk
        .split_once(':')
        .and_then(|(w, h)| Some((w.parse::<u32>().ok()?, h.parse::<u32>().ok()?)))
        .is_some_and(|ratio| ASPECTS.contains(&ratio))
}

/// "16:9", "1024x768", "4k".
fn is_canvas(chunk: &str) -> bool {
    if is_aspect(chunk) || matches!(chunk, "2k" | "4k" | "8k" | "1080p" | "720p" | "2160p") {
        return true;
    }
    chunk.split_once(['x', '×']).is_some_and(|(w, h)| {
        let side = |text: &str| {
            text.parse::<u32>()
                .is_ok_and(|side| (64..=16_384).contains(&side))
        };
        side(w) && side(h.trim_end_matches("px"))
    })
}

/// Endings that make "name.ending" a file.
const FILE_ENDINGS: &[&str] = &[
    "pdf", "jpg", "jpeg", "png", "gif", "svg", "txt", "md", "doc", "docx", "xls", "xlsx", "ppt",
    "pptx", "csv", "zip", "mp3", "mp4", "mov", "py", "js", "ts", "rs", "html", "css", "json",
    "psd", "fig",
];

/// "INV-2027-031", "v2.1", "A-113": letters and digits joined.
fn code_word(text: &str) -> Option<FormKind> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let file = text
        .rsplit_once('.')
        .is_some_and(|(name, ending)| !name.is_empty() && FILE_ENDINGS.contains(&ending));
    if file {
        return Some(FormKind::Code);
    }
    let version = text.starts_with(['v', 'V'])
        && text.len() > 1
        && text[1..].chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits > 0;
    let code = digits > 0
        && capitals > 0
        && text.contains('-')
        && text
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    (version || code).then_some(FormKind::Code)
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
