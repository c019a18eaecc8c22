//! Themes that suit a topic, where the prompt leaves the look open.

use plantain_read::Role;

use crate::studio::Studio;

/// Words of a topic, and the presets that suit it; the first row whose words are told is taken.
const TOPICS: &[(&[&str], &[&str])] = &[
    // Who searches wants to be read from afar, with the picture as it is.
    (
        &["lost", "missing", "reward"],
        &["poster-bold", "high-contrast", "swiss", "friendly"],
    ),
    (
        &[
            "halloween",
            "spooky",
            "haunted",
            "ghost",
            "witch",
            "skeleton",
        ],
        &["spooky", "gothic"],
    ),
    // A pumpkin alone is a fruit of the season.
    (
        &["harvest", "autumn", "thanksgiving", "pumpkin", "orchard"],
        &["mid-century", "vintage", "seventies", "botanical"],
    ),
    (
        &["pirate", "pirates", "treasure", "buccaneer", "sailor"],
        &["vintage", "nautical", "western"],
    ),
    (
        &[
            "mermaid",
            "unicorn",
            "princess",
            "fairy",
            "ballerina",
            "butterfly",
        ],
        &["pastel", "romantic", "friendly"],
    ),
    (
        &[
            "luau",
            "tiki",
            "hawaiian",
            "hawaii",
            "flamingo",
            "pineapple",
            "pool",
        ],
        &["tropical", "memphis", "playful"],
    ),
    (
        &[
            "space",
            "astronaut",
            "rocket",
            "galaxy",
            "alien",
            "planet",
            "ufo",
            "sci-fi",
            "robot",
            "saturn",
        ],
        &["night", "neon", "bauhaus"],
    ),
    (
        &["safari", "jungle", "dinosaur", "dinosaurs", "zoo"],
        &["playful", "tropical", "friendly", "botanical"],
    ),
    (&["disco", "roller"], &["seventies", "neon", "memphis"]),
    (
        &["christmas", "xmas", "santa", "advent", "nativity"],
        &["christmas", "vintage", "luxury", "friendly", "botanical"],
    ),
    (
        &["valentine", "valentines", "romance", "bridal"],
        &["romantic", "pastel", "boho", "editorial"],
    ),
    (
        &[
            "thriller",
            "noir",
            "crime",
            "mystery",
            "detective",
            "horror",
        ],
        &["noir", "gothic", "risograph", "swiss", "brutalist"],
    ),
    (
        &["rodeo", "cowboy", "saloon", "country"],
        &["western", "vintage", "kraft"],
    ),
    (
        &[
            "ramen", "sushi", "izakaya", "sake", "judo", "karate", "tokyo", "kyoto", "japan",
        ],
        &["japanese", "risograph", "mid-century", "swiss"],
    ),
    (
        &[
            "travel", "trip", "vacation", "holiday", "tour", "tourism", "island", "beach", "surf",
            "cruise", "resort", "park", "national",
        ],
        &[
            "vintage",
            "mid-century",
            "risograph",
            "tropical",
            "seventies",
            "nautical",
        ],
    ),
    (
        &[
            "exhibition",
            "museum",
            "gallery",
            "architecture",
            "design",
            "typography",
            "biennale",
        ],
        &[
            "swiss",
            "bauhaus",
            "editorial",
            "monochrome",
            "risograph",
            "brutalist",
        ],
    ),
    (
        &[
            "safety", "warning", "protest", "strike", "union", "vote", "rights", "climate",
        ],
        &[
            "poster-bold",
            "high-contrast",
            "brutalist",
            "swiss",
            "risograph",
        ],
    ),
    (
        &[
            "rap", "hip hop", "hop", "rapper", "trap", "drill", "mixtape",
        ],
        &["noir", "poster-bold", "brutalist", "risograph", "neon"],
    ),
    (
        &["metal", "punk", "hardcore", "thrash", "goth"],
        &["gothic", "noir", "brutalist", "monochrome"],
    ),
    (
        &["soul", "funk", "reggae", "blues"],
        &["seventies", "mid-century", "risograph", "vintage"],
    ),
    (
        &["comic", "superhero", "arcade"],
        &["pop-art", "playful", "memphis"],
    ),
    (
        &[
            "baby",
            "pregnancy",
            "nursery",
            "toddler",
            "beauty",
            "skincare",
            "makeup",
            "nail",
            "nails",
            "eyelash",
            "salon",
            "bride",
        ],
        &["pastel", "friendly", "editorial", "botanical", "minimal"],
    ),
    (
        &[
            "wedding",
            "spa",
            "wellness",
            "yoga",
            "meditation",
            "massage",
            "tea",
            "garden",
            "flower",
            "flowers",
            "plant",
            "eco",
        ],
        &[
            "botanical",
            "editorial",
            "pastel",
            "friendly",
            "mid-century",
        ],
    ),
    (
        &[
            "kids",
            "kid",
            "children",
            "birthday",
            "toy",
            "toys",
            "kindergarten",
            "circus",
        ],
        &["playful", "friendly", "pastel", "seventies"],
    ),
    (
        &[
            "concert", "band", "gig", "rock", "dj", "club", "festival", "techno", "gaming", "game",
            "esports",
        ],
        &[
            "risograph",
            "poster-bold",
            "neon",
            "brutalist",
            "seventies",
            "swiss",
        ],
    ),
    (
        &["jazz", "cocktail", "theatre", "opera", "casino", "gala"],
        &[
            "art-deco",
            "mid-century",
            "risograph",
            "luxury",
            "editorial",
        ],
    ),
    (
        &[
            "coffee",
            "bakery",
            "bread",
            "burger",
            "pizza",
            "restaurant",
            "food",
            "honey",
            "farm",
            "beer",
            "bbq",
            "barber",
            "barbershop",
        ],
        &[
            "kraft",
            "seventies",
            "mid-century",
            "friendly",
            "editorial",
            "poster-bold",
        ],
    ),
    (
        &[
            "gym",
            "fitness",
            "workout",
            "football",
            "soccer",
            "basketball",
            "marathon",
            "running",
            "sport",
            "sports",
            "shoes",
            "sneakers",
        ],
        &[
            "poster-bold",
            "swiss",
            "brutalist",
            "risograph",
            "seventies",
        ],
    ),
    (
        &[
            "bank",
            "finance",
            "insurance",
            "consulting",
            "lawyer",
            "business",
            "software",
            "app",
            "tech",
            "technology",
            "startup",
            "ai",
            "dental",
            "medical",
            "clinic",
        ],
        &["corporate", "minimal", "swiss", "friendly", "night"],
    ),
    (
        &[
            "luxury",
            "perfume",
            "jewelry",
            "jewellery",
            "watch",
            "fashion",
            "boutique",
            "cruise",
            "hotel",
        ],
        &["luxury", "editorial", "art-deco", "minimal", "swiss"],
    ),
];

