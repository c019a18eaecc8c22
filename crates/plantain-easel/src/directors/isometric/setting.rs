//! What stands in an isometric room: furniture along the walls, things on it, people at it, and the rest on the free floor.

use super::furniture::{Kind, Shelf, furnishing};
use super::{Model, Part, SIDE};
use crate::stage::cast::{Actor, Hold};
use crate::stage::place::Place;
use crate::stage::prop::Art;
use crate::stage::rect::Rect;

/// Who serves behind a counter.
const SERVING: &[&str] = &[
    "barista",
    "bartender",
    "cashier",
    "clerk",
    "receptionist",
    "shopkeeper",
    "baker",
    "seller",
    "vendor",
    "librarian",
];

impl Model<'_> {
    /// Sets the prompt's things along the walls and on the floor, and a few more where there are none.
    pub(super) fn furnish(&mut self) {
        let mut shelf = Shelf::default();
        let mut loose: Vec<usize> = Vec::new();
        let cast = self.cast;
        let mut rug = false;
        for (index, actor) in cast.actors.iter().enumerate() {
            let noun = actor.prop.noun.as_str();
            if noun.contains("rug") || noun.contains("carpet") {
                rug = true;
                self.rug(&actor.id, actor.tint);
            } else if noun.contains("window") {
                continue;
            } else if let Some(kind) = furnishing(noun) {
                let home = self.place(kind, actor.tint, &actor.id, &mut shelf);
                self.homes.push((actor.phrase, home));
            } else {
                loose.push(index);
            }
        }
        let terrace = cast.place == Place::Terrace;
        if cast.actors.len() < 5 && self.homes.len() < 4 && !terrace {
            for noun in usual(cast.place) {
                let Some(kind) = furnishing(noun) else {
                    continue;
                };
                let given = self
                    .homes
                    .iter()
                    .any(|(phrase, home)| *phrase != usize::MAX && home.kind == kind);
                if !given {
                    let home = self.place(kind, None, "", &mut shelf);
                    self.homes.push((usize::MAX, home));
                }
            }
        }
        if !rug && !terrace {
            self.rug("", None);
        }
        // Who carries something stands there before what is carried.
        loose.sort_by_key(|i| matches!(self.hold(*i), Some((Hold::Held | Hold::Eaten, _))));
        for index in loose {
            self.settle(index);
        }
    }

    fn hold(&self, index: usize) -> Option<(Hold, usize)> {
        let tie = self.cast.parent(self.cast.actors[index].phrase)?;
        Some((tie.hold, tie.parent))
    }

    /// Puts one thing or person where it belongs.
    fn settle(&mut self, index: usize) {
        let cast = self.cast;
        let actor = &cast.actors[index];
        let near = if cast.place == Place::Terrace {
            1.4
        } else {
            1.0
        };
        let least = if actor.prop.class.is_animate() {
            0.95
        } else {
            0.5
        };
        let high = (actor.prop.height * 1.4).clamp(least, 2.8) * near;
        let turn = cast.groups[actor.phrase]
            .iter()
            .position(|i| *i == index)
            .unwrap_or(0);
        let (hold, parent) = self
            .hold(index)
            .map_or((None, None), |(h, p)| (Some(h), Some(p)));
        let carrier = self
            .stood
            .iter()
            .find(|(i, _, _)| Some(cast.actors[*i].phrase) == parent)
            .copied();
        if let (Some(Hold::Held | Hold::Eaten), Some((_, [x, y, z], tall))) = (hold, carrier) {
            let at = [x + 0.42, y - 0.12, z + tall * 0.38];
            self.draw_at(actor, at, high.min(tall * 0.36));
            return;
        }
        let near = parent.or_else(|| self.beside(actor.phrase));
        let own: Vec<super::Home> = self
            .homes
            .iter()
            .filter(|(phrase, _)| Some(*phrase) == near)
            .map(|(_, home)| *home)
            .collect();
        let counter = self
            .homes
            .iter()
            .map(|(_, home)| *home)
            .find(|home| home.kind == Kind::Counter);
        let serves = SERVING.contains(&actor.prop.noun.as_str());
        let screen = ["computer", "laptop", "monitor", "keyboard"]
            .iter()
            .any(|word| actor.prop.noun.ends_with(word));
        match (own.get(turn % own.len().max(1)), counter) {
            // A desk has its screen already.
            (Some(home), _) if screen && home.kind == Kind::Desk => {}
            (Some(home), _) if matches!(hold, Some(Hold::On | Hold::In)) => {
                self.draw_at(actor, home.top, high.min(1.5));
            }
            (Some(home), _) if hold == Some(Hold::Behind) => self.stand(index, home.behind, high),
            (Some(home), _) => self.stand(index, home.front, high),
            (None, Some(home)) if serves => self.stand(index, home.behind, high),
            _ => {
                let (x, y) = self.free_spot();
                self.stand(index, [x, y, 0.0], high.max(0.8));
            }
        }
    }

    /// Returns the phrase beside which a phrase is said to be.
    fn beside(&self, phrase: usize) -> Option<usize> {
        self.brief.relations.iter().find_map(|r| {
            let close = matches!(
                r.kind,
                plantain_read::RelationKind::NextTo
                    | plantain_read::RelationKind::InFrontOf
                    | plantain_read::RelationKind::On
                    | plantain_read::RelationKind::With
            );
            (close && r.subject == phrase).then_some(r.object)
        })
    }

    fn stand(&mut self, index: usize, at: [f32; 3], high: f32) {
        let cast = self.cast;
        self.taken.push((at[0], at[1], 0.5));
        self.stood.push((index, at, high));
        self.draw_at(&cast.actors[index], at, high);
    }

    /// Returns the spot on the floor that is farthest from everything that stands there, rather in the middle.
    fn free_spot(&self) -> (f32, f32) {
        let mut best = (0.0_f32, (SIDE * 0.6, SIDE * 0.6));
        for i in 0..8 {
            for j in 0..8 {
                let (x, y) = (1.6 + 0.76 * i as f32, 1.6 + 0.76 * j as f32);
                let air = self
                    .taken
                    .iter()
                    .map(|(tx, ty, r)| libm::sqrtf((x - tx) * (x - tx) + (y - ty) * (y - ty)) - r)
                    .fold(3.0_f32, f32::min);
                let off = libm::sqrtf((x - 4.8) * (x - 4.8) + (y - 4.8) * (y - 4.8));
                let score = air.min(1.8) - 0.16 * off;
                if score > best.0 {
                    best = (score, (x, y));
                }
            }
        }
        best.1
    }

    /// Draws an actor upright on a spot, so many steps high.
    pub(super) fn draw_at(&mut self, actor: &Actor, at: [f32; 3], high: f32) {
        // On what is drawn from the front, words stand on its upper half.
        let top = [at[0], at[1], at[2] + high * 0.5];
        let board = self.board_area(&actor.words, top, 2.6);
        self.boards.extend(board);
        let (x, y) = self.pt(at);
        let h = high * self.step;
        let r = Rect::standing(x, y, h * actor.prop.aspect, h);
        let part = match &actor.prop.art {
            Art::Set(name) => Part::Drawing(name.clone(), actor.tint, at, high),
            Art::Person(person) => Part::Figure(Box::new(person.draw(r, false)), r),
            Art::Robot(robot) => Part::Figure(Box::new(robot.draw(r)), r),
            Art::Mascot(mascot) => Part::Figure(Box::new(mascot.draw(r)), r),
            Art::Panel(panel) => Part::Figure(Box::new(panel.draw(r)), r),
            Art::StandIn => return,
        };
        self.add(&actor.id, at[0] + at[1] + 0.4 * at[2], vec![part]);
    }
}

/// Returns what a place has when the prompt names little.
fn usual(place: Place) -> &'static [&'static str] {
    match place {
        Place::Bedroom => &["bed", "nightstand", "wardrobe", "plant", "lamp"],
        Place::Kitchen => &["stove", "fridge", "cabinet", "table", "plant"],
        Place::Office => &["desk", "bookshelf", "sofa", "plant", "lamp"],
        Place::Cafe | Place::Shop => &[
            "counter",
            "bookshelf",
            "table",
            "chair",
            "chair",
            "plant",
            "lamp",
        ],
        Place::Library => &[
            "bookshelf",
            "shelf",
            "bookcase",
            "armchair",
            "coffee table",
            "lamp",
            "plant",
        ],
        Place::Bathroom => &["bathtub", "sink", "toilet", "plant"],
        _ => &["sofa", "bookshelf", "coffee table", "lamp", "plant"],
    }
}
