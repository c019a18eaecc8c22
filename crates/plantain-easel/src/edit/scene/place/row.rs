//! Rows of things on one level: who comes or grows makes the neighbours move on.

use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::rect::Rect;

/// Space between neighbours that had to move, logical units.
const GAP: f32 = 5.0;
/// Share of what carries a row that stays free at each of its ends.
const RIM: f32 = 0.02;
/// Share of the canvas that stays free beside a row on the ground.
const MARGIN: f32 = 0.03;
/// A thing this many times as high as another is scenery beside it, not its neighbour.
const SCENERY: f32 = 1.8;

/// Things on one level, from the left, and from where to where they may stand.
struct Row {
    things: Vec<Thing>,
    from: f32,
    to: f32,
}

/// Returns the row that a thing stands in: on what carries it, or on the ground at its depth.
fn row_of(sheet: &mut Sheet<'_>, thing: &Thing) -> Row {
    if let Some(support) = sheet.support_of(thing) {
        return riders(sheet, &support);
    }
    let (w, _) = sheet.size();
    let mut things = sheet.things();
    things.retain(|other| {
        let (r, own) = (other.rect, thing.rect);
        let level = (r.bottom() - own.bottom()).abs() < 0.35 * r.h.min(own.h);
        other.id == thing.id
            || other.kind == Kind::Object && level && r.h < own.h * SCENERY && r.w < w * 0.5
    });
    sorted(things, w * MARGIN, w * (1.0 - MARGIN))
}

fn riders(sheet: &mut Sheet<'_>, support: &Thing) -> Row {
    let s = support.rect;
    let things = sheet.standing_on(support);
    sorted(things, s.x + s.w * RIM, s.right() - s.w * RIM)
}

fn sorted(mut things: Vec<Thing>, from: f32, to: f32) -> Row {
    things.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    Row { things, from, to }
}

/// Makes `wanted` units free beside a thing on what carries it. Returns where they begin, and by how much all on it became
/// smaller, 1 when there was room.
pub fn part_for(
    sheet: &mut Sheet<'_>,
    (other, support): (&Thing, &Thing),
    wanted: f32,
    to_right: bool,
) -> (f32, f32) {
    let row = riders(sheet, support);
    let place = row.things.iter().position(|t| t.id == other.id);
    let split = place.map_or(0, |i| i + usize::from(to_right));
    let (before, behind) = row.things.split_at(split);
    let left = before.last().map_or(row.from, |t| t.rect.right());
    let right = behind.first().map_or(row.to, |t| t.rect.x);
    let need = wanted - (right - left);
    let spare = |group: &[Thing], edge: f32| if group.is_empty() { 0.0 } else { edge.max(0.0) };
    let spare_left = spare(
        before,
        row.things.first().map_or(0.0, |t| t.rect.x) - row.from,
    );
    let spare_right = spare(
        behind,
        row.to - row.things.last().map_or(0.0, |t| t.rect.right()),
    );
    if need <= spare_left + spare_right {
        let by_right = need.clamp(0.0, spare_right);
        let by_left = (need - by_right).max(0.0);
        for thing in behind {
            sheet.shift(thing, by_right, 0.0);
        }
        for thing in before {
            sheet.shift(thing, -by_left, 0.0);
        }
        let start = match to_right {
            true => left - by_left,
            false => right + by_right - wanted,
        };
        return (start, 1.0);
    }
    // No room beside them: all stand closer, and become smaller as far as they must.
    let sum: f32 = row.things.iter().map(|t| t.rect.w).sum::<f32>() + wanted;
    let gaps = GAP * row.things.len() as f32;
    let k = ((row.to - row.from - gaps) / sum).min(1.0);
    let gap = (row.to - row.from - sum * k) / row.things.len() as f32;
    let (mut x, mut start) = (row.from, row.from);
    for (i, thing) in row.things.iter().enumerate() {
        if i == split {
            start = x;
            x += wanted * k + gap;
        }
        x += stand(sheet, thing, x, k) + gap;
    }
    if split == row.things.len() {
        start = x;
    }
    (start, k)
}

/// Puts a thing with its left side at `x`, on its level, `k` times as large; returns its width.
fn stand(sheet: &mut Sheet<'_>, thing: &Thing, x: f32, k: f32) -> f32 {
    let r = thing.rect;
    let (w, h) = (r.w * k, r.h * k);
    sheet.put(thing, Rect::standing(x + w / 2.0, r.bottom(), w, h));
    w
}

/// Moves the neighbours of a thing out of its way, each as far as it must, and theirs in turn. Where the row would leave its
/// place, all of it stands in even gaps. Returns the ids of the row.
pub fn make_way(sheet: &mut Sheet<'_>, id: &str) -> Vec<String> {
    let Some(own) = sheet
        .thing(id, Kind::Object)
        // The forms of a page's pattern stand in no row.
        .filter(|_| sheet.stage().is_some())
    else {
        return Vec::new();
    };
    let row = row_of(sheet, &own);
    let Some(at) = row.things.iter().position(|t| t.id == own.id) else {
        return Vec::new();
    };
    let mut edge = own.rect.right();
    for thing in &row.things[at + 1..] {
        let short = edge + GAP - thing.rect.x;
        if short <= GAP {
            break;
        }
        sheet.shift(thing, short, 0.0);
        edge = thing.rect.right() + short;
    }
    let mut edge_left = own.rect.x;
    for thing in row.things[..at].iter().rev() {
        let short = thing.rect.right() - edge_left + GAP;
        if short <= GAP {
            break;
        }
        sheet.shift(thing, -short, 0.0);
        edge_left = thing.rect.x - short;
    }
    if edge > row.to + 1.0 || edge_left < row.from - 1.0 {
        spread(sheet, &row);
    }
    row.things.into_iter().map(|t| t.id).collect()
}

/// Lets a row stand in even gaps from end to end of its place, in its order, smaller if need be.
fn spread(sheet: &mut Sheet<'_>, row: &Row) {
    let now: Vec<Thing> = row
        .things
        .iter()
        .filter_map(|t| sheet.thing(&t.id, t.kind))
        .collect();
    let sum: f32 = now.iter().map(|t| t.rect.w).sum();
    let gaps = now.len().saturating_sub(1) as f32;
    let k = ((row.to - row.from - GAP * gaps) / sum.max(1.0)).min(1.0);
    let gap = ((row.to - row.from - sum * k) / gaps.max(1.0)).max(0.0);
    let mut x = row.from;
    for thing in &now {
        x += stand(sheet, thing, x, k) + gap;
    }
}
