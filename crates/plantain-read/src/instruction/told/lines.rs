//! One more line of what the picture lists, as people name it without marks: "Bread 3", "2022 Series B", "Eva, QA, Wien",
//! "SQL to the skills", "Water plants at the top".

use super::values::{Form, values};
use super::{Said, plain, same_word};
use crate::RelationKind;
use crate::instruction::additions::free_text;
use crate::instruction::arguments::location_at;
use crate::instruction::verbs::{Verb, leading_verb_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Item, Location, Referent, Target, Which};
use crate::lexicon::lexicon;
use crate::tokens::Sep;

/// Words of a line, at most.
const LINE_WORDS_MAX: usize = 10;
/// Cells of a line, at most.
const CELLS_MAX: usize = 6;

/// Reads a clause that adds a line; `goes_on` where the clause before did.
pub(in crate::instruction) fn read(
    words: &Words<'_>,
    said: &Said,
    (from, to): (usize, usize),
    goes_on: bool,
) -> Option<(usize, Vec<Change>)> {
    const VERBS: &str = "add|insert|include|append|adding|put in|throw in|pop in";
    let start = match leading_verb_at(words, from) {
        Some((len, Verb::Add)) if words.one_of(from, VERBS).is_some() => from + len,
        Some((len, Verb::Put)) if !values(words.text(from + len, to)).is_empty() => from + len,
        None if goes_on => from,
        _ => return None,
    };
    if said.is_empty() {
        return None;
    }
    let at = led_by(words, start, to);
    let place = (at + 1..to).find_map(|split| Some((split, place_at(words, said, split, to)?)));
    let (split, (end, place)) = place.unwrap_or((to, (to, Place::Open)));
    // "a little red “Only 2 left” tag": more is told than a line of a list.
    let quoted = (at..split).any(|i| words.quote(i).is_some());
    let told = (at..split).any(|i| {
        words.quote(i).is_none()
            && words.token(i).is_some_and(|token| token.is_word())
            && !words.is_empty_word(i)
    });
    if quoted && told && !words.is_sep(at + 1) {
        return None;
    }
    // "put the address 12 Mill Lane under the time": a text by its part, and where.
    let beside = (at + 1..to).any(|i| {
        words.is(i, "under|below|above|beneath|beside") && location_at(words, i, to).is_some()
    });
    let part = lexicon().roles.at(&words.reader.tokens, at).is_some() && !words.is_capital(at);
    if split == to && beside && part {
        return None;
    }
    if let Some(lines) = several(words, at, split).filter(|_| matches!(place, Place::Open)) {
        let changes = lines.into_iter().map(|cells| Change::Add {
            item: Item::Row(cells),
            at: Location::default(),
        });
        return Some((end, changes.collect()));
    }
    // "a Cancel step if there's no stock": when it is taken is no part of its name.
    let named = (at + 1..split)
        .find(|&i| words.is(i, "if|when|in|unless") && (i > at + 1 || words.is_capital(at)))
        .filter(|&i| words.one_of(i, "if|when|in case|unless").is_some())
        .unwrap_or(split);
    let named = named - usize::from(named > at + 1 && words.is(named - 1, KINDS));
    let cells = cells(words, at, named).filter(|_| {
        // Words in small letters are a line only where a list is named.
        let text = words.text(at, split);
        split < to || words.is_capital(at) || words.quote(at).is_some() || !values(text).is_empty()
    })?;
    let first = cells.first()?.clone();
    let location = match &place {
        Place::Beside(kind, text) => Location {
            across: false,
            position: None,
            relation: Some((*kind, text_target(text))),
        },
        Place::Under(heading) => Location {
            across: false,
            position: None,
            relation: Some((RelationKind::In, text_target(heading))),
        },
        _ => Location::default(),
    };
    let mut changes = vec![Change::Add {
        item: Item::Row(cells),
        at: location,
    }];
    if let Place::Rank(which) = place {
        changes.push(Change::Rank {
            target: text_target(&first),
            to: which,
        });
    }
    Some((end, changes))
}

/// What a line is called by behind its name: "a Cancel step".
const KINDS: &str = "step|item|line|row|task|entry|event|option|milestone|stage|topic|point|stop|slot|session|dish|course|section|box|node";

