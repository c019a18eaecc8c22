//! API keys.

use plantain_core::Id;
use plantain_store::{KeyRecord, Keys, Reply, Scopes, StoreError};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::Sqlite;

impl Keys for Sqlite {
    fn insert<'a>(&'a self, key: &'a KeyRecord) -> Reply<'a, ()> {
        Box::pin(async move {
            sqlx::query(
                "INSERT INTO keys (id, name, prefix, sha256, scopes, created_ms, expires_ms, revoked_ms) \
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )
            .bind(key.id.as_str())
            .bind(&key.name)
            .bind(&key.prefix)
            .bind(&key.sha256[..])
            .bind(key.scopes.to_string())
            .bind(key.created_ms)
            .bind(key.expires_ms)
            .bind(key.revoked_ms)
            .execute(&self.pool)
            .await
            .map_err(|error| StoreError::failed("cannot store the key", error))?;
            Ok(())
        })
    }

    fn by_prefix<'a>(&'a self, prefix: &'a str) -> Reply<'a, Option<KeyRecord>> {
        Box::pin(async move {
            let row = sqlx::query("SELECT * FROM keys WHERE prefix = ?")
                .bind(prefix)
                .fetch_optional(&self.pool)
                .await
                .map_err(|error| StoreError::failed("cannot look the key up", error))?;
            row.map(|row| load(&row)).transpose()
        })
    }

    fn list(&self) -> Reply<'_, Vec<KeyRecord>> {
        Box::pin(async move {
            let rows = sqlx::query("SELECT * FROM keys ORDER BY created_ms, id")
                .fetch_all(&self.pool)
                .await
                .map_err(|error| StoreError::failed("cannot list the keys", error))?;
            rows.iter().map(load).collect()
        })
    }

    fn any(&self) -> Reply<'_, bool> {
        Box::pin(async move {
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM keys)")
                .fetch_one(&self.pool)
                .await
                .map_err(|error| StoreError::failed("cannot look for keys", error))
        })
    }

    fn revoke<'a>(&'a self, id_or_prefix: &'a str, at_ms: i64) -> Reply<'a, bool> {
        Box::pin(async move {
            let done = sqlx::query(
                "UPDATE keys SET revoked_ms = ? WHERE (id = ? OR prefix = ?) AND revoked_ms IS NULL",
            )
            .bind(at_ms)
            .bind(id_or_prefix)
            .bind(id_or_prefix)
            .execute(&self.pool)
            .await
            .map_err(|error| StoreError::failed("cannot revoke the key", error))?;
            Ok(done.rows_affected() == 1)
        })
    }
}

fn load(row: &SqliteRow) -> Result<KeyRecord, StoreError> {
    let column = |error: sqlx::Error| StoreError::damaged("a key's row", error);
    let sha256: Vec<u8> = row.try_get("sha256").map_err(column)?;
    let scopes: String = row.try_get("scopes").map_err(column)?;
    Ok(KeyRecord {
        id: Id::from_stored(row.try_get::<String, _>("id").map_err(column)?),
        name: row.try_get("name").map_err(column)?,
        prefix: row.try_get("prefix").map_err(column)?,
        sha256: sha256
            .try_into()
            .map_err(|_| StoreError::damaged("a key's row", "the hash is not 32 bytes"))?,
        scopes: Scopes::parse("scopes", &scopes)
            .map_err(|error| StoreError::damaged("a key's row", error))?,
        created_ms: row.try_get("created_ms").map_err(column)?,
        expires_ms: row.try_get("expires_ms").map_err(column)?,
        revoked_ms: row.try_get("revoked_ms").map_err(column)?,
    })
}
