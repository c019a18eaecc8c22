//! Foliage and blossoms as a printer's ornaments: bouquets for corners, wreaths.
//!
//! Everything is drawn in the inks of the page, in a few layers: stems, far leaves, near leaves with a shaded half, blossoms.

use std::f32::consts::{PI, TAU};
use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::{Color, Oklch, Rgba};
use plantain_scene::node::Node;

use super::{Inks, Page, Zone};
use crate::rng::Rng;

/// A point in the units of a drawing.
type Point = (f32, f32);

/// Colours of foliage and blossoms.
#[derive(Debug, Clone, Copy)]
pub struct Tints {
    leaf: Color,
    shade: Color,
    far: Color,
    petal: Color,
    deep: Color,
    heart: Color,
}

impl Tints {
    /// Returns the inks of a page as those of a bouquet; a colour that the prompt names tints the blossoms.
    pub fn of(page: &Page<'_>, inks: &Inks) -> Self {
        let bold = greenery(page, inks).unwrap_or_else(|| page.theme.resolve(inks.bold));
        let mark = page.theme.resolve(inks.mark);
        let near = (bold.oklch().h - mark.oklch().h).abs() < 24.0 && bold.oklch().c > 0.03;
        // Blossoms in the green of their leaves would be leaves.
        let bloom = if near && is_green(mark) {
            Oklch::new(0.74, 0.1, 18.0).rgba()
        } else {
            mark
        };
        let ink = page.theme.resolve(inks.ink);
        let to = |color: Rgba, t: f32| -> Color { color.mix(inks.ground, t).into() };
        Self {
            leaf: to(bold, 0.16),
            shade: bold.mix(ink, 0.22).into(),
            far: to(bold, 0.56),
            petal: to(bloom, 0.42),
            deep: to(bloom, 0.08),
            heart: Oklch::new(0.82, 0.12, 84.0).rgba().into(),
        }
    }
}

/// Foliage that the prompt names is green unless the prompt tells its colours.
fn greenery(page: &Page<'_>, inks: &Inks) -> Option<Rgba> {
    const FOLIAGE: &[&str] = &[
        "eucalyptus",
        "fern",
        "foliage",
        "greenery",
        "ivy",
        "laurel",
        "leaves",
        "olive branch",
        "palm",
    ];
    let brief = page.studio.brief;
    let heard = brief.heard();
    let told = brief.look.palette.is_empty() && FOLIAGE.iter().any(|word| heard.contains(word));
    let light = if inks.ground.is_dark() { 0.74 } else { 0.52 };
    told.then(|| Oklch::new(light, 0.075, 150.0).rgba())
}

fn is_green(color: Rgba) -> bool {
    (100.0..185.0).contains(&color.oklch().h)
}

/// Where a drawing lies: its corner on the page, its size, and which ways it is mirrored.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    zone: Zone,
    flip_x: bool,
    flip_y: bool,
}

impl Frame {
    pub fn upright(zone: Zone) -> Self {
        Self {
            zone,
            flip_x: false,
            flip_y: false,
        }
    }

    /// Returns a square in a corner of a zone, mirrored so that its origin is that corner (0 top left, clockwise).
    pub fn corner(zone: Zone, side: f32, corner: usize) -> Self {
        let (right, low) = (matches!(corner % 4, 1 | 2), corner % 4 >= 2);
        let x = if right { zone.right() - side } else { zone.x };
        let y = if low { zone.bottom() - side } else { zone.y };
        Self {
            zone: Zone::new(x, y, side, side),
            flip_x: right,
            flip_y: low,
        }
    }

    /// Returns the place of a point of the unit square, relative to the zone.
    fn at(&self, (u, v): Point) -> Point {
        let u = if self.flip_x { 1.0 - u } else { u };
        let v = if self.flip_y { 1.0 - v } else { v };
        (u * self.zone.w, v * self.zone.h)
    }
}

/// What kind of leaves a branch bears.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Leaf {
    /// Long and pointed, as of an olive.
    Olive,
    /// Round, as of eucalyptus.
    Round,
    /// Small ones at the end of fine stems.
    Bud,
}

