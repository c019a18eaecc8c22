//! What is put, moved, joined, lined up or taken away.

use super::change::{begins_words, chart_at, figured, replace};
use super::palette::{color_for, own_colors};
use super::ranks::ranked;
use super::{LIVELY, make, one};
use crate::instruction::additions::{additions_at, background, described};
use crate::instruction::arguments::{colors_at, location_at};
use crate::instruction::bare;
use crate::instruction::predicates::{
    Parsed, alignment, background_at, filter_at, is_text, is_whole, predicates_at, theme_at,
};
use crate::instruction::targets::{Reach, target_at, targets_at};
use crate::instruction::words::Words;
use crate::instruction::{
    Alignment, Change, Composition, Fill, Location, Referent, Target, TypeSetting,
};
use crate::lexicon::lexicon;

/// "swap the colours of roof and walls", "the colours of the hat and the coat".
fn swapped_colors(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words.one_of(
        at,
        "the colors of|the colours of|colors of|colours of|the color of|the colour of|the colors between|the colours between",
    )?;
    let (end, one_target) = target_at(words, from, to, Reach::Bare)?;
    let Some(next) = words.one_of(end, "and|with|for") else {
        // "the colours of the two cars"
        let nth = |n: u32| Target {
            which: crate::Which::Nth(n),
            count: None,
            ..one_target.clone()
        };
        let change = Change::SwapColors {
            one: nth(0),
            other: nth(1),
        };
        let both = one_target.count == Some(2) || one_target.what == Referent::Same;
        return (both && words.closes(end, to))
            .then(|| one(end, change))
            .flatten();
    };
    let (end, other) = target_at(words, next, to, Reach::Full)?;
    let change = Change::SwapColors {
        one: one_target,
        other,
    };
    words.closes(end, to).then(|| one(end, change)).flatten()
}

pub(super) fn swap(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some((end, _)) = colors_at(words, at, to).filter(|(end, _)| words.is(*end, "for|with")) {
        let _ = end;
        return replace(words, at, to);
    }
    if let Some(found) = swapped_colors(words, at, to) {
        return Some(found);
    }
    let at = words
        .one_of(
            at,
            "the positions of|the places of|the position of|places of|positions of|out",
        )
        .unwrap_or(at);
    if let Some((end, [one_part, other])) = labelled_parts(words, at, to) {
        return one(
            end,
            Change::Swap {
                one: one_part,
                other,
            },
        );
    }
    // "switch places": those that are there.
    let both_there = || Target {
        what: Referent::Same,
        words: "them".into(),
        ..Target::default()
    };
    let alone = words.skip_idle(at, to) >= to || words.is_sep(at);
    let (end, one_target) = match alone {
        true => (at, both_there()),
        false => target_at(words, at, to, Reach::UntilWith)?,
    };
    // "the phone number with +49 30 998877": nothing that is there already.
    let new = words.is(end, "with")
        && matches!(one_target.what, Referent::Role(_))
        && (words.quote(end + 1).is_some()
            || words.token(end + 1).is_some_and(|token| {
                token.kind == crate::tokens::Kind::Number || token.form().is_some()
            }));
    if words.is(end, "for|to") || new {
        return replace(words, at, to);
    }
    let both = one_target.count == Some(2) || matches!(one_target.what, Referent::Same);
    if both
        && (end >= to
            || words.skip_idle(end, to) >= to
            || words.is(end, "around|over|places|positions|and|then")
            || words.is_sep(end))
    {
        let nth = |n: u32| Target {
            which: crate::Which::Nth(n),
            count: None,
            ..one_target.clone()
        };
        let end = words
            .one_of(end, "around|over|places|positions")
            .unwrap_or(end);
        return one(
            end,
            Change::Swap {
                one: nth(0),
                other: nth(1),
            },
        );
    }
    if end >= to || !words.is(end, "and|with|&|@with") && !words.is_sep(end) {
        // "swap the two cards", "swap them": both of them
        return None;
    }
    let (end, other) = target_at(words, end + 1, to, Reach::Full)?;
    // "swap Monday and Friday classes": what they are both of says nothing more.
    let of_both = end + 1 == to
        && words
            .token(end)
            .is_some_and(|token| token.is_word() && !token.is_capital())
        && matches!(
            (&one_target.what, &other.what),
            (Referent::Text(_), Referent::Text(_))
        );
    let end = words
        .one_of(end, "around|places|positions|over|with each other")
        .unwrap_or(end + usize::from(of_both));
    one(
        end,
        Change::Swap {
            one: one_target,
            other,
        },
    )
}

