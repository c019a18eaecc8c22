//! Names and addresses of places where something happens.

/// Names that end in a word for a place, and street addresses.
pub(crate) fn is_venue(text: &str) -> bool {
    const PLACES: &[&str] = &[
        "park",
        "hall",
        "street",
        "road",
        "cafe",
        "café",
        "theater",
        "theatre",
        "stadium",
        "center",
        "centre",
        "arena",
        "museum",
        "gallery",
        "garden",
        "gardens",
        "beach",
        "hotel",
        "club",
        "church",
        "school",
        "university",
        "library",
        "barn",
        "plaza",
        "square",
        "avenue",
        "house",
        "room",
        "studio",
        "pavilion",
        "bar",
        "pub",
        "winery",
        "farm",
        "pier",
        "close",
        "lane",
        "court",
    ];
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.len() >= 2
        && (words.last().is_some_and(|last| PLACES.contains(last)) || is_place_abroad(&words))
}

/// Streets, squares and halls of other languages: the word for it leads, or ends the name.
fn is_place_abroad(words: &[&str]) -> bool {
    const FIRST: &[&str] = &[
        "sala",
        "teatro",
        "plaza",
        "calle",
        "avenida",
        "parque",
        "piazza",
        "via",
        "viale",
        "rua",
        "praça",
        "rue",
        "place",
        "parc",
        "théâtre",
        "salle",
        "halle",
        "klub",
        "ul.",
        "ulica",
        "plac",
        "teatr",
        "zaal",
        "museo",
        "museu",
        "musée",
        "centro",
        "palazzo",
        "église",
        "château",
        "café",
        "auditorio",
        "auditório",
    ];
    const ENDS: &[&str] = &[
        "straße",
        "strasse",
        "platz",
        "gasse",
        "allee",
        "halle",
        "straat",
        "plein",
        "laan",
        "gracht",
        "sokak",
        "sokağı",
        "caddesi",
        "meydanı",
        "salonu",
        "tiyatrosu",
        "parkı",
        "weg",
    ];
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let names: Vec<&str> = words.iter().copied().filter(|word| !number(word)).collect();
    let leads = names.len() >= 2 && names.first().is_some_and(|word| FIRST.contains(word));
    let ends = names.last().is_some_and(|word| {
        ENDS.iter()
            .any(|end| word.len() > end.len() && word.ends_with(end) || word == end)
    });
    leads || ends
}
