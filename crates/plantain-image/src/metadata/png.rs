//! PNG: text chunks.

use super::deflated::{deflate, inflate};
use super::{
    FIELD_BYTES_MAX, Metadata, PNG_XMP, SCENE, SCENE_BYTES_MAX, XMP_BYTES_MAX, clean, xmp,
};
use crate::encode::push_chunk;
use crate::png_chunks::{Chunk, chunks as chunks_of};
use crate::{Format, ImageError, Result};

/// Values from this length on are compressed, in bytes.
const COMPRESS_FROM: usize = 1024;
const COMPRESSED: u8 = 1;

/// Returns the metadata as chunks, ready to stand before the pixels.
pub(crate) fn chunks(metadata: &Metadata) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    for (key, value) in &metadata.fields {
        push_text(&mut out, key, &clean(value))?;
    }
    if let Some(scene) = &metadata.scene_json {
        push_text(&mut out, SCENE, &clean(scene))?;
    }
    if let Some(packet) = &metadata.xmp {
        push_text(&mut out, PNG_XMP, packet)?;
    }
    Ok(out)
}

fn push_text(out: &mut Vec<u8>, key: &str, value: &str) -> Result<()> {
    // XMP must stay readable to programs that scan for it.
    let compressed = value.len() >= COMPRESS_FROM && key != PNG_XMP;
    let mut content = Vec::with_capacity(key.len() + 5 + value.len());
    content.extend_from_slice(key.as_bytes());
    // The end of the key, the compression flag and method, an empty language and an empty translated key.
    content.extend_from_slice(&[0, u8::from(compressed), 0, 0, 0]);
    if compressed {
        content.extend_from_slice(&deflate(value.as_bytes())?);
    } else {
        content.extend_from_slice(value.as_bytes());
    }
    push_chunk(out, b"iTXt", &content);
    Ok(())
}

/// Returns the metadata in a PNG file's text chunks, those after the pixels included.
pub(super) fn read(file: &[u8]) -> Result<Metadata> {
    let mut metadata = Metadata::default();
    for chunk in chunks_of(file) {
        let text = match &chunk.kind {
            b"iTXt" => international(&chunk)?,
            b"tEXt" => latin1(&chunk)?,
            b"zTXt" => compressed_latin1(&chunk)?,
            _ => continue,
        };
        let Some((key, value)) = text else { continue };
        match key.as_str() {
            SCENE => metadata.scene_json = Some(value),
            PNG_XMP => metadata.xmp = xmp::read(&value)?.xmp,
            _ => metadata.push_read(key, value)?,
        }
    }
    Ok(metadata)
}

fn limit_of(key: &str) -> (&'static str, usize) {
    match key {
        SCENE => ("the bytes of the scene", SCENE_BYTES_MAX),
        PNG_XMP => ("the bytes of the XMP packet", XMP_BYTES_MAX),
        _ => ("the bytes of one metadata field", FIELD_BYTES_MAX),
    }
}

type Text = Option<(String, String)>;

/// Reads an iTXt chunk; none if it breaks PNG's rules, as viewers ignore it then.
fn international(chunk: &Chunk<'_>) -> Result<Text> {
    let Some((key, rest)) = split_key(chunk.content) else {
        return Ok(None);
    };
    let (what, limit) = limit_of(&key);
    let Some((&[flag, _method], rest)) = rest.split_first_chunk::<2>() else {
        return Ok(None);
    };
    let Some(value) = after_nul(rest).and_then(after_nul) else {
        return Ok(None);
    };
    if flag == COMPRESSED {
        return Ok(Some((key, inflate(value, what, limit, Format::Png)?)));
    }
    ImageError::check_limit(what, value.len() as u64, limit as u64)?;
    Ok(Some((key, String::from_utf8_lossy(value).into_owned())))
}

fn latin1(chunk: &Chunk<'_>) -> Result<Text> {
    let Some((key, value)) = split_key(chunk.content) else {
        return Ok(None);
    };
    let (what, limit) = limit_of(&key);
    ImageError::check_limit(what, value.len() as u64, limit as u64)?;
    Ok(Some((key, from_latin1(value))))
}

fn compressed_latin1(chunk: &Chunk<'_>) -> Result<Text> {
    let Some((key, rest)) = split_key(chunk.content) else {
        return Ok(None);
    };
    let (what, limit) = limit_of(&key);
    let stream = rest.get(1..).unwrap_or_default();
    // Latin-1 that is not ASCII is not UTF-8; such values are rare enough in zTXt to be passed over.
    match inflate(stream, what, limit, Format::Png) {
        Ok(value) => Ok(Some((key, value))),
        Err(error @ ImageError::OverLimit { .. }) => Err(error),
        Err(_) => Ok(None),
    }
}

fn split_key(content: &[u8]) -> Option<(String, &[u8])> {
    let end = content.iter().take(80).position(|&b| b == 0)?;
    Some((from_latin1(&content[..end]), &content[end + 1..]))
}

fn after_nul(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes.iter().position(|&b| b == 0)?;
    Some(&bytes[end + 1..])
}

fn from_latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| char::from(b)).collect()
}
