//! Drawings that nobody asked for and everybody expects: an owl for "Little Owl", a coffee cup for a coffee shop.

use plantain_read::ObjectPhrase;

use super::art::Art;
use crate::components::wording::Wording;
use crate::studio::Studio;

/// Words that are things now and then, and mostly something else.
#[rustfmt::skip]
const VAGUE: &[&str] = &[
    "room", "house", "home", "night", "day", "man", "woman", "men", "women", "people", "person", "girl", "boy",
    "child", "children", "kids", "hand", "hands", "head", "heart", "eye", "eyes", "face", "water", "light",
    "paper", "card", "label", "sign", "book", "shop", "store", "school", "office", "street", "park", "city",
    "town", "world", "air", "stone", "wood", "gold", "silver", "ring", "box", "bag", "bottle", "can", "jar", "cup",
    "plate", "table", "chair", "bed", "door", "wall", "floor", "roof", "window", "road", "bridge", "tower",
    "building", "club", "bar", "gym", "hall", "stage", "game", "work", "letter", "key", "lock", "chain", "wave",
    "waves", "line", "point", "star", "square", "circle", "cross", "salt", "sugar", "spirit", "soul", "king",
    "queen", "lady", "baby", "family", "friend", "mom", "dad", "mother", "father", "doctor", "art", "body", "skin",
    "hair", "oil", "cream", "serum", "soap", "candle", "band", "party", "wedding", "menu", "poster", "new", "back",
    "cool", "ok", "top", "free", "open", "up", "on", "end", "soon", "first", "second", "third", "red", "blue",
    "green", "yellow", "black", "white", "orange", "brown", "purple", "pink", "hot", "cold", "sale", "price",
    "tag", "bell", "news", "time", "watch", "date", "event", "class", "course", "team", "company", "service",
    "product", "brand", "studio", "medicine", "health", "music", "dance", "song", "sound", "movie", "film",
    "ticket", "tickets", "map", "flag", "gift", "thriller", "novel", "magazine", "newspaper", "fantasy", "logo",
    "icon", "sticker", "food", "drink", "drinks", "village", "country", "island", "river", "sea", "ocean",
    "mountain", "mountains", "forest", "field", "garden", "beach", "desert", "lake", "sky", "cloud", "clouds",
    "sun", "moon", "rain", "snow", "wind", "fire", "ice", "earth", "space", "crown", "ash", "shadow", "dream",
    "love", "war", "peace", "death", "life", "blood", "bone", "bones", "summit", "peak", "album", "cover", "tea",
    "shirt", "t shirt", "tee", "mug", "tote", "hoodie", "cap", "sweatshirt", "lane", "mill", "well", "fair",
    "ball", "match", "spring", "fall", "summer", "winter", "autumn", "may", "march", "run", "race", "walk", "swim",
    "ride", "drive", "cook", "paint", "draw", "read", "write", "travel", "trip",
];

impl Art {
    /// Returns what the name or the topic of a piece lets one draw, for briefs that name nothing: an owl for "Little Owl".
    pub fn implied(studio: &Studio<'_>, words: &Wording) -> Self {
        let named = words
            .title
            .iter()
            .chain(&words.sub)
            .map(|l| l.text.to_lowercase());
        let told = studio.brief.headline.iter().map(|h| h.to_lowercase());
        // A topic may come glossed from another language ("flamenco" as "flamingo"): only words that were written count.
        let prompt = studio.brief.prompt.to_lowercase();
        let topic = studio
            .brief
            .topic
            .iter()
            .filter(|t| studio.brief.language.0 == "en" || prompt.contains(t.as_str()))
            .cloned();
        let texts: Vec<String> = named.chain(told).chain(topic).collect();
        let mut art = Self::default();
        // Two words say more than one: "ice cream" is no ice.
        let found = [2, 1].into_iter().find_map(|len| {
            texts.iter().find_map(|text| {
                let words: Vec<&str> = text
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|w| !w.is_empty())
                    .collect();
                words.windows(len).find_map(|w| drawable(&w.join(" ")))
            })
        });
        if let Some(name) = found {
            art.add(
                &ObjectPhrase::default(),
                studio.brief.objects.len(),
                &name,
                false,
            );
        }
        art
    }
}

/// Returns the drawing of a word that can only mean this thing.
fn drawable(word: &str) -> Option<String> {
    if word.chars().count() < 3 || VAGUE.contains(&word) {
        return None;
    }
    let found = plantain_art::find_object(word).filter(|found| found.exact)?;
    use plantain_art::Category as C;
    let kind = found.object.kind().category;
    matches!(
        kind,
        C::Animal
            | C::Food
            | C::Plant
            | C::Drink
            | C::Sport
            | C::Music
            | C::Vehicle
            | C::Toy
            | C::Tool
            | C::Clothing
    )
    .then(|| found.object.name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_things_are_implied() {
        for (word, drawn) in [
            ("owl", true),
            ("strawberry", true),
            ("house", false),
            ("night", false),
            ("xyzzy", false),
        ] {
            assert_eq!(drawable(word).is_some(), drawn, "{word}");
        }
    }
}
