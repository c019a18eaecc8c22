//! What people would rather have, and what they do without.

use super::{attributed, copula, one};
use crate::instruction::commands::change::chart_at;
use crate::instruction::commands::removal::remove;
use crate::instruction::predicates::{Parsed, other_thing};
use crate::instruction::words::Words;
use crate::instruction::{Change, Referent, Target, ThemeChange};

/// "I'd rather have a donut chart": in the place of what is there.
pub(super) fn preferred(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words.one_of(
        at,
        "i'd rather have|id rather have|i would rather have|rather have|i'd prefer|i prefer|i would prefer|id prefer|i'd rather see|rather see|\
        rather|rather as|preferably|preferably as",
    )?;
    let target = Target::default();
    if let Some((kind, end)) = chart_at(words, from, to) {
        return one(end, Change::SetChart { target, kind });
    }
    // "i would prefer the dress in gold"
    if words.is(from, "the|it|this|that|my|our|its")
        && let Some(found) = copula(words, from, to).or_else(|| attributed(words, from, to))
    {
        return Some(found);
    }
    let (end, with) = other_thing(words, from, to)?;
    let target = Target {
        what: Referent::Same,
        ..Target::default()
    };
    words
        .closes(end, to)
        .then(|| one(end, Change::Replace { target, with }))
        .flatten()
}

/// "clean it up": fewer details.
pub(super) fn tidied(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let end = words.one_of(
        at,
        "clean it up|tidy it up|tidy up|declutter it|declutter|clean up the design|clean up the layout|clean this up|tidy this up",
    )?;
    let theme = ThemeChange {
        simpler: true,
        ..Default::default()
    };
    words
        .closes(end, to)
        .then(|| one(end, Change::SetTheme(theme)))
        .flatten()
}

/// "we don't need the Phone field": what is to go.
pub(super) fn unwanted(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const UNWANTED: &str = "i don't want|we don't want|i dont want|we dont want|i don't need|we don't need|i dont need|we dont need|\
        i don't like|don't need|don't want|no need for|i do not want|we do not need|i no longer need|we no longer need|i no longer want|\
        we don't do|we dont do|we no longer do|we don't have|we dont have|we no longer have|we don't offer|we dont offer|we no longer offer|\
        we stopped offering|we stopped selling|we don't sell|we dont sell|we no longer sell|i dont like|there is no more|there's no more|\
        there's no|there is no|there are no|there isn't any|there aren't any|we don't track|we dont track|we no longer track|we don't use|we dont use|\
        we no longer use|we don't serve|we no longer serve|we stopped doing|we don't show|we no longer show";
    let from = words.one_of(at, UNWANTED)?;
    let (end, changes) = remove(words, from, to)?;
    let end = words
        .one_of(end, "anymore|any more|any longer")
        .unwrap_or(end);
    words.closes(end, to).then_some((end, changes))
}
