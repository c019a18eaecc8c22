//! The places of a mailbox: "left side Inbox 12, Starred, Drafts 3", "folder names Past, Present, Future".

use crate::outline::{add, clauses, trimmed};
use crate::{Brief, Pair, Role, Span};

/// Words that lead to the places.
const LEADS: &[&str] = &[
    "folder names",
    "folders",
    "left side",
    "left sidebar",
    "sidebar",
    "on the left",
    "left menu",
    "mailboxes",
];
/// Places that make a list, at least.
const PLACES_MIN: usize = 2;
/// Words of a place, at most.
const WORDS_MAX: usize = 3;

/// Names the places that are told without quotes, each with its count, unless others are known; `mails` is kept out.
pub(super) fn name(brief: &mut Brief, lower: &str, mails: &Span) {
    if brief.literals.iter().any(|l| l.role == Role::Tab) {
        return;
    }
    let found = LEADS.iter().find_map(|lead| {
        let from = lower.find(lead)? + lead.len();
        let end = lower[from..]
            .find(['.', ';', '\n'])
            .map_or(lower.len(), |end| from + end);
        let places: Vec<(Span, Option<Span>)> = clauses(&brief.prompt[..end], from)
            .into_iter()
            .map_while(|clause| place(&brief.prompt, clause))
            .collect();
        let apart = |span: &Span| span.end <= mails.start || span.start >= mails.end;
        (places.len() >= PLACES_MIN && places.iter().all(|(name, _)| apart(name))).then_some(places)
    });
    for (name, count) in found.into_iter().flatten() {
        let whole = name.start..count.as_ref().map_or(name.end, |count| count.end);
        brief.remove_literals(|literal| literal.meets(&whole));
        let label = add(brief, name, Role::Tab);
        if let Some(count) = count {
            let value = add(brief, count, Role::Value);
            brief.pairs.push(Pair {
                label: Some(label),
                label_text: brief.literals[label].text.clone(),
                value,
            });
        }
    }
}

/// A name with a capital, and the count behind it.
fn place(prompt: &str, clause: Span) -> Option<(Span, Option<Span>)> {
    let mut clause = clause;
    for lead in ["and ", "with ", "has ", "shows "] {
        if prompt[clause.clone()].starts_with(lead) {
            clause.start += lead.len();
        }
    }
    let text = &prompt[clause.clone()];
    let named = text.starts_with(char::is_uppercase) && !text.contains(['"', ':']);
    let short = text.split_whitespace().count() <= WORDS_MAX;
    if !named || !short {
        return None;
    }
    let Some((name, count)) = text.rsplit_once(' ') else {
        return Some((clause, None));
    };
    if !count.bytes().all(|b| b.is_ascii_digit()) {
        return Some((clause, None));
    }
    let name = trimmed(prompt, clause.start..clause.start + name.len())?;
    Some((name, Some(clause.end - count.len()..clause.end)))
}

/// The texts of the folders beside the mails, with their counts.
pub(super) fn folders(brief: &Brief, mails: &Span) -> Vec<usize> {
    let outside = |at: &usize| {
        let span = &brief.literals[*at].span;
        span.end <= mails.start || span.start >= mails.end
    };
    let mut found: Vec<usize> = brief
        .lists
        .iter()
        .filter(|list| matches!(list.kind.as_str(), "folder" | "label" | "mailbox"))
        .flat_map(|list| list.items.iter().copied())
        .filter(outside)
        .collect();
    let counts = brief.pairs.iter().filter(|pair| {
        pair.label.is_some_and(|label| {
            found.contains(&label) || brief.literals[label].role == Role::Tab && outside(&label)
        })
    });
    let counts: Vec<usize> = counts.map(|pair| pair.value).collect();
    found.extend(counts);
    found
}

/// "Inbox 12": the count stays with its folder.
pub(super) fn keep_counts(desk: &mut Brief, brief: &Brief, folders: &[usize]) {
    for pair in &brief.pairs {
        let place = |at: usize| {
            let span = &brief.literals[at].span;
            desk.literals.iter().position(|l| l.span == *span)
        };
        let value = place(pair.value).filter(|_| folders.contains(&pair.value));
        if let Some(value) = value {
            desk.pairs.push(Pair {
                label: pair.label.and_then(place),
                label_text: pair.label_text.clone(),
                value,
            });
        }
    }
}