/// "the Orders and Customers cards", "the cards Orders and Customers": two parts of one kind, each by its label.
fn labelled_parts(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, [Target; 2])> {
    let mut from = at;
    while words.is(from, "the|both|two|~") && from < to {
        from += 1;
    }
    let and = (from..to).find(|&i| words.is(i, "and|&|with"))?;
    let label = |from: usize, to: usize| {
        let named =
            from < to && to - from <= 3 && (words.is_capital(from) || words.quote(from).is_some());
        named.then(|| {
            words
                .quote(from)
                .unwrap_or_else(|| words.text(from, to).to_string())
        })
    };
    let component = |i: usize| lexicon().components.at(&words.reader.tokens, i);
    let (end, kind, first, second) =
        if let Some((len, kind)) = component(from).filter(|_| !words.is_capital(from)) {
            let mut end = and + 1;
            while end < to && (words.is_capital(end) || words.quote(end).is_some()) {
                end += 1;
            }
            (end, *kind, label(from + len, and)?, label(and + 1, end)?)
        } else {
            let head = (and + 2..to.min(and + 5)).find(|&i| component(i).is_some())?;
            let (len, kind) = component(head)?;
            (head + len, *kind, label(from, and)?, label(and + 1, head)?)
        };
    let part = |label: String| Target {
        words: label.clone(),
        what: Referent::Part {
            kind,
            label: Some(label),
        },
        span: words.span(from, end),
        ..Target::default()
    };
    Some((end, [part(first), part(second)]))
}

pub(super) fn put(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = ranked(words, at, to) {
        return Some(found);
    }
    if let Some(found) = super::texts::written_otherwise(words, at, to) {
        return Some(found);
    }
    let named = target_at(words, at, to, Reach::Bare)
        .filter(|(_, target)| matches!(target.what, Referent::Part { .. } | Referent::Thing(_)));
    if let Some((end, target)) = named
        && let Some((after, to)) = abreast(words, end, to)
    {
        return one(after, Change::Align { target, to });
    }
    if let Some(end) = side_by_side(words, at, to) {
        return one(end.0, Change::Compose(end.1));
    }
    let definite = words.is(
        at,
        "the|it|this|them|that|my|our|her|his|him|these|those|both",
    );
    if definite
        && !words.is(
            at + 1,
            "text|words|word|number|letter|letters|digit|digits|figure",
        )
        || definite
            && words.quote(at + 2).is_none()
            && words.is(at + 1, "text")
            && location_at(words, at + 2, to).is_some()
    {
        if let Some(found) = background(words, at + 1, to) {
            return Some(found);
        }
        let (end, mut target) = target_at(words, at, to, Reach::Bare)?;
        if let Referent::Part {
            kind: crate::Component::Logo,
            label: None,
        } = target.what
            && target.position.is_none()
        {
            target.what = Referent::Input(2);
        }
        if let Some(found) = elsewhere(words, end, to, &target) {
            return Some(found);
        }
        if words.is(end, "in")
            && let Some((after, changes)) = predicates_at(words, end, to, &target)
            && changes
                .iter()
                .all(|change| matches!(change, Change::SetType { .. } | Change::Recolor { .. }))
        {
            return Some((after, changes));
        }
        if let Some((after, to)) = abreast(words, end, to) {
            return one(after, Change::Align { target, to });
        }
        // "put the address 12 Mill Lane under the time": its words come along.
        if matches!(target.what, Referent::Role(_))
            && begins_words(words, end)
            && let Some(found) = additions_at(words, at, to)
        {
            return Some(found);
        }
        if let Some((after, location)) = location_at(words, end, to) {
            return one(
                after,
                Change::Move {
                    target,
                    to: location,
                },
            );
        }
        return predicates_at(words, end, to, &target);
    }
    if let Some(found) = reordered(words, at, to) {
        return Some(found);
    }
    if let Some(number) = words.one_of(
        at,
        "the number|the letter|the letters|number|the digit|the digits|the figure",
    ) {
        return super::texts::write(words, number, to);
    }
    additions_at(words, at, to).or_else(|| bare::statement(words, at, to))
}

/// "put Cool before Bake": one of a list beside another of it.
fn reordered(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    let (after, location) = location_at(words, end, to)?;
    let named = |what: &Referent| matches!(what, Referent::Text(_));
    let beside = matches!(
        &location.relation,
        Some((crate::RelationKind::Above | crate::RelationKind::Below, other)) if named(&other.what)
    );
    let joint = words.is(end, "before|after|above|below|ahead");
    (named(&target.what) && beside && joint && words.is_capital(at)).then(|| {
        let to = location;
        (after, vec![Change::Move { target, to }])
    })
}

