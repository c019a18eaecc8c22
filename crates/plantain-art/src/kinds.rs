//! What is known about each object beyond its looks: what it is called, how big it is, how it stands and where things attach.

use std::sync::OnceLock;

use kurbo::{Point, Rect};

use crate::colour::Rgb;

/// See the head of the file for its columns.
static TABLE: &str = include_str!("../data/kinds.tsv");

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Animal,
    Appliance,
    Body,
    Building,
    Celebration,
    Clothing,
    Container,
    Drink,
    Face,
    Flag,
    Food,
    Furniture,
    Household,
    Jewelry,
    Medical,
    Money,
    Music,
    Nature,
    Person,
    Place,
    Plant,
    Shape,
    Sign,
    Sky,
    Sport,
    Stationery,
    Symbol,
    Tech,
    Tool,
    Toy,
    Vehicle,
    Weapon,
}

impl Category {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "animal" => Self::Animal,
            "appliance" => Self::Appliance,
            "body" => Self::Body,
            "building" => Self::Building,
            "celebration" => Self::Celebration,
            "clothing" => Self::Clothing,
            "container" => Self::Container,
            "drink" => Self::Drink,
            "face" => Self::Face,
            "flag" => Self::Flag,
            "food" => Self::Food,
            "furniture" => Self::Furniture,
            "household" => Self::Household,
            "jewelry" => Self::Jewelry,
            "medical" => Self::Medical,
            "money" => Self::Money,
            "music" => Self::Music,
            "nature" => Self::Nature,
            "person" => Self::Person,
            "place" => Self::Place,
            "plant" => Self::Plant,
            "shape" => Self::Shape,
            "sign" => Self::Sign,
            "sky" => Self::Sky,
            "sport" => Self::Sport,
            "stationery" => Self::Stationery,
            "symbol" => Self::Symbol,
            "tech" => Self::Tech,
            "tool" => Self::Tool,
            "toy" => Self::Toy,
            "vehicle" => Self::Vehicle,
            "weapon" => Self::Weapon,
            _ => return None,
        })
    }

    fn base(self) -> Base {
        match self {
            Self::Sky | Self::Symbol | Self::Body | Self::Face | Self::Shape => Base::Floats,
            _ => Base::Stands,
        }
    }

    /// Height in metres when an object has no entry of its own.
    fn height_m(self) -> f64 {
        match self {
            Self::Person => 1.7,
            Self::Building | Self::Place => 10.0,
            Self::Vehicle => 1.8,
            Self::Sky => 5.0,
            Self::Furniture | Self::Plant => 1.0,
            _ => 0.3,
        }
    }
}

/// Which way an object looks as drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    Left,
    Right,
    Front,
}

/// How an object rests in a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// On the ground or a table, upright; the bottom of the bounds touches.
    Stands,
    /// On the ground or a table, flat.
    Lies,
    /// On water, or freely as a symbol does.
    Floats,
    /// In the air.
    Flies,
    /// On a wall, or from above.
    Hangs,
}

/// A place on an object where another can attach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Middle of the upper edge, where things are put on it.
    Top,
    /// Where a hat sits.
    Head,
    /// What holds things.
    Hand,
    /// Where a scarf or collar goes.
    Neck,
    /// Where one sits.
    Seat,
    /// Where a rider sits.
    Back,
    /// What bites, or blows a horn.
    Mouth,
}

const ANCHORS: [(&str, Anchor); 7] = [
    ("top", Anchor::Top),
    ("head", Anchor::Head),
    ("hand", Anchor::Hand),
    ("neck", Anchor::Neck),
    ("seat", Anchor::Seat),
    ("back", Anchor::Back),
    ("mouth", Anchor::Mouth),
];

/// A person shorter than this is drawn from the chest up.
const BUST_HEIGHT_M: f64 = 1.0;

/// What is known about an object.
#[derive(Clone, Debug)]
pub struct Kind {
    /// English singular nouns, the usual one first; empty when nothing is known.
    pub nouns: Vec<&'static str>,
    /// Nouns of things that this object resembles more than any other does.
    pub near: Vec<&'static str>,
    pub category: Category,
    /// Height of the bounds in the real world.
    pub height_m: f64,
    pub facing: Facing,
    pub base: Base,
    /// Where contents show, as fractions of the bounds: the opening of a vessel, the screen of a device, the glass of a window.
    pub inside: Option<Rect>,
    /// Where a picture or words go on it (the print of a T-shirt, a label), as fractions of the bounds.
    pub print: Option<Rect>,
    anchors: Vec<(Anchor, Point)>,
    /// Colours of the parts that count as the object's own; empty where the most visible ones do.
    pub(crate) main: Vec<Rgb>,
    /// Colour of a ground that the set draws below the object and that a scene brings itself: water, sand, grass.
    pub(crate) ground: Option<Rgb>,
    /// Parts that have colours of their own, by their nouns, and the colours with which they are drawn.
    pub(crate) parts: Vec<(&'static str, Vec<Rgb>)>,
}

impl Kind {
    /// Returns what is known about the object of that name; variants (`…-dark`) count as their plain form.
    pub(crate) fn of(name: &str) -> Self {
        let table = table();
        let found = |name: &str| {
            table
                .binary_search_by(|row| row.0.cmp(name))
                .ok()
                .map(|at| table[at].1.clone())
        };
        found(name)
            .or_else(|| found(plain(name)))
            .unwrap_or_else(|| Self::unknown(plain(name)))
    }

