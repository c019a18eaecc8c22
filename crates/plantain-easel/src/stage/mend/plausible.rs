//! What cannot be where the grammar of a list puts it: no plate is in a bottle, no bathtub over a sink.

use plantain_read::{Brief, RelationKind};

use super::class;
use crate::stage::cast::is_ground;
use crate::stage::lexicon::Class;

/// Vessels that nothing but what is drunk, thin or grown goes into.
const NARROW: &[&str] = &["bottle", "glass", "cup", "mug", "teacup"];

/// Drops or moves relations that things by their nature do not have.
pub(super) fn settle(brief: &mut Brief) {
    grounds(brief);
    topped(brief);
    vases(brief);
    hung_above(brief);
    let objects = brief.objects.clone();
    let of = |i: usize| crate::stage::lexicon::look_up(&objects[i].noun).0;
    let above: Vec<(usize, usize)> = brief
        .relations
        .iter()
        .filter(|r| r.kind == RelationKind::Above)
        .map(|r| (r.subject, r.object))
        .collect();
    brief.relations.retain(|r| {
        let flat = matches!(of(r.subject), Class::Flat | Class::Container | Class::Seat);
        let heavy = matches!(of(r.subject), Class::Furniture | Class::Seat | Class::Table);
        let narrow = NARROW.contains(&objects[r.object].noun.as_str());
        let squeezed = r.kind == RelationKind::In && flat && narrow;
        // "A bathtub and a mirror above a sink" means the mirror; "a table above a suitcase" can only mean the table.
        let listed = above.iter().any(|(s, o)| *o == r.object && *s != r.subject);
        let lifted = r.kind == RelationKind::Above && heavy && listed;
        // Nothing near is in a house that is far away.
        let housed = r.kind == RelationKind::In
            && of(r.object) == Class::Building
            && objects[r.object].position == Some(plantain_read::Position::Background);
        // "Trees in bloom and a stream": they are rooted beside it.
        let drowned = r.kind == RelationKind::In
            && of(r.subject) == Class::Tree
            && ["stream", "river", "creek", "brook"].contains(&objects[r.object].noun.as_str());
        let grown = r.kind == RelationKind::In
            && of(r.object) == Class::Tree
            && matches!(
                of(r.subject),
                Class::Land | Class::Building | Class::Vehicle
            );
        // "A car driving towards the sun" drives below it.
        let heavenly = of(r.object) == Class::Celestial
            && !of(r.subject).is_animate()
            && matches!(
                r.kind,
                RelationKind::Riding | RelationKind::On | RelationKind::In
            )
            && of(r.subject) != Class::Celestial
            && matches!(of(r.subject), Class::Vehicle | Class::Cycle | Class::Boat);
        !heavenly && !squeezed && !lifted && !housed && !drowned && !grown
    });
    for r in &mut brief.relations {
        let pen = ["fence", "paddock", "corral"]
            .iter()
            .any(|word| objects[r.object].noun.ends_with(word));
        if r.kind == RelationKind::In && pen {
            r.kind = RelationKind::Behind;
        }
    }
    over_fences(brief);
    heavy_hands(brief);
    at_feet(brief);
    blankets(brief);
    rugs(brief);
    laid_out(brief);
}

/// "Two nightstands with lamps, and a painting above the bed": it is the painting that hangs there.
fn hung_above(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let above = brief.relations[r].clone();
        let heavy = matches!(
            class(brief, above.subject),
            Class::Furniture | Class::Seat | Class::Table
        );
        if above.kind != RelationKind::Above || !heavy {
            continue;
        }
        let between = brief.objects[above.subject].span.end..brief.objects[above.object].span.start;
        let tied = brief.relations.iter().position(|t| {
            let on =
                matches!(t.kind, RelationKind::On | RelationKind::In) && t.object == above.subject;
            let with = t.kind == RelationKind::With && t.subject == above.subject;
            let hung = if on { t.subject } else { t.object };
            let works = [
                "painting", "picture", "poster", "mirror", "clock", "photo", "print", "shelf",
            ];
            (on || with)
                && between.contains(&brief.objects[hung].span.start)
                && works
                    .iter()
                    .any(|word| brief.objects[hung].noun.ends_with(word))
        });
        let Some(tied) = tied else { continue };
        let t = &brief.relations[tied];
        let hung = if t.kind == RelationKind::With {
            t.object
        } else {
            t.subject
        };
        brief.relations[r].subject = hung;
        brief.relations.remove(tied);
        return;
    }
}

