//! Filling with patches: every patch over the hole is like one of the surroundings (Wexler), found by propagating good
//! matches (Barnes), from a small copy of the picture to the large.

use rayon::prelude::*;

use super::{Canvas, Unfilled, membrane};
use crate::plane::{self, scramble};

/// Half the side of a patch.
const HALF: usize = 3;
/// Pixels in a patch.
const AREA: usize = (2 * HALF + 1) * (2 * HALF + 1);
/// The smallest copy has at least this shorter side.
const COARSEST: usize = 40;
/// In the smallest copy no pixel of the hole is further than this from its edge.
const DEPTH: f32 = 5.0;
/// How much sharper than the spread of the matches votes are weighed.
const SHARPNESS: f32 = 0.25;
/// Rows of the hole are worked on in so many bands, whatever the number of threads.
const BANDS: usize = 8;
/// No match.
const NONE: u32 = u32::MAX;

/// Colour and slope of a pixel, padded to eight lanes.
type Feature = [i16; 8];

/// Fills the hole. `start` is what it looks like at first; without it the smoothest surface is.
pub fn fill(
    canvas: &mut Canvas,
    start: Option<Vec<[f32; 3]>>,
    going: &(dyn Fn() -> bool + Sync),
) -> Result<(), Unfilled> {
    let mut levels = vec![Level::of(canvas, start)];
    while levels[levels.len() - 1].may_shrink() {
        let next = levels[levels.len() - 1].halved();
        levels.push(next);
    }
    let mut matches: Option<Matches> = None;
    while let Some(mut level) = levels.pop() {
        level.prepare();
        if level.sources.is_empty() {
            // Too small for a single whole patch; the next larger copy has room, or nothing has.
            continue;
        }
        let mut own = match matches.take() {
            Some(coarse) => {
                let own = Matches::from_coarse(&coarse, &level);
                level.vote(&own);
                own
            }
            None => {
                level.spread();
                Matches::random(&level)
            }
        };
        for round in 0..level.rounds() {
            if !going() {
                return Err(Unfilled::Cancelled);
            }
            level.describe();
            own.search(&level, round as u32);
            level.vote(&own);
        }
        if levels.is_empty() {
            level.close_seam(&own);
            canvas.colors = level.colors;
            return Ok(());
        }
        matches = Some(own);
    }
    super::span(canvas, 0.0);
    Ok(())
}

/// The picture at one size.
struct Level {
    width: usize,
    height: usize,
    colors: Vec<[f32; 3]>,
    hole: Vec<bool>,
    blank: Vec<bool>,
    /// Whether the hole's colours are already meant.
    started: bool,
    features: Vec<Feature>,
    /// Centres of patches that lie wholly in the surroundings.
    source: Vec<bool>,
    sources: Vec<u32>,
    /// Centres of patches that reach into the hole.
    target: Vec<bool>,
    /// Targets.
    targets: usize,
    /// Rows that have targets, first and behind the last.
    rows: (usize, usize),
    /// The furthest that any pixel is from the edge of the hole, pixels.
    deepest: f32,
    /// How much a patch counts by its distance to the edge of the hole.
    nearness: Vec<f32>,
}

impl Level {
    fn of(canvas: &Canvas, start: Option<Vec<[f32; 3]>>) -> Self {
        // The edge of a mask is often soft or too tight: a little more is searched for than is written.
        let blocked: Vec<bool> = if start.is_some() {
            canvas.hole.clone()
        } else {
            plane::dilated(&canvas.hole, canvas.width, canvas.height, 1.5)
        };
        let hole = if blocked.iter().all(|b| *b) {
            canvas.hole.clone()
        } else {
            blocked
        };
        Self::new(
            canvas.width,
            canvas.height,
            start.clone().unwrap_or_else(|| canvas.colors.clone()),
            hole,
            canvas.blank.clone(),
            start.is_some(),
        )
    }

