//! A diagram that takes another way: from left to right, or from top to bottom.

use plantain_engine::EngineError;
use plantain_scene::node::{Content, Len, Side};

use super::tree::put;
use super::{Station, chain, links, stations};
use crate::edit::scene::sheet::Sheet;
use crate::stage::rect::Rect;

/// Share of a box that stays free between two neighbours on the way, where a line and its words need room.
const GAP_ALONG: f32 = 0.35;
/// Share of a box that stays free beside it.
const GAP_BESIDE: f32 = 0.2;
/// From middle to middle of two neighbours, in boxes, at most.
const DISTANCE_MAX: f32 = 2.1;
/// Boxes that would become smaller than this are made narrower first.
const NARROWED_BELOW: f32 = 0.9;
/// Smallest share of their width.
const NARROWEST: f32 = 0.4;
/// Smallest size of letters on boxes, in logical units.
const READABLE: f32 = 15.0;

/// Lets the boxes follow each other from left to right, or from top to bottom; false where the page has no boxes with lines.
///
/// # Errors
/// [`EngineError::NothingChanged`] where they do so already, or would become too small to be read.
pub fn turn(sheet: &mut Sheet<'_>, across: bool) -> Result<bool, EngineError> {
    let mut all = stations(sheet);
    let links = links(sheet);
    if all.len() < 2 || links.is_empty() {
        return Ok(false);
    }
    let straight = chain(&links, &all);
    let spots = match &straight {
        Some(chain) => in_line(chain),
        None => crossed(sheet, &all, across)?,
    };
    let room = room(sheet, &all);
    let least = smallest(sheet, &all);
    let (mut centers, mut k) = laid(&all, &spots, room, (across, least));
    if k < NARROWED_BELOW && across && narrowed(sheet, &all, &spots, room) {
        all = stations(sheet);
        (centers, k) = laid(&all, &spots, room, (across, least));
    }
    if k < least {
        return Err(EngineError::NothingChanged {
            why: format!(
                "{} boxes this way would be too small to read on this page; ask for a {} page first",
                all.len(),
                if across { "wide (16:9)" } else { "tall (9:16)" }
            ),
        });
    }
    let moved = |(station, (x, y)): (&Station, &(f32, f32))| {
        let r = station.rect;
        (r.cx() - x).abs() + (r.cy() - y).abs() > 0.1 * r.w.min(r.h)
    };
    if !all.iter().zip(&centers).any(moved) {
        return Err(EngineError::NothingChanged {
            why: "the boxes stand that way already".into(),
        });
    }
    let k = k.min(1.0);
    for (station, center) in all.iter().zip(&centers) {
        put(sheet, station, *center, k);
    }
    meet(sheet, straight.is_some(), across);
    sheet.touch();
    sheet.because(match across {
        true => "The boxes follow each other from left to right now.",
        false => "The boxes follow each other from top to bottom now.",
    });
    Ok(true)
}

/// Places of a chain, by station: how far along the way, how far beside it.
fn in_line(chain: &[usize]) -> Vec<(f32, f32)> {
    let last = (chain.len() - 1).max(1) as f32;
    let mut out = vec![(0.0, 0.5); chain.len()];
    for (place, station) in chain.iter().enumerate() {
        out[*station].0 = place as f32 / last;
    }
    out
}

/// Places of what branches: rows become columns, or the other way round.
fn crossed(
    sheet: &mut Sheet<'_>,
    all: &[Station],
    across: bool,
) -> Result<Vec<(f32, f32)>, EngineError> {
    let ways: Vec<(f32, f32)> = links(sheet)
        .iter()
        .filter_map(|(_, line)| {
            let at = |id: &String| all.iter().find(|s| s.form == *id).map(|s| s.rect);
            let (a, b) = (at(&line.from)?, at(&line.to)?);
            Some((b.cx() - a.cx(), b.cy() - a.cy()))
        })
        .collect();
    let (dx, dy) = ways
        .iter()
        .fold((0.0, 0.0), |(x, y), (dx, dy)| (x + dx, y + dy));
    if (dx.abs() > dy.abs()) == across {
        return Err(EngineError::NothingChanged {
            why: "the boxes stand that way already".into(),
        });
    }
    let share = |values: Vec<f32>| {
        let low = values.iter().copied().fold(f32::MAX, f32::min);
        let high = values.iter().copied().fold(f32::MIN, f32::max);
        let span = (high - low).max(1.0);
        values
            .into_iter()
            .map(|v| (v - low) / span)
            .collect::<Vec<f32>>()
    };
    let xs = share(all.iter().map(|s| s.rect.cx()).collect());
    let ys = share(all.iter().map(|s| s.rect.cy()).collect());
    Ok(match across {
        true => ys.into_iter().zip(xs).collect(),
        false => xs.into_iter().zip(ys).collect(),
    })
}

/// Returns what is free for the boxes: the page below its title.
fn room(sheet: &mut Sheet<'_>, all: &[Station]) -> Rect {
    let (w, h) = sheet.size();
    let margin = 0.05 * w.min(h);
    let boxes = all.iter().map(|s| s.rect).reduce(|a, b| a.union(&b));
    let boxes = boxes.unwrap_or_default();
    let title = sheet
        .lines()
        .iter()
        .map(|line| line.rect)
        .filter(|own| own.bottom() <= boxes.y + 1.0)
        .map(|own| own.bottom() + margin * 0.6)
        .fold(margin, f32::max);
    Rect::new(margin, title, w - 2.0 * margin, h - title - margin)
}

