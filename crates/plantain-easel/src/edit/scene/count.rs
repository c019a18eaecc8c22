//! More of the same, or fewer.

mod billed;

use plantain_engine::EngineError;
use plantain_read::{CountChange, Item, Location, ObjectPhrase, Referent, Target};
use plantain_scene::Node;

use self::billed::{quantity, times};
use super::place::row::part_for;
use super::sheet::Sheet;
use super::things::{Kind, Thing, short};
use super::{add, data, find, remove, rows};
use crate::stage::cast::COUNT_MAX;
use crate::stage::lexicon::look_up;
use crate::stage::rect::Rect;

/// Margin to the edges of the canvas, as a share of its width.
const MARGIN: f32 = 0.045;
/// Share of itself that a counted thing may be covered by others.
const COVERED: f32 = 0.22;

/// Changes how many there are.
pub fn set(sheet: &mut Sheet<'_>, target: &Target, to: CountChange) -> Result<(), EngineError> {
    let wanted = Target {
        count: None,
        ..target.clone()
    };
    if let (Referent::Same, CountChange::Set(n), Some((_, label))) =
        (&target.what, to, sheet.point.clone())
    {
        // "Rename Q1 and set it to 44": a figure, not a number of things.
        return data::set(sheet, Some(&label), &n.to_string());
    }
    let mut found = match (sheet.find(&wanted), to) {
        (Err(EngineError::TargetNotLocated { .. }), CountChange::There(n)) => {
            return come(sheet, target, n);
        }
        (found, _) => found?,
    };
    if let ([line], CountChange::By(n)) = (found.as_slice(), to)
        && line.kind == Kind::Text
        && times(sheet, line, n)
    {
        return Ok(());
    }
    if let ([line], CountChange::Set(n)) = (found.as_slice(), to)
        && line.kind == Kind::Text
    {
        let label = line.noun.clone();
        if quantity(sheet, &label, n) || data::set(sheet, Some(&label), &n.to_string()).is_ok() {
            return Ok(());
        }
    }
    let fewer = match to {
        CountChange::Set(n) => found.len().checked_sub(n as usize),
        CountChange::By(n) if n < 0 => Some(n.unsigned_abs() as usize),
        _ => None,
    };
    if found.iter().all(|thing| thing.kind == Kind::Text) {
        // Of a list the last lines go; what a new one would say nobody told.
        if let Some(fewer) = fewer.filter(|n| (1..found.len()).contains(n)) {
            let left = found.len() - fewer;
            remove::take(sheet, &found[left..]);
            sheet.because(format!(
                "The list has {left} lines now, it had {}.",
                found.len()
            ));
            return Ok(());
        }
        return Err(EngineError::InstructionNotUnderstood {
            words: vec![format!("{} × “{}”", goal_of(to), short(&found[0].noun))],
        });
    }
    if found.iter().all(|thing| thing.kind == Kind::Part) {
        // Cards of other sorts are not counted with those that stand in a row.
        found = find::largest_group(sheet, found);
    }
    let now = found.len() as i64;
    let goal = match to {
        CountChange::Set(n) | CountChange::There(n) => i64::from(n),
        CountChange::By(n) => now + i64::from(n),
        CountChange::Times(k) => (now as f32 * k).round() as i64,
    };
    let name = short(&found[0].noun);
    if goal == now {
        return Err(EngineError::NothingChanged {
            why: format!("there are {now} already"),
        });
    }
    if goal < 0 {
        return Err(EngineError::TargetNotLocated {
            target: format!(
                "{} × {name}",
                -i64::from(i32::try_from(goal - now).unwrap_or(0))
            ),
            found: sheet.found(),
        });
    }
    if goal > i64::from(COUNT_MAX) {
        sheet.note(
            "approximated",
            format!("{goal} of “{name}” cannot be told apart: {COUNT_MAX} are drawn."),
        );
    }
    let goal = goal.min(i64::from(COUNT_MAX));
    if goal < now {
        let gone = ends(&found, (now - goal) as usize);
        remove::take(sheet, &gone);
        if is_pile(&found) {
            recentre(sheet, &found, &gone);
        }
    } else if found.iter().all(|t| t.kind == Kind::Object) {
        more(sheet, &found, (goal - now) as u32)?;
    } else {
        for _ in now..goal {
            rows::again(sheet, &found[found.len() - 1].id)?;
        }
    }
    let _ = matches!(target.what, Referent::Thing(_));
    sheet.because(format!(
        "There are {goal} × “{name}” now, there were {now}."
    ));
    Ok(())
}

