//! What is put on the picture: things, texts, parts, borders, shadows, pictures.

mod columns;
mod controls;
mod effects;
mod free;
mod ground;
mod parts;
mod unquoted;
mod wording;

use super::arguments::{colors_at, location_at};
use super::bare::{self, worded};
use super::predicates::{Parsed, corners_at, theme_at};
use super::verbs::leading_verb_at;
use super::words::Words;
use crate::instruction::{Change, Item, Location, Referent, Target, TypeSetting};
use crate::lexicon::lexicon;
use crate::objects::{comes_poured, comes_served, is_flat, is_vessel};
use crate::phrases::phrase_at;
use crate::tokens::Sep;
use crate::{Component, RelationKind, Role};

use self::columns::column;
use self::controls::{field, switch};
use self::effects::{effect, space, weather};
pub(super) use self::free::free_text;
use self::ground::onto_ground;
pub(super) use self::ground::{background, behind, described};
pub(super) use self::ground::{patterned, plain_behind};
pub(super) use self::parts::stamp;
use self::parts::{border, boxed, figured_card, part, picture, reporting, stamped};
use self::unquoted::unquoted;
use self::wording::label_before_place;
pub(super) use self::wording::set_in;
use self::wording::{charge, contact, introduced, message, pair, quoted, row, watermark};

/// Things that one verb may add, at most.
const ITEMS_MAX: usize = 24;

/// What says that a thing shines, not that something else comes along.
const LIT: &str = "with its lights on|with the lights on|with lights on|with their lights on|with headlights on|\
    with its headlights on|with the headlights on|with headlights";

/// A text with no setting of its own.
pub(super) fn text_item(text: String) -> Item {
    Item::Text {
        text,
        value: None,
        role: Role::Text,
        setting: TypeSetting::default(),
    }
}

/// Reads what is added, item by item, each with its place.
pub(super) fn additions_at(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "text is too close to the edge": something is said of what is there.
    if words.is(at, "text|title|headline|heading|caption|label")
        && words.is(at + 1, "is|are|was|looks|look|feels|seems|isn't|doesn't")
    {
        return None;
    }
    // "sağ alta logo": where it goes may come first.
    if let Some((next, location)) = location_at(words, at, to)
        && let Some((end, mut changes)) = addition_at(words, words.skip_idle(next, to), to)
    {
        for change in &mut changes {
            if let Change::Add { at, .. } = change
                && *at == Location::default()
            {
                *at = location.clone();
            }
        }
        return Some((end, changes));
    }
    let mut changes = Vec::new();
    let (mut end, mut done) = (at, at);
    while changes.len() < ITEMS_MAX {
        let mut next = end;
        while next < to
            && (words.is_sep(next)
                || words.is(next, "and|&|plus|+|also|with|as|well|then")
                || words.is_emoji(next)
                    && changes.is_empty()
                    && words.reader.text(next, next + 1).is_empty())
        {
            next += 1;
        }
        let joined = (done..next).any(|i| words.is_sep(i) || words.is(i, "and|&|plus|+|also|with"));
        if !joined && !changes.is_empty() {
            break;
        }
        // "dark theme, the button says “Go”": what is there gets other words, unless a part came before it.
        let parts = |change: &Change| {
            matches!(
                change,
                Change::Add {
                    item: Item::Part { .. },
                    ..
                }
            )
        };
        if !changes.iter().any(parts) && !changes.is_empty() && worded(words, next, to).is_some() {
            break;
        }
        // "April 70, green line": of what is drawn there already.
        if !changes.is_empty() && tinted_mark(words, next).is_some() {
            break;
        }
        // "a red collar, and the dog should be white": something is said of what is there.
        let why = || words.plain_reason(next, to).is_some();
        if !changes.is_empty() && (bare::told_of(words, next, to) || why()) {
            break;
        }
        let Some((after, more)) = addition_at(words, next, to) else {
            break;
        };
        changes.extend(more);
        done = after;
        end = words.skip_idle(after, to);
    }
    if changes.is_empty() {
        return None;
    }
    boxed_words(&mut changes);
    share_place(&mut changes);
    Some((end, changes))
}

/// "green line", "blue background": a colour before what is drawn already; returns where that begins.
pub(super) fn tinted_mark(words: &Words<'_>, at: usize) -> Option<usize> {
    const MARKS: &str =
        "line|lines|bar|bars|column|columns|slices|dots|points|background|text|title|headline";
    let (len, _) = crate::colors::color_at(&words.reader.tokens, at)?;
    words.is(at + len, MARKS).then_some(at + len)
}

