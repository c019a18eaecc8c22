//! Streets, parking lots, playing fields.

use plantain_read::Season;
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use super::plants;
use super::sky::sky;
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, line, oval};
use crate::stage::rect::Rect;

/// House fronts behind a pavement and a road.
pub fn street(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let y = b.horizon();
    skyline(b, out, "far blocks", y, b.h() * 0.46, 0.68);
    if b.allows("house") && b.allows("building") && b.allows("skyscraper") {
        fronts(b, out, y);
    } else {
        skyline(b, out, "near blocks", y, b.h() * 0.22, 0.42);
    }
    let run = b.h() - y;
    let kerb = y + run * 0.3;
    let stone = b.light.lit(Rgba::hex(0xcfc8bd), 0.08);
    out.push(
        rect()
            .bounds(0.0, y, b.w(), run * 0.3)
            .fill(downward(&[b.light.lit(stone, 0.14), stone])),
    );
    slabs(b, out, y, kerb, lighter(stone, -0.07));
    out.push(
        rect()
            .bounds(0.0, kerb, b.w(), run * 0.04)
            .fill(lighter(stone, -0.14)),
    );
    let tar = b.light.ground(Rgba::hex(0x5b6270));
    out.push(
        rect()
            .bounds(0.0, kerb + run * 0.04, b.w(), run * 0.7)
            .fill(downward(&[lighter(tar, 0.03), tar])),
    );
    let dash = b.w() * 0.11;
    let white = b.light.lit(Rgba::hex(0xf7f3e6), 0.05);
    for i in 0..6 {
        let x = dash * (1.75 * i as f32 - 0.4);
        out.push(
            rect()
                .bounds(x, kerb + run * 0.4, dash, run * 0.028)
                .radius(2.0)
                .fill(white.faded(0.85)),
        );
    }
    lamps(b, out, y + run * 0.1);
    if b.allows("tree") {
        avenue_trees(b, out, y + run * 0.14);
    }
}

/// Trees on the pavement, with the leaves of the season.
fn avenue_trees(b: &Backdrop<'_>, out: &mut Vec<Node>, base: f32) {
    let mut rng = b.rng("street trees");
    let many = matches!(b.light.season, Season::Autumn | Season::Spring);
    let spots: &[f32] = if many {
        &[0.03, 0.3, 0.66, 0.96]
    } else {
        &[0.02, 0.97]
    };
    for at in spots {
        let x = b.w() * (at + rng.range(-0.03, 0.03));
        let tall = b.h() * rng.range(0.26, 0.34);
        let color = b.light.lit(b.light.leaf(&mut rng), 0.08);
        out.extend(plants::broadleaf(b, &mut rng, x, base, tall, color));
    }
}

/// Marked bays on tarmac, with a low wall and trees behind.
pub fn parking_lot(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let y = b.horizon();
    skyline(b, out, "far blocks", y, b.h() * 0.22, 0.62);
    if b.allows("tree") {
        out.push(plants::treeline(b, "treeline", y + 3.0, b.h() * 0.08, 0.35));
    }
    let run = b.h() - y;
    let tar = b.light.ground(Rgba::hex(0x6a717d));
    out.push(b.plane(tar));
    let grass = b.light.lit(b.light.grass(), 0.2);
    out.push(rect().bounds(0.0, y, b.w(), run * 0.05).fill(grass));
    out.push(
        rect()
            .bounds(0.0, y + run * 0.05, b.w(), run * 0.022)
            .fill(b.light.lit(Rgba::hex(0xd8d4cb), 0.1)),
    );
    let white = b.light.lit(Rgba::hex(0xf7f5ee), 0.0).faded(0.85);
    let vanish = b.w() * 0.5;
    let mut pen = Pen::new();
    for (top, foot) in [(0.12, 0.42), (0.56, 0.99)] {
        let n = 5;
        for i in 0..=n {
            let k = i as f32 / n as f32 - 0.5;
            let spread = |t: f32| b.w() * (0.95 + 0.75 * t);
            pen = pen
                .go(vanish + k * spread(top), y + run * top)
                .line(vanish + k * spread(foot), y + run * foot);
        }
        pen = pen
            .go(vanish - 0.5 * b.w() * (0.95 + 0.75 * top), y + run * top)
            .line(vanish + 0.5 * b.w() * (0.95 + 0.75 * top), y + run * top);
    }
    out.push(line(pen.end(), b.w(), b.h(), white, 5.0));
}

