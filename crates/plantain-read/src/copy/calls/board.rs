//! Boards of dishes: what stands behind the medium is written line by line, each dish with its price.

use super::{designs, emit, free, priced};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Role};

/// "chalkboard sign today's soup: pumpkin & ginger 5€, with bread": on a board with prices the words behind the medium
/// are written, line by line.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let headed = (genre + 1..reader.len().min(genre + 8))
        .find(|&i| reader.sep(i, Sep::Colon))
        .filter(|&colon| {
            colon > genre + 1
                && free(reader, genre + 1, colon)
                && (colon + 1..reader.len()).any(|i| priced(reader, i))
                && !matches!(
                    reader.key(genre + 1),
                    "with" | "for" | "saying" | "that" | "says" | "reading"
                )
        });
    let colon = match headed {
        Some(colon) => {
            emit(reader, genre + 1, colon, Role::Title);
            colon
        }
        // "chalkboard: soup 5, quiche 9.50": dishes with their prices right behind the medium.
        None if dishes(reader, genre + 2) >= 2 => genre + 1,
        None => return,
    };
    let mut titled = headed.is_some();
    let mut at = colon + 1;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let price = (at + 1..end)
            .find(|&i| priced(reader, i))
            .or_else(|| costs(reader, at, end));
        match price {
            Some(price) if free(reader, at, price + 1) => {
                emit(reader, at, price, Role::Item);
                emit(reader, price, price + 1, Role::Price);
                let value = reader.brief.literals.len() - 1;
                let label_text = reader.brief.literals[value - 1].text.clone();
                reader.brief.pairs.push(crate::Pair {
                    label: Some(value - 1),
                    label_text,
                    value,
                });
            }
            None if end > at && free(reader, at, end) && !designs(reader, at, end) => {
                emit(
                    reader,
                    at,
                    end,
                    if titled { Role::Body } else { Role::Title },
                );
                titled = true;
            }
            _ => {}
        }
        at = end + 1;
    }
}

/// How many clauses behind the medium end in what they cost; none where no colon leads to them.
fn dishes(reader: &Reader<'_>, start: usize) -> usize {
    let colon = start > 0 && reader.sep(start - 1, Sep::Colon);
    if !colon || reader.brief.genre != Genre::Chalkboard {
        return 0;
    }
    let (mut at, mut found) = (start, 0);
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        found += usize::from(costs(reader, at, end).is_some());
        at = end + 1;
    }
    found
}

/// "apple pie 4": the number that closes a clause of words.
fn costs(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let last = to.checked_sub(1).filter(|last| *last > from)?;
    let text = reader.key(last);
    let number = reader.tokens[last].kind == Kind::Number && text.len() <= 3
        || matches!(reader.form(last), Some(FormKind::Figure | FormKind::Price));
    let words = (from..last).all(|at| reader.tokens[at].is_word() || reader.key(at) == "&");
    (number && words && free(reader, from, to)).then_some(last)
}
