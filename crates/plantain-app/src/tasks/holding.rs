//! What a worker does with the queue: takes tasks, holds them, lets go of them.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use plantain_core::{Error, Id, ImageRequest, TaskStatus};
use plantain_store::{Durability, Held, Signal, StoreError, Swept, TaskRecord};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

use super::TaskService;
use super::attempt::{Attempt, Stopped};
use super::running::StopReason;
use super::stored::{self, StoredRequest};
use super::telling::Facts;
use crate::studio::{Gauge, Manner, Patience};

/// Heartbeats for which a task is held that nobody works on, before it is given back.
const ORPHAN_BEATS: u32 = 3;

impl TaskService {
    /// Claims the next task and returns the work that it is; none when nothing waits.
    pub async fn claim(self: &Arc<Self>) -> Result<Option<TaskRecord>, StoreError> {
        let now_ms = self.world.now_ms();
        let claimed = self
            .record
            .claim(&self.worker, now_ms, self.lease_end())
            .await?;
        *self.claimed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        Ok(claimed)
    }

    /// Returns how long the worker of this process has not reached the queue, milliseconds, though nothing is worked on;
    /// 0 while something is, and where there is no worker.
    pub fn idle_ms(&self) -> u64 {
        let claimed = *self.claimed.lock().unwrap_or_else(PoisonError::into_inner);
        match claimed {
            Some(at) if self.running.is_empty() => at.elapsed().as_millis() as u64,
            _ => 0,
        }
    }

    /// Runs a task that was claimed, to its end. What fails stands in the task.
    pub async fn work(self: &Arc<Self>, record: TaskRecord) {
        let run_max = record.run_ms_max.and_then(|ms| u64::try_from(ms).ok());
        let attempt = Attempt {
            id: record.id.clone(),
            owner: record.owner.clone(),
            facts: Facts::of(&record),
            session: record.session.clone(),
            number: record.attempt,
            run_max: run_max.map_or(self.config.run_max, Duration::from_millis),
            price: record.reserved,
            durability: Durability::Disk,
        };
        // What became of it stands in the log already.
        match self.read_request(&record).await {
            Ok((request, seed_chosen)) => {
                let manner = Manner {
                    gauge: Gauge::default(),
                    patience: Patience::Endless,
                    seed_chosen,
                };
                drop(self.run(attempt, request, None, manner).await);
            }
            Err(error) => drop(self.stop(&attempt, Stopped::Failed(error)).await),
        }
    }

    /// Returns what a task is to draw.
    pub async fn request_of(&self, record: &TaskRecord) -> Result<ImageRequest, Error> {
        let (request, _) = self.read_request(record).await?;
        Ok(request)
    }

    /// Returns what a task is to draw, and whether its client chose the seed.
    pub(super) async fn read_request(
        &self,
        record: &TaskRecord,
    ) -> Result<(ImageRequest, bool), Error> {
        let stored: StoredRequest =
            serde_json::from_str(&record.request_json).map_err(Error::internal)?;
        let mut files = stored::Files::new();
        for object in stored.objects() {
            let bytes = self.outputs.get_named(object).await?;
            files.insert(object.to_owned(), bytes);
        }
        let seed_chosen = stored.seed_chosen;
        Ok((stored.load(&files)?, seed_chosen))
    }

    /// Renews what this process holds, and stops what it no longer does.
    pub async fn heartbeat(&self) -> Result<(), StoreError> {
        let before = self.running.all();
        let now_ms = self.world.now_ms();
        let held = self
            .record
            .renew(&self.worker, now_ms, self.lease_end())
            .await?;
        for Held {
            id,
            attempt,
            cancel_requested,
        } in &held
        {
            if *cancel_requested {
                self.running.stop(id, StopReason::Cancelled);
            }
            let known = before
                .iter()
                .any(|(known, number)| known == id && number == attempt);
            // Claimed, and never begun or forgotten: somebody else shall have it.
            let idle = !self.running.holds(id, *attempt);
            if idle && (known || self.is_orphan(id, *attempt)) {
                self.record.hand_back(id, *attempt, now_ms).await?;
            }
        }
        self.forget_orphans(&held);
        for (id, attempt) in before {
            let still = held
                .iter()
                .any(|held| held.id == id && held.attempt == attempt);
            if !still && self.running.holds(&id, attempt) && self.is_lost(&id, attempt).await? {
                self.running.stop(&id, StopReason::LeaseLost);
            }
        }
        Ok(())
    }

    /// Whether we have held an attempt for some heartbeats and do not work on it: its end could not be stored. One that was
    /// claimed just now is not begun yet.
    fn is_orphan(&self, id: &Id, attempt: u32) -> bool {
        let mut orphans = self.orphans.lock().unwrap_or_else(PoisonError::into_inner);
        let beats = orphans.entry((id.clone(), attempt)).or_default();
        *beats += 1;
        *beats >= ORPHAN_BEATS
    }

    fn forget_orphans(&self, held: &[Held]) {
        let mut orphans = self.orphans.lock().unwrap_or_else(PoisonError::into_inner);
        orphans.retain(|(id, attempt), _| {
            let same = |held: &Held| held.id == *id && held.attempt == *attempt;
            held.iter().any(same) && !self.running.holds(id, *attempt)
        });
    }

    /// Whether an attempt of ours ended without us.
    async fn is_lost(&self, id: &Id, attempt: u32) -> Result<bool, StoreError> {
        let record = self.record.get(id).await?;
        Ok(record.is_none_or(|task| task.attempt != attempt || task.status != TaskStatus::Running))
    }

    /// Stops what others asked to be stopped, for databases that carry no news.
    pub async fn look_for_cancels(&self) -> Result<(), StoreError> {
        if self.running.is_empty() {
            return Ok(());
        }
        for id in self.record.to_cancel(&self.worker).await? {
            self.running.stop(&id, StopReason::Cancelled);
        }
        Ok(())
    }

    /// Looks after tasks that nobody looks after.
    pub async fn sweep(&self) -> Result<Swept, StoreError> {
        let now_ms = self.world.now_ms();
        let swept = self.record.sweep(now_ms, self.config.losses_max).await?;
        self.tell_swept(&swept).await?;
        Ok(swept)
    }

    /// Gives back whatever this process works on, since it is going to end.
    pub fn drain(&self) {
        for (id, _) in self.running.all() {
            self.running.stop(&id, StopReason::Draining);
        }
    }

    /// Whether nothing is worked on.
    pub fn is_idle(&self) -> bool {
        self.running.is_empty()
    }

    /// Passes news on to whoever waits for them here, until the process ends. `woken` is called when there may be work.
    pub async fn hear(&self, woken: impl Fn()) {
        let mut signals = self.record.signals();
        loop {
            match signals.recv().await {
                Ok(Signal::Queued) => woken(),
                Ok(Signal::Cancel(id)) => drop(self.running.stop(&id, StopReason::Cancelled)),
                Ok(Signal::Ended(id) | Signal::Progress(id)) => self.waiters.tell(&id),
                Ok(Signal::Outbox) => {}
                // Whoever missed news looks for itself.
                Err(RecvError::Lagged(_)) => woken(),
                Err(RecvError::Closed) => return,
            }
        }
    }
}
