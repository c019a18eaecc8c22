//! Batches as they are kept: which requests they hold, and how they ended.

use std::collections::BTreeMap;

use plantain_core::{Error, ErrorKind};
use plantain_store::{Durability, ObjectKind, ObjectName};
use serde::{Deserialize, Serialize};

use super::super::files;
use super::super::wire::GenerateContent;
use super::wire::{InputConfig, Line};
use crate::Server;
use crate::records::{self, Record};

pub const KIND: &str = "gemini.batch";
/// How long batches are kept, seconds.
const BATCH_TTL_S: i64 = 30 * 24 * 3600;
/// Most requests of a batch, inline and in a file.
const INLINE_MAX: usize = 100;
const LINES_MAX: usize = 1000;
/// Longest file of requests, bytes.
const FILE_BYTES_MAX: u64 = 100 << 20;

/// A batch as it is kept beside its tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    pub model: String,
    pub display_name: Option<String>,
    /// Object that holds the requests, one a line.
    requests: String,
    pub total: usize,
    /// Whether they came in a file, so that the answers go out in one.
    pub by_file: bool,
    /// Whether every request has become a task, or is refused.
    pub taken: bool,
    /// Answers to requests that never became tasks, by their index.
    pub refused: BTreeMap<usize, Answer>,
    pub end: Option<End>,
    pub updated_ms: i64,
}

/// An answer to a request: JSON with "response" or "error", and what identifies the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub json: String,
    pub failed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum End {
    Cancelled,
    /// `file` is the id of the file of answers, if they go out in one.
    Succeeded {
        file: Option<String>,
    },
}

/// Returns a batch that begins, its requests checked and stored.
pub async fn begun(
    server: &Server,
    owner: &str,
    model: &str,
    display_name: Option<String>,
    input: &InputConfig,
) -> Result<Batch, Error> {
    const FIELD: &str = "batch.inputConfig";
    let inline = input
        .requests
        .as_ref()
        .and_then(|all| all.requests.as_ref());
    let (object, total) = match (inline, input.file_name.as_deref()) {
        (Some(lines), None) => {
            let field = |index| format!("{FIELD}.requests.requests[{index}]");
            check(lines, INLINE_MAX, field)?;
            let mut text = Vec::new();
            for line in lines {
                serde_json::to_writer(&mut text, line).map_err(Error::internal)?;
                text.push(b'\n');
            }
            let name = keep(server, owner, text, ObjectKind::Jsonl).await?;
            (name, lines.len())
        }
        (None, Some(name)) => {
            let field = "batch.inputConfig.fileName";
            let (object, size) = files::object(server, owner, field, name).await?;
            if size > FILE_BYTES_MAX {
                let most = FILE_BYTES_MAX >> 20;
                let message = format!("{field}: the file has more than {most} MiB; split it.");
                return Err(
                    Error::new(ErrorKind::TooLarge, "batch_too_large", message).with_field(field)
                );
            }
            let lines = lines(server, &object).await?;
            check(&lines, LINES_MAX, |index| {
                format!("{field}, request {}", index + 1)
            })?;
            (object, lines.len())
        }
        (None, None) => {
            let remedy = "send requests, or the fileName of an uploaded JSONL file";
            return Err(Error::missing(FIELD, remedy));
        }
        (Some(_), Some(_)) => {
            let remedy = "must hold requests or a fileName, not both";
            return Err(Error::invalid("two_inputs", FIELD, "both", remedy));
        }
    };
    Ok(Batch {
        model: model.to_owned(),
        display_name,
        requests: object.to_string(),
        total,
        by_file: input.file_name.is_some(),
        taken: false,
        refused: BTreeMap::new(),
        end: None,
        updated_ms: server.app.world.now_ms(),
    })
}

/// Checks that every line holds a request; what is asked for is seen when its turn comes.
fn check(lines: &[Line], most: usize, field: impl Fn(usize) -> String) -> Result<(), Error> {
    if lines.is_empty() || lines.len() > most {
        return Err(Error::invalid(
            "batch_size",
            "batch.inputConfig",
            lines.len(),
            format_args!("must hold 1 to {most} requests"),
        ));
    }
    for (index, line) in lines.iter().enumerate() {
        request(line).map_err(|error| error.at(format!("{}.request", field(index))))?;
    }
    Ok(())
}

/// Returns the request of a line.
pub fn request(line: &Line) -> Result<GenerateContent, Error> {
    let Some(request) = &line.request else {
        return Err(Error::missing(
            "request",
            "send the body of a generateContent",
        ));
    };
    serde_json::from_value(request.clone()).map_err(|error| {
        let message = format!("request: {error}.");
        Error::new(ErrorKind::Invalid, "invalid_type", message).with_field("request")
    })
}

impl Batch {
    /// Returns the requests.
    pub async fn lines(&self, server: &Server) -> Result<Vec<Line>, Error> {
        lines(server, &named(&self.requests)?).await
    }

    /// Ends the batch.
    pub fn end(&mut self, end: End, now_ms: i64) {
        self.end = Some(end);
        self.updated_ms = now_ms;
    }
}

/// Stores what belongs to a batch for as long as the batch.
async fn keep(
    server: &Server,
    owner: &str,
    bytes: Vec<u8>,
    kind: ObjectKind,
) -> Result<ObjectName, Error> {
    let size = bytes.len() as u64;
    let outputs = &server.app.outputs;
    let name = outputs.keep(bytes.into(), kind, Durability::Disk).await?;
    let expires_ms = server.app.world.now_ms() + BATCH_TTL_S * 1000;
    let claim = server.app.claim(owner, &name, size, Some(expires_ms));
    claim.await?;
    Ok(name)
}

async fn lines(server: &Server, object: &ObjectName) -> Result<Vec<Line>, Error> {
    let bytes = server.app.outputs.kept(object).await?;
    let bytes = bytes.ok_or_else(|| {
        let message = "The file of requests is not kept any more; upload it again.";
        Error::new(ErrorKind::NotFound, "file_gone", message)
    })?;
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    let lines = lines.map(|(index, line)| {
        serde_json::from_slice(line).map_err(|error| {
            let field = "batch.inputConfig.fileName";
            let message = format!("{field}: line {} is no request: {error}.", index + 1);
            Error::new(ErrorKind::Invalid, "invalid_batch_file", message).with_field(field)
        })
    });
    lines.collect()
}

fn named(object: &str) -> Result<ObjectName, Error> {
    ObjectName::parse(object)
        .ok_or_else(|| Error::internal(format_args!("{KIND}: {object:?} names no object")))
}

/// Returns the batch with this id, if this owner has one.
pub async fn find(server: &Server, owner: &str, id: &str) -> Result<Record<Batch>, Error> {
    let found = records::get(server, KIND, owner, id).await?;
    found.ok_or_else(|| {
        let message = format!("batches/{id}: there is no such batch, or it has expired.");
        Error::new(ErrorKind::NotFound, "unknown_batch", message).with_value(id)
    })
}

pub async fn save(server: &Server, owner: &str, record: &Record<Batch>) -> Result<(), Error> {
    records::put(server, KIND, owner, record, Some(BATCH_TTL_S)).await
}
