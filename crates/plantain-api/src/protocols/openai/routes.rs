//! `/openai/v1`, and `/v1` for OpenAI's clients.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::{Drawn, catalog};
use plantain_core::{Error, ModelId};

use super::from_wire::{self, Order};
use super::{stream, to_wire, wire};
use crate::body::{Raw, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::report::{self, Report};
use crate::{Server, json};

/// Draws a prompt.
#[utoipa::path(post, path = "/openai/v1/images/generations", tag = "openai",
    request_body = wire::Generations,
    responses(
        (status = 200, description = "The pictures; with stream, server-sent events.", body = wire::Images),
        (status = "4XX", description = "The request cannot be served as it is.", body = wire::ErrorReply<'_>),
        (status = "5XX", description = "The server cannot serve it now.", body = wire::ErrorReply<'_>),
    ))]
pub async fn generations(
    State(server): State<Arc<Server>>,
    _: Visitor,
    headers: HeaderMap,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    answer_generations(&server, &headers, &body).await
}

/// Draws what the body asks for, once the caller is known.
pub async fn answer_generations(
    server: &Arc<Server>,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Response, Fail> {
    let order = from_wire::generations(&parse(body)?)?;
    if order.stream && order.partials > 0 {
        return Ok(stream::answer(server, order).await?);
    }
    let drawn = server.app.studio.draw(order.request.clone()).await?;
    let created = server.app.world.now_ms() / 1000;
    let mut response = if order.stream {
        stream::completed(&drawn, &order, created)?
    } else {
        let urls = urls(server, headers, &drawn, &order).await?;
        let inline = if urls.is_empty() {
            picture_bytes(&drawn)
        } else {
            0
        };
        let images = to_wire::images(&drawn, &order, urls, created);
        json::reply(StatusCode::OK, &images, inline)?
    };
    response.headers_mut().extend(report::headers(&drawn));
    let run_ms = drawn.timing.run.as_millis() as u64;
    response
        .headers_mut()
        .insert("openai-processing-ms", run_ms.into());
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

/// Lists every model name.
#[utoipa::path(get, path = "/openai/v1/models", tag = "openai",
    responses((status = 200, description = "Every name, the embedded engine first.", body = wire::ModelList)))]
pub async fn list_models(_: Visitor) -> Result<Response, Fail> {
    let models = wire::ModelList {
        object: "list",
        data: catalog::all().iter().map(model).collect(),
    };
    Ok(json::reply(StatusCode::OK, &models, 0)?)
}

/// Describes one model name.
#[utoipa::path(get, path = "/openai/v1/models/{id}", tag = "openai",
    params(("id" = String, Path, description = "A model name.")),
    responses(
        (status = 200, description = "The model.", body = wire::Model),
        (status = 404, description = "No such model.", body = wire::ErrorReply<'_>),
    ))]
pub async fn get_model(_: Visitor, Path(id): Path<String>) -> Result<Response, Fail> {
    let found = catalog::find(&ModelId::new("model", &id)?)?;
    Ok(json::reply(StatusCode::OK, &model(found), 0)?)
}

fn model(model: &catalog::Model) -> wire::Model {
    wire::Model {
        id: model.id,
        object: "model",
        created: model.created_s,
        owned_by: model.owner.name(),
    }
}

/// Returns a link to every picture, or nothing when the pictures themselves are wanted.
async fn urls(
    server: &Server,
    headers: &HeaderMap,
    drawn: &Drawn,
    order: &Order,
) -> Result<Vec<String>, Error> {
    let mut urls = Vec::new();
    if order.as_url {
        let now_ms = server.app.world.now_ms();
        for picture in &drawn.pictures {
            let link = server.app.outputs.publish(picture, now_ms).await?;
            urls.push(server.url(&link, headers));
        }
    }
    Ok(urls)
}

fn picture_bytes(drawn: &Drawn) -> usize {
    drawn
        .pictures
        .iter()
        .map(|picture| picture.bytes.len())
        .sum()
}
