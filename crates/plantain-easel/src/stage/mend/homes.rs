//! What grows or lies in something, and what that something then is: plants in flower pots, eggs in a nest.

use plantain_read::{Background, Brief, RelationKind};

use super::{absorb, surface_color};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::place::Place;

/// What is sown or set into a flower pot, beside all that has the class of a plant.
const PLANTED: &[&str] = &[
    "seed",
    "seedling",
    "sprout",
    "plant",
    "cactus",
    "succulent",
    "flower",
    "herb",
    "basil",
    "bulb",
    "orchid",
    "tulip",
    "rose",
    "sunflower",
    "daisy",
    "fern",
    "aloe",
    "bonsai",
];

/// Settles pots and nests by what is in them.
pub(super) fn settle(brief: &mut Brief) {
    pots(brief);
    tanks(brief);
    bowls(brief);
    cribs(brief);
    doves(brief);
    sown(brief);
    counters(brief);
    floors(brief);
    lanterns(brief);
}

fn head(noun: &str) -> &str {
    noun.rsplit(' ').next().unwrap_or(noun)
}

/// The drawing of a dove has the branch in its beak.
fn doves(brief: &mut Brief) {
    let carried: Vec<usize> = brief
        .relations
        .iter()
        .filter(|r| {
            let has = matches!(r.kind, RelationKind::With | RelationKind::Holding);
            let dove = &brief.objects[r.subject];
            has && dove.noun == "dove" && brief.objects[r.object].noun == "olive branch"
        })
        .map(|r| r.object)
        .collect();
    for branch in carried {
        absorb(&mut brief.objects[branch]);
    }
}

/// Who is in a crib lies on its mattress.
fn cribs(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let crib = matches!(
            head(&brief.objects[relation.object].noun),
            "crib" | "cradle" | "cot"
        );
        if relation.kind == RelationKind::In && crib {
            brief.relations[r].kind = RelationKind::On;
        }
    }
}

/// What is kept in glass.
const KEPT: &[&str] = &[
    "fish", "goldfish", "betta", "guppy", "tadpole", "tetra", "koi", "seahorse",
];

/// "A fish tank on a table with four goldfish": it is not the table that has them.
fn tanks(brief: &mut Brief) {
    let tank = |o: &plantain_read::ObjectPhrase| {
        !o.absent && matches!(head(&o.noun), "tank" | "aquarium" | "fishbowl")
    };
    let Some(tank) = brief.objects.iter().position(tank) else {
        return;
    };
    for r in 0..brief.relations.len() {
        let relation = &brief.relations[r];
        let (fish, table) = match relation.kind {
            RelationKind::On => (relation.subject, relation.object),
            RelationKind::With => (relation.object, relation.subject),
            _ => continue,
        };
        let beside = super::class(brief, table) == Class::Table && fish != tank;
        if beside && KEPT.contains(&head(&brief.objects[fish].noun)) {
            let relation = &mut brief.relations[r];
            (relation.subject, relation.kind, relation.object) = (fish, RelationKind::In, tank);
        }
    }
}

/// A bowl in which something swims is of glass.
fn bowls(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let told = brief.relations[r].clone();
        let (fish, bowl) = match told.kind {
            RelationKind::In => (told.subject, told.object),
            RelationKind::With => (told.object, told.subject),
            _ => continue,
        };
        let swims = KEPT.contains(&head(&brief.objects[fish].noun));
        let vessel = matches!(
            head(&brief.objects[bowl].noun),
            "bowl" | "glass" | "vase" | "jar" | "tank"
        );
        if swims && vessel && !brief.objects[bowl].absent {
            "fishbowl".clone_into(&mut brief.objects[bowl].noun);
            let relation = &mut brief.relations[r];
            (relation.subject, relation.kind, relation.object) = (fish, RelationKind::In, bowl);
        }
    }
}

/// A floor of which something is told is that of the room: "a fork and a wooden floor".
fn floors(brief: &mut Brief) {
    let told = |o: &&plantain_read::ObjectPhrase| {
        let floor = o.noun == "floor" || o.noun.ends_with(" floor");
        floor && !o.absent && (o.color.is_some() || !o.materials.is_empty())
    };
    let Some(floor) = brief.objects.iter().find(told) else {
        return;
    };
    let found = brief.objects.iter().position(|o| o.span == floor.span);
    // Small things on a white floor: the floor is all that is there.
    let bare = |i: usize, o: &plantain_read::ObjectPhrase| {
        o.absent
            || Some(i) == found
            || matches!(
                super::class(brief, i),
                Class::Item | Class::Food | Class::Thing | Class::Airborne
            )
    };
    let alone = brief.objects.iter().enumerate().all(|(i, o)| bare(i, o));
    let open = matches!(brief.setting.place.as_deref(), None | Some("floor"));
    if let (true, true, Some(color), Some(floor)) = (alone, open, floor.color.clone(), found) {
        let ground = Background::Color(color);
        brief.canvas.background.get_or_insert(ground);
        brief.setting.place = Some("studio".to_owned());
        absorb(&mut brief.objects[floor]);
        return;
    }
    let made = floor.materials.iter().find_map(|m| surface_color(m));
    let color = floor.color.clone().or(made);
    let room = || "room".to_owned();
    brief.setting.place.get_or_insert_with(room);
    brief.setting.ground = brief.setting.ground.take().or(color);
}

