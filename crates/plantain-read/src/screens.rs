//! Reads what people say about screens: enumerations behind the name of a part ("toggles for Sync, Backup and Sound"),
//! controls with their words before them ("a Save changes button"), figures with their names on either side.
//!
//! These rules run before the look words are read, so that the name of a toggle ("Dark mode") is no instruction.

pub(crate) mod alarms;
pub(crate) mod bars;
pub(crate) mod beside;
mod choices;
pub(crate) mod colons;
pub(crate) mod controls;
pub(crate) mod endings;
mod episodes;
pub(crate) mod fields;
mod figures;
pub(crate) mod filled;
pub(crate) mod goods;
mod greeting;
pub(crate) mod heads;
mod health;
pub(crate) mod instruments;
mod items;
mod layout;
pub(crate) mod menus;
mod meters;
pub(crate) mod month;
mod notices;
pub(crate) mod opened;
mod owners;
pub(crate) mod parts;
pub(crate) mod people;
pub(crate) mod placed;
mod preferences;
pub(crate) mod profile;
pub(crate) mod reached;
pub(crate) mod rows;
mod stated;
pub(crate) mod tasks;
mod told;
mod trailing;
pub(crate) mod transfer;
pub(crate) mod turns;
pub(crate) mod wishes;

pub(crate) use fields::asks_for;
pub(crate) use owners::named_site;

use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Claims the texts of a user interface that stand in a known part.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    if !is_interface(reader.brief.genre) {
        return;
    }
    layout::languages(reader);
    layout::spans_of_days(reader);
    layout::counted_parts(reader);
    layout::sides(reader);
    contacts(reader);
    fields::card_number(reader);
    sections_with(reader);
    layout::carts(reader);
    layout::likened(reader);
    notices::claim(reader);
    health::claim(reader);
    meters::claim(reader);
    episodes::claim(reader);
    fields::unparted(reader);
    trailing::claim(reader);
    told::claim(reader);
    month::claim(reader);
    instruments::claim(reader);
    if reader.brief.genre == Genre::Settings {
        preferences::claim(reader);
    }
    stated::claim(reader);
    owners::claim(reader);
    greeting::greeted(reader);
    coded(reader);
    controls::small_links(reader);
    choices::claim(reader);
    parts::claim(reader);
    talk(reader);
    stated::opening_title(reader);
    controls::badges(reader);
    controls::claim(reader);
    promises(reader);
    profile::claim(reader);
    fields::claim(reader);
    choices::name_fields(reader);
    // The number on a card is part of its words ("Invoice 114").
    if reader.brief.genre != Genre::Kanban {
        figures::claim(reader);
    }
}

/// "Circe due Dec 9, a Renew all button": an article that is left of a clause is no text.
pub(crate) fn without_articles(brief: &mut Brief) {
    let bare = |l: &Literal| {
        l.origin != Origin::Quoted && matches!(l.text.as_str(), "a" | "an" | "the" | "and")
    };
    brief.remove_literals(bare);
}

/// "Real food for good dogs. Delivered weekly.": the sentences of a landing page that name no part of it are its promise.
fn promises(reader: &mut Reader<'_>) {
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|l| matches!(l.role, Role::Title | Role::Subtitle));
    if reader.brief.genre != Genre::Landing || titled || !reader.quoted.is_empty() {
        return;
    }
    let mut roles = [Role::Title, Role::Subtitle].into_iter();
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let opens = at > 0 && reader.ends_sentence(at - 1);
        let closes =
            end >= reader.len() || reader.sep(end, Sep::Stop) || reader.sep(end, Sep::Mark);
        let plain = (at..end).all(|i| {
            matches!(reader.uses[i], Use::Free | Use::Topic) && reader.tokens[i].is_wordlike()
        });
        let parts = (at..end).any(|i| {
            crate::lexicon::lexicon()
                .components
                .at(&reader.tokens, i)
                .is_some()
                || crate::lexicon::lexicon()
                    .roles
                    .at(&reader.tokens, i)
                    .is_some()
                || matches!(
                    reader.key(i),
                    "page"
                        | "section"
                        | "hero"
                        | "style"
                        | "background"
                        | "make"
                        | "use"
                        | "include"
                        | "colors"
                        | "palette"
                        | "image"
                        | "photo"
                        | "show"
                        | "add"
                        | "please"
                        | "brand"
                )
        });
        let words = end - at;
        if opens && closes && plain && !parts && (2..=9).contains(&words) && reader.is_capital(at) {
            let Some(role) = roles.next() else { return };
            let mark = usize::from(reader.sep(end, Sep::Mark));
            emit(reader, at, end + mark, role);
        }
        at = end + 1;
    }
}

/// "address block: Harbor St 12, Bergen, +47 555 01 20": beside a form, how else to reach its owner.
fn contacts(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Form {
        return;
    }
    let Some(colon) = (1..reader.len()).find(|&at| {
        reader.sep(at, Sep::Colon)
            && (at.saturating_sub(2)..at)
                .any(|i| matches!(reader.key(i), "address" | "contact" | "office" | "reach"))
            && matches!(
                reader.key(at - 1),
                "block" | "details" | "info" | "information" | "address" | "office" | "card" | "us"
            )
    }) else {
        return;
    };
    let start = reader.clause_start(colon - 1);
    reader.mark(start, colon + 1, Use::Role);
    let mut at = colon + 1;
    while at < reader.len() {
        let mut to = at;
        while to < reader.len()
            && !reader.sep(to, Sep::Comma)
            && !reader.sep(to, Sep::Semi)
            && !reader.ends_sentence(to)
        {
            to += 1;
        }
        let free = (at..to).all(|i| reader.is_free(i) || reader.is_sep(i));
        if to > at && free {
            emit(reader, at, to, Role::Contact);
        }
        if reader.ends_sentence(to) || reader.sep(to, Sep::Semi) {
            return;
        }
        at = to + 1;
    }
}

