//! Where a step works: mask, cut-out, colour and position words, the one product.

use plantain_core::Mask;
use plantain_engine::{EngineError, LocatedBy};
use plantain_read::{Color, Position, Referent, Target, Which};
use plantain_retouch::region;
use plantain_retouch::select::{self, Blob, Cutout, Evidence};

use super::Desk;
use crate::stage::lexicon::{Class, look_up};

/// Below this confidence a note says that the place may be off.
pub const SURE: f32 = 0.7;
/// Below this confidence a cut-out is no answer.
pub const ENOUGH: f32 = 0.55;
/// A noun alone is taken for the only subject from this confidence on.
pub const SALIENT: f32 = 0.8;
/// A second region at least this large, next to the first, may be meant as well.
const RIVAL: f32 = 0.34;
/// Things that stand alone on product pictures. Any other noun alone is no evidence: "the zebra" on the picture of a mug
/// is not the mug.
const PRODUCTS: &[&str] = &[
    "product",
    "object",
    "item",
    "thing",
    "subject",
    "figure",
    "shirt",
    "t-shirt",
    "tshirt",
    "tee",
    "top",
    "sweater",
    "hoodie",
    "jacket",
    "coat",
    "dress",
    "skirt",
    "jeans",
    "pants",
    "trousers",
    "shorts",
    "sock",
    "shoe",
    "sneaker",
    "boot",
    "sandal",
    "heel",
    "hat",
    "cap",
    "beanie",
    "scarf",
    "glove",
    "bag",
    "handbag",
    "backpack",
    "purse",
    "wallet",
    "suitcase",
    "watch",
    "ring",
    "necklace",
    "bracelet",
    "earring",
    "glasses",
    "sunglasses",
    "mug",
    "cup",
    "glass",
    "bottle",
    "jar",
    "can",
    "tin",
    "bowl",
    "plate",
    "teapot",
    "kettle",
    "pot",
    "pan",
    "vase",
    "box",
    "package",
    "packaging",
    "tube",
    "pouch",
    "candle",
    "lamp",
    "chair",
    "armchair",
    "sofa",
    "couch",
    "stool",
    "table",
    "desk",
    "bed",
    "shelf",
    "cushion",
    "pillow",
    "blanket",
    "towel",
    "toy",
    "ball",
    "car",
    "bike",
    "bicycle",
    "scooter",
    "motorcycle",
    "helmet",
    "phone",
    "smartphone",
    "laptop",
    "tablet",
    "headphone",
    "speaker",
    "camera",
    "keyboard",
    "mouse",
    "controller",
    "umbrella",
    "book",
    "notebook",
    "pen",
    "clock",
    "guitar",
    "logo",
];

/// A place on the picture.
#[derive(Debug, Clone)]
pub struct Selection {
    pub mask: Mask,
    pub by: LocatedBy,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

impl Selection {
    pub fn new(mask: Mask, by: LocatedBy, confidence: f32) -> Self {
        Self {
            mask,
            by,
            confidence,
        }
    }

    fn inverted(&self) -> Self {
        Self {
            mask: self.mask.inverted(),
            ..self.clone()
        }
    }
}

impl Desk<'_> {
    /// Returns the place of a target. With a mask it is the mask.
    pub fn locate(&mut self, target: &Target) -> Result<Selection, EngineError> {
        if self.mask.is_some() {
            return Ok(self.whole());
        }
        let found = self.find(target)?;
        Ok(if target.inverted {
            found.inverted()
        } else {
            found
        })
    }

    fn find(&mut self, target: &Target) -> Result<Selection, EngineError> {
        if target.by.is_some() {
            return Err(self.not_located(&spoken(target)));
        }
        match &target.what {
            Referent::Picture => Ok(self.whole()),
            Referent::Background => Ok(self.subject(ENOUGH, "the background")?.inverted()),
            Referent::Subject if target.color.is_none() && target.position.is_none() => {
                self.subject(ENOUGH, &spoken(target))
            }
            Referent::Same => match self.spoken_of.clone() {
                Some(place) => Ok(place),
                None => self.subject(SURE, &spoken(target)),
            },
            Referent::Thing(_) | Referent::Subject => self.thing(target),
            Referent::Masked
            | Referent::Text(_)
            | Referent::Role(_)
            | Referent::AllText
            | Referent::Part { .. }
            | Referent::Input(_) => Err(self.not_located(&spoken(target))),
        }
    }

