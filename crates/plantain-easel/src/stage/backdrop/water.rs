//! Water: beaches, the open sea, lakes and ponds, the world below the surface.

use plantain_read::TimeOfDay;
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::land::far_hills;
use super::sky::sky;
use super::{Backdrop, patch, plants};
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, glow, hill, line, oval};
use crate::stage::rect::Rect;

/// Where the sand begins, as a share of the way from the horizon to the lower edge.
pub const SHORE: f32 = 0.42;

/// Sky, sea, surf and sand.
pub fn beach(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let y = b.horizon();
    let shore = y + (b.h() - y) * SHORE;
    water(b, out, y, shore + b.h() * 0.05, tropical(b));
    let sand = b.light.ground(Rgba::hex(0xf3dba6));
    let edge = b.rolling("shore", shore, b.h() * 0.012, 4);
    let wet = edge
        .iter()
        .map(|(x, y)| (*x, y - b.h() * 0.012))
        .collect::<Vec<_>>();
    let foam = edge
        .iter()
        .map(|(x, y)| (*x, y - b.h() * 0.026))
        .collect::<Vec<_>>();
    out.push(b.layer(
        hill(&foam, b.h()),
        b.light.lit(Rgba::WHITE, 0.0).faded(0.85),
    ));
    out.push(b.layer(hill(&wet, b.h()), lighter(sand, -0.09)));
    out.push(b.layer(hill(&edge, b.h()), sand));
    let mut rng = b.rng("sand");
    for _ in 0..12 {
        let (x, y, s) = b.spot(&mut rng, SHORE + 0.15, 1.0);
        out.push(patch(x, y, 190.0 * s, lighter(sand, -0.025), 0.6));
    }
    if b.allows("shell") && b.allows("starfish") {
        for _ in 0..9 {
            let (x, y, s) = b.spot(&mut rng, SHORE + 0.2, 1.0);
            out.push(oval(
                Rect::around(x, y, 9.0 * s, 5.5 * s),
                lighter(sand, -0.13),
            ));
        }
    }
}

/// Open sea to the horizon.
pub fn sea(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    water(b, out, b.horizon(), b.h(), deep(b));
    waves(b, out, b.horizon(), 0.1);
}

/// Air above, water below, with the surface between them.
pub fn cut(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let y = b.horizon();
    let back = wave_line(b, "back wave", y - b.h() * 0.012);
    out.push(b.layer(hill(&back, b.h()), lighter(deep(b), 0.1)));
    below(b, out, y, &wave_line(b, "surface", y + b.h() * 0.01));
}

/// The world below the surface.
pub fn underwater(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let top = vec![(-10.0, -2.0), (b.w() + 10.0, -2.0)];
    below(b, out, 0.0, &top);
}

