//! Things made larger or smaller, and nodes with all that is in them.

use plantain_engine::EngineError;
use plantain_read::{Scale, Target};
use plantain_scene::Node;
use plantain_scene::node::{Content, Len};

use super::within;
use crate::edit::scene::lettering::{self, is_text};
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing, short};
use crate::stage::rect::Rect;

/// How much taller a thing must be to look taller.
const LARGER: f32 = 1.3;

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

/// Share of its tile that the sign of an app icon may take.
const TILE_SHARE: f32 = 0.84;

/// Makes things larger or smaller.
pub fn resize(sheet: &mut Sheet<'_>, target: &Target, to: &Scale) -> Result<(), EngineError> {
    let found = sheet.find(target)?;
    match to {
        Scale::FullWidth => return full_width(sheet, &found),
        Scale::Wide(times) if wide(sheet, &found, *times) => return Ok(()),
        _ => {}
    }
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
            Scale::Times(k) | Scale::Wide(k) => *k,
            Scale::LargerThan(target) => (other(sheet, target)? * LARGER / mine).max(1.02),
            Scale::SmallerThan(target) => (other(sheet, target)? / LARGER / mine).min(0.98),
            Scale::SameAs(target) => other(sheet, target)? / mine,
            Scale::FullWidth => 1.0,
        })
    };
    let k = factor(sheet, to)?.clamp(0.05, 12.0);
    let page = found.iter().any(|thing| thing.id == sheet.scene.root.id);
    if page && !sheet.kept.is_empty() {
        return resize_all_but_kept(sheet, k);
    }
    if texts.len() == found.len() {
        let ids = lettering::texts_of(sheet, &texts);
        lettering::resize(sheet, &ids, k)?;
        sheet.because("The text has another size now.");
        return Ok(());
    }
    let (w, h) = sheet.size();
    // "The same size": each as large as the largest of them.
    let even = matches!(to, Scale::SameAs(other) if other.what == plantain_read::Referent::Same);
    if even && side_by_side(sheet, &found) {
        sheet.because("They have the same size now.");
        return Ok(());
    }
    for thing in &found {
        let r = thing.rect;
        let k = if even { mine / r.h.max(1.0) } else { k };
        // No larger than the picture, no smaller than what can be seen.
        let grounded = thing.kind == Kind::Object && sheet.is_grounded(thing);
        let things = sheet.things();
        let held = things.iter().any(|other| sheet.stands_in(thing, other));
        // What stands on the ground, or in a vessel, grows from its foot.
        let high = if grounded || held {
            r.bottom() - 0.03 * h
        } else {
            h * 0.96
        };
        let tile = tile_of(sheet, thing);
        let (across, high) = match tile {
            Some(tile) => (TILE_SHARE * tile.w, TILE_SHARE * tile.h),
            None => (w * 0.96, high),
        };
        let most = (across / r.w).min(high / r.h).max(1.0);
        let k = k
            .min(most)
            .max(crate::stage::solve::SIDE_MIN / r.w.max(r.h));
        let above = sheet.standing_on(thing);
        let absolute = sheet.node(&thing.id).is_some_and(|n| n.layout.at.is_some());
        let to = if thing.kind == Kind::Object && absolute && tile.is_none() {
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
        if thing.kind == Kind::Object && absolute && k > 1.0 && !held {
            make_way(sheet, &thing.id);
            stay_clear(sheet, thing, k);
        }
    }
    if let Scale::LargerThan(other) = to {
        yield_to(sheet, &found, other)?;
    }
    sheet.because(format!("“{}” has another size now.", short(&found[0].noun)));
    Ok(())
}

/// Gives parts of a page another width as far as what holds them has room; false where they are no parts of their own.
fn wide(sheet: &mut Sheet<'_>, found: &[Thing], times: f32) -> bool {
    let mut changed = false;
    for thing in found.iter().filter(|thing| thing.kind == Kind::Part) {
        let held = sheet.parent(&thing.id).and_then(|(id, _)| sheet.rect(&id));
        let most = held.map_or(f32::MAX, |held| held.right() - thing.rect.x);
        let Some(node) = sheet.node_mut(&thing.id) else {
            continue;
        };
        let width = (thing.rect.w * times).min(most.max(thing.rect.w));
        node.layout.w = Len::Units(width);
        node.layout.h = Len::Units(thing.rect.h);
        node.layout.max_w = 0.0;
        changed = true;
    }
    sheet.touch();
    if changed {
        sheet.because("It has another width now.");
    }
    changed
}

/// Lets parts of a page take the whole width of what holds them.
fn full_width(sheet: &mut Sheet<'_>, found: &[Thing]) -> Result<(), EngineError> {
    let mut changed = false;
    for thing in found {
        let held = sheet.parent(&thing.id).and_then(|(id, _)| sheet.rect(&id));
        let wide = held.is_some_and(|held| thing.rect.w > 0.9 * held.w);
        let Some(node) = sheet.node_mut(&thing.id).filter(|_| !wide) else {
            continue;
        };
        if node.layout.at.is_some() {
            continue;
        }
        node.layout.w = Len::Percent(100.0);
        node.layout.max_w = 0.0;
        changed = true;
    }
    if !changed {
        return Err(EngineError::NothingChanged {
            why: "it is as wide as what holds it already".into(),
        });
    }
    sheet.touch();
    sheet.because("It takes the full width now.");
    Ok(())
}

