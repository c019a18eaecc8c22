//! Skies: air, sun and moon, clouds, stars, space.

use plantain_read::{TimeOfDay, Weather};
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::{Node, Paint};

use super::Backdrop;
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{self, Pen, downward, glow, oval};
use crate::stage::rect::Rect;

/// Paints the sky down to a little below the horizon.
pub fn sky(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let height = (b.horizon() + 4.0).min(b.h());
    out.push(
        rect()
            .bounds(0.0, 0.0, b.w(), height)
            .fill(downward(&b.light.sky)),
    );
    if matches!(b.light.time, TimeOfDay::Night) && b.light.weather != Weather::Storm {
        stars(b, out, height, if b.allows("star") { 70 } else { 24 });
    } else if b.light.time == TimeOfDay::Dusk {
        stars(b, out, height * 0.5, 18);
    }
    if b.aurora {
        aurora(b, out, height);
    }
    luminary(b, out);
    if b.allows("cloud") {
        clouds(b, out, height);
    }
}

/// Curtains of light, green below and violet above.
fn aurora(b: &Backdrop<'_>, out: &mut Vec<Node>, height: f32) {
    const STEPS: usize = 12;
    let mut rng = b.rng("aurora");
    for (level, color) in [(0.58_f32, 0x4df0a8), (0.42, 0x63e6d2), (0.7, 0x8f7bf0)] {
        let foot: Vec<(f32, f32)> = (0..=STEPS)
            .map(|i| {
                let x = b.w() * (1.16 * i as f32 / STEPS as f32 - 0.08);
                (x, height * (level + rng.range(-0.09, 0.09)))
            })
            .collect();
        // Layers of growing height: bright at the foot, fading upward.
        for layer in 1..=6 {
            let rise = height * 0.07 * layer as f32;
            let mut pen = Pen::new().go(foot[0].0, foot[0].1).through(&foot[1..]);
            let back: Vec<(f32, f32)> = foot.iter().rev().map(|(x, y)| (*x, y - rise)).collect();
            pen = pen.line(back[0].0, back[0].1).through(&back[1..]);
            out.push(b.layer(pen.close().end(), Rgba::hex(color).faded(0.1)));
        }
    }
}

/// Paints sun or moon, unless the prompt brings its own.
fn luminary(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let night = matches!(b.light.time, TimeOfDay::Night);
    let noun = if night { "moon" } else { "sun" };
    let hidden = matches!(
        b.light.weather,
        Weather::Rain | Weather::Storm | Weather::Fog | Weather::Snow | Weather::Cloudy
    );
    let mut rng = b.rng("luminary");
    let across = 0.5 + b.light.side * rng.range(0.2, 0.34);
    let x = b.w() * across;
    let unit = b.w().min(b.h());
    let y = if b.light.is_low() {
        b.horizon() - unit * rng.range(0.02, 0.1)
    } else {
        b.horizon() * rng.range(0.16, 0.28)
    };
    // The prompt's own disc brings its own light.
    if hidden || !b.allows(noun) {
        return;
    }
    let reach = unit * if b.light.is_low() { 0.55 } else { 0.3 };
    let strength = if night { 0.35 } else { 0.6 };
    out.push(glow(x, y, reach, b.light.disc, strength));
    if b.allows(noun) && b.allows("planet") {
        let r = unit * if b.light.is_low() { 0.085 } else { 0.05 };
        out.push(oval(Rect::around(x, y, r * 2.0, r * 2.0), b.light.disc));
        if night {
            let shade = b
                .light
                .disc
                .mix(b.light.sky[1.min(b.light.sky.len() - 1)], 0.18);
            for (dx, dy, k) in [(-0.3, -0.2, 0.36), (0.28, 0.24, 0.26), (0.1, -0.5, 0.18)] {
                out.push(oval(
                    Rect::around(x + dx * r, y + dy * r, k * r, k * r),
                    shade,
                ));
            }
        }
    }
}

fn stars(b: &Backdrop<'_>, out: &mut Vec<Node>, height: f32, n: usize) {
    let mut rng = b.rng("stars");
    for _ in 0..n {
        let r = rng.range(0.8, 2.4);
        let (x, y) = (rng.range(0.0, b.w()), rng.unit() * rng.unit() * height);
        let alpha = rng.range(0.35, 0.95) * (1.0 - 0.6 * y / height.max(1.0));
        out.push(oval(
            Rect::around(x, y, r * 2.0, r * 2.0),
            Rgba::hex(0xfffbe6).faded(alpha),
        ));
    }
}

