//! What travels in AtlasCloud's dialect.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::body::Whole;

/// A picture to be made. The fields may stand in `input` instead. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = AtlasGenerate)]
pub struct Generate {
    pub model: Option<String>,
    pub prompt: Option<String>,
    /// Links or data URLs: the first is changed, the prompt may speak of the others.
    #[schema(value_type = Option<Vec<String>>)]
    pub images: Option<Value>,
    #[schema(value_type = Option<String>)]
    pub image: Option<Value>,
    /// A ratio such as 16:9.
    pub aspect_ratio: Option<String>,
    /// A tier, in either case: 1k, 2k, 4k.
    pub resolution: Option<String>,
    /// Pixels (`WxH` or `W*H`), a ratio or a tier.
    pub size: Option<String>,
    /// png (default), jpeg or webp.
    pub output_format: Option<String>,
    #[schema(value_type = Option<u64>)]
    pub seed: Option<Whole>,
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub num_images: Option<Whole>,
    /// Answer when the picture is there.
    pub enable_sync_mode: Option<bool>,
    /// Give pictures as base64 instead of links.
    pub enable_base64_output: Option<bool>,
    #[schema(value_type = Option<Object>)]
    pub input: Option<Map<String, Value>>,
}

/// A prediction, once in `data` and once beside it: clients look in either place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AtlasReply)]
pub struct Reply {
    pub code: u16,
    pub message: &'static str,
    pub data: Prediction,
    #[serde(flatten)]
    pub again: Prediction,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = AtlasPrediction)]
pub struct Prediction {
    pub id: String,
    pub model: String,
    /// processing, completed or failed.
    pub status: &'static str,
    /// Links, or base64 where that was asked for.
    pub outputs: Vec<String>,
    pub error: String,
    pub created_at: String,
    pub urls: Urls,
    /// Milliseconds.
    #[serde(rename = "executionTime")]
    pub execution_time: u64,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = AtlasUrls)]
pub struct Urls {
    pub get: String,
}

/// An uploaded file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AtlasUploaded)]
pub struct Uploaded {
    pub code: u16,
    pub message: &'static str,
    /// For `images`; needs no key.
    pub url: String,
    pub data: UploadedData,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AtlasUploadedData)]
pub struct UploadedData {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub url: String,
    pub download_url: String,
    pub filename: String,
    pub size: u64,
}

/// The form of an upload.
#[derive(Debug, ToSchema)]
#[schema(as = AtlasFileForm)]
#[expect(dead_code, reason = "describes a form, which is read part by part")]
pub struct FileForm {
    #[schema(value_type = String, content_media_type = "application/octet-stream")]
    pub file: bytes::Bytes,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AtlasError)]
pub struct ErrorReply<'a> {
    pub code: u16,
    /// The same twice: clients read one or the other.
    pub message: &'a str,
    pub msg: &'a str,
    pub error: ErrorBody<'a>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AtlasErrorBody)]
pub struct ErrorBody<'a> {
    pub code: &'a str,
    pub field: Option<&'a str>,
}
