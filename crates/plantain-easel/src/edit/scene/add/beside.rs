//! Things that come beside, on or in what is there, or to a part of the place.

use plantain_engine::EngineError;
use plantain_read::{ObjectPhrase, Position, Referent, RelationKind, Target};

use super::attach::{attach, near};
use super::belongs::beside_riders;
use super::loose;
use super::prints::{printed, printed_on_garment};
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing};
use crate::edit::scene::{figure, month};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::place::Place;

/// Adds things where the words tell of another thing, or of a part of the place.
pub(super) fn beside(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    position: Option<Position>,
    (kind, target): (RelationKind, &Target),
) -> Result<usize, EngineError> {
    let others = match sheet.find(target) {
        Ok(others) => others,
        Err(error) => return beside_no_thing(sheet, phrase, position, (target, error)),
    };
    let other = outermost(&others, kind)
        .cloned()
        .ok_or_else(|| sheet.not_located(target))?;
    if matches!(other.kind, Kind::Background) {
        return loose(sheet, phrase, position);
    }
    // "Gym on the 15th" of a month is an event.
    if month::is_day(sheet, &other.id) {
        return month::add_event(sheet, &phrase.words, &other).map(|()| 1);
    }
    let phrase = &spectacles(phrase, &other);
    if kind == RelationKind::On
        && let Some(n) = printed_on_garment(sheet, phrase, &other)?
    {
        return Ok(n);
    }
    // "Give the mother a scarf": what is worn is put on, or it is refused.
    let garment = matches!(look_up(&phrase.noun).0, Class::Worn(_));
    let worn = garment && look_up(&other.noun).0.is_animate();
    // "Add an umbrella to the man": nobody carries it on the head.
    let carried = matches!(
        look_up(&phrase.noun).0,
        Class::Item | Class::Food | Class::Airborne | Class::Container
    ) && look_up(&other.noun).0 == Class::Person;
    let kind = match kind {
        RelationKind::On if worn => RelationKind::Wearing,
        RelationKind::On if carried => RelationKind::Holding,
        _ if figure::grows(&phrase.noun) => RelationKind::Wearing,
        _ => kind,
    };
    if kind == RelationKind::On
        && look_up(&other.noun).0 == Class::Table
        && let Some(n) = beside_riders(sheet, phrase, &other)?
    {
        return Ok(n);
    }
    if other.kind == Kind::Object
        && let Some(ids) = attach(sheet, phrase, kind, &other)?
    {
        sheet.same.clone_from(&ids);
        return Ok(ids.len());
    }
    near(sheet, phrase, kind, &other)
}

/// Adds things beside what is no thing of its own: a part of the place ("in the sky"), or the front of what shows prints.
fn beside_no_thing(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    position: Option<Position>,
    (target, error): (&Target, EngineError),
) -> Result<usize, EngineError> {
    // "On top" of a picture of several things is its upper edge.
    if target.what == Referent::Same && position.is_some() {
        return loose(sheet, phrase, position);
    }
    if let Some(there) = place_part(sheet, target) {
        let mut phrase = phrase.clone();
        if in_the_air(target) {
            phrase.attributes.push("flying".into());
        }
        return loose(sheet, &phrase, position.or(there));
    }
    printed(sheet, phrase, target)?.ok_or(error)
}

/// "Give him glasses": nothing to drink from.
fn spectacles(phrase: &ObjectPhrase, other: &Thing) -> ObjectPhrase {
    let meant = phrase.noun == "glass"
        && phrase.count.is_none()
        && phrase.words.to_lowercase().ends_with("glasses")
        && look_up(&other.noun).0.is_animate();
    let mut phrase = phrase.clone();
    if meant {
        phrase.noun = "glasses".into();
    }
    phrase
}

/// Returns which of several things something stands beside: beside "the apples" is beside the last of their row.
fn outermost(others: &[Thing], kind: RelationKind) -> Option<&Thing> {
    let by = |key: fn(&Thing) -> f32| others.iter().max_by(|a, b| key(a).total_cmp(&key(b)));
    match kind {
        RelationKind::RightOf => by(|thing| thing.rect.right()),
        RelationKind::LeftOf => by(|thing| -thing.rect.x),
        _ => others.first(),
    }
}

/// Whether the words point up: what comes there does not stand on the ground.
fn in_the_air(target: &Target) -> bool {
    matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "sky" | "air"))
}

/// Returns where on the picture a part of the place lies; none when the words name no such part.
fn place_part(sheet: &mut Sheet<'_>, target: &Target) -> Option<Option<Position>> {
    let Referent::Thing(noun) = &target.what else {
        return None;
    };
    sheet.stage()?;
    let named = Place::named(noun).is_some()
        || matches!(
            noun.as_str(),
            "ground" | "horizon" | "scene" | "landscape" | "foreground" | "distance" | "air"
        );
    named.then_some(match noun.as_str() {
        "horizon" | "distance" => Some(Position::Background),
        "foreground" => Some(Position::Foreground),
        _ => None,
    })
}
