//! Answers to the lines of a batch, made from its tasks whenever they are asked for.

use std::collections::BTreeMap;

use plantain_app::Caller;
use plantain_core::{Error, Id};
use plantain_store::{ObjectKind, TaskRecord};
use serde_json::{Value, json};

use super::super::{error, files, routes};
use super::kept::Batch;
use super::taking::Place;
use super::wire::Line;
use crate::Server;
use crate::behind::{self, Standing};
use crate::records::Record;

/// Returns every answer that is there, in the order of the lines.
pub async fn all(
    server: &Server,
    caller: &Caller,
    record: &Record<Batch>,
) -> Result<Vec<Value>, Error> {
    let answers = Answers::of(server, caller, record).await?;
    let mut all = Vec::with_capacity(record.body.total);
    for index in 0..record.body.total {
        if let Some(json) = answers.answer(server, index).await? {
            all.push(serde_json::from_slice(&json).map_err(Error::internal)?);
        }
    }
    Ok(all)
}

/// Writes every answer into a file of the caller's, one a line, and returns the file's id.
pub async fn write_file(
    server: &Server,
    caller: &Caller,
    record: &Record<Batch>,
) -> Result<String, Error> {
    let answers = Answers::of(server, caller, record).await?;
    let outputs = &server.app.outputs;
    let mut file = outputs
        .upload(ObjectKind::Jsonl, crate::uploads::FILE_BYTES_MAX)
        .await?;
    for index in 0..record.body.total {
        if let Some(mut line) = answers.answer(server, index).await? {
            line.push(b'\n');
            file.write(line.into()).await?;
        }
    }
    let (name, size) = file.finish().await?;
    let display_name = Some(format!("{}-responses.jsonl", record.id));
    let file = files::generated(server, caller.owner(), &name, size, display_name).await?;
    Ok(file.as_str().to_owned())
}

/// Returns the answer that is an error, as JSON.
pub fn of_error(line: &Line, error: &Error) -> String {
    let error = error::summary(error);
    format!("{{{}\"error\":{error}}}", name(line))
}

/// Returns the answer that is a reply, both as JSON.
pub fn of_reply(line: &Line, reply: &str) -> String {
    format!("{{{}\"response\":{reply}}}", name(line))
}

/// Everything that answers are made of.
struct Answers<'a> {
    batch: &'a Batch,
    lines: Vec<Line>,
    tasks: BTreeMap<usize, (TaskRecord, Place)>,
}

impl<'a> Answers<'a> {
    async fn of(
        server: &Server,
        caller: &Caller,
        record: &'a Record<Batch>,
    ) -> Result<Self, Error> {
        let mut tasks = BTreeMap::new();
        for task in behind::tasks_of(server, caller, &record.id, None).await? {
            let place = task.client_json.as_deref().unwrap_or("null");
            let place: Place = serde_json::from_str(place).map_err(Error::internal)?;
            tasks.insert(place.index, (task, place));
        }
        Ok(Self {
            batch: &record.body,
            lines: record.body.lines(server).await?,
            tasks,
        })
    }

    /// Returns the answer to a line as JSON; none while there is none.
    async fn answer(&self, server: &Server, index: usize) -> Result<Option<Vec<u8>>, Error> {
        if let Some(refused) = self.batch.refused.get(&index) {
            return Ok(Some(refused.json.clone().into_bytes()));
        }
        let line = &self.lines[index];
        let Some((task, place)) = self.tasks.get(&index) else {
            return Ok(Some(of_error(line, &behind::gone()).into_bytes()));
        };
        Ok(match behind::standing(server, task).await? {
            Standing::Queued | Standing::Running | Standing::Cancelled => None,
            Standing::Failed(error) => Some(of_error(line, &error).into_bytes()),
            Standing::Drawn(drawn) => {
                let mut text = format!("{{{}\"response\":", name(line)).into_bytes();
                let id = response_id(&task.id);
                text.extend_from_slice(&routes::answer(&drawn, &place.narration, id)?);
                text.push(b'}');
                Some(text)
            }
        })
    }
}

/// The same answer has the same id, however often it is made.
fn response_id(task: &Id) -> String {
    let (_, tail) = task.as_str().split_once('_').unwrap_or_default();
    format!("resp_{tail}")
}

/// Returns what identifies a line, as the beginning of an object: `"key":"a",`.
fn name(line: &Line) -> String {
    let field = |name, value: &Value| format!("\"{name}\":{value},");
    match (&line.key, &line.metadata) {
        (Some(key), _) => field("key", key),
        (None, Some(metadata)) => field("metadata", metadata),
        (None, None) => String::new(),
    }
}

/// Returns the list in which answers travel inline.
pub fn inlined(answers: Vec<Value>) -> Value {
    json!({ "inlinedResponses": { "inlinedResponses": answers } })
}
