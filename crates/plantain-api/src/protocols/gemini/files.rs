//! Files: uploaded in pieces, listed, described, downloaded, forgotten; and found again where contents name them.

mod record;
pub mod upload;
pub mod wire;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{OriginalUri, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use plantain_core::{Error, ErrorKind};
use plantain_store::{DocumentOrder, DocumentPage};

use self::record::KIND;
pub use self::record::{Place, generated, mint, object, resolve};
use super::paging::{self, query_value};
use crate::address::Path;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::{Server, json, records};

/// Files on a page unless the client says otherwise, and at most.
const PAGE_FILES: usize = 10;
const PAGE_FILES_MAX: usize = 100;

/// Lists files, newest first.
#[utoipa::path(get, path = "/v1beta/files", tag = "gemini",
    params(
        ("pageSize" = Option<u32>, Query, description = "1 to 100; 10 when missing."),
        ("pageToken" = Option<String>, Query, description = "From the page before."),
    ),
    responses((status = 200, description = "A page of files.", body = wire::FileList)))]
pub async fn list_files(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Fail> {
    let query = query.as_deref();
    let size = paging::size(query, PAGE_FILES, PAGE_FILES_MAX)?;
    let token = query_value(query, "pageToken").filter(|token| !token.is_empty());
    let after = token.map(|token| paging::after(token).ok_or_else(|| paging::bad_token(token)));
    let after = after.transpose()?;
    let page = DocumentPage {
        kind: KIND,
        owner: visitor.caller.owner(),
        order: DocumentOrder::NewestFirst,
        after,
        limit: size as u32 + 1,
    };
    let now_ms = server.app.world.now_ms();
    let mut found = server
        .app
        .documents
        .list(page, now_ms)
        .await
        .map_err(Error::from)?;
    let more = found.len() > size;
    found.truncate(size);
    let next = found.last().filter(|_| more).map(paging::token);
    let place = Place::of(&server, &headers, uri.path());
    let files = found.into_iter().map(|document| {
        let record = records::read(document)?;
        Ok(record::to_wire(&record, &place))
    });
    let list = wire::FileList {
        files: files.collect::<Result<_, Error>>()?,
        next_page_token: next,
    };
    Ok(json::reply(StatusCode::OK, &list, 0)?)
}

/// Describes a file, or with `:download` behind its name sends it.
#[utoipa::path(get, path = "/v1beta/files/{name}", tag = "gemini",
    params(("name" = String, Path, description = "Id of the file; with \":download\" its bytes are sent.")),
    responses(
        (status = 200, description = "The file's description, or its bytes.", content((wire::File = "application/json"), (String = "*/*"))),
        (status = 404, description = "No such file.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get_file(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Result<Response, Fail> {
    let owner = visitor.caller.owner();
    if let Some(id) = name.strip_suffix(":download") {
        return Ok(download(&server, owner, id).await?);
    }
    let record = record::find(&server, owner, &name).await?;
    let file = record::to_wire(&record, &Place::of(&server, &headers, uri.path()));
    Ok(json::reply(StatusCode::OK, &file, 0)?)
}

/// Forgets a file.
#[utoipa::path(delete, path = "/v1beta/files/{name}", tag = "gemini",
    params(("name" = String, Path, description = "Id of the file.")),
    responses(
        (status = 200, description = "It is forgotten.", body = Object),
        (status = 404, description = "No such file.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn delete_file(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<Response, Fail> {
    let known = records::delete(&server, KIND, visitor.caller.owner(), &name).await?;
    if !known {
        return Err(record::unknown(&name).into());
    }
    Ok(json::reply(StatusCode::OK, &serde_json::Map::new(), 0)?)
}

/// The bytes of strangers are never shown by a browser as pages of ours: they are always an attachment of no type.
async fn download(server: &Server, owner: &str, id: &str) -> Result<Response, Error> {
    let record = record::find(server, owner, id).await?;
    let reader = server
        .app
        .outputs
        .read(&record.body.object()?, None)
        .await?;
    let reader = reader.ok_or_else(|| gone(id))?;
    let length = reader.stat.size_bytes;
    let body = Body::from_stream(reader.pieces);
    let mut response = json::respond(StatusCode::OK, "application/octet-stream", body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, length.into());
    let attachment = HeaderValue::from_static("attachment");
    headers.insert(header::CONTENT_DISPOSITION, attachment);
    Ok(response)
}

fn gone(id: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        "file_gone",
        format!("files/{id}: the file is not kept any more; upload it again."),
    )
}
