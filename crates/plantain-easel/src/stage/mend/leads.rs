//! Leashes: no thing beside the dog, but the line from its collar to the hand that leads it.

use plantain_read::{Brief, RelationKind};

use super::{absorb, class};
use crate::stage::lexicon::Class;

/// What an animal is that somebody leads.
pub(in crate::stage) const LEASHED: &str = "leashed";

const LEASHES: &[&str] = &["leash", "dog leash", "dog lead"];

/// Whether a noun names what an animal is led by.
pub(in crate::stage) fn is_leash(noun: &str) -> bool {
    LEASHES.contains(&noun)
}

pub(super) fn settle(brief: &mut Brief) {
    for leash in 0..brief.objects.len() {
        let object = &brief.objects[leash];
        if object.absent || !is_leash(&object.noun) {
            continue;
        }
        let Some(animal) = led(brief, leash) else {
            continue;
        };
        absorb(&mut brief.objects[leash]);
        brief.objects[animal].attributes.push(LEASHED.to_owned());
        let person = (0..brief.objects.len())
            .find(|i| !brief.objects[*i].absent && class(brief, *i) == Class::Person);
        brief
            .relations
            .retain(|r| r.subject != leash && r.object != leash);
        let Some(person) = person else { continue };
        // "A man holding a dog by its leash" leads it.
        let mut tied = false;
        for r in &mut brief.relations {
            if (r.subject, r.object) == (person, animal) {
                if matches!(r.kind, RelationKind::Holding | RelationKind::With) {
                    r.kind = RelationKind::NextTo;
                }
                tied = true;
            }
            tied |= (r.subject, r.object) == (animal, person);
        }
        if !tied {
            brief.relations.push(plantain_read::Relation {
                subject: animal,
                kind: RelationKind::NextTo,
                object: person,
            });
        }
    }
}

/// The animal on the leash: the one that is said to be on it, else the nearest before it, else any.
fn led(brief: &Brief, leash: usize) -> Option<usize> {
    let animal = |i: usize| !brief.objects[i].absent && class(brief, i) == Class::Animal;
    let tied = brief.relations.iter().find_map(|r| {
        let other = if r.object == leash {
            r.subject
        } else {
            r.object
        };
        ((r.subject == leash || r.object == leash) && animal(other)).then_some(other)
    });
    tied.or_else(|| (0..leash).rev().find(|i| animal(*i)))
        .or_else(|| (leash..brief.objects.len()).find(|i| animal(*i)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leashes_lead_and_lie_nowhere() {
        for prompt in [
            "a woman walking her dog on a leash in the park",
            "A runner is jogging with their dog on a leash.",
            "a man holding a dog by a red leash",
            "two dogs on leashes with a boy",
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let dog = brief.objects.iter().find(|o| o.noun.ends_with("dog"));
            let leashed = dog.is_some_and(|o| o.attributes.iter().any(|a| a == LEASHED));
            let drawn = brief.objects.iter().any(|o| !o.absent && is_leash(&o.noun));
            assert!(leashed && !drawn, "{prompt}: {:?}", brief.objects);
        }
    }
}
