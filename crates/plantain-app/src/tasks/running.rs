//! What runs in this process, and who waits for what.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use plantain_core::Id;
use tokio::sync::Notify;

/// The tasks that this process works on.
#[derive(Default)]
pub struct Running {
    tasks: Mutex<HashMap<Id, Entry>>,
}

struct Entry {
    attempt: u32,
    stop: Arc<Stop>,
}

#[derive(Default)]
struct Stop {
    /// Set before the notification, so that whoever comes later sees it.
    reason: Mutex<Option<StopReason>>,
    told: Notify,
}

/// Why a task is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopReason {
    /// Somebody cancelled it.
    Cancelled,
    /// Another process has it now.
    LeaseLost,
    /// This process ends; another one may go on.
    Draining,
}

/// A task being worked on; it is forgotten when this is dropped.
pub struct Ticket {
    running: Arc<Running>,
    id: Id,
    attempt: u32,
    stop: Arc<Stop>,
}

impl Running {
    pub fn enter(self: &Arc<Self>, id: &Id, attempt: u32) -> Ticket {
        let stop = Arc::<Stop>::default();
        let entry = Entry {
            attempt,
            stop: Arc::clone(&stop),
        };
        self.lock().insert(id.clone(), entry);
        Ticket {
            running: Arc::clone(self),
            id: id.clone(),
            attempt,
            stop,
        }
    }

    /// Tells whoever works on the task to stop; false when nobody here does.
    pub fn stop(&self, id: &Id, reason: StopReason) -> bool {
        let stop = self.lock().get(id).map(|entry| Arc::clone(&entry.stop));
        stop.map(|stop| stop.tell(reason)).is_some()
    }

    /// Returns what is worked on, with its attempt.
    pub fn all(&self) -> Vec<(Id, u32)> {
        let tasks = self.lock();
        let all = tasks.iter().map(|(id, entry)| (id.clone(), entry.attempt));
        all.collect()
    }

    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    pub fn holds(&self, id: &Id, attempt: u32) -> bool {
        self.lock()
            .get(id)
            .is_some_and(|entry| entry.attempt == attempt)
    }

    /// Each change of the map is one call, so a panic leaves it whole.
    fn lock(&self) -> MutexGuard<'_, HashMap<Id, Entry>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stop {
    fn tell(&self, reason: StopReason) {
        let mut told = self.reason.lock().unwrap_or_else(PoisonError::into_inner);
        told.get_or_insert(reason);
        drop(told);
        self.told.notify_waiters();
    }
}

impl Ticket {
    /// Waits until the work is to be stopped.
    pub async fn stopped(&self) -> StopReason {
        loop {
            let mut told = std::pin::pin!(self.stop.told.notified());
            told.as_mut().enable();
            let reason = *self
                .stop
                .reason
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            if let Some(reason) = reason {
                return reason;
            }
            told.await;
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut tasks = self.running.lock();
        if tasks
            .get(&self.id)
            .is_some_and(|entry| entry.attempt == self.attempt)
        {
            tasks.remove(&self.id);
        }
    }
}

/// Those who wait for news about tasks.
#[derive(Default)]
pub struct Waiters {
    waiting: Mutex<HashMap<Id, (usize, Arc<Notify>)>>,
}

/// Somebody who waits for news about one task.
pub struct Waiter<'a> {
    waiters: &'a Waiters,
    id: Id,
    notify: Arc<Notify>,
}

impl Waiters {
    pub fn enter(&self, id: &Id) -> Waiter<'_> {
        let mut waiting = self.lock();
        let entry = waiting.entry(id.clone()).or_default();
        entry.0 += 1;
        Waiter {
            waiters: self,
            id: id.clone(),
            notify: Arc::clone(&entry.1),
        }
    }

    /// Wakes everybody who waits for this task.
    pub fn tell(&self, id: &Id) {
        if let Some((_, notify)) = self.lock().get(id) {
            notify.notify_waiters();
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Id, (usize, Arc<Notify>)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiter<'_> {
    /// Returns the news that is told from now on.
    pub fn news(&self) -> tokio::sync::futures::Notified<'_> {
        self.notify.notified()
    }
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        let mut waiting = self.waiters.lock();
        if let Some(entry) = waiting.get_mut(&self.id) {
            entry.0 -= 1;
            if entry.0 == 0 {
                waiting.remove(&self.id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_stop_is_heard_whenever_it_comes() {
        let running = Arc::new(Running::default());
        let id = Id::from_stored("task_1");
        assert!(!running.stop(&id, StopReason::Cancelled));
        let ticket = running.enter(&id, 1);
        assert!(running.stop(&id, StopReason::Cancelled));
        assert!(running.stop(&id, StopReason::Draining));
        assert_eq!(
            ticket.stopped().await,
            StopReason::Cancelled,
            "the first reason stands"
        );
        // A later attempt is not forgotten with the earlier one.
        let later = running.enter(&id, 2);
        drop(ticket);
        assert!(running.holds(&id, 2));
        drop(later);
        assert!(running.is_empty());
    }

    #[tokio::test]
    async fn nobody_is_left_behind_in_the_list_of_those_who_wait() {
        let waiters = Waiters::default();
        let id = Id::from_stored("task_1");
        let one = waiters.enter(&id);
        let other = waiters.enter(&id);
        {
            let mut news = std::pin::pin!(one.news());
            news.as_mut().enable();
            waiters.tell(&id);
            news.await;
        }
        drop(other);
        assert_eq!(waiters.lock().len(), 1);
        drop(one);
        assert!(waiters.lock().is_empty());
    }
}
