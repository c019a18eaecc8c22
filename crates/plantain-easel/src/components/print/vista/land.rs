//! Mountains, hills, woods, deserts, snow and roads.

use plantain_scene::build::*;
use plantain_scene::node::Node;

use super::Easel;
use crate::rng::Rng;

/// A jagged range with lit and shaded faces; returns its nodes.
fn range(
    easel: &Easel,
    base: f32,
    high: f32,
    n: usize,
    tint: usize,
    snow: bool,
    rng: &mut Rng,
) -> Vec<Node> {
    let (w, h) = (easel.w, easel.h);
    let color = easel.tints.land[tint];
    let shade = color.mix(easel.tints.dark, 0.28);
    let mut out = Vec::new();
    let mut peaks = Vec::new();
    for i in 0..n {
        let x = w * (i as f32 + rng.range(0.3, 0.7)) / n as f32;
        let middle = 1.0 - ((x / w) - 0.5).abs() * 0.5;
        peaks.push((x, h * (base - high * middle * rng.range(0.72, 1.05))));
    }
    let foot = h * (base + 0.02);
    peaks.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (x, top) in peaks.iter().rev() {
        let half = (foot - top) * rng.range(0.85, 1.15);
        let ridge = x + half * rng.range(-0.08, 0.12);
        let left = (x - half, foot);
        let right = (x + half * 1.05, foot);
        out.push(
            easel
                .form(&[left, (*x, *top), right], false, color)
                .role("land"),
        );
        out.push(
            easel
                .form(
                    &[
                        (*x, *top),
                        (x + half * 0.18, top + (foot - top) * 0.3),
                        (ridge - half * 0.06, top + (foot - top) * 0.52),
                        (ridge + half * 0.16, foot),
                        right,
                    ],
                    false,
                    shade,
                )
                .role("land"),
        );
        if snow {
            let d = (foot - top) * rng.range(0.2, 0.3);
            let k = half / (foot - top);
            out.push(
                easel
                    .form(
                        &[
                            (*x, *top),
                            (x + d * k, top + d),
                            (x + d * k * 0.45, top + d * 0.78),
                            (x + d * k * 0.1, top + d * 1.16),
                            (x - d * k * 0.34, top + d * 0.74),
                            (x - d * k, top + d),
                        ],
                        false,
                        easel.tints.light,
                    )
                    .role("snow"),
            );
        }
    }
    out.push(
        rect()
            .bounds(0.0, foot - 1.0, w, h - foot + 2.0)
            .fill(color)
            .role("land"),
    );
    out
}

pub(super) fn peaks(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let mut out = vec![easel.sky()];
    out.extend(easel.sun(easel.across(rng.range(0.25, 0.75)), 0.34, 0.24));
    out.extend(easel.clouds(0.3, rng));
    out.extend(range(easel, 0.66, 0.36, 4, 0, true, rng));
    out.extend(range(easel, 0.76, 0.2, 5, 1, false, rng));
    let line = easel.rolling(0.78, 0.018, 7, rng);
    out.push(easel.below(&line, true, easel.tints.land[2]));
    out.extend(easel.firs(
        0.86,
        0.15,
        22,
        easel.tints.land[3].mix(easel.tints.land[2], 0.4),
        rng,
    ));
    let line = easel.rolling(0.86, 0.012, 6, rng);
    out.push(easel.below(&line, true, easel.tints.land[3]));
    (out, 0.86)
}

pub(super) fn hills(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let mut out = vec![easel.sky()];
    out.extend(easel.sun(easel.across(rng.range(0.3, 0.7)), 0.44, 0.3));
    out.extend(easel.birds(0.36, rng));
    let tints = [
        easel.tints.land[0],
        easel.tints.land[1],
        easel.tints.land[1].mix(easel.tints.land[2], 0.55),
        easel.tints.land[2],
    ];
    for (i, color) in tints.into_iter().enumerate() {
        let y = 0.54 + 0.085 * i as f32;
        let line = easel.rolling(y, 0.035, 4, rng);
        out.push(easel.below(&line, true, color));
        if i == 1 || i == 2 {
            out.extend(trees(easel, &line, color.mix(easel.tints.dark, 0.4), rng));
        }
    }
    out.extend(furrows(easel, 0.8, rng));
    let line = easel.rolling(0.885, 0.01, 5, rng);
    out.push(easel.below(&line, true, easel.tints.land[3]));
    (out, 0.885)
}

