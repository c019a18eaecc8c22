//! What a thing becomes: "bigger", "red", "uppercase", "black and white", "made of wood", "night".

mod ground;
mod lettering;
mod manner;
mod setting;
mod tone;

use super::arguments::{canvas_at, colors_at, location_at, scale_at, times_at};
use super::targets::{Reach, target_at};
use super::words::Words;
use crate::instruction::{Change, CountChange, Fill, Filter, Item, Referent, Target, TypeSetting};
use crate::lexicon::{Adjective, lexicon};
use crate::phrases::phrase_at;
use crate::tokens::Kind;
use crate::{Color, Component, RelationKind};

pub(super) use self::ground::{background_at, fading, led_gradient};
pub(super) use self::lettering::alignment;
use self::lettering::type_at;
use self::manner::themed;
pub(super) use self::manner::{corners_at, theme_at};
use self::setting::in_setting;
pub(super) use self::setting::{coming_at, setting_at, setting_of};
use self::tone::{filter, toned};
pub(super) use self::tone::{filter_at, tone_at};

/// What was read: the token behind it, and the changes.
pub(super) type Parsed = Option<(usize, Vec<Change>)>;

/// Predicates that one target may be given, at most.
const PREDICATES_MAX: usize = 12;

/// Reads what `target` becomes; several predicates are joined by "and" or commas.
pub(super) fn predicates_at(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let (mut end, mut changes) = predicate_at(words, at, to, target)?;
    for _ in 1..PREDICATES_MAX {
        // "and a bit brighter": the measure belongs to what follows.
        let joint = words.is(end, "and|&|but|also") || end < to && words.is_sep(end);
        let mut next = if joint { end } else { words.skip_idle(end, to) };
        while words.is(next, "and|&|but|as|well|also") || next < to && words.is_sep(next) {
            next += 1;
        }
        // "brighter, then 3": a lone figure says nothing.
        let figure = words
            .token(next)
            .is_some_and(|token| token.kind == Kind::Number);
        if figure && words.skip_idle(next + 1, to) >= to {
            break;
        }
        // "red or blue" leaves open which.
        if begins_another(words, next, to) || (end..next).any(|at| words.is(at, "or")) {
            break;
        }
        let Some((after, more)) =
            with_text(words, next, to, target).or_else(|| predicate_at(words, next, to, target))
        else {
            break;
        };
        changes.extend(more);
        end = after;
    }
    Some((end, merged(changes)))
}

/// "black with white text": the writing on it has a colour of its own. Of a part or a thing it is the writing there.
pub(super) fn with_text(words: &Words<'_>, at: usize, to: usize, on: &Target) -> Parsed {
    let from = words.one_of(at, "with")?;
    let (end, colors) = colors_at(words, from, to).or_else(|| {
        let shade = match words.key(from) {
            "dark" | "darker" => "black",
            "light" | "lighter" | "bright" => "white",
            _ => return None,
        };
        Some((from + 1, vec![Color::named(shade)?]))
    })?;
    let end = words
        .one_of(
            end,
            "text|texts|letters|lettering|writing|font|type|words|labels|label",
        )
        .filter(|end| *end <= to)?;
    let target = Target {
        what: Referent::AllText,
        words: words.text(from, end).to_string(),
        span: words.span(from, end),
        by: written_on(on),
        ..Target::default()
    };
    Some((end, vec![Change::Recolor { target, colors }]))
}

/// Returns where the writing stands that belongs to a target: on it, unless it is the whole picture or writing itself.
pub(super) fn written_on(target: &Target) -> Option<(RelationKind, Box<Target>)> {
    let holds = match &target.what {
        // "The card" may be the whole of the picture.
        Referent::Part { kind, label } => *kind != Component::Card || label.is_some(),
        Referent::Thing(_) => true,
        _ => false,
    };
    holds.then(|| (RelationKind::On, Box::new(target.clone())))
}

