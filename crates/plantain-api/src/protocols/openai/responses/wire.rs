//! Responses as they travel.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::json;
use crate::protocols::openai::lenient::{ImageUrl, TextOr};
use crate::protocols::openai::parts::Part;
use crate::protocols::openai::wire::Usage;

/// A request for a response. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = OpenAiCreateResponse)]
pub struct CreateResponse {
    /// Who talks; the name of an image model also says who draws.
    pub model: Option<String>,
    /// A text, or messages with `input_text` and `input_image`, and earlier `image_generation_call` items.
    #[schema(value_type = Object)]
    pub input: Option<TextOr<Item>>,
    /// Accepted, and said not to be followed.
    #[schema(value_type = Option<Object>)]
    pub instructions: Option<Value>,
    /// `{"type": "image_generation", …}` with the options of images/generations, `action` and `input_image_mask`.
    #[schema(value_type = Vec<Object>)]
    pub tools: Option<Vec<Value>>,
    /// auto, required, or a choice of the image tool.
    #[schema(value_type = Option<Object>)]
    pub tool_choice: Option<Value>,
    /// The response whose picture is changed.
    pub previous_response_id: Option<String>,
    /// Keep the response, so that it can be fetched and gone on from; true unless false.
    pub store: Option<bool>,
    /// Answer as server-sent events.
    pub stream: Option<bool>,
    /// Answer at once, and draw meanwhile.
    pub background: Option<bool>,
    /// At most 16 texts, given back.
    #[schema(value_type = Option<Object>)]
    pub metadata: Option<Map<String, Value>>,
    #[schema(value_type = Option<Object>)]
    pub conversation: Option<Value>,
    #[schema(value_type = Option<Object>)]
    pub prompt: Option<Value>,
    /// What is only given back.
    #[serde(flatten)]
    #[schema(ignore)]
    pub rest: Map<String, Value>,
}

/// A message, an earlier picture, or something that says nothing to this server.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "an object")]
pub struct Item {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub id: Option<String>,
    pub role: Option<String>,
    pub content: Option<TextOr<Part>>,
    /// Base64, of an `image_generation_call`.
    pub result: Option<String>,
}

/// What the image tool has beside the options of images/generations.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "an object")]
pub struct ToolExtras {
    pub action: Option<String>,
    pub input_image_mask: Option<MaskRef>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "an object with image_url or file_id")]
pub struct MaskRef {
    pub image_url: Option<ImageUrl>,
    pub file_id: Option<String>,
}

/// A response.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpenAiResponse)]
pub struct Response {
    pub id: String,
    pub object: &'static str,
    /// Unix seconds.
    pub created_at: i64,
    pub completed_at: Option<i64>,
    /// queued, in_progress, completed, failed or cancelled.
    pub status: &'static str,
    pub background: bool,
    pub error: Option<ResponseError>,
    #[schema(value_type = Option<Object>)]
    pub incomplete_details: Option<Value>,
    pub model: String,
    pub output: Vec<OutputItem>,
    pub previous_response_id: Option<String>,
    pub store: bool,
    pub usage: Option<ResponseUsage>,
    pub tool_usage: Option<ToolUsage>,
    /// What the request said, given back.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub echo: Map<String, Value>,
}

/// What a response consists of.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = OpenAiOutputItem)]
pub enum OutputItem {
    Call(ImageCall),
    Message(Message),
}

/// A picture, or the attempt to make one.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpenAiImageCall)]
pub struct ImageCall {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// in_progress, generating, completed or failed.
    pub status: &'static str,
    #[serde(serialize_with = "json::base64_option")]
    #[schema(value_type = Option<String>, content_encoding = "base64")]
    pub result: Option<Bytes>,
    #[serde(flatten)]
    pub facts: Option<CallFacts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<CallError>,
}

/// What is known of a finished picture.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpenAiImageCallFacts)]
pub struct CallFacts {
    /// What was done: generate or edit.
    pub action: &'static str,
    pub revised_prompt: String,
    pub size: String,
    pub quality: &'static str,
    pub background: &'static str,
    pub output_format: &'static str,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpenAiImageCallError)]
pub struct CallError {
    pub message: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub param: Option<String>,
    pub code: Option<String>,
}

/// A sentence about the pictures.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpenAiMessage)]
pub struct Message {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub status: &'static str,
    pub role: &'static str,
    pub content: Vec<OutputText>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpenAiOutputText)]
pub struct OutputText {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub text: String,
    #[schema(value_type = Vec<Object>)]
    pub annotations: [Value; 0],
    #[schema(value_type = Vec<Object>)]
    pub logprobs: [Value; 0],
}

/// Why a response failed.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = OpenAiResponseError)]
pub struct ResponseError {
    pub code: String,
    pub message: String,
    pub param: Option<String>,
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// Tokens of the texts.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = OpenAiResponseUsage)]
pub struct ResponseUsage {
    pub input_tokens: u64,
    pub input_tokens_details: InputDetails,
    pub output_tokens: u64,
    pub output_tokens_details: OutputDetails,
    pub total_tokens: u64,
}

#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
#[schema(as = OpenAiResponseInputDetails)]
pub struct InputDetails {
    pub cached_tokens: u64,
    pub cache_write_tokens: u64,
}

#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
#[schema(as = OpenAiResponseOutputDetails)]
pub struct OutputDetails {
    pub reasoning_tokens: u64,
}

/// Tokens of the pictures.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = OpenAiToolUsage)]
pub struct ToolUsage {
    pub image_gen: Usage,
    pub web_search: SearchUsage,
}

#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
#[schema(as = OpenAiSearchUsage)]
pub struct SearchUsage {
    pub num_requests: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiResponseDeleted)]
pub struct ResponseDeleted {
    pub id: String,
    pub object: &'static str,
    pub deleted: bool,
}

/// What was sent for a response.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiInputItems)]
pub struct InputItems {
    pub object: &'static str,
    #[schema(value_type = Vec<Object>)]
    pub data: Vec<Value>,
    pub first_id: Option<String>,
    pub last_id: Option<String>,
    pub has_more: bool,
}

/// How a response is fetched.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct GetQuery {
    pub stream: Option<String>,
    pub starting_after: Option<String>,
}
