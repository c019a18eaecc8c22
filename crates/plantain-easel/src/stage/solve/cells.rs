//! Pages: things that are told by their corners of the picture, each in a cell of its own.

use plantain_read::Position;

use super::super::assembly::Piece;
use super::super::block::{Block, Laid};
use super::super::cast::flies;
use super::super::mend::{is_flat_lay, is_grid};
use super::super::place::{Ground, Place};
use super::{DEPTH_STEP, Solved, Solver, Stood};

/// Most things that stand in cells of the page.
const MOST: usize = 9;
/// Middles of the three columns and rows, as shares of the canvas.
const MIDDLES: [f32; 3] = [0.22, 0.5, 0.78];
/// Lines on which things of the far, middle and near row stand on a ground.
const FEET: [f32; 3] = [0.46, 0.68, 0.92];
/// Largest width and height of what is in a cell, as shares of the canvas.
const CELL: f32 = 0.3;
/// The same of what alone is in the middle.
const MIDDLE: f32 = 0.36;
/// How much larger than the smallest fit allows anything may be.
const SPREAD: f32 = 2.4;
/// Where the horizon is at most, so that what is far stands on the ground.
const HORIZON: f32 = 0.42;

/// Returns the column and row of a cell.
fn cell(position: Option<Position>) -> (usize, usize) {
    match position {
        Some(Position::TopLeft) => (0, 0),
        Some(Position::Top) => (1, 0),
        Some(Position::TopRight) => (2, 0),
        Some(Position::Left) => (0, 1),
        Some(Position::Right) => (2, 1),
        Some(Position::BottomLeft) => (0, 2),
        Some(Position::Bottom) => (1, 2),
        Some(Position::BottomRight) => (2, 2),
        _ => (1, 1),
    }
}

fn is_corner(position: Option<Position>) -> bool {
    let (column, row) = cell(position);
    column != 1 && row != 1
}

