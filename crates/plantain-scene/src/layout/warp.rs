//! Gives illustrated objects another outline: a square clock, a round cushion, a triangular sandwich.
//!
//! An object is taken for a star around its middle: along each ray, its own outline is moved to that of the form and
//! everything inside moves in proportion, so that details stay where they are.

use std::f64::consts::TAU;

use plantain_art as art;
use vello_cpu::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _, flatten};

/// Rays along which outlines are measured.
const RAYS: usize = 120;
/// Curves are followed to this exactness, in grid units; longer stretches are cut so that they can bend.
const TOLERANCE: f64 = 0.03;
const STRETCH_MAX: f64 = 0.8;
/// Objects longer than this in proportion to their width (spoons, brooms) keep their form.
const SLIM_MAX: f64 = 2.6;
/// Objects that fill less than this share of their box (spoons, ladders) keep their form.
const FILL_MIN: f64 = 0.36;
/// Objects whose outline is this near to the form keep it.
const NEAR: f64 = 0.07;
/// Objects whose spread is this much greater along one direction are long; they are levelled when they slant by this much.
const LONG: f64 = 1.7;
const SLANT_MIN: f64 = 0.25;

/// Returns width divided by height of a form by its word, if it is one that objects can take.
pub fn form_aspect(word: &str) -> Option<f32> {
    Some(match word {
        "round" | "spherical" | "square" | "hexagonal" | "pentagonal" | "octagonal" | "star" => 1.0,
        "cubic" => 1.04,
        "rectangular" => 1.6,
        "oblong" => 1.9,
        "oval" => 1.36,
        "triangular" => 1.12,
        "pyramidal" => 1.25,
        "conical" => 0.82,
        "cylindrical" => 0.74,
        "teardrop" => 0.74,
        "diamond" => 0.9,
        "heart" => 1.08,
        _ => return None,
    })
}

/// Returns how much wider than usual a thing is of which this is said.
pub fn girth(word: &str) -> Option<f32> {
    Some(match word {
        "fat" => 1.34,
        "thick" => 1.26,
        "thin" => 0.7,
        _ => return None,
    })
}

/// Returns the parts as wide as a word says; none when it says nothing of that.
pub(super) fn widened(parts: &[art::Part], bounds: Rect, word: &str) -> Option<Warped> {
    let wide = Affine::scale_non_uniform(f64::from(girth(word)?), 1.0);
    let parts = parts.iter().map(|part| art::Part {
        path: wide * part.path.clone(),
        ..part.clone()
    });
    Some(Warped {
        parts: parts.collect(),
        bounds: wide.transform_rect_bbox(bounds),
    })
}

/// An object's parts in another form, and their bounds.
pub(super) struct Warped {
    pub parts: Vec<art::Part>,
    pub bounds: Rect,
}

/// Returns the parts in the form that a word names; none when the word names none or the object does not take it.
pub(super) fn warp(parts: &[art::Part], bounds: Rect, word: &str) -> Option<Warped> {
    let aspect = f64::from(form_aspect(word)?);
    let (levelled, bounds) = level(parts, bounds);
    let parts = &levelled[..];
    let own = radii(parts, bounds);
    let goal: Vec<f64> = (0..RAYS).map(|i| reach(word, angle(i))).collect();
    let fill = own.iter().map(|r| r * r).sum::<f64>() / RAYS as f64 * TAU / 8.0;
    let off = own
        .iter()
        .zip(&goal)
        .map(|(a, b)| (a / b - 1.0).abs())
        .sum::<f64>()
        / RAYS as f64;
    let alike = (bounds.width() / bounds.height().max(0.1) / aspect - 1.0).abs() < NEAR;
    let slim = bounds.width() / bounds.height().max(0.1);
    if fill < FILL_MIN || slim.max(1.0 / slim) > SLIM_MAX || off < NEAR && alike {
        return None;
    }
    // The form keeps the area of the object.
    let area = (bounds.width() * bounds.height()).sqrt();
    let (w, h) = (area * aspect.sqrt(), area / aspect.sqrt());
    let (from, to) = (bounds.center(), Point::new(w / 2.0, h / 2.0));
    let place = |p: Point| {
        let u = (p.x - from.x) / (bounds.width() / 2.0);
        let v = (p.y - from.y) / (bounds.height() / 2.0);
        let r = libm::hypot(u, v);
        if r < 1e-6 {
            return to;
        }
        let a = libm::atan2(v, u);
        let k = sample(&goal, a) / sample(&own, a).max(0.05);
        let r = (r * k).min(reach(word, a));
        Point::new(
            to.x + libm::cos(a) * r * w / 2.0,
            to.y + libm::sin(a) * r * h / 2.0,
        )
    };
    let parts = parts
        .iter()
        .map(|part| art::Part {
            path: bent(&part.path, &place),
            ..part.clone()
        })
        .collect();
    Some(Warped {
        parts,
        bounds: Rect::new(0.0, 0.0, w, h),
    })
}

