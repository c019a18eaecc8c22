//! Constraint clauses: what must stay as it is.

use super::additions::plain_behind;
use super::targets::{Reach, target_at};
use super::verbs::{Verb, leading_verb_at};
use super::words::{Words, is_among};
use crate::instruction::{Change, CountChange, Referent, Target};
use crate::tokens::Sep;

/// What a constraint clause says.
#[derive(Debug)]
pub(super) enum Kept {
    Stays(Vec<Target>),
    /// "keep only the chair": everything else goes.
    Only(Target),
}

/// Openings of constraint clauses.
const OPENINGS: &str = "only keep|just keep|i only need|i only want|we only need|we only want|i just need|i just want|only need|only want|keep|keeping|while keeping|while maintaining|while preserving|preserve|preserving|retain|retaining|\
    maintain|maintaining|while retaining|without changing|without altering|without touching|\
    without affecting|without modifying|without moving|without losing|without distorting|without cropping|\
    without cutting|without removing|without messing up|don't change|dont change|do not change|don't touch|\
    dont touch|do not touch|don't alter|do not alter|don't modify|do not modify|don't move|do not move|\
    dont move|don't remove|do not remove|dont remove|don't crop|do not crop|don't mess with|never change|\
    don't edit|do not edit|don't affect|do not affect|don't add|do not add|dont add|don't distort|dont stretch|don't stretch|do not stretch|dont distort|dont replace|\
    do not distort|do not reword|don't reword|dont reword|do not rephrase|don't rephrase|do not rename|don't rename|do not translate|\
    don't translate|do not redraw|don't redraw|do not resize|don't resize|do not recolor|don't recolor|do not recolour|don't recolour|do not rewrite|don't rewrite|\
    do not replace|don't replace|dont replace|don't lose|do not lose|don't cover|do not cover|don't shrink|do not shrink|without rewording|without covering|\
    without replacing|without resizing|but not|but keep|but leave|but don't change|but don't touch|but do not change|leave|\
    leaving|while leaving|ensuring|while ensuring|making sure|make sure|ensure|protect|everything else|\
    the rest|all else|nothing else|all other elements|rest of|not changing|not the|be careful not to|\
    other elements|everything should stay|everything stays|except|except for|apart from|other than that|hold|\
    the others|rest stays|rest as is|rest as it is|rest the same|remove nothing else|change nothing else|add nothing else|touch nothing else|alter nothing else|nothing more";

/// Words that tell that something stays.
const STAYING: &str = "stay|stays|remain|remains|unchanged|same|intact|untouched|kept|keep|as-is|preserved|identical|alone|\
    consistent|visible|readable|legible|natural|realistic|match|matches|blend|blends|original";

/// "text has to stay readable", "same skateboard": what stays, and the end of the words that say so. What only has to be
/// seen well may change.
fn staying(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Option<Target>)> {
    const STAYS: &str = "has to stay|have to stay|must stay|should stay|needs to stay|has to remain|must remain|should remain|\
        has to be kept|must be kept|stays|stay|should still be|must still be|has to be still";
    let begins = at == 0 || words.is_sep(at - 1) || words.is(at - 1, "and|but|the|with");
    if !begins {
        return None;
    }
    // "only the cat should stay": read as what is kept alone.
    if words.is(at, "only|just") {
        let (end, target) = target_at(words, at + 1, to, Reach::Bare)?;
        let end = words.one_of(end, STAYS)?;
        let alone = Target {
            inverted: true,
            ..target
        };
        return words.closes(end, to).then_some((end, Some(alone)));
    }
    if words.is(at, "same") {
        let (end, target) = target_at(words, at + 1, to, Reach::Bare)?;
        return words.closes(end, to).then_some((end, Some(target)));
    }
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    let end = words.one_of(end, STAYS)?;
    let seen = words.one_of(end, "readable|legible|visible|clear");
    let end = seen
        .or_else(|| words.one_of(end, "the same|exactly the same|identical|as it is|as is|as they are|the way it is|unchanged|untouched|intact|put|there"))
        .unwrap_or(end);
    let end = as_now(words, end);
    words
        .closes(end, to)
        .then_some((end, seen.is_none().then_some(target)))
}

/// Skips "green as it is now", "as before": how it is that stays.
fn as_now(words: &Words<'_>, at: usize) -> usize {
    let color = crate::colors::color_at(&words.reader.tokens, at).map_or(0, |(len, _)| len);
    let next = at + color;
    words
        .one_of(
            next,
            "as it is now|as it was|as before|as now|as it is|as they are now|as they were|it is now|as they are|it was before",
        )
        .unwrap_or(next)
}

/// Returns the end of the constraint clause that starts at `at`.
pub(super) fn clause_at(words: &Words<'_>, at: usize, to: usize) -> Option<usize> {
    if let Some((end, _)) = staying(words, at, to) {
        return Some(end);
    }
    let start =
        at + usize::from(words.is(at, "while|but") && words.one_of(at + 1, OPENINGS).is_some());
    let opening = words.one_of(start, OPENINGS)?;
    // "I just want flat light blue behind the kettle": a ground, nothing that is there.
    if plain_behind(words, opening, to).is_some() {
        return None;
    }
    let end = constraint_end(words, opening, to);
    let said = |list: &str| (at..end).any(|i| words.is(i, list));
    let loose = words
        .one_of(
            start,
            "make sure|ensure|making sure|ensuring|while ensuring|everything else|the rest|all else|nothing else|rest of|the others|other elements|all other elements",
        )
        .is_some();
    if loose && !said(STAYING) && words.one_of(start, "nothing else|nothing more").is_none() {
        return None;
    }
    // "leave room for a logo" and "hold" a thing are no constraints of this kind.
    if words.is(start, "hold")
        || words.is(start, "leave") && words.is(opening, "room|space|some|more")
    {
        return None;
    }
    // "everything except the chair" is a target of the verb before.
    if words.is(start, "except|apart|other")
        && at > 0
        && words.is(
            at - 1,
            "everything|all|anything|else|objects|things|everyone",
        )
    {
        return None;
    }
    if words.phrase(start, "not the").is_some() && (at == 0 || !words.is_sep(at - 1)) {
        return None;
    }
    // "keep it but make it blue"
    Some(end)
}

