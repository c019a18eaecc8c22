//! JSON on its way out. Picture bytes go from the picture straight into the text as base64, through one small buffer.

use std::io::{self, Write};

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use base64_simd::STANDARD;
use bytes::Bytes;
use plantain_core::Error;
use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

/// Bytes that are encoded at a time: a multiple of three, so that only the last piece is padded, and small enough for
/// the cache next to the core.
const PIECE_BYTES: usize = 3 * 4096;
/// Room for everything in a reply but its pictures, at first.
const SMALL_BYTES: usize = 2048;

/// Returns a response with this JSON. `picture_bytes` is how many bytes of pictures are inside, to reserve room once.
pub fn reply(
    status: StatusCode,
    value: &impl Serialize,
    picture_bytes: usize,
) -> Result<Response, Error> {
    let text = to_vec(value, picture_bytes)?;
    Ok(respond(status, "application/json", Body::from(text)))
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
        for piece in bytes.chunks(PIECE_BYTES) {
            let text = STANDARD.encode(piece, base64_simd::Out::from_slice(&mut buffer));
            writer.write_all(text)?;
        }
        writer.write_all(b"\"")
    }
}

/// Serializes bytes for this module's writer.
pub fn base64<S: Serializer>(bytes: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// The same for bytes that may be missing.
pub fn base64_option<S: Serializer>(
    bytes: &Option<Bytes>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match bytes {
        Some(bytes) => serializer.serialize_bytes(bytes),
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
}
