//! Legends: a dot and a name for each series or slice, with its value where it is a table.

use super::LegendPlace;
use super::geometry::Area;
use super::pen::{Anchor, LINE, Pen};
use crate::build::{ellipse, rect};
use crate::color::Color;

/// One line of a legend.
pub(super) struct Entry {
    pub name: String,
    pub value: Option<String>,
    pub color: Color,
    pub name_given: bool,
    pub value_given: bool,
}

/// Draws the legend of the named series and returns the room that is left for the chart.
pub(super) fn of_series(pen: &mut Pen<'_>, area: Area) -> Area {
    let given = pen.spec.given;
    let entries: Vec<Entry> = pen
        .spec
        .series
        .iter()
        .enumerate()
        .filter(|(_, s)| !s.name.is_empty())
        .map(|(i, s)| Entry {
            name: s.name.clone(),
            value: None,
            color: pen.color(i),
            name_given: given,
            value_given: false,
        })
        .collect();
    match pen.spec.legend {
        _ if entries.is_empty() => area,
        LegendPlace::None => area,
        LegendPlace::Top => strip(pen, area, &entries, true),
        LegendPlace::Bottom => strip(pen, area, &entries, false),
        LegendPlace::Right => {
            let w = table_width(pen, &entries).min(area.w * 0.45);
            let h = table_height(pen, entries.len(), area.h);
            table(
                pen,
                Area::new(area.right() - w, area.mid_y() - h / 2.0, w, h),
                &entries,
            );
            area.cut(0.0, w + pen.size * 1.5, 0.0, 0.0)
        }
    }
}

/// Draws the entries side by side, in as many rows as it takes, centred at the bottom or from the left at the top.
fn strip(pen: &mut Pen<'_>, area: Area, entries: &[Entry], top: bool) -> Area {
    let (dot, gap, between) = (pen.size * 0.75, pen.size * 0.5, pen.size * 1.6);
    let mut rows: Vec<(f32, Vec<(usize, f32)>)> = vec![(0.0, Vec::new())];
    for (i, entry) in entries.iter().enumerate() {
        let label = pen.label(&entry.name).weight(500);
        let w = dot + gap + pen.width(&label);
        let (used, row) = rows
            .last()
            .map_or((0.0, 0), |(used, row)| (*used, row.len()));
        let start = if row == 0 { 0.0 } else { used + between };
        if row > 0 && start + w > area.w {
            rows.push((w, vec![(i, 0.0)]));
        } else if let Some(last) = rows.last_mut() {
            last.0 = start + w;
            last.1.push((i, start));
        }
    }
    let line = pen.size * LINE * 1.25;
    let height = line * rows.len() as f32;
    let y = if top { area.y } else { area.bottom() - height };
    for (r, (used, row)) in rows.iter().enumerate() {
        let x = if top {
            area.x
        } else {
            area.mid_x() - used / 2.0
        };
        let mid = y + line * (r as f32 + 0.5);
        for &(i, start) in row {
            let entry = &entries[i];
            let label = pen
                .label(&entry.name)
                .weight(500)
                .role("legend")
                .given(entry.name_given);
            pen.mark(
                ellipse()
                    .bounds(x + start, mid - dot / 2.0, dot, dot)
                    .fill(entry.color)
                    .role("legend-mark"),
            );
            pen.put(label, x + start + dot + gap, mid, Anchor::Left);
        }
    }
    let room = height + pen.size * 0.9;
    if top {
        area.cut(room, 0.0, 0.0, 0.0)
    } else {
        area.cut(0.0, 0.0, room, 0.0)
    }
}

/// Returns the height that a table of `count` entries wants, at most `room`.
pub(super) fn table_height(pen: &Pen<'_>, count: usize, room: f32) -> f32 {
    (pen.size * 1.95 * count as f32).min(room)
}

/// Returns the width that a table of these entries wants.
pub(super) fn table_width(pen: &mut Pen<'_>, entries: &[Entry]) -> f32 {
    let names = pen.widest(entries.iter().map(|e| e.name.as_str()), 400);
    let values = pen.widest(entries.iter().filter_map(|e| e.value.as_deref()), 600);
    let gap = if values > 0.0 { pen.size * 1.6 } else { 0.0 };
    pen.size * 1.6 + names + gap + values
}

/// Draws the entries under each other, names on the left, values on the right.
pub(super) fn table(pen: &mut Pen<'_>, area: Area, entries: &[Entry]) {
    let line = area.h / entries.len().max(1) as f32;
    let mark = pen.size * 0.8;
    for (i, entry) in entries.iter().enumerate() {
        let mid = area.y + line * (i as f32 + 0.5);
        pen.mark(
            rect()
                .bounds(area.x, mid - mark / 2.0, mark, mark)
                .fill(entry.color)
                .radius(mark * 0.3)
                .role("legend-mark"),
        );
        let mut room = area.w - pen.size * 1.6;
        if let Some(value) = &entry.value {
            let label = pen.strong(value).role("value").given(entry.value_given);
            room -= pen.width(&label) + pen.size * 0.6;
            pen.put(label, area.right(), mid, Anchor::Right);
        }
        let label = pen
            .label(&entry.name)
            .role("legend")
            .given(entry.name_given);
        let lines = if line >= pen.size * LINE * 2.0 { 2 } else { 1 };
        pen.put_wrapped(
            label,
            area.x + pen.size * 1.6,
            mid,
            room,
            Anchor::Left,
            lines,
        );
    }
}
