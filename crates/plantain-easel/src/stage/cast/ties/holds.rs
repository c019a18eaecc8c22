//! Holds: which relation attaches a thing to another, and how.

use plantain_read::{Brief, Position, Relation, RelationKind};

use super::super::{Cast, Hold, Tie};
use crate::stage::lexicon::{Class, Slot};
use crate::stage::mend::{ON_THE_HEAD, PRINTED, SHAKING_HANDS};
use crate::stage::person::Pose;
use crate::stage::place::Place;
use crate::stage::prop::{Art, Prop};

/// Share of the bearer's height above which a person is not carried.
const CARRIED: f32 = 0.55;

/// What is printed on garments.
const EMBLEMS: &[&str] = &[
    "heart", "star", "flower", "rose", "skull", "crown", "rainbow", "leaf", "moon", "sun",
];

/// Riders that one mount carries so that each can be seen.
const RIDERS_MAX: usize = 2;

impl Cast {
    /// The tie that a relation makes; `None` leaves both to the solver.
    pub(super) fn tie_of(&self, brief: &Brief, relation: &Relation) -> Option<Tie> {
        let (s, o) = (relation.subject, relation.object);
        let (sp, op) = (self.prop(s)?, self.prop(o)?);
        if self.stays_loose(brief, relation, sp, op) {
            return None;
        }
        let tie = |child, parent, hold| {
            Some(Tie {
                child,
                parent,
                hold,
            })
        };
        let says = |i: usize, word: &str| brief.objects[i].attributes.iter().any(|a| a == word);
        match relation.kind {
            RelationKind::On | RelationKind::In if self.hangs(brief, s, op) => {
                tie(s, o, Hold::Hung)
            }
            RelationKind::On => match (slot(sp, op), op.class) {
                (Some(slot), class) if class.is_animate() => tie(s, o, Hold::Worn(slot)),
                (_, Class::Cycle) if sp.class.is_animate() => tie(s, o, Hold::Rides),
                (_, Class::Animal) if sp.class == Class::Person => tie(s, o, Hold::Rides),
                _ => tie(s, o, Hold::On),
            },
            RelationKind::In if op.class.is_animate() => tie(s, o, Hold::On),
            RelationKind::In => tie(s, o, Hold::In),
            // The pole of a parasol goes through its table.
            RelationKind::Above if is_parasol(sp) && op.class == Class::Table => {
                tie(s, o, Hold::On)
            }
            RelationKind::Above => tie(s, o, Hold::Above),
            RelationKind::Below | RelationKind::Under => match op.anchors.under {
                Some(_) if op.height > sp.height * 0.5 => tie(s, o, Hold::Under),
                // Under leaves that have no room below them: before their stems.
                _ if matches!(op.class, Class::Tree | Class::Plant) => tie(o, s, Hold::Behind),
                _ => tie(o, s, Hold::Above),
            },
            RelationKind::NextTo if says(s, SHAKING_HANDS) && says(o, SHAKING_HANDS) => {
                tie(s, o, Hold::Clasped)
            }
            RelationKind::NextTo
                if self.dines(sp, op)
                    || sp.class.is_animate()
                        && op.class == Class::Table
                        && brief.objects[s].attributes.iter().any(|a| a == "dining") =>
            {
                tie(s, o, Hold::AtTable)
            }
            // What leans against something taller stands before it.
            RelationKind::Against
                if op.height > if is_barrier(op) { 0.4 } else { 0.8 } * sp.height
                    && !sp.class.is_animate()
                    && !matches!(op.class, Class::Hung | Class::Board) =>
            {
                tie(s, o, Hold::Before)
            }
            RelationKind::Behind => tie(s, o, Hold::Behind),
            // The moon shines behind whoever is before it, wherever that is.
            RelationKind::InFrontOf
                if op.class == Class::Celestial && self.groups[s].len() == 1 =>
            {
                tie(o, s, Hold::Behind)
            }
            RelationKind::InFrontOf => tie(s, o, Hold::Before),
            RelationKind::Around => tie(s, o, Hold::Around),
            // Whom somebody hugs stands close before them, and only the smallest are carried.
            RelationKind::Holding
                if sp.class == Class::Person
                    && op.class == Class::Person
                    && op.height > CARRIED * sp.height =>
            {
                tie(o, s, Hold::Before)
            }
            // Who hugs a tree stands before it.
            RelationKind::Holding
                if sp.class.is_animate() && op.height > sp.height && is_rooted(op.class) =>
            {
                tie(s, o, Hold::Before)
            }
            RelationKind::Holding => tie(o, s, Hold::Held),
            // Who eats from a tree stands beside it.
            RelationKind::Eating if is_rooted(op.class) => None,
            RelationKind::Eating => tie(o, s, Hold::Eaten),
            RelationKind::Riding => tie(s, o, Hold::Rides),
            RelationKind::Wearing if says(o, ON_THE_HEAD) => tie(o, s, Hold::Worn(Slot::Head)),
            RelationKind::Wearing => tie(o, s, slot(op, sp).map_or(Hold::Held, Hold::Worn)),
            RelationKind::With if says(o, PRINTED) => tie(o, s, Hold::Printed),
            RelationKind::With => self.with(s, o, sp, op),
            _ => None,
        }
    }

