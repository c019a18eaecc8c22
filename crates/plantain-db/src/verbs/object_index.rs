//! Claims on stored files.

use std::sync::Arc;

use plantain_core::Id;
use plantain_store::{
    Durability, ObjectClaim, ObjectIndex, ObjectName, ObjectUse, Reply, StoreError,
};

use super::op;
use crate::tx::{DbError, Tx};
use crate::value::{Row, Value, values};
use crate::{Database, Done};

const COLUMNS: &str =
    "owner, name, session, task, size_bytes, created_ms, last_used_ms, pinned, expires_ms";

impl ObjectIndex for Database {
    fn claim<'a>(&'a self, claim: &'a ObjectClaim) -> Reply<'a, ()> {
        let claim = Arc::new(claim.clone());
        let op = op!((claim) | tx | store(tx, &claim).await);
        Box::pin(self.write(Durability::Soon, op))
    }

    fn is_claimed<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, bool> {
        let name = name.to_string();
        Box::pin(self.look_up(op!((name) | tx | {
            let sql = "SELECT 1 FROM objects WHERE name = $1 LIMIT 1";
            Ok(Done::Keep(tx.row(sql, values![name]).await?.is_some()))
        })))
    }

    fn unclaimed<'a>(&'a self, names: &'a [ObjectName]) -> Reply<'a, Vec<ObjectName>> {
        let names = Arc::new(names.to_vec());
        Box::pin(self.read(op!((names) | tx | unclaimed(tx, &names).await)))
    }

    fn touch<'a>(&'a self, name: &'a ObjectName, now_ms: i64) -> Reply<'a, ()> {
        let name = name.to_string();
        let op = op!((name) | tx | {
            let sql = "UPDATE objects SET last_used_ms = $1 WHERE name = $2 AND last_used_ms < $1";
            tx.execute(sql, values![now_ms, name]).await?;
            Ok(Done::Keep(()))
        });
        Box::pin(self.write(Durability::Soon, op))
    }

