//! Beaches, open sea and lakes.

use plantain_scene::build::*;
use plantain_scene::node::Node;

use super::Easel;
use crate::rng::Rng;

/// Water from a height down, with lines of light under the sun.
fn surface(easel: &Easel, top: f32, sun: f32, rng: &mut Rng) -> Vec<Node> {
    let (w, h) = (easel.w, easel.h);
    let mut out = vec![
        rect()
            .bounds(0.0, h * top, w, h * (1.0 - top))
            .gradient(180.0, easel.tints.water[0], easel.tints.water[1])
            .role("water"),
    ];
    for i in 0..9 {
        let t = i as f32 / 9.0;
        let long = w * (0.22 - 0.012 * i as f32) * rng.range(0.6, 1.15);
        let y = h * (top + 0.012 + 0.026 * i as f32);
        let x = w * sun - long * 0.5 + w * rng.range(-0.03, 0.03);
        out.push(
            rect()
                .bounds(x, y, long, h * 0.006 * (1.0 + t))
                .radius(h * 0.004)
                .fill(easel.tints.sun.mix(easel.tints.water[0], 0.25))
                .role("glint"),
        );
    }
    for i in 0..10 {
        let y = h * (top + 0.03 + 0.05 * i as f32);
        let long = w * rng.range(0.08, 0.2);
        out.push(
            rect()
                .bounds(w * rng.range(-0.05, 0.95), y, long, h * 0.005)
                .radius(h * 0.003)
                .fill(easel.tints.light.mix(easel.tints.water[0], 0.5))
                .role("ripple"),
        );
    }
    out
}

pub(super) fn coast(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let mut out = vec![easel.sky()];
    let sun = easel.across(rng.range(0.36, 0.64));
    out.extend(easel.sun(sun, 0.47, 0.36));
    out.extend(easel.clouds(0.28, rng));
    let head = if rng.chance(0.5) { 0.0 } else { 1.0 };
    let cape = |x: f32| if head > 0.5 { w * (1.0 - x) } else { w * x };
    out.extend(surface(easel, 0.55, sun, rng));
    out.push(
        easel
            .form(
                &[
                    (cape(-0.02), h * 0.555),
                    (cape(-0.02), h * 0.46),
                    (cape(0.1), h * 0.47),
                    (cape(0.19), h * 0.51),
                    (cape(0.3), h * 0.555),
                ],
                false,
                easel.tints.land[1],
            )
            .role("land"),
    );
    out.extend(sail(
        easel,
        w * (sun + if head > 0.5 { -0.26 } else { 0.26 }),
        h * 0.585,
        h * 0.08,
    ));
    let sand = easel.tints.light.mix(easel.tints.warm, 0.18);
    let line = [
        (-0.04 * w, h * 0.82),
        (w * 0.3, h * 0.795),
        (w * 0.65, h * 0.83),
        (w * 1.04, h * 0.79),
    ];
    let foam = line.map(|(x, y)| (x, y - h * 0.012));
    out.push(easel.below(&foam, true, easel.tints.light));
    out.push(easel.below(
        &line,
        true,
        if easel.tints.night {
            easel.tints.land[2]
        } else {
            sand
        },
    ));
    let side = if head > 0.5 { 0.12 } else { 0.88 };
    out.extend(palm(
        easel,
        w * side,
        h * 0.93,
        h * rng.range(0.44, 0.52),
        side > 0.5,
    ));
    let front = easel.rolling(0.905, 0.012, 4, rng);
    out.push(easel.below(&front, true, easel.tints.land[3]));
    (out, 0.9)
}

/// Points of a bow from one place over another to a third.
fn bow(a: (f32, f32), b: (f32, f32), c: (f32, f32)) -> impl Iterator<Item = (f32, f32)> {
    (0..=8).map(move |i| {
        let t = i as f32 / 8.0;
        let (u, v, w) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
        (a.0 * u + b.0 * v + c.0 * w, a.1 * u + b.1 * v + c.1 * w)
    })
}

