//! Which things tell of which places, by custom.

use plantain_read::{Brief, RelationKind};

use crate::stage::cast::{Actor, Cast};
use crate::stage::lexicon::Class;
use crate::stage::place::Place;

/// Surfaces that have no form of their own.
pub(super) const COUNTERS: &[&str] = &[
    "counter",
    "kitchen counter",
    "countertop",
    "kitchen countertop",
    "worktop",
    "bar counter",
    "kitchen island",
    "tabletop",
    "table top",
];

/// Drawings of buildings that stand in streets.
pub(super) const URBAN: &[&str] = &[
    "shop-front",
    "convenience-store",
    "department-store",
    "bank",
    "post-office",
    "hotel",
    "office-building",
    "classical-building",
    "billboard",
    "a-frame-sign",
    "school",
    "double-decker-bus",
    "food-truck",
    "market-stall",
    "street-lamp",
    "oncoming-bus",
    "tram",
];

/// Furniture that nobody puts outdoors unasked.
pub(super) const INDOOR: &[&str] = &[
    "fireplace",
    "armchair",
    "sofa",
    "couch",
    "bookshelf",
    "bookcase",
    "wardrobe",
    "dresser",
    "chandelier",
    "desk",
    "bed",
    "bunk bed",
    "nightstand",
    "crib",
];

/// What stands on desks and shelves and nowhere outdoors.
pub(super) const GADGETS: &[&str] = &[
    "computer",
    "desktop computer",
    "laptop",
    "keyboard",
    "computer keyboard",
    "computer mouse",
    "printer",
    "monitor",
    "television",
    "tv",
    "microwave",
    "toaster",
    "hair dryer",
    "remote",
    "remote control",
    "telephone",
];

/// Nouns that bring their place with them.
pub(super) const IMPLIED: &[(&[&str], Place)] = &[
    (
        &[
            "rocket",
            "spaceship",
            "planet",
            "saturn",
            "ufo",
            "space station",
            "satellite",
        ],
        Place::Space,
    ),
    (&["cactus", "camel"], Place::Desert),
    (&["ice floe", "floe", "iceberg"], Place::Sea),
    (&["park bench", "seesaw", "swing set"], Place::Park),
    (
        &[
            "penguin",
            "polar bear",
            "igloo",
            "snowman",
            "reindeer",
            "sled",
            "walrus",
        ],
        Place::Snow,
    ),
    (&["blackboard", "chalkboard"], Place::Classroom),
    (
        &[
            "barn",
            "tractor",
            "cow",
            "sheep",
            "lamb",
            "haystack",
            "windmill",
            "scarecrow",
            "goat",
            "rooster",
            "chicken",
        ],
        Place::Farm,
    ),
    (
        &[
            "campfire",
            "tent",
            "owl",
            "deer",
            "bear",
            "wolf",
            "log",
            "fallen log",
            "mushroom",
        ],
        Place::Forest,
    ),
    (
        &[
            "duck",
            "swan",
            "duckling",
            "lily pad",
            "flamingo",
            "water lily",
        ],
        Place::Lake,
    ),
    (
        &[
            "palm tree",
            "sandcastle",
            "beach umbrella",
            "beach ball",
            "surfboard",
            "starfish",
            "seashell",
            "crab",
            "lighthouse",
        ],
        Place::Beach,
    ),
    (
        &["oven", "stove", "refrigerator", "fridge", "dishwasher"],
        Place::Kitchen,
    ),
    (
        &[
            "traffic light",
            "bus",
            "taxi",
            "skyscraper",
            "street light",
            "fire hydrant",
            "police car",
            "stop sign",
            "ambulance",
            "bus stop",
            "parking meter",
        ],
        Place::Street,
    ),
    (&["car", "truck", "motorcycle", "scooter"], Place::Street),
    (
        &["bench", "fountain", "swing", "slide", "seesaw", "see-saw"],
        Place::Park,
    ),
    (
        &[
            "toucan",
            "gorilla",
            "orangutan",
            "sloth",
            "chimpanzee",
            "jaguar",
            "hanging vine",
        ],
        Place::Jungle,
    ),
    (&["elephant", "giraffe", "zebra", "lion"], Place::Field),
    (
        &[
            "butterfly",
            "flower",
            "sunflower",
            "tulip",
            "rose bush",
            "bee",
            "watering can",
            "garden wall",
            "spider web",
            "cobweb",
        ],
        Place::Garden,
    ),
    (&["pier", "jetty", "dock", "wharf"], Place::Sea),
    (&["goal"], Place::Pitch),
    (
        &[
            "shark",
            "dolphin",
            "whale",
            "octopus",
            "jellyfish",
            "mermaid",
            "diver",
            "scuba diver",
        ],
        Place::Underwater,
    ),
];

