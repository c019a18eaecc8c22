//! Ties: which phrase is attached to which, and how; and which way everyone looks.

mod holds;

use plantain_read::{Brief, Relation, RelationKind};

use super::{Actor, Cast, Hold, Tie};
use crate::rng::Rng;
use crate::stage::lexicon::Class;
use crate::stage::place::Place;
use crate::stage::prop::{Facing, Prop};

impl Cast {
    /// Turns everyone: toward what they chase or look at, else toward the middle of their row.
    pub(super) fn turn(&mut self, brief: &Brief, rng: &Rng) {
        let order: Vec<usize> = (0..self.groups.len())
            .filter(|p| !self.groups[*p].is_empty() && self.parent(*p).is_none())
            .collect();
        let together = rng.fork("facing").chance(0.5);
        for phrase in 0..self.groups.len() {
            let right = match wanted_facing(brief, phrase) {
                Some(right) => right,
                // Riders and mounts, hats and heads look the same way.
                None if self.parent(phrase).is_some() => continue,
                None => match order.iter().position(|p| *p == phrase) {
                    Some(i) if order.len() > 1 => i * 2 < order.len(),
                    _ => together,
                },
            };
            for i in self.groups[phrase].clone() {
                face(&mut self.actors[i], right);
            }
        }
        for tie in self.ties.clone() {
            if tie.hold == Hold::Clasped {
                for (phrase, right) in [(tie.parent, true), (tie.child, false)] {
                    for i in self.groups[phrase].clone() {
                        face(&mut self.actors[i], right);
                    }
                }
            }
            if matches!(tie.hold, Hold::Rides | Hold::Worn(_)) {
                let right = self.groups[tie.parent]
                    .first()
                    .map(|a| self.actors[*a].looks_right());
                for i in self.groups[tie.child].clone() {
                    face(&mut self.actors[i], right.unwrap_or(false));
                }
            }
        }
    }

    /// Turns tight relations into ties; loose ones are left to the solver.
    pub(super) fn tie(&mut self, brief: &Brief) {
        // Who sits on a bench under a tree takes the bench along: close ties come before loose ones.
        let (close, loose): (Vec<&Relation>, Vec<&Relation>) = brief
            .relations
            .iter()
            .partition(|r| !matches!(r.kind, RelationKind::Under | RelationKind::Below));
        for relation in close.into_iter().chain(loose) {
            let Some(mut tie) = self.tie_of(brief, relation) else {
                continue;
            };
            if tie.hold == Hold::Under {
                tie.child = self.carrier(tie.child);
            }
            // A house behind who sits on a bench is behind the bench.
            if matches!(tie.hold, Hold::Behind | Hold::Before) {
                tie.parent = self.carrier(tie.parent);
            }
            let circle = self.leads_to(tie.parent, tie.child);
            if tie.child == tie.parent || self.parent(tie.child).is_some() || circle {
                continue;
            }
            self.ties.push(tie);
        }
        for _ in 0..3 {
            self.join_neighbours(brief);
        }
        self.light_cake(brief);
        self.set_table(brief);
        self.furnish(brief);
        self.order_ties(brief);
        self.board(brief);
    }

    /// What is beside something on a table is on the table too.
    fn join_neighbours(&mut self, brief: &Brief) {
        for relation in &brief.relations {
            let beside = matches!(
                relation.kind,
                RelationKind::Between
                    | RelationKind::NextTo
                    | RelationKind::LeftOf
                    | RelationKind::RightOf
            );
            let (s, o) = (relation.subject, relation.object);
            // Whichever of the two is on the table takes the other along.
            let (s, tie) = match (self.parent(s), self.parent(o)) {
                (None, Some(tie)) => (s, tie),
                (Some(tie), None) => (o, tie),
                _ => continue,
            };
            if !beside {
                continue;
            }
            let small = self
                .prop(s)
                .is_some_and(|p| p.height < 0.4 || p.height < 0.7 && !p.class.is_animate());
            // Beside a cup on its saucer a pot stands on the table.
            let dish = |p: &Prop| {
                ["saucer", "coaster"]
                    .iter()
                    .any(|word| p.noun.ends_with(word))
            };
            let table = self.prop(tie.parent).filter(|p| !dish(p)).is_some_and(|p| {
                matches!(p.class, Class::Table | Class::Seat | Class::Flat)
                    || p.noun.starts_with("window")
            });
            if tie.hold == Hold::On
                && small
                && table
                && s != tie.parent
                && !self.leads_to(tie.parent, s)
            {
                self.ties.push(Tie { child: s, ..tie });
            }
        }
    }

