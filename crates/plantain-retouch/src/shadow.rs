//! Shadows under a subject that was cut out.

use plantain_core::Pixels;
use rayon::prelude::*;

use crate::apply;
use crate::light;
use crate::plane::Plane;
use crate::region;
use crate::select::Cutout;

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
