//! What lies behind a subject: another picture, colours, or the same out of focus.

use plantain_core::{Mask, Pixels};
use rayon::prelude::*;

use crate::apply;
use crate::compose;
use crate::light;
use crate::plane::{Plane, Value as _};
use crate::region;
use crate::select::Cutout;

/// Red, green and blue, weighted, and the weight.
type Layers = Plane<[f32; 4]>;

/// Blurs by more pixels than this are worked out on fewer.
const SIGMA_MAX: f32 = 2.5;
/// The same for what is seen through a rim alone.
const PLATE_SIGMA: f32 = 1.2;

/// Returns the subject before `backdrop`, which is as large as the picture.
pub fn replaced(cutout: &Cutout, backdrop: &Pixels) -> Pixels {
    compose::over(backdrop, &cutout.foreground, 0, 0)
}

/// Returns the picture with the background changed by `f`, and the subject before it as it was. Where the subject's rim
/// lets the background through, the changed one shines through.
pub fn changed(pixels: &Pixels, cutout: &Cutout, f: impl Fn(&Pixels) -> Pixels) -> Pixels {
    let side = pixels.width.max(pixels.height) as f32;
    let near = region::grown(&cutout.mask, (side * 0.002).max(1.0));
    let sigma = (side * 0.003).max(1.5);
    // What the subject covers altogether is not seen.
    let rim = |i: usize| cutout.mask.coverage[i] > 0 && cutout.foreground.rgba[i * 4 + 3] < 255;
    replaced(cutout, &f(&plate(pixels, &near, sigma, rim)))
}

/// Returns a picture of one colour.
pub fn even(width: u32, height: u32, rgb: [u8; 3]) -> Pixels {
    let rgba = [rgb[0], rgb[1], rgb[2], 255].repeat(width as usize * height as usize);
    apply::pixels(width, height, rgba)
}

/// Returns a picture that runs from the first colour at the top to the last at the bottom, mixed in Oklab.
pub fn gradient(width: u32, height: u32, colors: &[[u8; 3]]) -> Pixels {
    let labs: Vec<[f32; 3]> = colors.iter().map(|c| light::oklab_rgb(*c)).collect();
    let Some(last) = labs.len().checked_sub(1) else {
        return even(width, height, [255; 3]);
    };
    let mut rgba = vec![255u8; width as usize * height as usize * 4];
    let w = width as usize;
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        let at = (y as f32 + 0.5) / height as f32 * last as f32;
        let k = (at as usize).min(last);
        let (from, to, share) = (labs[k], labs[(k + 1).min(last)], at - k as f32);
        let mixed = [0, 1, 2].map(|c| from[c] + (to[c] - from[c]) * share);
        let light = light::in_gamut(light::from_oklab(mixed));
        let [r, g, b] = light.map(encoded_fine);
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            // Half a level of fixed grain hides the steps between levels.
            let grain = (crate::plane::scramble(x as u32, y as u32, 5) & 255) as f32 / 255.0 - 0.5;
            for (value, level) in pixel.iter_mut().zip([r, g, b]) {
                *value = (level + 0.5 + grain * 0.9).clamp(0.0, 255.0) as u8;
            }
        }
    });
    apply::pixels(width, height, rgba)
}

/// sRGB, 0 to 255, not rounded.
fn encoded_fine(light: f32) -> f32 {
    let v = light.clamp(0.0, 1.0);
    let v = if v <= 0.003_130_8 {
        v * 12.92
    } else {
        1.055 * libm::powf(v, 1.0 / 2.4) - 0.055
    };
    v * 255.0
}

/// Returns the picture with its background out of focus; `strength` 1 is the usual lens.
///
/// The subject is left out of the blur, so that it has no halo.
pub fn blurred(pixels: &Pixels, cutout: &Cutout, strength: f32) -> Pixels {
    let side = pixels.width.max(pixels.height) as f32;
    let sigma = side * 0.016 * strength.clamp(0.05, 4.0);
    let near = region::grown(&cutout.mask, (side * 0.006).max(1.5));
    let backdrop = blurred_without(pixels, &near, sigma);
    let subject = compose::over(&backdrop, &cutout.foreground, 0, 0);
    apply::apply(pixels, &subject, &cutout.mask.inverted())
}

