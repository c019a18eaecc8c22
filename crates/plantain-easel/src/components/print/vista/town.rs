//! Skylines, old towns on a hill, temples.

use plantain_scene::Rgba;
use plantain_scene::build::*;
use plantain_scene::node::Node;

use super::Easel;
use crate::rng::Rng;

pub(super) fn skyline(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let mut out = vec![easel.sky()];
    out.extend(easel.sun(easel.across(rng.range(0.3, 0.7)), 0.42, 0.34));
    let lit = if easel.tints.night {
        easel.tints.warm
    } else {
        easel.tints.light
    };
    for (i, (top, color)) in [
        (0.44, easel.tints.land[0]),
        (0.54, easel.tints.land[1]),
        (0.63, easel.tints.land[2]),
    ]
    .into_iter()
    .enumerate()
    {
        let mut x = -easel.w * rng.range(0.0, 0.05);
        while x < easel.w {
            let w = easel.w * rng.range(0.06, 0.12) * (1.0 + 0.2 * i as f32);
            let y = easel.h * (top + rng.range(-0.08, 0.1));
            out.extend(tower(easel, (x, y, w), color, (i > 0).then_some(lit), rng));
            x += w * rng.range(0.98, 1.1);
        }
    }
    let y = easel.h * 0.87;
    out.push(
        rect()
            .bounds(0.0, y, easel.w, easel.h - y)
            .fill(easel.tints.land[3])
            .role("land"),
    );
    (out, 0.88)
}

/// A high house with its crown and lit windows, from its top to the foot of the town.
fn tower(
    easel: &Easel,
    (x, y, w): (f32, f32, f32),
    color: Rgba,
    lit: Option<Rgba>,
    rng: &mut Rng,
) -> Vec<Node> {
    let foot = easel.h * 0.9;
    let mut out = vec![rect().bounds(x, y, w, foot - y).fill(color).role("house")];
    match rng.below(5) {
        0 => out.push(easel.form(
            &[(x, y + 1.0), (x + w * 0.5, y - w * 0.5), (x + w, y + 1.0)],
            false,
            color,
        )),
        1 => out.push(
            rect()
                .bounds(x + w * 0.46, y - w * 0.7, w * 0.08, w * 0.72)
                .fill(color),
        ),
        2 => out.push(
            rect()
                .bounds(x + w * 0.2, y - w * 0.24, w * 0.6, w * 0.26)
                .fill(color),
        ),
        _ => {}
    }
    if let Some(lit) = lit {
        let unit = w / 7.0;
        let glow = lit.mix(color, 0.2);
        let mut wy = y + unit * 1.2;
        while wy + unit * 1.4 < foot - easel.h * 0.03 {
            for c in 0..3 {
                if rng.chance(0.42) {
                    out.push(
                        rect()
                            .bounds(x + unit * (1.0 + 2.0 * c as f32), wy, unit, unit * 1.3)
                            .fill(glow)
                            .role("window"),
                    );
                }
            }
            wy += unit * 2.6;
        }
    }
    out
}

/// Tile-roofed houses that climb a hill, a church tower above them, a street at the foot.
pub(super) fn old_town(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let mut out = vec![easel.sky()];
    let sun = easel.across(rng.range(0.2, 0.8));
    out.extend(easel.sun(sun, 0.36, 0.28));
    out.extend(easel.birds(0.3, rng));
    let far = easel.rolling(0.56, 0.03, 4, rng);
    out.push(easel.below(&far, true, easel.tints.land[0]));
    let church = w * if sun > 0.5 {
        rng.range(0.14, 0.34)
    } else {
        rng.range(0.66, 0.86)
    };
    out.extend(belfry(easel, church, h * 0.6, h * 0.2));
    for row in 0..4 {
        let base = h * (0.6 + 0.085 * row as f32);
        let mut x = -w * rng.range(0.0, 0.08);
        while x < w {
            let wide = w * rng.range(0.1, 0.17);
            let high = h * rng.range(0.07, 0.12);
            out.extend(house(
                easel,
                (
                    x,
                    base - high + h * 0.03 * (libm::sinf(x / w * 3.1) - 0.5),
                    wide,
                    h * 0.2,
                ),
                row,
                rng,
            ));
            x += wide * rng.range(0.94, 1.02);
        }
    }
    let y = h * 0.86;
    out.push(
        rect()
            .bounds(0.0, y, w, h - y)
            .fill(easel.tints.land[3])
            .role("street"),
    );
    for k in [0.895, 0.925] {
        out.push(
            rect()
                .bounds(0.0, h * k, w, (h * 0.004).max(2.0))
                .fill(easel.tints.land[3].mix(easel.tints.light, 0.4))
                .role("rail"),
        );
    }
    (out, 0.915)
}

