//! What an instruction points at: noun phrases with ordinals, colours, places and relations.

mod design;
mod lead;
mod nouns;

use super::words::Words;
use crate::colors::color_at;
use crate::constraints::position_at;
use crate::instruction::{Referent, Target, Which};
use crate::lexicon::lexicon;
use crate::tokens::Sep;
use crate::{Position, RelationKind};

pub(super) use self::design::is_holder;
use self::design::{heading, part, role};
use self::lead::{Lead, lead, ordinal};
use self::nouns::noun;
pub(super) use self::nouns::within_mask;

/// Whether a noun is the name of something that stands in scenes.
pub(super) fn is_drawn(noun: &str) -> bool {
    lexicon().category(noun).is_some()
}

/// Targets inside each other ("the cup next to the plate on the table"), at most.
const DEPTH_MAX: usize = 4;

/// How much of a phrase belongs to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The noun phrase alone: what follows says where something goes.
    Bare,
    /// With "on the left", "next to the cup", "with the hat".
    Full,
    /// As full, without "with": that word begins the replacement.
    UntilWith,
}

/// Reads the target that starts at `at`; returns the token behind it.
pub(super) fn target_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
) -> Option<(usize, Target)> {
    nested(words, at, to, reach, 0)
}

fn nested(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
    depth: usize,
) -> Option<(usize, Target)> {
    if at >= to || depth >= DEPTH_MAX {
        return None;
    }
    let (end, mut target) = everything_but(words, at, to, depth)
        .or_else(|| pronoun(words, at, to))
        .or_else(|| noun(words, at, to))?;
    let end = ordinal_behind(words, at, end, to, &mut target);
    let end = match reach {
        Reach::Bare => end,
        _ => behind(words, end, to, reach, depth, &mut target),
    };
    target.span = words.span(at, end);
    target.words = words.text(at, end).to_string();
    Some((end, target))
}

/// "القطة الثانية", "le chat du milieu": where adjectives follow their noun, ordinals do too. Returns the token behind it.
fn ordinal_behind(
    words: &Words<'_>,
    at: usize,
    end: usize,
    to: usize,
    target: &mut Target,
) -> usize {
    let follows = matches!(
        words.reader.brief.language.0.as_str(),
        "ar" | "he" | "es" | "fr" | "it" | "pt"
    );
    if !follows || target.which != Which::Any {
        return end;
    }
    // The phrase may have taken it for one of its adjectives.
    let found =
        (at + 1..=end.min(to.saturating_sub(1))).find_map(|at| Some((at, ordinal(words, at)?)));
    match found {
        Some((place, which)) => {
            target.which = which;
            end.max(place + 1)
        }
        None => end,
    }
}

/// "everything except the chair", "all but the two dogs".
fn everything_but(
    words: &Words<'_>,
    at: usize,
    to: usize,
    depth: usize,
) -> Option<(usize, Target)> {
    if !words.is(at, "everything|all|anything|everyone|everybody") {
        return None;
    }
    let mut next = at + 1;
    while words.is(
        next,
        "else|the|things|objects|of|it|other|stuff|elements|items",
    ) {
        next += 1;
    }
    let next = words.one_of(
        next,
        "except|except for|but|besides|apart from|other than|aside from|excluding|save for|but not|without",
    )?;
    let (end, mut target) = nested(words, next, to, Reach::Full, depth + 1)?;
    target.inverted = true;
    Some((end, target))
}

/// "it", "them", "this one", and "this" alone.
fn pronoun(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let same = |end: usize| {
        let what = Referent::Same;
        Some((
            end,
            Target {
                what,
                ..Target::default()
            },
        ))
    };
    if let Some(end) = words.one_of(
        at,
        "this one|that one|the one|the latter|both of them|all of them|all of it|the same one|each of them|the thing",
    ) {
        return same(end);
    }
    // "the centre": of a diagram, what the others stand around.
    if let Some(end) = words.one_of(at, "the centre|the center|the middle|the hub")
        && !words.is(end, "of|one|part")
        && (end >= to
            || words.reader.noun_at(end, true).is_none()
            || color_at(&words.reader.tokens, end).is_some())
    {
        let what = Referent::Thing("center".into());
        let target = Target {
            what,
            ..Target::default()
        };
        return Some((end, target));
    }
    if words.is(at, "it|them|itself|they|him|her|he|she") {
        let owner =
            words.is(at, "her") && at + 1 < to && words.reader.noun_at(at + 1, true).is_some();
        return if owner { None } else { same(at + 1) };
    }
    if words.is(at, "this|that|these|those|everything|all|whole") {
        let picture = words.is(at, "everything|all");
        let alone = at + 1 >= to
            || words.is_sep(at + 1)
            || lexicon().stops.contains_key(words.key(at + 1))
                && !words.is(
                    at + 1,
                    "the|of|my|his|her|its|their|other",
                )
                && !words.is_picture(at + 1)
            || color_at(&words.reader.tokens, at + 1).is_some_and(|(len, _)| at + 1 + len >= to)
            || words.is(at + 1, "look|looks|be|become|have|get")
            || words.is(
                at + 1,
                "bigger|smaller|larger|side|bold|brighter|darker|transparent|vertically|horizontally|left|right",
            );
        if alone {
            let what = if picture {
                Referent::Picture
            } else {
                Referent::Same
            };
            return Some((
                at + 1,
                Target {
                    what,
                    ..Target::default()
                },
            ));
        }
    }
    None
}

