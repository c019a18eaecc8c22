//! Authors of books and makers of records behind a preposition: "El jardín de invierno de Marta Conti".

use crate::award::is_name;
use crate::outline::trimmed;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Prepositions before an author, by language (ISO 639-1).
const BY: &[(&str, &[&str])] = &[
    ("en", &[" by the "]),
    ("es", &[" de ", " por "]),
    ("fr", &[" de ", " d'", " par "]),
    ("de", &[" von "]),
    ("pt", &[" de ", " da ", " do ", " por "]),
    ("it", &[" di "]),
    ("nl", &[" van ", " door "]),
];

/// Parts the author from the title of a cover, where nobody else is named.
pub(super) fn settle(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::BookCover | Genre::AlbumCover) {
        return;
    }
    let Some((_, by)) = BY.iter().find(|(code, _)| *code == brief.language.0) else {
        return;
    };
    let named = |l: &Literal| matches!(l.role, Role::Person | Role::Attribution);
    if brief.literals.iter().any(named) {
        return;
    }
    let title = brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title && l.origin != Origin::Quoted);
    let Some(title) = title else { return };
    let span = brief.literals[title].span.clone();
    let text = &brief.prompt[span.clone()];
    // "La casa de Bernarda Alba de Federico García Lorca": the first name that runs to the end.
    let found = by
        .iter()
        .flat_map(|word| {
            text.match_indices(word)
                .map(|(at, found)| (at, at + found.len()))
        })
        .filter(|(_, start)| is_name(&text[*start..]))
        .min();
    let Some((end, start)) = found else { return };
    let Some(kept) = trimmed(&brief.prompt, span.start..span.start + end) else {
        return;
    };
    let name = span.start + start..span.end;
    brief.literals[title].text = brief.prompt[kept.clone()].to_owned();
    brief.literals[title].span = kept;
    crate::outline::add(brief, name, Role::Person);
    brief.order_literals();
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn authors_are_parted_from_their_titles() {
        check_texts(&[
            (
                "portada de libro: El jardín de invierno de Marta Conti, fondo verde",
                &[
                    (Role::Title, "El jardín de invierno"),
                    (Role::Person, "Marta Conti"),
                ],
            ),
            (
                "couverture de livre : Le Jardin d'hiver de Marta Conti",
                &[
                    (Role::Title, "Le Jardin d'hiver"),
                    (Role::Person, "Marta Conti"),
                ],
            ),
            (
                "Buchcover: Der Wintergarten von Marta Conti",
                &[
                    (Role::Title, "Der Wintergarten"),
                    (Role::Person, "Marta Conti"),
                ],
            ),
            (
                "boekomslag: De wintertuin van Marta Conti",
                &[
                    (Role::Title, "De wintertuin"),
                    (Role::Person, "Marta Conti"),
                ],
            ),
            (
                "capa de livro: Histórias de Lisboa",
                &[(Role::Title, "Histórias de Lisboa")],
            ),
        ]);
    }
}
