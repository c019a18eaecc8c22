//! The cast of a scene: one actor for each thing that must be seen, and who is attached to whom.

use plantain_read::{
    Background, Brief, ObjectPhrase, Relation, RelationKind, SizeWord, TimeOfDay, Weather,
};
use plantain_scene::{Oklch, Rgba};

use super::lexicon::{Class, Slot};
use super::panel::{Outline, Panel};
use super::person::{Outfit, Person, Pose, hat_named};
use super::place::Place;
use super::prop::{Art, Facing, Prop, garment};
use crate::rng::Rng;
use crate::studio::Note;
use crate::wardrobe::rgb;

/// Most instances of one phrase that are drawn.
pub const COUNT_MAX: u32 = 30;
/// Most things in a scene.
pub const ACTORS_MAX: usize = 60;

/// One thing on stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Unique in the scene: noun and number.
    pub id: String,
    /// Index into the brief's objects.
    pub phrase: usize,
    pub prop: Prop,
    pub tint: Option<Rgba>,
    /// Factor on its size, by size words.
    pub grade: f32,
    pub materials: Vec<String>,
    pub flip: bool,
    /// Literals that stand on it: indices into the brief's literals.
    pub words: Vec<usize>,
    /// Ids of garments that it wears as part of its drawing.
    pub wears: Vec<String>,
}

/// How a child is attached to its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    On,
    In,
    Above,
    Under,
    Before,
    Behind,
    Around,
    Held,
    Worn(Slot),
    Rides,
    Eaten,
}

/// A phrase attached to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    pub child: usize,
    pub parent: usize,
    pub hold: Hold,
}

/// A phrase that the place itself shows: a pond, the sky, a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenery {
    pub phrase: usize,
    pub id: String,
    pub place: Place,
}

/// Everything that is to be seen.
#[derive(Debug, Clone)]
pub struct Cast {
    pub actors: Vec<Actor>,
    /// Actors by phrase of the brief, in order.
    pub groups: Vec<Vec<usize>>,
    pub ties: Vec<Tie>,
    pub scenery: Vec<Scenery>,
    pub place: Place,
    /// Usual hour when the prompt names none.
    pub time: TimeOfDay,
    /// Whether mountains stand behind another place.
    pub ranges: bool,
    pub peaks: Option<u32>,
    pub notes: Vec<Note>,
}

impl Cast {
    /// Casts a brief; what it leaves open is the seed's.
    pub fn new(brief: &Brief, rng: &Rng) -> Self {
        let mut cast = Self {
            actors: Vec::new(),
            groups: vec![Vec::new(); brief.objects.len()],
            ties: Vec::new(),
            scenery: Vec::new(),
            place: Place::Studio,
            time: TimeOfDay::Day,
            ranges: false,
            peaks: None,
            notes: Vec::new(),
        };
        cast.find_scenery(brief);
        cast.enter(brief, rng);
        cast.place = cast.choose_place(brief, rng);
        cast.tie(brief);
        cast.time = cast.usual_time(brief);
        cast
    }

    /// Returns the phrase to which a phrase is attached.
    pub fn parent(&self, phrase: usize) -> Option<Tie> {
        self.ties.iter().copied().find(|tie| tie.child == phrase)
    }

    /// Returns the prop of a phrase's first actor.
    pub fn prop(&self, phrase: usize) -> Option<&Prop> {
        self.groups
            .get(phrase)?
            .first()
            .map(|actor| &self.actors[*actor].prop)
    }

    fn is_scenery(&self, phrase: usize) -> bool {
        self.scenery.iter().any(|s| s.phrase == phrase)
    }

    /// Finds the phrases that name the place.
    fn find_scenery(&mut self, brief: &Brief) {
        for (phrase, object) in brief.objects.iter().enumerate() {
            let Some(place) = scenery(&object.noun) else {
                continue;
            };
            if object.absent {
                continue;
            }
            if matches!(place, Place::Mountains) {
                self.ranges = true;
                self.peaks = object.count.filter(|n| (1..=9).contains(n));
            }
            let id = self.next_id(&object.noun);
            self.scenery.push(Scenery { phrase, id, place });
        }
    }

