//! Finished pictures behind signed links.

use std::ops::Range;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::TryStreamExt;
use plantain_app::{LinkParts, Outputs};
use plantain_core::Error;
use plantain_store::{ObjectKind, ObjectName, ObjectReader};

use crate::Server;
use crate::address::Path;
use crate::fail::Fail;

/// SVG from prompts is a document of ours, but it runs in the origin of this server: allow it nothing.
pub const SVG_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

/// Returns the picture behind a signed link.
#[utoipa::path(get, path = "/o/{expires}/{signature}/{name}", tag = "outputs",
    params(
        ("expires" = i64, Path, description = "Unix seconds at which the link ends."),
        ("signature" = String, Path, description = "Signature of the link."),
        ("name" = String, Path, description = "Content hash and extension."),
    ),
    responses(
        (status = 200, description = "The picture.", content_type = "*/*"),
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
    let outputs = &server.app.outputs;
    let now_ms = server.app.world.now_ms();
    let link = LinkParts {
        expires: &expires,
        signature: &signature,
        name: &name,
    };
    let name = outputs.check(link, now_ms)?;
    let left_s = expires.parse::<i64>().map_or(0, |end| end - now_ms / 1000);
    let etag = format!("\"{}\"", name.digest());
    let mut reply = base_headers(name.kind(), left_s, &etag).map_err(Error::internal)?;
    if is_known(&headers, &etag) {
        // A file that is gone is not confirmed to those who still have it.
        size_bytes(outputs, &name).await?;
        return Ok((StatusCode::NOT_MODIFIED, reply).into_response());
    }
    if method == Method::HEAD {
        let whole = size_bytes(outputs, &name).await?;
        reply.insert(header::CONTENT_LENGTH, whole.into());
        return Ok((StatusCode::OK, reply).into_response());
    }
    let range = match may_be_parted(&headers, &etag) {
        None => None,
        Some(text) => {
            let whole = size_bytes(outputs, &name).await?;
            match wanted_range(text, whole) {
                Wanted::Whole => None,
                Wanted::Part(range) => Some(range),
                Wanted::Outside => {
                    let value = HeaderValue::try_from(format!("bytes */{whole}"));
                    reply.insert(header::CONTENT_RANGE, value.map_err(Error::internal)?);
                    return Ok((StatusCode::RANGE_NOT_SATISFIABLE, reply).into_response());
                }
            }
        }
    };
    let status = match range {
        Some(_) => StatusCode::PARTIAL_CONTENT,
        None => StatusCode::OK,
    };
    if let Err(error) = server.app.retention.used(&name).await {
        // It is sent all the same.
        tracing::debug!(%error, "the use of a file could not be noted");
    }
    let reader = outputs.read(&name, range).await?;
    send(status, reply, reader.ok_or_else(Outputs::unknown)?)
}

async fn size_bytes(outputs: &Outputs, name: &ObjectName) -> Result<u64, Error> {
    let stat = outputs.stat(name).await?.ok_or_else(Outputs::unknown)?;
    Ok(stat.size_bytes)
}

/// Sends the file as it is read: no more than a piece of it is in memory.
fn send(
    status: StatusCode,
    mut headers: HeaderMap,
    reader: ObjectReader,
) -> Result<Response, Fail> {
    let Range { start, end } = reader.range;
    if status == StatusCode::PARTIAL_CONTENT {
        let whole = reader.stat.size_bytes;
        let value = HeaderValue::try_from(format!("bytes {start}-{}/{whole}", end - 1));
        headers.insert(header::CONTENT_RANGE, value.map_err(Error::internal)?);
    }
    headers.insert(header::CONTENT_LENGTH, (end - start).into());
    let pieces = reader.pieces.inspect_err(|error| {
        tracing::warn!(%error, "an output broke off while it was sent");
    });
    Ok((status, headers, Body::from_stream(pieces)).into_response())
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

/// Whether the client says that it has the file.
fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let value = headers.get(header::IF_NONE_MATCH);
    value
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            let mut tags = value
                .split(',')
                .map(|tag| tag.trim().trim_start_matches("W/"));
            tags.any(|tag| tag == etag || tag == "*")
        })
}

/// Returns the range that was asked for, unless it is one of another file than ours.
fn may_be_parted<'a>(headers: &'a HeaderMap, etag: &str) -> Option<&'a str> {
    let same = match headers.get(header::IF_RANGE) {
        // A weak tag or a date cannot promise that two parts belong together.
        Some(value) => value == etag,
        None => true,
    };
    let range = headers.get(header::RANGE).filter(|_| same)?;
    range.to_str().ok()
}

#[derive(Debug, PartialEq)]
enum Wanted {
    Whole,
    Part(Range<u64>),
    Outside,
}

/// One range of bytes is honoured; several, other units and nonsense mean the whole file, as HTTP allows.
fn wanted_range(text: &str, whole: u64) -> Wanted {
    let Some(range) = text.strip_prefix("bytes=") else {
        return Wanted::Whole;
    };
    let Some((first, last)) = range.split_once('-') else {
        return Wanted::Whole;
    };
    let (first, last) = (first.trim().parse::<u64>(), last.trim());
    match (first, last.parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last && first < whole => {
            Wanted::Part(first..last.saturating_add(1).min(whole))
        }
        (Ok(first), Err(_)) if last.is_empty() && first < whole => Wanted::Part(first..whole),
        (Err(_), Ok(tail)) if range.starts_with('-') => match tail.min(whole) {
            0 => Wanted::Outside,
            tail => Wanted::Part(whole - tail..whole),
        },
        (Ok(first), _) if first >= whole => Wanted::Outside,
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
            assert_eq!(wanted_range(text, 10), expected, "{text}");
        }
        assert_eq!(wanted_range("bytes=0-", 0), Wanted::Outside);
        assert_eq!(wanted_range("bytes=-5", 0), Wanted::Outside);
    }

    #[test]
    fn a_part_of_another_file_is_never_given() {
        let range = Some("bytes=0-1");
        for (if_range, expected) in [
            (None, range),
            (Some("\"new\""), range),
            (Some("\"old\""), None),
            (Some("W/\"new\""), None),
            (Some("*"), None),
            (Some("Fri, 20 Nov 2026 00:00:00 GMT"), None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, "bytes=0-1".parse().unwrap());
            if let Some(value) = if_range {
                headers.insert(header::IF_RANGE, value.parse().unwrap());
            }
            assert_eq!(may_be_parted(&headers, "\"new\""), expected, "{if_range:?}");
        }
    }

    #[test]
    fn what_the_client_has_is_known_by_its_tag() {
        for (text, expected) in [
            ("\"e\"", true),
            ("W/\"e\"", true),
            ("\"d\", \"e\"", true),
            ("*", true),
            ("\"d\"", false),
            ("e", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, text.parse().unwrap());
            assert_eq!(is_known(&headers, "\"e\""), expected, "{text}");
        }
    }
}
