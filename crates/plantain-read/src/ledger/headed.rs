//! Tables whose heads are named before rows without marks: "columns Name, Role, Status: Ana Ruiz admin active, …".

use super::spread::spread;
use crate::outline::clauses;
use crate::{Brief, Span};

/// Words that lead to the heads of a table.
const HEADS: &[&str] = &[
    "columns",
    "column",
    "cols",
    "headers",
    "fields",
    "spalten",
    "colonnes",
    "columnas",
    "colonne",
    "colunas",
    "kolommen",
    "kolumny",
    "sütunlar",
    "колонки",
    "столбцы",
    "стовпці",
];

/// `Columns "ID"`: the word that leads to the heads at the beginning of the first of them, and what is left of it.
pub(super) fn opening(text: &str, lower: &str, cell: &Span) -> Option<(&'static str, Span)> {
    let word = HEADS
        .iter()
        .find(|word| lower[cell.clone()].starts_with(&format!("{word} ")))?;
    let rest = crate::outline::trimmed(text, cell.start + word.len()..cell.end)?;
    Some((word, rest))
}

/// "user table: Name, Role, Last login. Ana Petrov …": a sentence of nothing but short names, before the rows.
fn heads_alone(text: &str, lower: &str, from: usize) -> Option<(usize, usize)> {
    const HEADS_MIN: usize = 3;
    const WORDS_MAX: usize = 3;
    let end = from
        + [". ", ".\n", "; ", "\n"]
            .iter()
            .filter_map(|mark| lower[from..].find(mark))
            .min()?;
    let heads = clauses(&text[..end], from);
    let named = heads.iter().all(|head| {
        let head = &text[head.clone()];
        head.starts_with(char::is_uppercase)
            && head.split_whitespace().count() <= WORDS_MAX
            && !head.contains(|c: char| c.is_ascii_digit() || matches!(c, '"' | '\'' | ':'))
    });
    (named && heads.len() >= HEADS_MIN).then_some((from, end))
}

/// "users table with columns Name, Role, Status: Ana Ruiz admin active, …": rows without marks under as many heads.
pub(super) fn read(
    brief: &Brief,
    lower: &str,
    start: usize,
) -> Option<(Vec<Span>, Vec<Vec<Span>>)> {
    let text = &brief.prompt;
    let columns = HEADS
        .iter()
        .filter_map(|word| {
            let at = start + lower[start..].find(word)? + word.len();
            // "columns: Name, Role", "columns Name, Role"
            let rest = &lower[at..];
            let lead = rest.len() - rest.trim_start_matches([':', ' ']).len();
            (lead > 0).then_some(at + lead)
        })
        .min();
    let (named, colon) = match columns {
        // "columns Name, Role: Ana Ruiz …", "columns Name, Role. Ana Ruiz …"
        Some(named) => {
            let end = [": ", ". ", "; ", ":\n", ".\n", "\n"]
                .iter()
                .filter_map(|mark| lower[named..].find(mark))
                .min()?;
            (named, named + end)
        }
        None if let Some(found) = first_row(text, lower, start) => return Some(found),
        None if let Some(found) = told(text, lower, start) => return Some(found),
        // "customers table with name, plan and last seen: …"
        None => {
            let colon = start + lower[start..].find(": ")?;
            match lower[start..colon].find("with ") {
                Some(with) => (start + with + "with ".len(), colon),
                None => heads_alone(text, lower, colon + 2)?,
            }
        }
    };
    under(text, lower, named, colon)
}

/// "table with name, vehicle and status. Rosa Diaz Van 12 Active, …": heads told in a sentence about the table, and rows behind
/// it that spread under as many.
pub(super) fn told(text: &str, lower: &str, start: usize) -> Option<(Vec<Span>, Vec<Vec<Span>>)> {
    const LEADS: &[&str] = &[
        "table with ",
        "table showing ",
        "list with ",
        "table of ",
        "tabelle mit ",
        "tabla con ",
        "tableau avec ",
        "tabella con ",
        "tabela com ",
        "tabel met ",
    ];
    let Some((at, lead)) = LEADS
        .iter()
        .filter_map(|lead| Some((lower.find(lead)?, *lead)))
        .min()
    else {
        // "books table Title, Author, Status. Dune …"
        let from = start + lower[start..].find("table ")? + "table ".len();
        let (named, end) = heads_alone(text, lower, from)?;
        return under(text, lower, named, end);
    };
    let mut named = at + lead.len();
    let end = named
        + [": ", ". ", "; ", ":\n", ".\n", "\n"]
            .iter()
            .filter_map(|mark| lower[named..].find(mark))
            .min()?;
    // "table of invoices with number, client and sum", "a table with columns name, …"
    if let Some(with) = lower[named..end].find(" with ") {
        named += with + " with ".len();
    }
    for lead in ["columns ", "the columns ", "column "] {
        if lower[named..].starts_with(lead) {
            named += lead.len();
        }
    }
    under(text, lower, named, end)
}