    fn new(
        width: usize,
        height: usize,
        colors: Vec<[f32; 3]>,
        hole: Vec<bool>,
        blank: Vec<bool>,
        started: bool,
    ) -> Self {
        let known: Vec<bool> = hole.iter().map(|h| !h).collect();
        let depth = plane::distances(&known, width, height);
        let deepest = depth.iter().fold(0.0f32, |a, &b| a.max(b));
        let nearness = |squared: &f32| match *squared {
            0.0 => 1.0,
            squared => libm::powf(1.3, -libm::sqrtf(squared).min(40.0)),
        };
        Self {
            width,
            height,
            colors,
            hole,
            blank,
            started,
            features: Vec::new(),
            source: Vec::new(),
            sources: Vec::new(),
            target: Vec::new(),
            targets: 0,
            rows: (0, 0),
            deepest: libm::sqrtf(deepest),
            nearness: depth.par_iter().map(nearness).collect(),
        }
    }

    fn may_shrink(&self) -> bool {
        self.deepest > DEPTH && self.width.min(self.height) >= 2 * COARSEST
    }

    /// Returns the picture at half the size; a pixel is known when half of what it stands for is.
    fn halved(&self) -> Self {
        let (w, h) = (self.width / 2, self.height / 2);
        let mut colors = vec![[0.0f32; 3]; w * h];
        let (mut hole, mut blank) = (vec![false; w * h], vec![false; w * h]);
        for i in 0..w * h {
            let (x, y) = (i % w * 2, i / w * 2);
            let four =
                [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| (y + dy) * self.width + x + dx);
            let open = four.iter().filter(|&&n| self.hole[n]).count();
            hole[i] = open >= 2;
            blank[i] = four.iter().any(|&n| self.blank[n] && !self.hole[n]);
            let counted = |n: &usize| self.started || open == 4 || !self.hole[*n];
            let members: Vec<usize> = four.into_iter().filter(counted).collect();
            let mean = |c: usize| {
                members.iter().map(|&n| self.colors[n][c]).sum::<f32>() / members.len() as f32
            };
            colors[i] = [0, 1, 2].map(mean);
        }
        Self::new(w, h, colors, hole, blank, self.started)
    }

    /// The fewer pixels the more rounds; beyond what is affordable none, only the matches of the smaller copy.
    fn rounds(&self) -> usize {
        match self.targets {
            ..3_000 => 18,
            3_000..12_000 => 9,
            12_000..40_000 => 5,
            40_000..150_000 => 2,
            150_000..400_000 => 1,
            _ => 0,
        }
    }

    /// Finds out which patches are sources and which are targets.
    fn prepare(&mut self) {
        let (w, h) = (self.width, self.height);
        let open = self.spoilt(|i| self.hole[i]);
        let bad = self.spoilt(|i| self.hole[i] || self.blank[i]);
        let fits = |i: usize| {
            let (x, y) = (i % w, i / w);
            x >= HALF && y >= HALF && x + HALF < w && y + HALF < h
        };
        self.source = (0..w * h).map(|i| fits(i) && !bad[i]).collect();
        self.target = (0..w * h).map(|i| fits(i) && open[i]).collect();
        self.sources = (0..w * h)
            .filter(|&i| self.source[i])
            .map(|i| i as u32)
            .collect();
        self.targets = self.target.iter().filter(|t| **t).count();
        let first = self.target.iter().position(|t| *t).unwrap_or(0) / w;
        let last = self
            .target
            .iter()
            .rposition(|t| *t)
            .map_or(0, |i| i / w + 1);
        self.rows = (first, last);
    }

    /// Returns where a patch around a pixel has any pixel that is `so`.
    fn spoilt(&self, so: impl Fn(usize) -> bool) -> Vec<bool> {
        let (w, h) = (self.width, self.height);
        let mut across = vec![false; w * h];
        for y in 0..h {
            let mut count = 0usize;
            for x in 0..w + HALF {
                if x < w && so(y * w + x) {
                    count += 1;
                }
                if x > 2 * HALF && so(y * w + x - 2 * HALF - 1) {
                    count -= 1;
                }
                if x >= HALF {
                    across[y * w + x - HALF] = count > 0;
                }
            }
        }
        let mut out = vec![false; w * h];
        let mut counts = vec![0usize; w];
        for y in 0..h + HALF {
            for x in 0..w {
                if y < h && across[y * w + x] {
                    counts[x] += 1;
                }
                if y > 2 * HALF && across[(y - 2 * HALF - 1) * w + x] {
                    counts[x] -= 1;
                }
                if y >= HALF {
                    out[(y - HALF) * w + x] = counts[x] > 0;
                }
            }
        }
        out
    }

