//! Sets of pixels: distances to them, what lies near, connected parts.

use std::ops::Range;

use rayon::prelude::*;

/// Returns for every pixel the squared distance to the nearest one that is `set`, in pixels; very large when none is.
pub fn distances(set: &[bool], width: usize, height: usize) -> Vec<f32> {
    const FAR: f32 = 1e12;
    let width = width.max(1);
    // Down the columns first: steps to the last set pixel above, then to the nearer one of that and the next below.
    let mut columns = vec![FAR; set.len()];
    for y in 0..height {
        let (above, below) = columns.split_at_mut(y * width);
        let above = &above[y.saturating_sub(1) * width..];
        for (x, steps) in below[..width].iter_mut().enumerate() {
            let more = above.get(x).map_or(FAR, |above| above + 1.0);
            *steps = if set[y * width + x] { 0.0 } else { more };
        }
    }
    for y in (1..height).rev() {
        let (above, below) = columns.split_at_mut(y * width);
        let above = &mut above[(y - 1) * width..];
        for (above, below) in above.iter_mut().zip(below) {
            *above = above.min(*below + 1.0);
        }
    }
    columns.par_chunks_mut(width).for_each(|row| {
        row.iter_mut().for_each(|steps| {
            *steps = if *steps < FAR { *steps * *steps } else { FAR };
        });
    });
    let mut out = vec![FAR; set.len()];
    out.par_chunks_mut(width)
        .zip(columns.par_chunks(width))
        .for_each(|(to, from)| lower_envelope(from, to));
    out
}

/// Felzenszwalb and Huttenlocher: the lower envelope of the parabolas that stand on `from`.
fn lower_envelope(from: &[f32], to: &mut [f32]) {
    let mut envelope = Envelope::default();
    let mut x = 0;
    while x < from.len() {
        if from[x] == 0.0 {
            to[x] = 0.0;
            x += 1;
            continue;
        }
        // Between two zeros no parabola beyond them counts.
        let end = (x..from.len())
            .find(|&i| from[i] == 0.0)
            .unwrap_or(from.len());
        let sites = x.saturating_sub(1)..(end + 1).min(from.len());
        envelope.write(from, sites, to, x..end);
        x = end;
    }
}

/// Parabolas, and from where on each is the lowest.
#[derive(Default)]
struct Envelope {
    sites: Vec<usize>,
    starts: Vec<f32>,
}

impl Envelope {
    /// Writes the lower envelope of the parabolas at `among` to the places `at`.
    fn write(&mut self, from: &[f32], among: Range<usize>, to: &mut [f32], at: Range<usize>) {
        let Self { sites, starts } = self;
        sites.clear();
        starts.clear();
        for q in among {
            let mut start = f32::NEG_INFINITY;
            while let (Some(&p), Some(&begin)) = (sites.last(), starts.last()) {
                let rise =
                    (f64::from(from[q]) - f64::from(from[p])) + (q * q) as f64 - (p * p) as f64;
                start = (rise / (2 * (q - p)) as f64) as f32;
                if start > begin {
                    break;
                }
                sites.pop();
                starts.pop();
                start = f32::NEG_INFINITY;
            }
            sites.push(q);
            starts.push(start);
        }
        let mut k = 0;
        for x in at {
            while k + 1 < sites.len() && starts[k + 1] < x as f32 {
                k += 1;
            }
            let apart = x.abs_diff(sites[k]) as f32;
            to[x] = from[sites[k]] + apart * apart;
        }
    }
}

/// Returns what lies within `radius` pixels of `set`.
pub fn dilated(set: &[bool], width: usize, height: usize, radius: f32) -> Vec<bool> {
    let width = width.max(1);
    let limit = radius * radius;
    if !(0.0..STEPS_MAX).contains(&radius) {
        return distances(set, width, height)
            .into_iter()
            .map(|d| d <= limit)
            .collect();
    }
    let mut steps = vec![0u8; set.len()];
    steps
        .par_chunks_mut(width)
        .zip(set.par_chunks(width))
        .for_each(|(steps, set)| steps_along(set, steps));
    // So far to both sides a pixel reaches, so many rows up and down.
    let reach: Vec<u8> = (0..=radius as usize)
        .map(|row| {
            let within = |x: &u8| (row * row + usize::from(*x).pow(2)) as f32 <= limit;
            (0..=STEPS_MAX as u8).rev().find(within).unwrap_or(0)
        })
        .collect();
    let mut out = vec![false; set.len()];
    out.par_chunks_mut(width).enumerate().for_each(|(y, out)| {
        let last = (y + reach.len()).min(height);
        for row in (y + 1).saturating_sub(reach.len())..last {
            let reach = reach[row.abs_diff(y)];
            let steps = &steps[row * width..(row + 1) * width];
            for (out, steps) in out.iter_mut().zip(steps) {
                *out |= *steps <= reach;
            }
        }
    });
    out
}

