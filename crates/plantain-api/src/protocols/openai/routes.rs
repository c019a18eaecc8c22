//! `/openai/v1`, and `/v1` for OpenAI's clients.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use plantain_app::{Caller, Drawn, catalog};
use plantain_core::{Error, ModelId};

use super::from_wire::{self, Order};
use super::{stream, to_wire, wire};
use crate::body::{Payload, Raw, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::pictures::{self, PictureRef};
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
    Visitor { caller }: Visitor,
    headers: HeaderMap,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    answer_generations(&server, &caller, &headers, &body).await
}

/// Draws what the body asks for, once the caller is known.
pub async fn answer_generations(
    server: &Arc<Server>,
    caller: &Caller,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Response, Fail> {
    let order = from_wire::generations(&parse(body)?)?;
    answer(server, caller, headers, order).await
}

/// Changes pictures by instruction, inside of a mask if there is one.
#[utoipa::path(post, path = "/openai/v1/images/edits", tag = "openai",
    request_body(content(
        (wire::Generations = "application/json"),
        (wire::EditForm = "multipart/form-data"),
    )),
    responses(
        (status = 200, description = "The changed pictures; with stream, server-sent events.", body = wire::Images),
        (status = "4XX", description = "The request cannot be served as it is.", body = wire::ErrorReply<'_>),
        (status = "5XX", description = "The server cannot serve it now.", body = wire::ErrorReply<'_>),
    ))]
pub async fn edits(
    State(server): State<Arc<Server>>,
    Visitor { caller }: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let (body, images, mask) = edit_parts(payload)?;
    let images = pictures::open(&server, images).await?;
    let mask = pictures::open(&server, mask.into_iter().collect()).await?;
    let order = from_wire::edits(&body, images, mask.into_iter().next())?;
    answer(&server, &caller, &headers, order).await
}

/// The fields of an edit with its pictures and its mask: SDKs send forms, and JSON is documented too.
fn edit_parts(
    payload: Payload,
) -> Result<(wire::Generations, Vec<PictureRef>, Option<PictureRef>), Error> {
    const PLAIN: [&str; 5] = [
        "n",
        "stream",
        "partial_images",
        "output_compression",
        "seed",
    ];
    let form = match payload {
        Payload::Json(bytes) => {
            let body: wire::Generations = parse(&bytes)?;
            let (images, mask) = from_wire::edit_pictures(&body)?;
            return Ok((body, images, mask));
        }
        Payload::Form(form) => form,
    };
    if !form.files("markup").is_empty() {
        return Err(Error::invalid(
            "unsupported_markup",
            "markup",
            "a file",
            "cannot be followed by the engine that draws; say in words what to change, or send a mask",
        ));
    }
    let fields = form.fields(&PLAIN, &[])?;
    let body = parse(fields.to_string().as_bytes())?;
    let file = |(field, bytes): (String, Bytes)| PictureRef::file(field, &bytes);
    let images = form.files("image").into_iter().map(file).collect();
    Ok((
        body,
        images,
        form.files("mask").into_iter().map(file).next(),
    ))
}

async fn answer(
    server: &Arc<Server>,
    caller: &Caller,
    headers: &HeaderMap,
    order: Order,
) -> Result<Response, Fail> {
    if order.stream && order.partials > 0 {
        return Ok(stream::answer(server, caller, order).await?);
    }
    let drawn = server.app.draw(caller, order.request.clone(), None).await?;
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
