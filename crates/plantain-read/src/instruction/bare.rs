//! Clauses without a verb: "white background", "one more tree", "blue house", "sunflowers instead of roses".

mod captions;
mod colors;
mod copula;
mod corrections;
mod counts;
mod in_place;
mod preferences;
mod prices;
mod scenery;
mod sizes;
mod wearing;

use super::additions::{additions_at, background, patterned, plain_behind};
use super::arguments::canvas_at;
use super::commands::change::chart_at;
use super::commands::change::new_value;
use super::commands::for_the_color_blind;
use super::commands::marks::out_of;
use super::commands::placing::abreast;
use super::commands::removal::{goes, remove, words_alone};
use super::commands::taken_predicate;
use super::predicates::{Parsed, is_text, predicates_at, theme_at, with_text};
use super::sorting::sorted;
use super::targets::{Reach, target_at};
use super::verbs::{Verb, verb_at};
use super::words::Words;
use crate::instruction::{CanvasChange, Change, CountChange, Item, Referent, Target, TypeSetting};
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::tokens::Kind;

use self::captions::captioned;
pub(super) use self::colors::rest;
use self::colors::{brand, gradient, grounded, lone_color, on_ground};
use self::copula::copula;
pub(super) use self::copula::{retitled, told_of, worded};
pub(super) use self::corrections::chart_instead;
pub(super) use self::corrections::reworded;
use self::corrections::{as_other_chart, correction, gives_way, instead, respelt};
use self::counts::{as_many_instead, lined_up, so_many, so_many_now, times_as_many};
pub(super) use self::counts::{once_more, only_so_many, rated};
use self::in_place::in_place;
use self::preferences::{preferred, tidied, unwanted};
pub(super) use self::prices::all_by;
pub(super) use self::prices::priced;
use self::prices::{cheaper, dearer};
pub(super) use self::scenery::other_place;
use self::scenery::{night_sky, weather_told};
use self::sizes::{alike, lone_size, one_and_other, ought};
use self::wearing::worn;

