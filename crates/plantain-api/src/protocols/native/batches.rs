//! `/plantain/v1/batches`: many requests at once. All are taken or none; each is a task of its own then, so a batch needs
//! nobody to look after it.

pub mod wire;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::{StreamExt, stream};
use plantain_app::export::csv_line;
use plantain_app::{Caller, Order, Terms};
use plantain_core::{Error, ErrorKind, Id, ImageRequest, PictureFile, Subject};
use plantain_store::{DocumentOrder, DocumentPage, Tally};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::wire::{ErrorReply, Request};
use super::{from_wire, tasks};
use crate::address::{Path, Query};
use crate::behind::{self, Count};
use crate::body::{Raw, parse, parse_at};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::records::{self, Record};
use crate::rows::{self, Row, RowForm};
use crate::{Server, json};

/// What batches are kept as. They outlive their tasks' pictures.
const KIND: &str = "batch";
const TTL_S: i64 = 90 * 86_400;
/// Priority of a batch that names none: after single requests.
const PRIORITY: i64 = 10;
const NAME_CHARS_MAX: usize = 200;
/// Rows whose pictures are fetched at once, and how many bytes all pictures of a batch may have.
const FETCHED_AT_ONCE: usize = 16;
const PICTURE_BYTES_MAX: usize = 256 << 20;
/// Batches that are listed.
const LISTED_MAX: u32 = 100;

/// What is remembered of a batch beside its tasks.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    name: Option<String>,
    total: i64,
}

/// What is remembered of a row beside its task.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    /// From 1.
    row: u32,
    row_id: Option<String>,
}

/// Orders many pictures. Every row is checked before the first is taken; with an `Idempotency-Key` the same body again gives
/// the same batch.
#[utoipa::path(post, path = "/plantain/v1/batches", tag = "plantain",
    request_body(content(
        (wire::Create = "application/json"),
        (String = "application/jsonl"),
        (String = "text/csv"),
    )),
    params(wire::Whole),
    responses(
        (status = 202, description = "Every row is stored and will be drawn.", body = wire::Batch),
        (status = 400, description = "A row is wrong; nothing was taken.", body = ErrorReply<'_>),
        (status = 402, description = "The whole batch does not fit a budget; nothing was taken.", body = ErrorReply<'_>),
    ))]
pub async fn create(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Query(whole): Query<wire::Whole>,
    Raw(body): Raw,
) -> Result<Response, Fail> {
    let (rows, whole) = read(&headers, whole, &body)?;
    let whole = check(whole)?;
    let caller = visitor.caller.clone();
    let id = match &visitor.terms.idempotency_key {
        Some(key) => promised(&caller, key),
        None => records::mint(&server, "batch"),
    };
    let orders = orders(&server, &visitor, &headers, &rows, &whole, &id).await?;
    // A client that goes away meanwhile leaves a whole batch behind, or none.
    let storing = tokio::spawn(store(
        Arc::clone(&server),
        caller.clone(),
        id,
        whole.name,
        orders,
    ));
    let stored = storing.await.map_err(Error::internal)?;
    let record = stored.map_err(|(index, error)| match index {
        Some(index) => rows[index].blame(error),
        None => error,
    })?;
    let batch = describe(&server, &caller, &record).await?;
    let mut response = json::reply(StatusCode::ACCEPTED, &batch, 0)?;
    let place = format!("/plantain/v1/batches/{}", record.id);
    if let Ok(place) = HeaderValue::try_from(place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Takes every order and remembers the batch. An error that is about a row comes with its index.
async fn store(
    server: Arc<Server>,
    caller: Caller,
    id: Id,
    name: Option<String>,
    orders: Vec<Order>,
) -> Result<Record<Kept>, (Option<usize>, Error)> {
    let whole = |error| (None, error);
    let total = orders.len() as i64;
    let taken = server.app.submit_all(orders).await;
    taken.map_err(|(index, error)| (Some(index), error))?;
    let owner = caller.owner();
    if let Some(known) = records::get(&server, KIND, owner, id.as_str())
        .await
        .map_err(whole)?
    {
        return Ok(known);
    }
    let record = Record {
        id,
        created_ms: server.app.world.now_ms(),
        body: Kept { name, total },
    };
    let put = records::put(&server, KIND, owner, &record, Some(TTL_S));
    put.await.map_err(whole)?;
    Ok(record)
}

/// Lists the caller's batches, newest first; the latest hundred.
#[utoipa::path(get, path = "/plantain/v1/batches", tag = "plantain",
    responses((status = 200, description = "Batches.", body = wire::Page)))]
