//! Translations: texts of the picture with the words that come in their place.

use super::texts::rename;
use super::{change, one};
use crate::instruction::predicates::{Parsed, is_whole};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent, Target};
use crate::tokens::Sep;

/// "translate “Hello” to “Hallo”", "translate: MRR -> Umsatz, churn -> Abwanderung": with the words at hand a translation
/// is another text.
pub(super) fn translated(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let verb = at > 0 && words.is(at - 1, "translate");
    if let Some(found) = verb.then(|| arrowed(words, at, to)).flatten() {
        return Some(found);
    }
    // "translate the title to Spanish: “…”": the words at hand stand behind the colon.
    if verb
        && let Some(colon) = (at..to).find(|&i| words.sep(i, Sep::Colon))
        && let Some(text) = words.quote(colon + 1).filter(|_| colon + 1 < to)
        && let Some((end, target)) = target_at(words, at, colon, Reach::UntilWith)
        && words.is(end, "to|into")
        && end + 2 == colon
    {
        let from = change::part_of(&target);
        return one(
            colon + 2,
            Change::SetText {
                target,
                from,
                to: text,
            },
        );
    }
    if let Some(found) = verb.then(|| reworded(words, at, to)).flatten() {
        return Some(found);
    }
    let found = verb.then(|| rename(words, at, to)).flatten()?;
    words.quote(found.0 - 1).is_some().then_some(found)
}

/// "translate it: “A”, “B”, “C”", "translate to German: A, B, C": all texts with the words at hand, where there are several.
fn reworded(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let colon = (at..to).find(|&i| words.sep(i, Sep::Colon))?;
    let whole = target_at(words, at, colon, Reach::Bare)
        .is_none_or(|(_, target)| is_whole(&target) || target.what == Referent::AllText);
    let mut texts = Vec::new();
    let mut next = colon + 1;
    while next < to {
        let end = (next..to)
            .find(|&i| {
                [Sep::Comma, Sep::Semi, Sep::Slash]
                    .iter()
                    .any(|sep| words.sep(i, *sep))
            })
            .unwrap_or(to);
        let from = next + usize::from(words.is(next, "and"));
        let quotes: Vec<String> = (from..end).filter_map(|i| words.quote(i)).collect();
        if quotes.is_empty() && from < end {
            texts.push(words.text(from, end).trim().to_string());
        }
        texts.extend(quotes);
        next = end + 1;
    }
    // "translate it to Spanish: CUIDADO": one text with its words told is the largest, or the only one.
    if whole && let [text] = texts.as_slice() {
        let target = Target {
            what: Referent::AllText,
            ..Target::default()
        };
        let (from, end, to) = (None, to, text.clone());
        return Some((end, vec![Change::SetText { target, from, to }]));
    }
    (whole && texts.len() > 1).then(|| (to, vec![Change::Reword { to: texts }]))
}

/// "A -> B, C -> D": each text with what comes in its place.
fn arrowed(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut changes = Vec::new();
    let mut start = at;
    while start < to && (words.is_sep(start) || words.is(start, "and|the|words|texts|labels")) {
        start += 1;
    }
    while let Some(arrow) = (start..to).find(|&i| words.sep(i, Sep::Arrow)) {
        let end = (arrow + 1..to)
            .find(|&i| words.sep(i, Sep::Comma) || words.sep(i, Sep::Semi))
            .unwrap_or(to);
        let told = |from: usize, to: usize| {
            words
                .quote(from)
                .filter(|_| from + 1 == to)
                .unwrap_or_else(|| words.text(from, to).trim().to_string())
        };
        let (old, new) = (told(start, arrow), told(arrow + 1, end));
        if old.is_empty() || new.is_empty() {
            return None;
        }
        let target = Target {
            what: Referent::Text(old.clone()),
            words: words.text(start, arrow).to_string(),
            span: words.span(start, arrow),
            ..Target::default()
        };
        changes.push(Change::SetText {
            target,
            from: Some(old),
            to: new,
        });
        start = end;
        while start < to && (words.is_sep(start) || words.is(start, "and")) {
            start += 1;
        }
    }
    (!changes.is_empty() && start >= to).then_some((to, changes))
}
