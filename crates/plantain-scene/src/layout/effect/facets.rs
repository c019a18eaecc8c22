//! Looks put together from pieces: squares of a screen, triangles, leaded glass.

use std::collections::BTreeMap;
use std::sync::Arc;

use vello_cpu::kurbo::{Affine, BezPath, Rect};

use super::grain::{Grain, floor};
use super::lane::{LANES, Lane, even, luma, mix, saturated, smooth};
use super::sheet::{Sheet, Tint, distance, hash, noise, saturated_tint, tint};
use crate::color::Rgba;
use crate::display::{Brush, Fill, Op};

/// Colours of a pixel picture.
const COLORS: usize = 28;
/// Triangles across the shorter side of a low-poly picture.
const TRIANGLES: f32 = 30.0;

/// Draws small, with few colours, and puts every pixel back as a square, joined into runs of one colour.
pub(super) fn pixel(ops: Vec<Op>, rect: Rect, cell: f64) -> Vec<Op> {
    // Each square takes the colour that most of it has, so that edges stay clean.
    let fine = 3_usize;
    let sheet = Sheet::at_scale(ops, rect, fine as f64 / cell);
    let (w, h) = (sheet.w.div_ceil(fine), sheet.h.div_ceil(fine));
    let small: Vec<Tint> = (0..w * h)
        .map(|i| middle(&sheet, (i % w) * fine, (i / w) * fine, fine))
        .collect();
    let table = median_cut(&small, COLORS);
    let mut squares = BTreeMap::<[u8; 4], BezPath>::new();
    for y in 0..h {
        let colors: Vec<[u8; 4]> = small[y * w..(y + 1) * w]
            .iter()
            .map(|p| of_table(*p, &table))
            .collect();
        let mut x = 0;
        while x < w {
            let run = colors[x..].iter().take_while(|c| **c == colors[x]).count();
            if colors[x][3] > 0 {
                let (left, top) = (rect.x0 + x as f64 * cell, rect.y0 + y as f64 * cell);
                // A hair of overlap hides the seams between rows.
                let right = (left + run as f64 * cell + 0.3).min(rect.x1);
                let area = Rect::new(left, top, right, (top + cell + 0.3).min(rect.y1));
                let square = crate::layout::rounded_rect_path(area, [0.0; 4]);
                squares
                    .entry(colors[x])
                    .or_default()
                    .extend(square.elements().iter().copied());
            }
            x += run;
        }
    }
    squares
        .into_iter()
        .map(|(color, path)| filled(path, Rgba(color), rect))
        .collect()
}

/// Returns the pixel of a block that differs least from all others of it.
fn middle(sheet: &Sheet, x: usize, y: usize, side: usize) -> Tint {
    let block: Vec<Tint> = (0..side * side)
        .map(|i| sheet.at((x + i % side) as i64, (y + i / side) as i64))
        .collect();
    let cost = |p: &Tint| block.iter().map(|q| distance(*p, *q)).sum::<f32>();
    block
        .iter()
        .copied()
        .min_by(|a, b| cost(a).total_cmp(&cost(b)))
        .unwrap_or_default()
}

fn of_table(p: Tint, table: &[Tint]) -> [u8; 4] {
    if p[3] < 0.5 {
        return [0; 4];
    }
    let p = [p[0], p[1], p[2], 1.0];
    let near = table
        .iter()
        .min_by(|a, b| distance(**a, p).total_cmp(&distance(**b, p)))
        .copied()
        .unwrap_or(p);
    near.map(|v| (v * 255.0 + 0.5) as u8)
}

