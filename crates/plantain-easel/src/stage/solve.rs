//! The solver: where everything stands on the canvas, and where the horizon is.
//!
//! Assemblies are nominal; here they are grouped into blocks, blocks into lines by depth, and lines are scaled to fill
//! the canvas with air around them. Sky, wall and deep water have zones of their own.

mod cells;
mod distance;
mod ground;
mod hang;
mod lines;
mod order;
mod sides;
mod zones;

use plantain_read::{Brief, RelationKind};

use super::assembly::Piece;
use super::block::Laid;
use super::cast::Cast;
use super::lexicon::Class;
use super::place::{Ground, Place};
use super::rect::Rect;
use crate::rng::Rng;

/// Margin to the edges of the canvas, as a share of its sides.
const MARGIN: f32 = 0.06;
/// How far below the horizon the far bank of a lake lies, as a share of the ground.
const BANK: f32 = 0.1;
/// Share of the width that those on a bank take when something floats behind them.
const BESIDE: f32 = 0.6;
/// Where what stands at the wall has its foot, from the top, and how far before the wall that is, as shares of the height.
const WALL_FOOT: f32 = 0.8;
const WALL_GAP: f32 = 0.012;
/// Steps of the order of paint from one line of things to the next: more than the rows of one line take.
const DEPTH_STEP: i32 = 40_000;
/// Smallest side of a thing, in logical units.
pub const SIDE_MIN: f32 = 24.0;

/// A solved scene.
#[derive(Debug, Clone)]
pub struct Solved {
    pub ground: Ground,
    /// In canvas coordinates, in paint order.
    pub pieces: Vec<Piece>,
}

/// Where a block belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Zone {
    Ground,
    Air,
    Wall,
    Deep,
}

/// Solves a cast on a canvas of `w` by `h`.
pub fn solve(brief: &Brief, cast: &Cast, (w, h): (f32, f32), rng: &Rng) -> Solved {
    Solver {
        brief,
        cast,
        w,
        h,
        rng,
    }
    .run()
}

struct Solver<'a> {
    brief: &'a Brief,
    cast: &'a Cast,
    w: f32,
    h: f32,
    rng: &'a Rng,
}

/// Blocks with the scale at which they are drawn.
struct Line {
    blocks: Vec<Laid>,
    /// Nearer lines come first.
    depth: usize,
}

