//! Invented wording: a headline, a line under it and a call to action for the topic, and product lines for labels.
//!
//! Used only for what the prompt leaves open, and always marked as invented. The sentences stand in [`crate::tongue`];
//! a language without them gets none.

use plantain_read::{Brief, Constraint, Genre, Role};

use crate::components::wording::{Line, Wording};
use crate::rng::Rng;
use crate::studio::Studio;
use crate::tongue::Tongue;

/// Wording for a topic; parts may be empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pitch {
    kicker: &'static str,
    title: &'static str,
    sub: &'static str,
    button: &'static str,
}

/// Topics, the more special first, by the words that a topic may have; the first of them names the wording.
#[rustfmt::skip]
const TOPICS: &[&[&str]] = &[
    &["jazz"],
    &["concert", "band", "gig", "rock", "music", "festival", "dj", "orchestra", "choir"],
    &["cruise", "ship", "sailing"],
    &["travel", "trip", "vacation", "holiday", "tour", "tourism", "hotel", "resort", "flight", "island"],
    &["coffee", "cafe", "espresso", "latte"],
    &["tea", "matcha"],
    &["pizza", "pizzas"],
    &["burger", "burgers", "fries", "taco", "tacos", "street"],
    &["cake", "bakery", "bread", "pastry", "cookie", "croissant", "dessert", "cupcake"],
    &["wine", "cocktail", "beer", "bar", "whisky", "gin", "brewery"],
    &["restaurant", "food", "lunch", "dinner", "breakfast", "brunch", "cuisine", "kitchen", "chef", "meal"],
    &["butter", "ghee", "milk", "dairy", "cheese", "egg", "eggs", "fruit", "vegetable", "vegetables", "farm", "organic", "market", "grocery", "harvest", "pumpkin", "honey"],
    &["fashion", "clothes", "clothing", "dress", "outfit", "boutique", "jewelry", "jewellery", "shoes", "sneakers", "bag"],
    &["furniture", "sofa", "interior", "home", "decor", "lamp", "chair"],
    &["beauty", "skincare", "makeup", "cosmetics", "cream", "eyelash", "nail", "nails", "salon", "hair", "haircut", "barber", "barbershop"],
    &["spa", "massage", "wellness", "meditation", "mindfulness", "candle", "yoga", "pilates"],
    &["gym", "fitness", "workout", "training", "running", "marathon", "run"],
    &["football", "soccer", "basketball", "tennis", "sport", "sports", "match", "tournament", "cycling", "swimming", "hockey", "baseball"],
    &["dog", "dogs", "puppy", "cat", "cats", "kitten", "pet", "pets", "vet", "animal", "animals"],
    &["baby", "pregnancy", "toddler", "kindergarten", "nursery"],
    &["birthday"],
    &["wedding", "bride", "engagement", "anniversary"],
    &["valentine", "valentines", "love", "romantic", "dating", "matchmaking"],
    &["christmas", "xmas", "santa", "advent"],
    &["halloween", "spooky"],
    &["easter"],
    &["party", "club", "dance", "nightclub", "disco"],
    &["graduation", "university", "college", "school", "course", "education", "class", "workshop", "student", "students", "learning", "teacher"],
    &["book", "books", "reading", "library", "literature", "novel", "story"],
    &["art", "exhibition", "gallery", "museum", "painting", "design", "photography"],
    &["film", "movie", "cinema", "theatre", "theater", "comedy"],
    &["car", "cars", "auto", "vehicle", "motorcycle", "garage", "taxi"],
    &["bike", "bicycle"],
    &["house", "apartment", "property", "estate", "realtor", "mortgage", "construction", "architecture"],
    &["doctor", "dental", "dentist", "clinic", "medical", "hospital", "health", "pharmacy", "nurse"],
    &["cleaning", "laundry", "plumber", "repair", "handyman", "moving"],
    &["bank", "finance", "money", "insurance", "investment", "accounting", "tax"],
    &["job", "hiring", "career", "recruitment", "jobs", "recruiting"],
    &["app", "software", "tech", "technology", "ai", "robot", "robotics", "startup", "digital", "gadget", "phone", "computer", "vr", "game", "gaming"],
    &["charity", "donation", "volunteer", "community", "nonprofit", "blood"],
    &["environment", "recycle", "recycling", "earth", "climate", "eco", "green", "nature", "forest", "tree", "trees", "plant", "garden", "flower", "flowers"],
    &["ocean", "sea", "beach", "surf", "summer"],
    &["winter", "snow", "ski", "skiing", "mountain", "mountains", "hiking", "camping", "adventure"],
    &["space", "science", "astronomy", "planet", "rocket", "moon"],
    &["motivation", "motivational", "inspirational", "success", "quote"],
    &["sale", "discount", "offer", "deal", "deals", "promotion", "shop", "store", "shopping"],
];

