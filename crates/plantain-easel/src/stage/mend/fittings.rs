//! What belongs to a larger thing by custom: bedding to the bed, a cloth to its table, a branch to its tree; and what is in a
//! vessel is where the vessel is.

use plantain_read::{Brief, Relation, RelationKind};

use super::super::lexicon::{Class, look_up};
use super::absorb;

pub(super) fn settle(brief: &mut Brief) {
    bedding(brief);
    cloths(brief);
    branches(brief);
    stars(brief);
    clocks(brief);
    in_vessels(brief);
}

fn there(brief: &Brief, i: usize) -> bool {
    !brief.objects[i].absent
}

/// The only thing for which something holds.
fn only(brief: &Brief, holds: impl Fn(&str) -> bool) -> Option<usize> {
    let mut found =
        (0..brief.objects.len()).filter(|i| there(brief, *i) && holds(&brief.objects[*i].noun));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Makes one thing part of another: what was on or in the part is on the whole.
fn merge(brief: &mut Brief, part: usize, whole: usize) {
    absorb(&mut brief.objects[part]);
    for relation in &mut brief.relations {
        if relation.object == part {
            relation.object = whole;
            if relation.kind == RelationKind::In {
                relation.kind = RelationKind::On;
            }
        } else if relation.subject == part {
            relation.subject = whole;
        }
    }
    brief.relations.retain(|r| r.subject != r.object);
}

/// A clock above furniture hangs on the wall.
fn clocks(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let furniture = matches!(
            look_up(&brief.objects[object].noun).0,
            Class::Table | Class::Seat | Class::Furniture
        );
        if kind == RelationKind::Above && furniture && brief.objects[subject].noun == "clock" {
            "wall clock".clone_into(&mut brief.objects[subject].noun);
        }
    }
}

/// A bed is drawn with its pillow and its blanket; who lies on them lies on the bed.
fn bedding(brief: &mut Brief) {
    const BEDDING: &[&str] = &[
        "pillow",
        "cushion",
        "blanket",
        "sheet",
        "bedsheet",
        "duvet",
        "quilt",
        "mattress",
        "headboard",
    ];
    let Some(bed) = only(brief, |noun| noun == "bed" || noun.ends_with(" bed")) else {
        return;
    };
    for part in 0..brief.objects.len() {
        let object = &brief.objects[part];
        let few = object.count.is_none_or(|n| n <= 2);
        if there(brief, part) && few && BEDDING.contains(&object.noun.as_str()) {
            let color = object.color.clone();
            if brief.objects[bed].color.is_none() {
                brief.objects[bed].color = color;
            }
            merge(brief, part, bed);
        }
    }
}

/// Things "on a white tablecloth" are on a table that is so covered.
fn cloths(brief: &mut Brief) {
    let Some(cloth) = only(brief, |noun| matches!(noun, "tablecloth" | "table cloth")) else {
        return;
    };
    let table = only(brief, |noun| {
        noun.ends_with("table") && look_up(noun).0 == Class::Table
    });
    let laid = |r: &Relation| r.object == cloth && r.kind == RelationKind::On;
    match table {
        Some(table) => {
            merge(brief, cloth, table);
        }
        None if brief.relations.iter().any(laid) => {
            let color = brief.objects[cloth].color.clone();
            if let Some(color) = color {
                brief.setting.ground.get_or_insert(color);
            }
            brief
                .setting
                .place
                .get_or_insert_with(|| "table".to_owned());
            absorb(&mut brief.objects[cloth]);
        }
        None => {}
    }
}

/// A branch beside a tree is one of its own.
fn branches(brief: &mut Brief) {
    let tree = only(brief, |noun| look_up(noun).0 == Class::Tree);
    let branch = only(brief, |noun| {
        matches!(noun, "branch" | "bough" | "tree branch")
    });
    let (Some(tree), Some(branch)) = (tree, branch) else {
        return;
    };
    let apart = brief.objects[branch].color.is_some()
        || brief
            .relations
            .iter()
            .any(|r| r.subject == branch && r.object != tree);
    if apart {
        return;
    }
    merge(brief, branch, tree);
    for relation in &mut brief.relations {
        if relation.object == tree && relation.kind == RelationKind::On {
            relation.kind = RelationKind::In;
        }
    }
}

