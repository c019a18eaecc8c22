//! How round the corners of a design are.

use plantain_scene::node::{Content, Shape};

use crate::edit::scene::sheet::Sheet;

/// Gives cards, buttons and fields other corners: `times` as round as usual, sharp at 0. What is round itself stays.
pub fn set(sheet: &mut Sheet<'_>, times: f32) {
    const USUAL: f32 = 12.0;
    /// From this share of its shorter side on a box is a pill or a disc by its corners.
    const PILL: f32 = 0.45;
    let theme = &mut sheet.touch().theme;
    theme.radius = if times > 1.0 {
        (theme.radius * times).max(USUAL * times)
    } else {
        theme.radius * times
    };
    let radius = theme.radius;
    let boxes: Vec<(String, f32)> = sheet
        .picture()
        .boxes
        .iter()
        .map(|own| {
            (
                own.id.clone(),
                (own.rect.x1 - own.rect.x0).min(own.rect.y1 - own.rect.y0) as f32,
            )
        })
        .collect();
    let (w, h) = sheet.size();
    for (id, short) in boxes {
        let page = short >= 0.98 * w.min(h);
        let Some(node) = sheet.node_mut(&id) else {
            continue;
        };
        let drawn = node.style.fill.is_some() || node.style.stroke.is_some();
        let cornered = matches!(node.content, Content::Frame | Content::Shape(Shape::Rect));
        let round = node.style.radius >= PILL * short && node.children.is_empty();
        if !drawn
            || !cornered
            || page
            || round
            || matches!(node.role.as_str(), "rule" | "axis" | "edge")
        {
            continue;
        }
        node.style.radius = radius.min(short * 0.3);
    }
    sheet.touch();
    sheet.because(if times > 0.0 {
        "Corners are rounder now."
    } else {
        "Corners are sharp now."
    });
}
