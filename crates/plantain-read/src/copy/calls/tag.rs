//! Price tags: what is sold leads, the price behind it.

use super::{designs, emit, free, priced};
use crate::Role;
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

/// "price tag handmade candle lavender 14.90 was 19.90": what is sold leads, the price is the number behind it.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let from = genre
        + 1
        + usize::from(
            reader.sep(genre + 1, Sep::Colon) || matches!(reader.key(genre + 1), "for" | "of"),
        );
    let Some(price) = (from + 1..reader.len().min(from + 8)).find(|&i| {
        priced(reader, i)
            || reader.form(i) == Some(FormKind::Figure)
            || reader.tokens[i].kind == Kind::Number && reader.key(i).contains(['.', ','])
    }) else {
        return;
    };
    // "hand-knit scarf, $32": a comma may stand before the price, a hyphen within the name.
    let comma = reader.sep(price - 1, Sep::Comma);
    let close = price - usize::from(comma);
    let hyphen = |i: usize| {
        reader.sep(i, Sep::Dash) && reader.tokens[i - 1].span.end == reader.tokens[i].span.start
    };
    let words = (from..close).all(|i| reader.tokens[i].is_word() || i > from && hyphen(i));
    // "Ceramic vase was 45 €": the word before the price tells which of them it is.
    let told = matches!(
        reader.key(close - 1),
        "was" | "now" | "only" | "statt" | "antes" | "avant"
    );
    let name = close - usize::from(told);
    let free = (from..=price).all(|i| reader.is_sep(i) || free(reader, i, i + 1));
    if words && from < name && free && !designs(reader, from, price) {
        emit(reader, from, name, Role::Title);
        if told {
            return;
        }
        emit(reader, price, price + 1, Role::Price);
    }
}
