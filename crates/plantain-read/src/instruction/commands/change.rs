//! What is changed in its place: colours, values, properties, one thing for another.

mod charts;
mod property;
mod value;

use super::placing::swap;
use super::texts::style;
use super::{LIVELY, instead_of, of_target, one, said_target};
use crate::colors::color_at;
use crate::instruction::additions::{background, described, free_text};
use crate::instruction::arguments::{canvas_at, colors_at};
use crate::instruction::predicates::{
    Parsed, is_text, is_whole, other_thing, predicates_at, setting_at, setting_of, tone_at,
};
use crate::instruction::targets::{Reach, target_at, targets_at};
use crate::instruction::words::{Words, is_among};
use crate::instruction::{
    CanvasChange, Change, Fill, Item, Referent, Target, Which, bare, transforms,
};
use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep};

pub(in crate::instruction) use self::charts::chart_at;
pub(super) use self::charts::{as_chart, point};
pub(super) use self::property::{default_of, property_at, set_property};
pub(in crate::instruction) use self::value::bare_words;
use self::value::labelled_value;
pub(in crate::instruction) use self::value::part_of;
pub(in crate::instruction) use self::value::{figured, new_value, set_value, shown_for};
pub(super) use self::value::{new_background, place_by_place, quoted_value, value_label};

/// Where "to", "into", "as", "=" begins the new value; a colon does too.
pub(in crate::instruction) fn skip_to(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    const TO: &str = "to|into|as|be|become|with|for|@to|@at|until|@with";
    // "на красный", "ללבן": where one preposition means on, of and to.
    let on = matches!(
        words.reader.brief.language.0.as_str(),
        "ru" | "uk" | "pl" | "he" | "it" | "pt" | "es" | "fr" | "de" | "nl"
    ) && words.is(next, "on|of|in|by");
    if words.is(next, TO) || on {
        next += usize::from(on);
        while words.is(
            next,
            "to|into|as|be|become|with|for|@to|@at|@with|being|something|like|more|look",
        ) && (!words.is(next, "more") || words.is(next + 1, "of"))
        {
            next += 1;
        }
        return Some(next);
    }
    let mark = words.sep(next, Sep::Colon)
        || words.sep(next, Sep::Arrow)
        || words.is_sep(next) && words.text(next, next + 1) == "=";
    mark.then_some(next + 1)
}

/// Whether words to be set begin here: in quotes, with a capital, or a figure.
pub(in crate::instruction) fn begins_words(words: &Words<'_>, at: usize) -> bool {
    let figure =
        |token: &crate::tokens::Token| token.kind == Kind::Number || token.form().is_some();
    words.quote(at).is_some() || words.is_capital(at) || words.token(at).is_some_and(figure)
}

