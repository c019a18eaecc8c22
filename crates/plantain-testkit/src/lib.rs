//! What tests share: suites that every backend passes, and an engine without taste.

mod engine;
pub mod postgres;
pub mod suites;

pub use engine::{Behaviour, TestEngine};
