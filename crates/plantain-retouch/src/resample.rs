//! Other sizes: Lanczos weighted by alpha, in linear light where pictures shrink.

use plantain_core::Pixels;
use rayon::prelude::*;

use crate::geometry::Sheet;
use crate::sample::Sample;

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

/// Returns the picture at another size: [`enlarged`] where both sides grow, else [`resized`].
pub fn sized(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    sheet(&Sheet::of(pixels), width, height).pixels()
}

/// Returns the picture at another size.
pub fn resized(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    plain(&Sheet::of(pixels), width, height).pixels()
}

/// Returns the picture enlarged, sharpened until it would shrink back to what it was. No detail is made up.
pub fn enlarged(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    sharp(&Sheet::of(pixels), width, height).pixels()
}

/// As [`sized`], for samples of any depth.
pub(crate) fn sheet<S: Sample>(sheet: &Sheet<S>, width: u32, height: u32) -> Sheet<S> {
    if width > sheet.width && height > sheet.height {
        sharp(sheet, width, height)
    } else {
        plain(sheet, width, height)
    }
}

fn plain<S: Sample>(sheet: &Sheet<S>, width: u32, height: u32) -> Sheet<S> {
    let (width, height) = (width.max(1), height.max(1));
    if (width, height) == (sheet.width, sheet.height) {
        return Sheet {
            width,
            height,
            samples: sheet.samples.clone(),
        };
    }
    // Rings around dark edges look worst in linear light; only shrinking must add up light.
    let linear = width < sheet.width || height < sheet.height;
    drawn(
        &decoded(sheet, linear),
        width as usize,
        height as usize,
        linear,
    )
}

/// What an enlarged picture lacks when it is shrunk again is enlarged too and added. Enlarging and shrinking are sums, so what
/// is lacking can be found, and added, before the picture is enlarged at all: in as few pixels as it has.
fn sharp<S: Sample>(sheet: &Sheet<S>, width: u32, height: u32) -> Sheet<S> {
    if width <= sheet.width || height <= sheet.height {
        return plain(sheet, width, height);
    }
    let source = decoded(sheet, false);
    let across = there_and_back(source.width, width as usize);
    let down = there_and_back(source.height, height as usize);
    let mut sharp = source.values.clone();
    for _ in 0..ROUNDS {
        let large = Layer {
            values: sharp,
            ..source
        };
        let mut next = large.values.clone();
        through(&large, &across, &down, &mut next, |y, back, row| {
            let wanted = &source.values[y * source.width..][..source.width];
            for ((value, wanted), back) in row.iter_mut().zip(wanted).zip(back) {
                for c in 0..4 {
                    value[c] += wanted[c] - back[c];
                }
            }
        });
        sharp = next;
    }
    let sharp = Layer {
        values: sharp,
        ..source
    };
    drawn(&sharp, width as usize, height as usize, false)
}