/// A constraint goes up to the next joint that a verb follows.
fn constraint_end(words: &Words<'_>, from: usize, to: usize) -> usize {
    for at in from..to {
        let joint =
            words.is(at, "and|then|but") || words.sep(at, Sep::Comma) || words.sep(at, Sep::Dash);
        if !joint {
            continue;
        }
        let next = words.skip_wish(at + 1, to);
        let verb = leading_verb_at(words, next)
            .is_some_and(|(_, verb)| verb != Verb::Keep && verb != Verb::Leave);
        let noun =
            words.reader.noun_at(next, false).is_some() && !words.is(next, "change|crop|place");
        let constraint = words.one_of(next, OPENINGS).is_some();
        if next < to
            && (constraint || verb && (!noun || super::verbs::verb_at(words, next).is_some()))
        {
            return at;
        }
    }
    to
}

/// What "keep only" asks for: everything else goes; "keep only three apples" speaks of the apples alone.
pub(super) fn only(mut target: Target) -> Change {
    match (target.count, &target.what) {
        (Some(count), Referent::Thing(_) | Referent::Same) => {
            target.inverted = false;
            target.count = None;
            Change::Count {
                target,
                to: CountChange::Set(count),
            }
        }
        _ => Change::Remove(target),
    }
}

/// Reads the targets of a constraint clause.
pub(super) fn read(words: &Words<'_>, from: usize, to: usize) -> Kept {
    if let Some((_, Some(target))) = staying(words, from, to)
        .filter(|(_, target)| target.as_ref().is_some_and(|target| target.inverted))
    {
        return Kept::Only(target);
    }
    if let Some((_, target)) = staying(words, from, to) {
        return Kept::Stays(target.into_iter().collect());
    }
    let mut start = from
        + usize::from(words.is(from, "while|but") && words.one_of(from + 1, OPENINGS).is_some());
    // Negated additions ask for nothing that could be kept.
    let idle = words
        .one_of(
            start,
            "don't add|do not add|dont add|nothing else|everything else|the rest|all else|rest of|all other elements|other elements",
        )
        .is_some();
    start = words.one_of(start, OPENINGS).unwrap_or(start + 1);
    let only = words.is(start.saturating_sub(2), "only|just")
        && start >= 2
        && words.is(start - 1, "keep|need|want");
    if only && let Some((_, mut target)) = target_at(words, start, to, Reach::Full) {
        target.inverted = true;
        return Kept::Only(target);
    }
    if let Some(target) = so_many(words, start, to) {
        return Kept::Only(target);
    }
    if words.is(start, "only|just")
        && let Some((_, mut target)) = target_at(words, start + 1, to, Reach::Full)
    {
        target.inverted = true;
        return Kept::Only(target);
    }
    let mut kept = Vec::new();
    let mut at = if idle { to } else { start };
    while at < to {
        while at < to
            && (words.is_sep(at)
                || words.is(at, "and|&|or|that|both|only|everything|else|same|exact"))
        {
            at += 1;
        }
        if at >= to {
            break;
        }
        match target_at(words, at, to, Reach::Full) {
            Some((end, target)) => {
                if is_told(&target, words, at) {
                    kept.push(target);
                }
                at = end.max(at + 1);
                // "the text as it is": the rest up to a joint only says that it stays.
                while at < to && !words.is_sep(at) && !words.is(at, "and|&") {
                    at += 1;
                }
            }
            None => at += 1,
        }
    }
    Kept::Stays(kept)
}

/// "leave just one", "keep two of them": so many of what is there.
fn so_many(words: &Words<'_>, from: usize, to: usize) -> Option<Target> {
    let at = from + usize::from(words.is(from, "only|just"));
    let (len, n) = crate::numbers::count_at(&words.reader.tokens, at)?;
    let end = words
        .one_of(at + len, "of them|of those|of these|there|here|left")
        .unwrap_or(at + len);
    words.closes(end, to).then(|| Target {
        what: Referent::Same,
        words: "them".into(),
        span: words.span(at, end),
        count: Some(n),
        ..Target::default()
    })
}

/// Whether a kept target names something on the picture, not its quality.
fn is_told(target: &Target, words: &Words<'_>, at: usize) -> bool {
    const QUALITIES: &str = "lighting|composition|style|layout|proportion|proportions|pose|expression|quality|detail|details|texture|\
    textures|perspective|identity|look|feel|aspect|ratio|resolution|integrity|way|mood|size|color|colors|\
    colour|colours|place|position|shape|aesthetic|realism|framing|structure|design|vibe|atmosphere|tone|one|\
    original|overall|consistency|sharpness|everything|anything|rest|else";
    let quality = words.is(at, QUALITIES)
        || target
            .words
            .split_whitespace()
            .last()
            .is_some_and(|word| is_among(&word.to_lowercase(), QUALITIES));
    match &target.what {
        Referent::Picture | Referent::Same => false,
        Referent::Thing(noun) => !quality && !is_among(noun, QUALITIES),
        _ => !quality,
    }
}
