//! What a prompt tells beside its things: who does what, what belongs to the place, what cannot be touched.

mod groups;

use plantain_read::Brief;

use super::absorb;
use crate::stage::lexicon::{Class, look_up};
use crate::stage::place::Place;
use groups::person;

pub(super) use groups::collectives;
pub(super) use groups::drawn_by;
pub(super) use groups::families;

/// What no one can pick up: light, mood, movement, occasions. It shapes the picture and is no thing in it.
const INTANGIBLE: &[&str] = &[
    "yoga",
    "meditation",
    "display",
    "reflection",
    "hand",
    "blueprint",
    "woodblock",
    "mascot",
    "mesa",
    "butte",
    "ridge",
    "plateau",
    "hillside",
    "slope",
    "pastel",
    "neon",
    "abstract",
    "aurora",
    "northern light",
    "path",
    "trail",
    "falling leaf",
    "traffic",
    "shadow",
    "light",
    "lighting",
    "sunlight",
    "moonlight",
    "steam",
    "mist",
    "fog",
    "haze",
    "smoke",
    "glow",
    "spell",
    "trick",
    "view",
    "concert",
    "party",
    "performance",
    "show",
    "corridor",
    "interior",
    "exterior",
    "atmosphere",
    "ambience",
    "ambiance",
    "bokeh",
    "blur",
    "depth",
    "detail",
    "texture",
    "mood",
    "vibe",
    "feeling",
    "motion",
    "movement",
    "action",
    "breeze",
    "dot",
    "halftone dot",
    "gradient",
    "perspective",
    "composition",
    "color",
    "colour",
    "palette",
    "tone",
    "contrast",
    "focus",
    "space",
    "silence",
    "adventure",
    "journey",
    "trip",
    "work",
    "job",
    "game",
    "fun",
    "love",
    "joy",
    "happiness",
    "friendship",
    "teamwork",
    "success",
    "dream",
    "magic",
    "beauty",
    "nature",
    "landscape",
    "seascape",
    "cityscape",
    "portrait",
    "full body",
    "body",
    "pose",
    "outfit",
    "clothes",
    "clothing",
    "look",
    "character",
    "figure",
    "still life",
    "subject",
    "setting",
    "environment",
    "surroundings",
    "horizon",
    "golden hour",
    "blue hour",
    "way",
    "hour",
    "time",
    "moment",
    "life",
    "world",
    "everyday life",
    "rush hour",
    "traffic jam",
    "weather",
    "temperature",
    "air",
    "dust",
    "noise",
    "grain",
    "sparkle",
    "ray",
    "sunray",
    "sunbeam",
    "beam",
    "lens flare",
    "vignette",
    "ripple",
    "deck",
    "crosswalk",
    "pavement",
    "sidewalk",
    "road",
    "ground",
    "floor",
    "ceiling",
];

/// "A crowd of people watching a concert": the audience, which a stage shows by itself.
pub(super) fn audiences(brief: &mut Brief) {
    if brief.setting.place.as_deref().and_then(Place::named) != Some(Place::Stage) {
        return;
    }
    let heard = brief.heard();
    for object in brief.objects.iter_mut().filter(|o| !o.absent) {
        let many = object.plural && object.count.is_none() && object.noun == "person";
        let listens = [
            "crowd of people",
            "audience of people",
            "people in the audience",
        ];
        if many && listens.iter().any(|words| heard.contains(words)) {
            absorb(object);
        }
    }
}

/// What happens on a stage.
const OCCASIONS: &[&str] = &[
    "concert",
    "gig",
    "rock concert",
    "music festival",
    "theater play",
    "talent show",
];

