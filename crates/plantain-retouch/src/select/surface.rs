//! The background as a smooth surface: a quadratic in CIELAB through the border of the picture.

use rayon::prelude::*;

use super::work::Work;
use crate::plane::quantile;

/// Terms of a quadratic in two variables.
const TERMS: usize = 6;
/// Pixels that one task works on. Fixed, so that sums do not depend on the number of threads.
const CHUNK: usize = 2048;
/// Width of the border, share of the shorter side.
const BORDER: f32 = 0.04;

/// A background that changes slowly over the picture.
#[derive(Debug, Clone)]
pub struct Surface {
    coefficients: [[f64; TERMS]; 3],
    /// How far the border is from it, CIELAB, robust standard deviation a channel.
    pub sigma: f32,
    /// Share of the border that lies on it.
    pub fit: f32,
    /// Share of the border's sections in which something is off it: small where one thing touches the border, large
    /// where the whole border has a pattern.
    pub scatter: f32,
}

impl Surface {
    /// Fits the border of a picture: least squares again and again, what lies far off counting ever less.
    pub fn fitted(work: &Work) -> Self {
        let ring = ring(work.width, work.height);
        let mut surface = Self {
            coefficients: [[0.0; TERMS]; 3],
            sigma: 0.0,
            fit: 0.0,
            scatter: 0.0,
        };
        let spots: Vec<Spot> = ring.par_iter().map(|&i| Spot::of(work, i)).collect();
        let mut weights = vec![1.0f64; ring.len()];
        let mut residuals = vec![0.0f32; ring.len()];
        for round in 0..10 {
            surface.coefficients = solve(&spots, &weights);
            residuals
                .par_iter_mut()
                .zip(&spots)
                .with_min_len(CHUNK)
                .for_each(|(residual, spot)| *residual = surface.off(spot));
            surface.sigma = quantile(&mut residuals.clone(), 0.5) / 1.538;
            // Wide at first, so that the majority decides and not the first fit.
            let scale = f64::from(surface.sigma.max(0.5)) * if round < 4 { 4.0 } else { 2.4 };
            for (weight, residual) in weights.iter_mut().zip(&residuals) {
                let r = f64::from(*residual) / scale;
                *weight = 1.0 / (1.0 + r * r);
            }
        }
        let limit = (4.0 * surface.sigma).max(4.0);
        let fitting = residuals.iter().filter(|r| **r < limit).count();
        surface.fit = fitting as f32 / ring.len().max(1) as f32;
        surface.scatter = scatter(work, &ring, &residuals, limit);
        surface
    }

    /// Returns CIELAB of the surface at a place; the picture runs from -1 to 1 both ways.
    pub fn at(&self, x: f32, y: f32) -> [f32; 3] {
        self.on(&basis(f64::from(x), f64::from(y)))
    }

    #[inline]
    fn on(&self, basis: &[f64; TERMS]) -> [f32; 3] {
        let at = |c: &[f64; TERMS]| c.iter().zip(basis).map(|(c, b)| c * b).sum::<f64>() as f32;
        let [l, a, b] = &self.coefficients;
        [at(l), at(a), at(b)]
    }

    /// Returns how far pixel `i` is from the surface.
    pub fn distance(&self, work: &Work, i: usize) -> f32 {
        self.off(&Spot::of(work, i))
    }

    #[inline]
    fn off(&self, spot: &Spot) -> f32 {
        let (at, lab) = (self.on(&spot.basis), spot.lab);
        let d = [lab[0] - at[0], lab[1] - at[1], lab[2] - at[2]];
        libm::sqrtf(d[0] * d[0] + d[1] * d[1] + d[2] * d[2])
    }
}

/// A pixel: the terms of the quadratic at its place, and its colour.
struct Spot {
    basis: [f64; TERMS],
    lab: [f32; 3],
}

impl Spot {
    #[inline]
    fn of(work: &Work, i: usize) -> Self {
        let (x, y) = work.place(i);
        Self {
            basis: basis(f64::from(x), f64::from(y)),
            lab: work.lab[i],
        }
    }
}

