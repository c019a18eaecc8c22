//! Blurs of about a Gaussian, worked out on no more pixels than the eye needs.

use rayon::prelude::*;

/// Widest blur, in pixels of the small raster, before the raster is halved once more.
const SMALL_RADIUS_MAX: f32 = 4.0;
/// Rows that one task blurs downwards. A fixed number: sums then do not depend on the threads.
const BAND: usize = 48;
/// Boxes laid one after the other: three are a bell.
const PASSES: usize = 3;

/// A blurred raster of `C` numbers a pixel. It is kept small and read as if it had its full size.
pub(super) struct Soft<const C: usize> {
    /// Size of the raster that it is read as.
    full: (usize, usize),
    /// Pixels of that raster to one that is kept, along each side.
    step: usize,
    w: usize,
    h: usize,
    v: Vec<[f32; C]>,
}

impl<const C: usize> Soft<C> {
    /// Blurs `w * h` pixels, read from their places, by a radius in pixels.
    pub fn new(
        w: usize,
        h: usize,
        radius: f32,
        source: impl Fn(usize, usize) -> [f32; C] + Sync,
    ) -> Self {
        let mut step = 1;
        while radius / step as f32 > SMALL_RADIUS_MAX && step < w.min(h) {
            step *= 2;
        }
        let reach = (radius * 0.6).round().max(1.0);
        let mut soft = Self::shrunk(w, h, step, source);
        let box_width = box_width(reach * (reach + 1.0), step as f32);
        soft.along_rows(box_width);
        soft.along_columns(box_width);
        soft
    }

    /// Averages blocks of `step` by `step` pixels.
    fn shrunk(
        w: usize,
        h: usize,
        step: usize,
        source: impl Fn(usize, usize) -> [f32; C] + Sync,
    ) -> Self {
        let (small_w, small_h) = (w.div_ceil(step), h.div_ceil(step));
        let mut v = vec![[0.0; C]; small_w * small_h];
        v.par_chunks_mut(small_w).enumerate().for_each(|(j, row)| {
            let rows = j * step..((j + 1) * step).min(h);
            let high = rows.len();
            for y in rows {
                for (i, sum) in row.iter_mut().enumerate() {
                    for x in i * step..((i + 1) * step).min(w) {
                        add(sum, &source(x, y));
                    }
                }
            }
            if step > 1 {
                for (i, sum) in row.iter_mut().enumerate() {
                    let wide = ((i + 1) * step).min(w) - i * step;
                    let k = 1.0 / (wide * high) as f32;
                    sum.iter_mut().for_each(|part| *part *= k);
                }
            }
        });
        Self {
            full: (w, h),
            step,
            w: small_w,
            h: small_h,
            v,
        }
    }

    fn along_rows(&mut self, width: f32) {
        let (reach, part, share) = split(width);
        self.v.par_chunks_mut(self.w).for_each_init(
            || vec![[0.0; C]; self.w],
            |from, row| {
                for _ in 0..PASSES {
                    from.copy_from_slice(row);
                    let last = from.len() - 1;
                    let at = |i: isize| &from[(i.max(0) as usize).min(last)];
                    let mut sum = [0.0; C];
                    for i in -(reach as isize)..=reach as isize {
                        add(&mut sum, at(i));
                    }
                    for (x, out) in row.iter_mut().enumerate() {
                        let (left, right) =
                            (x as isize - reach as isize, x as isize + reach as isize);
                        let (before, after) = (at(left - 1), at(right + 1));
                        for c in 0..C {
                            out[c] = (sum[c] + part * (before[c] + after[c])) * share;
                            sum[c] += after[c] - at(left)[c];
                        }
                    }
                }
            },
        );
    }

    fn along_columns(&mut self, width: f32) {
        let (reach, part, share) = split(width);
        let halo = PASSES * (reach + 1);
        let (w, h) = (self.w, self.h);
        let source = std::mem::take(&mut self.v);
        let mut v = vec![[0.0; C]; w * h];
        v.par_chunks_mut(w * BAND).enumerate().for_each(|(n, out)| {
            let (top, rows) = (n * BAND, out.len() / w);
            let (from, to) = (top.saturating_sub(halo), (top + rows + halo).min(h));
            let high = to - from;
            let mut now = source[from * w..to * w].to_vec();
            let mut next = vec![[0.0; C]; high * w];
            let mut sum = vec![[0.0; C]; w];
            for _ in 0..PASSES {
                let row = |y: isize| {
                    let y = (y.max(0) as usize).min(high - 1);
                    &now[y * w..(y + 1) * w]
                };
                sum.fill([0.0; C]);
                for y in -(reach as isize)..=reach as isize {
                    sum.iter_mut().zip(row(y)).for_each(|(s, p)| add(s, p));
                }
                for (y, out) in next.chunks_exact_mut(w).enumerate() {
                    let (up, down) = (y as isize - reach as isize, y as isize + reach as isize);
                    let (before, after, first) = (row(up - 1), row(down + 1), row(up));
                    for x in 0..w {
                        for c in 0..C {
                            out[x][c] = (sum[x][c] + part * (before[x][c] + after[x][c])) * share;
                            sum[x][c] += after[x][c] - first[x][c];
                        }
                    }
                }
                std::mem::swap(&mut now, &mut next);
            }
            out.copy_from_slice(&now[(top - from) * w..(top - from + rows) * w]);
        });
        self.v = v;
    }