fn decoded<S: Sample>(sheet: &Sheet<S>, linear: bool) -> Layer {
    let value = |sample: S| {
        if linear {
            sample.light()
        } else {
            sample.share()
        }
    };
    Layer {
        width: sheet.width as usize,
        height: sheet.height as usize,
        values: sheet
            .samples
            .par_chunks_exact(4)
            .map(|p| {
                let alpha = p[3].share();
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

/// Writes a row of colours weighted by alpha as straight samples.
fn encode_row<S: Sample>(values: &[[f32; 4]], linear: bool, out: &mut [S]) {
    for (out, value) in out.chunks_exact_mut(4).zip(values) {
        let alpha = S::of_share(value[3]);
        if alpha != S::default() {
            // An overshoot of alpha is one of colour, too.
            let share = value.map(|part| part / value[3]);
            for c in 0..3 {
                out[c] = if linear {
                    S::of_light(share[c])
                } else {
                    S::of_share(share[c])
                };
            }
        }
        out[3] = alpha;
    }
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

/// Returns the picture at another size, as samples.
fn drawn<S: Sample>(source: &Layer, width: usize, height: usize, linear: bool) -> Sheet<S> {
    let (across, down) = (kernel(source.width, width), kernel(source.height, height));
    let mut samples = vec![S::default(); width * height * 4];
    through(source, &across, &down, &mut samples, |_, row, out| {
        encode_row(row, linear, out);
    });
    Sheet {
        width: width as u32,
        height: height as u32,
        samples,
    }
}

/// Filters the source along its rows and then down its columns, and gives every row, with its number, to `write` together with its part
/// of `out`. Goes a band of rows at a time, so that what lies between the two passes stays at hand.
fn through<U: Send>(
    source: &Layer,
    across: &Taps,
    down: &Taps,
    out: &mut [U],
    write: impl Fn(usize, &[[f32; 4]], &mut [U]) + Sync,
) {
    let (width, part) = (across.len(), out.len() / down.len());
    let band = (down.len() / 8).clamp(8, 64);
    out.par_chunks_mut(part * band)
        .zip(down.par_chunks(band))
        .enumerate()
        .for_each_init(
            || (Vec::new(), vec![[0.0; 4]; width]),
            |(middle, row), (k, (out, down))| {
                let first = down.iter().map(|(first, _)| *first).min().unwrap_or(0);
                let ends = down.iter().map(|(first, weights)| first + weights.len());
                let end = ends.max().unwrap_or(first);
                middle.resize((end - first) * width, [0.0; 4]);
                filter_rows(source, first, across, middle);
                for (y, (out, (start, weights))) in out.chunks_mut(part).zip(down).enumerate() {
                    sum_rows(middle, width, start - first, weights, row);
                    write(k * band + y, row, out);
                }
            },
        );
}

/// Writes the rows of the source from the `first` on, each filtered along itself.
fn filter_rows(source: &Layer, first: usize, across: &Taps, rows: &mut [[f32; 4]]) {
    let values = &source.values[first * source.width..];
    for (to, from) in rows
        .chunks_mut(across.len())
        .zip(values.chunks(source.width))
    {
        for (out, (first, weights)) in to.iter_mut().zip(across) {
            let mut sum = [0.0f32; 4];
            for (value, weight) in from[*first..].iter().zip(weights) {
                for c in 0..4 {
                    sum[c] += value[c] * weight;
                }
            }
            *out = sum;
        }
    }
}

/// Adds rows, `width` wide, by their weights. A few pixels at a time go through all rows, three rows a pass, so that the sums stay
/// at hand; every sum is made in the order of the rows.
fn sum_rows(rows: &[[f32; 4]], width: usize, first: usize, weights: &[f32], sum: &mut [[f32; 4]]) {
    const BLOCK: usize = 64;
    let row = |k: usize, start: usize, n: usize| {
        let at = (first + k) * width + start;
        &rows[at..at + n]
    };
    for (block, out) in sum.chunks_mut(BLOCK).enumerate() {
        let (start, n) = (block * BLOCK, out.len());
        out.fill([0.0; 4]);
        let mut k = 0;
        while k + 3 <= weights.len() {
            let [a, b, c] = [0, 1, 2].map(|i| row(k + i, start, n));
            let [wa, wb, wc] = [weights[k], weights[k + 1], weights[k + 2]];
            for (((out, a), b), c) in out.iter_mut().zip(a).zip(b).zip(c) {
                for i in 0..4 {
                    out[i] = ((out[i] + a[i] * wa) + b[i] * wb) + c[i] * wc;
                }
            }
            k += 3;
        }
        for (k, weight) in weights.iter().enumerate().skip(k) {
            for (out, value) in out.iter_mut().zip(row(k, start, n)) {
                for i in 0..4 {
                    out[i] += value[i] * weight;
                }
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
        let out = resized(&crate::apply::pixels(13, 7, half.rgba), 6, 3);
        assert!(
            out.rgba
                .chunks_exact(4)
                .all(|p| p[3] < 4 || (p[0].abs_diff(90) < 3 && p[2].abs_diff(20) < 3))
        );
    }
}
