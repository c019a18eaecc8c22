//! Arguments of verbs: places, sizes, amounts, colours, ratios.

mod canvas;

use super::predicates::tone_at;
use super::targets::{Reach, target_at};
use super::words::Words;
use crate::canvas::color_list;
use crate::colors::color_at;
use crate::constraints::{cell_at, position_at};
use crate::instruction::{Location, Referent, Scale, Target};
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::{Color, Position, RelationKind};

pub(super) use self::canvas::{canvas_at, degrees_at};

/// How far a step goes when the words do not say.
pub(super) const USUAL: f32 = 0.3;

/// Factor of "bigger" and the like.
const BIGGER: f32 = 1.3;

/// Reads where something goes: "top right", "to the left of the cup", "on the bench".
pub(super) fn location_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Location)> {
    let mut location = Location::default();
    let mut end = at;
    while let Some(next) = location_step(words, end, to, &mut location) {
        end = next;
    }
    (end > at).then_some((end, location))
}

/// Where the side is meant on which something does not stand yet.
const ACROSS: &str = "to the other side|on the other side|onto the other side|to the opposite side|on the opposite side|other side|opposite side|\
    the other side|the opposite side|across to the other side|over to the other side";

fn location_step(
    words: &Words<'_>,
    from: usize,
    to: usize,
    location: &mut Location,
) -> Option<usize> {
    let mut at = from;
    while at < to
        && words.is(
            at,
            "somewhere|right|all|just|directly|over|up|down|back|further|more|slightly|exactly|~|a|bit|little|sitting|standing|perched|lying|resting|placed",
        )
        && (location_word(words, at + 1) || words.is(at + 1, "bit|little|more"))
    {
        at += 1;
    }
    // "swimming under the bridge", "leaning next to the fire"
    if at + 1 < to && does(words, at) && location_word(words, at + 1) {
        at += 1;
    }
    if at >= to {
        return None;
    }
    if let Some(end) = words.one_of(at, ACROSS).filter(|end| *end <= to) {
        location.across = true;
        let of = words
            .is(end, "of")
            .then(|| target_at(words, end + 1, to, Reach::Bare));
        return match of.flatten() {
            Some((end, target)) => {
                location.relation = Some((RelationKind::NextTo, target));
                Some(end)
            }
            None => Some(end),
        };
    }
    if location.position.is_none()
        && let Some(end) = words.one_of(
            at,
            "forward|to the front|in front|to the foreground|into the foreground",
        )
        && (end >= to || !words.is(end, "of"))
    {
        location.position = Some(Position::Foreground);
        return Some(end);
    }
    if location.position.is_none()
        && let Some(end) = words.one_of(
            at,
            "backward|backwards|to the back|in the back|to back|into the background|to the background",
        )
        && (end >= to || !words.is(end, "of"))
    {
        location.position = Some(Position::Background);
        return Some(end);
    }
    // "on the front": of what is shown.
    if location.relation.is_none()
        && let Some(end) = words
            .one_of(at, "on the front|on its front|on the front side")
            .filter(|end| *end <= to && !words.is(*end, "of"))
    {
        let what = Referent::Subject;
        let subject = Target {
            what,
            ..Target::default()
        };
        location.relation = Some((RelationKind::On, subject));
        return Some(end);
    }
    let position = position(words, at, to);
    // "at the bottom right a logo" is no thing beside the logo.
    let relation = relation(words, at, to)
        .filter(|(_, _, target)| position.is_none() || target.position.is_none());
    match (relation, position) {
        (Some((end, kind, target)), position)
            if location.relation.is_none() && position.is_none_or(|(other, _)| other < end) =>
        {
            location.relation = Some((kind, target));
            Some(end)
        }
        // "on the wall above the armchair": what a place lies on says less than what it is beside.
        (Some((end, kind, target)), _)
            if location
                .relation
                .as_ref()
                .is_some_and(|(_, on)| is_ground(on)) =>
        {
            location.relation = Some((kind, target));
            Some(end)
        }
        (_, Some((end, position))) if location.position.is_none() => {
            location.position = Some(position);
            Some(end)
        }
        _ => None,
    }
}