/// "Apples 3 and Bread 2": lines of their own, where each part is a name with its figure.
fn several(words: &Words<'_>, from: usize, to: usize) -> Option<Vec<Vec<String>>> {
    let mut lines = Vec::new();
    let mut at = from;
    while at < to {
        let joint = |i: &usize| words.sep(*i, Sep::Comma) || words.is(*i, "and|&|+|plus");
        let end = (at..to).find(joint).unwrap_or(to);
        // "Milk 2, and Bread 3"
        if end > at {
            let text = words.text(at, end).trim().to_owned();
            let figured = values(&text)
                .last()
                .is_some_and(|value| value.span.end == text.len() && value.span.start > 0);
            let own = cells(words, at, end).filter(|own| figured && own.len() == 2)?;
            lines.push(own);
        }
        at = end + 1;
    }
    (lines.len() > 1).then_some(lines)
}

fn text_target(text: &str) -> Target {
    Target {
        what: Referent::Text(text.to_owned()),
        words: text.to_owned(),
        ..Target::default()
    }
}

/// "a new task: …", "another row …": words for a line before its own.
fn led_by(words: &Words<'_>, at: usize, to: usize) -> usize {
    const LEADS: &str = "a|an|the|another|one|more|new|also|next";
    const NOUNS: &str = "item|items|line|row|task|tasks|dish|skill|skills|entry|event|name|member|drink|course|topic|stop|\
        milestone|point|product|bullet|song|track|guest|player|team|step|todo|class|session|talk|flavor|flavour";
    let mut next = at;
    while next < to && words.is(next, LEADS) && !words.is_capital(next) {
        next += 1;
    }
    if words.is(next, NOUNS) && !words.is_capital(next) && next + 1 < to {
        next += 1;
        while next < to && (words.is_sep(next) || words.is(next, "called|named|for|with|of")) {
            next += 1;
        }
        return next;
    }
    next
}

/// Where a line goes.
enum Place {
    /// Nothing says, or only which list.
    Open,
    Rank(Which),
    /// Beside another line.
    Beside(RelationKind, String),
    /// In the list that a text heads.
    Under(String),
}

/// "at the top", "after Soup", "to the skills", up to the end of the clause.
fn place_at(words: &Words<'_>, said: &Said, at: usize, to: usize) -> Option<(usize, Place)> {
    let closes = |end: usize| end <= to && (words.skip_idle(end, to) >= to || words.is(end, "and"));
    let lead = "at the|to the|as the|in|at|on|as";
    let first = "top|beginning|start|first|first item|first line|first one|first position|first place|very top";
    let last = "bottom|end|last|last item|last line|last one|very end";
    let led = words.one_of(at, lead).unwrap_or(at);
    let of_list = |end: usize| {
        words
            .one_of(end, "of the list|of the menu|of the table|of it")
            .unwrap_or(end)
    };
    for (names, which) in [(first, Which::Nth(0)), (last, Which::Last)] {
        if let Some(end) = words
            .one_of(led, names)
            .map(of_list)
            .filter(|end| closes(*end))
        {
            let place = match which {
                // One more goes to the end anyway.
                Which::Last => Place::Open,
                which => Place::Rank(which),
            };
            return Some((end, place));
        }
    }
    let kinds = [
        ("after|behind|below|under|beneath", RelationKind::Below),
        ("before|above|over", RelationKind::Above),
    ];
    for (names, kind) in kinds {
        let Some(next) = words.one_of(at, names) else {
            continue;
        };
        let next = words.one_of(next, "the").unwrap_or(next);
        let (end, text) = free_text(words, next, to)?;
        let wanted = plain(&text);
        let known = said.texts.iter().any(|text| plain(text).contains(&wanted));
        if known && closes(end) {
            return Some((end, Place::Beside(kind, text)));
        }
    }
    const ORDER: &str = "in the right place|at the right place|in the right spot|where it belongs|in order|in the right order|in the correct place|in chronological order|in alphabetical order";
    if let Some(end) = words.one_of(at, ORDER).filter(|end| closes(*end)) {
        return Some((end, Place::Open));
    }
    // "between Receive parcel and Damaged?"
    if words.is(at, "between")
        && let Some(and) = (at + 2..to).find(|&i| words.is(i, "and|&"))
    {
        let first = words.text(at + 1, and).trim().to_owned();
        let wanted = plain(&first);
        let known = said.texts.iter().any(|text| plain(text) == wanted);
        let end = (and + 1..to)
            .find(|&i| words.sep(i, Sep::Comma))
            .unwrap_or(to);
        return known.then_some((end, Place::Beside(RelationKind::Below, first)));
    }
    if words.is(at, "to|in|into|on|for|among") {
        let next = words
            .one_of(at + 1, "the|my|our|this|their|her|his")
            .unwrap_or(at + 1);
        let end = (next..to)
            .find(|&i| words.is_sep(i) || words.is(i, "and|please"))
            .unwrap_or(to);
        let named = (next..end).any(|i| is_list(words, said, i));
        let heading = said.whole(words.text(next, end)).cloned();
        let place = heading.map_or(Place::Open, Place::Under);
        return (named && end - next <= 3 && closes(end)).then_some((end, place));
    }
    None
}

