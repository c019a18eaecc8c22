//! From one canvas to another: stages are painted anew, pages are laid out anew.

use plantain_scene::node::{Content, Flow, Len};
use plantain_scene::{Canvas, Node};

use super::clearing::{clear_of_words, inked};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::place::Ground;
use crate::stage::rect::Rect;

/// Share of the canvas from which a box counts as its ground.
pub(super) const FULL: f32 = 0.88;

/// Share of the width from which a block of text spans the page.
const WIDE: f32 = 0.55;

/// Most blocks with texts that are placed one by one; more of them are one sheet that stays together.
const BLOCKS_MAX: usize = 5;

/// From one canvas to another, logical units.
pub(super) struct Move {
    pub(super) w0: f32,
    pub(super) h0: f32,
    pub(super) w1: f32,
    pub(super) h1: f32,
}

impl Move {
    /// A stage: the place is painted for the new canvas, the things keep their order and stand on its ground.
    pub(super) fn stage(&self, sheet: &mut Sheet<'_>, canvas: Canvas) {
        let Some(stage) = sheet.stage() else { return };
        let things: Vec<Thing> = sheet
            .things()
            .into_iter()
            .filter(|t| matches!(t.kind, Kind::Object | Kind::Picture))
            .filter(|t| sheet.node(&t.id).is_some_and(|n| n.layout.at.is_some()))
            .collect();
        let old = stage.memo.ground;
        let caption = sheet
            .node(&stage.id)
            .and_then(|node| node.children.iter().find(|c| c.role == "caption"))
            .map(|node| node.id.clone());
        let room = self.h1;
        let mut memo = stage.memo.clone();
        let horizon = if old.horizon >= old.h * 0.99 {
            room
        } else {
            old.horizon / old.h * room
        };
        memo.ground = Ground {
            w: self.w1,
            h: room,
            horizon,
        };
        sheet.scene.canvas = canvas;
        if let Some(node) = sheet.node_mut(&stage.id) {
            node.layout.w = Len::Units(self.w1);
            node.layout.h = Len::Units(self.h1);
            for child in &mut node.children {
                // Boxes that say where the place's own parts are.
                if matches!(child.role.as_str(), "scenery" | "backdrop" | "treatment") {
                    stretch(child, self.w1 / self.w0, self.h1 / self.h0);
                }
            }
        }
        if let Some(id) = &caption
            && let Some(node) = sheet.node_mut(id)
        {
            let h = match node.layout.h {
                Len::Units(h) => h,
                _ => 0.0,
            };
            node.layout.at = Some([0.0, self.h1 - h]);
            node.layout.w = Len::Units(self.w1);
        }
        self.things(sheet, &things, old, memo.ground);
        sheet.repaint(&stage, &memo);
    }

    /// Moves things so that they stand on the new ground as they stood on the old one.
    fn things(&self, sheet: &mut Sheet<'_>, things: &[Thing], old: Ground, new: Ground) {
        let aloft = |thing: &Thing| thing.rect.bottom() < old.horizon.min(old.h * 0.9);
        let standing: Vec<&Thing> = things.iter().filter(|t| !aloft(t)).collect();
        let all = standing.iter().map(|t| t.rect).reduce(|a, b| a.union(&b));
        let all = all.unwrap_or(Rect::new(0.0, 0.0, self.w0, self.h0));
        let fit = (self.w1 * 0.92 / all.w).min(self.h1 * 0.7 / all.h);
        let k = fit
            .min(1.15)
            .min((self.w1 / self.w0).max(self.h1 / self.h0).max(1.0));
        let depth = |y: f32| {
            let run = (old.h - old.horizon).max(1.0);
            new.horizon + (y - old.horizon) / run * (new.h - new.horizon)
        };
        let base = if old.horizon >= old.h * 0.95 {
            all.bottom() / old.h * new.h
        } else {
            depth(all.bottom()).min(new.h * 0.95)
        };
        // A lone thing off the middle stays as far off as there is room.
        let free0 = (self.w0 - all.w).max(1.0);
        let free1 = (self.w1 - all.w * k).max(0.0);
        let left = (all.x / free0).clamp(0.0, 1.0) * free1;
        for thing in things {
            let r = thing.rect;
            let to = if aloft(thing) {
                let share = r.cy() / old.horizon.max(1.0);
                Rect::around(
                    r.cx() / self.w0 * self.w1,
                    share * new.horizon,
                    r.w * k,
                    r.h * k,
                )
            } else {
                Rect::new(
                    left + (r.x - all.x) * k,
                    base - (all.bottom() - r.y) * k,
                    r.w * k,
                    r.h * k,
                )
            };
            sheet.put(thing, to);
        }
    }

