//! Drawings that nobody asked for and everybody expects: an owl for "Little Owl", a coffee cup for a coffee shop.

use plantain_read::ObjectPhrase;

use super::art::Art;
use crate::components::wording::{Line, Wording};
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
    "tag", "python", "bell", "news", "time", "watch", "date", "event", "class", "course", "team", "company", "service",
    "product", "brand", "studio", "medicine", "health", "music", "dance", "song", "sound", "movie", "film",
    "ticket", "tickets", "map", "flag", "gift", "thriller", "novel", "magazine", "newspaper", "fantasy", "logo",
    "icon", "sticker", "food", "drink", "drinks", "village", "country", "island", "river", "sea", "ocean",
    "mountain", "mountains", "forest", "field", "garden", "beach", "desert", "lake", "sky", "cloud", "clouds",
    "sun", "moon", "rain", "snow", "wind", "fire", "ice", "earth", "space", "crown", "ash", "shadow", "dream",
    "love", "war", "peace", "death", "life", "blood", "bone", "bones", "summit", "peak", "album", "cover", "tea",
    "shirt", "t shirt", "tee", "mug", "tote", "hoodie", "cap", "sweatshirt", "lane", "mill", "well", "fair",
    "ball", "match", "spring", "fall", "summer", "winter", "autumn", "may", "march", "run", "race", "walk", "swim",
    "ride", "drive", "cook", "paint", "draw", "read", "write", "travel", "trip", "mare", "jack", "arrivals",
];

