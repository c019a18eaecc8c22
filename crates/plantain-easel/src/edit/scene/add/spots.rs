//! Where a newcomer has room.

use plantain_read::Position;

use super::SHARE;
use crate::edit::scene::find::spot;
use crate::edit::scene::place::within;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::assembly::Assembly;
use crate::stage::cast::Cast;
use crate::stage::lexicon::Class;
use crate::stage::place::Place;
use crate::stage::rect::Rect;

/// Returns the scale of an assembly and the line that it stands on.
pub(super) fn fitting(
    sheet: &mut Sheet<'_>,
    cast: &Cast,
    assembly: &Assembly,
    unit: f32,
    position: Option<Position>,
) -> (f32, f32) {
    let (w, h) = sheet.size();
    let b = assembly.bounds();
    let actor = &cast.actors[assembly.root];
    let share = match actor.prop.class {
        Class::Celestial => 0.17,
        Class::Cloud => 0.2,
        _ if actor.grade > 1.3 => SHARE * 1.5,
        _ if actor.grade < 0.8 => SHARE * 0.6,
        _ => SHARE,
    };
    let most = (h * share / b.h).min(w * share * 1.1 / b.w);
    let mut k = unit.min(most);
    let base = base_line(sheet, position);
    // The same thing looks smaller farther off.
    if let Some(stage) = sheet.stage()
        && stage.memo.ground.horizon < h * 0.95
    {
        let usual = base_line(sheet, None);
        let ground = stage.memo.ground;
        k *= (ground.perspective(base) / ground.perspective(usual).max(0.1))
            .sqrt()
            .clamp(0.7, 1.25);
    }
    (k.max(crate::stage::solve::SIDE_MIN / b.w.max(b.h)), base)
}

/// Returns where things stand: the line of those that stand there, or one for the place that was asked for.
fn base_line(sheet: &mut Sheet<'_>, position: Option<Position>) -> f32 {
    let (_, h) = sheet.size();
    let horizon = sheet
        .stage()
        .map_or(h * 0.6, |stage| stage.memo.ground.horizon);
    let ground = |share: f32| horizon.min(h * 0.9) + (h - horizon.min(h * 0.9)) * share;
    if let Some(y) = position.and_then(|p| spot(p).1) {
        return match y {
            y if y > 0.9 => h * 0.94,
            y if y < 0.1 => ground(0.16),
            _ => ground(0.5),
        };
    }
    let things = sheet.things();
    let mut bases: Vec<f32> = things
        .into_iter()
        .filter(|thing| thing.kind == Kind::Object && sheet.is_grounded(thing))
        .map(|thing| thing.rect.bottom())
        .collect();
    bases.sort_by(f32::total_cmp);
    bases.last().copied().unwrap_or_else(|| ground(0.62))
}

/// Something that looks for a place.
pub(super) struct Newcomer {
    /// Width and height.
    pub(super) size: (f32, f32),
    /// Whether it is up in the air.
    pub(super) aloft: bool,
    pub(super) position: Option<Position>,
    /// Where it stands if it stands.
    pub(super) base: f32,
    /// Which of how many it is.
    pub(super) nth: usize,
    pub(super) of: usize,
}

/// Lines nearer and farther than where things stand, as shares of the ground's height.
const AROUND: [f32; 5] = [0.1, -0.1, 0.2, -0.2, 0.3];
/// Lines farther off than where things stand.
const BEYOND: [f32; 3] = [-0.1, -0.2, -0.3];

/// Returns a place for something: where it was asked for, or where it covers least. Where everything is full it stands farther
/// back, and looks smaller there.
pub(super) fn free_spot(sheet: &mut Sheet<'_>, newcomer: &Newcomer) -> Rect {
    /// What being smaller costs beside covering others.
    const SMALLER: f32 = 0.2;
    let (w, h) = newcomer.size;
    let (first, cost) = best_spot(sheet, newcomer, &AROUND);
    let grounded = sheet
        .stage()
        .is_some_and(|stage| !stage.memo.place.floats() && stage.memo.ground.horizon > 0.0);
    if !grounded || newcomer.aloft || newcomer.position.is_some() || newcomer.of > 1 {
        return first;
    }
    let smaller = [0.82, 0.68].map(|k| {
        let own = Newcomer {
            size: (w * k, h * k),
            ..*newcomer
        };
        let (spot, cost) = best_spot(sheet, &own, &BEYOND);
        (spot, cost + SMALLER * (1.0 - k) / 0.18)
    });
    let all = smaller.into_iter().chain([(first, cost)]);
    all.min_by(|a, b| a.1.total_cmp(&b.1))
        .map_or(first, |(spot, _)| spot)
}

/// Returns a place in the air for one more of a thing that hangs or flies there, smaller where there is less room; none where it
/// would cover another thing all the same.
pub fn spot_aloft(sheet: &mut Sheet<'_>, model: &Thing) -> Option<Rect> {
    /// Share of a box by which two may meet: their corners are empty.
    const CORNERS: f32 = 0.06;
    const SCALES: [f32; 4] = [1.0, 0.8, 0.64, 0.5];
    SCALES.into_iter().find_map(|k| {
        let newcomer = Newcomer {
            size: (model.rect.w * k, model.rect.h * k),
            aloft: true,
            position: None,
            base: model.rect.bottom(),
            nth: 0,
            of: 1,
        };
        let to = free_spot(sheet, &newcomer);
        let free = obstacles(sheet)
            .iter()
            .all(|(other, _)| to.overlap(other) <= CORNERS * to.area());
        free.then_some(to)
    })
}