/// Product kinds that labels are invented for, by their words; the first of them names the wording.
#[rustfmt::skip]
const PRODUCTS: &[&[&str]] = &[
    &["soap", "hand", "wash", "body", "bath"],
    &["cream", "skincare", "serum", "lotion", "cosmetics", "beauty", "face", "moisturizer"],
    &["candle", "scent", "fragrance", "perfume"],
    &["coffee", "espresso", "beans"],
    &["tea", "matcha", "herbal"],
    &["honey", "bee"],
    &["oil", "olive"],
    &["wine", "bottle"],
    &["chocolate", "cocoa"],
    &["jam", "fruit", "marmalade", "preserve"],
    &["water", "drink", "juice", "soda", "beverage"],
    &["vitamin", "supplement", "medicine", "health"],
];

/// Wording of a topic that is in no table, and of an invitation.
const PLAIN: &str = "plain";
const INVITATION: &str = "invitation";

/// Lets a line that was asked for lead rather than an invented one; returns whether one does.
fn promote(genre: Genre, wording: &mut Wording) -> bool {
    // What a certificate is for stands below who earned it.
    if genre == Genre::Certificate {
        return false;
    }
    let tells = |line: &Line| {
        let words = line
            .text
            .split_whitespace()
            .filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() >= 3)
            .count();
        line.literal && words >= 2 && line.len() <= 60
    };
    if let Some(at) = wording.sub.iter().position(tells) {
        wording.title = Some(wording.sub.remove(at));
        return true;
    }
    if let Some(at) = wording.badges.iter().position(tells) {
        wording.title = Some(wording.badges.remove(at));
        return true;
    }
    if wording.price.as_ref().is_some_and(tells) {
        wording.title = wording.price.take();
        return true;
    }
    false
}

/// Adds invented lines where the piece has none of its own.
pub fn fill(studio: &Studio<'_>, wording: &mut Wording) {
    let brief = studio.brief;
    let genre = brief.genre;
    let bare = wording.is_empty();
    if wording.title.is_none() && wording.body.is_empty() && wants_title(genre) {
        if promote(genre, wording) {
            return;
        }
        let text = title(studio);
        wording.title = Some(Line::invented(text, Role::Title));
        let pitch = pitch(studio);
        if bare && !pitch.sub.is_empty() {
            wording.sub.push(Line::invented(pitch.sub, Role::Subtitle));
        }
    }
    if !speaks(studio) {
        return;
    }
    if bare
        && !pitch(studio).kicker.is_empty()
        && !matches!(
            genre,
            Genre::Logo
                | Genre::AppIcon
                | Genre::PrintMotif
                | Genre::Sticker
                | Genre::Sign
                | Genre::Chalkboard
                | Genre::AlbumCover
        )
    {
        wording
            .kicker
            .push(Line::invented(pitch(studio).kicker, Role::Kicker));
    }
    let sells = matches!(
        genre,
        Genre::Banner | Genre::Sale | Genre::SocialCard | Genre::Story | Genre::Product
    );
    if bare && sells && !pitch(studio).button.is_empty() {
        wording
            .buttons
            .push(Line::invented(pitch(studio).button, Role::Button));
    }
    let event = [
        "concert",
        "festival",
        "exhibition",
        "party",
        "event",
        "gig",
        "theatre",
        "jazz",
        "market",
        "invitation",
    ];
    let is_event = brief.topic.iter().any(|t| event.contains(&t.as_str()));
    if bare && (genre == Genre::Invitation || (genre == Genre::Poster && is_event)) {
        let mut rng = studio.rng("calendar");
        let tongue = tongue(studio);
        let days = tongue.list("event_days");
        let at = rng.below(days.len().max(1));
        let hours = tongue.list("event_hours");
        let places = tongue.list("event_places");
        let facts = [
            (days.get(at), Role::Date),
            (hours.get(at), Role::Time),
            (places.get(rng.below(places.len().max(1))), Role::Place),
        ];
        for (text, role) in facts {
            wording
                .facts
                .extend(text.map(|text| Line::invented(*text, role)));
        }
    }
}

