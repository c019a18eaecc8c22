//! Sharper, softer, calmer.

use plantain_core::Pixels;
use rayon::prelude::*;

use super::side;
use crate::backdrop;
use crate::light;
use crate::plane::Plane;

pub fn blurred(pixels: &Pixels, strength: f32) -> Pixels {
    backdrop::out_of_focus(pixels, (side(pixels) * 0.008 * strength).max(0.8))
}

/// Unsharp mask on lightness alone, held within the values around each pixel so that edges get no halo.
pub fn sharpened(pixels: &Pixels, strength: f32) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let own = bytes_luma(pixels);
    let sigma = (side(pixels) / 1024.0).clamp(0.8, 2.5);
    let soft = own.blurred(sigma);
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            let i = y * w + x;
            let detail = own.values[i] - soft.values[i];
            // What is as small as noise is left as it is.
            let firm = (detail.abs() / 3.0).min(1.0);
            let wanted = own.values[i] + detail * firm * 1.3 * strength;
            let (mut low, mut high) = (f32::MAX, f32::MIN);
            for ny in y.saturating_sub(1)..(y + 2).min(h) {
                for nx in x.saturating_sub(1)..(x + 2).min(w) {
                    let value = own.at(nx, ny);
                    low = low.min(value);
                    high = high.max(value);
                }
            }
            let slack = 0.12 * strength * (high - low) + 1.0;
            let add = wanted.clamp(low - slack, high + slack) - own.values[i];
            for value in &mut pixel[..3] {
                *value = (f32::from(*value) + add + 0.5).clamp(0.0, 255.0) as u8;
            }
        }
    });
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

/// A self-guided filter: smooth where a neighbourhood varies no more than noise does, untouched where it does more.
pub fn denoised(pixels: &Pixels, strength: f32) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let luma = bytes_luma(pixels);
    let noise = noise_of(&luma).max(1.0) * strength;
    let mut rgba = pixels.rgba.clone();
    // Opponent channels: colour noise may go entirely, lightness must keep its grain of detail.
    let channels: [(Plane, usize, f32); 3] = [
        (luma, 2, 2.6),
        (opponent(pixels, 0), 4, 5.0),
        (opponent(pixels, 2), 4, 5.0),
    ];
    let calm: Vec<Plane> = channels
        .iter()
        .map(|(plane, radius, factor)| guided(plane, *radius, (factor * noise).powi(2)))
        .collect();
    rgba.par_chunks_mut(4).enumerate().for_each(|(i, pixel)| {
        let (y, r, b) = (calm[0].values[i], calm[1].values[i], calm[2].values[i]);
        let [wr, wg, wb] = light::LUMA;
        let (red, blue) = (y + r, y + b);
        let green = (y - wr * red - wb * blue) / wg;
        for (value, new) in pixel.iter_mut().zip([red, green, blue]) {
            *value = (new + 0.5).clamp(0.0, 255.0) as u8;
        }
    });
    debug_assert_eq!(rgba.len(), w * h * 4);
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

fn guided(plane: &Plane, radius: usize, epsilon: f32) -> Plane {
    let (w, h) = (plane.width, plane.height);
    let mean = plane.box_blurred(radius);
    let square = Plane::of(w, h, |i| plane.values[i] * plane.values[i]).box_blurred(radius);
    let gain = Plane::of(w, h, |i| {
        let variance = (square.values[i] - mean.values[i] * mean.values[i]).max(0.0);
        variance / (variance + epsilon)
    });
    let offset = Plane::of(w, h, |i| mean.values[i] * (1.0 - gain.values[i])).box_blurred(radius);
    let gain = gain.box_blurred(radius);
    Plane::of(w, h, |i| {
        gain.values[i] * plane.values[i] + offset.values[i]
    })
}

/// Returns the standard deviation of the noise: the median of what a Laplacian leaves.
fn noise_of(plane: &Plane) -> f32 {
    let (w, h) = (plane.width, plane.height);
    let mut left = Vec::new();
    for y in (1..h.saturating_sub(1)).step_by(3) {
        for x in (1..w.saturating_sub(1)).step_by(3) {
            let cross =
                plane.at(x - 1, y) + plane.at(x + 1, y) + plane.at(x, y - 1) + plane.at(x, y + 1);
            let corners = plane.at(x - 1, y - 1)
                + plane.at(x + 1, y - 1)
                + plane.at(x - 1, y + 1)
                + plane.at(x + 1, y + 1);
            left.push((4.0 * plane.at(x, y) - 2.0 * cross + corners).abs());
        }
    }
    crate::plane::quantile(&mut left, 0.5) / 6.0 * 1.4826
}

/// Luma of the encoded bytes, 0 to 255: what noise and edges are judged by.
pub fn bytes_luma(pixels: &Pixels) -> Plane {
    Plane::of(pixels.width as usize, pixels.height as usize, |i| {
        let p = &pixels.rgba[i * 4..i * 4 + 4];
        (0..3).map(|c| f32::from(p[c]) * light::LUMA[c]).sum()
    })
}

fn opponent(pixels: &Pixels, channel: usize) -> Plane {
    let luma = bytes_luma(pixels);
    Plane::of(luma.width, luma.height, |i| {
        f32::from(pixels.rgba[i * 4 + channel]) - luma.values[i]
    })
}
