//! What travels in Replicate's dialect.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::body::Whole;

/// A prediction to be made. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = ReplicateCreate)]
pub struct Create {
    /// A version's id, `OWNER/NAME` or `OWNER/NAME:VERSION`; where the path names no model.
    pub version: Option<String>,
    #[schema(value_type = Object)]
    pub input: Option<Map<String, Value>>,
    /// Where to send the prediction: an https address.
    pub webhook: Option<String>,
    /// start, output, logs, completed.
    pub webhook_events_filter: Option<Vec<String>>,
}

/// What is to be drawn. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object")]
#[schema(as = ReplicateInput)]
pub struct Input {
    pub prompt: Option<String>,
    /// Links, data URLs or uploaded files; the first is changed, the prompt may speak of the others.
    #[schema(value_type = Option<Vec<String>>)]
    pub image_input: Option<Value>,
    /// The same for one picture.
    #[schema(value_type = Option<String>)]
    pub image: Option<Value>,
    /// White is repainted.
    pub mask: Option<String>,
    /// A ratio such as 16:9, or match_input_image.
    pub aspect_ratio: Option<String>,
    /// A tier: 0.5K, 1K (default), 2K, 4K.
    pub resolution: Option<String>,
    /// Exact pixels, with height.
    #[schema(value_type = Option<u32>)]
    pub width: Option<Whole>,
    #[schema(value_type = Option<u32>)]
    pub height: Option<Whole>,
    /// jpg (default), png or webp; also svg and pdf.
    pub output_format: Option<String>,
    #[schema(value_type = Option<u64>)]
    pub seed: Option<Whole>,
    /// 1 to 10; with it the output is a list.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub num_outputs: Option<Whole>,
    pub google_search: Option<bool>,
    pub image_search: Option<bool>,
}

/// A prediction, also in webhooks. Clients want every key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicatePrediction)]
pub struct Prediction {
    pub id: String,
    pub model: String,
    pub version: String,
    #[schema(value_type = Object)]
    pub input: Value,
    pub logs: String,
    /// A link to the picture, or several.
    pub output: Output,
    pub data_removed: bool,
    pub error: Option<String>,
    /// starting, processing, succeeded, failed, canceled or aborted.
    pub status: &'static str,
    pub source: &'static str,
    pub created_at: String,
    pub started_at: Option<String>,
    pub completed_at: Option<String>,
    pub deadline: Option<String>,
    pub metrics: Metrics,
    pub urls: Urls,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = ReplicateOutput)]
pub enum Output {
    None,
    One(String),
    Several(Vec<String>),
}

#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = ReplicateMetrics)]
pub struct Metrics {
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predict_time: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_time: Option<f64>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateUrls)]
pub struct Urls {
    pub cancel: String,
    pub get: String,
    /// Server-sent events; needs no key.
    pub stream: String,
    pub web: String,
}

/// A page of things.
#[derive(Debug, Serialize)]
pub struct Page<T> {
    pub previous: Option<String>,
    pub next: Option<String>,
    pub results: Vec<T>,
}

/// An uploaded file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateFile)]
pub struct File {
    pub id: String,
    pub name: String,
    pub content_type: &'static str,
    pub size: u64,
    pub etag: String,
    pub checksums: Checksums,
    #[schema(value_type = Object)]
    pub metadata: Value,
    pub created_at: String,
    pub expires_at: String,
    pub urls: FileUrls,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateChecksums)]
pub struct Checksums {
    pub sha256: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateFileUrls)]
pub struct FileUrls {
    pub get: String,
}

/// The form of an upload.
#[derive(Debug, ToSchema)]
#[schema(as = ReplicateFileForm)]
#[expect(dead_code, reason = "describes a form, which is read part by part")]
pub struct FileForm {
    #[schema(value_type = String, content_media_type = "application/octet-stream")]
    pub content: bytes::Bytes,
    /// A JSON object.
    pub metadata: Option<String>,
}

/// A model.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateModel)]
pub struct Model {
    pub url: String,
    pub owner: String,
    pub name: String,
    pub description: String,
    pub visibility: &'static str,
    pub is_official: bool,
    pub github_url: Option<String>,
    pub paper_url: Option<String>,
    pub license_url: Option<String>,
    pub run_count: u64,
    pub cover_image_url: Option<String>,
    #[schema(value_type = Option<Object>)]
    pub default_example: Option<Value>,
    pub latest_version: Version,
}

/// A version of a model, with what it takes and gives.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateVersion)]
pub struct Version {
    pub id: String,
    pub created_at: String,
    pub cog_version: &'static str,
    #[schema(value_type = Object)]
    pub openapi_schema: Value,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateAccount)]
pub struct Account {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub username: String,
    pub name: String,
    pub github_url: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateSecret)]
pub struct Secret {
    pub key: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateError)]
pub struct ErrorReply<'a> {
    pub title: &'static str,
    pub detail: &'a str,
    pub status: u16,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub invalid_fields: Vec<InvalidField<'a>>,
    /// What went wrong, for machines.
    pub code: &'a str,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReplicateInvalidField)]
pub struct InvalidField<'a> {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub field: &'a str,
    pub description: &'a str,
}
