//! What stands in our own SVG documents: fields, the scene, and the hash of the drawing.

use sha2::{Digest, Sha256};

use super::xmp::{element, unescape};
use super::{Metadata, SCENE_BYTES_MAX};
use crate::{ImageError, Result};

/// How our metadata element begins; the hash follows as an attribute.
const START: &str = "<metadata xmlns:plantain=\"https://plantain.dev/ns/1\"";
const END: &str = "</metadata>\n";
const HASH: &str = " plantain:drawing-sha256=\"";

/// Returns what one of our documents says; none for any other file.
pub(super) fn read(bytes: &[u8]) -> Option<Result<Metadata>> {
    let (_, content, _) = parts(bytes)?;
    Some(fields(content))
}

/// Whether the drawing is the one that was written with the metadata.
pub(super) fn is_unchanged(bytes: &[u8]) -> bool {
    let Some((before, content, after)) = parts(bytes) else {
        return false;
    };
    let hash = content
        .strip_prefix(HASH)
        .and_then(|rest| rest.split('"').next());
    hash == Some(drawing_sha256(before, after).as_str())
}

/// Returns the hash of a document's drawing, hexadecimal: of what stands before and behind the metadata.
fn drawing_sha256(before: &str, after: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(after);
    let hash = hash.finalize();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns what stands before, in and behind our metadata element.
fn parts(bytes: &[u8]) -> Option<(&str, &str, &str)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (before, rest) = text.split_once(START)?;
    let (content, after) = rest.split_once(END)?;
    Some((before, content, after))
}

fn fields(content: &str) -> Result<Metadata> {
    let mut metadata = Metadata::default();
    let mut rest = content;
    const FIELD: &str = "<plantain:field name=\"";
    while let Some(at) = rest.find(FIELD) {
        rest = &rest[at + FIELD.len()..];
        let Some((name, value)) = rest.split_once("\">") else {
            break;
        };
        let Some((value, after)) = value.split_once("</plantain:field>") else {
            break;
        };
        metadata.push_read(unescape(name).into_owned(), unescape(value).into_owned())?;
        rest = after;
    }
    if let Some((scene, _)) = element(content, "plantain:scene") {
        let length = scene.len() as u64;
        ImageError::check_limit("the bytes of the scene", length, SCENE_BYTES_MAX as u64)?;
        metadata.scene_json = Some(unescape(scene).into_owned());
    }
    Ok(metadata)
}