    /// Makes the actors.
    fn enter(&mut self, brief: &Brief, rng: &Rng) {
        for (phrase, object) in brief.objects.iter().enumerate() {
            if object.absent || self.is_scenery(phrase) || worn_by_person(brief, phrase).is_some() {
                continue;
            }
            let count = self.count(object, rng);
            let colors = colors(object, count);
            for n in 0..count as usize {
                if self.actors.len() >= ACTORS_MAX {
                    self.note(
                        "approximated",
                        format!(
                            "More than {ACTORS_MAX} things were asked for: {ACTORS_MAX} are drawn."
                        ),
                    );
                    return;
                }
                let mut rng = rng.fork(&format!("{phrase} {n}"));
                let actor = self.actor(brief, phrase, object, colors[n], &mut rng);
                self.groups[phrase].push(self.actors.len());
                self.actors.push(actor);
            }
            if let Some(prop) = self.prop(phrase)
                && let Some(message) = prop.note.clone()
            {
                let code = if prop.art == Art::StandIn {
                    "unknown_object"
                } else {
                    "approximated"
                };
                self.note(code, message);
            }
        }
    }

    fn note(&mut self, code: &'static str, message: String) {
        self.notes.push(Note { code, message });
    }

    fn count(&mut self, object: &ObjectPhrase, rng: &Rng) -> u32 {
        match object.count {
            Some(n) if n > COUNT_MAX => {
                self.note(
                    "approximated",
                    format!(
                        "{n} of \"{}\" cannot be told apart: {COUNT_MAX} are drawn.",
                        object.noun
                    ),
                );
                COUNT_MAX
            }
            Some(n) => n.max(1),
            None if object.plural => 3 + (rng.fork(&object.noun).below(2) as u32),
            None => 1,
        }
    }

    fn next_id(&self, noun: &str) -> String {
        let base = noun.replace(' ', "-");
        let taken = |id: &str| {
            self.actors
                .iter()
                .any(|a| a.id == id || a.wears.iter().any(|w| w == id))
                || self.scenery.iter().any(|s| s.id == id)
        };
        (1..)
            .map(|n| format!("{base}-{n}"))
            .find(|id| !taken(id))
            .unwrap_or(base)
    }

    fn actor(
        &self,
        brief: &Brief,
        phrase: usize,
        object: &ObjectPhrase,
        tint: Option<Rgba>,
        rng: &mut Rng,
    ) -> Actor {
        let words: Vec<usize> = brief
            .literals
            .iter()
            .enumerate()
            .filter(|(_, literal)| literal.on_object == Some(phrase))
            .map(|(i, _)| i)
            .collect();
        let id = self.next_id(&object.noun);
        let mut wears = Vec::new();
        let mut materials = object.materials.clone();
        if let Some(shape) = &object.shape {
            materials.push(shape.clone());
        }
        let prop = if super::lexicon::look_up(&object.noun).0 == Class::Person {
            let mut attributes = object.attributes.clone();
            attributes.extend(object.materials.iter().cloned());
            let mut person = Person::new(&object.noun, &attributes, rng);
            person.pose = pose(brief, phrase, object);
            for (i, other) in brief.objects.iter().enumerate() {
                if worn_by_person(brief, i) == Some(phrase) {
                    put_on(&mut person, other);
                    let number = wears.len();
                    wears.push(format!(
                        "{}-of-{id}-{}",
                        other.noun.replace(' ', "-"),
                        number + 1
                    ));
                }
            }
            if let Some(color) = tint {
                person.top = color;
            }
            Prop::person(&object.noun, person)
        } else {
            self.thing(object, tint, !words.is_empty())
        };
        Actor {
            id,
            phrase,
            prop,
            tint,
            grade: match object.size {
                Some(SizeWord::Tiny) => 0.5,
                Some(SizeWord::Small) => 0.68,
                Some(SizeWord::Large) => 1.5,
                Some(SizeWord::Huge) => 1.85,
                None => 1.0,
            },
            materials,
            flip: false,
            words,
            wears,
        }
    }