/// A playing field from above, with its markings.
pub fn pitch(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let green = b.light.ground_asked.unwrap_or(Rgba::hex(0x4fa352));
    out.push(rect().bounds(0.0, 0.0, b.w(), b.h()).fill(green));
    let upright = b.h() >= b.w();
    let n = 10;
    for i in (0..n).step_by(2) {
        let t = i as f32 / n as f32;
        let stripe = if upright {
            rect().bounds(0.0, b.h() * t, b.w(), b.h() / n as f32)
        } else {
            rect().bounds(b.w() * t, 0.0, b.w() / n as f32, b.h())
        };
        out.push(stripe.fill(lighter(green, 0.028)));
    }
    let m = b.w().min(b.h()) * 0.06;
    let (w, h) = (b.w() - 2.0 * m, b.h() - 2.0 * m);
    let white = Rgba::WHITE.faded(0.92);
    let stroke = b.w().min(b.h()) * 0.006;
    let frame = |r: Rect| rect().bounds(r.x, r.y, r.w, r.h).stroke(white, stroke);
    out.push(frame(Rect::new(m, m, w, h)));
    let r = w.min(h) * 0.16;
    out.push(
        oval(
            Rect::around(b.w() / 2.0, b.h() / 2.0, 2.0 * r, 2.0 * r),
            Rgba::WHITE.faded(0.0),
        )
        .stroke(white, stroke),
    );
    let (across, deep) = (w.min(h) * 0.5, w.max(h) * 0.14);
    if upright {
        out.push(
            rect()
                .bounds(m, b.h() / 2.0 - stroke / 2.0, w, stroke)
                .fill(white),
        );
        let x = (b.w() - across) / 2.0;
        out.push(frame(Rect::new(x, m, across, deep)));
        out.push(frame(Rect::new(x, m + h - deep, across, deep)));
    } else {
        out.push(
            rect()
                .bounds(b.w() / 2.0 - stroke / 2.0, m, stroke, h)
                .fill(white),
        );
        let y = (b.h() - across) / 2.0;
        out.push(frame(Rect::new(m, y, deep, across)));
        out.push(frame(Rect::new(m + w - deep, y, deep, across)));
    }
}

/// A row of blocks with windows, lit at night.
pub(super) fn skyline(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    name: &str,
    base: f32,
    height: f32,
    depth: f32,
) {
    let mut rng = b.rng(name);
    let wall = b.light.lit(Rgba::hex(0x6d7f99), depth);
    let mut blocks = Pen::new();
    let mut panes = Pen::new();
    let mut x = -b.w() * 0.03;
    while x < b.w() {
        let w = b.w() * rng.range(0.07, 0.14);
        let k = height * rng.range(0.45, 1.0);
        blocks = blocks
            .go(x, base + 4.0)
            .line(x, base - k)
            .line(x + w, base - k)
            .line(x + w, base + 4.0)
            .close();
        panes = windows(
            panes,
            &mut rng,
            Rect::new(x, base - k, w, k),
            b.light.is_night(),
        );
        x += w * rng.range(0.92, 1.15);
    }
    out.push(b.layer(blocks.end(), wall));
    out.push(b.layer(panes.end(), pane_color(b, wall)));
}

fn windows(mut pen: Pen, rng: &mut Rng, r: Rect, night: bool) -> Pen {
    let (cols, step) = (3, r.w / 3.6);
    let rows = ((r.h / step) as usize).clamp(1, 12);
    let share = if night { 0.55 } else { 0.4 };
    for row in 0..rows {
        for col in 0..cols {
            if !rng.chance(share) {
                continue;
            }
            let x = r.x + step * (0.45 + col as f32);
            let y = r.y + step * (0.5 + row as f32);
            let k = step * 0.48;
            if y + k < r.bottom() - step * 0.4 {
                pen = pen
                    .go(x, y)
                    .line(x + k, y)
                    .line(x + k, y + k)
                    .line(x, y + k)
                    .close();
            }
        }
    }
    pen
}

fn pane_color(b: &Backdrop<'_>, wall: Rgba) -> Rgba {
    if b.light.is_night() || b.light.is_low() {
        Rgba::hex(0xffd67a).faded(0.85)
    } else {
        lighter(wall, 0.07)
    }
}

