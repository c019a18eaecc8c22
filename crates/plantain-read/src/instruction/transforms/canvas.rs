//! Verbs of the whole canvas: crop, cut, rotate, flip, extend, upscale, zoom, extract.

use super::{one, reshape, skip_picture};
use crate::instruction::arguments::{
    Degree, amount_at, canvas_at, degrees_at, percent, strength, times_at,
};
use crate::instruction::predicates::{Parsed, background_at, is_whole};
use crate::instruction::targets::{Reach, target_at, targets_at};
use crate::instruction::words::Words;
use crate::instruction::{
    CanvasChange, Change, CountChange, Fill, Outline, Referent, SortKey, Target,
};

/// "crop to 4:5", "crop the image to a square", "crop to the cat", "crop 10% off the top".
pub(in crate::instruction) fn crop(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = skip_picture(words, at, to);
    if let Some((end, change)) = canvas_at(words, next, to) {
        // "to 1:1 around the cup": first to the thing, then to the shape.
        let around = words
            .one_of(
                end,
                "around|centered on|centred on|centered around|on|focused on|focusing on",
            )
            .and_then(|next| target_at(words, next, to, Reach::Full));
        return match around {
            Some((end, target)) => Some((
                end,
                vec![
                    Change::Reshape(CanvasChange::Crop(target)),
                    Change::Reshape(change),
                ],
            )),
            None => reshape(end, change),
        };
    }
    if let Some(found) = outlined(words, next, to).or_else(|| trim(words, next, to)) {
        return Some(found);
    }
    let subject = |end: usize| {
        reshape(
            end,
            CanvasChange::Crop(Target {
                what: Referent::Subject,
                ..Target::default()
            }),
        )
    };
    let mut from = next;
    while words.is(
        from,
        "it|in|to|around|on|closely|close|tightly|tight|tighter|closer|down|just|so|that|only|and",
    ) && from < to
    {
        from += 1;
    }
    if from >= to || words.skip_idle(from, to) >= to {
        return (from > next || at == to || next > at)
            .then(|| subject(from))
            .flatten();
    }
    let (end, target) = target_at(words, from, to, Reach::Full)?;
    let end = words
        .one_of(end, "is visible|only|remains|is left|is in frame")
        .unwrap_or(end);
    reshape(end, CanvasChange::Crop(target))
}

/// "to a circle", "into a round shape": cut along an outline, what is outside becomes see-through.
fn outlined(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words
        .one_of(at, "to a|into a|as a|in a|to|into|as|with")
        .unwrap_or(at);
    let (end, outline) = outline_at(words, from, to)?;
    words
        .closes(end, to)
        .then(|| (end, vec![Change::Reshape(CanvasChange::Outline(outline))]))
}

/// "circle", "a circular crop", "rounded corners".
pub(in crate::instruction) fn outline_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Outline)> {
    let from = words.one_of(at, "a|an|the").unwrap_or(at);
    let circle = words.one_of(
        from,
        "circle|circular crop|round crop|circle crop|circular shape|round shape|circular avatar|round avatar|disc|circular|round",
    );
    let corners = words.one_of(
        from,
        "rounded corners|round corners|rounded edges|soft corners",
    );
    let found = match (circle, corners) {
        (_, Some(end)) => (end, Outline::Rounded),
        (Some(end), None) => (end, Outline::Circle),
        _ => return None,
    };
    (found.0 <= to).then_some(found)
}

/// Shares cut off or added, by side: "10% off the top", "the left by 20%", "20% on each side".
fn sides(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, [f32; 4])> {
    let mut shares = [0.0_f32; 4];
    let mut value: Option<f32> = None;
    let mut named = [false; 4];
    let mut end = at;
    while end < to {
        if let Some(share) = percent(words, end) {
            value = Some(share);
            end += usize::from(words.is(end + 1, "percent|%"));
        } else {
            match words.key(end) {
                "top" | "up" | "upwards" | "above" => named[0] = true,
                "right" | "rightwards" => named[1] = true,
                "bottom" | "down" | "downwards" | "below" => named[2] = true,
                "left" | "leftwards" => named[3] = true,
                "sides" if !words.is(end.wrapping_sub(1), "all|each|every|four") => {
                    (named[1], named[3]) = (true, true)
                }
                "sides" | "side" | "edges" | "directions" | "around" | "edge" => {
                    if !named.contains(&true) {
                        named = [true; 4];
                    }
                }
                "vertically" => (named[0], named[2]) = (true, true),
                "horizontally" => (named[1], named[3]) = (true, true),
                "both" | "all" | "each" | "every" | "the" | "to" | "on" | "off" | "from" | "at"
                | "of" | "by" | "and" | "in" | "a" | "bit" | "some" | "little" | "part"
                | "more" | "four" | "out" | "outwards" | "outward" | "about" | "third" | "half"
                | "quarter" | "it" => {
                    value = match words.key(end) {
                        "third" => Some(1.0 / 3.0),
                        "half" => Some(0.5),
                        "quarter" => Some(0.25),
                        _ => value,
                    };
                }
                _ if words.is_sep(end) => {}
                _ => break,
            }
        }
        end += 1;
    }
    if !named.contains(&true) {
        return None;
    }
    let value = value.unwrap_or(0.2);
    for (share, named) in shares.iter_mut().zip(named) {
        *share = if named { value } else { 0.0 };
    }
    Some((end, shares))
}

