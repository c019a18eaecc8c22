//! What is said of something that is there: "the background should be white", "the title says X", "the icon is too big".

use super::corrections::reworded;
use super::one;
use crate::instruction::additions::free_text;
use crate::instruction::commands::change::{begins_words, new_value, part_of, set_value};
use crate::instruction::commands::marks::state_at;
use crate::instruction::commands::placing::placed;
use crate::instruction::commands::ranks::rank_at;
use crate::instruction::commands::set_in;
use crate::instruction::predicates::{Parsed, is_text, is_whole, predicates_at};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent, Target, TypeSetting};
use crate::tokens::Kind;

/// "the button says “Continue”": what the words of something that is there are to be.
pub(in crate::instruction) fn worded(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // The article may have been passed over behind the clause before.
    let article = |i: usize| words.is(i, "the|this|that|its|my|our");
    // "button says “Join”": with a verb of its own it is there.
    let there = words.is(
        at,
        "button|title|headline|heading|subtitle|sign|label|banner|badge|tagline|caption|logo",
    ) && words.is(at + 1, "says|reads");
    let definite = there || article(at) || at > 0 && article(at - 1);
    let (end, mut target) = target_at(words, at, to, Reach::Bare).filter(|_| definite)?;
    // "The button that says “Go”" names a button.
    let told = (at..end).any(|i| words.is(i, "says|reads"))
        && !(at..end).any(|i| words.is(i, "that|which"));
    if let (Referent::Part { label, .. }, true) = (&mut target.what, told)
        && let Some(text) = label.take()
    {
        return one(end, reworded(target, text));
    }
    let from = words.one_of(end, "now says|now reads|says|reads")?;
    let from = from + usize::from(words.is_sep(from));
    let (end, text) = free_text(words, from, to)?;
    one(end, reworded(target, text))
}

/// Whether something is said here of what is there already: "the dog should be white".
pub(in crate::instruction) fn told_of(words: &Words<'_>, at: usize, to: usize) -> bool {
    let led = words.is(at, "the|this|that|its|his|her|their|my|our|all|than|what");
    let from = at + usize::from(words.is(at, "than|what|that") && words.is(at + 1, "the"));
    led && copula(words, from, to).is_some()
}

/// "the background should be white", "the title should say X", "cat is black".
pub(super) fn copula(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = worded(words, at, to) {
        return Some(found);
    }
    // "new phone number: …", "wrong date: …"
    let start = words
        .one_of(at, "new|the new|our new|my new|wrong|correct|right")
        .unwrap_or(at);
    let (end, target) = target_at(words, start, to, Reach::Full)
        .filter(|(_, target)| start == at || is_text(target))
        .or_else(|| target_at(words, at, to, Reach::Full))?;
    // "a fourth card: Revenue $31k": one that comes.
    if words.is(at, "a|an|another") && matches!(target.what, Referent::Part { .. }) {
        return None;
    }
    let mut next = end;
    let worded = matches!(target.what, Referent::Part { .. })
        && words.is(next, "text|label|caption|copy|wording");
    if words.is(next, "color|colour") || worded {
        next += 1;
    }
    // "the icon takes too much room"
    if let Some(end) = words.one_of(
        next,
        "takes too much room|takes too much space|takes up too much room|takes up too much space|takes up too much",
    ) {
        return too(words, end, &target);
    }
    let verb = words.one_of(
        next,
        "look like|looks like|look more like|should be|must be|needs to be|has to be|becomes|become|is|are|to be|should look|should become|should have|can be|needs to|should|must|will be|has|could be|needs|be|shall be|would be|have to be|need to be|want to be|should now be|to look|ought to be|costs|cost|should cost|is at|went up to|rose to|fell to|stands at|comes to|is up to|is down to|goes up to|goes down to|went down to|drops to|dropped to|reduced to|lowered to|cut to|raised to|changed to|changes to|is now at|climbed to|jumped to|falls to|rises to|grew to|increased to|decreased to|was actually|were actually|was really|was in fact|actually was|actually is|was|were",
    );
    let stands = words
        .is(next, "goes|belongs|sits|stands|lies|hangs")
        .then(|| placed(words, next + 1, to, &target))
        .flatten()
        .filter(|(end, _)| words.closes(*end, to) && matches!(target.what, Referent::Thing(_)));
    if let Some(found) =
        stands.or_else(|| verb.and_then(|value| postured(words, value, to, &target)))
    {
        return Some(found);
    }
    let mark = words.sep(next, crate::tokens::Sep::Colon)
        || words.sep(next, crate::tokens::Sep::Arrow)
        || words.is_sep(next) && words.text(next, next + 1) == "=";
    // "subtitle too small"
    if verb.is_none() && words.is(next, "too") {
        return too(words, next + 1, &target);
    }
    let value = match (verb, mark) {
        (Some(value), _) => value + usize::from(words.is(value, "now|actually|really|only")),
        (None, true) => next + 1,
        (None, false) => return None,
    };
    let named = words.is(value, "called|named|titled|renamed");
    if named || words.is(value, "say|says|read|reads|saying") {
        let from = value + 1 + usize::from(words.is_sep(value + 1));
        let from = from + usize::from(named && words.is(from, "to"));
        // "orders should read 511 and refunds 9": a figure is all that is read.
        let figure = words
            .token(from)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
        if figure && (words.is_sep(from + 1) || words.is(from + 1, "and")) {
            return set_value(words, from, to, &target);
        }
        let (end, text) = free_text(words, from, to)?;
        let target = if is_whole(&target) {
            Target {
                what: Referent::AllText,
                ..target
            }
        } else {
            target
        };
        let change = Change::SetText {
            target: target.clone(),
            from: part_of(&target).filter(|_| named),
            to: text,
        };
        return Some(set_in(words, end, to, &target, change));
    }
    let ranked = value + usize::from(verb.is_some() && words.is(value, "come|be|stand|go"));
    if let Some((end, which)) =
        rank_at(words, ranked).filter(|(end, _)| *end == to || words.is_sep(*end))
    {
        return one(end, Change::Rank { target, to: which });
    }
    // "the duck confit is sold out"
    if let Some((end, marking)) = state_at(words, value, to)
        && !is_whole(&target)
        && verb.is_some()
    {
        return one(end, Change::Mark { target, marking });
    }
    if words.is(value, "too") {
        return too(words, value + 1, &target);
    }
    if is_whole(&target) && words.is(value, "for") {
        return None;
    }
    if let Referent::Text(label) = &target.what
        && words.is(value - 1, "is|are|be|now")
        && begins_words(words, value)
        && words.quote(value).is_none()
        && words
            .token(value)
            .is_some_and(|token| token.kind != Kind::Number && token.form().is_none())
    {
        let (end, text) = free_text(words, value, to)?;
        let label = Some(label.clone());
        return one(end, Change::SetValue { label, to: text });
    }
    // "the slogan should be all caps, it is too quiet": how it is set, unless capitals or quotes tell its words.
    if is_text(&target)
        && verb.is_some()
        && words.quote(value).is_none()
        && (!words.is_capital(value) || shouted(words, value))
        && let Some((end, changes)) = predicates_at(words, value, to, &target)
        && (words.closes(end, to) || words.is(end, "so|for|because|than"))
    {
        return Some((end, changes));
    }
    new_value(words, value, to, &target, true)
}

