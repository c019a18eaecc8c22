//! What travels in fal's dialect.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::body::Whole;

/// What went wrong.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = FalErrorReply)]
pub struct ErrorReply {
    /// A text; where the input is not as it should be, a list of what is wrong with it: `loc` (where it stands), `msg`, `type`
    /// (a word for machines), `url`, `input` and `ctx`.
    #[schema(schema_with = detail)]
    pub detail: Value,
    /// A word for machines, beside a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_type: Option<&'static str>,
}

fn detail() -> utoipa::openapi::Schema {
    let kinds = [utoipa::openapi::Type::String, utoipa::openapi::Type::Array];
    utoipa::openapi::ObjectBuilder::new()
        .schema_type(utoipa::openapi::schema::SchemaType::from_iter(kinds))
        .into()
}

/// What is to be drawn. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = FalInput)]
pub struct Input {
    pub prompt: Option<String>,
    /// Links or data URLs; the first is changed, the prompt may speak of the others. Required for `/edit`.
    #[schema(value_type = Option<Vec<String>>)]
    pub image_urls: Option<Value>,
    /// The same for one picture.
    #[schema(value_type = Option<String>)]
    pub image_url: Option<Value>,
    /// White is repainted.
    pub mask_url: Option<String>,
    /// 1 to 10.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub num_images: Option<Whole>,
    #[schema(value_type = Option<u64>)]
    pub seed: Option<Whole>,
    /// A ratio such as 16:9, or auto.
    pub aspect_ratio: Option<String>,
    /// A tier: 0.5K, 1K (default), 2K, 4K.
    pub resolution: Option<String>,
    /// Exact pixels, or one of fal's names such as landscape_16_9.
    #[schema(value_type = Option<Object>)]
    pub image_size: Option<Value>,
    /// png (default), jpeg or webp; also svg and pdf.
    pub output_format: Option<String>,
    /// "1" (strict) to "6".
    #[schema(value_type = Option<String>)]
    pub safety_tolerance: Option<Value>,
    /// Pictures as data URLs in the answer.
    pub sync_mode: Option<bool>,
    pub enable_web_search: Option<bool>,
    pub enable_google_search: Option<bool>,
    /// minimal or high.
    pub thinking_level: Option<String>,
}

/// Exact pixels.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a name, or an object with width and height")]
pub struct Pixels {
    pub width: Whole,
    pub height: Whole,
}

/// What was drawn.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FalOutput)]
pub struct Output {
    pub images: Vec<Image>,
    /// What the first picture shows.
    pub description: String,
    /// With which the first picture is drawn again.
    pub seed: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FalImage)]
pub struct Image {
    pub url: String,
    pub content_type: &'static str,
    pub file_name: String,
    pub file_size: u64,
    pub width: u32,
    pub height: u32,
}

/// A request that was taken.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FalSubmitted)]
pub struct Submitted {
    pub status: &'static str,
    pub request_id: String,
    pub gateway_request_id: String,
    pub response_url: String,
    pub status_url: String,
    pub cancel_url: String,
    pub queue_position: i64,
}

/// How a request stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FalStatus)]
pub struct Status {
    /// IN_QUEUE, IN_PROGRESS or COMPLETED.
    pub status: &'static str,
    pub request_id: String,
    pub response_url: String,
    pub status_url: String,
    pub cancel_url: String,
    /// How many wait before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queue_position: Option<i64>,
    pub logs: Vec<Log>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Metrics>,
    /// Why there is no result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_type: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FalMetrics)]
pub struct Metrics {
    /// Seconds.
    pub inference_time: f64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FalLog)]
pub struct Log {
    pub message: String,
    /// INFO, WARN or ERROR.
    pub level: &'static str,
    pub source: &'static str,
    /// RFC 3339.
    pub timestamp: String,
}

/// Of a file that is to come.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = FalInitiate)]
pub struct Initiate {
    pub file_name: Option<String>,
    pub content_type: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FalInitiated)]
pub struct Initiated {
    /// Where to PUT the file; needs no key.
    pub upload_url: String,
    /// What later requests name it by.
    pub file_url: String,
}

/// `X-Fal-Object-Lifecycle` and `X-Fal-Object-Lifecycle-Preference`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "a JSON object")]
pub struct Lifecycle {
    pub expiration_duration_seconds: Option<Whole>,
}

/// The parts of a file, listed.
#[derive(Debug, Deserialize)]
#[serde(expecting = "a JSON object")]
pub struct Complete {
    pub parts: Vec<crate::uploads::Part>,
}

/// What a webhook brings.
#[derive(Debug, Serialize)]
pub struct Told<'a, T: Serialize> {
    pub request_id: &'a str,
    pub gateway_request_id: &'a str,
    /// OK or ERROR.
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The output, or the body of the error.
    pub payload: T,
}
