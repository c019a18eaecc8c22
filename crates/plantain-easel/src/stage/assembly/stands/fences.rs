//! Who is behind a fence.

use super::super::Assembly;

impl Assembly {
    /// Sets the kids side by side along the root, so far above its base in its heights, in that order of paint.
    pub(super) fn put_along(&mut self, mut kids: Vec<Self>, z: i32, lift: f32) {
        let r = self.root_rect();
        let sum: f32 = kids.iter().map(|k| k.bounds().w).sum();
        let gap = ((r.w - sum) / (kids.len() as f32 + 1.0)).max(-0.08 * r.w);
        let mut x = r.cx() - (sum + gap * (kids.len() as f32 - 1.0)) / 2.0;
        for kid in &mut kids {
            let w = kid.bounds().w;
            kid.stand(x + w / 2.0, lift * r.h, z);
            x += w + gap;
            self.pieces.append(&mut kid.pieces);
        }
    }
}
