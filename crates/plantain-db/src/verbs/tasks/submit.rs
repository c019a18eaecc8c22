//! A new task: stored once, paid for before it begins.

use plantain_core::TaskStatus;
use plantain_store::{NewTask, Submitted};

use super::row::{COLUMNS, join_tags, load};
use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::values;
use crate::verbs::money::{Held, Payment, Purse, enter};

const INSERT: &str = "INSERT INTO tasks (id, owner, team, protocol, operation, model, status, priority, \
    attempt, created_ms, ready_ms, started_ms, start_by_ms, run_ms_max, progress, request_json, \
    client_json, reserved, charged, tags, session, cancel_requested, waited, worker, lease_until_ms, \
    running_max, holds, webhooks, idempotency_key, request_sha256, trace) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9, $10, $11, $12, 0, $13, $14, $15, 0, $16, $17, 0, \
    $18, $19, $20, $21, $22, $23, $24, $25, $26) ON CONFLICT DO NOTHING";

pub async fn submit(tx: &mut Tx<'_>, task: &NewTask) -> Result<Done<Submitted>, DbError> {
    let held = Purse::hold(tx, &task.payers, task.price, task.created_ms).await?;
    let (purse, alerts) = match held {
        Held::Purse(purse, alerts) => (purse, alerts),
        Held::Refused(refused) => {
            // A repeated request was paid for the first time.
            let same = earlier(tx, task).await?;
            return Ok(Done::Undo(same.unwrap_or(refused)));
        }
    };
    let (status, worker, until_ms, started_ms) = match &task.lease {
        Some(lease) => (
            TaskStatus::Running,
            Some(&lease.worker),
            Some(lease.until_ms),
            Some(task.created_ms),
        ),
        None => (TaskStatus::Queued, None, None, None),
    };
    let idempotency = task.idempotency.as_ref();
    let values = values![
        &task.id,
        &task.owner,
        task.team.as_ref(),
        &task.protocol,
        &task.operation,
        &task.model,
        status.name(),
        task.priority,
        task.created_ms,
        started_ms,
        task.start_by_ms,
        task.run_ms_max,
        &*task.request_json,
        task.client_json.as_deref(),
        task.price.0,
        join_tags(&task.tags),
        task.session.as_ref(),
        task.lease.is_some(),
        worker,
        until_ms,
        task.running_max,
        purse.to_string(),
        task.webhook.is_some(),
        idempotency.map(|promise| &promise.key),
        idempotency.map(|promise| &promise.request_sha256[..]),
        task.trace.map(|trace| trace.to_string()),
    ];
    if tx.execute(INSERT, values).await? == 0 {
        let same = earlier(tx, task).await?;
        let same = same.ok_or_else(|| DbError::new(true, "a task was stored and removed again"))?;
        return Ok(Done::Undo(same));
    }
    if task.price.0 > 0 {
        enter(tx, &Payment::reserve(task)).await?;
    }
    if let Some(message) = &task.webhook {
        crate::verbs::outbox::wait(tx, task, message).await?;
    }
    if let Some(url) = &task.alerts_to {
        for alert in &alerts {
            crate::verbs::outbox::alert(tx, url, alert, task.created_ms).await?;
        }
    }
    Ok(Done::Keep(Submitted::New(alerts)))
}

/// Returns what the task's idempotency key stands for already.
async fn earlier(tx: &mut Tx<'_>, task: &NewTask) -> Result<Option<Submitted>, DbError> {
    let Some(promise) = &task.idempotency else {
        return Ok(None);
    };
    let sql = format!(
        "SELECT request_sha256, {COLUMNS} FROM tasks WHERE owner = $1 AND idempotency_key = $2"
    );
    let Some(mut row) = tx.row(&sql, values![&task.owner, &promise.key]).await? else {
        return Ok(None);
    };
    let asked: [u8; 32] = row.blob()?;
    let record = load(row)?;
    Ok(Some(if asked == promise.request_sha256 {
        Submitted::Same(Box::new(record))
    } else {
        Submitted::Different(record.id)
    }))
}
