//! How much is drawn at once, and how many may wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use plantain_core::{Error, ErrorKind};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What a refused caller is told to wait.
const RETRY_AFTER_S: u32 = 1;

/// How full it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crowd {
    pub running: usize,
    pub running_max: usize,
    pub waiting: usize,
}

/// A door that lets `running_max` in and keeps at most `queue_max` waiting.
pub(crate) struct Admission {
    running: Arc<Semaphore>,
    running_max: usize,
    waiting: Arc<AtomicUsize>,
    queue_max: usize,
}

impl Admission {
    pub fn new(running_max: usize, queue_max: usize) -> Self {
        Self {
            running: Arc::new(Semaphore::new(running_max)),
            running_max,
            waiting: Arc::default(),
            queue_max,
        }
    }

    pub fn crowd(&self) -> Crowd {
        Crowd {
            running: self.running_max - self.running.available_permits().min(self.running_max),
            running_max: self.running_max,
            waiting: self.waiting.load(Ordering::Relaxed),
        }
    }

    /// Waits for a place, first come first served; an error when too many wait already.
    pub async fn enter(&self) -> Result<OwnedSemaphorePermit, Error> {
        if let Ok(permit) = Arc::clone(&self.running).try_acquire_owned() {
            return Ok(permit);
        }
        let _place = Place::take(&self.waiting, self.queue_max).ok_or_else(busy)?;
        let permit = Arc::clone(&self.running).acquire_owned().await;
        permit.map_err(Error::internal)
    }

    /// Waits for a place, however many wait already: for work that was accepted before.
    pub async fn enter_patiently(&self) -> Result<OwnedSemaphorePermit, Error> {
        let permit = Arc::clone(&self.running).acquire_owned().await;
        permit.map_err(Error::internal)
    }
}

fn busy() -> Error {
    Error::new(
        ErrorKind::Unavailable,
        "busy",
        format!("Too many pictures are waiting to be drawn; try again in {RETRY_AFTER_S} second."),
    )
    .retry_after(RETRY_AFTER_S)
}

/// A place in the queue, given back when its holder gets in or goes away.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(waiting: &Arc<AtomicUsize>, most: usize) -> Option<Self> {
        let free = |now: usize| (now < most).then_some(now + 1);
        waiting
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, free)
            .ok()?;
        Some(Self(Arc::clone(waiting)))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_runs_one_waits_the_third_is_refused() {
        let door = Arc::new(Admission::new(1, 1));
        let inside = door.enter().await.unwrap();
        let waiting = tokio::spawn({
            let door = Arc::clone(&door);
            async move { door.enter().await.map(drop) }
        });
        while door.waiting.load(Ordering::Relaxed) == 0 {
            tokio::task::yield_now().await;
        }
        let refused = door.enter().await.unwrap_err();
        assert_eq!(refused.kind, ErrorKind::Unavailable);
        assert_eq!(refused.retry_after_s, Some(RETRY_AFTER_S));
        drop(inside);
        waiting.await.unwrap().unwrap();
        assert!(door.enter().await.is_ok());
    }

    #[tokio::test]
    async fn who_goes_away_leaves_the_queue() {
        let door = Arc::new(Admission::new(1, 1));
        let _inside = door.enter().await.unwrap();
        for _ in 0..3 {
            let waiting = tokio::spawn({
                let door = Arc::clone(&door);
                async move { door.enter().await.map(drop) }
            });
            while door.waiting.load(Ordering::Relaxed) == 0 {
                tokio::task::yield_now().await;
            }
            waiting.abort();
            assert!(waiting.await.unwrap_err().is_cancelled());
            assert_eq!(door.waiting.load(Ordering::Relaxed), 0);
        }
    }
}