/// Where a target is to be: a place that is not there yet becomes the background, else it moves.
pub(in crate::instruction) fn placed(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
) -> Parsed {
    if let Some(found) = elsewhere(words, at, to, target) {
        return Some(found);
    }
    let (end, location) = location_at(words, at, to)?;
    let target = target.clone();
    one(
        end,
        Change::Move {
            target,
            to: location,
        },
    )
}

/// "put it on a beach": a place that is not there yet becomes the background.
fn elsewhere(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let whole = matches!(
        target.what,
        Referent::Same | Referent::Subject | Referent::Thing(_)
    );
    let article = words.is(at + 1, "a|an");
    let led = words.is(at, "on|in|at|into|onto|before") && article;
    // "to outer space": a name needs no article.
    let named = words.is(at, "to|into") && !words.is(at + 1, "the|its|his|her|their");
    let from = at + 1 + usize::from(article);
    let last = (from..to)
        .take_while(|&i| words.token(i).is_some_and(|token| token.is_word()))
        .last()?;
    let place = (from..=last).any(|i| {
        lexicon()
            .places
            .at(&words.reader.tokens, i)
            .is_some_and(|(_, place)| !place.thing || i > from)
    });
    (whole && (led || named) && place)
        .then(|| described(words, from, last + 1))
        .flatten()
        .filter(|(end, _)| words.skip_idle(*end, to) >= to || words.is_sep(*end))
        .or_else(|| in_the_world(words, at, to, target))
}

/// "put him on Mars", "put it in the desert": all of it goes to a place of the world.
fn in_the_world(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    const NEAR: &str = "sky|air|ground|floor|wall|grass|water|road|street|background|foreground|middle|center|centre|corner|back|front|table";
    let near = words.is(at + 1, NEAR) || words.is(at + 2, NEAR);
    (target.what == Referent::Same && !near)
        .then(|| bare::other_place(words, at, to))
        .flatten()
}

/// "these side by side", "them in a grid", "the two images next to each other".
pub(super) fn side_by_side(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Composition)> {
    let mut next = at;
    while next < to
        && words.is(
            next,
            "these|this|them|the|both|all|images|image|pictures|photos|of|two|three|four|it|together|and|into|in|as|a|photo|picture|first|second|one|single|-|pics|my|with|half",
        )
    {
        if let Some(found) = composition_at(words, next) {
            return Some(found);
        }
        next += 1;
    }
    composition_at(words, next).filter(|(end, _)| *end <= to)
}

/// "side by side in one row", "below each other": how several of a page are to stand.
pub(in crate::instruction) fn abreast(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Alignment)> {
    const ROW: &str = "side by side|side-by-side|next to each other|beside each other|in a row|in one row|in a single row|in a line|in one line|\
        in the same row|horizontally";
    const COLUMN: &str = "below each other|under each other|one below the other|in a column|in one column|vertically|on top of each other|stacked";
    let (mut end, found) = words
        .one_of(at, ROW)
        .map(|end| (end, Alignment::Middle))
        .or_else(|| Some((words.one_of(at, COLUMN)?, Alignment::Center)))?;
    while let Some(next) = words.one_of(end, ROW).or_else(|| words.one_of(end, COLUMN)) {
        end = next;
    }
    words.closes(end, to).then_some((end, found))
}

pub(super) fn composition_at(words: &Words<'_>, at: usize) -> Option<(usize, Composition)> {
    let rows: &[(&str, Composition)] = &[
        (
            "side by side|side-by-side|next to each other|in a row|horizontally|left and right|in one row|beside each other",
            Composition::SideBySide,
        ),
        (
            "on top of each other|stacked|vertically|one above the other|under each other|in a column|above each other|one below the other|below each other",
            Composition::Stacked,
        ),
        (
            "in a grid|grid|collage|a collage|a grid|2x2 grid|in a collage|as a grid|contact sheet",
            Composition::Grid,
        ),
    ];
    let (end, composition) = rows.iter().find_map(|(phrases, composition)| {
        words.one_of(at, phrases).map(|end| (end, *composition))
    })?;
    let other = words.one_of(
        end,
        "with the second picture|with the second image|with the second photo|with the second one|with the other picture|with the other image|with the other photo|with the other one|with the next picture|with the next image",
    );
    Some((other.unwrap_or(end), composition))
}

