//! Paths under the root `/v1` that several vendors share: which client is this?
//!
//! `GET /v1/models`, `/v1/files` and `/v1/batches` belong to OpenAI and to Google; headers tell. `POST
//! /v1/images/generations` belongs to OpenAI and to Evolink; headers and body tell, by the first rule that decides. Where
//! nothing decides, the reply is valid in both worlds.

use std::sync::Arc;

use axum::extract::{OriginalUri, RawQuery, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{evolink, gemini, openai, replicate};
use crate::address::{Path, Query};
use crate::body::{Payload, Raw, Wire, parse};
use crate::door::Visitor;
use crate::fail::{self, Fail};
use crate::protocol::speaks_gemini;
use crate::report::{self, Report};
use crate::{Server, json};

/// Lists models to whichever client asks.
pub async fn list_models(
    server: State<Arc<Server>>,
    visitor: Visitor,
    uri: Uri,
    headers: HeaderMap,
    query: RawQuery,
) -> Result<Response, Fail> {
    if replicate::speaks(&headers) {
        replicate::models::list(server, visitor, headers).await
    } else if speaks_gemini(&uri, &headers) {
        gemini::routes::list_models(visitor, query).await
    } else {
        openai::models::list_models(visitor).await
    }
}

/// Describes a model to whichever client asks.
pub async fn get_model(
    server: State<Arc<Server>>,
    visitor: Visitor,
    uri: OriginalUri,
    headers: HeaderMap,
    id: Path<String>,
) -> Result<Response, Fail> {
    if replicate::speaks(&headers) || replicate::models::is_ours(&id.0) {
        replicate::models::below(server, visitor, headers, uri, &id.0).await
    } else if speaks_gemini(&uri, &headers) {
        gemini::routes::get_model(visitor, id).await
    } else {
        openai::models::get_model(visitor, id).await
    }
}

/// Has a model work for whichever client asks: Replicate's name what they want by a noun, Google's by a verb.
pub async fn call_model(
    server: State<Arc<Server>>,
    visitor: Visitor,
    uri: OriginalUri,
    headers: HeaderMap,
    Path(call): Path<String>,
    query: RawQuery,
    body: Raw,
) -> Result<Response, Fail> {
    let parts: Vec<&str> = call.split('/').collect();
    if let [owner, name, "predictions"] = parts.as_slice() {
        let path = Path(((*owner).to_owned(), (*name).to_owned()));
        let body = Wire(parse(&body.0)?);
        replicate::predictions::create_of_model(server, visitor, uri, headers, path, body).await
    } else {
        gemini::routes::call_model(server, visitor, Path(call), query, body).await
    }
}

/// Takes a file from whichever client sends it.
pub async fn create_file(
    server: State<Arc<Server>>,
    visitor: Visitor,
    uri: OriginalUri,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    if replicate::speaks(&headers) {
        replicate::files::create(server, visitor, uri, headers, payload).await
    } else {
        openai::files::routes::create_file(server, visitor, payload).await
    }
}

/// Lists files to whichever client asks.
pub async fn list_files(
    server: State<Arc<Server>>,
    visitor: Visitor,
    uri: OriginalUri,
    headers: HeaderMap,
    query: RawQuery,
) -> Result<Response, Fail> {
    if replicate::speaks(&headers) {
        replicate::files::list(server, visitor, uri, headers).await
    } else if speaks_gemini(&uri, &headers) {
        gemini::files::list_files(server, visitor, uri, headers, query).await
    } else {
        let query = Query::of(&uri)?;
        openai::files::routes::list_files(server, visitor, query).await
    }
}

/// Describes a file to whichever client asks.
pub async fn get_file(
    server: State<Arc<Server>>,
    visitor: Visitor,
    uri: OriginalUri,
    headers: HeaderMap,
    name: Path<String>,
) -> Result<Response, Fail> {
    if replicate::speaks(&headers) {
        replicate::files::get(server, visitor, uri, headers, name).await
    } else if speaks_gemini(&uri, &headers) {
        gemini::files::get_file(server, visitor, uri, headers, name).await
    } else {
        openai::files::routes::get_file(server, visitor, name).await
    }
}

/// Forgets a file of whichever client asks.
pub async fn delete_file(
    server: State<Arc<Server>>,
    visitor: Visitor,
    uri: OriginalUri,
    headers: HeaderMap,
    name: Path<String>,
) -> Result<Response, Fail> {
    if replicate::speaks(&headers) {
        let gone = replicate::files::delete(server, visitor, name).await?;
        Ok(gone.into_response())
    } else if speaks_gemini(&uri, &headers) {
        gemini::files::delete_file(server, visitor, name).await
    } else {
        openai::files::routes::delete_file(server, visitor, name).await
    }
}

/// Lets only Google's clients pass: the same path means something else to others, which nobody here does.
pub async fn google_only(
    OriginalUri(uri): OriginalUri,
    request: Request,
    next: Next,
) -> Result<Response, Fail> {
    if speaks_gemini(&uri, request.headers()) {
        Ok(next.run(request).await)
    } else {
        Err(fail::no_such_path(request.method().clone(), uri).await)
    }
}

/// Draws for whichever client asks.
pub async fn generations(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    match dialect(&headers, &parse(&body)?) {
        Dialect::OpenAi => {
            openai::routes::answer_generations(&server, visitor, &headers, &body).await
        }
        Dialect::Evolink => evolink::tasks::answer(&server, visitor, &headers, &body).await,
        Dialect::Either => answer_either(&server, visitor, &headers, &body).await,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    OpenAi,
    Evolink,
    Either,
}

/// The fields by which the two vendors' requests differ; null counts as absent.
#[derive(Debug, Default, Deserialize)]
#[serde(expecting = "a JSON object")]
struct Signs {
    callback_url: Option<Value>,
    image_urls: Option<Value>,
    model_params: Option<Value>,
    quality: Option<Value>,
    size: Option<Value>,
    response_format: Option<Value>,
    n: Option<Value>,
    stream: Option<Value>,
    background: Option<Value>,
    output_format: Option<Value>,
    output_compression: Option<Value>,
    moderation: Option<Value>,
    style: Option<Value>,
    user: Option<Value>,
    partial_images: Option<Value>,
}

fn dialect(headers: &HeaderMap, signs: &Signs) -> Dialect {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let agent = header(header::USER_AGENT).unwrap_or_default();
    if agent.starts_with("OpenAI/") {
        return Dialect::OpenAi;
    }
    let prefer = header(header::HeaderName::from_static("prefer")).unwrap_or_default();
    let words = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).map(str::to_owned);
    let (quality, size) = (words(&signs.quality), words(&signs.size));
    let quality = quality.as_deref().unwrap_or_default();
    let size = size.as_deref().unwrap_or_default();
    let evolink = [&signs.callback_url, &signs.image_urls, &signs.model_params]
        .iter()
        .any(|sign| sign.is_some());
    if evolink
        || matches!(quality, "0.5K" | "1K" | "2K" | "4K")
        || is_pair(size, ':')
        || prefer.contains("respond-async")
    {
        return Dialect::Evolink;
    }
    let openai = [
        &signs.response_format,
        &signs.n,
        &signs.stream,
        &signs.background,
        &signs.output_format,
        &signs.output_compression,
        &signs.moderation,
        &signs.style,
        &signs.user,
        &signs.partial_images,
    ];
    let words = ["low", "medium", "high", "standard", "hd", "auto"];
    if openai.iter().any(|sign| sign.is_some()) || words.contains(&quality) || is_pair(size, 'x') {
        return Dialect::OpenAi;
    }
    Dialect::Either
}

/// Whether `text` is two numbers around `sign`.
fn is_pair(text: &str, sign: char) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(sign)
        .is_some_and(|(left, right)| digits(left) && digits(right))
}

