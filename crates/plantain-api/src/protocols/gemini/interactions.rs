//! Interactions: conversations whose turns the server remembers.

mod from_wire;
mod kept;
mod pending;
mod to_wire;
pub mod wire;

use std::sync::Arc;

use axum::extract::{OriginalUri, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::Drawn;
use plantain_core::{Error, ModelId};

use self::from_wire::{Keeping, Manner};
use self::kept::{Interaction, Outcome, Pending};
use self::to_wire::Extras;
use super::files::Place;
use super::from_wire::Order;
use super::paging::query_value;
use super::routes;
use crate::address::Path;
use crate::behind::{self, Deferred};
use crate::body::{Raw, parse};
use crate::door::Visitor;
use crate::events::{self, Frames, Gone};
use crate::fail::Fail;
use crate::protocol::Protocol;
use crate::records::{self, Record};
use crate::report::{self, Report};
use crate::{Server, json};

/// The model of a request that names none.
const MODEL: &str = "gemini-nano-banana-2.1";

/// The part of a path that matters; projects and places may stand before it.
#[derive(Debug, serde::Deserialize)]
pub struct Named {
    id: String,
}

/// Begins a conversation or goes on with one.
#[utoipa::path(post, path = "/v1beta/interactions", tag = "gemini",
    request_body = wire::Create,
    responses(
        (status = 200, description = "The interaction, or its events as they come (text/event-stream).", content((wire::Interaction = "application/json"), (Object = "text/event-stream"))),
    ))]
pub async fn create(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    let asked: wire::Create = parse(&body)?;
    let manner = from_wire::manner(&asked)?;
    let order = order(&server, &visitor, &asked)
        .await
        .map_err(from_wire::renamed)?;
    let now_ms = server.app.world.now_ms();
    let record = Record {
        id: records::mint(&server, "interaction"),
        created_ms: now_ms,
        body: Interaction {
            model: order.request.model.as_str().to_owned(),
            previous: asked.previous_interaction_id.clone(),
            input: said(&server, visitor.caller.owner(), &asked, manner.keeping).await?,
            outcome: Outcome::InProgress,
            updated_ms: now_ms,
            pending: None,
        },
    };
    let turn = Turn {
        visitor,
        place: Place::of(&server, &headers, uri.path()),
        first_revision: speaks_first_revision(&headers),
        server,
        order,
        manner,
        record,
    };
    if manner.background {
        return Ok(turn.behind().await?);
    }
    if manner.stream {
        return Ok(turn.told().await?);
    }
    Ok(turn.waited_for().await?)
}

