//! Markets with their stalls, and terraces above a town.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use super::sky::sky;
use super::town::{fronts, skyline};
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow, line, oval};
use crate::stage::rect::Rect;

/// Cloths of awnings, beside white.
const CLOTHS: [u32; 6] = [0xd9483c, 0x2f9d83, 0xf0a93c, 0x3f7cc4, 0xb8508f, 0x6f9a3c];
const GOODS: [u32; 6] = [0xe2552f, 0xf2b53a, 0x7bb04a, 0xc23b4e, 0xf08f3a, 0x8a5ab0];

/// A lane between house fronts with stalls on both sides, lanterns and strings of lights.
pub fn market(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    fronts(b, out, y);
    let dark = b.light.is_night() || b.light.is_low();
    if dark {
        out.push(glow(b.w() * 0.5, y, b.w() * 0.6, Rgba::hex(0xffb057), 0.3));
    }
    let stone = b.light.ground(Rgba::hex(0xb8a993));
    out.push(rect().bounds(0.0, y, b.w(), run).fill(downward(&[
        b.light.lit(stone, 0.2),
        stone,
        lighter(stone, -0.05),
    ])));
    cobbles(b, out, lighter(stone, -0.06));
    if dark {
        out.push(oval(
            Rect::around(b.w() * 0.5, y + run * 0.5, b.w() * 0.9, run * 0.5),
            Rgba::hex(0xffc477).faded(0.16),
        ));
    }
    let mut rng = b.rng("stalls");
    let mut cloth = rng.below(CLOTHS.len());
    // Far ones side by side, near ones at the edges, so that the lane stays free.
    let far = (0..5).map(|i| (0.1 + 0.2 * i as f32, 0.1, 0.17));
    for (x, drop, wide) in far.chain([(0.0, 0.36, 0.3), (1.0, 0.36, 0.3)]) {
        cloth = (cloth + 1) % CLOTHS.len();
        let w = b.w() * wide;
        let base = y + run * drop;
        let r = Rect::standing(b.w() * x, base, w, w * 1.12);
        stall(b, out, &mut rng, r, Rgba::hex(CLOTHS[cloth]));
    }
    strings(b, out, y);
}

fn cobbles(b: &Backdrop<'_>, out: &mut Vec<Node>, color: Rgba) {
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let mut pen = Pen::new();
    for row in 1..9 {
        let t = (row as f32 / 9.0) * (row as f32 / 9.0);
        pen = pen.go(0.0, y + run * t).line(b.w(), y + run * t);
    }
    for i in 0..=16 {
        let k = i as f32 / 16.0 - 0.5;
        pen = pen
            .go(b.w() * (0.5 + k), y)
            .line(b.w() * (0.5 + k * 2.6), b.h());
    }
    out.push(line(pen.end(), b.w(), b.h(), color.faded(0.5), 1.6));
}

/// A stall with goods on its counter below a striped awning.
fn stall(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng, r: Rect, cloth: Rgba) {
    let wood = b.light.lit(Rgba::hex(0x8a5f3f), 0.06);
    let dark = b.light.is_night() || b.light.is_low();
    let bar = |x: f32, y: f32, w: f32, h: f32, color: Rgba| {
        rect()
            .bounds(r.x + r.w * x, r.y + r.h * y, r.w * w, r.h * h)
            .fill(color)
    };
    let inside = if dark {
        Rgba::hex(0x6b4426)
    } else {
        b.light.lit(Rgba::hex(0x7d6a58), 0.1)
    };
    out.push(bar(0.06, 0.2, 0.88, 0.5, inside));
    if dark {
        out.push(glow(
            r.cx(),
            r.y + r.h * 0.42,
            r.w * 0.5,
            Rgba::hex(0xffc25e),
            0.75,
        ));
    }
    for x in [0.04, 0.92] {
        out.push(bar(x, 0.2, 0.04, 0.8, lighter(wood, -0.05)));
    }
    let lit = |color: Rgba| {
        if dark {
            color
        } else {
            b.light.lit(color, 0.05)
        }
    };
    let good = rng.below(GOODS.len());
    for i in 0..3 {
        let hue = lit(Rgba::hex(GOODS[(good + i) % GOODS.len()]));
        for k in 0..4 {
            let x = r.x + r.w * (0.12 + 0.265 * i as f32 + 0.055 * k as f32);
            let d = r.w * 0.085;
            out.push(oval(
                Rect::around(x, r.y + r.h * 0.63 - d * 0.2 * (k % 2) as f32, d, d),
                hue,
            ));
        }
    }
    out.push(bar(0.02, 0.66, 0.96, 0.34, wood));
    for x in [0.3, 0.62] {
        out.push(bar(x, 0.69, 0.02, 0.31, lighter(wood, -0.06)));
    }
    out.push(bar(0.0, 0.645, 1.0, 0.035, lighter(wood, 0.05)));
    awning(
        b,
        out,
        Rect::new(r.x - r.w * 0.04, r.y, r.w * 1.08, r.h * 0.3),
        lit(cloth),
    );
    if dark {
        let (x, y) = (r.x + r.w * 0.5, r.y + r.h * 0.4);
        let d = r.w * 0.1;
        out.push(glow(x, y, d * 2.6, Rgba::hex(0xffdf94), 0.7));
        out.push(oval(Rect::around(x, y, d, d * 1.2), Rgba::hex(0xffe6a8)));
    }
}

