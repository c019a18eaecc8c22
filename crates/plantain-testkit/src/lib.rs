//! What tests share: suites that every backend passes, and an engine without taste.

mod engine;
pub mod limits;
pub mod postgres;
pub mod redis;
mod s3_server;
pub mod suites;

pub use engine::{Behaviour, TestEngine};
pub use s3_server::S3Server;
