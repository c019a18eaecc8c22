//! Things to be illustrated and how they stand to each other.

mod head_final;
mod items;
mod links;
mod shared;
mod vessels;

pub(crate) use self::vessels::comes_poured;
pub use self::vessels::comes_served;
pub(crate) use self::vessels::{is_flat, is_vessel};

use std::cmp::Ordering;

use crate::reader::{Reader, Use};
use crate::{Position, Relation, RelationKind, SizeWord, TimeOfDay};

/// Fills objects, relations and the place of the setting.
pub(crate) fn read(reader: &mut Reader<'_>) {
    at_home(reader);
    let items = items::read(reader);
    links::read(reader, &items);
    shared::read(reader);
    derive_from_positions(reader);
    derive_from_sizes(reader);
    keep_people_off_tables(reader);
    place_by_land(reader);
    if reader.brief.setting.time.is_none()
        && reader
            .brief
            .objects
            .iter()
            .any(|object| object.noun == "moon" && !object.absent)
    {
        reader.brief.setting.time = Some(TimeOfDay::Night);
    }
    if reader
        .brief
        .look
        .styles
        .iter()
        .any(|style| style == "silhouette")
        && reader.is_scene()
    {
        blacken(reader);
    }
}

/// "a man at home working": the place is a room, not a house to be drawn.
fn at_home(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(1) {
        let home = reader.key(at) == "at"
            && reader.key(at + 1) == "home"
            && reader.is_free(at)
            && reader.is_free(at + 1);
        if home && reader.is_scene() {
            reader.mark(at, at + 2, crate::reader::Use::Setting);
            reader.brief.setting.place.get_or_insert("room".into());
        }
    }
}

/// "a grandmother and a boy baking, a tray on the table": what stands on a table beside people is not the people.
fn keep_people_off_tables(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let person = |at: usize| {
        crate::lexicon::lexicon()
            .nouns
            .get(&brief.objects[at].noun)
            .is_some_and(|noun| noun.category == "person")
    };
    let table = |at: usize| {
        matches!(
            brief.objects[at].noun.as_str(),
            "table"
                | "desk"
                | "counter"
                | "countertop"
                | "shelf"
                | "coffee table"
                | "plate"
                | "tray"
        )
    };
    let on = |kind| matches!(kind, crate::RelationKind::On);
    let laid = |object: usize| {
        brief
            .relations
            .iter()
            .any(|r| on(r.kind) && r.object == object && !person(r.subject))
    };
    let stands = |at: usize| {
        brief.objects[at].attributes.iter().any(|word| {
            matches!(
                word.as_str(),
                "standing" | "sitting" | "dancing" | "jumping" | "lying"
            )
        })
    };
    let drop: Vec<bool> = brief
        .relations
        .iter()
        .map(|r| {
            on(r.kind)
                && person(r.subject)
                && table(r.object)
                && laid(r.object)
                && !stands(r.subject)
        })
        .collect();
    let mut drop = drop.into_iter();
    brief.relations.retain(|_| !drop.next().unwrap_or(false));
}

/// "desert dunes", "forest path": land named after a place is that place.
fn place_by_land(reader: &mut Reader<'_>) {
    const LAND: &[&str] = &[
        "dune",
        "sand dune",
        "path",
        "road",
        "trail",
        "hill",
        "rock",
        "cliff",
        "cactus",
        "sand",
        "waterfall",
        "stream",
        "temple",
        "hut",
        "cabin",
    ];
    let brief = &mut reader.brief;
    if brief.setting.place.is_some() {
        return;
    }
    brief.setting.place = brief
        .objects
        .iter()
        .filter(|object| LAND.contains(&object.noun.as_str()) && !object.absent)
        .flat_map(|object| &object.attributes)
        .find_map(|word| crate::lexicon::lexicon().places.get(word))
        .map(|place| place.place.to_string());
}

/// Silhouettes are black unless a colour was asked for.
fn blacken(reader: &mut Reader<'_>) {
    let Some(&(name, rgb)) = crate::lexicon::lexicon().colors.get("black") else {
        return;
    };
    for object in reader
        .brief
        .objects
        .iter_mut()
        .filter(|object| object.color.is_none())
    {
        object.color = Some(crate::Color {
            name: name.into(),
            rgb,
        });
    }
}

/// Column and row of a cell: -1, 0, 1.
fn cell(position: Position) -> (i8, i8) {
    match position {
        Position::Left => (-1, 0),
        Position::Right => (1, 0),
        Position::Top => (0, -1),
        Position::Bottom => (0, 1),
        Position::TopLeft => (-1, -1),
        Position::TopRight => (1, -1),
        Position::BottomLeft => (-1, 1),
        Position::BottomRight => (1, 1),
        Position::Center | Position::Background | Position::Foreground => (0, 0),
    }
}

/// "cat left, dog right" says as much as "a cat to the left of a dog".
fn derive_from_positions(reader: &mut Reader<'_>) {
    let placed: Vec<(usize, (i8, i8))> = reader
        .brief
        .objects
        .iter()
        .enumerate()
        .filter_map(|(at, object)| Some((at, cell(object.position?))))
        .collect();
    for (i, &(a, (ax, ay))) in placed.iter().enumerate() {
        for &(b, (bx, by)) in &placed[i + 1..] {
            let (a, kind, b) = match (ax.cmp(&bx), ay.cmp(&by)) {
                (Ordering::Less, _) => (a, RelationKind::LeftOf, b),
                (Ordering::Greater, _) => (a, RelationKind::RightOf, b),
                (_, Ordering::Less) => (a, RelationKind::Above, b),
                (_, Ordering::Greater) => (b, RelationKind::Above, a),
                _ => continue,
            };
            let known = reader.brief.relations.iter().any(|relation| {
                (relation.subject, relation.object) == (a, b)
                    || (relation.subject, relation.object) == (b, a)
            });
            if !known {
                reader.brief.relations.push(Relation {
                    subject: a,
                    kind,
                    object: b,
                });
            }
        }
    }
    // One of two things is placed by the other: "the ball is ahead on the right".
    if let ([(one, (x, 0))], 2) = (placed.as_slice(), reader.brief.objects.len())
        && *x != 0
    {
        let kind = if *x < 0 {
            RelationKind::LeftOf
        } else {
            RelationKind::RightOf
        };
        reader.brief.relations.push(Relation {
            subject: *one,
            kind,
            object: 1 - one,
        });
    }
}

/// "a large elephant and a tiny mouse": the one is larger than the other.
fn derive_from_sizes(reader: &mut Reader<'_>) {
    let rank = |size: SizeWord| match size {
        SizeWord::Tiny | SizeWord::Small => 0,
        SizeWord::Large | SizeWord::Huge => 1,
    };
    let sized: Vec<(usize, u8)> = reader
        .brief
        .objects
        .iter()
        .enumerate()
        .filter(|(_, object)| !object.absent)
        .filter_map(|(at, object)| Some((at, rank(object.size?))))
        .collect();
    if let [(a, large), (b, other)] = sized.as_slice()
        && large != other
    {
        let (subject, object) = if large > other { (*a, *b) } else { (*b, *a) };
        let known =
            reader.brief.relations.iter().any(|relation| {
                matches!(relation.kind, RelationKind::Larger | RelationKind::Smaller)
            });
        if !known {
            reader.brief.relations.push(Relation {
                subject,
                kind: RelationKind::Larger,
                object,
            });
        }
    }
}

/// Marks the tokens of a phrase.
fn mark(reader: &mut Reader<'_>, from: usize, to: usize, place: bool) {
    reader.mark(from, to, if place { Use::Setting } else { Use::Object });
}
