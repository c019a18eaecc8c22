//! The queue: requests that are followed by id.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use plantain_app::{Caller, Link, Order, TaskError, TaskResult, Terms};
use plantain_core::{Error, ErrorKind, Id, TaskStatus};
use plantain_store::{Cancelling, TaskRecord};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::time::Instant;

use super::call::{Followed, app_of};
use super::run::Wanted;
use super::wire::{Log, Metrics, Output, Status, Submitted};
use super::{error, headers, to_wire};
use crate::door::Visitor;
use crate::events::{self, Frames};
use crate::letters::Form;
use crate::protocol::Protocol;
use crate::report;
use crate::time::rfc3339;
use crate::{Server, json};

/// How long a stream of states lasts; a client that is interested comes again.
const STREAM_MAX: Duration = Duration::from_secs(600);

/// What a request is remembered by beside what is drawn.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Memory {
    /// Pictures as data URLs in the result.
    #[serde(default)]
    inline: bool,
    /// Codes of wishes that nobody here fulfils.
    #[serde(default)]
    unmet: Vec<String>,
}

impl Memory {
    fn of(record: &TaskRecord) -> Self {
        let json = record.client_json.as_deref();
        json.and_then(|json| serde_json::from_str(json).ok())
            .unwrap_or_default()
    }
}

/// Where a client that came in by `mount` ("/fal/queue", "" at the root) follows its request.
struct Place<'a> {
    server: &'a Server,
    headers: &'a HeaderMap,
    base: String,
}

impl<'a> Place<'a> {
    fn new(server: &'a Server, headers: &'a HeaderMap, mount: &str, app: &str, id: &Id) -> Self {
        Self {
            server,
            headers,
            base: format!("{mount}/{app}/requests/{id}"),
        }
    }

    fn url(&self, end: &str) -> String {
        let link = Link {
            path: format!("{}{end}", self.base),
            expires_s: 0,
        };
        self.server.url(&link, self.headers)
    }
}

/// Takes a request into the queue. `query` may name a webhook and how long the queue may be.
pub async fn submit(
    server: &Server,
    visitor: Visitor,
    (mount, endpoint): (&str, &str),
    headers: &HeaderMap,
    query: Option<&str>,
    wanted: Wanted,
) -> Result<Response, Error> {
    let depth = server.app.tasks.record().depth().await?;
    check_length(query, depth.queued)?;
    let hook = headers::query(query, "fal_webhook");
    let hook = hook.map(|url| server.hook(Form::Fal, "fal_webhook", &url, headers));
    let memory = Memory {
        inline: wanted.inline,
        unmet: wanted
            .unmet
            .iter()
            .map(|note| note.code.to_string())
            .collect(),
    };
    let terms = Terms {
        hook: hook.transpose()?,
        client_json: Some(
            serde_json::to_string(&memory)
                .map_err(Error::internal)?
                .into(),
        ),
        ..wanted.terms
    };
    let order = Order::new(visitor.caller, Protocol::Fal.name(), wanted.request).on(terms);
    let (record, _) = server.app.submit(order).await?;
    let place = Place::new(server, headers, mount, &app_of(endpoint), &record.id);
    let submitted = Submitted {
        status: "IN_QUEUE",
        request_id: record.id.to_string(),
        gateway_request_id: record.id.to_string(),
        response_url: place.url(""),
        status_url: place.url("/status"),
        cancel_url: place.url("/cancel"),
        queue_position: depth.queued,
    };
    let mut response = json::reply(StatusCode::OK, &submitted, 0)?;
    name_request(&mut response, &record.id);
    Ok(response)
}

fn check_length(query: Option<&str>, queued: i64) -> Result<(), Error> {
    const FIELD: &str = "fal_max_queue_length";
    let Some(text) = headers::query(query, FIELD) else {
        return Ok(());
    };
    let most: i64 = text
        .parse()
        .map_err(|_| Error::invalid("invalid_length", FIELD, &text, "must be a whole number"))?;
    if queued > most {
        let message = format!(
            "{queued} requests wait, which is more than the {most} that {FIELD} allows; try later or allow more."
        );
        return Err(Error::new(ErrorKind::Limit, "queue_too_long", message).retry_after(1));
    }
    Ok(())
}

