//! More and less of something: sizes, numbers, figures, tones.

use super::{one, reshape, skip_picture};
use crate::Role;
use crate::instruction::arguments::{
    Degree, USUAL, amount_at, canvas_at, figure_at, percent, scale_at, strength, times_at,
};
use crate::instruction::commands::change::figured;
use crate::instruction::predicates::{Parsed, is_text, is_whole, tone_at};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{
    CanvasChange, Change, CountChange, Filter, Reckoning, Referent, Scale, Target, TypeSetting,
};
use crate::tokens::Kind;

/// "enlarge the logo by 20%", "resize to 1080x1080", "scale it to 50%".
pub(in crate::instruction) fn scaled(
    words: &Words<'_>,
    times: f32,
    at: usize,
    to: usize,
) -> Parsed {
    // "aumente todos os preços em 10%": where one verb enlarges and raises.
    if let Some(found) = reckoned(words, if times < 1.0 { -1.0 } else { 1.0 }, at, to) {
        return Some(found);
    }
    let next = skip_picture(words, at, to);
    if let Some((end, change)) = canvas_at(words, next, to) {
        return reshape(end, change);
    }
    let (end, target) = target_at(words, at, to, Reach::Full).unwrap_or((
        at,
        Target {
            what: Referent::Same,
            ..Target::default()
        },
    ));
    let end = end + usize::from(words.is(end, "up|down"));
    // "shrink the pumpkin so it's smaller than the cat": how far.
    const UNTIL: &str = "so it's|so it is|so that it's|so that it is|so they are|so that they are|until it's|until it is|to be|so it becomes";
    let end = words
        .one_of(end, UNTIL)
        .filter(|until| scale_at(words, *until, to).is_some())
        .unwrap_or(end);
    let (after, factor) = match times_at(words, end, to) {
        Some((after, factor))
            if words.is(end, "by") && factor < 2.0 && percent(words, end + 1).is_some() =>
        {
            (
                after,
                if times < 1.0 {
                    1.0 - factor
                } else {
                    1.0 + factor
                },
            )
        }
        Some((after, factor)) => (
            after,
            if times < 1.0 && factor > 1.0 {
                1.0 / factor
            } else {
                factor
            },
        ),
        None => match scale_at(words, end + usize::from(words.is(end, "to")), to) {
            Some((after, Scale::Times(found))) => (after, found),
            Some((after, scale)) => return one(after, Change::Resize { target, to: scale }),
            None => match amount_at(words, end, to) {
                Some((after, degree)) => (after, 1.0 + strength(Some(degree), times - 1.0)),
                None => (end, times),
            },
        },
    };
    if factor == 1.0 {
        return None;
    }
    let factor = factor.clamp(0.05, 20.0);
    if target.what == Referent::Picture {
        return reshape(after, CanvasChange::Times(factor));
    }
    if is_text(&target) {
        let setting = TypeSetting {
            scale: Some(factor),
            ..TypeSetting::default()
        };
        return one(after, Change::SetType { target, setting });
    }
    one(
        after,
        Change::Resize {
            target,
            to: Scale::Times(factor),
        },
    )
}

/// "double the number of books", "double the size of the logo", "double the books".
pub(in crate::instruction) fn multiplied(
    words: &Words<'_>,
    times: f32,
    at: usize,
    to: usize,
) -> Parsed {
    let mut next = at + usize::from(words.is(at, "the|all|every|each"));
    if let Some((end, target)) = figures_at(words, next, to).filter(|(_, target)| {
        matches!(target.what, Referent::Role(_)) && !words.is(next, "number|amount")
    }) {
        let by = Reckoning::Times(f64::from(times));
        return one(end, Change::Reckon { target, by });
    }
    let size = words.is(next, "size|height|width|scale|resolution");
    let number = words.is(next, "number|amount|count|quantity");
    if size || number {
        next += 1 + usize::from(words.is(next + 1, "of"));
    } else {
        next = at;
    }
    if size && words.is(next - 1, "resolution") {
        return reshape(next, CanvasChange::Times(times));
    }
    let (end, target) = target_at(words, next, to, Reach::Full).unwrap_or((
        next,
        Target {
            what: Referent::Same,
            ..Target::default()
        },
    ));
    let tail_size = words.one_of(end, "in size|size");
    if size || tail_size.is_some() {
        let end = tail_size.unwrap_or(end);
        if target.what == Referent::Picture {
            return reshape(end, CanvasChange::Times(times));
        }
        return one(
            end,
            Change::Resize {
                target,
                to: Scale::Times(times),
            },
        );
    }
    one(
        end,
        Change::Count {
            target,
            to: CountChange::Times(times),
        },
    )
}

