//! `/plantain/v1`.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use plantain_app::{Caller, Drawn, Link, catalog};
use plantain_core::{Count, Error, Id, Prompt};

use super::from_wire::{self, Delivery, Order};
use super::parts::Parts;
use super::{to_wire, wire};
use crate::body::{Payload, Wire};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::pictures;
use crate::protocol::Protocol;
use crate::report::{self, Report};
use crate::{Server, json};

/// Draws a prompt.
#[utoipa::path(post, path = "/plantain/v1/images/generate", tag = "plantain",
    request_body = wire::Request,
    responses(
        (status = 200, description = "The pictures; with output binary (or Accept: image/*) the one picture itself.", content((wire::Generated<'_> = "application/json"), (String = "image/*"))),
    ))]
pub async fn generate(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Wire(body): Wire<wire::Request>,
) -> Result<Response, Fail> {
    let order = from_wire::generate(&body)?;
    draw(&server, &visitor, &order, &headers).await
}

/// Changes a picture by instruction.
///
/// Also takes a form (multipart/form-data) with the same fields: files as `image` (repeated for several) and `mask`.
#[utoipa::path(post, path = "/plantain/v1/images/edit", tag = "plantain",
    request_body = wire::Request,
    responses(
        (status = 200, description = "The changed pictures; with output binary (or Accept: image/*) the one picture itself.", content((wire::Generated<'_> = "application/json"), (String = "image/*"))),
        (status = 422, description = "Not done, and nothing was changed: not_understood, target_not_located, needs_generative_engine, nothing_changed, does_not_fit.", body = wire::ErrorReply<'_>),
    ))]
pub async fn edit(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let parts = Parts::<wire::Request>::read(payload, |body| body)?;
    let refs = parts.image.into_iter().chain(parts.images).collect();
    let pictures = pictures::open(&server, refs).await?;
    let mask = pictures::open(&server, parts.mask.into_iter().collect()).await?;
    let order = from_wire::edit(&parts.body, pictures, mask.into_iter().next())?;
    draw(&server, &visitor, &order, &headers).await
}

/// Draws a scene.
#[utoipa::path(post, path = "/plantain/v1/scenes/render", tag = "plantain",
    request_body = wire::Request,
    responses(
        (status = 200, description = "The pictures; with output binary (or Accept: image/*) the one picture itself.", content((wire::Generated<'_> = "application/json"), (String = "image/*"))),
    ))]
pub async fn render_scene(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Wire(body): Wire<wire::Request>,
) -> Result<Response, Fail> {
    let order = from_wire::render(&body)?;
    draw(&server, &visitor, &order, &headers).await
}

/// Plans a prompt without drawing it.
#[utoipa::path(post, path = "/plantain/v1/scenes/plan", tag = "plantain",
    request_body = wire::Request,
    responses(
        (status = 200, description = "The scene, ready for scenes/render.", body = wire::Planned<'_>),
    ))]
pub async fn plan_scene(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Wire(body): Wire<wire::Request>,
) -> Result<Response, Fail> {
    let order = from_wire::generate(&body)?;
    let plan = server.app.plan(&visitor.caller, order.request).await?;
    Ok(json::reply(StatusCode::OK, &to_wire::plan(&plan)?, 0)?)
}

/// Returns the JSON Schema of scenes.
#[utoipa::path(get, path = "/plantain/v1/scene.schema.json", tag = "plantain",
    responses((status = 200, description = "JSON Schema of a scene document.", content_type = "application/schema+json", body = Object)))]
pub async fn scene_schema(State(server): State<Arc<Server>>) -> Response {
    let schema = server.config().scene_schema.clone();
    json::respond(
        StatusCode::OK,
        "application/schema+json",
        Body::from(schema),
    )
}

/// Lists every model name.
#[utoipa::path(get, path = "/plantain/v1/models", tag = "plantain",
    responses((status = 200, description = "Every name, the embedded engine first.", body = wire::Models)))]
pub async fn list_models(State(server): State<Arc<Server>>, _: Visitor) -> Result<Response, Fail> {
    let can = server.app.studio.capabilities();
    let formats: Vec<_> = can.formats.iter().map(|format| format.name()).collect();
    let model = |model: &catalog::Model| wire::Model {
        id: model.id,
        title: model.title,
        owner: model.owner.name(),
        engine: can.name,
        formats: formats.clone(),
        transparency: can.transparency,
        pixels_max: can.pixels_max,
    };
    let models = catalog::all().iter().map(model).collect();
    Ok(json::reply(StatusCode::OK, &wire::Models { models }, 0)?)
}

async fn draw(
    server: &Server,
    visitor: &Visitor,
    order: &Order,
    headers: &HeaderMap,
) -> Result<Response, Fail> {
    let delivery = order.delivery.unwrap_or_else(|| {
        let one = order.request.count == Count::ONE;
        if one && accepts_picture(headers) {
            Delivery::Binary
        } else {
            Delivery::Base64
        }
    });
    let drawn = server
        .draw(visitor, Protocol::Native, order.request.clone(), None)
        .await?;
    let mut response = match delivery {
        Delivery::Binary => binary(&drawn)?,
        Delivery::Base64 => described(server, order, &drawn, &[])?,
        Delivery::Url => {
            let links = publish(server, &visitor.caller, &drawn, headers).await?;
            described(server, order, &drawn, &links)?
        }
    };
    response.headers_mut().extend(report::headers(&drawn, &[]));
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

/// Whether the client would rather have the picture than JSON about it.
fn accepts_picture(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT);
    let accept = accept.and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.trim_start().starts_with("image/"))
}

/// Returns the first picture as the body.
pub fn binary(drawn: &Drawn) -> Result<Response, Error> {
    let picture = drawn
        .pictures
        .first()
        .ok_or_else(|| Error::internal("nothing was drawn"))?;
    let mut response = picture.bytes.clone().into_response();
    let media_type = HeaderValue::from_static(picture.format.media_type());
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, media_type);
    Ok(response)
}

/// Stores every picture and returns a link and its whole URL for each.
async fn publish(
    server: &Server,
    caller: &Caller,
    drawn: &Drawn,
    headers: &HeaderMap,
) -> Result<Vec<(Link, String)>, Error> {
    let mut links = Vec::with_capacity(drawn.pictures.len());
    for picture in &drawn.pictures {
        let link = server.app.publish(caller, picture).await?;
        let url = server.url(&link, headers);
        links.push((link, url));
    }
    Ok(links)
}

/// Returns JSON about the pictures, which are inside where they have no link.
fn described(
    server: &Server,
    order: &Order,
    drawn: &Drawn,
    links: &[(Link, String)],
) -> Result<Response, Error> {
    let mut images = Vec::with_capacity(drawn.pictures.len());
    for (index, picture) in drawn.pictures.iter().enumerate() {
        images.push(to_wire::image(
            picture,
            links.get(index),
            order.include_scene,
        )?);
    }
    let random = server.app.world.random();
    let id = Id::new("img", std::array::from_fn(|index| random[index]));
    let inline = images.iter().filter_map(|image| image.b64_json.as_ref());
    let picture_bytes = inline.map(|bytes| bytes.len()).sum();
    let reply = wire::Generated {
        id: id.as_str(),
        created: server.app.world.now_ms() / 1000,
        model: drawn.model.as_str(),
        engine: to_wire::engine(drawn.engine),
        usage: wire::Usage {
            prompt_tokens: order.request.prompt().map_or(0, Prompt::tokens),
            images: images.len(),
        },
        images,
        timing: to_wire::timing(drawn),
    };
    json::reply(StatusCode::OK, &reply, picture_bytes)
}
