//! Cards, rows and other parts of designs: one more like its siblings, fitted in as they are.

mod bars;
mod beside;
mod columns;
mod fields;
mod grid;
mod lanes;
mod lines;
mod loose;
mod messages;
mod model;
mod order;
mod room;
mod toggles;

use plantain_engine::EngineError;
use plantain_read::{Component, Location, RelationKind, Role};
use plantain_scene::build::{row as row_of, text};
use plantain_scene::node::{Content, Flow, Len};
use plantain_scene::{Node, Token};

use super::find::like;
use super::place::{on_top, scale};
use super::sheet::{Sheet, texts};
use super::things::{Kind, short};
use crate::stage::rect::Rect;

pub use self::beside::{row_beside, row_under, to_place};
pub use self::columns::column;
pub use self::lines::{charged, fill_blank, items, listed, named, row};
pub use self::messages::message;
use self::model::{model, to_the_end};
pub use self::order::{fill, move_up, sort};

/// Most columns of a grid in one row before a new row begins.
const COLUMNS_MAX: usize = 4;

/// Most texts in a part that still is one figure with its label.
const FIGURE_TEXTS: usize = 6;

/// Adds a part with its texts.
pub fn part(
    sheet: &mut Sheet<'_>,
    kind: Component,
    words: &[String],
    at: &Location,
) -> Result<(), EngineError> {
    let name = format!("{kind:?}").to_lowercase();
    if kind == Component::Border {
        return super::add::add(
            sheet,
            &plantain_read::Item::Border {
                color: None,
                width: None,
            },
            at,
        );
    }
    if kind == Component::TabBar && bars::tabs(sheet, words)? {
        return Ok(());
    }
    if let (Component::Card, [label]) = (kind, words)
        && super::diagram::add(sheet, label, at)?
    {
        return Ok(());
    }
    if let (Component::Form, Some(label)) = (kind, words.first()) {
        return fields::field(sheet, label, at);
    }
    if let (Component::Toggle, Some(label)) = (kind, words.first())
        && toggles::toggle(sheet, label, at)?
    {
        return Ok(());
    }
    if let (Component::Card, Some((RelationKind::On | RelationKind::In, target))) =
        (kind, &at.relation)
        && lanes::into_lane(sheet, words, target)?
    {
        return Ok(());
    }
    let Some(model) = model(sheet, kind, words.len()) else {
        if matches!(
            kind,
            Component::Button | Component::Badge | Component::Ribbon
        ) {
            return pill(sheet, words, at);
        }
        if kind == Component::Icon
            && let Some(word) = words.first()
        {
            let phrase = plantain_read::ObjectPhrase {
                noun: word.to_lowercase(),
                count: Some(1),
                ..Default::default()
            };
            return super::add::things(sheet, &phrase, at).map(|_| ());
        }
        return Err(EngineError::TargetNotLocated {
            target: format!("a {name} to model the new one on"),
            found: sheet.found(),
        });
    };
    let faults = sheet.faults();
    let id = again(sheet, &model)?;
    to_the_end(sheet, &id);
    renew(sheet, &id, words);
    if let Some((kind, target)) = &at.relation
        && let Some(other) = sheet.find(target)?.into_iter().next()
        && let Some(new) = sheet.thing(&id, Kind::Part)
    {
        super::rank::beside(sheet, &new, *kind, &other);
    }
    settle(sheet, id, &faults)?;
    sheet.because(format!(
        "A {name} came{}; it is built like the others.",
        words
            .first()
            .map_or(String::new(), |w| format!(" (“{}”)", short(w)))
    ));
    Ok(())
}

/// Makes room for a new part and speaks of it from here on; refuses it where its words do not fit.
fn settle(
    sheet: &mut Sheet<'_>,
    id: String,
    faults: &super::fit::Faults,
) -> Result<(), EngineError> {
    relieve(sheet, &id, faults);
    let ids: Vec<String> = sheet
        .node(&id)
        .map(|node| texts(node).into_iter().map(|(id, _)| id).collect())
        .unwrap_or_default();
    sheet.must_fit(&ids)?;
    sheet.same = vec![id];
    Ok(())
}