/// "and the background dark blue": another target, of which something else is said.
fn begins_another(words: &Words<'_>, at: usize, to: usize) -> bool {
    // "und unten noch “Eintritt frei”": words that come, and where.
    if let Some((end, _)) = location_at(words, at, to)
        && words.quote(words.skip_idle(end, to)).is_some()
    {
        return true;
    }
    // "yellow and the right one blue"
    if one_more(words, at).is_some_and(|end| end < to) {
        return true;
    }
    // "author in italics, background navy": a part of the design begins without an article, too.
    let named = target_at(words, at, to, Reach::Bare)
        .is_some_and(|(_, other)| matches!(other.what, Referent::Background | Referent::Role(_)));
    let led = words.is(at, "the|its|their|my|our")
        || named && at > 0 && words.is_sep(at - 1) && !words.is(at + 1, "case|color|colour|blur");
    led && target_at(words, at, to, Reach::Bare)
        .is_some_and(|(end, other)| end < to && !words.is_sep(end) && !is_whole(&other))
}

/// "the right one", "the other two", "the second": another of the same kind.
fn one_more(words: &Words<'_>, at: usize) -> Option<usize> {
    let which = at + usize::from(words.is(at, "the"));
    let end = words.one_of(which, "left one|right one|top one|bottom one|other one|middle one|first one|second one|third one|last one|upper one|lower one")?;
    Some(end)
}

/// Settings of the same text become one.
fn merged(changes: Vec<Change>) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        if let (
            Some(Change::SetType {
                target: before,
                setting: into,
            }),
            Change::SetType { target, setting },
        ) = (out.last_mut(), &change)
            && before == target
        {
            let new = setting.clone();
            into.scale = into.scale.or(new.scale);
            into.bold = into.bold.or(new.bold);
            into.italic = into.italic.or(new.italic);
            into.underline = into.underline.or(new.underline);
            into.case = into.case.or(new.case);
            into.typeface = into.typeface.take().or(new.typeface);
            into.color = into.color.take().or(new.color);
            into.align = into.align.or(new.align);
            into.spaced = into.spaced.or(new.spaced);
            continue;
        }
        out.push(change);
    }
    out
}

/// Whether a target is text.
pub(super) fn is_text(target: &Target) -> bool {
    matches!(
        target.what,
        Referent::Text(_) | Referent::Role(_) | Referent::AllText
    )
}

/// Whether a target may be the whole picture.
pub(super) fn is_whole(target: &Target) -> bool {
    matches!(target.what, Referent::Picture | Referent::Same)
}

fn predicate_at(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    let mut bare = from;
    while bare < to && words.is(bare, "to|into|be|become|look|looks|all") {
        bare += 1;
    }
    if bare > from
        && let Some(found) = predicate_here(words, bare, to, target)
    {
        return Some(found);
    }
    let mut at = from;
    while at < to
        && words.is(
            at,
            "look|looks|be|become|appear|seem|to|more|into|all|completely|in|like|a|an|the|so|it's|is|are|with|as|being",
        )
    {
        if let Some(found) = predicate_here(words, at, to, target) {
            return Some(found);
        }
        at += 1;
    }
    predicate_here(words, at, to, target)
}

fn predicate_here(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if at >= to {
        return None;
    }
    if target.what == Referent::Background
        && let Some(found) = background_at(words, at, to)
    {
        return Some(found);
    }
    type_at(words, at, to, target)
        .or_else(|| sized(words, at, to, target))
        .or_else(|| canvas(words, at, to, target))
        .or_else(|| filter(words, at, to, target))
        .or_else(|| toned(words, at, to, target))
        .or_else(|| gone(words, at, to, target))
        .or_else(|| transparent(words, at, to, target))
        .or_else(|| recolored(words, at, to, target))
        .or_else(|| counted(words, at, to, target))
        .or_else(|| themed(words, at, to, target))
        .or_else(|| in_setting(words, at, to, target))
        .or_else(|| resurfaced(words, at, to, target))
        .or_else(|| moved(words, at, to, target))
}

fn one(end: usize, change: Change) -> Parsed {
    Some((end, vec![change]))
}

