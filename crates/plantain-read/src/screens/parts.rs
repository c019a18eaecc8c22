//! Enumerations behind the name of a part: "columns Backlog, Doing and Done", "messages from Ana, Ben and the Post".

mod heads;
mod lanes;
mod rows;

use super::emit;
use super::items::{Item, Manner, items, manner};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{List, Role};
use heads::{head_at, names_people};
use lanes::{columns_with_cards, parted_columns, usual_columns};
use rows::{bare_rows, dashed_rows, listed_content, quoted_rows};

pub(crate) use lanes::LANES;

/// "left: Inbox, Sent, Archive": names behind a side of the screen are the places that one goes to.
pub(super) fn places(reader: &mut Reader<'_>, from: usize) {
    const PLACES_MIN: usize = 3;
    const WORDS_MAX: usize = 2;
    if manner(reader, from) != Some(Manner::Capital) {
        return;
    }
    let (items, end) = items(reader, from, Manner::Capital, false);
    let short = items
        .iter()
        .all(|item| item.values.is_empty() && item.name.1 - item.name.0 <= WORDS_MAX);
    if items.len() < PLACES_MIN || !short {
        return;
    }
    for item in &items {
        emit(reader, item.name.0, item.name.1, Role::Tab);
    }
    for at in from..end {
        if reader.is_free(at) {
            reader.uses[at] = Use::Role;
        }
    }
}

/// `kanban board "Garden project": Plan, Dig`: what is quoted behind the word for the board is its name.
fn board_name(reader: &mut Reader<'_>) {
    const WITHIN: usize = 8;
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if !titled && let Some((from, to)) = told_name(reader) {
        emit(reader, from, to, Role::Title);
        return;
    }
    let named = (1..reader.len().min(WITHIN)).find(|&at| {
        reader.tokens[at].quote().is_some()
            && reader.is_free(at)
            && matches!(
                reader.key(at - 1),
                "board" | "kanban" | "called" | "named" | "titled" | "trello" | "project"
            )
    });
    let alone = reader.quoted.len() == 1
        || named.is_some_and(|at| {
            reader.sep(at + 1, Sep::Colon)
                || reader.sep(at + 1, Sep::Comma)
                || matches!(reader.key(at + 1), "with" | "board" | "columns" | "lanes")
        });
    if let Some(at) = named.filter(|_| !titled && alone) {
        let index = emit(reader, at, at + 1, Role::Title);
        reader.brief.literals[index].origin = crate::Origin::Quoted;
    }
}

/// "board Home renovation: Ideas (new lamps), Done (…)": capitals between the word for the board and the colon before its
/// first lane.
fn told_name(reader: &Reader<'_>) -> Option<(usize, usize)> {
    const WORDS_MAX: usize = 4;
    let board = (0..reader.len().min(6)).find(|&at| {
        matches!(reader.key(at), "board" | "kanban") && reader.key(at + 1) != "board"
    })?;
    let from = board + 1;
    let to = (from..reader.len()).find(|&at| reader.is_sep(at))?;
    let lane = (to + 1..reader.len()).find(|&at| reader.is_sep(at))?;
    let words = (from..to).all(|at| reader.is_free(at) && reader.tokens[at].quote().is_none());
    (reader.sep(to, Sep::Colon)
        && reader.sep(lane, Sep::Open)
        && (1..=WORDS_MAX).contains(&(to - from))
        && words
        && reader.is_capital(from))
    .then_some((from, to))
}

/// The name of a part with the words that lead to its items.
struct Head {
    /// Token of the first item.
    start: usize,
    kind: String,
    role: Role,
    /// Whether lower-case words after it are items.
    strong: bool,
    /// Whether the word names a part of a screen and not just any things.
    known: bool,
}

