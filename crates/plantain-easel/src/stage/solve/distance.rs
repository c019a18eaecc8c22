//! The distance: what is far off stands at the horizon, small and behind all that is near.

use plantain_read::{Position, RelationKind};

use super::super::assembly::Piece;
use super::super::block::{Block, Laid};
use super::super::lexicon::Class;
use super::super::place::Place;
use super::super::rect::Rect;
use super::{DEPTH_STEP, Solver, Stood};

/// Size of what is far off, as a share of what it would be near by.
const FAR: f32 = 0.42;
/// Most of the canvas that it takes, as shares of height and width.
const MOST: (f32, f32) = (0.24, 0.42);
/// Least height of what is seen from afar, as a share of the canvas.
const LEAST: f32 = 0.1;
/// Height in metres from which a ship sails at sea and does not lie on a beach.
const SHIP: f32 = 4.0;

impl Solver<'_> {
    /// Parts what is near from what is far off: what is said to be in the background of open country, and ships off a beach.
    pub(super) fn distant(&self, blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
        let open = matches!(
            self.cast.place,
            Place::Field
                | Place::Farm
                | Place::Garden
                | Place::Park
                | Place::Hills
                | Place::Mountains
                | Place::Desert
                | Place::Snow
                | Place::Beach
                | Place::Sea
                | Place::Swell
                | Place::Moon
                | Place::Village
                | Place::Bank
                | Place::Lake
        );
        if !open {
            return (blocks, Vec::new());
        }
        let some = blocks.len() > 1;
        blocks.into_iter().partition(|b| {
            let back = some && self.position(b) == Some(Position::Background);
            !(back && !self.is_lateral(b) || self.is_at_sea(b))
        })
    }

    /// Returns whether a block swims or sails off the beach on which others are.
    fn is_at_sea(&self, block: &Block) -> bool {
        let [member] = block.members.as_slice() else {
            return false;
        };
        let prop = &self.cast.actors[member.root].prop;
        let sails = prop.class == Class::Boat && prop.height >= SHIP;
        let swims = prop.class == Class::Swimmer && prop.height > 0.6;
        let beside = self.brief.relations.iter().any(|r| {
            block.phrases.contains(&r.subject)
                && matches!(
                    r.kind,
                    RelationKind::On | RelationKind::NextTo | RelationKind::InFrontOf
                )
        });
        self.cast.place == Place::Beach && (sails || swims) && !beside
    }

    /// Sets what is far off at the horizon, where what is near leaves it to be seen.
    pub(super) fn recede(
        &self,
        far: &[Block],
        horizon: f32,
        scale: f32,
        near: &[Piece],
    ) -> Vec<Piece> {
        let mut stood = Stood::default();
        let mut taken: Vec<Rect> = near.iter().map(|p| p.rect).collect();
        for block in far {
            let laid = block.lay(1);
            let k = self.far_scale(&laid, scale);
            let b = laid.bounds.scaled(k);
            let wet = self.cast.place.has_water();
            let y = horizon + self.h * if wet { 0.036 } else { 0.012 };
            let cx = self.clearing(b, y, &taken);
            taken.push(b.shifted(cx, y));
            stood.put(laid, k, cx, y, -40 * DEPTH_STEP);
        }
        stood.pieces
    }

    fn far_scale(&self, laid: &Laid, scale: f32) -> f32 {
        let b = laid.bounds;
        let most = (MOST.0 * self.h / b.h.max(0.01)).min(MOST.1 * self.w / b.w.max(0.01));
        if scale > 0.0 {
            (scale * FAR).max(LEAST * self.h / b.h.max(0.01)).min(most)
        } else {
            most
        }
    }

    /// Returns the middle of the widest view of the horizon that a box of this size can have.
    fn clearing(&self, b: Rect, y: f32, taken: &[Rect]) -> f32 {
        const PLACES: usize = 17;
        let start = self.rng.fork("clearing").below(PLACES);
        let (from, to) = (0.06 * self.w + b.w / 2.0, 0.94 * self.w - b.w / 2.0);
        let mut best = (f32::MIN, self.w / 2.0);
        for i in 0..PLACES {
            let t = ((start + 5 * i) % PLACES) as f32 / (PLACES - 1) as f32;
            let cx = from + (to - from).max(0.0) * t;
            let own = Rect::around(cx, y - b.h / 2.0, b.w, b.h);
            let gap = taken
                .iter()
                .filter(|r| r.y < y && r.bottom() > own.y)
                .map(|r| (r.x - own.right()).max(own.x - r.right()))
                .fold(0.3 * self.w, f32::min);
            // Neither at the very edge nor in the dead middle.
            let taste = gap - 0.12 * (cx / self.w - 0.5).abs() * self.w;
            if taste > best.0 + 1e-3 {
                best = (taste, cx);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use crate::rng::Rng;
    use crate::stage::cast::Cast;
    use crate::stage::mend::mend;
    use crate::stage::solve::solve;

    #[test]
    fn what_is_far_stands_small_at_the_horizon() {
        for (prompt, far, near) in [
            (
                "a beach with two deck chairs and a sailboat",
                "sailboat",
                "deck chair",
            ),
            (
                "two horses in a meadow, a barn in the distance",
                "barn",
                "horse",
            ),
            (
                "a lighthouse far away, a girl on the beach",
                "lighthouse",
                "girl",
            ),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &Rng::new(1));
            let solved = solve(&brief, &cast, (1000.0, 1000.0), &Rng::new(1));
            let piece = |noun: &str| {
                solved
                    .pieces
                    .iter()
                    .find(|p| cast.actors[p.actor].prop.noun == noun)
                    .unwrap_or_else(|| panic!("{prompt}: no {noun}"))
            };
            let (far, near) = (piece(far), piece(near));
            let off = far.rect.bottom() - solved.ground.horizon;
            assert!((0.0..60.0).contains(&off), "{prompt}: {off}");
            assert!(
                far.z < near.z && far.rect.bottom() < near.rect.bottom(),
                "{prompt}"
            );
        }
    }
}
