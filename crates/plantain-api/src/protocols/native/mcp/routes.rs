//! `/mcp`: the streamable HTTP transport.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use plantain_app::Drawn;
use plantain_core::Error;
use serde_json::Value;

use super::{Asked, Call, answer, read};
use crate::body::{Raw, parse_at};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::protocol::Protocol;
use crate::protocols::native::tasks;
use crate::{Server, json};

/// Answers a message of the Model Context Protocol.
#[utoipa::path(post, path = "/mcp", tag = "plantain",
    request_body(content = Object, description = "A JSON-RPC 2.0 message."),
    responses(
        (status = 200, description = "The answer.", body = Object),
        (status = 202, description = "A notification was heard."),
    ))]
pub async fn call(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    let (id, call) = match read(&body) {
        Asked::Answered(Some(value)) => return Ok(json::reply(StatusCode::OK, &value, 0)?),
        Asked::Answered(None) => return Ok(StatusCode::ACCEPTED.into_response()),
        Asked::Tool { id, call } => (id, call),
    };
    let outcome = draw(&server, visitor, &headers, *call).await;
    let bytes = outcome.iter().flat_map(|drawn| &drawn.pictures);
    let bytes = bytes.map(|picture| picture.bytes.len()).sum();
    Ok(json::reply(
        StatusCode::OK,
        &answer(&id, &outcome, &[]),
        bytes,
    )?)
}

async fn draw(
    server: &Server,
    visitor: Visitor,
    headers: &HeaderMap,
    call: Call,
) -> Result<Drawn, Error> {
    if let Some(path) = call.save_to {
        let remedy = "works over standard input and output only; leave it out";
        return Err(Error::invalid(
            "needs_local_server",
            "save_to",
            path,
            remedy,
        ));
    }
    let body: tasks::wire::Order = parse_at(".", &Value::Object(call.row.fields))?;
    if let Some(url) = body.webhook {
        let remedy = "is not for tools; leave it out";
        return Err(Error::invalid("unknown_field", "webhook", url, remedy));
    }
    let order = tasks::order(server, visitor.clone(), body, headers).await?;
    server
        .draw(&visitor, Protocol::Native, order.request, None)
        .await
}
