//! Plantain's own protocol.

pub mod audit;
pub mod batches;
mod edit_mask;
pub mod error;
pub mod files;
pub mod from_wire;
pub mod keys;
pub mod look;
pub mod mcp;
pub mod money;
mod parts;
pub mod routes;
pub mod sessions;
pub mod tasks;
mod to_wire;
pub mod webhooks;
pub mod wire;
