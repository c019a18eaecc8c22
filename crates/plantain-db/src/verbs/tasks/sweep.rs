//! What nobody looks after: leases that ran out, and tasks that were not started in time.

use plantain_core::{Id, TaskStatus};
use plantain_store::{Ending, Micro, Swept};

use super::finish::end;
use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::values;

/// Tasks that one sweep takes in hand, so that it never holds the writer for long.
const AT_ONCE: i64 = 256;
/// Codes of the errors that are written into tasks here; the layer above knows their words.
const LOST: &str = r#"{"code":"worker_lost"}"#;
const LATE: &str = r#"{"code":"not_started_in_time"}"#;

pub async fn sweep(
    tx: &mut Tx<'_>,
    now_ms: i64,
    attempts_max: u32,
) -> Result<Done<Swept>, DbError> {
    let mut swept = Swept::default();
    let lost = format!(
        "SELECT id, attempt, cancel_requested FROM tasks WHERE status = 'running' AND lease_until_ms < $1 \
         LIMIT $2{}",
        tx.for_update_skip_locked()
    );
    for mut row in tx.rows(&lost, values![now_ms, AT_ONCE]).await? {
        let (id, attempt, cancelled) = (row.id()?, row.small()?, row.truth()?);
        if cancelled {
            end_as(
                tx,
                &id,
                TaskStatus::Running,
                TaskStatus::Cancelled,
                None,
                now_ms,
            )
            .await?;
            swept.ended.push(id);
        } else if attempt >= attempts_max {
            end_as(
                tx,
                &id,
                TaskStatus::Running,
                TaskStatus::Failed,
                Some(LOST),
                now_ms,
            )
            .await?;
            swept.ended.push(id);
        } else {
            let sql = "UPDATE tasks SET status = 'queued', attempt = attempt + 1, ready_ms = $2, progress = 0, \
                       worker = NULL, lease_until_ms = NULL WHERE id = $1";
            tx.execute(sql, values![&id, now_ms]).await?;
            swept.requeued.push(id);
        }
    }
    // One that was started in time and lost its worker is not late.
    let late = format!(
        "SELECT id FROM tasks WHERE status = 'queued' AND start_by_ms < $1 AND started_ms IS NULL LIMIT $2{}",
        tx.for_update_skip_locked()
    );
    for mut row in tx.rows(&late, values![now_ms, AT_ONCE]).await? {
        let id = row.id()?;
        end_as(
            tx,
            &id,
            TaskStatus::Queued,
            TaskStatus::Failed,
            Some(LATE),
            now_ms,
        )
        .await?;
        swept.ended.push(id);
    }
    Ok(Done::Keep(swept))
}

async fn end_as(
    tx: &mut Tx<'_>,
    id: &Id,
    from: TaskStatus,
    status: TaskStatus,
    error_json: Option<&str>,
    now_ms: i64,
) -> Result<(), DbError> {
    let ending = Ending {
        status,
        result_json: None,
        error_json: error_json.map(Into::into),
        charged: Micro::ZERO,
        pictures: 0,
        engine: None,
        at_ms: now_ms,
    };
    end(tx, id, from, &ending).await?;
    Ok(())
}
