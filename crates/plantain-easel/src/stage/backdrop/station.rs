//! A platform at which a train stands.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use super::plants;
use super::sky::sky;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, glow, line, oval};
use crate::stage::rect::Rect;

/// Windows of a carriage between two doors.
const WINDOWS: usize = 3;

/// A train at the platform, under a roof on pillars.
pub fn platform(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    if b.allows("tree") {
        out.push(plants::treeline(b, "treeline", y * 0.86, h * 0.08, 0.5));
    }
    out.push(
        rect()
            .bounds(0.0, y * 0.85, w, y * 0.15 + 2.0)
            .fill(b.light.lit(Rgba::hex(0x8b8577), 0.3)),
    );
    if b.allows("train") && b.allows("metro") {
        train(b, out);
    } else {
        rails(b, out);
    }
    let floor = b.light.ground(Rgba::hex(0xbdb7ab));
    out.push(rect().bounds(0.0, y, w, h - y).fill(downward(&[
        lighter(floor, -0.03),
        floor,
        lighter(floor, 0.02),
    ])));
    slabs(b, out, lighter(floor, -0.06));
    out.push(
        rect()
            .bounds(0.0, y, w, h * 0.012)
            .fill(lighter(floor, -0.16)),
    );
    let yellow = b.light.lit(Rgba::hex(0xf2c230), 0.05);
    out.push(rect().bounds(0.0, y + h * 0.03, w, h * 0.014).fill(yellow));
    roof(b, out);
}

/// One long carriage with its doors and windows.
fn train(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    let mut rng = b.rng("train");
    let paint = b.light.lit(
        Rgba::hex(*rng.pick(&[0x3f78b5, 0x3d8f6e, 0xc4503f, 0x6a62b0])),
        0.1,
    );
    let pale = b.light.lit(Rgba::hex(0xf1eee6), 0.1);
    let body = Rect::new(-0.05 * w, y - h * 0.3, w * 1.1, h * 0.3);
    out.push(
        rect()
            .bounds(body.x, body.y - h * 0.02, body.w, h * 0.05)
            .radius(h * 0.02)
            .fill(lighter(pale, -0.12)),
    );
    out.push(rect().bounds(body.x, body.y, body.w, body.h).fill(pale));
    out.push(
        rect()
            .bounds(body.x, body.y + body.h * 0.62, body.w, body.h * 0.38)
            .fill(paint),
    );
    out.push(
        rect()
            .bounds(body.x, body.y + body.h * 0.56, body.w, body.h * 0.03)
            .fill(paint),
    );
    let lamps = b.light.is_night() || b.light.is_low();
    let glass = if lamps {
        Rgba::hex(0xffe2a0)
    } else {
        b.light.lit(Rgba::hex(0x9cc4dc), 0.1)
    };
    let bay = w * 0.5;
    let from = rng.range(-0.3, -0.1) * w;
    for i in 0..4 {
        let x = from + bay * i as f32;
        for leaf in 0..2 {
            let d = Rect::new(
                x + w * 0.062 * leaf as f32,
                body.y + body.h * 0.14,
                w * 0.058,
                body.h * 0.84,
            );
            out.push(
                rect()
                    .bounds(d.x, d.y, d.w, d.h)
                    .fill(lighter(paint, 0.06))
                    .stroke(lighter(paint, -0.1), 2.0),
            );
            out.push(
                rect()
                    .bounds(d.x + d.w * 0.18, d.y + d.h * 0.08, d.w * 0.64, d.h * 0.42)
                    .radius(4.0)
                    .fill(glass),
            );
        }
        let span = bay - w * 0.124;
        for n in 0..WINDOWS {
            let step = span / WINDOWS as f32;
            let pane = Rect::new(
                x + w * 0.124 + step * (n as f32 + 0.12),
                body.y + body.h * 0.16,
                step * 0.76,
                body.h * 0.34,
            );
            out.push(
                rect()
                    .bounds(pane.x, pane.y, pane.w, pane.h)
                    .radius(6.0)
                    .fill(glass),
            );
            out.push(
                rect()
                    .bounds(
                        pane.x + pane.w * 0.12,
                        pane.y + pane.h * 0.1,
                        pane.w * 0.12,
                        pane.h * 0.8,
                    )
                    .radius(3.0)
                    .fill(Rgba::WHITE.faded(0.3)),
            );
        }
    }
    let edge = b.light.shadow.faded(0.5);
    out.push(rect().bounds(0.0, y - h * 0.012, w, h * 0.014).fill(edge));
}

