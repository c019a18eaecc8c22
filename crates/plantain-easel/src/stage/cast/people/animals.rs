//! Animals that are dressed like people: who they are, and what tells so.

use plantain_read::{Brief, Genre, RelationKind};

use crate::stage::lexicon::{Class, Slot, look_up};
use crate::stage::person::is_trade;
use crate::stage::prop::garment;

/// Trades of people who work with animals: a dog trainer is no dog.
const WITH_ANIMALS: &[&str] = &[
    "farmer",
    "trainer",
    "walker",
    "tamer",
    "rider",
    "hunter",
    "keeper",
    "breeder",
    "jockey",
    "vet",
    "veterinarian",
    "catcher",
    "shepherd",
    "racer",
    "boy",
    "girl",
    "man",
    "woman",
    "lady",
    "owner",
    "groomer",
    "sitter",
    "lover",
    "person",
    "people",
    "thief",
    "burglar",
    "child",
    "kid",
];

/// Returns the animal that a phrase dresses like a person: an "astronaut cat", and in a portrait "a fox with a hoodie".
pub(in crate::stage::cast) fn masked(brief: &Brief, phrase: usize) -> Option<&str> {
    let object = brief.objects.get(phrase)?;
    let mut words = object.words.split(' ').chain(object.noun.split(' '));
    let animal = words.find(|word| look_up(word).0 == Class::Animal)?;
    let trade = |word: &str| {
        let who = is_trade(word) || look_up(word).0 == Class::Person;
        who && !WITH_ANIMALS.contains(&word)
    };
    let works =
        object.noun.split(' ').any(trade) || object.attributes.iter().any(|word| trade(word));
    let portrait = brief.genre == Genre::Avatar
        || ["avatar", "mascot", "character"]
            .iter()
            .any(|word| brief.heard().contains(word));
    let dressed = || {
        brief.relations.iter().any(|r| {
            let clothes = matches!(
                r.kind,
                RelationKind::Wearing | RelationKind::With | RelationKind::In
            );
            clothes
                && r.subject == phrase
                && matches!(
                    garment(&brief.objects[r.object].noun),
                    Some(Slot::Torso | Slot::Whole)
                )
        })
    };
    (works || portrait && dressed()).then_some(animal)
}
