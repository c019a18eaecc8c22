//! Boxes at even distances along the way that a chain takes.

use plantain_scene::node::{Content, Side};

use super::Station;
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::Sheet;
use crate::stage::rect::Rect;

/// Share of a box that stays free between two neighbours.
const GAP: f32 = 0.3;
/// Smallest scale of boxes that make room for one more.
const SCALE_MIN: f32 = 0.55;

/// Spreads a chain with a new box at `place` over the way of the others, which goes on straight where there is room.
pub fn along(sheet: &mut Sheet<'_>, line: &[Station], place: usize) {
    let mut path: Vec<Rect> = line
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != place)
        .map(|(_, station)| station.rect)
        .collect();
    let (w, h) = sheet.size();
    let margin = 0.04 * w.min(h);
    let page = Rect::new(margin, margin, w - 2.0 * margin, h - 2.0 * margin);
    if let Some(longer) = turned(&path, &page) {
        return over(sheet, line, &longer);
    }
    if place == path.len() && path.len() > 1 {
        let (last, before) = (path[path.len() - 1], path[path.len() - 2]);
        let next = Rect::new(
            last.x + last.cx() - before.cx(),
            last.y + last.cy() - before.cy(),
            last.w,
            last.h,
        );
        if page.contains(&next, 0.0) {
            path.push(next);
        }
    }
    over(sheet, line, &path);
}

/// Returns a way that turns from row to row (or from column to column) with a place for one more: behind the last where
/// there is room in its row, else in a new one. None for a way that is straight or has no rows.
fn turned(path: &[Rect], page: &Rect) -> Option<Vec<Rect>> {
    let flipped = |r: &Rect| Rect::new(r.y, r.x, r.h, r.w);
    rows_of(path, page).or_else(|| {
        let across: Vec<Rect> = path.iter().map(flipped).collect();
        let longer = rows_of(&across, &flipped(page))?;
        Some(longer.iter().map(flipped).collect())
    })
}

fn rows_of(path: &[Rect], page: &Rect) -> Option<Vec<Rect>> {
    let mut rows: Vec<Vec<Rect>> = Vec::new();
    for place in path {
        match rows.last_mut() {
            Some(row) if (row[0].cy() - place.cy()).abs() < place.h * 0.5 => row.push(*place),
            _ => rows.push(vec![*place]),
        }
    }
    let columns = rows.first()?.len();
    let (last, before) = rows.split_last()?;
    if before.is_empty()
        || columns < 2
        || before.iter().any(|row| row.len() != columns)
        || last.len() > columns
    {
        return None;
    }
    let first = &before[0];
    let step = first[1].cx() - first[0].cx();
    let down = rows[1][0].cy() - first[0].cy();
    let snakes = (rows[1][0].cx() - first[columns - 1].cx()).abs() < step.abs() * 0.5;
    let back = snakes && rows.len().is_multiple_of(2);
    let end = last[last.len() - 1];
    let next = if last.len() < columns {
        let dx = if back { -step } else { step };
        end.shifted(dx, 0.0)
    } else {
        let x = if snakes { end.x } else { first[0].x };
        Rect::new(x, end.y + down, end.w, end.h)
    };
    let mut longer = path.to_vec();
    longer.push(next);
    let room = page.bottom() - next.h / 2.0 - first[0].cy();
    let needed = next.cy() - first[0].cy();
    if down > 0.0 && needed > room {
        // A row more than fits: the rows come closer.
        let k = room / needed;
        if k < SCALE_MIN {
            return None;
        }
        let top = first[0].cy();
        for place in &mut longer {
            let y = top + (place.cy() - top) * k;
            *place = Rect::around(place.cx(), y, place.w, place.h);
        }
    }
    page.contains(&longer[longer.len() - 1], 4.0)
        .then_some(longer)
}

