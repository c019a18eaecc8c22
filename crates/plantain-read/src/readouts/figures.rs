//! The figures of a dashboard: their names, their values with units, how they changed.

use super::clauses::{Chunk, Clause, NAME_WORDS_MAX, Told, chunks, is_number, trimmed};
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Role, Span};

/// Tokens of a value with its unit, at most.
const VALUE_TOKENS_MAX: usize = 7;

/// The figures of a clause, each with its name: before it, behind it, or before the colon.
pub(super) fn figures(
    reader: &Reader<'_>,
    chunk: Chunk,
    before: Option<Chunk>,
    group: Option<String>,
) -> Option<Vec<Told>> {
    let mut out = Vec::new();
    let mut from = chunk.from;
    let end = Cut {
        ends: chunk.to,
        begins: chunk.to,
    };
    for (n, cut) in cuts(reader, chunk).into_iter().chain([end]).enumerate() {
        let part = Chunk {
            from,
            to: cut.ends,
            ..chunk
        };
        let before = before.filter(|_| n == 0);
        out.push(figure(reader, part, before, group.clone())?);
        from = cut.begins;
    }
    Some(out)
}

/// Where a figure ends and the name of the next begins.
#[derive(Debug, Clone, Copy)]
struct Cut {
    ends: usize,
    begins: usize,
}

/// Words between two numbers that belong to one figure.
const JOINTS: &[&str] = &[
    "of", "to", "out", "until", "x", "per", "from", "up", "down", "by", "vs", "than", "last",
    "since", "at", "in", "for", "ago",
];

/// "wind 12 km/h humidity 58% uv 6": where the names of further figures begin, when the first has its name before it.
fn cuts(reader: &Reader<'_>, chunk: Chunk) -> Vec<Cut> {
    let first = (chunk.from..chunk.to).find(|&at| is_number(reader, at));
    let named = |first: usize| {
        let (from, to) = trimmed(reader, chunk.from, first);
        from < to
    };
    let Some(mut last) = first.filter(|&first| named(first)) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for at in last + 1..chunk.to {
        if !is_number(reader, at) {
            continue;
        }
        let between = last + 1..at;
        let words = !between.is_empty()
            && between
                .clone()
                .all(|i| reader.tokens[i].is_word() && !JOINTS.contains(&reader.key(i)));
        if words {
            // "balance ₹12,450 recent Chai Point -₹120": a name in capitals begins at its first.
            let begins = between
                .clone()
                .find(|&i| reader.is_capital(i))
                .unwrap_or(between.start);
            let unit = |i: usize| lexicon().units.contains_key(reader.key(i));
            let ends = if (between.start..begins).all(unit) {
                begins
            } else {
                between.start
            };
            out.push(Cut { ends, begins });
        }
        last = at;
    }
    out
}

/// "on the road 31", "out of stock 6": a small word that tells where or how things stand is part of their name.
fn with_place(reader: &Reader<'_>, start: usize, from: usize) -> usize {
    const PLACES: &[&str] = &[
        "on", "in", "at", "out", "under", "over", "off", "to", "without", "below", "above", "im",
        "en", "em", "auf", "unter",
    ];
    let mut at = from;
    while at > start && matches!(reader.key(at - 1), "the" | "of") {
        at -= 1;
    }
    let leads =
        at > start && PLACES.contains(&reader.key(at - 1)) && reader.tokens[at - 1].is_word();
    let opens = |at: usize| at == start || matches!(reader.key(at - 1), "and" | "with" | "plus");
    if leads && opens(at - 1) { at - 1 } else { from }
}

