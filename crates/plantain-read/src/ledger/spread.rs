//! Cuts a row without marks into as many cells as its table has heads: "Ana Ruiz Unlimited 2h ago Active" under "name,
//! plan, last visit, status".
//!
//! Every way to cut the row is weighed by how well its cells suit their heads and by the forms that it leaves whole; the
//! best one stands.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::Span;
use crate::cells::{Cell, cells};
use crate::lexicon::rows;

/// Words of a row, and of one of its cells, at most.
const WORDS_MAX: usize = 24;
const CELL_WORDS_MAX: usize = 6;

/// What stands under a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    Person,
    Email,
    State,
    Date,
    Money,
    Number,
    Code,
    Other,
}

/// Cuts `text[clause]` into a cell for each head; none when it has fewer words than heads.
pub(super) fn spread(text: &str, clause: Span, heads: &[&str]) -> Option<Vec<Span>> {
    let words = words(text, clause);
    let (n, wide) = (words.len(), heads.len());
    if wide == 0 || n < wide || n > WORDS_MAX {
        return None;
    }
    let kinds: Vec<Head> = heads.iter().map(|head| kind(head)).collect();
    // The best score of the first words in the first cells, and where the last of these cells begins.
    let mut best: Vec<Vec<Option<(i32, usize)>>> = vec![vec![None; wide + 1]; n + 1];
    best[0][0] = Some((0, 0));
    for cell in 1..=wide {
        for to in cell..=n {
            let least = to.saturating_sub(CELL_WORDS_MAX).max(cell - 1);
            for from in least..to {
                let Some((before, _)) = best[from][cell - 1] else {
                    continue;
                };
                let span = words[from].start..words[to - 1].end;
                let score = before + fit(kinds[cell - 1], text, span);
                if best[to][cell].is_none_or(|(known, _)| score > known) {
                    best[to][cell] = Some((score, from));
                }
            }
        }
    }
    let mut out = Vec::with_capacity(wide);
    let mut to = n;
    for cell in (1..=wide).rev() {
        let (_, from) = best[to][cell]?;
        out.push(words[from].start..words[to - 1].end);
        to = from;
    }
    out.reverse();
    Some(out)
}

fn words(text: &str, clause: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = clause.start;
    for word in text[clause].split(' ') {
        let kept = word.trim_matches(['"', '“', '”', ',', ';', ':']);
        let start = at + word.find(kept).unwrap_or(0);
        // A dash alone parts cells.
        if !kept.is_empty() && !kept.chars().all(|c| "-–—|·•/".contains(c)) {
            out.push(start..start + kept.len());
        }
        at += word.len() + 1;
    }
    out
}

/// What stands under a head, by the words in it: the first that is known decides.
fn kind(head: &str) -> Head {
    static KINDS: OnceLock<HashMap<&'static str, Head>> = OnceLock::new();
    let kinds = KINDS.get_or_init(|| {
        let mut kinds = HashMap::new();
        for row in rows(include_str!("../../lexicon/heads.tsv")) {
            let kind = match row[0] {
                "person" => Head::Person,
                "email" => Head::Email,
                "state" => Head::State,
                "date" => Head::Date,
                "money" => Head::Money,
                "number" => Head::Number,
                _ => Head::Code,
            };
            for word in row[1].split('|') {
                kinds.entry(word).or_insert(kind);
            }
        }
        kinds
    });
    let lower = head.to_lowercase();
    lower
        .split(|c: char| c.is_whitespace() || c == '/')
        .find_map(|word| kinds.get(word).copied())
        .unwrap_or(Head::Other)
}

/// How well a cell suits its head.
fn fit(head: Head, text: &str, span: Span) -> i32 {
    /// A form that is cut apart, or two forms in one cell.
    const MIXED: i32 = -7;
    let run = &text[span.clone()];
    let count = run.split_whitespace().count() as i32;
    let found = cells(text, span);
    let whole = match &found[..] {
        _ if is_ago(run) || is_meeting(run) => Some(Cell::Date),
        [(_, cell)] => Some(*cell),
        _ => None,
    };
    let Some(cell) = whole else {
        return MIXED * (found.len() as i32 - 1);
    };
    let plain = matches!(cell, Cell::Name | Cell::Words);
    // A form of several words that stays together.
    let kept = if plain || count == 1 { 0 } else { 3 };
    let suits = match head {
        Head::Person if plain => named(run),
        Head::Email if cell == Cell::Email => 8,
        Head::State if cell == Cell::State => 6,
        Head::State if plain => 3 - count,
        Head::Date if matches!(cell, Cell::Date | Cell::Time) => 6,
        Head::Date if matches!(cell, Cell::Figure | Cell::Code) => 1,
        Head::Date if plain && count == 1 => 0,
        Head::Money if cell == Cell::Money => 6,
        Head::Money if cell == Cell::Figure => 3,
        Head::Number if cell == Cell::Figure => 6,
        Head::Number if matches!(cell, Cell::Money | Cell::Code) => 2,
        Head::Code if cell == Cell::Code => 6,
        Head::Code if cell == Cell::Figure => 4,
        Head::Code if plain && count == 1 => 1,
        Head::Other if plain => 3 - count - turns(run),
        Head::Other if cell == Cell::Email => -2,
        Head::Other => 2,
        _ => -3 * count,
    };
    suits + kept
}

