//! Surfaces under printed pieces: "banner … wood texture".

use plantain_read::Background;
use plantain_scene::Rgba;
use plantain_scene::build::stack;

use super::material::{named_surface, surface_color};
use crate::studio::{Draft, Studio};

/// The words of a material that a ground is told to be of; wood is dark, so that letters stand out from its grain.
fn told(background: Option<&Background>) -> Option<&str> {
    match background? {
        Background::Pattern(name, None) if name == "wood" => Some("dark wood"),
        Background::Pattern(name, None) => Some(name),
        _ => None,
    }
}

/// The colour of the surface that a prompt asks for as the ground.
pub fn color(background: Option<&Background>) -> Option<Rgba> {
    surface_color(told(background)?)
}

/// Lays the surface that is asked for under the pages of drafts.
pub fn under(studio: &Studio<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let Some(words) = told(studio.brief.canvas.background.as_ref()) else {
        return drafts;
    };
    let size = (studio.width, studio.height);
    for draft in &mut drafts {
        let mut rng = studio.rng("surface");
        let Some((base, nodes)) = named_surface(words, size, &mut rng) else {
            return drafts;
        };
        let ground = stack()
            .bounds(0.0, 0.0, size.0, size.1)
            .fill(base)
            .clip()
            .role("surface")
            .children(nodes);
        draft.root.children.insert(0, ground);
    }
    drafts
}
