//! Limbs: tapered forms around two bones.

use super::pose::Joint;
use crate::stage::pen::Pen;

/// Returns the outline of a limb through the points, as wide as said at each of them, with round joints and ends.
///
/// All parts turn the same way, so that they fill one form.
pub fn limb(points: &[Joint], widths: &[f32]) -> String {
    let mut pen = Pen::new();
    for (pair, width) in points.windows(2).zip(widths.windows(2)) {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        let (dx, dy) = (bx - ax, by - ay);
        let long = (dx * dx + dy * dy).sqrt().max(1e-3);
        let (nx, ny) = (-dy / long / 2.0, dx / long / 2.0);
        let (v, w) = (width[0], width[1]);
        pen = pen
            .go(ax - nx * v, ay - ny * v)
            .line(bx - nx * w, by - ny * w)
            .line(bx + nx * w, by + ny * w)
            .line(ax + nx * v, ay + ny * v)
            .close();
    }
    for ((x, y), width) in points.iter().zip(widths) {
        pen = disc(pen, *x, *y, width / 2.0);
    }
    pen.end()
}

/// A circle, clockwise as the quads of a limb are.
fn disc(pen: Pen, x: f32, y: f32, r: f32) -> Pen {
    let k = r * 0.5523;
    pen.go(x - r, y)
        .cubic((x - r, y - k), (x - k, y - r), (x, y - r))
        .cubic((x + k, y - r), (x + r, y - k), (x + r, y))
        .cubic((x + r, y + k), (x + k, y + r), (x, y + r))
        .cubic((x - k, y + r), (x - r, y + k), (x - r, y))
        .close()
}

/// Returns the point a part of the way along a chain of two bones.
pub fn along(chain: &[Joint; 3], t: f32) -> Joint {
    let mix = |a: Joint, b: Joint, t: f32| (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
    if t <= 0.5 {
        mix(chain[0], chain[1], t * 2.0)
    } else {
        mix(chain[1], chain[2], t * 2.0 - 1.0)
    }
}

/// Returns the part of a chain from its root to `t` of its length.
pub fn upper(chain: &[Joint; 3], t: f32) -> Vec<Joint> {
    if t <= 0.5 {
        vec![chain[0], along(chain, t)]
    } else {
        vec![chain[0], chain[1], along(chain, t)]
    }
}
