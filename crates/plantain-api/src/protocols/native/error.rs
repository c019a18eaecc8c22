//! Errors as `/plantain/v1` and all paths without a vendor write them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use plantain_core::Error;

use super::wire::{ErrorBody, ErrorReply};
use crate::json;

pub fn to_wire(error: &Error, request_id: &str) -> Response {
    let status = StatusCode::from_u16(error.kind.status());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = ErrorReply {
        error: ErrorBody {
            code: error.code,
            message: &error.message,
            field: error.field.as_deref(),
            value: error.value.as_deref(),
            request_id,
            rule: error.refusal.as_ref().map(|refusal| &*refusal.rule),
            category: error
                .refusal
                .as_ref()
                .and_then(|refusal| refusal.category)
                .map(|category| category.name()),
            limit: error
                .limits
                .as_ref()
                .and_then(|limits| limits.refused_by)
                .map(|kind| kind.name()),
        },
    };
    json::reply(status, &body, 0).unwrap_or_else(|_| status.into_response())
}
