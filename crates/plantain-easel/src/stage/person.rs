//! People: built from parts, chosen by what the prompt says and by the seed.

mod adorn;
mod body;
mod bust;
mod facts;
mod garb;
mod head;
mod limb;
mod mask;
mod pose;
mod tool;
mod trade;

use plantain_scene::Rgba;
use plantain_scene::node::Node;
use serde::{Deserialize, Serialize};

pub use bust::draw_bust;
pub use facts::{drawn, redrawn};
pub use mask::Mask;
pub use pose::{Arms, Pose};
pub use tool::Tool;
pub use trade::is_trade;

use pose::Skeleton;

use super::prop::Anchors;
use super::rect::Rect;
use crate::rng::Rng;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Age {
    Baby,
    Child,
    Adult,
    Old,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Flat top, badge and peak: police, pilots.
    Peaked,
    Fire,
    /// A helmet with cheeks and a plume.
    Knight,
    Horned,
    /// Cloth around the whole head.
    Hood,
    Tricorn,
    Beret,
    Mortarboard,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Face {
    Happy,
    Calm,
    Sad,
    Angry,
    Surprised,
    Laughing,
    Asleep,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Closed coat to the knees with a hood on the shoulders.
    Raincoat,
    Overalls,
    Space,
    Robe,
    Hoodie,
    Shorts,
    /// A dress to the ankles.
    Gown,
    Tutu,
    /// A waistcoat over a shirt.
    Vest,
    /// A double-breasted jacket: kitchens.
    Jacketed,
    Uniform,
    Armour,
    /// Tights and trunks.
    Hero,
    /// Cloth crossed before the chest, with a sash: scrubs, martial arts, tunics.
    Wrap,
}

/// What is worn over the clothes or on the head.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Trim {
    Apron(Rgba),
    Belt(Rgba),
    /// A star on the breast.
    Badge(Rgba),
    /// A large star on the chest.
    Emblem(Rgba),
    /// Reflecting bands.
    Stripes(Rgba),
    /// Stripes around the trunk.
    Hoops(Rgba),
    Stethoscope,
    Ermine,
    Fur(Rgba),
    Kerchief(Rgba),
    BowTie(Rgba),
    Epaulettes(Rgba),
    Number(Rgba),
    Medal,
    /// Straps of a pack.
    Straps(Rgba),
    /// A pack on the back.
    Pack(Rgba),
    Cape(Rgba),
    Camo(Rgba),
    Gloves(Rgba),
    Boots(Rgba),
    EyeMask(Rgba),
    EyePatch,
    /// A ball on the nose.
    Nose(Rgba),
    FaceMask(Rgba),
    Wings,
    Halo,
    Veil(Rgba),
    Mustache,
    Freckles,
    /// The colour of the eyes.
    Eyes(Rgba),
    Earrings(Rgba),
    /// A tobacco pipe in the mouth.
    Pipe(Rgba),
    Headphones(Rgba),
    /// A string of beads around the neck.
    Necklace(Rgba),
    /// Cloth from one shoulder to the other hip.
    Drape(Rgba),
}

