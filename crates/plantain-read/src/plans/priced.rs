//! A plan with its price, as one clause tells them or two that follow each other.

use super::{NAME_WORDS_MAX, Told, parts};
use crate::Span;
use crate::cells::{Cell, cells};
use crate::outline::trimmed;

/// A clause that begins with a name and a price.
pub(super) fn plan(prompt: &str, lower: &str, clause: Span) -> Option<Told> {
    let mut clause = clause;
    // "pricing page for a note app - free $0": the dash leads to the first plan.
    for dash in [" - ", " – ", " — "] {
        if let Some(at) = lower[clause.clone()].find(dash) {
            let next = clause.start + at + dash.len();
            if lower[next..clause.end].starts_with(char::is_alphabetic) {
                clause.start = next;
            }
        }
    }
    let found = match free_plan(prompt, lower, &clause) {
        Some(cells) => cells,
        None => cells(prompt, clause.clone()),
    };
    let ((name, kind), (price, cost)) = (found.first()?, found.get(1)?);
    let words = prompt[name.clone()].split_whitespace().count();
    let free = *kind == Cell::State && &lower[name.clone()] == "free" && *cost == Cell::Money;
    let named = free || matches!(kind, Cell::Name | Cell::Words) && words <= NAME_WORDS_MAX;
    let paid = *cost == Cell::Money || *cost == Cell::State && &lower[price.clone()] == "free";
    if !(named && paid) {
        return None;
    }
    let mut price = price.clone();
    let mut name = name.clone();
    for lead in [" is", " at", " for", ":", " -", " –", " costs", " ="] {
        if lower[name.clone()].ends_with(lead) {
            name.end -= lead.len();
        }
    }
    let behind = &lower[price.end..clause.end];
    let blank = behind.len() - behind.trim_start().len();
    let rest = behind.trim_start();
    if let Some(per) = PER.iter().find(|per| rest.starts_with(**per)) {
        price.end += blank + per.len();
    } else if let Some(what) = rest.strip_prefix("per ") {
        // "$18 per class"
        let word = what
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(what.len());
        price.end += blank + "per ".len() + word;
    }
    let holds = parts(prompt, lower, price.end..clause.end);
    Some(Told {
        name: trimmed(prompt, name)?,
        price: Some(price),
        holds,
        badge: None,
    })
}

/// "Creator, $12 per month: unlimited shows", "Free: 1 show": a plan whose name stands in a clause of its own, or that
/// costs nothing.
pub(super) fn priced(
    prompt: &str,
    lower: &str,
    clause: &Span,
    before: Option<Span>,
    out: &mut [Told],
) -> Option<Told> {
    let text = &lower[clause.clone()];
    let free = [
        "free",
        "gratis",
        "kostenlos",
        "gratuit",
        "free plan",
        "free tier",
    ]
    .iter()
    .filter(|word| text.starts_with(&format!("{word}:")))
    .max_by_key(|word| word.len());
    if let Some(word) = free {
        let name = clause.start..clause.start + word.len();
        let holds = parts(prompt, lower, name.end + 1..clause.end);
        return Some(Told {
            name,
            price: None,
            holds,
            badge: None,
        });
    }
    let name = before?;
    let short = prompt[name.clone()].split_whitespace().count() <= NAME_WORDS_MAX;
    let capital = prompt[name.clone()].starts_with(char::is_uppercase);
    // "Hobby, €7, 3 hours of audio": a price that fills a clause.
    let (sum, rest) = text.split_once(':').unwrap_or((text, ""));
    let price = cells(prompt, clause.start..clause.start + sum.len());
    let paid = price.first().is_some_and(|(_, cell)| *cell == Cell::Money);
    let paid = paid && (price.len() == 1 || !rest.is_empty());
    if !short || !capital || !paid {
        return None;
    }
    // The name was taken for something that the plan before holds.
    for plan in out.iter_mut() {
        plan.holds.retain(|line| *line != name);
    }
    Some(Told {
        name,
        price: trimmed(prompt, clause.start..clause.start + sum.len()),
        holds: if rest.is_empty() {
            Vec::new()
        } else {
            parts(prompt, lower, clause.end - rest.len()..clause.end)
        },
        badge: None,
    })
}

/// "Basis kostenlos": a name and a word for a price of nothing.
fn free_plan(prompt: &str, lower: &str, clause: &Span) -> Option<Vec<(Span, Cell)>> {
    let word = FREE
        .iter()
        .find(|word| lower[clause.clone()].ends_with(**word))?;
    let at = clause.end - word.len();
    let name = trimmed(prompt, clause.start..at)?;
    let capital = prompt[name.clone()].starts_with(|c: char| !c.is_lowercase());
    capital.then(|| vec![(name, Cell::Name), (at..clause.end, Cell::Money)])
}

/// What a price is for; the longest first.
pub(super) const PER: &[&str] = &[
    "per user per month",
    "per user / month",
    "per person",
    "per month",
    "per year",
    "per week",
    "per user",
    "per seat",
    "a month",
    "a year",
    "a week",
    "monthly",
    "yearly",
    "/ month",
    "/ mo",
    "al mes",
    "par mois",
    "pro monat",
    "im monat",
    "al mese",
    "por mês",
];

/// Words that stand for a price: nothing in other languages, or one that is told on request.
const FREE: &[&str] = &[
    "kostenlos",
    "gratis",
    "gratuit",
    "gratuite",
    "gratuito",
    "gratuita",
    "grátis",
    "umsonst",
    "za darmo",
    "darmowy",
    "ücretsiz",
    "бесплатно",
    "безкоштовно",
    "免费",
    "免費",
    "無料",
    "무료",
    "مجاني",
    "חינם",
    "मुफ़्त",
    "custom",
    "on request",
    "contact us",
    "auf anfrage",
    "sur devis",
    "a medida",
    "sob consulta",
    "su richiesta",
    "op aanvraag",
    "по запросу",
];
