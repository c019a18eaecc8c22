//! API keys.

use std::sync::Arc;

use plantain_store::{
    Durability, FormerSecret, Grant, KeyRecord, KeySecret, Keys, Reply, Scopes, StoreError,
};

use crate::value::{Row, values};
use crate::{Database, Done};

const COLUMNS: &str = "id, name, prefix, sha256, scopes, created_ms, expires_ms, revoked_ms, tier, \
    team, policy, models, tags, former_prefix, former_sha256, former_until_ms";
/// What parts the items of a list in a column; no item holds one.
const ITEM_END: &str = "\n";

impl Keys for Database {
    fn insert<'a>(&'a self, key: &'a KeyRecord) -> Reply<'a, ()> {
        let key = Arc::new(key.clone());
        Box::pin(self.write(Durability::Disk, move |tx| {
            let key = Arc::clone(&key);
            Box::pin(async move {
                let sql = format!(
                    "INSERT INTO keys ({COLUMNS}) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
                );
                let former = key.former.as_ref();
                let values = values![
                    &key.id,
                    &key.name,
                    &key.prefix,
                    &key.sha256[..],
                    key.scopes.to_string(),
                    key.created_ms,
                    key.expires_ms,
                    key.revoked_ms,
                    key.grant.tier.as_ref(),
                    key.grant.team.as_ref(),
                    key.grant.policy.as_ref(),
                    key.grant.models.join(ITEM_END),
                    key.grant.tags.join(ITEM_END),
                    former.map(|former| &former.secret.prefix),
                    former.map(|former| &former.secret.sha256[..]),
                    former.map(|former| former.until_ms),
                ];
                tx.execute(&sql, values).await?;
                Ok(Done::Keep(()))
            })
        }))
    }

    fn by_prefix<'a>(&'a self, prefix: &'a str) -> Reply<'a, Option<KeyRecord>> {
        let prefix = prefix.to_owned();
        Box::pin(self.look_up(move |tx| {
            let prefix = prefix.clone();
            Box::pin(async move {
                let sql =
                    format!("SELECT {COLUMNS} FROM keys WHERE prefix = $1 OR former_prefix = $1");
                let row = tx.row(&sql, values![prefix]).await?;
                Ok(Done::Keep(row.map(load).transpose()?))
            })
        }))
    }

    fn by_id<'a>(&'a self, id: &'a str) -> Reply<'a, Option<KeyRecord>> {
        let id = id.to_owned();
        Box::pin(self.look_up(move |tx| {
            let id = id.clone();
            Box::pin(async move {
                let sql = format!("SELECT {COLUMNS} FROM keys WHERE id = $1");
                let row = tx.row(&sql, values![id]).await?;
                Ok(Done::Keep(row.map(load).transpose()?))
            })
        }))
    }

    fn list(&self) -> Reply<'_, Vec<KeyRecord>> {
        Box::pin(self.read(|tx| {
            Box::pin(async move {
                let sql = format!("SELECT {COLUMNS} FROM keys ORDER BY created_ms, id");
                let rows = tx.rows(&sql, &[]).await?;
                let keys = rows.into_iter().map(load);
                Ok(Done::Keep(keys.collect::<Result<_, _>>()?))
            })
        }))
    }

    fn any(&self) -> Reply<'_, bool> {
        Box::pin(self.look_up(|tx| {
            Box::pin(async move {
                let row = tx.row("SELECT id FROM keys LIMIT 1", &[]).await?;
                Ok(Done::Keep(row.is_some()))
            })
        }))
    }

    fn revoke<'a>(&'a self, id_or_prefix: &'a str, at_ms: i64) -> Reply<'a, bool> {
        let which = id_or_prefix.to_owned();
        Box::pin(self.write(Durability::Disk, move |tx| {
            let which = which.clone();
            Box::pin(async move {
                let sql = "UPDATE keys SET revoked_ms = $1 \
                           WHERE (id = $2 OR prefix = $2) AND revoked_ms IS NULL";
                let changed = tx.execute(sql, values![at_ms, which]).await?;
                Ok(Done::Keep(changed == 1))
            })
        }))
    }

    fn rotate<'a>(
        &'a self,
        id_or_prefix: &'a str,
        secret: &'a KeySecret,
        former_until_ms: i64,
    ) -> Reply<'a, Option<KeyRecord>> {
        let which = id_or_prefix.to_owned();
        let secret = secret.clone();
        Box::pin(self.write(Durability::Disk, move |tx| {
            let (which, secret) = (which.clone(), secret.clone());
            Box::pin(async move {
                let sql = "UPDATE keys SET former_prefix = prefix, former_sha256 = sha256, \
                           former_until_ms = $1, prefix = $2, sha256 = $3 \
                           WHERE (id = $4 OR prefix = $4) AND revoked_ms IS NULL";
                let values = values![former_until_ms, &secret.prefix, &secret.sha256[..], which];
                tx.execute(sql, values).await?;
                let sql = format!("SELECT {COLUMNS} FROM keys WHERE prefix = $1");
                let row = tx.row(&sql, values![&secret.prefix]).await?;
                Ok(Done::Keep(row.map(load).transpose()?))
            })
        }))
    }
}

fn load(mut row: Row) -> Result<KeyRecord, StoreError> {
    Ok(KeyRecord {
        id: row.id()?,
        name: row.text()?,
        prefix: row.text()?,
        sha256: row.blob()?,
        scopes: Scopes::parse("scopes", &row.text()?)
            .map_err(|error| StoreError::damaged("a key's row", error))?,
        created_ms: row.int()?,
        expires_ms: row.int_or_null()?,
        revoked_ms: row.int_or_null()?,
        grant: Grant {
            tier: row.text_or_null()?,
            team: row.text_or_null()?,
            policy: row.text_or_null()?,
            models: items(&row.text()?),
            tags: items(&row.text()?),
        },
        former: former(&mut row)?,
    })
}

fn items(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn former(row: &mut Row) -> Result<Option<FormerSecret>, StoreError> {
    let Some(prefix) = row.text_or_null()? else {
        return Ok(None);
    };
    Ok(Some(FormerSecret {
        secret: KeySecret {
            prefix,
            sha256: row.blob()?,
        },
        until_ms: row.int()?,
    }))
}
