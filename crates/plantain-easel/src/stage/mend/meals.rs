//! Who has tea or breakfast sits at a table, with a cup or a plate for everyone.

use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind};

use super::absorb;
use super::doings::{is_somebody, table, told};
use crate::stage::lexicon::{Class, look_up};

/// How meals are told.
const MEALS: &[&str] = &[
    "having tea",
    "have tea",
    "has tea",
    "drinking tea",
    "drink tea",
    "tea party",
    "having coffee",
    "drinking coffee",
    "having breakfast",
    "have breakfast",
    "having lunch",
    "having dinner",
    "eating dinner",
    "have dinner",
    "eats dinner",
    "sharing a meal",
    "sharing a pizza",
];
/// What everyone has one of.
const SERVED_EACH: &[&str] = &[
    "tea", "coffee", "cup", "teacup", "mug", "cocoa", "soup", "juice", "plate",
];

/// "A pizza cut in slices, with olives": it stays one pizza, and what it is told to have lies on it.
pub(super) fn toppings(brief: &mut Brief) {
    let pizza = |brief: &Brief, i: usize| brief.objects[i].noun.ends_with("pizza");
    for r in 0..brief.relations.len() {
        let cut = brief.relations[r].clone();
        let pieces = &brief.objects[cut.object];
        let sliced = cut.kind == RelationKind::In
            && look_up(&brief.objects[cut.subject].noun).0 == Class::Food
            && ["slice", "piece", "wedge"].contains(&pieces.noun.as_str());
        if sliced {
            absorb(&mut brief.objects[cut.object]);
            for other in brief
                .relations
                .iter_mut()
                .filter(|o| o.subject == cut.object)
            {
                other.subject = cut.subject;
            }
        }
    }
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let topped = kind == RelationKind::With
            && pizza(brief, subject)
            && look_up(&brief.objects[object].noun).0 == Class::Food;
        if topped {
            (brief.relations[r].subject, brief.relations[r].kind) = (object, RelationKind::On);
            brief.relations[r].object = subject;
        }
    }
}

/// "Breakfast still life, an egg, toast": the meal is what is told, and no dish beside it.
pub(super) fn named(brief: &mut Brief) {
    let food = |o: &ObjectPhrase| !o.absent && look_up(&o.noun).0 == Class::Food;
    let meal =
        |o: &ObjectPhrase| matches!(o.noun.as_str(), "breakfast" | "lunch" | "dinner" | "brunch");
    let told = brief.objects.iter().filter(|o| food(o) && !meal(o)).count();
    for i in 0..brief.objects.len() {
        if told > 1 && meal(&brief.objects[i]) {
            absorb(&mut brief.objects[i]);
            brief.relations.retain(|r| r.subject != i && r.object != i);
        }
    }
}

/// Seats those who have a meal together.
pub(super) fn settle(brief: &mut Brief) {
    let eaters: Vec<usize> = (0..brief.objects.len())
        .filter(|i| is_somebody(brief, *i))
        .collect();
    let last = match eaters.last() {
        Some(last) => *last,
        None => return,
    };
    let words = told(brief, last);
    let picnic = words.contains(" picnic ") || words.contains(" blanket ");
    if picnic
        || !MEALS
            .iter()
            .any(|meal| words.contains(&format!(" {meal} ")))
    {
        return;
    }
    let food: Vec<usize> = (last + 1..brief.objects.len())
        .filter(|i| {
            let o = &brief.objects[*i];
            let each = SERVED_EACH.contains(&o.noun.as_str());
            !o.absent && (each || matches!(look_up(&o.noun).0, Class::Food))
        })
        .collect();
    let many: u32 = eaters
        .iter()
        .map(|i| brief.objects[*i].count.unwrap_or(2).max(1))
        .sum();
    let table = table(brief);
    brief.relations.retain(|r| {
        let eats = eaters.contains(&r.subject) && food.contains(&r.object);
        let laid = food.contains(&r.subject) && r.object == table;
        let sits = eaters.contains(&r.subject) && r.object == table;
        !(eats || laid || sits)
    });
    for item in food {
        let object = &mut brief.objects[item];
        if SERVED_EACH.contains(&object.noun.as_str()) && object.count.is_none_or(|n| n == 1) {
            object.count = Some(many.min(6));
            object.plural = many > 1;
        }
        brief.relations.push(Relation {
            subject: item,
            kind: RelationKind::On,
            object: table,
        });
    }
    for who in eaters {
        brief.objects[who]
            .attributes
            .extend(["sitting".to_owned(), "dining".to_owned()]);
        brief.relations.push(Relation {
            subject: who,
            kind: RelationKind::NextTo,
            object: table,
        });
    }
}

