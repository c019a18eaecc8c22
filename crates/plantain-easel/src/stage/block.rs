//! Blocks: the assemblies of one phrase (or of several that belong together), arranged in rows, rings, stacks or piles.

use std::f32::consts::TAU;

use plantain_read::Arrangement;

use super::assembly::Assembly;
use super::rect::Rect;
use crate::rng::Rng;

/// Assemblies that stand together.
#[derive(Debug, Clone)]
pub struct Block {
    /// Phrases whose actors are in it, the leading one first.
    pub phrases: Vec<usize>,
    pub members: Vec<Assembly>,
    pub arrangement: Option<Arrangement>,
    /// Members keep their places exactly, as things do on a table.
    pub orderly: bool,
    /// Size of each row relative to the nearer one before it.
    pub recede: f32,
    /// Where free groups get their irregularity from; none keeps them exact.
    pub rng: Option<Rng>,
    /// In the air or in water, where nothing stands in rows.
    pub aloft: bool,
    /// How many members stand in each row, the nearest first, where the rows are told one by one.
    pub rows: Vec<usize>,
}

/// A block laid out in nominal units: its base line at y = 0, its middle at x = 0.
#[derive(Debug, Clone)]
pub struct Laid {
    pub phrases: Vec<usize>,
    pub members: Vec<Assembly>,
    pub bounds: Rect,
}

/// Free space around each member, as a share of its size.
const AIR: f32 = 0.14;
/// The same for members that fly or swim, and how far they leave their places.
const SKY_AIR: f32 = 0.42;
const SKY_DRIFT: f32 = 0.17;
/// How far members on the ground leave their places, as shares of width and height.
const DRIFT: (f32, f32) = (0.05, 0.02);
/// Rows that a group is told apart in.
const ROWS_MAX: usize = 12;
/// Distance of the rows of a free group on the ground, as a share of its height: nearer ones cover the feet of farther ones.
const ROW_STEP: f32 = 0.9;

impl Block {
    /// Lays the block out in at most `rows` rows.
    pub fn lay(&self, rows: usize) -> Laid {
        let n = self.members.len();
        // Where some carry things and others do not, one row keeps them comparable.
        let uneven = self
            .members
            .windows(2)
            .any(|pair| pair[0].pieces.len() != pair[1].pieces.len());
        let rows = match n {
            _ if uneven && n <= 6 => 1,
            0..=3 => 1,
            4..=5 => rows.min(2),
            _ => rows,
        };
        // Room above and below the base line, so that no member reaches into the next row.
        let (w, up, down) =
            self.members
                .iter()
                .fold((0.01_f32, 0.01_f32, 0.0_f32), |(w, up, down), m| {
                    let b = m.bounds();
                    (w.max(b.w), up.max(-b.y), down.max(b.bottom()))
                });
        let h = up + down;
        let centers = match self.arrangement {
            _ if !self.rows.is_empty() => ranks(&self.rows, w, h),
            Some(Arrangement::Circle) if n > 2 => ring(n, w, h),
            Some(Arrangement::Column) => {
                // What lies on the topmost must not push the others apart.
                let own = self
                    .members
                    .iter()
                    .map(|m| m.root_rect().h)
                    .fold(0.01, f32::max);
                (0..n)
                    .map(|i| (0.0, -(i as f32) * own * (1.0 + AIR)))
                    .collect()
            }
            Some(Arrangement::Pile) => {
                // What lies on the topmost must not push the others apart.
                let own = |side: fn(&Rect) -> f32| {
                    let sides = self.members.iter().map(|m| side(&m.root_rect()));
                    sides.fold(0.01_f32, f32::max)
                };
                pile(n, own(|r| r.w), own(|r| r.h))
            }
            Some(Arrangement::Rows(k)) => grid(n, k.max(1) as usize, w, h, false),
            Some(Arrangement::Columns(k)) => grid(n, n.div_ceil(k.max(1) as usize), w, h, false),
            Some(Arrangement::Grid) => grid(n, square_rows(n, w, h), w, h, false),
            Some(Arrangement::Row) => grid(n, 1, w, h, false),
            Some(Arrangement::Circle | Arrangement::Stack) | None if self.aloft => {
                self.flock(n, rows.min(n), w, h)
            }
            // What is stacked is one member by now.
            Some(Arrangement::Circle | Arrangement::Stack) | None => {
                self.crowd(n, rows.min(n), w, h)
            }
        };
        let members: Vec<Assembly> = self
            .members
            .iter()
            .zip(&centers)
            .map(|(member, (x, y))| {
                let mut member = member.clone();
                // Farther rows are smaller, as far as the eye sees them from the side.
                let k = libm::powf(self.recede, self.row_at(-y / h));
                member.scale(k);
                let b = member.bounds();
                // Lower members are nearer and are painted later.
                member.shift(x * k - b.cx(), *y, (y * 100.0) as i32 * 40);
                member
            })
            .collect();
        centred(self.phrases.clone(), members)
    }
}