/// A lake or pond with its banks.
pub fn lake(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    if b.ranges && b.leads {
        alpine(b, out);
        return;
    }
    sky(b, out);
    let mut rng = b.rng("lake");
    let y = b.horizon();
    if b.ranges {
        super::land::far_range(b, out);
    } else {
        far_hills(b, out);
    }
    let run = b.h() - y;
    if b.hamlet {
        super::city::waterside(b, out, y + 5.0);
    } else if b.woods {
        plants::firs(b, out, y + 5.0, b.h() * 0.17);
    } else if b.allows("tree") {
        out.push(plants::treeline(b, "treeline", y + 5.0, b.h() * 0.09, 0.42));
    }
    let green = b.light.lit(b.light.grass(), 0.05);
    out.push(b.plane(green));
    let blue = fresh(b);
    // The water is an oval that leaves the lower corners to the bank.
    let (left, right) = (-0.07 * b.w(), 1.07 * b.w());
    let shore = |grow: f32| {
        Pen::new()
            .go(left - grow, y + run * 0.5)
            .cubic(
                (left, y + run * 0.1 - grow),
                (b.w() * 0.3, y + run * 0.1 - grow),
                (b.w() * 0.55, y + run * 0.12 - grow),
            )
            .cubic(
                (right - b.w() * 0.1, y + run * 0.14 - grow),
                (right + grow, y + run * 0.26),
                (right + grow, y + run * 0.55),
            )
            .cubic(
                (right + grow, y + run * 0.9 + grow),
                (b.w() * 0.75, y + run * 0.93 + grow),
                (b.w() * 0.5, y + run * 0.93 + grow),
            )
            .cubic(
                (b.w() * 0.2, y + run * 0.93 + grow),
                (left - grow, y + run * 0.85 + grow),
                (left - grow, y + run * 0.5),
            )
            .close()
            .end()
    };
    out.push(b.layer(shore(b.h() * 0.012), lighter(green, -0.12)));
    let far = b.light.lit(lighter(blue, 0.09), 0.2);
    out.push(crate::stage::pen::fill(
        shore(0.0),
        b.w(),
        b.h(),
        downward(&[far, far, blue, lighter(blue, -0.05)]),
    ));
    ripples(b, out, &mut rng, y + run * 0.2, y + run * 0.88, 22);
    if b.light.is_low() || b.light.is_night() {
        glitter(b, out, y + run * 0.17, y + run * 0.84);
    }
    reeds(b, out, &mut rng, green);
    if b.allows("flower") {
        let mut strip = b.rng("bank flowers");
        for _ in 0..10 {
            let x = strip.unit() * b.w();
            let y = b.h() - strip.range(2.0, run * 0.05);
            out.push(oval(
                Rect::around(x, y, 9.0, 8.0),
                b.light.lit(Rgba::hex(0xffffff), 0.0),
            ));
        }
    }
}

/// A lake below a range that is mirrored in it, with mist at its far shore and firs on the near one.
fn alpine(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    use super::land::ridge;
    sky(b, out);
    let y = b.h() * 0.52;
    let layers = [
        ("far range", 0.36_f32, 0.6_f32, 4_usize),
        ("near range", 0.24, 0.34, 3),
    ];
    for (name, height, depth, n) in layers {
        ridge(b, out, name, (y, b.h() * height, 1.0), depth, n);
    }
    let wood = b.light.lit(Rgba::hex(0x2f6150), 0.26);
    out.push(plants::treeline(
        b,
        "far shore",
        y + 3.0,
        b.h() * 0.055,
        0.3,
    ));
    let blue = fresh(b);
    let mirror = b.light.haze.mix(blue, 0.5);
    out.push(rect().bounds(0.0, y, b.w(), b.h() - y).fill(downward(&[
        mirror,
        b.light.lit(blue, 0.1),
        lighter(blue, -0.06),
    ])));
    let mut image = Vec::new();
    for (name, height, depth, n) in layers {
        ridge(b, &mut image, name, (y, b.h() * height, -0.8), depth, n);
    }
    for node in &mut image {
        node.style.opacity *= 0.5;
    }
    out.extend(image);
    let mut rng = b.rng("alpine");
    ripples(b, out, &mut rng, y + b.h() * 0.05, b.h() * 0.92, 30);
    glitter(b, out, y + 4.0, b.h() * 0.9);
    let misty = b.light.weather == plantain_read::Weather::Fog || b.light.is_low();
    for (dy, k) in [(-0.03_f32, 0.1_f32), (0.015, 0.07), (-0.1, 0.09)] {
        let white = b.light.haze.mix(Rgba::WHITE, 0.5);
        let alpha = if misty { 0.62 } else { 0.26 };
        out.push(
            rect()
                .bounds(0.0, y + b.h() * (dy - k / 2.0), b.w(), b.h() * k)
                .fill(downward(&[
                    white.faded(0.0),
                    white.faded(alpha),
                    white.faded(0.0),
                ])),
        );
    }
    let green = b.light.lit(b.light.grass(), 0.0);
    let bank = [
        (-0.05 * b.w(), b.h() * 0.84),
        (0.2 * b.w(), b.h() * 0.89),
        (0.5 * b.w(), b.h() * 0.955),
        (0.78 * b.w(), b.h() * 0.93),
        (1.05 * b.w(), b.h() * 0.86),
    ];
    out.push(b.layer(
        crate::stage::pen::hill(&bank, b.h() + 2.0),
        lighter(green, -0.05),
    ));
    if b.allows("tree") {
        for (x, foot, k) in [
            (0.03, 0.93, 0.5),
            (0.13, 0.97, 0.36),
            (0.21, 0.95, 0.22),
            (0.9, 0.96, 0.34),
            (0.98, 0.94, 0.46),
        ] {
            let tall = b.h() * k * rng.range(0.9, 1.1);
            out.extend(plants::conifer(
                b,
                b.w() * x,
                b.h() * foot,
                tall,
                lighter(wood, -0.06 + 0.06 * rng.unit()),
            ));
        }
    }
    for _ in 0..7 {
        let (x, k) = (
            rng.range(0.25, 0.85) * b.w(),
            b.w() * rng.range(0.015, 0.035),
        );
        let stone = b.light.lit(Rgba::hex(0x8a8f99), 0.05);
        let at = b.h() * rng.range(0.95, 0.99);
        out.push(oval(Rect::around(x, at, k * 1.7, k), stone));
        out.push(oval(
            Rect::around(x - k * 0.2, at - k * 0.15, k * 1.0, k * 0.5),
            lighter(stone, 0.06),
        ));
    }
    reeds(b, out, &mut rng, green);
}

