//! Soft edges at full size: how much of every pixel near the edge is subject, and the subject's own colour there.

use plantain_core::{Mask, Pixels};
use rayon::prelude::*;

use super::surface::Surface;
use super::work::{Work, place};
use crate::apply;
use crate::light;
use crate::plane::{self, Plane, Value as _};

/// Half the width of the band in which edges are sought, in pixels of the small copy.
const REACH: f32 = 3.5;

/// Returns the coverage of the subject and its colours without the background's, see-through elsewhere.
///
/// `noise` is how much the background scatters around its local mean, in sRGB bytes; `surface` is a plain one.
pub fn matte(
    pixels: &Pixels,
    work: &Work,
    subject: &[bool],
    noise: f32,
    surface: Option<&Surface>,
) -> (Mask, Pixels) {
    let (w, h) = (work.width, work.height);
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let near = Near::of(work, subject);
    let scale = (w as f32 / width as f32, h as f32 / height as f32);
    let mut coverage = vec![0u8; width * height];
    let mut rgba = vec![0u8; width * height * 4];
    coverage
        .par_chunks_mut(width)
        .zip(rgba.par_chunks_mut(width * 4))
        .enumerate()
        .for_each(|(y, (coverage, rgba))| {
            let sy = ((y as f32 + 0.5) * scale.1 - 0.5).clamp(0.0, (h - 1) as f32);
            for x in 0..width {
                let sx = ((x as f32 + 0.5) * scale.0 - 0.5).clamp(0.0, (w - 1) as f32);
                let nearest = (sy + 0.5) as usize * w + (sx + 0.5) as usize;
                let at = (y * width + x) * 4;
                let source = &pixels.rgba[at..at + 4];
                let out = &mut rgba[x * 4..x * 4 + 4];
                if !near.band[nearest] {
                    if subject[nearest] {
                        coverage[x] = 255;
                        out.copy_from_slice(source);
                    }
                    continue;
                }
                let color = [source[0], source[1], source[2]];
                let ground = surface.is_some_and(|s| {
                    let (px, py) = place(x, y, width, height);
                    is_lit_ground(s.at(px, py), color)
                });
                let (alpha, color) = near.unmix(sx, sy, color, noise, ground);
                coverage[x] = (alpha * 255.0 + 0.5) as u8;
                match coverage[x] {
                    0 => {}
                    255 => out.copy_from_slice(source),
                    _ => {
                        out[..3].copy_from_slice(&color);
                        out[3] = (alpha * f32::from(source[3]) + 0.5) as u8;
                    }
                }
            }
        });
    let mask = Mask {
        width: pixels.width,
        height: pixels.height,
        coverage,
    };
    (mask, apply::pixels(pixels.width, pixels.height, rgba))
}

/// Whether a colour is that of the background, as lit or in a shadow.
fn is_lit_ground(surface: [f32; 3], color: [u8; 3]) -> bool {
    let ground = light::from_cielab(surface);
    let own = light::linear_rgb(color);
    let ratios = [0, 1, 2].map(|c| (own[c] + 0.004) / (ground[c].max(0.0) + 0.004));
    let mean = (ratios[0] + ratios[1] + ratios[2]) / 3.0;
    (0.4..1.08).contains(&mean) && ratios.iter().all(|r| (r - mean).abs() < 0.06 * mean)
}

/// What the surroundings of every pixel of the small copy are like.
struct Near {
    band: Vec<bool>,
    /// Mean colour of what is surely subject nearby, sRGB bytes, and the selection, softened.
    subject: Plane<[f32; 4]>,
    /// Mean colour of what is surely background nearby, sRGB bytes, and nothing.
    ground: Plane<[f32; 4]>,
}

impl Near {
    fn of(work: &Work, subject: &[bool]) -> Self {
        let (w, h) = (work.width, work.height);
        let outside: Vec<bool> = subject.iter().map(|s| !s).collect();
        let sure_inside = plane::eroded(subject, w, h, REACH - 1.0);
        let sure_outside = plane::eroded(&outside, w, h, REACH - 1.0);
        let band: Vec<bool> = {
            let inner = plane::dilated(&outside, w, h, REACH);
            let outer = plane::dilated(subject, w, h, REACH);
            inner.iter().zip(&outer).map(|(a, b)| *a && *b).collect()
        };
        let inside = Plane::of(w, h, |i| f32::from(u8::from(subject[i]))).blurred(1.2);
        let colors = work.srgb();
        let mut near = Self {
            band,
            subject: spread(&colors, or(&sure_inside, subject), w, h),
            ground: spread(&colors, or(&sure_outside, &outside), w, h),
        };
        for (near, inside) in near.subject.values.iter_mut().zip(inside.values) {
            near[3] = inside;
        }
        near
    }

