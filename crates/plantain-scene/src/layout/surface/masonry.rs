//! Surfaces of hard things: brick, marble, cane, ice, and what rust and breaks leave of them.

use super::{Coat, noise};
use crate::color::Rgba;
use crate::display::Brush;
use vello_cpu::kurbo::{BezPath, Ellipse, Point, Shape as _, Vec2};

impl Coat<'_> {
    pub(super) fn brick(&mut self) {
        let r = self.whole;
        let (w, h) = (self.size() * 0.2, self.size() * 0.1);
        let mut joints = BezPath::new();
        for row in 0..=(r.height() / h).ceil() as i32 {
            let y = r.y0 + h * f64::from(row);
            joints.move_to((r.x0, y));
            joints.line_to((r.x1, y));
            let off = if row % 2 == 0 { 0.0 } else { w / 2.0 };
            for column in 0..=(r.width() / w).ceil() as i32 {
                let x = r.x0 + off + w * f64::from(column);
                joints.move_to((x, y));
                joints.line_to((x, y + h));
            }
        }
        self.stroke(joints, self.size() * 0.017, Rgba::hex(0xf0e4d8).faded(0.75));
    }

    pub(super) fn marble(&mut self) {
        let r = self.whole;
        for i in 0..5 {
            let mut vein = BezPath::new();
            let x = r.x0 + r.width() * (f64::from(i) / 4.0 - 0.2);
            vein.move_to((x, r.y0));
            let mut at = Point::new(x, r.y0);
            for step in 0..5 {
                at += Vec2::new(
                    r.width() * (0.02 + 0.14 * noise(i * 7 + step, 11)),
                    r.height() * 0.22,
                );
                vein.line_to(at);
            }
            let ink = Rgba::hex(0x5d6470).faded(0.4);
            self.stroke(vein, self.size() * (0.008 + 0.014 * noise(i, 12)), ink);
        }
        self.gloss(0.2);
    }

    pub(super) fn wicker(&mut self) {
        let r = self.whole;
        let k = self.size() * 0.085;
        let mut canes = BezPath::new();
        for row in 0..=(r.height() / k).ceil() as i32 {
            for column in 0..=(r.width() / k).ceil() as i32 {
                let (x, y) = (r.x0 + k * f64::from(column), r.y0 + k * f64::from(row));
                if (row + column) % 2 == 0 {
                    canes.move_to((x + k * 0.1, y + k * 0.3));
                    canes.line_to((x + k * 0.9, y + k * 0.3));
                    canes.move_to((x + k * 0.1, y + k * 0.7));
                    canes.line_to((x + k * 0.9, y + k * 0.7));
                } else {
                    canes.move_to((x + k * 0.3, y + k * 0.1));
                    canes.line_to((x + k * 0.3, y + k * 0.9));
                    canes.move_to((x + k * 0.7, y + k * 0.1));
                    canes.line_to((x + k * 0.7, y + k * 0.9));
                }
            }
        }
        let ink = self.tone(0.45);
        self.stroke(canes, self.size() * 0.016, ink);
    }

    pub(super) fn ice(&mut self) {
        let white = |alpha: f32| Rgba::WHITE.faded(alpha);
        self.light(&[
            (0.0, Rgba::hex(0xd8f3ff).faded(0.85)),
            (0.5, Rgba::hex(0x9bd8f5).faded(0.55)),
            (1.0, Rgba::hex(0x6dbbe6).faded(0.7)),
        ]);
        let r = self.whole;
        let mut cracks = BezPath::new();
        for i in 0..5 {
            let x = r.x0 + r.width() * noise(i, 14);
            let y = r.y0 + r.height() * noise(i, 15);
            cracks.move_to((x, y));
            cracks.line_to((x + r.width() * 0.12, y + r.height() * 0.1));
            cracks.line_to((x + r.width() * 0.1, y + r.height() * 0.26));
        }
        self.stroke(cracks, self.size() * 0.014, white(0.9));
    }

    /// Cracks that run from one point to the edges.
    pub(super) fn cracks(&mut self) {
        const CRACKS: i32 = 7;
        let r = self.whole;
        let from = Point::new(r.x0 + r.width() * 0.58, r.y0 + r.height() * 0.42);
        let mut cracks = BezPath::new();
        for i in 0..CRACKS {
            let turn =
                std::f64::consts::TAU * (f64::from(i) + 0.6 * noise(i, 41)) / f64::from(CRACKS);
            let (sin, cos) = libm::sincos(turn);
            let mut at = from;
            cracks.move_to(at);
            for step in 0..6 {
                let off = self.size() * 0.06 * (noise(i * 7 + step, 42) - 0.5) * 2.0;
                at += Vec2::new(cos, sin) * self.size() * 0.12;
                cracks.line_to(at + Vec2::new(-sin, cos) * off);
            }
        }
        let gap = if self.color.is_dark() {
            Rgba::WHITE
        } else {
            Rgba::hex(0x2b2b33)
        };
        self.stroke(cracks, self.size() * 0.02, gap.faded(0.8));
    }

    /// Blotches of rust, dark ones within bright ones.
    pub(super) fn rust(&mut self) {
        let r = self.whole;
        for (salt, size, ink) in [
            (31, 0.09, Rgba::hex(0xd07a3a).faded(0.6)),
            (34, 0.055, Rgba::hex(0x6e3a1e).faded(0.65)),
            (37, 0.02, Rgba::hex(0x4a2615).faded(0.7)),
        ] {
            let mut blotches = BezPath::new();
            for i in 0..16 {
                let at = Point::new(
                    r.x0 + r.width() * noise(i, salt),
                    r.y0 + r.height() * noise(i, salt + 1),
                );
                let k = self.size() * size * (0.4 + noise(i, salt + 2));
                blotches.extend(Ellipse::new(at, (k, k * 0.7), noise(i, salt)).to_path(0.05));
            }
            self.fill(blotches, Brush::Solid(ink));
        }
    }
}
