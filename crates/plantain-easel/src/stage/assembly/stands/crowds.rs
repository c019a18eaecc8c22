//! Many on one thing: crowds on a piece of land, goods on the counter of a stall.

use super::super::super::prop::Anchors;
use super::super::super::rect::Rect;
use super::super::Assembly;
use super::LAND_STRETCH;

/// Where the counter of a stall is, in shares of its box: left, right, height.
const COUNTER: [f32; 3] = [0.08, 0.92, 0.66];
/// From how many on a crowd on a piece of land stands in rows, and how many make a row.
pub(super) const CROWD: usize = 6;
const CROWD_ROW: usize = 7;
/// How far behind and before the line on which things stand its rows are, in heights of the land.
const CROWD_DEPTH: [f32; 2] = [-0.22, 0.16];

/// The disc of a crown: how far down its middle is, and its half width and height, as shares of the tree's box.
const CROWN: [f32; 3] = [0.36, 0.38, 0.26];
/// Least side of a fruit in it, as a share of the tree's width.
const FRUIT_MIN: f32 = 0.07;
/// Turn from one seed of a sunflower to the next, radians.
const GOLDEN_ANGLE: f32 = 2.399_963;

impl Assembly {
    /// Stands a crowd on a floe, hill or rock: in rows that look through the gaps of the nearer ones.
    pub(super) fn put_crowd(&mut self, anchors: &Anchors, mut kids: Vec<Self>) {
        let rows = kids.len().div_ceil(CROWD_ROW).max(2);
        let per = kids.len().div_ceil(rows);
        let wide = kids.iter().map(|k| k.bounds().w).fold(0.01, f32::max) * 1.1;
        let need = wide * (per as f32 + 0.5);
        let line = |r: Rect| ((anchors.top[1] - anchors.top[0]) * r.w).max(0.01);
        self.grow_root((need / line(self.root_rect())).clamp(1.0, LAND_STRETCH));
        let r = self.root_rect();
        let k = (line(r) / need).min(1.0);
        let [far, near] = CROWD_DEPTH;
        for (i, kid) in kids.iter_mut().enumerate() {
            let (row, column) = (i / per, i % per);
            let deep = far + (near - far) * row as f32 / (rows as f32 - 1.0);
            let x = column as f32 + if row % 2 == 0 { 0.5 } else { 1.0 };
            kid.scale(k);
            kid.stand(
                r.x + r.w * anchors.top[0] + x * wide * k,
                r.y + r.h * (anchors.top[2] + deep),
                2 + 2 * row as i32,
            );
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Hangs fruit all over the crown of a tree.
    pub(in super::super) fn put_in_crown(&mut self, mut kids: Vec<Self>) {
        let (r, n) = (self.root_rect(), kids.len() as f32);
        let side = r.w * (0.16 - 0.006 * n).max(FRUIT_MIN);
        for (i, kid) in kids.iter_mut().enumerate() {
            let b = kid.bounds();
            kid.scale(side / b.w.max(b.h).max(0.01));
            // Seeds of a sunflower: even all over a disc, however many.
            let far = ((i as f32 + 0.5) / n).sqrt();
            let turn = i as f32 * GOLDEN_ANGLE;
            let x = r.cx() + CROWN[1] * r.w * far * libm::cosf(turn);
            let y = r.y + r.h * (CROWN[0] + CROWN[2] * far * libm::sinf(turn));
            kid.stand(x, y + side / 2.0, 3);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Hangs clothes over the back of a chair.
    pub(in super::super) fn put_over_back(&mut self, mut kids: Vec<Self>) {
        let (r, n) = (self.root_rect(), kids.len() as f32);
        for (i, kid) in kids.iter_mut().enumerate() {
            let b = kid.bounds();
            kid.scale((0.62 * r.w / b.w.max(0.01)).max(1.0));
            kid.fit(r.w * if n < 2.0 { 0.8 } else { 1.1 / n }, r.h * 0.5);
            let b = kid.bounds();
            let x = r.x + r.w * (i as f32 + 0.5) / n;
            kid.shift(x - b.cx(), r.y - 0.02 * r.h - b.y, 3);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Lays goods on the counter of a stall, in one row before what it shows.
    pub(super) fn put_on_counter(&mut self, mut kids: Vec<Self>) {
        let (r, n) = (self.root_rect(), kids.len() as f32);
        let [from, to, top] = COUNTER;
        let w = (to - from) * r.w / n;
        for (i, kid) in kids.iter_mut().enumerate() {
            kid.fit(w * 0.98, 0.16 * r.h);
            let x = r.x + r.w * from + w * (i as f32 + 0.5);
            kid.stand(x, r.y + r.h * top, 3);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }
}
