//! Reads a prompt: text in, [`Brief`] out.
//!
//! The reader gives every word of a prompt one of five meanings (carrier, genre, content, look, constraint) and keeps
//! its span, so that nothing is lost unseen.

mod brief;

pub use brief::*;
