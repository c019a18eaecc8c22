//! Errors as Google's clients read them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use plantain_core::{Error, ErrorKind, LimitKind, LimitStanding};

use super::wire::{Detail, ErrorBody, ErrorReply, FieldViolation, QuotaViolation};
use crate::json;

/// Whose words the reasons are.
const DOMAIN: &str = "plantain";

pub fn to_wire(error: &Error) -> Response {
    let body = body(error);
    let status = StatusCode::from_u16(body.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reply = json::reply(status, &ErrorReply { error: body }, 0);
    reply.unwrap_or_else(|_| status.into_response())
}

/// Returns the error as it stands among the answers of a batch.
pub fn summary(error: &Error) -> serde_json::Value {
    serde_json::json!(body(error))
}

fn body(error: &Error) -> ErrorBody<'_> {
    let (code, word) = status(error);
    ErrorBody {
        code,
        message: &error.message,
        status: word,
        details: details(error),
    }
}

fn status(error: &Error) -> (u16, &'static str) {
    let code = error.kind.status();
    match error.kind {
        ErrorKind::Unauthenticated if is_bad_api_key(error) => (400, "INVALID_ARGUMENT"),
        ErrorKind::Unauthenticated => (code, "UNAUTHENTICATED"),
        // Google has no 422.
        ErrorKind::Invalid | ErrorKind::CannotDo => (400, "INVALID_ARGUMENT"),
        ErrorKind::TooLarge | ErrorKind::MediaType => (code, "INVALID_ARGUMENT"),
        ErrorKind::Payment => (400, "FAILED_PRECONDITION"),
        ErrorKind::Forbidden => (code, "PERMISSION_DENIED"),
        ErrorKind::NotFound => (code, "NOT_FOUND"),
        ErrorKind::Method | ErrorKind::Unsupported => (code, "UNIMPLEMENTED"),
        ErrorKind::Conflict => (code, "ABORTED"),
        ErrorKind::Limit => (code, "RESOURCE_EXHAUSTED"),
        ErrorKind::Cancelled => (code, "CANCELLED"),
        ErrorKind::Internal => (code, "INTERNAL"),
        ErrorKind::Upstream | ErrorKind::Unavailable => (503, "UNAVAILABLE"),
        ErrorKind::Timeout => (code, "DEADLINE_EXCEEDED"),
    }
}

/// Google answers 400 to a wrong API key and 401 to a wrong token or none.
fn is_bad_api_key(error: &Error) -> bool {
    matches!(error.field.as_deref(), Some("x-goog-api-key" | "key"))
}

/// Names the limit as Google names quotas.
fn quota_violation<'a>(standing: &LimitStanding, message: &'a str) -> QuotaViolation<'a> {
    let (metric, id) = match standing.kind {
        LimitKind::Requests => (
            "generate_content_requests",
            "GenerateRequestsPerMinutePerKey",
        ),
        LimitKind::Images => ("generate_content_images", "GenerateImagesPerDayPerKey"),
        LimitKind::Concurrency => ("generate_content_concurrency", "ConcurrentRequestsPerKey"),
    };
    QuotaViolation {
        quota_metric: format!("{DOMAIN}/{metric}"),
        quota_id: id,
        quota_value: standing.limit.to_string(),
        description: message,
    }
}

fn details(error: &Error) -> Vec<Detail<'_>> {
    let reason = match error.kind {
        ErrorKind::Unauthenticated if is_bad_api_key(error) => "API_KEY_INVALID".to_owned(),
        _ => error.code.to_ascii_uppercase(),
    };
    let mut details = vec![Detail::ErrorInfo {
        reason,
        domain: DOMAIN,
    }];
    if let Some(field) = error.field.as_deref() {
        details.push(Detail::BadRequest {
            field_violations: vec![FieldViolation {
                field,
                description: &error.message,
            }],
        });
    }
    if let Some(standing) = error.limits.as_ref().and_then(|limits| limits.refusal()) {
        details.push(Detail::QuotaFailure {
            violations: vec![quota_violation(standing, &error.message)],
        });
    }
    if let Some(seconds) = error.retry_after_s {
        details.push(Detail::RetryInfo {
            retry_delay: format!("{seconds}s"),
        });
    }
    details
}