/// How well words name somebody: two with capitals do best.
fn named(run: &str) -> i32 {
    let capitals = run
        .split_whitespace()
        .filter(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii()))
        .count();
    let count = run.split_whitespace().count();
    match (count, capitals == count) {
        (2, true) => 6,
        (1, true) => 3,
        (3, true) => 2,
        (1, false) => 1,
        _ => -3 * count as i32,
    }
}

/// Places where small letters end and a capital begins another cell.
fn turns(run: &str) -> i32 {
    let words: Vec<&str> = run.split_whitespace().collect();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let turns = words
        .windows(2)
        .filter(|pair| !capital(pair[0]) && capital(pair[1]))
        .count();
    3 * turns as i32
}

/// "Mon 18:00", "Fri 8 pm": a day with its hour.
fn is_meeting(run: &str) -> bool {
    run.split_once(' ').is_some_and(|(day, hour)| {
        crate::forms::is_weekday(&day.to_lowercase()) && crate::outline::is_time(hour)
    })
}

/// "2h ago", "3 weeks ago", "yesterday", "vor 2 Tagen", "hace 3 días": a time seen from now.
fn is_ago(run: &str) -> bool {
    let lower = run.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let figure = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit()) || matches!(word, "a" | "an" | "one" | "few")
    };
    match words[..] {
        [one] => matches!(
            one,
            "today"
                | "yesterday"
                | "tomorrow"
                | "now"
                | "never"
                | "heute"
                | "gestern"
                | "morgen"
                | "nie"
                | "hoy"
                | "ayer"
                | "nunca"
                | "hier"
                | "aujourd'hui"
                | "jamais"
                | "oggi"
                | "ieri"
                | "mai"
                | "hoje"
                | "ontem"
                | "vandaag"
                | "gisteren"
                | "dzisiaj"
                | "dziś"
                | "wczoraj"
                | "bugün"
                | "dün"
                | "сегодня"
                | "вчера"
                | "сьогодні"
                | "вчора"
        ),
        [first, .., last] => {
            let ago = matches!(
                last,
                "ago" | "geleden" | "fa" | "önce" | "temu" | "назад" | "тому"
            );
            let before = matches!(first, "vor" | "hace" | "há" | "il");
            (ago && figure(first) || before && words[1..].iter().any(|word| figure(word)))
                && words.len() <= 5
                || matches!(
                    (first, last),
                    ("just", "now") | ("last" | "this" | "next", _)
                ) && words.len() == 2
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fall_under_their_heads() {
        for (heads, row, want) in [
            (
                "student|level|teacher|next lesson",
                "Hanna Berg B1 Luca Mon 18:00",
                "Hanna Berg|B1|Luca|Mon 18:00",
            ),
            (
                "name|plan|last visit|status",
                "Ana Ruiz Unlimited 2h ago Active",
                "Ana Ruiz|Unlimited|2h ago|Active",
            ),
            (
                "Name|Plan|Last visit|Status",
                "Tom Beck 10-class yesterday Active",
                "Tom Beck|10-class|yesterday|Active",
            ),
            (
                "user|role|team|joined",
                "Mei Lin Admin Platform 12 May 2023",
                "Mei Lin|Admin|Platform|12 May 2023",
            ),
            (
                "order|customer|items|total|state",
                "#204 Ines Prado 3 $80 in transit",
                "#204|Ines Prado|3|$80|in transit",
            ),
            (
                "product|sku|stock|price",
                "Canvas Tote Bag TB-19 40 €24",
                "Canvas Tote Bag|TB-19|40|€24",
            ),
            (
                "Name|Abteilung|Seit|Status",
                "Lena Vogt Einkauf vor 2 Tagen aktiv",
                "Lena Vogt|Einkauf|vor 2 Tagen|aktiv",
            ),
            (
                "cliente|ciudad|importe",
                "Luis Peña Bilbao 1.200,50 €",
                "Luis Peña|Bilbao|1.200,50 €",
            ),
            (
                "name|email|role",
                "Bo bo@pod.io editor",
                "Bo|bo@pod.io|editor",
            ),
        ] {
            let heads: Vec<&str> = heads.split('|').collect();
            let found: Vec<&str> = spread(row, 0..row.len(), &heads)
                .expect(row)
                .into_iter()
                .map(|span| &row[span])
                .collect();
            assert_eq!(found.join("|"), want);
        }
    }
}
