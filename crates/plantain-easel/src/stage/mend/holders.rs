//! Vessels that "hold" things, things in a ring around one, pictures on pottery, and what "it" stands for.

use plantain_read::{Brief, Position, Relation, RelationKind};

use super::{absorb, class, part_and_whole};
use crate::stage::lexicon::{Class, look_up};

/// What is printed or painted on a vessel or a garment.
pub(in crate::stage) const PRINTED: &str = "printed";

/// Lower than this, in metres, it is nothing that stands on a floor.
const FURNITURE_MIN: f32 = 0.4;

pub(super) fn settle(brief: &mut Brief) {
    vessels(brief);
    sailors(brief);
    flanks(brief);
    rings(brief);
    prints(brief);
    celestial(brief);
}

/// "The piano contrasts with the carpet": furniture stands on a carpet, however the two are told together.
pub(super) fn carpets(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let carpet = matches!(brief.objects[subject].noun.as_str(), "carpet" | "rug");
        let (furniture, height) = look_up(&brief.objects[object].noun);
        let stands = matches!(furniture, Class::Table | Class::Furniture | Class::Seat);
        if kind == RelationKind::On && carpet && stands && height > FURNITURE_MIN {
            brief.relations[r] = Relation {
                subject: object,
                kind,
                object: subject,
            };
        }
    }
}

/// "A boy sails a boat": who steers it is in it, and it is on the water.
fn sailors(brief: &mut Brief) {
    const STEERED: &[&str] = &["sail", "row", "steer", "paddl", "captain"];
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let aboard = class(brief, subject).is_animate() && class(brief, object) == Class::Boat;
        let told = brief.prompt.to_lowercase();
        let told = told
            .get(brief.objects[subject].span.start..brief.objects[object].span.end)
            .unwrap_or_default();
        let steers = STEERED.iter().any(|word| told.contains(word));
        if kind == RelationKind::With && aboard && steers {
            brief.relations[r].kind = RelationKind::In;
            brief.setting.place.get_or_insert_with(|| "sea".to_owned());
        }
    }
}

/// "A crate holding nine apples": they are in it.
fn vessels(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        if kind == RelationKind::Holding && class(brief, subject) == Class::Container {
            brief.relations[r] = Relation {
                subject: object,
                kind: RelationKind::In,
                object: subject,
            };
        }
    }
}

/// "A table with a chair on each side", "a lamp on both sides of the bed": one stands left, one right.
fn flanks(brief: &mut Brief) {
    const SIDES: &[&str] = &["on each side", "on either side", "on both sides"];
    let heard = brief.prompt.to_lowercase();
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let (flank, middle) = match kind {
            RelationKind::On | RelationKind::In => (subject, object),
            RelationKind::With | RelationKind::Between => (object, subject),
            _ => continue,
        };
        let rest = heard
            .get(brief.objects[flank].span.end..)
            .unwrap_or_default()
            .trim_start();
        let few = brief.objects[flank].count.is_none_or(|n| n <= 2);
        if few && SIDES.iter().any(|words| rest.starts_with(words)) {
            brief.objects[flank].count = Some(2);
            brief.objects[flank].plural = true;
            brief.relations[r] = Relation {
                subject: middle,
                kind: RelationKind::Between,
                object: flank,
            };
        }
    }
}

/// "A vase with six lemons around it": nothing of it is in the vase.
fn rings(brief: &mut Brief) {
    const AROUND: &[&str] = &[
        "around it",
        "all around it",
        "surrounding it",
        "circling it",
    ];
    let heard = brief.prompt.to_lowercase();
    for r in 0..brief.relations.len() {
        let Some((kid, whole)) = part_and_whole(&brief.relations[r]) else {
            continue;
        };
        let rest = heard
            .get(brief.objects[kid].span.end..)
            .unwrap_or_default()
            .trim_start();
        let several = brief.objects[kid].plural || brief.objects[kid].count.is_some_and(|n| n > 1);
        if several && AROUND.iter().any(|words| rest.starts_with(words)) {
            brief.relations[r] = Relation {
                subject: kid,
                kind: RelationKind::Around,
                object: whole,
            };
            brief.objects[whole]
                .position
                .get_or_insert(Position::Center);
        }
    }
}