pub(super) fn change(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at > 0
        && words.is(at - 1, "switch")
        && let Some(found) = switched(words, at, to).or_else(|| swap(words, at, to))
    {
        return Some(found);
    }
    // "change to “AUTUMN SALE”", "switch to dark mode", "convert to black and white"
    if let Some(value) = skip_to(words, at) {
        if let Some((kind, end)) =
            chart_at(words, value, to).filter(|(_, end)| words.closes(*end, to))
        {
            let target = Target::default();
            return one(end, Change::SetChart { target, kind });
        }
        return anew(words, value, to);
    }
    if let Some(found) = stretch(words, at, to).or_else(|| color_for_color(words, at, to)) {
        return Some(found);
    }
    let mut start = at;
    while words.is(start, "the|its|their|all|overall|main") && start < to {
        start += 1;
    }
    if words
        .one_of(
            start,
            "price of|cost of|value of|figure for|price for|amount for|value for",
        )
        .is_some()
        && let Some(found) = figured(words, at, to)
    {
        return Some(found);
    }
    if let Some(found) = accent_to(words, start, to)
        .or_else(|| part_of_date(words, start, to))
        .or_else(|| other_place(words, start, to))
    {
        return Some(found);
    }
    if words.is(start, LIVELY)
        && !words.is(
            start,
            "hair|face|eyes|head|outfit|clothes|arm|arms|hand|hands|lighting",
        )
    {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    if let Some((end, property)) = property_at(words, start) {
        let of = usize::from(words.is(end, "of|for|on|in"));
        // A genitive needs no preposition: "die Farbe des Autos".
        let genitive =
            of == 0 && words.reader.brief.language.0 != "en" && skip_to(words, end).is_none();
        let (next, target) =
            match target_at(words, end + of, to, Reach::UntilWith).filter(|_| of > 0 || genitive) {
                Some(found) => found,
                None => (end, default_of(property)),
            };
        return set_property(words, next, to, &target, property);
    }
    let Some((end, target)) = target_at(words, at, to, Reach::UntilWith) else {
        return labelled_value(words, at, to);
    };
    if let Some(found) = share_of_whole(words, end, to, &target) {
        return Some(found);
    }
    let end = words.skip_idle_of(end, to);
    // "the button text": the words of a part.
    let worded = matches!(target.what, Referent::Part { .. })
        && words.is(end, "text|label|caption|copy|wording|title|name");
    let end = end + usize::from(worded);
    let end = end + usize::from(words.is(end, "@de|~") && property_at(words, end + 1).is_some());
    if let Some((next, property)) = property_at(words, end) {
        return set_property(words, next, to, &target, property);
    }
    if words.is(end, LIVELY)
        || matches!(&target.what, Referent::Thing(noun) if is_among(noun, LIVELY) && !matches!(noun.as_str(), "eyes" | "hair" | "head" | "face" | "outfit" | "clothes"))
    {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    from_to(words, end, to, &target)
        .or_else(|| {
            let value = skip_to(words, end).unwrap_or(end);
            new_value(words, value, to, &target, value > end)
        })
        .or_else(|| {
            let one_of_several = target.which != Which::Any;
            (!one_of_several)
                .then(|| labelled_value(words, at, to))
                .flatten()
        })
}

/// "8 pm to 9 pm": what reads like a stretch of time is one time for another behind "change".
fn stretch(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (old, new) = words.text(at, at + 1).split_once(" to ")?;
    let timed = words.token(at)?.form().is_some() && words.quote(at).is_none();
    let closes = words.skip_idle(at + 1, to) >= to
        || words.is_sep(at + 1)
        || words.is(at + 1, "and|then|but");
    let target = Target {
        what: Referent::Text(old.to_owned()),
        words: old.to_owned(),
        ..Target::default()
    };
    (timed && closes).then(|| {
        let change = Change::SetText {
            target,
            from: Some(old.to_owned()),
            to: new.to_owned(),
        };
        (at + 1, vec![change])
    })
}

/// "the month to May", "the year to 2027": a part of the date that is there.
fn part_of_date(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let end = words.one_of(at, "year|month|day")?;
    let value = skip_to(words, end)?;
    let label = words.key(at).to_string();
    let (end, to) = free_text(words, value, to)?;
    let label = Some(label);
    one(end, Change::SetValue { label, to })
}

/// "the city to Porto": where it is, by its name.
fn other_place(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let end = words.one_of(at, "city|town|country|venue|location")?;
    let value = skip_to(words, end).or_else(|| words.one_of(end, "to|@to"))?;
    let named = words.is_capital(value) || words.quote(value).is_some();
    let (after, text) = free_text(words, value, to).filter(|_| named)?;
    let target = Target {
        what: Referent::Role(crate::Role::Place),
        words: words.text(at, end).to_string(),
        span: words.span(at, end),
        ..Target::default()
    };
    one(
        after,
        Change::SetText {
            target,
            from: None,
            to: text,
        },
    )
}

/// "accent color to #ff5a1f": the colour that a design leads with.
fn accent_to(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let end = words.one_of(
        at,
        "accent color|accent colour|accent|primary color|primary colour|brand color|brand colour|theme color|highlight color|main color|main colour",
    )?;
    let value = skip_to(words, end)?;
    let (end, mut palette) = colors_at(words, value, to)?;
    palette.truncate(1);
    let theme = crate::instruction::ThemeChange {
        palette,
        ..Default::default()
    };
    one(end, Change::SetTheme(theme))
}

/// A change without an object: a text, a theme, a filter, a canvas.
pub(super) fn anew(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let all = Target {
        what: Referent::AllText,
        ..Target::default()
    };
    if let Some(text) = words.quote(at).filter(|_| at < to) {
        let (text, from, end) = instead_of(words, at + 1, to, text);
        let mut changes = vec![Change::SetText {
            target: said_target(&Target::default(), from.as_ref()),
            from,
            to: text,
        }];
        return Some((behind_text(words, end, to, &mut changes), changes));
    }
    let picture = Target::default();
    canvas_at(words, at, to)
        .map(|(end, change)| (end, vec![Change::Reshape(change)]))
        .or_else(|| background(words, at, to))
        .or_else(|| place_in_season(words, at, to))
        .or_else(|| predicates_at(words, at, to, &picture))
        .or_else(|| bare::statement(words, at, to))
        .or_else(|| {
            let (end, text) = free_text(words, at, to).filter(|_| words.is_capital(at))?;
            one(
                end,
                Change::SetText {
                    target: all,
                    from: None,
                    to: text,
                },
            )
        })
}

/// "set it to 75%": the share that the picture tells.
fn share_of_whole(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let whole = matches!(target.what, Referent::Same | Referent::Picture);
    let set = (0..at).any(|i| words.is(i, "set|update|change"));
    let value = words.one_of(at, "to|at").filter(|_| whole && set)?;
    let end = value + 1;
    let closes = words.closes(end, to);
    let text = words.text(value, end);
    (closes && text.ends_with('%') && text.starts_with(|c: char| c.is_ascii_digit())).then(|| {
        let to = text.to_string();
        (end, vec![Change::SetValue { label: None, to }])
    })
}

/// "a summer beach", "a desert at night": another place behind what is there.
fn place_in_season(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "a|an|the"));
    let told = setting_at(words, from, to).map_or(from, |(end, _)| end);
    let place = lexicon().places.at(&words.reader.tokens, told);
    place.filter(|_| told > from && told < to)?;
    described(words, at, to)
}

