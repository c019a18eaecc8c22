//! Room for one more line of a list on a page whose pieces lie at places of their own.

use plantain_scene::Node;
use plantain_scene::node::{Content, Len};

use super::lines::Row;
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::Sheet;
use crate::stage::rect::Rect;

/// Moves everything but `new` below `y` down by `by`, lets what spans it grow, and keeps all of it on the canvas.
pub(super) fn make_room(sheet: &mut Sheet<'_>, parent: &str, y: f32, by: f32, new: &[String]) {
    let (w, h) = sheet.size();
    let ids: Vec<String> = sheet.node(parent).map_or_else(Vec::new, |p| {
        p.children.iter().map(|c| c.id.clone()).collect()
    });
    let mut moved: Vec<String> = Vec::new();
    let mut extent: Option<Rect> = None;
    let bands = bands(sheet, &ids, y, by);
    let sides = sides(sheet, &ids);
    let mut room = within_bands(&bands, h);
    let pictures = pictures(sheet, &ids);
    for id in ids {
        let Some(rect) = sheet.rect(&id) else {
            continue;
        };
        // The disc behind a picture goes where the picture goes.
        let holds = pictures.iter().any(|own| rect.contains(own, 1.0));
        let Some(node) = sheet.node_mut(&id) else {
            continue;
        };
        let on_band = bands
            .iter()
            .chain(&sides)
            .any(|band| band.contains(&rect, 1.0));
        if node.layout.at.is_none() || rect.area() > w * h * 0.88 || on_band {
            continue;
        }
        let around =
            node.children.is_empty() && rect.area() > w * h * 0.55 && node.style.fill.is_none();
        if around || node.role == "ornament" && !holds || node.role == "border" {
            if around {
                // Inside a frame around the page there is only the room that the frame leaves.
                room.0 = room.0.max(rect.y + 0.035 * h);
                room.1 = room.1.min(rect.bottom() - 0.035 * h);
            }
            continue;
        }
        let grown = match new.contains(&id) {
            // Stands where the others make way.
            true => rect,
            false => made_way(node, rect, y, by),
        };
        extent = Some(extent.map_or(grown, |e| e.union(&grown)));
        moved.push(id);
    }
    sheet.touch();
    if let Some(all) = extent {
        fit_into(sheet, &moved, all, room, by);
    }
}

/// Returns the bands from edge to edge at the head or the foot: they stay, with all that lies on them.
fn bands(sheet: &mut Sheet<'_>, ids: &[String], y: f32, by: f32) -> Vec<Rect> {
    let (w, h) = sheet.size();
    ids.iter()
        .filter_map(|id| sheet.rect(id))
        .filter(|r| r.x <= 1.0 && r.right() >= w - 1.0 && r.h < 0.5 * h)
        .filter(|r| r.y <= 1.0 && r.bottom() <= y || r.bottom() >= h - 1.0 && r.y >= y + by)
        .collect()
}

/// Returns the bands along the left or the right edge: they stay, with all that lies on them.
fn sides(sheet: &mut Sheet<'_>, ids: &[String]) -> Vec<Rect> {
    let (w, h) = sheet.size();
    ids.iter()
        .filter_map(|id| sheet.rect(id))
        .filter(|r| r.y <= 1.0 && r.bottom() >= h - 1.0 && r.w < 0.5 * w)
        .filter(|r| r.x <= 1.0 || r.right() >= w - 1.0)
        .collect()
}

/// Returns the top and the foot of the room that bands leave on a page.
fn within_bands(bands: &[Rect], h: f32) -> (f32, f32) {
    let (mut top, mut foot) = (0.03 * h, h - 0.03 * h);
    for band in bands {
        if band.y <= 1.0 {
            top = top.max(band.bottom() + 0.03 * h);
        } else {
            foot = foot.min(band.y - 0.03 * h);
        }
    }
    (top, foot)
}

/// Returns the boxes of the drawings among some nodes.
fn pictures(sheet: &mut Sheet<'_>, ids: &[String]) -> Vec<Rect> {
    let mut found = Vec::new();
    for id in ids {
        let drawn = sheet
            .node(id)
            .is_some_and(|node| matches!(node.content, Content::Object(_) | Content::Icon(_)));
        if drawn {
            found.extend(sheet.rect(id));
        }
    }
    found
}

/// Moves a node that lies below `y` down, or lets one that spans it grow; returns its new box.
fn made_way(node: &mut Node, rect: Rect, y: f32, by: f32) -> Rect {
    let mut grown = rect;
    if rect.y >= y - 1.0 {
        if let Some(at) = &mut node.layout.at {
            at[1] += by;
        }
        grown.y += by;
    } else if rect.bottom() > y + 1.0 && node.children.is_empty() {
        if let Len::Units(own) = node.layout.h {
            node.layout.h = Len::Units(own + by);
        }
        grown.h += by;
    }
    grown
}

/// Brings what grew by `by` into the room between `top` and `foot`: in the middle of where it was, smaller if need be.
fn fit_into(sheet: &mut Sheet<'_>, moved: &[String], all: Rect, (top, foot): (f32, f32), by: f32) {
    let k = ((foot - top) / all.h).min(1.0);
    let up = (by / 2.0)
        .max(all.bottom() - foot)
        .min((all.y - top).max(0.0));
    let to = Rect::new(
        all.cx() - all.w * k / 2.0,
        (all.y - up).max(top),
        all.w * k,
        all.h * k,
    );
    for id in moved {
        let Some(rect) = sheet.rect(id) else {
            continue;
        };
        let (x, y) = (to.x + (rect.x - all.x) * k, to.y + (rect.y - all.y) * k);
        if let Some(node) = sheet.node_mut(id) {
            if let Some(at) = &mut node.layout.at {
                *at = [at[0] + x - rect.x, at[1] + y - rect.y];
            }
            scale(node, k);
        }
    }
    sheet.touch();
}

/// Returns a rule for between a new line and the one before it, where rules part the lines: the edge of the lines is at `y`.
pub(super) fn rule_at(
    sheet: &mut Sheet<'_>,
    parent: &str,
    (row, rows): (&Row, &[Row]),
    y: f32,
) -> Option<Node> {
    const THIN: f32 = 4.0;
    let flat: Vec<Node> = sheet
        .node(parent)?
        .children
        .iter()
        .filter(|node| node.layout.at.is_some() && node.as_text().is_none())
        .cloned()
        .collect();
    let mut parting = Vec::new();
    for node in flat {
        let Some(own) = sheet.rect(&node.id) else {
            continue;
        };
        let edge = rows.iter().find(|other| {
            own.h <= THIN
                && own.w > row.rect.w * 0.8
                && (own.cy() - other.rect.bottom()).abs() < THIN * 2.0
        });
        if let Some(edge) = edge {
            parting.push((node, own.cy() - edge.rect.bottom()));
        }
    }
    let (mut rule, offset) = parting.into_iter().next()?;
    if let Some(at) = &mut rule.layout.at {
        at[1] = y + offset;
    }
    Some(rule)
}
