//! One thing, or one text, instead of another: "sunflowers instead of roses", "Anna, not Tom".

use super::one;
use crate::instruction::additions::free_text;
use crate::instruction::arguments::colors_at;
use crate::instruction::commands::change::{begins_words, chart_at, part_of};
use crate::instruction::predicates::{Parsed, is_text, other_thing};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent, Target};
use crate::lexicon::lexicon;
use crate::tokens::Kind;

/// "sunflowers instead of roses", "“B” instead of “A”", "Anna instead of Tom", "a progress bar instead".
pub(super) fn instead(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (split, behind) = (at..to)
        .find_map(|i| {
            words
                .one_of(i, "instead of|rather than|in place of|in lieu of")
                .map(|end| (i, end))
        })
        .or_else(|| {
            (at..to)
                .find(|&i| words.is(i, "instead"))
                .map(|i| (i, i + 1))
        })?;
    if behind == split + 1 {
        return like_instead(words, at, split, to);
    }
    if let Some(found) = as_another_one(words, (at, split), behind, to) {
        return Some(found);
    }
    if split == at {
        // "statt Rosen Tulpen", "instead of Willow Barn write Oak Hall"
        let (end, old) = target_at(words, behind, to, Reach::Bare)?;
        let next = words.skip_idle(end, to);
        const SAID: &str =
            "write|say|put|use|have|show|print|it should say|it should be|it's|make it";
        let mut said = words.one_of(next, SAID).unwrap_or(next);
        // "the button should say": which of its kind, the old words told.
        let named = target_at(words, said, to, Reach::Bare).and_then(|(end, target)| {
            let part = matches!(
                target.what,
                Referent::Part { .. } | Referent::Role(_) | Referent::AllText
            );
            words
                .one_of(end, "should say|should read|should be")
                .filter(|_| part)
        });
        said = named.unwrap_or(said);
        while said < to && words.is(said, "should|be|it|is|to|now|say") {
            said += 1;
        }
        let figure = words
            .token(said)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some());
        if said > next && figure {
            let end = said + 1 + usize::from(words.is(said + 1, "be"));
            return one(end, reworded(old, words.text(said, said + 1).to_string()));
        }
        if (is_text(&old) || said > next) && begins_words(words, said) {
            let (end, text) = free_text(words, said, to)?;
            return one(end, reworded(old, text));
        }
        let (end, with) = other_thing(words, words.skip_idle(said, to), to)?;
        return one(end, Change::Replace { target: old, with });
    }
    replaced(words, at, split, behind, to)
}

/// "sunset sky instead of the blue one": what is there looks otherwise.
fn as_another_one(words: &Words<'_>, (at, split): (usize, usize), old: usize, to: usize) -> Parsed {
    const WORDS_MAX: usize = 4;
    let led = words.is(old, "the|that|this|a|an");
    let end = (old + 1..to.min(old + WORDS_MAX)).find(|&i| words.is(i, "one|ones|sky"))? + 1;
    let (done, changes) = (led && split > at)
        .then(|| super::statement(words, at, split))
        .flatten()?;
    let looks = |change: &Change| {
        matches!(
            change,
            Change::Recolor { .. }
                | Change::SetSetting { .. }
                | Change::SetBackground(_)
                | Change::Resurface { .. }
        )
    };
    let whole = words.skip_idle(done, split) >= split && words.closes(end, to);
    (whole && changes.iter().all(looks)).then_some((end, changes))
}

/// "roses instead": in the place of what is of their kind.
fn like_instead(words: &Words<'_>, at: usize, split: usize, to: usize) -> Parsed {
    // "“Free Tea” instead": the words that stand largest.
    if let Some(text) = words.quote(at).filter(|_| at + 1 == split) {
        let target = Target {
            what: Referent::AllText,
            ..Target::default()
        };
        return one(split + 1, reworded(target, text));
    }
    let (end, with) = other_thing(words, at, split)?;
    let crate::instruction::Item::Things(object) = &with else {
        return None;
    };
    let drawn = lexicon().category(&object.noun).is_some();
    let closes = words.skip_idle(end, split) >= split
        && (words.skip_idle(split + 1, to) >= to
            || words.is_sep(split + 1)
            || words.is(split + 1, "and"));
    (drawn && closes).then(|| {
        let target = Target {
            what: Referent::Same,
            ..Target::default()
        };
        (split + 1, vec![Change::Replace { target, with }])
    })
}

