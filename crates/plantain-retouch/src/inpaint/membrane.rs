//! The smoothest surface through given values: Laplace's equation, from coarse to fine.

use rayon::prelude::*;

/// Rounds of relaxation at each size.
const ROUNDS: usize = 10;
/// Pull of over-relaxation.
const PULL: f32 = 1.5;

/// Sets `values` where `unknown`, so that each is the mean of its neighbours; those `known` stay. What is neither is
/// not looked at.
pub fn membrane(
    values: &mut [[f32; 3]],
    known: &[bool],
    unknown: &[bool],
    width: usize,
    height: usize,
) {
    start(values, known, unknown, width, height);
    relax(values, known, unknown, width, height);
}

/// Sets the unknown values from the solution at half the size.
fn start(values: &mut [[f32; 3]], known: &[bool], unknown: &[bool], width: usize, height: usize) {
    if width <= 2 && height <= 2 {
        let given: Vec<[f32; 3]> = (0..values.len())
            .filter(|&i| known[i])
            .map(|i| values[i])
            .collect();
        let n = given.len().max(1) as f32;
        let mean = [0, 1, 2].map(|c| given.iter().map(|v| v[c]).sum::<f32>() / n);
        for (value, _) in values.iter_mut().zip(unknown).filter(|(_, u)| **u) {
            *value = mean;
        }
        return;
    }
    let (w, h) = (width.div_ceil(2), height.div_ceil(2));
    let mut small = vec![[0.0f32; 3]; w * h];
    let mut counts = vec![0.0f32; w * h];
    let mut small_unknown = vec![false; w * h];
    for i in 0..values.len() {
        let at = i / width / 2 * w + i % width / 2;
        if known[i] {
            for c in 0..3 {
                small[at][c] += values[i][c];
            }
            counts[at] += 1.0;
        }
        small_unknown[at] |= unknown[i];
    }
    let small_known: Vec<bool> = counts.iter().map(|n| *n > 0.0).collect();
    for (value, count) in small.iter_mut().zip(&counts) {
        for v in value {
            *v /= count.max(1.0);
        }
    }
    for (unknown, known) in small_unknown.iter_mut().zip(&small_known) {
        *unknown &= !known;
    }
    membrane(&mut small, &small_known, &small_unknown, w, h);
    for i in (0..values.len()).filter(|&i| unknown[i]) {
        let (x, y) = (i % width, i / width);
        values[i] = between(&small, &small_known, &small_unknown, x, y, w, h);
    }
}

/// Bilinear between the samples that have a value.
fn between(
    small: &[[f32; 3]],
    known: &[bool],
    unknown: &[bool],
    x: usize,
    y: usize,
    w: usize,
    h: usize,
) -> [f32; 3] {
    let near = |v: usize, length: usize| {
        let own = v / 2;
        let other = if v.is_multiple_of(2) {
            own.saturating_sub(1)
        } else {
            (own + 1).min(length - 1)
        };
        [(own, 0.75), (other, 0.25)]
    };
    let (mut sum, mut total) = ([0.0f32; 3], 0.0);
    for (sy, wy) in near(y, h) {
        for (sx, wx) in near(x, w) {
            let i = sy * w + sx;
            if known[i] || unknown[i] {
                let weight = wx * wy;
                for c in 0..3 {
                    sum[c] += small[i][c] * weight;
                }
                total += weight;
            }
        }
    }
    sum.map(|v| v / total.max(1e-6))
}

fn relax(values: &mut [[f32; 3]], known: &[bool], unknown: &[bool], width: usize, height: usize) {
    // Squares of two colours, as on a chess board: one half depends on the other only.
    let halves: [Vec<usize>; 2] = [0, 1].map(|half| {
        (0..values.len())
            .filter(|&i| unknown[i] && (i % width + i / width) % 2 == half)
            .collect()
    });
    let mut relaxed: Vec<[f32; 3]> = Vec::new();
    for round in 0..ROUNDS {
        let pull = if round + 2 < ROUNDS { PULL } else { 1.0 };
        for half in &halves {
            let next = half.par_iter().with_min_len(4096).map(|&i| {
                let (x, y) = (i % width, i / width);
                let (mut sum, mut count) = ([0.0f32; 3], 0.0f32);
                let around = [
                    (x > 0).then(|| i - 1),
                    (x + 1 < width).then(|| i + 1),
                    (y > 0).then(|| i - width),
                    (y + 1 < height).then(|| i + width),
                ];
                for n in around.into_iter().flatten() {
                    if known[n] || unknown[n] {
                        for c in 0..3 {
                            sum[c] += values[n][c];
                        }
                        count += 1.0;
                    }
                }
                let own = values[i];
                if count == 0.0 {
                    return own;
                }
                std::array::from_fn(|c| own[c] + (sum[c] / count - own[c]) * pull)
            });
            next.collect_into_vec(&mut relaxed);
            for (&i, value) in half.iter().zip(&relaxed) {
                values[i] = *value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_is_continued_exactly_enough() {
        let (w, h) = (90, 70);
        let slope = |i: usize| [(i % w) as f32, (i / w) as f32, 7.0];
        let hole: Vec<bool> = (0..w * h)
            .map(|i| (20..65).contains(&(i % w)) && (15..50).contains(&(i / w)))
            .collect();
        let known: Vec<bool> = hole.iter().map(|h| !h).collect();
        let mut values: Vec<[f32; 3]> = (0..w * h)
            .map(|i| if hole[i] { [-99.0; 3] } else { slope(i) })
            .collect();
        membrane(&mut values, &known, &hole, w, h);
        for (i, value) in values.iter().enumerate() {
            for (got, want) in value.iter().zip(slope(i)) {
                assert!((got - want).abs() < 2.5, "{i} {value:?}");
            }
        }
    }
}
