//! Trees, bushes, grass and flowers of backdrops.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, oval};
use crate::stage::rect::Rect;

/// Returns a conifer of stacked skirts that stands on `(x, base)`.
pub fn conifer(b: &Backdrop<'_>, x: f32, base: f32, height: f32, color: Rgba) -> Vec<Node> {
    let w = height * 0.46;
    let trunk = b.light.lit(Rgba::hex(0x6b4a2f), 0.1);
    let mut nodes = vec![
        rect()
            .bounds(
                x - height * 0.025,
                base - height * 0.14,
                height * 0.05,
                height * 0.14,
            )
            .fill(trunk),
    ];
    let mut d = Pen::new();
    let mut shade = Pen::new();
    for i in 0..3 {
        let t = i as f32;
        let top = base - height * (0.5 + 0.25 * t).min(1.0);
        let foot = base - height * (0.1 + 0.22 * t);
        let half = w * (0.5 - 0.12 * t);
        d = d
            .go(x, top)
            .line(x + half, foot)
            .quad(x, foot + height * 0.035, x - half, foot)
            .close();
        let side = if b.light.side < 0.0 { half } else { -half };
        shade = shade
            .go(x, top)
            .line(x + side, foot)
            .quad(
                x + side * 0.4,
                foot + height * 0.03,
                x,
                foot + height * 0.01,
            )
            .close();
    }
    nodes.push(fill(d.end(), b.w(), b.h(), color));
    nodes.push(fill(shade.end(), b.w(), b.h(), lighter(color, -0.05)));
    nodes
}

/// Returns a round-headed tree that stands on `(x, base)`.
pub fn broadleaf(
    b: &Backdrop<'_>,
    rng: &mut Rng,
    x: f32,
    base: f32,
    height: f32,
    color: Rgba,
) -> Vec<Node> {
    let trunk = b.light.lit(Rgba::hex(0x7a5236), 0.1);
    let w = height * 0.07;
    let stem = Pen::new()
        .go(x - w, base)
        .quad(
            x - w * 0.4,
            base - height * 0.2,
            x - w * 0.5,
            base - height * 0.55,
        )
        .line(x + w * 0.5, base - height * 0.55)
        .quad(x + w * 0.4, base - height * 0.2, x + w, base)
        .close()
        .end();
    let mut nodes = vec![fill(stem, b.w(), b.h(), trunk)];
    let r = height * 0.27;
    let top = base - height + r;
    let lump = rng.range(-0.12, 0.12);
    let dark = lighter(color, -0.05);
    let side = b.light.side;
    for (dx, dy, k, tone) in [
        (-0.75 * side, 0.6, 0.85, dark),
        (0.78 * side, 0.55 + lump, 0.8, color),
        (0.0, 0.1, 1.12, color),
        (0.34 * side, -0.2 + lump, 0.62, lighter(color, 0.045)),
    ] {
        let d = r * 2.0 * k;
        nodes.push(oval(
            Rect::around(x + dx * r, top + dy * r, d, d * 0.95),
            tone,
        ));
    }
    nodes
}

/// Returns a low bush on `(x, base)`.
pub fn bush(x: f32, base: f32, w: f32, color: Rgba) -> Vec<Node> {
    [(-0.28, 0.55, 0.0), (0.26, 0.6, 0.0), (0.0, 0.72, 0.03)]
        .iter()
        .map(|(dx, k, tone)| {
            let d = w * k;
            oval(
                Rect::around(x + dx * w, base - d * 0.34, d, d * 0.8),
                lighter(color, *tone),
            )
        })
        .collect()
}

/// Returns tufts of grass over the ground as one path.
pub fn tufts(b: &Backdrop<'_>, rng: &mut Rng, n: usize, color: Rgba) -> Node {
    let mut pen = Pen::new();
    for _ in 0..n {
        let (x, y, s) = b.spot(rng, 0.08, 1.0);
        let k = 15.0 * s;
        for lean in [-0.55, 0.0, 0.5] {
            pen = pen
                .go(x + lean * k * 0.4 - k * 0.09, y)
                .quad(x + lean * k * 0.5, y - k * 0.6, x + lean * k, y - k)
                .quad(
                    x + lean * k * 0.7,
                    y - k * 0.4,
                    x + lean * k * 0.4 + k * 0.09,
                    y,
                )
                .close();
        }
    }
    b.layer(pen.end(), color)
}

/// Returns small flowers strewn over the ground.
pub fn flowers(b: &Backdrop<'_>, rng: &mut Rng, n: usize) -> Vec<Node> {
    let hues = [0xffffff, 0xffd84d, 0xff8fab, 0xc8a2ff, 0xff7043];
    let mut nodes = Vec::with_capacity(n * 2);
    for _ in 0..n {
        let (x, y, s) = b.spot(rng, 0.12, 1.0);
        let color = b.light.lit(Rgba::hex(*rng.pick(&hues)), 0.0);
        let r = 4.6 * s;
        nodes.push(oval(Rect::around(x, y - r, r * 2.0, r * 1.7), color));
        nodes.push(oval(
            Rect::around(x, y - r, r * 0.8, r * 0.7),
            b.light.lit(Rgba::hex(0xf6b93b), 0.0),
        ));
    }
    nodes
}

/// Paints firs along a line, those behind hazier and higher than those before.
pub fn firs(b: &Backdrop<'_>, out: &mut Vec<Node>, base: f32, height: f32) {
    let mut rng = b.rng("firs");
    for (depth, k, step) in [
        (0.62_f32, 1.25_f32, 0.045_f32),
        (0.4, 1.0, 0.06),
        (0.22, 0.72, 0.085),
    ] {
        let color = b.light.lit(Rgba::hex(0x2c5f4b), depth);
        let mut x = -0.03 * b.w();
        while x < 1.03 * b.w() {
            let tall = height * k * rng.range(0.7, 1.1);
            let tone = lighter(color, rng.range(-0.015, 0.015));
            out.extend(conifer(
                b,
                x,
                base + height * 0.04 * (1.0 - depth),
                tall,
                tone,
            ));
            x += b.w() * step * rng.range(0.7, 1.3);
        }
    }
}

/// Returns a row of trees along a line, far and hazy.
pub fn treeline(b: &Backdrop<'_>, purpose: &str, base: f32, height: f32, depth: f32) -> Node {
    let mut rng = b.rng(purpose);
    let color = b.light.lit(b.light.leaf(&mut rng), depth);
    let mut pen = Pen::new().go(-20.0, base + 2.0);
    let mut x = -20.0;
    while x < b.w() + 20.0 {
        let w = height * rng.range(0.5, 0.95);
        let top = base - height * rng.range(0.55, 1.0);
        pen = pen.cubic(
            (x - w * 0.1, top),
            (x + w * 1.1, top),
            (x + w, base - height * 0.2),
        );
        x += w;
    }
    b.layer(pen.line(x, base + 2.0).close().end(), color)
}
