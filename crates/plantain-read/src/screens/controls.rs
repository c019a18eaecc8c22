//! Controls with their words before them: "a Save changes button", "Forgot password link".

use super::emit;
use crate::Role;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};

/// Words of one control, at most.
const WORDS_MAX: usize = 5;

/// Claims the capitalised words before "button", "link" and "checkbox".
pub(super) fn claim(reader: &mut Reader<'_>) {
    for at in 1..reader.len() {
        if !reader.is_free(at) || !reader.is_lower(at) {
            continue;
        }
        let role = match reader.key(at) {
            "button" | "buttons" | "btn" | "cta" => Role::Button,
            "link" | "links" => Role::Link,
            "checkbox" | "toggle" | "switch" => Role::Item,
            _ => continue,
        };
        let Some(from) = words_before(reader, at) else {
            if role == Role::Button {
                describe(reader, at);
            }
            continue;
        };
        let and = (from + 1..at - 1)
            .find(|&i| matches!(reader.key(i), "and" | "or" | "&") && reader.is_capital(i + 1));
        match and.filter(|_| reader.key(at).ends_with('s')) {
            Some(and) => {
                emit(reader, from, and, role);
                emit(reader, and + 1, at, role);
                reader.mark(and, and + 1, Use::Role);
            }
            None => {
                emit(reader, from, at, role);
            }
        }
        reader.mark(at, at + 1, Use::Role);
    }
}

/// "continue button": what a button does, in lower case, is built and not cut out as text.
fn describe(reader: &mut Reader<'_>, at: usize) {
    let mut from = at;
    while from > reader.clause_start(at)
        && at - from < WORDS_MAX
        && reader.is_free(from - 1)
        && reader.is_lower(from - 1)
        && reader.tokens[from - 1].is_word()
        && !lexicon().stops.contains_key(reader.key(from - 1))
    {
        from -= 1;
    }
    let texted = reader.is_capital(at + 1)
        || reader
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.quote().is_some())
        || reader.sep(at + 1, crate::tokens::Sep::Colon)
        || matches!(
            reader.key(at + 1),
            "saying" | "says" | "labelled" | "labeled" | "reading" | "with" | "that"
        );
    if from == at || texted {
        return;
    }
    let span = reader.span(from, at + 1);
    let words = reader.keys(from, at);
    reader.brief.described.push(crate::Described {
        kind: crate::Component::Button,
        words,
        count: None,
        span,
    });
    reader.mark(from, at + 1, Use::Described);
}

/// Claims "Studio marked as Best value": the words behind are a badge, those before say whose.
pub(super) fn badges(reader: &mut Reader<'_>) {
    for at in 1..reader.len() {
        let marks = matches!(
            reader.key(at),
            "marked" | "highlighted" | "tagged" | "flagged" | "labelled" | "labeled"
        );
        if !(marks && reader.is_free(at) && reader.key(at + 1) == "as") {
            continue;
        }
        let mut end = at + 2;
        while end < reader.len() && reader.is_free(end) && reader.tokens[end].is_word() {
            if end > at + 2 && lexicon().stops.contains_key(reader.key(end)) {
                break;
            }
            end += 1;
        }
        if end == at + 2 || reader.tokens[at + 2].quote().is_some() {
            continue;
        }
        let mut from = at;
        while from > reader.clause_start(at) && at - from < WORDS_MAX && reader.is_free(from - 1) {
            from -= 1;
        }
        reader.mark(from, at + 2, Use::Role);
        emit(reader, at + 2, end, Role::Badge);
    }
}

/// First token of the control's words: a capital after an article, a separator or "and".
fn words_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let start = reader.clause_start(at);
    let mut from = at;
    while from > start && at - from < WORDS_MAX && reader.is_free(from - 1) {
        let key = reader.key(from - 1);
        let small = reader.is_lower(from - 1)
            && matches!(
                key,
                "a" | "an" | "the" | "with" | "big" | "and" | "or" | "plus"
            );
        // "Log in and Sign up buttons": an "and" between capitals stays in.
        let joins = matches!(key, "and" | "&")
            && reader.is_capital(from)
            && reader.key(at).ends_with('s')
            && from >= 2
            && from - 2 >= start
            && reader.is_free(from - 2);
        if reader.tokens[from - 1].quote().is_some() || small && !joins {
            break;
        }
        from -= 1;
    }
    // Leading words in lower case describe: "green Pay now button".
    while from < at && !reader.is_capital(from) && reader.form(from).is_none() {
        from += 1;
    }
    let opener = from == 0 && lexicon().carriers.at(&reader.tokens, 0).is_some();
    (from < at && !opener && reader.is_capital(from)).then_some(from)
}
