//! Things in other places: moved, swapped, lined up, made larger or smaller.

use plantain_engine::EngineError;
use plantain_read::{Alignment, Location, Position, RelationKind, Scale, Target};
use plantain_scene::Node;
use plantain_scene::build::stack;
use plantain_scene::node::{Content, Flow, Len};

use super::add;
use super::find::spot;
use super::lettering::{self, is_text};
use super::sheet::Sheet;
use super::things::{Kind, Thing, short};
use crate::stage::rect::Rect;

/// Space that moved things keep to the edges, as a share of the shorter side.
pub const MARGIN: f32 = 0.05;
/// How much taller a thing must be to look taller.
const LARGER: f32 = 1.3;

impl Sheet<'_> {
    /// Puts a thing, with all that belongs to it, into another box of the same proportions, standing on the same middle
    /// of its lower edge.
    pub fn put(&mut self, thing: &Thing, to: Rect) {
        let k = (to.h / thing.rect.h.max(0.1)).clamp(0.02, 50.0);
        for id in &thing.own {
            let Some(rect) = self.rect(id) else { continue };
            let (dx, dy) = (rect.x - thing.rect.x, rect.y - thing.rect.y);
            let (x, y) = (to.x + dx * k, to.y + dy * k);
            let Some(node) = self.node_mut(id) else {
                continue;
            };
            match &mut node.layout.at {
                Some(at) => {
                    *at = [at[0] + x - rect.x, at[1] + y - rect.y];
                    scale(node, k);
                }
                None => scale(node, k),
            }
        }
        self.touch();
    }

    /// Moves a thing without changing its size.
    pub fn shift(&mut self, thing: &Thing, dx: f32, dy: f32) {
        self.put(thing, thing.rect.shifted(dx, dy));
    }

    /// Returns whether a thing stands on the ground of the stage, and on nothing else.
    pub fn is_grounded(&mut self, thing: &Thing) -> bool {
        thing
            .own
            .iter()
            .any(|id| self.node(id).is_some_and(|n| n.role == "ground-shadow"))
            && self.support_of(thing).is_none()
    }

    /// Returns what carries a thing: something larger below it, on which its foot rests.
    pub fn support_of(&mut self, thing: &Thing) -> Option<Thing> {
        let r = thing.rect;
        self.things()
            .into_iter()
            .filter(|other| other.kind == Kind::Object && other.id != thing.id)
            .filter(|other| other.noun != thing.noun)
            .filter(|other| {
                let o = other.rect;
                let under = o.x < r.cx() && o.right() > r.cx();
                let rests = r.bottom() > o.y - 8.0 && r.bottom() < o.bottom() - 0.08 * o.h;
                under && rests && o.w > r.w * 0.6
            })
            .max_by(|a, b| a.rect.area().total_cmp(&b.rect.area()))
    }

    /// Returns the things that stand on another one.
    pub fn standing_on(&mut self, support: &Thing) -> Vec<Thing> {
        let s = support.rect;
        let things = self.things();
        things
            .into_iter()
            .filter(|thing| thing.id != support.id && thing.kind == Kind::Object)
            .filter(|thing| {
                let r = thing.rect;
                let over = r.cx() > s.x && r.cx() < s.right();
                let onto = r.bottom() > s.y - 8.0 && r.bottom() < s.bottom() - s.h * 0.08;
                over && onto && r.w < s.w * 1.5
            })
            .collect()
    }
}

/// Scales a node and all that is in it.
pub fn scale(node: &mut Node, k: f32) {
    if (k - 1.0).abs() < 1e-4 {
        return;
    }
    let length = |len: &mut Len| {
        if let Len::Units(units) = len {
            *units *= k;
        }
    };
    length(&mut node.layout.w);
    length(&mut node.layout.h);
    inside(node, k);
    for child in &mut node.children {
        if let Some(at) = &mut child.layout.at {
            at[0] *= k;
            at[1] *= k;
        }
        scale(child, k);
    }
}

