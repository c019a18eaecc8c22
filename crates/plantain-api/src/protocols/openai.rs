//! OpenAI's Images API.

pub mod error;
pub mod from_wire;
pub mod routes;
mod stream;
pub mod to_wire;
pub mod wire;
