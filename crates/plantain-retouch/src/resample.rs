//! Other sizes: Lanczos weighted by alpha, in linear light where pictures shrink.

use plantain_core::Pixels;
use rayon::prelude::*;

use crate::apply;
use crate::light;

/// Half the width of the window, in pixels of the coarser of both sizes.
const LOBES: f32 = 3.0;
/// Rounds in which an enlarged picture is made to shrink back to the original.
const ROUNDS: usize = 2;

/// Colour weighted by alpha, and alpha: four numbers a pixel.
struct Layer {
    width: usize,
    height: usize,
    values: Vec<[f32; 4]>,
}

/// For every sample of a line: the first sample of the source line that counts, and the weights from there.
type Taps = Vec<(usize, Vec<f32>)>;

/// Returns the picture at another size.
pub fn resized(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    if (width, height) == (pixels.width, pixels.height) {
        return pixels.clone();
    }
    // Rings around dark edges look worst in linear light; only shrinking must add up light.
    let linear = width < pixels.width || height < pixels.height;
    let source = decoded(pixels, linear);
    drawn(
        &source,
        width.max(1) as usize,
        height.max(1) as usize,
        linear,
    )
}

/// Returns the picture enlarged, sharpened until it would shrink back to what it was. No detail is made up.
///
/// What an enlarged picture lacks when it is shrunk again is enlarged too and added. Enlarging and shrinking are sums, so what
/// is lacking can be found, and added, before the picture is enlarged at all: in as few pixels as it has.
pub fn enlarged(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    if width <= pixels.width || height <= pixels.height {
        return resized(pixels, width, height);
    }
    let source = decoded(pixels, false);
    let across = there_and_back(source.width, width as usize);
    let down = there_and_back(source.height, height as usize);
    let mut sharp = source.values.clone();
    for _ in 0..ROUNDS {
        let large = Layer {
            values: sharp,
            ..source
        };
        let middle = filtered(&large, &across);
        let mut next = large.values;
        next.par_chunks_mut(source.width)
            .zip(source.values.par_chunks(source.width))
            .zip(&down)
            .for_each_init(
                || vec![[0.0; 4]; source.width],
                |back, ((row, wanted), taps)| {
                    sum_rows(&middle, source.width, taps, back);
                    for ((value, wanted), back) in row.iter_mut().zip(wanted).zip(back) {
                        for c in 0..4 {
                            value[c] += wanted[c] - back[c];
                        }
                    }
                },
            );
        sharp = next;
    }
    let sharp = Layer {
        values: sharp,
        ..source
    };
    drawn(&sharp, width as usize, height as usize, false)
}

fn decoded(pixels: &Pixels, linear: bool) -> Layer {
    let value = |byte: u8| {
        if linear {
            light::linear(byte)
        } else {
            f32::from(byte) / 255.0
        }
    };
    Layer {
        width: pixels.width as usize,
        height: pixels.height as usize,
        values: pixels
            .rgba
            .par_chunks_exact(4)
            .map(|p| {
                let alpha = f32::from(p[3]) / 255.0;
                [
                    value(p[0]) * alpha,
                    value(p[1]) * alpha,
                    value(p[2]) * alpha,
                    alpha,
                ]
            })
            .collect(),
    }
}

/// Writes a row of colours weighted by alpha as straight bytes.
fn encode_row(values: &[[f32; 4]], linear: bool, out: &mut [u8]) {
    for (out, value) in out.chunks_exact_mut(4).zip(values) {
        let alpha = byte(value[3] * 255.0);
        if alpha > 0 {
            // An overshoot of alpha is one of colour, too.
            let share = value.map(|part| part / value[3]);
            for c in 0..3 {
                out[c] = if linear {
                    light::encoded(share[c])
                } else {
                    byte(share[c] * 255.0)
                };
            }
        }
        out[3] = alpha;
    }
}

/// Returns the nearest byte. A sum with 2^23 has no digits behind the point, and its last bits are the whole number.
fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 255.0) + 8_388_608.0).to_bits() as u8
}

/// Returns the window of Lanczos for every sample of a line that is to have `to` samples.
fn kernel(from: usize, to: usize) -> Taps {
    let scale = from as f32 / to as f32;
    let stretch = scale.max(1.0);
    let reach = LOBES * stretch;
    (0..to)
        .map(|i| {
            let centre = (i as f32 + 0.5) * scale - 0.5;
            let first = libm::ceilf(centre - reach).max(0.0) as usize;
            let last = (libm::floorf(centre + reach).max(0.0) as usize).min(from - 1);
            let first = first.min(last);
            let mut weights: Vec<f32> = (first..=last)
                .map(|s| lanczos((s as f32 - centre) / stretch))
                .collect();
            let sum: f32 = weights.iter().sum();
            if sum.abs() > 1e-6 {
                weights.iter_mut().for_each(|w| *w /= sum);
            } else {
                let share = 1.0 / weights.len() as f32;
                weights.fill(share);
            }
            (first, weights)
        })
        .collect()
}

