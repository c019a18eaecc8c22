//! A verb with what it acts on becomes changes.

pub(super) mod change;
mod having;
pub(super) mod marks;
mod palette;
pub(super) mod placing;
pub(super) mod ranks;
pub(super) mod removal;
mod texts;
mod translation;

use change::{
    as_chart, change, chart_at, point, property_at, quoted_value, replace, set_property, turn,
};
use having::has_him;
pub(super) use palette::for_the_color_blind;
use placing::{align, apply, compose, composition_at, give, moved, put, swap};
use removal::{remove, take};
use texts::{fill, fix, recolor, rename, set_type, style, watermark, write};
use translation::translated;

use super::additions::{additions_at, described, free_text, stamp};
use super::arguments::canvas_at;
use super::bare;
use super::predicates::{Parsed, is_text, is_whole, other_thing, predicates_at, theme_at};
use super::sorting;
use super::targets::{Reach, target_at};
use super::transforms;
use super::verbs::Verb;
use super::words::Words;
use crate::instruction::{CanvasChange, Change, Fill, Item, Referent, Target};
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
        // "show it in red": no newcomer.
        Verb::Add
            if words.is(at, "it|them|this|that|these")
                && words.is(at + 1, "in|as|bigger|smaller|bold") =>
        {
            make(words, at, to)
        }
        Verb::Add if at > 0 && words.is(at - 1, "stamp") => {
            stamp(words, at, to).or_else(|| additions_at(words, at, to))
        }
        Verb::Add => bare::only_so_many(words, at, to)
            .or_else(|| bare::once_more(words, at, to))
            .or_else(|| bare::chart_instead(words, at, to))
            .or_else(|| change::shown_for(words, at, to))
            .or_else(|| as_chart(words, at, to))
            .or_else(|| point(words, at, to))
            .or_else(|| additions_at(words, at, to))
            .or_else(|| bare::statement(words, at, to)),
        Verb::Put => put(words, at, to),
        Verb::Apply => apply(words, at, to),
        Verb::Give => give(words, at, to),
        Verb::Remove => remove(words, at, to),
        Verb::Take => take(words, at, to),
        Verb::Move => transforms::raised(words, at, to)
            .or_else(|| change::figured(words, at, to))
            .or_else(|| moved(words, at, to)),
        Verb::Align => align(words, at, to),
        Verb::Sort => sorting::sorted(words, at, to),
        Verb::Scale(times) => transforms::scaled(words, times, at, to),
        Verb::Times(times) => transforms::multiplied(words, times, at, to),
        Verb::Shift(sign) => transforms::shifted(words, sign, at, to),
        Verb::Recolor if bare::rest(words, at, to).is_some() => bare::rest(words, at, to),
        Verb::Recolor => recolor(words, at + usize::from(words.is(at, "just|only")), to)
            .or_else(|| marks::highlight(words, at, to)),
        Verb::Mark => marks::mark(words, at, to),
        Verb::Strike => marks::strike(words, at, to),
        Verb::Cancel => marks::cancel(words, at, to),
        Verb::Tick => marks::tick(words, at, to),
        Verb::Write => write(words, at, to),
        Verb::Watermark => watermark(words, at, to),
        Verb::Rename => rename(words, at, to),
        Verb::Fix => fix(words, at, to),
        Verb::Tone(tone, amount) => transforms::tone(words, tone, amount, at, to),
        Verb::Filter(filter) => transforms::filter(words, filter, at, to),
        Verb::Set(setting) => set_type(words, setting, at, to),
        Verb::Crop => transforms::crop(words, at, to),
        Verb::Cut => transforms::raised(words, at, to).or_else(|| transforms::cut(words, at, to)),
        Verb::Rotate => transforms::rotate(words, at, to),
        Verb::Flip | Verb::Mirror => transforms::flip(words, at, to),
        Verb::Extend => transforms::extend(words, at, to),
        Verb::Upscale => transforms::upscale(words, at, to),
        Verb::Zoom => transforms::zoom(words, at, to),
        Verb::Extract => transforms::extract(words, at, to),
        Verb::Compose => compose(words, at, to),
        Verb::Style => style(words, at, to),
        Verb::Fill => fill(words, at, to),
        Verb::Generate => translated(words, at, to).or_else(|| generate(words, at, to)),
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
                "stand out"
                    | "look"
                    | "cut"
                    | "match"
                    | "fit"
                    | "pop"
                    | "fill"
                    | "row"
                    | "line"
                    | "head"
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
    if let Some((end, change)) = canvas_at(words, at, to).filter(|(end, _)| {
        words.skip_idle(*end, to) >= to || words.is(*end, "and|with") || words.is(*end, "for")
    }) {
        // "16:9 for the TV screen": what it is for says no more.
        let end = match words.is(end, "for") {
            true => to,
            false => end,
        };
        return one(end, Change::Reshape(change));
    }
    if let Some((end, outline)) = transforms::outline_at(words, at, to).filter(|(end, _)| {
        words.skip_idle(*end, to) >= to && words.is(*end - 1, "crop|circle|avatar")
    }) {
        return one(end, Change::Reshape(CanvasChange::Outline(outline)));
    }
    if let Some(found) = bare::priced(words, at, to).or_else(|| clears_up(words, at, to)) {
        return Some(found);
    }
    if let Some(found) = has_him(words, at, to) {
        return Some(found);
    }
    if living_acts(words, at, to) {
        return one(to, Change::Generate(words.text(at, to).to_string()));
    }
    if let Some(found) = bare::all_by(words, at, to) {
        return Some(found);
    }
    // "make it a unicorn instead of the dinosaur": what goes is named.
    if let Some(next) = words.one_of(at, "it|this|that")
        && words.is(next, "a|an|some|one")
        && (next..to).any(|i| {
            words
                .one_of(i, "instead of|rather than|in place of")
                .is_some()
        })
        && let Some(found) = bare::statement(words, next, to)
    {
        return Some(found);
    }
    if let Some(found) = bare::rated(words, at, to).or_else(|| bare::rest(words, at, to)) {
        return Some(found);
    }
    if let Some(found) = quoted_anew(words, at, to).or_else(|| that_many(words, at, to)) {
        return Some(found);
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
    shorter(words, at, to)
        .or_else(|| figure_anew(words, at, to))
        .or_else(|| bare::statement(words, at, to))
}

