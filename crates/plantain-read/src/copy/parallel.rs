//! Lines that go on behind a comma: "Rise early, live fully", "Short lessons, real talk".

use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Origin, Role};

/// Words of either half, at most.
const WORDS_MAX: usize = 4;

/// Joins to a line in sentence case the clause behind it that is built alike, in small letters, and that nobody has understood.
pub(super) fn join(reader: &mut Reader<'_>) {
    for index in 0..reader.brief.literals.len() {
        if let Some((from, to)) = second_half(reader, index) {
            let end = reader.span(from, to).end;
            reader.mark(from, to, Use::Literal);
            let line = &mut reader.brief.literals[index];
            line.span.end = end;
            line.text = reader.prompt[line.span.clone()].to_string();
        }
    }
}

/// The tokens of the clause that goes on with a line.
fn second_half(reader: &Reader<'_>, index: usize) -> Option<(usize, usize)> {
    let line = &reader.brief.literals[index];
    let open = matches!(
        line.role,
        Role::Title | Role::Subtitle | Role::Body | Role::Text | Role::Item
    );
    let words: Vec<&str> = line.text.split(' ').collect();
    let (first, rest) = words.split_first()?;
    let sentence = first.starts_with(char::is_uppercase)
        && !rest.is_empty()
        && words.len() <= WORDS_MAX
        && rest.iter().all(|word| word.chars().all(char::is_lowercase));
    if !open || !sentence || line.origin == Origin::Quoted {
        return None;
    }
    let comma = (0..reader.len()).find(|&at| reader.tokens[at].span.start >= line.span.end)?;
    let from = comma + 1;
    let to = reader.clause_end(from);
    let told = reader.sep(comma, Sep::Comma)
        && to > from
        && to - from == words.len()
        && (from..to).all(|at| {
            reader.is_lower(at)
                && reader.is_free(at)
                && lexicon().looks.at(&reader.tokens, at).is_none()
        })
        && lexicon().nouns.at(&reader.tokens, from).is_none()
        && !lexicon().stops.contains_key(reader.key(from));
    told.then_some((from, to))
}
