//! Times of files.

use std::time::{SystemTime, UNIX_EPOCH};

/// Returns Unix milliseconds; 0 for times before 1970.
pub(crate) fn unix_ms(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
