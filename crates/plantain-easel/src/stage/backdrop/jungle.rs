//! The jungle: foliage in many greens, palms, fronds that frame the view, vines from above.

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::sky::sky;
use super::{Backdrop, patch, plants};
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, line, oval};
use crate::stage::rect::Rect;

/// Leaves of a palm.
const FRONDS: usize = 9;

/// Walls of leaves in three depths, palms among them, broad leaves at the edges.
pub fn jungle(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let mut rng = b.rng("jungle");
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let greens = [0x2f7d4f, 0x3f8f4a, 0x2a6b45, 0x58a04a];
    for (depth, height) in [(0.62_f32, 0.5_f32), (0.42, 0.36)] {
        canopy(b, out, &mut rng, (y, b.h() * height), (&greens, depth));
        if b.allows("palm tree") && b.allows("tree") {
            for i in 0..4 {
                let x = b.w() * (i as f32 + rng.range(0.2, 0.8)) / 4.0;
                let k = b.h() * (height + rng.range(-0.02, 0.14));
                let leaf = b.light.lit(Rgba::hex(*rng.pick(&greens)), depth - 0.1);
                out.extend(palm(b, &mut rng, (x, y + run * 0.03), k, leaf));
            }
        }
    }
    let floor = b.light.ground(Rgba::hex(0x4d7d3c));
    out.push(b.plane(floor));
    for _ in 0..9 {
        let (x, y, s) = b.spot(&mut rng, 0.1, 1.0);
        out.push(patch(x, y, 160.0 * s, lighter(floor, 0.05), 0.5));
    }
    for i in 0..12 {
        let x = b.w() * (i as f32 + rng.range(0.0, 1.0)) / 12.0;
        let leaf = b.light.lit(Rgba::hex(*rng.pick(&greens)), 0.2);
        tuft(b, out, &mut rng, (x, y + run * 0.07), (b.h() * 0.1, leaf));
    }
    out.push(plants::tufts(b, &mut rng, 40, lighter(floor, -0.06)));
    if b.allows("vine") {
        vines(b, out, &mut rng);
    }
    frame(b, out, &mut rng);
}

/// A wall of leaves with a lumpy upper edge.
fn canopy(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    rng: &mut Rng,
    (foot, height): (f32, f32),
    (greens, depth): (&[u32], f32),
) {
    let n = 11;
    let ground = b.light.lit(Rgba::hex(greens[0]), depth);
    out.push(
        plantain_scene::build::rect()
            .bounds(0.0, foot - height * 0.6, b.w(), height * 0.62)
            .fill(ground),
    );
    for row in 0..3 {
        for i in 0..n {
            let x = b.w() * (i as f32 + rng.range(0.0, 1.0)) / n as f32;
            let top = foot - height * (1.0 - 0.3 * row as f32) * rng.range(0.72, 1.0);
            let w = b.w() * rng.range(0.13, 0.22);
            let color = b.light.lit(Rgba::hex(*rng.pick(greens)), depth);
            out.push(oval(
                Rect::new(x - w / 2.0, top, w, w * 0.8),
                lighter(color, rng.range(-0.03, 0.03)),
            ));
        }
    }
}

/// A palm that leans, on its foot.
fn palm(
    b: &Backdrop<'_>,
    rng: &mut Rng,
    (x, base): (f32, f32),
    height: f32,
    leaf: Rgba,
) -> Vec<Node> {
    let lean = height * rng.range(-0.16, 0.16);
    let (tx, ty) = (x + lean, base - height * 0.78);
    let w = height * 0.03;
    let trunk = Pen::new()
        .go(x - w, base)
        .quad(
            x - w * 0.4 + lean * 0.2,
            base - height * 0.4,
            tx - w * 0.5,
            ty,
        )
        .line(tx + w * 0.5, ty)
        .quad(x + w * 0.8 + lean * 0.2, base - height * 0.4, x + w, base)
        .close()
        .end();
    let bark = b.light.lit(Rgba::hex(0x7a5a3c), 0.25);
    let mut nodes = vec![fill(trunk, b.w(), b.h(), bark)];
    for i in 0..FRONDS {
        let t = i as f32 / (FRONDS - 1) as f32;
        let a = std::f32::consts::PI * (1.08 * t - 0.04) + rng.range(-0.08, 0.08);
        let reach = height * rng.range(0.3, 0.38);
        let tip = (
            tx - libm::cosf(a) * reach,
            ty - libm::sinf(a) * reach * 0.62 + reach * 0.3,
        );
        let tone = lighter(leaf, if i % 2 == 0 { 0.0 } else { -0.035 });
        nodes.push(blade(b, (tx, ty), tip, reach * 0.2, tone));
    }
    nodes
}

