//! A board on ropes.

use plantain_scene::build::*;
use plantain_scene::color::Rgba;
use plantain_scene::node::Node;

use super::boards::{coat, lettered, painted_wood, planks};
use super::wants;
use crate::components::print::{Archetype, Page, Tone, Zone};
use crate::directors::composed;

/// A board of planks that hangs on a wall from two ropes and one nail.
pub(super) const HANGING: Archetype = Archetype {
    name: "hanging board",
    reason: "The board hangs from a nail by its ropes, as it would on a door or a wall.",
    suits: |page| {
        let hangs = wants(
            page,
            &["hanging", "hangs ", "hung ", "on a rope", "on ropes"],
        );
        if hangs && composed::ordinary(page) {
            1.8
        } else {
            0.0
        }
    },
    build: |page| {
        let mut rng = page.rng.fork("hanging");
        let (wood, inks) = painted_wood(page);
        let (w, h) = (page.full.w, page.full.h);
        let wide = w * if page.ratio() > 1.0 { 0.72 } else { 0.8 };
        let high = (h * 0.5).min(wide * 0.72);
        let board = Zone::new((w - wide) * 0.5, h * 0.36, wide, high);
        let nail = (w * 0.5, h * 0.1);
        let n = 3 + rng.below(2);
        let drop = w.min(h) * 0.012;
        page.root(Tone::Canvas)
            .children(wall(page))
            // What hangs throws its shadow on the wall behind it.
            .child(
                rect()
                    .bounds(board.x + drop, board.y + drop * 1.6, board.w, board.h)
                    .radius(board.h * 0.02)
                    .fill(Rgba::BLACK)
                    .opacity(0.16)
                    .role("shadow"),
            )
            .children(ropes(nail, board, w.min(h) * 0.009))
            .children(planks(board, wood, n, &mut rng))
            .child(knot(nail, w.min(h) * 0.016))
            .child(lettered(page, board, &inks))
    },
};

/// A wall of upright panels in a quiet colour, or of the ground that the prompt names.
fn wall(page: &Page<'_>) -> Vec<Node> {
    const PANELS: usize = 7;
    if page.studio.brief.canvas.background.is_some() && coat(page).is_none() {
        return Vec::new();
    }
    let ground = Rgba::hex(0xdfe4df);
    let step = page.full.w / PANELS as f32;
    let mut out = vec![page.full.hold(rect()).fill(ground).role("wall")];
    out.extend((1..PANELS).map(|i| {
        rect()
            .bounds(step * i as f32 - 1.0, 0.0, 2.0, page.full.h)
            .fill(ground.mix(Rgba::BLACK, 0.07))
            .role("wall")
    }));
    out
}

/// Two ropes from the nail to the upper corners of the board.
fn ropes(nail: (f32, f32), board: Zone, thick: f32) -> impl Iterator<Item = Node> {
    let (left, right) = (board.x + board.w * 0.12, board.right() - board.w * 0.12);
    let high = board.y - nail.1 + thick * 2.0;
    let half = nail.0 - left;
    let rope = move |from: f32, to: f32| {
        path(format!("M{from} 0 L{to} {high}"), half, high).stroke(Rgba::hex(0x8a6b45), thick)
    };
    [
        rope(half, 0.0).bounds(left, nail.1, half, high),
        rope(0.0, right - nail.0).bounds(nail.0, nail.1, right - nail.0, high),
    ]
    .into_iter()
    .map(|node| node.role("rope"))
}

fn knot((x, y): (f32, f32), radius: f32) -> Node {
    ellipse()
        .bounds(x - radius, y - radius, radius * 2.0, radius * 2.0)
        .fill(Rgba::hex(0x5b5f66))
        .role("nail")
}