fn wants_title(genre: Genre) -> bool {
    !matches!(
        genre,
        Genre::Pattern
            | Genre::PriceTag
            | Genre::Calendar
            | Genre::Receipt
            | Genre::Gradient
            | Genre::PrintMotif
            | Genre::Scene
            | Genre::AppIcon
            | Genre::Avatar
            | Genre::Sticker
    )
}

/// Returns the language that invented words are in.
pub fn tongue(studio: &Studio<'_>) -> Tongue {
    Tongue::of(&studio.brief.language.0)
}

/// Returns a phrase in the language of the prompt.
pub fn say(studio: &Studio<'_>, english: &'static str) -> &'static str {
    tongue(studio).phrase(english)
}

/// Returns whether there are sentences in the language of the prompt.
fn speaks(studio: &Studio<'_>) -> bool {
    tongue(studio).pitch(PLAIN).is_some()
}

/// Returns the wording for the brief's topic; a plain one when no topic is known.
pub fn pitch(studio: &Studio<'_>) -> Pitch {
    let brief = studio.brief;
    let words = topic_words(studio);
    // "a fish shop" is what it sells; alone, or online, a shop sells at all.
    let shop = |word: &str| matches!(word, "shop" | "store");
    let trade = words.iter().any(|word| !shop(word) && *word != "online");
    let telling = |word: &&&str| !(trade && shop(word));
    let known = |keys: &&&[&str]| words.iter().filter(telling).any(|word| keys.contains(word));
    let topic = TOPICS
        .iter()
        .find(known)
        .or_else(|| TOPICS.last().filter(|_| brief.genre == Genre::Sale));
    let tongue = tongue(studio);
    let [kicker, title, sub, button] = match topic {
        Some(keys) => tongue.pitch(keys[0]).unwrap_or_default(),
        None => {
            let [kicker, _, sub, button] = tongue.pitch(PLAIN).unwrap_or_default();
            [kicker, "", sub, button]
        }
    };
    Pitch {
        kicker,
        title,
        sub,
        button,
    }
}

/// Returns a headline with the line under it for the brief's topic; none where the topic or the language has none.
pub fn promise(studio: &Studio<'_>) -> Option<(&'static str, &'static str)> {
    let found = pitch(studio);
    (speaks(studio) && !found.title.is_empty() && !found.sub.is_empty())
        .then_some((found.title, found.sub))
}

/// Words of the topic and of the things drawn.
fn topic_words<'a>(studio: &Studio<'a>) -> Vec<&'a str> {
    let brief = studio.brief;
    let nouns = brief
        .objects
        .iter()
        .filter(|o| !o.absent)
        .flat_map(|o| o.noun.split(' '));
    brief
        .topic
        .iter()
        .flat_map(|t| t.split(' '))
        .chain(nouns)
        .collect()
}

/// Returns whether the topic has a title of its own.
pub fn has_title(studio: &Studio<'_>) -> bool {
    !pitch(studio).title.is_empty()
}

/// Turns an offer that stands alone into the badge of an advertisement for the topic.
pub fn advertise(studio: &Studio<'_>, wording: &mut Wording) {
    let pitch = pitch(studio);
    if !may_invent(studio) || pitch.title.is_empty() {
        return;
    }
    wording.badges.extend(wording.title.take());
    wording.title = Some(Line::invented(pitch.title, Role::Title));
    wording.sub.push(Line::invented(pitch.sub, Role::Subtitle));
    if wording.buttons.is_empty() && !pitch.button.is_empty() {
        wording
            .buttons
            .push(Line::invented(pitch.button, Role::Button));
    }
}

/// Returns an invented title: the topic's, or the topic itself with capitals.
fn title(studio: &Studio<'_>) -> String {
    let brief = studio.brief;
    let tongue = tongue(studio);
    if let Some(headline) = &brief.headline {
        return crate::components::wording::cased(headline, tongue);
    }
    let known = pitch(studio).title;
    if !known.is_empty() {
        return known.to_owned();
    }
    const MEDIA: &[&str] = &[
        "poster", "price", "tag", "label", "banner", "card", "sign", "cover", "flyer", "image",
        "picture", "design", "list",
    ];
    let telling = brief
        .topic
        .iter()
        .filter(|word| !word.split(' ').any(|w| MEDIA.contains(&w)));
    let topic: Vec<String> = telling
        .take(3)
        .map(|word| capital(&as_written(&brief.prompt, word)))
        .collect();
    let named = names(brief);
    let shown = |word: &&String| brief.objects.iter().any(|o| o.noun == **word);
    let drawn = !named.is_empty() && brief.topic.iter().all(|word| shown(&word));
    // Topics are known by their English names, which are no title in another language.
    if tongue == Tongue::EN && !topic.is_empty() && !drawn {
        let title = topic.join(" ");
        // "kids menu": alone the word would not say what the card is.
        let bare = brief.genre == Genre::Menu && !title.to_lowercase().contains("menu");
        return if bare && topic.len() == 1 {
            format!("{title} menu")
        } else {
            title
        };
    }
    if !named.is_empty() {
        return capital(&named.join(" & "));
    }
    if brief.genre == Genre::Menu {
        return tongue.word("menu").unwrap_or("Menu").to_owned();
    }
    let topic = match brief.genre {
        Genre::Invitation => INVITATION,
        _ => PLAIN,
    };
    tongue
        .pitch(topic)
        .map_or("No. 1", |[_, title, ..]| title)
        .to_owned()
}