/// "increase the brightness by 20%", "reduce the number of apples by 2", "raise all prices by 10%".
pub(in crate::instruction) fn shifted(
    words: &Words<'_>,
    sign: f32,
    at: usize,
    to: usize,
) -> Parsed {
    if let Some(found) = figured(words, at, to).or_else(|| reckoned(words, sign, at, to)) {
        return Some(found);
    }
    let (at, early) =
        amount_at(words, at, to).map_or((at, None), |(end, factor)| (end, Some(factor)));
    let mut next = at;
    while words.is(next, "the|its|overall|image|up|down|photo|picture|in")
        && next < to
        && tone_at(words, next, to).is_none()
    {
        next += 1;
    }
    toned(words, (sign, early), next, to)
        .or_else(|| refined(words, sign, next, to))
        .or_else(|| counted(words, sign, next, to))
        .or_else(|| size_shifted(words, sign, next, to, early))
}

/// "of the sky" behind what is raised; the whole picture where nothing is named.
fn of(words: &Words<'_>, end: usize, to: usize) -> (usize, Target) {
    let mut from = end;
    while words.is(from, "of|in|on|between|around|for") && from < to {
        from += 1;
    }
    (from > end)
        .then(|| target_at(words, from, to, Reach::Full))
        .flatten()
        .map_or((end, Target::default()), |found| found)
}

/// "the brightness of the sky by 20%".
fn toned(words: &Words<'_>, (sign, early): (f32, Option<Degree>), at: usize, to: usize) -> Parsed {
    let (end, tone, direction) = tone_at(words, at, to)?;
    let (end, target) = of(words, end, to);
    let (end, factor) = match amount_at(words, end, to) {
        Some((end, factor)) => (end, Some(factor)),
        None => (end, early),
    };
    let amount = strength(factor, USUAL * sign * direction.abs());
    one(
        end,
        Change::Tone {
            target,
            tone,
            amount,
        },
    )
}

/// Noise, sharpness, margins, resolution: what the whole picture has more or less of.
fn refined(words: &Words<'_>, sign: f32, at: usize, to: usize) -> Parsed {
    let filter = |end: usize, filter: Filter| {
        let target = Target::default();
        one(
            of(words, end, to).0,
            Change::Filter {
                target,
                filter,
                amount: 1.0,
            },
        )
    };
    let more = sign > 0.0;
    if let Some(end) = words.one_of(at, "noise|grain") {
        return filter(end, if more { Filter::Grain } else { Filter::Denoise });
    }
    if let Some(end) = words
        .one_of(at, "sharpness|clarity|detail|details")
        .filter(|_| more)
    {
        return filter(end, Filter::Sharpen);
    }
    if let Some(end) = words.one_of(
        at,
        "margins|margin|padding|spacing|whitespace|white space|space|gap|gaps|line spacing",
    ) {
        let times = if more { 1.5 } else { 0.6 };
        return reshape(of(words, end, to).0, CanvasChange::Margins(times));
    }
    let end = words
        .one_of(at, "resolution|quality|image quality")
        .filter(|_| more)?;
    let (end, _) = of(words, end, to);
    match canvas_at(words, end, to) {
        Some((end, change)) => reshape(end, change),
        None => {
            let (end, times) = times_at(words, end, to).unwrap_or((end, 2.0));
            reshape(end, CanvasChange::Times(times))
        }
    }
}

/// "the number of apples by 2".
fn counted(words: &Words<'_>, sign: f32, at: usize, to: usize) -> Parsed {
    let end = words.one_of(at, "number|amount|count|quantity")?;
    let (end, target) = of(words, end, to);
    let by = words.is(end, "by");
    let from = end + usize::from(words.is(end, "by|to"));
    let found = crate::numbers::count_at(&words.reader.tokens, from).filter(|_| from > end);
    let (end, to) = match found {
        Some((len, n)) if by => (from + len, CountChange::By(n as i32 * sign as i32)),
        Some((len, n)) => (from + len, CountChange::Set(n)),
        None => (end, CountChange::By(sign as i32)),
    };
    one(end, Change::Count { target, to })
}

/// "raise all prices by 10%", "cut every price by 5": verbs of places and of scissors that mean figures.
pub(in crate::instruction) fn raised(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let before = at.checked_sub(1)?;
    let sign = if words.is(before, "raise|lift|push") {
        1.0
    } else if words.is(before, "lower|cut|bring") {
        -1.0
    } else {
        return None;
    };
    reckoned(words, sign, at, to)
}

/// Words for the figures of a picture, all of them or the prices.
const FIGURES: &str = "price|prices|value|values|number|numbers|figure|figures|amount|amounts|cost|costs|fee|fees|fare|fares|rates|bars|points";

