//! Invented wording: a headline, a line under it and a call to action for the topic, and product lines for labels.
//!
//! Used only for what the prompt leaves open, and always marked as invented. The tables are English; a prompt in
//! another language gets no invented sentences.

use plantain_read::{Constraint, Genre, Role};

use crate::components::wording::{Line, Wording};
use crate::rng::Rng;
use crate::studio::Studio;

/// Wording for a topic.
pub struct Pitch {
    keys: &'static [&'static str],
    kicker: &'static str,
    title: &'static str,
    sub: &'static str,
    button: &'static str,
}

macro_rules! pitches {
    ($([$($key:literal),*] $kicker:literal | $title:literal | $sub:literal | $button:literal;)*) => {
        &[$(Pitch { keys: &[$($key),*], kicker: $kicker, title: $title, sub: $sub, button: $button }),*]
    };
}

/// Topics, the more special first. A key matches a whole word of the topic.
const PITCHES: &[Pitch] = pitches![
    ["jazz"] "Live on stage" | "Jazz After Dark" | "An evening of standards and new voices" | "Get tickets";
    ["concert", "band", "gig", "rock", "music", "festival", "dj", "orchestra", "choir"] "Live on stage" | "Loud & Live" | "One night, four bands, no standing still" | "Get tickets";
    ["cruise", "ship", "sailing"] "All inclusive" | "Leave It All Ashore" | "Seven nights, five ports, one suitcase" | "Book your cabin";
    ["travel", "trip", "vacation", "holiday", "tour", "tourism", "hotel", "resort", "flight", "island"] "Travel" | "See Somewhere New" | "Small groups, slow mornings, great views" | "Plan a trip";
    ["coffee", "cafe", "espresso", "latte"] "Freshly roasted" | "Good Morning, Coffee" | "Roasted in small batches, poured with care" | "Order now";
    ["tea", "matcha"] "Slow down" | "Time for Tea" | "Whole leaves, picked by hand" | "Shop teas";
    ["pizza", "pizzas"] "Wood-fired" | "Pizza Night" | "Blistered crust, proper mozzarella" | "Order now";
    ["burger", "burgers", "fries", "taco", "tacos", "street"] "Hot & fresh" | "Come Hungry" | "Stacked high and made to order" | "Order now";
    ["cake", "bakery", "bread", "pastry", "cookie", "croissant", "dessert", "cupcake"] "Baked today" | "Fresh from the Oven" | "Butter, flour, patience" | "Order now";
    ["wine", "cocktail", "beer", "bar", "whisky", "gin", "brewery"] "Cheers" | "Happy Hour" | "Good company, properly chilled" | "Book a table";
    ["restaurant", "food", "lunch", "dinner", "breakfast", "brunch", "cuisine", "kitchen", "chef", "meal"] "From our kitchen" | "Come to the Table" | "Seasonal plates, cooked over fire" | "Book a table";
    ["butter", "ghee", "milk", "dairy", "cheese", "egg", "eggs", "fruit", "vegetable", "vegetables", "farm", "organic", "market", "grocery", "harvest", "honey"] "In season" | "Fresh from the Field" | "Picked this morning, yours by noon" | "Shop fresh";
    ["fashion", "clothes", "clothing", "dress", "outfit", "boutique", "jewelry", "jewellery", "shoes", "sneakers", "bag"] "New collection" | "Dressed for Now" | "Easy shapes, honest fabrics" | "Shop now";
    ["furniture", "sofa", "interior", "home", "decor", "lamp", "chair"] "New in" | "Room to Breathe" | "Quiet pieces that last" | "Shop now";
    ["beauty", "skincare", "makeup", "cosmetics", "cream", "eyelash", "nail", "nails", "salon", "hair", "haircut", "barber", "barbershop"] "Care" | "Feel Like Yourself" | "A little time, well spent" | "Book now";
    ["spa", "massage", "wellness", "meditation", "mindfulness", "candle", "yoga", "pilates"] "Wellness" | "Breathe Out" | "An hour that belongs to you" | "Book a class";
    ["gym", "fitness", "workout", "training", "running", "marathon", "run"] "Train with us" | "Stronger Every Day" | "Your first week is on us" | "Join now";
    ["football", "soccer", "basketball", "tennis", "sport", "sports", "match", "tournament", "cycling", "swimming", "hockey", "baseball"] "Match day" | "All In" | "Bring your colours and your voice" | "Get tickets";
    ["dog", "dogs", "puppy", "cat", "cats", "kitten", "pet", "pets", "vet", "animal", "animals"] "For your best friend" | "Happy Tails" | "Kind care for every pet" | "Visit us";
    ["baby", "pregnancy", "toddler", "kindergarten", "nursery"] "Little ones" | "Hello, Little One" | "Gentle from the very first day" | "Find out more";
    ["birthday"] "" | "Happy Birthday!" | "Wishing you a wonderful day" | "";
    ["wedding", "bride", "engagement", "anniversary"] "Together with their families" | "We're Getting Married" | "Join us for dinner and dancing" | "RSVP";
    ["valentine", "valentines", "love", "romantic", "dating", "matchmaking"] "With love" | "Two Is Company" | "An evening made for you both" | "Book now";
    ["christmas", "xmas", "santa", "advent"] "Season's greetings" | "Merry & Bright" | "Warm wishes for the holidays" | "Shop gifts";
    ["halloween", "pumpkin", "spooky"] "One night only" | "Fright Night" | "Costumes welcome, courage required" | "Get tickets";
    ["easter"] "Spring is here" | "Hop Into Spring" | "Egg hunts, flowers and fresh air" | "Join us";
    ["party", "club", "dance", "nightclub", "disco"] "Tonight" | "Dance Till Late" | "Doors open, lights down" | "Get tickets";
    ["graduation", "university", "college", "school", "course", "education", "class", "workshop", "student", "students", "learning", "teacher"] "Enrol now" | "Learn Something New" | "Small classes and patient teachers" | "Enrol today";
    ["book", "books", "reading", "library", "literature", "novel", "story"] "Read more" | "Lost in a Good Book" | "New stories every week" | "Start reading";
    ["art", "exhibition", "gallery", "museum", "painting", "design", "photography"] "Exhibition" | "Ways of Looking" | "New work by forty artists" | "Plan your visit";
    ["film", "movie", "cinema", "theatre", "theater", "comedy"] "Now showing" | "The Long Way Home" | "A story about going back" | "Get tickets";
    ["car", "cars", "auto", "vehicle", "motorcycle", "garage", "taxi"] "On the road" | "Drive Happy" | "Checked, charged and ready to go" | "Book a drive";
    ["bike", "bicycle"] "On two wheels" | "Ride Out" | "Light frames for long roads" | "Find your bike";
    ["house", "apartment", "property", "estate", "realtor", "mortgage", "construction", "architecture"] "Open house" | "Find Your Way Home" | "Bright rooms in quiet streets" | "Book a viewing";
    ["doctor", "dental", "dentist", "clinic", "medical", "hospital", "health", "pharmacy", "nurse"] "Your health" | "Care You Can Trust" | "Same-week appointments" | "Book a visit";
    ["cleaning", "laundry", "plumber", "repair", "handyman", "moving"] "At your service" | "Consider It Done" | "On time, tidy and fairly priced" | "Get a quote";
    ["bank", "finance", "money", "insurance", "investment", "accounting", "tax"] "Plain and simple" | "Money, Made Clear" | "Know where you stand every day" | "Get started";
    ["job", "hiring", "career", "recruitment", "jobs", "recruiting"] "Join the team" | "We're Hiring" | "Good work with good people" | "Apply now";
    ["app", "software", "tech", "technology", "ai", "robot", "robotics", "startup", "digital", "gadget", "phone", "computer", "vr", "game", "gaming"] "Introducing" | "Made to Be Simple" | "Less setup, more doing" | "Try it free";
    ["charity", "donation", "volunteer", "community", "nonprofit", "blood"] "Lend a hand" | "Together We Can" | "An hour of yours changes a week of theirs" | "Take part";
    ["environment", "recycle", "recycling", "earth", "climate", "eco", "green", "nature", "forest", "tree", "trees", "plant", "garden", "flower", "flowers"] "Every day" | "Grow a Little Greener" | "Small habits, big roots" | "Join in";
    ["ocean", "sea", "beach", "surf", "summer"] "Summer" | "Salt & Sun" | "Long days by the water" | "Find out more";
    ["winter", "snow", "ski", "skiing", "mountain", "mountains", "hiking", "camping", "adventure"] "Outdoors" | "Go Higher" | "Clear air and wide views" | "Start here";
    ["space", "science", "astronomy", "planet", "rocket", "moon"] "Look up" | "Further Than Far" | "A short guide to very big things" | "Discover";
    ["motivation", "motivational", "inspirational", "success", "quote"] "" | "Start Where You Are" | "" | "";
    ["sale", "discount", "offer", "deal", "deals", "promotion", "shop", "store", "shopping"] "Limited time" | "The Big Sale" | "Good things at better prices" | "Shop now";
];

