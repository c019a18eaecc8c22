//! Themes that suit a topic, where the prompt leaves the look open.

use crate::studio::Studio;

/// Words of a topic, and the presets that suit it; the first row whose words are told is taken.
const TOPICS: &[(&[&str], &[&str])] = &[
    // Who searches wants to be read from afar, with the picture as it is.
    (
        &["lost", "missing", "reward"],
        &["poster-bold", "high-contrast", "swiss", "friendly"],
    ),
    (
        &["halloween", "spooky", "haunted", "ghost", "pumpkin"],
        &["spooky", "gothic", "poster-bold", "risograph"],
    ),
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
        &["pop-art", "memphis", "playful", "neon"],
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
    TOPICS
        .iter()
        .find(|(keys, _)| words.iter().any(|w| keys.contains(w)))
        .map_or(custom, |(_, themes)| themes)
}