/// Narrow house fronts with doors, windows and roofs.
pub(super) fn fronts(b: &Backdrop<'_>, out: &mut Vec<Node>, base: f32) {
    let mut rng = b.rng("fronts");
    let walls = [
        0xe8c9a0, 0xd99a7c, 0x9fb8ad, 0xefe0c2, 0xc9b3cf, 0xa9bfd8, 0xe3b5a4,
    ];
    let roofs = [0x8c4a3a, 0x5f6673, 0x7a5a48];
    let mut x = -b.w() * 0.05;
    let mut last = usize::MAX;
    while x < b.w() {
        let w = b.w() * rng.range(0.15, 0.21);
        let k = b.h() * rng.range(0.26, 0.38);
        let mut pick = rng.below(walls.len());
        if pick == last {
            pick = (pick + 1) % walls.len();
        }
        last = pick;
        let wall = b.light.lit(Rgba::hex(walls[pick]), 0.26);
        let roof = b.light.lit(Rgba::hex(*rng.pick(&roofs)), 0.26);
        out.push(rect().bounds(x, base - k, w, k + 2.0).fill(wall));
        if rng.chance(0.5) {
            let d = Pen::new()
                .go(x - 3.0, base - k)
                .line(x + w / 2.0, base - k - w * 0.32)
                .line(x + w + 3.0, base - k)
                .close()
                .end();
            out.push(b.layer(d, roof));
        } else {
            let cap = b.h() * 0.016;
            out.push(
                rect()
                    .bounds(x - 3.0, base - k - cap, w + 6.0, cap)
                    .fill(roof),
            );
        }
        front_parts(b, out, &mut rng, Rect::new(x, base - k, w, k), wall);
        x += w;
    }
}

fn front_parts(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng, r: Rect, wall: Rgba) {
    let glass = if b.light.is_night() || b.light.is_low() {
        Rgba::hex(0xffdb8a)
    } else {
        b.light.lit(Rgba::hex(0x8fb4cc), 0.22)
    };
    let trim = lighter(wall, 0.07);
    let (pw, ph) = (r.w * 0.22, r.h * 0.2);
    for row in 0..2 {
        for col in 0..2 {
            let x = r.x + r.w * (0.18 + 0.42 * col as f32);
            let y = r.y + r.h * (0.12 + 0.3 * row as f32);
            out.push(rect().bounds(x, y, pw, ph).fill(glass).stroke(trim, 3.0));
        }
    }
    let door = b.light.lit(
        Rgba::hex(*rng.pick(&[0x7a3b2e, 0x2f5d62, 0x34495e, 0x6b4f3a])),
        0.2,
    );
    if b.allows("door") {
        let x = r.x + r.w * if rng.chance(0.5) { 0.18 } else { 0.58 };
        let h = r.h * 0.27;
        out.push(
            rect()
                .bounds(x, r.bottom() - h, r.w * 0.24, h)
                .fill(door)
                .stroke(trim, 2.5),
        );
    }
}

pub(super) fn slabs(b: &Backdrop<'_>, out: &mut Vec<Node>, top: f32, bottom: f32, color: Rgba) {
    let mut pen = Pen::new();
    let n = 14;
    for i in 0..=n {
        let k = i as f32 / n as f32 - 0.5;
        pen = pen
            .go(b.w() * (0.5 + k * 1.0), top)
            .line(b.w() * (0.5 + k * 1.5), bottom);
    }
    pen = pen
        .go(0.0, (top + bottom) / 2.0)
        .line(b.w(), (top + bottom) / 2.0);
    out.push(line(pen.end(), b.w(), b.h(), color.faded(0.7), 1.8));
}

fn lamps(b: &Backdrop<'_>, out: &mut Vec<Node>, base: f32) {
    if !b.allows("street light") || !b.allows("lamp") {
        return;
    }
    let iron = b.light.lit(Rgba::hex(0x39424e), 0.15);
    let k = b.h() * 0.3;
    for x in [0.06, 0.94] {
        let x = b.w() * x;
        out.push(
            rect()
                .bounds(x - 2.5, base - k, 5.0, k)
                .radius(2.5)
                .fill(iron),
        );
        if b.light.is_night() {
            out.push(crate::stage::pen::glow(
                x,
                base - k,
                b.w() * 0.12,
                Rgba::hex(0xffdf94),
                0.6,
            ));
        }
        let light = if b.light.is_night() {
            Rgba::hex(0xfff0c4)
        } else {
            b.light.lit(Rgba::hex(0xf3ead2), 0.1)
        };
        out.push(oval(Rect::around(x, base - k, 20.0, 20.0), light).stroke(iron, 3.0));
    }
}
