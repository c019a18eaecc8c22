//! Finished pictures behind signed links.

use std::ops::Range;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use plantain_core::Error;
use plantain_store::ObjectKind;

use crate::Server;
use crate::fail::Fail;

/// SVG from prompts is a document of ours, but it runs in the origin of this server: allow it nothing.
const SVG_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

/// Returns the picture behind a signed link.
#[utoipa::path(get, path = "/o/{expires}/{signature}/{name}", tag = "outputs",
    params(
        ("expires" = i64, Path, description = "Unix seconds at which the link ends."),
        ("signature" = String, Path, description = "Signature of the link."),
        ("name" = String, Path, description = "Content hash and extension."),
    ),
    responses(
        (status = 200, description = "The picture.", content_type = "image/png"),
        (status = 206, description = "Part of the picture."),
        (status = 304, description = "The client has it."),
        (status = 404, description = "No such output, or the link has expired."),
        (status = 416, description = "The range is outside the picture."),
    ))]
pub async fn fetch(
    State(server): State<Arc<Server>>,
    method: Method,
    Path((expires, signature, name)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, Fail> {
    let now_ms = server.app.world.now_ms();
    let outputs = &server.app.outputs;
    let (name, bytes) = outputs.open(&expires, &signature, &name, now_ms).await?;
    let left_s = expires.parse::<i64>().map_or(0, |end| end - now_ms / 1000);
    let etag = format!("\"{}\"", name.digest());
    let mut reply = base_headers(name.kind(), left_s, &etag).map_err(Error::internal)?;
    if matches(&headers, header::IF_NONE_MATCH, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, reply).into_response());
    }
    let whole = bytes.len();
    let (status, range) = match wanted_range(&headers, &etag, whole) {
        Wanted::Whole => (StatusCode::OK, 0..whole),
        Wanted::Part(range) => {
            let value = format!("bytes {}-{}/{whole}", range.start, range.end - 1);
            let value = HeaderValue::try_from(value).map_err(Error::internal)?;
            reply.insert(header::CONTENT_RANGE, value);
            (StatusCode::PARTIAL_CONTENT, range)
        }
        Wanted::Outside => {
            let value = format!("bytes */{whole}");
            let value = HeaderValue::try_from(value).map_err(Error::internal)?;
            reply.insert(header::CONTENT_RANGE, value);
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, reply).into_response());
        }
    };
    reply.insert(header::CONTENT_LENGTH, range.len().into());
    let body = match method {
        Method::HEAD => Body::empty(),
        _ => Body::from(bytes.slice(range)),
    };
    Ok((status, reply, body).into_response())
}

fn base_headers(
    kind: ObjectKind,
    left_s: i64,
    etag: &str,
) -> Result<HeaderMap, header::InvalidHeaderValue> {
    let mut headers = HeaderMap::new();
    let media_type = HeaderValue::from_static(kind.media_type());
    headers.insert(header::CONTENT_TYPE, media_type);
    headers.insert(header::ETAG, HeaderValue::try_from(etag)?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // The name says what the file holds, so it never changes; a shared cache must not outlive the link.
    let cache = format!("private, max-age={}, immutable", left_s.max(0));
    headers.insert(header::CACHE_CONTROL, HeaderValue::try_from(cache)?);
    if kind == ObjectKind::Svg {
        let policy = HeaderValue::from_static(SVG_POLICY);
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(headers)
}

fn matches(headers: &HeaderMap, name: header::HeaderName, etag: &str) -> bool {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.is_some_and(|value| {
        let mut tags = value
            .split(',')
            .map(|tag| tag.trim().trim_start_matches("W/"));
        tags.any(|tag| tag == etag || tag == "*")
    })
}

#[derive(Debug, PartialEq)]
enum Wanted {
    Whole,
    Part(Range<usize>),
    Outside,
}

/// One range of bytes is honoured; several, other units and nonsense mean the whole file, as HTTP allows.
fn wanted_range(headers: &HeaderMap, etag: &str, whole: usize) -> Wanted {
    if headers.contains_key(header::IF_RANGE) && !matches(headers, header::IF_RANGE, etag) {
        return Wanted::Whole;
    }
    let text = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let Some(range) = text.and_then(|text| text.strip_prefix("bytes=")) else {
        return Wanted::Whole;
    };
    let Some((first, last)) = range.split_once('-') else {
        return Wanted::Whole;
    };
    let (first, last) = (first.trim().parse::<usize>(), last.trim());
    match (first, last.parse::<usize>()) {
        (Ok(first), Ok(last)) if first <= last && first < whole => {
            Wanted::Part(first..last.saturating_add(1).min(whole))
        }
        (Ok(first), Err(_)) if last.is_empty() && first < whole => Wanted::Part(first..whole),
        (Err(_), Ok(tail)) if range.starts_with('-') && tail > 0 && whole > 0 => {
            Wanted::Part(whole.saturating_sub(tail)..whole)
        }
        (Ok(first), _) if first >= whole => Wanted::Outside,
        (Err(_), Ok(0)) => Wanted::Outside,
        _ => Wanted::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let cases = [
            ("bytes=0-99", Wanted::Part(0..10)),
            ("bytes=2-4", Wanted::Part(2..5)),
            ("bytes=5-", Wanted::Part(5..10)),
            ("bytes=-3", Wanted::Part(7..10)),
            ("bytes=-300", Wanted::Part(0..10)),
            ("bytes=10-", Wanted::Outside),
            ("bytes=99-100", Wanted::Outside),
            ("bytes=-0", Wanted::Outside),
            ("bytes=4-2", Wanted::Whole),
            ("bytes=0-1,4-5", Wanted::Whole),
            ("bytes=x", Wanted::Whole),
            ("rows=0-1", Wanted::Whole),
        ];
        for (text, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, text.parse().unwrap());
            assert_eq!(wanted_range(&headers, "\"e\"", 10), expected, "{text}");
        }
    }

    #[test]
    fn a_part_of_another_file_is_never_given() {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, "bytes=0-1".parse().unwrap());
        headers.insert(header::IF_RANGE, "\"old\"".parse().unwrap());
        assert_eq!(wanted_range(&headers, "\"new\"", 10), Wanted::Whole);
    }
}
