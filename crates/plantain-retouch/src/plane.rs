//! Numbers a pixel: blurs, sizes, distances, components.

mod regions;

use rayon::prelude::*;

pub use self::regions::{Component, components, dilated, distances, eroded};

/// What a plane holds at a pixel: a number, or four that go the same ways at once.
pub trait Value: Copy + Send + Sync {
    const ZERO: Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, factor: f32) -> Self;
}

impl Value for f32 {
    const ZERO: Self = 0.0;

    #[inline]
    fn plus(self, other: Self) -> Self {
        self + other
    }

    #[inline]
    fn minus(self, other: Self) -> Self {
        self - other
    }

    #[inline]
    fn times(self, factor: f32) -> Self {
        self * factor
    }
}

impl Value for [f32; 4] {
    const ZERO: Self = [0.0; 4];

    #[inline]
    fn plus(self, [a, b, c, d]: Self) -> Self {
        [self[0] + a, self[1] + b, self[2] + c, self[3] + d]
    }

    #[inline]
    fn minus(self, [a, b, c, d]: Self) -> Self {
        [self[0] - a, self[1] - b, self[2] - c, self[3] - d]
    }

    #[inline]
    fn times(self, factor: f32) -> Self {
        let [a, b, c, d] = self;
        [a * factor, b * factor, c * factor, d * factor]
    }
}

/// A grid of numbers, rows from the top.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane<T = f32> {
    pub width: usize,
    pub height: usize,
    pub values: Vec<T>,
}

/// Rows that one task works on. Fixed, so that sums do not depend on the number of threads.
const BAND: usize = 64;

impl<T: Value> Plane<T> {
    pub fn filled(width: usize, height: usize, value: T) -> Self {
        Self {
            width,
            height,
            values: vec![value; width * height],
        }
    }

    /// Returns a plane whose value at each index is `f(index)`.
    pub fn of(width: usize, height: usize, f: impl Fn(usize) -> T + Sync) -> Self {
        let mut plane = Self::filled(width, height, T::ZERO);
        plane
            .values
            .par_chunks_mut(width.max(1))
            .enumerate()
            .for_each(|(y, row)| {
                for (x, value) in row.iter_mut().enumerate() {
                    *value = f(y * width + x);
                }
            });
        plane
    }

    #[inline]
    pub fn at(&self, x: usize, y: usize) -> T {
        self.values[y * self.width + x]
    }

    /// Returns the value between samples, bilinear; the edge repeats outwards.
    #[inline]
    pub fn between(&self, x: f32, y: f32) -> T {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (x0, y0) = (x as usize, y as usize);
        let (x1, y1) = ((x0 + 1).min(self.width - 1), (y0 + 1).min(self.height - 1));
        let (fx, fy) = (x - x0 as f32, y - y0 as f32);
        let mixed = |y: usize| {
            let (left, right) = (self.at(x0, y), self.at(x1, y));
            left.times(1.0 - fx).plus(right.times(fx))
        };
        mixed(y0).times(1.0 - fy).plus(mixed(y1).times(fy))
    }

    /// Returns the mean over squares of side `2 * radius + 1`; the edge repeats outwards.
    #[must_use]
    pub fn box_blurred(&self, radius: usize) -> Self {
        self.box_blurred_by(&[radius])
    }

    /// As [`Plane::box_blurred`], by one radius after the other.
    #[must_use]
    pub fn box_blurred_by(&self, radii: &[usize]) -> Self {
        let mut values = self.values.clone();
        let mut across = vec![T::ZERO; values.len()];
        for &radius in radii.iter().filter(|radius| **radius > 0) {
            across
                .par_chunks_mut(self.width.max(1))
                .zip(values.par_chunks(self.width.max(1)))
                .for_each(|(to, from)| blur_row(from, to, radius));
            let band = BAND.max(2 * radius);
            values
                .par_chunks_mut((self.width * band).max(1))
                .enumerate()
                .for_each(|(i, to)| blur_columns(&across, to, self.width, i * band, radius));
        }
        Self { values, ..*self }
    }

    /// Returns a Gaussian blur with standard deviation `sigma` in pixels, as three box blurs.
    #[must_use]
    pub fn blurred(&self, sigma: f32) -> Self {
        if sigma < 0.3 {
            return self.clone();
        }
        let ideal = libm::sqrtf(4.0 * sigma * sigma + 1.0);
        let small = ((ideal - 1.0) / 2.0) as usize;
        // Of three passes, so many are of the smaller radius that the variance is nearest.
        let width = (2 * small + 1) as f32;
        let fewer = (12.0 * sigma * sigma - 3.0 * width * width - 12.0 * width - 9.0)
            / (-4.0 * width - 4.0);
        let fewer = libm::roundf(fewer).clamp(0.0, 3.0) as usize;
        self.box_blurred_by(&[0, 1, 2].map(|pass| if pass < fewer { small } else { small + 1 }))
    }