/// Claims every enumeration behind the name of a part.
pub(super) fn claim(reader: &mut Reader<'_>) {
    if reader.brief.genre == crate::Genre::Kanban {
        board_name(reader);
        parted_columns(reader);
        usual_columns(reader);
        columns_with_cards(reader);
    }
    tabs_before(reader);
    let mut at = 0;
    while at < reader.len() {
        match enumeration(reader, at) {
            Some((head, items, end)) => {
                // "shipping form (name, street)": what kind of form it is.
                let kind = head.kind == "field"
                    && at > 0
                    && reader.is_free(at - 1)
                    && reader.is_lower(at - 1)
                    && reader.tokens[at - 1].is_word()
                    && reader.key(at) == "form";
                reader.mark(at - usize::from(kind), head.start, Use::Role);
                push(reader, &head, &items);
                for i in head.start..end {
                    if reader.is_free(i) {
                        reader.uses[i] = Use::Role;
                    }
                }
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    listed_content(reader);
    quoted_rows(reader);
    dashed_rows(reader);
    bare_rows(reader);
}

/// "Upcoming / Past tabs", "All, Unread and Starred filters", "Profile, Billing in the sidebar": the name of the part behind
/// its items.
fn tabs_before(reader: &mut Reader<'_>) {
    for head in 2..reader.len() {
        let Some(end) = part_behind(reader, head) else {
            continue;
        };
        let items = capitals_before(reader, head);
        let Some(&(first, _)) = items.last().filter(|_| items.len() >= 2) else {
            continue;
        };
        let role = if reader.key(head) == "columns" {
            Role::Column
        } else {
            Role::Tab
        };
        reader.mark(first, end, Use::Role);
        for &(from, to) in items.iter().rev() {
            emit(reader, from, to, role);
        }
    }
}

/// Where a part that is named behind its items ends: "tabs", "in the left sidebar".
fn part_behind(reader: &Reader<'_>, head: usize) -> Option<usize> {
    let lower = reader.is_free(head) && reader.is_lower(head);
    let introduces = |end: usize| {
        reader.sep(end, Sep::Colon)
            || matches!(
                reader.key(end),
                "for" | "called" | "named" | "labelled" | "with"
            )
    };
    let end = match reader.key(head) {
        "tabs" | "filters" | "chips" | "segments" | "columns" => head + 1,
        "in" | "on" => {
            let mut at = head + 1;
            while matches!(
                reader.key(at),
                "the" | "a" | "left" | "right" | "top" | "bottom" | "side" | "main"
            ) {
                at += 1;
            }
            let bar = matches!(
                reader.key(at),
                "sidebar" | "navbar" | "navigation" | "nav" | "menu" | "tab"
            );
            let whole = usize::from(reader.key(at + 1) == "bar");
            (bar && at > head + 1).then_some(at + 1 + whole)?
        }
        _ => return None,
    };
    (lower && !introduces(end)).then_some(end)
}

/// The names right before `head`, the last one first: each begins with a capital, commas and "and" part them.
fn capitals_before(reader: &Reader<'_>, head: usize) -> Vec<(usize, usize)> {
    const WORDS_MAX: usize = 3;
    let joins = |at: usize| {
        reader.sep(at, Sep::Comma)
            || reader.sep(at, Sep::Slash)
            || matches!(reader.key(at), "and" | "&")
    };
    let named = |at: usize| {
        reader.is_free(at)
            && reader.tokens[at].is_word()
            && reader.tokens[at].quote().is_none()
            && !joins(at)
    };
    let mut items: Vec<(usize, usize)> = Vec::new();
    let mut to = head;
    loop {
        let mut from = to;
        while from > 0 && to - from < WORDS_MAX && named(from - 1) {
            from -= 1;
        }
        // "with tabs Home": small words that lead to a name are none of it.
        while from < to && !reader.is_capital(from) {
            from += 1;
        }
        if from == to {
            return items;
        }
        items.push((from, to));
        if from < 2 || !joins(from - 1) {
            return items;
        }
        to = from - 1;
    }
}

fn enumeration(reader: &Reader<'_>, at: usize) -> Option<(Head, Vec<Item>, usize)> {
    let head = head_at(reader, at)?;
    let manner = manner(reader, head.start)?;
    if manner == Manner::Lower && !head.strong {
        return None;
    }
    let (mut items, mut end) = items(reader, head.start, manner, names_people(&head.kind));
    if head.kind.contains("step") {
        end = measured_steps(reader, &mut items, end);
    }
    if let ([one], Role::Tab) = (&items[..], head.role)
        && runs_on(reader, one)
    {
        items = (one.name.0..one.name.1).map(Item::word).collect();
    }
    if let ([one], "feature" | "benefit" | "perk") = (&items[..], head.kind.as_str()) {
        let count = at
            .checked_sub(1)
            .and_then(|before| crate::numbers::count_at(&reader.tokens, before));
        let parted = features_in_a_row(reader, one, count.map(|(_, n)| n as usize));
        items = parted.unwrap_or(items);
    }
    // "form Email Password"
    if let ([one], Role::Field) = (&items[..], head.role) {
        let names = one.name.0..one.name.1;
        let asked = |at: usize| reader.is_capital(at) && super::asks_for(reader.key(at));
        if names.len() >= 2 && one.values.is_empty() && names.clone().all(asked) {
            items = names.map(Item::word).collect();
        }
    }
    if head.role == Role::Field {
        items = items
            .into_iter()
            .flat_map(|item| fields_in_a_row(reader, item))
            .collect();
    }
    let short = items
        .iter()
        .all(|item| item.name.1 - item.name.0 <= if manner == Manner::Lower { 4 } else { 9 });
    let plausible = match manner {
        Manner::Figure => items.len() >= if head.known { 2 } else { 3 },
        _ => short && items.len() >= 2,
    };
    plausible.then_some((head, items, end))
}

/// "Chop, Fry, 25 minutes simmer": a step may begin with its time; returns the token behind the last.
fn measured_steps(reader: &Reader<'_>, items: &mut Vec<Item>, mut end: usize) -> usize {
    use crate::tokens::Kind;
    while !items.is_empty() && reader.sep(end, Sep::Comma) {
        let from = end + 1;
        let timed = reader
            .tokens
            .get(from)
            .is_some_and(|token| matches!(token.kind, Kind::Number | Kind::Form(_)));
        let to = reader.clause_end(from);
        let words = to > from + 1
            && (from + 1..to).all(|at| reader.tokens[at].is_word())
            && (from..to).all(|at| reader.is_free(at) && reader.tokens[at].quote().is_none());
        if !(timed && words) {
            break;
        }
        items.push(Item {
            name: (from, to),
            values: Vec::new(),
        });
        end = to;
    }
    end
}

/// "features offline mode sharp search shared folders": names without a mark between them, each from its capital on where they
/// have some, else as many as were counted, else of two words each, or of one where there are three.
fn features_in_a_row(reader: &Reader<'_>, one: &Item, counted: Option<usize>) -> Option<Vec<Item>> {
    const SINGLE: usize = 3;
    const PAIRS: &[usize] = &[4, 6, 8];
    let words = one.name.0..one.name.1;
    let small = |at: usize| {
        reader.tokens[at].is_word()
            && reader.is_lower(at)
            && !crate::lexicon::lexicon().stops.contains_key(reader.key(at))
    };
    let n = words.len();
    let starts: Vec<usize> = words.clone().filter(|&at| reader.is_capital(at)).collect();
    let starts = if starts.len() >= 2 && starts[0] == words.start && starts.len() < n {
        starts
    } else {
        let each = counted
            .filter(|&count| count >= 2 && n.is_multiple_of(count))
            .map(|count| n / count)
            .or_else(|| (n == SINGLE).then_some(1))
            .or_else(|| PAIRS.contains(&n).then_some(2))?;
        words.clone().all(small).then_some(())?;
        words.clone().step_by(each).collect()
    };
    let ends = starts.iter().skip(1).copied().chain([words.end]);
    (one.values.is_empty() && starts.len() >= 2).then(|| {
        starts
            .iter()
            .zip(ends)
            .map(|(&from, to)| Item {
                name: (from, to),
                values: Vec::new(),
            })
            .collect()
    })
}

/// "Email Password": names of fields without a mark between them, each of one word.
fn fields_in_a_row(reader: &Reader<'_>, item: Item) -> Vec<Item> {
    const NAMES: &[&str] = &[
        "name", "email", "e-mail", "password", "username", "phone", "message", "subject", "city",
        "country",
    ];
    let words = item.name.0..item.name.1;
    let row = item.values.is_empty()
        && words.len() >= 2
        && words
            .clone()
            .all(|at| NAMES.contains(&reader.key(at)) && reader.is_capital(at));
    match row {
        true => words.map(Item::word).collect(),
        false => vec![item],
    }
}

/// "Home Search Loans Profile": places in a row without commas, each of one word.
fn runs_on(reader: &Reader<'_>, item: &Item) -> bool {
    const PLACES_MIN: usize = 3;
    /// Words that make a name of two with the word beside them ("My orders", "Sign in", "About us").
    const JOINING: &[&str] = &[
        "my", "our", "us", "new", "all", "sign", "log", "in", "up", "of", "the", "your",
    ];
    let mut words = item.name.0..item.name.1;
    item.values.is_empty()
        && words.len() >= PLACES_MIN
        && words.all(|at| reader.is_capital(at) && !JOINING.contains(&reader.key(at)))
}

/// Adds the items as literals, pairs and a list.
fn push(reader: &mut Reader<'_>, head: &Head, items: &[Item]) {
    let mut list = List {
        kind: head.kind.clone(),
        ..List::default()
    };
    let first = items.first().map_or(head.start, |item| item.name.0);
    let last = items.last().map_or(head.start, |item| item.name.1);
    list.span = reader.span(first, last);
    for item in items {
        // "topic dropdown": how a field is filled in is no part of its name.
        let mut name_to = item.name.1;
        while head.role == Role::Field
            && name_to > item.name.0 + 1
            && matches!(
                reader.key(name_to - 1),
                "dropdown" | "select" | "picker" | "textarea" | "selector" | "input" | "multiline"
            )
        {
            name_to -= 1;
        }
        let name = emit(reader, item.name.0, name_to, head.role);
        reader.mark(name_to, item.name.1, Use::Described);
        list.items.push(name);
        for (n, &(from, to)) in item.values.iter().enumerate() {
            let role = value_role(reader, from);
            let value = emit(reader, from, to, role);
            if n == 0 {
                reader.brief.pair(name, value);
            }
        }
    }
    reader.brief.lists.push(list);
}

fn value_role(reader: &Reader<'_>, at: usize) -> Role {
    match reader.form(at) {
        Some(FormKind::Price) => Role::Price,
        Some(FormKind::Time) => Role::Time,
        Some(FormKind::Date) => Role::Date,
        _ => Role::Value,
    }
}
