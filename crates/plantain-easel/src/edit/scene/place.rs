//! Things in other places: moved, swapped, lined up, made larger or smaller.

mod arrange;
mod column;
mod enlarge;
pub(super) mod plate;
pub mod row;

use plantain_engine::EngineError;
use plantain_read::{Location, Position, RelationKind, Target, Which};
use plantain_scene::Node;
use plantain_scene::build::stack;
use plantain_scene::node::{Content, Flow, Half, Len};

use super::find::spot;
use super::lettering::is_text;
use super::sheet::Sheet;
use super::things::{Kind, Thing, short};
use super::{add, month, rank};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::rect::Rect;

use self::arrange::reorder;
pub use self::arrange::{align, restack, reverse, swap};
pub use self::enlarge::{resize, scale};

/// Space that moved things keep to the edges, as a share of the shorter side.
pub const MARGIN: f32 = 0.05;

impl Sheet<'_> {
    /// Puts a thing, with all that belongs to it, into another box of the same proportions, standing on the same middle
    /// of its lower edge.
    pub fn put(&mut self, thing: &Thing, to: Rect) {
        let k = (to.h / thing.rect.h.max(0.1)).clamp(0.02, 50.0);
        for id in &thing.own {
            let Some(rect) = self.rect(id) else { continue };
            let (dx, dy) = (rect.x - thing.rect.x, rect.y - thing.rect.y);
            let (x, y) = (to.x + dx * k, to.y + dy * k);
            let canvas = self.size();
            let Some(node) = self.node_mut(id) else {
                continue;
            };
            // A string goes on from the hand that holds it.
            if let Some(hand) = add::hand_of(node) {
                node.content = crate::stage::emit::string(canvas, to, hand).content;
                continue;
            }
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
                let rests = rests || on_sill(&r, other);
                under && rests && o.w > r.w * 0.6
            })
            .max_by(|a, b| a.rect.area().total_cmp(&b.rect.area()))
    }

    /// Whether a thing stands in a vessel: between its back and its front, or out of its opening.
    pub fn stands_in(&self, own: &Thing, vessel: &Thing) -> bool {
        let parted = self.node(&vessel.id).is_some_and(
            |node| matches!(&node.content, Content::Object(object) if object.half != Half::Whole),
        );
        let (r, v) = (own.rect, vessel.rect);
        (parted || look_up(&vessel.noun).0 == Class::Container)
            && own.id != vessel.id
            && (v.x..v.right()).contains(&r.cx())
            // Of what stands in a vase the stems reach down, not the heads.
            && (v.y - 0.4 * v.h..v.bottom()).contains(&r.bottom())
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
                let onto = onto || on_sill(&r, support);
                over && onto && r.w < s.w * 1.5
            })
            .collect()
    }
}

/// Whether something stands on the sill of a window, which is its foot.
fn on_sill(r: &Rect, other: &Thing) -> bool {
    const SILL: f32 = 0.16;
    let off = (other.rect.bottom() - r.bottom()) / other.rect.h.max(1.0);
    other.noun.contains("window") && (0.0..SILL).contains(&off)
}