/// Tells how a request stands.
pub async fn status(
    server: &Server,
    caller: &Caller,
    (mount, request): (&str, &Followed),
    headers: &HeaderMap,
    with_logs: bool,
) -> Result<Response, Error> {
    let record = find(server, caller, request).await?;
    let logs = if with_logs {
        logs(&record)?
    } else {
        Vec::new()
    };
    let place = Place::new(server, headers, mount, &request.app, &record.id);
    let status = describe(server, &record, &place, logs).await?;
    let mut response = json::reply(StatusCode::OK, &status, 0)?;
    name_request(&mut response, &record.id);
    Ok(response)
}

/// Tells of a request as it goes on: an event for each state, with the logs that are new, until it is completed.
pub async fn status_stream(
    server: Arc<Server>,
    caller: Caller,
    (mount, request): (String, Followed),
    headers: HeaderMap,
    with_logs: bool,
) -> Result<Response, Error> {
    let id = find(&server, &caller, &request).await?.id;
    let named = id.clone();
    let (frames, body) = Frames::channel();
    tokio::spawn(async move {
        let follow = follow(
            &server,
            &caller,
            &id,
            (&mount, &request),
            &headers,
            with_logs,
            &frames,
        );
        // Nobody is left to hear of a failure to send.
        let _ = follow.await;
    });
    let mut response = events::respond(body).await?;
    name_request(&mut response, &named);
    Ok(response)
}

async fn follow(
    server: &Server,
    caller: &Caller,
    id: &Id,
    (mount, request): (&str, &Followed),
    headers: &HeaderMap,
    with_logs: bool,
    frames: &Frames,
) -> Result<(), events::Gone> {
    let until = Instant::now() + STREAM_MAX;
    let mut last = None;
    let mut told = 0;
    loop {
        let changed = |task: &TaskRecord| Some((task.status, task.attempt)) != last;
        let record = tokio::select! {
            record = server.app.tasks.next_state(caller, id, changed, until) => record,
            () = frames.gone() => return Err(events::Gone),
        };
        let record = match record {
            Ok(record) => record,
            Err(error) => return frames.fail(error).await,
        };
        last = Some((record.status, record.attempt));
        let place = Place::new(server, headers, mount, &request.app, id);
        let status = async {
            let mut new = if with_logs {
                logs(&record)?
            } else {
                Vec::new()
            };
            let all = new.len();
            // Clients collect the logs of all events.
            new.drain(..told.min(all));
            told = all;
            describe(server, &record, &place, new).await
        };
        match status.await {
            Ok(status) => frames.unnamed(&status).await?,
            Err(error) => return frames.fail(error).await,
        }
        if record.status.is_final() || Instant::now() >= until {
            return Ok(());
        }
    }
}

/// Returns what a request drew, or the error it ended with.
pub async fn result(
    server: &Server,
    caller: &Caller,
    request: &Followed,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let record = find(server, caller, request).await?;
    let result = server.app.tasks.result(&record)?;
    let memory = Memory::of(&record);
    let output = to_wire::of_task(server, &result, headers, memory.inline).await?;
    let mut response = json::reply(StatusCode::OK, &output, 0)?;
    name_request(&mut response, &record.id);
    let map = response.headers_mut();
    map.extend(report::stored_headers(&result, &record.id, &memory.unmet));
    let units = HeaderName::from_static("x-fal-billable-units");
    map.insert(units, result.pictures.len().into());
    Ok(response)
}

/// Cancels a request: at once when it waits, soon when it runs.
pub async fn cancel(
    server: &Server,
    caller: &Caller,
    request: &Followed,
) -> Result<Response, Error> {
    let id = find(server, caller, request).await?.id;
    let cancelled = server.app.tasks.cancel(caller, &id).await?;
    let (status, word) = match cancelled {
        Cancelling::Ended(_) => (StatusCode::BAD_REQUEST, "ALREADY_COMPLETED"),
        Cancelling::Done | Cancelling::Requested | Cancelling::Unknown => {
            (StatusCode::ACCEPTED, "CANCELLATION_REQUESTED")
        }
    };
    let body = match status.is_success() {
        true => json!({"status": word}),
        false => json!({"status": word, "detail": "The request has ended already."}),
    };
    let mut response = json::reply(status, &body, 0)?;
    name_request(&mut response, &id);
    Ok(response)
}