fn inside(node: &mut Node, k: f32) {
    let layout = &mut node.layout;
    for side in [
        &mut layout.min_w,
        &mut layout.min_h,
        &mut layout.max_w,
        &mut layout.max_h,
        &mut layout.gap,
    ] {
        *side *= k;
    }
    layout.row_gap = layout.row_gap.map(|gap| gap * k);
    layout
        .pad
        .iter_mut()
        .chain(&mut layout.margin)
        .for_each(|side| *side *= k);
    let style = &mut node.style;
    style.radius *= k;
    style.corners = style.corners.map(|corners| corners.map(|c| c * k));
    if let Some(stroke) = &mut style.stroke {
        stroke.width *= k;
    }
    for shadow in &mut style.shadows {
        shadow.dx *= k;
        shadow.dy *= k;
        shadow.blur *= k;
        shadow.spread *= k;
    }
    match &mut node.content {
        Content::Text(text) => {
            text.size *= k;
            text.min_size = (text.min_size * k).min(text.size);
            if let Some(arc) = &mut text.arc {
                arc.radius *= k;
            }
        }
        Content::Chart(spec) => spec.text_size *= k,
        _ => {}
    }
}

/// Moves what the target means.
pub fn go(sheet: &mut Sheet<'_>, target: &Target, to: &Location) -> Result<(), EngineError> {
    let found = sheet.find(target)?;
    let faults = sheet.faults();
    let readable = sheet.unreadable();
    let before = sheet.scene.clone();
    if let Some((kind, other)) = &to.relation {
        let others = sheet.find(other)?;
        for thing in &found {
            let Some(other) = others.iter().find(|other| other.id != thing.id) else {
                return Err(sheet.not_located(other));
            };
            beside(sheet, thing, *kind, other);
        }
        sheet.same = found.iter().map(|t| t.id.clone()).collect();
    } else if let Some(position) = to.position {
        across(sheet, &found, position, &faults);
    } else {
        return Err(EngineError::InstructionNotUnderstood {
            words: vec![target.words.clone()],
        });
    }
    if sheet.scene == before {
        return Err(EngineError::NothingChanged {
            why: "it stands there already".into(),
        });
    }
    sheet.mend(&readable, &[]);
    sheet.because(format!("“{}” stands elsewhere now.", short(&found[0].noun)));
    Ok(())
}

/// Puts a thing in relation to another.
fn beside(sheet: &mut Sheet<'_>, thing: &Thing, kind: RelationKind, other: &Thing) {
    if thing.kind != Kind::Object || other.kind != Kind::Object {
        return reorder(sheet, thing, kind, other);
    }
    let (r, o) = (thing.rect, other.rect);
    let (w, _) = sheet.size();
    let gap = 0.04 * w;
    let to = match kind {
        RelationKind::LeftOf => Rect::standing(o.x - gap - r.w / 2.0, o.bottom(), r.w, r.h),
        RelationKind::RightOf | RelationKind::NextTo | RelationKind::With => {
            Rect::standing(o.right() + gap + r.w / 2.0, o.bottom(), r.w, r.h)
        }
        RelationKind::InFrontOf => {
            // Before the lower part, so that both can be seen.
            let h = r.h.min(o.h * 0.75);
            let k = h / r.h;
            Rect::standing(o.cx() + o.w * 0.12, o.bottom() + h * 0.14, r.w * k, h)
        }
        RelationKind::Behind => {
            Rect::standing(o.cx() + o.w * 0.3, o.bottom() - o.h * 0.1, r.w, r.h)
        }
        RelationKind::Above => Rect::standing(o.cx(), o.y - gap, r.w, r.h),
        RelationKind::Below | RelationKind::Under => {
            Rect::standing(o.cx(), o.bottom() + gap * 0.5, r.w, r.h)
        }
        _ => match add::attached(sheet, thing, kind, other) {
            Some(to) => to,
            None => Rect::standing(o.cx(), o.y + o.h * 0.1, r.w, r.h),
        },
    };
    let held = matches!(
        kind,
        RelationKind::On | RelationKind::In | RelationKind::Above | RelationKind::Holding
    );
    sheet.put(thing, within(sheet.size(), to));
    if held {
        let shadows: Vec<String> = thing
            .own
            .iter()
            .filter(|id| sheet.node(id).is_some_and(|n| n.role == "ground-shadow"))
            .cloned()
            .collect();
        sheet.remove(&shadows);
    }
    let behind = matches!(kind, RelationKind::Behind);
    restack(sheet, thing, other, behind);
    // On the same line nothing stands inside anything else.
    if matches!(
        kind,
        RelationKind::LeftOf | RelationKind::RightOf | RelationKind::NextTo
    ) {
        clear_row(sheet, thing, other);
    }
}