/// One figure with its name.
fn figure(
    reader: &Reader<'_>,
    chunk: Chunk,
    before: Option<Chunk>,
    group: Option<String>,
) -> Option<Told> {
    let mut number = (chunk.from..chunk.to).find(|&at| is_number(reader, at))?;
    // "Sourdough 101 12k": the name of a row may end in a number of its own.
    let own = group.is_some()
        && number > chunk.from
        && number + 2 == chunk.to
        && reader.tokens[number].kind == Kind::Number
        && is_number(reader, number + 1);
    number += usize::from(own);
    let (from, name_to) = trimmed(reader, chunk.from, number);
    // "homework handed in 21/27": the small word belongs to its verb.
    let phrasal = name_to > from
        && name_to + 1 == number
        && matches!(reader.key(name_to), "in" | "out" | "up" | "off")
        && reader.key(name_to - 1).ends_with("ed");
    let name_to = name_to + usize::from(phrasal);
    let from = with_place(reader, chunk.from, from);
    let turn = (number + 1..chunk.to).find(|&at| {
        matches!(
            reader.key(at),
            "up" | "down" | "rising" | "falling" | "compared" | "vs"
        ) || matches!(reader.form(at), Some(FormKind::Percent))
            && reader
                .text(at, at + 1)
                .starts_with(['+', '-', '−', '▲', '▼'])
    });
    let mut value_to = turn.unwrap_or(chunk.to);
    // "read 20 min done": a state is drawn and not set.
    let state = value_to > number + 1
        && reader.brief.genre == crate::Genre::MobileApp
        && crate::states::state(reader.key(value_to - 1)).is_some();
    value_to -= usize::from(state);
    let change = turn.map(|at| reader.span(at, chunk.to));
    let clause = reader.span(chunk.from, chunk.to);
    let told = |label: Span, value: Span, group: Option<String>| Told {
        clause: clause.clone(),
        what: Clause::Figure {
            label,
            value,
            change: change.clone(),
            group,
        },
    };
    let value = reader.span(number, value_to);
    if value_to - number > VALUE_TOKENS_MAX {
        return None;
    }
    if from < name_to {
        let plain = (from..name_to)
            .all(|at| reader.tokens[at].is_word() || reader.is_sep(at) || own && at + 1 == number);
        return (plain && name_to - from <= NAME_WORDS_MAX)
            .then(|| told(reader.span(from, name_to), value, group));
    }
    // "uptime: 99.9 %"
    if let Some(before) = before {
        let (from, to) = trimmed(reader, before.from, before.to);
        if from < to && to - from <= NAME_WORDS_MAX {
            return Some(told(reader.span(from, to), value, None));
        }
    }
    // "12 400 visits", "6 of 40 beds free"
    let mut end = number + 1;
    while end < value_to && (is_number(reader, end) || reader.key(end) == "of") {
        end += 1;
    }
    let (from, to) = trimmed(reader, end, value_to);
    (from < to && to - from <= NAME_WORDS_MAX && from == end)
        .then(|| told(reader.span(from, to), reader.span(number, end), group))
}

/// Returns the clauses of a screen whose figures were lost or stand without their names, read anew.
pub(super) fn lost(reader: &Reader<'_>) -> Vec<Told> {
    let covered = |at: usize| {
        let span = &reader.tokens[at].span;
        reader
            .brief
            .literals
            .iter()
            .position(|l| l.span.start <= span.start && span.end <= l.span.end)
    };
    let mut out = Vec::new();
    for chunk in chunks(reader) {
        // "onboarding screen 2 of 4", "wallet app balance ₹12": words for the screen name no figure, and a number right
        // behind them counts screens.
        let named = (chunk.from..chunk.to)
            .rev()
            .find(|&at| reader.uses[at] == Use::Genre);
        let from = named.map_or(chunk.from, |at| at + 1);
        if from == chunk.to || named.is_some() && is_number(reader, from) {
            continue;
        }
        let chunk = Chunk { from, ..chunk };
        let numbers: Vec<usize> = (chunk.from..chunk.to)
            .filter(|&at| is_number(reader, at))
            .collect();
        let quoted = (chunk.from..chunk.to).any(|at| reader.tokens[at].quote().is_some());
        if numbers.is_empty() || quoted || chunk.bracket || is_instruction(reader, chunk) {
            continue;
        }
        let literals: Vec<usize> = numbers.iter().filter_map(|&at| covered(at)).collect();
        let (from, to) = trimmed(reader, chunk.from, numbers[0]);
        let unnamed = |literal: &usize| {
            let told = reader.brief.pairs.iter().any(|pair| pair.value == *literal);
            let role = reader.brief.literals[*literal].role;
            !told && matches!(role, Role::Value | Role::Text | Role::Price)
        };
        let bare =
            from < to && (from..to).all(|at| covered(at).is_none()) && literals.iter().any(unnamed);
        // "no sugar day 14" is no "sugar day".
        let words = reader.text(from, to).to_lowercase();
        let shortened = from < to
            && reader.brief.pairs.iter().any(|pair| {
                let label = pair.label_text.to_lowercase();
                pair.label.is_none()
                    && literals.contains(&pair.value)
                    && label.len() < words.len()
                    && words.ends_with(&label)
            });
        // "₹12,450 recent Chai Point": a text that runs from one figure to the name of the next.
        let runs_on = cuts(reader, chunk).into_iter().any(|cut| {
            let start = reader.tokens[cut.begins].span.start;
            literals.iter().any(|&literal| {
                let span = &reader.brief.literals[literal].span;
                span.start < start && start < span.end
            })
        });
        let head = chunk.leads && from == to;
        if (literals.len() < numbers.len() || bare || shortened || runs_on) && !head {
            out.extend(figures(reader, chunk, None, None).unwrap_or_default());
        }
    }
    out
}

