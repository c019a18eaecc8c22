//! Batches: many requests at once, answered when all are done.
//!
//! Requests and answers are stored one by one. A batch whose process ended goes on from its last answer as soon as somebody
//! asks for it.

mod kept;
pub mod wire;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::{Terms, catalog};
use plantain_core::{Error, ErrorKind, ModelId};
use plantain_store::{DocumentOrder, DocumentPage};
use serde_json::{Value, json};

use self::kept::{Batch, End};
use self::wire::Line;
use super::files;
use super::paging::{self, query_value};
use super::{error, routes};
use crate::address::Path;
use crate::body::parse;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::records::{self, Record};
use crate::time::rfc3339;
use crate::{Server, json as reply};

/// Batches on a page unless the client says otherwise, and at most.
const PAGE_BATCHES: usize = 20;
const PAGE_BATCHES_MAX: usize = 100;
/// Times that a request is tried again which a limit or a full queue refused.
const PATIENCE: u32 = 100;
/// Seconds before the next try where the refusal names none, and at most.
const WAIT_S: u32 = 1;
const WAIT_S_MAX: u32 = 60;

const BATCH_TYPE: &str =
    "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch";
const OUTPUT_TYPE: &str =
    "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatchOutput";

/// Answers `:batchGenerateContent`: takes a batch and begins with it.
pub async fn create(
    server: &Arc<Server>,
    visitor: &Visitor,
    model: ModelId,
    body: &[u8],
) -> Result<Response, Fail> {
    catalog::find(&model)?;
    let asked: wire::Create = parse(body)?;
    let batch = asked.batch.unwrap_or_default();
    let input = batch.input_config.unwrap_or_default();
    let owner = visitor.caller.owner();
    let record = Record {
        id: files::mint(server),
        created_ms: server.app.world.now_ms(),
        body: kept::begun(server, owner, model.as_str(), batch.display_name, &input).await?,
    };
    kept::save(server, owner, &record).await?;
    let operation = operation(&record, None);
    go_on(server, visitor, record);
    Ok(reply::reply(StatusCode::OK, &operation, 0)?)
}

/// Lists batches, newest first, without their answers.
#[utoipa::path(get, path = "/v1beta/batches", tag = "gemini",
    params(
        ("pageSize" = Option<u32>, Query, description = "1 to 100; 20 when missing."),
        ("pageToken" = Option<String>, Query, description = "From the page before."),
    ),
    responses((status = 200, description = "A page of batches.", body = wire::BatchList)))]
