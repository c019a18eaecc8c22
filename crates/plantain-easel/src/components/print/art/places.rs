//! Where the things of an illustration stand: one above another, in a group, or in a grid.

use plantain_read::{Arrangement, RelationKind};

use super::{Art, Zone, centred};
use crate::components::print::lead;

impl Art {
    pub(super) fn vertical(&self) -> Option<(usize, usize, bool)> {
        let (subject, kind, object) = self.relation?;
        match kind {
            RelationKind::Above => Some((subject, object, false)),
            RelationKind::On | RelationKind::Riding => Some((subject, object, true)),
            RelationKind::Below | RelationKind::Under => Some((object, subject, false)),
            _ => None,
        }
    }

    pub(super) fn places(&self, zone: Zone) -> Vec<(usize, Zone)> {
        if self.worn.is_empty() {
            return self.apart(zone);
        }
        // What is worn takes no place of its own.
        let free: Vec<usize> = (0..self.len())
            .filter(|i| self.worn.iter().all(|w| w.child != *i))
            .collect();
        let others = Self {
            pieces: free.iter().map(|i| self.pieces[*i].clone()).collect(),
            relation: self.relation.filter(|(a, _, b)| {
                [a, b]
                    .into_iter()
                    .all(|phrase| free.iter().any(|i| self.pieces[*i].phrase == *phrase))
            }),
            arrangement: self.arrangement,
            worn: Vec::new(),
            mirrored: self.mirrored,
        };
        let mut out = Vec::new();
        for (index, place) in others.apart(zone) {
            out.push((free[index], place));
            for worn in self.worn.iter().filter(|w| w.parent == free[index]) {
                out.push((worn.child, worn.on(place)));
            }
        }
        out
    }

    fn apart(&self, zone: Zone) -> Vec<(usize, Zone)> {
        if let Some((top, bottom, touching)) = self.vertical()
            && self.len() == 2
        {
            return self.stacked(zone, top, bottom, touching);
        }
        if self.arrangement.is_none()
            && self.relation.is_none()
            && let Some(lone) = lead::lone(&self.pieces)
        {
            return lead::around(zone, lone, self.len());
        }
        match self.len() {
            0 => Vec::new(),
            1 => vec![(0, centred(zone, zone.w.min(zone.h)))],
            n if n <= 3 && self.arrangement.is_none() && !self.uniform() => self.group(zone),
            n => self.grid(zone, n),
        }
    }

    fn uniform(&self) -> bool {
        self.len() > 3
            && self
                .pieces
                .iter()
                .all(|p| p.phrase == self.pieces[0].phrase)
    }

    /// One thing above another.
    fn stacked(&self, zone: Zone, top: usize, bottom: usize, touching: bool) -> Vec<(usize, Zone)> {
        let of = |phrase: usize| {
            self.pieces
                .iter()
                .position(|p| p.phrase == phrase)
                .unwrap_or(0)
        };
        let (top, bottom) = (of(top), of(bottom));
        if touching {
            let unit = (zone.h / 1.62).min(zone.w);
            let (cx, base) = (zone.x + zone.w * 0.5, zone.y + (zone.h + unit * 1.62) * 0.5);
            let upper = unit * 0.74;
            return vec![
                (bottom, Zone::new(cx - unit * 0.5, base - unit, unit, unit)),
                (
                    top,
                    Zone::new(cx - upper * 0.5, base - unit * 0.9 - upper, upper, upper),
                ),
            ];
        }
        let unit = (zone.h / 1.5).min(zone.w * 0.92);
        let upper = unit * 0.46;
        let (cx, base) = (zone.x + zone.w * 0.5, zone.y + (zone.h + unit * 1.5) * 0.5);
        vec![
            (
                top,
                Zone::new(
                    cx + (unit * 0.5 - upper).min(zone.w * 0.5 - upper),
                    base - unit * 1.5,
                    upper,
                    upper,
                ),
            ),
            (bottom, Zone::new(cx - unit * 0.5, base - unit, unit, unit)),
        ]
    }

