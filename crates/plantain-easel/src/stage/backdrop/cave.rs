//! A cave: walls that open one behind the other towards a faint light, stone that hangs and stands.

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::{Backdrop, patch};
use crate::rng::Rng;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow};

/// Steps of the edge of an opening.
const STEPS: usize = 26;
/// The openings from far to near: height of the vault as a share of the wall, how straight the sides rise, colour.
const VAULTS: [(f32, f32, u32); 3] = [
    (0.42, 2.2, 0x3d3849),
    (0.24, 4.0, 0x2f2b3a),
    (0.1, 8.0, 0x211e2a),
];
const DEEP: u32 = 0x575066;
const FLOOR: u32 = 0x38333f;

/// The chamber with its floor; the way in is behind who looks.
pub fn cave(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("cave");
    let y = b.horizon();
    out.push(
        plantain_scene::build::rect()
            .bounds(0.0, 0.0, b.w(), b.h())
            .fill(downward(&[
                lighter(Rgba::hex(DEEP), -0.12),
                Rgba::hex(DEEP),
            ])),
    );
    let light = b.w().min(b.h()) * 0.7;
    out.push(glow(
        b.w() * 0.5,
        y * 0.86,
        light * 0.5,
        Rgba::hex(0x9d94b8),
        0.4,
    ));
    for (rise, bend, color) in VAULTS {
        let color = Rgba::hex(color);
        let edge = vault(b, &mut rng, rise, bend);
        out.push(wall(b, &edge, color));
        if b.allows("stalactite") {
            hanging(b, out, &mut rng, &edge, color);
        }
    }
    out.push(b.plane(Rgba::hex(FLOOR)));
    for _ in 0..10 {
        let (x, y, s) = b.spot(&mut rng, 0.05, 1.0);
        out.push(patch(x, y, 170.0 * s, lighter(Rgba::hex(FLOOR), 0.05), 0.6));
    }
    if b.allows("stalagmite") {
        standing(b, out, &mut rng);
    }
}

/// The edge of an opening from left to right.
fn vault(b: &Backdrop<'_>, rng: &mut Rng, rise: f32, bend: f32) -> Vec<(f32, f32)> {
    let y = b.horizon();
    (0..=STEPS)
        .map(|i| {
            let t = i as f32 / STEPS as f32;
            let side = libm::powf((2.0 * t - 1.0).abs(), bend);
            let top = y * rise;
            let jag = y * rng.range(-0.03, 0.03);
            (b.w() * t, (top + (y - top) * side + jag).min(y + 2.0))
        })
        .collect()
}

/// The stone around an opening.
fn wall(b: &Backdrop<'_>, edge: &[(f32, f32)], color: Rgba) -> Node {
    let foot = b.horizon() + 2.0;
    let mut pen = Pen::new().go(0.0, 0.0).line(b.w(), 0.0).line(b.w(), foot);
    for (x, y) in edge.iter().rev() {
        pen = pen.line(*x, *y);
    }
    fill(pen.line(0.0, foot).close().end(), b.w(), b.h(), color)
}

/// Spikes along the upper part of an opening.
fn hanging(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng, edge: &[(f32, f32)], color: Rgba) {
    let low = b.horizon() * 0.6;
    let mut pen = Pen::new();
    for (x, y) in edge.iter().skip(2).step_by(2).filter(|(_, y)| *y < low) {
        let half = b.w() * rng.range(0.012, 0.022);
        let long = b.horizon() * rng.range(0.06, 0.17);
        let x = x + half * rng.range(-1.0, 1.0);
        pen = pen
            .go(x - half, y - half)
            .line(x + half, y - half)
            .quad(x + half * 0.3, y + long * 0.4, x, y + long)
            .quad(x - half * 0.3, y + long * 0.4, x - half, y - half)
            .close();
    }
    out.push(fill(pen.end(), b.w(), b.h(), color));
}

/// Stones that stand at the foot of the walls, on either side.
fn standing(b: &Backdrop<'_>, out: &mut Vec<Node>, rng: &mut Rng) {
    let run = b.h() - b.horizon();
    for (i, at) in [0.03, 0.1, 0.17, 0.84, 0.91, 0.98].into_iter().enumerate() {
        let x = b.w() * (at + rng.range(-0.02, 0.02));
        let base = b.horizon() + run * rng.range(0.02, 0.1);
        let high = b.horizon() * rng.range(0.08, 0.2);
        let half = high * rng.range(0.2, 0.3);
        let spike = Pen::new()
            .go(x - half, base)
            .quad(x - half * 0.3, base - high * 0.4, x, base - high)
            .quad(x + half * 0.3, base - high * 0.4, x + half, base)
            .close()
            .end();
        let tone = lighter(Rgba::hex(0x2a2634), if i % 2 == 0 { 0.03 } else { 0.0 });
        out.push(fill(spike, b.w(), b.h(), tone));
    }
}
