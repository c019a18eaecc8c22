//! Chat completions as they travel.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::body::Whole;
use crate::protocols::openai::lenient::TextOr;
use crate::protocols::openai::parts::Part;

/// A request for a completion. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = OpenAiChat)]
pub struct ChatRequest {
    /// The name of an image model; any other if `modalities` names `image`.
    pub model: Option<String>,
    /// Turns with texts and pictures (`image_url`); the model's earlier pictures as `images`.
    #[schema(value_type = Vec<Object>)]
    pub messages: Option<Vec<ChatMessage>>,
    /// Must hold `image` if it is there.
    pub modalities: Option<Vec<String>>,
    /// 1 to 10; each picture is a choice.
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub n: Option<Whole>,
    /// Answer as server-sent events.
    pub stream: Option<bool>,
    pub stream_options: Option<StreamOptions>,
    #[schema(value_type = Option<u64>)]
    pub seed: Option<Whole>,
    pub image_config: Option<ImageConfig>,
    /// As in images/generations, and so are the next four.
    pub size: Option<String>,
    pub quality: Option<String>,
    pub background: Option<String>,
    pub output_format: Option<String>,
    #[schema(value_type = Option<u8>, maximum = 100)]
    pub output_compression: Option<Whole>,
    #[schema(value_type = Option<Vec<Object>>)]
    pub tools: Option<Vec<Value>>,
}

/// A turn.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "an object with role and content")]
pub struct ChatMessage {
    pub role: Option<String>,
    pub content: Option<TextOr<Part>>,
    pub images: Option<Vec<Part>>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with include_usage")]
#[schema(as = OpenAiStreamOptions)]
pub struct StreamOptions {
    pub include_usage: Option<bool>,
}

/// The size as gateways take it.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with aspect_ratio and image_size")]
#[schema(as = OpenAiImageConfig)]
pub struct ImageConfig {
    /// A ratio such as "16:9".
    pub aspect_ratio: Option<String>,
    /// 512, 1K, 2K or 4K.
    pub image_size: Option<String>,
}

/// A completion, or a piece of one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiChatCompletion)]
pub struct Completion {
    pub id: String,
    pub object: &'static str,
    /// Unix seconds.
    pub created: i64,
    pub model: String,
    pub choices: Vec<Choice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<ChatUsage>,
}

#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = OpenAiChatChoice)]
pub struct Choice {
    pub index: usize,
    /// In whole completions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Said>,
    /// In pieces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delta: Option<Said>,
    pub finish_reason: Option<&'static str>,
    #[schema(value_type = Option<Object>)]
    pub logprobs: Option<Value>,
}

/// What is answered, or a piece of it.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = OpenAiChatSaid)]
pub struct Said {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<SaidImage>,
}

/// A picture as a data URL.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiChatImage)]
pub struct SaidImage {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub index: usize,
    pub image_url: SaidUrl,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenAiChatImageUrl)]
pub struct SaidUrl {
    pub url: String,
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = OpenAiChatUsage)]
pub struct ChatUsage {
    pub prompt_tokens: u64,
    pub completion_tokens: u64,
    pub total_tokens: u64,
    pub completion_tokens_details: CompletionDetails,
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = OpenAiChatUsageDetails)]
pub struct CompletionDetails {
    pub reasoning_tokens: u64,
    pub image_tokens: u64,
}
