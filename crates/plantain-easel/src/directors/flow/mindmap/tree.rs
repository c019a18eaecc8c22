//! The idea at the left, its branches and twigs to the right of it.

use super::{Branch, curve, hub};
use crate::components::diagram::{Body, Entry, Sheet};
use crate::components::print::Zone;
use crate::directors::flow::{Form, Manner, lettering, node};
use plantain_scene::build::*;
use plantain_scene::node::{Align, Side};

pub(super) fn draw(sheet: &Sheet<'_>, middle: &Entry, branches: &[Branch]) -> Option<Body> {
    let zone = sheet.body;
    let twigs = branches.iter().any(|b| !b.twigs.is_empty());
    let rows: usize = branches.iter().map(|b| b.twigs.len().max(1)).sum();
    let hub_w = (zone.w * if twigs { 0.23 } else { 0.34 }).min(280.0);
    let w = (zone.w * if twigs { 0.27 } else { 0.42 }).min(330.0);
    let gap = (zone.w * 0.07).min(90.0);
    let used = hub_w + gap + w + if twigs { gap + w } else { 0.0 };
    if rows < 2 || used > zone.w + 1.0 {
        return None;
    }
    let left = zone.x + (zone.w - used) * 0.5;
    let pitch = (zone.h / rows as f32).min(150.0);
    let top = zone.center().1 - pitch * rows as f32 * 0.5;
    let h = (pitch * 0.78).min(84.0);
    if h < 26.0 {
        return None;
    }
    let manner = Manner::of(sheet);
    let hues = sheet.hues(branches.len());
    let names = branches.iter().map(|b| b.entry.text.as_str());
    let size = sheet.fit_all(names, lettering(sheet), w * 0.84, h * 0.84, 2);
    let small = twig_size(sheet, branches, w - 8.0, pitch * 0.84, size);
    let (mut lines, mut boxes) = (Vec::new(), Vec::new());
    let mut y = top;
    for (i, branch) in branches.iter().enumerate() {
        let tall = pitch * branch.twigs.len().max(1) as f32;
        let place = Zone::new(left + hub_w + gap, y + tall * 0.5 - h * 0.5, w, h);
        let id = format!("branch-{i}");
        let paint = (manner, hues[i]);
        boxes.extend(node(
            sheet,
            &branch.entry,
            place,
            &id,
            Form::Box,
            paint,
            size,
        ));
        lines.push(curve("hub", &id, Side::Right, hues[i], 4.0));
        for (j, twig) in branch.twigs.iter().enumerate() {
            let place = Zone::new(place.right() + gap, y + pitch * j as f32, w, pitch);
            let id_of = format!("twig-{i}-{j}");
            let look = lettering(sheet).weight(500).align(Align::Start).middle();
            boxes.push(place.hold(col()).id(&id_of));
            boxes.push(sheet.set(twig, place.inset_xy(8.0, 0.0), look, small, "label"));
            lines.push(curve(&id, &id_of, Side::Right, hues[i], 2.5));
        }
        y += tall;
    }
    lines.extend(boxes);
    let high = (hub_w * 0.6).min(zone.h * 0.4);
    let place = Zone::new(left, zone.center().1 - high * 0.5, hub_w, high);
    lines.extend(hub(sheet, middle, place));
    Some(Body::new(lines))
}

/// One size for all twigs, below that of the branches.
pub(super) fn twig_size(
    sheet: &Sheet<'_>,
    branches: &[Branch],
    w: f32,
    h: f32,
    branch: f32,
) -> f32 {
    let texts = branches.iter().flat_map(|b| &b.twigs);
    let look = lettering(sheet).weight(500);
    let most = sheet.fit_all(texts.map(|twig| twig.text.as_str()), look, w, h, 2);
    most.min(branch * 0.9).max(look.min)
}
