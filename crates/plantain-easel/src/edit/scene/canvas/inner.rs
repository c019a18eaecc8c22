//! Space and columns inside the canvas that is there.

use plantain_engine::EngineError;
use plantain_scene::node::{Flow, Len};

use super::{FULL, boxes, rect_of};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::Sheet;
use crate::stage::rect::Rect;

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
pub(super) fn columns(sheet: &mut Sheet<'_>, n: usize) -> Result<(), EngineError> {
    let n = n.clamp(1, 12);
    let faults = sheet.faults();
    let before = sheet.scene.clone();
    let mut best: Option<(f32, String)> = None;
    let mut found: Vec<String> = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        let alike = node.children.first().map_or(0, |first| {
            node.children
                .iter()
                .filter(|c| crate::edit::scene::find::like(c, first))
                .count()
        });
        let grid = matches!(node.layout.flow, Flow::Grid(_) | Flow::Row) && alike >= 2;
        if grid {
            found.push(node.id.clone());
        }
    });
    for id in found {
        let area = sheet.rect(&id).map_or(0.0, |r| r.area());
        if best.as_ref().is_none_or(|(most, _)| area > *most) {
            best = Some((area, id));
        }
    }
    let Some((_, id)) = best else {
        return Err(EngineError::TargetNotLocated {
            target: "a grid with columns".into(),
            found: sheet.found(),
        });
    };
    if let Some(node) = sheet.node_mut(&id) {
        if matches!(&node.layout.flow, Flow::Grid(columns) if columns.len() == n) {
            return Err(EngineError::NothingChanged {
                why: format!("it has {n} columns already"),
            });
        }
        node.layout.flow = Flow::Grid(vec![1.0; n]);
        for child in &mut node.children {
            child.layout.w = Len::Auto;
            child.layout.span = 0;
        }
    }
    sheet.touch();
    if sheet.is_worse(&faults) {
        sheet.scene = before;
        sheet.touch();
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    sheet.because(format!("The main grid has {n} columns now."));
    Ok(())
}
