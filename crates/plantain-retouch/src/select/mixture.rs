//! Colours as a mixture of five Gaussians, learnt from pixels.

use rayon::prelude::*;

use crate::arith::exp;
use crate::plane::next_random;

/// Gaussians in a mixture.
const COMPONENTS: usize = 5;
/// Pixels that the first grouping looks at; more make no better start.
const SAMPLE_MAX: usize = 3000;

/// Likelihood of colours (sRGB, 0 to 255).
#[derive(Debug, Clone)]
pub struct Mixture {
    parts: Vec<Gaussian>,
}

#[derive(Debug, Clone)]
struct Gaussian {
    /// Logarithm of the share, less that of the normaliser.
    log_weight: f32,
    mean: [f32; 3],
    /// Upper triangle of the inverse covariance: xx, xy, xz, yy, yz, zz.
    inverse: [f32; 6],
}

impl Mixture {
    /// Learns from `colors` with k-means from a seeded start; none without colours.
    pub fn grouped(colors: &[[f32; 3]]) -> Option<Self> {
        let step = colors.len().div_ceil(SAMPLE_MAX).max(1);
        let sample: Vec<[f32; 3]> = colors.iter().copied().step_by(step).collect();
        let mut centres = starts(&sample)?;
        let mut groups = vec![0u8; sample.len()];
        for _ in 0..8 {
            for (group, color) in groups.iter_mut().zip(&sample) {
                *group = nearest(&centres, color) as u8;
            }
            for (k, centre) in centres.iter_mut().enumerate() {
                let members = sample
                    .iter()
                    .zip(&groups)
                    .filter(|(_, g)| usize::from(**g) == k);
                let mut sum = [0.0f32; 4];
                for (color, _) in members {
                    for c in 0..3 {
                        sum[c] += color[c];
                    }
                    sum[3] += 1.0;
                }
                if sum[3] > 0.0 {
                    *centre = [sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]];
                }
            }
        }
        let groups: Vec<u8> = colors
            .par_iter()
            .map(|c| nearest(&centres, c) as u8)
            .collect();
        Self::fitted(colors, &groups)
    }

    /// Learns again from `colors`, each counted for the Gaussian that explains it best.
    #[must_use]
    pub fn learnt(&self, colors: &[[f32; 3]]) -> Self {
        let groups: Vec<u8> = colors.par_iter().map(|c| self.best(c) as u8).collect();
        Self::fitted(colors, &groups).unwrap_or_else(|| self.clone())
    }

    fn best(&self, color: &[f32; 3]) -> usize {
        let mut best = (f32::NEG_INFINITY, 0);
        for (k, part) in self.parts.iter().enumerate() {
            let log = part.log_likelihood(color);
            if log > best.0 {
                best = (log, k);
            }
        }
        best.1
    }

    fn fitted(colors: &[[f32; 3]], groups: &[u8]) -> Option<Self> {
        let mut sums = [[0.0f64; 10]; COMPONENTS];
        for (color, &group) in colors.iter().zip(groups) {
            let [r, g, b] = color.map(f64::from);
            let sum = &mut sums[usize::from(group)];
            let terms = [1.0, r, g, b, r * r, r * g, r * b, g * g, g * b, b * b];
            for (sum, term) in sum.iter_mut().zip(terms) {
                *sum += term;
            }
        }
        let parts: Vec<Gaussian> = sums
            .iter()
            .filter_map(|sum| Gaussian::of(sum, colors.len() as f64))
            .collect();
        (!parts.is_empty()).then_some(Self { parts })
    }

    /// Returns the negative logarithms of the likelihoods of colours.
    pub fn costs<const N: usize>(&self, colors: &[[f32; 3]; N]) -> [f32; N] {
        let mut logs = [[f32::NEG_INFINITY; N]; COMPONENTS];
        let mut top = [f32::NEG_INFINITY; N];
        for (logs, part) in logs.iter_mut().zip(&self.parts) {
            *logs = std::array::from_fn(|k| part.log_likelihood(&colors[k]));
            top = std::array::from_fn(|k| top[k].max(logs[k]));
        }
        let mut sum = [0.0f32; N];
        for logs in &logs[..self.parts.len()] {
            let shares = exp::<N>(std::array::from_fn(|k| logs[k] - top[k]));
            sum = std::array::from_fn(|k| sum[k] + shares[k]);
        }
        std::array::from_fn(|k| -(top[k] + libm::logf(sum[k])))
    }
}

