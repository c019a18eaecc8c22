//! Events with their dates, in order: timelines and road maps.

use super::content::{Content, Run, cut, is_instruction, spaced_dash, trim, without_wish};
use super::emit;
use crate::forms::{FormKind, is_month, is_weekday};
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};
use crate::{List, Role};

/// An event: its date, if it has one, and what happened.
#[derive(Debug, Clone, Copy)]
struct Event {
    date: Option<Run>,
    text: Run,
}

/// Reads events; returns whether there are at least two.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    let content = &titled(reader, content);
    let hard = |reader: &Reader<'_>, at: usize| {
        reader.sep(at, Sep::Semi) || reader.sep(at, Sep::Line) || reader.sep(at, Sep::Stop)
    };
    let mut parts = cut(reader, (content.from, content.to), hard);
    parts.retain(|&part| !is_instruction(reader, part));
    let dated = parts.iter().filter(|part| has_date(reader, **part)).count();
    // Sentences that each tell one event are whole; otherwise commas part the events.
    let several = parts
        .iter()
        .filter(|part| date_starts(reader, **part).len() > 1)
        .count();
    if parts.len() < 3 || several > 0 || dated < 2 {
        parts = parts
            .into_iter()
            .flat_map(|part| at_commas(reader, part))
            .collect();
    }
    parts = parts
        .into_iter()
        .flat_map(|part| at_dates(reader, part))
        .collect();
    head_off(reader, &mut parts);
    let events: Vec<Event> = parts
        .into_iter()
        .filter(|&part| !is_instruction(reader, part))
        .map(|part| (part.0, without_wish(reader, part)))
        .filter_map(|part| event(reader, part))
        .collect();
    let mut events = events;
    drop_manner(reader, &mut events);
    if events.len() < 2 {
        return false;
    }
    // "The history of flight. 1783 – …": what comes without a date before dated events is the title.
    let inside = has_date(reader, events[0].text);
    let led = events[0].date.is_none()
        && !inside
        && events.len() > 2
        && events[1..].iter().all(|event| event.date.is_some());
    if led
        && !reader
            .brief
            .literals
            .iter()
            .any(|literal| literal.role == Role::Title)
    {
        let head = events.remove(0);
        emit(reader, head.text, Role::Title);
    }
    let mut list = List {
        kind: "event".into(),
        ..List::default()
    };
    for event in events {
        list.items.push(tell(reader, event));
    }
    reader.brief.lists.push(list);
    true
}

/// "2019 5G\nzig zag up/down, one icon each": a last line in small letters without a date, where all others have one, tells how it
/// is drawn.
fn drop_manner(reader: &mut Reader<'_>, events: &mut Vec<Event>) {
    const DATED_MIN: usize = 3;
    let Some((last, others)) = events.split_last() else {
        return;
    };
    let (from, to) = last.text;
    let apart = from > 0 && (reader.sep(from - 1, Sep::Line) || reader.sep(from - 1, Sep::Stop));
    let plain = (from..to).all(|at| !reader.is_capital(at) && reader.tokens[at].quote().is_none());
    let dated = others.len() >= DATED_MIN && others.iter().all(|event| event.date.is_some());
    if last.date.is_none() && apart && plain && dated {
        reader.mark(from, to, crate::reader::Use::Described);
        events.pop();
    }
}

/// `2021 "Founded", 2024 "First office"`: whether dates outside the quotes lead to at least two texts in them.
pub(super) fn dates_lead_quotes(reader: &Reader<'_>, run: Run) -> bool {
    let quoted = |at: usize| {
        reader
            .tokens
            .get(at)
            .is_some_and(|token| token.quote().is_some())
    };
    let leads = |at: &usize| {
        let mut next = at + date_len(reader, *at, run.1);
        while next < run.1 && (reader.sep(next, Sep::Colon) || spaced_dash(reader, next)) {
            next += 1;
        }
        next > *at && quoted(next)
    };
    let quotes = (run.0..run.1).filter(|&at| quoted(at)).count();
    let starts = date_starts(reader, run);
    let led = starts.iter().filter(|at| leads(at)).count();
    led >= 2 && led + 1 >= quotes
}

