//! What travels on Gemini's paths. Requests are read in camel case and in snake case at every level, since the Python
//! SDK mixes both.

use bytes::Bytes;
use plantain_store::ObjectName;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::body::Whole;
use crate::json;

/// A request to draw what a conversation asks for. Unknown fields are ignored.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "a JSON object")]
#[schema(as = GeminiGenerateContent)]
pub struct GenerateContent {
    /// The turns; the texts of the user's turns together are the prompt.
    pub contents: Option<Vec<Content>>,
    #[serde(alias = "system_instruction")]
    pub system_instruction: Option<Content>,
    #[serde(alias = "generation_config")]
    pub generation_config: Option<GenerationConfig>,
    #[serde(alias = "safety_settings")]
    pub safety_settings: Option<Vec<SafetySetting>>,
    #[schema(value_type = Option<Vec<Object>>)]
    pub tools: Option<Vec<Value>>,
    #[serde(alias = "cached_content")]
    pub cached_content: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with category and threshold")]
#[schema(as = GeminiSafetySetting)]
pub struct SafetySetting {
    /// HARM_CATEGORY_HARASSMENT, for one.
    pub category: Option<String>,
    /// BLOCK_LOW_AND_ABOVE, BLOCK_MEDIUM_AND_ABOVE, BLOCK_ONLY_HIGH, BLOCK_NONE or OFF.
    pub threshold: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with role and parts")]
#[schema(as = GeminiContent)]
pub struct Content {
    /// user (also when missing) or model.
    pub role: Option<String>,
    pub parts: Option<Vec<Part>>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(
    rename_all = "camelCase",
    expecting = "an object such as {\"text\": …}"
)]
#[schema(as = GeminiPart)]
pub struct Part {
    pub text: Option<String>,
    #[serde(alias = "inline_data")]
    pub inline_data: Option<InlineData>,
    #[serde(alias = "file_data")]
    pub file_data: Option<FileData>,
    pub thought: Option<bool>,
    #[serde(alias = "thought_signature")]
    pub thought_signature: Option<String>,
    /// A picture of an earlier interaction, by the name of its object. Never from outside.
    #[serde(skip)]
    #[schema(ignore)]
    pub kept: Option<ObjectName>,
}

/// A picture in the request.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with mimeType and data")]
#[schema(as = GeminiInlineData)]
pub struct InlineData {
    /// A PNG, JPEG or WebP file as base64. Its bytes tell the format.
    #[schema(content_encoding = "base64")]
    pub data: Option<String>,
}

/// A picture elsewhere.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object with fileUri")]
#[schema(as = GeminiFileData)]
pub struct FileData {
    /// A file that was uploaded, an output of this server, or any https link.
    #[serde(alias = "file_uri")]
    pub file_uri: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object")]
#[schema(as = GeminiGenerationConfig)]
pub struct GenerationConfig {
    /// TEXT and IMAGE; must hold IMAGE when given.
    #[serde(alias = "response_modalities")]
    pub response_modalities: Option<Vec<String>>,
    #[serde(alias = "image_config")]
    pub image_config: Option<ImageConfig>,
    #[serde(alias = "thinking_config")]
    pub thinking_config: Option<ThinkingConfig>,
    /// 1 to 10; each candidate is a picture of its own.
    #[serde(alias = "candidate_count")]
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 10)]
    pub candidate_count: Option<Whole>,
    #[schema(value_type = Option<i64>)]
    pub seed: Option<Whole>,
    #[serde(alias = "response_mime_type")]
    pub response_mime_type: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object")]
#[schema(as = GeminiImageConfig)]
pub struct ImageConfig {
    /// One of the fifteen ratios.
    #[serde(alias = "aspect_ratio")]
    pub aspect_ratio: Option<String>,
    /// 512, 1K (default), 2K or 4K.
    #[serde(alias = "image_size")]
    pub image_size: Option<String>,
    #[serde(alias = "image_output_options")]
    pub image_output_options: Option<ImageOutputOptions>,
    /// ALLOW_ALL, ALLOW_ADULT or ALLOW_NONE.
    #[serde(alias = "person_generation")]
    pub person_generation: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object")]
#[schema(as = GeminiImageOutputOptions)]
pub struct ImageOutputOptions {
    /// image/png (default), image/jpeg, image/webp, image/svg+xml or application/pdf.
    #[serde(alias = "mime_type")]
    pub mime_type: Option<String>,
    /// 1 to 100, for jpeg and webp.
    #[serde(alias = "compression_quality")]
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 100)]
    pub compression_quality: Option<Whole>,
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "an object")]
#[schema(as = GeminiThinkingConfig)]
pub struct ThinkingConfig {
    /// Whether the reply holds the plan, as thought parts.
    #[serde(alias = "include_thoughts")]
    pub include_thoughts: Option<bool>,
    /// MINIMAL, LOW, MEDIUM, HIGH or XHIGH, in any case. The embedded engine plans equally well at each.
    #[serde(alias = "thinking_level")]
    pub thinking_level: Option<String>,
}

