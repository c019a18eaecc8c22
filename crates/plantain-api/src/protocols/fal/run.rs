//! Runs that are waited for: at once, or as server-sent events.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use plantain_app::{Drawn, Terms};
use plantain_core::{Error, ImageRequest};
use plantain_engine::Note;

use super::from_wire::{self, Opened};
use super::wire::{Input, Output};
use super::{headers, to_wire};
use crate::body::parse;
use crate::door::Visitor;
use crate::events::{self, Frames};
use crate::protocol::Protocol;
use crate::report::{self, Report};
use crate::{Server, json, pictures};

/// How long a stream stays open behind its last event for clients that would miss it otherwise.
const LINGER: Duration = Duration::from_millis(60);

/// What an endpoint was asked for, ready to be ordered.
pub struct Wanted {
    pub request: ImageRequest,
    pub terms: Terms,
    pub inline: bool,
    /// Wishes that nobody here fulfils.
    pub unmet: Vec<Note>,
}

/// Reads an input and opens its pictures.
pub async fn read(
    server: &Server,
    endpoint: &str,
    terms: Terms,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Wanted, Error> {
    // An endpoint that is not there is told before its input is looked at.
    plantain_app::catalog::find(&from_wire::model(endpoint)?)?;
    let input: Input = parse(body)?;
    let (terms, mut unmet) = headers::terms(headers, terms)?;
    let named = from_wire::pictures(&input)?;
    let opened = Opened {
        images: pictures::open(server, named.images).await?,
        mask: pictures::open(server, named.mask.into_iter().collect())
            .await?
            .pop(),
    };
    let (request, wishes) = from_wire::request(endpoint, &input, opened)?;
    unmet.extend(wishes);
    Ok(Wanted {
        request,
        terms,
        inline: input.sync_mode == Some(true),
        unmet,
    })
}

/// Draws while the client waits.
pub async fn answer(
    server: &Server,
    visitor: Visitor,
    headers: &HeaderMap,
    wanted: Wanted,
) -> Result<Response, Error> {
    let (drawn, output) = draw(server, visitor, headers, &wanted).await?;
    let mut response = json::reply(StatusCode::OK, &output, 0)?;
    dress(&mut response, &drawn, &wanted.unmet);
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

/// The same as server-sent events: one, with the output.
pub async fn answer_stream(
    server: Arc<Server>,
    visitor: Visitor,
    headers: HeaderMap,
    wanted: Wanted,
) -> Result<Response, Error> {
    let (frames, body) = Frames::channel();
    let random = server.app.world.random();
    let id = plantain_core::Id::new("req", std::array::from_fn(|index| random[index]));
    tokio::spawn(async move {
        let drawing = draw(&server, visitor, &headers, &wanted);
        let drawn = tokio::select! {
            drawn = drawing => drawn,
            // Whoever goes away wants nothing drawn.
            () = frames.gone() => return Err(events::Gone),
        };
        match drawn {
            Ok((_, output)) => frames.unnamed(&output).await?,
            Err(error) => return frames.fail(error).await,
        }
        if is_hasty(&headers) {
            tokio::time::sleep(LINGER).await;
        }
        Ok(())
    });
    let mut response = events::respond(body).await?;
    if let Ok(id) = HeaderValue::from_str(id.as_str()) {
        let name = HeaderName::from_static(headers::REQUEST_ID);
        response.headers_mut().insert(name, id);
    }
    Ok(response)
}

/// Whether the client looks for events every 16 ms, and no more once the stream has ended: one that comes right before the
/// end is lost to it.
fn is_hasty(headers: &HeaderMap) -> bool {
    let agent = headers.get(header::USER_AGENT);
    let agent = agent.and_then(|agent| agent.to_str().ok());
    agent.is_some_and(|agent| agent.starts_with("@fal-ai/serverless-client"))
}

async fn draw(
    server: &Server,
    visitor: Visitor,
    headers: &HeaderMap,
    wanted: &Wanted,
) -> Result<(Drawn, Output), Error> {
    let visitor = Visitor {
        terms: wanted.terms.clone(),
        ..visitor
    };
    let request = wanted.request.clone();
    let drawn = server.draw(&visitor, Protocol::Fal, request, None).await?;
    let output = to_wire::of_drawn(server, &visitor.caller, &drawn, headers, wanted.inline).await?;
    Ok((drawn, output))
}

fn dress(response: &mut Response, drawn: &Drawn, unmet: &[Note]) {
    let headers = response.headers_mut();
    headers.extend(report::headers(drawn, unmet));
    let id = drawn.task.as_ref().map(|task| task.as_str());
    if let Ok(id) = HeaderValue::from_str(id.unwrap_or_default()) {
        headers.insert(HeaderName::from_static(headers::REQUEST_ID), id);
    }
    let units = HeaderName::from_static("x-fal-billable-units");
    headers.insert(units, drawn.pictures.len().into());
}