/// Parts that a place shows by itself.
fn fixtures(place: Place) -> &'static [&'static str] {
    match place {
        Place::Avenue | Place::Street | Place::Skyline | Place::Village => &[
            "window",
            "neon sign",
            "neon light",
            "neon",
            "building",
            "skyscraper",
            "shop",
            "store",
            "street light",
            "street lamp",
            "street",
            "road",
            "house",
            "roof",
            "rooftop",
            "chimney",
            "city light",
            "light",
            "city",
            "tower",
            "puddle",
            "storefront",
            "shop window",
            "cottage",
            "warm window",
            "lamp",
            "facade",
            "sign",
            "door",
            "stone",
            "cobblestone",
            "corner",
            "display",
        ],
        Place::Market => &[
            "stall",
            "market stall",
            "awning",
            "string light",
            "lantern",
            "lamp",
            "goods",
            "house",
            "cobblestone",
        ],
        Place::Jungle => &[
            "vine",
            "hanging vine",
            "liana",
            "palm tree",
            "fern",
            "leaf",
            "foliage",
            "tree",
            "canopy",
            "bush",
        ],
        Place::Platform => &[
            "platform", "station", "train", "track", "rail", "railway", "roof", "bench", "clock",
        ],
        Place::Terrace => &["railing", "rail", "floor", "tile", "city", "skyline"],
        Place::Library => &["bookshelf", "bookcase", "shelf", "book"],
        Place::Cafe => &["window", "coffee machine", "shelf", "bar"],
        Place::Shop => &["shelf", "product", "goods"],
        Place::Office => &["window", "desk lamp", "wall", "city"],
        Place::Stage => &[
            "curtain",
            "spotlight",
            "audience",
            "crowd",
            "light",
            "stage light",
        ],
        Place::Kitchen => &["counter", "cupboard", "cabinet", "window", "tile"],
        Place::Hospital => &["corridor", "wall", "door", "hallway"],
        Place::Cave => &["stalactite", "stalagmite", "wall", "rock", "darkness"],
        Place::Castle => &["torch", "carpet", "red carpet", "wall", "banner"],
        Place::Spacecraft => &[
            "window",
            "porthole",
            "control panel",
            "console",
            "screen",
            "wall",
            "hatch",
            "star",
        ],
        Place::Gym => &["mirror", "mat"],
        Place::Mountains | Place::Hills | Place::Lake | Place::Forest => {
            &["valley", "peak", "shore", "pine", "forest", "hill"]
        }
        _ => &[],
    }
}

/// Verbs of two that end in -ing and turn a person into a phrase: "man walking".
pub(super) fn participles(brief: &mut Brief) {
    for object in &mut brief.objects {
        // "A woman with curly hair" is a woman, whatever pictures go by that name.
        if let Some((who, has)) = object.noun.clone().split_once(" with ")
            && look_up(who).0 == Class::Person
        {
            object.noun = who.to_owned();
            object.attributes.push(has.to_owned());
        }
        // "A robot chef" is a robot.
        if object.noun.starts_with("robot ") {
            object.noun = "robot".to_owned();
        }
        let Some((who, does)) = object
            .noun
            .clone()
            .rsplit_once(' ')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
        else {
            continue;
        };
        let person = |noun: &str| look_up(noun).0 == Class::Person;
        if does.ends_with("ing") && person(&who) && !person(&object.noun) {
            object.noun = who;
            object.attributes.push(does);
        } else if let Some((first, rest)) = object.noun.clone().split_once(' ')
            && person(first)
            && !person(rest)
            && first != "model"
            && rest.ends_with("ing")
        {
            object.noun = first.to_owned();
            object.attributes.push(rest.to_owned());
        }
    }
}

/// Takes out what cannot be touched, as long as something else is left or the place leads.
pub(super) fn intangibles(brief: &mut Brief) {
    let there = brief.objects.iter().filter(|o| !o.absent).count();
    let place = brief.setting.place.is_some();
    let heads_picnic = brief
        .objects
        .iter()
        .any(|o| !o.absent && (o.noun.ends_with("blanket") || o.noun.ends_with("basket")));
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let open = object.count.is_none_or(|n| n <= 1) && !has_words(brief, i);
        let known = plantain_art::find_object(&object.noun).is_some_and(|f| f.exact);
        let last = object.noun.rsplit(' ').next().unwrap_or_default();
        let vague =
            INTANGIBLE.contains(&object.noun.as_str()) || !known && INTANGIBLE.contains(&last);
        if object.noun == "aurora" && !object.absent && object.count != Some(0) {
            let night = plantain_read::TimeOfDay::Night;
            brief.setting.time.get_or_insert(night);
        }
        let object = &brief.objects[i];
        if open && OCCASIONS.contains(&object.noun.as_str()) {
            brief
                .setting
                .place
                .get_or_insert_with(|| "stage".to_owned());
            absorb(&mut brief.objects[i]);
        } else if open && vague && (there > 1 || place)
            || object.noun == "picnic" && !object.absent && heads_picnic
        {
            absorb(&mut brief.objects[i]);
        } else if object.noun == "picnic" && !object.absent {
            "picnic basket".clone_into(&mut brief.objects[i].noun);
        }
    }
}

