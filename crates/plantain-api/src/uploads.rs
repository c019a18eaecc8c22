//! Files that clients upload, to name them by a link in later requests.
//!
//! A link may be given out before its file has come, and the file may come in parts. Whoever has the link can read the
//! file, as with the vendors whose clients these are; it cannot be guessed.

mod parts;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use plantain_app::{Link, NewFile};
use plantain_core::{Error, ErrorKind};
use plantain_store::{Document, DocumentOrder, DocumentPage, Durability, ObjectKind, ObjectName};
use serde::{Deserialize, Serialize};

pub use self::parts::{FILE_BYTES_MAX, Part, complete, join, put_part, refused, too_large};
use crate::address::Path;
use crate::fail::Fail;
use crate::records::{self, Record};
use crate::tickets::{self, Ticket};
use crate::{Server, json};

/// Path under which links lead to uploaded files.
pub const UPLOAD_PATH: &str = "/u";
const KIND: &str = "upload";
/// What the tickets in links are for.
const PURPOSE: &str = "upload";
/// Longest name of a file, characters.
const FILENAME_CHARS_MAX: usize = 200;
/// What a file without a name is called.
const NAMELESS: &str = "file";

/// A file, or one that is still to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    pub filename: String,
    /// As the client declared it.
    pub content_type: String,
    pub size_bytes: u64,
    /// Seconds from its making after which it goes.
    pub ttl_s: i64,
    /// What the client wants to remember about it; a JSON object.
    #[serde(default)]
    pub metadata: serde_json::Value,
    /// Name of the object that holds the bytes; none until they have come.
    object: Option<String>,
}

/// What is said of a file before it comes.
#[derive(Debug, Clone, Default)]
pub struct NewUpload {
    pub filename: String,
    pub content_type: String,
    pub ttl_s: i64,
    pub metadata: serde_json::Value,
}

impl Upload {
    /// Returns the name of the object that holds the bytes.
    pub fn object(&self) -> Option<ObjectName> {
        ObjectName::parse(self.object.as_deref()?)
    }
}

/// Makes room for a file that is still to come.
pub async fn begin(server: &Server, owner: &str, new: NewUpload) -> Result<Record<Upload>, Error> {
    let record = Record {
        id: records::mint(server, "file"),
        created_ms: server.app.world.now_ms(),
        body: Upload {
            filename: plain_name(&new.filename),
            content_type: new.content_type,
            size_bytes: 0,
            ttl_s: new.ttl_s,
            metadata: new.metadata,
            object: None,
        },
    };
    records::put(server, KIND, owner, &record, Some(new.ttl_s)).await?;
    Ok(record)
}

/// Puts the bytes into a file that was begun.
pub async fn fill(
    server: &Server,
    owner: &str,
    id: &str,
    bytes: Bytes,
) -> Result<Record<Upload>, Error> {
    let mut record = find(server, owner, id).await?;
    let upload = &mut record.body;
    let kind = ObjectKind::sniff(&bytes).unwrap_or_else(|| declared_kind(upload));
    upload.size_bytes = bytes.len() as u64;
    let file = NewFile {
        bytes,
        kind,
        durability: Durability::Disk,
        expires_ms: Some(record.created_ms + upload.ttl_s * 1000),
    };
    let name = server.app.keep(owner, file).await?;
    upload.object = Some(name.to_string());
    records::put(server, KIND, owner, &record, Some(record.body.ttl_s)).await?;
    Ok(record)
}

/// Stores a file that came whole.
pub async fn put(
    server: &Server,
    owner: &str,
    new: NewUpload,
    bytes: Bytes,
) -> Result<Record<Upload>, Error> {
    let record = begin(server, owner, new).await?;
    fill(server, owner, record.id.as_str(), bytes).await
}

/// Returns a file whose bytes have come, or a 404.
pub async fn get(server: &Server, owner: &str, id: &str) -> Result<Record<Upload>, Error> {
    let record = find(server, owner, id).await?;
    match record.body.object {
        Some(_) => Ok(record),
        None => Err(unknown(id)),
    }
}

/// Returns what is in a file, or a 404.
pub async fn content(server: &Server, owner: &str, id: &str) -> Result<(ObjectName, Bytes), Error> {
    let record = get(server, owner, id).await?;
    let name = record.body.object();
    let name = name.ok_or_else(|| Error::internal("an upload names no object"))?;
    let bytes = server.app.outputs.kept(&name).await?;
    bytes.map(|bytes| (name, bytes)).ok_or_else(|| unknown(id))
}

/// Returns a file as a download, or a 404: what strangers upload is never shown by a browser as a page of this server.
pub async fn download(server: &Server, owner: &str, id: &str) -> Result<Response, Error> {
    let (name, bytes) = content(server, owner, id).await?;
    let mut response = json::respond(StatusCode::OK, name.kind().media_type(), Body::from(bytes));
    let attachment = HeaderValue::from_static("attachment");
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, attachment);
    Ok(response)
}

/// Forgets a file, or a 404. Its bytes go when nothing needs them any more.
pub async fn delete(server: &Server, owner: &str, id: &str) -> Result<(), Error> {
    match records::delete(server, KIND, owner, id).await? {
        true => Ok(()),
        false => Err(unknown(id)),
    }
}

