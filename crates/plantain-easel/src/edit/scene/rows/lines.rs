//! Lines of lists, tables, menus and receipts.

use plantain_engine::EngineError;
use plantain_read::{Location, RelationKind};
use plantain_scene::Node;
use plantain_scene::node::{Content, Flow, Len};

use super::{again, relieve};
use crate::edit::scene::find::fold;
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::stage::rect::Rect;

/// Words at the beginning of the line that sums up.
const TOTALS: &[&str] = &[
    "total",
    "grand total",
    "amount due",
    "gesamt",
    "summe",
    "gesamtbetrag",
    "totale",
    "suma",
    "importe total",
    "montant",
    "razem",
    "итого",
    "合計",
    "合计",
    "总计",
];

/// A row of a list: its frame, its box, and its words.
pub(super) struct Row {
    pub id: String,
    pub rect: Rect,
    pub words: Vec<String>,
}

/// Adds a line with these cells beside the line that a place names; false when it names none.
pub fn row_beside(
    sheet: &mut Sheet<'_>,
    cells: &[String],
    at: &Location,
) -> Result<bool, EngineError> {
    let Some((kind, target)) = &at.relation else {
        return Ok(false);
    };
    let before = match kind {
        RelationKind::Above => true,
        RelationKind::Below | RelationKind::Under | RelationKind::NextTo => false,
        _ => return Ok(false),
    };
    let anchor = sheet.find(target)?.swap_remove(0).id;
    let parted = parted(cells);
    let rows = rows(sheet, parted.len());
    let holds = |row: &Row| row.id == anchor || sheet.ancestors(&anchor).contains(&row.id);
    let Some(model) = rows.iter().position(holds) else {
        return Ok(false);
    };
    insert(sheet, &rows, &parted, Spot { model, before })?;
    Ok(true)
}

/// Where a new line goes: beside one that is there and is built like it.
#[derive(Clone, Copy)]
struct Spot {
    model: usize,
    before: bool,
}

/// Adds a line with these cells to a receipt, a table, a list or a menu.
pub fn row(sheet: &mut Sheet<'_>, cells: &[String]) -> Result<(), EngineError> {
    let parted = parted(cells);
    let cells = parted.as_slice();
    let rows = rows(sheet, cells.len());
    let missing = EngineError::TargetNotLocated {
        target: "a list or table to add a line to".into(),
        found: sheet.found(),
    };
    if rows.is_empty() {
        return Err(missing);
    }
    let total = rows.iter().position(|row| is_total(&row.words));
    let model = match total {
        Some(0) => 0,
        Some(at) => at - 1,
        None => rows.len() - 1,
    };
    let spot = Spot {
        model,
        before: false,
    };
    insert(sheet, &rows, cells, spot)
}

/// Puts a line with these cells beside the one that it is modelled on.
fn insert(
    sheet: &mut Sheet<'_>,
    rows: &[Row],
    cells: &[String],
    Spot { model, before }: Spot,
) -> Result<(), EngineError> {
    let missing = || EngineError::TargetNotLocated {
        target: "a list or table to add a line to".into(),
        found: Vec::new(),
    };
    let faults = sheet.faults();
    let row = &rows[model];
    let node = sheet.node(&row.id).cloned().ok_or_else(missing)?;
    let (parent, place) = sheet.parent(&row.id).ok_or_else(missing)?;
    let id = if node.layout.at.is_some() {
        let copy = sheet.copies(std::slice::from_ref(&node)).remove(0);
        let id = copy.id.clone();
        // What sums up may stand farther below than the next line would.
        let next = rows.get(model + 1).filter(|next| is_total(&next.words));
        let y = match (before, next) {
            (true, _) => row.rect.y,
            (false, Some(total)) => total.rect.y,
            (false, None) => row.rect.bottom(),
        };
        sheet.insert(&parent, place + 1, vec![copy]);
        let from = sheet.rect(&id).map_or(y, |r| r.y);
        if let Some(at) = sheet.node_mut(&id).and_then(|n| n.layout.at.as_mut()) {
            at[1] += y - from;
        }
        make_room(sheet, &parent, y, row.rect.h, &id);
        id
    } else {
        let id = again(sheet, &row.id)?;
        if before {
            exchange_places(sheet, &row.id, &id);
        }
        id
    };
    cells_into(sheet, &id, cells);
    relieve(sheet, &id, &faults);
    squeeze(sheet, &faults);
    sheet.same = vec![id];
    sheet.because(format!(
        "A line came: {}. What it adds up to was not touched.",
        cells.join(" · ")
    ));
    Ok(())
}

