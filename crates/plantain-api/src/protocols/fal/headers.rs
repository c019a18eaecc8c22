//! Headers and queries of fal's clients.

use axum::http::HeaderMap;
use plantain_app::Terms;
use plantain_core::Error;
use plantain_engine::Note;

use super::wire::Lifecycle;
use crate::body::parse_at;

/// The header by which clients know a request.
pub const REQUEST_ID: &str = "x-fal-request-id";
/// Seconds until drawing must have begun.
const START_TIMEOUT: &str = "x-fal-request-timeout";
const PRIORITY: &str = "x-fal-queue-priority";
/// Of outputs, and of uploads.
const OUTPUT_LIFECYCLE: &str = "x-fal-object-lifecycle-preference";
const UPLOAD_LIFECYCLE: &str = "x-fal-object-lifecycle";
const STORE_IO: &str = "x-fal-store-io";
const NO_RETRY: &str = "x-fal-no-retry";
/// What "low" means in our queue, where lower numbers go first and 0 is ordinary.
const LOW: i64 = 10;

/// Returns the terms that the headers set, and what they wish for that nobody here fulfils.
pub fn terms(headers: &HeaderMap, terms: Terms) -> Result<(Terms, Vec<Note>), Error> {
    let priority = match text(headers, PRIORITY) {
        None | Some("normal" | "") => 0,
        Some("low") => LOW,
        Some(other) => {
            return Err(Error::invalid(
                "invalid_priority",
                PRIORITY,
                other,
                "must be normal or low",
            ));
        }
    };
    let mut unmet = Vec::new();
    let mut note = |code, message: &str| unmet.push(Note::new(code, message));
    if text(headers, OUTPUT_LIFECYCLE).is_some() {
        note(
            "lifecycle_not_honoured",
            "How long outputs stay is the rule of the key, not of the request.",
        );
    }
    if text(headers, STORE_IO) == Some("0") {
        note(
            "store_io_not_honoured",
            "Requests are kept for as long as the key's rule says.",
        );
    }
    if text(headers, NO_RETRY) == Some("1") {
        note(
            "no_retry_not_honoured",
            "A request whose worker stopped is drawn by another one; it is charged once.",
        );
    }
    let terms = Terms {
        priority,
        start_within_ms: start_within_ms(headers)?,
        ..terms
    };
    Ok((terms, unmet))
}

fn start_within_ms(headers: &HeaderMap) -> Result<Option<i64>, Error> {
    let Some(text) = text(headers, START_TIMEOUT) else {
        return Ok(None);
    };
    match text.trim().parse::<f64>() {
        Ok(seconds) if seconds > 0.0 && seconds <= 1e9 => Ok(Some((seconds * 1000.0) as i64)),
        _ => Err(Error::invalid(
            "invalid_timeout",
            START_TIMEOUT,
            text,
            "must be a number of seconds",
        )),
    }
}

/// Returns after how many seconds an uploaded file is to go; none where the headers leave it to us.
pub fn upload_ttl_s(headers: &HeaderMap) -> Result<Option<i64>, Error> {
    let Some(text) = text(headers, UPLOAD_LIFECYCLE) else {
        return Ok(None);
    };
    let value = serde_json::from_str(text).map_err(|_| {
        Error::invalid(
            "invalid_lifecycle",
            UPLOAD_LIFECYCLE,
            text,
            "must be a JSON object",
        )
    })?;
    let lifecycle: Lifecycle = parse_at(UPLOAD_LIFECYCLE, &value)?;
    let seconds = lifecycle.expiration_duration_seconds;
    // None and zero mean that the file does not expire by itself.
    Ok(seconds
        .map(|seconds| seconds.clamped())
        .filter(|seconds| *seconds > 0))
}

/// Returns the value of a query parameter, decoded.
pub fn query(query: Option<&str>, name: &str) -> Option<String> {
    let pairs = query.unwrap_or_default().split('&');
    let mut values = pairs
        .filter_map(|pair| pair.split_once('='))
        .filter(|(key, _)| *key == name);
    values.next().map(|(_, value)| decode(value))
}

/// Whether a query parameter is switched on: Python sends words, JavaScript digits.
pub fn switched(text: Option<&str>, name: &str) -> bool {
    matches!(query(text, name).as_deref(), Some("1" | "true" | "True"))
}

/// Undoes the percent signs of a form; what is no escape stays.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escaped = match (first, tail) {
            (b'%', [high, low, ..]) => std::str::from_utf8(&[*high, *low])
                .ok()
                .and_then(|digits| u8::from_str_radix(digits, 16).ok()),
            _ => None,
        };
        rest = match escaped {
            Some(byte) => {
                bytes.push(byte);
                &tail[2..]
            }
            None => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                tail
            }
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect()
    }

    /// Headers; start, priority and notes that follow.
    type Case<'a> = (
        &'a [(&'static str, &'a str)],
        Option<i64>,
        i64,
        &'a [&'a str],
    );

    #[test]
    fn headers_set_terms() {
        let read = |pairs: &[(&'static str, &str)]| terms(&headers(pairs), Terms::default());
        let cases: [Case<'_>; 6] = [
            (&[], None, 0, &[]),
            (&[(PRIORITY, "normal")], None, 0, &[]),
            (
                &[(PRIORITY, "low"), (START_TIMEOUT, "30.0")],
                Some(30_000),
                LOW,
                &[],
            ),
            (&[(START_TIMEOUT, "30")], Some(30_000), 0, &[]),
            (&[(STORE_IO, "0")], None, 0, &["store_io_not_honoured"]),
            (
                &[(STORE_IO, "1"), (NO_RETRY, "1")],
                None,
                0,
                &["no_retry_not_honoured"],
            ),
        ];
        for (pairs, start, priority, notes) in cases {
            let (terms, unmet) = read(pairs).unwrap();
            assert_eq!((terms.start_within_ms, terms.priority), (start, priority));
            let codes: Vec<&str> = unmet.iter().map(|note| &*note.code).collect();
            assert_eq!(codes, notes);
        }
        for pairs in [
            [(PRIORITY, "high")],
            [(START_TIMEOUT, "soon")],
            [(START_TIMEOUT, "-1")],
        ] {
            assert!(read(&pairs).is_err(), "{pairs:?}");
        }
    }

    #[test]
    fn uploads_go_when_their_header_says() {
        for (text, expected) in [
            (r#"{"expiration_duration_seconds":60}"#, Some(60)),
            (r#"{"expiration_duration_seconds":0}"#, None),
            (r#"{"initial_acl":{"default":"allow"}}"#, None),
        ] {
            let found = upload_ttl_s(&headers(&[(UPLOAD_LIFECYCLE, text)]));
            assert_eq!(found.unwrap(), expected, "{text}");
        }
        assert!(upload_ttl_s(&headers(&[(UPLOAD_LIFECYCLE, "soon")])).is_err());
    }

    #[test]
    fn queries_are_decoded() {
        let text = Some("logs=1&fal_webhook=https%3A%2F%2Fexample.com%2Fhook%3Fa%3D1+2&x=%zz");
        assert_eq!(
            query(text, "fal_webhook").as_deref(),
            Some("https://example.com/hook?a=1 2")
        );
        assert_eq!(query(text, "x").as_deref(), Some("%zz"));
        assert_eq!(query(text, "y"), None);
        for (text, expected) in [
            ("logs=1", true),
            ("logs=true", true),
            ("logs=0", false),
            ("", false),
        ] {
            assert_eq!(switched(Some(text), "logs"), expected);
        }
    }
}
