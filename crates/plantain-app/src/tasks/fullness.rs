//! Whether the queue has room: looked at so rarely that it costs nothing, and so often that it cannot run over by much.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

use plantain_core::{Error, ErrorKind};
use plantain_store::Tasks;

/// Tasks a second that all nodes together can be trusted not to exceed.
const FILLED_A_SECOND: i64 = 20_000;
/// How long a count is good for at most, and at least.
const GOOD_MAX: Duration = Duration::from_secs(30);
const GOOD_MIN: Duration = Duration::from_secs(1);
/// What a refused caller is told to wait.
const RETRY_AFTER_S: u32 = 10;

/// What is known of the length of the queue.
#[derive(Debug, Default)]
pub struct Fullness {
    seen: Mutex<Option<Seen>>,
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    queued: i64,
    good_until: Instant,
}

impl Fullness {
    /// Returns an error when `queued_max` tasks wait.
    pub async fn check(&self, tasks: &dyn Tasks, queued_max: i64) -> Result<(), Error> {
        let known = *self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let queued = match known.filter(|seen| Instant::now() < seen.good_until) {
            Some(seen) => seen.queued,
            None => {
                let queued = tasks.depth().await?.queued;
                let seen = Seen {
                    queued,
                    good_until: Instant::now() + good_for(queued_max - queued),
                };
                *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
                queued
            }
        };
        if queued < queued_max {
            return Ok(());
        }
        let message = format!(
            "{queued} tasks wait already, and no more are taken; try again in {RETRY_AFTER_S} seconds."
        );
        Err(Error::new(ErrorKind::Unavailable, "queue_full", message).retry_after(RETRY_AFTER_S))
    }
}

/// Returns how long a count is good for when so many tasks still fit.
fn good_for(room: i64) -> Duration {
    let seconds = u64::try_from(room / FILLED_A_SECOND / 2).unwrap_or(0);
    Duration::from_secs(seconds).clamp(GOOD_MIN, GOOD_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fuller_it_is_the_sooner_it_is_looked_at_again() {
        for (room, seconds) in [
            (-5, 1),
            (0, 1),
            (100_000, 2),
            (1_000_000, 25),
            (i64::MAX, 30),
        ] {
            assert_eq!(good_for(room).as_secs(), seconds, "{room}");
        }
    }
}