    fn thing(&self, object: &ObjectPhrase, tint: Option<Rgba>, with_words: bool) -> Prop {
        let shape = object.shape.as_deref();
        let panel = Panel::named(&object.noun, shape, with_words);
        if let Some(mut panel) = panel {
            panel.color = tint;
            panel.second = object.more_colors.first().map(rgb);
            panel.striped = object.materials.iter().any(|m| m == "striped");
            panel.material = object.materials.first().cloned();
            return Prop::panel(&object.noun, panel);
        }
        let prop = Prop::of(&object.noun);
        match (prop.art == Art::StandIn, shape.and_then(Outline::named)) {
            (true, Some(outline)) => {
                let mut slab = Panel::slab(outline);
                slab.color = tint;
                let mut built = Prop::panel(&object.noun, slab);
                built.note = prop.note;
                built
            }
            _ => prop,
        }
    }

    /// Chooses the place: what the prompt names, else what the things imply.
    fn choose_place(&self, brief: &Brief, rng: &Rng) -> Place {
        let named = brief.setting.place.as_deref().and_then(Place::named);
        let described = self.scenery.iter().map(|s| s.place);
        // Of several, the ground that things stand on counts before what lies behind.
        let mut places: Vec<Place> = described.chain(named).collect();
        places.sort_by_key(|place| match place {
            Place::Sky => 3,
            Place::Mountains | Place::Hills => 2,
            _ => 0,
        });
        let place = match places.first() {
            Some(place) => *place,
            None => self.implied_place(brief, rng),
        };
        if matches!(place, Place::Sea | Place::Lake | Place::Underwater) && self.is_cut(brief) {
            return Place::SeaCut;
        }
        if place == Place::Sky && self.actors.iter().any(|a| !flies(a, brief)) && named.is_none() {
            return self.implied_ground(brief, rng);
        }
        place
    }

    /// Returns whether boats above and swimmers below must be seen at once.
    fn is_cut(&self, brief: &Brief) -> bool {
        let has = |class: Class| self.actors.iter().any(|a| a.prop.class == class);
        has(Class::Boat)
            && self.actors.iter().any(|a| a.prop.class == Class::Swimmer)
            && brief.objects.len() > 1
    }

    fn implied_place(&self, brief: &Brief, rng: &Rng) -> Place {
        if matches!(
            brief.canvas.background,
            Some(Background::Color(_) | Background::Gradient(_) | Background::Transparent)
        ) {
            return Place::Studio;
        }
        if !self.actors.is_empty() && self.actors.iter().all(|a| flies(a, brief)) {
            let celestial = [
                "planet",
                "saturn",
                "mars",
                "jupiter",
                "earth",
                "rocket",
                "ufo",
                "spaceship",
                "satellite",
                "comet",
                "black hole",
                "asteroid",
            ];
            return if self
                .actors
                .iter()
                .any(|a| celestial.contains(&a.prop.noun.as_str()))
            {
                Place::Space
            } else {
                Place::Sky
            };
        }
        self.implied_ground(brief, rng)
    }

