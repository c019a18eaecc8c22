//! What a part of a design is to say, told without a verb.

use super::reworded;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent};

/// "button green with the text “Go”": what a part that is there is to say, and in which colour.
pub(super) fn captioned(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const WITH: &str = "with the text|with the words|with the label|with text|with the caption|text|with the inscription|@with the text|with a text|saying|labelled";
    if words.is(at, "a|an|another|new") || at > 0 && words.is(at - 1, "a|an|another|new") {
        return None;
    }
    let said = (at + 1..to.min(at + 6)).find(|&i| words.one_of(i, WITH).is_some())?;
    let quote = words.one_of(said, WITH)?;
    let text = words.quote(quote).filter(|_| words.closes(quote + 1, to))?;
    let start = at + usize::from(words.is(at, "the|our|my"));
    let mut part = None;
    let mut color = None;
    let mut next = start;
    while next < said {
        if let Some((end, target)) = target_at(words, next, said, Reach::Bare)
            && matches!(target.what, Referent::Part { .. })
            && part.is_none()
        {
            (part, next) = (Some(target), end);
        } else if let Some((len, found)) = crate::colors::color_at(&words.reader.tokens, next) {
            (color, next) = (Some(found), next + len);
        } else {
            return None;
        }
    }
    let mut target = part?;
    let color = color.or_else(|| target.color.take());
    if let Referent::Part { label, .. } = &mut target.what {
        *label = None;
    }
    target.by = None;
    let mut changes: Vec<Change> = Vec::new();
    if let Some(color) = color {
        let colors = vec![color];
        changes.push(Change::Recolor {
            target: target.clone(),
            colors,
        });
    }
    changes.push(reworded(target, text));
    Some((quote + 1, changes))
}