/// "the illustration" of a page is what is drawn on it, not the page.
fn drawn_part(words: &Words<'_>, target: Target) -> Target {
    let drawn = words
        .reader
        .prompt
        .get(target.span.clone())
        .is_some_and(|said| {
            let last = said.rsplit(' ').next().unwrap_or(said).to_lowercase();
            is_among(&last, "illustration|drawing|artwork|graphic|clipart")
        });
    match target.what {
        Referent::Picture if drawn => Target {
            what: Referent::Subject,
            ..target
        },
        _ => target,
    }
}

/// "“SPRING SALE” -40% on pink": behind the new words a figure of theirs, then their ground. Returns where it ends.
fn behind_text(words: &Words<'_>, at: usize, to: usize, changes: &mut Vec<Change>) -> usize {
    let mut end = at;
    if end < to && words.text(end, end + 1).ends_with('%') {
        changes.push(Change::SetValue {
            label: None,
            to: words.text(end, end + 1).to_string(),
        });
        end += 1;
    }
    if let Some((after, mut ground)) = words
        .one_of(end, "on|on a|over")
        .filter(|next| *next < to)
        .and_then(|next| colors_at(words, next, to))
        .filter(|(_, ground)| ground.len() == 1)
    {
        end = words
            .one_of(after, "background|backdrop|ground")
            .unwrap_or(after);
        changes.push(Change::SetBackground(Fill::Color(ground.remove(0))));
    }
    end
}