/// Outlines in one colour, with the box around them: texts beside a drawing must not seem to stand on it.
#[derive(Default)]
struct Outline {
    /// A command and its points.
    steps: Vec<(char, Vec<Point>)>,
}

impl Outline {
    fn add(&mut self, command: char, points: &[Point]) {
        self.steps.push((command, points.to_vec()));
    }

    /// Returns the outlines as a path with tight bounds; none when there are none.
    fn path(&self) -> Option<Node> {
        let all = || self.steps.iter().flat_map(|(_, points)| points);
        let (x, y) = all().fold((f32::INFINITY, f32::INFINITY), |low, p| {
            (low.0.min(p.0), low.1.min(p.1))
        });
        let (right, low) = all().fold((f32::NEG_INFINITY, f32::NEG_INFINITY), |high, p| {
            (high.0.max(p.0), high.1.max(p.1))
        });
        if self.steps.is_empty() {
            return None;
        }
        let mut d = String::new();
        for (command, points) in &self.steps {
            d.push(*command);
            for p in points {
                let _ = write!(d, "{:.1} {:.1} ", p.0 - x, p.1 - y);
            }
        }
        let (w, h) = ((right - x).max(1.0), (low - y).max(1.0));
        Some(path(d, w, h).bounds(x, y, w, h).role("ornament"))
    }
}

/// A drawing in the making: its layers, the lowest first.
struct Sketch<'a> {
    frame: Frame,
    tints: &'a Tints,
    stems: Vec<Node>,
    far: Vec<Node>,
    near: Vec<Node>,
    buds: Vec<Node>,
    blossoms: Vec<Node>,
}

/// The leaves of one branch by layer.
#[derive(Default)]
struct Leaves {
    far: Outline,
    near: Outline,
    halves: Outline,
    buds: Outline,
}

impl<'a> Sketch<'a> {
    fn new(frame: Frame, tints: &'a Tints) -> Self {
        Self {
            frame,
            tints,
            stems: Vec::new(),
            far: Vec::new(),
            near: Vec::new(),
            buds: Vec::new(),
            blossoms: Vec::new(),
        }
    }

    fn node(self) -> Node {
        self.frame
            .zone
            .hold(stack())
            .role("ornament")
            .children(self.stems)
            .children(self.far)
            .children(self.near)
            .children(self.buds)
            .children(self.blossoms)
    }

