//! Kinds of ground: rugs on floors, banks of lakes, the strip of water before a bank.

use plantain_read::RelationKind;

use super::super::assembly::Piece;
use super::super::block::Block;
use super::super::lexicon::Class;
use super::super::place::Place;
use super::super::rect::Rect;
use super::{DEPTH_STEP, MARGIN, Solver, Stood};

/// Size of what floats behind those on a bank, as a share of theirs.
const AFLOAT: f32 = 0.72;
/// Depth of a rug on the floor as the eye sees it, as a share of its width.
const RUG_DEPTH: f32 = 0.3;

impl Solver<'_> {
    /// Parts rugs that lie on the floor of a furnished room from what stands there.
    pub(super) fn floor(&self, blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
        let rug = |block: &Block| {
            let [member] = block.members.as_slice() else {
                return false;
            };
            let prop = &self.cast.actors[member.root].prop;
            let noun = prop.noun.as_str();
            member.pieces.len() == 1
                && (noun.ends_with("rug") || noun.ends_with("carpet"))
                && self.position(block).is_none()
                && !self.is_lateral(block)
        };
        let rugs = blocks.iter().filter(|b| rug(b)).count();
        if !self.cast.place.has_wall() || rugs != 1 || blocks.len() == 1 {
            return (blocks, Vec::new());
        }
        blocks.into_iter().partition(|b| !rug(b))
    }

    /// Lays rugs under the middle of what stands.
    pub(super) fn spread_out(&self, rugs: &[Block], stood: &Stood) -> Vec<Piece> {
        let boxes = stood.pieces.iter().map(|p| p.rect);
        let Some(all) = boxes.reduce(|a, b| a.union(&b)) else {
            return Vec::new();
        };
        let pieces = rugs.iter().flat_map(|b| &b.members).flat_map(|m| &m.pieces);
        pieces
            .map(|piece| {
                let w = (all.w * 0.8).clamp(self.w * 0.4, self.w * 0.86);
                let h = (w * RUG_DEPTH).min(self.h * 0.24);
                let cx = all.cx().clamp(w / 2.0 + 4.0, self.w - w / 2.0 - 4.0);
                let bottom = (all.bottom() + h * 0.42).min(self.h - 6.0);
                Piece {
                    rect: Rect::standing(cx, bottom, w, h),
                    z: -30 * DEPTH_STEP,
                    shadow: None,
                    ..piece.clone()
                }
            })
            .collect()
    }

    /// Parts what is in or on the water from what stands on the bank before it.
    pub(super) fn afloat(&self, blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
        if self.cast.place != Place::Bank {
            return (blocks, Vec::new());
        }
        let wet = |block: &Block| {
            let class = block
                .members
                .first()
                .map(|m| self.cast.actors[m.root].prop.class);
            let said = block.phrases.iter().any(|p| {
                self.brief.relations.iter().any(|r| {
                    r.subject == *p
                        && matches!(r.kind, RelationKind::In | RelationKind::On)
                        && self.cast.scenery.iter().any(|s| s.phrase == r.object)
                })
            });
            said || matches!(class, Some(Class::Boat | Class::Swimmer))
        };
        let (dry, wet): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(|b| !wet(b));
        if dry.is_empty() {
            (wet, dry)
        } else {
            (dry, wet)
        }
    }

    /// Sets what floats into the strip of water between the far shore and the bank.
    pub(super) fn float(
        &self,
        blocks: &[Block],
        horizon: f32,
        near: f32,
        ashore: &[Piece],
    ) -> Vec<Piece> {
        if blocks.is_empty() {
            return Vec::new();
        }
        let run = self.h - horizon;
        let foot = horizon + run * super::super::backdrop::BANK * 0.78;
        // Beside those on the bank, where there is more room.
        let all = ashore.iter().map(|p| p.rect).reduce(|a, b| a.union(&b));
        let (m, w) = (MARGIN * self.w, self.w * (1.0 - 2.0 * MARGIN));
        let (left, right) = all.map_or((0.0, w), |r| (r.x - m, m + w - r.right()));
        let (x, w) = match (left.max(right) > 0.22 * self.w, left > right) {
            (true, true) if all.is_some() => (m, left),
            (true, false) if all.is_some() => (m + w - right, right),
            _ => (m, w),
        };
        let strip = Rect::new(x, foot - self.h * 0.26, w, self.h * 0.26);
        let stood = self.stand(blocks, strip, true);
        // What floats farther off is smaller than those on the bank.
        let k = if near > 0.0 {
            (AFLOAT * near / stood.scale.max(0.01)).min(1.0)
        } else {
            1.0
        };
        let (cx, base) = (strip.cx(), foot);
        stood
            .pieces
            .into_iter()
            .map(|p| Piece {
                rect: p.rect.shifted(-cx, -base).scaled(k).shifted(cx, base),
                shadow: p.shadow.map(|y| (y - base) * k + base),
                string: p
                    .string
                    .map(|(x, y)| ((x - cx) * k + cx, (y - base) * k + base)),
                z: p.z - 20 * DEPTH_STEP,
                ..p
            })
            .collect()
    }

    /// Parts what stands on the bank of a lake or river from what is on or in the water.
    pub(super) fn ashore(&self, blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
        if self.cast.place != Place::Lake {
            return (blocks, Vec::new());
        }
        blocks.into_iter().partition(|block| {
            let wet = block.phrases.iter().any(|p| {
                self.brief.relations.iter().any(|r| {
                    r.subject == *p
                        && matches!(r.kind, RelationKind::In | RelationKind::On)
                        && self.cast.scenery.iter().any(|s| s.phrase == r.object)
                })
            });
            let class = block
                .members
                .first()
                .map(|m| self.cast.actors[m.root].prop.class);
            wet || matches!(class, Some(Class::Boat | Class::Bird | Class::Swimmer))
        })
    }
}
