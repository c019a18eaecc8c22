//! People: built from parts, chosen by what the prompt says and by the seed.

mod body;
mod bust;
mod head;

use plantain_scene::Rgba;
use plantain_scene::node::Node;

pub use bust::draw_bust;

use super::prop::Anchors;
use super::rect::Rect;
use crate::rng::Rng;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    Baby,
    Child,
    Adult,
    Old,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hair {
    Bald,
    Crop,
    Short,
    Parted,
    Spiky,
    Curly,
    Afro,
    Bob,
    Long,
    Wavy,
    Bun,
    Ponytail,
    Braids,
    /// A head scarf.
    Scarf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hat {
    Cap,
    Brim,
    Top,
    Beanie,
    Helmet,
    Crown,
    Chef,
    Party,
    Pointed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Happy,
    Calm,
    Sad,
    Angry,
    Surprised,
    Laughing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outfit {
    /// Shirt and trousers.
    Plain,
    /// Shirt and skirt.
    Skirt,
    Dress,
    /// Jacket over a shirt, with a tie.
    Suit,
    /// Open jacket over a shirt.
    Jacket,
    /// Long white coat.
    Coat,
    Overalls,
    Space,
    Robe,
    Hoodie,
    Shorts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pose {
    Stand,
    /// One arm up: waving, holding a string, an umbrella.
    Raise,
    /// Hands together before the chest.
    Carry,
    Walk,
    Sit,
}

/// A person.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    pub age: Age,
    pub skin: Rgba,
    pub hair: Hair,
    pub hair_color: Rgba,
    pub beard: bool,
    pub glasses: Option<Rgba>,
    pub face: Face,
    pub outfit: Outfit,
    pub top: Rgba,
    pub bottom: Rgba,
    pub shoes: Rgba,
    pub hat: Option<(Hat, Rgba)>,
    pub scarf: Option<Rgba>,
    pub tie: Option<Rgba>,
    pub pose: Pose,
    /// Both hands are before the chest, whatever the legs do.
    pub carries: bool,

    /// Drawn as one dark form.
    pub silhouette: bool,
}

const SKINS: [u32; 6] = [0xf6d3b8, 0xedbe97, 0xd79f72, 0xb97a4e, 0x8d5634, 0x5f3a25];
const HAIRS: [u32; 7] = [
    0x2b1d16, 0x4a2f1f, 0x6e4526, 0x9a6534, 0xd8a657, 0x1b1b22, 0xa8492a,
];
const GREYS: [u32; 3] = [0xd9d9dc, 0xbdbfc6, 0xececec];
const TOPS: [u32; 10] = [
    0x3f7cc4, 0xd9584a, 0x2f9d83, 0xf0a93c, 0x7a5cb8, 0xe37aa1, 0x4d5f73, 0x8dbb4a, 0xf2efe6,
    0x2f4a6d,
];
const BOTTOMS: [u32; 6] = [0x33476b, 0x4a4f5c, 0x7b6249, 0x2b2f3a, 0x5a7396, 0x8a8f86];

impl Person {
    /// Returns a person for a noun and its attributes; what they leave open is the seed's.
    pub fn new(noun: &str, attributes: &[String], rng: &mut Rng) -> Self {
        let says = |words: &[&str]| {
            words.iter().any(|w| {
                noun.split(' ').any(|n| n == *w) || noun == *w || attributes.iter().any(|a| a == w)
            })
        };
        let age = if says(&["baby", "toddler", "newborn"]) {
            Age::Baby
        } else if says(&[
            "boy", "girl", "child", "kid", "son", "daughter", "little", "young",
        ]) && !says(&["man", "woman"])
        {
            Age::Child
        } else if says(&[
            "old",
            "elderly",
            "senior",
            "grandmother",
            "grandfather",
            "grandma",
            "grandpa",
            "wizard",
            "santa",
        ]) {
            Age::Old
        } else {
            Age::Adult
        };
        let feminine = if says(FEMININE) {
            true
        } else if says(MASCULINE) {
            false
        } else {
            rng.chance(0.5)
        };
        let skin = Rgba::hex(skin_of(attributes, rng));
        let mut person = Self {
            age,
            skin,
            hair: hair_of(attributes, feminine, age, rng),
            hair_color: hair_color(attributes, age, skin, rng),
            beard: says(&["beard", "bearded", "wizard", "santa", "viking"])
                || (!feminine && age != Age::Child && age != Age::Baby && rng.chance(0.2)),
            glasses: says(&["glasses", "spectacles", "librarian"]).then_some(Rgba::hex(0x2c2f3a)),
            face: face_of(attributes),
            outfit: match rng.below(6) {
                0 if feminine => Outfit::Dress,
                1 if feminine => Outfit::Skirt,
                2 => Outfit::Jacket,
                3 => Outfit::Hoodie,
                _ => Outfit::Plain,
            },
            top: Rgba::hex(*rng.pick(&TOPS)),
            bottom: Rgba::hex(*rng.pick(&BOTTOMS)),
            shoes: Rgba::hex(*rng.pick(&[0x2d2f38, 0x6b4a35, 0xf1efe9])),
            hat: None,
            scarf: None,
            tie: None,
            pose: Pose::Stand,
            carries: false,
            silhouette: false,
        };
        if age == Age::Child && person.outfit == Outfit::Plain && rng.chance(0.4) {
            person.outfit = Outfit::Shorts;
        }
        person.dress_for(noun);
        person
    }

    /// Puts on the clothes of a trade.
    fn dress_for(&mut self, noun: &str) {
        let mut wear = |outfit, top: u32, bottom: u32, hat: Option<(Hat, u32)>| {
            self.outfit = outfit;
            self.top = Rgba::hex(top);
            self.bottom = Rgba::hex(bottom);
            self.hat = hat.map(|(h, c)| (h, Rgba::hex(c)));
        };
        let last = noun.rsplit(' ').next().unwrap_or(noun);
        match last {
            "chef" | "cook" | "baker" => wear(
                Outfit::Coat,
                0xf7f7f4,
                0x3a3f4b,
                Some((Hat::Chef, 0xffffff)),
            ),
            "doctor" | "scientist" | "dentist" => wear(Outfit::Coat, 0xf5f8fa, 0x43607f, None),
            "nurse" => wear(Outfit::Plain, 0x5fb3b3, 0x5fb3b3, None),
            "farmer" | "gardener" => wear(
                Outfit::Overalls,
                0xd9584a,
                0x3f6ea8,
                Some((Hat::Brim, 0xe3c078)),
            ),
            "officer" | "policeman" | "policewoman" => wear(
                Outfit::Plain,
                0x2f4f86,
                0x24365c,
                Some((Hat::Cap, 0x24365c)),
            ),
            "firefighter" | "fireman" => wear(
                Outfit::Jacket,
                0xd9a13a,
                0x3a3a3a,
                Some((Hat::Helmet, 0xd23b2f)),
            ),
            "astronaut" => wear(Outfit::Space, 0xf2f4f7, 0xe3e7ee, None),
            "king" | "prince" | "queen" | "princess" => wear(
                Outfit::Robe,
                0x8a2846,
                0x6b1f38,
                Some((Hat::Crown, 0xf3c64b)),
            ),
            "wizard" | "witch" => wear(
                Outfit::Robe,
                0x4b3c8f,
                0x3b2f73,
                Some((Hat::Pointed, 0x4b3c8f)),
            ),
            "monk" | "nun" => wear(Outfit::Robe, 0xb5652d, 0x8f4e22, None),
            "businessman" | "businesswoman" | "lawyer" | "waiter" | "groom" | "detective"
            | "conductor" => {
                wear(Outfit::Suit, 0x34405a, 0x2b354b, None);
            }
            "bride" => wear(Outfit::Dress, 0xfbfaf7, 0xfbfaf7, None),
            "ballerina" => wear(Outfit::Dress, 0xf4b6cb, 0xf4b6cb, None),
            "worker" | "engineer" | "mechanic" | "carpenter" | "plumber" => {
                wear(
                    Outfit::Overalls,
                    0xf0a93c,
                    0x4d6485,
                    Some((Hat::Helmet, 0xf6c945)),
                );
            }
            "cowboy" | "cowgirl" => wear(
                Outfit::Jacket,
                0xa8703f,
                0x44597d,
                Some((Hat::Brim, 0x8a5a34)),
            ),
            "teacher" | "librarian" => {
                self.outfit = Outfit::Jacket;
                self.glasses.get_or_insert(Rgba::hex(0x2c2f3a));
            }
            "pirate" => wear(
                Outfit::Jacket,
                0x8f2f33,
                0x2c2f3a,
                Some((Hat::Brim, 0x2a2a32)),
            ),
            "claus" | "santa" => wear(
                Outfit::Coat,
                0xcf2e2e,
                0xcf2e2e,
                Some((Hat::Beanie, 0xcf2e2e)),
            ),
            "player" | "athlete" | "runner" | "boxer" => {
                self.outfit = Outfit::Shorts;
                self.bottom = Rgba::hex(0xf4f4f4);
            }
            "skier" | "hiker" => {
                self.outfit = Outfit::Hoodie;
                self.hat = Some((Hat::Beanie, Rgba::hex(0xd9584a)));
            }
            _ => {}
        }
    }

    /// Returns height in metres.
    pub fn height(&self) -> f32 {
        match self.age {
            Age::Baby => 0.75,
            Age::Child => 1.25,
            Age::Adult | Age::Old => 1.72,
        }
    }

    /// Returns width divided by height of the whole figure, arms included.
    pub fn aspect(&self) -> f32 {
        let limbs = match self.pose {
            Pose::Raise => 0.1,
            Pose::Walk => 0.05,
            _ => 0.0,
        };
        limbs
            + match self.age {
                Age::Baby => 0.62,
                Age::Child => 0.48,
                Age::Adult | Age::Old => 0.37,
            }
    }

    /// Returns the figure's anchors.
    pub fn anchors(&self) -> Anchors {
        body::anchors(self)
    }

    /// Draws the whole figure into the box.
    pub fn draw(&self, rect: Rect, flip: bool) -> Node {
        body::draw(self, rect, flip)
    }
}

const FEMININE: &[&str] = &[
    "woman",
    "girl",
    "lady",
    "mother",
    "mom",
    "grandmother",
    "grandma",
    "queen",
    "princess",
    "witch",
    "bride",
    "ballerina",
    "waitress",
    "actress",
    "policewoman",
    "businesswoman",
    "cowgirl",
    "sister",
    "daughter",
    "nun",
    "female",
    "feminine",
];
const MASCULINE: &[&str] = &[
    "man",
    "boy",
    "gentleman",
    "guy",
    "father",
    "dad",
    "grandfather",
    "grandpa",
    "king",
    "prince",
    "wizard",
    "groom",
    "waiter",
    "policeman",
    "businessman",
    "cowboy",
    "brother",
    "son",
    "monk",
    "santa",
    "viking",
    "male",
    "masculine",
    "beard",
    "bearded",
    "knight",
];

fn skin_of(attributes: &[String], rng: &mut Rng) -> u32 {
    let says = |w: &str| attributes.iter().any(|a| a == w);
    if says("dark-skinned") || says("dark skin") || says("black") || says("african") {
        SKINS[4 + rng.below(2)]
    } else if says("pale") || says("light-skinned") || says("light skin") {
        SKINS[0]
    } else if says("tan") || says("tanned") || says("brown skin") {
        SKINS[2 + rng.below(2)]
    } else {
        *rng.pick(&SKINS)
    }
}

fn hair_of(attributes: &[String], feminine: bool, age: Age, rng: &mut Rng) -> Hair {
    let named: &[(&str, Hair)] = &[
        ("bald", Hair::Bald),
        ("short hair", Hair::Short),
        ("short-haired", Hair::Short),
        ("long hair", Hair::Long),
        ("long-haired", Hair::Long),
        ("curly hair", Hair::Curly),
        ("curly", Hair::Curly),
        ("curly-haired", Hair::Curly),
        ("afro", Hair::Afro),
        ("wavy hair", Hair::Wavy),
        ("wavy", Hair::Wavy),
        ("bob", Hair::Bob),
        ("bun", Hair::Bun),
        ("ponytail", Hair::Ponytail),
        ("braids", Hair::Braids),
        ("braid", Hair::Braids),
        ("pigtails", Hair::Braids),
        ("spiky hair", Hair::Spiky),
        ("spiky", Hair::Spiky),
        ("mohawk", Hair::Spiky),
        ("hijab", Hair::Scarf),
        ("headscarf", Hair::Scarf),
    ];
    if let Some((_, hair)) = named
        .iter()
        .find(|(word, _)| attributes.iter().any(|a| a == word))
    {
        return *hair;
    }
    match (age, feminine) {
        (Age::Baby, _) => Hair::Crop,
        (Age::Child, true) => *rng.pick(&[
            Hair::Braids,
            Hair::Bob,
            Hair::Ponytail,
            Hair::Curly,
            Hair::Long,
        ]),
        (Age::Old, true) => *rng.pick(&[Hair::Bun, Hair::Bob, Hair::Curly, Hair::Short]),
        (_, true) => *rng.pick(&[
            Hair::Long,
            Hair::Bob,
            Hair::Bun,
            Hair::Wavy,
            Hair::Ponytail,
            Hair::Curly,
            Hair::Afro,
            Hair::Scarf,
        ]),
        (Age::Old, false) => *rng.pick(&[Hair::Bald, Hair::Crop, Hair::Short]),
        (_, false) => *rng.pick(&[
            Hair::Short,
            Hair::Parted,
            Hair::Crop,
            Hair::Spiky,
            Hair::Curly,
            Hair::Parted,
        ]),
    }
}

fn hair_color(attributes: &[String], age: Age, skin: Rgba, rng: &mut Rng) -> Rgba {
    let named: &[(&str, u32)] = &[
        ("blonde", 0xe3b75f),
        ("blond", 0xe3b75f),
        ("brunette", 0x5a3821),
        ("redhead", 0xb5502a),
        ("red-haired", 0xb5502a),
        ("ginger", 0xc4622f),
        ("red hair", 0xb5502a),
        ("black hair", 0x1d1a1c),
        ("black-haired", 0x1d1a1c),
        ("brown hair", 0x5a3821),
        ("brown-haired", 0x5a3821),
        ("blonde hair", 0xe3b75f),
        ("blond hair", 0xe3b75f),
        ("gray hair", 0xb9bcc4),
        ("grey hair", 0xb9bcc4),
        ("white hair", 0xf0f0f0),
        ("pink hair", 0xf07fae),
        ("blue hair", 0x3f77d6),
        ("green hair", 0x4cae68),
        ("purple hair", 0x8a55c7),
    ];
    if let Some((_, rgb)) = named
        .iter()
        .find(|(word, _)| attributes.iter().any(|a| a == word))
    {
        return Rgba::hex(*rgb);
    }
    if age == Age::Old {
        return Rgba::hex(*rng.pick(&GREYS));
    }
    // Hair and face stay apart in lightness.
    let choices: Vec<u32> = HAIRS
        .iter()
        .copied()
        .filter(|c| Rgba::hex(*c).contrast(skin) >= 1.5)
        .collect();
    Rgba::hex(if choices.is_empty() {
        0x1b1b22
    } else {
        *rng.pick(&choices)
    })
}

fn face_of(attributes: &[String]) -> Face {
    let named: &[(&[&str], Face)] = &[
        (&["sad", "crying", "unhappy", "lonely"], Face::Sad),
        (&["angry", "mad", "furious", "grumpy"], Face::Angry),
        (
            &["surprised", "shocked", "scared", "amazed"],
            Face::Surprised,
        ),
        (
            &["laughing", "joyful", "excited", "cheerful"],
            Face::Laughing,
        ),
        (
            &["serious", "calm", "thoughtful", "neutral", "sleepy"],
            Face::Calm,
        ),
    ];
    named
        .iter()
        .find(|(words, _)| words.iter().any(|w| attributes.iter().any(|a| a == w)))
        .map_or(Face::Happy, |(_, face)| *face)
}

/// Returns the hat that a noun names.
pub fn hat_named(noun: &str) -> Hat {
    match noun {
        "cap" | "baseball cap" | "graduation cap" => Hat::Cap,
        "top hat" => Hat::Top,
        "beanie" | "santa hat" | "hood" | "turban" | "wig" | "beret" => Hat::Beanie,
        "helmet" | "hard hat" => Hat::Helmet,
        "crown" | "tiara" | "wreath" => Hat::Crown,
        "chef hat" => Hat::Chef,
        "party hat" => Hat::Party,
        "wizard hat" => Hat::Pointed,
        _ => Hat::Brim,
    }
}
