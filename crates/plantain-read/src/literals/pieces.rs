//! Cuts a stretch of unquoted text into the strings it is made of.

use super::Scanner;
use crate::forms::{FormKind, is_month, is_weekday};
use crate::lexicon::Policy;
use crate::tokens::{Case, Kind, Sep};
use crate::{Constraint, Genre, Role};

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

enum Join {
    Whole,
    Pair,
    Apart,
}

/// How the value at `at` goes with the words `start..at` before it.
fn join(scanner: &Scanner<'_, '_>, start: usize, at: usize, end: usize) -> Join {
    let reader = &*scanner.reader;
    let words = at - start;
    let next_lower =
        at + 1 < end && reader.is_lower(at + 1) && !matches!(reader.key(at + 1), "and" | "or");
    let kind = reader.form(at);
    if words == 0 {
        let leads = at + 1 < end && !is_value(scanner, at + 1);
        // "2021 Founded", "24/7 emergency", "3-DAY PASS" stay whole.
        let whole = leads
            && (kind.is_none()
                || matches!(
                    kind,
                    Some(
                        FormKind::Range
                            | FormKind::Figure
                            | FormKind::Percent
                            | FormKind::Code
                            | FormKind::Quantity
                            | FormKind::Time
                    )
                )
                || next_lower);
        let event = matches!(
            reader.brief.genre,
            Genre::Poster
                | Genre::Banner
                | Genre::Invitation
                | Genre::Ticket
                | Genre::Sale
                | Genre::SocialCard
        );
        if event && kind == Some(FormKind::Time) && at + 1 < end && reader.is_capital(at + 1) {
            return Join::Apart;
        }
        let plotted = matches!(
            reader.brief.genre,
            Genre::Chart | Genre::Dashboard | Genre::MobileApp
        );
        return if whole && !(kind.is_none() && plotted) {
            Join::Whole
        } else {
            Join::Apart
        };
    }
    let lead = reader.key(start).to_string();
    let offer = matches!(reader.key(at + 1), "off" | "discount")
        || matches!(
            lead.as_str(),
            "save" | "only" | "from" | "now" | "just" | "extra"
        ) && words == 1
        || words >= 2 && reader.key(at - 1) == "to" && reader.key(at - 2) == "up";
    if offer || matches!(lead.as_str(), "up" | "down") && words == 1 {
        return Join::Whole;
    }
    if kind == Some(FormKind::Percent) && reader.brief.genre == Genre::Label {
        return Join::Apart;
    }
    let aimed = matches!(reader.key(at - 1), "at" | "on" | "to" | "via") && reader.is_lower(at - 1);
    if aimed && matches!(kind, Some(FormKind::Url | FormKind::Email)) {
        return Join::Whole;
    }
    let priced_next = at + 1 < end && reader.form(at + 1) == Some(FormKind::Price);
    if kind == Some(FormKind::Quantity) && priced_next {
        return Join::Whole;
    }
    match kind {
        Some(FormKind::Price) => price_join(scanner, start, at, next_lower),
        Some(FormKind::Percent | FormKind::Figure) if !next_lower => Join::Pair,
        Some(FormKind::Quantity) => quantity_join(scanner, start, at),
        Some(FormKind::Date | FormKind::Time) => date_join(scanner, start, at, words),
        Some(FormKind::Phone) if words <= 2 => Join::Whole,
        Some(
            FormKind::Phone
            | FormKind::Url
            | FormKind::Email
            | FormKind::Handle
            | FormKind::Hashtag,
        ) => {
            if words == 1
                && at == end - 1
                && kind != Some(FormKind::Handle)
                && kind != Some(FormKind::Hashtag)
            {
                Join::Whole
            } else {
                Join::Apart
            }
        }
        None if data_like(reader.brief.genre) && !next_lower => Join::Pair,
        _ => Join::Whole,
    }
}

fn price_join(scanner: &Scanner<'_, '_>, start: usize, at: usize, next_lower: bool) -> Join {
    let reader = &*scanner.reader;
    let whole_words = (start..at).any(|i| {
        matches!(
            reader.key(i),
            "over"
                | "under"
                | "above"
                | "acima"
                | "desde"
                | "ab"
                | "dès"
                | "than"
                | "with"
                | "for"
                | "all"
                | "everything"
        ) && reader.is_lower(i)
    });
    // "Toast with tomato 2.80": on a menu every price is that of the dish before it.
    let priced_list = reader.brief.genre == Genre::Menu && scanner.content;
    if whole_words && !priced_list || next_lower {
        Join::Whole
    } else {
        Join::Pair
    }
}

