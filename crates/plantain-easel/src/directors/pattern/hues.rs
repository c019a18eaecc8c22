//! Colours that things of nature stand for: "sunset colours", "ocean tones".

use plantain_scene::Rgba;

/// Words, and the colours that they call up from the darkest or coldest on.
#[rustfmt::skip]
const NATURAL: &[(&[&str], &[u32])] = &[
    (&["sunset", "dusk", "golden hour", "sundown"], &[0x4a2c6d, 0xc2416b, 0xf2784b, 0xfbc15e]),
    (&["sunrise", "dawn", "morning sky"], &[0x6c7fc4, 0xf3a5b1, 0xfcd2a1]),
    (&["ocean", "sea ", "sea,", "underwater", "marine", "lagoon"], &[0x0b3954, 0x1180a1, 0x4fc0c6]),
    (&["forest", "jungle", "moss", "woodland"], &[0x16352b, 0x2f6b4a, 0x8fb573]),
    (&["autumn", "fall colors", "fall colours", "harvest"], &[0x6b2d1f, 0xc65a1e, 0xe9a63a]),
    (&["aurora", "northern lights"], &[0x0e1b3d, 0x1f8a7d, 0x77dd9c, 0x8e5bd0]),
    (&["galaxy", "nebula", "cosmic", "outer space", "deep space", "space background", "space theme", "universe"], &[0x120b33, 0x4b1f7a, 0xc04a9c, 0x4a8fe7]),
    (&["fire", "lava", "flame", "volcan"], &[0x3a0d0c, 0xb3261e, 0xf47b20, 0xfdd25a]),
    (&["candy", "cotton candy", "bubblegum", "unicorn"], &[0xff9ecb, 0xc9a7ff, 0x9fd8ff]),
    (&["pastel"], &[0xf7c6d9, 0xcfd8f7, 0xc9eedd, 0xfbe7b8]),
    (&["synthwave", "vaporwave", "cyberpunk", "neon"], &[0x1b0f3b, 0xd0249a, 0x23c4ed]),
    (&["earth tone", "earth colo", "earthy", "desert", "terracotta and sand"], &[0x8a4b2d, 0xc98557, 0xe8cda7]),
    (&["bauhaus"], &[0xd8392b, 0x1d4d8f, 0xf0b429]),
    (&["midnight", "night sky"], &[0x0a1128, 0x1c2f66, 0x4a5fa8]),
    (&["gold", "golden", "luxur"], &[0x8a6a1f, 0xd4af37, 0xf4dc8c]),
    (&["memphis"], &[0xf25f8c, 0x12b5b0, 0xf7c52b, 0x3d4db8]),
    (&["warm"], &[0xb5432a, 0xe8833a, 0xf6c667]),
    (&["cool", "cold", "icy"], &[0x23498c, 0x3f8fc4, 0x9ed8e6]),
];

/// Returns the colours that the words of a prompt call up, if any.
pub(super) fn natural(heard: &str) -> Option<Vec<Rgba>> {
    let (_, colors) = NATURAL
        .iter()
        .find(|(words, _)| words.iter().any(|word| heard.contains(word)))?;
    Some(colors.iter().map(|rgb| Rgba::hex(*rgb)).collect())
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn nature_names_colours() {
        for (heard, want) in [
            ("abstract gradient background, sunset colors", Some(4)),
            (
                "fondo abstracto\nabstract background with golden lines",
                Some(3),
            ),
            (
                "abstract shapes, lots of empty space, earth colours",
                Some(3),
            ),
            ("abstract gradient", None),
        ] {
            assert_eq!(natural(heard).map(|c| c.len()), want, "{heard}");
        }
    }
}
