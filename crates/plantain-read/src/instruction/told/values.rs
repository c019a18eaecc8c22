//! Values by their form: days, dates, years, times, prices, shares, addresses, counted units, bare figures.

use crate::calendar::{month, weekday};
use crate::forms::{FormKind, address_kind};
use crate::tokens::{is_currency, lower};
use crate::{Span, fold::fold};

/// Fewest digits of a telephone number.
const PHONE_DIGITS_MIN: usize = 7;

/// What a value is; only one of the same form can stand in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    Weekday,
    /// A day of a month.
    Date,
    /// A month without a day.
    Month,
    Year,
    Time,
    /// From one hour to another without any sign of time: "7-5", "8 to 6".
    Hours,
    Price,
    Percent,
    Phone,
    Email,
    Url,
    Handle,
    /// So many of something, by the stem of its unit.
    Counted(String),
    Figure,
}

/// A value and where it stands in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub form: Form,
    pub span: Span,
}

/// A word of a text without the marks around it.
struct Piece<'t> {
    text: &'t str,
    lower: String,
    span: Span,
    /// Whether a mark stands behind it: what follows belongs to something else.
    closed: bool,
    /// Whether that mark is a full stop.
    stop: bool,
}

/// Returns the values of a text, in order; none overlaps another.
pub(super) fn values(text: &str) -> Vec<Value> {
    let pieces = pieces(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let Some((len, form)) = value_at(&pieces, at) else {
            at += 1;
            continue;
        };
        let span = pieces[at].span.start..pieces[at + len - 1].span.end;
        out.push(Value { form, span });
        at += len;
    }
    out
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        match (c.is_whitespace() || matches!(c, '·' | '|' | '•'), start) {
            (true, Some(from)) => {
                out.extend(piece(text, from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    out
}

fn piece(text: &str, from: usize, to: usize) -> Option<Piece<'_>> {
    let outer = |c: char| {
        matches!(
            c,
            ',' | '.' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '“' | '”' | '\''
        )
    };
    let word = &text[from..to];
    let start = from + (word.len() - word.trim_start_matches(outer).len());
    let stop = word.ends_with('.');
    let text = word.trim_matches(outer);
    (!text.is_empty()).then(|| Piece {
        text,
        lower: lower(text),
        span: start..start + text.len(),
        closed: start + text.len() < to,
        stop,
    })
}

/// Returns how many words the value at `at` takes, and its form.
fn value_at(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Form)> {
    let piece = &pieces[at];
    if weekday(&piece.lower).is_some() && piece.text.chars().count() > 2 {
        return Some((1, Form::Weekday));
    }
    if let Some(form) = address(piece.text) {
        return Some((1, form));
    }
    if !piece.text.bytes().any(|b| b.is_ascii_digit()) {
        return month_first(pieces, at);
    }
    if let Some(len) = phone(pieces, at) {
        return Some((len, Form::Phone));
    }
    day_first(pieces, at)
        .or_else(|| time(pieces, at).map(|len| (len, Form::Time)))
        .or_else(|| hours(pieces, at).map(|len| (len, Form::Hours)))
        .or_else(|| figure(pieces, at))
}

fn address(text: &str) -> Option<Form> {
    match address_kind(text)? {
        FormKind::Email => Some(Form::Email),
        FormKind::Url => Some(Form::Url),
        FormKind::Handle => Some(Form::Handle),
        _ => None,
    }
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | 'º'));
    let ending = &word[digits.len()..];
    digits.len() <= 2
        && digits.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
        && matches!(ending, "" | "." | "st" | "nd" | "rd" | "th" | "er" | "º")
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// "June 3", "June".
fn month_first(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Form)> {
    let piece = &pieces[at];
    month(&piece.lower)?;
    let next = pieces.get(at + 1).map_or("", |next| next.lower.as_str());
    // "March 7 pm": the figure is a time.
    let half = pieces.get(at + 2).is_some_and(|next| is_half(&next.lower));
    if is_day(next) && !half {
        return Some((2, Form::Date));
    }
    // "May" and "march" are words of their own.
    let capital = piece.text.starts_with(char::is_uppercase);
    let led = at > 0
        && matches!(
            pieces[at - 1].lower.as_str(),
            "until" | "till" | "in" | "by" | "from" | "since" | "through" | "bis"
        );
    let whole = capital && (piece.text.chars().count() > 3 || led);
    (is_year(next) || whole).then_some((1, Form::Month))
}

/// "3 June", "3. Juni", "3 de junio", "03/06/2026".
fn day_first(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Form)> {
    let word = &pieces[at].lower;
    let parts: Vec<&str> = word.split(['.', '/', '-']).collect();
    let figures = parts.iter().all(|part| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
    });
    if figures && parts.len() == 3 {
        return Some((1, Form::Date));
    }
    if !is_day(word) || pieces[at].closed && !is_ordinal_stop(pieces, at) {
        return None;
    }
    let of = pieces
        .get(at + 1)
        .is_some_and(|next| matches!(next.lower.as_str(), "de" | "of" | "di"));
    let name = at + 1 + usize::from(of);
    month(&pieces.get(name)?.lower)?;
    Some((name + 1 - at, Form::Date))
}

/// Whether only the stop of an ordinal closes a day: "3. Juni".
fn is_ordinal_stop(pieces: &[Piece<'_>], at: usize) -> bool {
    let ends = pieces[at].span.end;
    pieces
        .get(at + 1)
        .is_some_and(|next| next.span.start == ends + 2)
        && pieces[at].stop
}

fn is_half(word: &str) -> bool {
    matches!(
        word,
        "am" | "pm" | "a.m" | "p.m" | "uhr" | "uur" | "hrs" | "o'clock"
    )
}

/// A time, or from one to another: "10 am - 4 pm".
fn time(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let len = one_time(pieces, at)?;
    let dash = pieces.get(at + len).is_some_and(|next| {
        matches!(
            next.lower.as_str(),
            "-" | "–" | "—" | "to" | "until" | "till" | "bis"
        )
    });
    let open = pieces[at..at + len].iter().all(|piece| !piece.closed);
    let more = (dash && open)
        .then(|| one_time(pieces, at + len + 1))
        .flatten();
    Some(more.map_or(len, |more| len + 1 + more))
}

/// "7-5", "9–17", "8 to 6": two bare hours.
fn hours(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let hour = |text: &str| text.parse().is_ok_and(|hour: u32| hour <= 24);
    let own = &pieces[at].lower;
    if let Some((from, until)) = own.split_once(['-', '–']) {
        return (hour(from) && hour(until)).then_some(1);
    }
    let [_, joint, until] = pieces.get(at..at + 3)? else {
        return None;
    };
    let joined = matches!(joint.lower.as_str(), "to" | "-" | "–" | "until" | "till");
    let open = !pieces[at].closed && !joint.closed;
    (hour(own) && joined && open && hour(&until.lower)).then_some(3)
}

/// "8:30", "8 pm", "7.30pm", "20h", "18:00–20:00".
fn one_time(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let word = &pieces.get(at)?.lower;
    let clock = |part: &str| {
        let part = part.trim_end_matches("am").trim_end_matches("pm");
        part.split_once([':', 'h']).is_some_and(|(h, m)| {
            h.parse().is_ok_and(|h: u32| h < 25)
                && (m.len() == 2 && m.parse().is_ok_and(|m: u32| m < 60) || m.is_empty())
        })
    };
    let short = |part: &str| {
        part.strip_suffix("am")
            .or(part.strip_suffix("pm"))
            .is_some_and(|h| h.parse::<f32>().is_ok_and(|h| h <= 12.59))
    };
    let ranged = word
        .split(['–', '-'])
        .all(|part| clock(part) || short(part));
    let follows = pieces.get(at + 1).is_some_and(|next| is_half(&next.lower));
    if ranged {
        return Some(1 + usize::from(follows));
    }
    let hour = word.split(['–', '-']).all(|part| {
        part.replace(['.', ':'], "")
            .parse()
            .is_ok_and(|h: u32| h < 2400)
    });
    (hour && follows).then_some(2)
}

/// "+34 600 123 456", "555-0142".
fn phone(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let plain = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '/'))
    };
    let len = pieces[at..]
        .iter()
        .take_while(|piece| plain(piece.text))
        .count();
    let digits = pieces[at..at + len]
        .iter()
        .flat_map(|piece| piece.text.bytes())
        .filter(u8::is_ascii_digit)
        .count();
    let grouped = len > 1 || pieces[at].text.contains(['+', '-']);
    (grouped && digits >= PHONE_DIGITS_MIN).then_some(len)
}