    /// What stands on one thing stands there from left to right as the prompt says.
    fn order_ties(&mut self, brief: &Brief) {
        for _ in 0..self.ties.len() {
            for relation in &brief.relations {
                let (left, right) = match relation.kind {
                    RelationKind::LeftOf => (relation.subject, relation.object),
                    RelationKind::RightOf => (relation.object, relation.subject),
                    _ => continue,
                };
                let at = |p: usize| self.ties.iter().position(|tie| tie.child == p);
                let (Some(l), Some(r)) = (at(left), at(right)) else {
                    continue;
                };
                if l > r && self.ties[l].parent == self.ties[r].parent {
                    self.ties[r..=l].rotate_right(1);
                }
            }
        }
    }

    /// Whoever is on the water without a place of their own is in the boat, if there is one.
    fn board(&mut self, brief: &Brief) {
        if !matches!(self.place, Place::Sea | Place::Lake) {
            return;
        }
        let root = |cast: &Self, p: usize, class: Class| {
            cast.prop(p).is_some_and(|prop| prop.class == class) && cast.parent(p).is_none()
        };
        let boats: Vec<usize> = (0..self.groups.len())
            .filter(|p| root(self, *p, Class::Boat) && self.groups[*p].len() == 1)
            .collect();
        let [boat] = boats[..] else { return };
        for phrase in 0..self.groups.len() {
            // Whoever is said to be somewhere about the boat is not in it.
            let about = brief.relations.iter().any(|r| {
                [(r.subject, r.object), (r.object, r.subject)].contains(&(phrase, boat))
                    && !matches!(
                        r.kind,
                        RelationKind::With | RelationKind::Larger | RelationKind::Smaller
                    )
            });
            if about {
                continue;
            }
            if root(self, phrase, Class::Person) || root(self, phrase, Class::Animal) {
                self.ties.push(Tie {
                    child: phrase,
                    parent: boat,
                    hold: Hold::In,
                });
            }
        }
    }

    /// Returns whether a phrase is a thing that people keep on tables.
    fn is_small(&self, phrase: usize) -> bool {
        self.prop(phrase).is_some_and(|prop| {
            prop.height < 0.4
                && !["rug", "carpet", "mat"]
                    .iter()
                    .any(|w| prop.noun.ends_with(w))
                && (matches!(
                    prop.class,
                    Class::Food | Class::Container | Class::Item | Class::Flat
                ) || prop.noun.contains("cake"))
        })
    }

    /// Returns whether it has its place on a desk or table of a room: a laptop, a lamp, a cactus.
    fn is_desktop(&self, phrase: usize) -> bool {
        self.prop(phrase).is_some_and(|prop| {
            let noun = prop.noun.as_str();
            let head = noun.rsplit(' ').next().unwrap_or(noun);
            let stands = ["floor", "standing", "tv", "television", "fan"];
            prop.class == Class::Furniture
                && prop.height < 0.5
                && !stands.iter().any(|word| noun.contains(word))
                || ["cactus", "succulent", "bonsai"].contains(&head)
        })
    }

    fn is_potted(&self, phrase: usize) -> bool {
        self.prop(phrase)
            .is_some_and(|prop| prop.class == Class::Plant && prop.height < 0.8)
    }

    /// What is small and free lies on the table, if there is one.
    fn set_table(&mut self, brief: &Brief) {
        let roots = |cast: &Self| -> Vec<usize> {
            (0..cast.groups.len())
                .filter(|p| !cast.groups[*p].is_empty() && cast.parent(*p).is_none())
                .collect()
        };
        let is_table = |cast: &Self, p: usize| {
            cast.prop(p).is_some_and(|prop| {
                prop.class == Class::Table
                    && prop.height > 0.5
                    && ["table", "desk", "counter", "workbench"]
                        .iter()
                        .any(|word| prop.noun.contains(word))
                    && cast.groups[p].len() == 1
            })
        };
        let Some(table) = roots(self).into_iter().find(|p| is_table(self, *p)) else {
            return;
        };
        for phrase in roots(self) {
            // Beside a table, a potted plant stands on it too.
            let beside = brief.relations.iter().any(|r| {
                r.kind == RelationKind::NextTo
                    && [(r.subject, r.object), (r.object, r.subject)].contains(&(phrase, table))
            });
            let small = self.is_small(phrase)
                || beside && self.is_potted(phrase)
                || self.place.has_wall() && self.is_desktop(phrase);
            // "toys on the floor, stars on the wall": not on the table.
            let elsewhere = brief.relations.iter().any(|r| {
                let noun = brief.objects[r.object].noun.as_str();
                r.subject == phrase
                    && matches!(
                        r.kind,
                        RelationKind::On | RelationKind::In | RelationKind::Against
                    )
                    && (["floor", "ground", "carpet", "rug", "grass"].contains(&noun)
                        || noun.ends_with("wall"))
            });
            let placed = elsewhere
                || brief.objects[phrase].position.is_some()
                || brief.relations.iter().any(|r| {
                    let other = if r.subject == phrase {
                        r.object
                    } else {
                        r.subject
                    };
                    let aside = other == table && r.kind == RelationKind::NextTo;
                    (r.subject == phrase || r.object == phrase)
                        && !aside
                        && !self.is_small(other)
                        && matches!(
                            r.kind,
                            RelationKind::LeftOf
                                | RelationKind::RightOf
                                | RelationKind::Between
                                | RelationKind::NextTo
                                | RelationKind::Under
                                | RelationKind::Below
                                | RelationKind::InFrontOf
                                | RelationKind::Behind
                                | RelationKind::Above
                        )
                });
            if phrase != table && small && !placed {
                self.ties.push(Tie {
                    child: phrase,
                    parent: table,
                    hold: Hold::On,
                });
            }
        }
    }

