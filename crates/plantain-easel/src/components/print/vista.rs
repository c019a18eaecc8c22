//! Vistas: whole places painted in few flat inks of the page's theme, as on screen-printed travel and event posters.
//!
//! Unlike [`crate::stage`], which shows what a sentence says in natural colours, a vista is a backdrop of the page's own
//! palette: sky above for the title, dark ground at the foot for the facts, the page's objects standing between.

mod land;
mod night;
mod tints;
mod town;
mod water;
mod which;

use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::Node;

use super::{Page, Zone};
use crate::rng::Rng;
use crate::stage::pen::Pen;
pub use tints::Tints;
pub use which::{of, shows};

/// A kind of place that can be painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vista {
    Peaks,
    Hills,
    Forest,
    Desert,
    Coast,
    Sea,
    Lake,
    Skyline,
    OldTown,
    Temple,
    Snow,
    Road,
    Space,
    Stage,
    Haunted,
    Stadium,
}

/// A painted place.
pub struct Painted {
    pub nodes: Vec<Node>,
    /// Where things stand, as a share of the height from the top.
    pub ground: f32,
    /// The colour at the very top, behind a title.
    pub sky: Rgba,
    /// The colour at the foot, behind facts.
    pub front: Rgba,
}

/// Paints a place over a zone; nodes are in the zone's own coordinates.
/// `clear` is the share of the height that sun and clouds keep free for a title.
pub fn paint(page: &Page<'_>, vista: Vista, size: (f32, f32), clear: f32) -> Painted {
    paint_beside(page, vista, size, clear, None)
}

/// Returns the colour at the very top of a place as [`paint`] gives it.
pub fn sky(page: &Page<'_>, vista: Vista) -> Rgba {
    Tints::of(page, vista, &mut page.rng.fork("vista")).sky[0]
}

/// Share of the width beside a head that is room enough for a sun.
const ROOM_BESIDE: f32 = 0.26;

/// Paints a place as [`paint`] does, whose sun, clouds and birds keep away from a head in its sky.
pub fn paint_beside(
    page: &Page<'_>,
    vista: Vista,
    (w, h): (f32, f32),
    clear: f32,
    head: Option<Zone>,
) -> Painted {
    // Boxes of no size come from pages of hardly any; the steps of a drawing must not be nothing.
    let (w, h) = (w.max(16.0), h.max(16.0));
    let mut rng = page.rng.fork("vista");
    let tints = Tints::of(page, vista, &mut rng);
    let beside = head.and_then(|head| {
        let (left, right) = (head.x / w, head.right() / w);
        if 1.0 - right >= ROOM_BESIDE {
            Some((right + 0.11, 0.93))
        } else if left >= ROOM_BESIDE {
            Some((0.07, left - 0.11))
        } else {
            None
        }
    });
    let clear = match (head, beside) {
        (Some(head), None) => clear.max(head.bottom() / h + 0.02),
        _ => clear,
    };
    let easel = Easel {
        w,
        h,
        clear,
        beside,
        tints,
    };
    let (nodes, ground) = match vista {
        Vista::Peaks => land::peaks(&easel, &mut rng),
        Vista::Hills => land::hills(&easel, &mut rng),
        Vista::Forest => land::forest(&easel, &mut rng),
        Vista::Desert => land::desert(&easel, &mut rng),
        Vista::Snow => land::snow(&easel, &mut rng),
        Vista::Road => land::road(&easel, &mut rng),
        Vista::Coast => water::coast(&easel, &mut rng),
        Vista::Sea => water::sea(&easel, &mut rng),
        Vista::Lake => water::lake(&easel, &mut rng),
        Vista::Skyline => town::skyline(&easel, &mut rng),
        Vista::OldTown => town::old_town(&easel, &mut rng),
        Vista::Temple => town::temple(&easel, &mut rng),
        Vista::Space => night::space(&easel, &mut rng),
        Vista::Stage => night::stage(&easel, &mut rng),
        Vista::Haunted => night::haunted(&easel, &mut rng),
        Vista::Stadium => night::stadium(&easel, &mut rng),
    };
    Painted {
        nodes,
        ground,
        sky: easel.tints.sky[0],
        front: easel.tints.land[3],
    }
}

/// The sheet that a vista is painted on.
struct Easel {
    w: f32,
    h: f32,
    clear: f32,
    /// The shares of the width between which the sky is free, when a head stands beside.
    beside: Option<(f32, f32)>,
    tints: Tints,
}

impl Easel {
    /// Sky over the whole sheet: one flat ink where a title stands, then a blend down to the horizon.
    fn sky(&self) -> Node {
        let top = self.h * self.clear;
        let upper = rect()
            .bounds(0.0, 0.0, self.w, top + 1.0)
            .fill(self.tints.sky[0])
            .role("sky");
        let lower = rect()
            .bounds(0.0, top, self.w, self.h - top)
            .gradient(180.0, self.tints.sky[0], self.tints.sky[1])
            .role("sky");
        stack()
            .bounds(0.0, 0.0, self.w, self.h)
            .children([upper, lower])
            .role("sky")
    }

    /// Where something stands across that wants to stand at this share of the width, away from a head.
    fn across(&self, x: f32) -> f32 {
        self.beside
            .map_or(x, |(from, to)| from + (to - from) * x.clamp(0.0, 1.0))
    }

    /// A sun or moon with its middle at shares of the sheet.
    fn sun(&self, x: f32, y: f32, size: f32) -> Vec<Node> {
        let d = self.w.min(self.h) * size;
        let y = y.max(self.clear + d * 0.66 / self.h);
        let disc = |grow: f32, color: Rgba| {
            let d = d * grow;
            ellipse()
                .bounds(self.w * x - d * 0.5, self.h * y - d * 0.5, d, d)
                .fill(color)
                .role("sun")
        };
        let halo = self.tints.sun.mix(self.tints.sky[1], 0.72);
        vec![disc(1.32, halo), disc(1.0, self.tints.sun)]
    }