/// A price, a share, so many of a unit, or a bare figure.
fn figure(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Form)> {
    let piece = &pieces[at];
    let next = pieces.get(at + 1).filter(|_| !piece.closed);
    if piece.text.contains(is_currency) {
        return Some((1, Form::Price));
    }
    if piece.text.ends_with('%') {
        return Some((1, Form::Percent));
    }
    let digits = piece
        .text
        .trim_end_matches(|c: char| c.is_alphabetic() || c == '°');
    let unit = &piece.lower[digits.len()..];
    let plain = digits
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '-' | '−'));
    if !plain || digits.is_empty() {
        return None;
    }
    if !unit.is_empty() {
        return Some((1, Form::Counted(stem(unit))));
    }
    if is_year(piece.text) {
        return Some((1, Form::Year));
    }
    let word = next.map_or("", |next| next.lower.as_str());
    match word {
        "%" | "percent" | "prozent" => Some((2, Form::Percent)),
        "€" | "$" | "£" | "eur" | "usd" | "gbp" | "euros" | "euro" | "dollars" => {
            Some((2, Form::Price))
        }
        _ if counts(word) => Some((2, Form::Counted(stem(word)))),
        _ => Some((1, Form::Figure)),
    }
}

/// Whether a word can be what a figure counts.
fn counts(word: &str) -> bool {
    let small = crate::lexicon::lexicon().stops.contains_key(word);
    const UNITS: &[&str] = &["g", "l", "m", "h", "w", "v", "k"];
    (word.chars().count() > 1 || UNITS.contains(&word))
        && word.chars().all(|c| c.is_alphabetic() || c == '°')
        && !small
        && !crate::instruction::is_verb(word)
        && !matches!(
            word,
            "not"
                | "now"
                | "instead"
                | "actually"
                | "please"
                | "already"
                | "really"
                | "today"
                | "rather"
                | "though"
                | "sorry"
        )
}

