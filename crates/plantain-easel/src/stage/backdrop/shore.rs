//! Water with a bank to stand on, water under ice, and a sea in storm.

use plantain_read::Season;
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::land::{far_hills, far_range};
use super::sky::sky;
use super::water::{deep, fresh, ripples, water};
use super::{Backdrop, patch, plants};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, glow, hill, line, oval};
use crate::stage::rect::Rect;

/// Where the bank begins, as a share of the way from the horizon to the lower edge.
pub const BANK: f32 = 0.34;

/// A lake or river in the middle distance, and the bank before it.
pub fn bank(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    if b.ranges {
        far_range(b, out);
    } else {
        far_hills(b, out);
    }
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let shore = y + run * BANK;
    if b.hamlet {
        super::city::waterside(b, out, y + 5.0);
    } else if b.woods {
        plants::firs(b, out, y + 5.0, b.h() * 0.16);
    } else if b.allows("tree") {
        out.push(plants::treeline(b, "treeline", y + 5.0, b.h() * 0.08, 0.42));
    }
    let green = b.light.ground(b.light.grass());
    let beyond = run * 0.07;
    out.push(
        rect()
            .bounds(0.0, y, b.w(), beyond + 2.0)
            .fill(b.light.lit(green, 0.3)),
    );
    let blue = fresh(b);
    water(b, out, y + beyond, shore + b.h() * 0.03, blue);
    let mut rng = b.rng("bank");
    ripples(b, out, &mut rng, y + run * 0.12, shore - run * 0.03, 16);
    let edge = b.rolling("bank", shore, b.h() * 0.012, 5);
    let rim: Vec<(f32, f32)> = edge.iter().map(|(x, y)| (*x, y - b.h() * 0.012)).collect();
    out.push(b.layer(hill(&rim, b.h()), lighter(green, -0.13)));
    out.push(crate::stage::pen::fill(
        hill(&edge, b.h()),
        b.w(),
        b.h(),
        downward(&[lighter(green, 0.02), green, lighter(green, -0.05)]),
    ));
    for _ in 0..8 {
        let (x, y, s) = b.spot(&mut rng, BANK + 0.15, 1.0);
        out.push(patch(x, y, 200.0 * s, lighter(green, -0.03), 0.6));
    }
    rushes(b, out, shore, green);
    if b.allows("flower") && b.light.season != Season::Winter {
        for _ in 0..14 {
            let (x, y, s) = b.spot(&mut rng, BANK + 0.2, 1.0);
            let hue = *rng.pick(&[0xffffff, 0xffe27a, 0xf6a5c0]);
            out.push(oval(
                Rect::around(x, y, 9.0 * s, 8.0 * s),
                b.light.lit(Rgba::hex(hue), 0.0),
            ));
        }
    }
}

/// Rushes at both ends of a bank.
fn rushes(b: &Backdrop<'_>, out: &mut Vec<Node>, shore: f32, green: Rgba) {
    let mut rng = b.rng("rushes");
    let mut pen = Pen::new();
    let mut heads = Vec::new();
    for side in [0.03, 0.94] {
        for _ in 0..6 {
            let x = b.w() * (side + rng.range(-0.04, 0.05));
            let base = shore + b.h() * rng.range(0.0, 0.02);
            let k = b.h() * rng.range(0.06, 0.11);
            let lean = rng.range(-0.14, 0.14) * k;
            pen = pen.go(x, base).quad(x, base - k * 0.5, x + lean, base - k);
            heads.push((x + lean, base - k, k * 0.22));
        }
    }
    out.push(line(pen.end(), b.w(), b.h(), lighter(green, -0.14), 3.0));
    for (x, y, k) in heads {
        let brown = b.light.lit(Rgba::hex(0x7a4f2a), 0.0);
        out.push(
            rect()
                .bounds(x - 3.5, y - k * 0.5, 7.0, k)
                .radius(3.5)
                .fill(brown),
        );
    }
}