    /// Returns the colours with which a part is drawn, by its singular noun; empty where none of its own is known.
    pub(crate) fn part(&self, noun: &str) -> &[Rgb] {
        let found = self.parts.iter().find(|(name, _)| *name == noun);
        found.map_or(&[], |(_, colours)| colours)
    }

    /// Returns the point as fractions of the bounds, or the category's usual one.
    pub fn anchor(&self, anchor: Anchor) -> Option<Point> {
        let own = self
            .anchors
            .iter()
            .find(|(a, _)| *a == anchor)
            .map(|(_, point)| *point);
        own.or_else(|| self.usual(anchor))
    }

    /// Returns whether things can be put in it so that they show.
    pub fn is_container(&self) -> bool {
        self.category == Category::Container || self.inside.is_some()
    }

    /// Returns whether things can stand or sit on it.
    pub fn is_support(&self) -> bool {
        self.category == Category::Furniture || self.anchor(Anchor::Seat).is_some()
    }

    fn usual(&self, anchor: Anchor) -> Option<Point> {
        let side = |x: f64| {
            if self.facing == Facing::Right {
                1.0 - x
            } else {
                x
            }
        };
        let front = self.facing == Facing::Front;
        // People of the set are drawn whole or from the chest up; the height tells which.
        let whole = self.height_m > BUST_HEIGHT_M;
        let point = match (self.category, anchor) {
            (_, Anchor::Top) => (0.5, 0.0),
            (Category::Person | Category::Face, Anchor::Head) => (0.5, 0.06),
            (Category::Person, Anchor::Hand) => (side(0.15), if whole { 0.55 } else { 0.8 }),
            (Category::Person, Anchor::Neck) => (0.5, if whole { 0.22 } else { 0.58 }),
            (Category::Person, Anchor::Mouth) => (0.5, if whole { 0.14 } else { 0.42 }),
            (Category::Face, Anchor::Neck) => (0.5, 1.0),
            (Category::Face, Anchor::Mouth) => (0.5, 0.72),
            (Category::Animal, Anchor::Neck) if front && self.base == Base::Floats => (0.5, 1.0),
            (Category::Animal, Anchor::Mouth) if front && self.base == Base::Floats => (0.5, 0.7),
            (Category::Animal, Anchor::Head) if front => (0.5, 0.06),
            (Category::Animal, Anchor::Neck) if front => (0.5, 0.48),
            (Category::Animal, Anchor::Mouth) if front => (0.5, 0.4),
            (Category::Animal, Anchor::Head) => (side(0.2), 0.15),
            (Category::Animal, Anchor::Neck) => (side(0.3), 0.4),
            (Category::Animal, Anchor::Mouth) => (side(0.05), 0.35),
            (Category::Animal, Anchor::Hand) => (side(0.15), 0.6),
            (Category::Animal, Anchor::Back) if !front => (side(0.58), 0.35),
            _ => return None,
        };
        Some(point.into())
    }

    fn unknown(name: &str) -> Self {
        let category = guess(name);
        Self {
            nouns: Vec::new(),
            near: Vec::new(),
            category,
            height_m: category.height_m(),
            facing: Facing::Front,
            base: category.base(),
            inside: None,
            print: None,
            anchors: Vec::new(),
            main: Vec::new(),
            ground: None,
            parts: Vec::new(),
        }
    }

    fn parse(row: &'static str) -> Option<(&'static str, Self)> {
        let mut columns = row.split('\t').map(str::trim);
        let name = columns.next()?;
        let words = |cell: Option<&'static str>| {
            cell.into_iter()
                .flat_map(|cell| cell.split(','))
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .collect()
        };
        let (nouns, near) = (words(columns.next()), words(columns.next()));
        let category = Category::parse(columns.next()?)?;
        let height_m = columns.next()?.parse().ok()?;
        let mut kind = Self {
            nouns,
            near,
            category,
            height_m,
            base: category.base(),
            ..Self::unknown(name)
        };
        kind.facing = match columns.next()? {
            "L" => Facing::Left,
            "R" => Facing::Right,
            "F" => Facing::Front,
            _ => return None,
        };
        kind.base = match columns.next().unwrap_or_default() {
            "" => kind.base,
            "stands" => Base::Stands,
            "lies" => Base::Lies,
            "floats" => Base::Floats,
            "flies" => Base::Flies,
            "hangs" => Base::Hangs,
            _ => return None,
        };
        for fact in columns
            .next()
            .unwrap_or_default()
            .split(';')
            .filter(|fact| !fact.is_empty())
        {
            kind.learn(fact)?;
        }
        Some((name, kind))
    }

