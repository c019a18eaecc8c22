//! What another canvas pushed onto one another: blocks of words stand in a column, drawings take what room words leave.

use plantain_scene::Node;
use plantain_scene::node::Flow;

use super::relayout::{FULL, boxes, rect_of};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::stage::rect::Rect;

/// Share of a text that may be covered.
const COVERED: f32 = 0.02;
/// Smallest share of its size that a drawing is given: below it the crowd is left as it is.
const SCALE_MIN: f32 = 0.3;
/// Share of the smaller of two blocks of words from which they lie on one another.
const TANGLED: f32 = 0.05;
/// Widest block of a column, as a share of the width.
const COLUMN: f32 = 0.88;
/// Share of the height that stays free above and below a drawing.
const AIR: f32 = 0.02;

/// Parts blocks of words that lie on one another, and makes the drawings of a page as small as the room between the texts is that they stood clear of before. `before` are the boxes
/// of the page as it was.
pub(super) fn clear_of_words(sheet: &mut Sheet<'_>, before: &[(String, Rect)]) {
    let after = inked(sheet);
    let words: Vec<String> = sheet.lines().into_iter().map(|line| line.id).collect();
    let mut root = std::mem::take(&mut sheet.scene.root);
    let (w, h) = sheet.size();
    let page = Page {
        before,
        after: &after,
        words: &words,
        size: (w, h),
    };
    page.clear(&mut root);
    sheet.scene.root = root;
    sheet.touch();
}

/// Returns the boxes of a page; those of texts are as large as their letters.
pub(super) fn inked(sheet: &mut Sheet<'_>) -> Vec<(String, Rect)> {
    let mut all: Vec<(String, Rect)> = sheet
        .lines()
        .into_iter()
        .map(|line| (line.id, line.rect))
        .collect();
    // The first of a name counts.
    all.extend(boxes(sheet));
    all
}

/// A page before and after its canvas changed.
struct Page<'a> {
    before: &'a [(String, Rect)],
    after: &'a [(String, Rect)],
    /// Ids of its texts.
    words: &'a [String],
    size: (f32, f32),
}