/// Turns a long object that lies aslant into the level; others stay as they are.
fn level(parts: &[art::Part], bounds: Rect) -> (Vec<art::Part>, Rect) {
    let mut spots: Vec<Point> = Vec::new();
    for part in parts.iter().filter(|part| part.opacity > 0.5) {
        points(&part.path, &mut |_, p| spots.push(p));
    }
    let n = spots.len().max(1) as f64;
    let (mx, my) = spots
        .iter()
        .fold((0.0, 0.0), |(x, y), p| (x + p.x / n, y + p.y / n));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for p in &spots {
        let (dx, dy) = (p.x - mx, p.y - my);
        xx += dx * dx / n;
        yy += dy * dy / n;
        xy += dx * dy / n;
    }
    let spread = libm::hypot((xx - yy) / 2.0, xy);
    let middle = (xx + yy) / 2.0;
    let long = (middle + spread) / (middle - spread).max(1e-6);
    let turn = 0.5 * libm::atan2(2.0 * xy, xx - yy);
    let slant = turn.abs().min(TAU / 4.0 - turn.abs());
    if long < LONG || slant < SLANT_MIN {
        return (parts.to_vec(), bounds);
    }
    let place = Affine::rotate_about(-turn, bounds.center());
    let parts: Vec<art::Part> = parts
        .iter()
        .map(|part| art::Part {
            path: place * part.path.clone(),
            ..part.clone()
        })
        .collect();
    let mut corners = parts.iter().map(|part| part.path.bounding_box());
    let first = corners.next().unwrap_or(bounds);
    let bounds = corners.fold(first, |all, b| all.union(b));
    (parts, bounds)
}

fn angle(i: usize) -> f64 {
    TAU * i as f64 / RAYS as f64
}

/// Returns the value of a ring of samples in a direction.
fn sample(ring: &[f64], a: f64) -> f64 {
    let at = (a / TAU).rem_euclid(1.0) * RAYS as f64;
    let (i, t) = (at as usize % RAYS, at.fract());
    ring[i] * (1.0 - t) + ring[(i + 1) % RAYS] * t
}

/// Returns how far the hull of the object reaches along each ray, in half sizes of its box. Of the hull, because a notch
/// is to stay a notch.
fn radii(parts: &[art::Part], bounds: Rect) -> Vec<f64> {
    let c = bounds.center();
    let mut spots: Vec<(f64, f64)> = Vec::new();
    for part in parts.iter().filter(|part| part.opacity > 0.5) {
        points(&part.path, &mut |_, p| {
            spots.push((
                (p.x - c.x) / (bounds.width() / 2.0),
                (p.y - c.y) / (bounds.height() / 2.0),
            ));
        });
    }
    let hull = hull(spots);
    if hull.len() < 3 {
        return vec![1.0; RAYS];
    }
    (0..RAYS)
        .map(|i| ray(&hull, libm::cos(angle(i)), libm::sin(angle(i))))
        .collect()
}