pub(super) fn water(b: &Backdrop<'_>, out: &mut Vec<Node>, top: f32, bottom: f32, color: Rgba) {
    let far = b.light.lit(lighter(color, 0.08), 0.45);
    out.push(
        rect()
            .bounds(0.0, top, b.w(), bottom - top)
            .fill(downward(&[far, color, lighter(color, -0.04)])),
    );
    glitter(b, out, top, bottom);
}

/// Light of a low sun or moon on the water.
fn glitter(b: &Backdrop<'_>, out: &mut Vec<Node>, top: f32, bottom: f32) {
    let mut rng = b.rng("glitter");
    let night = b.light.time == TimeOfDay::Night;
    // A disc that the prompt brings has its own light on the water.
    let own = b.allows(if night { "moon" } else { "sun" });
    let low = (b.light.is_low() || night) && own;
    // The same numbers as the disc in the sky, so that the light lies under it.
    let x = b.w() * (0.5 + b.light.side * b.rng("luminary").range(0.2, 0.34));
    let n = if low { 26 } else { 14 };
    for i in 0..n {
        let t = (i as f32 + 0.5) / n as f32;
        let y = top + (bottom - top) * t;
        let spread = b.w() * (0.02 + 0.09 * t);
        let w = b.w() * rng.range(0.02, 0.07) * (0.4 + t);
        let cx = if low {
            x + rng.range(-spread, spread)
        } else {
            rng.unit() * b.w()
        };
        let h = 2.0 + 3.0 * t;
        let alpha = if low { 0.6 } else { 0.28 };
        out.push(
            rect()
                .bounds(cx - w / 2.0, y, w, h)
                .radius(h / 2.0)
                .fill(b.light.disc.faded(alpha)),
        );
    }
}

fn waves(b: &Backdrop<'_>, out: &mut Vec<Node>, top: f32, first: f32) {
    let mut rng = b.rng("waves");
    let mut pen = Pen::new();
    for _ in 0..30 {
        let t = first + (1.0 - first) * rng.unit();
        let y = top + (b.h() - top) * t;
        let w = b.w() * (0.03 + 0.07 * t);
        let x = rng.range(-0.05, 1.0) * b.w();
        let k = w * 0.13;
        pen = pen.go(x, y).quad(x + w * 0.25, y - k, x + w * 0.5, y).quad(
            x + w * 0.75,
            y - k,
            x + w,
            y,
        );
    }
    let crest = b.light.lit(Rgba::hex(0xeaf8ff), 0.1).faded(0.5);
    out.push(line(pen.end(), b.w(), b.h(), crest, 2.4));
}

