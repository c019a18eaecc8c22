//! Noise read along rows: every corner of its lattice is worked out once, not once a pixel.

use super::sheet::hash;

/// A layer of value noise: width and height of a cell in logical units, and the number that tells it from others.
#[derive(Clone, Copy)]
pub(super) struct Grain(pub f32, pub f32, pub u32);

/// A layer laid over a raster: for every column its cell and how far it lies in it, eased.
pub(super) struct Lattice {
    cells: Vec<u32>,
    eased: Vec<f32>,
    /// First corner of the lattice that is needed, and how many are.
    first: i32,
    corners: usize,
    /// Cells to a row of pixels, and the row of the lattice's own origin.
    per_row: f32,
    top: f32,
    layer: u32,
}

/// The corners of the two rows of the lattice between which a row of pixels lies.
#[derive(Default)]
pub(super) struct Rows {
    above: Option<i32>,
    upper: Vec<f32>,
    lower: Vec<f32>,
    /// At the row of pixels: the value at each corner, and the way to the next one.
    level: Vec<(f32, f32)>,
}

impl Lattice {
    /// Lays a layer over `w` columns, `scale` pixels to a logical unit; `x` and `y` say where in the noise the first pixel lies.
    pub fn new(Grain(wide, high, layer): Grain, scale: f32, w: usize, x: i64, y: i64) -> Self {
        let per_column = 1.0 / (wide * scale);
        let places = (0..w).map(|i| (x + i as i64) as f32 * per_column);
        let first = floor(x as f32 * per_column);
        let (cells, eased): (Vec<u32>, Vec<f32>) = places
            .map(|at| {
                let cell = floor(at);
                ((cell - first) as u32, ease(at - cell as f32))
            })
            .unzip();
        Self {
            corners: cells.last().map_or(0, |last| *last as usize) + 2,
            cells,
            eased,
            first,
            per_row: 1.0 / (high * scale),
            top: y as f32,
            layer,
        }
    }

    /// Reads a row of noise, 0 to 1, into `out`.
    pub fn row(&self, y: usize, rows: &mut Rows, out: &mut [f32]) {
        let at = (self.top + y as f32) * self.per_row;
        let above = floor(at);
        if rows.above != Some(above) {
            if rows.above == Some(above - 1) {
                std::mem::swap(&mut rows.upper, &mut rows.lower);
            } else {
                self.corners(above, &mut rows.upper);
            }
            self.corners(above + 1, &mut rows.lower);
            rows.above = Some(above);
        }
        let down = ease(at - above as f32);
        let level = |i: usize| rows.upper[i] + (rows.lower[i] - rows.upper[i]) * down;
        rows.level.clear();
        rows.level.extend((0..self.corners).map(|i| {
            let here = level(i);
            (here, level((i + 1).min(self.corners - 1)) - here)
        }));
        for ((value, cell), eased) in out.iter_mut().zip(&self.cells).zip(&self.eased) {
            let (here, way) = rows.level[*cell as usize];
            *value = here + way * eased;
        }
    }

    fn corners(&self, row: i32, out: &mut Vec<f32>) {
        out.clear();
        out.extend((0..self.corners).map(|i| hash(self.first + i as i32, row, self.layer)));
    }
}

/// Rounds down, without a call into the C library.
pub(super) fn floor(x: f32) -> i32 {
    let whole = x as i32;
    whole - i32::from(whole as f32 > x)
}

fn ease(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::super::sheet::noise;
    use super::*;

    #[test]
    fn rows_hold_the_noise_of_their_places() {
        for (grain, scale, x, y) in [
            (Grain(30.0, 30.0, 1), 1.0, 0, 0),
            (Grain(1.6, 2.4, 31), 0.7, 13, -9),
            (Grain(240.0, 5.0, 82), 1.6, -40, 77),
        ] {
            let lattice = Lattice::new(grain, scale, 90, x, y);
            let (mut rows, mut out) = (Rows::default(), vec![0.0; 90]);
            for row in [0, 1, 2, 30, 29, 88] {
                lattice.row(row, &mut rows, &mut out);
                for (i, value) in out.iter().enumerate() {
                    let (u, v) = (
                        (x + i as i64) as f32 / (grain.0 * scale),
                        (y + row as i64) as f32 / (grain.1 * scale),
                    );
                    let wanted = noise(u, v, grain.2);
                    assert!((value - wanted).abs() < 1e-3, "{value} for {wanted}");
                }
            }
        }
    }
}
