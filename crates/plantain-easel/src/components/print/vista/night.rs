//! Places that are dark: space, a stage, a haunted hill, a stadium under lights.

use plantain_scene::Rgba;
use plantain_scene::build::*;
use plantain_scene::node::{Node, Shape};

use super::Easel;
use crate::rng::Rng;
use crate::stage::pen::Pen;

fn stars(easel: &Easel, n: usize, to: f32, rng: &mut Rng) -> Vec<Node> {
    (0..n)
        .map(|_| {
            let s = easel.w * rng.range(0.003, 0.012);
            let (x, y) = (easel.w * rng.unit(), easel.h * rng.range(0.0, to));
            let color = easel
                .tints
                .light
                .mix(easel.tints.sky[0], rng.range(0.1, 0.6));
            let star = if s > easel.w * 0.009 {
                shape(Shape::Star {
                    points: 4,
                    inner: 0.34,
                })
                .bounds(x, y, s * 1.6, s * 1.6)
            } else {
                ellipse().bounds(x, y, s, s)
            };
            star.fill(color).role("star")
        })
        .collect()
}

pub(super) fn space(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let t = easel.tints;
    let mut out = vec![easel.sky()];
    out.extend(stars(easel, 90, 0.85, rng));
    let d = w.min(h) * rng.range(0.4, 0.52);
    let (x, y) = (
        w * rng.range(0.4, 0.62),
        h * (easel.clear + 0.03 + d * 0.5 / h).max(0.44),
    );
    let ball = |dx: f32, k: f32, color: Rgba| {
        ellipse()
            .bounds(x - d * 0.5 * k + dx, y - d * 0.5 * k, d * k, d * k)
            .fill(color)
            .role("planet")
    };
    out.push(ball(0.0, 1.0, t.warm));
    let bands = stack()
        .bounds(x - d * 0.5, y - d * 0.5, d, d)
        .radius(d * 0.5)
        .clip()
        .children((0..5).map(|i| {
            rect()
                .bounds(0.0, d * (0.12 + 0.18 * i as f32), d, d * 0.07)
                .fill(t.warm.mix(if i % 2 == 0 { t.light } else { t.dark }, 0.24))
                .rotate(-14.0)
        }));
    out.push(bands.role("planet"));
    out.push(
        ellipse()
            .bounds(x - d * 0.86, y - d * 0.16, d * 1.72, d * 0.32)
            .stroke(t.light.mix(t.warm, 0.3), d * 0.03)
            .rotate(-14.0)
            .role("ring"),
    );
    for (y, color) in [(0.79, t.land[1]), (0.85, t.land[3])] {
        let line = easel.rolling(y, 0.014, 6, rng);
        out.push(easel.below(&line, true, color));
    }
    for _ in 0..6 {
        let s = w * rng.range(0.03, 0.09);
        out.push(
            ellipse()
                .bounds(w * rng.unit(), h * rng.range(0.805, 0.83), s, s * 0.2)
                .fill(t.land[2])
                .role("crater"),
        );
    }
    (out, 0.85)
}

/// Beams of light over a stage, and the crowd before it.
pub(super) fn stage(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let t = easel.tints;
    let mut out = vec![easel.sky()];
    let n = 7;
    for i in 0..n {
        let x = w * (i as f32 + 0.5) / n as f32;
        let lean = w * rng.range(-0.3, 0.3);
        let wide = w * rng.range(0.07, 0.15);
        let color = if i % 2 == 0 { t.warm } else { t.sun };
        out.push(
            easel
                .form(
                    &[
                        (x - w * 0.008, 0.0),
                        (x + w * 0.008, 0.0),
                        (x + lean + wide, h * 0.8),
                        (x + lean - wide, h * 0.8),
                    ],
                    false,
                    color.mix(t.sky[1], 0.5),
                )
                .opacity(0.34)
                .role("beam"),
        );
    }
    out.push(
        ellipse()
            .bounds(w * 0.1, h * 0.62, w * 0.8, h * 0.2)
            .fill(t.warm.mix(t.sky[1], 0.45))
            .role("glow"),
    );
    out.push(
        rect()
            .bounds(0.0, h * 0.72, w, h * 0.28)
            .fill(t.land[2])
            .role("stage"),
    );
    for (row, base) in [0.79_f32, 0.86].into_iter().enumerate() {
        let color = if row == 0 {
            t.land[2].mix(t.warm, 0.14)
        } else {
            t.land[3]
        };
        out.extend(crowd(easel, base, color, rng));
    }
    (out, 0.74)
}