/// A plastered house with a tiled roof and shuttered windows.
fn house(
    easel: &Easel,
    (x, y, w, deep): (f32, f32, f32, f32),
    row: usize,
    rng: &mut Rng,
) -> Vec<Node> {
    let t = &easel.tints;
    let near = row as f32 / 3.0;
    let walls = [
        t.light,
        t.light.mix(t.warm, 0.3),
        t.light.mix(t.land[1], 0.35),
        t.light.mix(t.sun, 0.25),
    ];
    let wall = rng.pick(&walls).mix(
        t.dark,
        if t.night {
            0.72
        } else {
            0.05 + 0.06 * (1.0 - near)
        },
    );
    let roof = t
        .warm
        .mix(t.land[2], rng.range(0.0, 0.35))
        .mix(t.dark, if t.night { 0.45 } else { 0.0 });
    let peak = w * rng.range(0.26, 0.4);
    let mut out = vec![rect().bounds(x, y, w, deep).fill(wall).role("house")];
    if rng.chance(0.6) {
        out.push(
            easel
                .form(
                    &[
                        (x - w * 0.03, y + 1.0),
                        (x + w * 0.5, y - peak),
                        (x + w * 1.03, y + 1.0),
                    ],
                    false,
                    roof,
                )
                .role("roof"),
        );
    } else {
        out.push(
            easel
                .form(
                    &[
                        (x - w * 0.03, y + 1.0),
                        (x + w * 0.12, y - peak * 0.7),
                        (x + w * 0.88, y - peak * 0.7),
                        (x + w * 1.03, y + 1.0),
                    ],
                    false,
                    roof,
                )
                .role("roof"),
        );
    }
    let pane = if t.night {
        t.warm.mix(t.light, 0.5)
    } else {
        t.dark.mix(t.land[1], 0.3)
    };
    let n = 2 + rng.below(2);
    let unit = w / (n as f32 * 2.0 + 1.0);
    for r in 0..2 {
        for c in 0..n {
            if rng.chance(0.85) {
                let (wx, wy) = (
                    x + unit * (1.0 + 2.0 * c as f32),
                    y + unit * (0.6 + 2.1 * r as f32),
                );
                out.push(
                    rect()
                        .bounds(wx, wy, unit, unit * 1.4)
                        .fill(pane)
                        .role("window"),
                );
            }
        }
    }
    out
}

fn belfry(easel: &Easel, x: f32, base: f32, high: f32) -> Vec<Node> {
    let (w, t) = (high * 0.26, &easel.tints);
    let wall = t.light.mix(t.dark, if t.night { 0.7 } else { 0.08 });
    vec![
        rect()
            .bounds(x - w * 0.5, base - high * 0.72, w, high)
            .fill(wall)
            .role("tower"),
        easel
            .form(
                &[
                    (x - w * 0.6, base - high * 0.72),
                    (x, base - high * 1.06),
                    (x + w * 0.6, base - high * 0.72),
                ],
                false,
                t.warm.mix(t.dark, 0.2),
            )
            .role("roof"),
        rect()
            .bounds(x - w * 0.18, base - high * 0.6, w * 0.36, high * 0.16)
            .radius(w * 0.18)
            .fill(t.dark)
            .role("window"),
    ]
}

