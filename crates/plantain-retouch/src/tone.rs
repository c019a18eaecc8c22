//! Tones of a picture: light, colour, time of day.

use plantain_core::{Pixels, Tone};
use rayon::prelude::*;

use crate::apply;
use crate::light;
use crate::plane::{self, Plane};

/// A time of day that a picture is graded to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Daylight {
    Day,
    /// Low warm light: dawn, sunset.
    Golden,
    /// Blue hour.
    Dusk,
    Night,
}

/// Returns the picture with every pixel's linear light changed by `f(index, light)`; alpha stays.
pub fn mapped(pixels: &Pixels, f: impl Fn(usize, [f32; 3]) -> [f32; 3] + Sync) -> Pixels {
    mapped_where(pixels, |_| true, f)
}

/// As [`mapped`], but only the pixels that `wanted` names are changed.
fn mapped_where(
    pixels: &Pixels,
    wanted: impl Fn(usize) -> bool + Sync,
    f: impl Fn(usize, [f32; 3]) -> [f32; 3] + Sync,
) -> Pixels {
    let mut rgba = pixels.rgba.clone();
    let width = pixels.width as usize;
    rgba.par_chunks_mut(width * 4)
        .enumerate()
        .for_each(|(y, row)| {
            for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
                if wanted(y * width + x) {
                    let light = light::linear_rgb([pixel[0], pixel[1], pixel[2]]);
                    let changed = light::in_gamut(f(y * width + x, light));
                    pixel[..3].copy_from_slice(&light::encoded_rgb(changed));
                }
            }
        });
    Pixels { rgba, ..*pixels }
}

/// Returns the luminance of every pixel, linear light.
pub fn luminances(pixels: &Pixels) -> Plane {
    Plane::of(pixels.width as usize, pixels.height as usize, |i| {
        let p = &pixels.rgba[i * 4..i * 4 + 4];
        light::luminance(light::linear_rgb([p[0], p[1], p[2]]))
    })
}

/// Returns the picture in another tone.
pub fn tone(pixels: &Pixels, tone: Tone, amount: f32) -> Pixels {
    let amount = if amount.is_finite() {
        amount.clamp(-1.0, 1.0)
    } else {
        0.0
    };
    if amount == 0.0 {
        return pixels.clone();
    }
    match tone {
        Tone::Contrast => contrast(pixels, amount),
        Tone::Shadows | Tone::Highlights => local(pixels, tone, amount),
        Tone::Warmth => {
            // Like the temperature of the lamp: red up and blue down, at the same luminance.
            let gains = [1.0 + 0.32 * amount, 1.0, 1.0 - 0.42 * amount];
            let keep = 1.0 / light::luminance(gains);
            mapped(pixels, |_, light| {
                [0, 1, 2].map(|c| light[c] * gains[c] * keep)
            })
        }
        _ => mapped(pixels, |_, light| {
            let mut lab = light::oklab(light);
            match tone {
                Tone::Brightness => lab = brighter(lab, amount),
                Tone::Saturation => {
                    let scale = if amount < 0.0 {
                        1.0 + amount
                    } else {
                        // Dull colours gain most, so that vivid ones do not burn out.
                        1.0 + amount * (1.5 - 2.0 * light::chroma(lab)).max(0.5)
                    };
                    lab = [lab[0], lab[1] * scale, lab[2] * scale];
                }
                _ => {
                    let turn = amount * std::f32::consts::PI;
                    let (sin, cos) = (libm::sinf(turn), libm::cosf(turn));
                    lab = [
                        lab[0],
                        lab[1] * cos - lab[2] * sin,
                        lab[1] * sin + lab[2] * cos,
                    ];
                }
            }
            light::from_oklab(lab)
        }),
    }
}

/// The middle moves most. Lighter leaves black and white where they are; darker takes white along.
fn brighter(lab: [f32; 3], amount: f32) -> [f32; 3] {
    let l = lab[0].clamp(0.0, 1.0);
    let to = if amount > 0.0 {
        1.0 - libm::powf(1.0 - l, 1.0 + 1.4 * amount)
    } else {
        libm::powf(l, 1.0 - 0.9 * amount) * (1.0 + 0.35 * amount)
    };
    let scale = (to / l.max(0.05)).clamp(0.3, 1.6);
    [to, lab[1] * scale, lab[2] * scale]
}