/// "another box at the end, “Feedback”": the words of the box.
fn boxed_words(changes: &mut Vec<Change>) {
    const BOXES: &[&str] = &["box", "step", "node", "card", "stage", "tile", "bubble"];
    let boxed = |change: &Change| {
        matches!(change, Change::Add { item: Item::Things(thing), .. }
            if BOXES.contains(&thing.noun.as_str()) && thing.count.unwrap_or(1) == 1)
    };
    let text = |change: &Change| match change {
        Change::Add {
            item: Item::Text { text, .. },
            at,
        } if *at == Location::default() => Some(text.clone()),
        _ => None,
    };
    let Some(i) =
        (1..changes.len()).find(|&i| boxed(&changes[i - 1]) && text(&changes[i]).is_some())
    else {
        return;
    };
    let (Some(words), Change::Add { item, .. }) = (text(&changes[i]), &mut changes[i - 1]) else {
        return;
    };
    *item = Item::Part {
        kind: Component::Card,
        texts: vec![words],
        color: None,
    };
    changes.remove(i);
}

/// "a hat and sunglasses on the cat": what is said last holds for all.
fn share_place(changes: &mut [Change]) {
    let Some(Change::Add { at: last, .. }) = changes.last() else {
        return;
    };
    let last = last.clone();
    let Some((_, target)) = &last.relation else {
        return;
    };
    // What is in a vessel that comes along does not say where the vessel goes.
    let vessel = |change: &Change| matches!(change, Change::Add { item: Item::Things(thing), .. } if thing.span == target.span);
    if changes.iter().any(vessel) {
        return;
    }
    for change in changes {
        if let Change::Add { at, .. } = change
            && *at == Location::default()
        {
            *at = last.clone();
        }
    }
}

fn addition_at(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if at >= to {
        return None;
    }
    corners(words, at, to)
        .or_else(|| effect(words, at, to))
        .or_else(|| weather(words, at, to))
        .or_else(|| space(words, at, to))
        .or_else(|| background(words, at, to))
        .or_else(|| onto_ground(words, at, to))
        .or_else(|| item(words, at, to))
}

/// "rounded corners": a manner, whatever the verb.
fn corners(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, _) = corners_at(words, words.one_of(at, "a|some").unwrap_or(at))?;
    (end <= to).then(|| theme_at(words, at, end)).flatten()
}

fn add(words: &Words<'_>, end: usize, to: usize, item: Item) -> Parsed {
    // Behind the others is where what comes stands anyway.
    let end = words
        .one_of(end, "at the end|at the very end|to the end|as the last one|as the last step|as the final step")
        .filter(|after| !words.is(*after, "of"))
        .unwrap_or(end);
    let (after, mut location) = location_at(words, end, to).unwrap_or((end, Location::default()));
    // "put a star on top": of what is there.
    let on_top = words.one_of(end, "on top|on the top|at the top of it|on its top") == Some(after);
    if on_top && matches!(item, Item::Things(_)) {
        let what = Referent::Same;
        location.relation = Some((
            RelationKind::On,
            Target {
                what,
                ..Target::default()
            },
        ));
    }
    Some((after, vec![Change::Add { item, at: location }]))
}

/// "a workout “Cycling” to the list": one more of what the list is of.
fn listed(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let noun = words.one_of(at, "a|an|another|a new|one more")?;
    let cell = words.quote(noun + 1).filter(|_| noun + 1 < to)?;
    let list = words.one_of(
        noun + 2,
        "to the list|to the table|to the menu|to the agenda|to the schedule|to the program|in the list|on the list",
    )?;
    (list <= to).then(|| {
        let change = Change::Add {
            item: Item::Row(vec![cell]),
            at: Location::default(),
        };
        (list, vec![change])
    })
}

fn item(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = listed(words, at, to) {
        return Some(found);
    }
    // "a card Refunds 12": a part that is told with its words is more than the part alone.
    let bare = at + usize::from(words.is(at, "a|an|another|new"));
    if let Some(found) = figured_card(words, bare, to)
        .or_else(|| column(words, bare, to))
        .or_else(|| field(words, bare, to))
        .or_else(|| switch(words, bare, to))
    {
        return Some(found);
    }
    let mut from = at;
    while from < to
        && words.is(
            from,
            "a|an|the|some|another|new|my|our|small|big|large|nice|soft|subtle|thin|thick|simple|realistic|natural|third|second|fourth|fifth|one|more|extra|light|long|of|additional|this|slight|semi-transparent|faint",
        )
    {
        if let Some(found) = special(words, at, from, to) {
            return Some(found);
        }
        from += 1;
        // "a second, smaller snowman"
        if words.is(from - 1, "second|third|fourth|new|another") && words.sep(from, Sep::Comma) {
            from += 1;
        }
    }
    let counted = (at..from).any(|i| words.sep(i, Sep::Comma));
    special(words, at, from, to)
        .or_else(|| special(words, at, at, to))
        .or_else(|| drawn_or_written(words, if counted { from } else { at }, from, to))
}

