//! Titles and lines that a word for their role introduces: "Headline: Your notes, organised.".

use super::{emit, endings};
use crate::Role;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;

/// Tokens of a stated title or line, at most.
const STATED_TOKENS_MAX: usize = 20;

/// "Headline: Your notes, organised.", "title Launch faster": what a word for a role introduces runs to the end of its
/// sentence behind a colon, else to the end of its clause.
pub(super) fn claim(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        let leads = at == reader.clause_start(at)
            || reader.key(at) == "search" && matches!(reader.key(at - 1), "with" | "and" | "a");
        if !reader.is_free(at) || !leads {
            continue;
        }
        let Some(role) = introduced(reader, at) else {
            continue;
        };
        let colon = reader.sep(at + 1, Sep::Colon);
        let from = begin(reader, at, colon);
        let sign = usize::from(is_signed(reader, from) && reader.tokens[from].is_sep());
        let begins = reader.is_capital(from) || role == Role::Small;
        if !begins || sign == 0 && !reader.is_free(from) {
            continue;
        }
        let whole = colon && opens_line(reader, at);
        if let Some(to) = end(reader, from, sign, whole) {
            reader.mark(at, from, Use::Role);
            emit(reader, from, to, role);
        }
    }
}

/// The role of the words that the word at `at` leads to.
fn introduced(reader: &Reader<'_>, at: usize) -> Option<Role> {
    let role = match reader.key(at) {
        "headline" | "title" | "heading" | "h1" => Role::Title,
        // "header Green Corner": on a page with a list, what stands over it.
        "header" if reader.is_capital(at + 1) => Role::Title,
        "h2" => Role::Subtitle,
        "subheadline" | "subtitle" | "subheading" | "tagline" | "slogan" | "sub" | "subline" => {
            Role::Subtitle
        }
        // "Text: One email a week, no spam."
        "text" | "body" | "copy" | "paragraph" | "description"
            if reader.sep(at + 1, Sep::Colon)
                && reader
                    .tokens
                    .get(at + 2)
                    .is_some_and(|next| next.quote().is_none()) =>
        {
            Role::Body
        }
        "cta" => Role::Button,
        "primary" | "secondary" if reader.sep(at + 1, Sep::Colon) => Role::Button,
        "footer" if reader.sep(at + 1, Sep::Colon) || is_signed(reader, at + 1) => Role::Small,
        // "search Search members": what the field for a search says.
        "search" if matches!(reader.key(at + 1), "search" | "find") => Role::Field,
        // "search Where to?"
        "search"
            if reader.is_capital(at + 1)
                && reader.sep(reader.clause_end(at), Sep::Mark)
                && reader.tokens[at + 1].quote().is_none() =>
        {
            Role::Field
        }
        _ => return None,
    };
    Some(role)
}

/// Where the text begins: "headline should be Walks they'll love".
fn begin(reader: &Reader<'_>, at: usize, colon: bool) -> usize {
    let mut from = at + 1 + usize::from(colon);
    while from < at + 4
        && matches!(
            reader.key(from),
            "should" | "be" | "is" | "say" | "says" | "saying" | "read" | "reads"
        )
    {
        from += 1;
    }
    from
}

/// Whether the word at `at` opens a sentence or a line, before which a bullet may stand.
fn opens_line(reader: &Reader<'_>, at: usize) -> bool {
    let mark = |i: usize| {
        reader.sep(i, Sep::Dash) || reader.sep(i, Sep::Other) || reader.sep(i, Sep::Line)
    };
    at == 0
        || reader.ends_sentence(at - 1)
        || mark(at - 1) && (at < 2 || reader.ends_sentence(at - 2) || mark(at - 2))
}

/// Where the text ends that begins at `from` with `sign` tokens of a mark; none where something else cuts it off. Commas
/// belong to a `whole` sentence.
fn end(reader: &Reader<'_>, from: usize, sign: usize, whole: bool) -> Option<usize> {
    let mut to = from + sign;
    while to < reader.len() && to < from + STATED_TOKENS_MAX {
        let ends = reader.ends_sentence(to)
            || reader.sep(to, Sep::Comma)
                && !whole
                && endings::closing(reader, to).is_none_or(|end| end == reader.len());
        let other = reader.tokens[to].quote().is_some() || reader.sep(to, Sep::Colon);
        // "May to October" may be read as a reach already.
        let open = reader.is_free(to)
            || reader.uses[to] == Use::Described && to > from
            || reader.tokens[to].is_sep();
        if ends || other || !open {
            break;
        }
        to += 1;
    }
    // A mark belongs to the words before it.
    let marked = reader.sep(to, Sep::Mark);
    let to = to + usize::from(marked);
    let closed =
        to >= reader.len() || reader.ends_sentence(to) || reader.sep(to, Sep::Comma) || marked;
    (closed && to > from).then_some(to)
}

/// "© 2027 Lumen": whether a notice of rights begins at `at`.
fn is_signed(reader: &Reader<'_>, at: usize) -> bool {
    at < reader.len() && matches!(reader.text(at, at + 1), "©" | "(c)")
        || reader.key(at) == "copyright"
}

/// "course screen: Intro to Astronomy, 12 lessons": the first name behind the colon, when figures or descriptions follow it.
pub(super) fn opening_title(reader: &mut Reader<'_>) {
    let Some(colon) = (0..reader.len().min(24)).find(|&i| reader.sep(i, Sep::Colon)) else {
        return;
    };
    let genre = (reader.clause_start(colon)..colon).any(|i| reader.uses[i] == Use::Genre);
    let from = colon + 1;
    let to = reader.clause_end(from);
    let named = genre
        && reader.is_capital(from)
        && to > from
        && to - from <= 7
        && (from..to)
            .all(|i| reader.is_free(i) && reader.form(i).is_none() && reader.tokens[i].is_word());
    let closed =
        reader.sep(to, Sep::Comma) || reader.sep(to, Sep::Stop) || reader.sep(to, Sep::Semi);
    let next = to + 1;
    let other = reader.is_lower(next)
        || reader.form(next).is_some()
        || reader
            .tokens
            .get(next)
            .is_some_and(|t| t.kind == crate::tokens::Kind::Number);
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    let asks = (0..reader.len()).any(|i| {
        matches!(reader.key(i), "title" | "titled" | "headline" | "heading") && reader.is_free(i)
    });
    if named && closed && other && !titled && !asks {
        emit(reader, from, to, Role::Title);
    }
}
