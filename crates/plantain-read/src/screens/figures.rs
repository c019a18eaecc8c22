//! Figures with their names: "48 vehicles active", "headcount 342", "Puls 68".

mod states;

use super::emit;
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::literals::capitalized;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Pair, Role};
use states::{is_state_abroad, named_state, rings, state_at_end};

/// Words of a figure's name, at most.
const NAME_WORDS_MAX: usize = 4;

/// Nouns that a number before them counts without being shown ("three cards").
pub(super) const LAYOUT: &[&str] = &[
    "products",
    "product",
    "cards",
    "card",
    "tiles",
    "tile",
    "plans",
    "plan",
    "tiers",
    "columns",
    "column",
    "rows",
    "row",
    "icons",
    "icon",
    "buttons",
    "button",
    "tabs",
    "tab",
    "charts",
    "chart",
    "sections",
    "section",
    "images",
    "thumbnails",
    "screenshots",
    "previews",
    "placeholders",
    "avatars",
    "photos",
    "items",
    "item",
    "bars",
    "fields",
    "field",
    "screens",
    "screen",
    "widgets",
    "apps",
    "toggles",
    "widget",
    "pages",
    "page",
    "panels",
    "buttons",
    "boxes",
    "lists",
    "entries",
    "options",
    "examples",
    "results",
    "phones",
    "features",
    "testimonials",
    "avatars",
    "menu",
    "steps",
    "metrics",
    "stats",
    "kpis",
    "kpi",
    "categories",
    "flights",
    "digit",
    "digits",
    "alarms",
    "songs",
    "tracks",
    "events",
    "jobs",
    "meetings",
    "trains",
    "hotels",
    "dresses",
    "category",
    "topics",
    "stories",
    "articles",
    "conversations",
    "chats",
    "notifications",
    "departures",
    "logos",
    "contacts",
    "lanes",
    "dots",
    "dot",
];
/// Words that take a number as part of a name ("Level 2", "step 2 of 3").
const NUMBERED: &[&str] = &[
    "level", "step", "version", "page", "chapter", "lesson", "day", "week", "phase", "season",
    "no", "number", "room", "gate", "track", "top", "of", "in", "under", "over", "to", "from",
    "at", "floor", "unit", "part", "episode", "slide", "screen", "line", "bus", "route", "team",
    "size", "sizes", "days", "hours", "the", "on", "last", "next", "past", "iphone", "galaxy",
    "pixel", "windows", "web", "year", "years",
];

/// Claims names with their plain numbers, and numbers with the words behind them.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let mut from = 0;
    while from < reader.len() {
        let mut to = from;
        while to < reader.len() && !parts(reader, to) {
            to += 1;
        }
        let run = counts_in_a_row(reader, from, to);
        for (n, &start) in run.iter().enumerate() {
            let end = run.get(n + 1).copied().unwrap_or(to);
            segment(reader, start, end);
        }
        if to > from && run.is_empty() {
            segment(reader, from, to);
        }
        from = to + 1;
    }
}

/// "182 posts 4.3k followers 310 following": where each of several counts begins that nothing parts; empty where they are none.
fn counts_in_a_row(reader: &Reader<'_>, from: usize, to: usize) -> Vec<usize> {
    const WORDS_MAX: usize = 2;
    const SPANS: &[&str] = &[
        "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minutes", "s", "sec", "day",
        "days", "week", "weeks", "of", "to", "x", "for", "per", "out", "am", "pm", "%", "from",
        "in", "at", "by", "on", "with", "and",
    ];
    let number = |at: usize| is_number(reader, at) || reader.form(at) == Some(FormKind::Figure);
    let starts: Vec<usize> = (from..to).filter(|&at| number(at)).collect();
    let counted = starts.iter().enumerate().all(|(n, &at)| {
        let end = starts.get(n + 1).copied().unwrap_or(to);
        (1..=WORDS_MAX).contains(&(end - at - 1))
            && (at + 1..end).all(|i| {
                reader.tokens[i].is_word()
                    && reader.is_lower(i)
                    && reader.is_free(i)
                    && !SPANS.contains(&reader.key(i))
            })
    });
    match starts.first() {
        Some(&first) if first == from && starts.len() >= 2 && counted => starts,
        _ => Vec::new(),
    }
}

