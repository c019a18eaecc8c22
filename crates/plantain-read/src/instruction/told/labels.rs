//! Values by the label that they stand beside or below, and names that others take the place of.

use super::values::{self, Form, Value, values};
use super::{GLUE, Said, plain, replaced, same_word};
use crate::instruction::commands::marks::state_at;
use crate::instruction::verbs::{Verb, leading_verb_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent, Target};

/// "gate changed to 17", "the break is at 10:15": the value beside a label of the picture.
pub(super) fn of_label(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Change> {
    let start = words.one_of(from, "the|our|my|its").unwrap_or(from);
    if let Some(found) =
        beside_label(words, said, start, to).or_else(|| before_label(words, said, start, to))
    {
        return Some(found);
    }
    let split = (start + 1..to).find(|&at| words.is(at, "is|was|are|has|changed|changes|moved|moves|goes|went|now|becomes|be|starts|ends|shifted|postponed|rescheduled|delayed|to|at|costs|should|will|takes"))?;
    let label = words
        .quote(start)
        .filter(|_| start + 1 == split)
        .unwrap_or_else(|| words.text(start, split).to_owned());
    let known = said.whole(&label)?;
    let mut value = split;
    while value < to && (words.is(value, GLUE) || words.is_empty_word(value)) {
        value += 1;
    }
    let text = words.text(value, to).trim();
    let found = values(text);
    let [only] = found.as_slice() else {
        return None;
    };
    // A label with a value of its own form is the value itself: "Friday is the 5th".
    let lone = only.span == (0..text.trim_end_matches(['.', '!', ' ']).len());
    let itself = values(known).iter().any(|own| own.form == only.form);
    (value < to && lone && !itself).then(|| Change::SetValue {
        label: Some(label),
        to: text[only.span.clone()].to_owned(),
    })
}

/// "rent is done" where one line says "Pay rent": how the line stands that a word of it names.
pub(super) fn entry_stands(
    words: &Words<'_>,
    said: &Said,
    from: usize,
    to: usize,
) -> Option<(usize, Change)> {
    let start = words.one_of(from, "the|my|our").unwrap_or(from);
    let is = (start + 1..to.min(start + 4)).find(|&at| words.is(at, "is|are|was|got|has been"))?;
    let (end, marking) = state_at(words, is + 1, to)?;
    let name = plain(words.text(start, is));
    let mut named = said.texts.iter().filter(|text| {
        plain(text)
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == name)
    });
    let text = named.next().filter(|text| plain(text) != name)?;
    let only = named.all(|other| other == text);
    let target = Target {
        what: Referent::Text(text.clone()),
        words: text.clone(),
        span: words.span(start, is),
        ..Target::default()
    };
    only.then_some((end, Change::Mark { target, marking }))
}

/// Texts that stand below the one that names their card, at most.
const BELOW_MAX: usize = 8;

/// Words that say what somebody or something has.
const HAS: &str = "gets|get|has|have|includes|include|comes|offers|now|costs|is";