fn lanczos(x: f32) -> f32 {
    let sinc = |x: f32| {
        if x.abs() < 1e-5 {
            return 1.0;
        }
        let x = x * std::f32::consts::PI;
        libm::sinf(x) / x
    };
    if x.abs() >= LOBES {
        0.0
    } else {
        sinc(x) * sinc(x / LOBES)
    }
}

/// Returns what becomes of a line of `small` samples that is enlarged to `large` ones and shrunk back by means.
fn there_and_back(small: usize, large: usize) -> Taps {
    let there = kernel(small, large);
    let scale = large as f32 / small as f32;
    (0..small)
        .map(|i| {
            let (from, to) = (i as f32 * scale, (i + 1) as f32 * scale);
            let cells = (from as usize).min(large - 1)..(libm::ceilf(to) as usize).min(large);
            let share = |cell: usize| (to.min(cell as f32 + 1.0) - from.max(cell as f32)).max(0.0);
            let total: f32 = cells.clone().map(share).sum();
            let first = cells.clone().map(|cell| there[cell].0).min().unwrap_or(0);
            let mut weights = Vec::new();
            for cell in cells {
                let (start, window) = &there[cell];
                for (k, weight) in window.iter().enumerate() {
                    let at = start + k - first;
                    weights.resize(weights.len().max(at + 1), 0.0);
                    weights[at] += weight * share(cell) / total;
                }
            }
            (first, weights)
        })
        .collect()
}

/// Returns the picture at another size, as bytes: across first, then every row down and packed at once.
fn drawn(source: &Layer, width: usize, height: usize, linear: bool) -> Pixels {
    let middle = filtered(source, &kernel(source.width, width));
    let mut rgba = vec![0; width * height * 4];
    rgba.par_chunks_mut(width * 4)
        .zip(&kernel(source.height, height))
        .for_each_init(
            || vec![[0.0; 4]; width],
            |row, (out, taps)| {
                sum_rows(&middle, width, taps, row);
                encode_row(row, linear, out);
            },
        );
    apply::pixels(width as u32, height as u32, rgba)
}

/// Returns all rows of the source, each filtered along itself.
fn filtered(source: &Layer, across: &Taps) -> Vec<[f32; 4]> {
    let mut rows = vec![[0.0; 4]; across.len() * source.height];
    rows.par_chunks_mut(across.len())
        .zip(source.values.par_chunks(source.width))
        .for_each(|(to, from)| {
            for (out, (first, weights)) in to.iter_mut().zip(across) {
                let mut sum = [0.0f32; 4];
                for (value, weight) in from[*first..].iter().zip(weights) {
                    for c in 0..4 {
                        sum[c] += value[c] * weight;
                    }
                }
                *out = sum;
            }
        });
    rows
}

/// Adds rows, `width` wide, by their weights.
fn sum_rows(
    rows: &[[f32; 4]],
    width: usize,
    (first, weights): &(usize, Vec<f32>),
    sum: &mut [[f32; 4]],
) {
    sum.fill([0.0; 4]);
    let rows = rows[first * width..].chunks_exact(width);
    for (row, weight) in rows.zip(weights) {
        for (out, value) in sum.iter_mut().zip(row) {
            for c in 0..4 {
                out[c] += value[c] * weight;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_pictures_stay_flat_and_see_through_does_not_bleed() {
        let flat = crate::backdrop::even(13, 7, [90, 150, 20]);
        for (w, h) in [(1, 1), (40, 3), (5, 50), (26, 14)] {
            let out = resized(&flat, w, h);
            assert!(out.opaque);
            assert!(out.rgba.chunks_exact(4).all(|p| p == [90, 150, 20, 255]));
            let out = enlarged(&flat, w, h);
            assert!(out.rgba.chunks_exact(4).all(|p| p[0].abs_diff(90) <= 1));
        }
        // A line that is enlarged and shrunk keeps its sums.
        for (small, large) in [(5, 12), (64, 128), (1, 7)] {
            let taps = there_and_back(small, large);
            let sums = taps.iter().map(|(_, weights)| weights.iter().sum::<f32>());
            assert!(sums.into_iter().all(|sum| (sum - 1.0).abs() < 1e-3));
        }
        let mut half = flat.clone();
        for pixel in half.rgba.chunks_exact_mut(4).take(40) {
            pixel.copy_from_slice(&[255, 0, 255, 0]);
        }
        let out = resized(&apply::pixels(13, 7, half.rgba), 6, 3);
        assert!(
            out.rgba
                .chunks_exact(4)
                .all(|p| p[3] < 4 || (p[0].abs_diff(90) < 3 && p[2].abs_diff(20) < 3))
        );
    }
}
