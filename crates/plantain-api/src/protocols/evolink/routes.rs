//! `/evolink/v1`, and the route of the published guides.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use plantain_app::{Caller, Drawn};
use plantain_core::Error;

use super::from_wire::{self, Shape};
use super::{to_wire, wire};
use crate::body::Wire;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::pictures;
use crate::protocol::Protocol;
use crate::report::{self, Report};
use crate::{Server, json};

/// Draws a prompt and waits for it. `response_format` decides the shape; else `size` means a list of base64, `resolution`
/// or `format` one object with a link.
#[utoipa::path(post, path = "/v1/images/generate", tag = "evolink",
    request_body = wire::Generate,
    responses(
        (status = 200, description = "The list shape, or the object shape.", body = wire::Drawn<'_>),
    ))]
pub async fn generate(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Wire(body): Wire<wire::Generate>,
) -> Result<Response, Fail> {
    let pictures = pictures::open(&server, from_wire::pictures(&body)?).await?;
    let (request, shape) = from_wire::generate(&body, pictures)?;
    let drawn = server
        .draw(&visitor, Protocol::Evolink, request, None)
        .await?;
    let created = server.app.world.now_ms() / 1000;
    let (reply, inline) = match shape {
        Shape::ListOfBytes => {
            let inline = drawn
                .pictures
                .iter()
                .map(|picture| picture.bytes.len())
                .sum();
            let list = to_wire::list(&drawn, Vec::new(), created);
            (wire::Drawn::List(list), inline)
        }
        Shape::ListOfLinks => {
            let urls = urls(&server, &visitor.caller, &headers, &drawn).await?;
            (wire::Drawn::List(to_wire::list(&drawn, urls, created)), 0)
        }
        Shape::Object => {
            let urls = urls(&server, &visitor.caller, &headers, &drawn).await?;
            let object = to_wire::object(&drawn, urls, created)
                .ok_or_else(|| Error::internal("nothing was drawn"))?;
            (wire::Drawn::Object(object), 0)
        }
    };
    let mut response = json::reply(StatusCode::OK, &reply, inline)?;
    response.headers_mut().extend(report::headers(&drawn, &[]));
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

async fn urls(
    server: &Server,
    caller: &Caller,
    headers: &HeaderMap,
    drawn: &Drawn,
) -> Result<Vec<String>, Error> {
    let mut urls = Vec::with_capacity(drawn.pictures.len());
    for picture in &drawn.pictures {
        let link = server.app.publish(caller, picture).await?;
        urls.push(server.url(&link, headers));
    }
    Ok(urls)
}
