//! Mends a brief for the stage: what grammar alone attaches to the wrong noun, knowledge of things puts right.
//!
//! "A man wearing a hat holding an apple": it is the man who holds it. "A woman with red hair": hair is no thing beside
//! her. Indices of objects stay as they are; what is absorbed is marked absent.

mod abstracts;
mod brought;
mod characters;
mod chess;
mod doings;
mod fittings;
mod flanks;
mod hands;
mod heads;
mod heights;
mod holders;
mod homes;
mod interiors;
mod leads;
mod meals;
mod owners;
mod pages;
mod parts;
mod plausible;
mod posts;
mod potted;
mod premises;
mod pursuits;
mod rows;
mod scoops;
mod shares;
mod snowed;
mod telling;
mod walls;
mod whereabouts;
mod wholes;
mod wording;
mod works;

pub use self::brought::drink_color;

use plantain_read::{Brief, ObjectPhrase, Position, Relation, RelationKind};

use super::lexicon::{Class, look_up};
use super::place::Place;
use super::prop::garment;
use wording::{
    counted_behind, counts, dark_skies, daylight, each_wears, glasses, neon_signs, origami, sizes,
    spectacles, stop_signs, words_of_art,
};

pub(in crate::stage) use hands::SHAKING_HANDS;
pub(in crate::stage) use heads::ON_THE_HEAD;
pub(in crate::stage) use holders::PRINTED;
pub(in crate::stage) use leads::{LEASHED, is_leash};
pub(in crate::stage) use pages::{is_flat_lay, is_grid};
pub(in crate::stage) use rows::row_of;
pub(crate) use whereabouts::{drifts, is_litter};
pub(in crate::stage) use wording::{GROWING, OF_ALL_SIZES};

/// Returns a copy of the brief in which every relation has the subject that can have it.
pub fn mend(brief: &Brief) -> Brief {
    let mut brief = brief.clone();
    parts::telegraphed(&mut brief);
    characters::settle(&mut brief);
    rows::settle(&mut brief);
    wholes::settle(&mut brief);
    pages::settle(&mut brief);
    telling::participles(&mut brief);
    brought::settle(&mut brief);
    telling::families(&mut brief);
    telling::collectives(&mut brief);
    telling::drawn_by(&mut brief);
    meals::batches(&mut brief);
    meals::named(&mut brief);
    meals::toppings(&mut brief);
    scoops::settle(&mut brief);
    heads::settle(&mut brief);
    hands::settle(&mut brief);
    interiors::settle(&mut brief);
    telling::named_places(&mut brief);
    owners::vessels(&mut brief);
    owners::parents(&mut brief);
    owners::belongings_of_people(&mut brief);
    owners::worn_by_owner(&mut brief);
    leads::settle(&mut brief);
    holders::settle(&mut brief);
    flanks::settle(&mut brief);
    snowed::settle(&mut brief);
    walls::settle(&mut brief);
    homes::settle(&mut brief);
    potted::settle(&mut brief);
    works::settle(&mut brief);
    plausible::settle(&mut brief);
    whereabouts::settle(&mut brief);
    doings::settle(&mut brief);
    counts(&mut brief);
    counted_behind(&mut brief);
    sizes(&mut brief);
    words_of_art(&mut brief);
    neon_signs(&mut brief);
    daylight(&mut brief);
    dark_skies(&mut brief);
    origami(&mut brief);
    glasses(&mut brief);
    each_wears(&mut brief);
    shares::settle(&mut brief);
    pursuits::settle(&mut brief);
    stop_signs(&mut brief);
    heights::settle(&mut brief);
    abstracts::settle(&mut brief);
    orphans(&mut brief);
    spectacles(&mut brief);
    parts::settle(&mut brief);
    chains(&mut brief);
    garments(&mut brief);
    premises::settle(&mut brief);
    chess::settle(&mut brief);
    fittings::settle(&mut brief);
    holders::carpets(&mut brief);
    telling::belongings(&mut brief);
    posts::display(&mut brief);
    posts::chairs(&mut brief);
    telling::intangibles(&mut brief);
    telling::audiences(&mut brief);
    celestial_ground(&mut brief);
    aloft(&mut brief);
    material_ground(&mut brief);
    paved_ground(&mut brief);
    felt(&mut brief);
    pitch(&mut brief);
    brief
}

fn class(brief: &Brief, i: usize) -> Class {
    brief
        .objects
        .get(i)
        .map_or(Class::Thing, |o| look_up(&o.noun).0)
}

