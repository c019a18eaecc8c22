//! Google's Gemini API.

pub mod error;
mod from_wire;
pub mod routes;
mod to_wire;
pub mod wire;
