//! Space and columns inside the canvas that is there.

use plantain_engine::EngineError;
use plantain_scene::Node;
use plantain_scene::node::{Flow, Len};

use super::{FULL, boxes, rect_of};
use crate::edit::scene::find::like;
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::stage::rect::Rect;

/// Space between columns that lines of a list are parted into, in units.
const GUTTER: f32 = 28.0;

/// More or less space around the content.
pub(super) fn margins(sheet: &mut Sheet<'_>, k: f32) -> Result<(), EngineError> {
    let (w, h) = sheet.size();
    let before = sheet.scene.clone();
    let faults = sheet.faults();
    let rects = boxes(sheet);
    let mut root = std::mem::take(&mut sheet.scene.root);
    if root.layout.flow == Flow::Stack {
        let full = |r: &Rect| r.area() >= w * h * FULL;
        let all = root
            .children
            .iter()
            .map(|c| rect_of(&rects, &c.id))
            .filter(|r| !full(r) && r.x >= 0.0 && r.right() <= w && r.y >= 0.0 && r.bottom() <= h)
            .reduce(|a, b| a.union(&b));
        if let Some(all) = all {
            let m = all
                .x
                .min(all.y)
                .min(w - all.right())
                .min(h - all.bottom())
                .max(4.0);
            let inset = (m * k).min(w.min(h) * 0.3);
            let s = ((w - 2.0 * inset) / (w - 2.0 * m)).min((h - 2.0 * inset) / (h - 2.0 * m));
            for child in &mut root.children {
                let r = rect_of(&rects, &child.id);
                if full(&r) || child.layout.at.is_none() {
                    continue;
                }
                child.layout.at =
                    Some([w / 2.0 + (r.x - w / 2.0) * s, h / 2.0 + (r.y - h / 2.0) * s]);
                scale(child, s);
            }
        }
    } else {
        let mut level = &mut root;
        for _ in 0..4 {
            if level.layout.pad.iter().any(|p| *p > 8.0) || level.children.is_empty() {
                break;
            }
            let at = (0..level.children.len())
                .max_by(|a, b| {
                    let area = |i: &usize| rect_of(&rects, &level.children[*i].id).area();
                    area(a).total_cmp(&area(b))
                })
                .unwrap_or(0);
            level = &mut level.children[at];
        }
        level.layout.pad = level.layout.pad.map(|p| (p * k).min(w.min(h) * 0.3));
    }
    sheet.scene.root = root;
    sheet.touch();
    if sheet.is_worse(&faults) {
        sheet.scene = before;
        sheet.touch();
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    sheet.because("The content has another margin now.");
    Ok(())
}

/// Sets the main grid in another number of columns.
pub(in crate::edit::scene) fn columns(sheet: &mut Sheet<'_>, n: usize) -> Result<(), EngineError> {
    let Some(group) = main_group(sheet) else {
        return Err(EngineError::TargetNotLocated {
            target: "a grid with columns".into(),
            found: sheet.found(),
        });
    };
    regrid(sheet, &group, n)?;
    sheet.because(format!("The main grid has {n} columns now."));
    Ok(())
}

/// What is built alike and stands in rows and columns: in one node, or in several rows of one parent.
pub struct Group {
    /// The node that the pieces will all lie in.
    holder: String,
    /// Rows beside the first, which are emptied.
    others: Vec<String>,
    down: bool,
}

/// Returns the group of the largest area.
fn main_group(sheet: &mut Sheet<'_>) -> Option<Group> {
    let mut found: Vec<Group> = Vec::new();
    sheet
        .scene
        .root
        .visit(&mut |node| found.extend(group_in(node)));
    let mut best: Option<(f32, Group)> = None;
    for group in found {
        let rects = std::iter::once(&group.holder).chain(&group.others);
        let area: f32 = rects
            .filter_map(|id| sheet.rect(id))
            .map(|r| r.area())
            .sum();
        if best.as_ref().is_none_or(|(most, _)| area > *most) {
            best = Some((area, group));
        }
    }
    best.map(|(_, group)| group)
}

/// Returns the group that a node holds as its children, or as the children of its rows.
fn group_in(node: &Node) -> Option<Group> {
    const LINES_MIN: usize = 4;
    let alike = |node: &Node| {
        let first = node.children.first();
        first.map_or(0, |first| {
            node.children.iter().filter(|c| like(c, first)).count()
        })
    };
    let whole =
        |node: &Node, least: usize| alike(node) >= least && alike(node) == node.children.len();
    let rows: Vec<&Node> = node
        .children
        .iter()
        .filter(|row| row.layout.flow == Flow::Row && whole(row, 2))
        .collect();
    let same = rows
        .windows(2)
        .all(|pair| like(&pair[0].children[0], &pair[1].children[0]));
    if let ([first, rest @ ..], true) = (rows.as_slice(), same)
        && !rest.is_empty()
        && texts(&first.children[0]).len() + first.children[0].children.len() > 1
    {
        return Some(Group {
            holder: first.id.clone(),
            others: rest.iter().map(|row| row.id.clone()).collect(),
            down: false,
        });
    }
    let across = matches!(node.layout.flow, Flow::Grid(_) | Flow::Row) && alike(node) >= 2;
    let down = node.layout.flow == Flow::Column && whole(node, LINES_MIN);
    (across || down).then(|| Group {
        holder: node.id.clone(),
        others: Vec::new(),
        down,
    })
}

/// Returns the largest group whose pieces are all among parts of a page, and how many they are.
pub fn group_of(sheet: &Sheet<'_>, ids: &[String]) -> Option<(Group, usize)> {
    let mut found: Option<(Group, usize)> = None;
    sheet.scene.root.visit(&mut |node| {
        let Some(group) = group_in(node) else { return };
        let holders = std::iter::once(&group.holder).chain(&group.others);
        let pieces: Vec<&Node> = holders
            .filter_map(|id| sheet.node(id))
            .flat_map(|holder| &holder.children)
            .collect();
        let n = pieces.len();
        let among = pieces.iter().all(|piece| ids.contains(&piece.id));
        if among && found.as_ref().is_none_or(|(_, most)| n > *most) {
            found = Some((group, n));
        }
    });
    found
}

/// Sets a group in `n` columns. What stood below each other is read down the columns.
pub fn regrid(sheet: &mut Sheet<'_>, group: &Group, n: usize) -> Result<(), EngineError> {
    let n = n.clamp(1, 12);
    let faults = sheet.faults();
    let before = sheet.scene.clone();
    let mut moved = Vec::new();
    for id in &group.others {
        if let Some(row) = sheet.node_mut(id) {
            moved.append(&mut row.children);
        }
    }
    sheet.remove(&group.others);
    let Some(node) = sheet.node_mut(&group.holder) else {
        return Ok(());
    };
    node.children.append(&mut moved);
    let same = match &node.layout.flow {
        Flow::Grid(columns) => columns.len() == n,
        Flow::Row => node.children.len() == n && group.others.is_empty(),
        _ => n == 1,
    };
    if same {
        sheet.scene = before;
        sheet.touch();
        return Err(EngineError::NothingChanged {
            why: format!("it has {n} columns already"),
        });
    }
    node.layout.flow = Flow::Grid(vec![1.0; n]);
    if group.down {
        let rows = node.children.len().div_ceil(n);
        let mut pieces: Vec<Option<Node>> = std::mem::take(&mut node.children)
            .into_iter()
            .map(Some)
            .collect();
        let order = (0..rows).flat_map(|row| (0..n).map(move |column| column * rows + row));
        node.children = order
            .filter_map(|at| pieces.get_mut(at).and_then(Option::take))
            .collect();
        node.layout.gap = node.layout.gap.max(GUTTER);
    }
    for child in &mut node.children {
        child.layout.w = Len::Auto;
        child.layout.span = 0;
    }
    sheet.touch();
    if sheet.is_worse(&faults) {
        sheet.scene = before;
        sheet.touch();
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    Ok(())
}
