//! Mends what a director overlooked: texts whose colour is too near their ground.

use std::collections::BTreeMap;

use plantain_scene::Scene;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::layout::{Picture, TextRecord};
use plantain_scene::node::Content;

use crate::score::{contrast, contrast_bound, grounds};

/// Contrast beyond the bound that a mended colour gets, so that rounding never takes it below.
const MARGIN: f32 = 0.15;

/// Moves the colours of texts that cannot be read, hue kept where possible; returns whether any changed.
pub fn mend_contrast(scene: &mut Scene, picture: &Picture) -> bool {
    let canvas = scene.theme.palette.canvas.0;
    let mut mended = BTreeMap::new();
    // The box of a text along a circle says nothing about its ground.
    let told = |text: &&TextRecord| !text.id.is_empty() && !text.turned;
    for text in picture.texts.iter().filter(told) {
        let bound = contrast_bound(text);
        if contrast(picture, canvas, text) < bound {
            mended.insert(
                text.id.clone(),
                readable(text.color, &grounds(picture, canvas, text), bound + MARGIN),
            );
        }
    }
    if !mended.is_empty() {
        scene.root.visit_mut(&mut |node| {
            if let (Content::Text(text), Some(color)) = (&mut node.content, mended.get(&node.id)) {
                text.color = Color::Fixed(*color);
            }
        });
    }
    !mended.is_empty()
}

/// Returns the colour nearest to `ink` that reads on all `grounds`, or the one that reads best.
pub fn readable(ink: Rgba, grounds: &[Rgba], bound: f32) -> Rgba {
    let least = |color: Rgba| {
        grounds
            .iter()
            .map(|g| color.contrast(*g))
            .fold(21.0, f32::min)
    };
    let opaque = Rgba([ink.0[0], ink.0[1], ink.0[2], 255]);
    let near = grounds
        .iter()
        .map(|ground| opaque.readable_on(*ground, bound));
    near.clone()
        .find(|color| least(*color) >= bound)
        .or_else(|| {
            near.chain([Rgba::WHITE, Rgba::hex(0x111111), Rgba::BLACK])
                .max_by(|a, b| least(*a).total_cmp(&least(*b)))
        })
        .unwrap_or(opaque)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_readable_colour_is_found() {
        let (navy, gold, grey) = (
            Rgba::hex(0x14213d),
            Rgba::hex(0xd4af37),
            Rgba::hex(0x777777),
        );
        for (ink, grounds) in [
            (navy, vec![navy]),
            (gold, vec![gold]),
            (grey, vec![grey]),
            (gold, vec![navy, grey]),
        ] {
            let found = readable(ink, &grounds, 3.1);
            assert!(
                grounds.iter().all(|g| found.contrast(*g) >= 3.0),
                "{found} on {grounds:?}"
            );
        }
        assert_eq!(
            readable(gold, &[navy], 3.1),
            gold,
            "what reads already stays"
        );
    }
}
