//! Parts of drawn things in colours of their own: the roof of a house, the wheels of a car.

use plantain_read::{Color as Named, Referent, RelationKind, Target};
use plantain_scene::Rgba;
use plantain_scene::node::Content;

use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::cast::unlit_lamps;
use crate::wardrobe::rgb;

/// Returns the things whose parts a target may speak of.
fn owners(sheet: &mut Sheet<'_>, target: &Target) -> Vec<Thing> {
    let mut owners = match &target.by {
        Some((RelationKind::On | RelationKind::In | RelationKind::With, owner)) => {
            sheet.find(owner).unwrap_or_default()
        }
        _ => sheet.things(),
    };
    owners.retain(|owner| owner.kind == Kind::Object);
    owners
}

/// Returns the colour that a part of a drawn thing has now; none where nothing has such a part.
pub fn color_of(sheet: &mut Sheet<'_>, target: &Target) -> Option<Rgba> {
    let Referent::Thing(noun) = &target.what else {
        return None;
    };
    let theme = sheet.scene.theme.clone();
    owners(sheet, target).iter().find_map(|owner| {
        owner.own.iter().find_map(|id| {
            let Content::Object(object) = &sheet.node(id)?.content else {
                return None;
            };
            let drawn = plantain_art::object(&object.name)?;
            let [r, g, b] = drawn.part_colour(noun)?;
            let dyed = object.parts.get(noun).map(|color| theme.resolve(*color));
            Some(dyed.unwrap_or(Rgba::rgb(r, g, b)))
        })
    })
}

/// Lights the lamp of a traffic light that goes by a colour; false where the thing is none.
pub fn light(sheet: &mut Sheet<'_>, thing: &Thing, color: &Named) -> bool {
    let mut lit = false;
    for id in &thing.own {
        if let Some(node) = sheet.node_mut(id)
            && let Content::Object(object) = &mut node.content
            && let Some(dark) = unlit_lamps(&object.name, color)
        {
            object.tint = None;
            object.parts = dark
                .into_iter()
                .map(|(lamp, ink)| (lamp, ink.into()))
                .collect();
            lit = true;
        }
    }
    lit
}

/// Gives the parts of drawn things that go by the target's noun a colour: of the thing that the target names, else of all that
/// have such a part. False where nothing has one.
pub fn dye(sheet: &mut Sheet<'_>, target: &Target, color: &Named) -> bool {
    let Referent::Thing(noun) = &target.what else {
        return false;
    };
    let mut dyed = Vec::new();
    for owner in owners(sheet, target) {
        for id in &owner.own {
            if let Some(node) = sheet.node_mut(id)
                && let Content::Object(object) = &mut node.content
                && plantain_art::object(&object.name).is_some_and(|drawn| drawn.has_part(noun))
            {
                object.parts.insert(noun.clone(), rgb(color).into());
                dyed.push(id.clone());
            }
        }
    }
    if dyed.is_empty() {
        return false;
    }
    sheet.same = dyed;
    sheet.touch();
    sheet.because(format!("The {noun} is {} now.", color.name));
    true
}
