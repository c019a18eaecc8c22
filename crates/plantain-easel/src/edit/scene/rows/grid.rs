//! Tables whose cells lie loose on the page, in columns and rows.

use plantain_scene::Node;
use plantain_scene::node::Len;

use super::lines::squeeze;
use crate::edit::scene::place::MARGIN;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::text::write;
use crate::stage::rect::Rect;

/// Boxes of one row begin on levels that differ by less than this.
const LEVEL: f32 = 3.0;

/// A cell: the node that lies at a place of its own, its box and the text in it.
#[derive(Clone)]
struct Cell {
    id: String,
    rect: Rect,
    text: String,
}

/// Adds a row below the last one of a table; false where there is none whose rows have as many cells each.
pub(super) fn row(sheet: &mut Sheet<'_>, cells: &[String]) -> bool {
    let Some((parent, rows)) = rows(sheet) else {
        return false;
    };
    let (last, before) = (&rows[rows.len() - 1], &rows[rows.len() - 2]);
    if cells.len() > last.len() || cells.len() < 2 {
        return false;
    }
    let pitch = last[0].rect.y - before[0].rect.y;
    let (_, h) = sheet.size();
    let foot = last[0].rect.bottom();
    let rule = rule(sheet, &parent, (before, last));
    let plate = plate(sheet, &parent, &rows);
    let bottom = plate.as_ref().map_or(foot, |(_, rect)| rect.bottom());
    let top = plate.as_ref().map_or(rows[0][0].rect.y, |(_, rect)| rect.y);
    let room = h - MARGIN * h - bottom;
    let (faults, scene) = (sheet.faults(), sheet.scene.clone());
    // As much as there is no room for, all rows give.
    let k = match pitch > room {
        true => (bottom + room.max(0.0) - top) / (bottom + pitch - top),
        false => 1.0,
    };
    let mut new: Vec<Node> = last
        .iter()
        .filter_map(|cell| sheet.node(&cell.id).cloned())
        .collect();
    new.extend(rule.and_then(|id| sheet.node(&id).cloned()));
    let copies = sheet.copies(&new);
    let place = sheet
        .parent(&last[last.len() - 1].id)
        .map_or(usize::MAX, |(_, at)| at + 1);
    let ids = sheet.insert(&parent, place, copies);
    for id in &ids {
        if let Some(at) = sheet.node_mut(id).and_then(|node| node.layout.at.as_mut()) {
            at[1] += pitch;
        }
    }
    if let Some((id, rect)) = &plate
        && let Some(node) = sheet.node_mut(id)
    {
        node.layout.h = Len::Units(rect.h + pitch);
    }
    if k < 1.0 {
        press(sheet, &parent, (top, bottom + pitch), k);
    }
    for (i, id) in ids.iter().take(last.len()).enumerate() {
        let words = cells.get(i).map_or("–", String::as_str);
        let own = sheet.node(id).map(texts).unwrap_or_default();
        if let Some((text, _)) = own.first() {
            write(sheet, text, words);
        }
    }
    sheet.touch();
    squeeze(sheet, &faults);
    if sheet.is_worse(&faults) {
        sheet.scene = scene;
        sheet.touch();
        return false;
    }
    sheet.same = ids;
    sheet.because(format!("A line came: {}.", cells.join(" · ")));
    true
}

/// Returns the rows of the table from the top, each from the left, and what they lie on; none where they differ in length.
fn rows(sheet: &mut Sheet<'_>) -> Option<(String, Vec<Vec<Cell>>)> {
    let words = sheet.with_roles(&["cell"]);
    let mut parent: Option<String> = None;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for word in words {
        let mut path = sheet.ancestors(&word.id);
        path.push(word.id.clone());
        let id = path
            .iter()
            .rev()
            .find(|id| sheet.node(id).is_some_and(|node| node.layout.at.is_some()))?;
        let above = sheet.parent(id)?.0;
        if parent.get_or_insert_with(|| above.clone()) != &above {
            return None;
        }
        let cell = Cell {
            rect: sheet.rect(id)?,
            id: id.clone(),
            text: word.id,
        };
        match rows
            .iter_mut()
            .find(|row| (row[0].rect.y - cell.rect.y).abs() < LEVEL)
        {
            Some(row) => row.push(cell),
            None => rows.push(vec![cell]),
        }
    }
    rows.sort_by(|a, b| a[0].rect.y.total_cmp(&b[0].rect.y));
    for row in &mut rows {
        row.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
        row.dedup_by(|a, b| a.text == b.text);
    }
    let n = rows.first()?.len();
    let even = rows.len() > 1 && n > 1 && rows.iter().all(|row| row.len() == n);
    even.then_some((parent?, rows))
}

/// Returns the line between the last two rows.
fn rule(sheet: &mut Sheet<'_>, parent: &str, (before, last): (&[Cell], &[Cell])) -> Option<String> {
    let (above, below) = (before[0].rect.bottom(), last[0].rect.y);
    let children = sheet.node(parent)?.children.clone();
    children.into_iter().find_map(|node| {
        let rect = sheet.rect(&node.id).filter(|_| node.role == "rule")?;
        (rect.cy() > above - LEVEL && rect.cy() < below + LEVEL).then_some(node.id)
    })
}

/// Returns the card that all rows lie on, with its box.
fn plate(sheet: &mut Sheet<'_>, parent: &str, rows: &[Vec<Cell>]) -> Option<(String, Rect)> {
    let all = rows
        .iter()
        .flatten()
        .map(|cell| cell.rect)
        .reduce(|a, b| a.union(&b))?;
    let children = sheet.node(parent)?.children.clone();
    children.into_iter().find_map(|node| {
        let rect = sheet.rect(&node.id)?;
        let lies =
            node.children.is_empty() && node.style.fill.is_some() && node.layout.at.is_some();
        (lies && rect.contains(&all, LEVEL)).then_some((node.id, rect))
    })
}

/// Presses all that lies between two levels together, from the upper one.
fn press(sheet: &mut Sheet<'_>, parent: &str, (top, bottom): (f32, f32), k: f32) {
    let children = sheet
        .node(parent)
        .map_or_else(Vec::new, |node| node.children.clone());
    for child in children {
        let Some(rect) = sheet.rect(&child.id) else {
            continue;
        };
        if rect.y < top - LEVEL || rect.bottom() > bottom + LEVEL {
            continue;
        }
        let thin = rect.h < LEVEL;
        if let Some(node) = sheet.node_mut(&child.id)
            && let Some(at) = &mut node.layout.at
        {
            at[1] += (rect.y - top) * (k - 1.0);
            if let (Len::Units(height), false) = (&mut node.layout.h, thin) {
                *height *= k;
            }
        }
    }
    sheet.touch();
}
