//! Where those who work are: sellers behind their stalls, writers beside their boards, rowers in their boats.

use plantain_read::{Brief, Relation, RelationKind};

use super::doings::{is_person, is_somebody, told};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::place::Place;

/// Whoever is in a wheelchair sits in it as a rider does.
pub(super) fn wheelchairs(brief: &mut Brief) {
    for relation in &mut brief.relations {
        let chair = brief
            .objects
            .get(relation.object)
            .is_some_and(|o| o.noun.ends_with("wheelchair"));
        let person = brief
            .objects
            .get(relation.subject)
            .is_some_and(|o| look_up(&o.noun).0.is_animate());
        let seated = matches!(
            relation.kind,
            RelationKind::In | RelationKind::On | RelationKind::With
        );
        if chair && person && seated {
            relation.kind = RelationKind::Riding;
        }
    }
}

/// "A teacher writing E = mc² on a blackboard": the words are on the board, and the teacher stands beside it.
pub(super) fn writers(brief: &mut Brief) {
    const BOARDS: &[&str] = &[
        "blackboard",
        "chalkboard",
        "whiteboard",
        "board",
        "wall",
        "easel",
    ];
    let people: Vec<usize> = (0..brief.objects.len())
        .filter(|i| is_somebody(brief, *i))
        .collect();
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let board = brief
            .objects
            .get(relation.object)
            .is_some_and(|o| BOARDS.contains(&o.noun.as_str()));
        if !(board && people.contains(&relation.subject) && relation.kind == RelationKind::On) {
            continue;
        }
        brief.relations[r].kind = RelationKind::NextTo;
        for literal in &mut brief.literals {
            if literal.on_object == Some(relation.subject) {
                literal.on_object = Some(relation.object);
            }
        }
    }
}

/// What somebody paints on an easel is on its canvas, and a painter's easel has a painting.
pub(super) fn easels(brief: &mut Brief) {
    const PAINTINGS: &[&str] = &[
        "picture",
        "painting",
        "portrait",
        "landscape",
        "canvas",
        "artwork",
    ];
    let Some(easel) = (0..brief.objects.len())
        .find(|i| brief.objects[*i].noun == "easel" && !brief.objects[*i].absent)
    else {
        return;
    };
    let painting = (0..brief.objects.len()).find(|i| {
        PAINTINGS.contains(&brief.objects[*i].noun.as_str()) && !brief.objects[*i].absent
    });
    let heard = brief.heard();
    let paints = ["painting", "paints", "painter", "artist"]
        .iter()
        .any(|w| heard.contains(w));
    if let Some(painting) = painting {
        super::absorb(&mut brief.objects[painting]);
    }
    if painting.is_some() || paints {
        brief.objects[easel].attributes.push("painted".to_owned());
    }
}

/// "A stall with tomatoes and carrots": what it has to sell lies on its counter.
pub(super) fn wares(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let (stall, ware) = match relation.kind {
            RelationKind::With | RelationKind::NextTo => (relation.subject, relation.object),
            RelationKind::In => (relation.object, relation.subject),
            _ => continue,
        };
        let sold = matches!(super::class(brief, ware), Class::Food)
            && !brief
                .relations
                .iter()
                .any(|other| other.subject == ware && other.kind == RelationKind::On);
        if sold && super::super::assembly::is_stall(&brief.objects[stall].noun) {
            brief.relations[r] = Relation {
                subject: ware,
                kind: RelationKind::On,
                object: stall,
            };
        }
    }
}

/// Who sits in a room sits on a chair, if the prompt names nothing else to sit on.
pub(super) fn chairs(brief: &mut Brief) {
    const SEATED_MAX: u32 = 4;
    let room = brief
        .setting
        .place
        .as_deref()
        .and_then(Place::named)
        .is_some_and(Place::has_wall);
    let people: Vec<usize> = (0..brief.objects.len())
        .filter(|i| room && is_person(brief, *i))
        .collect();
    for person in people {
        let object = &brief.objects[person];
        let sits = object
            .attributes
            .iter()
            .any(|a| matches!(a.as_str(), "sitting" | "seated"));
        let few = object.count.is_some_and(|n| n <= SEATED_MAX);
        let placed = brief.relations.iter().any(|r| {
            let other = match (r.subject == person, r.object == person) {
                (true, _) => r.object,
                (_, true) => r.subject,
                _ => return false,
            };
            let seat = matches!(
                look_up(&brief.objects[other].noun).0,
                Class::Seat
                    | Class::Table
                    | Class::Vehicle
                    | Class::Flat
                    | Class::Animal
                    | Class::Cycle
            );
            seat || r.subject == person && matches!(r.kind, RelationKind::On | RelationKind::Riding)
        });
        if sits && few && !placed {
            let n = brief.objects[person].count.unwrap_or(1);
            let chair = super::doings::push(brief, "chair", n);
            brief.relations.push(Relation {
                subject: person,
                kind: RelationKind::On,
                object: chair,
            });
        }
    }
}