/// A reader of clauses of one kind.
type Reader = fn(&Words<'_>, usize, usize) -> Parsed;

/// The readers of clauses without a verb: the first that reads something counts, so those that ask for more stand first.
const READERS: &[Reader] = &[
    at_most,
    absence,
    words_alone,
    in_place,
    unwanted,
    tidied,
    out_of,
    preferred,
    priced,
    gradient,
    patterned,
    plain_behind,
    on_ground,
    grounded,
    brand,
    rest,
    cheaper,
    all_by,
    dearer,
    times_as_many,
    rated,
    one_and_other,
    alike,
    ought,
    weather_told,
    other_place,
    only_so_many,
    as_many_instead,
    so_many_now,
    lined_up,
    chart_instead,
    as_other_chart,
    respelt,
    goes,
    gives_way,
    instead,
    correction,
    worn,
    retitled,
    captioned,
    copula,
    |words, at, to| whole(words, manner(words, at, to), to),
    |words, at, to| type_for(words, at, to).filter(|(end, _)| words.skip_idle(*end, to) >= to),
    more_of,
    once_more,
    |words, at, to| whole(words, qualified(words, at, to), to),
    night_sky,
    manner,
    several_attributed,
    |words, at, to| whole(words, attributed(words, at, to), to),
    type_for,
    so_many_anew,
    other_chart,
    ordered,
    newcomers,
    lone_color,
    lone_size,
];

/// Reads a clause that has no verb.
pub(super) fn statement(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    READERS.iter().find_map(|read| read(words, at, to))
}

/// Keeps what was read only where nothing else is said before the next joint.
fn whole(words: &Words<'_>, found: Parsed, to: usize) -> Parsed {
    found.filter(|(end, _)| {
        let idle = words.skip_idle(*end, to);
        let joint = |at: usize| words.is_sep(at) || words.is(at, "and|with");
        idle >= to || (*end..=idle).any(joint)
    })
}

/// "no more than two birds": no word that takes something away.
fn at_most(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    words.one_of(at, "no more than|not more than|at most")?;
    only_so_many(words, at, to)
}

/// So many of something, unless a verb before brings it.
fn so_many_anew(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let brought = (0..at).any(|i| matches!(verb_at(words, i), Some((_, Verb::Add | Verb::Put))));
    (!brought).then(|| so_many(words, at, to)).flatten()
}

/// "horizontal bars": the kind of chart that it is to be, where no article makes it one more.
fn other_chart(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (kind, end) = chart_at(words, at, to)?;
    let target = Target::default();
    let one_more = at > 0 && words.is(at - 1, "a|an|another");
    (!one_more && words.closes(end, to)).then(|| (end, vec![Change::SetChart { target, kind }]))
}

/// "biggest first", "cheapest first".
fn ordered(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let told = (at..to.min(at + 3))
        .any(|i| words.is(i, "first|ascending|descending|alphabetical|alphabetically"));
    told.then(|| whole(words, sorted(words, at, to), to))
        .flatten()
}

/// What comes without a word for coming. What is there already is not added.
fn newcomers(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let there = words.is(at, "the|this|that|these|those|its|his|her|their");
    // "horizontal bars, orange": no fruit.
    let colored = crate::colors::color_at(&words.reader.tokens, at)
        .is_some_and(|(len, _)| words.closes(at + len, to));
    (!there && !colored)
        .then(|| additions_at(words, at, to).filter(drawable))
        .flatten()
}

/// Whether all that comes are things that somebody can draw.
pub(super) fn is_drawn(found: &(usize, Vec<Change>)) -> bool {
    let things = |change: &Change| {
        let item = match change {
            Change::Add { item, .. } => item,
            _ => return false,
        };
        matches!(item, Item::Things(_))
    };
    found.1.iter().all(things) && drawable(found)
}

/// Whether what is added without a verb is no more than a word that nobody knows.
fn drawable(found: &(usize, Vec<Change>)) -> bool {
    found.1.iter().all(|change| match change {
        Change::Add {
            item: Item::Things(object),
            ..
        } => {
            lexicon().category(&object.noun).is_some()
                || lexicon().places.get(&object.noun).is_some()
        }
        _ => true,
    })
}

fn one(end: usize, change: Change) -> Parsed {
    Some((end, vec![change]))
}

/// "all caps for the headline", "a serif font for the title".
pub(super) fn type_for(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let text = Target {
        what: Referent::AllText,
        ..Target::default()
    };
    let (end, mut changes) = predicates_at(words, at, to, &text)?;
    let [
        Change::SetType {
            target: set,
            setting,
        },
    ] = &mut changes[..]
    else {
        return None;
    };
    // A bare size says nothing about text.
    let sized = TypeSetting {
        scale: setting.scale,
        ..TypeSetting::default()
    };
    if setting.scale.is_some() && *setting == sized {
        return None;
    }
    if words.is(end, "for|on|in")
        && let Some((after, target)) = target_at(words, end + 1, to, Reach::Full)
    {
        *set = target;
        return Some((after, changes));
    }
    Some((end, changes))
}

/// "no text", "without the hat".
fn absence(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = words
        .one_of(at, "no|without|no more|minus|without any")
        .or_else(|| {
            // "hold the olives", as one orders it.
            words
                .is(at + 1, "the")
                .then(|| words.one_of(at, "hold|skip|leave off"))
                .flatten()
        })?;
    let (end, changes) = remove(words, next, to)?;
    let end = words
        .one_of(end, "anymore|any more|any longer|now")
        .unwrap_or(end);
    Some((end, changes))
}

/// Backgrounds, canvases, themes, filters and tones of the whole picture.
fn manner(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let picture = Target::default();
    let at = words
        .one_of(
            at,
            "it as a|it as an|it as|this as a|this as an|this as|that as a",
        )
        .unwrap_or(at);
    gradient(words, at, to)
        .or_else(|| tighter(words, at, to))
        .or_else(|| for_the_color_blind(words, at))
        .or_else(|| background(words, at, to))
        .or_else(|| {
            canvas_at(words, at, to).map(|(end, change)| (end, vec![Change::Reshape(change)]))
        })
        .or_else(|| columns(words, at, to))
        .or_else(|| {
            let (end, changes) = predicates_at(words, at, to, &picture)?;
            let broad = changes.iter().all(|change| {
                !matches!(
                    change,
                    Change::Resize { .. }
                        | Change::Count { .. }
                        | Change::Move { .. }
                        | Change::Resurface { .. }
                        | Change::Recolor { .. }
                )
            });
            let cut_short = end < to && !words.is_empty_word(end) && !words.is_sep(end);
            (broad && !cut_short).then_some((end, changes))
        })
        .or_else(|| theme_at(words, at, to))
}

/// "less empty space", "more compact": narrower margins.
fn tighter(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const LESS: f32 = 0.67;
    let end = words.one_of(
        at,
        "less empty space|less white space|less space|less blank space|tighter layout|a tighter layout|more compact|denser layout",
    )?;
    let change = Change::Reshape(CanvasChange::Margins(LESS));
    words.closes(end, to).then(|| one(end, change)).flatten()
}

/// "two columns", "3 columns layout".
fn columns(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "in|into|with|a"));
    let (len, n) = count_at(&words.reader.tokens, from)?;
    let end = from + len;
    if let Some(end) = words
        .one_of(end, "per row|in a row|in each row|to a row|across|a row")
        .filter(|end| words.closes(*end, to) && (1..=12).contains(&n))
    {
        return Some((end, vec![Change::Reshape(CanvasChange::Columns(n))]));
    }
    let told = words.is(end, "columns|column|cols") && end < to && (1..=12).contains(&n);
    let mut end = end + 1 + usize::from(words.is(end + 1, "layout|grid"));
    // "3 columns, 2 rows": how many rows that makes.
    let next = end + usize::from(words.is_sep(end) || words.is(end, "and|by|x|×|in"));
    if let Some((len, _)) = count_at(&words.reader.tokens, next)
        && words.is(next + len, "rows|row")
    {
        end = next + len + 1;
    }
    told.then(|| (end, vec![Change::Reshape(CanvasChange::Columns(n))]))
}