    /// Whether both sides of a relation keep their own places, since a tie would draw something that makes no sense.
    fn stays_loose(&self, brief: &Brief, relation: &Relation, sp: &Prop, op: &Prop) -> bool {
        let (s, o) = (relation.subject, relation.object);
        let aloft = matches!(sp.class, Class::Celestial | Class::Cloud);
        match relation.kind {
            RelationKind::On | RelationKind::In if aloft => true,
            RelationKind::On => {
                self.overloads(s, o, sp, op) || beside_cake(sp, op) || stands_on_rug(sp, op)
            }
            // "Behind her a rocket, and two moons hang in the sky".
            RelationKind::Behind if aloft => {
                self.groups[o].len() > 1
                    || brief.objects[s].attributes.iter().any(|a| a == "hanging")
                    || brief
                        .relations
                        .iter()
                        .any(|r| (r.kind, r.object) == (RelationKind::Behind, o) && r.subject != s)
                    || self.is_on_wall(sp)
            }
            // A board behind someone in a room is on the wall, where its words can be read.
            RelationKind::Behind => self.is_on_wall(sp),
            RelationKind::Riding => op.noun == "wave" || self.overloads(s, o, sp, op),
            // "Fish at the top and jellyfish at the bottom" have places of their own.
            RelationKind::Above
                if brief.objects[s].position == Some(Position::Top)
                    && brief.objects[o].position == Some(Position::Bottom) =>
            {
                true
            }
            RelationKind::Above => {
                self.zoned(sp, op) || self.soars(brief, s) && !self.soars(brief, o)
            }
            RelationKind::Below | RelationKind::Under => {
                self.zoned(op, sp) || self.soars(brief, o) && !self.soars(brief, s)
            }
            // A crowd before a building fills the ground in front of it.
            RelationKind::InFrontOf => {
                self.is_on_wall(op)
                    || self.groups[s].len() > 3
                        && matches!(op.class, Class::Building | Class::Vehicle)
            }
            _ => false,
        }
    }

    /// More riders than a back has room for stand beside it.
    fn overloads(&self, s: usize, o: usize, sp: &Prop, op: &Prop) -> bool {
        sp.class == Class::Person
            && op.class == Class::Animal
            && self.groups[s].len() > RIDERS_MAX * self.groups[o].len()
    }

    /// Returns whether a thing is at home on the wall that this place has.
    fn is_on_wall(&self, prop: &Prop) -> bool {
        self.place.has_wall()
            && (prop.class == Class::Hung
                || prop.class == Class::Board && prop.noun.ends_with("board"))
    }

    /// Returns whether a phrase hangs from what it is said to be on.
    fn hangs(&self, brief: &Brief, phrase: usize, from: &Prop) -> bool {
        const LINES: &[&str] = &[
            "clothesline",
            "washing line",
            "laundry line",
            "clothes line",
        ];
        let said = |word: &str| brief.objects[phrase].attributes.iter().any(|a| a == word);
        let high = matches!(from.class, Class::Tree)
            || ["branch", "hook", "chandelier", "lamp", "ceiling fan"]
                .iter()
                .any(|word| from.noun.ends_with(word));
        // A wreath on a door hangs there, and so does a hat.
        let door = from.noun.ends_with("door")
            && self.prop(phrase).is_some_and(|p| {
                matches!(p.class, Class::Worn(_) | Class::Hung | Class::Board)
                    || p.noun.ends_with("wreath")
            });
        let worn = self
            .prop(phrase)
            .is_some_and(|p| matches!(p.class, Class::Worn(_)) || p.noun.ends_with("towel"));
        let draped = worn
            && (from.class == Class::Seat && (said("hanging") || said("draped"))
                || from.noun.ends_with("hanger"));
        LINES.contains(&from.noun.as_str()) || high && said("hanging") || draped || door
    }

    /// Returns whether a phrase is up in the air by what it is or does.
    fn soars(&self, brief: &Brief, phrase: usize) -> bool {
        let first = self.groups.get(phrase).and_then(|group| group.first());
        first.is_some_and(|a| super::super::flies(&self.actors[*a], brief)) && !self.place.floats()
    }

