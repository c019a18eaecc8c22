//! What travels on the paths of batches.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// A batch to be worked through.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = GeminiCreateBatch)]
pub struct Create {
    pub batch: Option<NewBatch>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object with inputConfig")]
#[schema(as = GeminiNewBatch)]
pub struct NewBatch {
    #[serde(alias = "display_name")]
    pub display_name: Option<String>,
    #[serde(alias = "input_config")]
    pub input_config: Option<InputConfig>,
}

/// Requests, or a file of them.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(
    rename_all = "camelCase",
    expecting = "an object with requests or fileName"
)]
#[schema(as = GeminiBatchInput)]
pub struct InputConfig {
    pub requests: Option<Requests>,
    /// A JSONL file that was uploaded, a line {"key", "request"} for each request.
    #[serde(alias = "file_name")]
    pub file_name: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with requests")]
#[schema(as = GeminiBatchRequests)]
pub struct Requests {
    pub requests: Option<Vec<Line>>,
}

/// A request of a batch, inline or as a line of its file.
#[derive(Debug, Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(expecting = "an object with request")]
#[schema(as = GeminiBatchLine)]
pub struct Line {
    /// Comes back with the answer, in files.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub key: Option<Value>,
    /// Comes back with the answer, inline.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub metadata: Option<Value>,
    /// The body of a `generateContent`.
    #[schema(value_type = Option<Object>)]
    pub request: Option<Value>,
}

/// A batch as the operation that it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GeminiBatchOperation)]
pub struct Operation {
    /// "batches/" and the id.
    pub name: String,
    pub metadata: Batch,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub response: Option<Value>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiBatch)]
pub struct Batch {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
    pub model: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    pub create_time: String,
    pub update_time: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_time: Option<String>,
    pub batch_stats: Stats,
    /// BATCH_STATE_RUNNING, _SUCCEEDED or _CANCELLED.
    pub state: &'static str,
    /// Answers, or the file that holds them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub output: Option<Value>,
}

/// Numbers in text.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiBatchStats)]
pub struct Stats {
    pub request_count: String,
    pub successful_request_count: String,
    pub failed_request_count: String,
    pub pending_request_count: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiBatchList)]
pub struct BatchList {
    pub operations: Vec<Operation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page_token: Option<String>,
}
