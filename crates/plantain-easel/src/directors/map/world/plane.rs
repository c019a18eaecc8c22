//! From degrees to the plane of the page.

use super::Point;
use super::parts::Part;
use crate::components::print::Zone;

/// Projects degrees to a plane on which shapes keep a familiar look (the Natural Earth projection).
fn project((longitude, latitude): Point) -> Point {
    let (l, p) = (longitude.to_radians(), latitude.to_radians());
    let p2 = p * p;
    let p4 = p2 * p2;
    let p6 = p4 * p2;
    let x =
        l * (0.8707 - 0.131_979 * p2 - 0.013_791 * p4 + 0.003_971 * p4 * p6 - 0.001_529 * p6 * p6);
    let y = p
        * (1.007_226 + 0.015_085 * p2 - 0.044_475 * p6 + 0.028_874 * p4 * p4 - 0.005_916 * p4 * p6);
    (x, -y)
}

/// A window of the plane on the page.
pub(super) struct Window {
    /// The whole map, and the zone in its middle that the part shall fill.
    pub page: Zone,
    pub zone: Zone,
    pub scale: f32,
    pub center: Point,
}

impl Window {
    /// The whole world stands inside the zone, a part of it fills the zone.
    pub fn of(part: Part, page: Zone) -> Self {
        let zone = page.inset(page.w.min(page.h) * 0.03);
        let middle = (part.south + part.north) * 0.5;
        let corners = [
            (part.west, part.south),
            (part.west, part.north),
            (part.west, middle),
            (part.east, part.south),
            (part.east, part.north),
            (part.east, middle),
        ]
        .map(project);
        let (mut x0, mut x1, mut y0, mut y1) = (f32::MAX, f32::MIN, f32::MAX, f32::MIN);
        for (x, y) in corners {
            (x0, x1, y0, y1) = (x0.min(x), x1.max(x), y0.min(y), y1.max(y));
        }
        let scale = (zone.w / (x1 - x0)).min(zone.h / (y1 - y0));
        Self {
            page,
            zone,
            scale,
            center: ((x0 + x1) * 0.5, (y0 + y1) * 0.5),
        }
    }

    pub fn at(&self, degrees: Point) -> Point {
        let (x, y) = project(degrees);
        let c = self.zone.center();
        (
            c.0 + (x - self.center.0) * self.scale,
            c.1 + (y - self.center.1) * self.scale,
        )
    }
}

/// Returns a closed line with its corners rounded: points on the curve through all of them.
pub(super) fn rounded(points: &[Point]) -> Vec<Point> {
    const STEPS: usize = 5;
    let n = points.len();
    let at = |k: usize| points[k % n];
    (0..n)
        .flat_map(|i| {
            let (a, b, c, d) = (at(i + n - 1), at(i), at(i + 1), at(i + 2));
            (0..STEPS).map(move |k| {
                let t = k as f32 / STEPS as f32;
                let mix = |a: f32, b: f32, c: f32, d: f32| {
                    let (t2, t3) = (t * t, t * t * t);
                    0.5 * (2.0 * b
                        + (c - a) * t
                        + (2.0 * a - 5.0 * b + 4.0 * c - d) * t2
                        + (3.0 * b - a - 3.0 * c + d) * t3)
                };
                (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
            })
        })
        .collect()
}

/// Cuts a closed line to the box from the origin to `w` and `h`, one edge after the other.
pub(super) fn cut(points: &[Point], w: f32, h: f32) -> Vec<Point> {
    type Edge = (fn(Point) -> f32, f32, f32);
    let edges: [Edge; 4] = [
        (|p| p.0, 0.0, 1.0),
        (|p| p.0, w, -1.0),
        (|p| p.1, 0.0, 1.0),
        (|p| p.1, h, -1.0),
    ];
    let mut shape = points.to_vec();
    for (pick, bound, sign) in edges {
        let depth = |p: Point| (pick(p) - bound) * sign;
        let n = shape.len();
        let mut out = Vec::with_capacity(n);
        for i in 0..n {
            let (a, b) = (shape[i], shape[(i + 1) % n]);
            let (da, db) = (depth(a), depth(b));
            if da >= 0.0 {
                out.push(a);
            }
            if (da >= 0.0) != (db >= 0.0) {
                let t = da / (da - db);
                out.push((a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t));
            }
        }
        shape = out;
    }
    shape
}

pub(super) fn straight(points: &[Point]) -> String {
    let mut d = String::new();
    for (n, p) in points.iter().enumerate() {
        let command = if n == 0 { 'M' } else { 'L' };
        d.push_str(&format!("{command}{:.1} {:.1} ", p.0, p.1));
    }
    d
}
