//! `/openai/v1/files`.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use plantain_core::{Error, ErrorKind};
use plantain_store::DocumentOrder;

use super::store::{self, NewFile, Wanted};
use super::wire::{FileDeleted, FileList, FileObject, ListQuery, UploadFields, UploadForm};
use crate::address::{Path, Query};
use crate::body::{Payload, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::protocols::openai::wire::ErrorReply;
use crate::{Server, json};

const PURPOSES: [&str; 6] = [
    "vision",
    "user_data",
    "assistants",
    "batch",
    "fine-tune",
    "evals",
];
/// Shortest and longest life that an upload may ask for, seconds.
const TTL_S: std::ops::RangeInclusive<i64> = 3_600..=2_592_000;
/// Seconds that files for batches live when the upload does not say.
const BATCH_TTL_S: i64 = 2_592_000;
/// Most files in a list, and how many when the request is silent.
const LIST_MAX: usize = 10_000;
/// Longest name of a file, bytes.
const FILENAME_BYTES_MAX: usize = 512;

/// Stores a file.
#[utoipa::path(post, path = "/openai/v1/files", tag = "openai",
    request_body(content = UploadForm, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "The file.", body = FileObject),
    ))]
pub async fn create_file(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    payload: Payload,
) -> Result<Response, Fail> {
    let file = store::put(&server, visitor.caller.owner(), upload(payload)?).await?;
    Ok(json::reply(StatusCode::OK, &file, 0)?)
}

fn upload(payload: Payload) -> Result<NewFile, Error> {
    let Payload::Form(form) = payload else {
        let message = "This path takes a form; send the file as \"file\" of multipart/form-data.";
        return Err(Error::new(
            ErrorKind::MediaType,
            "unsupported_media_type",
            message,
        ));
    };
    let fields: UploadFields = parse(form.fields(&["seconds"], &[])?.to_string().as_bytes())?;
    let purpose = fields.purpose.ok_or_else(|| {
        Error::missing(
            "purpose",
            format_args!("send one of {}", PURPOSES.join(", ")),
        )
    })?;
    if !PURPOSES.contains(&purpose.as_str()) {
        let remedy = format!("must be one of {}", PURPOSES.join(", "));
        return Err(Error::invalid(
            "invalid_purpose",
            "purpose",
            purpose,
            remedy,
        ));
    }
    let ttl_s = match fields.expires_after {
        Some(after) => Some(ttl(
            after.anchor.as_deref(),
            after.seconds.map(|s| s.clamped()),
        )?),
        None => (purpose == "batch").then_some(BATCH_TTL_S),
    };
    let filename = form.filename("file").unwrap_or_default().to_owned();
    let mut files = form.files("file").into_iter();
    let (Some((_, bytes)), None) = (files.next(), files.next()) else {
        return Err(Error::missing(
            "file",
            "send exactly one file under this name",
        ));
    };
    if bytes.is_empty() {
        let remedy = "must hold something";
        return Err(Error::invalid(
            "empty_file",
            "file",
            "an empty file",
            remedy,
        ));
    }
    if filename.len() > FILENAME_BYTES_MAX {
        let remedy =
            format_args!("must have a name of at most {FILENAME_BYTES_MAX} bytes").to_string();
        return Err(Error::invalid("invalid_filename", "file", filename, remedy));
    }
    Ok(NewFile {
        filename,
        purpose,
        ttl_s,
        bytes,
    })
}

fn ttl(anchor: Option<&str>, seconds: Option<i64>) -> Result<i64, Error> {
    if anchor != Some("created_at") {
        return Err(Error::invalid(
            "invalid_expiry",
            "expires_after.anchor",
            anchor.unwrap_or_default(),
            "must be created_at",
        ));
    }
    seconds
        .filter(|seconds| TTL_S.contains(seconds))
        .ok_or_else(|| {
            Error::invalid(
                "invalid_expiry",
                "expires_after.seconds",
                seconds.unwrap_or_default(),
                format_args!("must be {} to {}", TTL_S.start(), TTL_S.end()),
            )
        })
}