    /// Fills the hole with the smoothest surface, for a start.
    fn spread(&mut self) {
        if self.started {
            return;
        }
        let known: Vec<bool> = self
            .hole
            .iter()
            .zip(&self.blank)
            .map(|(hole, blank)| !hole && !blank)
            .collect();
        membrane(
            &mut self.colors,
            &known,
            &self.hole,
            self.width,
            self.height,
        );
    }

    /// Writes colours and slopes into whole numbers, which compare fast.
    fn describe(&mut self) {
        /// A slope counts so much against a colour.
        const SLOPE: f32 = 1.4;
        let (w, h, colors) = (self.width, self.height, &self.colors);
        let bright = |i: usize| colors[i][0] * 0.3 + colors[i][1] * 0.59 + colors[i][2] * 0.11;
        let mut features = std::mem::take(&mut self.features);
        features.resize(w * h, [0; 8]);
        features.par_chunks_mut(w).enumerate().for_each(|(y, row)| {
            for (x, feature) in row.iter_mut().enumerate() {
                let i = y * w + x;
                let (left, right) = (x.saturating_sub(1), (x + 1).min(w - 1));
                let (up, down) = (y.saturating_sub(1), (y + 1).min(h - 1));
                let dx = (bright(y * w + right) - bright(y * w + left)) * SLOPE;
                let dy = (bright(down * w + x) - bright(up * w + x)) * SLOPE;
                let [r, g, b] = colors[i];
                *feature = [r as i16, g as i16, b as i16, dx as i16, dy as i16, 0, 0, 0];
            }
        });
        self.features = features;
    }

    /// Returns how different two patches are; stops counting beyond `limit`.
    fn difference(&self, one: usize, other: usize, limit: i32) -> i32 {
        const SIDE: usize = 2 * HALF + 1;
        let w = self.width;
        let (a, b) = (one - HALF * w - HALF, other - HALF * w - HALF);
        let mut sum = 0;
        for row in 0..SIDE {
            let a = self.features[a + row * w..a + row * w + SIDE].as_flattened();
            let b = self.features[b + row * w..b + row * w + SIDE].as_flattened();
            // Differences fit 16 bits: their squares are multiplied and added in pairs.
            let squares = a.iter().zip(b).map(|(a, b)| {
                let d = i32::from(a.wrapping_sub(*b));
                d * d
            });
            sum += squares.sum::<i32>();
            if sum >= limit {
                return limit;
            }
        }
        sum
    }

    /// Sets every pixel of the hole to the weighted mean of what the patches over it say.
    fn vote(&mut self, matches: &Matches) {
        let weights = matches.weights(self);
        let w = self.width;
        let colors = &self.colors;
        let voted: Vec<(usize, [f32; 3])> = (0..w * self.height)
            .into_par_iter()
            .filter(|&i| self.hole[i])
            .filter_map(|i| Some((i, self.voted(i, matches, &weights, colors)?)))
            .collect();
        for (i, color) in voted {
            self.colors[i] = color;
        }
    }

    fn voted(
        &self,
        i: usize,
        matches: &Matches,
        weights: &[f32],
        colors: &[[f32; 3]],
    ) -> Option<[f32; 3]> {
        let (w, h) = (self.width, self.height);
        let (x, y) = (i % w, i / w);
        let (mut sum, mut total) = ([0.0f32; 3], 0.0f32);
        for cy in y.saturating_sub(HALF)..(y + HALF + 1).min(h) {
            for cx in x.saturating_sub(HALF)..(x + HALF + 1).min(w) {
                let centre = cy * w + cx;
                let found = matches.of[centre];
                if found == NONE {
                    continue;
                }
                let at = (found as usize + i).wrapping_sub(centre);
                let weight = weights[centre];
                for c in 0..3 {
                    sum[c] += colors[at][c] * weight;
                }
                total += weight;
            }
        }
        (total > 0.0).then(|| sum.map(|v| v / total))
    }

