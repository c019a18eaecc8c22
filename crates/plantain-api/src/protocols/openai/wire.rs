//! What travels on `/openai/v1` and, for OpenAI's clients, on `/v1`.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::body::Whole;
use crate::json;

/// A request for pictures. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = OpenAiGenerations)]
pub struct Generations {
    pub prompt: Option<String>,
    pub model: Option<String>,
    /// 1 to 10.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub n: Option<Whole>,
    /// `auto` or `WxH`; a ratio or a tier works too.
    pub size: Option<String>,
    /// auto, low, medium, high, xhigh, max, standard or hd.
    pub quality: Option<String>,
    /// auto, opaque or transparent.
    pub background: Option<String>,
    /// png, jpeg, webp or svg; pdf works too.
    pub output_format: Option<String>,
    /// 0 to 100, for jpeg and webp.
    #[schema(value_type = Option<u8>, maximum = 100)]
    pub output_compression: Option<Whole>,
    /// b64_json (default) or url.
    pub response_format: Option<String>,
    /// auto or low.
    pub moderation: Option<String>,
    /// vivid or natural.
    pub style: Option<String>,
    /// Answer as server-sent events.
    pub stream: Option<bool>,
    /// 0 to 3 previews in a stream: wire frame, layout, coarse drawing.
    #[schema(value_type = Option<u8>, maximum = 3)]
    pub partial_images: Option<Whole>,
    /// Extension: same request, engine version and seed: same bytes.
    #[schema(value_type = Option<u64>)]
    pub seed: Option<Whole>,
    /// For edits in JSON: the first picture is changed, the prompt may speak of the others.
    pub images: Option<Vec<ImageRef>>,
    /// For edits in JSON: as large as the first picture, see-through where it may change.
    pub mask: Option<ImageRef>,
    /// For edits: low or high. The engine keeps every pixel that it does not change either way.
    pub input_fidelity: Option<String>,
    /// low, medium or high; the engine plans every picture with the same care.
    pub complexity: Option<String>,
    /// For gif, which is not drawn here.
    #[schema(value_type = Option<u8>)]
    pub frame_count: Option<Whole>,
    /// For gif, which is not drawn here.
    #[schema(value_type = Option<u32>)]
    pub frame_duration_ms: Option<Whole>,
    /// For svg: who writes it. The engine draws vectors itself.
    #[schema(value_type = Option<Object>)]
    pub svg: Option<Map<String, Value>>,
}

/// The form of an edit as SDKs send it. Its other fields are those of the JSON body.
#[derive(Debug, ToSchema)]
#[schema(as = OpenAiEditForm)]
#[expect(dead_code, reason = "describes a form, which is read part by part")]
pub struct EditForm {
    pub prompt: String,
    /// One file, or several under `image[]`: PNG, JPEG or WebP, at most 16.
    #[schema(value_type = Vec<String>, content_media_type = "application/octet-stream")]
    pub image: Vec<Bytes>,
    /// A PNG as large as the first picture; its see-through pixels may change.
    #[schema(value_type = Option<String>, content_media_type = "application/octet-stream")]
    pub mask: Option<Bytes>,
    /// A PNG as large as the first picture, see-through but for marks; what is marked or enclosed by marks may change.
    #[schema(value_type = Option<String>, content_media_type = "application/octet-stream")]
    pub markup: Option<Bytes>,
    pub model: Option<String>,
    pub n: Option<u8>,
    pub size: Option<String>,
}

/// The form of a variation.
#[derive(Debug, ToSchema)]
#[schema(as = OpenAiVariationForm)]
#[expect(dead_code, reason = "describes a form, which is read part by part")]
pub struct VariationForm {
    /// A picture that Plantain made.
    #[schema(value_type = String, content_media_type = "application/octet-stream")]
    pub image: Bytes,
    pub model: Option<String>,
    pub n: Option<u8>,
    pub size: Option<String>,
    /// url or b64_json (default).
    pub response_format: Option<String>,
}

/// A picture in JSON: exactly one of the two.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with image_url")]
#[schema(as = OpenAiImageRef)]
pub struct ImageRef {
    /// A data URL or a link.
    pub image_url: Option<String>,
    /// The id of an uploaded file.
    pub file_id: Option<String>,
}

/// The pictures.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiImages)]
pub struct Images {
    /// Unix seconds.
    pub created: i64,
    pub data: Vec<Image>,
    pub background: &'static str,
    pub output_format: &'static str,
    pub quality: &'static str,
    /// `WxH`.
    pub size: String,
    pub usage: Usage,
}

/// One picture, as bytes or as a link.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiImage)]
pub struct Image {
    #[serde(
        serialize_with = "json::base64_option",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>, content_encoding = "base64")]
    pub b64_json: Option<Bytes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An event of a stream that shows what the picture is going to look like.
#[derive(Debug, Serialize)]
pub struct Partial {
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(serialize_with = "json::base64")]
    pub b64_json: Bytes,
    pub partial_image_index: u8,
    pub created_at: i64,
    pub size: String,
    pub quality: &'static str,
    pub background: &'static str,
    pub output_format: &'static str,
}

/// An event of a stream that fails after it began.
#[derive(Debug, Serialize)]
pub struct StreamError<'a> {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub error: ErrorBody<'a>,
}

/// The event of a stream for a finished picture.
#[derive(Debug, Serialize)]
pub struct Completed {
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(serialize_with = "json::base64")]
    pub b64_json: Bytes,
    pub created_at: i64,
    pub size: String,
    pub quality: &'static str,
    pub background: &'static str,
    pub output_format: &'static str,
    pub usage: Usage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OpenAiUsage)]
pub struct Usage {
    pub total_tokens: u64,
    pub input_tokens: u64,
    pub output_tokens: u64,
    pub input_tokens_details: TokenDetails,
    pub output_tokens_details: TokenDetails,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OpenAiTokenDetails)]
pub struct TokenDetails {
    pub text_tokens: u64,
    pub image_tokens: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiModelList)]
pub struct ModelList {
    pub object: &'static str,
    pub data: Vec<Model>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiModel)]
pub struct Model {
    pub id: &'static str,
    pub object: &'static str,
    pub created: i64,
    pub owned_by: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiErrorReply)]
pub struct ErrorReply<'a> {
    pub error: ErrorBody<'a>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiError)]
pub struct ErrorBody<'a> {
    pub message: &'a str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub param: Option<&'a str>,
    pub code: Option<&'a str>,
}