/// Round and pointed trees along a line.
fn trees(
    easel: &Easel,
    line: &[(f32, f32)],
    color: plantain_scene::Rgba,
    rng: &mut Rng,
) -> Vec<Node> {
    let mut out = Vec::new();
    for pair in line.windows(2) {
        for _ in 0..2 {
            let t = rng.unit();
            let x = pair[0].0 + (pair[1].0 - pair[0].0) * t;
            let y = pair[0].1 + (pair[1].1 - pair[0].1) * t;
            let s = easel.h * rng.range(0.018, 0.036);
            let wide = if rng.chance(0.5) { 0.34 } else { 0.9 };
            out.push(
                ellipse()
                    .bounds(x - s * wide * 0.5, y - s * 0.9, s * wide, s)
                    .fill(color)
                    .role("tree"),
            );
        }
    }
    out
}

/// Rows of a field that run to a point.
fn furrows(easel: &Easel, top: f32, rng: &mut Rng) -> Vec<Node> {
    let (w, h) = (easel.w, easel.h);
    let vanish = w * rng.range(0.3, 0.7);
    let color = easel.tints.land[2].mix(easel.tints.land[1], 0.32);
    (0..9)
        .map(|i| {
            let x = w * (-0.6 + 0.26 * i as f32);
            let near = |x: f32| vanish + (x - vanish) * 0.42;
            easel.form(
                &[
                    (near(x), h * top),
                    (near(x) + w * 0.02, h * top),
                    (x + w * 0.09, h),
                    (x, h),
                ],
                false,
                color,
            )
        })
        .collect()
}

pub(super) fn forest(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let mut out = vec![easel.sky()];
    out.extend(easel.sun(easel.across(0.5), 0.42, 0.3));
    let rows = [
        (0.66, 0.2, 16, easel.tints.land[0]),
        (0.76, 0.26, 14, easel.tints.land[1]),
        (0.87, 0.34, 11, easel.tints.land[2]),
    ];
    for (base, high, n, color) in rows {
        out.extend(easel.firs(base, high, n, color, rng));
        let line = easel.rolling(base - 0.004, 0.006, 6, rng);
        out.push(easel.below(&line, true, color));
    }
    let line = easel.rolling(0.87, 0.012, 5, rng);
    out.push(easel.below(&line, true, easel.tints.land[3]));
    (out, 0.87)
}

pub(super) fn desert(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let mut out = vec![easel.sky()];
    out.extend(easel.sun(easel.across(rng.range(0.3, 0.7)), 0.4, 0.34));
    for _ in 0..3 {
        let (x, wide, high) = (
            w * rng.range(0.0, 0.9),
            w * rng.range(0.14, 0.26),
            h * rng.range(0.08, 0.15),
        );
        let base = h * 0.62;
        out.push(
            easel
                .form(
                    &[
                        (x, base),
                        (x + wide * 0.12, base - high * 0.62),
                        (x + wide * 0.2, base - high),
                        (x + wide * 0.8, base - high),
                        (x + wide * 0.86, base - high * 0.6),
                        (x + wide, base),
                    ],
                    false,
                    easel.tints.land[0],
                )
                .role("land"),
        );
    }
    for (i, tint) in [0, 1, 2].into_iter().enumerate() {
        let y = 0.62 + 0.09 * i as f32;
        let line = easel.rolling(y, 0.03, 3, rng);
        out.push(easel.below(&line, true, easel.tints.land[tint]));
    }
    for side in [0.1, 0.88] {
        out.extend(cactus(
            easel,
            w * (side + rng.range(-0.04, 0.04)),
            h * 0.9,
            h * rng.range(0.13, 0.2),
        ));
    }
    let line = easel.rolling(0.885, 0.012, 4, rng);
    out.push(easel.below(&line, true, easel.tints.land[3]));
    (out, 0.885)
}

fn cactus(easel: &Easel, x: f32, base: f32, high: f32) -> Vec<Node> {
    let t = high * 0.16;
    let color = easel.tints.land[3];
    let bar = |x: f32, y: f32, w: f32, h: f32| {
        rect()
            .bounds(x, y, w, h)
            .radius(t * 0.5)
            .fill(color)
            .role("plant")
    };
    vec![
        bar(x - t * 0.5, base - high, t, high),
        bar(x - t * 2.0, base - high * 0.52, t * 1.8, t * 0.8),
        bar(x - t * 2.0, base - high * 0.78, t * 0.8, high * 0.34),
        bar(x + t * 0.2, base - high * 0.4, t * 1.8, t * 0.8),
        bar(x + t * 1.2, base - high * 0.7, t * 0.8, high * 0.36),
    ]
}

