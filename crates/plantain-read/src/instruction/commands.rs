//! A verb with what it acts on becomes changes.

use super::additions::{additions_at, background, described, free_text};
use super::arguments::{canvas_at, colors_at, location_at, scale_at, times_at};
use super::bare;
use super::predicates::{
    Parsed, alignment, background_at, filter_at, is_text, is_whole, other_thing, predicates_at,
    setting_at, theme_at, tone_at,
};
use super::targets::{Reach, target_at, targets_at};
use super::transforms;
use super::verbs::{Setting, Verb};
use super::words::{Words, is_among};
use crate::instruction::{
    Alignment, Change, Composition, CountChange, Fill, Filter, Item, LetterCase, Location,
    Referent, Scale, Target, TypeSetting,
};
use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep};

/// Reads what stands behind a verb.
pub(super) fn command(words: &Words<'_>, verb: Verb, at: usize, to: usize) -> Parsed {
    match verb {
        Verb::Make => make(words, at, to),
        Verb::Change => change(words, at, to),
        Verb::Turn => turn(words, at, to),
        Verb::Replace => replace(words, at, to),
        Verb::Swap => swap(words, at, to),
        Verb::Add => bare::chart_instead(words, at, to)
            .or_else(|| as_chart(words, at, to))
            .or_else(|| point(words, at, to))
            .or_else(|| additions_at(words, at, to))
            .or_else(|| bare::statement(words, at, to)),
        Verb::Put => put(words, at, to),
        Verb::Apply => apply(words, at, to),
        Verb::Give => give(words, at, to),
        Verb::Remove => remove(words, at, to),
        Verb::Take => take(words, at, to),
        Verb::Move => moved(words, at, to),
        Verb::Align => align(words, at, to),
        Verb::Scale(times) => transforms::scaled(words, times, at, to),
        Verb::Times(times) => transforms::multiplied(words, times, at, to),
        Verb::Shift(sign) => transforms::shifted(words, sign, at, to),
        Verb::Recolor => recolor(words, at, to),
        Verb::Write => write(words, at, to),
        Verb::Watermark => watermark(words, at, to),
        Verb::Rename => rename(words, at, to),
        Verb::Fix => fix(words, at, to),
        Verb::Tone(tone, amount) => transforms::tone(words, tone, amount, at, to),
        Verb::Filter(filter) => transforms::filter(words, filter, at, to),
        Verb::Set(setting) => set_type(words, setting, at, to),
        Verb::Crop => transforms::crop(words, at, to),
        Verb::Cut => transforms::cut(words, at, to),
        Verb::Rotate => transforms::rotate(words, at, to),
        Verb::Flip | Verb::Mirror => transforms::flip(words, at, to),
        Verb::Extend => transforms::extend(words, at, to),
        Verb::Upscale => transforms::upscale(words, at, to),
        Verb::Zoom => transforms::zoom(words, at, to),
        Verb::Extract => transforms::extract(words, at, to),
        Verb::Compose => compose(words, at, to),
        Verb::Style => style(words, at, to),
        Verb::Fill => fill(words, at, to),
        Verb::Generate => generate(words, at, to),
        Verb::Keep | Verb::Leave | Verb::Refuse => None,
    }
}

fn one(end: usize, change: Change) -> Parsed {
    Some((end, vec![change]))
}

/// Everything up to the end needs content that no rule can draw.
fn generate(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // The verb stands before.
    one(
        to,
        Change::Generate(words.text(at.saturating_sub(1), to).to_string()),
    )
}

/// Words for what a person or an animal does or looks like.
const LIVELY: &str = "pose|posture|expression|facial|smile|gaze|emotion|hairstyle|haircut|hair|face|eyes|gesture|mouth|arms|\
    arm|legs|hand|hands|head|body|age|gender|outfit|clothes|makeup|action|angle|viewpoint|perspective|camera|\
    lighting|facing";

/// "make the man smile", "the dog jumping": a verb of living things behind the target.
fn acts(words: &Words<'_>, at: usize, to: usize) -> bool {
    let key = words.key(at);
    at < to
        && (lexicon().verbs.contains_key(key)
            && !matches!(
                key,
                "stand out" | "look" | "cut" | "match" | "fit" | "pop" | "fill"
            )
            || matches!(
                key,
                "smile"
                    | "smiling"
                    | "frown"
                    | "laugh"
                    | "laughing"
                    | "wink"
                    | "cry"
                    | "happy"
                    | "sad"
                    | "angry"
                    | "younger"
                    | "older"
                    | "surprised"
                    | "wave"
                    | "waving"
                    | "face"
                    | "facing"
                    | "yawn"
                    | "nod"
                    | "bark"
                    | "pose"
                    | "posing"
                    | "sleepy"
                    | "scared"
                    | "slimmer"
                    | "fatter"
                    | "thinner"
                    | "muscular"
                    | "bald"
                    | "blink"
                    | "kneel"
                    | "crouch"
                    | "bow"
                    | "raise"
                    | "point"
                    | "hug"
                    | "kiss"
                    | "shout"
                    | "scream"
                    | "move"
                    | "turn"
                    | "open"
                    | "close"
                    | "melt"
                    | "explode"
                    | "burn"
                    | "bloom"
                    | "grow"
                    | "realistic"
                    | "photorealistic"
                    | "look"
            ))
}