/// Returns whether it wears clothes in pictures.
pub fn can_wear(noun: &str) -> bool {
    look_up(noun).0.is_animate()
        || [
            "snowman",
            "robot",
            "teddy bear",
            "doll",
            "scarecrow",
            "statue",
            "pumpkin",
        ]
        .contains(&noun)
}

/// Of one person alone, hair, mustaches and glasses that the words tie to nobody are theirs.
fn orphans(brief: &mut Brief) {
    let people: Vec<usize> = (0..brief.objects.len())
        .filter(|i| !brief.objects[*i].absent && class(brief, *i) == Class::Person)
        .collect();
    let [person] = people[..] else { return };
    if brief.objects[person].count.is_some_and(|n| n > 1) {
        return;
    }
    for i in person + 1..brief.objects.len() {
        let object = &brief.objects[i];
        let glasses = object.noun == "glass" && object.plural && object.count.is_none();
        let own = parts::PARTS.contains(&object.noun.as_str())
            || glasses
            || garment(&object.noun).is_some();
        let tied = brief
            .relations
            .iter()
            .any(|r| r.subject == i || r.object == i);
        if own && !tied && !object.absent {
            brief.relations.push(Relation {
                subject: person,
                kind: RelationKind::With,
                object: i,
            });
        }
    }
}

/// Which of the two stands on, in or with the other, and which that other is; none of any other relation.
fn part_and_whole(relation: &Relation) -> Option<(usize, usize)> {
    match relation.kind {
        RelationKind::On | RelationKind::In => Some((relation.subject, relation.object)),
        RelationKind::With => Some((relation.object, relation.subject)),
        _ => None,
    }
}

/// Adds a thing that the words leave out, or tell in one with another, and ties it to its owner.
fn bring(brief: &mut Brief, owner: usize, kind: RelationKind, thing: ObjectPhrase) {
    brief.objects.push(thing);
    brief.relations.push(Relation {
        subject: owner,
        kind,
        object: brief.objects.len() - 1,
    });
}

fn absorb(object: &mut ObjectPhrase) {
    object.absent = true;
    object.count = Some(0);
}

/// What is worn or held does not act: its bearer does.
fn chains(brief: &mut Brief) {
    for _ in 0..brief.objects.len() {
        for r in 0..brief.relations.len() {
            let Relation {
                subject,
                kind,
                object,
            } = brief.relations[r];
            let Some(bearer) = bearer(brief, subject, r) else {
                continue;
            };
            if bearer == object {
                continue;
            }
            let acts = matches!(
                kind,
                RelationKind::Wearing
                    | RelationKind::Holding
                    | RelationKind::Eating
                    | RelationKind::Riding
                    | RelationKind::Chasing
                    | RelationKind::NextTo
            );
            let stands = matches!(
                kind,
                RelationKind::On
                    | RelationKind::Under
                    | RelationKind::Behind
                    | RelationKind::InFrontOf
            ) && can_wear(&brief.objects[bearer].noun);
            if acts || stands {
                brief.relations[r].subject = bearer;
            } else if kind == RelationKind::In && brief.objects[subject].noun == "glasses" {
                brief.relations[r] = Relation {
                    subject: bearer,
                    kind: RelationKind::Holding,
                    object,
                };
            }
        }
    }
    // "Reading a newspaper": what was put in the glasses is held by their wearer.
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        if kind == RelationKind::In
            && brief.objects[object].noun == "glasses"
            && let Some(wearer) = bearer(brief, object, r)
        {
            brief.relations[r] = Relation {
                subject: wearer,
                kind: RelationKind::Holding,
                object: subject,
            };
        }
    }
}

/// Returns who wears or holds a phrase.
fn bearer(brief: &Brief, phrase: usize, except: usize) -> Option<usize> {
    brief
        .relations
        .iter()
        .enumerate()
        .find(|(i, r)| {
            *i != except
                && r.object == phrase
                && matches!(
                    r.kind,
                    RelationKind::Wearing | RelationKind::Holding | RelationKind::Eating
                )
                && r.subject != phrase
        })
        .map(|(_, r)| r.subject)
        .or_else(|| {
            // A garment without a wearer of its own goes with the garment before it.
            garment(&brief.objects[phrase].noun)?;
            let before = phrase.checked_sub(1)?;
            garment(&brief.objects[before].noun)?;
            brief
                .relations
                .iter()
                .find(|r| r.object == before && r.kind == RelationKind::Wearing)
                .map(|r| r.subject)
        })
}

