//! Photographs on screens: painted places, things on their ground, portraits.

use plantain_read::{Brief, Setting, TimeOfDay};
use plantain_scene::Node;
use plantain_scene::build::stack;

use super::kit::Kit;
use super::picture::{known_object, subject_object};
use super::supply::has_word;
use crate::rng::Rng;
use crate::stage::backdrop::Backdrop;
use crate::stage::light::Light;
use crate::stage::person::{Person, draw_bust};
use crate::stage::place::{Ground, Place};
use crate::stage::rect::Rect;

/// Least side of a drawn portrait, in logical units; smaller ones are simple forms.
const PORTRAIT_MIN: f32 = 26.0;

/// Places that suit a subject, by words that speak of it.
const VIEWS: &[(&[&str], &[Place])] = &[
    (
        &[
            "beach", "surf", "island", "coast", "pier", "playa", "strand", "bay",
        ],
        &[Place::Beach, Place::Sea],
    ),
    (
        &["ski", "snow", "winter", "alpine", "nordic", "arctic"],
        &[Place::Snow, Place::Mountains],
    ),
    (
        &["mountain", "hik", "trail", "climb", "peak", "alps", "camp"],
        &[Place::Mountains, Place::Forest, Place::Lake, Place::Hills],
    ),
    (&["desert", "safari", "dune", "canyon"], &[Place::Desert]),
    (
        &["farm", "garden", "plant", "vineyard", "flower"],
        &[Place::Garden, Place::Field, Place::Farm],
    ),
    (&["gym", "fitness", "workout"], &[Place::Gym, Place::Park]),
    (&["coffee", "cafe", "café", "bakery"], &[Place::Cafe]),
    (
        &["office", "cowork", "startup", "hr portal"],
        &[Place::Office],
    ),
    (&["library", "reading"], &[Place::Library]),
    (
        &["sleep", "bedroom", "meditation"],
        &[Place::Bedroom, Place::Lake],
    ),
    (
        &["space", "astronom", "planet", "galaxy", "star", "moon"],
        &[Place::Space, Place::Moon],
    ),
    (
        &["ocean", "sea", "diving", "sail", "fish"],
        &[Place::Sea, Place::Underwater],
    ),
    (&["park", "running", "run"], &[Place::Park, Place::Hills]),
    (
        &[
            "room",
            "apartment",
            "flat",
            "loft",
            "interior",
            "studio",
            "office",
            "bedroom",
        ],
        &[Place::Room, Place::Kitchen],
    ),
    (
        &[
            "hotel",
            "hostel",
            "inn",
            "villa",
            "casa",
            "resort",
            "travel",
            "trip",
            "tour",
            "destination",
            "flight",
            "vacation",
            "holiday",
            "stay",
            "rental",
            "voyage",
            "reise",
            "viaje",
            "property",
            "real estate",
            "house",
            "home",
        ],
        &[
            Place::Beach,
            Place::Mountains,
            Place::Street,
            Place::Lake,
            Place::Hills,
            Place::Desert,
        ],
    ),
    (
        &[
            "city", "urban", "event", "parking", "taxi", "ride", "street", "shop",
        ],
        &[Place::Street, Place::Park],
    ),
];
/// Views of albums, galleries and blogs that are about nothing else.
const ANYWHERE: &[Place] = &[
    Place::Mountains,
    Place::Beach,
    Place::Street,
    Place::Forest,
    Place::Lake,
    Place::Hills,
    Place::Snow,
    Place::Field,
];

/// Words of organisations: their portrait is a sign.
const ORGANISATIONS: &[&str] = &[
    "team",
    "bank",
    "support",
    "library",
    "shop",
    "store",
    "inc",
    "ltd",
    "gmbh",
    "corp",
    "school",
    "club",
    "office",
    "hotel",
    "airlines",
    "service",
    "services",
    "group",
    "newsletter",
    "city",
    "post",
    "agency",
    "studio",
    "hr",
    "sales",
    "billing",
    "admin",
    "no-reply",
    "company",
    "dept",
    "department",
    "university",
    "hospital",
    "clinic",
    "news",
    "weekly",
    "daily",
    "github",
    "app",
];