/// Returns an interaction; with `stream=true` its events, from the one after `last_event_id` on.
#[utoipa::path(get, path = "/v1beta/interactions/{id}", tag = "gemini",
    params(
        ("id" = String, Path, description = "Id of the interaction."),
        ("include_input" = Option<bool>, Query, description = "Whether what was said comes along."),
        ("stream" = Option<bool>, Query, description = "Answer with server-sent events."),
        ("last_event_id" = Option<String>, Query, description = "Begin after this event."),
    ),
    responses(
        (status = 200, description = "The interaction.", content((wire::Interaction = "application/json"), (Object = "text/event-stream"))),
        (status = 404, description = "No such interaction.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Path(Named { id }): Path<Named>,
    RawQuery(query): RawQuery,
) -> Result<Response, Fail> {
    let query = query.as_deref();
    let asks = |name| query_value(query, name) == Some("true");
    let record = match asks("stream") {
        true => behind::ended::<Interaction>(&server, &visitor.caller, &id).await?,
        false => Interaction::get(&server, &visitor.caller, &id).await?,
    };
    let place = Place::of(&server, &headers, uri.path());
    let extras = Extras {
        input: asks("include_input"),
        outputs: speaks_first_revision(&headers),
    };
    let fresh = kept::Fresh::default();
    let (whole, bytes) = to_wire::interaction(&server, &record, &fresh, &place, extras).await?;
    if !asks("stream") {
        return Ok(json::reply(StatusCode::OK, &whole, bytes)?);
    }
    let last = query_value(query, "last_event_id").unwrap_or_default();
    let seen: usize = last.parse().unwrap_or(0);
    let (frames, receiver) = Frames::channel();
    let told = to_wire::events(whole, problem(&record.body.outcome));
    let all = std::iter::once(to_wire::created(&record)).chain(told);
    let rest: Vec<wire::Event> = all.skip(seen).collect();
    tokio::spawn(async move {
        // Whether anybody still listens changes nothing.
        let _ = tell(&frames, rest).await;
    });
    Ok(events::respond(receiver).await?)
}

/// Writes events and the end of the stream.
async fn tell(frames: &Frames, events: Vec<wire::Event>) -> Result<(), Gone> {
    for event in events {
        frames.event(event.event_type, &event).await?;
    }
    frames.end("done", "[DONE]").await
}

/// Forgets an interaction.
#[utoipa::path(delete, path = "/v1beta/interactions/{id}", tag = "gemini",
    params(("id" = String, Path, description = "Id of the interaction.")),
    responses(
        (status = 200, description = "It is forgotten.", body = Object),
        (status = 404, description = "No such interaction.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn delete(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(Named { id }): Path<Named>,
) -> Result<Response, Fail> {
    let owner = visitor.caller.owner();
    let record = kept::find(&server, owner, &id).await?;
    behind::give_up(&server, &visitor.caller, &record.body).await?;
    records::delete(&server, kept::KIND, owner, &id).await?;
    Ok(json::reply(StatusCode::OK, &serde_json::Map::new(), 0)?)
}

/// Gives an interaction up that runs in the background.
#[utoipa::path(post, path = "/v1beta/interactions/{id}/cancel", tag = "gemini",
    params(("id" = String, Path, description = "Id of the interaction.")),
    responses(
        (status = 200, description = "The interaction, cancelled.", body = wire::Interaction),
        (status = 400, description = "It is finished already.", body = super::wire::ErrorReply<'_>),
        (status = 404, description = "No such interaction.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn cancel(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(Named { id }): Path<Named>,
) -> Result<Response, Fail> {
    let caller = &visitor.caller;
    let mut record = Interaction::get(&server, caller, &id).await?;
    match record.body.outcome {
        Outcome::InProgress => {
            behind::give_up(&server, caller, &record.body).await?;
            let now_ms = server.app.world.now_ms();
            record.body.end(Outcome::Cancelled, now_ms);
            kept::save(&server, caller.owner(), &record).await?;
        }
        Outcome::Cancelled => {}
        Outcome::Completed { .. } | Outcome::Failed { .. } => {
            let remedy = "is finished already, so there is nothing to cancel";
            return Err(Error::invalid("interaction_finished", "id", id, remedy).into());
        }
    }
    Ok(json::reply(StatusCode::OK, &to_wire::head(&record), 0)?)
}

/// Reads the request with everything that was said before it.
async fn order(server: &Server, visitor: &Visitor, asked: &wire::Create) -> Result<Order, Error> {
    let owner = visitor.caller.owner();
    let history = match asked.previous_interaction_id.as_deref() {
        Some(id) if !id.is_empty() => kept::history(server, &visitor.caller, id).await?,
        _ => Vec::new(),
    };
    let body = from_wire::generate_content(asked, history)?;
    let model = ModelId::new("model", asked.model.as_deref().unwrap_or(MODEL))?;
    plantain_app::catalog::find(&model)?;
    let shown = super::from_wire::pictures(&body)?;
    let pictures = routes::open(server, owner, shown).await?;
    super::from_wire::generate_content(model, &body, pictures)
}

/// Returns what this request says, without what was said before it; nothing unless it is to be kept.
async fn said(
    server: &Server,
    owner: &str,
    asked: &wire::Create,
    keeping: Keeping,
) -> Result<Vec<kept::Turn>, Error> {
    if !keeping.store {
        return Ok(Vec::new());
    }
    let alone = from_wire::generate_content(asked, Vec::new())?;
    kept::said(server, owner, alone.contents.as_deref().unwrap_or_default()).await
}

/// Clients of the first revision read `outputs`; later ones read `steps`.
fn speaks_first_revision(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let revision = text("api-revision").is_some_and(|date| date < "2026-05-20");
    let sdk = text("x-goog-api-client").and_then(|client| client.strip_prefix("google-genai-sdk/"));
    revision || sdk.is_some_and(|version| version.starts_with("1."))
}

/// The turn that is to be answered.
struct Turn {
    server: Arc<Server>,
    visitor: Visitor,
    place: Place,
    first_revision: bool,
    order: Order,
    manner: Manner,
    record: Record<Interaction>,
}

impl Turn {
    /// Answers when the picture is drawn.
    async fn waited_for(mut self) -> Result<Response, Error> {
        let (drawn, fresh) = self.draw().await?;
        self.save().await?;
        let (whole, bytes) = self.whole(&fresh).await?;
        let mut response = json::reply(StatusCode::OK, &whole, bytes)?;
        let headers = report::headers(&drawn, &self.order.narration.unmet);
        response.headers_mut().extend(headers);
        response.extensions_mut().insert(Report::new(&drawn));
        Ok(response)
    }

    /// Answers at once; whichever worker comes to it draws.
    async fn behind(mut self) -> Result<Response, Error> {
        let caller = self.visitor.caller.clone();
        let request = self.order.request.clone();
        let order = plantain_app::Order::new(caller, Protocol::Gemini.name(), request);
        let order = order.on(self.visitor.terms.clone());
        self.record.body.pending = Some(Pending {
            task: behind::submit(&self.server, order).await?,
            narration: self.order.narration.clone(),
            by_uri: self.manner.keeping.by_uri,
        });
        self.save().await?;
        json::reply(StatusCode::OK, &to_wire::head(&self.record), 0)
    }

    /// Answers with events. The turn is finished and kept even if nobody listens any more.
    async fn told(mut self) -> Result<Response, Error> {
        let (frames, receiver) = Frames::channel();
        tokio::spawn(async move {
            let created = to_wire::created(&self.record);
            // The turn is finished whether anybody listens or not.
            let _ = frames.event(created.event_type, &created).await;
            let fresh = self.settle().await;
            self.save_or_log().await;
            if let Ok((whole, _)) = self.whole(&fresh).await {
                let events = to_wire::events(whole, problem(&self.record.body.outcome));
                let _ = tell(&frames, events).await;
            }
        });
        events::respond(receiver).await
    }

    async fn save_or_log(&self) {
        if let Err(error) = self.save().await {
            let detail = error.detail.as_deref();
            tracing::error!(detail, "an interaction was not kept: {}", error.message);
        }
    }

    /// Draws, and notes down what became of it.
    async fn settle(&mut self) -> kept::Fresh {
        match self.draw().await {
            Ok((_, fresh)) => fresh,
            Err(error) => {
                let now_ms = self.server.app.world.now_ms();
                self.record.body.end(pending::failed(&error), now_ms);
                kept::Fresh::default()
            }
        }
    }

    async fn draw(&mut self) -> Result<(Drawn, kept::Fresh), Error> {
        let request = self.order.request.clone();
        let drawn = self
            .server
            .draw(&self.visitor, Protocol::Gemini, request, None)
            .await?;
        let (outcome, fresh) = kept::drawn(
            &self.server,
            self.visitor.caller.owner(),
            &drawn,
            &self.order.narration,
            self.manner.keeping,
        )
        .await?;
        let now_ms = self.server.app.world.now_ms();
        self.record.body.end(outcome, now_ms);
        Ok((drawn, fresh))
    }

    async fn save(&self) -> Result<(), Error> {
        match self.manner.keeping.store {
            true => kept::save(&self.server, self.visitor.caller.owner(), &self.record).await,
            false => Ok(()),
        }
    }

    async fn whole(&self, fresh: &kept::Fresh) -> Result<(wire::Interaction, usize), Error> {
        let extras = Extras {
            input: false,
            outputs: self.first_revision,
        };
        to_wire::interaction(&self.server, &self.record, fresh, &self.place, extras).await
    }
}

fn problem(outcome: &Outcome) -> Option<&wire::Problem> {
    match outcome {
        Outcome::Failed { problem } => Some(problem),
        _ => None,
    }
}
