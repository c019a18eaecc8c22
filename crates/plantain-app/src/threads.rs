//! The threads that pictures are drawn on. Each keeps its tools from one picture to the next (shaped texts, drawing contexts,
//! the allocator's arena), tens of megabytes in the end; so there are as many as can be busy, not as many as a runtime has for
//! work that blocks.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use plantain_core::Error;
use tokio::sync::oneshot;

type Work = Box<dyn FnOnce() + Send>;

/// A fixed number of threads with one queue. They end when it is dropped and the queue is empty.
pub(crate) struct Threads {
    queue: mpsc::Sender<Work>,
}

/// The result of some work, to come.
pub(crate) struct Pending<T>(oneshot::Receiver<thread::Result<T>>);

impl Threads {
    /// Starts `count` threads.
    pub fn start(count: usize) -> Self {
        let (queue, works) = mpsc::channel::<Work>();
        let works = Arc::new(Mutex::new(works));
        for number in 0..count {
            let works = Arc::clone(&works);
            let thread = thread::Builder::new().name(format!("plantain-draw{number}"));
            let started = thread.spawn(move || {
                loop {
                    // Held while it waits: the others wait for their turn to wait.
                    let next = works.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    match next {
                        Ok(work) => work(),
                        Err(mpsc::RecvError) => return,
                    }
                }
            });
            // Fewer threads draw, too; without any, whoever waits is told.
            if let Err(error) = started {
                tracing::error!(%error, "a thread to draw on cannot be started");
            }
        }
        Self { queue }
    }

    /// Has work done by the thread that is free first.
    pub fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Pending<T> {
        let (done, result) = oneshot::channel();
        let work = move || {
            // Whoever asked may be gone.
            let _ = done.send(catch_unwind(AssertUnwindSafe(work)));
        };
        // Without a thread the work is dropped, and its result with it.
        let _ = self.queue.send(Box::new(work));
        Pending(result)
    }
}

impl<T> Pending<T> {
    /// Waits for the result.
    ///
    /// # Errors
    /// Internal when the work panicked.
    pub async fn wait(self) -> Result<T, Error> {
        match self.0.await {
            Ok(Ok(result)) => Ok(result),
            Ok(Err(panic)) => {
                let said = said(&*panic);
                Err(Error::internal(format_args!("a drawing panicked: {said}")))
            }
            Err(_) => Err(Error::internal("there is no thread to draw on")),
        }
    }
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no word")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[tokio::test]
    async fn as_many_threads_work_as_there_are() {
        let threads = Threads::start(2);
        let mut seen = HashSet::new();
        for _ in 0..50 {
            let work = threads.run(|| thread::current().id());
            seen.insert(work.wait().await.unwrap());
        }
        assert!((1..=2).contains(&seen.len()));
        let both = std::sync::Arc::new(std::sync::Barrier::new(2));
        let (one, other) = (Arc::clone(&both), both);
        let (one, other) = (
            threads.run(move || one.wait().is_leader()),
            threads.run(move || other.wait().is_leader()),
        );
        assert!(one.wait().await.unwrap() ^ other.wait().await.unwrap());
    }

    #[tokio::test]
    async fn a_panic_ends_the_work_and_not_the_thread() {
        let threads = Threads::start(1);
        let error = threads.run(|| panic!("no paint")).wait().await;
        let error = error.map(|(): ()| ()).unwrap_err();
        assert!(error.detail.unwrap().contains("no paint"));
        assert_eq!(threads.run(|| 5).wait().await.unwrap(), 5);
    }
}