    fn pin<'a>(&'a self, owner: &'a str, name: &'a ObjectName, pinned: bool) -> Reply<'a, bool> {
        let (owner, name) = (owner.to_owned(), name.to_string());
        let op = op!((owner, name) | tx | {
            let sql = "UPDATE objects SET pinned = $1 WHERE owner = $2 AND name = $3";
            let changed = tx.execute(sql, values![pinned, owner, name]).await?;
            Ok(Done::Keep(changed > 0))
        });
        Box::pin(self.write(Durability::Disk, op))
    }

    fn list<'a>(
        &'a self,
        owner: &'a str,
        after: Option<&'a ObjectName>,
        limit: u32,
    ) -> Reply<'a, Vec<ObjectClaim>> {
        let owner = owner.to_owned();
        let after = after.map(ObjectName::to_string).unwrap_or_default();
        Box::pin(self.read(op!((owner, after) | tx | {
            let sql = format!(
                "SELECT {COLUMNS} FROM objects WHERE owner = $1 AND name > $2 \
                 ORDER BY name, session LIMIT $3"
            );
            let rows = tx.rows(&sql, values![owner, after, limit]).await?;
            let claims = rows.into_iter().map(load);
            Ok(Done::Keep(claims.collect::<Result<_, _>>()?))
        })))
    }

    fn usage<'a>(&'a self, owner: &'a str) -> Reply<'a, ObjectUse> {
        let owner = owner.to_owned();
        Box::pin(self.read(op!((owner) | tx | Ok(Done::Keep(usage(tx, &owner).await?)))))
    }

    fn owners(&self) -> Reply<'_, Vec<String>> {
        Box::pin(self.read(op!(() | tx | {
            let sql = "SELECT DISTINCT owner FROM objects ORDER BY owner";
            let rows = tx.rows(sql, &[]).await?;
            let owners = rows.into_iter().map(|mut row| row.text());
            Ok(Done::Keep(owners.collect::<Result<_, _>>()?))
        })))
    }

    fn release_old<'a>(
        &'a self,
        owner: &'a str,
        created_before_ms: i64,
        now_ms: i64,
        limit: u32,
    ) -> Reply<'a, u64> {
        let owner = owner.to_owned();
        let op = op!((owner) | tx | {
            let which = "owner = $1 AND pinned = 0 AND (expires_ms <= $2 \
                         OR (expires_ms IS NULL AND created_ms < $3)) LIMIT $4";
            let values = values![owner, now_ms, created_before_ms, limit];
            Ok(Done::Keep(release(tx, which, values, now_ms).await?))
        });
        Box::pin(self.write(Durability::Soon, op))
    }

    fn release_over<'a>(
        &'a self,
        owner: &'a str,
        bytes_max: u64,
        now_ms: i64,
        limit: u32,
    ) -> Reply<'a, u64> {
        let owner = owner.to_owned();
        let op = op!((owner) | tx | {
            let released = release_over(tx, &owner, bytes_max, now_ms, limit).await?;
            Ok(Done::Keep(released))
        });
        Box::pin(self.write(Durability::Soon, op))
    }

    fn release_all<'a>(
        &'a self,
        owner: &'a str,
        session: Option<&'a Id>,
        now_ms: i64,
    ) -> Reply<'a, u64> {
        let (owner, session) = (owner.to_owned(), session.cloned());
        let op = op!((owner, session) | tx | {
            let released = match &session {
                Some(session) => {
                    let which = "owner = $1 AND session = $2";
                    release(tx, which, values![owner, session], now_ms).await?
                }
                None => release(tx, "owner = $1", values![owner], now_ms).await?,
            };
            Ok(Done::Keep(released))
        });
        Box::pin(self.write(Durability::Disk, op))
    }

    fn release<'a>(&'a self, owner: &'a str, name: &'a ObjectName, now_ms: i64) -> Reply<'a, bool> {
        let (owner, name) = (owner.to_owned(), name.to_string());
        let op = op!((owner, name) | tx | {
            let which = "owner = $1 AND name = $2";
            let released = release(tx, which, values![owner, name], now_ms).await?;
            Ok(Done::Keep(released > 0))
        });
        Box::pin(self.write(Durability::Disk, op))
    }

    fn doomed<'a>(
        &'a self,
        after: Option<&'a ObjectName>,
        limit: u32,
    ) -> Reply<'a, Vec<ObjectName>> {
        let after = after.map(ObjectName::to_string).unwrap_or_default();
        Box::pin(self.read(op!((after) | tx | {
            let sql = "SELECT name FROM objects_doomed AS doomed WHERE name > $1 AND NOT EXISTS \
                       (SELECT 1 FROM objects WHERE objects.name = doomed.name) \
                       ORDER BY name LIMIT $2";
            let rows = tx.rows(sql, values![after, limit]).await?;
            let names = rows.into_iter().map(|mut row| name_of(&mut row));
            Ok(Done::Keep(names.collect::<Result<_, _>>()?))
        })))
    }

    fn buried<'a>(&'a self, name: &'a ObjectName) -> Reply<'a, ()> {
        let name = name.to_string();
        let op = op!((name) | tx | {
            let sql = "DELETE FROM objects_doomed WHERE name = $1";
            tx.execute(sql, values![&name]).await?;
            Ok(Done::Keep(()))
        });
        Box::pin(self.write(Durability::Soon, op))
    }
}

async fn store(tx: &mut Tx<'_>, claim: &ObjectClaim) -> Result<Done<()>, DbError> {
    let sql = format!(
        "INSERT INTO objects ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (owner, name, session) DO UPDATE SET task = excluded.task, \
         created_ms = excluded.created_ms, last_used_ms = excluded.last_used_ms, \
         pinned = CASE WHEN excluded.pinned = 1 THEN 1 ELSE objects.pinned END, \
         expires_ms = excluded.expires_ms"
    );
    let name = claim.name.to_string();
    let session = claim.session.as_ref().map_or("", Id::as_str);
    let values = values![
        &claim.owner,
        &name,
        session,
        claim.task.as_ref(),
        i64::try_from(claim.size_bytes).unwrap_or(i64::MAX),
        claim.created_ms,
        claim.last_used_ms,
        claim.pinned,
        claim.expires_ms,
    ];
    tx.execute(&sql, values).await?;
    let sql = "DELETE FROM objects_doomed WHERE name = $1";
    tx.execute(sql, values![&name]).await?;
    Ok(Done::Keep(()))
}