    /// A page: what fills it fills the new one, blocks keep their sides, rows turn where they would be squeezed.
    pub(super) fn design(&self, sheet: &mut Sheet<'_>, canvas: Canvas) {
        let (rects, before) = (boxes(sheet), inked(sheet));
        let mut root = std::mem::take(&mut sheet.scene.root);
        if let Len::Units(w) = root.layout.w
            && (w - self.w0).abs() < 2.0
        {
            root.layout.w = Len::Units(self.w1);
        }
        if let Len::Units(h) = root.layout.h
            && (h - self.h0).abs() < 2.0
        {
            root.layout.h = Len::Units(self.h1);
        }
        self.page(&mut root, &rects, 0);
        sheet.scene.root = root;
        sheet.scene.canvas = canvas;
        sheet.touch();
        clear_of_words(sheet, &before);
        self.enlarge(sheet);
    }

    fn page(&self, node: &mut Node, rects: &[(String, Rect)], depth: usize) {
        if node.layout.flow == Flow::Stack {
            self.stack(node, rects, depth);
            return;
        }
        self.turn(node, rects);
        for child in &mut node.children {
            if child.layout.at.is_some() {
                continue;
            }
            let own = rect_of(rects, &child.id);
            if own.w > self.w0 * 0.5 && depth < 8 {
                self.page(child, rects, depth + 1);
            }
        }
        let pad = (self.w1 / self.w0).clamp(0.55, 1.0);
        if depth < 2 {
            node.layout.pad[1] *= pad;
            node.layout.pad[3] *= pad;
        }
    }

    /// Children that stand at places of their own.
    fn stack(&self, node: &mut Node, rects: &[(String, Rect)], depth: usize) {
        let area = self.w0 * self.h0;
        let full = |r: &Rect| r.w * r.h >= area * FULL;
        let worded = |n: &Node| !texts(n).is_empty();
        if let Some(band) = super::banded::band(node, rects, (self.w0, self.h0)) {
            return self.banded(node, rects, &band);
        }
        if let Some(fields) = super::fields::fields(node, rects, (self.w0, self.h0)) {
            return self.fielded(node, rects, &fields);
        }
        if self.turn_panes(node, rects) {
            return;
        }
        let pattern = super::pattern::pattern(node, rects, (self.w0, self.h0));
        if let Some(pattern) = &pattern {
            self.spread_pattern(node, rects, pattern);
        }
        let woven = |id: &str| {
            pattern
                .as_ref()
                .is_some_and(|(ids, _)| ids.iter().any(|own| own == id))
        };
        let blocks = node
            .children
            .iter()
            .filter(|c| c.layout.at.is_some() && worded(c) && !full(&rect_of(rects, &c.id)))
            .count();
        // A form that carries the words (a badge, a sheet of paper) stays with them.
        let carrier = node.children.iter().any(|form| {
            let r = rect_of(rects, &form.id);
            let form = !full(&r)
                && !worded(form)
                && form.style.fill.is_some()
                && matches!(form.content, Content::Shape(_) | Content::Path(_));
            let carried = node
                .children
                .iter()
                .filter(|c| {
                    let own = rect_of(rects, &c.id);
                    c.layout.at.is_some() && worded(c) && !full(&own) && r.overlap_share(&own) > 0.9
                })
                .count();
            // A smaller one, where it carries all of them.
            let all = carried == blocks && r.w * r.h > area * 0.1;
            form && carried > 0 && (all || r.w * r.h > area * 0.3)
        });
        // What lines join, or stands along one, keeps its distances.
        let drawn = ["axis", "stem", "connector", "arrow", "lifeline", "branch"];
        let joined = node.children.iter().any(|child| {
            matches!(child.content, Content::Connector(_)) || drawn.contains(&child.role.as_str())
        });
        if blocks > BLOCKS_MAX || carrier || joined {
            return self.together(node, rects, &woven);
        }
        for child in &mut node.children {
            if woven(&child.id) {
                continue;
            }
            let r = rect_of(rects, &child.id);
            if full(&r) {
                if worded(child) && depth < 6 {
                    if child.layout.at.is_some() {
                        child.layout.at = Some([0.0, 0.0]);
                    }
                    resize_full(child, self.w1, self.h1);
                    self.page(child, rects, depth + 1);
                } else {
                    self.cover(child);
                }
                continue;
            }
            if child.layout.at.is_none() {
                continue;
            }
            if worded(child) {
                self.block(child, &r);
            } else {
                self.ornament(child, &r);
            }
        }
    }