/// Returns how small the boxes may become: their words must stay readable.
fn smallest(sheet: &Sheet<'_>, all: &[Station]) -> f32 {
    let mut least = f32::MAX;
    for id in all.iter().flat_map(|station| &station.on) {
        let Some(node) = sheet.node(id) else { continue };
        node.visit(&mut |inner| {
            if let Some(text) = inner.as_text() {
                least = least.min(text.size);
            }
        });
    }
    (READABLE / least.max(1.0)).clamp(0.25, 1.0)
}

/// Makes boxes narrower, so that more of them stand side by side; false where their words would not fit.
fn narrowed(sheet: &mut Sheet<'_>, all: &[Station], spots: &[(f32, f32)], room: Rect) -> bool {
    let mut levels: Vec<i32> = spots
        .iter()
        .map(|(along, _)| (along * 100.0) as i32)
        .collect();
    levels.sort_unstable();
    levels.dedup();
    let widest = all.iter().map(|s| s.rect.w).fold(1.0, f32::max);
    // A little less than each one's share of the way.
    let share = 0.97 * room.w / levels.len() as f32 / (1.0 + GAP_ALONG);
    let r = (share / widest).max(NARROWEST);
    let before = sheet.scene.clone();
    let faults = sheet.faults();
    for station in all {
        let cx = station.rect.cx();
        for id in station.ids() {
            let Some(node) = sheet.node_mut(id) else {
                continue;
            };
            if let Some(at) = &mut node.layout.at {
                at[0] = cx + (at[0] - cx) * r;
            }
            if let Len::Units(w) = &mut node.layout.w {
                *w *= r;
            }
        }
    }
    sheet.touch();
    let fits = r < 1.0 && !sheet.is_worse(&faults);
    if !fits {
        sheet.scene = before;
        sheet.touch();
    }
    fits
}

/// Returns the middles of the boxes within the room and how much smaller they become so that none touch.
fn laid(
    all: &[Station],
    spots: &[(f32, f32)],
    room: Rect,
    (across, least): (bool, f32),
) -> (Vec<(f32, f32)>, f32) {
    let widest = all.iter().map(|s| s.rect.w).fold(1.0, f32::max);
    let highest = all.iter().map(|s| s.rect.h).fold(1.0, f32::max);
    // Boxes that stand too far apart are hard to follow.
    let several = |places: Vec<f32>| {
        let mut places: Vec<i32> = places.iter().map(|p| (p * 100.0) as i32).collect();
        places.sort_unstable();
        places.dedup();
        (places.len().max(1) - 1) as f32 * DISTANCE_MAX
    };
    let along = several(spots.iter().map(|(along, _)| *along).collect());
    let beside = several(spots.iter().map(|(_, beside)| *beside).collect());
    let steps = match across {
        true => (along, beside),
        false => (beside, along),
    };
    let mut k = 1.0_f32;
    let mut centers = Vec::new();
    // The smaller the boxes, the longer the ways between them.
    while k > least * 0.9 {
        let across_room = (room.w - widest * k).min(widest * k * steps.0);
        let down_room = (room.h - highest * k).min(highest * k * steps.1);
        let (left, top) = (room.cx() - across_room / 2.0, room.cy() - down_room / 2.0);
        centers = spots
            .iter()
            .map(|(along, beside)| match across {
                true => (*along, *beside),
                false => (*beside, *along),
            })
            .map(|(x, y)| (left + across_room * x, top + down_room * y))
            .collect();
        if clear(all, &centers, k, across) {
            break;
        }
        k *= 0.93;
    }
    (centers, k)
}

/// Whether no two boxes come nearer than the gaps.
fn clear(all: &[Station], centers: &[(f32, f32)], k: f32, across: bool) -> bool {
    let gaps = match across {
        true => (GAP_ALONG, GAP_BESIDE),
        false => (GAP_BESIDE, GAP_ALONG),
    };
    (0..all.len()).all(|i| {
        (0..i).all(|j| {
            let w = (all[i].rect.w + all[j].rect.w) / 2.0 * k * (1.0 + gaps.0);
            let h = (all[i].rect.h + all[j].rect.h) / 2.0 * k * (1.0 + gaps.1);
            (centers[i].0 - centers[j].0).abs() >= w || (centers[i].1 - centers[j].1).abs() >= h
        })
    })
}

/// Lets the lines leave and meet the boxes at the sides that face each other now.
fn meet(sheet: &mut Sheet<'_>, straight: bool, across: bool) {
    let turned = |side: Side| match side {
        Side::Top => Side::Left,
        Side::Bottom => Side::Right,
        Side::Left => Side::Top,
        Side::Right => Side::Bottom,
        other => other,
    };
    for node in &mut sheet.touch().root.children {
        let Content::Connector(line) = &mut node.content else {
            continue;
        };
        (line.from_side, line.to_side) = match (straight, across) {
            (true, true) => (Side::Right, Side::Left),
            (true, false) => (Side::Bottom, Side::Top),
            (false, _) => (turned(line.from_side), turned(line.to_side)),
        };
    }
}