/// "revenue $48k (…": a figure before a bracket, not a head.
pub(super) fn is_named_figure(reader: &Reader<'_>, chunk: Chunk) -> bool {
    if !reader.sep(chunk.to, Sep::Open) {
        return false;
    }
    // "4 risks (2 high)": one remark in the bracket, where "3 hives (A 12 kg, B 9 kg)" holds several.
    let alone = (chunk.to..reader.len())
        .find(|&at| reader.sep(at, Sep::Close) || reader.sep(at, Sep::Comma))
        .is_some_and(|at| reader.sep(at, Sep::Close));
    let first = chunk.from + usize::from(!alone);
    (first..chunk.to).any(|at| is_number(reader, at))
}

/// "(+12%)" behind a figure: how it changed.
pub(super) fn take_change(reader: &Reader<'_>, chunk: Chunk, out: &mut [Told]) -> bool {
    let Some(Told {
        clause,
        what: Clause::Figure { change, .. },
    }) = out.last_mut()
    else {
        return false;
    };
    if change.is_some() {
        return false;
    }
    // "(Revenue $82,400, Orders 1,204)": what stands in a bracket of its own is another figure.
    let opens = chunk.from > 0 && reader.sep(chunk.from - 1, Sep::Open);
    let behind = opens && reader.tokens[chunk.from - 1].span.start >= clause.end;
    let between = reader
        .prompt
        .get(clause.end..reader.tokens[chunk.from].span.start)
        .unwrap_or(",");
    if !behind || !between.trim().trim_start_matches('(').is_empty() {
        return false;
    }
    let span = reader.span(chunk.from, chunk.to);
    clause.end = span.end;
    *change = Some(span);
    true
}

/// "4 kpi cards", "16:9", "last 30 days": numbers that are none of the content.
pub(super) fn is_instruction(reader: &Reader<'_>, chunk: Chunk) -> bool {
    let numbers: Vec<usize> = (chunk.from..chunk.to)
        .filter(|&at| is_number(reader, at))
        .collect();
    let counted = numbers.len() == 1
        && (numbers[0] == chunk.from
            || matches!(reader.uses[chunk.from], Use::Carrier)
            || matches!(reader.key(chunk.from), "a" | "an" | "the"))
        && (numbers[0] + 1..chunk.to).any(|at| {
            lexicon().components.at(&reader.tokens, at).is_some()
                || crate::screens::is_layout(reader.key(at))
        });
    let period = numbers.first().is_some_and(|&at| {
        let led = at > chunk.from;
        led && matches!(reader.key(at - 1), "last" | "past" | "next" | "top")
            || led && reader.key(at - 1) == "in" && at - 1 == chunk.from
    });
    counted || period
}