/// Closes the gap that a box of the chain left: on a straight way the rest shares it, where it turns they move up.
pub fn closed_up(sheet: &mut Sheet<'_>, line: &[Station], path: &[Rect]) {
    let step = |pair: &[Rect]| (pair[1].cx() - pair[0].cx(), pair[1].cy() - pair[0].cy());
    let steps: Vec<(f32, f32)> = path.windows(2).map(step).collect();
    let straight = steps.windows(2).all(|pair| {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        let along = ax * bx + ay * by;
        along > 0.9 * libm::hypotf(ax, ay) * libm::hypotf(bx, by)
    });
    match path.split_last() {
        Some((_, rest)) if !straight && !rest.is_empty() => over(sheet, line, rest),
        _ => over(sheet, line, path),
    }
}

/// Spreads boxes over a way, the first at its start and the last at its end; they become smaller where they would touch.
pub fn over(sheet: &mut Sheet<'_>, line: &[Station], path: &[Rect]) {
    let n = line.len();
    if n == 0 || path.is_empty() {
        return;
    }
    let steps = (path.len() - 1) as f32;
    let spot = |i: usize| -> (f32, f32) {
        let t = if n == 1 {
            0.5
        } else {
            i as f32 / (n - 1) as f32
        } * steps;
        let (a, b) = (t.floor() as usize, t.ceil() as usize);
        let (a, b, k) = (path[a], path[b.min(path.len() - 1)], t.fract());
        (
            a.cx() + (b.cx() - a.cx()) * k,
            a.cy() + (b.cy() - a.cy()) * k,
        )
    };
    let spots: Vec<(f32, f32)> = (0..n).map(spot).collect();
    let mut k = 1.0_f32;
    for (pair, stations) in spots.windows(2).zip(line.windows(2)) {
        let (dx, dy) = ((pair[1].0 - pair[0].0).abs(), (pair[1].1 - pair[0].1).abs());
        let w = (stations[0].rect.w + stations[1].rect.w) / 2.0 * (1.0 + GAP);
        let h = (stations[0].rect.h + stations[1].rect.h) / 2.0 * (1.0 + GAP);
        // Clear of each other in one direction is enough.
        k = k.min((dx / w).max(dy / h));
    }
    let k = k.clamp(SCALE_MIN, 1.0);
    for (station, &(x, y)) in line.iter().zip(&spots) {
        let from = station.rect;
        for id in std::iter::once(&station.form).chain(&station.on) {
            let Some(node) = sheet.node_mut(id) else {
                continue;
            };
            if let Some(at) = &mut node.layout.at {
                *at = [x + (at[0] - from.cx()) * k, y + (at[1] - from.cy()) * k];
            }
            scale(node, k);
        }
    }
    for (pair, spots) in line.windows(2).zip(spots.windows(2)) {
        meet(sheet, pair, spots, k);
    }
    sheet.touch();
}

/// Lets the line between two boxes that lie one below the other, or side by side, meet the sides that face each other.
fn meet(sheet: &mut Sheet<'_>, pair: &[Station], spots: &[(f32, f32)], k: f32) {
    let (dx, dy) = (spots[1].0 - spots[0].0, spots[1].1 - spots[0].1);
    let (w, h) = (pair[0].rect.w * k, pair[0].rect.h * k);
    let sides = if dx.abs() < 0.75 * w && dy.abs() > h {
        if dy > 0.0 {
            (Side::Bottom, Side::Top)
        } else {
            (Side::Top, Side::Bottom)
        }
    } else if dy.abs() < 0.75 * h && dx.abs() > w {
        if dx > 0.0 {
            (Side::Right, Side::Left)
        } else {
            (Side::Left, Side::Right)
        }
    } else {
        return;
    };
    for node in &mut sheet.touch().root.children {
        if let Content::Connector(line) = &mut node.content
            && line.from == pair[0].form
            && line.to == pair[1].form
        {
            (line.from_side, line.to_side) = sides;
        }
    }
}