fn clouds(b: &Backdrop<'_>, out: &mut Vec<Node>, height: f32) {
    let mut rng = b.rng("clouds");
    let n = match b.light.weather {
        Weather::Cloudy | Weather::Rain | Weather::Snow | Weather::Storm => 7,
        Weather::Fog => 0,
        _ if b.light.is_night() => 2,
        _ => 3 + rng.below(2),
    };
    let dark = matches!(b.light.weather, Weather::Rain | Weather::Storm);
    for i in 0..n {
        let t = i as f32 / n.max(1) as f32;
        let y = height * (0.12 + 0.55 * t + rng.range(-0.05, 0.05));
        let w = b.w() * rng.range(0.16, 0.3) * (1.0 - 0.45 * t);
        let x = rng.range(-0.05, 1.0) * b.w();
        let base = match b.light.weather {
            _ if dark => lighter(b.light.haze, -0.12),
            Weather::Cloudy if !b.light.is_night() => Rgba::hex(0xb4bcc6),
            _ => Rgba::WHITE,
        };
        let color = b.light.lit(base, 0.12 + 0.35 * t);
        out.push(cloud(b, &mut rng, x, y, w, color.faded(0.88)));
    }
}

/// Returns a flat-bottomed cloud of a few bows.
pub fn cloud(b: &Backdrop<'_>, rng: &mut Rng, x: f32, y: f32, w: f32, color: Rgba) -> Node {
    let h = w * rng.range(0.24, 0.34);
    let lift = rng.range(0.75, 1.05);
    let d = Pen::new()
        .go(x + 0.06 * w, y)
        .cubic(
            (x - 0.06 * w, y),
            (x - 0.05 * w, y - 0.5 * h),
            (x + 0.14 * w, y - 0.48 * h),
        )
        .cubic(
            (x + 0.18 * w, y - 0.95 * h * lift),
            (x + 0.42 * w, y - 1.05 * h * lift),
            (x + 0.5 * w, y - 0.7 * h),
        )
        .cubic(
            (x + 0.62 * w, y - 1.0 * h),
            (x + 0.84 * w, y - 0.86 * h),
            (x + 0.84 * w, y - 0.46 * h),
        )
        .cubic(
            (x + 1.05 * w, y - 0.5 * h),
            (x + 1.05 * w, y),
            (x + 0.92 * w, y),
        )
        .close()
        .end();
    b.layer(d, color)
}

/// Open air: sky all the way down, a far land under it.
pub fn open(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let land = b.light.lit(Rgba::hex(0x6fae8a), 0.62);
    out.push(b.layer(
        pen::hill(&b.rolling("far land", b.horizon(), b.h() * 0.015, 7), b.h()),
        land,
    ));
    let near = b.light.lit(b.light.grass(), 0.35);
    let y = b.horizon() + (b.h() - b.horizon()) * 0.5;
    out.push(b.layer(
        pen::hill(&b.rolling("near land", y, b.h() * 0.012, 6), b.h()),
        near,
    ));
}

/// Ground of the moon under a black sky, or of a world with an air of its own.
pub fn moon(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    // Where the sky is black there is no air, as on the moon.
    if b.light.sky_asked.is_some_and(|sky| !sky.is_dark()) {
        world(b, out);
        return;
    }
    space(b, out);
    let unit = b.w().min(b.h());
    let (x, y, r) = (b.w() * (0.5 + 0.3 * b.light.side), b.h() * 0.2, unit * 0.09);
    if b.allows("earth") && b.allows("planet") {
        out.push(glow(x, y, r * 2.4, Rgba::hex(0x7fb6ff), 0.4));
        out.push(oval(
            Rect::around(x, y, 2.0 * r, 2.0 * r),
            Rgba::hex(0x2f7dd1),
        ));
        for (dx, dy, w, h) in [
            (-0.3, -0.25, 0.8, 0.5),
            (0.35, 0.3, 0.6, 0.45),
            (-0.25, 0.5, 0.4, 0.26),
        ] {
            out.push(oval(
                Rect::around(x + dx * r, y + dy * r, w * r, h * r),
                Rgba::hex(0x5fae6a),
            ));
        }
    }
    let dust = b.light.ground_asked.unwrap_or(Rgba::hex(0xa9abb3));
    dunes_of_dust(b, out, dust);
}

