//! Files in the store: a record by id, the bytes by what they hold.

use bytes::Bytes;
use plantain_core::{Error, ErrorKind, Id};
use plantain_store::{DocumentOrder, DocumentPage, Durability, ObjectKind, ObjectName};
use serde::{Deserialize, Serialize};

use super::wire::FileObject;
use crate::Server;
use crate::records::{self, Record};

const KIND: &str = "openai.file";
/// Documents that a list reads at once.
const PAGE_RECORDS: u32 = 200;

/// What is kept of a file beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    pub filename: String,
    pub purpose: String,
    pub size_bytes: u64,
    /// Seconds from its making; none: until it is deleted.
    pub ttl_s: Option<i64>,
    /// Name of the object that holds the bytes.
    pub object: String,
}

/// A file to be stored.
#[derive(Debug)]
pub struct NewFile {
    pub filename: String,
    pub purpose: String,
    pub ttl_s: Option<i64>,
    pub bytes: Bytes,
}

/// Stores a file.
pub async fn put(server: &Server, owner: &str, new: NewFile) -> Result<FileObject, Error> {
    let size_bytes = new.bytes.len() as u64;
    let kind = kind_of(&new.filename, &new.bytes);
    // The client gets an id for it, so it must be there after a loss of power.
    let created_ms = server.app.world.now_ms();
    let file = plantain_app::NewFile {
        bytes: new.bytes,
        kind,
        durability: Durability::Disk,
        expires_ms: new.ttl_s.map(|ttl_s| created_ms + ttl_s * 1000),
    };
    let object = server.app.keep(owner, file).await?.to_string();
    // Clients tell the ids of files from other names by the hyphen.
    let id = records::mint(server, "file").as_str().replacen('_', "-", 1);
    let record = Record {
        id: Id::from_stored(id),
        created_ms,
        body: FileRecord {
            filename: new.filename,
            purpose: new.purpose,
            size_bytes,
            ttl_s: new.ttl_s,
            object,
        },
    };
    records::put(server, KIND, owner, &record, record.body.ttl_s).await?;
    Ok(to_wire(record))
}

/// The kind of a file: what its first bytes show, else what its name says.
fn kind_of(filename: &str, bytes: &[u8]) -> ObjectKind {
    let by_name = || ObjectKind::from_extension(filename.rsplit_once('.')?.1);
    let kind = ObjectKind::sniff(bytes).or_else(by_name);
    kind.unwrap_or(ObjectKind::Binary)
}

/// Returns the file's record, or a 404.
pub async fn get(server: &Server, owner: &str, id: &str) -> Result<Record<FileRecord>, Error> {
    let found = records::get(server, KIND, owner, id).await?;
    found.ok_or_else(|| unknown(id))
}

/// Returns the file's object and bytes, or a 404.
pub async fn content(server: &Server, owner: &str, id: &str) -> Result<(ObjectName, Bytes), Error> {
    let record = get(server, owner, id).await?;
    let name = ObjectName::parse(&record.body.object);
    let name = name.ok_or_else(|| Error::internal("a file's record names no object"))?;
    let bytes = server.app.outputs.kept(&name).await?;
    bytes.map(|bytes| (name, bytes)).ok_or_else(|| unknown(id))
}

/// Forgets the file, or a 404. Its bytes go when nothing needs them any more.
pub async fn delete(server: &Server, owner: &str, id: &str) -> Result<(), Error> {
    match records::delete(server, KIND, owner, id).await? {
        true => Ok(()),
        false => Err(unknown(id)),
    }
}

/// Which files are listed.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    pub purpose: Option<&'a str>,
    /// The id after which the list begins.
    pub after: Option<&'a str>,
    pub order: DocumentOrder,
    pub limit: usize,
}

/// Returns the files that are wanted, and whether there are more.
pub async fn list(
    server: &Server,
    owner: &str,
    wanted: Wanted<'_>,
) -> Result<(Vec<FileObject>, bool), Error> {
    let mut after = match wanted.after {
        Some(id) => {
            let last = get(server, owner, id).await;
            let last = last.map_err(|error| error.with_field("after"))?;
            Some((last.created_ms, last.id.to_string()))
        }
        None => None,
    };
    let mut found = Vec::new();
    loop {
        let page = DocumentPage {
            kind: KIND,
            owner,
            order: wanted.order,
            after: after.as_ref().map(|(ms, id)| (*ms, id.as_str())),
            limit: PAGE_RECORDS,
        };
        let documents = server
            .app
            .documents
            .list(page, server.app.world.now_ms())
            .await?;
        let is_last = documents.len() < PAGE_RECORDS as usize;
        after = documents
            .last()
            .map(|document| (document.created_ms, document.id.to_string()));
        for document in documents {
            let record: Record<FileRecord> = records::read(document)?;
            if wanted
                .purpose
                .is_none_or(|purpose| purpose == record.body.purpose)
            {
                if found.len() == wanted.limit {
                    return Ok((found, true));
                }
                found.push(to_wire(record));
            }
        }
        if is_last {
            return Ok((found, false));
        }
    }
}

/// Returns the file as it travels.
pub fn to_wire(record: Record<FileRecord>) -> FileObject {
    let created_at = record.created_ms / 1000;
    let file = record.body;
    FileObject {
        id: record.id.to_string(),
        object: "file",
        bytes: file.size_bytes,
        created_at,
        expires_at: file.ttl_s.map(|ttl_s| created_at + ttl_s),
        filename: file.filename,
        purpose: file.purpose,
        status: "processed",
        status_details: None,
    }
}

fn unknown(id: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "unknown_file",
        format!("There is no file {id:?}, or it has expired; upload it with POST /v1/files."),
    )
    .with_field("file_id")
    .with_value(id)
}
