//! Headers that OpenAI's clients know from every answer.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};

const PROCESSING_MS: HeaderName = HeaderName::from_static("openai-processing-ms");
const VERSION: HeaderName = HeaderName::from_static("openai-version");

/// Adds what every answer has, good or bad. `elapsed` is since the request came.
pub fn dress(headers: &mut HeaderMap, elapsed: Duration) {
    let ms = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
    headers.insert(PROCESSING_MS, ms.into());
    headers.insert(VERSION, HeaderValue::from_static("2020-10-01"));
}
