//! Reads what a status page tells: how all is in one line, and how each service is ("all systems operational, Webhooks
//! degraded").

use super::emit;
use crate::reader::{Reader, Use};
use crate::{Genre, Role};

/// Words of a state, at most.
const STATE_WORDS_MAX: usize = 3;
/// Words of a service, at most.
const NAME_WORDS_MAX: usize = 5;

/// Claims the line for all services, and the services whose state is told in words.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let status = (0..reader.clause_end(0)).any(|at| {
        matches!(
            reader.key(at),
            "status" | "status page" | "uptime" | "incident"
        )
    });
    if reader.brief.genre != Genre::WebPage || !status {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let named = (at..end)
            .rev()
            .find(|&i| reader.uses[i] == Use::Genre || matches!(reader.key(i), "status" | "page"));
        let mut from = named.map_or(at, |i| i + 1);
        while from < end && matches!(reader.key(from), "with" | "showing" | "shows" | "and") {
            from += 1;
        }
        if let Some(state) = state_within(reader, from, end) {
            said(reader, from, state, end);
        }
        at = end + 1;
    }
}

/// Where the state begins with which a clause ends; none where something of it has another meaning.
fn state_within(reader: &Reader<'_>, from: usize, end: usize) -> Option<usize> {
    let free = (from..end).all(|i| {
        matches!(reader.uses[i], Use::Free | Use::Topic)
            && reader.tokens[i].is_wordlike()
            && reader.tokens[i].quote().is_none()
    });
    let first = end.saturating_sub(STATE_WORDS_MAX).max(from);
    (first..end)
        .find(|&i| is_health(&reader.text(i, end).to_lowercase()))
        .filter(|state| free && state - from <= NAME_WORDS_MAX)
}

/// Whether words tell how a service runs.
fn is_health(lower: &str) -> bool {
    const HEALTH: &[&str] = &[
        "operational",
        "fully operational",
        "degraded",
        "degraded performance",
        "partial outage",
        "major outage",
        "outage",
        "experiencing issues",
        "down",
        "offline",
        "online",
        "under maintenance",
        "maintenance",
        "investigating",
        "unavailable",
        "disrupted",
        "slow",
        "healthy",
        "up and running",
    ];
    HEALTH.contains(&lower)
}

/// Emits the line for all services as the headline, or one service with its state.
fn said(reader: &mut Reader<'_>, from: usize, state: usize, end: usize) {
    let all = matches!(
        reader.key(from),
        "all" | "some" | "most" | "several" | "many" | "no" | "every" | "everything" | "our"
    );
    let mut name = state;
    if name > from && matches!(reader.key(name - 1), "is" | "are") {
        name -= 1;
    }
    if all || name == from {
        let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
        if !titled {
            capital(reader, from, end, Role::Title);
        }
        return;
    }
    let label = capital(reader, from, name, Role::Item);
    reader.mark(name, state, Use::Role);
    let value = capital(reader, state, end, Role::Value);
    reader.brief.pair(label, value);
}

fn capital(reader: &mut Reader<'_>, from: usize, to: usize, role: Role) -> usize {
    let index = emit(reader, from, to, role);
    let literal = &mut reader.brief.literals[index];
    literal.text = crate::literals::capitalized(&literal.text);
    index
}

#[cfg(test)]
mod tests {
    use crate::Role::{Item, Title, Value};
    use crate::outline::check_texts;

    #[test]
    fn services_stand_with_their_states() {
        check_texts(&[(
            "status page most systems operational, Search is down, Mail degraded performance",
            &[
                (Title, "Most systems operational"),
                (Item, "Search"),
                (Value, "Down"),
                (Item, "Mail"),
                (Value, "Degraded performance"),
            ],
        )]);
    }
}
