//! What is changed in its place: colours, values, properties, one thing for another.

use super::placing::swap;
use super::texts::style;
use super::{LIVELY, instead_of, is_plain_word, of_target, one, said_target};
use crate::instruction::additions::{background, described, free_text};
use crate::instruction::arguments::{canvas_at, colors_at, location_at, scale_at, times_at};
use crate::instruction::bare;
use crate::instruction::predicates::{
    Parsed, background_at, is_text, is_whole, other_thing, predicates_at, scaled, setting_at,
    theme_at, tone_at,
};
use crate::instruction::targets::{Reach, target_at, targets_at};
use crate::instruction::transforms;
use crate::instruction::words::{Words, is_among};
use crate::instruction::{
    Change, CountChange, Fill, Item, Location, Referent, Scale, Target, TypeSetting,
};
use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep};

/// A property that is changed rather than the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    Color,
    Size,
    Type,
    Number,
    Words,
    Place,
    Style,
    /// Season, weather, time of day.
    Setting,
    Ratio,
    Other,
}

pub(super) fn property_at(words: &Words<'_>, at: usize) -> Option<(usize, Property)> {
    let rows: &[(&str, Property)] = &[
        (
            "color|colour|colors|colours|hue|shade|coloring",
            Property::Color,
        ),
        (
            "size|scale|height|width|font size|text size",
            Property::Size,
        ),
        ("font|typeface|font family|typography|type", Property::Type),
        ("number|count|amount|quantity", Property::Number),
        ("wording|spelling", Property::Words),
        ("position|location|placement|alignment", Property::Place),
        ("season|weather|time of day|time|daytime", Property::Setting),
        (
            "style|theme|mood|look|aesthetic|vibe|palette|color palette|color scheme|colour scheme|design style",
            Property::Style,
        ),
        (
            "aspect ratio|ratio|dimensions|canvas size|format|orientation|image size|resolution",
            Property::Ratio,
        ),
        ("material|texture|surface", Property::Other),
    ];
    rows.iter()
        .filter_map(|(phrases, property)| Some((words.one_of(at, phrases)?, *property)))
        .max_by_key(|(end, _)| *end)
}

/// Where "to", "into", "as", "=" begins the new value; a colon does too.
pub(super) fn skip_to(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    const TO: &str = "to|into|as|be|become|with|for|@to|@at|until|@with";
    // "на красный", "ללבן": where one preposition means on, of and to.
    let on = matches!(
        words.reader.brief.language.0.as_str(),
        "ru" | "uk" | "pl" | "he" | "it" | "pt" | "es" | "fr" | "de" | "nl"
    ) && words.is(next, "on|of|in|by");
    if words.is(next, TO) || on {
        next += usize::from(on);
        while words.is(
            next,
            "to|into|as|be|become|with|for|@to|@at|@with|being|something|like|more|look",
        ) && (!words.is(next, "more") || words.is(next + 1, "of"))
        {
            next += 1;
        }
        return Some(next);
    }
    let mark = words.sep(next, Sep::Colon)
        || words.sep(next, Sep::Arrow)
        || words.is_sep(next) && words.text(next, next + 1) == "=";
    mark.then_some(next + 1)
}

/// "show it as a line chart".
pub(super) fn as_chart(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, _) = target_at(words, at, to, Reach::UntilWith)?;
    let (kind, end) = chart_at(words, end + 1, to).filter(|_| words.is(end, "as|in"))?;
    one(end, Change::SetChart(kind))
}

/// "Q4", "March", "2027", with more behind it.
fn period(words: &Words<'_>, at: usize) -> bool {
    const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec";
    let text = words.text(at, at + 1);
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    let quarter = text
        .strip_prefix(['Q', 'q'])
        .is_some_and(|rest| digits(rest, 1));
    (quarter || digits(text, 4) || words.is(at, MONTHS) && words.is_capital(at))
        && (words.is(at + 1, "with|at|of|and|=|is") || words.sep(at + 1, Sep::Colon))
}