/// Along the street of a village, lanterns stand on posts.
fn lanterns(brief: &mut Brief) {
    beside_lanterns(brief);
    if brief.setting.place.as_deref() != Some("village") {
        return;
    }
    for i in 0..brief.objects.len() {
        let tied = brief
            .relations
            .iter()
            .any(|r| r.subject == i || r.object == i);
        let object = &mut brief.objects[i];
        if object.noun == "lantern" && object.plural && !tied {
            "lamp post".clone_into(&mut object.noun);
        }
    }
}

/// Who is beside a lantern outdoors is under one on its post, unless it hangs or is carried.
fn beside_lanterns(brief: &mut Brief) {
    const HUNG: &[&str] = &["paper", "hang", "sky", "string"];
    let heard = brief.heard();
    let outdoors = brief
        .setting
        .place
        .as_deref()
        .and_then(Place::named)
        .is_some_and(Place::is_outside);
    if !outdoors || HUNG.iter().any(|word| heard.contains(word)) {
        return;
    }
    for i in 0..brief.objects.len() {
        let held = brief
            .relations
            .iter()
            .any(|r| r.object == i && r.kind != RelationKind::NextTo);
        let beside = brief.relations.iter().any(|r| {
            r.object == i
                && r.kind == RelationKind::NextTo
                && look_up(&brief.objects[r.subject].noun).0.is_animate()
        });
        if beside && !held && brief.objects[i].noun == "lantern" {
            "lamp post".clone_into(&mut brief.objects[i].noun);
        }
    }
}

/// "A cactus in a pot": no pot that soup is cooked in.
fn pots(brief: &mut Brief) {
    let potted: Vec<usize> = brief
        .relations
        .iter()
        .filter(|r| r.kind == RelationKind::In && brief.objects[r.object].noun == "pot")
        .filter(|r| {
            let noun = brief.objects[r.subject].noun.as_str();
            look_up(noun).0 == Class::Tree
                || PLANTED.contains(&noun)
                || PLANTED.contains(&head(noun))
        })
        .map(|r| r.object)
        .collect();
    for pot in potted {
        "flower pot".clone_into(&mut brief.objects[pot].noun);
    }
}

/// A bar is where drinks are served, a till where wares are sold: their counters stand in no field and no kitchen.
fn counters(brief: &mut Brief) {
    const SERVE: &[&str] = &[
        "bartender",
        "barman",
        "barista",
        "waiter",
        "waitress",
        "barkeeper",
    ];
    const SELL: &[&str] = &[
        "shopkeeper",
        "cashier",
        "seller",
        "salesman",
        "saleswoman",
        "clerk",
        "grocer",
    ];
    let has = |nouns: &[&str]| {
        brief
            .objects
            .iter()
            .any(|o| !o.absent && nouns.contains(&head(&o.noun)))
    };
    if brief.setting.place.is_some() || !has(&["counter"]) {
        return;
    }
    let bar = brief
        .objects
        .iter()
        .any(|o| !o.absent && o.noun == "bar counter");
    if bar || has(SERVE) {
        brief.setting.place = Some("cafe".to_owned());
    } else if has(SELL) {
        brief.setting.place = Some("shop".to_owned());
    }
}

/// "A field of wheat" is the ground, and no single ear on it.
fn sown(brief: &mut Brief) {
    let heard = brief.heard();
    for object in brief
        .objects
        .iter_mut()
        .filter(|o| !o.absent && o.count.is_none_or(|n| n == 1))
    {
        let field = ["field of ", "fields of "]
            .iter()
            .any(|lead| heard.contains(&format!("{lead}{}", object.noun)));
        let crop = crate::stage::backdrop::Crop::told(&format!("{} field", object.noun)).is_some();
        if field && crop {
            absorb(object);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn what_holds_living_things_suits_them() {
        for (prompt, want) in [
            ("a cactus in a pot on a shelf", "flower pot"),
            ("a tomato plant in a pot", "flower pot"),
            ("soup in a pot on a stove", "pot"),
            ("a goldfish in a bowl", "fishbowl"),
            ("a tractor in a field of wheat", "tractor"),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            assert!(
                brief.objects.iter().any(|o| !o.absent && o.noun == want),
                "{prompt}: {:?}",
                brief.objects
            );
        }
        let bar = mend(&plantain_read::read(
            "a bartender behind a bar counter at night",
        ));
        assert_eq!(bar.setting.place.as_deref(), Some("cafe"));
        let sown = mend(&plantain_read::read("a tractor in a field of wheat"));
        assert!(sown.objects.iter().all(|o| o.absent || o.noun != "wheat"));
    }

    #[test]
    fn places_bring_their_floors_and_lamps() {
        let brief = mend(&plantain_read::read("a metallic fork and a wooden floor"));
        assert_eq!(brief.setting.place.as_deref(), Some("room"));
        assert!(brief.setting.ground.is_some());
        let brief = mend(&plantain_read::read("a village street with lanterns"));
        assert_eq!(brief.objects[0].noun, "lamp post");
    }
}
