//! The one that writes: changes that stand in the queue together are committed together.

use std::sync::mpsc::Receiver;

use plantain_store::{Durability, StoreError};
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::log::Log;
use super::run;
use crate::tx::{SqliteSession, of_sqlite};
use crate::{Done, Op};

/// Changes that are committed together at most.
const GROUP_MAX: usize = 512;

pub(super) enum Message {
    Job(Box<dyn Job>),
    Close(oneshot::Sender<()>),
}

/// A change that waits for the writer.
pub(super) trait Job: Send {
    fn durability(&self) -> Durability;
    /// Makes the change; true when it is to be kept.
    fn run(&mut self, session: &mut SqliteSession) -> bool;
    /// Tells whoever waits, once the fate of the group is known.
    fn answer(self: Box<Self>, committed: Result<(), Trouble>);
}

/// Why a group could not be committed, for each who waits for it.
#[derive(Clone)]
pub(super) struct Trouble {
    /// It may work later.
    passing: bool,
    why: String,
}

impl Trouble {
    fn error(self) -> StoreError {
        match self.passing {
            true => StoreError::unavailable("cannot commit", self.why),
            false => StoreError::failed("cannot commit", self.why),
        }
    }
}

struct Write<T> {
    durability: Durability,
    op: Op<T>,
    result: Option<Result<T, StoreError>>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl Message {
    /// Returns a change to send to the writer, and where its answer comes.
    pub fn job<T: Send + 'static>(
        durability: Durability,
        op: Op<T>,
    ) -> (Self, oneshot::Receiver<Result<T, StoreError>>) {
        let (reply, answer) = oneshot::channel();
        let job = Write {
            durability,
            op,
            result: None,
            reply,
        };
        (Self::Job(Box::new(job)), answer)
    }
}

impl<T: Send> Job for Write<T> {
    fn durability(&self) -> Durability {
        self.durability
    }

    fn run(&mut self, session: &mut SqliteSession) -> bool {
        let (keep, result) = match run(session, &self.op) {
            Ok(Done::Keep(value)) => (true, Ok(value)),
            Ok(Done::Undo(value)) => (false, Ok(value)),
            Err(error) => (false, Err(error.cause)),
        };
        self.result = Some(result);
        keep
    }

    fn answer(self: Box<Self>, committed: Result<(), Trouble>) {
        let result = match (committed, self.result) {
            (Err(trouble), _) => Err(trouble.error()),
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(StoreError::failed("the database", "a change was not tried")),
        };
        // Who no longer waits needs no answer.
        let _ = self.reply.send(result);
    }
}

pub(super) struct Writer {
    /// None in memory. Dropped before the session, whose connection is to close last: that puts the log away.
    log: Option<Log>,
    session: SqliteSession,
    /// What commits wait for at present.
    synchronous: Option<Durability>,
}

impl Writer {
    pub fn new(session: SqliteSession, log: Option<Log>) -> Self {
        Self {
            log,
            session,
            synchronous: None,
        }
    }

    /// Serves the queue until it is closed or nobody can send to it any more.
    pub fn run(mut self, waiting: &Receiver<Message>) {
        while let Ok(first) = waiting.recv() {
            let mut group = Vec::new();
            let mut closing = None;
            let mut next = Some(first);
            while let Some(message) = next {
                match message {
                    Message::Job(job) => group.push(job),
                    Message::Close(closed) => closing = Some(closed),
                }
                let full = group.len() == GROUP_MAX || closing.is_some();
                next = if full { None } else { waiting.try_recv().ok() };
            }
            // Whoever does not wait for the disk need not wait for those who do.
            let (light, durable): (Vec<_>, Vec<_>) = group
                .into_iter()
                .partition(|job| job.durability() == Durability::Soon);
            self.commit(light, Durability::Soon);
            self.commit(durable, Durability::Disk);
            if let Some(closed) = closing {
                drop(self);
                let _ = closed.send(());
                return;
            }
            if let Some(log) = &mut self.log {
                log.tend(&self.session.connection);
            }
        }
    }

    /// Makes all changes of a group in one transaction, each on its own terms.
    fn commit(&mut self, mut group: Vec<Box<dyn Job>>, durability: Durability) {
        if group.is_empty() {
            return;
        }
        let committed = self
            .try_commit(&mut group, durability)
            .map_err(|error| Trouble {
                passing: of_sqlite("", &error).is_retryable(),
                why: error.to_string(),
            });
        if committed.is_err() {
            // The transaction may have ended by itself; then there is nothing to take back.
            let _ = self.session.connection.execute_batch("ROLLBACK");
        }
        for job in group {
            job.answer(committed.clone());
        }
    }

    fn try_commit(
        &mut self,
        group: &mut [Box<dyn Job>],
        durability: Durability,
    ) -> rusqlite::Result<()> {
        self.wait_for(durability)?;
        say(&self.session.connection, "BEGIN IMMEDIATE")?;
        for job in group {
            say(&self.session.connection, "SAVEPOINT one")?;
            let kept = std::panic::AssertUnwindSafe(|| job.run(&mut self.session));
            let kept = std::panic::catch_unwind(kept).unwrap_or(false);
            if !kept {
                say(&self.session.connection, "ROLLBACK TO one")?;
            }
            say(&self.session.connection, "RELEASE one")?;
        }
        say(&self.session.connection, "COMMIT")
    }

    /// Has the next commits wait for the disk, or not.
    fn wait_for(&mut self, durability: Durability) -> rusqlite::Result<()> {
        if self.synchronous == Some(durability) {
            return Ok(());
        }
        let level = match durability {
            Durability::Soon => "NORMAL",
            Durability::Disk => "FULL",
        };
        let pragma = format!("PRAGMA synchronous = {level}");
        self.session.connection.execute_batch(&pragma)?;
        self.synchronous = Some(durability);
        Ok(())
    }
}

/// Runs a statement that is said again and again.
fn say(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute(()).map(drop)
}
