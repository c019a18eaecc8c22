//! Texts inside frames: longer words stay within the border that ran around the old ones.

use plantain_scene::node::Content;

use super::SIZE_MIN;
use crate::edit::scene::sheet::Sheet;
use crate::stage::rect::Rect;

/// Returns the boxes of the borders and plates that a text lies in.
pub(super) fn frames_around(sheet: &mut Sheet<'_>, id: &str) -> Vec<Rect> {
    const FRAMES: &[&str] = &["border", "plate", "panel", "ring", "sign", "frame", "label"];
    let Some(own) = sheet.rect(id) else {
        return Vec::new();
    };
    let mut ids = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        if FRAMES.contains(&node.role.as_str()) && node.children.is_empty() {
            ids.push(node.id.clone());
        }
    });
    ids.iter()
        .filter_map(|id| sheet.rect(id))
        .filter(|frame| lies_in(&own, frame))
        .collect()
}

/// Whether a text lies inside a frame, off its foot.
fn lies_in(own: &Rect, frame: &Rect) -> bool {
    /// Share of a frame's height that stays free at its foot.
    const INSET: f32 = 0.03;
    frame.contains(own, 1.0) && own.bottom() <= frame.bottom() - INSET * frame.h
}

/// Sets a text that grew out of a frame smaller, until it lies inside again; as it was, if that never helps.
pub(super) fn keep_within(sheet: &mut Sheet<'_>, id: &str, frames: &[Rect]) {
    const STEPS: [f32; 8] = [0.97, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58];
    let inside = |sheet: &mut Sheet<'_>| {
        let own = sheet.rect(id);
        own.is_none_or(|own| frames.iter().all(|frame| lies_in(&own, frame)))
    };
    if frames.is_empty() || inside(sheet) {
        return;
    }
    let before = sheet.scene.clone();
    let shown = sheet.picture().texts.iter().find(|text| text.id == id);
    let shown = shown.map_or(0.0, |text| text.size);
    for k in STEPS {
        if let Some(Content::Text(text)) = sheet.node_mut(id).map(|node| &mut node.content) {
            text.size = (shown * k).max(SIZE_MIN);
            text.min_size = text.min_size.min(text.size);
        }
        sheet.touch();
        if inside(sheet) {
            return;
        }
    }
    sheet.scene = before;
    sheet.touch();
}
