//! Shadows under a subject that was cut out.

use plantain_core::Pixels;
use rayon::prelude::*;

use crate::apply;
use crate::light;
use crate::plane::Plane;
use crate::region;
use crate::select::{self, Cutout, Surface, Work};

/// How a shadow falls; lengths are shares of the longer side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fall {
    pub right: f32,
    pub down: f32,
    /// Standard deviation.
    pub blur: f32,
    /// Darkness, 0 to 1.
    pub strength: f32,
}

impl Default for Fall {
    fn default() -> Self {
        Self {
            right: 0.014,
            down: 0.02,
            blur: 0.015,
            strength: 0.42,
        }
    }
}

/// Returns `backdrop` in the shadow that the subject casts on its own even background; none where that is not even. What is
/// brighter than the background, and its noise, is no shadow.
pub fn carried_over(pixels: &Pixels, cutout: &Cutout, backdrop: &Pixels) -> Option<Pixels> {
    /// Less shade than this is the background's own unevenness.
    const LEAST: f32 = 0.03;
    let work = Work::of(pixels);
    let surface = Surface::fitted(&work);
    if !select::is_plain(&surface) {
        return None;
    }
    let (w, h) = (work.width, work.height);
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let cover = Plane::sampled((width, height), (w, h), |i| {
        f32::from(cutout.mask.coverage[i]) / 255.0
    });
    let seen = Plane::of(w, h, |i| f32::from(u8::from(cover.values[i] < 0.02)));
    let shade = Plane::of(w, h, |i| {
        let (x, y) = work.place(i);
        let below = light::from_cielab(surface.at(x, y));
        let at = work.color(i);
        let ratio = |c: usize| (at[c] + 0.004) / (below[c].max(0.0) + 0.004);
        (1.0 - (ratio(0) + ratio(1) + ratio(2)) / 3.0).clamp(0.0, 1.0) * seen.values[i]
    });
    // What the subject hides goes on as beside it.
    let (weight, shade) = (seen.box_blurred(2), shade.box_blurred(2));
    let shade = Plane::of(w, h, |i| {
        let mean = shade.values[i] / weight.values[i].max(0.05);
        ((mean - LEAST) / (1.0 - LEAST)).max(0.0)
    });
    let (kx, ky) = (w as f32 / width as f32, h as f32 / height as f32);
    let mut rgba = backdrop.rgba.clone();
    rgba.par_chunks_mut(width * 4)
        .enumerate()
        .for_each(|(y, row)| {
            for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
                let dark = shade.between((x as f32 + 0.5) * kx - 0.5, (y as f32 + 0.5) * ky - 0.5);
                if dark > 0.002 {
                    for value in &mut pixel[..3] {
                        *value = light::encoded(light::linear(*value) * (1.0 - dark));
                    }
                }
            }
        });
    Some(apply::pixels(pixels.width, pixels.height, rgba))
}

/// Returns the picture with a shadow of the subject on what lies behind it; on a see-through background the shadow
/// itself is see-through black.
pub fn dropped(pixels: &Pixels, cutout: &Cutout, fall: Fall) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let shadow = silhouette(cutout, fall);
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            let i = y * w + x;
            let cover = f32::from(cutout.mask.coverage[i]) / 255.0;
            let dark = shadow.values[i].clamp(0.0, 1.0) * fall.strength;
            if cover >= 1.0 || dark < 0.002 {
                continue;
            }
            let own = f32::from(pixel[3]) / 255.0;
            if own >= 1.0 {
                // Only the background's part of an edge pixel lies in the shadow.
                let front = &cutout.foreground.rgba[i * 4..i * 4 + 3];
                for (value, front) in pixel[..3].iter_mut().zip(front) {
                    let front = f32::from(*front) * cover;
                    let behind = (f32::from(*value) - front).max(0.0) / (1.0 - cover);
                    let lit = light::linear((behind + 0.5).min(255.0) as u8) * (1.0 - dark);
                    let shaded = f32::from(light::encoded(lit)) * (1.0 - cover);
                    *value = (front + shaded + 0.5).min(255.0) as u8;
                }
            } else {
                let alpha = own + dark * (1.0 - own);
                for value in &mut pixel[..3] {
                    *value = (f32::from(*value) * own / alpha.max(1e-4) + 0.5) as u8;
                }
                pixel[3] = (alpha * 255.0 + 0.5) as u8;
            }
        }
    });
    apply::pixels(w as u32, h as u32, rgba)
}

/// Returns how much of the subject's shadow falls on every pixel.
fn silhouette(cutout: &Cutout, fall: Fall) -> Plane {
    let full = region::to_plane(&cutout.mask);
    let (w, h) = (full.width, full.height);
    let side = w.max(h) as f32;
    // A blurred thing needs no more pixels than its blur.
    let scale = (4.0 / (side * fall.blur).max(1.0)).min(1.0);
    let small = full
        .resized(
            ((w as f32 * scale) as usize).max(1),
            ((h as f32 * scale) as usize).max(1),
        )
        .blurred(side * fall.blur * scale);
    let blurred = small.resized(w, h);
    let (right, down) = (
        libm::roundf(side * fall.right) as isize,
        libm::roundf(side * fall.down) as isize,
    );
    Plane::of(w, h, |i| {
        let (x, y) = ((i % w) as isize - right, (i / w) as isize - down);
        if (0..w as isize).contains(&x) && (0..h as isize).contains(&y) {
            blurred.at(x as usize, y as usize)
        } else {
            0.0
        }
    })
}
