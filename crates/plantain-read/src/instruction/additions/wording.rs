//! Words that come: texts, lines, watermarks.

use super::add;
use crate::Role;
use crate::instruction::arguments::{colors_at, location_at};
use crate::instruction::predicates::Parsed;
use crate::instruction::words::Words;
use crate::instruction::{Change, Item, Location, TypeSetting};
use crate::lexicon::{Policy, lexicon};
use crate::tokens::Kind;

pub(super) fn quoted(words: &Words<'_>, at: usize, to: usize, text: String) -> Parsed {
    let mut end = at + 1;
    let mut setting = TypeSetting::default();
    // "“Tip” “1.50”": a value beside its label; "“SALE” in red".
    let value = words.quote(end).filter(|_| end < to);
    end += usize::from(value.is_some());
    while words.is(end, "text|label|line|button|badge|sign") && end < to && value.is_none() {
        if let Some((len, kind)) = lexicon().components.at(&words.reader.tokens, end) {
            let item = Item::Part {
                kind: *kind,
                texts: vec![text],
                color: None,
            };
            return add(words, end + len, to, item);
        }
        end += 1;
    }
    if words.is(end, "in|with")
        && let Some((after, mut colors)) = colors_at(words, end, to)
        && words.reader.noun_at(after, true).is_none()
    {
        setting.color = Some(colors.remove(0));
        end = after;
        while words.is(end, "text|letters|font") && end < to {
            end += 1;
        }
    }
    let item = Item::Text {
        text,
        value,
        role: Role::Text,
        setting,
    };
    add(words, end, to, item)
}

/// "a watermark “© ACME”", "watermark text ACME in the corner".
pub(super) fn watermark(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mark = (at..to.min(at + 4)).find(|&i| words.is(i, "watermark|watermarks"))?;
    if (at..mark).any(|i| words.is_sep(i) || words.quote(i).is_some()) {
        return None;
    }
    let mut next = mark + 1;
    while next < to
        && (words.sep(next, crate::tokens::Sep::Colon)
            || words.is(
                next,
                "text|saying|that|says|reading|with|the|words|word|of|reads|line|called",
            ))
    {
        next += 1;
    }
    // "an ACME watermark"
    let (end, text) = match free_text(words, next, to) {
        Some((end, text)) => (end, Some(text)),
        None if mark > at => (mark + 1, Some(words.text(at, mark).to_string())),
        None => (mark + 1, None),
    };
    add(words, end, to, Item::Watermark(text?))
}

/// "a line “Tip 1.50”", "a row Tip 1.50", "a new row: “Mia”, “42”".
pub(super) fn row(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if !words.is(at, "line|row|entry|item|position|record|rows|lines") || at >= to {
        return None;
    }
    let mut next = at + 1;
    if words.is(next, "item") {
        next += 1;
    }
    while next < to
        && (words.is(
            next,
            "saying|that|says|with|for|reading|called|text|the|a|of|@says|to|table|list|reads",
        ) || words.sep(next, crate::tokens::Sep::Colon))
    {
        next += 1;
    }
    let mut cells = Vec::new();
    let mut end = next;
    while let Some(cell) = words.quote(end).filter(|_| end < to) {
        cells.push(cell);
        end += 1;
        while words.is_sep(end) && words.quote(end + 1).is_some()
            || words.is(end, "and|with|for|=") && words.quote(end + 1).is_some()
        {
            end += 1;
        }
    }
    if cells.is_empty() {
        if next == at + 1 && !words.is_capital(next) || location_at(words, at + 1, to).is_some() {
            return None;
        }
        let (after, text) = free_text(words, next, to)?;
        end = after;
        let last = words
            .token(end - 1)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
        if last && end - 1 > next {
            cells = vec![
                words
                    .text(next, end - 1)
                    .trim_end_matches([',', ':', ' '])
                    .to_string(),
                words.text(end - 1, end).to_string(),
            ];
        } else {
            cells = vec![text];
        }
    }
    add(words, end, to, Item::Row(cells))
}