/// What follows the noun: where it stands and what it stands by.
fn behind(
    words: &Words<'_>,
    mut at: usize,
    to: usize,
    reach: Reach,
    depth: usize,
    target: &mut Target,
) -> usize {
    loop {
        let start = at;
        let at_that = if words.is(at, "that|which|who")
            && words.is(at + 1, "is|are|was|stands|sits|says|reads")
        {
            at + 2
        } else if words.is(
            at,
            "standing|sitting|located|shown|placed|visible|lying|parked",
        ) {
            at + 1
        } else {
            at
        };
        if at_that > at && words.is(at_that - 1, "says|reads") || words.is(at, "saying|reading") {
            let quote = if at_that > at { at_that } else { at + 1 };
            if let Some(text) = words.quote(quote).filter(|_| quote < to) {
                target.what = match &target.what {
                    Referent::Part { kind, .. } => Referent::Part {
                        kind: *kind,
                        label: Some(text),
                    },
                    Referent::AllText | Referent::Role(_) => Referent::Text(text),
                    other => other.clone(),
                };
                at = quote + 1;
                continue;
            }
        }
        let idle = words.skip_idle(at_that, to);
        if idle > at_that && words.is(at_that, "in|on|of|from|within|@in|@on") {
            at = idle;
            continue;
        }
        if let Some((len, position)) = placed(words, at_that, to) {
            target.position = Some(position);
            at = at_that + len;
        } else if let Some((end, kind, other)) = related(words, at_that, to, reach, depth) {
            target.by = Some((kind, Box::new(other)));
            at = end;
        }
        if at == start {
            return at;
        }
    }
}

/// "on the left", "in the middle", "in the background"; never "to the left", which is where something goes.
fn placed(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Position)> {
    let goes = words.is(at, "to") && words.reader.brief.language.0 == "en";
    if goes || words.is(at, "from|background") {
        return None;
    }
    position_at(&words.reader, at).filter(|(len, _)| at + len <= to)
}

fn related(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
    depth: usize,
) -> Option<(usize, RelationKind, Target)> {
    let tokens = &words.reader.tokens;
    if words.is(at, "with|by|to|into|as|@with") && reach == Reach::UntilWith {
        return None;
    }
    // "החתול בכלב": where one preposition means in, on and for, it begins what the target becomes.
    let another = (at + 1..to).any(|i| words.is(i, "to|with|into|@to|@with"));
    if reach == Reach::UntilWith
        && words.reader.brief.language.0 != "en"
        && words.is(at, "in|on")
        && !another
    {
        return None;
    }
    if words.is(
        at,
        "at|playing|painting|drawing|using|reading|before|past|building|cutting|cleaning",
    ) {
        return None;
    }
    let (len, kind) = if words.is(at, "of|from") {
        (1, RelationKind::On)
    } else if words.is(at, "by|close") {
        return None;
    } else {
        let (len, kind) = lexicon().relations.at(tokens, at)?;
        (len, *kind)
    };
    if matches!(kind, RelationKind::Larger | RelationKind::Smaller) || words.is(at, "up") {
        return None;
    }
    let (end, other) = nested(words, at + len, to, Reach::Bare, depth + 1)?;
    if matches!(other.what, Referent::Same | Referent::Text(_)) && words.is(at, "of|from") {
        return None;
    }
    Some((end, kind, other))
}

/// Reads targets joined by commas and "and"; returns the token behind the last.
pub(super) fn targets_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
    reach: Reach,
) -> Option<(usize, Vec<Target>)> {
    let (mut end, first) = target_at(words, at, to, reach)?;
    let mut targets = vec![first];
    loop {
        let mut next = end;
        // "cancel Boxing: mark it": behind a colon something else begins.
        while next < to
            && (words.is_sep(next) && !words.sep(next, Sep::Colon)
                || words.is(next, "and|&|+|or|plus|nor|also"))
        {
            next += 1;
        }
        // "drop Bounce, dark mode": a manner is nothing to point at.
        let mode = words.is(next, "dark|light|night") && words.is(next + 1, "mode|theme");
        if next == end || next >= to || mode {
            break;
        }
        let Some((after, target)) = target_at(words, next, to, reach) else {
            break;
        };
        targets.push(target);
        end = after;
    }
    Some((end, targets))
}
