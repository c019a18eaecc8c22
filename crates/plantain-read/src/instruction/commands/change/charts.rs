//! Points of charts, and other charts for the same data.

use crate::instruction::commands::one;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Item, Location};
use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep};

/// "show it as a line chart".
pub(in crate::instruction) fn as_chart(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::UntilWith)?;
    let (kind, end) = chart_at(words, end + 1, to).filter(|_| words.is(end, "as|in"))?;
    one(end, Change::SetChart { target, kind })
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

/// "May 18": what reads like a day is a month and its figure where a chart goes on.
fn month_with_figure(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (label, value) = words.text(at, at + 1).split_once(' ')?;
    let figure = value.bytes().all(|b| b.is_ascii_digit());
    let month = crate::calendar::month(&crate::tokens::lower(label)).is_some();
    let closes = words.skip_idle(at + 1, to) >= to
        || words.is_sep(at + 1)
        || words.is(at + 1, "and|then|but");
    (figure && month && closes && words.token(at)?.form().is_some()).then(|| {
        let item = Item::Point {
            label: label.to_owned(),
            value: value.to_owned(),
        };
        let at_end = Location::default();
        (at + 1, vec![Change::Add { item, at: at_end }])
    })
}

/// "add a data point May 37", "add a bar “Q5” with 30".
pub(in crate::instruction) fn point(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    while words.is(next, "a|an|another|new|the|one|more|data") && next < to {
        next += 1;
    }
    if let Some(found) = month_with_figure(words, next, to) {
        return Some(found);
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
