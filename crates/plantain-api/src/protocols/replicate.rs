//! Replicate's dialect: predictions, models, files, webhooks and streams.

pub mod error;
pub mod files;
mod from_wire;
pub mod models;
pub mod predictions;
pub mod stream;
mod to_wire;
pub mod webhooks;
pub mod wire;

pub use self::to_wire::speaks_replicate as speaks;