/// What is drawn, as a title names it: the one thing, or two that stand beside each other.
fn names(brief: &Brief) -> Vec<&str> {
    const TOGETHER_MAX: usize = 2;
    let things: Vec<&str> = brief
        .objects
        .iter()
        .filter(|object| !object.absent)
        .map(|object| without_article(&object.words))
        .collect();
    match things.len() {
        ..=TOGETHER_MAX => things,
        _ => things[..1].to_vec(),
    }
}

/// Words that lead a noun and say nothing, with the blank behind them.
const ARTICLES: &[&str] = &[
    "a ", "an ", "the ", "some ", "d'un ", "d'une ", "un ", "une ", "uno ", "una ", "um ", "uma ",
    "ein ", "eine ", "einen ", "einem ", "einer ", "een ", "el ", "la ", "le ", "les ", "los ",
    "las ", "der ", "die ", "das ", "den ", "dem ", "het ", "il ", "lo ",
];

fn without_article(words: &str) -> &str {
    ARTICLES
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words)
}

/// Returns a word that is known in small letters as the prompt writes it where that is in capitals throughout ("HR"), in a
/// prompt that has small letters as well.
pub fn as_written(prompt: &str, word: &str) -> String {
    const LETTERS_MAX: usize = 4;
    let shouted = |written: &&str| {
        (2..=LETTERS_MAX).contains(&written.len())
            && written.chars().all(|c| c.is_ascii_uppercase())
            && written.eq_ignore_ascii_case(word)
    };
    let small = prompt.contains(|c: char| c.is_lowercase());
    prompt
        .split(|c: char| !c.is_alphanumeric())
        .find(shouted)
        .filter(|_| small)
        .unwrap_or(word)
        .to_owned()
}

/// Returns the word with a capital first letter.
///
/// A word with a capital of its own ("iPhone", "eBay") stays as it is, and so does one whose first letter would come back as
/// another ("ılık").
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let turns = |c: char| !c.to_uppercase().flat_map(char::to_lowercase).eq([c]);
    let other = chars
        .clone()
        .next()
        .is_some_and(|c| c.is_lowercase() && turns(c));
    if other || word.chars().nth(1).is_some_and(char::is_uppercase) {
        return word.to_owned();
    }
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// An invented product with everything its label says.
pub struct Product {
    pub brand: &'static str,
    pub name: &'static str,
    pub descriptor: &'static str,
    pub detail: &'static str,
    pub amount: &'static str,
    pub origin: &'static str,
    pub story: &'static str,
}

/// Returns an invented product that fits the topic, or any; none in a language without such wording.
pub fn product(studio: &Studio<'_>, rng: &mut Rng) -> Option<Product> {
    let words = topic_words(studio);
    let tongue = tongue(studio);
    let fitting: Vec<&&[&str]> = PRODUCTS
        .iter()
        .filter(|keys| words.iter().any(|word| keys.contains(word)))
        .collect();
    let keys = match fitting.len() {
        0 => rng.pick(PRODUCTS),
        n => fitting[rng.below(n)],
    };
    let [brand, name, descriptor, detail, amount, origin, story] =
        tongue.own_list(&format!("product_{}", keys[0]))?[..]
    else {
        return None;
    };
    Some(Product {
        brand,
        name,
        descriptor,
        detail,
        amount,
        origin,
        story,
    })
}

/// Returns whether sentences may be invented for this brief.
pub fn may_invent(studio: &Studio<'_>) -> bool {
    studio.filler
        && speaks(studio)
        && !studio
            .brief
            .constraints
            .iter()
            .any(|c| matches!(c, Constraint::NoText | Constraint::NoFiller))
}