/// "history of the bicycle 1817 draisine, 1863 velocipede": words before the first of dates that all lead their events are the
/// title.
fn head_off(reader: &mut Reader<'_>, parts: &mut [Run]) {
    let leads = |part: Run| date_len(reader, trim(reader, part).0, part.1) > 0;
    let Some((first, rest)) = parts.split_first_mut() else {
        return;
    };
    let run = trim(reader, *first);
    let date = (run.0 + 2..run.1).find(|&at| date_len(reader, at, run.1) > 0);
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    let Some(date) =
        date.filter(|_| !titled && rest.len() >= 2 && rest.iter().all(|&part| leads(part)))
    else {
        return;
    };
    let told = date + date_len(reader, date, run.1) < run.1;
    let words = (run.0..date).all(|at| reader.tokens[at].is_word())
        && !BEFORE_DATE.contains(&reader.key(date - 1));
    if told && words {
        emit(reader, (run.0, date), Role::Title);
        first.0 = date;
    }
}

/// "timeline company: 2015 founded …": what stands before a colon and has no date of its own is the title; returns the rest.
fn titled(reader: &mut Reader<'_>, content: &Content) -> Content {
    let mut rest = content.clone();
    let colon =
        (content.from + 1..content.to.min(content.from + 6)).find(|&at| reader.sep(at, Sep::Colon));
    let Some(colon) = colon else { return rest };
    let head = trim(reader, (content.from, colon));
    // "w/ coloured bands left to right: …": how it is drawn is no title.
    if matches!(reader.key(head.0), "with" | "w/" | "using") && reader.is_lower(head.0) {
        reader.mark(head.0, head.1, crate::reader::Use::Described);
        rest.from = colon + 1;
        return rest;
    }
    // "company timeline horizontal: …": how it is to be drawn is no title.
    let drawn = |at: usize| {
        matches!(
            reader.key(at),
            "horizontal" | "vertical" | "landscape" | "portrait" | "horizontally"
        )
    };
    let steers = head.0 < head.1 && is_instruction(reader, head);
    if head.0 < head.1 && (head.0..head.1).all(drawn) || steers {
        rest.from = colon + 1;
        return rest;
    }
    // "3 phases: Phase 1 Research": how many there are is no title.
    let counted = crate::numbers::count_at(&reader.tokens, head.0).is_some_and(|_| {
        matches!(
            reader.key(head.1.saturating_sub(1)),
            "phases"
                | "phase"
                | "stages"
                | "steps"
                | "milestones"
                | "events"
                | "weeks"
                | "quarters"
                | "years"
        )
    });
    if counted {
        rest.from = colon + 1;
        return rest;
    }
    // "Apollo 11: July 16 launch": a name may end in its number.
    let words = (head.0..head.1).all(|at| {
        reader.tokens[at].is_word()
            || at > head.0 && reader.tokens[at].kind == Kind::Number && !is_year(reader.key(at))
    });
    // "roadmap 2026: Q1 beta, …": a year before stages is what they are of.
    let year = head.1 == head.0 + 1
        && is_year(reader.key(head.0))
        && reader.tokens[head.0].kind == Kind::Number;
    let staged = has_date(reader, (colon + 1, reader.clause_end(colon + 1)));
    let known = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if year && staged && !known {
        emit(reader, head, Role::Title);
        rest.from = colon + 1;
        return rest;
    }
    let dated = has_date(reader, (content.from, colon))
        || !has_date(reader, (colon + 1, reader.clause_end(colon + 1)));
    let structure = matches!(
        reader.key(head.0),
        "events" | "event" | "dates" | "milestones" | "steps" | "phases"
    );
    let known = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if !words || dated || head.0 >= head.1 {
        return rest;
    }
    rest.from = colon + 1;
    if !structure && !known && content.topic.is_none() {
        let title = emit(reader, head, Role::Title);
        let text = crate::literals::capitalized(&reader.brief.literals[title].text);
        reader.brief.literals[title].text = text;
    }
    rest
}

