//! Texts that go to the head or the foot of a page: into the column of words that stands there, else where there is room.

use plantain_read::Position;
use plantain_scene::build::rect;
use plantain_scene::node::{Content, Flow, Len};
use plantain_scene::{Node, Token};

use crate::edit::scene::fit::Faults;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::rect::Rect;

/// Share of the page's height that is its head, and its foot.
const THIRD: f32 = 0.36;
/// Sizes that a text is tried in when it does not fit as it is.
const SIZES: [f32; 5] = [1.0, 0.85, 0.7, 0.58, 0.48];

/// Puts a column of a page, which is as high as the row that it stands in, at the other end of that row; false where it is none.
pub(super) fn aside(sheet: &mut Sheet<'_>, thing: &Thing, position: Position) -> bool {
    const HIGH: f32 = 0.7;
    let last = match position {
        Position::Left => false,
        Position::Right => true,
        _ => return false,
    };
    let Some((own, parent)) = column_in_row(sheet, &thing.id) else {
        return false;
    };
    let Some(held) = sheet.rect(&parent) else {
        return false;
    };
    let flows = sheet
        .node(&own)
        .is_some_and(|node| node.layout.at.is_none());
    if !flows || thing.kind != Kind::Part || thing.rect.h < HIGH * held.h {
        return false;
    }
    let Some(mut node) = sheet.node(&own).cloned() else {
        return false;
    };
    // The line at its side stays between it and the others.
    if own != thing.id {
        node.children.reverse();
    }
    sheet.remove(std::slice::from_ref(&own));
    sheet.insert(&parent, if last { usize::MAX } else { 0 }, vec![node]);
    sheet.touch();
    true
}

/// Returns the column that a part is, or that holds it with no more than a line, and the row that it stands in.
fn column_in_row(sheet: &mut Sheet<'_>, id: &str) -> Option<(String, String)> {
    const LINE: f32 = 4.0;
    let (parent, _) = sheet.parent(id)?;
    let node = sheet.node(&parent)?;
    let row = node.layout.flow == Flow::Row;
    let all = node.children.iter().map(|child| child.id.clone());
    let others: Vec<String> = all.filter(|child| child != id).collect();
    let mut lines = others.clone();
    lines.retain(|id| sheet.rect(id).is_some_and(|rect| rect.w < LINE));
    match row && lines.len() < others.len() {
        true => Some((id.to_owned(), parent)),
        false if lines.len() == others.len() => column_in_row(sheet, &parent),
        false => None,
    }
}

/// Puts a text first into the column at the head of the page, or last into the one at its foot; false where there is none
/// or no room in it.
pub fn join(sheet: &mut Sheet<'_>, thing: &Thing, top: bool, faults: &Faults) -> bool {
    let Some(column) = column(sheet, thing, top) else {
        return false;
    };
    let Some(node) = sheet.node(&thing.id).cloned() else {
        return false;
    };
    let shown = sheet
        .picture()
        .texts
        .iter()
        .find(|text| text.id == thing.id);
    let shown = shown.map_or(0.0, |text| text.size);
    let before = sheet.scene.clone();
    for k in SIZES {
        sheet.scene = before.clone();
        sheet.touch();
        let old = sheet.parent(&thing.id).map(|(parent, _)| parent);
        sheet.remove(std::slice::from_ref(&thing.id));
        let Some(sibling) = model(sheet, &column, top) else {
            break;
        };
        let node = fitted(node.clone(), &sibling, shown * k);
        let place = if top { 0 } else { usize::MAX };
        sheet.insert(&column, place, vec![node]);
        if let Some(old) = old {
            super::hollow(sheet, &old);
        }
        sheet.touch();
        if !sheet.is_worse(faults) && apart(sheet, &thing.id) {
            return true;
        }
    }
    sheet.scene = before;
    sheet.touch();
    false
}

/// Returns the column of words that stands at the head or at the foot of the page, or runs through all of it.
fn column(sheet: &mut Sheet<'_>, thing: &Thing, top: bool) -> Option<String> {
    let (_, h) = sheet.size();
    let mut found: Vec<(String, Rect)> = Vec::new();
    let mut ids = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        let words = node
            .children
            .iter()
            .filter(|child| child.as_text().is_some() && child.id != thing.id);
        if node.layout.flow == Flow::Column && words.count() > 0 && node.role != "button" {
            ids.push(node.id.clone());
        }
    });
    for id in ids {
        let Some(rect) = sheet.rect(&id) else {
            continue;
        };
        let there = match top {
            true => rect.y < THIRD * h,
            false => rect.bottom() > h - THIRD * h,
        };
        if there && rect.w > 0.0 {
            found.push((id, rect));
        }
    }
    let edge = |rect: &Rect| if top { rect.y } else { h - rect.bottom() };
    found.sort_by(|a, b| {
        let (near, wide) = (edge(&a.1) - edge(&b.1), b.1.w - a.1.w);
        if near.abs() > 0.04 * h {
            near.total_cmp(&0.0)
        } else {
            wide.total_cmp(&0.0)
        }
    });
    found.into_iter().next().map(|(id, _)| id)
}

/// Returns the text of a column that a newcomer is set beside.
fn model(sheet: &Sheet<'_>, column: &str, top: bool) -> Option<Node> {
    let mut words = sheet
        .node(column)?
        .children
        .iter()
        .filter(|child| child.as_text().is_some());
    match top {
        true => words.next().cloned(),
        false => words.next_back().cloned(),
    }
}