pub async fn list(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, Fail> {
    let query = query.as_deref();
    let size = paging::size(query, PAGE_BATCHES, PAGE_BATCHES_MAX)?;
    let token = query_value(query, "pageToken").filter(|token| !token.is_empty());
    let after = token.map(|token| paging::after(token).ok_or_else(|| paging::bad_token(token)));
    let page = DocumentPage {
        kind: kept::KIND,
        owner: visitor.caller.owner(),
        order: DocumentOrder::NewestFirst,
        after: after.transpose()?,
        limit: size as u32 + 1,
    };
    let now_ms = server.app.world.now_ms();
    let found = server.app.documents.list(page, now_ms).await;
    let mut found = found.map_err(Error::from)?;
    let more = found.len() > size;
    found.truncate(size);
    let next = found.last().filter(|_| more).map(paging::token);
    let mut operations = Vec::with_capacity(found.len());
    for document in found {
        let record = records::read(document)?;
        operations.push(operation(&record, None));
        go_on(&server, &visitor, record);
    }
    let list = wire::BatchList {
        operations,
        next_page_token: next,
    };
    Ok(reply::reply(StatusCode::OK, &list, 0)?)
}

/// Returns a batch, with its answers once all are there.
#[utoipa::path(get, path = "/v1beta/batches/{name}", tag = "gemini",
    params(("name" = String, Path, description = "Id of the batch.")),
    responses(
        (status = 200, description = "The batch.", body = wire::Operation),
        (status = 404, description = "No such batch.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<Response, Fail> {
    let record = kept::find(&server, visitor.caller.owner(), &name).await?;
    let answers = match (&record.body.end, record.body.by_file) {
        (Some(_), false) => Some(record.body.read_answers(&server).await?),
        _ => None,
    };
    let operation = operation(&record, answers);
    go_on(&server, &visitor, record);
    Ok(reply::reply(StatusCode::OK, &operation, 0)?)
}

/// Gives a batch up: `POST batches/{id}:cancel`. Answers that are there already stay.
#[utoipa::path(post, path = "/v1beta/batches/{name}", tag = "gemini",
    params(("name" = String, Path, description = "Id of the batch and \":cancel\".")),
    responses(
        (status = 200, description = "It is given up.", body = Object),
        (status = 404, description = "No such batch.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn call(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<Response, Fail> {
    let Some(id) = name.strip_suffix(":cancel") else {
        let message = format!("batches/{name}: a batch takes :cancel.");
        return Err(Error::new(ErrorKind::NotFound, "unknown_method", message).into());
    };
    let owner = visitor.caller.owner();
    kept::find(&server, owner, id).await?;
    server.background.cancel(id);
    // What it has answered until now counts.
    let mut record = kept::find(&server, owner, id).await?;
    if record.body.end.is_none() {
        record.body.end = Some(End::Cancelled);
        record.body.updated_ms = server.app.world.now_ms();
        kept::save(&server, owner, &record).await?;
    }
    Ok(reply::reply(StatusCode::OK, &json!({}), 0)?)
}

/// Forgets a batch, and gives it up first where it is not finished.
#[utoipa::path(delete, path = "/v1beta/batches/{name}", tag = "gemini",
    params(("name" = String, Path, description = "Id of the batch.")),
    responses(
        (status = 200, description = "It is forgotten.", body = Object),
        (status = 404, description = "No such batch.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn delete(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<Response, Fail> {
    let owner = visitor.caller.owner();
    kept::find(&server, owner, &name).await?;
    server.background.cancel(&name);
    records::delete(&server, kept::KIND, owner, &name).await?;
    Ok(reply::reply(StatusCode::OK, &json!({}), 0)?)
}

/// Works on a batch that is not finished, unless somebody does already.
fn go_on(server: &Arc<Server>, visitor: &Visitor, record: Record<Batch>) {
    if record.body.end.is_some() || server.background.is_running(record.id.as_str()) {
        return;
    }
    let background = server.background.clone();
    let id = record.id.as_str().to_owned();
    let server = Arc::clone(server);
    // The terms were those of one request; each of these is another.
    let visitor = Visitor {
        caller: visitor.caller.clone(),
        terms: Terms::default(),
    };
    background.start(&id, async move {
        if let Err(error) = work(&server, &visitor, record).await {
            let detail = error.detail.as_deref();
            tracing::error!(detail, "a batch stopped: {}", error.message);
        }
    });
}

/// Answers one request after the other, and keeps every answer before the next begins.
async fn work(server: &Server, visitor: &Visitor, mut record: Record<Batch>) -> Result<(), Error> {
    let owner = visitor.caller.owner();
    let lines = record.body.lines(server).await?;
    let model = ModelId::new("model", &record.body.model)?;
    for line in lines.iter().skip(record.body.answers.len()) {
        let (answer, failed) = answer(server, visitor, &model, line).await;
        record.body.answer(server, owner, answer, failed).await?;
        kept::save(server, owner, &record).await?;
    }
    let id = record.id.as_str().to_owned();
    record.body.finish(server, owner, &id).await?;
    kept::save(server, owner, &record).await
}

/// Returns the answer to a request as JSON, and whether it failed.
async fn answer(
    server: &Server,
    visitor: &Visitor,
    model: &ModelId,
    line: &Line,
) -> (Vec<u8>, bool) {
    let mut tries = 0;
    let answered = loop {
        let answered = match kept::request(line) {
            Ok(request) => routes::answer(server, visitor, model.clone(), &request).await,
            Err(error) => Err(error),
        };
        match answered {
            Err(error) if can_wait(&error) && tries < PATIENCE => {
                tries += 1;
                let seconds = error.retry_after_s.unwrap_or(WAIT_S).min(WAIT_S_MAX);
                tokio::time::sleep(Duration::from_secs(seconds.into())).await;
            }
            answered => break answered,
        }
    };
    let name = |value: &Option<Value>| value.as_ref().map(Value::to_string);
    let named = match (name(&line.key), name(&line.metadata)) {
        (Some(key), _) => format!("\"key\":{key},"),
        (None, Some(metadata)) => format!("\"metadata\":{metadata},"),
        (None, None) => String::new(),
    };
    match answered {
        Ok(response) => {
            let mut text = format!("{{{named}\"response\":").into_bytes();
            text.extend_from_slice(&response);
            text.push(b'}');
            (text, false)
        }
        Err(error) => {
            let error = error::summary(&error);
            (format!("{{{named}\"error\":{error}}}").into_bytes(), true)
        }
    }
}

/// Whether the same request can succeed later.
fn can_wait(error: &Error) -> bool {
    matches!(error.kind, ErrorKind::Limit | ErrorKind::Unavailable)
}

fn operation(record: &Record<Batch>, answers: Option<Vec<Value>>) -> wire::Operation {
    let batch = &record.body;
    let name = format!("batches/{}", record.id);
    let file = match &batch.end {
        Some(End::Succeeded { file }) => file.as_ref(),
        _ => None,
    };
    let output = match (file, answers) {
        (Some(file), _) => Some(json!({ "responsesFile": format!("files/{file}") })),
        (None, Some(answers)) => {
            Some(json!({ "inlinedResponses": { "inlinedResponses": answers } }))
        }
        (None, None) => None,
    };
    let state = match &batch.end {
        None if batch.answers.is_empty() => "BATCH_STATE_PENDING",
        None => "BATCH_STATE_RUNNING",
        Some(End::Cancelled) => "BATCH_STATE_CANCELLED",
        Some(End::Succeeded { .. }) => "BATCH_STATE_SUCCEEDED",
    };
    let failed = batch.answers.iter().filter(|answer| answer.failed).count();
    let done = batch.end.is_some();
    wire::Operation {
        name: name.clone(),
        done,
        response: output.clone().map(|mut output| {
            output["@type"] = OUTPUT_TYPE.into();
            output
        }),
        metadata: wire::Batch {
            kind: BATCH_TYPE,
            name,
            model: format!("models/{}", batch.model),
            display_name: batch.display_name.clone(),
            create_time: rfc3339(record.created_ms),
            update_time: rfc3339(batch.updated_ms),
            end_time: done.then(|| rfc3339(batch.updated_ms)),
            batch_stats: wire::Stats {
                request_count: batch.total.to_string(),
                successful_request_count: (batch.answers.len() - failed).to_string(),
                failed_request_count: failed.to_string(),
                pending_request_count: (batch.total - batch.answers.len()).to_string(),
            },
            state,
            output,
        },
    }
}