/// Nouns that are part of the place and not things on it.
pub(in crate::stage::cast) fn scenery(noun: &str) -> Option<Place> {
    const THINGS: &[&str] = &[
        "moon",
        "mars",
        "planet",
        "table",
        "desk",
        "carpet",
        "island",
        "wave",
        "ice",
        "shelf",
        "table top",
        "tabletop",
        "castle",
        "cave",
        "shop",
        "hospital",
        "stage",
        "school",
    ];
    if noun == "ground" {
        return Some(Place::Field);
    }
    if noun.ends_with(" wall") && noun != "garden wall" {
        return Some(Place::Room);
    }
    // Mount Fuji lies behind everything.
    if noun.starts_with("mount ") || noun == "matterhorn" {
        return Some(Place::Mountains);
    }
    Place::named(noun).filter(|_| !THINGS.contains(&noun))
}

/// Returns the open land that a road leads through, where no word tells of a town.
pub(super) fn open_land(brief: &Brief) -> Option<Place> {
    const OPEN: &[&str] = &[
        "highway",
        "country road",
        "motorway",
        "freeway",
        "dirt road",
    ];
    const TOWN: &[&str] = &[
        "city",
        "town",
        "street",
        "skyscraper",
        "downtown",
        "sidewalk",
    ];
    const LANDS: &[&str] = &["desert", "forest", "mountain", "field", "farm"];
    let heard = brief.heard();
    let says = |words: &[&str]| words.iter().any(|word| heard.contains(word));
    if !says(OPEN) || says(TOWN) {
        return None;
    }
    let land = LANDS.iter().find(|word| heard.contains(*word));
    land.and_then(|word| Place::named(word))
        .or(Some(Place::Hills))
}

/// Returns whether it is a bridge that leads over water.
pub(super) fn spans(brief: &Brief, actor: &Actor) -> bool {
    let across = |r: &plantain_read::Relation| {
        r.subject == actor.phrase && matches!(r.kind, RelationKind::Above | RelationKind::On)
    };
    actor.prop.noun.ends_with("bridge") && brief.relations.iter().any(across)
}

/// Returns whether the prompt asks for a view from above.
pub(super) fn from_above(brief: &Brief) -> bool {
    const TOLD: &[&str] = &["above", "aerial", "top view", "top-down", "bird's"];
    let heard = brief.heard();
    TOLD.iter().any(|words| heard.contains(words))
}

/// Returns whether the prompt puts its houses at some water.
pub(super) fn at_shore(brief: &Brief) -> bool {
    const WATERS: &[&str] = &[
        "shore",
        "shoreline",
        "coast",
        "coastal",
        "coastline",
        "seaside",
        "harbor",
        "harbour",
        "bay",
        "fjord",
        "lakeside",
        "riverside",
        "waterfront",
        "lagoon",
        "sea",
        "lake",
        "river",
        "ocean",
        "fishing",
    ];
    let heard = brief.heard();
    heard
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| WATERS.contains(&word))
}

impl Cast {
    /// Returns whether somebody's trade is one of the street: musicians, performers, vendors.
    pub(super) fn works_in_street(&self, brief: &Brief) -> bool {
        self.actors.iter().any(|a| {
            let words = brief.objects[a.phrase].words.to_lowercase();
            a.prop.class == Class::Person && words.split(' ').any(|word| word == "street")
        })
    }

    /// Returns whether something that hangs elsewhere stands beside or between things that never hang.
    pub(super) fn is_row_of_hung_and_other(&self, brief: &Brief) -> bool {
        let hung = |phrase: usize| self.prop(phrase).map(|prop| prop.class == Class::Hung);
        brief.relations.iter().any(|r| {
            let row = matches!(
                r.kind,
                RelationKind::LeftOf
                    | RelationKind::RightOf
                    | RelationKind::NextTo
                    | RelationKind::Between
                    | RelationKind::InFrontOf
                    | RelationKind::Behind
            );
            let pair = (hung(r.subject), hung(r.object));
            row && matches!(pair, (Some(true), Some(false)) | (Some(false), Some(true)))
        })
    }
}
