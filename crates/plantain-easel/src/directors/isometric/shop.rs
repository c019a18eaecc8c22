//! A house or shop as an isometric model of its own, and the boards that carry the words of a model.

use plantain_scene::build::{rect, stack, text};
use plantain_scene::node::{FontRole, Node};
use plantain_scene::{Oklch, Rgba};

use super::{Block, Model, Part, SIDE, cottage, tree};
use crate::stage::cast::Actor;
use crate::stage::lexicon::Class;
use crate::stage::light::lighter;
use crate::stage::place::Place;
use crate::stage::rect::Rect;

/// Smallest size of words on a board, in logical units.
const WORDS_MIN: f32 = 12.0;

/// Words that stand upright in a model.
pub(super) struct Board {
    /// Indices into the brief's literals.
    pub words: Vec<usize>,
    pub area: Rect,
}

impl Model<'_> {
    /// Returns the only building of a cast, if it is a house or a shop and nothing but small things go with it.
    pub(super) fn only_house(&self) -> Option<usize> {
        let house = |a: &Actor| a.prop.class == Class::Building && a.prop.height > 3.0;
        let mut houses = (0..self.cast.actors.len()).filter(|i| house(&self.cast.actors[*i]));
        let first = houses.next().filter(|_| houses.next().is_none())?;
        const WALLED: &[&str] = &[
            "shop",
            "store",
            "cafe",
            "bakery",
            "restaurant",
            "bar",
            "pub",
            "salon",
            "florist",
            "pizzeria",
            "bookstore",
            "diner",
            "building",
            "pharmacy",
        ];
        let noun = self.cast.actors[first].prop.noun.as_str();
        let head = noun.rsplit(' ').next().unwrap_or(noun);
        (WALLED.contains(&head) || cottage::is_home(noun)).then_some(first)
    }

    /// A house with an awning, a door and windows on a corner of pavement.
    pub(super) fn house(&mut self, index: usize) {
        let cast = self.cast;
        let actor = &cast.actors[index];
        let base = Block {
            at: [0.0, 0.0, -0.5],
            size: [SIDE, SIDE, 0.5],
            color: Rgba::hex(0xc9ccd2),
        };
        let lawn = Block {
            at: [0.0, 0.0, 0.0],
            size: [SIDE, SIDE, 0.06],
            color: Rgba::hex(match cast.place {
                Place::Snow => 0xeff5fa,
                _ => 0x8cc271,
            }),
        };
        self.back = self.block(&base);
        self.back.extend(self.block(&lawn));
        let paving = Block {
            at: [0.8, 0.8, 0.06],
            size: [6.6, 6.6, 0.05],
            color: Rgba::hex(0xdedad2),
        };
        self.back.extend(self.block(&paving));
        let wall = actor.tint.unwrap_or_else(|| {
            Oklch::new(0.83, 0.075, *self.rng.pick(&[35.0, 70.0, 95.0, 200.0])).rgba()
        });
        let parts = if cottage::is_home(&actor.prop.noun) {
            self.cottage(actor, wall)
        } else {
            self.walls(wall)
        };
        self.add(&actor.id, 4.0, parts);
        for (x, y) in [(6.9, 1.0), (1.0, 6.9)] {
            let leaf = self.leaf();
            self.add("", x + y, tree([x, y, 0.1], 0.5, leaf));
        }
        let board = self.board_area(&actor.words, [3.4, 5.6, 3.65], 3.4);
        self.boards.extend(board);
        let others = cast.actors.iter().enumerate().filter(|(i, _)| *i != index);
        for (n, (_, other)) in others.enumerate().take(6) {
            let spots = [
                (3.0, 7.0),
                (7.0, 3.4),
                (6.2, 6.6),
                (1.8, 7.2),
                (7.2, 5.0),
                (4.6, 7.1),
            ];
            let (x, y) = spots[n % spots.len()];
            let high = (other.prop.height * 1.4).clamp(0.9, 2.8);
            self.draw_at(other, [x, y, 0.1], high);
        }
    }

    fn walls(&mut self, wall: Rgba) -> Vec<Part> {
        let (x, y, z) = (1.6, 1.6, 0.1);
        let (w, d, h) = (4.0, 4.0, 2.7);
        let glass = if self.night {
            Rgba::hex(0xffd67a)
        } else {
            Rgba::hex(0xbfe0f2)
        };
        let frame = Rgba::hex(0x5b4636);
        let mut parts = Vec::new();
        let mut block = |at: [f32; 3], size: [f32; 3], color: Rgba| {
            parts.push(Part::Block(Block { at, size, color }));
        };
        block([x, y, z], [w, d, h], wall);
        block(
            [x - 0.12, y - 0.12, z + h],
            [w + 0.24, d + 0.24, 0.2],
            lighter(wall, -0.12),
        );
        // The near left side: a door and a shop window; the near right side: two windows.
        let thin = 0.02;
        block([x + 0.35, y + d, z], [0.95, thin, 1.6], frame);
        block([x + 0.45, y + d, z + 0.75], [0.75, thin * 2.0, 0.7], glass);
        block([x + 1.6, y + d, z + 0.45], [2.1, thin, 1.2], frame);
        block([x + 1.7, y + d, z + 0.53], [1.9, thin * 2.0, 1.04], glass);
        for off in [0.4, 2.2] {
            block([x + w, y + off, z + 0.6], [thin, 1.4, 1.1], frame);
            block(
                [x + w, y + off + 0.1, z + 0.68],
                [thin * 2.0, 1.2, 0.94],
                glass,
            );
        }
        let hue = self.rng.range(0.0, 360.0);
        let stripes = [Oklch::new(0.62, 0.17, hue).rgba(), Rgba::hex(0xfbf7ee)];
        let bands = 8;
        let band = (w - 0.1) / bands as f32;
        for i in 0..bands {
            parts.push(Part::Block(Block {
                at: [x + 0.05 + band * i as f32, y + d, z + 1.8],
                size: [band, 0.75, 0.16],
                color: stripes[i % 2],
            }));
        }
        parts
    }

    /// Returns the board for words whose foot is at a point of the model, at most so many steps wide.
    pub(super) fn board_area(&self, words: &[usize], foot: [f32; 3], wide: f32) -> Option<Board> {
        if words.is_empty() {
            return None;
        }
        let (x, y) = self.pt(foot);
        let letters = words
            .iter()
            .map(|i| self.brief.literals[*i].text.chars().count())
            .max()
            .unwrap_or(1) as f32;
        let w = (self.step * wide)
            .min(self.step * (1.0 + letters * 0.34))
            .max(self.step * 1.6);
        let line = (w * 1.55 / letters.max(5.0)).clamp(WORDS_MIN * 1.6, self.step * 1.1);
        let lines = (letters * line * 0.5 / w).ceil().max(1.0) * words.len() as f32;
        let h = line * (lines + 0.7);
        Some(Board {
            words: words.to_vec(),
            area: Rect::standing(x, y, w, h),
        })
    }

    /// Returns the nodes of a board: a plate with its words, one below the other.
    pub(super) fn board(&self, board: &Board) -> Vec<Node> {
        let r = board.area;
        let plate = Rgba::hex(if self.night { 0x1d2436 } else { 0x2f3b4c });
        let mut out = vec![
            rect()
                .bounds(r.x, r.y, r.w, r.h)
                .radius(r.h * 0.12)
                .fill(plate)
                .shadow(2.0, 8.0, Rgba::BLACK.faded(0.25)),
        ];
        let n = board.words.len() as f32;
        for (i, index) in board.words.iter().enumerate() {
            let literal = &self.brief.literals[*index];
            let slot = Rect::new(r.x, r.y + r.h * i as f32 / n, r.w, r.h / n).grown(-r.h * 0.06);
            let label = text(literal.text.clone())
                .font(FontRole::Heading)
                .size((slot.h * 0.6).max(WORDS_MIN))
                .shrink(WORDS_MIN)
                .weight(700)
                .color(Rgba::WHITE)
                .centered()
                .balance()
                .leading(1.1)
                .literal(true)
                .role("world-text")
                .fill_w();
            out.push(
                stack()
                    .bounds(slot.x, slot.y, slot.w, slot.h)
                    .center()
                    .child(label),
            );
        }
        out
    }
}
