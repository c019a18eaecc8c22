//! Tables whose rows are named before their cells: "Basic vs Pro, rows storage, users: 5 GB / 100 GB, 1 / 10".

use super::Grid;
use super::slashed::{cells_of, names};
use crate::outline::{clauses, trimmed};
use crate::{Brief, Span};

/// Words that introduce the names of the rows, in the languages that are read.
const ROWS: &[&str] = &[
    "rows",
    "criteria",
    "features",
    "aspects",
    "zeilen",
    "kriterien",
    "filas",
    "criterios",
    "lignes",
    "critères",
    "righe",
    "criteri",
    "linhas",
    "critérios",
    "rijen",
    "wiersze",
    "satırlar",
    "строки",
    "рядки",
];

/// Reads heads, the names of all rows before a colon, and behind it as many groups of cells.
pub(super) fn read(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let prompt = &brief.prompt;
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let (word, len) = ROWS.iter().find_map(|word| {
        let at = start + lower.get(start..)?.find(word)?;
        let whole = !lower[..at].ends_with(char::is_alphanumeric)
            && !lower[at + word.len()..].starts_with(char::is_alphanumeric);
        whole.then_some((at, word.len()))
    })?;
    let from = word + len + usize::from(lower[word + len..].starts_with(':'));
    let colon = from + lower[from..].find(':')?;
    let mut heads_end = lower[start..word].trim_end().len() + start;
    for lead in ["with", "with the", "mit", "con", "avec", "com", "met"] {
        if let Some(rest) = lower[start..heads_end].strip_suffix(lead)
            && rest.ends_with([' ', ','])
        {
            heads_end = start + rest.trim_end().len();
        }
    }
    let heads_end = start
        + lower[start..heads_end]
            .trim_end_matches([',', '.', ';', ':', ' '])
            .len();
    let heads = super::criteria::against(brief, &lower[..heads_end])
        .map(|(sides, _)| sides)
        .or_else(|| names(brief, lower, start..heads_end))?;
    let labels = listed(prompt, lower, from..colon);
    let cells: Option<Vec<Vec<Span>>> = clauses(prompt, colon + 1)
        .into_iter()
        .filter(|clause| !crate::slide::is_wish(&lower[clause.clone()]))
        .map(|clause| cells_of(prompt, clause))
        .collect();
    let (rows, columns) = (labels.len(), heads.len());
    let even = |cells: &Vec<Vec<Span>>| {
        let by = |count: usize, len: usize| {
            cells.len() == count && cells.iter().all(|group| group.len() == len)
        };
        by(rows, columns) || by(columns, rows)
    };
    let cells = cells
        .filter(even)
        .or_else(|| Some(by_blanks(prompt, colon + 1)).filter(even))?;
    let by = |count: usize, len: usize| {
        cells.len() == count && cells.iter().all(|group| group.len() == len)
    };
    let rows: Vec<(Span, Vec<Span>)> = if rows < 2 || columns < 2 {
        return None;
    } else if by(rows, columns) {
        labels.into_iter().zip(cells).collect()
    } else if by(columns, rows) {
        // One group for each column.
        let row = |n: usize| cells.iter().map(|group| group[n].clone()).collect();
        labels
            .into_iter()
            .enumerate()
            .map(|(n, label)| (label, row(n)))
            .collect()
    } else {
        return None;
    };
    Some(super::labelled(desk, heads, rows))
}

/// "12€ 25€ 40€ / 5h 3h 4h": groups that slashes part, of cells that blanks part.
fn by_blanks(prompt: &str, from: usize) -> Vec<Vec<Span>> {
    let end = prompt[from..]
        .find(['\n', ','])
        .map_or(prompt.len(), |len| from + len);
    let end = prompt[from..end].find(". ").map_or(end, |len| from + len);
    let mut groups = vec![Vec::new()];
    let mut at = from;
    for word in prompt[from..end].split_inclusive(' ') {
        let bare = word.trim_end().trim_end_matches([';', '.']);
        let span = at..at + bare.len();
        at += word.len();
        if matches!(bare, "/" | "|" | ";") {
            groups.push(Vec::new());
        } else if let (Some(group), false) = (groups.last_mut(), bare.is_empty()) {
            group.push(span);
            if word.trim_end().ends_with(';') {
                groups.push(Vec::new());
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// "storage, users and support": names between commas and before the last, around "and".
fn listed(prompt: &str, lower: &str, span: Span) -> Vec<Span> {
    const JOINTS: &[&str] = &[
        " and ", " & ", " und ", " y ", " et ", " e ", " en ", " i ", " и ",
    ];
    let mut out = Vec::new();
    let all = clauses(&prompt[..span.end], span.start);
    let count = all.len();
    for (n, clause) in all.into_iter().enumerate() {
        let joint = JOINTS
            .iter()
            .find_map(|joint| Some((lower[clause.clone()].find(joint)?, joint.len())))
            .filter(|_| n + 1 == count);
        match joint {
            Some((at, len)) => {
                out.extend(trimmed(prompt, clause.start..clause.start + at));
                out.extend(trimmed(prompt, clause.start + at + len..clause.end));
            }
            None => out.extend(trimmed(prompt, clause)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn rows_that_are_named_first_get_their_cells() {
        for (prompt, heads, rows) in [
            (
                "comparison table Basic vs Pro, rows Storage, Users, Support: 5 GB / 100 GB, 1 / 10, Email / 24h phone",
                "Basic|Pro",
                "Storage=5 GB|100 GB Users=1|10 Support=Email|24h phone",
            ),
            (
                "comparison table of tea, coffee and mate with rows caffeine and price: 30 mg / 95 mg / 80 mg; $2 / $4 / $3",
                "tea|coffee|mate",
                "caffeine=30 mg|95 mg|80 mg price=$2|$4|$3",
            ),
            (
                "comparison table: Bus vs Train vs Car, rows price, time: 12€ 25€ 40€ / 5h 3h 4h",
                "Bus|Train|Car",
                "price=12€|25€|40€ time=5h|3h|4h",
            ),
        ] {
            let brief = read(prompt);
            let grid = brief.grid.as_ref().expect(prompt);
            let text = |at: &usize| brief.literals[*at].text.as_str();
            let found: Vec<&str> = grid.heads.iter().map(text).collect();
            assert_eq!(found.join("|"), heads, "{prompt}");
            let found: Vec<String> = grid
                .rows
                .iter()
                .map(|(label, cells)| {
                    let cells: Vec<&str> = cells.iter().map(text).collect();
                    format!("{}={}", label.as_ref().map_or("", text), cells.join("|"))
                })
                .collect();
            assert_eq!(found.join(" "), rows, "{prompt}");
        }
    }
}