/// Returns at most `n` colours that stand for all: boxes of colours halved where they are widest.
fn median_cut(pixels: &[Tint], n: usize) -> Vec<Tint> {
    let solid: Vec<Tint> = pixels.iter().filter(|p| p[3] >= 0.5).copied().collect();
    let mut boxes = vec![solid];
    let width = |list: &[Tint], c: usize| {
        let (low, high) = list
            .iter()
            .fold((1.0_f32, 0.0_f32), |(l, h), p| (l.min(p[c]), h.max(p[c])));
        (high - low).max(0.0)
    };
    let widest = |list: &[Tint]| {
        (0..3)
            .map(|c| (c, width(list, c)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap_or((0, 0.0))
    };
    while boxes.len() < n {
        // Wide boxes count more than full ones: a small bright part keeps its colour.
        let weight = |list: &Vec<Tint>| widest(list).1 * (list.len() as f32).sqrt().sqrt();
        let Some(at) = (0..boxes.len())
            .filter(|i| boxes[*i].len() > 1 && widest(&boxes[*i]).1 > 0.02)
            .max_by(|a, b| weight(&boxes[*a]).total_cmp(&weight(&boxes[*b])))
        else {
            break;
        };
        let mut list = boxes.swap_remove(at);
        let (c, _) = widest(&list);
        list.sort_by(|a, b| a[c].total_cmp(&b[c]));
        let (low, high) = (list[0][c], list[list.len() - 1][c]);
        // Split at the middle of the range, not of the count.
        let cut = list
            .partition_point(|p| p[c] < (low + high) / 2.0)
            .max(1)
            .min(list.len() - 1);
        let upper = list.split_off(cut);
        boxes.push(list);
        boxes.push(upper);
    }
    boxes
        .iter()
        .filter(|list| !list.is_empty())
        .map(|list| {
            let k = list.len() as f32;
            [0, 1, 2, 3].map(|c| list.iter().map(|p| p[c]).sum::<f32>() / k)
        })
        .collect()
}

/// Triangles whose corners cling to the edges of the forms, each of one colour, lit a little differently.
pub(super) fn low_poly(sheet: &Sheet, rect: Rect) -> Vec<Op> {
    let step = (sheet.w.min(sheet.h) as f32 / TRIANGLES).max(4.0);
    let (cols, rows) = (
        (sheet.w as f32 / step).ceil() as i32 + 1,
        (sheet.h as f32 / step).ceil() as i32 + 1,
    );
    let corner = |i: i32, j: i32| -> (f32, f32) {
        let stagger = if j % 2 == 0 { 0.0 } else { 0.5 };
        let (x, y) = ((i as f32 - 0.5 + stagger) * step, (j as f32 - 0.5) * step);
        let (x, y) = (
            x + (hash(i, j, 101) - 0.5) * step * 0.5,
            y + (hash(i, j, 102) - 0.5) * step * 0.5,
        );
        cling(sheet, x, y, step * 0.42)
    };
    let points: Vec<(f32, f32)> = (0..=rows)
        .flat_map(|j| (0..=cols).map(move |i| (i, j)))
        .map(|(i, j)| corner(i, j))
        .collect();
    let at = |i: i32, j: i32| points[(j * (cols + 1) + i) as usize];
    let mut ops = Vec::new();
    for j in 0..rows {
        for i in 0..cols {
            let [a, b, c, d] = [at(i, j), at(i + 1, j), at(i, j + 1), at(i + 1, j + 1)];
            let pairs = if j % 2 == 0 {
                [[a, b, c], [b, d, c]]
            } else {
                [[a, b, d], [a, d, c]]
            };
            for (n, corners) in pairs.into_iter().enumerate() {
                if let Some(op) = facet(sheet, rect, corners, hash(i * 2 + n as i32, j, 103)) {
                    ops.push(op);
                }
            }
        }
    }
    ops
}

/// Moves a corner to the strongest edge near it.
fn cling(sheet: &Sheet, x: f32, y: f32, reach: f32) -> (f32, f32) {
    let mut best = (0.1, (x, y));
    for ring in 0..3 {
        for turn in 0..8 {
            let [dx, dy] = [
                [1.0, 0.0],
                [0.7, 0.7],
                [0.0, 1.0],
                [-0.7, 0.7],
                [-1.0, 0.0],
                [-0.7, -0.7],
                [0.0, -1.0],
                [0.7, -0.7_f32],
            ][turn];
            let k = reach * ring as f32 / 2.0;
            let (px, py) = (x + dx * k, y + dy * k);
            let strength = sheet.contrast(px as i64, py as i64, 2) - 0.04 * ring as f32;
            if strength > best.0 {
                best = (strength, (px, py));
            }
        }
    }
    best.1
}

fn facet(sheet: &Sheet, rect: Rect, corners: [(f32, f32); 3], chance: f32) -> Option<Op> {
    let [a, b, c] = corners;
    let (cx, cy) = ((a.0 + b.0 + c.0) / 3.0, (a.1 + b.1 + c.1) / 3.0);
    // The colour that most of the triangle has.
    let spots: Vec<Tint> = corners
        .iter()
        .map(|p| {
            sheet.at(
                (cx + (p.0 - cx) * 0.45) as i64,
                (cy + (p.1 - cy) * 0.45) as i64,
            )
        })
        .chain([sheet.at(cx as i64, cy as i64)])
        .collect();
    let cost = |p: &Tint| spots.iter().map(|q| distance(*p, *q)).sum::<f32>();
    let own = *spots.iter().min_by(|p, q| cost(p).total_cmp(&cost(q)))?;
    if own[3] < 0.4 {
        return None;
    }
    // Facets that lean to the light are brighter.
    let lean = ((b.0 - a.0) * 0.6 - (c.1 - a.1) * 0.4) / (sheet.w as f32 / TRIANGLES);
    let light = 1.0 + (chance - 0.5) * 0.13 + lean.clamp(-1.0, 1.0) * 0.06;
    let lit = saturated_tint(own.map(|v| (v * light).min(1.0)), 1.12);
    let grown = |p: (f32, f32)| {
        let (dx, dy) = (p.0 - cx, p.1 - cy);
        let k = 1.0 + 0.7 / (dx * dx + dy * dy).sqrt().max(1.0);
        (
            rect.x0 + f64::from((cx + dx * k) / sheet.scale),
            rect.y0 + f64::from((cy + dy * k) / sheet.scale),
        )
    };
    let mut path = BezPath::new();
    path.move_to(grown(a));
    path.line_to(grown(b));
    path.line_to(grown(c));
    path.close_path();
    let byte = |v: f32| (v.clamp(0.0, 1.0) * 255.0 + 0.5) as u8;
    Some(filled(
        path,
        Rgba([byte(lit[0]), byte(lit[1]), byte(lit[2]), 255]),
        rect,
    ))
}

fn filled(path: BezPath, color: Rgba, bounds: Rect) -> Op {
    Op::Fill(Fill {
        path: Arc::new(path),
        brush: Brush::Solid(color),
        even_odd: false,
        transform: Affine::IDENTITY,
        bounds,
    })
}

/// Pieces of coloured glass in lead, with the light behind them.
pub(super) fn glass(sheet: &Sheet) -> Sheet {
    let s = sheet.scale;
    let (w, h) = (sheet.w as f32 / s, sheet.h as f32 / s);
    let gap = w.min(h) / 9.0;
    let lead = sheet.edges(6.4, 0.16, 0.26);
    let panes = Panes::new((w / gap) as i32, (h / gap) as i32);
    let grains = [Grain(4.0, 4.0, 115), Grain(3.0, 3.0, 116)];
    sheet.work(grains, [], |at, [seed, spark], []| {
        let (u, v) = (at.u, at.v);
        let near: [_; LANES] = std::array::from_fn(|k| panes.at(u.0[k] / gap, v / gap));
        let own = sheet.own(&at);
        let tone = Lane::of(|k| 0.88 + 0.3 * hash(near[k].0.0, near[k].0.1, 113));
        let streak = Lane::of(|k| {
            let (i, j) = near[k].0;
            noise(
                u.0[k] / 46.0 + i as f32 * 9.0,
                v / 9.0 + j as f32 * 5.0,
                114,
            ) - 0.5
        });
        let (dx, dy) = ((u * (1.0 / w) - 0.5) * 2.0, (v / h - 0.42) * 2.0);
        let sun = 1.22 - (dx * dx + dy * dy).sqrt().min(1.4) * 0.42;
        let k = tone * sun * (streak * 0.2 + (seed - 0.5) * 0.08 + 1.0);
        let rich = saturated(own, 1.7);
        let glass = |c: usize| ((rich[c] * 0.92 + 0.04) * k).unit();
        let edge = u.min(v).min(w - u).min(h - v);
        let frame = smooth(w.min(h) * 0.022, w.min(h) * 0.02, edge);
        let seamed = smooth(3.4, 2.2, Lane::of(|k| near[k].1) * gap);
        let dark = lead.own(&at).max(seamed).max(frame);
        let glint = (spark * luma(&own) * 0.1 + 0.1) * dark * 0.35;
        let pane = [glass(0), glass(1), glass(2), own[3].max(dark)];
        let leaded = mix(pane, even(tint(0x17161b)), dark);
        [
            leaded[0] + glint,
            leaded[1] + glint,
            leaded[2] + glint,
            leaded[3],
        ]
    })
}

/// Panes of glass about a point each, for a window of so many by so many.
struct Panes {
    columns: usize,
    /// The points, from the ones a pane beyond the left and the top.
    points: Vec<(f32, f32)>,
}

impl Panes {
    fn new(columns: i32, rows: i32) -> Self {
        let across = -1..columns + 2;
        let points = (-1..rows + 2)
            .flat_map(|j| across.clone().map(move |i| (i, j)))
            .map(|(i, j)| {
                (
                    i as f32 + 0.15 + 0.7 * hash(i, j, 111),
                    j as f32 + 0.15 + 0.7 * hash(i, j, 112),
                )
            })
            .collect();
        Self {
            columns: across.len(),
            points,
        }
    }

    /// Returns the pane that a place lies in, and its distance from the seam to the next.
    fn at(&self, x: f32, y: f32) -> ((i32, i32), f32) {
        let (i, j) = (floor(x), floor(y));
        let mut first = (f32::MAX, (i, j), (0.0, 0.0));
        let mut second = first;
        for dj in -1..=1 {
            for di in -1..=1 {
                let id = (i + di, j + dj);
                let place = (id.1 + 1) as usize * self.columns + (id.0 + 1) as usize;
                let Some(point) = self.points.get(place) else {
                    continue;
                };
                let d = (point.0 - x) * (point.0 - x) + (point.1 - y) * (point.1 - y);
                if d < first.0 {
                    (first, second) = ((d, id, *point), first);
                } else if d < second.0 {
                    second = (d, id, *point);
                }
            }
        }
        let (dx, dy) = (second.2.0 - first.2.0, second.2.1 - first.2.1);
        let between = (dx * dx + dy * dy).sqrt().max(1e-3);
        (first.1, (second.0 - first.0) / (2.0 * between))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_stand_for_many_and_none_is_lost() {
        let grey = |v: f32| [v, v, v, 1.0];
        let mut pixels: Vec<Tint> = (0..900)
            .map(|i| grey(0.4 + 0.2 * i as f32 / 900.0))
            .collect();
        pixels.extend([[1.0, 0.0, 0.0, 1.0]; 6]);
        let table = median_cut(&pixels, 5);
        assert!(table.len() <= 5);
        assert!(table.iter().any(|p| p[0] > 0.9 && p[1] < 0.1), "{table:?}");
    }
}
