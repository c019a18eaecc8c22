//! What a handler tells the log about the work it had done.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use plantain_app::{Drawn, TaskResult};
use plantain_core::{Id, LimitState};
use plantain_engine::Note;

/// Travels with the response to the edge, which writes the log line.
#[derive(Debug, Clone)]
pub struct Report {
    /// The task that it was.
    pub task: Option<Id>,
    pub limits: LimitState,
}

const ENGINE: HeaderName = HeaderName::from_static("x-plantain-engine");
const SEED: HeaderName = HeaderName::from_static("x-plantain-seed");
const TASK: HeaderName = HeaderName::from_static("x-plantain-task");
const NOTES: HeaderName = HeaderName::from_static("x-plantain-notes");

impl Report {
    pub fn new(drawn: &Drawn) -> Self {
        Self {
            task: drawn.task.clone(),
            limits: drawn.limits.clone(),
        }
    }
}

/// Returns the headers that tell in every dialect who drew, with which seeds, and what there is to note; `unmet` are
/// wishes that the dialect has and nobody here fulfils.
pub fn headers(drawn: &Drawn, unmet: &[Note]) -> HeaderMap {
    let engine = (drawn.engine.name, drawn.engine.version);
    let seeds = drawn.pictures.iter().map(|picture| picture.seed.0);
    let of_pictures = drawn.pictures.iter().flat_map(|picture| &picture.notes);
    let notes = of_pictures.chain(unmet).map(|note| &*note.code);
    write(engine, seeds, notes, drawn.task.as_ref())
}

/// The same for a task that was drawn before; `unmet` are codes.
pub fn stored_headers(result: &TaskResult, task: &Id, unmet: &[String]) -> HeaderMap {
    let engine = (&*result.engine.name, &*result.engine.version);
    let seeds = result.pictures.iter().map(|picture| picture.seed);
    let of_pictures = result.pictures.iter().flat_map(|picture| &picture.notes);
    let of_pictures = of_pictures.map(|note| &*note.code);
    let notes = of_pictures.chain(unmet.iter().map(String::as_str));
    write(engine, seeds, notes, Some(task))
}

fn write<'a>(
    (engine, version): (&str, &str),
    seeds: impl Iterator<Item = u64>,
    codes: impl Iterator<Item = &'a str>,
    task: Option<&Id>,
) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let seeds: Vec<_> = seeds.map(|seed| seed.to_string()).collect();
    let mut notes: Vec<&str> = Vec::new();
    for code in codes {
        if !notes.contains(&code) {
            notes.push(code);
        }
    }
    for (name, text) in [
        (ENGINE, format!("{engine}/{version}")),
        (SEED, seeds.join(",")),
        (NOTES, notes.join(",")),
        (TASK, task.map(Id::to_string).unwrap_or_default()),
    ] {
        if let Ok(value) = HeaderValue::try_from(text)
            && !value.is_empty()
        {
            headers.insert(name, value);
        }
    }
    headers
}
