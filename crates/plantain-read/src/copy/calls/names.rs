//! Names of owners told in a sentence, numbers to call and what a person does.

use super::{emit, free};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Role};

/// "name of the shop is Second Cup", "the cafe is called Second Cup": the name leads, the words before it are none of it.
pub(crate) fn named(reader: &mut Reader<'_>) {
    if crate::copy::is_printed(reader.brief.genre)
        || matches!(reader.brief.genre, Genre::BusinessCard)
    {
        for at in 0..reader.len() {
            let owner = |i: usize| {
                matches!(
                    reader.key(i),
                    "shop"
                        | "cafe"
                        | "café"
                        | "restaurant"
                        | "bar"
                        | "bakery"
                        | "place"
                        | "company"
                        | "brand"
                        | "store"
                        | "band"
                        | "team"
                        | "club"
                        | "studio"
                        | "event"
                        | "product"
                        | "salon"
                        | "winery"
                        | "brewery"
                        | "farm"
                        | "hotel"
                )
            };
            let is = matches!(reader.key(at), "is" | "called" | "named");
            let told = is
                && (at >= 4
                    && owner(at - 1)
                    && reader.key(at - 3) == "of"
                    && reader.key(at - 4) == "name"
                    || at >= 2 && reader.key(at - 1) == "is" && owner(at - 2)
                    || at >= 2 && reader.key(at - 1) == "name" && owner(at - 2));
            let from = at + 1;
            if !told || !reader.is_capital(from) || !free(reader, from, from + 1) {
                continue;
            }
            let mut to = from;
            while to < reader.len()
                && to < from + 6
                && free(reader, to, to + 1)
                && !reader.is_sep(to)
                && (reader.is_capital(to) || matches!(reader.key(to), "of" | "the" | "and" | "&"))
            {
                to += 1;
            }
            let start = reader.clause_start(at);
            reader.mark(start, from, Use::Role);
            emit(reader, from, to, Role::Title);
            return;
        }
    }
}

/// "Nadia Petrov, vet, 555 0199": on a card a clause of nothing but digits is a number to call.
pub(super) fn numbers(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::BusinessCard {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let digits: usize = (at..end)
            .map(|i| {
                reader
                    .text(i, i + 1)
                    .bytes()
                    .filter(u8::is_ascii_digit)
                    .count()
            })
            .sum();
        let plain = (at..end).all(|i| reader.tokens[i].kind == Kind::Number && reader.is_free(i));
        if plain && (6..=15).contains(&digits) {
            emit(reader, at, end, Role::Contact);
        }
        at = end + 1;
    }
}

/// "banner for Hannah Okafor, data scientist": what a person does stands under the name.
pub(super) fn profession(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::Banner | Genre::SocialCard) {
        return;
    }
    for comma in 2..reader.len() {
        let named = reader.sep(comma, Sep::Comma)
            && (comma - 2..comma).all(|i| reader.is_capital(i) && reader.tokens[i].is_word());
        let (from, to) = (comma + 1, reader.clause_end(comma + 1));
        let job = to > from
            && to - from <= 4
            && free(reader, from, to)
            && (from..to).all(|i| reader.is_lower(i) && reader.tokens[i].is_word())
            && crate::lexicon::lexicon()
                .nouns
                .get(reader.key(to - 1))
                .is_some_and(|noun| noun.category == "person");
        let plain = !matches!(
            reader.key(to.saturating_sub(1)),
            "man" | "woman" | "boy" | "girl" | "baby" | "child" | "person" | "people"
        );
        if named && job && plain {
            emit(reader, from, to, Role::Subtitle);
            return;
        }
    }
}
