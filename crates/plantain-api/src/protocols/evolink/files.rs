//! Evolink's file service: pictures that later requests name in `image_urls`.
//!
//! <https://docs.evolink.ai/en/api-manual/file-series/upload-base64>

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use plantain_app::Link;
use plantain_core::{Error, ErrorKind};
use plantain_store::ObjectKind;

use super::wire::{self, FileData, FileReply, FileRequest};
use crate::address::Path;
use crate::body::{Payload, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::form::Form;
use crate::pictures::{self, PictureRef};
use crate::time::rfc3339;
use crate::uploads::{self, NewUpload};
use crate::{Server, json};

/// How long files stay, seconds.
const FILE_TTL_S: i64 = 72 * 3600;
/// What may be uploaded.
const KINDS: [ObjectKind; 4] = [
    ObjectKind::Png,
    ObjectKind::Jpeg,
    ObjectKind::Gif,
    ObjectKind::Webp,
];

/// Takes a file from a form, in a part named `file`.
#[utoipa::path(post, path = "/evolink/api/v1/files/upload/stream", tag = "evolink",
    request_body(content = wire::FileForm, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "The file.", body = wire::FileReply),
    ))]
pub async fn from_form(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let (form, named, bytes) = payload.with_file("file")?;
    let request = told(&form)?;
    keep(&server, visitor, &headers, request, (named, bytes)).await
}

/// Takes a file as base64, bare or as a data URL.
#[utoipa::path(post, path = "/evolink/api/v1/files/upload/base64", tag = "evolink",
    request_body = wire::FileRequest,
    responses(
        (status = 200, description = "The file.", body = wire::FileReply),
    ))]
pub async fn from_base64(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let request = read(payload)?;
    let remedy = "send the file as base64 or as a data URL";
    let text = request.base64_data.as_deref();
    let text = text.ok_or_else(|| Error::missing("base64_data", remedy))?;
    let bytes = crate::inline::picture("base64_data", text)?;
    let file = (String::new(), Bytes::copy_from_slice(&bytes));
    keep(&server, visitor, &headers, request, file).await
}

/// Takes a file that stands behind a link.
#[utoipa::path(post, path = "/evolink/api/v1/files/upload/url", tag = "evolink",
    request_body = wire::FileRequest,
    responses(
        (status = 200, description = "The file.", body = wire::FileReply),
    ))]
pub async fn from_link(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let request = read(payload)?;
    let link = request.file_url.clone();
    let link = link.ok_or_else(|| Error::missing("file_url", "send a link to the file"))?;
    let picture = PictureRef::parse("file_url", &link)?;
    let found = pictures::open(&server, vec![picture]).await?;
    let file = found.into_iter().next();
    let file = file.ok_or_else(|| Error::internal("a link was opened and nothing was found"))?;
    let name = link.split(['?', '#']).next().unwrap_or_default().to_owned();
    let file = (name, Bytes::copy_from_slice(&file.file));
    keep(&server, visitor, &headers, request, file).await
}

/// Returns what is in a file.
#[utoipa::path(get, path = "/evolink/api/v1/files/download/{id}", tag = "evolink",
    params(("id" = String, Path, description = "The file's id.")),
    responses(
        (status = 200, description = "The bytes.", content_type = "*/*"),
        (status = 404, description = "No such file under this key.", body = wire::ErrorReply<'_>),
    ))]
pub async fn download(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    Ok(uploads::download(&server, visitor.caller.owner(), &id).await?)
}

fn read(payload: Payload) -> Result<FileRequest, Error> {
    match payload {
        Payload::Json(bytes) => parse(&bytes),
        Payload::Form(form) => told(&form),
    }
}

/// Returns what the text parts of a form say.
fn told(form: &Form) -> Result<FileRequest, Error> {
    let fields = form.fields(&[], &[])?;
    crate::body::parse_at("form", &fields)
}

async fn keep(
    server: &Server,
    visitor: Visitor,
    headers: &HeaderMap,
    request: FileRequest,
    (named, bytes): (String, Bytes),
) -> Result<Response, Fail> {
    let kind = ObjectKind::sniff(&bytes).filter(|kind| KINDS.contains(kind));
    if kind.is_none() {
        let message = "The file is no picture that can be uploaded; send PNG, JPEG, GIF or WebP.";
        let error = Error::new(ErrorKind::Invalid, "unknown_format", message);
        return Err(error.with_field("file").into());
    }
    let owner = visitor.caller.owner();
    let new = NewUpload {
        filename: request.file_name.unwrap_or_else(|| named.clone()),
        ttl_s: FILE_TTL_S,
        ..NewUpload::default()
    };
    let record = uploads::put(server, owner, new, bytes).await?;
    let download = Link {
        path: format!("/evolink/api/v1/files/download/{}", record.id),
        expires_s: 0,
    };
    let file = &record.body;
    let reply = FileReply {
        success: true,
        code: StatusCode::OK.as_u16(),
        msg: "File uploaded successfully",
        data: FileData {
            file_id: record.id.to_string(),
            file_name: file.filename.clone(),
            original_name: match named.rsplit('/').next() {
                None | Some("") => file.filename.clone(),
                Some(name) => name.to_owned(),
            },
            file_size: file.size_bytes,
            mime_type: kind.map_or("", ObjectKind::media_type),
            upload_path: request.upload_path.unwrap_or_default(),
            file_url: server.url(&uploads::link(server, owner, &record), headers),
            download_url: server.url(&download, headers),
            upload_time: rfc3339(record.created_ms),
            expires_at: rfc3339(record.created_ms + file.ttl_s * 1000),
        },
    };
    Ok(json::reply(StatusCode::OK, &reply, 0)?)
}
