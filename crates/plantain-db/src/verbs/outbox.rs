//! Webhooks on their way.

mod signing;

use std::sync::Arc;

use plantain_core::Id;
use plantain_store::{
    AfterDelivery, BudgetAlert, Delivery, Durability, HookSecret, MessageFilter, MessageRecord,
    MessageStatus, NewMessage, NewTask, Outbox, Reply, Signal, StoreError,
};

use super::op;
use crate::tx::{DbError, Tx};
use crate::value::{Row, Value, values};
use crate::{Database, Done};

const COLUMNS: &str =
    "id, task, owner, url, form_json, status, attempts, created_ms, next_ms, delivered_ms";
const INSERT: &str = "INSERT INTO messages (id, task, owner, url, form_json, status, attempts, created_ms, \
    next_ms, claimed_until) VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $7, 0)";

/// Stores the message that a new task will send when it ends.
pub(super) async fn wait(
    tx: &mut Tx<'_>,
    task: &NewTask,
    message: &NewMessage,
) -> Result<(), DbError> {
    let values = values![
        &message.id,
        &task.id,
        &task.owner,
        &message.url,
        &*message.form_json,
        MessageStatus::Waiting.name(),
        task.created_ms,
    ];
    tx.execute(INSERT, values).await?;
    Ok(())
}

/// Stores word of a budget's share that was passed. Its id says which, so that it cannot be told twice.
pub(super) async fn alert(
    tx: &mut Tx<'_>,
    url: &str,
    alert: &BudgetAlert,
    now_ms: i64,
) -> Result<(), DbError> {
    let id = format!("{}_{}_{}", alert.budget, alert.start_ms, alert.percent);
    let values = values![
        id,
        &alert.budget,
        "",
        url,
        alert.form_json(),
        MessageStatus::Pending.name(),
        now_ms,
    ];
    tx.execute(INSERT, values).await?;
    Ok(())
}

/// Lets go what waited for the end of a task.
pub(super) async fn release(tx: &mut Tx<'_>, task: &str, now_ms: i64) -> Result<(), DbError> {
    let sql = "UPDATE messages SET status = 'pending', next_ms = $2 WHERE task = $1 AND status = 'waiting'";
    tx.execute(sql, values![task, now_ms]).await?;
    Ok(())
}

