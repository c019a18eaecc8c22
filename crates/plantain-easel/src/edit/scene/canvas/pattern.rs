//! Patterns behind a design: many like forms all over the page and beyond its edges.

use plantain_scene::Node;

use super::relayout::{Move, rect_of};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::texts;
use crate::stage::rect::Rect;

/// So many forms are a pattern, no ornaments of their own.
const FORMS_MIN: usize = 6;

/// Returns the ids of the forms of a pattern among the children of a node, and the box of all of them; none when there is no
/// pattern that covers the page.
pub(super) fn pattern(
    node: &Node,
    rects: &[(String, Rect)],
    (w, h): (f32, f32),
) -> Option<(Vec<String>, Rect)> {
    let form = |child: &&Node| {
        child.role == "ornament" && child.layout.at.is_some() && texts(child).is_empty()
    };
    let ids: Vec<String> = node
        .children
        .iter()
        .filter(form)
        .map(|child| child.id.clone())
        .collect();
    let all = ids
        .iter()
        .map(|id| rect_of(rects, id))
        .reduce(|a, b| a.union(&b))?;
    let covers = all.x <= 0.0 && all.y <= 0.0 && all.right() >= w && all.bottom() >= h;
    (ids.len() >= FORMS_MIN && covers).then_some((ids, all))
}

impl Move {
    /// Lays a pattern over the new page: as it is where it is large enough, else enlarged until it covers it.
    pub(super) fn spread_pattern(
        &self,
        node: &mut Node,
        rects: &[(String, Rect)],
        (ids, all): &(Vec<String>, Rect),
    ) {
        let k = (self.w1 / all.w).max(self.h1 / all.h).max(1.0);
        let (dx, dy) = (
            (self.w1 - all.w * k) / 2.0 - all.x * k,
            (self.h1 - all.h * k) / 2.0 - all.y * k,
        );
        for child in node.children.iter_mut().filter(|c| ids.contains(&c.id)) {
            let r = rect_of(rects, &child.id);
            if let Some(at) = &mut child.layout.at {
                *at = [at[0] + r.x * (k - 1.0) + dx, at[1] + r.y * (k - 1.0) + dy];
            }
            scale(child, k);
        }
    }
}