/// "the text Summer Sale", "a headline “Hi”", "a caption that says Hello".
pub(super) fn introduced(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (mut next, role) = if words.is(
        at,
        "text|word|words|phrase|message|writing|letters|sentence|lettering|quote",
    ) {
        (at + 1, Role::Text)
    } else {
        let (len, word) = lexicon().roles.at(&words.reader.tokens, at)?;
        let usable = matches!(
            word.role,
            Role::Title
                | Role::Subtitle
                | Role::Kicker
                | Role::Caption
                | Role::Body
                | Role::Date
                | Role::Price
                | Role::Small
                | Role::Time
                | Role::Place
                | Role::Person
                | Role::Brand
        );
        let lone = lexicon().nouns.at(&words.reader.tokens, at).is_some()
            && words.quote(at + len).is_none()
            && !words.is(at + len, "saying|that|reading");
        if !usable || lone || word.policy != Policy::Silent {
            return None;
        }
        (at + len, word.role)
    };
    let first = next;
    while next < to
        && (words.is(
            next,
            "saying|that|says|reading|reads|with|the|words|word|text|of|called|line|which|block|@says|@called|@de",
        ) || words.sep(next, crate::tokens::Sep::Colon))
    {
        next += 1;
    }
    let led =
        next > first || words.is_capital(next) || words.quote(next).is_some() || role == Role::Text;
    let (end, text) = free_text(words, next, to).filter(|_| led)?;
    let mut setting = TypeSetting::default();
    let mut end = end;
    let mut place = Location::default();
    if let Some((after, found)) = location_at(words, end, to) {
        place = found;
        end = after;
    }
    if words.is(end, "in")
        && let Some((after, mut colors)) = colors_at(words, end, to)
    {
        setting.color = Some(colors.remove(0));
        end = after;
    }
    let item = Item::Text {
        text,
        value: None,
        role,
        setting,
    };
    if place == Location::default() {
        return add(words, end, to, item);
    }
    Some((end, vec![Change::Add { item, at: place }]))
}

/// Words to be set as written: a quote, or everything up to a place or the end.
pub(in crate::instruction) fn free_text(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, String)> {
    if at >= to {
        return None;
    }
    if let Some(text) = words.quote(at) {
        return Some((at + 1, text));
    }
    if words.is_sep(at) {
        return None;
    }
    let mut end = at + 1;
    while end < to {
        let place = words.is(
            end,
            "at|in|on|below|above|under|beneath|over|across|next|near|to|underneath|top|bottom|left|right|centered|beside|behind",
        ) && !words.is_capital(end)
            && location_at(words, end, to)
                .is_some_and(|(after, _)| words.skip_idle(after, to) >= to || words.is(after, "in") && colors_at(words, after + 1, to).is_some());
        let setting = words.is(end, "in")
            && !words.is_capital(end)
            && (colors_at(words, end + 1, to).is_some()
                || words.is(end + 1, "bold|big|large|small|italic"));
        // "Wednesday and 7 PM to 8 PM": another pair begins.
        let pair = words.is(end, "and|&")
            && (words.is_capital(end + 1)
                || words
                    .token(end + 1)
                    .is_some_and(|token| token.kind == Kind::Number || token.form().is_some()))
            && (end + 2..to.min(end + 8)).any(|i| words.is(i, "to|into"));
        if pair {
            break;
        }
        let idle = words.is(end, "please|pls|thanks|instead") && words.skip_idle(end, to) >= to;
        if place
            || setting
            || idle
            || words.quote(end).is_some()
            || words.sep(end, crate::tokens::Sep::Arrow)
        {
            break;
        }
        end += 1;
    }
    while end > at && words.is_sep(end - 1) && !words.sep(end - 1, crate::tokens::Sep::Mark) {
        end -= 1;
    }
    let text = words.text(at, end).trim().to_string();
    (!text.is_empty()).then_some((end, text))
}
