//! Prices that fall or rise: "everything 10% off", "the latte 20 cents cheaper".

use super::one;
use crate::instruction::arguments::{figure_at, percent};
use crate::instruction::commands::change::bare_words;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::{Words, is_among};
use crate::instruction::{Change, Reckoning, Referent, Target};
use crate::tokens::is_currency;

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

/// "the price of the coffee is 2.50", "price of the samosa ₹25": what something costs.
pub(in crate::instruction) fn priced(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const LABEL_WORDS_MAX: usize = 4;
    let from = words.one_of(
        at,
        "the price of the|the price of|price of the|price of|the price|price|the cost of the|the cost of|cost of",
    )?;
    let figure = |i: usize| figure_at(words, i).is_some();
    let value = (from + 1..to).find(|&i| figure(i))?;
    let mut split = value;
    while split > from
        && words.is(
            split - 1,
            "is|should|must|be|now|to|has|costs|at|@to|are|will|from|today",
        )
    {
        split -= 1;
    }
    let plain = (from..split).all(|i| words.token(i).is_some_and(crate::tokens::Token::is_word));
    // "12 zł", "85 TL": a unit that no table knows.
    let unit = value + 2 <= to
        && words.reader.brief.language.0 != "en"
        && words
            .token(value + 1)
            .is_some_and(crate::tokens::Token::is_word)
        && words.text(value + 1, value + 2).chars().count() <= 5;
    let end = value + 1 + usize::from(unit);
    if !plain || split == from || split - from > LABEL_WORDS_MAX || !words.closes(end, to) {
        return None;
    }
    let change = Change::SetValue {
        label: Some(words.text(from, split).to_string()),
        to: words.text(value, end).to_string(),
    };
    one(end, change)
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

/// "everything one dollar more", "all prices up by 10%": every price rises or falls by so much.
pub(in crate::instruction) fn all_by(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const ALL: &str = "everything|all prices|all the prices|every price|each price|all items|every item|each item|\
        all dishes|all drinks|all products|prices|the prices|all tickets|all of them";
    const RISES: &str = "up|plus|higher|more expensive|more|dearer|pricier|extra";
    const FALLS: &str = "down|minus|lower|less expensive|less|cheaper|off";
    let turned = |at: usize| {
        words
            .one_of(at, RISES)
            .map(|end| (end, 1.0))
            .or_else(|| words.one_of(at, FALLS).map(|end| (end, -1.0)))
    };
    let first = words.one_of(at, ALL)?;
    let said = words
        .one_of(
            first,
            "should be|must be|should cost|is|are|go|goes|costs|cost",
        )
        .unwrap_or(first);
    let before = turned(said);
    let from = before.map_or(said, |(end, _)| end);
    let from = words.one_of(from, "by").unwrap_or(from);
    let (unit, _) = figure_at(words, from)?;
    let sum = words.is(unit, MONEY) || is_sum(words.text(from, unit));
    if from >= to || !sum && percent(words, from).is_none() {
        return None;
    }
    let (_, behind) = amount(words, from, 1.0)?;
    let (end, sign) = match before {
        Some((_, sign)) => (behind, sign),
        None => turned(behind)?,
    };
    let (by, _) = amount(words, from, sign)?;
    let closes = end <= to && (words.skip_idle(end, to) >= to || words.is_sep(end));
    let target = Target {
        what: Referent::Role(crate::Role::Price),
        words: words.text(at, first).to_string(),
        span: words.span(at, first),
        ..Target::default()
    };
    closes.then(|| (end, vec![Change::Reckon { target, by }]))
}

/// Units of money behind a figure.
const MONEY: &str =
    "cent|cents|ct|dollar|dollars|buck|bucks|euro|euros|pound|pounds|franc|francs|$|€|£";

const CENTS: &str = "cent|cents|ct";

/// Whether a figure is one of money by its sign or its unit: "$2", "5 euros".
fn is_sum(figure: &str) -> bool {
    figure.contains(is_currency) || unit_of(figure).is_some_and(|unit| is_among(&unit, MONEY))
}

/// Returns the last word of a figure that is told with its unit.
fn unit_of(figure: &str) -> Option<String> {
    Some(crate::tokens::lower(figure.rsplit_once(' ')?.1))
}

/// What a figure falls or rises by, and the token behind it.
fn amount(words: &Words<'_>, from: usize, sign: f64) -> Option<(Reckoning, usize)> {
    let (unit, figure) = figure_at(words, from)?;
    let inside = unit_of(words.text(from, unit));
    let by = match percent(words, from) {
        Some(share) => Reckoning::Times(1.0 + sign * f64::from(share)),
        None if words.is(unit, CENTS) || inside.is_some_and(|unit| is_among(&unit, CENTS)) => {
            Reckoning::Plus(sign * figure / 100.0)
        }
        None => Reckoning::Plus(sign * figure),
    };
    let named = words.is(unit, MONEY) || words.is(unit, "%|percent");
    Some((by, unit + usize::from(named)))
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
