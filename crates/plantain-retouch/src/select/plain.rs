//! Subjects before a plain background: what lies off the surface, without the shadow it casts.

use std::collections::VecDeque;

use rayon::prelude::*;

use super::surface::{Surface, ring};
use super::work::Work;
use crate::light;
use crate::plane::{self, Plane};

/// How much the channels of a shadow may differ from each other, as ratios to the background.
const SHADOW_SPREAD: f32 = 0.06;
/// Darkest and brightest ratio of a shadow.
const SHADOW_RATIO: (f32, f32) = (0.45, 1.03);
/// Steepest change of the ratio inside a shadow, from pixel to pixel.
const SHADOW_SLOPE: f32 = 0.035;
/// Parts smaller than this share of the largest are dust.
const PART_MIN: f32 = 0.02;

/// Returns which pixels are the subject.
pub fn segment(work: &Work, surface: &Surface) -> Vec<bool> {
    let (w, h) = (work.width, work.height);
    let distance = Plane::of(w, h, |i| surface.distance(work, i));
    // Noise is averaged away before anything is taken for subject, but edges are not.
    let calm = distance.box_blurred(1);
    let limit = 3.0 + 2.5 * surface.sigma;
    let ground: Vec<bool> = (0..w * h)
        .map(|i| calm.values[i].min(distance.values[i]) < limit)
        .collect();
    let lights = lights(work, surface);
    let shadow = shadows(work, surface, &lights);
    let open: Vec<bool> = (0..w * h).map(|i| ground[i] || shadow[i]).collect();
    let reached = reach(&open, &ground, w, h);
    let mut subject: Vec<bool> = reached.iter().map(|r| !r).collect();
    peel(work, surface, &lights, &mut subject);
    punch_holes(&mut subject, &ground, &distance, surface, w, h);
    drop_dust(&mut subject, w, h);
    subject
}

/// Returns the pixels that are the background in less light: as grey as it, darker, and without edges.
fn shadows(work: &Work, surface: &Surface, lights: &[(f32, f32)]) -> Vec<bool> {
    let (w, h) = (work.width, work.height);
    let calm = Plane::of(w, h, |i| lights[i].0).box_blurred(1);
    let spread_max = SHADOW_SPREAD + 0.02 * surface.sigma;
    let slope_max = SHADOW_SLOPE + 0.01 * surface.sigma;
    (0..w * h)
        .into_par_iter()
        .map(|i| {
            let (x, y) = (i % w, i / w);
            let (right, below) = ((x + 1).min(w - 1), (y + 1).min(h - 1));
            let dx = calm.at(right, y) - calm.at(x.saturating_sub(1), y);
            let dy = calm.at(x, below) - calm.at(x, y.saturating_sub(1));
            let slope = libm::sqrtf(dx * dx + dy * dy) * 0.5;
            lights[i].1 < spread_max
                && (SHADOW_RATIO.0..SHADOW_RATIO.1).contains(&calm.values[i])
                && slope < slope_max
        })
        .collect()
}

/// Returns [`luminance_ratio`] of every pixel.
fn lights(work: &Work, surface: &Surface) -> Vec<(f32, f32)> {
    (0..work.width * work.height)
        .into_par_iter()
        .map(|i| luminance_ratio(work, surface, i))
        .collect()
}

/// Returns the mean ratio of a pixel's light to the surface's, and how much the channels differ in it.
fn luminance_ratio(work: &Work, surface: &Surface, i: usize) -> (f32, f32) {
    let (x, y) = work.place(i);
    let below = light::from_cielab(surface.at(x, y));
    let at = work.color(i);
    let ratios = [0, 1, 2].map(|c| (at[c] + 0.004) / (below[c].max(0.0) + 0.004));
    let mean = (ratios[0] + ratios[1] + ratios[2]) / 3.0;
    let high = ratios.iter().fold(f32::MIN, |a, &b| a.max(b));
    let low = ratios.iter().fold(f32::MAX, |a, &b| a.min(b));
    (mean, (high - low) / mean.max(1e-3))
}

