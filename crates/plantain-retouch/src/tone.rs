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

/// Pixels that are worked out together, so that the compiler can put them side by side.
const LANES: usize = 16;

/// Returns the picture with every pixel's linear light changed by `f(light)`; alpha stays.
pub fn mapped(pixels: &Pixels, f: impl Fn([f32; 3]) -> [f32; 3] + Sync) -> Pixels {
    mapped_with(pixels, |_| true, |_, _| [], |light, []| f(light))
}

/// As [`mapped`], of the pixels that `wanted(index)` names, with numbers that depend on the place: `f(light, beside(x, y))`.
///
/// `f` is fastest where it neither looks anything up nor goes different ways.
pub fn mapped_with<const N: usize>(
    pixels: &Pixels,
    wanted: impl Fn(usize) -> bool + Sync,
    beside: impl Fn(usize, usize) -> [f32; N] + Sync,
    f: impl Fn([f32; 3], [f32; N]) -> [f32; 3] + Sync,
) -> Pixels {
    let mut rgba = pixels.rgba.clone();
    let width = pixels.width as usize;
    let change = |y: usize, first: usize, run: &mut [u8]| {
        let mut keep = [true; LANES];
        let mut light = [[0.0f32; LANES]; 3];
        let mut more = [[0.0f32; LANES]; N];
        for (k, pixel) in run.chunks_exact(4).enumerate() {
            keep[k] = !wanted(y * width + first + k);
            for c in 0..3 {
                light[c][k] = light::linear(pixel[c]);
            }
            for (more, value) in more.iter_mut().zip(beside(first + k, y)) {
                more[k] = value;
            }
        }
        if keep.iter().all(|keep| *keep) {
            return;
        }
        let [mut red, mut green, mut blue] = light;
        for k in 0..LANES {
            let own = [red[k], green[k], blue[k]];
            let changed = f(own, std::array::from_fn(|n| more[n][k]));
            [red[k], green[k], blue[k]] = light::in_gamut(changed);
        }
        for (k, pixel) in run.chunks_exact_mut(4).enumerate() {
            if !keep[k] {
                pixel[..3].copy_from_slice(&light::encoded_rgb([red[k], green[k], blue[k]]));
            }
        }
    };
    rgba.par_chunks_mut(width * 4)
        .enumerate()
        .for_each(|(y, row)| {
            for (part, run) in row.chunks_mut(LANES * 4).enumerate() {
                change(y, part * LANES, run);
            }
        });
    Pixels { rgba, ..*pixels }
}

/// Returns the luminance of every pixel, linear light.
pub fn luminances(pixels: &Pixels) -> Plane {
    Plane::of(pixels.width as usize, pixels.height as usize, |i| {
        luminance(pixels, i)
    })
}

#[inline]
fn luminance(pixels: &Pixels, i: usize) -> f32 {
    let p = &pixels.rgba[i * 4..i * 4 + 4];
    light::luminance(light::linear_rgb([p[0], p[1], p[2]]))
}

/// Returns the luminance in the middle of those of every `step`-th pixel.
fn middle(pixels: &Pixels, step: usize) -> f32 {
    let all = (0..pixels.rgba.len() / 4).step_by(step);
    let mut sample: Vec<f32> = all.map(|i| luminance(pixels, i)).collect();
    plane::quantile(&mut sample, 0.5)
}

/// Returns the luminances of the picture at another size.
fn luminances_at(pixels: &Pixels, size: (usize, usize)) -> Plane {
    let own = (pixels.width as usize, pixels.height as usize);
    Plane::sampled(own, size, |i| luminance(pixels, i))
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
            mapped(pixels, |light| {
                [0, 1, 2].map(|c| light[c] * gains[c] * keep)
            })
        }
        Tone::Brightness => mapped(pixels, |light| {
            light::from_oklab(brighter(light::oklab(light), amount))
        }),
        Tone::Saturation => mapped(pixels, |light| {
            let [lightness, a, b] = light::oklab(light);
            // Dull colours gain most, so that vivid ones do not burn out.
            let gain = (1.5 - 2.0 * light::chroma([lightness, a, b])).max(0.5);
            let scale = 1.0 + amount * if amount < 0.0 { 1.0 } else { gain };
            light::from_oklab([lightness, a * scale, b * scale])
        }),
        Tone::Hue => {
            let turn = amount * std::f32::consts::PI;
            let (sin, cos) = (libm::sinf(turn), libm::cosf(turn));
            mapped(pixels, |light| {
                let [lightness, a, b] = light::oklab(light);
                light::from_oklab([lightness, a * cos - b * sin, a * sin + b * cos])
            })
        }
    }
}

