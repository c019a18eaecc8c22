//! What is written, named, spelled and set.

use super::change::{change, new_background, part_of, skip_to};
use super::{one, said_target, taken_predicate};
use crate::instruction::additions::{additions_at, free_text, set_in};
use crate::instruction::arguments::{canvas_at, colors_at, location_at};
use crate::instruction::bare::{self, reworded};
use crate::instruction::predicates::{
    Parsed, background_at, filter_at, is_text, is_whole, other_thing, predicates_at, setting_at,
    theme_at,
};
use crate::instruction::targets::{Reach, target_at, targets_at};
use crate::instruction::verbs::Setting;
use crate::instruction::words::Words;
use crate::instruction::{
    Change, Filter, Item, LetterCase, Location, Referent, Target, TypeSetting,
};
use crate::tokens::{Kind, Sep};

pub(super) fn recolor(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "highlight “Fri” in orange": not what stands in an orange.
    let bare = targets_at(words, at, to, Reach::Bare).filter(|(end, _)| {
        words
            .one_of(*end, "to|in|into|with|as")
            .is_some_and(|next| colors_at(words, next, to).is_some())
    });
    let (end, targets) = bare.or_else(|| targets_at(words, at, to, Reach::Full))?;
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

/// "Python in capitals", "the text in lower case", "it in all caps": the words that are there, set otherwise.
pub(super) fn written_otherwise(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words
        .one_of(at, "the word|the words|the name")
        .unwrap_or(at);
    let split = (from + 1..to).find(|&i| words.is(i, "in|with|all"))?;
    let named = (from..split).all(|i| words.is_capital(i)) || words.quote(from).is_some();
    let next = words.one_of(split, "in|with").unwrap_or(split);
    const UPPER: &str = "capitals|capital letters|caps|all caps|uppercase|upper case|block letters|block capitals|all capitals";
    const LOWER: &str = "lowercase|lower case|small letters|lowercase letters";
    let (end, case) = words
        .one_of(next, UPPER)
        .map(|end| (end, LetterCase::Upper))
        .or_else(|| {
            words
                .one_of(next, LOWER)
                .map(|end| (end, LetterCase::Lower))
        })?;
    let closes = end <= to && (words.skip_idle(end, to) >= to || words.is_sep(end));
    let text = words
        .quote(from)
        .filter(|_| from + 1 == split)
        .unwrap_or_else(|| words.text(from, split).to_string());
    let meant = || {
        let all = words.one_of(at, "everything|it all|all of it|all the text");
        if all == Some(split) {
            return Some(Target {
                what: Referent::AllText,
                ..Target::default()
            });
        }
        let (end, target) = target_at(words, at, split, Reach::Bare)?;
        let lettered =
            is_text(&target) || matches!(target.what, Referent::AllText | Referent::Same);
        (end == split && lettered).then_some(target)
    };
    let target = match named {
        true => Target {
            words: text.clone(),
            what: Referent::Text(text),
            span: words.span(from, split),
            ..Target::default()
        },
        false => meant()?,
    };
    let setting = TypeSetting {
        case: Some(case),
        ..TypeSetting::default()
    };
    closes.then(|| (end, vec![Change::SetType { target, setting }]))
}

/// "print the total in red", "write the names in bold": how what is there is set.
fn there_already(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)
        .filter(|_| words.is(at, "the|its|our|my|all|every|each"))?;
    let led = words.is(at + 1, "word|words|text|phrase|name|line|letters|sentence");
    let from = words
        .one_of(end, "in|all in")
        .filter(|_| is_text(&target) && !led)?;
    let (end, changes) = predicates_at(words, from, to, &target)?;
    words.closes(end, to).then_some((end, changes))
}

pub(super) fn write(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = written_otherwise(words, at, to) {
        return Some(found);
    }
    // "print a white moon on it": a thing to be drawn.
    if words.is(at, "a|an|two|three|some")
        && let Some(found) = additions_at(words, at, to).filter(bare::is_drawn)
    {
        return Some(found);
    }
    if let Some(found) = there_already(words, at, to) {
        return Some(found);
    }
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
    end = set_in(words, end, to, &mut setting);
    // "write Best Mom instead"
    if let Some(after) = words.one_of(end, "instead").filter(|after| *after <= to) {
        let target = Target {
            what: Referent::AllText,
            ..Target::default()
        };
        return one(after, reworded(target, text));
    }
    let (end, location) = location_at(words, end, to).unwrap_or((end, Location::default()));
    let end = set_in(words, end, to, &mut setting);
    let item = Item::Text {
        text,
        value: None,
        role: crate::Role::Text,
        setting,
    };
    one(end, Change::Add { item, at: location })
}