    /// Flat streaks of cloud beside the sun.
    fn clouds(&self, y: f32, rng: &mut Rng) -> Vec<Node> {
        let color = self.tints.light.mix(self.tints.sky[1], 0.35);
        let y = y.max(self.clear + 0.02);
        (0..4)
            .map(|i| {
                let (w, h) = (self.w * rng.range(0.16, 0.34), self.h * 0.012);
                let x = self.w * self.across(rng.range(-0.05, 0.85));
                rect()
                    .bounds(x, self.h * (y + 0.035 * i as f32), w, h)
                    .radius(h * 0.5)
                    .fill(color)
                    .role("cloud")
            })
            .collect()
    }

    /// A few gulls.
    fn birds(&self, y: f32, rng: &mut Rng) -> Vec<Node> {
        let x0 = self.w * self.across(rng.range(0.14, 0.6));
        let y = y.max(self.clear + 0.03);
        (0..4)
            .map(|i| {
                let s = self.w * rng.range(0.02, 0.036);
                let (x, y) = (
                    x0 + self.w * 0.06 * i as f32,
                    self.h * (y + rng.range(-0.025, 0.025)),
                );
                path("M0 30 Q25 0 50 26 Q75 0 100 30", 100.0, 32.0)
                    .bounds(x, y, s, s * 0.32)
                    .stroke(self.tints.dark, (s * 0.09).max(1.2))
                    .round()
                    .role("bird")
            })
            .collect()
    }

    /// A closed form through straight or smooth points, bounded tightly so that what lies above it is free for type.
    fn form(&self, points: &[(f32, f32)], smooth: bool, color: Rgba) -> Node {
        let low = points.iter().map(|p| p.1).fold(f32::INFINITY, f32::min);
        let high = points.iter().map(|p| p.1).fold(f32::NEG_INFINITY, f32::max);
        let left = points.iter().map(|p| p.0).fold(f32::INFINITY, f32::min);
        let right = points.iter().map(|p| p.0).fold(f32::NEG_INFINITY, f32::max);
        let local: Vec<(f32, f32)> = points.iter().map(|(x, y)| (x - left, y - low)).collect();
        let (w, h) = ((right - left).max(1.0), (high - low).max(1.0));
        let pen = Pen::new().go(local[0].0, local[0].1);
        let pen = if smooth {
            pen.through(&local)
        } else {
            local[1..].iter().fold(pen, |pen, (x, y)| pen.line(*x, *y))
        };
        path(pen.close().end(), w, h)
            .bounds(left, low, w, h)
            .fill(color)
    }

    /// Land below a line of points, down to the foot of the sheet. Smooth or in edges.
    fn below(&self, line: &[(f32, f32)], smooth: bool, color: Rgba) -> Node {
        let top =
            line.iter().map(|p| p.1).fold(f32::INFINITY, f32::min) - if smooth { 6.0 } else { 0.0 };
        let bottom = self.h + 2.0;
        let local: Vec<(f32, f32)> = line.iter().map(|(x, y)| (*x, y - top)).collect();
        let d = if smooth {
            crate::stage::pen::hill(&local, bottom - top)
        } else {
            crate::stage::pen::crag(&local, bottom - top)
        };
        path(d, self.w, bottom - top)
            .bounds(0.0, top, self.w, bottom - top)
            .fill(color)
            .role("land")
    }

    /// Points of a rolling line around a share of the height.
    fn rolling(&self, y: f32, swing: f32, steps: usize, rng: &mut Rng) -> Vec<(f32, f32)> {
        (0..=steps)
            .map(|i| {
                let x = self.w * (-0.04 + 1.08 * i as f32 / steps as f32);
                (x, self.h * (y + rng.range(-swing, swing)))
            })
            .collect()
    }

    /// A fir of a height standing at a place.
    fn fir(&self, x: f32, base: f32, high: f32, color: Rgba) -> Node {
        let w = high * 0.42;
        let mut points = vec![(x, base - high)];
        for i in 0..4 {
            let t = (i + 1) as f32 / 4.0;
            let y = base - high + high * 0.92 * t;
            let half = w * 0.5 * t;
            points.push((x + half, y));
            points.push((x + half * 0.5, y - high * 0.02));
        }
        points.push((x + w * 0.06, base));
        points.push((x - w * 0.06, base));
        for i in (0..4).rev() {
            let t = (i + 1) as f32 / 4.0;
            let y = base - high + high * 0.92 * t;
            let half = w * 0.5 * t;
            points.push((x - half * 0.5, y - high * 0.02));
            points.push((x - half, y));
        }
        self.form(&points, false, color).role("tree")
    }

    /// A row of firs along the foot, higher at the sides so that the middle stays open.
    fn firs(&self, base: f32, high: f32, n: usize, color: Rgba, rng: &mut Rng) -> Vec<Node> {
        (0..n)
            .map(|i| {
                let t = (i as f32 + rng.range(0.1, 0.9)) / n as f32;
                let side = (t - 0.5).abs() * 2.0;
                let h = self.h * high * (0.45 + 0.75 * side) * rng.range(0.75, 1.15);
                self.fir(self.w * t, self.h * base, h, color)
            })
            .collect()
    }
}

/// Returns a vista as one clipped node over a zone.
pub fn node(zone: Zone, painted: Vec<Node>) -> Node {
    zone.hold(stack()).clip().role("picture").children(painted)
}
