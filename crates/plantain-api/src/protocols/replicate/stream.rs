//! Predictions as server-sent events. Clients send no key here, so the address carries a ticket.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use plantain_app::{Caller, TaskResult};
use plantain_core::{Id, TaskStatus};
use plantain_store::TaskRecord;
use serde_json::json;
use tokio::time::Instant;

use super::to_wire::{Memory, Pictures, describe, logs};
use super::wire::Output;
use crate::Server;
use crate::address::Path;
use crate::events::{self, Frames, Gone};
use crate::fail::Fail;
use crate::tickets::{self, Ticket};

/// What the tickets are for, and how long they work.
const PURPOSE: &str = "replicate.stream";
const TTL_S: i64 = 24 * 3600;
/// How long a stream lasts; a client that is interested comes again.
const STREAM_MAX: Duration = Duration::from_secs(600);

/// Returns the path at which a prediction is streamed, without scheme and host.
pub fn path(server: &Server, record: &TaskRecord, mount: &str) -> String {
    let ticket = Ticket {
        owner: record.owner.clone(),
        subject: record.id.to_string(),
        expires_s: record.created_ms / 1000 + TTL_S,
    };
    let sealed = tickets::write(server, PURPOSE, &ticket);
    format!("{mount}/streams/{sealed}")
}

/// Tells of a prediction until it has ended: events `logs`, `output` (a link each), `error` and `done`.
#[utoipa::path(get, path = "/replicate/v1/streams/{ticket}", tag = "replicate",
    params(("ticket" = String, Path, description = "From the prediction's `urls.stream`.")),
    responses(
        (status = 200, description = "Events.", content_type = "text/event-stream", body = Object),
        (status = 404, description = "No such stream, or its link has expired.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn follow(
    State(server): State<Arc<Server>>,
    headers: HeaderMap,
    Path(ticket): Path<String>,
) -> Result<Response, Fail> {
    let Ticket { owner, subject, .. } = tickets::read(&server, PURPOSE, &ticket)?;
    let caller = Caller::seeing(&owner);
    let id = Id::from_stored(subject);
    let (frames, body) = Frames::channel();
    tokio::spawn(async move {
        // Nobody is left to hear of a failure to send.
        let _ = tell(&server, &caller, &id, &headers, &frames).await;
    });
    Ok(events::respond(body).await?)
}

async fn tell(
    server: &Server,
    caller: &Caller,
    id: &Id,
    headers: &HeaderMap,
    frames: &Frames,
) -> Result<(), Gone> {
    let until = Instant::now() + STREAM_MAX;
    let ended = |task: &TaskRecord| task.status.is_final();
    let record = tokio::select! {
        record = server.app.tasks.next_state(caller, id, ended, until) => record,
        () = frames.gone() => return Err(Gone),
    };
    let told = match record {
        Ok(record) => match describe(server, &record, headers, Pictures::Links).await {
            Ok(prediction) => Ok((record, prediction)),
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    let (record, prediction) = match told {
        Ok(told) => told,
        Err(error) => return frames.fail(error).await,
    };
    let result = record.result_json.as_deref().map(TaskResult::parse);
    let result = result.and_then(Result::ok);
    let logs = logs(&record, result.as_ref(), &Memory::of(&record));
    let mut number = 0;
    let mut next = || {
        number += 1;
        format!("{number}:0")
    };
    if !logs.is_empty() {
        frames.lines("logs", &next(), &logs).await?;
    }
    let urls = match prediction.output {
        Output::None => Vec::new(),
        Output::One(url) => vec![url],
        Output::Several(urls) => urls,
    };
    for url in urls {
        frames.lines("output", &next(), &url).await?;
    }
    let reason = match record.status {
        TaskStatus::Succeeded => json!({}),
        TaskStatus::Cancelled => json!({"reason": "canceled"}),
        TaskStatus::Queued | TaskStatus::Running => return Ok(()),
        TaskStatus::Failed => {
            let detail = json!({"detail": prediction.error}).to_string();
            frames.lines("error", &next(), &detail).await?;
            json!({"reason": "error"})
        }
    };
    frames.lines("done", &next(), &reason.to_string()).await
}
