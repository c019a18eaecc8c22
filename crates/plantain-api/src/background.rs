//! Work that goes on after its client was answered, to be followed and given up by id.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use plantain_core::{Error, ErrorKind};
use tokio::sync::watch;
use tokio::task::AbortHandle;

/// Most that is worked on at once; each piece of work holds its pictures in memory.
const JOBS_MAX: usize = 256;
/// Seconds after which one of them is likely to be done.
const RETRY_AFTER_S: u32 = 2;

/// What this process works on. It ends with the process.
#[derive(Debug, Default, Clone)]
pub struct Background {
    jobs: Arc<Mutex<HashMap<String, Job>>>,
}

#[derive(Debug)]
struct Job {
    abort: AbortHandle,
    done: watch::Receiver<()>,
}

impl Background {
    /// Returns an error when there is no room for more work.
    pub fn check_room(&self) -> Result<(), Error> {
        if self.lock().len() < JOBS_MAX {
            return Ok(());
        }
        let message = "Too many requests are drawn in the background; wait for some of them, or send this one without background.";
        Err(
            Error::new(ErrorKind::Unavailable, "background_full", message)
                .retry_after(RETRY_AFTER_S),
        )
    }

    /// Starts work under an id that nothing else has.
    pub fn start(&self, id: &str, work: impl Future<Output = ()> + Send + 'static) {
        let (running, done) = watch::channel(());
        let entry = Entry {
            background: self.clone(),
            id: id.to_owned(),
            _running: running,
        };
        // The work cannot end before it is in the list.
        let mut jobs = self.lock();
        let task = tokio::spawn(async move {
            let _entry = entry;
            work.await;
        });
        let abort = task.abort_handle();
        jobs.insert(id.to_owned(), Job { abort, done });
    }

    /// Gives the work up; false when there is none.
    pub fn cancel(&self, id: &str) -> bool {
        match self.lock().remove(id) {
            Some(job) => {
                job.abort.abort();
                true
            }
            None => false,
        }
    }

    pub fn is_running(&self, id: &str) -> bool {
        self.lock().contains_key(id)
    }

    /// Waits until the work is at its end; not at all when there is none.
    pub async fn ended(&self, id: &str) {
        let done = self.lock().get(id).map(|job| job.done.clone());
        if let Some(mut done) = done {
            // An error says that the other end is gone, which is what we wait for.
            while done.changed().await.is_ok() {}
        }
    }

    /// The map stays whole when a holder of the lock panics: each change is one call.
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes the work off the list however it ends.
struct Entry {
    background: Background,
    id: String,
    _running: watch::Sender<()>,
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.background.lock().remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_is_followed_to_its_end() {
        let background = Background::default();
        let (go, told) = tokio::sync::oneshot::channel::<()>();
        background.start("a", async move {
            let _ = told.await;
        });
        background.start("b", std::future::pending());
        assert!(background.is_running("a") && background.is_running("b"));
        go.send(()).unwrap();
        background.ended("a").await;
        background.ended("unknown").await;
        let waits = tokio::spawn({
            let background = background.clone();
            async move { background.ended("b").await }
        });
        tokio::task::yield_now().await;
        assert!(background.cancel("b") && !background.cancel("b"));
        waits.await.unwrap();
        background.start("c", async { panic!("the work panics") });
        background.ended("c").await;
        while background.is_running("a") || background.is_running("c") {
            tokio::task::yield_now().await;
        }
        for n in 0..JOBS_MAX {
            background.check_room().unwrap();
            background.start(&n.to_string(), std::future::pending());
        }
        let full = background.check_room().unwrap_err();
        assert_eq!(
            (full.code, full.retry_after_s),
            ("background_full", Some(RETRY_AFTER_S))
        );
    }
}