    fn implied_ground(&self, brief: &Brief, rng: &Rng) -> Place {
        let has = |words: &[&str]| {
            self.actors
                .iter()
                .any(|a| words.contains(&a.prop.noun.as_str()))
        };
        let class = |class: Class| self.actors.iter().any(|a| a.prop.class == class);
        for (words, place) in IMPLIED {
            if has(words) {
                return *place;
            }
        }
        let outside = brief.setting.time.is_some()
            || brief.setting.weather.is_some()
            || brief.setting.season.is_some()
            || brief.setting.sky.is_some();
        if class(Class::Boat) {
            return if class(Class::Swimmer) {
                Place::SeaCut
            } else {
                Place::Sea
            };
        }
        if class(Class::Swimmer) {
            return Place::Underwater;
        }
        if class(Class::Hung) && !outside {
            return Place::Room;
        }
        if class(Class::Building) || class(Class::Tree) {
            return Place::Field;
        }
        let indoor = self.actors.iter().any(|a| {
            matches!(a.prop.class, Class::Seat | Class::Furniture)
                || a.prop.class == Class::Table && !a.prop.noun.contains("cake")
        });
        if indoor && !outside {
            return Place::Room;
        }
        let small = !self.actors.is_empty()
            && self.actors.iter().all(|a| {
                matches!(
                    a.prop.class,
                    Class::Food | Class::Container | Class::Flat | Class::Item | Class::Table
                ) && a.prop.height < 0.7
            });
        if small
            && !outside
            && self
                .actors
                .iter()
                .any(|a| a.prop.class == Class::Food || a.prop.noun.contains("cake"))
        {
            return Place::Table;
        }
        if self.actors.is_empty() || outside {
            return *rng.fork("place").pick(&[Place::Hills, Place::Field]);
        }
        if class(Class::Person) && !small {
            return *rng
                .fork("place")
                .pick(&[Place::Park, Place::Studio, Place::Field]);
        }
        if self.actors.iter().all(|a| a.prop.class.is_animate()) && rng.fork("place").chance(0.5) {
            return Place::Field;
        }
        Place::Studio
    }

    fn usual_time(&self, brief: &Brief) -> TimeOfDay {
        let has = |words: &[&str]| {
            brief
                .objects
                .iter()
                .any(|o| !o.absent && words.contains(&o.noun.as_str()))
        };
        if has(&[
            "moon",
            "full moon",
            "crescent moon",
            "star",
            "firework",
            "fireworks",
        ]) && self.place.is_outside()
            || matches!(brief.setting.weather, Some(Weather::Storm)) && has(&["moon"])
        {
            TimeOfDay::Night
        } else if brief.look.dark == Some(true) {
            TimeOfDay::Night
        } else {
            TimeOfDay::Day
        }
    }

    /// Turns tight relations into ties; loose ones are left to the solver.
    fn tie(&mut self, brief: &Brief) {
        for relation in &brief.relations {
            let Some(tie) = self.tie_of(relation) else {
                continue;
            };
            let circle = self.leads_to(tie.parent, tie.child);
            if tie.child == tie.parent || self.parent(tie.child).is_some() || circle {
                continue;
            }
            self.ties.push(tie);
        }
    }

    fn leads_to(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        for _ in 0..=self.ties.len() {
            if at == to {
                return true;
            }
            match self.parent(at) {
                Some(tie) => at = tie.parent,
                None => return false,
            }
        }
        false
    }

    fn tie_of(&self, relation: &Relation) -> Option<Tie> {
        let (s, o) = (relation.subject, relation.object);
        let (sp, op) = (self.prop(s)?, self.prop(o)?);
        let tie = |child, parent, hold| {
            Some(Tie {
                child,
                parent,
                hold,
            })
        };
        let slot = |p: &Prop| match p.class {
            Class::Worn(slot) => Some(slot),
            _ => None,
        };
        match relation.kind {
            RelationKind::On => match (slot(sp), op.class) {
                (Some(slot), class) if class.is_animate() => tie(s, o, Hold::Worn(slot)),
                (_, Class::Cycle | Class::Vehicle) if sp.class.is_animate() => {
                    tie(s, o, Hold::Rides)
                }
                (_, Class::Animal) if sp.class == Class::Person => tie(s, o, Hold::Rides),
                _ => tie(s, o, Hold::On),
            },
            RelationKind::In if op.class.is_animate() => tie(s, o, Hold::On),
            RelationKind::In => tie(s, o, Hold::In),
            RelationKind::Above if self.zoned(sp, op) => None,
            RelationKind::Above => tie(s, o, Hold::Above),
            RelationKind::Below | RelationKind::Under if self.zoned(op, sp) => None,
            RelationKind::Below | RelationKind::Under => match op.anchors.under {
                Some(_) if op.height > sp.height * 0.5 => tie(s, o, Hold::Under),
                _ => tie(o, s, Hold::Above),
            },
            RelationKind::InFrontOf => tie(s, o, Hold::Before),
            RelationKind::Behind => tie(s, o, Hold::Behind),
            RelationKind::Around => tie(s, o, Hold::Around),
            RelationKind::Holding => tie(o, s, Hold::Held),
            RelationKind::Eating => tie(o, s, Hold::Eaten),
            RelationKind::Riding => tie(s, o, Hold::Rides),
            RelationKind::Wearing => tie(o, s, slot(op).map_or(Hold::Held, Hold::Worn)),
            RelationKind::With => self.with(s, o, sp, op),
            _ => None,
        }
    }