/// Fruit and vegetables of a market lie on a stall and not on its pavement.
pub(super) fn display(brief: &mut Brief) {
    let place = brief.setting.place.as_deref().and_then(Place::named);
    let free: Vec<usize> = (0..brief.objects.len())
        .filter(|i| {
            let object = &brief.objects[*i];
            let many = object.plural && object.count.is_none();
            let placed = brief.relations.iter().any(|r| {
                r.subject == *i
                    || r.object == *i
                        && !matches!(r.kind, RelationKind::With | RelationKind::NextTo)
            });
            many && !placed && !object.absent && super::class(brief, *i) == Class::Food
        })
        .collect();
    if place != Some(Place::Market) || free.is_empty() {
        return;
    }
    let there = brief
        .objects
        .iter()
        .position(|o| !o.absent && super::super::assembly::is_stall(&o.noun));
    let stall = there.unwrap_or_else(|| super::doings::push(brief, "market stall", 1));
    brief
        .relations
        .retain(|r| !free.contains(&r.object) && !free.contains(&r.subject));
    brief
        .relations
        .extend(free.into_iter().map(|ware| Relation {
            subject: ware,
            kind: RelationKind::On,
            object: stall,
        }));
}

/// "A woman sells fruit at a stall": she stands beside the stall, the goods lie on it. Who sells balloons without a stall
/// holds them.
pub(super) fn sellers(brief: &mut Brief) {
    const STALLS: &[&str] = &[
        "stall", "stand", "booth", "counter", "kiosk", "cart", "truck",
    ];
    let people: Vec<usize> = (0..brief.objects.len())
        .filter(|i| is_person(brief, *i))
        .collect();
    for person in people {
        let told = told(brief, person);
        let trade = ["seller", "stallholder", "vendor", "merchant"];
        let sells = trade.contains(&brief.objects[person].noun.as_str())
            || brief.objects[person]
                .attributes
                .iter()
                .any(|a| a == "selling")
            || [" sells ", " selling ", " sell "]
                .iter()
                .any(|word| told.contains(word));
        if !sells {
            continue;
        }
        let stall = brief.objects.iter().position(|o| {
            !o.absent && STALLS.contains(&o.noun.rsplit(' ').next().unwrap_or_default())
        });
        let goods: Vec<usize> = (person + 1..brief.objects.len())
            .take_while(|i| !is_person(brief, *i))
            .filter(|i| {
                let o = &brief.objects[*i];
                let ware = matches!(
                    look_up(&o.noun).0,
                    Class::Food | Class::Plant | Class::Item | Class::Airborne | Class::Animal
                );
                !o.absent && Some(*i) != stall && ware
            })
            .collect();
        brief.relations.retain(|r| {
            let with_stall =
                Some(r.object) == stall && (r.subject == person || goods.contains(&r.subject));
            let with_goods = r.subject == person && goods.contains(&r.object);
            !(with_stall || with_goods)
        });
        for ware in goods {
            brief.objects[ware].attributes.retain(|a| a != "selling");
            let (subject, kind, object) = match stall {
                Some(stall) => (ware, RelationKind::On, stall),
                None => (person, RelationKind::Holding, ware),
            };
            brief.relations.push(Relation {
                subject,
                kind,
                object,
            });
        }
        if let Some(stall) = stall {
            // Carts and stands of sellers have a counter and a roof.
            let object = &mut brief.objects[stall];
            if ["stand", "booth", "kiosk", "cart"]
                .contains(&object.noun.rsplit(' ').next().unwrap_or_default())
            {
                "market stall".clone_into(&mut object.noun);
            }
            // The goods and the roof of a stall would hide who stands behind it.
            let open = brief.objects[stall].noun == "counter";
            brief.relations.push(Relation {
                subject: person,
                kind: if open {
                    RelationKind::Behind
                } else {
                    RelationKind::NextTo
                },
                object: stall,
            });
        }
    }
}