/// Takes out what the place shows by itself.
pub(super) fn belongings(brief: &mut Brief) {
    let Some(place) = brief.setting.place.as_deref().and_then(Place::named) else {
        return;
    };
    let place = if place == Place::Street {
        Place::Avenue
    } else {
        place
    };
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let open = object.count.is_none_or(|n| n <= 1)
            && (object.plural || object.count.is_none_or(|_| true));
        // Painted cupboards are those of the kitchen, too.
        let painted =
            place == Place::Kitchen && matches!(object.noun.as_str(), "cabinet" | "cupboard");
        let plain = object.color.is_none() || painted && object.plural;
        let alone = plain && object.position.is_none() && !has_words(brief, i);
        // Who sits on books or reads one needs them.
        let used = brief.relations.iter().any(|r| {
            r.object == i
                && matches!(
                    r.kind,
                    plantain_read::RelationKind::On | plantain_read::RelationKind::Holding
                )
                && look_up(&brief.objects[r.subject].noun).0.is_animate()
        });
        // "A grocery store seen from outside": what it is a picture of.
        let told = i == 0 && object.attributes.iter().any(|a| a == "building");
        let alone = alone && !used && !told;
        if !object.absent && open && alone && fixtures(place).contains(&object.noun.as_str()) {
            absorb(&mut brief.objects[i]);
        }
    }
}

fn has_words(brief: &Brief, phrase: usize) -> bool {
    brief.literals.iter().any(|l| l.on_object == Some(phrase))
}

/// Nouns of several words whose last one is a place: "a Tokyo street", "a mountain lake".
pub(super) fn named_places(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let Some((first, last)) = object.noun.rsplit_once(' ') else {
            continue;
        };
        let fixed = object.absent || object.count.is_some_and(|n| n > 1) || has_words(brief, i);
        let known = plantain_art::find_object(&object.noun).is_some_and(|f| f.exact)
            || plantain_read::kind_of(&object.noun).is_some();
        // "A forest path" lies in the forest.
        let (known, last) = match last {
            "path" | "trail" | "clearing" | "scene" | "landscape" if GROUNDS.contains(&first) => {
                (false, first)
            }
            _ => (known, last),
        };
        let ranged = last == "lake"
            && ["mountain", "alpine"]
                .iter()
                .any(|w| object.noun.starts_with(w));
        if fixed || known && !ranged || !GROUNDS.contains(&last) {
            continue;
        }
        let last = last.to_owned();
        if ranged {
            let range = person("mountain", object.span.clone(), None);
            brief.objects.push(range);
        }
        brief.setting.place.get_or_insert(last);
        absorb(&mut brief.objects[i]);
    }
}

/// Places that nobody mistakes for a thing.
const GROUNDS: &[&str] = &[
    "street",
    "city",
    "town",
    "skyline",
    "village",
    "beach",
    "forest",
    "woods",
    "jungle",
    "desert",
    "field",
    "meadow",
    "garden",
    "park",
    "lake",
    "river",
    "pond",
    "sea",
    "ocean",
    "hills",
    "valley",
    "farm",
    "room",
    "kitchen",
    "bedroom",
    "bathroom",
    "office",
    "library",
    "cafe",
    "restaurant",
    "classroom",
    "hospital",
    "stage",
    "road",
    "alley",
    "market",
    "shop",
    "gym",
    "lab",
    "castle hall",
    "corridor",
];

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn a_prompt_tells_more_than_its_things() {
        let things = |prompt: &str| -> Vec<String> {
            mend(&plantain_read::read(prompt))
                .objects
                .iter()
                .filter(|o| !o.absent)
                .map(|o| o.noun.clone())
                .collect()
        };
        for (prompt, expected) in [
            ("man walking in the city", vec!["man"]),
            ("a wizard casting a spell in a forest", vec!["wizard"]),
            ("neon city street at night, rain, reflections", vec![]),
            ("family of four walking in the park", vec!["family"]),
            ("snowy village at night, warm windows", vec![]),
        ] {
            assert_eq!(things(prompt), expected, "{prompt}");
        }
        for (prompt, expected) in [
            (
                "twelve sailing boats on the sea, one of them red",
                vec![("sailboat", 11), ("sailboat", 1)],
            ),
            (
                "five birds in a field, two of them blue",
                vec![("bird", 3), ("bird", 2)],
            ),
            (
                "a girl with a dog at her feet, snow outside the window",
                vec![("girl", 1), ("dog", 1), ("window", 1)],
            ),
            ("a perfume bottle on marble", vec![("perfume", 1)]),
        ] {
            let counted: Vec<(String, u32)> = mend(&plantain_read::read(prompt))
                .objects
                .iter()
                .filter(|o| !o.absent)
                .map(|o| (o.noun.clone(), o.count.unwrap_or(0)))
                .collect();
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(noun, n)| (noun.to_owned(), n))
                .collect();
            assert_eq!(counted, expected, "{prompt}");
        }
        let brief = mend(&plantain_read::read("family of four walking in the park"));
        assert!(
            brief
                .objects
                .iter()
                .any(|o| o.noun == "family" && o.count == Some(4))
        );
    }
}