/// Returns the box moved so that it lies on the canvas.
pub fn within((w, h): (f32, f32), r: Rect) -> Rect {
    let m = 0.02 * w.min(h);
    let x = r.x.min(w - m - r.w).max(m.min((w - r.w) / 2.0));
    let y = r.y.min(h - m - r.h).max(m.min((h - r.h) / 2.0));
    Rect::new(x, y, r.w, r.h)
}

/// When there was no room at the edge, both make way.
fn clear_row(sheet: &mut Sheet<'_>, thing: &Thing, other: &Thing) {
    let (Some(a), Some(b)) = (
        sheet.thing(&thing.id, thing.kind),
        sheet.thing(&other.id, other.kind),
    ) else {
        return;
    };
    let (w, h) = sheet.size();
    let gap = 0.03 * w;
    let left = a.rect.cx() < b.rect.cx();
    let (first, second) = if left { (&a, &b) } else { (&b, &a) };
    let short = first.rect.right() + gap - second.rect.x;
    if short <= 0.0 {
        return;
    }
    let room = w * 0.94 - second.rect.right();
    let push = short.min(room.max(0.0));
    sheet.shift(second, push, 0.0);
    let rest = short - push;
    if rest > 0.0 {
        sheet.shift(first, -rest.min(first.rect.x - 0.04 * w).max(0.0), 0.0);
    }
    let _ = h;
}

/// Paints a thing right after, or right before, another one.
pub fn restack(sheet: &mut Sheet<'_>, thing: &Thing, other: &Thing, behind: bool) {
    let nodes: Vec<Node> = thing
        .own
        .iter()
        .filter_map(|id| Some((sheet.parent(id)?.1, sheet.node(id)?.clone())))
        .collect::<std::collections::BTreeMap<usize, Node>>()
        .into_values()
        .filter(|node| node.layout.at.is_some())
        .collect();
    let (Some((mine, _)), Some((parent, _))) = (sheet.parent(&thing.id), sheet.parent(&other.id))
    else {
        return;
    };
    if mine != parent {
        return;
    }
    sheet.remove(&thing.own);
    let places: Vec<usize> = other
        .own
        .iter()
        .filter_map(|id| Some(sheet.parent(id)?.1))
        .collect();
    let at = if behind {
        places.iter().min().copied().unwrap_or(0)
    } else {
        places.iter().max().map_or(usize::MAX, |place| place + 1)
    };
    sheet.insert(&parent, at, nodes);
    sheet.touch();
}

/// Puts a part or a text of a design before or after another.
fn reorder(sheet: &mut Sheet<'_>, thing: &Thing, kind: RelationKind, other: &Thing) {
    let before = matches!(
        kind,
        RelationKind::Above | RelationKind::LeftOf | RelationKind::Behind | RelationKind::On
    );
    let common = sheet.ancestors(&thing.id);
    let theirs = sheet.ancestors(&other.id);
    let shared = common
        .iter()
        .zip(&theirs)
        .take_while(|(a, b)| a == b)
        .count();
    let branch =
        |path: &[String], own: &str| path.get(shared).cloned().unwrap_or_else(|| own.to_owned());
    let (mine, its) = (branch(&common, &thing.id), branch(&theirs, &other.id));
    let Some(parent) = shared.checked_sub(1).and_then(|i| common.get(i)).cloned() else {
        return;
    };
    let absolute =
        |sheet: &Sheet<'_>, id: &str| sheet.node(id).is_some_and(|n| n.layout.at.is_some());
    if absolute(sheet, &mine) || absolute(sheet, &its) {
        let r = thing.rect;
        let o = other.rect;
        let gap = 12.0;
        let to = match kind {
            RelationKind::Above | RelationKind::On => (o.cx() - r.w / 2.0, o.y - r.h - gap),
            RelationKind::LeftOf => (o.x - r.w - gap, o.cy() - r.h / 2.0),
            RelationKind::RightOf | RelationKind::NextTo => (o.right() + gap, o.cy() - r.h / 2.0),
            _ => (o.cx() - r.w / 2.0, o.bottom() + gap),
        };
        let to = within(sheet.size(), Rect::new(to.0, to.1, r.w, r.h));
        lift(sheet, thing, to);
        return;
    }
    let Some(node) = sheet.node(&mine).cloned() else {
        return;
    };
    sheet.remove(&[mine]);
    let Some((_, at)) = sheet.parent(&its) else {
        return;
    };
    sheet.insert(&parent, if before { at } else { at + 1 }, vec![node]);
    sheet.touch();
}