pub(super) fn compose(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some((end, composition)) = side_by_side(words, at, to) {
        let end = words.one_of(end, "of these|of them").unwrap_or(end);
        return one(end, Change::Compose(composition));
    }
    let mut end = at;
    while end < to
        && words.is(
            end,
            "these|this|them|the|both|all|images|pictures|photos|two|three|four|together|into|one|a|single|image|picture|of|and|my|photo",
        )
    {
        end += 1;
    }
    (end > at && words.skip_idle(end, to) >= to)
        .then(|| (end, vec![Change::Compose(Composition::SideBySide)]))
}

pub(super) fn apply(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    typeface(words, at, to)
        .or_else(|| own_colors(words, at, to))
        .or_else(|| color_for(words, at, to))
        .or_else(|| as_background(words, at, to))
        .or_else(|| background(words, at, to))
        .or_else(|| bare::type_for(words, at, to))
        .or_else(|| {
            // "a sepia filter", "blur to the background"
            filter_at(words, at + usize::from(words.is(at, "a|an|some|the")), to)?;
            additions_at(words, at, to)
        })
        .or_else(|| {
            let (kind, end) = chart_at(words, at, to)?;
            let target = Target::default();
            one(end, Change::SetChart { target, kind })
        })
        .or_else(|| bare::statement(words, at, to))
        .or_else(|| theme_at(words, at, to))
        .or_else(|| additions_at(words, at, to))
}

/// "Inter for all text", "Playfair Display for the title".
pub(super) fn typeface(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let behind = (at + 1..to.min(at + 4)).find(|&i| words.is(i, "for|in|on"))?;
    if !(at..behind).all(|i| words.is_capital(i)) || !words.is(behind, "for") {
        return None;
    }
    let (end, target) =
        target_at(words, behind + 1, to, Reach::Full).filter(|(_, target)| is_text(target))?;
    let setting = TypeSetting {
        typeface: Some(words.text(at, behind).to_string()),
        ..TypeSetting::default()
    };
    one(end, Change::SetType { target, setting })
}

/// "the second image as the background".
pub(super) fn as_background(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const AS: &str = "as the background|as background|as a background|for the background|as the backdrop|as a backdrop";
    let (split, end) = (at + 1..to).find_map(|i| Some((i, words.one_of(i, AS)?)))?;
    if let Some((done, target)) = target_at(words, at, split, Reach::Bare)
        && let (Referent::Input(n), true) = (target.what, done == split)
    {
        return one(end, Change::SetBackground(Fill::Picture(n)));
    }
    // "a soft gradient from pink to purple as the background"
    let (_, changes) = background_at(words, at, split)
        .filter(|(done, _)| *done == split)
        .or_else(|| described(words, at, split))?;
    Some((end, changes))
}

/// "her sunglasses": whoever the picture is of, not what she has.
fn receiver(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let end = words.one_of(at, "him|her|them").filter(|end| *end < to)?;
    let target = Target {
        what: Referent::Same,
        words: words.text(at, end).to_string(),
        span: words.span(at, end),
        ..Target::default()
    };
    Some((end, target))
}

/// "the cat sunglasses": who gets something, where that follows without an article and the phrase would take both.
fn parted(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    let start = at + usize::from(words.is(at, "the|my|our|this|that|her|his"));
    let (len, noun) = words.reader.noun_at(start, true).filter(|_| start > at)?;
    let next = start + len;
    let (other, _) = words.reader.noun_at(next, true).filter(|_| next < to)?;
    let living = matches!(noun.category, "person" | "animal");
    (living && words.skip_idle(next + other, to) >= to).then(|| {
        let target = Target {
            what: Referent::Thing(noun.canonical.to_string()),
            words: words.text(at, next).to_string(),
            span: words.span(at, next),
            ..Target::default()
        };
        (next, target)
    })
}