/// Cuts the border into sections by angle, and returns the share of those with something off the surface.
fn scatter(work: &Work, ring: &[usize], residuals: &[f32], limit: f32) -> f32 {
    const SECTIONS: usize = 32;
    let mut counts = [[0usize; 2]; SECTIONS];
    for (&i, &residual) in ring.iter().zip(residuals) {
        let (x, y) = work.place(i);
        let turn = libm::atan2f(y, x) / std::f32::consts::TAU + 0.5;
        let count = &mut counts[((turn * SECTIONS as f32) as usize).min(SECTIONS - 1)];
        count[0] += 1;
        count[1] += usize::from(residual >= limit);
    }
    let off = counts.iter().filter(|[all, off]| off * 20 > *all).count();
    off as f32 / SECTIONS as f32
}

/// Returns the pixels of the border.
pub fn ring(width: usize, height: usize) -> Vec<usize> {
    let thick = ((width.min(height) as f32 * BORDER) as usize).max(2);
    (0..width * height)
        .filter(|i| {
            let (x, y) = (i % width, i / width);
            x < thick || y < thick || x + thick >= width || y + thick >= height
        })
        .collect()
}

fn basis(x: f64, y: f64) -> [f64; TERMS] {
    [1.0, x, y, x * x, x * y, y * y]
}

/// Weighted least squares by the normal equations.
fn solve(spots: &[Spot], weights: &[f64]) -> [[f64; TERMS]; 3] {
    let sums: Vec<[[f64; TERMS + 3]; TERMS]> = spots
        .par_chunks(CHUNK)
        .zip(weights.par_chunks(CHUNK))
        .map(|(spots, weights)| products(spots, weights))
        .collect();
    let mut rows = [[0.0f64; TERMS + 3]; TERMS];
    for sum in sums {
        for (row, sum) in rows.iter_mut().zip(sum) {
            for (value, sum) in row.iter_mut().zip(sum) {
                *value += sum;
            }
        }
    }
    // A trace of ridge: tiny pictures have fewer places than terms.
    for (r, row) in rows.iter_mut().enumerate() {
        row[r] += 1e-6;
    }
    eliminate(&mut rows);
    std::array::from_fn(|c| std::array::from_fn(|r| rows[r][TERMS + c] / rows[r][r]))
}

/// Returns the weighted sums of all products of the terms with each other and with the colours.
fn products(spots: &[Spot], weights: &[f64]) -> [[f64; TERMS + 3]; TERMS] {
    let mut rows = [[0.0f64; TERMS + 3]; TERMS];
    for (spot, &weight) in spots.iter().zip(weights) {
        let [a, b, c, d, e, f] = spot.basis;
        let [x, y, z] = spot.lab.map(f64::from);
        let own = [a, b, c, d, e, f, x, y, z];
        for (row, term) in rows.iter_mut().zip(spot.basis) {
            let scaled = term * weight;
            for (sum, own) in row.iter_mut().zip(own) {
                *sum += scaled * own;
            }
        }
    }
    rows
}

fn eliminate(rows: &mut [[f64; TERMS + 3]; TERMS]) {
    for pivot in 0..TERMS {
        let best = (pivot..TERMS)
            .max_by(|&a, &b| rows[a][pivot].abs().total_cmp(&rows[b][pivot].abs()))
            .unwrap_or(pivot);
        rows.swap(pivot, best);
        let lead = rows[pivot];
        for (r, row) in rows.iter_mut().enumerate() {
            if r != pivot {
                let factor = row[pivot] / lead[pivot];
                for (value, lead) in row.iter_mut().zip(&lead) {
                    *value -= factor * lead;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apply;

    #[test]
    fn surface_follows_a_gradient_and_ignores_what_touches_the_border() {
        let (w, h) = (160u32, 120u32);
        let rgba = (0..w * h)
            .flat_map(|i| {
                let (x, y) = (i % w, i / w);
                if y > 60 && (60..90).contains(&x) {
                    return [20, 60, 20, 255];
                }
                let v = 150 + (x * 60 / w) as u8;
                [v, v, v - 9, 255]
            })
            .collect();
        let work = Work::of(&apply::pixels(w, h, rgba));
        let surface = Surface::fitted(&work);
        assert!(surface.sigma < 1.0, "{}", surface.sigma);
        assert!(surface.fit > 0.85 && surface.fit < 0.97, "{}", surface.fit);
        assert!(surface.distance(&work, 80 * 160 + 20) < 2.0);
        assert!(surface.distance(&work, 80 * 160 + 75) > 30.0);
    }
}