/// Moves things to a place of the picture.
fn across(sheet: &mut Sheet<'_>, found: &[Thing], position: Position, faults: &super::fit::Faults) {
    let (w, h) = sheet.size();
    let m = MARGIN * w.min(h);
    let all = found
        .iter()
        .map(|t| t.rect)
        .reduce(|a, b| a.union(&b))
        .unwrap_or_default();
    let (sx, sy) = spot(position);
    let stage = sheet.stage();
    let x = sx.map_or(all.x, |s| m + (w - 2.0 * m - all.w) * s);
    let mut y = sy.map_or(all.y, |s| m + (h - 2.0 * m - all.h) * s);
    if let Some(stage) = &stage
        && found.iter().any(|t| t.kind == Kind::Object)
    {
        let ground = stage.memo.ground;
        let flies = |noun: &str| crate::stage::lexicon::look_up(noun).0.flies();
        let on_ground = found
            .iter()
            .any(|t| t.kind == Kind::Object && !flies(&t.noun));
        // What stands does not rise: the far and the near ground are as far as it goes.
        if on_ground && ground.horizon < h * 0.95 {
            let base = match sy {
                Some(s) => ground.horizon + (h * 0.93 - ground.horizon) * (0.12 + 0.88 * s),
                None => all.bottom(),
            };
            let supported = found.iter().any(|t| !sheet.is_grounded(t));
            y = if supported && sy == Some(0.5) {
                all.y
            } else {
                base - all.h
            };
        }
    }
    let (dx, dy) = (x - all.x, y - all.y);
    for thing in found {
        let to = thing.rect.shifted(dx, dy);
        let at = sheet.node(&thing.id).and_then(|node| node.layout.at);
        if thing.kind == Kind::Object && at.is_some() {
            sheet.put(thing, to);
        } else {
            lift(sheet, thing, to);
            avoid(sheet, thing, position, faults);
        }
    }
}

/// Takes a text or a part out of its flow and puts it at a place of the canvas, as large as it is.
pub fn lift(sheet: &mut Sheet<'_>, thing: &Thing, to: Rect) {
    let Some(rect) = sheet.rect(&thing.id) else {
        return;
    };
    let shown = sheet
        .picture()
        .texts
        .iter()
        .find(|text| text.id == thing.id)
        .map(|text| text.size);
    let Some(mut node) = sheet.node(&thing.id).cloned() else {
        return;
    };
    let text = is_text(thing);
    // The box of a text may be wider than its letters: the letters are what is seen to move.
    let (w, h) = if text {
        (thing.rect.w * 1.04 + 4.0, rect.h.max(thing.rect.h))
    } else {
        (rect.w, rect.h)
    };
    let parent = sheet.parent(&thing.id);
    sheet.remove(std::slice::from_ref(&thing.id));
    if let Some((parent, _)) = parent {
        hollow(sheet, &parent);
    }
    node.layout.at = Some([to.x - (w - to.w) / 2.0, to.y]);
    node.layout.w = Len::Units(w);
    node.layout.grow = 0.0;
    node.layout.margin = [0.0; 4];
    node.layout.min_h = 0.0;
    node.layout.min_w = 0.0;
    node.layout.max_w = 0.0;
    if text {
        node.layout.h = Len::Auto;
        if let (Content::Text(text), Some(size)) = (&mut node.content, shown) {
            text.size = size;
            text.align = plantain_scene::node::Align::Center;
        }
    } else {
        node.layout.h = Len::Units(h);
    }
    on_top(sheet, node);
}

/// Removes a frame that holds nothing any more.
fn hollow(sheet: &mut Sheet<'_>, id: &str) {
    let empty = sheet.node(id).is_some_and(|node| {
        node.children.is_empty()
            && node.style.fill.is_none()
            && node.style.stroke.is_none()
            && matches!(node.content, Content::Frame)
    });
    if empty && *id != sheet.scene.root.id {
        sheet.remove(&[id.to_owned()]);
    }
}