/// "watermark it with © ACME".
pub(super) fn watermark(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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

/// "the book The Burning Hill", "our shop to Bloom": what stands for the whole picture is called so, at its head.
fn named_anew(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const BEARERS: &str = "book|novel|story|app|shop|store|event|film|movie|band|album|song|show|podcast|game|café|cafe|restaurant|bar|pub|company|\
        product|party|festival|conference|course|class|workshop|club|team|magazine|newsletter|blog|hotel|project|play|series|beer|wine|drink|\
        coffee|bakery|studio|firm|agency|market|concert|exhibition|tour|trip|recipe|brand|business|school|place|salon|gym|farm";
    let noun = words.one_of(at, "the|this|my|our")?;
    let end = words.one_of(noun, BEARERS)?;
    let value = skip_to(words, end).unwrap_or(end);
    let told = value < to && (words.quote(value).is_some() || words.is_capital(value));
    let (after, text) = free_text(words, value, to).filter(|_| told)?;
    let target = Target {
        what: Referent::Role(crate::Role::Title),
        words: words.text(at, end).to_string(),
        span: words.span(at, end),
        ..Target::default()
    };
    one(after, reworded(target, text))
}

pub(super) fn rename(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "rename to Zenith": what the picture is called by.
    if let Some(value) = skip_to(words, at) {
        let (end, text) = free_text(words, value, to)?;
        let target = Target {
            what: Referent::Role(crate::Role::Title),
            words: "the title".into(),
            ..Target::default()
        };
        return one(end, reworded(target, text));
    }
    if let Some(found) = named_anew(words, at, to) {
        return Some(found);
    }
    // "the column Age to Years": told by what it is and its name.
    let kind = words
        .one_of(at, "the column|column|the field|field|the tab|tab|the row|row|the section|section|the plan|plan|the step|step|the category|category")
        .filter(|end| words.is_capital(*end) && skip_to(words, *end + 1).is_some());
    let at = kind.unwrap_or(at);
    let (end, mut target) = target_at(words, at, to, Reach::UntilWith)?;
    let mut end = end;
    if let Some(old) = words.quote(end).filter(|_| words.is(end + 1, "to|into|as")) {
        target.what = Referent::Text(old);
        end += 1;
    }
    // "the chart", "the poster": what heads it.
    let headed = match &target.what {
        Referent::Picture => true,
        Referent::Part { kind, label } => {
            label.is_none() && matches!(kind, crate::Component::Chart(_))
        }
        _ => false,
    };
    if headed {
        target.what = Referent::Role(crate::Role::Title);
    }
    let value = skip_to(words, end).unwrap_or(end);
    let (end, text) = free_text(words, value, to)?;
    let from = part_of(&target);
    // "Make the button blue and rename it": the words of what was spoken of.
    let same = target.what == Referent::Same;
    one(
        end,
        Change::SetText {
            target: match same {
                true => target,
                false => said_target(&target, None),
            },
            from,
            to: text,
        },
    )
}

/// "fix the spelling: John Smith", "correct the name to Anna", "fix the typo “Teh” → “The”".
pub(super) fn fix(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
    const SHOULD: &str = "should be|should read|should say|must be";
    // "Nite should be Night": the wrong word ends where the right one is told.
    let told = (next + 1..to).find(|&at| words.one_of(at, SHOULD).is_some());
    let (end, text) = free_text(words, next, told.unwrap_or(to))?;
    let after = words
        .one_of(end, "to|->|into|as")
        .or_else(|| words.one_of(end, SHOULD))
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

pub(super) fn set_type(words: &Words<'_>, set: Setting, at: usize, to: usize) -> Parsed {
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
pub(super) fn style(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
pub(super) fn fill(words: &Words<'_>, at: usize, to: usize) -> Parsed {
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
