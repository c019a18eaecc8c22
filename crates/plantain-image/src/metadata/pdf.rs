//! The scene in our own PDF documents: an attached file, found by the exact spelling that we write.
//!
//! A program that changes a PDF writes it anew, in another spelling, or adds to its end. In both cases the scene is not that
//! of the picture any more, and it is not found.

use std::str::FromStr;

use memchr::memmem;
use serde_json::{Map, Value};

use super::deflated::inflate;
use super::{FIELDS_MAX, Metadata, SCENE_BYTES_MAX};
use crate::{Format, ImageError, Result};

const SPEC: &[u8] = b"/Type/Filespec/F(plantain-scene.json)";
const FIELDS_SPEC: &[u8] = b"/Type/Filespec/F(plantain-provenance.json)";
/// How every revision of a PDF ends.
const END: &[u8] = b"%%EOF";

/// Returns what one of our documents says; none for any other file.
pub(super) fn read(bytes: &[u8]) -> Option<Result<Metadata>> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    let scene = attached(bytes, SPEC)?;
    let read = |stream| {
        inflate(
            stream,
            "the bytes of the scene",
            SCENE_BYTES_MAX,
            Format::Png,
        )
    };
    let damaged = |error| match error {
        ImageError::Damaged { .. } => ImageError::UnsupportedFormat {
            format: "damaged PDF",
        },
        other => other,
    };
    let mut metadata = Metadata::default();
    // The fields are told for people; a file without them is still ours.
    if let Some(Ok(json)) = attached(bytes, FIELDS_SPEC).map(read) {
        metadata.fields = strings(&json);
    }
    Some(read(scene).map_err(damaged).map(|scene| Metadata {
        scene_json: Some(scene),
        ..metadata
    }))
}

/// Whether the document is as we wrote it, as far as its spelling tells.
pub(super) fn is_unchanged(bytes: &[u8]) -> bool {
    attached(bytes, SPEC).is_some() && memmem::find_iter(bytes, END).count() == 1
}

/// Returns the compressed stream of an attached file, by the start of its description.
fn attached<'a>(bytes: &'a [u8], spec: &[u8]) -> Option<&'a [u8]> {
    let at = memmem::find(bytes, spec)?;
    let object: u32 = number_behind(&bytes[at..], b"/EF<</F ")?;
    let head = format!("\n{object} 0 obj\n<<");
    let at = memmem::find(bytes, head.as_bytes())? + head.len();
    let dictionary = &bytes[at..];
    let stream = memmem::find(dictionary, b">>\nstream\n")?;
    let length: usize = number_behind(&dictionary[..stream], b"/Length ")?;
    let start = stream + b">>\nstream\n".len();
    dictionary.get(start..start.checked_add(length)?)
}

/// Returns the number that follows a mark.
fn number_behind<T: FromStr>(bytes: &[u8], mark: &[u8]) -> Option<T> {
    let start = memmem::find(bytes, mark)? + mark.len();
    let digits = bytes[start..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit());
    let digits: Vec<u8> = digits.take(10).copied().collect();
    std::str::from_utf8(&digits).ok()?.parse().ok()
}

/// Returns the pairs of a flat JSON object of strings; none if it is not one.
fn strings(json: &str) -> Vec<(String, String)> {
    let object: Map<String, Value> = serde_json::from_str(json).unwrap_or_default();
    let pairs = object.into_iter().filter_map(|(key, value)| match value {
        Value::String(text) => Some((key, text)),
        _ => None,
    });
    pairs.take(FIELDS_MAX).collect()
}