fn make(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some((end, composition)) = words
        .one_of(at, "a|the")
        .and_then(|next| composition_at(words, next))
        && (at..to).any(|i| words.is(i, "images|pictures|photos|these|them"))
    {
        let mut end = end;
        while end < to
            && words.is(
                end,
                "of|out|from|with|these|the|all|my|images|pictures|photos|them|both|two|three|four",
            )
        {
            end += 1;
        }
        return one(end, Change::Compose(composition));
    }
    // "make a 9:16 story version", "make it square"
    if let Some((end, change)) = canvas_at(words, at, to)
        .filter(|(end, _)| words.skip_idle(*end, to) >= to || words.is(*end, "and|with"))
    {
        return one(end, Change::Reshape(change));
    }
    if living_acts(words, at, to) {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    if let Some((end, target)) = target_at(words, at, to, Reach::Full) {
        if let Some(found) = of_target(words, end, to, &target) {
            return Some(found);
        }
        // "make the cup on the table bigger" reads as far as it can; "make the cup on the left" moves it.
        if let Some((end, bare)) = target_at(words, at, to, Reach::Bare)
            && let Some(found) = of_target(words, end, to, &bare)
        {
            return Some(found);
        }
    }
    shorter(words, at, to).or_else(|| bare::statement(words, at, to))
}

/// "make the umbrella polka dot": where the phrase took the predicate for nouns, it ends earlier.
fn shorter(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let start = at + usize::from(words.is(at, "the|this|that|my|our|his|her|its|all"));
    let far = to.min(start + 8);
    (start + 1..far).rev().find_map(|split| {
        let (_, noun) = (start..split).find_map(|i| {
            words
                .reader
                .noun_at(i, true)
                .filter(|(len, _)| i + len == split)
        })?;
        let target = Target {
            what: Referent::Thing(noun.canonical.to_string()),
            words: words.text(at, split).to_string(),
            span: words.span(at, split),
            ..Target::default()
        };
        predicates_at(words, split, to, &target).filter(|(end, _)| words.skip_idle(*end, to) >= to)
    })
}

/// "make the girl wave her hand": a person or an animal does something.
fn living_acts(words: &Words<'_>, at: usize, to: usize) -> bool {
    (at..to.min(at + 4)).any(|i| {
        let living = words
            .reader
            .noun_at(i, true)
            .is_some_and(|(len, noun)| len == 1 && matches!(noun.category, "person" | "animal"));
        // "make the dog look to the left"
        let looks = words.is(i + 1, "look|looking|face|facing|turn")
            && words.is(
                i + 2,
                "to|at|left|right|up|down|away|into|towards|back|sideways|straight",
            );
        living && looks && i + 2 < to
            || living
                && acts(words, i + 1, to)
                && !words.is(i + 1, "look|looks|hold|face|cut|draw|paint")
                && crate::colors::color_at(&words.reader.tokens, i + 1).is_none()
    })
}

/// What is said of a target behind "make".
fn of_target(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if let Some(found) = says(words, at, to, target) {
        return Some(found);
    }
    if is_text(target) && words.quote(at).is_some() {
        return quoted_value(words, at, to, target);
    }
    let of = at + usize::from(words.is(at, "@de|~"));
    if let Some((next, property)) = property_at(words, of).filter(|(next, _)| *next < to)
        && let Some(found) = set_property(words, next, to, target, property)
    {
        return Some(found);
    }
    // "haz el coche rojo": where adjectives follow, the phrase has taken its own predicate.
    if words.skip_idle(at, to) >= to
        && let Some(found) = taken_predicate(words, target, at)
    {
        return Some(found);
    }
    if let Some((kind, end)) = chart_at(words, at, to)
        .filter(|_| is_whole(target) || matches!(target.what, Referent::Part { .. }))
    {
        return one(end, Change::SetChart(kind));
    }
    let first = at + usize::from(words.is(at, "to|look|be"));
    if words.is(
        first,
        "happy|sad|angry|older|younger|surprised|sleepy|scared|smile|smiling",
    ) || matches!(target.what, Referent::Thing(_))
        && acts(words, at, to)
        && !words.is(at, "look|turn")
        && predicates_at(words, at, to, target).is_none()
    {
        let start = target_start(words, target, at);
        return one(to, Change::Generate(words.text(start, to).to_string()));
    }
    let predicates = predicates_at(words, at, to, target);
    if let Some((end, changes)) = predicates {
        let noun = end < to && !words.is_empty_word(end);
        if !noun || words.skip_idle(end, to) >= to || words.is_sep(end) {
            return Some((end, changes));
        }
        // "make it night sky": more follows than the predicate took.
        if other_thing(words, at, to).is_none_or(|(other, _)| other <= end) {
            return Some((end, changes));
        }
    }
    if target.what == Referent::Background {
        return described(words, at, to);
    }
    let led = words.is(at, "a|an|into|look|like|the|become|to")
        || words.token(at).is_some_and(is_plain_word);
    if led && let Some((end, with)) = other_thing(words, at + usize::from(words.is(at, "look")), to)
    {
        if is_whole(target) && !matches!(target.what, Referent::Same) {
            return None;
        }
        return one(
            end,
            Change::Replace {
                target: target.clone(),
                with,
            },
        );
    }
    let manner = theme_at(words, at, to).is_some_and(|(end, _)| words.skip_idle(end, to) >= to);
    if matches!(target.what, Referent::Thing(_)) && manner
        || matches!(target.what, Referent::Thing(_) | Referent::Same) && acts(words, at, to)
    {
        let start = target_start(words, target, at);
        return one(to, Change::Generate(words.text(start, to).to_string()));
    }
    None
}

fn is_plain_word(token: &crate::tokens::Token) -> bool {
    token.kind == Kind::Word
}

/// A colour that stands behind the noun of a target, as what the target is to become.
pub(super) fn taken_predicate(words: &Words<'_>, target: &Target, at: usize) -> Parsed {
    let postposed = matches!(
        words.reader.brief.language.0.as_str(),
        "es" | "pt" | "fr" | "it" | "ar" | "he"
    );
    let color = target.color.clone().filter(|_| postposed && at > 0)?;
    let last = crate::colors::color_at(&words.reader.tokens, at - 1).is_some()
        || at > 1 && crate::colors::color_at(&words.reader.tokens, at - 2).is_some();
    last.then(|| {
        if target.what == Referent::Background {
            return (at, vec![Change::SetBackground(Fill::Color(color))]);
        }
        let target = Target {
            color: None,
            ..target.clone()
        };
        let colors = vec![color];
        (at, vec![Change::Recolor { target, colors }])
    })
}

/// First token of a target, for quoting the words as written.
fn target_start(words: &Words<'_>, target: &Target, at: usize) -> usize {
    (0..at)
        .find(|&i| {
            words.token(i).is_some_and(|token| {
                token.span.start >= target.span.start && !target.span.is_empty()
            })
        })
        .unwrap_or(at)
}

/// "say “X”", "read X", "saying X".
fn says(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let mut next = at;
    while words.is(next, "should|to|must|needs|now|that") && next < to {
        next += 1;
    }
    if !words.is(
        next,
        "say|says|read|reads|saying|state|show|spell|reading|@says",
    ) {
        return None;
    }
    next += 1;
    let shown = words.is(next - 1, "show");
    if words.sep(next, Sep::Colon) {
        next += 1;
    }
    let (end, to_text) =
        free_text(words, next, to).filter(|_| !shown || words.quote(next).is_some())?;
    let (to_text, from, end) = instead_of(words, end, to, to_text);
    one(
        end,
        Change::SetText {
            target: said_target(target, from.as_ref()),
            from,
            to: to_text,
        },
    )
}

fn said_target(target: &Target, from: Option<&String>) -> Target {
    match (from, &target.what) {
        (Some(from), Referent::Same | Referent::Picture) => Target {
            what: Referent::Text(from.clone()),
            ..target.clone()
        },
        (None, Referent::Same | Referent::Picture) => Target {
            what: Referent::AllText,
            ..target.clone()
        },
        _ => target.clone(),
    }
}

/// "“B” instead of “A”", "B not A" behind a text.
fn instead_of(
    words: &Words<'_>,
    at: usize,
    to: usize,
    text: String,
) -> (String, Option<String>, usize) {
    let next = words
        .one_of(at, "instead of|not|rather than|and not|in place of")
        .or_else(|| (words.sep(at, Sep::Comma) && words.is(at + 1, "not")).then_some(at + 2));
    if let Some(next) = next.filter(|next| *next < to)
        && let Some((end, from)) = free_text(words, next, to)
    {
        return (text, Some(from), end);
    }
    for split in [" instead of ", " rather than ", ", not ", " not "] {
        if let Some((new, old)) = text.split_once(split) {
            return (new.trim().to_string(), Some(old.trim().to_string()), at);
        }
    }
    (text, None, at)
}

/// A property that is changed rather than the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Property {
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

fn property_at(words: &Words<'_>, at: usize) -> Option<(usize, Property)> {
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

/// Where "to", "into", "as", "=" begins the new value; a colon does too.
fn skip_to(words: &Words<'_>, at: usize) -> Option<usize> {
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

/// "show it as a line chart".
fn as_chart(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, _) = target_at(words, at, to, Reach::UntilWith)?;
    let (kind, end) = chart_at(words, end + 1, to).filter(|_| words.is(end, "as|in"))?;
    one(end, Change::SetChart(kind))
}

/// "add a data point May 37", "add a bar “Q5” with 30".
fn point(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    while words.is(next, "a|an|another|new|the|one|more|data") && next < to {
        next += 1;
    }
    if !words.is(next, "point|bar|slice|category|month|segment|value|wedge") {
        return None;
    }
    next += 1;
    while next < to
        && (words.is(next, "for|called|labelled|labeled|named|with|of|@called")
            || words.sep(next, Sep::Colon))
    {
        next += 1;
    }
    let number = |i: usize| {
        words
            .token(i)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
            || words
                .quote(i)
                .is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()))
    };
    let value = (next + 1..to).rev().find(|&i| number(i))?;
    let mut last = value;
    while last > next
        && (words.is(last - 1, "with|at|of|and|value|the|a|=|is") || words.is_sep(last - 1))
    {
        last -= 1;
    }
    let plain = |from: usize, to: usize| {
        words
            .quote(from)
            .filter(|_| from + 1 == to)
            .unwrap_or_else(|| words.text(from, to).to_string())
    };
    let item = Item::Point {
        label: plain(next, last),
        value: plain(value, value + 1),
    };
    one(
        value + 1,
        Change::Add {
            item,
            at: Location::default(),
        },
    )
}