impl Outbox for Database {
    fn post<'a>(&'a self, task: &'a Id, message: &'a NewMessage, now_ms: i64) -> Reply<'a, ()> {
        Box::pin(async move {
            let (task, message) = (task.clone(), Arc::new(message.clone()));
            let op = op!((task, message) | tx | post(tx, &task, &message, now_ms).await);
            self.write(Durability::Disk, op).await?;
            self.announce(Signal::Outbox);
            Ok(())
        })
    }

    fn claim_messages(
        &self,
        now_ms: i64,
        until_ms: i64,
        limit: u32,
    ) -> Reply<'_, Vec<MessageRecord>> {
        let op = op!(() | tx | claim(tx, now_ms, until_ms, limit).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn delivered<'a>(&'a self, delivery: &'a Delivery, after: AfterDelivery) -> Reply<'a, ()> {
        let delivery = Arc::new(delivery.clone());
        let op = op!((delivery) | tx | delivered(tx, &delivery, after).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn message<'a>(&'a self, id: &'a Id) -> Reply<'a, Option<MessageRecord>> {
        let id = id.clone();
        Box::pin(self.look_up(op!((id) | tx | message(tx, &id).await)))
    }

    fn messages<'a>(&'a self, filter: &'a MessageFilter) -> Reply<'a, Vec<MessageRecord>> {
        let filter = filter.clone();
        Box::pin(self.read(op!((filter) | tx | messages(tx, &filter).await)))
    }

    fn deliveries<'a>(&'a self, message: &'a Id) -> Reply<'a, Vec<Delivery>> {
        let message = message.clone();
        Box::pin(self.read(op!((message) | tx | deliveries(tx, &message).await)))
    }

    fn replay<'a>(&'a self, id: &'a Id, now_ms: i64) -> Reply<'a, bool> {
        Box::pin(async move {
            let id = id.clone();
            let op = op!((id) | tx | replay(tx, &id, now_ms).await);
            let found = self.write(Durability::Disk, op).await?;
            if found {
                self.announce(Signal::Outbox);
            }
            Ok(found)
        })
    }

    fn hook_secret<'a>(&'a self, owner: &'a str) -> Reply<'a, HookSecret> {
        let owner = owner.to_owned();
        Box::pin(self.look_up(op!((owner) | tx | signing::hook_secret(tx, &owner).await)))
    }

    fn rotate_hook_secret<'a>(
        &'a self,
        owner: &'a str,
        former_until_ms: i64,
    ) -> Reply<'a, HookSecret> {
        let owner = owner.to_owned();
        let op = op!((owner) | tx | signing::rotate(tx, &owner, former_until_ms).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn lag(&self) -> Reply<'_, (i64, Option<i64>)> {
        Box::pin(self.read(op!(() | tx | lag(tx).await)))
    }
}

async fn post(
    tx: &mut Tx<'_>,
    task: &Id,
    message: &NewMessage,
    now_ms: i64,
) -> Result<Done<()>, DbError> {
    let row = tx
        .row("SELECT owner FROM tasks WHERE id = $1", values![task])
        .await?;
    let Some(mut row) = row else {
        return Ok(Done::Undo(()));
    };
    let values = values![
        &message.id,
        task,
        row.text()?,
        &message.url,
        &*message.form_json,
        MessageStatus::Pending.name(),
        now_ms,
    ];
    tx.execute(INSERT, values).await?;
    Ok(Done::Keep(()))
}

async fn claim(
    tx: &mut Tx<'_>,
    now_ms: i64,
    until_ms: i64,
    limit: u32,
) -> Result<Done<Vec<MessageRecord>>, DbError> {
    // An earlier message about the same task goes first.
    let sql = format!(
        "SELECT {COLUMNS} FROM messages m WHERE status = 'pending' AND next_ms <= $1 AND claimed_until < $1 \
         AND NOT EXISTS (SELECT 1 FROM messages e WHERE e.task = m.task AND e.seq < m.seq \
         AND e.status = 'pending') ORDER BY next_ms LIMIT $2{}",
        tx.for_update_skip_locked()
    );
    let mut claimed = Vec::new();
    for row in tx.rows(&sql, values![now_ms, limit]).await? {
        let message = load(row)?;
        let sql = "UPDATE messages SET claimed_until = $2 WHERE id = $1";
        tx.execute(sql, values![&message.id, until_ms]).await?;
        claimed.push(message);
    }
    Ok(Done::Keep(claimed))
}

async fn delivered(
    tx: &mut Tx<'_>,
    delivery: &Delivery,
    after: AfterDelivery,
) -> Result<Done<()>, DbError> {
    let sql = "INSERT INTO deliveries (message, attempt, at_ms, took_ms, status, detail) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let values = values![
        &delivery.message,
        delivery.attempt,
        delivery.at_ms,
        delivery.took_ms,
        delivery.status,
        &delivery.detail,
    ];
    tx.execute(sql, values).await?;
    let ended_ms = delivery.at_ms + delivery.took_ms;
    let (status, next_ms, delivered_ms) = match after {
        AfterDelivery::Delivered => (MessageStatus::Delivered, ended_ms, Some(ended_ms)),
        AfterDelivery::Again(next_ms) => (MessageStatus::Pending, next_ms, None),
        AfterDelivery::GivenUp => (MessageStatus::Failed, ended_ms, None),
    };
    let sql = "UPDATE messages SET status = $2, attempts = $3, next_ms = $4, delivered_ms = $5, \
               claimed_until = 0 WHERE id = $1";
    let values = values![
        &delivery.message,
        status.name(),
        delivery.attempt,
        next_ms,
        delivered_ms,
    ];
    tx.execute(sql, values).await?;
    Ok(Done::Keep(()))
}