/// Whether a target is what things hang or stand on anyway.
fn is_ground(target: &Target) -> bool {
    matches!(&target.what, Referent::Thing(noun)
        if matches!(noun.as_str(), "wall" | "floor" | "ground" | "sky" | "grass" | "ceiling"))
}

/// Whether a word tells what somebody does somewhere: "swimming", "leaning".
fn does(words: &Words<'_>, at: usize) -> bool {
    let key = words.key(at);
    key.len() > 5 && key.ends_with("ing") && lexicon().verbs.contains_key(key)
}

/// Whether a word begins a place.
fn location_word(words: &Words<'_>, at: usize) -> bool {
    words.is(
        at,
        "on|in|at|to|into|onto|near|after|before|above|below|under|behind|beside|next|between|left|right|up|down|top|bottom|towards|toward|over|upper|lower",
    )
}

/// "below the image", "above everything": a side of the picture.
fn beside_picture(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Position)> {
    let (len, kind) = lexicon().relations.at(&words.reader.tokens, at)?;
    let position = match kind {
        RelationKind::Below | RelationKind::Under => Position::Bottom,
        RelationKind::Above => Position::Top,
        RelationKind::LeftOf => Position::Left,
        RelationKind::RightOf => Position::Right,
        _ => return None,
    };
    let (end, target) = target_at(words, at + len, to, Reach::Bare)?;
    (target.what == Referent::Picture).then_some((end, position))
}

fn position(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Position)> {
    if let Some(found) = beside_picture(words, at, to) {
        return Some(found);
    }
    // "to the left person": one of several.
    let one_of_them = |end: usize| {
        end < to
            && end > at + 1
            && words.is(
                end - 1,
                "left|right|middle|top|bottom|upper|lower|center|centre",
            )
            && words.is(end - 2, "the")
            && words.reader.noun_at(end, true).is_some()
    };
    let fits = |end: usize| end <= to && !words.is(end, "of") && !one_of_them(end);
    if let Some((len, position)) = position_at(&words.reader, at).filter(|(len, _)| fits(at + len))
    {
        return Some((with_picture(words, at + len, to), position));
    }
    let mut next = at;
    while words.is(
        next,
        "across|to|towards|toward|into|onto|in|on|at|the|@at|@in|@on|very|far|near",
    ) {
        next += 1;
    }
    if let Some((len, position)) = cell_at(&words.reader, next).filter(|(len, _)| fits(next + len))
    {
        let mut end = next + len;
        while words.is(end, "corner|side|edge|hand|part|area|half|@at|@in|@on|@de") {
            end += 1;
        }
        return Some((with_picture(words, end, to), position));
    }
    let (len, position) = match words.key(next) {
        "up" | "upwards" | "upward" | "higher" => (1, Position::Top),
        "down" | "downwards" | "downward" | "lower" => (1, Position::Bottom),
        "leftwards" | "leftward" => (1, Position::Left),
        "rightwards" | "rightward" => (1, Position::Right),
        "overhead" | "above" if next + 1 >= to => (1, Position::Top),
        "below" | "underneath" if next + 1 >= to => (1, Position::Bottom),
        "centered" | "centred" => (1, Position::Center),
        "corner" => (1, Position::BottomRight),
        _ => return None,
    };
    Some((next + len, position))
}

/// "of the image" behind a position.
fn with_picture(words: &Words<'_>, at: usize, to: usize) -> usize {
    let end = words.skip_idle(at, to);
    if words.is(at, "of|in|on|from") {
        end
    } else {
        at
    }
}

