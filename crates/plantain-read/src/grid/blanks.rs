//! Rows whose cells only blanks part, or quotes, under sides that the head of the table names: "Basic vs Pro: Storage 10 GB 1 TB".

use super::{Grid, criteria};
use crate::outline::{add, clauses, trimmed};
use crate::{Brief, Origin, Role, Span};

/// Most words of a cell.
const CELL_WORDS_MAX: usize = 3;
const ROWS_MIN: usize = 2;

/// "Basic vs Pro: Storage 10 GB 1 TB, Users 1 10": a label and as many cells as there are sides.
///
/// At least one row has a figure in every cell, so that sentences ("good for sleep") are not cut up.
pub(super) fn read(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let (heads, end) = criteria::against(brief, lower)?;
    // "Free vs Pro: Price …", "Free vs Pro. Price …".
    let rest = &lower[end..];
    let colon = end
        + [":", ". ", "\n"]
            .iter()
            .filter_map(|mark| rest.find(mark))
            .min()?;
    let mut rows = Vec::new();
    let mut figured = false;
    for clause in clauses(&brief.prompt, colon + 1) {
        let (label, cells) = row(&brief.prompt, &clause, heads.len())?;
        figured |= cells
            .iter()
            .all(|cell| starts_with_figure(&brief.prompt[cell.clone()]));
        rows.push((label, cells));
    }
    (rows.len() >= ROWS_MIN && figured).then(|| super::labelled(desk, heads, rows))
}

/// "'Fuel cost' '$0.04' '$0.12', 'Range' '280 mi' '400 mi'": texts in quotes, as many in every clause. The first of them are
/// labels where the prompt names the sides; else the first clause holds the heads.
pub(super) fn quoted(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    const CELLS_MIN: usize = 3;
    let quoted: Vec<Span> = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .filter_map(|l| trimmed(&brief.prompt, l.span.clone()))
        .collect();
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let mut last: Option<usize> = None;
    for span in quoted {
        let between = last.map(|end| brief.prompt.get(end..span.start).unwrap_or_default());
        let beside = between.is_some_and(|text| {
            text.chars()
                .all(|c| c.is_whitespace() || is_quote(c) || c == ':')
        });
        last = Some(span.end);
        match rows.last_mut().filter(|_| beside) {
            Some(row) => row.push(span),
            None => rows.push(vec![span]),
        }
    }
    let width = rows.first().map_or(0, Vec::len);
    let same = rows.iter().all(|row| row.len() == width);
    if rows.len() < ROWS_MIN || width < CELLS_MIN || !same {
        return None;
    }
    let sides = criteria::against(brief, lower).filter(|(sides, _)| sides.len() + 1 == width);
    let grid = match sides {
        Some((heads, _)) => {
            let rows = rows.into_iter().map(|mut row| (row.remove(0), row));
            super::labelled(desk, heads, rows.collect())
        }
        None => {
            let heads = rows.remove(0);
            unlabelled(desk, heads, rows)
        }
    };
    for text in &mut desk.literals {
        text.origin = Origin::Quoted;
    }
    Some(grid)
}

fn unlabelled(desk: &mut Brief, heads: Vec<Span>, rows: Vec<Vec<Span>>) -> Grid {
    let mut texts = |spans: Vec<Span>, role| -> Vec<usize> {
        spans
            .into_iter()
            .map(|span| add(desk, span, role))
            .collect()
    };
    Grid {
        heads: texts(heads, Role::Column),
        rows: rows
            .into_iter()
            .map(|row| (None, texts(row, Role::Value)))
            .collect(),
        ..Grid::default()
    }
}

fn is_quote(c: char) -> bool {
    "'\"‘’“”„«»「」".contains(c)
}

fn starts_with_figure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || "$€£¥₽+-".contains(c))
}

