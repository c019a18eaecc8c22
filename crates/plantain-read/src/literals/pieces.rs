//! Cuts a stretch of unquoted text into the strings it is made of.

mod bounds;
mod joins;
mod lists;

use super::Scanner;
use crate::forms::{FormKind, is_weekday};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Role};
use bounds::boundary;
use joins::{Join, join};
use lists::{enumeration, tail_role};

/// One string, or a label with its value.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub from: usize,
    pub to: usize,
    pub role: Option<Role>,
    /// Tokens of the value when the piece is a label.
    pub value: Option<(usize, usize)>,
}

impl Piece {
    fn text(from: usize, to: usize, role: Option<Role>) -> Self {
        Self {
            from,
            to,
            role,
            value: None,
        }
    }
}

/// Role that a form alone suggests.
pub(crate) fn role_of_form(kind: Option<FormKind>) -> Option<Role> {
    Some(match kind? {
        FormKind::Price => Role::Price,
        FormKind::Date => Role::Date,
        FormKind::Time => Role::Time,
        FormKind::Phone | FormKind::Url | FormKind::Email | FormKind::Handle => Role::Contact,
        FormKind::Hashtag => Role::Badge,
        FormKind::Percent | FormKind::Figure | FormKind::Quantity => Role::Value,
        FormKind::Range | FormKind::Code => Role::Small,
        FormKind::Canvas | FormKind::Hex => return None,
    })
}

/// Cuts `from..end` into pieces, in reading order.
pub(super) fn cut(scanner: &Scanner<'_, '_>, from: usize, end: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = from;
    let mut at = from;
    while at < end {
        let is_value = is_value(scanner, at);
        if !is_value {
            at += 1;
            continue;
        }
        if let Some(every) = weekly(scanner, start, at) {
            push_words(scanner, &mut pieces, start, every, false);
            pieces.push(Piece::text(every, at + 1, Some(Role::Date)));
            at += 1;
            start = at;
            continue;
        }
        match join(scanner, start, at, end) {
            Join::Whole if closes_date(scanner, start, at, end) => {
                pieces.push(Piece::text(start, at + 1, Some(Role::Date)));
                at += 1;
                start = at;
            }
            Join::Whole => at += 1,
            Join::Pair => {
                push_words(scanner, &mut pieces, start, at, true);
                match pieces.last_mut() {
                    Some(last) if last.value.is_none() && last.to == at => {
                        last.value = Some((at, at + 1))
                    }
                    _ => pieces.push(Piece::text(at, at + 1, None)),
                }
                at += 1;
                start = at;
            }
            Join::Apart if timed_value(scanner, at, end) && start == at => {
                pieces.push(Piece {
                    from: at,
                    to: at + 1,
                    role: Some(Role::Time),
                    value: Some((at + 1, at + 2)),
                });
                at += 2;
                start = at;
            }
            Join::Apart => {
                push_words(scanner, &mut pieces, start, at, false);
                let tail = value_tail(scanner, at, end);
                pieces.push(Piece::text(at, tail, role_of_form(scanner.reader.form(at))));
                at = tail;
                start = at;
            }
        }
    }
    push_words(scanner, &mut pieces, start, end, false);
    pieces
}

/// "OPEN MIC NIGHT every Wednesday 8pm": where the day on which something comes back begins, behind its name in capitals.
fn weekly(scanner: &Scanner<'_, '_>, start: usize, at: usize) -> Option<usize> {
    let reader = &*scanner.reader;
    let timed = matches!(reader.form(at), Some(FormKind::Time | FormKind::Date));
    let every = (start + 1..at.checked_sub(1)?)
        .find(|&i| matches!(reader.key(i), "every" | "each") && is_weekday(reader.key(i + 1)))?;
    (timed && reader.tokens[every - 1].case == Case::Upper).then_some(every)
}

/// "9:00 22°": a time with the value it has.
fn timed_value(scanner: &Scanner<'_, '_>, at: usize, end: usize) -> bool {
    let reader = &*scanner.reader;
    reader.form(at) == Some(FormKind::Time)
        && at + 1 < end
        && matches!(
            reader.form(at + 1),
            Some(FormKind::Quantity | FormKind::Percent | FormKind::Price)
        )
}

/// Lower-case words that follow a value and belong to it ("$2 each", "10k users").
fn value_tail(scanner: &Scanner<'_, '_>, at: usize, end: usize) -> usize {
    let mut tail = at + 1;
    // "6.2% ALC"
    tail += usize::from(
        tail < end && matches!(scanner.reader.key(tail), "alc" | "vol" | "abv" | "proof"),
    );
    while tail < end
        && scanner.reader.is_lower(tail)
        && !matches!(scanner.reader.key(tail), "and" | "or")
    {
        tail += 1;
    }
    tail
}

