//! How many there are, and how large they are beside each other.

use plantain_read::{Brief, ObjectPhrase, RelationKind};

use super::super::lexicon::{Class, look_up};
use super::Cast;
use crate::rng::Rng;
use crate::stage::mend::{GROWING, OF_ALL_SIZES};

/// Returns whether things of this kind come in numbers: fireflies, a flock of birds.
pub(super) fn is_swarm(object: &ObjectPhrase) -> bool {
    const KINDS: &[&str] = &[
        "firefly",
        "bubble",
        "soap bubble",
        "snowflake",
        "petal",
        "balloon",
    ];
    const CROWDS: &[&str] = &[
        "flock", "swarm", "herd", "school", "colony", "dozens", "many",
    ];
    KINDS.contains(&object.noun.as_str())
        || object
            .words
            .split(' ')
            .any(|word| CROWDS.contains(&word.to_lowercase().as_str()))
}

/// Returns whether two of it fill a wall: bookshelves, wardrobes, sofas.
fn is_bulky(object: &ObjectPhrase) -> bool {
    let (class, height) = look_up(&object.noun);
    matches!(class, Class::Furniture | Class::Table) && height > 1.2
        || matches!(object.noun.as_str(), "sofa" | "couch" | "bed")
}

/// Things of a swarm that nobody counts.
pub(super) const SWARM: u32 = 7;

/// Size of small things and of small animals beside people, furniture and houses.
pub(super) const SMALL: f32 = 0.64;

pub(super) const SMALL_ANIMAL: f32 = 0.74;

/// How much larger a thing must look than what it is said to be larger than.
pub(super) const LARGER: f32 = 1.5;

/// Sizes of things of which each has another one.
const SIZES: [f32; 5] = [1.3, 0.8, 1.05, 0.65, 1.5];

/// Sizes of the first and the last of a row that grows.
const GROWTH: [f32; 2] = [0.6, 1.4];

/// Most instances of one phrase that are drawn.
pub const COUNT_MAX: u32 = 30;

impl Cast {
    /// Makes things larger or smaller than others, where the prompt says so and their own sizes would not.
    pub(super) fn compare(&mut self, brief: &Brief) {
        for (phrase, group) in self.groups.iter().enumerate() {
            let told = &brief.objects[phrase].attributes;
            let grows = told.iter().any(|a| a == GROWING);
            if !grows && !told.iter().any(|a| a == OF_ALL_SIZES) {
                continue;
            }
            let last = group.len().saturating_sub(1).max(1) as f32;
            for (i, actor) in group.iter().enumerate() {
                self.actors[*actor].grade *= match grows {
                    true => GROWTH[0] + (GROWTH[1] - GROWTH[0]) * i as f32 / last,
                    false => SIZES[i % SIZES.len()],
                };
            }
        }
        for relation in &brief.relations {
            let (large, small) = match relation.kind {
                RelationKind::Larger => (relation.subject, relation.object),
                RelationKind::Smaller => (relation.object, relation.subject),
                _ => continue,
            };
            let extent = |cast: &Self, phrase: usize| {
                let first = cast.groups.get(phrase)?.first()?;
                let actor = &cast.actors[*first];
                let (w, h) = actor.prop.nominal();
                Some(w.max(h) * actor.grade)
            };
            let (Some(a), Some(b)) = (extent(self, large), extent(self, small)) else {
                continue;
            };
            // Both give way, so that neither becomes a speck nor fills the picture.
            let k = (LARGER * b / a.max(0.01)).max(1.0).sqrt();
            for i in self.groups[large].clone() {
                self.actors[i].grade *= k;
            }
            for i in self.groups[small].clone() {
                self.actors[i].grade /= k;
            }
        }
    }

    /// Beside people, furniture, vehicles and houses, what one holds in a hand is small, and so are small animals.
    pub(super) fn belittle(&mut self, brief: &Brief) {
        let grand = self.actors.iter().any(|a| {
            matches!(
                a.prop.class,
                Class::Person | Class::Seat | Class::Furniture | Class::Vehicle
            )
        });
        if !grand {
            return;
        }
        for actor in &mut self.actors {
            let small = actor.prop.height < 0.45 && brief.objects[actor.phrase].size.is_none();
            actor.grade *= match actor.prop.class {
                Class::Food | Class::Item | Class::Container if small => SMALL,
                Class::Animal | Class::Bird if small => SMALL_ANIMAL,
                _ => 1.0,
            };
        }
    }

    pub(super) fn count(&mut self, object: &ObjectPhrase, rng: &Rng) -> u32 {
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
            // A flight of steps is one thing.
            None if matches!(object.noun.as_str(), "step" | "stair" | "stairs") => 1,
            // Grapes come as one bunch.
            None if object.noun == "grape" => 1,
            None if object.plural && is_swarm(object) => SWARM,
            None if object.plural && is_bulky(object) => 2,
            None if object.plural => 3 + (rng.fork(&object.noun).below(2) as u32),
            None => 1,
        }
    }
}
