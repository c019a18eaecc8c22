//! Floors of tiles in two colours, seen from within the room.

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::super::Backdrop;
use crate::stage::pen::Pen;

/// Tiles across the floor where it meets the wall, and rows of them from there.
const ACROSS: i32 = 16;
const ROWS: i32 = 8;
/// How far above the wall's foot the lines of the floor meet, in heights of the floor.
const VANISH: f32 = 0.9;

/// Lays every other tile in the second colour over a floor of the first.
pub(in crate::stage::backdrop) fn lay(b: &Backdrop<'_>, out: &mut Vec<Node>, tiles: &[Rgba]) {
    let (top, deep) = (b.horizon(), b.h() - b.horizon());
    let eye = top - VANISH * deep;
    // Rows are as deep as they are near.
    let foot = |row: f32| {
        let near = VANISH + 1.0;
        let far = VANISH;
        let t = row / ROWS as f32;
        eye + deep * (far * near) / (near + (far - near) * t)
    };
    let across = |column: f32, y: f32| {
        let wide = b.w() / ACROSS as f32 * (y - eye) / (top - eye);
        b.w() / 2.0 + (column - ACROSS as f32 / 2.0) * wide
    };
    let mut pen = Pen::new();
    for row in 0..ROWS {
        let (far, near) = (foot(row as f32), foot(row as f32 + 1.0));
        for column in (0..ACROSS).filter(|column| (column + row) % 2 == 0) {
            let (from, to) = (column as f32, column as f32 + 1.0);
            pen = pen
                .go(across(from, far), far)
                .line(across(to, far), far)
                .line(across(to, near), near)
                .line(across(from, near), near)
                .close();
        }
    }
    let second = tiles.get(1).copied().unwrap_or(Rgba::WHITE);
    out.push(b.layer(pen.end(), b.light.ground(second)));
}
