//! Props: what an object phrase is drawn with, and what is known about its form.

use plantain_art::{Anchor, Base, Category, Facing as ArtFacing};

use plantain_scene::Rgba;

use super::lexicon::{Class, Slot, look_up};
use super::mascot::Mascot;
use super::panel::Panel;
use super::person::Person;
use super::robot::Robot;

/// How a prop is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Art {
    /// An object of the illustration set, by name.
    Set(String),
    /// A person built from parts.
    Person(Box<Person>),
    Robot(Robot),
    /// A thing with a face, arms and legs.
    Mascot(Mascot),
    /// A flat thing of a given outline: mirror, rug, tile, sign, board.
    Panel(Panel),
    /// Nothing is known: a neutral form.
    StandIn,
}

/// Which way a prop looks as drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facing {
    Left,
    Right,
    Front,
}

/// Where things attach, as fractions of the prop's box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchors {
    /// Line on which things stand: left, right, height from the top.
    pub top: [f32; 3],
    /// Opening of a vessel: left, top, right, bottom.
    pub inside: [f32; 4],
    /// Room below: left, right, height of its ceiling from the top.
    pub under: Option<[f32; 3]>,
    /// Where a hat sits, and the width of the head.
    pub head: [f32; 3],
    pub hand: [f32; 2],
    /// Height of the eyes.
    pub eyes: f32,
    pub mouth: [f32; 2],
    /// Where a scarf goes, and the width of the neck.
    pub neck: [f32; 3],
    /// Where a rider sits.
    pub back: [f32; 2],
    /// Where words go: left, top, width, height.
    pub print: [f32; 4],
}

/// How sizes in the world become sizes on the stage: a power of the metres, and its bounds.
const EXPONENT: f32 = 0.42;
const SMALLEST: f32 = 0.4;
const LARGEST: f32 = 2.4;

/// What an object phrase is drawn with.
#[derive(Debug, Clone, PartialEq)]
pub struct Prop {
    pub noun: String,
    pub art: Art,
    pub class: Class,
    /// Height in the world, metres.
    pub height: f32,
    /// Width divided by height.
    pub aspect: f32,
    pub facing: Facing,
    pub anchors: Anchors,
    /// Whether the set splits it into a back and a front.
    pub splits: bool,
    /// Whether words can stand on it as it is.
    pub printable: bool,
    /// What to tell the user, if the drawing is not exactly what was asked for.
    pub note: Option<String>,
}

const USUAL: Anchors = Anchors {
    top: [0.12, 0.88, 0.04],
    inside: [0.12, 0.0, 0.88, 0.3],
    under: None,
    head: [0.5, 0.04, 0.5],
    hand: [0.12, 0.55],
    eyes: 0.26,
    mouth: [0.1, 0.35],
    neck: [0.4, 0.4, 0.3],
    back: [0.55, 0.3],
    print: [0.22, 0.3, 0.56, 0.4],
};

impl Prop {
    /// Returns the prop for a noun, drawn from the illustration set.
    ///
    /// A noun that the set lacks gets a neutral form and a note.
    pub fn of(noun: &str) -> Self {
        let (class, height) = look_up(noun);
        match super::find::find(noun) {
            Some(found) => Self::from_set(noun, class, height, &found),
            None => Self {
                noun: noun.to_owned(),
                art: Art::StandIn,
                class,
                height: if height > 0.0 { height } else { 0.6 },
                aspect: 1.0,
                facing: Facing::Front,
                anchors: anchors_of(class, Facing::Front),
                splits: false,
                printable: false,
                note: Some(format!(
                    "No drawing of \"{noun}\" is at hand: a neutral form stands in for it."
                )),
            },
        }
    }

    /// Returns the prop of a person.
    pub fn person(noun: &str, person: Person) -> Self {
        Self {
            noun: noun.to_owned(),
            height: person.height(),
            aspect: person.aspect(),
            facing: if person.is_turned() {
                Facing::Right
            } else {
                Facing::Front
            },
            anchors: person.anchors(),
            art: Art::Person(Box::new(person)),
            class: Class::Person,
            splits: false,
            printable: false,
            note: None,
        }
    }

    /// Returns the prop of a robot.
    pub fn robot(noun: &str, robot: Robot) -> Self {
        let mut anchors = anchors_of(Class::Person, Facing::Front);
        anchors.hand = robot.hand();
        anchors.head = [0.5, 0.1, 0.6];
        anchors.neck = [0.5, 0.45, 0.5];
        anchors.mouth = [0.5, 0.33];
        anchors.print = [0.3, 0.5, 0.4, 0.2];
        Self {
            noun: noun.to_owned(),
            art: Art::Robot(robot),
            class: Class::Person,
            height: 1.5,
            aspect: Robot::ASPECT,
            facing: Facing::Front,
            anchors,
            splits: false,
            printable: false,
            note: None,
        }
    }