    /// "With" says little; what the two things are says the rest.
    fn with(&self, s: usize, o: usize, sp: &Prop, op: &Prop) -> Option<Tie> {
        let hold = match (sp.class, op.class) {
            (class, Class::Worn(slot)) if class.is_animate() => Hold::Worn(slot),
            (Class::Person, Class::Item | Class::Food | Class::Airborne | Class::Container)
                if op.height < 1.2 =>
            {
                Hold::Held
            }
            (Class::Table, _) if op.height <= sp.height * 1.4 || sp.noun.contains("cake") => {
                Hold::On
            }
            (
                Class::Flat | Class::Seat,
                Class::Food | Class::Item | Class::Container | Class::Animal | Class::Flat,
            ) => Hold::On,
            (Class::Container, Class::Food | Class::Item | Class::Plant) => Hold::In,
            _ => return None,
        };
        Some(Tie {
            child: o,
            parent: s,
            hold,
        })
    }

    /// Returns whether the place itself puts the upper thing over the lower one.
    fn zoned(&self, upper: &Prop, lower: &Prop) -> bool {
        (upper.class.flies() && !lower.class.flies())
            || (self.place == Place::SeaCut
                && upper.class == Class::Boat
                && lower.class == Class::Swimmer)
            || (self.place.has_wall()
                && matches!(upper.class, Class::Hung)
                && !matches!(lower.class, Class::Hung))
    }
}

/// Nouns that bring their place with them.
const IMPLIED: &[(&[&str], Place)] = &[
    (
        &[
            "rocket",
            "spaceship",
            "planet",
            "saturn",
            "ufo",
            "space station",
            "satellite",
        ],
        Place::Space,
    ),
    (&["cactus", "camel"], Place::Desert),
    (
        &[
            "penguin",
            "polar bear",
            "igloo",
            "snowman",
            "reindeer",
            "sled",
            "walrus",
        ],
        Place::Snow,
    ),
    (&["blackboard", "chalkboard"], Place::Classroom),
    (
        &[
            "barn",
            "tractor",
            "cow",
            "sheep",
            "lamb",
            "haystack",
            "windmill",
            "scarecrow",
            "goat",
            "rooster",
            "chicken",
        ],
        Place::Farm,
    ),
    (
        &["campfire", "tent", "owl", "deer", "bear", "wolf", "log"],
        Place::Forest,
    ),
    (
        &[
            "duck",
            "swan",
            "duckling",
            "lily pad",
            "flamingo",
            "water lily",
        ],
        Place::Lake,
    ),
    (
        &[
            "palm tree",
            "sandcastle",
            "beach umbrella",
            "beach ball",
            "surfboard",
            "starfish",
            "seashell",
            "crab",
            "lighthouse",
        ],
        Place::Beach,
    ),
    (
        &["oven", "stove", "refrigerator", "fridge", "dishwasher"],
        Place::Kitchen,
    ),
    (
        &[
            "traffic light",
            "bus",
            "taxi",
            "skyscraper",
            "street light",
            "fire hydrant",
            "police car",
            "stop sign",
            "ambulance",
            "bus stop",
            "parking meter",
        ],
        Place::Street,
    ),
    (&["car", "truck", "motorcycle", "scooter"], Place::Street),
    (&["bench", "fountain", "swing", "slide"], Place::Park),
    (&["elephant", "giraffe", "zebra", "lion"], Place::Field),
    (
        &[
            "butterfly",
            "flower",
            "sunflower",
            "tulip",
            "rose bush",
            "bee",
            "watering can",
        ],
        Place::Garden,
    ),
    (&["goal"], Place::Pitch),
    (
        &[
            "shark",
            "dolphin",
            "whale",
            "octopus",
            "jellyfish",
            "mermaid",
        ],
        Place::Underwater,
    ),
];

