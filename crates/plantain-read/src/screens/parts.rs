//! Enumerations behind the name of a part: "columns Backlog, Doing and Done", "messages from Ana, Ben and the Post".

use super::emit;
use super::items::{Item, Manner, items, manner};
use crate::forms::FormKind;
use crate::lexicon::{Policy, lexicon};
use crate::literals::singular;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Sep};
use crate::{List, Pair, Role};

/// Words between a part's name and its first item, at most.
const CONNECTORS_MAX: usize = 5;

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
        parted_columns(reader);
        usual_columns(reader);
        columns_with_cards(reader);
    }
    tabs_before(reader);
    let mut at = 0;
    while at < reader.len() {
        match enumeration(reader, at) {
            Some((head, items, end)) => {
                reader.mark(at, head.start, Use::Role);
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

/// "New / Open / Solved": on a board the names that slashes or bars part are its columns.
fn parted_columns(reader: &mut Reader<'_>) {
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
fn usual_columns(reader: &mut Reader<'_>) {
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
            let lane = (from..end).find(|&i| {
                let led = i == from || is_connector(reader.key(i - 1));
                led && LANES.contains(&reader.text(i, end).to_lowercase().as_str())
            });
            found.extend(lane.map(|lane| (lane, end)));
        }
        at = end + 1;
    }
    if found.len() >= 2 {
        for (from, end) in found {
            emit(reader, from, end, Role::Column);
        }
    }
}

/// "Upcoming / Past tabs", "All, Unread and Starred filters": the name of the part behind its items.
fn tabs_before(reader: &mut Reader<'_>) {
    for head in 2..reader.len() {
        let named = reader.is_free(head)
            && reader.is_lower(head)
            && matches!(
                reader.key(head),
                "tabs" | "filters" | "chips" | "segments" | "columns"
            );
        let free = |at: usize| reader.is_free(at) && reader.tokens[at].is_word();
        let introduces = reader.sep(head + 1, Sep::Colon)
            || matches!(
                reader.key(head + 1),
                "for" | "called" | "named" | "labelled"
            );
        if !named || !free(head - 1) || !reader.is_capital(head - 1) || introduces {
            continue;
        }
        // Backwards: items of capitals, parted by commas and "and".
        let mut items: Vec<(usize, usize)> = Vec::new();
        let mut to = head;
        loop {
            let mut from = to;
            while from > 0 && to - from < 3 && free(from - 1) && reader.is_capital(from - 1) {
                from -= 1;
            }
            if from == to {
                break;
            }
            items.push((from, to));
            let joint = from > 0
                && (reader.sep(from - 1, Sep::Comma)
                    || matches!(reader.key(from - 1), "and" | "&"));
            if !joint || from < 2 {
                break;
            }
            to = from - 1;
        }
        if items.len() < 2 {
            continue;
        }
        let role = if reader.key(head) == "columns" {
            Role::Column
        } else {
            Role::Tab
        };
        reader.mark(items[items.len() - 1].0, head + 1, Use::Role);
        for &(from, to) in items.iter().rev() {
            emit(reader, from, to, role);
        }
    }
}

/// "grocery list app: Milk, Eggs, Bread (bought)": an app that is a list holds what its colon introduces.
fn listed_content(reader: &mut Reader<'_>) {
    let Some(colon) = (0..reader.len().min(16)).find(|&i| reader.sep(i, Sep::Colon)) else {
        return;
    };
    let start = reader.clause_start(colon);
    let list = (start..colon).any(|i| {
        matches!(
            reader.key(i),
            "list"
                | "checklist"
                | "reminders"
                | "todo"
                | "to-do"
                | "todos"
                | "tasks"
                | "task"
                | "chores"
                | "errands"
                | "groceries"
                | "habits"
        )
    });
    if list && manner(reader, colon + 1) != Some(Manner::Capital) {
        lower_tasks(reader, colon + 1);
        return;
    }
    if !list {
        return;
    }
    let (items, end) = items(reader, colon + 1, Manner::Capital, false);
    if items.len() < 3 {
        return;
    }
    let head = Head {
        start: colon + 1,
        kind: "task".to_string(),
        role: Role::Item,
        strong: true,
        known: false,
    };
    push(reader, &head, &items);
    for i in colon + 1..end {
        if reader.is_free(i) {
            reader.uses[i] = Use::Role;
        }
    }
}

/// "todo app: buy milk ✅, call mom, finish report by Friday": tasks in lower case, each between its commas.
fn lower_tasks(reader: &mut Reader<'_>, from: usize) {
    let end = (from..reader.len())
        .find(|&i| {
            [Sep::Stop, Sep::Line, Sep::Semi]
                .iter()
                .any(|sep| reader.sep(i, *sep))
                || matches!(reader.key(i), "button" | "style" | "background" | "theme")
        })
        .unwrap_or(reader.len());
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut at = from;
    while at < end {
        let to = (at..end)
            .find(|&i| reader.sep(i, Sep::Comma) || reader.sep(i, Sep::Mark))
            .unwrap_or(end);
        let mut last = task_end(reader, at, to);
        while last > at
            && !(reader.tokens[last - 1].is_wordlike() || reader.form(last - 1).is_some())
        {
            last -= 1;
        }
        let mut first = at;
        while first < last && !(reader.tokens[first].is_wordlike() || reader.form(first).is_some())
        {
            first += 1;
        }
        let free = (first..last).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none());
        if first < last && free && last - first <= 8 {
            runs.push((first, last));
        }
        at = to + 1;
    }
    if runs.len() < 2 {
        return;
    }
    let mut list = List {
        kind: "task".to_string(),
        span: reader.span(runs[0].0, runs[runs.len() - 1].1),
        ..List::default()
    };
    for (first, last) in runs {
        list.items.push(emit(reader, first, last, Role::Item));
    }
    reader.brief.lists.push(list);
}

/// "buy bread (done)": a state in brackets is drawn and not set.
fn task_end(reader: &Reader<'_>, at: usize, to: usize) -> usize {
    let Some(open) = (at + 1..to).find(|&i| reader.sep(i, Sep::Open)) else {
        return to;
    };
    let close = (open + 1..to)
        .find(|&i| reader.sep(i, Sep::Close))
        .unwrap_or(to);
    let own = reader.text(open + 1, close).to_lowercase();
    let state =
        crate::states::state(&own).or_else(|| crate::states::state(&reader.keys(open + 1, close)));
    if state.is_some() { open } else { to }
}

/// "To Do (Draft brief, Call supplier), Done (Kickoff)": columns with their cards in brackets.
fn columns_with_cards(reader: &mut Reader<'_>) {
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

/// "Vitamin D 8:00, Ibuprofen 13:00": names with figures of one kind need no word before them.
fn bare_rows(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        let opens = at == 0
            || reader.is_sep(at - 1)
            || matches!(
                reader.key(at - 1),
                "with" | "showing" | "including" | "for" | "via"
            );
        if !opens || manner(reader, at) != Some(Manner::Capital) {
            continue;
        }
        let (items, end) = items(reader, at, Manner::Capital, false);
        let valued = items
            .iter()
            .filter(|item| {
                item.values
                    .first()
                    .is_some_and(|value| reader.form(value.0).is_some())
            })
            .count();
        let kinds: Vec<_> = items
            .iter()
            .filter_map(|item| reader.form(item.values.first()?.0))
            .collect();
        let alike = kinds.windows(2).all(|pair| pair[0] == pair[1]);
        let short = items.iter().all(|item| item.name.1 - item.name.0 <= 6);
        if items.len() < 2 || valued < 2 || valued * 2 < items.len() || !alike || !short {
            continue;
        }
        let head = Head {
            start: at,
            kind: "item".to_string(),
            role: Role::Item,
            strong: true,
            known: false,
        };
        push(reader, &head, &items);
        for i in at..end {
            if reader.is_free(i) {
                reader.uses[i] = Use::Role;
            }
        }
    }
}

/// "Ida Holm - Founder, Raj Patel - Engineer": names with what stands behind a dash.
fn dashed_rows(reader: &mut Reader<'_>) {
    let mut rows: Vec<(usize, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        // A dash parts no row from the next.
        let end = (at..reader.len())
            .find(|&i| {
                [Sep::Comma, Sep::Semi, Sep::Stop, Sep::Line, Sep::Colon]
                    .iter()
                    .any(|sep| reader.sep(i, *sep))
            })
            .unwrap_or(reader.len());
        let dash = (at + 1..end).find(|&i| {
            reader.sep(i, Sep::Dash) && reader.tokens[i - 1].span.end < reader.tokens[i].span.start
        });
        if let Some(dash) = dash {
            let words = |from: usize, to: usize| {
                from < to
                    && to - from <= 4
                    && (from..to).all(|i| {
                        reader.is_free(i)
                            && reader.tokens[i].is_word()
                            && reader.tokens[i].quote().is_none()
                    })
            };
            if words(at, dash) && words(dash + 1, end) && reader.is_capital(at) {
                rows.push((at, dash, end));
            }
        }
        at = end + 1;
    }
    if rows.len() < 2 {
        return;
    }
    let mut list = List {
        kind: "member".to_string(),
        span: reader.span(rows[0].0, rows[rows.len() - 1].2),
        ..List::default()
    };
    for (from, dash, end) in rows {
        let name = emit(reader, from, dash, Role::Item);
        let value = emit(reader, dash + 1, end, Role::Value);
        let label_text = reader.brief.literals[name].text.clone();
        reader.brief.pairs.push(Pair {
            label: Some(name),
            label_text,
            value,
        });
        list.items.push(name);
    }
    reader.brief.lists.push(list);
}

/// "Tom Baker 'Invoice 4471', Lena Fox 'Lunch?'": names with what is quoted behind each.
fn quoted_rows(reader: &mut Reader<'_>) {
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for quote in 1..reader.len() {
        if reader.tokens[quote].quote().is_none() || !reader.is_free(quote) {
            continue;
        }
        let mut from = quote;
        while from > 0
            && quote - from < 4
            && reader.is_free(from - 1)
            && reader.is_capital(from - 1)
            && reader.tokens[from - 1].is_word()
        {
            from -= 1;
        }
        let opens = from == 0
            || reader.sep(from - 1, Sep::Comma)
            || reader.sep(from - 1, Sep::Colon)
            || reader.sep(from - 1, Sep::Line)
            || reader.sep(from - 1, Sep::Dash)
            || matches!(reader.key(from - 1), "from" | "and" | "by");
        if from < quote && opens {
            rows.push((from, quote));
        }
    }
    if rows.len() < 2 {
        return;
    }
    let mut list = List {
        kind: "item".to_string(),
        span: reader.span(rows[0].0, rows[rows.len() - 1].1 + 1),
        ..List::default()
    };
    for (from, quote) in rows {
        let name = emit(reader, from, quote, Role::Person);
        let text = emit(reader, quote, quote + 1, Role::Text);
        reader.brief.literals[text].origin = crate::Origin::Quoted;
        reader.brief.literals[text].role = Role::Body;
        let label_text = reader.brief.literals[name].text.clone();
        reader.brief.pairs.push(Pair {
            label: Some(name),
            label_text,
            value: text,
        });
        list.items.push(name);
    }
    reader.brief.lists.push(list);
}

fn enumeration(reader: &Reader<'_>, at: usize) -> Option<(Head, Vec<Item>, usize)> {
    let head = head_at(reader, at)?;
    let manner = manner(reader, head.start)?;
    if manner == Manner::Lower && !head.strong {
        return None;
    }
    let (items, end) = items(reader, head.start, manner, names_people(&head.kind));
    let short = items
        .iter()
        .all(|item| item.name.1 - item.name.0 <= if manner == Manner::Lower { 4 } else { 9 });
    let plausible = match manner {
        Manner::Figure => items.len() >= if head.known { 2 } else { 3 },
        _ => short && items.len() >= 2,
    };
    plausible.then_some((head, items, end))
}

/// The name of a part at `at`, if words that introduce items follow.
fn head_at(reader: &Reader<'_>, at: usize) -> Option<Head> {
    let usable = |i: usize| matches!(reader.uses[i], Use::Free | Use::Genre);
    let token = reader
        .tokens
        .get(at)
        .filter(|token| token.is_word() && usable(at))?;
    let opens = at == reader.clause_start(at);
    if token.case != Case::Lower && !opens {
        return None;
    }
    let known = lexicon()
        .roles
        .at_with(&reader.tokens, at, usable)
        .filter(|(_, word)| word.policy == Policy::Many);
    // "form with Email, Password".
    let form = matches!(reader.key(at), "form" | "card" | "modal")
        && matches!(reader.key(at + 1), "with" | "asking" | "for")
        && fields_follow(reader, at + 2);
    if form {
        return Some(Head {
            start: at + 2,
            kind: "field".to_string(),
            role: Role::Field,
            strong: true,
            known: true,
        });
    }
    // "notifications tab: email alerts on, weekly digest off": what stands under the tab, not the tabs.
    let titled = matches!(reader.key(at), "tab" | "section" | "panel" | "page")
        && at > reader.clause_start(at)
        && reader.sep(at + 1, Sep::Colon)
        && reader.brief.genre == crate::Genre::Settings;
    if titled {
        return Some(Head {
            start: at + 2,
            kind: "setting".to_string(),
            role: Role::Item,
            strong: true,
            known: true,
        });
    }
    let counted = at > 0 && crate::numbers::count_at(&reader.tokens, at - 1).is_some();
    if counted
        && !reader.sep(at + 1, Sep::Colon)
        && reader.is_lower(at + 1)
        && !is_connector(reader.key(at + 1))
    {
        // "2 years old": the number's own noun.
        return None;
    }
    let (len, role, known) = match known {
        Some((len, word)) => (len, word.role, true),
        None if reader.is_free(at) && is_plural(reader, at) => (1, Role::Item, false),
        // "choose barber Alex, Marco or Jin".
        None if reader.is_free(at) && offers_choice(reader, at) => (1, Role::Item, false),
        None => return None,
    };
    let words = reader.keys(at, at + len);
    // "a list of conversations Anna, Ben": the second word names the items.
    let of = at + len + usize::from(reader.key(at + len) == "of");
    if words.starts_with("list") && of > at + 1 && is_plural(reader, of) {
        return None;
    }
    let (start, connectors) = connectors(reader, at + len);
    let sender = matches!(
        words.as_str(),
        "messages" | "emails" | "mails" | "notifications" | "calls" | "chats" | "conversations"
    );
    let from_people = sender && connectors.iter().any(|key| matches!(*key, "from" | "with"));
    if connectors.contains(&"from") && !from_people {
        return None;
    }
    let weak = ["for", "with", "of", "from", "the", "are"];
    let said = connectors.iter().any(|key| !weak.contains(key));
    let direct = start == at + len;
    // "Christmas Candle $24, …": the first word of a name that happens to end as plurals do.
    if direct && !known && token.case != Case::Lower && reader.is_capital(start) {
        return None;
    }
    // "toggles for sound and light": the parts of a screen take their names from what follows.
    let named_for = known && connectors.contains(&"for") || is_control(&words);
    let kind = if from_people {
        "sender".to_string()
    } else {
        singular(&words)
    };
    let role = match role {
        _ if from_people => Role::Person,
        Role::Text => Role::Item,
        other => other,
    };
    (start < reader.len()).then_some(Head {
        start,
        kind,
        role,
        strong: said || named_for || known && direct,
        known,
    })
}

/// Whether a singular noun leads a choice: a verb of choosing before it, names right behind it.
fn offers_choice(reader: &Reader<'_>, at: usize) -> bool {
    let chosen = at > 0
        && (matches!(
            reader.key(at - 1),
            "choose" | "pick" | "select" | "your" | "a" | "the" | "book"
        ) || at > 1 && matches!(reader.key(at - 2), "choose" | "pick" | "select"));
    chosen
        && reader.is_capital(at + 1)
        && !lexicon().stops.contains_key(reader.key(at))
        && lexicon().components.at(&reader.tokens, at).is_none()
        && lexicon().genres.at(&reader.tokens, at).is_none()
        && lexicon().roles.at(&reader.tokens, at).is_none()
        && reader.clause_end(at) < at + 5
}

/// Parts whose items are their labels.
fn is_control(words: &str) -> bool {
    matches!(
        words,
        "toggles"
            | "switches"
            | "tabs"
            | "fields"
            | "inputs"
            | "columns"
            | "lanes"
            | "checkboxes"
            | "chips"
            | "filters"
            | "options"
            | "chip"
            | "filter"
            | "sliders"
            | "widgets"
            | "categories"
    )
}

/// Whether names of fields follow.
fn fields_follow(reader: &Reader<'_>, at: usize) -> bool {
    // "form with card number, expiry, CVC": small letters do where a list follows.
    let listed = reader.sep(reader.clause_end(at), Sep::Comma);
    (reader.is_capital(at) || listed)
        && matches!(
            reader.key(at),
            "email"
                | "e-mail"
                | "name"
                | "first"
                | "full"
                | "username"
                | "user"
                | "password"
                | "phone"
                | "your"
                | "date"
                | "address"
                | "company"
                | "message"
                | "subject"
                | "last"
                | "card"
                | "street"
                | "zip"
                | "city"
                | "country"
        )
}

/// Words that may stand between the name of a part and its items.
fn is_connector(key: &str) -> bool {
    matches!(
        key,
        "for"
            | "like"
            | "such"
            | "as"
            | "including"
            | "named"
            | "called"
            | "labelled"
            | "labeled"
            | "with"
            | "from"
            | "of"
            | "are"
            | "the"
            | "following"
            | "titled"
            | "saying"
            | "being"
    )
}

/// Lists whose items are people, perhaps with what they are.
fn names_people(kind: &str) -> bool {
    matches!(
        kind,
        "member"
            | "team member"
            | "team"
            | "row"
            | "user"
            | "employee"
            | "speaker"
            | "barber"
            | "doctor"
            | "agent"
            | "driver"
            | "contact"
            | "player"
            | "teacher"
            | "coach"
            | "staff"
            | "customer"
            | "candidate"
    )
}

/// Whether a word is a plural noun, by the vocabulary or else by its looks: "canvas" is none.
fn is_plural(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    if let Some(noun) = lexicon().nouns.get(key) {
        return noun.plural && key != "people";
    }
    let stem = singular(key);
    key.len() > 3
        && key.ends_with('s')
        && !key.ends_with("ss")
        && !key.ends_with("us")
        && !key.ends_with("is")
        && !lexicon().stops.contains_key(key)
        && (!lexicon().verbs.contains_key(key) || reader.sep(at + 1, Sep::Colon))
        && stem != key
}

/// Skips the words between a part's name and its items; returns them too (a colon or bracket as ":").
fn connectors<'r>(reader: &'r Reader<'_>, from: usize) -> (usize, Vec<&'r str>) {
    let mut at = from;
    let mut found = Vec::new();
    while at < from + CONNECTORS_MAX {
        let key = reader.key(at);
        let word = reader.is_lower(at) && is_connector(key);
        let opened = reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Open);
        let line = reader.sep(at, Sep::Line) && found.last() == Some(&":");
        let bullet = (reader.sep(at, Sep::Dash) || reader.sep(at, Sep::Other)) && at > from;
        if word {
            found.push(key);
        } else if opened {
            found.push(":");
        } else if !(line || bullet) {
            break;
        }
        at += 1;
    }
    (at, found)
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
        let name = emit(reader, item.name.0, item.name.1, head.role);
        list.items.push(name);
        for (n, &(from, to)) in item.values.iter().enumerate() {
            let role = value_role(reader, from);
            let value = emit(reader, from, to, role);
            if n == 0 {
                let label_text = reader.brief.literals[name].text.clone();
                reader.brief.pairs.push(Pair {
                    label: Some(name),
                    label_text,
                    value,
                });
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
