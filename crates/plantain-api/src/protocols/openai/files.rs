//! OpenAI's Files: pictures that requests name by id.

pub mod routes;
mod store;
pub mod wire;

pub use store::content;
