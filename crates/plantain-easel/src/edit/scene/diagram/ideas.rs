//! One more box wherever it goes: in a chain, or as a branch of a map of ideas.

use plantain_engine::EngineError;
use plantain_read::Location;

use super::{insert, links, must_read, radial, stations, tree};
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::short;

/// Adds one more box wherever it goes: in the chain beside those that a place names, else as its last, or as one more branch
/// around a hub. False where the picture is no such diagram.
pub fn add(sheet: &mut Sheet<'_>, words: &str, at: &Location) -> Result<bool, EngineError> {
    if insert(sheet, words, at)? {
        return Ok(true);
    }
    if at.position.is_some() {
        return Ok(false);
    }
    let faults = sheet.faults();
    let Some(on) = radial::insert(sheet, words) else {
        return beside_a_hub(sheet, words);
    };
    must_read(sheet, &on, &faults)?;
    sheet.because(format!(
        "The branch “{}” came, and all stand at even angles.",
        short(words)
    ));
    Ok(true)
}

/// Adds a branch where all branches stand on one side of their hub; false where there is no such map of ideas.
fn beside_a_hub(sheet: &mut Sheet<'_>, words: &str) -> Result<bool, EngineError> {
    let (stations, links) = (stations(sheet), links(sheet));
    let Some(root) = tree::root(&stations, &links).filter(|root| stations[*root].form == "hub")
    else {
        return Ok(false);
    };
    let hub = stations[root].rect;
    let on_one_side = stations
        .iter()
        .all(|own| own.form == "hub" || own.rect.x > hub.right());
    if !on_one_side {
        return Err(EngineError::TargetNotLocated {
            target: format!("a free side of the map for “{}”", short(words)),
            found: sheet.found(),
        });
    }
    let came = tree::insert(sheet, &stations, &links, (root, words))?;
    if came {
        sheet.because(format!("The branch “{}” came.", short(words)));
    }
    Ok(came)
}