/// Returns the text of the picture that a part of a clause begins with and says something of: "Pro gets …".
pub(super) fn labelled(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<usize> {
    let start = words.one_of(from, "the|our|my").unwrap_or(from);
    let verb = (start + 1..to).find(|&at| words.is(at, HAS))?;
    let name = plain(words.text(start, verb));
    said.texts.iter().position(|own| plain(own) == name)
}

/// "Pro gets unlimited users" where what stands below “Pro” says "5 users": as much of the same, under that name.
pub(super) fn of_part(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Change> {
    let label = labelled(words, said, from, to)?;
    let verb = (from + 1..to).find(|&at| words.is(at, HAS))?;
    below_label(words, said, label, (verb, to))
}

/// A value, or so much of something, in the place of its like below a label.
pub(super) fn below_label(
    words: &Words<'_>,
    said: &Said,
    label: usize,
    (from, to): (usize, usize),
) -> Option<Change> {
    let mut value = from;
    while value < to && (words.is(value, HAS) || words.is(value, "with|should|at|it")) {
        value += 1;
    }
    let mut end = to;
    while end > value && words.is(end - 1, "now|instead|please") {
        end -= 1;
    }
    let text = words.text(value, end).trim();
    let found = values(text);
    let whole = found.first().filter(|own| own.span == (0..text.len()));
    let open = || {
        let (amount, unit) = text.rsplit_once(' ')?;
        let open = ["unlimited", "no", "infinite", "free", "endless"];
        open.contains(&plain(amount).as_str())
            .then(|| Form::Counted(values::stem(unit)))
    };
    let form = whole.map(|own| own.form.clone()).or_else(open)?;
    let alike = |own: &Value, at: usize| {
        own.form == form
            || matches!((&own.form, &form), (Form::Counted(_), Form::Counted(unit))
                if same_word(unit, &plain(last_word(&said.texts[at][own.span.clone()]))))
    };
    let old = said
        .values
        .iter()
        .find(|(at, own)| (label + 1..=label + BELOW_MAX).contains(at) && alike(own, *at))?;
    let span = words.span(value, end);
    Some(replaced(said, old, &form, (text, span)))
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

/// "Alpha 45%", "make Latte 4.50": a value right behind a label of the picture.
fn beside_label(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Change> {
    let start = match leading_verb_at(words, from) {
        Some((len, Verb::Make | Verb::Put)) => from + len,
        Some(_) => return None,
        None => from,
    };
    let split = (start + 1..to).find(|&at| said.whole(words.text(start, at)).is_some())?;
    let text = words.text(split, to).trim();
    let found = values(text);
    let whole = matches!(found.as_slice(), [only] if only.span == (0..text.len()));
    (whole || is_code(text)).then(|| Change::SetValue {
        label: Some(words.text(start, split).to_owned()),
        to: text.to_owned(),
    })
}

/// "B", "12A": what rows, gates and seats go by.
fn is_code(text: &str) -> bool {
    const LETTERS_MAX: usize = 4;
    let plain = text
        .chars()
        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    !text.is_empty() && text.len() <= LETTERS_MAX && plain
}

/// "1,250 followers": a figure right before a label of the picture.
fn before_label(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Change> {
    let figure = words.text(from, from + 1);
    let whole = values(figure)
        .iter()
        .any(|own| own.span == (0..figure.len()));
    let label = words.text(from + 1, to).trim();
    (whole && said.whole(label).is_some()).then(|| Change::SetValue {
        label: Some(label.to_owned()),
        to: figure.to_owned(),
    })
}

/// "make it for Noah" where one text ends in a name: another one.
pub(super) fn other_name(words: &Words<'_>, said: &Said, from: usize, to: usize) -> Option<Change> {
    const LEADS: &str = "make it for|next one is for|this one is for|the next one is for|now one for|same for|now for|it's for|it is for|this is for|it should be for|do it for|for";
    const NAMED: &str = "the name is|name is|her name is|his name is|the name should be|change the name to|the name to";
    let behind = words.one_of(from, NAMED);
    let told = behind.is_some();
    let start = words.one_of(from, LEADS).or(behind)?;
    if start >= to || !(start..to).all(|at| words.is_capital(at)) {
        return None;
    }
    let name = |text: &str| -> Option<String> {
        let name = match told {
            true => closing_name(text),
            false => last_name(text),
        };
        name.map(str::to_owned)
    };
    let mut named: Vec<(&String, String)> = Vec::new();
    for text in &said.texts {
        if let Some(found) = name(text)
            && named.iter().all(|(_, own)| *own != found)
        {
            named.push((text, found));
        }
    }
    let [(text, gone)] = named.as_slice() else {
        return None;
    };
    let target = Target {
        what: Referent::Text((*text).clone()),
        words: gone.clone(),
        span: words.span(start, to),
        ..Target::default()
    };
    Some(Change::SetText {
        target,
        from: Some(gone.clone()),
        to: words.text(start, to).to_owned(),
    })
}

/// Returns the name that a text of other words ends in: "Sam" of "Get well soon Sam"; none where the text is a name as a whole, or
/// ends in no name.
pub fn closing_name(text: &str) -> Option<&str> {
    let others = text.rsplit_once(' ')?.0;
    last_name(text).filter(|_| others.split(' ').any(is_known))
}

/// Returns the last word of several where it can be a name: with a capital, and no word of the dictionary.
fn last_name(text: &str) -> Option<&str> {
    let (_, last) = text.rsplit_once(' ')?;
    let capital = last.starts_with(char::is_uppercase) && last.chars().all(char::is_alphabetic);
    (capital && !is_known(last)).then_some(last)
}

/// Whether the dictionary, the calendar or the list of places has a word.
fn is_known(word: &str) -> bool {
    let lexicon = crate::lexicon::lexicon();
    let plain = crate::tokens::lower(word);
    lexicon.nouns.get(&plain).is_some()
        || lexicon.stops.contains_key(plain.as_str())
        || lexicon.adjectives.get(&plain).is_some()
        || lexicon.places.get(&plain).is_some()
        || crate::calendar::month(&plain).is_some()
        || crate::calendar::weekday(&plain).is_some()
}