/// So many come where there was none.
fn come(sheet: &mut Sheet<'_>, target: &Target, n: u32) -> Result<(), EngineError> {
    let Referent::Thing(noun) = &target.what else {
        return Err(sheet.not_located(target));
    };
    let phrase = ObjectPhrase {
        noun: noun.clone(),
        words: target.words.clone(),
        count: Some(n),
        ..ObjectPhrase::default()
    };
    let item = Item::Things(phrase);
    add::add(sheet, &item, &Location::default())
}

/// Returns a change of number in words.
fn goal_of(to: CountChange) -> String {
    match to {
        CountChange::Set(n) | CountChange::There(n) => n.to_string(),
        CountChange::By(n) => format!("{n:+}"),
        CountChange::Times(k) => format!("{k} times"),
    }
}

/// Returns which of a row go, so that those that stay stand together in the middle where they stood.
pub fn ends(found: &[Thing], gone: usize) -> Vec<Thing> {
    let mut row: Vec<Thing> = found.to_vec();
    row.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    if is_pile(&row) {
        // From the top, and of one layer the outer ones.
        let middle = row.iter().map(|thing| thing.rect.cx()).sum::<f32>() / row.len() as f32;
        let off = |thing: &Thing| (thing.rect.cx() - middle).abs();
        row.sort_by(|a, b| {
            let same = (a.rect.bottom() - b.rect.bottom()).abs() < 0.2 * a.rect.h;
            match same {
                true => off(b).total_cmp(&off(a)),
                false => a.rect.bottom().total_cmp(&b.rect.bottom()),
            }
        });
        row.truncate(gone);
        return row;
    }
    let level = row
        .windows(2)
        .all(|pair| (pair[0].rect.bottom() - pair[1].rect.bottom()).abs() < 0.3 * pair[0].rect.h);
    let (mut first, mut last) = if level {
        (gone / 2, gone - gone / 2)
    } else {
        (0, gone)
    };
    let mut out = Vec::new();
    while first > 0 && !row.is_empty() {
        out.push(row.remove(0));
        first -= 1;
    }
    while last > 0
        && let Some(thing) = row.pop()
    {
        out.push(thing);
        last -= 1;
    }
    out
}

/// Whether things lie on each other: in layers, each touching another one.
pub(super) fn is_pile(things: &[Thing]) -> bool {
    /// Share of a thing by which it reaches into the space of its neighbour.
    const TOUCH: f32 = 0.04;
    let touches = |a: &Thing| {
        let near = a.rect.grown(a.rect.w * TOUCH);
        things
            .iter()
            .any(|b| a.id != b.id && near.overlap(&b.rect) > 0.0)
    };
    let (Some(low), Some(high)) = (
        things.iter().map(|t| t.rect.bottom()).reduce(f32::max),
        things.iter().map(|t| t.rect.bottom()).reduce(f32::min),
    ) else {
        return false;
    };
    let first = &things[0].rect;
    things.len() > 2 && low - high > 0.3 * first.h && things.iter().all(touches)
}

/// Lets what is left of a pile lie in the middle of where the pile lay.
fn recentre(sheet: &mut Sheet<'_>, pile: &[Thing], gone: &[Thing]) {
    let around = |things: &[&Thing]| {
        let all = things.iter().map(|thing| thing.rect);
        all.reduce(|a, b| a.union(&b)).map(|all| all.cx())
    };
    let left: Vec<&Thing> = pile
        .iter()
        .filter(|thing| gone.iter().all(|other| other.id != thing.id))
        .collect();
    let whole: Vec<&Thing> = pile.iter().collect();
    if let (Some(was), Some(is)) = (around(&whole), around(&left)) {
        for thing in left {
            sheet.shift(thing, was - is, 0.0);
        }
    }
}

/// Adds copies of things beside them; only when there is no room do those that are there move together.
pub fn more(sheet: &mut Sheet<'_>, things: &[Thing], n: u32) -> Result<(), EngineError> {
    let mut row: Vec<Thing> = things.to_vec();
    row.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    let Some(last) = row.last().cloned() else {
        return Ok(());
    };
    let span = reach(sheet, &row);
    if is_pile(&row) {
        return heap(sheet, row, n, span);
    }
    for i in 0..n {
        let model = row[i as usize % things.len()].clone();
        let spot = match is_aloft(sheet, &model) {
            true => add::spot_aloft(sheet, &model),
            false => beside(sheet, &row, &model, span).or_else(|| behind(sheet, &row, &model)),
        };
        let Some(to) = spot else {
            // No room: all stand closer, in even gaps.
            let left = n - i;
            let support = sheet.support_of(&last);
            return match support {
                Some(support) => among_riders(sheet, row, left, &support),
                None => together(sheet, row, left, span),
            };
        };
        let made = copy(sheet, &model, to, &last);
        row.extend(made);
        row.sort_by(|a, b| a.rect.cx().total_cmp(&b.rect.cx()));
    }
    sheet.same = row.iter().map(|t| t.id.clone()).collect();
    Ok(())
}

