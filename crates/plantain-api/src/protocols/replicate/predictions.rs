//! Predictions: tasks by another name.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use plantain_app::{Caller, Link, Order, TaskResult, Terms};
use plantain_core::{Error, Id};
use plantain_engine::Note;
use plantain_store::{TaskFilter, TaskRecord};
use serde_json::Value;

use super::from_wire::{self, Opened};
use super::models::{self, Named};
use super::to_wire::{Memory, Pictures, describe};
use super::wire::{Create, Page};
use super::{files, webhooks};
use crate::address::Path;
use crate::body::Wire;
use crate::door::Visitor;
use crate::fail::Fail;
use crate::protocol::Protocol;
use crate::{Server, json, report};

/// Predictions on a page, and tasks that are looked through for them at once.
const PAGE: usize = 100;
const LOOKED_AT: u32 = 200;
/// How long a client that cancels waits for the worker to stop.
const STOP_MAX: Duration = Duration::from_secs(2);

/// Makes a prediction of the model that the body's `version` names.
#[utoipa::path(post, path = "/replicate/v1/predictions", tag = "replicate",
    params(
        ("Prefer" = Option<String>, Header, description = "wait or wait=SECONDS: answer when it has ended, or after that time."),
        ("Cancel-After" = Option<String>, Header, description = "A time such as 90s or 1h30m, after which it is given up."),
    ),
    request_body = super::wire::Create,
    responses(
        (status = 201, description = "The prediction.", body = super::wire::Prediction),
        (status = 202, description = "It has not ended in the time that the client waits.", body = super::wire::Prediction),
    ))]
pub async fn create(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Wire(body): Wire<Create>,
) -> Result<Response, Fail> {
    let version = body.version.as_deref();
    let remedy = "name a version, or post to /models/OWNER/NAME/predictions";
    let version = version.ok_or_else(|| Error::missing("version", remedy))?;
    let named = models::by_version(version)?;
    let mount = files::mount(uri.path());
    Ok(make(&server, visitor, named, mount, &headers, body).await?)
}