fn contrast(pixels: &Pixels, amount: f32) -> Pixels {
    let luminances = luminances(pixels);
    let mut sample: Vec<f32> = luminances.values.iter().copied().step_by(17).collect();
    let middle = light::oklab([plane::quantile(&mut sample, 0.5); 3])[0].clamp(0.25, 0.75);
    let power = if amount > 0.0 {
        1.0 + 1.1 * amount
    } else {
        1.0 / (1.0 - 1.3 * amount)
    };
    mapped(pixels, |_, light| {
        let lab = light::oklab(light);
        let l = lab[0].clamp(0.0, 1.0);
        // An S through the middle of the picture, flat at black and white.
        let to = if l < middle {
            middle * libm::powf(l / middle, power)
        } else {
            1.0 - (1.0 - middle) * libm::powf((1.0 - l) / (1.0 - middle), power)
        };
        let scale = 1.0 + 0.15 * amount;
        light::from_oklab([to, lab[1] * scale, lab[2] * scale])
    })
}

/// Dark or bright areas alone, by the brightness around a pixel, so that detail in them stays.
fn local(pixels: &Pixels, tone: Tone, amount: f32) -> Pixels {
    let side = pixels.width.max(pixels.height) as f32;
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let scale = (512.0 / side).min(1.0);
    let small = luminances(pixels).resized(
        ((w as f32 * scale) as usize).max(1),
        ((h as f32 * scale) as usize).max(1),
    );
    let around = Plane {
        values: small
            .values
            .iter()
            .map(|v| light::oklab([*v; 3])[0])
            .collect(),
        ..small
    }
    .blurred(side * scale * 0.012)
    .resized(w, h);
    mapped(pixels, |i, light| {
        let l = around.values[i].clamp(0.0, 1.0);
        let weight = if tone == Tone::Shadows {
            (1.0 - l / 0.55).clamp(0.0, 1.0)
        } else {
            ((l - 0.5) / 0.5).clamp(0.0, 1.0)
        };
        light::from_oklab(brighter(light::oklab(light), amount * weight * 0.9))
    })
}

/// Returns the picture in the light of another time of day.
pub fn daylight(pixels: &Pixels, to: Daylight) -> Pixels {
    daylight_where(pixels, to, |_| true)
}

/// As [`daylight`], but only the pixels that `wanted` names are lit anew: others are hidden by what stands before them.
pub fn daylight_where(
    pixels: &Pixels,
    to: Daylight,
    wanted: impl Fn(usize) -> bool + Sync,
) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    let luminances = luminances(pixels);
    let mut sample: Vec<f32> = luminances.values.iter().copied().step_by(13).collect();
    let middle = plane::quantile(&mut sample, 0.5).max(0.004);
    let (sw, sh) = ((w / 4).max(1), (h / 4).max(1));
    let around = (to == Daylight::Night).then(|| {
        let sigma = w.max(h) as f32 * 0.03 / 4.0;
        luminances.resized(sw, sh).blurred(sigma).resized(w, h)
    });
    // The brighter the day, the more stops.
    let stops = 1.7 + 0.5 * ((middle - 0.18) / 0.3).clamp(-0.6, 1.0);
    let exposure = libm::exp2f(-stops);
    mapped_where(pixels, wanted, |i, light| {
        let (x, y) = crate::select::place(i % w, i / w, w, h);
        let edge = 1.0 - 0.28 * ((x * x + y * y) * 0.5);
        let lab = light::oklab(light);
        match to {
            Daylight::Night => {
                let around = around.as_ref().map_or(1.0, |a| a.values[i]);
                night(light, lab, exposure, edge, around)
            }
            Daylight::Dusk => graded(lab, 0.34, [0.82, 0.92, 1.45], 0.85).map(|v| v * edge),
            Daylight::Golden => graded(lab, 0.92, [1.3, 0.95, 0.58], 1.12),
            Daylight::Day => {
                let lift = (0.24 / middle).clamp(1.0, 6.0);
                let v = graded(lab, lift, [1.04, 1.0, 0.94], 1.15);
                v.map(|v| v / (1.0 + (v - 0.8).max(0.0)))
            }
        }
    })
}

/// Returns the linear light of an Oklab colour under another exposure, colour of the light and saturation.
fn graded(lab: [f32; 3], exposure: f32, tint: [f32; 3], saturation: f32) -> [f32; 3] {
    let lit = light::from_oklab([lab[0], lab[1] * saturation, lab[2] * saturation]);
    let keep = exposure / light::luminance(tint);
    [0, 1, 2].map(|c| lit[c].max(0.0) * tint[c] * keep)
}