/// "A cow looks over a fence": it stands behind it.
fn over_fences(brief: &mut Brief) {
    let heard = brief.heard();
    let looks = [
        "looking over",
        "looks over",
        "look over",
        "peeking over",
        "leaning over",
    ];
    if !looks.iter().any(|words| heard.contains(words)) {
        return;
    }
    for r in 0..brief.relations.len() {
        let (who, fence) = (brief.relations[r].subject, brief.relations[r].object);
        let barrier = ["fence", "wall", "gate"]
            .iter()
            .any(|w| brief.objects[fence].noun.ends_with(w));
        if brief.relations[r].kind == RelationKind::Above
            && barrier
            && class(brief, who).is_animate()
        {
            brief.relations[r].kind = RelationKind::Behind;
        }
    }
}

/// "A man in a chair with a dog at his feet": the dog is beside the man, and not on what he sits on.
fn at_feet(brief: &mut Brief) {
    let relations = brief.relations.clone();
    brief.relations.retain(|with| {
        let sits = |who: usize| {
            relations.iter().any(|r| {
                (r.subject, r.object) == (who, with.subject)
                    && matches!(r.kind, RelationKind::On | RelationKind::In)
            })
        };
        let beside = relations
            .iter()
            .any(|r| r.subject == with.object && r.kind == RelationKind::NextTo && sits(r.object));
        with.kind != RelationKind::With || !beside
    });
}

/// "A sofa, a lamp and a cat on the rug": only the animal is on it, for furniture has the floor of the room.
fn rugs(brief: &mut Brief) {
    let rug = |i: usize| matches!(brief.objects[i].noun.as_str(), "rug" | "carpet" | "mat");
    let on = |r: &plantain_read::Relation| r.kind == RelationKind::On && rug(r.object);
    let lives = |i: usize| class(brief, i).is_animate();
    let furniture = |i: usize| {
        let noun = brief.objects[i].noun.as_str();
        matches!(
            class(brief, i),
            Class::Seat | Class::Furniture | Class::Table | Class::Hung | Class::Plant
        ) || ["lamp", "tv", "television"]
            .iter()
            .any(|word| noun.ends_with(word))
    };
    if !brief.relations.iter().any(|r| on(r) && lives(r.subject)) {
        return;
    }
    let kept: Vec<bool> = brief
        .relations
        .iter()
        .map(|r| !(on(r) && furniture(r.subject)))
        .collect();
    let mut kept = kept.into_iter();
    brief.relations.retain(|_| kept.next().unwrap_or(true));
}

/// What lies on something is in nobody's hands: "a boy blowing out candles on a cake".
fn laid_out(brief: &mut Brief) {
    let lies: Vec<usize> = brief
        .relations
        .iter()
        .filter(|r| {
            r.kind == RelationKind::On
                && matches!(
                    class(brief, r.object),
                    Class::Table | Class::Flat | Class::Food
                )
        })
        .map(|r| r.subject)
        .collect();
    let person: Vec<bool> = (0..brief.objects.len())
        .map(|i| class(brief, i) == Class::Person)
        .collect();
    brief.relations.retain(|r| {
        !(r.kind == RelationKind::With && person[r.subject] && lies.contains(&r.object))
    });
}

/// "A vase with three tulips, two lemons and a book on a table": only what grows stands in a vase, the rest beside it.
fn vases(brief: &mut Brief) {
    let tables: Vec<usize> = brief
        .relations
        .iter()
        .filter(|r| r.kind == RelationKind::On && class(brief, r.object) == Class::Table)
        .map(|r| r.object)
        .collect();
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let vase = brief.objects[relation.object].noun.ends_with("vase");
        let eaten = matches!(
            class(brief, relation.subject),
            Class::Food | Class::Animal | Class::Container | Class::Board
        );
        if relation.kind != RelationKind::In || !vase || !eaten {
            continue;
        }
        let table = tables.first().copied();
        let relation = &mut brief.relations[r];
        match table {
            Some(table) => (relation.kind, relation.object) = (RelationKind::On, table),
            None => relation.kind = RelationKind::NextTo,
        }
    }
}

/// Nobody holds a chest or a table: it stands beside them.
fn heavy_hands(brief: &mut Brief) {
    const HEAVY: &[&str] = &[
        "fire hydrant",
        "hydrant",
        "street lamp",
        "traffic light",
        "mailbox",
        "bench",
        "puddle",
        "treasure chest",
        "chest",
        "barrel",
        "trunk",
        "crate",
        "throne",
        "statue",
        "fence",
        "gate",
        "door",
        "roof",
        "wall",
    ];
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let object = &brief.objects[relation.object];
        let stands = HEAVY.contains(&object.noun.as_str())
            || matches!(
                class(brief, relation.object),
                Class::Furniture | Class::Table | Class::Building | Class::Tree | Class::Vehicle
            );
        let held = matches!(relation.kind, RelationKind::Holding | RelationKind::With);
        if held && stands && class(brief, relation.subject) == Class::Person {
            brief.relations[r].kind = RelationKind::NextTo;
        }
    }
}