/// Whether a word stands for a list: by its meaning, or as the picture heads one.
fn is_list(words: &Words<'_>, said: &Said, at: usize) -> bool {
    const LISTS: &str = "list|menu|table|agenda|schedule|program|programme|timeline|chart|todos|todo|tasks|items|lineup|line-up|\
        bill|receipt|invoice|order|plan|calendar|board|card|recipe|ingredients|skills|steps|points|bullets|team|roster";
    let word = plain(words.text(at, at + 1));
    words.is(at, LISTS)
        || said
            .texts
            .iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
            .any(|other| same_word(&plain(other), &word))
}

/// The cells of a line: parted by commas, or a name with a figure or a day before or behind it.
fn cells(words: &Words<'_>, from: usize, to: usize) -> Option<Vec<String>> {
    if from >= to || to - from > LINE_WORDS_MAX {
        return None;
    }
    let text = words.text(from, to).trim();
    let begins = words.is_capital(from)
        || words.quote(from).is_some()
        || text.starts_with(|c: char| c.is_ascii_digit())
        || !values(text).is_empty()
        || !lexicon().stops.contains_key(words.key(from)) && text.is_ascii();
    if !begins {
        return None;
    }
    if let Some(dash) =
        (from + 1..to).find(|&i| words.sep(i, Sep::Dash) || words.sep(i, Sep::Colon))
    {
        let cell = |from: usize, to: usize| words.text(from, to).trim().to_owned();
        return Some(vec![cell(from, dash), cell(dash + 1, to)]);
    }
    let parts: Vec<String> = text
        .split(", ")
        .map(|cell| cell.trim_matches(['"', '“', '”', '\'']).trim().to_owned())
        .filter(|cell| !cell.is_empty())
        .collect();
    if (2..=CELLS_MAX).contains(&parts.len()) {
        return Some(parts);
    }
    let found = values(text);
    // "Gym on the 5th" goes into a calendar, whose days are known elsewhere.
    let day = |value: &str| {
        ["st", "nd", "rd", "th"]
            .iter()
            .any(|ending| value.ends_with(ending))
    };
    if found
        .last()
        .is_some_and(|value| day(&text[value.span.clone()]))
    {
        return None;
    }
    if let Some(last) = found
        .last()
        .filter(|value| value.span.end == text.len() && value.span.start > 0)
    {
        let name = text[..last.span.start].trim_end_matches([' ', ':', ',']);
        let name = ["for", "at", "costs", "is"]
            .iter()
            .find_map(|word| name.strip_suffix(word).map(str::trim_end))
            .unwrap_or(name);
        return Some(vec![name.to_owned(), text[last.span.clone()].to_owned()]);
    }
    let dated = |form: &Form| matches!(form, Form::Year | Form::Time | Form::Weekday | Form::Date);
    if let Some(first) = found
        .first()
        .filter(|value| value.span.start == 0 && dated(&value.form))
    {
        let name = text[first.span.end..].trim_start_matches([' ', ':', ',']);
        let value = text[first.span.clone()].to_owned();
        return Some(match name.is_empty() {
            true => vec![value],
            false => vec![value, name.to_owned()],
        });
    }
    Some(vec![
        text.trim_matches(['"', '“', '”', '\'', '‘', '’'])
            .to_owned(),
    ])
}
