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

/// Returns the picture at another size.
pub fn resized(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    if (width, height) == (pixels.width, pixels.height) {
        return pixels.clone();
    }
    // Rings around dark edges look worst in linear light; only shrinking must add up light.
    let linear = width < pixels.width || height < pixels.height;
    let source = decoded(pixels, linear);
    encoded(
        &scaled(&source, width.max(1) as usize, height.max(1) as usize),
        linear,
    )
}

/// Returns the picture enlarged, sharpened until it would shrink back to what it was. No detail is made up.
pub fn enlarged(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    if width <= pixels.width || height <= pixels.height {
        return resized(pixels, width, height);
    }
    let source = decoded(pixels, false);
    let mut large = scaled(&source, width as usize, height as usize);
    for _ in 0..ROUNDS {
        let back = averaged(&large, source.width, source.height);
        let missing = Layer {
            values: source
                .values
                .par_iter()
                .zip(&back.values)
                .map(|(a, b)| [0, 1, 2, 3].map(|c| a[c] - b[c]))
                .collect(),
            ..back
        };
        let correction = scaled(&missing, large.width, large.height);
        large
            .values
            .par_iter_mut()
            .zip(&correction.values)
            .for_each(|(value, more)| {
                for c in 0..4 {
                    value[c] += more[c];
                }
            });
    }
    encoded(&large, false)
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

fn encoded(layer: &Layer, linear: bool) -> Pixels {
    let mut rgba = vec![0u8; layer.values.len() * 4];
    rgba.par_chunks_exact_mut(4)
        .zip(&layer.values)
        .for_each(|(out, value)| {
            let alpha = value[3].clamp(0.0, 1.0);
            out[3] = (alpha * 255.0 + 0.5) as u8;
            if out[3] > 0 {
                for c in 0..3 {
                    // An overshoot of alpha is one of colour, too.
                    let share = value[c] / value[3];
                    out[c] = if linear {
                        light::encoded(share)
                    } else {
                        (share * 255.0 + 0.5).clamp(0.0, 255.0) as u8
                    };
                }
            }
        });
    apply::pixels(layer.width as u32, layer.height as u32, rgba)
}

/// For every sample of a line: the first source sample and the weights from there.
fn kernel(from: usize, to: usize) -> Vec<(usize, Vec<f32>)> {
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

fn scaled(source: &Layer, width: usize, height: usize) -> Layer {
    let (across, down) = (kernel(source.width, width), kernel(source.height, height));
    let mut middle = vec![[0.0f32; 4]; width * source.height];
    middle
        .par_chunks_mut(width)
        .zip(source.values.par_chunks(source.width))
        .for_each(|(to, from)| {
            for (out, (first, weights)) in to.iter_mut().zip(&across) {
                let mut sum = [0.0f32; 4];
                for (value, weight) in from[*first..].iter().zip(weights) {
                    for c in 0..4 {
                        sum[c] += value[c] * weight;
                    }
                }
                *out = sum;
            }
        });
    let mut values = vec![[0.0f32; 4]; width * height];
    values
        .par_chunks_mut(width)
        .zip(&down)
        .for_each(|(to, (first, weights))| {
            for (row, weight) in weights.iter().enumerate() {
                let start = (first + row) * width;
                for (out, value) in to.iter_mut().zip(&middle[start..start + width]) {
                    for c in 0..4 {
                        out[c] += value[c] * weight;
                    }
                }
            }
        });
    Layer {
        width,
        height,
        values,
    }
}

/// Returns means over the areas of the pixels of a smaller size.
fn averaged(source: &Layer, width: usize, height: usize) -> Layer {
    let planes: Vec<crate::plane::Plane> = (0..4)
        .map(|c| {
            crate::plane::Plane::sampled((source.width, source.height), (width, height), |i| {
                source.values[i][c]
            })
        })
        .collect();
    Layer {
        width,
        height,
        values: (0..width * height)
            .map(|i| [0, 1, 2, 3].map(|c| planes[c].values[i]))
            .collect(),
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
