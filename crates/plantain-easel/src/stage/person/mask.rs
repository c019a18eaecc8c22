//! Heads of animals on figures that stand and dress like people: a cat in a spacesuit, a bear who cooks.

use plantain_scene::Color;
use plantain_scene::Rgba;
use plantain_scene::build::object;
use plantain_scene::node::{Content, Node};
use serde::{Deserialize, Serialize};

use super::Person;
use super::tool::ArtName;

/// Width of the head in half widths of a human one.
const WIDTH: f32 = 2.7;
/// Height of its chin below the middle of a human head, in half widths of that.
const CHIN: f32 = 1.22;

/// The head of an animal in the place of a human one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Mask {
    art: ArtName,
    tint: Option<Rgba>,
}

impl Mask {
    /// Returns the head of an animal that the set has from the front.
    pub fn of(animal: &str, tint: Option<Rgba>) -> Option<Self> {
        let named = |animal: &str| {
            let found = plantain_art::find_object(&format!("{animal} face"))?;
            let front = found.object.kind().facing == plantain_art::Facing::Front;
            (found.exact && front).then_some(ArtName(found.object.name))
        };
        // A kitten has the head of a cat.
        let art = named(animal).or_else(|| {
            named(
                plantain_art::find_object(animal)
                    .filter(|f| f.exact)?
                    .object
                    .name,
            )
        })?;
        Some(Self { art, tint })
    }

    /// Returns the colour of neck and paws.
    pub fn fur(&self) -> Rgba {
        self.tint.unwrap_or_else(|| {
            plantain_art::object(self.art.0).map_or(Rgba::hex(0xb98a5e), |object| {
                let [r, g, b] = object.main_colour();
                Rgba::rgb(r, g, b)
            })
        })
    }

    /// Draws the head where a human one of half width `r` would be.
    pub(super) fn draw(&self, (cx, cy, r): (f32, f32, f32)) -> Node {
        let aspect = plantain_art::object(self.art.0).map_or(1.0, |object| {
            (object.bounds.width() / object.bounds.height().max(0.1)) as f32
        });
        let w = r * WIDTH;
        let h = w / aspect;
        let mut node = object(self.art.0).bounds(cx - w / 2.0, cy + r * CHIN - h, w, h);
        if let Content::Object(object) = &mut node.content {
            object.tint = self.tint.map(Color::from);
        }
        node
    }
}

impl Person {
    /// Becomes an animal that stands and dresses like a person.
    #[must_use]
    pub fn masked(mut self, mask: Mask) -> Self {
        self.skin = mask.fur();
        self.hair = super::Hair::Bald;
        self.beard = false;
        self.mask = Some(mask);
        self
    }
}
