//! Lists of names with amounts, in one or two columns, in parts with headings.

use plantain_scene::build::*;
use plantain_scene::node::{FontRole, Node, Place};

use super::{Inks, Page, Zone};
use crate::components::wording::Row;

/// Rows from which a list is set in two columns where there is width.
const TWO_COLUMNS: usize = 9;

/// Returns where a list is cut in two: in the middle, or at the heading next to it.
fn half(rows: &[Row]) -> usize {
    let middle = rows.len().div_ceil(2);
    (1..rows.len())
        .filter(|&i| rows[i].heads)
        .min_by_key(|&i| i.abs_diff(middle))
        .filter(|i| i.abs_diff(middle) <= rows.len() / 4)
        .unwrap_or(middle)
}

/// Sets names and values as rows with hairlines between, in two columns when there are many and there is width.
pub fn rows(page: &Page<'_>, rows: &[Row], zone: Zone, inks: &Inks, style: RowStyle) -> Vec<Node> {
    if rows.is_empty() {
        return Vec::new();
    }
    let two =
        rows.len() >= TWO_COLUMNS && zone.w > 560.0 || (rows.len() >= 4 && zone.w > zone.h * 2.6);
    if !two {
        return column(page, rows, zone, inks, style, None);
    }
    let (left, right) = zone.columns(0.5, zone.w * 0.08);
    let half = half(rows);
    let longer = half.max(rows.len() - half);
    let size = row_size(page, rows, left, longer).min(row_size(page, rows, right, longer));
    let mut nodes = column(page, &rows[..half], left, inks, style, Some((size, longer)));
    nodes.extend(column(
        page,
        &rows[half..],
        right,
        inks,
        style,
        Some((size, longer)),
    ));
    nodes
}

/// How rows are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowStyle {
    Lines,
    Dotted,
    Plain,
    /// Name above its value, both centred.
    Centred,
}

fn row_size(page: &Page<'_>, rows: &[Row], zone: Zone, n: usize) -> f32 {
    let setter = page.setter();
    let noted = rows.iter().any(|row| row.note.is_some());
    let high = zone.h / n as f32 * if noted { 0.72 } else { 1.0 };
    let widest = rows
        .iter()
        .map(|row| {
            let value = row.value.as_ref().map_or(0.0, |v| {
                setter.ems(&v.text, FontRole::Heading, 700, 0.0) + 1.6
            });
            let note = row.note.as_ref().map_or(0.0, |note| {
                setter.ems(&note.text, FontRole::Body, 400, 0.0) * 0.62
            });
            setter
                .ems(&row.name.text, FontRole::Heading, 600, 0.0)
                .max(note)
                + value
        })
        .fold(1.0_f32, f32::max);
    (high * 0.46)
        .min(zone.w / widest * 0.97)
        .max(14.0)
        .min(if n <= 3 { 72.0 } else { 46.0 })
}

fn column(
    page: &Page<'_>,
    rows: &[Row],
    zone: Zone,
    inks: &Inks,
    style: RowStyle,
    fixed: Option<(f32, usize)>,
) -> Vec<Node> {
    let (size, n) = fixed.unwrap_or_else(|| (row_size(page, rows, zone, rows.len()), rows.len()));
    let centred = style == RowStyle::Centred;
    let size = if centred {
        size.min(zone.h / n as f32 / 3.0).max(13.0)
    } else {
        size
    };
    let high = (zone.h / n as f32).min(size * if centred { 4.2 } else { 3.0 });
    let top = zone.y
        + if fixed.is_some() {
            0.0
        } else {
            (zone.h - high * rows.len() as f32) * 0.5
        };
    let mut nodes = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let place = Zone::new(zone.x, top + high * i as f32, zone.w, high);
        let parted = i > 0 && !row.heads && !rows[i - 1].heads;
        if parted && matches!(style, RowStyle::Lines | RowStyle::Dotted) {
            let line = rect()
                .bounds(zone.x, place.y - 0.75, zone.w, 1.5)
                .fill(inks.line);
            nodes.push(line);
        }
        nodes.push(place.hold(row_node(row, size, inks, style, zone.w)));
    }
    nodes
}

fn heading_node(entry: &Row, size: f32, inks: &Inks, style: RowStyle) -> Node {
    let name = text(entry.name.text.clone())
        .role("section")
        .literal(entry.name.literal)
        .font(FontRole::Display)
        .size(size * 1.12)
        .shrink((size * 0.8).min(16.0))
        .color(inks.bold);
    let centred = matches!(style, RowStyle::Centred | RowStyle::Plain);
    let place = if centred { Place::Center } else { Place::Start };
    row().justify(place).align(Place::Center).child(name)
}

fn row_node(entry: &Row, size: f32, inks: &Inks, style: RowStyle, width: f32) -> Node {
    if entry.heads {
        return heading_node(entry, size, inks, style);
    }
    let name_width = if entry.value.is_some() && style != RowStyle::Centred {
        width * 0.74
    } else {
        width
    };
    let mut name = text(entry.name.text.clone())
        .role("item")
        .literal(entry.name.literal)
        .font(FontRole::Heading)
        .size(size)
        .shrink(size.min(13.0))
        .color(inks.ink)
        .max_w(name_width);
    let value = entry.value.as_ref().map(|line| {
        let value = text(line.text.clone())
            .role("price")
            .literal(line.literal)
            .font(FontRole::Heading)
            .weight(700)
            .size(size)
            .tabular()
            .color(inks.bold)
            .set_text(|t| t.color = inks.pop);
        if line.literal {
            value.rigid()
        } else {
            value.filler().rigid()
        }
    });
    if !entry.name.literal {
        name = name.filler();
    }
    let name = match &entry.note {
        Some(note) => {
            let place = if style == RowStyle::Centred {
                Place::Center
            } else {
                Place::Start
            };
            col().align(place).gap(size * 0.12).child(name).child(
                text(note.text.clone())
                    .role("note")
                    .literal(note.literal)
                    .size((size * 0.62).max(13.0))
                    .shrink(12.0)
                    .color(inks.quiet)
                    .max_w(name_width),
            )
        }
        None if style == RowStyle::Centred => name.centered(),
        None => name,
    };
    if style == RowStyle::Centred {
        return col().center().gap(size * 0.15).child(name).children(value);
    }
    let flow = row()
        .justify(Place::Between)
        .gap(size * 0.8)
        .child(name)
        .children(value);
    if entry.value.is_none() {
        flow.justify(Place::Start)
    } else {
        flow
    }
}
