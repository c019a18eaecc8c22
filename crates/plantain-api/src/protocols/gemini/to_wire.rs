//! Pictures → wire structs.

use plantain_app::{Drawn, Picture, catalog};
use plantain_core::{PROMPT_TOKENS_MAX, PixelSize, Tier, count_tokens};

use super::from_wire::{Order, sign_seed};
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
pub fn generated<'a>(drawn: &'a Drawn, order: &Order, names: &'a Names) -> Generated<'a> {
    let candidate = |(index, picture): (usize, &'a std::sync::Arc<Picture>)| {
        let mut parts = Vec::new();
        parts.extend(thought(picture, order));
        parts.extend(text(picture, order));
        parts.push(image(picture));
        finished(index, parts)
    };
    let candidates = drawn.pictures.iter().enumerate().map(candidate);
    reply(candidates.collect(), Some(usage(drawn, order)), names)
}

/// Returns the reply in frames: thoughts first, where they are wanted, then the pictures.
pub fn frames<'a>(drawn: &'a Drawn, order: &Order, names: &'a Names) -> Vec<Generated<'a>> {
    let mut frames = Vec::new();
    let mut last = Vec::new();
    for (index, picture) in drawn.pictures.iter().enumerate() {
        if let Some(thought) = thought(picture, order) {
            let candidate = Candidate {
                finish_reason: None,
                ..finished(index, vec![thought])
            };
            frames.push(reply(vec![candidate], None, names));
        }
        let mut parts: Vec<_> = text(picture, order).into_iter().collect();
        parts.push(image(picture));
        last.push(finished(index, parts));
    }
    frames.push(reply(last, Some(usage(drawn, order)), names));
    frames
}

/// Returns a list of one modality's tokens.
pub fn text_tokens(token_count: u64) -> Vec<ModalityTokens> {
    vec![ModalityTokens {
        modality: "TEXT",
        token_count,
    }]
}

pub fn model(model: &catalog::Model) -> Model {
    Model {
        name: format!("models/{}", model.id),
        version: env!("CARGO_PKG_VERSION"),
        display_name: model.title,
        description: "Drawn by easel, the engine embedded in Plantain.",
        input_token_limit: PROMPT_TOKENS_MAX,
        output_token_limit: PROMPT_TOKENS_MAX,
        supported_generation_methods: &["generateContent", "streamGenerateContent", "countTokens"],
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

fn finished(index: usize, parts: Vec<AnswerPart<'_>>) -> Candidate<'_> {
    Candidate {
        content: Answer {
            role: "model",
            parts,
        },
        finish_reason: Some("STOP"),
        index,
    }
}

fn thought<'a>(picture: &Picture, order: &Order) -> Option<AnswerPart<'a>> {
    (order.thoughts && !picture.plan.is_empty()).then(|| AnswerPart {
        text: Some(picture.plan.join(" ")),
        thought: Some(true),
        ..AnswerPart::default()
    })
}

/// Says what is on the picture and what was not done as asked.
fn text<'a>(picture: &Picture, order: &Order) -> Option<AnswerPart<'a>> {
    let notes = picture.notes.iter().map(|note| note.message.as_str());
    let sentences = std::iter::once(picture.alt.as_str()).chain(notes);
    let sentences: Vec<&str> = sentences
        .chain(order.unmet.iter().copied())
        .filter(|sentence| !sentence.is_empty())
        .collect();
    (order.text && !sentences.is_empty()).then(|| AnswerPart {
        text: Some(sentences.join("\n")),
        ..AnswerPart::default()
    })
}

fn image(picture: &Picture) -> AnswerPart<'_> {
    AnswerPart {
        inline_data: Some(Blob {
            mime_type: picture.format.media_type(),
            data: picture.bytes.clone(),
        }),
        thought_signature: Some(sign_seed(picture.seed)),
        ..AnswerPart::default()
    }
}

fn usage(drawn: &Drawn, order: &Order) -> UsageMetadata {
    let prompt = order
        .request
        .prompt()
        .map_or(0, |prompt| prompt.tokens() as u64);
    let pictures = drawn.pictures.iter();
    let images: u64 = pictures
        .clone()
        .map(|picture| image_tokens(picture.size))
        .sum();
    let thoughts: u64 = pictures
        .filter(|_| order.thoughts)
        .map(|picture| count_tokens(&picture.plan.join(" ")) as u64)
        .sum();
    UsageMetadata {
        prompt_token_count: prompt,
        candidates_token_count: images,
        thoughts_token_count: order.thoughts.then_some(thoughts),
        total_token_count: prompt + images + thoughts,
        prompt_tokens_details: text_tokens(prompt),
        candidates_tokens_details: vec![ModalityTokens {
            modality: "IMAGE",
            token_count: images,
        }],
    }
}

/// The published tokens of the smallest tier whose square holds as many pixels; of 4K beyond.
fn image_tokens(size: PixelSize) -> u64 {
    const TOKENS: [u64; 4] = [747, 1120, 1680, 2520];
    // Long ratios have up to an eighth more pixels than the square of their tier; the next tier has four times as many.
    let holds = |tier: &Tier| size.pixels() * 4 <= u64::from(tier.side()).pow(2) * 5;
    let tier = Tier::ALL.into_iter().find(holds).unwrap_or(Tier::K4);
    TOKENS[tier as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_core::{AspectRatio, SizeSpec};

    #[test]
    fn every_ratio_of_a_tier_costs_the_same() {
        for (tier, expected) in Tier::ALL.into_iter().zip([747, 1120, 1680, 2520]) {
            for aspect in AspectRatio::offered() {
                let spec = SizeSpec {
                    tier: Some(tier),
                    aspect: Some(aspect),
                    ..SizeSpec::default()
                };
                let size = spec.resolve(&Default::default());
                assert_eq!(image_tokens(size), expected, "{tier} {aspect} {size}");
            }
        }
    }
}