/// A unit without the ending of its plural; signs by their word.
pub(super) fn stem(unit: &str) -> String {
    let unit = fold(unit);
    match unit.as_str() {
        "°" | "degrees" | "degree" | "°c" | "grad" | "grados" | "degrés" => return "°".into(),
        "min" | "mins" | "minutes" | "minute" | "minuten" | "minutos" | "minuti" => {
            return "minute".into();
        }
        _ => {}
    }
    unit.strip_suffix('s').unwrap_or(&unit).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_known_by_their_form() {
        use Form::{Counted, Date, Email, Figure, Percent, Phone, Price, Time, Url, Weekday, Year};
        for (text, want) in [
            (
                "Sat 18 May, 20:15",
                vec![(Weekday, "Sat"), (Date, "18 May"), (Time, "20:15")],
            ),
            (
                "Tuesdays 7:00, free",
                vec![(Weekday, "Tuesdays"), (Time, "7:00")],
            ),
            (
                "June 3, 2027, 2 pm",
                vec![(Date, "June 3"), (Year, "2027"), (Time, "2 pm")],
            ),
            (
                "steep 3 minutes",
                vec![(Counted("minute".into()), "3 minutes")],
            ),
            ("Emma turns 7, sorry", vec![(Figure, "7")]),
            ("+34 600 123 456", vec![(Phone, "+34 600 123 456")]),
            (
                "ana@ruiz.es · ruiz.es",
                vec![(Email, "ana@ruiz.es"), (Url, "ruiz.es")],
            ),
            ("$49 or 20% off", vec![(Price, "$49"), (Percent, "20%")]),
            ("250 g", vec![(Counted("g".into()), "250 g")]),
            ("22°", vec![(Counted("°".into()), "22°")]),
            ("april 2026", vec![(Form::Month, "april"), (Year, "2026")]),
            ("4. Mai um 15 Uhr", vec![(Date, "4. Mai"), (Time, "15 Uhr")]),
            (
                "issue 25, april 2026",
                vec![(Figure, "25"), (Form::Month, "april"), (Year, "2026")],
            ),
            ("3 de junio", vec![(Date, "3 de junio")]),
            ("18:00–20:00", vec![(Time, "18:00–20:00")]),
            (
                "Saturday 9 am - 3 pm",
                vec![(Weekday, "Saturday"), (Time, "9 am - 3 pm")],
            ),
        ] {
            let got: Vec<(Form, &str)> = values(text)
                .into_iter()
                .map(|value| (value.form, &text[value.span]))
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