/// Repeats a node after itself, as its siblings stand; returns the id of the new one.
pub fn again(sheet: &mut Sheet<'_>, id: &str) -> Result<String, EngineError> {
    let missing = || EngineError::TargetNotLocated {
        target: "a part to repeat".into(),
        found: Vec::new(),
    };
    let node = sheet.node(id).cloned().ok_or_else(missing)?;
    let (parent, place) = sheet.parent(id).ok_or_else(missing)?;
    let copy = sheet.copies(std::slice::from_ref(&node)).remove(0);
    let new = copy.id.clone();
    let siblings: Vec<Node> = sheet
        .node(&parent)
        .map_or_else(Vec::new, |p| p.children.clone());
    // Lines between rows come along.
    let rule = place
        .checked_sub(1)
        .and_then(|i| siblings.get(i))
        .filter(|n| n.role == "rule" && n.layout.at.is_none())
        .cloned();
    let mut nodes = Vec::new();
    if let Some(rule) = rule {
        nodes.extend(sheet.copies(&[rule]));
    }
    nodes.push(copy);
    sheet.insert(&parent, place + 1, nodes);
    if node.layout.at.is_some() {
        spread(sheet, &parent, id, &new);
    } else if let Some(parent) = sheet.node_mut(&parent)
        && let Flow::Grid(columns) = &mut parent.layout.flow
        && siblings.len() == columns.len()
        && columns.len() < COLUMNS_MAX
    {
        columns.push(1.0);
    }
    sheet.touch();
    Ok(new)
}

/// Gives a new sibling with a place of its own the next place in its row or column; all become narrower if need be.
fn spread(sheet: &mut Sheet<'_>, parent: &str, model: &str, new: &str) {
    let Some(node) = sheet.node(model).cloned() else {
        return;
    };
    let Some(rect) = sheet.rect(model) else {
        return;
    };
    let ids: Vec<String> = sheet.node(parent).map_or_else(Vec::new, |p| {
        p.children
            .iter()
            .filter(|c| c.id != new && (like(c, &node) || c.id == node.id) && c.layout.at.is_some())
            .map(|c| c.id.clone())
            .collect()
    });
    let mut boxes: Vec<(String, Rect)> = ids
        .iter()
        .filter_map(|id| Some((id.clone(), sheet.rect(id)?)))
        .collect();
    let (w, h) = sheet.size();
    let row: Vec<(String, Rect)> = boxes
        .iter()
        .filter(|(_, r)| (r.y - rect.y).abs() < 3.0)
        .cloned()
        .collect();
    let column: Vec<(String, Rect)> = boxes
        .iter()
        .filter(|(_, r)| (r.x - rect.x).abs() < 3.0)
        .cloned()
        .collect();
    let along = row.len() >= column.len();
    boxes = if along { row } else { column };
    boxes.sort_by(|a, b| (a.1.x + a.1.y).total_cmp(&(b.1.x + b.1.y)));
    let (Some(first), Some(last)) = (boxes.first().cloned(), boxes.last().cloned()) else {
        return;
    };
    let n = boxes.len() as f32;
    let (size, start, end, limit) = if along {
        (rect.w, first.1.x, last.1.right(), w)
    } else {
        (rect.h, first.1.y, last.1.bottom(), h)
    };
    let gap = if boxes.len() > 1 {
        ((end - start) - size * n) / (n - 1.0)
    } else {
        size * 0.08
    };
    let next = end + gap;
    let shift = |sheet: &mut Sheet<'_>, id: &str, by: f32| {
        if let Some(at) = sheet.node_mut(id).and_then(|node| node.layout.at.as_mut()) {
            at[usize::from(!along)] += by;
        }
    };
    if next + size <= limit - start.min(limit * 0.04) {
        let from = if along { rect.x } else { rect.y };
        shift(sheet, new, next - from);
        return;
    }
    // The whole row shares the room that it had.
    let k = ((end - start) - gap * n) / (n + 1.0) / size;
    let mut at = start;
    boxes.push((new.to_owned(), rect));
    for (id, r) in &boxes {
        if let Some(node) = sheet.node_mut(id) {
            if along {
                node.layout.w = Len::Units(size * k);
            } else {
                scale(node, k);
            }
        }
        let from = if along { r.x } else { r.y };
        shift(sheet, id, at - from);
        at += size * k + gap;
    }
}

/// A text of a part: id, role, words, whether it was invented.
type Words = (String, String, String, bool);