/// First names that are read as women's, besides those that end in "a".
const WOMEN: &[&str] = &[
    "mei",
    "yuki",
    "ingrid",
    "chloe",
    "emily",
    "alice",
    "anne",
    "ann",
    "jane",
    "kate",
    "grace",
    "claire",
    "marie",
    "sophie",
    "zoe",
    "iris",
    "ruth",
    "helen",
    "susan",
    "karen",
    "nicole",
    "rachel",
    "sarah",
    "hannah",
    "leah",
    "beth",
    "elizabeth",
    "lucy",
    "amy",
    "lily",
    "molly",
    "holly",
    "ruby",
    "daisy",
    "wendy",
    "mary",
    "nancy",
    "judy",
    "ashley",
    "megan",
    "lauren",
    "erin",
    "ines",
    "agnes",
    "carmen",
    "pilar",
    "isabel",
    "ellen",
    "karin",
    "astrid",
    "sigrid",
    "margot",
    "camille",
    "juliette",
    "grandma",
    "mom",
    "mum",
    "mama",
    "mother",
    "sister",
    "aunt",
    "wife",
    "jin-ah",
    "noor",
    "maryam",
    "priti",
    "chiyo",
    "hiromi",
    "akemi",
    "keiko",
    "lin",
    "ida",
    "rin",
];

impl Kit<'_> {
    /// Returns a photograph for words of a brief, `w` by `h` units: the thing they name, a view that suits them, or what the
    /// brief is about. The same words give the same photograph; `n` keeps neighbours apart.
    pub fn photo(&self, words: &str, brief: &Brief, n: usize, w: f32, h: f32) -> Node {
        let about = format!("{} {}", brief.topic.join(" "), opening(&brief.prompt));
        let view = view(words, n).or_else(|| {
            // Names of places to stay say nothing of what can be seen there ("Miradouro Suites").
            let known = known_object(words).is_some() && !is_travel(&about);
            if known { None } else { view(&about, n) }
        });
        if let Some(place) = view {
            return self.view(place, words, n, w, h);
        }
        if known_object(words).is_some() {
            return self.picture(words, n, w, h, "image");
        }
        match subject_object(brief) {
            Some(name) => self.picture(&name.replace('-', " "), n, w, h, "image"),
            None => self.view(ANYWHERE[(n + hash(words)) % ANYWHERE.len()], words, n, w, h),
        }
    }

    /// Returns what the photographs of a page show, as the prompt tells it: "grid of photos mountains, sea and city".
    pub fn told_photos(&self, brief: &Brief) -> Vec<String> {
        /// Photographs that are told one by one, at most.
        const TOLD_MAX: usize = 9;
        let heard = brief.heard();
        let heard = heard.lines().last().unwrap_or_default();
        let Some(at) = ["photos", "pictures", "images"]
            .iter()
            .filter_map(|word| Some(heard.find(word)? + word.len()))
            .min()
        else {
            return Vec::new();
        };
        let end = heard[at..]
            .find(['.', ';', '"', '\n'])
            .map_or(heard.len(), |end| at + end);
        heard[at..end]
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|word| word.len() > 2 && self.shows(word))
            .take(TOLD_MAX)
            .map(str::to_owned)
            .collect()
    }

    /// Returns whether words by themselves name something that can be shown.
    pub fn shows(&self, words: &str) -> bool {
        known_object(words).is_some() || view(words, 0).is_some()
    }

    /// Returns a view of anywhere, for albums and headers.
    pub fn scenery(&self, words: &str, n: usize, w: f32, h: f32) -> Node {
        let place = view(words, n).unwrap_or(ANYWHERE[n % ANYWHERE.len()]);
        self.view(place, words, n, w, h)
    }

    /// Paints a place into a box.
    fn view(&self, place: Place, words: &str, n: usize, w: f32, h: f32) -> Node {
        let mut rng = Rng::new(hash(words) as u64 ^ (n as u64 * 0x9e37) ^ 0x0070_686f);
        let times = [
            TimeOfDay::Day,
            TimeOfDay::Sunset,
            TimeOfDay::Morning,
            TimeOfDay::Day,
        ];
        let light = Light::new(&Setting::default(), times[n % times.len()], &mut rng);
        let backdrop = Backdrop {
            place,
            ground: Ground {
                w,
                h,
                horizon: h * place.horizon(),
            },
            light: &light,
            avoid: Vec::new(),
            plain: None,
            fittings: None,
            peaks: None,
            ranges: false,
            tall: false,
            brick: false,
            puddles: false,
            leads: true,
            bare: true,
            subjects: Vec::new(),
            tiles: None,
            litter: Vec::new(),
            drift: false,
            woods: false,
            hamlet: false,
            aurora: false,
            way: None,
            crop: None,
            cloth: None,
            rng,
        };
        stack()
            .role("picture")
            .size_box(w, h)
            .rigid()
            .clip()
            .children(backdrop.paint().back)
    }

    /// Returns the portrait of a person by name in a box of this side; none for organisations and where it would be tiny.
    pub fn bust(&self, name: &str, side: f32) -> Option<Node> {
        if side < PORTRAIT_MIN || is_organisation(name) {
            return None;
        }
        let noun = if is_woman(name) { "woman" } else { "man" };
        let mut rng = Rng::new(hash(name) as u64 ^ 0x0066_6163);
        let person = Person::new(noun, &[], &mut rng);
        Some(draw_bust(&person, Rect::new(0.0, 0.0, side, side)))
    }
}

