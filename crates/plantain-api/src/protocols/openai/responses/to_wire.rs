//! Pictures → wire structs.

use std::sync::Arc;

use plantain_app::{Drawn, Picture};
use plantain_core::{Error, count_tokens};
use plantain_engine::Note;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::wire::{
    CallError, CallFacts, ImageCall, InputDetails, Message, OutputDetails, OutputItem, OutputText,
    Response, ResponseError, ResponseUsage, SearchUsage, ToolUsage,
};
use crate::protocols::openai::from_wire::Order;
use crate::protocols::openai::{error, to_wire, tokens};

/// What a response says about itself from its beginning to its end.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Draft {
    pub id: String,
    /// Unix seconds.
    pub created_at: i64,
    pub model: String,
    pub previous: Option<String>,
    pub store: bool,
    pub background: bool,
    pub echo: Map<String, Value>,
}

impl Draft {
    /// Returns the response before anything is finished.
    pub fn unfinished(&self, status: &'static str) -> Response {
        Response {
            id: self.id.clone(),
            object: "response",
            created_at: self.created_at,
            completed_at: None,
            status,
            background: self.background,
            error: None,
            incomplete_details: None,
            model: self.model.clone(),
            output: Vec::new(),
            previous_response_id: self.previous.clone(),
            store: self.store,
            usage: None,
            tool_usage: None,
            echo: self.echo.clone(),
        }
    }

    /// Returns the response with everything that it consists of.
    pub fn completed(
        &self,
        output: Vec<OutputItem>,
        (usage, tool_usage): (ResponseUsage, ToolUsage),
        completed_at: i64,
    ) -> Response {
        Response {
            completed_at: Some(completed_at),
            output,
            usage: Some(usage),
            tool_usage: Some(tool_usage),
            ..self.unfinished("completed")
        }
    }

    /// Returns the response that failed after these items.
    pub fn failed(&self, output: Vec<OutputItem>, failure: &Error) -> Response {
        let body = error::body(failure);
        Response {
            output,
            error: Some(ResponseError {
                code: body.code.unwrap_or("server_error").to_owned(),
                message: body.message.to_owned(),
                param: body.param.map(str::to_owned),
                kind: body.kind,
            }),
            ..self.unfinished("failed")
        }
    }
}

/// Returns the item of a picture that is not finished.
pub fn call_under_way(id: &str) -> OutputItem {
    OutputItem::Call(ImageCall {
        id: id.to_owned(),
        kind: "image_generation_call",
        status: "in_progress",
        result: None,
        facts: None,
        error: None,
    })
}

/// Returns the item of a finished picture.
pub fn call(id: String, picture: &Picture, order: &Order) -> OutputItem {
    let prompt = order.request().prompt();
    OutputItem::Call(ImageCall {
        id,
        kind: "image_generation_call",
        status: "completed",
        result: Some(picture.bytes.clone()),
        facts: Some(CallFacts {
            action: match picture.edit {
                Some(_) => "edit",
                None => "generate",
            },
            revised_prompt: prompt.map_or_else(String::new, ToString::to_string),
            size: picture.size.to_string(),
            quality: order.quality,
            background: to_wire::background(picture, order.request()),
            output_format: picture.format.name(),
        }),
        error: None,
    })
}

/// Returns the item of a picture that could not be made.
pub fn failed_call(id: String, failure: &Error) -> OutputItem {
    let body = error::body(failure);
    OutputItem::Call(ImageCall {
        id,
        kind: "image_generation_call",
        status: "failed",
        result: None,
        facts: None,
        error: Some(CallError {
            message: body.message.to_owned(),
            kind: body.kind,
            param: body.param.map(str::to_owned),
            code: body.code.map(str::to_owned),
        }),
    })
}

/// Returns the item with the sentence about the pictures.
pub fn message(id: String, text: String) -> OutputItem {
    OutputItem::Message(Message {
        id,
        kind: "message",
        status: "completed",
        role: "assistant",
        content: vec![output_text(text)],
    })
}

/// Returns a text as a part of a message.
pub fn output_text(text: String) -> OutputText {
    OutputText {
        kind: "output_text",
        text,
        annotations: [],
        logprobs: [],
    }
}

/// Returns what is said about pictures: what each shows, for people who cannot see it, and every note once.
pub fn sentence(pictures: &[Arc<Picture>], unmet: &[Note]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let alts = pictures.iter().map(|picture| picture.alt.as_str());
    let notes = pictures
        .iter()
        .flat_map(|picture| &picture.notes)
        .chain(unmet);
    for line in alts.chain(notes.map(|note| note.message.as_str())) {
        if !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Returns the tokens of the texts and those of the pictures.
pub fn usage(drawings: &[Drawn], order: &Order, sentence: &str) -> (ResponseUsage, ToolUsage) {
    let prompt = order.request().prompt();
    let input_tokens = prompt.map_or(0, |prompt| prompt.tokens() as u64);
    let output_tokens = count_tokens(sentence) as u64;
    let texts = ResponseUsage {
        input_tokens,
        input_tokens_details: InputDetails::default(),
        output_tokens,
        output_tokens_details: OutputDetails::default(),
        total_tokens: input_tokens + output_tokens,
    };
    let sizes = drawings.iter().flat_map(tokens::sizes);
    let image_gen = tokens::usage(order, sizes);
    let web_search = SearchUsage::default();
    (
        texts,
        ToolUsage {
            image_gen,
            web_search,
        },
    )
}
