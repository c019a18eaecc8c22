//! What callers ask of their tasks: how they stand, to wait for them, to cancel them.

use std::time::Duration;

use plantain_core::{Error, ErrorKind, Id, TaskStatus};
use plantain_store::{Cancelling, Tally, TaskFilter, TaskRecord};
use tokio::time::Instant;

use super::TaskService;
use super::order::Order;
use super::outcome::{TaskError, TaskResult};
use super::running::StopReason;
use crate::Caller;
use crate::export::day;
use crate::studio::Drawn;

/// How long whoever waits goes without looking for itself. News from other processes usually come first.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

impl TaskService {
    /// Returns a task that the caller may see.
    pub async fn get(&self, caller: &Caller, id: &Id) -> Result<TaskRecord, Error> {
        let record = self.record.get(id).await?;
        record
            .filter(|task| caller.may_see(&task.owner))
            .ok_or_else(|| unknown(id))
    }

    /// Returns the caller's tasks, newest first.
    pub async fn list(
        &self,
        caller: &Caller,
        filter: TaskFilter,
    ) -> Result<Vec<TaskRecord>, Error> {
        let owner = match caller.sees_all() {
            true => filter.owner,
            false => Some(caller.owner().to_owned()),
        };
        Ok(self.record.list(&TaskFilter { owner, ..filter }).await?)
    }

    /// Counts the caller's tasks of a session or batch.
    pub async fn tally(&self, caller: &Caller, session: &Id) -> Result<Tally, Error> {
        Ok(self.record.tally(caller.owner(), session).await?)
    }

    /// Returns an error if the order could not be taken, as far as that can be known without taking it.
    pub fn check(&self, order: &Order) -> Result<(), Error> {
        self.studio.check(&order.request)?;
        let today = day(self.world.now_ms());
        self.prices.price(&order.request, &today).map(drop)
    }

    /// Cancels a task of the caller. One that runs stops within a fraction of a second.
    pub async fn cancel(&self, caller: &Caller, id: &Id) -> Result<Cancelling, Error> {
        let owner = (!caller.sees_all()).then(|| caller.owner());
        let now_ms = self.world.now_ms();
        let cancelling = self.record.cancel(id, owner, now_ms).await?;
        match cancelling {
            Cancelling::Unknown => return Err(unknown(id)),
            Cancelling::Requested => drop(self.running.stop(id, StopReason::Cancelled)),
            Cancelling::Done => self.tell_ended_elsewhere(id).await?,
            Cancelling::Ended(_) => {}
        }
        Ok(cancelling)
    }

    /// Waits for the end of a task, at most `wait_max`; returns how it stands then.
    pub async fn wait(
        &self,
        caller: &Caller,
        id: &Id,
        wait_max: Duration,
    ) -> Result<TaskRecord, Error> {
        let until = Instant::now() + wait_max;
        loop {
            let record = self
                .next_state(caller, id, |task| task.status.is_final(), until)
                .await?;
            if record.status.is_final() || Instant::now() >= until {
                return Ok(record);
            }
        }
    }

    /// Waits until a task is as `wanted`, at most until the given time; returns how it stands then.
    pub async fn next_state(
        &self,
        caller: &Caller,
        id: &Id,
        wanted: impl Fn(&TaskRecord) -> bool,
        until: Instant,
    ) -> Result<TaskRecord, Error> {
        let waiter = self.waiters.enter(id);
        loop {
            // Listening begins before looking, so that nothing falls between.
            let mut news = std::pin::pin!(waiter.news());
            news.as_mut().enable();
            let record = self.get(caller, id).await?;
            if wanted(&record) || Instant::now() >= until {
                return Ok(record);
            }
            let look_again = (Instant::now() + LOOK_AGAIN).min(until);
            tokio::select! {
                () = news => {}
                () = tokio::time::sleep_until(look_again) => {}
            }
        }
    }

    /// Waits for a task that was asked for before, and returns its pictures.
    pub(super) async fn wait_drawn(&self, record: TaskRecord) -> Result<Drawn, Error> {
        let waiter = self.waiters.enter(&record.id);
        let mut record = record;
        while !record.status.is_final() {
            let mut news = std::pin::pin!(waiter.news());
            news.as_mut().enable();
            tokio::select! {
                () = news => {}
                () = tokio::time::sleep(LOOK_AGAIN) => {}
            }
            let stored = self.record.get(&record.id).await?;
            record = stored.ok_or_else(|| unknown(&record.id))?;
        }
        self.drawn(&record).await
    }

    /// Returns what a task drew, or the error it ended with. What was not kept is drawn again, the same to the byte.
    pub async fn drawn(&self, record: &TaskRecord) -> Result<Drawn, Error> {
        let result = self.result(record)?;
        let mut files = Vec::with_capacity(result.pictures.len());
        for name in result.objects()? {
            let Some(file) = self.outputs.kept(&name).await? else {
                let request = self.request_of(record).await?;
                let drawn = self.studio.draw(request).await?;
                return Ok(Drawn {
                    task: Some(record.id.clone()),
                    ..drawn
                });
            };
            files.push(file);
        }
        let model = plantain_core::ModelId::new("model", &record.model)?;
        Ok(Drawn {
            task: Some(record.id.clone()),
            ..result.drawn(model, files)?
        })
    }

    /// Returns what a task drew without the bytes of its pictures, or the error it ended with.
    pub fn result(&self, record: &TaskRecord) -> Result<TaskResult, Error> {
        match (record.status, &record.result_json, &record.error_json) {
            (TaskStatus::Succeeded, Some(result), _) => TaskResult::parse(result),
            (TaskStatus::Cancelled, ..) => Err(cancelled()),
            (TaskStatus::Failed, _, Some(error)) => Err(TaskError::parse(error).error()),
            (TaskStatus::Queued | TaskStatus::Running, ..) => Err(Error::new(
                ErrorKind::Conflict,
                "task_not_finished",
                format!(
                    "The task {} is {}; ask again when it has succeeded.",
                    record.id, record.status
                ),
            )),
            _ => Err(Error::internal("a task ended without a word")),
        }
    }
}

pub(super) fn cancelled() -> Error {
    Error::new(
        ErrorKind::Cancelled,
        "cancelled",
        "The task was cancelled; nothing was charged.",
    )
}

pub(super) fn unknown(id: &Id) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "unknown_task",
        "There is no such task under this key; check the id.",
    )
    .with_field("id")
    .with_value(id)
}
