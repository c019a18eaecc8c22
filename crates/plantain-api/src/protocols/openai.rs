//! OpenAI's API: images, responses and chat completions with pictures, files, models.

pub mod chat;
mod conversation;
pub mod drawing;
pub mod error;
pub mod files;
pub mod from_wire;
pub mod headers;
mod lenient;
pub mod models;
mod parts;
pub mod responses;
pub mod routes;
mod sources;
mod stream;
pub mod to_wire;
mod tokens;
pub mod wire;
