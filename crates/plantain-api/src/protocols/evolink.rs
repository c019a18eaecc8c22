//! Evolink's gateway, and the route of the published guides.

pub mod error;
pub mod files;
mod from_wire;
pub mod routes;
pub mod tasks;
mod to_wire;
pub mod wire;