    /// Returns the prop of a mascot.
    pub fn mascot(noun: &str, mascot: Mascot) -> Self {
        let mut anchors = anchors_of(Class::Person, Facing::Front);
        anchors.hand = mascot.hand();
        anchors.head = [0.5, 0.04, 0.4];
        Self {
            noun: noun.to_owned(),
            aspect: mascot.aspect(),
            art: Art::Mascot(mascot),
            class: Class::Person,
            height: 1.4,
            facing: Facing::Front,
            anchors,
            splits: false,
            printable: false,
            note: None,
        }
    }

    /// Returns the prop of a flat thing.
    pub fn panel(noun: &str, panel: Panel) -> Self {
        let (class, height) = look_up(noun);
        let mut anchors = anchors_of(class, Facing::Front);
        anchors.print = panel.print();
        if panel.lies() {
            anchors.top = [0.08, 0.92, 0.55];
            // Words are at the near edge; what stands on it stands behind them.
            let [x, y, w, h] = anchors.print;
            anchors.print = [x, y + h * 0.45, w, h * 0.55];
        }
        if panel.kind == super::panel::Kind::Branch {
            anchors.top = [0.2, 0.7, 0.46];
        }
        Self {
            noun: noun.to_owned(),
            aspect: panel.aspect(),
            art: Art::Panel(panel),
            class,
            height: if height > 0.0 { height } else { 0.6 },
            facing: Facing::Front,
            anchors,
            splits: false,
            printable: false,
            note: None,
        }
    }

    /// Returns the prop of the object of the set that has exactly this name, for a noun.
    pub fn named(noun: &str, name: &str) -> Option<Self> {
        let object = plantain_art::object(name)?;
        let (class, height) = look_up(noun);
        let found = plantain_art::Match {
            object,
            exact: true,
            note: None,
        };
        Some(Self::from_set(noun, class, height, &found))
    }

    fn from_set(noun: &str, class: Class, height: f32, found: &plantain_art::Match) -> Self {
        let object = &found.object;
        let kind = object.kind();
        let class = if class == Class::Thing {
            class_of(&kind)
        } else {
            class
        };
        let facing = match kind.facing {
            ArtFacing::Left => Facing::Left,
            ArtFacing::Right => Facing::Right,
            ArtFacing::Front => Facing::Front,
        };
        let mut anchors = anchors_of(class, facing);
        let point = |a: Anchor| kind.anchor(a).map(|p| [p.x as f32, p.y as f32]);
        if let Some([x, y]) = point(Anchor::Head) {
            anchors.head = [x, y, anchors.head[2]];
        }
        if let Some([x, y]) = point(Anchor::Neck) {
            anchors.neck = [x, y, anchors.neck[2]];
        }
        if let Some(p) = point(Anchor::Hand) {
            anchors.hand = p;
        }
        if let Some(p) = point(Anchor::Mouth) {
            anchors.mouth = p;
        }
        if let Some(p) = point(Anchor::Back).or_else(|| point(Anchor::Seat)) {
            anchors.back = p;
        }
        if class == Class::Seat
            && let Some([_, y]) = point(Anchor::Seat)
        {
            anchors.top[2] = y;
        }
        if let Some([_, y]) = point(Anchor::Top).filter(|p| p[1] > 0.0) {
            anchors.top[2] = y;
        }
        if let Some(r) = kind.inside {
            anchors.inside = [r.x0 as f32, r.y0 as f32, r.x1 as f32, r.y1 as f32];
        }
        if let Some(r) = kind.print.or(kind.inside) {
            anchors.print = [
                r.x0 as f32,
                r.y0 as f32,
                r.width() as f32,
                r.height() as f32,
            ];
        }
        match object.name {
            // Icing is seen from above: candles stand on it, not on its rim.
            "parasol" => anchors.under = Some([0.0, 1.0, 0.42]),
            "manual-wheelchair" => anchors.back = [0.52, 0.56],
            "motorcycle" => anchors.back = [0.62, 0.38],
            "motor-scooter" => anchors.back = [0.6, 0.28],
            "open-book" => anchors.print = [0.08, 0.2, 0.84, 0.5],
            "frosted-cake" | "birthday-cake" => anchors.top = [0.16, 0.84, 0.2],
            "plain-cake" => anchors.top = [0.16, 0.84, 0.05],
            "plain-snowman" => {
                anchors.head = [0.5, 0.06, 0.42];
                anchors.neck = [0.5, 0.33, 0.44];
                anchors.hand = [0.1, 0.42];
                anchors.mouth = [0.5, 0.26];
            }
            "snowman" | "snowman-without-snow" => {
                anchors.head = [0.5, 0.14, 0.42];
                anchors.neck = [0.5, 0.44, 0.46];
            }
            _ => {}
        }
        let height = if height > 0.0 {
            height
        } else {
            kind.height_m as f32
        };
        Self {
            noun: noun.to_owned(),
            art: Art::Set(object.name.to_owned()),
            class,
            height: height.max(0.02),
            aspect: (object.bounds.width() / object.bounds.height().max(0.1)) as f32,
            facing,
            anchors,
            printable: kind.print.is_some()
                || name_is_page(object.name)
                || kind.inside.is_some() && is_face(&kind),
            splits: object
                .parts
                .iter()
                .any(|p| p.layer == plantain_art::Layer::Back),
            note: found.note.clone(),
        }
    }