pub async fn list(State(server): State<Arc<Server>>, visitor: Visitor) -> Result<Response, Fail> {
    let page = DocumentPage {
        kind: KIND,
        owner: visitor.caller.owner(),
        order: DocumentOrder::NewestFirst,
        after: None,
        limit: LISTED_MAX,
    };
    let found = server.app.documents.list(page, server.app.world.now_ms());
    let mut batches = Vec::new();
    for document in found.await.map_err(Error::from)? {
        let record = records::read(document)?;
        batches.push(describe(&server, &visitor.caller, &record).await?);
    }
    Ok(json::reply(StatusCode::OK, &wire::Page { batches }, 0)?)
}

/// Says how a batch stands.
#[utoipa::path(get, path = "/plantain/v1/batches/{id}", tag = "plantain",
    params(("id" = String, Path, description = "The batch's id.")),
    responses(
        (status = 200, description = "The batch.", body = wire::Batch),
        (status = 404, description = "No such batch under this key.", body = ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let record = find(&server, &visitor.caller, &id).await?;
    let batch = describe(&server, &visitor.caller, &record).await?;
    Ok(json::reply(StatusCode::OK, &batch, 0)?)
}

/// Returns what became of every row, in the order of the rows, with links to the pictures.
#[utoipa::path(get, path = "/plantain/v1/batches/{id}/results", tag = "plantain",
    params(("id" = String, Path, description = "The batch's id."), wire::ResultsQuery),
    responses(
        (status = 200, description = "A line for each row, of JSON or CSV.", content((wire::ResultLine = "application/jsonl"), (String = "text/csv"))),
        (status = 404, description = "No such batch under this key.", body = ErrorReply<'_>),
    ))]
pub async fn results(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(query): Query<wire::ResultsQuery>,
) -> Result<Response, Fail> {
    let record = find(&server, &visitor.caller, &id).await?;
    let mut lines = Vec::new();
    for task in behind::tasks_of(&server, &visitor.caller, &record.id, None).await? {
        let place = task.client_json.as_deref().map(serde_json::from_str);
        let place: Place = match place {
            Some(place) => place.map_err(Error::internal)?,
            None => continue,
        };
        lines.push(wire::ResultLine {
            row: place.row,
            id: place.row_id,
            task: tasks::describe(&server, &task, &headers).await?,
        });
    }
    lines.sort_by_key(|line| line.row);
    Ok(match query.format.as_deref() {
        None | Some("jsonl") => {
            let mut text = Vec::new();
            for line in &lines {
                json::write(&mut text, line)?;
                text.push(b'\n');
            }
            json::respond(StatusCode::OK, "application/jsonl", Body::from(text))
        }
        Some("csv") => {
            let text = table(&lines);
            json::respond(StatusCode::OK, "text/csv; charset=utf-8", Body::from(text))
        }
        Some(other) => {
            let remedy = "must be jsonl or csv";
            return Err(Error::invalid("invalid_format", "format", other, remedy).into());
        }
    })
}

/// Cancels every row that has not ended; what is drawn already stays.
#[utoipa::path(post, path = "/plantain/v1/batches/{id}/cancel", tag = "plantain",
    params(("id" = String, Path, description = "The batch's id.")),
    responses(
        (status = 200, description = "The batch, as it stands now.", body = wire::Batch),
        (status = 404, description = "No such batch under this key.", body = ErrorReply<'_>),
    ))]
