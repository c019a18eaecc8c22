//! One more message of a chat.

use plantain_engine::EngineError;
use plantain_scene::node::Content;

use super::lines::squeeze;
use crate::edit::scene::find::fold;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Thing, short};

/// Adds a message below the last one of a chat, built like the last of whoever says it; false where there is no chat.
///
/// Without a name it answers: whoever did not speak last says it.
pub fn message(
    sheet: &mut Sheet<'_>,
    from: Option<&str>,
    words: &str,
) -> Result<bool, EngineError> {
    let mut bubbles = sheet.with_roles(&["bubble"]);
    bubbles.retain(|bubble| {
        sheet
            .node(&bubble.id)
            .is_some_and(|node| !texts(node).is_empty())
    });
    bubbles.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
    let Some(last) = bubbles.last().cloned() else {
        return Ok(false);
    };
    let Some(model) = model(sheet, &bubbles, from) else {
        return Err(EngineError::TargetNotLocated {
            target: format!("messages of {}", from.unwrap_or_default()),
            found: sheet.found(),
        });
    };
    let faults = sheet.faults();
    let row = |sheet: &Sheet<'_>, id: &str| sheet.parent(id).map(|(row, _)| row);
    let (Some(own), Some(below)) = (row(sheet, &model.id), row(sheet, &last.id)) else {
        return Ok(false);
    };
    let (Some(node), Some((parent, place))) = (sheet.node(&own).cloned(), sheet.parent(&below))
    else {
        return Ok(false);
    };
    let copies = sheet.copies(std::slice::from_ref(&node));
    let ids = sheet.insert(&parent, place + 1, copies);
    sheet.touch();
    let inside: Vec<(String, String)> = ids
        .iter()
        .filter_map(|id| sheet.node(id))
        .flat_map(texts)
        .collect();
    if let Some((id, _)) = said_in(sheet, &inside) {
        crate::edit::scene::text::write(sheet, &id, words);
    }
    squeeze(sheet, &faults);
    let changed: Vec<String> = inside.into_iter().map(|(id, _)| id).collect();
    sheet.must_fit(&changed)?;
    sheet.same = ids;
    sheet.because(format!("A message came: “{}”.", short(words)));
    Ok(true)
}

/// Returns the last bubble of whoever is to say something.
fn model(sheet: &Sheet<'_>, bubbles: &[Thing], from: Option<&str>) -> Option<Thing> {
    let name = |bubble: &Thing| {
        let inside = sheet.node(&bubble.id).map(texts).unwrap_or_default();
        (inside.len() > 1).then(|| fold(&inside[0].1))
    };
    // Who speaks is told by the side where the bubble stands.
    let side = |bubble: &Thing| {
        let row = sheet.parent(&bubble.id).map(|(row, _)| row)?;
        let justify = sheet.node(&row)?.layout.justify;
        Some(format!("{justify:?}"))
    };
    let last = bubbles.last()?;
    let wanted = from.map(fold);
    let own = |word: &str| matches!(word, "me" | "you" | "i" | "us" | "myself");
    match wanted {
        Some(wanted) => {
            let named = bubbles
                .iter()
                .rev()
                .find(|bubble| name(bubble).as_ref() == Some(&wanted));
            let right = || {
                bubbles
                    .iter()
                    .rev()
                    .find(|bubble| side(bubble).is_some_and(|side| side.contains("End")))
            };
            // The other one, where only one of two is named.
            let nameless = || {
                bubbles.iter().rev().find(|bubble| {
                    name(bubble).is_none() && side(bubble).is_none_or(|side| !side.contains("End"))
                })
            };
            named
                .or_else(|| own(&wanted).then(right).flatten())
                .or_else(|| (!own(&wanted)).then(nameless).flatten())
        }
        None => bubbles
            .iter()
            .rev()
            .find(|bubble| side(bubble) != side(last))
            .or(Some(last)),
    }
    .cloned()
}

/// Returns the text of a bubble that says something: neither the name above it nor the time below.
fn said_in(sheet: &Sheet<'_>, inside: &[(String, String)]) -> Option<(String, String)> {
    let size = |id: &str| {
        sheet.node(id).map_or(0.0, |node| match &node.content {
            Content::Text(text) => text.size,
            _ => 0.0,
        })
    };
    inside
        .iter()
        .max_by(|a, b| {
            size(&a.0)
                .total_cmp(&size(&b.0))
                .then(a.1.len().cmp(&b.1.len()))
        })
        .cloned()
}
