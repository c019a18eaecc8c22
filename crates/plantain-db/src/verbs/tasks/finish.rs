//! How a task leaves the hands of a worker, or ends without one.

use plantain_core::{Id, TaskStatus};
use plantain_store::{Cancelling, Ending, Micro};

use super::row::status;
use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::{Row, values};
use crate::verbs::money::{Payment, Purse, enter};

/// What a finished task needs to be told about.
pub struct Finished {
    pub waited: bool,
    pub webhooks: bool,
}

/// What is needed of a row to settle it, in the order of [`Account::load`].
const ACCOUNT: &str = "id, owner, team, model, tags, reserved, holds, webhooks, waited";

struct Account {
    payment: Payment,
    reserved: Micro,
    purse: Purse,
    finished: Finished,
}

impl Account {
    fn load(mut row: Row) -> Result<Self, DbError> {
        let payment = Payment::of_task(
            row.text()?,
            row.text()?,
            row.text_or_null()?,
            row.text()?,
            row.text()?,
        );
        Ok(Self {
            payment,
            reserved: Micro(row.int()?),
            purse: Purse::parse(&row.text()?)?,
            finished: Finished {
                webhooks: row.truth()?,
                waited: row.truth()?,
            },
        })
    }

    /// Charges, releases what was held, and lets the webhooks go.
    async fn settle(self, tx: &mut Tx<'_>, ending: &Ending) -> Result<Finished, DbError> {
        if self.reserved.0 > 0 {
            self.purse.settle(tx, self.reserved, ending.charged).await?;
            enter(tx, &self.payment.release(self.reserved, ending.at_ms)).await?;
        }
        if ending.status == TaskStatus::Succeeded || ending.charged.0 > 0 {
            enter(tx, &self.payment.settle(ending)).await?;
        }
        if self.finished.webhooks {
            crate::verbs::outbox::release(tx, &self.payment.task, ending.at_ms).await?;
        }
        Ok(self.finished)
    }
}

/// Ends a task of which a worker holds the lease; none when it does not.
pub async fn finish(
    tx: &mut Tx<'_>,
    id: &Id,
    attempt: u32,
    ending: &Ending,
) -> Result<Done<Option<Finished>>, DbError> {
    assert!(
        TaskStatus::Running.may_become(ending.status) && ending.status.is_final(),
        "a running task cannot end as {}",
        ending.status
    );
    let sql = format!(
        "UPDATE tasks SET status = $3, result_json = $4, error_json = $5, charged = $6, finished_ms = $7, \
         progress = CASE WHEN $3 = 'succeeded' THEN 100 ELSE progress END, worker = NULL, \
         lease_until_ms = NULL \
         WHERE id = $1 AND attempt = $2 AND status = 'running' AND lease_until_ms >= $7 \
         RETURNING {ACCOUNT}"
    );
    let values = values![
        id,
        attempt,
        ending.status.name(),
        ending.result_json.as_deref(),
        ending.error_json.as_deref(),
        ending.charged.0,
        ending.at_ms,
    ];
    let Some(row) = tx.row(&sql, values).await? else {
        return Ok(Done::Undo(None));
    };
    let finished = Account::load(row)?.settle(tx, ending).await?;
    Ok(Done::Keep(Some(finished)))
}

/// Ends a task that nobody runs, in a state that the caller has just seen under lock.
pub async fn end(
    tx: &mut Tx<'_>,
    id: &Id,
    from: TaskStatus,
    ending: &Ending,
) -> Result<bool, DbError> {
    assert!(from.may_become(ending.status), "{from} → {}", ending.status);
    let sql = format!(
        "UPDATE tasks SET status = $3, error_json = $4, finished_ms = $5, worker = NULL, \
         lease_until_ms = NULL WHERE id = $1 AND status = $2 RETURNING {ACCOUNT}"
    );
    let values = values![
        id,
        from.name(),
        ending.status.name(),
        ending.error_json.as_deref(),
        ending.at_ms,
    ];
    let Some(row) = tx.row(&sql, values).await? else {
        return Ok(false);
    };
    Account::load(row)?.settle(tx, ending).await?;
    Ok(true)
}

pub async fn retry(
    tx: &mut Tx<'_>,
    id: &Id,
    attempt: u32,
    ready_ms: i64,
    error_json: &str,
) -> Result<Done<bool>, DbError> {
    let sql = "UPDATE tasks SET status = 'queued', attempt = attempt + 1, ready_ms = $3, error_json = $4, \
               progress = 0, worker = NULL, lease_until_ms = NULL \
               WHERE id = $1 AND attempt = $2 AND status = 'running'";
    let changed = tx
        .execute(sql, values![id, attempt, ready_ms, error_json])
        .await?;
    Ok(Done::Keep(changed == 1))
}

pub async fn hand_back(
    tx: &mut Tx<'_>,
    id: &Id,
    attempt: u32,
    now_ms: i64,
) -> Result<Done<bool>, DbError> {
    // The attempt moves on all the same: whoever still holds this one must not finish it.
    let sql = "UPDATE tasks SET status = 'queued', attempt = attempt + 1, ready_ms = $3, progress = 0, \
               worker = NULL, lease_until_ms = NULL \
               WHERE id = $1 AND attempt = $2 AND status = 'running'";
    let changed = tx.execute(sql, values![id, attempt, now_ms]).await?;
    Ok(Done::Keep(changed == 1))
}

pub async fn cancel(
    tx: &mut Tx<'_>,
    id: &Id,
    owner: Option<&str>,
    now_ms: i64,
) -> Result<Done<Cancelling>, DbError> {
    let sql = format!(
        "SELECT owner, status FROM tasks WHERE id = $1{}",
        tx.for_update()
    );
    let Some(mut row) = tx.row(&sql, values![id]).await? else {
        return Ok(Done::Undo(Cancelling::Unknown));
    };
    let theirs = row.text()?;
    if owner.is_some_and(|owner| owner != theirs) {
        return Ok(Done::Undo(Cancelling::Unknown));
    }
    match status(&row.text()?)? {
        TaskStatus::Queued => {
            let ending = Ending {
                status: TaskStatus::Cancelled,
                result_json: None,
                error_json: None,
                charged: Micro::ZERO,
                pictures: 0,
                engine: None,
                at_ms: now_ms,
            };
            end(tx, id, TaskStatus::Queued, &ending).await?;
            Ok(Done::Keep(Cancelling::Done))
        }
        TaskStatus::Running => {
            let sql = "UPDATE tasks SET cancel_requested = 1 WHERE id = $1";
            tx.execute(sql, values![id]).await?;
            Ok(Done::Keep(Cancelling::Requested))
        }
        ended => Ok(Done::Undo(Cancelling::Ended(ended))),
    }
}