    /// Returns the plane at another size: means when it shrinks, bilinear when it grows.
    #[must_use]
    pub fn resized(&self, width: usize, height: usize) -> Self {
        if (width, height) == (self.width, self.height) {
            return self.clone();
        }
        Self::sampled((self.width, self.height), (width, height), |i| {
            self.values[i]
        })
    }

    /// As [`Plane::resized`], of a source of size `from` whose values are `value(index)`.
    pub fn sampled(
        from: (usize, usize),
        to: (usize, usize),
        value: impl Fn(usize) -> T + Sync,
    ) -> Self {
        let mut plane = Self::filled(to.0, to.1, T::ZERO);
        sampled_rows(from, to, value, &mut plane.values, |_, row, out| {
            out.copy_from_slice(row);
        });
        plane
    }

    /// As [`Plane::resized`], but instead of keeping the rows gives each, with its number, to `write` together with its part of `out`.
    pub fn resized_onto<U: Send>(
        &self,
        (width, height): (usize, usize),
        out: &mut [U],
        write: impl Fn(usize, &[T], &mut [U]) + Sync,
    ) {
        let from = (self.width, self.height);
        sampled_rows(from, (width, height), |i| self.values[i], out, write);
    }
}

/// Gives every row of a source of size `from`, whose values are `value(index)`, at the size `to` to `write`, together with as much of
/// `out` as belongs to a row.
fn sampled_rows<T: Value, U: Send>(
    from: (usize, usize),
    to: (usize, usize),
    value: impl Fn(usize) -> T + Sync,
    out: &mut [U],
    write: impl Fn(usize, &[T], &mut [U]) + Sync,
) {
    let ((source_width, source_height), (width, height)) = (from, to);
    let (sx, sy) = (
        source_width as f32 / width as f32,
        source_height as f32 / height as f32,
    );
    let columns: Vec<Tap> = (0..width).map(|x| Tap::of(x, sx, source_width)).collect();
    let rows: Vec<Tap> = (0..height).map(|y| Tap::of(y, sy, source_height)).collect();
    let part = (out.len() / height.max(1)).max(1);
    out.par_chunks_mut(part)
        .zip(&rows)
        .enumerate()
        .for_each_init(
            || (vec![T::ZERO; source_width], vec![T::ZERO; width]),
            |(line, mixed), (y, (out, row))| {
                line.fill(T::ZERO);
                for (y, weight) in row.weights() {
                    let start = y * source_width;
                    for (x, sum) in line.iter_mut().enumerate() {
                        *sum = sum.plus(value(start + x).times(weight));
                    }
                }
                for (mixed, column) in mixed.iter_mut().zip(&columns) {
                    *mixed = column.mean(line);
                }
                write(y, mixed, out);
            },
        );
}

/// The source samples of one sample of a resized line.
struct Tap {
    first: usize,
    last: usize,
    first_weight: f32,
    last_weight: f32,
    inner: f32,
}

impl Tap {
    fn of(at: usize, scale: f32, length: usize) -> Self {
        let top = length - 1;
        if scale <= 1.0 {
            let centre = ((at as f32 + 0.5) * scale - 0.5).clamp(0.0, top as f32);
            let first = centre as usize;
            let share = centre - first as f32;
            return Self {
                first,
                last: (first + 1).min(top),
                first_weight: 1.0 - share,
                last_weight: share,
                inner: 0.0,
            };
        }
        let (from, to) = (at as f32 * scale, (at + 1) as f32 * scale);
        let first = (from as usize).min(top);
        let last = (libm::ceilf(to) as usize).clamp(first + 1, length) - 1;
        if first == last {
            return Self {
                first,
                last,
                first_weight: 1.0,
                last_weight: 0.0,
                inner: 0.0,
            };
        }
        let inner = 1.0 / scale;
        let mut tap = Self {
            first,
            last,
            first_weight: (first as f32 + 1.0 - from) * inner,
            last_weight: (to - last as f32).clamp(0.0, 1.0) * inner,
            inner,
        };
        let sum = tap.first_weight + tap.last_weight + (last - first - 1) as f32 * inner;
        tap.first_weight /= sum;
        tap.last_weight /= sum;
        tap.inner /= sum;
        tap
    }