    /// Returns nominal width and height: real size, compressed so that a mouse can be seen beside an elephant.
    pub fn nominal(&self) -> (f32, f32) {
        let aspect = self.aspect.clamp(0.15, 6.0);
        let extent = match self.class {
            Class::Celestial | Class::Cloud => 1.15,
            Class::Land => 3.0,
            _ => {
                let metres = self.height.clamp(0.03, 12.0) * aspect.sqrt();
                libm::powf(metres, EXPONENT).clamp(SMALLEST, LARGEST)
            }
        };
        let h = extent / aspect.sqrt();
        (h * aspect, h)
    }

    /// Becomes as fat or as thin as a word says; returns whether it did.
    pub fn take_girth(&mut self, word: &str) -> bool {
        let (Some(girth), Art::Set(_)) = (plantain_scene::layout::girth(word), &self.art) else {
            return false;
        };
        self.aspect *= girth;
        true
    }

    /// Takes the form that a word names, if things of its class can be had in several; returns whether it did.
    pub fn take_form(&mut self, word: &str) -> bool {
        let Some(aspect) = plantain_scene::layout::form_aspect(word) else {
            return false;
        };
        let formed = matches!(
            self.class,
            Class::Food
                | Class::Item
                | Class::Container
                | Class::Flat
                | Class::Hung
                | Class::Board
                | Class::Airborne
                | Class::Cloud
                | Class::Plant
                | Class::Worn(Slot::Eyes | Slot::Head)
                | Class::Thing
                | Class::Celestial
        ) || self.height < 0.3 && !self.class.is_animate()
            // A round tower is no ball.
            || self.class == Class::Building && !matches!(word, "round" | "circular");
        if !formed || !matches!(self.art, Art::Set(_)) {
            return false;
        }
        // The area stays, so that a square plate is no larger than a round one.
        self.height *= (self.aspect / aspect).sqrt().clamp(0.6, 1.6);
        self.aspect = aspect;
        true
    }

    /// Returns the colour of the part on which words stand, as it is drawn with a tint.
    pub fn ground(&self, tint: Option<Rgba>) -> Rgba {
        let plain = || tint.unwrap_or_else(|| self.color());
        let Art::Set(name) = &self.art else {
            return plain();
        };
        let [x, y, w, h] = self.anchors.print.map(f64::from);
        plantain_art::object(name)
            .and_then(|object| {
                let tint = tint.map(|Rgba([r, g, b, _])| [r, g, b]);
                object.colour_at(x + w / 2.0, y + h / 2.0, tint)
            })
            .map_or_else(plain, |[r, g, b]| Rgba::rgb(r, g, b))
    }

    /// Returns the colour by which one would call it.
    pub fn color(&self) -> Rgba {
        match &self.art {
            Art::Set(name) => plantain_art::object(name).map_or(Rgba::hex(0x9aa0aa), |object| {
                let [r, g, b] = object.main_colour();
                Rgba::rgb(r, g, b)
            }),
            Art::Person(person) => person.top,
            Art::Robot(robot) => robot.shell,
            Art::Mascot(mascot) => mascot.color(),
            Art::Panel(panel) => panel.paper(),
            Art::StandIn => Rgba::hex(0xb9c3d3),
        }
    }

    /// Returns whether things can be put in it.
    pub fn is_container(&self) -> bool {
        self.class == Class::Container || self.splits
    }

    /// Returns whether it lies flat, so that things stand on its middle.
    pub fn lies(&self) -> bool {
        self.class == Class::Flat || matches!(&self.art, Art::Panel(p) if p.lies())
    }
}

/// Returns whether what the table calls the inside is a face for words: a screen, a board, a sign.
fn is_face(kind: &plantain_art::Kind) -> bool {
    matches!(
        kind.category,
        Category::Sign
            | Category::Tech
            | Category::Stationery
            | Category::Household
            | Category::Symbol
    )
}