pub(super) fn ripples(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    rng: &mut Rng,
    top: f32,
    bottom: f32,
    n: usize,
) {
    for _ in 0..n {
        let t = rng.unit();
        let y = top + (bottom - top) * t;
        let w = b.w() * (0.03 + 0.08 * t) * rng.range(0.6, 1.2);
        let x = rng.range(0.05, 0.95) * b.w();
        out.push(
            rect()
                .bounds(x - w / 2.0, y, w, 2.6)
                .radius(1.3)
                .fill(b.light.lit(Rgba::hex(0xf2fbff), 0.1).faded(0.42)),
        );
    }
}

fn reeds(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng, green: Rgba) {
    let mut pen = Pen::new();
    let mut heads = Vec::new();
    for side in [0.02, 0.95] {
        for _ in 0..6 {
            let x = b.w() * (side + rng.range(-0.03, 0.05));
            let base = b.h() * rng.range(0.9, 0.99);
            let k = b.h() * rng.range(0.09, 0.17);
            let lean = rng.range(-0.14, 0.14) * k;
            pen = pen.go(x, base).quad(x, base - k * 0.5, x + lean, base - k);
            heads.push((x + lean, base - k, k * 0.2));
        }
    }
    let stem = lighter(green, -0.13);
    out.push(line(pen.end(), b.w(), b.h(), stem, 4.0));
    for (x, y, k) in heads {
        out.push(
            rect()
                .bounds(x - 4.5, y - k * 0.5, 9.0, k)
                .radius(4.5)
                .fill(b.light.lit(Rgba::hex(0x7a4f2a), 0.0)),
        );
    }
}

/// Paints the water below a surface line, with light from above and a sandy ground.
fn below(b: &Backdrop<'_>, out: &mut Vec<Node>, top: f32, surface: &[(f32, f32)]) {
    let blue = b
        .light
        .asked_unlike(Rgba::hex(0x1c86c8))
        .unwrap_or(Rgba::hex(0x1c86c8));
    let blue = b.light.lit(blue, 0.0);
    let colors = [
        lighter(blue, 0.16),
        blue,
        lighter(blue, -0.12),
        lighter(blue, -0.22),
    ];
    let d = hill(surface, b.h());
    out.push(crate::stage::pen::fill(d, b.w(), b.h(), downward(&colors)));
    let mut rng = b.rng("below");
    for _ in 0..5 {
        let x = rng.range(-0.1, 0.9) * b.w();
        let w = b.w() * rng.range(0.05, 0.13);
        let lean = b.w() * 0.16 * -b.light.side;
        let foot = top + (b.h() - top) * rng.range(0.6, 0.9);
        let d = Pen::new()
            .go(x, top + 3.0)
            .line(x + w, top + 3.0)
            .line(x + w * 1.9 + lean, foot)
            .line(x - w * 0.3 + lean, foot)
            .close()
            .end();
        out.push(crate::stage::pen::fill(
            d,
            b.w(),
            b.h(),
            downward(&[Rgba::WHITE.faded(0.16), Rgba::WHITE.faded(0.0)]),
        ));
    }
    let run = b.h() - top;
    out.push(glow(b.w() * 0.5, top, b.w() * 0.5, Rgba::WHITE, 0.16));
    for (i, (depth, lift)) in [(0.5, 0.13), (0.2, 0.07)].iter().enumerate() {
        let y = b.h() - run * lift;
        let sand = Rgba::hex(0xdcc592).mix(blue, *depth);
        let points = b.rolling(&format!("seabed {i}"), y, run * 0.018, 4);
        out.push(b.layer(hill(&points, b.h()), b.light.lit(sand, 0.0)));
        if i == 0 {
            weeds(b, out, &mut rng, run, blue);
        }
    }
    for _ in 0..16 {
        let r = rng.range(2.0, 7.0);
        let (x, y) = (rng.unit() * b.w(), top + run * rng.range(0.12, 0.9));
        out.push(
            oval(
                Rect::around(x, y, r * 2.0, r * 2.0),
                Rgba::WHITE.faded(0.16),
            )
            .stroke(Rgba::WHITE.faded(0.5), 1.3),
        );
    }
}

