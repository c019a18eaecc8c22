//! Looks that cover the whole picture: pixel art and watercolour. Asked-for texts stay crisp above them.

use plantain_scene::Node;
use plantain_scene::build::stack;
use plantain_scene::node::Effect;

/// Squares of a pixel picture along its longer side.
const SQUARES: f32 = 104.0;

/// Lays the effect that a manner of illustration calls for over all that is no asked-for text.
pub fn treat(root: Node, manner: &str, width: f32, height: f32) -> Node {
    let effect = match manner {
        "pixel" => Effect::Pixel {
            cell: (width.max(height) / SQUARES).max(2.0),
        },
        "watercolor" => Effect::Watercolor,
        _ => return root,
    };
    let mut treated = Node {
        children: Vec::new(),
        ..root.clone()
    };
    let mut picture = stack().role("treatment").bounds(0.0, 0.0, width, height);
    // The ground takes part in the effect.
    picture.style.fill = treated.style.fill.clone();
    for child in root.children {
        if picture_only(&child) {
            picture.children.push(child);
        } else {
            if !picture.children.is_empty() {
                treated.children.push(worked(
                    std::mem::replace(&mut picture, stack().bounds(0.0, 0.0, width, height)),
                    effect,
                ));
            }
            treated.children.push(child);
        }
    }
    if !picture.children.is_empty() {
        treated.children.push(worked(picture, effect));
    }
    treated
}

fn worked(picture: Node, effect: Effect) -> Node {
    picture.effect(effect)
}

/// Whether a subtree stands at its own place and holds no asked-for text.
fn picture_only(node: &Node) -> bool {
    let mut texts = false;
    node.visit(&mut |inner| texts |= inner.literal && inner.as_text().is_some());
    node.layout.at.is_some() && !texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_scene::build::{rect, text};

    #[test]
    fn texts_stay_above_the_effect() {
        let root = stack()
            .child(rect().bounds(0.0, 0.0, 9.0, 9.0))
            .child(text("SLOW").bounds(0.0, 0.0, 9.0, 9.0).literal(true))
            .child(rect().bounds(1.0, 0.0, 9.0, 9.0));
        let treated = treat(root.clone(), "pixel", 100.0, 100.0);
        let effects: Vec<bool> = treated
            .children
            .iter()
            .map(|c| c.style.effect.is_some())
            .collect();
        assert_eq!(effects, [true, false, true]);
        assert_eq!(treat(root.clone(), "", 100.0, 100.0), root);
    }
}