/// Returns the place where something of a size covers least, on its own line or one of `lines`, and what it costs to stand there.
fn best_spot(sheet: &mut Sheet<'_>, newcomer: &Newcomer, lines: &[f32]) -> (Rect, f32) {
    let Newcomer {
        size: (w, h),
        position,
        base,
        nth,
        of,
        ..
    } = *newcomer;
    let (cw, ch) = sheet.size();
    let stage = sheet.stage();
    let (sx, sy) = position.map_or((None, None), spot);
    let m = 0.045 * cw.min(ch);
    let horizon = stage.as_ref().map_or(ch, |s| s.memo.ground.horizon);
    let floats = stage.as_ref().is_none_or(|s| s.memo.place.floats());
    let aloft = newcomer.aloft || floats;
    let water = stage
        .as_ref()
        .is_some_and(|s| matches!(s.memo.place, Place::Lake | Place::Sea | Place::Beach));
    let mut bases: Vec<f32> = if aloft {
        let low = if floats {
            ch - m
        } else {
            (horizon - 0.05 * ch).max(h + 2.0 * m)
        };
        (0..8)
            .map(|i| m + h + (low - m - h).max(0.0) * i as f32 / 7.0)
            .collect()
    } else {
        let mut near = vec![base];
        let reach = ch - horizon;
        near.extend(lines.iter().map(|step| base + reach * step));
        near.retain(|y| *y < ch * 0.965 && *y > horizon + reach * if water { 0.16 } else { 0.06 });
        if near.is_empty() { vec![base] } else { near }
    };
    if let Some(y) = sy {
        let want = m + h + (ch - 2.0 * m - h) * y;
        if aloft {
            bases = vec![want];
        } else {
            bases.truncate(1);
        }
    }
    let others: Vec<(Rect, f32)> = obstacles(sheet);
    let columns = 29;
    let mut best: Option<(f32, Rect)> = None;
    for (row, bottom) in bases.iter().enumerate() {
        for column in 0..columns {
            let cx =
                m + w / 2.0 + (cw - 2.0 * m - w).max(0.0) * column as f32 / (columns - 1) as f32;
            let r = Rect::standing(cx, *bottom, w, h);
            let mut cost = row as f32 * if aloft { 0.02 } else { 0.12 };
            for (other, weight) in &others {
                // Of a small thing behind it nothing would be left to see; the many pieces of a poster are no things.
                let hidden = r.grown(m * 0.3).overlap(other);
                let mut share = hidden / r.area().max(1.0);
                // What stands farther off may be seen in part.
                let beyond = !aloft && r.bottom() < other.bottom() - 2.0;
                if stage.is_some() && beyond {
                    share *= 0.6;
                } else if stage.is_some() {
                    share = share.max(hidden / other.area().max(1.0));
                }
                // Something large still shows what it is.
                let large = if other.area() > r.area() * 3.0 {
                    0.4
                } else {
                    1.0
                };
                cost += weight * share * large * 4.0;
            }
            // "On the left" is not on the right, however full the left is.
            let off = match sx {
                Some(x) if x < 0.5 => cx / cw > 0.5,
                Some(x) if x > 0.5 => cx / cw < 0.5,
                _ => false,
            };
            cost += if off { 20.0 } else { 0.0 };
            let want = sx.unwrap_or_else(|| match of {
                1 => 0.5,
                _ => (nth as f32 + 0.5) / of as f32,
            });
            let far = (cx / cw - (0.06 + 0.88 * want)).abs();
            cost += far
                * if sx.is_some() {
                    2.0
                } else if of > 1 {
                    0.5
                } else {
                    0.12
                };
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, r));
            }
        }
    }
    let (cost, found) = best.unwrap_or((f32::MAX, Rect::standing(cw / 2.0, base, w, h)));
    (within((cw, ch), found), cost)
}

/// Returns what a newcomer must not cover, with how bad that would be.
pub(super) fn obstacles(sheet: &mut Sheet<'_>) -> Vec<(Rect, f32)> {
    let (w, h) = sheet.size();
    let stage = sheet.stage().is_some();
    let mut out: Vec<(Rect, f32)> = sheet
        .things()
        .into_iter()
        .filter(|thing| thing.rect.area() < w * h * 0.6)
        .map(|thing| (thing.rect, 1.0))
        .collect();
    // Words are never covered.
    out.extend(sheet.lines().into_iter().map(|line| (line.rect, 40.0)));
    if !stage {
        let panels: Vec<Rect> = sheet
            .picture()
            .boxes
            .iter()
            .filter(|own| !own.ground.is_empty() && own.rect.area() < f64::from(w * h) * 0.3)
            .map(|own| crate::edit::scene::sheet::rect_of(own.rect))
            .collect();
        out.extend(panels.into_iter().map(|r| (r, 0.4)));
    }
    out
}