/// Whether a thing hangs or flies free, so that others of its kind may be anywhere about it.
fn is_aloft(sheet: &mut Sheet<'_>, thing: &Thing) -> bool {
    let high = sheet
        .stage()
        .is_some_and(|stage| thing.rect.bottom() < stage.memo.ground.horizon);
    (high || look_up(&thing.noun).0.flies())
        && !sheet.is_grounded(thing)
        && sheet.support_of(thing).is_none()
}

/// Lets a pile with `n` more lie in layers, each with one fewer than the one below, as large as what carries it lets them be.
fn heap(
    sheet: &mut Sheet<'_>,
    pile: Vec<Thing>,
    n: u32,
    (from, to): (f32, f32),
) -> Result<(), EngineError> {
    const LAYERS_MAX: usize = 6;
    /// Share of a thing's height by which a layer lies above the one below.
    const STEP: f32 = 0.8;
    let Some(model) = pile.last().cloned() else {
        return Ok(());
    };
    let mut all = pile;
    for _ in 0..n {
        all.extend(copy(sheet, &model, model.rect, &model));
    }
    let wide = all.iter().map(|t| t.rect.w).fold(1.0, f32::max);
    let high = all.iter().map(|t| t.rect.h).fold(1.0, f32::max);
    let base = all.iter().map(|t| t.rect.bottom()).fold(0.0, f32::max);
    let lowest = |layers: usize| {
        let holds =
            |c: &usize| (0..layers).map(|i| c.saturating_sub(i)).sum::<usize>() >= all.len();
        (1..=all.len()).find(holds).unwrap_or(all.len())
    };
    let scale = |layers: usize| {
        let across = (to - from) / (lowest(layers) as f32 * wide);
        let up = base * 0.9 / (high * (1.0 + STEP * (layers - 1) as f32));
        across.min(up).min(1.0)
    };
    let layers = (1..=LAYERS_MAX)
        .reduce(|best, layers| match scale(layers) > scale(best) * 1.05 {
            true => layers,
            false => best,
        })
        .unwrap_or(1);
    let (k, mut left) = (scale(layers), all.as_slice());
    for layer in 0..layers {
        let here = lowest(layers).saturating_sub(layer).min(left.len());
        let (own, rest) = left.split_at(here);
        for (i, thing) in own.iter().enumerate() {
            let off = (i as f32 + 0.5 - here as f32 / 2.0) * wide * k;
            let foot = base - layer as f32 * STEP * high * k;
            let r = thing.rect;
            let to = Rect::standing((from + to) / 2.0 + off, foot, r.w * k, r.h * k);
            sheet.put(thing, to);
        }
        left = rest;
    }
    sheet.same = all.iter().map(|t| t.id.clone()).collect();
    Ok(())
}

/// Returns from where to where things of a row may stand: on what carries them, or on the canvas.
fn reach(sheet: &mut Sheet<'_>, row: &[Thing]) -> (f32, f32) {
    let (w, _) = sheet.size();
    let wide = (w * MARGIN, w * (1.0 - MARGIN));
    let Some(first) = row.first() else {
        return wide;
    };
    let support = sheet.support_of(first);
    let Some(support) = support else {
        return wide;
    };
    let s = support.rect;
    let (mut from, mut to) = (s.x + s.w * 0.04, s.right() - s.w * 0.04);
    // Others that stand there keep their places.
    let all = row.iter().map(|t| t.rect).reduce(|a, b| a.union(&b));
    let middle = all.map_or(s.cx(), |r| r.cx());
    for other in sheet.standing_on(&support) {
        if row.iter().any(|own| own.id == other.id) {
            continue;
        }
        if other.rect.cx() > middle {
            to = to.min(other.rect.x - 3.0);
        } else {
            from = from.max(other.rect.right() + 3.0);
        }
    }
    (from, to)
}