async fn unclaimed(
    tx: &mut Tx<'_>,
    names: &[ObjectName],
) -> Result<Done<Vec<ObjectName>>, DbError> {
    let mut found = Vec::new();
    for name in names {
        let sql = "SELECT 1 FROM objects WHERE name = $1 LIMIT 1";
        if tx.row(sql, values![name.to_string()]).await?.is_none() {
            found.push(name.clone());
        }
    }
    Ok(Done::Keep(found))
}

async fn usage(tx: &mut Tx<'_>, owner: &str) -> Result<ObjectUse, DbError> {
    let sql = "SELECT COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM \
               (SELECT MAX(size_bytes) AS size FROM objects WHERE owner = $1 GROUP BY name) AS files";
    match tx.row(sql, values![owner]).await? {
        Some(mut row) => Ok(ObjectUse {
            files: row.int()?.unsigned_abs(),
            bytes: row.int()?.unsigned_abs(),
        }),
        None => Ok(ObjectUse::default()),
    }
}

/// Gives up the claims that a condition selects, and dooms the files that nobody claims after that; returns how many claims.
async fn release(
    tx: &mut Tx<'_>,
    which: &str,
    values: &[Value],
    now_ms: i64,
) -> Result<u64, DbError> {
    let sql = format!("SELECT owner, name, session FROM objects WHERE {which}");
    let rows = tx.rows(&sql, values).await?;
    let mut released = 0;
    for mut row in rows {
        let (owner, name, session) = (row.text()?, row.text()?, row.text()?);
        let sql = "DELETE FROM objects WHERE owner = $1 AND name = $2 AND session = $3";
        released += tx.execute(sql, values![owner, &name, session]).await?;
        let sql = "INSERT INTO objects_doomed (name, at_ms) \
                   SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT) \
                   WHERE NOT EXISTS (SELECT 1 FROM objects WHERE name = $1) \
                   ON CONFLICT (name) DO NOTHING";
        tx.execute(sql, values![&name, now_ms]).await?;
    }
    Ok(released)
}

async fn release_over(
    tx: &mut Tx<'_>,
    owner: &str,
    bytes_max: u64,
    now_ms: i64,
    limit: u32,
) -> Result<u64, DbError> {
    let mut bytes = usage(tx, owner).await?.bytes;
    if bytes <= bytes_max {
        return Ok(0);
    }
    let sql = "SELECT name, MAX(size_bytes) FROM objects WHERE owner = $1 \
               GROUP BY name HAVING MAX(pinned) = 0 ORDER BY MAX(last_used_ms), name LIMIT $2";
    let mut files = 0;
    for mut row in tx.rows(sql, values![owner, limit]).await? {
        if bytes <= bytes_max {
            break;
        }
        let (name, size_bytes) = (row.text()?, row.int()?.unsigned_abs());
        let which = "owner = $1 AND name = $2";
        release(tx, which, values![owner, name], now_ms).await?;
        bytes = bytes.saturating_sub(size_bytes);
        files += 1;
    }
    Ok(files)
}

fn name_of(row: &mut Row) -> Result<ObjectName, StoreError> {
    let text = row.text()?;
    ObjectName::parse(&text).ok_or_else(|| StoreError::damaged("a stored file's name", text))
}

fn load(mut row: Row) -> Result<ObjectClaim, StoreError> {
    Ok(ObjectClaim {
        owner: row.text()?,
        name: name_of(&mut row)?,
        session: Some(row.text()?)
            .filter(|session| !session.is_empty())
            .map(Id::from_stored),
        task: row.text_or_null()?.map(Id::from_stored),
        size_bytes: row.int()?.unsigned_abs(),
        created_ms: row.int()?,
        last_used_ms: row.int()?,
        pinned: row.truth()?,
        expires_ms: row.int_or_null()?,
    })
}
