//! The smoothest bend through given values: the biharmonic equation, which carries slopes across thin gaps.

use super::Canvas;

/// Rounds of conjugate gradients; thin gaps need few.
const ROUNDS: usize = 48;

/// Fills the hole as a bent plate would span it. The hole's values are the start.
pub fn plate(canvas: &mut Canvas) {
    let grid = Grid::of(canvas);
    for c in 0..3 {
        let mut field: Vec<f32> = canvas.colors.iter().map(|v| v[c]).collect();
        grid.solve(&mut field);
        for &i in &grid.unknown {
            // A bend may overshoot; colours may not.
            canvas.colors[i][c] = field[i].clamp(0.0, 255.0);
        }
    }
}

/// The unknown pixels, and all whose Laplacian has one of them in it.
struct Grid {
    width: usize,
    height: usize,
    unknown: Vec<usize>,
    touched: Vec<usize>,
    hole: Vec<bool>,
}

impl Grid {
    fn of(canvas: &Canvas) -> Self {
        let (width, height) = (canvas.width, canvas.height);
        let unknown: Vec<usize> = (0..width * height).filter(|&i| canvas.hole[i]).collect();
        let mut near = vec![false; width * height];
        for &i in &unknown {
            near[i] = true;
            for n in around(i, width, height).into_iter().flatten() {
                near[n] = true;
            }
        }
        Self {
            width,
            height,
            unknown,
            touched: (0..width * height).filter(|&i| near[i]).collect(),
            hole: canvas.hole.clone(),
        }
    }

    /// Sets `out` to the Laplacian of `field` where it is touched. The edge of the picture repeats.
    fn laplacian(&self, field: &[f32], out: &mut [f32]) {
        for &i in &self.touched {
            let mut sum = 0.0;
            for n in around(i, self.width, self.height).into_iter().flatten() {
                sum += field[n] - field[i];
            }
            out[i] = sum;
        }
    }

    /// Returns the Laplacian of the Laplacian `bent` at an unknown pixel.
    fn twice(&self, bent: &[f32], i: usize) -> f32 {
        let mut sum = 0.0;
        for n in around(i, self.width, self.height).into_iter().flatten() {
            sum += bent[n] - bent[i];
        }
        sum
    }

    /// Minimises the sum of squared Laplacians over the unknown pixels.
    fn solve(&self, field: &mut [f32]) {
        let n = self.unknown.len();
        let mut bent = vec![0.0f32; field.len()];
        self.laplacian(field, &mut bent);
        let mut residual: Vec<f32> = self
            .unknown
            .iter()
            .map(|&i| -self.twice(&bent, i))
            .collect();
        let mut way = residual.clone();
        let mut step = vec![0.0f32; field.len()];
        let mut norm: f64 = dot(&residual, &residual);
        let enough = 1e-4 * n as f64;
        for _ in 0..ROUNDS {
            if norm <= enough {
                break;
            }
            for (k, &i) in self.unknown.iter().enumerate() {
                step[i] = way[k];
            }
            self.laplacian(&step, &mut bent);
            let image: Vec<f32> = self.unknown.iter().map(|&i| self.twice(&bent, i)).collect();
            let bend = dot(&way, &image);
            if bend <= 0.0 {
                break;
            }
            let length = (norm / bend) as f32;
            for (k, &i) in self.unknown.iter().enumerate() {
                field[i] += length * way[k];
                residual[k] -= length * image[k];
            }
            let next = dot(&residual, &residual);
            let keep = (next / norm) as f32;
            for k in 0..n {
                way[k] = residual[k] + keep * way[k];
            }
            norm = next;
        }
        debug_assert!(self.unknown.iter().all(|&i| self.hole[i]));
    }
}

fn dot(a: &[f32], b: &[f32]) -> f64 {
    a.iter()
        .zip(b)
        .map(|(a, b)| f64::from(*a) * f64::from(*b))
        .sum()
}

fn around(i: usize, width: usize, height: usize) -> [Option<usize>; 4] {
    let (x, y) = (i % width, i / width);
    [
        (x > 0).then(|| i - 1),
        (x + 1 < width).then(|| i + 1),
        (y > 0).then(|| i - width),
        (y + 1 < height).then(|| i + width),
    ]
}
