//! An avenue between fronts that run to one point.

use plantain_read::{Season, Weather};
use plantain_scene::Rgba;
use plantain_scene::build::{object, rect};
use plantain_scene::node::Node;

use super::super::Backdrop;
use super::super::sky::sky;
use super::{is_dark, is_wet};
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow, line, oval};
use crate::stage::rect::Rect;

/// Colours of signs that glow.
const SIGNS: [u32; 6] = [0xff3fb4, 0x27d9ff, 0xffb02e, 0x7dff6a, 0xb06bff, 0xff5555];

/// A street in one-point perspective, with house fronts on both sides.
pub fn avenue(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let view = View::of(b);
    far_towers(b, out, &view);
    roadway(b, out, &view);
    let mut signs = Vec::new();
    for side in [-1.0_f32, 1.0] {
        fronts(b, out, &view, side, &mut signs);
    }
    if is_wet(b) || is_dark(b) {
        reflections(b, out, &view, &signs);
    }
    traffic(b, out, &view);
    lamps(b, out, &view);
}

/// Where the lines of the street meet, and how far the eye is above the ground.
struct View {
    x: f32,
    y: f32,
    /// Half the width of road and pavements at the nearest edge.
    road: f32,
    walls: f32,
    eye: f32,
}

/// Nearest and farthest front, as factors of size.
const NEAR: f32 = 1.25;
const FAR: f32 = 0.09;

impl View {
    fn of(b: &Backdrop<'_>) -> Self {
        let mut rng = b.rng("avenue");
        Self {
            x: b.w() * rng.range(0.42, 0.58),
            y: b.horizon(),
            road: b.w() * 0.4,
            walls: b.w() * 0.62,
            eye: b.h() - b.horizon(),
        }
    }

    /// Returns a point at a side (-1 to 1 at the walls), a height in units of the eye's, and a size factor.
    fn at(&self, side: f32, high: f32, s: f32) -> (f32, f32) {
        (
            self.x + side * self.walls * s,
            self.y + self.eye * (1.0 - high) * s,
        )
    }
}

fn far_towers(b: &Backdrop<'_>, out: &mut Vec<Node>, v: &View) {
    let mut rng = b.rng("far towers");
    for depth in [0.72_f32, 0.56] {
        let mut pen = Pen::new();
        let mut x = v.x - b.w() * 0.24;
        while x < v.x + b.w() * 0.24 {
            let w = b.w() * rng.range(0.025, 0.05);
            let k = b.h() * rng.range(0.07, 0.2) * (1.25 - depth);
            pen = pen
                .go(x, v.y + 6.0)
                .line(x, v.y - k)
                .line(x + w, v.y - k)
                .line(x + w, v.y + 6.0)
                .close();
            x += w * rng.range(0.9, 1.2);
        }
        out.push(b.layer(pen.end(), b.light.lit(Rgba::hex(0x5d6b86), depth)));
    }
    if is_dark(b) {
        out.push(glow(v.x, v.y, b.w() * 0.3, Rgba::hex(0xffa95c), 0.32));
    }
}