    /// Draws a branch from a point to another that bows to one side, with its leaves in pairs.
    fn branch(&mut self, from: Point, to: Point, bow: f32, pairs: usize, leaf: (Leaf, f32)) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let ctrl = (
            (from.0 + to.0) * 0.5 - dy * bow,
            (from.1 + to.1) * 0.5 + dx * bow,
        );
        let on = |t: f32| {
            let u = 1.0 - t;
            (
                u * u * from.0 + 2.0 * u * t * ctrl.0 + t * t * to.0,
                u * u * from.1 + 2.0 * u * t * ctrl.1 + t * t * to.1,
            )
        };
        let mut stem = Outline::default();
        stem.add('M', &[self.frame.at(from)]);
        stem.add('Q', &[self.frame.at(ctrl), self.frame.at(on(0.98))]);
        let fine = (self.frame.zone.w.min(self.frame.zone.h) * 0.008).clamp(1.0, 3.2);
        self.stems
            .extend(stem.path().map(|p| p.stroke(self.tints.leaf, fine).round()));
        let mut leaves = Leaves::default();
        let (kind, long) = leaf;
        for i in 0..pairs {
            let t = 0.16 + 0.76 * i as f32 / pairs as f32;
            let (p, q) = (on(t), on(t + 0.04));
            let way = libm::atan2f(q.1 - p.1, q.0 - p.0);
            let size = long * (1.0 - 0.42 * t);
            for side in [-1.0_f32, 1.0] {
                // The two leaves of a pair stand a little apart, as they grow.
                let root = on(t + if side > 0.0 { 0.035 } else { 0.0 });
                self.leaf(
                    &mut leaves,
                    root,
                    (way + side * 0.82, size),
                    kind,
                    side < 0.0,
                );
            }
        }
        let (p, q) = (on(0.94), on(1.0));
        let way = libm::atan2f(q.1 - p.1, q.0 - p.0);
        self.leaf(&mut leaves, p, (way, long * 0.6), kind, true);
        let fill = |outline: &Outline, color: Color| outline.path().map(|p| p.fill(color));
        self.far.extend(fill(&leaves.far, self.tints.far));
        self.near.extend(fill(&leaves.near, self.tints.leaf));
        self.near.extend(fill(&leaves.halves, self.tints.shade));
        self.buds.extend(fill(&leaves.buds, self.tints.deep));
    }

    /// Adds a leaf that grows from a point in a direction to a length.
    fn leaf(
        &self,
        leaves: &mut Leaves,
        root: Point,
        (way, long): (f32, f32),
        kind: Leaf,
        near: bool,
    ) {
        let wide = match kind {
            Leaf::Olive => long * 0.24,
            Leaf::Round => long * 0.44,
            Leaf::Bud => long * 0.3,
        };
        let long = if kind == Leaf::Round {
            long * 0.8
        } else {
            long
        };
        let (c, s) = (libm::cosf(way), libm::sinf(way));
        let to = |x: f32, y: f32| {
            self.frame
                .at((root.0 + x * c - y * s, root.1 + x * s + y * c))
        };
        let (base, tip) = (to(0.0, 0.0), to(long, 0.0));
        let side = |sign: f32| {
            (
                to(long * 0.22, sign * wide),
                to(long * 0.74, sign * wide * 0.98),
            )
        };
        let ((a, b), (d, c)) = (side(-1.0), side(1.0));
        let whole = |outline: &mut Outline| {
            outline.add('M', &[base]);
            outline.add('C', &[a, b, tip]);
            outline.add('C', &[c, d, base]);
            outline.add('Z', &[]);
        };
        match kind {
            Leaf::Bud => whole(&mut leaves.buds),
            _ if near => {
                whole(&mut leaves.near);
                leaves.halves.add('M', &[base]);
                leaves.halves.add('L', &[tip]);
                leaves.halves.add('C', &[c, d, base]);
                leaves.halves.add('Z', &[]);
            }
            _ => whole(&mut leaves.far),
        }
    }

    /// Draws a blossom of two rings of petals around a heart with its stamens.
    fn blossom(&mut self, center: Point, radius: f32, rng: &mut Rng) {
        let unit = self.frame.zone.w.min(self.frame.zone.h);
        let at = self.frame.at(center);
        let r = radius * unit;
        let turn = rng.range(0.0, TAU);
        let mut ring = |count: usize, reach: f32, turn: f32, color: Color| {
            let mut outline = Outline::default();
            for i in 0..count {
                let way = turn + TAU * i as f32 / count as f32;
                petal(&mut outline, at, way, reach * rng.range(0.94, 1.05));
            }
            outline.path().map(|p| p.fill(color))
        };
        let tints = *self.tints;
        self.blossoms.extend(ring(6, r, turn, tints.petal));
        let upper = ring(6, r * 0.98, turn + PI / 6.0, tints.petal);
        self.blossoms.extend(upper.map(|p| p.opacity(0.75)));
        self.blossoms
            .extend(ring(5, r * 0.62, turn + 0.3, tints.deep));
        let disc = |(x, y): Point, radius: f32| {
            ellipse()
                .bounds(x - radius, y - radius, 2.0 * radius, 2.0 * radius)
                .fill(tints.heart)
                .role("ornament")
        };
        self.blossoms.push(disc(at, r * 0.2));
        for i in 0..8 {
            let way = turn + TAU * i as f32 / 8.0;
            let stamen = (
                at.0 + r * 0.31 * libm::cosf(way),
                at.1 + r * 0.31 * libm::sinf(way),
            );
            self.blossoms.push(disc(stamen, r * 0.045));
        }
    }
}

