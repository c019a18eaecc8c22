//! Things that change places, stand in line, or stand before one another.

use plantain_engine::EngineError;
use plantain_read::{Alignment, Referent, RelationKind, Target};
use plantain_scene::Node;
use plantain_scene::node::Content;

use super::{beside, lift, within};
use crate::edit::scene::canvas::inner;
use crate::edit::scene::data::points;
use crate::edit::scene::diagram;
use crate::edit::scene::lettering::{self, is_text};
use crate::edit::scene::series;
use crate::edit::scene::sheet::{Sheet, texts, undrawable};
use crate::edit::scene::things::{Kind, Thing, short};
use crate::stage::rect::Rect;

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

/// Puts a thing on the other side of what it stands by, or of the picture where it stands by nothing.
pub(super) fn to_other_side(
    sheet: &mut Sheet<'_>,
    thing: &Thing,
    by: Option<&Target>,
) -> Result<(), EngineError> {
    /// What is smaller than this share of a thing only decorates the place.
    const SLIGHT: f32 = 0.5;
    let told = match by {
        Some(target) => sheet.find(target)?,
        None => Vec::new(),
    };
    let is_other = |other: &Thing| other.id != thing.id && other.kind == thing.kind;
    let near = told.into_iter().find(is_other).or_else(|| {
        let mut others = sheet.things();
        // What grows behind or hangs above is not what it stands by.
        others.retain(|other| {
            let (r, own) = (other.rect, thing.rect);
            is_other(other)
                && other.kind == Kind::Object
                && (r.bottom() - own.bottom()).abs() < 0.4 * r.h.max(own.h)
                && r.area() > SLIGHT * own.area()
        });
        let gap = |other: &Thing| (other.rect.cx() - thing.rect.cx()).abs();
        others.into_iter().min_by(|a, b| gap(a).total_cmp(&gap(b)))
    });
    let Some(other) = near else {
        let (w, _) = sheet.size();
        let to = w - thing.rect.right();
        let (dx, at) = (
            to - thing.rect.x,
            sheet.node(&thing.id).and_then(|n| n.layout.at),
        );
        match at {
            Some(_) => sheet.shift(thing, dx, 0.0),
            None => lift(sheet, thing, thing.rect.shifted(dx, 0.0)),
        }
        return Ok(());
    };
    let side = match thing.rect.cx() < other.rect.cx() {
        true => RelationKind::RightOf,
        false => RelationKind::LeftOf,
    };
    let (w, _) = sheet.size();
    let (r, o) = (thing.rect, other.rect);
    let room = match side {
        RelationKind::RightOf => 0.96 * w - o.right(),
        _ => o.x - 0.04 * w,
    };
    if room > r.w * 1.1 {
        beside(sheet, thing, side, &other);
        return Ok(());
    }
    // Where there is no room beside it, both share the width that they had.
    let all = r.union(&o);
    let (mine, its) = match side {
        RelationKind::RightOf => (all.right() - r.w, all.x),
        _ => (all.x, all.right() - o.w),
    };
    sheet.shift(thing, mine - r.x, 0.0);
    sheet.shift(&other, its - o.x, 0.0);
    Ok(())
}

/// Turns the order of things round that stand side by side; false where there are none.
pub fn reverse(sheet: &mut Sheet<'_>) -> bool {
    let mut row = sheet.things();
    row.retain(|thing| thing.kind == Kind::Object);
    let Some(base) = row.iter().map(|thing| thing.rect.bottom()).reduce(f32::max) else {
        return false;
    };
    let (_, h) = sheet.size();
    row.retain(|thing| base - thing.rect.bottom() < 0.12 * h);
    row.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    if row.len() < 2 || sheet.stage().is_none() {
        return false;
    }
    let gaps: Vec<f32> = row
        .windows(2)
        .map(|pair| pair[1].rect.x - pair[0].rect.right())
        .collect();
    let mut x = row[0].rect.x;
    for (i, thing) in row.iter().rev().enumerate() {
        sheet.shift(thing, x - thing.rect.x, 0.0);
        x += thing.rect.w + gaps.iter().rev().nth(i).copied().unwrap_or(0.0);
    }
    sheet.because("They stand in the other order now.");
    true
}