/// "the bird should sit in the tree", "the dog must stand next to the girl": where it is to be.
fn postured(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    const POSTURES: &str = "sit|stand|lie|lay|hang|rest|float|fly|swim|perch|lean|hover|go|be sitting|be standing|be lying|be hanging|be placed|be put";
    let thing = matches!(target.what, Referent::Thing(_) | Referent::Same);
    let end = words.one_of(at, POSTURES).filter(|_| thing)?;
    placed(words, end, to, target).filter(|(end, _)| words.closes(*end, to))
}

/// "title Meet the crew", "headline “Open late”": what the heading is to say.
pub(in crate::instruction) fn retitled(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words.one_of(at, "new|the new|with the|the").unwrap_or(at);
    let end = words.one_of(from, "title|headline|heading|header")?;
    let told = words.quote(end).is_some() || words.is_capital(end);
    let (end, text) = free_text(words, end, to).filter(|_| told)?;
    let target = Target {
        what: Referent::Role(crate::Role::Title),
        words: words.text(at, end).to_string(),
        span: words.span(at, end),
        ..Target::default()
    };
    one(end, reworded(target, text))
}

/// Whether a word is in capitals for stress: "MUCH bigger".
fn shouted(words: &Words<'_>, at: usize) -> bool {
    let text = words.text(at, at + 1);
    let next = words.text(at + 1, at + 2);
    text.chars().count() > 1
        && text.chars().all(char::is_uppercase)
        && next.starts_with(char::is_lowercase)
}

/// "the text is too small": the other way round.
fn too(words: &Words<'_>, at: usize, target: &Target) -> Parsed {
    let opposite = match words.key(at) {
        _ if words.is(at - 1, "room|space|much") => {
            let to = crate::instruction::Scale::Times(1.0 / 1.3);
            return one(at, crate::instruction::predicates::scaled(target, to));
        }
        "small" | "tiny" | "little" | "short" => "bigger",
        "big" | "large" | "huge" | "tall" | "wide" => "smaller",
        "dark" => "brighter",
        "bright" | "light" => "darker",
        _ => return None,
    };
    use crate::instruction::{Scale, Tone};
    let end = at + 1;
    let times = |times: f32| {
        if is_text(target) {
            let setting = TypeSetting {
                scale: Some(times),
                ..TypeSetting::default()
            };
            return Change::SetType {
                target: target.clone(),
                setting,
            };
        }
        Change::Resize {
            target: target.clone(),
            to: Scale::Times(times),
        }
    };
    let tone = |amount: f32| Change::Tone {
        target: target.clone(),
        tone: Tone::Brightness,
        amount,
    };
    one(
        end,
        match opposite {
            "bigger" => times(1.3),
            "smaller" => times(1.0 / 1.3),
            "brighter" => tone(0.3),
            _ => tone(-0.3),
        },
    )
}