/// "a progress bar instead".
pub(in crate::instruction) fn chart_instead(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let split = (at..to).find(|&i| words.is(i, "instead") && !words.is(i + 1, "of"))?;
    let (kind, end) = chart_at(words, at, split)?;
    let target = Target::default();
    (words.skip_idle(end, split) >= split)
        .then(|| (split + 1, vec![Change::SetChart { target, kind }]))
}

/// "as a bar chart", "in a table": the data of the picture in another kind of chart.
pub(super) fn as_other_chart(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words.one_of(at, "as|in|into|like|to")?;
    let (kind, end) = chart_at(words, from, to)?;
    let target = Target::default();
    let closes = words.closes(end, to);
    closes.then(|| (end, vec![Change::SetChart { target, kind }]))
}

/// "it is spelled Joanna Perez": how the text is written that is most like it.
pub(super) fn respelt(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const SPELT: &str = "it's spelled|its spelled|its spelt|that's spelled|thats spelled|it spells|it is spelled|it's spelt|it is spelt|spelled|spelt|is spelled|is spelt|should be spelled|\
        it should be spelled|name is spelled|the name is spelled|the correct spelling is|correct spelling is|correct spelling|\
        the right spelling is|the name should be spelled|it's written|it is written";
    let from = words.one_of(at, SPELT)?;
    let from = from + usize::from(words.is_sep(from) || words.is(from, "as"));
    // "spelled St Aldhelm's, no L before the m": what follows tells the same.
    let told =
        |at: usize| words.is_sep(at) && words.is(at + 1, "no|not|with|without|one|two|double|only");
    let to = (from + 1..to).find(|&at| told(at)).unwrap_or(to);
    let (end, text) = free_text(words, from, to).filter(|_| begins_words(words, from))?;
    one(end, Change::Respell { to: text })
}

/// "Bob is replaced by Dana", "the cat becomes a fox".
pub(super) fn gives_way(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const BY: &str = "is replaced by|is replaced with|are replaced by|are replaced with|was replaced by|will be replaced by|\
        has been replaced by|should be replaced by|should be replaced with|gets replaced by|is succeeded by|turns into";
    let (end, old) = target_at(words, at, to, Reach::Bare)?;
    let new = words.one_of(end, BY).filter(|new| *new < to)?;
    if begins_words(words, new) && is_text(&old) {
        let (end, text) = free_text(words, new, to)?;
        return one(end, reworded(old, text));
    }
    let (end, with) = other_thing(words, new, to)?;
    one(end, Change::Replace { target: old, with })
}