    /// Reads a row of the full raster into `out`, which is as wide.
    pub fn row(&self, y: usize, out: &mut [[f32; C]]) {
        let (top, bottom, t) = self.between(y, self.h);
        let (above, below) = (
            &self.v[top * self.w..(top + 1) * self.w],
            &self.v[bottom * self.w..(bottom + 1) * self.w],
        );
        if self.step == 1 {
            out.copy_from_slice(above);
            return;
        }
        let middle: Vec<[f32; C]> = above
            .iter()
            .zip(below)
            .map(|(a, b)| blend(a, b, t))
            .collect();
        // Between the middles of two kept pixels lie so many pixels, always as far apart.
        let shares: Vec<f32> = (0..self.step)
            .map(|k| (k as f32 + 0.5) / self.step as f32)
            .collect();
        let (head, rest) = out.split_at_mut((self.step / 2).min(out.len()));
        head.fill(middle[0]);
        let next = middle.iter().skip(1).chain(middle.last());
        for (run, (a, b)) in rest.chunks_mut(self.step).zip(middle.iter().zip(next)) {
            for (value, t) in run.iter_mut().zip(&shares) {
                *value = blend(a, b, *t);
            }
        }
    }

    /// Returns the numbers at a place of the full raster.
    pub fn at(&self, x: usize, y: usize) -> [f32; C] {
        let (left, right, across) = self.between(x, self.w);
        let (top, bottom, down) = self.between(y, self.h);
        let row = |y: usize| {
            let (a, b) = (&self.v[y * self.w + left], &self.v[y * self.w + right]);
            blend(a, b, across)
        };
        blend(&row(top), &row(bottom), down)
    }

    /// Returns the kept pixels before and after a place along a side of `n`, and how far it is to the second.
    fn between(&self, place: usize, n: usize) -> (usize, usize, f32) {
        let step = self.step as f32;
        let at = ((place as f32 + 0.5) / step - 0.5).max(0.0);
        let first = (at as usize).min(n - 1);
        (first, (first + 1).min(n - 1), at - first as f32)
    }

    /// Returns a raster of the same size whose pixels are made from their places in the full raster, the neighbours of these
    /// (left, right, above, below) and the pixels of the full raster to one of these.
    pub fn map_neighbours<const D: usize>(
        &self,
        f: impl Fn((usize, usize), [[f32; C]; 4], f32) -> [f32; D] + Sync,
    ) -> Soft<D> {
        let mut v = vec![[0.0; D]; self.v.len()];
        v.par_chunks_mut(self.w).enumerate().for_each(|(y, row)| {
            let at = |x: usize, y: usize| self.v[y * self.w + x];
            for (x, value) in row.iter_mut().enumerate() {
                let around = [
                    at(x.saturating_sub(1), y),
                    at((x + 1).min(self.w - 1), y),
                    at(x, y.saturating_sub(1)),
                    at(x, (y + 1).min(self.h - 1)),
                ];
                let middle = |n: usize| n * self.step + self.step / 2;
                *value = f((middle(x), middle(y)), around, self.step as f32);
            }
        });
        Soft {
            v,
            full: self.full,
            step: self.step,
            w: self.w,
            h: self.h,
        }
    }
}

/// Returns the width of each of the boxes that together blur by `variance`, in pixels of a raster that is `step` times smaller
/// and is enlarged again, both of which blur too.
fn box_width(variance: f32, step: f32) -> f32 {
    let own = if step > 1.0 {
        (step * step - 1.0) / 12.0 + step * step / 6.0
    } else {
        0.0
    };
    let small = ((variance - own) / (step * step)).max(0.0);
    (4.0 * small + 1.0).sqrt()
}

/// Splits a box into whole pixels on each side of the middle and the part of the next ones; the third number makes the sum 1.
fn split(width: f32) -> (usize, f32, f32) {
    let side = ((width - 1.0) * 0.5).max(0.0);
    let reach = side as usize;
    (reach, side - reach as f32, 1.0 / width.max(1.0))
}

fn add<const C: usize>(sum: &mut [f32; C], value: &[f32; C]) {
    for c in 0..C {
        sum[c] += value[c];
    }
}

fn blend<const C: usize>(a: &[f32; C], b: &[f32; C], t: f32) -> [f32; C] {
    std::array::from_fn(|c| a[c] + (b[c] - a[c]) * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blurred_step_keeps_its_sum_and_its_softness_at_every_radius() {
        for radius in [1.2, 3.0, 7.0, 20.0, 44.0] {
            let (w, h) = (400, 60);
            let soft = Soft::new(w, h, radius, |x, _| [f32::from(x >= w / 2)]);
            let mut row = vec![[0.0]; w];
            soft.row(h / 2, &mut row);
            let reach = (radius * 0.6).round().max(1.0);
            let wanted = (reach * (reach + 1.0)).sqrt();
            // The rise of a bell's sum through its middle is as steep as the bell is high.
            let rise = row[w / 2 + 2][0] - row[w / 2 - 3][0];
            let steep = 5.0 / (wanted * (2.0 * std::f32::consts::PI).sqrt());
            let sum: f32 = row.iter().map(|v| v[0]).sum();
            assert!((sum - w as f32 / 2.0).abs() < 1.5, "{radius}: {sum}");
            assert!(
                radius < 5.0 || (rise / steep - 1.0).abs() < 0.15,
                "{radius}: {rise} for {steep}"
            );
        }
    }
}
