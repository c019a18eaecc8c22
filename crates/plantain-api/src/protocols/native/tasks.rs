//! `/plantain/v1/tasks`: pictures that are followed by id.

pub mod wire;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use plantain_app::{Caller, Order, StoredPicture, StoredRequest, TaskError, TaskResult, Terms};
use plantain_core::{Error, Id, ModelId, OutputFormat, TaskStatus};
use plantain_store::{Cancelling, ObjectName, TaskFilter, TaskRecord};
use tokio::time::Instant;

use self::wire::Task;
use super::from_wire;
use crate::address::{Path, Query};
use crate::body::Wire;
use crate::door::Visitor;
use crate::events::{self, Frames};
use crate::fail::Fail;
use crate::letters::Form;
use crate::pictures::{self, PictureRef};
use crate::protocol::Protocol;
use crate::{Server, json, limit_headers};

/// Longest wait that `Prefer: wait=…` can ask for, seconds.
const WAIT_S_MAX: u64 = 300;
/// How long an event stream lasts; a client that is interested comes again.
const EVENTS_MAX: Duration = Duration::from_secs(600);
/// Tasks on a page, by default and at most.
const PAGE: u32 = 20;
const PAGE_MAX: u32 = 200;

/// Orders pictures to be drawn later, and answers with the task at once, or when it has ended if `Prefer: wait=SECONDS`
/// says so.
///
/// The fields are those of `images/generate` (with a prompt), `images/edit` (with images) or `scenes/render` (with a scene).
#[utoipa::path(post, path = "/plantain/v1/tasks", tag = "plantain",
    request_body = wire::Order,
    params(
        ("Prefer" = Option<String>, Header, description = "wait=SECONDS: answer when the task has ended, or after that time."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body again: the same task."),
        ("X-Plantain-Tags" = Option<String>, Header, description = "Words that usage can be added up by, parted by commas."),
    ),
    responses(
        (status = 200, description = "The task has ended.", body = wire::Task),
        (status = 202, description = "The task is stored and will be drawn.", body = wire::Task),
    ))]
pub async fn create(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Wire(body): Wire<wire::Order>,
) -> Result<Response, Fail> {
    let wait = prefer_wait(&headers)?;
    let caller = visitor.caller.clone();
    let order = order(&server, visitor, body, &headers).await?;
    let (mut record, limits) = server.app.submit(order).await?;
    if let Some(wait) = wait {
        record = server.app.tasks.wait(&caller, &record.id, wait).await?;
    }
    let status = match record.status.is_final() {
        true => StatusCode::OK,
        false => StatusCode::ACCEPTED,
    };
    let task = describe(&server, &record, &headers).await?;
    let mut response = json::reply(status, &task, 0)?;
    limit_headers::write(Protocol::Native, &limits, response.headers_mut());
    let place = format!("/plantain/v1/tasks/{}", record.id);
    if let Ok(place) = HeaderValue::try_from(place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Returns the order that a body makes, with its pictures opened.
pub async fn order(
    server: &Server,
    visitor: Visitor,
    body: wire::Order,
    headers: &HeaderMap,
) -> Result<Order, Error> {
    let drawing = body.drawing;
    let pictures = [&drawing.image].into_iter().flatten();
    let pictures = pictures.map(|image| PictureRef::parse("image", image));
    let several = drawing.images.iter().flatten().enumerate();
    let several =
        several.map(|(index, image)| PictureRef::parse(format!("images[{index}]"), image));
    let refs: Vec<_> = pictures.chain(several).collect::<Result<_, _>>()?;
    let order = if drawing.scene.is_some() {
        from_wire::render(&drawing)?
    } else if refs.is_empty() {
        from_wire::generate(&drawing)?
    } else {
        let mask = drawing.mask.as_deref();
        let mask = mask
            .map(|mask| PictureRef::parse("mask", mask))
            .transpose()?;
        let files = pictures::open(server, refs).await?;
        let mask = pictures::open(server, mask.into_iter().collect()).await?;
        from_wire::edit(&drawing, files, mask.into_iter().next())?
    };
    let mut tags = visitor.terms.tags;
    tags.extend(body.tags);
    let hook = body.webhook.as_deref();
    let hook = hook.map(|url| server.hook(Form::Native, "webhook", url, headers));
    let hook = hook.transpose()?;
    let terms = Terms {
        tags,
        priority: body.priority.unwrap_or(0).clamp(-100, 100),
        hook,
        start_within_ms: body.start_within_s.map(|seconds| i64::from(seconds) * 1000),
        run_ms_max: body.run_s_max.map(|seconds| i64::from(seconds) * 1000),
        ..visitor.terms
    };
    let order = Order::new(visitor.caller, Protocol::Native.name(), order.request);
    Ok(order.on(terms))
}

/// Returns how long the client wants to wait.
fn prefer_wait(headers: &HeaderMap) -> Result<Option<Duration>, Error> {
    let prefer = headers.get("prefer").and_then(|value| value.to_str().ok());
    let parts = prefer.unwrap_or_default().split([',', ';']).map(str::trim);
    for part in parts {
        let Some(seconds) = part.strip_prefix("wait") else {
            continue;
        };
        let seconds = match seconds.trim_start().strip_prefix('=') {
            None if seconds.is_empty() => WAIT_S_MAX,
            Some(seconds) => seconds.trim().parse().map_err(|_| {
                let remedy = "must be wait or wait=SECONDS";
                Error::invalid("invalid_prefer", "Prefer", part, remedy)
            })?,
            None => continue,
        };
        return Ok(Some(Duration::from_secs(seconds.min(WAIT_S_MAX))));
    }
    Ok(None)
}

/// Lists the caller's tasks, newest first.
#[utoipa::path(get, path = "/plantain/v1/tasks", tag = "plantain",
    params(wire::Filter),
    responses(
        (status = 200, description = "A page of tasks.", body = wire::Page),
    ))]
