//! Tasks → predictions.

use axum::http::{HeaderMap, header};
use base64_simd::STANDARD;
use plantain_app::{Link, StoredPicture, TaskError, TaskResult};
use plantain_core::{Error, OutputFormat, TaskStatus};
use plantain_store::{ObjectName, TaskRecord};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::stream;
use super::wire::{Metrics, Output, Prediction, Urls};
use crate::Server;
use crate::time::rfc3339;

/// What a prediction is remembered by beside what is drawn.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Memory {
    /// As the client named it, and which version of it.
    #[serde(default)]
    pub model: String,
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub input: Value,
    /// Prefix under which the client follows it ("/v1").
    #[serde(default)]
    pub mount: String,
    /// The output is a list.
    #[serde(default)]
    pub several: bool,
    /// Codes of wishes that nobody here fulfils.
    #[serde(default)]
    pub unmet: Vec<String>,
    /// Unix milliseconds at which it is given up.
    #[serde(default)]
    pub deadline_ms: Option<i64>,
}

impl Memory {
    pub fn of(record: &TaskRecord) -> Self {
        let json = record.client_json.as_deref();
        json.and_then(|json| serde_json::from_str(json).ok())
            .unwrap_or_default()
    }
}

/// How pictures stand in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    Links,
    /// As data URLs where links are plain http, of which the SDKs make no files.
    ForSdks,
}

impl Pictures {
    /// Returns what suits the client.
    pub fn for_client(headers: &HeaderMap) -> Self {
        match speaks_replicate(headers) {
            true => Self::ForSdks,
            false => Self::Links,
        }
    }
}

/// Whether one of Replicate's SDKs sent the request.
pub fn speaks_replicate(headers: &HeaderMap) -> bool {
    let agent = headers.get(header::USER_AGENT);
    let agent = agent.and_then(|agent| agent.to_str().ok());
    agent.is_some_and(|agent| agent.to_ascii_lowercase().starts_with("replicate"))
}

/// Returns a prediction as it goes over the wire, also in webhooks.
pub async fn describe(
    server: &Server,
    record: &TaskRecord,
    headers: &HeaderMap,
    pictures: Pictures,
) -> Result<Prediction, Error> {
    let memory = Memory::of(record);
    let result = record.result_json.as_deref().map(TaskResult::parse);
    let result = result.transpose()?;
    let output = match &result {
        Some(result) => output(server, result, &memory, headers, pictures).await?,
        None => Output::None,
    };
    let failure = failure(record);
    let ended = record.finished_ms.filter(|_| record.status.is_final());
    let seconds = |ms: f64| Some(ms / 1e3);
    Ok(Prediction {
        id: record.id.to_string(),
        urls: urls(server, record, &memory, headers),
        logs: logs(record, result.as_ref(), &memory),
        data_removed: output == Output::None && record.status == TaskStatus::Succeeded,
        output,
        error: failure.as_ref().map(|error| error.message.to_string()),
        status: status(record, failure.as_ref()),
        source: "api",
        created_at: rfc3339(record.created_ms),
        started_at: record.started_ms.map(rfc3339),
        completed_at: ended.map(rfc3339),
        deadline: memory.deadline_ms.map(rfc3339),
        metrics: Metrics {
            predict_time: result
                .as_ref()
                .and_then(|result| seconds(result.run_ms as f64)),
            total_time: ended.and_then(|ended| seconds((ended - record.created_ms) as f64)),
        },
        model: memory.model,
        version: memory.version,
        input: memory.input,
    })
}

fn status(record: &TaskRecord, failure: Option<&Error>) -> &'static str {
    match record.status {
        TaskStatus::Queued => "starting",
        TaskStatus::Running => "processing",
        TaskStatus::Succeeded => "succeeded",
        TaskStatus::Cancelled => "canceled",
        TaskStatus::Failed => match failure.map(|error| error.code) {
            // The deadline passed before it began, or while it ran.
            Some("not_started_in_time") => "aborted",
            Some("timed_out") if Memory::of(record).deadline_ms.is_some() => "canceled",
            _ => "failed",
        },
    }
}

/// Returns why there is no output.
pub fn failure(record: &TaskRecord) -> Option<Error> {
    let json = record.error_json.as_deref();
    let failed = record.status == TaskStatus::Failed;
    json.filter(|_| failed)
        .map(|json| TaskError::parse(json).error())
}

async fn output(
    server: &Server,
    result: &TaskResult,
    memory: &Memory,
    headers: &HeaderMap,
    pictures: Pictures,
) -> Result<Output, Error> {
    let mut urls = Vec::with_capacity(result.pictures.len());
    for picture in &result.pictures {
        urls.extend(url(server, picture, headers, pictures).await?);
    }
    Ok(match memory.several {
        true if urls.is_empty() => Output::None,
        true => Output::Several(urls),
        false => urls.into_iter().next().map_or(Output::None, Output::One),
    })
}

/// Returns where a picture is; none when it is not kept any more.
async fn url(
    server: &Server,
    picture: &StoredPicture,
    headers: &HeaderMap,
    pictures: Pictures,
) -> Result<Option<String>, Error> {
    let name = ObjectName::parse(&picture.object)
        .ok_or_else(|| Error::internal("a task names a file that is none"))?;
    if !server.app.outputs.is_kept(&name).await? {
        return Ok(None);
    }
    let link = server.app.outputs.link(&name, server.app.world.now_ms());
    let url = server.url(&link, headers);
    if pictures == Pictures::Links || url.starts_with("https:") {
        return Ok(Some(url));
    }
    let format = OutputFormat::parse("format", &picture.format)?;
    let mut text = format!("data:{};base64,", format.media_type());
    let bytes = server.app.outputs.get_named(&picture.object).await?;
    STANDARD.encode_append(&bytes, &mut text);
    Ok(Some(text))
}

fn urls(server: &Server, record: &TaskRecord, memory: &Memory, headers: &HeaderMap) -> Urls {
    let url = |path: String| server.url(&Link { path, expires_s: 0 }, headers);
    let base = format!("{}/predictions/{}", memory.mount, record.id);
    Urls {
        cancel: url(format!("{base}/cancel")),
        get: url(base),
        stream: url(stream::path(server, record, &memory.mount)),
        web: url("/".to_owned()),
    }
}

/// Returns what there is to say of a prediction so far. Clients read its progress from a bar.
pub fn logs(record: &TaskRecord, result: Option<&TaskResult>, memory: &Memory) -> String {
    const BAR_CELLS: usize = 10;
    let mut lines = Vec::new();
    if record.status == TaskStatus::Running {
        let percent = record.progress.min(100) as usize;
        let full = "█".repeat(percent * BAR_CELLS / 100);
        lines.push(format!("{percent}%|{full:<BAR_CELLS$}| {percent}/100"));
    }
    if let Some(result) = result {
        let engine = &result.engine;
        lines.push(format!("drawn by {} {}", engine.name, engine.version));
        for picture in &result.pictures {
            lines.push(format!("seed {}", picture.seed));
            lines.extend(picture.plan.iter().cloned());
            lines.extend(picture.notes.iter().map(|note| note.message.clone()));
        }
        lines.extend(memory.unmet.iter().cloned());
    }
    lines.join("\n")
}