/// A reply that an OpenAI client reads as its list and an Evolink client as a finished task.
#[derive(Debug, Serialize)]
struct Either<'a> {
    id: String,
    object: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    model: &'a str,
    status: &'static str,
    progress: u8,
    results: Vec<String>,
    task_info: TaskInfo,
    #[serde(flatten)]
    images: openai::wire::Images,
}

#[derive(Debug, Serialize)]
struct TaskInfo {
    can_cancel: bool,
    estimated_time: u32,
}

async fn answer_either(
    server: &Server,
    Visitor { caller, terms }: Visitor,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Response, Fail> {
    let mut order = openai::from_wire::generations(&parse(body)?)?;
    order.commission.terms = terms;
    let drawn = openai::drawing::all(server, &caller, order.commission.clone()).await?;
    let now_ms = server.app.world.now_ms();
    let created = now_ms / 1000;
    let mut images = openai::to_wire::images(&drawn, &order, Vec::new(), created);
    let mut results = Vec::with_capacity(drawn.pictures.len());
    for (picture, item) in drawn.pictures.iter().zip(&mut images.data) {
        let link = server.app.publish(&caller, picture).await?;
        let url = server.url(&link, headers);
        item.url = Some(url.clone());
        results.push(url);
    }
    let reply = Either {
        id: match &drawn.task {
            Some(task) => evolink::tasks::write_id(task, created),
            None => {
                return Err(
                    plantain_core::Error::internal("a picture was drawn without a task").into(),
                );
            }
        },
        object: "image.generation.task",
        kind: "image",
        model: drawn.model.as_str(),
        status: "completed",
        progress: 100,
        results,
        task_info: TaskInfo {
            can_cancel: false,
            estimated_time: 0,
        },
        images,
    };
    let inline = drawn
        .pictures
        .iter()
        .map(|picture| picture.bytes.len())
        .sum();
    let mut response = json::reply(StatusCode::OK, &reply, inline)?;
    response
        .headers_mut()
        .extend(report::headers(&drawn, &order.unmet));
    response.extensions_mut().insert(Report::new(&drawn));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rule_that_decides_decides() {
        let none: &[(&str, &str)] = &[];
        let sdk: &[(&str, &str)] = &[("user-agent", "OpenAI/Python 3.52.0")];
        let vercel: &[(&str, &str)] = &[("user-agent", "ai/7.0.173"), ("x-stainless-lang", "js")];
        let later: &[(&str, &str)] = &[("prefer", "respond-async")];
        let cases = [
            (sdk, r#"{"quality":"2K"}"#, Dialect::OpenAi),
            (sdk, "{}", Dialect::OpenAi),
            (none, r#"{"size":"16:9","quality":"2K"}"#, Dialect::Evolink),
            (
                none,
                r#"{"callback_url":"https://x","n":1}"#,
                Dialect::Evolink,
            ),
            (none, r#"{"image_urls":["https://x"]}"#, Dialect::Evolink),
            (none, r#"{"model_params":{}}"#, Dialect::Evolink),
            (later, r#"{"n":1}"#, Dialect::Evolink),
            (vercel, r#"{"n":1}"#, Dialect::OpenAi),
            (none, r#"{"size":"1024x1024"}"#, Dialect::OpenAi),
            (none, r#"{"quality":"hd"}"#, Dialect::OpenAi),
            (none, r#"{"user":"u"}"#, Dialect::OpenAi),
            (
                none,
                r#"{"model":"m","prompt":"p","size":"auto"}"#,
                Dialect::Either,
            ),
            (vercel, r#"{"prompt":"p","n":null}"#, Dialect::Either),
            (none, r#"{"prompt":"p","size":5}"#, Dialect::Either),
        ];
        for (headers, body, expected) in cases {
            let mut map = HeaderMap::new();
            for (name, value) in headers {
                map.insert(*name, value.parse().unwrap());
            }
            let signs = serde_json::from_str(body).unwrap();
            assert_eq!(dialect(&map, &signs), expected, "{body}");
        }
    }
}
