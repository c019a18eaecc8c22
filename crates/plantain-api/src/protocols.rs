//! The dialects, a room each. None imports another; where two share a path, `clash` tells their clients apart.

pub mod atlas;
pub mod clash;
pub mod evolink;
pub mod fal;
pub mod gemini;
pub mod native;
pub mod openai;
pub mod replicate;
