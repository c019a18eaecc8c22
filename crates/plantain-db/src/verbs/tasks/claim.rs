//! Who runs what.

use plantain_core::Id;
use plantain_store::{Held, TaskRecord};

use super::row::{COLUMNS, load};
use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::values;

/// Owners with tasks that wait, found by jumping from one to the next in the index; each with the priority of its first
/// task, its running tasks, and its last turn. Only retries wait for a time, so that a clock that is set back holds nothing up.
const LANES: &str = "WITH RECURSIVE lanes (owner) AS ( \
        SELECT min(owner) FROM tasks WHERE status = 'queued' \
        UNION ALL \
        SELECT (SELECT min(t.owner) FROM tasks t WHERE t.status = 'queued' AND t.owner > lanes.owner) \
        FROM lanes WHERE lanes.owner IS NOT NULL) \
    SELECT owner, \
        (SELECT t.priority FROM tasks t WHERE t.status = 'queued' AND t.owner = lanes.owner \
            AND (t.attempt = 1 OR t.ready_ms <= $1) ORDER BY t.priority, t.seq LIMIT 1), \
        (SELECT count(*) FROM tasks t WHERE t.status = 'running' AND t.owner = lanes.owner), \
        (SELECT last_ms FROM turns WHERE turns.owner = lanes.owner) \
    FROM lanes WHERE owner IS NOT NULL";

/// An owner whose turn it may be. The order of the fields is the order of turns.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Lane {
    priority: i64,
    running: i64,
    last_turn_ms: i64,
    owner: String,
}

pub async fn claim(
    tx: &mut Tx<'_>,
    worker: &str,
    now_ms: i64,
    until_ms: i64,
) -> Result<Done<Option<TaskRecord>>, DbError> {
    let mut lanes = Vec::new();
    for mut row in tx.rows(LANES, values![now_ms]).await? {
        let owner = row.text()?;
        let priority = row.int_or_null()?;
        let running = row.int()?;
        let last_turn_ms = row.int_or_null()?.unwrap_or(i64::MIN);
        if let Some(priority) = priority {
            lanes.push(Lane {
                priority,
                running,
                last_turn_ms,
                owner,
            });
        }
    }
    lanes.sort_unstable();
    for lane in lanes {
        if let Some(task) = claim_from(tx, &lane.owner, worker, now_ms, until_ms).await? {
            return Ok(Done::Keep(Some(task)));
        }
    }
    Ok(Done::Undo(None))
}

/// Claims the first task of an owner, unless it has as many running as it may.
async fn claim_from(
    tx: &mut Tx<'_>,
    owner: &str,
    worker: &str,
    now_ms: i64,
    until_ms: i64,
) -> Result<Option<TaskRecord>, DbError> {
    // Also makes others who claim for this owner wait, so that what it has running is counted exactly.
    let turn = "INSERT INTO turns (owner, last_ms) VALUES ($1, $2) \
                ON CONFLICT (owner) DO UPDATE SET last_ms = excluded.last_ms";
    tx.execute(turn, values![owner, now_ms]).await?;
    let first = format!(
        "SELECT id, running_max FROM tasks WHERE status = 'queued' AND owner = $1 AND (attempt = 1 OR ready_ms <= $2) \
         ORDER BY priority, seq LIMIT 1{}",
        tx.for_update_skip_locked()
    );
    let Some(mut row) = tx.row(&first, values![owner, now_ms]).await? else {
        return Ok(None);
    };
    let id = row.id()?;
    if let Some(running_max) = row.int_or_null()? {
        let running = "SELECT count(*) FROM tasks WHERE status = 'running' AND owner = $1";
        let running = tx.row(running, values![owner]).await?;
        let running = running.map_or(Ok(0), |mut row| row.int())?;
        if running >= running_max {
            return Ok(None);
        }
    }
    let sql = format!(
        "UPDATE tasks SET status = 'running', worker = $2, lease_until_ms = $3, \
         started_ms = coalesce(started_ms, $4) WHERE id = $1 AND status = 'queued' RETURNING {COLUMNS}"
    );
    let row = tx.row(&sql, values![&id, worker, until_ms, now_ms]).await?;
    Ok(row.map(load).transpose()?)
}

pub async fn renew(
    tx: &mut Tx<'_>,
    worker: &str,
    now_ms: i64,
    until_ms: i64,
) -> Result<Done<Vec<Held>>, DbError> {
    let sql = "UPDATE tasks SET lease_until_ms = $3 \
               WHERE status = 'running' AND worker = $1 AND lease_until_ms >= $2 \
               RETURNING id, attempt, cancel_requested";
    let mut held = Vec::new();
    for mut row in tx.rows(sql, values![worker, now_ms, until_ms]).await? {
        held.push(Held {
            id: row.id()?,
            attempt: row.small()?,
            cancel_requested: row.truth()?,
        });
    }
    Ok(Done::Keep(held))
}

pub async fn progress(
    tx: &mut Tx<'_>,
    id: &Id,
    attempt: u32,
    percent: u32,
) -> Result<Done<bool>, DbError> {
    let sql =
        "UPDATE tasks SET progress = $3 WHERE id = $1 AND attempt = $2 AND status = 'running'";
    let changed = tx.execute(sql, values![id, attempt, percent]).await?;
    Ok(Done::Keep(changed == 1))
}

pub async fn to_cancel(tx: &mut Tx<'_>, worker: &str) -> Result<Done<Vec<Id>>, DbError> {
    let sql =
        "SELECT id FROM tasks WHERE status = 'running' AND worker = $1 AND cancel_requested = 1";
    let rows = tx.rows(sql, values![worker]).await?;
    let ids: Result<Vec<_>, _> = rows.into_iter().map(|mut row| row.id()).collect();
    Ok(Done::Keep(ids?))
}
