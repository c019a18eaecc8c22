//! Errors with AtlasCloud's words.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use plantain_core::Error;

use super::wire::{ErrorBody, ErrorReply};
use crate::json;

pub fn to_wire(error: &Error) -> Response {
    let status =
        StatusCode::from_u16(error.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = ErrorReply {
        code: status.as_u16(),
        message: &error.message,
        msg: &error.message,
        error: ErrorBody {
            code: error.code,
            field: error.field.as_deref(),
        },
    };
    json::reply(status, &body, 0).unwrap_or_else(|_| status.into_response())
}
