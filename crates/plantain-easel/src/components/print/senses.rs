//! What a general or an ambiguous word of a prompt shows: several kinds for "woodland animals", a flower pot for "plants and pots".

use plantain_read::{Brief, ObjectPhrase};

use crate::studio::Studio;

/// A general noun, words beside it that narrow it (none for all the others), and the drawings that stand for it.
type Company = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

#[rustfmt::skip]
const COMPANIES: &[Company] = &[
    ("animal", &["woodland", "forest", "woods"], &["fox", "bear", "rabbit", "hedgehog", "owl", "deer"]),
    ("animal", &["farm", "barn", "farmyard"], &["cow", "pig", "rooster", "ewe", "horse", "goat"]),
    ("animal", &["jungle", "safari", "zoo", "african", "savanna", "savannah", "wild"], &["lion", "elephant", "giraffe", "zebra", "monkey"]),
    ("animal", &["sea", "ocean", "marine", "underwater"], &["whale", "octopus", "turtle", "dolphin", "crab"]),
    ("creature", &["sea", "ocean", "marine", "underwater"], &["whale", "octopus", "turtle", "dolphin", "crab"]),
    ("animal", &["arctic", "polar", "winter"], &["polar-bear", "penguin", "seal"]),
    ("animal", &[], &["fox", "rabbit", "bear", "elephant", "lion"]),
    ("pet", &[], &["dog", "cat", "rabbit", "hamster"]),
    ("insect", &[], &["butterfly", "honeybee", "lady-beetle"]),
    ("fruit", &["tropical", "exotic"], &["pineapple", "mango", "coconut", "banana", "kiwi-fruit"]),
    ("fruit", &["citrus"], &["lemon", "tangerine", "lime"]),
    ("fruit", &[], &["strawberry", "banana", "red-apple", "pear", "grapes", "peach"]),
    ("berry", &[], &["strawberry", "blueberries", "cherries"]),
    ("vegetable", &[], &["carrot", "tomato", "broccoli", "eggplant", "bell-pepper"]),
    ("instrument", &[], &["guitar", "trumpet", "drum", "violin"]),
    ("vehicle", &[], &["automobile", "bus", "delivery-truck"]),
];

/// Words that tell that a pot holds plants.
const GARDEN: &[&str] = &[
    "plant",
    "plants",
    "flower",
    "flowers",
    "garden",
    "gardening",
    "seedling",
    "seedlings",
    "herb",
    "herbs",
    "succulent",
    "succulents",
    "cactus",
    "nursery",
];

/// Words that tell that a bolt flashes.
const CURRENT: &[&str] = &[
    "charge",
    "charger",
    "charging",
    "electric",
    "electricity",
    "energy",
    "lightning",
    "power",
    "storm",
    "thunder",
    "voltage",
];

/// Whether a thing is asked for in yellow or gold.
fn yellow(brief: &Brief, noun: &str) -> bool {
    let mut things = brief.objects.iter().filter(|object| object.noun == noun);
    things.any(|object| {
        let color = object.color.as_ref();
        color.is_some_and(|color| matches!(color.name.as_str(), "yellow" | "gold"))
    })
}

/// Returns the drawings that stand together for a general word in the plural, in an order of the seed's own.
pub(super) fn company(studio: &Studio<'_>, phrase: &ObjectPhrase) -> Option<Vec<&'static str>> {
    if !phrase.plural && phrase.count.is_none_or(|count| count < 2) || phrase.color.is_some() {
        return None;
    }
    let words = phrase.words.to_lowercase();
    let has = |narrow: &&str| {
        words
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w == *narrow)
    };
    let (_, _, kinds) = COMPANIES.iter().find(|(noun, narrow, _)| {
        *noun == phrase.noun && (narrow.is_empty() || narrow.iter().any(has))
    })?;
    let mut kinds = kinds.to_vec();
    studio.rotate("company", &mut kinds);
    Some(kinds)
}

/// People whom the set does not have, and what stands for them on a printed piece.
const EMBLEMS: &[(&str, &str)] = &[
    ("pirate", "pirate flag"),
    ("cowboy", "cowboy hat"),
    ("cowgirl", "cowboy hat"),
    ("knight", "shield"),
    ("viking", "shield"),
    ("wizard", "magic wand"),
    ("ballerina", "ballet shoes"),
    ("explorer", "compass"),
    ("sailor", "anchor"),
    ("painter", "artist palette"),
];

/// Returns the noun by which a thing is drawn beside the other words of the brief.
pub fn sense<'a>(brief: &Brief, noun: &'a str) -> &'a str {
    let speaks = |words: &[&str]| {
        let things = brief.objects.iter().map(|o| o.noun.as_str());
        let about = brief
            .topic
            .iter()
            .map(String::as_str)
            .chain(brief.subject.as_deref());
        things
            .chain(about)
            .flat_map(|text| text.split(' '))
            .any(|word| words.contains(&word))
    };
    match noun {
        "bolt" if speaks(CURRENT) || yellow(brief, noun) => "lightning bolt",
        "pot" if speaks(GARDEN) => "flower pot",
        other if plantain_art::find_object(other).is_some() => other,
        other => EMBLEMS
            .iter()
            .find(|(who, _)| *who == other)
            .map_or(other, |(_, emblem)| emblem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_drawn() {
        for (noun, _, kinds) in COMPANIES {
            for kind in *kinds {
                assert!(plantain_art::object(kind).is_some(), "{noun}: {kind}");
            }
        }
        for (who, emblem) in EMBLEMS {
            let found = plantain_art::find_object(emblem);
            assert!(found.is_some_and(|found| found.exact), "{who}: {emblem}");
        }
    }

    #[test]
    fn pots_of_plants_are_flower_pots() {
        let prompt = "banner for a garden centre: Spring Sale, plants and pots";
        assert_eq!(sense(&plantain_read::read(prompt), "pot"), "flower pot");
        let prompt = "banner for a kitchen shop: Spring Sale, pans and pots";
        assert_eq!(sense(&plantain_read::read(prompt), "pot"), "pot");
    }
}
