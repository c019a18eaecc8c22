//! People of a cast: their clothes and their pose, from what they wear and do.

use plantain_read::{Brief, ObjectPhrase, RelationKind};
use plantain_scene::Rgba;

use crate::stage::lexicon::{Class, Slot, look_up};
use crate::stage::person::{Outfit, Person, Pose, hat_named};
use crate::stage::prop::garment;
use crate::wardrobe::rgb;

/// Returns the person phrase that wears this phrase as clothes.
pub(super) fn worn_by_person(brief: &Brief, phrase: usize) -> Option<usize> {
    let object = brief.objects.get(phrase)?;
    garment(&object.noun)?;
    let is_person = |i: usize| {
        brief
            .objects
            .get(i)
            .is_some_and(|o| !o.absent && look_up(&o.noun).0 == Class::Person)
    };
    brief.relations.iter().find_map(|r| match r.kind {
        RelationKind::Wearing | RelationKind::With
            if r.object == phrase && is_person(r.subject) =>
        {
            Some(r.subject)
        }
        RelationKind::On if r.subject == phrase && is_person(r.object) => Some(r.object),
        RelationKind::In if r.object == phrase && is_person(r.subject) => Some(r.subject),
        _ => None,
    })
}

/// Puts a garment on a person.
pub(super) fn put_on(person: &mut Person, object: &ObjectPhrase) {
    let color = object.color.as_ref().map(rgb);
    match garment(&object.noun) {
        Some(Slot::Head) => {
            person.hat = Some((
                hat_named(&object.noun),
                color.unwrap_or(Rgba::hex(0x8a5a34)),
            ));
        }
        Some(Slot::Eyes) => person.glasses = Some(color.unwrap_or(Rgba::hex(0x2c2f3a))),
        Some(Slot::Neck) if object.noun.contains("tie") => {
            person.tie = Some(color.unwrap_or(Rgba::hex(0xb5393f)));
        }
        Some(Slot::Neck) => person.scarf = Some(color.unwrap_or(Rgba::hex(0xd9584a))),
        Some(Slot::Torso) => {
            person.outfit = match object.noun.as_str() {
                "jacket" | "coat" | "blazer" | "raincoat" | "vest" | "cardigan" => Outfit::Jacket,
                "suit" | "tuxedo" => Outfit::Suit,
                "lab coat" => Outfit::Coat,
                "hoodie" | "sweater" => Outfit::Hoodie,
                _ => Outfit::Plain,
            };
            if let Some(color) = color {
                person.top = color;
                if person.outfit == Outfit::Suit {
                    person.bottom = color;
                }
            }
        }
        Some(Slot::Legs) => {
            person.outfit = match object.noun.as_str() {
                "skirt" => Outfit::Skirt,
                "shorts" => Outfit::Shorts,
                _ if person.outfit == Outfit::Dress => Outfit::Plain,
                _ => person.outfit,
            };
            if let Some(color) = color {
                person.bottom = color;
            }
        }
        Some(Slot::Whole) => {
            person.outfit = match object.noun.as_str() {
                "overalls" => Outfit::Overalls,
                "spacesuit" => Outfit::Space,
                "robe" | "kimono" => Outfit::Robe,
                _ => Outfit::Dress,
            };
            if let Some(color) = color {
                person.top = color;
                if person.outfit == Outfit::Overalls {
                    person.bottom = color;
                }
            }
        }
        Some(Slot::Feet) => {
            if let Some(color) = color {
                person.shoes = color;
            }
        }
        Some(Slot::Hand | Slot::Back) | None => {}
    }
}

pub(super) fn pose(brief: &Brief, phrase: usize, object: &ObjectPhrase) -> Pose {
    let says = |words: &[&str]| {
        object
            .attributes
            .iter()
            .any(|a| words.contains(&a.as_str()))
    };
    for relation in &brief.relations {
        if relation.subject != phrase {
            continue;
        }
        let other = brief
            .objects
            .get(relation.object)
            .map_or("", |o| o.noun.as_str());
        match relation.kind {
            RelationKind::Holding | RelationKind::Eating => {
                let (class, _) = look_up(other);
                let high = class == Class::Airborne
                    || [
                        "umbrella", "flag", "sign", "sword", "torch", "lantern", "trophy",
                        "parasol", "camera", "wand",
                    ]
                    .contains(&other);
                return if high { Pose::Raise } else { Pose::Carry };
            }
            RelationKind::Riding => return Pose::Sit,
            RelationKind::With if matches!(look_up(other).0, Class::Airborne) => {
                return Pose::Raise;
            }
            RelationKind::On => {
                let (class, _) = look_up(other);
                if matches!(class, Class::Seat | Class::Animal | Class::Cycle) {
                    return Pose::Sit;
                }
            }
            _ => {}
        }
    }
    if says(&[
        "walking", "running", "dancing", "jogging", "skating", "hiking", "marching",
    ]) {
        Pose::Walk
    } else if says(&["waving", "cheering", "jumping", "pointing", "greeting"]) {
        Pose::Raise
    } else if says(&["sitting", "seated", "riding"]) {
        Pose::Sit
    } else {
        Pose::Stand
    }
}