/// Returns the next place in the row, beyond its ends.
fn beside(
    sheet: &mut Sheet<'_>,
    row: &[Thing],
    model: &Thing,
    (from, to): (f32, f32),
) -> Option<Rect> {
    let r = model.rect;
    let base = row[0].rect.bottom();
    let level = row
        .iter()
        .all(|t| (t.rect.bottom() - base).abs() < 0.35 * t.rect.h);
    if !level {
        return None;
    }
    let pitch = row
        .windows(2)
        .map(|pair| pair[1].rect.cx() - pair[0].rect.cx())
        .fold(f32::MAX, f32::min);
    let pitch = if pitch.is_finite() && pitch < 1e6 {
        pitch.max(r.w * 0.9)
    } else {
        r.w * 1.12
    };
    let (first, last) = (row.first()?, row.last()?);
    let others = others(sheet, row);
    let right = Rect::standing(last.rect.cx() + pitch, r.bottom(), r.w, r.h);
    let left = Rect::standing(first.rect.cx() - pitch, r.bottom(), r.w, r.h);
    // The side with more room first, so that the row stays in the middle.
    let mut sides = [right, left];
    if first.rect.x - from > to - last.rect.right() {
        sides.reverse();
    }
    sides.into_iter().find(|spot| {
        spot.x >= from
            && spot.right() <= to
            && others.iter().all(|o| o.overlap_share(spot) < COVERED)
    })
}

/// Returns a place in a second row, before or behind the first.
fn behind(sheet: &mut Sheet<'_>, row: &[Thing], model: &Thing) -> Option<Rect> {
    let stage = sheet.stage()?;
    let grounded = sheet.is_grounded(model);
    let ground = stage.memo.ground;
    if !grounded || row.len() < 2 && model.rect.w > ground.w * 0.4 {
        return None;
    }
    let r = model.rect;
    let all = others(sheet, &[]);
    let mut best: Option<(f32, Rect)> = None;
    for (drop, k) in [(0.34, 1.06), (-0.3, 0.92), (0.5, 1.1), (-0.5, 0.86)] {
        let base = r.bottom() + drop * r.h;
        if base > ground.h * 0.965 || base < ground.horizon + 0.05 * ground.h {
            continue;
        }
        for step in 0..25 {
            let cx = ground.w * (0.06 + 0.88 * step as f32 / 24.0);
            let spot = Rect::standing(cx, base, r.w * k, r.h * k);
            let inside = spot.x > ground.w * 0.03 && spot.right() < ground.w * 0.97;
            let cover = all
                .iter()
                .map(|o| o.overlap(&spot) / o.area().min(spot.area()).max(1.0))
                .fold(0.0, f32::max);
            let cost = cover + (cx - ground.w / 2.0).abs() / ground.w * 0.1;
            if inside && cover < COVERED && best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, spot));
            }
        }
    }
    best.map(|(_, spot)| spot)
}

/// Returns the boxes of all things but those of the row, and of all texts.
fn others(sheet: &mut Sheet<'_>, row: &[Thing]) -> Vec<Rect> {
    let (w, h) = sheet.size();
    let base = row.first().map_or(f32::MAX, |t| t.rect.bottom());
    let mut out: Vec<Rect> = sheet
        .things()
        .into_iter()
        .filter(|t| t.kind == Kind::Object && !row.iter().any(|own| own.id == t.id))
        // What carries the row is no obstacle.
        .filter(|t| {
            !(row.iter().any(|own| t.rect.overlap_share(&own.rect) > 0.6) || t.rect.y > base - 4.0)
        })
        .filter(|t| t.rect.area() < w * h * 0.6)
        .map(|t| t.rect)
        .collect();
    out.extend(sheet.lines().into_iter().map(|line| line.rect));
    out
}

/// Draws a thing once more in another place.
fn copy(sheet: &mut Sheet<'_>, model: &Thing, to: Rect, after: &Thing) -> Option<Thing> {
    let mut own: Vec<(usize, Node)> = model
        .own
        .iter()
        .filter_map(|id| Some((sheet.parent(id)?.1, sheet.node(id)?.clone())))
        .collect();
    own.sort_by_key(|(place, _)| *place);
    let nodes: Vec<Node> = own.into_iter().map(|(_, node)| node).collect();
    let (parent, _) = sheet.parent(&model.id)?;
    // Nearer ones are painted later, farther ones before the whole row.
    let nearer = to.bottom() > model.rect.bottom() + 2.0;
    let farther = to.bottom() < model.rect.bottom() - 2.0;
    let anchor = if nearer || farther { model } else { after };
    let places: Vec<usize> = anchor
        .own
        .iter()
        .filter_map(|id| Some(sheet.parent(id)?.1))
        .collect();
    let at = if farther {
        places.iter().min().copied()?
    } else {
        places.iter().max()? + 1
    };
    let copies = sheet.copies(&nodes);
    let main = copies
        .iter()
        .zip(&nodes)
        .find(|(_, old)| old.id == model.id)
        .map(|(new, _)| new.id.clone())?;
    sheet.insert(&parent, at, copies);
    sheet.touch();
    let made = sheet.thing(&main, Kind::Object)?;
    sheet.put(&made, to);
    sheet.thing(&main, Kind::Object)
}

