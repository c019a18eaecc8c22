//! Columns of a board and their cards.

use super::heads::is_connector;
use crate::Role;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::screens::emit;
use crate::tokens::Sep;

/// "New / Open / Solved": on a board the names that slashes or bars part are its columns.
pub(super) fn parted_columns(reader: &mut Reader<'_>) {
    let parts = |reader: &Reader<'_>, at: usize| {
        reader.sep(at, Sep::Comma) && matches!(reader.text(at, at + 1), "/" | "|")
    };
    let Some(first) = (1..reader.len()).find(|&at| parts(reader, at)) else {
        return;
    };
    let mut from = first;
    while from > 0
        && first - from < 3
        && matches!(
            reader.uses[from - 1],
            Use::Free | Use::Carrier | Use::Topic | Use::Look
        )
        && reader.tokens[from - 1].is_word()
        && (reader.is_capital(from - 1) || lexicon().roles.at(&reader.tokens, from - 1).is_none())
    {
        from -= 1;
    }
    let mut at = from;
    while at < reader.len() {
        let mut end = at;
        while end < reader.len()
            && matches!(
                reader.uses[end],
                Use::Free | Use::Carrier | Use::Topic | Use::Look
            )
            && !reader.tokens[end].is_sep()
            && !(end > at && (is_connector(reader.key(end)) || reader.key(end) == "with"))
        {
            end += 1;
        }
        if end == at {
            return;
        }
        emit(reader, at, end, Role::Column);
        if !parts(reader, end) {
            return;
        }
        at = end + 1;
    }
}

/// Usual names of lanes on a board, lower case.
pub(crate) const LANES: &[&str] = &[
    "backlog",
    "to do",
    "todo",
    "to-do",
    "doing",
    "in progress",
    "in review",
    "review",
    "testing",
    "qa",
    "blocked",
    "done",
    "ideas",
    "next",
    "later",
    "por hacer",
    "en curso",
    "en progreso",
    "hecho",
    "à faire",
    "en cours",
    "terminé",
    "fait",
    "offen",
    "in arbeit",
    "fertig",
    "erledigt",
    "da fare",
    "in corso",
    "fatto",
    "a fazer",
    "em andamento",
    "feito",
    "te doen",
    "bezig",
    "klaar",
    "do zrobienia",
    "w toku",
    "zrobione",
    "yapılacak",
    "devam ediyor",
    "bitti",
];

/// "To do, In progress, Done": on a board two usual names of lanes or more are its columns.
pub(super) fn usual_columns(reader: &mut Reader<'_>) {
    if reader.brief.literals.iter().any(|l| l.role == Role::Column) {
        return;
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let from = (at..end)
            .find(|&i| reader.uses[i] != Use::Genre)
            .unwrap_or(end);
        let quoted = (from..end).any(|i| reader.tokens[i].quote().is_some());
        if from < end && !quoted {
            // "with backlog (…)": the words that lead to a lane are none of it.
            // "Done with cards Fix bug": the cards follow the last lane.
            let stop = (from..end)
                .find(|&i| {
                    reader.key(i) == "with"
                        && matches!(
                            reader.key(i + 1),
                            "card" | "cards" | "task" | "tasks" | "ticket" | "tickets" | "items"
                        )
                })
                .unwrap_or(end);
            let lane = (from..stop).find(|&i| {
                let led = i == from || is_connector(reader.key(i - 1));
                led && LANES.contains(&reader.text(i, stop).to_lowercase().as_str())
            });
            found.extend(lane.map(|lane| (lane, stop)));
        }
        at = end + 1;
    }
    if found.len() >= 2 {
        for (from, end) in found {
            emit(reader, from, end, Role::Column);
        }
    }
}

/// "To Do (Draft brief, Call supplier), Done (Kickoff)": columns with their cards in brackets.
pub(super) fn columns_with_cards(reader: &mut Reader<'_>) {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for open in 1..reader.len() {
        if !reader.sep(open, Sep::Open) {
            continue;
        }
        let Some(close) = (open + 1..reader.len()).find(|&i| reader.sep(i, Sep::Close)) else {
            break;
        };
        let mut from = open;
        while from > 0
            && open - from < 4
            && reader.is_free(from - 1)
            && reader.is_capital(from - 1)
            && reader.tokens[from - 1].is_word()
        {
            from -= 1;
        }
        // "in progress (Dark mode)": usual names of lanes need no capitals.
        if from == open {
            let lane = (open.saturating_sub(3)..open).find(|&i| {
                (i..open).all(|i| reader.uses[i] != Use::Literal)
                    && LANES.contains(&reader.text(i, open).to_lowercase().as_str())
            });
            from = lane.unwrap_or(open);
        }
        // Any words may stand on a card ("Fix login bug").
        let free = (open + 1..close).all(|i| {
            reader.tokens[i].quote().is_none()
                && (reader.is_free(i)
                    || matches!(
                        reader.uses[i],
                        Use::Genre | Use::Topic | Use::Look | Use::Carrier
                    ))
        });
        if from < open && free && close > open + 1 {
            found.push((from, open, close));
        }
    }
    if found.len() < 2 {
        return;
    }
    // "Login broken (Triage)": the bracket says in which of the columns the card is.
    let columns: Vec<String> = reader
        .brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Column)
        .map(|l| l.text.to_lowercase())
        .collect();
    let is_column = |&(_, open, close): &(usize, usize, usize)| {
        columns.contains(&reader.text(open + 1, close).to_lowercase())
    };
    if found.iter().all(is_column) {
        return;
    }
    for (from, open, close) in found {
        emit(reader, from, open, Role::Column);
        let mut start = open + 1;
        for at in open + 1..=close {
            if at == close || reader.sep(at, Sep::Comma) || reader.sep(at, Sep::Semi) {
                if at > start {
                    emit(reader, start, at, Role::Item);
                }
                start = at + 1;
            }
        }
    }
}
