//! `/plantain/v1/webhooks`: what was sent and what was answered, sending again, the secret, and a trial.

pub mod wire;

use std::sync::Arc;
use std::time::Instant;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::keys::grace_until_ms;
use plantain_core::{Error, ErrorKind, Id};
use plantain_store::{MessageFilter, MessageRecord, MessageStatus, Outbox};

use super::wire::{ErrorReply, RotateKey};
use crate::address::{Path, Query};
use crate::body::Wire;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::letters::Form;
use crate::{Server, json};

/// Messages on a page, by default and at most.
const PAGE: u32 = 20;
const PAGE_MAX: u32 = 200;
/// How long a secret is used beside the one that replaces it, unless the caller says otherwise.
const GRACE_HOURS: i64 = 24;

/// Lists the caller's webhooks with the attempts to deliver them, newest first.
#[utoipa::path(get, path = "/plantain/v1/webhooks", tag = "plantain",
    params(wire::Filter),
    responses(
        (status = 200, description = "A page of webhooks.", body = wire::Page),
    ))]
pub async fn list(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Query(filter): Query<wire::Filter>,
) -> Result<Response, Fail> {
    let limit = filter.limit.unwrap_or(PAGE).clamp(1, PAGE_MAX);
    let status = filter.status.as_deref().map(|name| {
        MessageStatus::parse(name).ok_or_else(|| {
            let remedy = "must be one of waiting, pending, delivered, failed";
            Error::invalid("invalid_status", "status", name, remedy)
        })
    });
    let wanted = MessageFilter {
        owner: (!visitor.caller.sees_all()).then(|| visitor.caller.owner().to_owned()),
        task: filter.task.map(Id::from_stored),
        status: status.transpose()?,
        after: filter.after.map(Id::from_stored),
        // One more tells whether there is another page.
        limit: limit + 1,
    };
    let outbox = server.app.tasks.record();
    let mut messages = outbox.messages(&wanted).await.map_err(Error::from)?;
    let more = messages.len() > limit as usize;
    messages.truncate(limit as usize);
    let last = messages.last().filter(|_| more);
    let next_after = last.map(|message| message.id.to_string());
    let mut webhooks = Vec::with_capacity(messages.len());
    for message in messages {
        webhooks.push(describe(outbox, message).await?);
    }
    let page = wire::Page {
        webhooks,
        next_after,
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Describes a webhook and every attempt to deliver it.
#[utoipa::path(get, path = "/plantain/v1/webhooks/{id}", tag = "plantain",
    params(("id" = String, Path, description = "The webhook's id, which receivers see as `webhook-id`.")),
    responses(
        (status = 200, description = "The webhook.", body = wire::Webhook),
        (status = 404, description = "No such webhook under this key.", body = ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let message = find(&server, &visitor, id).await?;
    let webhook = describe(server.app.tasks.record(), message).await?;
    Ok(json::reply(StatusCode::OK, &webhook, 0)?)
}

/// Sends a webhook again, whatever became of it, on the whole schedule. It keeps its id, so that receivers know it.
#[utoipa::path(post, path = "/plantain/v1/webhooks/{id}/replay", tag = "plantain",
    params(("id" = String, Path, description = "The webhook's id.")),
    responses(
        (status = 202, description = "It is sent again.", body = wire::Webhook),
        (status = 404, description = "No such webhook under this key.", body = ErrorReply<'_>),
        (status = 409, description = "Its task has not ended.", body = ErrorReply<'_>),
    ))]
pub async fn replay(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let message = find(&server, &visitor, id.clone()).await?;
    let outbox = server.app.tasks.record();
    let now_ms = server.app.world.now_ms();
    let sent = outbox.replay(&message.id, now_ms).await;
    if !sent.map_err(Error::from)? {
        let text = format!(
            "The task {} has not ended; its webhook is sent then.",
            message.task
        );
        return Err(Error::new(ErrorKind::Conflict, "task_not_finished", text).into());
    }
    let message = find(&server, &visitor, id).await?;
    let webhook = describe(outbox, message).await?;
    Ok(json::reply(StatusCode::ACCEPTED, &webhook, 0)?)
}

/// Returns what the caller's webhooks are signed with, for the receiver's library (Standard Webhooks).
#[utoipa::path(get, path = "/plantain/v1/webhooks/secret", tag = "plantain",
    responses((status = 200, description = "The secret.", body = wire::Secret)))]
pub async fn secret(State(server): State<Arc<Server>>, visitor: Visitor) -> Result<Response, Fail> {
    let owner = visitor.caller.owner();
    let outbox = server.app.tasks.record();
    let current = outbox.hook_secret(owner).await.map_err(Error::from)?;
    let former = current.former_until_ms > server.app.world.now_ms();
    let secret = wire::Secret {
        secret: server.hook_secret(owner, current.generation),
        former_until_ms: former.then_some(current.former_until_ms),
    };
    Ok(json::reply(StatusCode::OK, &secret, 0)?)
}

/// Changes what the caller's webhooks are signed with. For a while they carry a signature of each, so that receivers can be
/// changed one after the other.
#[utoipa::path(post, path = "/plantain/v1/webhooks/secret/rotate", tag = "plantain",
    request_body = RotateKey,
    responses(
        (status = 200, description = "The new secret.", body = wire::Secret),
        (status = 400, description = "The time is out of range.", body = ErrorReply<'_>),
    ))]