/// "one more tree", "two fewer cats".
fn more_of(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (len, n) = count_at(&words.reader.tokens, at)
        .or_else(|| words.is(at, "a|another").then_some((1, 1)))?;
    let sign = match words.key(at + len) {
        "more" | "extra" | "additional" => 1,
        "fewer" | "less" => -1,
        _ => return None,
    };
    let (end, target) = target_at(words, at + len + 1, to, Reach::Bare)?;
    let amount = i32::try_from(n).unwrap_or(1) * sign;
    matches!(target.what, Referent::Thing(_) | Referent::Part { .. }).then(|| {
        (
            end,
            vec![Change::Count {
                target,
                to: CountChange::By(amount),
            }],
        )
    })
}

/// "bigger logo", "bold title", "white text", "blue house": what a known thing is to look like.
fn qualified(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "a|the|with"));
    // "I'd like a white taxi": of what is there already.
    let wished = at > 0 && words.is(at - 1, "like|want|love|prefer|need");
    let indefinite = words.is(at, "a|an") && !wished;
    let mut quality = from;
    while quality < to && quality < from + 5 {
        quality += 1;
        let inked = target_at(words, quality, to, Reach::Bare)
            .filter(|(end, target)| with_text(words, *end, to, target).is_some());
        let Some((end, target)) = inked.or_else(|| target_at(words, quality, to, Reach::Full))
        else {
            continue;
        };
        let known = match &target.what {
            Referent::Thing(noun) => {
                !indefinite
                    && (lexicon().category(noun).is_some() || lexicon().places.get(noun).is_some())
            }
            Referent::AllText
            | Referent::Role(_)
            | Referent::Part { .. }
            | Referent::Background => true,
            _ => false,
        };
        if !known || target.count.is_some() || target.color.is_some() {
            continue;
        }
        let Some((done, changes)) = predicates_at(words, from, quality, &target) else {
            continue;
        };
        let settled = changes.iter().all(|change| {
            matches!(
                change,
                Change::Recolor { .. }
                    | Change::SetType { .. }
                    | Change::Resize { .. }
                    | Change::Tone { .. }
                    | Change::Resurface { .. }
                    | Change::Filter { .. }
            )
        });
        let plural_size = matches!(target.what, Referent::Thing(_))
            && changes
                .iter()
                .any(|change| matches!(change, Change::Resize { .. }))
            && words.is(from, "big|small|large|tiny|huge|little|giant|tall")
            && words.text(end - 1, end).to_lowercase().ends_with('s');
        if done == quality && settled && !plural_size {
            // "thicker line in teal"
            if let Some((after, colors)) = words
                .is(end, "in")
                .then(|| super::arguments::colors_at(words, end + 1, to))
                .flatten()
            {
                let mut changes = changes;
                changes.push(Change::Recolor { target, colors });
                return Some((after, changes));
            }
            // "black card with white text"
            if let Some((after, more)) = with_text(words, end, to, &target) {
                return Some((after, [changes, more].concat()));
            }
            return Some((end, changes));
        }
    }
    None
}