/// Returns the tile that the sign of an app icon lies on.
fn tile_of(sheet: &mut Sheet<'_>, thing: &Thing) -> Option<Rect> {
    let above = sheet.ancestors(&thing.id);
    let is_tile = |id: &&String| sheet.node(id).is_some_and(|node| node.role == "tile");
    let tile = above.iter().find(is_tile)?.clone();
    sheet.rect(&tile)
}

/// Makes things that stand on one ground equally high and sets them side by side, as large as the picture has room for; false where
/// they stand otherwise.
fn side_by_side(sheet: &mut Sheet<'_>, found: &[Thing]) -> bool {
    /// Share of the width that they may take, and of it the space between two.
    const WIDTH: f32 = 0.92;
    const GAP: f32 = 0.04;
    let (w, h) = sheet.size();
    let standing = found.len() > 1
        && sheet.stage().is_some()
        && found
            .iter()
            .all(|thing| thing.kind == Kind::Object && sheet.is_grounded(thing));
    if !standing {
        return false;
    }
    let mut row: Vec<Thing> = found.to_vec();
    row.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    let tallest = row.iter().map(|t| t.rect.h).fold(1.0, f32::max);
    let base = row.iter().map(|t| t.rect.bottom()).fold(0.0, f32::max);
    let aspects: f32 = row.iter().map(|t| t.rect.w / t.rect.h.max(1.0)).sum();
    let gaps = GAP * w * (row.len() - 1) as f32;
    let high = tallest
        .min((WIDTH * w - gaps) / aspects)
        .min(base - 0.03 * h);
    let middle = row.iter().map(|t| t.rect.cx()).sum::<f32>() / row.len() as f32;
    let all = aspects * high + gaps;
    let mut x = (middle - all / 2.0).min(0.96 * w - all).max(0.04 * w);
    for thing in &row {
        let wide = thing.rect.w / thing.rect.h.max(1.0) * high;
        sheet.put(thing, Rect::standing(x + wide / 2.0, base, wide, high));
        x += wide + GAP * w;
    }
    true
}

/// A thing that grew until it hides another one is made smaller again until that shows, but stays larger than it was.
fn stay_clear(sheet: &mut Sheet<'_>, before: &Thing, k: f32) {
    /// Share of another thing that may be hidden.
    const HIDDEN: f32 = 0.4;
    const GROWN_LEAST: f32 = 1.3;
    const STEP: f32 = 0.88;
    let riders: Vec<String> = sheet
        .standing_on(before)
        .into_iter()
        .map(|t| t.id)
        .collect();
    let mut k = k;
    while k * STEP > GROWN_LEAST {
        let Some(own) = sheet.thing(&before.id, Kind::Object) else {
            return;
        };
        // What was hidden before is hidden on purpose.
        let hides = sheet.things().iter().any(|other| {
            other.kind == Kind::Object
                && other.id != own.id
                && !riders.contains(&other.id)
                && other.rect.overlap_share(&own.rect) > HIDDEN
                && other.rect.overlap_share(&before.rect) < HIDDEN / 2.0
        });
        if !hides {
            return;
        }
        k *= STEP;
        let r = own.rect;
        let to = Rect::standing(r.cx(), r.bottom(), r.w * STEP, r.h * STEP);
        sheet.put(&own, to);
        make_way(sheet, &before.id);
    }
}

/// "Everything smaller except the title": all other words and things, each in its place.
fn resize_all_but_kept(sheet: &mut Sheet<'_>, k: f32) -> Result<(), EngineError> {
    let mut things = sheet.things();
    things.retain(|thing| thing.kind == Kind::Object && !sheet.kept.contains(&thing.id));
    for thing in &things {
        let r = thing.rect;
        let to = match sheet.is_grounded(thing) {
            true => Rect::standing(r.cx(), r.bottom(), r.w * k, r.h * k),
            false => Rect::around(r.cx(), r.cy(), r.w * k, r.h * k),
        };
        let to = within(sheet.size(), to);
        sheet.put(thing, to);
    }
    let lines = sheet.lines();
    let ids = lettering::texts_of(sheet, &lines);
    if !ids.is_empty() {
        lettering::resize(sheet, &ids, k)?;
    }
    sheet.because("All but what was to stay has another size now.");
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
pub(super) fn make_way(sheet: &mut Sheet<'_>, id: &str) {
    let row = super::row::make_way(sheet, id);
    let Some(own) = sheet.thing(id, Kind::Object) else {
        return;
    };
    let (w, _) = sheet.size();
    let riders: Vec<String> = sheet.standing_on(&own).into_iter().map(|t| t.id).collect();
    for other in sheet.things() {
        let aside = other.kind != Kind::Object
            || other.id == own.id
            || riders.contains(&other.id)
            || row.contains(&other.id);
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