    /// A ground or a picture that fills the page: it covers the new one.
    pub(super) fn cover(&self, node: &mut Node) {
        if node.children.is_empty() {
            node.layout.at = node.layout.at.map(|_| [0.0, 0.0]);
            resize_full(node, self.w1, self.h1);
            return;
        }
        let k = (self.w1 / self.w0).max(self.h1 / self.h0);
        let (dx, dy) = ((self.w1 - self.w0 * k) / 2.0, (self.h1 - self.h0 * k) / 2.0);
        for child in &mut node.children {
            if let Some(at) = &mut child.layout.at {
                *at = [at[0] * k + dx, at[1] * k + dy];
            }
            scale(child, k);
        }
        node.layout.at = node.layout.at.map(|_| [0.0, 0.0]);
        resize_full(node, self.w1, self.h1);
        node.style.clip = true;
    }

    /// A block with words: as wide as its margins let it be, at the same share of the free height.
    fn block(&self, node: &mut Node, r: &Rect) {
        let (left, right) = (r.x.max(0.0), (self.w0 - r.right()).max(0.0));
        let squeeze = (self.w1 / self.w0).min(1.0);
        let wide = r.w >= self.w0 * WIDE;
        let w = if wide {
            let m = squeeze.max(0.6);
            self.w1 - (left + right) * m
        } else {
            r.w.min(self.w1 * 0.86)
        };
        let flows = node.layout.flow != Flow::Stack || matches!(node.content, Content::Text(_));
        // On a page that became lower large letters keep their share of its height.
        let low = match r.h > self.h0 * 0.35 {
            true => (self.h1 / self.h0).min(1.0),
            false => 1.0,
        };
        let k = if flows && wide {
            (w / r.w).min(low)
        } else {
            (w / r.w).min(self.h1 * 0.9 / r.h).min(1.0)
        };
        scale(node, k);
        if flows && wide {
            widths(node, r.w * k, w);
        }
        let h = r.h * k;
        let x = if wide {
            left * squeeze.max(0.6)
        } else {
            anchored(r.x, r.w, self.w0, w, self.w1)
        };
        // A short block on a page that became much higher comes down toward the middle of what the eye rests on.
        let mut y = anchored(r.y, r.h, self.h0, h, self.h1);
        if wide
            && self.h1 > self.h0 * 1.25
            && h < self.h1 * 0.6
            && r.cy() < self.h0 * 0.62
            && r.h > self.h0 * 0.35
        {
            y = (self.h1 - h) * 0.38;
        }
        node.layout.at = Some([x, y]);
    }

