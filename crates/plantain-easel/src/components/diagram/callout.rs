//! Callouts: labels in columns beside a drawing, joined to their parts by leader lines that cross neither each other nor any text.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{Align, FontRole};

use super::drawing::PAGE;
use super::{Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

/// A label and the point that it names.
#[derive(Debug, Clone)]
pub struct Callout<'e> {
    pub entry: &'e Entry,
    pub target: (f32, f32),
}

/// How leader lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    Dot,
    Ring,
}

/// Sets callouts in columns at the left and right of a drawing.
///
/// `left` and `right` are the columns. Each side gets the targets nearest to it, half each, so that lines of different sides
/// cannot meet; within a side, labels change places until no two lines cross.
pub fn beside(
    sheet: &Sheet<'_>,
    callouts: &[Callout<'_>],
    left: Zone,
    right: Zone,
    finish: Finish,
    line: Color,
) -> Vec<Node> {
    let mut order: Vec<usize> = (0..callouts.len()).collect();
    order.sort_by(|a, b| {
        callouts[*a]
            .target
            .0
            .total_cmp(&callouts[*b].target.0)
            .then(callouts[*a].target.1.total_cmp(&callouts[*b].target.1))
    });
    let (mut west, mut east): (Vec<usize>, Vec<usize>) = if right.w < 20.0 {
        (order, Vec::new())
    } else if left.w < 20.0 {
        (Vec::new(), order)
    } else {
        let half = split(&order, callouts, (left.right() + right.x) * 0.5);
        (order[..half].to_vec(), order[half..].to_vec())
    };
    let width = if west.is_empty() {
        right.w
    } else if east.is_empty() {
        left.w
    } else {
        left.w.min(right.w)
    };
    let rows = west.len().max(east.len()).max(1) as f32;
    let look = lettering(sheet);
    let row_h = left.h.max(right.h) / rows;
    let size = sheet.fit_all(
        callouts.iter().map(|c| c.entry.text.as_str()),
        look,
        width - 8.0,
        row_h * 0.8,
        4,
    );
    let mut art = Vec::new();
    let mut labels = Vec::new();
    for (side, column, is_left) in [(&mut west, left, true), (&mut east, right, false)] {
        let mut slots = slots(sheet, side, callouts, column, look, size);
        let edge = if is_left { column.right() } else { column.x };
        uncross(side, &slots, callouts, edge);
        // Widths were measured for the old order; the heights of the slots follow the labels again.
        slots = again(sheet, side, callouts, column, look, size);
        for (slot, at) in slots.iter().zip(side.iter()) {
            let callout = &callouts[*at];
            let (wide, high) = sheet.measure(&callout.entry.text, look, size, column.w - 8.0);
            let x = if is_left {
                column.right() - wide - 2.0
            } else {
                column.x
            };
            let zone = Zone::new(x, slot - high * 0.5, wide + 2.0, high);
            let align = if is_left { Align::End } else { Align::Start };
            labels.push(sheet.set(callout.entry, zone, look.align(align), size, "callout"));
            let pad = size * 0.4;
            let start = (if is_left { edge + pad } else { edge - pad }, *slot);
            art.extend(leader(sheet, start, callout.target, finish, line));
        }
    }
    art.extend(labels);
    art
}

/// Returns the width that the labels of a column need, between `least` and `most`: wide words are not broken, long labels wrap.
pub fn column_width(sheet: &Sheet<'_>, entries: &[Entry], least: f32, most: f32) -> f32 {
    let look = lettering(sheet);
    let size = look.size;
    let line = entries
        .iter()
        .map(|e| sheet.wide(&e.text, look, size))
        .fold(0.0, f32::max);
    let word = entries
        .iter()
        .flat_map(|e| e.text.split_whitespace())
        .map(|w| sheet.wide(w, look, size))
        .fold(0.0, f32::max);
    let wrapped = word.max(line * 0.55);
    let wanted = if line <= most * 0.8 { line } else { wrapped };
    (wanted + 16.0).max(least).min(most)
}

fn lettering(sheet: &Sheet<'_>) -> Lettering {
    let most = (sheet.full.w.min(sheet.full.h) * 0.032).clamp(17.0, 28.0);
    Lettering::new(FontRole::Heading, most, SIZE_MIN)
        .weight(600)
        .middle()
}

/// Sets callouts in a row above and a row below a drawing, for wide drawings on upright pages.
///
/// Labels stand in the order of their targets from left to right; those of a row change places until no two lines cross.
pub fn above_and_below(
    sheet: &Sheet<'_>,
    callouts: &[Callout<'_>],
    above: Zone,
    below: Zone,
    finish: Finish,
    line: Color,
) -> Vec<Node> {
    let mut order: Vec<usize> = (0..callouts.len()).collect();
    order.sort_by(|a, b| callouts[*a].target.1.total_cmp(&callouts[*b].target.1));
    let half = order.len() / 2;
    let (mut high, mut low) = (order[..half].to_vec(), order[half..].to_vec());
    let look = Lettering {
        place: 0,
        ..lettering(sheet).align(Align::Center)
    };
    let slot = above.w / high.len().max(low.len()).max(1) as f32;
    let size = sheet.fit_all(
        callouts.iter().map(|c| c.entry.text.as_str()),
        look,
        slot - 14.0,
        above.h,
        3,
    );
    let (mut art, mut labels) = (Vec::new(), Vec::new());
    for (row, zone, is_above) in [(&mut high, above, true), (&mut low, below, false)] {
        row.sort_by(|a, b| callouts[*a].target.0.total_cmp(&callouts[*b].target.0));
        let n = row.len().max(1) as f32;
        let at: Vec<f32> = (0..row.len())
            .map(|i| zone.x + zone.w * (i as f32 + 0.5) / n)
            .collect();
        let edge = if is_above { zone.bottom() } else { zone.y };
        for _ in 0..row.len() * row.len() {
            let crossing = (0..row.len())
                .flat_map(|i| (i + 1..row.len()).map(move |j| (i, j)))
                .find(|(i, j)| {
                    crosses(
                        (at[*i], edge),
                        callouts[row[*i]].target,
                        (at[*j], edge),
                        callouts[row[*j]].target,
                    )
                });
            let Some((i, j)) = crossing else { break };
            row.swap(i, j);
        }
        for (x, i) in at.iter().zip(row.iter()) {
            let callout = &callouts[*i];
            let (_, high) = sheet.measure(&callout.entry.text, look, size, slot - 14.0);
            let y = if is_above {
                zone.bottom() - high
            } else {
                zone.y
            };
            let place = Zone::new(x - slot * 0.5 + 7.0, y, slot - 14.0, high);
            labels.push(sheet.set(callout.entry, place, look, size, "callout"));
            let from = (*x, if is_above { edge + 6.0 } else { edge - 6.0 });
            art.extend(leader(sheet, from, callout.target, finish, line));
        }
    }
    art.extend(labels);
    art
}

/// Returns how many of the ordered callouts go to the left: near half, by the middle line.
fn split(order: &[usize], callouts: &[Callout<'_>], middle: f32) -> usize {
    let n = order.len();
    let west = order
        .iter()
        .filter(|i| callouts[**i].target.0 < middle)
        .count();
    west.max(n / 2 - usize::from(n > 3 && n.is_multiple_of(2)))
        .min(n.div_ceil(2))
        .min(n)
}

/// Returns the heights at which the labels of one side stand, evenly spread and ordered by their targets.
fn slots(
    sheet: &Sheet<'_>,
    side: &mut [usize],
    callouts: &[Callout<'_>],
    column: Zone,
    look: Lettering,
    size: f32,
) -> Vec<f32> {
    side.sort_by(|a, b| callouts[*a].target.1.total_cmp(&callouts[*b].target.1));
    again(sheet, side, callouts, column, look, size)
}

fn again(
    sheet: &Sheet<'_>,
    side: &[usize],
    callouts: &[Callout<'_>],
    column: Zone,
    look: Lettering,
    size: f32,
) -> Vec<f32> {
    let heights: Vec<f32> = side
        .iter()
        .map(|i| {
            sheet
                .measure(&callouts[*i].entry.text, look, size, column.w - 8.0)
                .1
        })
        .collect();
    let wanted: Vec<f32> = side
        .iter()
        .enumerate()
        .map(|(n, i)| {
            // Between its target's height and an even spread, so that columns look set and lines stay short.
            let even = column.y + column.h * (n as f32 + 0.5) / side.len() as f32;
            callouts[*i].target.1 * 0.45 + even * 0.55
        })
        .collect();
    spread(&wanted, &heights, size * 0.7, column.y, column.bottom())
}

/// Moves labels apart as little as needed, in order, inside `top..bottom`.
pub fn spread(wanted: &[f32], heights: &[f32], gap: f32, top: f32, bottom: f32) -> Vec<f32> {
    let mut at = wanted.to_vec();
    let need = |i: usize, j: usize| (heights[i] + heights[j]) * 0.5 + gap;
    for i in 0..at.len() {
        let floor = if i == 0 {
            top + heights[0] * 0.5
        } else {
            at[i - 1] + need(i - 1, i)
        };
        at[i] = at[i].max(floor);
    }
    for i in (0..at.len()).rev() {
        let ceiling = if i + 1 == at.len() {
            bottom - heights[i] * 0.5
        } else {
            at[i + 1] - need(i, i + 1)
        };
        at[i] = at[i].min(ceiling);
    }
    at
}

/// Swaps labels while two lines of a side cross. Every swap shortens the lines, so it ends; the count bounds it all the same.
fn uncross(side: &mut [usize], slots: &[f32], callouts: &[Callout<'_>], edge: f32) {
    for _ in 0..side.len() * side.len() {
        let mut swapped = false;
        for i in 0..side.len() {
            for j in i + 1..side.len() {
                let (a, b) = (callouts[side[i]].target, callouts[side[j]].target);
                if crosses((edge, slots[i]), a, (edge, slots[j]), b) {
                    side.swap(i, j);
                    swapped = true;
                }
            }
        }
        if !swapped {
            return;
        }
    }
}

/// Returns whether two segments cross.
pub fn crosses(a: (f32, f32), b: (f32, f32), c: (f32, f32), d: (f32, f32)) -> bool {
    let turn = |p: (f32, f32), q: (f32, f32), r: (f32, f32)| {
        (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0)
    };
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

/// Returns a leader line with its end mark.
pub fn leader(
    sheet: &Sheet<'_>,
    from: (f32, f32),
    to: (f32, f32),
    finish: Finish,
    color: Color,
) -> Vec<Node> {
    let width = (sheet.full.w.min(sheet.full.h) / 560.0).clamp(1.4, 2.2);
    let r = width * 2.6;
    let d = format!("M{} {} L{} {}", from.0, from.1, to.0, to.1);
    let mark = Zone::new(to.0 - r, to.1 - r, 2.0 * r, 2.0 * r).hold(ellipse());
    let halo = PAGE
        .trace(&d)
        .stroke(Color::from(Token::Canvas).alpha(0.75), width * 2.6)
        .round();
    let line = PAGE.trace(&d).stroke(color, width).round().role("leader");
    let mark = match finish {
        Finish::Dot => mark.fill(color).stroke(Token::Canvas, width * 0.8),
        Finish::Ring => mark.fill(Token::Canvas).stroke(color, width * 1.2),
    };
    vec![halo, line, mark.role("leader")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_spread_in_order_and_apart() {
        let at = spread(&[10.0, 11.0, 12.0, 95.0], &[10.0; 4], 2.0, 0.0, 100.0);
        assert!(at.windows(2).all(|p| p[1] - p[0] >= 11.9), "{at:?}");
        assert!(at[0] >= 5.0 && at[3] <= 95.0, "{at:?}");
    }

    #[test]
    fn crossing_is_seen() {
        assert!(crosses((0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0)));
        assert!(!crosses((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)));
    }
}