fn trim(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, shares) = sides(words, at, to)?;
    let told = (at..end).any(|i| {
        percent(words, i).is_some()
            || words.is(i, "off|from|bit|third|half|quarter|sides|edges|the")
    });
    (told && shares[0] + shares[2] < 0.95 && shares[1] + shares[3] < 0.95)
        .then(|| (end, vec![Change::Reshape(CanvasChange::Trim(shares))]))
}

/// "cut out the dog", "cut the dog out", "cut 10% off the top".
pub(in crate::instruction) fn cut(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = trim(words, at, to) {
        return Some(found);
    }
    let (end, target) = target_at(words, at, to, Reach::Full)?;
    if let Some(end) = words.one_of(end, "out of|out") {
        return one(words.skip_idle(end, to), Change::Extract(target));
    }
    if let Some(end) = words.one_of(end, "in half|by half") {
        return one(
            end,
            Change::Count {
                target,
                to: CountChange::Times(0.5),
            },
        );
    }
    if words.is(end, "from") || words.skip_idle(end, to) >= to {
        return one(end, Change::Remove(target));
    }
    None
}

/// "rotate 90°", "turn it upside down".
pub(in crate::instruction) fn rotate(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = skip_picture(words, at, to);
    let (end, degrees) = degrees_at(words, next, to)?;
    // "turn left" about a person is no rotation; neither is a bare number of things.
    let told = (next..end).any(|i| {
        words.key(i).contains(['°', 'º', '度', '도'])
            || words.is(
                i,
                "degrees|degree|deg|clockwise|counterclockwise|anticlockwise|upside|quarter|half|ccw|cw|90|180|270|-90|45",
            )
            || words.key(i).ends_with("deg")
            || words.key(i).contains("clockwise")
    });
    let verb = at > 0 && words.is(at - 1, "rotate|spin|tilt");
    let all = words.skip_idle(end, to) >= to || words.is_sep(end);
    let level = at > 0 && words.is(at - 1, "straighten|level");
    let change = if level {
        CanvasChange::Straighten(degrees)
    } else {
        CanvasChange::Rotate(degrees)
    };
    (told || (verb || level) && all).then(|| (end, vec![Change::Reshape(change)]))
}

/// "flip horizontally", "mirror the image", "flip it upside down".
pub(in crate::instruction) fn flip(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(end) = words.one_of(at, "the order|order|the sequence")
        && words.is(at - usize::from(at > 0), "reverse|flip|invert")
    {
        let end = words
            .one_of(end, "of the|of all|of")
            .and_then(|from| target_at(words, from, to, Reach::Bare))
            .map_or(end, |(end, _)| end);
        let by = SortKey::Place;
        return Some((
            end,
            vec![Change::Sort {
                by,
                descending: true,
            }],
        ));
    }
    let mut next = skip_picture(words, at, to);
    if next == at
        && target_at(words, at, to, Reach::Bare).is_some_and(|(_, target)| !is_whole(&target))
        && !words.is(at, "left|right|vertically|horizontally")
    {
        return None;
    }
    let mut vertical = false;
    while next < to {
        if words.is(next, "vertically|vertical|upside|upside-down") {
            vertical = true;
        } else if !words.is(
            next,
            "horizontally|horizontal|left|right|to|down|the|along|on|axis|its|around|over|direction|orientation|in|from|image|a|way|other|across|line|left-right|x|y",
        ) {
            break;
        } else if words.is(next, "y") && words.is(next + 1, "axis") {
            vertical = false;
        } else if words.is(next, "x") && words.is(next + 1, "axis") {
            vertical = true;
        }
        next += 1;
    }
    reshape(
        next,
        if vertical {
            CanvasChange::FlipVertical
        } else {
            CanvasChange::FlipHorizontal
        },
    )
}

