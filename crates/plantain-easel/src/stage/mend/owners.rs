//! Whose something is: crowns of queens on their thrones, mothers of ducklings, the bowl of a soup.

use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind, comes_served};

use super::{absorb, can_wear};
use crate::stage::lexicon::{Class, look_up};

/// Hats, robes and tools that stand beside a person's seat or mount belong to the person.
pub(super) fn belongings_of_people(brief: &mut Brief) {
    let is_person = |brief: &Brief, i: usize| {
        brief
            .objects
            .get(i)
            .is_some_and(|o| !o.absent && look_up(&o.noun).0 == Class::Person)
    };
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        // "A queen on her throne with a crown": the crown stands as lying on the throne, or the throne as having it.
        let (thing, seat) = match kind {
            RelationKind::On => (subject, object),
            RelationKind::With => (object, subject),
            _ => continue,
        };
        let thing_class = brief.objects.get(thing).map(|o| look_up(&o.noun).0);
        let seat_class = brief.objects.get(seat).map(|o| look_up(&o.noun).0);
        let fits = matches!(thing_class, Some(Class::Worn(_)))
            && matches!(seat_class, Some(Class::Seat | Class::Cycle));
        if !fits {
            continue;
        }
        let sitter = brief.relations.iter().find_map(|other| {
            let on = matches!(
                other.kind,
                RelationKind::On | RelationKind::In | RelationKind::Riding
            );
            (on && other.object == seat && is_person(brief, other.subject)).then_some(other.subject)
        });
        if let Some(person) = sitter {
            brief.relations[r] = Relation {
                subject: person,
                kind: RelationKind::Wearing,
                object: thing,
            };
        }
    }
}

/// "A snowman … a star above its hat": who owns the hat wears it, and the star is above the owner.
pub(super) fn worn_by_owner(brief: &mut Brief) {
    const WHOSE: &[&str] = &["its", "his", "her"];
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let words = object.words.to_lowercase();
        let whose = words.split(' ').next().unwrap_or_default();
        let worn = matches!(look_up(&object.noun).0, Class::Worn(_));
        let tied = brief.relations.iter().any(|r| {
            r.object == i && !matches!(r.kind, RelationKind::Above | RelationKind::Below)
                || r.subject == i
        });
        if object.absent || !worn || tied || !WHOSE.contains(&whose) {
            continue;
        }
        let single = |o: &ObjectPhrase| !o.absent && o.count.is_none_or(|n| n == 1);
        let owner = (0..i).find(|j| {
            let other = &brief.objects[*j];
            single(other) && can_wear(&other.noun)
        });
        let Some(owner) = owner else { continue };
        for relation in brief.relations.iter_mut().filter(|r| r.object == i) {
            relation.object = owner;
        }
        brief.relations.push(Relation {
            subject: owner,
            kind: RelationKind::Wearing,
            object: i,
        });
    }
}

/// "Ducklings behind their mother": the mother of animals is one of them.
pub(super) fn parents(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let parent = matches!(
            object.noun.as_str(),
            "mother" | "father" | "mom" | "mum" | "dad"
        );
        let start = object.span.start.min(brief.prompt.len());
        let before = brief
            .prompt
            .get(..object.span.end.min(brief.prompt.len()))
            .unwrap_or_default()
            .to_lowercase();
        let theirs = [
            "their mother",
            "its mother",
            "their father",
            "its father",
            "their mom",
            "its mom",
            "their mum",
            "its mum",
        ]
        .iter()
        .any(|words| before.ends_with(words));
        if object.absent || !parent || !theirs {
            continue;
        }
        let child = brief.objects.iter().find(|o| {
            !o.absent
                && o.span.start < start
                && matches!(
                    look_up(&o.noun).0,
                    Class::Animal | Class::Bird | Class::Swimmer
                )
        });
        let Some(noun) = child.map(|o| o.noun.clone()) else {
            continue;
        };
        let grown = match noun.as_str() {
            "duckling" => "duck",
            "kitten" => "cat",
            "puppy" => "dog",
            "chick" => "hen",
            "lamb" => "sheep",
            "foal" => "horse",
            "calf" => "cow",
            "piglet" => "pig",
            "cub" => "bear",
            other => other,
        };
        grown.clone_into(&mut brief.objects[i].noun);
        brief.objects[i]
            .size
            .get_or_insert(plantain_read::SizeWord::Large);
    }
}

/// A carton of eggs is one for eggs.
fn egg_cartons(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = &brief.relations[r];
        let (eggs, carton) = match relation.kind {
            RelationKind::In | RelationKind::On => (relation.subject, relation.object),
            RelationKind::With => (relation.object, relation.subject),
            _ => continue,
        };
        let noun = brief.objects[carton].noun.as_str();
        if brief.objects[eggs].noun == "egg" && matches!(noun, "carton" | "cardboard carton") {
            "egg carton".clone_into(&mut brief.objects[carton].noun);
        }
    }
}

/// "A bowl of ramen": what is drawn with its vessel needs no other one.
pub(super) fn vessels(brief: &mut Brief) {
    egg_cartons(brief);
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let (Some(food), Some(vessel)) = (brief.objects.get(subject), brief.objects.get(object))
        else {
            continue;
        };
        let served = comes_served(&food.noun)
            && matches!(vessel.noun.as_str(), "bowl" | "cup" | "mug" | "plate");
        if kind == RelationKind::In
            && served
            && vessel.color.is_none()
            && vessel.materials.is_empty()
            && !vessel.absent
        {
            let count = vessel.count;
            brief.objects[subject].count = count;
            absorb(&mut brief.objects[object]);
            // What is beside the bowl is beside the soup.
            for other in &mut brief.relations {
                if other.object == object && other.subject != subject {
                    other.object = subject;
                }
                if other.subject == object && other.object != subject {
                    other.subject = subject;
                }
            }
        }
    }
}
