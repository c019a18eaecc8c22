//! Cuts the clauses of a bill into its lines, and tells amounts from other numbers.

use super::sums::label_of;
use crate::Span;
use crate::cells::{Cell, cells};
use crate::outline::{clauses, is_date, trimmed};

/// "Green Grocer 14 Apr 2026 bananas 1.20 milk 0.99 total 2.19": a clause with several amounts is cut behind each of them,
/// and around its date.
pub(super) fn lines(prompt: &str, clause: Span) -> Vec<Span> {
    let found = cells(prompt, clause.clone());
    let amount = |(span, cell): &(Span, Cell)| {
        matches!(cell, Cell::Money | Cell::Figure) && is_amount(&prompt[span.clone()])
    };
    let named =
        |at: usize| at > 0 && matches!(found[at - 1].1, Cell::Words | Cell::Name | Cell::State);
    let amounts = (0..found.len())
        .filter(|&at| amount(&found[at]) && named(at))
        .count();
    if amounts < 2 {
        return behind_amounts(prompt, clause);
    }
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    for (at, (span, cell)) in found.iter().enumerate() {
        if *cell == Cell::Date {
            out.extend(open.take());
            out.push(span.clone());
            continue;
        }
        let line = open
            .take()
            .map_or(span.clone(), |line| line.start..span.end);
        if amount(&found[at]) {
            out.push(line);
        } else {
            open = Some(line);
        }
    }
    out.extend(open);
    out
}

/// "コーヒー 450円 ケーキ 520円": in a script without blanks, a clause is cut behind each amount.
pub(super) fn behind_amounts(prompt: &str, clause: Span) -> Vec<Span> {
    let text = &prompt[clause.clone()];
    let ends: Vec<usize> = text
        .split_inclusive([' ', '　'])
        .scan(0, |at, word| {
            *at += word.len();
            Some((*at, is_amount(word.trim())))
        })
        .filter(|(_, amount)| *amount)
        .map(|(end, _)| end)
        .collect();
    if ends.len() < 2 || !text.chars().any(crate::tokens::is_unspaced) {
        return vec![clause];
    }
    let mut from = 0;
    let mut out = Vec::new();
    for end in ends {
        out.extend(trimmed(prompt, clause.start + from..clause.start + end));
        from = end;
    }
    out.extend(trimmed(prompt, clause.start + from..clause.end));
    out
}

/// Whether the lines of the bill end in numbers without a sign of money: two such lines, or one beside a sum.
pub(super) fn counts_plainly(lower: &str, start: usize) -> bool {
    let all = clauses(lower, start);
    let lines = all
        .iter()
        .filter(|span| {
            let text = &lower[(*span).clone()];
            plain_amount(text.rsplit(": ").next().unwrap_or(text)).is_some()
        })
        .count();
    let summed = all
        .iter()
        .any(|span| label_of(&lower[span.clone()]).is_some());
    lines >= 2 || lines == 1 && summed
}

/// Things that are known by a number, which is no amount behind them.
const NUMBERED: &[&str] = &[
    "no", "no.", "nr", "nr.", "number", "room", "table", "page", "suite", "level", "floor", "pump",
    "bay", "zone", "gate", "lane", "platform", "counter", "register", "till", "terminal", "seat",
    "row", "store", "order", "ticket", "line", "bus", "route", "unit", "apt", "deck", "slot",
    "space", "spot", "locker", "court", "check", "receipt", "trip", "car",
];

/// Where the plain number begins that ends a line ("website 4800"): letters before it, no date and no number of a room.
pub(super) fn plain_amount(text: &str) -> Option<usize> {
    let at = text.rfind(' ')? + 1;
    let digits = text[at..].bytes().all(|b| b.is_ascii_digit()) && text.len() > at;
    let before = text[..at].trim_end();
    let counts = NUMBERED.contains(&before.rsplit(' ').next().unwrap_or(before));
    let named = before.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (digits && named && !counts && !is_date(text)).then_some(at)
}

/// Whether a word is an amount of money or a plain number with decimals.
pub(super) fn is_amount(word: &str) -> bool {
    let word = word
        .trim_end_matches("/hr")
        .trim_end_matches("/h")
        .trim_end_matches("/hour");
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let money = word.contains(['$', '€', '£', '¥', '₹', '₽', '₺', '円', '元', '원'])
        || ["kr", "usd", "eur", "zł", "chf"]
            .iter()
            .any(|u| word.to_lowercase().ends_with(u));
    let tail: Vec<char> = word.chars().rev().take(3).collect();
    let decimal = matches!(tail[..], [a, b, '.' | ','] if a.is_ascii_digit() && b.is_ascii_digit());
    let others = word.chars().filter(|c| c.is_alphabetic()).count();
    digits > 0 && others <= 3 && (money || decimal && others == 0)
}