    /// A decoration: as large as it is, at the same place of the page.
    fn ornament(&self, node: &mut Node, r: &Rect) {
        let bleeds =
            r.x < -2.0 || r.y < -2.0 || r.right() > self.w0 + 2.0 || r.bottom() > self.h0 + 2.0;
        let tall = r.h >= self.h0 * FULL;
        let broad = r.w >= self.w0 * FULL;
        if tall || broad {
            // Bars along an edge run along the new one.
            let w = if broad { r.w / self.w0 * self.w1 } else { r.w };
            let h = if tall { r.h / self.h0 * self.h1 } else { r.h };
            node.layout.w = Len::Units(w);
            node.layout.h = Len::Units(h);
            if !node.children.is_empty() {
                let k = (w / r.w).min(h / r.h);
                for child in &mut node.children {
                    if let Some(at) = &mut child.layout.at {
                        *at = [at[0] * w / r.w, at[1] * h / r.h];
                    }
                    scale(child, k);
                }
            }
            let x = if broad {
                r.x / self.w0 * self.w1
            } else {
                anchored(r.x, r.w, self.w0, w, self.w1)
            };
            let y = if tall {
                r.y / self.h0 * self.h1
            } else {
                anchored(r.y, r.h, self.h0, h, self.h1)
            };
            node.layout.at = Some([x, y]);
            return;
        }
        if bleeds {
            let (cx, cy) = (r.cx() / self.w0 * self.w1, r.cy() / self.h0 * self.h1);
            node.layout.at = Some([cx - r.w / 2.0, cy - r.h / 2.0]);
            return;
        }
        let k = (self.w1 * 0.94 / r.w).min(self.h1 * 0.94 / r.h).min(1.0);
        scale(node, k);
        node.layout.at = Some([
            anchored(r.x, r.w, self.w0, r.w * k, self.w1),
            anchored(r.y, r.h, self.h0, r.h * k, self.h1),
        ]);
    }

    /// Rows of large parts become columns on a narrow page, columns rows on a wide one.
    fn turn(&self, node: &mut Node, rects: &[(String, Rect)]) {
        let shape = (self.w1 / self.h1) / (self.w0 / self.h0);
        let large: Vec<Rect> = node
            .children
            .iter()
            .filter(|c| c.layout.at.is_none())
            .map(|c| rect_of(rects, &c.id))
            .filter(|r| r.w * r.h > self.w0 * self.h0 * 0.015)
            .collect();
        if large.len() < 2 {
            return;
        }
        // A row of small figures wraps when it would be squeezed.
        let figures = large.len() >= 3 && large.iter().all(|r| r.h < self.h0 * 0.16);
        if node.layout.flow == Flow::Row && figures && shape < 0.7 && self.w1 < self.w0 * 0.85 {
            node.layout.flow = Flow::Grid(vec![1.0; 2]);
            for child in &mut node.children {
                child.layout.w = Len::Auto;
            }
            return;
        }
        let high = large.iter().all(|r| r.h > self.h0 * 0.16);
        match node.layout.flow {
            Flow::Row if shape < 0.8 && self.w1 < self.h1 * 1.05 && high => {
                node.layout.flow = Flow::Column;
                node.layout.align = Some(plantain_scene::node::Place::Stretch);
                for child in &mut node.children {
                    child.layout.w = Len::Percent(100.0);
                    if let Len::Percent(_) = child.layout.h {
                        child.layout.h = Len::Auto;
                    }
                    child.layout.grow = child.layout.grow.max(0.5);
                }
            }
            Flow::Column
                if shape > 1.45
                    && self.w1 > self.h1
                    && large.len() == 2
                    && large.iter().all(|r| r.w > self.w0 * 0.7)
                    && high =>
            {
                node.layout.flow = Flow::Row;
                node.layout.align = Some(plantain_scene::node::Place::Stretch);
                for child in &mut node.children {
                    child.layout.w = Len::Auto;
                    child.layout.grow = child.layout.grow.max(1.0);
                }
            }
            Flow::Grid(ref mut columns) if shape < 0.8 && columns.len() > 2 => {
                let n = if self.w1 < self.h1 * 0.7 {
                    columns.len().div_ceil(2).min(2)
                } else {
                    columns.len() - 1
                };
                *columns = vec![1.0; n.max(1)];
            }
            _ => {}
        }
    }

