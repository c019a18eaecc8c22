//! Errors as OpenAI's SDKs read them.

use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use plantain_core::{Error, ErrorKind};

use super::wire::{ErrorBody, ErrorReply};
use crate::json;

pub fn to_wire(error: &Error) -> Response {
    let status = match &error.refusal {
        // OpenAI blames the request where others forbid.
        Some(_) => StatusCode::BAD_REQUEST,
        None => {
            StatusCode::from_u16(error.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
    };
    let body = ErrorReply { error: body(error) };
    let mut response = json::reply(status, &body, 0).unwrap_or_else(|_| status.into_response());
    if !retry_helps(error.kind) {
        // The SDKs repeat every 5xx unless they are told not to.
        let no = HeaderValue::from_static("false");
        response.headers_mut().insert("x-should-retry", no);
    }
    response
}

/// Returns what the SDKs read of an error, in a reply or in a stream.
pub fn body(error: &Error) -> ErrorBody<'_> {
    ErrorBody {
        message: &error.message,
        kind: kind(error),
        param: error.field.as_deref(),
        code: Some(code(error)),
    }
}

fn kind(error: &Error) -> &'static str {
    match error.kind {
        // What the caller wants cannot be had by a better key.
        _ if error.refusal.is_some() => "image_generation_user_error",
        ErrorKind::Limit => "rate_limit_error",
        ErrorKind::Payment => "insufficient_quota",
        ErrorKind::Forbidden => "permission_error",
        ErrorKind::Internal
        | ErrorKind::Unsupported
        | ErrorKind::Upstream
        | ErrorKind::Unavailable
        | ErrorKind::Timeout => "server_error",
        _ => "invalid_request_error",
    }
}

fn code(error: &Error) -> &str {
    match error.kind {
        _ if error.refusal.is_some() => "moderation_blocked",
        ErrorKind::Unauthenticated => "invalid_api_key",
        ErrorKind::Limit => "rate_limit_exceeded",
        ErrorKind::Payment => "insufficient_quota",
        _ => error.code,
    }
}

fn retry_helps(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Limit | ErrorKind::Unavailable | ErrorKind::Upstream | ErrorKind::Timeout
    )
}