/// "section Security with password, two-step verification on": the section is open, and what it holds follows.
fn sections_with(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Settings {
        return;
    }
    for at in 0..reader.len() {
        let head = matches!(reader.key(at), "section" | "tab" | "page" | "panel")
            && reader.is_free(at)
            && reader.is_lower(at);
        let with = (at + 2..(at + 4).min(reader.len()))
            .find(|&i| reader.key(i) == "with" || reader.sep(i, Sep::Colon));
        let Some(with) = with.filter(|&with| {
            head && (at + 1..with).all(|i| reader.is_capital(i) && reader.is_free(i))
        }) else {
            continue;
        };
        reader.mark(at, with + 1, Use::Role);
        let end = reader.clause_end(with + 1);
        let plain = (with + 1..end).all(|i| reader.is_free(i) && reader.tokens[i].is_word());
        let state = matches!(reader.key(end.saturating_sub(1)), "on" | "off");
        if plain && end > with + 1 && end - with <= 5 && !state {
            emit(reader, with + 1, end, Role::Item);
        }
        return;
    }
}

/// "plate KJ 48 ZL", "booking AB 204": capitals and digits behind the word for a code are one value.
fn coded(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(1) {
        let leads = matches!(
            reader.key(at),
            "plate"
                | "licence"
                | "license"
                | "booking"
                | "code"
                | "ref"
                | "reference"
                | "pnr"
                | "pin"
        ) && reader.is_lower(at)
            && reader.is_free(at);
        let part = |i: usize| {
            reader.is_free(i)
                && reader.tokens.get(i).is_some_and(|t| {
                    t.kind == crate::tokens::Kind::Number
                        || t.form()
                            .is_some_and(|form| form == crate::forms::FormKind::Code)
                        || t.case == crate::tokens::Case::Upper && t.key.len() <= 4
                })
        };
        let mut to = at + 1;
        while to < reader.len() && to < at + 5 && part(to) {
            to += 1;
        }
        if !leads || to < at + 3 {
            continue;
        }
        let label_text = crate::literals::capitalized(reader.text(at, at + 1));
        reader.mark(at, at + 1, Use::Role);
        let value = emit(reader, at + 1, to, Role::Value);
        reader.brief.pairs.push(crate::Pair {
            label: None,
            label_text,
            value,
        });
    }
}

/// "between me and Grandma, she says '…' and I answer '…'": names are people, verbs are no texts.
fn talk(reader: &mut Reader<'_>) {
    if !(0..reader.len()).any(|i| {
        matches!(
            reader.key(i),
            "chat" | "conversation" | "messages" | "message" | "messaging"
        )
    }) {
        return;
    }
    for at in 0..reader.len() {
        let pair = matches!(reader.key(at), "me" | "myself" | "i" | "user")
            && matches!(reader.key(at + 1), "and" | "&");
        let with = matches!(reader.key(at), "with" | "from") && reader.is_lower(at);
        let from = at + if pair { 2 } else { 1 };
        if (pair || with) && reader.is_capital(from) && reader.is_free(from) {
            let mut to = from;
            while to < reader.len() && to < from + 3 && reader.is_capital(to) && reader.is_free(to)
            {
                to += 1;
            }
            emit(reader, from, to, Role::Person);
        }
        let answers = reader.key(at) == "i"
            && matches!(
                reader.key(at + 1),
                "answer"
                    | "reply"
                    | "say"
                    | "write"
                    | "respond"
                    | "text"
                    | "ask"
                    | "send"
                    | "answered"
                    | "replied"
                    | "said"
            );
        if answers && reader.is_free(at) {
            reader.mark(at, at + 2, Use::Role);
        }
    }
}

/// Whether a noun counts parts of a layout ("3 cards"): a number before it is no figure.
pub(crate) fn is_layout(key: &str) -> bool {
    figures::LAYOUT.contains(&key)
}

/// Genres that show the screen of a program.
pub(crate) fn is_interface(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Dashboard
            | Genre::MobileApp
            | Genre::PhoneHome
            | Genre::Landing
            | Genre::Login
            | Genre::SignUp
            | Genre::Settings
            | Genre::ProductGrid
            | Genre::Pricing
            | Genre::Kanban
            | Genre::Inbox
            | Genre::Chat
            | Genre::AdminTable
            | Genre::Form
            | Genre::WebPage
    )
}

/// Adds a literal for tokens `from..to`; returns its index.
fn emit(reader: &mut Reader<'_>, from: usize, to: usize, role: Role) -> usize {
    let span = reader.span(from, to);
    let text = reader.prompt[span.clone()].trim().to_string();
    reader.mark(from, to, Use::Literal);
    reader.brief.literals.push(Literal {
        text,
        span,
        role,
        origin: Origin::Introduced,
        on_object: None,
    });
    reader.brief.literals.len() - 1
}

#[cfg(test)]
mod tests;
