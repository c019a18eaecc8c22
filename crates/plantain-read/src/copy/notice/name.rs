//! The name of what a notice announces, with who holds it.

use super::{Piece, emit};
use crate::Role;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;

/// Longest name of an event, in words.
const NAME_WORDS_MAX: usize = 9;

/// Whether somebody or something is called by a name here.
pub(super) fn is_called(reader: &Reader<'_>, piece: Piece) -> bool {
    (piece.from..piece.to).any(|at| matches!(reader.key(at), "named" | "called"))
}

/// Sets the name of the event as the title, with its host above it; returns whether the words are a name.
pub(super) fn set(reader: &mut Reader<'_>, piece: Piece) -> bool {
    let Piece { mut from, to, .. } = piece;
    while from < to && is_lead(reader, from) {
        from += 1;
    }
    let own = from > piece.from && matches!(reader.key(from - 1), "the" | "our" | "my" | "your");
    // "our school's spring concert": whose it is goes without saying.
    if own && from + 1 < to && reader.key(from).ends_with("'s") && reader.is_lower(from) {
        from += 1;
    }
    let words = to.saturating_sub(from);
    let plain = (from..to).all(|at| {
        matches!(
            reader.uses[at],
            Use::Free | Use::Topic | Use::Carrier | Use::Object
        ) && (reader.tokens[at].is_wordlike() || reader.sep(at, Sep::Other))
    });
    let looks = is_look(reader, from, to);
    let letters = reader
        .text(from, to)
        .chars()
        .filter(|c| c.is_alphabetic())
        .count();
    let told = (1..=NAME_WORDS_MAX).contains(&words) && letters >= 2;
    if !told || !plain || looks || directs(reader, from, to) {
        return false;
    }
    let host = host(reader, from, to).filter(|_| own);
    if let Some(host) = host {
        emit(reader, from, host, Role::Kicker);
    }
    emit(reader, host.unwrap_or(from), to, Role::Title);
    reader.mark(piece.from, from, Use::Carrier);
    true
}

/// The words before the medium that tell a name: "yoga in the park flyer".
pub(super) fn before_medium(reader: &Reader<'_>) -> Option<(usize, usize)> {
    let medium = (0..reader.clause_end(0)).find(|&at| {
        reader.uses[at] == Use::Genre && super::super::headline::is_medium(reader.key(at))
    })?;
    let mut from = 0;
    while from < medium
        && (matches!(reader.uses[from], Use::Carrier | Use::Look) || is_lead(reader, from))
    {
        from += 1;
    }
    let telling = |at: usize| {
        !super::super::headline::is_medium(reader.key(at))
            && lexicon().looks.get(reader.key(at)).is_none()
            && lexicon().adjectives.get(reader.key(at)).is_none()
            && !lexicon().stops.contains_key(reader.key(at))
            && crate::colors::color_at(&reader.tokens, at).is_none()
    };
    let words = (from..medium).filter(|&at| telling(at)).count();
    (words >= 1 && medium - from >= 2).then_some((from, medium))
}

/// "poster black with gold letters", "affiche bleue, texte blanc": words for styles, colours and letters name nothing.
fn is_look(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let mut at = from;
    while at < to {
        let color = crate::colors::color_at(&reader.tokens, at).filter(|_| reader.is_lower(at));
        let key = reader.key(at);
        let lettered = to - from > 1 && crate::look::is_lettering(key);
        match color {
            Some((len, _)) => at += len,
            None if lettered || lexicon().looks.get(key).is_some() => at += 1,
            None => return false,
        }
    }
    true
}

/// Sets the words before the medium as the title.
pub(super) fn set_before_medium(reader: &mut Reader<'_>, from: usize, to: usize) {
    let words = (from..to).all(|at| reader.tokens[at].is_wordlike());
    if words && to - from <= NAME_WORDS_MAX && !directs(reader, from, to) {
        emit(reader, from, to, Role::Title);
    }
}

/// Words between the medium and the name.
fn is_lead(reader: &Reader<'_>, at: usize) -> bool {
    const LEADS: &[&str] = &[
        "for",
        "promote",
        "advertise",
        "announce",
        "of",
        "about",
        "announcing",
        "advertising",
        "promoting",
        "on",
        "to",
        "a",
        "an",
        "the",
        "our",
        "my",
        "your",
        "this",
        "upcoming",
        "invite",
        "people",
        "inviting",
    ];
    reader.is_lower(at) && LEADS.contains(&reader.key(at))
}

/// Whether the words of a name speak to the designer.
fn directs(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const DIRECTING: &[&str] = &[
        "with",
        "w/",
        "showing",
        "featuring",
        "using",
        "background",
        "style",
        "styled",
        "font",
        "colors",
        "colours",
        "palette",
        "theme",
        "layout",
        "vibe",
        "illustration",
        "image",
        "photo",
        "picture",
        "design",
        "says",
    ];
    (from..to).any(|at| DIRECTING.contains(&reader.key(at)))
}

/// End of the host in "corner cafe live jazz": a house with a name of its own before two words or more.
fn host(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let end =
        (from + 1..to).rfind(|&at| crate::roles::is_venue(&format!("the {}", reader.key(at))))? + 1;
    let of_it = matches!(reader.key(end), "of" | "and" | "&" | "in");
    (to >= end + 2 && !of_it).then_some(end)
}
