//! Who and what is around a table.

use super::super::super::cast::{Actor, Cast};
use super::super::super::prop::Art;
use super::super::Assembly;

/// Height of a seat at a table, in its heights.
const SEAT_AT_TABLE: f32 = 1.24;

/// Height of an animal that sits at a table, in heights of the table.
const ANIMAL_AT_TABLE: f32 = 2.15;

/// How far those who sit at a table rise above the ground, in its heights.
const AT_TABLE: f32 = 1.62;

impl Assembly {
    /// Sets seats around a table: one at each end, then behind it, and only what is left before it.
    pub(super) fn put_seats_around(&mut self, mut kids: Vec<Self>) {
        self.grow_root(1.35);
        let r = self.root_rect();
        let n = kids.len();
        let ends = n.min(2);
        let behind = if n > 4 {
            (n - ends).div_ceil(2)
        } else {
            n - ends
        };
        let before = n - ends - behind;
        for kid in &mut kids {
            kid.scale(SEAT_AT_TABLE * r.h / kid.root_rect().h.max(0.01));
        }
        let w = kids.iter().map(|k| k.bounds().w).fold(0.01, f32::max);
        // Neighbours overlap a little, and all can be counted.
        let step = 0.84 * w;
        let along = |i: usize, of: usize| r.cx() + (i as f32 - (of as f32 - 1.0) / 2.0) * step;
        let row = behind.max(before).saturating_sub(1) as f32 * step + w;
        let out = 0.22 * w + ((row - r.w) / 2.0).max(0.0);
        for (i, kid) in kids.iter_mut().enumerate() {
            let (x, lift, z) = match i {
                0 if ends > 0 => (r.x - out, 0.03, -3),
                1 if ends > 1 => (r.right() + out, 0.03, -3),
                _ if i < ends + behind => (along(i - ends, behind), 0.16, -6),
                _ => (along(i - ends - behind, before), -0.2, 8),
            };
            kid.stand(x, -lift * r.h, z);
            self.pieces.append(&mut kid.pieces);
        }
    }

    /// Sets those who sit at a table behind it, side by side.
    pub(in crate::stage::assembly) fn put_at_table(
        &mut self,
        parent: &Actor,
        mut kids: Vec<Self>,
        cast: &Cast,
    ) {
        let n = kids.len() as f32;
        for kid in &mut kids {
            if let Art::Person(p) = &cast.actors[kid.root].prop.art {
                // Children are sat high enough to look over the table.
                let share = (p.height() / parent.prop.height.max(0.3)).clamp(1.7, 1.9);
                let h = kid.root_rect().h;
                kid.scale(share * self.root_rect().h / h);
            } else {
                // Animals look over the table as children do.
                let h = kid.root_rect().h;
                kid.scale(ANIMAL_AT_TABLE * self.root_rect().h / h);
            }
        }
        let wide: f32 = kids.iter().map(|k| k.root_rect().w * 0.9).sum();
        self.grow_root((wide / self.root_rect().w).clamp(1.0, 1.7));
        let r = self.root_rect();
        // Boxes of neighbours hardly overlap, however many they are.
        let k = (r.w * 0.94 / wide.max(0.01)).min(1.0);
        for kid in &mut kids {
            kid.scale(k);
        }
        for (i, kid) in kids.iter_mut().enumerate() {
            let x = r.x + r.w * ((i as f32 + 0.5) / n);
            // What is not tall enough sits on something behind the table.
            let lift = (AT_TABLE * r.h - kid.root_rect().h).max(0.02 * r.h);
            kid.stand(x, -lift, -4);
            kid.unshadow();
            self.pieces.append(&mut kid.pieces);
        }
    }
}