/// Cuts at commas and arrows, and before the "and" that leads to the last event; what has no date goes with the event before it.
fn at_commas(reader: &Reader<'_>, part: Run) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let pieces = cut(reader, part, |reader, at| {
        reader.sep(at, Sep::Comma)
            || reader.sep(at, Sep::Arrow)
            || matches!(reader.key(at), "and" | "then" | "followed")
                && has_date(reader, (at + 1, reader.clause_end(at).min(part.1)))
                && has_date(reader, (part.0.max(reader.clause_start(at)), at))
    });
    let dated = pieces
        .iter()
        .filter(|piece| has_date(reader, **piece))
        .count();
    let mixed = dated * 3 >= pieces.len() * 2;
    for piece in pieces {
        match runs.last_mut() {
            Some(last) if mixed && !has_date(reader, piece) && has_date(reader, *last) => {
                last.1 = piece.1;
            }
            _ => runs.push(piece),
        }
    }
    runs
}

/// "1492 Columbus 1776 Independence": cuts before every date but the first.
fn at_dates(reader: &Reader<'_>, part: Run) -> Vec<Run> {
    let starts = date_starts(reader, part);
    if starts.len() < 2 || starts[0] != trim(reader, part).0 {
        return vec![part];
    }
    let mut runs = Vec::new();
    for (n, &start) in starts.iter().enumerate() {
        runs.push((start, starts.get(n + 1).copied().unwrap_or(part.1)));
    }
    runs
}

/// Tokens at which dates begin that could open an event.
fn date_starts(reader: &Reader<'_>, (from, to): Run) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = from;
    let mut closed = None;
    while at < to {
        let len = date_len(reader, at, to);
        // "2019 founded - 2020 first client": a dash behind words parts events, one behind a date makes a range.
        let ranged = at > from
            && (spaced_dash(reader, at - 1) && closed == Some(at - 1)
                || matches!(
                    reader.key(at - 1),
                    "to" | "until" | "in" | "by" | "since" | "of" | "from"
                ));
        if len > 0 && !ranged {
            starts.push(at);
        }
        if len > 0 {
            closed = Some(at + len);
        }
        at += len.max(1);
    }
    starts
}

pub(super) fn has_date(reader: &Reader<'_>, (from, to): Run) -> bool {
    (from..to).any(|at| date_len(reader, at, to) > 0)
}

fn is_year(key: &str) -> bool {
    let digits = key.trim_end_matches('s').trim_start_matches('~');
    matches!(digits.len(), 3 | 4)
        && digits
            .parse::<u32>()
            .is_ok_and(|year| (100..=2999).contains(&year))
}

/// "2016-2018".
fn key_is_years(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '–']).map(str::trim).collect();
    parts.len() == 2 && parts.iter().all(|part| is_year(part))
}

/// Stages that count like dates ("Phase 1", "Q3", "Week 2").
fn is_stage(key: &str) -> bool {
    matches!(
        key,
        "phase"
            | "step"
            | "week"
            | "day"
            | "year"
            | "stage"
            | "sprint"
            | "month"
            | "chapter"
            | "act"
            | "level"
    )
}

