//! What grows or lies in something, and what that something then is: plants in flower pots, eggs in a nest.

use plantain_read::{Brief, RelationKind};

use crate::stage::lexicon::{Class, look_up};

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
    nests(brief);
}

fn head(noun: &str) -> &str {
    noun.rsplit(' ').next().unwrap_or(noun)
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

/// A nest stands on the branch that it is drawn with, and eggs that are told lie in an empty one.
fn nests(brief: &mut Brief) {
    for nest in 0..brief.objects.len() {
        if brief.objects[nest].absent || head(&brief.objects[nest].noun) != "nest" {
            continue;
        }
        let inside = |brief: &Brief, noun: &str| {
            brief.relations.iter().any(|r| {
                r.object == nest
                    && r.kind == RelationKind::In
                    && head(&brief.objects[r.subject].noun) == noun
            })
        };
        let laid = inside(brief, "egg")
            || inside(brief, "chick")
            || inside(brief, "bird")
            || inside(brief, "baby");
        if laid {
            "empty nest".clone_into(&mut brief.objects[nest].noun);
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
            ("a bird's nest with four blue eggs", "empty nest"),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            assert!(
                brief.objects.iter().any(|o| !o.absent && o.noun == want),
                "{prompt}: {:?}",
                brief.objects
            );
        }
    }
}