impl Block {
    /// Returns how far back a row begins, in heights of the nearest row.
    fn row_start(&self, row: usize) -> f32 {
        (0..row)
            .map(|i| ROW_STEP * libm::powf(self.recede, i as f32))
            .sum()
    }

    /// Returns the row at a distance from the base line, in heights of the nearest row.
    fn row_at(&self, distance: f32) -> f32 {
        (0..ROWS_MAX)
            .rev()
            .find(|row| self.row_start(*row) <= distance + ROW_STEP / 2.0)
            .unwrap_or(0) as f32
    }

    /// Returns base points of a free group on the ground: rows by depth, each before the gaps of the next, a little off the line.
    fn crowd(&self, n: usize, rows: usize, w: f32, h: f32) -> Vec<(f32, f32)> {
        if rows < 2 || self.orderly && n < 3 {
            let mut spots = grid(n, rows, w, h, !self.orderly);
            self.drift(&mut spots, (w * DRIFT.0, 0.0));
            return spots;
        }
        let columns = n.div_ceil(rows);
        // The nearest row is the fullest; odd rows stand in the gaps.
        let mut spots = Vec::with_capacity(n);
        let (mut row, mut left) = (0, n);
        while left > 0 {
            let here = if row + 1 >= rows {
                left
            } else {
                columns.min(left)
            };
            let step = w * (1.0 + AIR * 1.6);
            // A row with one fewer is half a step off by itself.
            let odd = if (row + (columns - here.min(columns))) % 2 == 1 {
                0.25
            } else {
                -0.25
            };
            for i in 0..here {
                let x = (i as f32 - (here as f32 - 1.0) / 2.0 + odd) * step;
                spots.push((x, -self.row_start(row) * h));
            }
            left -= here;
            row += 1;
        }
        self.drift(&mut spots, (w * DRIFT.0, h * DRIFT.1));
        spots
    }

    /// Returns base points of a group in the air: scattered, or now and then in a wedge, as birds fly.
    fn flock(&self, n: usize, rows: usize, w: f32, h: f32) -> Vec<(f32, f32)> {
        let wedge = n >= 5
            && n % 2 == 1
            && self
                .rng
                .as_ref()
                .is_some_and(|rng| rng.fork("wedge").chance(0.3));
        if wedge && rows > 1 {
            let arm = (n / 2) as i32;
            return (-arm..=arm)
                .map(|i| {
                    let away = i.unsigned_abs() as f32;
                    (i as f32 * w * 1.12, -(away * h * 0.62))
                })
                .collect();
        }
        let columns = n.div_ceil(rows.max(1));
        let (dx, dy) = (w * (1.0 + SKY_AIR), h * (1.0 + SKY_AIR));
        let mut spots: Vec<(f32, f32)> = (0..n)
            .map(|i| {
                let (row, column) = (i / columns, i % columns);
                let here = columns.min(n - columns * row);
                let odd = if row % 2 == 1 { 0.32 } else { 0.0 };
                let wave = if column % 2 == 1 { 0.16 * h } else { 0.0 };
                let x = (column as f32 - (here as f32 - 1.0) / 2.0 + odd) * dx;
                (x, -(row as f32) * dy - wave)
            })
            .collect();
        self.drift(&mut spots, (w * SKY_DRIFT, h * SKY_DRIFT));
        spots
    }

    fn drift(&self, spots: &mut [(f32, f32)], (dx, dy): (f32, f32)) {
        let Some(rng) = &self.rng else { return };
        if spots.len() < 2 {
            return;
        }
        for (i, spot) in spots.iter_mut().enumerate() {
            let mut rng = rng.fork(&format!("drift {i}"));
            spot.0 += rng.range(-dx, dx);
            spot.1 += rng.range(-dy, dy);
        }
    }
}

fn centred(phrases: Vec<usize>, mut members: Vec<Assembly>) -> Laid {
    let all = |members: &[Assembly]| {
        let mut boxes = members.iter().map(Assembly::bounds);
        let first = boxes.next().unwrap_or_default();
        boxes.fold(first, |a, b| a.union(&b))
    };
    let cx = all(&members).cx();
    for member in &mut members {
        member.shift(-cx, 0.0, 0);
    }
    Laid {
        phrases,
        bounds: all(&members),
        members,
    }
}

