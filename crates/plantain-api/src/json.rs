//! JSON on its way out. Small pictures go straight into the text as base64, through one small buffer; large ones are left out of
//! it and become base64 while the reply is sent.

use std::cell::RefCell;
use std::io::{self, Write};

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use base64_simd::STANDARD;
use bytes::Bytes;
use plantain_core::Error;
use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

use crate::parcel::{Parcel, Part};

/// Bytes that are encoded at a time: a multiple of three, so that only the last piece is padded, and small enough for
/// the cache next to the core.
const PIECE_BYTES: usize = 3 * 4096;
/// From this length on a picture is encoded while it is sent.
const LARGE_BYTES: usize = 256 << 10;
/// Stands in the text where a picture was left out: no JSON text holds this byte, since it is always escaped.
const GAP: u8 = 0;
/// Room for everything in a reply but its pictures, at first.
const SMALL_BYTES: usize = 2048;

/// Returns a response with this JSON. `picture_bytes` is how many bytes of pictures are inside, to reserve room once.
pub fn reply(
    status: StatusCode,
    value: &impl Serialize,
    picture_bytes: usize,
) -> Result<Response, Error> {
    let body = if picture_bytes < LARGE_BYTES {
        Body::from(to_vec(value, picture_bytes)?)
    } else {
        Body::new(parcel(value)?)
    };
    Ok(respond(status, "application/json", body))
}

thread_local! {
    /// The pictures that were left out of the text which this thread writes; none: they are written into it.
    static LEFT_OUT: RefCell<Option<Vec<Bytes>>> = const { RefCell::new(None) };
}

/// Returns the JSON with its pictures beside it.
fn parcel(value: &impl Serialize) -> Result<Parcel, Error> {
    /// Ends it also where writing panics.
    struct Leaving;
    impl Drop for Leaving {
        fn drop(&mut self) {
            LEFT_OUT.set(None);
        }
    }
    LEFT_OUT.set(Some(Vec::new()));
    let _leaving = Leaving;
    let text = to_vec(value, 0);
    let pictures = LEFT_OUT.take().unwrap_or_default();
    let text = Bytes::from(text?);
    let mut parts = Vec::with_capacity(2 * pictures.len() + 1);
    let mut begin = 0;
    let gaps = text.iter().enumerate().filter(|(_, byte)| **byte == GAP);
    for ((gap, _), picture) in gaps.zip(pictures) {
        parts.push(Part::Text(text.slice(begin..gap)));
        parts.push(Part::Picture(picture));
        begin = gap + 1;
    }
    parts.push(Part::Text(text.slice(begin..)));
    Ok(Parcel::new(parts))
}

/// Leaves a picture out of the text, if pictures are left out.
fn leave_out(picture: &Bytes) -> bool {
    LEFT_OUT.with_borrow_mut(|left_out| match left_out {
        Some(pictures) => {
            pictures.push(picture.clone());
            true
        }
        None => false,
    })
}

/// Returns a response of this media type.
pub fn respond(status: StatusCode, media_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let media_type = HeaderValue::from_static(media_type);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, media_type);
    response
}

/// Returns JSON text with its pictures inside.
///
/// # Errors
/// Internal when the value cannot be written.
pub fn text(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    to_vec(value, 0)
}

/// Returns the JSON text.
pub fn to_vec(value: &impl Serialize, picture_bytes: usize) -> Result<Vec<u8>, Error> {
    let mut text = Vec::with_capacity(SMALL_BYTES + STANDARD.encoded_length(picture_bytes));
    write(&mut text, value)?;
    Ok(text)
}

/// Appends the JSON text.
pub fn write(text: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    let mut serializer = serde_json::Serializer::with_formatter(text, BytesAsBase64);
    value.serialize(&mut serializer).map_err(Error::internal)
}

/// Compact JSON in which byte arrays are strings of base64.
struct BytesAsBase64;

impl Formatter for BytesAsBase64 {
    fn write_byte_array<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        bytes: &[u8],
    ) -> io::Result<()> {
        let mut buffer = [0; PIECE_BYTES / 3 * 4];
        writer.write_all(b"\"")?;
        if bytes == [GAP] && LEFT_OUT.with_borrow(Option::is_some) {
            return writer.write_all(&[GAP, b'"']);
        }
        for piece in bytes.chunks(PIECE_BYTES) {
            let text = STANDARD.encode(piece, base64_simd::Out::from_slice(&mut buffer));
            writer.write_all(text)?;
        }
        writer.write_all(b"\"")
    }
}

/// Serializes bytes for this module's writer.
pub fn base64<S: Serializer>(bytes: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    match leave_out(bytes) {
        true => serializer.serialize_bytes(&[GAP]),
        false => serializer.serialize_bytes(bytes),
    }
}

/// The same for bytes that may be missing.
pub fn base64_option<S: Serializer>(
    bytes: &Option<Bytes>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match bytes {
        Some(bytes) => base64(bytes, serializer),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;

    #[derive(Serialize)]
    struct Reply {
        name: &'static str,
        #[serde(serialize_with = "base64")]
        picture: Bytes,
    }

    #[test]
    fn bytes_become_base64_at_every_length_around_a_piece() {
        let lengths = [
            0,
            1,
            2,
            3,
            PIECE_BYTES - 1,
            PIECE_BYTES,
            PIECE_BYTES + 1,
            5 * PIECE_BYTES + 2,
        ];
        for length in lengths {
            let picture: Bytes = (0..length).map(|n| (n * 7) as u8).collect();
            let reply = Reply {
                name: "a \"b\"",
                picture: picture.clone(),
            };
            let text = to_vec(&reply, length).unwrap();
            let value: serde_json::Value = serde_json::from_slice(&text).unwrap();
            assert_eq!(value["name"], "a \"b\"");
            let encoded = base64::engine::general_purpose::STANDARD.encode(&picture);
            assert_eq!(value["picture"], encoded.as_str(), "{length}");
            assert!(
                text.capacity() < SMALL_BYTES + length * 4 / 3 + 8,
                "grew at {length}"
            );
        }
    }

    #[tokio::test]
    async fn large_pictures_are_sent_as_small_ones_are() {
        #[derive(Serialize)]
        struct Many {
            pictures: Vec<Reply>,
            #[serde(serialize_with = "base64_option")]
            none: Option<Bytes>,
        }
        let picture = |seed: usize, length: usize| Reply {
            name: "nul \0 and \"quotes\"",
            picture: (0..length).map(|n| (n * 7 + seed) as u8).collect(),
        };
        let many = Many {
            pictures: vec![
                picture(1, LARGE_BYTES),
                picture(2, 1),
                picture(3, 2 * LARGE_BYTES + 1),
            ],
            none: None,
        };
        let small = to_vec(&many, 0).unwrap();
        let response = reply(StatusCode::OK, &many, 3 * LARGE_BYTES).unwrap();
        let sent = axum::body::to_bytes(response.into_body(), usize::MAX).await;
        assert!(sent.unwrap() == small, "the two differ");
        // The thread writes pictures into the text again.
        assert!(to_vec(&many, 0).unwrap() == small);
    }
}
