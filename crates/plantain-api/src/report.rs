//! What a handler tells the log about the work it had done.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use plantain_app::{Drawn, EngineStamp, Timing};
use plantain_core::{Id, LimitState};
use plantain_engine::Note;

/// Travels with the response to the edge, which writes the log line.
#[derive(Debug, Clone)]
pub struct Report {
    pub engine: EngineStamp,
    pub queued: Duration,
    pub run: Duration,
    pub cached: bool,
    pub pictures: usize,
    pub limits: LimitState,
}

const ENGINE: HeaderName = HeaderName::from_static("x-plantain-engine");
const SEED: HeaderName = HeaderName::from_static("x-plantain-seed");
const TASK: HeaderName = HeaderName::from_static("x-plantain-task");
const NOTES: HeaderName = HeaderName::from_static("x-plantain-notes");

impl Report {
    pub fn new(drawn: &Drawn) -> Self {
        let Timing {
            queued,
            run,
            cached,
        } = drawn.timing;
        Self {
            engine: drawn.engine,
            queued,
            run,
            cached,
            pictures: drawn.pictures.len(),
            limits: drawn.limits.clone(),
        }
    }
}

/// Returns the headers that tell in every dialect who drew, with which seeds, and what there is to note; `unmet` are
/// wishes that the dialect has and nobody here fulfils.
pub fn headers(drawn: &Drawn, unmet: &[Note]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let engine = format!("{}/{}", drawn.engine.name, drawn.engine.version);
    let seeds: Vec<_> = drawn.pictures.iter().map(|p| p.seed.to_string()).collect();
    let mut notes: Vec<&str> = Vec::new();
    let of_pictures = drawn.pictures.iter().flat_map(|picture| &picture.notes);
    for note in of_pictures.chain(unmet) {
        if !notes.contains(&&*note.code) {
            notes.push(&note.code);
        }
    }
    for (name, text) in [
        (ENGINE, engine),
        (SEED, seeds.join(",")),
        (NOTES, notes.join(",")),
        (
            TASK,
            drawn.task.as_ref().map(Id::to_string).unwrap_or_default(),
        ),
    ] {
        if let Ok(value) = HeaderValue::try_from(text)
            && !value.is_empty()
        {
            headers.insert(name, value);
        }
    }
    headers
}
