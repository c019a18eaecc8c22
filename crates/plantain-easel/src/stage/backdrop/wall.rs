//! The side of a room or house, seen straight on.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::Backdrop;
use super::indoors::{bricks, floor, walls_and_skirting};
use super::town::slabs;
use crate::stage::light::lighter;
use crate::stage::pen::{downward, glow};
use crate::stage::place::Place;

/// A wall of one colour, or of bricks, and the boards or the pavement before it.
pub fn wall(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("wall");
    let usual = if b.brick {
        0xa85a45
    } else {
        *rng.pick(&[0xe9dfcf, 0xd9e2e6, 0xe6dcd6, 0xdde3d3])
    };
    let color = b.light.lit(b.plain.unwrap_or(Rgba::hex(usual)), 0.0);
    if b.place == Place::Pavement {
        outer(b, out, color);
        pavement(b, out);
    } else {
        walls_and_skirting(b, out, color);
        let wood = *rng.pick(&[0xc79a6b, 0xb98556, 0xd3ad83]);
        floor(b, out, b.light.ground(Rgba::hex(wood)));
    }
    if b.brick {
        bricks(b, out, color);
    }
}

/// The outside of a house, lit from above.
fn outer(b: &Backdrop<'_>, out: &mut Vec<Node>, color: Rgba) {
    let y = b.horizon();
    let face = downward(&[lighter(color, 0.012), lighter(color, -0.02)]);
    out.push(rect().bounds(0.0, 0.0, b.w(), y + 1.0).fill(face));
    let (x, reach) = (b.w() * (0.5 + 0.36 * b.light.side), b.w() * 0.6);
    out.push(glow(x, y * 0.3, reach, Rgba::WHITE, 0.22));
    let foot = b.h() * 0.05;
    let plinth = rect().bounds(0.0, y - foot, b.w(), foot);
    out.push(plinth.fill(lighter(color, -0.06)));
}

/// Slabs that run to the kerb at the lower edge.
fn pavement(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let (y, h) = (b.horizon(), b.h());
    let stone = b.light.lit(Rgba::hex(0xcfc8bd), 0.04);
    let ground = downward(&[lighter(stone, -0.03), stone]);
    out.push(rect().bounds(0.0, y, b.w(), h - y).fill(ground));
    slabs(b, out, y, h, lighter(stone, -0.07));
    let shade = downward(&[b.light.shadow.faded(0.7), b.light.shadow.faded(0.0)]);
    out.push(rect().bounds(0.0, y, b.w(), (h - y) * 0.1).fill(shade));
}