    /// Takes away the step between the hole and its surroundings: what the patches say about the pixels just outside
    /// is off by so much, and that is spread smoothly over the inside.
    fn close_seam(&mut self, matches: &Matches) {
        let (w, h) = (self.width, self.height);
        let weights = matches.weights(self);
        let near = plane::dilated(&self.hole, w, h, 1.0);
        let mut steps = vec![[0.0f32; 3]; w * h];
        let mut known = vec![false; w * h];
        for i in (0..w * h).filter(|&i| near[i] && !self.hole[i] && !self.blank[i]) {
            if let Some(said) = self.voted(i, matches, &weights, &self.colors) {
                known[i] = true;
                steps[i] = [0, 1, 2].map(|c| (self.colors[i][c] - said[c]).clamp(-18.0, 18.0));
            }
        }
        if !known.iter().any(|k| *k) {
            return;
        }
        membrane(&mut steps, &known, &self.hole, w, h);
        for (i, color) in self.colors.iter_mut().enumerate() {
            if self.hole[i] {
                for c in 0..3 {
                    color[c] = (color[c] + steps[i][c]).clamp(0.0, 255.0);
                }
            }
        }
    }
}

/// For every target the source that is most like it.
struct Matches {
    width: usize,
    height: usize,
    of: Vec<u32>,
    difference: Vec<i32>,
}

impl Matches {
    fn random(level: &Level) -> Self {
        let pick = |i: usize| {
            let n = scramble(i as u32, 17, 1) as usize % level.sources.len();
            level.sources[n]
        };
        Self::chosen(level, pick)
    }

    fn from_coarse(coarse: &Self, level: &Level) -> Self {
        let (w, h) = (level.width, level.height);
        let pick = |i: usize| {
            let (x, y) = (i % w, i / w);
            // A target of the larger copy may have none below it: its neighbours stand in.
            let (cx, cy) = (
                (x / 2).min(coarse.width - 1),
                (y / 2).min(coarse.height - 1),
            );
            let around = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1)];
            for (dx, dy) in around {
                let (nx, ny) = (cx as isize + dx, cy as isize + dy);
                if nx < 0 || ny < 0 || nx >= coarse.width as isize || ny >= coarse.height as isize {
                    continue;
                }
                let found = coarse.of[ny as usize * coarse.width + nx as usize];
                if found == NONE {
                    continue;
                }
                let found = found as usize;
                let sx = (found % coarse.width) as isize * 2 + (x & 1) as isize - 2 * dx;
                let sy = (found / coarse.width) as isize * 2 + (y & 1) as isize - 2 * dy;
                if (0..w as isize).contains(&sx) && (0..h as isize).contains(&sy) {
                    let at = sy as usize * w + sx as usize;
                    if level.source[at] {
                        return at as u32;
                    }
                }
            }
            level.sources[scramble(i as u32, 29, 3) as usize % level.sources.len()]
        };
        Self::chosen(level, pick)
    }

    fn chosen(level: &Level, pick: impl Fn(usize) -> u32 + Sync) -> Self {
        let of = (0..level.width * level.height)
            .into_par_iter()
            .map(|i| if level.target[i] { pick(i) } else { NONE })
            .collect::<Vec<u32>>();
        Self {
            width: level.width,
            height: level.height,
            difference: vec![0; of.len()],
            of,
        }
    }

    /// Weights of the patches in a vote: like matches count more, and so do those near the edge of the hole.
    fn weights(&self, level: &Level) -> Vec<f32> {
        let mut all: Vec<f32> = (0..self.of.len())
            .filter(|&i| self.of[i] != NONE)
            .map(|i| self.difference[i] as f32)
            .collect();
        let spread = plane::quantile(&mut all, 0.75).max(AREA as f32 * 12.0) * SHARPNESS;
        (0..self.of.len())
            .into_par_iter()
            .map(|i| {
                if self.of[i] == NONE {
                    return 0.0;
                }
                let alike = libm::expf((-self.difference[i] as f32 / (2.0 * spread)).max(-30.0));
                alike * level.nearness[i] + 1e-20
            })
            .collect()
    }

    /// One round: every target takes over its neighbours' matches, shifted, and tries some at random. Bands of rows go
    /// on their own and see each other as they were before.
    fn search(&mut self, level: &Level, round: u32) {
        let w = level.width;
        let (first, last) = level.rows;
        let band = (last - first).div_ceil(BANDS).max(1) * w;
        let (from, to) = (first * w, last * w);
        let before = self.of.clone();
        self.of[from..to]
            .par_chunks_mut(band)
            .zip(self.difference[from..to].par_chunks_mut(band))
            .enumerate()
            .for_each(|(k, (of, difference))| {
                let sweep = Sweep {
                    level,
                    before: &before,
                    start: from + k * band,
                    round,
                };
                sweep.run(of, difference);
            });
    }
}

