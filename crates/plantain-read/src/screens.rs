//! Reads what people say about screens: enumerations behind the name of a part ("toggles for Sync, Backup and Sound"),
//! controls with their words before them ("a Save changes button"), figures with their names on either side.
//!
//! These rules run before the look words are read, so that the name of a toggle ("Dark mode") is no instruction.

mod controls;
mod figures;
pub(crate) mod heads;
mod items;
mod parts;

use crate::forms::{is_month, is_weekday};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Claims the texts of a user interface that stand in a known part.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    if !is_interface(reader.brief.genre) {
        return;
    }
    spans_of_days(reader);
    parts::claim(reader);
    controls::badges(reader);
    controls::claim(reader);
    figures::claim(reader);
}

/// "Monday to Friday", "Jan to Jun": the reach of a calendar or an axis is no text.
fn spans_of_days(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(2) {
        let (first, last) = (reader.key(at), reader.key(at + 2));
        let days = is_weekday(first) && is_weekday(last) || is_month(first) && is_month(last);
        let reach = matches!(reader.key(at + 1), "to" | "through" | "until" | "bis")
            || reader.sep(at + 1, Sep::Dash);
        if days && reach && (at..at + 3).all(|i| reader.is_free(i)) {
            reader.mark(at, at + 3, Use::Described);
        }
    }
}

/// Puts the literals in the order of the prompt and lets lists and pairs follow them.
pub(crate) fn order(brief: &mut Brief) {
    let sorted = brief
        .literals
        .is_sorted_by_key(|literal| literal.span.start);
    if sorted {
        return;
    }
    let mut by_place: Vec<usize> = (0..brief.literals.len()).collect();
    by_place.sort_by_key(|&at| brief.literals[at].span.start);
    let mut place = vec![0; by_place.len()];
    for (new, &old) in by_place.iter().enumerate() {
        place[old] = new;
    }
    brief.literals = by_place
        .iter()
        .map(|&old| brief.literals[old].clone())
        .collect();
    for pair in &mut brief.pairs {
        pair.value = place[pair.value];
        pair.label = pair.label.map(|label| place[label]);
    }
    for list in &mut brief.lists {
        list.items.iter_mut().for_each(|item| *item = place[*item]);
    }
}

/// Genres that show the screen of a program.
fn is_interface(genre: Genre) -> bool {
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
