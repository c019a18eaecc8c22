//! Tasks and their queue.

mod claim;
mod erase;
mod finish;
mod list;
mod row;
mod submit;
mod sweep;

pub(super) use self::row::{join_tags, split_tags};

use std::sync::Arc;

use plantain_core::Id;
use plantain_store::{
    Cancelling, Durability, Ending, Held, NewTask, QueueDepth, Reply, Signal, Submitted, Swept,
    Tally, TaskFilter, TaskRecord, Tasks,
};
use tokio::sync::broadcast;

use super::op;
use crate::Database;

impl Tasks for Database {
    fn submit<'a>(&'a self, task: &'a NewTask, durability: Durability) -> Reply<'a, Submitted> {
        Box::pin(async move {
            let task = Arc::new(task.clone());
            let queued = task.lease.is_none();
            let op = op!((task) | tx | submit::submit(tx, &task).await);
            let submitted = self.write(durability, op).await?;
            if let Submitted::New(alerts) = &submitted {
                if queued {
                    self.announce(Signal::Queued);
                }
                if !alerts.is_empty() {
                    self.announce(Signal::Outbox);
                }
            }
            Ok(submitted)
        })
    }

    fn claim<'a>(
        &'a self,
        worker: &'a str,
        now_ms: i64,
        until_ms: i64,
    ) -> Reply<'a, Option<TaskRecord>> {
        let worker = worker.to_owned();
        let op = op!((worker) | tx | claim::claim(tx, &worker, now_ms, until_ms).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn renew<'a>(&'a self, worker: &'a str, now_ms: i64, until_ms: i64) -> Reply<'a, Vec<Held>> {
        let worker = worker.to_owned();
        let op = op!((worker) | tx | claim::renew(tx, &worker, now_ms, until_ms).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn progress<'a>(&'a self, id: &'a Id, attempt: u32, percent: u32) -> Reply<'a, bool> {
        Box::pin(async move {
            let id = id.clone();
            let told = id.clone();
            let op = op!((id) | tx | claim::progress(tx, &id, attempt, percent).await);
            let held = self.write(Durability::Soon, op).await?;
            if held {
                self.announce(Signal::Progress(told));
            }
            Ok(held)
        })
    }

    fn finish<'a>(
        &'a self,
        id: &'a Id,
        attempt: u32,
        ending: &'a Ending,
        durability: Durability,
    ) -> Reply<'a, bool> {
        Box::pin(async move {
            let (task, ending) = (id.clone(), Arc::new(ending.clone()));
            let op = op!((task, ending) | tx | finish::finish(tx, &task, attempt, &ending).await);
            let Some(finished) = self.write(durability, op).await? else {
                return Ok(false);
            };
            self.tell_ended(id, &finished);
            Ok(true)
        })
    }

    fn retry<'a>(
        &'a self,
        id: &'a Id,
        attempt: u32,
        ready_ms: i64,
        error_json: &'a str,
    ) -> Reply<'a, bool> {
        let (id, error) = (id.clone(), error_json.to_owned());
        let op = op!((id, error) | tx | finish::retry(tx, &id, attempt, ready_ms, &error).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn hand_back<'a>(&'a self, id: &'a Id, attempt: u32, now_ms: i64) -> Reply<'a, bool> {
        Box::pin(async move {
            let id = id.clone();
            let op = op!((id) | tx | finish::hand_back(tx, &id, attempt, now_ms).await);
            let given = self.write(Durability::Soon, op).await?;
            if given {
                self.announce(Signal::Queued);
            }
            Ok(given)
        })
    }

    fn cancel<'a>(
        &'a self,
        id: &'a Id,
        owner: Option<&'a str>,
        now_ms: i64,
    ) -> Reply<'a, Cancelling> {
        Box::pin(async move {
            let (task, owner) = (id.clone(), owner.map(str::to_owned));
            let op =
                op!((task, owner) | tx | finish::cancel(tx, &task, owner.as_deref(), now_ms).await);
            let cancelling = self.write(Durability::Disk, op).await?;
            match cancelling {
                Cancelling::Done => {
                    self.announce(Signal::Ended(id.clone()));
                    self.announce(Signal::Outbox);
                }
                Cancelling::Requested => self.announce(Signal::Cancel(id.clone())),
                Cancelling::Ended(_) | Cancelling::Unknown => {}
            }
            Ok(cancelling)
        })
    }

    fn to_cancel<'a>(&'a self, worker: &'a str) -> Reply<'a, Vec<Id>> {
        let worker = worker.to_owned();
        Box::pin(self.read(op!((worker) | tx | claim::to_cancel(tx, &worker).await)))
    }

    fn sweep(&self, now_ms: i64, attempts_max: u32) -> Reply<'_, Swept> {
        Box::pin(async move {
            let op = op!(() | tx | sweep::sweep(tx, now_ms, attempts_max).await);
            let swept = self.write(Durability::Soon, op).await?;
            if !swept.requeued.is_empty() {
                self.announce(Signal::Queued);
            }
            for id in &swept.ended {
                self.announce(Signal::Ended(id.clone()));
                self.announce(Signal::Outbox);
            }
            Ok(swept)
        })
    }

    fn get<'a>(&'a self, id: &'a Id) -> Reply<'a, Option<TaskRecord>> {
        let id = id.clone();
        Box::pin(self.look_up(op!((id) | tx | list::get(tx, &id).await)))
    }

    fn list<'a>(&'a self, filter: &'a TaskFilter) -> Reply<'a, Vec<TaskRecord>> {
        let filter = Arc::new(filter.clone());
        Box::pin(self.read(op!((filter) | tx | list::list(tx, &filter).await)))
    }

    fn tally<'a>(&'a self, owner: &'a str, session: &'a Id) -> Reply<'a, Tally> {
        let (owner, session) = (owner.to_owned(), session.clone());
        Box::pin(self.read(op!((owner, session)
            | tx
            | list::tally(tx, &owner, &session).await)))
    }

    fn depth(&self) -> Reply<'_, QueueDepth> {
        Box::pin(self.read(op!(() | tx | list::depth(tx).await)))
    }

    fn purge(&self, before_ms: i64, limit: u32) -> Reply<'_, u64> {
        let op = op!(() | tx | erase::purge(tx, before_ms, limit).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn erase<'a>(&'a self, owner: &'a str, limit: u32) -> Reply<'a, u64> {
        let owner = owner.to_owned();
        let op = op!((owner) | tx | erase::erase(tx, &owner, limit).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn signals(&self) -> broadcast::Receiver<Signal> {
        self.listen()
    }
}

impl Database {
    /// Wakes whoever waits for the end of a task. Nobody outside this process waits for one that is waited for on its line.
    fn tell_ended(&self, id: &Id, finished: &finish::Finished) {
        if !finished.waited {
            self.announce(Signal::Ended(id.clone()));
        }
        if finished.webhooks {
            self.announce(Signal::Outbox);
        }
    }
}
