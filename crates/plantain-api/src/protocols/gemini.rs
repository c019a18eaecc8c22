//! Google's Gemini API, with Imagen's call and Vertex's paths.

pub mod batches;
mod choices;
pub mod error;
pub mod files;
mod from_wire;
pub mod interactions;
mod paging;
pub mod predict;
mod refusal;
pub mod routes;
mod safety;
mod signature;
mod to_wire;
mod tokens;
pub mod vertex;
pub mod wire;
