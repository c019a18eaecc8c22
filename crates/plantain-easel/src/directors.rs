//! Art directors: one file a genre. Each turns a brief into several drafts; the planner measures and chooses.

use plantain_read::Genre;

use crate::studio::{Draft, Studio};

pub mod banner;
pub mod composed;
pub mod label;
pub mod poster;
pub mod scene;

/// Returns the drafts of the art director for this genre, at least one.
pub type Director = fn(&Studio<'_>) -> Vec<Draft>;

/// Returns the art director for a genre.
pub fn director(genre: Genre) -> Option<Director> {
    match genre {
        Genre::Scene | Genre::Product => Some(scene::direct),
        Genre::Composed => Some(composed::direct),
        Genre::Banner | Genre::Sale => Some(banner::direct),
        Genre::Label => Some(label::direct),
        Genre::PriceTag => Some(label::direct_tag),
        Genre::Poster => Some(poster::direct),
        _ => None,
    }
}
