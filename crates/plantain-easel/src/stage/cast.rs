//! The cast of a scene: one actor for each thing that must be seen, and who is attached to whom.

mod people;
mod place;
mod props;
mod scale;
mod ties;

use std::collections::BTreeMap;

use plantain_read::{Brief, ObjectPhrase, RelationKind, SizeWord, TimeOfDay};
use plantain_scene::{Color, Rgba};

use super::lexicon::{Class, Slot, look_up};
use super::person;
use super::person::Person;
use super::place::Place;
use super::prop::{Art, Prop};
use super::robot::Robot;
use crate::rng::Rng;
use crate::studio::Note;
use people::{put_on, strike, wield, wielded_by, worn_by_person};
pub(in crate::stage) use place::drifts;
use place::scenery;
use props::{collective, colors, is_tiling};

pub use scale::COUNT_MAX;

/// Most things in a scene.
pub const ACTORS_MAX: usize = 60;

/// What animals do in the air without wings.
const LEAPS: &[&str] = &["jumping", "leaping", "hopping", "pouncing"];

/// Height of toys, metres.
const TOY: f32 = 0.2;

/// Returns whether a noun names a place rather than a thing in it.
pub fn is_ground(noun: &str) -> bool {
    scenery(noun).is_some()
}

/// One thing on stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Unique in the scene: noun and number.
    pub id: String,
    /// Index into the brief's objects.
    pub phrase: usize,
    pub prop: Prop,
    pub tint: Option<Rgba>,
    /// Parts in colours of their own, by their nouns.
    pub dyes: Vec<(String, Rgba)>,
    /// Factor on its size, by size words.
    pub grade: f32,
    pub materials: Vec<String>,
    pub flip: bool,
    /// Literals that stand on it: indices into the brief's literals.
    pub words: Vec<usize>,
    /// Whether the words are its own: a living being says them.
    pub spoken: bool,
    /// Ids of garments that it wears as part of its drawing.
    pub wears: Vec<String>,
}

impl Actor {
    /// Returns the parts in colours of their own, as a node of the scene tells them.
    pub fn parts(&self) -> BTreeMap<String, Color> {
        let dyes = self.dyes.iter();
        dyes.map(|(part, color)| (part.clone(), Color::from(*color)))
            .collect()
    }
}