/// "A blanket on the grass with a basket": it is the blanket that has it.
fn grounds(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let bare = is_ground(&brief.objects[relation.subject].noun);
        if relation.kind != RelationKind::With || !bare {
            continue;
        }
        let on = brief.relations.iter().find(|o| {
            o.object == relation.subject
                && matches!(o.kind, RelationKind::On | RelationKind::In)
                && o.subject != relation.object
        });
        if let Some(thing) = on.map(|o| o.subject) {
            brief.relations[r].subject = thing;
        }
    }
}

/// "A tree with a star on top": it stands on what it is told with, not at the top of the picture.
fn topped(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let on = &brief.objects[relation.object];
        let behind = brief
            .prompt
            .get(on.span.end..)
            .unwrap_or_default()
            .trim_start();
        let top = behind.starts_with("on top") && !behind.starts_with("on top of");
        let told = on.position == Some(plantain_read::Position::Top);
        if relation.kind == RelationKind::With && top && told {
            brief.objects[relation.object].position = None;
            brief.relations[r] = plantain_read::Relation {
                subject: relation.object,
                kind: RelationKind::On,
                object: relation.subject,
            };
        }
    }
}

/// What a blanket is spread with lies on it, and what it lies under, all of it lies under.
fn blankets(brief: &mut Brief) {
    let spread = |o: &plantain_read::ObjectPhrase| {
        !o.absent && (o.noun.ends_with("blanket") || o.noun == "picnic rug")
    };
    let all: Vec<usize> = (0..brief.objects.len())
        .filter(|i| spread(&brief.objects[*i]))
        .collect();
    let [blanket] = all[..] else { return };
    let picnic = brief.heard().contains("picnic");
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let small = |i: usize| {
            matches!(
                class(brief, i),
                Class::Food | Class::Container | Class::Item | Class::Flat
            )
        };
        if relation.subject == blanket
            && relation.kind == RelationKind::With
            && small(relation.object)
        {
            brief.relations[r] = plantain_read::Relation {
                subject: relation.object,
                kind: RelationKind::On,
                object: blanket,
            };
        } else if matches!(relation.kind, RelationKind::Under | RelationKind::Below)
            && picnic
            && small(relation.subject)
        {
            brief.relations[r].subject = blanket;
        }
    }
    for i in 0..brief.objects.len() {
        let small = matches!(
            class(brief, i),
            Class::Food | Class::Container | Class::Item | Class::Flat
        );
        let tied = brief
            .relations
            .iter()
            .any(|r| r.subject == i || r.object == i && r.kind == RelationKind::Holding);
        if picnic && small && i != blanket && !tied && !brief.objects[i].absent {
            brief.relations.push(plantain_read::Relation {
                subject: i,
                kind: RelationKind::On,
                object: blanket,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_where_they_can_be() {
        for (prompt, subject, kind, object, holds) in [
            (
                "a bathtub and a mirror above a sink",
                "bathtub",
                RelationKind::Above,
                "sink",
                false,
            ),
            (
                "a bathtub and a mirror above a sink",
                "mirror",
                RelationKind::Above,
                "sink",
                true,
            ),
            (
                "still life: blue vase with three tulips, two lemons and a book on a wooden table",
                "lemon",
                RelationKind::On,
                "table",
                true,
            ),
            (
                "a dining table above a suitcase",
                "table",
                RelationKind::Above,
                "suitcase",
                true,
            ),
            (
                "a sofa, two lamps and a cat on the rug",
                "lamp",
                RelationKind::On,
                "rug",
                false,
            ),
            (
                "a boy blowing out candles on a birthday cake",
                "boy",
                RelationKind::With,
                "candle",
                false,
            ),
            (
                "a vase with roses and tulips",
                "tulip",
                RelationKind::In,
                "vase",
                true,
            ),
            (
                "a knight with a torch and a treasure chest",
                "treasure chest",
                RelationKind::Holding,
                "knight",
                false,
            ),
            (
                "a picnic: a checkered blanket on the grass with a basket and two plates",
                "basket",
                RelationKind::On,
                "blanket",
                true,
            ),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let named = |i: usize, noun: &str| brief.objects[i].noun.ends_with(noun);
            let found = brief
                .relations
                .iter()
                .any(|r| r.kind == kind && named(r.subject, subject) && named(r.object, object));
            assert_eq!(found, holds, "{prompt}: {subject} {kind:?} {object}");
        }
    }

    #[test]
    fn what_lies_strewn_is_the_grounds() {
        for (prompt, noun, lies) in [
            ("a car on a road, fallen leaves all over it", "leaf", true),
            (
                "a bench under a cherry tree with petals scattered on the grass",
                "petal",
                true,
            ),
            ("three leaves on a table", "leaf", false),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let object = brief.objects.iter().find(|o| o.noun.ends_with(noun));
            assert_eq!(object.map(|o| o.absent), Some(lies), "{prompt}");
        }
    }
}