/// "umbrella and boots yellow", "title and date bigger": one word of several things that are there.
fn several_attributed(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, targets) = super::targets::targets_at(words, at, to, Reach::Bare)?;
    let named = |target: &Target| match &target.what {
        Referent::Thing(noun) => lexicon().category(noun).is_some() && target.count.is_none(),
        Referent::Role(_) | Referent::Part { .. } => true,
        _ => false,
    };
    if targets.len() < 2 || !targets.iter().all(named) || words.is(at, "a|an") {
        return None;
    }
    let mut all = Vec::new();
    let mut done = None;
    for target in &targets {
        let (after, changes) = predicates_at(words, end, to, target)?;
        let looks = |change: &Change| {
            matches!(
                change,
                Change::Recolor { .. } | Change::SetType { .. } | Change::Resize { .. }
            )
        };
        if !changes.iter().all(looks) {
            return None;
        }
        done = Some(after);
        all.extend(changes);
    }
    done.filter(|end| words.closes(*end, to))
        .map(|end| (end, all))
}

/// "logo bottom right", "title in red", "dog on the left", "Q3 48", "text bigger".
fn attributed(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    // "the title please bold"
    let end = words.one_of(end, "please|pls|plz|kindly").unwrap_or(end);
    let definite = words.is(at, "the|my|our|this|his|her|its|all")
        || is_text(&target)
        || matches!(target.what, Referent::Part { .. });
    let known = match &target.what {
        Referent::Thing(noun) => {
            definite
                || noun == "header row"
                || lexicon().category(noun).is_some() && !words.is(at, "a|an")
        }
        Referent::Picture => words.is_picture(end.saturating_sub(1)),
        Referent::Same => {
            let all = words.one_of(
                at,
                "all of them|all of it|both of them|each of them|both|all",
            );
            target.which != crate::instruction::Which::Any
                || target.position.is_some()
                || all == Some(end)
        }
        _ => true,
    };
    if known && end >= to {
        return taken_predicate(words, &target, end);
    }
    if !known || end >= to {
        return None;
    }
    let number = words
        .token(end)
        .is_some_and(|token| token.form().is_some() || token.kind == Kind::Number);
    if number && matches!(target.what, Referent::Text(_)) {
        return new_value(words, end, to, &target, true);
    }
    // "Raj Patel left": a name that is followed by a verb.
    if matches!(target.what, Referent::Text(_)) && words.is(end, "left") {
        return None;
    }
    // "the cards side by side"
    if let (Some((done, to)), true) = (abreast(words, end, to), definite) {
        return one(done, Change::Align { target, to });
    }
    let found = predicates_at(words, end, to, &target)?;
    // "moon to the top right": a way is for what is there.
    let goes = words.is(
        end,
        "to|up|down|on|onto|into|under|behind|inside|above|below|beside",
    ) || words.one_of(end, "on top of|in front of|next to").is_some();
    let bare = !words.is(at, "a|an|some|another") && target.count.is_none();
    let new = match target.what {
        Referent::Thing(_) => {
            !(definite || bare && (goes || words.reader.brief.language.0 == "en"))
        }
        // "“NEW” badge top-left"
        Referent::Part { .. } => words.quote(at).is_some(),
        _ => false,
    };
    let moves_new = new
        && found
            .1
            .iter()
            .any(|change| matches!(change, Change::Move { .. }));
    if moves_new {
        return None;
    }
    Some(found)
}
