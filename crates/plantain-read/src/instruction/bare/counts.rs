//! So many of something.

use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, CountChange, Referent, Target};
use crate::numbers::count_at;

/// "just one cat", "exactly five apples".
pub(in crate::instruction) fn only_so_many(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let led = words.one_of(at, "no more than|not more than|at most|only|just|exactly");
    let told = led.is_some();
    let from = led.unwrap_or(at);
    if !(told || at > 0 && words.is(at - 1, "only|just|exactly")) {
        return None;
    }
    // "nur eine Ente": one of them.
    let n = match count_at(&words.reader.tokens, from) {
        Some((_, n)) => n,
        None if words.is(from, "a|an") => 1,
        None => return None,
    };
    let (end, changes) = counted(words, from, to, n)?;
    let end = words.one_of(end, "left|remaining|there").unwrap_or(end);
    Some((end, changes))
}

/// "twice as many stars", "half the number of dots".
pub(in crate::instruction) fn times_as_many(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const TIMES: &[(&str, f32)] = &[
        (
            "twice as many|double as many|two times as many|twice the number of|double the number of|twice the amount of",
            2.0,
        ),
        (
            "three times as many|thrice as many|three times the number of|triple the number of",
            3.0,
        ),
        ("four times as many|four times the number of", 4.0),
        ("half as many|half the number of", 0.5),
        ("twice the|double the", 2.0),
    ];
    let (start, k) = TIMES
        .iter()
        .find_map(|(phrases, k)| Some((words.one_of(at, phrases)?, *k)))?;
    let all = words.is(start - 1, "many") && words.closes(start, to);
    let (end, target) = match all {
        true => (start, what_there_is()),
        false => target_at(words, start, to, Reach::Full)?,
    };
    // "twice the size" is no number; "twice the shirts" is one.
    let several = !words.is(start - 1, "the")
        || words.text(end - 1, end).to_lowercase().ends_with('s')
            && words.is(start - 2, "twice|double");
    let thing = all || matches!(target.what, Referent::Thing(_) | Referent::Part { .. });
    let change = Change::Count {
        target,
        to: CountChange::Times(k),
    };
    (thing && several).then(|| (end, vec![change]))
}

/// What was spoken of, or what there is several of.
fn what_there_is() -> Target {
    Target {
        what: Referent::Same,
        words: "the like".into(),
        ..Target::default()
    }
}

/// "six birds instead of four".
pub(super) fn as_many_instead(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (_, n) = count_at(&words.reader.tokens, at)?;
    let split = (at + 1..to).find(|&i| words.is(i, "instead|rather|not"))?;
    let old = words.one_of(split, "instead of|rather than|not")?;
    let (len, _) = count_at(&words.reader.tokens, old)
        .filter(|(len, _)| words.skip_idle(old + len, to) >= to)?;
    let (_, changes) = counted(words, at, split, n)?;
    Some((old + len, changes))
}

fn counted(words: &Words<'_>, at: usize, to: usize, n: u32) -> Parsed {
    let (end, mut target) = target_at(words, at, to, Reach::Full)?;
    target.count = None;
    let thing = matches!(target.what, Referent::Thing(_) | Referent::Part { .. });
    (thing && n > 0).then(|| {
        (
            end,
            vec![Change::Count {
                target,
                to: CountChange::Set(n),
            }],
        )
    })
}

