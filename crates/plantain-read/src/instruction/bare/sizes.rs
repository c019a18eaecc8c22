//! Sizes without a verb: of several by one another, and of what is only told to be too small.

use super::{one, whole};
use crate::instruction::arguments::scale_at;
use crate::instruction::predicates::{Parsed, predicates_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent, Scale, Target, Which};

/// What is spoken of by this pronoun.
fn same(pronoun: &str) -> Target {
    Target {
        what: Referent::Same,
        words: pronoun.to_owned(),
        ..Target::default()
    }
}

/// "one big one small", "one red and the other blue": two of a kind, each told.
pub(super) fn one_and_other(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const OTHER: &str = "one|the other|other one|the other one|another";
    let first = Target {
        which: Which::Nth(0),
        ..same("one")
    };
    let other = Target {
        inverted: true,
        ..same("one")
    };
    let from = words.one_of(at, "one|the one")?;
    let split = (from + 1..to.min(from + 5)).find(|&i| words.one_of(i, OTHER).is_some())?;
    let (done, mut changes) = predicates_at(words, from, split, &first)?;
    let joined = (done..split).all(|i| words.is_empty_word(i));
    let next = words.one_of(split, OTHER).filter(|_| joined)?;
    let (end, more) = predicates_at(words, next, to, &other)?;
    let told = |change: &Change| matches!(change, Change::Resize { .. } | Change::Recolor { .. });
    changes.extend(more);
    (changes.len() == 2 && changes.iter().all(told) && words.closes(end, to))
        .then_some((end, changes))
}

/// "all the same height": each as large as the largest.
pub(super) fn alike(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words
        .one_of(at, "all of them|all|both|everyone|each|they all")
        .unwrap_or(at);
    let (end, scale) = scale_at(words, from, to)?;
    let even = matches!(&scale, Scale::SameAs(other) if other.what == Referent::Same);
    let change = Change::Resize {
        target: same("they"),
        to: scale,
    };
    (even && words.closes(end, to))
        .then(|| one(end, change))
        .flatten()
}

/// "should nearly fill the width", "should be bigger": of what is spoken of.
pub(super) fn ought(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words.one_of(
        at,
        "should be|must be|has to be|needs to be|ought to be|should|must|has to|needs to",
    )?;
    let found = whole(words, predicates_at(words, from, to, &same("it")), to)?;
    let sized = |change: &Change| matches!(change, Change::Resize { .. });
    found.1.iter().all(sized).then_some(found)
}

/// "twice as big", "a lot smaller": nothing but a size.
pub(super) fn lone_size(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, scale) = scale_at(words, at, to)?;
    let compared =
        words.is(at, "twice|half|double|triple|three|much|way|slightly") || words.is(at, "a|two");
    let change = Change::Resize {
        target: same("it"),
        to: scale,
    };
    (compared && words.closes(end, to))
        .then(|| one(end, change))
        .flatten()
}