    /// Uses the room that a higher page gives to its words, as far as it goes.
    fn enlarge(&self, sheet: &mut Sheet<'_>) {
        if self.h1 <= self.h0 * 1.05 {
            return;
        }
        let root = sheet.scene.root.clone();
        let faults = sheet.faults();
        let ids: Vec<String> = root
            .children
            .iter()
            .filter(|c| {
                c.layout.at.is_some() && !texts(c).is_empty() && c.layout.flow == Flow::Column
            })
            .map(|c| c.id.clone())
            .collect();
        if ids.is_empty() || ids.len() > 3 {
            return;
        }
        for k in [1.3, 1.18, 1.08] {
            let k = f32::min(k, self.h1 / self.h0);
            for id in &ids {
                let Some(r) = sheet.rect(id) else { continue };
                if let Some(node) = sheet.node_mut(id) {
                    let w = node.layout.w;
                    let at = node.layout.at;
                    scale(node, k);
                    node.layout.w = w;
                    node.children.iter_mut().for_each(|c| {
                        if let Len::Units(own) = &mut c.layout.w {
                            *own /= k;
                        }
                        c.layout.max_w /= k;
                    });
                    if let Some([x, y]) = at {
                        let h = r.h * k;
                        let free = (self.h1 - r.h).max(1.0);
                        node.layout.at = Some([x, y / free * (self.h1 - h).max(0.0)]);
                    }
                }
            }
            let shrunk = |sheet: &mut Sheet<'_>| {
                let wanted: std::collections::BTreeMap<String, f32> = ids
                    .iter()
                    .filter_map(|id| sheet.node(id))
                    .flat_map(|node| {
                        let mut sizes = Vec::new();
                        node.visit(&mut |n| {
                            if let Some(text) = n.as_text() {
                                sizes.push((n.id.clone(), text.size));
                            }
                        });
                        sizes
                    })
                    .collect();
                sheet
                    .picture()
                    .texts
                    .iter()
                    .any(|t| wanted.get(&t.id).is_some_and(|size| t.size < size * 0.9))
            };
            if !sheet.is_worse(&faults) && !shrunk(sheet) {
                return;
            }
            sheet.scene.root = root.clone();
            sheet.touch();
        }
    }
}

pub(super) fn rect_of(rects: &[(String, Rect)], id: &str) -> Rect {
    rects
        .iter()
        .find(|(own, _)| own == id)
        .map_or(Rect::default(), |(_, r)| *r)
}

pub(super) fn boxes(sheet: &mut Sheet<'_>) -> Vec<(String, Rect)> {
    sheet
        .picture()
        .boxes
        .iter()
        .map(|own| (own.id.clone(), crate::edit::scene::sheet::rect_of(own.rect)))
        .collect()
}

/// Returns where a box begins so that the free space before and behind it keeps its shares.
fn anchored(at: f32, size: f32, all: f32, new_size: f32, new_all: f32) -> f32 {
    let free = all - size;
    if free <= 1.0 {
        return (new_all - new_size) / 2.0;
    }
    (at / free).clamp(0.0, 1.0) * (new_all - new_size)
}

fn resize_full(node: &mut Node, w: f32, h: f32) {
    if matches!(node.layout.w, Len::Units(_)) {
        node.layout.w = Len::Units(w);
    }
    if matches!(node.layout.h, Len::Units(_)) {
        node.layout.h = Len::Units(h);
    }
}

/// Gives a column and the lines in it that are as wide another width.
pub(super) fn widths(node: &mut Node, old: f32, new: f32) {
    if let Len::Units(w) = &mut node.layout.w
        && (*w - old).abs() < old * 0.06
    {
        *w = new;
    }
    if node.layout.max_w > 0.0 && (node.layout.max_w - old).abs() < old * 0.06 {
        node.layout.max_w = new;
    }
    for child in &mut node.children {
        widths(child, old, new);
    }
}

/// Stretches a box, what is in it aside.
fn stretch(node: &mut Node, kx: f32, ky: f32) {
    if let Some(at) = &mut node.layout.at {
        *at = [at[0] * kx, at[1] * ky];
    }
    if let Len::Units(w) = &mut node.layout.w {
        *w *= kx;
    }
    if let Len::Units(h) = &mut node.layout.h {
        *h *= ky;
    }
}