/// "A vase with a painting of a dragon on it", "a mug decorated with hearts": on the outside, and no painting beside it.
fn prints(brief: &mut Brief) {
    const WORKS: &[&str] = &[
        "painting", "picture", "drawing", "image", "print", "design", "pattern",
    ];
    const SAID: &[&str] = &[
        "painted with",
        "decorated with",
        "printed with",
        "adorned with",
        "printed on",
        "painted on",
        "painting of",
        "picture of",
        "image of",
        "drawing of",
        "print of",
        "design of",
    ];
    let heard = brief.prompt.to_lowercase();
    // "An oil painting of sunflowers in a vase" speaks of the whole picture.
    let first = brief.objects.iter().map(|o| o.span.start).min();
    let rest = heard.get(first.unwrap_or(0)..).unwrap_or_default();
    if !SAID.iter().any(|words| rest.contains(words)) {
        return;
    }
    for r in 0..brief.relations.len() {
        let Some((motif, bearer)) = part_and_whole(&brief.relations[r]) else {
            continue;
        };
        let (from, to) = (
            brief.objects[bearer].span.end,
            brief.objects[motif].span.start,
        );
        let between = heard.get(from.min(to)..to).unwrap_or_default();
        let told = SAID.iter().any(|words| between.contains(words)) || from > to;
        let bears = is_printable(&brief.objects[bearer].noun);
        let work = WORKS.contains(&brief.objects[motif].noun.as_str());
        let of = heard
            .get(brief.objects[motif].span.end..)
            .is_some_and(|rest| rest.trim_start().starts_with("of "));
        if !(told || work && of) || !bears || brief.objects[motif].absent {
            continue;
        }
        if work {
            absorb(&mut brief.objects[motif]);
            continue;
        }
        brief.objects[motif].attributes.push(PRINTED.to_owned());
        brief.relations[r] = Relation {
            subject: bearer,
            kind: RelationKind::With,
            object: motif,
        };
    }
}

/// Whether a thing has an outside that takes a picture.
fn is_printable(noun: &str) -> bool {
    const BEARERS: &[&str] = &[
        "vase",
        "mug",
        "cup",
        "jug",
        "pitcher",
        "urn",
        "bowl",
        "plate",
        "pot",
        "flower pot",
        "jar",
        "shirt",
        "t-shirt",
        "sweater",
        "hoodie",
        "tote bag",
        "bag",
        "pillow",
        "box",
        "balloon",
        "kite",
        "surfboard",
        "teapot",
    ];
    BEARERS
        .iter()
        .any(|word| noun == *word || noun.ends_with(&format!(" {word}")))
}

/// "A squirrel eating a nut with the sun behind it": behind the squirrel.
fn celestial(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        if kind != RelationKind::Behind || class(brief, subject) != Class::Celestial {
            continue;
        }
        let bearer = brief.relations.iter().find(|other| {
            other.object == object
                && matches!(
                    other.kind,
                    RelationKind::Eating | RelationKind::Holding | RelationKind::Wearing
                )
                && class(brief, other.subject).is_animate()
        });
        if let Some(bearer) = bearer.map(|other| other.subject) {
            brief.relations[r].object = bearer;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_holds_what_and_where() {
        for (prompt, want) in [
            (
                "a crate holding nine green apples",
                ("apple", RelationKind::In, "crate"),
            ),
            (
                "a blue vase in the middle with six yellow lemons around it",
                ("lemon", RelationKind::Around, "vase"),
            ),
            (
                "a vase with a painting of a dragon on it",
                ("vase", RelationKind::With, "dragon"),
            ),
            (
                "a white vase painted with blue flowers",
                ("vase", RelationKind::With, "flower"),
            ),
            (
                "a squirrel nibbling a nut, with the sun behind it",
                ("sun", RelationKind::Behind, "squirrel"),
            ),
            (
                "The black piano contrasted with the rough brown carpet.",
                ("piano", RelationKind::On, "rug"),
            ),
            (
                "a mug with a picture of a cat on it",
                ("mug", RelationKind::With, "cat"),
            ),
            (
                "a glass table with a leather chair on each side",
                ("table", RelationKind::Between, "leather chair"),
            ),
            (
                "a lamp on both sides of the bed",
                ("bed", RelationKind::Between, "lamp"),
            ),
            (
                "a cat peeking out of a cardboard box",
                ("cat", RelationKind::In, "cardboard box"),
            ),
            ("a boy sails a boat", ("boy", RelationKind::In, "rowboat")),
            (
                "a vase with three tulips",
                ("tulip", RelationKind::In, "vase"),
            ),
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let noun = |i: usize| brief.objects[i].noun.as_str();
            let all: Vec<_> = brief
                .relations
                .iter()
                .map(|r| (noun(r.subject), r.kind, noun(r.object)))
                .collect();
            assert!(all.contains(&want), "{prompt}: {all:?}");
        }
    }
}
