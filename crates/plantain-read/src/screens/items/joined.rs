//! Items that "and" joins, and those within which it joins other things.

use super::{Manner, doing, next_figure};
use crate::lexicon::lexicon;
use crate::reader::Reader;

/// Parts the last chunk at its "and".
pub(super) fn part_by_and(
    reader: &Reader<'_>,
    chunks: &[(usize, usize)],
    manner: Manner,
) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = chunks.to_vec();
    if let Some((from, to)) = out.pop() {
        // "10 Salt and iron 38 min": where items begin with a number, only a number follows their "and".
        let and = last_and(reader, from, to)
            .filter(|and| manner != Manner::Figure || next_figure(reader, and + 1))
            .filter(|_| out.is_empty() || !is_step(reader, from, manner));
        match and {
            Some(and) => out.extend([(from, and), (and + 1, to)]),
            None => out.push((from, to)),
        }
    }
    out
}

/// "boil the pasta, mix lemon and cream, toss and serve": behind a verb of what is done, "and" joins no items.
pub(super) fn is_step(reader: &Reader<'_>, from: usize, manner: Manner) -> bool {
    const DONE: &[&str] = &[
        "boil", "toss", "fry", "chop", "preheat", "drain", "add", "peel", "slice", "whisk",
        "season", "simmer", "heat", "roast", "knead", "combine", "grate", "fold", "rinse",
    ];
    let key = reader.key(from);
    // "eat and sleep": two verbs joined are two items, unless they are done to food.
    let verb = lexicon().verbs.contains_key(key) && reader.key(from + 1) != "and";
    manner == Manner::Lower && (DONE.contains(&key) || verb)
}

/// The last "and" inside an item.
pub(super) fn last_and(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    (from + 1..to.saturating_sub(1))
        .rev()
        .find(|&i| matches!(reader.key(i), "and" | "or" | "&") && !reader.is_capital(i))
        .filter(|&i| !(reader.is_capital(from) && reader.is_lower(i + 1) && doing(reader, i + 1)))
}