/// Sets the words of a new part; what it was copied from keeps its own.
fn renew(sheet: &mut Sheet<'_>, id: &str, words: &[String]) {
    let Some(node) = sheet.node(id) else { return };
    let slots: Vec<Words> = {
        let mut slots = Vec::new();
        node.visit(&mut |inner| {
            if let Some(text) = inner.as_text() {
                slots.push((
                    inner.id.clone(),
                    inner.role.clone(),
                    text.text.clone(),
                    inner.filler,
                ));
            }
        });
        slots
    };
    let figure = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let mut free: Vec<usize> = (0..slots.len()).collect();
    let mut take = |test: &dyn Fn(&Words) -> bool| -> Option<usize> {
        let at = free.iter().position(|i| test(&slots[*i]))?;
        Some(free.remove(at))
    };
    let mut set: Vec<(usize, &String)> = Vec::new();
    for word in words {
        let slot = if figure(word) {
            take(&|s| s.1 == "value" || s.1 == "price")
                .or_else(|| take(&|s| figure(&s.2) && s.1 != "delta"))
        } else {
            take(&|s| matches!(s.1.as_str(), "label" | "title" | "heading" | "item"))
                .or_else(|| take(&|s| !figure(&s.2)))
        };
        if let Some(slot) = slot.or_else(|| take(&|_| true)) {
            set.push((slot, word));
        }
    }
    for (slot, word) in &set {
        super::text::write(sheet, &slots[*slot].0, word);
    }
    if words.is_empty() {
        return;
    }
    // What else the model said is not said of the new one.
    // What a long card was filled in with is as true of the new one.
    let long = slots.len() > FIGURE_TEXTS;
    let rest: Vec<String> = free
        .iter()
        .map(|i| &slots[*i])
        .filter(|slot| !(long && slot.3))
        .map(|slot| slot.0.clone())
        .collect();
    let mut gone = rest.clone();
    for text in &rest {
        for above in sheet.ancestors(text).iter().rev() {
            if *above == id
                || set
                    .iter()
                    .any(|(s, _)| sheet.ancestors(&slots[*s].0).contains(above))
            {
                break;
            }
            gone.push(above.clone());
        }
    }
    sheet.remove(&gone);
    if let Some(node) = sheet.node_mut(id) {
        node.filler = false;
    }
    // An icon or a small chart of the model would say something else.
    let mut icons = Vec::new();
    if let Some(node) = sheet.node(id) {
        node.visit(&mut |inner| {
            if let Content::Icon(icon) = &inner.content {
                icons.push((inner.id.clone(), icon.name.clone()));
            }
        });
    }
    if let (Some((icon, _)), Some(word)) = (icons.first(), words.first())
        && let Some(found) = plantain_art::find_icon(&word.to_lowercase())
        && let Some(node) = sheet.node_mut(icon)
        && let Content::Icon(icon) = &mut node.content
    {
        found.name.clone_into(&mut icon.name);
    }
    sheet.touch();
}

/// Makes room when one more does not fit: siblings share the width.
fn relieve(sheet: &mut Sheet<'_>, id: &str, faults: &super::fit::Faults) {
    if !sheet.is_worse(faults) {
        return;
    }
    let Some((parent, _)) = sheet.parent(id) else {
        return;
    };
    let before = sheet.scene.clone();
    if let Some(parent) = sheet.node_mut(&parent) {
        let along = parent.layout.flow == Flow::Row;
        parent.layout.gap *= 0.7;
        for child in parent
            .children
            .iter_mut()
            .filter(|c| c.layout.at.is_none() && !c.children.is_empty())
        {
            if along {
                child.layout.w = Len::Auto;
                child.layout.grow = child.layout.grow.max(1.0);
                child.layout.min_w = 0.0;
            } else if let Len::Units(h) = child.layout.h {
                child.layout.h = Len::Units(h * 0.8);
            }
            child.layout.pad = child.layout.pad.map(|p| p * 0.7);
            child.visit_mut(&mut |inner| {
                if let Content::Text(text) = &mut inner.content {
                    text.min_size = if text.min_size > 0.0 {
                        text.min_size
                            .min(text.size * 0.7)
                            .max(11.0_f32.min(text.size))
                    } else {
                        0.0
                    };
                }
            });
        }
    }
    if sheet.is_worse(faults) {
        // It did not help: as it was, smaller letters may.
        let now = sheet.faults().len();
        let tried = std::mem::replace(&mut sheet.scene, before);
        sheet.touch();
        if sheet.faults().len() > now {
            sheet.scene = tried;
            sheet.touch();
        }
    }
}