/// Puts a part or a text of a design before or after another.
pub(super) fn reorder(sheet: &mut Sheet<'_>, thing: &Thing, kind: RelationKind, other: &Thing) {
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

/// Lets two things change places.
pub fn swap(sheet: &mut Sheet<'_>, one: &Target, other: &Target) -> Result<(), EngineError> {
    let spoken = sheet.same.clone();
    let first = sheet.find(one);
    // "them" speaks both times of the same.
    if other.what == Referent::Same {
        sheet.same = spoken;
    }
    let (a, b) = match (first, sheet.find(other)) {
        (Ok(a), Ok(b)) => (a, b),
        (Err(error), _) | (_, Err(error)) => {
            return match (&one.what, &other.what) {
                (Referent::Text(one), Referent::Text(other))
                    if points::swap(sheet, one, other)? =>
                {
                    Ok(())
                }
                _ => Err(error),
            };
        }
    };
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
    if under_heads(sheet, &a, &b) {
        sheet.because(format!(
            "What stands under “{}” and “{}” changed places.",
            short(&a.noun),
            short(&b.noun)
        ));
        return Ok(());
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
        let (one, other) = lines_of(sheet, &a, &b);
        let (one, other) = cards_of(sheet, one, other);
        // A panel is drawn for its size.
        let panel = |thing: &Thing| sheet.node(&thing.id).is_some_and(|n| n.role == "panel");
        let like = |x: f32, y: f32| (x - y).abs() < 0.1 * x.max(y);
        if panel(&one) && !(like(one.rect.w, other.rect.w) && like(one.rect.h, other.rect.h)) {
            return Err(undrawable("panels of other sizes in each other's place"));
        }
        exchange(sheet, &one, &other);
    }
    sheet.same = vec![a.id.clone(), b.id.clone()];
    sheet.because(format!(
        "“{}” and “{}” changed places.",
        short(&a.noun),
        short(&b.noun)
    ));
    Ok(())
}

/// Days of a week stay in their order: what stands under them changes places. False where the two head nothing.
fn under_heads(sheet: &mut Sheet<'_>, a: &Thing, b: &Thing) -> bool {
    let day = |sheet: &Sheet<'_>, thing: &Thing| {
        sheet
            .node(&thing.id)
            .is_some_and(|node| node.role == "weekday")
    };
    if !day(sheet, a) || !day(sheet, b) {
        return false;
    }
    let Some(series) = series::of(sheet, &a.id).filter(|series| series.free) else {
        return false;
    };
    let Some(other) = series.position(sheet, &b.id) else {
        return false;
    };
    let (one, two) = (series.asked().clone(), series.members[other].clone());
    let (dx, dy) = (two.rect.x - one.rect.x, two.rect.y - one.rect.y);
    let mut moved = false;
    for (member, other, dx, dy) in [(&one, &two, dx, dy), (&two, &one, -dx, -dy)] {
        let mut under = member.clone();
        under.own.retain(|id| {
            *id != member.id && sheet.node(id).is_some_and(|node| !texts(node).is_empty())
        });
        moved |= !under.own.is_empty();
        series::shift(sheet, &under, dx, dy);
        series::paint_after(sheet, &under.own, &other.id);
    }
    moved
}

/// Two names of a list change places with their lines, so that each keeps its figures.
fn lines_of(sheet: &mut Sheet<'_>, a: &Thing, b: &Thing) -> (Thing, Thing) {
    let line = |sheet: &mut Sheet<'_>, thing: &Thing| {
        let id = sheet.repeated_above(&thing.id)?;
        let rect = sheet.rect(&id)?;
        let parent = sheet.parent(&id)?.0;
        let several = sheet.node(&id).is_some_and(|node| texts(node).len() > 1);
        let own = vec![id.clone()];
        let thing = Thing {
            id,
            rect,
            own,
            ..thing.clone()
        };
        several.then_some((parent, thing))
    };
    let both = a.kind == Kind::Text && b.kind == Kind::Text;
    match (line(sheet, a), line(sheet, b)) {
        (Some((pa, la)), Some((pb, lb))) if both && pa == pb && la.id != lb.id => (la, lb),
        _ => (a.clone(), b.clone()),
    }
}

