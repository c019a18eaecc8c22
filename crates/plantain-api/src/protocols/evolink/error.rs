//! Errors with Evolink's words.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use plantain_core::{Error, ErrorKind};

use super::wire::{ErrorBody, ErrorReply};
use crate::json;

/// Code of what is no id of a task; Evolink has a word of its own for it.
const UNREADABLE_ID: &str = "invalid_task_id";

pub fn to_wire(error: &Error) -> Response {
    let (code, kind) = words(error);
    let status = match &error.refusal {
        Some(_) => StatusCode::BAD_REQUEST,
        None => {
            StatusCode::from_u16(error.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
    };
    let body = ErrorReply {
        error: ErrorBody {
            code,
            message: &error.message,
            kind,
            param: error.field.as_deref(),
            reason: error.code,
        },
    };
    json::reply(status, &body, 0).unwrap_or_else(|_| status.into_response())
}

/// Returns the code and the kind of an error.
pub fn words(error: &Error) -> (&'static str, &'static str) {
    const REQUEST: &str = "invalid_request_error";
    const SERVER: &str = "server_error";
    match error.kind {
        _ if error.refusal.is_some() => ("content_policy_violation", REQUEST),
        ErrorKind::Unauthenticated => ("unauthorized", "authentication_error"),
        ErrorKind::Payment => ("quota_exceeded", "insufficient_quota"),
        ErrorKind::Forbidden => ("forbidden", "permission_error"),
        ErrorKind::NotFound => ("resource_not_found", REQUEST),
        ErrorKind::Invalid if error.code == UNREADABLE_ID => (UNREADABLE_ID, REQUEST),
        ErrorKind::Limit => ("resource_exhausted", "rate_limit_error"),
        ErrorKind::Cancelled => ("request_cancelled", REQUEST),
        ErrorKind::Timeout => ("generation_timeout", SERVER),
        ErrorKind::Unavailable | ErrorKind::Unsupported => ("service_unavailable", SERVER),
        ErrorKind::Internal | ErrorKind::Upstream => ("service_error", SERVER),
        ErrorKind::Invalid
        | ErrorKind::Method
        | ErrorKind::Conflict
        | ErrorKind::TooLarge
        | ErrorKind::MediaType
        | ErrorKind::CannotDo => ("invalid_parameters", REQUEST),
    }
}