/// Puts a node with a place of its own over everything.
pub fn on_top(sheet: &mut Sheet<'_>, node: Node) -> String {
    if sheet.scene.root.layout.flow != Flow::Stack {
        let root = std::mem::take(&mut sheet.scene.root);
        let fill = root.style.fill.clone();
        let facts = root.facts.clone();
        let mut page = stack().child(root.fill_w().fill_h());
        page.style.fill = fill;
        page.facts = facts;
        sheet.scene.root = page;
        sheet.touch();
    }
    let root = sheet.scene.root.id.clone();
    let ids = sheet.insert(&root, usize::MAX, vec![node]);
    sheet.touch();
    ids.into_iter().next().unwrap_or_default()
}

/// Moves a lifted text along its edge until it covers nothing.
fn avoid(sheet: &mut Sheet<'_>, thing: &Thing, position: Position, faults: &super::fit::Faults) {
    let (_, h) = sheet.size();
    let step = match spot(position).1 {
        Some(y) if y > 0.6 => -0.03 * h,
        _ => 0.03 * h,
    };
    for _ in 0..24 {
        if !sheet.is_worse(faults) {
            return;
        }
        if let Some(node) = sheet.node_mut(&thing.id)
            && let Some(at) = &mut node.layout.at
        {
            at[1] += step;
        }
    }
}

/// Lets two things change places.
pub fn swap(sheet: &mut Sheet<'_>, one: &Target, other: &Target) -> Result<(), EngineError> {
    let a = sheet.find(one)?;
    let b = sheet.find(other)?;
    let (a, b) = match (a.first(), b.first()) {
        (Some(a), Some(b)) if a.id == b.id && b_second(&a.id, &sheet.find(other)?).is_some() => {
            let second = b_second(&a.id, &sheet.find(other)?);
            (a.clone(), second.unwrap_or_else(|| b.clone()))
        }
        (Some(a), Some(b)) => (a.clone(), b.clone()),
        _ => return Err(sheet.not_located(one)),
    };
    if a.id == b.id {
        return Err(sheet.not_located(other));
    }
    if a.kind == Kind::Object && b.kind == Kind::Object {
        let (left, right) = if a.rect.cx() < b.rect.cx() {
            (&a, &b)
        } else {
            (&b, &a)
        };
        let apart = left.rect.right() <= right.rect.x + 0.2 * left.rect.w.min(right.rect.w);
        let (l, r) = (left.rect, right.rect);
        if apart {
            let level = (l.bottom() - r.bottom()).abs() < 0.25 * l.h.max(r.h);
            let (lb, rb) = if level {
                (l.bottom(), r.bottom())
            } else {
                (r.bottom(), l.bottom())
            };
            sheet.put(left, Rect::new(r.right() - l.w, lb - l.h, l.w, l.h));
            sheet.put(right, Rect::new(l.x, rb - r.h, r.w, r.h));
        } else {
            sheet.put(left, Rect::standing(r.cx(), r.bottom(), l.w, l.h));
            sheet.put(right, Rect::standing(l.cx(), l.bottom(), r.w, r.h));
        }
        // Who looked at the other still does.
        for thing in [left, right] {
            if let Some(node) = sheet.node_mut(&thing.id)
                && let Content::Object(object) = &mut node.content
            {
                object.flip = !object.flip;
            }
        }
    } else {
        exchange(sheet, &a, &b);
    }
    sheet.because(format!(
        "“{}” and “{}” changed places.",
        short(&a.noun),
        short(&b.noun)
    ));
    Ok(())
}

fn b_second(id: &str, found: &[Thing]) -> Option<Thing> {
    found.iter().find(|thing| thing.id != id).cloned()
}

/// Exchanges two parts or texts, each taking the other's place in the layout.
fn exchange(sheet: &mut Sheet<'_>, a: &Thing, b: &Thing) {
    let (Some(na), Some(nb)) = (sheet.node(&a.id).cloned(), sheet.node(&b.id).cloned()) else {
        return;
    };
    let fill = |slot: &Node, mut with: Node| {
        with.layout.at = slot.layout.at;
        with.layout.w = slot.layout.w;
        with.layout.h = slot.layout.h;
        with.layout.grow = slot.layout.grow;
        with.layout.span = slot.layout.span;
        with
    };
    let place = |sheet: &Sheet<'_>, id: &str| sheet.parent(id);
    let (Some((pa, ia)), Some((pb, ib))) = (place(sheet, &a.id), place(sheet, &b.id)) else {
        return;
    };
    let (in_a, in_b) = (fill(&na, nb.clone()), fill(&nb, na.clone()));
    if let Some(parent) = sheet.node_mut(&pa) {
        parent.children[ia] = in_a;
    }
    if let Some(parent) = sheet.node_mut(&pb) {
        parent.children[ib] = in_b;
    }
    sheet.touch();
}

