//! Zones: what stands on the ground, hangs in the air or on the wall, or swims in the deep.

use plantain_read::{Position, RelationKind};

use super::super::block::Block;
use super::super::cast::flies;
use super::super::lexicon::Class;
use super::super::place::Place;
use super::super::prop::Prop;
use super::{Solver, Zone, lateral};

/// Things that stand on the bottom of the sea.
pub(super) fn lies_on_seabed(noun: &str) -> bool {
    [
        "coral",
        "starfish",
        "crab",
        "lobster",
        "shell",
        "seashell",
        "treasure chest",
        "chest",
        "anchor",
        "shipwreck",
        "seaweed",
        "rock",
        "castle",
        "clam",
        "amphora",
        "sunken ship",
        "sea urchin",
    ]
    .contains(&noun)
}

/// Returns whether towels hang at its walls.
fn place_of_baths(place: Place) -> bool {
    matches!(place, Place::Bathroom | Place::Kitchen)
}

/// Returns whether it is a table or a desk, which no wall carries.
fn stands_on_feet(prop: &Prop) -> bool {
    prop.class == Class::Table
        && ["table", "desk", "counter"]
            .iter()
            .any(|word| prop.noun.ends_with(word))
}

/// Returns whether a board stands on its own feet.
pub(super) fn is_posted(noun: &str) -> bool {
    matches!(
        noun,
        "wooden sign"
            | "road sign"
            | "street sign"
            | "stop sign"
            | "signpost"
            | "placard"
            | "billboard"
            | "easel"
    )
}

/// What is built into a wall or has its back to it.
const AT_WALL: &[&str] = &[
    "door",
    "doorway",
    "fireplace",
    "radiator",
    "wardrobe",
    "closet",
    "bookshelf",
    "bookcase",
    "dresser",
    "refrigerator",
    "fridge",
];