/// A person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub arms: Arms,
    /// Narrower in shoulder and waist.
    pub feminine: bool,
    /// Shirt, sash, trunks or tabard under or over the main garment.
    pub under: Option<Rgba>,
    pub trims: Vec<Trim>,
    /// What the trade puts into the hand, where the prompt gives nothing.
    pub tool: Option<Tool>,
    /// Drawn as one dark form.
    pub silhouette: bool,
    /// The head of an animal in the place of the own one.
    #[serde(default)]
    pub mask: Option<Mask>,
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
            "older",
            "aged",
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
            arms: Arms::Rest,
            feminine: feminine && !matches!(age, Age::Baby | Age::Child),
            under: None,
            trims: Vec::new(),
            tool: None,
            silhouette: false,
            mask: None,
        };
        if age == Age::Child && person.outfit == Outfit::Plain && rng.chance(0.4) {
            person.outfit = Outfit::Shorts;
        }
        // "A pirate captain", "a knight king": a trade among the adjectives is what one sees.
        match attributes.iter().find(|a| is_trade(a)) {
            Some(trade) => trade::dress(&mut person, trade, rng),
            None => trade::dress(&mut person, noun, rng),
        }
        let told = |words: &[&str]| attributes.iter().any(|a| words.contains(&a.as_str()));
        if told(&["mustache", "moustache", "mustached", "moustached"]) {
            person.trims.push(Trim::Mustache);
        }
        if told(&["freckle", "freckles", "freckled"]) {
            person.trims.push(Trim::Freckles);
        }
        person.trims.extend(head::eyes(attributes).map(Trim::Eyes));
        person
    }

    /// Returns the height of the figure's box in metres, in its pose.
    pub fn height(&self) -> f32 {
        let standing = match self.age {
            Age::Baby => 0.75,
            Age::Child => 1.25,
            Age::Adult | Age::Old => 1.72,
        };
        standing * Skeleton::of(self).size().1
    }

    /// Returns width divided by height of the whole figure, arms included.
    pub fn aspect(&self) -> f32 {
        let (w, h) = Skeleton::of(self).size();
        w / h
    }

    /// Returns how far the hips are above the foot of the box, as a fraction of its height.
    pub fn seat(&self) -> f32 {
        let b = pose::build(self);
        let s = Skeleton::of(self);
        ((s.extent - b.hip_y - b.leg * 0.3) / s.extent).max(0.0)
    }

    /// Returns whether the figure looks to one side.
    pub fn is_turned(&self) -> bool {
        matches!(
            self.pose,
            Pose::Walk
                | Pose::Run
                | Pose::Ride
                | Pose::Pedal
                | Pose::Board
                | Pose::Kneel
                | Pose::Fly
        ) || matches!(
            self.arms,
            Arms::Reach | Arms::Fight | Arms::Point | Arms::Wield | Arms::Shake
        )
    }

    /// Returns whether both hands are before the chest.
    pub fn carries(&self) -> bool {
        self.arms == Arms::Carry
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
    "mustache",
    "moustache",
    "knight",
];

fn skin_of(attributes: &[String], rng: &mut Rng) -> u32 {
    let says = |w: &str| attributes.iter().any(|a| a == w);
    if says("dark-skinned") || says("dark skin") || says("black") || says("african") {
        SKINS[4 + rng.below(2)]
    } else if says("pale") || says("light-skinned") || says("light skin") {
        SKINS[0]
    } else if [
        "tan",
        "tanned",
        "brown skin",
        "indian",
        "mexican",
        "arab",
        "latina",
        "latino",
    ]
    .iter()
    .any(|word| says(word))
    {
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
        ("topknot", Hair::Bun),
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
        // Seen from the front, what is bound behind the head looks short.
        (Age::Child, true) => *rng.pick(&[Hair::Braids, Hair::Bob, Hair::Long, Hair::Wavy]),
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
        // Hair that nothing is said of has the colour of the beard.
        ("white beard", 0xf0f0f0),
        ("gray beard", 0xb9bcc4),
        ("grey beard", 0xb9bcc4),
        ("red beard", 0xb5502a),
        ("ginger beard", 0xc4622f),
        ("black beard", 0x1d1a1c),
        ("brown beard", 0x5a3821),
        ("blond beard", 0xe3b75f),
        ("blonde beard", 0xe3b75f),
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
        (&["serious", "calm", "thoughtful", "neutral"], Face::Calm),
        (&["sleepy", "asleep"], Face::Asleep),
    ];
    named
        .iter()
        .find(|(words, _)| words.iter().any(|w| attributes.iter().any(|a| a == w)))
        .map_or(Face::Happy, |(_, face)| *face)
}

/// Returns the hat that a noun names.
pub fn hat_named(noun: &str) -> Hat {
    match noun {
        "cap" | "baseball cap" => Hat::Cap,
        "top hat" => Hat::Top,
        "beanie" | "santa hat" | "turban" | "wig" => Hat::Beanie,
        "hood" => Hat::Hood,
        "beret" => Hat::Beret,
        "graduation cap" | "mortarboard" => Hat::Mortarboard,
        "helmet" | "hard hat" => Hat::Helmet,
        "crown" | "tiara" | "wreath" => Hat::Crown,
        "chef hat" => Hat::Chef,
        "party hat" => Hat::Party,
        "wizard hat" | "witch hat" | "pointed hat" | "pointy hat" | "cone hat" => Hat::Pointed,
        _ => Hat::Brim,
    }
}
