//! Subjects before a textured background: colours that the border has little of, refined by a graph cut.

use rayon::prelude::*;

use super::flow::Flow;
use super::mixture::Mixture;
use super::plain::drop_dust;
use super::surface::ring;
use super::work::Work;
use crate::arith::exp;
use crate::plane::{self, Plane};

/// Steps of a colour channel in the histograms.
const STEPS: usize = 16;
/// Rounds of learning and cutting.
const ROUNDS: usize = 4;
/// Price of an edge between equal neighbours.
const SMOOTHNESS: f32 = 50.0;
/// Whole numbers in a unit of cost.
const UNIT: f32 = 64.0;

/// Returns which pixels are the subject.
pub fn segment(work: &Work) -> Vec<bool> {
    let (w, h) = (work.width, work.height);
    let colors = work.srgb();
    let score = foreignness(&colors, w, h);
    let limit = otsu(&score.values);
    let mut subject: Vec<bool> = score.values.iter().map(|s| *s > limit).collect();
    let border = sure_background(w, h);
    for &i in &border {
        subject[i] = false;
    }
    drop_dust(&mut subject, w, h);
    refine(&colors, &mut subject, &border, w, h);
    drop_dust(&mut subject, w, h);
    subject
}

/// Returns the outermost pixels: what stands there is background, unless nearly everything is.
fn sure_background(w: usize, h: usize) -> Vec<usize> {
    let thick = (w.min(h) / 50).max(1);
    (0..w * h)
        .filter(|i| {
            let (x, y) = (i % w, i / w);
            x < thick || y < thick || x + thick >= w || y + thick >= h
        })
        .collect()
}

/// Returns how little the border has of every pixel's colour, 0 to 1, more in the middle of the picture.
fn foreignness(colors: &[[f32; 3]], w: usize, h: usize) -> Plane {
    let mut all = vec![0.0f32; STEPS * STEPS * STEPS];
    for color in colors {
        all[bin(color)] += 1.0;
    }
    let mut border = vec![0.0f32; all.len()];
    let edge = ring(w, h);
    for &i in &edge {
        border[bin(&colors[i])] += 1.0;
    }
    let (all, border) = (smoothed(&all), smoothed(&border));
    let scale = colors.len() as f32 / edge.len().max(1) as f32;
    let ratio: Vec<f32> = all
        .iter()
        .zip(&border)
        .map(|(a, b)| {
            let ground = b * scale;
            // As many of a colour at the border as elsewhere means background.
            1.0 - (ground / (a + 0.5)).min(1.0)
        })
        .collect();
    let raw = Plane::of(w, h, |i| {
        let x = (i % w) as f32 / w as f32 - 0.5;
        let y = (i / w) as f32 / h as f32 - 0.5;
        let prior = 1.0 - 1.6 * (x * x + y * y);
        ratio[bin(&colors[i])] * prior
    });
    raw.box_blurred(1).box_blurred(1)
}

fn bin(color: &[f32; 3]) -> usize {
    let step = |v: f32| ((v / 256.0 * STEPS as f32) as usize).min(STEPS - 1);
    (step(color[0]) * STEPS + step(color[1])) * STEPS + step(color[2])
}

/// Blurs a histogram by 1-2-1 along each channel.
fn smoothed(bins: &[f32]) -> Vec<f32> {
    let mut bins = bins.to_vec();
    for stride in [1, STEPS, STEPS * STEPS] {
        let before = bins.clone();
        for (i, value) in bins.iter_mut().enumerate() {
            let place = i / stride % STEPS;
            let low = if place > 0 { before[i - stride] } else { 0.0 };
            let high = if place + 1 < STEPS {
                before[i + stride]
            } else {
                0.0
            };
            *value = 0.25 * low + 0.5 * before[i] + 0.25 * high;
        }
    }
    bins
}

/// Returns how much two sets of colours have in common, 0 to 1.
pub fn overlap(colors: &[[f32; 3]], subject: &[bool]) -> f32 {
    let mut bins = [
        vec![0.0f32; STEPS * STEPS * STEPS],
        vec![0.0f32; STEPS * STEPS * STEPS],
    ];
    let mut counts = [0.0f32; 2];
    for (color, &inside) in colors.iter().zip(subject) {
        bins[usize::from(inside)][bin(color)] += 1.0;
        counts[usize::from(inside)] += 1.0;
    }
    if counts[0] == 0.0 || counts[1] == 0.0 {
        return 1.0;
    }
    let [outside, inside] = bins.map(|b| smoothed(&b));
    outside
        .iter()
        .zip(&inside)
        .map(|(a, b)| libm::sqrtf(a / counts[0] * b / counts[1]))
        .sum()
}