/// Heads and raised arms along a line, down to the foot.
fn crowd(easel: &Easel, base: f32, color: Rgba, rng: &mut Rng) -> Vec<Node> {
    let (w, h) = (easel.w, easel.h);
    let mut out = vec![
        rect()
            .bounds(0.0, h * (base + 0.02), w, h * (1.0 - base))
            .fill(color)
            .role("crowd"),
    ];
    let step = w * 0.062;
    let mut x = -step * 0.5;
    while x < w + step {
        let r = step * rng.range(0.3, 0.38);
        let y = h * base + rng.range(-0.4, 0.4) * r;
        out.push(
            ellipse()
                .bounds(x - r, y - r, 2.0 * r, 2.2 * r)
                .fill(color)
                .role("head"),
        );
        out.push(
            rect()
                .bounds(x - r * 1.6, y + r * 1.1, r * 3.2, h * 0.06)
                .radius(r * 1.2)
                .fill(color)
                .role("shoulders"),
        );
        if rng.chance(0.42) {
            let side = if rng.chance(0.5) { 1.0 } else { -1.0 };
            let d = Pen::new()
                .go(x + side * r * 1.2, y + r * 1.6)
                .quad(
                    x + side * r * 2.0,
                    y - r * 0.4,
                    x + side * r * 1.3,
                    y - r * rng.range(1.8, 3.0),
                )
                .end();
            out.push(crate::stage::pen::line(d, w, h, color, r * 0.62).role("arm"));
        }
        x += step * rng.range(0.85, 1.1);
    }
    out
}

/// A house on a hill before a great moon.
pub(super) fn haunted(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let t = easel.tints;
    let mut out = vec![easel.sky()];
    out.extend(stars(easel, 40, 0.5, rng));
    let x = rng.range(0.4, 0.6);
    out.extend(easel.sun(x, 0.48, 0.56));
    for _ in 0..7 {
        let s = w * rng.range(0.04, 0.085);
        out.push(
            path("M50 30 C44 14 34 14 28 24 C20 8 6 8 0 16 C10 18 14 26 16 38 C24 32 32 34 36 44 C42 38 58 38 64 44 C68 34 76 32 84 38 C86 26 90 18 100 16 C94 8 80 8 72 24 C66 14 56 14 50 30 Z", 100.0, 46.0)
                .bounds(w * rng.range(0.08, 0.86), h * rng.range(0.26, 0.5), s, s * 0.46)
                .fill(t.dark)
                .role("bat"),
        );
    }
    let far = easel.rolling(0.74, 0.02, 5, rng);
    out.push(easel.below(&far, true, t.land[1]));
    let hill = [
        (-0.04 * w, h * 0.84),
        (w * 0.2, h * 0.8),
        (w * x, h * 0.7),
        (w * (x + 0.26), h * 0.79),
        (w * 1.04, h * 0.83),
    ];
    out.push(easel.below(&hill, true, t.land[3]));
    out.extend(mansion(easel, w * x, h * 0.71, h * 0.22));
    out.extend(bare_tree(
        easel,
        w * if x > 0.5 { 0.14 } else { 0.86 },
        h * 0.85,
        h * 0.34,
    ));
    for i in 0..5 {
        let s = w * rng.range(0.036, 0.055);
        let gx = w * (0.08 + 0.2 * i as f32) + w * rng.range(-0.03, 0.03);
        out.push(
            rect()
                .bounds(gx, h * 0.86 - s, s, s * 1.3)
                .radius(s * 0.46)
                .fill(t.land[2].mix(t.sun, 0.18))
                .role("stone"),
        );
    }
    let front = easel.rolling(0.875, 0.012, 5, rng);
    out.push(easel.below(&front, true, t.land[3]));
    (out, 0.875)
}

fn mansion(easel: &Easel, x: f32, base: f32, high: f32) -> Vec<Node> {
    let t = &easel.tints;
    let dark = t.land[3];
    let mut out = Vec::new();
    for (dx, w, k, roof) in [
        (0.0, 0.44, 0.56, 0.24),
        (-0.3, 0.2, 0.72, 0.28),
        (0.28, 0.18, 0.86, 0.3),
    ] {
        let (cx, w, k) = (x + high * dx, high * w, high * k);
        out.push(
            rect()
                .bounds(cx - w * 0.5, base - k, w, k + high * 0.2)
                .fill(dark)
                .role("house"),
        );
        out.push(
            easel
                .form(
                    &[
                        (cx - w * 0.62, base - k + 1.0),
                        (cx, base - k - high * roof),
                        (cx + w * 0.62, base - k + 1.0),
                    ],
                    false,
                    dark,
                )
                .role("roof"),
        );
        let pane = high * 0.06;
        for r in 0..2 {
            out.push(
                rect()
                    .bounds(
                        cx - pane * 0.5,
                        base - k + high * (0.06 + 0.2 * r as f32),
                        pane,
                        pane * 1.6,
                    )
                    .radius(pane * 0.5)
                    .fill(t.warm)
                    .role("window"),
            );
        }
    }
    out
}

