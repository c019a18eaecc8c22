//! Documents.

use std::sync::Arc;

use plantain_store::{
    Document, DocumentName, DocumentOrder, DocumentPage, Documents, Durability, Reply, StoreError,
};

use super::op;
use crate::tx::{DbError, Tx};
use crate::value::{Row, values};
use crate::{Database, Done};

const COLUMNS: &str = "kind, id, owner, created_ms, expires_ms, body_json";

impl Documents for Database {
    fn put<'a>(&'a self, document: &'a Document) -> Reply<'a, ()> {
        let document = Arc::new(document.clone());
        let op = op!((document) | tx | put(tx, &document).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn get<'a>(&'a self, name: DocumentName<'a>, now_ms: i64) -> Reply<'a, Option<Document>> {
        let name = Name::of(name);
        Box::pin(self.look_up(op!((name) | tx | get(tx, &name, now_ms).await)))
    }

    fn list<'a>(&'a self, page: DocumentPage<'a>, now_ms: i64) -> Reply<'a, Vec<Document>> {
        let page = Page {
            kind: page.kind.to_owned(),
            owner: page.owner.to_owned(),
            order: page.order,
            after: page.after.map(|(at_ms, id)| (at_ms, id.to_owned())),
            limit: page.limit,
        };
        Box::pin(self.read(op!((page) | tx | list(tx, &page, now_ms).await)))
    }

    fn delete<'a>(&'a self, name: DocumentName<'a>) -> Reply<'a, bool> {
        let name = Name::of(name);
        let op = op!((name) | tx | delete(tx, &name).await);
        Box::pin(self.write(Durability::Disk, op))
    }

    fn forget<'a>(&'a self, owner: &'a str) -> Reply<'a, u64> {
        let owner = owner.to_owned();
        let op = op!((owner) | tx | {
            let sql = "DELETE FROM documents WHERE owner = $1";
            Ok(Done::Keep(tx.execute(sql, values![&owner]).await?))
        });
        Box::pin(self.write(Durability::Disk, op))
    }

    fn sweep(&self, now_ms: i64) -> Reply<'_, u64> {
        let op = op!(() | tx | sweep(tx, now_ms).await);
        Box::pin(self.write(Durability::Soon, op))
    }
}

/// A document's name that outlives the call.
#[derive(Clone)]
struct Name {
    kind: String,
    owner: String,
    id: String,
}

impl Name {
    fn of(name: DocumentName<'_>) -> Self {
        Self {
            kind: name.kind.to_owned(),
            owner: name.owner.to_owned(),
            id: name.id.to_owned(),
        }
    }
}

#[derive(Clone)]
struct Page {
    kind: String,
    owner: String,
    order: DocumentOrder,
    after: Option<(i64, String)>,
    limit: u32,
}

async fn put(tx: &mut Tx<'_>, document: &Document) -> Result<Done<()>, DbError> {
    let sql = format!(
        "INSERT INTO documents ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (kind, owner, id) DO UPDATE SET created_ms = excluded.created_ms, \
         expires_ms = excluded.expires_ms, body_json = excluded.body_json"
    );
    let values = values![
        &document.kind,
        &document.id,
        &document.owner,
        document.created_ms,
        document.expires_ms,
        &document.body_json,
    ];
    tx.execute(&sql, values).await?;
    Ok(Done::Keep(()))
}

async fn get(tx: &mut Tx<'_>, name: &Name, now_ms: i64) -> Result<Done<Option<Document>>, DbError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM documents WHERE kind = $1 AND owner = $2 AND id = $3 \
         AND (expires_ms IS NULL OR expires_ms > $4)"
    );
    let values = values![&name.kind, &name.owner, &name.id, now_ms];
    let row = tx.row(&sql, values).await?;
    Ok(Done::Keep(row.map(load).transpose()?))
}

async fn list(tx: &mut Tx<'_>, page: &Page, now_ms: i64) -> Result<Done<Vec<Document>>, DbError> {
    let (beyond, order, start) = match page.order {
        DocumentOrder::OldestFirst => (">", "ASC", (i64::MIN, "")),
        DocumentOrder::NewestFirst => ("<", "DESC", (i64::MAX, "")),
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM documents WHERE kind = $1 AND owner = $2 \
         AND (expires_ms IS NULL OR expires_ms > $3) \
         AND (created_ms {beyond} $4 OR (created_ms = $4 AND id {beyond} $5)) \
         ORDER BY created_ms {order}, id {order} LIMIT $6"
    );
    let after = page.after.as_ref();
    let (at_ms, id) = after.map_or(start, |(at_ms, id)| (*at_ms, id.as_str()));
    let values = values![&page.kind, &page.owner, now_ms, at_ms, id, page.limit];
    let rows = tx.rows(&sql, values).await?;
    let documents = rows.into_iter().map(load);
    Ok(Done::Keep(documents.collect::<Result<_, _>>()?))
}

async fn delete(tx: &mut Tx<'_>, name: &Name) -> Result<Done<bool>, DbError> {
    let sql = "DELETE FROM documents WHERE kind = $1 AND owner = $2 AND id = $3";
    let removed = tx
        .execute(sql, values![&name.kind, &name.owner, &name.id])
        .await?;
    Ok(Done::Keep(removed == 1))
}

async fn sweep(tx: &mut Tx<'_>, now_ms: i64) -> Result<Done<u64>, DbError> {
    let sql = "DELETE FROM documents WHERE expires_ms <= $1";
    Ok(Done::Keep(tx.execute(sql, values![now_ms]).await?))
}

fn load(mut row: Row) -> Result<Document, StoreError> {
    Ok(Document {
        kind: row.text()?,
        id: row.id()?,
        owner: row.text()?,
        created_ms: row.int()?,
        expires_ms: row.int_or_null()?,
        body_json: row.text()?,
    })
}
