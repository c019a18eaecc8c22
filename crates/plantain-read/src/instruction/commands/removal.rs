//! What goes: "remove the hat", "no text", "take two apples away".

use super::one;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at, targets_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, CountChange, Fill, Filter, Referent, Target};

/// What goes with "remove", "no", "without".
pub(in crate::instruction) fn remove(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "elimina a la persona"
    let at = at + usize::from(words.is(at, "to|of") && words.reader.brief.language.0 != "en");
    let mut from = at;
    while words.is(from, "the|all|any|of|this|that|a|an|its|every|unwanted") && from < to {
        from += 1;
    }
    let closes = |end: usize| {
        words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "from|and")
    };
    let all = Target::default();
    if let Some(end) = words
        .one_of(from, "noise|grain|graininess|digital noise|image noise")
        .filter(|end| closes(*end))
    {
        return one(
            end,
            Change::Filter {
                target: all,
                filter: Filter::Denoise,
                amount: 1.0,
            },
        );
    }
    if let Some(end) = words
        .one_of(from, "blur|blurriness")
        .filter(|end| closes(*end))
    {
        return one(
            end,
            Change::Filter {
                target: all,
                filter: Filter::Sharpen,
                amount: 1.0,
            },
        );
    }
    if let Some(end) = words
        .one_of(from, "color|colors|colour|colours|saturation")
        .filter(|end| closes(*end))
    {
        return one(
            end,
            Change::Filter {
                target: all,
                filter: Filter::Grayscale,
                amount: 1.0,
            },
        );
    }
    if let Some(next) = words.one_of(at, "half of|half the|half of the")
        && let Some((end, target)) = target_at(words, next, to, Reach::Full)
    {
        return one(
            end,
            Change::Count {
                target,
                to: CountChange::Times(0.5),
            },
        );
    }
    if let Some((end, target)) = item_about(words, from, to) {
        return one(end, Change::Remove(target));
    }
    let (end, targets) = targets_at(words, at, to, Reach::Full)?;
    // "a candle" of three is one of them.
    let one_of_them = words.is(at, "a|an");
    let changes = targets
        .into_iter()
        .map(|target| match &target.what {
            Referent::Thing(_) if one_of_them && target.count.is_none() => Target {
                count: Some(1),
                ..target
            },
            _ => target,
        })
        .map(|target| match target.what {
            Referent::Background if !target.inverted && target.by.is_none() => {
                Change::SetBackground(Fill::Transparent)
            }
            // All but the background goes.
            _ => Change::Remove(target),
        })
        .collect();
    Some((
        words
            .one_of(end, "completely|entirely|altogether|fully")
            .unwrap_or(end),
        changes,
    ))
}

/// "coffee tip", "tip about coffee": one of several items, by what it speaks of.
fn item_about(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    const ITEMS: &str = "tip|fact|reason|rule|benefit|advice|habit|ingredient|exercise|lesson";
    let closes = |end: usize| {
        end <= to && (words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "and"))
    };
    let (from, until, end) = match words.one_of(at, ITEMS) {
        Some(head) => {
            let from = words.one_of(head, "about the|about|on the|on|with the|with")?;
            let end = (from..to)
                .find(|&i| words.is_sep(i) || words.is(i, "and"))
                .unwrap_or(to);
            (from, end, end)
        }
        None => {
            let head = (at + 1..to.min(at + 4)).find(|&i| words.is(i, ITEMS))?;
            (at, head, head + 1)
        }
    };
    let text = words.text(from, until).trim().to_owned();
    let target = Target {
        words: words.text(at, end).to_string(),
        what: Referent::Text(text.clone()),
        span: words.span(at, end),
        ..Target::default()
    };
    (closes(end) && !text.is_empty()).then_some((end, target))
}

/// "take the hat off", "take two apples away".
pub(super) fn take(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = targets_at(words, at, to, Reach::Bare)?;
    let end = words.one_of(end, "away|out|off|away from|out of|off of")?;
    let end = if words.is(end - 1, "of|from") {
        target_at(words, end, to, Reach::Bare).map_or(end, |(end, _)| end)
    } else {
        end
    };
    Some((end, targets.into_iter().map(Change::Remove).collect()))
}
