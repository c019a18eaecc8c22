//! The field for a code that makes things cheaper, with its button beside it.

use plantain_scene::Node;
use plantain_scene::build::row;

use crate::components::ui::{Entry, Kit, Push, Word};

/// Words in the name of such a field, and on its button.
const FIELDS: &[&str] = &[
    "promo",
    "coupon",
    "voucher",
    "discount",
    "gift card",
    "gutschein",
    "rabatt",
    "descuento",
    "cupón",
    "sconto",
    "desconto",
    "cupom",
    "kortingscode",
    "kod rabatowy",
    "промокод",
];
const BUTTONS: &[&str] = &[
    "apply",
    "redeem",
    "einlösen",
    "anwenden",
    "aplicar",
    "appliquer",
    "applica",
    "toepassen",
    "zastosuj",
    "применить",
];

/// A code that may be typed in, and the button that counts it in.
pub(super) struct Promo {
    field: Word,
    button: Option<Word>,
}

/// Takes the field and its button out of those of the page.
pub(super) fn take(fields: &mut Vec<Entry>, buttons: &mut Vec<Word>) -> Option<Promo> {
    let named = |word: &Word, words: &[&str]| {
        let lower = word.text.to_lowercase();
        words.iter().any(|known| lower.contains(known))
    };
    let at = fields
        .iter()
        .position(|field| field.name.as_ref().is_some_and(|name| named(name, FIELDS)))?;
    let field = fields.remove(at).name?;
    let button = buttons
        .iter()
        .position(|button| named(button, BUTTONS))
        .map(|at| buttons.remove(at));
    Some(Promo { field, button })
}

/// The field with its words inside, and the button at its right.
pub(super) fn line(kit: &Kit<'_>, promo: &Promo) -> Node {
    let field = row()
        .grow(1.0)
        .child(kit.input(Some(&promo.field), Some("tag"), false));
    let button = promo
        .button
        .as_ref()
        .map(|word| kit.button_sized(word, Push::Secondary, None, 48.0));
    row()
        .fill_w()
        .gap(kit.u(12.0))
        .child(field)
        .children(button)
}