fn sized(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    const FULL: &str = "full width|full-width|the full width|as wide as the card|as wide as the screen|as wide as the form|as wide as possible|stretch across|span the width|span the full width|fill the width|\
        fill the whole width|fill the full width|span the whole width|nearly fill the width|almost fill the width|nearly the full width|almost the full width|the whole width|\
        almost full width|nearly full width|across the whole width|across the full width|from edge to edge|edge to edge|as wide as the picture|as wide as the page";
    let page = target.what == Referent::Picture;
    if let Some(end) = words.one_of(at, FULL).filter(|_| !page) {
        return Some((
            end,
            vec![scaled(target, crate::instruction::Scale::FullWidth)],
        ));
    }
    // "big red": a size before a noun is no predicate.
    let (end, scale) = scale_at(words, at, to)?;
    // "a bit larger, about 1.5x": the figure says how much.
    let from = end + usize::from(words.is_sep(end));
    let told = words
        .one_of(
            from,
            "about|around|roughly|approximately|maybe|say|like|by about|by around|by roughly",
        )
        .and_then(|from| times_at(words, from, to))
        .filter(|(end, _)| words.closes(*end, to));
    let (end, scale) = match (&scale, told) {
        (crate::instruction::Scale::Times(_), Some((end, times))) => {
            (end, crate::instruction::Scale::Times(times))
        }
        _ => (end, scale),
    };
    Some((end, vec![scaled(target, scale)]))
}

/// Another size: of letters where a text is meant, else of the thing.
pub(super) fn scaled(target: &Target, to: crate::instruction::Scale) -> Change {
    let target = target.clone();
    match to {
        crate::instruction::Scale::Times(times) if is_text(&target) => Change::SetType {
            target,
            setting: TypeSetting {
                scale: Some(times),
                ..TypeSetting::default()
            },
        },
        to => Change::Resize { target, to },
    }
}

fn canvas(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if !is_whole(target) {
        return None;
    }
    let (end, change) = canvas_at(words, at, to)?;
    one(end, Change::Reshape(change))
}

fn gone(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let end = words
        .one_of(
            at,
            "gone|invisible|disappear|vanish|removed|go away|deleted|hidden|not there|absent|erased",
        )
        .filter(|end| *end <= to)?;
    one(end, Change::Remove(target.clone()))
}

fn transparent(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let end = words
        .one_of(
            at,
            "transparent background|transparent|see-through|transparent bg|transparent backdrop|clear background",
        )
        .filter(|end| *end <= to)?;
    let end = end + usize::from(words.is(end, "png"));
    if is_whole(target) || target.what == Referent::Background {
        return one(end, Change::SetBackground(Fill::Transparent));
    }
    one(
        end,
        Change::Resurface {
            target: target.clone(),
            material: "transparent".into(),
        },
    )
}

fn recolored(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let (end, colors) = colors_at(words, at, to)?;
    // A colour before a noun belongs to the noun.
    let token = words.token(end).filter(|_| end < to);
    let set_in = words.is(end, "letters|lettering|ink|neon|paint|type") && end < to;
    let noun = token.is_some_and(|token| token.is_word())
        && !set_in
        && !words.is_empty_word(end)
        && !words.is(end, "instead|like|more|less|background|bold|gradient")
        && words.reader.noun_at(end, true).is_some();
    if noun || words.is(end, "background|backdrop|bg") {
        return None;
    }
    let gradient = words.is(end, "gradient");
    let end = end + usize::from(gradient || set_in);
    let gray = colors.len() == 2
        && colors
            .iter()
            .all(|color| matches!(color.name.as_str(), "black" | "white"));
    if gray && is_whole(target) {
        let target = Target::default();
        return one(
            end,
            Change::Filter {
                target,
                filter: Filter::Grayscale,
                amount: 1.0,
            },
        );
    }
    one(
        end,
        Change::Recolor {
            target: target.clone(),
            colors,
        },
    )
}