/// "add a data point May 37", "add a bar “Q5” with 30".
pub(super) fn point(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    while words.is(next, "a|an|another|new|the|one|more|data") && next < to {
        next += 1;
    }
    let named = words.is(next, "point|bar|slice|category|month|segment|value|wedge");
    // "add Q4 with 30": a quarter, a month or a year that was not there.
    if !named && !period(words, next) {
        return None;
    }
    next += usize::from(named);
    while next < to
        && (words.is(next, "for|called|labelled|labeled|named|with|of|@called")
            || words.sep(next, Sep::Colon))
    {
        next += 1;
    }
    let number = |i: usize| {
        words
            .token(i)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
            || words
                .quote(i)
                .is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()))
    };
    let value = (next + 1..to).rev().find(|&i| number(i))?;
    let mut last = value;
    while last > next
        && (words.is(last - 1, "with|at|of|and|value|the|a|=|is") || words.is_sep(last - 1))
    {
        last -= 1;
    }
    let plain = |from: usize, to: usize| {
        words
            .quote(from)
            .filter(|_| from + 1 == to)
            .unwrap_or_else(|| words.text(from, to).to_string())
    };
    let item = Item::Point {
        label: plain(next, last),
        value: plain(value, value + 1),
    };
    one(
        value + 1,
        Change::Add {
            item,
            at: Location::default(),
        },
    )
}

