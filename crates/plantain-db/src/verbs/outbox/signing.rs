//! What webhooks of an owner are signed with: the number of the secret, not the secret.

use plantain_store::HookSecret;

use crate::Done;
use crate::tx::{DbError, Tx};
use crate::value::values;

pub async fn hook_secret(tx: &mut Tx<'_>, owner: &str) -> Result<Done<HookSecret>, DbError> {
    let sql = "SELECT generation, former_until_ms FROM hook_secrets WHERE owner = $1";
    let row = tx.row(sql, values![owner]).await?;
    Ok(Done::Keep(match row {
        Some(mut row) => HookSecret {
            generation: row.small()?,
            former_until_ms: row.int()?,
        },
        None => HookSecret::default(),
    }))
}

pub async fn rotate(
    tx: &mut Tx<'_>,
    owner: &str,
    former_until_ms: i64,
) -> Result<Done<HookSecret>, DbError> {
    let sql = "INSERT INTO hook_secrets (owner, generation, former_until_ms) VALUES ($1, 1, $2) \
               ON CONFLICT (owner) DO UPDATE SET generation = hook_secrets.generation + 1, \
               former_until_ms = excluded.former_until_ms";
    tx.execute(sql, values![owner, former_until_ms]).await?;
    hook_secret(tx, owner).await
}
