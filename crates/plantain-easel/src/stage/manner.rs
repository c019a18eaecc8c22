//! Manners of drawing that a prompt can ask for, and what they do to colours.

use plantain_read::Look;

/// Style words by the manner that draws them.
const MANNERS: &[(&str, &[&str])] = &[
    (
        "pixel",
        &[
            "pixel",
            "pixel art",
            "8-bit",
            "16-bit",
            "pixelated",
            "voxel",
        ],
    ),
    ("watercolor", &["watercolor", "watercolour", "aquarelle"]),
    ("silhouette", &["silhouette", "silhouettes"]),
    (
        "line",
        &[
            "line",
            "line art",
            "line drawing",
            "outline",
            "coloring page",
            "lineart",
        ],
    ),
    (
        "sketch",
        &[
            "sketch",
            "pencil",
            "pencil drawing",
            "hand-drawn",
            "drawing",
            "charcoal",
            "doodle",
        ],
    ),
    (
        "paper",
        &[
            "paper",
            "paper cut",
            "papercut",
            "paper-cut",
            "cut-out",
            "cutout",
            "collage",
            "origami",
        ],
    ),
    ("neon", &["neon", "cyberpunk", "glowing"]),
    ("chalk", &["chalk", "chalkboard"]),
];

/// Returns the manner that the look asks for; empty for the illustration set's own.
pub fn manner(look: &Look) -> &'static str {
    look.styles
        .iter()
        .find_map(|style| {
            MANNERS
                .iter()
                .find(|(_, words)| words.contains(&style.as_str()))
        })
        .map_or("", |(name, _)| name)
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