pub(super) fn change(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at > 0
        && words.is(at - 1, "switch")
        && let Some(found) = swap(words, at, to)
    {
        return Some(found);
    }
    // "change to “AUTUMN SALE”", "switch to dark mode", "convert to black and white"
    if let Some(value) = skip_to(words, at) {
        return anew(words, value, to);
    }
    let mut start = at;
    while words.is(start, "the|its|their|all|overall|main") && start < to {
        start += 1;
    }
    if words.is(start, LIVELY)
        && !words.is(
            start,
            "hair|face|eyes|head|outfit|clothes|arm|arms|hand|hands|lighting",
        )
    {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    if let Some((end, property)) = property_at(words, start) {
        let of = usize::from(words.is(end, "of|for|on|in"));
        // A genitive needs no preposition: "die Farbe des Autos".
        let genitive =
            of == 0 && words.reader.brief.language.0 != "en" && skip_to(words, end).is_none();
        let (next, target) =
            match target_at(words, end + of, to, Reach::UntilWith).filter(|_| of > 0 || genitive) {
                Some(found) => found,
                None => (end, default_of(property)),
            };
        return set_property(words, next, to, &target, property);
    }
    let Some((end, target)) = target_at(words, at, to, Reach::UntilWith) else {
        return labelled_value(words, at, to);
    };
    let end = words.skip_idle_of(end, to);
    let end = end + usize::from(words.is(end, "@de|~") && property_at(words, end + 1).is_some());
    if let Some((next, property)) = property_at(words, end) {
        return set_property(words, next, to, &target, property);
    }
    if words.is(end, LIVELY)
        || matches!(&target.what, Referent::Thing(noun) if is_among(noun, LIVELY) && !matches!(noun.as_str(), "eyes" | "hair" | "head" | "face" | "outfit" | "clothes"))
    {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    from_to(words, end, to, &target).or_else(|| {
        let value = skip_to(words, end).unwrap_or(end);
        new_value(words, value, to, &target, value > end)
    })
}

/// Most words of a label that stands without an article.
const LABEL_WORDS_MAX: usize = 4;

/// "set revenue to $52,000", "update churn rate to 2.1%": any words may label a figure.
fn labelled_value(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let split = (at..to).find(|&i| words.is(i, "to|into|@to"))?;
    let plain = (at..split).all(|i| words.token(i).is_some_and(is_plain_word));
    let figure = words
        .token(split + 1)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    if !plain || !figure || !(1..=LABEL_WORDS_MAX).contains(&(split - at)) {
        return None;
    }
    if split + 2 < to && words.skip_idle(split + 2, to) < to {
        return None;
    }
    one(
        to,
        Change::SetValue {
            label: Some(words.text(at, split).to_string()),
            to: words.text(split + 1, split + 2).to_string(),
        },
    )
}

pub(super) fn default_of(property: Property) -> Target {
    let what = match property {
        Property::Type | Property::Words => Referent::AllText,
        _ => Referent::Picture,
    };
    Target {
        what,
        ..Target::default()
    }
}

/// A change without an object: a text, a theme, a filter, a canvas.
pub(super) fn anew(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let all = Target {
        what: Referent::AllText,
        ..Target::default()
    };
    if let Some(text) = words.quote(at).filter(|_| at < to) {
        let (text, from, end) = instead_of(words, at + 1, to, text);
        return one(
            end,
            Change::SetText {
                target: said_target(&Target::default(), from.as_ref()),
                from,
                to: text,
            },
        );
    }
    let picture = Target::default();
    canvas_at(words, at, to)
        .map(|(end, change)| (end, vec![Change::Reshape(change)]))
        .or_else(|| background(words, at, to))
        .or_else(|| predicates_at(words, at, to, &picture))
        .or_else(|| bare::statement(words, at, to))
        .or_else(|| {
            let (end, text) = free_text(words, at, to).filter(|_| words.is_capital(at))?;
            one(
                end,
                Change::SetText {
                    target: all,
                    from: None,
                    to: text,
                },
            )
        })
}

/// "from red to blue", "from “A” to “B”", "from $10 to $12".
pub(super) fn from_to(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if !words.is(at, "from|@from") {
        return None;
    }
    let split = (at + 1..to).find(|&i| words.is(i, "to|into|@to"))?;
    if let Some((end, colors)) = colors_at(words, at + 1, split).filter(|(end, _)| *end == split) {
        let mut target = target.clone();
        target.color = colors.into_iter().next();
        let _ = end;
        return predicates_at(words, split + 1, to, &target);
    }
    let (_, from) = free_text(words, at + 1, split)?;
    let (end, text) = free_text(words, split + 1, to)?;
    let mut target = target.clone();
    if is_whole(&target) {
        target.what = Referent::Text(from.clone());
    }
    if let (Referent::Thing(_), Some((end, with))) =
        (&target.what, other_thing(words, split + 1, to))
    {
        return one(end, Change::Replace { target, with });
    }
    let number = words
        .token(split + 1)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    if let Some(label) = value_label(&target).filter(|label| number && *label != from) {
        return one(
            end,
            Change::SetValue {
                label: Some(label),
                to: text,
            },
        );
    }
    one(
        end,
        Change::SetText {
            target,
            from: Some(from),
            to: text,
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
    let figure = words
        .token(at)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    let chart = matches!(
        &target.what,
        Referent::Part {
            kind: crate::Component::Chart(_),
            ..
        }
    ) || matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "donut" | "gauge" | "dial" | "meter"));
    if chart && figure && led && words.skip_idle(at + 1, to) >= to {
        return one(
            at + 1,
            Change::SetValue {
                label: None,
                to: words.text(at, at + 1).to_string(),
            },
        );
    }
    let piece = matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "bar" | "slice" | "point" | "row" | "column"));
    if piece && figure {
        return None;
    }
    let amount = words.token(at).is_some_and(|token| {
        token.form().is_some_and(|form| {
            !matches!(
                form,
                crate::forms::FormKind::Canvas | crate::forms::FormKind::Hex
            )
        }) || token.kind == Kind::Number
    });
    if amount
        && led
        && !is_whole(target)
        && (is_text(target) || value_label(target).is_some())
        && predicate_like(words, at, to, target).is_none()
    {
        return set_value(words, at, to, target);
    }
    if is_text(target)
        && led
        && words.is_capital(at)
        && lexicon().looks.at(&words.reader.tokens, at).is_none()
    {
        let (end, text) = free_text(words, at, to)?;
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from: part_of(target),
                to: text,
            },
        );
    }
    let predicates = predicates_at(words, at, to, target);
    if let Some((end, _)) = &predicates
        && (words.skip_idle(*end, to) >= to || words.is_sep(*end))
    {
        return predicates;
    }
    if led && is_text(target) {
        let (end, text) = free_text(words, at, to)?;
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from: part_of(target),
                to: text,
            },
        );
    }
    if led && is_whole(target) && target.what == Referent::Picture {
        return predicates
            .or_else(|| described(words, at, to))
            .or_else(|| bare::statement(words, at, to));
    }
    if led && let Some((kind, end)) = chart_at(words, at, to) {
        return one(end, Change::SetChart(kind));
    }
    if led && let Some((end, with)) = other_thing(words, at, to) {
        return one(
            end,
            Change::Replace {
                target: target.clone(),
                with,
            },
        );
    }
    if led && words.is(at, LIVELY) {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    if led && matches!(target.what, Referent::Part { .. }) {
        let (end, text) = free_text(words, at, to)?;
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from: None,
                to: text,
            },
        );
    }
    predicates
}

