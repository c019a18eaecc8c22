//! `/plantain/v1/sessions`: conversations about pictures.

mod to_wire;
pub mod wire;
mod wish;

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use plantain_app::{TurnAction, TurnPlan};
use plantain_core::{Error, Id, PictureFile};
use plantain_store::Idempotency;
use serde::de::DeserializeOwned;

use self::wish::{What, Wish};
use super::from_wire::{Delivery, Order};
use super::parts::Parts;
use super::routes::binary;
use super::wire::ErrorReply;
use crate::address::{Path, Query};
use crate::body::{Payload, Raw, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::protocol::Protocol;
use crate::report::{self, Report};
use crate::{Server, json};

/// Sessions or turns on a page, by default and at most.
const PAGE: u32 = 50;
const PAGE_MAX: u32 = 200;

/// Begins a conversation.
#[utoipa::path(post, path = "/plantain/v1/sessions", tag = "plantain",
    request_body = wire::Create,
    responses(
        (status = 201, description = "The session.", body = wire::Session),
    ))]
pub async fn create(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    let body: wire::Create = or_default(&body)?;
    let owner = visitor.caller.owner();
    let session = server.app.sessions.create(owner, body.title).await?;
    let place = HeaderValue::try_from(format!("/plantain/v1/sessions/{}", session.id));
    let mut response = json::reply(StatusCode::CREATED, &to_wire::session(session), 0)?;
    if let Ok(place) = place {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Lists the caller's conversations, the one changed last first.
#[utoipa::path(get, path = "/plantain/v1/sessions", tag = "plantain",
    params(wire::Page),
    responses(
        (status = 200, description = "A page of sessions.", body = wire::SessionPage),
    ))]