    /// Returns the share of subject in a colour at a place of the small copy, and the subject's part of the colour.
    /// A colour that is the background in more or less light (`lit_ground`) is no other colour of the subject.
    fn unmix(
        &self,
        x: f32,
        y: f32,
        color: [u8; 3],
        noise: f32,
        lit_ground: bool,
    ) -> (f32, [u8; 3]) {
        let [red, green, blue, inside] = self.subject.between(x, y);
        let subject = [red, green, blue];
        let ground = self.ground.between(x, y);
        let color = color.map(f32::from);
        let (mut along, mut length) = (0.0, 0.0);
        for c in 0..3 {
            let way = subject[c] - ground[c];
            along += (color[c] - ground[c]) * way;
            length += way * way;
        }
        let projected = (along / length.max(1.0)).clamp(0.0, 1.0);
        // Off the line between both means another colour of the subject, not a mixture.
        let off: f32 = (0..3)
            .map(|c| {
                let d = color[c] - ground[c] - projected * (subject[c] - ground[c]);
                d * d
            })
            .sum();
        let foreign = smooth(
            off,
            3.0 * noise * noise + 200.0,
            9.0 * noise * noise + 1800.0,
        );
        let projected = if lit_ground {
            projected
        } else {
            projected.max(foreign * smooth(inside, 0.15, 0.5))
        };
        let trust = length / (length + 3.0 * noise * noise + 60.0);
        let guess = smooth(inside, 0.3, 0.7);
        let alpha = trust * projected + (1.0 - trust) * guess;
        // Far inside is subject and far outside is not, whatever the colours say.
        let alpha = alpha.clamp(smooth(inside, 0.75, 0.99), smooth(inside, 0.01, 0.3));
        let alpha = ((alpha - 0.04) / 0.92).clamp(0.0, 1.0);
        let freed = [0, 1, 2].map(|c| {
            let own = (color[c] - (1.0 - alpha) * ground[c]) / alpha.max(0.1);
            let own = own.clamp(0.0, 255.0);
            (alpha * own + (1.0 - alpha) * subject[c] + 0.5).clamp(0.0, 255.0) as u8
        });
        (alpha, freed)
    }
}

/// Returns `sure`, or `all` when nothing is.
fn or<'a>(sure: &'a [bool], all: &'a [bool]) -> &'a [bool] {
    if sure.iter().any(|s| *s) { sure } else { all }
}

/// Returns the colours of what is `set`, carried on to everywhere: near ones count most. The fourth number is nothing.
fn spread(colors: &[[f32; 3]], set: &[bool], w: usize, h: usize) -> Plane<[f32; 4]> {
    const RADII: [(usize, f32); 3] = [(4, 1.0), (14, 0.02), (60, 1e-4)];
    // Colours, and how many there are.
    let own = Plane::of(w, h, |i| match colors[i] {
        [r, g, b] if set[i] => [r, g, b, 1.0],
        _ => [0.0; 4],
    });
    let [red, green, blue, count] = own.values.iter().fold([0.0; 4], |a, b| a.plus(*b));
    let mean = [red, green, blue].map(|sum| sum / f32::max(count, 1.0));
    let sums = RADII.map(|(r, _)| own.box_blurred_by(&[r, r]));
    Plane::of(w, h, |i| {
        let [red, green, blue] = mean;
        let mut all = [red, green, blue, 1.0].times(1e-6);
        for (sum, (_, share)) in sums.iter().zip(RADII) {
            all = all.plus(sum.values[i].map(|v| v.max(0.0)).times(share));
        }
        all.times(1.0 / all[3])
    })
}

/// Smooth step from 0 at `low` to 1 at `high`.
fn smooth(value: f32, low: f32, high: f32) -> f32 {
    let t = ((value - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
