//! Which things tell of which places, by custom.

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
        &["campfire", "tent", "owl", "deer", "bear", "wolf", "log"],
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
    (&["bench", "fountain", "swing", "slide"], Place::Park),
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

/// Returns whether the prompt asks for a view from above.
pub(super) fn from_above(brief: &plantain_read::Brief) -> bool {
    const TOLD: &[&str] = &["above", "aerial", "top view", "top-down", "bird's"];
    let heard = brief.heard();
    TOLD.iter().any(|words| heard.contains(words))
}