/// Stars that nobody holds or hangs up are in the sky: so many as are counted, else those of the night.
fn stars(brief: &mut Brief) {
    use plantain_read::{Position, TimeOfDay};
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        if object.absent || object.noun != "star" || object.position.is_some() {
            continue;
        }
        let tied = brief.relations.iter().any(|r| {
            let sky = matches!(
                brief.objects[r.object].noun.as_str(),
                "sky" | "night sky" | "moon"
            );
            (r.subject == i && r.kind != RelationKind::With && !sky)
                || (r.object == i
                    && !matches!(
                        r.kind,
                        RelationKind::With | RelationKind::Under | RelationKind::Below
                    ))
        });
        let dark = matches!(
            brief.setting.time,
            Some(TimeOfDay::Night | TimeOfDay::Dusk | TimeOfDay::Dawn)
        ) || brief.setting.place.as_deref() == Some("space");
        if tied || !dark {
            continue;
        }
        if object.plural && object.count.is_none() && object.color.is_none() {
            brief.relations.retain(|r| r.subject != i && r.object != i);
            absorb(&mut brief.objects[i]);
        } else {
            brief.objects[i].position = Some(Position::Top);
        }
    }
}

/// What is in a vessel is above, beside or behind others as the vessel is.
fn in_vessels(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let spatial = matches!(
            kind,
            RelationKind::Above
                | RelationKind::Below
                | RelationKind::Under
                | RelationKind::On
                | RelationKind::NextTo
                | RelationKind::LeftOf
                | RelationKind::RightOf
                | RelationKind::Behind
                | RelationKind::InFrontOf
        );
        let vessel = brief.relations.iter().find_map(|other| {
            let held = other.subject == subject
                && other.kind == RelationKind::In
                && other.object != object
                && there(brief, other.object)
                && look_up(&brief.objects[other.object].noun).0 == Class::Container;
            held.then_some(other.object)
        });
        if let (true, Some(vessel)) = (spatial, vessel) {
            brief.relations[r].subject = vessel;
            let hangs = |word: &String| word == "hanging";
            if brief.objects[subject].attributes.iter().any(hangs) {
                brief.objects[subject]
                    .attributes
                    .retain(|word| !hangs(word));
                brief.objects[vessel].attributes.push("hanging".to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    /// Prompt, what must be gone, and a relation that must stand.
    const CASES: &[(&str, &str, (&str, &str))] = &[
        (
            "a girl sleeping in a bed, a doll on the pillow",
            "pillow",
            ("doll", "bed"),
        ),
        (
            "an owl sitting on a branch, a fox under the tree",
            "branch",
            ("owl", "tree"),
        ),
        (
            "a bird in a cage hanging above a desk",
            "",
            ("cage", "desk"),
        ),
    ];

    #[test]
    fn parts_go_with_their_wholes() {
        for (prompt, gone, (subject, object)) in CASES {
            let brief = mend(&plantain_read::read(prompt));
            let there = |noun: &str| brief.objects.iter().any(|o| !o.absent && o.noun == noun);
            assert!(gone.is_empty() || !there(gone), "{prompt}");
            let tied = brief.relations.iter().any(|r| {
                brief.objects[r.subject].noun == *subject && brief.objects[r.object].noun == *object
            });
            assert!(tied, "{prompt}: {:?}", brief.relations);
        }
    }

    #[test]
    fn a_cloth_makes_the_table() {
        let brief = mend(&plantain_read::read(
            "a bowl of plums, a jug and a loaf of bread on a white tablecloth",
        ));
        assert!(
            brief
                .objects
                .iter()
                .all(|o| o.absent || o.noun != "tablecloth")
        );
        assert_eq!(brief.setting.place.as_deref(), Some("table"));
        assert!(brief.setting.ground.is_some());
    }
}