/// `new` in the place of `old`.
fn replaced(words: &Words<'_>, at: usize, split: usize, behind: usize, to: usize) -> Parsed {
    let mut new = at;
    while words.is(
        new,
        "it's|its|it|is|for|should|be|use|with|the|say|we|a|have|want|put|make|name",
    ) && new < split
        && !(words.is(new, "a"))
    {
        new += 1;
    }
    // "Thursday should be Ramen instead of Soup": what it should be.
    if let Some(said) = (new..split)
        .rev()
        .find(|&i| words.is(i, "be|is|are|say|says|read|reads") && i + 1 < split)
        && begins_words(words, said + 1)
    {
        new = said + 1;
    }
    // "line chart instead of columns"
    if let Some((kind, _)) = chart_at(words, new, split).filter(|(_, done)| *done >= split)
        && let Some(end) = words.one_of(behind, "columns|bars|slices|lines|a pie|a bar chart|bar chart|pie chart|the bars|the columns|the pie")
    {
        let target = Target::default();
        return one(end, Change::SetChart { target, kind });
    }
    if let Some((end, old)) = target_at(words, behind, to, Reach::Bare) {
        let new = like_in_kind(words, (new, split), behind);
        let named = |what: &Referent| matches!(what, Referent::Text(_));
        if named(&old.what)
            || words.quote(new).is_some()
            || words.is_capital(new)
                && (!matches!(old.what, Referent::Thing(_)) || words.is_capital(behind))
        {
            let (_, text) = free_text(words, new, split)?;
            return one(end, reworded(old, text));
        }
        if let (Some((_, kind)), true) = (
            chart_at(words, new, split).map(|(kind, end)| (end, kind)),
            matches!(old.what, Referent::Part { .. } | Referent::Thing(_)),
        ) {
            return one(end, Change::SetChart { target: old, kind });
        }
        if let Some((after, with)) = other_thing(words, new, split)
            .filter(|(after, _)| words.skip_idle(*after, split) >= split)
        {
            let _ = after;
            return one(end, Change::Replace { target: old, with });
        }
    }
    // "red instead of blue", "pink parrot instead of green"
    let (noun, mut colors) = colors_at(words, new, split)?;
    let (end, olds) = colors_at(words, behind, to)?;
    if let Some((done, target)) = target_at(words, noun, split, Reach::Bare)
        && words.skip_idle(done, split) >= split
    {
        colors.truncate(1);
        return one(end, Change::Recolor { target, colors });
    }
    let target = Target {
        what: Referent::Same,
        color: olds.into_iter().next(),
        ..Target::default()
    };
    colors.truncate(1);
    one(end, Change::Recolor { target, colors })
}

/// Where the new words begin: a figure for a figure ("Mila is turning 7, not 6", "the big jar, so 500 g not 250"), else all of
/// them.
fn like_in_kind(words: &Words<'_>, (new, split): (usize, usize), old: usize) -> usize {
    let figure = |i: usize| {
        let quoted = words.quote(i);
        quoted.is_some_and(|text| text.chars().all(|c| c.is_ascii_digit()))
            || words
                .token(i)
                .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    let last = (new + 1..split).rev().find(|&i| figure(i));
    match last.filter(|_| figure(old)) {
        Some(last) => last,
        None => new,
    }
}

/// New words in the place of a text, or of the part of it that `old` was told by.
pub(in crate::instruction) fn reworded(old: Target, to: String) -> Change {
    Change::SetText {
        from: part_of(&old),
        target: old,
        to,
    }
}

/// "it's for Anna not Tom", "Anna, not Tom", "not Friday but Saturday".
pub(super) fn correction(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let but = (at + 1..to).find(|&i| words.is(i, "but|rather"));
    let denied = words.one_of(at, "it's not|it is not|not|it isn't|it's no longer");
    if let (Some(old), Some(but)) = (denied, but) {
        let (_, old) = target_at(words, old, but, Reach::Bare).filter(|(_, old)| is_text(old))?;
        let (end, text) = free_text(words, but + 1, to)?;
        return one(end, reworded(old, text));
    }
    // "samedi, pas dimanche": "no" behind a comma.
    let not = (at + 1..to).find(|&i| {
        words.is(i, "not")
            || words.is(i, "no") && words.is_sep(i - 1) && !words.is(i + 1, "more|longer|need")
    })?;
    if not + 1 >= to {
        return None;
    }
    let before = not - usize::from(words.is_sep(not - 1) || words.is(not - 1, "and"));
    // "it's for Tom, not for Ana"
    let behind = not + 1 + usize::from(words.is(not + 1, "for|from|by|with|to|@for"));
    let (end, mut changes) = replaced(words, at, before, behind, to)?;
    // "Grandpa not Grandma": who is named so, as it is written.
    for change in &mut changes {
        if let Change::SetText { target, from, .. } = change
            && from.is_none()
            && words.is_capital(behind)
            && words.reader.brief.language.0 != "de"
        {
            target.what = Referent::Text(target.words.clone());
            *from = Some(target.words.clone());
        }
    }
    Some((end, changes))
}
