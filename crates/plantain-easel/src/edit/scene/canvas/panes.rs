//! Pages of two panes side by side: on a much narrower canvas the panes stand one above the other.

use plantain_scene::Node;
use plantain_scene::node::{Content, Len, Shape};

use super::relayout::{FULL, Move, rect_of};
use crate::edit::scene::place::scale;
use crate::stage::rect::Rect;

/// How much narrower in shape a canvas becomes before panes turn.
const NARROWER: f32 = 0.75;
/// Shares of the width between which a form as high as the page is a pane.
const PANE: (f32, f32) = (0.2, 0.8);
/// Share of a zone that its content takes at most.
const FILLED: f32 = 0.84;
/// Thickness of what parts two panes, as a share of the height.
const RULE: f32 = 0.012;

impl Move {
    /// Turns a page with a pane at its left or right into one with the pane at its top or bottom; false where it has none, or
    /// the canvas does not become much narrower.
    pub(super) fn turn_panes(&self, node: &mut Node, rects: &[(String, Rect)]) -> bool {
        let narrower = (self.w1 / self.h1) / (self.w0 / self.h0) < NARROWER;
        let tall = |child: &Node| {
            let r = rect_of(rects, &child.id);
            let form = matches!(child.content, Content::Shape(_) | Content::Path(_));
            form && child.layout.at.is_some() && r.h >= self.h0 * FULL && r.w < self.w0 * PANE.1
        };
        let panes: Vec<Rect> = node
            .children
            .iter()
            .filter(|child| tall(child))
            .map(|child| rect_of(rects, &child.id))
            .filter(|r| r.w >= self.w0 * PANE.0)
            .collect();
        let ([pane], true) = (panes.as_slice(), narrower) else {
            return false;
        };
        // The edge inside the page is where the panes meet.
        let right = pane.cx() > self.w0 / 2.0;
        let edge = if right { pane.x } else { pane.right() } / self.w0;
        let meet = edge.clamp(PANE.0, PANE.1) * self.h1;
        for child in &mut node.children {
            if !tall(child) {
                continue;
            }
            let wide = rect_of(rects, &child.id).w >= self.w0 * PANE.0;
            let (y, h) = match (wide, right) {
                (true, true) => (meet, self.h1 - meet),
                (true, false) => (0.0, meet),
                (false, _) => (meet - self.h1 * RULE / 2.0, self.h1 * RULE),
            };
            child.content = Content::Shape(Shape::Rect);
            child.layout.at = Some([0.0, y]);
            child.layout.w = Len::Units(self.w1);
            child.layout.h = Len::Units(h);
        }
        let split = edge * self.w0;
        for (first, zone) in [
            (true, Rect::new(0.0, 0.0, self.w1, meet)),
            (false, Rect::new(0.0, meet, self.w1, self.h1 - meet)),
        ] {
            self.fill_zone(node, rects, (split, first), &zone);
        }
        true
    }

    /// Moves what stood on one side of `split` into a zone of the new page, in the order it had.
    fn fill_zone(
        &self,
        node: &mut Node,
        rects: &[(String, Rect)],
        (split, first): (f32, bool),
        zone: &Rect,
    ) {
        let area = self.w0 * self.h0;
        let lies = |child: &Node| {
            let r = rect_of(rects, &child.id);
            let own = child.layout.at.is_some() && r.area() < area * FULL && r.h < self.h0 * FULL;
            own && (r.cx() < split) == first
        };
        let Some(all) = node
            .children
            .iter()
            .filter(|child| lies(child))
            .map(|child| rect_of(rects, &child.id))
            .reduce(|a, b| a.union(&b))
        else {
            return;
        };
        let k = (zone.w * FILLED / all.w)
            .min(zone.h * FILLED / all.h)
            .min(1.4);
        for child in &mut node.children {
            if !lies(child) {
                continue;
            }
            let r = rect_of(rects, &child.id);
            child.layout.at = Some([
                zone.cx() + (r.x - all.cx()) * k,
                zone.cy() + (r.y - all.cy()) * k,
            ]);
            scale(child, k);
        }
    }
}
