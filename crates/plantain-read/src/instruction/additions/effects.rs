//! What is added to the whole picture: filters, weather, space.

use crate::Weather;
use crate::colors::color_at;
use crate::instruction::arguments::{
    Degree, USUAL, amount_at, colors_at, location_at, percent, strength,
};
use crate::instruction::predicates::{Parsed, filter_at, tone_at};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{CanvasChange, Change, Fill, Location, Referent, Target};

/// Filters and tones that are "added": "a blur", "more contrast", "a sepia filter", "some warmth to the photo".
pub(super) fn effect(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    let mut weak = None;
    let mut sign = 1.0;
    while from < to
        && words.is(
            from,
            "a|an|the|some|more|bit|of|little|slight|subtle|strong|light|soft|heavy|touch|extra|lot|nice|gentle|slightly|less|filter|effect|lots|hint|gaussian",
        )
    {
        if words.is(
            from,
            "slight|subtle|bit|little|light|soft|touch|gentle|slightly|hint",
        ) {
            weak = Some(Degree::Weak);
        } else if words.is(from, "strong|heavy|lot|lots") {
            weak = Some(Degree::Strong);
        } else if words.is(from, "less") {
            sign = -1.0;
        }
        from += 1;
    }
    if let Some((end, filter, amount)) = filter_at(words, from, to) {
        if words.is(end, "background|cat|dog") {
            return None;
        }
        let (end, target) = on_what(words, end, to);
        let change = if target.what == Referent::Background && filter == crate::Filter::Blur {
            Change::SetBackground(Fill::Blur(strength(weak, 1.0)))
        } else {
            let amount = strength(weak, amount);
            Change::Filter {
                target,
                filter,
                amount,
            }
        };
        return Some((end, vec![change]));
    }
    let (end, tone, direction) = tone_at(words, from, to).filter(|_| {
        !words.is(
            from,
            "light|shadows|highlights|bright|dark|warm|cool|golden|cold",
        ) || from + 1 >= to && from > at
    })?;
    let noun = words.reader.noun_at(end, true).is_some();
    let colored = color_at(&words.reader.tokens, from).is_some();
    if noun && (end < to || colored) {
        return None;
    }
    let (end, target) = on_what(words, end, to);
    let (end, weak) = match amount_at(words, end, to) {
        Some((end, factor)) if weak.is_none() => (end, Some(factor)),
        _ => (end, weak),
    };
    let amount = strength(weak, USUAL * sign * direction);
    let change = Change::Tone {
        target,
        tone,
        amount,
    };
    Some((end, vec![change]))
}

/// "filter to the background": what an effect is put on; the whole picture when nothing is said.
fn on_what(words: &Words<'_>, mut end: usize, to: usize) -> (usize, Target) {
    while end < to && words.is(end, "filter|effect|overlay|look|tone|treatment|texture") {
        end += 1;
    }
    let led = words.is(end, "to|on|over|in|of|for");
    let found = led
        .then(|| target_at(words, end + 1, to, Reach::Full))
        .flatten();
    found.unwrap_or((end, Target::default()))
}

/// "rain", "some snow", "fog": weather of the scene.
pub(super) fn weather(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    while from < to
        && words.is(
            from,
            "some|a|little|bit|of|heavy|light|falling|more|thick|gentle",
        )
    {
        from += 1;
    }
    let weather = match words.key(from) {
        "rain" | "drizzle" | "rainfall" => Weather::Rain,
        "snow" | "snowfall" => Weather::Snow,
        "fog" | "mist" => Weather::Fog,
        "storm" | "thunderstorm" => Weather::Storm,
        "sunshine" | "sunlight" => Weather::Sunny,
        _ => return None,
    };
    let end = from + 1;
    // "snow boots", "snow on the roof" are things.
    if end < to && (words.reader.noun_at(end, true).is_some() || words.is(end, "on")) {
        return None;
    }
    let (end, _) = location_at(words, end, to).unwrap_or((end, Location::default()));
    Some((
        end,
        vec![Change::SetSetting {
            target: Target::default(),
            time: None,
            weather: Some(weather),
            season: None,
        }],
    ))
}

/// "more space around it", "padding", "a margin".
pub(super) fn space(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    let mut share = None;
    while from < to {
        if let Some(found) = percent(words, from) {
            share = Some(found);
            from += 1 + usize::from(words.is(from + 1, "percent|%|pct"));
        } else if words.is(
            from,
            "some|a|an|bit|of|more|extra|little|larger|bigger|wider|white|empty|additional|lot|the|breathing|negative|generous",
        ) {
            from += 1;
        } else {
            break;
        }
    }
    let end = words
        .one_of(
            from,
            "padding|margin|margins|whitespace|space around|room around|spacing|breathing room|room|space|gap|gaps",
        )
        .filter(|end| *end <= to)?;
    if words.is(end, "for|ship|station|suit") {
        return None;
    }
    let mut end = end;
    while end < to
        && words.is(
            end,
            "around|between|the|it|everything|elements|edges|on|all|sides|to|content|text|subject|product|items|cards|image|them|in|round|each|every|side|page|sheet",
        )
    {
        end += 1;
    }
    // "in white on all sides"
    let led = end - usize::from(words.is(end - 1, "in"));
    let behind = words
        .is(led, "in|of|with")
        .then(|| colors_at(words, led + 1, to))
        .flatten();
    if let Some((after, _)) = &behind {
        end = words
            .one_of(
                *after,
                "on all sides|all around|on every side|around it|around",
            )
            .unwrap_or(*after);
    }
    let before = (at..from).find_map(|i| color_at(&words.reader.tokens, i));
    let color = behind
        .and_then(|(_, colors)| colors.into_iter().next())
        .or_else(|| before.map(|(_, color)| color));
    // A share is told of the picture: its canvas grows by that much on every side.
    let change = match (share.map(|share| [share.min(4.0); 4]), color) {
        (Some(shares), Some(color)) => CanvasChange::Pad { shares, color },
        (Some(shares), None) => CanvasChange::Extend(shares),
        (None, _) => CanvasChange::Margins(1.5),
    };
    Some((end, vec![Change::Reshape(change)]))
}