pub async fn list(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Query(page): Query<wire::Page>,
) -> Result<Response, Fail> {
    let limit = page.limit.unwrap_or(PAGE).clamp(1, PAGE_MAX);
    let after = page.after.as_deref().map(|text| {
        let parts = text.split_once('.');
        let parts = parts.and_then(|(at_ms, id)| Some((at_ms.parse::<i64>().ok()?, id)));
        parts.ok_or_else(|| bad_after(text))
    });
    let owner = visitor.caller.owner();
    // One more tells whether there is another page.
    let found = server
        .app
        .sessions
        .list(owner, after.transpose()?, limit + 1);
    let mut sessions = found.await?;
    let more = sessions.len() > limit as usize;
    sessions.truncate(limit as usize);
    let last = sessions.last().filter(|_| more);
    let next_after = last.map(|last| format!("{}.{}", last.updated_ms, last.id));
    let sessions = sessions.into_iter().map(to_wire::session).collect();
    let page = wire::SessionPage {
        sessions,
        next_after,
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Returns a conversation with its latest turns.
#[utoipa::path(get, path = "/plantain/v1/sessions/{id}", tag = "plantain",
    params(("id" = String, Path, description = "The session's id.")),
    responses(
        (status = 200, description = "The session.", body = wire::SessionWhole),
        (status = 404, description = "No such session under this key.", body = ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let sessions = &server.app.sessions;
    let session = sessions.get(visitor.caller.owner(), &id).await?;
    let before = session.turns.saturating_sub(PAGE);
    let turns = sessions.turns(&session, before, PAGE).await?;
    let whole = wire::SessionWhole {
        session: to_wire::session(session),
        history: to_wire::turns(&server, &turns, &headers).await?,
    };
    Ok(json::reply(StatusCode::OK, &whole, 0)?)
}

/// Lists the turns of a conversation, oldest first.
#[utoipa::path(get, path = "/plantain/v1/sessions/{id}/turns", tag = "plantain",
    params(("id" = String, Path, description = "The session's id."), wire::Page),
    responses(
        (status = 200, description = "A page of turns.", body = wire::TurnPage),
        (status = 404, description = "No such session under this key.", body = ErrorReply<'_>),
    ))]
pub async fn list_turns(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(page): Query<wire::Page>,
) -> Result<Response, Fail> {
    let sessions = &server.app.sessions;
    let session = sessions.get(visitor.caller.owner(), &id).await?;
    let limit = page.limit.unwrap_or(PAGE).clamp(1, PAGE_MAX);
    let after = page.after.as_deref();
    let after = after.map(|text| text.parse().map_err(|_| bad_after(text)));
    let after: u32 = after.transpose()?.unwrap_or(0);
    let turns = sessions.turns(&session, after, limit).await?;
    let last = turns.last().map(|turn| turn.record.number);
    let page = wire::TurnPage {
        turns: to_wire::turns(&server, &turns, &headers).await?,
        next_after: last
            .filter(|last| *last < session.turns)
            .map(|last| last.to_string()),
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Forgets a conversation with its turns and pictures.
#[utoipa::path(delete, path = "/plantain/v1/sessions/{id}", tag = "plantain",
    params(("id" = String, Path, description = "The session's id.")),
    responses(
        (status = 204, description = "Forgotten."),
        (status = 404, description = "No such session under this key.", body = ErrorReply<'_>),
    ))]
pub async fn delete(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<StatusCode, Fail> {
    let owner = visitor.caller.owner();
    server.app.sessions.delete(owner, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Goes back to the turn before, or to any other: the next turn goes on from there. Nothing is lost by it.
#[utoipa::path(post, path = "/plantain/v1/sessions/{id}/undo", tag = "plantain",
    params(("id" = String, Path, description = "The session's id.")),
    request_body = wire::Undo,
    responses(
        (status = 200, description = "The session, as it is then.", body = wire::Session),
        (status = 404, description = "No such session or turn under this key.", body = ErrorReply<'_>),
        (status = 409, description = "There is nothing to undo.", body = ErrorReply<'_>),
    ))]
pub async fn undo(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    let body: wire::Undo = or_default(&body)?;
    let sessions = &server.app.sessions;
    let session = sessions.get(visitor.caller.owner(), &id).await?;
    let session = sessions.go_to(&session, body.to.as_deref()).await?;
    Ok(json::reply(StatusCode::OK, &to_wire::session(session), 0)?)
}

/// Takes a turn: draws a picture, changes the one before, or keeps one that is sent along.
///
/// Also takes a form (multipart/form-data) with the same fields: files as `image` (repeated for several) and `mask`.
#[utoipa::path(post, path = "/plantain/v1/sessions/{id}/turns", tag = "plantain",
    params(
        ("id" = String, Path, description = "The session's id."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body again: the same turn."),
    ),
    request_body = wire::Say,
    responses(
        (status = 201, description = "The turn; with output binary its one picture itself.", content((wire::TurnTaken = "application/json"), (String = "image/*"))),
        (status = 404, description = "No such session or turn under this key.", body = ErrorReply<'_>),
        (status = 422, description = "Not done, and the session is as it was: not_understood, target_not_located, needs_generative_engine, nothing_changed, does_not_fit.", body = ErrorReply<'_>),
    ))]
pub async fn take_turn(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
    payload: Payload,
) -> Result<Response, Fail> {
    let sessions = &server.app.sessions;
    let session = sessions.get(visitor.caller.owner(), &id).await?;
    let key = visitor.terms.idempotency_key.clone();
    let promise = key.map(|key| Idempotency {
        key,
        request_sha256: payload.sha256(),
    });
    if let Some(promise) = &promise
        && let Some(turn) = sessions.promised(&session, promise).await?
    {
        let turn = to_wire::turn(&server, &turn, &headers).await?;
        return Ok(taken(&to_wire::taken(turn, &session, None))?);
    }
    let parts = Parts::<wire::Say>::read(payload, |say| &say.drawing)?;
    let head = session.head.as_ref().map(Id::as_str);
    let parent = match parts.body.parent.as_deref().or(head) {
        Some(id) => Some(sessions.turn(&session, id).await?),
        None => None,
    };
    let wish = Wish::read(&server, session, parent, promise, parts).await?;
    Ok(match wish.what {
        What::Upload(picture) => upload(&server, wish.plan, picture, &headers).await?,
        What::Draw { order, anew } => {
            draw(
                &server,
                visitor,
                wish.plan,
                *order,
                anew.map(|o| *o),
                &headers,
            )
            .await?
        }
    })
}

/// Bodies of which everything may be left out may be left out.
fn or_default<T: DeserializeOwned + Default>(body: &[u8]) -> Result<T, Error> {
    match body.trim_ascii().is_empty() {
        true => Ok(T::default()),
        false => parse(body),
    }
}

fn bad_after(text: &str) -> Error {
    let remedy = "must be next_after of the page before";
    Error::invalid("invalid_after", "after", text, remedy)
}

async fn upload(
    server: &Server,
    plan: TurnPlan,
    picture: PictureFile,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let (session, turn) = server.app.sessions.keep_upload(plan, picture).await?;
    let turn = to_wire::turn(server, &turn, headers).await?;
    taken(&to_wire::taken(turn, &session, None))
}

async fn draw(
    server: &Server,
    visitor: Visitor,
    mut plan: TurnPlan,
    order: Order,
    anew: Option<Order>,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let mut visitor = visitor;
    visitor.terms.session = Some(plan.session.id.clone());
    let delivery = order.delivery.unwrap_or(Delivery::Url);
    let draw = |request| server.draw(&visitor, Protocol::Native, request, None);
    let drawn = match (draw(order.request).await, anew) {
        (Err(error), Some(anew)) if error.code == "not_understood" => {
            plan.action = TurnAction::Generate;
            draw(anew.request).await?
        }
        (drawn, _) => drawn?,
    };
    let (session, turn) = server.app.sessions.keep_drawn(plan, &drawn).await?;
    let mut response = match delivery {
        Delivery::Binary => binary(&drawn)?,
        Delivery::Url | Delivery::Base64 => {
            let mut turn = to_wire::turn(server, &turn, headers).await?;
            if delivery == Delivery::Base64 {
                to_wire::put_bytes(&mut turn, &drawn);
            }
            taken(&to_wire::taken(turn, &session, Some(&drawn)))?
        }
    };
    if let Ok(id) = HeaderValue::try_from(turn.record.id.as_str()) {
        response.headers_mut().insert("x-plantain-turn", id);
    }
    response.headers_mut().extend(report::headers(&drawn, &[]));
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

fn taken(taken: &wire::TurnTaken) -> Result<Response, Error> {
    let inline = taken.turn.images.iter();
    let inline = inline.filter_map(|image| image.b64_json.as_ref());
    let bytes = inline.map(|bytes| bytes.len()).sum();
    json::reply(StatusCode::CREATED, taken, bytes)
}
