//! Drawings in layers: paths in the coordinates of a view, laid into a zone of the page.

use std::fmt::Write;

use plantain_scene::Node;
use plantain_scene::build::path;
use plantain_scene::color::Color;
use plantain_scene::node::Paint;

use crate::components::print::Zone;

/// A map from a drawing's own coordinates to the page: proportions are kept, the drawing stands in the middle of the zone.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub scale: f32,
    pub dx: f32,
    pub dy: f32,
}

impl Frame {
    /// Fits a view of `w` by `h` into a zone.
    pub fn fit(w: f32, h: f32, zone: Zone) -> Self {
        let scale = (zone.w / w).min(zone.h / h);
        Self {
            scale,
            dx: zone.x + (zone.w - w * scale) * 0.5,
            dy: zone.y + (zone.h - h * scale) * 0.5,
        }
    }

    /// Returns the place on the page of a point in the drawing.
    pub fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.dx + x * self.scale, self.dy + y * self.scale)
    }

    /// Returns the zone on the page of a rectangle in the drawing.
    pub fn zone(&self, x: f32, y: f32, w: f32, h: f32) -> Zone {
        let (px, py) = self.at(x, y);
        Zone::new(px, py, w * self.scale, h * self.scale)
    }

    /// Returns a filled path. `d` uses the absolute commands M, L, H, V, C, Q, Z.
    pub fn fill(&self, d: &str, paint: impl Into<Paint>) -> Node {
        self.trace(d).fill(paint)
    }

    /// Returns a stroked path; the width is in the drawing's units.
    pub fn line(&self, d: &str, color: impl Into<Color>, width: f32) -> Node {
        self.trace(d)
            .stroke(color, (width * self.scale).max(0.8))
            .round()
    }

    /// Returns the path as a node whose box encloses it.
    pub fn trace(&self, d: &str) -> Node {
        let mut points: Vec<(char, Vec<f32>)> = Vec::new();
        for piece in commands(d) {
            points.push(piece);
        }
        let (mut x0, mut y0, mut x1, mut y1) = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        let mut here = (0.0, 0.0);
        for (command, numbers) in &mut points {
            match command {
                'H' | 'V' => {
                    let value = numbers.first().copied().unwrap_or(0.0);
                    here = if *command == 'H' {
                        (value, here.1)
                    } else {
                        (here.0, value)
                    };
                    *numbers = vec![here.0, here.1];
                    *command = 'L';
                }
                _ => {
                    if let [.., x, y] = numbers.as_slice() {
                        here = (*x, *y);
                    }
                }
            }
            for pair in numbers.chunks_exact_mut(2) {
                let (x, y) = self.at(pair[0], pair[1]);
                (pair[0], pair[1]) = (x, y);
                (x0, y0, x1, y1) = (x0.min(x), y0.min(y), x1.max(x), y1.max(y));
            }
        }
        if x1 < x0 {
            (x0, y0, x1, y1) = (0.0, 0.0, 1.0, 1.0);
        }
        let (w, h) = ((x1 - x0).max(1.0), (y1 - y0).max(1.0));
        let mut out = String::new();
        for (command, numbers) in &points {
            out.push(*command);
            for pair in numbers.chunks_exact(2) {
                let _ = write!(out, "{:.2} {:.2} ", pair[0] - x0, pair[1] - y0);
            }
        }
        path(out, w, h).bounds(x0, y0, w, h)
    }
}

/// A frame in page coordinates.
pub const PAGE: Frame = Frame {
    scale: 1.0,
    dx: 0.0,
    dy: 0.0,
};

fn commands(d: &str) -> Vec<(char, Vec<f32>)> {
    let mut out: Vec<(char, Vec<f32>)> = Vec::new();
    let mut number = String::new();
    let finish = |number: &mut String, out: &mut Vec<(char, Vec<f32>)>| {
        if let (Ok(value), Some(last)) = (number.parse(), out.last_mut()) {
            last.1.push(value);
        }
        number.clear();
    };
    for c in d.chars() {
        if c.is_ascii_alphabetic() {
            finish(&mut number, &mut out);
            out.push((c, Vec::new()));
        } else if c == ' ' || c == ',' || c == '\n' || (c == '-' && !number.is_empty()) {
            finish(&mut number, &mut out);
            if c == '-' {
                number.push(c);
            }
        } else {
            number.push(c);
        }
    }
    finish(&mut number, &mut out);
    out
}

/// Returns path data of an ellipse.
pub fn oval(cx: f32, cy: f32, rx: f32, ry: f32) -> String {
    // Distance of control points that makes four cubics a circle.
    let (kx, ky) = (rx * 0.5523, ry * 0.5523);
    format!(
        "M{:.2} {cy:.2} C{:.2} {:.2} {:.2} {:.2} {cx:.2} {:.2} C{:.2} {:.2} {:.2} {:.2} {:.2} {cy:.2} C{:.2} {:.2} {:.2} {:.2} {cx:.2} {:.2} C{:.2} {:.2} {:.2} {:.2} {:.2} {cy:.2} Z",
        cx - rx,
        cx - rx,
        cy - ky,
        cx - kx,
        cy - ry,
        cy - ry,
        cx + kx,
        cy - ry,
        cx + rx,
        cy - ky,
        cx + rx,
        cx + rx,
        cy + ky,
        cx + kx,
        cy + ry,
        cy + ry,
        cx - kx,
        cy + ry,
        cx - rx,
        cy + ky,
        cx - rx,
    )
}

