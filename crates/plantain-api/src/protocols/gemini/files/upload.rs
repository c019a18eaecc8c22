//! Resumable uploads: a start, which gives out an address, and pieces sent there.
//!
//! Clients leave their key out when they send pieces, so the address itself is the secret. Each piece is stored when it
//! has come; nothing of an upload lives in the process only.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{OriginalUri, RawQuery, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use plantain_app::Link;
use plantain_core::{Error, ErrorKind, Id};
use plantain_store::{ObjectKind, ObjectName};
use serde::{Deserialize, Serialize};

use super::super::paging::query_value;
use super::record::{self, FILE_TTL_S, Kept, Place};
use super::wire::{Start, Uploaded};
use crate::body::{self, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::records::{self, Record};
use crate::uploads::{FILE_BYTES_MAX, join, refused, too_large};
use crate::{Server, json};

const KIND: &str = "gemini.upload";
/// Whoever has an upload's id may send its pieces, so all uploads are kept under one owner.
const OWNER: &str = "uploads";
/// How long an upload may take, seconds.
const UPLOAD_TTL_S: i64 = 24 * 3600;
/// Pieces should be a multiple of this many bytes, says the protocol.
const GRANULARITY: &str = "262144";
/// Longest name for people, characters.
const DISPLAY_NAME_CHARS_MAX: usize = 512;

const COMMAND: &str = "x-goog-upload-command";
const OFFSET: &str = "x-goog-upload-offset";

/// An upload under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Upload {
    owner: String,
    file: String,
    display_name: Option<String>,
    mime_type: String,
    /// As the start announced it.
    size_bytes: Option<u64>,
    /// Objects that hold the pieces, in order.
    pieces: Vec<String>,
    received_bytes: u64,
    finished: bool,
}

/// Starts an upload or takes a piece of one.
#[utoipa::path(post, path = "/upload/v1beta/files", tag = "gemini",
    params(
        ("x-goog-upload-protocol" = Option<String>, Header, description = "resumable"),
        ("x-goog-upload-command" = String, Header, description = "start, upload, finalize, query or cancel; several with commas."),
        ("x-goog-upload-offset" = Option<u64>, Header, description = "Where the piece begins."),
        ("upload_id" = Option<String>, Query, description = "Which upload the piece belongs to; from the address that the start gave."),
    ),
    request_body = Start,
    responses(
        (status = 200, description = "Under way (see the headers), or finished.", body = Uploaded),
    ))]
pub async fn upload(
    State(server): State<Arc<Server>>,
    visitor: Result<Visitor, Fail>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    body: Body,
) -> Result<Response, Fail> {
    match query_value(query.as_deref(), "upload_id") {
        Some(id) => Ok(go_on(&server, id, uri.path(), &headers, body).await?),
        None => Ok(start(&server, &visitor?, uri.path(), &headers, body).await?),
    }
}

