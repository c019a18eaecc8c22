//! "lighthouse where the windmill is": one thing where another stands.

use super::one;
use crate::instruction::Change;
use crate::instruction::predicates::{Parsed, other_thing};
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;

/// Reads a thing that comes, and whose place it takes.
pub(super) fn in_place(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let split = (at + 1..to).find(|&i| words.is(i, "where"))?;
    let (_, with) =
        other_thing(words, at, split).filter(|(end, _)| words.skip_idle(*end, split) >= split)?;
    let (end, target) = target_at(words, split + 1, to, Reach::Bare)?;
    let end = words.one_of(
        end,
        "is now|was before|is|are|was|were|stands|sits|used to be",
    )?;
    words
        .closes(end, to)
        .then(|| one(end, Change::Replace { target, with }))
        .flatten()
}
