//! What travels on the paths of interactions: snake case throughout.

use std::fmt;

use bytes::Bytes;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::body::Whole;
use crate::json;

/// A request to go on with a conversation, or to begin one. Unknown fields are ignored.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object")]
#[schema(as = GeminiCreateInteraction)]
pub struct Create {
    pub model: Option<String>,
    pub agent: Option<String>,
    /// Text, a piece of content, a list of them, or a list of steps.
    #[schema(value_type = Option<Object>)]
    pub input: Option<Input>,
    #[schema(value_type = Option<Object>)]
    pub system_instruction: Option<Input>,
    /// {"type": "image", "aspect_ratio", "image_size", "mime_type", "delivery"}, or a list of formats.
    #[schema(value_type = Option<Object>)]
    pub response_format: Option<Formats>,
    /// image, and text beside it.
    pub response_modalities: Option<Vec<String>>,
    pub generation_config: Option<GenerationConfig>,
    pub safety_settings: Option<Vec<SafetySetting>>,
    #[schema(value_type = Option<Vec<Object>>)]
    pub tools: Option<Vec<Value>>,
    pub previous_interaction_id: Option<String>,
    /// Whether it can be found again; true when missing.
    pub store: Option<bool>,
    /// Answer at once, draw meanwhile.
    pub background: Option<bool>,
    /// Answer with server-sent events.
    pub stream: Option<bool>,
    pub cached_content: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object")]
#[schema(as = GeminiInteractionConfig)]
pub struct GenerationConfig {
    #[schema(value_type = Option<i64>)]
    pub seed: Option<Whole>,
    pub thinking_level: Option<String>,
    /// auto: the plan comes as a thought step.
    pub thinking_summaries: Option<String>,
    /// The older place of ratio and size.
    pub image_config: Option<ImageConfig>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object")]
#[schema(as = GeminiInteractionImageConfig)]
pub struct ImageConfig {
    pub aspect_ratio: Option<String>,
    pub image_size: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(expecting = "an object with type and threshold")]
#[schema(as = GeminiInteractionSafetySetting)]
pub struct SafetySetting {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub threshold: Option<String>,
}

/// A wish about one kind of answer.
#[derive(Debug, Default, Deserialize)]
#[serde(expecting = "an object with type")]
pub struct Format {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub aspect_ratio: Option<String>,
    pub image_size: Option<String>,
    pub mime_type: Option<String>,
    /// inline or uri.
    pub delivery: Option<String>,
}

/// One thing or several.
#[derive(Debug)]
pub enum Formats {
    One(Box<Format>),
    Several(Vec<Format>),
}

/// What is said: text, one thing, or several.
#[derive(Debug)]
pub enum Input {
    Text(String),
    One(Box<Item>),
    Several(Vec<Item>),
}

/// A piece of content, or a step or turn that holds some.
#[derive(Debug, Default, Deserialize)]
#[serde(expecting = "an object with type")]
pub struct Item {
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Of a turn: user or model.
    pub role: Option<String>,
    pub content: Option<Input>,
    pub text: Option<String>,
    pub data: Option<String>,
    pub uri: Option<String>,
    pub signature: Option<String>,
}

impl<'de> Deserialize<'de> for Input {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InputVisitor;

        impl<'de> Visitor<'de> for InputVisitor {
            type Value = Input;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, an object or a list of objects")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Input, E> {
                Ok(Input::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Input, A::Error> {
                let map = de::value::MapAccessDeserializer::new(map);
                Ok(Input::One(Box::new(Item::deserialize(map)?)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Input, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Input::Several(items))
            }
        }

        deserializer.deserialize_any(InputVisitor)
    }
}

impl<'de> Deserialize<'de> for Formats {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FormatsVisitor;

        impl<'de> Visitor<'de> for FormatsVisitor {
            type Value = Formats;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object or a list of objects")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Formats, A::Error> {
                let map = de::value::MapAccessDeserializer::new(map);
                Ok(Formats::One(Box::new(Format::deserialize(map)?)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Formats, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Formats::Several(items))
            }
        }

        deserializer.deserialize_any(FormatsVisitor)
    }
}

/// A turn of a conversation that the server remembers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GeminiInteraction)]
pub struct Interaction {
    pub id: String,
    pub object: &'static str,
    pub model: String,
    /// in_progress, completed, failed or cancelled.
    pub status: &'static str,
    pub created: String,
    pub updated: String,
    pub role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_interaction_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion)]
    pub input: Option<Vec<Step>>,
    pub steps: Vec<Step>,
    /// The model's content once more, for clients of the first revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Vec<Content>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Usage>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Problem>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = GeminiInteractionStep)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Step {
    UserInput {
        content: Vec<Content>,
    },
    ModelOutput {
        content: Vec<Content>,
    },
    Thought {
        #[serde(skip_serializing_if = "Option::is_none")]
        signature: Option<String>,
        summary: Vec<Content>,
    },
}

#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = GeminiInteractionContent)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    Text {
        text: String,
    },
    Image {
        #[serde(skip_serializing_if = "Option::is_none")]
        mime_type: Option<&'static str>,
        #[serde(
            skip_serializing_if = "Option::is_none",
            serialize_with = "json::base64_option"
        )]
        #[schema(value_type = Option<String>, content_encoding = "base64")]
        data: Option<Bytes>,
        #[serde(skip_serializing_if = "Option::is_none")]
        uri: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GeminiInteractionUsage)]
pub struct Usage {
    pub total_input_tokens: u64,
    pub total_output_tokens: u64,
    pub total_thought_tokens: u64,
    pub total_tokens: u64,
    #[serde(flatten)]
    pub by_modality: ByModality,
}

/// Tokens by modality: of text and pictures that came in, and of pictures that went out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GeminiInteractionByModality)]
pub struct ByModality {
    pub input_tokens_by_modality: [ModalityTokens; 2],
    pub output_tokens_by_modality: [ModalityTokens; 1],
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GeminiInteractionModalityTokens)]
pub struct ModalityTokens {
    pub modality: Modality,
    pub tokens: u64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GeminiInteractionModality)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    #[default]
    Text,
    Image,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GeminiInteractionProblem)]
pub struct Problem {
    pub code: String,
    pub message: String,
}

/// A frame of a stream.
#[derive(Debug, Serialize)]
pub struct Event {
    pub event_type: &'static str,
    pub event_id: String,
    #[serde(flatten)]
    pub told: Told,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case", untagged)]
pub enum Told {
    Interaction { interaction: Box<Interaction> },
    Start { index: usize, step: Value },
    Delta { index: usize, delta: Delta },
    Stop { index: usize },
    Failed { error: Problem },
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Delta {
    Text {
        text: String,
    },
    Image {
        #[serde(skip_serializing_if = "Option::is_none")]
        mime_type: Option<&'static str>,
        #[serde(
            skip_serializing_if = "Option::is_none",
            serialize_with = "json::base64_option"
        )]
        data: Option<Bytes>,
        #[serde(skip_serializing_if = "Option::is_none")]
        uri: Option<String>,
    },
    ThoughtSummary {
        content: Content,
    },
    ThoughtSignature {
        signature: String,
    },
}
