//! What Google's clients get for a prompt that the policy refuses: a success without pictures, that says why.
//!
//! Clients look for it in two places, so it stands in both: `promptFeedback.blockReason` and `candidates[0].finishReason`.

use plantain_core::{Category, Error, Refusal};

use super::to_wire::Names;
use super::tokens::Tokens;
use super::wire::{PromptFeedback, Refused, RefusedCandidate, SafetyRating, UsageMetadata};

/// Returns the reply for an error that carries a [`Refusal`].
pub fn to_wire<'a>(
    error: &'a Error,
    refusal: &Refusal,
    tokens: Tokens,
    names: &'a Names,
) -> Refused<'a> {
    let (finish_reason, block_reason) = match refusal.category {
        Some(Category::Minors) => ("IMAGE_PROHIBITED_CONTENT", "PROHIBITED_CONTENT"),
        Some(_) => ("IMAGE_SAFETY", "SAFETY"),
        None => ("BLOCKLIST", "BLOCKLIST"),
    };
    let ratings = || -> Vec<SafetyRating> { rating(refusal).into_iter().collect() };
    Refused {
        candidates: vec![RefusedCandidate {
            finish_reason,
            finish_message: &error.message,
            index: 0,
            safety_ratings: ratings(),
        }],
        prompt_feedback: PromptFeedback {
            block_reason,
            block_reason_message: &error.message,
            safety_ratings: ratings(),
        },
        usage_metadata: UsageMetadata {
            prompt_token_count: tokens.total(),
            candidates_token_count: 0,
            thoughts_token_count: None,
            total_token_count: tokens.total(),
            prompt_tokens_details: tokens.details(),
            candidates_tokens_details: Vec::new(),
        },
        model_version: &names.model_version,
        response_id: &names.response_id,
    }
}

fn rating(refusal: &Refusal) -> Option<SafetyRating> {
    let category = match refusal.category? {
        Category::Sexual | Category::Minors => "HARM_CATEGORY_SEXUALLY_EXPLICIT",
        Category::Hate => "HARM_CATEGORY_HATE_SPEECH",
        Category::Harassment => "HARM_CATEGORY_HARASSMENT",
        Category::Violence | Category::SelfHarm | Category::Dangerous | Category::Deception => {
            "HARM_CATEGORY_DANGEROUS_CONTENT"
        }
    };
    let probability = match refusal.severity {
        plantain_core::Severity::Low => "LOW",
        plantain_core::Severity::Medium => "MEDIUM",
        plantain_core::Severity::High => "HIGH",
    };
    Some(SafetyRating {
        category,
        probability,
        blocked: true,
    })
}
