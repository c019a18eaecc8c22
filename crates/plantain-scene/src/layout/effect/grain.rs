//! Noise read along rows: every corner of its lattice is worked out once, not once a pixel, and fine noise repeats.

use super::sheet::hash;

/// Cells of less than so many pixels are too fine for an eye to see that they repeat.
const TILED_MAX: f32 = 6.0;
/// Pixels after which fine noise repeats, across and down.
const TILE: usize = 256;

/// A layer of value noise: width and height of a cell in logical units, and the number that tells it from others.
#[derive(Clone, Copy)]
pub(super) struct Grain(pub f32, pub f32, pub u32);

/// Noise to be read along rows.
pub(super) enum Noise {
    Fine(Tile),
    Wide(Lattice),
}

impl Noise {
    /// Lays a layer over `w` columns, `scale` pixels to a logical unit.
    pub fn new(grain: Grain, scale: f32, w: usize) -> Self {
        if grain.0.max(grain.1) * scale < TILED_MAX {
            Self::Fine(Tile::new(grain, scale))
        } else {
            Self::Wide(Lattice::new(grain, scale, w))
        }
    }

    /// Reads a row of noise, 0 to 1, into `out`.
    pub fn row(&self, y: usize, rows: &mut Rows, out: &mut [f32]) {
        match self {
            Self::Fine(tile) => tile.row(0, y as i64, out),
            Self::Wide(lattice) => lattice.row(y, rows, out),
        }
    }
}

/// A square of noise that goes on seamlessly beyond its edges.
pub(super) struct Tile(Vec<f32>);

impl Tile {
    /// Makes a layer, with cells of nearly the size that was asked for: a whole number of them fills the square.
    pub fn new(Grain(wide, high, layer): Grain, scale: f32) -> Self {
        let cells = |side: f32| ((TILE as f32 / (side * scale)).round() as usize).clamp(1, TILE);
        let (across, down) = (cells(wide), cells(high));
        let corner = |i: usize, j: usize| hash((i % across) as i32, (j % down) as i32, layer);
        let place = |at: usize, cells: usize| {
            let at = at as f32 * (cells as f32 / TILE as f32);
            (at as usize, ease(at - (at as usize) as f32))
        };
        let columns: Vec<(usize, f32)> = (0..TILE).map(|x| place(x, across)).collect();
        let mut noise = Vec::with_capacity(TILE * TILE);
        for y in 0..TILE {
            let (j, t) = place(y, down);
            let level = |i: usize| corner(i, j) + (corner(i, j + 1) - corner(i, j)) * t;
            let levels: Vec<f32> = (0..=across).map(level).collect();
            noise.extend(
                columns
                    .iter()
                    .map(|(i, t)| levels[*i] + (levels[*i + 1] - levels[*i]) * t),
            );
        }
        Self(noise)
    }

    /// Reads a row of noise, 0 to 1, from column `x` on into `out`.
    pub fn row(&self, x: i64, y: i64, out: &mut [f32]) {
        let wrapped = |at: i64| at.rem_euclid(TILE as i64) as usize;
        let line = &self.0[wrapped(y) * TILE..][..TILE];
        let (head, rest) = out.split_at_mut((TILE - wrapped(x)).min(out.len()));
        head.copy_from_slice(&line[wrapped(x)..][..head.len()]);
        for part in rest.chunks_mut(TILE) {
            part.copy_from_slice(&line[..part.len()]);
        }
    }
}

/// A layer laid over a raster: for every cell how many columns lie in it, and for every column how far it lies in its cell, eased.
pub(super) struct Lattice {
    runs: Vec<usize>,
    eased: Vec<f32>,
    /// Cells to a row of pixels.
    per_row: f32,
    layer: u32,
}

/// The corners of the two rows of the lattice between which a row of pixels lies.
#[derive(Default)]
pub(super) struct Rows {
    above: Option<i32>,
    upper: Vec<f32>,
    lower: Vec<f32>,
    /// The values at the corners on the height of the row of pixels.
    level: Vec<f32>,
}

impl Lattice {
    /// Lays a layer over `w` columns, `scale` pixels to a logical unit.
    pub fn new(Grain(wide, high, layer): Grain, scale: f32, w: usize) -> Self {
        let per_column = 1.0 / (wide * scale);
        let mut runs = Vec::new();
        let eased = (0..w).map(|x| {
            let at = x as f32 * per_column;
            let cell = at as usize;
            runs.resize(cell + 1, 0);
            runs[cell] += 1;
            ease(at - cell as f32)
        });
        Self {
            eased: eased.collect(),
            runs,
            per_row: 1.0 / (high * scale),
            layer,
        }
    }

    /// Reads a row of noise, 0 to 1, into `out`.
    pub fn row(&self, y: usize, rows: &mut Rows, out: &mut [f32]) {
        let at = y as f32 * self.per_row;
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
        rows.level.clear();
        let pairs = rows.upper.iter().zip(&rows.lower);
        rows.level
            .extend(pairs.map(|(upper, lower)| upper + (lower - upper) * down));
        let (mut out, mut eased) = (out, self.eased.as_slice());
        for (run, ends) in self.runs.iter().zip(rows.level.array_windows()) {
            let [here, next] = *ends;
            let (values, rest) = std::mem::take(&mut out).split_at_mut(*run);
            let (places, more) = eased.split_at(*run);
            for (value, t) in values.iter_mut().zip(places) {
                *value = here + (next - here) * t;
            }
            (out, eased) = (rest, more);
        }
    }

    fn corners(&self, row: i32, out: &mut Vec<f32>) {
        out.clear();
        out.extend((0..=self.runs.len()).map(|i| hash(i as i32, row, self.layer)));
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
        for (grain, scale) in [
            (Grain(30.0, 30.0, 1), 1.0),
            (Grain(1.6, 2.4, 31), 0.7),
            (Grain(240.0, 5.0, 82), 1.6),
        ] {
            let lattice = Lattice::new(grain, scale, 90);
            let (mut rows, mut out) = (Rows::default(), vec![0.0; 90]);
            for row in [0, 1, 2, 30, 29, 88] {
                lattice.row(row, &mut rows, &mut out);
                for (i, value) in out.iter().enumerate() {
                    let (u, v) = (i as f32 / (grain.0 * scale), row as f32 / (grain.1 * scale));
                    let wanted = noise(u, v, grain.2);
                    assert!((value - wanted).abs() < 1e-3, "{value} for {wanted}");
                }
            }
        }
    }

    #[test]
    fn fine_noise_goes_on_without_a_seam() {
        let tile = Tile::new(Grain(5.0, 4.0, 8), 1.1);
        let (mut from, mut on) = (vec![0.0; 700], vec![0.0; 500]);
        tile.row(-7, 255, &mut from);
        tile.row(193 + 256, -1, &mut on);
        assert_eq!(from[200..], on);
        // Neighbours are near each other, across and down, over the edge too.
        let mut below = vec![0.0; 700];
        tile.row(-7, 256, &mut below);
        let steps = from.array_windows().map(|[a, b]| a - b);
        let down = from.iter().zip(&below).map(|(a, b)| a - b);
        assert!(steps.chain(down).all(|step| step.abs() < 0.4));
    }
}
