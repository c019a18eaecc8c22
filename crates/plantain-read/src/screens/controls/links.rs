//! Links: what they lead to is what they say.

use super::{WORDS_MAX, words_before};
use crate::lexicon::lexicon;
use crate::literals::capitalized;
use crate::reader::{Reader, Use};
use crate::screens::emit;
use crate::tokens::Sep;
use crate::{Genre, Role};

/// Claims the links that ask a question.
pub(super) fn claim(reader: &mut Reader<'_>) {
    asking_links(reader);
    answered_questions(reader);
}

/// "a link Already have an account? Log in": a question with the words that answer it is one link.
fn asking_links(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        let from = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
        let linked = reader.key(at) == "link" && reader.is_free(at) && reader.is_capital(from);
        if !linked || reader.tokens[from].quote().is_some() {
            continue;
        }
        let end = (from..reader.len()).find(|&i| reader.is_sep(i) || !reader.is_free(i));
        let Some(mark) = end.filter(|&i| reader.sep(i, Sep::Mark)) else {
            continue;
        };
        let mut to = mark + 1;
        while to < reader.len()
            && to <= mark + 3
            && !reader.is_sep(to)
            && matches!(reader.uses[to], Use::Free | Use::Genre | Use::Carrier)
            && (to > mark + 1 || reader.is_capital(to))
        {
            to += 1;
        }
        reader.mark(at, from, Use::Role);
        emit(reader, from, to, Role::Link);
    }
}

/// "Already have an account? Log in": on a page to enter, a question with the words that answer it is one link, whatever
/// leads to it.
fn answered_questions(reader: &mut Reader<'_>) {
    const WORDS_MAX: usize = 8;
    const ANSWER_WORDS_MAX: usize = 3;
    if !matches!(reader.brief.genre, Genre::Login | Genre::SignUp) {
        return;
    }
    let open = |reader: &Reader<'_>, i: usize| {
        matches!(
            reader.uses.get(i),
            Some(Use::Free | Use::Topic | Use::Genre | Use::Carrier)
        ) && reader.tokens[i].is_word()
            && reader.tokens[i].quote().is_none()
    };
    for mark in 2..reader.len().saturating_sub(1) {
        if !reader.sep(mark, Sep::Mark) || !reader.text(mark, mark + 1).starts_with('?') {
            continue;
        }
        let mut from = mark;
        while from > 0 && mark - from < WORDS_MAX && open(reader, from - 1) {
            from -= 1;
        }
        // Small words before the question lead to it ("footer Already a member?").
        while from < mark && !reader.is_capital(from) {
            from += 1;
        }
        let mut to = mark + 1;
        while to <= mark + ANSWER_WORDS_MAX && open(reader, to) {
            to += 1;
        }
        let ends = to == reader.len() || reader.is_sep(to);
        let answered = to > mark + 1 && ends && reader.is_capital(mark + 1);
        if answered && mark >= from + 2 {
            emit(reader, from, to, Role::Link);
        }
    }
}

/// Claims the links that are told in small letters, before the enumerations that they may stand in ("nav: Prices, About,
/// help link").
pub fn small_links(reader: &mut Reader<'_>) {
    for at in 1..reader.len() {
        let link = matches!(reader.key(at), "link" | "links") && reader.is_lower(at);
        if link && reader.is_free(at) && words_before(reader, at).is_none() {
            small_link(reader, at);
        }
    }
}

/// "skip link", "terms and privacy links": what a link leads to, told in small letters, is what it says.
fn small_link(reader: &mut Reader<'_>, at: usize) {
    const LOOKS: &[&str] = &[
        "small",
        "tiny",
        "big",
        "large",
        "text",
        "underlined",
        "subtle",
        "muted",
        "secondary",
        "primary",
        "footer",
        "header",
        "nav",
        "navigation",
        "menu",
        "side",
        "external",
        "quick",
        "social",
        "same",
        "another",
        "extra",
        "optional",
        "centered",
        "bold",
        "useful",
        "related",
        "website",
        "sidebar",
        "main",
        "top",
        "bottom",
        "left",
        "right",
        "inline",
        "magic",
    ];
    let word = |reader: &Reader<'_>, i: usize| {
        reader.is_lower(i)
            && matches!(reader.uses[i], Use::Free | Use::Topic)
            && reader.tokens[i].is_word()
            && reader.tokens[i].quote().is_none()
            && !LOOKS.contains(&reader.key(i))
            // "need help" asks for something here, and leads to nothing.
            && (matches!(reader.key(i), "help" | "need")
                || !lexicon().stops.contains_key(reader.key(i)))
            && crate::colors::color_at(&reader.tokens, i).is_none()
    };
    // The text may stand behind the word as well as before it.
    let texted = reader.is_capital(at + 1)
        || reader.sep(at + 1, Sep::Colon)
        || reader
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.quote().is_some());
    if texted || reader.brief.language.0 != "en" {
        return;
    }
    let start = reader.clause_start(at);
    let mut from = at;
    while from > start && at - from < WORDS_MAX && word(reader, from - 1) {
        from -= 1;
    }
    let both = reader.key(at) == "links"
        && from > start + 1
        && matches!(reader.key(from - 1), "and" | "&")
        && word(reader, from - 2);
    if from == at || at - from > 3 {
        return;
    }
    let starts = match both {
        true => vec![(from - 2, from - 1), (from, at)],
        false => vec![(from, at)],
    };
    for (from, to) in starts {
        let index = emit(reader, from, to, Role::Link);
        let literal = &mut reader.brief.literals[index];
        literal.text = capitalized(&literal.text);
    }
    reader.mark(at, at + 1, Use::Role);
}
