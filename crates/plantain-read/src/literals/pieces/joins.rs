//! Whether neighbouring values belong together: dates with times, prices with units.

use super::{data_like, is_value, small_print};
use crate::Genre;
use crate::forms::{FormKind, is_month, is_weekday};
use crate::literals::Scanner;
use crate::tokens::Case;

pub(super) enum Join {
    Whole,
    Pair,
    Apart,
}

/// How the value at `at` goes with the words `start..at` before it.
pub(super) fn join(scanner: &Scanner<'_, '_>, start: usize, at: usize, end: usize) -> Join {
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

pub(super) fn price_join(
    scanner: &Scanner<'_, '_>,
    start: usize,
    at: usize,
    next_lower: bool,
) -> Join {
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

pub(super) fn quantity_join(scanner: &Scanner<'_, '_>, start: usize, at: usize) -> Join {
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

pub(super) fn date_join(scanner: &Scanner<'_, '_>, start: usize, at: usize, words: usize) -> Join {
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