/// A pagoda among hills under a great sun, blossoms from above.
pub(super) fn temple(easel: &Easel, rng: &mut Rng) -> (Vec<Node>, f32) {
    let (w, h) = (easel.w, easel.h);
    let t = easel.tints;
    let mut out = vec![easel.sky()];
    let left = rng.chance(0.5);
    let at = |x: f32| if left { w * x } else { w * (1.0 - x) };
    out.extend(easel.sun(easel.across(if left { 0.64 } else { 0.36 }), 0.46, 0.46));
    for (y, color) in [(0.62, t.land[0]), (0.68, t.land[1])] {
        let line = easel.rolling(y, 0.03, 4, rng);
        out.push(easel.below(&line, true, color));
    }
    out.extend(pagoda(easel, at(0.3), h * 0.82, h * 0.36));
    let line = easel.rolling(0.79, 0.014, 5, rng);
    out.push(easel.below(&line, true, t.land[2]));
    for _ in 0..9 {
        let s = h * rng.range(0.03, 0.06);
        let x = w * rng.unit();
        let color = t.warm.mix(t.light, rng.range(0.1, 0.5));
        out.push(
            ellipse()
                .bounds(x - s, h * 0.81 - s * 0.7, s * 1.9, s * 1.2)
                .fill(color)
                .role("tree"),
        );
    }
    out.extend(bough(easel, at(1.0), left, rng));
    let line = easel.rolling(0.865, 0.01, 5, rng);
    out.push(easel.below(&line, true, t.land[3]));
    (out, 0.865)
}

fn pagoda(easel: &Easel, x: f32, base: f32, high: f32) -> Vec<Node> {
    let t = &easel.tints;
    let mut out = Vec::new();
    let floors = 5;
    for i in 0..floors {
        let k = 1.0 - 0.13 * i as f32;
        let y = base - high * 0.17 * i as f32;
        let (w, step) = (high * 0.34 * k, high * 0.17);
        out.push(
            rect()
                .bounds(x - w * 0.5, y - step, w, step)
                .fill(t.warm.mix(t.dark, 0.12))
                .role("house"),
        );
        for c in [-0.3_f32, 0.0, 0.3] {
            out.push(
                rect()
                    .bounds(x + w * c - w * 0.05, y - step * 0.62, w * 0.1, step * 0.62)
                    .fill(t.dark)
                    .role("window"),
            );
        }
        let eave = high * 0.32 * k;
        out.push(
            easel
                .form(
                    &[
                        (x - eave, y - step * 0.72),
                        (x - eave * 0.62, y - step * 0.86),
                        (x - w * 0.4, y - step * 1.2),
                        (x + w * 0.4, y - step * 1.2),
                        (x + eave * 0.62, y - step * 0.86),
                        (x + eave, y - step * 0.72),
                        (x + eave * 0.6, y - step * 0.66),
                        (x - eave * 0.6, y - step * 0.66),
                    ],
                    false,
                    t.dark,
                )
                .role("roof"),
        );
    }
    let top = base - high * 0.17 * floors as f32;
    out.push(
        rect()
            .bounds(
                x - high * 0.006,
                top - high * 0.16,
                high * 0.012,
                high * 0.17,
            )
            .fill(t.dark)
            .role("spire"),
    );
    out
}

/// A bough with blossoms that hangs in from a side.
fn bough(easel: &Easel, x: f32, leftward: bool, rng: &mut Rng) -> Vec<Node> {
    let t = &easel.tints;
    let dir = if leftward { -1.0 } else { 1.0 };
    let reach = easel.w * 0.42;
    let y0 = easel.h * 0.26;
    let d = crate::stage::pen::Pen::new()
        .go(x, y0 - easel.h * 0.03)
        .quad(
            x + dir * reach * 0.5,
            y0 - easel.h * 0.03,
            x + dir * reach,
            y0 + easel.h * 0.06,
        )
        .end();
    let mut out =
        vec![crate::stage::pen::line(d, easel.w, easel.h, t.dark, easel.w * 0.012).role("bough")];
    for _ in 0..26 {
        let k = rng.unit();
        let s = easel.w * rng.range(0.016, 0.036);
        let (bx, by) = (
            x + dir * reach * k + easel.w * rng.range(-0.03, 0.03),
            y0 - easel.h * 0.03 + easel.h * 0.09 * k * k + easel.h * rng.range(-0.025, 0.03),
        );
        let color = t.warm.mix(t.light, rng.range(0.15, 0.7));
        out.push(
            ellipse()
                .bounds(bx - s * 0.5, by - s * 0.5, s, s)
                .fill(color)
                .role("blossom"),
        );
    }
    out
}