fn relation(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, RelationKind, Target)> {
    const RISES: &str = "coming out of|coming from|rising from|rising out of|out of|from|over|above|billowing from|pouring out of|curling from";
    let smoke = at > 0 && words.is(at - 1, "smoke|steam|vapor|vapour");
    if let Some(end) = words.one_of(at, RISES).filter(|_| smoke)
        && let Some((end, target)) = target_at(words, end, to, Reach::Bare)
    {
        return Some((end, RelationKind::Above, target));
    }
    let (len, kind) = match words.key(at) {
        "to" | "into" | "onto" | "@at" => {
            // "to the left of the cup" is one relation, "to the sky" another.
            match lexicon().relations.at(&words.reader.tokens, at) {
                Some((len, kind)) if len > 1 || words.is(at, "into|onto") => (len, Some(*kind)),
                _ => (1, None),
            }
        }
        "by" | "playing" | "drawing" | "painting" | "reading" | "with" | "using" => return None,
        // In a list one line comes after another; "after that" tells of time.
        "after" | "before" if words.is(at + 1, "that|this|it|which|cropping|you") => return None,
        "after" => (1, Some(RelationKind::Below)),
        "before" => (1, Some(RelationKind::Above)),
        _ => {
            let (len, kind) = lexicon().relations.at(&words.reader.tokens, at)?;
            (len, Some(*kind))
        }
    };
    if matches!(
        kind,
        Some(RelationKind::Larger | RelationKind::Smaller | RelationKind::With)
    ) {
        return None;
    }
    let (end, target) = target_at(words, at + len, to, Reach::Bare)?;
    if kind == Some(RelationKind::Between)
        && words.is(end, "and|&")
        && let Some((end, other)) = target_at(words, end + 1, to, Reach::Bare)
    {
        // Between two things is beside the one, on the side of the other.
        let mut target = target;
        target.by = Some((RelationKind::Between, Box::new(other)));
        return Some((end, RelationKind::Between, target));
    }
    if matches!(target.what, Referent::Picture) {
        return None;
    }
    // "in gold script": how words are set.
    let face = (at..end).any(|i| {
        let look = lexicon().looks.at(&words.reader.tokens, i);
        look.is_some_and(|(_, (kind, _))| *kind == crate::lexicon::LookKind::Typeface)
    });
    if words.is(at, "in") && face {
        return None;
    }
    // "перед домом": before a thing that is drawn is no order of lines.
    let kind = match &target.what {
        Referent::Thing(noun)
            if words.is(at, "before")
                && !words.is_capital(at + 1)
                && super::targets::is_drawn(noun) =>
        {
            Some(RelationKind::InFrontOf)
        }
        _ => kind,
    };
    let place =
        matches!(&target.what, Referent::Thing(noun) if lexicon().places.get(noun).is_some());
    // "at the sky" is in it.
    let kind =
        kind.filter(|kind| !(place && *kind == RelationKind::NextTo && words.is(at, "at|@at")));
    let kind = kind.unwrap_or(if place {
        RelationKind::In
    } else {
        RelationKind::On
    });
    Some((end, kind, target))
}

/// How strong a step is said to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Degree {
    Weak,
    Strong,
    /// "by 20%".
    Share(f32),
}

/// How strong a step is said to be: "slightly", "much", "by 20%", "a lot"; none when nothing is said.
pub(super) fn amount_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Degree)> {
    let by = at + usize::from(words.is(at, "by|with|to|about"));
    if let Some(share) = percent(words, by).filter(|_| by < to) {
        let end = by + 1 + usize::from(words.is(by + 1, "percent|%|strength|intensity"));
        return Some((end, Degree::Share(share)));
    }
    const WEAK: &str = "slightly|a bit|a little|a little bit|a touch|a tad|somewhat|subtly|subtle|a hint|gently|light|slight|\
    a notch|lightly|soft|mild|a smidge|bit|little";
    const STRONG: &str = "much|a lot|lots|way|very|far|strongly|heavily|significantly|dramatically|really|considerably|super|heavy|\
    strong|a great deal|so much|extremely|drastically|even|intense";
    if let Some(end) = words.one_of(at, WEAK).filter(|end| *end <= to) {
        return Some((end, Degree::Weak));
    }
    words
        .one_of(at, STRONG)
        .filter(|end| *end <= to)
        .map(|end| (end, Degree::Strong))
}

