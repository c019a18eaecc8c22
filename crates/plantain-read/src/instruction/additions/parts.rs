//! Parts of designs, borders and pictures that come.

use super::{add, free_text, label_before_place, pair};
use crate::colors::color_at;
use crate::instruction::arguments::colors_at;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{BorderWidth, Change, Item, Location, Referent};
use crate::phrases::phrase_at;
use crate::tokens::Kind;
use crate::tokens::Sep;
use crate::{Component, RelationKind};

/// "a white border", "a 10px frame around the photo".
pub(super) fn border(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    let mut color = None;
    if let Some((len, found)) = color_at(&words.reader.tokens, at) {
        color = Some(found);
        next = at + len;
    }
    let mut width = None;
    while next < to
        && (words.is(next, "thin|thick|wide|narrow|simple|decorative|ornate|outer|rounded|small|solid|double|colored|fine|px|pixel|pixels|percent|dashed|very")
            || border_width(words, next).is_some()
            || words.token(next).is_some_and(|token| token.kind == Kind::Number || token.form().is_some()))
    {
        // A number says more than "thick".
        width = match (width, border_width(words, next)) {
            (Some(known), Some(BorderWidth::Times(_)) | None) => Some(known),
            (_, found) => found,
        };
        next += 1;
        if color.is_none()
            && let Some((len, found)) = color_at(&words.reader.tokens, next)
        {
            color = Some(found);
            next += len;
        }
    }
    if !words.is(next, "border|borders|frame|outline|stroke|framing") || next >= to {
        return None;
    }
    let mut end = next + 1;
    if color.is_none()
        && let Some((len, found)) =
            color_at(&words.reader.tokens, end).filter(|(len, _)| end + len <= to)
    {
        color = Some(found);
        end += len;
    }
    if words.is(end, "in|of|colored|that")
        && let Some((after, mut colors)) = colors_at(words, end, to)
    {
        color = Some(colors.remove(0));
        end = after;
    }
    // "of 5%", "with 10 pixels".
    let tail = end + usize::from(words.is(end, "of|with"));
    if width.is_none()
        && tail < to
        && let Some(found) = border_width(words, tail)
    {
        width = Some(found);
        let unit = words.is(tail + 1, "px|pixel|pixels|%|percent|wide");
        end = tail + 1 + usize::from(unit);
    }
    add(words, end, to, Item::Border { color, width })
}

/// "10px", "10 pixels", "5%", "thin".
fn border_width(words: &Words<'_>, at: usize) -> Option<BorderWidth> {
    let key = words.key(at);
    match key {
        "thin" | "narrow" | "fine" | "small" => return Some(BorderWidth::Times(0.4)),
        "thick" | "wide" => return Some(BorderWidth::Times(2.0)),
        _ => {}
    }
    let digits = key
        .trim_end_matches("pixels")
        .trim_end_matches("px")
        .trim_end_matches('%')
        .trim_end();
    let number: f32 = digits
        .parse()
        .ok()
        .filter(|n| (0.0..=10_000.0).contains(n))?;
    if key.ends_with('%') || words.is(at + 1, "%|percent") {
        return Some(BorderWidth::Percent(number));
    }
    let pixels =
        key.ends_with("px") || key.ends_with("pixels") || words.is(at + 1, "px|pixel|pixels");
    pixels.then_some(BorderWidth::Pixels(number as u32))
}

/// "my logo", "the second image", "image 2", "the attached logo".
pub(super) fn picture(words: &Words<'_>, lead: usize, at: usize, to: usize) -> Parsed {
    let definite = (lead..at).any(|i| words.is(i, "the|my|our|this|your"));
    if words.is(at, "logo") && definite
        || words.is(at, "company|brand") && words.is(at + 1, "logo") && definite
    {
        let end = at + 1 + usize::from(!words.is(at, "logo"));
        let end = words
            .one_of(end, "as a watermark|as watermark")
            .unwrap_or(end);
        return add(words, end, to, Item::Picture(2));
    }
    let (end, target) = target_at(words, lead, to, Reach::Bare)?;
    match target.what {
        Referent::Input(n) => add(words, end, to, Item::Picture(n)),
        _ => None,
    }
}

/// "a SOLD stamp", "a red LAST CHANCE sticker": words in capitals that stand on something.
pub(super) fn stamped(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const STANDS: &str = "stamp|sticker|badge|banner|ribbon|label|tag|seal|sash|flag";
    let mut from = at;
    let mut color = None;
    while from < to {
        if let Some((len, found)) =
            color_at(&words.reader.tokens, from).filter(|_| !is_shouted(words, from))
        {
            color = color.or(Some(found));
            from += len;
        } else if words.is(from, "bold|bright|round|diagonal|tilted|slanted") {
            from += 1;
        } else {
            break;
        }
    }
    let end = (from..to).find(|&i| !is_shouted(words, i))?;
    let named = end > from && words.is(end, STANDS);
    let item = Item::Part {
        kind: Component::Badge,
        texts: vec![words.text(from, end).to_string()],
        color,
    };
    named.then(|| add(words, end + 1, to, item)).flatten()
}

