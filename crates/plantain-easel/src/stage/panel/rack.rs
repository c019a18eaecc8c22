//! Shelves of several boards, for what stands on them in rows.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::light::lighter;
use super::super::rect::Rect;
use super::Panel;

/// Width of an upright and thickness of a board, in shares of the rack.
const UPRIGHT: f32 = 0.03;
const BOARD: f32 = 0.035;

/// Where the highest board is, and where the lowest, in heights of the rack.
const TOP: f32 = 0.4;
const FOOT: f32 = 0.9;

/// How far down the board of a row is, in heights of the rack; the row at the top is the first.
pub fn board(row: usize, rows: usize) -> f32 {
    let (top, gap) = (TOP / rows as f32 * 2.0, rows.max(2) as f32 - 1.0);
    top + (FOOT - top) * row as f32 / gap
}

impl Panel {
    pub(super) fn rack(&self, r: Rect, rows: usize, out: &mut Vec<Node>) {
        let wood = self.color.unwrap_or(Rgba::hex(0xb97a5f));
        let mut bar = |x: f32, y: f32, w: f32, h: f32, tone: f32| {
            out.push(
                rect()
                    .bounds(r.x + r.w * x, r.y + r.h * y, r.w * w, r.h * h)
                    .radius(2.0)
                    .fill(lighter(wood, tone)),
            );
        };
        bar(UPRIGHT, 0.02, 1.0 - 2.0 * UPRIGHT, 0.94, 0.12);
        for row in 0..rows {
            let y = board(row, rows);
            bar(0.0, y, 1.0, BOARD, 0.0);
            bar(UPRIGHT, y + BOARD, 1.0 - 2.0 * UPRIGHT, 0.014, -0.05);
        }
        for x in [0.0, 1.0 - UPRIGHT] {
            bar(x, 0.0, UPRIGHT, 1.0, -0.06);
        }
    }
}
