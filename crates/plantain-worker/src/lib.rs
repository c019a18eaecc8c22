//! The worker: claims tasks, runs them to their end, and looks after those that nobody looks after.
//!
//! It never forms a reply: whoever waits for a task hears of its end through the record.

mod courier;

use std::sync::Arc;
use std::time::Duration;

pub use courier::{Courier, LetterReply, Scribe};
use plantain_app::TaskService;
use plantain_store::StoreError;
use tokio::sync::{Notify, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

/// How often a worker looks for tasks without having heard of any: other processes may share a database that carries no news.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How often it looks for wishes to cancel.
const CANCELS_EVERY: Duration = Duration::from_millis(75);
const SWEEP_EVERY: Duration = Duration::from_secs(1);
/// Heartbeats in the life of a lease.
const BEATS: u32 = 3;
/// How long it rests when the database does not answer.
const REST: Duration = Duration::from_secs(1);

/// How a worker works.
#[derive(Debug, Clone, Copy)]
pub struct WorkerConfig {
    /// Tasks of the queue at once. With none it claims nothing, and only looks after what this process draws while clients
    /// wait, and after what nobody looks after.
    pub slots: usize,
    /// How long tasks under way may take once it was told to stop, before they are given back.
    pub drain_max: Duration,
}

/// Claims tasks and runs them.
pub struct Worker {
    tasks: Arc<TaskService>,
    config: WorkerConfig,
    /// There may be something to claim.
    wake: Arc<Notify>,
}

impl Worker {
    pub fn new(tasks: Arc<TaskService>, config: WorkerConfig) -> Self {
        Self {
            tasks,
            config,
            wake: Arc::default(),
        }
    }

    /// Works until `stop` is ready, then finishes what is under way or gives it back.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut house = JoinSet::new();
        self.keep_house(&mut house);
        let mut work = JoinSet::new();
        tokio::select! {
            () = self.claim_for_ever(&mut work) => {}
            () = stop => {}
        }
        self.drain(&mut work).await;
        // Dropping the set ends heartbeats and sweeps.
    }

    /// Starts what goes on beside the work.
    fn keep_house(&self, house: &mut JoinSet<()>) {
        let tasks = Arc::clone(&self.tasks);
        let wake = Arc::clone(&self.wake);
        house.spawn(async move { tasks.hear(|| wake.notify_one()).await });
        let beat = self.tasks.config().lease / BEATS;
        let tasks = Arc::clone(&self.tasks);
        house.spawn(regularly(beat, "the heartbeat", move || {
            let tasks = Arc::clone(&tasks);
            async move { tasks.heartbeat().await }
        }));
        let tasks = Arc::clone(&self.tasks);
        house.spawn(regularly(CANCELS_EVERY, "looking for cancels", move || {
            let tasks = Arc::clone(&tasks);
            async move { tasks.look_for_cancels().await }
        }));
        let tasks = Arc::clone(&self.tasks);
        house.spawn(regularly(SWEEP_EVERY, "the sweep", move || {
            let tasks = Arc::clone(&tasks);
            async move { tasks.sweep().await.map(drop) }
        }));
    }

    async fn claim_for_ever(&self, work: &mut JoinSet<()>) {
        let slots = Arc::new(Semaphore::new(self.config.slots));
        loop {
            let Ok(slot) = Arc::clone(&slots).acquire_owned().await else {
                return;
            };
            // What has ended is forgotten.
            while work.try_join_next().is_some() {}
            match self.tasks.claim().await {
                Ok(Some(task)) => {
                    let tasks = Arc::clone(&self.tasks);
                    work.spawn(async move {
                        tasks.work(task).await;
                        drop(slot);
                    });
                }
                Ok(None) => {
                    drop(slot);
                    tokio::select! {
                        () = self.wake.notified() => {}
                        () = tokio::time::sleep(LOOK_EVERY) => {}
                    }
                }
                Err(error) => {
                    drop(slot);
                    tracing::warn!(%error, "no task can be claimed; trying again");
                    tokio::time::sleep(REST).await;
                }
            }
        }
    }

    async fn drain(&self, work: &mut JoinSet<()>) {
        let all_done = async { while work.join_next().await.is_some() {} };
        if tokio::time::timeout(self.config.drain_max, all_done)
            .await
            .is_err()
        {
            tracing::info!("tasks are still under way; other workers go on with them");
            self.tasks.drain();
            while work.join_next().await.is_some() {}
        }
    }
}

/// Does something again and again. What fails is told once, until it succeeds again.
async fn regularly<F, Fut>(every: Duration, what: &'static str, mut act: F)
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<(), StoreError>>,
{
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut failing = false;
    loop {
        ticks.tick().await;
        match act().await {
            Ok(()) => failing = false,
            Err(error) => {
                if !failing {
                    tracing::warn!(%error, "{what} fails; trying again");
                }
                failing = true;
            }
        }
    }
}
