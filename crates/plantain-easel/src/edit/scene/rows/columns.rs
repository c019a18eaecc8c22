//! Columns of boards: one more like its siblings, with the cards that were named.

use plantain_engine::EngineError;

use super::{again, renew, settle};
use crate::edit::scene::rank;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::text::write;
use crate::edit::scene::things::{Kind, short};

/// Adds a column to a board behind its last one, under a name of its own and with these cards.
pub fn column(sheet: &mut Sheet<'_>, name: &str, cards: &[String]) -> Result<(), EngineError> {
    let missing = |sheet: &mut Sheet<'_>| EngineError::TargetNotLocated {
        target: "a board to add a column to".into(),
        found: sheet.found(),
    };
    let Some(model) = rank::columns(sheet).last().cloned() else {
        return Err(missing(sheet));
    };
    let faults = sheet.faults();
    let id = again(sheet, &model)?;
    let Some(head) = sheet
        .node(&id)
        .and_then(|column| texts(column).into_iter().next())
        .map(|(head, _)| head)
    else {
        return Err(missing(sheet));
    };
    write(sheet, &head, name);
    for label in cards {
        let Some(thing) = sheet.thing(&head, Kind::Text) else {
            continue;
        };
        if let Some(card) = rank::one_more_in_column(sheet, &thing) {
            renew(sheet, &card, std::slice::from_ref(label));
        }
    }
    rank::keep_last_cards(sheet, &id, cards.len());
    settle(sheet, id, &faults)?;
    sheet.because(format!(
        "The column “{}” came; it is built like the others.",
        short(name)
    ));
    Ok(())
}