/// Adds `n` more behind the last of a row on what carries it; all that stands there becomes as much smaller as it must, so that a
/// pear stays as large beside an apple as it was.
fn among_riders(
    sheet: &mut Sheet<'_>,
    row: Vec<Thing>,
    n: u32,
    support: &Thing,
) -> Result<(), EngineError> {
    /// Space between neighbours, as a share of a thing's width.
    const APART: f32 = 0.06;
    let Some(last) = row.last().cloned() else {
        return Ok(());
    };
    let pitch = last.rect.w * (1.0 + APART);
    let (start, k) = part_for(sheet, (&last, support), pitch * n as f32, true);
    let Some(model) = sheet.thing(&last.id, last.kind) else {
        return Ok(());
    };
    let mut ids: Vec<String> = row.iter().map(|thing| thing.id.clone()).collect();
    let mut last = model.clone();
    for i in 0..n {
        let r = model.rect;
        let cx = start + pitch * k * (i as f32 + 0.5);
        let to = Rect::standing(cx, r.bottom(), r.w, r.h);
        if let Some(made) = copy(sheet, &model, to, &last) {
            ids.push(made.id.clone());
            last = made;
        }
    }
    sheet.same = ids;
    sheet.note(
        "moved_together",
        "There was no room for more beside them: all of them moved closer together.",
    );
    Ok(())
}

/// Lets a row with `n` more stand in even gaps between two places, smaller if need be.
fn together(
    sheet: &mut Sheet<'_>,
    row: Vec<Thing>,
    n: u32,
    (from, to): (f32, f32),
) -> Result<(), EngineError> {
    let Some(model) = row.last().cloned() else {
        return Ok(());
    };
    let mut all = row;
    for _ in 0..n {
        all.extend(copy(sheet, &model, model.rect, &model));
    }
    // One row, or on open ground two, whichever lets them be larger.
    let grounded = sheet.is_grounded(&model);
    let rows = if grounded && all.len() > 3 { 2 } else { 1 };
    let per_row = all.len().div_ceil(rows);
    let widest = all.iter().map(|t| t.rect.w).fold(0.0, f32::max);
    let tallest = all.iter().map(|t| t.rect.h).fold(0.0, f32::max);
    let pitch = widest * if rows > 1 { 1.18 } else { 1.06 };
    let (_, h) = sheet.size();
    let horizon = sheet.stage().map_or(h * 0.5, |s| s.memo.ground.horizon);
    let half = if rows > 1 { 0.4 } else { 0.0 };
    let k = ((to - from) / (pitch * (per_row as f32 - 1.0 + half) + widest)).min(1.0);
    let base = if rows > 1 {
        (model.rect.bottom() + tallest * k * 0.25).min(h * 0.94)
    } else {
        model.rect.bottom()
    };
    // Farther ones are painted first.
    for (i, thing) in all.iter().enumerate().rev() {
        let (row, column) = (i / per_row, i % per_row);
        let here = per_row.min(all.len() - row * per_row) as f32;
        let k = if row > 0 { k * 0.92 } else { k };
        let run = pitch * k * (here - 1.0);
        let shift = if row > 0 && here as usize == per_row {
            half * pitch * k
        } else {
            0.0
        };
        let cx = (from + to) / 2.0 - run / 2.0 + pitch * k * column as f32 + shift
            - half * pitch * k / 2.0;
        let far = (base - tallest * k * 0.62).max(horizon + 0.05 * h);
        let foot = if row > 0 { far } else { base };
        sheet.put(
            thing,
            Rect::standing(cx, foot, thing.rect.w * k, thing.rect.h * k),
        );
    }
    if rows > 1
        && let Some(front) = all.first().cloned()
    {
        for thing in all.iter().skip(per_row) {
            super::place::restack(sheet, thing, &front, true);
        }
    }
    sheet.same = all.iter().map(|t| t.id.clone()).collect();
    sheet.note(
        "moved_together",
        "There was no room for more beside them: all of them moved closer together.",
    );
    Ok(())
}
