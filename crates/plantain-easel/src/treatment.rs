//! Looks that cover the whole picture, objects and backdrop alike. Asked-for texts stay crisp above them.

use plantain_scene::Node;
use plantain_scene::build::stack;
use plantain_scene::node::Effect;

/// Squares of a pixel picture along its longer side.
const SQUARES: f32 = 112.0;
/// Role of the group that holds all that is painted behind the things of a scene.
pub const BACKDROP: &str = "backdrop";

/// Returns whether a manner is worked over the finished picture rather than drawn form by form.
pub fn covers(manner: &str) -> bool {
    manner == "photo" || effect(manner, 1024.0).is_some()
}

/// Returns whether a manner draws outlines only, so that soft shadows would become forms of their own.
pub fn is_lines(manner: &str) -> bool {
    matches!(
        manner,
        "line" | "sketch" | "linocut" | "chalk" | "blueprint" | "neon" | "paper" | "glass"
    )
}

fn effect(manner: &str, side: f32) -> Option<Effect> {
    Some(match manner {
        "pixel" => Effect::Pixel {
            cell: (side / SQUARES).max(2.0),
        },
        "watercolor" => Effect::Watercolor,
        "oil" => Effect::Oil,
        "line" => Effect::Line,
        "sketch" => Effect::Sketch,
        "linocut" => Effect::Linocut,
        "chalk" => Effect::Chalk,
        "blueprint" => Effect::Blueprint,
        "neon" => Effect::Neon,
        "woodblock" => Effect::Woodblock,
        "deco" => Effect::Deco,
        "vintage" => Effect::Vintage,
        "vaporwave" => Effect::Vaporwave,
        "embroidery" => Effect::Embroidery,
        "halftone" => Effect::Halftone,
        "glass" => Effect::Glass,
        "low-poly" => Effect::LowPoly,
        "paper" => Effect::Paper,
        "clay" => Effect::Clay,
        _ => return None,
    })
}

/// Lays the effect that a manner of illustration calls for over all that is no asked-for text.
pub fn treat(mut root: Node, manner: &str, width: f32, height: f32) -> Node {
    let effect = match manner {
        "photo" => {
            lens(&mut root, width.max(height));
            Effect::Film
        }
        _ => match effect(manner, width.max(height)) {
            Some(effect) => effect,
            None => return root,
        },
    };
    let mut treated = Node {
        children: Vec::new(),
        ..root.clone()
    };
    let blank = || stack().role("treatment").bounds(0.0, 0.0, width, height);
    let mut picture = blank();
    // The ground takes part in the effect.
    picture.style.fill = treated.style.fill.clone();
    for child in root.children {
        if picture_only(&child) {
            picture.children.push(child);
        } else {
            if !picture.children.is_empty() {
                let below = std::mem::replace(&mut picture, blank());
                treated.children.push(below.effect(effect));
            }
            treated.children.push(child);
        }
    }
    if !picture.children.is_empty() {
        treated.children.push(picture.effect(effect));
    }
    treated
}

/// Puts the backdrop out of focus and lights what stands before it.
fn lens(root: &mut Node, side: f32) {
    // A view without anyone in it is sharp to the horizon.
    let focus = root.children.iter().any(|c| c.role.starts_with("object"));
    let radius = if focus { side * 0.008 } else { side * 0.001 };
    for child in &mut root.children {
        if child.role == BACKDROP {
            child.style.effect = Some(Effect::Defocus { radius });
        } else if child.role.starts_with("object")
            && child.style.effect.is_none()
            && picture_only(child)
        {
            child.style.effect = Some(Effect::Body);
        }
    }
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