pub async fn cancel(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let caller = &visitor.caller;
    let record = find(&server, caller, &id).await?;
    behind::cancel_all(&server, caller, &record.id).await?;
    let batch = describe(&server, caller, &record).await?;
    Ok(json::reply(StatusCode::OK, &batch, 0)?)
}

/// Returns the rows of a body, and what concerns them all.
fn read(
    headers: &HeaderMap,
    whole: wire::Whole,
    body: &[u8],
) -> Result<(Vec<Row>, wire::Whole), Error> {
    let media_type = headers.get(header::CONTENT_TYPE);
    let media_type = media_type.and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().split(';').next();
    let form = match media_type.unwrap_or_default().trim() {
        "application/jsonl" | "application/x-ndjson" | "application/x-jsonlines" => RowForm::Lines,
        "text/csv" => RowForm::Table,
        "application/json" => {
            let create: wire::Create = parse(body)?;
            rows::check_count(create.requests.len())?;
            let rows = create.requests.into_iter().enumerate();
            let rows = rows.map(|(index, fields)| Row::new(format!("requests[{index}]"), fields));
            return Ok((rows.collect::<Result<_, _>>()?, create.whole));
        }
        other => {
            let remedy = "must be application/json, application/jsonl or text/csv";
            return Err(Error::invalid(
                "invalid_content_type",
                "Content-Type",
                other,
                remedy,
            ));
        }
    };
    Ok((rows::read(body, form)?, whole))
}

fn check(whole: wire::Whole) -> Result<wire::Whole, Error> {
    let too_long = |name: &&String| name.chars().count() > NAME_CHARS_MAX;
    if let Some(name) = whole.name.as_ref().filter(too_long) {
        let remedy = format!("must have at most {NAME_CHARS_MAX} characters");
        return Err(Error::invalid("invalid_name", "name", name, remedy));
    }
    Ok(whole)
}

/// Returns the id that a client's promise stands for: the same one for the same key.
fn promised(caller: &Caller, key: &str) -> Id {
    let hash: [u8; 32] = Sha256::digest(format!("{}\n{key}", caller.owner())).into();
    Id::new("batch", std::array::from_fn(|index| hash[index]))
}

/// Returns the order of every row, with its pictures fetched.
async fn orders(
    server: &Server,
    visitor: &Visitor,
    headers: &HeaderMap,
    rows: &[Row],
    whole: &wire::Whole,
    id: &Id,
) -> Result<Vec<Order>, Error> {
    // Rows are owned by what works on them: futures that borrow from an iterator cannot be sent between threads.
    let owned: Vec<_> = rows.iter().cloned().enumerate().collect();
    let fetching = stream::iter(owned).map(|(index, row)| async move {
        let order = order(server, visitor, headers, (index, &row), whole, id).await;
        order.map_err(|error| row.blame(error))
    });
    let mut fetching = std::pin::pin!(fetching.buffered(FETCHED_AT_ONCE));
    let mut orders = Vec::with_capacity(rows.len());
    let mut bytes = 0;
    while let Some(order) = fetching.next().await {
        let order = order?;
        bytes += picture_bytes(&order);
        if bytes > PICTURE_BYTES_MAX {
            let remedy = format!(
                "have more than {} MiB of pictures together; send several batches",
                PICTURE_BYTES_MAX >> 20
            );
            let place = &rows[orders.len()].place;
            let error = Error::invalid("batch_too_large", "rows", place, remedy);
            return Err(error);
        }
        orders.push(order);
    }
    Ok(orders)
}

fn picture_bytes(order: &Order) -> usize {
    match &order.request.subject {
        Subject::Edit(spec) => spec.pictures.iter().map(|picture| picture.file.len()).sum(),
        Subject::Prompt(_) | Subject::Scene(_) => 0,
    }
}

