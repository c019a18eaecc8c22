//! "every branch a different colour", "color the bars differently": each of several in a colour of its own.

use super::predicates::Parsed;
use super::targets::{Reach, target_at};
use super::verbs::{Verb, leading_verb_at};
use super::words::Words;
use crate::Color;
use crate::instruction::Change;

/// What says that no two are to have the same colour.
const DIFFERENT: &str = "a different color|a different colour|different colors|different colours|a different color each|\
    a different colour each|different color|different colour|its own color|its own colour|their own color|their own colour|\
    their own colors|their own colours|a color of its own|a colour of its own|another color|another colour|various colors|\
    various colours|a unique color|a unique colour|unique colors|unique colours|separate colors|separate colours";

/// Colours that can be told apart at a glance, in the order in which they are given.
const COLORS: &[&str] = &[
    "red", "blue", "green", "orange", "purple", "teal", "pink", "yellow", "brown", "gray",
];

/// Reads a clause that gives each of several a colour of its own.
pub(super) fn read(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let (len, verb) = match leading_verb_at(words, from) {
        Some((len, verb)) => (len, Some(verb)),
        None => (0, None),
    };
    let (mut next, target) = target_at(words, from + len, to, Reach::Bare)?;
    let several = words.is(from + len, "each|every|all|both");
    while next < to
        && words.is(
            next,
            "in|be|have|has|get|gets|with|should|must|each|to|into|a|an",
        )
    {
        if words.one_of(next, DIFFERENT).is_some() {
            break;
        }
        next += 1;
    }
    let colored = verb == Some(Verb::Recolor);
    let end = words.one_of(next, DIFFERENT).or_else(|| {
        let manner = words.one_of(next, "differently|in different ways|individually");
        manner.filter(|_| colored)
    })?;
    let plural = words.is(end - 1, "colors|colours|differently|individually|ways|each");
    if end > to || !(several || plural || colored) {
        return None;
    }
    let colors = COLORS
        .iter()
        .filter_map(|name| Color::named(name))
        .collect();
    Some((end, vec![Change::Recolor { target, colors }]))
}
