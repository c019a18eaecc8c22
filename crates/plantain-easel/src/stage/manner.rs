//! Manners of drawing that a prompt can ask for, and what they do to colours.

use plantain_read::Look;

/// Style words by the manner that draws them.
const MANNERS: &[(&str, &[&str])] = &[
    ("pixel", &["pixel"]),
    ("watercolor", &["watercolor"]),
    ("oil", &["oil painting"]),
    ("silhouette", &["silhouette"]),
    ("line", &["line art"]),
    ("sketch", &["sketch"]),
    ("linocut", &["woodcut"]),
    ("woodblock", &["ukiyo-e"]),
    ("paper", &["paper cut", "collage"]),
    ("low-poly", &["low poly"]),
    ("glass", &["stained glass"]),
    ("halftone", &["pop art"]),
    ("clay", &["3d"]),
    ("blueprint", &["blueprint"]),
    ("chalk", &["chalk"]),
    ("deco", &["art deco", "twenties"]),
    ("neon", &["neon", "cyberpunk", "eighties"]),
    (
        "vintage",
        &[
            "vintage",
            "retro",
            "mid-century",
            "fifties",
            "seventies",
            "risograph",
        ],
    ),
];

/// Returns the manner that the look asks for; empty for the illustration set's own.
///
/// The most particular one wins: "vintage watercolor" is painted with water.
pub fn manner(look: &Look) -> &'static str {
    MANNERS
        .iter()
        .find(|(_, words)| look.styles.iter().any(|s| words.contains(&s.as_str())))
        .map_or("", |(name, _)| name)
}

/// Returns the manner of a whole picture: a photograph's finish when one is asked for, else the look's own.
pub fn whole(look: &Look, prompt: &str) -> &'static str {
    match manner(look) {
        "" if is_photographic(look, prompt) => "photo",
        own => own,
    }
}

/// Returns whether the prompt asks for a photograph.
pub fn is_photographic(look: &Look, prompt: &str) -> bool {
    const WORDS: &[&str] = &[
        "photo",
        "photograph",
        "photorealistic",
        "photo-realistic",
        "realistic",
        "dslr",
        "hyperrealistic",
    ];
    look.styles.iter().any(|s| WORDS.contains(&s.as_str()))
        || prompt
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .take(12)
            .any(|w| WORDS.contains(&w))
}
