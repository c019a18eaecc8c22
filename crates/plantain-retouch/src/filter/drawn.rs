//! As if drawn or printed.

use plantain_core::Pixels;
use rayon::prelude::*;

use super::focus::bytes_luma;
use super::side;
use crate::light;
use crate::plane::Plane;

/// Squares of one colour, the mean of what was in them.
pub fn pixelated(pixels: &Pixels, strength: f32) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let block = ((side(pixels) / 56.0 * strength) as usize).max(2);
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4 * block)
        .enumerate()
        .for_each(|(band, rows)| {
            let height = block.min(h - band * block);
            for left in (0..w).step_by(block) {
                let width = block.min(w - left);
                let mut sum = [0.0f32; 4];
                for y in 0..height {
                    for x in left..left + width {
                        let p = &rows[(y * w + x) * 4..][..4];
                        let alpha = f32::from(p[3]);
                        for c in 0..3 {
                            sum[c] += light::linear(p[c]) * alpha;
                        }
                        sum[3] += alpha;
                    }
                }
                if sum[3] == 0.0 {
                    continue;
                }
                let mean = [0, 1, 2].map(|c| light::encoded(sum[c] / sum[3]));
                for y in 0..height {
                    for x in left..left + width {
                        rows[(y * w + x) * 4..][..3].copy_from_slice(&mean);
                    }
                }
            }
        });
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

/// Few levels of lightness, chosen by the picture's own, with smooth outlines.
pub fn posterized(pixels: &Pixels, strength: f32) -> Pixels {
    let levels = (5.0 / strength.max(0.3)).clamp(3.0, 16.0);
    let calm = super::focus::denoised(pixels, 2.0);
    let step = |byte: u8| {
        let level = libm::floorf(f32::from(byte) / 256.0 * levels);
        (level / (levels - 1.0) * 255.0 + 0.5).clamp(0.0, 255.0) as u8
    };
    let mut rgba = calm.rgba;
    for pixel in rgba.chunks_exact_mut(4) {
        for value in &mut pixel[..3] {
            *value = step(*value);
        }
    }
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

/// Ink dots on a screen at 45 degrees, larger where it is darker, in the picture's own colours on near-white paper.
pub fn halftone(pixels: &Pixels) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let cell = (side(pixels) / 110.0).max(4.0);
    let (cols, rows) = (
        ((w as f32 / cell * 1.5) as usize).max(1),
        ((h as f32 / cell * 1.5) as usize).max(1),
    );
    let means = [0, 1, 2].map(|c| {
        Plane::sampled((w, h), (cols, rows), |i| {
            light::linear(pixels.rgba[i * 4 + c])
        })
    });
    let half = std::f32::consts::FRAC_1_SQRT_2;
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            let (fx, fy) = (x as f32 + 0.5, y as f32 + 0.5);
            let (u, v) = ((fx + fy) * half / cell, (fy - fx) * half / cell);
            let (cu, cv) = (libm::floorf(u) + 0.5, libm::floorf(v) + 0.5);
            // Centre of the dot's cell on the picture, and the colour there.
            let (px, py) = ((cu - cv) * half * cell, (cu + cv) * half * cell);
            let at = |p: f32, length: usize, n: usize| {
                ((p / length as f32 * n as f32).max(0.0) as usize).min(n - 1)
            };
            let spot = at(py, h, rows) * cols + at(px, w, cols);
            let ink = [0, 1, 2].map(|c| means[c].values[spot]);
            let lab = light::oklab(ink);
            let lightness = lab[0].clamp(0.0, 1.0);
            // A dot covers as much of its cell as the tone is dark.
            let radius = libm::sqrtf((1.0 - lightness) * 1.15 / std::f32::consts::PI) * 1.12;
            let away = libm::sqrtf((u - cu) * (u - cu) + (v - cv) * (v - cv));
            let cover = ((radius - away) * cell + 0.5).clamp(0.0, 1.0);
            let dark = light::in_gamut(light::from_oklab([
                lightness * 0.55,
                lab[1] * 1.25,
                lab[2] * 1.25,
            ]));
            for c in 0..3 {
                let paper = [0.94, 0.92, 0.86][c];
                pixel[c] = light::encoded(paper + (dark[c] - paper) * cover);
            }
        }
    });
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

/// Graphite: the picture divided by its own blur gives the lines, tone gives the hatching.
pub fn pencil(pixels: &Pixels) -> Pixels {
    let luma = bytes_luma(pixels);
    let (w, h) = (luma.width, luma.height);
    let negative = Plane::of(w, h, |i| 255.0 - luma.values[i]);
    let soft = negative.blurred((side(pixels) * 0.006).max(1.0));
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            let i = y * w + x;
            let dodge = (luma.values[i] * 255.0 / (256.0 - soft.values[i]).max(1.0)).min(255.0);
            let line = libm::powf(dodge / 255.0, 2.6);
            let tone = (luma.values[i] / 255.0).clamp(0.0, 1.0);
            // Strokes run at one angle; dark tones take more of them.
            let along = (x as f32 * 0.62 + y as f32 * 0.78) * 2.1;
            let wobble = (crate::plane::scramble((x / 3) as u32, (y / 3) as u32, 9) & 255) as f32;
            let stroke = 0.5 + 0.5 * libm::sinf(along + wobble / 110.0);
            let hatch = 1.0 - (0.62 - tone).max(0.0) * 0.62 * stroke;
            let paper = (crate::plane::scramble(x as u32, y as u32, 3) & 255) as f32 / 255.0;
            let grey = (line * hatch * 240.0 + 10.0 + paper * 4.0).min(252.0);
            for (value, tint) in pixel[..3].iter_mut().zip([1.0, 0.995, 0.975]) {
                *value = (grey * tint + 0.5) as u8;
            }
        }
    });
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

pub fn embossed(pixels: &Pixels) -> Pixels {
    let soft = bytes_luma(pixels).blurred((side(pixels) / 1400.0).max(0.4));
    let gain = (side(pixels) / 700.0).clamp(1.0, 3.0);
    grey(pixels, |x, y| {
        let (left, up) = (x.saturating_sub(1), y.saturating_sub(1));
        let (right, down) = ((x + 1).min(soft.width - 1), (y + 1).min(soft.height - 1));
        128.0 + (soft.at(right, down) - soft.at(left, up)) * 1.1 * gain
    })
}

/// Dark outlines on white: the steepness of lightness.
pub fn edges(pixels: &Pixels) -> Pixels {
    let soft = bytes_luma(pixels).blurred((side(pixels) / 900.0).max(0.6));
    grey(pixels, |x, y| {
        let (left, up) = (x.saturating_sub(1), y.saturating_sub(1));
        let (right, down) = ((x + 1).min(soft.width - 1), (y + 1).min(soft.height - 1));
        let dx = soft.at(right, y) - soft.at(left, y);
        let dy = soft.at(x, down) - soft.at(x, up);
        let steep = libm::sqrtf(dx * dx + dy * dy);
        255.0 - ((steep - 3.0).max(0.0) * 5.5).min(245.0)
    })
}

fn grey(pixels: &Pixels, f: impl Fn(usize, usize) -> f32 + Sync) -> Pixels {
    let w = pixels.width as usize;
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            pixel[..3].fill((f(x, y) + 0.5).clamp(0.0, 255.0) as u8);
        }
    });
    Pixels {
        rgba,
        ..pixels.clone()
    }
}
