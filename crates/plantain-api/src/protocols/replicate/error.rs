//! Errors as Replicate writes them: title, detail and status.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use plantain_core::{Error, ErrorKind};

use super::wire::{ErrorReply, InvalidField};
use crate::json;

pub fn to_wire(error: &Error) -> Response {
    let status = status(error);
    let field = error.field.as_deref().filter(|_| status.as_u16() == 422);
    let invalid = field.map(|field| InvalidField {
        kind: kind_of(error),
        field,
        description: &error.message,
    });
    let body = ErrorReply {
        title: title(status, error),
        detail: &error.message,
        status: status.as_u16(),
        invalid_fields: invalid.into_iter().collect(),
        code: error.code,
    };
    json::reply(status, &body, 0).unwrap_or_else(|_| status.into_response())
}

fn status(error: &Error) -> StatusCode {
    let status = match error.kind {
        _ if error.refusal.is_some() => 422,
        ErrorKind::Invalid if error.code == "invalid_json" => 400,
        ErrorKind::Invalid => 422,
        kind => kind.status(),
    };
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn title(status: StatusCode, error: &Error) -> &'static str {
    match status.as_u16() {
        _ if error.refusal.is_some() => "Content policy",
        400 => "Bad Request",
        401 => "Unauthenticated",
        402 => "Insufficient credit",
        403 => "Permission denied",
        404 => "Not found",
        422 => "Input validation failed",
        429 => "Too many requests",
        _ => status.canonical_reason().unwrap_or("Error"),
    }
}

fn kind_of(error: &Error) -> &'static str {
    match error.code {
        "missing_field" => "required",
        "invalid_type" => "type",
        _ => "value",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_has_its_status() {
        let new = |kind, code| Error::new(kind, code, "why");
        let cases = [
            (new(ErrorKind::Invalid, "invalid_json"), 400, "Bad Request"),
            (
                Error::missing("input.prompt", "say it"),
                422,
                "Input validation failed",
            ),
            (
                new(ErrorKind::Unauthenticated, "invalid_key"),
                401,
                "Unauthenticated",
            ),
            (
                new(ErrorKind::Payment, "no_credit"),
                402,
                "Insufficient credit",
            ),
            (new(ErrorKind::NotFound, "unknown_task"), 404, "Not found"),
            (
                new(ErrorKind::TooLarge, "body_too_large"),
                413,
                "Payload Too Large",
            ),
            (
                new(ErrorKind::Limit, "too_many_requests"),
                429,
                "Too many requests",
            ),
            (
                new(ErrorKind::Internal, "internal_error"),
                500,
                "Internal Server Error",
            ),
        ];
        for (error, expected, words) in cases {
            assert_eq!(status(&error).as_u16(), expected, "{error:?}");
            assert_eq!(title(status(&error), &error), words);
        }
    }
}