/// "make that five cookies": so many of what is there.
fn that_many(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let counted = crate::numbers::count_at(&words.reader.tokens, at + 1).is_some();
    let them = Target {
        what: Referent::Same,
        words: "that".into(),
        ..Target::default()
    };
    let found = (words.is(at, "that|this") && counted)
        .then(|| predicates_at(words, at + 1, to, &them))
        .flatten()?;
    let counts = |change: &Change| matches!(change, Change::Count { .. });
    found.1.iter().all(counts).then_some(found)
}

/// "make the price 15 rupees": a text by its part, and the figure that it is to tell.
fn figure_anew(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    let figure = words
        .token(end)
        .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
    let part = matches!(
        target.what,
        Referent::Role(crate::Role::Price | crate::Role::Date | crate::Role::Time)
    );
    if !figure || !part || end >= to {
        return None;
    }
    let (end, text) = free_text(words, end, to)?;
    one(end, bare::reworded(target, text))
}

/// "make the rain stop": weather that goes.
fn clears_up(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "the|it"));
    let weather = words.is(
        from,
        "rain|snow|fog|mist|storm|wind|clouds|lightning|raining|snowing",
    );
    let end = words.one_of(
        from + 1,
        "stop|go away|disappear|vanish|end|clear|clear up|fade",
    )?;
    let noun = match words.key(from) {
        "raining" => "rain",
        "snowing" => "snow",
        key => key,
    };
    let target = Target {
        what: Referent::Thing(noun.to_owned()),
        words: words.text(at, from + 1).to_owned(),
        span: words.span(at, from + 1),
        ..Target::default()
    };
    (weather && words.skip_idle(end, to) >= to).then(|| (end, vec![Change::Remove(target)]))
}

/// `make the title "Lift today"`: a text by its part, and what it is to say.
fn quoted_anew(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let quote = (at + 1..to).find(|&i| words.quote(i).is_some())?;
    let (end, target) = target_at(words, at, quote, Reach::Bare)?;
    let part = matches!(target.what, Referent::Role(_));
    (part && end == quote && words.is(at, "the|its|our|my"))
        .then(|| quoted_value(words, quote, to, &target))
        .flatten()
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
    if let Some(end) = words.one_of(
        at,
        "stand out|pop out|more prominent|prominent|more visible|more noticeable|eye-catching|more eye-catching",
    ) && !is_whole(target)
        && words.skip_idle(words.one_of(end, "more|better|a lot").unwrap_or(end), to) >= to
    {
        let marking = crate::instruction::Marking {
            tag: None,
            manner: crate::instruction::MarkManner::Highlighted,
        };
        return one(to, Change::Mark { target: target.clone(), marking });
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
    if let Some((kind, end)) =
        chart_at(words, at, to).filter(|_| is_whole(target) || is_chart(target))
    {
        let target = target.clone();
        return one(end, Change::SetChart { target, kind });
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
        if let Some(colored) = carrier_in_color(target, &with) {
            return colored.map(|change| (end, vec![change]));
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

/// "make it a blue poster": the picture in that colour, not a poster on it; `Some(None)` where only a kind of picture is
/// named.
fn carrier_in_color(target: &Target, with: &Item) -> Option<Option<Change>> {
    let Item::Things(object) = with else {
        return None;
    };
    let carrier = target.what == Referent::Same && lexicon().genres.get(&object.noun).is_some();
    carrier.then(|| {
        let colors = vec![object.color.clone()?];
        let target = Target::default();
        Some(Change::Recolor { target, colors })
    })
}

/// Whether a target may be a chart: a part of a design, or what people call charts by ("the donut").
fn is_chart(target: &Target) -> bool {
    match &target.what {
        Referent::Part { .. } => true,
        Referent::Thing(noun) => matches!(
            noun.as_str(),
            "donut" | "doughnut" | "pie" | "gauge" | "histogram" | "funnel" | "treemap" | "curve"
        ),
        _ => false,
    }
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
    let target = said_target(target, from.as_ref());
    let change = Change::SetText {
        target: target.clone(),
        from,
        to: to_text,
    };
    Some(set_in(words, end, to, &target, change))
}

/// Behind new words of a text: how they are set ("“CLOSED” in blue neon").
pub(super) fn set_in(
    words: &Words<'_>,
    end: usize,
    to: usize,
    target: &Target,
    change: Change,
) -> (usize, Vec<Change>) {
    // What is set otherwise are the words, not the sign that they stand on.
    let letters = match (&target.what, &change) {
        (Referent::Thing(_), Change::SetText { to, .. }) => Target {
            what: Referent::Text(to.clone()),
            ..target.clone()
        },
        _ => target.clone(),
    };
    let more = words
        .is(end, "in|and|with")
        .then(|| predicates_at(words, end + 1, to, &letters))
        .flatten();
    match more {
        Some((end, more)) => (end, std::iter::once(change).chain(more).collect()),
        None => (end, vec![change]),
    }
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
pub(super) fn instead_of(
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