/// A leaning palm.
fn palm(easel: &Easel, x: f32, base: f32, high: f32, leans_left: bool) -> Vec<Node> {
    let lean = if leans_left { -1.0 } else { 1.0 };
    let (tx, ty) = (x + lean * high * 0.3, base - high);
    let t = high * 0.035;
    let color = easel.tints.land[3];
    let trunk: Vec<(f32, f32)> = bow(
        (x - t, base),
        (x + lean * high * 0.02, base - high * 0.5),
        (tx - t * 0.4, ty),
    )
    .chain(bow(
        (tx + t * 0.5, ty),
        (x + lean * high * 0.06 + t, base - high * 0.45),
        (x + t, base),
    ))
    .collect();
    let mut out = vec![easel.form(&trunk, false, color).role("tree")];
    for i in 0..8 {
        let a = std::f32::consts::TAU * (i as f32 / 8.0) + 0.2;
        let long = high * if libm::sinf(a) > 0.3 { 0.26 } else { 0.34 };
        let (dx, dy) = (
            libm::cosf(a) * long,
            libm::sinf(a) * long * 0.55 + long * 0.18,
        );
        let (mx, my) = (tx + dx * 0.55, ty + dy * 0.3 - long * 0.22);
        let tip = (tx + dx, ty + dy);
        let frond: Vec<(f32, f32)> = bow((tx, ty), (mx, my - long * 0.08), tip)
            .chain(bow(tip, (mx - dx * 0.02, my + long * 0.16), (tx, ty)))
            .collect();
        out.push(easel.form(&frond, false, color).role("tree"));
    }
    out
}

fn sail(easel: &Easel, x: f32, base: f32, high: f32) -> Vec<Node> {
    vec![
        easel
            .form(
                &[
                    (x, base - high),
                    (x + high * 0.5, base - high * 0.14),
                    (x, base - high * 0.14),
                ],
                false,
                easel.tints.warm,
            )
            .role("sail"),
        easel
            .form(
                &[
                    (x - high * 0.05, base - high * 0.82),
                    (x - high * 0.05, base - high * 0.14),
                    (x - high * 0.36, base - high * 0.14),
                ],
                false,
                easel.tints.light,
            )
            .role("sail"),
        easel
            .form(
                &[
                    (x - high * 0.4, base - high * 0.1),
                    (x + high * 0.52, base - high * 0.1),
                    (x + high * 0.36, base),
                    (x - high * 0.28, base),
                ],
                false,
                easel.tints.dark,
            )
            .role("hull"),
    ]
}

pub(super) fn sea(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let mut out = vec![easel.sky()];
    let sun = easel.across(rng.range(0.3, 0.7));
    out.extend(easel.sun(sun, 0.42, 0.3));
    out.extend(easel.birds(0.34, rng));
    out.extend(surface(easel, 0.56, sun, rng));
    out.extend(sail(easel, w * (1.0 - sun), h * 0.6, h * 0.1));
    for i in 0..4 {
        let t = i as f32 / 3.0;
        let color = easel.tints.water[0].mix(easel.tints.land[3], 0.35 + 0.65 * t);
        out.push(wave(
            easel,
            0.7 + 0.07 * i as f32,
            0.018 + 0.006 * t,
            5.0 - t,
            rng.range(0.0, 6.0),
            color,
        ));
    }
    (out, 0.86)
}

/// A line of scalloped waves down to the foot.
fn wave(
    easel: &Easel,
    y: f32,
    swing: f32,
    waves: f32,
    phase: f32,
    color: plantain_scene::Rgba,
) -> Node {
    let n = 64;
    let points: Vec<(f32, f32)> = (0..=n)
        .map(|i| {
            let t = i as f32 / n as f32;
            let bend = libm::sinf(phase + t * waves * std::f32::consts::TAU);
            (easel.w * t, easel.h * (y - swing * bend.abs()))
        })
        .collect();
    easel.below(&points, false, color).role("water")
}

pub(super) fn lake(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let h = easel.h;
    let mut out = vec![easel.sky()];
    let sun = easel.across(rng.range(0.3, 0.7));
    out.extend(easel.sun(sun, 0.36, 0.24));
    let far = easel.rolling(0.47, 0.06, 5, rng);
    out.push(easel.below(&far, false, easel.tints.land[0]));
    let mid = easel.rolling(0.54, 0.02, 6, rng);
    out.push(easel.below(&mid, true, easel.tints.land[1]));
    out.extend(easel.firs(0.6, 0.07, 26, easel.tints.land[2], rng));
    out.extend(surface(easel, 0.595, sun, rng));
    // The dark mirror of the far shore.
    out.push(
        rect()
            .bounds(0.0, h * 0.595, easel.w, h * 0.02)
            .fill(easel.tints.land[2].mix(easel.tints.water[0], 0.4))
            .role("water"),
    );
    out.extend(easel.firs(0.93, 0.3, 7, easel.tints.land[3], rng));
    let front = easel.rolling(0.885, 0.014, 4, rng);
    out.push(easel.below(&front, true, easel.tints.land[3]));
    (out, 0.885)
}
