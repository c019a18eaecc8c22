//! The inside of a spacecraft: bright panels, portholes on the dark, lamps and desks of switches.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, glow, line, oval};
use crate::stage::rect::Rect;

/// Stars in one porthole.
const STARS: usize = 26;
/// Bolts around a porthole.
const BOLTS: usize = 12;

/// A cabin with three portholes; the earth is behind the middle one.
pub fn spacecraft(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    let wall = b.plain.unwrap_or_else(|| Rgba::hex(0xd5dce6));
    out.push(rect().bounds(0.0, 0.0, w, y).fill(downward(&[
        lighter(wall, -0.08),
        wall,
        lighter(wall, 0.02),
    ])));
    panels(b, out, wall);
    let unit = w.min(y * 1.3);
    for (x, r) in [(0.13, 0.1), (0.87, 0.1), (0.5, 0.24)] {
        porthole(b, out, (w * x, y * 0.44), unit * r, r > 0.2);
    }
    let floor = Rgba::hex(0x7d8899);
    out.push(
        rect()
            .bounds(0.0, y, w, h - y)
            .fill(downward(&[lighter(floor, -0.1), floor])),
    );
    grating(b, out, lighter(floor, -0.07));
    for x in [-0.04, 0.84] {
        desk(b, out, Rect::new(w * x, y - h * 0.09, w * 0.2, h * 0.15));
    }
}

/// Seams between the panels of the wall, a lamp along the ceiling, a rail along the floor.
fn panels(b: &Backdrop<'_>, out: &mut Vec<Node>, wall: Rgba) {
    let (w, y) = (b.w(), b.horizon());
    let mut seams = Pen::new();
    for i in 1..6 {
        let x = w * i as f32 / 6.0;
        seams = seams.go(x, y * 0.1).line(x, y * 0.92);
    }
    seams = seams.go(0.0, y * 0.76).line(w, y * 0.76);
    out.push(line(seams.end(), w, b.h(), lighter(wall, -0.1), 2.5));
    out.push(
        rect()
            .bounds(0.0, 0.0, w, y * 0.1)
            .fill(lighter(wall, -0.2)),
    );
    for x in [0.2, 0.5, 0.8] {
        out.push(glow(w * x, y * 0.05, w * 0.16, Rgba::WHITE, 0.4));
        out.push(
            rect()
                .bounds(w * (x - 0.09), y * 0.035, w * 0.18, y * 0.03)
                .radius(y * 0.015)
                .fill(Rgba::hex(0xf4fbff)),
        );
    }
    out.push(
        rect()
            .bounds(0.0, y * 0.92, w, y * 0.08)
            .fill(lighter(wall, -0.16)),
    );
}

/// A round window with the stars behind it.
fn porthole(b: &Backdrop<'_>, out: &mut Vec<Node>, (cx, cy): (f32, f32), r: f32, earth: bool) {
    let ring = |k: f32, color: u32| oval(Rect::around(cx, cy, r * k, r * k), Rgba::hex(color));
    out.push(ring(2.36, 0x8a95a6));
    out.push(ring(2.26, 0xb4becb));
    for i in 0..BOLTS {
        let turn = std::f32::consts::TAU * i as f32 / BOLTS as f32;
        let (x, y) = (
            cx + r * 1.06 * libm::cosf(turn),
            cy + r * 1.06 * libm::sinf(turn),
        );
        out.push(oval(
            Rect::around(x, y, r * 0.07, r * 0.07),
            Rgba::hex(0x7a8596),
        ));
    }
    out.push(ring(2.0, 0x0b1030));
    let mut rng = b.rng(&format!("porthole {}", cx as i32));
    for _ in 0..STARS {
        let (turn, far) = (
            rng.range(0.0, std::f32::consts::TAU),
            rng.unit().sqrt() * 0.92,
        );
        let d = rng.range(1.2, 3.2);
        out.push(oval(
            Rect::around(
                cx + r * far * libm::cosf(turn),
                cy + r * far * libm::sinf(turn),
                d,
                d,
            ),
            Rgba::hex(0xfff9ec).faded(rng.range(0.5, 1.0)),
        ));
    }
    if earth {
        globe(out, (cx + r * 0.22, cy + r * 0.2), r * 0.62);
    }
}

/// The earth with a few lands and clouds.
fn globe(out: &mut Vec<Node>, (cx, cy): (f32, f32), r: f32) {
    out.push(glow(cx, cy, r * 1.3, Rgba::hex(0x6fb7ff), 0.35));
    out.push(oval(
        Rect::around(cx, cy, r * 2.0, r * 2.0),
        Rgba::hex(0x2f7fd6),
    ));
    for (x, y, w, h, color) in [
        (-0.34, -0.34, 0.72, 0.5, 0x4fae5b),
        (-0.16, 0.3, 0.42, 0.66, 0x4fae5b),
        (0.46, -0.1, 0.46, 0.62, 0x5bb765),
        (-0.1, -0.66, 0.6, 0.16, 0xf4f8fb),
        (0.2, 0.08, 0.7, 0.12, 0xf4f8fb),
        (-0.4, 0.1, 0.5, 0.1, 0xf4f8fb),
    ] {
        let part = Rect::around(cx + r * x, cy + r * y, r * w, r * h);
        out.push(oval(part, Rgba::hex(color).faded(0.92)));
    }
}

/// Lines of a floor of plates, toward the middle.
fn grating(b: &Backdrop<'_>, out: &mut Vec<Node>, color: Rgba) {
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    let mut pen = Pen::new();
    for i in -4..=4 {
        let t = i as f32 / 4.0;
        pen = pen.go(w * (0.5 + t * 0.5), y).line(w * (0.5 + t * 1.1), h);
    }
    for k in [0.16, 0.4, 0.72] {
        pen = pen.go(0.0, y + (h - y) * k).line(w, y + (h - y) * k);
    }
    out.push(line(pen.end(), w, h, color, 2.5));
}

/// A desk with a row of lamps and a screen.
fn desk(b: &Backdrop<'_>, out: &mut Vec<Node>, r: Rect) {
    let mut rng = b.rng(&format!("desk {}", r.x as i32));
    out.push(
        rect()
            .bounds(r.x, r.y, r.w, r.h)
            .radius(r.h * 0.12)
            .fill(Rgba::hex(0x56627a)),
    );
    out.push(
        rect()
            .bounds(r.x + r.w * 0.3, r.y + r.h * 0.12, r.w * 0.4, r.h * 0.34)
            .radius(4.0)
            .fill(Rgba::hex(0x17324d)),
    );
    for i in 0..5 {
        let color = Rgba::hex(*rng.pick(&[0x6fe08a, 0xffd166, 0xff6b6b, 0x6fc7ff]));
        let x = r.x + r.w * (0.3 + 0.1 * i as f32);
        out.push(oval(
            Rect::around(x, r.y + r.h * 0.64, r.h * 0.1, r.h * 0.1),
            color,
        ));
    }
}
