//! Pages parted into fields of colour from edge to edge, with words and drawings on them: on another canvas the fields keep their
//! shares, and what stands on each stays together in it.

use plantain_scene::Node;
use plantain_scene::node::{Content, Len, Shape};

use super::relayout::{FULL, Move, rect_of};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::texts;
use crate::stage::rect::Rect;

/// How near to an edge of the page a field ends that runs up to it, logical units.
const EDGE: f32 = 2.0;
/// Share of the page that fields cover when they part all of it.
const WHOLE: f32 = 0.97;
/// Share of itself by which what stands on a field lies in it.
const INSIDE: f32 = 0.9;
/// Share of a field that what stands on it may take in either direction.
const ROOM: f32 = 0.92;
/// Most that what stands on a field grows with it.
const LARGER_MAX: f32 = 1.4;

/// Returns the ids and boxes of the fields that part a page, each along an edge, where all else stands on one of them.
pub(super) fn fields(
    node: &Node,
    rects: &[(String, Rect)],
    (w, h): (f32, f32),
) -> Option<Vec<(String, Rect)>> {
    let along_edges = |r: &Rect| {
        let across = r.x.abs() < EDGE && (w - r.right()).abs() < EDGE;
        let down = r.y.abs() < EDGE && (h - r.bottom()).abs() < EDGE;
        across != down
    };
    let placed = || {
        node.children
            .iter()
            .filter(|child| child.layout.at.is_some())
    };
    let full = |r: &Rect| r.area() >= w * h * FULL;
    let fields: Vec<(String, Rect)> = placed()
        .filter(|child| {
            matches!(child.content, Content::Shape(Shape::Rect))
                && child.style.fill.is_some()
                && texts(child).is_empty()
        })
        .map(|child| (child.id.clone(), rect_of(rects, &child.id)))
        .filter(|(_, r)| along_edges(r))
        .collect();
    let covered: f32 = fields.iter().map(|(_, r)| r.area()).sum();
    let parted = fields.len() > 1 && (WHOLE..1.0 / WHOLE).contains(&(covered / (w * h)));
    let holds = |r: &Rect| {
        fields
            .iter()
            .any(|(_, field)| field.overlap(r) >= INSIDE * r.area())
    };
    let others = placed()
        .filter(|child| fields.iter().all(|(id, _)| *id != child.id))
        .map(|child| rect_of(rects, &child.id))
        .filter(|r| !full(r));
    (parted && others.into_iter().all(|r| holds(&r))).then_some(fields)
}

impl Move {
    /// Lays a page of fields anew.
    pub(super) fn fielded(
        &self,
        node: &mut Node,
        rects: &[(String, Rect)],
        fields: &[(String, Rect)],
    ) {
        let (kx, ky) = (self.w1 / self.w0, self.h1 / self.h0);
        let mut done: Vec<String> = Vec::new();
        for (id, old) in fields {
            let new = Rect::new(old.x * kx, old.y * ky, old.w * kx, old.h * ky);
            if let Some(field) = node.children.iter_mut().find(|child| child.id == *id) {
                field.layout.at = Some([new.x, new.y]);
                field.layout.w = Len::Units(new.w);
                field.layout.h = Len::Units(new.h);
            }
            let own = |child: &Node, r: &Rect| {
                child.layout.at.is_some()
                    && fields.iter().all(|(field, _)| *field != child.id)
                    && old.overlap(r) >= INSIDE * r.area()
            };
            let group: Vec<(usize, Rect)> = node
                .children
                .iter()
                .enumerate()
                .map(|(i, child)| (i, rect_of(rects, &child.id)))
                .filter(|(i, r)| own(&node.children[*i], r))
                .collect();
            let Some(all) = group.iter().map(|(_, r)| *r).reduce(|a, b| a.union(&b)) else {
                continue;
            };
            let k = (new.w * ROOM / all.w)
                .min(new.h * ROOM / all.h)
                .min(kx.max(ky).clamp(1.0, LARGER_MAX));
            let share = |at: f32, size: f32, from: f32, room: f32| {
                ((at - from) / (room - size).max(1.0)).clamp(0.0, 1.0)
            };
            let x = new.x + (new.w - all.w * k) * share(all.x, all.w, old.x, old.w);
            let y = new.y + (new.h - all.h * k) * share(all.y, all.h, old.y, old.h);
            for (i, r) in group {
                let child = &mut node.children[i];
                child.layout.at = Some([x + (r.x - all.x) * k, y + (r.y - all.y) * k]);
                scale(child, k);
                done.push(child.id.clone());
            }
        }
        for child in &mut node.children {
            let known = done.contains(&child.id) || fields.iter().any(|(id, _)| *id == child.id);
            if !known && rect_of(rects, &child.id).area() >= self.w0 * self.h0 * FULL {
                self.cover(child);
            }
        }
    }
}
