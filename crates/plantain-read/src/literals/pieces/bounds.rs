//! Where one string ends and the next begins within words alone.

use super::lists::is_quarter;
use super::{address_end, data_like, small_print};
use crate::forms::{is_month, is_weekday};
use crate::literals::{Scanner, among};
use crate::tokens::{Case, Kind};
use crate::{Genre, Role};

/// Where the words of a stretch part.
pub(super) struct Cut {
    /// End of the piece before the cut.
    pub(super) end: usize,
    pub(super) before: Option<Role>,
    /// Tokens at the cut that belong to neither piece.
    pub(super) skip: usize,
}

/// A rule that sees a new string begin at `at` in the words from `start` to `to`.
type Rule = fn(&Scanner<'_, '_>, usize, usize, usize) -> Option<Cut>;

/// Asked in this order; the first answer counts.
const RULES: &[Rule] = &[
    author,
    fine_print,
    case_changes,
    offer_or_address,
    admission,
    year,
    venue,
    reason,
    first_month,
    job_title,
    edition,
];

/// Whether a new string begins at `at`.
pub(super) fn boundary(
    scanner: &Scanner<'_, '_>,
    start: usize,
    at: usize,
    to: usize,
) -> Option<Cut> {
    RULES.iter().find_map(|rule| rule(scanner, start, at, to))
}

/// A cut at `at` that tells nothing of the string before it.
fn plain(at: usize) -> Cut {
    Cut {
        end: at,
        before: None,
        skip: 0,
    }
}

/// "The Salt Road by Ines Marlow"
fn author(scanner: &Scanner<'_, '_>, _: usize, at: usize, to: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
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
    let named = written
        && reader.key(at) == "by"
        && reader.is_lower(at)
        && reader.is_capital(at + 1)
        && at + 1 < to;
    named.then_some(Cut {
        before: Some(Role::Title),
        skip: 1,
        ..plain(at)
    })
}

fn fine_print(scanner: &Scanner<'_, '_>, _: usize, at: usize, _: usize) -> Option<Cut> {
    (small_print(scanner, at, at + 1) == Some(at)).then(|| plain(at))
}

/// "SUMMER SALE Everything must go", "Everything must go SUMMER SALE"
fn case_changes(scanner: &Scanner<'_, '_>, start: usize, at: usize, to: usize) -> Option<Cut> {
    let tokens = &scanner.reader.tokens;
    let upper = |i: usize| tokens[i].case == Case::Upper;
    let letters = |i: usize| tokens[i].key.chars().count();
    let previous_upper = (start..at)
        .rev()
        .find(|&i| tokens[i].is_wordlike())
        .is_some_and(upper);
    // "A LITTLE ONE IS ON THE WAY": one letter is as much a capital word as the next.
    let all_upper = (start..at).all(|i| {
        upper(i)
            || !tokens[i].is_word()
            || tokens[i].case == Case::None
            || tokens[i].is_capital() && letters(i) == 1
    });
    let shouted =
        (start..at).filter(|&i| upper(i)).count() >= 2 || upper(start) && letters(start) >= 5;
    let title_next = tokens[at].case == Case::Title && letters(at) > 1;
    if previous_upper && all_upper && title_next && shouted {
        return Some(plain(at));
    }
    let none_upper = !(start..at).any(upper);
    let upper_run = upper(at) && at + 1 < to && upper(at + 1) && letters(at) > 2;
    let lettered = (start..at).all(|i| letters(i) == 1);
    (none_upper && upper_run && at > start && !lettered).then(|| plain(at))
}

fn offer_or_address(scanner: &Scanner<'_, '_>, start: usize, at: usize, to: usize) -> Option<Cut> {
    if offer_starts(scanner, at, to) || address_end(scanner, at, to).is_some() {
        return Some(plain(at));
    }
    (address_end(scanner, start, to) == Some(at)).then_some(Cut {
        before: Some(Role::Place),
        ..plain(at)
    })
}

/// "Lakeside Park free entry"
fn admission(scanner: &Scanner<'_, '_>, start: usize, at: usize, _: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
    let told = matches!(
        reader.key(at),
        "free" | "entry" | "tickets" | "doors" | "admission"
    );
    (told && reader.is_lower(at) && at >= start + 2 && reader.is_capital(at - 1)).then(|| plain(at))
}

