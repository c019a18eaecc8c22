//! Texts in quotes whose place in a chart is told by the words before them.

use crate::Role;
use crate::diagram::emit;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;

/// `x "Price" y "Quality"`: texts behind the bare letters of the axes name them.
pub(in crate::diagram) fn bare_axes(reader: &mut Reader<'_>) {
    for letter in ["x", "y"] {
        let behind = |at: usize| at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
        let quoted = |at: usize| {
            reader
                .tokens
                .get(behind(at))
                .is_some_and(|token| token.quote().is_some())
        };
        // "x GDP, y Life expectancy": a clause that the letter opens.
        let plain = |at: usize| {
            at == reader.clause_start(at)
                && reader.is_free(at)
                && reader.is_capital(behind(at))
                && {
                    let end = reader.clause_end(at);
                    end > at + 1
                        && (at + 1..end).all(|i| reader.is_free(i) && reader.tokens[i].is_word())
                }
        };
        if let Some(at) = (0..reader.len()).find(|&at| reader.key(at) == letter && plain(at)) {
            let (from, to) = (behind(at), reader.clause_end(at));
            reader.mark(at, from, Use::Described);
            emit(reader, (from, to), Role::Axis);
            continue;
        }
        let Some(at) = (0..reader.len()).find(|&at| reader.key(at) == letter && quoted(at)) else {
            continue;
        };
        let quote = behind(at);
        reader.mark(at, quote, Use::Described);
        emit(reader, (quote, quote + 1), Role::Axis);
    }
}

/// `center text "Budget"`: words for the middle of a ring before a text in quotes say where it stands.
pub(in crate::diagram) fn middle_of_ring(reader: &mut Reader<'_>) {
    const WORDS_MAX: usize = 4;
    let middle = |at: usize| matches!(reader.key(at), "center" | "centre" | "middle");
    let leads = |at: usize| {
        middle(at)
            || matches!(
                reader.key(at),
                "text" | "in" | "the" | "label" | "inside" | "with" | "says" | "saying" | "reading"
            )
    };
    let found = (1..reader.len()).find_map(|quote| {
        reader.tokens[quote].quote()?;
        let from = (quote.saturating_sub(WORDS_MAX)..quote)
            .rev()
            .take_while(|&at| leads(at))
            .last()?;
        (from..quote).any(middle).then_some((from, quote))
    });
    if let Some((from, quote)) = found {
        reader.mark(from, quote, Use::Described);
        emit(reader, (quote, quote + 1), Role::Callout);
    }
}

/// `"Rainfall" (mm): "Jan" "78"`: a unit in brackets between a title in quotes and its colon stands under it.
pub(in crate::diagram) fn unit_behind_title(reader: &mut Reader<'_>) {
    const WORDS_MAX: usize = 3;
    let Some(open) = (1..reader.len())
        .find(|&at| reader.sep(at, Sep::Open) && reader.tokens[at - 1].quote().is_some())
    else {
        return;
    };
    let close = (open + 2..reader.len().min(open + 2 + WORDS_MAX))
        .find(|&at| reader.sep(at, Sep::Close) && reader.sep(at + 1, Sep::Colon));
    if let Some(close) = close
        && (open + 1..close).all(|at| !reader.is_sep(at) && reader.is_free(at))
    {
        emit(reader, (open + 1, close), Role::Subtitle);
    }
}
