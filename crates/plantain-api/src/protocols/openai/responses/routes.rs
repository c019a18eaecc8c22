//! `/openai/v1/responses`.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response as HttpResponse;
use plantain_core::{Error, ErrorKind};

use super::run;
use super::store::Stored;
use super::wire::{CreateResponse, GetQuery, InputItems, Response, ResponseDeleted};
use super::{from_wire, pending, store, stream};
use crate::address::{Path, Query};
use crate::behind::{self, Deferred};
use crate::body::Wire;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::protocols::openai::wire::ErrorReply;
use crate::report::{self, Report};
use crate::{Server, json};

/// Draws or changes a picture in a conversation.
#[utoipa::path(post, path = "/openai/v1/responses", tag = "openai",
    request_body = CreateResponse,
    responses(
        (status = 200, description = "The response; with stream, server-sent events.", content((Response = "application/json"), (Object = "text/event-stream"))),
    ))]
pub async fn create_response(
    State(server): State<Arc<Server>>,
    Visitor { caller, terms }: Visitor,
    Wire(body): Wire<CreateResponse>,
) -> Result<HttpResponse, Fail> {
    let plan = from_wire::plan(body)?;
    let (streams, background) = (plan.stream, plan.background);
    let mut job = run::prepare(&server, caller, plan).await?;
    job.order.commission.terms = terms;
    if background {
        let queued = pending::start(&server, &job).await?;
        return Ok(match streams {
            true => stream::again(&server, &job.caller, &job.draft.id, None).await?,
            false => json::reply(StatusCode::OK, &queued, 0)?,
        });
    }
    if streams {
        return Ok(stream::live(&server, job).await?);
    }
    let (response, drawn) = run::complete(&server, &job).await?;
    let bytes = drawn.pictures.iter().map(|picture| picture.bytes.len());
    let mut reply = json::reply(StatusCode::OK, &response, bytes.sum())?;
    reply
        .headers_mut()
        .extend(report::headers(&drawn, &job.unmet));
    reply.extensions_mut().insert(Report::new(&drawn));
    Ok(reply)
}

/// Returns a stored response.
#[utoipa::path(get, path = "/openai/v1/responses/{id}", tag = "openai",
    params(
        ("id" = String, Path, description = "The id of the response."),
        ("stream" = Option<bool>, Query, description = "Tell it again as server-sent events."),
        ("starting_after" = Option<u64>, Query, description = "Number of the last event that the client has."),
    ),
    responses(
        (status = 200, description = "The response.", content((Response = "application/json"), (Object = "text/event-stream"))),
        (status = 404, description = "No such response.", body = ErrorReply<'_>),
    ))]
pub async fn get_response(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(query): Query<GetQuery>,
) -> Result<HttpResponse, Fail> {
    let after = query.starting_after.as_deref();
    let after = after.map(|text| {
        text.parse::<u64>().map_err(|_| {
            let remedy = "must be the sequence_number of an event";
            Error::invalid("invalid_value", "starting_after", text, remedy)
        })
    });
    let after = after.transpose()?;
    if query.stream.as_deref() == Some("true") {
        return Ok(stream::again(&server, &visitor.caller, &id, after).await?);
    }
    let stored = Stored::get(&server, &visitor.caller, &id).await?.body;
    Ok(json::reply(
        StatusCode::OK,
        &stored.whole(&server).await?,
        0,
    )?)
}

/// Gives up a response that is drawn in the background.
#[utoipa::path(post, path = "/openai/v1/responses/{id}/cancel", tag = "openai",
    params(("id" = String, Path, description = "The id of the response.")),
    responses(
        (status = 200, description = "The response, cancelled unless it was at its end.", body = Response),
        (status = 400, description = "It was not made in the background.", body = ErrorReply<'_>),
        (status = 404, description = "No such response.", body = ErrorReply<'_>),
    ))]
pub async fn cancel_response(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<HttpResponse, Fail> {
    let owner = visitor.caller.owner();
    let mut record = Stored::get(&server, &visitor.caller, &id).await?;
    if record.body.response["background"] != true {
        let message = "Only responses that were created with \"background\": true can be cancelled; this one is at its end.";
        let error = Error::new(ErrorKind::Invalid, "not_in_background", message);
        return Err(error.with_field("response_id").with_value(id).into());
    }
    if record.body.pending.is_some() {
        behind::give_up(&server, &visitor.caller, &record.body).await?;
        record.body.cancel();
        store::put_again(&server, owner, &record).await?;
    }
    let whole = record.body.whole(&server).await?;
    Ok(json::reply(StatusCode::OK, &whole, 0)?)
}

/// Forgets a stored response.
#[utoipa::path(delete, path = "/openai/v1/responses/{id}", tag = "openai",
    params(("id" = String, Path, description = "The id of the response.")),
    responses(
        (status = 200, description = "It is gone.", body = ResponseDeleted),
        (status = 404, description = "No such response.", body = ErrorReply<'_>),
    ))]
pub async fn delete_response(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<HttpResponse, Fail> {
    let owner = visitor.caller.owner();
    let record = store::get(&server, owner, &id).await?;
    behind::give_up(&server, &visitor.caller, &record.body).await?;
    store::delete(&server, owner, &record).await?;
    let gone = ResponseDeleted {
        id,
        object: "response",
        deleted: true,
    };
    Ok(json::reply(StatusCode::OK, &gone, 0)?)
}

/// Lists what was sent for a stored response.
#[utoipa::path(get, path = "/openai/v1/responses/{id}/input_items", tag = "openai",
    params(("id" = String, Path, description = "The id of the response.")),
    responses(
        (status = 200, description = "The items, newest first, without the bytes of pictures.", body = InputItems),
        (status = 404, description = "No such response.", body = ErrorReply<'_>),
    ))]
pub async fn list_input_items(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<HttpResponse, Fail> {
    let stored = store::get(&server, visitor.caller.owner(), &id).await?.body;
    let items = stored.input.into_iter().enumerate().rev();
    let named = |(index, mut item): (usize, serde_json::Value)| {
        if item["id"].is_null() {
            item["id"] = format!("msg_{index}_{id}").into();
        }
        item
    };
    let data: Vec<_> = items.map(named).collect();
    let id_of = |item: Option<&serde_json::Value>| {
        item.and_then(|item| item["id"].as_str().map(str::to_owned))
    };
    let list = InputItems {
        object: "list",
        first_id: id_of(data.first()),
        last_id: id_of(data.last()),
        data,
        has_more: false,
    };
    Ok(json::reply(StatusCode::OK, &list, 0)?)
}
