//! What is told of several plans at once: what their prices are for, what each of them holds, the mark that one wears.

use super::{PER, Told};
use crate::outline::{clauses, trimmed};

/// "features: 1 project, 10 projects, unlimited projects", "Pro has badge Best value": what is told of the plans behind them.
pub(super) fn with_features(mut told: Vec<Told>, prompt: &str, lower: &str) -> Vec<Told> {
    let start = told.first().map_or(0, |plan| plan.name.start);
    let lead = ["features: ", "features "]
        .iter()
        .find_map(|lead| Some(start + lower[start..].find(lead)? + lead.len()));
    let bare = told.iter().all(|plan| plan.holds.is_empty());
    if let Some(from) = lead {
        let end = lower[from..].find(". ").map_or(lower.len(), |at| from + at);
        let lines = clauses(&prompt[..end], from);
        // What was taken for a part of the last plan is told again here.
        let held = told
            .last()
            .is_some_and(|plan| plan.holds.iter().all(|line| line.end >= from));
        if lines.len() == told.len() && (bare || held) {
            for (plan, line) in told.iter_mut().zip(lines) {
                plan.holds = vec![line];
            }
        }
    }
    for plan in &mut told {
        let name = &lower[plan.name.clone()];
        for lead in ["has badge ", "has the badge ", "with badge ", "badge "] {
            let said = format!(". {name} {lead}");
            if let Some(at) = lower.find(&said) {
                let from = at + said.len();
                let end = clauses(&prompt[from..], 0)
                    .first()
                    .map_or(from, |clause| from + clause.end);
                plan.badge = trimmed(prompt, from..end);
                break;
            }
        }
    }
    told
}

/// "Starter $0, Growth $29, Scale $99 per month": what the last price is for holds for all of them, and is none of its figure.
pub(super) fn in_one_term(mut told: Vec<Told>, lower: &str) -> Vec<Told> {
    let per = |plan: &Told| {
        let price = &lower[plan.price.clone()?];
        PER.iter()
            .find(|per| price.ends_with(**per))
            .map(|per| per.len())
    };
    let bare = told.split_last().and_then(|(last, others)| {
        let all = others.iter().all(|plan| per(plan).is_none());
        per(last).filter(|_| all)
    });
    if let (Some(len), Some(price)) = (bare, told.last_mut().and_then(|plan| plan.price.as_mut())) {
        let kept = lower[price.start..price.end - len].trim_end().len();
        price.end = price.start + kept;
    }
    told
}