/// "give it a hand-drawn look", "give the cat a hat", "give it more contrast".
pub(super) fn give(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if words.is(at, "me|us") {
        return make(words, at + 1, to).or_else(|| additions_at(words, at + 1, to));
    }
    let (next, target) = receiver(words, at, to)
        .or_else(|| parted(words, at, to))
        .or_else(|| target_at(words, at, to, Reach::Bare))?;
    if is_whole(&target) && !words.is(at, "him|her|them") {
        return theme_at(words, next, to)
            .filter(|(end, _)| words.skip_idle(*end, to) >= to || words.is_sep(*end))
            .or_else(|| background(words, next, to))
            .or_else(|| {
                predicates_at(words, next, to, &Target::default())
                    .filter(|(end, _)| words.skip_idle(*end, to) >= to)
            })
            .or_else(|| additions_at(words, next, to))
            .or_else(|| theme_at(words, next, to));
    }
    if let Some((end, colors)) = colors_at(words, next, to)
        .filter(|(end, _)| words.is(end - 1, "color|colour") || words.skip_idle(*end, to) >= to)
    {
        return one(end, Change::Recolor { target, colors });
    }
    if target.what == Referent::Background {
        return background_at(words, next, to);
    }
    if words.is(next + 1, LIVELY) || words.is(next + 2, LIVELY) {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    let (end, mut changes) = additions_at(words, next, to)?;
    // "a flower rather than a sword": in the place of what there is. "Instead" alone was passed over.
    let back = end.saturating_sub(1);
    let split = match words.one_of(back, "instead of") {
        Some(_) => back,
        None => end,
    };
    if let [Change::Add { item, .. }] = &changes[..]
        && let Some(old) = words.one_of(split, "instead of|rather than|in place of|not")
        && let Some((end, target)) = target_at(words, old, to, Reach::Full)
    {
        let with = item.clone();
        return one(end, Change::Replace { target, with });
    }
    for change in &mut changes {
        if let Change::Add { at: location, .. } = change
            && *location == Location::default()
        {
            location.relation = Some((crate::RelationKind::On, target.clone()));
        }
    }
    Some((end, changes))
}

pub(super) fn moved(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at > 0
        && words.is(at - 1, "raise|lower|bring")
        && let Some(found) = figured(words, at, to)
    {
        return Some(found);
    }
    if let Some(found) = ranked(words, at, to) {
        return Some(found);
    }
    if let Some((end, target)) = target_at(words, at, to, Reach::Bare)
        && words.is(end, "to|into")
        && let Some(found) = elsewhere(words, end, to, &target)
    {
        return Some(found);
    }
    let (end, targets) = targets_at(words, at, to, Reach::Full)?;
    let (targets, (end, location)) = match location_at(words, end, to) {
        Some(found) => (targets, found),
        // The place was taken for a description: "move the cup next to the plate".
        None => {
            let (end, targets) = targets_at(words, at, to, Reach::Bare)?;
            (targets, location_at(words, end, to)?)
        }
    };
    Some((
        end,
        targets
            .into_iter()
            .map(|target| Change::Move {
                target,
                to: location.clone(),
            })
            .collect(),
    ))
}

pub(super) fn align(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let verb = |phrase: &str| at > 0 && words.is(at - 1, phrase);
    let side = match () {
        () if verb("left-align") || at > 1 && words.phrase(at - 2, "left align").is_some() => {
            Some(Alignment::Left)
        }
        () if verb("right-align") || at > 1 && words.phrase(at - 2, "right align").is_some() => {
            Some(Alignment::Right)
        }
        () if verb("center")
            || verb("centre")
            || verb("center-align")
            || at > 1 && words.phrase(at - 2, "center align").is_some() =>
        {
            Some(Alignment::Center)
        }
        () if verb("distribute") => Some(Alignment::Even),
        // "line up", "line them up"
        () if verb("up") => Some(Alignment::Middle),
        () => None,
    };
    let (end, target) = target_at(words, at, to, Reach::Bare).unwrap_or((
        at,
        Target {
            what: Referent::Same,
            words: "them".into(),
            ..Target::default()
        },
    ));
    if let Some((end, align)) = alignment(words, end, to) {
        return one(end, Change::Align { target, to: align });
    }
    let mut next = end;
    while words.is(next, "to|the|on|in|at|a|along|of") && next < to {
        next += 1;
    }
    let found = match words.key(next) {
        "left" => Some(Alignment::Left),
        "right" => Some(Alignment::Right),
        "center" | "centre" | "centered" => Some(Alignment::Center),
        "top" => Some(Alignment::Top),
        "middle" => Some(Alignment::Middle),
        "bottom" => Some(Alignment::Bottom),
        "evenly" | "equally" => Some(Alignment::Even),
        "row" | "line" => Some(Alignment::Middle),
        "column" => Some(Alignment::Center),
        _ => None,
    };
    match (found, side) {
        (Some(found), _) if next < to => one(
            next + 1 + usize::from(words.is(next + 1, "side|edge|edges")),
            Change::Align { target, to: found },
        ),
        (_, Some(side)) => one(
            words
                .one_of(end, "horizontally|vertically|evenly|in the middle")
                .unwrap_or(end),
            Change::Align { target, to: side },
        ),
        _ => None,
    }
}