/// Returns the owner's files that have come, newest first, and whether there are more. `after` is the id of the last one of
/// the page before.
pub async fn list(
    server: &Server,
    owner: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<(Vec<Record<Upload>>, bool), Error> {
    let last = match after {
        Some(id) => Some(find(server, owner, id).await?),
        None => None,
    };
    let page = DocumentPage {
        kind: KIND,
        owner,
        order: DocumentOrder::NewestFirst,
        after: last
            .as_ref()
            .map(|record| (record.created_ms, record.id.as_str())),
        // One more tells whether there is another page.
        limit: limit + 1,
    };
    let now_ms = server.app.world.now_ms();
    let mut documents: Vec<Document> = server.app.documents.list(page, now_ms).await?;
    let more = documents.len() > limit as usize;
    documents.truncate(limit as usize);
    let found = documents.into_iter().map(records::read);
    let mut found = found.collect::<Result<Vec<Record<Upload>>, Error>>()?;
    found.retain(|record| record.body.object.is_some());
    Ok((found, more))
}

/// Returns the link to a file, also to one that is still to come.
pub fn link(server: &Server, owner: &str, record: &Record<Upload>) -> Link {
    let ticket = Ticket {
        owner: owner.to_owned(),
        subject: record.id.to_string(),
        expires_s: record.created_ms / 1000 + record.body.ttl_s,
    };
    let sealed = tickets::write(server, PURPOSE, &ticket);
    Link {
        path: format!("{UPLOAD_PATH}/{sealed}/{}", record.body.filename),
        expires_s: ticket.expires_s,
    }
}

/// Returns whose file a link's ticket speaks of, and its id.
pub fn read_ticket(server: &Server, text: &str) -> Result<Ticket, Error> {
    tickets::read(server, PURPOSE, text)
}

/// Returns the bytes behind a link to an uploaded file; none for any other link.
pub async fn follow(server: &Server, link: &str) -> Option<Result<Bytes, Error>> {
    let (_, rest) = link.split_once("://")?;
    let path = &rest[rest.find('/')?..];
    let path = path.split(['?', '#']).next()?;
    let rest = path.strip_prefix(UPLOAD_PATH)?.strip_prefix('/')?;
    let (ticket, name) = rest.split_once('/')?;
    if name.contains('/') {
        return None;
    }
    Some(open(server, ticket).await.map(|(_, bytes)| bytes))
}

async fn open(server: &Server, ticket: &str) -> Result<(ObjectName, Bytes), Error> {
    let Ticket { owner, subject, .. } = read_ticket(server, ticket)?;
    content(server, &owner, &subject).await
}

/// Returns the file behind a link.
#[utoipa::path(get, path = "/u/{ticket}/{name}", tag = "outputs",
    params(
        ("ticket" = String, Path, description = "The part of the link that cannot be guessed."),
        ("name" = String, Path, description = "What the file is called."),
    ),
    responses(
        (status = 200, description = "The file.", content_type = "*/*"),
        (status = 404, description = "No such file, or the link has expired."),
    ))]
pub async fn fetch(
    State(server): State<Arc<Server>>,
    Path((ticket, _)): Path<(String, String)>,
) -> Result<Response, Fail> {
    let (name, bytes) = open(&server, &ticket).await?;
    let mut response = json::respond(StatusCode::OK, name.kind().media_type(), Body::from(bytes));
    // What strangers upload is never shown by a browser as a page of this server.
    let attachment = HeaderValue::from_static("attachment");
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, attachment);
    Ok(response)
}

async fn find(server: &Server, owner: &str, id: &str) -> Result<Record<Upload>, Error> {
    let found = records::get(server, KIND, owner, id).await?;
    found.ok_or_else(|| unknown(id))
}

fn declared_kind(upload: &Upload) -> ObjectKind {
    let by_name = || ObjectKind::from_extension(upload.filename.rsplit_once('.')?.1);
    let declared = ObjectKind::from_media_type(&upload.content_type);
    let known = declared.filter(|kind| *kind != ObjectKind::Binary);
    known.or_else(by_name).unwrap_or(ObjectKind::Binary)
}

/// Returns the last part of a name as it may stand in a path.
fn plain_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: char| match c {
        c if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') => c,
        _ => '_',
    };
    let name: String = name.chars().take(FILENAME_CHARS_MAX).map(plain).collect();
    match name.trim_matches('.') {
        "" => NAMELESS.to_owned(),
        name => name.to_owned(),
    }
}

fn unknown(id: &str) -> Error {
    let message =
        format!("There is no file {id:?} under this key, or it has expired; upload it again.");
    Error::new(ErrorKind::NotFound, "unknown_file", message)
        .with_field("id")
        .with_value(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_paths() {
        for (given, expected) in [
            ("a.png", "a.png"),
            ("../../etc/passwd", "passwd"),
            ("C:\\pictures\\cat 1.png", "cat_1.png"),
            ("", NAMELESS),
            ("..", NAMELESS),
            ("späte?x=1#y.png", "sp_te_x_1_y.png"),
        ] {
            assert_eq!(plain_name(given), expected, "{given}");
        }
        assert_eq!(plain_name(&"x".repeat(999)).len(), FILENAME_CHARS_MAX);
    }
}
