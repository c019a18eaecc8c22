//! Everything that is kept of an owner, deleted when they ask for it.

use std::sync::Arc;
use std::time::Duration;

use plantain_core::{Error, Id, TaskStatus};
use plantain_store::{Documents, Record, Sessions, TaskFilter};

use crate::{Retention, Sweep, World};

/// How long tasks under way may take to stop.
const STOP_MAX: Duration = Duration::from_secs(5);
/// How often it is looked whether they have.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Tasks looked at or removed at once.
const AT_ONCE: u32 = 200;

/// Deletes what belongs to an owner: tasks with their texts and webhooks, conversations, documents, files. What stays is
/// money and the audit log, which hold no text of theirs.
pub struct Forgetting {
    pub record: Arc<dyn Record>,
    pub documents: Arc<dyn Documents>,
    pub sessions: Arc<dyn Sessions>,
    pub retention: Arc<Retention>,
    pub world: Arc<dyn World>,
}

/// What went, and what could not go yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forgotten {
    pub tasks: u64,
    pub sessions: u64,
    pub documents: u64,
    pub files: Sweep,
    /// Tasks that had not stopped in time; they go with the next call.
    pub running: u64,
}

impl Forgetting {
    /// Cancels what the owner has under way, and deletes everything of theirs.
    pub async fn forget(&self, owner: &str) -> Result<Forgotten, Error> {
        let running = self.stop_all(owner).await?;
        let mut tasks = 0;
        loop {
            let gone = self.record.erase(owner, AT_ONCE).await?;
            tasks += gone;
            if gone < u64::from(AT_ONCE) {
                break;
            }
        }
        Ok(Forgotten {
            tasks,
            sessions: self.sessions.forget_all(owner).await?,
            documents: self.documents.forget(owner).await?,
            files: self.retention.forget(owner, None).await?,
            running,
        })
    }

    /// Deletes one conversation of the owner and its files.
    pub async fn forget_session(&self, owner: &str, session: &Id) -> Result<Forgotten, Error> {
        let forgotten = self.sessions.forget(owner, session.as_str()).await?;
        Ok(Forgotten {
            sessions: u64::from(forgotten),
            files: self.retention.forget(owner, Some(session)).await?,
            ..Forgotten::default()
        })
    }

    /// Cancels every task that has not ended, and returns how many still run after a while.
    async fn stop_all(&self, owner: &str) -> Result<u64, Error> {
        let until = tokio::time::Instant::now() + STOP_MAX;
        loop {
            let mut under_way = 0;
            for status in [TaskStatus::Queued, TaskStatus::Running] {
                let filter = TaskFilter {
                    owner: Some(owner.to_owned()),
                    status: Some(status),
                    limit: AT_ONCE,
                    ..TaskFilter::default()
                };
                for task in self.record.list(&filter).await? {
                    let now_ms = self.world.now_ms();
                    self.record.cancel(&task.id, Some(owner), now_ms).await?;
                    under_way += u64::from(status == TaskStatus::Running);
                }
                // A full page of waiting tasks is cancelled by now; there may be another.
                under_way += u64::from(status == TaskStatus::Queued && self.waits(&filter).await?);
            }
            if under_way == 0 || tokio::time::Instant::now() >= until {
                return Ok(under_way);
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    async fn waits(&self, filter: &TaskFilter) -> Result<bool, Error> {
        Ok(!self.record.list(filter).await?.is_empty())
    }
}
