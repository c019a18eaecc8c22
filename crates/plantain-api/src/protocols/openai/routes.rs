//! Images on `/openai/v1`, and on `/v1` for OpenAI's clients.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use plantain_app::{Caller, Drawn};
use plantain_core::{Error, ErrorKind, PictureFile};

use super::from_wire::{self, Order, Where};
use super::sources::{self, Source};
use super::{drawing, stream, to_wire, wire};
use crate::body::{Payload, Raw, parse};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::pictures::PictureRef;
use crate::report::{self, Report};
use crate::{Server, json};

/// Draws a prompt.
#[utoipa::path(post, path = "/openai/v1/images/generations", tag = "openai",
    request_body = wire::Generations,
    responses(
        (status = 200, description = "The pictures; with stream, server-sent events.", content((wire::Images = "application/json"), (Object = "text/event-stream"))),
    ))]
pub async fn generations(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    answer_generations(&server, visitor, &headers, &body).await
}

/// Draws what the body asks for, once the caller is known.
pub async fn answer_generations(
    server: &Arc<Server>,
    visitor: Visitor,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Response, Fail> {
    let order = from_wire::generations(&parse(body)?)?;
    answer(server, visitor, headers, order).await
}

/// Changes pictures by instruction, inside of a mask if there is one.
#[utoipa::path(post, path = "/openai/v1/images/edits", tag = "openai",
    request_body(content(
        (wire::Generations = "application/json"),
        (wire::EditForm = "multipart/form-data"),
    )),
    responses(
        (status = 200, description = "The changed pictures; with stream, server-sent events.", content((wire::Images = "application/json"), (Object = "text/event-stream"))),
    ))]
pub async fn edits(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let (body, images, place) = edit_parts(payload)?;
    let owner = visitor.caller.owner();
    let images = sources::open(&server, owner, images).await?;
    let place = match place {
        Where::Anywhere => Where::Anywhere,
        Where::Mask(mask) => Where::Mask(open_one(&server, owner, mask).await?),
        Where::Markup(markup) => Where::Markup(open_one(&server, owner, markup).await?),
    };
    let order = from_wire::edits(&body, images, place)?;
    answer(&server, visitor, &headers, order).await
}

async fn open_one(server: &Server, owner: &str, source: Source) -> Result<PictureFile, Error> {
    let mut opened = sources::open(server, owner, vec![source]).await?;
    let only = opened.pop();
    only.ok_or_else(|| Error::internal("a source without a picture"))
}

/// Parts of forms that are numbers or switches.
const PLAIN: [&str; 8] = [
    "n",
    "stream",
    "partial_images",
    "output_compression",
    "seed",
    "frame_count",
    "frame_duration_ms",
    "seconds",
];

/// The fields of an edit with its pictures and the place of the change: SDKs send forms, and JSON is documented too.
fn edit_parts(payload: Payload) -> Result<(wire::Generations, Vec<Source>, Where<Source>), Error> {
    let form = match payload {
        Payload::Json(bytes) => {
            let body: wire::Generations = parse(&bytes)?;
            let (images, mask) = from_wire::edit_pictures(&body)?;
            return Ok((body, images, mask.map_or(Where::Anywhere, Where::Mask)));
        }
        Payload::Form(form) => form,
    };
    let fields = form.fields(&PLAIN, &[])?;
    let body = parse(fields.to_string().as_bytes())?;
    let images = form.files("image").into_iter().map(uploaded).collect();
    let mask = form.files("mask").into_iter().next();
    let markup = form.files("markup").into_iter().next();
    let place = match (mask, markup) {
        (None, None) => Where::Anywhere,
        (Some(mask), None) => Where::Mask(uploaded(mask)),
        (None, Some(markup)) => Where::Markup(uploaded(markup)),
        (Some(_), Some(_)) => {
            return Err(Error::invalid(
                "markup_and_mask",
                "markup",
                "a file",
                "must not come with a mask; send one of the two",
            ));
        }
    };
    Ok((body, images, place))
}

fn uploaded((field, bytes): (String, Bytes)) -> Source {
    Source::Picture(PictureRef::file(field, &bytes))
}

/// Draws the prompt of a picture that Plantain made once more, with other seeds.
#[utoipa::path(post, path = "/openai/v1/images/variations", tag = "openai",
    request_body(content = wire::VariationForm, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "Other pictures for the same prompt.", body = wire::Images),
    ))]
pub async fn variations(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let Payload::Form(form) = payload else {
        let message = "This path takes a form; send the picture as the file \"image\" of multipart/form-data.";
        return Err(Error::new(ErrorKind::MediaType, "unsupported_media_type", message).into());
    };
    let body: wire::Generations = parse(form.fields(&PLAIN, &[])?.to_string().as_bytes())?;
    let mut images = form.files("image").into_iter();
    let image = match (images.next(), images.next()) {
        (Some((_, bytes)), None) => bytes,
        (None, _) => {
            return Err(Error::missing("image", "send the picture as a file of the form").into());
        }
        (Some(_), Some(_)) => {
            let remedy = "must be one picture";
            return Err(Error::invalid("too_many_pictures", "image", "a list", remedy).into());
        }
    };
    let recipe = server.app.studio.recipe("image", image).await?;
    let order = from_wire::variations(&body, recipe, drawing::some_seed(&server))?;
    answer(&server, visitor, &headers, order).await
}

async fn answer(
    server: &Arc<Server>,
    Visitor { caller, terms }: Visitor,
    headers: &HeaderMap,
    mut order: Order,
) -> Result<Response, Fail> {
    order.commission.terms = terms;
    if order.stream {
        return Ok(stream::answer(server, &caller, order).await?);
    }
    let drawn = drawing::all(server, &caller, order.commission.clone()).await?;
    let created = server.app.world.now_ms() / 1000;
    let urls = urls(server, &caller, headers, &drawn, &order).await?;
    let inline = if order.inline {
        picture_bytes(&drawn)
    } else {
        0
    };
    let images = to_wire::images(&drawn, &order, urls, created);
    let mut response = json::reply(StatusCode::OK, &images, inline)?;
    response
        .headers_mut()
        .extend(report::headers(&drawn, &order.unmet));
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

/// Returns a link to every picture, or nothing when none are wanted.
async fn urls(
    server: &Server,
    caller: &Caller,
    headers: &HeaderMap,
    drawn: &Drawn,
    order: &Order,
) -> Result<Vec<String>, Error> {
    let mut urls = Vec::new();
    if order.as_url {
        for picture in &drawn.pictures {
            let link = server.app.publish(caller, picture).await?;
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
