//! What stands outdoors and is built up from its parts: garden walls, cabins, rovers.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::light::lighter;
use super::super::pen::{Pen, downward, fill, glow, line, oval};
use super::super::rect::Rect;
use super::Panel;

/// Courses of a wall, and bricks in one of them.
const COURSES: usize = 6;
const BRICKS: usize = 11;
/// Logs of a cabin, one over the other.
const LOGS: usize = 7;
/// Width of one panel of a fence, in its heights, and pickets of one.
pub(super) const FENCE_PANEL: f32 = 1.05;
const PICKETS: usize = 4;
/// Room that one bird takes on a wire, in heights of the poles, and the least and most of all.
const WIRE_SEAT: f32 = 0.26;
const WIRE_SPAN: (f32, f32) = (1.2, 3.4);

/// Returns width divided by height of a wire for so many.
pub(super) fn wire_aspect(seats: usize) -> f32 {
    (WIRE_SEAT * (seats as f32 + 1.0)).clamp(WIRE_SPAN.0, WIRE_SPAN.1)
}

impl Panel {
    /// Pickets with pointed heads on two rails.
    pub(super) fn fence(&self, r: Rect, panels: usize, out: &mut Vec<Node>) {
        let wood = self.paper();
        for y in [0.3, 0.68] {
            let rail = rect().bounds(r.x, r.y + r.h * y, r.w, r.h * 0.09);
            out.push(rail.radius(r.h * 0.02).fill(lighter(wood, -0.07)));
        }
        let n = panels * PICKETS;
        let step = r.w / n as f32;
        let wide = step * 0.62;
        for i in 0..n {
            let x = r.x + step * (i as f32 + 0.5) - wide / 2.0;
            let (top, foot) = (r.y, r.bottom());
            let picket = Pen::new()
                .go(x, foot)
                .line(x, top + wide * 0.55)
                .line(x + wide / 2.0, top)
                .line(x + wide, top + wide * 0.55)
                .line(x + wide, foot)
                .close()
                .end();
            let tone = if i % 3 == 1 { -0.02 } else { 0.0 };
            out.push(fill(picket, r.right(), foot, lighter(wood, tone)));
            let side = rect().bounds(
                x + wide * 0.8,
                top + wide * 0.5,
                wide * 0.2,
                foot - top - wide * 0.5,
            );
            out.push(side.fill(lighter(wood, -0.1)));
        }
    }

    /// Two poles with a cross-arm each, and the wire that hangs between them.
    pub(super) fn wire(&self, r: Rect, out: &mut Vec<Node>) {
        let wood = self.paper();
        let (thick, y) = (r.h * 0.035, r.y + r.h * 0.1);
        for x in [r.x + thick, r.right() - thick * 2.0] {
            let pole = rect().bounds(x, r.y, thick, r.h);
            out.push(pole.radius(thick * 0.3).fill(wood));
            let arm = rect().bounds(x - thick, r.y + r.h * 0.07, thick * 3.0, thick * 0.8);
            out.push(arm.radius(thick * 0.2).fill(lighter(wood, -0.06)));
        }
        let sag = Pen::new()
            .go(r.x + thick * 1.5, y)
            .quad(r.cx(), y + r.h * 0.035, r.right() - thick * 1.5, y)
            .end();
        out.push(line(
            sag,
            r.right(),
            r.bottom(),
            Rgba::hex(0x3b3f48),
            r.h * 0.009,
        ));
    }

    /// A low wall with a coping, its joints broken from course to course.
    pub(super) fn masonry(&self, r: Rect, out: &mut Vec<Node>) {
        let brick = self.paper();
        let cap = r.h * 0.12;
        out.push(
            rect()
                .bounds(
                    r.x + r.w * 0.01,
                    r.y + cap * 0.6,
                    r.w * 0.98,
                    r.h - cap * 0.6,
                )
                .fill(downward(&[lighter(brick, -0.1), lighter(brick, -0.16)])),
        );
        let step = (r.h - cap) / COURSES as f32;
        let wide = r.w * 0.98 / BRICKS as f32;
        let (left, right) = (r.x + r.w * 0.01, r.right() - r.w * 0.01);
        for row in 0..COURSES {
            let y = r.y + cap + step * row as f32;
            let shift = if row % 2 == 0 { 0.0 } else { wide / 2.0 };
            for column in 0..=BRICKS {
                let x = left + wide * column as f32 - shift;
                let (from, to) = (x.max(left), (x + wide * 0.93).min(right));
                if to - from < wide * 0.1 {
                    continue;
                }
                let tone = ((row * 7 + column * 5) % 4) as f32 * 0.018 - 0.03;
                out.push(
                    rect()
                        .bounds(from, y + step * 0.06, to - from, step * 0.86)
                        .radius(step * 0.1)
                        .fill(lighter(brick, tone)),
                );
            }
        }
        let stone = brick.mix(Rgba::hex(0xd8d2c6), 0.62);
        out.push(
            rect()
                .bounds(r.x, r.y, r.w, cap)
                .radius(cap * 0.2)
                .fill(downward(&[lighter(stone, 0.04), lighter(stone, -0.06)])),
        );
    }

