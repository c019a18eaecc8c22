//! The coloured forms that texts stand on: a box of a flow, a button, a tile.

use plantain_read::{Component, Referent, Target};
use plantain_scene::Node;
use plantain_scene::node::Paint;

use crate::edit::scene::find::like;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Kind, Thing};
use crate::edit::scene::{diagram, series};

/// Returns for texts that are only named, as "Check stock" in a flow, and for captions of buttons the coloured forms that
/// carry them; a text stays one where its letters are spoken of, or where no form is its own.
pub(super) fn carriers(sheet: &mut Sheet<'_>, target: &Target, found: Vec<Thing>) -> Vec<Thing> {
    const LETTERS: &[&str] = &[
        "text",
        "texts",
        "word",
        "words",
        "letters",
        "lettering",
        "line",
        "title",
        "headline",
        "heading",
        "label",
        "name",
        "number",
        "price",
        "font",
        "caption",
        "figure",
        "date",
    ];
    // "Make the button white": where a button is known by its caption, its face is meant.
    if matches!(
        target.what,
        Referent::Part {
            kind: Component::Button | Component::Badge | Component::Ribbon,
            ..
        }
    ) {
        let face = |sheet: &mut Sheet<'_>, part: &Thing| {
            sheet.node(&part.id)?.as_text()?;
            let id = held_alone(sheet, &part.id)?;
            sheet.thing(&id, Kind::Part)
        };
        let faces = found.into_iter();
        return faces
            .map(|part| face(sheet, &part).unwrap_or(part))
            .collect();
    }
    let spoken = target.words.to_lowercase();
    let lettered = spoken.split(' ').any(|word| LETTERS.contains(&word));
    if lettered || !matches!(target.what, Referent::Text(_)) {
        return found;
    }
    found
        .into_iter()
        .map(|thing| carrier(sheet, &thing).unwrap_or(thing))
        .collect()
}

/// Returns the coloured form that a text stands on alone, as its like stand on theirs.
fn carrier(sheet: &mut Sheet<'_>, text: &Thing) -> Option<Thing> {
    /// Colours below this chroma between black and white are paper, not paint.
    const PAPER_CHROMA: f32 = 0.03;
    if text.kind != Kind::Text {
        return None;
    }
    let theme = sheet.scene.theme.clone();
    let painted = |node: &Node| match &node.style.fill {
        Some(Paint::Color(color)) => {
            let own = theme.resolve(*color).oklch();
            own.c > PAPER_CHROMA || own.l < 0.6
        }
        _ => false,
    };
    let form = diagram::form_under(sheet, &text.id)
        .or_else(|| held_alone(sheet, &text.id))
        .or_else(|| lying_under(sheet, text));
    let form = form.filter(|id| sheet.node(id).is_some_and(painted))?;
    sheet.thing(&form, Kind::Part)
}

/// Returns the filled frame around a text that holds no other one, where it has siblings of its build.
fn held_alone(sheet: &Sheet<'_>, text: &str) -> Option<String> {
    const DEPTH: usize = 3;
    let path = sheet.ancestors(text);
    let above = path.iter().rev().take(DEPTH);
    let held = above
        .filter_map(|id| sheet.node(id))
        .find(|node| node.style.fill.is_some())?;
    let (parent, _) = sheet.parent(&held.id)?;
    let like = sheet
        .node(&parent)?
        .children
        .iter()
        .filter(|other| like(other, held))
        .count();
    let alone = texts(held).len() == 1;
    let part = matches!(
        held.role.as_str(),
        "button" | "badge" | "chip" | "pill" | "tag"
    );
    (alone && (like > 1 || part)).then(|| held.id.clone())
}

/// Returns the form that lies under the one text of an item, on a page whose pieces lie at places of their own.
fn lying_under(sheet: &mut Sheet<'_>, text: &Thing) -> Option<String> {
    let series = series::of(sheet, &text.id).filter(|series| series.free)?;
    let own = series.asked().own.clone();
    let words: usize = own
        .iter()
        .filter_map(|id| sheet.node(id))
        .map(|node| texts(node).len())
        .sum();
    let under = own.into_iter().find(|id| {
        let form = sheet
            .node(id)
            .is_some_and(|node| node.children.is_empty() && node.as_text().is_none());
        form && sheet
            .rect(id)
            .is_some_and(|rect| rect.contains(&text.rect, 2.0))
    });
    under.filter(|_| words == 1)
}
