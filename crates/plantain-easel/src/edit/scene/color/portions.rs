//! Parts of drawn things in colours of their own: the roof of a house, the wheels of a car.

use plantain_read::{Color as Named, Referent, RelationKind, Target};
use plantain_scene::node::Content;

use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Kind;
use crate::wardrobe::rgb;

/// Gives the parts of drawn things that go by the target's noun a colour: of the thing that the target names, else of all that
/// have such a part. False where nothing has one.
pub fn dye(sheet: &mut Sheet<'_>, target: &Target, color: &Named) -> bool {
    let Referent::Thing(noun) = &target.what else {
        return false;
    };
    let owners = match &target.by {
        Some((RelationKind::On | RelationKind::In | RelationKind::With, owner)) => {
            sheet.find(owner).unwrap_or_default()
        }
        _ => sheet.things(),
    };
    let mut dyed = Vec::new();
    for owner in owners.iter().filter(|owner| owner.kind == Kind::Object) {
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
