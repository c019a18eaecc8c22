//! What is told of several plans at once: what their prices are for, what each of them holds, the mark that one wears.

use super::Told;
use super::priced::PER;
use crate::Span;
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
        // "feature bullets for Solo: 1 seat, 5 projects. for Team: 10 seats"
        let own = format!("for {name}: ");
        if let Some(from) = lower[start..].find(&own).map(|at| start + at + own.len()) {
            let end = lower[from..].find(". ").map_or(lower.len(), |at| from + at);
            plan.holds = clauses(&prompt[..end], from);
        }
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

/// "Free $0 unlimited notes 1 device, Pro $8 all devices offline history": where no plan parts what it holds with a mark,
/// counts and words for "all" begin a line of their own, and what is left of an even number of words stands in twos.
pub(super) fn unmarked(mut told: Vec<Told>, prompt: &str, lower: &str) -> Vec<Told> {
    const OPENING: &[&str] = &[
        "unlimited",
        "all",
        "no",
        "every",
        "everything",
        "priority",
        "custom",
        "free",
        "advanced",
    ];
    const SMALL: &[&str] = &[
        "and", "or", "of", "the", "a", "for", "to", "in", "on", "with", "per", "by", "your",
        "from", "at", "&", "+", "/",
    ];
    const WORDS_MIN: usize = 4;
    let bare = |plan: &Told| {
        let [line] = &plan.holds[..] else {
            return false;
        };
        let words: Vec<&str> = lower[line.clone()].split(' ').collect();
        words.len() >= WORDS_MIN
            && !prompt[line.clone()].contains(|c: char| c.is_uppercase() || ",;:()-".contains(c))
            && !words.iter().any(|word| SMALL.contains(word))
    };
    if told.len() < 2 || !told.iter().all(bare) {
        return told;
    }
    for plan in &mut told {
        let line = plan.holds[0].clone();
        let words: Vec<Span> = crate::outline::words(&lower[line.clone()])
            .map(|(at, word)| line.start + at..line.start + at + word.len())
            .collect();
        let opens = |word: &Span| {
            let text = &lower[word.clone()];
            OPENING.contains(&text) || text.starts_with(|c: char| c.is_ascii_digit())
        };
        let mut cuts: Vec<usize> = (0..words.len())
            .filter(|&n| n == 0 || opens(&words[n]))
            .collect();
        cuts.push(words.len());
        plan.holds = cuts
            .windows(2)
            .flat_map(|cut| in_twos(&words[cut[0]..cut[1]]))
            .collect();
    }
    told
}

/// An even number of words, more than two, as lines of two; any other number as one line.
fn in_twos(words: &[Span]) -> Vec<Span> {
    let size = if words.len().is_multiple_of(2) {
        2
    } else {
        words.len().max(1)
    };
    words
        .chunks(size)
        .map(|line| line[0].start..line[line.len() - 1].end)
        .collect()
}