/// Whether a name is that of an organisation.
pub fn is_organisation(name: &str) -> bool {
    name.to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| ORGANISATIONS.contains(&word))
}

fn is_woman(name: &str) -> bool {
    let lower = name.to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or("");
    let first = first.trim_matches(|c: char| !c.is_alphanumeric());
    WOMEN.contains(&first) || first.ends_with('a') && !matches!(first, "luca" | "joshua" | "noa")
}

/// Whether a text holds the name as a whole word, perhaps in the plural: "search" speaks of no sea.
fn speaks(text: &str, name: &str) -> bool {
    if !name.is_ascii() || name.len() > 4 {
        return has_word(text, name);
    }
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + name.len()..].trim_start_matches('s');
        before.is_none_or(|c| !c.is_alphanumeric())
            && behind.chars().next().is_none_or(|c| !c.is_alphanumeric())
    })
}

fn view(words: &str, n: usize) -> Option<Place> {
    let lower = words.to_lowercase();
    let places = VIEWS
        .iter()
        .find(|(names, _)| names.iter().any(|name| speaks(&lower, name)))?
        .1;
    Some(places[n % places.len()])
}

/// Whether words speak of travel, places to stay or to live.
fn is_travel(words: &str) -> bool {
    let lower = words.to_lowercase();
    VIEWS
        .iter()
        .filter(|(names, _)| names.contains(&"hotel"))
        .any(|(names, _)| names.iter().any(|name| has_word(&lower, name)))
}

/// The first words of a prompt, which say what the screen is about.
fn opening(prompt: &str) -> &str {
    let end = prompt
        .char_indices()
        .find(|(_, c)| matches!(c, ',' | ':' | '.' | ';' | '\n'))
        .map_or(prompt.len(), |(at, _)| at);
    &prompt[..end]
}

fn hash(words: &str) -> usize {
    words
        .bytes()
        .fold(7_u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b))) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_are_no_people() {
        for (name, want) in [
            ("Dev Team", true),
            ("Bank of Oslo", true),
            ("Maria Lopez", false),
            ("Teamonda Ray", false),
        ] {
            assert_eq!(is_organisation(name), want, "{name}");
        }
    }

    #[test]
    fn views_suit_their_words() {
        for (words, want) in [
            ("hotel booking", true),
            ("Beach House", true),
            ("wireless headphones", false),
        ] {
            assert_eq!(view(words, 0).is_some(), want, "{words}");
        }
    }
}
