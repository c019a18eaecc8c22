//! What travels on `/plantain/v1/webhooks`.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which webhooks are listed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only those about this task.
    pub task: Option<String>,
    /// waiting (its task has not ended), pending (to be sent), delivered or failed (given up).
    pub status: Option<String>,
    /// The last webhook of the page before.
    pub after: Option<String>,
    /// 1 to 200; 20 when missing.
    pub limit: Option<u32>,
}

/// A page of webhooks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WebhookPage)]
pub struct Page {
    pub webhooks: Vec<Webhook>,
    /// For `after` of the next page; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_after: Option<String>,
}

/// A webhook and what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Webhook {
    pub id: String,
    pub task: String,
    pub url: String,
    pub status: &'static str,
    /// Unix milliseconds, as all times here.
    pub created_ms: i64,
    /// When it is tried next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_ms: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_ms: Option<i64>,
    /// Oldest first.
    pub attempts: Vec<Attempt>,
}

/// One attempt to deliver a webhook.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WebhookAttempt)]
pub struct Attempt {
    pub attempt: u32,
    pub at_ms: i64,
    pub took_ms: i64,
    /// HTTP status; missing when no answer came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u32>,
    /// The beginning of the answer, or what went wrong.
    pub answer: String,
}

/// What webhooks are signed with.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WebhookSecret)]
pub struct Secret {
    /// "whsec_" and base64.
    pub secret: String,
    /// Until when webhooks are signed with the secret before it, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former_until_ms: Option<i64>,
}

/// An address to be tried.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = WebhookTrial)]
pub struct Trial {
    /// An https address.
    pub url: String,
}

/// What became of a trial.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WebhookTrialResult)]
pub struct TrialResult {
    /// It was answered with 2xx.
    pub delivered: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The beginning of the answer, or what went wrong.
    pub answer: String,
    pub took_ms: u64,
}