/// The names of columns between commas and before "and", or from capital to capital where no mark parts them.
fn heads_of(text: &str, lower: &str, within: Span) -> Vec<Span> {
    let mut heads: Vec<Span> = clauses(&text[..within.end], within.start);
    if let Some(last) = heads.pop() {
        // "Name, Role and Status"
        let joint = [" and ", " & ", " und ", " et ", " y ", " e "]
            .iter()
            .find_map(|joint| Some((lower[last.clone()].find(joint)?, joint.len())));
        match joint {
            Some((at, len)) => {
                heads.push(last.start..last.start + at);
                heads.push(last.start + at + len..last.end);
            }
            None => heads.push(last),
        }
    }
    if let [one] = &heads[..] {
        heads = by_capitals(text, one.clone());
    }
    for head in &mut heads {
        if lower[head.clone()].starts_with("and ") {
            head.start += 4;
        }
    }
    heads
}

/// The heads that a word for columns leads to within a stretch ("columns Name, Role, State: …").
pub(super) fn named(text: &str, lower: &str, within: Span) -> Vec<Span> {
    let found = HEADS.iter().filter_map(|word| {
        let at = within.start + lower[within.clone()].find(word)? + word.len();
        let lead = lower[at..].len() - lower[at..].trim_start_matches([':', ' ']).len();
        (lead > 0 && at + lead < within.end).then_some(at + lead)
    });
    let Some(start) = found.min() else {
        return Vec::new();
    };
    let end = [": ", ". ", "; ", ":\n", ".\n", "\n"]
        .iter()
        .filter_map(|mark| lower[start..within.end].find(mark))
        .min()
        .map_or(within.end, |end| start + end);
    heads_of(text, lower, start..end)
}

/// The heads of `text[named..colon]`, and the rows behind it that spread under them.
fn under(
    text: &str,
    lower: &str,
    named: usize,
    colon: usize,
) -> Option<(Vec<Span>, Vec<Vec<Span>>)> {
    let heads = heads_of(text, lower, named..colon);
    let names: Vec<&str> = heads.iter().map(|head| &text[head.clone()]).collect();
    let body = &lower[(colon + 2).min(lower.len())..];
    let commas = [", ", "; ", ". ", "\n"]
        .iter()
        .filter_map(|mark| Some((body.find(mark)?, *mark)))
        .min()
        .is_some_and(|(_, mark)| matches!(mark, ", " | "; "));
    let mut last: Option<usize> = None;
    let rows: Vec<Vec<Span>> = clauses(text, colon + 2)
        .into_iter()
        .map_while(|mut clause| {
            // Where commas part the rows, a new sentence tells something else.
            let gap = last.map_or("", |last| &lower[last..clause.start]);
            let ends = gap.contains('.') || gap.contains('\n') && !gap.contains([',', ';']);
            let parted = last.is_some() && ends && commas;
            // Where bars part the cells of every row, a line without one is none.
            let barred = last.is_some_and(|last| text[colon..last].contains(" | "))
                && !text[clause.clone()].contains('|');
            last = Some(clause.end);
            if parted || barred {
                return None;
            }
            if lower[clause.clone()].starts_with("and ") {
                clause.start += 4;
            }
            // "rows: Ana Ruiz …"
            if let Some(colon) = lower[clause.clone()].find(": ") {
                clause.start += colon + 2;
            }
            // "rows 4411 Printer …": without a colon.
            for lead in [
                "rows ", "row ", "entries ", "data ", "zeilen ", "filas ", "lignes ",
            ] {
                if last == Some(clause.end) && lower[clause.clone()].starts_with(lead) {
                    clause.start += lead.len();
                }
            }
            spread(text, clause, &names)
        })
        .collect();
    (heads.len() >= 2 && rows.len() >= 2).then_some((heads, rows))
}

/// "users: Name Role Status; Ana Silva Admin Active; …": the first of the rows between semicolons names the columns of the
/// others, each of which spreads under as many.
fn first_row(text: &str, lower: &str, start: usize) -> Option<(Vec<Span>, Vec<Vec<Span>>)> {
    const ROWS_MIN: usize = 2;
    let colon = start + lower[start..].find(": ")? + 2;
    let mut at = colon;
    let mut rows = text[colon..].split(';').filter_map(|row| {
        let span = at..at + row.len();
        at = span.end + 1;
        crate::outline::trimmed(text, span)
    });
    let first = rows.next()?;
    let plain = text[first.clone()]
        .chars()
        .all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let heads = by_capitals(text, first);
    let names: Vec<&str> = heads.iter().map(|head| &text[head.clone()]).collect();
    let rows: Vec<Vec<Span>> = rows
        .map(|row| spread(text, row, &names))
        .collect::<Option<_>>()?;
    (plain && heads.len() >= 3 && rows.len() >= ROWS_MIN).then_some((heads, rows))
}

/// "Name Role Last login": without marks, every capital begins a head.
fn by_capitals(text: &str, span: Span) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = span.start;
    for word in text[span].split(' ') {
        let end = at + word.len();
        match out.last_mut() {
            Some(last) if !word.starts_with(char::is_uppercase) => last.end = end,
            _ => out.push(at..end),
        }
        at = end + 1;
    }
    out
}