    /// Takes in one `key=value` of the last column.
    fn learn(&mut self, fact: &'static str) -> Option<()> {
        let (key, value) = fact.split_once('=')?;
        if value.starts_with('#') {
            let colours = value.split(',').map(rgb).collect::<Option<Vec<_>>>()?;
            match key {
                "main" => self.main = colours,
                "without" => self.ground = colours.first().copied(),
                _ => self.parts.push((key, colours)),
            }
            return Some(());
        }
        let numbers = value
            .split(',')
            .map(str::parse)
            .collect::<Result<Vec<f64>, _>>()
            .ok()?;
        match (key, &numbers[..]) {
            ("inside", &[x0, y0, x1, y1]) => self.inside = Some(Rect::new(x0, y0, x1, y1)),
            ("print", &[x0, y0, x1, y1]) => self.print = Some(Rect::new(x0, y0, x1, y1)),
            (_, &[x, y]) => {
                let (_, anchor) = ANCHORS.into_iter().find(|(word, _)| *word == key)?;
                self.anchors.push((anchor, Point::new(x, y)));
            }
            _ => return None,
        }
        Some(())
    }
}

/// Reads `#rrggbb`.
fn rgb(value: &str) -> Option<Rgb> {
    let value = u32::from_str_radix(value.strip_prefix('#')?, 16).ok()?;
    Some([(value >> 16) as u8, (value >> 8) as u8, value as u8])
}

/// Returns every entry of the table, sorted by object name.
pub(crate) fn table() -> &'static [(&'static str, Kind)] {
    static KINDS: OnceLock<Vec<(&str, Kind)>> = OnceLock::new();
    KINDS.get_or_init(|| {
        let mut rows: Vec<_> = rows().filter_map(Kind::parse).collect();
        rows.sort_by_key(|row| row.0);
        rows
    })
}

fn rows() -> impl Iterator<Item = &'static str> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Returns the name without skin tone and direction.
fn plain(name: &str) -> &str {
    const TONES: [&str; 5] = [
        "-medium-light",
        "-medium-dark",
        "-light",
        "-dark",
        "-medium",
    ];
    let name = TONES
        .iter()
        .find_map(|tone| name.strip_suffix(tone))
        .unwrap_or(name);
    name.strip_suffix("-facing-right").unwrap_or(name)
}

fn guess(name: &str) -> Category {
    let starts = |words: &[&str]| {
        words
            .iter()
            .any(|word| name == *word || name.starts_with(&format!("{word}-")))
    };
    match name {
        _ if name.starts_with("flag-") => Category::Flag,
        _ if name.contains("face") || name.ends_with("cat") => Category::Face,
        _ if starts(&[
            "man", "woman", "person", "people", "men", "women", "boy", "girl", "child",
        ]) =>
        {
            Category::Person
        }
        _ if name.contains("hand") => Category::Body,
        _ => Category::Symbol,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::objects::object;

    #[test]
    fn every_row_is_understood_and_has_its_object() {
        for row in rows() {
            let Some((name, kind)) = Kind::parse(row) else {
                panic!("not understood: {row}")
            };
            assert!(object(name).is_some(), "there is no object {name}");
            assert!(kind.height_m > 0.0 && !kind.nouns.is_empty(), "{row}");
        }
        assert!(
            table().windows(2).all(|pair| pair[0].0 < pair[1].0),
            "an object is listed twice"
        );
        assert!(table().len() >= 600);
    }

    #[test]
    fn each_noun_names_one_object() {
        let mut seen = std::collections::BTreeMap::new();
        for (name, kind) in table() {
            for noun in &kind.nouns {
                if let Some(other) = seen.insert(*noun, *name) {
                    panic!("`{noun}` is both {other} and {name}");
                }
            }
        }
    }

    #[test]
    fn anchors_lie_on_the_object() {
        for (name, kind) in table() {
            let inside = kind.inside.into_iter().chain(kind.print);
            for rect in inside {
                assert!(
                    rect.x0 >= -0.01
                        && rect.y0 >= -0.5
                        && rect.x1 <= 1.01
                        && rect.y1 <= 1.01
                        && rect.area() > 0.0,
                    "{name}"
                );
            }
            for (_, point) in &kind.anchors {
                assert!(
                    (-0.1..=1.1).contains(&point.x) && (-0.1..=1.1).contains(&point.y),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn variants_share_their_kind() {
        assert_eq!(
            Kind::of("woman-astronaut-medium-dark").nouns,
            Kind::of("woman-astronaut").nouns
        );
        assert_eq!(Kind::of("flag-jp").category, Category::Flag);
    }
}
