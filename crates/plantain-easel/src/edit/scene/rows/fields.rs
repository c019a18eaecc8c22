//! Fields of forms: one more like those that are there.

use plantain_engine::EngineError;
use plantain_read::{Location, RelationKind};
use plantain_scene::Node;
use plantain_scene::node::Content;

use super::{again, relieve};
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
    let beside = match &at.relation {
        Some((kind, target)) => {
            let anchor = sheet.find(target)?.swap_remove(0).id;
            let field = fields
                .iter()
                .find(|f| f.id == anchor || sheet.ancestors(&anchor).contains(&f.id));
            field.map(|field| (field.id.clone(), *kind == RelationKind::Above))
        }
        None => None,
    };
    let id = again(sheet, &model)?;
    if let Some((anchor, before)) = beside {
        stand_beside(sheet, &id, &anchor, before);
    }
    name(sheet, &id, label);
    relieve(sheet, &id, &faults);
    let ids: Vec<String> = sheet
        .node(&id)
        .map(|node| texts(node).into_iter().map(|(id, _)| id).collect())
        .unwrap_or_default();
    sheet.must_fit(&ids)?;
    sheet.same = vec![id];
    sheet.because(format!(
        "A field “{}” came; it is built like the others.",
        short(label)
    ));
    Ok(())
}

/// Moves a node right before or behind one of its siblings.
fn stand_beside(sheet: &mut Sheet<'_>, id: &str, anchor: &str, before: bool) {
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
fn name(sheet: &mut Sheet<'_>, id: &str, label: &str) {
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