/// "stamp PAID on it in red": words in capitals, or in quotes, that are stamped on the whole.
pub(in crate::instruction) fn stamp(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const ACROSS: &str = "on it|across it|over it|onto it|on top|on top of it|across the page|on the page|across everything|over everything|across|diagonally|diagonally across";
    let (mut end, text) = match words.quote(at) {
        Some(text) => (at + 1, text),
        None => {
            let end = (at..to).find(|&i| !is_shouted(words, i)).unwrap_or(to);
            (end, words.text(at, end).to_string())
        }
    };
    let mut color = None;
    while end > at && end < to {
        if let Some(next) = words.one_of(end, ACROSS) {
            end = next;
        } else if let Some((next, mut colors)) = words
            .is(end, "in")
            .then(|| colors_at(words, end + 1, to))
            .flatten()
        {
            color = Some(colors.remove(0));
            end = next;
        } else {
            break;
        }
    }
    let item = Item::Stamp { text, color };
    (end > at).then(|| add(words, end, to, item)).flatten()
}

/// Whether a word stands in capitals.
fn is_shouted(words: &Words<'_>, at: usize) -> bool {
    let text = words.text(at, at + 1);
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
        && text.chars().all(|c| !c.is_lowercase())
        && words.quote(at).is_none()
}

/// "a step “Review”", "a branch “Friends”": one more box of a diagram.
pub(super) fn boxed(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = words.one_of(
        at,
        "step|branch|node|box|stage|milestone|topic|idea|leaf|step called|branch called|node called|box called|step named|branch named",
    )?;
    let told = next < to && (words.quote(next).is_some() || words.is_capital(next));
    let (end, text) = told
        .then(|| label_before_place(words, next, to))
        .flatten()?;
    let item = Item::Part {
        kind: Component::Card,
        texts: vec![text],
        color: None,
    };
    add(words, end, to, item)
}

/// "a COO Ben Ortiz who reports to Maria": one more box of a chart of people, under somebody.
pub(super) fn reporting(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (split, behind) = (at + 1..to).find_map(|i| {
        let end = words.one_of(
            i,
            "who reports to|that reports to|reporting to|reports to|who works under|working under",
        )?;
        Some((i, end))
    })?;
    let named = words.is_capital(at) || words.quote(at).is_some();
    let (end, above) = target_at(words, behind, to, Reach::Bare).filter(|_| named)?;
    let split = split - usize::from(words.is_sep(split - 1));
    let text = words
        .quote(at)
        .filter(|_| at + 1 == split)
        .unwrap_or_else(|| words.text(at, split).to_string());
    let item = Item::Part {
        kind: Component::Card,
        texts: vec![text],
        color: None,
    };
    let at = Location {
        across: false,
        position: None,
        relation: Some((RelationKind::Under, above)),
    };
    Some((end, vec![Change::Add { item, at }]))
}

/// "a plan Enterprise $99", "a KPI Churn 2.1%": one more card with its name and its figure.
pub(super) fn figured_card(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let at = at
        + usize::from(words.is(
            at,
            "second|third|fourth|fifth|sixth|another|new|extra|further|additional",
        ));
    let next = words.one_of(
        at,
        "plan|tier|package|card|tile|kpi|kpi card|metric|metric card|stat|stat card|stats card|box|pricing plan|figure",
    )?;
    let first = next + usize::from(words.sep(next, Sep::Colon));
    let first = words
        .one_of(first, "called|named|titled|@called")
        .unwrap_or(first);
    if let Some(found) = priced_card(words, first, to) {
        return Some(found);
    }
    let Some((end, mut changes)) = pair(words, first, to) else {
        return quoted_card(words, next, to);
    };
    for change in &mut changes {
        if let Change::Add { item, .. } = change
            && let Item::Row(texts) = item
        {
            let texts = std::mem::take(texts);
            *item = Item::Part {
                kind: Component::Card,
                texts,
                color: None,
            };
        }
    }
    Some((end, changes))
}