/// Garments that nobody wears are worn by who can: the wearer of the garment before, or the only one there is.
fn garments(brief: &mut Brief) {
    for phrase in 0..brief.objects.len() {
        let object = &brief.objects[phrase];
        if object.absent || garment(&object.noun).is_none() {
            continue;
        }
        if brief
            .relations
            .iter()
            .any(|r| r.subject == phrase || r.object == phrase)
        {
            continue;
        }
        if let Some(wearer) = bearer(brief, phrase, usize::MAX) {
            let kind = if is_found(brief, wearer, phrase) {
                RelationKind::NextTo
            } else {
                RelationKind::Wearing
            };
            brief.relations.push(Relation {
                subject: wearer,
                kind,
                object: phrase,
            });
        }
    }
}

/// Returns whether somebody only finds, sees or loses a thing.
fn is_found(brief: &Brief, who: usize, what: usize) -> bool {
    const MEETS: &[&str] = &[
        "finds",
        "find",
        "sees",
        "spots",
        "discovers",
        "loses",
        "buys",
        "looks",
        "notices",
    ];
    let (from, to) = (brief.objects[who].span.end, brief.objects[what].span.start);
    let between = brief.prompt.get(from..to).unwrap_or_default();
    between
        .split_whitespace()
        .any(|word| MEETS.contains(&word.to_lowercase().as_str()))
}

/// Who stands on the moon makes it the ground, and so does its landscape.
fn celestial_ground(brief: &mut Brief) {
    whereabouts::worlds(brief);
    for r in 0..brief.relations.len() {
        let told = brief.relations[r].clone();
        let ground = matches!(
            brief.objects[told.object].noun.as_str(),
            "moon" | "mars" | "planet"
        );
        let stands = !matches!(class(brief, told.subject), Class::Celestial | Class::Cloud);
        if ground && stands && matches!(told.kind, RelationKind::On | RelationKind::In) {
            whereabouts::set_on(brief, told.object);
        }
    }
}

/// "A star above a mountain" stands in the sky.
fn above_the_land(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let ground = matches!(
            class(brief, object),
            Class::Land | Class::Building | Class::Tree | Class::Celestial
        );
        let star = &mut brief.objects[subject];
        if kind == RelationKind::Above && ground && star.noun == "star" && star.shape.is_none() {
            star.position.get_or_insert(Position::Top);
        }
    }
}

/// "The earth in the sky behind him" stands in the sky and not at his back.
fn aloft(brief: &mut Brief) {
    above_the_land(brief);
    let heard = brief.heard();
    if !heard.contains("in the sky") && !heard.contains("in sky") {
        return;
    }
    // "Three stars in the sky" are none that lie about.
    for i in 0..brief.objects.len() {
        let tied = brief
            .relations
            .iter()
            .any(|r| r.subject == i || r.object == i);
        let object = &mut brief.objects[i];
        if object.noun == "star" && !tied && object.shape.is_none() {
            object.position.get_or_insert(Position::Top);
        }
    }
    let high: Vec<bool> = (0..brief.objects.len())
        .map(|i| class(brief, i) == Class::Celestial)
        .collect();
    brief
        .relations
        .retain(|r| !(high[r.subject] && r.kind == RelationKind::Behind));
}

/// Colours of the materials that tops and floors are made of.
const TOPS: &[(&str, u32)] = &[
    ("marble", 0xe4e2de),
    ("wood", 0xb67b4a),
    ("concrete", 0xb4b3af),
    ("stone", 0xa9a59d),
    ("slate", 0x565d66),
    ("granite", 0x8d8f94),
    ("velvet", 0x6d2745),
    ("silk", 0xe3cdd2),
    ("linen", 0xe6ddca),
    ("leather", 0x8a5836),
];
/// Ground that people walk and drive on, and where it is.
const PAVED: &[(&str, &str)] = &[
    ("asphalt", "street"),
    ("tarmac", "street"),
    ("pavement", "street"),
    ("cobblestone", "street"),
    ("gravel", "park"),
];

/// Returns the colour that a top or floor of this material has.
fn surface_color(material: &str) -> Option<plantain_read::Color> {
    let (name, rgb) = TOPS.iter().find(|(noun, _)| *noun == material)?;
    Some(plantain_read::Color {
        name: (*name).to_owned(),
        rgb: rgb.to_be_bytes()[1..].try_into().unwrap_or_default(),
    })
}

