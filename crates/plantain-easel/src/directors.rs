//! Art directors: one file a genre. Each turns a brief into several drafts; the planner measures and chooses.

use plantain_read::Genre;

use crate::studio::{Draft, Studio};

pub mod composed;

/// Returns the drafts of the art director for this genre, at least one.
pub type Director = fn(&Studio<'_>) -> Vec<Draft>;

/// Returns the art director for a genre.
pub fn director(genre: Genre) -> Option<Director> {
    match genre {
        Genre::Composed => Some(composed::direct),
        _ => None,
    }
}