/// "extend the canvas to 16:9", "expand the image by 20% on the left", "add more room above".
pub(in crate::instruction) fn extend(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    let start = at + usize::from(words.is(at, "the"));
    if words.is(start, "top|bottom|left|right|sides")
        && let Some((end, shares)) = sides(words, at, to)
    {
        return reshape(end, CanvasChange::Extend(shares));
    }
    if let Some((end, target)) = target_at(words, at, to, Reach::Bare) {
        if !is_whole(&target) && !matches!(target.what, Referent::Background) {
            return None;
        }
        next = end;
    }
    if let Some((end, change)) = canvas_at(words, next, to) {
        return match change {
            CanvasChange::Aspect { ratio, .. } => reshape(
                end,
                CanvasChange::Aspect {
                    ratio,
                    extend: true,
                },
            ),
            other => reshape(end, other),
        };
    }
    if let Some((end, shares)) = sides(words, next, to) {
        return reshape(end, CanvasChange::Extend(shares));
    }
    let (end, share) = match amount_at(words, next, to) {
        Some((end, Degree::Share(share))) => (end, share / 2.0),
        Some((end, degree)) => (end, strength(Some(degree), 0.2)),
        None => (next, 0.2),
    };
    (words.skip_idle(end, to) >= to)
        .then(|| (end, vec![Change::Reshape(CanvasChange::Extend([share; 4]))]))
}

/// "upscale 2x", "upscale to 4K", "upscale".
pub(in crate::instruction) fn upscale(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = skip_picture(words, at, to);
    if let Some((end, change)) = canvas_at(words, next, to) {
        return reshape(end, change);
    }
    let (end, times) = times_at(words, next, to).unwrap_or((next, 2.0));
    let times = if times <= 1.0 { times + 1.0 } else { times };
    reshape(end, CanvasChange::Times(times))
}

/// "zoom in on the cat", "zoom out".
pub(in crate::instruction) fn zoom(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let out = words.is(at, "out") || at > 0 && words.is(at - 1, "out");
    let mut next = at + usize::from(words.is(at, "in|out"));
    let (after, degree) =
        amount_at(words, next, to).map_or((next, None), |(end, degree)| (end, Some(degree)));
    next = after;
    if out {
        let share = strength(degree, 0.2).max(0.05);
        return reshape(next, CanvasChange::Extend([share; 4]));
    }
    let from = words.one_of(next, "on to|on|to|onto|into").unwrap_or(next);
    if from > next
        && let Some((end, target)) = target_at(words, from, to, Reach::Full)
    {
        if !is_whole(&target) {
            return reshape(end, CanvasChange::Crop(target));
        }
        next = end;
    }
    let share = strength(degree, 0.15).clamp(0.05, 0.4);
    reshape(next, CanvasChange::Trim([share; 4]))
}

/// "extract the dog", "isolate the product", "cut out the person".
pub(in crate::instruction) fn extract(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at > 1 && words.phrase(at - 2, "crop out").is_some() {
        if let Some(found) = trim(words, at, to) {
            return Some(found);
        }
        let (end, targets) = targets_at(words, at, to, Reach::Full)?;
        return Some((end, targets.into_iter().map(Change::Remove).collect()));
    }
    let (end, target) = target_at(words, at, to, Reach::Full)?;
    let mut end = words.skip_idle(end, to);
    if words.is(end, "on|onto|against")
        && let Some((after, changes)) = background_at(words, end + 1, to)
    {
        let after = after + usize::from(words.is(after, "background|backdrop|bg"));
        let alone = matches!(target.what, Referent::Subject)
            || changes == [Change::SetBackground(Fill::Transparent)];
        if alone && changes == [Change::SetBackground(Fill::Transparent)] {
            return one(after, Change::Extract(target));
        }
        let first = (!alone).then_some(Change::Extract(target));
        return Some((after, first.into_iter().chain(changes).collect()));
    }
    if words.is(end, "from|on|onto|against|with") {
        // "onto a transparent background", "from the background"
        let ground =
            (end..to).find(|&i| words.is(i, "background|backdrop|bg|scene|surroundings|rest"));
        let idle = ground.is_some_and(|ground| {
            (end..ground).all(|i| {
                words.is_empty_word(i) || words.is(i, "transparent|empty|clear|its|against|plain")
            })
        });
        if let (Some(ground), true) = (ground, idle) {
            end = ground + 1;
        }
    }
    one(end, Change::Extract(target))
}
