//! Files that inputs name by their address.

use std::sync::Arc;

use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::Link;
use plantain_core::{Error, PictureFile};
use serde_json::Value;

use super::wire::{Checksums, File, FileUrls, Page};
use crate::address::Path;
use crate::body::Payload;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::form::Form;
use crate::pictures::{self, PictureRef};
use crate::records::Record;
use crate::time::rfc3339;
use crate::uploads::{self, NewUpload, Upload};
use crate::{Server, json};

/// How long files stay, seconds.
const FILE_TTL_S: i64 = 24 * 3600;
/// Files on a page.
const PAGE: u32 = 100;
/// What stands before the id in a file's address.
const PLACE: &str = "/files/";

/// Takes a file.
#[utoipa::path(post, path = "/replicate/v1/files", tag = "replicate",
    request_body(content = super::wire::FileForm, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "The file.", body = File),
    ))]
pub async fn create(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let (form, filename, bytes) = payload.with_file("content")?;
    let new = NewUpload {
        filename,
        ttl_s: FILE_TTL_S,
        metadata: metadata(&form)?,
        ..NewUpload::default()
    };
    let owner = visitor.caller.owner();
    let record = uploads::put(&server, owner, new, bytes).await?;
    let file = to_wire(&server, &headers, mount(uri.path()), &record)?;
    Ok(json::reply(StatusCode::CREATED, &file, 0)?)
}

/// Returns what the client wants to remember of a file: an object, which clients insist on reading again.
fn metadata(form: &Form) -> Result<Value, Error> {
    // The JavaScript client sends it as a file, others as text.
    let sent = match form.files("metadata").into_iter().next() {
        Some((_, text)) => serde_json::from_slice(&text).unwrap_or_default(),
        None => match form.fields(&["metadata"], &[])?.get("metadata") {
            Some(sent) => sent.clone(),
            None => Value::Object(serde_json::Map::new()),
        },
    };
    match sent {
        Value::Object(_) => Ok(sent),
        other => {
            let remedy = "must be a JSON object";
            Err(Error::invalid(
                "invalid_metadata",
                "metadata",
                other,
                remedy,
            ))
        }
    }
}

/// Lists the caller's files, newest first.
#[utoipa::path(get, path = "/replicate/v1/files", tag = "replicate",
    params(("cursor" = Option<String>, Query, description = "From `next` of the page before.")),
    responses((status = 200, description = "A page of files.", body = Object)))]
pub async fn list(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Fail> {
    let cursor = super::predictions::cursor(uri.query());
    let owner = visitor.caller.owner();
    let (records, more) = uploads::list(&server, owner, cursor, PAGE).await?;
    let mount = mount(uri.path());
    let next = records.last().filter(|_| more).map(|last| {
        let path = format!("{mount}/files?cursor={}", last.id);
        server.url(&Link { path, expires_s: 0 }, &headers)
    });
    let results = records.iter();
    let results = results.map(|record| to_wire(&server, &headers, mount, record));
    let page = Page {
        previous: None,
        next,
        results: results.collect::<Result<Vec<_>, _>>()?,
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Describes a file.
#[utoipa::path(get, path = "/replicate/v1/files/{id}", tag = "replicate",
    params(("id" = String, Path, description = "The file's id.")),
    responses(
        (status = 200, description = "The file.", body = File),
        (status = 404, description = "No such file.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let record = uploads::get(&server, visitor.caller.owner(), &id).await?;
    let file = to_wire(&server, &headers, mount(uri.path()), &record)?;
    Ok(json::reply(StatusCode::OK, &file, 0)?)
}

/// Returns what is in a file.
#[utoipa::path(get, path = "/replicate/v1/files/{id}/download", tag = "replicate",
    params(("id" = String, Path, description = "The file's id.")),
    responses(
        (status = 200, description = "The bytes.", content_type = "*/*"),
        (status = 404, description = "No such file.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn download(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    Ok(uploads::download(&server, visitor.caller.owner(), &id).await?)
}

/// Forgets a file.
#[utoipa::path(delete, path = "/replicate/v1/files/{id}", tag = "replicate",
    params(("id" = String, Path, description = "The file's id.")),
    responses(
        (status = 204, description = "It is gone."),
        (status = 404, description = "No such file.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn delete(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<StatusCode, Fail> {
    uploads::delete(&server, visitor.caller.owner(), &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Opens pictures; those that are named by the address of an uploaded file are the caller's own.
pub async fn open(
    server: &Server,
    owner: &str,
    refs: Vec<PictureRef>,
) -> Result<Vec<PictureFile>, Error> {
    let mut found = Vec::with_capacity(refs.len());
    for picture in refs {
        let id = picture.link().and_then(id_of).map(str::to_owned);
        let content = match &id {
            Some(id) => uploads::content(server, owner, id).await.ok(),
            None => None,
        };
        match content {
            Some((_, bytes)) => found.push(PictureFile {
                field: picture.field.into(),
                file: Arc::from(&bytes[..]),
            }),
            None => found.extend(pictures::open(server, vec![picture]).await?),
        }
    }
    Ok(found)
}

/// Returns the id of the file that an address may be of.
fn id_of(link: &str) -> Option<&str> {
    let (_, rest) = link.split_once(PLACE)?;
    let id = rest.split(['?', '#', '/']).next()?;
    id.starts_with("file_").then_some(id)
}

/// Returns what stands before the nouns of this dialect in a path: "/v1", "/replicate/v1".
pub fn mount(path: &str) -> &str {
    let nouns = ["/predictions", "/models/", "/deployments/", "/files"];
    let ends = nouns.iter().filter_map(|noun| path.find(noun));
    ends.min().map_or(path, |end| &path[..end])
}

fn to_wire(
    server: &Server,
    headers: &HeaderMap,
    mount: &str,
    record: &Record<Upload>,
) -> Result<File, Error> {
    let upload = &record.body;
    let object = upload.object();
    let object = object.ok_or_else(|| Error::internal("an upload names no object"))?;
    let path = format!("{mount}{PLACE}{}", record.id);
    Ok(File {
        id: record.id.to_string(),
        name: upload.filename.clone(),
        content_type: object.kind().media_type(),
        size: upload.size_bytes,
        etag: object.digest().to_owned(),
        checksums: Checksums {
            sha256: object.digest().to_owned(),
        },
        metadata: match &upload.metadata {
            // Files that came by another door have none; the Python client takes an object only.
            Value::Null => Value::Object(serde_json::Map::new()),
            metadata => metadata.clone(),
        },
        created_at: rfc3339(record.created_ms),
        expires_at: rfc3339(record.created_ms + upload.ttl_s * 1000),
        urls: FileUrls {
            get: server.url(&Link { path, expires_s: 0 }, headers),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_files_and_mounts() {
        for (link, expected) in [
            ("http://127.0.0.1:8080/v1/files/file_01", Some("file_01")),
            (
                "https://img.example/replicate/v1/files/file_01?x=1",
                Some("file_01"),
            ),
            ("https://img.example/files/a.png", None),
            ("https://img.example/file_01", None),
        ] {
            assert_eq!(id_of(link), expected, "{link}");
        }
        for (path, expected) in [
            ("/v1/predictions", "/v1"),
            ("/replicate/v1/models/google/x/predictions", "/replicate/v1"),
            ("/replicate/files/file_1", "/replicate"),
            ("/v1/v1/deployments/a/b/predictions", "/v1/v1"),
        ] {
            assert_eq!(mount(path), expected, "{path}");
        }
    }
}
