//! Kinds of ground: rugs on floors, banks of lakes, the strip of water before a bank.

use plantain_read::RelationKind;

use super::super::assembly::Piece;
use super::super::block::Block;
use super::super::cast::drifts;
use super::super::lexicon::Class;
use super::super::place::Place;
use super::super::prop::Art;
use super::super::rect::Rect;
use super::{DEPTH_STEP, MARGIN, Solver, Stood};

/// Size of what floats behind those on a bank, as a share of theirs.
const AFLOAT: f32 = 0.72;
/// Depth of a rug on the floor as the eye sees it, as a share of its width.
const RUG_DEPTH: f32 = 0.3;

impl Solver<'_> {
    /// Parts rugs that lie on the floor of a furnished room, and what is spread out anywhere under someone who is too large
    /// for it, from what stands there.
    pub(super) fn floor(&self, blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
        let rug = |block: &Block| {
            let [member] = block.members.as_slice() else {
                return false;
            };
            let prop = &self.cast.actors[member.root].prop;
            let noun = prop.noun.as_str();
            let walked = self
                .brief
                .relations
                .iter()
                .any(|r| r.kind == RelationKind::On && block.phrases.contains(&r.object));
            let spread = ["blanket", "mat", "towel", "quilt"]
                .iter()
                .any(|w| noun.ends_with(w));
            member.pieces.len() == 1
                && (noun.ends_with("rug") || noun.ends_with("carpet") || spread && walked)
                && (walked || self.cast.place.has_wall())
                && self.position(block).is_none()
                && !self.is_lateral(block)
        };
        let rugs = blocks.iter().filter(|b| rug(b)).count();
        if rugs != 1 || blocks.len() == 1 {
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
                let prop = &self.cast.actors[piece.actor].prop;
                // What is drawn as seen from nearer takes more room in depth.
                let drawn = match prop.art {
                    Art::Set(_) => 1.0 / prop.aspect.max(0.1),
                    _ => RUG_DEPTH,
                };
                let w = (all.w * if self.cast.place.has_wall() { 0.8 } else { 1.2 })
                    .clamp(self.w * 0.4, self.w * 0.86);
                let h = (w * drawn).min(self.h * 0.24);
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
        if !matches!(self.cast.place, Place::Bank | Place::Beach) {
            return (blocks, Vec::new());
        }
        let beached = |phrase: usize| {
            self.brief.relations.iter().any(|r| {
                r.subject == phrase && matches!(r.kind, RelationKind::On | RelationKind::NextTo)
            })
        };
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
            if self.cast.place == Place::Beach {
                return class == Some(Class::Boat) && !block.phrases.iter().any(|p| beached(*p));
            }
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
        let water = if self.cast.place == Place::Beach {
            super::super::backdrop::SHORE * 0.55
        } else {
            super::super::backdrop::BANK * 0.78
        };
        let foot = horizon + run * water;
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
        if self.cast.place == Place::Ice {
            // Houses stand beside the ice, and everybody else on it.
            return blocks.into_iter().partition(|block| {
                let first = block.members.first();
                let class = first.map(|m| self.cast.actors[m.root].prop.class);
                !matches!(class, Some(Class::Building | Class::Tree))
            });
        }
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
            let lying = block
                .members
                .first()
                .map(|m| self.cast.actors[m.root].prop.noun.as_str());
            // A bridge stands in the water that it leads over.
            let spans = lying.is_some_and(|noun| noun.ends_with("bridge"))
                && block.phrases.iter().any(|p| {
                    let mut led = self.brief.relations.iter();
                    led.any(|r| (r.subject, r.kind) == (*p, RelationKind::Above))
                });
            wet || spans
                || lying.is_some_and(drifts)
                || matches!(class, Some(Class::Boat | Class::Bird | Class::Swimmer))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::rng::Rng;
    use crate::stage::cast::Cast;
    use crate::stage::mend::mend;
    use crate::stage::rect::Rect;
    use crate::stage::solve::solve;

    /// Returns the boxes of everything drawn for a noun, on a square of 1000.
    fn boxes(prompt: &str, nouns: [&str; 2]) -> [Vec<Rect>; 2] {
        let brief = mend(&plantain_read::read(prompt));
        let cast = Cast::new(&brief, &Rng::new(1));
        let solved = solve(&brief, &cast, (1000.0, 1000.0), &Rng::new(1));
        nouns.map(|noun| {
            let own =
                |p: &&crate::stage::assembly::Piece| cast.actors[p.actor].prop.noun.ends_with(noun);
            solved.pieces.iter().filter(own).map(|p| p.rect).collect()
        })
    }

    #[test]
    fn what_is_too_large_for_a_blanket_stands_over_it() {
        let [cow, blanket] = boxes("a cow on a checkered blanket", ["cow", "blanket"]);
        assert!(blanket[0].w > cow[0].w * 0.9, "{cow:?} {blanket:?}");
        assert!(
            (blanket[0].cx() - cow[0].cx()).abs() < 20.0,
            "{cow:?} {blanket:?}"
        );
    }

    #[test]
    fn a_clock_between_windows_hangs_in_their_row() {
        let [clock, windows] = boxes("the clock is between two windows", ["clock", "window"]);
        assert!(
            (clock[0].cy() - windows[0].cy()).abs() < 120.0,
            "{clock:?} {windows:?}"
        );
    }

    #[test]
    fn a_fence_is_as_long_as_those_behind_it() {
        let [sheep, fence] = boxes("four sheep behind a fence", ["sheep", "fence"]);
        let left = sheep.iter().map(|r| r.cx()).fold(f32::MAX, f32::min);
        let right = sheep.iter().map(|r| r.cx()).fold(0.0, f32::max);
        assert!(
            fence[0].x < left && right < fence[0].right(),
            "{sheep:?} {fence:?}"
        );
    }

    #[test]
    fn boats_over_a_whale_float_on_one_line() {
        let [boats, _] = boxes("three boats above a whale", ["boat", "whale"]);
        let low = boats.iter().map(|r| r.bottom()).fold(0.0, f32::max);
        let high = boats.iter().map(|r| r.bottom()).fold(f32::MAX, f32::min);
        assert!(boats.len() == 3 && low - high < 3.0, "{boats:?}");
    }

    #[test]
    fn things_lie_all_around_what_they_surround() {
        for prompt in [
            "a red ball surrounded by four green cubes",
            "a yellow ball in the center surrounded by six blue cubes",
        ] {
            let [ball, cubes] = boxes(prompt, ["ball", "cube"]);
            let above = cubes.iter().filter(|c| c.cy() < ball[0].cy()).count();
            assert_eq!(above, cubes.len() / 2, "{prompt}: {ball:?} {cubes:?}");
            assert!(
                cubes.iter().all(|c| c.overlap_share(&ball[0]) < 0.02),
                "{prompt}"
            );
        }
    }
}