/// Radii from this on are found by distances.
const STEPS_MAX: f32 = 200.0;

/// Writes how far the nearest set pixel of a line is, 255 for very far.
fn steps_along(set: &[bool], steps: &mut [u8]) {
    let mut far = u8::MAX;
    let count = |far: &mut u8, set: bool| {
        *far = if set { 0 } else { far.saturating_add(1) };
        *far
    };
    for (steps, &set) in steps.iter_mut().zip(set) {
        *steps = count(&mut far, set);
    }
    far = u8::MAX;
    for (steps, &set) in steps.iter_mut().zip(set).rev() {
        *steps = count(&mut far, set).min(*steps);
    }
}

/// Returns what of `set` is further than `radius` pixels from all that is not; the picture's edge does not count.
pub fn eroded(set: &[bool], width: usize, height: usize, radius: f32) -> Vec<bool> {
    let outside: Vec<bool> = set.iter().map(|s| !s).collect();
    let mut near = dilated(&outside, width, height, radius);
    near.iter_mut().for_each(|near| *near = !*near);
    near
}

/// A connected region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Component {
    /// Pixels.
    pub area: usize,
    /// Left, top, right, bottom; the last two are outside.
    pub bounds: [usize; 4],
    /// Whether it touches the edge of the picture.
    pub at_edge: bool,
}

/// Returns the label of every pixel (0 is not set; label n is component n - 1) and the 4-connected components.
pub fn components(set: &[bool], width: usize, height: usize) -> (Vec<u32>, Vec<Component>) {
    let mut labels = vec![0u32; set.len()];
    let mut found = Vec::new();
    let mut stack = Vec::new();
    for start in 0..set.len() {
        if !set[start] || labels[start] != 0 {
            continue;
        }
        let label = found.len() as u32 + 1;
        let mut component = Component {
            area: 0,
            bounds: [width, height, 0, 0],
            at_edge: false,
        };
        labels[start] = label;
        stack.push(start);
        while let Some(i) = stack.pop() {
            let (x, y) = (i % width, i / width);
            component.area += 1;
            let [left, top, right, bottom] = component.bounds;
            component.bounds = [left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1)];
            component.at_edge |= x == 0 || y == 0 || x + 1 == width || y + 1 == height;
            let mut visit = |next: usize| {
                if set[next] && labels[next] == 0 {
                    labels[next] = label;
                    stack.push(next);
                }
            };
            if x > 0 {
                visit(i - 1);
            }
            if x + 1 < width {
                visit(i + 1);
            }
            if y > 0 {
                visit(i - width);
            }
            if y + 1 < height {
                visit(i + width);
            }
        }
        found.push(component);
    }
    (labels, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_euclidean() {
        let (w, h) = (23, 17);
        let set: Vec<bool> = (0..w * h).map(|i| i % 37 == 5).collect();
        let got = distances(&set, w, h);
        for (i, got) in got.iter().enumerate() {
            let want = (0..w * h)
                .filter(|&j| set[j])
                .map(|j| (i % w).abs_diff(j % w).pow(2) + (i / w).abs_diff(j / w).pow(2))
                .min()
                .unwrap();
            assert_eq!(*got, want as f32, "{i}");
        }
        assert!(distances(&[false; 4], 2, 2).iter().all(|d| *d > 1e9));
    }

    #[test]
    fn what_lies_near_is_told_by_distances() {
        let (w, h) = (31, 19);
        let set: Vec<bool> = (0..w * h).map(|i| i % 97 == 11).collect();
        let far = distances(&set, w, h);
        for radius in [-1.0, 0.0, 0.9, 1.0, 1.5, 3.2, 9.0, 260.0] {
            let want: Vec<bool> = far.iter().map(|d| *d <= radius * radius).collect();
            assert_eq!(dilated(&set, w, h, radius), want, "{radius}");
        }
        assert_eq!(dilated(&[false; 6], 3, 2, 4.0), [false; 6]);
        assert_eq!(eroded(&[true; 6], 3, 2, 4.0), [true; 6]);
    }

    #[test]
    fn components_are_counted() {
        let set = [1, 0, 1, 1, 0, 0, 0, 0, 1].map(|v| v == 1);
        let (labels, found) = components(&set, 3, 3);
        assert_eq!(found.len(), 3);
        assert_eq!(labels[0], labels[3]);
        assert_eq!(found[0].bounds, [0, 0, 1, 2]);
    }
}