/// Two charts change places with the cards that head them, so that each keeps its title.
fn cards_of(sheet: &mut Sheet<'_>, a: Thing, b: Thing) -> (Thing, Thing) {
    let card = |sheet: &mut Sheet<'_>, thing: &Thing| {
        let above = sheet.ancestors(&thing.id);
        let id = above.iter().rev().take(3).find(|id| {
            sheet
                .node(id)
                .is_some_and(|node| node.style.fill.is_some() && !texts(node).is_empty())
        })?;
        let charts = {
            let mut n = 0;
            sheet.node(id)?.visit(&mut |node| {
                n += usize::from(matches!(node.content, Content::Chart(_)));
            });
            n
        };
        (charts == 1).then(|| id.clone())
    };
    if a.kind != Kind::Chart || b.kind != Kind::Chart {
        return (a, b);
    }
    match (card(sheet, &a), card(sheet, &b)) {
        (Some(one), Some(other)) if one != other => {
            let as_card = |id: String, thing: Thing| Thing {
                id: id.clone(),
                own: vec![id],
                ..thing
            };
            (as_card(one, a), as_card(other, b))
        }
        _ => (a, b),
    }
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

/// Lets cards that lie in a grid, or in rows, stand in one row or one column.
fn regroup(
    sheet: &mut Sheet<'_>,
    target: &Target,
    found: Vec<Thing>,
    to: Alignment,
) -> Result<(), EngineError> {
    let ids: Vec<String> = found.into_iter().map(|thing| thing.id).collect();
    let Some((group, n)) = inner::group_of(sheet, &ids) else {
        return Err(sheet.not_located(target));
    };
    let across = matches!(to, Alignment::Middle | Alignment::Even);
    inner::regrid(sheet, &group, if across { n } else { 1 })?;
    sheet.because("They stand in another order now, as large as they have room.");
    Ok(())
}

/// Lines things up.
pub fn align(sheet: &mut Sheet<'_>, target: &Target, to: Alignment) -> Result<(), EngineError> {
    let to = match to {
        Alignment::Across | Alignment::Down => {
            let across = to == Alignment::Across;
            if diagram::turn(sheet, across)? {
                return Ok(());
            }
            if target.what == Referent::Picture {
                return match across {
                    false => inner::columns(sheet, 1),
                    true => Err(EngineError::TargetNotLocated {
                        target: "boxes with lines between them".into(),
                        found: sheet.found(),
                    }),
                };
            }
            match across {
                true => Alignment::Middle,
                false => Alignment::Center,
            }
        }
        to => to,
    };
    let mut found = sheet.find(target)?;
    let sides = matches!(to, Alignment::Left | Alignment::Center | Alignment::Right);
    // "Center everything" on a page of words.
    if target.what == Referent::Picture && sides && sheet.stage().is_none() {
        found = sheet.lines();
    }
    let texts = found.iter().all(is_text);
    if texts && !found.is_empty() {
        let setting = plantain_read::TypeSetting {
            align: Some(to),
            ..Default::default()
        };
        let ids = lettering::texts_of(sheet, &found);
        lettering::apply(sheet, &ids, &setting)?;
        sheet.because("The text is aligned anew.");
        return Ok(());
    }
    // Cards of a page stand in its grid.
    if found.len() > 1 && found.iter().all(|thing| thing.kind == Kind::Part) {
        return regroup(sheet, target, found, to);
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
                    Alignment::Center | Alignment::Even | Alignment::Down => ((w - r.w) / 2.0, r.y),
                    Alignment::Middle | Alignment::Across => (r.x, (h - r.h) / 2.0),
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