/// "six stars instead", "one duck less", "a few more fish": so many, so many fewer, some more.
pub(super) fn so_many_now(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const SOME: i32 = 3;
    if let Some(from) = words.one_of(at, "a few more|some more|several more")
        && let Some((end, target)) = target_at(words, from, to, Reach::Bare)
        && matches!(target.what, Referent::Thing(_))
        && target.words.ends_with(|c: char| c.is_alphabetic())
    {
        let change = Change::Count {
            target,
            to: CountChange::By(SOME),
        };
        return words.closes(end, to).then(|| (end, vec![change]));
    }
    let (len, n) = count_at(&words.reader.tokens, at)?;
    let (end, mut target) = target_at(words, at + len, to, Reach::Bare)?;
    target.count = None;
    let thing = matches!(target.what, Referent::Thing(_) | Referent::Part { .. });
    let amount = i32::try_from(n).ok()?;
    let by = |end: usize, n: i32| Some((end, CountChange::By(n)));
    let (end, to_count) = words
        .one_of(end, "less|fewer")
        .and_then(|end| by(end, -amount))
        .or_else(|| words.one_of(end, "more").and_then(|end| by(end, amount)))
        .or_else(|| Some((words.one_of(end, "instead")?, CountChange::Set(n))))?;
    let change = Change::Count {
        target,
        to: to_count,
    };
    (thing && words.closes(end, to)).then(|| (end, vec![change]))
}

/// "two cats side by side", "three trees in a row": so many, lined up.
pub(super) fn lined_up(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (_, n) = count_at(&words.reader.tokens, at)?;
    let (end, changes) = counted(words, at, to, n)?;
    let end = words.one_of(
        end,
        "side by side|side-by-side|next to each other|beside each other|in a row|in a line",
    )?;
    (n > 1 && (words.skip_idle(end, to) >= to || words.is_sep(end))).then_some((end, changes))
}

/// "blue barn, two cows": so many of what is there, or that come where none is.
pub(super) fn so_many(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    // "should be 5 dots"
    let at = words
        .one_of(at, "should be|must be|has to be")
        .unwrap_or(at);
    let (len, n) = count_at(&words.reader.tokens, at).filter(|(_, n)| *n > 1)?;
    let component = || {
        crate::lexicon::lexicon()
            .components
            .at(&words.reader.tokens, at + len)
    };
    let noun_len = words
        .reader
        .noun_at(at + len, true)
        .map(|(len, _)| len)
        .or_else(|| component().map(|(len, _)| len))?;
    let end = at + len + noun_len;
    let closes = words.closes(end, to);
    let (_, mut changes) = counted(words, at, end, n).filter(|_| closes)?;
    if let [Change::Count { to, .. }] = &mut changes[..] {
        *to = CountChange::There(n);
    }
    Some((end, changes))
}

/// "add another one", "three more": so many more of what was spoken of.
pub(in crate::instruction) fn once_more(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let one = words.one_of(at, "another one|another").map(|end| (end, 1));
    let several = || {
        let (len, n) = count_at(&words.reader.tokens, at)?;
        let end = words.one_of(at + len, "more|extra")?;
        let end = words
            .one_of(end, "of them|of those|of these")
            .unwrap_or(end);
        Some((end, i32::try_from(n).ok()?))
    };
    let (end, n) = one.or_else(several)?;
    let closes = end <= to && (words.skip_idle(end, to) >= to || words.is_sep(end));
    closes.then(|| {
        let change = Change::Count {
            target: what_there_is(),
            to: CountChange::By(n),
        };
        (end, vec![change])
    })
}

/// "it a 4 star rating", "the rating 4 stars": so many stars of those that rate.
pub(in crate::instruction) fn rated(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words
        .one_of(
            at,
            "it a|it|that a|the rating a|the rating|rating|the review a|the review",
        )
        .unwrap_or(at);
    let (len, n) = count_at(&words.reader.tokens, from)?;
    let star = from + len + usize::from(words.is_sep(from + len));
    let end = words.one_of(
        star,
        "star rating|stars rating|star review|stars out of 5|stars out of five|of 5 stars|of five stars|out of 5 stars|out of five stars",
    )?;
    let target = Target {
        what: Referent::Thing("star".into()),
        words: words.text(star, end).to_string(),
        span: words.span(star, end),
        ..Target::default()
    };
    let to_count = CountChange::Set(n);
    let change = Change::Count {
        target,
        to: to_count,
    };
    words.closes(end, to).then(|| (end, vec![change]))
}
