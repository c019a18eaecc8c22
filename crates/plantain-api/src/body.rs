//! Bodies: read under a limit, parsed with errors that name field, value and what is allowed.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use http_body::Frame;
use plantain_core::{Error, ErrorKind};
use serde::Deserialize;
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Server;
use crate::fail::Fail;
use crate::form::Form;

/// Longest body, bytes.
pub const BODY_BYTES_MAX: usize = 100 << 20;
/// Most that is reserved for a body before any of it came.
const RESERVE_BYTES_MAX: usize = 1 << 20;
/// How much of a body that is too long is read and thrown away.
const DRAIN_BYTES_MAX: usize = 1 << 30;
/// How long that may take.
const DRAIN_TIME_MAX: Duration = Duration::from_secs(20);

/// A body of JSON as a dialect's wire struct.
pub struct Wire<T>(pub T);

/// A body as it came.
pub struct Raw(pub Bytes);

/// A body of JSON, or a form with files.
pub enum Payload {
    Json(Bytes),
    Form(Form),
}

impl Payload {
    /// Returns a form with the file in its part `part`: what the client calls it, and its bytes.
    ///
    /// # Errors
    /// Media type for a body of JSON, missing where the part is.
    pub fn with_file(self, part: &'static str) -> Result<(Form, String, Bytes), Error> {
        let Self::Form(form) = self else {
            let message = format!("Send the file as multipart/form-data, in a part named {part}.");
            return Err(Error::new(
                ErrorKind::MediaType,
                "unsupported_media_type",
                message,
            ));
        };
        let file = form.files(part).into_iter().next();
        let remedy = "send the file in a part of this name";
        let (_, bytes) = file.ok_or_else(|| Error::missing(part, remedy))?;
        let name = form.filename(part).unwrap_or_default().to_owned();
        Ok((form, name, bytes))
    }

    /// Returns the hash of what was sent, which is the same when a client sends it again.
    pub fn sha256(&self) -> [u8; 32] {
        match self {
            Self::Json(bytes) => Sha256::digest(bytes).into(),
            Self::Form(form) => form.sha256(),
        }
    }
}

impl FromRequest<Arc<Server>> for Payload {
    type Rejection = Fail;

    async fn from_request(request: Request, _: &Arc<Server>) -> Result<Self, Fail> {
        let (parts, body) = request.into_parts();
        let boundary = Form::boundary(&parts.headers).transpose()?;
        let bytes = read(&parts.headers, body).await?;
        Ok(match boundary {
            Some(boundary) => Self::Form(Form::read(bytes, boundary).await?),
            None => Self::Json(bytes),
        })
    }
}

impl<T: DeserializeOwned> FromRequest<Arc<Server>> for Wire<T> {
    type Rejection = Fail;

    async fn from_request(request: Request, server: &Arc<Server>) -> Result<Self, Fail> {
        let Raw(bytes) = Raw::from_request(request, server).await?;
        Ok(Self(parse(&bytes)?))
    }
}

impl FromRequest<Arc<Server>> for Raw {
    type Rejection = Fail;

    async fn from_request(request: Request, _: &Arc<Server>) -> Result<Self, Fail> {
        let (parts, body) = request.into_parts();
        check_media_type(&parts.headers)?;
        Ok(Self(read(&parts.headers, body).await?))
    }
}

/// JSON is what we read, whatever it is called; only forms with files cannot be meant as JSON.
fn check_media_type(headers: &HeaderMap) -> Result<(), Error> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with("multipart/") {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::MediaType,
        "unsupported_media_type",
        "This path takes JSON; send it with \"Content-Type: application/json\".",
    )
    .with_field("content-type")
    .with_value(kind))
}

/// Returns the whole body, if it is not too long.
pub async fn read(headers: &HeaderMap, mut body: Body) -> Result<Bytes, Error> {
    let declared = headers.get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > BODY_BYTES_MAX) {
        // A client that waits for permission to send is simply refused it.
        if !headers.contains_key(header::EXPECT) {
            drain(&mut body).await;
        }
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(declared.unwrap_or(0).min(RESERVE_BYTES_MAX));
    while let Some(piece) = next_piece(&mut body).await? {
        if bytes.len() + piece.len() > BODY_BYTES_MAX {
            drop(bytes);
            drain(&mut body).await;
            return Err(too_large());
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes.into())
}

/// Returns the next bytes of the body, none at its end.
///
/// # Errors
/// Invalid when the body is cut off; what a layer around it found wrong, after the rest of it was thrown away.
pub async fn next_piece(body: &mut Body) -> Result<Option<Bytes>, Error> {
    match next_data(body).await {
        None => Ok(None),
        Some(Ok(piece)) => Ok(Some(piece)),
        Some(Err(error)) => match error.into_inner().downcast::<Error>() {
            Ok(ours) => {
                drain(body).await;
                Err(*ours)
            }
            Err(error) => {
                let message = "The body ended before all of it had come; send the request again.";
                Err(Error::new(ErrorKind::Invalid, "body_interrupted", message).with_detail(error))
            }
        },
    }
}

/// Frames without data are trailers, which say nothing to us.
async fn next_data(body: &mut Body) -> Option<Result<Bytes, axum::Error>> {
    loop {
        let mut pinned = Pin::new(&mut *body);
        let frame = std::future::poll_fn(|cx| pinned.as_mut().poll_frame(cx)).await?;
        match frame.map(Frame::into_data) {
            Ok(Ok(piece)) => return Some(Ok(piece)),
            Ok(Err(_trailers)) => {}
            Err(error) => return Some(Err(error)),
        }
    }
}

/// Reads on and throws away, so that a client that sends before it listens gets to hear why it was refused.
pub async fn drain(body: &mut Body) {
    let discard = async {
        let mut seen = 0;
        while let Some(Ok(piece)) = next_data(body).await {
            seen += piece.len();
            if seen > DRAIN_BYTES_MAX {
                break;
            }
        }
    };
    // Whether the rest comes or not, the answer is the same.
    let _ = tokio::time::timeout(DRAIN_TIME_MAX, discard).await;
}

fn too_large() -> Error {
    Error::new(
        ErrorKind::TooLarge,
        "body_too_large",
        format!(
            "The body is larger than {} MiB; send fewer or smaller pictures.",
            BODY_BYTES_MAX >> 20
        ),
    )
}

/// Returns the wire struct in a JSON body, or an error that says what is wrong where.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(invalid_json("The body is empty; send a JSON object."));
    }
    // Structs would also take a list of their fields; on the wire only objects are meant.
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err(
            match serde_json::from_slice::<serde::de::IgnoredAny>(bytes) {
                Ok(_) => Error::new(
                    ErrorKind::Invalid,
                    "invalid_type",
                    "body: this is JSON, but not a JSON object; send one.",
                )
                .with_field("body"),
                Err(error) => explain(".", &error),
            },
        );
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        explain(&path, error.inner())
    })?;
    reader.end().map_err(|error| explain(".", &error))?;
    Ok(value)
}

