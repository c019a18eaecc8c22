//! What is pressed under the plans.

use super::speaks_of_page;
use crate::Span;
use crate::outline::{clauses, trimmed};

/// Length of the word that leads to what is pressed, where a clause begins with one.
pub(super) fn buttons_lead(clause: &str) -> Option<usize> {
    [
        "buttons ",
        "buttons: ",
        "ctas ",
        "ctas: ",
        "button ",
        "button: ",
        "cta ",
        "cta: ",
    ]
    .iter()
    .filter(|lead| clause.starts_with(**lead))
    .map(|lead| lead.len())
    .max()
}

/// "buttons Start free, Try Team, Contact sales": what is pressed, told behind the plans.
pub(super) fn buttons(prompt: &str, lower: &str, from: usize, language: &str) -> Vec<Span> {
    let mut clauses = clauses(prompt, from).into_iter();
    let Some(first) = clauses.find_map(|clause| {
        let len = buttons_lead(&lower[clause.clone()])?;
        Some(clause.start + len..clause.end)
    }) else {
        return Vec::new();
    };
    // "button Start free, dark theme": one button, and something else behind it.
    let one = !lower[..first.start]
        .trim_end_matches([':', ' '])
        .ends_with('s');
    if one && !prompt[first.clone()].starts_with(char::is_uppercase) {
        return Vec::new();
    }
    let rest =
        clauses.take_while(|clause| !one && !speaks_of_page(&lower[clause.clone()], language));
    std::iter::once(first)
        .chain(rest)
        .filter_map(|span| trimmed(prompt, span))
        .collect()
}
