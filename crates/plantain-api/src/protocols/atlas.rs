//! AtlasCloud's dialect: pictures as predictions that are asked after.

pub mod error;
mod from_wire;
pub mod routes;
pub mod wire;