/// Makes a prediction of the model in the path.
#[utoipa::path(post, path = "/replicate/v1/models/{owner}/{name}/predictions", tag = "replicate",
    params(
        ("owner" = String, Path, description = "Whose model it is."),
        ("name" = String, Path, description = "What it is called."),
        ("Prefer" = Option<String>, Header, description = "wait or wait=SECONDS: answer when it has ended, or after that time."),
    ),
    request_body = super::wire::Create,
    responses(
        (status = 201, description = "The prediction.", body = super::wire::Prediction),
        (status = 404, description = "No such model.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn create_of_model(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Path((owner, name)): Path<(String, String)>,
    Wire(body): Wire<Create>,
) -> Result<Response, Fail> {
    let named = Named {
        model: models::named(&owner, &name)?,
        called: format!("{owner}/{name}"),
        version: "hidden".to_owned(),
        foreign: false,
    };
    let mount = files::mount(uri.path());
    Ok(make(&server, visitor, named, mount, &headers, body).await?)
}

async fn make(
    server: &Server,
    visitor: Visitor,
    named: Named,
    mount: &str,
    headers: &HeaderMap,
    body: Create,
) -> Result<Response, Error> {
    let wait = from_wire::wait(headers)?;
    let hooks = webhooks::hooks(server, &body, headers)?;
    let caller = visitor.caller.clone();
    let order = order(server, visitor, named, mount, headers, &body).await?;
    let order = Order {
        terms: Terms {
            hook: hooks.end,
            ..order.terms
        },
        ..order
    };
    let (mut record, _) = server.app.submit(order).await?;
    if let Some(start) = hooks.start {
        webhooks::post_start(server, &record, start).await?;
    }
    if let Some(wait) = wait {
        record = server.app.tasks.wait(&caller, &record.id, wait).await?;
    }
    let ended = record.status.is_final();
    let status = match wait.is_some() && !ended {
        true => StatusCode::ACCEPTED,
        false => StatusCode::CREATED,
    };
    let mut response = answer(server, &record, headers, status, !ended).await?;
    if wait.is_some() {
        let name = HeaderName::from_static("preference-applied");
        let applied = HeaderValue::from_static("wait");
        response.headers_mut().insert(name, applied);
    }
    Ok(response)
}

async fn order(
    server: &Server,
    visitor: Visitor,
    named: Named,
    mount: &str,
    headers: &HeaderMap,
    body: &Create,
) -> Result<Order, Error> {
    let input = from_wire::input(body.input.as_ref())?;
    let refs = from_wire::pictures(&input)?;
    let owner = visitor.caller.owner();
    let opened = Opened {
        images: files::open(server, owner, refs.images).await?,
        mask: files::open(server, owner, refs.mask.into_iter().collect())
            .await?
            .pop(),
    };
    let (request, mut unmet) = from_wire::request(named.model, &input, opened)?;
    if named.foreign {
        let message = "The version lives elsewhere; the embedded engine draws instead.";
        unmet.push(Note::new("version_not_here", message));
    }
    let deadline = from_wire::deadline(headers)?;
    let deadline_ms = deadline.map(|deadline| deadline.as_millis() as i64);
    let memory = Memory {
        model: named.called,
        version: named.version,
        input: from_wire::echo(&Value::Object(body.input.clone().unwrap_or_default())),
        mount: mount.to_owned(),
        several: input.num_outputs.is_some(),
        unmet: unmet.iter().map(|note| note.code.to_string()).collect(),
        deadline_ms: deadline_ms.map(|ms| server.app.world.now_ms() + ms),
    };
    let terms = Terms {
        client_json: Some(
            serde_json::to_string(&memory)
                .map_err(Error::internal)?
                .into(),
        ),
        start_within_ms: deadline_ms,
        run_ms_max: deadline_ms,
        ..visitor.terms
    };
    Ok(Order::new(visitor.caller, Protocol::Replicate.name(), request).on(terms))
}

/// Answers with a prediction. Clients that wait take any status but `starting` for an end, so `unfinished` is that.
async fn answer(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
    status: StatusCode,
    unfinished: bool,
) -> Result<Response, Error> {
    let pictures = Pictures::for_client(headers);
    let mut prediction = describe(server, record, headers, pictures).await?;
    if unfinished {
        prediction.status = "starting";
    }
    let mut response = json::reply(status, &prediction, 0)?;
    if let Some(result) = record.result_json.as_deref().map(TaskResult::parse) {
        let unmet = Memory::of(record).unmet;
        let told = report::stored_headers(&result?, &record.id, &unmet);
        response.headers_mut().extend(told);
    }
    Ok(response)
}

/// Tells how a prediction stands.
#[utoipa::path(get, path = "/replicate/v1/predictions/{id}", tag = "replicate",
    params(("id" = String, Path, description = "The prediction's id.")),
    responses(
        (status = 200, description = "The prediction.", body = super::wire::Prediction),
        (status = 404, description = "No such prediction under this key.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let id = Id::from_stored(id);
    let record = server.app.tasks.get(&visitor.caller, &id).await?;
    Ok(answer(&server, &record, &headers, StatusCode::OK, false).await?)
}

/// Cancels a prediction: at once when it waits, within a fraction of a second when it runs. Nothing is charged for it.
#[utoipa::path(post, path = "/replicate/v1/predictions/{id}/cancel", tag = "replicate",
    params(("id" = String, Path, description = "The prediction's id.")),
    responses(
        (status = 200, description = "The prediction, as it stands now.", body = super::wire::Prediction),
        (status = 404, description = "No such prediction under this key.", body = super::wire::ErrorReply<'_>),
    ))]
pub async fn cancel(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let id = Id::from_stored(id);
    let tasks = &server.app.tasks;
    tasks.cancel(&visitor.caller, &id).await?;
    let record = tasks.wait(&visitor.caller, &id, STOP_MAX).await?;
    Ok(answer(&server, &record, &headers, StatusCode::OK, false).await?)
}

/// Lists the caller's predictions, newest first.
#[utoipa::path(get, path = "/replicate/v1/predictions", tag = "replicate",
    params(("cursor" = Option<String>, Query, description = "From `next` of the page before.")),
    responses((status = 200, description = "A page of predictions.", body = Object)))]
pub async fn list(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Fail> {
    let after = cursor(uri.query()).map(Id::from_stored);
    let (records, more) = find(&server, &visitor.caller, after).await?;
    let mount = files::mount(uri.path());
    let next = records.last().filter(|_| more).map(|last| {
        let path = format!("{mount}/predictions?cursor={}", last.id);
        server.url(&Link { path, expires_s: 0 }, &headers)
    });
    let mut results = Vec::with_capacity(records.len());
    for record in &records {
        results.push(describe(&server, record, &headers, Pictures::Links).await?);
    }
    let page = Page {
        previous: None,
        next,
        results,
    };
    Ok(json::reply(StatusCode::OK, &page, 0)?)
}

/// Returns a page of the caller's tasks in this dialect, and whether there are more.
async fn find(
    server: &Server,
    caller: &Caller,
    mut after: Option<Id>,
) -> Result<(Vec<TaskRecord>, bool), Error> {
    let mut found = Vec::new();
    loop {
        let filter = TaskFilter {
            after: after.clone(),
            limit: LOOKED_AT,
            ..TaskFilter::default()
        };
        let records = server.app.tasks.list(caller, filter).await?;
        let is_last = records.len() < LOOKED_AT as usize;
        after = records.last().map(|record| record.id.clone());
        for record in records {
            if record.protocol != Protocol::Replicate.name() {
                continue;
            }
            if found.len() == PAGE {
                return Ok((found, true));
            }
            found.push(record);
        }
        if is_last {
            return Ok((found, false));
        }
    }
}

/// Returns where a page begins.
pub fn cursor(query: Option<&str>) -> Option<&str> {
    let pairs = query.unwrap_or_default().split('&');
    let mut cursors = pairs.filter_map(|pair| pair.strip_prefix("cursor="));
    cursors.next().filter(|cursor| !cursor.is_empty())
}
