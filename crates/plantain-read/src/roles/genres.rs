//! What a kind of picture makes of a text that nothing introduced.

use super::names::looks_like_name;
use crate::{Genre, Role};

pub(super) fn label_role(genre: Genre) -> Role {
    match genre {
        Genre::Menu | Genre::ProductGrid | Genre::Receipt | Genre::Invoice | Genre::PriceTag => {
            Role::Item
        }
        Genre::Chart => Role::Category,
        _ => Role::Label,
    }
}

/// Genres whose first text leads.
pub(super) fn takes_title(genre: Genre) -> bool {
    !matches!(
        genre,
        Genre::FlowChart
            | Genre::SequenceDiagram
            | Genre::OrgChart
            | Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Kanban
            | Genre::Chart
            | Genre::Map
            | Genre::MobileApp
            | Genre::Calendar
            | Genre::Atom
            | Genre::Venn
            | Genre::Cycle
            | Genre::Comic
            | Genre::CodeShot
            | Genre::Chat
            | Genre::PhoneHome
    )
}

/// Genres in which an enumeration at the start is no title.
pub(super) fn lists_first(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Infographic
            | Genre::Timeline
            | Genre::Menu
            | Genre::ProductGrid
            | Genre::Pricing
            | Genre::Table
            | Genre::ComparisonTable
            | Genre::Form
            | Genre::Dashboard
            | Genre::AdminTable
    )
}

pub(super) fn list_role(genre: Genre) -> Role {
    match genre {
        Genre::LabelledDiagram | Genre::CrossSection | Genre::Atom | Genre::Cycle => Role::Callout,
        Genre::Chart => Role::Category,
        _ => Role::Item,
    }
}

pub(super) fn by_genre(genre: Genre, text: &str, subtitled: &mut bool) -> Role {
    match genre {
        Genre::LabelledDiagram | Genre::CrossSection | Genre::Atom | Genre::Map => Role::Callout,
        Genre::FlowChart
        | Genre::SequenceDiagram
        | Genre::OrgChart
        | Genre::Kanban
        | Genre::MindMap
        | Genre::Timeline
        | Genre::Cycle
        | Genre::Venn
        | Genre::PhoneHome
        | Genre::Settings
        | Genre::Menu
        | Genre::Infographic => Role::Item,
        Genre::Chat | Genre::Comic => Role::Quote,
        Genre::Chart => Role::Category,
        Genre::BookCover | Genre::AlbumCover if looks_like_name(text) => Role::Person,
        _ if !*subtitled && text.chars().count() <= 60 => {
            *subtitled = true;
            Role::Subtitle
        }
        _ => Role::Body,
    }
}