/// Nouns that are part of the place and not things on it.
fn scenery(noun: &str) -> Option<Place> {
    const THINGS: &[&str] = &[
        "table",
        "desk",
        "counter",
        "carpet",
        "island",
        "wave",
        "ice",
        "shelf",
        "table top",
        "tabletop",
        "dune",
    ];
    if noun == "ground" {
        return Some(Place::Field);
    }
    Place::named(noun).filter(|_| !THINGS.contains(&noun))
}

/// Returns the person phrase that wears this phrase as clothes.
fn worn_by_person(brief: &Brief, phrase: usize) -> Option<usize> {
    let object = brief.objects.get(phrase)?;
    garment(&object.noun)?;
    let is_person = |i: usize| {
        brief
            .objects
            .get(i)
            .is_some_and(|o| !o.absent && super::lexicon::look_up(&o.noun).0 == Class::Person)
    };
    brief.relations.iter().find_map(|r| match r.kind {
        RelationKind::Wearing | RelationKind::With
            if r.object == phrase && is_person(r.subject) =>
        {
            Some(r.subject)
        }
        RelationKind::On if r.subject == phrase && is_person(r.object) => Some(r.object),
        RelationKind::In if r.object == phrase && is_person(r.subject) => Some(r.subject),
        _ => None,
    })
}

/// Puts a garment on a person.
fn put_on(person: &mut Person, object: &ObjectPhrase) {
    let color = object.color.as_ref().map(rgb);
    match garment(&object.noun) {
        Some(Slot::Head) => {
            person.hat = Some((
                hat_named(&object.noun),
                color.unwrap_or(Rgba::hex(0x8a5a34)),
            ));
        }
        Some(Slot::Eyes) => person.glasses = Some(color.unwrap_or(Rgba::hex(0x2c2f3a))),
        Some(Slot::Neck) if object.noun.contains("tie") => {
            person.tie = Some(color.unwrap_or(Rgba::hex(0xb5393f)));
        }
        Some(Slot::Neck) => person.scarf = Some(color.unwrap_or(Rgba::hex(0xd9584a))),
        Some(Slot::Torso) => {
            person.outfit = match object.noun.as_str() {
                "jacket" | "coat" | "blazer" | "raincoat" | "vest" | "cardigan" => Outfit::Jacket,
                "suit" | "tuxedo" => Outfit::Suit,
                "lab coat" => Outfit::Coat,
                "hoodie" | "sweater" => Outfit::Hoodie,
                _ => Outfit::Plain,
            };
            if let Some(color) = color {
                person.top = color;
                if person.outfit == Outfit::Suit {
                    person.bottom = color;
                }
            }
        }
        Some(Slot::Legs) => {
            person.outfit = match object.noun.as_str() {
                "skirt" => Outfit::Skirt,
                "shorts" => Outfit::Shorts,
                _ if person.outfit == Outfit::Dress => Outfit::Plain,
                _ => person.outfit,
            };
            if let Some(color) = color {
                person.bottom = color;
            }
        }
        Some(Slot::Whole) => {
            person.outfit = match object.noun.as_str() {
                "overalls" => Outfit::Overalls,
                "spacesuit" => Outfit::Space,
                "robe" | "kimono" => Outfit::Robe,
                _ => Outfit::Dress,
            };
            if let Some(color) = color {
                person.top = color;
                if person.outfit == Outfit::Overalls {
                    person.bottom = color;
                }
            }
        }
        Some(Slot::Feet) => {
            if let Some(color) = color {
                person.shoes = color;
            }
        }
        Some(Slot::Hand | Slot::Back) | None => {}
    }
}