fn roadway(b: &Backdrop<'_>, out: &mut Vec<Node>, v: &View) {
    let snow = b.light.season == Season::Winter && b.light.weather == Weather::Snow;
    let stone = b
        .light
        .lit(Rgba::hex(if snow { 0xe8eef4 } else { 0xb9b4ac }), 0.05);
    out.push(
        rect()
            .bounds(0.0, v.y, b.w(), b.h() - v.y)
            .fill(downward(&[b.light.lit(stone, 0.3), stone])),
    );
    let tar = b.light.ground(Rgba::hex(0x4c5361));
    let wedge = |half: f32| {
        let s = NEAR * 1.1;
        let y = v.y + v.eye * s;
        Pen::new()
            .go(v.x, v.y)
            .line(v.x + half * s, y)
            .line(v.x - half * s, y)
            .close()
            .end()
    };
    out.push(b.layer(wedge(v.road * 1.06), lighter(stone, -0.1)));
    out.push(fill(
        wedge(v.road),
        b.w(),
        b.h(),
        downward(&[b.light.lit(tar, 0.3), tar, lighter(tar, -0.03)]),
    ));
    let white = b.light.lit(Rgba::hex(0xf7f3e6), 0.04).faded(0.85);
    let mut dashes = Pen::new();
    let mut s = FAR;
    while s < NEAR {
        let e = s * 1.22;
        let half = v.road * 0.022;
        dashes = quad(
            dashes,
            [
                (v.x - half * s, v.y + v.eye * s),
                (v.x + half * s, v.y + v.eye * s),
                (v.x + half * e, v.y + v.eye * e),
                (v.x - half * e, v.y + v.eye * e),
            ],
        );
        s = e * 1.22;
    }
    out.push(b.layer(dashes.end(), white));
    // A crossing near the eye.
    let mut stripes = Pen::new();
    for i in 0..9 {
        let x = |k: f32, s: f32| v.x + (-1.0 + (i as f32 + k) * 2.0 / 9.0) * v.road * 0.96 * s;
        let (s, e) = (0.7, 0.86);
        stripes = quad(
            stripes,
            [
                (x(0.2, s), v.y + v.eye * s),
                (x(0.75, s), v.y + v.eye * s),
                (x(0.75, e), v.y + v.eye * e),
                (x(0.2, e), v.y + v.eye * e),
            ],
        );
    }
    out.push(b.layer(stripes.end(), white));
}

pub(super) fn quad(pen: Pen, [a, b, c, d]: [(f32, f32); 4]) -> Pen {
    pen.go(a.0, a.1)
        .line(b.0, b.1)
        .line(c.0, c.1)
        .line(d.0, d.1)
        .close()
}

/// Fronts along one side, far ones first; glowing signs are told to `signs`.
fn fronts(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    v: &View,
    side: f32,
    signs: &mut Vec<(f32, f32, Rgba)>,
) {
    let mut rng = b.rng(if side < 0.0 {
        "left fronts"
    } else {
        "right fronts"
    });
    let walls = [
        0xd8b48c, 0xb8755c, 0x8fa3a8, 0xe3d3b4, 0x9d8bab, 0x8798b5, 0xc98f7a, 0x6f7f8f,
    ];
    let mut edges = vec![FAR];
    while *edges.last().unwrap_or(&NEAR) < NEAR {
        let last = edges[edges.len() - 1];
        edges.push(last * rng.range(1.36, 1.62));
    }
    for pair in edges.windows(2) {
        let (far, near) = (pair[0], pair[1]);
        let depth = (0.5 - near * 0.62).clamp(0.0, 0.5);
        let wall = b.light.lit(Rgba::hex(*rng.pick(&walls)), depth);
        let tall = rng.range(3.0, 6.4);
        let face = [
            v.at(side, tall, far),
            v.at(side, tall, near),
            v.at(side, 0.0, near),
            v.at(side, 0.0, far),
        ];
        // What faces the viewer is lighter than what runs away.
        let shade = if side == b.light.side { -0.05 } else { 0.015 };
        out.push(b.layer(quad(Pen::new(), face).end(), lighter(wall, shade)));
        let cap = [
            v.at(side, tall + 0.12, far),
            v.at(side * 0.985, tall + 0.12, near),
            v.at(side * 0.985, tall - 0.06, near),
            v.at(side, tall - 0.06, far),
        ];
        out.push(b.layer(quad(Pen::new(), cap).end(), lighter(wall, -0.08)));
        panes(b, out, v, side, (far, near, tall), wall, &mut rng);
        ground_floor(b, out, v, side, (far, near), &mut rng, signs);
    }
}

fn panes(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    v: &View,
    side: f32,
    (far, near, tall): (f32, f32, f32),
    wall: Rgba,
    rng: &mut Rng,
) {
    let dark = is_dark(b);
    let columns = 4;
    let rows = ((tall - 1.0) / 0.62) as usize;
    let (mut lit, mut unlit) = (Pen::new(), Pen::new());
    // Even steps on the wall are uneven on the canvas: depth goes by the inverse of size.
    let depth = |t: f32| 1.0 / (1.0 / far + (1.0 / near - 1.0 / far) * t);
    for row in 0..rows {
        for column in 0..columns {
            let t = (column as f32 + 0.24) / columns as f32;
            let (s, e) = (depth(t), depth(t + 0.52 / columns as f32));
            let low = 1.22 + row as f32 * 0.62;
            let pane = [
                v.at(side, low + 0.38, s),
                v.at(side, low + 0.38, e),
                v.at(side, low, e),
                v.at(side, low, s),
            ];
            if dark && rng.chance(0.52) {
                lit = quad(lit, pane);
            } else {
                unlit = quad(unlit, pane);
            }
        }
    }
    let glass = if dark {
        lighter(wall, -0.09)
    } else {
        b.light.lit(Rgba::hex(0x86b2cf), 0.15)
    };
    out.push(b.layer(unlit.end(), glass));
    out.push(b.layer(lit.end(), Rgba::hex(0xffd884)));
}