/// An empty track before a low wall.
fn rails(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let (w, h, y) = (b.w(), b.h(), b.horizon());
    let gravel = b.light.lit(Rgba::hex(0x77706a), 0.2);
    out.push(
        rect()
            .bounds(0.0, y - h * 0.08, w, h * 0.08 + 2.0)
            .fill(gravel),
    );
    let steel = b.light.lit(Rgba::hex(0x4b4f57), 0.1);
    for lift in [0.055, 0.025] {
        out.push(rect().bounds(0.0, y - h * lift, w, h * 0.006).fill(steel));
    }
}

/// Joints of the floor that run toward the eye.
fn slabs(b: &Backdrop<'_>, out: &mut Vec<Node>, color: Rgba) {
    const ROWS: usize = 5;
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let mut pen = Pen::new();
    for i in 0..14 {
        let t = i as f32 / 13.0 - 0.5;
        pen = pen
            .go(b.w() * (0.5 + t * 1.1), y)
            .line(b.w() * (0.5 + t * 2.3), b.h());
    }
    for i in 1..ROWS {
        let t = i as f32 / ROWS as f32;
        let at = y + run * t * (0.45 + 0.55 * t);
        pen = pen.go(0.0, at).line(b.w(), at);
    }
    out.push(line(pen.end(), b.w(), b.h(), color, 2.0));
}

/// The roof over the platform with its pillars, lamps and, if nobody brings one, a clock.
fn roof(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let (w, h) = (b.w(), b.h());
    let iron = b.light.lit(Rgba::hex(0x37505c), 0.05);
    let foot = b.horizon() + h * 0.09;
    for x in [0.1, 0.9] {
        let (cx, wide) = (w * x, w * 0.022);
        out.push(rect().bounds(cx - wide / 2.0, 0.0, wide, foot).fill(iron));
        out.push(
            rect()
                .bounds(cx - wide, foot - h * 0.03, wide * 2.0, h * 0.03)
                .fill(lighter(iron, -0.05)),
        );
        let strut = Pen::new()
            .go(cx - w * 0.1, h * 0.09)
            .quad(cx, h * 0.1, cx, h * 0.22)
            .quad(cx, h * 0.1, cx + w * 0.1, h * 0.09)
            .end();
        out.push(line(strut, w, h, iron, w * 0.01));
    }
    out.push(
        rect()
            .bounds(0.0, 0.0, w, h * 0.075)
            .fill(downward(&[lighter(iron, -0.06), iron])),
    );
    out.push(
        rect()
            .bounds(0.0, h * 0.075, w, h * 0.016)
            .fill(lighter(iron, 0.08)),
    );
    for x in [0.28, 0.72] {
        let (cx, cy) = (w * x, h * 0.13);
        out.push(rect().bounds(cx - 2.0, h * 0.09, 4.0, h * 0.03).fill(iron));
        out.push(glow(
            cx,
            cy,
            w * 0.1,
            Rgba::hex(0xffe3a6),
            if b.light.is_night() { 0.7 } else { 0.3 },
        ));
        out.push(oval(
            Rect::around(cx, cy, w * 0.06, h * 0.022),
            Rgba::hex(0xfff0c8),
        ));
    }
    if b.allows("clock") {
        let (cx, cy, r) = (w * 0.5, h * 0.15, w.min(h) * 0.042);
        out.push(rect().bounds(cx - 3.0, h * 0.09, 6.0, h * 0.03).fill(iron));
        out.push(
            oval(Rect::around(cx, cy, r * 2.0, r * 2.0), Rgba::hex(0xfbf8ef))
                .stroke(iron, r * 0.16),
        );
        let hands = Pen::new()
            .go(cx, cy - r * 0.66)
            .line(cx, cy)
            .line(cx + r * 0.46, cy + r * 0.2)
            .end();
        out.push(line(hands, w, h, Rgba::hex(0x2a2f38), r * 0.11));
    }
}
