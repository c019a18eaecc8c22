//! Fishbone diagrams: causes on bones along a spine that leads to the effect.

use plantain_scene::Node;
use plantain_scene::color::Token;

use super::{Form, Manner, lettering, node};
use crate::components::diagram::drawing::{PAGE, straight};
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

/// A bone: its head and the causes on it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bone {
    pub head: Entry,
    pub causes: Vec<Entry>,
}

/// Draws the bones above and below the spine in turn.
pub(super) fn draw(sheet: &Sheet<'_>, bones: &[Bone], effect: &Entry) -> Option<Body> {
    let zone = sheet.body;
    let pairs = bones.len().div_ceil(2).max(1);
    let head_w = (zone.w * 0.19).clamp(120.0, 260.0);
    let spine = zone.center().1;
    let spine_end = zone.right() - head_w;
    let pitch = (spine_end - zone.x) / pairs as f32;
    let lean = (pitch * 0.34).min(zone.h * 0.2);
    let box_h = (zone.h * 0.11).clamp(38.0, 72.0);
    let box_w = (pitch * 0.74).min(230.0);
    if pitch < 130.0 {
        return None;
    }
    let width = (zone.h / 150.0).clamp(3.0, 6.0);
    let look = lettering(sheet);
    let size = sheet.fit_all(
        bones.iter().map(|b| b.head.text.as_str()),
        look,
        box_w * 0.84,
        box_h * 0.8,
        2,
    );
    let cause = Lettering::new(look.font, look.size * 0.86, SIZE_MIN)
        .weight(500)
        .middle();
    let cause_w = pitch * 0.6;
    let most = bones
        .iter()
        .map(|b| b.causes.len())
        .max()
        .unwrap_or(1)
        .max(1);
    let reach = zone.h * 0.5 - box_h;
    let row = (reach * 0.86 / most as f32).min(70.0);
    let cause_size = sheet.fit_all(
        bones
            .iter()
            .flat_map(|b| b.causes.iter().map(|c| c.text.as_str())),
        cause,
        cause_w,
        row * 0.86,
        2,
    );
    let hues = sheet.hues(bones.len());
    let manner = Manner::of(sheet);
    let mut nodes: Vec<Node> =
        straight((zone.x, spine), (spine_end, spine), Token::Ink, width * 1.5);
    let mut words = Vec::new();
    for (i, bone) in bones.iter().enumerate() {
        let above = i % 2 == 0;
        let sign = if above { -1.0 } else { 1.0 };
        let foot = zone.x + pitch * ((i / 2) as f32 + 1.0) - pitch * 0.12;
        let tip = (foot - lean, spine + sign * reach);
        nodes.push(
            PAGE.trace(&format!("M{} {} L{foot} {spine}", tip.0, tip.1))
                .stroke(hues[i], width)
                .round()
                .role("bone"),
        );
        let place = Zone::new(
            (tip.0 - box_w * 0.5).max(zone.x),
            if above { tip.1 - box_h } else { tip.1 },
            box_w,
            box_h,
        );
        words.extend(node(
            sheet,
            &bone.head,
            place,
            &format!("bone-{i}"),
            Form::Box,
            (manner, hues[i]),
            size,
        ));
        for (k, text) in bone.causes.iter().enumerate() {
            let t = (k as f32 + 0.5) / bone.causes.len() as f32 * 0.82 + 0.06;
            let (x, y) = (tip.0 + (foot - tip.0) * t, tip.1 + (spine - tip.1) * t);
            let (w, h) = sheet.measure(&text.text, cause, cause_size, cause_w);
            let right = x - 12.0;
            nodes.push(
                PAGE.trace(&format!(
                    "M{} {} L{x} {}",
                    right - w,
                    y + h * 0.56,
                    y + h * 0.56
                ))
                .stroke(sheet.mixed(hues[i], Token::Canvas, 0.35), 2.0)
                .role("twig"),
            );
            let zone = Zone::new((right - w).max(sheet.full.x + 4.0), y - h * 0.5, w + 2.0, h);
            words.push(sheet.set(text, zone, cause, cause_size, "cause"));
        }
    }
    let head = Zone::new(
        spine_end + 6.0,
        spine - head_w * 0.34,
        head_w - 6.0,
        head_w * 0.68,
    );
    let head_size = sheet.fit(&effect.text, look, head.w * 0.84, head.h * 0.8, 4);
    words.extend(node(
        sheet,
        effect,
        head,
        "effect",
        Form::Box,
        (Manner::Solid, sheet.rgb(Token::Accent)),
        head_size,
    ));
    nodes.extend(words);
    Some(Body::new(nodes))
}
