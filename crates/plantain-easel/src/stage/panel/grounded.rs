//! What lies on the ground or the table: rugs and plates.

use plantain_scene::build::shape;
use plantain_scene::node::{Node, Paint, Shape};
use plantain_scene::{Color, Rgba};

use super::super::light::lighter;
use super::super::pen::{Pen, line, oval};
use super::super::rect::Rect;
use super::{Outline, Panel};

/// Tufts along the edges of a rug that lies on the ground, and over it.
pub(super) fn shag(face: Rect, round: bool, color: Rgba, out: &mut Vec<Node>) {
    let n = 72;
    let k = face.h * 0.07;
    let spot = |t: f32, grow: f32| {
        let a = std::f32::consts::TAU * t;
        let (c, s) = (libm::cosf(a), libm::sinf(a));
        let reach = if round {
            1.0
        } else {
            // A trapezoid seen from the front.
            1.0 / c.abs().max(s.abs())
        };
        let y = face.cy() + s * reach * face.h * 0.5 * grow;
        let narrow = if round { 1.0 } else { 0.92 + 0.08 * s * reach };
        (face.cx() + c * reach * face.w * 0.5 * grow * narrow, y)
    };
    let size = (face.x + face.w + k, face.y + face.h + k);
    for (ring, tone) in [
        (1.0, 0.0),
        (0.78, 0.09),
        (0.56, -0.09),
        (0.34, 0.09),
        (0.14, -0.07),
    ] {
        let mut pen = Pen::new();
        let count = (n as f32 * ring) as usize;
        for i in 0..count {
            let t = i as f32 / count.max(1) as f32;
            let ((x, y), (tx, ty)) = (spot(t, ring * 0.97), spot(t + 0.006, ring * 1.02));
            pen = pen.go(x, y).line(tx, ty + k * 0.6);
        }
        out.push(line(
            pen.end(),
            size.0,
            size.1,
            lighter(color, tone),
            k * 0.8,
        ));
    }
}

impl Panel {
    pub(super) fn rug(&self, face: Rect, out: &mut Vec<Node>) {
        let color = self.paper();
        let round = !matches!(self.outline, Outline::Rect | Outline::Square);
        let flat = |r: Rect| {
            if round {
                oval(r, Rgba::WHITE)
            } else {
                shape(Shape::Trapezoid { top: 0.84 }).bounds(r.x, r.y, r.w, r.h)
            }
        };
        out.push(flat(face).fill(lighter(color, -0.1)));
        let inner = Rect::new(face.x + face.w * 0.02, face.y, face.w * 0.96, face.h * 0.96);
        out.push(flat(inner).fill(self.rug_surface(color)));
        if self.material.as_deref() == Some("fluffy") {
            shag(face, round, color, out);
        } else if !self.striped {
            out.push(
                flat(Rect::around(
                    face.cx(),
                    face.cy() - face.h * 0.01,
                    face.w * 0.82,
                    face.h * 0.74,
                ))
                .fill(Rgba::WHITE.faded(0.0))
                .stroke(
                    lighter(color, if color.is_dark() { 0.16 } else { -0.12 }),
                    3.0,
                ),
            );
        }
    }

    pub(super) fn rug_surface(&self, color: Rgba) -> Paint {
        if !self.striped {
            return color.into();
        }
        let other = self.second.unwrap_or(if color.luminance() > 0.6 {
            Rgba::hex(0x4a6fa5)
        } else {
            Rgba::hex(0xf4ead8)
        });
        // Bands across, hard-edged.
        let n = 9;
        let mut stops = Vec::new();
        for i in 0..n {
            let c: Color = if i % 2 == 0 { color } else { other }.into();
            stops.push((i as f32 / n as f32, c));
            stops.push(((i + 1) as f32 / n as f32, c));
        }
        Paint::Linear { angle: 90.0, stops }
    }

    pub(super) fn plate(&self, face: Rect, out: &mut Vec<Node>) {
        let color = self.paper();
        let flat = |r: Rect| match self.outline {
            Outline::Rect | Outline::Square => {
                shape(Shape::Trapezoid { top: 0.8 }).bounds(r.x, r.y, r.w, r.h)
            }
            Outline::Hexagon | Outline::Octagon => shape(Shape::Polygon {
                sides: if self.outline == Outline::Hexagon {
                    6
                } else {
                    8
                },
                turn: 30.0,
            })
            .bounds(r.x, r.y, r.w, r.h),
            _ => oval(r, Rgba::WHITE),
        };
        out.push(flat(face.shifted(0.0, face.h * 0.06)).fill(lighter(color, -0.12)));
        out.push(flat(Rect::new(face.x, face.y, face.w, face.h * 0.94)).fill(color));
        out.push(
            flat(Rect::around(
                face.cx(),
                face.cy() - face.h * 0.02,
                face.w * 0.68,
                face.h * 0.6,
            ))
            .fill(lighter(color, -0.035)),
        );
    }
}
