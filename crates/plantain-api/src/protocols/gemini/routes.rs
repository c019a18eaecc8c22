//! `/v1beta` and its sisters, and the models of `/v1`.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use plantain_app::{Drawn, catalog};
use plantain_core::{Error, ErrorKind, ModelId, PictureFile};
use serde::Serialize;

use super::from_wire::{Narration, Shown, Source};
use super::paging::{self, query_value};
use super::to_wire::Names;
use super::{batches, files, from_wire, predict, refusal, to_wire, wire};
use crate::address::Path;
use crate::body::{Raw, parse};
use crate::door::Visitor;
use crate::edge::ErrorCode;
use crate::fail::Fail;
use crate::pictures::{self, PictureRef};
use crate::protocol::Protocol;
use crate::records;
use crate::report::{self, Report};
use crate::{Server, json};

/// Models on a page unless the client says otherwise, and at most.
const PAGE_MODELS: usize = 50;
const PAGE_MODELS_MAX: usize = 1000;

/// Calls a model: `{model}:generateContent`, `:streamGenerateContent` (add `?alt=sse` for events), `:countTokens`,
/// `:batchGenerateContent` with requests, or `:predict` with Imagen's body.
#[utoipa::path(post, path = "/v1beta/models/{call}", tag = "gemini",
    params(
        ("call" = String, Path, description = "Model name, colon, method."),
        ("alt" = Option<String>, Query, description = "sse: answer a stream as server-sent events, not as a list."),
    ),
    request_body = wire::GenerateContent,
    responses(
        (status = 200, description = "The pictures, a candidate each.", content((wire::Generated<'_> = "application/json"), (Object = "text/event-stream"))),
    ))]
pub async fn call_model(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(call): Path<String>,
    RawQuery(query): RawQuery,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    perform(&server, &visitor, &call, query.as_deref(), &body).await
}

/// Does what `call`, a model's name with a method, says, wherever it stood in the path.
pub(super) async fn perform(
    server: &Arc<Server>,
    visitor: &Visitor,
    call: &str,
    query: Option<&str>,
    body: &[u8],
) -> Result<Response, Fail> {
    let unknown = || {
        Error::new(
            ErrorKind::NotFound,
            "unknown_method",
            format!(
                "models/{call}: a model takes :generateContent, :streamGenerateContent, :countTokens, :batchGenerateContent or :predict."
            ),
        )
    };
    let (model, method) = call.rsplit_once(':').ok_or_else(unknown)?;
    // Some clients (LiteLLM) put the resource's name behind a base that has it already.
    let model = model
        .rsplit_once("/models/")
        .map_or(model, |(_, name)| name);
    let model = ModelId::new("model", model)?;
    match method {
        "generateContent" => generate(server, visitor, model, body, Framing::Whole).await,
        "streamGenerateContent" => {
            let sse = query_value(query, "alt") == Some("sse");
            let framing = if sse { Framing::Events } else { Framing::List };
            generate(server, visitor, model, body, framing).await
        }
        "countTokens" => {
            catalog::find(&model)?;
            count(body)
        }
        "batchGenerateContent" => batches::create(server, visitor, model, body).await,
        "predict" => predict::predict(server, visitor, model, body).await,
        _ => Err(unknown().into()),
    }
}

/// Lists every model name, in pages.
#[utoipa::path(get, path = "/v1beta/models", tag = "gemini",
    params(
        ("pageSize" = Option<u32>, Query, description = "1 to 1000; 50 when missing."),
        ("pageToken" = Option<String>, Query, description = "From the page before."),
    ),
    responses((status = 200, description = "A page of models.", body = wire::ModelList)))]
pub async fn list_models(_: Visitor, RawQuery(query): RawQuery) -> Result<Response, Fail> {
    let (page, next) = page(query.as_deref())?;
    let list = wire::ModelList {
        models: page.iter().map(to_wire::model).collect(),
        next_page_token: next,
    };
    Ok(json::reply(StatusCode::OK, &list, 0)?)
}

/// Returns the models of the page that is asked for, and the token of the next.
pub(super) fn page(
    query: Option<&str>,
) -> Result<(&'static [catalog::Model], Option<String>), Error> {
    let all = catalog::all();
    let size = paging::size(query, PAGE_MODELS, PAGE_MODELS_MAX)?;
    let start = match query_value(query, "pageToken").filter(|token| !token.is_empty()) {
        Some(token) => token
            .parse()
            .ok()
            .filter(|start| *start < all.len())
            .ok_or_else(|| paging::bad_token(token))?,
        None => 0,
    };
    let end = (start + size).min(all.len());
    let next = (end < all.len()).then(|| end.to_string());
    Ok((&all[start..end], next))
}

/// Describes one model name.
#[utoipa::path(get, path = "/v1beta/models/{id}", tag = "gemini",
    params(("id" = String, Path, description = "A model name.")),
    responses(
        (status = 200, description = "The model.", body = wire::Model),
        (status = 404, description = "No such model.", body = wire::ErrorReply<'_>),
    ))]
pub async fn get_model(_: Visitor, Path(id): Path<String>) -> Result<Response, Fail> {
    let found = catalog::find(&ModelId::new("name", &id)?)?;
    Ok(json::reply(StatusCode::OK, &to_wire::model(found), 0)?)
}

/// How a reply travels.
#[derive(Debug, Clone, Copy)]
enum Framing {
    Whole,
    /// Server-sent events, a frame each.
    Events,
    /// A JSON list of frames.
    List,
}

