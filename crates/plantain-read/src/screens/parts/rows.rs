//! Rows that need no word before them: tasks of a list, names with figures, dashes or quotes.

use super::{Head, push};
use crate::reader::{Reader, Use};
use crate::screens::emit;
use crate::screens::items::{Manner, items, manner};
use crate::tokens::Sep;
use crate::{List, Role};

/// "grocery list app: Milk, Eggs, Bread (bought)": an app that is a list holds what its colon introduces.
pub(super) fn listed_content(reader: &mut Reader<'_>) {
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
    if list && let Some(stop) = headed_tasks(reader, colon + 1) {
        emit(reader, colon + 1, stop, Role::Title);
        lower_tasks(reader, stop + 1);
        return;
    }
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
    let people = (start..colon).any(|i| {
        matches!(
            reader.key(i),
            "contacts" | "contact" | "people" | "friends" | "members" | "guests" | "players"
        )
    });
    let head = Head {
        start: colon + 1,
        kind: if people { "contact" } else { "task" }.to_string(),
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

/// "todo app: Today. buy oat milk (done), call the landlord": where a heading of few words ends, if tasks in small letters
/// follow it.
fn headed_tasks(reader: &Reader<'_>, from: usize) -> Option<usize> {
    const WORDS_MAX: usize = 3;
    let stop = (from..reader.len().min(from + WORDS_MAX + 1)).find(|&i| reader.is_sep(i))?;
    let ends = reader.sep(stop, Sep::Stop) || reader.sep(stop, Sep::Line);
    let heads = stop > from && (from..stop).all(|i| reader.is_free(i)) && reader.is_capital(from);
    (ends && heads && reader.is_lower(stop + 1)).then_some(stop)
}

/// "todo app: buy milk ✅, call mom, finish report by Friday": tasks in lower case, each between its commas.
pub(super) fn lower_tasks(reader: &mut Reader<'_>, from: usize) {
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
pub(super) fn task_end(reader: &Reader<'_>, at: usize, to: usize) -> usize {
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

/// "Vitamin D 8:00, Ibuprofen 13:00": names with figures of one kind need no word before them.
pub(super) fn bare_rows(reader: &mut Reader<'_>) {
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
pub(super) fn dashed_rows(reader: &mut Reader<'_>) {
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
        reader.brief.pair(name, value);
        list.items.push(name);
    }
    reader.brief.lists.push(list);
}

/// "Tom Baker 'Invoice 4471', Lena Fox 'Lunch?'": names with what is quoted behind each.
pub(super) fn quoted_rows(reader: &mut Reader<'_>) {
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for quote in 1..reader.len() {
        if reader.tokens[quote].quote().is_none() || !reader.is_free(quote) {
            continue;
        }
        let mut from = quote;
        while from > 0
            && quote - from < 4
            && reader.is_free(from - 1)
            && reader.tokens[from - 1].is_word()
            && !crate::lexicon::lexicon()
                .stops
                .contains_key(reader.key(from - 1))
        {
            from -= 1;
        }
        // "Climbing crew": a name begins with its capital.
        while from < quote && !reader.is_capital(from) {
            from += 1;
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
        reader.brief.pair(name, text);
        list.items.push(name);
    }
    reader.brief.lists.push(list);
}
