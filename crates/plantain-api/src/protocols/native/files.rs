//! `/plantain/v1/files` and `/plantain/v1/data`: what is stored of a caller, what stays, and getting rid of it.

pub mod wire;

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::Forgotten;
use plantain_core::{Error, ErrorKind, Id};
use plantain_store::ObjectName;

use super::wire::ErrorReply;
use crate::address::{Path, Query};
use crate::door::{Admin, Visitor};
use crate::fail::Fail;
use crate::{Server, json};

/// Files on a page, by default and at most.
const PAGE: u32 = 50;
const PAGE_MAX: u32 = 500;

/// Lists the caller's stored files in the order of their names, with how much they have in all.
#[utoipa::path(get, path = "/plantain/v1/files", tag = "plantain",
    params(wire::Filter),
    responses((status = 200, description = "A page of files.", body = wire::Page)))]
pub async fn list(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Query(filter): Query<wire::Filter>,
) -> Result<Response, Fail> {
    let limit = filter.limit.unwrap_or(PAGE).clamp(1, PAGE_MAX);
    let after = filter.after.as_deref().map(|name| named("after", name));
    let after = after.transpose()?;
    let owner = visitor.caller.owner();
    let retention = &server.app.retention;
    let (mut claims, usage) = retention.files(owner, after.as_ref(), limit + 1).await?;
    let more = claims.len() > limit as usize;
    claims.truncate(limit as usize);
    let last = claims.last().filter(|_| more);
    let next_after = last.map(|claim| claim.name.to_string());
    let now_ms = server.app.world.now_ms();
    let files = claims.into_iter().map(|claim| {
        let link = server.app.outputs.link(&claim.name, now_ms);
        wire::File {
            name: claim.name.to_string(),
            size_bytes: claim.size_bytes,
            created_ms: claim.created_ms,
            last_used_ms: claim.last_used_ms,
            pinned: claim.pinned,
            expires_ms: claim.expires_ms,
            task: claim.task.as_ref().map(Id::to_string),
            session: claim.session.as_ref().map(Id::to_string),
            url: server.url(&link, &headers),
        }
    });
    let page = wire::Page {
        files: files.collect(),
        next_after,
        files_total: usage.files,
        bytes_total: usage.bytes,
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Keeps a file of the caller, whatever its age and size.
#[utoipa::path(put, path = "/plantain/v1/files/{name}/pin", tag = "plantain",
    params(("name" = String, Path, description = "The file's name.")),
    responses(
        (status = 204, description = "It stays."),
        (status = 404, description = "The caller has no such file.", body = ErrorReply<'_>),
    ))]
pub async fn pin(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<StatusCode, Fail> {
    set_pin(&server, &visitor, &name, true).await
}

/// Lets a file of the caller go when its time comes.
#[utoipa::path(delete, path = "/plantain/v1/files/{name}/pin", tag = "plantain",
    params(("name" = String, Path, description = "The file's name.")),
    responses(
        (status = 204, description = "It goes when its time comes."),
        (status = 404, description = "The caller has no such file.", body = ErrorReply<'_>),
    ))]
pub async fn unpin(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<StatusCode, Fail> {
    set_pin(&server, &visitor, &name, false).await
}

async fn set_pin(
    server: &Server,
    visitor: &Visitor,
    name: &str,
    pinned: bool,
) -> Result<StatusCode, Fail> {
    let name = named("name", name)?;
    let owner = visitor.caller.owner();
    if !server.app.retention.pin(owner, &name, pinned).await? {
        return Err(unknown(&name).into());
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Deletes a file of the caller, pinned or not. If others stored the same bytes, theirs stays.
#[utoipa::path(delete, path = "/plantain/v1/files/{name}", tag = "plantain",
    params(("name" = String, Path, description = "The file's name.")),
    responses(
        (status = 204, description = "It is the caller's no longer, and goes with the next sweep."),
        (status = 404, description = "The caller has no such file.", body = ErrorReply<'_>),
    ))]
pub async fn delete(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<StatusCode, Fail> {
    let name = named("name", &name)?;
    let owner = visitor.caller.owner();
    if !server.app.retention.let_go(owner, &name).await? {
        return Err(unknown(&name).into());
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Deletes everything that is kept of the caller: tasks with their texts and webhooks, conversations, documents, files. What is
/// under way is cancelled. The ledger and the audit log stay; they hold no texts.
#[utoipa::path(delete, path = "/plantain/v1/data", tag = "plantain",
    responses((status = 200, description = "What went.", body = wire::Forgotten)))]
pub async fn forget_own(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
) -> Result<Response, Fail> {
    let forgotten = server.app.forgetting.forget(visitor.caller.owner()).await?;
    let reason = told(&forgotten);
    let owner = visitor.caller.owner();
    let audit = &server.app.audit;
    audit
        .done(&visitor.caller, "data.delete", owner, reason)
        .await;
    answer(forgotten)
}

/// Deletes everything that is kept of a key, as its holder can.
#[utoipa::path(delete, path = "/plantain/v1/keys/{id}/data", tag = "admin",
    params(("id" = String, Path, description = "Id of the key, also of one that has ended; \"local\" for what was made without one.")),
    responses((status = 200, description = "What went.", body = wire::Forgotten)))]
pub async fn forget_key(
    State(server): State<Arc<Server>>,
    Admin { caller }: Admin,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let forgotten = server.app.forgetting.forget(&id).await?;
    let audit = &server.app.audit;
    audit
        .done(&caller, "data.delete", &id, told(&forgotten))
        .await;
    answer(forgotten)
}

fn told(forgotten: &Forgotten) -> String {
    let Forgotten {
        tasks,
        sessions,
        documents,
        files,
        ..
    } = forgotten;
    let files = files.released;
    format!("{tasks} tasks, {sessions} conversations, {documents} documents, {files} files")
}

fn answer(forgotten: Forgotten) -> Result<Response, Fail> {
    let body = wire::Forgotten {
        tasks: forgotten.tasks,
        sessions: forgotten.sessions,
        documents: forgotten.documents,
        files: forgotten.files.released,
        files_waiting: forgotten.files.waiting,
        tasks_running: forgotten.running,
    };
    Ok(json::reply(StatusCode::OK, &body, 0)?)
}

fn named(field: &'static str, name: &str) -> Result<ObjectName, Error> {
    ObjectName::parse(name).ok_or_else(|| {
        let remedy = "must be a file's name as GET /plantain/v1/files lists them";
        Error::invalid("invalid_name", field, name, remedy)
    })
}

fn unknown(name: &ObjectName) -> Error {
    let text = "There is no such file under this key; GET /plantain/v1/files lists them.";
    let error = Error::new(ErrorKind::NotFound, "unknown_file", text);
    error.with_field("name").with_value(name)
}