/// Two stops less, bluish and pale as the eye sees at night; whites go down with the rest. Warm spots that are much
/// brighter than what is around them are lamps, and stay.
fn night(light: [f32; 3], lab: [f32; 3], exposure: f32, edge: f32, around: f32) -> [f32; 3] {
    let luminance = light::luminance(light);
    let exposure = exposure / (1.0 + 1.6 * luminance);
    let dark = graded(lab, exposure, [0.62, 0.86, 1.75], 0.55).map(|v| v * edge + 0.0015);
    if luminance <= 0.35 {
        return dark;
    }
    let lamp = ((luminance - 0.35) / 0.4).clamp(0.0, 1.0)
        * ((light::chroma(lab) - 0.1) / 0.06).clamp(0.0, 1.0)
        * ((lab[2] - 0.04) / 0.04).clamp(0.0, 1.0)
        * (luminance / around.max(0.02) - 2.0).clamp(0.0, 1.0);
    [0, 1, 2].map(|c| dark[c] + (light[c] * 0.85 - dark[c]) * lamp)
}

/// Returns the picture with its darkest point black and its brightest white, a grey cast half taken away.
pub fn levelled(pixels: &Pixels) -> Pixels {
    let step = (pixels.rgba.len() / 4 / 60_000).max(1);
    let channel = |c: usize| -> Vec<f32> {
        pixels
            .rgba
            .chunks_exact(4)
            .step_by(step)
            .filter(|p| p[3] > 8)
            .map(|p| f32::from(p[c]))
            .collect()
    };
    let limits: [(f32, f32); 3] = [0, 1, 2].map(|c| {
        let mut values = channel(c);
        (
            plane::quantile(&mut values, 0.004),
            plane::quantile(&mut values, 0.996),
        )
    });
    let low = limits.iter().map(|l| l.0).sum::<f32>() / 3.0;
    let high = limits.iter().map(|l| l.1).sum::<f32>() / 3.0;
    let curves = limits.map(|(own_low, own_high)| {
        let (from, to) = ((own_low + low) / 2.0, (own_high + high) / 2.0);
        let span = (to - from).max(24.0);
        let mut curve = [0u8; 256];
        for (v, out) in curve.iter_mut().enumerate() {
            *out = ((v as f32 - from) / span * 255.0 + 0.5).clamp(0.0, 255.0) as u8;
        }
        curve
    });
    let mut rgba = pixels.rgba.clone();
    for pixel in rgba.chunks_exact_mut(4) {
        for c in 0..3 {
            pixel[c] = curves[c][usize::from(pixel[c])];
        }
    }
    apply::pixels(pixels.width, pixels.height, rgba)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_go_their_way() {
        let rgba = (0..64u32 * 64)
            .flat_map(|i| [(i % 64 * 4) as u8, (i / 64 * 4) as u8, 90, 255])
            .collect();
        let pixels = apply::pixels(64, 64, rgba);
        let mean = |p: &Pixels, c: usize| {
            p.rgba
                .iter()
                .skip(c)
                .step_by(4)
                .map(|&v| f64::from(v))
                .sum::<f64>()
                / 4096.0
        };
        for kind in [
            Tone::Brightness,
            Tone::Contrast,
            Tone::Saturation,
            Tone::Warmth,
            Tone::Shadows,
            Tone::Highlights,
            Tone::Hue,
        ] {
            assert_eq!(tone(&pixels, kind, 0.0), pixels);
            assert_ne!(tone(&pixels, kind, 0.5), pixels, "{kind:?}");
            assert_ne!(tone(&pixels, kind, -9.0), pixels, "{kind:?}");
        }
        assert!(mean(&tone(&pixels, Tone::Brightness, 0.4), 1) > mean(&pixels, 1) + 10.0);
        assert!(mean(&tone(&pixels, Tone::Warmth, 0.5), 2) < mean(&pixels, 2));
        let grey = tone(&pixels, Tone::Saturation, -1.0);
        assert!(grey.rgba.chunks_exact(4).all(|p| p[0].abs_diff(p[1]) <= 1));
        assert!(mean(&daylight(&pixels, Daylight::Night), 0) < mean(&pixels, 0) / 2.0);
    }
}