    /// What stands before the background.
    pub fn subject(&mut self, least: f32, words: &str) -> Result<Selection, EngineError> {
        match self.cutout() {
            Some(cutout) if cutout.confidence >= least => Ok(Selection::new(
                cutout.mask.clone(),
                of_cutout(&cutout),
                cutout.confidence,
            )),
            _ => Err(self.not_located(words)),
        }
    }

    /// A thing by its colour, its position, or as the only one there is.
    fn thing(&mut self, target: &Target) -> Result<Selection, EngineError> {
        if let Some(color) = &target.color {
            return self.colored(target, color);
        }
        if target.position.is_some() || !matches!(target.which, Which::Any) {
            return self.placed(target);
        }
        let Referent::Thing(noun) = &target.what else {
            return Err(self.not_located(&spoken(target)));
        };
        let fits = match self.cutout() {
            // A model sees people and animals, too; what it sees is one thing that stands out, as a product picture's.
            Some(cutout) => {
                let seen = cutout.evidence == Evidence::Model && is_subject(noun);
                let alone = cutout.parts == 1 && cutout.confidence >= SALIENT;
                alone && (seen || is_product(noun))
            }
            None => false,
        };
        if !fits || self.job.strict {
            return Err(self.not_located(&spoken(target)));
        }
        let mut place = self.subject(SALIENT, noun)?;
        place.by = LocatedBy::SalientSubject;
        place.confidence *= 0.9;
        Ok(place)
    }

    /// The one region of a colour; position words choose among several.
    fn colored(&mut self, target: &Target, color: &Color) -> Result<Selection, EngineError> {
        // What stands before a background is meant before the background itself.
        let within = self
            .cutout()
            .filter(|c| c.confidence >= SALIENT)
            .map(|c| c.mask.clone());
        let mut blobs = select::blobs_like(&self.pixels, color.rgb, within.as_ref());
        if blobs.is_empty() && within.is_some() {
            blobs = select::blobs_like(&self.pixels, color.rgb, None);
        }
        let Some(chosen) = chosen(&blobs, target) else {
            return Err(self.not_located(&spoken(target)));
        };
        let spread = blobs.iter().map(|b| b.area).sum::<f32>();
        let confidence = 0.9 * (chosen.area / spread.max(1e-6)).max(0.75);
        Ok(Selection::new(
            chosen.mask.clone(),
            LocatedBy::Color,
            confidence,
        ))
    }

    /// One of several parts of what stands before the background, by where it is.
    fn placed(&mut self, target: &Target) -> Result<Selection, EngineError> {
        let Some(cutout) = self
            .cutout()
            .filter(|c| c.parts > 1 && c.confidence >= ENOUGH)
        else {
            return Err(self.not_located(&spoken(target)));
        };
        let parts = super::parts::of(&cutout.mask);
        let Some(chosen) = chosen(&parts, target) else {
            return Err(self.not_located(&spoken(target)));
        };
        Ok(Selection::new(
            chosen.mask.clone(),
            of_cutout(&cutout),
            cutout.confidence * 0.85,
        ))
    }

    /// Returns what the instruction wants kept, as far as it concerns a selection.
    pub fn kept(&mut self, place: &Selection) -> Result<Option<Mask>, EngineError> {
        let mut kept: Option<Mask> = None;
        for target in &self.instruction.keep {
            if matches!(target.what, Referent::Picture | Referent::Same) {
                continue;
            }
            match self.find(target) {
                Ok(found) => {
                    kept = Some(match kept {
                        Some(before) => region::union(&before, &found.mask),
                        None => found.mask,
                    });
                    self.confidence = self.confidence.min(found.confidence);
                }
                // A change of a place of its own cannot reach what stands elsewhere.
                Err(_) if place.by != LocatedBy::Whole => {}
                Err(error) => return Err(error),
            }
        }
        Ok(kept)
    }

    /// The refusal, with what was found instead.
    pub fn not_located(&mut self, target: &str) -> EngineError {
        let mut found = Vec::new();
        if let Some(cutout) = self.cutout().filter(|c| c.confidence >= ENOUGH) {
            found.push(match cutout.parts {
                1 => "one subject before the background".to_owned(),
                n => format!("{n} parts before the background"),
            });
        }
        for (name, blob) in select::seen(&self.pixels, 5) {
            let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) {
                "an"
            } else {
                "a"
            };
            let place = place_name(blob.centre);
            found.push(format!("{article} {name} region {place}"));
        }
        found.dedup();
        EngineError::TargetNotLocated {
            target: target.to_owned(),
            found,
        }
    }
}

/// Returns how a cut-out was found.
pub fn of_cutout(cutout: &Cutout) -> LocatedBy {
    match cutout.evidence {
        Evidence::Pixels => LocatedBy::Background,
        Evidence::Model => LocatedBy::Segmenter,
        Evidence::Scene => LocatedBy::Scene,
    }
}