/// Returns what of `open` is connected with background on the border.
fn reach(open: &[bool], ground: &[bool], w: usize, h: usize) -> Vec<bool> {
    let mut reached = vec![false; w * h];
    let mut queue = VecDeque::new();
    for i in ring(w, h) {
        if ground[i] && !reached[i] {
            reached[i] = true;
            queue.push_back(i);
        }
    }
    while let Some(i) = queue.pop_front() {
        let (x, y) = (i % w, i / w);
        let around = [
            (x > 0).then(|| i - 1),
            (x + 1 < w).then(|| i + 1),
            (y > 0).then(|| i - w),
            (y + 1 < h).then(|| i + w),
        ];
        for next in around.into_iter().flatten() {
            if open[next] && !reached[next] {
                reached[next] = true;
                queue.push_back(next);
            }
        }
    }
    reached
}

/// Takes off thin strips of background light between the subject and its shadow: too steep to be taken for shadow, but
/// of the background's colour, and nowhere far from what is not.
fn peel(work: &Work, surface: &Surface, lights: &[(f32, f32)], subject: &mut [bool]) {
    /// Widest strip, pixels; further than this from the body it is a part of its own.
    const STRIP: f32 = 4.0;
    let (w, h) = (work.width, work.height);
    let lit: Vec<bool> = (0..w * h)
        .map(|i| {
            let (ratio, spread) = lights[i];
            subject[i]
                && spread < SHADOW_SPREAD + 0.02 * surface.sigma
                && (SHADOW_RATIO.0 * 0.7..1.06).contains(&ratio)
        })
        .collect();
    let body: Vec<bool> = (0..w * h).map(|i| subject[i] && !lit[i]).collect();
    let thick = plane::dilated(&plane::eroded(&lit, w, h, STRIP), w, h, STRIP + 1.0);
    let near = plane::dilated(&body, w, h, STRIP);
    let outside: Vec<bool> = subject.iter().map(|s| !s).collect();
    let rim = plane::dilated(&outside, w, h, 2.0 * STRIP);
    for i in 0..w * h {
        if lit[i] && !thick[i] && near[i] && rim[i] {
            subject[i] = false;
        }
    }
}

/// Opens what the subject encloses and is background; a white label on a bottle only looks like it, and is a little
/// off everywhere.
fn punch_holes(
    subject: &mut [bool],
    ground: &[bool],
    distance: &Plane,
    surface: &Surface,
    w: usize,
    h: usize,
) {
    let enclosed: Vec<bool> = (0..w * h).map(|i| subject[i] && ground[i]).collect();
    let (labels, found) = plane::components(&enclosed, w, h);
    let mut sums = vec![0.0f32; found.len()];
    for (i, &label) in labels.iter().enumerate() {
        if label > 0 {
            sums[label as usize - 1] += distance.values[i];
        }
    }
    // The noise itself is off by its own mean.
    let limit = 1.0 + (0.75 * surface.sigma).max(2.3 * (surface.sigma - 0.5));
    for (i, &label) in labels.iter().enumerate() {
        if label > 0 {
            let component = found[label as usize - 1];
            let mean = sums[label as usize - 1] / component.area as f32;
            if component.area > 12 && mean <= limit {
                subject[i] = false;
            }
        }
    }
}

/// Drops parts that are too small to be meant, and fills pinholes.
pub fn drop_dust(subject: &mut [bool], w: usize, h: usize) {
    let (labels, found) = plane::components(subject, w, h);
    let largest = found.iter().map(|c| c.area).max().unwrap_or(0);
    let least = (largest as f32 * PART_MIN).max(6.0) as usize;
    for (i, &label) in labels.iter().enumerate() {
        if label > 0 && found[label as usize - 1].area < least {
            subject[i] = false;
        }
    }
    let gaps: Vec<bool> = subject.iter().map(|s| !s).collect();
    let (labels, found) = plane::components(&gaps, w, h);
    for (i, &label) in labels.iter().enumerate() {
        if label > 0 && !found[label as usize - 1].at_edge && found[label as usize - 1].area <= 12 {
            subject[i] = true;
        }
    }
}