fn name_is_page(name: &str) -> bool {
    matches!(name, "open-book")
}

/// Returns the class of an object of the set that the lexicon does not know.
pub(super) fn class_of(kind: &plantain_art::Kind) -> Class {
    match kind.category {
        Category::Animal if kind.base == Base::Flies => Class::Insect,
        Category::Animal if kind.base == Base::Floats && kind.facing != ArtFacing::Front => {
            Class::Swimmer
        }
        Category::Animal => Class::Animal,
        Category::Person => Class::Person,
        Category::Building | Category::Place => Class::Building,
        Category::Container => Class::Container,
        Category::Food | Category::Drink => Class::Food,
        Category::Furniture => Class::Furniture,
        Category::Plant => Class::Plant,
        Category::Sky => Class::Celestial,
        Category::Vehicle => match kind.base {
            Base::Flies => Class::Aircraft,
            Base::Floats => Class::Boat,
            _ => Class::Vehicle,
        },
        Category::Clothing => Class::Item,
        Category::Sign => Class::Board,
        _ if kind.base == Base::Hangs => Class::Hung,
        _ if kind.base == Base::Flies => Class::Airborne,
        _ if kind.base == Base::Lies => Class::Flat,
        _ => Class::Item,
    }
}

/// Returns the usual anchors of a class; what the set knows is laid over them.
fn anchors_of(class: Class, facing: Facing) -> Anchors {
    let mut a = USUAL;
    match class {
        Class::Table => {
            a.top = [0.08, 0.92, 0.05];
            a.under = Some([0.2, 0.8, 0.3]);
        }
        Class::Seat => {
            a.top = [0.14, 0.86, 0.52];
            a.under = Some([0.22, 0.78, 0.62]);
            a.back = [0.5, 0.52];
        }
        Class::Tree => {
            a.top = [0.2, 0.8, 0.1];
            a.under = Some([-0.1, 1.1, 0.55]);
        }
        Class::Building => {
            a.top = [0.25, 0.75, 0.03];
            a.under = Some([0.1, 0.9, 0.5]);
            // Who is in a stable looks out of its door.
            a.inside = [0.28, 0.48, 0.72, 1.0];
        }
        Class::Flat => a.top = [0.08, 0.92, 0.4],
        Class::Vehicle => {
            a.top = [0.2, 0.8, 0.05];
            a.inside = [0.25, 0.1, 0.75, 0.5];
        }
        Class::Boat => {
            a.top = [0.2, 0.8, 0.45];
            a.inside = [0.2, 0.3, 0.8, 0.6];
            a.back = [0.5, 0.6];
        }
        // Saddles, as the set draws what looks to the left.
        Class::Cycle => a.back = [0.63, 0.24],
        Class::Animal => {
            a.top = [0.32, 0.85, 0.3];
            a.head = [0.2, 0.12, 0.34];
            a.under = Some([0.25, 0.8, 0.72]);
        }
        // Where the face of a thing would be.
        Class::Food | Class::Plant | Class::Celestial | Class::Cloud => {
            a.head = [0.5, 0.1, 0.62];
            a.neck = [0.5, 0.84, 0.66];
            a.eyes = 0.43;
        }
        Class::Bird => {
            a.head = [0.24, 0.05, 0.32];
            a.eyes = 0.15;
            a.top = [0.35, 0.85, 0.35];
        }
        _ => {}
    }
    if facing == Facing::Front && class.is_animate() {
        a.head = [0.5, 0.06, 0.62];
        a.neck = [0.5, 0.5, 0.5];
        a.mouth = [0.5, 0.42];
        a.eyes = 0.24;
    }
    if facing == Facing::Right {
        a = a.mirrored();
    }
    a
}

impl Anchors {
    /// Returns the anchors of the mirrored prop.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        self.top = mirrored(self.top);
        self.under = self.under.map(mirrored);
        let [x0, y0, x1, y1] = self.inside;
        self.inside = [1.0 - x1, y0, 1.0 - x0, y1];
        self.head[0] = 1.0 - self.head[0];
        self.neck[0] = 1.0 - self.neck[0];
        self.hand[0] = 1.0 - self.hand[0];
        self.mouth[0] = 1.0 - self.mouth[0];
        self.back[0] = 1.0 - self.back[0];
        self.print[0] = 1.0 - self.print[0] - self.print[2];
        self
    }
}

fn mirrored([left, right, y]: [f32; 3]) -> [f32; 3] {
    [1.0 - right, 1.0 - left, y]
}

/// Returns whether this is something that people wear as part of their clothes.
pub fn garment(noun: &str) -> Option<Slot> {
    match look_up(noun).0 {
        Class::Worn(slot) => Some(slot),
        _ => None,
    }
}
