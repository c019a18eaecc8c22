//! Who is behind a fence.

use super::super::Assembly;

/// Share of the small that stays hidden behind the edge that they look over.
const PEEK: f32 = 0.5;
/// How far behind and before the root others stand, in its heights.
const BACK: f32 = 0.13;
const NEAR: f32 = 0.05;

impl Assembly {
    /// Sets the kids side by side along the root, in that order of paint; the small ones behind it look over its edge.
    pub(super) fn put_along(&mut self, mut kids: Vec<Self>, z: i32) {
        let r = self.root_rect();
        let sum: f32 = kids.iter().map(|k| k.bounds().w).sum();
        let gap = ((r.w - sum) / (kids.len() as f32 + 1.0)).max(-0.08 * r.w);
        let mut x = r.cx() - (sum + gap * (kids.len() as f32 - 1.0)) / 2.0;
        for kid in &mut kids {
            let w = kid.bounds().w;
            let up = (r.h - PEEK * kid.bounds().h).max(BACK * r.h);
            kid.stand(x + w / 2.0, if z < 0 { -up } else { NEAR * r.h }, z);
            if z < 0 && up > BACK * r.h {
                kid.unshadow();
            }
            x += w + gap;
            self.pieces.append(&mut kid.pieces);
        }
    }
}