/// A figure in digits or in words, with the token behind it: "$1.50", "two".
pub(super) fn figure_at(words: &Words<'_>, at: usize) -> Option<(usize, f64)> {
    let digits = words
        .text(at, at + 1)
        .trim_matches(|c: char| !c.is_ascii_digit())
        .replace(',', ".");
    if let Ok(figure) = digits.parse() {
        return Some((at + 1, figure));
    }
    let (len, n) = crate::numbers::count_at(&words.reader.tokens, at)?;
    Some((at + len, f64::from(n)))
}

/// A share written as "20%" or "20 percent".
pub(super) fn percent(words: &Words<'_>, at: usize) -> Option<f32> {
    let key = words.key(at);
    let digits = key.strip_suffix('%').or_else(|| key.strip_prefix('%'));
    let digits = digits
        .or_else(|| key.strip_suffix("percent"))
        .or_else(|| key.strip_suffix("pct"))
        .map(str::trim);
    let digits = digits.or_else(|| words.is(at + 1, "percent|%|pct").then_some(key))?;
    let value: f32 = digits
        .trim_start_matches('+')
        .replace(',', ".")
        .parse()
        .ok()?;
    (0.0..=10_000.0).contains(&value).then_some(value / 100.0)
}

/// Strength of a tone or filter: the usual one, made weaker or stronger by words around it.
pub(super) fn strength(degree: Option<Degree>, usual: f32) -> f32 {
    let amount = match degree {
        None => usual,
        Some(Degree::Weak) => usual * 0.5,
        Some(Degree::Strong) => usual * 2.0,
        Some(Degree::Share(share)) => share * usual.signum(),
    };
    amount.clamp(-1.0, 1.0)
}

/// Reads a size: "bigger", "twice as big", "half the size", "20% smaller", "taller than the house", "tiny", "2x".
pub(super) fn scale_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Scale)> {
    if at >= to {
        return None;
    }
    if let Some((end, scale)) = compared(words, at, to) {
        return Some((end, scale));
    }
    let (from, factor) = match amount_at(words, at, to) {
        Some((end, factor)) => (end, Some(factor)),
        None => (at, None),
    };
    if let Some((end, times)) = times_at(words, at, to) {
        return Some((end, Scale::Times(times)));
    }
    let (len, base) = size_word(words, from)?;
    let mut end = from + len;
    let mut factor = factor;
    if factor.is_none()
        && let Some((after, found)) = amount_at(words, end, to)
    {
        factor = Some(found);
        end = after;
    }
    if words.is(end, "in") && words.is(end + 1, "size") {
        end += 2;
    }
    let times = match factor {
        None => base,
        Some(Degree::Weak) => 1.0 + (base - 1.0) * 0.5,
        Some(Degree::Strong) => base * base,
        Some(Degree::Share(share)) if base >= 1.0 => 1.0 + share,
        Some(Degree::Share(share)) => (1.0 - share).max(0.05),
    };
    Some((end, Scale::Times(times)))
}

fn size_word(words: &Words<'_>, at: usize) -> Option<(usize, f32)> {
    let single = |times: f32| Some((1, times));
    match words.key(at) {
        "bigger" | "larger" | "taller" | "wider" | "longer" | "higher" | "big" | "large"
        | "thicker" | "tall" | "bigger-" => single(BIGGER),
        "huge" | "giant" | "enormous" | "gigantic" | "massive" | "humongous" => single(2.0),
        "smaller" | "shorter" | "small" | "littler" | "narrower" | "thinner" | "little"
        | "short" => single(1.0 / BIGGER),
        "tiny" | "miniature" | "teeny" | "mini" | "minuscule" => single(0.4),
        "size" if words.is(at + 1, "up") => Some((2, BIGGER)),
        _ => None,
    }
}