async fn start(
    server: &Server,
    visitor: &Visitor,
    path: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    let protocol = text(headers, "x-goog-upload-protocol").unwrap_or_default();
    if protocol != "resumable" || text(headers, COMMAND) != Some("start") {
        return Err(Error::invalid(
            "invalid_upload_protocol",
            "x-goog-upload-protocol",
            protocol,
            "must be resumable, with \"X-Goog-Upload-Command: start\"; the pieces follow at the address in the answer",
        ));
    }
    let bytes = body::read(headers, body).await?;
    let start: Start = match bytes.is_empty() {
        true => Start::default(),
        false => parse(&bytes)?,
    };
    let file = start.file.unwrap_or_default();
    let size_bytes = number(headers, "x-goog-upload-header-content-length")?;
    if size_bytes.is_some_and(|size| size > FILE_BYTES_MAX) {
        return Err(too_large());
    }
    let named = file.display_name.as_deref().unwrap_or_default();
    if named.chars().count() > DISPLAY_NAME_CHARS_MAX {
        return Err(Error::invalid(
            "invalid_display_name",
            "file.displayName",
            named,
            format_args!("must have at most {DISPLAY_NAME_CHARS_MAX} characters"),
        ));
    }
    let id = match file.name.as_deref().filter(|name| !name.is_empty()) {
        Some(name) => vacant(server, visitor.caller.owner(), name).await?,
        None => record::mint(server),
    };
    let declared = text(headers, "x-goog-upload-header-content-type").map(str::to_owned);
    let upload = Record {
        id: records::mint(server, "up"),
        created_ms: server.app.world.now_ms(),
        body: Upload {
            owner: visitor.caller.owner().to_owned(),
            file: id.as_str().to_owned(),
            display_name: file.display_name,
            mime_type: declared.or(file.mime_type).unwrap_or_default(),
            size_bytes,
            pieces: Vec::new(),
            received_bytes: 0,
            finished: false,
        },
    };
    save(server, &upload).await?;
    let link = Link {
        path: format!("{path}?upload_id={}&upload_protocol=resumable", upload.id),
        expires_s: 0,
    };
    let mut response = answer("active", 0, &serde_json::Map::new())?;
    let url = HeaderValue::try_from(server.url(&link, headers)).map_err(Error::internal)?;
    let head = response.headers_mut();
    head.insert(HeaderName::from_static("x-goog-upload-url"), url);
    head.insert(
        HeaderName::from_static("x-goog-upload-chunk-granularity"),
        HeaderValue::from_static(GRANULARITY),
    );
    Ok(response)
}

/// Returns the id for a name of the client's choice that no file of theirs has.
async fn vacant(server: &Server, owner: &str, name: &str) -> Result<Id, Error> {
    const FIELD: &str = "file.name";
    let id = record::chosen(FIELD, name)?;
    match record::find(server, owner, id.as_str()).await {
        Ok(_) => Err(Error::new(
            ErrorKind::Conflict,
            "file_exists",
            format!(
                "{FIELD}: files/{id} is there already; delete it first or choose another name."
            ),
        )
        .with_field(FIELD)
        .with_value(id)),
        Err(error) if error.kind == ErrorKind::NotFound => Ok(id),
        Err(error) => Err(error),
    }
}

async fn go_on(
    server: &Server,
    id: &str,
    path: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    let mut upload = records::get::<Upload>(server, KIND, OWNER, id)
        .await?
        .ok_or_else(|| {
            let message = "There is no such upload, or it has taken too long; start it again.";
            Error::new(ErrorKind::NotFound, "unknown_upload", message).with_field("upload_id")
        })?;
    let place = Place::of(server, headers, path);
    let command = text(headers, COMMAND).unwrap_or_default();
    let words: Vec<&str> = command.split(',').map(str::trim).collect();
    if upload.body.finished || words == ["query"] {
        return state(server, &upload.body, &place).await;
    }
    match words[..] {
        ["cancel"] => {
            records::delete(server, KIND, OWNER, id).await?;
            return answer("cancelled", 0, &serde_json::Map::new());
        }
        ["upload"] => take(server, &mut upload, headers, body).await?,
        ["upload", "finalize"] | ["finalize"] => {
            take(server, &mut upload, headers, body).await?;
            finish(server, &mut upload).await?;
        }
        _ => {
            return Err(Error::invalid(
                "invalid_upload_command",
                COMMAND,
                command,
                "must be \"upload\", \"upload, finalize\", \"finalize\", \"query\" or \"cancel\"",
            ));
        }
    }
    save(server, &upload).await?;
    state(server, &upload.body, &place).await
}

