//! Figures of a dashboard whose names stand in quotes, and what a board is of.

use super::clauses::{Chunk, Clause, NAME_WORDS_MAX, Told, is_number};
use crate::Span;
use crate::reader::Reader;

/// `"Beds occupied" "26 / 32"`, `„W drodze” 342`: a name in quotes with its figure behind it, in quotes or not.
pub(super) fn figure(reader: &Reader<'_>, chunk: Chunk) -> Option<Told> {
    let label = inner(reader, chunk.from)?;
    let figured = |span: &Span| reader.prompt[span.clone()].starts_with(is_of_figure);
    let value = match inner(reader, chunk.from + 1) {
        Some(value) => Some(value).filter(|_| chunk.to == chunk.from + 2),
        None => {
            let first = chunk.from + 1;
            let number = first < chunk.to && is_number(reader, first);
            let plain = (first..chunk.to).all(|at| reader.tokens[at].quote().is_none());
            (number && plain).then(|| reader.span(first, chunk.to))
        }
    };
    let value = value.filter(figured).filter(|_| !figured(&label))?;
    Some(Told {
        clause: reader.span(chunk.from, chunk.to),
        what: Clause::Figure {
            label,
            value,
            change: None,
            group: None,
        },
    })
}

/// Whether a figure may begin with this sign.
fn is_of_figure(c: char) -> bool {
    c.is_ascii_digit() || "+-−$€£¥₹~".contains(c)
}

/// What stands within the quotes of a token.
fn inner(reader: &Reader<'_>, at: usize) -> Option<Span> {
    let quote = reader.tokens.get(at)?.quote()?;
    reader.quoted.get(quote).map(|quoted| quoted.inner.clone())
}

/// "team: Harbor Herons": behind a word for whose board it is, a name.
pub(super) fn owner(reader: &Reader<'_>, label: Chunk, chunk: Chunk) -> Option<Told> {
    const OWNERS: &[&str] = &[
        "team", "company", "store", "shop", "project", "school", "hospital", "club", "client",
        "site", "farm", "hotel", "campaign", "plant",
    ];
    let named = label.to == label.from + 1
        && label.to + 1 == chunk.from
        && OWNERS.contains(&reader.key(label.from));
    let words = (chunk.from..chunk.to).all(|at| reader.tokens[at].is_word());
    let name = words && reader.is_capital(chunk.from) && chunk.to - chunk.from <= NAME_WORDS_MAX;
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|l| l.role == crate::Role::Title && l.origin <= crate::Origin::Introduced);
    (named && name && !titled).then(|| Told {
        clause: reader.span(label.from, chunk.to),
        what: Clause::Owner {
            text: reader.span(chunk.from, chunk.to),
        },
    })
}
