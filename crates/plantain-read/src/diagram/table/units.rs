//! What all figures of a row are counted in, where the word for it stands apart behind each.

use super::scan::lexicon_stop;
use crate::DataPoint;
use crate::diagram::content::Run;
use crate::reader::{Reader, Use};

/// "Reds 52 seats, Blues 47 seats", "1950 2.5 bn, 1975 4.1 bn": whether one word stands behind every figure.
pub(super) fn counted_in(reader: &Reader<'_>, cells: &[(Run, usize)]) -> bool {
    let unit = |value: usize| {
        let at = value + 1;
        let token = reader.tokens.get(at).filter(|token| token.is_word())?;
        let closes = reader.is_sep(at + 1) || reader.key(at + 1) == "and";
        let alone = closes && reader.is_lower(at) && reader.is_free(at);
        (alone && !lexicon_stop(&token.key)).then(|| token.key.clone())
    };
    let first = cells.first().and_then(|cell| unit(cell.1));
    first.is_some() && cells.iter().all(|cell| unit(cell.1) == first)
}

/// Sets the word behind the last figure with it.
pub(super) fn append(reader: &mut Reader<'_>, points: &mut [DataPoint], at: usize) {
    let end = reader.tokens[at].span.end;
    reader.mark(at, at + 1, Use::Literal);
    if let (Some(literal), Some(point)) = (reader.brief.literals.last_mut(), points.last_mut()) {
        literal.span.end = end;
        literal.text = reader.prompt[literal.span.clone()].to_string();
        point.shown.clone_from(&literal.text);
    }
}