/// "from red to blue", "from “A” to “B”", "from $10 to $12".
pub(super) fn from_to(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if !words.is(at, "from|@from") {
        return None;
    }
    let split = (at + 1..to).find(|&i| words.is(i, "to|into|@to"))?;
    if let Some((end, colors)) = colors_at(words, at + 1, split).filter(|(end, _)| *end == split) {
        let mut target = target.clone();
        target.color = colors.into_iter().next();
        let _ = end;
        return predicates_at(words, split + 1, to, &target);
    }
    let (_, from) = free_text(words, at + 1, split)?;
    let (end, text) = free_text(words, split + 1, to)?;
    let mut target = target.clone();
    if is_whole(&target) {
        target.what = Referent::Text(from.clone());
    }
    if let (Referent::Thing(_), Some((end, with))) =
        (&target.what, other_thing(words, split + 1, to))
    {
        return one(end, Change::Replace { target, with });
    }
    let number = words
        .token(split + 1)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    if let Some(label) = value_label(&target).filter(|label| number && *label != from) {
        return one(
            end,
            Change::SetValue {
                label: Some(label),
                to: text,
            },
        );
    }
    one(
        end,
        Change::SetText {
            target,
            from: Some(from),
            to: text,
        },
    )
}

pub(super) fn turn(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = switched(words, at, to) {
        return Some(found);
    }
    // "turn up the brightness", "turn the contrast down"
    if words.is(at, "up|down") {
        let sign = if words.is(at, "up") { 1.0 } else { -1.0 };
        return transforms::shifted(words, sign, at + 1, to);
    }
    // "turn day into night"
    let into = (at..to).find(|&i| words.is(i, "into|to"));
    if let Some(into) =
        into.filter(|into| setting_at(words, at, *into).is_some_and(|(end, _)| end == *into))
    {
        return setting_at(words, into + 1, to);
    }
    let tone = tone_at(words, at + usize::from(words.is(at, "the")), to);
    if let Some((next, ..)) = tone.filter(|(next, ..)| words.is(*next, "up|down")) {
        let sign = if words.is(next, "up") { 1.0 } else { -1.0 };
        return transforms::shifted(words, sign, at, next).map(|(_, changes)| (next + 1, changes));
    }
    if let Some(found) = transforms::rotate(words, at, to) {
        return Some(found);
    }
    let (end, target) = target_at(words, at, to, Reach::UntilWith)?;
    let value = skip_to(words, end);
    if let Some(value) = value {
        if target.what == Referent::Background {
            return new_background(words, value, to);
        }
        if is_whole(&target)
            && let Some((end, outline)) =
                transforms::outline_at(words, value, to).filter(|(end, _)| {
                    words.skip_idle(*end, to) >= to && words.is(*end - 1, "avatar|crop|circle")
                })
        {
            return one(end, Change::Reshape(CanvasChange::Outline(outline)));
        }
        if is_whole(&target) {
            return style(words, at, to).or_else(|| new_value(words, value, to, &target, true));
        }
        return new_value(words, value, to, &target, true);
    }
    of_target(words, end, to, &target)
}

/// "turn notifications off", "switch on dark mode".
pub(super) fn switched(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let led = words.is(at, "on|off");
    let from = words
        .one_of(at + usize::from(led), "the|all|my")
        .unwrap_or(at + usize::from(led));
    let end = (from..to)
        .find(|&i| words.is_sep(i) || words.is(i, "and|then|but") || !led && words.is(i, "on|off"))
        .unwrap_or(to);
    let told = led && from > at || end < to && words.is(end, "on|off");
    let plain = (from..end).all(|i| {
        words
            .token(i)
            .is_some_and(|token| token.is_word() || token.quote().is_some())
    });
    if !told || from >= end || end - from > 4 || !plain {
        return None;
    }
    let on = words.is(if led { at } else { end }, "on");
    let label = words
        .quote(from)
        .unwrap_or_else(|| words.text(from, end).to_string());
    let end = if led { end } else { end + 1 };
    let closes =
        words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "and|then|but");
    closes.then(|| (end, vec![Change::Switch { label, on }]))
}