/// Lines things up.
pub fn align(sheet: &mut Sheet<'_>, target: &Target, to: Alignment) -> Result<(), EngineError> {
    let found = sheet.find(target)?;
    let texts = found.iter().all(is_text);
    if texts {
        let setting = plantain_read::TypeSetting {
            align: Some(to),
            ..Default::default()
        };
        let ids = lettering::texts_of(sheet, &found);
        lettering::apply(sheet, &ids, &setting)?;
        sheet.because("The text is aligned anew.");
        return Ok(());
    }
    let before = sheet.scene.clone();
    let (w, h) = sheet.size();
    let all = found
        .iter()
        .map(|t| t.rect)
        .reduce(|a, b| a.union(&b))
        .unwrap_or_default();
    let m = 0.06 * w.min(h);
    let n = found.len();
    let mut sorted = found.clone();
    sorted.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    let sum: f32 = sorted.iter().map(|t| t.rect.w).sum();
    let even = |gaps: f32| (w - 2.0 * m - sum) / gaps;
    match to {
        Alignment::Even | Alignment::Middle | Alignment::Bottom if n > 1 => {
            // One line: same base, even gaps, no wider than they stand now unless they would overlap.
            let gap = ((all.w - sum) / (n as f32 - 1.0))
                .max(0.04 * w)
                .min(even(n as f32 - 1.0).max(0.0));
            let run = sum + gap * (n as f32 - 1.0);
            let k = ((w - 2.0 * m) / run).min(1.0);
            let mut x = (w - run * k) / 2.0;
            if to != Alignment::Even {
                x = x.max(m);
            }
            let base = sorted.iter().map(|t| t.rect.bottom()).fold(0.0, f32::max);
            for thing in &sorted {
                let (tw, th) = (thing.rect.w * k, thing.rect.h * k);
                sheet.put(thing, Rect::new(x, base - th, tw, th));
                x += tw + gap * k;
            }
        }
        _ => {
            for thing in &found {
                let r = thing.rect;
                let (x, y) = match to {
                    Alignment::Left if n > 1 => (all.x, r.y),
                    Alignment::Right if n > 1 => (all.right() - r.w, r.y),
                    Alignment::Top if n > 1 => (r.x, all.y),
                    Alignment::Center if n > 1 => (all.cx() - r.w / 2.0, r.y),
                    Alignment::Left => (m, r.y),
                    Alignment::Right => (w - m - r.w, r.y),
                    Alignment::Top => (r.x, m),
                    Alignment::Bottom => (r.x, h - m - r.h),
                    Alignment::Center | Alignment::Even => ((w - r.w) / 2.0, r.y),
                    Alignment::Middle => (r.x, (h - r.h) / 2.0),
                };
                sheet.put(thing, Rect::new(x, y, r.w, r.h));
            }
        }
    }
    if sheet.scene == before {
        return Err(EngineError::NothingChanged {
            why: "they stand like that already".into(),
        });
    }
    sheet.because("The things stand in order now.");
    Ok(())
}