/// Adds a petal that is widest before its notched end.
fn petal(outline: &mut Outline, (cx, cy): Point, way: f32, long: f32) {
    let (c, s) = (libm::cosf(way), libm::sinf(way));
    let to = |x: f32, y: f32| {
        let (x, y) = (x * long, y * long);
        (cx + x * c - y * s, cy + x * s + y * c)
    };
    let start = to(0.05, 0.0);
    outline.add('M', &[start]);
    outline.add('C', &[to(0.3, 0.5), to(0.95, 0.56), to(0.99, 0.1)]);
    outline.add('C', &[to(0.97, 0.04), to(0.97, -0.04), to(0.99, -0.1)]);
    outline.add('C', &[to(0.95, -0.56), to(0.3, -0.5), start]);
    outline.add('Z', &[]);
}

/// How much blooms in a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bloom {
    /// Leaves alone.
    None,
    Some,
}

/// Returns a bouquet whose origin is a corner: branches along both edges, blossoms where they meet.
pub fn bouquet(frame: Frame, tints: &Tints, bloom: Bloom, rng: &mut Rng) -> Node {
    let mut sketch = Sketch::new(frame, tints);
    let heart = (0.2, 0.2);
    let kind = if rng.chance(0.5) {
        Leaf::Olive
    } else {
        Leaf::Round
    };
    let bow = rng.range(0.06, 0.14);
    // Along the edges, then between them, then the fine ones on top.
    sketch.branch(heart, (0.98, 0.1), -bow, 8, (kind, 0.17));
    sketch.branch(heart, (0.1, 0.98), bow, 8, (kind, 0.17));
    sketch.branch(heart, (0.66, 0.3), bow, 5, (Leaf::Olive, 0.15));
    sketch.branch(heart, (0.3, 0.66), -bow, 5, (Leaf::Olive, 0.15));
    sketch.branch((0.16, 0.16), (0.5, 0.46), 0.05, 4, (kind, 0.14));
    sketch.branch(heart, (0.02, 0.02), 0.0, 2, (Leaf::Olive, 0.13));
    sketch.branch(heart, (0.86, 0.26), -0.1, 5, (Leaf::Bud, 0.055));
    sketch.branch(heart, (0.26, 0.86), 0.1, 5, (Leaf::Bud, 0.055));
    if bloom == Bloom::Some {
        sketch.blossom((0.45, 0.11), 0.085, rng);
        sketch.blossom((0.11, 0.45), 0.085, rng);
        sketch.blossom((0.36, 0.3), 0.075, rng);
        sketch.blossom((0.19, 0.19), 0.15, rng);
    }
    sketch.node()
}

/// Returns a wreath that fills a square zone; blossoms gather at its lower left and upper right.
pub fn wreath(zone: Zone, tints: &Tints, bloom: Bloom, rng: &mut Rng) -> Node {
    let mut sketch = Sketch::new(Frame::upright(zone), tints);
    let on = |way: f32, r: f32| (0.5 + r * libm::cosf(way), 0.5 + r * libm::sinf(way));
    let steps = 15;
    let kind = if rng.chance(0.5) {
        Leaf::Olive
    } else {
        Leaf::Round
    };
    // Branches follow each other around the ring, each a little outside or inside of it.
    for i in 0..steps {
        let a = TAU * i as f32 / steps as f32 + 0.2;
        let b = a + TAU / steps as f32 * 1.25;
        let out = if i % 2 == 0 { 0.445 } else { 0.415 };
        sketch.branch(on(a, 0.43), on(b, out), -0.08, 3, (kind, 0.062));
        if i % 3 == 0 {
            let reach = if i % 2 == 0 { 0.49 } else { 0.372 };
            sketch.branch(on(a, 0.43), on(a + 0.34, reach), 0.1, 3, (Leaf::Bud, 0.02));
        }
    }
    if bloom == Bloom::Some {
        for (way, r, radius) in [
            (2.3, 0.43, 0.062),
            (2.58, 0.44, 0.042),
            (2.05, 0.44, 0.04),
            (-0.84, 0.43, 0.056),
            (-0.58, 0.44, 0.038),
        ] {
            sketch.blossom(on(way, r), radius, rng);
        }
    }
    sketch.node()
}
