//! Art directors: one file a genre. Each turns a brief into several drafts; the planner measures and chooses.

use plantain_read::Genre;

use crate::studio::{Draft, Studio};

pub mod app_icon;
pub mod avatar;
pub mod banner;
pub mod card;
pub mod chalkboard;
pub mod chart;
pub mod code;
pub mod columns;
pub mod comic;
pub mod composed;
pub mod cover;
pub mod dashboard;
pub mod flow;
mod idiom;
pub mod infographic;
pub mod inventory;
pub mod isometric;
pub mod label;
pub mod logo;
pub mod map;
pub mod menu;
pub mod mobile;
pub mod motif;
pub mod paper;
pub mod passage;
pub mod pattern;
pub mod phone_home;
pub mod planner;
pub mod poster;
pub mod product;
pub mod scene;
pub mod science;
pub mod sheet;
pub mod sign;
pub mod slide;
pub mod social;
pub mod sticker;
pub mod table;
pub mod tag;
pub mod web;

/// Returns the drafts of the art director for this genre, at least one.
pub type Director = fn(&Studio<'_>) -> Vec<Draft>;

/// Returns the art director for a genre.
pub fn director(genre: Genre) -> Option<Director> {
    match genre {
        Genre::Scene => Some(scene::direct),
        Genre::Avatar => Some(avatar::direct),
        Genre::Pattern | Genre::Gradient => Some(pattern::direct),
        Genre::Composed => Some(direct_composed),
        Genre::Dashboard => Some(dashboard::direct),
        Genre::Chart => Some(chart::direct),
        Genre::Banner | Genre::Sale => Some(banner::direct),
        Genre::Label => Some(label::direct),
        Genre::PriceTag => Some(tag::direct),
        Genre::Poster => Some(poster::direct),
        Genre::MobileApp => Some(mobile::direct),
        Genre::PhoneHome => Some(phone_home::direct),
        Genre::Landing => Some(web::landing::direct),
        Genre::Login | Genre::SignUp => Some(web::auth::direct),
        Genre::Settings => Some(web::settings::direct),
        Genre::ProductGrid => Some(web::goods::direct),
        Genre::Pricing => Some(web::pricing::direct),
        Genre::Kanban => Some(web::kanban::direct),
        Genre::Inbox => Some(web::inbox::direct),
        Genre::Chat => Some(web::chat::direct),
        Genre::AdminTable => Some(web::table::direct),
        Genre::Form => Some(web::form::direct),
        Genre::WebPage => Some(web::page::direct),
        Genre::FlowChart => Some(flow::direct_flow),
        Genre::SequenceDiagram => Some(flow::direct_sequence),
        Genre::OrgChart => Some(flow::direct_org),
        Genre::Timeline => Some(flow::direct_timeline),
        Genre::MindMap => Some(flow::direct_mindmap),
        Genre::Venn => Some(flow::direct_venn),
        Genre::BusinessCard => Some(card::business),
        Genre::Invitation => Some(card::invitation),
        Genre::Certificate => Some(card::certificate),
        Genre::SocialCard | Genre::Story => Some(social::direct),
        Genre::QuoteCard => Some(social::quote),
        Genre::Ticket => Some(card::ticket),
        Genre::BoardingPass => Some(card::boarding),
        Genre::StampCard => Some(sheet::stamps::direct),
        Genre::Voucher => Some(sheet::voucher::direct),
        Genre::Badge => Some(sheet::badge::direct),
        Genre::Letter => Some(sheet::letter::direct),
        Genre::PaperForm => Some(sheet::form::direct),
        Genre::Worksheet => Some(sheet::worksheet::direct),
        Genre::BingoCard => Some(sheet::bingo::direct),
        Genre::RecipeCard => Some(sheet::recipe::direct),
        Genre::Checklist => Some(sheet::checklist::direct),
        Genre::Menu => Some(menu::direct),
        Genre::Chalkboard => Some(chalkboard::direct),
        Genre::Sign => Some(sign::direct),
        Genre::BookCover => Some(cover::book),
        Genre::MagazineCover => Some(cover::magazine),
        Genre::AlbumCover => Some(cover::album),
        Genre::Receipt => Some(paper::receipt),
        Genre::Invoice => Some(paper::invoice),
        Genre::Slide => Some(paper::slide),
        Genre::Calendar => Some(paper::calendar),
        Genre::Comic => Some(comic::direct),
        Genre::CodeShot => Some(code::direct),
        Genre::PrintMotif => Some(motif::direct),
        Genre::Product => Some(product::direct),
        Genre::Logo => Some(logo::direct),
        Genre::AppIcon => Some(app_icon::direct),
        Genre::Sticker => Some(sticker::direct),
        Genre::Cycle | Genre::LabelledDiagram | Genre::CrossSection => Some(science::direct),
        Genre::Atom => Some(science::direct_atom),
        Genre::Map => Some(map::direct),
        Genre::Infographic => Some(infographic::direct),
        Genre::ComparisonTable | Genre::Table => Some(direct_table),
    }
}

/// Returns the art director for plain screens of a genre: rows and cards that hold whatever the prompt names.
pub fn plain(genre: Genre) -> Option<Director> {
    match genre {
        Genre::MobileApp | Genre::PhoneHome => Some(mobile::direct_plain),
        Genre::Landing
        | Genre::Login
        | Genre::SignUp
        | Genre::Settings
        | Genre::ProductGrid
        | Genre::Pricing
        | Genre::Inbox
        | Genre::Chat
        | Genre::Form
        | Genre::WebPage => Some(web::page::direct_plain),
        _ => None,
    }
}

/// A long text is set as a page, all else is composed.
fn direct_composed(studio: &Studio<'_>) -> Vec<Draft> {
    let drafts = passage::direct(studio);
    if drafts.is_empty() {
        composed::direct(studio)
    } else {
        drafts
    }
}

/// Points under heads stand in columns, all else in a table.
fn direct_table(studio: &Studio<'_>) -> Vec<Draft> {
    let drafts = columns::direct(studio);
    if drafts.is_empty() {
        table::direct(studio)
    } else {
        drafts
    }
}
