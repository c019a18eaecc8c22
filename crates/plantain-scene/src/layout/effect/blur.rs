//! Blurs of about a Gaussian, worked out on no more pixels than the eye needs.

use std::ops::Range;

use rayon::prelude::*;

/// Widest blur, in pixels of the small raster, before the raster is halved once more.
const SMALL_RADIUS_MAX: f32 = 4.0;
/// Rows that one task blurs. A fixed number: sums then do not depend on the threads.
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
        let (small_w, small_h) = (w.div_ceil(step), h.div_ceil(step));
        let kernel = Kernel::new(box_width(reach * (reach + 1.0), step as f32));
        let halo = PASSES * (kernel.reach + 1);
        let mut v = vec![[0.0; C]; small_w * small_h];
        // A band goes all the way before the next: what lies between the steps stays at hand.
        v.par_chunks_mut(small_w * BAND).enumerate().for_each_init(
            Strip::default,
            |strip, (n, out)| {
                let (top, rows) = (n * BAND, out.len() / small_w);
                let from = top.saturating_sub(halo);
                let to = (top + rows + halo).min(small_h);
                strip.now.resize(small_w * (to - from), [0.0; C]);
                for (row, j) in strip.now.chunks_exact_mut(small_w).zip(from..to) {
                    shrink((w, h), step, j, row, &source);
                    kernel.along_row(row, &mut strip.line);
                }
                kernel.along_columns(small_w, strip);
                out.copy_from_slice(&strip.now[(top - from) * small_w..][..out.len()]);
            },
        );
        Self {
            full: (w, h),
            step,
            w: small_w,
            h: small_h,
            v,
        }
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

/// Averages blocks of `step` by `step` of `w * h` pixels into row `j` of the small raster.
fn shrink<const C: usize>(
    (w, h): (usize, usize),
    step: usize,
    j: usize,
    row: &mut [[f32; C]],
    source: &impl Fn(usize, usize) -> [f32; C],
) {
    if step == 1 {
        row.iter_mut()
            .enumerate()
            .for_each(|(x, value)| *value = source(x, j));
        return;
    }
    let rows = j * step..((j + 1) * step).min(h);
    let high = rows.len();
    row.fill([0.0; C]);
    for y in rows {
        for (i, sum) in row.iter_mut().enumerate() {
            for x in i * step..((i + 1) * step).min(w) {
                add(sum, &source(x, y));
            }
        }
    }
    for (i, sum) in row.iter_mut().enumerate() {
        let wide = ((i + 1) * step).min(w) - i * step;
        let k = 1.0 / (wide * high) as f32;
        sum.iter_mut().for_each(|part| *part *= k);
    }
}

/// A band of rows while it is blurred.
struct Strip<const C: usize> {
    now: Vec<[f32; C]>,
    next: Vec<[f32; C]>,
    line: Vec<[f32; C]>,
}

impl<const C: usize> Default for Strip<C> {
    fn default() -> Self {
        Self {
            now: Vec::new(),
            next: Vec::new(),
            line: Vec::new(),
        }
    }
}

/// A box: whole pixels on each side of the middle, the part of the next ones, and what makes the sum 1.
#[derive(Clone, Copy)]
struct Kernel {
    reach: usize,
    part: f32,
    share: f32,
}

impl Kernel {
    fn new(width: f32) -> Self {
        let side = ((width - 1.0) * 0.5).max(0.0);
        let reach = side as usize;
        Self {
            reach,
            part: side - reach as f32,
            share: 1.0 / width.max(1.0),
        }
    }

    fn along_row<const C: usize>(self, row: &mut [[f32; C]], from: &mut Vec<[f32; C]>) {
        let Self { reach, part, share } = self;
        let last = row.len() - 1;
        // The ends repeat as far as a box reaches, so that no step asks where it is.
        let margin = reach + 1;
        for _ in 0..PASSES {
            from.clear();
            from.extend(std::iter::repeat_n(row[0], margin));
            from.extend_from_slice(row);
            from.extend(std::iter::repeat_n(row[last], margin));
            let mut sum = [0.0; C];
            for value in &from[1..2 * margin] {
                add(&mut sum, value);
            }
            let (after, first) = (&from[2 * margin..], &from[1..]);
            let pairs = from.iter().zip(after).zip(first);
            for (out, ((before, after), first)) in row.iter_mut().zip(pairs) {
                for c in 0..C {
                    out[c] = (sum[c] + part * (before[c] + after[c])) * share;
                    sum[c] += after[c] - first[c];
                }
            }
        }
    }

    /// Blurs a strip `w` wide downwards, a few columns after the others: so many stay at hand through all passes.
    fn along_columns<const C: usize>(self, w: usize, strip: &mut Strip<C>) {
        const COLUMNS: usize = 128;
        let high = strip.now.len() / w;
        strip.next.resize(strip.now.len(), [0.0; C]);
        for left in (0..w).step_by(COLUMNS) {
            let columns = left..(left + COLUMNS).min(w);
            for _ in 0..PASSES {
                self.down(columns.clone(), w, high, strip);
                std::mem::swap(&mut strip.now, &mut strip.next);
            }
            if PASSES % 2 == 1 {
                // What is still to come lies in the other half.
                std::mem::swap(&mut strip.now, &mut strip.next);
            }
        }
        if PASSES % 2 == 1 {
            std::mem::swap(&mut strip.now, &mut strip.next);
        }
    }

    /// One pass over some columns, from the rows of now to those of next.
    fn down<const C: usize>(
        self,
        columns: Range<usize>,
        w: usize,
        high: usize,
        strip: &mut Strip<C>,
    ) {
        let Self { reach, part, share } = self;
        let Strip { now, next, line } = strip;
        let row = |y: isize| {
            let y = (y.max(0) as usize).min(high - 1);
            &now[y * w..][columns.clone()]
        };
        line.clear();
        line.resize(columns.len(), [0.0; C]);
        let reach = reach as isize;
        for y in -reach..=reach {
            line.iter_mut().zip(row(y)).for_each(|(s, p)| add(s, p));
        }
        for (y, out) in next.chunks_exact_mut(w).enumerate() {
            let (up, down) = (y as isize - reach, y as isize + reach);
            let around = row(up - 1).iter().zip(row(down + 1)).zip(row(up));
            let out = out[columns.clone()].iter_mut().zip(line.iter_mut());
            for ((out, sum), ((before, after), first)) in out.zip(around) {
                for c in 0..C {
                    out[c] = (sum[c] + part * (before[c] + after[c])) * share;
                    sum[c] += after[c] - first[c];
                }
            }
        }
    }
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
