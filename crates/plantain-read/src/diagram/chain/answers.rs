//! Answers that name the arms of a question, and where they stand.

use crate::diagram::content::Run;
use crate::reader::Reader;
use crate::tokens::Sep;

/// Whether the token is an answer as it is written, or by its English word.
pub(super) fn answers(reader: &Reader<'_>, at: usize) -> bool {
    is_answer(reader.key(at))
        || at < reader.len()
            && reader.tokens[at].is_word()
            && is_answer(&crate::tokens::lower(reader.text(at, at + 1)))
}

/// Returns whether a word in lower case is an answer that names an arm of a question, in any language that is read.
pub fn is_answer(key: &str) -> bool {
    // Answers of other languages that no gloss has made English.
    const ABROAD: &[&str] = &[
        "sí",
        "si",
        "oui",
        "non",
        "ja",
        "nein",
        "nee",
        "sim",
        "não",
        "tak",
        "nie",
        "evet",
        "hayır",
        "да",
        "нет",
        "так",
        "ні",
        "نعم",
        "لا",
        "כן",
        "לא",
        "हाँ",
        "हां",
        "नहीं",
        "예",
        "네",
        "아니요",
        "아니오",
        "はい",
        "いいえ",
        "是",
        "否",
    ];
    ABROAD.contains(&key)
        || matches!(
            key,
            "yes"
                | "no"
                | "true"
                | "false"
                | "pass"
                | "fail"
                | "y"
                | "n"
                | "ok"
                | "approved"
                | "rejected"
                | "success"
                | "failure"
        )
}

/// Whether the token stands where an answer does: behind a question, a slash, a separator or "if".
pub(super) fn opens_answer(reader: &Reader<'_>, at: usize) -> bool {
    at > 0
        && (reader.is_sep(at - 1)
            || matches!(reader.key(at - 1), "if" | "or" | "when" | "else" | "and"))
}

/// Cuts a piece behind a question in quotes.
pub(super) fn asked_off(reader: &Reader<'_>, (from, to): Run) -> Vec<Run> {
    let asks = |at: usize| {
        reader.tokens[at].quote().is_some()
            && reader
                .text(at, at + 1)
                .trim_end_matches(['"', '\'', '”', '’', '»'])
                .ends_with(['?', '？'])
    };
    let ends: Vec<usize> = (from..to.saturating_sub(1))
        .filter(|&at| asks(at))
        .collect();
    let arrowed = |at: usize| reader.sep(at + 1, Sep::Arrow);
    let mut start = from;
    let mut pieces = Vec::new();
    for end in ends.into_iter().filter(|&at| !arrowed(at)) {
        pieces.push((start, end + 1));
        start = end + 1;
    }
    pieces.push((start, to));
    pieces
}