/// A thing to be drawn; or words to be set, where they go on behind what would be a thing ("Kids go free", "doors open at 7").
fn drawn_or_written(words: &Words<'_>, at: usize, bare: usize, to: usize) -> Parsed {
    let thing = thing(words, at, to).or_else(|| thing(words, bare, to).filter(|_| at < bare));
    let Some((end, _)) = &thing else {
        return unquoted(words, bare, to);
    };
    let rest = words.skip_idle(*end, to);
    let done = rest >= to
        || words.is_sep(rest)
        || words.is(rest, "and|&|plus|then|with|that|which|who|but|to|so|or")
        || leading_verb_at(words, rest).is_some_and(|_| !words.is_capital(bare));
    if done || at != bare {
        return thing;
    }
    unquoted(words, bare, to)
        .filter(|(further, _)| further > end)
        .or(thing)
}

/// Everything that is no thing to be drawn.
fn special(words: &Words<'_>, lead: usize, at: usize, to: usize) -> Parsed {
    if at >= to {
        return None;
    }
    if let Some(found) = reporting(words, at, to)
        .or_else(|| boxed(words, at, to))
        .or_else(|| stamped(words, at, to))
        .or_else(|| figured_card(words, at, to))
        .or_else(|| message(words, at, to))
        .or_else(|| contact(words, at, to))
        .or_else(|| charge(words, at, to))
    {
        return Some(found);
    }
    if let Some(found) = pair(words, at, to) {
        return Some(found);
    }
    if let Some(text) = words.quote(at) {
        return field(words, at, to)
            .or_else(|| switch(words, at, to))
            .or_else(|| quoted(words, at, to, text));
    }
    if let Some(end) = words
        .one_of(
            at,
            "drop shadow|shadow|drop-shadow|shadows|cast shadow|contact shadow",
        )
        .filter(|end| *end <= to)
    {
        return add(words, end, to, Item::Shadow);
    }
    if let Some(found) = watermark(words, at, to) {
        return Some(found);
    }
    border(words, at, to)
        .or_else(|| field(words, at, to))
        .or_else(|| switch(words, at, to))
        .or_else(|| picture(words, lead, at, to))
        .or_else(|| row(words, at, to))
        .or_else(|| introduced(words, at, to))
        .or_else(|| part(words, at, to))
}

/// A thing to be drawn, and where.
fn thing(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if words.is_emoji(at) {
        let noun = lexicon()
            .emoji
            .get(words.text(at, at + 1).trim_end_matches('\u{fe0f}'))?;
        let object = crate::ObjectPhrase {
            noun: (*noun).to_string(),
            words: words.text(at, at + 1).to_string(),
            span: words.span(at, at + 1),
            count: Some(1),
            ..crate::ObjectPhrase::default()
        };
        return add(words, at + 1, to, Item::Things(object));
    }
    // "two more trees"
    let at = at + usize::from(words.is(at, "more|extra"));
    let (phrase, from) = match phrase_at(&words.reader, at)
        .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())
    {
        Some(phrase) => (phrase, at),
        None => {
            let (len, n) = crate::numbers::count_at(&words.reader.tokens, at)?;
            let next = at + len;
            if !words.is(next, "more|extra|additional|other|new") {
                return None;
            }
            let mut phrase = phrase_at(&words.reader, next + 1)
                .filter(|phrase| phrase.to <= to && !phrase.object.noun.is_empty())?;
            phrase.object.count = Some(n);
            (phrase, next + 1)
        }
    };
    let _ = from;
    let mut object = phrase.object;
    let mut end = phrase.to;
    // "theme", "look", "vibe" are manners, and nobody draws them.
    if theme_at(words, at, to).is_some_and(|(after, _)| after > end)
        || matches!(
            object.noun.as_str(),
            "style" | "look" | "vibe" | "theme" | "feel" | "effect" | "filter" | "one"
        )
    {
        return None;
    }
    // "a couple walking"
    const DOING: &str = "walking|standing|strolling|waiting|sitting|sleeping|swimming|flying|running|jumping|playing|grazing|dancing";
    let lives = matches!(lexicon().category(&object.noun), Some("person" | "animal"));
    if lives && words.is(end, DOING) && words.closes(end + 1, to) {
        object.attributes.push(words.key(end).to_owned());
        end += 1;
    }
    if words.is(end, "in")
        && let Some((after, colors)) = colors_at(words, end, to)
        && words.reader.noun_at(after, true).is_none()
    {
        object.color = colors.into_iter().next();
        end = after;
    }
    if let Some(after) = words.one_of(end, LIT).filter(|after| *after <= to) {
        object.attributes.push("lit".to_owned());
        end = after;
    }
    inscribed(words, end, to, &object)
        .or_else(|| filled(words, end, to, &object))
        .or_else(|| fitted_out(words, end, to, &object))
        .or_else(|| add(words, end, to, Item::Things(object)))
}

