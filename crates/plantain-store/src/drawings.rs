//! What was drawn before, by what it was drawn from.

use std::sync::Arc;

use crate::{ObjectName, Reply};

/// A finished picture of a deterministic engine: the same digest would give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Engine, version and every part of the job, hashed.
    pub digest: [u8; 32],
    pub name: ObjectName,
    /// What is said about the picture beside its bytes; its form is known to the layer above.
    pub result_json: Arc<str>,
    /// Unix milliseconds.
    pub last_used_ms: i64,
}

/// Where drawings are noted, so that a request that comes again after a restart or on another machine is not drawn again.
/// The note may outlive its file for a moment: a file that is gone is one that was never drawn.
pub trait Drawings: Send + Sync {
    /// Stores a note, in place of an older one for the same digest.
    fn note<'a>(&'a self, drawing: &'a Drawing) -> Reply<'a, ()>;

    /// Returns the drawing, and notes that it was used at `now_ms`, to the hour.
    fn find<'a>(&'a self, digest: &'a [u8; 32], now_ms: i64) -> Reply<'a, Option<Drawing>>;

    /// Forgets drawings that were not used since a time; returns how many.
    fn forget_unused(&self, before_ms: i64) -> Reply<'_, u64>;
}