pub async fn rotate_secret(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Wire(body): Wire<RotateKey>,
) -> Result<Response, Fail> {
    let app = &server.app;
    let hours = body
        .grace_hours
        .map_or(GRACE_HOURS, |hours| hours.clamped());
    let until_ms = grace_until_ms(app.world.now_ms(), hours)?;
    let owner = visitor.caller.owner();
    let rotated = app.tasks.record().rotate_hook_secret(owner, until_ms).await;
    let rotated = rotated.map_err(Error::from)?;
    let reason = format!("the secret before it signs, too, for {hours} h");
    app.audit
        .done(&visitor.caller, "webhook.rotate", owner, reason)
        .await;
    let secret = wire::Secret {
        secret: server.hook_secret(owner, rotated.generation),
        former_until_ms: Some(until_ms),
    };
    Ok(json::reply(StatusCode::OK, &secret, 0)?)
}

/// Sends a signed event of type `webhook.test` to an address, once, and tells what was answered.
#[utoipa::path(post, path = "/plantain/v1/webhooks/test", tag = "plantain",
    request_body = wire::Trial,
    responses(
        (status = 200, description = "What became of it.", body = wire::TrialResult),
        (status = 400, description = "Webhooks are not sent to this address.", body = ErrorReply<'_>),
    ))]
pub async fn test(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Wire(body): Wire<wire::Trial>,
) -> Result<Response, Fail> {
    // Checks the address as for a task.
    let hook = server.hook(Form::Native, "url", &body.url, &headers)?;
    let letter = server.trial_letter(visitor.caller.owner()).await?;
    let begun = Instant::now();
    let posted = server.app.remote.post(&hook.url, &letter).await;
    let took_ms = begun.elapsed().as_millis() as u64;
    let result = match posted {
        Ok(posted) => wire::TrialResult {
            delivered: (200..300).contains(&posted.status),
            status: Some(posted.status),
            answer: posted.excerpt,
            took_ms,
        },
        Err(error) => wire::TrialResult {
            delivered: false,
            status: None,
            answer: error.to_string(),
            took_ms,
        },
    };
    Ok(json::reply(StatusCode::OK, &result, 0)?)
}

/// Returns a message that the caller may see.
async fn find(server: &Server, visitor: &Visitor, id: String) -> Result<MessageRecord, Error> {
    let id = Id::from_stored(id);
    let message = server.app.tasks.record().message(&id).await?;
    let message = message.filter(|message| visitor.caller.may_see(&message.owner));
    message.ok_or_else(|| {
        let text = "There is no such webhook under this key; GET /plantain/v1/webhooks lists them.";
        let error = Error::new(ErrorKind::NotFound, "unknown_webhook", text);
        error.with_field("id").with_value(&id)
    })
}

async fn describe<O: Outbox + ?Sized>(
    outbox: &O,
    message: MessageRecord,
) -> Result<wire::Webhook, Error> {
    let attempts = outbox.deliveries(&message.id).await?;
    let attempts = attempts.into_iter().map(|delivery| wire::Attempt {
        attempt: delivery.attempt,
        at_ms: delivery.at_ms,
        took_ms: delivery.took_ms,
        status: delivery.status,
        answer: delivery.detail,
    });
    let pending = message.status == MessageStatus::Pending;
    Ok(wire::Webhook {
        id: message.id.to_string(),
        task: message.task.to_string(),
        url: message.url,
        status: message.status.name(),
        created_ms: message.created_ms,
        next_ms: pending.then_some(message.next_ms),
        delivered_ms: message.delivered_ms,
        attempts: attempts.collect(),
    })
}