fn is_value(scanner: &Scanner<'_, '_>, at: usize) -> bool {
    match scanner.reader.tokens[at].kind {
        Kind::Form(_) => true,
        Kind::Number => data_like(scanner.reader.brief.genre),
        _ => false,
    }
}

/// Genres in which a plain number after a name is its value.
pub(super) fn data_like(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Chart
            | Genre::Dashboard
            | Genre::MobileApp
            | Genre::Table
            | Genre::AdminTable
            | Genre::ComparisonTable
            | Genre::Receipt
            | Genre::Invoice
            | Genre::Menu
    )
}

/// "SATURDAY 8AM-2PM" ends where an address or another text begins.
fn closes_date(scanner: &Scanner<'_, '_>, start: usize, at: usize, end: usize) -> bool {
    let reader = &*scanner.reader;
    let timed = matches!(reader.form(at), Some(FormKind::Time | FormKind::Date))
        && start < at
        && (start..at)
            .all(|i| is_weekday(reader.key(i)) || matches!(reader.key(i), "every" | "&" | "and"));
    let next = at + 1;
    timed && next < end && (reader.tokens[next].kind == Kind::Number || reader.is_capital(next))
}

/// End of the street address that starts at `at` ("14 Maple Street").
pub(super) fn address_end(scanner: &Scanner<'_, '_>, at: usize, to: usize) -> Option<usize> {
    let reader = &*scanner.reader;
    if reader.tokens[at].kind != Kind::Number
        || !reader.key(at).starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let street = |key: &str| {
        matches!(
            key,
            "street"
                | "st"
                | "road"
                | "rd"
                | "avenue"
                | "ave"
                | "lane"
                | "ln"
                | "drive"
                | "dr"
                | "boulevard"
                | "blvd"
                | "close"
                | "way"
                | "court"
                | "square"
                | "place"
                | "terrace"
                | "crescent"
                | "row"
                | "hill"
                | "parade"
                | "highway"
                | "quay"
        )
    };
    (at + 2..(at + 6).min(to))
        .find(|&i| street(reader.key(i)) && (at + 1..=i).all(|word| reader.is_capital(word)))
        .map(|i| i + 1)
}

/// Start of a small-print phrase ("Net wt", "Est.") in the words.
fn small_print(scanner: &Scanner<'_, '_>, from: usize, to: usize) -> Option<usize> {
    let reader = &*scanner.reader;
    (from..to).find(|&i| match reader.key(i) {
        "net" => matches!(
            reader.key(i + 1),
            "wt" | "wt." | "weight" | "contents" | "vol" | "wgt" | "content"
        ),
        "est" | "established" | "vol" | "abv" | "alc" | "contains" => reader.is_capital(i),
        _ => false,
    })
}

/// Cuts words without values: capitals from title case, offers, authors, editions, enumerations.
fn push_words(
    scanner: &Scanner<'_, '_>,
    pieces: &mut Vec<Piece>,
    from: usize,
    to: usize,
    keep_last: bool,
) {
    let mut from = from;
    while from < to
        && (scanner.reader.tokens[from].is_sep()
            || matches!(
                scanner.reader.key(from),
                "and" | "or" | "to" | "in" | "from" | "for" | "at" | "with"
            ) && scanner.reader.is_lower(from))
    {
        from += 1;
    }
    let mut to = to;
    let opened = (from..to).any(|i| scanner.reader.sep(i, Sep::Open));
    while to > from
        && scanner.reader.tokens[to - 1].is_sep()
        && !(opened && scanner.reader.sep(to - 1, Sep::Close))
    {
        to -= 1;
    }
    if from >= to {
        return;
    }
    // "Fish and chips 9": what has one price is one dish.
    let priced = keep_last && scanner.reader.brief.genre == Genre::Menu;
    if let Some(items) = enumeration(scanner, from, to).filter(|_| !priced) {
        pieces.extend(items);
        return;
    }
    let mut start = from;
    for at in from + 1..to {
        if let Some(cut) = boundary(scanner, start, at, to) {
            pieces.push(Piece::text(start, cut.end, cut.before));
            start = at + cut.skip;
        }
    }
    if start < to {
        let role = if keep_last {
            None
        } else {
            tail_role(scanner, start, to, !pieces.is_empty())
        };
        pieces.push(Piece::text(start, to, role));
    }
}