    /// A cabin of logs with a chimney that smokes and light in its windows.
    pub(super) fn cabin(&self, r: Rect, out: &mut Vec<Node>) {
        let wood = self.paper();
        let at = |x: f32, y: f32| (r.x + r.w * x, r.y + r.h * y);
        for (x, y, k) in [(0.74, 0.1, 0.07), (0.79, 0.03, 0.095), (0.72, -0.07, 0.12)] {
            let (x, y) = at(x, y);
            out.push(oval(
                Rect::around(x, y, r.w * k, r.w * k * 0.8),
                Rgba::hex(0xf2f2f4).faded(0.5),
            ));
        }
        let brick = Rgba::hex(0x8d5a4a);
        let (x, y) = at(0.69, 0.13);
        out.push(rect().bounds(x, y, r.w * 0.09, r.h * 0.3).fill(brick));
        out.push(
            rect()
                .bounds(x - r.w * 0.01, y, r.w * 0.11, r.h * 0.035)
                .fill(lighter(brick, -0.08)),
        );
        let (wx, wy) = at(0.1, 0.46);
        let wall = Rect::new(wx, wy, r.w * 0.8, r.h * 0.54);
        let gable = Pen::new()
            .go(wall.x, wall.y)
            .line(r.cx(), r.y + r.h * 0.13)
            .line(wall.right(), wall.y)
            .close()
            .end();
        let size = (r.right(), r.bottom());
        out.push(fill(gable, size.0, size.1, lighter(wood, -0.07)));
        let step = wall.h / LOGS as f32;
        for i in 0..LOGS {
            let y = wall.y + step * i as f32;
            out.push(
                rect()
                    .bounds(wall.x - r.w * 0.02, y, wall.w + r.w * 0.04, step)
                    .radius(step * 0.5)
                    .fill(downward(&[lighter(wood, 0.05), wood, lighter(wood, -0.09)])),
            );
        }
        let roof = Pen::new()
            .go(r.x, r.y + r.h * 0.5)
            .line(r.cx(), r.y + r.h * 0.06)
            .line(r.right(), r.y + r.h * 0.5)
            .line(r.right() - r.w * 0.07, r.y + r.h * 0.53)
            .line(r.cx(), r.y + r.h * 0.19)
            .line(r.x + r.w * 0.07, r.y + r.h * 0.53)
            .close()
            .end();
        let shingles = self.second.unwrap_or(Rgba::hex(0x6f3f34));
        out.push(fill(roof, size.0, size.1, shingles));
        let frame = lighter(wood, -0.2);
        let door = Rect::new(
            r.x + r.w * 0.42,
            r.bottom() - r.h * 0.37,
            r.w * 0.17,
            r.h * 0.37,
        );
        out.push(
            rect()
                .bounds(door.x, door.y, door.w, door.h)
                .radius(3.0)
                .fill(Rgba::hex(0x5a3524)),
        );
        out.push(oval(
            Rect::around(
                door.right() - door.w * 0.18,
                door.cy(),
                door.w * 0.1,
                door.w * 0.1,
            ),
            Rgba::hex(0xe8c26a),
        ));
        for x in [0.18, 0.67] {
            let (px, py) = at(x, 0.62);
            let pane = Rect::new(px, py, r.w * 0.15, r.h * 0.18);
            out.push(glow(
                pane.cx(),
                pane.cy(),
                pane.w * 1.1,
                Rgba::hex(0xffb84d),
                0.45,
            ));
            out.push(
                rect()
                    .bounds(pane.x, pane.y, pane.w, pane.h)
                    .fill(Rgba::hex(0xffd67e))
                    .stroke(frame, pane.w * 0.09),
            );
            let bars = Pen::new()
                .go(pane.cx(), pane.y)
                .line(pane.cx(), pane.bottom())
                .go(pane.x, pane.cy())
                .line(pane.right(), pane.cy())
                .end();
            out.push(line(bars, size.0, size.1, frame, pane.w * 0.06));
        }
        let (ax, ay) = (r.cx(), r.y + r.h * 0.36);
        out.push(
            oval(
                Rect::around(ax, ay, r.w * 0.1, r.w * 0.1),
                Rgba::hex(0xffd67e),
            )
            .stroke(frame, r.w * 0.014),
        );
    }