/// Numbers that are a predicate ("to 50%") rather than a new text.
pub(super) fn predicate_like(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
) -> Option<usize> {
    let thing = matches!(target.what, Referent::Thing(_) | Referent::Same);
    if thing && value_label(target).is_none() {
        return Some(at);
    }
    (words.is(at + 1, "times|x") && at + 1 < to).then_some(at)
}

/// The part of a text that goes when the target is told by its words.
pub(super) fn part_of(target: &Target) -> Option<String> {
    match &target.what {
        Referent::Text(text) => Some(text.clone()),
        _ => None,
    }
}

pub(super) fn quoted_value(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
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
    // "change the title to “X” in bold"
    let mut changes = vec![Change::SetText {
        target: target.clone(),
        from,
        to: text,
    }];
    let mut end = end;
    if words.is(end, "in|and|with")
        && let Some((after, more)) = predicates_at(words, end + 1, to, &target)
    {
        changes.extend(more);
        end = after;
    }
    Some((end, changes))
}

/// The label beside whose value a number is set: "Q3", "revenue", "the total".
pub(super) fn value_label(target: &Target) -> Option<String> {
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
pub(super) fn bare_words(words: &str) -> String {
    let mut words = words.trim();
    for lead in ["the ", "The ", "my ", "our ", "a "] {
        words = words.strip_prefix(lead).unwrap_or(words);
    }
    for tail in [" value", " bar", " point", " number", " figure", " amount"] {
        words = words.strip_suffix(tail).unwrap_or(words);
    }
    words.to_string()
}

pub(super) fn set_value(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
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
pub(super) fn place_by_place(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
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

pub(super) fn new_background(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let whole =
        |found: &(usize, Vec<Change>)| words.skip_idle(found.0, to) >= to || words.is_sep(found.0);
    if let Some((end, target)) = target_at(words, at, to, Reach::Bare)
        && let Referent::Input(n) = target.what
    {
        return one(end, Change::SetBackground(Fill::Picture(n)));
    }
    background_at(words, at, to)
        .filter(|found| whole(found) || words.is(found.0, "background"))
        .or_else(|| setting_at(words, at, to).filter(whole))
        .or_else(|| background(words, at, to).filter(whole))
        .or_else(|| described(words, at, to))
        .or_else(|| {
            let target = Target {
                what: Referent::Background,
                ..Target::default()
            };
            predicates_at(words, at, to, &target)
        })
}

pub(super) fn set_property(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
    property: Property,
) -> Parsed {
    let target_now = target.clone();
    if let Some(found) = from_to(words, at, to, &target_now) {
        return Some(found);
    }
    let value = skip_to(words, at).unwrap_or(at);
    match property {
        Property::Color => {
            let palette = colors_at(words, value, to)
                .filter(|(_, colors)| colors.len() > 1 && is_whole(target));
            if let Some((end, palette)) = palette {
                let theme = crate::instruction::ThemeChange {
                    palette,
                    ..Default::default()
                };
                return one(end, Change::SetTheme(theme));
            }
            if target.what == Referent::Background {
                return background_at(words, value, to);
            }
            let (end, colors) = colors_at(words, value, to).or_else(|| {
                let next = value + usize::from(words.is(value, "to"));
                colors_at(words, next, to)
            })?;
            if words.skip_idle(end, to) < to
                && words.reader.noun_at(end, true).is_some()
                && is_whole(target)
            {
                return None;
            }
            one(
                end,
                Change::Recolor {
                    target: target.clone(),
                    colors,
                },
            )
        }
        Property::Number => {
            let (len, n) = crate::numbers::count_at(&words.reader.tokens, value)?;
            one(
                value + len,
                Change::Count {
                    target: target.clone(),
                    to: CountChange::Set(n),
                },
            )
        }
        Property::Ratio => {
            let (end, change) = canvas_at(words, value, to)?;
            one(end, Change::Reshape(change))
        }
        Property::Size => {
            let (end, scale) = scale_at(words, value, to).or_else(|| {
                times_at(words, value, to).map(|(end, times)| (end, Scale::Times(times)))
            })?;
            if is_whole(target) {
                return canvas_at(words, value, to)
                    .map(|(end, change)| (end, vec![Change::Reshape(change)]));
            }
            one(end, scaled(target, scale))
        }
        Property::Type => {
            let target = match target.what {
                Referent::Picture | Referent::Same => Target {
                    what: Referent::AllText,
                    ..target.clone()
                },
                _ => target.clone(),
            };
            predicates_at(words, value, to, &target).or_else(|| {
                let end = (value..to)
                    .take_while(|&i| words.token(i).is_some_and(|token| token.is_word()))
                    .count()
                    + value;
                let name = words.text(value, end).to_string();
                let setting = TypeSetting {
                    typeface: Some(name).filter(|name| !name.is_empty()),
                    ..TypeSetting::default()
                };
                (setting.typeface.is_some() && words.is_capital(value))
                    .then(|| (end, vec![Change::SetType { target, setting }]))
            })
        }
        Property::Words => {
            let (end, text) = free_text(words, value, to)?;
            one(
                end,
                Change::SetText {
                    target: target.clone(),
                    from: None,
                    to: text,
                },
            )
        }
        Property::Place => {
            let (end, location) = location_at(words, value, to)?;
            one(
                end,
                Change::Move {
                    target: target.clone(),
                    to: location,
                },
            )
        }
        Property::Setting => setting_at(words, value, to),
        Property::Style => theme_at(words, value, to).or_else(|| {
            let (end, palette) = colors_at(words, value, to)?;
            let theme = crate::instruction::ThemeChange {
                palette,
                ..Default::default()
            };
            one(end, Change::SetTheme(theme))
        }),
        Property::Other => predicates_at(words, value, to, target),
    }
}

pub(super) fn turn(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "turn up the brightness", "turn the contrast down"
    if words.is(at, "up|down") {
        let sign = if words.is(at, "up") { 1.0 } else { -1.0 };
        return transforms::shifted(words, sign, at + 1, to);
    }
    // "turn day into night"
    let into = (at..to).find(|&i| words.is(i, "into|to"));
    if let Some(into) =
        into.filter(|into| setting_at(words, at, *into).is_some_and(|(end, _)| end == *into))
    {
        return setting_at(words, into + 1, to);
    }
    let tone = tone_at(words, at + usize::from(words.is(at, "the")), to);
    if let Some((next, ..)) = tone.filter(|(next, ..)| words.is(*next, "up|down")) {
        let sign = if words.is(next, "up") { 1.0 } else { -1.0 };
        return transforms::shifted(words, sign, at, next).map(|(_, changes)| (next + 1, changes));
    }
    if let Some(found) = transforms::rotate(words, at, to) {
        return Some(found);
    }
    let (end, target) = target_at(words, at, to, Reach::UntilWith)?;
    let value = skip_to(words, end);
    if let Some(value) = value {
        if target.what == Referent::Background {
            return new_background(words, value, to);
        }
        if is_whole(&target) {
            return style(words, at, to).or_else(|| new_value(words, value, to, &target, true));
        }
        return new_value(words, value, to, &target, true);
    }
    of_target(words, end, to, &target)
}

pub(super) fn replace(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some((end, olds)) =
        colors_at(words, at, to).filter(|(end, _)| words.is(*end, "for|with|by|to"))
    {
        // "swap the blue for green"
        let (end, colors) = colors_at(words, end + 1, to)?;
        let target = Target {
            what: Referent::Same,
            color: olds.into_iter().next(),
            ..Target::default()
        };
        return one(end, Change::Recolor { target, colors });
    }
    let (end, targets) = targets_at(words, at, to, Reach::UntilWith)?;
    let value = skip_to(words, words.skip_idle_of(end, to))
        .or_else(|| words.is(end, "by").then_some(end + 1))?;
    let [target] = &targets[..] else {
        let mut changes = Vec::new();
        let (end, with) = other_thing(words, value, to)?;
        for (n, target) in targets.into_iter().enumerate() {
            changes.push(if n == 0 {
                Change::Replace {
                    target,
                    with: with.clone(),
                }
            } else {
                Change::Remove(target)
            });
        }
        return Some((end, changes));
    };
    if is_text(target) {
        let (end, text) = free_text(words, value, to)?;
        let from = part_of(target);
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from,
                to: text,
            },
        );
    }
    if target.what == Referent::Background {
        return new_background(words, value, to);
    }
    if let Some(found) = place_by_place(words, value, to, target) {
        return Some(found);
    }
    let sky = matches!(&target.what, Referent::Thing(noun) if noun == "sky" || lexicon().places.get(noun).is_some());
    if let Some(found) =
        setting_at(words, value, to).filter(|(end, _)| sky && words.skip_idle(*end, to) >= to)
    {
        return Some(found);
    }
    if let Some((kind, end)) = chart_at(words, value, to) {
        return one(end, Change::SetChart(kind));
    }
    if let Some((end, other)) = target_at(words, value, to, Reach::Bare)
        && let Referent::Input(n) = other.what
    {
        return one(
            end,
            Change::Replace {
                target: target.clone(),
                with: Item::Picture(n),
            },
        );
    }
    if let Some((end, with)) = other_thing(words, value, to) {
        return one(
            end,
            Change::Replace {
                target: target.clone(),
                with,
            },
        );
    }
    new_value(words, value, to, target, true)
}

/// A kind of chart by its name.
pub(in crate::instruction) fn chart_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(crate::ChartKind, usize)> {
    let mut next = at;
    while words.is(next, "a|an|the|simple|to|into|as") && next < to {
        next += 1;
    }
    // "a horizontal progress bar"
    let next =
        next + usize::from(words.is(next, "horizontal|vertical") && words.is(next + 1, "progress"));
    let (len, component) = lexicon().components.at(&words.reader.tokens, next)?;
    let firm = len > 1
        || words.is(
            next,
            "histogram|scatterplot|sparkline|treemap|heatmap|gauge|boxplot|bars|donut|pie|chart",
        );
    match component {
        crate::Component::Chart(kind) if firm && next + len <= to => Some((*kind, next + len)),
        _ => None,
    }
}
