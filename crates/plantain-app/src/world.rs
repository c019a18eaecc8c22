//! Time and chance, passed in so that a test can choose them.

use std::time::{SystemTime, UNIX_EPOCH};

/// Where time and randomness come from.
pub trait World: Send + Sync {
    /// Returns the time, Unix milliseconds.
    fn now_ms(&self) -> i64;

    /// Returns 256 bits that nobody can guess.
    fn random(&self) -> [u8; 32];
}

/// The operating system's clock and generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now_ms(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
    }

    fn random(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        // Without randomness every secret would be known; nothing can be served safely.
        getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
        bytes
    }
}

/// Returns the first `N` bytes of something random.
pub(crate) fn random_bytes<const N: usize>(world: &dyn World) -> [u8; N] {
    const { assert!(N <= 32) };
    let random = world.random();
    std::array::from_fn(|index| random[index])
}
