//! Sheets of many pieces, and diagrams: on another canvas they stay as they are, as large as it lets them.

use plantain_scene::Node;
use plantain_scene::node::Len;

use super::relayout::{FULL, Move, rect_of};
use crate::edit::scene::place::scale;
use crate::stage::rect::Rect;

impl Move {
    /// A sheet made of many pieces keeps its own order and fills the new canvas as well as it can.
    pub(super) fn together(
        &self,
        node: &mut Node,
        rects: &[(String, Rect)],
        woven: &dyn Fn(&str) -> bool,
    ) {
        let area = self.w0 * self.h0;
        let full = |r: &Rect| r.w * r.h >= area * FULL;
        let Some(all) = node
            .children
            .iter()
            .filter(|c| c.layout.at.is_some() && !woven(&c.id))
            .map(|c| rect_of(rects, &c.id))
            .filter(|r| !full(r) && !self.spans(r) && r.x > -4.0 && r.right() < self.w0 + 4.0)
            .reduce(|a, b| a.union(&b))
        else {
            return;
        };
        let m = (all.x.min(self.w0 - all.right())).clamp(0.02 * self.w1, 0.08 * self.w1);
        let k = ((self.w1 - 2.0 * m) / all.w)
            .min((self.h1 - 2.0 * m) / all.h)
            .min(1.5);
        let headed = node.children.iter().any(|child| {
            let r = rect_of(rects, &child.id);
            child.layout.at.is_some() && self.spans(&r) && !full(&r) && r.y.abs() < 2.0
        });
        // What stands below a band at the top stays near it.
        let y = match headed {
            true => all.y * k,
            false => (self.h1 - all.h * k) / 2.0,
        };
        let x = (self.w1 - all.w * k) / 2.0;
        for child in &mut node.children {
            if woven(&child.id) {
                continue;
            }
            let r = rect_of(rects, &child.id);
            if full(&r) {
                self.cover(child);
                continue;
            }
            if child.layout.at.is_some() && self.spans(&r) && child.children.is_empty() {
                // A band from edge to edge runs from edge to edge, around what stands on it.
                let at = |line: f32| y + (line - all.y) * k;
                let top = if r.y.abs() < 2.0 { 0.0 } else { at(r.y) };
                let foot = (self.h0 - r.bottom()).abs() < 2.0;
                let bottom = if foot { self.h1 } else { at(r.bottom()) };
                child.layout.at = Some([0.0, top]);
                child.layout.w = Len::Units(self.w1);
                child.layout.h = Len::Units((bottom - top).max(1.0));
                continue;
            }
            if child.layout.at.is_some() {
                child.layout.at = Some([x + (r.x - all.x) * k, y + (r.y - all.y) * k]);
                scale(child, k);
            }
        }
    }

    /// Whether a box runs across the page from edge to edge.
    fn spans(&self, r: &Rect) -> bool {
        r.x.abs() < 2.0 && (r.right() - self.w0).abs() < 2.0
    }
}
