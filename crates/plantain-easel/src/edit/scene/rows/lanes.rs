//! What comes right beside its like: a card in the lane of a board, words below a button.

use plantain_engine::EngineError;
use plantain_read::{RelationKind, Role, Target};
use plantain_scene::Token;
use plantain_scene::build::text;
use plantain_scene::node::Flow;

use super::{relieve, renew};
use crate::edit::scene::rank;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing, short};

/// Adds a card to the lane of a board that a text heads; false where it heads none.
pub(super) fn into_lane(
    sheet: &mut Sheet<'_>,
    words: &[String],
    target: &Target,
) -> Result<bool, EngineError> {
    let Some(head) = sheet
        .find(target)?
        .into_iter()
        .find(|thing| thing.kind == Kind::Text)
    else {
        return Ok(false);
    };
    let faults = sheet.faults();
    let Some(id) = rank::one_more_in_column(sheet, &head) else {
        return Ok(false);
    };
    renew(sheet, &id, words);
    relieve(sheet, &id, &faults);
    let label = words.first().map_or("", String::as_str);
    sheet.same = vec![id];
    sheet.because(format!(
        "A card came under “{}”: “{}”.",
        short(&head.noun),
        short(label)
    ));
    Ok(true)
}

/// Sets words right below, or above, a button or a field among what stands in a column: as small as what is written on it.
pub(super) fn below_part(
    sheet: &mut Sheet<'_>,
    words: &str,
    (role, kind): (Role, RelationKind),
    found: &[Thing],
) -> bool {
    let [part] = found else { return false };
    let (Some((parent, place)), Some(node)) = (sheet.parent(&part.id), sheet.node(&part.id)) else {
        return false;
    };
    let size = node.as_text().map(|text| text.size).or_else(|| {
        let mut size = None;
        node.visit(&mut |inner| size = size.or(inner.as_text().map(|text| text.size)));
        size
    });
    let column = sheet
        .node(&parent)
        .is_some_and(|node| node.layout.flow == Flow::Column);
    let at = match kind {
        RelationKind::Above => place,
        RelationKind::Below | RelationKind::Under => place + 1,
        _ => return false,
    };
    let (Some(size), true) = (size, column && part.kind == Kind::Part) else {
        return false;
    };
    let (before, faults) = (sheet.scene.clone(), sheet.faults());
    let link = role == Role::Link;
    let new = text(words.to_owned())
        .size(size * 0.92)
        .shrink(11.0)
        .color(if link {
            Token::AccentText
        } else {
            Token::Muted
        })
        .centered()
        .literal(true)
        .role(if link { "link" } else { "caption" })
        .fill_w();
    let ids = sheet.insert(&parent, at, vec![new]);
    sheet.touch();
    if sheet.is_worse(&faults) {
        sheet.scene = before;
        sheet.touch();
        return false;
    }
    sheet.same = ids;
    true
}