/// Whether a token parts two figures.
fn parts(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_sep(at) && !reader.sep(at, Sep::Slash)
        || matches!(
            reader.key(at),
            "and" | "&" | "plus" | "with" | "showing" | "mit" | "avec" | "con"
        ) && reader.is_lower(at)
}

/// "Showing 1-4 of 128": a line of its own that tells which part is seen.
fn part_shown(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let figure = |i: usize| {
        i < to
            && (matches!(reader.form(i), Some(FormKind::Range | FormKind::Figure))
                || is_number(reader, i))
    };
    let at = (from..to).find(|&i| {
        reader.is_capital(i)
            && matches!(
                reader.key(i),
                "showing" | "page" | "results" | "items" | "rows" | "viewing"
            )
            && reader.is_free(i)
    })?;
    let of = (at + 2..to).find(|&i| reader.key(i) == "of")?;
    ((at + 1..of).all(|i| figure(i) || reader.is_sep(i) || reader.key(i) == "to") && figure(of + 1))
        .then_some(at)
}

fn segment(reader: &mut Reader<'_>, from: usize, to: usize) {
    if let Some(at) = part_shown(reader, from, to) {
        emit(reader, at, to, Role::Caption);
        return;
    }
    if reader
        .tokens
        .get(to)
        .is_some_and(|_| reader.sep(to, Sep::Colon))
    {
        return;
    }
    let mut from = from;
    while from < to && (!reader.is_free(from) || matches!(reader.key(from), "a" | "an" | "the")) {
        from += 1;
    }
    if from + 1 >= to
        || (from..to).any(|i| !reader.is_free(i) || reader.tokens[i].quote().is_some())
    {
        return;
    }
    if to == from + 4
        && reader.key(from + 1) == "of"
        && [from, from + 2].iter().all(|&i| is_number(reader, i))
        && reader.is_lower(from + 3)
    {
        // "12 of 20 words"
        whole(reader, from, from + 3, to);
        return;
    }
    if to == from + 4
        && [from, from + 2].iter().all(|&i| is_number(reader, i))
        && [from + 1, from + 3]
            .iter()
            .all(|&i| reader.tokens[i].is_word() && reader.is_lower(i))
    {
        // "4.8 stars 126 reviews"
        number_first(reader, from, from + 2);
        number_first(reader, from + 2, to);
        return;
    }
    if to == from + 3
        && reader.key(from + 1) == "at"
        && reader.form(from + 2) == Some(FormKind::Time)
        && reader.tokens[from].is_word()
        && reader.is_lower(from)
        && matches!(
            reader.brief.genre,
            crate::Genre::MobileApp | crate::Genre::Dashboard
        )
    {
        // "reminder at 15:00"
        let label_text = capitalized(reader.text(from, from + 1));
        reader.mark(from, from + 2, Use::Role);
        let value = emit(reader, from + 2, from + 3, Role::Time);
        reader.brief.pairs.push(Pair {
            label: None,
            label_text,
            value,
        });
        return;
    }
    if to == from + 2 && is_number(reader, from) && is_vote(reader.key(from + 1)) {
        number_first(reader, from, to);
        return;
    }
    if let Some(number) = reached(reader, from, to) {
        counted(reader, number);
        return;
    }
    if let Some(number) = part_of_whole(reader, from, to) {
        name_first(reader, from, number, to);
        return;
    }
    if let Some(number) = measured(reader, from, to) {
        name_first(reader, from, number, to);
    } else if reader.form(from) == Some(FormKind::Time)
        && (reader.is_capital(from + 1) || rings(reader, from, to))
    {
        time_first(reader, from, to);
    } else if state_at_end(reader, from, to) {
        named_state(reader, from, to);
    } else if let Some(number) = figure_at_end(reader, from, to) {
        name_first(reader, from, number, to);
    } else if let Some(end) = quantities(reader, from, to) {
        whole(reader, from, end, to);
    } else if is_number(reader, from) || is_amount(reader, from) {
        number_first(reader, from, to);
    }
}

/// "312 reviews": how many have judged is a figure, and asks for no words of theirs.
fn is_vote(word: &str) -> bool {
    matches!(word, "review" | "reviews" | "rating" | "ratings" | "votes")
}

