//! Things in the state that they are put in: folded cloths, chess boards with their pieces.

use plantain_read::{Brief, ObjectPhrase};

use super::used::carries;
use crate::stage::prop::Prop;

/// A chess board with pieces that are told one by one has no others.
pub(super) fn set_board(brief: &Brief, object: &ObjectPhrase) -> Option<Prop> {
    let board = matches!(object.noun.as_str(), "chess board" | "chessboard");
    (board && carries(brief, object)).then(|| Prop::named(&object.noun, "empty-chess-board"))?
}

/// Who stands on an iceberg needs a top to stand on.
pub(super) fn berg(brief: &Brief, object: &ObjectPhrase) -> Option<Prop> {
    (object.noun == "iceberg" && carries(brief, object))
        .then(|| Prop::named(&object.noun, "ice-floe"))?
}

/// An empty glass holds nothing, and an unlit candle has no flame.
pub(super) fn spent(object: &ObjectPhrase) -> Option<Prop> {
    const STATES: &[(&str, &str, &str)] = &[
        ("empty", "glass", "empty-glass"),
        ("unlit", "candle", "unlit-candle"),
        ("extinguished", "candle", "unlit-candle"),
    ];
    let words = object.words.to_lowercase();
    let told = |state: &str| {
        object.attributes.iter().any(|a| a == state) || words.split(' ').any(|w| w == state)
    };
    let (_, _, name) = STATES
        .iter()
        .find(|(state, noun, _)| object.noun == *noun && told(state))?;
    Prop::named(&object.noun, name)
}

/// What is folded is drawn so.
pub(super) fn folded(object: &ObjectPhrase) -> Option<Prop> {
    const CLOTHS: &[&str] = &["towel", "blanket", "quilt", "sheet", "cloth", "throw"];
    let told = object.attributes.iter().any(|a| a == "folded") || object.words.contains("folded");
    let cloth = CLOTHS.iter().any(|word| object.noun.ends_with(word));
    (told && cloth).then(|| Prop::named(&object.noun, "folded-towel"))?
}
