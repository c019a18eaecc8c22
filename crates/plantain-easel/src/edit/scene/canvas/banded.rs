//! Pages whose picture fills one side from edge to edge, with the words beside it: on another canvas each keeps its share.

use plantain_scene::Node;
use plantain_scene::node::{Content, Flow};

use super::relayout::{FULL, Move, rect_of};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::texts;
use crate::stage::rect::Rect;

/// How near to an edge of the page a picture ends that runs up to it, logical units.
const EDGE: f32 = 2.0;
/// Shares of the page that a picture beside words takes.
const SHARE: std::ops::RangeInclusive<f32> = 0.2..=0.8;

/// A picture along one side of the page, and what it leaves free.
#[derive(Clone)]
pub(super) struct Band {
    id: String,
    rect: Rect,
    free: Rect,
}

/// Returns the picture that fills one side of a page, where all words stand beside it.
pub(super) fn band(node: &Node, rects: &[(String, Rect)], (w, h): (f32, f32)) -> Option<Band> {
    let full = |r: &Rect| r.area() >= w * h * FULL;
    let placed = |child: &Node| child.layout.at.is_some();
    let mut pictures = node
        .children
        .iter()
        .filter(|child| placed(child) && !child.children.is_empty() && texts(child).is_empty());
    let band = pictures.find_map(|child| {
        let rect = rect_of(rects, &child.id);
        let (left, right) = (rect.x.abs() < EDGE, (w - rect.right()).abs() < EDGE);
        let (top, foot) = (rect.y.abs() < EDGE, (h - rect.bottom()).abs() < EDGE);
        let free = match (left, right, top, foot) {
            (true, true, true, false) => Rect::new(0.0, rect.bottom(), w, h - rect.bottom()),
            (true, true, false, true) => Rect::new(0.0, 0.0, w, rect.y),
            (true, false, true, true) => Rect::new(rect.right(), 0.0, w - rect.right(), h),
            (false, true, true, true) => Rect::new(0.0, 0.0, rect.x, h),
            _ => return None,
        };
        let share = rect.area() / (w * h);
        SHARE.contains(&share).then(|| Band {
            id: child.id.clone(),
            rect,
            free,
        })
    })?;
    let beside = node.children.iter().all(|child| {
        let rect = rect_of(rects, &child.id);
        let worded = !texts(child).is_empty();
        !worded || placed(child) && !full(&rect) && rect.overlap(&band.rect) < rect.area() * 0.05
    });
    beside.then_some(band)
}

impl Move {
    /// Lays a page with such a picture anew: both sides keep their shares of the page, the picture covers its own, and the
    /// words become as large as theirs lets them.
    pub(super) fn banded(&self, node: &mut Node, rects: &[(String, Rect)], band: &Band) {
        let (kx, ky) = (self.w1 / self.w0, self.h1 / self.h0);
        let moved = |r: &Rect| Rect::new(r.x * kx, r.y * ky, r.w * kx, r.h * ky);
        let free = moved(&band.free);
        for child in &mut node.children {
            let r = rect_of(rects, &child.id);
            if child.id == band.id {
                cover(child, &r, &moved(&r), &free);
            } else if r.area() >= self.w0 * self.h0 * FULL {
                self.cover(child);
            } else if child.layout.at.is_some() {
                beside(child, &r, (&band.free, &free));
            }
        }
    }
}

/// Gives a picture another box, which it covers: cut, not stretched. What is cut is cut at the edge of the page, so that
/// nothing of it lies under the words on the free side.
fn cover(node: &mut Node, from: &Rect, to: &Rect, free: &Rect) {
    let k = (to.w / from.w).max(to.h / from.h);
    let (over_x, over_y) = (to.w - from.w * k, to.h - from.h * k);
    let side = |free: f32, own: f32, over: f32| match free.total_cmp(&own) {
        std::cmp::Ordering::Greater => over,
        std::cmp::Ordering::Less => 0.0,
        std::cmp::Ordering::Equal => over / 2.0,
    };
    let (dx, dy) = (side(free.x, to.x, over_x), side(free.y, to.y, over_y));
    scale(node, k);
    for child in &mut node.children {
        if let Some(at) = &mut child.layout.at {
            *at = [at[0] + dx, at[1] + dy];
        }
    }
    node.layout.at = Some([to.x, to.y]);
    node.layout.w = plantain_scene::node::Len::Units(to.w);
    node.layout.h = plantain_scene::node::Len::Units(to.h);
    node.style.clip = true;
}

/// Moves what stands beside the picture from the free side of the old page to that of the new one.
fn beside(node: &mut Node, r: &Rect, (old, new): (&Rect, &Rect)) {
    let flows = node.layout.flow != Flow::Stack || matches!(node.content, Content::Text(_));
    let (kx, ky) = (new.w / old.w.max(1.0), new.h / old.h.max(1.0));
    let k = kx.min(ky).min(1.0);
    // Lines that flow may become longer; what is fixed keeps its shape.
    let k = if flows && kx > ky { ky.min(1.0) } else { k };
    scale(node, k);
    let w = if flows && kx > k {
        super::relayout::widths(node, r.w * k, r.w * kx);
        r.w * kx
    } else {
        r.w * k
    };
    let h = r.h * k;
    let place =
        |at: f32, size: f32, (from, all): (f32, f32), new_size: f32, (to, room): (f32, f32)| {
            let spare = all - size;
            let share = if spare > 1.0 {
                (at - from) / spare
            } else {
                0.5
            };
            to + (room - new_size) * share.clamp(0.0, 1.0)
        };
    node.layout.at = Some([
        place(r.x, r.w, (old.x, old.w), w, (new.x, new.w)),
        place(r.y, r.h, (old.y, old.h), h, (new.y, new.h)),
    ]);
}
