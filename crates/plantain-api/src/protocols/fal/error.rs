//! Errors as fal writes them: a list of what is wrong with the input as 422, or a text with a word for machines.
//!
//! <https://docs.fal.ai/model-apis/errors> and `documentation/model-apis/request-errors`.

use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use plantain_core::{Error, ErrorKind};
use serde_json::{Value, json};

use super::headers::REQUEST_ID;
use super::wire::ErrorReply;
use crate::json;

const ERROR_TYPE: HeaderName = HeaderName::from_static("x-fal-error-type");
const RETRYABLE: HeaderName = HeaderName::from_static("x-fal-retryable");
/// Says that the client set the time that ran out, so that it does not try again.
const TIMEOUT_TYPE: HeaderName = HeaderName::from_static("x-fal-request-timeout-type");
/// Where the words of the list are explained.
const EXPLAINED: &str = "https://docs.fal.ai/errors";
/// Code of tasks that nobody began in the time that their client allowed.
const LATE: &str = "not_started_in_time";

pub fn to_wire(error: &Error, request_id: &str) -> Response {
    let status = status(error);
    let (body, word) = body(error);
    let mut response = json::reply(status, &body, 0).unwrap_or_else(|_| status.into_response());
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, text: &str| {
        if let Ok(value) = HeaderValue::from_str(text) {
            headers.insert(name, value);
        }
    };
    set(HeaderName::from_static(REQUEST_ID), request_id);
    set(ERROR_TYPE, word);
    let again = matches!(
        error.kind,
        ErrorKind::Limit | ErrorKind::Internal | ErrorKind::Upstream | ErrorKind::Unavailable
    );
    set(RETRYABLE, if again { "true" } else { "false" });
    if error.code == LATE {
        set(TIMEOUT_TYPE, "user");
    }
    response
}

/// Returns the status of an error.
pub fn status(error: &Error) -> StatusCode {
    let status = match error.kind {
        _ if in_input(error) => 422,
        ErrorKind::Conflict if error.code == "task_not_finished" => 400,
        kind => kind.status(),
    };
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Returns the body of an error, and its word for machines.
pub fn body(error: &Error) -> (ErrorReply, &'static str) {
    if !in_input(error) {
        let word = platform_word(error);
        let detail = Value::from(&*error.message);
        let error_type = Some(word);
        return (ErrorReply { detail, error_type }, word);
    }
    let word = input_word(error);
    let detail = json!([{
        "loc": place(error.field.as_deref().unwrap_or("prompt")),
        "msg": error.message,
        "type": word,
        "url": format!("{EXPLAINED}#{word}"),
        "input": error.value,
        "ctx": {"code": error.code},
    }]);
    let error_type = None;
    (ErrorReply { detail, error_type }, word)
}

/// Whether the error speaks of what the model was given, rather than of the platform.
fn in_input(error: &Error) -> bool {
    match error.kind {
        ErrorKind::Invalid | ErrorKind::CannotDo => true,
        ErrorKind::TooLarge => error.field.is_some(),
        _ => error.refusal.is_some(),
    }
}

fn input_word(error: &Error) -> &'static str {
    match (error.kind, error.code) {
        _ if error.refusal.is_some() => "content_policy_violation",
        (ErrorKind::TooLarge, _) => "image_too_large",
        (ErrorKind::CannotDo, _) => "feature_not_supported",
        (_, "missing_field") => "missing",
        (_, "invalid_json") => "json_invalid",
        (_, "invalid_type") => "type_error",
        (_, "cannot_fetch") => "file_download_error",
        (_, "too_many_pictures") => "sequence_too_long",
        (_, "invalid_image" | "damaged_image" | "unknown_format") => "image_load_error",
        _ => "value_error",
    }
}

fn platform_word(error: &Error) -> &'static str {
    match (error.kind, error.code) {
        (_, LATE) => "request_timeout",
        (ErrorKind::Timeout, _) => "generation_timeout",
        (ErrorKind::Unavailable, _) => "runner_scheduling_failure",
        (ErrorKind::Upstream, _) => "downstream_service_error",
        (ErrorKind::Internal, _) => "internal_server_error",
        (ErrorKind::Limit, _) => "rate_limit_exceeded",
        (_, code) => code,
    }
}

/// Returns where a field stands, as a list: `image_urls[1]` is body, image_urls, 1.
fn place(field: &str) -> Value {
    let (side, field) = match field {
        "body" => return json!(["body"]),
        "fal_webhook" | "fal_max_queue_length" => ("query", field),
        field if field.contains('-') => ("header", field),
        field => ("body", field),
    };
    let parts = field.split(['.', '[', ']']).filter(|part| !part.is_empty());
    let parts = parts.map(|part| match part.parse::<u32>() {
        Ok(index) => Value::from(index),
        Err(_) => Value::from(part),
    });
    std::iter::once(Value::from(side)).chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_speak_of_the_input_or_of_the_platform() {
        let new = |kind, code| Error::new(kind, code, "why");
        let cases = [
            (
                Error::missing("prompt", "send it"),
                422,
                "missing",
                Some(json!(["body", "prompt"])),
            ),
            (
                Error::invalid("x", "image_urls[1]", "y", "must be z"),
                422,
                "value_error",
                Some(json!(["body", "image_urls", 1])),
            ),
            (
                Error::invalid("x", "image_size.width", "y", "must be z"),
                422,
                "value_error",
                Some(json!(["body", "image_size", "width"])),
            ),
            (
                Error::invalid("x", "x-fal-queue-priority", "y", "must be z"),
                422,
                "value_error",
                Some(json!(["header", "x-fal-queue-priority"])),
            ),
            (
                new(ErrorKind::TooLarge, "body_too_large"),
                413,
                "body_too_large",
                None,
            ),
            (
                new(ErrorKind::TooLarge, "x").with_field("image_urls[0]"),
                422,
                "image_too_large",
                Some(json!(["body", "image_urls", 0])),
            ),
            (
                new(ErrorKind::Unauthenticated, "invalid_key"),
                401,
                "invalid_key",
                None,
            ),
            (
                new(ErrorKind::NotFound, "model_not_found"),
                404,
                "model_not_found",
                None,
            ),
            (
                new(ErrorKind::Conflict, "task_not_finished"),
                400,
                "task_not_finished",
                None,
            ),
            (new(ErrorKind::Timeout, LATE), 504, "request_timeout", None),
            (
                new(ErrorKind::Internal, "internal_error"),
                500,
                "internal_server_error",
                None,
            ),
        ];
        for (error, status, word, place) in cases {
            let response = to_wire(&error, "req_1");
            assert_eq!(response.status().as_u16(), status, "{error:?}");
            let header = |name: &HeaderName| {
                response
                    .headers()
                    .get(name)
                    .map(|value| value.to_str().unwrap().to_owned())
            };
            assert_eq!(header(&ERROR_TYPE).as_deref(), Some(word));
            let (body, _) = body(&error);
            match place {
                Some(place) => assert_eq!(body.detail[0]["loc"], place),
                None => assert!(body.detail.is_string(), "{body:?}"),
            }
            let by_user = header(&TIMEOUT_TYPE).is_some();
            assert_eq!(by_user, error.code == LATE);
        }
    }
}
