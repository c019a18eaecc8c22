//! Words that tell where a piece is shown or how it is dressed; none of them is a line of it.

use super::{mending, tokens_of};
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep, lower};
use crate::{Genre, Literal, ObjectPhrase, Origin, Role};

/// Places where pictures are shown; no text of theirs.
pub(crate) const PLATFORMS: &[&str] = &[
    "facebook",
    "instagram",
    "linkedin",
    "youtube",
    "twitter",
    "tiktok",
    "pinterest",
    "whatsapp",
    "snapchat",
    "twitch",
    "threads",
    "etsy",
];

/// "Banner para Facebook: …": where the picture will be shown is no text.
pub(super) fn drop_platforms(reader: &mut Reader<'_>) {
    let named = |l: &crate::Literal| {
        l.origin != Origin::Quoted && PLATFORMS.contains(&lower(&l.text).trim())
    };
    while let Some(index) = reader.brief.literals.iter().position(named) {
        if let Some((first, last)) = tokens_of(reader, index) {
            reader.mark(first, last, Use::Carrier);
        }
        let led = reader.brief.literals[index].role == Role::Title;
        mending::remove_literal(reader, index);
        // What stood under it leads now.
        let next = reader
            .brief
            .literals
            .iter_mut()
            .find(|l| l.role == Role::Subtitle && led);
        if let Some(next) = next {
            next.role = Role::Title;
        }
    }
}

/// "LOST DOG on top, …", "GARAGE SALE in big letters, …": what is told behind capitals of their place or size is no part of the
/// text, and parts it from the next like a comma.
pub(super) fn drop_placing(reader: &mut Reader<'_>) {
    const SMALL: &[&str] = &["in", "on", "at", "the", "very", "and", "across"];
    const PLACING: &[&str] = &[
        "top", "big", "bigger", "large", "huge", "giant", "bold", "letters", "letter", "caps",
        "capitals", "type", "font",
    ];
    if !super::is_printed(reader.brief.genre) {
        return;
    }
    let tail = |reader: &Reader<'_>, at: usize| {
        reader.is_lower(at) && reader.tokens[at].is_word() && reader.is_free(at)
    };
    for end in 1..=reader.len() {
        if end < reader.len() && !reader.is_sep(end) {
            continue;
        }
        let from = (0..end)
            .rev()
            .take_while(|&at| {
                let key = reader.key(at);
                tail(reader, at) && (SMALL.contains(&key) || PLACING.contains(&key))
            })
            .last();
        let Some(from) = from.filter(|&from| from > 0) else {
            continue;
        };
        let shouted = reader.tokens[from - 1].case == Case::Upper
            && reader.key(from - 1).chars().count() >= 3;
        if !shouted || !(from..end).any(|at| PLACING.contains(&reader.key(at))) {
            continue;
        }
        reader.mark(from, end, Use::Look);
        for at in from..end {
            reader.tokens[at].kind = Kind::Sep(Sep::Comma);
        }
    }
    reader.cut_clauses();
}

/// "boho flowers", "motyw kwiatowy": what only dresses a card, and what a sign is made of, is no line of it.
pub(super) fn drop_dress(reader: &mut Reader<'_>) {
    const DRESS: &[&str] = &[
        "boho",
        "rustic",
        "elegant",
        "floral",
        "flower",
        "flowers",
        "leaf",
        "leaves",
        "eucalyptus",
        "greenery",
        "motif",
        "theme",
        "style",
        "wild",
        "wildflowers",
        "rose",
        "roses",
        "peonies",
        "botanical",
        "woodland",
        "animals",
        "animal",
        "vintage",
        "modern",
        "minimal",
        "pastel",
        "watercolor",
        "colorful",
        "lavender",
    ];
    const STUFF: &[&str] = &[
        "wood", "wooden", "metal", "brass", "steel", "enamel", "chalk", "neon", "rustic",
        "vintage", "plank", "planks", "stone", "slate",
    ];
    let words = match reader.brief.genre {
        Genre::Invitation => DRESS,
        Genre::Sign | Genre::Chalkboard => STUFF,
        _ => return,
    };
    let language = reader.brief.language.0.clone();
    let dress = |l: &crate::Literal| {
        let english = crate::english(&l.text, &language);
        l.origin != Origin::Quoted
            && l.role != Role::Title
            && !english.is_empty()
            && (is_motif(&english)
                || !l.text.chars().any(char::is_uppercase)
                    && english.split(' ').all(|word| words.contains(&word)))
    };
    while let Some(index) = reader.brief.literals.iter().position(dress) {
        if let Some((first, last)) = tokens_of(reader, index) {
            reader.mark(first, last, Use::Look);
        }
        let literal = reader.brief.literals[index].clone();
        mending::remove_literal(reader, index);
        let known = &mut reader.brief.objects;
        known.extend(
            motif(&literal, &language).filter(|new| known.iter().all(|o| o.noun != new.noun)),
        );
    }
}

/// "tema sereia": what the motif shows is drawn.
fn motif(literal: &Literal, language: &str) -> Option<ObjectPhrase> {
    let english = crate::english(&literal.text, language);
    let named = |word: &str| {
        let drawn = crate::kinds::kinds().nouns();
        let noun = lexicon().nouns.get(word).or_else(|| drawn.get(word))?;
        Some(noun.canonical)
    };
    let noun = english
        .split(' ')
        .filter(|word| !MOTIFS.contains(word))
        .find_map(named)?;
    Some(ObjectPhrase {
        noun: noun.to_owned(),
        words: literal.text.clone(),
        span: literal.span.clone(),
        count: Some(1),
        ..ObjectPhrase::default()
    })
}

/// Words for a motif, as they are left when the others are in English.
const MOTIFS: &[&str] = &[
    "motif",
    "theme",
    "motyw",
    "temat",
    "tema",
    "thème",
    "thema",
    "motiv",
    "motto",
    "motivo",
    "тема",
    "тематика",
];

/// "motif unicorn": a short phrase that begins or ends with the word for a motif says what is to be drawn.
fn is_motif(english: &str) -> bool {
    let words: Vec<&str> = english.split(' ').collect();
    let led = words.first().is_some_and(|word| MOTIFS.contains(word));
    let closed = words.last().is_some_and(|word| MOTIFS.contains(word));
    (2..=4).contains(&words.len()) && (led || closed)
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn where_capitals_stand_is_no_part_of_them() {
        check_texts(&[
            (
                "garage sale poster: GARAGE SALE at top, Saturday 8 am - 1 pm, 22 Maple Street, everything must go",
                &[
                    (Role::Title, "GARAGE SALE"),
                    (Role::Date, "Saturday 8 am - 1 pm"),
                    (Role::Place, "22 Maple Street"),
                    (Role::Body, "everything must go"),
                ],
            ),
            (
                "lost dog poster. LOST DOG big, picture of a brown dog, Name: Rusty, Call 555-0172",
                &[
                    (Role::Title, "LOST DOG"),
                    (Role::Body, "Name: Rusty"),
                    (Role::Subtitle, "Call 555-0172"),
                ],
            ),
        ]);
    }
}