    /// A few things on one base line, the first the largest, a little behind each other.
    fn group(&self, zone: Zone) -> Vec<(usize, Zone)> {
        let order = self.row_order();
        let sizes: Vec<f32> = order
            .iter()
            .map(|&i| {
                self.pieces[i].scale
                    * if i == 0 || self.same_kind_as_first(i) {
                        1.0
                    } else {
                        0.82
                    }
            })
            .collect();
        // Some of a kind make a bouquet: the middle one larger, the others leaning in.
        let bouquet = self.len() == 3
            && self
                .pieces
                .iter()
                .all(|p| p.open && p.phrase == self.pieces[0].phrase);
        let sizes = if bouquet { vec![0.8, 1.2, 0.8] } else { sizes };
        let overlap = if bouquet { 0.2 } else { 0.06 };
        let total: f32 = sizes.iter().sum::<f32>() - overlap * (sizes.len() - 1) as f32;
        let tallest = sizes.iter().fold(0.0_f32, |a, b| a.max(*b));
        let unit = (zone.w / total).min(zone.h / tallest);
        let mut x = zone.x + (zone.w - unit * total) * 0.5;
        let base = zone.y + (zone.h + unit * tallest) * 0.5;
        let mut out = Vec::new();
        for (&index, size) in order.iter().zip(&sizes) {
            let side = unit * size;
            out.push((index, Zone::new(x, base - side, side, side)));
            x += side - overlap * unit;
        }
        // The largest stands in front.
        out.sort_by(|a, b| a.1.w.total_cmp(&b.1.w));
        out
    }

    fn same_kind_as_first(&self, index: usize) -> bool {
        self.pieces[index].phrase == self.pieces[0].phrase
    }

    /// The order from left to right: as the relation says, else the first in the middle of three.
    fn row_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.len()).collect();
        match self.relation {
            Some((subject, RelationKind::RightOf, object)) => {
                order.sort_by_key(|&i| match self.pieces[i].phrase {
                    p if p == object => 0,
                    p if p == subject => 2,
                    _ => 1,
                })
            }
            Some((subject, RelationKind::LeftOf, object)) => {
                order.sort_by_key(|&i| match self.pieces[i].phrase {
                    p if p == subject => 0,
                    p if p == object => 2,
                    _ => 1,
                })
            }
            _ if self.len() == 3 => order.swap(0, 1),
            _ => {}
        }
        order
    }

    /// Rows of equal cells, the last row centred.
    fn grid(&self, zone: Zone, n: usize) -> Vec<(usize, Zone)> {
        let columns = match self.arrangement {
            Some(Arrangement::Rows(rows)) => n.div_ceil((rows as usize).max(1).min(n)),
            Some(Arrangement::Columns(columns)) => (columns as usize).max(1).min(n),
            Some(Arrangement::Row) => n,
            Some(Arrangement::Column) => 1,
            _ => (1..=n)
                .max_by(|a, b| cell(zone, n, *a).total_cmp(&cell(zone, n, *b)))
                .unwrap_or(1),
        };
        let side = cell(zone, n, columns);
        let rows = n.div_ceil(columns);
        let top = zone.y + (zone.h - side * rows as f32) * 0.5;
        (0..n)
            .map(|i| {
                let (r, c) = (i / columns, i % columns);
                let in_row = if r + 1 == rows {
                    n - r * columns
                } else {
                    columns
                };
                let x = zone.x + (zone.w - side * in_row as f32) * 0.5 + side * c as f32;
                let inner = side * 0.88 * self.pieces[i].scale.min(1.0);
                (
                    i,
                    centred(Zone::new(x, top + side * r as f32, side, side), inner),
                )
            })
            .collect()
    }
}

fn cell(zone: Zone, n: usize, columns: usize) -> f32 {
    (zone.w / columns as f32).min(zone.h / n.div_ceil(columns) as f32)
}
