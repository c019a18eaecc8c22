//! Points of a chart that become one: "merge Fun and Transport into “Other” (24%)".

use super::additions::free_text;
use super::predicates::Parsed;
use super::words::Words;
use crate::instruction::Change;
use crate::tokens::{Kind, Sep};

/// Most points that become one.
const POINTS_MAX: usize = 12;

/// Reads a clause that merges points under a new name.
pub(super) fn read(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    const VERBS: &str = "merge|combine|group|lump|fold|join|sum up|bundle|collapse";
    let start = words.one_of(from, VERBS)?;
    let split = (start + 1..to).find(|&at| words.is(at, "into|as|under|to"))?;
    let labels = labels(words, start, split)?;
    let mut name = words
        .one_of(
            split,
            "into a single|into one|into a|into an|into|as a|as|under the name|under|to",
        )
        .unwrap_or(split + 1);
    while name < to
        && words.is(
            name,
            "slice|bar|point|category|segment|called|named|labelled|labeled|single|one|new",
        )
    {
        name += 1;
    }
    let (end, into) = match words.quote(name) {
        Some(text) => (name + 1, text),
        None => {
            let stop = (name + 1..to)
                .find(|&at| {
                    words.is_sep(at) || words.is(at, "with|at|of|and|then") || figure(words, at)
                })
                .unwrap_or(to);
            free_text(words, name, stop)?
        }
    };
    let (end, value) = value(words, end, to);
    let end = end.min(to);
    words.closes(end, to).then(|| {
        let change = Change::Merge {
            labels,
            into,
            value,
        };
        (end, vec![change])
    })
}

/// The names before "into", joined by commas and "and".
fn labels(words: &Words<'_>, from: usize, to: usize) -> Option<Vec<String>> {
    let mut out = Vec::new();
    let mut at = from;
    for end in from..=to {
        let joint = end == to
            || words.is_sep(end)
            || words.is(end, "and|with|plus|&") && !words.is_capital(end)
            || matches!(words.text(end, end + 1), "&" | "+");
        if !joint {
            continue;
        }
        while at < end && words.is(at, "the|slices|bars|both|categories|slice|bar|small|and") {
            at += 1;
        }
        if at < end {
            let quoted = words.quote(at).filter(|_| at + 1 == end);
            let name = quoted.unwrap_or_else(|| words.text(at, end).to_owned());
            out.push(name);
        }
        at = end + 1;
    }
    (2..=POINTS_MAX).contains(&out.len()).then_some(out)
}

/// "(24%)", "with 24%", "at 24%": the value of the new point, and the token behind.
fn value(words: &Words<'_>, at: usize, to: usize) -> (usize, Option<String>) {
    let open = words.sep(at, Sep::Open) || words.is_sep(at);
    let next = match words.one_of(at, "with a value of|with|at|of|=") {
        Some(next) => next,
        None => at + usize::from(open),
    };
    if next >= to || !figure(words, next) {
        return (at, None);
    }
    let closed = next + 1 + usize::from(words.sep(next + 1, Sep::Close));
    (closed, Some(words.text(next, next + 1).to_owned()))
}

fn figure(words: &Words<'_>, at: usize) -> bool {
    words
        .token(at)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
}