fn awning(b: &Backdrop<'_>, out: &mut Vec<Node>, r: Rect, cloth: Rgba) {
    const STRIPES: usize = 7;
    let white = if b.light.is_night() {
        Rgba::hex(0xe9dfd0)
    } else {
        b.light.lit(Rgba::hex(0xfbf6ec), 0.0)
    };
    for i in 0..STRIPES {
        let color = if i % 2 == 0 { cloth } else { white };
        let (t, u) = (i as f32 / STRIPES as f32, (i + 1) as f32 / STRIPES as f32);
        let top = |t: f32| r.x + r.w * (0.08 + 0.84 * t);
        let foot = |t: f32| r.x + r.w * t;
        let d = Pen::new()
            .go(top(t), r.y)
            .line(top(u), r.y)
            .line(foot(u), r.y + r.h * 0.74)
            .quad(
                (foot(t) + foot(u)) / 2.0,
                r.bottom() + r.h * 0.16,
                foot(t),
                r.y + r.h * 0.74,
            )
            .close()
            .end();
        out.push(fill(d, b.w(), b.h(), color));
    }
}

/// Strings of bulbs from house to house.
fn strings(b: &Backdrop<'_>, out: &mut Vec<Node>, y: f32) {
    if !b.allows("string light") {
        return;
    }
    let dark = b.light.is_night() || b.light.is_low();
    let wire = b.light.lit(Rgba::hex(0x2e3440), 0.1);
    for (from, to, sag) in [(0.34_f32, 0.24_f32, 0.12_f32), (0.16, 0.3, 0.14)] {
        let (a, c) = (y * from + y * 0.2, y * to + y * 0.2);
        let at = |t: f32| {
            let drop = 4.0 * t * (1.0 - t) * sag * y;
            (b.w() * t, a + (c - a) * t + drop)
        };
        let mut pen = Pen::new().go(0.0, a);
        for i in 1..=12 {
            let (x, y) = at(i as f32 / 12.0);
            pen = pen.line(x, y);
        }
        out.push(line(pen.end(), b.w(), b.h(), wire, 2.0));
        for i in 0..11 {
            let (x, y) = at((i as f32 + 0.6) / 11.4);
            let d = (b.w() * 0.014).max(5.0);
            if dark {
                out.push(glow(x, y + d, d * 3.0, Rgba::hex(0xffd98a), 0.55));
            }
            out.push(oval(
                Rect::around(x, y + d * 0.7, d, d * 1.2),
                Rgba::hex(0xffe9b0),
            ));
        }
    }
}

/// A terrace or balcony: boards, a railing, and the town beyond.
pub fn terrace(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    skyline(b, out, "far blocks", y, b.h() * 0.3, 0.66);
    skyline(b, out, "near blocks", y, b.h() * 0.16, 0.44);
    let tile = b.light.ground(Rgba::hex(0xd9b48a));
    let iron = b.light.lit(Rgba::hex(0x3b4350), 0.06);
    let top = y - b.h() * 0.13;
    let mut bars = Pen::new();
    let n = 22;
    for i in 0..=n {
        let x = b.w() * i as f32 / n as f32;
        bars = bars.go(x, top).line(x, y + run * 0.03);
    }
    out.push(line(
        bars.end(),
        b.w(),
        b.h(),
        iron,
        (b.w() * 0.005).max(2.0),
    ));
    for (at, thick) in [(top, 0.014), (y + run * 0.01, 0.008)] {
        out.push(
            rect()
                .bounds(0.0, at - b.h() * thick * 0.5, b.w(), b.h() * thick)
                .fill(iron),
        );
    }
    out.push(
        rect()
            .bounds(0.0, y + run * 0.03, b.w(), run)
            .fill(downward(&[
                b.light.lit(tile, 0.1),
                tile,
                lighter(tile, -0.04),
            ])),
    );
    let mut seams = Pen::new();
    for i in 0..=12 {
        let k = i as f32 / 12.0 - 0.5;
        seams = seams
            .go(b.w() * (0.5 + k * 1.1), y + run * 0.03)
            .line(b.w() * (0.5 + k * 2.2), b.h());
    }
    for t in [0.12_f32, 0.26, 0.46, 0.72] {
        seams = seams.go(0.0, y + run * t).line(b.w(), y + run * t);
    }
    out.push(line(
        seams.end(),
        b.w(),
        b.h(),
        lighter(tile, -0.08).faded(0.7),
        1.8,
    ));
    out.push(
        rect()
            .bounds(0.0, y + run * 0.03, b.w(), run * 0.012)
            .fill(lighter(tile, -0.12)),
    );
}