/// "a sign that says “Open” next to the door": the sign where the words say, and on it what it says.
fn inscribed(words: &Words<'_>, at: usize, to: usize, board: &crate::ObjectPhrase) -> Parsed {
    const SAYS: &str = "that says|which says|saying|reading|that reads|with the text|with the words|with the word|with text|\
        labelled|labeled|says";
    if !lexicon().has_trait(&board.noun, "written") {
        return None;
    }
    // "With" alone may lead to another thing; "a price tag 2.99" needs no word at all.
    let figure = words
        .token(at)
        .is_some_and(|token| token.form().is_some() || token.kind == crate::tokens::Kind::Number);
    let told = figure || words.quote(at).is_some();
    let start = words
        .one_of(at, SAYS)
        .or_else(|| (told && at < to).then_some(at))
        .or_else(|| {
            words
                .one_of(at, "with")
                .filter(|at| words.quote(*at).is_some())
        })?;
    let start = start + usize::from(words.sep(start, Sep::Colon));
    let (end, text) = free_text(words, start, to)?;
    let (end, mut changes) = add(words, end, to, Item::Things(board.clone()))?;
    let item = text_item(text);
    changes.push(Change::Add {
        item,
        at: within(RelationKind::On, board),
    });
    Some((end, changes))
}

/// The place on or in what came just now.
fn within(kind: RelationKind, thing: &crate::ObjectPhrase) -> Location {
    let it = Target {
        what: Referent::Same,
        words: thing.words.clone(),
        span: thing.span.clone(),
        ..Target::default()
    };
    Location {
        across: false,
        relation: Some((kind, it)),
        ..Location::default()
    }
}

/// "a girl with a straw hat to the right": somebody where the words say, with what they wear or hold.
fn fitted_out(words: &Words<'_>, at: usize, to: usize, who: &crate::ObjectPhrase) -> Parsed {
    let animate = matches!(lexicon().category(&who.noun), Some("person" | "animal"));
    let start = words
        .one_of(at, "with|wearing|holding|carrying|in")
        .filter(|_| animate)?;
    let phrase = phrase_at(&words.reader, start).filter(|phrase| phrase.to <= to)?;
    let category = lexicon().category(&phrase.object.noun)?;
    let kind = match (category, words.key(at)) {
        (_, "holding" | "carrying") => RelationKind::Holding,
        ("clothing", _) | (_, "wearing") => RelationKind::Wearing,
        (_, "in") | ("animal" | "person" | "body" | "nature" | "plant", _) => return None,
        _ => RelationKind::Holding,
    };
    let (end, mut changes) = add(words, phrase.to, to, Item::Things(who.clone()))?;
    changes.push(Change::Add {
        item: Item::Things(phrase.object),
        at: within(kind, who),
    });
    Some((end, changes))
}

/// "a bowl of oranges on the table": the vessel where the words say, and in it what they name.
fn filled(words: &Words<'_>, at: usize, to: usize, vessel: &crate::ObjectPhrase) -> Parsed {
    if !is_vessel(&vessel.noun) {
        return None;
    }
    let start = words.one_of(at, "of|with|full of|filled with")?;
    let phrase = phrase_at(&words.reader, start).filter(|phrase| phrase.to <= to)?;
    let mut contents = phrase.object;
    lexicon().category(&contents.noun)?;
    // "a glass of cola" is drawn as one thing.
    let poured = matches!(
        vessel.noun.as_str(),
        "glass" | "cup" | "mug" | "pint" | "tumbler"
    ) && comes_poured(&contents.noun);
    if comes_served(&contents.noun) || poured {
        contents.count = vessel.count;
        return add(words, phrase.to, to, Item::Things(contents));
    }
    let (end, mut changes) = add(words, phrase.to, to, Item::Things(vessel.clone()))?;
    let kind = match is_flat(&vessel.noun) {
        true => RelationKind::On,
        false => RelationKind::In,
    };
    changes.push(Change::Add {
        item: Item::Things(contents),
        at: within(kind, vessel),
    });
    Some((end, changes))
}