/// "all prices by 10%", "the price of the latte by 0.20", "every value by 5".
fn reckoned(words: &Words<'_>, sign: f32, at: usize, to: usize) -> Parsed {
    let mut next = at;
    while words.is(next, "all|the|every|each|of|our|its|their|up|down|both") && next < to {
        next += 1;
    }
    let (end, target) = figures_at(words, next, to)?;
    let by = led_figure(words, end, to)?;
    let (unit, amount) = figure_at(words, by).filter(|(end, _)| *end <= to)?;
    if let Some(share) = percent(words, by) {
        let end = by + 1 + usize::from(words.is(by + 1, "percent|%|pct"));
        let times = 1.0 + f64::from(sign) * f64::from(share);
        let by = Reckoning::Times(times);
        return (times > 0.0).then(|| (end, vec![Change::Reckon { target, by }]));
    }
    let named = words.is(
        unit,
        "dollar|dollars|euro|euros|cent|cents|points|pound|pounds|€|$|£",
    );
    let cents = words.is(unit, "cent|cents");
    let amount = if cents { amount / 100.0 } else { amount } * f64::from(sign);
    one(
        unit + usize::from(named),
        Change::Reckon {
            target,
            by: Reckoning::Plus(amount),
        },
    )
}

/// Where the figure begins that something rises by: "by 10%", and in other languages behind their own small words or none.
fn led_figure(words: &Words<'_>, at: usize, to: usize) -> Option<usize> {
    const LEADS: &str = "by|with|@by|@with|of|@de|in|@in|a|an|on|@on|@obj|~";
    if words.reader.brief.language.0 == "en" {
        return words.one_of(at, "by|with|@by");
    }
    let figure = |at: usize| {
        words
            .token(at)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    (at..to.min(at + 3))
        .find(|&i| figure(i))
        .filter(|&i| (at..i).all(|i| words.is(i, LEADS)))
}

/// Which figures are meant: all prices, all values, or those beside a text ("the price of “Latte”", "“Latte”").
fn figures_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let target = |what: Referent, end: usize| Target {
        what,
        words: words.text(at, end).to_string(),
        span: words.span(at, end),
        ..Target::default()
    };
    if let Some(text) = words.quote(at).filter(|_| at < to) {
        let end = at + 1 + usize::from(words.is(at + 1, FIGURES));
        return Some((end, target(Referent::Text(text), end)));
    }
    if !words.is(at, FIGURES) || at >= to {
        return None;
    }
    if words.is(at + 1, "of|for") {
        let from = at + 2 + usize::from(words.is(at + 2, "the|a|all"));
        if let Some(text) = words.quote(from).filter(|_| from < to) {
            return Some((from + 1, target(Referent::Text(text), from + 1)));
        }
    }
    let prices = words.is(at, "price|prices|cost|costs|fee|fees|fare|fares|rates");
    let what = if prices {
        Referent::Role(Role::Price)
    } else {
        Referent::Role(Role::Value)
    };
    Some((at + 1, target(what, at + 1)))
}

/// "increase the size of the title", "increase the font size", "reduce the logo".
fn size_shifted(
    words: &Words<'_>,
    sign: f32,
    at: usize,
    to: usize,
    early: Option<Degree>,
) -> Parsed {
    let named = words.one_of(at, "size of|height of|width of|scale of");
    let font = words.one_of(at, "font size|text size|type size|font|text");
    let (mut end, target) = match (named, font) {
        (Some(next), _) => target_at(words, next, to, Reach::Full)?,
        (None, Some(end)) => {
            let what = Referent::AllText;
            let next = words
                .one_of(end, "of|for|on|in")
                .and_then(|next| target_at(words, next, to, Reach::Full));
            next.unwrap_or((
                end,
                Target {
                    what,
                    ..Target::default()
                },
            ))
        }
        _ => target_at(words, at, to, Reach::Full)?,
    };
    end += usize::from(words.is(end, "size|in"))
        + usize::from(words.is(end, "in") && words.is(end + 1, "size"));
    let (end, factor) = match (times_at(words, end, to), amount_at(words, end, to)) {
        (Some((end, times)), _) if times > 1.0 => (end, Some(Degree::Share(times - 1.0))),
        (_, Some((end, factor))) => (end, Some(factor)),
        _ => (end, early),
    };
    let share = match factor {
        None => 0.3,
        Some(Degree::Weak) => 0.15,
        Some(Degree::Strong) => 0.6,
        Some(Degree::Share(share)) => share,
    };
    let times = if sign > 0.0 {
        1.0 + share
    } else {
        (1.0 - share).max(0.1)
    };
    if is_text(&target) {
        let setting = TypeSetting {
            scale: Some(times),
            ..TypeSetting::default()
        };
        return one(end, Change::SetType { target, setting });
    }
    if is_whole(&target) && target.what == Referent::Picture {
        return reshape(end, CanvasChange::Times(times));
    }
    one(
        end,
        Change::Resize {
            target,
            to: Scale::Times(times),
        },
    )
}