/// Sets a text as wide and on the side of its new neighbour.
fn fitted(mut node: Node, sibling: &Node, size: f32) -> Node {
    node.layout = sibling.layout.clone();
    node.layout.h = Len::Auto;
    node.layout.min_h = 0.0;
    if let (Content::Text(text), Some(other)) = (&mut node.content, sibling.as_text()) {
        text.align = other.align;
        text.color = other.color;
        text.spans.iter_mut().for_each(|span| span.color = None);
        text.size = size;
        text.min_size = text.min_size.min(size);
        let gap = text.size.min(other.size) * 0.35;
        node.layout.margin = [gap, 0.0, gap, 0.0];
    }
    node
}

/// Whether a text covers no drawing and crosses the edge of no filled form.
fn apart(sheet: &mut Sheet<'_>, id: &str) -> bool {
    let own = sheet.lines().into_iter().find(|line| line.id == id);
    own.is_none_or(|own| cost(sheet, &own.rect, id) < own.rect.area() * 0.05)
}

/// Returns how much of a box is covered by words, drawings or the edges of forms.
fn cost(sheet: &mut Sheet<'_>, rect: &Rect, but: &str) -> f32 {
    let page = {
        let (w, h) = sheet.size();
        w * h
    };
    /// What covers words counts for as much more than what covers a drawing.
    const WORDS: f32 = 4.0;
    let mut words = Vec::new();
    let mut solid = Vec::new();
    let mut forms = Vec::new();
    sheet.scene.root.visit(&mut |node| match &node.content {
        _ if node.id == but => {}
        Content::Text(_) => words.push(node.id.clone()),
        Content::Object(_) | Content::Image(_) | Content::Chart(_) => {
            solid.push(node.id.clone());
        }
        Content::Shape(_) | Content::Frame if node.style.fill.is_some() => {
            forms.push(node.id.clone());
        }
        _ => {}
    });
    let mut sum = 0.0;
    for line in sheet.lines().iter().filter(|line| words.contains(&line.id)) {
        if line.rect.grown(6.0).overlap(rect) > 1.0 {
            sum += rect.area() * WORDS;
        }
    }
    for id in solid {
        if let Some(own) = sheet.rect(&id) {
            sum += own.overlap(rect);
        }
    }
    for id in forms {
        let Some(own) = sheet.rect(&id) else { continue };
        let over = own.overlap(rect);
        let crossed = over > 1.0 && over < rect.area() * 0.98 && own.area() < page * 0.95;
        if crossed {
            sum += rect.area() * 0.3;
        }
    }
    sum
}

/// Puts a text at the head or the foot where it covers the least; on a plate of its own where it covers something.
pub fn settle(sheet: &mut Sheet<'_>, thing: &Thing, top: bool) {
    let (w, h) = sheet.size();
    let margin = super::MARGIN * w.min(h);
    let Some(node) = sheet.node(&thing.id).cloned() else {
        return;
    };
    let size = node.as_text().map_or(0.0, |text| text.size);
    let mut best: Option<(f32, Rect, f32)> = None;
    for (rank, k) in SIZES.iter().enumerate() {
        let (rw, rh) = (thing.rect.w * k, thing.rect.h * k);
        if rw > w - 2.0 * margin {
            continue;
        }
        for step in 0..16 {
            let off = step as f32 * 0.02 * h;
            let y = if top {
                margin + off
            } else {
                h - margin - rh - off
            };
            let rect = Rect::new((w - rw) / 2.0, y, rw, rh);
            let around = rect.grown(pad_of(&rect));
            let covered = cost(sheet, &around, &thing.id) / around.area().max(1.0);
            let score = covered + rank as f32 * 0.12 + step as f32 * 0.03;
            if best.is_none_or(|(least, ..)| score < least) {
                best = Some((score, rect, *k));
            }
        }
    }
    let Some((_, to, k)) = best else { return };
    let covered = cost(sheet, &to, &thing.id);
    if let Some(node) = sheet.node_mut(&thing.id) {
        let wide = to.w * 1.04 + 4.0;
        node.layout.at = Some([to.cx() - wide / 2.0, to.y]);
        node.layout.w = Len::Units(wide);
        if let Content::Text(text) = &mut node.content {
            text.size = size * k;
            text.min_size = text.min_size.min(text.size);
        }
    }
    sheet.touch();
    if covered > to.area() * 0.05 {
        plate(sheet, &thing.id, &to);
    }
}

/// Returns the room that a plate leaves around its words.
fn pad_of(words: &Rect) -> f32 {
    words.h.min(60.0) * 0.3
}

/// Lays a plate behind a text that stands on drawings.
fn plate(sheet: &mut Sheet<'_>, id: &str, around: &Rect) {
    let Some((parent, place)) = sheet.parent(id) else {
        return;
    };
    let pad = pad_of(around);
    let (w, _) = sheet.size();
    let wide = (around.w + 4.0 * pad).min(w);
    let plate = rect()
        .role("plate")
        .fill(Token::Surface)
        .radius(sheet.scene.theme.radius)
        .bounds(
            around.cx() - wide / 2.0,
            around.y - pad,
            wide,
            around.h + 2.0 * pad,
        );
    sheet.insert(&parent, place, vec![plate]);
    if let Some(node) = sheet.node_mut(id)
        && let Content::Text(text) = &mut node.content
    {
        text.color = Token::Ink.into();
        text.spans.iter_mut().for_each(|span| span.color = None);
    }
    debug_assert!(sheet.node(id).is_some_and(|node| texts(node).len() == 1));
    sheet.touch();
}
