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
    ("vaporwave", &["vaporwave"]),
    ("embroidery", &["embroidery"]),
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

/// Names of media that mean the whole picture wherever they stand in the prompt of a picture.
const MEDIA: &[(&str, &[&str])] = &[
    (
        "pixel",
        &["pixel art", "8-bit", "16-bit", "8 bit", "16 bit", "voxel"],
    ),
    ("watercolor", &["watercolor", "watercolour", "aquarelle"]),
    (
        "oil",
        &[
            "oil painting",
            "oil on canvas",
            "oil paint",
            "impasto",
            "van gogh",
            "monet",
            "impressionist",
            "impressionism",
            "acrylic painting",
            "gouache",
            "painterly",
            "oil painted",
        ],
    ),
    (
        "glass",
        &["stained glass", "stained-glass", "mosaic", "leaded glass"],
    ),
    (
        "low-poly",
        &["low poly", "low-poly", "lowpoly", "polygonal"],
    ),
    (
        "paper",
        &[
            "paper cut",
            "papercut",
            "paper-cut",
            "paper craft",
            "papercraft",
            "cut paper",
            "origami",
            "layered paper",
        ],
    ),
    (
        "line",
        &[
            "coloring page",
            "colouring page",
            "coloring book",
            "colouring book",
            "coloring sheet",
            "line art",
            "lineart",
            "line drawing",
        ],
    ),
    (
        "linocut",
        &[
            "linocut",
            "woodcut",
            "lino print",
            "etching",
            "engraving",
            "block print",
        ],
    ),
    (
        "woodblock",
        &[
            "ukiyo-e",
            "ukiyo e",
            "hokusai",
            "hiroshige",
            "japanese woodblock",
            "woodblock print",
        ],
    ),
    (
        "sketch",
        &[
            "pencil sketch",
            "pencil drawing",
            "charcoal drawing",
            "charcoal sketch",
            "hand-drawn sketch",
            "ink sketch",
            "graphite",
            "hand drawn sketch",
        ],
    ),
    (
        "chalk",
        &[
            "chalk drawing",
            "chalk art",
            "chalkboard drawing",
            "drawn in chalk",
            "chalk illustration",
            "chalk style",
        ],
    ),
    ("blueprint", &["blueprint"]),
    (
        "halftone",
        &["pop art", "pop-art", "halftone", "lichtenstein", "warhol"],
    ),
    ("deco", &["art deco", "art-deco"]),
    (
        "clay",
        &[
            "clay render",
            "3d render",
            "claymation",
            "plasticine",
            "3d clay",
            "clay style",
            "3d illustration",
            "3d style",
            "3d rendered",
            "pixar",
            "blender render",
            "3d cartoon",
        ],
    ),
    (
        "vintage",
        &[
            "vintage illustration",
            "vintage postcard",
            "vintage poster style",
            "retro illustration",
            "vintage style",
            "retro style",
            "vintage print",
            "retro print",
            "risograph",
            "vintage travel",
        ],
    ),
    ("vaporwave", &["vaporwave", "vapor wave", "vapourwave"]),
    (
        "embroidery",
        &[
            "embroidery of",
            "embroidery style",
            "embroidery art",
            "embroidery design",
            "hand embroidery",
            "embroidered style",
            "embroidery illustration",
            "cross stitch",
            "cross-stitch",
            "needlework",
            "stitched in thread",
        ],
    ),
    (
        "neon",
        &[
            "neon style",
            "neon outline",
            "neon line art",
            "synthwave",
            "glowing neon lines",
            "neon sign style",
        ],
    ),
    (
        "silhouette",
        &[
            "silhouette of",
            "silhouettes of",
            "silhouette style",
            "silhouette illustration",
            "in silhouette",
        ],
    ),
];

/// Returns the manner that the look or a medium's name in the prompt asks for; empty for the illustration set's own.
///
/// The most particular one wins: "vintage watercolor" is painted with water.
pub fn manner(look: &Look, prompt: &str) -> &'static str {
    let prompt = prompt.to_lowercase();
    let said = |words: &[&str]| words.iter().any(|w| says(&prompt, w));
    let styled = |words: &[&str]| look.styles.iter().any(|s| words.contains(&s.as_str()));
    let of_look = MANNERS.iter().find(|(_, words)| styled(words));
    let of_words = MEDIA.iter().find(|(_, words)| said(words));
    of_words.or(of_look).map_or("", |(name, _)| name)
}

/// Returns whether a text has a phrase between the edges of words.
fn says(text: &str, phrase: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase).any(|(at, _)| {
        edge(text[..at].chars().next_back()) && edge(text[at + phrase.len()..].chars().next())
    })
}

/// Returns the manner of a whole picture: a photograph's finish when one is asked for, else the look's own.
pub fn whole(look: &Look, prompt: &str) -> &'static str {
    match manner(look, prompt) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_are_found_wherever_they_stand() {
        for (prompt, expected) in [
            ("stained glass window with a peacock", "glass"),
            ("3d clay render of a cute robot", "clay"),
            ("a fox in the snow, low-poly", "low-poly"),
            ("photo of a dog on the beach", "photo"),
            ("a vintage car in front of a house", ""),
            ("pencil sketch of a lighthouse", "sketch"),
            ("colouring book page, a dragon", "line"),
            ("vaporwave sunset with palm trees", "vaporwave"),
            ("hand embroidery of a fox among flowers", "embroidery"),
            ("a woman in an embroidered dress", ""),
        ] {
            let brief = plantain_read::read(prompt);
            assert_eq!(whole(&brief.look, &brief.prompt), expected, "{prompt}");
        }
    }
}
