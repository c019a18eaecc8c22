//! Rows whose cells are texts in quotes or signs for yes and no: `"Us" vs "Them": "Free returns" ✓ ✗`, `"Then" "Now"
//! comparison: "Letters" vs "Emails"`; and tables whose first row of slashes names the columns: "Plan Free / Pro; Users 1 / 5".

use super::{Grid, slashed};
use crate::outline::{add, clauses, trimmed};
use crate::{Brief, Origin, Role, Span};

const ROWS_MIN: usize = 2;
/// Most columns behind the labels.
const COLUMNS_MAX: usize = 5;

/// Signs that stand for yes and no.
const SIGNS: &[char] = &['✓', '✗', '✔', '✘', '✅', '❌', '☑', '×', '•'];

/// Reads heads in quotes before the first colon, and behind it rows of quotes and signs.
pub(super) fn quoted(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let start = brief.genre_span.as_ref()?.start;
    let colon = start + outside_quotes(&lower[start..])?;
    let heads: Vec<Span> = texts(brief)
        .into_iter()
        .filter(|text| text.end <= colon)
        .collect();
    let body = texts(brief).iter().any(|text| text.start > colon);
    let titled = |span: &Span| {
        let title = |l: &crate::Literal| l.role == Role::Title && l.origin == Origin::Introduced;
        brief
            .literals
            .iter()
            .any(|l| title(l) && l.span.start <= span.start && span.end <= l.span.end)
    };
    let heads: Vec<Span> = heads.into_iter().filter(|span| !titled(span)).collect();
    if !(2..=COLUMNS_MAX).contains(&heads.len()) || !body && !lower[colon..].contains(SIGNS) {
        return None;
    }
    let mut rows: Vec<(Option<Span>, Vec<Span>)> = Vec::new();
    for clause in clauses(&brief.prompt, colon + 1) {
        let mut cells = cells(brief, clause.clone());
        let label = if cells.len() == heads.len() + 1 {
            Some(cells.remove(0))
        } else {
            let first = cells.first()?.start;
            trimmed(&brief.prompt, clause.start..first)
        };
        if cells.len() != heads.len() {
            return None;
        }
        rows.push((label, cells));
    }
    let labels = rows.iter().filter(|row| row.0.is_some()).count();
    if rows.len() < ROWS_MIN || labels != 0 && labels != rows.len() {
        return None;
    }
    desk.literals.clear();
    let grid = Grid {
        heads: heads
            .into_iter()
            .map(|span| add(desk, span, Role::Column))
            .collect(),
        rows: rows
            .into_iter()
            .map(|(label, cells)| {
                let label = label.map(|span| add(desk, span, Role::Label));
                let cells = cells.into_iter().map(|cell| add(desk, cell, Role::Value));
                (label, cells.collect())
            })
            .collect(),
        ..Grid::default()
    };
    for text in &mut desk.literals {
        text.origin = Origin::Quoted;
    }
    Some(grid)
}

/// The texts in quotes, without their quotes.
fn texts(brief: &Brief) -> Vec<Span> {
    let quoted = brief.literals.iter().filter(|l| l.origin == Origin::Quoted);
    let mut found: Vec<Span> = quoted
        .filter_map(|l| trimmed(&brief.prompt, l.span.clone()))
        .collect();
    found.sort_by_key(|span| span.start);
    found.dedup();
    found
}

/// Where the first colon stands that no quotes hold.
fn outside_quotes(text: &str) -> Option<usize> {
    let mut open = false;
    text.char_indices().find_map(|(at, c)| {
        open ^= matches!(c, '"' | '“' | '”' | '«' | '»');
        (!open && matches!(c, ':' | '：')).then_some(at)
    })
}

/// Texts in quotes and signs in a clause, in order.
fn cells(brief: &Brief, clause: Span) -> Vec<Span> {
    let mut found: Vec<Span> = texts(brief)
        .into_iter()
        .filter(|text| clause.start <= text.start && text.end <= clause.end)
        .collect();
    // A quote at the end of the clause is trimmed off it.
    let signs = brief.prompt[clause.clone()]
        .char_indices()
        .filter(|(_, c)| SIGNS.contains(c));
    let signs = signs.map(|(at, c)| clause.start + at..clause.start + at + c.len_utf8());
    let signs: Vec<Span> = signs
        .filter(|sign| {
            !found
                .iter()
                .any(|text| text.start <= sign.start && sign.end <= text.end)
        })
        .collect();
    found.extend(signs);
    found.sort_by_key(|span| span.start);
    found
}

/// "comparison table: Plan Free / Pro / Team; Storage 5 GB / 100 GB / 1 TB; Users 1 / 5 / 20": the first row holds names.
pub(super) fn first_row(brief: &Brief, desk: &mut Brief) -> Option<Grid> {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let prompt = &brief.prompt;
    let figured = |span: &Span| prompt[span.clone()].contains(|c: char| c.is_ascii_digit());
    let mut all = clauses(prompt, start).into_iter();
    let first = all.next()?;
    let mut heads = slashed::cells_of(prompt, first.clone())?;
    let columns = heads.len();
    if !(2..=COLUMNS_MAX).contains(&columns) || heads.iter().any(figured) {
        return None;
    }
    // "Plan Free": the word before the first name says what the columns are.
    if let Some((label, _)) = prompt[heads[0].clone()].rsplit_once(' ') {
        heads[0].start += label.len() + 1;
    }
    let mut rows = Vec::new();
    for clause in all {
        match slashed::row(prompt, clause.clone(), columns) {
            Some(row) => rows.push(row),
            None if crate::slide::is_wish(&prompt[clause].to_lowercase()) => {}
            None => return None,
        }
    }
    let told = rows.iter().any(|row| row.1.iter().all(figured));
    (rows.len() >= ROWS_MIN && told).then(|| super::labelled(desk, heads, rows))
}

#[cfg(test)]
mod tests {
    use crate::grid::tests::check;

    #[test]
    fn quotes_and_signs_stand_under_their_heads() {
        for (prompt, heads, rows) in [
            (
                "feature comparison \"Us\" vs \"Them\": \"Free returns\" ✓ ✗, \"Night support\" ✓ ✗, \"Refunds\" ✓ ✓",
                &["Us", "Them"][..],
                &["Free returns: ✓|✗", "Night support: ✓|✗", "Refunds: ✓|✓"][..],
            ),
            (
                "\"Then\" \"Now\" comparison: \"Letters\" vs \"Emails\", \"Maps\" vs \"Satnav\"",
                &["Then", "Now"],
                &[": Letters|Emails", ": Maps|Satnav"],
            ),
            (
                "comparison table: Plan Free / Pro / Team; Storage 5 GB / 100 GB / 1 TB; Users 1 / 5 / Unlimited",
                &["Free", "Pro", "Team"],
                &["Storage: 5 GB|100 GB|1 TB", "Users: 1|5|Unlimited"],
            ),
        ] {
            check(prompt, heads, rows, "|");
        }
    }
}
