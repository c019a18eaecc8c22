//! Time, passed in so that a test can choose it.

use std::sync::Arc;
use std::time::Instant;

/// Tells microseconds since some moment.
pub type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// Returns a clock of this process that nobody can set back.
pub fn process_clock() -> Clock {
    let begun = Instant::now();
    Arc::new(move || u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX))
}