/// Moves what the target means.
pub fn go(sheet: &mut Sheet<'_>, target: &Target, to: &Location) -> Result<(), EngineError> {
    let found = sheet.find(target)?;
    let faults = sheet.faults();
    let readable = sheet.unreadable();
    let before = sheet.scene.clone();
    if to.across {
        for thing in &found {
            arrange::to_other_side(sheet, thing, to.relation.as_ref().map(|(_, other)| other))?;
        }
    } else if let Some((kind, other)) = &to.relation {
        let others = sheet.find(other)?;
        for thing in &found {
            let Some(other) = others.iter().find(|other| other.id != thing.id) else {
                return Err(sheet.not_located(other));
            };
            if month::is_day(sheet, &other.id) && month::move_event(sheet, &thing.id, other)? {
                continue;
            }
            if thing.kind != Kind::Object
                && (rank::beside(sheet, thing, *kind, other)
                    || rank::into_column(sheet, thing, other))
            {
                continue;
            }
            beside(sheet, thing, *kind, other);
        }
        sheet.same = found.iter().map(|t| t.id.clone()).collect();
    } else if let Some(position) = to.position {
        if let [thing] = found.as_slice()
            && let Some(end) = end_of_list(sheet, thing, position)
        {
            return rank::go(sheet, target, end);
        }
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

/// Returns the end of its list that a line is sent to; none where it stands in no list, or is sent elsewhere.
fn end_of_list(sheet: &mut Sheet<'_>, thing: &Thing, position: Position) -> Option<Which> {
    const LINES: &[&str] = &[
        "item", "task", "row", "dish", "bullet", "line", "step", "event",
    ];
    let mut path = sheet.ancestors(&thing.id);
    path.push(thing.id.clone());
    let is_line = path.iter().any(|id| {
        sheet
            .node(id)
            .is_some_and(|node| LINES.contains(&node.role.as_str()))
    });
    let end = match position {
        Position::Top => Which::Nth(0),
        Position::Bottom => Which::Last,
        _ => return None,
    };
    let downwards = |a: &Rect, b: &Rect| b.y >= a.bottom() - 2.0;
    let series = super::series::of(sheet, &thing.id).filter(|_| is_line)?;
    let stacked = series
        .members
        .windows(2)
        .all(|pair| downwards(&pair[0].rect, &pair[1].rect));
    stacked.then_some(end)
}

/// Puts a thing in relation to another.
pub(super) fn beside(sheet: &mut Sheet<'_>, thing: &Thing, kind: RelationKind, other: &Thing) {
    if thing.kind != Kind::Object || other.kind != Kind::Object {
        return reorder(sheet, thing, kind, other);
    }
    let level = matches!(
        kind,
        RelationKind::LeftOf | RelationKind::RightOf | RelationKind::NextTo
    );
    let flat = |noun: &str| {
        ["rug", "carpet", "mat", "blanket", "towel"]
            .iter()
            .any(|flat| noun.ends_with(flat))
    };
    if level
        && let Some(support) = sheet
            .support_of(other)
            .filter(|support| !flat(&support.noun))
    {
        return onto_row(
            sheet,
            thing,
            (other, &support),
            kind != RelationKind::LeftOf,
        );
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
            // Before the lower part, so that both can be seen; what is high, but not much wider, a little aside.
            let aside = r.h > o.h * 0.75 && r.w < o.w * 1.3;
            let h = if aside { r.h } else { r.h.min(o.h * 0.75) };
            let k = h / r.h;
            let to_right = o.right() + r.w * 0.4 < w;
            let off = match (aside, to_right) {
                (true, true) => o.w * 0.5,
                (true, false) => -o.w * 0.5,
                (false, _) => o.w * 0.12,
            };
            Rect::standing(o.cx() + off, o.bottom() + o.h.min(h) * 0.14, r.w * k, h)
        }
        // What shines or drifts in the sky looks out above what hides its lower half.
        RelationKind::Behind if look_up(&thing.noun).0.flies() => {
            Rect::around(o.cx() + o.w * 0.2, o.y + o.h * 0.12, r.w, r.h)
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

/// Puts a thing beside one that stands on something: on the same, whose other riders make room.
fn onto_row(
    sheet: &mut Sheet<'_>,
    thing: &Thing,
    (other, support): (&Thing, &Thing),
    to_right: bool,
) {
    let (w, _) = sheet.size();
    let (r, base) = (thing.rect, other.rect.bottom());
    // Out of the way, so that it takes no room where it stood.
    sheet.shift(thing, -4.0 * w, 0.0);
    let gap = 0.05 * other.rect.w;
    let (start, k) = row::part_for(sheet, (other, support), r.w + gap, to_right);
    if let Some(moved) = sheet.thing(&thing.id, thing.kind) {
        let cx = start + (r.w + gap) * k / 2.0;
        sheet.put(&moved, Rect::standing(cx, base, r.w * k, r.h * k));
    }
    let shadows: Vec<String> = thing
        .own
        .iter()
        .filter(|id| sheet.node(id).is_some_and(|n| n.role == "ground-shadow"))
        .cloned()
        .collect();
    sheet.remove(&shadows);
    restack(sheet, thing, other, false);
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
    let (w, _) = sheet.size();
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
    row::make_way(sheet, &second.id);
}

/// Moves things to a place of the picture.
fn across(sheet: &mut Sheet<'_>, found: &[Thing], position: Position, faults: &super::fit::Faults) {
    if let [thing] = found
        && column::aside(sheet, thing, position)
    {
        return;
    }
    let (w, h) = sheet.size();
    let m = MARGIN * w.min(h);
    let all = found
        .iter()
        .map(|t| t.rect)
        .reduce(|a, b| a.union(&b))
        .unwrap_or_default();
    let (sx, sy) = spot(position);
    let stage = sheet.stage();
    // On a card or a badge that carries everything a place is one of the card.
    let page = Rect::new(0.0, 0.0, w, h);
    let within = match stage {
        // What carries everything has its place on the page.
        None => plate::carrying(sheet)
            .filter(|plate| all.area() < 0.7 * plate.area())
            .unwrap_or(page),
        Some(_) => page,
    };
    let m = m.min(MARGIN * within.w.min(within.h) * 2.0);
    let x = sx.map_or(all.x, |s| within.x + m + (within.w - 2.0 * m - all.w) * s);
    let mut y = sy.map_or(all.y, |s| within.y + m + (within.h - 2.0 * m - all.h) * s);
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
            let end = match position {
                Position::Top => Some(true),
                Position::Bottom => Some(false),
                _ => None,
            };
            let words = is_text(thing) && stage.is_none();
            if let Some(top) = end.filter(|_| words) {
                if column::join(sheet, thing, top, faults) {
                    continue;
                }
                match plate::end(sheet, thing, top) {
                    // It is as far there as the form lets it be.
                    Some(to) if (to.y < thing.rect.y) != top => {}
                    Some(to) => {
                        lift(sheet, thing, to);
                        avoid(sheet, thing, position, faults);
                    }
                    None => {
                        lift(sheet, thing, to);
                        column::settle(sheet, thing, top);
                    }
                }
                continue;
            }
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
