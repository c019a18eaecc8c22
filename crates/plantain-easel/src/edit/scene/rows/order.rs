//! The lines of a list in another order.

use plantain_engine::EngineError;
use plantain_read::SortKey;
use plantain_scene::Node;
use plantain_scene::node::Flow;

use super::lines::{Row, is_total, rows};
use crate::edit::scene::data::number;
use crate::edit::scene::find::{fold, like};
use crate::edit::scene::sheet::Sheet;

/// Sorts the lines of the longest list; what sums up stays where it is.
pub fn sort(sheet: &mut Sheet<'_>, by: SortKey, descending: bool) -> Result<(), EngineError> {
    let mut lines: Vec<Row> = rows(sheet, 2);
    lines.retain(|row| !is_total(&row.words));
    let key = |row: &Row| figure(row, by);
    if !matches!(by, SortKey::Name | SortKey::Place) {
        // A head names columns and has no figure.
        lines.retain(|row| key(row).is_some());
    }
    if lines.len() < 2 {
        return Err(EngineError::TargetNotLocated {
            target: "a list or chart to sort".into(),
            found: sheet.found(),
        });
    }
    let mut order: Vec<usize> = (0..lines.len()).collect();
    match by {
        SortKey::Name => order.sort_by_key(|i| lines[*i].words.first().map(|word| fold(word))),
        SortKey::Place => {}
        _ => order.sort_by(|a, b| {
            let value = |i: &usize| key(&lines[*i]).unwrap_or(0.0);
            value(a).total_cmp(&value(b))
        }),
    }
    if descending {
        order.reverse();
    }
    if order.iter().enumerate().all(|(slot, line)| slot == *line) {
        return Err(EngineError::NothingChanged {
            why: "the list stands in that order already".into(),
        });
    }
    let nodes: Vec<Option<Node>> = lines
        .iter()
        .map(|row| sheet.node(&row.id).cloned())
        .collect();
    let places: Vec<Option<(String, usize)>> =
        lines.iter().map(|row| sheet.parent(&row.id)).collect();
    fill(sheet, (&nodes, &places), &order);
    sheet.because("The list stands in that order now.");
    Ok(())
}

/// Returns the figure that a line is sorted by: the last one for values, the first for dates.
fn figure(row: &Row, by: SortKey) -> Option<f64> {
    let mut figures = row.words.iter().filter_map(|word| number(word));
    match by {
        SortKey::Date => figures.next(),
        _ => figures.next_back(),
    }
}

/// A node's parent, and its place among its siblings.
type Spot = (String, usize);

/// Puts node `order[i]` into the place of node `i`.
pub fn fill(
    sheet: &mut Sheet<'_>,
    (nodes, places): (&[Option<Node>], &[Option<Spot>]),
    order: &[usize],
) {
    // Stripes belong to the places; what one alone has, goes along with it.
    let fills = nodes.iter().flatten().map(|node| &node.style.fill);
    let striped = fills
        .collect::<Vec<_>>()
        .windows(2)
        .filter(|pair| pair[0] != pair[1])
        .count()
        > 2;
    for (slot, item) in order.iter().enumerate() {
        let (Some(there), Some(comes), Some((parent, place))) =
            (&nodes[slot], &nodes[*item], &places[slot])
        else {
            continue;
        };
        let mut comes = comes.clone();
        comes.layout.clone_from(&there.layout);
        if striped {
            comes.style.fill.clone_from(&there.style.fill);
        }
        if let Some(parent) = sheet.node_mut(parent) {
            parent.children[*place] = comes;
        }
    }
    sheet.touch();
}

/// Takes a cell out of a grid that is made of rows, as the apps of a home screen are: the cells behind it move up, from row
/// to row. False where it stands in no such grid, or in its last row.
pub fn move_up(sheet: &mut Sheet<'_>, id: &str) -> bool {
    let Some((row, _)) = sheet.parent(id) else {
        return false;
    };
    let Some((grid, at)) = sheet.parent(&row) else {
        return false;
    };
    let (Some(cell), Some(grid)) = (sheet.node(id).cloned(), sheet.node(&grid).cloned()) else {
        return false;
    };
    let is_row = |node: &Node| {
        node.layout.flow == Flow::Row
            && node.layout.at.is_none()
            && node.children.iter().all(|own| like(own, &cell))
            && !node.children.is_empty()
    };
    let rows: Vec<&Node> = grid.children[at..]
        .iter()
        .take_while(|own| is_row(own))
        .collect();
    let even = rows
        .windows(2)
        .all(|pair| pair[0].children.len() >= pair[1].children.len());
    if rows.len() < 2 || !even || cell.children.len() < 2 {
        return false;
    }
    let lengths: Vec<usize> = rows.iter().map(|own| own.children.len()).collect();
    let mut cells: Vec<Node> = rows.iter().flat_map(|own| own.children.clone()).collect();
    cells.retain(|own| own.id != id);
    let mut cells = cells.into_iter();
    let ids: Vec<String> = rows.iter().map(|own| own.id.clone()).collect();
    for (row, n) in ids.iter().zip(lengths) {
        let own: Vec<Node> = cells.by_ref().take(n).collect();
        if own.is_empty() {
            sheet.remove(std::slice::from_ref(row));
        } else if let Some(node) = sheet.node_mut(row) {
            node.children = own;
        }
    }
    sheet.touch();
    true
}
