//! Documents as the wire structs of a protocol: what was put away by id, to be found again.

use plantain_core::{Error, Id};
use plantain_store::{Document, DocumentName};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Server;

/// A document that has been read.
#[derive(Debug, Clone)]
pub struct Record<T> {
    pub id: Id,
    pub created_ms: i64,
    pub body: T,
}

/// Returns an id such as `resp_01hv…` that nobody has.
pub fn mint(server: &Server, prefix: &str) -> Id {
    let random = server.app.world.random();
    Id::new(prefix, std::array::from_fn(|index| random[index]))
}

/// Stores a record, in place of the one with its id if there is one. `ttl_s` counts from its making.
pub async fn put<T: Serialize>(
    server: &Server,
    kind: &str,
    owner: &str,
    record: &Record<T>,
    ttl_s: Option<i64>,
) -> Result<(), Error> {
    let document = Document {
        kind: kind.to_owned(),
        id: record.id.clone(),
        owner: owner.to_owned(),
        created_ms: record.created_ms,
        expires_ms: ttl_s.map(|ttl_s| record.created_ms.saturating_add(ttl_s * 1000)),
        body_json: serde_json::to_string(&record.body).map_err(Error::internal)?,
    };
    Ok(server.app.documents.put(&document).await?)
}

/// Returns the record with this id, if this owner has one.
pub async fn get<T: DeserializeOwned>(
    server: &Server,
    kind: &str,
    owner: &str,
    id: &str,
) -> Result<Option<Record<T>>, Error> {
    if !is_id(id) {
        return Ok(None);
    }
    let name = DocumentName { kind, owner, id };
    let now_ms = server.app.world.now_ms();
    let found = server.app.documents.get(name, now_ms).await?;
    found.map(read).transpose()
}

/// Returns a document as a record.
pub fn read<T: DeserializeOwned>(document: Document) -> Result<Record<T>, Error> {
    let body = serde_json::from_str(&document.body_json).map_err(|error| {
        Error::internal(format_args!("{} {}: {error}", document.kind, document.id))
    })?;
    Ok(Record {
        id: document.id,
        created_ms: document.created_ms,
        body,
    })
}

/// Forgets the record with this id; false when this owner has none.
pub async fn delete(server: &Server, kind: &str, owner: &str, id: &str) -> Result<bool, Error> {
    if !is_id(id) {
        return Ok(false);
    }
    let name = DocumentName { kind, owner, id };
    Ok(server.app.documents.delete(name).await?)
}

/// Whether text from outside can be an id at all. Not every database takes every character.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}