fn counted(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let from = at + usize::from(words.is(at, "only|exactly|just"));
    let (len, n) = crate::numbers::count_at(&words.reader.tokens, from)?;
    if words.is(from, "a|an") || from + len > to {
        return None;
    }
    let end = from + len;
    let mut target = target.clone();
    let Some(phrase) = phrase_at(&words.reader, from)
        .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())
    else {
        // "he is 6" tells an age.
        let several =
            target.what == Referent::Same && !matches!(target.words.as_str(), "he" | "she");
        let known = matches!(target.what, Referent::Thing(_)) || several;
        let closes = end >= to || words.is(end, "of|instead|in") || words.is_sep(end);
        if !known || !closes {
            return None;
        }
        let end = words
            .one_of(end, "of them|instead|of those|in total")
            .unwrap_or(end);
        return one(
            end,
            Change::Count {
                target,
                to: CountChange::Set(n),
            },
        );
    };
    if target.what == Referent::Same || target.what == Referent::Picture {
        target.what = match words.reader.noun_at(phrase.to.saturating_sub(1), true) {
            Some(_) => Referent::Thing(phrase.object.noun.clone()),
            None => Referent::Thing(phrase.object.noun.clone()),
        };
        target.color = phrase.object.color.clone();
        target.words = phrase.object.words.clone();
        target.span = phrase.object.span.clone();
    } else {
        return None;
    }
    let end = match words.one_of(phrase.to, "instead of|rather than|not") {
        Some(old) if old < to => crate::numbers::count_at(&words.reader.tokens, old)
            .map_or(phrase.to, |(len, _)| old + len),
        _ => phrase.to,
    };
    one(
        end,
        Change::Count {
            target,
            to: CountChange::Set(n),
        },
    )
}

fn resurfaced(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    if is_text(target) && !words.is(from, "made") {
        return None;
    }
    let mut at = from;
    while words.is(
        at,
        "made|of|out|from|in|look|like|it's|it|is|a|polished|brushed|real|solid|shiny|with",
    ) && at < to
    {
        if let Some(found) = material(words, at, to, target) {
            return Some(found);
        }
        at += 1;
    }
    material(words, at, to, target)
}

fn material(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let (len, adjective) = lexicon().adjectives.at(&words.reader.tokens, at)?;
    let Adjective::Material(material) = adjective else {
        return None;
    };
    let mut end = at + len;
    while end < to
        && words.is(
            end,
            "texture|pattern|material|finish|textured|surface|look|print",
        )
    {
        end += 1;
    }
    let noun = end < to
        && !words.is_empty_word(end)
        && !words.is_sep(end)
        && words.reader.noun_at(end, true).is_some();
    if noun || end > to {
        return None;
    }
    one(
        end,
        Change::Resurface {
            target: target.clone(),
            material: (*material).to_string(),
        },
    )
}

fn moved(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if target.what == Referent::Picture {
        return None;
    }
    let at = words
        .one_of(at, "moved|shifted|placed|positioned|put|set")
        .unwrap_or(at);
    let (end, location) = location_at(words, at, to)?;
    let settled = location.position.is_some()
        || location.relation.as_ref().is_some_and(|(kind, _)| {
            !matches!(
                kind,
                RelationKind::With
                    | RelationKind::Holding
                    | RelationKind::Wearing
                    | RelationKind::Riding
                    | RelationKind::Eating
                    | RelationKind::Chasing
                    | RelationKind::LookingAt
            )
        });
    if !settled || words.is(at, "in") && location.position.is_none() {
        return None;
    }
    one(
        end,
        Change::Move {
            target: target.clone(),
            to: location,
        },
    )
}

/// "a cow", "a red sports car": a noun that the target becomes.
pub(super) fn other_thing(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Item)> {
    let mut from = at;
    while words.is(from, "into|to|become|with|like|be|by|~|@with|as") && from < to {
        from += 1;
    }
    if let Some(text) = words.quote(from).filter(|_| from < to) {
        return Some((from + 1, super::additions::text_item(text)));
    }
    let from = words
        .one_of(
            from,
            "a picture of|picture of|an image of|image of|a photo of|a drawing of|an illustration of|an icon of",
        )
        .unwrap_or(from);
    let phrase = phrase_at(&words.reader, from)
        .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())?;
    let mut object = phrase.object;
    if let Some(noun) = depicted(words, from, phrase.to, &object.noun) {
        object.noun = noun;
    }
    Some((phrase.to, Item::Things(object)))
}

/// "wine glass icon": what is shown, where the head noun only tells how.
fn depicted(words: &Words<'_>, from: usize, to: usize, head: &str) -> Option<String> {
    let shown = super::words::is_among(head, "icon|symbol|pictogram|emoji|drawing|illustration");
    let last = to.checked_sub(1).filter(|last| shown && *last > from)?;
    (from..last).find_map(|i| {
        let (len, noun) = words.reader.noun_at(i, true)?;
        (i + len == last).then(|| noun.canonical.to_string())
    })
}
