//! What somebody is to wear: "she should wear glasses", "the dog wears a hat".

use crate::RelationKind;
use crate::instruction::additions::additions_at;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, target_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Location, Referent, Target};

/// Reads what comes onto somebody; without a name onto whoever the picture is of.
pub(super) fn worn(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const WEARS: &str =
        "wear|wears|wearing|should wear|must wear|has on|should have on|needs to wear|to wear";
    let lone = words.one_of(at, WEARS);
    let (verb, target) = match lone {
        Some(end) => (end, None),
        None => {
            let (end, target) = target_at(words, at, to, Reach::Bare)?;
            (words.one_of(end, WEARS)?, Some(target))
        }
    };
    let target = target.unwrap_or_else(|| Target {
        what: Referent::Same,
        words: "her".into(),
        span: words.span(at, verb),
        ..Target::default()
    });
    let (end, mut changes) = additions_at(words, verb, to)?;
    for change in &mut changes {
        match change {
            Change::Add { at, .. } if *at == Location::default() => {
                at.relation = Some((RelationKind::On, target.clone()));
            }
            Change::Add { .. } => {}
            _ => return None,
        }
    }
    Some((end, changes))
}
