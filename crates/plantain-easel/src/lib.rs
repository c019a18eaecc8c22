//! The embedded engine: reads a prompt, plans a picture, draws it.
//!
//! Brief → drafts by an art director → layout → score → the best scene. [`directors`] holds one file a genre,
//! [`components`] what they share.

pub mod components;
pub mod describe;
pub mod direction;
pub mod directors;
mod edit;
mod engine;
pub mod filler;
pub mod guise;
mod knowledge;
mod mend;
mod numerals;
pub mod plan;
mod preview;
pub mod rng;
pub mod score;
pub mod stage;
pub mod studio;
pub mod tongue;
mod treatment;
pub mod wardrobe;

pub use engine::Easel;
pub use studio::{Draft, Note, Studio};