async fn message(tx: &mut Tx<'_>, id: &Id) -> Result<Done<Option<MessageRecord>>, DbError> {
    let sql = format!("SELECT {COLUMNS} FROM messages WHERE id = $1");
    let row = tx.row(&sql, values![id]).await?;
    Ok(Done::Keep(row.map(load).transpose()?))
}

async fn messages(
    tx: &mut Tx<'_>,
    filter: &MessageFilter,
) -> Result<Done<Vec<MessageRecord>>, DbError> {
    let mut values: Vec<Value> = vec![filter.limit.into()];
    let mut sql = format!("SELECT {COLUMNS} FROM messages WHERE 1 = 1");
    let status = filter.status.map(|status| Value::from(status.name()));
    for (condition, value) in [
        ("owner = ?", filter.owner.as_ref().map(Value::from)),
        ("task = ?", filter.task.as_ref().map(Value::from)),
        ("status = ?", status),
        (
            "seq < (SELECT last.seq FROM messages last WHERE last.id = ?)",
            filter.after.as_ref().map(Value::from),
        ),
    ] {
        if let Some(value) = value {
            values.push(value);
            sql += " AND ";
            sql += &condition.replace('?', &format!("${}", values.len()));
        }
    }
    sql += " ORDER BY seq DESC LIMIT $1";
    let rows = tx.rows(&sql, &values).await?;
    let messages = rows.into_iter().map(load);
    Ok(Done::Keep(messages.collect::<Result<_, _>>()?))
}

async fn deliveries(tx: &mut Tx<'_>, message: &Id) -> Result<Done<Vec<Delivery>>, DbError> {
    let sql = "SELECT message, attempt, at_ms, took_ms, status, detail FROM deliveries \
               WHERE message = $1 ORDER BY seq";
    let mut all = Vec::new();
    for mut row in tx.rows(sql, values![message]).await? {
        all.push(Delivery {
            message: row.id()?,
            attempt: row.small()?,
            at_ms: row.int()?,
            took_ms: row.int()?,
            status: row
                .int_or_null()?
                .and_then(|status| u32::try_from(status).ok()),
            detail: row.text()?,
        });
    }
    Ok(Done::Keep(all))
}

async fn replay(tx: &mut Tx<'_>, id: &Id, now_ms: i64) -> Result<Done<bool>, DbError> {
    let sql = "UPDATE messages SET status = 'pending', attempts = 0, next_ms = $2, claimed_until = 0 \
               WHERE id = $1 AND status <> 'waiting'";
    let changed = tx.execute(sql, values![id, now_ms]).await?;
    Ok(Done::Keep(changed == 1))
}

async fn lag(tx: &mut Tx<'_>) -> Result<Done<(i64, Option<i64>)>, DbError> {
    let sql = "SELECT count(*), min(next_ms) FROM messages WHERE status = 'pending'";
    let row = tx.row(sql, &[]).await?;
    Ok(Done::Keep(match row {
        Some(mut row) => (row.int()?, row.int_or_null()?),
        None => (0, None),
    }))
}

fn load(mut row: Row) -> Result<MessageRecord, StoreError> {
    Ok(MessageRecord {
        id: row.id()?,
        task: row.id()?,
        owner: row.text()?,
        url: row.text()?,
        form_json: row.text()?.into(),
        status: {
            let name = row.text()?;
            MessageStatus::parse(&name)
                .ok_or_else(|| StoreError::damaged("a message's row", name))?
        },
        attempts: row.small()?,
        created_ms: row.int()?,
        next_ms: row.int()?,
        delivered_ms: row.int_or_null()?,
    })
}
