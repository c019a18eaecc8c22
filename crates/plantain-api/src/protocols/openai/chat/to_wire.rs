//! Pictures → completions.

use base64_simd::STANDARD;
use plantain_app::{Drawn, Picture};

use super::wire::{ChatUsage, Choice, Completion, CompletionDetails, Said, SaidImage, SaidUrl};
use crate::protocols::openai::from_wire::Order;
use crate::protocols::openai::tokens;

/// What completions and their pieces say about themselves.
#[derive(Debug, Clone)]
pub struct Head {
    pub id: String,
    /// Unix seconds.
    pub created: i64,
    pub model: String,
}

impl Head {
    /// Returns a whole completion; each picture is a choice.
    pub fn completion(&self, choices: Vec<Choice>, usage: ChatUsage) -> Completion {
        Completion {
            usage: Some(usage),
            ..self.of("chat.completion", choices)
        }
    }

    /// Returns a piece of a completion.
    pub fn chunk(&self, choices: Vec<Choice>) -> Completion {
        self.of("chat.completion.chunk", choices)
    }

    fn of(&self, object: &'static str, choices: Vec<Choice>) -> Completion {
        Completion {
            id: self.id.clone(),
            object,
            created: self.created,
            model: self.model.clone(),
            choices,
            usage: None,
        }
    }
}

/// Returns a picture with the sentence about it.
pub fn said(picture: &Picture, sentence: String) -> Said {
    Said {
        role: Some("assistant"),
        content: Some(sentence),
        images: vec![image(picture)],
    }
}

fn image(picture: &Picture) -> SaidImage {
    let data = STANDARD.encode_to_string(&picture.bytes);
    SaidImage {
        kind: "image_url",
        index: 0,
        image_url: SaidUrl {
            url: format!("data:{};base64,{data}", picture.format.media_type()),
        },
    }
}

/// Returns the tokens of a chat and its pictures.
pub fn usage<'a>(drawings: impl IntoIterator<Item = &'a Drawn>, order: &Order) -> ChatUsage {
    let (mut prompt_tokens, mut image_tokens) = (0, 0);
    for drawn in drawings {
        let usage = tokens::usage(order, tokens::sizes(drawn));
        prompt_tokens = usage.input_tokens;
        image_tokens += usage.output_tokens;
    }
    ChatUsage {
        prompt_tokens,
        completion_tokens: image_tokens,
        total_tokens: prompt_tokens + image_tokens,
        completion_tokens_details: CompletionDetails {
            reasoning_tokens: 0,
            image_tokens,
        },
    }
}
