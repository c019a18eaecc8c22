//! Roles from the words before a text, its form and its neighbours.

use super::names::{looks_like_caseless_name, looks_like_name};
use super::{genres::takes_title, venues::is_venue};
use crate::forms::{self, FormKind};
use crate::glosses::Glosses;
use crate::reader::Reader;
use crate::tokens::lex;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Role from the words around a text and from its own form.
pub(super) fn by_words(reader: &Reader<'_>, at: usize, titled: bool) -> Option<Role> {
    let brief = &reader.brief;
    let literal = &brief.literals[at];
    if literal.origin == Origin::Quoted {
        return beside_quotes(reader, at, titled);
    }
    if starts_with_date(&literal.text) {
        return Some(Role::Date);
    }
    let speaks = reader.prompt.get(literal.span.end..)?.starts_with(':')
        && matches!(brief.genre, Genre::Chat | Genre::Comic);
    if speaks {
        return Some(Role::Person);
    }
    by_lead(reader, literal, titled)
        .or_else(|| place_behind(reader, at))
        .or_else(|| {
            let named = looks_like_name(&literal.text) || looks_like_caseless_name(&literal.text);
            let leads = at == 0 && !titled && brief.genre == Genre::BusinessCard;
            (leads && named).then_some(Role::Person)
        })
        .or_else(|| {
            let happens = is_event(brief.genre) && brief.genre != Genre::Sale;
            (happens && titled && is_venue(&literal.text)).then_some(Role::Place)
        })
}

/// Pieces about something that happens or is sold: they name places and people.
fn is_event(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster
            | Genre::Ticket
            | Genre::Invitation
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Sale
    )
}

/// What a text in quotes is by the words before its quotes: "checkbox 'Remember me'", "poster for 'Fig & Co'".
fn beside_quotes(reader: &Reader<'_>, at: usize, titled: bool) -> Option<Role> {
    let before = reader
        .prompt
        .get(..reader.brief.literals[at].span.start)?
        .trim_end_matches(['"', '\'', '“', '‘', '«', ' ']);
    let box_before = before.trim_end_matches([':', ' ']).to_lowercase();
    if ["checkbox", "tickbox", "tick box", "check box"]
        .iter()
        .any(|word| box_before.ends_with(word))
    {
        return Some(Role::Item);
    }
    let branded = [" for", " from", " brand"]
        .iter()
        .any(|word| before.ends_with(word));
    // `certificate for "Joana Peres" for finishing "Ceramics II"`: who earned it comes first.
    let earned = reader.brief.genre == Genre::Certificate
        && at == 0
        && [" for", " to"].iter().any(|word| before.ends_with(word))
        && looks_like_name(&reader.brief.literals[at].text);
    if earned {
        return Some(Role::Person);
    }
    let titled_elsewhere = titled && at == 0;
    (branded && (titled_elsewhere || !takes_title(reader.brief.genre))).then_some(Role::Brand)
}

/// Role from the word before a text, when no mark parts them: "at the Fig Tree", "by Ada Lind".
fn by_lead(reader: &Reader<'_>, literal: &Literal, titled: bool) -> Option<Role> {
    let genre = reader.brief.genre;
    let before = reader.prompt.get(..literal.span.start)?.trim_end();
    let lead = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .take(3)
        .map(str::to_lowercase)
        .find(|word| !matches!(word.as_str(), "the" | "a" | "an"))
        .unwrap_or_default();
    let event = is_event(genre);
    let named = looks_like_name(&literal.text);
    let heads = matches!(lead.as_str(), "title" | "headline" | "heading");
    if heads && !titled && crate::screens::is_interface(genre) {
        return Some(Role::Title);
    }
    if before.ends_with([',', '.', ':', ';', '!']) {
        return None;
    }
    match lead.as_str() {
        "at" | "in" | "near" if event => Some(Role::Place),
        "by" => Some(Role::Person),
        "from" if event && named => Some(Role::Person),
        "with" | "starring" | "featuring" | "between"
            if (event || genre == Genre::Chat) && named =>
        {
            Some(Role::Person)
        }
        "for" if matches!(genre, Genre::BusinessCard | Genre::BoardingPass) => Some(Role::Person),
        "for" if genre == Genre::Certificate && named => Some(Role::Person),
        "for" if genre == Genre::Certificate => Some(Role::Body),
        "from" if matches!(genre, Genre::Receipt | Genre::Invoice) => Some(Role::Brand),
        "to" if genre == Genre::Invoice => Some(Role::Person),
        _ => None,
    }
}

/// "…, Saturday 14 June, Blue House": a name in capitals right behind a date or a place.
fn place_behind(reader: &Reader<'_>, at: usize) -> Option<Role> {
    let brief = &reader.brief;
    let literal = &brief.literals[at];
    let last = brief.literals.get(at.checked_sub(1)?)?;
    let follows = matches!(last.role, Role::Date | Role::Place)
        && reader.prompt.get(last.span.end..literal.span.start) == Some(", ");
    let ends_in_capital = literal
        .text
        .split_whitespace()
        .next_back()
        .is_some_and(|last| last.starts_with(char::is_uppercase));
    let named = literal.text.starts_with(char::is_uppercase)
        && ends_in_capital
        && !literal.text.contains(|c: char| c.is_ascii_digit());
    (is_event(brief.genre) && follows && named && titled_or_place(brief, at)).then_some(Role::Place)
}

/// "poster for a ceramics workshop, Saturday 14 June, Blue House": where the event is named by what the piece is for, a day
/// is its date and a name behind the date its place.
pub(super) fn beside_event(reader: &Reader<'_>, at: usize) -> Option<Role> {
    let brief = &reader.brief;
    let literal = &brief.literals[at];
    let event = matches!(
        brief.genre,
        Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story | Genre::Ticket
    );
    if !event || brief.headline.is_none() || literal.origin != Origin::Inferred {
        return None;
    }
    let key = literal.text.to_lowercase();
    if literal.text.split(' ').count() == 1 && forms::is_weekday(key.trim_end_matches('s')) {
        return Some(Role::Date);
    }
    let dated = brief.literals[..at]
        .iter()
        .any(|l| matches!(l.role, Role::Date | Role::Time));
    let plain = !literal
        .text
        .contains(|c: char| c.is_ascii_digit() || c == '!');
    let words = literal.text.split_whitespace().count();
    (dated && plain && words <= 4 && literal.text.starts_with(char::is_uppercase))
        .then_some(Role::Place)
}

/// Whether the text is short enough for a place and no title is missing that it could be.
fn titled_or_place(brief: &Brief, at: usize) -> bool {
    let words = brief.literals[at].text.split_whitespace().count();
    words <= 3
        && brief.literals[..at]
            .iter()
            .any(|literal| matches!(literal.role, Role::Title | Role::Brand))
}

/// Whether a text begins with a date and has little more.
fn starts_with_date(text: &str) -> bool {
    let tokens = forms::merge(text, lex(text, &[], &[], Glosses::for_language("en")));
    let Some(first) = tokens.first() else {
        return false;
    };
    let weekday = forms::is_weekday(&first.key)
        && tokens
            .iter()
            .any(|token| token.form() == Some(FormKind::Time));
    (first.form() == Some(FormKind::Date) || weekday) && tokens.len() <= 6
}
