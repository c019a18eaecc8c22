//! Borders that a prompt tells by their pattern: "red checkered border".

use std::fmt::Write as _;
use std::ops::Range;

use plantain_read::{Brief, Component};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::Node;

use crate::components::print::Page;

/// Squares along the short side of the page.
const SQUARES: f32 = 22.0;
/// Rings of squares that make the border.
const RINGS: usize = 2;

/// Whether a border in checks is asked for, and the colour that is told of it.
pub(super) fn checks(brief: &Brief) -> Option<Option<Color>> {
    const CHECKS: &[&str] = &["checkered", "checked", "gingham", "chequered", "plaid"];
    let border = brief.described.iter().find(|d| {
        d.kind == Component::Border && CHECKS.iter().any(|word| d.words.contains(word))
    })?;
    let color = border
        .words
        .split(' ')
        .find_map(|word| plantain_read::color_of(word, &brief.language.0));
    Some(color.map(|[r, g, b]| Rgba::rgb(r, g, b).into()))
}

/// How wide such a border is.
pub(super) fn width(page: &Page<'_>) -> f32 {
    page.full.w.min(page.full.h) / SQUARES * RINGS as f32
}

/// Rings of squares around the page, every other one filled: a node a side, so that none lies below what the border encloses.
pub(super) fn checkered(page: &Page<'_>, color: Color) -> Vec<Node> {
    let side = page.full.w.min(page.full.h) / SQUARES;
    let across = (page.full.w / side).round().max(1.0) as usize;
    let down = (page.full.h / side).round().max(1.0) as usize;
    let (w, h) = (page.full.w / across as f32, page.full.h / down as f32);
    let strip = |columns: Range<usize>, rows: Range<usize>| {
        let (left, top) = (columns.start as f32 * w, rows.start as f32 * h);
        let mut squares = String::new();
        for row in rows.clone() {
            for column in columns.clone().filter(|column| (row + column) % 2 == 0) {
                let (x, y) = (column as f32 * w - left, row as f32 * h - top);
                let _ = write!(squares, "M{x:.2} {y:.2} h{w:.2} v{h:.2} h-{w:.2} Z ");
            }
        }
        let (wide, high) = (columns.len() as f32 * w, rows.len() as f32 * h);
        path(&squares, wide, high)
            .bounds(page.full.x + left, page.full.y + top, wide, high)
            .fill(color)
            .role("border")
    };
    vec![
        strip(0..across, 0..RINGS),
        strip(0..across, down - RINGS..down),
        strip(0..RINGS, RINGS..down - RINGS),
        strip(across - RINGS..across, RINGS..down - RINGS),
    ]
}