pub async fn list(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Query(filter): Query<wire::Filter>,
) -> Result<Response, Fail> {
    let limit = filter.limit.unwrap_or(PAGE).clamp(1, PAGE_MAX);
    let status = filter.status.as_deref().map(|name| {
        TaskStatus::parse(name).ok_or_else(|| {
            let remedy = "must be one of queued, running, succeeded, failed, cancelled";
            Error::invalid("invalid_status", "status", name, remedy)
        })
    });
    let wanted = TaskFilter {
        owner: None,
        status: status.transpose()?,
        model: filter.model,
        tag: filter.tag,
        session: filter.session.map(Id::from_stored),
        from_ms: filter.from_ms,
        until_ms: filter.until_ms,
        after: filter.after.map(Id::from_stored),
        // One more tells whether there is another page.
        limit: limit + 1,
    };
    let mut records = server.app.tasks.list(&visitor.caller, wanted).await?;
    let more = records.len() > limit as usize;
    records.truncate(limit as usize);
    let next = records
        .last()
        .filter(|_| more)
        .map(|task| task.id.to_string());
    let mut tasks = Vec::with_capacity(records.len());
    for record in &records {
        tasks.push(describe(&server, record, &headers).await?);
    }
    let page = wire::Page {
        tasks,
        next_after: next,
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Describes a task, with links to its pictures when it has succeeded.
#[utoipa::path(get, path = "/plantain/v1/tasks/{id}", tag = "plantain",
    params(("id" = String, Path, description = "The task's id.")),
    responses(
        (status = 200, description = "The task.", body = wire::Task),
        (status = 404, description = "No such task under this key.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let id = Id::from_stored(id);
    let record = server.app.tasks.get(&visitor.caller, &id).await?;
    let task = describe(&server, &record, &headers).await?;
    Ok(json::reply(StatusCode::OK, &task, 0)?)
}

/// Cancels a task: at once when it waits, within a fraction of a second when it runs. Nothing is charged for it.
#[utoipa::path(post, path = "/plantain/v1/tasks/{id}/cancel", tag = "plantain",
    params(("id" = String, Path, description = "The task's id.")),
    responses(
        (status = 200, description = "The task, as it stands now.", body = wire::Task),
        (status = 404, description = "No such task under this key.", body = super::wire::ErrorReply<'_>),
        (status = 409, description = "The task has ended already.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn cancel(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let id = Id::from_stored(id);
    let tasks = &server.app.tasks;
    if let Cancelling::Ended(status) = tasks.cancel(&visitor.caller, &id).await? {
        return Err(ended_already(&id, status).into());
    }
    let record = tasks.get(&visitor.caller, &id).await?;
    let task = describe(&server, &record, &headers).await?;
    Ok(json::reply(StatusCode::OK, &task, 0)?)
}

fn ended_already(id: &Id, status: TaskStatus) -> Error {
    Error::new(
        plantain_core::ErrorKind::Conflict,
        "task_ended",
        format!("The task {id} has ended already ({status}) and cannot be cancelled."),
    )
}

/// Tells of a task as it goes on: server-sent events named `task`, each with the whole task, the last when it has ended.
#[utoipa::path(get, path = "/plantain/v1/tasks/{id}/events", tag = "plantain",
    params(("id" = String, Path, description = "The task's id.")),
    responses(
        (status = 200, description = "Events.", content_type = "text/event-stream", body = Object),
        (status = 404, description = "No such task under this key.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn follow(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let (frames, body) = Frames::channel();
    let id = Id::from_stored(id);
    tokio::spawn(tell(server, visitor.caller, id, headers, frames));
    Ok(events::respond(body).await?)
}

async fn tell(
    server: Arc<Server>,
    caller: Caller,
    id: Id,
    headers: HeaderMap,
    frames: Frames,
) -> Result<(), events::Gone> {
    let until = Instant::now() + EVENTS_MAX;
    let mut last = None;
    loop {
        let changed = |task: &TaskRecord| Some((task.status, task.progress, task.attempt)) != last;
        let next = server.app.tasks.next_state(&caller, &id, changed, until);
        let record = tokio::select! {
            record = next => record,
            () = frames.gone() => return Err(events::Gone),
        };
        let record = match record {
            Ok(record) => record,
            Err(error) => return frames.fail(error).await,
        };
        last = Some((record.status, record.progress, record.attempt));
        match describe(&server, &record, &headers).await {
            Ok(task) => frames.event("task", &task).await?,
            Err(error) => return frames.fail(error).await,
        }
        if record.status.is_final() || Instant::now() >= until {
            return Ok(());
        }
    }
}

/// Returns a task as it goes over the wire.
pub async fn describe(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
) -> Result<Task, Error> {
    let result = record.result_json.as_deref().map(TaskResult::parse);
    let result = result.transpose()?;
    let error = record.error_json.as_deref().map(TaskError::parse);
    let error = error
        .filter(|_| record.status == TaskStatus::Failed)
        .map(TaskError::error);
    let mut images = Vec::new();
    for picture in result.iter().flat_map(|result| &result.pictures) {
        images.push(describe_picture(server, picture, headers).await?);
    }
    let request: Option<StoredRequest> = serde_json::from_str(&record.request_json).ok();
    Ok(Task {
        id: record.id.to_string(),
        status: record.status.name(),
        operation: record.operation.clone(),
        protocol: record.protocol.clone(),
        model: ModelId::new("model", &record.model)?.as_str().to_owned(),
        prompt: request.and_then(|request| request.prompt().map(str::to_owned)),
        progress: record.progress,
        attempt: record.attempt,
        created_ms: record.created_ms,
        started_ms: record.started_ms,
        finished_ms: record.finished_ms,
        tags: record.tags.clone(),
        engine: result.as_ref().map(|result| result.engine.name.clone()),
        images,
        error: error.map(|error| wire::Failure {
            code: error.code,
            message: error.message.to_string(),
            field: error.field.map(|field| field.to_string()),
        }),
        price: record.charged.to_string(),
    })
}

/// Returns a stored picture as it goes over the wire, with a link if its file is kept.
pub async fn describe_picture(
    server: &Server,
    picture: &StoredPicture,
    headers: &HeaderMap,
) -> Result<wire::Picture, Error> {
    let name = ObjectName::parse(&picture.object)
        .ok_or_else(|| Error::internal("a task names a file that is none"))?;
    let link = match server.app.outputs.is_kept(&name).await? {
        true => Some(server.app.outputs.link(&name, server.app.world.now_ms())),
        false => None,
    };
    let format = OutputFormat::parse("format", &picture.format)?;
    Ok(wire::Picture {
        url: link.as_ref().map(|link| server.url(link, headers)),
        url_expires: link.map(|link| link.expires_s),
        width: picture.width,
        height: picture.height,
        format: format.name(),
        media_type: format.media_type(),
        size_bytes: picture.bytes,
        seed: Some(picture.seed),
        alt: picture.alt.clone(),
        notes: picture.notes.iter().map(wire::Note::from).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::parse;

    #[test]
    fn waits_are_read_from_prefer() {
        let cases = [
            ("", Ok(None)),
            ("respond-async", Ok(None)),
            ("wait=5", Ok(Some(5))),
            ("respond-async, wait=10", Ok(Some(10))),
            ("wait", Ok(Some(300))),
            ("wait=99999", Ok(Some(300))),
            ("waiting", Ok(None)),
            ("wait=soon", Err(())),
        ];
        for (text, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert("prefer", text.parse().unwrap());
            let wait = prefer_wait(&headers).map_err(drop);
            let expected = expected.map(|wait| wait.map(Duration::from_secs));
            assert_eq!(wait, expected, "{text}");
        }
    }

    #[test]
    fn bodies_take_the_fields_of_pictures_and_of_tasks() {
        let body = br#"{"prompt":"a pear","size":"512x512","tags":["x"],"webhook":"https://example.com/h"}"#;
        let order: wire::Order = parse(body).unwrap();
        assert_eq!(order.drawing.prompt.as_deref(), Some("a pear"));
        assert_eq!(order.tags, ["x"]);
        let unknown = parse::<wire::Order>(br#"{"prompt":"a pear","sise":"512x512"}"#);
        assert!(unknown.unwrap_err().message.contains("sise"));
    }
}
