//! Another colour with the shading kept.

use plantain_core::{Mask, Pixels};
use rayon::prelude::*;

use crate::apply;
use crate::light;
use crate::plane::{self, Plane};
use crate::select::Cutout;

/// Share of the selection that is darker than what gets the target colour exactly. A little above the middle: shading
/// darkens more than light brightens.
const ANCHOR: f32 = 0.75;
/// How many times brighter than the anchor a nearly grey pixel is that reflects the lamp and not the thing.
const GLOSS: f32 = 2.2;
/// Lifted by more than this, noise is smoothed first.
const LIFT: f32 = 4.0;

/// Returns the picture with everything in `mask` in the colour `rgb`: linear light times the ratio of a pixel's
/// luminance to the selection's.
pub fn recolor(pixels: &Pixels, mask: &Mask, rgb: [u8; 3]) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let bright = |i: usize| {
        let p = &pixels.rgba[i * 4..i * 4 + 4];
        light::luminance(light::linear_rgb([p[0], p[1], p[2]]))
    };
    let Some(anchor) = anchor(pixels, mask, &bright) else {
        return pixels.clone();
    };
    // Black itself has no shades: the darkest cloth still reflects a little.
    let target = light::linear_rgb(rgb).map(|v| v.max(0.006));
    let gain = light::luminance(target) / anchor;
    let calm = (gain > LIFT).then(|| Plane::of(w, h, bright).blurred(1.2));
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_mut(w * 4).enumerate().for_each(|(y, row)| {
        for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
            let i = y * w + x;
            if mask.coverage[i] == 0 {
                continue;
            }
            let own = light::linear_rgb([pixel[0], pixel[1], pixel[2]]);
            let luminance = calm.as_ref().map_or_else(|| bright(i), |c| c.values[i]);
            let color = shaded(own, luminance, anchor, target);
            pixel[..3].copy_from_slice(&light::encoded_rgb(color));
        }
    });
    apply::apply(
        pixels,
        &Pixels {
            rgba,
            ..pixels.clone()
        },
        mask,
    )
}

/// As [`recolor`], of a subject that was cut out: its rim takes the colour without taking it to what lies behind.
///
/// `mask` says which part of the subject, as if it had no rim.
pub fn recolor_cutout(pixels: &Pixels, cutout: &Cutout, mask: &Mask, rgb: [u8; 3]) -> Pixels {
    let solid = Pixels {
        rgba: cutout
            .foreground
            .rgba
            .chunks_exact(4)
            .flat_map(|p| [p[0], p[1], p[2], 255])
            .collect(),
        opaque: true,
        ..cutout.foreground.clone()
    };
    let painted = recolor(&solid, mask, rgb);
    let mut rgba = pixels.rgba.clone();
    rgba.par_chunks_exact_mut(4)
        .enumerate()
        .for_each(|(i, pixel)| {
            let cover = i32::from(cutout.mask.coverage[i]);
            if cover == 0 || mask.coverage[i] == 0 {
                return;
            }
            let at = i * 4;
            // On see-through ground a pixel's colour is the subject's alone.
            let weight = if pixels.opaque { cover } else { 255 };
            let sources = painted.rgba[at..at + 3].iter().zip(&solid.rgba[at..at + 3]);
            for (value, (new, old)) in pixel.iter_mut().zip(sources) {
                let change = i32::from(*new) - i32::from(*old);
                let step = (change * weight + change.signum() * 127) / 255;
                *value = (i32::from(*value) + step).clamp(0, 255) as u8;
            }
        });
    Pixels {
        rgba,
        ..pixels.clone()
    }
}

/// Returns the luminance that gets the target colour exactly.
fn anchor(pixels: &Pixels, mask: &Mask, bright: &impl Fn(usize) -> f32) -> Option<f32> {
    /// So many pixels tell enough.
    const SAMPLES: usize = 60_000;
    let step = (mask.coverage.len() / SAMPLES).max(1);
    let inside = |i: &usize| mask.coverage[*i] > 200 && pixels.rgba[*i * 4 + 3] > 8;
    let mut values: Vec<f32> = (0..mask.coverage.len())
        .step_by(step)
        .filter(inside)
        .map(bright)
        .collect();
    if values.is_empty() {
        values = (0..mask.coverage.len())
            .filter(|&i| mask.coverage[i] > 0)
            .map(bright)
            .collect();
    }
    (!values.is_empty()).then(|| plane::quantile(&mut values, ANCHOR).max(0.002))
}

fn shaded(own: [f32; 3], luminance: f32, anchor: f32, target: [f32; 3]) -> [f32; 3] {
    let ratio = luminance / anchor;
    let high = own[0].max(own[1]).max(own[2]);
    let low = own[0].min(own[1]).min(own[2]);
    let grey = 1.0 - (high - low) / high.max(1e-4);
    // A reflection of the lamp has the lamp's colour and stays on top of the new one.
    let gloss = if grey > 0.6 && ratio > GLOSS {
        (luminance - anchor * GLOSS) * ((grey - 0.6) / 0.4)
    } else {
        0.0
    };
    let ratio = (luminance - gloss) / anchor;
    light::in_gamut(target.map(|t| t * ratio + gloss))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shading_is_kept_and_the_rest_is_not_touched() {
        let (w, h) = (64u32, 8u32);
        let shade = |x: u32| 0.5 + 0.5 * x as f32 / 63.0;
        let draw = |rgb: [u8; 3]| -> Pixels {
            let rgba = (0..w * h)
                .flat_map(|i| {
                    let color = light::linear_rgb(rgb).map(|v| v * shade(i % w));
                    let [r, g, b] = light::encoded_rgb(color);
                    [r, g, b, 255]
                })
                .collect();
            apply::pixels(w, h, rgba)
        };
        let before = draw([220, 190, 60]);
        let mut mask = Mask::filled(w, h, 255);
        mask.coverage[..64].fill(0);
        let after = recolor(&before, &mask, [40, 60, 150]);
        assert_eq!(after.rgba[..256], before.rgba[..256]);
        let want = draw([40, 60, 150]);
        let ratio = |p: &Pixels, x: usize| {
            let at = (64 * 3 + x) * 4;
            light::linear(p.rgba[at + 2])
        };
        for x in [0, 20, 63] {
            let (got, want) = (
                ratio(&after, x) / ratio(&after, 40),
                ratio(&want, x) / ratio(&want, 40),
            );
            assert!((got - want).abs() < 0.05, "{x}: {got} {want}");
        }
        // Nothing selected, nothing done; black and white do not overflow.
        assert_eq!(recolor(&before, &Mask::filled(w, h, 0), [1, 2, 3]), before);
        let _ = recolor(&before, &mask, [255; 3]);
        let _ = recolor(&before, &mask, [0; 3]);
    }
}
