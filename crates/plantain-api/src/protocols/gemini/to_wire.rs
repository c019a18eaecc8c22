//! Pictures → wire structs.

use plantain_app::{Drawn, Picture, catalog};
use plantain_core::{PROMPT_TOKENS_MAX, count_tokens};

use super::from_wire::Narration;
use super::signature;
use super::tokens::output_tokens;
use super::wire::{
    Answer, AnswerPart, Blob, Candidate, Generated, ModalityTokens, Model, UsageMetadata,
};

/// Names of a reply that every frame repeats.
pub struct Names {
    /// The engine that really drew.
    pub model_version: String,
    pub response_id: String,
}

/// Returns the whole reply.
pub fn generated<'a>(drawn: &'a Drawn, narration: &Narration, names: &'a Names) -> Generated<'a> {
    let candidate = |(index, picture): (usize, &'a std::sync::Arc<Picture>)| {
        let mut parts = Vec::new();
        parts.extend(thought(picture, narration));
        parts.extend(text(picture, narration));
        parts.push(image(picture));
        finished(index, parts, picture, narration)
    };
    let candidates = drawn.pictures.iter().enumerate().map(candidate);
    reply(candidates.collect(), Some(usage(drawn, narration)), names)
}

/// Returns the reply in frames: thoughts first, where they are wanted, then the pictures.
pub fn frames<'a>(drawn: &'a Drawn, narration: &Narration, names: &'a Names) -> Vec<Generated<'a>> {
    let mut frames = Vec::new();
    let mut last = Vec::new();
    for (index, picture) in drawn.pictures.iter().enumerate() {
        if let Some(thought) = thought(picture, narration) {
            let candidate = Candidate {
                finish_reason: None,
                finish_message: None,
                ..finished(index, vec![thought], picture, narration)
            };
            frames.push(reply(vec![candidate], None, names));
        }
        let mut parts: Vec<_> = text(picture, narration).into_iter().collect();
        parts.push(image(picture));
        last.push(finished(index, parts, picture, narration));
    }
    frames.push(reply(last, Some(usage(drawn, narration)), names));
    frames
}

pub fn model(model: &catalog::Model) -> Model {
    Model {
        name: format!("models/{}", model.id),
        version: env!("CARGO_PKG_VERSION"),
        display_name: model.title,
        description: "Drawn by easel, the engine embedded in Plantain.",
        input_token_limit: PROMPT_TOKENS_MAX,
        output_token_limit: PROMPT_TOKENS_MAX,
        supported_generation_methods: &[
            "generateContent",
            "streamGenerateContent",
            "countTokens",
            "batchGenerateContent",
            "predict",
        ],
    }
}

fn reply<'a>(
    candidates: Vec<Candidate<'a>>,
    usage_metadata: Option<UsageMetadata>,
    names: &'a Names,
) -> Generated<'a> {
    Generated {
        candidates,
        usage_metadata,
        model_version: &names.model_version,
        response_id: &names.response_id,
    }
}

fn finished<'a>(
    index: usize,
    parts: Vec<AnswerPart<'a>>,
    picture: &Picture,
    narration: &Narration,
) -> Candidate<'a> {
    let told = remarks(picture, narration).collect::<Vec<_>>().join("\n");
    Candidate {
        content: Answer {
            role: "model",
            parts,
        },
        finish_reason: Some("STOP"),
        finish_message: (!narration.text && !told.is_empty()).then_some(told),
        index,
    }
}

/// What was not done as asked, in sentences.
fn remarks<'a>(picture: &'a Picture, narration: &'a Narration) -> impl Iterator<Item = &'a str> {
    let notes = picture.notes.iter().map(|note| note.message.as_str());
    let sentences = notes.chain(narration.unmet.iter().map(|unmet| unmet.message.as_str()));
    sentences.filter(|sentence| !sentence.is_empty())
}

fn thought<'a>(picture: &Picture, narration: &Narration) -> Option<AnswerPart<'a>> {
    (narration.thoughts && !picture.plan.is_empty()).then(|| AnswerPart {
        text: Some(picture.plan.join(" ")),
        thought: Some(true),
        ..AnswerPart::default()
    })
}

fn text<'a>(picture: &Picture, narration: &Narration) -> Option<AnswerPart<'a>> {
    let text = telling(picture, narration);
    (narration.text && !text.is_empty()).then(|| AnswerPart {
        text: Some(text),
        ..AnswerPart::default()
    })
}

/// Says what is on the picture and what was not done as asked.
pub fn telling(picture: &Picture, narration: &Narration) -> String {
    let alt = std::iter::once(picture.alt.as_str()).filter(|alt| !alt.is_empty());
    let sentences: Vec<&str> = alt.chain(remarks(picture, narration)).collect();
    sentences.join("\n")
}

fn image(picture: &Picture) -> AnswerPart<'_> {
    AnswerPart {
        inline_data: Some(Blob {
            mime_type: picture.format.media_type(),
            data: picture.bytes.clone(),
        }),
        thought_signature: Some(signature::sign(picture.seed)),
        ..AnswerPart::default()
    }
}

/// Returns the tokens of a request and of what was drawn for it.
pub fn usage(drawn: &Drawn, narration: &Narration) -> UsageMetadata {
    let prompt = narration.tokens.total();
    let pictures = drawn.pictures.iter();
    let images: u64 = pictures
        .clone()
        .map(|picture| output_tokens(picture.size))
        .sum();
    let thoughts: u64 = pictures
        .filter(|_| narration.thoughts)
        .map(|picture| count_tokens(&picture.plan.join(" ")) as u64)
        .sum();
    UsageMetadata {
        prompt_token_count: prompt,
        candidates_token_count: images,
        thoughts_token_count: narration.thoughts.then_some(thoughts),
        total_token_count: prompt + images + thoughts,
        prompt_tokens_details: narration.tokens.details(),
        candidates_tokens_details: vec![ModalityTokens {
            modality: "IMAGE",
            token_count: images,
        }],
    }
}
