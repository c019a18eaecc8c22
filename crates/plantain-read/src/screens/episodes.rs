//! Reads the episode that a player shows: "episode 42 the long goodbye", "ep 12: The Quiet Hour".

use super::emit;
use crate::forms::FormKind;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};
use crate::{Genre, List, Role};

/// Claims the only episode with its number and its name as what is played, and several as a list.
pub(super) fn claim(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::MobileApp | Genre::WebPage) {
        return;
    }
    let numbered: Vec<usize> = (0..reader.len().saturating_sub(2))
        .filter(|&at| {
            matches!(
                reader.key(at),
                "episode" | "ep" | "folge" | "episodio" | "épisode"
            ) && reader.tokens[at + 1].kind == Kind::Number
        })
        .collect();
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if let [at] = numbered[..] {
        if !titled && let Some(to) = named(reader, at) {
            capital(reader, at, to, Role::Title);
        }
        return;
    }
    let mut list = List {
        kind: "episode".to_owned(),
        ..List::default()
    };
    for at in numbered {
        if let Some(to) = named(reader, at) {
            list.items.push(listed(reader, at, to));
        }
    }
    if let (Some(&first), Some(&last)) = (list.items.first(), list.items.last()) {
        let literals = &reader.brief.literals;
        list.span = literals[first].span.start..literals[last].span.end;
        reader.brief.lists.push(list);
    }
}

/// The end of an episode's name, which stands behind its number; none where there is no name.
fn named(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let from = at + 2 + usize::from(reader.sep(at + 2, Sep::Colon));
    let end = reader.clause_end(from);
    let words = |i: &usize| {
        reader.is_free(*i) && reader.tokens[*i].is_word() && reader.tokens[*i].quote().is_none()
    };
    // A length or a date ends it.
    let to = (from..end).take_while(words).count() + from;
    let free = reader.is_free(at) && reader.is_free(at + 1);
    (to > from && free).then_some(to)
}

/// Emits an episode of a list with its length; returns its literal.
fn listed(reader: &mut Reader<'_>, at: usize, to: usize) -> usize {
    let name = capital(reader, at, to, Role::Item);
    let length = to + usize::from(reader.sep(to, Sep::Comma) || reader.sep(to, Sep::Dash));
    let told = matches!(
        reader.form(length),
        Some(FormKind::Quantity | FormKind::Time | FormKind::Date)
    );
    if told && reader.is_free(length) {
        let value = emit(reader, length, length + 1, Role::Value);
        reader.brief.pair(name, value);
    }
    name
}

fn capital(reader: &mut Reader<'_>, from: usize, to: usize, role: Role) -> usize {
    let index = emit(reader, from, to, role);
    let literal = &mut reader.brief.literals[index];
    literal.text = crate::literals::capitalized(&literal.text);
    index
}

#[cfg(test)]
mod tests {
    use crate::Role::{Item, Time, Title, Value};
    use crate::outline::check_texts;

    #[test]
    fn episodes_stand_with_their_numbers() {
        check_texts(&[
            (
                "podcast app player, episode 7 a quiet harbour, 12:30 of 40:00",
                &[
                    (Title, "Episode 7 a quiet harbour"),
                    (Time, "12:30"),
                    (Time, "40:00"),
                ],
            ),
            (
                "podcast app screen, ep 1 Ice 32 min, ep 2 Salt 41 min",
                &[
                    (Item, "Ep 1 Ice"),
                    (Value, "32 min"),
                    (Item, "Ep 2 Salt"),
                    (Value, "41 min"),
                ],
            ),
        ]);
    }
}