/// Stores the piece as it comes in.
async fn take(
    server: &Server,
    upload: &mut Record<Upload>,
    headers: &HeaderMap,
    body: Body,
) -> Result<(), Error> {
    let upload = &mut upload.body;
    let expected = upload.received_bytes;
    let offset = number(headers, OFFSET)?.unwrap_or(expected);
    if offset != expected {
        return Err(Error::invalid(
            "wrong_offset",
            OFFSET,
            offset,
            format_args!("must be {expected}: so many bytes have come"),
        ));
    }
    // A file that comes in one piece needs no putting together, so its piece is of its own kind.
    let kind = match expected {
        0 => kind_of(&upload.mime_type),
        _ => ObjectKind::Binary,
    };
    let most = FILE_BYTES_MAX - expected;
    let mut store = server.app.outputs.upload(kind, most).await?;
    let mut body = body;
    while let Some(piece) = body::next_piece(&mut body).await? {
        if let Err(error) = store.write(piece).await {
            body::drain(&mut body).await;
            return Err(refused(error));
        }
    }
    let (name, size) = store.finish().await.map_err(refused)?;
    if size > 0 || upload.pieces.is_empty() {
        upload.pieces.push(name.to_string());
    }
    upload.received_bytes += size;
    Ok(())
}

/// Puts the pieces together and writes the file's record.
async fn finish(server: &Server, upload: &mut Record<Upload>) -> Result<(), Error> {
    let upload = &mut upload.body;
    if upload
        .size_bytes
        .is_some_and(|size| size != upload.received_bytes)
    {
        let expected = upload.size_bytes.unwrap_or_default();
        return Err(Error::new(
            ErrorKind::Invalid,
            "upload_incomplete",
            format!(
                "{} of {expected} bytes have come; send the rest, or start again with the right size.",
                upload.received_bytes
            ),
        )
        .with_field("x-goog-upload-header-content-length"));
    }
    let pieces: Option<Vec<ObjectName>> = upload
        .pieces
        .iter()
        .map(|name| ObjectName::parse(name))
        .collect();
    let pieces = pieces.ok_or_else(|| Error::internal("an upload with a piece of no name"))?;
    let object = match &pieces[..] {
        [one] => one.clone(),
        _ => join(server, &pieces, kind_of(&upload.mime_type)).await?,
    };
    let mime_type = match upload.mime_type.as_str() {
        "" => object.kind().media_type().to_owned(),
        declared => declared.to_owned(),
    };
    let mut kept = Kept::new(&object, mime_type, upload.received_bytes);
    kept.display_name.clone_from(&upload.display_name);
    let file = Record {
        id: Id::from_stored(&*upload.file),
        created_ms: server.app.world.now_ms(),
        body: kept,
    };
    let (owner, size) = (&upload.owner, upload.received_bytes);
    let expires_ms = file.created_ms + FILE_TTL_S * 1000;
    let claim = server.app.claim(owner, &object, size, Some(expires_ms));
    claim.await?;
    records::put(server, record::KIND, owner, &file, Some(FILE_TTL_S)).await?;
    upload.finished = true;
    Ok(())
}

/// Says how far the upload has come; the file itself once it is finished.
async fn state(server: &Server, upload: &Upload, place: &Place) -> Result<Response, Error> {
    if !upload.finished {
        return answer("active", upload.received_bytes, &serde_json::Map::new());
    }
    let record = record::find(server, &upload.owner, &upload.file).await?;
    let file = record::to_wire(&record, place);
    answer("final", upload.received_bytes, &Uploaded { file })
}

fn answer(
    status: &'static str,
    received_bytes: u64,
    body: &impl Serialize,
) -> Result<Response, Error> {
    let mut response = json::reply(StatusCode::OK, body, 0)?;
    let headers = response.headers_mut();
    let name = HeaderName::from_static("x-goog-upload-status");
    headers.insert(name, HeaderValue::from_static(status));
    let name = HeaderName::from_static("x-goog-upload-size-received");
    headers.insert(name, received_bytes.into());
    Ok(response)
}

async fn save(server: &Server, upload: &Record<Upload>) -> Result<(), Error> {
    records::put(server, KIND, OWNER, upload, Some(UPLOAD_TTL_S)).await
}

fn kind_of(mime_type: &str) -> ObjectKind {
    ObjectKind::from_media_type(mime_type).unwrap_or(ObjectKind::Binary)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn number(headers: &HeaderMap, name: &'static str) -> Result<Option<u64>, Error> {
    let Some(text) = text(headers, name).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    text.parse()
        .map(Some)
        .map_err(|_| Error::invalid("invalid_header", name, text, "must be a whole number"))
}
