//! What the record forgets with time: tasks that ended long ago, and documents that have expired.

use std::sync::Arc;
use std::time::Duration;

use plantain_store::{Documents, Record, StoreError};

use crate::World;

/// How long a process runs before it looks for the first time, and how often it looks then.
const FIRST_AFTER: Duration = Duration::from_secs(60);
const EVERY: Duration = Duration::from_secs(3600);
/// Tasks removed in one transaction, so that nobody waits for it.
const AT_ONCE: u32 = 200;

/// Forgets what is old.
pub struct Housekeeping {
    record: Arc<dyn Record>,
    documents: Arc<dyn Documents>,
    world: Arc<dyn World>,
    /// How long tasks stay after their end, milliseconds; none: for ever.
    task_age_ms: Option<i64>,
}

/// What went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tidied {
    pub tasks: u64,
    pub documents: u64,
}

impl Housekeeping {
    pub fn new(
        record: Arc<dyn Record>,
        documents: Arc<dyn Documents>,
        world: Arc<dyn World>,
        task_age_ms: Option<i64>,
    ) -> Self {
        Self {
            record,
            documents,
            world,
            task_age_ms,
        }
    }

    /// Forgets what is old now.
    pub async fn tidy(&self) -> Result<Tidied, StoreError> {
        let now_ms = self.world.now_ms();
        let mut tidied = Tidied {
            documents: self.documents.sweep(now_ms).await?,
            ..Tidied::default()
        };
        if let Some(age_ms) = self.task_age_ms {
            loop {
                let gone = self.record.purge(now_ms - age_ms, AT_ONCE).await?;
                tidied.tasks += gone;
                if gone < u64::from(AT_ONCE) {
                    break;
                }
            }
        }
        Ok(tidied)
    }

    /// Tidies again and again until the future is dropped.
    pub async fn keep_tidying(&self) {
        tokio::time::sleep(FIRST_AFTER).await;
        loop {
            match self.tidy().await {
                Ok(Tidied { tasks, documents }) if tasks + documents > 0 => {
                    tracing::info!(tasks, documents, "old records were removed");
                }
                Ok(_) => {}
                Err(error) => tracing::warn!(%error, "old records could not be removed"),
            }
            tokio::time::sleep(EVERY).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemWorld;
    use plantain_core::TaskStatus;
    use plantain_db::Database;
    use plantain_store::{Durability, Ending, Lease, Micro, Money, Tasks};
    use plantain_testkit::suites::tasks::task;

    const DAY_MS: i64 = 86_400_000;

    #[tokio::test]
    async fn old_tasks_go_and_the_ledger_stays() {
        let record = Database::in_memory().await.unwrap();
        let now_ms = SystemWorld.now_ms();
        for (id, age_days) in [("task_old", 40), ("task_new", 1), ("task_open", 400)] {
            let created_ms = now_ms - age_days * DAY_MS;
            let mut new = task(id, "ann");
            new.created_ms = created_ms;
            new.lease = Some(Lease {
                worker: "w".into(),
                until_ms: now_ms + DAY_MS,
            });
            record.submit(&new, Durability::Soon).await.unwrap();
            let ending = Ending {
                status: TaskStatus::Succeeded,
                result_json: None,
                error_json: None,
                charged: Micro::ZERO,
                pictures: 1,
                engine: None,
                at_ms: created_ms,
            };
            if id != "task_open" {
                let ended = record.finish(&new.id, 1, &ending, Durability::Soon).await;
                assert!(ended.unwrap());
            }
        }
        let keeper = |age_ms| {
            let record = Arc::new(record.clone());
            Housekeeping::new(record.clone(), record, Arc::new(SystemWorld), age_ms)
        };
        assert_eq!(keeper(None).tidy().await.unwrap(), Tidied::default());
        let tidied = keeper(Some(30 * DAY_MS)).tidy().await.unwrap();
        assert_eq!(tidied.tasks, 1);
        let left = |id: &str| {
            let id = plantain_core::Id::from_stored(id);
            let record = record.clone();
            async move {
                plantain_store::Tasks::get(&record, &id)
                    .await
                    .unwrap()
                    .is_some()
            }
        };
        assert!(!left("task_old").await && left("task_new").await && left("task_open").await);
        let lines = record.turnover(0, i64::MAX).await.unwrap();
        assert!(
            lines
                .iter()
                .any(|(kind, count, _)| kind.name() == "settle" && *count == 2)
        );
        assert!(record.reckon().await.unwrap().agrees());
    }
}
