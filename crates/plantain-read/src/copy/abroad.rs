//! Lines of copy in languages whose letters or grammar say less about where text begins.
//!
//! English copy is found by its capitals. Scripts without capitals have none, and Russian writes most lines in lower
//! case. There a segment speaks for itself by its words: what is in no table (names, venues, offers) was hardly meant as
//! an instruction.

use super::{emit, evidence, literals_in, mending};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep, lower};
use crate::{Genre, Role};

/// Longest line, in tokens.
const LINE_TOKENS_MAX: usize = 16;

/// Takes segments of unknown words as lines.
pub(super) fn read(reader: &mut Reader<'_>) {
    if reader.brief.language.0 == "en" || !takes_lines(reader.brief.genre) {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let genre = (at..end).rfind(|&i| reader.uses[i] == Use::Genre);
        match genre {
            Some(genre) => names_behind(reader, genre + 1, end),
            None => segment(reader, at, end),
        }
        at = end + 1;
    }
}

fn takes_lines(genre: Genre) -> bool {
    super::is_printed(genre)
        || matches!(
            genre,
            Genre::Invitation | Genre::Certificate | Genre::Ticket | Genre::QuoteCard
        )
}

/// "wedding invitation Sara and Khaled": what stands behind the genre and is in no table.
fn names_behind(reader: &mut Reader<'_>, from: usize, to: usize) {
    let free = |reader: &Reader<'_>, at: usize| {
        matches!(reader.uses[at], Use::Free | Use::Topic | Use::Carrier)
    };
    let Some(first) = (from..to).find(|&at| free(reader, at) && is_unknown(reader, at)) else {
        return;
    };
    let small = |at: usize| matches!(reader.key(at), "and" | "&" | "+");
    let end = (first..to)
        .find(|&at| !(free(reader, at) && (is_unknown(reader, at) || small(at))))
        .unwrap_or(to);
    let end = (first..end)
        .rfind(|&at| is_unknown(reader, at))
        .map_or(end, |at| at + 1);
    let personal = matches!(reader.brief.genre, Genre::Invitation | Genre::Certificate);
    if !personal || !literals_in(reader, first, end).is_empty() {
        return;
    }
    emit(reader, first, end, Role::Title);
}

fn segment(reader: &mut Reader<'_>, from: usize, to: usize) {
    if from >= to || to - from > LINE_TOKENS_MAX || !literals_in(reader, from, to).is_empty() {
        return;
    }
    let usable = (from..to).all(|at| {
        matches!(
            reader.uses[at],
            Use::Free | Use::Object | Use::Setting | Use::Topic | Use::Carrier
        ) && !reader.tokens[at].is_sep()
    });
    let labels = reader.sep(to, Sep::Colon);
    if !usable || labels || evidence::steers(reader, from, to) || !is_strange(reader, from, to) {
        return;
    }
    let role = evidence::role(reader, from, to);
    mending::drop_objects(reader, from, to);
    emit(reader, from, to, role);
}

/// Whether most of a segment is in no table.
fn is_strange(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let chars = |at: usize| reader.text(at, at + 1).chars().count();
    let all: usize = (from..to).map(chars).sum();
    let strange: usize = (from..to)
        .filter(|&at| is_unknown(reader, at))
        .map(chars)
        .sum();
    strange > 0 && strange * 3 >= all
}

/// Whether a word was not found in the table of its language.
fn is_unknown(reader: &Reader<'_>, at: usize) -> bool {
    let token = &reader.tokens[at];
    token.kind == Kind::Word
        && !token.key.is_ascii()
        && token.key.chars().any(char::is_alphabetic)
        && lower(reader.text(at, at + 1)) == token.key
}
