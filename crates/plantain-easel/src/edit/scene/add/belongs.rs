//! Where newcomers belong when the words do not say: on the table, on the wall, in the sky, under their day.

use plantain_engine::EngineError;
use plantain_read::{Item, Location, ObjectPhrase, Position, RelationKind, comes_served};

use super::attach::{attach, near};
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing};
use crate::edit::scene::{staging, week};
use crate::stage::lexicon::{Class, look_up};

/// "Wed Swimming" of a planner stands under its day.
pub(super) fn on_a_day(sheet: &mut Sheet<'_>, item: &Item) -> bool {
    match item {
        Item::Row(cells) => week::write_on_day(sheet, &cells.join(" ")),
        Item::Text { text, value, .. } => {
            let whole = match value {
                Some(value) => format!("{text} {value}"),
                None => text.clone(),
            };
            week::write_on_day(sheet, &whole)
        }
        Item::Things(phrase) => week::write_on_day(sheet, &phrase.words),
        Item::Point { label, value } => week::write_on_day(sheet, &format!("{label} {value}")),
        _ => false,
    }
}

/// Puts food, dishes and other small things of a table on the only table that there is; none where there is none.
pub(super) fn on_the_table(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
) -> Result<Option<usize>, EngineError> {
    /// What is higher, in metres, stands on the floor.
    const HIGH: f32 = 0.5;
    if phrase.noun.ends_with("candle") && sheet.stage().is_some() {
        let mut cakes = sheet.things();
        cakes.retain(|thing| thing.kind == Kind::Object && thing.noun.ends_with("cake"));
        if let [cake] = cakes.as_slice()
            && let Some(ids) = attach(sheet, phrase, RelationKind::On, cake)?
        {
            sheet.same = ids;
            return Ok(Some(phrase.count.unwrap_or(1) as usize));
        }
    }
    let served = match look_up(&phrase.noun) {
        (Class::Food, _) => true,
        (Class::Container, height) => height < HIGH && phrase.noun != "basket",
        _ => comes_served(&phrase.noun),
    };
    if !served || sheet.stage().is_none() {
        return Ok(None);
    }
    let mut tables = sheet.things();
    tables.retain(|thing| {
        thing.kind == Kind::Object
            && matches!(look_up(&thing.noun), (Class::Table, height) if (0.3..1.2).contains(&height))
    });
    let [table] = tables.as_slice() else {
        return Ok(None);
    };
    if let Some(n) = beside_riders(sheet, phrase, table)? {
        return Ok(Some(n));
    }
    let Some(ids) = attach(sheet, phrase, RelationKind::On, table)? else {
        return Ok(None);
    };
    let n = phrase.count.map_or(ids.len(), |n| n as usize);
    sheet.same = ids;
    Ok(Some(n))
}

/// Puts things on a table that carries something already: beside the last of it; none where the table is empty.
pub(super) fn beside_riders(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    table: &Thing,
) -> Result<Option<usize>, EngineError> {
    let mut riders = sheet.standing_on(table);
    riders.sort_by(|a, b| a.rect.right().total_cmp(&b.rect.right()));
    match riders.last() {
        Some(last) => near(sheet, phrase, RelationKind::RightOf, last).map(Some),
        None => Ok(None),
    }
}

/// Puts what swims into the only vessel of water of a room ("an aquarium": "add three fish"); none where there is none.
pub(super) fn in_its_water(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
) -> Result<Option<usize>, EngineError> {
    let swims = look_up(&phrase.noun).0 == Class::Swimmer;
    let inside = sheet
        .stage()
        .is_some_and(|stage| !stage.memo.place.is_outside());
    if !swims || !inside {
        return Ok(None);
    }
    let mut vessels = sheet.things();
    vessels.retain(|thing| {
        let last = thing.noun.rsplit(' ').next().unwrap_or_default();
        thing.kind == Kind::Object
            && matches!(last, "aquarium" | "fishbowl" | "bowl" | "tank" | "pool")
    });
    let [vessel] = vessels.as_slice() else {
        return Ok(None);
    };
    let Some(ids) = attach(sheet, phrase, RelationKind::In, vessel)? else {
        return Ok(None);
    };
    let n = phrase.count.map_or(ids.len(), |n| n as usize);
    sheet.same = ids;
    Ok(Some(n))
}

/// Whether a thing hangs on the wall of a room.
pub fn is_of_the_wall(noun: &str) -> bool {
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    look_up(noun).0 == Class::Hung
        || matches!(
            last,
            "window" | "picture" | "painting" | "mirror" | "poster" | "clock" | "calendar"
        )
}

/// Lets mountains, woods or a village stand behind a place outdoors; false where they are things of their own there.
pub(super) fn behind_the_place(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    position: Option<Position>,
    at: &Location,
) -> bool {
    let Some(stage) = sheet.stage() else {
        return false;
    };
    let far = position == Some(Position::Background)
        || matches!(&at.relation, Some((RelationKind::Behind, _)));
    let loosely = position.is_none() && at.relation.is_none() && phrase.count.is_none();
    let mut memo = stage.memo.clone();
    match phrase.noun.rsplit(' ').next().unwrap_or_default() {
        "mountain" | "peak" | "range" | "alp" if far || loosely && phrase.plural => {
            memo.ranges = true;
        }
        "forest" | "wood" | "woodland" if far || loosely => memo.woods = true,
        "village" | "hamlet" | "town" if far => memo.hamlet = true,
        _ => return false,
    }
    if !memo.place.is_outside() || phrase.color.is_some() {
        return false;
    }
    let before = sheet.scene.clone();
    sheet.repaint(&stage, &memo);
    let painted = sheet.scene.root != before.root;
    if !painted {
        sheet.scene = before;
        sheet.touch();
    }
    painted
}

/// Takes the sun or the moon out of a painted sky where another one comes.
pub(super) fn other_light(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase) {
    let light = match phrase.noun.rsplit(' ').next().unwrap_or_default() {
        "moon" | "crescent" => "moon",
        "sun" => "sun",
        _ => return,
    };
    let outside = |stage: staging::Stage| stage.memo.place.is_outside();
    if phrase.count.is_none_or(|n| n == 1) && sheet.stage().is_some_and(outside) {
        staging::without(sheet, light);
    }
}

/// Whether a thing belongs into the sky, outdoors.
pub(super) fn is_of_the_sky(noun: &str) -> bool {
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    matches!(
        last,
        "star" | "moon" | "sun" | "planet" | "comet" | "rainbow" | "cloud" | "firework"
    )
}

/// Whether stars are wished for, as many as there may be, where a night sky is full of them.
pub(super) fn starry(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase) -> bool {
    let plain =
        phrase.noun == "star" && phrase.plural && phrase.count.is_none() && phrase.color.is_none();
    plain
        && sheet.stage().is_some_and(|stage| {
            stage.memo.place.is_outside() && stage.memo.time == plantain_read::TimeOfDay::Night
        })
}

/// Whether things of a name go on what carries another one: a lamp beside a cat on a sofa stands beside the sofa.
pub(super) fn fits_on(noun: &str, support: &Thing) -> bool {
    let furniture = matches!(
        look_up(noun).0,
        Class::Furniture | Class::Table | Class::Seat | Class::Tree | Class::Building
    );
    !(furniture && look_up(&support.noun).0 == Class::Seat)
}

/// Whether a relation puts things on one line.
pub(super) fn beside_of(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::LeftOf | RelationKind::RightOf | RelationKind::NextTo
    )
}
