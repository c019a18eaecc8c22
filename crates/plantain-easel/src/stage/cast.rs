//! The cast of a scene: one actor for each thing that must be seen, and who is attached to whom.

mod actor;
mod people;
mod place;
mod props;
mod scale;
mod ties;

use plantain_read::{Brief, ObjectPhrase, RelationKind, TimeOfDay};

use super::lexicon::{Class, Slot, look_up};
use super::panel::Outline;
use super::person;
use super::place::Place;
use super::prop::{Art, Prop};
use crate::rng::Rng;
use crate::studio::Note;
pub use actor::Actor;
use people::{wielded_by, worn_by_person};
pub(in crate::stage) use place::drifts;
use place::scenery;
pub(crate) use props::unlit_lamps;
use props::{collective, colors, is_tiling};

pub use scale::COUNT_MAX;

/// Most things in a scene.
pub const ACTORS_MAX: usize = 60;

/// What animals do in the air without wings.
const LEAPS: &[&str] = &["jumping", "leaping", "hopping", "pouncing"];

/// Returns whether a noun names a place rather than a thing in it.
pub fn is_ground(noun: &str) -> bool {
    scenery(noun).is_some()
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
    /// Printed on a garment.
    Printed,
    /// Stands hand in hand with who shakes it.
    Clasped,
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
    /// Phrases that lie on top of what is stacked.
    pub topmost: Vec<usize>,
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
            topmost: (0..brief.objects.len())
                .filter(|i| brief.objects[*i].position == Some(plantain_read::Position::Top))
                .collect(),
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
        cast.resemble(brief);
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
            // A frozen lake is one of ice.
            let frozen = place == Place::Lake && object.materials.iter().any(|m| m == "ice");
            let place = if frozen { Place::Ice } else { place };
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
                self.share_words(&mut actor, &heard, (n, count), texts);
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
                && Outline::named(&o.noun).is_none()
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
            // What floats on water is not in the air.
            && actor.prop.class != Class::Boat
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