/// Returns the wire struct in a JSON value that stood at `path`, or an error that says what is wrong where.
pub fn parse_at<T: DeserializeOwned>(path: &str, value: &Value) -> Result<T, Error> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let inner = error.path().to_string();
        match inner.as_str() {
            "." => explain(path, error.inner()),
            inner => explain(&format!("{path}.{inner}"), error.inner()),
        }
    })
}

fn explain(path: &str, error: &serde_json::Error) -> Error {
    let text = error.to_string();
    if !error.is_data() {
        return invalid_json(format!("The body is not valid JSON: {text}."));
    }
    // serde adds the place in the text; the path says it better.
    let text = text.split(" at line ").next().unwrap_or_default();
    if let Some(name) = text
        .strip_prefix("unknown field `")
        .and_then(|rest| rest.split('`').next())
    {
        let known = text.split_once("expected ").map_or("", |(_, known)| known);
        let message = format!(
            "{name}: there is no such field; use {}.",
            known.replace('`', "")
        );
        return Error::new(ErrorKind::Invalid, "unknown_field", message)
            .with_field(name.to_owned());
    }
    let field = if path == "." { "body" } else { path };
    let message = format!("{field}: {text}.");
    let found = text.split_once(": ").map_or(text, |(_, rest)| rest);
    let found = found.split(", expected").next().unwrap_or_default();
    Error::new(ErrorKind::Invalid, "invalid_type", message)
        .with_field(field.to_owned())
        .with_value(found)
}

fn invalid_json(message: impl Into<Box<str>>) -> Error {
    Error::new(ErrorKind::Invalid, "invalid_json", message)
}

/// A whole number in JSON, also written as 40.0 as some SDKs do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole(pub i128);

impl Whole {
    /// Returns the number for checks that take 64 bits; what is beyond stays beyond.
    pub fn clamped(self) -> i64 {
        self.0.clamp(i64::MIN.into(), i64::MAX.into()) as i64
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WholeVisitor;

        impl Visitor<'_> for WholeVisitor {
            type Value = Whole;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Whole, E> {
                Ok(Whole(number.into()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Whole, E> {
                Ok(Whole(number.into()))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Whole, E> {
                if number.fract() == 0.0 {
                    Ok(Whole(number as i128))
                } else {
                    Err(E::invalid_value(de::Unexpected::Float(number), &self))
                }
            }
        }

        deserializer.deserialize_any(WholeVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(expecting = "a JSON object")]
    struct Body {
        #[serde(default)]
        n: Option<Whole>,
        #[serde(default)]
        parts: Vec<Part>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(expecting = "a JSON object")]
    struct Part {
        #[expect(dead_code, reason = "only read")]
        text: Option<String>,
    }

    #[test]
    fn errors_name_field_value_and_what_is_expected() {
        let cases = [
            ("", "invalid_json", None, "empty"),
            ("  \n", "invalid_json", None, "empty"),
            ("{", "invalid_json", None, "EOF"),
            ("{\"n\":1}}", "invalid_json", None, "trailing"),
            ("[1]", "invalid_type", Some("body"), "a JSON object"),
            (
                "{\"n\":\"two\"}",
                "invalid_type",
                Some("n"),
                "a whole number",
            ),
            ("{\"n\":1.5}", "invalid_type", Some("n"), "1.5"),
            (
                "{\"parts\":[{},{\"text\":5}]}",
                "invalid_type",
                Some("parts[1].text"),
                "a string",
            ),
        ];
        for (text, code, field, part) in cases {
            let error = parse::<Body>(text.as_bytes()).unwrap_err();
            assert_eq!(error.code, code, "{text}");
            assert_eq!(error.field.as_deref(), field, "{text}");
            assert!(error.message.contains(part), "{text}: {}", error.message);
            assert!(!error.message.contains("line 0"), "{}", error.message);
        }
    }

    #[test]
    fn whole_numbers_may_have_a_point() {
        for (text, expected) in [
            ("40.0", 40),
            ("7", 7),
            ("-1", -1),
            ("18446744073709551615", u64::MAX.into()),
        ] {
            let body: Body = parse(format!("{{\"n\":{text}}}").as_bytes()).unwrap();
            assert_eq!(body.n, Some(Whole(expected)));
            assert!(body.parts.is_empty());
        }
        let none: Body = parse(b"{\"n\":null,\"extra\":{\"deep\":[1]}}").unwrap();
        assert_eq!(none.n, None);
    }
}