impl Gaussian {
    /// From count, sums and sums of products (xx, xy, xz, yy, yz, zz).
    fn of(sum: &[f64; 10], total: f64) -> Option<Self> {
        let n = sum[0];
        if n < 1.0 {
            return None;
        }
        let mean = [sum[1] / n, sum[2] / n, sum[3] / n];
        // A little roundness keeps flat colours invertible.
        let spread = |k: usize, a: usize, b: usize| {
            sum[k] / n - mean[a] * mean[b] + if a == b { 2.0 } else { 0.0 }
        };
        let (xx, xy, xz) = (spread(4, 0, 0), spread(5, 0, 1), spread(6, 0, 2));
        let (yy, yz, zz) = (spread(7, 1, 1), spread(8, 1, 2), spread(9, 2, 2));
        let (a, b, c) = (yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy);
        let determinant = xx * a + xy * b + xz * c;
        if determinant <= 1e-9 {
            return None;
        }
        let inverse = [
            a,
            b,
            c,
            xx * zz - xz * xz,
            xy * xz - xx * yz,
            xx * yy - xy * xy,
        ]
        .map(|v| (v / determinant) as f32);
        Some(Self {
            log_weight: (libm::log(n / total) - 0.5 * libm::log(determinant)) as f32,
            mean: mean.map(|v| v as f32),
            inverse,
        })
    }

    #[inline]
    fn log_likelihood(&self, color: &[f32; 3]) -> f32 {
        let [x, y, z] = [
            color[0] - self.mean[0],
            color[1] - self.mean[1],
            color[2] - self.mean[2],
        ];
        let [xx, xy, xz, yy, yz, zz] = self.inverse;
        let form =
            x * (x * xx + 2.0 * (y * xy + z * xz)) + y * (y * yy + 2.0 * z * yz) + z * z * zz;
        self.log_weight - 0.5 * form
    }
}

fn apart(one: &[f32; 3], other: &[f32; 3]) -> f32 {
    (0..3)
        .map(|c| (one[c] - other[c]) * (one[c] - other[c]))
        .sum()
}

fn nearest(centres: &[[f32; 3]], color: &[f32; 3]) -> usize {
    let mut best = (f32::INFINITY, 0);
    for (k, centre) in centres.iter().enumerate() {
        let d = apart(centre, color);
        if d < best.0 {
            best = (d, k);
        }
    }
    best.1
}

/// k-means++: every further centre is drawn with the odds of its squared distance from those there are.
fn starts(sample: &[[f32; 3]]) -> Option<Vec<[f32; 3]>> {
    let mut state = 0x51ed_u32;
    let mut centres = vec![*sample.get(next_random(&mut state) as usize % sample.len().max(1))?];
    while centres.len() < COMPONENTS {
        let odds: Vec<f32> = sample
            .iter()
            .map(|c| apart(&centres[nearest(&centres, c)], c))
            .collect();
        let total: f32 = odds.iter().sum();
        let mut left = next_random(&mut state) as f32 / u32::MAX as f32 * total;
        let chosen = odds.iter().position(|odd| {
            left -= odd;
            left < 0.0
        });
        centres.push(sample[chosen.unwrap_or(0)]);
    }
    Some(centres)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixture_tells_its_colours_from_others() {
        let red: Vec<[f32; 3]> = (0..200)
            .map(|i| [200.0 + (i % 9) as f32, 20.0, 30.0])
            .collect();
        let mixture = Mixture::grouped(&red).unwrap();
        let [near, far] = mixture.costs(&[[203.0, 20.0, 30.0], [20.0, 20.0, 200.0]]);
        assert!(near + 5.0 < far);
        assert!(mixture.learnt(&red).costs(&[[0.0; 3]])[0].is_finite());
        assert!(Mixture::grouped(&[]).is_none());
        assert!(Mixture::grouped(&[[9.0; 3]]).is_some());
    }
}