/// Returns the point on a circle; 0 degrees is the top, clockwise.
pub fn polar(center: (f32, f32), radius: f32, degrees: f32) -> (f32, f32) {
    let a = (degrees - 90.0).to_radians();
    (
        center.0 + radius * libm::cosf(a),
        center.1 + radius * libm::sinf(a),
    )
}

/// Returns path data of an arc of a circle from one angle to another (degrees clockwise from the top), as cubics.
pub fn arc(center: (f32, f32), radius: f32, from: f32, to: f32) -> String {
    let steps = (((to - from).abs() / 45.0).ceil() as usize).max(1);
    let step = (to - from) / steps as f32;
    let reach = radius * 4.0 / 3.0 * libm::tanf(step.to_radians() / 4.0);
    let start = polar(center, radius, from);
    let mut d = format!("M{:.2} {:.2} ", start.0, start.1);
    for i in 0..steps {
        let (a, b) = (from + step * i as f32, from + step * (i + 1) as f32);
        let (p, q) = (polar(center, radius, a), polar(center, radius, b));
        let along = |deg: f32| {
            let r = deg.to_radians();
            (libm::cosf(r), libm::sinf(r))
        };
        let (ta, tb) = (along(a), along(b));
        let _ = write!(
            d,
            "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} ",
            p.0 + ta.0 * reach,
            p.1 + ta.1 * reach,
            q.0 - tb.0 * reach,
            q.1 - tb.1 * reach,
            q.0,
            q.1
        );
    }
    d
}

/// Returns the two nodes of an arrow along a curve whose last stretch runs toward `angle` (degrees clockwise from the right).
pub fn arrow(
    d: &str,
    tip: (f32, f32),
    angle: f32,
    color: impl Into<Color>,
    width: f32,
) -> Vec<Node> {
    let color = color.into();
    vec![
        PAGE.trace(d).stroke(color, width).round().role("arrow"),
        head(tip, angle, color, width).role("arrow"),
    ]
}

/// Returns an arrow head with its point at `tip`.
pub fn head(tip: (f32, f32), angle: f32, color: impl Into<Color>, width: f32) -> Node {
    let size = (width * 4.2).max(9.0);
    let a = angle.to_radians();
    let (c, s) = (libm::cosf(a), libm::sinf(a));
    let at = |x: f32, y: f32| (tip.0 + x * c - y * s, tip.1 + x * s + y * c);
    let ((ax, ay), (bx, by), (cx, cy), (dx, dy)) = (
        at(size * 0.35, 0.0),
        at(-size * 0.75, -size * 0.55),
        at(-size * 0.5, 0.0),
        at(-size * 0.75, size * 0.55),
    );
    PAGE.trace(&format!("M{ax} {ay} L{bx} {by} L{cx} {cy} L{dx} {dy} Z"))
        .fill(color.into())
}

/// Returns a straight arrow.
pub fn straight(
    from: (f32, f32),
    to: (f32, f32),
    color: impl Into<Color>,
    width: f32,
) -> Vec<Node> {
    let color = color.into();
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = (dx * dx + dy * dy).sqrt().max(1e-3);
    let back = width * 2.0;
    let end = (to.0 - dx / long * back, to.1 - dy / long * back);
    let angle = libm::atan2f(dy, dx).to_degrees();
    arrow(
        &format!("M{} {} L{} {}", from.0, from.1, end.0, end.1),
        to,
        angle,
        color,
        width,
    )
}

/// Returns path data of a smooth closed curve through points (Catmull-Rom as cubics).
pub fn closed(points: &[(f32, f32)]) -> String {
    let n = points.len();
    if n < 3 {
        return String::new();
    }
    let mut d = format!("M{:.2} {:.2} ", points[0].0, points[0].1);
    for i in 0..n {
        let at = |k: usize| points[k % n];
        let (p0, p1, p2, p3) = (at(i + n - 1), at(i), at(i + 1), at(i + 2));
        d.push_str(&segment(p0, p1, p2, p3));
    }
    d.push('Z');
    d
}

/// Returns path data of a smooth open curve through points.
pub fn open(points: &[(f32, f32)]) -> String {
    let Some(first) = points.first() else {
        return String::new();
    };
    let mut d = format!("M{:.2} {:.2} ", first.0, first.1);
    for i in 0..points.len() - 1 {
        let p0 = points[i.saturating_sub(1)];
        let p3 = points[(i + 2).min(points.len() - 1)];
        d.push_str(&segment(p0, points[i], points[i + 1], p3));
    }
    d
}

fn segment(p0: (f32, f32), p1: (f32, f32), p2: (f32, f32), p3: (f32, f32)) -> String {
    format!(
        "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} ",
        p1.0 + (p2.0 - p0.0) / 6.0,
        p1.1 + (p2.1 - p0.1) / 6.0,
        p2.0 - (p3.0 - p1.0) / 6.0,
        p2.1 - (p3.1 - p1.1) / 6.0,
        p2.0,
        p2.1
    )
}
