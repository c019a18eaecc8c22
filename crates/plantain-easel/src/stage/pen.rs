//! Writes SVG path data, and the node trees of the few brush strokes that every backdrop shares.

use std::fmt::Write;

use plantain_scene::build::{ellipse, path};
use plantain_scene::node::{Node, Paint};
use plantain_scene::{Color, Rgba};

use super::rect::Rect;

/// Writes path commands with a tenth of a unit of precision.
#[derive(Debug, Clone, Default)]
pub struct Pen {
    d: String,
}

impl Pen {
    pub fn new() -> Self {
        Self::default()
    }

    fn put(mut self, command: char, numbers: &[f32]) -> Self {
        self.d.push(command);
        for (i, n) in numbers.iter().enumerate() {
            if i > 0 {
                self.d.push(' ');
            }
            // Whole tenths are written far faster than floats.
            let tenths = (n * 10.0).round() as i64;
            if tenths < 0 {
                self.d.push('-');
            }
            let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
            let _ = write!(self.d, "{whole}");
            if tenth > 0 {
                self.d.push('.');
                self.d.push(char::from(b'0' + tenth as u8));
            }
        }
        self
    }

    #[must_use]
    pub fn go(self, x: f32, y: f32) -> Self {
        self.put('M', &[x, y])
    }

    #[must_use]
    pub fn line(self, x: f32, y: f32) -> Self {
        self.put('L', &[x, y])
    }

    #[must_use]
    pub fn quad(self, cx: f32, cy: f32, x: f32, y: f32) -> Self {
        self.put('Q', &[cx, cy, x, y])
    }

    #[must_use]
    pub fn cubic(self, a: (f32, f32), b: (f32, f32), to: (f32, f32)) -> Self {
        self.put('C', &[a.0, a.1, b.0, b.1, to.0, to.1])
    }

    #[must_use]
    pub fn close(self) -> Self {
        self.put('Z', &[])
    }

    /// Goes on from the current point along a smooth curve through the points.
    #[must_use]
    pub fn through(mut self, points: &[(f32, f32)]) -> Self {
        // Catmull-Rom, written as cubic Béziers.
        for i in 1..points.len() {
            let before = points[i.saturating_sub(2)];
            let (from, to) = (points[i - 1], points[i]);
            let after = points[(i + 1).min(points.len() - 1)];
            let a = (
                from.0 + (to.0 - before.0) / 6.0,
                from.1 + (to.1 - before.1) / 6.0,
            );
            let b = (
                to.0 - (after.0 - from.0) / 6.0,
                to.1 - (after.1 - from.1) / 6.0,
            );
            self = self.cubic(a, b, to);
        }
        self
    }

    pub fn end(self) -> String {
        self.d
    }
}

/// Returns a filled path in canvas coordinates.
pub fn fill(d: String, w: f32, h: f32, paint: impl Into<Paint>) -> Node {
    path(d, w, h).bounds(0.0, 0.0, w, h).fill(paint)
}

/// Returns a stroked path in canvas coordinates, with round ends.
pub fn line(d: String, w: f32, h: f32, color: impl Into<Color>, width: f32) -> Node {
    path(d, w, h)
        .bounds(0.0, 0.0, w, h)
        .stroke(color, width)
        .round()
}

/// Returns the form below a smooth line through the points, down to `bottom`.
pub fn hill(points: &[(f32, f32)], bottom: f32) -> String {
    match (points.first(), points.last()) {
        (Some(first), Some(last)) => Pen::new()
            .go(first.0, bottom)
            .line(first.0, first.1)
            .through(points)
            .line(last.0, bottom)
            .close()
            .end(),
        _ => String::new(),
    }
}

/// Returns the form below straight lines through the points, down to `bottom`.
pub fn crag(points: &[(f32, f32)], bottom: f32) -> String {
    let Some(first) = points.first() else {
        return String::new();
    };
    let mut pen = Pen::new().go(first.0, bottom);
    for (x, y) in points {
        pen = pen.line(*x, *y);
    }
    pen.line(points[points.len() - 1].0, bottom).close().end()
}

/// Returns an ellipse that fills the box.
pub fn oval(rect: Rect, paint: impl Into<Paint>) -> Node {
    ellipse().bounds(rect.x, rect.y, rect.w, rect.h).fill(paint)
}

/// Returns a soft disc of light: full in the middle, nothing at the rim.
pub fn glow(cx: f32, cy: f32, radius: f32, color: Rgba, strength: f32) -> Node {
    oval(
        Rect::around(cx, cy, radius * 2.0, radius * 2.0),
        Paint::Radial {
            center: [0.5, 0.5],
            radius: 0.5,
            stops: vec![
                (0.0, color.faded(strength).into()),
                (0.35, color.faded(strength * 0.45).into()),
                (1.0, color.faded(0.0).into()),
            ],
        },
    )
}

/// Returns a downward gradient through the colours, evenly spaced.
pub fn downward(colors: &[Rgba]) -> Paint {
    let last = colors.len().saturating_sub(1).max(1) as f32;
    Paint::Linear {
        angle: 180.0,
        stops: colors
            .iter()
            .enumerate()
            .map(|(i, c)| (i as f32 / last, (*c).into()))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_compactly() {
        let d = Pen::new()
            .go(0.0, -0.04)
            .line(1.25, 2.0)
            .quad(1.0, 1.0, 3.0, 3.33)
            .close()
            .end();
        assert_eq!(d, "M0 0L1.3 2Q1 1 3 3.3Z");
    }

    #[test]
    fn a_hill_closes_at_its_foot() {
        let d = hill(&[(0.0, 5.0), (10.0, 2.0), (20.0, 6.0)], 9.0);
        assert!(d.starts_with("M0 9L0 5C") && d.ends_with("L20 9Z"), "{d}");
    }
}