/// Lists the caller's files.
#[utoipa::path(get, path = "/openai/v1/files", tag = "openai",
    params(
        ("after" = Option<String>, Query, description = "Id of the last file of the page before."),
        ("limit" = Option<u16>, Query, description = "1 to 10,000."),
        ("order" = Option<String>, Query, description = "desc (default) or asc, by time of upload."),
        ("purpose" = Option<String>, Query, description = "Only files with this purpose."),
    ),
    responses((status = 200, description = "Files, newest first.", body = FileList)))]
pub async fn list_files(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Query(query): Query<ListQuery>,
) -> Result<Response, Fail> {
    let limit = match query.limit.as_deref() {
        Some(text) => text
            .parse()
            .ok()
            .filter(|limit| (1..=LIST_MAX).contains(limit)),
        None => Some(LIST_MAX),
    };
    let limit = limit.ok_or_else(|| {
        let remedy = format_args!("must be 1 to {LIST_MAX}").to_string();
        Error::invalid(
            "invalid_limit",
            "limit",
            query.limit.as_deref().unwrap_or_default(),
            remedy,
        )
    })?;
    let order = match query.order.as_deref() {
        None | Some("desc") => DocumentOrder::NewestFirst,
        Some("asc") => DocumentOrder::OldestFirst,
        Some(other) => {
            return Err(
                Error::invalid("invalid_order", "order", other, "must be asc or desc").into(),
            );
        }
    };
    let wanted = Wanted {
        purpose: query.purpose.as_deref(),
        after: query.after.as_deref(),
        order,
        limit,
    };
    let (data, has_more) = store::list(&server, visitor.caller.owner(), wanted).await?;
    let list = FileList {
        object: "list",
        first_id: data.first().map(|file| file.id.clone()),
        last_id: data.last().map(|file| file.id.clone()),
        data,
        has_more,
    };
    Ok(json::reply(StatusCode::OK, &list, 0)?)
}

/// Describes a file.
#[utoipa::path(get, path = "/openai/v1/files/{id}", tag = "openai",
    params(("id" = String, Path, description = "The id that the upload gave.")),
    responses(
        (status = 200, description = "The file.", body = FileObject),
        (status = 404, description = "No such file.", body = ErrorReply<'_>),
    ))]
pub async fn get_file(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let record = store::get(&server, visitor.caller.owner(), &id).await?;
    Ok(json::reply(StatusCode::OK, &store::to_wire(record), 0)?)
}

/// Returns what is in a file.
#[utoipa::path(get, path = "/openai/v1/files/{id}/content", tag = "openai",
    params(("id" = String, Path, description = "The id that the upload gave.")),
    responses(
        (status = 200, description = "The bytes.", content_type = "*/*"),
        (status = 404, description = "No such file.", body = ErrorReply<'_>),
    ))]
pub async fn get_content(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let (name, bytes) = store::content(&server, visitor.caller.owner(), &id).await?;
    let mut response = json::respond(StatusCode::OK, name.kind().media_type(), Body::from(bytes));
    // What strangers upload is never shown by a browser as a page of this server.
    let attachment = HeaderValue::from_static("attachment");
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, attachment);
    Ok(response)
}

/// Forgets a file.
#[utoipa::path(delete, path = "/openai/v1/files/{id}", tag = "openai",
    params(("id" = String, Path, description = "The id that the upload gave.")),
    responses(
        (status = 200, description = "It is gone.", body = FileDeleted),
        (status = 404, description = "No such file.", body = ErrorReply<'_>),
    ))]
pub async fn delete_file(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    store::delete(&server, visitor.caller.owner(), &id).await?;
    let gone = FileDeleted {
        id,
        object: "file",
        deleted: true,
    };
    Ok(json::reply(StatusCode::OK, &gone, 0)?)
}
