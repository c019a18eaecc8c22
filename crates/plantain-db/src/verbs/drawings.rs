//! What was drawn before.

use std::sync::Arc;

use plantain_store::{Drawing, Drawings, Durability, Reply, StoreError};

use super::object_index::name_of;
use super::op;
use crate::value::{Row, values};
use crate::{Database, Done};

/// Uses within this time are one: a picture that is asked for all the time is not written about all the time.
const SAME_USE_MS: i64 = 3_600_000;

impl Drawings for Database {
    fn note<'a>(&'a self, drawing: &'a Drawing) -> Reply<'a, ()> {
        let drawing = Arc::new(drawing.clone());
        let op = op!((drawing) | tx | {
            let sql = "INSERT INTO drawings (digest, name, result_json, last_used_ms) \
                       VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO UPDATE SET \
                       name = excluded.name, result_json = excluded.result_json, \
                       last_used_ms = excluded.last_used_ms";
            let values = values![
                hex(&drawing.digest),
                drawing.name.to_string(),
                &*drawing.result_json,
                drawing.last_used_ms,
            ];
            tx.execute(sql, values).await?;
            Ok(Done::Keep(()))
        });
        Box::pin(self.write(Durability::Soon, op))
    }

    fn find<'a>(&'a self, digest: &'a [u8; 32], now_ms: i64) -> Reply<'a, Option<Drawing>> {
        Box::pin(async move {
            let (key, digest) = (hex(digest), *digest);
            let used = key.clone();
            let op = op!((key) | tx | {
                let sql = "SELECT name, result_json, last_used_ms FROM drawings WHERE digest = $1";
                let row = tx.row(sql, values![key]).await?;
                let drawing = row.map(|row| load(digest, row));
                Ok(Done::Keep(drawing.transpose()?))
            });
            let found = self.read(op).await?;
            if let Some(drawing) = &found
                && drawing.last_used_ms + SAME_USE_MS < now_ms
            {
                let op = op!((used) | tx | {
                    let sql = "UPDATE drawings SET last_used_ms = $1 WHERE digest = $2";
                    tx.execute(sql, values![now_ms, used]).await?;
                    Ok(Done::Keep(()))
                });
                self.write(Durability::Soon, op).await?;
            }
            Ok(found)
        })
    }

    fn forget_unused(&self, before_ms: i64) -> Reply<'_, u64> {
        let op = op!(() | tx | {
            let sql = "DELETE FROM drawings WHERE last_used_ms < $1";
            Ok(Done::Keep(tx.execute(sql, values![before_ms]).await?))
        });
        Box::pin(self.write(Durability::Soon, op))
    }
}

fn load(digest: [u8; 32], mut row: Row) -> Result<Drawing, StoreError> {
    Ok(Drawing {
        digest,
        name: name_of(&mut row)?,
        result_json: row.text()?.into(),
        last_used_ms: row.int()?,
    })
}

fn hex(digest: &[u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