/// One band of one round.
struct Sweep<'a> {
    level: &'a Level,
    before: &'a [u32],
    start: usize,
    round: u32,
}

impl Sweep<'_> {
    fn run(&self, of: &mut [u32], difference: &mut [i32]) {
        // The picture has changed since: old differences are void.
        for k in 0..of.len() {
            if of[k] != NONE {
                difference[k] = self
                    .level
                    .difference(self.start + k, of[k] as usize, i32::MAX);
            }
        }
        let forwards = self.round.is_multiple_of(2);
        for n in 0..of.len() {
            let k = if forwards { n } else { of.len() - 1 - n };
            if of[k] != NONE {
                self.improve(k, of, difference, forwards);
            }
        }
    }

    fn improve(&self, k: usize, of: &mut [u32], difference: &mut [i32], forwards: bool) {
        let (w, h) = (self.level.width, self.level.height);
        let i = self.start + k;
        let mut best = (difference[k], of[k]);
        let consider = |at: isize, best: &mut (i32, u32)| {
            if at < 0 || at >= (w * h) as isize {
                return;
            }
            let at = at as usize;
            if at as u32 != best.1 && self.level.source[at] {
                let found = self.level.difference(i, at, best.0);
                if found < best.0 {
                    *best = (found, at as u32);
                }
            }
        };
        let step: isize = if forwards { -1 } else { 1 };
        for shift in [step, step * w as isize] {
            let neighbour = i as isize + shift;
            if neighbour < 0 || neighbour >= (w * h) as isize {
                continue;
            }
            let inside = neighbour - self.start as isize;
            let found = if (0..of.len() as isize).contains(&inside) {
                of[inside as usize]
            } else {
                self.before[neighbour as usize]
            };
            if found != NONE {
                consider(found as isize - shift, &mut best);
            }
        }
        // Large pictures come with good matches from the smaller copy: the search stays near.
        let mut reach = match self.level.rounds() {
            0..=2 => 12,
            3..=5 => 48,
            _ => w.max(h),
        } as isize;
        let mut salt = self.round * 64 + 7;
        while reach >= 1 {
            let at = best.1 as usize;
            let dice = scramble(i as u32, salt, 0x51);
            let span = 2 * reach + 1;
            let dx = (dice & 0xffff) as isize * span / 0x1_0000 - reach;
            let dy = (dice >> 16) as isize * span / 0x1_0000 - reach;
            let (x, y) = ((at % w) as isize + dx, (at / w) as isize + dy);
            if (0..w as isize).contains(&x) && (0..h as isize).contains(&y) {
                consider(y * w as isize + x, &mut best);
            }
            reach /= 2;
            salt += 1;
        }
        (difference[k], of[k]) = best;
    }
}