fn change(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at > 0
        && words.is(at - 1, "switch")
        && let Some(found) = swap(words, at, to)
    {
        return Some(found);
    }
    // "change to “AUTUMN SALE”", "switch to dark mode", "convert to black and white"
    if let Some(value) = skip_to(words, at) {
        return anew(words, value, to);
    }
    let mut start = at;
    while words.is(start, "the|its|their|all|overall|main") && start < to {
        start += 1;
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
    let (end, target) = target_at(words, at, to, Reach::UntilWith)?;
    let end = words.skip_idle_of(end, to);
    let end = end + usize::from(words.is(end, "@de|~") && property_at(words, end + 1).is_some());
    if let Some((next, property)) = property_at(words, end) {
        return set_property(words, next, to, &target, property);
    }
    if words.is(end, LIVELY)
        || matches!(&target.what, Referent::Thing(noun) if is_among(noun, LIVELY) && !matches!(noun.as_str(), "eyes" | "hair" | "head" | "face" | "outfit" | "clothes"))
    {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    from_to(words, end, to, &target).or_else(|| {
        let value = skip_to(words, end).unwrap_or(end);
        new_value(words, value, to, &target, value > end)
    })
}

fn default_of(property: Property) -> Target {
    let what = match property {
        Property::Type | Property::Words => Referent::AllText,
        _ => Referent::Picture,
    };
    Target {
        what,
        ..Target::default()
    }
}

/// A change without an object: a text, a theme, a filter, a canvas.
fn anew(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let all = Target {
        what: Referent::AllText,
        ..Target::default()
    };
    if let Some(text) = words.quote(at).filter(|_| at < to) {
        let (text, from, end) = instead_of(words, at + 1, to, text);
        return one(
            end,
            Change::SetText {
                target: said_target(&Target::default(), from.as_ref()),
                from,
                to: text,
            },
        );
    }
    let picture = Target::default();
    canvas_at(words, at, to)
        .map(|(end, change)| (end, vec![Change::Reshape(change)]))
        .or_else(|| background(words, at, to))
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

/// "from red to blue", "from “A” to “B”", "from $10 to $12".
fn from_to(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
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

/// What a target is changed to.
pub(super) fn new_value(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
    led: bool,
) -> Parsed {
    if at >= to {
        return None;
    }
    if target.what == Referent::Background {
        return new_background(words, at, to);
    }
    if let Some(found) = place_by_place(words, at, to, target) {
        return Some(found);
    }
    if words.quote(at).is_some() && (led || is_text(target)) {
        return quoted_value(words, at, to, target);
    }
    let figure = words
        .token(at)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    let chart = matches!(
        &target.what,
        Referent::Part {
            kind: crate::Component::Chart(_),
            ..
        }
    ) || matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "donut" | "gauge" | "dial" | "meter"));
    if chart && figure && led && words.skip_idle(at + 1, to) >= to {
        return one(
            at + 1,
            Change::SetValue {
                label: None,
                to: words.text(at, at + 1).to_string(),
            },
        );
    }
    let piece = matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "bar" | "slice" | "point" | "row" | "column"));
    if piece && figure {
        return None;
    }
    let amount = words.token(at).is_some_and(|token| {
        token.form().is_some_and(|form| {
            !matches!(
                form,
                crate::forms::FormKind::Canvas | crate::forms::FormKind::Hex
            )
        }) || token.kind == Kind::Number
    });
    if amount
        && led
        && !is_whole(target)
        && (is_text(target) || value_label(target).is_some())
        && predicate_like(words, at, to, target).is_none()
    {
        return set_value(words, at, to, target);
    }
    if is_text(target)
        && led
        && words.is_capital(at)
        && lexicon().looks.at(&words.reader.tokens, at).is_none()
    {
        let (end, text) = free_text(words, at, to)?;
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from: part_of(target),
                to: text,
            },
        );
    }
    let predicates = predicates_at(words, at, to, target);
    if let Some((end, _)) = &predicates
        && (words.skip_idle(*end, to) >= to || words.is_sep(*end))
    {
        return predicates;
    }
    if led && is_text(target) {
        let (end, text) = free_text(words, at, to)?;
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from: part_of(target),
                to: text,
            },
        );
    }
    if led && is_whole(target) && target.what == Referent::Picture {
        return predicates
            .or_else(|| described(words, at, to))
            .or_else(|| bare::statement(words, at, to));
    }
    if led && let Some((kind, end)) = chart_at(words, at, to) {
        return one(end, Change::SetChart(kind));
    }
    if led && let Some((end, with)) = other_thing(words, at, to) {
        return one(
            end,
            Change::Replace {
                target: target.clone(),
                with,
            },
        );
    }
    if led && words.is(at, LIVELY) {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    if led && matches!(target.what, Referent::Part { .. }) {
        let (end, text) = free_text(words, at, to)?;
        return one(
            end,
            Change::SetText {
                target: target.clone(),
                from: None,
                to: text,
            },
        );
    }
    predicates
}