impl Page<'_> {
    fn clear(&self, node: &mut Node) {
        if node.layout.flow == Flow::Stack && !self.in_a_column(node) {
            self.clear_stack(node);
        }
        let (w, h) = self.size;
        for child in &mut node.children {
            if rect_of(self.after, &child.id).area() >= w * h * FULL {
                self.clear(child);
            }
        }
    }

    /// Whether it is a drawing with a place of its own that does not fill the page.
    fn is_drawing(&self, node: &Node) -> bool {
        let r = rect_of(self.after, &node.id);
        let mut worded = false;
        node.visit(&mut |inner| worded |= inner.as_text().is_some());
        !worded && node.layout.at.is_some() && r.area() < self.size.0 * self.size.1 * FULL
    }

    /// Whether a drawing lies on words now that it stood clear of.
    fn is_pushed(&self, id: &str) -> bool {
        let (old, new) = (rect_of(self.before, id), rect_of(self.after, id));
        self.words.iter().any(|word| {
            let (was, is) = (rect_of(self.before, word), rect_of(self.after, word));
            new.overlap(&is) > COVERED * is.area() && old.overlap(&was) <= COVERED * was.area()
        })
    }

    /// Sets blocks of words that lie on one another now one below the other, in the order they were read; false where none do.
    fn in_a_column(&self, node: &mut Node) -> bool {
        let (w, h) = self.size;
        let blocks = node.children.iter().filter(|child| {
            let r = rect_of(self.after, &child.id);
            !texts(child).is_empty() && child.layout.at.is_some() && r.area() < w * h * FULL
        });
        let mut ids: Vec<String> = blocks.map(|child| child.id.clone()).collect();
        let words_of = |id: &str| -> Vec<String> {
            let block = node.children.iter().find(|child| child.id == id);
            block.map_or_else(Vec::new, |block| {
                texts(block).into_iter().map(|(id, _)| id).collect()
            })
        };
        let on_another = |rects: &[(String, Rect)], a: &str, b: &str| {
            let (a, b) = (words_of(a), words_of(b));
            a.iter().any(|a| {
                b.iter().any(|b| {
                    let (a, b) = (rect_of(rects, a), rect_of(rects, b));
                    a.overlap(&b) > TANGLED * a.area().min(b.area())
                })
            })
        };
        let tangled = ids.iter().enumerate().any(|(i, a)| {
            ids[..i]
                .iter()
                .any(|b| on_another(self.after, a, b) && !on_another(self.before, a, b))
        });
        if !tangled {
            return false;
        }
        ids.sort_by(|a, b| {
            let (a, b) = (rect_of(self.before, a), rect_of(self.before, b));
            (a.y + a.x).total_cmp(&(b.y + b.x))
        });
        let sizes: Vec<Rect> = ids.iter().map(|id| rect_of(self.after, id)).collect();
        let gap = 2.0 * AIR * h;
        let high: f32 = sizes.iter().map(|r| r.h).sum();
        let wide = sizes.iter().map(|r| r.w).fold(1.0, f32::max);
        let room = h * (1.0 - 4.0 * AIR) - gap * (ids.len() as f32 - 1.0);
        let k = (room / high).min(w * COLUMN / wide).min(1.0);
        let free = (h - high * k - gap * (ids.len() as f32 - 1.0)).max(0.0);
        let mut y = free / 2.0;
        for (id, r) in ids.iter().zip(&sizes) {
            if let Some(child) = node.children.iter_mut().find(|child| child.id == *id) {
                scale(child, k);
                child.layout.at = Some([(w - r.w * k) / 2.0, y]);
            }
            y += r.h * k + gap;
        }
        true
    }

    fn clear_stack(&self, node: &mut Node) {
        // A plate below words goes where they go, and what it covers is not seen.
        let plate = |child: &Node| {
            child.style.fill.is_some()
                && self.words.iter().any(|word| {
                    let was = rect_of(self.before, word);
                    was.area() > 0.0 && rect_of(self.before, &child.id).contains(&was, 1.0)
                })
        };
        let plated = node
            .children
            .iter()
            .any(|child| self.is_drawing(child) && plate(child));
        if plated {
            return;
        }
        let drawings = node.children.iter().filter(|child| self.is_drawing(child));
        let ids: Vec<String> = drawings.map(|child| child.id.clone()).collect();
        let Some(pushed) = ids.iter().find(|id| self.is_pushed(id)) else {
            return;
        };
        // What lies on one another is one picture.
        let core = rect_of(self.before, pushed);
        let picture: Vec<&String> = ids
            .iter()
            .filter(|id| rect_of(self.before, id).overlap_share(&core) > 0.5 || *id == pushed)
            .collect();
        let Some(all) = picture
            .iter()
            .map(|id| rect_of(self.after, id))
            .reduce(|a, b| a.union(&b))
        else {
            return;
        };
        let (top, bottom) = self.room_for(&all);
        let k = ((bottom - top) / all.h.max(1.0)).min(1.0);
        if k < SCALE_MIN {
            return;
        }
        let middle = (top + bottom) / 2.0;
        for child in &mut node.children {
            if !picture.contains(&&child.id) {
                continue;
            }
            let r = rect_of(self.after, &child.id);
            child.layout.at = Some([
                all.cx() + (r.x - all.cx()) * k,
                middle + (r.y - all.cy()) * k,
            ]);
            scale(child, k);
        }
    }

    /// Returns the levels between which no text stands over or under a picture.
    fn room_for(&self, all: &Rect) -> (f32, f32) {
        let air = AIR * self.size.1;
        let (mut top, mut bottom) = (air, self.size.1 - air);
        for word in self.words {
            let r = rect_of(self.after, word);
            if r.right() < all.x || r.x > all.right() {
                continue;
            }
            match r.cy() < all.cy() {
                true => top = top.max(r.bottom() + air),
                false => bottom = bottom.min(r.y - air),
            }
        }
        (top, bottom)
    }
}
