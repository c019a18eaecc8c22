//! Seats at both ends of a plank.

use crate::stage::cast::Actor;
use crate::stage::prop::Art;
use crate::stage::rect::Rect;

/// How far from the edges of a see-saw its riders sit, in its widths.
const END: f32 = 0.14;
/// How much lower its left end is than its right one, in its heights.
const SLOPE: f32 = 0.36;

/// Returns where the `i`th of so many sits on a see-saw, and how much lower than its middle; none on anything else.
///
/// They part into the two ends, so that the plank can tip.
pub(super) fn end_of(parent: &Actor, r: Rect, (i, n): (usize, usize)) -> Option<(f32, f32)> {
    if !matches!(&parent.prop.art, Art::Set(name) if name == "see-saw") {
        return None;
    }
    let left = n.div_ceil(2);
    let (at, of) = if i < left {
        (i, left)
    } else {
        (i - left, n - left)
    };
    // Those of one end sit side by side, the outermost at its edge.
    let inward = 0.26 * at as f32 / of.max(1) as f32;
    let x = if i < left {
        END + inward
    } else {
        1.0 - END - inward
    };
    let x = if parent.flip { 1.0 - x } else { x };
    let low = SLOPE * r.h * (0.5 - x) * if parent.flip { -1.0 } else { 1.0 };
    Some((r.x + r.w * x, low))
}