/// Numbers that are a predicate ("to 50%") rather than a new text.
fn predicate_like(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Option<usize> {
    let thing = matches!(target.what, Referent::Thing(_) | Referent::Same);
    if thing && value_label(target).is_none() {
        return Some(at);
    }
    (words.is(at + 1, "times|x") && at + 1 < to).then_some(at)
}

/// The part of a text that goes when the target is told by its words.
fn part_of(target: &Target) -> Option<String> {
    match &target.what {
        Referent::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn quoted_value(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let text = words.quote(at)?;
    let (text, from, end) = instead_of(words, at + 1, to, text);
    let target = match &target.what {
        Referent::Picture | Referent::Same => Target {
            what: Referent::AllText,
            ..target.clone()
        },
        _ => target.clone(),
    };
    let from = from.or_else(|| part_of(&target));
    // "change the title to “X” in bold"
    let mut changes = vec![Change::SetText {
        target: target.clone(),
        from,
        to: text,
    }];
    let mut end = end;
    if words.is(end, "in|and|with")
        && let Some((after, more)) = predicates_at(words, end + 1, to, &target)
    {
        changes.extend(more);
        end = after;
    }
    Some((end, changes))
}

/// The label beside whose value a number is set: "Q3", "revenue", "the total".
fn value_label(target: &Target) -> Option<String> {
    let label = match &target.what {
        Referent::Text(text) => text.clone(),
        Referent::Thing(noun)
            if lexicon().category(noun).is_none() && lexicon().places.get(noun).is_none() =>
        {
            bare_words(&target.words)
        }
        Referent::Part {
            label: Some(label), ..
        } => label.clone(),
        _ => return None,
    };
    Some(label)
}

/// The words of a target without its article and without "value", "bar", "point".
fn bare_words(words: &str) -> String {
    let mut words = words.trim();
    for lead in ["the ", "The ", "my ", "our ", "a "] {
        words = words.strip_prefix(lead).unwrap_or(words);
    }
    for tail in [" value", " bar", " point", " number", " figure", " amount"] {
        words = words.strip_suffix(tail).unwrap_or(words);
    }
    words.to_string()
}

fn set_value(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let mut end = at + 1;
    while end < to
        && (words
            .token(end)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
            || words.is(
                end,
                "%|percent|k|m|million|thousand|billion|usd|eur|euros|dollars|am|pm|€|$|£|kg|km",
            ))
    {
        end += 1;
    }
    let mut text = words.text(at, end).to_string();
    // "12 Hill Street" begins with a number and is none.
    if matches!(target.what, Referent::Role(_) | Referent::AllText)
        && end < to
        && words.skip_idle(end, to) < to
        && !words.is_sep(end)
        && let Some((after, whole)) = free_text(words, at, to)
    {
        (end, text) = (after, whole);
    }
    let change = match (&target.what, value_label(target)) {
        (Referent::Role(_) | Referent::AllText, _) | (_, None) => Change::SetText {
            target: target.clone(),
            from: None,
            to: text,
        },
        // "change 8.00 to 9.50" is one text for another.
        (Referent::Text(old), _)
            if old.starts_with(|c: char| c.is_ascii_digit() || crate::tokens::is_currency(c)) =>
        {
            Change::SetText {
                target: target.clone(),
                from: Some(old.clone()),
                to: text,
            }
        }
        (_, label) => Change::SetValue { label, to: text },
    };
    one(end, change)
}

/// A place instead of a place is another background: "replace the living room with a beach".
fn place_by_place(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    let Referent::Thing(noun) = &target.what else {
        return None;
    };
    let place = lexicon().places.get(noun).is_some_and(|place| !place.thing) || noun == "room";
    if !place || matches!(noun.as_str(), "sky" | "snow" | "ice" | "wall") {
        return None;
    }
    let mut next = at;
    while words.is(next, "a|an|the|some") {
        next += 1;
    }
    let there = (next..to).any(|i| lexicon().places.at(&words.reader.tokens, i).is_some());
    there.then(|| new_background(words, at, to)).flatten()
}

fn new_background(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let whole =
        |found: &(usize, Vec<Change>)| words.skip_idle(found.0, to) >= to || words.is_sep(found.0);
    if let Some((end, target)) = target_at(words, at, to, Reach::Bare)
        && let Referent::Input(n) = target.what
    {
        return one(end, Change::SetBackground(Fill::Picture(n)));
    }
    background_at(words, at, to)
        .filter(|found| whole(found) || words.is(found.0, "background"))
        .or_else(|| setting_at(words, at, to).filter(whole))
        .or_else(|| background(words, at, to).filter(whole))
        .or_else(|| described(words, at, to))
        .or_else(|| {
            let target = Target {
                what: Referent::Background,
                ..Target::default()
            };
            predicates_at(words, at, to, &target)
        })
}

fn set_property(
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
        Property::Color => {
            let palette = colors_at(words, value, to)
                .filter(|(_, colors)| colors.len() > 1 && is_whole(target));
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
            if let (true, Scale::Times(times)) = (is_text(target), &scale) {
                let setting = TypeSetting {
                    scale: Some(*times),
                    ..TypeSetting::default()
                };
                return one(
                    end,
                    Change::SetType {
                        target: target.clone(),
                        setting,
                    },
                );
            }
            one(
                end,
                Change::Resize {
                    target: target.clone(),
                    to: scale,
                },
            )
        }
        Property::Type => {
            let target = match target.what {
                Referent::Picture | Referent::Same => Target {
                    what: Referent::AllText,
                    ..target.clone()
                },
                _ => target.clone(),
            };
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

fn turn(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
        if is_whole(&target) {
            return style(words, at, to).or_else(|| new_value(words, value, to, &target, true));
        }
        return new_value(words, value, to, &target, true);
    }
    of_target(words, end, to, &target)
}

fn replace(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some((end, olds)) =
        colors_at(words, at, to).filter(|(end, _)| words.is(*end, "for|with|by|to"))
    {
        // "swap the blue for green"
        let (end, colors) = colors_at(words, end + 1, to)?;
        let target = Target {
            what: Referent::Same,
            color: olds.into_iter().next(),
            ..Target::default()
        };
        return one(end, Change::Recolor { target, colors });
    }
    let (end, targets) = targets_at(words, at, to, Reach::UntilWith)?;
    let value = skip_to(words, words.skip_idle_of(end, to))
        .or_else(|| words.is(end, "by").then_some(end + 1))?;
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
        return Some(found);
    }
    if let Some((kind, end)) = chart_at(words, value, to) {
        return one(end, Change::SetChart(kind));
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

/// A kind of chart by its name.
pub(super) fn chart_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(crate::ChartKind, usize)> {
    let mut next = at;
    while words.is(next, "a|an|the|simple|to|into|as") && next < to {
        next += 1;
    }
    // "a horizontal progress bar"
    let next =
        next + usize::from(words.is(next, "horizontal|vertical") && words.is(next + 1, "progress"));
    let (len, component) = lexicon().components.at(&words.reader.tokens, next)?;
    let firm = len > 1
        || words.is(
            next,
            "histogram|scatterplot|sparkline|treemap|heatmap|gauge|boxplot|bars|donut|pie|chart",
        );
    match component {
        crate::Component::Chart(kind) if firm && next + len <= to => Some((*kind, next + len)),
        _ => None,
    }
}

fn swap(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some((end, _)) = colors_at(words, at, to).filter(|(end, _)| words.is(*end, "for|with")) {
        let _ = end;
        return replace(words, at, to);
    }
    let at = words
        .one_of(
            at,
            "the positions of|the places of|the position of|places of|positions of|out",
        )
        .unwrap_or(at);
    let (end, one_target) = target_at(words, at, to, Reach::UntilWith)?;
    if words.is(end, "for|to") {
        return replace(words, at, to);
    }
    let both = one_target.count == Some(2) || matches!(one_target.what, Referent::Same);
    if both
        && (end >= to
            || words.skip_idle(end, to) >= to
            || words.is(end, "around|over|places|positions"))
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
    let end = words
        .one_of(end, "around|places|positions|over|with each other")
        .unwrap_or(end);
    one(
        end,
        Change::Swap {
            one: one_target,
            other,
        },
    )
}

fn put(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(end) = side_by_side(words, at, to) {
        return one(end.0, Change::Compose(end.1));
    }
    let definite = words.is(at, "the|it|this|them|that|my|our|her|his");
    if definite && !words.is(at + 1, "text|words|word")
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
        if words.is(end, "in")
            && let Some((after, changes)) = predicates_at(words, end, to, &target)
            && changes
                .iter()
                .all(|change| matches!(change, Change::SetType { .. } | Change::Recolor { .. }))
        {
            return Some((after, changes));
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
    additions_at(words, at, to).or_else(|| bare::statement(words, at, to))
}

/// "these side by side", "them in a grid", "the two images next to each other".
fn side_by_side(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Composition)> {
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

fn composition_at(words: &Words<'_>, at: usize) -> Option<(usize, Composition)> {
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
    rows.iter()
        .find_map(|(phrases, composition)| words.one_of(at, phrases).map(|end| (end, *composition)))
}

fn compose(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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

fn apply(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    typeface(words, at, to)
        .or_else(|| as_background(words, at, to))
        .or_else(|| background(words, at, to))
        .or_else(|| bare::type_for(words, at, to))
        .or_else(|| {
            // "a sepia filter", "blur to the background"
            filter_at(words, at + usize::from(words.is(at, "a|an|some|the")), to)?;
            additions_at(words, at, to)
        })
        .or_else(|| chart_at(words, at, to).map(|(kind, end)| (end, vec![Change::SetChart(kind)])))
        .or_else(|| bare::statement(words, at, to))
        .or_else(|| theme_at(words, at, to))
        .or_else(|| additions_at(words, at, to))
}

/// "Inter for all text", "Playfair Display for the title".
fn typeface(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
fn as_background(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    let Referent::Input(n) = target.what else {
        return None;
    };
    let end = words.one_of(end, "as the background|as background|as a background|for the background|as the backdrop|as a backdrop")?;
    one(end, Change::SetBackground(Fill::Picture(n)))
}

/// "give it a hand-drawn look", "give the cat a hat", "give it more contrast".
fn give(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if words.is(at, "me|us") {
        return make(words, at + 1, to).or_else(|| additions_at(words, at + 1, to));
    }
    let (next, target) = target_at(words, at, to, Reach::Bare)?;
    if is_whole(&target) {
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
    for change in &mut changes {
        if let Change::Add { at: location, .. } = change
            && *location == Location::default()
        {
            location.relation = Some((crate::RelationKind::On, target.clone()));
        }
    }
    Some((end, changes))
}

/// What goes with "remove", "no", "without".
pub(super) fn remove(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "elimina a la persona"
    let at = at + usize::from(words.is(at, "to|of") && words.reader.brief.language.0 != "en");
    let mut from = at;
    while words.is(from, "the|all|any|of|this|that|a|an|its|every|unwanted") && from < to {
        from += 1;
    }
    let closes = |end: usize| {
        words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "from|and")
    };
    let all = Target::default();
    if let Some(end) = words
        .one_of(from, "noise|grain|graininess|digital noise|image noise")
        .filter(|end| closes(*end))
    {
        return one(
            end,
            Change::Filter {
                target: all,
                filter: Filter::Denoise,
                amount: 1.0,
            },
        );
    }
    if let Some(end) = words
        .one_of(from, "blur|blurriness")
        .filter(|end| closes(*end))
    {
        return one(
            end,
            Change::Filter {
                target: all,
                filter: Filter::Sharpen,
                amount: 1.0,
            },
        );
    }
    if let Some(end) = words
        .one_of(from, "color|colors|colour|colours|saturation")
        .filter(|end| closes(*end))
    {
        return one(
            end,
            Change::Filter {
                target: all,
                filter: Filter::Grayscale,
                amount: 1.0,
            },
        );
    }
    if let Some(next) = words.one_of(at, "half of|half the|half of the")
        && let Some((end, target)) = target_at(words, next, to, Reach::Full)
    {
        return one(
            end,
            Change::Count {
                target,
                to: CountChange::Times(0.5),
            },
        );
    }
    let (end, targets) = targets_at(words, at, to, Reach::Full)?;
    let changes = targets
        .into_iter()
        .map(|target| match target.what {
            Referent::Background if !target.inverted && target.by.is_none() => {
                Change::SetBackground(Fill::Transparent)
            }
            // All but the background goes.
            _ => Change::Remove(target),
        })
        .collect();
    Some((
        words
            .one_of(end, "completely|entirely|altogether|fully")
            .unwrap_or(end),
        changes,
    ))
}

/// "take the hat off", "take two apples away".
fn take(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = targets_at(words, at, to, Reach::Bare)?;
    let end = words.one_of(end, "away|out|off|away from|out of|off of")?;
    let end = if words.is(end - 1, "of|from") {
        target_at(words, end, to, Reach::Bare).map_or(end, |(end, _)| end)
    } else {
        end
    };
    Some((end, targets.into_iter().map(Change::Remove).collect()))
}

fn moved(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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

fn align(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
        () => None,
    };
    let (end, target) = target_at(words, at, to, Reach::Bare).unwrap_or((
        at,
        Target {
            what: Referent::Same,
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

fn recolor(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = targets_at(words, at, to, Reach::Full)?;
    let next = words.one_of(end, "to|in|into|with|as").unwrap_or(end);
    if let [target] = &targets[..]
        && target.what == Referent::Background
    {
        return background_at(words, next, to);
    }
    if let ([target], None) = (&targets[..], colors_at(words, next, to)) {
        return taken_predicate(words, target, end);
    }
    let (end, colors) = colors_at(words, next, to)?;
    let changes = targets
        .into_iter()
        .map(|target| Change::Recolor {
            target,
            colors: colors.clone(),
        })
        .collect();
    Some((end, changes))
}

fn write(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut from = at;
    while words.is(from, "the|words|word|text|phrase|a|out|in|down")
        && from < to
        && words.quote(from).is_none()
    {
        from += 1;
    }
    let from = from + usize::from(words.sep(from, Sep::Colon));
    let (end, text) = free_text(words, from, to)?;
    // Unquoted small words ("your instructions") are no text.
    let shown = words.quote(from).is_some()
        || words.is_capital(from)
        || from > at
        || words
            .token(from)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    let own =
        words.is(from, "your|my|all|everything|this|previous|it") && words.quote(from).is_none();
    if !shown && words.skip_idle(end, to) >= to && words.is(from, "a|the") || own {
        return None;
    }
    let mut setting = TypeSetting::default();
    let mut end = end;
    if words.is(end, "in|with")
        && let Some((after, mut colors)) = colors_at(words, end, to)
    {
        setting.color = Some(colors.remove(0));
        end = after + usize::from(words.is(after, "letters|text|font"));
    } else if words.is(end, "in") && words.is(end + 1, "bold|big|large") {
        setting.bold = words.is(end + 1, "bold").then_some(true);
        setting.scale = words.is(end + 1, "big|large").then_some(1.3);
        end += 2 + usize::from(words.is(end + 2, "letters|text|font|type"));
    }
    let (mut end, location) = location_at(words, end, to).unwrap_or((end, Location::default()));
    if setting.color.is_none()
        && words.is(end, "in")
        && let Some((after, mut colors)) = colors_at(words, end, to)
    {
        setting.color = Some(colors.remove(0));
        end = after + usize::from(words.is(after, "letters|text|font"));
    }
    let item = Item::Text {
        text,
        value: None,
        role: crate::Role::Text,
        setting,
    };
    one(end, Change::Add { item, at: location })
}

/// "watermark it with © ACME".
fn watermark(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = target_at(words, at, to, Reach::Bare)
        .filter(|(_, target)| is_whole(target))
        .map_or(at, |(end, _)| end);
    while next < to
        && (words.is(next, "with|the|text|words|saying|as|by") || words.sep(next, Sep::Colon))
    {
        next += 1;
    }
    let (end, text) = free_text(words, next, to)?;
    let (end, location) = location_at(words, end, to).unwrap_or((end, Location::default()));
    one(
        end,
        Change::Add {
            item: Item::Watermark(text),
            at: location,
        },
    )
}

fn rename(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, mut target) = target_at(words, at, to, Reach::UntilWith)?;
    let mut end = end;
    if let Some(old) = words.quote(end).filter(|_| words.is(end + 1, "to|into|as")) {
        target.what = Referent::Text(old);
        end += 1;
    }
    let value = skip_to(words, end).unwrap_or(end);
    let (end, text) = free_text(words, value, to)?;
    let from = part_of(&target);
    one(
        end,
        Change::SetText {
            target: said_target(&target, None),
            from,
            to: text,
        },
    )
}

/// "fix the spelling: John Smith", "correct the name to Anna", "fix the typo “Teh” → “The”".
fn fix(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    while next < to && words.is(next, "the|a|my|its|his|her|their|this|that") {
        next += 1;
    }
    let spelling = words.one_of(
        next,
        "spelling|typo|typos|spelling mistake|misspelling|spelling error|name spelling|wrong spelling|spelling of the name|mistake|error",
    );
    if spelling.is_none() && words.is(at.saturating_sub(1), "spell") && words.is(at, "it") {
        let (end, text) = free_text(words, at + 1, to)?;
        return one(end, Change::Respell { to: text });
    }
    if spelling.is_none() {
        if words
            .one_of(
                next,
                "colors|lighting|exposure|white balance|contrast|colours|levels",
            )
            .is_some_and(|end| words.skip_idle(end, to) >= to)
        {
            return one(
                to,
                Change::Filter {
                    target: Target::default(),
                    filter: Filter::AutoLevels,
                    amount: 1.0,
                },
            );
        }
        return change(words, at, to).filter(|(_, changes)| {
            matches!(
                changes[..],
                [Change::SetText { .. } | Change::SetValue { .. }]
            )
        });
    }
    let mut next = spelling?;
    // "in the title", "of the name"
    let mut target = None;
    if words.is(next, "in|of|on|for")
        && words.quote(next + 1).is_none()
        && let Some((end, found)) = target_at(words, next + 1, to, Reach::Bare)
    {
        target = Some(found).filter(|found| !is_whole(found));
        next = end;
    } else if words.is(next, "of|in") {
        next += 1;
    }
    while next < to
        && (words.is(
            next,
            "to|it|should|be|is|as|correct|it's|spelled|with|says|say",
        ) || words.is_sep(next) && !words.sep(next, Sep::Arrow))
    {
        next += 1;
    }
    let (end, text) = free_text(words, next, to)?;
    let after = words
        .one_of(end, "to|should be|->|into|as")
        .or_else(|| words.sep(end, Sep::Arrow).then_some(end + 1));
    if let Some(after) = after
        && let Some((end, new)) = free_text(words, after, to)
    {
        let what = Referent::Text(text.clone());
        let target = Target {
            what,
            words: text.clone(),
            ..Target::default()
        };
        return one(
            end,
            Change::SetText {
                target,
                from: Some(text),
                to: new,
            },
        );
    }
    match target {
        Some(target) if is_text(&target) => {
            let from = part_of(&target);
            one(
                end,
                Change::SetText {
                    target,
                    from,
                    to: text,
                },
            )
        }
        _ => one(end, Change::Respell { to: text }),
    }
}

fn set_type(words: &Words<'_>, set: Setting, at: usize, to: usize) -> Parsed {
    let (end, targets) = targets_at(words, at, to, Reach::Full)?;
    let mut setting = TypeSetting::default();
    match set {
        Setting::Bold => setting.bold = Some(true),
        Setting::Italic => setting.italic = Some(true),
        Setting::Underline => setting.underline = Some(true),
        Setting::Upper => setting.case = Some(LetterCase::Upper),
        Setting::Lower => setting.case = Some(LetterCase::Lower),
    }
    let changes = targets
        .into_iter()
        .map(|target| {
            let target = if target.what == Referent::Picture {
                Target {
                    what: Referent::AllText,
                    ..target
                }
            } else {
                target
            };
            Change::SetType {
                target,
                setting: setting.clone(),
            }
        })
        .collect();
    Some((end, changes))
}

/// "transfer the image into a watercolor style", "turn this into a cartoon".
fn style(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (mut end, target) = target_at(words, at, to, Reach::UntilWith)?;
    if !is_whole(&target) {
        return None;
    }
    while words.is(end, "to|into|as|in|with|using|a|an|the") && end < to {
        end += 1;
    }
    if let Some((after, change)) = canvas_at(words, end, to) {
        return one(after, Change::Reshape(change));
    }
    let picture = Target::default();
    if let Some((after, filter, amount)) = filter_at(words, end, to) {
        let mut after = after;
        while words.is(after, "filter|effect|photo|image|picture|style|version") && after < to {
            after += 1;
        }
        return one(
            after,
            Change::Filter {
                target: picture,
                filter,
                amount,
            },
        );
    }
    theme_at(words, end, to).or_else(|| setting_at(words, end, to))
}

/// "fill the masked area with sky", "fill in the hole".
fn fill(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(
        words,
        at + usize::from(words.is(at, "in")),
        to,
        Reach::UntilWith,
    )?;
    let Some(value) = skip_to(words, end).or_else(|| words.is(end, "in").then_some(end + 1)) else {
        return (target.what == Referent::Masked)
            .then(|| (end, vec![Change::Remove(target.clone())]));
    };
    if target.what == Referent::Background {
        return new_background(words, value, to);
    }
    if let Some((end, colors)) =
        colors_at(words, value, to).filter(|(end, _)| words.skip_idle(*end, to) >= to)
    {
        return one(end, Change::Recolor { target, colors });
    }
    let (end, with) = other_thing(words, value, to)?;
    one(end, Change::Replace { target, with })
}
