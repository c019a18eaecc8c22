//! Who is under something that stands on a post.

use super::super::Assembly;
use crate::stage::cast::Actor;
use crate::stage::lexicon::Class;
use crate::stage::rect::Rect;

/// Width of a lamp on its post, in its heights, at most.
const SLIM: f32 = 0.4;
/// How far beside the middle of the post they stand, in their widths.
const BESIDE: f32 = 0.62;

/// Returns whether it is a lamp or a sign on a post: nothing has room between its foot and its head.
pub(super) fn is_slim(parent: &Actor, r: &Rect) -> bool {
    parent.prop.class == Class::Building && r.w < SLIM * r.h
}

impl Assembly {
    /// Stands the kids before the foot of a post, in turn to both sides, as large as they are beside it.
    pub(super) fn put_beside_post(&mut self, mut kids: Vec<Self>) {
        let r = self.root_rect();
        let (mut left, mut right) = (r.cx(), r.cx());
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.fit(f32::MAX, 0.62 * r.h);
            let w = kid.bounds().w;
            let x = if i % 2 == 0 {
                right += w;
                right - (1.0 - BESIDE) * w
            } else {
                left -= w;
                left + (1.0 - BESIDE) * w
            };
            kid.stand(x, 0.03 * r.h, 3);
            self.pieces.append(&mut kid.pieces);
        }
    }
}
