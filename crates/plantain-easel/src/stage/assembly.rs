//! Assemblies: an actor with everything attached to it, in nominal units, its base at the origin.

mod bearers;
mod stands;
mod vessels;

pub(super) use stands::stack_up;

use plantain_scene::node::Half;

use super::cast::{Actor, Cast, Hold};
use super::lexicon::Class;
use super::prop::{Anchors, Art};
use super::rect::Rect;

/// One actor's place in an assembly.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub actor: usize,
    pub rect: Rect,
    /// Painted in ascending order.
    pub z: i32,
    pub half: Half,
    /// Where its contact shadow lies, if it stands on something.
    pub shadow: Option<f32>,
    /// End of a string that holds it.
    pub string: Option<(f32, f32)>,
    /// How far it leans, degrees clockwise around its middle.
    pub turn: f32,
}

/// An actor with everything attached to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Assembly {
    pub pieces: Vec<Piece>,
    pub root: usize,
}

/// How far an animal leans in its leap, in degrees.
const LEAP_TURN: f32 = 14.0;

/// Smallest scale at which a child still looks like itself beside its parent.
const KID_MIN: f32 = 0.3;

impl Assembly {
    /// Returns the smallest box around all pieces.
    pub fn bounds(&self) -> Rect {
        let mut pieces = self.pieces.iter();
        let first = pieces.next().map_or(Rect::default(), |p| p.rect);
        pieces.fold(first, |all, piece| all.union(&piece.rect))
    }

    /// Returns the box of the root actor.
    pub fn root_rect(&self) -> Rect {
        self.pieces
            .iter()
            .find(|p| p.actor == self.root)
            .map_or(Rect::default(), |p| p.rect)
    }

    /// Builds the assembly of an actor, children first. What carries nothing is as large as those of its group that do.
    pub fn of(cast: &Cast, actor: usize) -> Self {
        let mut own = Self::grown(cast, actor, 0);
        let phrase = cast.actors[actor].phrase;
        if own.pieces.len() == 1 && cast.ties.iter().any(|tie| tie.parent == phrase) {
            let group = &cast.groups[phrase];
            let loaded = group
                .iter()
                .filter(|other| **other != actor)
                .find_map(|other| {
                    let other = Self::grown(cast, *other, 0);
                    (other.pieces.len() > 1).then_some(other)
                });
            if let Some(loaded) = loaded {
                own.grow_root(loaded.growth(cast).max(1.0));
            }
        }
        own
    }

    /// Returns how much larger the root became for what it carries.
    fn growth(&self, cast: &Cast) -> f32 {
        let actor = &cast.actors[self.root];
        let (_, h) = actor.prop.nominal();
        self.root_rect().h / (h * actor.grade).max(0.01)
    }

    fn grown(cast: &Cast, index: usize, depth: usize) -> Self {
        let actor = &cast.actors[index];
        let (w, h) = actor.prop.nominal();
        let rect = Rect::standing(0.0, 0.0, w * actor.grade, h * actor.grade);
        let mut assembly = Self {
            root: index,
            pieces: vec![Piece {
                actor: index,
                rect,
                z: 0,
                half: Half::Whole,
                shadow: Some(0.0),
                string: None,
                turn: 0.0,
            }],
        };
        if depth > 6 {
            return assembly;
        }
        // Everything that is attached in one way is attached together, so that it shares the room there is.
        let mut holds: Vec<(Hold, Vec<Self>)> = Vec::new();
        for tie in cast.ties.iter().filter(|tie| tie.parent == actor.phrase) {
            let kids = share(cast, tie.child, tie.parent, index)
                .into_iter()
                .map(|kid| Self::grown(cast, kid, depth + 1));
            match holds.iter_mut().find(|(hold, _)| *hold == tie.hold) {
                Some((_, list)) => list.extend(kids),
                None => holds.push((tie.hold, kids.collect())),
            }
        }
        holds.retain(|(_, kids)| !kids.is_empty());
        for (_, kids) in &mut holds {
            part(cast, kids);
        }
        for (hold, kids) in holds {
            assembly.attach(actor, hold, kids, cast);
        }
        let person = matches!(actor.prop.art, Art::Person(_));
        if depth == 0
            && cast.leaping.contains(&actor.phrase)
            && actor.prop.class.is_animate()
            && !person
        {
            assembly.leap(if actor.looks_right() { 1.0 } else { -1.0 });
        }
        assembly
    }

    /// Lifts an animal in the middle of its leap, head first; its shadow stays on the ground.
    fn leap(&mut self, side: f32) {
        let by = 0.42 * self.root_rect().h;
        for piece in &mut self.pieces {
            piece.rect = piece.rect.shifted(0.0, -by);
            if piece.actor == self.root {
                piece.turn = -LEAP_TURN * side;
            }
        }
    }

    /// Scales about the origin.
    pub fn scale(&mut self, k: f32) {
        for piece in &mut self.pieces {
            piece.rect = piece.rect.scaled(k);
            piece.shadow = piece.shadow.map(|y| y * k);
            piece.string = piece.string.map(|(x, y)| (x * k, y * k));
        }
    }

    /// Moves the assembly; `z` is added to the order of its pieces.
    pub fn shift(&mut self, dx: f32, dy: f32, z: i32) {
        for piece in &mut self.pieces {
            piece.rect = piece.rect.shifted(dx, dy);
            piece.shadow = piece.shadow.map(|y| y + dy);
            piece.string = piece.string.map(|(x, y)| (x + dx, y + dy));
            piece.z += z;
        }
    }

