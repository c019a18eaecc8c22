//! Lists whose lines lie at places of their own: how they close up below a line that goes.

use plantain_scene::Node;
use plantain_scene::node::Len;

use super::{Series, THIN};
use crate::edit::scene::sheet::Sheet;
use crate::stage::rect::Rect;

/// Lines begin at one level if they differ by less than this, logical units.
const LEVEL: f32 = 6.0;
/// What lies nearer below a list than this, in heights of its lines, belongs to it and moves along.
const NEAR: f32 = 1.1;
/// Share of the canvas from which a form is the page itself, or a frame without a ground that runs around it.
const PAGE: f32 = 0.88;
const FRAME: f32 = 0.5;

/// Whether the items stand one below the other, as the lines of a list.
pub(super) fn is_list(slots: &[Rect]) -> bool {
    slots.len() > 1
        && slots.windows(2).all(|pair| {
            pair[1].y >= pair[0].bottom() - 2.0 && (pair[1].x - pair[0].x).abs() < LEVEL
        })
}

/// Closes the gap of the asked-for line, which is gone: what lies below moves up by the height of a line, with the sums
/// below the list; a rule that parted the line from the next goes; what the list lies on becomes shorter.
pub(super) fn close(sheet: &mut Sheet<'_>, series: &Series, parent: &str) {
    let slots: Vec<Rect> = series.members.iter().map(|member| member.rect).collect();
    let gone = slots[series.at];
    let steps = slots.windows(2).map(|pair| pair[1].y - pair[0].y);
    let pitch = steps.fold(f32::MAX, f32::min);
    let flat: Vec<(Node, Rect)> = sheet
        .node(parent)
        .map_or_else(Vec::new, |node| node.children.clone())
        .into_iter()
        .filter(|node| node.layout.at.is_some())
        .filter_map(|node| sheet.rect(&node.id).map(|rect| (node, rect)))
        .collect();
    let parted = parting_rule(&flat, &slots, series.at);
    if let Some(rule) = &parted {
        sheet.remove(std::slice::from_ref(rule));
    }
    let kept = |node: &Node| Some(&node.id) != parted.as_ref();
    let plates = plates(sheet, &flat, &slots);
    let (moving, foot) = below(&flat, (gone, pitch), |node| {
        kept(node)
            && !matches!(node.role.as_str(), "border" | "ornament")
            && plates.iter().all(|(plate, _)| *plate != node.id)
    });
    for id in &moving {
        raise(sheet, id, pitch);
    }
    for (plate, rect) in plates {
        // A sheet that reaches far below what stands on it keeps its length.
        if rect.bottom() - foot > pitch * NEAR || pitch * NEAR > rect.h {
            continue;
        }
        if let Some(node) = sheet.node_mut(&plate) {
            node.layout.h = Len::Units(rect.h - pitch);
        }
        let hem = flat.iter().filter(|(node, own)| {
            (own.y - rect.bottom()).abs() < LEVEL && !moving.contains(&node.id)
        });
        for (node, _) in hem {
            raise(sheet, &node.id, pitch);
        }
    }
    sheet.touch();
}

fn raise(sheet: &mut Sheet<'_>, id: &str, by: f32) {
    if let Some(at) = sheet.node_mut(id).and_then(|node| node.layout.at.as_mut()) {
        at[1] -= by;
    }
}

/// Returns the rule under a line, where all lines of the list are parted by rules.
fn parting_rule(flat: &[(Node, Rect)], slots: &[Rect], at: usize) -> Option<String> {
    let under = |slot: &Rect| {
        let rule = flat.iter().find(|(node, own)| {
            own.h <= THIN
                && node.children.is_empty()
                && node.as_text().is_none()
                && (own.cy() - slot.bottom()).abs() < THIN * 2.0
        });
        rule.map(|(node, _)| node.id.clone())
    };
    let all = slots[..slots.len() - 1]
        .iter()
        .all(|slot| under(slot).is_some());
    all.then(|| under(&slots[at])).flatten()
}

/// Returns the forms that the whole list lies on, but for the page itself.
fn plates(sheet: &Sheet<'_>, flat: &[(Node, Rect)], slots: &[Rect]) -> Vec<(String, Rect)> {
    let (w, h) = sheet.size();
    let on = |rect: &Rect| slots.iter().all(|slot| rect.contains(slot, LEVEL));
    let forms = flat.iter().filter(|(node, rect)| {
        node.children.is_empty()
            && node.as_text().is_none()
            && rect.area()
                < w * h
                    * if node.style.fill.is_some() {
                        PAGE
                    } else {
                        FRAME
                    }
            && rect.h < h * 0.95
            && on(rect)
    });
    forms.map(|(node, rect)| (node.id.clone(), *rect)).collect()
}

/// Returns what lies below a line, one thing near the other, and where the last of it ended.
fn below(
    flat: &[(Node, Rect)],
    (gone, pitch): (Rect, f32),
    counts: impl Fn(&Node) -> bool,
) -> (Vec<String>, f32) {
    let mut under: Vec<&(Node, Rect)> = flat
        .iter()
        .filter(|(node, rect)| counts(node) && rect.y >= gone.bottom() - 2.0)
        .collect();
    under.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    let mut foot = gone.bottom();
    let mut moving = Vec::new();
    for (node, rect) in under {
        if rect.y - foot > pitch * NEAR {
            break;
        }
        foot = foot.max(rect.bottom());
        moving.push(node.id.clone());
    }
    (moving, foot)
}
