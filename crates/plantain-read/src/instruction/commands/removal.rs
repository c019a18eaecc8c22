//! What goes: "remove the hat", "no text", "take two apples away".

use super::one;
use crate::RelationKind;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at, targets_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, CountChange, Fill, Filter, Referent, Target};
use crate::numbers::count_at;

/// What goes with "remove", "no", "without".
pub(in crate::instruction) fn remove(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "the other stuff": all but what is kept.
    if let Some(end) = words
        .one_of(at, "the other stuff|the other things|all the other stuff|all other things|all the other things|all the rest|the others|other stuff")
        .filter(|end| words.closes(*end, to))
    {
        return Some((end, vec![Change::Remove(Target::default())]));
    }
    // "elimina a la persona"
    let at = at + usize::from(words.is(at, "to|of") && words.reader.brief.language.0 != "en");
    let mut from = at;
    while words.is(from, "the|all|any|of|this|that|a|an|its|every|unwanted") && from < to {
        from += 1;
    }
    if let Some(found) = quality(words, from, to).or_else(|| so_many_of_them(words, at, to)) {
        return Some(found);
    }
    if let Some(target) = cleared(words, at, to) {
        let end = target.0;
        return one(end, Change::Remove(target.1));
    }
    let told = item_about(words, from, to)
        .or_else(|| entry_of(words, from, to))
        .or_else(|| drawn(words, from, to));
    if let Some((end, target)) = told {
        return one(end, Change::Remove(target));
    }
    let Some((end, targets)) = targets_at(words, at, to, Reach::Full) else {
        return line_of(words, at, to);
    };
    // "the soup row": told by its words and what it is.
    if words.is(end, LINES)
        && let Some(found) = line_of(words, at, to)
    {
        return Some(found);
    }
    // "a candle" of three is one of them.
    let changes = targets
        .into_iter()
        .map(|target| gone(target, words.is(at, "a|an")))
        .collect();
    Some((
        words
            .one_of(end, "completely|entirely|altogether|fully")
            .unwrap_or(end),
        changes,
    ))
}

/// "clear the table", "empty the wall": what stands or hangs there goes.
fn cleared(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    const SURFACES: &str = "wall|walls|table|desk|shelf|shelves|counter|bench|windowsill|mantelpiece|tray|plate|basket|bowl|box|lawn|road|street|sky";
    let clears = at > 0 && words.is(at - 1, "clear|empty");
    let name = words.one_of(at, "the|this|that|my").unwrap_or(at);
    let end = words.one_of(name, SURFACES)?;
    let (_, on) = target_at(words, at, end, Reach::Bare)?;
    (clears && words.closes(end, to)).then(|| {
        let target = Target {
            what: Referent::Subject,
            words: words.text(at, end).to_string(),
            span: words.span(at, end),
            by: Some((RelationKind::On, Box::new(on))),
            ..Target::default()
        };
        (end, target)
    })
}

/// The change that takes a target away; one of several where any will do.
fn gone(mut target: Target, any_one: bool) -> Change {
    match target.what {
        Referent::Background if !target.inverted && target.by.is_none() => {
            return Change::SetBackground(Fill::Transparent);
        }
        Referent::Thing(_) if any_one => target.count = target.count.or(Some(1)),
        _ => {}
    }
    Change::Remove(target)
}

/// "no noise", "remove the blur": a quality of the whole picture that goes.
fn quality(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const QUALITIES: &[(&str, Filter)] = &[
        (
            "noise|grain|graininess|digital noise|image noise",
            Filter::Denoise,
        ),
        ("blur|blurriness", Filter::Sharpen),
        ("color|colors|colour|colours|saturation", Filter::Grayscale),
    ];
    QUALITIES.iter().find_map(|(names, filter)| {
        let end = words.one_of(at, names)?;
        let closes = words.closes(end, to) || words.is(end, "from");
        let change = Change::Filter {
            target: Target::default(),
            filter: *filter,
            amount: 1.0,
        };
        closes.then(|| (end, vec![change]))
    })
}

/// "half of the apples", "three of them", "all but two".
fn so_many_of_them(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(next) = words.one_of(at, "half of|half the|half of the")
        && let Some((end, target)) = target_at(words, next, to, Reach::Full)
    {
        let end = words.one_of(end, "away|off|out").unwrap_or(end);
        let to = CountChange::Times(0.5);
        return one(end, Change::Count { target, to });
    }
    some_of_them(words, at, to).or_else(|| all_but_so_many(words, at, to))
}

/// What was spoken of, or what there is several of.
fn them() -> Target {
    Target {
        what: Referent::Same,
        words: "them".into(),
        ..Target::default()
    }
}

/// "the drawing" of a poster is what is drawn on it.
fn drawn(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    const DRAWN: &str = "drawing|drawings|illustration|illustrations|artwork|graphic|graphics|clipart|clip art|picture|pictures";
    let end = words
        .one_of(at, DRAWN)
        .filter(|end| words.closes(*end, to))?;
    let target = Target {
        words: words.text(at, end).to_string(),
        what: Referent::Subject,
        span: words.span(at, end),
        ..Target::default()
    };
    Some((end, target))
}

/// "three of them", "two": so many of what is there.
fn some_of_them(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (len, n) = count_at(&words.reader.tokens, at)?;
    let end = words
        .one_of(at + len, "of them|of these|of those|of it")
        .unwrap_or(at + len);
    let end = words.one_of(end, "away|off|out").unwrap_or(end);
    let closes = words.closes(end, to);
    let less = i32::try_from(n).ok().filter(|n| closes && *n > 0)?;
    let target = them();
    one(
        end,
        Change::Count {
            target,
            to: CountChange::By(-less),
        },
    )
}