/// Length of the date or stage that starts at `at`; 0 when there is none.
fn date_len(reader: &Reader<'_>, at: usize, to: usize) -> usize {
    let key = reader.key(at);
    let quarter = key.len() == 2
        && key.starts_with(['q', 'h', 'w'])
        && key.ends_with(|c: char| c.is_ascii_digit());
    let base = match reader.tokens[at].kind {
        Kind::Form(FormKind::Date | FormKind::Time) => 1,
        // "2016-2018", whatever its form was taken for.
        Kind::Form(_) | Kind::Number if key_is_years(reader.text(at, at + 1)) => 1,
        // "2002 Euro coins": a year before the name of a currency is no price.
        Kind::Form(FormKind::Price)
            if reader
                .text(at, at + 1)
                .split_once(' ')
                .is_some_and(|(year, name)| {
                    year.len() == 4 && is_year(year) && name.contains(char::is_alphabetic)
                }) =>
        {
            1
        }
        // "27 BC": an era makes a year of any number.
        Kind::Number
            if at + 1 < to
                && matches!(reader.key(at + 1), "bc" | "bce")
                && key.bytes().all(|b| b.is_ascii_digit()) =>
        {
            1
        }
        Kind::Number
            if is_year(key)
                && !matches!(
                    reader.key(at + 1),
                    "employees" | "users" | "customers" | "people" | "units" | "km" | "miles"
                ) =>
        {
            1
        }
        Kind::Word | Kind::Number if quarter => 1,
        Kind::Word
            if is_stage(key) && at + 1 < to && reader.tokens[at + 1].kind == Kind::Number =>
        {
            2
        }
        Kind::Word
            if is_month(key)
                && (reader.is_capital(at) || key != "may" && key != "mar")
                && key.len() >= 3 =>
        {
            1
        }
        Kind::Word if is_weekday(key) && key.len() >= 3 && key != "sun" && key != "sat" => 1,
        _ => return 0,
    };
    let mut end = at + base;
    // "Q1 2025", "300 BC", "1914 - 1918", "Mar 2020"
    loop {
        let next = reader.key(end);
        if end < to
            && (matches!(next, "bc" | "ad" | "bce" | "ce")
                || reader.tokens[at].kind != Kind::Number
                    && end == at + base
                    && is_year(next)
                    && reader.tokens[end].kind == Kind::Number)
        {
            end += 1;
        } else if end + 1 < to
            && (spaced_dash(reader, end) || reader.key(end) == "to")
            && date_len(reader, end + 1, to) > 0
            && reader.tokens[end + 1].kind == reader.tokens[at].kind
        {
            end += 2;
        } else {
            break;
        }
    }
    end - at
}

/// Words between what happened and its date ("founded in 2012").
const BEFORE_DATE: &[&str] = &[
    "in", "by", "on", "at", "around", "since", "from", "during", "circa", "ca", "until", "for",
];

fn event(reader: &Reader<'_>, part: Run) -> Option<Event> {
    let (mut from, to) = trim(reader, part);
    while from < to
        && matches!(reader.key(from), "in" | "on" | "by" | "around" | "at")
        && date_len(reader, from + 1, to) > 0
    {
        from += 1;
    }
    if from >= to {
        return None;
    }
    let len = date_len(reader, from, to);
    if len > 0 && from + len < to {
        let rest = trim(reader, (skip_link(reader, from + len, to), to));
        if rest.0 < rest.1 {
            return Some(Event {
                date: Some((from, from + len)),
                text: rest,
            });
        }
    }
    let tail = (from + 1..to).find(|&at| {
        let len = date_len(reader, at, to);
        len > 0 && trim(reader, (at + len, to)).0 >= trim(reader, (at + len, to)).1
    });
    if let Some(at) = tail {
        let len = date_len(reader, at, to);
        let mut end = at;
        while end > from + 1
            && (reader.is_sep(end - 1)
                || BEFORE_DATE.contains(&reader.key(end - 1)) && reader.is_lower(end - 1))
        {
            end -= 1;
        }
        return Some(Event {
            date: Some((at, at + len)),
            text: (from, end),
        });
    }
    Some(Event {
        date: None,
        text: (from, to),
    })
}

/// Skips "was", "the", a colon or dash between a date and what happened.
fn skip_link(reader: &Reader<'_>, mut at: usize, to: usize) -> usize {
    while at < to
        && (reader.is_sep(at) && !reader.sep(at, Sep::Open)
            || matches!(reader.key(at), "was" | "is" | "we" | "for")
                && reader.is_lower(at)
                && at + 1 < to)
    {
        at += 1;
    }
    at
}

/// Emits an event: one text when the date stands right before it, otherwise a pair; returns the text's index.
fn tell(reader: &mut Reader<'_>, event: Event) -> usize {
    let Some(date) = event.date else {
        return emit(reader, event.text, Role::Item);
    };
    let between = reader
        .prompt
        .get(reader.span(date.0, date.1).end..reader.span(event.text.0, event.text.1).start)
        .unwrap_or("x");
    if date.1 == event.text.0 && between.chars().all(|c| c == ' ') {
        return emit(reader, (date.0, event.text.1), Role::Item);
    }
    let label = emit(reader, date, Role::Date);
    let value = emit(reader, event.text, Role::Item);
    reader.brief.pair(label, value);
    value
}