    /// "With" says little; what the two things are says the rest.
    fn with(&self, s: usize, o: usize, sp: &Prop, op: &Prop) -> Option<Tie> {
        let floats =
            |p: &Prop| p.noun == "balloon" || p.noun.ends_with(" balloon") && p.height < 2.0;
        if floats(sp) && !floats(op) && op.class != Class::Airborne {
            // "balloons tied to a mailbox": strings hold them there.
            return Some(Tie {
                child: s,
                parent: o,
                hold: Hold::Held,
            });
        }
        let hold = match (sp.class, op.class) {
            _ if self.stacked.contains(&s) => Hold::On,
            _ if sp.noun.ends_with("snow globe") => Hold::In,
            _ if sp.noun == "sandcastle" && op.noun.ends_with("flag") => Hold::On,
            (Class::Boat | Class::Building | Class::Land, _) if op.noun.ends_with("flag") => {
                Hold::On
            }
            // "A clothesline with two shirts".
            (_, Class::Worn(_))
                if ["clothesline", "hanger", "washing line"].contains(&sp.noun.as_str()) =>
            {
                Hold::Hung
            }
            (class, Class::Worn(slot)) if class.is_animate() => Hold::Worn(slot),
            (Class::Worn(Slot::Torso | Slot::Whole), _) if EMBLEMS.contains(&op.noun.as_str()) => {
                Hold::Printed
            }
            // An avocado with sunglasses, a cactus with a hat: on what has a front, they sit where a face would be.
            (
                Class::Food | Class::Plant | Class::Celestial | Class::Cloud | Class::Item,
                Class::Worn(slot @ (Slot::Head | Slot::Eyes | Slot::Neck)),
            ) if self.groups[s].len() == 1 => Hold::Worn(slot),
            (Class::Person, Class::Item | Class::Food | Class::Airborne | Class::Container)
                if op.height < 1.2 =>
            {
                Hold::Held
            }
            (Class::Cycle, Class::Container) if op.height < 0.5 => Hold::Held,
            // A piano with a stool: seats stand beside what has them, and carpets lie on the floor.
            (Class::Table, Class::Seat | Class::Furniture | Class::Table) => return None,
            (Class::Table, _) if is_carpet(op) => return None,
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

    /// Returns whether a person sits at a table.
    fn dines(&self, who: &Prop, table: &Prop) -> bool {
        let sits = matches!(&who.art, Art::Person(p) if p.pose == Pose::Sit);
        sits && table.class == Class::Table && table.height > 0.5
    }

    /// Returns whether the place itself puts the upper thing over the lower one.
    fn zoned(&self, upper: &Prop, lower: &Prop) -> bool {
        if self.place.floats() {
            return false;
        }
        (upper.class.flies() && !lower.class.flies())
            || (self.place == Place::SeaCut
                && upper.class == Class::Boat
                && lower.class == Class::Swimmer)
            || (self.place.has_wall()
                && matches!(upper.class, Class::Hung)
                && !matches!(lower.class, Class::Hung))
    }
}

/// Where `worn` sits on a body; animals have no hand for a backpack.
fn slot(worn: &Prop, wearer: &Prop) -> Option<Slot> {
    match worn.class {
        Class::Worn(slot) => Some(slot),
        _ if wearer.class == Class::Animal && worn.noun.ends_with("backpack") => Some(Slot::Back),
        _ => None,
    }
}

fn is_parasol(prop: &Prop) -> bool {
    matches!(&prop.art, Art::Set(name) if name == "parasol")
}

/// Returns whether nobody can lift it.
fn is_rooted(class: Class) -> bool {
    matches!(class, Class::Tree | Class::Building | Class::Vehicle)
}

/// A cake carries candles and fruit; presents stand beside it.
fn beside_cake(sp: &Prop, op: &Prop) -> bool {
    op.noun.contains("cake")
        && !(sp.class == Class::Food || sp.noun.contains("candle") || sp.noun.contains("topper"))
}

/// Returns whether it goes on to both sides, so that what leans against it may be higher.
fn is_barrier(prop: &Prop) -> bool {
    ["fence", "wall", "hedge", "railing"]
        .iter()
        .any(|word| prop.noun.ends_with(word))
}

fn is_carpet(prop: &Prop) -> bool {
    ["rug", "carpet", "mat"]
        .iter()
        .any(|word| prop.noun.ends_with(word))
}

/// Furniture stands on a rug without being part of it.
fn stands_on_rug(sp: &Prop, op: &Prop) -> bool {
    let furniture = matches!(
        sp.class,
        Class::Seat | Class::Furniture | Class::Table | Class::Hung
    );
    op.lies() && op.height < 0.1 && (furniture && sp.height > 0.4 || sp.height > 1.2)
}