/// Returns the words of a target, or what it is.
pub fn spoken(target: &Target) -> String {
    if !target.words.is_empty() {
        return target.words.clone();
    }
    match &target.what {
        Referent::Picture => "the picture".into(),
        Referent::Background => "the background".into(),
        Referent::Subject => "the subject".into(),
        Referent::Masked => "the masked area".into(),
        Referent::Text(text) => format!("\"{text}\""),
        Referent::AllText | Referent::Role(_) => "the text".into(),
        Referent::Thing(noun) => noun.clone(),
        Referent::Part { .. } => "a part of a design".into(),
        Referent::Same => "it".into(),
        Referent::Input(n) => format!("picture {n}"),
    }
}

/// Whether a noun is one of what photographs are of: somebody, an animal, something on wheels, a plant, food.
fn is_subject(noun: &str) -> bool {
    matches!(
        look_up(noun).0,
        Class::Animal
            | Class::Bird
            | Class::Insect
            | Class::Swimmer
            | Class::Person
            | Class::Vehicle
            | Class::Cycle
            | Class::Boat
            | Class::Aircraft
            | Class::Airborne
            | Class::Seat
            | Class::Container
            | Class::Food
            | Class::Item
            | Class::Plant
            | Class::Tree
    )
}

fn is_product(noun: &str) -> bool {
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    PRODUCTS.contains(&noun) || PRODUCTS.contains(&last)
}

/// Returns the region that is meant: the only one, or the one that its place, order or size tells from the others.
fn chosen<'a>(blobs: &'a [Blob], target: &Target) -> Option<&'a Blob> {
    let largest = blobs.first()?;
    // Splashes beside a thing are not further things.
    let mut things: Vec<&Blob> = blobs
        .iter()
        .filter(|b| b.area > largest.area * 0.08)
        .collect();
    if let Some(position) = target.position {
        let rank = |b: &Blob| distance(b.centre, position);
        things.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
        let clear = match things.as_slice() {
            [only] => rank(only) < 0.5,
            [first, second, ..] => rank(first) + 0.08 < rank(second),
            [] => false,
        };
        return clear.then(|| things[0]);
    }
    let reading = |b: &&Blob| b.centre[0] + (b.centre[1] * 3.0).floor() * 4.0;
    match target.which {
        Which::Any => {
            let rival = things.get(1).map_or(0.0, |b| b.area / largest.area);
            (rival < RIVAL).then_some(largest)
        }
        Which::Largest => Some(largest),
        Which::Smallest => things.last().copied(),
        Which::Nth(n) => {
            things.sort_by(|a, b| reading(a).total_cmp(&reading(b)));
            things.get(n as usize).copied()
        }
        Which::Last => {
            things.sort_by(|a, b| reading(a).total_cmp(&reading(b)));
            things.last().copied()
        }
        Which::Middle => {
            things.sort_by(|a, b| reading(a).total_cmp(&reading(b)));
            things.get(things.len() / 2).copied()
        }
    }
}

/// Returns where a position word points, shares of the picture.
pub fn anchor(position: Position) -> [f32; 2] {
    match position {
        Position::Left => [0.0, 0.5],
        Position::Right => [1.0, 0.5],
        Position::Top => [0.5, 0.0],
        Position::Bottom => [0.5, 1.0],
        Position::TopLeft => [0.0, 0.0],
        Position::TopRight => [1.0, 0.0],
        Position::BottomLeft => [0.0, 1.0],
        Position::BottomRight => [1.0, 1.0],
        Position::Center | Position::Background | Position::Foreground => [0.5, 0.5],
    }
}

/// How far a place is from where a word points; "left" says nothing about height.
fn distance(centre: [f32; 2], position: Position) -> f32 {
    let [x, y] = anchor(position);
    let (dx, dy) = (centre[0] - x, centre[1] - y);
    match position {
        Position::Left | Position::Right => dx.abs(),
        Position::Top | Position::Bottom => dy.abs(),
        _ => libm::sqrtf(dx * dx + dy * dy),
    }
}

fn place_name(centre: [f32; 2]) -> &'static str {
    const NAMES: [[&str; 3]; 3] = [
        ["at the top left", "at the top", "at the top right"],
        ["on the left", "in the middle", "on the right"],
        ["at the bottom left", "at the bottom", "at the bottom right"],
    ];
    let third = |v: f32| ((v * 3.0).max(0.0) as usize).min(2);
    NAMES[third(centre[1])][third(centre[0])]
}