/// How a child is attached to its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    On,
    In,
    /// Hangs from a line, a branch or a hook.
    Hung,
    Above,
    Under,
    Before,
    Behind,
    Around,
    /// Sits behind a table.
    AtTable,
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
    /// Phrases whose actors lie upon each other.
    pub stacked: Vec<usize>,
    /// Phrases whose actors lie in a heap.
    pub heaped: Vec<usize>,
    /// Phrases whose actors are said to form a circle.
    pub ringed: Vec<usize>,
    /// Phrases that stand in so many rows.
    pub rows: Vec<(usize, usize)>,
    /// Phrases that are said to hang.
    pub hanging: Vec<usize>,
    /// Phrases whose animals are in the middle of a leap.
    pub leaping: Vec<usize>,
    /// Phrases that stand between the actors of others.
    pub between: Vec<(usize, usize)>,
    /// Nouns that stand for several persons.
    pub collectives: Vec<String>,
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
            stacked: stacked(brief),
            heaped: arranged(brief, plantain_read::Arrangement::Pile),
            ringed: arranged(brief, plantain_read::Arrangement::Circle),
            rows: rows(brief),
            hanging: (0..brief.objects.len())
                .filter(|i| brief.objects[*i].attributes.iter().any(|a| a == "hanging"))
                .collect(),
            leaping: (0..brief.objects.len())
                .filter(|i| {
                    let leaps = |a: &String| LEAPS.contains(&a.as_str());
                    brief.objects[*i].attributes.iter().any(leaps)
                })
                .collect(),
            between: brief
                .relations
                .iter()
                .filter(|r| r.kind == RelationKind::Between)
                .map(|r| (r.subject, r.object))
                .collect(),
            collectives: brief
                .objects
                .iter()
                .filter(|o| !collective(o).is_empty())
                .map(|o| o.noun.clone())
                .collect(),
            notes: Vec::new(),
        };
        cast.find_scenery(brief);
        cast.enter(brief, rng);
        cast.belittle(brief);
        cast.compare(brief);
        cast.place = cast.choose_place(brief, rng);
        cast.tie(brief);
        cast.time = cast.usual_time(brief);
        cast.turn(brief, rng);
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
            if is_tiling(object) && brief.objects.len() > 1 {
                let id = self.next_id(&object.noun);
                self.scenery.push(Scenery {
                    phrase,
                    id,
                    place: Place::Tiled,
                });
                continue;
            }
            let Some(place) = scenery(&object.noun).or_else(|| self.surface(brief, phrase)) else {
                continue;
            };
            // A place that is seen from outside is a building, and a counter in a shop is a thing that people stand behind.
            if object.absent
                || place::is_counter(brief, phrase)
                || object.attributes.iter().any(|a| a == "building")
            {
                continue;
            }
            if matches!(place, Place::Mountains) {
                self.ranges = true;
                let named = object.noun.starts_with("mount ");
                self.peaks = object.count.filter(|n| (1..=9).contains(n) && !named);
            }
            let id = self.next_id(&object.noun);
            self.scenery.push(Scenery { phrase, id, place });
        }
    }

    /// Makes the actors.
    fn enter(&mut self, brief: &Brief, rng: &Rng) {
        let heard = brief.prompt.to_lowercase();
        for (phrase, object) in brief.objects.iter().enumerate() {
            if object.absent
                || self.is_scenery(phrase)
                || worn_by_person(brief, phrase).is_some()
                || wielded_by(brief, phrase).is_some()
            {
                continue;
            }
            if let Some(message) = self.left_out(brief, phrase) {
                self.note("unknown_object", message);
                continue;
            }
            let same = brief.objects[..phrase]
                .iter()
                .filter(|o| o.noun == object.noun)
                .count();
            let members = collective(object);
            let texts = brief
                .literals
                .iter()
                .filter(|l| l.on_object == Some(phrase))
                .count();
            let count = if members.is_empty() {
                // Several signs with several words are as many as there are words.
                match object.count {
                    None if object.plural && texts > 1 => (texts as u32).min(COUNT_MAX),
                    _ => self.count(object, rng),
                }
            } else {
                members.len() as u32
            };
            let colors = colors(object, count);
            for (n, color) in colors.iter().copied().enumerate() {
                if self.actors.len() >= ACTORS_MAX {
                    self.note(
                        "approximated",
                        format!(
                            "More than {ACTORS_MAX} things were asked for: {ACTORS_MAX} are drawn."
                        ),
                    );
                    return;
                }
                // The same figure looks the same in every panel of a story.
                let mut rng = rng.fork(&format!("{} {same} {n}", object.noun));
                let mut object = object.clone();
                if let Some(member) = members.get(n) {
                    (*member).clone_into(&mut object.noun);
                }
                let mut actor = self.actor(brief, phrase, &object, color, &mut rng);
                // Of a group, all carry the words only if they have a place for them.
                let bare = !actor.prop.printable && !matches!(actor.prop.art, Art::Panel(_));
                let single = [
                    "one says",
                    "one reads",
                    "one of them says",
                    "one of them reads",
                    "one saying",
                ]
                .iter()
                .any(|w| heard.contains(w));
                if count > 1
                    && texts > 1
                    && texts <= count as usize
                    && !actor.prop.class.is_animate()
                {
                    actor.words = vec![actor.words[n % texts]];
                } else if n > 0 && (bare || single || actor.prop.class.is_animate()) {
                    actor.words.clear();
                }
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

    /// Returns what to tell about a phrase of which nothing is known: beside other things no form stands in for it.
    fn left_out(&self, brief: &Brief, phrase: usize) -> Option<String> {
        let object = &brief.objects[phrase];
        let unknown = |o: &ObjectPhrase| {
            look_up(&o.noun).0 == Class::Thing
                && super::find::find(&o.noun).is_none_or(|f| props::is_view(f.object.name))
                && o.shape.is_none()
        };
        // A sign that nobody can draw still carries its words.
        let told = !brief.literals.iter().any(|l| l.on_object == Some(phrase));
        let placed = brief
            .setting
            .place
            .as_deref()
            .and_then(Place::named)
            .is_some();
        let others = placed
            || brief
                .objects
                .iter()
                .enumerate()
                .any(|(i, o)| i != phrase && !o.absent && (self.is_scenery(i) || !unknown(o)));
        (told && others && unknown(object)).then(|| {
            format!(
                "No drawing of \"{}\" is at hand: the picture is drawn without it.",
                object.words
            )
        })
    }

    fn note(&mut self, code: &'static str, message: String) {
        self.notes.push(Note { code, message });
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
            .filter(|(_, literal)| {
                // What is printed on the clothes of a person is on the person.
                literal.on_object == Some(phrase)
                    || literal
                        .on_object
                        .is_some_and(|o| worn_by_person(brief, o) == Some(phrase))
            })
            .map(|(i, _)| i)
            .collect();
        let id = self.next_id(&object.noun);
        let tint = tint
            .or_else(|| self.natural(object))
            .or_else(|| props::leaves_of(brief, object))
            .or_else(|| props::material_color(&object.materials));
        let mut wears = Vec::new();
        let mut materials = object.materials.clone();
        // One thing of all colours has them one below the other; of several, each has its own.
        if tint.is_none() && object.attributes.iter().any(|a| a == "rainbow") {
            materials.push("rainbow".to_owned());
        }
        let (tint, coat) = props::fur(object, tint);
        if let Some(coat) = coat {
            materials.retain(|m| m != "spotted");
            materials.push(coat);
        }
        let prop = if super::lexicon::look_up(&object.noun).0 == Class::Person {
            let mut attributes = object.attributes.clone();
            attributes.extend(object.materials.iter().cloned());
            attributes.extend(people::looks(brief, phrase));
            let role = super::lexicon::role(&object.noun);
            let mut person = Person::new(role, &attributes, rng);
            strike(&mut person, brief, phrase, object);
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
            for (i, other) in brief.objects.iter().enumerate() {
                if wielded_by(brief, i) == Some(phrase) && wield(&mut person, &other.noun) {
                    wears.push(format!("{}-of-{id}", other.noun.replace(' ', "-")));
                }
            }
            if let Some(color) = tint {
                person.top = color;
            }
            Prop::person(&object.noun, person)
        } else if object.noun == "robot" {
            let mut robot = Robot::new(tint, &object.attributes, rng);
            robot.raised = brief.relations.iter().any(|r| {
                r.subject == phrase && matches!(r.kind, plantain_read::RelationKind::Holding)
            });
            Prop::robot(&object.noun, robot)
        } else {
            self.thing(brief, object, tint, !words.is_empty())
        };
        let mut prop = prop;
        // A toy train fits into a child's hand.
        let toy = object.words.to_lowercase().contains("toy ");
        if toy && !matches!(prop.class, Class::Item | Class::Person) {
            (prop.class, prop.height) = (Class::Item, TOY);
        }
        if let Some(shape) = &object.shape
            && prop.take_form(shape)
        {
            materials.push(shape.clone());
        }
        Actor {
            id,
            phrase,
            dyes: props::dyes(object, &prop),
            prop,
            tint,
            grade: match object.size {
                // People differ less than things do.
                Some(size) if super::lexicon::look_up(&object.noun).0 == Class::Person => {
                    match size {
                        SizeWord::Tiny => 0.6,
                        SizeWord::Small => 0.84,
                        SizeWord::Large => 1.16,
                        SizeWord::Huge => 1.4,
                    }
                }
                Some(SizeWord::Tiny) => 0.5,
                Some(SizeWord::Small) => 0.68,
                Some(SizeWord::Large) => 1.5,
                Some(SizeWord::Huge) => 1.85,
                None => 1.0,
            },
            materials,
            flip: false,
            spoken: words
                .iter()
                .any(|i| brief.literals[*i].on_object == Some(phrase)),
            words,
            wears,
        }
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
    props::is_skyward(brief, object)
        || actor.prop.class.flies()
        || matches!(&actor.prop.art, Art::Person(p) if p.pose == person::Pose::Fly)
        || actor.prop.class != Class::Person
            && says(&[
                "flying", "soaring", "hovering", "floating", "gliding", "flies",
            ])
        || ["leaf", "petal", "feather", "snowflake", "confetti"].contains(&object.noun.as_str())
            && says(&[
                "falling",
                "drifting",
                "blowing",
                "swirling",
                "fluttering",
                "tumbling",
                "whirling",
            ])
        || ["seagull", "gull", "eagle", "hawk", "falcon", "bat"].contains(&actor.prop.noun.as_str())
}

fn rows(brief: &Brief) -> Vec<(usize, usize)> {
    use plantain_read::Arrangement;
    let asked = |o: &ObjectPhrase| match o.arrangement {
        Some(Arrangement::Rows(n)) => Some(n as usize),
        Some(Arrangement::Grid) => Some((o.count.unwrap_or(4) as f32).sqrt() as usize),
        _ => None,
    };
    let objects = brief.objects.iter().enumerate();
    objects.filter_map(|(i, o)| Some((i, asked(o)?))).collect()
}

fn arranged(brief: &Brief, arrangement: plantain_read::Arrangement) -> Vec<usize> {
    (0..brief.objects.len())
        .filter(|i| brief.objects[*i].arrangement == Some(arrangement))
        .collect()
}

fn stacked(brief: &Brief) -> Vec<usize> {
    use plantain_read::Arrangement;
    let piled = |o: &ObjectPhrase| {
        matches!(
            o.arrangement,
            Some(Arrangement::Stack | Arrangement::Pile | Arrangement::Column)
        )
    };
    (0..brief.objects.len())
        .filter(|i| piled(&brief.objects[*i]))
        .collect()
}