/// "Team at $79", "Max for 49 €": a card with its name, and what it costs or counts.
fn priced_card(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const NAME_WORDS_MAX: usize = 4;
    let figure = |i: usize| {
        words
            .token(i)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    let joint = (at + 1..to.min(at + 1 + NAME_WORDS_MAX)).find_map(|i| {
        let end = words.one_of(i, "at|for|with|which costs|that costs|costing|priced at")?;
        (figure(end) && end < to).then_some((i, end))
    });
    let (split, value) = joint?;
    let named = words.quote(at).filter(|_| split == at + 1);
    let capitals = (at..split).all(|i| words.is_capital(i) || words.is(i, "&|of|plus"));
    let name = named.or_else(|| capitals.then(|| words.text(at, split).to_string()))?;
    let unit = words.one_of(
        value + 1,
        "a month|per month|a year|per year|€|euros|dollars",
    );
    let end = unit.unwrap_or(value + 1);
    let sign = words.text(value, value + 1).to_string();
    let per = unit.filter(|_| !words.is(value + 1, "a|per"));
    let figure = per.map_or(sign, |end| words.text(value, end).to_string());
    let item = Item::Part {
        kind: Component::Card,
        texts: vec![name, figure],
        color: None,
    };
    add(words, end, to, item)
}

/// "a third plan “Team” “$59”": a card with all that is quoted.
fn quoted_card(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = words
        .one_of(at, "called|named|titled|labelled|labeled|saying|@called")
        .unwrap_or(at);
    let mut texts = Vec::new();
    while next < to {
        let joint = words.is_sep(next) || words.is(next, "and|with|at|for|&");
        if let Some(text) = words.quote(next) {
            texts.push(text);
        } else if texts.is_empty() || !joint || words.quote(next + 1).is_none() {
            break;
        }
        next += 1;
    }
    let item = Item::Part {
        kind: Component::Card,
        texts,
        color: None,
    };
    match &item {
        Item::Part { texts, .. } if texts.len() > 1 => add(words, next, to, item),
        _ => None,
    }
}

/// Parts of designs with their texts: "a third card “Refunds” “2.1%”", "a button that says Buy now".
pub(super) fn part(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    let Referent::Part { kind, label } = target.what else {
        return None;
    };
    let color = target.color;
    let mut texts: Vec<String> = label.into_iter().collect();
    // "an icon of a house": what it shows, as in "a house icon".
    if texts.is_empty()
        && matches!(kind, Component::Icon | Component::Logo)
        && words.is(end, "of")
        && let Some(shown) = phrase_at(&words.reader, end + 1)
            .filter(|shown| shown.to <= to && !shown.object.noun.is_empty())
    {
        let item = Item::Part {
            kind: Component::Icon,
            texts: vec![shown.object.noun],
            color,
        };
        return add(words, shown.to, to, item);
    }
    let mut end = end;
    let mut next = end;
    let connecting = |at: usize| {
        words.is(
            at,
            "saying|that|says|labelled|labeled|called|titled|named|with|for|reading|text|the|and|value|showing|of|label|title|=|reads|a|@says|@called",
        ) || words.sep(at, crate::tokens::Sep::Colon)
            || words.sep(at, crate::tokens::Sep::Comma)
    };
    loop {
        let mut from = next;
        while from < to && connecting(from) {
            from += 1;
        }
        if let Some(text) = words.quote(from).filter(|_| from < to) {
            texts.push(text);
            next = from + 1;
            end = next;
            continue;
        }
        let said = from > next
            && (words.is_capital(from)
                || words
                    .token(from)
                    .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
                || (next..from).any(|i| {
                    words.is(
                        i,
                        "says|saying|labelled|labeled|called|reading|reads|titled",
                    )
                }));
        if said && from < to && texts.len() < 6 && !words.is_sep(from) {
            let (after, text) = free_text(words, from, to)?;
            // "a fourth card: Revenue $31k"
            let figure = words
                .token(after - 1)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
            match kind == Component::Card && figure && after - 1 > from {
                true => texts.extend([
                    words.text(from, after - 1).trim().to_string(),
                    words.text(after - 1, after).to_string(),
                ]),
                false => texts.push(text),
            }
            end = after;
        }
        break;
    }
    if kind == Component::TabBar
        && let [names] = texts.as_slice()
        && names.contains(',')
    {
        let parted = names.split(',').flat_map(|part| part.split(" and "));
        let parted = parted.map(|name| name.trim().to_owned());
        texts = parted.filter(|name| !name.is_empty()).collect();
    }
    let kind = match kind {
        Component::Border => return None,
        Component::Logo
            if words.is(at, "my|our|the") || at > 0 && words.is(at - 1, "my|our|the") =>
        {
            return add(words, end, to, Item::Picture(2));
        }
        kind => kind,
    };
    add(words, end, to, Item::Part { kind, texts, color })
}
