//! Secrets that processes share.

use plantain_store::{Durability, Reply, Secrets, StoreError};

use super::op;
use crate::value::values;
use crate::{Database, Done};

impl Secrets for Database {
    fn shared<'a>(&'a self, name: &'a str, fresh: &'a [u8; 32]) -> Reply<'a, [u8; 32]> {
        let (name, fresh) = (name.to_owned(), *fresh);
        let op = op!((name, fresh) | tx | {
            let sql = "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            tx.execute(sql, values![&name, &fresh[..]]).await?;
            let sql = "SELECT value FROM secrets WHERE name = $1";
            let row = tx.row(sql, values![&name]).await?;
            let mut row = row.ok_or_else(|| StoreError::damaged("a secret", "it is gone"))?;
            Ok(Done::Keep(row.blob()?))
        });
        Box::pin(self.write(Durability::Disk, op))
    }
}
