//! Verbs of the whole canvas and of tone: crop, rotate, flip, extend, upscale, brighten, double.

use super::arguments::{
    Degree, USUAL, amount_at, canvas_at, degrees_at, percent, scale_at, strength, times_at,
};
use super::commands::change::figured;
use super::predicates::{Parsed, is_text, is_whole, tone_at};
use super::targets::{Reach, target_at, targets_at};
use super::words::Words;
use crate::instruction::{
    CanvasChange, Change, CountChange, Fill, Filter, Referent, Scale, Target, Tone, TypeSetting,
};

fn one(end: usize, change: Change) -> Parsed {
    Some((end, vec![change]))
}

fn reshape(end: usize, change: CanvasChange) -> Parsed {
    one(end, Change::Reshape(change))
}

/// Skips a word for the whole picture with its article.
fn skip_picture(words: &Words<'_>, at: usize, to: usize) -> usize {
    match target_at(words, at, to, Reach::Bare) {
        Some((end, target)) if is_whole(&target) => end,
        _ => at,
    }
}

/// "enlarge the logo by 20%", "resize to 1080x1080", "scale it to 50%".
pub(super) fn scaled(words: &Words<'_>, times: f32, at: usize, to: usize) -> Parsed {
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
pub(super) fn multiplied(words: &Words<'_>, times: f32, at: usize, to: usize) -> Parsed {
    let mut next = at + usize::from(words.is(at, "the"));
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

/// "increase the brightness by 20%", "reduce the number of apples by 2", "turn down the saturation".
pub(super) fn shifted(words: &Words<'_>, sign: f32, at: usize, to: usize) -> Parsed {
    if let Some(found) = figured(words, at, to) {
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
    let of = |end: usize| {
        let mut from = end;
        while words.is(from, "of|in|on|between|around|for") && from < to {
            from += 1;
        }
        (from > end)
            .then(|| target_at(words, from, to, Reach::Full))
            .flatten()
            .map_or((end, Target::default()), |found| found)
    };
    let amount = |end: usize| match amount_at(words, end, to) {
        Some((end, factor)) => (end, Some(factor)),
        None => (end, early),
    };
    if let Some((end, tone, direction)) = tone_at(words, next, to) {
        let (end, target) = of(end);
        let (end, factor) = amount(end);
        let amount = strength(factor, USUAL * sign * direction.abs());
        return one(
            end,
            Change::Tone {
                target,
                tone,
                amount,
            },
        );
    }
    if let Some(end) = words.one_of(next, "noise|grain") {
        let filter = if sign > 0.0 {
            Filter::Grain
        } else {
            Filter::Denoise
        };
        return one(
            of(end).0,
            Change::Filter {
                target: Target::default(),
                filter,
                amount: 1.0,
            },
        );
    }
    if let Some(end) = words
        .one_of(next, "sharpness|clarity|detail|details")
        .filter(|_| sign > 0.0)
    {
        return one(
            of(end).0,
            Change::Filter {
                target: Target::default(),
                filter: Filter::Sharpen,
                amount: 1.0,
            },
        );
    }
    if let Some(end) = words.one_of(
        next,
        "margins|margin|padding|spacing|whitespace|white space|space|gap|gaps|line spacing",
    ) {
        return reshape(
            of(end).0,
            CanvasChange::Margins(if sign > 0.0 { 1.5 } else { 0.6 }),
        );
    }
    if let Some(end) = words
        .one_of(next, "resolution|quality|image quality")
        .filter(|_| sign > 0.0)
    {
        let (end, _) = of(end);
        return match canvas_at(words, end, to) {
            Some((end, change)) => reshape(end, change),
            None => {
                let (end, times) = times_at(words, end, to).unwrap_or((end, 2.0));
                reshape(end, CanvasChange::Times(times))
            }
        };
    }
    if let Some(end) = words.one_of(next, "number|amount|count|quantity") {
        let (end, target) = of(end);
        let by = words.is(end, "by");
        let from = end + usize::from(words.is(end, "by|to"));
        let (end, to_count) =
            match crate::numbers::count_at(&words.reader.tokens, from).filter(|_| from > end) {
                Some((len, n)) if by => (from + len, CountChange::By(n as i32 * sign as i32)),
                Some((len, n)) => (from + len, CountChange::Set(n)),
                None => (end, CountChange::By(sign as i32)),
            };
        return one(
            end,
            Change::Count {
                target,
                to: to_count,
            },
        );
    }
    size_shifted(words, sign, next, to, early)
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

/// "brighten the photo slightly", "darken the background by 20%".
pub(super) fn tone(words: &Words<'_>, tone: Tone, amount: f32, at: usize, to: usize) -> Parsed {
    let (next, early) =
        amount_at(words, at, to).map_or((at, None), |(end, factor)| (end, Some(factor)));
    let next = next + usize::from(words.is(next, "up|down"));
    let (end, target) =
        target_at(words, next, to, Reach::Full).unwrap_or((next, Target::default()));
    let end = end + usize::from(words.is(end, "up|down"));
    let end = words
        .one_of(end, "colors|tones|colours|overall")
        .unwrap_or(end);
    let (end, factor) =
        amount_at(words, end, to).map_or((end, early), |(end, factor)| (end, Some(factor)));
    one(
        end,
        Change::Tone {
            target,
            tone,
            amount: strength(factor, amount),
        },
    )
}

/// "sharpen the image", "blur the background", "denoise".
pub(super) fn filter(words: &Words<'_>, filter: Filter, at: usize, to: usize) -> Parsed {
    let (next, early) =
        amount_at(words, at, to).map_or((at, None), |(end, factor)| (end, Some(factor)));
    let next = next + usize::from(words.is(next, "out"));
    let next = words
        .one_of(
            next,
            "the colors of|the colours of|the colors|colors|the edges of|edges",
        )
        .unwrap_or(next);
    let (end, target) =
        target_at(words, next, to, Reach::Full).unwrap_or((next, Target::default()));
    let end = end + usize::from(words.is(end, "out|up"));
    let (end, factor) =
        amount_at(words, end, to).map_or((end, early), |(end, factor)| (end, Some(factor)));
    let amount = strength(factor, 1.0).clamp(0.05, 1.0);
    if filter == Filter::Blur && target.what == Referent::Background {
        return one(end, Change::SetBackground(Fill::Blur(amount)));
    }
    one(
        end,
        Change::Filter {
            target,
            filter,
            amount,
        },
    )
}

/// "crop to 4:5", "crop the image to a square", "crop to the cat", "crop 10% off the top".
pub(super) fn crop(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = skip_picture(words, at, to);
    if let Some((end, change)) = canvas_at(words, next, to) {
        return reshape(end, change);
    }
    if let Some(found) = trim(words, next, to) {
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
pub(super) fn cut(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
pub(super) fn rotate(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
    (told || verb && all).then(|| (end, vec![Change::Reshape(CanvasChange::Rotate(degrees))]))
}

/// "flip horizontally", "mirror the image", "flip it upside down".
pub(super) fn flip(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
pub(super) fn extend(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
pub(super) fn upscale(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = skip_picture(words, at, to);
    if let Some((end, change)) = canvas_at(words, next, to) {
        return reshape(end, change);
    }
    let (end, times) = times_at(words, next, to).unwrap_or((next, 2.0));
    let times = if times <= 1.0 { times + 1.0 } else { times };
    reshape(end, CanvasChange::Times(times))
}

/// "zoom in on the cat", "zoom out".
pub(super) fn zoom(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
pub(super) fn extract(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
        && let Some((after, changes)) = super::predicates::background_at(words, end + 1, to)
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