/// "swap the blue for green", "the green to pastel pink": one colour for another, wherever it is.
fn color_for_color(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words.one_of(at, "all the|the").unwrap_or(at);
    // "Green to pink" would be read as a gradient.
    let (len, old) = color_at(&words.reader.tokens, from)?;
    let value = words.one_of(from + len, "for|with|by|to|into")?;
    let (end, colors) = colors_at(words, value, to)?;
    let target = Target {
        what: Referent::Same,
        color: Some(old),
        ..Target::default()
    };
    one(end, Change::Recolor { target, colors })
}

/// "the red stripes for navy blue ones": one colour of a thing for another.
fn pattern_color(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    const PATTERN: &str = "stripe|dot|spot|part|area|bit|detail|check|line|stroke|accent";
    let pattern = matches!(&target.what, Referent::Thing(noun) if is_among(noun, PATTERN));
    let value = words.one_of(at, "for|with|by|to|into")?;
    let (end, colors) = colors_at(words, value, to)?;
    let closes = words.closes(end, to) && colors.len() == 1;
    (pattern && closes && target.color.is_some()).then(|| {
        let target = Target {
            what: Referent::Same,
            ..target.clone()
        };
        (end, vec![Change::Recolor { target, colors }])
    })
}

pub(super) fn replace(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = color_for_color(words, at, to) {
        return Some(found);
    }
    let (end, targets) = targets_at(words, at, to, Reach::UntilWith)?;
    if let [target] = &targets[..]
        && let Some(found) = pattern_color(words, end, to, target)
    {
        return Some(found);
    }
    let value = skip_to(words, words.skip_idle_of(end, to))
        .or_else(|| words.is(end, "by").then_some(end + 1))?;
    let targets: Vec<Target> = targets
        .into_iter()
        .map(|target| drawn_part(words, target))
        .collect();
    let [target] = &targets[..] else {
        let mut changes = Vec::new();
        let (end, with) = other_thing(words, value, to)?;
        for (n, target) in targets.into_iter().enumerate() {
            changes.push(if n == 0 {
                Change::Replace {
                    target,
                    with: with.clone(),
                }
            } else {
                Change::Remove(target)
            });
        }
        return Some((end, changes));
    };
    if is_text(target) {
        let (end, text) = free_text(words, value, to)?;
        let from = part_of(target);
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from,
                to: text,
            },
        );
    }
    if target.what == Referent::Background {
        return new_background(words, value, to);
    }
    if let Some(found) = place_by_place(words, value, to, target) {
        return Some(found);
    }
    let sky = matches!(&target.what, Referent::Thing(noun) if noun == "sky" || lexicon().places.get(noun).is_some());
    if let Some(found) =
        setting_at(words, value, to).filter(|(end, _)| sky && words.skip_idle(*end, to) >= to)
    {
        return Some(setting_of(target, found));
    }
    if let Some((kind, end)) = chart_at(words, value, to) {
        let target = target.clone();
        return one(end, Change::SetChart { target, kind });
    }
    // "the brick wall for plain light yellow"
    if let Some((end, colors)) =
        colors_at(words, value, to).filter(|(end, _)| words.closes(*end, to))
    {
        let target = target.clone();
        return one(end, Change::Recolor { target, colors });
    }
    if let Some((end, other)) = target_at(words, value, to, Reach::Bare)
        && let Referent::Input(n) = other.what
    {
        return one(
            end,
            Change::Replace {
                target: target.clone(),
                with: Item::Picture(n),
            },
        );
    }
    if let Some((end, with)) = other_thing(words, value, to) {
        return one(
            end,
            Change::Replace {
                target: target.clone(),
                with,
            },
        );
    }
    new_value(words, value, to, target, true)
}