/// Returns the picture blurred by `sigma` pixels as if what is in `mask` were not there.
pub fn blurred_without(pixels: &Pixels, mask: &Mask, sigma: f32) -> Pixels {
    let size = (pixels.width as usize, pixels.height as usize);
    let layers = layers_without(pixels, mask, sigma, SIGMA_MAX);
    let mut rgba = pixels.rgba.clone();
    layers.resized_onto(size, &mut rgba, |_, row, out| {
        for (pixel, light) in out.chunks_exact_mut(4).zip(row) {
            for c in 0..3 {
                pixel[c] = light::encoded(light[c]);
            }
        }
    });
    Pixels { rgba, ..*pixels }
}

/// Returns the picture with the pixels that `wanted` names painted as if what is in `mask` were not there.
fn plate(
    pixels: &Pixels,
    mask: &Mask,
    sigma: f32,
    wanted: impl Fn(usize) -> bool + Sync,
) -> Pixels {
    let layers = layers_without(pixels, mask, sigma, PLATE_SIGMA);
    let w = pixels.width as usize;
    let (sx, sy) = (
        layers.width as f32 / w as f32,
        layers.height as f32 / pixels.height as f32,
    );
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        let at = (y as f32 + 0.5) * sy - 0.5;
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            if wanted(y * w + x) {
                let light = layers.between((x as f32 + 0.5) * sx - 0.5, at);
                for c in 0..3 {
                    pixel[c] = light::encoded(light[c]);
                }
            }
        }
    });
    Pixels { rgba, ..*pixels }
}

/// Returns linear red, green and blue, and nothing, blurred by `sigma` pixels without what is in `mask`, on as few pixels as a blur by
/// `fine` of them asks for.
fn layers_without(pixels: &Pixels, mask: &Mask, sigma: f32, fine: f32) -> Layers {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let scale = (fine / sigma.max(1.0)).min(1.0);
    let (sw, sh) = (
        ((w as f32 * scale) as usize).max(1),
        ((h as f32 * scale) as usize).max(1),
    );
    let own = Plane::sampled((w, h), (sw, sh), |i| {
        let p = &pixels.rgba[i * 4..i * 4 + 4];
        let weight = (255.0 - f32::from(mask.coverage[i])) / 255.0 * f32::from(p[3]) / 255.0;
        [
            weight * light::linear(p[0]),
            weight * light::linear(p[1]),
            weight * light::linear(p[2]),
            weight,
        ]
    });
    let mut sum = gathered(&own, sigma * scale);
    sum.values.par_iter_mut().for_each(|sum| {
        let weight = sum[3] + 1e-12;
        *sum = sum.map(|v| (v / weight).min(1.0));
    });
    sum
}

/// Returns a plane blurred by `sigma` pixels, and, where there is nothing to blur, by ever more: wider blurs are weighed down so far
/// that they do not show where a narrower one has something.
fn gathered(plane: &Layers, sigma: f32) -> Layers {
    const WIDER: [(f32, f32); 3] = [(18.0, 1e-3), (60.0, 1e-5), (200.0, 1e-7)];
    let mut small: Vec<(Layers, Layers, f32)> = Vec::new();
    for (sigma, share) in WIDER {
        let scale = SIGMA_MAX / sigma;
        let side = |side: usize| ((side as f32 * scale) as usize).max(1);
        let source = small.last().map_or(plane, |(source, ..)| source);
        let source = source.resized(side(plane.width), side(plane.height));
        let blurred = source.blurred(SIGMA_MAX);
        small.push((source, blurred, share));
    }
    // From the widest on, each is enlarged to the next narrower one and added.
    let add = |wide: Option<Layers>, mut own: Layers, share: f32| {
        own.values
            .par_iter_mut()
            .for_each(|v| *v = v.map(|v| v.max(0.0)).times(share));
        if let Some(wide) = wide {
            let wide = wide.resized(own.width, own.height);
            let pairs = own.values.par_iter_mut().zip(&wide.values);
            pairs.for_each(|(own, wide)| *own = own.plus(*wide));
        }
        own
    };
    let wide = small
        .into_iter()
        .rev()
        .fold(None, |wide, (_, blurred, share)| {
            Some(add(wide, blurred, share))
        });
    add(wide, plane.blurred(sigma), 1.0)
}

/// Returns the picture blurred by `sigma` pixels, weighted by alpha.
pub fn out_of_focus(pixels: &Pixels, sigma: f32) -> Pixels {
    blurred_without(pixels, &Mask::filled(pixels.width, pixels.height, 0), sigma)
}
