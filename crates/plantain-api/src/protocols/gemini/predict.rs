//! Imagen's call, in AI Studio's and in Vertex's paths: pictures from prompts, by masks, and enlarged.

mod edit;
mod from_wire;
pub mod wire;

use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::Drawn;
use plantain_core::{Error, ModelId};

use crate::body::parse;
use crate::door::Visitor;
use crate::edge::ErrorCode;
use crate::fail::Fail;
use crate::pictures;
use crate::protocol::Protocol;
use crate::report::{self, Report};
use crate::{Server, json};

/// Answers `:predict`.
pub async fn predict(
    server: &Server,
    visitor: &Visitor,
    model: ModelId,
    body: &[u8],
) -> Result<Response, Fail> {
    let call = from_wire::read(parse(body)?)?;
    let files = pictures::open(server, call.pictures.clone()).await?;
    let order = from_wire::order(model, call, files)?;
    let asked = server.draw(visitor, Protocol::Gemini, order.request, None);
    let drawn = match asked.await {
        Ok(drawn) => drawn,
        Err(error) if error.refusal.is_some() => return Ok(filtered(&error)?),
        Err(error) => return Err(error.into()),
    };
    let reply = predictions(&drawn);
    let bytes = drawn.pictures.iter().map(|picture| picture.bytes.len());
    let mut response = json::reply(StatusCode::OK, &reply, bytes.sum())?;
    let headers = report::headers(&drawn, &order.unmet);
    response.headers_mut().extend(headers);
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

/// Answers what the policy refuses as the vendor does: with a prediction that holds no picture but the reason.
fn filtered(error: &Error) -> Result<Response, Error> {
    let filtered = wire::Filtered {
        rai_filtered_reason: &error.message,
    };
    let reply = serde_json::json!({ "predictions": [filtered] });
    let mut response = json::reply(StatusCode::OK, &reply, 0)?;
    response.extensions_mut().insert(ErrorCode(error.code));
    Ok(response)
}

fn predictions(drawn: &Drawn) -> wire::Predictions<'_> {
    let pictures = drawn.pictures.iter();
    let predictions = pictures.map(|picture| wire::Prediction {
        mime_type: picture.format.media_type(),
        bytes_base64_encoded: picture.bytes.clone(),
    });
    wire::Predictions {
        predictions: predictions.collect(),
        model: drawn.model.as_str(),
    }
}