/// "They bake cookies … a tray of cookies": what is made is what lies on the tray.
pub(super) fn batches(brief: &mut Brief) {
    let many = |o: &ObjectPhrase| !o.absent && o.plural && o.count.is_none();
    for i in 0..brief.objects.len() {
        let made = &brief.objects[i];
        if !many(made) || look_up(&made.noun).0 != Class::Food {
            continue;
        }
        let lies = |k: usize| {
            brief.relations.iter().any(|r| {
                r.subject == k
                    && matches!(r.kind, RelationKind::On | RelationKind::In)
                    && matches!(
                        look_up(&brief.objects[r.object].noun).0,
                        Class::Container | Class::Flat | Class::Item
                    )
            })
        };
        let served = (i + 1..brief.objects.len()).any(|k| {
            let other = &brief.objects[k];
            many(other) && other.noun == made.noun && other.color == made.color && lies(k)
        });
        if served && !lies(i) {
            absorb(&mut brief.objects[i]);
        }
    }
}

/// Puts the pot in which somebody cooks before them, with what is in it out of sight; returns whether there is one.
pub(super) fn at_the_pot(brief: &mut Brief, person: usize) -> bool {
    const POTS: &[&str] = &[
        "pot",
        "cooking pot",
        "cauldron",
        "saucepan",
        "wok",
        "stew pot",
    ];
    let there = |brief: &Brief, noun: &dyn Fn(&str) -> bool| {
        (0..brief.objects.len())
            .find(|i| !brief.objects[*i].absent && noun(&brief.objects[*i].noun))
    };
    let Some(pot) = there(brief, &|noun| POTS.contains(&noun)) else {
        return false;
    };
    let boiled = there(brief, &|noun| {
        matches!(
            noun,
            "soup" | "stew" | "porridge" | "sauce" | "broth" | "curry"
        )
    });
    if let Some(food) = boiled {
        absorb(&mut brief.objects[food]);
    }
    brief.relations.retain(|r| {
        let pair = (r.subject, r.object);
        pair != (person, pot)
            && pair != (pot, person)
            && Some(r.subject) != boiled
            && Some(r.object) != boiled
    });
    brief.relations.push(Relation {
        subject: pot,
        kind: RelationKind::InFrontOf,
        object: person,
    });
    true
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn toppings_lie_on_their_pizza() {
        for prompt in [
            "a pizza with six olives",
            "a pizza cut in eight slices, with 16 olives",
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let topped = brief.relations.iter().any(|r| {
                let noun = |i: usize| brief.objects[i].noun.as_str();
                (noun(r.subject), r.kind, noun(r.object))
                    == ("olive", plantain_read::RelationKind::On, "pizza")
            });
            assert!(topped, "{prompt}: {:?}", brief.relations);
            let slices = brief.objects.iter().any(|o| !o.absent && o.noun == "slice");
            assert!(!slices, "{prompt}");
        }
    }

    #[test]
    fn everyone_has_a_cup() {
        for (prompt, cups) in [
            (
                "a fox and a rabbit having tea in a forest clearing",
                Some(2),
            ),
            ("three friends drinking coffee", Some(3)),
            ("a family having a picnic on a blanket with tea", None),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let table = brief.objects.iter().any(|o| !o.absent && o.noun == "table");
            assert_eq!(table, cups.is_some(), "{prompt}");
            if let Some(n) = cups {
                let cup = brief
                    .objects
                    .iter()
                    .find(|o| matches!(o.noun.as_str(), "tea" | "coffee"));
                assert_eq!(cup.and_then(|o| o.count), Some(n), "{prompt}");
            }
        }
    }
}
