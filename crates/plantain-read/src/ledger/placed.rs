//! Tables told row by row: "first row Omar Haddad, editor, active. next row Freya Lund, owner, active".

use crate::cells::{Cell, cells};
use crate::outline::{clauses, trimmed, words};
use crate::{Brief, Span};

/// Words for a row, in lower case.
const ROWS: &[&str] = &[
    "row",
    "fila",
    "zeile",
    "ligne",
    "riga",
    "linha",
    "rij",
    "wiersz",
    "строка",
];
/// Words for the place of a row, before the word for it.
const PLACES: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "next",
    "then",
    "last",
    "final",
    "another",
    "1st",
    "2nd",
    "3rd",
    "4th",
    "5th",
    "6th",
    "primera",
    "segunda",
    "tercera",
    "cuarta",
    "última",
    "erste",
    "zweite",
    "dritte",
    "vierte",
    "nächste",
    "letzte",
    "première",
    "deuxième",
    "troisième",
    "dernière",
    "prima",
    "seconda",
    "terza",
    "ultima",
    "primeira",
    "terceira",
    "eerste",
    "tweede",
    "derde",
    "laatste",
    "pierwszy",
    "drugi",
    "trzeci",
    "первая",
    "вторая",
    "третья",
];
/// Words between the word for a row and its cells.
const LEADS: &[&str] = &[
    "is", "has", "shows", "reads", "for", "with", "says", "contains", "es", "ist", "est", "è", "é",
];

/// Returns the heads that are named before them and the rows, where at least two rows are told by their places.
pub(super) fn told(
    brief: &Brief,
    lower: &str,
    start: usize,
) -> Option<(Vec<Span>, Vec<Vec<Span>>)> {
    let leads = leads(lower, start);
    let ends = leads.iter().skip(1).map(|lead| lead.start);
    let rows: Vec<Vec<(Span, bool)>> = leads
        .iter()
        .zip(ends.chain([lower.len()]))
        .map(|(lead, end)| row(&brief.prompt, lower, lead.end..end))
        .filter(|row| row.len() >= 2)
        .collect();
    let wide = rows.iter().map(Vec::len).min()?;
    if rows.len() < 2 {
        return None;
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            // "order 1041 …": a word for the thing may stand before its number in the first row only.
            let named = row.len() > wide && row[0].1;
            row.into_iter()
                .skip(usize::from(named))
                .take(wide)
                .map(|(span, _)| span)
                .collect()
        })
        .collect();
    let before = start..leads.first().map_or(start, |lead| lead.start);
    let heads = super::headed::named(&brief.prompt, lower, before);
    Some((
        if heads.len() == wide {
            heads
        } else {
            Vec::new()
        },
        rows,
    ))
}

/// The words that lead to each row: "the first row is".
fn leads(lower: &str, start: usize) -> Vec<Span> {
    let told: Vec<(usize, &str)> = words(&lower[start..])
        .map(|(at, word)| (start + at, word))
        .collect();
    let bare = |at: usize| {
        told.get(at)
            .map_or("", |(_, word)| word.trim_matches([':', ',', '.', ';']))
    };
    let end_of = |at: usize| told[at].0 + told[at].1.len();
    let mut out = Vec::new();
    for at in (0..told.len()).filter(|&at| ROWS.contains(&bare(at))) {
        let mut first = at;
        let mut last = at;
        let number = bare(at + 1).bytes().all(|b| b.is_ascii_digit()) && !bare(at + 1).is_empty();
        if at > 0 && PLACES.contains(&bare(at - 1)) {
            first = at - 1;
        } else if number {
            last = at + 1;
        } else {
            continue;
        }
        while first > 0 && matches!(bare(first - 1), "the" | "and" | "then" | "la" | "die") {
            first -= 1;
        }
        let marked = told[last].1.ends_with(':');
        if !marked && LEADS.contains(&bare(last + 1)) {
            last += 1;
        }
        out.push(told[first].0..end_of(last));
    }
    out
}

/// The cells of a row, between its commas or told apart by their form alone; with each whether it is but small words.
fn row(prompt: &str, lower: &str, stretch: Span) -> Vec<(Span, bool)> {
    let Some(body) = trimmed(prompt, stretch) else {
        return Vec::new();
    };
    let stop = [". ", ";", "\n"]
        .iter()
        .filter_map(|mark| lower[body.clone()].find(mark))
        .min();
    let body = body.start..stop.map_or(body.end, |stop| body.start + stop);
    if !prompt[body.clone()].contains(", ") {
        return cells(prompt, body)
            .into_iter()
            .map(|(span, cell)| {
                let small = prompt[span.clone()].starts_with(char::is_lowercase);
                (span, small && cell == Cell::Words)
            })
            .collect();
    }
    clauses(&prompt[..body.end], body.start)
        .into_iter()
        .map(|span| {
            let and = usize::from(lower[span.clone()].starts_with("and ")) * "and ".len();
            (span.start + and..span.end, false)
        })
        .collect()
}
