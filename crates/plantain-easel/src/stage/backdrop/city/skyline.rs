//! A skyline over the water.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::Backdrop;
use super::super::sky::sky;
use super::avenue::quad;
use super::is_dark;
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, line, oval};
use crate::stage::rect::Rect;

/// Towers in three depths across the water, mirrored in it.
pub fn skyline(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let y = b.horizon();
    let mut mirrored = Vec::new();
    for (i, (depth, height, wide)) in [
        (0.66_f32, 0.5_f32, 0.055_f32),
        (0.42, 0.44, 0.075),
        (0.14, 0.3, 0.09),
    ]
    .into_iter()
    .enumerate()
    {
        let base = y + i as f32 * 2.0;
        let mut rng = b.rng(&format!("towers {i}"));
        let wall = b.light.lit(Rgba::hex(0x47597a), depth);
        let mut x = -b.w() * 0.04 * i as f32;
        while x < b.w() {
            let w = b.w() * wide * rng.range(0.7, 1.35);
            // Towers crowd toward the middle.
            let middle = 1.0 - ((x + w / 2.0) / b.w() - 0.5).abs() * 1.1;
            let k = (b.h() * height * rng.range(0.42, 1.0) * middle).max(b.h() * 0.06);
            tower(
                b,
                out,
                &mut rng,
                Rect::new(x, base - k, w, k),
                wall,
                &mut mirrored,
            );
            x += w * rng.range(0.96, 1.3);
        }
    }
    let deep = b
        .light
        .asked_unlike(Rgba::hex(0x4a7fae))
        .unwrap_or(Rgba::hex(0x4a7fae));
    let near = b.light.lit(deep, 0.05);
    out.push(rect().bounds(0.0, y, b.w(), b.h() - y).fill(downward(&[
        b.light.haze.mix(near, 0.45),
        near,
        lighter(near, -0.06),
    ])));
    for (r, color) in mirrored {
        let k = r.h * 0.62;
        out.push(
            rect()
                .bounds(r.x, y + 3.0, r.w, k)
                .fill(downward(&[color.faded(0.5), color.faded(0.0)])),
        );
    }
    glints(b, out, y);
    quay(b, out, y);
}

/// One tower with a top of its own and its windows.
fn tower(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    rng: &mut Rng,
    r: Rect,
    wall: Rgba,
    mirrored: &mut Vec<(Rect, Rgba)>,
) {
    let wall = lighter(wall, rng.range(-0.03, 0.03));
    let foot = r.bottom() + 4.0;
    let pen = Pen::new().go(r.x, foot).line(r.x, r.y);
    let pen = match rng.below(6) {
        0 => pen
            .line(r.x + r.w * 0.2, r.y)
            .line(r.x + r.w * 0.2, r.y - r.w * 0.2)
            .line(r.x + r.w * 0.36, r.y - r.w * 0.2)
            .line(r.x + r.w * 0.46, r.y - r.w * 0.5)
            .line(r.x + r.w * 0.5, r.y - r.w * 1.3)
            .line(r.x + r.w * 0.54, r.y - r.w * 0.5)
            .line(r.x + r.w * 0.64, r.y - r.w * 0.2)
            .line(r.x + r.w * 0.8, r.y - r.w * 0.2)
            .line(r.x + r.w * 0.8, r.y),
        1 => pen.line(r.x + r.w, r.y - r.w * 0.45),
        2 => pen.quad(r.cx(), r.y - r.w * 0.7, r.right(), r.y),
        3 => pen
            .line(r.x + r.w * 0.14, r.y - r.w * 0.16)
            .line(r.x + r.w * 0.86, r.y - r.w * 0.16),
        _ => pen,
    };
    let d = pen.line(r.right(), r.y).line(r.right(), foot).close().end();
    out.push(fill(
        d,
        b.w(),
        b.h(),
        downward(&[wall, wall.mix(b.light.haze, 0.28)]),
    ));
    let dark = is_dark(b) || b.light.is_low();
    let step = (b.w() * 0.011).max(6.0);
    let (columns, rows) = ((r.w / step) as usize, (r.h / step / 1.25) as usize);
    let mut panes = Pen::new();
    let mut strong = Pen::new();
    for row in 0..rows {
        for column in 0..columns {
            if !rng.chance(if dark { 0.5 } else { 0.62 }) {
                continue;
            }
            let (x, y) = (
                r.x + step * (column as f32 + 0.3) + (r.w - columns as f32 * step) / 2.0,
                r.y + step * 1.25 * (row as f32 + 0.4),
            );
            let q = [
                (x, y),
                (x + step * 0.46, y),
                (x + step * 0.46, y + step * 0.62),
                (x, y + step * 0.62),
            ];
            if rng.chance(0.3) {
                strong = quad(strong, q);
            } else {
                panes = quad(panes, q);
            }
        }
    }
    let (soft, bright) = if dark {
        (Rgba::hex(0xffc873).faded(0.6), Rgba::hex(0xffe6a8))
    } else {
        (
            lighter(wall, 0.08).faded(0.75),
            lighter(wall, 0.16).faded(0.8),
        )
    };
    out.push(b.layer(panes.end(), soft));
    out.push(b.layer(strong.end(), bright));
    mirrored.push((
        r,
        if dark {
            wall.mix(Rgba::hex(0xffc873), 0.22)
        } else {
            wall
        },
    ));
}

/// Strokes of light on the water.
fn glints(b: &Backdrop<'_>, out: &mut Vec<Node>, y: f32) {
    let mut rng = b.rng("glints");
    let color = if is_dark(b) || b.light.is_low() {
        Rgba::hex(0xffd591)
    } else {
        Rgba::WHITE
    };
    for _ in 0..70 {
        let t = rng.unit();
        let at = y + (b.h() - y) * (0.04 + 0.86 * t);
        let w = b.w() * rng.range(0.01, 0.045) * (0.4 + t);
        out.push(oval(
            Rect::around(rng.unit() * b.w(), at, w, 1.6 + 2.4 * t),
            color.faded(rng.range(0.15, 0.5)),
        ));
    }
}

/// A dark bank in front, with rail and lamps, which gives the view a place to stand.
fn quay(b: &Backdrop<'_>, out: &mut Vec<Node>, y: f32) {
    let run = b.h() - y;
    let top = b.h() - run * 0.2;
    let stone = b.light.lit(Rgba::hex(0x4a4f5c), 0.0);
    out.push(
        rect()
            .bounds(0.0, top, b.w(), run * 0.22)
            .fill(downward(&[lighter(stone, 0.05), lighter(stone, -0.05)])),
    );
    let rail = lighter(stone, -0.12);
    let high = run * 0.14;
    let mut pen = Pen::new();
    let step = b.w() / 28.0;
    for i in 0..=28 {
        pen = pen
            .go(i as f32 * step, top + 4.0)
            .line(i as f32 * step, top - high);
    }
    pen = pen
        .go(0.0, top - high)
        .line(b.w(), top - high)
        .go(0.0, top - high * 0.45)
        .line(b.w(), top - high * 0.45);
    out.push(line(
        pen.end(),
        b.w(),
        b.h(),
        rail,
        (b.h() * 0.0035).max(2.0),
    ));
}
