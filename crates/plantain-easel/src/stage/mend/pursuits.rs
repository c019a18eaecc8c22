//! Who moves behind somebody follows them, side by side for the eye; who only is behind somebody is farther off.

use plantain_read::{Brief, RelationKind};

use super::class;
use crate::stage::lexicon::Class;

/// What those do who come after somebody.
const MOVING: &[&str] = &[
    "running",
    "walking",
    "trotting",
    "jogging",
    "galloping",
    "trailing",
    "racing",
    "hopping",
    "marching",
    "waddling",
    "swimming",
    "flying",
    "driving",
    "rolling",
];

pub(super) fn settle(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = &brief.relations[r];
        let moves = |phrase: usize| {
            let attributes = &brief.objects[phrase].attributes;
            attributes.iter().any(|a| MOVING.contains(&a.as_str()))
        };
        let led = class(brief, relation.object).is_animate()
            || matches!(
                class(brief, relation.object),
                Class::Vehicle | Class::Cycle | Class::Boat
            );
        if relation.kind == RelationKind::Behind && led && moves(relation.subject) {
            brief.relations[r].kind = RelationKind::Chasing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_moves_behind_somebody_follows_them() {
        for (prompt, kind) in [
            ("a dog running behind a boy", RelationKind::Chasing),
            ("a duckling walking behind a duck", RelationKind::Chasing),
            ("a dog behind a boy", RelationKind::Behind),
            ("a dog running behind a fence", RelationKind::Behind),
        ] {
            let mut brief = plantain_read::read(prompt);
            settle(&mut brief);
            let kinds: Vec<_> = brief.relations.iter().map(|r| r.kind).collect();
            assert_eq!(kinds, [kind], "{prompt}");
        }
    }
}
