//! Branches around a hub: one more, and all of them at even angles again.

use std::f32::consts::TAU;

use plantain_scene::Node;
use plantain_scene::node::{Content, Len};

use super::{Station, name_copy};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::Sheet;
use crate::stage::rect::Rect;

/// How far a line may end from a form and still lead to it, logical units.
const TOUCH: f32 = 4.0;
/// Fewest branches that make a hub of what they meet at.
const BRANCHES_MIN: usize = 3;
/// Share of a branch that stays free between two neighbours.
const GAP: f32 = 0.12;
const SCALE_MIN: f32 = 0.55;

/// A branch with the line that leads to it.
struct Branch {
    station: Station,
    line: String,
}

/// Adds a branch with these words; returns the ids of what lies on it, none where the picture has no hub.
pub fn insert(sheet: &mut Sheet<'_>, words: &str) -> Option<Vec<String>> {
    let (hub, mut branches) = hub(sheet)?;
    let angle = |rect: &Rect| {
        // Clockwise from the top.
        let turn = libm::atan2f(rect.cx() - hub.cx(), hub.cy() - rect.cy());
        if turn < -1e-3 { turn + TAU } else { turn }
    };
    branches.sort_by(|a, b| angle(&a.station.rect).total_cmp(&angle(&b.station.rect)));
    let model = branches.last()?;
    let nodes: Vec<Node> = std::iter::once(&model.line)
        .chain(model.station.ids())
        .filter_map(|id| sheet.node(id).cloned())
        .collect();
    let rect = model.station.rect;
    let root = sheet.scene.root.id.clone();
    let copies = sheet.copies(&nodes);
    let (line, forms) = copies.split_first()?;
    // Lines lie under the forms.
    let line = sheet.insert(&root, 0, vec![line.clone()]).pop()?;
    let ids = sheet.insert(&root, usize::MAX, forms.to_vec());
    let station = Station {
        form: ids.first()?.clone(),
        on: ids[1..].to_vec(),
        rect,
    };
    let station = name_copy(sheet, station, words);
    let on = station.on.clone();
    let start = branches
        .first()
        .map_or(0.0, |first| angle(&first.station.rect));
    branches.push(Branch { station, line });
    arrange(sheet, hub, &branches, start);
    Some(on)
}

/// Returns the form that most lines meet at, and the branches around it.
fn hub(sheet: &mut Sheet<'_>) -> Option<(Rect, Vec<Branch>)> {
    let forms = sheet.with_roles(&["node", "branch", "hub"]);
    let mut lines: Vec<(String, [Rect; 2])> = Vec::new();
    for line in sheet.with_roles(&["connector"]) {
        if let Some(ends) = ends(sheet, &line.id) {
            lines.push((line.id, ends));
        }
    }
    let meets =
        |ends: &[Rect; 2], form: &Rect| ends.iter().any(|end| form.grown(TOUCH).contains(end, 0.0));
    let count = |form: &Rect| lines.iter().filter(|(_, ends)| meets(ends, form)).count();
    let middle = forms.iter().max_by_key(|form| count(&form.rect))?;
    if count(&middle.rect) < BRANCHES_MIN {
        return None;
    }
    let mut branches = Vec::new();
    for form in forms.iter().filter(|form| form.id != middle.id) {
        let mut own = lines.iter().filter(|(_, ends)| meets(ends, &form.rect));
        let (Some((line, _)), None) = (own.next(), own.next()) else {
            return None;
        };
        branches.push(Branch {
            station: Station {
                form: form.id.clone(),
                on: super::lying_on(sheet, &form.id, form.rect),
                rect: form.rect,
            },
            line: line.clone(),
        });
    }
    (branches.len() == count(&middle.rect)).then_some((middle.rect, branches))
}

/// Returns the points where a drawn line begins and ends, as boxes without size.
pub(super) fn ends(sheet: &mut Sheet<'_>, id: &str) -> Option<[Rect; 2]> {
    let rect = sheet.rect(id)?;
    let Content::Path(path) = &sheet.node(id)?.content else {
        return None;
    };
    let numbers: Vec<f32> = path
        .d
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-')))
        .filter_map(|number| number.parse().ok())
        .collect();
    let (x, y) = (
        rect.w / path.view[0].max(0.01),
        rect.h / path.view[1].max(0.01),
    );
    let point = |at: &[f32]| {
        Some(Rect::new(
            rect.x + at.first()? * x,
            rect.y + at.get(1)? * y,
            0.0,
            0.0,
        ))
    };
    let last = numbers.len().checked_sub(2)?;
    Some([point(&numbers)?, point(&numbers[last..])?])
}

/// Puts the branches at even angles on the oval that they stood on, each with its line.
fn arrange(sheet: &mut Sheet<'_>, hub: Rect, branches: &[Branch], start: f32) {
    let n = branches.len() as f32;
    let far = |by: fn(&Rect) -> f32, from: f32| {
        branches
            .iter()
            .map(|branch| (by(&branch.station.rect) - from).abs())
            .fold(0.0_f32, f32::max)
    };
    let (rx, ry) = (far(Rect::cx, hub.cx()), far(Rect::cy, hub.cy()));
    let spots: Vec<(f32, f32)> = (0..branches.len())
        .map(|i| {
            let turn = start + TAU * i as f32 / n;
            (
                hub.cx() + rx * libm::sinf(turn),
                hub.cy() - ry * libm::cosf(turn),
            )
        })
        .collect();
    let size = branches
        .iter()
        .map(|branch| branch.station.rect.w.max(branch.station.rect.h))
        .fold(0.0_f32, f32::max);
    let near = (0..spots.len())
        .map(|i| {
            let (a, b) = (spots[i], spots[(i + 1) % spots.len()]);
            libm::hypotf(a.0 - b.0, a.1 - b.1)
        })
        .fold(f32::MAX, f32::min);
    let k = (near / (size * (1.0 + GAP))).clamp(SCALE_MIN, 1.0);
    for (branch, (x, y)) in branches.iter().zip(spots) {
        let from = branch.station.rect;
        for id in branch.station.ids() {
            let Some(node) = sheet.node_mut(id) else {
                continue;
            };
            if let Some(at) = &mut node.layout.at {
                *at = [x + (at[0] - from.cx()) * k, y + (at[1] - from.cy()) * k];
            }
            scale(node, k);
        }
        draw(sheet, &branch.line, (hub.cx(), hub.cy()), (x, y));
    }
    sheet.touch();
}

/// Draws a straight line from one point to another.
fn draw(sheet: &mut Sheet<'_>, id: &str, from: (f32, f32), to: (f32, f32)) {
    let Some(node) = sheet.node_mut(id) else {
        return;
    };
    let (x, y) = (from.0.min(to.0), from.1.min(to.1));
    let (w, h) = (
        (from.0 - to.0).abs().max(1.0),
        (from.1 - to.1).abs().max(1.0),
    );
    node.layout.at = Some([x, y]);
    node.layout.w = Len::Units(w);
    node.layout.h = Len::Units(h);
    if let Content::Path(path) = &mut node.content {
        path.d = format!(
            "M{:.2} {:.2} L{:.2} {:.2} ",
            from.0 - x,
            from.1 - y,
            to.0 - x,
            to.1 - y
        );
        path.view = [w, h];
    }
}