/// The middle moves most. Lighter leaves black and white where they are; darker takes white along.
#[inline]
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
    let middle = light::oklab([middle(pixels, 17); 3])[0].clamp(0.25, 0.75);
    let power = if amount > 0.0 {
        1.0 + 1.1 * amount
    } else {
        1.0 / (1.0 - 1.3 * amount)
    };
    mapped(pixels, |light| {
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
    let part = |side: usize| ((side as f32 * scale) as usize).max(1);
    let small = luminances_at(pixels, (part(w), part(h)));
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
    let weight = |x: usize, y: usize| {
        let l = around.at(x, y).clamp(0.0, 1.0);
        [if tone == Tone::Shadows {
            (1.0 - l / 0.55).clamp(0.0, 1.0)
        } else {
            ((l - 0.5) / 0.5).clamp(0.0, 1.0)
        }]
    };
    mapped_with(
        pixels,
        |_| true,
        weight,
        |light, [weight]| light::from_oklab(brighter(light::oklab(light), amount * weight * 0.9)),
    )
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
    let middle = middle(pixels, 13).max(0.004);
    let edge = |x: usize, y: usize| {
        let (x, y) = crate::select::place(x, y, w, h);
        1.0 - 0.28 * ((x * x + y * y) * 0.5)
    };
    match to {
        Daylight::Night => {
            let sigma = w.max(h) as f32 * 0.03 / 4.0;
            let small = luminances_at(pixels, ((w / 4).max(1), (h / 4).max(1)));
            let around = small.blurred(sigma).resized(w, h);
            // The brighter the day, the more stops.
            let stops = 1.7 + 0.5 * ((middle - 0.18) / 0.3).clamp(-0.6, 1.0);
            let exposure = libm::exp2f(-stops);
            let beside = |x: usize, y: usize| [edge(x, y), around.at(x, y)];
            mapped_with(pixels, wanted, beside, |light, [edge, around]| {
                night(light, exposure, edge, around)
            })
        }
        Daylight::Dusk => {
            let beside = |x: usize, y: usize| [edge(x, y)];
            mapped_with(pixels, wanted, beside, |light, [edge]| {
                graded(light::oklab(light), 0.34, [0.82, 0.92, 1.45], 0.85).map(|v| v * edge)
            })
        }
        Daylight::Golden => mapped_with(
            pixels,
            wanted,
            |_, _| [],
            |light, []| graded(light::oklab(light), 0.92, [1.3, 0.95, 0.58], 1.12),
        ),
        Daylight::Day => {
            let lift = (0.24 / middle).clamp(1.0, 6.0);
            mapped_with(
                pixels,
                wanted,
                |_, _| [],
                |light, []| {
                    let lab = light::oklab(light);
                    graded(lab, lift, [1.04, 1.0, 0.94], 1.15)
                        .map(|v| v / (1.0 + (v - 0.8).max(0.0)))
                },
            )
        }
    }
}

/// Returns the linear light of an Oklab colour under another exposure, colour of the light and saturation.
#[inline]
fn graded(lab: [f32; 3], exposure: f32, tint: [f32; 3], saturation: f32) -> [f32; 3] {
    let lit = light::from_oklab([lab[0], lab[1] * saturation, lab[2] * saturation]);
    let keep = exposure / light::luminance(tint);
    std::array::from_fn(|c| lit[c].max(0.0) * tint[c] * keep)
}

/// Two stops less, bluish and pale as the eye sees at night; whites go down with the rest. Warm spots that are much
/// brighter than what is around them are lamps, and stay.
#[inline]
fn night(light: [f32; 3], exposure: f32, edge: f32, around: f32) -> [f32; 3] {
    let (lab, luminance) = (light::oklab(light), light::luminance(light));
    let exposure = exposure / (1.0 + 1.6 * luminance);
    let dark = graded(lab, exposure, [0.62, 0.86, 1.75], 0.55).map(|v| v * edge + 0.0015);
    let lamp = ((luminance - 0.35) / 0.4).clamp(0.0, 1.0)
        * ((light::chroma(lab) - 0.1) / 0.06).clamp(0.0, 1.0)
        * ((lab[2] - 0.04) / 0.04).clamp(0.0, 1.0)
        * (luminance / around.max(0.02) - 2.0).clamp(0.0, 1.0);
    std::array::from_fn(|c| dark[c] + (light[c] * 0.85 - dark[c]) * lamp)
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
