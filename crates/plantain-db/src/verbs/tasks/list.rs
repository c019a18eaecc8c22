//! Looking at tasks.

use plantain_core::Id;
use plantain_store::{QueueDepth, Tally, TaskFilter, TaskRecord};

use super::row::{COLUMNS, load, status};
use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::{Value, values};

pub async fn get(tx: &mut Tx<'_>, id: &Id) -> Result<Done<Option<TaskRecord>>, DbError> {
    let sql = format!("SELECT {COLUMNS} FROM tasks WHERE id = $1");
    let row = tx.row(&sql, values![id]).await?;
    Ok(Done::Keep(row.map(load).transpose()?))
}

pub async fn list(tx: &mut Tx<'_>, filter: &TaskFilter) -> Result<Done<Vec<TaskRecord>>, DbError> {
    let mut wheres = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    let mut also = |condition: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.push(value);
            wheres.push(condition.replace('?', &format!("${}", values.len())));
        }
    };
    also("owner = ?", filter.owner.as_ref().map(Value::from));
    also(
        "status = ?",
        filter.status.map(|status| status.name().into()),
    );
    also("model = ?", filter.model.as_ref().map(Value::from));
    also(
        "tags LIKE ? ESCAPE '!'",
        filter.tag.as_deref().map(|tag| holds(tag).into()),
    );
    also("session = ?", filter.session.as_ref().map(Value::from));
    also("created_ms >= ?", filter.from_ms.map(Value::from));
    also("created_ms < ?", filter.until_ms.map(Value::from));
    also(
        "seq < (SELECT last.seq FROM tasks last WHERE last.id = ?)",
        filter.after.as_ref().map(Value::from),
    );
    let conditions = match wheres.is_empty() {
        true => String::new(),
        false => format!(" WHERE {}", wheres.join(" AND ")),
    };
    values.push(filter.limit.into());
    let sql = format!(
        "SELECT {COLUMNS} FROM tasks{conditions} ORDER BY seq DESC LIMIT ${}",
        values.len()
    );
    let rows = tx.rows(&sql, &values).await?;
    let tasks = rows.into_iter().map(load);
    Ok(Done::Keep(tasks.collect::<Result<_, _>>()?))
}

/// Returns the pattern that finds rows with this tag.
fn holds(tag: &str) -> String {
    let tag = tag.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%\n{tag}\n%")
}

pub async fn tally(tx: &mut Tx<'_>, owner: &str, session: &Id) -> Result<Done<Tally>, DbError> {
    let sql = "SELECT status, count(*), CAST(sum(charged) AS BIGINT) FROM tasks \
               WHERE owner = $1 AND session = $2 GROUP BY status ORDER BY status";
    let mut tally = Tally::default();
    for mut row in tx.rows(sql, values![owner, session]).await? {
        let status = status(&row.text()?)?;
        tally.by_status.push((status, row.int()?));
        tally.charged.0 += row.int()?;
    }
    Ok(Done::Keep(tally))
}

pub async fn depth(tx: &mut Tx<'_>) -> Result<Done<QueueDepth>, DbError> {
    // Everything that waits stands in one index, with its number and without its time.
    let sql = "SELECT (SELECT count(*) FROM tasks WHERE status = 'queued'), \
               (SELECT count(*) FROM tasks WHERE status = 'running'), \
               (SELECT created_ms FROM tasks WHERE seq = (SELECT min(seq) FROM tasks WHERE status = 'queued'))";
    let row = tx.row(sql, &[]).await?;
    let depth = row.map(|mut row| {
        Ok::<_, DbError>(QueueDepth {
            queued: row.int()?,
            running: row.int()?,
            oldest_queued_ms: row.int_or_null()?,
        })
    });
    Ok(Done::Keep(depth.transpose()?.unwrap_or_default()))
}