/// Returns the corners of the smallest convex form around points, by Andrew's monotone chain.
fn hull(mut spots: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    spots.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    spots.dedup();
    let cross = |o: (f64, f64), a: (f64, f64), b: (f64, f64)| {
        (a.0 - o.0) * (b.1 - o.1) - (a.1 - o.1) * (b.0 - o.0)
    };
    let half = |spots: &mut dyn Iterator<Item = (f64, f64)>| {
        let mut chain: Vec<(f64, f64)> = Vec::new();
        for spot in spots {
            while chain.len() > 1
                && cross(chain[chain.len() - 2], chain[chain.len() - 1], spot) <= 0.0
            {
                chain.pop();
            }
            chain.push(spot);
        }
        chain.pop();
        chain
    };
    let mut out = half(&mut spots.iter().copied());
    out.extend(half(&mut spots.iter().rev().copied()));
    out
}

/// Calls `visit` with the points of a path, in order; the flag says that a new stretch begins.
fn points(path: &BezPath, visit: &mut dyn FnMut(bool, Point)) {
    let (mut last, mut start) = (Point::ZERO, Point::ZERO);
    flatten(path.iter(), TOLERANCE, |element| match element {
        PathEl::MoveTo(p) => {
            visit(true, p);
            (last, start) = (p, p);
        }
        PathEl::LineTo(p) => {
            stretch(last, p, visit);
            last = p;
        }
        PathEl::ClosePath => {
            stretch(last, start, visit);
            last = start;
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
}

fn stretch(from: Point, to: Point, visit: &mut dyn FnMut(bool, Point)) {
    let n = (from.distance(to) / STRETCH_MAX).ceil().clamp(1.0, 80.0) as usize;
    for i in 1..=n {
        visit(false, from.lerp(to, i as f64 / n as f64));
    }
}

fn bent(path: &BezPath, place: &dyn Fn(Point) -> Point) -> BezPath {
    let mut out = BezPath::new();
    points(path, &mut |new, p| {
        let p = place(p);
        if new {
            out.move_to(p);
        } else {
            out.line_to(p);
        }
    });
    out.close_path();
    out
}

/// Returns how far a form reaches in a direction, in half sizes of its box.
fn reach(word: &str, a: f64) -> f64 {
    let (cos, sin) = (libm::cos(a), libm::sin(a));
    let corners: &[(f64, f64)] = match word {
        "round" | "spherical" | "oval" => return 1.0,
        "square" | "cubic" | "rectangular" => return rounded(cos, sin, 9.0),
        "oblong" => return rounded(cos, sin, 4.5),
        "triangular" | "pyramidal" => &[(0.0, -1.0), (1.0, 1.0), (-1.0, 1.0)],
        "conical" => &[
            (0.0, -1.0),
            (1.0, 0.86),
            (0.6, 0.96),
            (0.0, 1.0),
            (-0.6, 0.96),
            (-1.0, 0.86),
        ],
        "cylindrical" => &[
            (-1.0, -0.86),
            (-0.6, -0.97),
            (0.0, -1.0),
            (0.6, -0.97),
            (1.0, -0.86),
            (1.0, 0.86),
            (0.6, 0.97),
            (0.0, 1.0),
            (-0.6, 0.97),
            (-1.0, 0.86),
        ],
        "diamond" => &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        "hexagonal" => &[
            (-0.5, -1.0),
            (0.5, -1.0),
            (1.0, 0.0),
            (0.5, 1.0),
            (-0.5, 1.0),
            (-1.0, 0.0),
        ],
        "pentagonal" => &[
            (0.0, -1.0),
            (1.0, -0.24),
            (0.62, 1.0),
            (-0.62, 1.0),
            (-1.0, -0.24),
        ],
        "octagonal" => &[
            (-0.41, -1.0),
            (0.41, -1.0),
            (1.0, -0.41),
            (1.0, 0.41),
            (0.41, 1.0),
            (-0.41, 1.0),
            (-1.0, 0.41),
            (-1.0, -0.41),
        ],
        "teardrop" => &[
            (0.0, -1.0),
            (0.3, -0.46),
            (0.72, -0.02),
            (0.95, 0.32),
            (0.95, 0.58),
            (0.74, 0.84),
            (0.36, 0.98),
            (-0.36, 0.98),
            (-0.74, 0.84),
            (-0.95, 0.58),
            (-0.95, 0.32),
            (-0.72, -0.02),
            (-0.3, -0.46),
        ],
        "heart" => &[
            (0.0, -0.52),
            (0.2, -0.86),
            (0.52, -1.0),
            (0.84, -0.88),
            (1.0, -0.52),
            (0.94, -0.14),
            (0.6, 0.38),
            (0.0, 1.0),
            (-0.6, 0.38),
            (-0.94, -0.14),
            (-1.0, -0.52),
            (-0.84, -0.88),
            (-0.52, -1.0),
            (-0.2, -0.86),
        ],
        "star" => &[
            (0.0, -1.0),
            (0.26, -0.34),
            (1.0, -0.24),
            (0.42, 0.2),
            (0.62, 1.0),
            (0.0, 0.52),
            (-0.62, 1.0),
            (-0.42, 0.2),
            (-1.0, -0.24),
            (-0.26, -0.34),
        ],
        _ => return 1.0,
    };
    ray(corners, cos, sin)
}

/// A square with corners rounded by the exponent of a superellipse.
fn rounded(cos: f64, sin: f64, n: f64) -> f64 {
    libm::pow(libm::pow(cos.abs(), n) + libm::pow(sin.abs(), n), -1.0 / n)
}

/// Returns where a ray from the middle meets the outline.
fn ray(corners: &[(f64, f64)], cos: f64, sin: f64) -> f64 {
    let n = corners.len();
    let mut best: f64 = 0.0;
    for i in 0..n {
        let (x0, y0) = corners[i];
        let (x1, y1) = corners[(i + 1) % n];
        let (dx, dy) = (x1 - x0, y1 - y0);
        let det = dx * sin - dy * cos;
        if det.abs() < 1e-9 {
            continue;
        }
        let t = (y0 * cos - x0 * sin) / det;
        let r = if cos.abs() > sin.abs() {
            (x0 + t * dx) / cos
        } else {
            (y0 + t * dy) / sin
        };
        if (-1e-9..=1.0 + 1e-9).contains(&t) && r > 0.0 {
            best = best.max(r);
        }
    }
    if best > 0.0 { best } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_reach_their_boxes() {
        for word in [
            "square",
            "triangular",
            "conical",
            "cylindrical",
            "diamond",
            "hexagonal",
            "teardrop",
            "heart",
            "star",
        ] {
            for i in 0..RAYS {
                let a = angle(i);
                let r = reach(word, a);
                let (x, y) = (libm::cos(a) * r, libm::sin(a) * r);
                assert!(
                    r > 0.2 && x.abs() < 1.01 && y.abs() < 1.01,
                    "{word} {a} {r}"
                );
            }
        }
    }

    #[test]
    fn an_apple_can_be_square_and_a_spoon_cannot() {
        let apple = art::object("red-apple").unwrap();
        let warped = warp(&apple.parts, apple.bounds, "square").unwrap();
        let own = warped
            .parts
            .iter()
            .map(|p| p.path.bounding_box())
            .reduce(|a, b| a.union(b))
            .unwrap();
        assert!(own.width() > 0.75 * warped.bounds.width());
        assert!(warped.bounds.inflate(0.5, 0.5).contains(own.origin()));
        let spoon = art::object("spoon").unwrap();
        assert!(warp(&spoon.parts, spoon.bounds, "round").is_none());
        assert!(warp(&apple.parts, apple.bounds, "wood").is_none());
    }
}