/// Returns a request of fal's dialect that the caller may see. Which application it is followed under does not matter: the
/// id alone names it.
async fn find(server: &Server, caller: &Caller, request: &Followed) -> Result<TaskRecord, Error> {
    let id = Id::from_stored(&*request.id);
    server.app.tasks.get(caller, &id).await
}

/// Returns what a webhook says of a request that has ended.
pub async fn outcome(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
) -> Result<Result<Output, Error>, Error> {
    let result = match server.app.tasks.result(record) {
        Ok(result) => result,
        Err(error) => return Ok(Err(error)),
    };
    match to_wire::of_task(server, &result, headers, Memory::of(record).inline).await {
        Err(error) if error.kind == ErrorKind::Internal => Err(error),
        output => Ok(output),
    }
}

async fn describe(
    server: &Server,
    record: &TaskRecord,
    place: &Place<'_>,
    logs: Vec<Log>,
) -> Result<Status, Error> {
    let ended = failure(record);
    let position = match record.status {
        // It is one of those that wait.
        TaskStatus::Queued => {
            let queued = server.app.tasks.record().depth().await?.queued;
            Some((queued - 1).max(0))
        }
        _ => None,
    };
    let result = record.result_json.as_deref().map(TaskResult::parse);
    let result = result.transpose()?;
    Ok(Status {
        status: match record.status {
            TaskStatus::Queued => "IN_QUEUE",
            TaskStatus::Running => "IN_PROGRESS",
            TaskStatus::Succeeded | TaskStatus::Failed | TaskStatus::Cancelled => "COMPLETED",
        },
        request_id: record.id.to_string(),
        response_url: place.url(""),
        status_url: place.url("/status"),
        cancel_url: place.url("/cancel"),
        queue_position: position,
        logs,
        metrics: result.map(|result| Metrics {
            inference_time: result.run_ms as f64 / 1e3,
        }),
        error: ended.as_ref().map(|error| error.message.to_string()),
        error_type: ended.map(|error| error::body(&error).1.to_owned()),
    })
}

fn failure(record: &TaskRecord) -> Option<Error> {
    match record.status {
        TaskStatus::Failed => record
            .error_json
            .as_deref()
            .map(|json| TaskError::parse(json).error()),
        TaskStatus::Cancelled => {
            let message = "The request was cancelled; nothing was charged.";
            Some(Error::new(ErrorKind::Cancelled, "cancelled", message))
        }
        TaskStatus::Queued | TaskStatus::Running | TaskStatus::Succeeded => None,
    }
}

/// Returns what there is to say of a request so far, oldest first.
fn logs(record: &TaskRecord) -> Result<Vec<Log>, Error> {
    let log = |level, at_ms: i64, message: String| Log {
        message,
        level,
        source: "USER",
        timestamp: rfc3339(at_ms),
    };
    let mut logs = Vec::new();
    if let Some(started_ms) = record.started_ms {
        let message = format!("{} begins (attempt {})", record.operation, record.attempt);
        logs.push(log("INFO", started_ms, message));
    }
    let at_ms = record.finished_ms.unwrap_or(record.created_ms);
    if let Some(result) = record.result_json.as_deref().map(TaskResult::parse) {
        let result = result?;
        let engine = &result.engine;
        let who = format!("drawn by {} {}", engine.name, engine.version);
        logs.push(log("INFO", at_ms, who));
        for picture in &result.pictures {
            let plan = picture.plan.iter();
            logs.extend(plan.map(|line| log("INFO", at_ms, line.clone())));
            let notes = picture.notes.iter();
            logs.extend(notes.map(|note| log("WARN", at_ms, note.message.clone())));
        }
        let unmet = Memory::of(record).unmet.into_iter();
        logs.extend(unmet.map(|code| log("WARN", at_ms, code)));
    }
    if let Some(error) = failure(record) {
        logs.push(log("ERROR", at_ms, error.message.to_string()));
    }
    Ok(logs)
}

fn name_request(response: &mut Response, id: &Id) {
    if let Ok(id) = HeaderValue::from_str(id.as_str()) {
        let name = HeaderName::from_static(headers::REQUEST_ID);
        response.headers_mut().insert(name, id);
    }
}