/// Shop windows, awnings by day, glowing signs by night.
fn ground_floor(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    v: &View,
    side: f32,
    (far, near): (f32, f32),
    rng: &mut Rng,
    signs: &mut Vec<(f32, f32, Rgba)>,
) {
    let dark = is_dark(b);
    let mix = |t: f32| 1.0 / (1.0 / far + (1.0 / near - 1.0 / far) * t);
    let (s, e) = (mix(0.1), mix(0.9));
    let shop = [
        v.at(side, 0.82, s),
        v.at(side, 0.82, e),
        v.at(side, 0.05, e),
        v.at(side, 0.05, s),
    ];
    let glass = if dark {
        Rgba::hex(0xffe2a6)
    } else {
        b.light.lit(Rgba::hex(0x5d7f93), 0.1)
    };
    out.push(b.layer(quad(Pen::new(), shop).end(), glass));
    let color = Rgba::hex(*rng.pick(&SIGNS));
    let cloth = b.light.lit(
        Rgba::hex(*rng.pick(&[0xc9483c, 0x2f7f6a, 0xe0a23c, 0x3f6ea8])),
        0.1,
    );
    if !dark || rng.chance(0.35) {
        let awning = [
            v.at(side, 1.0, s),
            v.at(side, 1.0, e),
            v.at(side * 0.9, 0.74, e),
            v.at(side * 0.9, 0.74, s),
        ];
        out.push(b.layer(quad(Pen::new(), awning).end(), cloth));
    }
    if !dark {
        return;
    }
    // A sign that stands out from the wall, square to the street.
    let at = mix(rng.range(0.3, 0.7));
    let low = rng.range(1.15, 1.7);
    let (x0, y0) = v.at(side, low + rng.range(0.8, 1.5), at);
    let (x1, y1) = v.at(side * 0.86, low, at);
    let r = Rect::new(x0.min(x1), y0, (x1 - x0).abs(), y1 - y0);
    out.push(glow(r.cx(), r.cy(), r.h * 0.95, color, 0.5));
    out.push(
        rect()
            .bounds(r.x, r.y, r.w, r.h)
            .radius(r.w * 0.16)
            .fill(Rgba::hex(0x14121f))
            .stroke(color, (r.w * 0.09).max(1.5)),
    );
    // Bars and discs stand for letters that nobody asked for.
    let n = 4;
    for i in 0..n {
        let y = r.y + r.h * (0.14 + 0.74 * i as f32 / n as f32);
        let k = r.w * 0.5;
        let mark = Rect::new(r.cx() - k / 2.0, y, k, (r.h / n as f32) * 0.5);
        let lit = color.mix(Rgba::WHITE, 0.45);
        out.push(if i % 2 == 0 {
            oval(mark, lit)
        } else {
            rect()
                .bounds(mark.x, mark.y, mark.w, mark.h * 0.6)
                .radius(2.0)
                .fill(lit)
        });
    }
    // A band of light over the shop.
    let band = [
        v.at(side, 1.02, s),
        v.at(side, 1.02, e),
        v.at(side, 0.92, e),
        v.at(side, 0.92, s),
    ];
    let second = Rgba::hex(*rng.pick(&SIGNS));
    out.push(b.layer(quad(Pen::new(), band).end(), second));
    signs.push((r.cx(), at, color));
    signs.push((v.at(side * 0.92, 0.0, mix(0.5)).0, mix(0.5), second));
}