impl Solver<'_> {
    /// Returns whether everything on the floor of a room has its place at the wall.
    pub(super) fn is_at_wall(&self, ground: &[Block]) -> bool {
        let built = |phrase: &usize| {
            self.cast.prop(*phrase).is_some_and(|p| {
                let noun = p.noun.as_str();
                AT_WALL.iter().any(|word| noun.ends_with(word)) || noun.starts_with("door with")
            })
        };
        !ground.is_empty()
            && self.cast.place.has_wall()
            && ground.iter().all(|block| block.phrases.iter().all(built))
    }

    /// Returns the blocks of the ground, the air, the wall and the deep.
    pub(super) fn zoned(&self) -> [Vec<Block>; 4] {
        let mut zones: [(Zone, Vec<Block>); 4] = [
            (Zone::Ground, Vec::new()),
            (Zone::Air, Vec::new()),
            (Zone::Wall, Vec::new()),
            (Zone::Deep, Vec::new()),
        ];
        for block in self.blocks() {
            let zone = self.zone(&block);
            if let Some((_, list)) = zones.iter_mut().find(|(z, _)| *z == zone) {
                list.push(block);
            }
        }
        zones.map(|(_, blocks)| blocks)
    }

    pub(super) fn position(&self, block: &Block) -> Option<Position> {
        self.brief.objects[block.phrases[0]].position
    }

    pub(super) fn zone(&self, block: &Block) -> Zone {
        let place = self.cast.place;
        let Some(actor) = block.members.first().map(|m| &self.cast.actors[m.root]) else {
            return Zone::Ground;
        };
        let high = matches!(
            self.position(block),
            Some(Position::Top | Position::TopLeft | Position::TopRight)
        );
        match actor.prop.class {
            Class::Swimmer if place == Place::SeaCut => Zone::Deep,
            Class::Seat | Class::Table | Class::Furniture | Class::Building | Class::Vehicle
                if place == Place::Underwater =>
            {
                Zone::Ground
            }
            _ if place == Place::Underwater && lies_on_seabed(&actor.prop.noun) => Zone::Ground,
            _ if place.floats() => Zone::Air,
            _ if place.has_wall() && self.on_wall(block) => Zone::Wall,
            // Pans that are said to hang do so over the stove.
            _ if place.has_wall()
                && self.cast.hanging.contains(&block.phrases[0])
                && matches!(
                    actor.prop.class,
                    Class::Flat | Class::Item | Class::Container | Class::Plant
                ) =>
            {
                Zone::Wall
            }
            // A shelf hangs on the wall, and so does a television among furniture.
            _ if place.has_wall() && !self.is_lateral(block) && self.is_mounted(block) => {
                Zone::Wall
            }
            Class::Board
                if place.has_wall()
                    && actor.prop.noun.ends_with("board")
                    && !is_posted(&actor.prop.noun) =>
            {
                Zone::Wall
            }
            _ if place.has_wall() && self.beside_hung(block) => Zone::Wall,
            // "In the top left corner" says more than "left of".
            _ if high && flies(actor, self.brief) && place != Place::Pitch => Zone::Air,
            _ if self.is_lateral(block) && actor.prop.noun != "window" => Zone::Ground,
            _ if actor.prop.noun.contains("branch") => Zone::Air,
            Class::Hung | Class::Board if place.has_wall() && !is_posted(&actor.prop.noun) => {
                Zone::Wall
            }
            // Signs of a market hang over its stalls.
            Class::Board if place == Place::Market && !is_posted(&actor.prop.noun) => Zone::Air,
            _ if flies(actor, self.brief) && place != Place::Pitch => Zone::Air,
            // "Pines on top of the hill" stand there.
            Class::Tree | Class::Building | Class::Furniture | Class::Seat if high => Zone::Ground,
            _ if high && !matches!(place, Place::Pitch) => Zone::Air,
            _ => Zone::Ground,
        }
    }

    /// Returns whether a thing is at home on a wall as well as on a piece of furniture, and no word puts it elsewhere.
    fn is_mounted(&self, block: &Block) -> bool {
        let [phrase] = block.phrases[..] else {
            // A shelf carries what is on it.
            let first = self.cast.prop(block.phrases[0]);
            return first.is_some_and(|prop| prop.noun == "shelf");
        };
        let furnished = self.cast.actors.iter().any(|a| a.prop.class == Class::Seat);
        self.cast
            .prop(phrase)
            .is_some_and(|prop| match prop.noun.as_str() {
                "shelf" => true,
                // The set's towel hangs on its rail.
                "towel" => place_of_baths(self.cast.place),
                "tv" | "television" => {
                    furnished && !self.brief.relations.iter().any(|r| r.subject == phrase)
                }
                _ => false,
            })
    }

    /// Returns whether something that hangs is told beside or between others that hang, and beside nothing else.
    fn beside_hung(&self, block: &Block) -> bool {
        let hung = |p: usize| {
            self.cast.prop(p).is_some_and(|prop| {
                let clock = prop.noun == "clock" || prop.noun.ends_with(" clock");
                prop.class == Class::Hung || clock && !prop.noun.starts_with("alarm")
            })
        };
        let mut others = self.brief.relations.iter().filter_map(|r| {
            let side = matches!(
                r.kind,
                RelationKind::LeftOf
                    | RelationKind::RightOf
                    | RelationKind::NextTo
                    | RelationKind::Between
            );
            let (own, other) = (
                block.phrases.contains(&r.subject),
                block.phrases.contains(&r.object),
            );
            match (own, other) {
                (true, false) if side => Some(r.object),
                (false, true) if side => Some(r.subject),
                _ => None,
            }
        });
        let first = others.next();
        block.phrases.iter().all(|p| hung(*p)) && first.is_some_and(|p| hung(p) && others.all(hung))
    }

    /// Returns whether one of two things hangs on the wall, so that the other may stand anywhere below.
    pub(super) fn on_walls(&self, a: usize, b: usize) -> bool {
        let hung = |p: usize| {
            self.cast
                .prop(p)
                .is_some_and(|prop| prop.class == Class::Hung)
        };
        self.cast.place.has_wall() && (hung(a) || hung(b))
    }

    /// Returns whether a block is said to be on the wall.
    pub(super) fn on_wall(&self, block: &Block) -> bool {
        self.brief.relations.iter().any(|r| {
            block.phrases.contains(&r.subject)
                && matches!(r.kind, RelationKind::On | RelationKind::Against)
                && self.brief.objects[r.object].noun.ends_with("wall")
                && !self.cast.prop(r.subject).is_some_and(stands_on_feet)
                && matches!(
                    self.cast.prop(r.subject).map(|p| p.class),
                    Some(
                        Class::Hung
                            | Class::Board
                            | Class::Item
                            | Class::Celestial
                            | Class::Airborne
                            | Class::Worn(_)
                            | Class::Table
                            | Class::Flat
                    )
                )
        })
    }

    /// Returns whether something is asked for beside another root: then both share one row.
    pub(super) fn is_lateral(&self, block: &Block) -> bool {
        block
            .phrases
            .iter()
            .any(|p| lateral(self.brief, self.cast, *p))
    }
}
