//! Properties that are changed rather than the thing: its colour, size, number, place.

use super::{from_to, skip_to};
use crate::instruction::additions::free_text;
use crate::instruction::arguments::{canvas_at, colors_at, location_at, scale_at, times_at};
use crate::instruction::commands::one;
use crate::instruction::predicates::{
    Parsed, background_at, is_whole, predicates_at, scaled, setting_at, theme_at,
};
use crate::instruction::words::Words;
use crate::instruction::{Change, CountChange, Referent, Scale, Target, TypeSetting};

/// A property that is changed rather than the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::instruction) enum Property {
    Color,
    Size,
    Type,
    Number,
    Words,
    Place,
    Style,
    /// Season, weather, time of day.
    Setting,
    Ratio,
    Other,
}

pub(in crate::instruction) fn property_at(
    words: &Words<'_>,
    at: usize,
) -> Option<(usize, Property)> {
    let rows: &[(&str, Property)] = &[
        (
            "color|colour|colors|colours|hue|shade|coloring",
            Property::Color,
        ),
        (
            "size|scale|height|width|font size|text size",
            Property::Size,
        ),
        ("font|typeface|font family|typography|type", Property::Type),
        ("number|count|amount|quantity", Property::Number),
        ("wording|spelling", Property::Words),
        ("position|location|placement|alignment", Property::Place),
        ("season|weather|time of day|time|daytime", Property::Setting),
        (
            "style|theme|mood|look|aesthetic|vibe|palette|color palette|color scheme|colour scheme|design style",
            Property::Style,
        ),
        (
            "aspect ratio|ratio|dimensions|canvas size|format|orientation|image size|resolution",
            Property::Ratio,
        ),
        ("material|texture|surface", Property::Other),
    ];
    rows.iter()
        .filter_map(|(phrases, property)| Some((words.one_of(at, phrases)?, *property)))
        .max_by_key(|(end, _)| *end)
}

pub(in crate::instruction) fn default_of(property: Property) -> Target {
    let what = match property {
        Property::Type | Property::Words => Referent::AllText,
        _ => Referent::Picture,
    };
    Target {
        what,
        ..Target::default()
    }
}

pub(in crate::instruction) fn set_property(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
    property: Property,
) -> Parsed {
    let target_now = target.clone();
    if let Some(found) = from_to(words, at, to, &target_now) {
        return Some(found);
    }
    let value = skip_to(words, at).unwrap_or(at);
    match property {
        Property::Color => recolored(words, value, to, target),
        Property::Number => {
            let (len, n) = crate::numbers::count_at(&words.reader.tokens, value)?;
            one(
                value + len,
                Change::Count {
                    target: target.clone(),
                    to: CountChange::Set(n),
                },
            )
        }
        Property::Ratio => {
            let (end, change) = canvas_at(words, value, to)?;
            one(end, Change::Reshape(change))
        }
        Property::Size => {
            let (end, scale) = scale_at(words, value, to).or_else(|| {
                times_at(words, value, to).map(|(end, times)| (end, Scale::Times(times)))
            })?;
            if is_whole(target) {
                return canvas_at(words, value, to)
                    .map(|(end, change)| (end, vec![Change::Reshape(change)]));
            }
            one(end, scaled(target, scale))
        }
        Property::Type => typed(words, value, to, target),
        Property::Words => {
            let (end, text) = free_text(words, value, to)?;
            one(
                end,
                Change::SetText {
                    target: target.clone(),
                    from: None,
                    to: text,
                },
            )
        }
        Property::Place => {
            let (end, location) = location_at(words, value, to)?;
            one(
                end,
                Change::Move {
                    target: target.clone(),
                    to: location,
                },
            )
        }
        Property::Setting => setting_at(words, value, to),
        Property::Style => theme_at(words, value, to).or_else(|| {
            let (end, palette) = colors_at(words, value, to)?;
            let theme = crate::instruction::ThemeChange {
                palette,
                ..Default::default()
            };
            one(end, Change::SetTheme(theme))
        }),
        Property::Other => predicates_at(words, value, to, target),
    }
}

/// Another colour, or several for the whole picture.
fn recolored(words: &Words<'_>, value: usize, to: usize, target: &Target) -> Parsed {
    let palette =
        colors_at(words, value, to).filter(|(_, colors)| colors.len() > 1 && is_whole(target));
    if let Some((end, palette)) = palette {
        let theme = crate::instruction::ThemeChange {
            palette,
            ..Default::default()
        };
        return one(end, Change::SetTheme(theme));
    }
    if target.what == Referent::Background {
        return background_at(words, value, to);
    }
    let (end, colors) = colors_at(words, value, to).or_else(|| {
        let next = value + usize::from(words.is(value, "to"));
        colors_at(words, next, to)
    })?;
    if words.skip_idle(end, to) < to
        && words.reader.noun_at(end, true).is_some()
        && is_whole(target)
    {
        return None;
    }
    one(
        end,
        Change::Recolor {
            target: target.clone(),
            colors,
        },
    )
}

/// Another face for letters.
fn typed(words: &Words<'_>, value: usize, to: usize, target: &Target) -> Parsed {
    let target = match target.what {
        Referent::Picture | Referent::Same => Target {
            what: Referent::AllText,
            ..target.clone()
        },
        _ => target.clone(),
    };
    if let Some((end, face)) = characterful(words, value, to) {
        let setting = TypeSetting {
            typeface: Some(face.to_owned()),
            ..TypeSetting::default()
        };
        return one(end, Change::SetType { target, setting });
    }
    predicates_at(words, value, to, &target).or_else(|| {
        let end = (value..to)
            .take_while(|&i| words.token(i).is_some_and(|token| token.is_word()))
            .count()
            + value;
        let name = words.text(value, end).to_string();
        let setting = TypeSetting {
            typeface: Some(name).filter(|name| !name.is_empty()),
            ..TypeSetting::default()
        };
        (setting.typeface.is_some() && words.is_capital(value))
            .then(|| (end, vec![Change::SetType { target, setting }]))
    })
}

/// "something more elegant", "a playful one": a face by its character.
fn characterful(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, &'static str)> {
    let mut next = at;
    while next < to
        && words.is(
            next,
            "something|a|an|more|one|that's|which|is|bit|little|much|very|to|less",
        )
    {
        next += 1;
    }
    let face = match words.key(next) {
        "elegant" | "classic" | "classy" | "traditional" | "literary" | "sophisticated" => "serif",
        "modern" | "clean" | "neutral" | "contemporary" | "readable" | "legible" => "sans",
        "playful" | "friendly" | "fun" | "childlike" | "soft" | "cute" => "rounded",
        "romantic" | "handwritten" | "personal" | "calligraphic" => "script",
        "technical" | "techy" | "nerdy" => "mono",
        _ => return None,
    };
    let negated = (at..next).any(|i| words.is(i, "less"));
    let end = next + 1 + usize::from(words.is(next + 1, "one|font|typeface|face|type"));
    (!negated && end <= to && words.skip_idle(end, to) >= to).then_some((end, face))
}