/// "A bakery with bread and a cashier": what a shop sells lies on its counter, behind which the seller stands.
pub(super) fn over_the_counter(brief: &mut Brief) {
    const SELLERS: &[&str] = &[
        "cashier",
        "baker",
        "shopkeeper",
        "barista",
        "clerk",
        "seller",
    ];
    const TOPS: &[&str] = &["counter", "table", "shelf", "stall", "display", "desk"];
    let head = |noun: &str| noun.rsplit(' ').next().unwrap_or_default().to_owned();
    let place = brief.setting.place.as_deref().and_then(Place::named);
    if !matches!(place, Some(Place::Cafe | Place::Shop)) {
        return;
    }
    let there: Vec<usize> = (0..brief.objects.len())
        .filter(|i| !brief.objects[*i].absent)
        .collect();
    let named = |i: usize, words: &[&str]| words.contains(&head(&brief.objects[i].noun).as_str());
    let Some(&seller) = there.iter().find(|i| named(**i, SELLERS)) else {
        return;
    };
    let laid = |i: usize| {
        brief.relations.iter().any(|r| {
            r.subject == i && matches!(r.kind, RelationKind::On | RelationKind::In)
                || r.object == i && matches!(r.kind, RelationKind::Holding | RelationKind::Eating)
        })
    };
    let wares: Vec<usize> = there
        .iter()
        .copied()
        .filter(|i| super::class(brief, *i) == Class::Food && !laid(*i))
        .collect();
    if wares.is_empty() || there.iter().any(|i| named(*i, TOPS)) {
        return;
    }
    let counter = super::doings::push(brief, "counter", 1);
    let mut tie = |subject, kind| {
        brief.relations.push(Relation {
            subject,
            kind,
            object: counter,
        });
    };
    for ware in wares {
        tie(ware, RelationKind::On);
    }
    tie(seller, RelationKind::Behind);
}

/// "A sofa, a round rug, a floor lamp and a cat on the sofa": what stands on the floor is on no seat.
pub(super) fn furniture(brief: &mut Brief) {
    let objects = &brief.objects;
    brief.relations.retain(|r| {
        let (Some(thing), Some(seat)) = (objects.get(r.subject), objects.get(r.object)) else {
            return true;
        };
        let (class, height) = look_up(&thing.noun);
        let stands = matches!(
            class,
            Class::Furniture | Class::Table | Class::Seat | Class::Hung
        ) && height > 0.8
            || ["rug", "carpet", "floor lamp"]
                .iter()
                .any(|w| thing.noun.ends_with(w));
        // A bed or piano with other furniture stands beside it.
        let listed = thing.span.start > seat.span.start
            && matches!(
                class,
                Class::Furniture | Class::Table | Class::Seat | Class::Hung
            )
            && (["bed", "piano"].iter().any(|w| seat.noun.ends_with(w)));
        let sat_on = stands && look_up(&seat.noun).0 == Class::Seat;
        !(r.kind == RelationKind::On && (sat_on || listed))
    });
}

/// Whoever fishes or rows in a boat is in one without sails.
pub(super) fn rowers(brief: &mut Brief) {
    let heard = brief.heard();
    let small = ["fishing", "rowing", "paddling", "angling"]
        .iter()
        .any(|word| heard.contains(word));
    let Some(boat) = brief
        .objects
        .iter()
        .position(|o| !o.absent && o.noun == "boat" && o.count.is_none_or(|n| n == 1))
    else {
        return;
    };
    // Over the side of a small boat all of who is in it can be seen.
    let aboard = brief
        .relations
        .iter()
        .any(|r| r.object == boat && r.kind == RelationKind::In && is_somebody(brief, r.subject));
    if aboard {
        "rowboat".clone_into(&mut brief.objects[boat].noun);
    }
    let person = (0..brief.objects.len()).find(|i| is_somebody(brief, *i));
    if let (true, Some(person)) = (small, person) {
        "rowboat".clone_into(&mut brief.objects[boat].noun);
        brief
            .relations
            .retain(|r| !(r.subject == person && r.object == boat));
        brief.relations.push(Relation {
            subject: person,
            kind: RelationKind::In,
            object: boat,
        });
    }
}