/// Returns the request that a row makes where no server runs. `open` returns the picture that stands in a field.
///
/// # Errors
/// Invalid, naming place and field, for what is wrong and for what needs a server.
pub fn row_request(
    row: &Row,
    open: &dyn Fn(&str, &str) -> Result<PictureFile, Error>,
) -> Result<ImageRequest, Error> {
    let build = || {
        let body: tasks::wire::Order = parse_at(".", &Value::Object(row.fields.clone()))?;
        if let Some(url) = &body.webhook {
            let remedy = "needs a server; send the batch to POST /plantain/v1/batches";
            return Err(Error::invalid("needs_server", "webhook", url, remedy));
        }
        let drawing = body.drawing;
        let mut pictures = Vec::new();
        if let Some(image) = &drawing.image {
            pictures.push(open("image", image)?);
        }
        for (index, image) in drawing.images.iter().flatten().enumerate() {
            pictures.push(open(&format!("images[{index}]"), image)?);
        }
        let order = if drawing.scene.is_some() {
            from_wire::render(&drawing)?
        } else if pictures.is_empty() {
            from_wire::generate(&drawing)?
        } else {
            let mask = drawing.mask.as_deref();
            let mask = mask.map(|mask| open("mask", mask)).transpose()?;
            let drawing = Request {
                image: None,
                images: None,
                ..drawing
            };
            from_wire::edit(&drawing, pictures, mask)?
        };
        Ok(order.request)
    };
    build().map_err(|error| row.blame(error))
}

async fn order(
    server: &Server,
    visitor: &Visitor,
    headers: &HeaderMap,
    (index, row): (usize, &Row),
    whole: &wire::Whole,
    id: &Id,
) -> Result<Order, Error> {
    let fields = Value::Object(row.fields.clone());
    let mut body: tasks::wire::Order = parse_at(".", &fields)?;
    body.priority = body.priority.or(whole.priority).or(Some(PRIORITY));
    if body.webhook.is_none() {
        body.webhook.clone_from(&whole.webhook);
    }
    let place = Place {
        row: index as u32 + 1,
        row_id: row.id.clone(),
    };
    let promise = &visitor.terms.idempotency_key;
    let terms = Terms {
        idempotency_key: promise.as_ref().map(|_| format!("{id}/{}", place.row)),
        session: Some(id.clone()),
        client_json: Some(
            serde_json::to_string(&place)
                .map_err(Error::internal)?
                .into(),
        ),
        ..visitor.terms.clone()
    };
    let visitor = Visitor {
        caller: visitor.caller.clone(),
        terms,
    };
    tasks::order(server, visitor, body, headers).await
}

async fn find(server: &Server, caller: &Caller, id: &str) -> Result<Record<Kept>, Error> {
    let found = records::get(server, KIND, caller.owner(), id).await?;
    found.ok_or_else(|| {
        let message = "There is no such batch under this key; check the id.";
        let error = Error::new(ErrorKind::NotFound, "unknown_batch", message);
        error.with_field("id").with_value(id)
    })
}

async fn describe(
    server: &Server,
    caller: &Caller,
    record: &Record<Kept>,
) -> Result<wire::Batch, Error> {
    let Tally { by_status, charged } = server.app.tasks.tally(caller, &record.id).await?;
    let count = Count::of(&by_status);
    Ok(wire::Batch {
        id: record.id.to_string(),
        name: record.body.name.clone(),
        created_ms: record.created_ms,
        total: record.body.total,
        queued: count.queued,
        running: count.running,
        succeeded: count.succeeded,
        failed: count.failed,
        cancelled: count.cancelled,
        done: count.is_done(),
        charged: charged.to_string(),
    })
}

/// Returns results as CSV: a line for each row, links parted by spaces.
fn table(lines: &[wire::ResultLine]) -> String {
    let mut text = csv_line(&["row", "id", "task", "status", "urls", "error"]);
    for line in lines {
        let task = &line.task;
        let urls = task.images.iter().filter_map(|image| image.url.as_deref());
        let urls: Vec<_> = urls.collect();
        let error = task.error.as_ref().map(|error| error.message.clone());
        text += &csv_line(&[
            line.row.to_string(),
            line.id.clone().unwrap_or_default(),
            task.id.clone(),
            task.status.to_owned(),
            urls.join(" "),
            error.unwrap_or_default(),
        ]);
    }
    text
}