/// "1492 Columbus 1776 Independence"
fn year(scanner: &Scanner<'_, '_>, _: usize, at: usize, to: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
    let year = reader.brief.genre == Genre::Timeline
        && reader.tokens[at].kind == Kind::Number
        && reader.key(at).len() == 4
        && at + 1 < to
        && reader.is_capital(at + 1);
    year.then(|| plain(at))
}

/// "Whisker Fest at Reeves Hall"
fn venue(scanner: &Scanner<'_, '_>, start: usize, at: usize, to: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
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
    let placed = event
        && !titled
        && reader.key(at) == "at"
        && reader.is_lower(at)
        && reader.is_capital(at + 1)
        && at + 1 < to
        && reader.is_capital(start);
    placed.then_some(Cut {
        skip: 1,
        ..plain(at)
    })
}

/// "Rosa Alvarez for outstanding service"
fn reason(scanner: &Scanner<'_, '_>, _: usize, at: usize, to: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
    let certified = reader.brief.genre == Genre::Certificate
        && reader.key(at) == "for"
        && reader.is_lower(at)
        && at + 1 < to;
    certified.then_some(Cut {
        before: Some(Role::Person),
        skip: 1,
        ..plain(at)
    })
}

/// "ACME Corp Jan 102 Feb 97": the first month begins the data.
fn first_month(scanner: &Scanner<'_, '_>, _: usize, at: usize, to: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
    let calendar = |i: usize| {
        is_month(reader.key(i)) || is_weekday(reader.key(i)) || is_quarter(reader.key(i))
    };
    // "Mango Sun 6.00": a dish is called as it likes.
    let data = data_like(reader.brief.genre) && reader.brief.genre != Genre::Menu;
    (data && calendar(at) && at + 1 == to && !calendar(at - 1)).then(|| plain(at))
}

/// "CTO Ben Osei"
fn job_title(scanner: &Scanner<'_, '_>, start: usize, at: usize, to: usize) -> Option<Cut> {
    (job_title_len(scanner, start, to) == Some(at - start)).then_some(Cut {
        before: Some(Role::Label),
        ..plain(at)
    })
}

/// "Fourth Edition R. Whitmore"
fn edition(scanner: &Scanner<'_, '_>, start: usize, at: usize, _: usize) -> Option<Cut> {
    let reader = &*scanner.reader;
    let number = |at: usize| {
        reader.tokens[at].kind == Kind::Number
            || crate::numbers::count_at(&reader.tokens, at).is_some()
    };
    // "Volume Two J. Okafor": the number belongs to its word.
    let numbered = reader.brief.genre == Genre::BookCover
        && at == start + 2
        && matches!(reader.key(start), "volume" | "vol" | "book" | "part")
        && number(at - 1);
    let named = at > start
        && (reader.key(at - 1) == "edition" || reader.key(at - 1) == "volume" && !number(at));
    let told = (numbered || named) && reader.is_capital(at);
    told.then_some(Cut {
        before: Some(Role::Small),
        ..plain(at)
    })
}

/// Ranks at work and in a family: what a name follows in an org chart.
const RANKS: &str = "ceo cto cfo coo cmo cio cpo ciso chro president director manager chief officer lead engineer designer \
    developer analyst founder chair chairman chairwoman principal dean supervisor vp svp evp intern assistant coordinator owner \
    partner secretary treasurer captain coach editor producer accountant architect consultant chef grandfather grandmother father \
    mother son daughter uncle aunt brother sister";

/// Words that a rank is made of beside its own.
const PARTS_OF_RANKS: &str = "vice head of senior junior deputy general executive sales marketing product design finance hr \
    operations engineering team tech art creative managing software people legal support it customer success project research the \
    and &";

/// Length of a job title that a name follows ("CEO", "Head of Sales").
pub(super) fn job_title_len(scanner: &Scanner<'_, '_>, start: usize, to: usize) -> Option<usize> {
    let reader = &*scanner.reader;
    if reader.brief.genre != Genre::OrgChart {
        return None;
    }
    let end = (start..to)
        .find(|&i| !among(RANKS, reader.key(i)) && !among(PARTS_OF_RANKS, reader.key(i)))
        .unwrap_or(to);
    let ranked = (start..end).any(|i| !among("of the and & sales marketing", reader.key(i)));
    (end > start && end < to && ranked && reader.is_capital(end)).then_some(end - start)
}

/// "UP TO 70% OFF", "50% OFF", "SAVE $20", "BUY 1 GET 1", "FREE SHIPPING".
pub(super) fn offer_starts(scanner: &Scanner<'_, '_>, at: usize, to: usize) -> bool {
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
