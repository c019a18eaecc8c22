//! What travels on `/plantain/v1/tasks`.

use serde::de::Deserializer;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::protocols::native::wire::{Request, beside};

/// An order for pictures: their fields, and those of the task.
#[derive(Debug, Clone, Default, ToSchema)]
#[schema(as = TaskOrder)]
pub struct Order {
    /// What is to be drawn.
    #[schema(inline)]
    pub drawing: Request,
    /// Words that usage can be added up by.
    pub tags: Vec<String>,
    /// -100 (first) to 100 (last); 0 when missing.
    pub priority: Option<i64>,
    /// Where to send word when the task has ended: an https address.
    pub webhook: Option<String>,
    /// Given up unless it has begun after this many seconds.
    pub start_within_s: Option<u32>,
    /// Given up when one attempt takes longer than this many seconds.
    pub run_s_max: Option<u32>,
}

/// The fields that are the task's own.
const OWN: [&str; 5] = ["tags", "priority", "webhook", "start_within_s", "run_s_max"];

#[derive(Deserialize)]
#[serde(expecting = "a JSON object")]
struct Own {
    #[serde(default)]
    tags: Vec<String>,
    priority: Option<i64>,
    webhook: Option<String>,
    start_within_s: Option<u32>,
    run_s_max: Option<u32>,
}

impl<'de> Deserialize<'de> for Order {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (drawing, own) = beside::<Own, D>(deserializer, &OWN)?;
        Ok(Self {
            drawing,
            tags: own.tags,
            priority: own.priority,
            webhook: own.webhook,
            start_within_s: own.start_within_s,
            run_s_max: own.run_s_max,
        })
    }
}

/// Which tasks are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// queued, running, succeeded, failed or cancelled.
    pub status: Option<String>,
    pub model: Option<String>,
    pub tag: Option<String>,
    pub session: Option<String>,
    /// Made from this time on, Unix milliseconds.
    pub from_ms: Option<i64>,
    /// Made before this time, Unix milliseconds.
    pub until_ms: Option<i64>,
    /// The last task of the page before.
    pub after: Option<String>,
    /// 1 to 200; 20 when missing.
    pub limit: Option<u32>,
}

/// Some tasks, newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskPage)]
pub struct Page {
    pub tasks: Vec<Task>,
    /// Send this as `after` for the next page; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_after: Option<String>,
}

/// A request that is followed by id. Times are Unix milliseconds.
#[derive(Debug, Serialize, ToSchema)]
pub struct Task {
    pub id: String,
    /// queued, running, succeeded, failed or cancelled.
    pub status: &'static str,
    /// generate, edit or render.
    pub operation: String,
    /// The dialect in which it was asked for.
    pub protocol: String,
    /// The model that was asked for.
    pub model: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    /// Percent.
    pub progress: u32,
    /// Which try is under way, or was the last; from 1.
    pub attempt: u32,
    pub created_ms: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_ms: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_ms: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The engine that drew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
    pub images: Vec<Picture>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Failure>,
    /// What was charged, in the server's currency.
    pub price: String,
}

/// A finished picture.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskPicture)]
pub struct Picture {
    /// Missing when the file is not kept: it was sent with the reply, or its time is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Unix seconds at which the link ends; ask for the task again to get a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url_expires: Option<i64>,
    pub width: u32,
    pub height: u32,
    pub format: &'static str,
    pub media_type: &'static str,
    pub size_bytes: u64,
    /// Missing for pictures that were not drawn here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    pub alt: String,
    pub notes: Vec<Note>,
}

/// Something to know about a picture.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskNote)]
pub struct Note {
    pub code: String,
    pub message: String,
}

impl From<&plantain_engine::Note> for Note {
    fn from(note: &plantain_engine::Note) -> Self {
        Self {
            code: note.code.to_string(),
            message: note.message.clone(),
        }
    }
}

/// Why a task failed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskFailure)]
pub struct Failure {
    pub code: &'static str,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}