fn bare_tree(easel: &Easel, x: f32, base: f32, high: f32) -> Vec<Node> {
    let color = easel.tints.land[3];
    let limb = |from: (f32, f32), by: (f32, f32), to: (f32, f32), width: f32| {
        let p = |q: (f32, f32)| (x + q.0 * high, base - q.1 * high);
        let (a, b, c) = (p(from), p(by), p(to));
        let d = Pen::new().go(a.0, a.1).quad(b.0, b.1, c.0, c.1).end();
        crate::stage::pen::line(d, easel.w, easel.h, color, high * width).role("tree")
    };
    vec![
        limb((0.0, -0.02), (0.04, 0.3), (-0.02, 0.62), 0.07),
        limb((0.0, 0.4), (0.16, 0.5), (0.22, 0.74), 0.04),
        limb((-0.01, 0.5), (-0.16, 0.6), (-0.24, 0.8), 0.04),
        limb((-0.02, 0.6), (0.02, 0.8), (0.08, 0.98), 0.032),
        limb((0.17, 0.6), (0.28, 0.64), (0.36, 0.62), 0.024),
        limb((-0.16, 0.66), (-0.28, 0.66), (-0.36, 0.74), 0.024),
        limb((0.04, 0.82), (-0.06, 0.9), (-0.1, 1.0), 0.02),
    ]
}

/// A pitch that runs to the goal, under floodlights.
pub(super) fn stadium(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let t = easel.tints;
    let mut out = vec![easel.sky()];
    let horizon = 0.56;
    for side in [0.1_f32, 0.9] {
        let x = w * side;
        let dir = if side < 0.5 { 1.0 } else { -1.0 };
        out.push(
            easel
                .form(
                    &[
                        (x, h * 0.3),
                        (x + dir * w * 0.9, h * 0.62),
                        (x + dir * w * 0.2, h * 0.62),
                    ],
                    false,
                    t.light,
                )
                .opacity(0.16)
                .role("beam"),
        );
        out.push(
            rect()
                .bounds(x - w * 0.006, h * 0.3, w * 0.012, h * 0.28)
                .fill(t.dark)
                .role("mast"),
        );
        for r in 0..2 {
            for c in 0..3 {
                let s = w * 0.022;
                out.push(
                    ellipse()
                        .bounds(
                            x + s * (c as f32 * 1.2 - 1.7),
                            h * 0.29 + s * 1.2 * r as f32,
                            s,
                            s,
                        )
                        .fill(t.light)
                        .role("lamp"),
                );
            }
        }
    }
    let stand = [
        (-0.04 * w, h * 0.5),
        (w * 0.3, h * 0.475),
        (w * 0.7, h * 0.475),
        (w * 1.04, h * 0.5),
    ];
    out.push(easel.below(&stand, true, t.land[1]));
    for _ in 0..150 {
        let s = w * 0.009;
        let color = if rng.chance(0.5) { t.warm } else { t.light };
        out.push(
            ellipse()
                .bounds(w * rng.unit(), h * rng.range(0.505, 0.55), s, s)
                .fill(color.mix(t.land[1], 0.3))
                .role("fan"),
        );
    }
    let green = Rgba::hex(0x2f7d43).mix(t.land[2], 0.35);
    for i in 0..8 {
        let a = i as f32 / 8.0;
        let b = (i as f32 + 1.0) / 8.0;
        let y = |k: f32| h * (horizon + (1.0 - horizon) * k * k);
        let color = if i % 2 == 0 {
            green
        } else {
            green.mix(t.light, 0.09)
        };
        out.push(
            rect()
                .bounds(0.0, y(a), w, y(b) - y(a) + 1.0)
                .fill(color)
                .role("pitch"),
        );
    }
    let line = (w * 0.006).max(2.0);
    let white = t.light;
    out.push(
        path("M24 0 L76 0 L98 100 L2 100 Z", 100.0, 100.0)
            .bounds(w * 0.1, h * 0.6, w * 0.8, h * 0.2)
            .stroke(white, line)
            .role("line"),
    );
    out.push(
        rect()
            .bounds(w * 0.4, h * 0.5, w * 0.2, h * 0.1)
            .stroke(white, line * 1.2)
            .role("goal"),
    );
    out.push(
        rect()
            .bounds(0.0, h * 0.875, w, h * 0.125)
            .fill(t.land[3])
            .role("land"),
    );
    (out, 0.875)
}
