//! Fields of forms: one more like those that are there.

use plantain_engine::EngineError;
use plantain_read::{Location, RelationKind};
use plantain_scene::Node;
use plantain_scene::node::Content;

use super::{again, settle};
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::short;

/// Adds a field of this label to the form: beside the field that a place names, else as the last.
pub fn field(sheet: &mut Sheet<'_>, label: &str, at: &Location) -> Result<(), EngineError> {
    let fields = sheet.with_roles(&["field"]);
    let Some(model) = fields.last().map(|field| field.id.clone()) else {
        return Err(EngineError::TargetNotLocated {
            target: "a form to add a field to".into(),
            found: sheet.found(),
        });
    };
    let faults = sheet.faults();
    let beside = anchor(sheet, at)?;
    let id = again(sheet, &model)?;
    if let Some((anchor, before)) = beside {
        stand_beside(sheet, &id, &anchor, before);
    }
    name(sheet, &id, label);
    settle(sheet, id, &faults)?;
    sheet.because(format!(
        "A field “{}” came; it is built like the others.",
        short(label)
    ));
    Ok(())
}

/// Returns the field that a place names, and whether the place is before it.
pub(super) fn anchor(
    sheet: &mut Sheet<'_>,
    at: &Location,
) -> Result<Option<(String, bool)>, EngineError> {
    let Some((kind, target)) = &at.relation else {
        return Ok(None);
    };
    let named = sheet.find(target)?.swap_remove(0).id;
    let above = sheet.ancestors(&named);
    let field = sheet
        .with_roles(&["field"])
        .into_iter()
        .find(|field| field.id == named || above.contains(&field.id));
    Ok(field.map(|field| (field.id, *kind == RelationKind::Above)))
}

/// Moves a node right before or behind one of its siblings.
pub(super) fn stand_beside(sheet: &mut Sheet<'_>, id: &str, anchor: &str, before: bool) {
    let (Some((parent, from)), Some((other, _))) = (sheet.parent(id), sheet.parent(anchor)) else {
        return;
    };
    if parent != other {
        return;
    }
    if let Some(parent) = sheet.node_mut(&parent) {
        let node: Node = parent.children.remove(from);
        let place = parent.children.iter().position(|child| child.id == anchor);
        let place = place.map_or(from, |place| place + usize::from(!before));
        parent.children.insert(place, node);
    }
    sheet.touch();
}

/// Gives a copied field its own label: what the model had written into its box is not said of the new one.
pub(super) fn name(sheet: &mut Sheet<'_>, id: &str, label: &str) {
    let lines = sheet.node(id).map_or_else(Vec::new, texts);
    if let Some((first, _)) = lines.first() {
        crate::edit::scene::text::write(sheet, first, label);
    }
    let icon = plantain_art::find_icon(&label.to_lowercase()).map(|icon| icon.name);
    let mut gone = Vec::new();
    if let Some(node) = sheet.node_mut(id) {
        node.filler = false;
        let mut texts = 0;
        node.visit_mut(&mut |inner| match &mut inner.content {
            Content::Text(text) => {
                texts += 1;
                if texts > 1 {
                    // A blank keeps the height of the line.
                    text.text = "\u{a0}".into();
                    inner.literal = false;
                    inner.filler = true;
                }
            }
            Content::Icon(own) => match &icon {
                Some(name) => own.name = name.to_string(),
                None => gone.push(inner.id.clone()),
            },
            _ => {}
        });
    }
    sheet.remove(&gone);
    sheet.touch();
}
