//! Services with their states: "status dashboard: API operational, Database degraded".

use crate::outline::{add, lowered};
use crate::{Brief, Genre, Origin, Pair, Role, Span};

/// What services are said to be, in lower case; the longer phrases first.
const STATES: &[&str] = &[
    "degraded performance",
    "partial outage",
    "major outage",
    "under maintenance",
    "operational",
    "degraded",
    "outage",
    "healthy",
    "unhealthy",
    "online",
    "offline",
    "down",
    "up",
    "failing",
    "running",
    "stopped",
    "maintenance",
    "critical",
    "warning",
    "ok",
    "disrupted",
];

/// Pairs services with their states, where two or more are told.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let screen = matches!(brief.genre, Genre::Dashboard | Genre::WebPage);
    if !screen
        || !["status", "health", "uptime", "monitor"]
            .iter()
            .any(|w| lower.contains(w))
    {
        return;
    }
    let found: Vec<(usize, Span)> = (0..brief.literals.len())
        .filter_map(|at| Some((at, state_of(brief, &lower, at)?)))
        .collect();
    if found.len() < 2 {
        return;
    }
    for (label, state) in found {
        let literal = &mut brief.literals[label];
        if state.start < literal.span.end {
            literal.span.end = lower[..state.start]
                .trim_end_matches([' ', ':', '-', '–'])
                .len();
            literal.text = brief.prompt[literal.span.clone()].to_string();
        }
        brief.literals[label].role = Role::Label;
        let value = add(brief, state, Role::Value);
        brief.pair(label, value);
    }
}

/// Where the state of a service stands: at the end of its own words, or right behind its quotation marks.
fn state_of(brief: &Brief, lower: &str, at: usize) -> Option<Span> {
    let literal = &brief.literals[at];
    let paired = |p: &Pair| p.value == at || p.label == Some(at);
    if brief.pairs.iter().any(paired) || matches!(literal.role, Role::Value | Role::Button) {
        return None;
    }
    if literal.origin != Origin::Quoted {
        let text = &lower[literal.span.clone()];
        let state = STATES.iter().find(|state| {
            text.strip_suffix(**state)
                .is_some_and(|name| name.ends_with(' ') && !name.trim().is_empty())
        })?;
        return Some(literal.span.end - state.len()..literal.span.end);
    }
    let behind = &lower[literal.span.end..];
    let lead = behind.len()
        - behind
            .trim_start_matches(|c: char| !c.is_alphanumeric() && c != ',' && c != ';')
            .len();
    let from = literal.span.end + lead;
    let rest = lower[from..].strip_prefix("is ").map_or(from, |_| from + 3);
    let state = STATES.iter().find(|state| {
        lower[rest..]
            .strip_prefix(**state)
            .is_some_and(|tail| !tail.starts_with(char::is_alphanumeric))
    })?;
    let free = brief
        .literals
        .iter()
        .all(|l| l.span.end <= rest || l.span.start >= rest + state.len());
    free.then(|| rest..rest + state.len())
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn services_have_their_states() {
        for prompt in [
            "server status dashboard dark: \"API\" operational, \"Database\" degraded, \"CDN\" operational, uptime 99.98%",
            "server status dashboard: API operational, Database degraded, CDN operational, uptime 99.98%",
            "status page with \"API\" operational, \"Database\" degraded, \"CDN\" operational",
        ] {
            let brief = read(prompt);
            let pairs: Vec<String> = brief
                .pairs
                .iter()
                .filter(|p| p.label.is_some())
                .map(|p| format!("{}={}", p.label_text, brief.literals[p.value].text))
                .collect();
            assert_eq!(
                pairs,
                ["API=operational", "Database=degraded", "CDN=operational"],
                "{prompt}"
            );
        }
    }
}