/// Lets two siblings change places in the tree.
fn exchange_places(sheet: &mut Sheet<'_>, one: &str, other: &str) {
    let (Some((parent, a)), Some((_, b))) = (sheet.parent(one), sheet.parent(other)) else {
        return;
    };
    if let Some(parent) = sheet.node_mut(&parent) {
        parent.children.swap(a, b);
    }
    sheet.touch();
}

/// Parts "Tip 1.50" into a label and its figure.
fn parted(cells: &[String]) -> Vec<String> {
    if let [only] = cells
        && let Some((label, figure)) = only.rsplit_once(' ')
        && figure.bytes().any(|b| b.is_ascii_digit())
        && !label.bytes().any(|b| b.is_ascii_digit())
    {
        return vec![label.trim_end_matches(':').to_owned(), figure.to_owned()];
    }
    cells.to_vec()
}

pub(super) fn is_total(words: &[String]) -> bool {
    words.first().is_some_and(|word| {
        let word = fold(word).trim_end_matches(':').to_owned();
        TOTALS
            .iter()
            .any(|total| word == *total || word.starts_with(&format!("{total} ")))
    })
}

/// Returns the rows of the list that has most of them, from the top.
pub(super) fn rows(sheet: &mut Sheet<'_>, cells: usize) -> Vec<Row> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    fn collect(node: &Node, groups: &mut Vec<(String, Vec<String>)>) {
        for child in &node.children {
            let words = texts(child).len();
            let named = matches!(
                child.role.as_str(),
                "row" | "item" | "dish" | "line" | "bullet" | "task"
            );
            let lined = child.layout.flow == Flow::Row
                && (2..=7).contains(&words)
                && child.style.fill.is_none();
            if named && words >= 1 || lined {
                match groups.iter_mut().find(|(id, _)| *id == node.id) {
                    Some((_, list)) => list.push(child.id.clone()),
                    None => groups.push((node.id.clone(), vec![child.id.clone()])),
                }
            }
            collect(child, groups);
        }
    }
    collect(&sheet.scene.root, &mut groups);
    let score = |sheet: &Sheet<'_>, list: &[String]| -> i32 {
        list.iter()
            .filter_map(|id| sheet.node(id))
            .map(|node| {
                let words = texts(node);
                let mut literal = false;
                node.visit(&mut |n| literal |= n.literal);
                let near = 3 - (words.len() as i32 - cells as i32).abs().min(3);
                let figures = words
                    .iter()
                    .any(|(_, t)| t.bytes().any(|b| b.is_ascii_digit()));
                let nav = node.role.contains("nav") || node.role.contains("status");
                near + i32::from(literal) * 3 + i32::from(figures) * 2 - i32::from(nav) * 9
            })
            .sum()
    };
    groups.sort_by_key(|(_, list)| std::cmp::Reverse(score(sheet, list)));
    let Some((_, ids)) = groups.into_iter().next() else {
        return Vec::new();
    };
    let mut rows: Vec<Row> = ids
        .into_iter()
        .filter_map(|id| {
            let rect = sheet.rect(&id)?;
            let words = texts(sheet.node(&id)?)
                .into_iter()
                .map(|(_, t)| t)
                .collect();
            Some(Row { id, rect, words })
        })
        .collect();
    rows.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
    rows
}

/// Sets the cells of a new row: as many as there are in order; fewer go to the first and the last.
fn cells_into(sheet: &mut Sheet<'_>, id: &str, cells: &[String]) {
    let slots: Vec<(String, String)> = sheet.node(id).map_or_else(Vec::new, texts);
    let n = slots.len();
    let mut used = Vec::new();
    for (i, cell) in cells.iter().enumerate() {
        let at = if cells.len() >= n || i + 1 < cells.len() {
            i
        } else {
            n.saturating_sub(1)
        };
        if let Some((slot, _)) = slots.get(at) {
            crate::edit::scene::text::write(sheet, slot, cell);
            used.push(slot.clone());
        }
    }
    // Cells that nothing was said about stay empty, so that no other line's words are repeated.
    for (slot, _) in slots.iter().filter(|(slot, _)| !used.contains(slot)) {
        if let Some(node) = sheet.node_mut(slot)
            && let Content::Text(text) = &mut node.content
        {
            text.text = "–".into();
            node.filler = true;
            node.literal = false;
        }
    }
    if let Some(node) = sheet.node_mut(id) {
        node.filler = false;
    }
    sheet.touch();
}