fn quantity_join(scanner: &Scanner<'_, '_>, start: usize, at: usize) -> Join {
    let small = small_print(scanner, start, at).is_some();
    let label = matches!(
        scanner.reader.brief.genre,
        Genre::Label | Genre::Product | Genre::BookCover | Genre::Poster
    );
    if label && small {
        Join::Whole
    } else if label && !(at - start == 1 && scanner.content) {
        Join::Apart
    } else {
        Join::Pair
    }
}

fn date_join(scanner: &Scanner<'_, '_>, start: usize, at: usize, words: usize) -> Join {
    let reader = &*scanner.reader;
    let last = reader.key(at - 1);
    let upper = reader.tokens[start].case == Case::Upper;
    let close = reader.is_lower(at - 1) || is_weekday(last) || is_month(last) || last == "&";
    if close || words == 1 && !upper {
        Join::Whole
    } else {
        Join::Apart
    }
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
    if let Some(items) = enumeration(scanner, from, to) {
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

struct Cut {
    /// End of the piece before the cut.
    end: usize,
    before: Option<Role>,
    /// Tokens at the cut that belong to neither piece.
    skip: usize,
}

/// Whether a new string begins at `at`.
fn boundary(scanner: &Scanner<'_, '_>, start: usize, at: usize, to: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
    let tokens = &reader.tokens;
    let plain = Cut {
        end: at,
        before: None,
        skip: 0,
    };
    let written = matches!(
        reader.brief.genre,
        Genre::BookCover
            | Genre::AlbumCover
            | Genre::QuoteCard
            | Genre::MagazineCover
            | Genre::Poster
            | Genre::Certificate
            | Genre::MobileApp
    );
    if reader.key(at) == "by"
        && reader.is_lower(at)
        && reader.is_capital(at + 1)
        && at + 1 < to
        && written
    {
        return Some(Cut {
            end: at,
            before: Some(Role::Title),
            skip: 1,
        });
    }
    if small_print(scanner, at, at + 1) == Some(at) {
        return Some(plain);
    }
    let previous_upper = (start..at)
        .rev()
        .find(|&i| tokens[i].is_wordlike())
        .map(|i| tokens[i].case)
        == Some(Case::Upper);
    let upper_words = (start..at)
        .filter(|&i| tokens[i].case == Case::Upper)
        .count();
    let long_word = tokens[start].case == Case::Upper && tokens[start].key.chars().count() >= 5;
    let all_upper = (start..at).all(|i| {
        tokens[i].case == Case::Upper || !tokens[i].is_word() || tokens[i].case == Case::None
    });
    let title_next = tokens[at].case == Case::Title && tokens[at].key.chars().count() > 1;
    if previous_upper && all_upper && title_next && (upper_words >= 2 || long_word) {
        return Some(plain);
    }
    let all_title = (start..at).all(|i| tokens[i].case != Case::Upper);
    let upper_run = tokens[at].case == Case::Upper
        && at + 1 < to
        && tokens[at + 1].case == Case::Upper
        && tokens[at].key.chars().count() > 2;
    if all_title && upper_run && at > start {
        return Some(plain);
    }
    if offer_starts(scanner, at, to) || address_end(scanner, at, to).is_some() {
        return Some(plain);
    }
    if address_end(scanner, start, to) == Some(at) {
        return Some(Cut {
            before: Some(Role::Place),
            ..plain
        });
    }
    // "Lakeside Park free entry"
    let admission = reader.is_lower(at)
        && matches!(
            reader.key(at),
            "free" | "entry" | "tickets" | "doors" | "admission"
        )
        && reader.is_capital(at - 1)
        && at - start >= 2;
    if admission {
        return Some(plain);
    }
    // "1492 Columbus 1776 Independence"
    let year = reader.tokens[at].kind == Kind::Number
        && reader.key(at).len() == 4
        && at + 1 < to
        && reader.is_capital(at + 1);
    if year && reader.brief.genre == Genre::Timeline {
        return Some(plain);
    }
    // "Whisker Fest at Reeves Hall"
    let event = matches!(
        reader.brief.genre,
        Genre::Poster
            | Genre::SocialCard
            | Genre::Banner
            | Genre::Ticket
            | Genre::Invitation
            | Genre::Story
    );
    let titled = scanner.intro.as_ref().is_some_and(|intro| {
        intro.words.starts_with("title") || intro.words.starts_with("headline")
    });
    if event
        && !titled
        && reader.key(at) == "at"
        && reader.is_lower(at)
        && reader.is_capital(at + 1)
        && at + 1 < to
        && reader.is_capital(start)
    {
        return Some(Cut { skip: 1, ..plain });
    }
    // "Rosa Alvarez for outstanding service"
    let certified = reader.brief.genre == Genre::Certificate
        && reader.key(at) == "for"
        && reader.is_lower(at)
        && at + 1 < to;
    if certified {
        return Some(Cut {
            end: at,
            before: Some(Role::Person),
            skip: 1,
        });
    }
    // "ACME Corp Jan 102 Feb 97": the first month begins the data.
    let calendar = |i: usize| {
        is_month(reader.key(i)) || is_weekday(reader.key(i)) || is_quarter(reader.key(i))
    };
    if data_like(reader.brief.genre) && calendar(at) && at + 1 == to && !calendar(at - 1) {
        return Some(plain);
    }
    // "CTO Ben Osei"
    if job_title_len(scanner, start, to) == Some(at - start) {
        return Some(Cut {
            before: Some(Role::Label),
            ..plain
        });
    }
    // "Fourth Edition R. Whitmore"
    (at > start && matches!(reader.key(at - 1), "edition" | "volume") && reader.is_capital(at))
        .then_some(Cut {
            before: Some(Role::Small),
            ..plain
        })
}

/// Length of a job title that a name follows ("CEO", "Head of Sales").
fn job_title_len(scanner: &Scanner<'_, '_>, start: usize, to: usize) -> Option<usize> {
    let reader = &*scanner.reader;
    if reader.brief.genre != Genre::OrgChart {
        return None;
    }
    let mut at = start;
    while at < to {
        let key = reader.key(at);
        let rank = matches!(
            key,
            "ceo"
                | "cto"
                | "cfo"
                | "coo"
                | "cmo"
                | "cio"
                | "cpo"
                | "ciso"
                | "chro"
                | "president"
                | "director"
                | "manager"
                | "chief"
                | "officer"
                | "lead"
                | "engineer"
                | "designer"
                | "developer"
                | "analyst"
                | "founder"
                | "chair"
                | "chairman"
                | "chairwoman"
                | "principal"
                | "dean"
                | "supervisor"
                | "vp"
                | "svp"
                | "evp"
                | "intern"
                | "assistant"
                | "coordinator"
                | "owner"
                | "partner"
                | "secretary"
                | "treasurer"
                | "captain"
                | "coach"
                | "editor"
                | "producer"
                | "accountant"
                | "architect"
                | "consultant"
                | "chef"
                | "grandfather"
                | "grandmother"
                | "father"
                | "mother"
                | "son"
                | "daughter"
                | "uncle"
                | "aunt"
                | "brother"
                | "sister"
        );
        let part = matches!(
            key,
            "vice"
                | "head"
                | "of"
                | "senior"
                | "junior"
                | "deputy"
                | "general"
                | "executive"
                | "sales"
                | "marketing"
                | "product"
                | "design"
                | "finance"
                | "hr"
                | "operations"
                | "engineering"
                | "team"
                | "tech"
                | "art"
                | "creative"
                | "managing"
                | "software"
                | "people"
                | "legal"
                | "support"
                | "it"
                | "customer"
                | "success"
                | "project"
                | "research"
                | "the"
                | "and"
                | "&"
        );
        if !(rank || part) {
            break;
        }
        at += 1;
    }
    let ranked = (start..at).any(|i| {
        matches!(
            reader.key(i),
            "ceo" | "cto" | "cfo" | "coo" | "cmo" | "cio" | "cpo" | "head" | "vp"
        ) || !matches!(
            reader.key(i),
            "of" | "the" | "and" | "&" | "sales" | "marketing"
        )
    });
    (at > start && at < to && ranked && reader.is_capital(at)).then_some(at - start)
}

/// "UP TO 70% OFF", "50% OFF", "SAVE $20", "BUY 1 GET 1", "FREE SHIPPING".
fn offer_starts(scanner: &Scanner<'_, '_>, at: usize, to: usize) -> bool {
    let reader = &*scanner.reader;
    let value =
        |i: usize| i < to && (reader.form(i).is_some() || reader.tokens[i].kind == Kind::Number);
    if !matches!(
        reader.tokens[at].case,
        Case::Upper | Case::Title | Case::None
    ) {
        return false;
    }
    match reader.key(at) {
        "up" => reader.key(at + 1) == "to" && value(at + 2),
        "save" | "extra" | "only" | "from" => value(at + 1),
        "buy" => value(at + 1) || matches!(reader.key(at + 1), "one" | "two"),
        "free" => matches!(
            reader.key(at + 1),
            "shipping" | "delivery" | "entry" | "returns" | "gift"
        ),
        "" => {
            value(at)
                && matches!(reader.key(at + 1), "off" | "discount")
                && !matches!(reader.key(at - 1), "to" | "save" | "extra")
        }
        _ => false,
    }
}

/// Comma-less enumerations: "Mon Tue Wed", or as many words as were asked for.
fn enumeration(scanner: &Scanner<'_, '_>, from: usize, to: usize) -> Option<Vec<Piece>> {
    let reader = &*scanner.reader;
    let words: Vec<usize> = (from..to).collect();
    let single = words.iter().all(|&i| {
        reader.is_capital(i) || reader.tokens[i].kind == Kind::Number || reader.is_caseless(i)
    });
    let each = |words: &[usize]| Some(words.iter().map(|&i| Piece::text(i, i + 1, None)).collect());
    if !single {
        return and_list(scanner, from, to);
    }
    let calendar = words.len() >= 3
        && words.iter().all(|&i| {
            is_weekday(reader.key(i)) || is_month(reader.key(i)) || is_quarter(reader.key(i))
        });
    let letters = words.len() >= 3 && words.iter().all(|&i| reader.key(i).chars().count() == 1);
    let counted =
        words.len() >= 2
            && reader.brief.constraints.iter().any(
                |rule| matches!(rule, Constraint::Count { n, .. } if *n as usize == words.len()),
            );
    let numbers = words.len() >= 3 && words.iter().all(|&i| reader.tokens[i].kind == Kind::Number);
    let opposites = matches!(
        (words.len(), reader.key(from), reader.key(to - 1)),
        (2, "pros", "cons") | (2, "before", "after") | (2, "yes", "no") | (2, "do", "don't")
    );
    if calendar || letters || counted || numbers || opposites {
        each(&words)
    } else {
        None
    }
}

fn is_quarter(key: &str) -> bool {
    matches!(
        key,
        "q1" | "q2" | "q3" | "q4" | "h1" | "h2" | "w1" | "w2" | "w3" | "w4"
    )
}

/// "Nucleus and Electron" after a word that introduces several texts.
fn and_list(scanner: &Scanner<'_, '_>, from: usize, to: usize) -> Option<Vec<Piece>> {
    let reader = &*scanner.reader;
    let many = scanner
        .intro
        .as_ref()
        .is_some_and(|intro| intro.policy == Policy::Many);
    let and = (from + 1..to).find(|&i| reader.key(i) == "and" && reader.is_lower(i))?;
    let short = and - from <= 3 && to - and <= 4 && and + 1 < to;
    (many && short).then(|| vec![Piece::text(from, and, None), Piece::text(and + 1, to, None)])
}

/// Role of the last piece of a run from its own words.
fn tail_role(scanner: &Scanner<'_, '_>, from: usize, to: usize, follows: bool) -> Option<Role> {
    let reader = &*scanner.reader;
    if small_print(scanner, from, from + 1).is_some() {
        return Some(Role::Small);
    }
    if from > 0 && reader.key(from - 1) == "by" && reader.is_lower(from - 1) {
        return Some(Role::Person);
    }
    let initial = to - from >= 2
        && reader.key(from).chars().count() == 1
        && reader.is_capital(from)
        && reader.is_capital(from + 1)
        && follows;
    (initial && reader.brief.genre == Genre::BookCover).then_some(Role::Person)
}