/// Light of signs and windows that runs down the wet ground.
fn reflections(b: &Backdrop<'_>, out: &mut Vec<Node>, v: &View, signs: &[(f32, f32, Rgba)]) {
    let mut rng = b.rng("reflections");
    let wet = if is_wet(b) { 1.0 } else { 0.4 };
    for (x, s, color) in signs {
        let top = v.y + v.eye * s * 0.98;
        let w = (b.w() * 0.05 * s).max(5.0);
        let pull = v.x + (x - v.x) * 0.8;
        let streak = (b.h() - top).max(10.0) * rng.range(0.55, 0.95);
        out.push(
            rect()
                .bounds(pull - w, top, w * 2.0, streak)
                .radius(w)
                .fill(downward(&[
                    color.faded(0.62 * wet),
                    color.faded(0.22 * wet),
                    color.faded(0.0),
                ])),
        );
        // Ripples break the streak.
        for _ in 0..5 {
            let y = top + streak * rng.unit();
            let k = w * rng.range(0.8, 2.2);
            out.push(oval(
                Rect::around(pull + rng.range(-w, w), y, k * 1.6, 2.0 + 3.0 * s),
                color.mix(Rgba::WHITE, 0.4).faded(0.5 * wet),
            ));
        }
    }
    out.push(
        rect()
            .bounds(v.x - b.w() * 0.05, v.y, b.w() * 0.1, (b.h() - v.y) * 0.8)
            .radius(b.w() * 0.05)
            .fill(downward(&[
                Rgba::hex(0xffc98a).faded(0.5 * wet),
                Rgba::hex(0xffc98a).faded(0.0),
            ])),
    );
}

/// Cars that come and go, where the prompt names none.
fn traffic(b: &Backdrop<'_>, out: &mut Vec<Node>, v: &View) {
    if !b.leads
        || !["car", "taxi", "traffic", "bus", "automobile"]
            .iter()
            .all(|n| b.allows(n))
    {
        return;
    }
    let mut rng = b.rng("traffic");
    let names = ["oncoming-automobile", "oncoming-taxi", "oncoming-bus"];
    for (lane, s) in [(-0.42_f32, 0.24_f32), (0.44, 0.4)] {
        let s = s * rng.range(0.9, 1.1);
        let name = *rng.pick(&names);
        let k = v.eye * 0.95 * s;
        let (x, y) = (v.x + lane * v.road * s, v.y + v.eye * s);
        out.push(oval(Rect::around(x, y, k * 1.2, k * 0.16), b.light.shadow));
        out.push(object(name).bounds(x - k / 2.0, y - k, k, k));
        if is_dark(b) {
            for side in [-0.3_f32, 0.3] {
                out.push(glow(
                    x + side * k,
                    y - k * 0.26,
                    k * 0.36,
                    Rgba::hex(0xfff0c0),
                    0.9,
                ));
            }
        }
    }
}

fn lamps(b: &Backdrop<'_>, out: &mut Vec<Node>, v: &View) {
    if !["street lamp", "street light", "lamp post", "lamp"]
        .iter()
        .all(|n| b.allows(n))
    {
        return;
    }
    let iron = b.light.lit(Rgba::hex(0x2f3540), 0.1);
    for s in [0.16_f32, 0.3, 0.58] {
        for side in [-0.78_f32, 0.78] {
            let (x, foot) = v.at(side, 0.0, s);
            let (_, top) = v.at(side, 2.0, s);
            let reach = -side.signum() * v.eye * 0.28 * s;
            let d = Pen::new()
                .go(x, foot)
                .line(x, top + v.eye * 0.1 * s)
                .quad(x, top, x + reach, top)
                .end();
            out.push(line(d, b.w(), b.h(), iron, (9.0 * s).max(1.5)));
            let head = Rect::around(x + reach, top + 4.0 * s, v.eye * 0.16 * s, v.eye * 0.06 * s);
            if is_dark(b) {
                out.push(glow(
                    head.cx(),
                    head.cy(),
                    v.eye * 0.5 * s,
                    Rgba::hex(0xffdf9a),
                    0.75,
                ));
            }
            out.push(oval(
                head,
                if is_dark(b) {
                    Rgba::hex(0xfff3cf)
                } else {
                    lighter(iron, 0.2)
                },
            ));
        }
    }
}
