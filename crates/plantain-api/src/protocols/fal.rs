//! fal's dialect: the queue, runs that are waited for, uploads, signed webhooks, and the proxy mode of its JavaScript
//! client.

pub mod call;
pub mod error;
mod from_wire;
pub mod headers;
pub mod queue;
pub mod routes;
mod run;
pub mod storage;
mod to_wire;
pub mod webhooks;
pub mod wire;
