//! Prices that fall or rise: "everything 10% off", "the latte 20 cents cheaper".

use super::one;
use crate::instruction::arguments::percent;
use crate::instruction::commands::change::bare_words;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Reckoning, Referent, Target};

/// "everything 10% off", "20% off all prices": every price is less by a share.
pub(super) fn cheaper(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const ALL: &str =
        "everything|all prices|all items|every price|all dishes|all products|prices|the prices|all";
    let first = words.one_of(at, ALL);
    let from = first.unwrap_or(at);
    let share = percent(words, from).filter(|share| from < to && *share < 1.0)?;
    let from = from + 1 + usize::from(words.is(from + 1, "percent|%"));
    let end = words.one_of(from, "off|cheaper|less|discount")?;
    let behind = words.one_of(
        end,
        "on everything|on all prices|on all items|all prices|everything|on all|all items",
    );
    let end = behind.unwrap_or(end);
    let closes = end <= to && (words.skip_idle(end, to) >= to || words.is_sep(end));
    if !closes || first.is_none() && behind.is_none() {
        return None;
    }
    let target = Target {
        what: Referent::Role(crate::Role::Price),
        words: words.text(at, end).to_string(),
        span: words.span(at, end),
        ..Target::default()
    };
    let by = Reckoning::Times(1.0 - f64::from(share));
    one(end, Change::Reckon { target, by })
}

/// "the latte 20 cents cheaper", "Mocha is 10% more expensive": a figure that falls or rises by so much.
pub(super) fn dearer(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let last = (at + 1..to).find(|&i| words.is(i, "cheaper|dearer|expensive|pricier"))?;
    let sign = if words.is(last, "cheaper") { -1.0 } else { 1.0 };
    let more = last - usize::from(words.is(last - 1, "more|less"));
    let sign = if words.is(more, "less") { -1.0 } else { sign };
    let (end, target) = target_at(words, at, more, Reach::Bare)?;
    // "bread is cheaper by 20 cents"
    let behind = words
        .one_of(last + 1, "by")
        .filter(|_| words.one_of(end, "is|are|should be") == Some(more));
    if let Some(from) = behind {
        let (by, end) = amount(words, from, sign)?;
        return (end <= to).then(|| {
            (
                end,
                vec![Change::Reckon {
                    target: as_text(target),
                    by,
                }],
            )
        });
    }
    let from = words
        .one_of(end, "is|are|should be|by|must be|costs")
        .unwrap_or(end);
    let (by, end) = amount(words, from, sign)?;
    (end == more).then(|| {
        (
            last + 1,
            vec![Change::Reckon {
                target: as_text(target),
                by,
            }],
        )
    })
}

/// What a figure falls or rises by, and the token behind it.
fn amount(words: &Words<'_>, from: usize, sign: f64) -> Option<(Reckoning, usize)> {
    let figure: f64 = words
        .text(from, from + 1)
        .trim_matches(|c: char| !c.is_ascii_digit())
        .replace(',', ".")
        .parse()
        .ok()?;
    let unit = from + 1;
    let by = match percent(words, from) {
        Some(share) => Reckoning::Times(1.0 + sign * f64::from(share)),
        None if words.is(unit, "cent|cents|ct") => Reckoning::Plus(sign * figure / 100.0),
        None => Reckoning::Plus(sign * figure),
    };
    let units = "cent|cents|ct|dollar|dollars|euro|euros|%|percent";
    Some((by, unit + usize::from(words.is(unit, units))))
}

/// A thing that goes by its words on the picture.
fn as_text(target: Target) -> Target {
    match &target.what {
        Referent::Thing(_) => Target {
            what: Referent::Text(bare_words(&target.words)),
            ..target
        },
        _ => target,
    }
}