async fn generate(
    server: &Server,
    visitor: &Visitor,
    model: ModelId,
    body: &[u8],
    framing: Framing,
) -> Result<Response, Fail> {
    let commission = commission(server, visitor, model, &parse(body)?).await?;
    let Commission {
        order,
        names,
        result,
    } = &commission;
    let drawn = match result {
        Ok(drawn) => drawn,
        Err(error) => return refuse(error, order, names, framing),
    };
    let mut response = match framing {
        Framing::Whole => {
            let whole = to_wire::generated(drawn, &order.narration, names);
            json::reply(StatusCode::OK, &whole, picture_bytes(drawn))?
        }
        Framing::Events => events(
            &to_wire::frames(drawn, &order.narration, names),
            picture_bytes(drawn),
        )?,
        Framing::List => {
            let frames = to_wire::frames(drawn, &order.narration, names);
            json::reply(StatusCode::OK, &frames, picture_bytes(drawn))?
        }
    };
    let headers = report::headers(drawn, &order.narration.unmet);
    response.headers_mut().extend(headers);
    response.extensions_mut().insert(Report::new(drawn));
    Ok(response)
}

/// A request that was carried out.
struct Commission {
    order: from_wire::Order,
    names: Names,
    /// Among the errors are refusals, which Google's clients read as replies.
    result: Result<Drawn, Error>,
}

async fn commission(
    server: &Server,
    visitor: &Visitor,
    model: ModelId,
    body: &wire::GenerateContent,
) -> Result<Commission, Error> {
    let order = order(server, visitor, model, body).await?;
    let request = order.request.clone();
    let result = server.draw(visitor, Protocol::Gemini, request, None).await;
    let nobody = names_of_nobody(server);
    let names = match &result {
        Ok(drawn) => names(drawn, nobody.response_id),
        Err(_) => nobody,
    };
    Ok(Commission {
        order,
        names,
        result,
    })
}

/// Returns the names of a reply for which nothing is drawn.
pub(super) fn names_of_nobody(server: &Server) -> Names {
    let can = server.app.studio.capabilities();
    Names {
        model_version: format!("{}-{}", can.name, can.version),
        response_id: records::mint(server, "resp").to_string(),
    }
}

fn names(drawn: &Drawn, response_id: String) -> Names {
    Names {
        model_version: format!("{}-{}", drawn.engine.name, drawn.engine.version),
        response_id,
    }
}

/// Returns what a request orders, with its pictures opened.
pub(super) async fn order(
    server: &Server,
    visitor: &Visitor,
    model: ModelId,
    body: &wire::GenerateContent,
) -> Result<from_wire::Order, Error> {
    let shown = from_wire::pictures(body)?;
    let pictures = open(server, visitor.caller.owner(), shown).await?;
    from_wire::generate_content(model, body, pictures)
}

/// Returns the whole reply as JSON, for something that was drawn before.
pub(super) fn answer(
    drawn: &Drawn,
    narration: &Narration,
    response_id: String,
) -> Result<Vec<u8>, Error> {
    let names = names(drawn, response_id);
    let whole = to_wire::generated(drawn, narration, &names);
    json::to_vec(&whole, picture_bytes(drawn))
}

/// Opens the pictures that contents show.
pub(super) async fn open(
    server: &Server,
    owner: &str,
    shown: Vec<Shown<'_>>,
) -> Result<Vec<PictureFile>, Error> {
    let mut refs = Vec::with_capacity(shown.len());
    for Shown { field, source } in shown {
        refs.push(match source {
            Source::Inline(data) => PictureRef::parse(field, data)?,
            Source::Uri(uri) => files::resolve(server, owner, field, uri).await?,
            Source::Kept(name) => {
                let bytes = server.app.outputs.kept(name).await?;
                let bytes = bytes.ok_or_else(|| picture_gone(field.clone()))?;
                PictureRef::file(field, &bytes)
            }
        });
    }
    pictures::open(server, refs).await
}

/// Answers what the policy refuses as Google does; other errors are none of its business.
fn refuse(
    error: &Error,
    order: &from_wire::Order,
    names: &Names,
    framing: Framing,
) -> Result<Response, Fail> {
    let Some(refusal) = &error.refusal else {
        return Err(error.clone().into());
    };
    let reply = refusal::to_wire(error, refusal, order.narration.tokens, names);
    let mut response = match framing {
        Framing::Whole => json::reply(StatusCode::OK, &reply, 0)?,
        Framing::Events => events(&[reply], 0)?,
        Framing::List => json::reply(StatusCode::OK, &[reply], 0)?,
    };
    let code = ErrorCode(error.code);
    response.extensions_mut().insert(code);
    Ok(response)
}

fn picture_gone(field: String) -> Error {
    let message = "The picture of an earlier turn is not kept any more; send it along.";
    Error::new(ErrorKind::NotFound, "picture_gone", message).with_field(field)
}

/// One `data:` line a frame and nothing else: the Python SDK fails on comments.
fn events(frames: &[impl Serialize], picture_bytes: usize) -> Result<Response, Error> {
    let mut text = Vec::with_capacity(picture_bytes / 3 * 4 + 4096);
    for frame in frames {
        text.extend_from_slice(b"data: ");
        json::write(&mut text, frame)?;
        text.extend_from_slice(b"\n\n");
    }
    let mut response = json::respond(StatusCode::OK, "text/event-stream", Body::from(text));
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    Ok(response)
}

fn count(body: &[u8]) -> Result<Response, Fail> {
    let tokens = from_wire::count_all_tokens(&parse(body)?)?;
    let reply = wire::TokenCount {
        total_tokens: tokens.total(),
        prompt_tokens_details: tokens.details(),
    };
    Ok(json::reply(StatusCode::OK, &reply, 0)?)
}

fn picture_bytes(drawn: &Drawn) -> usize {
    drawn
        .pictures
        .iter()
        .map(|picture| picture.bytes.len())
        .sum()
}
