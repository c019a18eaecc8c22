//! Many things on one: in rows of one size, on what is seen from above.

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

/// Distance of rows on what lies flat, in heights of its things; least, where there are many; and the share of its depth
/// that rows take.
const ROW_STEP: f32 = 0.88;
const APART: f32 = 0.7;
const DEEP: f32 = 0.8;

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

    /// Puts the kids in rows of one size, one behind the other.
    pub(super) fn put_rows(
        &mut self,
        parent: &Actor,
        anchors: &Anchors,
        mut kids: Vec<Self>,
        cast: &Cast,
        rows: usize,
    ) {
        let per = kids.len().div_ceil(rows);
        let mut lines: Vec<Vec<Self>> = Vec::new();
        while !kids.is_empty() {
            // The nearest row is the fullest.
            lines.insert(0, kids.split_off(kids.len() - per.min(kids.len())));
        }
        let wide = |row: &Vec<Self>| row.iter().map(|k| k.bounds().w * 1.12).sum::<f32>();
        let need = lines.iter().map(wide).fold(0.01, f32::max) * 1.25;
        let line = (anchors.top[1] - anchors.top[0]) * self.root_rect().w;
        self.grow_root((need / line).clamp(1.0, 1.7));
        let r = self.root_rect();
        let line = (anchors.top[1] - anchors.top[0]) * r.w;
        let high = lines
            .iter()
            .flatten()
            .map(|k| k.bounds().h)
            .fold(0.01, f32::max);
        let (cake, many) = (is_cake(parent), rows > 2);
        let least = if cake { CANDLE_MIN } else { SCALE_MIN };
        let across = line / need;
        // More rows than two must not hide each other.
        let along = if many {
            DEEP * r.h / (rows as f32 * APART * high)
        } else {
            1.0
        };
        let k = across.min(along).clamp(least, 1.0);
        for kid in lines.iter_mut().flatten() {
            kid.scale(k);
            if cake {
                kid.fit(line, CANDLE_MAX * r.h);
            }
        }
        let high = lines.last().map_or(0.01, |row| row[0].bounds().h);
        let step = match (cake, many) {
            (true, _) => (ROW_STEP * high).min(2.0 * ICING * r.h),
            (_, true) => (ROW_STEP * high).min(DEEP * r.h / rows as f32),
            _ => ROW_STEP * high,
        };
        let middle = (rows as f32 - 1.0) / 2.0;
        for (i, row) in lines.into_iter().enumerate() {
            let drop = (i as f32 - middle) * step;
            self.put_row_at(parent, anchors, row, cast, (drop, 2 + 2 * i as i32));
        }
    }
}