/// A frozen lake below snowy hills, with cabins on its far side.
pub fn ice(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    if b.ranges {
        far_range(b, out);
    }
    let snow = b.light.ground(Rgba::hex(0xeef4fa));
    for (name, lift, depth) in [("far slope", 0.05, 0.34), ("near slope", 0.015, 0.16)] {
        let points = b.rolling(name, y - b.h() * lift, b.h() * 0.02, 4);
        out.push(b.layer(hill(&points, b.h()), b.light.lit(snow, depth)));
    }
    let mut rng = b.rng("ice");
    if b.allows("tree") {
        let wood = b.light.lit(Rgba::hex(0x3f6f66), 0.2);
        for i in 0..9 {
            let x = b.w() * (i as f32 + rng.range(0.1, 0.9)) / 9.0;
            let tall = b.h() * rng.range(0.08, 0.15);
            out.extend(plants::conifer(b, x, y + run * 0.03, tall, wood));
        }
    }
    if ["house", "cabin", "cottage", "hut"]
        .iter()
        .all(|noun| b.allows(noun))
    {
        for at in [0.14, 0.32, 0.7, 0.87] {
            let k = b.h() * rng.range(0.075, 0.105);
            let x = b.w() * (at + rng.range(-0.04, 0.04));
            let r = Rect::new(x - k * 0.6, y + run * 0.035 - k * 0.62, k * 1.2, k * 0.62);
            super::city::house(b, out, &mut rng, r, 0.14, true);
        }
    }
    let ground = b.rolling("snow", y + run * 0.06, b.h() * 0.008, 5);
    out.push(b.layer(hill(&ground, b.h()), snow));
    let blue = b.light.lit(Rgba::hex(0xbfe0ef), 0.05);
    let shore = |grow: f32| {
        let (left, right) = (-0.06 * b.w() - grow, 1.06 * b.w() + grow);
        Pen::new()
            .go(left, y + run * 0.55)
            .cubic(
                (left, y + run * 0.16 - grow),
                (b.w() * 0.3, y + run * 0.13 - grow),
                (b.w() * 0.52, y + run * 0.14 - grow),
            )
            .cubic(
                (b.w() * 0.9, y + run * 0.16 - grow),
                (right, y + run * 0.3),
                (right, y + run * 0.56),
            )
            .cubic(
                (right, y + run * 0.93 + grow),
                (b.w() * 0.76, y + run * 0.95 + grow),
                (b.w() * 0.5, y + run * 0.95 + grow),
            )
            .cubic(
                (b.w() * 0.18, y + run * 0.95 + grow),
                (left, y + run * 0.9 + grow),
                (left, y + run * 0.55),
            )
            .close()
            .end()
    };
    out.push(b.layer(shore(b.h() * 0.01), lighter(snow, -0.07)));
    out.push(crate::stage::pen::fill(
        shore(0.0),
        b.w(),
        b.h(),
        downward(&[lighter(blue, 0.05), blue, lighter(blue, -0.03)]),
    ));
    // What skates have drawn, and light on the ice.
    let white = b.light.lit(Rgba::WHITE, 0.0);
    let mut pen = Pen::new();
    for _ in 0..12 {
        let (x, t) = (b.w() * rng.range(0.06, 0.86), rng.range(0.28, 0.88));
        let (w, at) = (b.w() * rng.range(0.08, 0.2), y + run * t);
        let sag = run * rng.range(-0.05, 0.05);
        pen = pen
            .go(x, at)
            .quad(x + w * 0.5, at + sag, x + w, at + sag * 0.3);
    }
    out.push(line(pen.end(), b.w(), b.h(), white.faded(0.7), 2.2));
    for _ in 0..4 {
        let (x, at) = (b.w() * rng.range(0.1, 0.9), y + run * rng.range(0.3, 0.8));
        out.push(patch(x, at, b.w() * rng.range(0.12, 0.26), white, 0.22));
    }
}

/// A sea of high waves, row behind row.
pub fn swell(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let blue = deep(b);
    water(b, out, y, b.h(), blue);
    for (i, (drop, high)) in [(0.12_f32, 0.075_f32), (0.32, 0.12), (0.56, 0.16)]
        .into_iter()
        .enumerate()
    {
        let tone = lighter(blue, 0.045 - 0.03 * i as f32);
        breakers(
            b,
            out,
            &format!("row {i}"),
            y + run * drop,
            b.h() * high,
            tone,
        );
    }
}

/// The nearest waves, which hide the feet of what stands in the sea.
pub fn surf(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let blue = deep(b);
    for (i, (drop, high)) in [(0.86_f32, 0.12_f32), (1.02, 0.1)].into_iter().enumerate() {
        let tone = lighter(blue, -0.035 - 0.035 * i as f32);
        breakers(
            b,
            out,
            &format!("surf {i}"),
            y + run * drop,
            b.h() * high,
            tone,
        );
    }
}

/// A row of waves that break: each rises slowly, curls over and falls.
fn breakers(b: &Backdrop<'_>, out: &mut Vec<Node>, name: &str, base: f32, high: f32, color: Rgba) {
    let mut rng = b.rng(name);
    let mut x = -b.w() * rng.range(0.05, 0.3);
    let mut body = Pen::new().go(x, b.h() + 4.0).line(x, base);
    let mut foam = Pen::new();
    let mut spray = Vec::new();
    while x < b.w() * 1.05 {
        let k = high * rng.range(0.72, 1.2);
        let w = k * rng.range(3.0, 4.2);
        let (crest, tip) = ((x + w * 0.6, base - k), (x + w * 0.8, base - k * 0.62));
        let hollow = (x + w * 0.66, base - k * 0.5);
        let end = (x + w, base);
        body = body
            .cubic(
                (x + w * 0.26, base + k * 0.06),
                (x + w * 0.4, base - k),
                crest,
            )
            .cubic(
                (x + w * 0.72, base - k),
                (x + w * 0.8, base - k * 0.86),
                tip,
            )
            .cubic(
                (x + w * 0.74, base - k * 0.78),
                (x + w * 0.66, base - k * 0.7),
                hollow,
            )
            .cubic(
                (x + w * 0.66, base - k * 0.2),
                (x + w * 0.84, base + k * 0.05),
                end,
            );
        foam = foam
            .go(x + w * 0.42, base - k * 0.78)
            .quad(x + w * 0.5, base - k * 0.98, crest.0, crest.1)
            .cubic(
                (x + w * 0.72, base - k),
                (x + w * 0.8, base - k * 0.86),
                tip,
            );
        for (dx, dy, d) in [
            (0.0, 0.02, 0.2),
            (0.05, 0.12, 0.14),
            (-0.04, -0.04, 0.15),
            (0.08, -0.06, 0.08),
        ] {
            spray.push(Rect::around(tip.0 + w * dx, tip.1 + k * dy, k * d, k * d));
        }
        x += w;
    }
    body = body.line(x, b.h() + 4.0).close();
    out.push(crate::stage::pen::fill(
        body.end(),
        b.w(),
        b.h(),
        downward(&[lighter(color, 0.06), color, lighter(color, -0.06)]),
    ));
    let white = b.light.lit(Rgba::hex(0xf4fbff), 0.05);
    out.push(line(
        foam.end(),
        b.w(),
        b.h(),
        white.faded(0.92),
        (high * 0.1).max(3.0),
    ));
    for drop in spray {
        out.push(oval(drop, white.faded(0.92)));
    }
    if b.light.is_low() {
        out.push(glow(b.w() * 0.5, base, b.w() * 0.4, b.light.disc, 0.08));
    }
}
