//! Where somebody is to be, and what they are to have.

use super::{one, placing};
use crate::RelationKind;
use crate::instruction::Change;
use crate::instruction::additions::additions_at;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;

/// "have him stand on a beach", "let her hold a fish rather than the pan": where somebody is to be, and what they have.
pub(super) fn has_him(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, target) = target_at(words, at, to, Reach::Bare)?;
    let be = words.one_of(
        end,
        "stand|sit|be|live|float|swim|fly|walk|rest|sleep|lie|run",
    );
    if let Some(next) =
        be.filter(|next| words.is(*next, "on|in|at|under|behind|beside|above|next|over"))
    {
        return placing::placed(words, next, to, &target);
    }
    let has = words.one_of(end, "hold|carry|wear|have|holding|wearing|carrying")?;
    let worn = words.is(end, "wear|wearing");
    let (done, mut changes) = additions_at(words, has, to)?;
    if let [Change::Add { item, at }] = &mut changes[..]
        && at.relation.is_none()
    {
        if let Some(old) = words.one_of(done, "instead of|rather than|in place of|not")
            && let Some((done, old)) = target_at(words, old, to, Reach::Full)
        {
            let with = item.clone();
            return one(done, Change::Replace { target: old, with });
        }
        let kind = match worn {
            true => RelationKind::Wearing,
            false => RelationKind::Holding,
        };
        at.relation = Some((kind, target));
        return Some((done, changes));
    }
    None
}
