//! Tasks: `POST …/images/generations` makes one, `GET …/tasks/{id}` tells how it stands.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::{Order, StoredPicture, TaskError, TaskResult, Terms};
use plantain_core::{Error, ErrorKind, Id, TaskStatus, Tier};
use plantain_store::{ObjectName, TaskRecord};

use super::wire::{Generate, Task, TaskFailure, TaskInfo, TaskUsage};
use super::{error, from_wire, wire};
use crate::address::Path;
use crate::body::{Raw, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::letters::Form;
use crate::pictures;
use crate::protocol::Protocol;
use crate::{Server, json};

/// What every id of a task begins with, and what ours begin with.
const WIRE_PREFIX: &str = "task-unified-";
const PREFIX: &str = "task_";
/// Seconds that clients are told a picture takes.
const ESTIMATED_S: u32 = 1;

/// Orders pictures, and answers with their task.
#[utoipa::path(post, path = "/evolink/v1/images/generations", tag = "evolink",
    request_body = wire::Generate,
    responses(
        (status = 200, description = "The task, pending.", body = wire::Task),
    ))]
pub async fn create(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    answer(&server, visitor, &headers, &body).await
}

/// Makes a task of the body, once the caller is known.
pub async fn answer(
    server: &Server,
    visitor: Visitor,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Response, Fail> {
    match ordered(server, visitor, headers, body).await {
        Ok(task) => Ok(json::reply(StatusCode::OK, &task, 0)?),
        Err(error) => Err(Fail::from(error).spoken(Protocol::Evolink)),
    }
}

async fn ordered(
    server: &Server,
    visitor: Visitor,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Task, Error> {
    let body: Generate = parse(body)?;
    let hook = body
        .callback_url
        .as_deref()
        .filter(|url| !url.is_empty())
        .map(|url| server.hook(Form::Evolink, "callback_url", url, headers));
    let hook = hook.transpose()?;
    let files = pictures::open(server, from_wire::pictures(&body)?).await?;
    let (mut request, _) = from_wire::generate(&body, files)?;
    // The vendor draws at 2K unless it is told otherwise.
    request.size.default_tier = Some(Tier::K2);
    let terms = Terms {
        hook,
        ..visitor.terms
    };
    let order = Order::new(visitor.caller, Protocol::Evolink.name(), request).on(terms);
    let (record, _) = server.app.submit(order).await?;
    describe(server, &record, headers).await
}

/// Tells how a task stands, with links to its pictures when it has succeeded.
#[utoipa::path(get, path = "/evolink/v1/tasks/{id}", tag = "evolink",
    params(("id" = String, Path, description = "The task's id.")),
    responses(
        (status = 200, description = "The task.", body = wire::Task),
        (status = 400, description = "That is no id.", body = wire::ErrorReply<'_>),
        (status = 404, description = "No such task under this key.", body = wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let record = server
        .app
        .tasks
        .get(&visitor.caller, &read_id(&id)?)
        .await?;
    let task = describe(&server, &record, &headers).await?;
    Ok(json::reply(StatusCode::OK, &task, 0)?)
}

/// Cancels a task. The vendor has no such call; clients that know ours may use it.
#[utoipa::path(post, path = "/evolink/v1/tasks/{id}/cancel", tag = "evolink",
    params(("id" = String, Path, description = "The task's id.")),
    responses(
        (status = 200, description = "The task, as it stands now.", body = wire::Task),
        (status = 404, description = "No such task under this key.", body = wire::ErrorReply<'_>),
    ))]
pub async fn cancel(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let id = read_id(&id)?;
    server.app.tasks.cancel(&visitor.caller, &id).await?;
    let record = server.app.tasks.get(&visitor.caller, &id).await?;
    let task = describe(&server, &record, &headers).await?;
    Ok(json::reply(StatusCode::OK, &task, 0)?)
}

/// Returns the id as it goes over the wire: a word, Unix seconds, and what ours ends with.
pub fn write_id(id: &Id, created_s: i64) -> String {
    let tail = id.as_str().strip_prefix(PREFIX).unwrap_or(id.as_str());
    format!("{WIRE_PREFIX}{created_s}-{tail}")
}

fn read_id(text: &str) -> Result<Id, Error> {
    let bad = || {
        Error::new(
            ErrorKind::Invalid,
            "invalid_task_id",
            format!("{text:?} is no id of a task; they begin with {WIRE_PREFIX:?}."),
        )
        .with_field("id")
    };
    let rest = text.strip_prefix(WIRE_PREFIX).ok_or_else(bad)?;
    let (_, tail) = rest.split_once('-').ok_or_else(bad)?;
    let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    if tail.is_empty() || !tail.bytes().all(known) {
        return Err(bad());
    }
    Ok(Id::from_stored(format!("{PREFIX}{tail}")))
}

/// Returns a task as it goes over the wire, also in callbacks.
pub async fn describe(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
) -> Result<Task, Error> {
    let created = record.created_ms / 1000;
    let result = record.result_json.as_deref().map(TaskResult::parse);
    let result = result.transpose()?;
    let mut results = Vec::new();
    for picture in result.iter().flat_map(|result| &result.pictures) {
        results.extend(link(server, picture, headers).await?);
    }
    let failure = match record.status {
        TaskStatus::Failed => record.error_json.as_deref().map(|json| {
            let failure = TaskError::parse(json).error();
            TaskFailure {
                code: error::words(&failure).0,
                message: failure.message.to_string(),
            }
        }),
        TaskStatus::Cancelled => Some(TaskFailure {
            code: "request_cancelled",
            message: "The task was cancelled; nothing was charged.".to_owned(),
        }),
        TaskStatus::Queued | TaskStatus::Running | TaskStatus::Succeeded => None,
    };
    Ok(Task {
        id: write_id(&record.id, created),
        object: "image.generation.task",
        kind: "image",
        model: record.model.clone(),
        created,
        status: match record.status {
            TaskStatus::Queued => "pending",
            TaskStatus::Running => "processing",
            TaskStatus::Succeeded => "completed",
            TaskStatus::Failed | TaskStatus::Cancelled => "failed",
        },
        progress: record.progress,
        results,
        task_info: TaskInfo {
            can_cancel: !record.status.is_final(),
            estimated_time: if record.status.is_final() {
                0
            } else {
                ESTIMATED_S
            },
        },
        usage: TaskUsage {
            billing_rule: "per_call",
            credits_reserved: record.reserved.0 as f64 / 1e6,
            user_group: "default",
        },
        error: failure,
    })
}

async fn link(
    server: &Server,
    picture: &StoredPicture,
    headers: &HeaderMap,
) -> Result<Option<String>, Error> {
    let name = ObjectName::parse(&picture.object)
        .ok_or_else(|| Error::internal("a task names a file that is none"))?;
    if !server.app.outputs.is_kept(&name).await? {
        return Ok(None);
    }
    let link = server.app.outputs.link(&name, server.app.world.now_ms());
    Ok(Some(server.url(&link, headers)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_go_out_and_come_back() {
        let id = Id::new("task", [7; 16]);
        let wire = write_id(&id, 1_757_165_031);
        assert!(wire.starts_with("task-unified-1757165031-"));
        assert_eq!(read_id(&wire).unwrap(), id);
        for bad in [
            "",
            "task_1",
            "task-unified-",
            "task-unified-1-",
            "task-unified-1-A%",
        ] {
            assert_eq!(read_id(bad).unwrap_err().code, "invalid_task_id", "{bad}");
        }
    }
}