impl Solver<'_> {
    /// Sets everything into the cells of the page, where the prompt tells corners of it; none where things stand otherwise.
    pub(super) fn on_page(&self) -> Option<Solved> {
        let place = self.cast.place;
        if place.has_wall() || matches!(place, Place::Pitch | Place::Tiled) {
            return None;
        }
        let blocks = self.blocks();
        let flat = place == Place::Table && is_flat_lay(self.brief);
        if blocks.len() > 1 && blocks.len() <= 2 * MOST && (flat || is_grid(self.brief)) {
            return Some(self.laid_out_flat(&blocks, flat));
        }
        let at = |b: &Block| cell(self.position(b));
        let taken = |b: &Block| blocks.iter().filter(|o| at(o) == at(b)).count();
        if blocks.len() > MOST || blocks.len() < 2 || blocks.iter().any(|b| taken(b) > 1) {
            return None;
        }
        let corners = blocks
            .iter()
            .filter(|b| is_corner(self.position(b)))
            .count();
        let plain = place.floats() || place == Place::Studio;
        let grounded = |b: &&Block| {
            let actor = &self.cast.actors[b.members[0].root];
            at(b).1 == 0 && !flies(actor, self.brief)
        };
        let told = corners > 2 || corners > 0 && (plain || blocks.iter().any(|b| grounded(&b)));
        told.then(|| self.set_in_cells(&blocks, plain))
    }

    /// Lays everything side by side in rows over the whole canvas, as seen from above.
    fn laid_out_flat(&self, blocks: &[Block], flat: bool) -> Solved {
        let n = blocks.len();
        let columns = (n as f32).sqrt().ceil() as usize;
        let rows = n.div_ceil(columns);
        let (cw, ch) = (self.w * 0.9 / columns as f32, self.h * 0.9 / rows as f32);
        let laid: Vec<Laid> = blocks
            .iter()
            .map(|b| b.lay(((b.members.len() as f32).sqrt().round() as usize).max(1)))
            .collect();
        let fit =
            |b: &Laid| (cw * 0.78 / b.bounds.w.max(0.01)).min(ch * 0.78 / b.bounds.h.max(0.01));
        let least = laid.iter().map(fit).fold(f32::MAX, f32::min);
        let mut stood = Stood::default();
        for (i, block) in laid.into_iter().enumerate() {
            let row = i / columns;
            let own = columns.min(n - row * columns);
            let (column, left) = (i % columns, (self.w - cw * own as f32) / 2.0);
            let k = if flat {
                fit(&block).min(SPREAD * least)
            } else {
                fit(&block)
            };
            let at = (
                left + cw * (column as f32 + 0.5),
                self.h * 0.05 + ch * (row as f32 + 0.5),
            );
            stood.put_centred(block, k, at, DEPTH_STEP * row as i32);
        }
        for piece in &mut stood.pieces {
            piece.shadow = None;
        }
        let horizon = if flat {
            0.0
        } else {
            self.cast.place.horizon() * self.h
        };
        self.grounded(horizon, stood.pieces)
    }

    /// What was placed, on a ground of the size of the canvas.
    fn grounded(&self, horizon: f32, pieces: Vec<Piece>) -> Solved {
        let ground = Ground {
            w: self.w,
            h: self.h,
            horizon,
        };
        Solved { ground, pieces }
    }

    fn set_in_cells(&self, blocks: &[Block], plain: bool) -> Solved {
        let laid: Vec<((usize, usize), Laid)> = blocks
            .iter()
            .map(|b| {
                let rows = (b.members.len() as f32).sqrt().round() as usize;
                (cell(self.position(b)), b.lay(rows.max(1)))
            })
            .collect();
        let fit = |(at, b): &((usize, usize), Laid)| {
            let share = if *at == (1, 1) { MIDDLE } else { CELL };
            (self.w * share / b.bounds.w.max(0.01)).min(self.h * share / b.bounds.h.max(0.01))
        };
        let least = laid.iter().map(fit).fold(f32::MAX, f32::min);
        let usual = self.cast.place.horizon() * self.h;
        let horizon = if plain {
            usual
        } else {
            usual.min(HORIZON * self.h)
        };
        let mut stood = Stood::default();
        for (at, block) in laid.into_iter().map(|l| (l.0, l)) {
            let k = fit(&block).min(SPREAD * least);
            let (column, row) = at;
            let x = MIDDLES[column] * self.w;
            let z = DEPTH_STEP * row as i32;
            let actor = &self.cast.actors[block.1.members[0].root];
            if plain || row == 0 && flies(actor, self.brief) {
                stood.put_centred(block.1, k, (x, MIDDLES[row] * self.h), z);
            } else {
                stood.put(block.1, k, x, FEET[row] * self.h, z);
            }
        }
        // On a page nothing stands on a ground.
        for piece in stood.pieces.iter_mut().filter(|_| plain) {
            piece.shadow = None;
        }
        self.hold_sides(&mut stood.pieces);
        stood.pieces.sort_by_key(|p| p.z);
        self.grounded(horizon, stood.pieces)
    }
}

#[cfg(test)]
mod tests {
    use crate::rng::Rng;
    use crate::stage::cast::Cast;
    use crate::stage::mend::mend;
    use crate::stage::solve::solve;

    #[test]
    fn corners_hold_what_is_told_there() {
        for (prompt, noun, left, top) in [
            (
                "a lighthouse in the top right corner and a rowing boat in the bottom left corner",
                "lighthouse",
                false,
                true,
            ),
            (
                "a lighthouse in the top right corner and a rowing boat in the bottom left corner",
                "rowboat",
                true,
                false,
            ),
            (
                "a cat in the top left corner, a dog in the bottom right corner",
                "cat",
                true,
                true,
            ),
            (
                "an anchor at the bottom, a key in the top right",
                "key",
                false,
                true,
            ),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &Rng::new(1));
            let solved = solve(&brief, &cast, (1000.0, 1000.0), &Rng::new(1));
            let piece = solved
                .pieces
                .iter()
                .find(|p| cast.actors[p.actor].prop.noun == noun)
                .unwrap_or_else(|| panic!("{prompt}: no {noun}"));
            let r = piece.rect;
            assert_eq!(
                (r.cx() < 400.0, r.cy() < 400.0),
                (left, top),
                "{prompt}: {r:?}"
            );
        }
    }
}