/// Returns base points of `n` things in `rows` rows; the nearest row is at y = 0.
fn grid(n: usize, rows: usize, w: f32, h: f32, staggered: bool) -> Vec<(f32, f32)> {
    let rows = rows.max(1).min(n.max(1));
    let columns = n.div_ceil(rows);
    let (dx, dy) = (w * (1.0 + AIR), h * 1.08);
    (0..n)
        .map(|i| {
            let (row, column) = (i / columns, i % columns);
            let in_row = if row == rows - 1 {
                n - columns * row
            } else {
                columns
            };
            let shift = if staggered && row % 2 == 1 && in_row == columns {
                0.25
            } else {
                0.0
            };
            let wave = if staggered && rows == 1 && n > 2 && column % 2 == 1 {
                -0.16 * h
            } else {
                0.0
            };
            let x = (column as f32 - (in_row as f32 - 1.0) / 2.0 + shift) * dx;
            (x, -(row as f32) * dy + wave)
        })
        .collect()
}

/// Returns base points of rows of so many things each, centred over each other; the nearest row is at y = 0.
fn ranks(rows: &[usize], w: f32, h: f32) -> Vec<(f32, f32)> {
    let place = |row: usize, i: usize| {
        let x = (i as f32 - (rows[row] as f32 - 1.0) / 2.0) * w * (1.0 + AIR);
        (x, -(row as f32) * h * 1.08)
    };
    (0..rows.len())
        .flat_map(|row| (0..rows[row]).map(move |i| (row, i)))
        .map(|(row, i)| place(row, i))
        .collect()
}

fn square_rows(n: usize, w: f32, h: f32) -> usize {
    (1..=n)
        .min_by(|a, b| {
            let off = |rows: usize| {
                let columns = n.div_ceil(rows);
                let waste = (rows * columns - n) as f32 * 0.35;
                (columns as f32 * w / (rows as f32 * h)).ln_ratio() + waste
            };
            off(*a).total_cmp(&off(*b))
        })
        .unwrap_or(1)
}

/// How far a ratio is from one, either way.
trait Ratio {
    fn ln_ratio(self) -> f32;
}

impl Ratio for f32 {
    fn ln_ratio(self) -> f32 {
        libm::logf(self.max(0.001)).abs()
    }
}

fn ring(n: usize, w: f32, h: f32) -> Vec<(f32, f32)> {
    let (mut rx, mut ry) = (w * 0.9, h * 0.9);
    let spot = |i: usize, rx: f32, ry: f32| {
        let a = TAU * i as f32 / n as f32 - TAU / 4.0;
        (rx * libm::cosf(a), ry * libm::sinf(a))
    };
    for _ in 0..60 {
        let boxes: Vec<Rect> = (0..n)
            .map(|i| {
                let (x, y) = spot(i, rx, ry);
                Rect::standing(x, y, w * 1.05, h * 1.03)
            })
            .collect();
        let clear = boxes
            .iter()
            .enumerate()
            .all(|(i, a)| boxes[i + 1..].iter().all(|b| a.overlap(b) <= 0.0));
        if clear {
            break;
        }
        rx *= 1.05;
        ry *= 1.04;
    }
    (0..n)
        .map(|i| {
            let (x, y) = spot(i, rx, ry);
            (x, y - ry)
        })
        .collect()
}

fn pile(n: usize, w: f32, h: f32) -> Vec<(f32, f32)> {
    let base = (1..).find(|k| k * (k + 1) / 2 >= n).unwrap_or(1);
    let mut out = Vec::with_capacity(n);
    let (mut row, mut length) = (0, base);
    while out.len() < n && length > 0 {
        let here = length.min(n - out.len());
        for i in 0..here {
            let x = (i as f32 - (here as f32 - 1.0) / 2.0) * w * 0.98;
            out.push((x, -(row as f32) * h * 0.9));
        }
        row += 1;
        length -= 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_in_two_rows_are_four_by_two() {
        let spots = grid(8, 2, 1.0, 1.0, false);
        let lower = spots.iter().filter(|(_, y)| *y == 0.0).count();
        assert_eq!((spots.len(), lower), (8, 4));
    }

    #[test]
    fn rings_and_piles_hold_everyone() {
        for n in 3..=30 {
            assert_eq!(ring(n, 1.0, 1.0).len(), n);
            assert_eq!(pile(n, 1.0, 1.0).len(), n);
        }
    }
}