/// Returns the limit that parts the values best into two groups.
fn otsu(values: &[f32]) -> f32 {
    let mut bins = [0.0f64; 256];
    for value in values {
        bins[(value * 255.0).clamp(0.0, 255.0) as usize] += 1.0;
    }
    let total: f64 = bins.iter().sum();
    let moment: f64 = bins.iter().enumerate().map(|(i, n)| i as f64 * n).sum();
    let (mut below, mut sum, mut best) = (0.0, 0.0, (0.0, 127));
    for (i, n) in bins.iter().enumerate() {
        below += n;
        sum += i as f64 * n;
        if below == 0.0 || below >= total {
            continue;
        }
        let apart = sum / below - (moment - sum) / (total - below);
        let between = below * (total - below) * apart * apart;
        if between > best.0 {
            best = (between, i);
        }
    }
    (best.1 as f32 + 0.5) / 255.0
}

/// GrabCut: learns the colours of both sides, cuts, and again.
fn refine(colors: &[[f32; 3]], subject: &mut Vec<bool>, border: &[usize], w: usize, h: usize) {
    let side = |subject: &[bool], inside: bool| -> Vec<[f32; 3]> {
        colors
            .iter()
            .zip(subject)
            .filter(|(_, s)| **s == inside)
            .map(|(c, _)| *c)
            .collect()
    };
    let (Some(mut inner), Some(mut outer)) = (
        Mixture::grouped(&side(subject, true)),
        Mixture::grouped(&side(subject, false)),
    ) else {
        return;
    };
    let links = links(colors, w, h);
    for round in 0..ROUNDS {
        if round > 0 {
            inner = inner.learnt(&side(subject, true));
            outer = outer.learnt(&side(subject, false));
        }
        let costs = costs(colors, &inner, &outer);
        let mut flow = Flow::new(w, h);
        for (i, (&(inside, outside), &links)) in costs.iter().zip(&links).enumerate() {
            flow.set_terminal(i % w, i / w, inside, outside);
            flow.set_links(i % w, i / w, links);
        }
        for &i in border {
            flow.set_terminal(i % w, i / w, (1000.0 * UNIT) as i32, 0);
        }
        let cut = flow.cut();
        let changed = cut
            .iter()
            .zip(subject.iter())
            .filter(|(a, b)| a != b)
            .count();
        if !cut.iter().any(|s| *s) {
            return;
        }
        *subject = cut;
        if changed * 1000 < w * h {
            return;
        }
    }
}

/// Returns what it costs to put every pixel inside and outside.
fn costs(colors: &[[f32; 3]], inner: &Mixture, outer: &Mixture) -> Vec<(i32, i32)> {
    /// Colours that are looked at together.
    const LANES: usize = 8;
    let unit = |cost: f32| (cost * UNIT).clamp(-1e6, 1e6) as i32;
    let mut costs = vec![(0, 0); colors.len()];
    costs
        .par_chunks_mut(LANES)
        .zip(colors.par_chunks(LANES))
        .with_min_len(64)
        .for_each(|(costs, colors)| {
            let mut all = [[0.0; 3]; LANES];
            all[..colors.len()].copy_from_slice(colors);
            let sides = inner.costs(&all).into_iter().zip(outer.costs(&all));
            for (cost, (inside, outside)) in costs.iter_mut().zip(sides) {
                *cost = (unit(inside), unit(outside));
            }
        });
    costs
}

/// Returns what it costs to cut between every pixel and its right, lower, lower right and lower left neighbour.
fn links(colors: &[[f32; 3]], w: usize, h: usize) -> Vec<[i32; 4]> {
    /// Towards the neighbours, and 1 through the way there.
    const AROUND: [(isize, isize, f32); 4] = [
        (1, 0, 1.0),
        (0, 1, 1.0),
        (1, 1, std::f32::consts::FRAC_1_SQRT_2),
        (-1, 1, std::f32::consts::FRAC_1_SQRT_2),
    ];
    // How far the colours are apart, squared; less than nothing beyond the edge.
    let apart: Vec<[f32; 4]> = (0..w * h)
        .into_par_iter()
        .map(|i| {
            AROUND.map(|(dx, dy, _)| {
                let (x, y) = ((i % w) as isize + dx, (i / w) as isize + dy);
                if !(0..w as isize).contains(&x) || y >= h as isize {
                    return -1.0;
                }
                let (one, other) = (colors[i], colors[y as usize * w + x as usize]);
                let d = [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
                d[0] * d[0] + d[1] * d[1] + d[2] * d[2]
            })
        })
        .collect();
    let (mut sum, mut count) = (0.0f64, 0.0f64);
    for &apart in apart.iter().flatten().filter(|apart| **apart >= 0.0) {
        sum += f64::from(apart);
        count += 1.0;
    }
    let beta = if sum > 0.0 {
        (count / (2.0 * sum)) as f32
    } else {
        0.0
    };
    apart
        .into_par_iter()
        .map(|apart| {
            let alike = exp(apart.map(|apart| -beta * apart));
            std::array::from_fn(|k| {
                let cost = SMOOTHNESS * AROUND[k].2 * alike[k] * UNIT;
                if apart[k] < 0.0 { 0 } else { cost as i32 }
            })
        })
        .collect()
}

/// Returns the number of parts of a selection.
pub fn parts(subject: &[bool], w: usize, h: usize) -> usize {
    plane::components(subject, w, h).1.len()
}
