//! AtlasCloud's paths: make a prediction, ask after it, upload a picture.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base64_simd::STANDARD;
use plantain_app::{Link, Order, TaskError, TaskResult, Terms};
use plantain_core::{Error, Id, TaskStatus};
use plantain_store::{ObjectName, TaskRecord};
use serde::{Deserialize, Serialize};

use super::from_wire;
use super::wire::{self, Generate, Prediction, Reply, Uploaded, UploadedData, Urls};
use crate::address::Path;
use crate::body::{Payload, Wire};
use crate::door::Visitor;
use crate::fail::Fail;
use crate::pictures;
use crate::protocol::Protocol;
use crate::report;
use crate::uploads::{self, NewUpload};
use crate::{Server, json};

/// How long a client that wants the picture at once waits.
const SYNC_MAX: Duration = Duration::from_secs(300);
/// How long files stay, seconds.
const FILE_TTL_S: i64 = 24 * 3600;

/// What a prediction is remembered by beside what is drawn.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Memory {
    /// Outputs as base64.
    #[serde(default)]
    inline: bool,
}

/// Makes a prediction, and answers at once unless `enable_sync_mode` says otherwise.
#[utoipa::path(post, path = "/atlascloud/api/v1/model/generateImage", tag = "atlascloud",
    request_body = wire::Generate,
    responses(
        (status = 200, description = "The prediction.", body = wire::Reply),
    ))]
pub async fn generate(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Wire(body): Wire<Generate>,
) -> Result<Response, Fail> {
    let body = from_wire::fields(body)?;
    let files = pictures::open(&server, from_wire::pictures(&body)?).await?;
    let request = from_wire::request(&body, files)?;
    let memory = Memory {
        inline: body.enable_base64_output == Some(true),
    };
    let memory = serde_json::to_string(&memory).map_err(Error::internal)?;
    let caller = visitor.caller.clone();
    let terms = Terms {
        client_json: Some(memory.into()),
        ..visitor.terms
    };
    let order = Order::new(visitor.caller, Protocol::Atlas.name(), request).on(terms);
    let (mut record, _) = server.app.submit(order).await?;
    if body.enable_sync_mode == Some(true) {
        record = server.app.tasks.wait(&caller, &record.id, SYNC_MAX).await?;
    }
    Ok(answer(&server, &record, &headers).await?)
}

/// Tells how a prediction stands.
#[utoipa::path(get, path = "/atlascloud/api/v1/model/prediction/{id}", tag = "atlascloud",
    params(("id" = String, Path, description = "The prediction's id.")),
    responses(
        (status = 200, description = "The prediction.", body = wire::Reply),
        (status = 404, description = "No such prediction under this key.", body = wire::ErrorReply<'_>),
    ))]
pub async fn get(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Fail> {
    let id = Id::from_stored(id);
    let record = server.app.tasks.get(&visitor.caller, &id).await?;
    Ok(answer(&server, &record, &headers).await?)
}

/// Takes a picture, to be named in `images`.
#[utoipa::path(post, path = "/atlascloud/api/v1/model/uploadMedia", tag = "atlascloud",
    request_body(content = wire::FileForm, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "The file's link.", body = wire::Uploaded),
    ))]
pub async fn upload(
    State(server): State<Arc<Server>>,
    visitor: Visitor,
    headers: HeaderMap,
    payload: Payload,
) -> Result<Response, Fail> {
    let (_, filename, bytes) = payload.with_file("file")?;
    let new = NewUpload {
        filename,
        ttl_s: FILE_TTL_S,
        ..NewUpload::default()
    };
    let owner = visitor.caller.owner();
    let record = uploads::put(&server, owner, new, bytes).await?;
    let url = server.url(&uploads::link(&server, owner, &record), &headers);
    let kind = record
        .body
        .object()
        .map(|object| object.kind().media_type());
    let uploaded = Uploaded {
        code: StatusCode::OK.as_u16(),
        message: "success",
        data: UploadedData {
            kind: kind.unwrap_or_default(),
            url: url.clone(),
            download_url: url.clone(),
            filename: record.body.filename,
            size: record.body.size_bytes,
        },
        url,
    };
    Ok(json::reply(StatusCode::OK, &uploaded, 0)?)
}

async fn answer(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let result = record.result_json.as_deref().map(TaskResult::parse);
    let result = result.transpose()?;
    let prediction = describe(server, record, result.as_ref(), headers).await?;
    let reply = Reply {
        code: StatusCode::OK.as_u16(),
        message: "success",
        again: prediction.clone(),
        data: prediction,
    };
    let mut response = json::reply(StatusCode::OK, &reply, 0)?;
    if let Some(result) = result {
        let told = report::stored_headers(&result, &record.id, &[]);
        response.headers_mut().extend(told);
    }
    Ok(response)
}

async fn describe(
    server: &Server,
    record: &TaskRecord,
    result: Option<&TaskResult>,
    headers: &HeaderMap,
) -> Result<Prediction, Error> {
    let memory = record.client_json.as_deref();
    let memory = memory.and_then(|json| serde_json::from_str(json).ok());
    let Memory { inline } = memory.unwrap_or_default();
    let error = match record.status {
        TaskStatus::Failed => {
            let json = record.error_json.as_deref();
            let error = json.map(|json| TaskError::parse(json).error());
            error.map(|error| error.message.to_string())
        }
        TaskStatus::Cancelled => Some("The prediction was cancelled.".to_owned()),
        TaskStatus::Queued | TaskStatus::Running | TaskStatus::Succeeded => None,
    };
    let mut outputs = Vec::new();
    for picture in result.iter().flat_map(|result| &result.pictures) {
        let name = ObjectName::parse(&picture.object)
            .ok_or_else(|| Error::internal("a task names a file that is none"))?;
        match server.app.outputs.kept(&name).await? {
            Some(bytes) if inline => outputs.push(STANDARD.encode_to_string(&bytes)),
            Some(_) => {
                let link = server.app.outputs.link(&name, server.app.world.now_ms());
                outputs.push(server.url(&link, headers));
            }
            None => {}
        }
    }
    let get = Link {
        path: format!("/atlascloud/api/v1/model/prediction/{}", record.id),
        expires_s: 0,
    };
    Ok(Prediction {
        id: record.id.to_string(),
        model: record.model.clone(),
        status: match record.status {
            TaskStatus::Queued | TaskStatus::Running => "processing",
            TaskStatus::Succeeded => "completed",
            TaskStatus::Failed | TaskStatus::Cancelled => "failed",
        },
        outputs,
        error: error.unwrap_or_default(),
        created_at: crate::time::rfc3339(record.created_ms),
        urls: Urls {
            get: server.url(&get, headers),
        },
        execution_time: result.map_or(0, |result| result.run_ms),
    })
}