    /// Free candles belong on the only cake.
    fn light_cake(&mut self, brief: &Brief) {
        let noun = |cast: &Self, p: usize| {
            cast.prop(p)
                .map(|prop| prop.noun.clone())
                .unwrap_or_default()
        };
        let cakes: Vec<usize> = (0..self.groups.len())
            .filter(|p| self.groups[*p].len() == 1 && noun(self, *p).ends_with("cake"))
            .collect();
        let [cake] = cakes[..] else { return };
        for phrase in 0..self.groups.len() {
            let free = !brief.relations.iter().any(|r| {
                r.subject == phrase && !matches!(r.kind, RelationKind::On | RelationKind::With)
            }) && brief.objects[phrase].position.is_none();
            let candle = noun(self, phrase).ends_with("candle") && self.parent(phrase).is_none();
            if candle && free {
                self.ties.push(Tie {
                    child: phrase,
                    parent: cake,
                    hold: Hold::On,
                });
            }
        }
    }

    /// A low table stands before the sofa, unless it is said to be elsewhere.
    fn furnish(&mut self, brief: &Brief) {
        let root = |cast: &Self, fits: &dyn Fn(&Prop) -> bool| {
            (0..cast.groups.len()).find(|p| {
                cast.groups[*p].len() == 1
                    && cast.parent(*p).is_none()
                    && cast.prop(*p).is_some_and(fits)
            })
        };
        let sofa = root(self, &|p| matches!(p.noun.as_str(), "sofa" | "couch"));
        let table = root(self, &|p| p.noun == "coffee table");
        let (Some(sofa), Some(table)) = (sofa, table) else {
            return;
        };
        let placed = brief.objects[table].position.is_some()
            || brief.relations.iter().any(|r| {
                [(r.subject, r.object), (r.object, r.subject)].contains(&(table, sofa))
                    && r.kind != RelationKind::InFrontOf
            });
        if !placed {
            self.ties.push(Tie {
                child: table,
                parent: sofa,
                hold: Hold::Before,
            });
        }
    }

    /// Returns what carries a phrase in the end: the seat, the table, the mount, or itself.
    fn carrier(&self, phrase: usize) -> usize {
        let mut at = phrase;
        for _ in 0..self.ties.len() {
            match self.parent(at) {
                Some(tie)
                    if matches!(tie.hold, Hold::On | Hold::In | Hold::AtTable | Hold::Rides) =>
                {
                    at = tie.parent;
                }
                _ => break,
            }
        }
        at
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
}

/// Returns the side to which a phrase must look: true for the right.
fn wanted_facing(brief: &Brief, phrase: usize) -> Option<bool> {
    use plantain_read::Position;
    let side = |i: usize| match brief.objects[i].position {
        Some(Position::Left | Position::TopLeft | Position::BottomLeft) => Some(false),
        Some(Position::Right | Position::TopRight | Position::BottomRight) => Some(true),
        _ => None,
    };
    let says = |word: &str| brief.objects[phrase].attributes.iter().any(|a| a == word);
    if says("facing left") {
        return Some(false);
    }
    if says("facing right") {
        return Some(true);
    }
    brief.relations.iter().find_map(|r| match r.kind {
        RelationKind::Chasing if r.subject == phrase || r.object == phrase => {
            Some(side(r.object).unwrap_or(true))
        }
        RelationKind::LookingAt if r.subject == phrase => {
            Some(side(r.object).unwrap_or(r.object > phrase))
        }
        RelationKind::LeftOf if r.subject == phrase => Some(true),
        RelationKind::LeftOf if r.object == phrase => Some(false),
        RelationKind::RightOf if r.subject == phrase => Some(false),
        RelationKind::RightOf if r.object == phrase => Some(true),
        _ => None,
    })
}

/// Turns an actor so that it looks the given way.
fn face(actor: &mut Actor, right: bool) {
    actor.flip = match actor.prop.facing {
        Facing::Left => right,
        Facing::Right => !right,
        Facing::Front => false,
    };
}

impl Actor {
    /// Returns whether it looks to the right as it stands.
    pub fn looks_right(&self) -> bool {
        match self.prop.facing {
            Facing::Left => self.flip,
            Facing::Right => !self.flip,
            Facing::Front => false,
        }
    }
}