/// "I walked 8,432 steps of 10,000": what was counted, the word for it, and the whole; returns the place of the count.
fn reached(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let figure = |i: usize| is_number(reader, i) || is_amount(reader, i);
    let of = to.checked_sub(2).filter(|&of| of >= from + 2)?;
    let told = matches!(reader.key(of), "of" | "/" | "out")
        && figure(of - 2)
        && figure(of + 1)
        && reader.tokens[of - 1].is_word()
        && reader.is_lower(of - 1);
    told.then_some(of - 2)
}

/// The count that [`reached`] found, named by the word behind it.
fn counted(reader: &mut Reader<'_>, number: usize) {
    let label_text = capitalized(reader.text(number + 1, number + 2));
    let text = format!(
        "{} of {}",
        reader.text(number, number + 1),
        reader.text(number + 3, number + 4)
    );
    // "I walked 8,432 steps": who did it is told in passing.
    let told = number.saturating_sub(2);
    if reader.key(told) == "i" && reader.is_lower(told + 1) && number >= 2 {
        reader.mark(told, number, Use::Role);
    }
    let value = emit(reader, number, number + 4, Role::Value);
    reader.brief.literals[value].text = text;
    reader.brief.pairs.push(Pair {
        label: None,
        label_text,
        value,
    });
}

/// "storage 34 of 50 GB used": a name, a part of a whole, and perhaps a word for what became of it; returns the place of
/// the part.
fn part_of_whole(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let figure = |i: usize| {
        is_number(reader, i) || is_amount(reader, i) || reader.form(i) == Some(FormKind::Quantity)
    };
    let of = (from + 2..to.saturating_sub(1))
        .find(|&i| reader.key(i) == "of" && figure(i - 1) && figure(i + 1))?;
    let tail = (of + 2..to).all(|i| reader.is_lower(i)) && to - (of + 2) <= 2;
    (tail && (from..of - 1).all(|i| reader.tokens[i].is_word())).then_some(of - 1)
}

/// "Streak 14 days": a name in capitals, a number, and the word for what it counts; returns the place of the number.
fn measured(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let counts = |i: usize| {
        matches!(
            reader.key(i),
            "days"
                | "day"
                | "weeks"
                | "hours"
                | "minutes"
                | "steps"
                | "pages"
                | "glasses"
                | "points"
                | "sessions"
                | "workouts"
                | "lessons"
                | "reps"
                | "sets"
                | "laps"
                | "calories"
                | "songs"
                | "episodes"
                | "nights"
                | "guests"
                | "items"
                | "stops"
                | "cups"
        ) && reader.is_lower(i)
    };
    let number = to.checked_sub(2).filter(|&i| i > from)?;
    (counts(to - 1) && is_number(reader, number) && reader.is_capital(from)).then_some(number)
}

/// A plain number that is no year and no ordinal.
fn is_number(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    let year = key.len() == 4 && (key.starts_with("19") || key.starts_with("20"));
    reader.tokens[at].kind == Kind::Number
        && !year
        && key
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
}

/// Start of the figure that closes a segment: "342", "1,430 of 2,000", "B14".
fn figure_at_end(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let figure = |i: usize| is_number(reader, i) || is_amount(reader, i);
    let of = to >= from + 3 && reader.key(to - 2) == "of" && figure(to - 3) && figure(to - 1);
    if of {
        return (to - 3 > from).then_some(to - 3);
    }
    // "deep 1h 40m".
    let mut run = to;
    while run > from && reader.form(run - 1) == Some(FormKind::Quantity) {
        run -= 1;
    }
    if run > from && to - run >= 2 && reader.tokens[run - 1].is_word() {
        return Some(run);
    }
    let code = reader.form(to - 1) == Some(FormKind::Code) && reader.is_lower(from);
    (is_number(reader, to - 1) || code).then_some(to - 1)
}

/// End of the quantities that open a segment, when they belong together: "1h 20min left", "1.4 L of 2 L".
fn quantities(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let quantity = |i: usize| i < to && reader.form(i) == Some(FormKind::Quantity);
    let mut at = from;
    while quantity(at) {
        at += 1;
        if reader.key(at) == "of" && quantity(at + 1) {
            at += 1;
        }
    }
    (at > from + 1 && to - at <= 2).then_some(at)
}

