//! Enlarges rasters, two pixels by two to each, in whole numbers.

use rayon::prelude::*;

use crate::display::Raster;

/// Shares of the pixel that comes second, of so many.
const WHOLE: u32 = 128;

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
        (a * (WHOLE - u32::from(self.share)) + b * u32::from(self.share)) / WHOLE
    }
}

/// Returns the raster with `width * height` pixels, straight RGBA, at least as many as it has.
pub(super) fn enlarge(raster: &Raster, width: u32, height: u32) -> Vec<u8> {
    let columns = places(raster.width, width);
    let rows = places(raster.height, height);
    let source = raster.rgba.as_chunks::<4>().0;
    let w = raster.width as usize;
    let mut out = vec![0; width as usize * height as usize * 4];
    out.par_chunks_mut(width as usize * 4)
        .zip(&rows)
        .for_each_init(
            || vec![[0_u16; 4]; w],
            |level, (row, place)| {
                let upper = &source[place.first * w..][..w];
                let lower = &source[place.second * w..][..w];
                for ((value, a), b) in level.iter_mut().zip(upper).zip(lower) {
                    for c in 0..4 {
                        value[c] = mixed(a[c].into(), b[c].into(), place.share);
                    }
                }
                for (pixel, place) in row.as_chunks_mut::<4>().0.iter_mut().zip(&columns) {
                    let (a, b) = (level[place.first], level[place.second]);
                    for c in 0..4 {
                        // Half of what is rounded away, so that nothing grows darker.
                        let sum = u32::from(a[c]) * (WHOLE - u32::from(place.share))
                            + u32::from(b[c]) * u32::from(place.share);
                        pixel[c] = ((sum + WHOLE * WHOLE / 2) / (WHOLE * WHOLE)) as u8;
                    }
                }
            },
        );
    out
}

/// Returns the sum of two parts of a colour by their shares, [`WHOLE`] times as large.
fn mixed(a: u16, b: u16, share: u16) -> u16 {
    a * (WHOLE as u16 - share) + b * share
}

fn places(from: u32, to: u32) -> Vec<Between> {
    let last = from as usize - 1;
    let (from, to) = (u64::from(from), u64::from(to));
    (0..to)
        .map(|n| {
            // The middle of the new pixel, in shares of an old one, from the middle of the first.
            let middle = (2 * n + 1) * from * u64::from(WHOLE) / (2 * to);
            let at = middle.saturating_sub(u64::from(WHOLE) / 2);
            let first = (at / u64::from(WHOLE)) as usize;
            Between {
                first: first.min(last),
                second: (first + 1).min(last),
                share: (at % u64::from(WHOLE)) as u16,
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
