//! Switches and boxes to tick: one more like those that are there, or the first one of a form.

use plantain_engine::EngineError;
use plantain_read::Location;
use plantain_scene::build::{row, text};
use plantain_scene::color::{Color, Token};
use plantain_scene::{Node, Theme};

use super::fields::{anchor, name, stand_beside};
use super::{again, settle};
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::short;

/// Adds a switch or a box with its label; returns whether the picture has a place for one.
pub fn toggle(sheet: &mut Sheet<'_>, label: &str, at: &Location) -> Result<bool, EngineError> {
    let faults = sheet.faults();
    let own = sheet.with_roles(&["toggle", "checkbox"]);
    let like = own.last().and_then(|own| line_of(sheet, &own.id));
    let id = match like {
        Some(line) => {
            let id = again(sheet, &line)?;
            name(sheet, &id, label);
            Some(id)
        }
        None => first(sheet, label, at)?,
    };
    let Some(id) = id else { return Ok(false) };
    settle(sheet, id, &faults)?;
    sheet.because(format!(
        "“{}” came, to be switched on or off.",
        short(label)
    ));
    Ok(true)
}

/// Puts the first box of a form beside the field that a place names, else behind the last; returns its id.
fn first(sheet: &mut Sheet<'_>, label: &str, at: &Location) -> Result<Option<String>, EngineError> {
    /// Share of the picture's width that words have where no field shows their size.
    const WORDS: f32 = 0.014;
    let fields = sheet.with_roles(&["field"]);
    let Some(last) = fields.last().map(|field| field.id.clone()) else {
        return Ok(None);
    };
    let (beside, before) = anchor(sheet, at)?.unwrap_or((last.clone(), false));
    let Some((parent, place)) = sheet.parent(&last) else {
        return Ok(None);
    };
    let size = sheet.node(&last).and_then(texts_size);
    let size = size.unwrap_or(sheet.size().0 * WORDS);
    let tick = box_to_tick(label, size, &sheet.scene.theme);
    let id = sheet.insert(&parent, place + 1, vec![tick]).pop();
    if let Some(id) = &id {
        stand_beside(sheet, id, &beside, before);
    }
    Ok(id)
}

/// The line that a switch closes, with its label: the widest part around it that holds no other switch.
fn line_of(sheet: &Sheet<'_>, toggle: &str) -> Option<String> {
    let alone = |id: &&String| {
        sheet.node(id).is_some_and(|node| {
            let mut switches = 0;
            node.visit(&mut |inner| {
                switches += usize::from(matches!(inner.role.as_str(), "toggle" | "checkbox"));
            });
            switches == 1
        })
    };
    let above = sheet.ancestors(toggle);
    let around: Vec<&String> = above.iter().rev().take_while(alone).collect();
    // The only switch of a screen has nothing to end its line but the words in it.
    let worded = |id: &&&String| sheet.node(id).is_some_and(|node| !texts(node).is_empty());
    let whole = around.len() == above.len();
    let line = if whole {
        around.iter().find(worded)
    } else {
        around.last()
    };
    line.map(|id| (*id).clone())
}

/// The size of the words over a field, in units.
fn texts_size(field: &Node) -> Option<f32> {
    let mut size = None;
    field.visit(&mut |inner| {
        if let Some(text) = inner.as_text() {
            size = size.or(Some(text.size));
        }
    });
    size
}

/// An empty box and what it stands for.
fn box_to_tick(label: &str, size: f32, theme: &Theme) -> Node {
    let side = size * 1.25;
    let tick = row()
        .role("checkbox")
        .size_box(side, side)
        .rigid()
        .radius((theme.radius * 0.4).min(side * 0.28))
        .fill(Token::Surface)
        .stroke(Color::from(Token::Muted).alpha(0.55), side * 0.075);
    row().role("option").gap(size * 0.6).child(tick).child(
        text(label)
            .size(size)
            .color(Token::Ink)
            .literal(true)
            .role("label"),
    )
}