/// A figure of several words, named by what follows it.
fn whole(reader: &mut Reader<'_>, from: usize, end: usize, to: usize) {
    if (end..to).any(|i| !reader.is_lower(i)) {
        return;
    }
    let value = emit(reader, from, end, Role::Value);
    if end < to {
        let label_text = capitalized(&reader.prompt[reader.span(end, to)]);
        reader.mark(end, to, Use::Role);
        reader.brief.pairs.push(Pair {
            label: None,
            label_text,
            value,
        });
    }
}

/// "5:45 Gym on": a time, its name, and the state of its switch.
fn time_first(reader: &mut Reader<'_>, from: usize, to: usize) {
    let state = to > from + 2
        && reader.is_lower(to - 1)
        && (matches!(reader.key(to - 1), "on" | "off")
            || is_state_abroad(&reader.text(to - 1, to).to_lowercase()));
    let end = to - usize::from(state);
    let words = (from + 1..end).all(|i| reader.tokens[i].is_word());
    if !words || end - from > NAME_WORDS_MAX + 1 {
        return;
    }
    let value = emit(reader, from, from + 1, Role::Time);
    let label = emit(reader, from + 1, end, Role::Item);
    reader.mark(end, to, Use::Role);
    reader.brief.pair(label, value);
}

fn is_amount(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.form(at),
        Some(FormKind::Figure | FormKind::Percent | FormKind::Price)
    )
}

/// "headcount 342", "Puls 68".
fn name_first(reader: &mut Reader<'_>, from: usize, number: usize, to: usize) {
    let words = from..number;
    let last = reader.key(number - 1);
    let plain = words.len() <= NAME_WORDS_MAX
        && !words.is_empty()
        && words.clone().all(|i| reader.tokens[i].is_word())
        && !words.clone().any(|i| NUMBERED.contains(&reader.key(i)))
        && !lexicon().stops.contains_key(last)
        && reader.form(from).is_none();
    let lower = words.clone().all(|i| reader.is_lower(i));
    let named = words
        .clone()
        .all(|i| !lexicon().stops.contains_key(reader.key(i)));
    if !plain || !named {
        return;
    }
    // A lone capitalised word before a number is a name with its figure only among its like ("Puls 68").
    let listed =
        reader.sep(to, Sep::Comma) || from > 0 && parts(reader, from - 1) || to == reader.len();
    if !lower && !listed {
        return;
    }
    if lower {
        let label_text = capitalized(&reader.prompt[reader.span(from, number)]);
        reader.mark(from, number, Use::Role);
        let value = emit(reader, number, to, Role::Value);
        reader.brief.pairs.push(Pair {
            label: None,
            label_text,
            value,
        });
    } else {
        let label = emit(reader, from, number, Role::Label);
        let value = emit(reader, number, to, Role::Value);
        reader.brief.pair(label, value);
    }
}

/// "48 vehicles active", "64% complete".
fn number_first(reader: &mut Reader<'_>, from: usize, to: usize) {
    let words = from + 1..to;
    // "4 Portionen": German nouns are capitals.
    let german = reader.brief.language.0 == "de";
    let fits = words.len() <= NAME_WORDS_MAX
        && words.clone().all(|i| {
            reader.tokens[i].is_word()
                && (reader.is_lower(i) || german || reader.tokens[i].key.len() <= 3)
        })
        && !words.clone().any(|i| {
            LAYOUT.contains(&reader.key(i))
                || matches!(reader.key(i), "of" | "off" | "per" | "each" | "or")
        });
    let first = reader.key(from + 1);
    let drawn = lexicon().components.at(&reader.tokens, from + 1).is_some()
        || crate::colors::color_at(&reader.tokens, from + 1).is_some();
    if !fits
        || drawn && !is_vote(first)
        || reader.is_capital(from + 1) && !german && first.len() > 3
    {
        return;
    }
    // "350 m away": the unit belongs to the number.
    let unit = to > from + 2
        && matches!(
            reader.key(from + 1),
            "m" | "km"
                | "mi"
                | "ft"
                | "yd"
                | "kg"
                | "g"
                | "lb"
                | "l"
                | "ml"
                | "cm"
                | "mm"
                | "kw"
                | "kwh"
                | "min"
                | "h"
        );
    let name = from + 1 + usize::from(unit);
    let label_text = capitalized(&reader.prompt[reader.span(name, to)]);
    let value = emit(reader, from, name, Role::Value);
    reader.mark(name, to, Use::Role);
    reader.brief.pairs.push(Pair {
        label: None,
        label_text,
        value,
    });
}