impl Solver<'_> {
    fn run(&self) -> Solved {
        if let Some(page) = self.on_page() {
            return page;
        }
        let [ground, air, wall, deep] = self.zoned();
        let place = self.cast.place;
        if matches!(place, Place::Pitch | Place::Tiled) {
            return self.seen_from_above(&ground, &air);
        }
        let mut pieces = Vec::new();
        // Who speaks needs room for the balloon over the head.
        let speaks = self
            .cast
            .actors
            .iter()
            .any(|a| a.spoken && a.prop.class.is_animate() && !a.words.is_empty());
        let upper = !air.is_empty() || !wall.is_empty() || speaks;
        let walled = self.is_at_wall(&ground);
        let mut frame = self.frame(upper, !deep.is_empty());
        if walled {
            frame.h = frame.h.min(WALL_FOOT * self.h - frame.y);
        }
        let level = if place.floats() || place == Place::SeaCut {
            0.0
        } else {
            self.rng.fork("level").range(-0.05, 0.035)
        };
        let mut horizon = (place.horizon() + level) * self.h;
        let mut top = frame.bottom();
        let mut scale = 0.0;
        let (ground, rugs) = self.floor(ground);
        let (ground, far) = self.distant(ground);
        let (ground, afloat) = self.afloat(ground);
        let (ground, ashore) = self.ashore(ground);
        if !ashore.is_empty() {
            // Beyond the water, or before it when nothing swims.
            horizon = horizon.max(self.h * 0.4).min(self.h * 0.48);
            let bank = horizon + BANK * (self.h - horizon);
            let shore = Rect::new(frame.x, frame.y, frame.w, bank - frame.y);
            let stood = self.stand(&ashore, shore, upper || !ground.is_empty());
            (scale, top) = (stood.scale, stood.top);
            pieces.extend(stood.pieces.into_iter().map(|p| Piece {
                z: p.z - 20 * DEPTH_STEP,
                ..p
            }));
        }
        if !ground.is_empty() && !ashore.is_empty() {
            let y = horizon + (self.h - horizon) * (BANK + 0.1);
            let water = Rect::new(frame.x, y, frame.w, self.h * 0.9 - y);
            let stood = self.stand(&ground, water, upper);
            pieces.extend(stood.pieces);
        } else if !ground.is_empty() {
            let frame = self.bank(frame, !afloat.is_empty());
            let mut stood = self.stand(&ground, frame, upper);
            stood.base = self.laid_out(&stood);
            horizon = match walled {
                true => stood.base - WALL_GAP * self.h,
                false => self.horizon(horizon, &stood),
            };
            scale = stood.scale;
            top = stood.top;
            pieces.extend(self.spread_out(&rugs, &stood));
            pieces.extend(stood.pieces);
        }
        pieces.extend(self.float(&afloat, horizon, scale, &pieces));
        pieces.extend(self.recede(&far, horizon, scale, &pieces));
        let sky = self.sky(top, ground.is_empty());
        pieces.extend(self.hang(&air, sky, scale, true, &pieces));
        pieces.extend(self.hang(&wall, sky, scale, false, &pieces));
        if !deep.is_empty() {
            let y = horizon + self.h * 0.05;
            let below = Rect::new(sky.x, y, sky.w, self.h - y - MARGIN * self.h);
            pieces.extend(self.hang(&deep, below, scale, true, &pieces));
        }
        self.tie_together(&mut pieces);
        self.hold_sides(&mut pieces);
        pieces.sort_by_key(|p| p.z);
        Solved {
            ground: Ground {
                w: self.w,
                h: self.h,
                horizon,
            },
            pieces,
        }
    }

    /// Returns the farthest line that things on the ground take: of what lies flat, its far edge.
    fn laid_out(&self, stood: &Stood) -> f32 {
        // Before water the shore tells where the ground ends.
        if self.cast.place != Place::Table {
            return stood.base;
        }
        let flat = stood.pieces.iter().filter(|p| {
            let actor = &self.cast.actors[p.actor];
            actor.prop.class == Class::Flat && self.cast.parent(actor.phrase).is_none()
        });
        flat.map(|p| p.rect.y).fold(stood.base, f32::min)
    }

    /// Returns the frame of those on a bank: they leave a part of the water to be seen where something floats.
    fn bank(&self, frame: Rect, beside: bool) -> Rect {
        let side = self.rng.fork("bank").chance(0.5);
        let wide = frame.w * BESIDE;
        match (beside, side) {
            (false, _) => frame,
            (_, true) => Rect::new(frame.x, frame.y, wide, frame.h),
            _ => Rect::new(frame.right() - wide, frame.y, wide, frame.h),
        }
    }

    /// Returns where things hang in the air: above all that stands, or in the whole sky if nothing does.
    fn sky(&self, top: f32, bare: bool) -> Rect {
        let m = MARGIN * self.h;
        let sky = Rect::new(
            MARGIN * self.w,
            m,
            self.w * (1.0 - 2.0 * MARGIN),
            (top - 1.6 * m).max(self.h * 0.16),
        );
        if bare {
            Rect::new(
                sky.x,
                m * 1.4,
                sky.w,
                self.h
                    * (if matches!(self.cast.place, Place::Sky | Place::Studio) {
                        0.78
                    } else {
                        self.cast.place.horizon().max(0.5) * 0.9
                    }),
            )
        } else {
            sky
        }
    }

    /// Returns the part of the canvas that things on the ground may fill.
    fn frame(&self, upper: bool, deep: bool) -> Rect {
        let top = if upper { 0.36 } else { 0.12 };
        let bottom = match self.cast.place {
            _ if deep => self.cast.place.horizon() + 0.015,
            Place::Studio => 0.86,
            Place::Underwater => 0.955,
            Place::Pitch => 0.94,
            _ => 0.91,
        };
        let top = if deep { 0.08 } else { top };
        Rect::new(
            MARGIN * self.w,
            top * self.h,
            self.w * (1.0 - 2.0 * MARGIN),
            (bottom - top) * self.h,
        )
    }

    /// Raises the horizon so that everything stands on the ground.
    fn horizon(&self, usual: f32, stood: &Stood) -> f32 {
        if self.cast.place.floats() || matches!(self.cast.place, Place::Pitch | Place::SeaCut) {
            return usual;
        }
        let far = if self.cast.place == Place::ParkingLot {
            0.1
        } else {
            0.045
        };
        let clear = stood.base - far * self.h;
        let clear = match self.cast.place {
            // Sand begins below the horizon; things stand on it.
            Place::Beach | Place::Bank => {
                let s = if self.cast.place == Place::Bank {
                    super::backdrop::BANK
                } else {
                    super::backdrop::SHORE
                };
                (stood.base - 0.03 * self.h - s * self.h) / (1.0 - s)
            }
            Place::Lake => stood.base - 0.14 * self.h,
            _ => clear,
        };
        usual.min(clear).max(0.16 * self.h)
    }
}

/// Returns whether a relation puts this phrase beside another one that stands free.
pub fn lateral(brief: &Brief, cast: &Cast, phrase: usize) -> bool {
    let free = |p: usize| cast.prop(p).is_some() && cast.parent(p).is_none();
    brief.relations.iter().any(|r| {
        (r.subject == phrase || r.object == phrase)
            && r.subject != r.object
            && free(r.subject)
            && free(r.object)
            && matches!(
                r.kind,
                RelationKind::LeftOf
                    | RelationKind::RightOf
                    | RelationKind::NextTo
                    | RelationKind::Between
                    | RelationKind::Chasing
            )
    })
}

/// Things set down on the canvas.
#[derive(Debug, Clone, Default)]
struct Stood {
    pieces: Vec<Piece>,
    scale: f32,
    /// Highest point of all.
    top: f32,
    /// Farthest base line.
    base: f32,
}

impl Stood {
    /// Puts a block with its middle at a point.
    fn put_centred(&mut self, laid: Laid, k: f32, (cx, cy): (f32, f32), z: i32) {
        let b = laid.bounds.scaled(k);
        self.put(laid, k, cx, cy - b.y - b.h / 2.0, z);
    }

    fn put(&mut self, laid: Laid, k: f32, cx: f32, y: f32, z: i32) {
        for member in laid.members {
            let foot = member.root_rect().bottom();
            for piece in member.pieces {
                let rect = piece.rect.scaled(k).shifted(cx, y);
                let lift = |p: (f32, f32)| (p.0 * k + cx, p.1 * k + y);
                self.top = if self.pieces.is_empty() {
                    rect.y
                } else {
                    self.top.min(rect.y)
                };
                self.pieces.push(Piece {
                    rect,
                    z: z + piece.z,
                    shadow: piece.shadow.map(|s| s * k + y),
                    string: piece.string.map(lift),
                    ..piece
                });
            }
            let base = foot * k + y;
            self.base = if self.base == 0.0 {
                base
            } else {
                self.base.min(base)
            };
        }
    }
}

fn line_height(line: &[Laid]) -> f32 {
    line.iter().map(|b| b.bounds.h).fold(0.01, f32::max)
}
