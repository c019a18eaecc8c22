//! Many things on one: in two rows of one size, on what is seen from above.

use super::super::super::cast::{Actor, Cast};
use super::super::super::panel::{Kind, rack};
use super::super::super::prop::{Anchors, Art};
use super::super::super::rect::Rect;
use super::Assembly;

/// More than this many lie or stand in two rows on what lies flat.
const FLAT_ROW: usize = 4;
/// More candles than this stand in two rows on a cake.
const CAKE_ROW: usize = 7;
/// Least scale of what stands in rows, and least of candles, which stay candles however thin.
const SCALE_MIN: f32 = 0.3;
const CANDLE_MIN: f32 = 0.14;
/// Share of the room between two boards that things on them fill.
const ON_BOARD: f32 = 0.8;
/// How far the rows are from the middle of the icing, in heights of the cake, and how high candles may be to be seen
/// over those before them.
const ICING: f32 = 0.09;
const CANDLE_MAX: f32 = 2.05 * ICING;

/// Returns whether so many things stand in two rows on their parent.
pub(super) fn in_two_rows(parent: &Actor, n: usize) -> bool {
    parent.prop.lies() && n > FLAT_ROW || is_cake(parent) && n > CAKE_ROW
}

/// Returns how many boards a rack has.
pub(super) fn boards(parent: &Actor) -> Option<usize> {
    match &parent.prop.art {
        Art::Panel(panel) => match panel.kind {
            Kind::Rack(rows) => Some(rows),
            _ => None,
        },
        _ => None,
    }
}

fn is_cake(parent: &Actor) -> bool {
    parent.prop.noun.ends_with("cake")
}

impl Assembly {
    /// Puts the kids on the boards of a rack, row by row from the top.
    pub(super) fn put_on_rack(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
        rows: usize,
    ) {
        let per = kids.len().div_ceil(rows);
        let (widest, tallest) = kids.iter().fold((0.01_f32, 0.01_f32), |(w, h), k| {
            let b = k.bounds();
            (w.max(b.w), h.max(b.h))
        });
        let need = per as f32 * widest * 1.2;
        let line = |r: Rect| (anchors.top[1] - anchors.top[0]) * r.w;
        self.grow_root((need / line(self.root_rect())).clamp(1.0, 1.6));
        let r = self.root_rect();
        let gap = (rack::board(1, rows) - rack::board(0, rows)) * r.h;
        let k = (line(r) / need).min(ON_BOARD * gap / tallest);
        for kid in &mut kids {
            kid.scale(k);
        }
        for row in 0..rows {
            let drop = (rack::board(row, rows) - anchors.top[2]) * r.h;
            let own: Vec<Self> = kids.drain(..per.min(kids.len())).collect();
            if !own.is_empty() {
                self.put_row_at(parent, anchors, own, cast, (drop, 2));
            }
        }
    }

    /// Puts half of the kids behind the other half, all of one size.
    pub(super) fn put_two_rows(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
    ) {
        let near = kids.split_off(kids.len() / 2);
        let wide = |row: &[Self]| row.iter().map(|k| k.bounds().w * 1.12).sum::<f32>();
        let need = wide(&kids).max(wide(&near)) * 1.25;
        let line = (anchors.top[1] - anchors.top[0]) * self.root_rect().w;
        self.grow_root((need / line).clamp(1.0, 1.7));
        let line = (anchors.top[1] - anchors.top[0]) * self.root_rect().w;
        let least = if is_cake(parent) {
            CANDLE_MIN
        } else {
            SCALE_MIN
        };
        let k = (line / need).clamp(least, 1.0);
        let mut rows = [kids, near];
        let tallest = CANDLE_MAX * self.root_rect().h;
        for kid in rows.iter_mut().flatten() {
            kid.scale(k);
            if is_cake(parent) {
                kid.fit(line, tallest);
            }
        }
        let [far, near] = rows;
        let deep = 0.44 * near[0].bounds().h;
        let deep = if is_cake(parent) {
            deep.min(ICING * self.root_rect().h)
        } else {
            deep
        };
        self.put_row(parent, anchors, far, cast, -deep);
        self.put_row(parent, anchors, near, cast, deep);
    }
}