/// Makes things larger or smaller.
pub fn resize(sheet: &mut Sheet<'_>, target: &Target, to: &Scale) -> Result<(), EngineError> {
    let found = sheet.find(target)?;
    let texts: Vec<Thing> = found.iter().filter(|t| is_text(t)).cloned().collect();
    let mine = found.iter().map(|t| t.rect.h).fold(0.0, f32::max).max(1.0);
    let factor = |sheet: &mut Sheet<'_>, to: &Scale| -> Result<f32, EngineError> {
        let other = |sheet: &mut Sheet<'_>, target: &Target| -> Result<f32, EngineError> {
            let same = sheet.same.clone();
            let h = sheet
                .find(target)?
                .iter()
                .map(|t| t.rect.h)
                .fold(0.0, f32::max);
            sheet.same = same;
            Ok(h)
        };
        Ok(match to {
            Scale::Times(k) => *k,
            Scale::LargerThan(target) => (other(sheet, target)? * LARGER / mine).max(1.02),
            Scale::SmallerThan(target) => (other(sheet, target)? / LARGER / mine).min(0.98),
            Scale::SameAs(target) => other(sheet, target)? / mine,
        })
    };
    let k = factor(sheet, to)?.clamp(0.05, 12.0);
    if texts.len() == found.len() {
        let ids = lettering::texts_of(sheet, &texts);
        lettering::resize(sheet, &ids, k)?;
        sheet.because("The text has another size now.");
        return Ok(());
    }
    let (w, h) = sheet.size();
    for thing in &found {
        let r = thing.rect;
        // No larger than the picture, no smaller than what can be seen.
        let most = (w * 0.96 / r.w).min(h * 0.96 / r.h);
        let k = k
            .min(most)
            .max(crate::stage::solve::SIDE_MIN / r.w.max(r.h));
        let above = sheet.standing_on(thing);
        let absolute = sheet.node(&thing.id).is_some_and(|n| n.layout.at.is_some());
        let to = if thing.kind == Kind::Object && absolute {
            Rect::standing(r.cx(), r.bottom(), r.w * k, r.h * k)
        } else {
            Rect::around(r.cx(), r.cy(), r.w * k, r.h * k)
        };
        let to = within((w, h), to);
        sheet.put(thing, to);
        for rider in above {
            let share = (rider.rect.bottom() - r.y) / r.h.max(1.0);
            let dx = to.x + (rider.rect.cx() - r.x) * k - rider.rect.cx();
            sheet.shift(&rider, dx, to.y + to.h * share - rider.rect.bottom());
        }
        if thing.kind == Kind::Object && absolute && k > 1.0 {
            make_way(sheet, &thing.id);
        }
    }
    if let Scale::LargerThan(other) = to {
        yield_to(sheet, &found, other)?;
    }
    sheet.because(format!("“{}” has another size now.", short(&found[0].noun)));
    Ok(())
}

/// What cannot become large enough makes the other smaller, so that the comparison holds.
fn yield_to(sheet: &mut Sheet<'_>, found: &[Thing], other: &Target) -> Result<(), EngineError> {
    let same = sheet.same.clone();
    let others = sheet.find(other)?;
    sheet.same = same;
    let mine = found
        .iter()
        .filter_map(|t| sheet.rect(&t.id))
        .map(|r| r.h)
        .fold(0.0, f32::max);
    for other in others {
        if other.rect.h * 1.15 > mine {
            let k = mine / (other.rect.h * LARGER);
            let r = other.rect;
            sheet.put(&other, Rect::standing(r.cx(), r.bottom(), r.w * k, r.h * k));
        }
    }
    Ok(())
}

/// Pushes neighbours aside that a thing which grew would cover, as far as there is room; else it moves away from them.
fn make_way(sheet: &mut Sheet<'_>, id: &str) {
    let Some(own) = sheet.thing(id, Kind::Object) else {
        return;
    };
    let (w, _) = sheet.size();
    let riders: Vec<String> = sheet.standing_on(&own).into_iter().map(|t| t.id).collect();
    for other in sheet.things() {
        let aside = other.kind != Kind::Object || other.id == own.id || riders.contains(&other.id);
        if aside
            || other.rect.overlap_share(&own.rect) < 0.12
            || own.rect.overlap_share(&other.rect) > 0.95
        {
            continue;
        }
        let right = other.rect.cx() > own.rect.cx();
        let need = if right {
            own.rect.right() + 6.0 - other.rect.x
        } else {
            other.rect.right() + 6.0 - own.rect.x
        };
        let room = if right {
            w * 0.97 - other.rect.right()
        } else {
            other.rect.x - w * 0.03
        };
        let push = need.min(room.max(0.0));
        sheet.shift(&other, if right { push } else { -push }, 0.0);
        let rest = need - push;
        if rest > 0.0 {
            let Some(own) = sheet.thing(id, Kind::Object) else {
                return;
            };
            let room = if right {
                own.rect.x - w * 0.02
            } else {
                w * 0.98 - own.rect.right()
            };
            let back = rest.min(room.max(0.0));
            sheet.shift(&own, if right { -back } else { back }, 0.0);
        }
    }
}