const CALENDAR: &[(&str, &str)] = &[
    ("Saturday 14 June", "Doors 7 PM"),
    ("Friday 9 May", "From 8 PM"),
    ("Sunday 21 September", "2–6 PM"),
    ("Thursday 3 April", "7.30 PM"),
];

const PLACES: &[&str] = &[
    "Harbour Hall",
    "The Old Foundry",
    "Linden Park",
    "Rosewood Theatre",
    "Mill Street 12",
];

/// Adds invented lines where the piece has none of its own.
pub fn fill(studio: &Studio<'_>, wording: &mut Wording) {
    let brief = studio.brief;
    let genre = brief.genre;
    let bare = wording.is_empty();
    if wording.title.is_none() && wording.body.is_empty() && wants_title(genre) {
        let text = title(studio);
        wording.title = Some(Line::invented(text, Role::Title));
        let pitch = pitch(studio);
        if bare && brief.language.0 == "en" && !pitch.sub.is_empty() {
            wording.sub.push(Line::invented(pitch.sub, Role::Subtitle));
        }
    }
    if brief.language.0 != "en" {
        return;
    }
    if bare
        && !pitch(studio).kicker.is_empty()
        && !matches!(genre, Genre::Logo | Genre::AppIcon | Genre::PrintMotif)
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
        let (day, time) = *rng.pick(CALENDAR);
        wording.facts.push(Line::invented(day, Role::Date));
        wording.facts.push(Line::invented(time, Role::Time));
        wording
            .facts
            .push(Line::invented(*rng.pick(PLACES), Role::Place));
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

/// Returns the wording for the brief's topic; a plain one when no topic is known.
pub fn pitch(studio: &Studio<'_>) -> &'static Pitch {
    const PLAIN: &Pitch = &Pitch {
        keys: &[],
        kicker: "",
        title: "",
        sub: "",
        button: "Find out more",
    };
    let brief = studio.brief;
    let nouns = brief
        .objects
        .iter()
        .filter(|o| !o.absent)
        .flat_map(|o| o.noun.split(' '));
    let words: Vec<&str> = brief
        .topic
        .iter()
        .flat_map(|t| t.split(' '))
        .chain(nouns)
        .collect();
    PITCHES
        .iter()
        .find(|pitch| words.iter().any(|word| pitch.keys.contains(word)))
        .or_else(|| PITCHES.last().filter(|_| brief.genre == Genre::Sale))
        .unwrap_or(PLAIN)
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
    let english = brief.language.0 == "en";
    let known = pitch(studio).title;
    if english && !known.is_empty() {
        return known.to_owned();
    }
    const MEDIA: &[&str] = &[
        "poster", "price", "tag", "label", "banner", "card", "sign", "cover", "flyer", "image",
        "picture", "design",
    ];
    let telling = brief
        .topic
        .iter()
        .filter(|word| !word.split(' ').any(|w| MEDIA.contains(&w)));
    let topic: Vec<String> = telling.take(3).map(|word| capital(word)).collect();
    if !topic.is_empty() {
        return topic.join(" ");
    }
    if let Some(object) = brief.objects.iter().find(|o| !o.absent) {
        return capital(&object.noun);
    }
    if brief.genre == Genre::Invitation && english {
        return "You're Invited".to_owned();
    }
    if english {
        "Made with Care".to_owned()
    } else {
        "No. 1".to_owned()
    }
}

/// Returns the word with a capital first letter.
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// An invented product with everything its label says.
pub struct Product {
    keys: &'static [&'static str],
    pub brand: &'static str,
    pub name: &'static str,
    pub descriptor: &'static str,
    pub detail: &'static str,
    pub amount: &'static str,
    pub origin: &'static str,
    pub story: &'static str,
}

macro_rules! products {
    ($([$($key:literal),*] $brand:literal | $name:literal | $descriptor:literal | $detail:literal | $amount:literal | $origin:literal | $story:literal;)*) => {
        &[$(Product { keys: &[$($key),*], brand: $brand, name: $name, descriptor: $descriptor, detail: $detail, amount: $amount,
            origin: $origin, story: $story }),*]
    };
}

const PRODUCTS: &[Product] = products![
    ["soap", "hand", "wash", "body", "bath"] "Halden" | "Cedar & Sea Salt" | "Hand wash" | "with olive leaf extract" | "300 ml  10.1 fl oz" | "Made in Denmark" | "Plant-based cleansers and a little sea salt leave hands clean and soft. Lather, rinse, carry on.";
    ["cream", "skincare", "serum", "lotion", "cosmetics", "beauty", "face", "moisturizer"] "Ova Studio" | "Daily Calm" | "Face cream" | "oat, squalane, chamomile" | "50 ml  1.7 fl oz" | "Made in France" | "A light cream for every morning. Smooth a small amount over clean skin and let it settle.";
    ["candle", "scent", "fragrance", "perfume"] "Nord & Vale" | "Fig Leaf" | "Scented candle" | "fig, green stem, white musk" | "220 g  7.8 oz" | "Poured in Porto" | "Hand-poured soy wax with a cotton wick. Burns clean for about forty-five hours.";
    ["coffee", "espresso", "beans"] "Low Tide" | "Morning Blend" | "Whole bean coffee" | "cocoa, hazelnut, red apple" | "250 g  8.8 oz" | "Roasted in Lisbon" | "An easy-going roast for filter and press. Best within six weeks of the roast date.";
    ["tea", "matcha", "herbal"] "Kumo" | "White Peony" | "Loose leaf tea" | "melon, hay, honeysuckle" | "60 g  2.1 oz" | "Grown in Fujian" | "Two grams a cup, water at eighty degrees, three minutes. Steep the same leaves twice.";
    ["honey", "bee"] "Elm & Comb" | "Wildflower Honey" | "Raw and unfiltered" | "clover, thistle, linden" | "340 g  12 oz" | "Harvested in Vermont" | "Spun from the comb in late summer and never heated. It may set; warm the jar gently.";
    ["oil", "olive"] "Casa Lume" | "First Harvest" | "Extra virgin olive oil" | "green almond, artichoke" | "500 ml  16.9 fl oz" | "Pressed in Jaén" | "Picked early and pressed the same day. Keep cool and dark, use generously.";
    ["wine", "bottle"] "Valdoro" | "Pale Slope" | "Dry white wine" | "pear, chalk, lemon peel" | "750 ml  12.5% vol" | "Bottled in Alto Adige" | "From a steep south-facing plot planted in 1984. Serve at nine degrees.";
    ["chocolate", "cocoa"] "Mirabeau" | "Dark 72" | "Single origin chocolate" | "cherry, toffee, smoke" | "70 g  2.5 oz" | "Made in Ghent" | "Stone-ground for three days with nothing but cocoa and cane sugar.";
    ["jam", "fruit", "marmalade", "preserve"] "Orchard Row" | "Apricot & Thyme" | "Fruit preserve" | "65% fruit, low sugar" | "240 g  8.5 oz" | "Made in Kent" | "Cooked in open pans, an armful of fruit at a time. Refrigerate after opening.";
    ["water", "drink", "juice", "soda", "beverage"] "Spruce" | "Still Water" | "Natural spring water" | "low mineral content" | "500 ml  16.9 fl oz" | "Bottled in Åre" | "Filtered for nine years through granite and moss. Nothing added, nothing taken away.";
    ["vitamin", "supplement", "medicine", "health"] "Plainly" | "Vitamin D3" | "Food supplement" | "60 capsules, vegan" | "36 g  1.3 oz" | "Made in Austria" | "One capsule a day with food. Keep out of reach of children.";
];

/// Returns an invented product that fits the topic, or any.
pub fn product(studio: &Studio<'_>, rng: &mut Rng) -> &'static Product {
    let brief = studio.brief;
    let nouns = brief.objects.iter().flat_map(|o| o.noun.split(' '));
    let words: Vec<&str> = brief
        .topic
        .iter()
        .flat_map(|t| t.split(' '))
        .chain(nouns)
        .collect();
    let fitting: Vec<&Product> = PRODUCTS
        .iter()
        .filter(|p| words.iter().any(|w| p.keys.contains(w)))
        .collect();
    match fitting.len() {
        0 => rng.pick(PRODUCTS),
        n => fitting[rng.below(n)],
    }
}

/// Returns whether sentences may be invented for this brief.
pub fn may_invent(studio: &Studio<'_>) -> bool {
    studio.filler
        && studio.brief.language.0 == "en"
        && !studio
            .brief
            .constraints
            .iter()
            .any(|c| matches!(c, Constraint::NoText | Constraint::NoFiller))
}
