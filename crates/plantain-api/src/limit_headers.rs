//! How a caller stands against its limits, in each protocol's headers.
//!
//! OpenAI: `x-ratelimit-{limit,remaining,reset}-requests`, times as "6m0s"
//! (<https://platform.openai.com/docs/guides/rate-limits>). Natively the fields of the IETF's draft, `RateLimit-Policy` and
//! `RateLimit`. The other vendors have none; their clients read `Retry-After`, which the edge writes for all.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use plantain_core::{LimitKind, LimitState};

use crate::protocol::Protocol;

/// Writes what the protocol's clients read; nothing for callers without limits.
pub fn write(protocol: Protocol, state: &LimitState, headers: &mut HeaderMap) {
    match protocol {
        Protocol::OpenAi => openai(state, headers),
        Protocol::Native => native(state, headers),
        Protocol::Gemini
        | Protocol::Evolink
        | Protocol::Fal
        | Protocol::Replicate
        | Protocol::Atlas => {}
    }
}

fn openai(state: &LimitState, headers: &mut HeaderMap) {
    for standing in &state.standings {
        let names = match standing.kind {
            LimitKind::Requests => [
                "x-ratelimit-limit-requests",
                "x-ratelimit-remaining-requests",
                "x-ratelimit-reset-requests",
            ],
            LimitKind::Images => [
                "x-ratelimit-limit-images",
                "x-ratelimit-remaining-images",
                "x-ratelimit-reset-images",
            ],
            LimitKind::Concurrency => continue,
        };
        let values = [
            HeaderValue::from(standing.limit),
            HeaderValue::from(standing.remaining),
            text(&span(standing.reset_ms)),
        ];
        for (name, value) in names.into_iter().zip(values) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    if let Some(ms) = state.retry_after_ms {
        // The SDKs read this before Retry-After, which knows whole seconds only.
        headers.insert("retry-after-ms", ms.into());
    }
}

fn native(state: &LimitState, headers: &mut HeaderMap) {
    let mut policy = Vec::new();
    let mut now = Vec::new();
    for standing in &state.standings {
        let (name, limit) = (standing.kind.name(), standing.limit);
        if standing.kind == LimitKind::Concurrency {
            policy.push(format!("\"{name}\";q={limit};qu=\"concurrent-requests\""));
            now.push(format!("\"{name}\";r={}", standing.remaining));
        } else {
            policy.push(format!("\"{name}\";q={limit};w={}", standing.window_s));
            let reset_s = standing.reset_ms.div_ceil(1_000);
            now.push(format!("\"{name}\";r={};t={reset_s}", standing.remaining));
        }
    }
    if !now.is_empty() {
        headers.insert("ratelimit-policy", text(&policy.join(", ")));
        headers.insert("ratelimit", text(&now.join(", ")));
    }
}

fn text(value: &str) -> HeaderValue {
    // Names and numbers only.
    HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static(""))
}

/// Returns a time as OpenAI writes it: "120ms", "4s", "6m0s", "1h2m3s".
fn span(ms: u64) -> String {
    if ms < 1_000 {
        return format!("{ms}ms");
    }
    let seconds = ms.div_ceil(1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes) {
        (0, 0) => format!("{seconds}s"),
        (0, _) => format!("{minutes}m{seconds}s"),
        _ => format!("{hours}h{minutes}m{seconds}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_openai_writes_them() {
        let cases = [
            (0, "0ms"),
            (120, "120ms"),
            (1_000, "1s"),
            (1_001, "2s"),
            (360_000, "6m0s"),
            (3_723_000, "1h2m3s"),
            (86_400_000, "24h0m0s"),
        ];
        for (ms, expected) in cases {
            assert_eq!(span(ms), expected);
        }
    }
}