/// Moves everything but `new` below `y` down by `by`, lets what spans it grow, and keeps all of it on the canvas.
fn make_room(sheet: &mut Sheet<'_>, parent: &str, y: f32, by: f32, new: &str) {
    let (w, h) = sheet.size();
    let ids: Vec<String> = sheet.node(parent).map_or_else(Vec::new, |p| {
        p.children.iter().map(|c| c.id.clone()).collect()
    });
    let mut moved: Vec<String> = Vec::new();
    let mut extent: Option<Rect> = None;
    // Inside a frame around the page there is only the room that the frame leaves.
    let (mut top, mut foot) = (0.03 * h, h - 0.03 * h);
    // A band from edge to edge at the head or the foot stays, with all that lies on it.
    let bands: Vec<Rect> = ids
        .iter()
        .filter_map(|id| sheet.rect(id))
        .filter(|r| r.x <= 1.0 && r.right() >= w - 1.0 && r.h < 0.5 * h)
        .filter(|r| r.y <= 1.0 && r.bottom() <= y || r.bottom() >= h - 1.0 && r.y >= y + by)
        .collect();
    for band in &bands {
        if band.y <= 1.0 {
            top = top.max(band.bottom() + 0.03 * h);
        } else {
            foot = foot.min(band.y - 0.03 * h);
        }
    }
    let pictures: Vec<Rect> = ids
        .iter()
        .filter(|id| {
            sheet
                .node(id)
                .is_some_and(|node| matches!(node.content, Content::Object(_) | Content::Icon(_)))
        })
        .cloned()
        .collect::<Vec<_>>()
        .iter()
        .filter_map(|id| sheet.rect(id))
        .collect();
    for id in ids {
        let Some(rect) = sheet.rect(&id) else {
            continue;
        };
        // The disc behind a picture goes where the picture goes.
        let holds = pictures.iter().any(|own| rect.contains(own, 1.0));
        let Some(node) = sheet.node_mut(&id) else {
            continue;
        };
        let on_band = bands.iter().any(|band| band.contains(&rect, 1.0));
        if node.layout.at.is_none() || rect.area() > w * h * 0.88 || on_band {
            continue;
        }
        let around =
            node.children.is_empty() && rect.area() > w * h * 0.55 && node.style.fill.is_none();
        if around || node.role == "ornament" && !holds || node.role == "border" {
            if around {
                top = top.max(rect.y + 0.035 * h);
                foot = foot.min(rect.bottom() - 0.035 * h);
            }
            continue;
        }
        let mut grown = rect;
        if id == new {
            // Stands where the others make way.
        } else if rect.y >= y - 1.0 {
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
        extent = Some(extent.map_or(grown, |e| e.union(&grown)));
        moved.push(id);
    }
    sheet.touch();
    let Some(all) = extent else { return };
    let k = ((foot - top) / all.h).min(1.0);
    // What grew stays in the middle of where it was, and on the canvas.
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
        let Some(rect) = sheet.rect(&id) else {
            continue;
        };
        let (x, y) = (to.x + (rect.x - all.x) * k, to.y + (rect.y - all.y) * k);
        if let Some(node) = sheet.node_mut(&id) {
            if let Some(at) = &mut node.layout.at {
                *at = [at[0] + x - rect.x, at[1] + y - rect.y];
            }
            scale(node, k);
        }
    }
    sheet.touch();
}

/// Lets texts that do not fit any more become smaller.
fn squeeze(sheet: &mut Sheet<'_>, faults: &crate::edit::scene::fit::Faults) {
    for _ in 0..6 {
        let worse: Vec<String> = sheet
            .faults()
            .into_iter()
            .filter(|f| !faults.contains(f))
            .map(|(_, id)| id)
            .collect();
        if worse.is_empty() {
            return;
        }
        for id in worse {
            if let Some(node) = sheet.node_mut(&id)
                && let Content::Text(text) = &mut node.content
            {
                text.size = (text.size * 0.9).max(11.0);
                text.min_size = text.min_size.min(text.size);
            }
        }
    }
}

/// Whether the picture has a list of lines that were asked for.
pub fn listed(sheet: &mut Sheet<'_>) -> bool {
    let rows = rows(sheet, 2);
    rows.iter().any(|row| {
        let mut literal = false;
        if let Some(node) = sheet.node(&row.id) {
            node.visit(&mut |n| literal |= n.literal);
        }
        literal
    })
}