/// Ribbons of northern light across the sky.
fn aurora(easel: &Easel, rng: &mut Rng) -> Vec<Node> {
    let green = plantain_scene::Rgba::hex(0x5ff2b4);
    let violet = plantain_scene::Rgba::hex(0xa77bf3);
    (0..4)
        .map(|i| {
            let y = easel.h * (easel.clear.max(0.08) + 0.06 * i as f32);
            let high = easel.h * rng.range(0.08, 0.15);
            let phase = rng.range(0.0, 6.0);
            let n = 16;
            let wave = |t: f32| easel.h * 0.03 * libm::sinf(phase + t * 7.0);
            let upper = (0..=n).map(|k| {
                let t = k as f32 / n as f32;
                (easel.w * (1.2 * t - 0.1), y + wave(t))
            });
            let lower = (0..=n).rev().map(|k| {
                let t = k as f32 / n as f32;
                (
                    easel.w * (1.2 * t - 0.1),
                    y + wave(t) + high * (0.4 + 0.6 * libm::sinf(t * 9.0 + phase).abs()),
                )
            });
            let points: Vec<(f32, f32)> = upper.chain(lower).collect();
            let color = if i % 2 == 0 { green } else { violet };
            easel
                .form(&points, false, color.mix(easel.tints.sky[1], 0.35))
                .opacity(0.55)
                .role("aurora")
        })
        .collect()
}

pub(super) fn snow(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let mut out = vec![easel.sky()];
    if easel.tints.aurora {
        out.extend(aurora(easel, rng));
    }
    out.extend(easel.sun(easel.across(rng.range(0.3, 0.7)), 0.3, 0.18));
    out.extend(range(easel, 0.66, 0.28, 4, 0, true, rng));
    for (i, y) in [0.64_f32, 0.74].into_iter().enumerate() {
        let line = easel.rolling(y, 0.03, 4, rng);
        out.push(easel.below(&line, true, easel.tints.land[1 + i]));
        out.extend(easel.firs(
            y + 0.07,
            0.1,
            9,
            easel.tints.dark.mix(easel.tints.land[1], 0.15),
            rng,
        ));
    }
    for _ in 0..60 {
        let s = easel.w * rng.range(0.004, 0.011);
        let (x, y) = (easel.w * rng.unit(), easel.h * rng.range(0.0, 0.8));
        out.push(
            ellipse()
                .bounds(x, y, s, s)
                .fill(easel.tints.light)
                .role("flake"),
        );
    }
    let line = easel.rolling(0.87, 0.012, 4, rng);
    out.push(easel.below(&line, true, easel.tints.land[3]));
    (out, 0.87)
}

pub(super) fn road(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let mut out = vec![easel.sky()];
    let warm = easel.tints.warm;
    let top = easel.tints.sun;
    let d = w.min(h) * 0.5;
    out.push(
        stack()
            .bounds((w - d) * 0.5, h * 0.6 - d * 0.82, d, d)
            .children(super::super::picture::striped_sun(
                super::super::Zone::new(0.0, 0.0, d, d),
                top.into(),
                warm.into(),
            ))
            .role("sun"),
    );
    out.extend(range(easel, 0.6, 0.1, 7, 0, false, rng));
    out.push(
        rect()
            .bounds(0.0, h * 0.6, w, h * 0.4)
            .fill(easel.tints.land[1])
            .role("land"),
    );
    for i in 0..7 {
        let t = i as f32 / 6.0;
        let y = h * (0.6 + 0.4 * t * t);
        out.push(
            rect()
                .bounds(0.0, y, w, (1.0 + 3.0 * t).max(1.0))
                .fill(easel.tints.land[1].mix(easel.tints.sun, 0.3))
                .role("line"),
        );
    }
    out.push(
        easel
            .form(
                &[
                    (w * 0.485, h * 0.6),
                    (w * 0.515, h * 0.6),
                    (w * 0.82, h),
                    (w * 0.18, h),
                ],
                false,
                easel.tints.land[3],
            )
            .role("road"),
    );
    for i in 0..5 {
        let (a, b) = (i as f32 / 5.0, (i as f32 + 0.55) / 5.0);
        let (ya, yb) = (h * (0.6 + 0.4 * a * a), h * (0.6 + 0.4 * b * b));
        let (wa, wb) = (w * 0.012 * a, w * 0.012 * b);
        out.push(easel.form(
            &[
                (w * 0.5 - wa, ya),
                (w * 0.5 + wa, ya),
                (w * 0.5 + wb, yb),
                (w * 0.5 - wb, yb),
            ],
            false,
            easel.tints.light,
        ));
    }
    (out, 0.88)
}
