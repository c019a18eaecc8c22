//! Whose screen it is: the site, the team or the program that a prompt names.

use super::emit;
use crate::reader::{Reader, Use};
use crate::{Brief, Genre, Literal, Origin, Role};

/// Claims the names of whom or what the screen belongs to.
pub(super) fn claim(reader: &mut Reader<'_>) {
    team(reader);
    enters(reader);
    called(reader);
}

/// "board for team Kestrel": whose board it is stands over it.
fn team(reader: &mut Reader<'_>) {
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if reader.brief.genre != Genre::Kanban || titled {
        return;
    }
    for at in 0..reader.len().min(16) {
        let mut to = at + 1;
        while to < reader.len() && to < at + 4 && reader.is_capital(to) && reader.is_free(to) {
            to += 1;
        }
        if matches!(reader.key(at), "team" | "project") && reader.is_lower(at) && to > at + 1 {
            emit(reader, at + 1, to, Role::Title);
            return;
        }
    }
}

/// "a sign up screen for Lumen Books with …": a form to enter belongs to whom it is for.
fn enters(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::Login | Genre::SignUp) {
        return;
    }
    let Some(at) = (1..reader.len().min(16)).find(|&i| {
        reader.key(i) == "for"
            && reader.uses[i - 1] == Use::Genre
            && reader.is_capital(i + 1)
            && matches!(reader.uses[i + 1], Use::Free | Use::Topic)
    }) else {
        return;
    };
    let from = at + 1;
    let mut to = from;
    while to < reader.len()
        && to < from + 4
        && (reader.is_capital(to) || reader.key(to) == "&")
        && matches!(reader.uses[to], Use::Free | Use::Topic)
    {
        to += 1;
    }
    emit(reader, from, to, Role::Brand);
}

/// "an app called Nimbus with an email field": the name ends where the words go on in lower case.
fn called(reader: &mut Reader<'_>) {
    for at in 1..reader.len().saturating_sub(1) {
        if !matches!(
            reader.key(at),
            "called" | "named" | "llamada" | "llamado" | "namens"
        ) || !reader.is_free(at)
        {
            continue;
        }
        let from = at + 1;
        let mut to = from;
        while to < reader.len()
            && to < from + 4
            && reader.is_free(to)
            && reader.is_capital(to)
            && reader.tokens[to].is_word()
        {
            to += 1;
        }
        let lower = (reader.is_lower(to) || reader.ends_sentence(to))
            && !matches!(reader.key(to), "of" | "and" | "the" | "&");
        if to > from && lower {
            let person = matches!(
                reader.key(at - 1),
                "person"
                    | "woman"
                    | "man"
                    | "photographer"
                    | "doctor"
                    | "user"
                    | "teacher"
                    | "artist"
                    | "chef"
            );
            reader.mark(at, at + 1, Use::Role);
            // "Company is called Tessera": the word for what is named is no text.
            if matches!(reader.key(at - 1), "is" | "are" | "it's")
                && at >= 2
                && reader.is_free(at - 2)
            {
                reader.mark(at - 2, at, Use::Role);
            }
            emit(
                reader,
                from,
                to,
                if person { Role::Person } else { Role::Brand },
            );
        }
    }
}

/// `blog homepage "Field Notes", featured post "A week without maps", …`: the first of several quotes, right behind the words for
/// a site of stories, is what the site is called.
pub(crate) fn named_site(brief: &mut Brief) {
    const SITES: &[&str] = &["blog", "magazine", "newspaper", "news site", "journal"];
    const QUOTES_MIN: usize = 3;
    let Some(genre) = brief.genre_span.clone() else {
        return;
    };
    let lower = brief.heard();
    let site = SITES.iter().any(|name| lower.contains(name));
    let quoted = |l: &&mut Literal| l.origin == Origin::Quoted;
    let count = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .count();
    if !matches!(brief.genre, Genre::WebPage | Genre::Landing) || !site || count < QUOTES_MIN {
        return;
    }
    let prompt = brief.prompt.clone();
    if let Some(first) = brief.literals.iter_mut().find(quoted) {
        let gap = prompt.get(genre.end..first.span.start).unwrap_or("-");
        let behind = gap
            .chars()
            .all(|c| c.is_whitespace() || "\"'“‘:,".contains(c));
        if behind && !matches!(first.role, Role::Button | Role::Field) {
            first.role = Role::Brand;
        }
    }
}