/// What stands for a doing or an occasion: words (singular, English), and the drawing.
#[rustfmt::skip]
const EMBLEMS: &[(&[&str], &str)] = &[
    (&["pirate", "pirates", "buccaneer", "treasure hunt"], "pirate-flag"),
    (&["mermaid", "mermaids"], "woman-merpeople"),
    (&["princess"], "princess"),
    (&["knight", "knights", "medieval"], "shield"),
    (&["outer space", "space birthday", "space party", "space theme", "astronaut", "astronauts", "blast off"], "rocket"),
    (&["alien", "aliens", "ufo"], "flying-saucer"),
    (&["cowboy", "cowgirl", "rodeo", "western"], "cowboy-hat"),
    (&["luau", "hawaiian", "tiki", "aloha"], "hibiscus"),
    (&["pool party", "beach party"], "beach-ball"),
    (&["disco"], "mirror-ball"),
    (&["safari", "jungle"], "lion"),
    (&["wizard", "wizards", "sorcery"], "magic-wand"),
    (&["tea party", "high tea", "afternoon tea"], "teapot"),
    (&["tea bag", "tea bags", "tea tin", "tea blend", "earl grey", "loose leaf", "chai"], "teapot"),
    (&["candle", "candles", "soy wax"], "candle"),
    (&["soap", "soaps"], "soap"),
    (&["pottery", "ceramic", "ceramics", "potter", "clay"], "amphora"),
    (&["beekeeping", "beekeeper", "apiary", "apiculture", "bee"], "honeybee"),
    (&["chess"], "chess-pawn"),
    (&["blood"], "drop-of-blood"),
    (&["knitting", "crochet", "yarn", "wool"], "yarn"),
    (&["sewing", "tailor", "embroidery", "quilting"], "thread"),
    (&["painting", "watercolor", "watercolour", "art", "drawing class", "sketching", "illustration"], "artist-palette"),
    (&["tango", "salsa", "flamenco", "bachata", "dance", "dancing"], "woman-dancing"),
    (&["ballet"], "ballet-shoes"),
    (&["theatre", "theater", "drama", "comedy", "improv", "play reading"], "performing-arts"),
    (&["film", "cinema", "movie", "short film"], "clapper-board"),
    (&["photography", "photo", "photographer"], "camera-with-flash"),
    (&["coding", "programming", "hackathon", "software", "web development"], "laptop"),
    (&["robotics", "robot", "automation"], "robot"),
    (&["science", "chemistry", "physics"], "microscope"),
    (&["astronomy", "stargazing"], "telescope"),
    (&["gardening", "permaculture", "planting"], "watering-can"),
    (&["flea market", "thrift", "garage sale", "yard sale", "antiques", "brocante"], "mantelpiece-clock"),
    (&["book club", "reading", "book fair", "literature", "library", "poetry", "storytelling"], "books"),
    (&["writing", "journaling"], "fountain-pen"),
    (&["quiz", "trivia"], "red-question-mark"),
    (&["bingo", "raffle", "lottery", "tombola"], "admission-tickets"),
    (&["poker", "casino"], "joker"),
    (&["board game", "board games", "game night"], "game-die"),
    (&["puzzle", "escape room"], "puzzle-piece"),
    (&["video game", "gaming", "esports", "lan"], "video-game"),
    (&["karaoke", "singing", "choir", "open mic", "vocal"], "studio-microphone"),
    (&["jazz", "blues"], "saxophone"),
    (&["piano", "recital"], "musical-keyboard"),
    (&["orchestra", "symphony", "philharmonic", "chamber"], "violin"),
    (&["marathon", "running", "fun run", "5k", "10k"], "running-shoe"),
    (&["cycling", "bike", "criterium"], "bicycle"),
    (&["hiking", "trekking", "walk"], "hiking-boot"),
    (&["climbing", "bouldering"], "person-climbing"),
    (&["kayak", "kayaking", "canoe", "canoeing", "paddling"], "canoe"),
    (&["fishing", "angling"], "fishing-pole"),
    (&["skiing"], "skis"),
    (&["skating", "ice skating"], "ice-skate"),
    (&["archery"], "bow-and-arrow"),
    (&["fencing"], "person-fencing"),
    (&["boxing", "mma"], "boxing-glove"),
    (&["judo", "karate", "taekwondo", "martial"], "martial-arts-uniform"),
    (&["golf"], "flag-in-hole"),
    (&["bowling"], "bowling"),
    (&["darts"], "bullseye"),
    (&["pilates", "fitness", "crossfit", "gym"], "dumbbell"),
    (&["yoga", "meditation", "mindfulness"], "person-in-lotus-position"),
    (&["first aid", "cpr"], "adhesive-bandage"),
    (&["vaccination", "vaccine", "flu shot"], "syringe"),
    (&["dentist", "dental"], "tooth"),
    (&["health", "clinic", "nurse", "medical"], "stethoscope"),
    (&["brain", "psychology", "mental"], "brain"),
    (&["charity", "fundraiser", "donation", "volunteer", "solidarity"], "red-heart"),
    (&["recycling", "repair", "zero waste"], "recycling-symbol"),
    (&["election", "vote", "voting", "referendum"], "ballot-box-with-ballot"),
    (&["conference", "congress", "summit", "lecture", "talk", "symposium", "debate"], "studio-microphone"),
    (&["graduation", "prom", "alumni"], "graduation-cap"),
    (&["job fair", "career", "hiring", "recruitment"], "briefcase"),
    (&["wedding", "engagement"], "ring"),
    (&["christening", "baptism"], "dove"),
    (&["baby shower"], "baby-bottle"),
    (&["bake sale", "cake sale"], "cupcake"),
    (&["birthday", "geburtstag", "anniversaire", "cumpleaños", "aniversário", "compleanno", "urodziny", "verjaardag", "生日", "誕生日", "생일"], "birthday-cake"),
    (&["christmas", "xmas", "noël", "navidad", "weihnachten", "natale", "natal", "kerst", "クリスマス", "圣诞", "크리스마스"], "christmas-tree"),
    (&["easter", "ostern", "pâques", "pascua"], "hatching-chick"),
    (&["halloween"], "jack-o-lantern"),
    (&["valentine", "valentines"], "heart-with-arrow"),
    (&["eid", "ramadan", "iftar", "رمضان", "عيد"], "mosque"),
    (&["diwali", "deepavali", "दिवाली", "दीपावली"], "diya-lamp"),
    (&["mid autumn", "中秋"], "moon-cake"),
    (&["lunar new year", "chinese new year", "summer festival", "春节", "春節", "元宵", "夏祭り", "설날"], "red-paper-lantern"),
    (&["hanukkah"], "menorah"),
    (&["mother s day", "mothers day", "muttertag", "fête des mères", "día de la madre"], "bouquet"),
    (&["king s day", "kings day", "koningsdag", "coronation"], "crown"),
    (&["grand opening", "gran apertura", "inauguración", "neueröffnung", "now open"], "party-popper"),
    (&["summer sale", "summer deals", "swimwear"], "sunglasses"),
    (&["sale", "discount", "clearance", "black friday", "cyber monday"], "shopping-bags"),
    (&["farmers market", "wochenmarkt", "market day"], "wicker-basket"),
    (&["street food", "food truck", "food festival"], "taco"),
    (&["plants", "houseplants", "plant sale", "zimmerpflanzen"], "potted-plant"),
    (&["open house", "real estate"], "house-with-garden"),
    (&["back to school", "enrolment", "enrollment"], "backpack"),
    (&["car wash", "car show"], "automobile"),
    (&["cartographer", "atlas", "cartography", "explorer", "navigator"], "compass"),
    (&["new year", "fireworks"], "firework"),
    (&["carnival", "masquerade", "fasching"], "performing-arts"),
    (&["circus"], "circus-tent"),
    (&["funfair", "amusement"], "ferris-wheel"),
    (&["cooking", "culinary", "chef"], "cooking-pot"),
    (&["baking", "bake", "pastry", "bakery", "panadería", "boulangerie", "bäckerei", "panetteria", "padaria"], "croissant"),
    (&["wine", "tasting", "vineyard"], "wine-glass"),
    (&["beer", "oktoberfest", "brewery"], "beer-mug"),
    (&["barbecue", "bbq", "cookout"], "grill"),
    (&["picnic"], "wicker-basket"),
    (&["camping", "camp", "scouts"], "tent"),
    (&["dog show", "dog training", "adoption"], "dog"),
    (&["language", "conversation"], "speech-balloon"),
    (&["carpentry", "woodworking", "diy", "handicraft"], "hammer-and-wrench"),
    (&["magic show", "magician"], "magic-wand"),
    (&["police", "security"], "shield"),
    (&["moving", "relocation"], "package"),
    (&["travel", "tourism"], "airplane"),
    (&["mushroom", "truffle", "tartufo", "truffe"], "mushroom"),
    (&["honey"], "honey-pot"),
    (&["kite"], "kite"),
    (&["toy", "toys"], "teddy-bear"),
    (&["fashion", "clothes swap", "boutique", "linen", "new arrivals", "new collection", "wardrobe"], "dress"),
    (&["makeup", "beauty"], "lipstick"),
    (&["hairdresser", "haircut", "barber"], "barber-pole"),
];