/// A request to count tokens: of a conversation, or of a whole request.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", expecting = "a JSON object")]
#[schema(as = GeminiCountTokens)]
pub struct CountTokens {
    pub contents: Option<Vec<Content>>,
    #[serde(alias = "system_instruction")]
    pub system_instruction: Option<Content>,
    #[serde(alias = "generate_content_request")]
    pub generate_content_request: Option<GenerateContent>,
}

/// The pictures, a candidate each.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiGenerateContentReply)]
pub struct Generated<'a> {
    pub candidates: Vec<Candidate<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage_metadata: Option<UsageMetadata>,
    pub model_version: &'a str,
    pub response_id: &'a str,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiCandidate)]
pub struct Candidate<'a> {
    pub content: Answer<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finish_reason: Option<&'static str>,
    /// What was not done as asked, where no text says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finish_message: Option<String>,
    pub index: usize,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GeminiAnswer)]
pub struct Answer<'a> {
    pub role: &'static str,
    pub parts: Vec<AnswerPart<'a>>,
}

#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiAnswerPart)]
pub struct AnswerPart<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline_data: Option<Blob<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thought: Option<bool>,
    /// Opaque; send it back with the part in the next turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thought_signature: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiBlob)]
pub struct Blob<'a> {
    pub mime_type: &'a str,
    #[serde(serialize_with = "json::base64")]
    #[schema(value_type = String, content_encoding = "base64")]
    pub data: Bytes,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiUsageMetadata)]
pub struct UsageMetadata {
    pub prompt_token_count: u64,
    pub candidates_token_count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thoughts_token_count: Option<u64>,
    pub total_token_count: u64,
    pub prompt_tokens_details: Vec<ModalityTokens>,
    pub candidates_tokens_details: Vec<ModalityTokens>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiModalityTokens)]
pub struct ModalityTokens {
    pub modality: &'static str,
    pub token_count: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiTokenCount)]
pub struct TokenCount {
    pub total_tokens: u64,
    pub prompt_tokens_details: Vec<ModalityTokens>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiModelList)]
pub struct ModelList {
    pub models: Vec<Model>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page_token: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiModel)]
pub struct Model {
    /// `models/` and the id.
    pub name: String,
    pub version: &'static str,
    pub display_name: &'static str,
    pub description: &'static str,
    pub input_token_limit: usize,
    pub output_token_limit: usize,
    pub supported_generation_methods: &'static [&'static str],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublisherModelList {
    pub publisher_models: Vec<PublisherModel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page_token: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublisherModel {
    /// `publishers/google/models/` and the id.
    pub name: String,
    pub version_id: &'static str,
    pub launch_stage: &'static str,
    pub display_name: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GeminiErrorReply)]
pub struct ErrorReply<'a> {
    pub error: ErrorBody<'a>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GeminiError)]
pub struct ErrorBody<'a> {
    pub code: u16,
    pub message: &'a str,
    pub status: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail<'a>>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "@type")]
#[schema(as = GeminiErrorDetail)]
pub enum Detail<'a> {
    #[serde(rename = "type.googleapis.com/google.rpc.ErrorInfo")]
    ErrorInfo {
        reason: String,
        domain: &'static str,
    },
    #[serde(
        rename = "type.googleapis.com/google.rpc.BadRequest",
        rename_all = "camelCase"
    )]
    BadRequest {
        field_violations: Vec<FieldViolation<'a>>,
    },
    #[serde(
        rename = "type.googleapis.com/google.rpc.RetryInfo",
        rename_all = "camelCase"
    )]
    RetryInfo { retry_delay: String },
    #[serde(rename = "type.googleapis.com/google.rpc.QuotaFailure")]
    QuotaFailure { violations: Vec<QuotaViolation<'a>> },
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiQuotaViolation)]
pub struct QuotaViolation<'a> {
    pub quota_metric: String,
    pub quota_id: &'static str,
    pub quota_value: String,
    pub description: &'a str,
}

/// The answer to a prompt that the policy refuses: a success without pictures, as Google has it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiRefusedReply)]
pub struct Refused<'a> {
    pub candidates: Vec<RefusedCandidate<'a>>,
    pub prompt_feedback: PromptFeedback<'a>,
    pub usage_metadata: UsageMetadata,
    pub model_version: &'a str,
    pub response_id: &'a str,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiRefusedCandidate)]
pub struct RefusedCandidate<'a> {
    /// IMAGE_SAFETY, or IMAGE_PROHIBITED_CONTENT where no setting helps.
    pub finish_reason: &'static str,
    pub finish_message: &'a str,
    pub index: usize,
    pub safety_ratings: Vec<SafetyRating>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiPromptFeedback)]
pub struct PromptFeedback<'a> {
    /// SAFETY, PROHIBITED_CONTENT or BLOCKLIST.
    pub block_reason: &'static str,
    pub block_reason_message: &'a str,
    pub safety_ratings: Vec<SafetyRating>,
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = GeminiSafetyRating)]
pub struct SafetyRating {
    pub category: &'static str,
    /// LOW, MEDIUM or HIGH.
    pub probability: &'static str,
    pub blocked: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GeminiFieldViolation)]
pub struct FieldViolation<'a> {
    pub field: &'a str,
    pub description: &'a str,
}