/// Cuts a clause into its label and `n` cells where the cells look most alike; none when it has too few words.
fn row(prompt: &str, clause: &Span, n: usize) -> Option<(Span, Vec<Span>)> {
    let text = &prompt[clause.clone()];
    // Marks part those cells.
    if text
        .split(' ')
        .any(|word| matches!(word, "/" | "|" | "vs" | "vs." | "-" | "–"))
    {
        return None;
    }
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|&(at, c)| !c.is_whitespace() && (at == 0 || text[..at].ends_with(' ')))
        .map(|(at, _)| clause.start + at)
        .collect();
    if starts.len() <= n || starts.len() > (n + 1) * CELL_WORDS_MAX || starts_with_figure(text) {
        return None;
    }
    let mut best: Option<(i32, Vec<usize>)> = None;
    let mut cuts: Vec<usize> = (1..=n).collect();
    loop {
        let rank = alike(prompt, &starts, &cuts);
        if best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, cuts.clone()));
        }
        if !next(&mut cuts, starts.len()) {
            break;
        }
    }
    let (_, cuts) = best?;
    let label = trimmed(prompt, clause.start..starts[cuts[0]])?;
    let cells = (0..n)
        .map(|i| {
            let end = cuts.get(i + 1).map_or(clause.end, |&cut| starts[cut]);
            trimmed(prompt, starts[cuts[i]]..end)
        })
        .collect::<Option<Vec<Span>>>()?;
    Some((label, cells))
}

/// Moves to the next choice of ascending cuts below `len`; false behind the last.
fn next(cuts: &mut [usize], len: usize) -> bool {
    let n = cuts.len();
    let Some(at) = (0..n).rev().find(|&i| cuts[i] < len - n + i) else {
        return false;
    };
    cuts[at] += 1;
    for i in at + 1..n {
        cuts[i] = cuts[i - 1] + 1;
    }
    true
}

/// How well cuts part a row: cells that begin at figures, have as many words and begin alike; a short label.
fn alike(prompt: &str, starts: &[usize], cuts: &[usize]) -> i32 {
    let words = |i: usize| cuts.get(i + 1).unwrap_or(&starts.len()) - cuts[i];
    let figure = |i: usize| starts_with_figure(&prompt[starts[cuts[i]]..]);
    // A figure inside a cell belongs to the next one.
    let inside = |i: usize| {
        (cuts[i] + 1..cuts[i] + words(i)).any(|at| starts_with_figure(&prompt[starts[at]..]))
    };
    let label = (1..cuts[0]).any(|at| starts_with_figure(&prompt[starts[at]..]));
    // "24/7 phone": a small word behind a figure goes with it.
    let torn = |i: usize| {
        let small = prompt[starts[cuts[i]]..].starts_with(char::is_lowercase);
        small && starts_with_figure(&prompt[starts[cuts[i] - 1]..])
    };
    let mut rank = -2 * i32::try_from(cuts[0]).unwrap_or(0) - 8 * i32::from(label);
    for i in 0..cuts.len() {
        rank += 3 * i32::from(figure(i)) - 6 * i32::from(inside(i));
        rank -= 8 * i32::from(words(i) > CELL_WORDS_MAX) + 6 * i32::from(torn(i));
        if i > 0 {
            rank += 4 * i32::from(words(i) == words(0)) + i32::from(figure(i) == figure(0));
        }
    }
    rank
}

#[cfg(test)]
mod tests {
    use crate::grid::tests::check;

    #[test]
    fn cells_between_blanks_or_quotes_stand_under_their_sides() {
        for (prompt, heads, rows) in [
            (
                "comparison table Basic vs Pro: Storage 10 GB 1 TB, Users 1 10, Support Email 24/7 phone",
                &["Basic", "Pro"][..],
                &[
                    "Storage: 10 GB|1 TB",
                    "Users: 1|10",
                    "Support: Email|24/7 phone",
                ][..],
            ),
            (
                "compare table: Free vs Pro. Price $0 $12, Storage 5 GB 1 TB, Support No Yes",
                &["Free", "Pro"],
                &["Price: $0|$12", "Storage: 5 GB|1 TB", "Support: No|Yes"],
            ),
            (
                "table Lite vs Plus vs Max: Monthly price $4 $9 $19, Offline maps no yes yes",
                &["Lite", "Plus", "Max"],
                &["Monthly price: $4|$9|$19", "Offline maps: no|yes|yes"],
            ),
            (
                "electric vs gas car table: 'Fuel cost' '$0.04/mi' '$0.12/mi', 'Upkeep' 'Low' 'High', 'Range' '280 mi' '400 mi'",
                &["electric", "gas car"],
                &[
                    "Fuel cost: $0.04/mi|$0.12/mi",
                    "Upkeep: Low|High",
                    "Range: 280 mi|400 mi",
                ],
            ),
            (
                "comparison table: \"Plan\" \"Free\" \"Pro\"; \"Seats\" \"1\" \"10\"; \"Price\" \"$0\" \"$12\"",
                &["Plan", "Free", "Pro"],
                &[": Seats|1|10", ": Price|$0|$12"],
            ),
        ] {
            check(prompt, heads, rows, "|");
        }
    }
}