/// Returns the drawing that stands for what a text names, if it names such a thing.
pub fn emblem(text: &str) -> Option<&'static str> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let spaced = format!(" {} ", words.join(" "));
    // What is written without blanks has no words to compare.
    let unspaced = |key: &str| key.chars().any(|c| u32::from(c) >= 0x2e80);
    let named =
        |key: &str| spaced.contains(&format!(" {key} ")) || unspaced(key) && text.contains(key);
    EMBLEMS
        .iter()
        .find(|(keys, _)| keys.iter().copied().any(&named))
        .map(|(_, drawing)| *drawing)
}

impl Art {
    /// Returns what the name or the topic of a piece lets one draw, for briefs that name nothing: an owl for "Little Owl".
    pub fn implied(studio: &Studio<'_>, words: &Wording) -> Self {
        // "jasmine, lemon, honey" on a bag of coffee: what the goods taste of is not what they are.
        let labelled = studio.brief.genre == plantain_read::Genre::Label;
        let notes = |line: &Line| labelled && line.text.contains(',');
        // "HALO" on a bottle is a brand and no ring of light.
        let brand = |line: &&Line| {
            labelled && !line.text.contains(' ') && !line.text.chars().any(char::is_lowercase)
        };
        let named = words
            .title
            .iter()
            .filter(|title| !brand(title))
            .chain(words.sub.iter().filter(|l| !notes(l)))
            .map(|l| l.text.to_lowercase());
        let told = studio.brief.headline.iter().map(|h| h.to_lowercase());
        // A topic may come glossed from another language ("flamenco" as "flamingo"): only words that were written count.
        let prompt = studio.brief.prompt.to_lowercase();
        let topic = studio
            .brief
            .topic
            .iter()
            .filter(|t| studio.brief.language.0 == "en" || prompt.contains(t.as_str()))
            // A carousel of posts turns no horses.
            .filter(|t| studio.brief.genre != plantain_read::Genre::SocialCard || *t != "carousel")
            .cloned();
        let named: Vec<String> = named.collect();
        let language = studio.brief.language.0.as_str();
        let foreign = language != "en";
        let glossed: Vec<String> = named
            .iter()
            .cloned()
            .chain(told.clone())
            .filter(|_| foreign)
            .map(|text| plantain_read::english(&text, language).to_lowercase())
            .collect();
        // "Oliva Mare" on a German label is no mare.
        let owned = named.iter().filter(|_| !foreign).cloned();
        let texts: Vec<String> = owned.chain(told).chain(topic).collect();
        let mut art = Self::default();
        // Two words say more than one: "ice cream" is no ice.
        let found = [2, 1].into_iter().find_map(|len| {
            texts.iter().chain(&glossed).find_map(|text| {
                let words: Vec<&str> = text
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|w| !w.is_empty())
                    .collect();
                let named: Vec<Option<String>> =
                    words.windows(len).map(|w| drawable(&w.join(" "))).collect();
                let first = named.iter().position(Option::is_some)?;
                // "Denim jacket": of two nouns in a row the last says what it is.
                let head = (first..named.len()).take_while(|i| named[*i].is_some() && !foreign);
                named[head.last().unwrap_or(first)].clone()
            })
        });
        let about = studio.brief.topic.iter().map(|t| t.to_lowercase());
        let emblem = texts
            .iter()
            .cloned()
            .chain(about)
            .chain(glossed.iter().cloned())
            .find_map(|text| emblem(&text))
            .map(str::to_owned);
        // "dinosaur birthday": what the party is about says more than its cake.
        let themed = || {
            let about = studio.brief.topic.iter().map(|t| t.to_lowercase());
            about.into_iter().find_map(|word| drawable(&word))
        };
        let emblem = match emblem.as_deref() {
            Some("birthday-cake") => themed().or(emblem),
            _ => emblem,
        };
        // "linen shirt" on its tag is the shirt, whatever linen stands for.
        let goods = studio.brief.genre == plantain_read::Genre::PriceTag;
        let named = match goods {
            true => sold(words).or(found).or(emblem),
            false => emblem.or(found),
        };
        if let Some(name) = named {
            art.add(
                &ObjectPhrase::default(),
                studio.brief.objects.len(),
                (&name, false),
                false,
            );
        }
        art
    }
}

/// The drawing of what a tag names last: no word is vague where it is what is sold.
fn sold(words: &Wording) -> Option<String> {
    let title = words.title.as_ref()?.text.to_lowercase();
    let found = plantain_art::find_object(title.rsplit(' ').next()?)?;
    found.exact.then(|| found.object.name.to_owned())
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
    fn every_emblem_is_drawn_and_no_word_has_two() {
        let mut seen = std::collections::BTreeSet::new();
        for (keys, drawing) in EMBLEMS {
            assert!(plantain_art::object(drawing).is_some(), "{drawing}");
            for key in *keys {
                assert!(seen.insert(*key), "{key}");
            }
        }
        for (text, want) in [
            ("Chess tournament", Some("chess-pawn")),
            ("blood donation drive", Some("drop-of-blood")),
            ("taller ceramic workshop", Some("amphora")),
            ("Neighbourhood Bake Sale", Some("cupcake")),
            ("中秋节快乐", Some("moon-cake")),
            ("Marché de Noël de Colmar", Some("christmas-tree")),
            ("city council", None),
        ] {
            assert_eq!(emblem(&text.to_lowercase()), want, "{text}");
        }
    }

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