/// "mail from Ben", "transaction at Lidl": one entry of a list, by the name in it.
fn entry_of(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    const ENTRIES: &str = "mail|email|e-mail|message|review|comment|post|transaction|payment|order|booking|appointment|meeting|event|\
        notification|contact|entry|row|line|ticket|task|note|invite|request";
    let head = words.one_of(at, ENTRIES)?;
    let from = words.one_of(head, "from|by|of|at|to|with|for")?;
    let mut end = from;
    while end < to && words.is_capital(end) && !words.is_sep(end) {
        end += 1;
    }
    let closes = words.closes(end, to);
    let label = words.text(from, end).trim().to_owned();
    (closes && end > from).then(|| {
        let target = Target {
            // The whole row goes, not the name alone.
            words: format!("{label} row"),
            what: Referent::Text(label),
            span: words.span(at, end),
            ..Target::default()
        };
        (end, target)
    })
}

/// "all but two": so many stay.
fn all_but_so_many(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let next = words.one_of(at, "all but|all except|everything but|all except for")?;
    let (len, n) = count_at(&words.reader.tokens, next)?;
    let end = words.one_of(next + len, "of them").unwrap_or(next + len);
    let closes = words.closes(end, to);
    let target = them();
    let to = CountChange::Set(n);
    closes.then(|| (end, vec![Change::Count { target, to }]))
}

/// "the dog has to go": what goes by itself.
pub(in crate::instruction) fn goes(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const GOES: &str = "has to go|have to go|must go|should go|needs to go|need to go|can go|could go|has to leave|should disappear|\
        must disappear|has to disappear|should be gone|must be gone|should not be there|shouldn't be there|is not needed|\
        isn't needed|are not needed|is too much|should be removed|must be removed|needs to be removed|should be deleted";
    let (end, targets) = targets_at(words, at, to, Reach::Full)?;
    let end = words.one_of(end, GOES).filter(|end| *end <= to)?;
    let closes = words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "and|but");
    closes.then(|| (end, targets.into_iter().map(Change::Remove).collect()))
}

/// What people call one of several texts by.
const LINES: &str = "line|row|entry|item|text|bullet|bullet point|section|part|sentence";

/// "the bring a mat line", "the mint row": one of several lines, by its words.
fn line_of(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const WORDS_MAX: usize = 6;
    let from = words.one_of(at, "the|that|this|my|our").unwrap_or(at);
    let head = (from + 1..to.min(from + 1 + WORDS_MAX)).find(|&i| words.is(i, LINES))?;
    let end = words.one_of(head, LINES)?;
    let closes = words.closes(end, to);
    let target = Target {
        words: words.text(at, end).to_string(),
        what: Referent::Text(words.text(from, head).trim().to_owned()),
        span: words.span(at, end),
        ..Target::default()
    };
    closes.then(|| (end, vec![Change::Remove(target)]))
}

/// "coffee tip", "tip about coffee": one of several items, by what it speaks of.
fn item_about(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Target)> {
    const ITEMS: &str = "tip|fact|reason|rule|benefit|advice|habit|ingredient|exercise|lesson";
    let closes = |end: usize| end <= to && words.closes(end, to);
    let (from, until, end) = match words.one_of(at, ITEMS) {
        Some(head) => {
            let from = words.one_of(head, "about the|about|on the|on|with the|with")?;
            let end = (from..to)
                .find(|&i| words.is_sep(i) || words.is(i, "and"))
                .unwrap_or(to);
            (from, end, end)
        }
        None => {
            let ordinal =
                "first|second|third|fourth|fifth|sixth|last|final|next|1st|2nd|3rd|4th|5th";
            let head = (at + 1..to.min(at + 4))
                .find(|&i| words.is(i, ITEMS))
                .filter(|_| !words.is(at, ordinal))?;
            (at, head, head + 1)
        }
    };
    let text = words.text(from, until).trim().to_owned();
    let target = Target {
        words: words.text(at, end).to_string(),
        what: Referent::Text(text.clone()),
        span: words.span(at, end),
        ..Target::default()
    };
    (closes(end) && !text.is_empty()).then_some((end, target))
}

/// "take the hat off", "take two apples away".
pub(super) fn take(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = so_many_of_them(words, at, to) {
        return Some(found);
    }
    let (end, targets) = targets_at(words, at, to, Reach::Bare)?;
    let end = words.one_of(end, "away|out|off|away from|out of|off of")?;
    let end = words
        .one_of(end, "the list|the menu|the page|the card|the board|the table|my list|the picture|of the list|of the menu")
        .unwrap_or(end);
    let end = if words.is(end - 1, "of|from") {
        target_at(words, end, to, Reach::Bare).map_or(end, |(end, _)| end)
    } else {
        end
    };
    let drawn = |target: Target| match target.what {
        Referent::Picture if words.is(end - 2, "picture|image|drawing|illustration") => Target {
            what: Referent::Subject,
            ..target
        },
        _ => target,
    };
    let gone = targets.into_iter().map(drawn).map(Change::Remove);
    Some((end, gone.collect()))
}

/// "text only", "just the words": all that is drawn goes.
pub(in crate::instruction) fn words_alone(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let end = words.one_of(
        at,
        "text only|only text|only the text|just text|just the text|words only|only words|just the words|no pictures just text",
    )?;
    let target = Target {
        what: Referent::Subject,
        words: "the picture".into(),
        span: words.span(at, end),
        ..Target::default()
    };
    words
        .closes(end, to)
        .then(|| (end, vec![Change::Remove(target)]))
}