fn pose(brief: &Brief, phrase: usize, object: &ObjectPhrase) -> Pose {
    let says = |words: &[&str]| {
        object
            .attributes
            .iter()
            .any(|a| words.contains(&a.as_str()))
    };
    for relation in &brief.relations {
        if relation.subject != phrase {
            continue;
        }
        let other = brief
            .objects
            .get(relation.object)
            .map_or("", |o| o.noun.as_str());
        match relation.kind {
            RelationKind::Holding | RelationKind::Eating => {
                let (class, _) = super::lexicon::look_up(other);
                let high = class == Class::Airborne
                    || [
                        "umbrella", "flag", "sign", "sword", "torch", "lantern", "trophy",
                        "parasol", "camera", "wand",
                    ]
                    .contains(&other);
                return if high { Pose::Raise } else { Pose::Carry };
            }
            RelationKind::Riding => return Pose::Sit,
            RelationKind::With if matches!(super::lexicon::look_up(other).0, Class::Airborne) => {
                return Pose::Raise;
            }
            RelationKind::On => {
                let (class, _) = super::lexicon::look_up(other);
                if matches!(class, Class::Seat | Class::Animal | Class::Cycle) {
                    return Pose::Sit;
                }
            }
            _ => {}
        }
    }
    if says(&[
        "walking", "running", "dancing", "jogging", "skating", "hiking", "marching",
    ]) {
        Pose::Walk
    } else if says(&["waving", "cheering", "jumping", "pointing", "greeting"]) {
        Pose::Raise
    } else if says(&["sitting", "seated", "riding"]) {
        Pose::Sit
    } else {
        Pose::Stand
    }
}

/// Returns whether an actor is up in the air here.
pub fn flies(actor: &Actor, brief: &Brief) -> bool {
    let object = &brief.objects[actor.phrase];
    let says = |words: &[&str]| {
        object
            .attributes
            .iter()
            .any(|a| words.contains(&a.as_str()))
    };
    if says(&[
        "parked", "landed", "perched", "sitting", "standing", "sleeping", "walking",
    ]) {
        return false;
    }
    actor.prop.class.flies()
        || says(&[
            "flying", "soaring", "hovering", "floating", "gliding", "flies",
        ])
        || ["seagull", "gull", "eagle", "hawk", "falcon", "bat"].contains(&actor.prop.noun.as_str())
}

/// Returns the tint of each of `count` instances.
fn colors(object: &ObjectPhrase, count: u32) -> Vec<Option<Rgba>> {
    let own = object.color.as_ref().map(rgb);
    let named: Vec<Rgba> = own
        .into_iter()
        .chain(object.more_colors.iter().map(rgb))
        .collect();
    let n = count as usize;
    if object.each_different {
        return (0..n)
            .map(|i| {
                Some(match named.get(i) {
                    Some(color) => *color,
                    None => distinct(i, n),
                })
            })
            .collect();
    }
    if n > 1 && named.len() == n {
        return named.into_iter().map(Some).collect();
    }
    vec![own; n]
}

/// Returns the `i`th of `n` colours that nobody confuses.
fn distinct(i: usize, n: usize) -> Rgba {
    const NAMED: [u32; 8] = [
        0xe5383b, 0x2f7de1, 0xf6c022, 0x2fa84f, 0x8e44c9, 0xf57c1f, 0x18b5c4, 0xee6fa8,
    ];
    match NAMED.get(i) {
        Some(hex) => Rgba::hex(*hex),
        None => Oklch::new(0.66, 0.16, 360.0 * i as f32 / n.max(1) as f32).rgba(),
    }
}

/// Turns an actor so that it looks the given way.
pub fn face(actor: &mut Actor, right: bool) {
    actor.flip = match actor.prop.facing {
        Facing::Left => right,
        Facing::Right => !right,
        Facing::Front => false,
    };
}