    /// Makes the root larger without touching what hangs on it yet.
    fn grow_root(&mut self, k: f32) {
        if self.pieces.len() == 1 {
            self.scale(k);
        }
    }

    /// Raises everything off the ground.
    pub fn lift(&mut self, by: f32) {
        self.shift(0.0, -by, 0);
        for piece in &mut self.pieces {
            piece.shadow = None;
        }
    }

    fn unshadow(&mut self) {
        let root = self.root;
        for piece in self.pieces.iter_mut().filter(|p| p.actor == root) {
            piece.shadow = None;
        }
    }

    /// Scales to at most the given size and sets the root's base at `(x, y)`.
    fn fit(&mut self, w: f32, h: f32) {
        let b = self.bounds();
        let k = (w / b.w.max(0.01)).min(h / b.h.max(0.01)).min(1.0);
        self.scale(k);
    }

    fn stand(&mut self, x: f32, y: f32, z: i32) {
        let b = self.bounds();
        self.shift(x - b.cx(), y - self.root_rect().bottom(), z);
    }

    fn attach(&mut self, parent: &Actor, hold: Hold, kids: Vec<Self>, cast: &Cast) {
        let anchors = anchors(parent);
        match hold {
            Hold::On => self.put_on(parent, &anchors, kids, cast),
            Hold::In if parent.prop.is_container() || matches!(parent.prop.class, Class::Boat) => {
                self.put_in(parent, &anchors, kids, cast);
            }
            Hold::In if bears_fruit(parent, &kids, cast) => self.put_in_crown(kids),
            Hold::In
                if matches!(
                    parent.prop.class,
                    Class::Vehicle | Class::Building | Class::Tree
                ) =>
            {
                self.put_behind_sill(&anchors, kids);
            }
            Hold::In => self.put_on(parent, &anchors, kids, cast),
            Hold::Hung if parent.prop.class == Class::Seat => self.put_over_back(kids),
            Hold::Hung => self.put_hanging(&anchors, kids, cast),
            Hold::Above => self.put_above(kids, cast),
            Hold::Under => self.put_under(parent, &anchors, kids, cast),
            Hold::Before => self.put_before(parent, kids, cast),
            Hold::Behind => self.put_behind(parent, kids, cast),
            Hold::Around => self.put_around(parent, kids, cast),
            Hold::AtTable => self.put_at_table(parent, kids, cast),
            Hold::Held => self.put_in_hand(parent, &anchors, kids, cast),
            Hold::Printed => self.put_print(&anchors, kids),
            Hold::Clasped => self.put_hand_in_hand(&anchors, kids, cast),
            Hold::Worn(slot) => self.put_on_body(&anchors, slot, kids, cast),
            Hold::Rides => self.put_on_back(parent, &anchors, kids, cast),
            Hold::Eaten => self.put_to_mouth(&anchors, kids),
        }
    }
}

/// Returns whether a thing has a counter under a roof, on which it shows what is sold.
pub(super) fn is_stall(noun: &str) -> bool {
    const SELLS: &[&str] = &[
        "market",
        "fruit",
        "food",
        "vegetable",
        "flower",
        "lemonade",
        "ice cream",
    ];
    let stand = noun
        .strip_suffix(" stand")
        .is_some_and(|before| SELLS.contains(&before));
    stand
        || ["stall", "booth", "kiosk"]
            .iter()
            .any(|word| noun.ends_with(word))
}

/// Returns an actor's anchors as it stands, mirrored or not.
pub fn anchors(actor: &Actor) -> Anchors {
    if actor.flip {
        actor.prop.anchors.mirrored()
    } else {
        actor.prop.anchors
    }
}

/// Returns the part of a child phrase's actors that belongs to one parent actor: as even as can be.
fn share(cast: &Cast, child: usize, parent: usize, index: usize) -> Vec<usize> {
    let (kids, parents) = (&cast.groups[child], &cast.groups[parent]);
    let Some(at) = parents.iter().position(|p| *p == index) else {
        return Vec::new();
    };
    // On a stack or a pile, things lie on the topmost.
    if cast.stacked.contains(&parent) {
        return if at + 1 == parents.len() {
            kids.clone()
        } else {
            Vec::new()
        };
    }
    kids.iter()
        .enumerate()
        .filter(|(i, _)| i * parents.len() / kids.len().max(1) == at)
        .map(|(_, kid)| *kid)
        .collect()
}

/// Moves what stands between others into their middle.
fn part(cast: &Cast, kids: &mut Vec<Assembly>) {
    for (middle, sides) in &cast.between {
        let phrase = |kid: &Assembly| cast.actors[kid.root].phrase;
        let others: Vec<usize> = (0..kids.len())
            .filter(|i| {
                cast.between
                    .iter()
                    .any(|(m, o)| m == middle && *o == phrase(&kids[*i]))
            })
            .collect();
        let Some(own) = kids.iter().position(|kid| phrase(kid) == *middle) else {
            continue;
        };
        if others.len() < 2 || !kids.iter().any(|kid| phrase(kid) == *sides) {
            continue;
        }
        let kid = kids.remove(own);
        let after = others[(others.len() - 1) / 2];
        let at = if after > own { after } else { after + 1 };
        kids.insert(at.min(kids.len()), kid);
    }
}

/// Returns whether it is fruit or the like that is in a tree.
fn bears_fruit(parent: &Actor, kids: &[Assembly], cast: &Cast) -> bool {
    parent.prop.class == Class::Tree
        && kids
            .iter()
            .all(|kid| cast.actors[kid.root].prop.class == Class::Food)
}