/// Returns the presets that suit the topic, or the genre's own custom.
pub(super) fn custom_for<'c>(studio: &Studio<'_>, custom: &'c [&'c str]) -> &'c [&'c str] {
    // A genre with a single look of its own keeps it: chalk stays on its board, whatever the board is about.
    if custom.len() == 1 {
        return custom;
    }
    let brief = studio.brief;
    let nouns = brief.objects.iter().flat_map(|o| o.noun.split(' '));
    let words: Vec<&str> = brief
        .topic
        .iter()
        .flat_map(|t| t.split(' '))
        .chain(nouns)
        .collect();
    let titles = brief.literals.iter().filter(|l| l.role == Role::Title);
    let titles: Vec<String> = titles
        .flat_map(|l| l.text.split_whitespace())
        .map(str::to_lowercase)
        .collect();
    let first = |told: &dyn Fn(&str) -> bool| {
        let mut rows = TOPICS.iter();
        rows.find(|(keys, _)| keys.iter().any(|key| told(key)))
    };
    // "Halloween Night" with a pumpkin: beside a topic its title tells which one is meant.
    first(&|key| words.contains(&key))
        .and_then(|_| first(&|key| words.contains(&key) || titles.iter().any(|t| t == key)))
        .map_or(custom, |(_, themes)| themes)
}
