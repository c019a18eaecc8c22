//! Plants in pots: each in one of its own.

use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind};

use super::doings::push;
use crate::stage::find::find;
use crate::stage::lexicon::{Class, look_up};

/// What "some" potted plants are.
const SOME: u32 = 3;
/// What holds one thing each.
const FOR_ONE: &[&str] = &[
    "flower pot",
    "pot",
    "birdcage",
    "bird cage",
    "cage",
    "fishbowl",
];
/// More than this many share what they are in.
const EACH_MAX: u32 = 9;

pub(super) fn settle(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let potted = object.attributes.iter().any(|a| a == "potted");
        let bare = !object.absent && is_grown(object) && !has_pot(object);
        if !potted || !bare || in_something(brief, i) {
            continue;
        }
        if object.plural && object.count.is_none() {
            brief.objects[i].count = Some(SOME);
        }
        let count = brief.objects[i].count.unwrap_or(1);
        let pot = push(brief, "flower pot", count);
        brief.relations.push(Relation {
            subject: i,
            kind: RelationKind::In,
            object: pot,
        });
    }
    each_in_its_own(brief);
}

/// "Three cacti in pots": as many as there are to be put in.
fn each_in_its_own(brief: &mut Brief) {
    for r in brief.relations.clone() {
        let holder = &brief.objects[r.object];
        let open = holder.plural && holder.count.is_none() && !holder.absent;
        let few = brief.objects[r.subject]
            .count
            .filter(|n| (2..=EACH_MAX).contains(n));
        if r.kind == RelationKind::In && open && FOR_ONE.contains(&holder.noun.as_str()) {
            brief.objects[r.object].count = few;
        }
    }
}

fn is_grown(object: &ObjectPhrase) -> bool {
    matches!(look_up(&object.noun).0, Class::Plant | Class::Tree)
        || object.noun.ends_with("cactus")
        || matches!(
            object.noun.as_str(),
            "flower" | "rose" | "tulip" | "daisy" | "sunflower" | "succulent" | "herb" | "lily"
        )
}

/// Whether the drawing of a plant shows it in a pot.
fn has_pot(object: &ObjectPhrase) -> bool {
    find(&object.noun).is_some_and(|found| found.object.name.contains("pot"))
}

fn in_something(brief: &Brief, i: usize) -> bool {
    brief
        .relations
        .iter()
        .any(|r| r.subject == i && r.kind == RelationKind::In)
}

#[cfg(test)]
mod tests {
    #[test]
    fn potted_plants_have_pots() {
        for (prompt, pots) in [
            ("five potted cacti in a row", 5),
            ("a potted rose on a windowsill", 1),
            ("three cacti in pots", 3),
            ("a potted plant on a desk", 0),
            ("a potted fern", 0),
            ("two tulips in two flower pots", 2),
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let found: u32 = brief
                .objects
                .iter()
                .filter(|o| o.noun == "flower pot")
                .map(|o| o.count.unwrap_or(0))
                .sum();
            assert_eq!(found, pots, "{prompt}: {:?}", brief.objects);
        }
    }
}
