//! Replicate's webhooks: the prediction as the body, signed as the Standard Webhooks specification says.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::Hook;
use plantain_core::{Error, TaskStatus};
use plantain_store::{NewMessage, TaskRecord};

use super::to_wire::{Pictures, describe};
use super::wire::{Create, Output, Prediction, Secret};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::letters::Form;
use crate::{Server, json, records};

/// Events that a client may want to hear of.
const EVENTS: [&str; 4] = ["start", "output", "logs", "completed"];

/// The hooks that a body asks for. Pictures come all at once, so output, logs and completion are one event.
pub struct Hooks {
    pub start: Option<Hook>,
    pub end: Option<Hook>,
}

/// Reads which webhooks are wanted.
pub fn hooks(server: &Server, body: &Create, headers: &HeaderMap) -> Result<Hooks, Error> {
    let none = Hooks {
        start: None,
        end: None,
    };
    let Some(url) = body.webhook.as_deref().filter(|url| !url.is_empty()) else {
        return Ok(none);
    };
    let filter = body.webhook_events_filter.as_deref().unwrap_or_default();
    if let Some(other) = filter
        .iter()
        .find(|event| !EVENTS.contains(&event.as_str()))
    {
        return Err(Error::invalid(
            "invalid_event",
            "webhook_events_filter",
            other,
            format_args!("must be a list of {}", EVENTS.join(", ")),
        ));
    }
    let starts = filter.iter().any(|event| event == "start");
    let ends = filter.is_empty() || filter.iter().any(|event| event != "start");
    let hook = |form, wanted: bool| {
        let hook = wanted.then(|| server.hook(form, "webhook", url, headers));
        hook.transpose()
    };
    Ok(Hooks {
        start: hook(Form::ReplicateStart, starts)?,
        end: hook(Form::Replicate, ends)?,
    })
}

/// Sends word that a prediction was begun.
pub async fn post_start(server: &Server, record: &TaskRecord, hook: Hook) -> Result<(), Error> {
    let message = NewMessage {
        id: records::mint(server, "msg"),
        url: hook.url,
        form_json: hook.form_json,
    };
    let now_ms = server.app.world.now_ms();
    let posted = server.app.tasks.record().post(&record.id, &message, now_ms);
    Ok(posted.await?)
}

/// Returns the body that tells of a prediction; `starts`: as it was when it began.
pub async fn told(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
    starts: bool,
) -> Result<Prediction, Error> {
    let mut prediction = describe(server, record, headers, Pictures::Links).await?;
    if starts && record.status != TaskStatus::Queued {
        prediction.status = "processing";
        prediction.output = Output::None;
        prediction.completed_at = None;
        prediction.data_removed = false;
        prediction.error = None;
    }
    Ok(prediction)
}

/// Returns what the caller's webhooks are signed with.
#[utoipa::path(get, path = "/replicate/v1/webhooks/default/secret", tag = "replicate",
    responses((status = 200, description = "The secret.", body = Secret)))]
pub async fn secret(State(server): State<Arc<Server>>, visitor: Visitor) -> Result<Response, Fail> {
    let owner = visitor.caller.owner();
    let current = server.app.tasks.record().hook_secret(owner);
    let current = current.await.map_err(Error::from)?;
    let secret = Secret {
        key: server.hook_secret(owner, current.generation),
    };
    Ok(json::reply(StatusCode::OK, &secret, 0)?)
}
