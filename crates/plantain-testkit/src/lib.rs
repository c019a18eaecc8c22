//! What tests share: suites that every backend passes, and an engine without taste.

mod engine;
pub mod limits;
pub mod postgres;
pub mod redis;
pub mod suites;

pub use engine::{Behaviour, TestEngine};