    /// Six wheels, a body with panels of solar cells, a mast with its camera.
    pub(super) fn rover(&self, r: Rect, out: &mut Vec<Node>) {
        let shell = self.paper();
        let dark = Rgba::hex(0x3a3f4a);
        let steel = Rgba::hex(0x9aa3ad);
        let (w, h) = (r.right(), r.bottom());
        let p = |x: f32, y: f32| (r.x + r.w * x, r.y + r.h * y);
        let pen = |points: &[(f32, f32)]| {
            points
                .iter()
                .enumerate()
                .fold(Pen::new(), |pen, (i, (x, y))| {
                    let (x, y) = p(*x, *y);
                    if i == 0 { pen.go(x, y) } else { pen.line(x, y) }
                })
        };
        let limb = r.h * 0.035;
        out.push(line(
            pen(&[(0.12, 0.86), (0.34, 0.6), (0.5, 0.86)]).end(),
            w,
            h,
            steel,
            limb,
        ));
        out.push(line(
            pen(&[(0.34, 0.6), (0.66, 0.62), (0.88, 0.86)]).end(),
            w,
            h,
            steel,
            limb,
        ));
        out.push(line(
            pen(&[(0.72, 0.5), (0.72, 0.14)]).end(),
            w,
            h,
            steel,
            limb * 1.1,
        ));
        let (hx, hy) = p(0.62, 0.02);
        let head = Rect::new(hx, hy, r.w * 0.24, r.h * 0.13);
        out.push(
            rect()
                .bounds(head.x, head.y, head.w, head.h)
                .radius(head.h * 0.24)
                .fill(shell),
        );
        for x in [0.3, 0.72] {
            let eye = Rect::around(head.x + head.w * x, head.cy(), head.h * 0.5, head.h * 0.5);
            out.push(oval(eye, dark));
            out.push(oval(
                Rect::around(
                    eye.cx() - eye.w * 0.12,
                    eye.cy() - eye.h * 0.12,
                    eye.w * 0.3,
                    eye.h * 0.3,
                ),
                Rgba::hex(0x8fd0ef),
            ));
        }
        let deck = pen(&[(0.04, 0.42), (0.94, 0.42), (0.86, 0.52), (0.12, 0.52)])
            .close()
            .end();
        out.push(fill(deck, w, h, Rgba::hex(0x2f4f8a)));
        let cells = pen(&[(0.27, 0.42), (0.31, 0.52)]).end();
        let more = pen(&[(0.5, 0.42), (0.5, 0.52)]).end();
        for d in [cells, more] {
            out.push(line(d, w, h, Rgba::hex(0x7fa6dc), limb * 0.3));
        }
        let (bx, by) = p(0.16, 0.51);
        out.push(
            rect()
                .bounds(bx, by, r.w * 0.66, r.h * 0.19)
                .radius(r.h * 0.03)
                .fill(downward(&[shell, lighter(shell, -0.1)])),
        );
        let (gx, gy) = p(0.2, 0.56);
        out.push(
            rect()
                .bounds(gx, gy, r.w * 0.2, r.h * 0.07)
                .radius(2.0)
                .fill(Rgba::hex(0xd9a441)),
        );
        let dish = p(0.22, 0.3);
        out.push(line(
            pen(&[(0.22, 0.42), (0.22, 0.32)]).end(),
            w,
            h,
            steel,
            limb * 0.7,
        ));
        out.push(
            oval(
                Rect::around(dish.0, dish.1, r.w * 0.16, r.h * 0.1),
                lighter(shell, -0.04),
            )
            .rotate(-24.0),
        );
        for x in [0.12, 0.5, 0.88] {
            let (cx, cy) = p(x, 0.87);
            let k = r.h * 0.26;
            out.push(oval(Rect::around(cx, cy, k, k), dark));
            out.push(oval(Rect::around(cx, cy, k * 0.62, k * 0.62), steel));
            out.push(oval(Rect::around(cx, cy, k * 0.24, k * 0.24), dark));
        }
    }
}
