//! `/plantain/v1/audit`: who did what to which, and why.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use plantain_app::audit::{COLUMNS, EventWish, fields};
use plantain_app::export::{csv_line, rfc3339};
use plantain_core::Error;
use plantain_store::AuditRecord;

use super::wire;
use crate::address::Query;
use crate::door::Auditor;
use crate::fail::Fail;
use crate::{Server, json};

/// Lists events, latest first, as JSON, JSON lines or CSV.
#[utoipa::path(get, path = "/plantain/v1/audit", tag = "admin",
    params(wire::AuditQuery),
    responses(
        (status = 200, description = "A page of events; header x-plantain-next holds the cursor of the next.", content((wire::AuditPage = "application/json"), (String = "text/csv"), (String = "application/jsonl"))),
        (status = 400, description = "A filter is wrong.", body = wire::ErrorReply<'_>),
    ))]
pub async fn list_events(
    State(server): State<Arc<Server>>,
    _: Auditor,
    Query(query): Query<wire::AuditQuery>,
) -> Result<Response, Fail> {
    let format = query.format.clone();
    let wish = EventWish {
        actor: query.actor,
        action: query.action,
        object: query.object,
        outcome: query.outcome,
        since: query.since,
        until: query.until,
        cursor: query.cursor,
        limit: query.limit,
    };
    let filter = wish.check()?;
    let records = server.app.audit.events(&filter).await?;
    let full = records.len() == filter.limit as usize;
    let next = records
        .last()
        .filter(|_| full)
        .map(|last| last.number.to_string());
    let mut response = match format.as_deref() {
        None | Some("json") => {
            let page = wire::AuditPage {
                events: records.iter().map(event).collect(),
                next: next.clone(),
            };
            json::reply(StatusCode::OK, &page, 0)?
        }
        Some("jsonl") => text("application/jsonl", lines(&records)?),
        Some("csv") => text("text/csv; charset=utf-8", table(&records)),
        Some(other) => {
            let remedy = "must be json, jsonl or csv";
            return Err(Error::invalid("invalid_format", "format", other, remedy).into());
        }
    };
    if let Some(next) = next.and_then(|next| HeaderValue::try_from(next).ok()) {
        response.headers_mut().insert("x-plantain-next", next);
    }
    Ok(response)
}

fn event(record: &AuditRecord) -> wire::AuditEvent {
    wire::AuditEvent {
        number: record.number,
        at_ms: record.event.at_ms,
        time: rfc3339(record.event.at_ms),
        actor: record.event.actor.clone(),
        action: record.event.action.clone(),
        object: record.event.object.clone(),
        outcome: record.event.outcome.name(),
        reason: record.event.reason.clone(),
    }
}

fn lines(records: &[AuditRecord]) -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    for record in records {
        json::write(&mut text, &event(record))?;
        text.push(b'\n');
    }
    Ok(text)
}

fn table(records: &[AuditRecord]) -> Vec<u8> {
    let rows = records.iter().map(|record| csv_line(&fields(record)));
    let table: String = std::iter::once(csv_line(&COLUMNS)).chain(rows).collect();
    table.into_bytes()
}

fn text(media_type: &'static str, text: Vec<u8>) -> Response {
    json::respond(StatusCode::OK, media_type, Body::from(text))
}