/// A dusty sky with a small sun, mesas in the haze, and rocks on the ground.
fn world(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    const ROCKS: usize = 16;
    out.push(
        rect()
            .bounds(0.0, 0.0, b.w(), b.horizon() + 4.0)
            .fill(downward(&b.light.sky)),
    );
    let (unit, y) = (b.w().min(b.h()), b.horizon());
    let x = b.w() * (0.5 + 0.3 * b.light.side);
    if b.allows("sun") {
        out.push(glow(x, y * 0.26, unit * 0.26, Rgba::WHITE, 0.6));
        let r = unit * 0.03;
        out.push(oval(
            Rect::around(x, y * 0.26, 2.0 * r, 2.0 * r),
            Rgba::hex(0xfffaf0),
        ));
    }
    let dust = b.light.ground_asked.unwrap_or(Rgba::hex(0xc1633a));
    let mut rng = b.rng("mesas");
    for (depth, height, n) in [(0.66_f32, 0.2_f32, 3_usize), (0.42, 0.13, 4)] {
        let mut pen = Pen::new();
        for i in 0..n {
            let cx = b.w() * (i as f32 + rng.range(0.2, 0.8)) / n as f32;
            let (w, k) = (
                b.w() * rng.range(0.12, 0.24),
                b.h() * height * rng.range(0.6, 1.0),
            );
            pen = pen
                .go(cx - w, y + 4.0)
                .line(cx - w * 0.62, y - k * 0.55)
                .line(cx - w * 0.46, y - k)
                .line(cx + w * 0.4, y - k * 0.94)
                .line(cx + w * 0.58, y - k * 0.5)
                .line(cx + w, y + 4.0)
                .close();
        }
        out.push(b.layer(pen.end(), dust.mix(b.light.haze, depth)));
    }
    dunes_of_dust(b, out, dust);
    let mut rng = b.rng("rocks");
    let mut spots: Vec<(f32, f32, f32)> = (0..ROCKS).map(|_| b.spot(&mut rng, 0.1, 1.0)).collect();
    spots.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (x, y, s) in spots {
        let w = unit * rng.range(0.02, 0.06) * s;
        out.push(oval(
            Rect::around(x, y, w * 1.5, w * 0.34),
            lighter(dust, -0.16).faded(0.5),
        ));
        let stone = Pen::new()
            .go(x - w * 0.6, y)
            .line(x - w * 0.42, y - w * 0.5)
            .line(x + w * 0.05, y - w * 0.74)
            .line(x + w * 0.5, y - w * 0.36)
            .line(x + w * 0.62, y)
            .close();
        out.push(b.layer(stone.end(), lighter(dust, -0.08)));
        let lit = Pen::new()
            .go(x - w * 0.42, y - w * 0.5)
            .line(x + w * 0.05, y - w * 0.74)
            .line(x + w * 0.5, y - w * 0.36)
            .line(x, y - w * 0.4)
            .close();
        out.push(b.layer(lit.end(), lighter(dust, 0.05)));
    }
}

/// Low swells of dust with craters.
fn dunes_of_dust(b: &Backdrop<'_>, out: &mut Vec<Node>, dust: Rgba) {
    for (i, (lift, depth)) in [(0.03, -0.12), (0.0, 0.0)].iter().enumerate() {
        let points = b.rolling(
            &format!("dust {i}"),
            b.horizon() - b.h() * lift,
            b.h() * 0.014,
            5,
        );
        out.push(b.layer(pen::hill(&points, b.h()), lighter(dust, *depth)));
    }
    let mut rng = b.rng("craters");
    for _ in 0..12 {
        let (x, y, s) = b.spot(&mut rng, 0.12, 1.0);
        let w = rng.range(60.0, 150.0) * s;
        out.push(oval(Rect::around(x, y, w, w * 0.3), lighter(dust, 0.05)));
        out.push(oval(
            Rect::around(x, y + w * 0.02, w * 0.86, w * 0.23),
            lighter(dust, -0.1),
        ));
    }
}

/// Outer space: dark, deep, with dust and stars.
pub fn space(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("space");
    let hues: &[[u32; 3]] = &[
        [0x080a1f, 0x141036, 0x0a1230],
        [0x05060f, 0x0e1430, 0x1a1040],
        [0x0a0618, 0x1c0f3a, 0x081a2e],
    ];
    let colors = rng.pick(hues).map(Rgba::hex);
    out.push(
        rect().bounds(0.0, 0.0, b.w(), b.h()).fill(Paint::Linear {
            angle: 160.0,
            stops: colors
                .iter()
                .enumerate()
                .map(|(i, c)| (i as f32 / 2.0, (*c).into()))
                .collect(),
        }),
    );
    let clouds = [0x5b3fb0, 0x2f6fd0, 0xb0408a, 0x1f8f9a];
    for _ in 0..4 {
        let color = Rgba::hex(*rng.pick(&clouds));
        let (x, y) = (rng.unit() * b.w(), rng.unit() * b.h());
        out.push(glow(x, y, b.w() * rng.range(0.22, 0.45), color, 0.34));
    }
    if b.allows("star") {
        for _ in 0..120 {
            let r = rng.range(0.6, 2.0) * if rng.chance(0.1) { 1.7 } else { 1.0 };
            let (x, y) = (rng.unit() * b.w(), rng.unit() * b.h());
            out.push(oval(
                Rect::around(x, y, r * 2.0, r * 2.0),
                Rgba::hex(0xfff9ec).faded(rng.range(0.35, 1.0)),
            ));
        }
    }
}
