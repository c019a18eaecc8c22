//! Enlarges rasters, two pixels by two to each, in whole numbers.

use rayon::prelude::*;

use crate::display::Raster;

/// Shares of the pixel that comes second, of so many.
const WHOLE: i32 = 128;
/// Pixels of a row that are worked out together.
const LANES: usize = 8;
/// Rows that one task enlarges.
const ROWS: usize = 32;

/// The pixels between which a new one lies, and the share of the second.
#[derive(Clone, Copy)]
pub(super) struct Between {
    pub first: usize,
    pub second: usize,
    share: u16,
}

impl Between {
    /// Returns a place among samples of which the last has the number `last`.
    pub fn new(at: f32, last: usize) -> Self {
        let whole = WHOLE as f32;
        let first = (at as usize).min(last);
        Self {
            first,
            second: (first + 1).min(last),
            share: ((at - first as f32) * whole) as u16,
        }
    }

    /// Returns what lies at the place, between two numbers of at most 16 bits.
    pub fn mix(self, a: u32, b: u32) -> u32 {
        let (whole, share) = (WHOLE as u32, u32::from(self.share));
        (a * (whole - share) + b * share) / whole
    }
}

/// A raster that is to have so many pixels more.
pub(super) struct Enlarged<'a> {
    raster: &'a Raster,
    columns: Vec<Place>,
    rows: Vec<Place>,
}

/// The first of the two pixels between which a new one lies, and the shares of both. Beyond the last pixel it lies again.
#[derive(Clone, Copy)]
struct Place {
    first: u32,
    shares: [i16; 2],
}

impl<'a> Enlarged<'a> {
    /// Plans `width * height` pixels, at least as many as the raster has.
    pub fn new(raster: &'a Raster, width: u32, height: u32) -> Self {
        Self {
            raster,
            columns: places(raster.width, width),
            rows: places(raster.height, height),
        }
    }

    /// Writes whole rows from row `first` on, straight RGBA.
    pub fn rows(&self, first: usize, out: &mut [u8]) {
        let w = self.raster.width as usize;
        let source = self.raster.rgba.as_chunks::<4>().0;
        let mut level = vec![[0_i16; 4]; w + 1];
        let lines = out.chunks_exact_mut(self.columns.len() * 4);
        for (row, place) in lines.zip(&self.rows[first..]) {
            let upper = &source[place.first as usize * w..][..w];
            let row = row.as_chunks_mut::<4>().0;
            if w == row.len() && place.shares[1] == 0 {
                row.copy_from_slice(upper);
                continue;
            }
            let below = (place.first + 1).min(self.raster.height - 1);
            let lower = &source[below as usize * w..][..w];
            let [a, b] = place.shares;
            for ((value, upper), lower) in level.iter_mut().zip(upper).zip(lower) {
                *value = std::array::from_fn(|c| i16::from(upper[c]) * a + i16::from(lower[c]) * b);
            }
            level[w] = level[w - 1];
            for (pixels, places) in row.chunks_mut(LANES).zip(self.columns.chunks(LANES)) {
                mix_row(&level, places, pixels);
            }
        }
    }
}

/// Writes at most [`LANES`] pixels of a row from those between which they lie, whose parts are [`WHOLE`] times as large.
#[inline]
fn mix_row(level: &[[i16; 4]], places: &[Place], out: &mut [[u8; 4]]) {
    // Looked up first, then worked out all alike: the second loop becomes vector code.
    let (mut a, mut b) = ([[0_i16; 4]; LANES], [[0_i16; 4]; LANES]);
    let (mut near, mut far) = ([[0_i16; 4]; LANES], [[0_i16; 4]; LANES]);
    for (k, place) in places.iter().enumerate().take(LANES) {
        let at = place.first as usize;
        (a[k], b[k]) = (level[at], level[at + 1]);
        (near[k], far[k]) = ([place.shares[0]; 4], [place.shares[1]; 4]);
    }
    let (a, b) = (a.as_flattened(), b.as_flattened());
    let (near, far) = (near.as_flattened(), far.as_flattened());
    let mut mixed = [[0_u8; 4]; LANES];
    for (k, part) in mixed.as_flattened_mut().iter_mut().enumerate() {
        let sum = i32::from(a[k]) * i32::from(near[k]) + i32::from(b[k]) * i32::from(far[k]);
        // Half of what is rounded away, so that nothing grows darker. No part is below 0, so a shift divides.
        *part = ((sum + WHOLE * WHOLE / 2) >> (2 * WHOLE.ilog2())) as u8;
    }
    out.copy_from_slice(&mixed[..out.len()]);
}

/// Returns the raster with `width * height` pixels, straight RGBA, at least as many as it has.
pub(super) fn enlarge(raster: &Raster, width: u32, height: u32) -> Vec<u8> {
    let enlarged = Enlarged::new(raster, width, height);
    let mut out = vec![0; width as usize * height as usize * 4];
    out.par_chunks_mut(width as usize * 4 * ROWS)
        .enumerate()
        .for_each(|(n, rows)| enlarged.rows(n * ROWS, rows));
    out
}

fn places(from: u32, to: u32) -> Vec<Place> {
    let last = from - 1;
    let (from, to, whole) = (u64::from(from), u64::from(to), WHOLE as u64);
    (0..to)
        .map(|n| {
            // The middle of the new pixel, in shares of an old one, from the middle of the first.
            let middle = (2 * n + 1) * from * whole / (2 * to);
            let at = middle.saturating_sub(whole / 2);
            let (first, share) = ((at / whole) as u32, (at % whole) as i16);
            Place {
                first: first.min(last),
                shares: [WHOLE as i16 - share, share],
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_between_are_mixed_and_the_rim_stays() {
        let raster = Raster {
            width: 2,
            height: 1,
            rgba: vec![0, 100, 0, 255, 200, 100, 0, 255],
        };
        let large = enlarge(&raster, 8, 2);
        let reds: Vec<u8> = large[..32].chunks(4).map(|p| p[0]).collect();
        assert_eq!(reds, [0, 0, 25, 75, 125, 175, 200, 200]);
        assert!(large.chunks(4).all(|p| p[1..] == [100, 0, 255]));
    }
}