fn weeds(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng, run: f32, blue: Rgba) {
    if b.allows("seaweed") {
        for hue in [0x3f9d6b, 0x2f7f6b] {
            let mut pen = Pen::new();
            for _ in 0..7 {
                let side = if rng.chance(0.5) { 0.1 } else { 0.9 };
                let x = b.w() * (side + rng.range(-0.12, 0.12));
                let base = b.h() - run * 0.03;
                let k = run * rng.range(0.1, 0.26);
                let s = k * 0.13 * if rng.chance(0.5) { 1.0 } else { -1.0 };
                pen = pen
                    .go(x, base)
                    .cubic(
                        (x + s, base - k * 0.3),
                        (x - s, base - k * 0.5),
                        (x, base - k * 0.7),
                    )
                    .quad(x + s * 0.7, base - k * 0.85, x + s * 0.2, base - k);
            }
            let color = b.light.lit(Rgba::hex(hue).mix(blue, 0.3), 0.0);
            out.push(line(pen.end(), b.w(), b.h(), color, 8.0));
        }
    }
    if b.allows("coral") {
        for (x, hue) in [(0.2, 0xff7f6e), (0.78, 0xf59ac0)] {
            let x = b.w() * (x + rng.range(-0.06, 0.06));
            let base = b.h() - run * 0.04;
            let k = run * rng.range(0.08, 0.13);
            let mut pen = Pen::new();
            for lean in [-0.6_f32, -0.2, 0.25, 0.62] {
                pen = pen.go(x, base).quad(
                    x + lean * k * 0.3,
                    base - k * 0.5,
                    x + lean * k,
                    base - k * (1.0 - lean.abs() * 0.3),
                );
            }
            let color = b.light.lit(Rgba::hex(hue).mix(blue, 0.25), 0.0);
            out.push(line(pen.end(), b.w(), b.h(), color, 11.0));
        }
    }
}

/// Returns a line of even waves across the canvas.
fn wave_line(b: &Backdrop<'_>, purpose: &str, y: f32) -> Vec<(f32, f32)> {
    let mut rng = b.rng(purpose);
    let n = 14;
    let k = b.h() * 0.008;
    let flip = if rng.chance(0.5) { 1.0 } else { -1.0 };
    (0..=n)
        .map(|i| {
            let x = -0.04 * b.w() + 1.08 * b.w() * i as f32 / n as f32;
            (x, y + if i % 2 == 0 { k * flip } else { -k * flip })
        })
        .collect()
}

pub(super) fn deep(b: &Backdrop<'_>) -> Rgba {
    tone(b, 0x2a86c4)
}

fn tropical(b: &Backdrop<'_>) -> Rgba {
    // Sand is the ground of a beach; the water keeps its own colour.
    b.light.lit(Rgba::hex(0x35b0cf), 0.0)
}

pub(super) fn fresh(b: &Backdrop<'_>) -> Rgba {
    tone(b, 0x4aa3d6)
}

/// Returns the colour of water that mirrors some of the sky.
fn tone(b: &Backdrop<'_>, usual: u32) -> Rgba {
    match b.light.asked_unlike(Rgba::hex(usual)) {
        Some(asked) => b.light.lit(asked, 0.0),
        None => {
            let own = Rgba::hex(usual);
            let sky = if b.light.is_low() { 0.42 } else { 0.16 };
            b.light.lit(own.mix(b.light.haze, sky), 0.0)
        }
    }
}
