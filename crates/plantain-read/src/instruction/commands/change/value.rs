//! What a target is changed to: words, figures, another background.

use super::chart_at;
use crate::instruction::additions::{background, behind, described, free_text};
use crate::instruction::arguments::colors_at;
use crate::instruction::commands::{LIVELY, instead_of, is_plain_word, one, set_in};
use crate::instruction::predicates::{
    Parsed, background_at, is_text, is_whole, other_thing, predicates_at, setting_at, setting_of,
};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::{Words, is_among};
use crate::instruction::{Change, Fill, Referent, Target, bare};
use crate::lexicon::lexicon;
use crate::tokens::Kind;

/// Most words of a label that stands without an article.
const LABEL_WORDS_MAX: usize = 4;

/// "show 09:47 for Leeds", "put 3 for it": the figure of a label.
pub(in crate::instruction) fn shown_for(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let figure = words
        .token(at)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    let from = words
        .one_of(at + 1, "for|beside|next to|against")
        .filter(|_| figure)?;
    let (end, target) = target_at(words, from, to, Reach::Bare)?;
    let label = match &target.what {
        Referent::Same => None,
        Referent::Text(label) => Some(label.clone()),
        _ => return None,
    };
    let to_text = words.text(at, at + 1).to_owned();
    words
        .closes(end, to)
        .then(|| one(end, Change::SetValue { label, to: to_text }))
        .flatten()
}

