//! A village between hills.

use plantain_read::{Season, Weather};
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::Backdrop;
use super::super::sky::sky;
use super::is_dark;
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, glow, hill, oval};
use crate::stage::rect::Rect;

/// A village on a slope: gabled houses in rows, a church, smoke and lit windows.
pub fn village(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    super::super::land::far_range(b, out);
    let snow = b.light.weather == Weather::Snow || b.light.season == Season::Winter;
    let ground = if snow {
        Rgba::hex(0xeef4fa)
    } else {
        b.light.grass()
    };
    let ground = b.light.ground(ground);
    let mut rng = b.rng("village");
    let y = b.horizon();
    let rows = [
        (0.02_f32, 0.13_f32, 0.36_f32),
        (0.2, 0.19, 0.2),
        (0.46, 0.27, 0.05),
    ];
    for (i, (drop, size, depth)) in rows.into_iter().enumerate() {
        let base = y + (b.h() - y) * drop;
        let points = b.rolling(&format!("slope {i}"), base - b.h() * 0.01, b.h() * 0.014, 5);
        out.push(b.layer(hill(&points, b.h()), b.light.lit(ground, depth)));
        let mut x = -b.w() * rng.range(0.0, 0.08);
        while x < b.w() {
            let k = b.h() * size * rng.range(0.8, 1.15);
            let w = k * rng.range(0.85, 1.15);
            let r = Rect::new(x, base - k * 0.62 + b.h() * 0.02, w, k * 0.62);
            house(b, out, &mut rng, r, depth, snow);
            x += w * rng.range(1.05, 1.9);
            if b.allows("tree") && rng.chance(0.5) {
                let leaf = b.light.lit(
                    if snow {
                        Rgba::hex(0x4f7f74)
                    } else {
                        Rgba::hex(0x3f7a52)
                    },
                    depth,
                );
                let tall = k * rng.range(0.7, 1.1);
                out.extend(super::super::plants::conifer(
                    b,
                    x - w * 0.2,
                    base + b.h() * 0.02,
                    tall,
                    leaf,
                ));
            }
        }
    }
    let points = b.rolling("lane bank", b.h() * 0.93, b.h() * 0.012, 4);
    out.push(b.layer(hill(&points, b.h()), ground));
}

/// The houses of a village at the foot of far hills, along the water.
pub(in crate::stage::backdrop) fn waterside(b: &Backdrop<'_>, out: &mut Vec<Node>, base: f32) {
    let mut rng = b.rng("waterside");
    let snow = b.light.weather == Weather::Snow || b.light.season == Season::Winter;
    for (lift, size, depth) in [(0.05_f32, 0.13_f32, 0.42_f32), (0.0, 0.16, 0.2)] {
        let mut x = -b.w() * rng.range(0.0, 0.06);
        while x < b.w() {
            let k = b.h() * size * rng.range(0.8, 1.15);
            let w = k * rng.range(0.8, 1.05);
            let r = Rect::new(x, base - b.h() * lift - k * 0.62, w, k * 0.62);
            house(b, out, &mut rng, r, depth, snow);
            x += w * rng.range(1.02, 1.35);
        }
    }
}

pub(in crate::stage::backdrop) fn house(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    rng: &mut Rng,
    r: Rect,
    depth: f32,
    snow: bool,
) {
    let walls = [0xf2e2c4, 0xe6b58e, 0xd9cfc0, 0xc98b6b, 0xb9c7cf, 0xe9d8a8];
    let wall = b.light.lit(Rgba::hex(*rng.pick(&walls)), depth);
    let tile = b
        .light
        .lit(Rgba::hex(*rng.pick(&[0x8f4434, 0x6b4a3f, 0x59606e])), depth);
    out.push(rect().bounds(r.x, r.y, r.w, r.h).fill(wall));
    let high = r.h * 0.72;
    let gable = |grow: f32, lift: f32| {
        Pen::new()
            .go(r.x - r.w * grow, r.y + 2.0 + lift)
            .line(r.cx(), r.y - high + lift)
            .line(r.right() + r.w * grow, r.y + 2.0 + lift)
            .close()
            .end()
    };
    let chimney = Rect::new(r.x + r.w * 0.68, r.y - high * 0.8, r.w * 0.12, high * 0.5);
    out.push(
        rect()
            .bounds(chimney.x, chimney.y, chimney.w, chimney.h)
            .fill(lighter(tile, -0.06)),
    );
    for i in 0..3 {
        let k = r.w * (0.12 + 0.06 * i as f32);
        let (x, y) = (
            chimney.cx() + r.w * 0.07 * i as f32,
            chimney.y - k * (0.5 + 0.75 * i as f32),
        );
        out.push(oval(
            Rect::around(x, y, k, k * 0.8),
            b.light.lit(Rgba::hex(0xf4f4f6), 0.2).faded(0.4),
        ));
    }
    out.push(b.layer(gable(0.1, 0.0), tile));
    if snow {
        // Snow lies on the upper part and hangs over the eaves.
        let d = Pen::new()
            .go(r.x - r.w * 0.12, r.y + 3.0)
            .line(r.cx(), r.y - high - r.h * 0.05)
            .line(r.right() + r.w * 0.12, r.y + 3.0)
            .line(r.right() - r.w * 0.06, r.y - r.h * 0.06)
            .line(r.cx(), r.y - high * 0.62)
            .line(r.x + r.w * 0.06, r.y - r.h * 0.06)
            .close()
            .end();
        out.push(b.layer(d, b.light.lit(Rgba::hex(0xfbfdff), depth * 0.6)));
    }
    let warm = is_dark(b) || b.light.is_low();
    let glass = if warm {
        Rgba::hex(0xffcf6b)
    } else {
        b.light.lit(Rgba::hex(0x7fa6bd), depth)
    };
    let frame = lighter(wall, -0.16);
    for (x, y) in [(0.16, 0.22), (0.6, 0.22)] {
        let p = Rect::new(r.x + r.w * x, r.y + r.h * y, r.w * 0.22, r.h * 0.3);
        if warm {
            out.push(glow(p.cx(), p.cy(), p.w * 1.7, Rgba::hex(0xffb84d), 0.5));
        }
        out.push(
            rect()
                .bounds(p.x, p.y, p.w, p.h)
                .fill(glass)
                .stroke(frame, 2.0),
        );
        out.push(rect().bounds(p.cx() - 1.0, p.y, 2.0, p.h).fill(frame));
        out.push(rect().bounds(p.x, p.cy() - 1.0, p.w, 2.0).fill(frame));
    }
    let door = b
        .light
        .lit(Rgba::hex(*rng.pick(&[0x7a3b2e, 0x2f5d62, 0x6b4f3a])), depth);
    out.push(
        rect()
            .bounds(r.x + r.w * 0.4, r.y + r.h * 0.58, r.w * 0.18, r.h * 0.42)
            .radius(r.w * 0.04)
            .fill(door),
    );
}
