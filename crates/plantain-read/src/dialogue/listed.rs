//! Talks told in lists: conversations as "who - line - when", and lines in quotes behind the names of who wrote them.

use super::Turn;
use crate::outline::{add, clauses, trimmed};
use crate::quotes::Quoted;
use crate::{Brief, Role, Span};

/// Conversations and lines that make a list, at least.
const ROWS_MIN: usize = 2;

/// `Grandpa - "Photo" - 11:02, Football dads - "Pitch is flooded" - 10:41`: who wrote what when, a clause for each.
pub(super) fn conversations(brief: &mut Brief) -> bool {
    let rows: Vec<[Span; 3]> = clauses(&brief.prompt, 0)
        .into_iter()
        .filter_map(|clause| conversation(&brief.prompt, clause))
        .collect();
    if rows.len() < ROWS_MIN {
        return false;
    }
    let within = rows[0][0].start..rows[rows.len() - 1][2].end;
    brief.remove_literals(|literal| literal.meets(&within));
    let mut list = crate::List {
        kind: "item".into(),
        span: within,
        ..crate::List::default()
    };
    for [who, line, when] in rows {
        let who = add(brief, who, Role::Person);
        let line = add(brief, line, Role::Body);
        add(brief, when, Role::Time);
        brief.pair(who, line);
        list.items.push(who);
    }
    brief.lists.push(list);
    brief.order_literals();
    true
}

fn conversation(prompt: &str, clause: Span) -> Option<[Span; 3]> {
    let text = &prompt[clause.clone()];
    let from = text.rfind(": ").map_or(0, |colon| colon + 2);
    // "10:41 (3 unread)": what is said of a row is none of its words.
    let text = text[from..].split(" (").next()?;
    let start = clause.start + from;
    let (who, rest) = text.split_once(" - ")?;
    let (line, when) = rest.rsplit_once(" - ")?;
    let line_at = start + who.len() + 3;
    let when_at = line_at + line.len() + 3;
    Some([
        trimmed(prompt, start..start + who.len())?,
        trimmed(prompt, line_at..line_at + line.len())?,
        trimmed(prompt, when_at..when_at + when.len())?,
    ])
}

/// `by users "lunafan" and "greta_m": "Saw a moth!", "Uploading"`: as many lines behind a colon as names before it.
pub(super) fn by_names(prompt: &str) -> Vec<Turn> {
    let quotes = crate::quotes::find(prompt, &[]);
    let gap = |at: usize| &prompt[quotes[at - 1].outer.end..quotes[at].outer.start];
    let joined = |at: usize| {
        gap(at)
            .split([',', ' ', '&', '/'])
            .all(|word| matches!(word, "" | "and" | "und" | "y" | "et"))
    };
    let colon = (1..quotes.len()).find(|&at| gap(at).trim() == ":");
    let Some(colon) = colon else {
        return Vec::new();
    };
    let first = (1..colon).rev().find(|&at| !joined(at)).unwrap_or(0);
    let last = (colon + 1..quotes.len())
        .find(|&at| !joined(at))
        .unwrap_or(quotes.len());
    let names: &[Quoted] = &quotes[first..colon];
    let lines: &[Quoted] = &quotes[colon..last];
    if names.len() < ROWS_MIN || names.len() != lines.len() {
        return Vec::new();
    }
    names
        .iter()
        .zip(lines)
        .map(|(who, said)| Turn {
            who: who.inner.clone(),
            me: false,
            said: said.inner.clone(),
            text: None,
        })
        .collect()
}