/// "raise the price of Latte to $4.10", "increase revenue to $52k": a figure beside a label, whichever way it goes.
pub(in crate::instruction) fn figured(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let figure = |i: usize| {
        words
            .token(i)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    let split = (at + 1..to).find(|&i| words.is(i, "to|@to") && figure(i + 1))?;
    let end = split + 2;
    let joined = words.is_sep(end) || words.is(end, "and|&|then|but");
    if end < to && words.skip_idle(end, to) < to && !joined {
        return None;
    }
    let text = words.text(split + 1, end);
    // Strengths, sizes and counts are no figures on the picture.
    const MEASURES: &str = "size|font|opacity|margin|margins|padding|number|count|amount|quantity|resolution|quality|scale|width|\
        height|brightness|contrast|saturation|exposure|temperature|sharpness|strength|intensity|blur|spacing|volume|picture|image|photo";
    if (at..split).any(|i| words.is(i, MEASURES))
        || text.ends_with(['x', '×']) && text.starts_with(|c: char| c.is_ascii_digit())
        || text.contains("px")
    {
        return None;
    }
    let mut from = at;
    while from < split && words.is(from, "the|our|my|its|current") {
        from += 1;
    }
    let named = words.one_of(
        from,
        "price of|value of|cost of|figure for|figure of|price for|amount for|value for",
    );
    let from = named
        .filter(|from| *from < split)
        .map_or(from, |from| from + usize::from(words.is(from, "the|a")));
    let plain = (from..split).all(|i| {
        words
            .token(i)
            .is_some_and(|token| token.is_word() || token.quote().is_some())
    });
    if from >= split || split - from > LABEL_WORDS_MAX || !plain {
        return None;
    }
    let label = words
        .quote(from)
        .unwrap_or_else(|| words.text(from, split).to_string());
    one(
        end,
        Change::SetValue {
            label: Some(label),
            to: text.to_string(),
        },
    )
}

/// "set revenue to $52,000", "update churn rate to 2.1%": any words may label a figure.
pub(super) fn labelled_value(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let split = (at..to).find(|&i| words.is(i, "to|into|@to"))?;
    let plain = (at..split).all(|i| words.token(i).is_some_and(is_plain_word));
    let figure = words
        .token(split + 1)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    if !plain || !figure || !(1..=LABEL_WORDS_MAX).contains(&(split - at)) {
        return None;
    }
    let end = split + 2;
    let joined = words.is_sep(end) || words.is(end, "and|&|then|but");
    if end < to && words.skip_idle(end, to) < to && !joined {
        return None;
    }
    one(
        if joined { end } else { to },
        Change::SetValue {
            label: Some(words.text(at, split).to_string()),
            to: words.text(split + 1, split + 2).to_string(),
        },
    )
}

/// What a target is changed to.
pub(in crate::instruction) fn new_value(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
    led: bool,
) -> Parsed {
    // "change the button to say “Join”"
    let at =
        at + usize::from(led && words.is(at, "say|read|display") && words.quote(at + 1).is_some());
    if at >= to {
        return None;
    }
    if target.what == Referent::Background {
        return new_background(words, at, to);
    }
    if let Some(found) = place_by_place(words, at, to, target) {
        return Some(found);
    }
    if words.quote(at).is_some() && (led || is_text(target)) {
        return quoted_value(words, at, to, target);
    }
    if let Some(answer) = figure_value(words, at, to, target, led) {
        return answer;
    }
    if let Some(found) = in_color(words, at, to, target) {
        return Some(found);
    }
    let spelt = words.is_capital(at) && lexicon().looks.at(&words.reader.tokens, at).is_none();
    if is_text(target) && led && spelt {
        return worded(words, at, to, target, part_of(target));
    }
    // "change the seat to C7": what nobody draws is a label with its value beside it.
    if let (Referent::Thing(_), Some(label), true) =
        (&target.what, value_label(target), led && spelt)
        && crate::colors::color_at(&words.reader.tokens, at).is_none()
    {
        let (end, to) = free_text(words, at, to)?;
        let label = Some(label);
        return one(end, Change::SetValue { label, to });
    }
    let predicates = predicates_at(words, at, to, target);
    if let Some((end, _)) = &predicates
        && (words.skip_idle(*end, to) >= to || words.is_sep(*end))
    {
        return predicates;
    }
    match led {
        true => told_value(words, at, to, target, predicates),
        false => predicates,
    }
}

/// "den Titel in Rot": a colour, whatever its capital.
fn in_color(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if at == 0 || !words.is(at - 1, "in") || !is_text(target) {
        return None;
    }
    let (end, colors) = colors_at(words, at, to)?;
    let closes = words.closes(end, to);
    let target = target.clone();
    closes.then(|| (end, vec![Change::Recolor { target, colors }]))
}

/// A figure as a new value; `Some(None)` where it is one that nothing can be done with.
fn figure_value(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
    led: bool,
) -> Option<Parsed> {
    let token = words.token(at)?;
    if token.kind != Kind::Number && token.form().is_none() {
        return None;
    }
    let thing =
        |nouns: &str| matches!(&target.what, Referent::Thing(noun) if is_among(noun, nouns));
    let chart = matches!(
        &target.what,
        Referent::Part {
            kind: crate::Component::Chart(_),
            ..
        }
    ) || thing("donut|gauge|dial|meter");
    if chart && led && words.skip_idle(at + 1, to) >= to {
        let to = words.text(at, at + 1).to_string();
        return Some(one(at + 1, Change::SetValue { label: None, to }));
    }
    if thing("bar|slice|point|row|column") {
        return Some(None);
    }
    let measure = token.form().is_some_and(|form| {
        matches!(
            form,
            crate::forms::FormKind::Canvas | crate::forms::FormKind::Hex
        )
    });
    // "milk is 2.10": a price, whatever else milk may be.
    let priced = words.text(at, at + 1);
    let now = words.is(at + 1, "now|today");
    let priced = now || priced.contains('.') || priced.starts_with(crate::tokens::is_currency);
    if let (Referent::Thing(_), true, None) =
        (&target.what, led && priced && !measure, value_label(target))
        && (words.skip_idle(at + 1, to) >= to
            || words.is_sep(at + 1)
            || words.is(at + 1, "and|each")
            || now && words.is_sep(at + 2))
    {
        let label = Some(bare_words(&target.words));
        let to = words.text(at, at + 1).to_string();
        return Some(one(at + 1, Change::SetValue { label, to }));
    }
    let labelled = is_text(target) || value_label(target).is_some();
    // "change “2014” to 2015": the figure is the text itself.
    let itself =
        matches!(&target.what, Referent::Text(text) if text.chars().all(|c| c.is_ascii_digit()));
    if itself && led && !measure {
        return Some(worded(words, at, to, target, part_of(target)));
    }
    let amount = !measure && led && !is_whole(target) && labelled;
    (amount && predicate_like(words, at, to, target).is_none())
        .then(|| set_value(words, at, to, target))
}

/// Words in the place of those that are there.
fn worded(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
    from: Option<String>,
) -> Parsed {
    let (end, text) = free_text(words, at, to)?;
    let target = target.clone();
    let to = text;
    one(end, Change::SetText { target, from, to })
}

/// What "to", "into" or "be" lead to, where it is no plain predicate.
fn told_value(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
    predicates: Parsed,
) -> Parsed {
    if is_text(target) {
        return worded(words, at, to, target, part_of(target));
    }
    if target.what == Referent::Picture {
        return predicates
            .or_else(|| described(words, at, to))
            .or_else(|| bare::statement(words, at, to));
    }
    let target = target.clone();
    if let Some((kind, end)) = chart_at(words, at, to) {
        return one(end, Change::SetChart { target, kind });
    }
    if let Some((end, with)) = other_thing(words, at, to) {
        return one(end, Change::Replace { target, with });
    }
    if words.is(at, LIVELY) {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    if matches!(target.what, Referent::Part { .. }) {
        return worded(words, at, to, &target, None);
    }
    predicates
}

/// Numbers that are a predicate ("to 50%") rather than a new text.
pub(in crate::instruction) fn predicate_like(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
) -> Option<usize> {
    let thing = matches!(target.what, Referent::Thing(_) | Referent::Same);
    if thing && value_label(target).is_none() {
        return Some(at);
    }
    let priced = words
        .token(at + 2)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    (words.is(at + 1, "times|x") && at + 1 < to && !priced).then_some(at)
}

/// The part of a text that goes when the target is told by its words.
pub(in crate::instruction) fn part_of(target: &Target) -> Option<String> {
    match &target.what {
        Referent::Text(text) => Some(text.clone()),
        _ => None,
    }
}

pub(in crate::instruction) fn quoted_value(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
) -> Parsed {
    let text = words.quote(at)?;
    let (text, from, end) = instead_of(words, at + 1, to, text);
    let target = match &target.what {
        Referent::Picture | Referent::Same => Target {
            what: Referent::AllText,
            ..target.clone()
        },
        _ => target.clone(),
    };
    let from = from.or_else(|| part_of(&target));
    let change = Change::SetText {
        target: target.clone(),
        from,
        to: text,
    };
    Some(set_in(words, end, to, &target, change))
}

/// The label beside whose value a number is set: "Q3", "revenue", "the total".
pub(in crate::instruction) fn value_label(target: &Target) -> Option<String> {
    let label = match &target.what {
        Referent::Text(text) => text.clone(),
        Referent::Thing(noun)
            if lexicon().category(noun).is_none() && lexicon().places.get(noun).is_none() =>
        {
            bare_words(&target.words)
        }
        Referent::Part {
            label: Some(label), ..
        } => label.clone(),
        _ => return None,
    };
    Some(label)
}

/// The words of a target without its article and without "value", "bar", "point".
pub(in crate::instruction) fn bare_words(words: &str) -> String {
    let mut words = words.trim();
    for lead in ["the ", "The ", "my ", "our ", "a "] {
        words = words.strip_prefix(lead).unwrap_or(words);
    }
    for tail in [" value", " bar", " point", " number", " figure", " amount"] {
        words = words.strip_suffix(tail).unwrap_or(words);
    }
    words.to_string()
}

pub(in crate::instruction) fn set_value(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
) -> Parsed {
    let mut end = at + 1;
    while end < to
        && (words
            .token(end)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
            || words.is(
                end,
                "%|percent|k|m|million|thousand|billion|usd|eur|euros|dollars|am|pm|€|$|£|kg|km",
            ))
    {
        end += 1;
    }
    // "6 x $15.00": so many at so much.
    let figure = |i: usize| {
        i < to
            && words
                .token(i)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    if end == at + 1 && words.text(end, end + 1) == "×" && figure(end + 1)
        || words.is(end, "x|times|@|at") && figure(end + 1)
    {
        end += 2;
    }
    let mut text = words.text(at, end).to_string();
    // "12 Hill Street" begins with a number and is none.
    if matches!(target.what, Referent::Role(_) | Referent::AllText)
        && end < to
        && words.skip_idle(end, to) < to
        && !words.is_sep(end)
        && let Some((after, whole)) = free_text(words, at, to)
    {
        (end, text) = (after, whole);
    }
    let change = match (&target.what, value_label(target)) {
        (Referent::Role(_) | Referent::AllText, _) | (_, None) => Change::SetText {
            target: target.clone(),
            from: None,
            to: text,
        },
        // "change 8.00 to 9.50" is one text for another.
        (Referent::Text(old), _)
            if old.starts_with(|c: char| c.is_ascii_digit() || crate::tokens::is_currency(c)) =>
        {
            Change::SetText {
                target: target.clone(),
                from: Some(old.clone()),
                to: text,
            }
        }
        (_, label) => Change::SetValue { label, to: text },
    };
    one(end, change)
}

/// A place instead of a place is another background: "replace the living room with a beach".
pub(in crate::instruction) fn place_by_place(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
) -> Parsed {
    let Referent::Thing(noun) = &target.what else {
        return None;
    };
    let place = lexicon().places.get(noun).is_some_and(|place| !place.thing) || noun == "room";
    if !place || matches!(noun.as_str(), "sky" | "snow" | "ice" | "wall") {
        return None;
    }
    let mut next = at;
    while words.is(next, "a|an|the|some") {
        next += 1;
    }
    let there = (next..to).any(|i| lexicon().places.at(&words.reader.tokens, i).is_some());
    there.then(|| new_background(words, at, to)).flatten()
}

pub(in crate::instruction) fn new_background(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let whole =
        |found: &(usize, Vec<Change>)| words.skip_idle(found.0, to) >= to || words.is_sep(found.0);
    if let Some((end, target)) = target_at(words, at, to, Reach::Bare)
        && let Referent::Input(n) = target.what
    {
        return one(end, Change::SetBackground(Fill::Picture(n)));
    }
    background_at(words, at, to)
        .filter(|found| whole(found) || words.is(found.0, "background"))
        .or_else(|| {
            let found = setting_at(words, at, to).filter(whole)?;
            Some(setting_of(&behind(), found))
        })
        .or_else(|| background(words, at, to).filter(whole))
        .or_else(|| described(words, at, to))
        .or_else(|| predicates_at(words, at, to, &behind()))
}