/// A pill with a word where there is room.
fn pill(sheet: &mut Sheet<'_>, words: &[String], at: &Location) -> Result<(), EngineError> {
    let Some(word) = words.first() else {
        return Err(EngineError::InstructionNotUnderstood {
            words: vec!["button".into()],
        });
    };
    let (w, h) = sheet.size();
    let size = w.min(h) * 0.03;
    let label = text(word.clone())
        .size(size)
        .weight(600)
        .color(Token::AccentInk)
        .literal(true)
        .role("button-label");
    let node = row_of()
        .role("button")
        .fill(Token::Accent)
        .radius(sheet.scene.theme.radius.max(size * 0.6))
        .pad_xy(size * 1.3, size * 0.7)
        .center()
        .rigid()
        .child(label);
    let faults = sheet.faults();
    // Below the last words of the column that leads, else at the foot.
    let title = sheet.in_role(Role::Title).first().map(|t| t.id.clone());
    if at.position.is_none()
        && let Some((parent, _)) = title.and_then(|id| sheet.parent(&id))
        && sheet
            .node(&parent)
            .is_some_and(|p| p.layout.flow == Flow::Column)
    {
        let before = sheet.scene.clone();
        let ids = sheet.insert(
            &parent,
            usize::MAX,
            vec![node.clone().margin(size, 0.0, 0.0, 0.0)],
        );
        sheet.touch();
        if !sheet.is_worse(&faults) {
            sheet.same = ids;
            sheet.because(format!("A button “{}” came.", short(word)));
            return Ok(());
        }
        sheet.scene = before;
        sheet.touch();
    }
    let wide = word.chars().count() as f32 * size * 0.62 + size * 2.6;
    let tall = size * 2.7;
    let (x, y) = at.position.map_or((None, None), super::find::spot);
    let m = 0.07 * w.min(h);
    for i in 0..20 {
        let left = m + (w - 2.0 * m - wide) * x.unwrap_or(0.5);
        let top = match y {
            Some(0.0) => m + i as f32 * 0.035 * h,
            _ => h - m - tall - i as f32 * 0.035 * h,
        };
        let before = sheet.scene.clone();
        let id = on_top(sheet, node.clone().at(left, top));
        if !sheet.is_worse(&faults) {
            sheet.same = vec![id];
            sheet.because(format!("A button “{}” came.", short(word)));
            return Ok(());
        }
        sheet.scene = before;
        sheet.touch();
    }
    Err(EngineError::DoesNotFit { smallest: None })
}

/// Adds a line of text to the column that leads, set like its neighbours; returns whether there was such a column.
pub fn line(
    sheet: &mut Sheet<'_>,
    words: &str,
    role: Role,
    at: &Location,
) -> Result<bool, EngineError> {
    if at.position.is_some() || matches!(role, Role::Button | Role::Badge | Role::World) {
        return Ok(false);
    }
    let (anchor, before) = match &at.relation {
        Some((kind, target)) => {
            let found = sheet.find(target)?;
            let Some(thing) = found.iter().find(|t| t.kind == Kind::Text) else {
                return Ok(lanes::below_part(sheet, words, (role, *kind), &found));
            };
            let thing = thing.clone();
            (thing.id, *kind == RelationKind::Above)
        }
        None => {
            let title = sheet.in_role(Role::Title);
            let Some(title) = title.first() else {
                return Ok(false);
            };
            (title.id.clone(), false)
        }
    };
    let Some((parent, place)) = sheet.parent(&anchor) else {
        return Ok(false);
    };
    let Some(holder) = sheet.node(&parent) else {
        return Ok(false);
    };
    if holder.layout.flow != Flow::Column {
        return Ok(false);
    }
    let siblings: Vec<Node> = holder
        .children
        .iter()
        .filter(|c| c.as_text().is_some())
        .cloned()
        .collect();
    let like_title = role == Role::Title;
    let pattern = if like_title {
        sheet.node(&anchor).cloned()
    } else {
        siblings
            .iter()
            .rev()
            .find(|s| s.role != "title" && s.literal)
            .or(siblings.last())
            .cloned()
    };
    let Some(mut node) = pattern else {
        return Ok(false);
    };
    let title_only = siblings.len() == 1 && !like_title;
    node.id = String::new();
    node.literal = true;
    node.filler = false;
    node.role = if like_title {
        "title".into()
    } else {
        "subtitle".into()
    };
    if let Content::Text(text) = &mut node.content {
        words.clone_into(&mut text.text);
        text.spans.clear();
        if title_only {
            text.size = (text.size * 0.4).max(14.0);
            text.min_size = (text.size * 0.6).max(11.0);
            text.font = plantain_scene::node::FontRole::Body;
        }
    }
    node.layout.min_h = 0.0;
    if node.layout.margin[0] == 0.0 && !before {
        node.layout.margin[0] = node.as_text().map_or(8.0, |t| t.size * 0.5);
    }
    let faults = sheet.faults();
    let saved = sheet.scene.clone();
    let place = match (&at.relation, before) {
        (Some(_), true) => place,
        (Some(_), false) => place + 1,
        (None, _) => usize::MAX,
    };
    let ids = sheet.insert(&parent, place, vec![node]);
    sheet.touch();
    if sheet.is_worse(&faults) {
        sheet.scene = saved;
        sheet.touch();
        return Ok(false);
    }
    sheet.same = ids;
    Ok(true)
}
