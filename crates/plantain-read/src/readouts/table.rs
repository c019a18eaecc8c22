//! The rows of a table on a dashboard: "a table of campaigns: Spring Sale, Active, $4,200; Retargeting, Paused, $2,100".

use crate::outline::{add, lowered, trimmed};
use crate::{Brief, Grid, Origin, Role, Span};

/// Cells of a row that make it more than a name with its figure, at least.
const CELLS_MIN: usize = 3;

/// Words that lead to what a table holds; the longest first.
const LEADS: &[&str] = &[
    "table with ",
    "table of ",
    "list with ",
    "list of ",
    "table ",
    "list ",
    "tabelle mit ",
    "tabelle ",
    "liste mit ",
    "liste der ",
    "liste des ",
    "liste ",
    "tabla de ",
    "lista de ",
    "tabla con ",
    "tableau des ",
    "tableau de ",
    "lista dei ",
    "tabella di ",
];

/// A table as it was told.
pub(super) struct Told {
    title: Option<Span>,
    rows: Vec<Vec<Span>>,
    /// From the first cell to the last.
    pub reach: Span,
}

/// The rows of three cells or more that a prompt writes out.
pub(super) fn find(brief: &Brief) -> Option<Told> {
    let lower = lowered(&brief.prompt);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let parted = crate::rows::parted(&brief.prompt, &lower, start);
    // Rows without marks look like figures: only words for a table lead to them.
    let unmarked = || {
        let lead = LEADS
            .iter()
            .filter_map(|lead| Some(start + lower[start..].find(lead)?))
            .min()?;
        crate::ledger::unmarked(brief, &lower, lead).map(|(_, rows)| rows)
    };
    let rows = Some(parted)
        .filter(|rows| rows.len() >= 2)
        .or_else(unmarked)?;
    let wide = rows.iter().all(|row| row.len() >= CELLS_MIN);
    let first = rows.first()?.first()?.start;
    let end = rows.last()?.last()?.end;
    let quoted = brief
        .literals
        .iter()
        .any(|l| l.origin == Origin::Quoted && l.meets(&(first..end)));
    (wide && !quoted).then(|| Told {
        title: title(&brief.prompt, &lower, first),
        rows,
        reach: first..end,
    })
}

/// The words for what the rows are, before the colon that leads to them.
fn title(prompt: &str, lower: &str, first: usize) -> Option<Span> {
    const WORDS_MAX: usize = 4;
    let head = lower[..first].trim_end().strip_suffix(':')?;
    let from = head
        .rfind(['.', ';', ',', '\n', '('])
        .map_or(0, |at| at + 1);
    let lead = LEADS
        .iter()
        .filter_map(|lead| Some(from + head[from..].find(lead)? + lead.len()))
        .max();
    let span = trimmed(prompt, lead.unwrap_or(from)..head.len())?;
    (prompt[span.clone()].split_whitespace().count() <= WORDS_MAX).then_some(span)
}

/// Puts a table into a brief whose other texts are in order.
pub(super) fn put(brief: &mut Brief, told: Told) {
    let title = told.title.map(|span| {
        let at = add(brief, span, Role::Label);
        let text = crate::literals::capitalized(&brief.literals[at].text);
        brief.literals[at].text = text;
        at
    });
    let rows = told
        .rows
        .into_iter()
        .map(|cells| {
            let cells = cells.into_iter().map(|span| add(brief, span, Role::Item));
            (None, cells.collect())
        })
        .collect();
    brief.grid = Some(Grid {
        title,
        rows,
        ..Grid::default()
    });
}