/// A leaf that arches from its stem to its tip.
fn blade(b: &Backdrop<'_>, from: (f32, f32), to: (f32, f32), wide: f32, color: Rgba) -> Node {
    let rise = (to.0 - from.0).abs() * 0.34 + wide * 0.4;
    let mid = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0 - rise);
    let d = Pen::new()
        .go(from.0, from.1)
        .quad(mid.0, mid.1 - wide * 0.6, to.0, to.1)
        .quad(mid.0, mid.1 + wide, from.0, from.1)
        .close()
        .end();
    fill(d, b.w(), b.h(), color)
}

/// Long leaves out of one root.
fn tuft(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    rng: &mut Rng,
    (x, base): (f32, f32),
    (height, leaf): (f32, Rgba),
) {
    for i in 0..5 {
        let t = i as f32 / 2.0 - 1.0;
        let tip = (
            x + t * height * 0.9,
            base - height * (1.0 - 0.5 * t.abs()) * rng.range(0.8, 1.1),
        );
        let tone = lighter(leaf, 0.03 * (i % 2) as f32);
        out.push(blade(b, (x, base), tip, height * 0.2, tone));
    }
}

/// Vines that hang from the leaves above, beside the middle.
fn vines(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng) {
    let green = b.light.lit(Rgba::hex(0x3c6b35), 0.1);
    for x in [0.08_f32, 0.2, 0.74, 0.9] {
        let x = b.w() * (x + rng.range(-0.04, 0.04));
        let long = b.h() * rng.range(0.2, 0.42);
        let sway = b.w() * rng.range(-0.03, 0.03);
        let d = Pen::new()
            .go(x, -4.0)
            .cubic((x + sway, long * 0.3), (x - sway, long * 0.7), (x, long))
            .end();
        out.push(line(d, b.w(), b.h(), green, b.h() * 0.004));
        for i in 1..7 {
            let at = (x + sway * 0.2, long * i as f32 / 6.5);
            let side = if i % 2 == 0 { 1.0 } else { -1.0 };
            let tip = (at.0 + side * b.h() * 0.026, at.1 + b.h() * 0.012);
            out.push(blade(b, at, tip, b.h() * 0.016, lighter(green, 0.05)));
        }
    }
}

/// Broad leaves in the upper corners and at the lower edge frame the view.
fn frame(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng) {
    let dark = b.light.lit(Rgba::hex(0x1f5a3c), 0.0);
    let (w, h) = (b.w(), b.h());
    for side in [0.0_f32, 1.0] {
        let inward = if side < 0.5 { 1.0 } else { -1.0 };
        for i in 0..5 {
            let t = i as f32 / 4.0;
            let from = (w * side - inward * 0.03 * w, h * (0.02 + 0.05 * t));
            let tip = (
                from.0 + inward * w * (0.26 - 0.1 * t) * rng.range(0.85, 1.1),
                h * (0.07 + 0.17 * t),
            );
            out.push(blade(
                b,
                from,
                tip,
                h * 0.05,
                lighter(dark, 0.03 * (i % 2) as f32),
            ));
        }
        let leaf = lighter(dark, 0.04);
        tuft(b, out, rng, (w * side, h * 1.02), (h * 0.26, leaf));
    }
}
