//! Every branch a card that lists its twigs; the idea stands between the cards.

use super::tree::twig_size;
use super::{Branch, hub};
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, Entry, Sheet};
use crate::components::print::Zone;
use crate::directors::flow::lettering;
use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::Align;

/// Height of the name of a branch, in lines of twigs.
const HEAD: f32 = 1.5;

pub(super) fn draw(sheet: &Sheet<'_>, middle: &Entry, branches: &[Branch]) -> Option<Body> {
    let zone = sheet.body;
    let across = zone.w >= zone.h * 0.8;
    let hub_w = (zone.w * if across { 0.22 } else { 0.5 }).min(280.0);
    let hub_h = hub_w * if across { 0.62 } else { 0.4 };
    let gap = (zone.w.min(zone.h) * 0.05).clamp(20.0, 60.0);
    let (x, y) = zone.center();
    let place = Zone::new(x - hub_w * 0.5, y - hub_h * 0.5, hub_w, hub_h);
    let half = branches.len().div_ceil(2);
    let fields = if across {
        let w = (zone.w - hub_w) * 0.5 - gap;
        [
            Zone::new(zone.right() - w, zone.y, w, zone.h),
            Zone::new(zone.x, zone.y, w, zone.h),
        ]
    } else {
        let h = (zone.h - hub_h) * 0.5 - gap;
        [
            Zone::new(zone.x, zone.y, zone.w, h),
            Zone::new(zone.x, zone.bottom() - h, zone.w, h),
        ]
    };
    let hues = sheet.hues(branches.len());
    let mut placed: Vec<(usize, Zone)> = Vec::new();
    for (field, range) in fields.into_iter().zip([0..half, half..branches.len()]) {
        placed.extend(
            range
                .clone()
                .zip(cells(sheet, field, &branches[range], across, gap)?),
        );
    }
    let line = placed
        .iter()
        .map(|(i, card)| card.h / lines_of(&branches[*i]));
    let line = line.fold(f32::MAX, f32::min);
    let w = placed.iter().map(|p| p.1.w).fold(f32::MAX, f32::min);
    let names = branches.iter().map(|b| b.entry.text.as_str());
    let look = lettering(sheet);
    let size = sheet.fit_all(names, look, w * 0.84, line * HEAD * 0.7, 1);
    let small = twig_size(sheet, branches, w * 0.84, line * 0.86, size);
    if line < small * 1.15 {
        return None;
    }
    let (mut nodes, mut cards) = (Vec::new(), Vec::new());
    for (i, card) in placed {
        let end = if across {
            (
                if card.x > x { card.x } else { card.right() },
                card.center().1,
            )
        } else {
            (
                card.center().0,
                if card.y > y { card.y } else { card.bottom() },
            )
        };
        let d = format!("M{x} {y} L{} {}", end.0, end.1);
        nodes.push(PAGE.trace(&d).stroke(hues[i], 4.0).role("connector"));
        cards.extend(branch_card(
            sheet,
            &branches[i],
            card,
            hues[i],
            (line, size, small),
        ));
    }
    nodes.extend(cards);
    nodes.extend(hub(sheet, middle, place));
    Some(Body::new(nodes))
}

fn lines_of(branch: &Branch) -> f32 {
    HEAD + branch.twigs.len() as f32 + 0.4
}

/// The boxes of some branches: one upon the other, or side by side.
fn cells(
    sheet: &Sheet<'_>,
    field: Zone,
    branches: &[Branch],
    down: bool,
    gap: f32,
) -> Option<Vec<Zone>> {
    let n = branches.len();
    if n == 0 {
        return None;
    }
    let lines: Vec<f32> = branches.iter().map(lines_of).collect();
    let most = (lettering(sheet).size * 1.7).max(20.0);
    if !down {
        let w = (field.w - gap * (n - 1) as f32) / n as f32;
        let tall = lines.iter().copied().fold(0.0, f32::max);
        let line = (field.h / tall).min(most);
        let h = line * tall;
        let y = field.center().1 - h * 0.5;
        let at = |i: usize| Zone::new(field.x + (w + gap) * i as f32, y, w, h);
        return Some((0..n).map(at).collect());
    }
    let room = field.h - gap * (n - 1) as f32;
    let line = (room / lines.iter().sum::<f32>()).min(most);
    let used = line * lines.iter().sum::<f32>() + gap * (n - 1) as f32;
    let mut y = field.center().1 - used * 0.5;
    let mut cells = Vec::new();
    for lines in lines {
        cells.push(Zone::new(field.x, y, field.w, line * lines));
        y += line * lines + gap;
    }
    Some(cells)
}

fn branch_card(
    sheet: &Sheet<'_>,
    branch: &Branch,
    card: Zone,
    hue: Rgba,
    (line, size, small): (f32, f32, f32),
) -> Vec<Node> {
    let radius = sheet.theme.radius.min(18.0);
    let head = Zone::new(card.x, card.y, card.w, line * HEAD);
    let ground = sheet.mixed(hue, Token::Surface, 0.88);
    let body = card
        .hold(rect())
        .fill(ground)
        .radius(radius)
        .stroke(hue, 2.0);
    let mut nodes = vec![
        body.role("node"),
        head.hold(rect()).fill(hue).radius(radius).role("node-head"),
    ];
    let look = lettering(sheet).color(sheet.ink_on(hue));
    let inner = head.inset_xy(card.w * 0.08, 2.0);
    nodes.push(sheet.set(&branch.entry, inner, look, size, "label"));
    let ink = sheet.rgb(Token::Ink).readable_on(ground, 4.6);
    for (j, twig) in branch.twigs.iter().enumerate() {
        let y = head.bottom() + line * (j as f32 + 0.2);
        let d = (small * 0.34).max(5.0);
        let x = card.x + card.w * 0.08;
        let dot = Zone::new(x, y + line * 0.5 - d * 0.5, d, d);
        nodes.push(dot.hold(ellipse()).fill(hue).role("bullet"));
        let left = x + d * 2.2;
        let place = Zone::new(left, y, card.right() - left - card.w * 0.04, line);
        let look = lettering(sheet)
            .weight(500)
            .align(Align::Start)
            .middle()
            .color(ink);
        nodes.push(sheet.set(twig, place, look, small, "label"));
    }
    nodes
}