    /// Returns the weighted sum of a line's samples.
    #[inline]
    fn mean<T: Value>(&self, line: &[T]) -> T {
        let sum = line[self.first].times(self.first_weight);
        if self.last == self.first {
            return sum;
        }
        let last = line[self.last].times(self.last_weight);
        let within = &line[self.first + 1..self.last];
        let inner = within.iter().fold(T::ZERO, |sum, value| sum.plus(*value));
        sum.plus(last.plus(inner.times(self.inner)))
    }

    fn weights(&self) -> impl Iterator<Item = (usize, f32)> {
        let ends = if self.last > self.first { 2 } else { 1 };
        let inner = (self.first + 1..self.last).map(|i| (i, self.inner));
        [
            (self.first, self.first_weight),
            (self.last, self.last_weight),
        ]
        .into_iter()
        .take(ends)
        .chain(inner)
    }
}

fn blur_row<T: Value>(from: &[T], to: &mut [T], radius: usize) {
    let top = from.len() - 1;
    let scale = 1.0 / (2 * radius + 1) as f32;
    let mut sum = from[0].times((radius + 1) as f32);
    for i in 1..=radius {
        sum = sum.plus(from[i.min(top)]);
    }
    for x in 0..from.len() {
        to[x] = sum.times(scale);
        let enters = from[(x + radius + 1).min(top)];
        sum = sum.plus(enters.minus(from[x.saturating_sub(radius)]));
    }
}

fn blur_columns<T: Value>(from: &[T], to: &mut [T], width: usize, first: usize, radius: usize) {
    let top = from.len() / width - 1;
    let scale = 1.0 / (2 * radius + 1) as f32;
    let row = |y: isize| {
        let y = y.clamp(0, top as isize) as usize;
        &from[y * width..(y + 1) * width]
    };
    let (first, radius) = (first as isize, radius as isize);
    let mut sums = vec![T::ZERO; width];
    for y in first - radius..=first + radius {
        for (sum, value) in sums.iter_mut().zip(row(y)) {
            *sum = sum.plus(*value);
        }
    }
    for (i, line) in to.chunks_mut(width).enumerate() {
        let y = first + i as isize;
        let (enters, leaves) = (row(y + radius + 1), row(y - radius));
        for x in 0..width {
            line[x] = sums[x].times(scale);
            sums[x] = sums[x].plus(enters[x].minus(leaves[x]));
        }
    }
}

/// Returns the value below which `share` of `values` lie; 0 for none. Reorders them.
pub fn quantile(values: &mut [f32], share: f32) -> f32 {
    if values.is_empty() {
        return 0.0;
    }
    let at = ((values.len() - 1) as f32 * share.clamp(0.0, 1.0)) as usize;
    *values.select_nth_unstable_by(at, f32::total_cmp).1
}

/// Returns the next number of a xorshift sequence; `state` must not be 0.
pub fn next_random(state: &mut u32) -> u32 {
    let mut x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    *state = x;
    x
}

/// Returns a number that looks random and depends on all three only.
pub fn scramble(a: u32, b: u32, c: u32) -> u32 {
    let mut x = a
        .wrapping_mul(0x9e37_79b1)
        .wrapping_add(b.wrapping_mul(0x85eb_ca77))
        .wrapping_add(c.wrapping_mul(0xc2b2_ae3d));
    x ^= x >> 15;
    x = x.wrapping_mul(0x2c1b_3c6d);
    x ^= x >> 12;
    x = x.wrapping_mul(0x297a_2d39);
    x ^ (x >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blur_keeps_the_mean_of_a_flat_plane_and_spreads_a_point() {
        let flat = Plane::filled(150, 70, 0.25).blurred(4.0);
        assert!(flat.values.iter().all(|v| (v - 0.25).abs() < 1e-4));
        let mut point = Plane::filled(81, 81, 0.0);
        point.values[40 * 81 + 40] = 1.0;
        let blurred = point.blurred(5.0);
        let variance: f32 = (0..81)
            .map(|x| (x as f32 - 40.0).powi(2) * (0..81).map(|y| blurred.at(x, y)).sum::<f32>())
            .sum();
        assert!((variance - 25.0).abs() < 4.0, "{variance}");
    }

    #[test]
    fn resizing_keeps_means() {
        let plane = Plane::of(37, 29, |i| (i * 7919 % 101) as f32);
        let mean = |p: &Plane| p.values.iter().sum::<f32>() / p.values.len() as f32;
        let small = plane.resized(9, 5);
        assert!((mean(&small) - mean(&plane)).abs() < 1.0);
        assert_eq!(plane.resized(1, 1).values.len(), 1);
        assert_eq!(Plane::filled(1, 1, 3.0).resized(5, 4).values, vec![3.0; 20]);
    }
}