/// "taller than the house", "the same size as the dog", "as big as the car".
fn compared(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Scale)> {
    let mut from = at;
    while let Some((end, _)) = amount_at(words, from, to) {
        from = end;
    }
    let found = |start: usize, make: fn(Target) -> Scale| {
        let (end, target) = target_at(words, start, to, Reach::Full)?;
        Some((end, make(target)))
    };
    if let Some(end) = words.one_of(
        from,
        "bigger than|larger than|taller than|higher than|longer than|wider than",
    ) {
        return found(end, Scale::LargerThan);
    }
    if let Some(end) = words.one_of(from, "smaller than|shorter than|tinier than|lower than") {
        return found(end, Scale::SmallerThan);
    }
    let even = "the same width|same width|same height|one size|even in size|the same size|same size|equally big|equally large|equal in size|the same height|equally tall";
    if let Some(end) = words
        .one_of(from, even)
        .filter(|end| *end <= to && !words.is(*end, "as"))
    {
        let each = Target {
            what: Referent::Same,
            ..Target::default()
        };
        return Some((end, Scale::SameAs(each)));
    }
    let same = words.one_of(
        from,
        "the same size as|same size as|as big as|as large as|as tall as|as small as|the same height as|equal in size to|as long as",
    )?;
    found(same, Scale::SameAs)
}

/// "twice as big", "2x", "three times larger", "half the size", "to 150%".
pub(super) fn times_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, f32)> {
    let tail = |mut end: usize| {
        while end < to
            && words.is(
                end,
                "as|than|the|that|its|of|size|big|bigger|large|larger|current|original|tall|high|wide|width|height|small|number|long|in|resolution|scale|amount|smaller",
            )
        {
            end += 1;
        }
        // "half the size of the lion", where both are alike.
        if words.is(end - 1, "the")
            && words.is(end - 2, "of")
            && let Some((after, _)) = target_at(words, end - 1, to, Reach::Bare)
        {
            return after;
        }
        // Of what it is told beside others that are alike.
        match words.is(end, "others|rest|before|now") && words.is(end - 1, "the|as|than") {
            true => end + 1,
            false => end,
        }
    };
    let at = at + usize::from(words.is(at, "to|by"));
    let at = at + usize::from(words.is(at, "about|around|roughly"));
    if at >= to {
        return None;
    }
    let (len, value) = match words.key(at) {
        "twice" | "double" => (1, 2.0),
        "thrice" | "triple" => (1, 3.0),
        "half" => (1, 0.5),
        key => {
            let digits = key
                .strip_suffix('x')
                .or_else(|| key.strip_suffix('×'))
                .or_else(|| key.strip_prefix('x'));
            if let Some(value) = digits.and_then(|digits| digits.parse::<f32>().ok()) {
                (1, value)
            } else if let Some((len, n)) = count_at(&words.reader.tokens, at)
                .filter(|(len, _)| words.is(at + len, "times|x|fold"))
            {
                (len + 1, n as f32)
            } else if let Some(share) = percent(words, at).filter(|_| {
                !words.is(at + 1, "smaller|bigger|larger|taller|shorter|wider")
                    && tone_at(words, at + 1, to).is_none()
            }) {
                (1, share)
            } else {
                return None;
            }
        }
    };
    let smaller = (at..tail(at + len)).any(|i| words.is(i, "smaller"));
    let value = if smaller && value > 1.0 {
        1.0 / value
    } else {
        value
    };
    (0.01..=100.0)
        .contains(&value)
        .then(|| (tail(at + len), value))
}

/// Colours with the small words around them: "a nice navy blue", "in red", "the color green".
pub(super) fn colors_at(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Vec<Color>)> {
    let mut next = at;
    while next < to
        && words.is(
            next,
            "a|an|the|nice|in|of|color|colour|more|much|very|all|completely|entirely|fully|look|some|shade|bit|solid|plain|pure|brand|our|just|hex|code|flat|to|be|lighter|beautiful|lovely|full|colored|into|deep-|hot-|simple|clean|uniform",
        )
        && color_at(&words.reader.tokens, next).is_none()
    {
        next += 1;
    }
    let shade = words.is(next, "darker|deeper|lighter|brighter|paler");
    let from = next + usize::from(shade);
    let (mut end, colors) = color_list(&words.reader, from).filter(|(end, _)| *end <= to)?;
    while end < to
        && words.is(
            end,
            "color|colour|colors|colours|one|tone|shade|paint|ones|all|over|@de|colored|hue",
        )
    {
        end += 1;
    }
    Some((end, colors))
}
