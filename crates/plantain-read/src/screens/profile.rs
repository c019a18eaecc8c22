//! Profiles: "profile screen Lina Park, photographer in Oslo": who somebody is stands under the name.

use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Brief, Genre, Origin, Role};

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

/// Puts who is shown before what is said of them: "name Tunde Bello, Illustrator, Lagos", "tag NULLFOX, Level 58".
pub(crate) fn settle(brief: &mut Brief) {
    let screen = matches!(brief.genre, Genre::MobileApp | Genre::WebPage);
    let head = brief
        .genre_span
        .clone()
        .and_then(|span| brief.prompt.get(span));
    let profile = head.is_some_and(|words| {
        crate::english(words, &brief.language.0).contains("profile")
            || words.to_lowercase().contains("profile")
    });
    if !screen || !profile || !brief.records.is_empty() {
        return;
    }
    let lower = crate::outline::lowered(&brief.prompt);
    for literal in &mut brief.literals {
        let before = lower[..literal.span.start].trim_end_matches([' ', '"', '“', ':']);
        let tag = ["tag", "gamertag", "nickname", "username", "alias"]
            .iter()
            .any(|word| before.ends_with(word));
        if tag && matches!(literal.role, Role::Badge | Role::Title | Role::Text) {
            literal.role = Role::Person;
        }
    }
    // "Follow / Message": what stands behind a button and a slash is one, too.
    for at in 1..brief.literals.len() {
        let (button, next) = (&brief.literals[at - 1], &brief.literals[at]);
        let between = brief.prompt.get(button.span.end..next.span.start);
        let slashed = between.is_some_and(|between| between.trim() == "/");
        if button.role == Role::Button && slashed && next.role == Role::Body {
            brief.literals[at].role = Role::Button;
        }
    }
    let named = |brief: &Brief| {
        let mut literals = brief.literals.iter();
        literals.any(|l| {
            l.role == Role::Person || l.role == Role::Title && l.origin <= Origin::Introduced
        })
    };
    if named(brief) {
        // What was taken for a title says something of the person.
        for literal in &mut brief.literals {
            if literal.role == Role::Title && literal.origin == Origin::Inferred {
                literal.role = Role::Subtitle;
            }
        }
    } else {
        opens_with_name(brief);
    }
}

/// "Rafaela Nunes, "Vet", Recife.": the first sentence behind the words for the screen names somebody and says who it is.
fn opens_with_name(brief: &mut Brief) {
    const LINES_MAX: usize = 3;
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let end = brief.prompt[start..]
        .find(". ")
        .map_or(brief.prompt.len(), |stop| start + stop);
    let paired: Vec<usize> = brief
        .pairs
        .iter()
        .flat_map(|pair| pair.label.into_iter().chain([pair.value]))
        .collect();
    let within: Vec<usize> = (0..brief.literals.len())
        .filter(|at| {
            let literal = &brief.literals[*at];
            literal.span.end <= end && literal.role == Role::Item && !paired.contains(at)
        })
        .collect();
    let Some((&first, rest)) = within.split_first() else {
        return;
    };
    let name = &brief.literals[first].text;
    let called = (2..=3).contains(&name.split_whitespace().count())
        && name
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase));
    if !called || rest.len() >= LINES_MAX {
        return;
    }
    brief.literals[first].role = Role::Person;
    for &at in rest {
        brief.literals[at].role = Role::Subtitle;
    }
    for list in &mut brief.lists {
        list.items.retain(|item| !within.contains(item));
    }
}