/// "Cones on grey asphalt": what is paved with it is the place.
fn paved_ground(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation { kind, object, .. } = brief.relations[r];
        let ground = &brief.objects[object];
        let Some((_, place)) = PAVED.iter().find(|(noun, _)| *noun == ground.noun) else {
            continue;
        };
        if kind != RelationKind::On || ground.absent {
            continue;
        }
        if let Some(color) = ground.color.clone() {
            brief.setting.ground.get_or_insert(color);
        }
        brief
            .setting
            .place
            .get_or_insert_with(|| (*place).to_owned());
        absorb(&mut brief.objects[object]);
    }
}

/// "Dice on green felt": a cloth on the table.
fn felt(brief: &mut Brief) {
    let heard = brief.heard();
    let Some((before, _)) = heard.split_once(" felt") else {
        return;
    };
    let Some((_, words)) = before.rsplit_once(" on ") else {
        return;
    };
    let name = words.trim_start_matches("a ").trim_start_matches("the ");
    let Some(rgb) = plantain_read::color_of(name, "en") else {
        return;
    };
    brief.objects.push(ObjectPhrase {
        noun: "tablecloth".to_owned(),
        count: Some(0),
        absent: true,
        color: Some(plantain_read::Color {
            name: name.to_owned(),
            rgb,
        }),
        ..ObjectPhrase::default()
    });
    brief
        .setting
        .place
        .get_or_insert_with(|| "table".to_owned());
}

/// "On marble", "on wood": the material is a table top, no thing of its own.
fn material_ground(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation { kind, object, .. } = brief.relations[r];
        let ground = &brief.objects[object];
        let Some(color) = surface_color(&ground.noun) else {
            continue;
        };
        let article = ["a ", "an ", "the ", "one "]
            .iter()
            .any(|word| ground.words.to_lowercase().starts_with(word));
        if kind != RelationKind::On || ground.absent || ground.plural || article {
            continue;
        }
        let color = ground.color.clone().unwrap_or(color);
        brief.setting.ground.get_or_insert(color);
        brief
            .setting
            .place
            .get_or_insert_with(|| "table".to_owned());
        absorb(&mut brief.objects[object]);
    }
}

/// Markings of a field seen from above are not things, and "above" says nothing about the ball.
fn pitch(brief: &mut Brief) {
    let here = brief.setting.place.as_deref().and_then(Place::named) == Some(Place::Pitch);
    if !here {
        return;
    }
    let circle = brief
        .objects
        .iter()
        .any(|o| o.noun == "circle" || o.noun == "center circle");
    for object in &mut brief.objects {
        if matches!(
            object.noun.as_str(),
            "circle" | "center circle" | "line" | "marking" | "center"
        ) {
            absorb(object);
        } else if object.position == Some(Position::Top) {
            object.position = circle.then_some(Position::Center);
        }
    }
}

/// The nouns of what is shown of a prompt after all mends.
#[cfg(test)]
pub(crate) fn shown(prompt: &str) -> String {
    let brief = mend(&plantain_read::read(prompt));
    let told = brief.objects.iter().filter(|o| !o.absent);
    let nouns: Vec<&str> = told.map(|o| o.noun.as_str()).collect();
    nouns.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(noun: &str) -> ObjectPhrase {
        ObjectPhrase {
            noun: noun.into(),
            count: Some(1),
            ..ObjectPhrase::default()
        }
    }

    fn relation(subject: usize, kind: RelationKind, object: usize) -> Relation {
        Relation {
            subject,
            kind,
            object,
        }
    }

    #[test]
    fn the_wearer_acts_and_not_the_hat() {
        let brief = Brief {
            objects: vec![
                object("man"),
                object("hat"),
                object("scarf"),
                object("apple"),
            ],
            relations: vec![
                relation(0, RelationKind::Wearing, 1),
                relation(2, RelationKind::Holding, 3),
            ],
            ..Brief::default()
        };
        let mended = mend(&brief);
        assert!(
            mended
                .relations
                .contains(&relation(0, RelationKind::Holding, 3))
        );
        assert!(
            mended
                .relations
                .contains(&relation(0, RelationKind::Wearing, 2))
        );
    }

    #[test]
    fn hair_belongs_to_its_owner() {
        let mut hair = object("hair");
        hair.attributes = vec!["curly".into()];
        let brief = Brief {
            objects: vec![object("woman"), hair],
            relations: vec![relation(0, RelationKind::With, 1)],
            ..Brief::default()
        };
        let mended = mend(&brief);
        assert!(mended.objects[1].absent);
        assert!(
            mended.objects[0]
                .attributes
                .contains(&"curly hair".to_owned())
        );
    }
}
