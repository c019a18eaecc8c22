//! The audit log.

use std::sync::Arc;

use plantain_store::{
    Audit, AuditEvent, AuditFilter, AuditOutcome, AuditRecord, Durability, Reply, StoreError,
};

use super::op;
use crate::tx::{DbError, Tx};
use crate::value::{Row, Value, values};
use crate::{Database, Done};

impl Audit for Database {
    fn note<'a>(&'a self, event: &'a AuditEvent) -> Reply<'a, ()> {
        let event = Arc::new(event.clone());
        let op = op!((event) | tx | note(tx, &event).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn events<'a>(&'a self, filter: &'a AuditFilter) -> Reply<'a, Vec<AuditRecord>> {
        let filter = filter.clone();
        Box::pin(self.read(op!((filter) | tx | events(tx, &filter).await)))
    }
}

async fn note(tx: &mut Tx<'_>, event: &AuditEvent) -> Result<Done<()>, DbError> {
    let sql = "INSERT INTO audit (at_ms, actor, action, object, outcome, reason) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let values = values![
        event.at_ms,
        &event.actor,
        &event.action,
        &event.object,
        event.outcome.name(),
        &event.reason,
    ];
    tx.execute(sql, values).await?;
    Ok(Done::Keep(()))
}

async fn events(tx: &mut Tx<'_>, filter: &AuditFilter) -> Result<Done<Vec<AuditRecord>>, DbError> {
    let mut wheres = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    let mut also = |condition: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.push(value);
            wheres.push(condition.replace('?', &format!("${}", values.len())));
        }
    };
    also("actor = ?", filter.actor.as_ref().map(Value::from));
    let (kind, action) = match &filter.action {
        Some(action) if action.ends_with('.') => (Some(begins_with(action)), None),
        action => (None, action.as_ref()),
    };
    also("action = ?", action.map(Value::from));
    also("action LIKE ? ESCAPE '!'", kind.map(Value::from));
    also("object = ?", filter.object.as_ref().map(Value::from));
    let outcome = filter.outcome.map(|outcome| outcome.name().into());
    also("outcome = ?", outcome);
    also("at_ms >= ?", filter.since_ms.map(Value::from));
    also("at_ms < ?", filter.until_ms.map(Value::from));
    also("number < ?", filter.before.map(Value::from));
    let conditions = match wheres.is_empty() {
        true => String::new(),
        false => format!(" WHERE {}", wheres.join(" AND ")),
    };
    values.push(filter.limit.into());
    let sql = format!(
        "SELECT number, at_ms, actor, action, object, outcome, reason FROM audit{conditions} \
         ORDER BY number DESC LIMIT ${}",
        values.len()
    );
    let rows = tx.rows(&sql, &values).await?;
    let records = rows.into_iter().map(load);
    Ok(Done::Keep(records.collect::<Result<_, _>>()?))
}

/// Returns the pattern that finds texts that begin so.
fn begins_with(start: &str) -> String {
    let start = start
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    format!("{start}%")
}

fn load(mut row: Row) -> Result<AuditRecord, StoreError> {
    Ok(AuditRecord {
        number: row.int()?,
        event: AuditEvent {
            at_ms: row.int()?,
            actor: row.text()?,
            action: row.text()?,
            object: row.text()?,
            outcome: AuditOutcome::parse("outcome", &row.text()?)
                .map_err(|error| StoreError::damaged("an audit row", error))?,
            reason: row.text()?,
        },
    })
}
