//! Rows of a table that are set apart, and what can be done with every row.

use crate::{Brief, Grid, Role};

/// "… 3 (low stock, make it red)": a row that the prompt sets apart is marked, and the colour is none of the page.
pub(super) fn mark_rows(brief: &mut Brief, grid: &mut Grid, lower: &str) {
    for (n, (_, cells)) in grid.rows.iter().enumerate() {
        let Some(end) = cells.last().map(|at| brief.literals[*at].span.end) else {
            continue;
        };
        let remark = lower[end..]
            .strip_prefix(" (")
            .and_then(|rest| rest.split(')').next())
            .unwrap_or_default();
        let palette = brief.look.palette.len();
        brief
            .look
            .palette
            .retain(|color| !remark.contains(&color.name));
        if palette > brief.look.palette.len() || remark.contains("highlight") {
            grid.marked.push(n);
        }
    }
}

/// The kind of the list that holds what can be done with every row.
pub const ROW_ACTION: &str = "row action";

/// "Each row has Revoke": what can be done with every row.
pub(super) fn row_action(brief: &mut Brief, lower: &str) {
    const LEADS: &[&str] = &[
        "each row",
        "every row",
        "per row",
        "jede zeile",
        "cada fila",
        "chaque ligne",
    ];
    const WORDS_BETWEEN: usize = 4;
    for at in 0..brief.literals.len() {
        let span = brief.literals[at].span.clone();
        let led = LEADS.iter().any(|lead| {
            lower[..span.start].rfind(lead).is_some_and(|from| {
                let between = &lower[from + lead.len()..span.start];
                !between.contains(['.', ';', '\n'])
                    && between.split_whitespace().count() <= WORDS_BETWEEN
            })
        });
        if led && matches!(brief.literals[at].role, Role::Title | Role::Button) {
            brief.literals[at].role = Role::Button;
            brief.lists.push(crate::List {
                kind: ROW_ACTION.into(),
                items: vec![at],
                span,
            });
            return;
        }
    }
}
