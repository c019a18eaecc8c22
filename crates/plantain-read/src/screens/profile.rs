//! Profiles: "profile screen Lina Park, photographer in Oslo": who somebody is stands under the name.

use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Role};

/// Words of the line, at most.
const WORDS_MAX: usize = 6;

/// Claims the line behind the name of a profile.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let profile = (0..reader.len()).any(|at| reader.key(at) == "profile");
    let screen = matches!(reader.brief.genre, Genre::MobileApp | Genre::WebPage);
    if !profile || !screen || told(reader) || !reader.quoted.is_empty() {
        return;
    }
    let Some(name) = name_end(reader) else { return };
    let mut from = name + 1;
    // "Theo Grant, 28, climbing coach": an age tells nothing of what somebody does.
    if reader.clause_end(from) == from + 1 && reader.tokens[from].kind == Kind::Number {
        from += 2;
    }
    let to = reader.clause_end(from);
    let plain = (from..to).all(|at| {
        reader.is_free(at) && reader.tokens[at].is_word() && reader.tokens[at].quote().is_none()
    });
    let lexicon = crate::lexicon::lexicon();
    let builds = (from..to).any(|at| {
        lexicon.components.at(&reader.tokens, at).is_some()
            || lexicon.looks.at(&reader.tokens, at).is_some()
            || matches!(
                reader.key(at),
                "with"
                    | "showing"
                    | "and"
                    | "below"
                    | "above"
                    | "cover"
                    | "picture"
                    | "bio"
                    | "mode"
                    | "theme"
                    | "style"
                    | "layout"
                    | "dark"
                    | "light"
                    | "minimal"
                    | "header"
                    | "button"
            )
    });
    if (1..=WORDS_MAX).contains(&to.saturating_sub(from))
        && plain
        && !builds
        && reader.is_lower(from)
    {
        emit(reader, from, to, Role::Body);
    }
}

/// "bio: designer & climber": what somebody says of oneself, up to the next comma.
fn told(reader: &mut Reader<'_>) -> bool {
    const TOLD_MAX: usize = 16;
    let Some(bio) = (0..reader.len())
        .find(|&at| matches!(reader.key(at), "bio" | "tagline" | "headline") && reader.is_free(at))
    else {
        return false;
    };
    let from = bio + 1 + usize::from(reader.sep(bio + 1, Sep::Colon));
    let ends =
        |at: usize| at >= reader.len() || reader.sep(at, Sep::Comma) || reader.ends_sentence(at);
    let to = (from..=reader.len()).find(|&at| ends(at)).unwrap_or(from);
    let open = (from..to).all(|at| {
        (reader.tokens[at].is_sep() || matches!(reader.uses[at], Use::Free | Use::Topic))
            && reader.tokens[at].quote().is_none()
    });
    let said = to > from && to - from <= TOLD_MAX && open && reader.tokens[from].is_word();
    if said {
        reader.mark(bio, from, Use::Role);
        emit(reader, from, to, Role::Body);
    }
    said
}

/// The end of the first name of two or three words with capitals that closes its clause.
fn name_end(reader: &Reader<'_>) -> Option<usize> {
    let mut at = 0;
    while at + 1 < reader.len() {
        let end = (at..reader.len())
            .find(|&i| !(reader.is_capital(i) && reader.tokens[i].is_word()))
            .unwrap_or(reader.len());
        if (2..=3).contains(&(end - at)) && reader.clause_end(at) == end && end + 1 < reader.len() {
            return Some(end);
        }
        at = end.max(at + 1);
    }
    None
}
