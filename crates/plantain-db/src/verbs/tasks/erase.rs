//! Tasks that go: those that are old, and those of an owner who wants them gone. The ledger stays.

use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::{Value, values};

/// Removes tasks that ended before a time. A task whose webhook is still on its way is needed to write the webhook's body, and
/// one that belongs to a conversation stays as long as that.
pub async fn purge(tx: &mut Tx<'_>, before_ms: i64, limit: u32) -> Result<Done<u64>, DbError> {
    let which = "finished_ms < $1 \
        AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.task = t.id AND m.status = 'pending') \
        AND (session IS NULL OR NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = t.session)) \
        LIMIT $2";
    remove(tx, which, values![before_ms, limit]).await
}

/// Removes tasks of an owner that have ended.
pub async fn erase(tx: &mut Tx<'_>, owner: &str, limit: u32) -> Result<Done<u64>, DbError> {
    remove(
        tx,
        "owner = $1 AND finished_ms IS NOT NULL LIMIT $2",
        values![owner, limit],
    )
    .await
}

async fn remove(tx: &mut Tx<'_>, which: &str, values: &[Value]) -> Result<Done<u64>, DbError> {
    let sql = format!("SELECT id FROM tasks t WHERE {which}");
    let mut removed = 0;
    for mut row in tx.rows(&sql, values).await? {
        let task = values![row.id()?.as_str()].to_vec();
        let deliveries =
            "DELETE FROM deliveries WHERE message IN (SELECT id FROM messages WHERE task = $1)";
        tx.execute(deliveries, &task).await?;
        tx.execute("DELETE FROM messages WHERE task = $1", &task)
            .await?;
        removed += tx.execute("DELETE FROM tasks WHERE id = $1", &task).await?;
    }
    Ok(Done::Keep(removed))
}
