//! Batches: many requests at once, answered when all are done.
//!
//! Each request is a task of its own, so a batch needs nobody to look after it; it is found to be at its end when somebody
//! asks.

mod answers;
mod kept;
mod taking;
pub mod wire;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use plantain_app::catalog;
use plantain_core::{Error, ErrorKind, ModelId};
use plantain_store::{DocumentOrder, DocumentPage};
use serde_json::{Value, json};

use self::kept::{Batch, End};
use super::files;
use super::paging::{self, query_value};
use crate::address::Path;
use crate::behind::{self, Count};
use crate::body::parse;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::records::{self, Record};
use crate::time::rfc3339;
use crate::{Server, json as reply};

/// Batches on a page unless the client says otherwise, and at most.
const PAGE_BATCHES: usize = 20;
const PAGE_BATCHES_MAX: usize = 100;
/// Milliseconds that it may take to make tasks of all requests. After that whoever was about to is gone.
const TAKING_MS_MAX: i64 = 10 * 60_000;

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
    let id = record.id.clone();
    // A client that goes away meanwhile leaves a whole batch behind.
    let taking = tokio::spawn(taking::take(Arc::clone(server), visitor.clone(), record));
    let record = match taking.await.map_err(Error::internal)? {
        Ok(record) => record,
        Err(error) => {
            records::delete(server, kept::KIND, owner, id.as_str()).await?;
            return Err(error.into());
        }
    };
    let count = Count {
        queued: (record.body.total - record.body.refused.len()) as i64,
        ..Count::default()
    };
    let operation = operation(&record, count, None);
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
        let (record, count) = settle(&server, &visitor, records::read(document)?).await?;
        operations.push(operation(&record, count, None));
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
    let (record, count) = settle(&server, &visitor, record).await?;
    let answers = match (&record.body.end, record.body.by_file) {
        (Some(_), false) => Some(answers::all(&server, &visitor.caller, &record).await?),
        _ => None,
    };
    let operation = operation(&record, count, answers);
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
    let caller = &visitor.caller;
    let record = kept::find(&server, caller.owner(), id).await?;
    let (mut record, _) = settle(&server, &visitor, record).await?;
    if record.body.end.is_none() {
        behind::cancel_all(&server, caller, &record.id).await?;
        record.body.end(End::Cancelled, server.app.world.now_ms());
        kept::save(&server, caller.owner(), &record).await?;
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
    let caller = &visitor.caller;
    let record = kept::find(&server, caller.owner(), &name).await?;
    behind::cancel_all(&server, caller, &record.id).await?;
    records::delete(&server, kept::KIND, caller.owner(), &name).await?;
    Ok(reply::reply(StatusCode::OK, &json!({}), 0)?)
}

/// Returns the batch as it stands now, ended if all its tasks have.
async fn settle(
    server: &Arc<Server>,
    visitor: &Visitor,
    mut record: Record<Batch>,
) -> Result<(Record<Batch>, Count), Error> {
    let caller = &visitor.caller;
    let now_ms = server.app.world.now_ms();
    if !record.body.taken && now_ms - record.body.updated_ms > TAKING_MS_MAX {
        // Whoever began to take it is gone.
        record = taking::take(Arc::clone(server), visitor.clone(), record).await?;
    }
    let tally = server.app.tasks.tally(caller, &record.id).await?;
    let count = Count::of(&tally.by_status);
    if record.body.end.is_none() && record.body.taken && count.is_done() {
        let file = match record.body.by_file {
            true => Some(answers::write_file(server, caller, &record).await?),
            false => None,
        };
        record.body.end(End::Succeeded { file }, now_ms);
        kept::save(server, caller.owner(), &record).await?;
    }
    Ok((record, count))
}

fn operation(record: &Record<Batch>, count: Count, answers: Option<Vec<Value>>) -> wire::Operation {
    let batch = &record.body;
    let name = format!("batches/{}", record.id);
    let file = match &batch.end {
        Some(End::Succeeded { file }) => file.as_ref(),
        _ => None,
    };
    let output = match (file, answers) {
        (Some(file), _) => Some(json!({ "responsesFile": format!("files/{file}") })),
        (None, Some(answers)) => Some(answers::inlined(answers)),
        (None, None) => None,
    };
    let state = match &batch.end {
        None if count.running + count.succeeded + count.failed == 0 => "BATCH_STATE_PENDING",
        None => "BATCH_STATE_RUNNING",
        Some(End::Cancelled) => "BATCH_STATE_CANCELLED",
        Some(End::Succeeded { .. }) => "BATCH_STATE_SUCCEEDED",
    };
    let total = batch.total as i64;
    let refused = batch.refused.values();
    let refused = refused.filter(|answer| answer.failed).count();
    let failed = count.failed + refused as i64;
    let succeeded = count.succeeded + (batch.refused.len() - refused) as i64;
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
                successful_request_count: succeeded.to_string(),
                failed_request_count: failed.to_string(),
                pending_request_count: (total - succeeded - failed).to_string(),
            },
            state,
            output,
        },
    }
}
