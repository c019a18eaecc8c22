//! Left and right between things that were solved apart: on the bank and in the water, on the ground and in the air.

use plantain_read::RelationKind;

use super::super::assembly::Piece;
use super::super::rect::Rect;
use super::{MARGIN, Solver};

/// Least share of the width between the middles of two things of which one is left of the other.
const APART: f32 = 0.06;

impl Solver<'_> {
    /// Moves what should stand left or right of something else and does not: itself, or the other where it has no room.
    pub(super) fn hold_sides(&self, pieces: &mut [Piece]) {
        for relation in &self.brief.relations {
            let (left, right) = match relation.kind {
                RelationKind::LeftOf => (relation.subject, relation.object),
                RelationKind::RightOf => (relation.object, relation.subject),
                _ => continue,
            };
            if self.root(left) == self.root(right) {
                continue;
            }
            let (Some(a), Some(b)) = (self.middle(pieces, left), self.middle(pieces, right)) else {
                continue;
            };
            let short = a - b + APART * self.w;
            if short <= 0.0 {
                continue;
            }
            let gone = self.moved(pieces, left, -short);
            self.moved(pieces, right, short + gone);
        }
    }

    /// Returns where the middle of a phrase's own things is, across.
    fn middle(&self, pieces: &[Piece], phrase: usize) -> Option<f32> {
        let own = pieces
            .iter()
            .filter(|p| self.cast.actors[p.actor].phrase == phrase);
        let all = own.map(|p| p.rect).reduce(|a, b| a.union(&b))?;
        Some(all.cx())
    }

    /// Moves a phrase's things with all that is attached to them as far as the canvas allows; returns how far.
    fn moved(&self, pieces: &mut [Piece], phrase: usize, by: f32) -> f32 {
        let root = self.root(phrase);
        let meant: Vec<usize> = (0..pieces.len())
            .filter(|i| self.root(self.cast.actors[pieces[*i].actor].phrase) == root)
            .collect();
        let all: Option<Rect> = meant
            .iter()
            .map(|i| pieces[*i].rect)
            .reduce(|a, b| a.union(&b));
        let Some(all) = all else { return 0.0 };
        let margin = MARGIN * self.w;
        let (least, most) = (
            (margin - all.x).min(0.0),
            (self.w - margin - all.right()).max(0.0),
        );
        let by = by.clamp(least, most);
        for i in meant {
            let piece = &mut pieces[i];
            piece.rect = piece.rect.shifted(by, 0.0);
            if let Some((x, _)) = &mut piece.string {
                *x += by;
            }
        }
        by
    }
}
